//! The claims of many briefs that are nearest to one. Refuses to look at every word of every claim: directions are
//! compared first, and only the nearest are judged.

use super::Class;
use super::bounds;
use super::judge::{Judgement, judge};
use super::reading::Reading;
use crate::brief::Claim;
use crate::text::similar::{Sketch, Sketcher, Vector};

/// How many of the nearest by direction are judged, for each that is wanted.
const JUDGED: usize = 4;

/// A claim among many, by what is kept of it.
struct Entry {
    first_look: FirstLook,
    claim: Claim,
}

/// By what a claim is looked at first.
enum FirstLook {
    Direction(Vector),
    /// Of a language that has no directions.
    Sketch(Sketch),
}

/// Many claims in one language, ready to be asked for the nearest to one.
pub struct Nearest {
    sketcher: Sketcher,
    language: Option<String>,
    entries: Vec<Entry>,
}

/// A claim that is near to another.
#[derive(Clone, Debug)]
pub struct Near {
    /// Its number, in the order in which the claims were added.
    pub claim: usize,
    /// What the two are to each other.
    pub judgement: Judgement,
}

impl Near {
    /// What the two are to each other: agreeing, differing or related.
    pub fn class(&self) -> Class {
        self.judgement.class.unwrap_or(Class::Related)
    }
}

impl Nearest {
    /// No claims yet, in a language (BCP 47 tag; English where it is not stated).
    pub fn new(language: Option<&str>) -> Self {
        Self { sketcher: Sketcher::new(language), language: language.map(str::to_owned), entries: Vec::new() }
    }

    /// Adds a claim.
    pub fn add(&mut self, claim: &Claim) {
        // What a comparison reads of a claim, and no more.
        let text = bounds::beginning(&claim.text).to_owned();
        let sketch = || FirstLook::Sketch(self.sketcher.sketch(&text));
        let first_look = self.sketcher.direction(&text).map_or_else(sketch, FirstLook::Direction);
        let claim = Claim { text, said_by: claim.said_by.clone(), when: claim.when, ..Claim::default() };
        self.entries.push(Entry { first_look, claim });
    }

    /// At most `count` claims that have something to do with a claim, the nearest first. The claim itself is passed over
    /// by `is_other`, which is given a claim's number.
    pub fn to(&self, claim: &Claim, count: usize, is_other: impl Fn(usize) -> bool) -> Vec<Near> {
        let language = self.language.as_deref();
        let reading = Reading::of(claim, language, &self.sketcher);
        let mut found: Vec<Near> = self
            .nearest_by_direction(&reading, count.saturating_mul(JUDGED), is_other)
            .into_iter()
            .filter_map(|claim| self.entries.get(claim).map(|entry| (claim, entry)))
            .map(|(claim, entry)| {
                let other = Reading::of(&entry.claim, language, &self.sketcher);
                Near { claim, judgement: judge(&reading, &other) }
            })
            .filter(|near| near.judgement.class.is_some())
            .collect();
        found.sort_by(|x, y| y.judgement.score.total_cmp(&x.judgement.score).then(x.claim.cmp(&y.claim)));
        found.truncate(count);
        found
    }

    fn nearest_by_direction(&self, reading: &Reading, count: usize, is_other: impl Fn(usize) -> bool) -> Vec<usize> {
        let likeness = |entry: &Entry| match (&reading.sketch.vector, &entry.first_look) {
            (Some(a), FirstLook::Direction(b)) => a.cosine(b),
            (None, FirstLook::Direction(_)) => 0.0,
            (_, FirstLook::Sketch(sketch)) => reading.sketch.likeness(sketch).score,
        };
        let mut scored: Vec<(f32, usize)> = self
            .entries
            .iter()
            .enumerate()
            .filter(|(n, _)| is_other(*n))
            .map(|(n, entry)| (likeness(entry), n))
            .collect();
        let nearer = |x: &(f32, usize), y: &(f32, usize)| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1));
        if scored.len() > count && count > 0 {
            scored.select_nth_unstable_by(count - 1, nearer);
            scored.truncate(count);
        }
        scored.sort_by(nearer);
        scored.into_iter().map(|(_, n)| n).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Nearest;
    use crate::analysis::compare::Class;
    use crate::brief::Claim;

    #[test]
    fn the_nearest_claims_come_first_with_what_they_are_and_the_claim_itself_does_not_come() {
        let mut nearest = Nearest::new(None);
        let claims = [
            "The ferry carried 212 passengers.",
            "Turnout in Anbar was 62 percent.",
            "The ferry carried 221 passengers.",
            "The ferry had 212 passengers aboard.",
        ];
        let claims = claims.map(|text| Claim { text: text.to_owned(), ..Claim::default() });
        claims.iter().for_each(|claim| nearest.add(claim));
        let found = nearest.to(&claims[0], 5, |n| n != 0);
        let mut classes: Vec<_> = found.iter().map(|near| (near.claim, near.judgement.class)).collect();
        classes.sort_unstable();
        assert_eq!(classes, [(2, Some(Class::Differ)), (3, Some(Class::Agree))]);
    }
}
