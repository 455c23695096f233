//! A line the reader types at the bottom: what it is for, what is typed, what may be chosen.

use crate::tui::command::Command;
use crate::tui::edit::Edit;
use crate::tui::screen::Screen;

/// What a prompt is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// Text to be found on the screen.
    Find,
    /// A command, by its name.
    Palette,
    /// What the shelf is narrowed by.
    Filter,
    /// The path or address of an article.
    Add,
    /// The path or address of the article of a brief that has none.
    Attach,
    /// A tag to be put on the brief, or taken off it.
    Tag,
}

impl Asking {
    /// What stands before the text.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Find => "/",
            Self::Palette => ":",
            Self::Filter => "filter ",
            Self::Add => "add ",
            Self::Attach => "attach ",
            Self::Tag => "tag ",
        }
    }
}

/// A command that fits what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The command.
    pub command: Command,
    /// The letters of its name that were typed, by their places; none where only its title fits.
    pub letters: Vec<u32>,
}

/// A prompt that is open.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What it is for.
    pub asking: Asking,
    /// What is typed.
    pub edit: Edit,
    /// What stood there when it was opened.
    pub was: String,
    /// The brief that was selected on the shelf then.
    pub selected: Option<String>,
    /// Where the reader was before, to go back to when it is cancelled.
    pub before: Vec<Screen>,
    /// The commands that fit what is typed, the best first.
    pub choices: Vec<Choice>,
    /// The one that `enter` takes.
    pub chosen: usize,
    /// Whether what is typed is still to be acted on.
    pub stale: bool,
    /// How far back in what was typed before the reader has gone.
    pub recalled: usize,
    /// What was typed when the reader began to go back.
    pub begun: String,
}

impl Prompt {
    /// An empty prompt.
    pub fn new(asking: Asking, before: Vec<Screen>) -> Self {
        Self {
            asking,
            edit: Edit::line(""),
            was: String::new(),
            selected: None,
            before,
            choices: Vec::new(),
            chosen: 0,
            stale: false,
            recalled: 0,
            begun: String::new(),
        }
    }

    /// Puts what was typed some time ago in place of what is typed now, and gives that back at the end; `history` has the
    /// latest last.
    pub fn recall(&mut self, back: bool, history: &[String]) {
        let to = if back { (self.recalled + 1).min(history.len()) } else { self.recalled.saturating_sub(1) };
        if self.recalled == 0 {
            self.begun = self.edit.text();
        }
        self.recalled = to;
        let text = to.checked_sub(1).and_then(|n| history.iter().rev().nth(n));
        self.edit = Edit::line(text.unwrap_or(&self.begun));
    }
}

#[cfg(test)]
mod tests {
    use super::{Asking, Prompt};
    use crate::tui::edit::Edit;

    #[test]
    fn what_was_begun_comes_back_after_what_was_typed_before() {
        let history = ["one".to_owned(), "two".to_owned()];
        let mut prompt = Prompt::new(Asking::Find, Vec::new());
        prompt.edit = Edit::line("beg");
        let walk = [(false, "beg"), (true, "two"), (true, "one"), (true, "one"), (false, "two"), (false, "beg")];
        for (back, text) in walk {
            prompt.recall(back, &history);
            assert_eq!(prompt.edit.text(), text, "{back}");
        }
    }
}
