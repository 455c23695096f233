//! Sentences and words of a paragraph, as spans. Rules and tables of abbreviations, no model, nothing to load: a program
//! that starts for one short file must not spend its time compiling patterns. Refuses to look beyond one paragraph.
//!
//! A sentence ends at a terminator of any script, with the closing quotation marks and brackets that stand against it,
//! where white space follows (or, after an ideographic full stop, nothing need follow). An abbreviation, an initial, an
//! ordinal before a month or a following lower-case letter keeps it open. A quotation of several sentences stays whole
//! while it is short; a long one is split at the ends of its own sentences.

use unicode_segmentation::{UnicodeSegmentation, UnicodeWordIndices};

use crate::text::Span;
use crate::text::marks::Marks;

mod abbreviation;
mod ordinal;

pub use abbreviation::often_opens;

/// Quotations of up to this many words stay one sentence, however many sentences they hold.
const QUOTATION_WORDS: usize = 40;

/// The sentences of a paragraph, in order, without the white space around them. A line break ends a sentence.
pub fn sentences(paragraph: &str) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut line_start = 0;
    for line in paragraph.split_inclusive('\n') {
        sentences_of_line(line, line_start, &mut pieces);
        line_start += line.len();
    }
    pieces
}

/// The sentences of a sentence that is one only because a short quotation joins them, in order; itself where it holds
/// no other.
pub fn sentences_inside(sentence: &str) -> Vec<Span> {
    pieces(sentence).into_iter().map(|piece| piece.span).collect()
}

/// The words of a text, in order: runs with a letter or digit, parted after Unicode's annex 29.
pub fn words(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let spans =
        if text.is_ascii() { Words::Plain(Plain { text, at: 0 }) } else { Words::Other(text.unicode_word_indices()) };
    spans.filter_map(|span| Some((span, span.slice(text)?)))
}

/// What is made of each word of a text, in a list that has room for all of them from the start.
pub fn each_word<'t, T>(text: &'t str, make: impl FnMut((Span, &'t str)) -> T) -> Vec<T> {
    /// A word of most languages is longer, with the space behind it.
    const SHORT: usize = 5;
    let mut made = Vec::with_capacity(text.len() / SHORT + 1);
    made.extend(words(text).map(make));
    made
}

/// Where the words of a text stand.
enum Words<'t> {
    Plain(Plain<'t>),
    Other(UnicodeWordIndices<'t>),
}

impl Iterator for Words<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        match self {
            Self::Plain(words) => words.next(),
            Self::Other(words) => words.next().map(|(at, word)| Span::new(at, at + word.len())),
        }
    }
}

/// The words of a text in ASCII, parted as annex 29 has it there: runs of letters, digits and low lines, in which one full
/// stop, colon or apostrophe may stand between letters, and one full stop, comma, semicolon or apostrophe between digits.
struct Plain<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Plain<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let bytes = self.text.as_bytes();
        loop {
            let from = self.at + bytes.get(self.at..)?.iter().position(|byte| role(*byte).is_of_word())?;
            let (mut to, mut told) = (from, false);
            while let Some(byte) = bytes.get(to) {
                match role(*byte) {
                    Role::Told => told = true,
                    Role::LowLine => {}
                    Role::Joint if bytes.get(to - 1..to + 2).is_some_and(joins) => {}
                    Role::Joint | Role::Other => break,
                }
                to += 1;
            }
            self.at = to;
            if told {
                return Some(Span::new(from, to));
            }
        }
    }
}

/// What a byte is to the words of a text in ASCII.
#[derive(Clone, Copy)]
enum Role {
    /// A letter or digit.
    Told,
    LowLine,
    /// It may join two letters or two digits.
    Joint,
    Other,
}

impl Role {
    const fn is_of_word(self) -> bool {
        matches!(self, Self::Told | Self::LowLine)
    }

    const fn of(byte: u8) -> Self {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Self::Told,
            b'_' => Self::LowLine,
            b'.' | b'\'' | b':' | b',' | b';' => Self::Joint,
            _ => Self::Other,
        }
    }
}

/// The roles of all bytes: every text is parted in words a dozen times, byte by byte.
static ROLES: [Role; 256] = {
    let mut roles = [Role::Other; 256];
    let mut byte = 0;
    while byte < roles.len() {
        roles[byte] = Role::of(byte as u8);
        byte += 1;
    }
    roles
};

fn role(byte: u8) -> Role {
    ROLES.get(usize::from(byte)).copied().unwrap_or(Role::Other)
}

/// Whether the second of three bytes joins the two beside it.
fn joins(three: &[u8]) -> bool {
    match three {
        [a, b'.' | b'\'', c] if a.is_ascii_digit() && c.is_ascii_digit() => true,
        [a, b'.' | b'\'' | b':', c] => a.is_ascii_alphabetic() && c.is_ascii_alphabetic(),
        [a, b',' | b';', c] => a.is_ascii_digit() && c.is_ascii_digit(),
        _ => false,
    }
}

/// How many words a text has to a reader: what white space parts; in a script without spaces, its words.
pub fn word_count(text: &str) -> usize {
    if has_unspaced(text) { words(text).count() } else { spaced(text) }
}

/// The length of a text in words: as [`word_count`] has it; in a script without spaces, where a word has two signs or so, half
/// of that.
pub fn length(text: &str) -> usize {
    if has_unspaced(text) { words(text).count().div_ceil(2) } else { spaced(text) }
}

/// How many runs there are between white space.
fn spaced(text: &str) -> usize {
    if !text.is_ascii() {
        return text.split_whitespace().count();
    }
    let is_white = |byte: u8| matches!(byte, b'\t'..=b'\r' | b' ');
    let bytes = text.as_bytes();
    let behind_white = bytes.iter().zip(bytes.iter().skip(1)).filter(|(one, next)| is_white(**one) & !is_white(**next));
    behind_white.count() + usize::from(bytes.first().is_some_and(|first| !is_white(*first)))
}

fn has_unspaced(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_unspaced)
}

/// Ideographs and kana, which are written without spaces.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A piece between two possible sentence ends, and whether it ends inside a quotation.
struct Piece {
    span: Span,
    inside: bool,
}

fn sentences_of_line(line: &str, base: usize, out: &mut Vec<Span>) {
    let pieces = pieces(line);
    let mut from = 0;
    while from < pieces.len() {
        let to = end_of_quotation(line, &pieces, from);
        if let (Some(first), Some(last)) = (pieces.get(from), pieces.get(to)) {
            out.push(first.span.hull(last.span).within(base.into()));
        }
        from = to + 1;
    }
}

/// The last piece of the sentence that begins with piece `from`: itself, or the one in which its short quotation closes.
fn end_of_quotation(line: &str, pieces: &[Piece], from: usize) -> usize {
    let Some(first) = pieces.get(from).filter(|piece| piece.inside) else { return from };
    for (to, piece) in pieces.iter().enumerate().skip(from + 1) {
        let whole = first.span.hull(piece.span);
        if whole.slice(line).map_or(0, length) > QUOTATION_WORDS {
            return from;
        }
        if !piece.inside {
            return to;
        }
    }
    from
}

fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut quotes = Quotes::default();
    let (mut start, mut end) = (0, 0);
    while let Some((at, c)) = next_sign(line, end) {
        end = at + c.len_utf8();
        quotes.pass(line, at, c);
        if !is_terminator(c) {
            continue;
        }
        let (mut last, mut dots_only) = (c, c == '.');
        while let Some(next) = char_at(line, end) {
            if !is_terminator(next) && !is_closer(next, quotes.open) && !quotes.closes(line, end, next) {
                break;
            }
            quotes.pass(line, end, next);
            dots_only &= next == '.' || !is_terminator(next);
            (last, end) = (next, end + next.len_utf8());
        }
        let stop = Stop { at, end, c, last, dots_only };
        if stop.ends_sentence(line) {
            push_piece(line, start, end, quotes.open, &mut pieces);
            start = end + star(line, end);
        }
    }
    push_piece(line, start, line.len(), false, &mut pieces);
    pieces
}

/// The next character from a place on that is no letter, digit or space of ASCII: most of any text is, and none of it ends a
/// sentence.
fn next_sign(line: &str, from: usize) -> Option<(usize, char)> {
    let is_sign = |byte: &u8| *byte != b' ' && !matches!(role(*byte), Role::Told);
    let at = from + line.as_bytes().get(from..)?.iter().position(is_sign)?;
    Some((at, char_at(line, at)?))
}

fn char_at(line: &str, at: usize) -> Option<char> {
    line.get(at..)?.chars().next()
}

/// How long the sign of a footnote is that stands against the end of a sentence: 'It sank.* The port'.
fn star(line: &str, at: usize) -> usize {
    let rest = line.get(at..).unwrap_or("");
    let behind = rest.trim_start_matches(['*', '†', '‡']);
    let length = rest.len() - behind.len();
    if behind.starts_with(' ') { length } else { 0 }
}

fn push_piece(line: &str, start: usize, end: usize, inside: bool, pieces: &mut Vec<Piece>) {
    let Some(raw) = line.get(start..end) else { return };
    let text = raw.trim();
    if !text.chars().any(char::is_alphanumeric) {
        // A lone closing mark belongs to the sentence before it.
        if let (Some(before), false) = (pieces.last_mut(), text.is_empty()) {
            before.span = Span::new(before.span.start(), start + raw.trim_end().len());
            before.inside = inside;
        }
        return;
    }
    let from = start + (raw.len() - raw.trim_start().len());
    pieces.push(Piece { span: Span::new(from, from + text.len()), inside });
}

/// A run of terminators and closers, from its first terminator `c` at `at`.
struct Stop {
    at: usize,
    end: usize,
    c: char,
    last: char,
    dots_only: bool,
}

impl Stop {
    fn ends_sentence(&self, line: &str) -> bool {
        let (Some(before), Some(after)) = (line.get(..self.at), line.get(self.end..)) else { return false };
        let after = after.get(star(line, self.end)..).unwrap_or(after);
        let Some(next_char) = after.chars().next() else { return true };
        if is_ideographic_stop(self.c) {
            // '「…。」と述べた': behind a closing mark the sentence goes on where no space and no other quotation follows.
            let closed =
                matches!(self.last, '」' | '』' | '”') && !is_opening_mark(next_char) && !next_char.is_whitespace();
            return !closed && !is_closer(next_char, false);
        }
        if !next_char.is_whitespace() {
            return false;
        }
        let following = after.trim_start();
        let Some(next) = following.trim_start_matches(is_opening_mark).chars().next() else { return true };
        if next.is_lowercase() {
            return false;
        }
        if self.c != '.' || !self.dots_only {
            return self.c != '!' || !is_called_again(before, following);
        }
        let closed = self.last != '.';
        let single = line.get(self.at..self.end).is_some_and(|run| run.matches('.').count() == 1);
        !single || closed || !abbreviation::keeps_open(before, following)
    }
}

/// 'Ahoy! Ahoy!': the same word before and behind the mark.
fn is_called_again(before: &str, following: &str) -> bool {
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    !last.is_empty() && following.strip_prefix(last).is_some_and(|rest| rest.starts_with('!'))
}

/// Whether the text so far stands inside double quotation marks.
#[derive(Default)]
struct Quotes {
    open: bool,
    marks: Marks,
}

impl Quotes {
    fn pass(&mut self, line: &str, at: usize, c: char) {
        match c {
            '「' => self.open = true,
            '」' => self.open = false,
            '“' | '„' | '”' | '«' | '»' => {
                self.open = self.marks.opens(before_of(line, at), c, after_of(line, at, c)).unwrap_or(self.open);
            }
            // A straight mark before white space closes; after white space, it opens: also a quotation that goes on.
            '"' => {
                self.open =
                    before_of(line, at).is_none_or(|b| b.is_whitespace() || is_opening_mark(b) || b == '—' || b == '-');
            }
            _ => {}
        }
    }

    /// Whether a mark closes what is open.
    fn closes(&self, line: &str, at: usize, c: char) -> bool {
        let mut marks = self.marks;
        self.open && marks.opens(before_of(line, at), c, after_of(line, at, c)) == Some(false)
    }
}

/// The character before a place.
fn before_of(line: &str, at: usize) -> Option<char> {
    line.get(..at).and_then(|before| before.chars().next_back())
}

/// The character behind the one at a place.
fn after_of(line: &str, at: usize, c: char) -> Option<char> {
    char_at(line, at + c.len_utf8())
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '؟' | '۔' | '।' | '॥' | '։' | '።' | '၊' | '။' | '។')
        || is_ideographic_stop(c)
}

/// Full stops that no space need follow.
fn is_ideographic_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡')
}

fn is_closer(c: char, in_quotation: bool) -> bool {
    matches!(c, '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』' | '）' | '\'') || (c == '"' && in_quotation)
}

fn is_opening_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '„' | '«' | '‘' | '\'' | '(' | '[' | '¿' | '¡' | '‹' | '「' | '『')
}

#[cfg(test)]
mod tests;
