//! What two claims are to each other: the same assertion, a conflict, one subject, or nothing. Refuses to look at any
//! third claim: which pairs become rows is decided over all of them.

use super::Class;
use super::conflict::{Conflict, FigurePair, Figures, conflict};
use super::reading::Reading;

/// The least score at which two claims say the same.
const AGREE: f32 = 0.56;
/// The least score at which two claims speak of the same.
const RELATED: f32 = 0.36;
/// The least score at which a conflict is one of two claims, and not of two chance words.
const DIFFER: f32 = 0.36;

/// What two claims are to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// Agree, differ or related; `None` when they have nothing to do with each other.
    pub class: Option<Class>,
    /// How alike they are, 0 to 1.
    pub score: f32,
    /// What they differ in.
    pub conflict: Option<Conflict>,
    /// Their figures, side by side.
    pub figures: Vec<FigurePair>,
}

impl Judgement {
    /// What a row of the two is worth, against other rows that either could be in; 0 for no row.
    pub(super) fn value(&self) -> f32 {
        match self.class {
            Some(Class::Agree) => self.score + 0.3,
            Some(Class::Differ) => self.score + 0.25,
            Some(_) => self.score,
            None => 0.0,
        }
    }
}

/// Judges two claims. Mirrored when they are swapped.
pub fn judge(a: &Reading, b: &Reading) -> Judgement {
    if b.text < a.text { mirrored(straight(b, a)) } else { straight(a, b) }
}

fn straight(a: &Reading, b: &Reading) -> Judgement {
    let score = if a.text == b.text { 1.0 } else { a.sketch.likeness(&b.sketch).score };
    if score < RELATED.min(DIFFER) {
        return Judgement { class: None, score, conflict: None, figures: Vec::new() };
    }
    let conflict = if a.text == b.text { None } else { conflict(a, b).filter(|_| score >= DIFFER) };
    let class = match &conflict {
        Some(_) => Some(Class::Differ),
        None if score >= AGREE => Some(Class::Agree),
        None if score >= RELATED => Some(Class::Related),
        None => None,
    };
    Judgement { class, score, conflict, figures: Figures::of(a, b).pairs() }
}

fn mirrored(judgement: Judgement) -> Judgement {
    let figures = judgement.figures.into_iter().map(|pair| FigurePair { a: pair.b, b: pair.a, ..pair }).collect();
    let conflict = judgement.conflict.map(|found| Conflict { a: found.b, b: found.a, ..found });
    Judgement { conflict, figures, ..judgement }
}
