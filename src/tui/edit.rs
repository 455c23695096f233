//! Text being typed: a prompt's line or a note's page. Keys edit it as a shell and as Emacs do; what is pasted is made safe
//! before it is taken in. Refuses to draw itself.

use ratatui_textarea::{Input, Key as AreaKey, TextArea};

use crate::text::{Offset, safe};
use crate::tui::key::{Code, Key};

/// The longest line and the longest page that can be typed, in bytes: more than anyone types, and little enough that a
/// flood of keys costs nothing.
const LINE: usize = 1 << 10;
const PAGE: usize = 16 << 10;

/// A text and a cursor in it.
#[derive(Clone, Debug, Default)]
pub struct Edit {
    area: TextArea<'static>,
    one_line: bool,
}

impl Edit {
    /// A line to be typed, as of a prompt.
    pub fn line(text: &str) -> Self {
        Self::with(text, true)
    }

    /// A page to be typed, as of a note.
    pub fn page(text: &str) -> Self {
        Self::with(text, false)
    }

    fn with(text: &str, one_line: bool) -> Self {
        let mut edit = Self { area: TextArea::default(), one_line };
        // A note that is there is longer than anyone types when an editor wrote it: nothing of it is lost.
        edit.put(text);
        edit
    }

    /// What is typed so far.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether nothing is typed.
    pub fn is_blank(&self) -> bool {
        self.area.lines().iter().all(|line| line.trim().is_empty())
    }

    /// Where the cursor stands in [`Edit::text`].
    pub fn cursor(&self) -> Offset {
        let at = self.area.cursor();
        let lines = self.area.lines();
        let before: usize = lines.iter().take(at.0).map(|line| line.len() + 1).sum();
        let within: usize = lines.get(at.0).map_or(0, |line| line.chars().take(at.1).map(char::len_utf8).sum());
        Offset::new(before + within)
    }

    /// Puts text in at the cursor, without controls; line ends become spaces in a line.
    pub fn paste(&mut self, text: &str) {
        let most = if self.one_line { LINE } else { PAGE };
        let text = if self.is_full() { "" } else { text.get(..text.floor_char_boundary(most)).unwrap_or(text) };
        self.put(text);
    }

    fn put(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let clean = if self.one_line { safe::line(&text) } else { safe::safe(&text) };
        self.area.insert_str(clean.as_ref());
    }

    /// Takes in a key; whether the text changed.
    pub fn key(&mut self, key: Key) -> bool {
        match (key.code, key.ctrl) {
            _ if key.typed().is_some() && self.is_full() => false,
            (Code::Char('u'), true) => self.area.delete_line_by_head(),
            // As a shell has it; the widget's own meanings of these would surprise.
            (Code::Char('r' | 'x' | 'c' | 'v' | 'z' | 's' | 'g' | 'm' | 'j'), true) => false,
            (Code::Enter | Code::Up | Code::Down | Code::PageUp | Code::PageDown, _) if self.one_line => false,
            _ => self.area.input(translated(key)),
        }
    }

    fn is_full(&self) -> bool {
        let most = if self.one_line { LINE } else { PAGE };
        self.area.lines().iter().map(|line| line.len() + 1).sum::<usize>() > most
    }
}

fn translated(key: Key) -> Input {
    let code = match key.code {
        Code::Char(c) => AreaKey::Char(c),
        Code::Enter => AreaKey::Enter,
        Code::Backspace => AreaKey::Backspace,
        Code::Delete => AreaKey::Delete,
        Code::Left => AreaKey::Left,
        Code::Right => AreaKey::Right,
        Code::Up => AreaKey::Up,
        Code::Down => AreaKey::Down,
        Code::Home => AreaKey::Home,
        Code::End => AreaKey::End,
        Code::PageUp => AreaKey::PageUp,
        Code::PageDown => AreaKey::PageDown,
        Code::Tab | Code::Esc | Code::Insert | Code::F(_) => AreaKey::Null,
    };
    Input { key: code, ctrl: key.ctrl, alt: key.alt, shift: key.shift }
}

#[cfg(test)]
mod tests {
    use super::Edit;
    use crate::tui::key::sequence;

    fn typed(keys: &str) -> Edit {
        let mut edit = Edit::line("");
        for key in sequence(keys).unwrap() {
            edit.key(key);
        }
        edit
    }

    #[test]
    fn a_prompt_edits_as_a_shell_does() {
        for (keys, text, cursor) in [
            ("a b c", "abc", 3),
            ("a b c C-a x", "xabc", 1),
            ("a b c C-a C-e x", "abcx", 4),
            ("a b space c d C-w", "ab ", 3),
            ("a b space c d C-u e", "e", 1),
            ("a b c C-b C-b C-k", "a", 1),
            ("a b c left left delete", "ac", 1),
            ("a b space c d M-b M-b x", "xab cd", 1),
            ("é 漢 backspace", "é", 2),
            ("a C-r C-x C-v C-g tab esc enter b", "ab", 2),
        ] {
            let edit = typed(keys);
            assert_eq!((edit.text().as_str(), edit.cursor().bytes()), (text, cursor), "{keys}");
        }
    }

    #[test]
    fn what_is_pasted_holds_no_control() {
        let mut edit = Edit::line("");
        edit.paste("a\u{1b}[31mb\nc\td");
        assert_eq!(edit.text(), "a␛[31mb c d");
        let mut page = Edit::page("");
        page.paste("a\r\nb\u{202e}");
        assert_eq!(page.text(), "a\nb\u{fffd}");
    }
}
