//! A note being written, in place, at the bottom of the screen.

use crate::brief::study::{ItemId, Target};
use crate::text::wrap::{Row, Setting, wrap};
use crate::tui::deed::Deed;
use crate::tui::edit::Edit;
use crate::tui::key::Key;

/// A note that is being saved.
#[derive(Clone, Debug)]
pub struct Keeping {
    /// What saves it.
    pub deed: Deed,
    /// The note as it was written.
    pub writing: Writing,
    /// Whether anything was typed since.
    pub typed_on: bool,
}

/// A note being written.
#[derive(Clone, Debug)]
pub struct Writing {
    /// The brief it belongs to.
    pub id: String,
    /// What it is on.
    pub on: Target,
    /// What that is called: `claim 3`.
    pub title: String,
    /// The words.
    pub edit: Edit,
    /// The note that is changed, and its words as they were; `None` for a new one.
    pub of: Option<(ItemId, String)>,
    /// Whether it was to be kept and could not be.
    pub refused: bool,
    /// Keys pressed that begin a command.
    pub begun: Vec<Key>,
    /// The words as they were set last, with a space behind them for the cursor.
    pub text: String,
    /// Their rows.
    pub rows: Vec<Row>,
    measure: u16,
}

impl Writing {
    /// A new note.
    pub fn new(id: &str, on: Target, title: String) -> Self {
        Self {
            id: id.to_owned(),
            on,
            title,
            edit: Edit::page(""),
            of: None,
            refused: false,
            begun: Vec::new(),
            text: String::new(),
            rows: Vec::new(),
            measure: 0,
        }
    }

    /// Whether another is on the same thing of the same brief.
    pub fn is_on_what(&self, other: &Self) -> bool {
        self.id == other.id && self.is_on(&other.on)
    }

    /// Whether it is on that.
    pub fn is_on(&self, on: &Target) -> bool {
        match (on, &self.on) {
            (Target::Brief, Target::Brief) => true,
            (Target::Claim(a), Target::Claim(b)) => a.id == b.id,
            (Target::Passage(a, _), Target::Passage(b, _)) => a == b,
            _ => false,
        }
    }

    /// Whether its words are others than those that are kept, and not merely none.
    pub fn has_news(&self) -> bool {
        !self.edit.is_blank() && self.of.as_ref().is_none_or(|(_, was)| *was != self.edit.text())
    }

    /// Sets the words in rows of so many cells, where they or these have changed.
    pub fn set(&mut self, measure: u16) {
        let mut text = self.edit.text();
        // A cell for the cursor behind the last character, and a row for it behind the last line end.
        text.push(' ');
        if text != self.text || measure != self.measure {
            self.rows = wrap(&text, &Setting::new(usize::from(measure).max(1)));
            (self.text, self.measure) = (text, measure);
        }
    }
}
