//! How the words before a figure hedge it, and between what it then lies. Refuses to look further than the words that stand
//! against the figure: "over the two years" is not more than two.
//!
//! How wide a hedge is has no source here but judgement: wide, so that only what is far off is said to conflict.

use super::token::Token;
use super::{Approximation, Figure, Unit};
use crate::text::segment;
use crate::text::stem::lower;

/// "About 100" is 88 to 112.
const ABOUT: f64 = 0.12;
/// "More than 100" is no more than 150: nobody says so of what is known to be more than so many times as much.
const MORE: f64 = 1.5;

/// A size lies on neither side of a figure that it is no farther off, as a share.
const NEAR: f64 = 0.001;

/// Seconds of ten years.
const DECADE: f64 = 315_576_000.0;

/// From which side words before a figure bound it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Where the size lies.
    pub side: Side,
    /// Whether it may lie far from the figure: "more than", and not "just over".
    pub is_open: bool,
}

impl Bound {
    /// Whether a size lies where this bound of a figure has it; what is bounded loosely is near enough as well.
    pub fn holds(self, figure: f64, size: f64) -> bool {
        let slack = NEAR * figure.abs();
        match self.side {
            Side::Above => size >= figure - slack,
            Side::Below => size <= figure + slack,
        }
    }
}

/// On which side of a figure a size lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It is more.
    Above,
    /// It is less.
    Below,
}

/// Words that hedge the figure behind them: how, and from which side they bound it.
type Hedge = (&'static str, Approximation, Option<Bound>);

const ABOVE: Option<Bound> = Some(Bound { side: Side::Above, is_open: true });
const BELOW: Option<Bound> = Some(Bound { side: Side::Below, is_open: true });
const JUST_ABOVE: Option<Bound> = Some(Bound { side: Side::Above, is_open: false });
const JUST_BELOW: Option<Bound> = Some(Bound { side: Side::Below, is_open: false });

/// The first that fits counts: "no more than" is no "more than", and "just over 100" is about 100.
#[rustfmt::skip]
const HEDGES: &[Hedge] = {
    use Approximation::{About, LessThan, MoreThan};
    &[
        ("not more than", LessThan, BELOW), ("no more than", LessThan, BELOW), ("nicht mehr als", LessThan, BELOW),
        ("not less than", MoreThan, ABOVE), ("no less than", MoreThan, ABOVE), ("no fewer than", MoreThan, ABOVE),
        ("nicht weniger als", MoreThan, ABOVE),
        ("a little over", About, JUST_ABOVE), ("a little under", About, JUST_BELOW),
        ("slightly more than", About, JUST_ABOVE), ("slightly less than", About, JUST_BELOW),
        ("just over", About, JUST_ABOVE), ("just above", About, JUST_ABOVE), ("etwas mehr als", About, JUST_ABOVE),
        ("just under", About, JUST_BELOW), ("just below", About, JUST_BELOW), ("just short of", About, JUST_BELOW),
        ("just shy of", About, JUST_BELOW), ("shy of", About, JUST_BELOW), ("short of", About, JUST_BELOW),
        ("etwas weniger als", About, JUST_BELOW),
        ("excess of", MoreThan, ABOVE), ("older than", MoreThan, ABOVE), ("longer than", MoreThan, ABOVE),
        ("higher than", MoreThan, ABOVE), ("larger than", MoreThan, ABOVE), ("younger than", LessThan, BELOW),
        ("lower than", LessThan, BELOW), ("shorter than", LessThan, BELOW), ("smaller than", LessThan, BELOW),
        ("upwards of", MoreThan, ABOVE), ("greater than", MoreThan, ABOVE),
        ("more than", MoreThan, ABOVE), ("at least", MoreThan, ABOVE), ("a minimum of", MoreThan, ABOVE),
        ("minimum of", MoreThan, ABOVE), ("mehr als", MoreThan, ABOVE), ("mindestens", MoreThan, ABOVE),
        ("wenigstens", MoreThan, ABOVE), ("plus de", MoreThan, ABOVE), ("au moins", MoreThan, ABOVE), ("más de", MoreThan, ABOVE),
        ("al menos", MoreThan, ABOVE), ("più di", MoreThan, ABOVE), ("almeno", MoreThan, ABOVE), ("mais de", MoreThan, ABOVE),
        ("exceeding", MoreThan, ABOVE), ("exceeded", MoreThan, ABOVE), ("exceeds", MoreThan, ABOVE), ("topped", MoreThan, ABOVE),
        ("surpassed", MoreThan, ABOVE), ("passed", Approximation::Exact, JUST_ABOVE), ("over", MoreThan, ABOVE), ("above", MoreThan, ABOVE), ("über", MoreThan, JUST_ABOVE),
        ("less than", LessThan, BELOW), ("fewer than", LessThan, BELOW), ("up to", LessThan, BELOW), ("at most", LessThan, BELOW),
        ("as many as", LessThan, BELOW), ("as much as", LessThan, BELOW), ("as long as", LessThan, BELOW), ("as high as", LessThan, BELOW),
        ("a maximum of", LessThan, BELOW),
        ("maximum of", LessThan, BELOW), ("weniger als", LessThan, BELOW), ("höchstens", LessThan, BELOW),
        ("maximal", LessThan, BELOW), ("bis zu", LessThan, BELOW), ("moins de", LessThan, BELOW), ("jusqu'à", LessThan, BELOW),
        ("menos de", LessThan, BELOW), ("hasta", LessThan, BELOW), ("meno di", LessThan, BELOW), ("fino a", LessThan, BELOW),
        ("under", LessThan, BELOW), ("below", LessThan, BELOW),
        ("nearly", About, JUST_BELOW), ("almost", About, JUST_BELOW), ("fast", About, JUST_BELOW), ("knapp", About, JUST_BELOW),
        ("beinahe", About, JUST_BELOW), ("nahezu", About, JUST_BELOW), ("près de", About, JUST_BELOW), ("casi", About, JUST_BELOW),
        ("quase", About, JUST_BELOW), ("close to", About, None), ("about", About, None), ("around", About, None),
        ("some of", About, None), ("some", About, None), ("roughly", About, None), ("approximately", About, None),
        ("estimated", About, None), ("circa", About, None), ("ca", About, None), ("rund", About, None), ("etwa", About, None),
        ("ungefähr", About, None), ("gut", About, JUST_ABOVE), ("annähernd", About, None),
        ("quelque", About, None), ("unas", About, None), ("aproximadamente", About, None), ("alrededor de", About, None), ("environ", About, None), ("unos", About, None), ("cerca de", About, None),
        ("ongeveer", About, None),
    ]
};

/// Words that may stand between a bound and its figure.
const BETWEEN: &[&str] =
    &["the", "a", "an", "us", "its", "their", "his", "her", "some", "der", "die", "das", "den", "dem"];
/// Words before a figure that are looked at: those of a bound, of what stands between, and of a denial.
const REACH: usize = 8;
/// A denial of a bound stands no farther before it, in words.
const DENIED: usize = 3;
/// What bounds a figure from behind stands no farther from it, in words.
const BEHIND: usize = 4;
const ENDINGS: &[(&str, &str)] =
    &[("or", "more"), ("or", "over"), ("or", "less"), ("or", "fewer"), ("or", "so"), ("and", "over"), ("oder", "mehr")];

/// Words that are figures themselves, with the least and the most that they are said of, and of what.
const VAGUE: &[(&str, f64, f64, Unit)] = &[
    ("dozens", 20.0, 200.0, Unit::Count),
    ("dutzende", 20.0, 200.0, Unit::Count),
    ("dutzenden", 20.0, 200.0, Unit::Count),
    ("dizaines", 20.0, 200.0, Unit::Count),
    ("decenas", 20.0, 200.0, Unit::Count),
    ("scores", 30.0, 200.0, Unit::Count),
    ("hundreds", 150.0, 2000.0, Unit::Count),
    ("thousands", 1500.0, 20_000.0, Unit::Count),
    ("millions", 1.5e6, 2e7, Unit::Count),
    ("billions", 1.5e9, 2e10, Unit::Count),
    ("decades", 2.0 * DECADE, 20.0 * DECADE, Unit::Duration),
];

/// How the words before the figure at a token hedge it.
pub fn before(tokens: &[Token<'_>], at: usize) -> Approximation {
    let before = tokens.get(..at).unwrap_or_default().iter().rev();
    ending(before.map(|token| &*token.lower)).map_or(Approximation::Exact, |(_, how, _)| *how)
}

/// The first hedge with which words end; `back` gives the words from the last on.
fn ending<'w>(back: impl Iterator<Item = &'w str> + Clone) -> Option<&'static Hedge> {
    let last = back.clone().next()?;
    HEDGES.iter().filter(|(phrase, ..)| phrase.ends_with(last)).find(|(phrase, ..)| {
        let mut back = back.clone();
        phrase.rsplit(' ').all(|word| back.next() == Some(word))
    })
}

/// From which side the words before a figure of a text bound it; somebody's name may stand between: "just shy of Kerrick's
/// 43 per cent".
pub fn bound(text: &str, figure: &Figure) -> Option<Bound> {
    let before = text.get(..figure.span.start().bytes())?;
    let bare = |word: &'_ str| lower(word.trim_matches(|c: char| !c.is_alphanumeric())).into_owned();
    let mut words: Vec<String> = before.split_whitespace().rev().take(REACH).map(bare).collect();
    words.reverse();
    words.retain(|word| !word.is_empty());
    words.pop_if(|word| BETWEEN.contains(&word.as_str()) || word.ends_with("'s") || word.ends_with("’s"));
    let (phrase, _, bound) = ending(words.iter().rev().map(String::as_str))?;
    let bound = (*bound)?;
    if phrase.ends_with("than") && is_difference(&words, phrase.split(' ').count()) {
        return None;
    }
    // "Could not feed more than a quarter" bounds from the other side.
    let mut others = words.iter().rev().skip(phrase.split(' ').count()).take(DENIED);
    let denied = others.any(|word| {
        matches!(word.as_str(), "not" | "never" | "cannot" | "no" | "nicht" | "nie") || word.ends_with("n't")
    });
    let turned = |side: Side| if side == Side::Above { Side::Below } else { Side::Above };
    Some(if denied { Bound { side: turned(bound.side), is_open: false } } else { bound })
}

/// Whether the words before a bound of so many words say by how much a thing is more: "a cent more than", "5 percent less than".
fn is_difference(words: &[String], bound: usize) -> bool {
    let mut before = words.iter().rev().skip(bound);
    let (last, one_before) = (before.next(), before.next());
    let is_figure = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
    last.is_some_and(is_figure)
        || one_before.is_some_and(|word| is_figure(word) || matches!(word.as_str(), "a" | "an" | "one"))
}

/// Whether words behind a figure of a text bound it: "400 people or more".
pub fn is_bounded_behind(text: &str, figure: &Figure) -> bool {
    let behind = text.get(figure.span.end().bytes()..).unwrap_or_default();
    let words: Vec<&str> = segment::words(behind).map(|(_, word)| word).take(BEHIND + 1).collect();
    behind.starts_with(['+', '-']) || words.windows(2).any(|pair| ENDINGS.contains(&(pair[0], pair[1])))
}

/// From which side words behind a figure of a text bound it: "2 million or more".
pub fn bound_behind(text: &str, figure: &Figure) -> Option<Bound> {
    let behind = text.get(figure.span.end().bytes()..).unwrap_or_default();
    let words: Vec<&str> = segment::words(behind).map(|(_, word)| word).take(BEHIND + 1).collect();
    words.windows(2).find_map(|pair| match (pair[0], pair[1]) {
        ("or" | "and", "more" | "over" | "above") | ("oder", "mehr") => ABOVE,
        ("or", "less" | "fewer" | "under") | ("oder", "weniger") => BELOW,
        _ => None,
    })
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
    use super::super::{bare_figures_in, read::figures};
    use super::Approximation::{self, About, Between, Exact, LessThan, MoreThan, Vague};
    use super::{HEDGES, Side, bound, is_bounded_behind};

    #[test]
    fn a_figure_is_hedged_by_the_words_that_stand_against_it() {
        for (text, hedge, low, high) in [
            ("He saw 150 people.", Exact, 149.0, 151.0),
            ("He saw about 100 people.", About, 88.0, 112.0),
            ("Some 100 people came.", About, 88.0, 112.0),
            ("Just over 100 people came.", About, 88.0, 112.0),
            ("Well over 100 people came.", MoreThan, 100.0, 150.0),
            ("No fewer than 100 people came.", MoreThan, 100.0, 150.0),
            ("No more than 150 people came.", LessThan, 100.0, 150.0),
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

    #[test]
    fn no_hedge_hides_a_longer_one_behind_it() {
        for (at, (long, ..)) in HEDGES.iter().enumerate() {
            for (short, ..) in HEDGES.iter().take(at) {
                assert!(!long.ends_with(&format!(" {short}")), "{short} before {long}");
            }
        }
    }

    #[test]
    fn a_figure_is_bounded_by_the_words_beside_it() {
        for (text, side, behind) in [
            ("It holds no more than 7 boats.", Some(Side::Below), false),
            ("It holds more than 7 boats.", Some(Side::Above), false),
            ("It cost just under US $6.9 million.", Some(Side::Below), false),
            ("It is just shy of Kerrick’s 43 percent.", Some(Side::Below), false),
            ("Nearly 90 came.", Some(Side::Below), false),
            ("Höchstens 90 kamen.", Some(Side::Below), false),
            ("It could not hold more than 7 boats.", Some(Side::Below), false),
            ("It holds 7 boats.", None, false),
            ("It holds about 70 boats or more.", None, true),
            ("Over the harbour 7 boats burnt.", None, false),
            ("Fares are a cent more than 7 euros.", None, false),
            ("Its sales passed 7 million euros.", Some(Side::Above), false),
        ] {
            let figures = bare_figures_in(text, None);
            assert_eq!(bound(text, &figures[0]).map(|bound| bound.side), side, "{text}");
            assert_eq!(is_bounded_behind(text, &figures[0]), behind, "{text}");
        }
    }
}
