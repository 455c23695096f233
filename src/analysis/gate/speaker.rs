//! Whether whoever a claim credits is the one who speaks in its passages. Refuses to know who somebody is: it looks for the
//! names, and where there are none, for the words.

use std::rc::Rc;
use std::sync::LazyLock;

use super::{Gate, Heard};
use crate::analysis::attribution::attribution;
use crate::analysis::evidence::Place;
use crate::analysis::lexicon::{NOT_PERSONS, PERSONS, TITLES, Words, table};
use crate::text::stem::{fold, lower};
use crate::text::{Span, segment};

/// A speaker who is named no more than so many paragraphs before the passage is still the one "he" stands for.
const BACK: u32 = 3;

/// Words that stand for somebody who was named before, in several languages.
static PRONOUNS: Words = LazyLock::new(|| {
    table(
        "he she they it his her their its er sie sein seine ihr ihre il elle ils elles son sa él \
         ella ellos su lui lei egli suo sua ele ela eles seu hij zij ze zijn haar we i our my",
    )
});

/// Words that say no more of a speaker than that there is one.
const ANYBODY: &[&str] = &[
    "author",
    "authors",
    "editor",
    "editors",
    "note",
    "report",
    "reports",
    "media",
    "analyst",
    "analysts",
    "observers",
    "critics",
    "experts",
    "officials",
    "sources",
    "witnesses",
    "local",
    "unnamed",
    "article",
    "paper",
    "study",
    "writer",
];

/// Verbs of saying in languages other than English, and words for "according to".
const SAYING: &[&str] = &[
    "sagt",
    "sagte",
    "erklärte",
    "erklärt",
    "betonte",
    "betont",
    "warnte",
    "teilte",
    "laut",
    "bestritt",
    "bestreitet",
    "dit",
    "affirme",
    "affirmé",
    "déclare",
    "déclaré",
    "selon",
    "estime",
    "explique",
    "assure",
    "dément",
    "dijo",
    "dice",
    "según",
    "afirmó",
    "afirma",
    "aseguró",
    "negó",
    "niega",
    "explicó",
    "señaló",
    "detto",
    "disse",
    "secondo",
    "spiega",
    "smentito",
    "smentisce",
    "nega",
    "segundo",
    "afirmou",
    "garantiu",
    "negou",
    "diz",
    "zei",
    "zegt",
    "volgens",
    "aldus",
    "ontkent",
    "ontkende",
    "warf",
    "wirft",
    "acusó",
    "acusa",
    "accuse",
    "accusé",
    "accusa",
    "accusato",
    "acusou",
    "beschuldigt",
    "beschuldigde",
];

/// Verbs of saying behind "who".
const RELATED: &[&str] = &["said", "says", "told", "wrote", "argued", "added", "claimed"];

/// Words that may stand before those, besides adverbs that end in "-ly".
const MANNER: &[&str] = &["once", "often", "also", "later", "has", "had"];

/// Those of the words for somebody that speak.
const SUBJECTS: &[&str] = &[
    "he", "she", "they", "it", "er", "sie", "es", "il", "elle", "ils", "elles", "on", "él", "ella", "ellos", "lui",
    "lei", "egli", "ele", "ela", "eles", "hij", "zij", "ze", "wij", "nous",
];

/// Words for many who speak, none of whom is one who is named.
const MANY: &[&str] = &[
    "officials",
    "researchers",
    "scientists",
    "police",
    "authorities",
    "experts",
    "critics",
    "analysts",
    "investigators",
    "prosecutors",
    "lawyers",
    "doctors",
    "residents",
    "witnesses",
    "activists",
    "opponents",
    "supporters",
    "neighbors",
    "neighbours",
];
/// Those of whom nobody who is named is likely to be one.
const APART: &[&str] = &["critics", "opponents", "supporters"];

/// A speech goes on for so many sentences at most before it is said whose it is.
const BEHIND: usize = 4;
/// A speaker stands no farther from the verb of saying, in words.
const BESIDE: usize = 4;

impl<'a> Gate<'a> {
    /// Whether a speaker is named neither in the passages nor before them, or another is plainly the one who speaks there.
    pub(super) fn is_other_speaker(&self, speaker: &str, evidence: &[Place]) -> bool {
        let touched: Vec<&Heard<'a>> = self.sentences.iter().filter(|sentence| sentence.is_touched(evidence)).collect();
        let known = self.known_by(speaker);
        let names = |sentence: &Heard<'a>| known.terms.iter().any(|term| sentence.has(term, known.are_names));
        let other_tells = |sentence: &Heard<'a>| {
            let outside =
                || segment::words(&unquoted(sentence.text)).any(|(_, word)| known.terms.contains(&self.term(word)));
            known.are_names && self.speaks_by_name(sentence.text) && !outside()
        };
        if known.terms.is_empty() || touched.iter().any(|sentence| names(sentence) && !other_tells(sentence)) {
            return false;
        }
        if !known.are_names {
            return !self.sentences.iter().any(names);
        }
        if touched.iter().any(|sentence| self.speaks_by_name(sentence.text)) {
            return true;
        }
        if let Some(end) = self.end_of_speech(evidence).filter(|end| self.speaks_by_name(end.text)) {
            return !names(end);
        }
        if let Some(turn) = self.turn(evidence) {
            return !turn.iter().any(names);
        }
        let goes_on = touched.iter().any(|sentence| continues(sentence.text));
        let near = |sentence: &&Heard<'a>| {
            evidence.iter().any(|place| {
                let behind = place.paragraph.get().checked_sub(sentence.place.paragraph.get());
                behind.is_some_and(|back| back == 0 || back <= BACK && goes_on)
            })
        };
        !self.sentences.iter().filter(near).any(names)
    }

    /// Whether a claim says of somebody who is named that he says it, and the sentence of its passages that has the most of
    /// its words plainly says so of another. English.
    pub(super) fn is_told_by_other(&self, claim: &str, evidence: &[Place]) -> bool {
        if self.language.tag() != Some("en") {
            return false;
        }
        let Some(own) = attribution(claim).and_then(|found| found.speaker.slice(claim)) else { return false };
        let touched: Vec<&Heard<'a>> = self.sentences.iter().filter(|heard| heard.is_touched(evidence)).collect();
        let met = |heard: &&&Heard<'a>| {
            segment::words(claim).filter(|(_, word)| heard.terms.contains(&self.term(word))).count()
        };
        let Some(other) = touched.iter().max_by_key(met).and_then(|best| speaker_in(best.text)) else { return false };
        let passages: Vec<&str> = touched.iter().map(|heard| heard.text).collect();
        self.are_two(own, other, &passages) || have_changed(claim, own, other, &passages)
    }

    /// Whether who speaks in a claim is plainly not the one who speaks in its passages.
    fn are_two(&self, own: &str, other: &str, passages: &[&str]) -> bool {
        let many = |who: &str, table: &[&str]| segment::words(who).any(|(_, word)| table.contains(&&*fold(word)));
        let stands = |word: &str| passages.iter().any(|text| segment::words(text).any(|(_, there)| there == word));
        let [mine, theirs] = [own, other].map(|who| self.known_by(who));
        let last = segment::words(own).last().map_or("", |(_, word)| word);
        if self.is_called(last) {
            let is_there = theirs.terms.iter().any(|term| mine.terms.contains(term)) || stands(last);
            let person = !segment::words(own).any(|(_, word)| NOT_PERSONS.contains(&*fold(word)));
            return !is_there && (theirs.are_names || person && many(other, MANY));
        }
        theirs.are_names && many(own, APART) && !segment::words(own).any(|(_, word)| stands(word))
    }

    /// Whether a word is somebody's name: not of a body that has only letters for one, and written so within a sentence.
    fn is_called(&self, word: &str) -> bool {
        let folded = fold(word);
        let role = PERSONS.contains(&*folded) || TITLES.contains(&*folded) || MANY.contains(&&*folded);
        let letters = word.chars().skip(1).any(char::is_uppercase);
        word.starts_with(char::is_uppercase) && !role && !letters && self.capitals.contains(&*folded)
    }

    /// The sentence that ends the speech which the passages begin and do not end.
    fn end_of_speech(&self, evidence: &[Place]) -> Option<&Heard<'a>> {
        let last = self.sentences.iter().rposition(|sentence| sentence.is_touched(evidence))?;
        let begun = self.sentences.get(last)?;
        let marks = |text: &str| text.matches(['"', '“', '”']).count();
        let behind = self.sentences.get(last + 1..)?.iter().take(BEHIND);
        let mut same = behind.take_while(|next| next.place.paragraph == begun.place.paragraph);
        let is_open = begun.text.starts_with(['"', '“']) && marks(begun.text) == 1;
        if is_open { same.find(|next| marks(next.text) > 0) } else { None }
    }

    /// The sentences among which the speaker of quoted passages is named, where he is not named in them: from the last
    /// before them that names one who speaks, and behind them as far as the same speech goes. `None` where nobody who speaks
    /// is named near.
    fn turn(&self, evidence: &[Place]) -> Option<&[Heard<'a>]> {
        let touched = |sentence: &Heard<'_>| sentence.is_touched(evidence);
        let first = self.sentences.iter().position(touched)?;
        let last = self.sentences.iter().rposition(touched)?;
        let quoted = self.sentences.get(first..=last)?.iter().all(|sentence| is_speech(sentence.text));
        let paragraph = self.sentences.get(first)?.place.paragraph;
        let near = |sentence: &Heard<'_>| paragraph.get().saturating_sub(sentence.place.paragraph.get()) <= BACK;
        let from = self.sentences.get(..first)?.iter().rposition(|sentence| self.speaks_by_name(sentence.text))?;
        let next =
            self.sentences.get(last + 1).filter(|next| is_speech(next.text) && next.place.paragraph == paragraph);
        let end = last + 1 + usize::from(next.is_some());
        (quoted && near(self.sentences.get(from)?)).then(|| self.sentences.get(from..end)).flatten()
    }

    /// Whether somebody speaks in a sentence who is named there.
    fn speaks_by_name(&self, text: &str) -> bool {
        if self.language.tag() == Some("en") {
            let Some(speaker) = attribution(text).map(|found| found.speaker) else {
                return relative_speaker(text).is_some();
            };
            let aside = text.get(speaker.end().bytes()..).and_then(|rest| rest.strip_prefix(", "));
            let aside = aside.and_then(|rest| rest.split_once(',')).map(|(aside, _)| aside);
            let named = |text: &str| self.known_by(text).are_names;
            return speaker.slice(text).is_some_and(named)
                || aside.is_some_and(|aside| named(aside) && segment::word_count(aside) <= BESIDE);
        }
        let words: Vec<&str> = segment::each_word(text, |(_, word)| word);
        let is_name = |word: &&str| {
            let capital = word.starts_with(char::is_uppercase) && !self.language.is_function_word(word);
            capital && !self.nouns.contains(&self.language.term(word))
        };
        words.iter().enumerate().filter(|(_, word)| SAYING.contains(&word.to_lowercase().as_str())).any(|(at, _)| {
            let beside = |at: Option<usize>| {
                at.and_then(|at| words.get(at)).is_some_and(|word| SUBJECTS.contains(&&*fold(word)))
            };
            let around = words.iter().take(at + BESIDE + 1).skip(at.saturating_sub(BESIDE));
            !beside(at.checked_sub(1)) && !beside(at.checked_add(1)) && around.into_iter().any(is_name)
        })
    }

    /// By what words a speaker is known: the last name of each run of names, or else all words that tell.
    fn known_by(&self, speaker: &str) -> Known {
        let capital = |word: &str| word.starts_with(char::is_uppercase) && !self.language.is_function_word(word);
        let mut terms = Vec::new();
        for part in speaker.split([',', '(', ')']) {
            let names = segment::words(part).filter(|(_, word)| capital(word));
            terms.extend(names.last().map(|(_, word)| self.language.term(word)));
        }
        if !terms.is_empty() {
            return Known { terms, are_names: true };
        }
        let telling = |word: &str| !self.language.is_function_word(word) && !ANYBODY.contains(&&*fold(word));
        let words = segment::words(speaker).filter(|(_, word)| telling(word));
        Known { terms: words.map(|(_, word)| self.language.term(word)).collect(), are_names: false }
    }
}

/// Whether who speaks in a claim is only spoken of in its passages, and who speaks there is spoken of in the claim; not of
/// those who have names.
fn have_changed(claim: &str, own: &str, other: &str, passages: &[&str]) -> bool {
    let last = |who: &str| segment::words(who).last().map(|(_, word)| word.to_owned());
    let Some((mine, theirs)) = last(own).zip(last(other)) else { return false };
    let has = |text: &str, sought: &str| segment::words(text).any(|(_, word)| word == sought);
    let named = |who: &str| segment::words(who).skip(1).any(|(_, word)| word.starts_with(char::is_uppercase));
    let apart = !named(own) && !named(other) && !has(own, &theirs) && !has(other, &mine);
    apart && has(claim, &theirs) && passages.iter().any(|text| has(text, &mine) && has(text, &theirs))
}

/// Who speaks in a sentence.
fn speaker_in(text: &str) -> Option<&str> {
    attribution(text).and_then(|found| found.speaker.slice(text)).or_else(|| relative_speaker(text))
}

/// Who speaks in a relative clause: "Quill, who often said".
fn relative_speaker(text: &str) -> Option<&str> {
    let words: Vec<(Span, &str)> = segment::words(text).collect();
    let says = |at: usize| words.get(at).is_some_and(|(_, word)| RELATED.contains(word));
    let manner = |at: usize| words.get(at).is_some_and(|(_, word)| word.ends_with("ly") || MANNER.contains(word));
    let told = |at: usize| says(at + 1) || manner(at + 1) && says(at + 2);
    let at = (1..words.len()).find(|at| words.get(*at).is_some_and(|(_, word)| *word == "who") && told(*at))?;
    let (_, name) = words.get(at - 1)?;
    name.starts_with(char::is_uppercase).then_some(*name)
}

/// A text without what stands in quotation marks, but for a few words, which may be a name; the whole where the marks do
/// not pair.
fn unquoted(text: &str) -> String {
    let marks = ['"', '“', '”', '„'];
    if text.matches(marks).count() % 2 == 1 {
        return text.to_owned();
    }
    let is_kept = |(at, part): &(usize, &str)| at % 2 == 0 || segment::word_count(part) <= BESIDE;
    text.split(marks).enumerate().filter(is_kept).map(|(_, part)| part).collect::<Vec<_>>().join(" ")
}

/// By what a speaker is known.
struct Known {
    terms: Vec<Rc<str>>,
    are_names: bool,
}

impl Heard<'_> {
    fn has(&self, term: &str, as_name: bool) -> bool {
        if as_name { self.names.contains(term) } else { self.terms.contains(term) }
    }

    pub(super) fn is_touched(&self, evidence: &[Place]) -> bool {
        evidence.iter().any(|e| e.paragraph == self.place.paragraph && e.span.overlaps(self.place.span))
    }
}

/// Whether a sentence is spoken, wholly or in part.
fn is_speech(text: &str) -> bool {
    text.contains(['"', '“', '”', '„', '«', '»'])
}

/// Whether a sentence speaks on of somebody who was named before, or is a part of what they say.
fn continues(text: &str) -> bool {
    is_speech(text) || text.contains('‘') || has_pronoun(text)
}

/// Whether a word of a text stands for somebody or something that was named before.
pub(super) fn has_pronoun(text: &str) -> bool {
    segment::words(text).any(|(_, word)| is_pronoun(word))
}

pub(super) fn is_pronoun(word: &str) -> bool {
    PRONOUNS.contains(&*lower(word))
}

#[cfg(test)]
mod tests {
    use crate::analysis::evidence::Place;
    use crate::analysis::gate::Gate;
    use crate::article::{Article, ParagraphNo};
    use crate::text::Span;

    #[test]
    fn a_speaker_is_named_where_he_speaks_or_before() {
        let article = Article::parse(
            "The mayor, Ines Maddock, came late.\n\n\"The mole is safe,\" she said.\n\n\
             Tomas Reeve, a fisherman, said the mole was old.\n\nThe port office gave no figures.",
        );
        let gate = Gate::of(&article, Some("en"));
        for (paragraph, speaker, other) in [
            (1, "Ines Maddock", false),
            (1, "Mairi Quill", true),
            (2, "Tomas Reeve", false),
            (2, "Reeve, a fisherman", false),
            (2, "Ines Maddock", true),
            (3, "the port office", false),
            (3, "the coastguard", true),
            (3, "an editor's note", false),
        ] {
            let text = &article.paragraphs()[paragraph].text;
            let place = Place { paragraph: ParagraphNo::at(paragraph), span: Span::new(0, text.len()) };
            assert_eq!(gate.is_other_speaker(speaker, &[place]), other, "{text} {speaker}");
        }
    }
}
