//! `n` and `N`; and a search that was begun on the shelf, followed through the briefs that have it: into one at its first hit,
//! and from its last on to the next brief. Refuses to leave a brief for a reader who looks for something else there.

use std::collections::HashSet;
use std::rc::Rc;

use super::prompt;
use crate::library::Entry;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::find::{Find, Trail};
use crate::tui::model::Model;
use crate::tui::screen::{Ask, Reader, Reading, Screen};

/// A search for what was typed, not yet carried out; on the shelf with what is known of the articles.
pub(super) fn find(model: &Model, query: &str) -> Find {
    let mut find = Find::new(query);
    find.having = model.trail.as_ref().filter(|trail| trail.query == query).and_then(|trail| trail.having.clone());
    find
}

/// What was typed on a screen was found there, or not. On the shelf the articles are looked through for it too; elsewhere
/// another search is followed no longer.
pub(super) fn begin(model: &mut Model, query: &str) -> Vec<Effect> {
    if !matches!(model.top(), Some(Screen::Shelf(_))) {
        model.trail = None;
        return Vec::new();
    }
    model.trail = Some(Trail { query: query.to_owned(), having: None, seeks: None });
    vec![Effect::Search(query.to_owned())]
}

/// Takes in which briefs have it. The reader goes to the first of them who is at none.
pub(super) fn on_searched(model: &mut Model, query: &str, having: Vec<String>) {
    let Some(trail) = model.trail.as_mut().filter(|trail| trail.query == query) else { return };
    let having = Rc::new(having.into_iter().collect::<HashSet<_>>());
    trail.having = Some(Rc::clone(&having));
    let at_hit = match &mut model.find {
        Some(find) if matches!(model.screens.last(), Some(Screen::Shelf(_))) && find.query == query => {
            let at_hit = !find.hits.is_empty();
            find.know(having);
            at_hit
        }
        _ => return,
    };
    // Who types something else is not taken elsewhere.
    if model.prompt.is_some() {
        return;
    }
    if !at_hit {
        prompt::step(model, 1);
    }
    let briefs = rows(model).len();
    match briefs {
        0 => model.say(not_found(model, query)),
        1 => model.say(format!("One brief or its article has ‘{query}’; enter goes there.")),
        n => model.say(format!("{n} briefs or their articles have ‘{query}’; enter goes there, n on.")),
    }
}

/// Whether `enter` follows the search: the row selected has what is looked for.
pub(super) fn enters(model: &Model) -> bool {
    match (model.top(), &model.find, &model.trail) {
        (Some(Screen::Shelf(shelf)), Some(find), Some(trail)) => {
            find.query == trail.query && find.has_row(shelf.selected)
        }
        _ => false,
    }
}

/// Goes to the first hit of the screen that was opened, or to the last, as soon as its text is here.
pub(super) fn follow(model: &mut Model, back: bool) {
    let Some(trail) = &mut model.trail else { return };
    trail.seeks = Some(back);
    model.find = Some(Find::new(&trail.query));
}

/// Goes to the hit that is sought, once the brief is here.
pub(super) fn settle(model: &mut Model) {
    let Some(back) = model.trail.as_ref().and_then(|trail| trail.seeks) else { return };
    let waits_for = match model.top() {
        Some(Screen::Reader(reader)) if reader.document.is_none() => Some(&reader.id),
        Some(Screen::Article(reading)) if reading.document.is_none() => Some(&reading.id),
        _ => None,
    };
    if waits_for.is_some_and(|id| model.desk.failed(id).is_none()) {
        return;
    }
    if let Some(trail) = &mut model.trail {
        trail.seeks = None;
    }
    prompt::step_to_end(model, back);
}

/// From the last hit of a brief to the first of the next that has any, or from the first to the last of the one before,
/// around the end of the shelf; false where there is none, or the reader did not come to this brief by it.
pub(super) fn go_on(model: &mut Model, back: bool) -> bool {
    let here = match model.top() {
        Some(Screen::Reader(Reader { id, .. }) | Screen::Article(Reading { id, .. })) => id.clone(),
        _ => return false,
    };
    let Some(query) = model.trail.as_ref().map(|trail| trail.query.clone()) else { return false };
    let having = rows(model);
    let of = |row: &usize| model.desk.at(*row).map(Entry::stem);
    let Some(at) = having.iter().position(|row| of(row) == Some(&here)) else { return false };
    let to = (at + if back { having.len() - 1 } else { 1 }) % having.len();
    let Some(id) = having.get(to).and_then(of).filter(|id| *id != here).map(str::to_owned) else { return false };
    let before = model.screens.clone();
    let is_of_here = |screen: &mut Screen| match screen {
        Screen::Reader(Reader { id, .. }) | Screen::Article(Reading { id, .. }) => *id == here,
        _ => false,
    };
    while model.screens.pop_if(is_of_here).is_some() {}
    model.screens.push(Screen::Reader(Reader::of(&id)));
    model.remember(before);
    follow(model, back);
    model.say(format!(
        "‘{query}’ in the {} brief, {} of {}.",
        if back { "previous" } else { "next" },
        to + 1,
        having.len()
    ));
    true
}

/// `n`, `N`: the next match of what was looked for last.
pub(super) fn find_again(model: &mut Model, ask: Ask) -> Vec<Effect> {
    let Some(last) = model.looked_for.last().cloned() else {
        model.say("Nothing was looked for yet; / finds.");
        return Vec::new();
    };
    let back = ask.command == Command::FindPrevious;
    model.find = model.find.take().or_else(|| Some(find(model, &last)));
    if model.find.as_ref().is_some_and(|find| find.is_at_end(back)) && go_on(model, back) {
        return Vec::new();
    }
    let times = isize::try_from(ask.times()).unwrap_or(1);
    prompt::step(model, if back { -times } else { times });
    if model.find.as_ref().is_some_and(|find| find.hits.is_empty()) && !go_on(model, back) {
        model.say(not_found(model, &last));
    }
    Vec::new()
}

/// What is said when nothing has what was looked for: where that was.
pub(super) fn not_found(model: &Model, text: &str) -> String {
    match model.top() {
        Some(Screen::Shelf(_)) => format!("No brief on the shelf has ‘{text}’, nor has its article."),
        Some(Screen::Reader(_)) => format!("‘{text}’ is nowhere in this brief, nor in its evidence."),
        Some(Screen::Article(_)) => format!("‘{text}’ is nowhere in this article."),
        Some(Screen::Compare(_)) => format!("‘{text}’ is nowhere in these two briefs."),
        _ => format!("‘{text}’ is nowhere here."),
    }
}

/// The rows of the shelf whose briefs or articles have it.
fn rows(model: &Model) -> Vec<usize> {
    let Some(trail) = &model.trail else { return Vec::new() };
    let find = find(model, &trail.query);
    (0..model.desk.order.len()).filter(|&row| find.is_in_row(&model.desk, row)).collect()
}
