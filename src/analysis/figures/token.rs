//! A text in numbers, words and signs, each with its place. Refuses to know what any of them means.

use std::borrow::Cow;

use crate::text::Span;
use crate::text::stem::lower;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// Digits, as they are read, and half of the last place that was written.
    Number {
        /// Its value.
        value: f64,
        /// Decimals written.
        decimals: usize,
    },
    /// Letters.
    Word,
    /// Any one other character that is no white space.
    Sign,
}

/// A token has about so many letters, the space counted.
const LETTERS: usize = 5;

/// A token.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    pub span: Span,
    pub text: &'a str,
    pub lower: Cow<'a, str>,
    pub kind: Kind,
    /// Whether no white space stands before it.
    pub glued: bool,
}

impl Token<'_> {
    pub fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    pub fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&&*self.lower)
    }

    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    /// Whether it may be a noun in the plural, which a number before it counts.
    pub fn is_noun_like(&self) -> bool {
        self.is_word() && self.lower.len() > 3 && self.lower.ends_with('s')
    }

    pub fn is_hyphen(&self) -> bool {
        matches!(self.text, "-" | "‐" | "‑" | "–" | "—")
    }

    /// A whole number in digits without signs in it.
    pub fn digits(&self) -> Option<u32> {
        let plain = self.text.bytes().all(|b| b.is_ascii_digit()) && self.text.len() <= 4;
        plain.then(|| self.text.parse().ok()).flatten()
    }
}

/// The tokens of a text. `comma` says that decimals follow a comma, as on the continent.
pub(super) fn tokens(text: &str, comma: bool) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / LETTERS + 1);
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let length = match c {
            _ if c.is_ascii_digit() => number_length(text, at, comma),
            _ if c.is_alphabetic() => word_length(text, at),
            _ => c.len_utf8(),
        };
        let span = Span::new(at, at + length);
        let written = span.slice(text).unwrap_or_default();
        let glued = tokens.last().is_some_and(|last: &Token<'_>| last.span.end() == span.start());
        tokens.push(Token { span, text: written, lower: lower(written), kind: kind(written, c, comma), glued });
        at += length.max(1);
    }
    tokens
}

fn kind(written: &str, first: char, comma: bool) -> Kind {
    if first.is_ascii_digit() {
        let (value, decimals) = value(written, comma);
        Kind::Number { value, decimals }
    } else if first.is_alphabetic() {
        Kind::Word
    } else {
        Kind::Sign
    }
}

/// Digits, with points and commas between digits, and thin spaces, or apostrophes as Switzerland has them, before three
/// digits; any space, where decimals follow a comma.
fn number_length(text: &str, from: usize, comma: bool) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let followed = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let parts = matches!(c, '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '’')
            || comma && c == ' ' && rest.get(..at).is_some_and(is_grouped);
        let thin = parts && three_digits(rest.get(at + c.len_utf8()..));
        if c.is_ascii_digit() || (matches!(c, '.' | ',') && followed) || thin {
            end = at + c.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// Whether what was read of a number are one to three digits and groups of three: no year stands there.
fn is_grouped(digits: &str) -> bool {
    let mut groups = digits.split(' ');
    let first = groups.next().unwrap_or_default();
    first.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit() || b == b' ') && groups.all(|group| group.len() == 3)
}

fn three_digits(rest: Option<&str>) -> bool {
    let digits = rest.unwrap_or_default().bytes().take_while(u8::is_ascii_digit).count();
    digits == 3
}

/// Letters, with apostrophes and full stops between single letters ("U.S", "p.m", "don't").
fn word_length(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    let mut letters = 0;
    while let Some((at, c)) = chars.next() {
        let followed = chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        let joins = followed && (matches!(c, '\'' | '’') || (c == '.' && letters == 1));
        if !(c.is_alphabetic() || joins) {
            break;
        }
        letters = if c.is_alphabetic() { letters + 1 } else { 0 };
        end = at + c.len_utf8();
    }
    end
}

/// The value of digits, and how many decimals they have. A separator before exactly three digits parts thousands, unless
/// it is the language's decimal sign and stands once.
fn value(written: &str, comma: bool) -> (f64, usize) {
    let (decimal, thousand) = if comma { (',', '.') } else { ('.', ',') };
    let mut digits: String = written.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’')).collect();
    let groups_of_three = |sign: char| {
        let whole = digits.split(decimal).next().unwrap_or_default();
        let mut groups = whole.split(sign);
        let first = groups.next().unwrap_or_default();
        first.len() <= 3 && digits.contains(sign) && groups.all(|group| group.len() == 3)
    };
    if groups_of_three(thousand) || digits.matches(thousand).count() > 1 {
        digits.retain(|c| c != thousand);
    }
    if digits.matches(decimal).count() > 1 {
        digits.retain(|c| c != decimal);
    }
    let plain = digits.replace([',', '.'], ".");
    let decimals = plain.split_once('.').map_or(0, |(_, after)| after.len());
    (plain.parse().unwrap_or(0.0), decimals)
}

#[cfg(test)]
mod tests {
    use super::{Kind, tokens};

    #[test]
    fn digits_are_read_as_the_language_writes_them() {
        let cases = [
            ("2,000", false, 2000.0),
            ("3.36", false, 3.36),
            ("1,234,567.5", false, 1_234_567.5),
            ("28.000", true, 28000.0),
            ("3,5", true, 3.5),
            ("1 250 000", true, 1_250_000.0),
            ("1\u{a0}500", true, 1500.0),
            ("800'000", true, 800_000.0),
            ("1’234’567.5", false, 1_234_567.5),
            ("9,5", false, 9.5),
            ("1,250.50", false, 1250.5),
        ];
        for (text, comma, expected) in cases {
            let tokens = tokens(text, comma);
            assert!(
                matches!(tokens.as_slice(), [t] if matches!(t.kind, Kind::Number{value, ..} if value == expected)),
                "{text}"
            );
        }
    }
}
