//! Text selected with the keyboard: by word, sentence or paragraph, from where it was begun to where it was carried.

use crate::article::{Article, ParagraphNo};
use crate::text::segment::{sentences, words};
use crate::text::{Offset, Span};

/// What a selection grows by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// A word.
    #[default]
    Word,
    /// A sentence.
    Sentence,
    /// A paragraph.
    Paragraph,
}

impl Unit {
    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Sentence => "sentence",
            Self::Paragraph => "paragraph",
        }
    }
}

/// A stretch of one paragraph.
pub type Piece = (ParagraphNo, Span);

/// What is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Where it was begun.
    pub from: Piece,
    /// Where it was carried to.
    pub to: Piece,
    /// What it grows by.
    pub unit: Unit,
}

impl Selection {
    /// Begins with the unit at a place; nothing where the article has no such paragraph.
    pub fn at(article: &Article, no: ParagraphNo, at: Offset, unit: Unit) -> Option<Self> {
        let piece = (no, unit_at(article, no, at, unit)?);
        Some(Self { from: piece, to: piece, unit })
    }

    /// A stretch that is already known.
    pub fn of(piece: Piece) -> Self {
        Self { from: piece, to: piece, unit: Unit::Word }
    }

    /// The same with another unit: grown to whole ones.
    pub fn by(self, article: &Article, unit: Unit) -> Self {
        let grown = |(no, span): Piece| {
            let first = unit_at(article, no, span.start(), unit).unwrap_or(span);
            let last = unit_at(article, no, span.end().minus(1), unit).unwrap_or(span);
            (no, first.hull(last))
        };
        Self { from: grown(self.from), to: grown(self.to), unit }
    }

    /// Carries it on by so many units, back when negative; stops at either end of the article.
    pub fn carried(self, article: &Article, by: isize) -> Self {
        let mut next = self;
        for _ in 0..by.unsigned_abs() {
            match neighbour(article, next.to, next.unit, by > 0) {
                Some(to) => next.to = to,
                None => break,
            }
        }
        next
    }

    /// Carries it to a place.
    pub fn carried_to(self, article: &Article, no: ParagraphNo, at: Offset) -> Self {
        unit_at(article, no, at, self.unit).map_or(self, |span| Self { to: (no, span), ..self })
    }

    /// What is selected, a stretch a paragraph, in the order of the article.
    pub fn pieces(self, article: &Article) -> Vec<Piece> {
        let (first, last) = (self.from.min(self.to), self.from.max(self.to));
        if first.0 == last.0 {
            return vec![(first.0, first.1.hull(last.1))];
        }
        let numbers = first.0.index()..=last.0.index();
        let piece = |index: usize| {
            let no = ParagraphNo::at(index);
            let whole = Span::whole(&article.paragraph(no)?.text);
            let start = if no == first.0 { first.1.start() } else { whole.start() };
            let end = if no == last.0 { last.1.end() } else { whole.end() };
            Some((no, Span::new(start, end)))
        };
        numbers.filter_map(piece).collect()
    }

    /// The words selected, paragraphs parted by an empty line.
    pub fn text(self, article: &Article) -> String {
        let pieces = self.pieces(article);
        let texts = pieces.iter().filter_map(|(no, span)| span.slice(&article.paragraph(*no)?.text));
        texts.collect::<Vec<_>>().join("\n\n")
    }
}

fn units(text: &str, unit: Unit) -> Vec<Span> {
    match unit {
        Unit::Word => words(text).map(|(span, _)| span).collect(),
        Unit::Sentence => sentences(text),
        Unit::Paragraph => vec![Span::whole(text)],
    }
}

/// The unit that holds a place, else the next one, else the last.
fn unit_at(article: &Article, no: ParagraphNo, at: Offset, unit: Unit) -> Option<Span> {
    let units = units(&article.paragraph(no)?.text, unit);
    units.iter().find(|span| at < span.end()).or(units.last()).copied()
}

fn neighbour(article: &Article, (no, span): Piece, unit: Unit, forward: bool) -> Option<Piece> {
    let here = units(&article.paragraph(no)?.text, unit);
    let next = if forward {
        here.iter().find(|other| other.start() >= span.end())
    } else {
        here.iter().rev().find(|other| other.end() <= span.start())
    };
    if let Some(next) = next {
        return Some((no, *next));
    }
    let index = if forward { no.index() + 1 } else { no.index().checked_sub(1)? };
    let no = ParagraphNo::at(index);
    let there = units(&article.paragraph(no)?.text, unit);
    let next = if forward { there.first() } else { there.last() };
    next.map(|span| (no, *span))
}

#[cfg(test)]
mod tests {
    use super::{Selection, Unit};
    use crate::article::{Article, ParagraphNo};
    use crate::text::Offset;

    #[test]
    fn a_selection_grows_by_words_sentences_and_paragraphs() {
        let article = Article::parse("One two. Three four.\n\nFive six.\n");
        let begun = Selection::at(&article, ParagraphNo::at(0), Offset::new(4), Unit::Word).unwrap();
        let text = |selection: Selection| selection.text(&article);
        assert_eq!(text(begun), "two");
        assert_eq!(text(begun.carried(&article, 1)), "two. Three");
        assert_eq!(text(begun.carried(&article, -1)), "One two");
        assert_eq!(text(begun.carried(&article, 3)), "two. Three four.\n\nFive");
        assert_eq!(text(begun.carried(&article, 99).carried(&article, -99)), "One two");
        assert_eq!(text(begun.by(&article, Unit::Sentence)), "One two.");
        assert_eq!(text(begun.by(&article, Unit::Sentence).carried(&article, 1)), "One two. Three four.");
        assert_eq!(text(begun.by(&article, Unit::Paragraph).carried(&article, 1)), "One two. Three four.\n\nFive six.");
    }
}
