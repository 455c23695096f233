//! What is to be said of a brief file, with its place in it: the one fault for which it cannot be read, and findings for
//! what can be read but ought to be mended. Every one is a single line. Judges nothing itself.

use std::fmt;

use crate::text::safe;

/// A place in a file, as an editor counts it: lines and columns from 1, a column a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

impl Position {
    /// The start of a file.
    pub const START: Self = Self { line: 1, column: 1 };
}

/// Why a file cannot be read as a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What is wrong, in one line.
    pub what: String,
    /// What to do about it, in one line.
    pub mend: String,
}

impl Fault {
    /// A fault at a place. Line breaks become spaces, and what is longer than a line can show is cut.
    pub fn new(at: Position, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { line: at.line, column: at.column, what: one_line(&what.into()), mend: one_line(&mend.into()) }
    }

    /// The parts of a fault as it was said in one line: where, what, and what to do about it.
    pub fn parts(said: &str) -> Option<(&str, &str, &str)> {
        let (place, rest) = said.split_once(": ").filter(|(place, _)| place.starts_with("line "))?;
        let (what, mend) = rest.rsplit_once("; ")?;
        Some((place, what, mend))
    }

    /// The fault as a finding among others.
    pub fn finding(&self) -> Finding {
        Finding {
            level: Level::Error,
            code: "cannot-read",
            line: self.line,
            column: self.column,
            what: self.what.clone(),
            mend: self.mend.clone(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}; {}", self.line, self.column, self.what, self.mend)
    }
}

impl std::error::Error for Fault {}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The format is broken: what stands there is not used.
    Error,
    /// It will mislead or disappoint a reader.
    Warning,
    /// It could be better.
    Hint,
}

impl Level {
    /// Its name in messages and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// Something in a brief file that ought to be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub level: Level,
    /// Its name, which stays the same between versions.
    pub code: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What is wrong, in one line.
    pub what: String,
    /// What to do about it, in one line.
    pub mend: String,
}

impl Finding {
    /// A finding at a place, its sentences made into single lines.
    pub fn new(level: Level, code: &'static str, at: Position, what: String, mend: impl Into<String>) -> Self {
        let (what, mend) = (one_line(&what), one_line(&mend.into()));
        Self { level, code, line: at.line, column: at.column, what, mend }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}; {}", self.line, self.column, self.level.name(), self.what, self.mend)
    }
}

/// The most characters of a value that a sentence quotes.
const VALUE: usize = 80;

/// A value as a sentence quotes it: what is too long is shortened, so that the sentence is not.
pub fn quoted(value: &str) -> String {
    match value.char_indices().nth(VALUE) {
        Some((end, _)) => format!("'{}…'", value.get(..end).unwrap_or_default()),
        None => format!("'{value}'"),
    }
}

/// The most characters of a sentence that quotes a file.
const LONGEST: usize = 240;

fn one_line(text: &str) -> String {
    let (shown, cut) = match text.char_indices().nth(LONGEST) {
        Some((end, _)) => (text.get(..end).unwrap_or_default(), "…"),
        None => (text, ""),
    };
    [&safe::line(shown), cut].concat()
}

#[cfg(test)]
mod tests {
    use super::Fault;
    use crate::brief::finding::Position;

    #[test]
    fn a_fault_said_in_one_line_comes_apart_again() {
        let fault = Fault::new(Position { line: 7, column: 3 }, "no claim: 'x; y'", "write one");
        assert_eq!(Fault::parts(&fault.to_string()), Some(("line 7, column 3", "no claim: 'x; y'", "write one")));
        assert_eq!(Fault::parts("permission denied"), None);
    }
}
