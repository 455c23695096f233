//! How likely a strict editor is to let a claim stand alone, apart from its article, for a reader who knows only the title.
//! By the words of English or German that point out of a sentence, and by what the article has said before. Refuses to rule
//! anybody out: that is `fit`.
//!
//! Method: logistic regression on counts of cues, fitted to claims that were judged one by one beside their articles; see
//! `tests/scores/README.md`. That a definite noun phrase leans on what was said before is told, as in work on anaphoricity
//! (Vieira and Poesio, 2000, 'An Empirically Based System for Processing Definite Descriptions'), by whether its noun has
//! come up before, whether something behind it explains it, and whether there is only one of its kind.

use std::borrow::Cow;

use crate::analysis::alone::cue::{Cue, Cues};
use crate::analysis::alone::weights::{ENGLISH, GERMAN, OTHER, Weights};
use crate::analysis::lexicon::WELL_KNOWN;
use crate::analysis::reading::{Reading, Word};
use crate::analysis::tongues;
use crate::text::Span;
use crate::text::stem::lower;

mod abroad;
mod cue;
mod definite;
mod german;
mod open;
mod pointing;
mod story;
mod weights;

#[cfg(test)]
pub(super) use cue::NAMES;

/// What a claim has in common with the title, on average: the share of its content words, and whether it begins with one.
const COMMON: (f32, f32) = (0.2, 0.3);

/// In other languages, where the likelihoods lie close together: how much more each counts, and how far apart they are drawn.
const KINDER: f32 = 1.35;
const APART: f32 = 1.5;

/// The same in German, where fewer sentences stand alone.
const GERMAN_KINDER: f32 = 1.3;
const GERMAN_APART: f32 = 2.0;

/// A language whose claims were judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tongue {
    English,
    German,
    /// One of those whose words `tongues` knows and parts by spaces, taken together.
    Other,
}

impl Tongue {
    /// That of a primary language subtag; where there is none, English.
    fn of(tag: Option<&str>) -> Option<Self> {
        match tag {
            None | Some("en") => Some(Self::English),
            Some("de") => Some(Self::German),
            tag => tongues::of(tag).filter(|tongue| tongue.has_words()).map(|_| Self::Other),
        }
    }

    const fn weights(self) -> &'static Weights {
        match self {
            Self::English => &ENGLISH,
            Self::German => &GERMAN,
            Self::Other => &OTHER,
        }
    }
}

/// What is to stand alone, and what it stands in.
pub struct Kept<'k, 'a> {
    /// Its article.
    pub reading: &'k Reading<'a>,
    /// The number of its sentence.
    pub sentence: usize,
    /// The part of the sentence that is kept.
    pub span: Span,
    /// What of the sentence stands inside quotation marks.
    pub quoted: &'k [Span],
    /// The places in the sentence where a name is put in.
    pub named: &'k [Span],
    /// What of the sentence is left out.
    pub left_out: &'k [Span],
    /// How it stands by the rules of `fit`, about 1.
    pub rule: f32,
}

/// A word of what is kept.
struct Spoken<'t> {
    span: Span,
    written: &'t str,
    lower: Cow<'t, str>,
    /// How long it is without what is contracted with it.
    bare: usize,
    term: usize,
    quoted: bool,
    /// Whether it is (a part of) a name.
    name: bool,
    /// Whether it gives way to a fuller name.
    replaced: bool,
}

impl Spoken<'_> {
    /// The word without what is contracted with it: 'it' of 'it's'.
    fn bare(&self) -> &str {
        self.lower.get(..self.bare).unwrap_or(&self.lower)
    }
}

impl Kept<'_, '_> {
    /// How likely it is to be let stand, 0 to 1; `None` in a language whose claims were not judged.
    pub fn likelihood(&self) -> Option<f32> {
        let Weights { bias, cues } = self.tongue()?.weights();
        let odds = bias + self.cues()?.0.iter().zip(cues).map(|(cue, weight)| cue * weight).sum::<f32>();
        let likelihood = 1.0 / (1.0 + (-odds).exp());
        Some(match self.tongue()? {
            Tongue::English => likelihood,
            Tongue::Other => (KINDER * likelihood).powf(APART).min(1.0),
            Tongue::German => {
                let share = self.leaves_open().map_or(1.0, open::Open::share);
                share * (GERMAN_KINDER * likelihood).powf(GERMAN_APART).min(1.0)
            }
        })
    }

    /// What it leaves open for certain.
    pub(super) fn leaves_open(&self) -> Option<open::Open> {
        let tongue = self.tongue().filter(|tongue| *tongue == Tongue::German)?;
        open::open(self, &self.words(tongue))
    }

    fn tongue(&self) -> Option<Tongue> {
        Tongue::of(self.reading.language.tag())
    }

    /// The cues, each counted; `None` where [`Kept::likelihood`] has none.
    pub(super) fn cues(&self) -> Option<Cues> {
        let tongue = self.tongue()?;
        let mut cues = Cues::default();
        let words = self.words(tongue);
        cues.add(Cue::Rule, self.rule);
        self.form(&words, &mut cues);
        self.subject(&words, &mut cues);
        self.names(&words, &mut cues);
        self.worth(&words, &mut cues);
        match tongue {
            Tongue::English => {
                pointing::count(self.text(), &words, &mut cues);
                story::count(&words, &mut cues);
            }
            Tongue::German => german::count(self.text(), &words, &mut cues),
            Tongue::Other => abroad::count(self.reading.language.tag(), &words, &mut cues),
        }
        definite::count(self, tongue, &words, &mut cues);
        Some(cues)
    }

    fn text(&self) -> &str {
        self.reading.sentences.get(self.sentence).map_or("", |s| s.text)
    }

    fn words(&self, tongue: Tongue) -> Vec<Spoken<'_>> {
        let Some(sentence) = self.reading.sentences.get(self.sentence) else { return Vec::new() };
        let kept =
            sentence.words.iter().enumerate().filter(|(_, word)| {
                self.span.covers(word.span) && !self.left_out.iter().any(|out| out.covers(word.span))
            });
        let text =
            |at: Option<usize>| at.and_then(|at| sentence.words.get(at)?.span.slice(sentence.text)).unwrap_or("");
        let can_be_name = |at: usize| match tongue {
            Tongue::English => !matches!(text(Some(at)), "I" | "I'm" | "I’m" | "I've" | "I’ve"),
            Tongue::German => german::may_be_name(text(at.checked_sub(1))),
            Tongue::Other => true,
        };
        let word = |(at, word): (usize, &Word)| {
            let written = word.span.slice(sentence.text).unwrap_or("");
            let lower = lower(written);
            Spoken {
                span: word.span,
                written,
                bare: lower.find('\'').unwrap_or(lower.len()),
                lower,
                term: word.term,
                quoted: self.quoted.iter().any(|q| q.covers(word.span)),
                name: (word.capital || at == 0 && self.reading.is_capitalised(written)) && can_be_name(at),
                replaced: self.named.iter().any(|named| named.covers(word.span)),
            }
        };
        kept.map(word).collect()
    }

    fn is_about(&self, word: &Spoken<'_>) -> bool {
        self.reading.about.contains(&word.term)
    }

    /// Whether the article has the word before this sentence.
    fn is_old(&self, word: &Spoken<'_>) -> bool {
        self.reading.terms.get(word.term).is_some_and(|term| term.first < self.sentence)
    }

    /// Whether the article had another name before it, where it had it first.
    fn is_shortened(&self, word: &Spoken<'_>) -> bool {
        let first = self.reading.terms.get(word.term).and_then(|term| self.reading.sentences.get(term.first));
        first.is_some_and(|sentence| {
            let spoken = |at: usize| sentence.words.get(at).filter(|word| word.capital || at == 0 && !word.small);
            (1..sentence.words.len()).any(|at| {
                let gap = || {
                    Span::new(sentence.words.get(at - 1)?.span.end(), sentence.words.get(at)?.span.start())
                        .slice(sentence.text)
                };
                spoken(at).is_some_and(|name| name.term == word.term) && spoken(at - 1).is_some() && gap() == Some(" ")
            })
        })
    }

    fn is_content(&self, word: &Spoken<'_>) -> bool {
        self.reading.terms.get(word.term).is_some_and(|term| term.is_content())
    }

    /// Length, place and make.
    fn form(&self, words: &[Spoken<'_>], cues: &mut Cues) {
        let length = words.len();
        cues.add(Cue::Length, length.min(40) as f32 / 20.0);
        cues.flag(Cue::Short, length < 9);
        cues.flag(Cue::Opens, self.reading.sentences.get(self.sentence).is_some_and(|s| s.opens));
        let quoted = words.iter().filter(|word| word.quoted).count() as f32 / length.max(1) as f32;
        cues.add(Cue::Quoted, quoted);
        cues.flag(Cue::MostlyQuoted, quoted > 0.5);
        cues.flag(Cue::Named, self.named.iter().any(|named| self.span.covers(*named)));
    }

    /// What it has in common with title, standfirst and headings.
    fn subject(&self, words: &[Spoken<'_>], cues: &mut Cues) {
        // Without a title, as much as is common where there is one.
        if self.reading.about.is_empty() {
            cues.add(Cue::About, COMMON.0);
            cues.add(Cue::BeginsAbout, COMMON.1);
            return;
        }
        let content = words.iter().filter(|word| self.is_content(word)).count();
        let about = words.iter().filter(|word| self.is_about(word)).count();
        cues.add(Cue::About, about as f32 / content.max(1) as f32);
        cues.flag(Cue::BeginsAbout, words.iter().take(5).any(|word| self.is_about(word)));
    }

    /// Whether it says something that a reader of the title would miss.
    fn worth(&self, words: &[Spoken<'_>], cues: &mut Cues) {
        const LATE: f32 = 20.0;
        let figures = words.iter().filter(|word| word.written.starts_with(|c: char| c.is_ascii_digit())).count();
        cues.add(Cue::Figures, figures as f32);
        cues.add(Cue::Early, (1.0 - self.sentence as f32 / LATE).max(0.0));
        cues.flag(Cue::OffTitle, !words.iter().any(|word| self.is_about(word)) && !self.reading.about.is_empty());
    }

    fn names(&self, words: &[Spoken<'_>], cues: &mut Cues) {
        let name = |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|word| word.name);
        let count = words.iter().filter(|word| word.name).count();
        cues.add(Cue::Names, count.min(5) as f32 / 3.0);
        cues.flag(Cue::NoName, count == 0);
        cues.flag(Cue::BeginsWithName, name(Some(0)));
        for (at, word) in words.iter().enumerate().filter(|(_, word)| word.name && !word.replaced) {
            let shouted = word.written.len() > 1 && word.written.bytes().all(|b| b.is_ascii_uppercase());
            cues.flag(Cue::ShortForm, shouted && !self.is_about(word) && !WELL_KNOWN.contains(word.written));
            if name(at.checked_sub(1)) || name(Some(at + 1)) {
                continue;
            }
            if self.is_about(word) {
                cues.add(Cue::NameAbout, 1.0);
            } else if self.is_old(word) {
                cues.flag(Cue::NameShortened, self.is_shortened(word));
                cues.add(Cue::NameOld, 1.0);
                cues.flag(Cue::NameOldFirst, at < 3);
            } else {
                cues.add(Cue::NameNew, 1.0);
            }
        }
    }
}
