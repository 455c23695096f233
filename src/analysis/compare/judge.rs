//! What two claims are to each other: the same assertion, a conflict, one subject, or nothing. Refuses to look at any
//! third claim: which pairs become rows is decided over all of them.

use super::Class;
use super::conflict::{Conflict, Difference, FigurePair, Figures, Scope, contrary, count_others, difference};
use super::measured::measure_one;
use super::reading::Reading;
use super::tied::{says_more, tied};
use crate::analysis::figures::Relation;
use crate::text::similar::Word;

/// The least score at which two claims say the same.
const AGREE: f32 = 0.56;
/// The least score at which two claims may speak of the same.
const RELATED: f32 = 0.36;
/// What a unit of weight of the words that two claims share adds to their score when it is asked whether they speak of
/// the same, and how much is wanted then: by logistic regression on pairs of news sentences that people judged (STS,
/// 2 and above of 5 against less than 1.5). A shared topic alone scores as high as a shared subject in other words; it
/// does not share as many words that are rare in both briefs.
const SUBSTANCE: (f32, f32) = (0.0171, 0.482);
/// The least score at which a conflict is one of two claims, and not of two chance words.
const DIFFER: f32 = 0.36;

/// The score from which two claims say the same though they seem to count different things.
const SURELY: f32 = 0.8;

/// What two claims are to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// Agree, differ or related; `None` when they have nothing to do with each other.
    pub class: Option<Class>,
    /// How alike they are, 0 to 1.
    pub score: f32,
    /// What they differ in.
    pub conflict: Option<Conflict>,
    /// Why what they say differently may both be true.
    pub scope: Option<Scope>,
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
    judge_by(a, b, Word::near)
}

/// The same, with what is already known of how near two words are.
pub(super) fn judge_by(a: &Reading, b: &Reading, near: impl Fn(&Word, &Word) -> f32) -> Judgement {
    if b.text < a.text { mirrored(straight(b, a, near)) } else { straight(a, b, near) }
}

fn straight(a: &Reading, b: &Reading, near: impl Fn(&Word, &Word) -> f32) -> Judgement {
    let score = if a.text == b.text { 1.0 } else { a.sketch.likeness_by(&b.sketch, &near).score };
    let weak = score < RELATED.min(DIFFER);
    let measured = score < AGREE && measure_one(a, b, &near);
    if weak && !measured {
        let class = tied(a, b).then_some(Class::Related);
        return Judgement { class, score, conflict: None, scope: None, figures: Vec::new() };
    }
    let figures = Figures::of(a, b, &near);
    let mut pairs = figures.pairs();
    let found = if a.text == b.text { None } else { difference(a, b, &figures, measured) };
    let (conflict, scope) = match found {
        Some(Difference::Conflict(conflict)) => (Some(conflict), None),
        Some(Difference::Scope(scope)) => (None, Some(scope)),
        None => (None, None),
    };
    if scope.is_some() {
        let apart = pairs.iter_mut().filter(|pair| pair.verdict == Relation::Conflict);
        apart.for_each(|pair| pair.verdict = Relation::OtherScope);
    }
    let class = match (&conflict, &scope) {
        (Some(_), _) => Some(Class::Differ),
        (None, None) if score >= AGREE => Some(agreeing(a, b, score, &figures)),
        (None, Some(_)) => Some(Class::Related),
        (None, None) if weak => (!figures.agreeing.is_empty()).then_some(Class::Related),
        _ => (a.shares_phrase(b) || tied(a, b) || score + SUBSTANCE.0 * substance(a, b) >= SUBSTANCE.1)
            .then_some(Class::Related),
    };
    Judgement { class, score, conflict, scope, figures: pairs }
}

/// What two claims are that score as two which say the same, and in which no conflict was found.
fn agreeing(a: &Reading, b: &Reading, score: f32, figures: &Figures<'_>) -> Class {
    let others = score < SURELY && (count_others(figures) || says_more(a, b));
    if a.text != b.text && (others || contrary(a, b).is_some()) { Class::Related } else { Class::Agree }
}

/// What two claims both speak of, the same both ways.
fn substance(a: &Reading, b: &Reading) -> f32 {
    (a.substance(b) + b.substance(a)) / 2.0
}

fn mirrored(judgement: Judgement) -> Judgement {
    let figures = judgement.figures.into_iter().map(|pair| FigurePair { a: pair.b, b: pair.a, ..pair }).collect();
    let conflict = judgement.conflict.map(|found| Conflict { a: found.b, b: found.a, ..found });
    let scope = judgement.scope.map(|scope| Scope { a: scope.b, b: scope.a, said: turned(&scope.said) });
    Judgement { conflict, scope, figures, ..judgement }
}

/// "2018 / 2014" of "2014 / 2018".
fn turned(said: &str) -> String {
    said.split_once(" / ").map_or_else(|| said.to_owned(), |(a, b)| format!("{b} / {a}"))
}
