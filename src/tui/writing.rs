//! A note being written, in place, at the bottom of the screen.

use crate::brief::study::{ItemId, Target};
use crate::tui::edit::Edit;

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
    /// Whether `C-x` was pressed, which waits for a second key.
    pub prefixed: bool,
}

impl Writing {
    /// A new note.
    pub fn new(id: &str, on: Target, title: String) -> Self {
        Self { id: id.to_owned(), on, title, edit: Edit::page(""), of: None, prefixed: false }
    }
}
