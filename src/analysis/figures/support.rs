//! Which figures of a claim its evidence does not carry. Refuses to say that a claim is false: a figure may have been
//! reckoned from others.

use super::{Approximation, Figure, Relation, Unit, figures_in, verdict};

/// The figures of a claim that none of its passages carries, in order. A figure is carried by one that is the same, the
/// same rounded, or the same in another unit; a place in an order that no passage names is not asked for when it is the
/// first, which superlatives stand for.
pub fn unsupported(claim: &str, passages: &[&str], language: Option<&str>) -> Vec<Figure> {
    let carried: Vec<Figure> = passages.iter().flat_map(|passage| figures_in(passage, language)).collect();
    let mut claimed = figures_in(claim, language);
    claimed.retain(|figure| !is_carried(figure, carried.iter()));
    claimed
}

/// Whether one of the figures of its passages carries a claim's figure, as [`unsupported`] has it.
pub fn is_carried<'f>(figure: &Figure, mut among: impl Iterator<Item = &'f Figure>) -> bool {
    let first = figure.unit == Unit::Ordinal && figure.value <= 1.0;
    first || among.any(|other| carries(figure, other))
}

/// Whether a figure of the evidence is what a claim says. A year alone is carried by a date in that year.
fn carries(figure: &Figure, evidence: &Figure) -> bool {
    match verdict(figure, evidence).relation {
        Relation::Rounding => !is_finer(figure, evidence),
        relation => relation.agrees(),
    }
}

/// Whether a claim's figure is not what the evidence's is when rounded as that is: 91 for 90, about 15,000 for 14,000.
/// Rounding takes from what is known, it adds nothing. Figures in words have no slack and are not asked.
fn is_finer(figure: &Figure, evidence: &Figure) -> bool {
    // "More than 101" is not said by "more than 100"; it may be by 110.
    let alike = figure.approximation == evidence.approximation
        && matches!(figure.approximation, Approximation::MoreThan | Approximation::LessThan);
    let one_size = |f: &Figure| {
        f.when.is_none() && (alike || matches!(f.approximation, Approximation::Exact | Approximation::About))
    };
    let digits: String = figure.text.chars().filter(char::is_ascii_digit).collect();
    let Ok(digits) = digits.trim_end_matches('0').parse::<u32>() else { return false };
    let step = figure.value / f64::from(digits);
    one_size(figure) && evidence.when.is_none() && step > 0.0 && (evidence.value / step).round() != f64::from(digits)
}

#[cfg(test)]
mod tests {
    use super::unsupported;

    #[test]
    fn a_figure_that_no_passage_carries_is_named() {
        let cases: &[(&str, &[&str], &[&str])] = &[
            ("It carried 212 passengers.", &["The 212 people aboard were calm."], &[]),
            ("It carried 221 passengers.", &["The 212 people aboard were calm."], &["221"]),
            ("About 14,000 lost their posts in 2014.", &["13,950 men lost their posts."], &["2014"]),
            ("It lies 100 km off.", &["It is 62 miles away.", "It has 3 tugs."], &[]),
            ("It held 91 tonnes.", &["The tanks held 90 tonnes."], &["91 tonnes"]),
            ("It held 90 tonnes.", &["The tanks held 91.4 tonnes."], &[]),
            ("About 15,000 left.", &["Around 14,000 left."], &["15,000"]),
            ("Half of the men left.", &["50 percent of the men left."], &[]),
            ("It rose 12 percent on 3 May.", &["On May 3 it rose by 2 percent."], &["12 percent"]),
        ];
        for (claim, passages, expected) in cases {
            let found: Vec<String> = unsupported(claim, passages, None).into_iter().map(|f| f.text).collect();
            assert_eq!(found, *expected, "{claim}");
        }
    }
}
