//! How much of a brief is held against how much of an article: more than any that is written for a reader has, and no more
//! than a reader waits for. Refuses to judge the rest by a part of it: it is said that it was not judged.

use super::MOST_PASSAGES;
use crate::analysis::evidence::Place;
use crate::article::Article;
use crate::brief::anchor::Found;
use crate::brief::{Brief, Claim};

/// The longest article that is held against a brief, in bytes: the longest novels have three million.
const ARTICLE: usize = 4 << 20;

/// The longest claim that is judged, whom it credits included, in bytes: one of 45 words has about 300.
const CLAIM: usize = 1_200;

/// The longest summary that is judged, in bytes: ten sentences of 25 words have about 1,500.
const SUMMARY: usize = 4_000;

/// The most bytes of an article that one claim is held against: its passages, and the sentences they stand in and between.
const AROUND: usize = 10 << 10;

/// Why a claim with these passages around it is not judged.
pub(super) const TOO_LONG: &str = "it is too long";
pub(super) const LONG_PASSAGES: &str = "its passages are too long";
pub(super) const LONG_CLAIMS: &str = "the claims are too long for so large an article";
pub(super) const LARGE_ARTICLE: &str = "its article is too large";

/// The most bytes of claims times bytes of the article: 30 claims of 45 words and a long novel.
const WORK: usize = 30_000_000_000;

/// Whether an article is larger than what a brief is held against.
pub(super) fn is_too_large(article: &Article) -> bool {
    bytes(article) > ARTICLE
}

fn bytes(article: &Article) -> usize {
    article.paragraphs().iter().map(|paragraph| paragraph.text.len()).sum()
}

/// How many of a brief's claims are judged: the first, as long as they are not too much for so long an article. Those that
/// are too long by themselves cost nothing.
pub(super) fn judged(brief: &Brief, article: &Article) -> usize {
    let mut left = WORK / bytes(article).max(1);
    let costs = brief.claims.iter().map(|claim| if is_too_long(claim) { 0 } else { length(claim) });
    let fits = |cost: usize| {
        let rest = left.checked_sub(cost)?;
        left = rest;
        Some(())
    };
    costs.map_while(fits).count()
}

/// Whether a claim is longer than any that is judged.
pub(super) fn is_too_long(claim: &Claim) -> bool {
    length(claim) > CLAIM
}

fn length(claim: &Claim) -> usize {
    claim.text.len() + claim.said_by.as_ref().map_or(0, String::len)
}

/// Whether a brief's summary is longer than any that is judged.
pub(super) fn has_too_long_a_summary(brief: &Brief) -> bool {
    brief.summary.len() > SUMMARY
}

/// Whether so many bytes of an article are more than what a claim is held against.
pub(super) const fn is_too_much_around(bytes: usize) -> bool {
    bytes > AROUND
}

/// Whether figures of a text are looked for in these passages: neither it nor they are too long.
pub(super) fn are_figures_looked_for(text: &str, found: &[Found]) -> bool {
    let bytes: usize =
        found.iter().filter_map(|found| found.place.map(Place::from)).map(|place| place.span.len()).sum();
    text.len() <= SUMMARY && found.len() <= MOST_PASSAGES && !is_too_much_around(bytes)
}

#[cfg(test)]
mod tests {
    use super::{AROUND, ARTICLE, judged};
    use crate::article::{Article, Paragraph, ParagraphKind};
    use crate::brief::{Brief, Claim};

    fn article(bytes: usize) -> Article {
        Article::new([Paragraph { kind: ParagraphKind::Text, text: "a".repeat(bytes) }])
    }

    #[test]
    fn thirty_claims_of_a_reader_are_judged_by_the_longest_article_and_long_ones_by_a_shorter() {
        for (bytes, claims, length, expected) in [
            (ARTICLE, 30, 230, 30),
            (ARTICLE, 30, 1_200, 5),
            (AROUND, 30, 1_200, 30),
            (0, 30, 1_200, 30),
            (ARTICLE, 30, 5_000, 30),
        ] {
            let claim = Claim { text: "b".repeat(length), ..Claim::default() };
            let brief = Brief { claims: vec![claim; claims], ..Brief::default() };
            assert_eq!(judged(&brief, &article(bytes)), expected, "{bytes} bytes, {claims} of {length}");
        }
    }
}
