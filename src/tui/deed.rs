//! What the reader does to files, as data: each deed is carried out by the worker and answered with what takes it back.
//! Nothing here touches a disk.

use crate::brief::Brief;
use crate::brief::study::{Change, Study};
use crate::library::trash::Trashed;

/// Something done to the files of one brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// The brief.
    pub id: String,
    /// What it is called when it is taken back: `note on claim 3`.
    pub what: String,
    /// What is done.
    pub act: Act,
}

/// What is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The study of the brief is changed.
    Study(Vec<Change>),
    /// The brief itself is changed, if it still is as it was seen.
    Revise {
        /// As it was seen.
        was: Box<Brief>,
        /// As it is to be.
        to: Box<Brief>,
    },
    /// The brief's file is put back, if it still is as it was written.
    Restore {
        /// As it was written.
        was: String,
        /// As it is to be.
        to: String,
    },
    /// Briefs are moved to the trash.
    Trash(Vec<String>),
    /// Briefs are moved back from the trash.
    Untrash(Vec<Trashed>),
}

/// Why a deed is done, and so where what takes it back is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The reader asked for it.
    Asked,
    /// It is taken back.
    Undo,
    /// It is done again.
    Redo,
    /// It goes without saying: the place, that a brief was opened.
    Quiet,
}

/// What came of a deed.
#[derive(Clone, Debug)]
pub struct Done {
    /// What takes it back.
    pub inverse: Act,
    /// The study as it is now, where that was changed.
    pub study: Option<Box<Study>>,
    /// What the reader should be told.
    pub remarks: Vec<String>,
    /// Changes that could not be made, and why.
    pub missed: Vec<String>,
}

impl Done {
    /// A deed that changed no study.
    pub fn without_study(inverse: Act) -> Self {
        Self { inverse, study: None, remarks: Vec::new(), missed: Vec::new() }
    }
}

/// What can be taken back, and what can be done again.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Deed>,
    future: Vec<Deed>,
}

/// Deeds that can be taken back.
const KEPT: usize = 1000;

impl History {
    /// Remembers what takes a deed back.
    pub fn remember(&mut self, inverse: Deed, why: Why) {
        let to = match why {
            Why::Asked => {
                self.future.clear();
                &mut self.past
            }
            Why::Redo => &mut self.past,
            Why::Undo => &mut self.future,
            Why::Quiet => return,
        };
        to.push(inverse);
        if to.len() > KEPT {
            to.remove(0);
        }
    }

    /// The latest that can be taken back, or done again.
    pub fn take(&mut self, undo: bool) -> Option<Deed> {
        if undo { self.past.pop() } else { self.future.pop() }
    }
}
