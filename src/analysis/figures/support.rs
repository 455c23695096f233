//! Which figures of a claim its evidence does not carry. Refuses to say that a claim is false: a figure may have been
//! reckoned from others.

use super::{Figure, Unit, figures_in, verdict};

/// The figures of a claim that none of its passages carries, in order. A figure is carried by one that is the same, the
/// same rounded, or the same in another unit; a place in an order that no passage names is not asked for when it is the
/// first, which superlatives stand for.
pub fn unsupported(claim: &str, passages: &[&str], language: Option<&str>) -> Vec<Figure> {
    let carried: Vec<Figure> = passages.iter().flat_map(|passage| figures_in(passage, language)).collect();
    let mut claimed = figures_in(claim, language);
    claimed.retain(|figure| {
        let first = figure.unit == Unit::Ordinal && figure.value <= 1.0;
        !first && !carried.iter().any(|other| carries(figure, other))
    });
    claimed
}

/// Whether a figure of the evidence is what a claim says. A year alone is carried by a date in that year.
fn carries(figure: &Figure, evidence: &Figure) -> bool {
    verdict(figure, evidence).relation.agrees()
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
            ("Half of the men left.", &["50 percent of the men left."], &[]),
            ("It rose 12 percent on 3 May.", &["On May 3 it rose by 2 percent."], &["12 percent"]),
        ];
        for (claim, passages, expected) in cases {
            let found: Vec<String> = unsupported(claim, passages, None).into_iter().map(|f| f.text).collect();
            assert_eq!(found, *expected, "{claim}");
        }
    }
}
