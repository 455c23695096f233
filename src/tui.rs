//! The reader in the terminal: the loop that takes messages, lets `update` change the model, carries out effects and
//! draws once.
//!
//! - `input`, `key`, `command`, `keymap`: bytes to keys to commands, by one table.
//! - `msg`, `model`, `update`, `effect`: what happens, what is known, what changes, what is to be done outside.
//! - `document`, `sheet`, `pane`, `layout`: what is shown, set in a measure, how much of it, where.
//! - `screen`, `view`: the state of each screen, and its drawing. `theme`: every colour and sign.
//! - `worker`, `terminal`, `outside`: what is not the program: files, the terminal, clipboard, browser and editor.

pub mod command;
pub mod deed;
pub mod document;
pub mod edit;
mod editing;
pub mod effect;
pub mod find;
pub mod input;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod marked;
pub mod model;
pub mod msg;
pub mod outside;
pub mod pane;
pub mod path;
pub mod prompt;
pub mod screen;
pub mod seen;
pub mod select;
pub mod sheet;
mod terminal;
pub mod theme;
mod unkept;
pub mod update;
pub mod view;
pub mod worker;
pub mod writing;

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use ratatui::layout::Rect;

use crate::ingest::limits;
use crate::library::{Catalogue, Library};
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::msg::{Generation, HANGUP, Msg};
use crate::tui::screen::Screen;
use crate::tui::theme::Theme;
use crate::tui::worker::Worker;
use crate::tui::writing::Writing;

pub use terminal::{Modes, size};

/// How long the first frame waits for the shelf to be whole, so that a small library is not drawn twice.
const FIRST: Duration = Duration::from_millis(25);
/// How long messages are taken in before a frame is drawn between them.
const TURN: Duration = Duration::from_millis(100);

/// How long keys may come faster than they are carried out before those that wait are passed over.
const LAG: Duration = Duration::from_secs(1);

/// What the reader is opened with.
#[derive(Debug)]
pub struct Start {
    /// Where the briefs are.
    pub library: Library,
    /// What is known of them before they are looked at.
    pub catalogue: Catalogue,
    /// What the library is called on the screen.
    pub name: String,
    /// The first screen.
    pub first: Screen,
    /// Whether a command in a shell has to name the library, since it is not the one that is found by itself.
    pub elsewhere: bool,
    /// An article to be opened as a draft that is not saved; then the first screen shows [`document::UNSAVED`].
    pub unsaved: Option<PathBuf>,
    /// The folder for what is worth keeping but cannot lie in the library.
    pub state: Option<PathBuf>,
    /// How it looks.
    pub theme: Theme,
    /// Whether the ground is to be asked from the terminal.
    pub ask_ground: bool,
    /// What is asked of the terminal.
    pub modes: Modes,
    /// The most cells that text may fill.
    pub measure: u16,
    /// What is to be said on the first screen.
    pub news: Vec<String>,
}

/// How the reader was left.
#[derive(Debug, Default)]
pub struct Ended {
    /// The program's exit code.
    pub code: u8,
    /// What could not be kept on the way out, and why.
    pub unsaved: Vec<String>,
}

/// Runs the reader until it is left.
///
/// # Errors
/// When the terminal cannot be taken over, or cannot be written to though it is there.
pub fn run(start: Start) -> io::Result<Ended> {
    let (to, messages) = mpsc::channel();
    terminal::give_back_on_panic();
    let (modes, ask_ground) = (start.modes, start.ask_ground);
    // What the first frame shows is read while the terminal is taken over.
    let state = start.state.clone();
    let (model, worker) = begin(start, &to)?;
    terminal::listen_to_signals(to.clone())?;
    terminal::take(modes)?;
    if ask_ground {
        terminal::ask_background();
    }
    let ended = run_in(model, worker, modes, to, &messages);
    terminal::give_back();
    match ended {
        Err(e) if terminal::is_gone(&e) => Ok(Ended { code: HANGUP, ..Ended::default() }),
        ended => ended.map(|(code, refused)| {
            let unsaved = unkept::unkept(state.as_deref(), &refused, messages.try_iter());
            Ended { code, unsaved }
        }),
    }
}

/// What is known at the start, and whoever reads, who has begun to.
fn begin(start: Start, to: &Sender<Msg>) -> io::Result<(Model, Worker)> {
    let mut model = Model::new(terminal::size(), start.theme, start.name, start.first);
    model.measure = start.measure;
    model.desk.folder = start.library.root().to_owned();
    model.desk.elsewhere = start.elsewhere;
    model.warn_of_all(start.news);
    model.desk.set_entries(start.catalogue.entries().to_vec(), false);
    if let Some(article) = &start.unsaved {
        model.open_unsaved(article.to_string_lossy().into_owned());
    }
    let worker = Worker::start(start.library, start.catalogue, start.state.as_deref(), start.unsaved, to.clone())?;
    for id in model.top().map(|screen| screen.shows(&model.desk)).unwrap_or_default() {
        if model.desk.ask(&id) {
            worker.load(model.generation, id);
        }
    }
    Ok((model, worker))
}

/// Runs until the program is left; the exit code, and the notes that could not be saved.
fn run_in(
    model: Model,
    mut worker: Worker,
    modes: Modes,
    to: Sender<Msg>,
    messages: &Receiver<Msg>,
) -> io::Result<(u8, Vec<Writing>)> {
    // What is known is good enough to be shown: to look whether it is still so would keep the first frame waiting.
    let mut look_later = !model.desk.entries.is_empty();
    if !look_later {
        worker.refresh(Generation::default())?;
    }
    let ears = terminal::listen_to_input(to)?;
    let screen = terminal::screen(model.size)?;
    let mut running = Running {
        drawn: model.size,
        changed: true,
        away: false,
        began: Instant::now(),
        behind: None,
        leaving: None,
        later: Some(Vec::new()),
        model,
        worker,
        screen,
        ears,
        modes,
    };
    let mut ended = running.settle()?;
    let began = Instant::now();
    while ended.is_none() && began.elapsed() < FIRST && !running.is_filled() {
        let Ok(msg) = messages.recv_timeout(FIRST.saturating_sub(began.elapsed())) else { break };
        ended = running.take_in(msg, messages)?;
    }
    loop {
        if let Some(code) = ended {
            return Ok((code, running.model.history.refused().cloned().collect()));
        }
        running.draw()?;
        if running.later.is_some() {
            running.catch_up(std::mem::take(&mut look_later))?;
        }
        let Ok(msg) = messages.recv() else { return Ok((0, Vec::new())) };
        ended = running.take_in(msg, messages)?;
    }
}

/// The program while it runs.
struct Running {
    model: Model,
    worker: Worker,
    screen: terminal::Screen,
    ears: terminal::Ears,
    modes: Modes,
    /// The size for which the screen was drawn last.
    drawn: (u16, u16),
    /// Whether the terminal is the shell's for now.
    away: bool,
    /// What opens another program, until it is sure that no key follows.
    leaving: Option<Effect>,
    /// What waits until there is something on the screen; nothing once there is.
    later: Option<Vec<Effect>>,
    /// Whether anything happened since that may have changed what is to be seen.
    changed: bool,
    /// When it was started.
    began: Instant,
    /// Since when there have always been messages waiting.
    behind: Option<Instant>,
}

impl Drop for Running {
    /// Gives the terminal back before ratatui's own farewell, which would complain aloud of one that is gone.
    fn drop(&mut self) {
        terminal::give_back();
    }
}

impl Running {
    /// The briefs that the screen on top shows.
    fn shown(&self) -> Vec<String> {
        self.model.top().map(|screen| screen.shows(&self.model.desk)).unwrap_or_default()
    }

    /// Whether what the first screen shows has come.
    fn is_filled(&self) -> bool {
        let here = |id: &String| self.model.desk.ready(id).is_some() || self.model.desk.failed(id).is_some();
        (self.model.desk.complete || !self.model.desk.entries.is_empty()) && self.shown().iter().all(here)
    }

    /// Does what waited for the first frame, and looks through the library if that waited too.
    fn catch_up(&mut self, look: bool) -> io::Result<()> {
        let look = look.then_some(Effect::Refresh(self.model.generation));
        for effect in self.later.take().into_iter().flatten().chain(look) {
            // None of it ends the program.
            self.carry_out(effect)?;
        }
        self.worker.begin_audits();
        Ok(())
    }

    /// Whether an effect is nothing that the first frame needs, and has been put off.
    fn put_off(&mut self, effect: &Effect) -> bool {
        let needed = match effect {
            Effect::Load(_, id) => self.shown().contains(id),
            _ => true,
        };
        match &mut self.later {
            Some(later) if !needed => later.push(effect.clone()),
            _ => return false,
        }
        true
    }

    /// Takes in a message and all that wait behind it. Returns the exit code when the program is to end.
    fn take_in(&mut self, first: Msg, messages: &Receiver<Msg>) -> io::Result<Option<u8>> {
        let turn = Instant::now();
        let since = *self.behind.get_or_insert(turn);
        self.model.clock = turn.duration_since(self.began);
        let mut msg = first;
        loop {
            self.changed |= update::is_seen(&self.model, &msg);
            if since.elapsed() < LAG || !update::pass_over(&mut self.model, &msg) {
                // Keys that were typed on did not mean what would have taken the terminal or another window from them.
                if matches!(msg, Msg::Input(_)) && self.leaving.take().is_some() {
                    self.model.warn("Keys were typed on, so nothing was opened.");
                }
                for effect in update::update(&mut self.model, msg) {
                    if matches!(effect, Effect::Open(_) | Effect::EditBrief(..) | Effect::EditText(_)) {
                        self.leaving = Some(effect);
                    } else if let Some(code) = self.carry_out(effect)? {
                        return Ok(Some(code));
                    }
                }
            }
            if turn.elapsed() >= TURN {
                break;
            }
            match messages.try_recv() {
                Ok(next) => msg = next,
                Err(_) => {
                    self.behind = None;
                    break;
                }
            }
        }
        if let Some(effect) = self.leaving.take_if(|_| !terminal::has_input()) {
            self.carry_out(effect)?;
        }
        self.settle()
    }

    /// Lets the screen on top have what it needs.
    fn settle(&mut self) -> io::Result<Option<u8>> {
        for effect in update::settle(&mut self.model) {
            if let Some(code) = self.carry_out(effect)? {
                return Ok(Some(code));
            }
        }
        Ok(None)
    }

    fn carry_out(&mut self, effect: Effect) -> io::Result<Option<u8>> {
        if self.put_off(&effect) {
            return Ok(None);
        }
        match effect {
            Effect::Refresh(generation) => self.worker.refresh(generation)?,
            Effect::Load(generation, id) => self.worker.load(generation, id),
            Effect::Look(generation, id) => self.worker.look(generation, id),
            Effect::Do(deed, why) => self.worker.save(deed, why)?,
            Effect::Take(what) => self.worker.take(what)?,
            Effect::Attach(id, what) => self.worker.attach(id, what)?,
            Effect::Complete(typed) => self.worker.complete(typed)?,
            Effect::Search(query) => self.worker.search(query)?,
            Effect::Relate(id, claim) => self.worker.relate(id, claim)?,
            Effect::StopRelating => self.worker.stop_relating(),
            Effect::Copy(what, text) => {
                let copied = outside::copy_bytes(&text);
                terminal::send(&copied.bytes)?;
                let short = format!("{what}: {}", copied.sent());
                self.tell(Msg::Copied(format!("{short}; gm tells more"), format!("{short}{}", copied.doubt())))?;
            }
            Effect::Open(address) => {
                self.tell(Msg::Said(outside::open_url(&address).map_err(|e| e.to_string())))?;
            }
            Effect::EditBrief(id, at) => {
                let library = self.worker.library().clone();
                let edited = self.outside(|| editing::brief(&library, &id, at))?;
                self.tell(Msg::Edited(id, edited))?;
            }
            Effect::EditText(text) => {
                let written = self.outside(|| outside::edit_text(outside::NOTE, &text))?;
                self.tell(Msg::Written(written.map_err(|e| e.to_string())))?;
            }
            // Whoever sends a signal knows how to continue what it stops; a key does not.
            Effect::Suspend { by_key: true } if terminal::nobody_continues() => {
                self.model.warn("No shell is there to continue a stopped program, so it goes on.");
            }
            Effect::Suspend { .. } => {
                self.away = true;
                terminal::suspend()?;
            }
            Effect::Resume => {
                terminal::take_again(self.modes)?;
                self.away = false;
                self.forget_drawn();
            }
            Effect::Redraw => self.forget_drawn(),
            Effect::Quit(code) => {
                self.worker.finish();
                terminal::swallow_answer(&mut self.ears);
                return Ok(Some(code));
            }
        }
        Ok(None)
    }

    /// Lets another program have the terminal for as long as something takes.
    fn outside<T>(&mut self, something: impl FnOnce() -> T) -> io::Result<T> {
        self.ears.close();
        terminal::give_back();
        let done = something();
        terminal::take(self.modes)?;
        self.ears.open();
        self.forget_drawn();
        self.model.resize(terminal::size());
        Ok(done)
    }

    /// Tells the model what came of something that was done here, and does what that asks for.
    fn tell(&mut self, msg: Msg) -> io::Result<()> {
        for effect in update::update(&mut self.model, msg) {
            // What is done here never ends the program.
            self.carry_out(effect)?;
        }
        Ok(())
    }

    /// Makes the next frame draw every cell.
    fn forget_drawn(&mut self) {
        self.drawn = (0, 0);
    }

    fn draw(&mut self) -> io::Result<()> {
        if self.away || !std::mem::take(&mut self.changed) {
            return Ok(());
        }
        limits::panic_if_asked("frame");
        if self.drawn != self.model.size {
            self.drawn = self.model.size;
            self.screen.resize(Rect::new(0, 0, self.drawn.0, self.drawn.1))?;
        }
        let model = &self.model;
        terminal::draw(&mut self.screen, |frame| view::view(model, frame.buffer_mut()))
    }
}
