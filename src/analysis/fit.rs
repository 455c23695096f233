//! Whether a sentence can be a claim at all, and whether what is kept of it stands alone. English cues, for the most part;
//! in other languages only the form is judged. Refuses to mend what it finds.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::analysis::lexicon::{POINTERS, Phrases, TIMES};
use crate::analysis::people::{People, Pronoun};
use crate::analysis::pointers;
use crate::analysis::quotations::Quoted;
use crate::analysis::rank::quoted_share;
use crate::text::stem::lower;
use crate::text::{Span, segment};

mod assertion;
pub mod german;
mod hanging;
mod openings;
mod verbs;

pub use assertion::{is_request, is_unfit};
use openings::{begins_main_clause, has_noun_before, is_empty, opens_with_amount, owner_soon, points_to_nothing};
pub use openings::{is_aside, names_soon};
pub use verbs::is_verb;
use verbs::{ends_open, has_main_verb, has_verb};

/// Phrases that point out of their sentence, in lower case.
const POINTING: &[&str] = &[
    "the former",
    "the latter",
    "this is",
    "that is why",
    "the same",
    "as such",
    "do so",
    "did so",
    "doing so",
    "does so",
    "the above",
    "as mentioned",
    "that one",
    "these are",
    "those are",
    "this means",
    "this was",
    "that was",
    "all this",
    "all of this",
    "of this",
    "of these",
    "of those",
    "to this",
    "by this",
    "like this",
    "like that",
    "the other two",
    "as well",
    "at that time",
    "at the time",
    "that day",
    "that night",
    "the incident",
    "the following",
    "this approach",
    "this kind",
    "this type",
    "such a",
    "such an",
    "in this case",
    "in that case",
    "the latter's",
    "this process",
    "these men",
    "these people",
    "this group",
    "this man",
    "this woman",
    "their own",
    "the two",
    "for example",
    "for instance",
];

/// [`POINTING`], each with its number.
static POINTING_AT: LazyLock<Phrases<usize>> =
    LazyLock::new(|| Phrases::of(POINTING.iter().enumerate().map(|(number, phrase)| (*phrase, number))));

/// Phrases that nothing in their own sentence explains, in lower case.
static OUTSIDE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let phrases = [
        "this one",
        "that one",
        "these ones",
        "just that",
        "do that",
        "of them have",
        "having them",
        "than that",
        "both factors",
        "as a result of this",
        "that reason",
        "this reason",
        "between them",
        "the news comes",
        "the news came",
        "the move comes",
        "the move came",
        "the announcement comes",
        "the announcement came",
        "the decision comes",
        "the decision came",
        "among them they",
    ];
    Phrases::of(phrases.map(|phrase| (phrase, ())))
});

/// How what is kept of a sentence stands alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// It needs nothing around it; a number about 1 says how well it reads alone.
    Alone(f32),
    /// It points to something outside.
    Leaning,
}

/// The share in quotation marks below which a sentence speaks for itself.
const QUOTED: f32 = 0.35;

/// A word: where it stands, and in lower case with a plain apostrophe.
type Spoken<'t> = (Span, Cow<'t, str>);

fn spoken(text: &str) -> impl Iterator<Item = Spoken<'_>> {
    segment::words(text).map(|(span, word)| (span, lower(word)))
}

/// Below this many words a quotation that leans says nothing alone.
const SHORT_QUOTATION: usize = 9;

/// Judges what is kept of a sentence in the language `tag`. `resolved` are the pronouns that get a name, as spans of `kept`; `credited` says
/// whether somebody is named who says it.
pub fn standing(kept: &str, tag: Option<&str>, resolved: &[Span], credited: bool) -> Standing {
    let words: Vec<Spoken<'_>> = segment::each_word(kept, |(span, word)| (span, lower(word)));
    // What gets a name points to nothing.
    let unnamed = words.iter().map(|(span, word)| if resolved.contains(span) { "" } else { &**word });
    if let Some(leans) = pointers::points_out(tag, unnamed) {
        return if leans { Standing::Leaning } else { standing_abroad(kept, tag, &words, credited) };
    }
    Judged::of(kept, words, resolved, credited).standing(tag)
}

/// What is kept of a sentence, while it is judged.
struct Judged<'t> {
    kept: &'t str,
    words: Vec<Spoken<'t>>,
    resolved: &'t [Span],
    credited: bool,
    quoted: Vec<Span>,
    /// The 'it' that opens it stands for nothing.
    expletive: bool,
    /// The title of a song, a word or two of a speech: too little quoted to ask who is speaking.
    titles: bool,
}

impl<'t> Judged<'t> {
    fn of(kept: &'t str, words: Vec<Spoken<'t>>, resolved: &'t [Span], credited: bool) -> Self {
        let titles = quoted_share(kept) < QUOTED && has_name(kept, &words);
        let (quoted, expletive) = (Quoted::default().spans(kept), points_to_nothing(&words));
        Self { kept, words, resolved, credited, quoted, expletive, titles }
    }

    fn standing(&self, tag: Option<&str>) -> Standing {
        let said: Vec<&str> = self.words.iter().map(|(_, word)| &**word).collect();
        let Some((_, first)) = self.words.first() else { return Standing::Leaning };
        if self.points_outside(&said) {
            return Standing::Leaning;
        }
        let Some(mut fitness) = self.opening() else { return Standing::Leaning };
        // The verbs and pronouns of other languages are not known.
        if tag.is_some_and(|tag| tag != "en") {
            return Standing::Alone(fitness);
        }
        if self.quoted.is_empty() && hanging::hangs(&said) {
            return Standing::Leaning;
        }
        for at in 0..self.words.len() {
            let Some(worth) = self.word(at) else { return Standing::Leaning };
            fitness *= worth;
        }
        let pointing: BTreeSet<usize> = POINTING_AT.among(&said).collect();
        fitness *= 0.7f32.powi(i32::try_from(pointing.len()).unwrap_or(9));
        if !has_name(self.kept, &self.words) && self.resolved.is_empty() {
            fitness *= if first == "the" { 0.8 } else { 0.9 };
        }
        if tag == Some("en") && !has_main_verb(&self.words) {
            fitness *= 0.4;
        }
        if tag == Some("en") && !has_verb(&self.words) { Standing::Leaning } else { Standing::Alone(fitness) }
    }

    /// The word at a place; empty where there is none.
    fn said(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |(_, word)| word)
    }

    fn is_quoted(&self, span: Span) -> bool {
        self.quoted.iter().any(|quoted| quoted.covers(span))
    }

    /// Whether a phrase leads out of it: 'two days later', 'of them', 'not only the light', 'some were'.
    fn points_outside(&self, said: &[&str]) -> bool {
        let later = said.iter().position(|word| *word == "later").filter(|at| (2..5).contains(at));
        // 'Hale, who later sank the ship'; not 'two days later'.
        let told = |at: usize| matches!(self.said(at - 1), "who" | "which" | "was" | "were" | "and" | "but");
        let later = later.is_some_and(|at| !told(at));
        let of_them = self.said(1) == "of" && matches!(self.said(2), "them" | "it" | "these" | "those" | "this");
        // 'It is not merely that the light was out.': what it is besides comes next.
        let half = said.windows(2).position(|pair| matches!(pair, ["not", "only" | "merely"]));
        let half = half.is_some_and(|at| !said.iter().skip(at).any(|word| matches!(*word, "but" | "also")));
        let amount = matches!(self.said(0), "many" | "some" | "most" | "several" | "two" | "three");
        let verb = matches!(self.said(1), "are" | "were" | "have" | "had" | "do" | "did" | "even" | "will");
        let outside = OUTSIDE.among(said).next().is_some() || self.points_to_a_time();
        later || of_them || half || amount && verb || outside || self.opens_with_a_place()
    }

    /// 'There Hale lit the lamp'; not 'There is a lamp', 'There they are' of a quotation aside.
    fn opens_with_a_place(&self) -> bool {
        const BEING: &[&str] = &[
            "is", "are", "was", "were", "has", "have", "had", "will", "would", "may", "might", "can", "could", "must",
            "should", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "won't", "can't", "cannot",
            "remains", "remain", "remained", "seems", "seem", "seemed", "appears", "appear", "appeared", "comes",
            "came", "exists", "exist", "existed", "also", "still", "now", "never", "already", "simply", "used",
            "needs", "need", "goes", "lies",
        ];
        let adverb = self.said(1).ends_with("ly");
        self.said(0) == "there" && !self.said(1).is_empty() && !BEING.contains(&self.said(1)) && !adverb
    }

    /// Whether 'since then' or 'this time' means a time that it does not name: 'since 2010 … since then' does, and 'the ship
    /// sank again, this time in the bay'.
    fn points_to_a_time(&self) -> bool {
        /// Where the second of two times stands at the earliest.
        const LATE: usize = 4;
        let year = |at: usize| {
            let known = |(_, word): &Spoken<'_>| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
            self.words.iter().take(at).any(known)
        };
        let parted = |at: usize| {
            let before = self.words.get(at).and_then(|(span, _)| self.kept.get(..span.start().bytes()));
            at >= LATE && before.is_some_and(|before| before.trim_end().ends_with([',', '—', '–', '-']))
        };
        (0..self.words.len()).any(|at| match (self.said(at), self.said(at + 1)) {
            ("until" | "since" | "by", "then") => !year(at),
            ("this", "time") => !parted(at),
            _ => false,
        })
    }

    /// What its first word leaves of its worth, 0 to 1; `None` where that points to something outside.
    fn opening(&self) -> Option<f32> {
        let (span, first) = self.words.first()?;
        let leans = POINTERS.contains(&**first)
            && !is_compound(self.kept, *span)
            && !self.resolved.contains(span)
            && !self.expletive
            && !opens_with_amount(first, &self.words);
        let short = self.words.len() < SHORT_QUOTATION;
        if leans && !(self.is_quoted(*span) && self.credited && !short) || ends_open(&self.words) {
            return None;
        }
        Some(match first.split('\'').next() {
            Some("i" | "we" | "my" | "our") if leans => 0.7,
            _ if leans => 0.5,
            _ => 1.0,
        })
    }

    /// What the word at a place leaves of its worth, 0 to 1; `None` where it points to something outside.
    fn word(&self, at: usize) -> Option<f32> {
        let (span, word) = self.words.get(at)?;
        let free = !self.is_quoted(*span);
        let worth = match word.split('\'').next().unwrap_or(word) {
            "i" | "my" | "me" | "you" | "your" if free => return None,
            // Everybody's 'we' in an opinion: it reads alone, if worse than others.
            "we" | "our" | "us" if free && at == 0 => return None,
            "we" | "our" | "us" if free => 0.55,
            "i" | "my" | "me" | "we" | "our" | "us" | "you" | "your" if !self.credited && !self.titles => return None,
            "i" | "my" | "me" => 0.85,
            "we" | "our" | "us" | "you" | "your" => 0.92,
            "he" | "she" | "him" | "his" | "her" | "himself" | "herself" if free && !self.resolved.contains(span) => {
                return self.has_person_for(at).then_some(0.97);
            }
            "they" | "their" | "them" | "it" | "its" if free && self.opens_with_unexplained(at) => return None,
            // '"Using the old lamp, it sailed on," Hale said.'
            "they" | "it" if !free && at > 0 && begins_main_clause(self.kept, *span, self.said(0)) => return None,
            "this" | "these" | "those" if free && !is_time(self.said(at + 1), self.said(at + 2)) => 0.55,
            "here" | "anyway" if free => 0.4,
            "that" if free && at > 0 && is_preposition(self.said(at - 1)) => 0.5,
            "then" if free && at < 5 => 0.6,
            "another" | "also" | "too" | "other" | "others" | "such" | "then" | "so" | "there" => 0.93,
            _ => 1.0,
        };
        Some(worth)
    }

    /// Whether somebody is named for whom the 'he' or 'she' at a place can stand.
    fn has_person_for(&self, at: usize) -> bool {
        let Some((span, word)) = self.words.get(at) else { return false };
        let same =
            |r: &Span| Pronoun::of(r.slice(self.kept).unwrap_or("")).is_none_or(|p| Some(p) == Pronoun::of(word));
        let after_name = self.resolved.iter().any(|r| r.start() < span.start() && same(r));
        !is_aside(self.kept, *span, self.said(at + 1))
            && (after_name || People::named_before(self.kept, *span) || names_soon(self.kept, *span))
    }

    /// Whether the 'it' or 'they' at a place stands so early that only the sentence before can explain it.
    fn opens_with_unexplained(&self, at: usize) -> bool {
        let (Some((first_span, first)), Some((span, word))) = (self.words.first(), self.words.get(at)) else {
            return false;
        };
        let early = at < 3
            && !self.expletive
            && !is_empty(&self.words, at)
            && !has_noun_before(self.kept, *span)
            && !owner_soon(self.kept, *span);
        let word = word.split('\'').next().unwrap_or(word);
        // 'Hale lost their game': whose it is was said before.
        let person = || Pronoun::of(first_span.slice(self.kept).unwrap_or("")).is_some();
        let of_others = at < 4
            && self.resolved.contains(first_span)
            && (matches!(word, "they" | "their" | "them") || word == "its" && person());
        // 'Raids into their waters': not the raids' own.
        let of_whom = at == 2
            && matches!(word, "their" | "its")
            && matches!(self.said(1), "into" | "on" | "against" | "over" | "of" | "to")
            && first.ends_with('s');
        let subject = matches!(word, "they" | "it") && at > 0 && begins_main_clause(self.kept, *span, first);
        early || of_others || of_whom || subject
    }
}

/// 'Well-off sailors', 'Same-sex couples': the first part of a longer word.
fn is_compound(text: &str, word: Span) -> bool {
    let mut behind = text.get(word.end().bytes()..).unwrap_or("").chars();
    behind.next() == Some('-') && behind.next().is_some_and(char::is_alphabetic)
}

/// Whether what follows 'this' is a time, which is that of the day of publication: 'year', 'year's', 'past season'.
fn is_time(word: &str, next: &str) -> bool {
    let time = |word: &str| TIMES.contains(word.strip_suffix("'s").unwrap_or(word));
    time(word) || matches!(word, "past" | "coming") && time(next)
}

fn is_preposition(word: &str) -> bool {
    matches!(word, "of" | "after" | "before" | "in" | "at" | "for" | "during" | "from" | "by" | "with" | "to" | "on")
}

/// Judges a sentence in a language of `pointers` that does not open with one.
fn standing_abroad(kept: &str, tag: Option<&str>, words: &[Spoken<'_>], credited: bool) -> Standing {
    let quoted = Quoted::default().spans(kept);
    let alone = |span: &Span| !credited || !quoted.iter().any(|q| q.covers(*span));
    let personal = |(span, word): &Spoken<'_>| pointers::is_personal(tag, word).then(|| alone(span));
    let said: Vec<bool> = words.iter().filter_map(personal).collect();
    // 'Ich' and 'wir' of somebody who is quoted read worse than others.
    let fitness = if said.is_empty() { 1.0 } else { 0.85 };
    if said.contains(&true) || !has_verb(words) { Standing::Leaning } else { Standing::Alone(fitness) }
}

/// Whether a text that is for the most part a quotation says outside of it who speaks: a few words with a name.
pub fn introduces_quotation(text: &str) -> bool {
    let quoted = Quoted::default().spans(text);
    let outside: Vec<Spoken<'_>> = spoken(text).filter(|(span, _)| !quoted.iter().any(|q| q.covers(*span))).collect();
    outside.len() >= 4 && has_name(text, &outside)
}

/// Whether a name or a number stands in the text, which makes it easier to place.
fn has_name(text: &str, words: &[Spoken<'_>]) -> bool {
    words.iter().enumerate().any(|(at, (span, word))| {
        let written = span.slice(text).unwrap_or("");
        word.starts_with(|c: char| c.is_numeric())
            || at > 0 && written.starts_with(char::is_uppercase) && written.len() > 1
    })
}
