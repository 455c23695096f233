//! How near the words of some texts are to the words of others, each two looked at once however often they meet. Refuses
//! words of another sketcher.

use std::sync::Arc;

use super::{Sketch, Word};

/// The nearness of every word of some texts to every word of others.
pub struct Nearness {
    /// By the numbers of the two words, both ways.
    values: Vec<f32>,
    /// How many numbers there are.
    words: usize,
}

impl Nearness {
    /// Of texts that one sketcher has sketched.
    pub fn of<'a>(a: impl Iterator<Item = &'a Sketch>, b: impl Iterator<Item = &'a Sketch>) -> Self {
        let (a, b) = (distinct(a), distinct(b));
        let words = a.iter().chain(&b).map(|word| word.number + 1).max().unwrap_or(0);
        let mut values = vec![0.0; words * words];
        for x in &a {
            for y in &b {
                let near = if Arc::ptr_eq(&x.stem, &y.stem) { 1.0 } else { x.near_of_another_stem(y) };
                values[x.number * words + y.number] = near;
                values[y.number * words + x.number] = near;
            }
        }
        Self { values, words }
    }

    /// How near two words are, one of either side: 1 the same stem, 0 unrelated.
    pub fn near(&self, a: &Word, b: &Word) -> f32 {
        self.values.get(a.number * self.words + b.number).copied().unwrap_or(0.0)
    }
}

/// Every word once.
fn distinct<'a>(sketches: impl Iterator<Item = &'a Sketch>) -> Vec<&'a Word> {
    let mut words: Vec<&Word> = sketches.flat_map(|sketch| &sketch.words).collect();
    words.sort_by_key(|word| word.number);
    words.dedup_by_key(|word| word.number);
    words
}

#[cfg(test)]
mod tests {
    use crate::text::similar::{Nearness, Sketcher};

    #[test]
    fn what_is_kept_of_two_words_is_what_they_are_to_each_other() {
        let sketcher = Sketcher::new(None);
        let texts = ["The ferry struck a sandbank in fog.", "Ferries sank off the point.", "Fog lay on the bank."];
        let sketches = texts.map(|text| sketcher.sketch(text));
        let near = Nearness::of(sketches[..1].iter(), sketches[1..].iter());
        for x in &sketches[0].words {
            for y in sketches[1..].iter().flat_map(|sketch| &sketch.words) {
                assert_eq!(near.near(x, y), x.near(y));
                assert_eq!(near.near(y, x), x.near(y));
            }
        }
    }
}
