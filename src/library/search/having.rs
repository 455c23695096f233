//! Which briefs have a phrase, in themselves or in their articles: for a search that is followed on the screen, by the pattern
//! that finds it there. Says nothing of where: the screen does. What cannot be read has nothing.

use std::sync::atomic::{AtomicBool, Ordering};

use super::super::card::Card;
use super::super::{LARGEST_ARTICLE, Library, disk};
use super::on_all_cores;
use crate::text::find::{Pattern, folded};

/// The ids of those of `cards` that have it, in their order; `None` when it was cancelled.
pub fn having(library: &Library, cards: &[&Card], pattern: &Pattern, cancel: &AtomicBool) -> Option<Vec<String>> {
    let has = |card: &Card| {
        let goes_on = !cancel.load(Ordering::Relaxed);
        let has = goes_on
            && (is_in_head(pattern, card) || is_said(library, pattern, card) || is_in_article(library, pattern, card));
        has.then(|| card.id_str().to_owned())
    };
    let having = on_all_cores(cards, has);
    (!cancel.load(Ordering::Relaxed)).then_some(having)
}

/// Whether what the shelf shows of a brief has it: heading, publisher, authors, topics.
pub fn is_in_head(pattern: &Pattern, card: &Card) -> bool {
    let has = |text: &str| !pattern.matches(text).is_empty();
    has(&card.heading()) || card.publisher().is_some_and(has) || card.authors().any(has) || card.topics().any(has)
}

/// Whether its summary or its claims have it.
fn is_said(library: &Library, pattern: &Pattern, card: &Card) -> bool {
    if !pattern.is_in(card.said()) {
        return false;
    }
    if pattern.is_plain() {
        return true;
    }
    let Ok(opened) = library.load(&card.id()) else { return false };
    let claims = opened.brief.claims.iter().map(|claim| claim.text.as_str());
    [opened.brief.summary.as_str()].into_iter().chain(claims).any(|text| !pattern.matches(text).is_empty())
}

/// Whether a paragraph of its article has it.
fn is_in_article(library: &Library, pattern: &Pattern, card: &Card) -> bool {
    let path = library.root().join(card.id().article_file());
    let text = card.has_article.then(|| disk::read_text(&path, LARGEST_ARTICLE).ok()).flatten();
    let Some((text, _)) = text.filter(|(text, _)| pattern.is_in(&folded(text))) else { return false };
    text.lines().any(|line| !pattern.matches(line).is_empty())
}
