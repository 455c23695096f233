//! Which figures of a claim do not stand in its passages. Refuses to reckon: what follows from other figures is not there.

use crate::analysis::figures::{Figure, Unit, bare_figures_in, is_carried, period};
use crate::text::segment;

/// The figures of a claim that no sentence carries, those that it repeats, and "a month" where the sentences have "a year".
pub(super) fn missing_figures(claim: &str, sentences: &[&str], language: Option<&str>) -> Vec<String> {
    let figures = bare_figures_in(claim, language);
    let heard: &[&str] = if figures.is_empty() { &[] } else { sentences };
    let carried: Vec<Figure> = heard.iter().flat_map(|sentence| bare_figures_in(sentence, language)).collect();
    let is_there =
        |figure: &Figure| is_carried(figure, carried.iter()) || is_elided(figure, &figures, &carried, language);
    let missing = figures.iter().filter(|figure| !is_there(figure));
    let mut missing: Vec<String> = missing.map(|figure| figure.text.clone()).collect();
    missing.extend(repeated(claim, &figures));
    missing.extend(other_period(claim, &figures, sentences));
    missing
}

/// The figures that a claim repeats side by side.
pub(super) fn repeated_figures(claim: &str, language: Option<&str>) -> Vec<String> {
    repeated(claim, &bare_figures_in(claim, language))
}

/// The second of two figures that are the same and side by side, which no sentence would say: "in 2007 and 2007".
fn repeated(claim: &str, figures: &[Figure]) -> Vec<String> {
    let again = |(first, second): &(&Figure, &Figure)| {
        let between = claim.get(first.span.end().bytes()..second.span.start().bytes()).unwrap_or_default();
        first.text == second.text && matches!(between.trim(), "and" | "to" | "or" | "-" | "–")
    };
    figures.iter().zip(figures.iter().skip(1)).filter(again).map(|(_, second)| second.text.clone()).collect()
}

/// Whether a figure is carried by one of which the unit was said of another only: "from five days a week to two".
fn is_elided(figure: &Figure, claimed: &[Figure], carried: &[Figure], language: Option<&str>) -> bool {
    let bare = |figure: &Figure| {
        let first = figure.text.split(' ').next().unwrap_or_default();
        bare_figures_in(first, language).first().filter(|_| figure.when.is_none()).map(|number| number.value)
    };
    let Some(number) = bare(figure) else { return false };
    let measured = |among: &[Figure], unit: Unit| among.iter().any(|other| other.unit == unit);
    carried.iter().filter(|other| bare(other) == Some(number)).any(|other| match (figure.unit, other.unit) {
        (Unit::Count, Unit::Count) => false,
        (unit, Unit::Count) => measured(carried, unit),
        (Unit::Count, unit) => measured(claimed, unit),
        _ => false,
    })
}

/// A span of time by which a claim counts, "a month", where the sentences have only another, "a year".
fn other_period(claim: &str, figures: &[Figure], sentences: &[&str]) -> Option<String> {
    let counted = |figure: &Figure, span| figure.span.covers(span);
    let (at, word) = segment::words(claim).find_map(|(span, word)| {
        let lone = !figures.iter().any(|figure| counted(figure, span));
        period(&word.to_lowercase()).filter(|_| lone).map(|at| (at, word))
    })?;
    let words = || sentences.iter().flat_map(|sentence| segment::words(sentence)).map(|(_, word)| word.to_lowercase());
    let forms = |word: &str| ["", "s", "e", "n", "en", "es"].iter().find_map(|end| period(word.strip_suffix(end)?));
    let other = words().any(|word| period(&word).is_some_and(|other| other != at));
    (other && !words().any(|word| forms(&word) == Some(at))).then(|| word.to_owned())
}
