//! The rows of a comparison as a reader sees them: the program's own, with what the reader said of them. Refuses to
//! judge: that is the analysis, and the reader.

use super::{Class, Comparison, FigurePair, Side};
use crate::brief::study::{Change, Class as Verdict, Correction};
use crate::brief::{Brief, Claim, ClaimId};
use crate::text::Span;

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// What it is; `None` for the summaries.
    pub class: Option<Class>,
    /// The claims of A and of B, by their index.
    pub claims: [Option<usize>; 2],
    /// Why it is what it is.
    pub reason: String,
    /// Words and figures of each that the other does not have.
    pub marks: [Vec<Span>; 2],
    /// Claims of other rows that are near: the side, 0 or 1, and the index.
    pub see_also: Vec<(usize, usize)>,
    /// Whether the reader made it what it is.
    pub corrected: bool,
    /// The two claims that a correction of this row is about; `None` for a claim that no other was laid beside.
    pub pair: Option<(usize, usize)>,
    /// How alike the two are, 0 to 1; `None` where it is the reader who laid them side by side.
    pub score: Option<f32>,
    /// The figures of the one beside those of the other.
    pub figures: Vec<FigurePair>,
}

impl Row {
    /// Whether it is of one claim alone, as the row before it is and for the same reason: that is said once for both.
    pub fn goes_on(&self, before: &Self) -> bool {
        let is_alone = matches!(self.class, Some(Class::OnlyA | Class::OnlyB));
        is_alone && (self.class, self.corrected, &self.reason) == (before.class, before.corrected, &before.reason)
    }
}

/// What the reader said of a claim of A and a claim of B.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The claim of A, by its index.
    pub a: usize,
    /// The claim of B, by its index.
    pub b: usize,
    /// What they are to each other.
    pub verdict: Verdict,
}

impl Said {
    /// The brief of two that keeps what is said of both: the one whose name comes first. Then the other, and whether
    /// that other is A.
    pub fn owner<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str, bool) {
        if a <= b { (a, b, false) } else { (b, a, true) }
    }

    /// What says it of a claim of A and a claim of B, each with its brief's name, or takes that back: the brief that
    /// keeps it, and the change of its study.
    pub fn change<'a>(a: (&'a str, &ClaimId), b: (&'a str, &ClaimId), verdict: Option<Verdict>) -> (&'a str, Change) {
        let (owner, with, flipped) = Self::owner(a.0, b.0);
        let (a, b) = if flipped { (b.1, a.1) } else { (a.1, b.1) };
        let (with, a, b) = (with.to_owned(), a.clone(), b.clone());
        let change = match verdict {
            Some(class) => Change::Correct(Correction { with, a, b, class, at: None }, None),
            None => Change::Uncorrect { with, a, b },
        };
        (owner, change)
    }

    /// The corrections of two briefs, `flipped` where they are kept as of B and A. Those of claims that are gone say
    /// nothing any more.
    pub fn of(corrections: &[Correction], with: &str, briefs: [&Brief; 2], flipped: bool) -> Vec<Self> {
        let at = |brief: &Brief, of: &dyn Fn(&Claim) -> bool| brief.claims.iter().position(of);
        let here = corrections.iter().filter(|correction| correction.with == with);
        let said = here.filter_map(|correction| {
            let (a, b) = if flipped { (&correction.b, &correction.a) } else { (&correction.a, &correction.b) };
            let a = at(briefs[0], &|claim| claim.id == *a)?;
            let b = at(briefs[1], &|claim| claim.id == *b)?;
            Some(Self { a, b, verdict: correction.class })
        });
        said.collect()
    }
}

/// Every claim of both in exactly one row, those that the reader corrected as the reader has them.
pub fn rows(comparison: &Comparison, said: &[Said]) -> Vec<Row> {
    let mut rows: Vec<Row> = comparison.rows.iter().map(own).collect();
    for said in said {
        correct(&mut rows, *said);
    }
    rows
}

/// A row as the program has it.
fn own(row: &super::Row) -> Row {
    let side = |side: Side| usize::from(side == Side::B);
    Row {
        class: Some(row.class),
        claims: [row.a, row.b],
        reason: row.reason.clone(),
        marks: [row.marks_a.clone(), row.marks_b.clone()],
        see_also: row.see_also.iter().map(|(of, claim)| (side(*of), *claim)).collect(),
        corrected: false,
        pair: row.a.zip(row.b),
        score: Some(row.score),
        figures: row.figures.clone(),
    }
}

fn correct(rows: &mut Vec<Row>, said: Said) {
    let pair = [Some(said.a), Some(said.b)];
    let at = rows.iter().position(|row| row.claims == pair);
    match (at, class_of(said.verdict)) {
        (Some(at), Some(class)) => {
            let Some(row) = rows.get_mut(at) else { return };
            // Who says what the program says corrects nothing.
            let Some(was) = row.class.filter(|was| *was != class).map(Class::name) else { return };
            row.reason = format!("the program says {was}, {}", row.reason);
            row.class = Some(class);
            row.corrected = true;
        }
        (Some(at), None) => {
            let reason = |other: &str, claim: usize| format!("it has nothing to do with {other} {}", claim + 1);
            let both = [alone(0, said, reason("B", said.b)), alone(1, said, reason("A", said.a))];
            rows.splice(at..=at, both);
        }
        (None, Some(class)) => {
            let at = release(rows, 0, said.a);
            let from = release(rows, 1, said.b);
            let at = at.map(|at| if from.is_some_and(|(from, gone)| gone && from < at.0) { at.0 - 1 } else { at.0 });
            let row = Row {
                class: Some(class),
                claims: pair,
                reason: "the program did not lay these two side by side".to_owned(),
                corrected: true,
                pair: Some((said.a, said.b)),
                ..Row::default()
            };
            rows.insert(at.unwrap_or(rows.len()).min(rows.len()), row);
        }
        (None, None) => {}
    }
}

const fn class_of(verdict: Verdict) -> Option<Class> {
    match verdict {
        Verdict::Agree => Some(Class::Agree),
        Verdict::Differ => Some(Class::Differ),
        Verdict::Related => Some(Class::Related),
        Verdict::None => None,
    }
}

const fn only(side: usize) -> Class {
    if side == 0 { Class::OnlyA } else { Class::OnlyB }
}

/// The claim of one side alone, parted by the reader from that of the other.
fn alone(side: usize, said: Said, reason: String) -> Row {
    let claims = if side == 0 { [Some(said.a), None] } else { [None, Some(said.b)] };
    let pair = Some((said.a, said.b));
    Row { class: Some(only(side)), claims, reason, corrected: true, pair, ..Row::default() }
}

/// Takes a claim out of its row; what stood beside it stays there alone. Where that row is, and whether it is gone.
fn release(rows: &mut Vec<Row>, side: usize, claim: usize) -> Option<(usize, bool)> {
    let at = rows.iter().position(|row| row.claims.get(side) == Some(&Some(claim)))?;
    let other = rows.get(at)?.claims.get(1 - side).copied().flatten();
    match other {
        None => {
            rows.remove(at);
            Some((at, true))
        }
        Some(left) => {
            let mut claims = [None, None];
            if let Some(place) = claims.get_mut(1 - side) {
                *place = Some(left);
            }
            let reason = "the claim that stood beside it has another partner, as you said".to_owned();
            if let Some(row) = rows.get_mut(at) {
                *row = Row { class: Some(only(1 - side)), claims, reason, ..Row::default() };
            }
            Some((at, false))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Row, Said, correct};
    use crate::analysis::compare::Class;
    use crate::brief::study::Class as Verdict;

    fn row(class: Class, a: Option<usize>, b: Option<usize>) -> Row {
        Row { class: Some(class), claims: [a, b], pair: a.zip(b), ..Row::default() }
    }

    #[test]
    fn a_correction_leaves_every_claim_in_one_row() {
        let own = [
            row(Class::Agree, Some(0), Some(1)),
            row(Class::OnlyB, None, Some(0)),
            row(Class::Differ, Some(1), Some(2)),
            row(Class::OnlyA, Some(2), None),
        ];
        for (a, b, verdict, class) in [
            (0, 1, Verdict::Differ, Some(Class::Differ)),
            (0, 1, Verdict::None, None),
            (0, 2, Verdict::Related, Some(Class::Related)),
            (2, 0, Verdict::Agree, Some(Class::Agree)),
            (1, 0, Verdict::Agree, Some(Class::Agree)),
            (2, 1, Verdict::None, None),
        ] {
            let mut rows = own.to_vec();
            correct(&mut rows, Said { a, b, verdict });
            let mut of_a: Vec<usize> = rows.iter().filter_map(|row| row.claims[0]).collect();
            let mut of_b: Vec<usize> = rows.iter().filter_map(|row| row.claims[1]).collect();
            of_a.sort_unstable();
            of_b.sort_unstable();
            assert_eq!((of_a, of_b), (vec![0, 1, 2], vec![0, 1, 2]), "{a} {b} {verdict:?}");
            let there = rows.iter().find(|row| row.claims == [Some(a), Some(b)]);
            assert_eq!(there.and_then(|row| row.class), class, "{a} {b} {verdict:?}");
            assert!(there.is_none_or(|row| row.corrected));
        }
    }
}
