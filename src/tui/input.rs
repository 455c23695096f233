//! Bytes from a terminal to keys, pastes, mouse and answers. Every sequence is either understood or passed over whole, so
//! that an answer nobody asked for never swallows the keys behind it; every sequence is bounded.

use std::time::Duration;

use crate::tui::key::{Code, Key};

/// The longest control sequence that is waited for, in bytes; longer ones are passed over.
const SEQUENCE: usize = 64;
/// The longest string sequence (OSC, DCS and their like) that is kept, in bytes.
const STRING: usize = 4096;
/// How long an Escape may wait for what would make it the beginning of a sequence.
const ESCAPE: Duration = Duration::from_millis(40);
/// How long a paste may pause: one whose end was lost would swallow every key.
const PAUSE: Duration = Duration::from_secs(1);
/// The most of one paste that is handed on at once, in bytes; the rest follows as further pastes.
const PASTE: usize = 1 << 20;

/// What a terminal sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// Text pasted.
    Paste(String),
    /// A mouse button or wheel, at a column and row counted from 0.
    Mouse(Mouse, u16, u16),
    /// The colour of the terminal's background, red, green and blue, 0 to 255.
    Background(u8, u8, u8),
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The first button went down.
    Press,
    /// The wheel turned towards the start.
    WheelUp,
    /// The wheel turned towards the end.
    WheelDown,
}

/// Takes in bytes as they come and gives out what they mean.
#[derive(Debug, Default)]
pub struct Decoder {
    held: Vec<u8>,
    pasting: Option<Vec<u8>>,
}

/// What the front of the held bytes is.
enum Front {
    /// Not yet told apart: more bytes are needed.
    Wait,
    /// Understood: so many bytes, and what they mean.
    Took(usize, Option<Input>),
    /// A paste begins behind so many bytes.
    PasteBegins(usize),
}

impl Decoder {
    /// Takes in bytes; gives out everything that is complete. A C-c that comes alone ends a paste that does not end: what
    /// is pasted comes in larger pieces, so that none in it is taken for a key.
    pub fn feed(&mut self, bytes: &[u8], mut out: impl FnMut(Input)) {
        if bytes == [0x03] && self.pasting.is_some() {
            self.silence(&mut out);
        }
        self.held.extend_from_slice(bytes);
        let mut at = 0;
        loop {
            if self.pasting.is_some() {
                match self.paste(at, &mut out) {
                    Some(next) => at = next,
                    None => return,
                }
            }
            let rest = self.held.get(at..).unwrap_or_default();
            if rest.is_empty() {
                break;
            }
            match front(rest) {
                Front::Wait => break,
                Front::Took(n, input) => {
                    at += n;
                    if let Some(input) = input {
                        out(input);
                    }
                }
                Front::PasteBegins(n) => {
                    at += n;
                    self.pasting = Some(Vec::new());
                }
            }
        }
        self.held.drain(..at.min(self.held.len()));
    }

    /// How long a silence would decide what there is of it: whether an Escape begins anything, or whether a paste goes on.
    pub fn patience(&self) -> Option<Duration> {
        match self.pasting {
            Some(_) => Some(PAUSE),
            None => (!self.held.is_empty()).then_some(ESCAPE),
        }
    }

    /// So long nothing has come: what is held is what it looks like, and a paste is over.
    pub fn silence(&mut self, mut out: impl FnMut(Input)) {
        let held = std::mem::take(&mut self.held);
        if let Some(mut text) = self.pasting.take() {
            text.extend_from_slice(&held);
            if !text.is_empty() {
                out(Input::Paste(String::from_utf8_lossy(&text).into_owned()));
            }
            return;
        }
        match held.as_slice() {
            [0x1b] => out(Input::Key(Key::plain(Code::Esc))),
            [0x1b, b @ 0x20..0x7f] => out(Input::Key(Key { alt: true, ..Key::char(char::from(*b)) })),
            _ => {}
        }
    }

    /// Collects a paste from `at` on; gives where the bytes behind it begin, or `None` when it goes on.
    fn paste(&mut self, at: usize, out: &mut impl FnMut(Input)) -> Option<usize> {
        const END: &[u8] = b"\x1b[201~";
        let rest = self.held.get(at..).unwrap_or_default();
        let end = rest.windows(END.len()).position(|w| w == END);
        // Bytes at the end that may be the beginning of END stay for the next turn.
        let keep = if end.is_some() {
            0
        } else {
            (1..END.len()).rev().find(|&n| rest.ends_with(END.get(..n).unwrap_or_default())).unwrap_or(0)
        };
        let take = end.unwrap_or(rest.len() - keep);
        let text = self.pasting.get_or_insert_default();
        text.extend_from_slice(rest.get(..take).unwrap_or_default());
        if end.is_some() || text.len() >= PASTE {
            out(Input::Paste(String::from_utf8_lossy(text).into_owned()));
            text.clear();
        }
        match end {
            Some(end) => {
                self.pasting = None;
                Some(at + end + END.len())
            }
            None => {
                self.held.drain(..at + take);
                None
            }
        }
    }
}

fn front(bytes: &[u8]) -> Front {
    let key = |n, key| Front::Took(n, Some(Input::Key(key)));
    match bytes {
        [] => Front::Wait,
        [0x1b, rest @ ..] => escape(rest),
        [b'\r' | b'\n', ..] => key(1, Key::plain(Code::Enter)),
        [b'\t', ..] => key(1, Key::plain(Code::Tab)),
        [0x7f | 0x08, ..] => key(1, Key::plain(Code::Backspace)),
        [0, ..] => key(1, Key::ctrl(' ')),
        [b @ 1..=26, ..] => key(1, Key::ctrl(char::from(b + b'a' - 1))),
        [b @ 28..=31, ..] => key(1, Key::ctrl(char::from(b + b'@'))),
        [b, ..] if b.is_ascii() => key(1, Key::char(char::from(*b))),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Front {
    let needed = match bytes.first() {
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => return Front::Took(1, None),
    };
    match bytes.get(..needed).map(std::str::from_utf8) {
        Some(Ok(s)) => {
            Front::Took(needed, s.chars().next().filter(|c| !c.is_control()).map(|c| Input::Key(Key::char(c))))
        }
        Some(Err(_)) => Front::Took(1, None),
        None if bytes.iter().skip(1).all(|b| (0x80..0xc0).contains(b)) => Front::Wait,
        None => Front::Took(1, None),
    }
}

/// What follows an Escape; the counts include it.
fn escape(rest: &[u8]) -> Front {
    match rest {
        [] => Front::Wait,
        [b'[', body @ ..] => csi(body),
        [b'O', final_byte, ..] => Front::Took(3, letter(*final_byte).map(|code| Input::Key(Key::plain(code)))),
        [b'O'] => Front::Wait,
        [b']' | b'P' | b'_' | b'^' | b'X', body @ ..] => string(rest.first() == Some(&b']'), body),
        // An Escape before an Escape is a key of its own.
        [0x1b, ..] => Front::Took(1, Some(Input::Key(Key::plain(Code::Esc)))),
        _ => match front(rest) {
            Front::Took(n, Some(Input::Key(key))) => Front::Took(n + 1, Some(Input::Key(Key { alt: true, ..key }))),
            Front::Took(n, _) => Front::Took(n + 1, None),
            other => other,
        },
    }
}

fn csi(body: &[u8]) -> Front {
    let Some(len) = body.iter().position(|b| !(0x20..0x40).contains(b)) else {
        return if body.len() > SEQUENCE { Front::Took(body.len() + 2, None) } else { Front::Wait };
    };
    let (params, last) = (body.get(..len).unwrap_or_default(), body.get(len).copied().unwrap_or_default());
    if !(0x40..0x7f).contains(&last) {
        // Cut short by a control: pass over what was there, keep the control.
        return Front::Took(len + 2, None);
    }
    let took = len + 3;
    if last == b'~' && params == b"200" {
        return Front::PasteBegins(took);
    }
    Front::Took(took, meaning(params, last))
}

fn meaning(params: &[u8], last: u8) -> Option<Input> {
    let text = std::str::from_utf8(params).ok()?;
    if let Some(mouse) = text.strip_prefix('<') {
        return mouse_report(mouse, last);
    }
    let mut numbers = text.split(';').map(|n| n.split(':').next().and_then(|n| n.parse::<u32>().ok()));
    let first = numbers.next().flatten().unwrap_or(1);
    let held = numbers.next().flatten().unwrap_or(1).saturating_sub(1);
    let with = |code| Key { code, shift: held & 1 != 0, alt: held & 2 != 0, ctrl: held & 4 != 0 };
    let key = match last {
        b'~' => with(match first {
            1 | 7 => Code::Home,
            2 => Code::Insert,
            3 => Code::Delete,
            4 | 8 => Code::End,
            5 => Code::PageUp,
            6 => Code::PageDown,
            n @ 11..=15 => Code::F(u8::try_from(n - 10).ok()?),
            n @ 17..=21 => Code::F(u8::try_from(n - 11).ok()?),
            n @ 23..=24 => Code::F(u8::try_from(n - 12).ok()?),
            _ => return None,
        }),
        b'Z' => Key { shift: true, ..Key::plain(Code::Tab) },
        b'u' => from_codepoint(first, with(Code::Esc))?,
        _ => with(letter(last)?),
    };
    Some(Input::Key(key))
}

/// A key as the kitty keyboard protocol reports it: a code point and modifiers.
fn from_codepoint(code: u32, held: Key) -> Option<Key> {
    let code = match code {
        13 => Code::Enter,
        27 => Code::Esc,
        9 => Code::Tab,
        127 => Code::Backspace,
        _ => Code::Char(char::from_u32(code).filter(|c| !c.is_control())?),
    };
    Some(Key { code, shift: held.shift && !matches!(code, Code::Char(_)), ..held })
}

fn letter(last: u8) -> Option<Code> {
    Some(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'M' => Code::Enter,
        b'P'..=b'S' => Code::F(last - b'P' + 1),
        _ => return None,
    })
}

fn mouse_report(report: &str, last: u8) -> Option<Input> {
    let mut numbers = report.split(';').map(|n| n.parse::<u16>().ok());
    let (button, x, y) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let what = match (button, last) {
        (0, b'M') => Mouse::Press,
        (64, b'M') => Mouse::WheelUp,
        (65, b'M') => Mouse::WheelDown,
        _ => return None,
    };
    Some(Input::Mouse(what, x.saturating_sub(1), y.saturating_sub(1)))
}

/// A string sequence up to its end: BEL or ST; or up to what cuts it short: CAN, SUB, or another sequence.
fn string(osc: bool, body: &[u8]) -> Front {
    let end = body.iter().enumerate().find_map(|(i, b)| match b {
        0x07 => Some((i, i + 1)),
        0x18 | 0x1a => Some((0, i + 1)),
        0x1b => body.get(i + 1).map(|next| if *next == b'\\' { (i, i + 2) } else { (0, i) }),
        _ => None,
    });
    match end {
        Some((end, next)) => {
            let said = body.get(..end).unwrap_or_default();
            Front::Took(next + 2, if osc { background(said) } else { None })
        }
        None if body.len() > STRING => Front::Took(body.len() + 2, None),
        None => Front::Wait,
    }
}

/// The answer to `OSC 11 ; ?`: `11;rgb:RRRR/GGGG/BBBB`, each of one to four hexadecimal digits.
fn background(said: &[u8]) -> Option<Input> {
    let said = std::str::from_utf8(said).ok()?.strip_prefix("11;rgb")?;
    let channels = said.trim_start_matches('a').strip_prefix(':')?;
    let mut parts = channels.split('/').map(|hex| {
        let most = 16u32.checked_pow(u32::try_from(hex.len()).ok()?)?.checked_sub(1).filter(|&m| m > 0)?;
        let value = u32::from_str_radix(hex, 16).ok()?;
        u8::try_from(value * 255 / most).ok()
    });
    Some(Input::Background(parts.next()??, parts.next()??, parts.next()??))
}

#[cfg(test)]
mod tests {
    use super::{Decoder, Input};

    fn decoded(chunks: &[&[u8]]) -> String {
        let (mut decoder, mut out) = (Decoder::default(), Vec::new());
        for chunk in chunks {
            decoder.feed(chunk, |input| out.push(input));
        }
        decoder.silence(|input| out.push(input));
        let shown = out.into_iter().map(|input| match input {
            Input::Key(key) => key.to_string(),
            other => format!("{other:?}"),
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn bytes_become_keys() {
        for (bytes, keys) in [
            (&b"jk"[..], "j k"),
            (b"\x1b", "esc"),
            (b"\x1b\x1b", "esc esc"),
            (b"\x1b[A\x1bOB\x1b[5~\x1b[1;5C", "up down pgup C-right"),
            (b"\x03\x1a\x00", "C-c C-z C- "),
            (b"\t\x1b[Z\r\x7f", "tab S-tab enter backspace"),
            (b"\x1bx", "M-x"),
            ("é漢".as_bytes(), "é 漢"),
            (b"\xff\xc3j", "j"),
            (b"\x1b[99;5u\x1b[27u", "C-c esc"),
        ] {
            assert_eq!(decoded(&[bytes]), keys.replace("C- ", "C-space"), "{bytes:?}");
        }
    }

    #[test]
    fn an_answer_nobody_asked_for_swallows_no_key() {
        for report in [
            &b"\x1b[?997;1n"[..],
            b"\x1b[?2026;2$y",
            b"\x1b[?62;22c",
            b"\x1bP1+r5463\x1b\\",
            b"\x1b]4;1;rgb:0/0/0\x07",
            b"\x1b[I",
            b"\x1b]11;rgb:\x18",
            b"\x1bP1+r\x1b[I",
        ] {
            let bytes = [report, b"jk"].concat();
            assert_eq!(decoded(&[&bytes]), "j k", "{report:?}");
            let cut = report.len() / 2;
            assert_eq!(decoded(&[bytes.get(..cut).unwrap(), bytes.get(cut..).unwrap()]), "j k", "{report:?} in two");
        }
    }

    #[test]
    fn pastes_and_mouse_and_background_are_understood() {
        assert_eq!(decoded(&[b"\x1b[200~a\x1b[B\x1b[20", b"1~j"]), "Paste(\"a\\u{1b}[B\") j");
        assert_eq!(decoded(&[b"\x1b[<64;3;4M\x1b[<0;1;1M"]), "Mouse(WheelUp, 2, 3) Mouse(Press, 0, 0)");
        assert_eq!(decoded(&[b"\x1b]11;rgb:ffff/0000/8080\x1b\\"]), "Background(255, 0, 128)");
        assert_eq!(decoded(&[b"\x1b]11;rgb:f/0/8\x07"]), "Background(255, 0, 136)");
    }

    #[test]
    fn a_paste_without_an_end_swallows_no_key_for_long() {
        assert_eq!(decoded(&[b"\x1b[200~ab\x1b[20"]), "Paste(\"ab\\u{1b}[20\")");
        assert_eq!(decoded(&[b"\x1b[200~ab", b"\x03", b"q"]), "Paste(\"ab\") C-c q");
        assert_eq!(decoded(&[b"\x1b[200~ab", b"c\x03\x1b[201~"]), "Paste(\"abc\\u{3}\")");
        let mut decoder = Decoder::default();
        for (bytes, most) in [(&b"j"[..], None), (b"\x1b", Some(100)), (b"[200~x", Some(2_000)), (b"\x1b[201~", None)] {
            decoder.feed(bytes, |_| ());
            assert_eq!(decoder.patience().map(|pause| pause.as_millis() < most.unwrap_or(0)), most.map(|_| true));
        }
    }

    #[test]
    fn endless_sequences_are_bounded() {
        let mut decoder = Decoder::default();
        let mut keys = 0;
        for opening in [&b"\x1b]"[..], b"\x1b[", b"\x1bP"] {
            decoder.feed(opening, |_| ());
            for _ in 0..100 {
                decoder.feed(&[b'1'; 1000], |_| keys += 1);
            }
            assert!(decoder.held.len() < 8192, "{}", decoder.held.len());
        }
        decoder.feed(b"\x1b[200~", |_| ());
        let mut pasted = 0;
        for _ in 0..3000 {
            decoder.feed(&[b'x'; 1000], |input| {
                if let Input::Paste(text) = input {
                    pasted += text.len()
                }
            });
        }
        assert!(pasted >= 2_000_000);
    }
}
