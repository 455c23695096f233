//! Keys as the program knows them, and how they are spelled: `j`, `C-d`, `S-tab`, `space`, `enter`. Refuses to know what a
//! key does: that is the command table's.

use std::fmt;
use std::str::FromStr;

/// What a key is, without its modifiers. A shifted letter is the capital letter itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A character.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tabulator.
    Tab,
    /// The key that deletes backwards.
    Backspace,
    /// The key that deletes forwards.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// The names of the keys that are not characters.
const NAMED: [(&str, Code); 16] = [
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("insert", Code::Insert),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pgup", Code::PageUp),
    ("pgdn", Code::PageDown),
    ("space", Code::Char(' ')),
    ("minus", Code::Char('-')),
];

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Control held.
    pub ctrl: bool,
    /// Alt (Meta) held.
    pub alt: bool,
    /// Shift held, where the key is no character.
    pub shift: bool,
}

impl Key {
    /// The key alone.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A character, unmodified.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// Control and a character.
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true, alt: false, shift: false }
    }

    /// The character it types, when it types one.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, prefix) in [(self.ctrl, "C-"), (self.alt, "M-"), (self.shift, "S-")] {
            if held {
                f.write_str(prefix)?;
            }
        }
        match NAMED.iter().find(|(_, code)| *code == self.code) {
            Some((name, _)) if *name != "minus" => f.write_str(name),
            _ => match self.code {
                Code::Char(c) => write!(f, "{c}"),
                Code::F(n) => write!(f, "f{n}"),
                _ => Ok(()),
            },
        }
    }
}

/// A spelling that names no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchKey(pub String);

impl fmt::Display for NoSuchKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "'{}' names no key; write it like j, C-d, S-tab, space, enter, f1", self.0)
    }
}

impl std::error::Error for NoSuchKey {}

impl FromStr for Key {
    type Err = NoSuchKey;

    fn from_str(s: &str) -> Result<Self, NoSuchKey> {
        let (mut rest, mut key) = (s, Key::char(' '));
        loop {
            let held = match rest.get(..2) {
                Some("C-") => &mut key.ctrl,
                Some("M-") => &mut key.alt,
                Some("S-") => &mut key.shift,
                _ => break,
            };
            *held = true;
            rest = rest.get(2..).unwrap_or_default();
        }
        let mut chars = rest.chars();
        key.code = match (chars.next(), chars.next()) {
            (Some(c), None) => Code::Char(c),
            _ => match NAMED.iter().find(|(name, _)| *name == rest) {
                Some((_, code)) => *code,
                None => rest
                    .strip_prefix('f')
                    .and_then(|n| n.parse().ok())
                    .filter(|n| (1..=24).contains(n))
                    .map(Code::F)
                    .ok_or_else(|| NoSuchKey(s.to_owned()))?,
            },
        };
        Ok(key)
    }
}

/// A sequence as it is shown: characters run together (`gh`), named keys apart (`g space`).
pub fn spelled(keys: &[Key]) -> String {
    let names: Vec<String> = keys.iter().map(Key::to_string).collect();
    let close = names.iter().all(|name| name.chars().count() == 1);
    names.join(if close { "" } else { " " })
}

/// Reads a sequence spelled with spaces between its keys: `g h`, `C-d`.
pub fn sequence(spelling: &str) -> Result<Vec<Key>, NoSuchKey> {
    spelling.split(' ').filter(|s| !s.is_empty()).map(str::parse).collect()
}

#[cfg(test)]
mod tests {
    use super::{Code, Key, sequence, spelled};

    #[test]
    fn keys_read_back_as_they_are_spelled() {
        for spelling in ["j", "C-d", "S-tab", "space", "enter", "f12", "M-x", "-", "C-M-left", "é", "]", "/"] {
            assert_eq!(spelling.parse::<Key>().unwrap().to_string(), spelling);
        }
        assert_eq!("C-d".parse::<Key>().unwrap(), Key::ctrl('d'));
        assert_eq!("S-tab".parse::<Key>().unwrap(), Key { shift: true, ..Key::plain(Code::Tab) });
        for wrong in ["", "hyper", "f0", "C-"] {
            assert!(wrong.parse::<Key>().is_err(), "{wrong}");
        }
        assert_eq!(spelled(&sequence("g h").unwrap()), "gh");
        assert_eq!(spelled(&sequence("g space").unwrap()), "g space");
    }
}
