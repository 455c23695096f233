//! A claim, read once for all comparisons: its words, its figures, its polarity, who says it. Refuses to compare.

use crate::analysis::figures::{Figure, figures_in};
use crate::analysis::polarity::Polarity;
use crate::text::Span;
use crate::text::similar::{Sketch, Sketcher, Word};

/// Words that stand for whatever the other claim names.
const INDEFINITE: &[&str] =
    &["anyone", "anybody", "someone", "somebody", "everyone", "everybody", "anything", "something", "everything"];

/// A claim, ready to be compared with many.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its sentence.
    pub text: String,
    /// Its words and their direction.
    pub sketch: Sketch,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// Its cues of negation, and its words that have opposites.
    pub polarity: Polarity,
    /// Whom it is credited to.
    pub said_by: Option<String>,
}

impl Reading {
    /// Reads a sentence.
    pub fn of(text: &str, said_by: Option<&str>, language: Option<&str>, sketcher: &Sketcher) -> Self {
        Self {
            text: text.to_owned(),
            sketch: sketcher.sketch(text),
            figures: figures_in(text, language),
            polarity: Polarity::of(text),
            said_by: said_by.map(str::to_owned),
        }
    }

    /// The words that name its subject: no figures, no cues of negation, none of those in `besides`.
    pub(super) fn subject(&self, besides: &[Span]) -> Vec<&Word> {
        let of_a_figure = |span: Span| self.figures.iter().any(|figure| figure.span.overlaps(span));
        let subject = |word: &&Word| {
            let span = word.span;
            !INDEFINITE.contains(&word.folded.as_str())
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

/// How much of the weight of the first words the second cover, 0 to 1; what is only near counts by its square. Nothing
/// is covered wholly.
pub(super) fn coverage(a: &[&Word], b: &[&Word]) -> f32 {
    let nearest = |word: &Word| b.iter().map(|other| word.near(other)).fold(0f32, f32::max);
    let (mut found, mut all) = (0f32, 0f32);
    for word in a {
        let weight = word.weight.max(0.02);
        found += weight * nearest(word).powi(2);
        all += weight;
    }
    if all > 0.0 { found / all } else { 1.0 }
}
