//! Passages of an article that support what a brief says, and the anchors that hold them. Refuses passages that are not
//! in the article.

use crate::article::{Article, ParagraphNo};
use crate::brief::Anchor;
use crate::text::Span;

/// A passage by its place: a span of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The paragraph.
    pub paragraph: ParagraphNo,
    /// The span of its text.
    pub span: Span,
}

impl From<(ParagraphNo, Span)> for Place {
    fn from((paragraph, span): (ParagraphNo, Span)) -> Self {
        Self { paragraph, span }
    }
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
        Anchor::quote(article, self.paragraph, self.span)
    }
}
