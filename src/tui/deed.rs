//! What the reader does to files, as data: each deed is carried out by the worker and answered with what takes it back.
//! Nothing here touches a disk.

use crate::brief::Brief;
use crate::brief::study::{Change, Study};
use crate::library::trash::Trashed;
use crate::tui::writing::Writing;

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

/// What `u` gives back.
#[derive(Clone, Debug)]
pub enum Past {
    /// What takes a deed back.
    Deed(Deed),
    /// A note that was dropped while it was written: nothing was done, but its words are not lost.
    Dropped(Box<Writing>),
}

/// What can be taken back, and what can be done again.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Past>,
    future: Vec<Deed>,
    /// What was refused last when it was to be taken back or done again.
    refused: Option<Deed>,
}

/// Deeds that can be taken back.
const KEPT: usize = 1000;

impl History {
    /// Remembers what takes a deed back.
    pub fn remember(&mut self, inverse: Deed, why: Why) {
        match why {
            Why::Asked => {
                self.future.clear();
                self.push(Past::Deed(inverse));
            }
            Why::Redo => self.push(Past::Deed(inverse)),
            Why::Undo => self.future.push(inverse),
            Why::Quiet => {}
        }
    }

    /// Keeps what could not be taken back, or done again: it is tried again next, but not for a third time before all the
    /// others.
    pub fn put_back(&mut self, deed: Deed, why: Why) {
        let again = self.refused.as_ref() == Some(&deed);
        self.refused = (!again).then(|| deed.clone());
        match why {
            Why::Undo => self.past.insert(if again { 0 } else { self.past.len() }, Past::Deed(deed)),
            Why::Redo => self.future.insert(if again { 0 } else { self.future.len() }, deed),
            Why::Asked | Why::Quiet => {}
        }
    }

    /// The notes that were to be kept and could not be.
    pub fn refused(&self) -> impl Iterator<Item = &Writing> {
        self.past.iter().filter_map(|past| match past {
            Past::Dropped(writing) if writing.refused => Some(&**writing),
            _ => None,
        })
    }

    /// Keeps a note that was dropped while it was written.
    pub fn keep(&mut self, dropped: Writing) {
        // Of what was written on one thing, the latest is enough.
        self.dropped_on(&dropped);
        self.push(Past::Dropped(Box::new(dropped)));
    }

    fn push(&mut self, what: Past) {
        self.past.push(what);
        if self.past.len() > KEPT {
            self.past.remove(0);
        }
    }

    /// Takes out the dropped note on the same thing, if there is one.
    pub fn dropped_on(&mut self, writing: &Writing) -> Option<Writing> {
        let same = |past: &Past| matches!(past, Past::Dropped(other) if other.is_on_what(writing));
        match self.past.iter().rposition(same).map(|at| self.past.remove(at)) {
            Some(Past::Dropped(dropped)) => Some(*dropped),
            _ => None,
        }
    }

    /// The latest that can be taken back.
    pub fn undo(&mut self) -> Option<Past> {
        self.past.pop()
    }

    /// The latest that can be done again.
    pub fn redo(&mut self) -> Option<Deed> {
        self.future.pop()
    }
}
