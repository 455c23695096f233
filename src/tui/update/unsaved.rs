//! A draft that is open and not saved: what adds it to the library, and what has to wait for that. Refuses to keep
//! anything of it: whoever leaves it drops it.

use crate::brief::study::Part;
use crate::tui::command::Command;
use crate::tui::document::UNSAVED;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::screen::{Reader, Reading, Screen};

/// What a command does on a draft that is not saved, where that is another thing than on a brief of the library.
pub fn carry_out(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    if !model.is_unsaved() {
        return None;
    }
    match command {
        Command::Accept | Command::Add => {
            let article = model.desk.unsaved.clone()?;
            model.say("Taking the article in.");
            Some(vec![Effect::Take(article)])
        }
        _ if wants_a_file(command) => {
            model.say("This draft is not saved yet; A adds it to the library.");
            Some(Vec::new())
        }
        _ => None,
    }
}

/// Whether a command changes, or is kept beside, a brief's file.
pub const fn wants_a_file(command: Command) -> bool {
    matches!(
        command,
        Command::Note
            | Command::Star
            | Command::DoneNext
            | Command::Tag
            | Command::Edit
            | Command::SetBookmark
            | Command::Highlight
            | Command::NewClaim
            | Command::ReAnchor
            | Command::Reviewed
            | Command::Drop
            | Command::Compare
            | Command::Related
            | Command::Attach
    )
}

/// The draft is in the library now, under that name: the screens that showed it show it there, where they were.
pub fn saved(model: &mut Model, id: &str) {
    for screen in &mut model.screens {
        match screen {
            Screen::Reader(reader) if reader.id == UNSAVED => {
                let there = reader.claim.map_or_else(|| Reader::at_head(id), |claim| Reader::at(id, claim));
                *screen = Screen::Reader(there);
            }
            Screen::Article(reading) if reading.id == UNSAVED => {
                let there = match reading.place() {
                    Some(place) => match place.part {
                        Part::Paragraph(no) => Reading::at(id, no, place.at),
                        Part::Summary | Part::Claim(_) => Reading::of(id, None),
                    },
                    None => Reading::of(id, None),
                };
                *screen = Screen::Article(there);
            }
            _ => {}
        }
    }
}
