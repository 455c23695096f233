//! The table of commands as it is read: sections of keys and what they do, for the help screen, `epitome keys` and the
//! manual. Refuses to set or to print them.

use crate::tui::command::{EDITING, Row, Scope, TABLE};
use crate::tui::key::{sequence, spelled};

/// What is said below every list of keys.
pub const COUNTS: &str = "A number before a command repeats it, or names what to go to: 3j, 5G.";

/// Keys that do one thing.
#[derive(Clone, Debug)]
pub struct Line {
    /// The command; `None` for what edits what is typed.
    pub row: Option<&'static Row>,
    /// The keys as they are shown, alternatives parted by two spaces.
    pub keys: String,
    /// What they do.
    pub said: &'static str,
}

/// The keys that belong together.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its name in JSON.
    pub name: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// The keys, in the order of the table.
    pub lines: Vec<Line>,
}

impl Section {
    /// The commands of one scope, in the words of a screen.
    pub fn of(scope: Scope, screen: Scope) -> Self {
        let rows = TABLE.iter().filter(|row| row.scopes.contains(&scope));
        let lines = rows.map(|row| Line { row: Some(row), keys: keys(row), said: row.help_in(screen) }).collect();
        Self { name: scope.name(), title: scope.title(), lines }
    }

    /// The keys that change whatever is typed.
    pub fn editing() -> Self {
        let (title, rows) = EDITING;
        let lines = rows.iter().map(|(keys, said)| Line { row: None, keys: (*keys).to_owned(), said }).collect();
        Self { name: "editing", title, lines }
    }

    /// Every section that has keys, in the order of the help screen.
    pub fn all() -> Vec<Self> {
        let sections = Scope::ALL.map(|scope| Self::of(scope, scope)).into_iter().chain([Self::editing()]);
        sections.filter(|section| !section.lines.is_empty()).collect()
    }
}

fn keys(row: &Row) -> String {
    let keys = row.keys.iter().filter_map(|keys| sequence(keys).ok()).map(|keys| spelled(&keys));
    keys.collect::<Vec<_>>().join("  ")
}
