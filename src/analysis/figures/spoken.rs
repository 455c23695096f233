//! Measures that a sentence gives in words and that are no figure elsewhere: half an hour, a quarter of an hour, anderthalb
//! Stunden. Refuses all others: they are for two claims that are laid side by side.

use super::forms::PHRASES;
use super::{Figure, Unit};
use crate::text::Span;
use crate::text::stem::lower;

/// Besides those that a passage may have for a figure.
const MORE: &[(&str, Unit, f64)] = &[
    ("a quarter of an hour", Unit::Duration, 900.0),
    ("three quarters of an hour", Unit::Duration, 2700.0),
    ("an hour and a half", Unit::Duration, 5400.0),
    ("viertelstunde", Unit::Duration, 900.0),
    ("dreiviertelstunde", Unit::Duration, 2700.0),
    ("anderthalb stunden", Unit::Duration, 5400.0),
    ("anderthalb jahre", Unit::Duration, 47_336_400.0),
];
/// Parts of words without one of which none of them is there.
const SIGNS: &[&str] = &["alf", "uarter", "alb", "iertelst"];
/// Nobody measures out such a span: it may be so much more or less.
const SLACK: f64 = 0.05;

/// Adds the measures that a text gives in words, where no figure stands.
pub fn spoken(text: &str, figures: &mut Vec<Figure>) {
    if !SIGNS.iter().any(|sign| text.contains(sign)) {
        return;
    }
    let small = lower(text);
    // Lower case may be longer or shorter: places would be others.
    if small.len() != text.len() {
        return;
    }
    let mut phrases: Vec<_> = MORE.iter().chain(PHRASES).filter(|(_, unit, _)| *unit == Unit::Duration).collect();
    phrases.sort_by_key(|(phrase, ..)| std::cmp::Reverse(phrase.len()));
    for (phrase, unit, value) in phrases {
        let Some(at) = small.find(phrase) else { continue };
        let span = Span::new(at, at + phrase.len());
        let bare = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let whole = bare(small.get(..at).and_then(|before| before.chars().next_back()))
            && bare(small.get(at + phrase.len()..).and_then(|behind| behind.chars().next()));
        if !whole || figures.iter().any(|figure| figure.span.overlaps(span)) {
            continue;
        }
        let (low, high) = (value * (1.0 - SLACK), value * (1.0 + SLACK));
        let text = span.slice(text).unwrap_or_default().to_owned();
        figures.push(Figure { span, text, value: *value, low, high, unit: *unit, ..Figure::default() });
    }
    figures.sort_by_key(|figure| figure.span);
}

#[cfg(test)]
mod tests {
    use super::spoken;
    use crate::analysis::figures::figures_in;

    #[test]
    fn half_an_hour_is_as_long_as_thirty_minutes() {
        for (text, seconds) in [
            ("It takes half an hour longer.", vec![1800.0]),
            ("Half an hour and 5 minutes went by.", vec![1800.0, 300.0]),
            ("It took three quarters of an hour.", vec![2700.0]),
            ("Es dauert eine halbe Stunde.", vec![1800.0]),
            ("Nach einer Dreiviertelstunde kam er.", vec![2700.0]),
            ("Half of the boats left.", vec![]),
        ] {
            let mut figures = figures_in(text, Some(if text.starts_with(['E', 'N']) { "de" } else { "en" }));
            figures.retain(|figure| figure.unit == super::Unit::Duration);
            spoken(text, &mut figures);
            assert_eq!(figures.iter().map(|figure| figure.value).collect::<Vec<_>>(), seconds, "{text}");
        }
    }
}
