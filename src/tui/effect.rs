//! What the program wants done outside itself, as data; run by the worker and the loop.

use crate::tui::deed::{Deed, Why};
use crate::tui::msg::Generation;

/// Where in a brief's file an editor opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// At its beginning.
    Top,
    /// At a claim, by its index.
    Claim(usize),
    /// At a line, from 1.
    Line(usize),
}

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read the library's folder.
    Refresh(Generation),
    /// Read a brief and its article.
    Load(Generation, String),
    /// Look whether the files of a brief that was read are others by now.
    Look(Generation, String),
    /// Do something to the files of a brief.
    Do(Deed, Why),
    /// Take an article into the library, from a path or an address.
    Take(String),
    /// Give a brief its article, from a path or an address.
    Attach(String, String),
    /// Look for what a path that is begun may become.
    Complete(String),
    /// Look which briefs have a phrase, in themselves or in their articles.
    Search(String),
    /// Look for the claims of other briefs that are nearest to one.
    Relate(String, usize),
    /// Look for them no longer.
    StopRelating,
    /// Copy text; what it is called.
    Copy(&'static str, String),
    /// Open an address in the browser.
    Open(String),
    /// Open a brief's file in an editor.
    EditBrief(String, At),
    /// Let a text be changed in an editor.
    EditText(String),
    /// Give the terminal to the shell until the program is continued.
    Suspend {
        /// Whether a key asked for it, and not a signal.
        by_key: bool,
    },
    /// Take the terminal again after the program was continued.
    Resume,
    /// Draw every cell anew.
    Redraw,
    /// End, with this exit code.
    Quit(u8),
}
