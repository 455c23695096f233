//! What a key, the mouse and pasted text mean where the reader is: counts, beginnings of sequences, letters of bookmarks,
//! and whom they go to. Refuses to carry out commands.

use super::{carry_out, prompt, study};
use crate::tui::command::{Command, Scope};
use crate::tui::effect::Effect;
use crate::tui::input::{Input, Mouse};
use crate::tui::key::{Code, Key, spelled};
use crate::tui::keymap::Meaning;
use crate::tui::model::{Model, Pending};
use crate::tui::msg::Msg;
use crate::tui::screen::pick::Picked;
use crate::tui::screen::{Ask, Screen};

/// The largest number that can be typed before a command.
const LARGEST_COUNT: usize = 99_999;
/// Lines that one turn of the wheel scrolls.
const WHEEL: isize = 3;

/// Passes over what is typed faster than it can be carried out, as a terminal does whose buffer is full; never what
/// ends the program, and nothing that is not typed. Says so, and whether the message is done with.
pub fn pass_over(model: &mut Model, msg: &Msg) -> bool {
    let Msg::Input(input) = msg else { return false };
    // What is typed as text is never passed over.
    if model.prompt.is_some() || model.writing.is_some() || matches!(model.top(), Some(Screen::Pick(_))) {
        return false;
    }
    model.pending = Pending::default();
    let scope = model.top().map_or(Scope::Everywhere, Screen::scope);
    let ends = |key: &Key| {
        let meaning = model.keymap.meaning(scope, std::slice::from_ref(key));
        matches!(meaning, Meaning::Command(Command::Quit | Command::Interrupt))
    };
    match input {
        Input::Key(key) if ends(key) => return false,
        Input::Background(..) => return false,
        Input::Key(_) | Input::Paste(_) | Input::Mouse(..) => {}
    }
    model.warn("Keys came faster than they could be carried out; some were passed over.");
    true
}

/// A press selects, a press on what is selected opens it; the wheel scrolls what is under the pointer.
pub(super) fn on_mouse(model: &mut Model, mouse: Mouse, at: (u16, u16)) -> Vec<Effect> {
    if model.prompt.is_some() || model.writing.is_some() {
        return Vec::new();
    }
    model.notice = None;
    let Some((screen, stage)) = model.top_on_stage() else { return Vec::new() };
    screen.lay(stage);
    let opens = match mouse {
        Mouse::WheelUp => screen.wheel(at, -WHEEL, stage),
        Mouse::WheelDown => screen.wheel(at, WHEEL, stage),
        Mouse::Press => screen.press(at, stage),
    };
    if opens { carry_out(model, Ask { command: Command::Enter, count: None }) } else { Vec::new() }
}

/// A key goes to what is open above the screen, else becomes a command.
pub(super) fn on_key(model: &mut Model, key: Key) -> Vec<Effect> {
    model.notice = None;
    model.keeping.iter_mut().for_each(|keeping| keeping.typed_on = true);
    if model.prompt.is_some() {
        return prompt::on_key(model, key);
    }
    if model.writing.is_some() {
        return study::on_writing_key(model, key);
    }
    if let Some(Screen::Pick(pick)) = model.screens.last_mut() {
        match pick.key(key, &model.keymap) {
            Picked::Nothing => {}
            Picked::Left => {
                model.screens.pop();
            }
            Picked::Goal(goal) => {
                model.screens.pop();
                return study::go_to(model, goal);
            }
        }
        return Vec::new();
    }
    if let Some(command) = model.pending.command.take() {
        return lettered(model, command, key);
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
            if matches!(command, Command::SetBookmark | Command::GoBookmark) {
                model.pending.command = Some(command);
                return Vec::new();
            }
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

/// A command that waited for a letter has got a key.
fn lettered(model: &mut Model, command: Command, key: Key) -> Vec<Effect> {
    match key.typed().filter(char::is_ascii_lowercase) {
        Some(letter) if command == Command::SetBookmark => return study::set_bookmark(model, letter),
        Some(letter) => study::go_to_bookmark(model, letter),
        None if key == Key::plain(Code::Esc) => {}
        None => model.say("A bookmark is a letter from a to z."),
    }
    Vec::new()
}

/// What is pasted goes to what is being typed.
pub(super) fn on_paste(model: &mut Model, text: &str) {
    match (model.writing.as_mut(), model.screens.last_mut()) {
        _ if model.prompt.is_some() => prompt::on_paste(model, text),
        (Some(writing), _) => writing.edit.paste(text),
        (None, Some(Screen::Pick(pick))) => pick.paste(text),
        _ => {}
    }
}
