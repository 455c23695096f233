//! Passages of an article that support what a brief says, and the anchors that hold them. Refuses passages that are not
//! in the article.

use crate::article::{Article, ParagraphNo};
use crate::brief::{Anchor, Passage};
use crate::text::Span;

/// A passage by its place: a span of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The paragraph.
    pub paragraph: ParagraphNo,
    /// The span of its text.
    pub span: Span,
}

impl Place {
    /// The words that stand there; `None` when the article has no such place.
    pub fn text(self, article: &Article) -> Option<&str> {
        article.paragraph(self.paragraph).and_then(|p| self.span.slice(&p.text))
    }

    /// The same place as a span of the article file.
    pub fn in_file(self, article: &Article) -> Option<Span> {
        article.in_file(self.paragraph, self.span)
    }

    /// An anchor that quotes it; `None` when the article has no such place.
    pub fn anchor(self, article: &Article) -> Option<Anchor> {
        /// Characters of context on either side.
        const CONTEXT: usize = 32;
        let text = self.text(article).filter(|text| !text.is_empty())?.to_owned();
        let whole = &article.paragraph(self.paragraph)?.text;
        let (before, after) = (whole.get(..self.span.start().bytes())?, whole.get(self.span.end().bytes()..)?);
        let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let before = before.get(from..).filter(|b| !b.is_empty()).map(str::to_owned);
        let after = Some(after.chars().take(CONTEXT).collect::<String>()).filter(|a| !a.is_empty());
        let passage = Passage::Quote { text, before, after };
        Some(Anchor { paragraph: Some(self.paragraph), span: Some(self.span), passage })
    }
}
