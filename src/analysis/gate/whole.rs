//! A sentence that condenses a whole article, such as one of a summary: its names stand anywhere there, so do most of its
//! words, and it is not the contrary of what it rests on. Refuses to ask that two sentences carry it all: a summary says in
//! one what an article says in ten. Figures are for [`figures`](crate::analysis::figures).

use std::rc::Rc;

use super::{Gate, Heard, Verdict};
use crate::analysis::evidence::Place;
use crate::text::lookup::Set;
use crate::text::segment;

/// Where a sentence names no passages, it is held against so many sentences that have the most of its words.
const NEAREST: usize = 3;
/// The share of fewer words than this tells nothing.
const TELLING: usize = 4;

impl<'a> Gate<'a> {
    /// Judges a sentence by the whole article, and by its passages where it has some. `coverage` is the share of its words
    /// that stand anywhere; figures are not looked at.
    pub fn judge_condensed(&self, sentence: &str, evidence: &[Place]) -> Verdict {
        if self.sentences.iter().any(|heard| heard.text == sentence) {
            return Verdict::GOOD;
        }
        let all: Vec<&Heard<'a>> = self.sentences.iter().collect();
        let missing_names = self.missing_names(sentence, &[], &all);
        let terms = self.telling_terms(sentence);
        let contrary = match evidence {
            [] => self.contrary(sentence, &self.nearest(&terms)),
            some => self.contrary(sentence, &self.window(some)),
        };
        Verdict { missing_names, coverage: self.share_there(&terms), contrary, ..Verdict::GOOD }
    }

    /// The terms of a sentence that are no function words.
    fn telling_terms(&self, sentence: &str) -> Set<Rc<str>> {
        let words = segment::words(sentence).map(|(_, word)| word);
        words.filter(|word| !self.language.is_function_word(word)).map(|word| self.term(word)).collect()
    }

    /// The share of terms that the article has; of few it tells nothing.
    fn share_there(&self, terms: &Set<Rc<str>>) -> f32 {
        let there = terms.iter().filter(|term| self.having.contains_key(*term)).count();
        if terms.len() < TELLING { 1.0 } else { there as f32 / terms.len() as f32 }
    }

    /// The sentences that have the most of these terms.
    fn nearest(&self, terms: &Set<Rc<str>>) -> Vec<&Heard<'a>> {
        let met = |heard: &Heard<'a>| terms.iter().filter(|term| heard.terms.contains(*term)).count();
        let mut by_most: Vec<(usize, &Heard<'a>)> = self.sentences.iter().map(|heard| (met(heard), heard)).collect();
        by_most.sort_by_key(|(met, _)| std::cmp::Reverse(*met));
        by_most.into_iter().filter(|(met, _)| *met > 0).take(NEAREST).map(|(_, heard)| heard).collect()
    }
}
