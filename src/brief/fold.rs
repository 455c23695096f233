//! Folding: what is left of a text when typesetting is taken away, so that the same passage set another way is the same.
//! NFKC (ligatures come apart), without white space, invisible characters and hyphens of any kind, with quotation marks
//! and apostrophes made one. Letters keep their case, and no letter or figure is ever dropped.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::Span;

/// What stands for every quotation mark and apostrophe.
const MARK: char = '\'';

/// A folded text, and where each of its characters came from.
#[derive(Debug, Default)]
pub(super) struct Folded {
    pub text: String,
    /// The byte of `text` at which each folded character begins.
    at: Vec<u32>,
    /// The source byte where the cluster begins that a folded character opens; [`INSIDE`] when it opens none.
    opens: Vec<u32>,
    /// The source byte where the cluster ends that a folded character closes; [`INSIDE`] when it closes none.
    closes: Vec<u32>,
}

/// In place of a source byte: the folded character is in the middle of what one character of the source became.
const INSIDE: u32 = u32::MAX;

impl Folded {
    pub(super) fn of(text: &str) -> Self {
        let mut folded = Self::default();
        let mut rest = text.char_indices().peekable();
        while let Some((start, c)) = rest.next() {
            let mut end = start + c.len_utf8();
            while let Some((at, _)) = rest.next_if(|(_, next)| continues(*next) && !c.is_whitespace()) {
                end = at + text.get(at..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8);
            }
            let before = folded.at.len();
            match simple(c) {
                Some(kept) if end == start + c.len_utf8() => kept.into_iter().for_each(|c| folded.push(c)),
                _ => fold_cluster(Span::new(start, end).slice(text).unwrap_or_default(), |c| folded.push(c)),
            }
            if folded.at.len() > before {
                set(&mut folded.opens, before, start);
                let last = folded.at.len() - 1;
                set(&mut folded.closes, last, end);
            }
        }
        folded
    }

    fn push(&mut self, c: char) {
        self.at.push(small(self.text.len()));
        self.opens.push(INSIDE);
        self.closes.push(INSIDE);
        self.text.push(c);
    }

    /// Length in folded characters.
    pub(super) fn len(&self) -> usize {
        self.at.len()
    }

    /// The folded character that begins at a byte of the folded text.
    pub(super) fn character_at(&self, byte: usize) -> Option<usize> {
        self.at.binary_search(&small(byte)).ok()
    }

    /// The source byte where a folded character's source begins, if it is the first that came of it.
    pub(super) fn opens(&self, character: usize) -> Option<usize> {
        self.opens.get(character).filter(|b| **b != INSIDE).map(|b| *b as usize)
    }

    /// The source byte where a folded character's source ends, if it is the last that came of it.
    pub(super) fn closes(&self, character: usize) -> Option<usize> {
        self.closes.get(character).filter(|b| **b != INSIDE).map(|b| *b as usize)
    }

    /// The first folded character whose source begins at a source byte or behind it.
    pub(super) fn first_from(&self, byte: usize) -> usize {
        // What is inside a cluster begins with it: look back to the character that opens it.
        let opened = |at: usize| (0..=at).rev().find_map(|i| self.opens(i)).unwrap_or(0);
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if opened(middle) < byte { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// The folded characters `from..from + length`: their text and the span of the source they came from, when neither
    /// edge cuts what one character of the source became.
    pub(super) fn window(&self, from: usize, length: usize) -> Option<(&str, Span)> {
        let last = from.checked_add(length)?.checked_sub(1)?;
        let end = self.closes(last)?;
        let start = self.opens(from)?;
        let text_end = self.at.get(last + 1).map_or(self.text.len(), |b| *b as usize);
        let text = self.text.get(*self.at.get(from)? as usize..text_end)?;
        Some((text, Span::new(start, end)))
    }
}

/// The folded text alone.
pub(super) fn fold(text: &str) -> String {
    Folded::of(text).text
}

fn set(list: &mut [u32], index: usize, byte: usize) {
    if let Some(slot) = list.get_mut(index) {
        *slot = small(byte);
    }
}

fn small(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(INSIDE - 1)
}

/// Whether a character belongs to the one before it, so that NFKC may make one of the two.
pub(super) fn continues(c: char) -> bool {
    !c.is_ascii() && (is_combining_mark(c) || matches!(c, '\u{1160}'..='\u{11ff}' | '\u{ff9e}' | '\u{ff9f}'))
}

/// What a character that stands alone folds to, where that needs no table.
fn simple(c: char) -> Option<Option<char>> {
    if is_dropped(c) {
        Some(None)
    } else if is_quotation_mark(c) {
        Some(Some(MARK))
    } else {
        c.is_ascii().then_some(Some(c))
    }
}

fn fold_cluster(cluster: &str, mut keep: impl FnMut(char)) {
    let plain = cluster.chars().filter(|c| !is_dropped(*c)).map(|c| if is_quotation_mark(c) { MARK } else { c });
    for c in plain.nfkc().filter(|c| !is_dropped(*c)) {
        keep(if is_quotation_mark(c) { MARK } else { c });
    }
}

fn is_dropped(c: char) -> bool {
    c.is_whitespace() || is_hyphen(c) || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Hyphens, dashes and minus signs, which one typesetter writes for another.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '\u{ad}'
    )
}

fn is_quotation_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '`' | '\u{b4}' | '\u{ab}' | '\u{bb}' | '\u{2bc}' | '\u{2018}'..='\u{201f}' | '\u{2032}'..='\u{2037}'
            | '\u{2039}' | '\u{203a}' | '\u{300c}'..='\u{300f}' | '\u{301d}'..='\u{301f}' | '\u{ff02}' | '\u{ff07}'
    )
}

/// Whether an edge at byte `at` would cut a word, a number or a character of more than one code point in two. Writing
/// systems that set no spaces between words have no such edges but inside a character.
pub(super) fn cuts(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return true };
    let (mut back, mut on) = (before.chars().rev(), after.chars());
    let (Some(last), Some(next)) = (back.next(), on.next()) else { return false };
    let (last_but_one, next_but_one) = (back.next(), on.next());
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let letter = |c: Option<char>| c.is_some_and(is_spaced_letter);
    let point = |c: char| matches!(c, '.' | ',');
    let apostrophe = |c: char| matches!(c, '\'' | '\u{2019}' | '\u{ad}');
    let sign = is_hyphen(last) && !last_but_one.is_some_and(char::is_alphanumeric);
    continues(next)
        || matches!(next, '\u{200d}' | '\u{fe0e}' | '\u{fe0f}')
        || last == '\u{200d}'
        || (letter(Some(last)) && letter(Some(next)))
        || (digit(Some(next)) && (sign || (point(last) && digit(last_but_one))))
        || (digit(Some(last)) && point(next) && digit(next_but_one))
        || (letter(Some(last)) && apostrophe(next) && letter(next_but_one))
        || (letter(last_but_one) && apostrophe(last) && letter(Some(next)))
}

/// A letter or figure of a writing system that parts its words by spaces.
fn is_spaced_letter(c: char) -> bool {
    let unspaced = matches!(u32::from(c), 0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x2e80..=0xa4cf
        | 0xf900..=0xfaff | 0x20000..=0x3ffff);
    c.is_alphanumeric() && !unspaced
}

/// What a folded likeness must not hide, in order: the numbers with their signs, and the words that deny. Folding takes
/// the hyphen out of `-5` and of `1-2`, and the space out of `not able`.
pub(super) fn weights(text: &str) -> Vec<String> {
    const DENYING: [&str; 8] = ["no", "not", "never", "none", "nor", "neither", "without", "cannot"];
    let mut weights = Vec::new();
    let (mut run, mut before) = (String::new(), (' ', ' '));
    for c in text.chars().chain([' ']) {
        let figures = run.chars().last().map(|last| last.is_numeric() || last == '-');
        let same = figures.is_none_or(|figures| figures == c.is_numeric());
        if c.is_alphanumeric() && !same {
            take(&mut weights, &mut run, &DENYING);
        }
        if c.is_alphanumeric() {
            let signed = run.is_empty() && c.is_numeric() && is_hyphen(before.1) && !before.0.is_alphanumeric();
            run.extend(signed.then_some('-'));
            run.push(plain_digit(c));
        } else if is_hyphen(c) && run.chars().all(char::is_alphabetic) {
            // A word that is broken at the line's end is not the word it begins with.
            run.push(' ');
        } else if !continues(c) {
            take(&mut weights, &mut run, &DENYING);
        }
        before = (before.1, c);
    }
    weights
}

fn take(weights: &mut Vec<String>, run: &mut String, denying: &[&str]) {
    let word = std::mem::take(run).to_lowercase();
    if word.chars().any(char::is_numeric) || denying.contains(&word.as_str()) {
        weights.push(word);
    }
}

/// The ASCII digit for a full-width one.
fn plain_digit(c: char) -> char {
    match c {
        '\u{ff10}'..='\u{ff19}' => char::from_u32(u32::from(c) - 0xff10 + 0x30).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{Folded, cuts, fold, weights};

    #[test]
    fn the_same_passage_set_another_way_folds_alike() {
        for (a, b) in [
            ("the harbour master's office", "the har-\nbour master’s  office"),
            ("\u{fb01}nal e\u{301}tude", "final \u{e9}tude"),
            ("“No fuel,” he said", "‘No fuel,’ he said"),
            ("soft\u{ad}ware\u{a0}5", "software 5"),
            ("２１２…", "212..."),
        ] {
            assert_eq!(fold(a), fold(b));
        }
        assert_ne!(fold("212"), fold("221"));
        assert_ne!(fold("Ferry"), fold("ferry"));
    }

    #[test]
    fn a_folded_window_knows_its_source_and_cuts_no_character() {
        let folded = Folded::of("a \u{fb01}t e\u{301}.");
        assert_eq!(folded.text, "afit\u{e9}.");
        assert_eq!(
            folded.window(1, 3).map(|(text, span)| (text, span.start().bytes(), span.end().bytes())),
            Some(("fit", 2, 6))
        );
        assert_eq!(folded.window(2, 2), None);
        assert_eq!(folded.window(4, 1).map(|(_, span)| span.len()), Some(3));
    }

    #[test]
    fn edges_that_cut_words_and_numbers_are_known() {
        for (text, whole) in [
            ("un|able", false),
            ("2|12", false),
            ("2|.5", false),
            ("2.|5", false),
            ("1|,000", false),
            ("-|5", false),
            ("a -|5", false),
            ("e|\u{301}", false),
            ("did|n't", false),
            ("didn|'t", false),
            ("the |ferry", true),
            ("ferry|.", true),
            ("5|. Then", true),
            ("2014-|15", true),
            ("漢|字", true),
            ("|ferry", true),
        ] {
            let at = text.find('|').unwrap();
            assert_eq!(!cuts(&text.replace('|', ""), at), whole, "{text}");
        }
    }

    #[test]
    fn numbers_and_denials_weigh_and_line_ends_do_not() {
        for (a, b, alike) in [
            ("fell to 5", "fell to -5", false),
            ("1-2 boats", "12 boats", false),
            ("notable", "not able", false),
            ("nothing", "not-hing", true),
            ("10²", "102", false),
            ("２１２ aboard", "212 aboard", true),
            ("1\u{a0}000", "1 000", true),
            ("twenty-five", "twentyfive", true),
        ] {
            assert_eq!(weights(a) == weights(b), alike, "{a} / {b}: {:?} {:?}", weights(a), weights(b));
        }
    }
}
