//! How the words before a figure hedge it, and between what it then lies. Refuses to look further than the words that stand
//! against the figure: "over the two years" is not more than two.
//!
//! How wide a hedge is has no source here but judgement: wide, so that only what is far off is said to conflict.

use super::token::Token;
use super::{Approximation, Unit};

/// "About 100" is 88 to 112.
const ABOUT: f64 = 0.12;
/// "More than 100" is no more than 150: nobody says so of what is known to be more than so many times as much.
const MORE: f64 = 1.5;

/// Seconds of ten years.
const DECADE: f64 = 315_576_000.0;

#[rustfmt::skip]
const OVER: &[&str] = &[
    "more than", "over", "at least", "exceeding", "in excess of", "no fewer than", "no less than", "not less than",
    "upwards of", "above", "greater than", "mehr als", "über", "mindestens", "plus de", "más de", "più di", "mais de",
    "a minimum of", "minimum of",
];
#[rustfmt::skip]
const UNDER: &[&str] = &[
    "less than", "fewer than", "under", "up to", "at most", "no more than", "not more than", "below", "as many as",
    "as much as", "weniger als", "moins de", "menos de", "meno di", "bis zu", "a maximum of", "maximum of",
];
/// Before the others: "just over 100" is about 100.
#[rustfmt::skip]
const NEAR: &[&str] = &[
    "about", "around", "some", "roughly", "approximately", "nearly", "almost", "estimated", "circa", "ca", "close to",
    "just over", "just under", "a little over", "a little under", "some of", "rund", "etwa", "fast", "knapp",
    "environ", "près de", "unos", "casi", "cerca de", "quase", "ongeveer",
];
/// Words that are figures themselves, with the least and the most that they are said of, and of what.
const VAGUE: &[(&str, f64, f64, Unit)] = &[
    ("dozens", 20.0, 200.0, Unit::Count),
    ("scores", 30.0, 200.0, Unit::Count),
    ("hundreds", 150.0, 2000.0, Unit::Count),
    ("thousands", 1500.0, 20_000.0, Unit::Count),
    ("millions", 1.5e6, 2e7, Unit::Count),
    ("billions", 1.5e9, 2e10, Unit::Count),
    ("decades", 2.0 * DECADE, 20.0 * DECADE, Unit::Duration),
];

/// How the words before the figure at a token hedge it.
pub fn before(tokens: &[Token<'_>], at: usize) -> Approximation {
    let ends = |hedges: &[&str]| hedges.iter().any(|hedge| stands_before(tokens, at, hedge));
    if ends(NEAR) {
        Approximation::About
    } else if ends(OVER) {
        Approximation::MoreThan
    } else if ends(UNDER) {
        Approximation::LessThan
    } else {
        Approximation::Exact
    }
}

fn stands_before(tokens: &[Token<'_>], at: usize, words: &str) -> bool {
    let mut before = tokens.get(..at).unwrap_or_default().iter().rev();
    words.rsplit(' ').all(|word| before.next().is_some_and(|token| token.is(word)))
}

/// The least and the most that a figure means, of which `low` and `high` were said. `slack`: what rounding may hide.
pub fn bounds(approximation: Approximation, low: f64, high: f64, slack: f64) -> (f64, f64) {
    match approximation {
        // "More than 30" hides little of a rounding: it is said of 30.2, not of 29.6.
        Approximation::MoreThan => (low - slack * 0.1, high * MORE),
        Approximation::LessThan => (low / MORE, high + slack * 0.1),
        Approximation::About => (low * (1.0 - ABOUT), high * (1.0 + ABOUT)),
        Approximation::Between | Approximation::Vague => (low, high),
        // Not quite to where the next figure begins that is written so.
        Approximation::Exact => (low - slack * 0.999, high + slack * 0.999),
    }
}

/// The least and the most that a word like "dozens" is said of, and of what.
pub fn vague(token: &Token<'_>) -> Option<(f64, f64, Unit)> {
    VAGUE.iter().find(|(word, ..)| token.is(word)).map(|&(_, low, high, unit)| (low, high, unit))
}

/// The words that [`vague`] knows.
pub fn vague_words() -> impl Iterator<Item = &'static str> {
    VAGUE.iter().map(|(word, ..)| *word)
}

#[cfg(test)]
mod tests {
    use super::super::read::figures;
    use super::Approximation::{self, About, Between, Exact, LessThan, MoreThan, Vague};

    #[test]
    fn a_figure_is_hedged_by_the_words_that_stand_against_it() {
        for (text, hedge, low, high) in [
            ("He saw 150 people.", Exact, 149.0, 151.0),
            ("He saw about 100 people.", About, 88.0, 112.0),
            ("Some 100 people came.", About, 88.0, 112.0),
            ("Just over 100 people came.", About, 88.0, 112.0),
            ("Well over 100 people came.", MoreThan, 100.0, 150.0),
            ("No fewer than 100 people came.", MoreThan, 100.0, 150.0),
            ("Up to 150 people came.", LessThan, 100.0, 150.0),
            ("It was mehr als 100 Menschen.", MoreThan, 100.0, 150.0),
            ("Between 5 and 7 people came.", Between, 5.0, 7.0),
            ("Hundreds of people came.", Vague, 150.0, 2000.0),
            ("He spoke about the 150 people.", Exact, 149.0, 151.0),
            ("Over the 150 days it rained.", Exact, 149.0 * 86_400.0, 151.0 * 86_400.0),
            ("Than 150 people came more.", Exact, 149.0, 151.0),
        ] {
            let figures = figures(text, None, false);
            let [figure] = figures.as_slice() else { panic!("{text}: {figures:?}") };
            assert_eq!(figure.approximation, hedge, "{text}");
            let off = [figure.low - low, figure.high - high].map(|off| off.abs() / high);
            assert!(off.iter().all(|off| *off < 0.04), "{text}: {} to {}", figure.low, figure.high);
        }
    }

    #[test]
    fn decades_are_years() {
        let found = figures("It took decades.", None, false);
        let years = |seconds: f64| (seconds / 31_557_600.0).round();
        let wanted: Vec<(Approximation, f64, f64)> = vec![(Vague, 20.0, 200.0)];
        assert_eq!(found.iter().map(|f| (f.approximation, years(f.low), years(f.high))).collect::<Vec<_>>(), wanted);
    }
}
