//! Whether two claims that are not very alike give the same measure of one thing: the damage, the cars a day. Refuses to
//! compare the two measures.

use super::conflict::{counts_one, strange_name};
use super::counted::are_one;
use super::reading::{Near, Reading, Tongue, coverage_by};
use crate::analysis::figures::{Figure, Unit};
use crate::text::Span;
use crate::text::similar::Word;

/// Words that say no more than that something is an amount, or that somebody gives it; by their beginnings, without accents.
const OF_AMOUNTS: &[&str] = &[
    "estimat", "put", "said", "say", "tell", "told", "report", "accord", "total", "amount", "calculat", "reckon",
    "schatz", "geschatz", "beziff", "betrag", "betrug", "hohe", "sag", "gesagt", "laut", "angab", "rund", "lieg",
    "lag", "belauf", "belief",
];

/// The least share of what a claim says besides its amount and its names that another must have for the two to measure one
/// thing: where they share one word, and where they share more.
const MEASURED: [f32; 2] = [0.75, 0.6];

/// The same where each says how much it is in a day or another period.
const RATED: f32 = 0.45;
const PERIODS: &[&str] = &["day", "dail", "week", "month", "year", "hour", "tag", "woche", "monat", "jahr", "stund"];

/// Whether two claims that are else not very alike give the same measure of one thing: each has one amount of that unit, and
/// the one has most of what the other says of it.
pub(super) fn measure_one(a: &Reading, b: &Reading, near: &Near<'_>) -> bool {
    let amounts = |reading: &'_ Reading| reading.figures.iter().any(is_amount);
    if !amounts(a) || !amounts(b) {
        return false;
    }
    let only = |of: &Reading, unit: Unit| of.figures.iter().filter(|figure| figure.unit == unit).count() == 1;
    a.figures.iter().filter(|x| is_amount(x) && only(a, x.unit) && only(b, x.unit)).any(|x| {
        let told = |y: &&Figure| x.unit == y.unit && counts_one(x, y) == (x.unit == Unit::Count).then_some(true);
        b.figures.iter().find(told).is_some_and(|y| is_of_one(a, x, b, y, near))
    })
}

const fn is_amount(figure: &Figure) -> bool {
    !matches!(figure.unit, Unit::Date | Unit::Ordinal | Unit::Clock | Unit::Age | Unit::Times)
}

/// Words between an amount and that of which each has so much: "2 crowns a share".
const EACH: &[&str] = &["a", "an", "per", "each", "every", "je", "pro"];

fn is_of_one(a: &Reading, x: &Figure, b: &Reading, y: &Figure, near: &Near<'_>) -> bool {
    let (of_a, of_b) = (measured(a, x, y), measured(b, y, x));
    let is_name = |word: &Word| {
        let named = |of: &[&Word]| of.iter().any(|other| other.is_name && other.folded == word.folded);
        a.tongue != Tongue::German && (named(&of_a) || named(&of_b))
    };
    let only_names = |of: &[&Word]| of.iter().all(|word| is_name(word));
    let strange = strange_name(&of_a, b) && strange_name(&of_b, a);
    if strange || only_names(&of_a) || only_names(&of_b) {
        return false;
    }
    let [of_a, of_b] = [of_a.clone(), of_b.clone()].map(|mut words| {
        words.retain(|word| !is_name(word));
        words
    });
    let shared = of_a.iter().filter(|word| b.has(&word.stem)).count();
    let period = |word: &&Word| PERIODS.iter().any(|start| word.folded.starts_with(start));
    let [rate, other] = [&of_a, &of_b].map(|words| words.iter().any(period));
    let wanted = match shared {
        0 => return false,
        _ if rate && other => RATED,
        1 => MEASURED[0],
        _ => MEASURED[1],
    };
    coverage_by(&of_a, &of_b, near).max(coverage_by(&of_b, &of_a, near)) >= wanted
}

/// The words of a claim by which it is known what an amount is of, beside that of another claim.
fn measured<'r>(reading: &'r Reading, figure: &Figure, other: &Figure) -> Vec<&'r Word> {
    let counted = |word: &Word| figure.head.iter().chain(&other.head).any(|head| are_one(head, &word.stem));
    let light = |word: &Word| OF_AMOUNTS.iter().any(|start| word.folded.starts_with(start));
    let each = |word: &Word| {
        let between = Span::new(figure.span.end(), word.span.start()).slice(&reading.text);
        figure.span.end() <= word.span.start() && between.is_some_and(|text| EACH.contains(&text.trim()))
    };
    let mut words = reading.subject(&[]);
    words.retain(|word| !(light(word) || each(word) || figure.unit == Unit::Count && counted(word)));
    words
}
