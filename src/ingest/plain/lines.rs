//! A pasted text to its lines: every kind of line break, every kind of space, what cannot be seen taken out. Keeps what
//! the layout says (blank lines, indents, spaces at the end, page breaks), and refuses to judge any of it.

use std::borrow::Cow;

use crate::ingest::limits;

/// One line that is not blank.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// Its text, single spaces between words, none at either end; table cells parted by a tab.
    pub text: Cow<'a, str>,
    /// Its number in the text, from 1.
    pub no: u32,
    /// Its length in characters.
    pub width: u32,
    /// Blank lines directly before it.
    pub blanks: u8,
    /// Columns it is set in from the left.
    pub indent: u8,
    /// A space stood at its end.
    pub spaced: bool,
    /// A page begins with it.
    pub page: bool,
    /// It ended in a soft hyphen: the word goes on in the next line.
    pub soft: bool,
}

/// Characters that end a line besides LF.
const BREAKS: [char; 6] = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The lines of a text that are not blank; `None` when they are more than `most`.
pub fn read(text: &str, most: usize) -> Option<Vec<Line<'_>>> {
    let mut lines = Vec::new();
    let (mut blanks, mut page, mut no) = (0u8, false, 0u32);
    for (raw, ended) in (Raw { rest: text }) {
        limits::checkpoint();
        no = no.saturating_add(u32::from(ended != Some('\u{c}')));
        match line(raw, no, blanks, page) {
            Some(line) if lines.len() < most => {
                lines.push(line);
                (blanks, page) = (0, false);
            }
            Some(_) => return None,
            None => blanks = blanks.saturating_add(u8::from(ended.is_some_and(|c| c != '\u{c}'))),
        }
        page |= ended == Some('\u{c}');
    }
    Some(lines)
}

/// A text with visible hyphens for soft ones where soft ones stand for them, as in text out of PDF whose fonts know no
/// other: they part words within lines, and no visible one does.
pub fn with_shown_hyphens(text: &str) -> Cow<'_, str> {
    let within = |hyphen: char| {
        text.match_indices(hyphen).any(|(at, _)| {
            let before = text.get(..at).and_then(|t| t.chars().next_back());
            let after = text.get(at + hyphen.len_utf8()..).and_then(|t| t.chars().next());
            before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
        })
    };
    let hidden = text.contains('\u{ad}') && within('\u{ad}') && !within('-');
    if hidden { Cow::Owned(text.replace('\u{ad}', "-")) } else { Cow::Borrowed(text) }
}

/// The raw lines of a text, each with the character that ended it; CR LF counts as one LF.
struct Raw<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Raw<'a> {
    type Item = (&'a str, Option<char>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let Some(at) = first_break(self.rest) else {
            return Some((std::mem::take(&mut self.rest), None));
        };
        let (line, behind) = self.rest.split_at_checked(at)?;
        let mut chars = behind.chars();
        let mut end = chars.next()?;
        if end == '\r' && chars.as_str().starts_with('\n') {
            chars.next();
            end = '\n';
        }
        self.rest = chars.as_str();
        Some((line, Some(end)))
    }
}

/// Where the first character that ends a line stands.
fn first_break(text: &str) -> Option<usize> {
    let may_be = |byte: &u8| matches!(byte, b'\n'..=b'\r' | 0xc2 | 0xe2);
    let mut from = 0;
    loop {
        let at = from + text.as_bytes().get(from..)?.iter().position(may_be)?;
        let c = text.get(at..)?.chars().next()?;
        if c == '\n' || BREAKS.contains(&c) {
            return Some(at);
        }
        from = at + c.len_utf8();
    }
}

fn line(raw: &str, no: u32, blanks: u8, page: bool) -> Option<Line<'_>> {
    let text = clean(raw);
    if text.is_empty() {
        return None;
    }
    let trimmed = raw.trim_end();
    Some(Line {
        width: u32::try_from(text.chars().count()).unwrap_or(u32::MAX),
        no,
        blanks,
        indent: indent(raw),
        spaced: trimmed.len() < raw.len(),
        page,
        soft: trimmed.ends_with('\u{ad}'),
        text,
    })
}

/// Columns of white space a line begins with; a tab goes to the next multiple of four.
fn indent(raw: &str) -> u8 {
    let spaces = raw.chars().take(200).take_while(|c| c.is_whitespace());
    spaces.fold(0u8, |n, c| if c == '\t' { (n / 4 + 1) * 4 } else { n.saturating_add(1) })
}

/// Characters that take no room and mean nothing in a paragraph: soft hyphens, zero width spaces, word joiners, marks
/// of byte order. Joiners that shape letters stay.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// A line's text with single spaces for white space of any kind (a tab inside stays) and nothing unseen.
fn clean(raw: &str) -> Cow<'_, str> {
    let trimmed = raw.trim_matches(|c: char| c.is_whitespace() || is_unseen(c));
    let tidy = trimmed.bytes().zip(trimmed.bytes().skip(1)).all(|(a, b)| !(a == b' ' && b == b' '))
        && (trimmed.is_ascii() || trimmed.chars().all(|c| c == ' ' || !(c.is_whitespace() || is_unseen(c))));
    if tidy && !trimmed.contains('\t') {
        return Cow::Borrowed(trimmed);
    }
    let mut out = String::with_capacity(trimmed.len());
    let mut gap: Option<char> = None;
    for c in trimmed.chars().filter(|&c| !is_unseen(c)) {
        if c.is_whitespace() {
            gap = Some(if c == '\t' || gap == Some('\t') { '\t' } else { ' ' });
        } else {
            out.extend(gap.take());
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn lines_are_read_whatever_ends_them_and_whatever_space_is_in_them() {
        let text = "\u{feff}One\u{a0} two \r\n\r\n  three\rfour\u{2028}fi\u{ad}ve-\u{ad}\n\u{c}six";
        let lines = read(text, 100).unwrap();
        let seen: Vec<(&str, u32, u8)> = lines.iter().map(|l| (l.text.as_ref(), l.no, l.blanks)).collect();
        assert_eq!(seen, [("One two", 1, 0), ("three", 3, 1), ("four", 4, 0), ("five-", 5, 0), ("six", 6, 0)]);
        assert!(lines[0].spaced && lines[3].soft && lines[4].page && lines[1].indent == 2);
        assert!(read("a\nb\nc", 2).is_none());
    }
}
