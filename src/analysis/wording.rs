//! A sentence as its words in lower case, with what stands between them: marks, quotations, capitals. Refuses to know what
//! any word means.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::marks::Marks;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// Of a longer run than this many words, which no sentence is, only the beginning is read: every word may be weighed with
/// every other.
const LONGEST: usize = 400;

/// A sentence as words.
pub struct Wording<'t> {
    text: &'t str,
    /// The primary language subtag of the text that it is of.
    language: Option<&'t str>,
    words: Vec<Word<'t>>,
}

struct Word<'t> {
    span: Span,
    lower: Cow<'t, str>,
    /// How many quotations were opened up to here, where the word stands inside one.
    quotation: Option<usize>,
    /// Whether a mark parts it from the word before it. Asked far more often than there are words.
    parted: bool,
}

impl<'t> Wording<'t> {
    /// The words of a sentence of a text in a language, by its primary subtag; `None` where that is not known.
    pub fn of(text: &'t str, language: Option<&'t str>) -> Self {
        let mut quotes = Quotes::default();
        let mut end = 0;
        let mut words = Vec::with_capacity(text.len() / 5);
        for (span, word) in segment::words(text).take(LONGEST) {
            let gap = text.get(end..span.start().bytes()).unwrap_or("");
            quotes.pass(gap);
            end = span.end().bytes();
            let quotation = quotes.open.then_some(quotes.opened);
            words.push(Word { span, lower: lower(word), quotation, parted: parts(gap) });
        }
        Self { text, language, words }
    }

    /// The language of the text, by its primary subtag; `None` where it is not known.
    pub const fn language(&self) -> Option<&'t str> {
        self.language
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// All words, in lower case.
    pub fn lower(&self) -> Vec<&str> {
        self.words.iter().map(|word| &*word.lower).collect()
    }

    /// The word at a place in lower case; empty where there is none.
    pub fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.lower)
    }

    /// The word so many places before another; empty where there is none.
    pub fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// A word as it is written.
    pub fn raw(&self, at: usize) -> &'t str {
        self.words.get(at).and_then(|word| word.span.slice(self.text)).unwrap_or("")
    }

    /// Whether a word begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.raw(at).starts_with(char::is_uppercase)
    }

    /// What stands between a word and the one before it; before the first, what the sentence opens with; behind the last,
    /// what it ends with.
    pub fn gap(&self, at: usize) -> &'t str {
        let from = at.checked_sub(1).and_then(|i| self.words.get(i)).map_or(0, |word| word.span.end().bytes());
        let to = self.words.get(at).map_or(self.text.len(), |word| word.span.start().bytes());
        self.text.get(from..to).unwrap_or("")
    }

    /// Whether a mark parts a word from the one before it: comma, semicolon, colon, dash, bracket.
    pub fn parted(&self, at: usize) -> bool {
        self.words.get(at).map_or_else(|| parts(self.gap(at)), |word| word.parted)
    }

    /// The words around a place that no mark parts from it.
    pub fn stretch(&self, at: usize) -> Range<usize> {
        let from = (1..=at).rev().find(|&i| self.parted(i)).unwrap_or(0);
        let to = (at + 1..self.len()).find(|&i| self.parted(i)).unwrap_or(self.len());
        from..to
    }

    /// Of how many words the quotation is that a word stands in; none outside of one.
    pub fn quotation(&self, at: usize) -> Option<usize> {
        let here = self.words.get(at)?.quotation?;
        Some(self.words.iter().filter(|word| word.quotation == Some(here)).count())
    }
}

/// Whether what stands between two words parts them.
fn parts(gap: &str) -> bool {
    gap != " " && (gap.contains([',', ';', ':', '–', '—', '(', ')', '،', '，']) || gap.contains(" - "))
}

/// Where a reader is in quotations, by double marks; single ones too where they are not apostrophes.
#[derive(Default)]
struct Quotes {
    open: bool,
    marks: Marks,
    opened: usize,
    /// How many gaps were passed.
    begun: usize,
}

impl Quotes {
    fn pass(&mut self, gap: &str) {
        // What stands before a mark; at the beginning of the sentence, as if a space did.
        let mut before = (self.begun == 0).then_some(' ');
        self.begun += 1;
        if gap == " " {
            return;
        }
        let mut chars = gap.chars().peekable();
        while let Some(c) = chars.next() {
            // Behind the gap stands a word.
            let behind = chars.peek().copied().or(Some('a'));
            let turn = self.marks.opens(before.or(Some('a')), c, behind);
            let opens = match c {
                _ if turn.is_some() => turn == Some(true),
                '‘' => true,
                '’' => false,
                '"' => !self.open,
                '\'' => before.is_some_and(char::is_whitespace) && !self.open,
                _ => {
                    before = Some(c);
                    continue;
                }
            };
            self.opened += usize::from(opens);
            self.open = opens;
            before = Some(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Wording;

    #[test]
    fn words_are_found_with_the_marks_that_part_them() {
        let wording = Wording::of("On Monday, the Song “Who Must Go” was sung (twice).", None);
        assert_eq!(wording.lower().join(" "), "on monday the song who must go was sung twice");
        assert_eq!((wording.stretch(0), wording.stretch(3), wording.stretch(9)), (0..2, 2..9, 9..10));
        assert_eq!((wording.quotation(3), wording.quotation(5), wording.quotation(7)), (None, Some(3), None));
        assert!(wording.is_capital(3) && !wording.is_capital(2) && wording.parted(2) && !wording.parted(3));
        assert_eq!((wording.before(2, 1), wording.before(0, 1), wording.word(99)), ("monday", "", ""));
    }

    #[test]
    fn an_apostrophe_opens_no_quotation() {
        let wording = Wording::of("The boys' boat isn't here, but 'The Gull' is.", None);
        assert_eq!((wording.quotation(2), wording.quotation(4), wording.quotation(6)), (None, None, Some(2)));
    }
}
