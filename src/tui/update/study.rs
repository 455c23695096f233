//! What the reader adds and changes: notes, highlights, stars, tags, bookmarks, the brief itself; and how each is taken
//! back. Everything goes out as a deed and comes back as what was done.

use crate::article::{Paragraph, ParagraphKind, ParagraphNo};
use crate::brief::Passage;
use crate::brief::anchor::State;
use crate::brief::study::{Bookmark, Change, ItemId, Moment, Part, Place as StudyPlace, ReadState, Target};
use crate::text::{Offset, counted};
use crate::tui::command::{Command, Scope};
use crate::tui::deed::{Act, Deed, Done, Past, Why};
use crate::tui::edit::Edit;
use crate::tui::effect::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::Meaning;
use crate::tui::marked::{Mark, Place, marks};
use crate::tui::model::Model;
use crate::tui::screen::pick::{Goal, Item, Pick};
use crate::tui::screen::shelf::{nothing_here, unreadable};
use crate::tui::screen::{Reader, Reading, Screen, Shelf};
use crate::tui::theme::Sign;
use crate::tui::writing::{Keeping, Writing};

/// The brief that a command is about: the one that is selected or shown.
pub fn current(model: &Model) -> Option<String> {
    match model.top()? {
        Screen::Shelf(shelf) => {
            let entry = model.desk.at(shelf.selected).filter(|entry| entry.card().is_some())?;
            Some(entry.stem().to_owned())
        }
        Screen::Compare(compare) => compare.ids.get(compare.side()).cloned(),
        Screen::Passages(passages) => Some(passages.side().id.clone()),
        screen => screen.wants(&model.desk).into_iter().next(),
    }
}

/// Whether the row selected on the shelf is a file that cannot be read as a brief.
pub fn is_unreadable(model: &Model) -> bool {
    match model.top() {
        Some(Screen::Shelf(shelf)) => model.desk.at(shelf.selected).is_some_and(|entry| entry.card().is_none()),
        _ => false,
    }
}

/// Says why there is no brief at the shelf's row.
pub fn say_nothing_selected(model: &mut Model) {
    let Some((Screen::Shelf(shelf), stage)) = model.top_on_stage() else { return };
    let entry = stage.desk.at(shelf.selected);
    let said = if entry.is_some() { unreadable(stage, entry) } else { nothing_here(stage.desk).to_owned() };
    model.say(said);
}

/// A deed that the reader asked for.
pub fn deed(model: &Model, what: impl Into<String>, act: Act) -> Vec<Effect> {
    let Some(id) = current(model) else { return Vec::new() };
    vec![Effect::Do(Deed { id, what: what.into(), act }, Why::Asked)]
}

/// `*`: keeps for later, or no longer.
pub fn star(model: &Model) -> Vec<Effect> {
    let Some(id) = current(model) else { return Vec::new() };
    let star = !model.desk.study(&id).is_some_and(|study| study.star);
    deed(model, if star { "star" } else { "star taken away" }, Act::Study(vec![Change::SetStar(star)]))
}

/// `d`: read; or, when it is, not any more.
pub fn done(model: &Model) -> Vec<Effect> {
    let Some(id) = current(model) else { return Vec::new() };
    let (what, state) = match model.desk.read_state(&id) {
        ReadState::Done => ("marked as unread", ReadState::Unread),
        _ => ("marked as read", ReadState::Done),
    };
    deed(model, what, Act::Study(vec![Change::SetRead(state, None)]))
}

/// A tag put on, or taken off when it is there.
pub fn tag(model: &mut Model, text: &str) -> Vec<Effect> {
    let tag = text.trim().to_owned();
    let Some(id) = current(model).filter(|_| !tag.is_empty()) else { return Vec::new() };
    let there = model.desk.study(&id).is_some_and(|study| study.tags.contains(&tag));
    let change = if there { Change::RemoveTag(tag.clone()) } else { Change::AddTag(tag.clone(), None) };
    deed(model, format!("tag {tag}{}", if there { " taken off" } else { "" }), Act::Study(vec![change]))
}

/// Where the reader is in a brief or its article.
pub fn place(model: &Model) -> Option<(String, StudyPlace)> {
    match model.top()? {
        // Of what is in no library, no place is kept.
        _ if model.is_unsaved() => None,
        Screen::Reader(reader) => Some((reader.id.clone(), reader.place()?)),
        Screen::Article(reading) => Some((reading.id.clone(), reading.place()?)),
        _ => None,
    }
}

/// `m` and a letter.
pub fn set_bookmark(model: &mut Model, letter: char) -> Vec<Effect> {
    match place(model) {
        Some((_, place)) => {
            let change = Change::SetBookmark(letter, Some(Bookmark { at: None, place }));
            deed(model, format!("bookmark {letter}"), Act::Study(vec![change]))
        }
        None => {
            model.say("A bookmark names a place in a brief or an article; open one first.");
            Vec::new()
        }
    }
}

/// `'` and a letter: in this brief, else in the first of the library that has it.
pub fn go_to_bookmark(model: &mut Model, letter: char) {
    let here = current(model);
    let in_brief = |id: &String| model.desk.study(id)?.bookmarks.get(&letter).map(|b| (id.clone(), b.place.clone()));
    let mut others: Vec<&String> = model.desk.studies.keys().collect();
    others.sort();
    let found = here.iter().chain(others).find_map(in_brief);
    match found {
        Some((id, place)) => {
            let screen = match place.part {
                Part::Paragraph(no) => Screen::Article(Reading::at(&id, no, place.at)),
                Part::Summary => Screen::Reader(Reader::at_head(&id)),
                Part::Claim(claim) => {
                    let document = model.desk.ready(&id);
                    let at = document.and_then(|d| d.brief.claims.iter().position(|c| c.id == claim));
                    Screen::Reader(at.map_or_else(|| Reader::of_claim(&id, claim), |at| Reader::at(&id, at)))
                }
            };
            super::open(model, screen);
        }
        None => model.say(format!("No place is named {letter}.")),
    }
}

/// `D`: the brief, or those selected, to the trash.
pub fn trash(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Shelf(shelf)) = model.screens.last_mut() else { return Vec::new() };
    let here = model.desk.at(shelf.selected).map(|entry| entry.stem().to_owned());
    let mut ids = std::mem::take(&mut shelf.picked);
    if ids.is_empty() {
        ids.extend(here);
    }
    let Some(first) = ids.first().cloned() else {
        model.say("There is no brief here.");
        return Vec::new();
    };
    let what =
        if let [id] = ids.as_slice() { format!("‘{}’", title(model, id)) } else { counted(ids.len(), "brief") };
    vec![Effect::Do(Deed { id: first, what, act: Act::Trash(ids) }, Why::Asked)]
}

/// A brief was added: taken back, its files go to the trash.
pub fn added(model: &mut Model, id: &str, title: String) {
    let away = Deed { id: id.to_owned(), what: title, act: Act::Trash(vec![id.to_owned()]) };
    model.history.remember(away, Why::Asked);
}

/// Takes briefs off the screens whose files are gone: those that show one are left.
fn leave_those(model: &mut Model, ids: &[String]) {
    model.desk.take_off(ids);
    // Of what is gone no place is kept.
    model.place.take_if(|(id, _)| ids.contains(id));
    let Model { desk, screens, .. } = &mut *model;
    screens.retain(|screen| {
        matches!(screen, Screen::Shelf(_)) || !screen.wants(desk).iter().any(|shown| ids.contains(shown))
    });
    if screens.is_empty() {
        screens.push(Screen::Shelf(Shelf::default()));
    }
    for screen in screens {
        if let Screen::Shelf(shelf) = screen {
            shelf.follow(None, desk);
        }
    }
}

/// Briefs were moved to the trash or back: the shelf and the folder are looked at again.
fn on_moved(model: &mut Model, deed: Deed, why: Why, inverse: Act) -> Vec<Effect> {
    let Deed { what, act, .. } = &deed;
    let back = match (act, why) {
        (Act::Trash(_), Why::Undo) => "C-r brings it back",
        (_, Why::Undo) => "C-r does it again",
        _ => "u takes it back",
    };
    if let Act::Trash(ids) = act {
        leave_those(model, ids);
        model.say(format!("To the trash: {what} · {back}"));
    } else {
        model.select_when_read = Some(deed.id.clone());
        model.say(format!("Back from the trash: {what} · {back}"));
    }
    model.history.remember(Deed { act: inverse, ..deed }, why);
    super::refresh(model)
}

/// `u`, `C-r`.
pub fn undo(model: &mut Model, undo: bool, times: usize) -> Vec<Effect> {
    let why = if undo { Why::Undo } else { Why::Redo };
    let mut effects = Vec::new();
    for _ in 0..times {
        match if undo { model.history.undo() } else { model.history.redo().map(Past::Deed) } {
            Some(Past::Deed(deed)) => effects.push(Effect::Do(deed, why)),
            Some(Past::Dropped(dropped)) => {
                let again = Writing::new(&dropped.id, dropped.on.clone(), dropped.title.clone());
                model.history.keep(*dropped);
                write(model, again);
                return effects;
            }
            None if effects.is_empty() => {
                model.say(if undo { "Nothing to take back." } else { "Nothing to do again." });
                break;
            }
            None => break,
        }
    }
    effects
}

/// Takes in what came of a deed.
pub fn on_done(model: &mut Model, deed: Deed, why: Why, done: Result<Done, String>) -> Vec<Effect> {
    let moves = matches!(deed.act, Act::Trash(_) | Act::Untrash(_));
    let done = match done {
        Ok(done) if moves => return on_moved(model, deed, why, done.inverse),
        Ok(done) => done,
        Err(error) => {
            let goes_on = on_kept(model, &deed, false).map_or_else(String::new, |goes_on| format!(" · {goes_on}"));
            let (what, again) = match why {
                Why::Undo => (format!("Not taken back: {}", deed.what), " · u tries again"),
                Why::Redo => (format!("Not done again: {}", deed.what), " · C-r tries again"),
                _ if moves => ("Not moved".to_owned(), ""),
                _ => ("Not saved".to_owned(), ""),
            };
            model.warn(format!("{what}: {error}{goes_on}{again}"));
            model.history.put_back(deed, why);
            return Vec::new();
        }
    };
    if let Some(study) = done.study {
        model.desk.set_study(deed.id.clone(), *study);
    } else {
        model.desk.forget_one(&deed.id);
    }
    let goes_on = on_kept(model, &deed, done.missed.is_empty());
    let title = title(model, &deed.id);
    let mut news: Vec<String> = done.remarks.into_iter().filter(|remark| model.told.insert(remark.clone())).collect();
    news.insert(0, "u takes it back".to_owned());
    match (why, done.missed.first()) {
        (Why::Quiet, _) => {}
        (_, Some(missed)) => {
            let goes_on = goes_on.map_or_else(String::new, |goes_on| format!(" · {goes_on}"));
            model.warn(format!("Not done: {}: {missed}{goes_on}", deed.what));
        }
        (Why::Asked, None) => model.say(format!("Saved: {} · {}", deed.what, news.join(" · "))),
        (Why::Undo, None) => model.say(format!("Taken back: {} · {title} · C-r does it again", deed.what)),
        (Why::Redo, None) => model.say(format!("Done again: {} · {title}", deed.what)),
    }
    if let (Act::Revise { was, to }, Why::Asked, true) = (&deed.act, why, done.missed.is_empty())
        && let Some(new) = to.claims.get(was.claims.len())
    {
        model.screens.iter_mut().for_each(|screen| screen.seek(&deed.id, &new.id));
    }
    // What `d` went on from is gone back to.
    let marks_read = |change: &Change| matches!(change, Change::SetRead(..));
    if why == Why::Undo && matches!(&deed.act, Act::Study(changes) if changes.iter().any(marks_read)) {
        return_to(model, &deed.id);
    }
    let revises = matches!(deed.act, Act::Revise { .. } | Act::Restore { .. });
    if revises {
        model.read_again = Some(deed.id.clone());
    }
    if done.missed.is_empty() {
        model.history.remember(Deed { act: done.inverse, ..deed }, why);
    }
    // What the shelf says of the brief is read from its file.
    if revises { vec![Effect::Refresh(model.generation)] } else { Vec::new() }
}

/// Goes to a brief on the screen one is on: on the shelf to its row, else to the same of that brief.
fn return_to(model: &mut Model, id: &str) {
    let before = model.screens.clone();
    let Model { desk, screens, .. } = &mut *model;
    let there = match screens.last_mut() {
        Some(Screen::Shelf(shelf)) => return shelf.follow(Some(id), desk),
        Some(Screen::Reader(reader)) if reader.id != id => Screen::Reader(Reader::of(id)),
        Some(Screen::Article(reading)) if reading.id != id => Screen::Article(Reading::of(id, None)),
        _ => return,
    };
    screens.pop();
    screens.push(there);
    model.remember(before);
}

fn title(model: &Model, id: &str) -> String {
    let card = model.desk.row_of(id).and_then(|row| model.desk.at(row)).and_then(|entry| entry.card());
    card.map_or_else(|| id.to_owned(), |card| card.heading())
}

/// Opens the page for a note: the words that were dropped on the same thing, else the note that is there, else a new one.
pub fn write(model: &mut Model, mut writing: Writing) {
    let study = model.desk.study(&writing.id);
    if let Some(note) = study.and_then(|study| study.notes.iter().rev().find(|note| writing.is_on(&note.on))) {
        writing.edit = Edit::page(&note.text);
        writing.of = Some((note.id.clone(), note.text.clone()));
    }
    if let Some(dropped) = model.history.dropped_on(&writing) {
        (writing.edit, writing.refused) = (dropped.edit, dropped.refused);
    }
    model.writing = Some(writing);
}

/// Takes in a key while a note is written: a command of the table, else it writes.
pub fn on_writing_key(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(mut writing) = model.writing.take() else { return Vec::new() };
    let meaning = |keys: &[Key]| model.keymap.meaning(Scope::Writing, keys);
    let mut keys = std::mem::take(&mut writing.begun);
    keys.push(key);
    // What goes on as no command has begun none: the key stands for itself.
    if keys.len() > 1 && meaning(&keys) == Meaning::Nothing {
        keys = vec![key];
    }
    match meaning(&keys) {
        Meaning::Command(Command::KeepNote) => return keep(model, writing),
        Meaning::Command(Command::DropNote) => {
            if writing.has_news() {
                model.say("The note was dropped; u opens it again, and so does a on the same place.");
                writing.refused = false;
                model.history.keep(writing);
            }
            return Vec::new();
        }
        Meaning::Command(Command::EditNote) => {
            let text = writing.edit.text();
            model.writing = Some(writing);
            return vec![Effect::EditText(text)];
        }
        Meaning::Beginning => writing.begun = keys,
        Meaning::Command(_) | Meaning::Nothing => {
            writing.edit.key(key);
        }
    }
    model.writing = Some(writing);
    Vec::new()
}

/// Keeps what is written: a new note, other words for one, or none any more.
pub fn keep(model: &mut Model, writing: Writing) -> Vec<Effect> {
    let text = writing.edit.text().trim().to_owned();
    let (what, change) = match (&writing.of, text.is_empty()) {
        (None, true) => return Vec::new(),
        (Some((id, _)), true) => ("note taken away", Change::RemoveNote(id.clone())),
        (Some((_, was)), false) if *was == text => return Vec::new(),
        (Some((id, was)), false) => ("note changed", Change::EditNote { id: id.clone(), was: was.clone(), text }),
        (None, false) => ("note", Change::AddNote { on: writing.on.clone(), text }),
    };
    let deed =
        Deed { id: writing.id.clone(), what: format!("{what} on {}", writing.title), act: Act::Study(vec![change]) };
    model.keeping.push(Keeping { deed: deed.clone(), writing, typed_on: false });
    vec![Effect::Do(deed, Why::Asked)]
}

/// What a note was to be kept by has been answered: unless it is kept, its page opens again, or, where the reader went on,
/// waits to be opened. Says how it goes on; nothing where no words are at stake.
fn on_kept(model: &mut Model, deed: &Deed, kept: bool) -> Option<&'static str> {
    let at = model.keeping.iter().position(|keeping| keeping.deed == *deed)?;
    let Keeping { mut writing, typed_on, .. } = model.keeping.remove(at);
    if kept || writing.edit.is_blank() {
        return None;
    }
    writing.refused = true;
    let is_there =
        |id: &ItemId| model.desk.study(&writing.id).is_some_and(|study| study.notes.iter().any(|note| note.id == *id));
    if writing.of.as_ref().is_some_and(|(id, _)| !is_there(id)) {
        // Somebody else took the note away: these words are a new one.
        writing.of = None;
    }
    let busy = model.prompt.is_some() || model.writing.is_some() || !model.held.is_empty();
    if typed_on || busy {
        model.history.keep(writing);
        return Some("the words are kept: u opens them again");
    }
    model.writing = Some(writing);
    Some("esc tries again")
}

/// `gn`: every note and highlight of the library.
pub fn notes(model: &Model) -> Pick {
    let mut ids: Vec<&String> = model.desk.studies.keys().collect();
    ids.sort_by_key(|id| model.desk.row_of(id).unwrap_or(usize::MAX));
    let items = ids.into_iter().flat_map(|id| items(model, id)).collect();
    Pick::of(
        "Notes and highlights",
        "No notes yet. In a brief, a writes one; in an article, v selects text and H highlights it.",
        items,
    )
}

fn items(model: &Model, id: &str) -> Vec<Item> {
    let Some(study) = model.desk.study(id) else { return Vec::new() };
    let from = title(model, id);
    if let Some(document) = model.desk.ready(id) {
        return marks(document, study).into_iter().map(|mark| item(model, id, &from, mark)).collect();
    }
    // The brief is not open: what the study itself says has to do.
    let sign = |sign: Sign| model.theme.sign(sign).to_owned();
    let item = |sign: String, text: String, on: &Target, at: Option<Moment>| {
        let (place, goal) = named(model, id, on);
        Item { sign, text, from: from.clone(), place, date: day(at), goal }
    };
    let quote = |on: &Target| match on.anchor().map(|anchor| &anchor.passage) {
        Some(Passage::Quote { text, .. }) => text.clone(),
        _ => String::new(),
    };
    let highlights = study.highlights.iter().map(|h| item(sign(Sign::ThinBar), quote(&h.on), &h.on, h.at));
    let notes = study.notes.iter().map(|n| item(sign(Sign::Note), n.text.clone(), &n.on, n.edited.or(n.at)));
    highlights.chain(notes).collect()
}

/// What a target of a brief that is not open is called, and how to go there.
fn named(model: &Model, id: &str, on: &Target) -> (String, Goal) {
    let id = id.to_owned();
    if let Some(claim) = on.claim() {
        return (format!("claim {}", claim.id.0), Goal::ClaimNamed(id, claim.id.clone()));
    }
    match on.anchor().and_then(|anchor| Some((anchor.paragraph?, anchor.span))) {
        Some((no, span)) => {
            (paragraph(model, no), Goal::Article(id, no, span.map_or(Offset::default(), |span| span.start())))
        }
        None => (String::new(), Goal::Brief(id)),
    }
}

fn paragraph(model: &Model, no: ParagraphNo) -> String {
    format!("{} {}", model.theme.sign(Sign::Pilcrow), no.get())
}

/// The day of a moment: notes of the same day need no time to be told apart.
fn day(at: Option<Moment>) -> String {
    at.and_then(Moment::date).map(|day| day.to_string()).unwrap_or_default()
}

fn item(model: &Model, id: &str, from: &str, mark: Mark) -> Item {
    let (place, goal) = match mark.place {
        Place::Passage(no, span) => (paragraph(model, no), Goal::Article(id.to_owned(), no, span.start())),
        Place::Claim(claim) => (format!("claim {}", claim + 1), Goal::Claim(id.to_owned(), claim)),
        Place::Brief | Place::Lost => (String::new(), Goal::Brief(id.to_owned())),
    };
    let lost = mark.place == Place::Lost && mark.state != Some(State::Unattached);
    let sign = match (&mark.note, lost) {
        (_, true) => model.theme.sign(Sign::Missing),
        (Some(_), _) => model.theme.sign(Sign::Note),
        (None, _) => model.theme.sign(Sign::Highlight),
    };
    let text = mark.note.or(mark.quote).unwrap_or_default();
    let place = if lost { "lost".to_owned() } else { place };
    Item { sign: sign.to_owned(), text, from: from.to_owned(), place, date: day(mark.at), goal }
}

/// `go`: the headings of the article.
pub fn contents(model: &Model) -> Option<Pick> {
    let id = current(model)?;
    let article = model.desk.ready(&id)?.article.as_ref()?;
    let headings = article.paragraphs().iter().enumerate().filter(|(_, p)| p.kind == ParagraphKind::Heading);
    let item = |(i, heading): (usize, &Paragraph)| {
        let no = ParagraphNo::at(i);
        let goal = Goal::Article(id.clone(), no, Offset::default());
        let (text, from) = (heading.text.clone(), paragraph(model, no));
        Item { sign: String::new(), text, from, place: String::new(), date: String::new(), goal }
    };
    Some(Pick::of("Contents", "This article has no headings.", headings.map(item).collect()))
}

/// Goes where an item of a list leads, or does what it says.
#[must_use = "what an item of a list does is an effect"]
pub fn go_to(model: &mut Model, goal: Goal) -> Vec<Effect> {
    let screen = match goal {
        Goal::Article(id, no, at) => Screen::Article(Reading::at(&id, no, at)),
        Goal::Claim(id, claim) => Screen::Reader(Reader::at(&id, claim)),
        Goal::ClaimNamed(id, claim) => Screen::Reader(Reader::of_claim(&id, claim)),
        Goal::Brief(id) => Screen::Reader(Reader::of(&id)),
        Goal::Beside(id, what, change) => {
            return vec![Effect::Do(Deed { id, what, act: Act::Study(vec![*change]) }, Why::Asked)];
        }
    };
    super::open(model, screen);
    Vec::new()
}

/// What goes without saying when the reader leaves a brief or the program: the place, and that it was opened.
pub fn keep_place(model: &mut Model) -> Vec<Effect> {
    let Some((id, place)) = model.place.take() else { return Vec::new() };
    let mut changes = Vec::new();
    if model.desk.study(&id).and_then(|study| study.place.as_ref()) != Some(&place) {
        changes.push(Change::SetPlace(Some(place)));
    }
    if model.desk.read_state(&id) == ReadState::Unread {
        changes.push(Change::SetRead(ReadState::Begun, None));
    }
    if changes.is_empty() {
        return Vec::new();
    }
    vec![Effect::Do(Deed { id, what: "place".to_owned(), act: Act::Study(changes) }, Why::Quiet)]
}
