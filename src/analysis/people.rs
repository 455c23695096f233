//! The people an article names: who is one, what their full name is, which pronoun it uses of them; and whom a pronoun
//! stands for. Refuses to resolve a pronoun when more than one person could be meant: better no claim than one about
//! somebody else.

use std::rc::Rc;

use crate::analysis::fit::is_verb;
use crate::analysis::lexicon::{HE_NAMES, HE_NOUNS, OPENING, PERSONS, PLACE, SHE_NAMES, SHE_NOUNS, Words};
use crate::analysis::quotations::Quotations;
use crate::analysis::reading::{Reading, Sentence};
use crate::text::Span;
use crate::text::lookup::{Map, Set};
use crate::text::stem::{fold, lower};

mod antecedent;
mod by_use;
mod heading;
mod interview;
mod introduced;
mod names;
mod roles;
mod short_forms;

pub use antecedent::Antecedent;
use antecedent::Scene;
use interview::Interview;
pub use interview::Turn;
use introduced::{Introduced, introduced};
use names::{Run, runs, without_nation, without_title};
pub use short_forms::ShortForms;

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
        // Few words of a text begin so.
        if !word.starts_with(['h', 'H', 's', 'S']) {
            return None;
        }
        match lower(word).split('\'').next().unwrap_or("") {
            "he" | "his" | "him" | "himself" => Some(Self::He),
            "she" | "her" | "hers" | "herself" => Some(Self::She),
            _ => None,
        }
    }

    /// Which pronoun a word is as the subject of a sentence: 'he', 'she'.
    fn subject(word: &str) -> Option<Self> {
        match word {
            "He" | "he" => Some(Self::He),
            "She" | "she" => Some(Self::She),
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

/// As how many pronouns a first name counts.
const FIRST_NAME: usize = 4;

/// The people an article names.
pub struct People<'a> {
    /// Last names, folded.
    surnames: Set<Rc<str>>,
    /// Full names in the order of the article, by last name.
    full: Vec<(Rc<str>, String)>,
    /// By last name, how often the article plainly says 'he' and 'she' of them.
    called: Map<Rc<str>, [u32; 2]>,
    /// By last name, how often somebody is named.
    named: Map<Rc<str>, usize>,
    /// Short forms that the article explains.
    pub short_forms: ShortForms,
    /// Who is spoken of in each sentence.
    scenes: Vec<Scene<'a>>,
    /// Those whom a German article introduces, by last name.
    introduced: Map<String, Introduced>,
    /// Last words of names that stand alone where a place does, folded.
    places: Set<Rc<str>>,
    /// Last names of those who only ask or answer: 'Tom Hale: The light was out.'
    labels: Set<Rc<str>>,
    /// Who asks and who answers, in an interview in German or English.
    interview: Option<Interview>,
}

impl<'a> People<'a> {
    /// The people of an article: names that a title, an age, a first name or a verb of saying introduces.
    pub fn of(reading: &Reading<'a>, quotations: &Quotations) -> Self {
        let mut runs: Vec<Vec<Run<'a>>> = reading.sentences.iter().map(|s| runs(s, reading)).collect();
        know_by_who(&mut runs);
        let scene = |(at, (sentence, runs)): (usize, (&Sentence<'a>, &Vec<Run<'a>>))| {
            Scene::of(sentence, runs, quotations.at(at), quotations.credited(at))
        };
        let scenes: Vec<Scene<'a>> = reading.sentences.iter().zip(&runs).enumerate().map(scene).collect();
        let placed = |run: &&Run<'_>| !run.text.contains(' ') && run.is_placed();
        let mut people = Self {
            surnames: Set::default(),
            full: Vec::new(),
            called: Map::default(),
            named: Map::default(),
            short_forms: ShortForms::of(reading),
            scenes,
            introduced: Map::default(),
            places: runs.iter().flatten().filter(placed).map(|run| Rc::clone(&run.last)).collect(),
            labels: runs.iter().flatten().filter(|run| run.is_label()).map(|run| Rc::clone(&run.last)).collect(),
            interview: None,
        };
        if reading.language.tag() == Some("de") {
            let credited = |at: usize, span: Span| quotations.credited(at).is_some_and(|a| a.speaker.overlaps(span));
            people.introduced = introduced(&reading.sentences, &runs, credited);
            people.interview = Interview::of_german(reading);
        }
        for run in runs.iter().flatten() {
            *people.named.entry(Rc::clone(&run.last)).or_default() += 1;
        }
        for run in runs.iter().flatten().filter(|run| run.is_introduced() && !run.is_organisation) {
            people.surnames.insert(Rc::clone(&run.last));
        }
        let by_use = by_use::last_names(reading, &runs);
        for run in runs.iter().flatten().filter(|run| run.text.contains(' ') && !run.is_organisation) {
            let last = Rc::clone(&run.last);
            // 'Kerrick (CNN)Harbour master Tom Hale'
            let line = run.text.rfind(')').map_or(0, |at| at + 1);
            let name = without_nation(without_title(run.text.get(line..).unwrap_or("")));
            if line > 0 && name.split(' ').next().is_some_and(|first| OPENING.contains(&*lower(first))) {
                continue;
            }
            let known = people.full.iter().any(|(other, full)| *other == last && full == name);
            // 'Inmate Hale', where the article has 'the inmate' too.
            let before = name.rsplit_once(' ').map_or("", |(before, _)| before).split(' ');
            let title = before.into_iter().all(|word| !is_first_name(word) && reading.is_written_small(word));
            let family = people.surnames.contains(&last) || by_use.contains(&last);
            if family && !known && !title && name.contains(' ') {
                people.full.push((last, name.to_owned()));
            }
        }
        for (sentence, runs) in reading.sentences.iter().zip(&runs) {
            people.listen(sentence, runs);
        }
        if reading.language.tag().is_none_or(|tag| tag == "en") {
            people.interview = Interview::of_english(reading, || people.subject(reading));
        }
        people
    }

    /// Who answers in the paragraph of a sentence, where the article is an interview; and the first sentence with the name.
    pub fn interviewed(&self, reading: &Reading<'_>, at: usize) -> Option<Antecedent> {
        let Turn::Answers { who: Some(who), .. } = self.turn(reading, at) else { return None };
        let called = self.interview.as_ref()?.names.get(who)?;
        let last = called.rsplit(' ').next().unwrap_or("");
        let name = self.in_full(last);
        let name = if name.contains(' ') && name.contains(called.as_str()) { name } else { called.clone() };
        let shouted = last.to_uppercase();
        let names = |scene: &Scene<'_>| scene.text.contains(called.as_str());
        let sentence = self.scenes.iter().position(names);
        let sentence = sentence.or_else(|| self.scenes.iter().position(|scene| scene.text.contains(&shouted)))?;
        Some(Antecedent { name, sentence })
    }

    /// What the paragraph of a sentence does, where the article is an interview.
    pub fn turn(&self, reading: &Reading<'_>, at: usize) -> Turn {
        let Some(interview) = self.interview.as_ref() else { return Turn::Told };
        reading.sentences.get(at).map_or(Turn::Told, |sentence| interview.turn(sentence.paragraph.index()))
    }

    /// The one person in full whose last name the title has, or whom the first sentence names and the article again.
    fn subject(&self, reading: &Reading<'_>) -> Option<String> {
        let mut about = self.full.iter().filter(|(last, _)| reading.is_about(last));
        if let Some((_, name)) = about.next().filter(|(first, _)| about.all(|(other, _)| other == first)) {
            return Some(name.clone());
        }
        let opening = reading.sentences.first()?.text;
        let again = |last: &Rc<str>| self.named.get(last).is_some_and(|times| *times > 2);
        let mut named = self.full.iter().filter(|(last, name)| opening.contains(name.as_str()) && again(last));
        named.next().filter(|_| named.next().is_none()).map(|(_, name)| name.clone())
    }

    /// Notes which pronoun the article uses of whom: by a title or first name, or in a sentence that names nobody else
    /// before it.
    fn listen(&mut self, sentence: &Sentence<'_>, runs: &[Run<'_>]) {
        for run in runs.iter().filter(|run| !run.is_organisation) {
            let title = lower(run.text.split(' ').next().unwrap_or("").trim_end_matches('.'));
            for word in [&*title, run.before.trim_end_matches('.')] {
                self.call(run, Pronoun::He, HE_NOUNS.contains(word));
                self.call(run, Pronoun::She, SHE_NOUNS.contains(word));
            }
            // A first name says more than a pronoun that may be somebody else's.
            let first_name = run.first_name();
            for _ in 0..FIRST_NAME {
                self.call(run, Pronoun::He, first_name == Some(Pronoun::He));
                self.call(run, Pronoun::She, first_name == Some(Pronoun::She));
            }
        }
        let persons: Vec<&Run<'_>> = runs.iter().filter(|run| self.may_be_person(run)).collect();
        let [one] = persons.as_slice() else { return };
        if has_unnamed_person(sentence.text) {
            return;
        }
        let follows = |(span, word): (Span, &str)| (span.start() > one.span.end()).then(|| Pronoun::of(word)).flatten();
        let said: Vec<Pronoun> = sentence.written().filter_map(follows).collect();
        if let Some(first) = said.first().filter(|first| said.iter().all(|other| other == *first)) {
            self.call(one, *first, true);
        }
    }

    fn call(&mut self, run: &Run<'_>, pronoun: Pronoun, so: bool) {
        if so {
            let [he, she] = self.called.entry(Rc::clone(&run.last)).or_default();
            *(if pronoun == Pronoun::He { he } else { she }) += 1;
        }
    }

    /// Which pronoun the article uses of somebody; `None` when it uses none plainly.
    fn pronoun_of(&self, run: &Run<'_>) -> Option<Pronoun> {
        let [he, she] = *self.called.get(&run.last)?;
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
        if let Some((before, one)) = name
            .rsplit_once(' ')
            .or(Some(("", name)))
            .and_then(|(before, last)| Some((before, self.introduced.get(last)?)))
        {
            // 'Lotsin Hale' is 'Lotsin Ines Hale'.
            let called = before.starts_with(char::is_uppercase) && !before.contains(' ') && !one.name.contains(before);
            let words = one.name.split(' ').count().saturating_sub(2);
            let full = one.name.split(' ').skip(words).collect::<Vec<_>>().join(" ");
            return match before {
                _ if one.name.starts_with(before) => one.name.clone(),
                _ if called => format!("{before} {full}"),
                _ => name.to_owned(),
            };
        }
        let last = name.rsplit([' ', '-']).next().map(fold).unwrap_or_default();
        let single = !without_title(name).contains(' ');
        let mut full = self.full.iter().filter(|(known, _)| single && **known == *last);
        // Two of that name: which of them is not known.
        match (full.next(), full.next()) {
            (Some((_, full)), None) => full.clone(),
            _ => name.to_owned(),
        }
    }

    /// Whether a name can be a person's: one that is known, or any that is neither an organisation's nor stands where a
    /// place would.
    fn may_be_person(&self, run: &Run<'_>) -> bool {
        let place = PLACE.contains(&*run.before) || run.text.chars().count() < 3;
        !run.is_organisation && (self.surnames.contains(&run.last) || !place)
    }

    /// Whether a pronoun inside a sentence can stand for somebody whom the sentence names before it.
    pub fn named_before(text: &str, pronoun: Span) -> bool {
        let before = text.get(..pronoun.start().bytes()).unwrap_or("");
        let mut placed = false;
        let mut article = false;
        let mut words = before.split_whitespace().peekable();
        std::iter::from_fn(|| Some((words.next()?, words.peek().copied()))).any(|(word, next)| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
            let lower = bare.to_lowercase();
            let shouted = bare.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
            let capital =
                !shouted && bare.starts_with(char::is_uppercase) && bare.len() > 2 && !OPENING.contains(lower.as_str());
            // 'In upstate Norland, he': a place, unless it owns something.
            let place = placed && !word.contains(['\'', '’']);
            placed =
                lower == "in" || placed && (capital && !word.ends_with(',') || DIRECTIONS.contains(&lower.as_str()));
            // 'the Norlandish navy'
            let adjective = article && word == bare && is_of_a_land(bare) && next.is_some_and(may_be_noun);
            article = matches!(&*lower, "the" | "a" | "an");
            capital && !place && !adjective
                || lower.ends_with("-year-old")
                || PERSONS.contains(lower.strip_suffix('s').unwrap_or(&lower))
        })
    }
}

/// Whether a word ends as adjectives do that are made of the names of lands.
fn is_of_a_land(word: &str) -> bool {
    ["ian", "ish", "ese", "can", "ean", "ench", "utch"].iter().any(|end| word.ends_with(end))
}

/// Whether a word in small letters may be a noun behind an adjective: it is no verb, as far as its form tells.
fn may_be_noun(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    let noun = word.starts_with(char::is_lowercase) && word.len() > 3 && !word.ends_with("ing");
    noun && word.chars().all(char::is_alphanumeric) && !is_verb(word)
}

/// What stands between 'in' and the name of a place.
const DIRECTIONS: &[&str] =
    &["upstate", "northern", "southern", "eastern", "western", "central", "downtown", "rural", "nearby", "suburban"];

/// Takes a name for a person's that looks like a place's, where the article has 'Park, who' of it.
fn know_by_who(runs: &mut [Vec<Run<'_>>]) {
    let who = |run: &&Run<'_>| run.is_organisation && run.after().starts_with(", who ");
    let persons: Set<Rc<str>> = runs.iter().flatten().filter(who).map(|run| Rc::clone(&run.last)).collect();
    if persons.is_empty() {
        return;
    }
    for run in runs.iter_mut().flatten() {
        run.is_organisation &= !persons.contains(&run.last) || run.text.split(' ').count() > 2;
    }
}

/// Whether a word is a first name that is known.
fn is_first_name(word: &str) -> bool {
    HE_NAMES.contains(word) || SHE_NAMES.contains(word)
}

/// Whether a sentence speaks of a person without a name.
fn has_unnamed_person(text: &str) -> bool {
    let mut words = text.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    words.any(|word| word.starts_with(char::is_lowercase) && PERSONS.contains(word))
}
