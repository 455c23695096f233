//! Keys to commands, by the table. Refuses to hold state: what is pending is the model's.

use crate::tui::command::{Command, Row, Scope, TABLE};
use crate::tui::key::{Key, sequence, spelled};

/// What a sequence of keys means on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A command.
    Command(Command),
    /// The beginning of one or more.
    Beginning,
    /// Nothing.
    Nothing,
}

/// The bindings in force.
#[derive(Clone, Debug)]
pub struct Keymap {
    bound: Vec<(&'static Row, Vec<Key>)>,
}

impl Default for Keymap {
    fn default() -> Self {
        let bindings = TABLE.iter().flat_map(|row| row.keys.iter().map(move |keys| (row, sequence(keys))));
        Self { bound: bindings.filter_map(|(row, keys)| keys.ok().map(|keys| (row, keys))).collect() }
    }
}

impl Keymap {
    /// What `keys` mean on that screen.
    pub fn meaning(&self, screen: Scope, keys: &[Key]) -> Meaning {
        let mut beginning = false;
        for (row, bound) in self.bound.iter().filter(|(row, _)| row.understood_in(screen)) {
            if bound == keys {
                return Meaning::Command(row.command);
            }
            beginning |= bound.starts_with(keys);
        }
        if beginning { Meaning::Beginning } else { Meaning::Nothing }
    }

    /// What may follow a beginning: the rest of the keys and the command's title.
    pub fn after(&self, screen: Scope, begun: &[Key]) -> Vec<(String, &'static str)> {
        let rows = self.bound.iter().filter(|(row, _)| row.understood_in(screen));
        let rest = rows.filter_map(|(row, bound)| {
            bound.strip_prefix(begun).filter(|rest| !rest.is_empty()).map(|rest| (spelled(rest), row.title))
        });
        rest.collect()
    }

    /// The keys that do a command, as they are shown, the first the usual one.
    pub fn keys_of(&self, command: Command) -> Vec<String> {
        self.bound.iter().filter(|(row, _)| row.command == command).map(|(_, keys)| spelled(keys)).collect()
    }

    /// The footer of a screen: keys and titles, the most wanted first.
    pub fn footer(&self, screen: Scope) -> Vec<(String, &'static str)> {
        self.footer_of(screen, |_| true)
    }

    /// The same with only some of the commands.
    pub fn footer_of(&self, screen: Scope, has: impl Fn(Command) -> bool) -> Vec<(String, &'static str)> {
        let rows = TABLE.iter().filter(|row| row.understood_in(screen) && has(row.command));
        let mut rows: Vec<(&Row, (u8, &str))> = rows.map(|row| (row, row.footer_in(screen))).collect();
        rows.retain(|(_, (place, _))| *place > 0);
        rows.sort_by_key(|(_, (place, _))| std::cmp::Reverse(*place));
        let usual = |(row, (_, title)): &(&Row, (u8, &'static str))| {
            self.keys_of(row.command).into_iter().next().map(|key| (key, *title))
        };
        rows.iter().filter_map(usual).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Keymap, Meaning};
    use crate::tui::command::{Command, Scope};
    use crate::tui::key::sequence;

    #[test]
    fn a_beginning_waits_for_its_end() {
        let map = Keymap::default();
        let meaning = |keys: &str| map.meaning(Scope::Shelf, &sequence(keys).unwrap());
        assert_eq!(meaning("g"), Meaning::Beginning);
        assert_eq!(meaning("g h"), Meaning::Command(Command::GoShelf));
        assert_eq!(meaning("g z"), Meaning::Nothing);
        assert_eq!(meaning("space"), Meaning::Command(Command::Select));
        assert_eq!(map.meaning(Scope::Reader, &sequence("space").unwrap()), Meaning::Command(Command::Page));
        assert!(map.after(Scope::Shelf, &sequence("g").unwrap()).contains(&("h".to_owned(), "shelf")));
    }
}
