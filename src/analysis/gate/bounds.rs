//! From which side the words before a figure bound it: "just under 6.9", "no more than 7". Refuses to say how far.

use crate::analysis::figures::Figure;
use crate::text::stem::lower;

/// On which side of a figure a size lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Above,
    Below,
}

/// The longest that fits counts: "no more than" is no "more than".
const BOUNDS: &[(&str, Side)] = &[
    ("not more than", Side::Below),
    ("no more than", Side::Below),
    ("not less than", Side::Above),
    ("no less than", Side::Above),
    ("no fewer than", Side::Above),
    ("a little over", Side::Above),
    ("a little under", Side::Below),
    ("just short of", Side::Below),
    ("just shy of", Side::Below),
    ("in excess of", Side::Above),
    ("more than", Side::Above),
    ("at least", Side::Above),
    ("just above", Side::Above),
    ("less than", Side::Below),
    ("fewer than", Side::Below),
    ("just below", Side::Below),
    ("short of", Side::Below),
    ("shy of", Side::Below),
    ("up to", Side::Below),
    ("at most", Side::Below),
    ("over", Side::Above),
    ("above", Side::Above),
    ("exceeding", Side::Above),
    ("under", Side::Below),
    ("below", Side::Below),
    ("nearly", Side::Below),
    ("almost", Side::Below),
];

/// Words that may stand between a bound and its figure, and how many of them at most.
const BETWEEN: &[&str] = &["the", "a", "an", "us", "its", "their", "his", "her", "some"];
const MOST_BETWEEN: usize = 1;

/// Words before a figure that are looked at: those of a bound, of what stands between, and of a denial.
const REACH: usize = 8;
/// A denial of a bound stands no farther before it, in words.
const DENIED: usize = 3;

/// From which side the words before a figure of a text bound it; somebody's name may stand between: "just shy of Kerrick's
/// 43 per cent".
pub(super) fn side(text: &str, figure: &Figure) -> Option<Side> {
    let before = text.get(..figure.span.start().bytes())?;
    let bare = |word: &'_ str| lower(word.trim_matches(|c: char| !c.is_alphanumeric())).into_owned();
    let mut words: Vec<String> = before.split_whitespace().rev().take(REACH).map(bare).collect();
    words.reverse();
    words.retain(|word| !word.is_empty());
    for _ in 0..MOST_BETWEEN {
        words.pop_if(|word| BETWEEN.contains(&word.as_str()) || word.ends_with("'s"));
    }
    let ends = |phrase: &str| {
        let mut back = words.iter().rev();
        phrase.rsplit(' ').all(|word| back.next().is_some_and(|other| other == word))
    };
    let (phrase, side) = BOUNDS.iter().find(|(phrase, _)| ends(phrase))?;
    // "Could not feed more than a quarter" bounds from the other side, or "not yet over 90" from none.
    let denied = words
        .iter()
        .rev()
        .skip(phrase.split(' ').count())
        .take(DENIED)
        .any(|word| matches!(word.as_str(), "not" | "never" | "cannot" | "no") || word.ends_with("n't"));
    (!denied).then_some(*side)
}

#[cfg(test)]
mod tests {
    use super::{Side, side};
    use crate::analysis::figures::bare_figures_in;

    #[test]
    fn a_figure_is_bounded_by_the_words_before_it() {
        for (text, expected) in [
            ("It holds no more than 7 boats.", Some(Side::Below)),
            ("It holds more than 7 boats.", Some(Side::Above)),
            ("It cost just under US $6.9 million.", Some(Side::Below)),
            ("It is just shy of Kerrick's 43 percent.", Some(Side::Below)),
            ("Nearly 90 came.", Some(Side::Below)),
            ("It could not hold more than 7 boats.", None),
            ("It holds 7 boats.", None),
            ("Over the harbour 7 boats burnt.", None),
        ] {
            let figures = bare_figures_in(text, None);
            assert_eq!(side(text, &figures[0]), expected, "{text}");
        }
    }
}
