//! Text from outside, made safe for a terminal, a pipe or a JSON document: controls are shown, never obeyed and never
//! dropped silently. Refuses to judge anything else: every script, joiner and variation selector passes.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// The most combining marks that stay on one base character; what more there are becomes one replacement character.
pub const MARKS: usize = 8;

/// What is shown in place of a character that a terminal or a reader's eye must not get raw; `None` for all others.
///
/// C0 and DEL become their control pictures (U+2400 block); C1, bidi embeddings, overrides and isolates (Trojan Source,
/// CVE-2021-42574), tag characters, interlinear annotation, deprecated format characters, line and paragraph separators,
/// a byte order mark inside the text and noncharacters become U+FFFD. LF and TAB are not controls here.
pub fn stand_in(c: char) -> Option<char> {
    match c {
        '\n' | '\t' => None,
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{fffe}'..='\u{ffff}'
        | '\u{e0000}'..='\u{e007f}' => Some('\u{fffd}'),
        _ => None,
    }
}

/// `text` with every character that is not safe to show replaced ([`stand_in`]), and floods of marks cut to [`MARKS`].
/// LF and TAB stay. Borrows when nothing had to change.
pub fn safe(text: &str) -> Cow<'_, str> {
    filtered(text, |c| c)
}

/// Like [`safe`], for one line: LF and TAB become spaces.
pub fn line(text: &str) -> Cow<'_, str> {
    filtered(text, flat)
}

fn flat(c: char) -> char {
    if c == '\n' || c == '\t' { ' ' } else { c }
}

fn filtered(text: &str, white: impl Fn(char) -> char) -> Cow<'_, str> {
    let [line_feed, tab] = ['\n', '\t'].map(|c| white(c) == c);
    if is_all(text, |b| (0x20..0x7f).contains(&b) | (line_feed & (b == b'\n')) | (tab & (b == b'\t'))) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut changed = false;
    for (_, raw, shown) in shown(text, white) {
        changed |= shown != Some(raw);
        out.extend(shown);
    }
    if changed { Cow::Owned(out) } else { Cow::Borrowed(text) }
}

/// Whether all bytes of a text are so: some dozens at a time, without a branch for each, since all that is printed or stored
/// comes by here.
fn is_all(text: &str, is: impl Fn(u8) -> bool) -> bool {
    text.as_bytes().chunks(64).all(|bytes| bytes.iter().fold(true, |so, byte| so & is(*byte)))
}

/// Every character of one line at its byte, and what [`line`] shows of it.
pub(super) fn shown_in_line(text: &str) -> impl Iterator<Item = (usize, char, Option<char>)> {
    shown(text, flat)
}

/// Every character at its byte, and what is shown of it: nothing for a mark that goes with the replacement character of
/// the flood before it. `white` says what becomes of LF and TAB.
fn shown(text: &str, white: impl Fn(char) -> char) -> impl Iterator<Item = (usize, char, Option<char>)> {
    let mut marks = 0usize;
    text.char_indices().map(move |(at, c)| {
        marks = if !c.is_ascii() && is_combining_mark(c) { marks + 1 } else { 0 };
        let shown = match marks {
            0..=MARKS => Some(stand_in(c).unwrap_or_else(|| white(c))),
            n => (n == MARKS + 1).then_some('\u{fffd}'),
        };
        (at, c, shown)
    })
}

/// A serialised JSON document with every unsafe character written as its `\u` escape. Such characters can stand only
/// inside strings there, so that the document's value is unchanged.
pub fn json(document: &str) -> Cow<'_, str> {
    if is_all(document, |b| (0x20..0x7f).contains(&b) | (b == b'\n')) {
        return Cow::Borrowed(document);
    }
    let mut out = String::with_capacity(document.len() + 16);
    let mut units = [0u16; 2];
    for c in document.chars() {
        if stand_in(c).is_some() {
            for unit in c.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::{json, line, safe};

    #[test]
    fn controls_are_shown_and_never_dropped() {
        for (raw, shown) in [
            ("a\u{1b}[31mb", "a␛[31mb"),
            ("a\r\nb", "a␍\nb"),
            ("a\u{9b}31mb", "a\u{fffd}31mb"),
            ("a\u{202e}b", "a\u{fffd}b"),
            ("a\u{e0041}b", "a\u{fffd}b"),
            ("a\u{7f}b", "a␡b"),
            ("a\u{2028}b", "a\u{fffd}b"),
        ] {
            assert_eq!(safe(raw), shown, "{raw:?}");
        }
        assert_eq!(line("a\tb\nc"), "a b c");
    }

    #[test]
    fn every_script_passes_unchanged() {
        for text in ["👩‍👩‍👧", "क्षि", "ไทย", "می‌خواهم", "العربية", "漢字", "e\u{301}", "❤️"]
        {
            assert_eq!(safe(text), text);
        }
    }

    #[test]
    fn a_flood_of_marks_is_cut_to_what_a_cell_can_carry() {
        let flood = format!("a{}b", "\u{301}".repeat(10_000));
        assert_eq!(safe(&flood), format!("a{}\u{fffd}b", "\u{301}".repeat(8)));
    }

    #[test]
    fn json_keeps_its_value() {
        let raw = "a\u{9b}\u{202e}\u{e0041}\u{7f}";
        let document = serde_json::to_string(raw).unwrap();
        let clean = json(&document);
        assert!(clean.is_ascii());
        assert_eq!(serde_json::from_str::<String>(&clean).unwrap(), raw);
    }
}
