//! Everything the program knows while it runs. Plain data: changed by `update` alone, read by `view`.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use crate::brief::study::Place;
use crate::tui::command::Command;
use crate::tui::deed::History;
use crate::tui::document::{Desk, UNSAVED};
use crate::tui::find::{Find, Trail};
use crate::tui::input::Input;
use crate::tui::key::Key;
use crate::tui::keymap::Keymap;
use crate::tui::layout::MEASURE;
use crate::tui::msg::Generation;
use crate::tui::prompt::Prompt;
use crate::tui::screen::{Reader, Reading, Screen, Shelf, Shown, Stage};
use crate::tui::theme::Theme;
use crate::tui::writing::{Keeping, Writing};

/// Jumps that are remembered.
const JUMPS: usize = 100;
/// Messages that are remembered.
const SAID: usize = 500;
/// The most columns and rows that are drawn.
const LARGEST: (u16, u16) = (1000, 500);

/// Keys typed that are no command yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    /// The number typed.
    pub count: Option<usize>,
    /// The beginning of a sequence.
    pub keys: Vec<Key>,
    /// The command that waits for a letter.
    pub command: Option<Command>,
}

/// A line for the reader's eye, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub text: String,
    /// Whether something went wrong.
    pub bad: bool,
    /// When it was said, counted as [`Model::clock`] is.
    pub at: Duration,
}

/// The state of the program.
#[derive(Clone, Debug)]
pub struct Model {
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// How it looks.
    pub theme: Theme,
    /// The most cells that text may fill.
    pub measure: u16,
    /// The bindings.
    pub keymap: Keymap,
    /// The catalogue and the open briefs.
    pub desk: Desk,
    /// The screens, the one on top last; never empty.
    pub screens: Vec<Screen>,
    /// What is typed and not yet done.
    pub pending: Pending,
    /// How long the program has been running, as of the latest message; the loop says it.
    pub clock: Duration,
    /// What is said.
    pub notice: Option<Notice>,
    /// What was said, the latest last.
    pub said: Vec<Notice>,
    /// The line being typed.
    pub prompt: Option<Prompt>,
    /// The note being written.
    pub writing: Option<Writing>,
    /// The notes that are being saved.
    pub keeping: Vec<Keeping>,
    /// What can be taken back.
    pub history: History,
    /// How many deeds that were asked for are not answered yet.
    pub unanswered: usize,
    /// The brief that was changed here last, until it is read again.
    pub read_again: Option<String>,
    /// What was typed ahead of a save on which it builds.
    pub held: VecDeque<Input>,
    /// Where the reader is in a brief, to be kept when it is left.
    pub place: Option<(String, Place)>,
    /// What was told once and need not be told again.
    pub told: BTreeSet<String>,
    /// Whether nothing but the text is shown.
    pub zen: bool,
    /// The brief that is selected once the library was read again.
    pub select_when_read: Option<String>,
    /// The brief and line of what an editor left to be mended.
    pub to_mend: Option<(String, usize)>,
    /// The search that is on.
    pub find: Option<Find>,
    /// The search of the shelf that is followed through its briefs.
    pub trail: Option<Trail>,
    /// How often each command was taken from the palette.
    pub taken: BTreeMap<Command, usize>,
    /// What was looked for, the latest last.
    pub looked_for: Vec<String>,
    /// What was taken in, or was to be, as it was typed, the latest last.
    pub added: Vec<String>,
    /// The brief that `c` was pressed on, to be compared with the next.
    pub first_of_two: Option<String>,
    /// The claim for which what is near is being looked for: its brief, and its index.
    pub relating: Option<(String, usize)>,
    /// The reading of the library whose answers are awaited.
    pub generation: Generation,
    /// What was on the screen when its files were looked at last, and when that was.
    pub looked: Option<(Shown, Duration)>,
    /// Whether the library's folder is being read.
    pub reading: bool,
    past: Vec<Vec<Screen>>,
    future: Vec<Vec<Screen>>,
}

impl Model {
    /// The program before anything has happened, with `first` as its first screen.
    pub fn new(size: (u16, u16), theme: Theme, name: String, first: Screen) -> Self {
        Self {
            size: clamped(size),
            theme,
            measure: MEASURE,
            keymap: Keymap::default(),
            desk: Desk::named(name),
            screens: vec![first],
            pending: Pending::default(),
            clock: Duration::ZERO,
            notice: None,
            said: Vec::new(),
            prompt: None,
            writing: None,
            keeping: Vec::new(),
            history: History::default(),
            unanswered: 0,
            read_again: None,
            held: VecDeque::new(),
            place: None,
            told: BTreeSet::new(),
            zen: false,
            to_mend: None,
            select_when_read: None,
            find: None,
            trail: None,
            taken: BTreeMap::new(),
            looked_for: Vec::new(),
            added: Vec::new(),
            first_of_two: None,
            relating: None,
            looked: None,
            generation: Generation::default(),
            reading: true,
            past: Vec::new(),
            future: Vec::new(),
        }
    }

    /// The screen on top.
    pub fn top(&self) -> Option<&Screen> {
        self.screens.last()
    }

    /// Takes note that the draft of that article is open, and that it is not saved.
    pub fn open_unsaved(&mut self, article: String) {
        self.desk.unsaved = Some(article);
        self.say("This draft is not saved: A adds it to the library, q drops it.");
    }

    /// Whether the brief on the screen is a draft that is not saved.
    pub fn is_unsaved(&self) -> bool {
        matches!(self.top(), Some(Screen::Reader(Reader { id, .. }) | Screen::Article(Reading { id, .. })) if id == UNSAVED)
    }

    /// The screen on top, to be changed, and the stage it stands on.
    pub fn top_on_stage(&mut self) -> Option<(&mut Screen, Stage<'_>)> {
        let stage = Stage { size: self.size, measure: self.measure, desk: &self.desk, theme: self.theme };
        self.screens.last_mut().map(|screen| (screen, stage))
    }

    /// The terminal has another size.
    pub fn resize(&mut self, size: (u16, u16)) {
        self.size = clamped(size);
    }

    /// Says something until the next key.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notify(Notice { text: text.into(), bad: false, at: self.clock });
    }

    /// Says that something went wrong, until the next key.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.notify(Notice { text: text.into(), bad: true, at: self.clock });
    }

    /// Says that several things went wrong, all of them until the next key.
    pub fn warn_of_all(&mut self, faults: Vec<String>) {
        let text = faults.join(" \u{b7} ");
        for fault in faults {
            self.warn(fault);
        }
        if let Some(notice) = &mut self.notice {
            notice.text = if text.is_empty() { std::mem::take(&mut notice.text) } else { text };
        }
    }

    /// Says something in a few words until the next key; the messages keep it whole.
    pub fn say_in_short(&mut self, short: String, whole: String) {
        self.say(whole);
        self.notice = Some(Notice { text: short, bad: false, at: self.clock });
    }

    fn notify(&mut self, notice: Notice) {
        if self.said.len() >= SAID {
            self.said.remove(0);
        }
        self.said.push(notice.clone());
        self.notice = Some(notice);
    }

    /// Remembers where the reader was before a jump.
    pub fn remember(&mut self, screens: Vec<Screen>) {
        self.future.clear();
        self.past.push(screens);
        if self.past.len() > JUMPS {
            self.past.remove(0);
        }
    }

    /// Goes back in the jumps, or forward again; false at their end.
    pub fn travel(&mut self, back: bool) -> bool {
        let (from, to) = if back { (&mut self.past, &mut self.future) } else { (&mut self.future, &mut self.past) };
        let Some(there) = from.pop() else { return false };
        to.push(std::mem::replace(&mut self.screens, there));
        true
    }

    /// Goes to the shelf: the one at the bottom, or a new one on top when the program was opened with something else.
    pub fn go_to_shelf(&mut self) {
        if matches!(self.screens.first(), Some(Screen::Shelf(_))) {
            self.screens.truncate(1);
        } else {
            let id = self.screens.last().and_then(|screen| screen.wants(&self.desk).into_iter().next());
            self.screens.push(Screen::Shelf(Shelf::at(&id.unwrap_or_default(), &self.desk)));
        }
    }
}

fn clamped(size: (u16, u16)) -> (u16, u16) {
    (size.0.min(LARGEST.0), size.1.min(LARGEST.1))
}
