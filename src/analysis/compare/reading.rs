//! A claim, read once for all comparisons: its words, its figures, its polarity, who says it. Refuses to compare.

use std::ops::Range;

use super::bounds;
use super::opposed::{Deed, deeds};
use crate::analysis::figures::{Figure, figures_in, spoken};
use crate::analysis::polarity::Polarity;
use crate::article::edtf::Edtf;
use crate::brief::Claim;
use crate::text::Span;
use crate::text::language::stated;
use crate::text::similar::{Sketch, Sketcher, Word};

/// Words that stand for whatever the other claim names.
const INDEFINITE: &[&str] =
    &["anyone", "anybody", "someone", "somebody", "everyone", "everybody", "anything", "something", "everything"];

/// Words before the name of a place, and the way in which each says that something is there; of the languages that do
/// not write every noun with a capital.
const PLACED: &[(&str, &[&str])] = &[
    ("in", &["in", "at", "near", "off", "outside", "à", "en", "dans"]),
    ("to", &["to", "into", "towards", "vers", "hacia"]),
    ("from", &["from", "desde", "depuis"]),
];

/// A word of a phrase weighs no less: what most claims speak of does.
const PHRASE: f32 = 0.6;

/// The name of a place in a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Where the name stands.
    pub span: Span,
    /// In, to or from.
    pub way: &'static str,
    /// Its words, by their place in the sketch.
    pub words: Range<usize>,
}

/// A language of which it is known how its sentences are built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    English,
    German,
    Other,
}

/// A claim, ready to be compared with many.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its sentence, or the beginning of a very long one.
    pub text: String,
    /// Its words and their direction.
    pub sketch: Sketch,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// Its cues of negation, and its words that have opposites.
    pub polarity: Polarity,
    /// Whom it is credited to.
    pub said_by: Option<String>,
    /// The date of what it claims, where that is known.
    pub when: Option<Edtf>,
    /// The places it names.
    pub(super) places: Vec<Place>,
    /// Its words that have opposites in a comparison only.
    pub(super) deeds: Vec<Deed>,
    /// How its sentence is built.
    pub(super) tongue: Tongue,
}

impl Reading {
    /// Reads a claim in a language (BCP 47 tag; English where it is not stated).
    pub fn of(claim: &Claim, language: Option<&str>, sketcher: &Sketcher) -> Self {
        let reading = Self::of_text(&claim.text, language, sketcher);
        Self { said_by: claim.said_by.clone(), when: claim.when, ..reading }
    }

    /// Reads a sentence of which no more is known; of a very long one the beginning.
    pub fn of_text(text: &str, language: Option<&str>, sketcher: &Sketcher) -> Self {
        let text = bounds::beginning(text);
        let sketch = sketcher.sketch(text);
        let mut figures = figures_in(text, language);
        spoken(text, &mut figures);
        figures.truncate(bounds::FIGURES);
        let places = places(text, &sketch.words, &figures);
        let mut polarity = Polarity::of(text, language);
        let (deeds, undoing) = deeds(&polarity, language);
        polarity.cues.extend(undoing);
        polarity.cues.sort_by_key(|cue| cue.span);
        let tongue = match &*stated(language) {
            "en" => Tongue::English,
            "de" => Tongue::German,
            _ => Tongue::Other,
        };
        Self { text: text.to_owned(), sketch, figures, polarity, said_by: None, when: None, places, deeds, tongue }
    }

    /// Whether it has a word with this stem.
    pub(super) fn has(&self, stem: &str) -> bool {
        self.sketch.words.iter().any(|word| &*word.stem == stem)
    }

    /// The words of a place that it names.
    pub(super) fn words_of(&self, place: &Place) -> &[Word] {
        self.sketch.words.get(place.words.clone()).unwrap_or_default()
    }

    /// Its words that another has too, each once, without those of figures.
    pub(super) fn shared(&self, other: &Self) -> Vec<&Word> {
        let of_a_figure = |word: &Word| self.figures.iter().any(|figure| figure.span.overlaps(word.span));
        let mut shared: Vec<&Word> = Vec::new();
        for word in self.sketch.words.iter().filter(|word| other.has(&word.stem) && !of_a_figure(word)) {
            if !shared.iter().any(|known| known.stem == word.stem) {
                shared.push(word);
            }
        }
        shared
    }

    /// What two claims both speak of, by the weight of the words they share; a name of several words counts by its
    /// weightiest, for it is one thing.
    pub(super) fn substance(&self, other: &Self) -> f32 {
        let mut sum = 0.0;
        let mut before: Option<&Word> = None;
        for word in self.shared(other) {
            let joins = |last: &Word| {
                let gap = Span::new(last.span.end(), word.span.start()).slice(&self.text);
                last.is_name && word.is_name && gap == Some(" ")
            };
            match before.filter(|last| joins(last)) {
                Some(last) => sum += (word.weight - last.weight).max(0.0),
                None => sum += word.weight,
            }
            before = Some(word);
        }
        sum
    }

    /// Whether two words that say something follow each other in both, and are no name: "the inquiry into the grounding".
    pub(super) fn shares_phrase(&self, other: &Self) -> bool {
        let in_a_figure = |word: &Word| self.figures.iter().any(|figure| figure.span.overlaps(word.span));
        // A title is a name where either claim writes it as one: "the prime minister", "Prime Minister Kadhimi".
        let is_name = |pair: &[Word]| pair.iter().all(|word| word.is_name);
        let weighs = |word: &Word| word.weight >= PHRASE && !in_a_figure(word);
        let tells = |pair: &&[Word]| !is_name(pair) && pair.iter().all(weighs);
        let same = |pair: &[Word]| {
            let mut others = other.sketch.words.windows(2);
            others.any(|of| of.iter().zip(pair).all(|(x, y)| x.stem == y.stem) && !is_name(of))
        };
        self.sketch.words.windows(2).filter(tells).any(same)
    }

    /// Whether it names something for certain that the other has too: by a name, or with "the" before it.
    pub(super) fn shares_definite(&self, other: &Self) -> bool {
        let is_definite = |word: &Word| {
            let before = Span::new(0, word.span.start()).slice(&self.text).unwrap_or_default();
            word.is_name || DEFINITE.contains(&last_word(before).as_str())
        };
        self.sketch.words.iter().any(|word| other.has(&word.stem) && is_definite(word))
    }

    /// The words that name its subject: no figures, no cues of negation, none of those in `besides`.
    pub(super) fn subject(&self, besides: &[Span]) -> Vec<&Word> {
        let of_a_figure = |span: Span| self.figures.iter().any(|figure| figure.span.overlaps(span));
        let subject = |word: &&Word| {
            let span = word.span;
            !INDEFINITE.contains(&&*word.folded)
                && !of_a_figure(span)
                && !self.polarity.is_cue(span)
                && !besides.iter().any(|other| other.overlaps(span))
        };
        self.sketch.words.iter().filter(subject).collect()
    }

    /// The subject's words that stand nearest to a place, `reach` of them on either side.
    pub(super) fn around(&self, place: Span, reach: usize) -> Vec<&Word> {
        let words = self.subject(&[]);
        let after = words.partition_point(|word| word.span.start() < place.start());
        let from = after.saturating_sub(reach);
        words.into_iter().skip(from).take(after - from + reach).collect()
    }
}

/// Words after which it is known what is meant.
const DEFINITE: &[&str] = &["the", "this", "his", "her", "its", "their", "le", "la", "les", "el", "los", "las"];

/// The last word of a text, in lower case.
fn last_word(text: &str) -> String {
    text.split_whitespace().next_back().unwrap_or_default().to_lowercase()
}

/// The names that stand behind a word for a place, each with the names that follow it at once.
fn places(text: &str, words: &[Word], figures: &[Figure]) -> Vec<Place> {
    let in_a_figure = |word: &Word| figures.iter().any(|figure| figure.span.overlaps(word.span));
    let mut places: Vec<Place> = Vec::new();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.is_name && !in_a_figure(word)) {
        let before = Span::new(0, word.span.start()).slice(text).unwrap_or_default();
        let follows = |last: &&mut Place| {
            let between = Span::new(last.span.end(), word.span.start()).slice(text).unwrap_or("?");
            matches!(between, " " | "-")
        };
        if let Some(last) = places.last_mut().filter(follows) {
            last.span = last.span.hull(word.span);
            last.words.end = at + 1;
            continue;
        }
        let placed = last_word(before);
        let way = PLACED.iter().find(|(_, words)| words.contains(&placed.as_str())).map(|(way, _)| *way);
        places.extend(way.map(|way| Place { span: word.span, way, words: at..at + 1 }));
    }
    places
}

/// How near two words are, 0 to 1.
pub(super) type Near<'n> = dyn Fn(&Word, &Word) -> f32 + 'n;

/// How much of the weight of the first words the second cover, 0 to 1; what is only near counts by its square. Nothing
/// is covered wholly.
pub(super) fn coverage(a: &[&Word], b: &[&Word]) -> f32 {
    coverage_by(a, b, &Word::near)
}

/// The same, with what is already known of how near two words are.
pub(super) fn coverage_by(a: &[&Word], b: &[&Word], near: &Near<'_>) -> f32 {
    let nearest = |word: &Word| b.iter().map(|other| near(word, other)).fold(0f32, f32::max);
    let (mut found, mut all) = (0f32, 0f32);
    for word in a {
        let weight = word.weight.max(0.02);
        found += weight * nearest(word).powi(2);
        all += weight;
    }
    if all > 0.0 { found / all } else { 1.0 }
}
