//! What each message does to the model. Pure: no files, clock, threads or terminal; what is to be done outside is
//! returned as effects.

mod attaching;
mod fresh;
mod going_out;
mod held;
mod keys;
mod prompt;
mod relating;
mod study;
mod trail;
mod unsaved;

use crate::brief::study::Target;
use crate::library::Entry;
use crate::tui::command::{Command, Scope};
use crate::tui::deed::{Deed, Why};
use crate::tui::edit::Edit;
use crate::tui::effect::Effect;
use crate::tui::input::Input;
use crate::tui::layout::{self, MEASURES};
use crate::tui::model::Model;
use crate::tui::msg::{Answer, Generation, HANGUP, Msg};
use crate::tui::prompt::Asking;
use crate::tui::screen::{Ask, Compare, Help, Messages, Screen, Step};
use crate::tui::theme::Ground;
use crate::tui::writing::Writing;

pub use keys::pass_over;
pub use unsaved::wants_a_file;

/// Takes in a message.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    if held::holds(model, &msg) {
        return Vec::new();
    }
    let effects = take_in(model, msg);
    held::count(model, &effects);
    effects
}

fn take_in(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Input(Input::Key(key)) => return keys::on_key(model, key),
        Msg::Input(Input::Paste(text)) => keys::on_paste(model, &text),
        Msg::Input(Input::Mouse(mouse, x, y)) => return keys::on_mouse(model, mouse, (x, y)),
        Msg::Input(Input::Background(red, green, blue)) => model.theme.ground = Ground::of(red, green, blue),
        Msg::Resize(columns, rows) => model.resize((columns, rows)),
        Msg::Stop(signal) => return quit(model, u8::try_from(128 + signal).unwrap_or(2)),
        Msg::Suspend => return vec![Effect::Suspend { by_key: false }],
        Msg::Continued => return vec![Effect::Resume],
        Msg::Gone => return quit(model, HANGUP),
        Msg::Catalogue(generation, entries, whole) => on_catalogue(model, generation, entries, whole),
        Msg::Unreadable(generation, why) if generation == model.generation => {
            model.reading = false;
            model.desk.complete = true;
            model.warn(why);
        }
        Msg::Loaded(generation, id, document) if generation == model.generation => {
            model.desk.put(&id, document.map(|document| *document));
        }
        Msg::Judged(generation, id, audit) if generation == model.generation => {
            if let Some(document) = model.desk.ready(&id) {
                document.judge(audit);
            }
        }
        Msg::Changed(generation, id) if generation == model.generation => return fresh::on_changed(model, &id),
        Msg::Studied(generation, id, study) if generation == model.generation => model.desk.see_study(id, *study),
        Msg::Studies(generation, studies) if generation == model.generation => model.desk.set_studies(studies),
        Msg::Unreadable(..) | Msg::Loaded(..) | Msg::Judged(..) => {}
        Msg::Changed(..) | Msg::Studied(..) | Msg::Studies(..) => {}
        Msg::Done(deed, why, done) => {
            model.unanswered = model.unanswered.saturating_sub(usize::from(why != Why::Quiet));
            return study::on_done(model, deed, why, done);
        }
        Msg::Taken(what, Ok(answer)) => return on_taken(model, &what, answer),
        Msg::Taken(what, Err(why)) if model.added.contains(&what) => {
            model.warn(format!("{why} · A, then C-p has what you typed"));
        }
        Msg::Taken(_, Err(why)) => model.warn(why),
        Msg::Attached(attached) => return attaching::on_attached(model, attached),
        Msg::Completions(typed, all) => prompt::on_completions(model, &typed, &all),
        Msg::Searched(query, having) => trail::on_searched(model, &query, having),
        Msg::Related(id, claim, items) => relating::on_related(model, &id, claim, items),
        Msg::Written(text) => on_written(model, text),
        Msg::Edited(id, done) => return going_out::on_edited(model, &id, done),
        Msg::Said(Ok(text)) => model.say(text),
        Msg::Copied(short, whole) => model.say_in_short(short, whole),
        Msg::Said(Err(text)) => model.warn(text),
    }
    Vec::new()
}

/// Whether a message changes what is on the screen: what is read of a brief that is not shown, or found out about it,
/// does not.
pub fn is_seen(model: &Model, msg: &Msg) -> bool {
    match msg {
        Msg::Loaded(_, id, _) | Msg::Judged(_, id, _) => {
            model.top().is_some_and(|screen| screen.shows(&model.desk).contains(id))
        }
        _ => true,
    }
}

/// What the screen on top still needs, after all that happened: its text set, its briefs read. What was typed ahead and
/// waits no longer happens then.
pub fn settle(model: &mut Model) -> Vec<Effect> {
    let mut effects = settle_once(model);
    while let Some(input) = held::next(model) {
        let more = take_in(model, Msg::Input(input));
        held::count(model, &more);
        effects.extend(more);
        effects.extend(settle_once(model));
    }
    effects
}

fn settle_once(model: &mut Model) -> Vec<Effect> {
    prompt::settle(model);
    let wanted = model.top().map(|screen| screen.wants(&model.desk)).unwrap_or_default();
    let generation = model.generation;
    let mut effects = Vec::new();
    for id in wanted {
        if model.desk.ask(&id) {
            effects.push(Effect::Load(generation, id));
        }
    }
    effects.extend(fresh::look_again(model));
    let measure = layout::note_measure(model.size, model.measure);
    if let Some(writing) = &mut model.writing {
        writing.set(measure);
    }
    let note = model.writing.as_ref().map(|writing| layout::note(model.size, writing.rows.len()));
    let mut find = model.find.take();
    if let Some((screen, stage)) = model.top_on_stage() {
        // A search ends with its screen.
        find = find.filter(|find| find.is_of(screen));
        screen.lay(stage);
        screen.keep_above(note, stage);
        if let Some(find) = &mut find {
            find.search(screen, stage.desk);
        }
    }
    model.find = find;
    trail::settle(model);
    let here = study::place(model);
    if let Some((id, _)) = &model.place
        && here.as_ref().is_none_or(|(now, _)| now != id)
    {
        effects.extend(study::keep_place(model));
    }
    model.place = here.or(model.place.take());
    effects
}

/// An article was taken in, or was there already.
fn on_taken(model: &mut Model, what: &str, answer: Answer) -> Vec<Effect> {
    let Answer { id, said, added } = answer;
    model.say(said);
    if model.desk.unsaved.as_deref() == Some(what) {
        unsaved::saved(model, &id);
    }
    if let Some(title) = added {
        study::added(model, &id, title);
    }
    model.select_when_read = Some(id);
    refresh(model)
}

fn on_catalogue(model: &mut Model, generation: Generation, entries: Vec<Entry>, whole: bool) {
    if generation != model.generation {
        return;
    }
    let selected = |model: &Model| match model.screens.first() {
        Some(Screen::Shelf(shelf)) => model.desk.at(shelf.selected).map(|entry| entry.stem().to_owned()),
        _ => None,
    };
    let id = selected(model);
    model.desk.set_entries(entries, whole);
    model.reading = !whole;
    let Model { desk, screens, .. } = model;
    if let Some(Screen::Shelf(shelf)) = screens.first_mut() {
        // As long as the reader has not moved, the first stays selected while the shelf fills.
        let moved = shelf.selected > 0;
        let taken = model.select_when_read.take_if(|_| whole);
        shelf.follow(taken.as_deref().or(id.as_deref().filter(|_| moved)), desk);
    }
}

/// Carries a command out: here what concerns the program or a brief whatever screen shows it, else by the screen on top.
fn carry_out(model: &mut Model, ask: Ask) -> Vec<Effect> {
    use Command as C;
    if let Some(effects) = unsaved::carry_out(model, ask.command) {
        return effects;
    }
    match ask.command {
        C::Star | C::DoneNext | C::Tag | C::Note if study::is_unreadable(model) => {
            study::say_nothing_selected(model);
            Vec::new()
        }
        C::Cancel | C::Interrupt if model.relating.take().is_some() => {
            model.say("The other briefs are looked through no longer.");
            vec![Effect::StopRelating]
        }
        C::Quit | C::Interrupt => quit(model, 0),
        C::Suspend => vec![Effect::Suspend { by_key: true }],
        C::Redraw => vec![Effect::Redraw],
        C::Compare => compare(model),
        C::Reload => reload(model),
        C::Trash => study::trash(model),
        C::Related => relating::relate(model),
        C::FindNext | C::FindPrevious => trail::find_again(model, ask),
        C::CopyClaimCited | C::CopyClaim | C::CopyPassage | C::CopyReference => going_out::copy(model, ask.command),
        C::OpenSource => going_out::open_source(model),
        C::Edit => going_out::edit(model),
        C::Star => study::star(model),
        C::DoneNext => done_and_next(model),
        C::Undo => study::undo(model, true, ask.times()),
        C::Redo => study::undo(model, false, ask.times()),
        _ if begins_typing(model, ask.command) || changes_screen(model, ask) || changes_look(model, ask) => Vec::new(),
        _ => ask_screen(model, ask),
    }
}

/// Opens what is typed into, for a command that has something typed; whether it is one.
fn begins_typing(model: &mut Model, command: Command) -> bool {
    let asking = match command {
        Command::Find => Asking::Find,
        Command::Add => Asking::Add,
        Command::Filter => Asking::Filter,
        Command::Palette => Asking::Palette,
        Command::Tag => Asking::Tag,
        Command::Attach => {
            attaching::ask(model);
            return true;
        }
        Command::Note if matches!(model.top(), Some(Screen::Shelf(_))) => {
            if let Some(id) = study::current(model) {
                study::write(model, Writing::new(&id, Target::Brief, "the brief".to_owned()));
            }
            return true;
        }
        _ => return false,
    };
    prompt::open(model, asking);
    true
}

/// Goes to another screen, or back to one, for a command that does; whether it is one.
fn changes_screen(model: &mut Model, ask: Ask) -> bool {
    match ask.command {
        Command::JumpBack | Command::JumpForward => {
            let back = ask.command == Command::JumpBack;
            if !(0..ask.times()).all(|_| model.travel(back)) {
                model.say(if back { "No jump before this one." } else { "No jump after this one." });
            }
        }
        Command::Help => {
            if let Some(screen) = model.top().map(Screen::scope).filter(|&scope| scope != Scope::Help) {
                model.screens.push(Screen::Help(Help::of(screen)));
            }
        }
        Command::GoShelf => {
            let before = model.screens.clone();
            model.go_to_shelf();
            if before.len() != model.screens.len() {
                model.remember(before);
            }
        }
        Command::Messages => open(model, Screen::Messages(Messages::of(&model.said, model.clock))),
        Command::GoNotes => open(model, Screen::Pick(study::notes(model))),
        Command::Contents => match study::contents(model) {
            Some(pick) if !pick.items.is_empty() => open(model, Screen::Pick(pick)),
            Some(_) => model.say("This article has no headings."),
            None => model.say("The article is not here."),
        },
        _ => return false,
    }
    true
}

/// Shows the same in another way, or more or less of it, for a command that does; whether it is one.
fn changes_look(model: &mut Model, ask: Ask) -> bool {
    match ask.command {
        Command::Sort => {
            let (by, selected) = (model.desk.sorted.next(), study::current(model));
            model.desk.sort(by);
            if let Some(Screen::Shelf(shelf)) = model.screens.last_mut() {
                shelf.follow(selected.as_deref(), &model.desk);
            }
            model.say(format!("Sorted by {}.", by.name()));
        }
        Command::Cancel
            if model.desk.filter.is_some() && matches!(model.top(), Some(Screen::Shelf(s)) if s.is_at_rest()) =>
        {
            let selected = study::current(model);
            prompt::narrow(model, "", selected.as_deref());
        }
        // What was begun last is cancelled first.
        Command::Cancel if model.find.is_some() && model.top().map(Screen::scope) != Some(Scope::Selecting) => {
            (model.find, model.trail) = (None, None);
        }
        Command::Wider | Command::Narrower => {
            let step = u16::try_from(4 * ask.times()).unwrap_or(4);
            let wider = ask.command == Command::Wider;
            let measure = if wider { model.measure + step } else { model.measure.saturating_sub(step) };
            model.measure = measure.clamp(MEASURES.0, MEASURES.1);
            model.say(format!("At most {} columns.", model.measure));
        }
        Command::Zen => {
            model.zen = !model.zen;
            if model.zen {
                model.say("Nothing but the text; z shows everything again.");
            }
        }
        _ => return false,
    }
    true
}

/// Opens a screen on top, from which one can come back.
fn open(model: &mut Model, screen: Screen) {
    let before = model.screens.clone();
    model.screens.push(screen);
    model.remember(before);
}

/// Ends the program, once everything is kept.
fn quit(model: &mut Model, code: u8) -> Vec<Effect> {
    let mut effects = model.writing.take().map(|writing| study::keep(model, writing)).unwrap_or_default();
    model.place = study::place(model).or(model.place.take());
    effects.extend(study::keep_place(model));
    effects.push(Effect::Quit(code));
    effects
}

/// `d`: done with this brief; the next one.
fn done_and_next(model: &mut Model) -> Vec<Effect> {
    let mut effects = study::done(model);
    let next = Ask { command: Command::NextBrief, count: None };
    match model.top() {
        Some(Screen::Shelf(_)) => effects.extend(ask_screen(model, Ask { command: Command::Down, count: None })),
        Some(Screen::Reader(_) | Screen::Article(_)) => effects.extend(ask_screen(model, next)),
        _ => {}
    }
    effects
}

/// A note comes back from an editor outside.
fn on_written(model: &mut Model, text: Result<String, String>) {
    match (text, model.writing.as_mut()) {
        (Ok(text), Some(writing)) => writing.edit = Edit::page(text.trim_end()),
        (Ok(_), None) => {}
        (Err(why), _) => model.warn(why),
    }
}

/// Hands a command to the screen on top, and does what it wants.
fn ask_screen(model: &mut Model, ask: Ask) -> Vec<Effect> {
    let before = model.screens.clone();
    let follows = trail::enters(model);
    let Some((screen, stage)) = model.top_on_stage() else { return Vec::new() };
    screen.prepare(stage);
    match screen.ask(ask, stage) {
        Step::Done => {}
        Step::Jumped => model.remember(before),
        Step::Open(screen) => {
            arrive(model, *screen);
            model.remember(before);
            if follows {
                trail::follow(model, false);
            }
        }
        Step::OpenSaying(screen, text) => {
            arrive(model, *screen);
            model.remember(before);
            model.say(text);
        }
        Step::Replace(screen) => {
            model.screens.pop();
            model.screens.push(*screen);
            model.remember(before);
        }
        Step::Say(text) => model.say(text),
        Step::DoIn(id, what, act) => return vec![Effect::Do(Deed { id, what, act }, Why::Asked)],
        Step::Do(what, act) => return study::deed(model, what, act),
        Step::Write(writing) => study::write(model, *writing),
        Step::Copy(what, text) => return vec![Effect::Copy(what, text)],
        Step::Leave => return leave(model, ask.command),
        Step::Unknown if matches!(ask.command, Command::Leave | Command::Cancel) => return leave(model, ask.command),
        Step::Unknown => {
            let title = ask.command.row().map_or("This", |row| row.title);
            model.say(format!("‘{title}’ does nothing here; ? shows the keys"));
        }
    }
    Vec::new()
}

/// Puts a screen on top. Between a brief and its article one goes to and fro: the one that lies directly beneath the other
/// comes back, and turns to what is asked for.
fn arrive(model: &mut Model, screen: Screen) {
    let returns = match model.screens.as_slice() {
        [.., beneath, top] => beneath.is_other_side_of(top) && screen.is_other_side_of(top),
        _ => false,
    };
    if !returns {
        model.screens.push(screen);
        return;
    }
    model.screens.pop();
    if let Some((beneath, stage)) = model.top_on_stage() {
        beneath.lay(stage);
        beneath.turn_to(screen, stage);
    }
}

/// Back to the screen before; `q` quits on the first, `esc` stays.
fn leave(model: &mut Model, command: Command) -> Vec<Effect> {
    if model.screens.len() > 1 {
        model.screens.pop();
    } else if command == Command::Leave {
        return quit(model, 0);
    } else if model.first_of_two.take().is_some() {
        model.say("Nothing is chosen for comparing any more.");
    }
    Vec::new()
}

/// `c`: compares the two selected; else chooses this brief, and compares with it when pressed on another.
fn compare(model: &mut Model) -> Vec<Effect> {
    let here = match model.top() {
        Some(Screen::Shelf(shelf)) => match shelf.picked.as_slice() {
            [a, b] => Some((a.clone(), Some(b.clone()))),
            [_, _, _, ..] => {
                model.say("More than two are selected; compare takes two. esc lets them all go.");
                return Vec::new();
            }
            one => {
                let entry = model.desk.at(shelf.selected).filter(|entry| entry.card().is_some());
                let id = entry.map(|entry| entry.stem().to_owned());
                let other = one.first().filter(|picked| Some(*picked) != id.as_ref()).cloned();
                id.map(|id| if let Some(other) = other { (other, Some(id)) } else { (id, None) })
            }
        },
        Some(screen) => screen.wants(&model.desk).into_iter().next().map(|id| (id, None)),
        None => None,
    };
    let Some((a, b)) = here else {
        study::say_nothing_selected(model);
        return Vec::new();
    };
    let pair = match (b, model.first_of_two.take()) {
        (Some(b), _) => Some((a, b)),
        (None, Some(first)) if first != a => Some((first, a)),
        (None, Some(_)) => {
            model.say("This is the same brief; press c on another one.");
            model.first_of_two = Some(a);
            None
        }
        (None, None) => {
            model.say("Chosen for comparing. Press c on the other brief.");
            model.first_of_two = Some(a);
            None
        }
    };
    if let Some((a, b)) = pair {
        let before = model.screens.clone();
        if let Some(Screen::Shelf(shelf)) = model.screens.last_mut() {
            shelf.picked.clear();
        }
        model.screens.push(Screen::Compare(Compare::of(&a, &b)));
        model.remember(before);
    }
    Vec::new()
}

/// `R`.
fn reload(model: &mut Model) -> Vec<Effect> {
    model.say("Reading the library again.");
    refresh(model)
}

/// Reads the folder again; what is open is read again too.
fn refresh(model: &mut Model) -> Vec<Effect> {
    model.generation = Generation(model.generation.0 + 1);
    model.reading = true;
    model.desk.forget();
    vec![Effect::Refresh(model.generation)]
}
