//! Which figures of a claim its evidence does not carry. Refuses to say that a claim is false: a figure may have been
//! reckoned from others.

use super::forms::is_said_otherwise;
use super::number::number;
use super::token::tokens;
use super::{Approximation, Figure, Relation, Restated, Said, Unit, figures_in, verdict};
use crate::text::segment;

/// The figures of a claim that none of its passages carries, in order. A figure is carried by one that is the same, the
/// same rounded, or the same in another unit; a place in an order that no passage names is not asked for when it is the
/// first, which superlatives stand for.
pub fn unsupported(claim: &str, passages: &[&str], language: Option<&str>) -> Vec<Figure> {
    let found: Vec<(&str, Vec<Figure>)> =
        passages.iter().map(|passage| (*passage, figures_in(passage, language))).collect();
    let said: Vec<Said<'_>> =
        found.iter().flat_map(|(sentence, figures)| figures.iter().map(|figure| Said { figure, sentence })).collect();
    let restated = Restated { claim, sentences: passages, said: &said, language };
    let carried = || said.iter().map(|said| said.figure);
    let claimed = figures_in(claim, language);
    let is_there = |figure: &Figure| {
        is_carried(figure, carried())
            || is_said_otherwise(figure, claim, passages, carried)
            || is_idiom(claim, figure)
            || restated.has(figure)
            || is_elided(figure, &claimed, carried, language)
    };
    claimed.iter().filter(|figure| !is_there(figure)).cloned().collect()
}

/// A number that is not said in full is multiplied by no less.
const THOUSAND: f64 = 1000.0;
/// Words behind "second" and "first" with which these give no place in an order.
const IDIOMS: &[&str] =
    &["thought", "thoughts", "fiddle", "nature", "guess", "wind", "hand", "glance", "sight", "chance"];

/// Whether a figure is none but a turn of speech: "second thoughts".
pub fn is_idiom(claim: &str, figure: &Figure) -> bool {
    let behind = claim.get(figure.span.end().bytes()..).unwrap_or_default();
    figure.unit == Unit::Ordinal && segment::words(behind).next().is_some_and(|(_, word)| IDIOMS.contains(&word))
}

/// Whether a figure is carried by one of which the unit was said of another only: "from five days a week to two".
pub fn is_elided<'f, I: Iterator<Item = &'f Figure>>(
    figure: &Figure,
    claimed: &[Figure],
    carried: impl Fn() -> I,
    language: Option<&str>,
) -> bool {
    let bare = |figure: &Figure| {
        let first = figure.text.split(' ').next().unwrap_or_default();
        super::bare_figures_in(first, language).first().filter(|_| figure.when.is_none()).map(|number| number.value)
    };
    let Some(number) = bare(figure) else { return false };
    carried().filter(|other| bare(other) == Some(number)).any(|other| match (figure.unit, other.unit) {
        // "Fourteen million instead of eleven".
        (Unit::Count, Unit::Count) => {
            let scale = other.value / figure.value;
            scale >= THOUSAND
                && claimed.iter().any(|own| bare(own).is_some_and(|number| (own.value / number - scale).abs() < 1.0))
        }
        (unit, Unit::Count) => carried().any(|other| other.unit == unit),
        (Unit::Count, unit) => claimed.iter().any(|other| other.unit == unit),
        _ => false,
    })
}

/// Whether the figures of its passages carry a claim's figure, as [`unsupported`] has it.
pub fn is_carried<'f>(figure: &Figure, mut among: impl Iterator<Item = &'f Figure>) -> bool {
    if let Some(when) = figure.when {
        let dates: Vec<_> = among.filter_map(|other| other.when).collect();
        return when.is_said_by(&dates);
    }
    let first = figure.unit == Unit::Ordinal && figure.value <= 1.0;
    first || among.any(|other| carries(figure, other))
}

/// Whether a figure of the evidence is what a claim says.
pub fn carries(figure: &Figure, evidence: &Figure) -> bool {
    // "At the age of thirteen" of "13 years old": a bare number is an age where nothing is counted.
    if figure.unit == Unit::Count && evidence.unit == Unit::Age && figure.value == evidence.value {
        return true;
    }
    match verdict(figure, evidence).relation {
        _ if is_more_than_vague(figure, evidence) => false,
        Relation::Rounding | Relation::UnitOnly => !is_finer(figure, evidence),
        relation => relation.agrees(),
    }
}

/// Whether the evidence says no more than "dozens", and the claim a number.
fn is_more_than_vague(figure: &Figure, evidence: &Figure) -> bool {
    match figure.approximation {
        _ if evidence.approximation != Approximation::Vague => false,
        Approximation::Vague => false,
        Approximation::MoreThan => figure.value > evidence.low,
        _ => true,
    }
}

/// Whether a claim's figure is not what the evidence's is when rounded as that is: 91 for 90, about 15,000 for 14,000, 9,500
/// metres for 30,000 feet. Rounding takes from what is known, it adds nothing.
fn is_finer(figure: &Figure, evidence: &Figure) -> bool {
    // "More than 101" is not said by "more than 100"; it may be by 110.
    let alike = figure.approximation == evidence.approximation
        && matches!(figure.approximation, Approximation::MoreThan | Approximation::LessThan);
    let one_size = alike || matches!(figure.approximation, Approximation::Exact | Approximation::About);
    let Some(digits) = telling_digits(&figure.text).filter(|_| one_size) else { return false };
    let step = figure.value / digits;
    step > 0.0 && (evidence.value / step).round() != digits
}

/// The digits of a number as it is written, in digits or words, without the zeros behind them: 14 for "14,000 men".
fn telling_digits(text: &str) -> Option<f64> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let in_words = || number(&tokens(text, false), 0, false).map(|number| number.value);
    let mut number =
        digits.parse::<u64>().ok().map(|digits| digits as f64).or_else(|| in_words().filter(|_| digits.is_empty()))?;
    while number >= 10.0 && number % 10.0 == 0.0 {
        number /= 10.0;
    }
    (number > 0.0).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::unsupported;

    #[test]
    fn a_figure_that_no_passage_carries_is_named() {
        let cases: &[(&str, &[&str], &[&str])] = &[
            ("It carried 212 passengers.", &["The 212 people aboard were calm."], &[]),
            ("She joined at the age of thirteen.", &["She was 13 years old when she joined."], &[]),
            ("She joined at the age of fourteen.", &["She was 13 years old when she joined."], &["fourteen"]),
            ("It carried 221 passengers.", &["The 212 people aboard were calm."], &["221"]),
            ("About 14,000 lost their posts in 2014.", &["13,950 men lost their posts."], &["2014"]),
            ("It lies 100 km off.", &["It is 62 miles away.", "It has 3 tugs."], &[]),
            ("It held 91 tonnes.", &["The tanks held 90 tonnes."], &["91 tonnes"]),
            ("It held 90 tonnes.", &["The tanks held 91.4 tonnes."], &[]),
            ("About 15,000 left.", &["Around 14,000 left."], &["15,000"]),
            ("Half of the men left.", &["50 percent of the men left."], &[]),
            ("It rose on 3 May.", &["It rose in May."], &["3 May"]),
            ("It rose on 3 May 2031.", &["It rose on 3 May.", "That was in 2031."], &[]),
            ("It rose on 3 May 2031.", &["It rose on 3 May."], &["3 May 2031"]),
            ("It rose in May.", &["On May 3, 2031 it rose."], &[]),
            ("It rose in 1994.", &["It rose in the 1990s."], &["1994"]),
            ("It rose in the 1990s.", &["It rose in 1994."], &[]),
            ("Ninety left.", &["Dozens left."], &["Ninety"]),
            ("Dozens left.", &["Ninety left."], &[]),
            ("It took 12 days.", &["It took about two weeks."], &["12 days"]),
            ("It took 14 days.", &["It took two weeks."], &[]),
            ("It flew at 9,500 metres.", &["It flew at 30,000 feet."], &["9,500 metres"]),
            ("It flew at 9,100 metres.", &["It flew at 30,000 feet."], &[]),
            ("More than 20 left.", &["Dozens left."], &[]),
            ("It was the fifteenth of its kind here.", &["It was the fourteenth of its kind."], &["fifteenth"]),
            ("It was her sixty-fifth title.", &["It was her 65th title."], &[]),
            ("It began in 1988-03.", &["It began in March 1988."], &[]),
            ("It carried 217 people.", &["It carried 212 passengers and five crew."], &[]),
            ("It left at half past three.", &["It left at 15:30."], &[]),
            ("It slid for about 20 minutes.", &["It slid for about 20 seconds."], &["20 minutes"]),
            ("It left on January 23.", &["It left on February 23."], &["January 23"]),
            ("It rose 12 percent on 3 May.", &["On May 3 it rose by 2 percent."], &["12 percent"]),
        ];
        for (claim, passages, expected) in cases {
            let found: Vec<String> = unsupported(claim, passages, None).into_iter().map(|f| f.text).collect();
            assert_eq!(found, *expected, "{claim}");
        }
    }
}
