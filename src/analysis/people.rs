//! The people an article names, and whom a pronoun that opens a sentence stands for. Refuses to resolve a pronoun when
//! more than one person could be meant: better no claim than one about somebody else.

use std::collections::{HashMap, HashSet};

use crate::analysis::attribution::{SAYING, attribution};
use crate::analysis::lexicon::{HE_NOUNS, NOT_PERSONS, OPENING, PARTICLES, PERSONS, PLACE, SHE_NOUNS, TITLES, Words};
use crate::analysis::rank::quoted_share;
use crate::analysis::reading::{Reading, Sentence};
use crate::text::stem::fold;
use crate::text::{Span, segment};

/// Which pronoun stands for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pronoun {
    /// He, his, him.
    He,
    /// She, her, hers.
    She,
}

impl Pronoun {
    /// Which pronoun a word is a form of; `None` when it is none for one person.
    pub fn of(word: &str) -> Option<Self> {
        match word.to_lowercase().split(['\'', '’']).next().unwrap_or("") {
            "he" | "his" | "him" | "himself" => Some(Self::He),
            "she" | "her" | "hers" | "herself" => Some(Self::She),
            _ => None,
        }
    }

    /// Titles and nouns for those who are spoken of otherwise.
    fn others_nouns(self) -> &'static Words {
        match self {
            Self::He => &SHE_NOUNS,
            Self::She => &HE_NOUNS,
        }
    }
}

/// A run of capitalised words.
struct Run<'a> {
    span: Span,
    text: &'a str,
    /// The word before it in lower case, if any.
    before: String,
    /// What follows it in the sentence.
    after: &'a str,
}

impl Run<'_> {
    fn last_word(&self) -> String {
        self.text.rsplit([' ', '-']).next().map(fold).unwrap_or_default()
    }

    fn is_organisation(&self) -> bool {
        let words = self.text.split([' ', '-']);
        let shouted = |w: &str| w.chars().count() > 1 && w.chars().all(|c| c.is_uppercase() || c == '.');
        words.into_iter().any(|w| NOT_PERSONS.contains(w.to_lowercase().as_str()) || shouted(w))
    }

    /// Whether the words around it say that it is a person.
    fn is_introduced(&self) -> bool {
        let next = self.after.split_whitespace().next().unwrap_or("").to_lowercase();
        let next = next.trim_matches(|c: char| !c.is_alphanumeric());
        let before = self.before.trim_end_matches('.');
        let first = self.text.split(' ').next().unwrap_or("").trim_end_matches('.').to_lowercase();
        let saying = |word: &str| {
            SAYING.contains(&word) && !matches!(word, "claims" | "states" | "notes" | "reported" | "reports" | "posted")
        };
        let age = self.after.strip_prefix(", ").and_then(|a| a.split(',').next()).is_some_and(is_age);
        let who = self.after.starts_with(", who ");
        saying(next) || saying(before) || age || who || TITLES.contains(before) || TITLES.contains(first.as_str())
    }
}

fn is_age(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// How many sentences, and how many paragraphs, back the person may stand whom a pronoun stands for.
const BACK: usize = 3;
const PARAGRAPHS: usize = 2;

/// The people an article names.
pub struct People {
    /// Last names, folded.
    surnames: HashSet<String>,
    /// Full names in the order of the article, by last name.
    full: Vec<(String, String)>,
    /// By last name, how often the article plainly says 'he' and 'she' of them.
    called: HashMap<String, [u32; 2]>,
}

/// Whom a pronoun stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Antecedent {
    /// Their name, as the sentence has it that names them.
    pub name: String,
    /// The sentence that names them.
    pub sentence: usize,
}

impl People {
    /// The people of an article: names that a title, an age or a verb of saying introduces.
    pub fn of(reading: &Reading<'_>) -> Self {
        let mut people = Self { surnames: HashSet::new(), full: Vec::new(), called: HashMap::new() };
        let runs: Vec<Vec<Run<'_>>> = reading.sentences.iter().map(|s| runs(s, reading)).collect();
        for run in runs.iter().flatten().filter(|run| run.is_introduced() && !run.is_organisation()) {
            people.surnames.insert(run.last_word());
        }
        for run in runs.iter().flatten().filter(|run| run.text.contains(' ') && !run.is_organisation()) {
            let last = run.last_word();
            if people.surnames.contains(&last) && !people.full.iter().any(|(known, _)| *known == last) {
                people.full.push((last, without_title(run.text).to_owned()));
            }
        }
        for (sentence, runs) in reading.sentences.iter().zip(&runs) {
            people.listen(sentence.text, runs);
        }
        people
    }

    /// Notes which pronoun the article uses of whom: by a title, or in a sentence that names nobody else before it.
    fn listen(&mut self, text: &str, runs: &[Run<'_>]) {
        for run in runs.iter().filter(|run| !run.is_organisation()) {
            let title = run.text.split(' ').next().unwrap_or("").trim_end_matches('.').to_lowercase();
            for word in [title.as_str(), run.before.trim_end_matches('.')] {
                self.call(run, Pronoun::He, HE_NOUNS.contains(word));
                self.call(run, Pronoun::She, SHE_NOUNS.contains(word));
            }
        }
        let persons: Vec<&Run<'_>> = runs.iter().filter(|run| self.may_be_person(run)).collect();
        let ([one], false) = (persons.as_slice(), has_unnamed_person(text, None)) else { return };
        let follows = |(span, word): (Span, &str)| (span.start() > one.span.end()).then(|| Pronoun::of(word)).flatten();
        let said: Vec<Pronoun> = segment::words(text).filter_map(follows).collect();
        if let Some(first) = said.first().filter(|first| said.iter().all(|other| other == *first)) {
            self.call(one, *first, true);
        }
    }

    fn call(&mut self, run: &Run<'_>, pronoun: Pronoun, so: bool) {
        if so {
            let [he, she] = self.called.entry(run.last_word()).or_default();
            *(if pronoun == Pronoun::He { he } else { she }) += 1;
        }
    }

    /// Which pronoun the article uses of somebody; `None` when it uses none plainly.
    fn pronoun_of(&self, run: &Run<'_>) -> Option<Pronoun> {
        let [he, she] = *self.called.get(&run.last_word())?;
        if he > 2 * she {
            Some(Pronoun::He)
        } else if she > 2 * he {
            Some(Pronoun::She)
        } else {
            None
        }
    }

    /// The name in full, as the article has it elsewhere, of someone who is named by the last name only.
    pub fn in_full(&self, name: &str) -> String {
        let last = name.rsplit([' ', '-']).next().map(fold).unwrap_or_default();
        let single = !without_title(name).contains(' ');
        let full = self.full.iter().find(|(known, _)| single && *known == last);
        full.map_or_else(|| name.to_owned(), |(_, full)| full.clone())
    }

    /// Whom a pronoun stands for in a sentence that does not name them before: the subject or the speaker of the sentence
    /// before it, or of an earlier one when those between name nobody. `None` when that is not certain, because somebody
    /// else is named there who could be meant.
    pub fn antecedent(&self, reading: &Reading<'_>, at: usize, pronoun: Pronoun) -> Option<Antecedent> {
        let here = reading.sentences.get(at)?;
        for back in 1..=BACK {
            let sentence = at.checked_sub(back)?;
            let earlier = reading.sentences.get(sentence)?;
            let far = here.paragraph.index() - earlier.paragraph.index() > PARAGRAPHS;
            if far || has_unnamed_person(earlier.text, Some(pronoun)) {
                return None;
            }
            let runs = runs(earlier, reading);
            let meant = |run: &&Run<'_>| self.may_be_person(run) && self.pronoun_of(run).is_none_or(|p| p == pronoun);
            let persons: Vec<&Run<'_>> = runs.iter().filter(meant).collect();
            if persons.is_empty() {
                continue;
            }
            let speaks_on = opens_with_saying(here.text) || quoted_share(earlier.text) > 0.4;
            let name = self.one_person(earlier.text, &persons, speaks_on, pronoun)?;
            return Some(Antecedent { name, sentence });
        }
        None
    }

    /// The one person that a sentence is about: its subject, or, where `speaks_on`, its speaker, when every other name is
    /// the same person's; or its subject, when the article uses that pronoun of them and the other names are not known
    /// to be people's; or the only person there of whom it can be used, when the article does so.
    fn one_person(&self, text: &str, persons: &[&Run<'_>], speaks_on: bool, pronoun: Pronoun) -> Option<String> {
        let speaker = attribution(text).map(|a| a.speaker).filter(|_| speaks_on);
        let leads = |run: &&&Run<'_>| is_subject(text, run.span) || speaker.is_some_and(|s| s.overlaps(run.span));
        let plainly =
            |run: &&&Run<'_>| self.surnames.contains(&run.last_word()) && self.pronoun_of(run) == Some(pronoun);
        let only = || if let [one] = persons { Some(one).filter(plainly) } else { None };
        let subject = persons.iter().find(leads).or_else(only)?;
        let last = subject.last_word();
        let same = persons.iter().filter(|run| run.last_word() == last);
        let known = plainly(&subject);
        let rival = |run: &&&Run<'_>| run.last_word() != last && (!known || self.surnames.contains(&run.last_word()));
        let longest = same.map(|run| without_title(run.text)).max_by_key(|name| name.len())?;
        (!persons.iter().any(|run| rival(&run))).then(|| longest.to_owned())
    }

    /// Whether a name can be a person's: one that is known, or any that is neither an organisation's nor stands where a
    /// place would.
    fn may_be_person(&self, run: &Run<'_>) -> bool {
        let place = PLACE.contains(run.before.as_str()) || run.text.chars().count() < 3;
        !run.is_organisation() && (self.surnames.contains(&run.last_word()) || !place)
    }

    /// Whether a pronoun inside a sentence can stand for somebody whom the sentence names before it.
    pub fn named_before(text: &str, pronoun: Span) -> bool {
        let before = text.get(..pronoun.start().bytes()).unwrap_or("");
        before.split_whitespace().any(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let lower = bare.to_lowercase();
            let shouted = bare.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
            let capital =
                !shouted && bare.starts_with(char::is_uppercase) && bare.len() > 2 && !OPENING.contains(lower.as_str());
            capital || lower.ends_with("-year-old") || PERSONS.contains(lower.strip_suffix('s').unwrap_or(&lower))
        })
    }
}

/// Whether a name stands where the subject of a sentence does: at its head, or behind an opening phrase and its comma.
fn is_subject(text: &str, name: Span) -> bool {
    const PHRASES: &[&str] = &[
        "in", "on", "at", "after", "before", "during", "since", "by", "for", "from", "with", "last", "earlier",
        "later", "when", "despite",
    ];
    let before = text.get(..name.start().bytes()).unwrap_or("").trim();
    let first = before.split_whitespace().next().unwrap_or("").to_lowercase();
    let phrase = before.ends_with(',') && before.matches(',').count() == 1;
    before.is_empty() || phrase && PHRASES.contains(&first.trim_end_matches(','))
}

/// Whether a sentence opens with 'he said' or the like.
fn opens_with_saying(text: &str) -> bool {
    let mut words = text.split_whitespace().skip(1).map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    words.next().is_some_and(|first| {
        SAYING.contains(&first) || first == "also" && words.next().is_some_and(|w| SAYING.contains(&w))
    })
}

/// Whether a sentence speaks of a person without a name, for whom the pronoun may stand as well.
fn has_unnamed_person(text: &str, pronoun: Option<Pronoun>) -> bool {
    let mut words = text.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    let other = |word: &str| pronoun.is_some_and(|p| p.others_nouns().contains(word));
    words.any(|word| word.starts_with(char::is_lowercase) && PERSONS.contains(word) && !other(word))
}

/// A name without the title before it.
fn without_title(name: &str) -> &str {
    let mut rest = name;
    while let Some((first, more)) = rest.split_once(' ') {
        if !TITLES.contains(first.trim_end_matches('.').to_lowercase().as_str()) {
            break;
        }
        rest = more;
    }
    rest
}

/// The runs of capitalised words in a sentence. A word that begins the sentence counts only when the article has it with
/// a capital elsewhere, or another capital follows.
fn runs<'a>(sentence: &Sentence<'a>, reading: &Reading<'_>) -> Vec<Run<'a>> {
    let text = sentence.text;
    let mut runs = Vec::new();
    let mut open: Option<(Span, String)> = None;
    let mut before = String::new();
    let mut at = 0;
    for token in text.split_inclusive(char::is_whitespace) {
        let start = at + (token.len() - token.trim_start_matches(|c: char| !c.is_alphanumeric()).len());
        at += token.len();
        let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
        let possessive = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s"));
        let word = possessive.unwrap_or(bare);
        let span = Span::new(start.min(text.len()), (start + word.len()).min(text.len()));
        let first = start == 0 || text.get(..start).is_some_and(|s| !s.contains(char::is_alphanumeric));
        let is_name = if first { is_known_name(word, reading) } else { starts_as_name(word) };
        let particle = open.is_some() && PARTICLES.contains(word);
        match (&mut open, is_name || particle) {
            (Some((run, _)), true) => *run = run.hull(span),
            (None, true) => open = Some((span, before.clone())),
            _ => {}
        }
        let abbreviated = token.trim_end().ends_with('.')
            && (word.chars().count() == 1 || TITLES.contains(word.to_lowercase().as_str()));
        let goes_on = token.trim_end().ends_with(char::is_alphanumeric) && possessive.is_none() || abbreviated;
        if (!is_name && !particle) || !goes_on {
            close(text, &mut open, &mut runs);
        }
        before = word.to_lowercase();
    }
    close(text, &mut open, &mut runs);
    runs
}

fn close<'a>(text: &'a str, open: &mut Option<(Span, String)>, runs: &mut Vec<Run<'a>>) {
    let Some((span, before)) = open.take() else { return };
    let (Some(run), Some(after)) = (span.slice(text), text.get(span.end().bytes()..)) else { return };
    let run = Run { span, text: run.trim_end_matches(|c: char| c.is_whitespace()), before, after };
    if !run.span.is_empty() {
        runs.push(run);
    }
}

fn starts_as_name(word: &str) -> bool {
    let capital = word.starts_with(char::is_uppercase);
    capital
        || ["al-", "el-"].iter().any(|p| word.strip_prefix(p).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
}

fn is_known_name(word: &str, reading: &Reading<'_>) -> bool {
    let lower = word.to_lowercase();
    if !starts_as_name(word) || OPENING.contains(lower.as_str()) || reading.language.is_function_word(word) {
        return false;
    }
    TITLES.contains(lower.as_str()) || reading.is_capitalised(word)
}
