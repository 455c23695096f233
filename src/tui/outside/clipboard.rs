//! What to write to the terminal so that it copies a text: OSC 52, plain or wrapped for what stands between. Refuses to
//! read the clipboard, and to say that a text arrived: no terminal answers.

use crate::text::safe;
use crate::text::width::clusters;

/// The most bytes of text that are copied: most terminals take no more than 100,000 characters of base64.
pub const MOST: usize = 74_994;

/// The most bytes that GNU screen takes in one control string (768), less the four that frame them.
const SCREEN: usize = 764;

/// What the environment says of the terminal: values of variables, empty when they are not set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terminal<'a> {
    /// `$TMUX`: set within tmux.
    pub tmux: &'a str,
    /// `$STY`: set within GNU screen.
    pub screen: &'a str,
    /// `$TERM`.
    pub term: &'a str,
}

/// What to write, and what can be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// What to write to the terminal, in one piece.
    pub bytes: Vec<u8>,
    /// Which way it goes.
    pub way: &'static str,
    /// The bytes of text that are copied, and those that there were.
    pub taken: (usize, usize),
}

impl Copied {
    /// What to tell the reader when it was written: never that it arrived.
    pub fn sent(&self) -> String {
        match self.taken {
            (taken, all) if taken < all => format!("too long; the first {taken} of {all} bytes sent to the terminal"),
            _ => "sent to the terminal".to_owned(),
        }
    }

    /// What more there is to say of it.
    pub fn doubt(&self) -> String {
        format!(", which does not say whether it took it ({})", self.way)
    }
}

/// Between the program and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    Nothing,
    Tmux,
    Screen,
    /// One of the two, on another machine: its variables did not come along.
    Either,
}

impl Between {
    fn of(terminal: &Terminal) -> Self {
        let is = |family: &str| terminal.term == family || terminal.term.starts_with(&format!("{family}-"));
        match (terminal.tmux.is_empty(), terminal.screen.is_empty()) {
            // One within the other: the inner one set $TERM.
            (false, false) if is("tmux") => Self::Tmux,
            (_, false) => Self::Screen,
            (false, true) => Self::Tmux,
            (true, true) if is("tmux") => Self::Tmux,
            (true, true) if is("screen") => Self::Either,
            (true, true) => Self::Nothing,
        }
    }
}

/// What to write to a terminal so that it copies `text`, made safe: no control but LF and TAB is copied.
///
/// tmux takes OSC 52 itself where `set-clipboard` is `on`, and hands it on wrapped where `allow-passthrough` is (before
/// version 3.3 always). A program cannot see which, each is dropped silently where it is off, and both say the same, so
/// both are written. Where neither is on, as tmux is delivered, nothing arrives.
pub fn copy(text: &str, terminal: &Terminal) -> Copied {
    let text = safe::safe(text);
    let taken = fitting(&text);
    let plain = [b"\x1b]52;c;".as_slice(), base64(taken.as_bytes()).as_bytes(), b"\x07"].concat();
    let (bytes, way) = match Between::of(terminal) {
        Between::Nothing => (plain, "OSC 52"),
        Between::Tmux => {
            let wrapped = through_tmux(&plain);
            ([plain, wrapped].concat(), "OSC 52 through tmux, if its set-clipboard is on")
        }
        Between::Screen => (through_screen(&plain), "OSC 52 through screen"),
        Between::Either => {
            let wrapped = through_screen(&plain);
            ([plain, wrapped].concat(), "OSC 52 through tmux or screen, if they hand it on")
        }
    };
    Copied { bytes, way, taken: (taken.len(), text.len()) }
}

/// As much of `text` from its beginning as may be copied, whole clusters.
fn fitting(text: &str) -> &str {
    if text.len() <= MOST {
        return text;
    }
    let ends = clusters(text).map(|cluster| cluster.span.end().bytes());
    let end = ends.take_while(|&end| end <= MOST).last().unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

/// Wrapped so that tmux hands it on (its manual, `allow-passthrough`): every ESC doubled.
fn through_tmux(sequence: &[u8]) -> Vec<u8> {
    let mut out = b"\x1bPtmux;".to_vec();
    for &byte in sequence {
        out.extend(std::iter::repeat_n(byte, if byte == 0x1b { 2 } else { 1 }));
    }
    out.extend(b"\x1b\\");
    out
}

/// Wrapped so that GNU screen hands it on (its manual, "Control Sequences", DCS), in pieces that it takes.
fn through_screen(sequence: &[u8]) -> Vec<u8> {
    sequence.chunks(SCREEN).flat_map(|piece| [b"\x1bP", piece, b"\x1b\\"].concat()).collect()
}

/// Base64 of RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let at = |i: usize| u32::from(three.get(i).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for digit in 0..4 {
            let value = bits >> (18 - 6 * digit) & 63;
            let drawn = DIGITS.get(value as usize).filter(|_| digit <= three.len());
            out.push(drawn.map_or('=', |&digit| char::from(digit)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Copied, MOST, Terminal, base64, copy};

    const PLAIN: Terminal = Terminal { tmux: "", screen: "", term: "xterm-256color" };

    fn shown(copied: &Copied) -> String {
        String::from_utf8(copied.bytes.clone()).unwrap().replace('\u{1b}', "^").replace('\u{7}', "!")
    }

    #[test]
    fn base64_is_that_of_rfc_4648() {
        for (text, want) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("\u{3ff}\u{3ff}?>", "z7/Pvz8+"),
        ] {
            assert_eq!(base64(text.as_bytes()), want);
        }
    }

    #[test]
    fn the_way_is_chosen_by_what_stands_between() {
        let plain = "^]52;c;Zm9v!";
        let tmux = "^]52;c;Zm9v!^Ptmux;^^]52;c;Zm9v!^\\";
        let screen = "^P^]52;c;Zm9v!^\\";
        let either = "^]52;c;Zm9v!^P^]52;c;Zm9v!^\\";
        for (tmux_is, screen_is, term, want) in [
            ("", "", "xterm-256color", plain),
            ("", "", "linux", plain),
            ("", "", "screenish", plain),
            ("/tmp/tmux-1000/default,1,0", "", "screen-256color", tmux),
            ("/tmp/tmux-1000/default,1,0", "", "xterm-256color", tmux),
            ("", "1234.pts-0.host", "screen.xterm-256color", screen),
            ("", "1234.pts-0.host", "xterm", screen),
            ("x", "y", "tmux-256color", tmux),
            ("x", "y", "screen", screen),
            ("", "", "tmux-256color", tmux),
            ("", "", "screen-256color", either),
        ] {
            let copied = copy("foo", &Terminal { tmux: tmux_is, screen: screen_is, term });
            assert_eq!(shown(&copied), want, "{tmux_is} {screen_is} {term}");
        }
    }

    #[test]
    fn screen_gets_pieces_it_can_take() {
        let copied = copy(&"x".repeat(10_000), &Terminal { screen: "1.pts", ..PLAIN });
        let text = shown(&copied);
        let pieces: Vec<&str> = text.split_inclusive("^\\").collect();
        assert!(pieces.len() > 10 && pieces.iter().all(|p| p.len() <= 768 && p.starts_with("^P")), "{}", pieces.len());
        let joined: String =
            pieces.iter().map(|p| p.strip_prefix("^P").unwrap().strip_suffix("^\\").unwrap()).collect();
        assert_eq!(joined, shown(&copy(&"x".repeat(10_000), &PLAIN)));
    }

    #[test]
    fn nothing_but_plain_text_is_copied() {
        let copied = copy("a\u{1b}]0;x\u{7}\tb\nc\r\u{9b}\u{202e}", &PLAIN);
        assert_eq!(copied.bytes, copy("a␛]0;x␇\tb\nc␍\u{fffd}\u{fffd}", &PLAIN).bytes);
        assert_eq!(copied.bytes.iter().filter(|b| b.is_ascii_control()).count(), 2);
    }

    #[test]
    fn a_text_too_long_is_cut_between_clusters_and_that_is_said() {
        for (text, taken) in [
            ("a".repeat(MOST), MOST),
            ("a".repeat(MOST + 1), MOST),
            ("é".repeat(MOST), MOST),
            (format!("{}e\u{301}", "a".repeat(MOST - 2)), MOST - 2),
        ] {
            let copied = copy(&text, &PLAIN);
            assert_eq!(copied.taken, (taken, text.len()));
            assert!(copied.bytes.len() <= 100_000);
            assert_eq!(copied.sent().contains("too long"), taken < text.len());
        }
        let copied = copy("a", &Terminal { tmux: "x", ..PLAIN });
        assert_eq!(copied.sent(), "sent to the terminal");
        assert!(copied.doubt().contains("OSC 52 through tmux, if its set-clipboard is on"), "{}", copied.doubt());
    }
}
