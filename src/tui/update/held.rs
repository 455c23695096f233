//! What is typed ahead of a save: what builds on it waits until it is done and read again, so that it means what it would
//! have meant typed later. Refuses to hold what asks nothing of the save, and what stops the program.

use crate::tui::command::{Command, Scope};
use crate::tui::deed::Why;
use crate::tui::effect::Effect;
use crate::tui::input::Input;
use crate::tui::key::{Code, Key};
use crate::tui::keymap::Meaning;
use crate::tui::model::Model;
use crate::tui::msg::Msg;
use crate::tui::screen::Screen;

/// The most that is held; who types on then has long left the keys to themselves.
const MOST: usize = 4096;

/// Whether a message is kept for later.
pub(super) fn holds(model: &mut Model, msg: &Msg) -> bool {
    let Msg::Input(input) = msg else { return false };
    let waits = match input {
        Input::Background(..) => false,
        Input::Key(key) if is_stop(*key) => {
            let any = !model.held.is_empty();
            model.held.clear();
            if any {
                model.say("What was typed ahead was dropped.");
            }
            any
        }
        _ if !model.held.is_empty() => true,
        input => waits(model, input),
    };
    if waits && !matches!(input, Input::Key(key) if is_stop(*key)) && model.held.len() < MOST {
        model.held.push_back(input.clone());
    }
    waits
}

/// What was held and need not wait any longer.
pub(super) fn next(model: &mut Model) -> Option<Input> {
    let first = model.held.front()?;
    if waits(model, first) { None } else { model.held.pop_front() }
}

/// Counts what is asked for and not answered.
pub(super) fn count(model: &mut Model, effects: &[Effect]) {
    let asked = |effect: &&Effect| matches!(effect, Effect::Do(_, why) if *why != Why::Quiet);
    model.unanswered += effects.iter().filter(asked).count();
}

fn is_stop(key: Key) -> bool {
    "C-c".parse() == Ok(key)
}

/// Whether what is typed can only be understood once what was asked for is done.
fn waits(model: &Model, input: &Input) -> bool {
    if is_read_again(model) {
        return true;
    }
    match input {
        Input::Key(key) => model.unanswered > 0 && command(model, *key).is_some_and(builds_on_saves),
        _ => false,
    }
}

/// Whether the brief on the screen is being read again, since it was changed here.
fn is_read_again(model: &Model) -> bool {
    let Some(id) = &model.read_again else { return false };
    matches!(model.top(), Some(Screen::Reader(_) | Screen::Article(_)))
        && super::study::current(model).as_ref() == Some(id)
        && model.desk.ready(id).is_none()
        && model.desk.failed(id).is_none()
}

/// The command that a key completes where the reader is.
fn command(model: &Model, key: Key) -> Option<Command> {
    let typed = model.prompt.is_some() || model.writing.is_some() || model.pending.command.is_some();
    if typed || matches!(model.top(), Some(Screen::Pick(_))) || key == Key::plain(Code::Esc) {
        return None;
    }
    let mut keys = model.pending.keys.clone();
    keys.push(key);
    match model.keymap.meaning(model.top().map_or(Scope::Everywhere, Screen::scope), &keys) {
        Meaning::Command(command) => Some(command),
        Meaning::Beginning | Meaning::Nothing => None,
    }
}

/// Whether a command changes what an earlier one may have changed, or says of it whether it was.
const fn builds_on_saves(command: Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::Note | C::Star | C::DoneNext | C::Tag | C::Undo | C::Redo | C::Accept | C::Drop | C::Reviewed | C::Trash
    ) || matches!(
        command,
        C::Highlight
            | C::NewClaim
            | C::ReAnchor
            | C::CorrectAgree
            | C::CorrectDiffer
            | C::CorrectRelated
            | C::CorrectNone
            | C::CorrectBack
    )
}
