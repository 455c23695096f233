//! What leaves the program: text to be copied, an address for the browser, a file for the editor.

use crate::brief::citation;
use crate::tui::command::Command;
use crate::tui::document::Document;
use crate::tui::effect::{At, Effect};
use crate::tui::model::Model;
use crate::tui::screen::Screen;
use crate::tui::update::refresh;
use crate::tui::update::study::current;

/// The claim that is selected on the screen on top, by its index, and which of its anchors is shown.
pub fn claim(model: &Model) -> Option<(usize, usize)> {
    match model.top()? {
        Screen::Reader(reader) => reader.claim.map(|claim| (claim, reader.anchor)),
        Screen::Article(reading) => {
            reading.passage.map(|p| (p.claim, p.anchor)).or(reading.claim.map(|claim| (claim, 0)))
        }
        Screen::Compare(compare) => compare.claim().map(|claim| (claim, 0)),
        Screen::Passages(passages) => {
            let side = passages.side();
            side.claim.map(|claim| (claim, side.anchor))
        }
        _ => None,
    }
}

/// `yy`, `yc`, `yp`, `yr`.
pub fn copy(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(document) = current(model).and_then(|id| model.desk.ready(&id).cloned()) else {
        model.say("There is no brief here to copy from.");
        return Vec::new();
    };
    match text(&document, claim(model), command) {
        Ok((what, text)) => vec![Effect::Copy(what, text)],
        Err(why) => {
            model.say(why);
            Vec::new()
        }
    }
}

fn text(
    document: &Document,
    at: Option<(usize, usize)>,
    command: Command,
) -> Result<(&'static str, String), &'static str> {
    let brief = &document.brief;
    let selected = at.and_then(|(claim, anchor)| Some((brief.claims.get(claim)?, document.found.get(claim)?, anchor)));
    let summary = || brief.summary.trim().to_owned();
    match (command, selected) {
        (Command::CopyReference, _) => Ok(("Reference", citation::reference(brief))),
        (Command::CopyPassage, Some((claim, found, anchor))) => {
            let shown = claim.evidence.get(anchor).zip(found.get(anchor)).ok_or("This claim has no evidence.")?;
            let who = claim.said_by.as_deref();
            citation::passage(brief, who, shown.0, shown.1, document.article.as_ref()).map(|text| ("Passage", text))
        }
        (Command::CopyPassage, None) => Err("Go to a claim first; its passage is copied."),
        (Command::CopyClaim, Some((claim, ..))) => Ok(("Claim", citation::claim(claim))),
        (Command::CopyClaim, None) => Ok(("Summary", summary())),
        (_, Some((claim, found, _))) => Ok(("Claim and citation", citation::cited_claim(brief, claim, found))),
        (_, None) => Ok(("Summary and reference", format!("{}\n— {}", summary(), citation::reference(brief)))),
    }
}

/// `o`.
pub fn open_source(model: &mut Model) -> Vec<Effect> {
    let document = current(model).and_then(|id| model.desk.ready(&id).cloned());
    match document.and_then(|document| document.brief.source.url.clone()) {
        Some(address) => vec![Effect::Open(address)],
        None => {
            model.say("This brief has no address of its article.");
            Vec::new()
        }
    }
}

/// `e`: at what was to be mended, else at the claim.
pub fn edit(model: &mut Model) -> Vec<Effect> {
    let selected = match model.top() {
        // A file that cannot be read as a brief is all the more to be edited.
        Some(Screen::Shelf(shelf)) => model.desk.at(shelf.selected).map(|entry| entry.stem().to_owned()),
        _ => current(model),
    };
    let Some(id) = selected else { return Vec::new() };
    let at = match (model.to_mend.take().filter(|(of, _)| *of == id), claim(model)) {
        (Some((_, line)), _) => At::Line(line),
        (None, Some((claim, _))) => At::Claim(claim),
        (None, None) => At::Top,
    };
    vec![Effect::EditBrief(id, at)]
}

/// A brief comes back from the editor: where it was changed, the folder is read again; what is wrong with it is said.
pub fn on_edited(model: &mut Model, id: &str, done: Result<bool, (String, Option<usize>)>) -> Vec<Effect> {
    model.to_mend = None;
    match done {
        Ok(false) => {
            model.say("Nothing was changed.");
            Vec::new()
        }
        Ok(true) => {
            model.say("Read again.");
            refresh(model)
        }
        Err((why, line)) => {
            model.to_mend = line.map(|line| (id.to_owned(), line));
            model.warn(why);
            refresh(model)
        }
    }
}
