//! What two figures say of each other, with the arithmetic. Refuses to compare what is measured in different units.

use super::date::Meeting;
use super::{Approximation, Figure, Unit};

/// How two figures stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same value.
    Same,
    /// The same as far as either is exact.
    Rounding,
    /// The same, in another unit.
    UnitOnly,
    /// Of different years: both may be true.
    OtherScope,
    /// Both cannot be true of one thing.
    Conflict,
    /// They cannot be compared.
    Unlike,
}

impl Relation {
    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Rounding => "rounding",
            Self::UnitOnly => "unit only",
            Self::OtherScope => "other scope",
            Self::Conflict => "conflict",
            Self::Unlike => "unlike",
        }
    }

    /// Whether the two may stand side by side in claims that say the same.
    pub const fn agrees(self) -> bool {
        matches!(self, Self::Same | Self::Rounding | Self::UnitOnly)
    }
}

/// A verdict on two figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How they stand to each other.
    pub relation: Relation,
    /// The arithmetic, where there is any: "a difference of 9", "2 times as much". The same both ways but for a change of units.
    pub arithmetic: String,
}

/// What two figures say of each other, if they are of the same thing.
pub fn verdict(a: &Figure, b: &Figure) -> Verdict {
    let (relation, arithmetic) = match (a.when, b.when) {
        (Some(x), Some(y)) => (dates(x.meets(&y)), String::new()),
        (None, None) if a.unit == Unit::Ordinal && superlative(a) != superlative(b) => {
            (Relation::Unlike, String::new())
        }
        (None, None) if a.unit == b.unit => sizes(a, b),
        _ => (Relation::Unlike, String::new()),
    };
    Verdict { relation, arithmetic }
}

const fn dates(meeting: Meeting) -> Relation {
    match meeting {
        Meeting::Same => Relation::Same,
        Meeting::MorePrecise => Relation::Rounding,
        Meeting::Apart => Relation::Conflict,
        Meeting::Unlike => Relation::Unlike,
    }
}

fn sizes(a: &Figure, b: &Figure) -> (Relation, String) {
    let near = (a.value - b.value).abs() <= 1e-9 * a.value.abs().max(b.value.abs());
    if near && a.approximation == b.approximation && unit_words(a) == unit_words(b) {
        return (Relation::Same, String::new());
    }
    if overlap(a, b) {
        let converted = a.unit.is_measure()
            && a.unit != Unit::Percent
            && number_words(a) != number_words(b)
            && unit_words(a) != unit_words(b);
        let relation = if converted {
            Relation::UnitOnly
        } else if near {
            Relation::Same
        } else {
            Relation::Rounding
        };
        let arithmetic =
            if converted { format!("{} {}", shown(a.value.min(b.value)), a.unit.base()) } else { String::new() };
        return (relation, arithmetic);
    }
    if a.of_year.zip(b.of_year).is_some_and(|(a, b)| a != b) {
        return (Relation::OtherScope, "of different years".to_owned());
    }
    (Relation::Conflict, difference(a, b))
}

/// By what a place in an order is measured: "largest" of "third-largest".
fn superlative(figure: &Figure) -> Option<&str> {
    let last = figure.text.rsplit([' ', '-']).next()?;
    let bare = last.strip_suffix("est").filter(|bare| bare.len() > 1).or((last == "most").then_some(last))?;
    Some(if bare == "bigg" { "larg" } else { bare })
}

/// Whether two sizes can be one. Two that are hedged alike are measured by what they say, not by all they leave open.
fn overlap(a: &Figure, b: &Figure) -> bool {
    let within = |x: f64, y: f64, share: f64| (x - y).abs() <= share * x.abs().max(y.abs());
    let near = |x: f64, y: f64| within(x, y, 0.12);
    match (a.approximation, b.approximation) {
        (Approximation::MoreThan, Approximation::MoreThan) => near(a.low, b.low),
        (Approximation::LessThan, Approximation::LessThan) => near(a.high, b.high),
        (Approximation::Between, Approximation::Between) => near(a.low, b.low) && near(a.high, b.high),
        (Approximation::Vague, Approximation::Vague) => a.low == b.low,
        (Approximation::About, Approximation::About) if !is_range(a) && !is_range(b) => within(a.value, b.value, 0.15),
        _ => a.low <= b.high && b.low <= a.high || rounds_to(a, b) || rounds_to(b, a),
    }
}

/// Whether what is hedged has two ends itself: "some 24 to 37".
fn is_range(figure: &Figure) -> bool {
    figure.high > 1.3 * figure.low
}

/// Whether a whole number is what another is rounded or cut to: 4 for 4.4, 9,165 for 9,165.30.
fn rounds_to(fine: &Figure, whole: &Figure) -> bool {
    let exact = fine.approximation == Approximation::Exact && whole.approximation == Approximation::Exact;
    let parts = fine.value.fract() != 0.0 && whole.value.fract() == 0.0 && whole.value >= 2.0;
    exact && parts && (fine.value.round() == whole.value || fine.value.trunc() == whole.value)
}

/// The letters of a figure's unit as it is written.
fn unit_words(figure: &Figure) -> String {
    figure.text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// The digits of a figure as it is written.
fn number_words(figure: &Figure) -> String {
    figure.text.chars().filter(char::is_ascii_digit).collect()
}

fn difference(a: &Figure, b: &Figure) -> String {
    let (less, more) = if a.value <= b.value { (a.value, b.value) } else { (b.value, a.value) };
    if matches!(a.unit, Unit::Ordinal | Unit::Clock | Unit::Age) || less <= 0.0 {
        return String::new();
    }
    let times = more / less;
    if times >= 1.95 {
        return format!("{} times as much", shown((times * 10.0).round() / 10.0));
    }
    let more_by = shown(((more - less) * 100.0).round() / 100.0);
    match a.unit {
        Unit::Percent => format!("{more_by} points apart"),
        Unit::Count => format!("a difference of {more_by}"),
        _ => format!("a difference of {}%", shown((100.0 * (times - 1.0)).round())),
    }
}

/// A number as people write it: thousands parted, at most two decimals.
fn shown(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    let whole = format!("{:.0}", rounded.trunc().abs());
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let decimals = format!("{:.2}", rounded.abs().fract());
    let decimals = decimals.trim_start_matches('0').trim_end_matches('0').trim_end_matches('.');
    format!("{}{grouped}{decimals}", if rounded < 0.0 { "-" } else { "" })
}
