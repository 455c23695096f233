//! What stands where a brief would that cannot be read: what is wrong, where, and what to do about it.

use crate::brief::finding::Fault;
use crate::tui::document::{Desk, UNSAVED};
use crate::tui::sheet::{Block, Tag};
use crate::tui::theme::Role;

/// What there is to say instead of a brief, or of a draft that could not be made.
pub fn of(desk: &Desk, id: &str, why: &str) -> Vec<Block> {
    match desk.unsaved.as_deref().filter(|_| id == UNSAVED) {
        Some(article) => vec![
            Block::new(Tag::Head, Role::Title, article),
            Block::new(Tag::Head, Role::Bad, "No brief can be made of this file."),
            Block::new(Tag::Head, Role::Text, format!("{}.", capital(why))).after(1),
        ],
        None => blocks(id, why),
    }
}

/// The brief's name, what is wrong with its file, and the way to mend it.
pub fn blocks(name: &str, why: &str) -> Vec<Block> {
    let block = |role, text: String| Block::new(Tag::Head, role, text);
    let mut blocks =
        vec![block(Role::Title, name.to_owned()), block(Role::Bad, "This file cannot be read as a brief.".to_owned())];
    match Fault::parts(why) {
        Some((place, what, mend)) => {
            blocks.push(block(Role::Text, format!("{}: {what}.", capital(place))).after(1));
            blocks.push(block(Role::Text, format!("{}.", capital(mend))).after(1));
        }
        None => blocks.push(block(Role::Text, format!("{}.", capital(why))).after(1)),
    }
    let todo = "e opens it in your editor, at that place. Until it is mended it stays as it is.";
    blocks.push(block(Role::Dim, todo.to_owned()).after(1));
    blocks
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
