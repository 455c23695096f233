//! What each message does to the model. Pure: no files, clock, threads or terminal; what is to be done outside is
//! returned as effects.

mod prompt;

use crate::library::Entry;
use crate::tui::command::{Command, Scope};
use crate::tui::effect::Effect;
use crate::tui::find::Find;
use crate::tui::input::{Input, Mouse};
use crate::tui::key::{Code, Key, spelled};
use crate::tui::keymap::Meaning;
use crate::tui::model::{Model, Pending};
use crate::tui::msg::{Generation, Msg};
use crate::tui::prompt::Asking;
use crate::tui::screen::{Ask, Compare, Help, Messages, Screen, Step};
use crate::tui::theme::Ground;

/// The largest number that can be typed before a command.
const LARGEST_COUNT: usize = 99_999;
/// Lines that one turn of the wheel scrolls.
const WHEEL: usize = 3;

/// Takes in a message.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Input(Input::Key(key)) => return on_key(model, key),
        Msg::Input(Input::Paste(text)) => prompt::on_paste(model, &text),
        Msg::Input(Input::Mouse(mouse, _, _)) => return on_mouse(model, mouse),
        Msg::Input(Input::Background(red, green, blue)) => model.theme.ground = Ground::of(red, green, blue),
        Msg::Resize(columns, rows) => model.resize((columns, rows)),
        Msg::Stop(signal) => return vec![Effect::Quit(u8::try_from(128 + signal).unwrap_or(2))],
        Msg::Suspend => return vec![Effect::Suspend],
        Msg::Continued => return vec![Effect::Resume],
        Msg::Gone => return vec![Effect::Quit(0)],
        Msg::Catalogue(generation, entries, whole) => on_catalogue(model, generation, entries, whole),
        Msg::Unreadable(generation, why) if generation == model.generation => {
            model.reading = false;
            model.desk.complete = true;
            model.warn(why);
        }
        Msg::Loaded(generation, id, document) if generation == model.generation => {
            model.desk.put(&id, document.map(|document| *document));
        }
        Msg::Unreadable(..) | Msg::Loaded(..) => {}
    }
    Vec::new()
}

/// What the screen on top still needs, after all that happened: its text set, its briefs read.
pub fn settle(model: &mut Model) -> Vec<Effect> {
    let wanted = model.top().map(|screen| screen.wants(&model.desk)).unwrap_or_default();
    let generation = model.generation;
    let mut effects = Vec::new();
    for id in wanted {
        if model.desk.ask(&id) {
            effects.push(Effect::Load(generation, id));
        }
    }
    let mut find = model.find.take();
    if let Some((screen, stage)) = model.top_on_stage() {
        screen.lay(stage);
        if let Some(find) = &mut find {
            find.search(screen, stage.desk);
        }
    }
    model.find = find;
    effects
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
        shelf.follow(id.as_deref().filter(|_| moved), desk);
    }
}

fn on_mouse(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    let command = match mouse {
        Mouse::WheelUp => Command::Up,
        Mouse::WheelDown => Command::Down,
        Mouse::Press => return Vec::new(),
    };
    carry_out(model, Ask { command, count: Some(WHEEL) })
}

fn on_key(model: &mut Model, key: Key) -> Vec<Effect> {
    model.notice = None;
    if model.prompt.is_some() {
        return prompt::on_key(model, key);
    }
    if let Some(digit) = digit(&model.pending, key) {
        let count = model.pending.count.unwrap_or(0) * 10 + digit;
        model.pending.count = Some(count.min(LARGEST_COUNT));
        return Vec::new();
    }
    let begun = !model.pending.keys.is_empty() || model.pending.count.is_some();
    if begun && key == Key::plain(Code::Esc) {
        model.pending = Pending::default();
        return Vec::new();
    }
    model.pending.keys.push(key);
    let scope = model.top().map_or(Scope::Everywhere, Screen::scope);
    match model.keymap.meaning(scope, &model.pending.keys) {
        Meaning::Beginning => Vec::new(),
        Meaning::Command(command) => {
            let count = std::mem::take(&mut model.pending).count;
            carry_out(model, Ask { command, count })
        }
        Meaning::Nothing => {
            let keys = std::mem::take(&mut model.pending).keys;
            model.say(format!("{} does nothing here; ? shows the keys", spelled(&keys)));
            Vec::new()
        }
    }
}

/// The digit a key types, where digits count.
fn digit(pending: &Pending, key: Key) -> Option<usize> {
    let digit = key.typed()?.to_digit(10)?;
    let counts = pending.keys.is_empty() && (digit > 0 || pending.count.is_some());
    counts.then_some(digit as usize)
}

fn carry_out(model: &mut Model, ask: Ask) -> Vec<Effect> {
    match ask.command {
        Command::Quit | Command::Interrupt => return vec![Effect::Quit(0)],
        Command::Suspend => return vec![Effect::Suspend],
        Command::Redraw => return vec![Effect::Redraw],
        Command::JumpBack | Command::JumpForward => {
            let back = ask.command == Command::JumpBack;
            if !(0..ask.times()).all(|_| model.travel(back)) {
                model.say(if back { "No jump before this one." } else { "No jump after this one." });
            }
            return Vec::new();
        }
        Command::Help => {
            if let Some(screen) = model.top().map(Screen::scope).filter(|&scope| scope != Scope::Help) {
                model.screens.push(Screen::Help(Help::of(screen)));
            }
            return Vec::new();
        }
        Command::GoShelf => {
            let before = model.screens.clone();
            model.go_to_shelf();
            if before.len() != model.screens.len() {
                model.remember(before);
            }
            return Vec::new();
        }
        Command::Compare => return compare(model),
        Command::Sort => {
            let by = model.desk.sorted.next();
            model.desk.sort(by);
            model.say(format!("Sorted by {}.", by.name()));
            return Vec::new();
        }
        Command::Reload => return reload(model),
        Command::Find => {
            prompt::open(model, Asking::Find);
            return Vec::new();
        }
        Command::Palette => {
            prompt::open(model, Asking::Palette);
            return Vec::new();
        }
        Command::FindNext | Command::FindPrevious => return find_again(model, ask),
        Command::Cancel if model.find.is_some() => {
            model.find = None;
            return Vec::new();
        }
        Command::Messages => {
            let before = model.screens.clone();
            model.screens.push(Screen::Messages(Messages::of(&model.said)));
            model.remember(before);
            return Vec::new();
        }
        _ => {}
    }
    ask_screen(model, ask)
}

/// `n`, `N`: the next match of what was looked for last.
fn find_again(model: &mut Model, ask: Ask) -> Vec<Effect> {
    let Some(last) = model.looked_for.last().cloned() else {
        model.say("Nothing was looked for yet; / finds.");
        return Vec::new();
    };
    model.find.get_or_insert_with(|| Find::new(&last));
    let times = isize::try_from(ask.times()).unwrap_or(1);
    prompt::step(model, if ask.command == Command::FindNext { times } else { -times });
    if model.find.as_ref().is_some_and(|find| find.hits.is_empty()) {
        model.say(format!("‘{last}’ is not on this screen."));
    }
    Vec::new()
}

/// Hands a command to the screen on top, and does what it wants.
fn ask_screen(model: &mut Model, ask: Ask) -> Vec<Effect> {
    let before = model.screens.clone();
    let Some((screen, stage)) = model.top_on_stage() else { return Vec::new() };
    screen.lay(stage);
    match screen.ask(ask, stage) {
        Step::Done => {}
        Step::Jumped => model.remember(before),
        Step::Open(screen) => {
            model.screens.push(*screen);
            model.remember(before);
        }
        Step::Replace(screen) => {
            model.screens.pop();
            model.screens.push(*screen);
            model.remember(before);
        }
        Step::Say(text) => model.say(text),
        Step::Leave => return leave(model, ask.command),
        Step::Unknown if matches!(ask.command, Command::Leave | Command::Cancel) => return leave(model, ask.command),
        Step::Unknown => {
            let title = ask.command.row().map_or("This", |row| row.title);
            model.say(format!("‘{title}’ does nothing here; ? shows the keys"));
        }
    }
    Vec::new()
}

/// Back to the screen before; `q` quits on the first, `esc` stays.
fn leave(model: &mut Model, command: Command) -> Vec<Effect> {
    if model.screens.len() > 1 {
        model.screens.pop();
    } else if command == Command::Leave {
        return vec![Effect::Quit(0)];
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
    let Some((a, b)) = here else { return Vec::new() };
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

/// Reads the folder again; what is open is read again too.
fn reload(model: &mut Model) -> Vec<Effect> {
    model.generation = Generation(model.generation.0 + 1);
    model.reading = true;
    model.desk.forget();
    model.say("Reading the library again.");
    vec![Effect::Refresh(model.generation)]
}
