//! What happens to the program, as data.

use crate::analysis::audit::Audit;
use crate::brief::study::Study;
use crate::library::Entry;
use crate::tui::deed::{Deed, Done, Why};
use crate::tui::document::Document;
use crate::tui::input::Input;
use crate::tui::screen::pick::Item;

/// Which reading of the library an answer belongs to; answers to an older one are dropped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Generation(pub u64);

/// The exit code of a program whose terminal is gone: that of a hangup, whether a signal says so or not.
pub const HANGUP: u8 = 129;

/// What came of an article that was to be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its brief.
    pub id: String,
    /// What is to be said.
    pub said: String,
    /// What the brief is called, where it is new.
    pub added: Option<String>,
}

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// The terminal sent something.
    Input(Input),
    /// The terminal has this many columns and rows.
    Resize(u16, u16),
    /// The program was asked to stop: by a signal of that number.
    Stop(i32),
    /// The shell wants its terminal back for a while.
    Suspend,
    /// The program was continued; whatever was on the screen is gone.
    Continued,
    /// The terminal is gone.
    Gone,
    /// The catalogue as far as it is known, and whether that is all.
    Catalogue(Generation, Vec<Entry>, bool),
    /// The library's folder cannot be read.
    Unreadable(Generation, String),
    /// What readers have added to the library's briefs, all of it, by their names.
    Studies(Generation, Vec<(String, Study)>),
    /// Somebody else has changed a brief or its article since it was read.
    Changed(Generation, String),
    /// What a reader has added to a brief by now.
    Studied(Generation, String, Box<Study>),
    /// A deed was done, or why it could not be.
    Done(Deed, Why, Result<Done, String>),
    /// An article was taken in, or was there already: from where; and what came of it, or why nothing did.
    Taken(String, Result<Answer, String>),
    /// A brief was given its article: what to say; or why it was not.
    Attached(Result<String, String>),
    /// What a path that is begun in a prompt may become.
    Completions(String, Vec<String>),
    /// What was looked for in all briefs and articles, and the briefs that have it.
    Searched(String, Vec<String>),
    /// The claims of other briefs that are nearest to one: of that brief, at that index.
    Related(String, usize, Vec<Item>),
    /// What was typed in an editor outside, or why none could be used.
    Written(Result<String, String>),
    /// An editor outside was left: the brief it was opened on; and whether that was changed, or what is wrong with it now,
    /// with the line where there is one.
    Edited(String, Result<bool, (String, Option<usize>)>),
    /// Something outside was done, or failed: what to say.
    Said(Result<String, String>),
    /// A text was sent to be copied: that, in a few words, and all there is to say of it.
    Copied(String, String),
    /// A brief was read, or why not.
    Loaded(Generation, String, Result<Box<Document>, String>),
    /// A brief that was read has been held against its article.
    Judged(Generation, String, Audit),
}
