//! The screens: the state of each and what its commands do to it. Refuses to draw and to do anything outside itself:
//! what a screen wants is a [`Step`].

pub mod aligned;
pub mod article;
pub mod broken;
pub mod compare;
pub mod help;
pub mod messages;
mod mouse;
pub mod particulars;
pub mod passages;
pub mod pick;
pub mod reader;
pub mod shelf;
pub mod typeset;

use std::mem::{Discriminant, discriminant};
use std::rc::Rc;

use ratatui::layout::Rect;

use crate::brief::ClaimId;
use crate::brief::study::Study;
use crate::text::{Offset, Span};
use crate::tui::command::{Command, Scope};
use crate::tui::deed::Act;
use crate::tui::document::{Desk, Document};
use crate::tui::find::Hit;
use crate::tui::marked::{Mark, marks};
use crate::tui::pane::Pane;
use crate::tui::sheet::Line;
use crate::tui::theme::Theme;
use crate::tui::writing::Writing;

pub use article::Reading;
pub use compare::Compare;
pub use help::Help;
pub use messages::Messages;
pub use passages::Passages;
pub use pick::Pick;
pub use reader::Reader;
pub use shelf::Shelf;

/// What a screen needs to know of the stage it stands on.
#[derive(Clone, Copy, Debug)]
pub struct Stage<'a> {
    /// Columns and rows.
    pub size: (u16, u16),
    /// The most cells that text may fill.
    pub measure: u16,
    /// The catalogue and the open briefs.
    pub desk: &'a Desk,
    /// How it looks: which signs there are.
    pub theme: Theme,
}

impl Stage<'_> {
    /// What the reader added to a brief, found again.
    pub fn marks(&self, document: &Document) -> Rc<[Mark]> {
        self.desk.study(&document.id).map(|study| marks(document, study)).unwrap_or_default().into()
    }
}

/// What a screen wants after a command.
#[derive(Clone, Debug)]
pub enum Step {
    /// Nothing more.
    Done,
    /// Nothing more, and the reader's place changed so far that one may want to go back.
    Jumped,
    /// Another screen on top of it.
    Open(Box<Screen>),
    /// The same, and a message.
    OpenSaying(Box<Screen>, String),
    /// Another screen in its stead.
    Replace(Box<Screen>),
    /// To the screen before.
    Leave,
    /// A message.
    Say(String),
    /// Something done to the brief's files; what it is called, and what is done.
    Do(String, Act),
    /// Something done to another brief's files: its name, what that is called, and what is done.
    DoIn(String, String, Act),
    /// A note to be written.
    Write(Box<Writing>),
    /// Text to be copied; what it is called, and the text.
    Copy(&'static str, String),
    /// It has no such command.
    Unknown,
}

impl Step {
    /// Another screen on top, and a message where there is one.
    fn opening(screen: Screen, said: Option<String>) -> Self {
        match said {
            Some(said) => Self::OpenSaying(Box::new(screen), said),
            None => Self::Open(Box::new(screen)),
        }
    }
}

/// A command with the number that was typed before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What is to be done.
    pub command: Command,
    /// The number typed, if one was.
    pub count: Option<usize>,
}

impl Ask {
    /// How often it is to be done.
    pub fn times(self) -> usize {
        self.count.unwrap_or(1).max(1)
    }

    /// The move it makes in a list of `len`, from `at`, with `page` to a screen; `None` when it is no move.
    pub fn moved(self, at: usize, len: usize, page: usize) -> Option<usize> {
        let last = len.saturating_sub(1);
        let numbered = |otherwise: usize| self.count.map_or(otherwise, |n| n.saturating_sub(1));
        let far = |step: usize| step.max(1).saturating_mul(self.times());
        let to = match self.command {
            Command::Down => at.saturating_add(far(1)),
            Command::Up => at.saturating_sub(far(1)),
            Command::HalfDown => at.saturating_add(far(page / 2)),
            Command::HalfUp => at.saturating_sub(far(page / 2)),
            Command::PageDown | Command::Page => at.saturating_add(far(page.saturating_sub(1))),
            Command::PageUp => at.saturating_sub(far(page.saturating_sub(1))),
            Command::First => numbered(0),
            Command::Last => numbered(last),
            _ => return None,
        };
        Some(to.min(last))
    }

    /// Whether it goes to an end or a number, from where one may want to go back.
    pub const fn is_jump(self) -> bool {
        matches!(self.command, Command::First | Command::Last)
    }
}

/// A screen.
// A few of them exist at a time: a box would save nothing and be one more hop at every key.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug)]
pub enum Screen {
    /// The list of briefs.
    Shelf(Shelf),
    /// One brief.
    Reader(Reader),
    /// One article.
    Article(Reading),
    /// Two briefs.
    Compare(Compare),
    /// The passages of two claims.
    Passages(Passages),
    /// The keys.
    Help(Help),
    /// What was said.
    Messages(Messages),
    /// A list to pick from.
    Pick(Pick),
}

/// A screen, whatever is selected on it: its kind and the briefs it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown(Discriminant<Screen>, Vec<String>);

impl Screen {
    /// Where its commands stand in the table.
    pub const fn scope(&self) -> Scope {
        match self {
            Self::Shelf(_) => Scope::Shelf,
            Self::Reader(_) => Scope::Reader,
            Self::Article(reading) if reading.selection.is_some() => Scope::Selecting,
            Self::Article(_) => Scope::Article,
            Self::Compare(_) => Scope::Compare,
            Self::Passages(_) => Scope::Passages,
            Self::Help(_) | Self::Messages(_) => Scope::Help,
            Self::Pick(_) => Scope::List,
        }
    }

    /// What it is of, which stays while one moves about on it.
    pub fn shown(&self) -> Shown {
        let ids = match self {
            Self::Reader(reader) => vec![reader.id.clone()],
            Self::Article(reading) => vec![reading.id.clone()],
            Self::Compare(compare) => compare.ids.to_vec(),
            Self::Passages(passages) => passages.sides.iter().map(|side| side.id.clone()).collect(),
            Self::Shelf(_) | Self::Help(_) | Self::Messages(_) | Self::Pick(_) => Vec::new(),
        };
        Shown(discriminant(self), ids)
    }

    /// The briefs it shows.
    pub fn shows(&self, desk: &Desk) -> Vec<String> {
        let mut wanted = self.wants(desk);
        if matches!(self, Self::Shelf(_)) {
            wanted.truncate(1);
        }
        wanted
    }

    /// The briefs it shows or soon may, which are to be read when they are not here; first those that it shows.
    pub fn wants(&self, desk: &Desk) -> Vec<String> {
        match self {
            Self::Shelf(shelf) => shelf.wants(desk),
            Self::Reader(reader) => vec![reader.id.clone()],
            Self::Article(reading) => vec![reading.id.clone()],
            Self::Compare(compare) => compare.ids.to_vec(),
            Self::Passages(passages) => passages.sides.iter().map(|side| side.id.clone()).collect(),
            Self::Help(_) | Self::Messages(_) | Self::Pick(_) => Vec::new(),
        }
    }

    /// Whether one is a brief and the other its article.
    pub fn is_other_side_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Reader(reader), Self::Article(reading)) | (Self::Article(reading), Self::Reader(reader)) => {
                reader.id == reading.id
            }
            _ => false,
        }
    }

    /// Turns to what another screen of the same brief or article was to show.
    pub fn turn_to(&mut self, asked: Self, stage: Stage) {
        match (self, asked) {
            (Self::Reader(reader), Self::Reader(asked)) => reader.turn_to(asked.claim, stage),
            (Self::Article(reading), Self::Article(asked)) => reading.turn_to(asked, stage),
            _ => {}
        }
    }

    /// Turns to a claim of a brief as soon as that is read with it.
    pub fn seek(&mut self, id: &str, claim: &ClaimId) {
        match self {
            Self::Reader(reader) if reader.id == id => reader.seek(claim.clone()),
            Self::Article(reading) if reading.id == id => reading.seek(claim.clone()),
            _ => {}
        }
    }

    /// Its texts, in the order in which they are searched.
    pub fn panes(&self) -> Vec<&Pane> {
        match self {
            Self::Shelf(_) | Self::Pick(_) => Vec::new(),
            Self::Reader(reader) => reader.panes(),
            Self::Article(reading) => vec![&reading.text],
            Self::Compare(compare) => compare.text.iter().collect(),
            Self::Passages(passages) => passages.sides.iter().map(|side| &side.evidence).collect(),
            Self::Help(help) => vec![&help.text],
            Self::Messages(messages) => vec![&messages.text],
        }
    }

    /// Which of several hits is the first at or behind where the reader is.
    pub fn first_hit(&self, hits: &[Hit]) -> usize {
        let place = match self {
            Self::Shelf(shelf) => Hit::Row(shelf.selected),
            Self::Reader(reader) => {
                if reader.in_evidence {
                    at_top(1, &reader.evidence)
                } else {
                    at_top(0, &reader.text)
                }
            }
            Self::Article(reading) => at_top(0, &reading.text),
            Self::Compare(compare) => at_top(0, &compare.text[0]),
            Self::Passages(passages) => at_top(passages.active, &passages.side().evidence),
            Self::Help(help) => at_top(0, &help.text),
            Self::Messages(messages) => at_top(0, &messages.text),
            Self::Pick(_) => Hit::Row(0),
        };
        hits.partition_point(|hit| *hit < place) % hits.len().max(1)
    }

    /// Goes to a hit.
    pub fn go_to_hit(&mut self, hit: Hit, stage: Stage) {
        match (self, hit) {
            (Self::Shelf(shelf), Hit::Row(row)) => shelf.go(row, stage.desk.order.len()),
            (Self::Reader(reader), Hit::Text { pane, block, span }) => reader.go_to_hit(pane, block, span, stage),
            (Self::Article(reading), Hit::Text { block, span, .. }) => show_span(&mut reading.text, block, span),
            (Self::Compare(compare), Hit::Text { pane, block, span }) => compare.go_to_hit(pane, block, span),
            (Self::Passages(passages), Hit::Text { pane, block, span }) => passages.go_to_hit(pane, block, span),
            (Self::Help(help), Hit::Text { block, span, .. }) => show_span(&mut help.text, block, span),
            (Self::Messages(messages), Hit::Text { block, span, .. }) => show_span(&mut messages.text, block, span),
            _ => {}
        }
    }

    /// Sets its text for the stage, where that has changed.
    pub fn lay(&mut self, stage: Stage) {
        match self {
            Self::Shelf(shelf) => shelf.lay(stage),
            Self::Reader(reader) => reader.lay(stage),
            Self::Article(reading) => reading.lay(stage),
            Self::Compare(compare) => compare.lay(stage),
            Self::Passages(passages) => passages.lay(stage),
            Self::Help(help) => help.lay(stage),
            Self::Messages(messages) => messages.lay(stage),
            Self::Pick(pick) => pick.lay(stage.size),
        }
    }

    /// Where a note is written, if one is: what it is on stays in view above that.
    pub fn keep_above(&mut self, note: Option<Rect>, stage: Stage) {
        match self {
            Self::Reader(reader) => reader.keep_above(note, stage),
            Self::Article(reading) => reading.keep_above(note, stage),
            Self::Compare(compare) => compare.keep_above(note, stage),
            _ => {}
        }
    }

    /// Makes ready for a command: what it is about is set as it will be seen.
    pub fn prepare(&mut self, stage: Stage) {
        match self {
            Self::Shelf(shelf) => shelf.prepare(stage),
            other => other.lay(stage),
        }
    }

    /// Carries out a command.
    pub fn ask(&mut self, ask: Ask, stage: Stage) -> Step {
        match self {
            Self::Shelf(shelf) => shelf.ask(ask, stage),
            Self::Reader(reader) => reader.ask(ask, stage),
            Self::Article(reading) => reading.ask(ask, stage),
            Self::Compare(compare) => compare.ask(ask, stage),
            Self::Passages(passages) => passages.ask(ask, stage),
            Self::Help(help) => help.ask(ask),
            Self::Messages(messages) => messages.ask(ask),
            Self::Pick(_) => Step::Unknown,
        }
    }
}

/// The top of a pane, as a place among hits.
fn at_top(pane: usize, of: &Pane) -> Hit {
    let top = of.sheet().lines().get(of.top()).copied();
    let (block, at) = match top {
        Some(Line::Row(block, row)) => {
            (block, of.sheet().row(block, row).map_or(Offset::default(), |row| row.span.start()))
        }
        Some(line) => (line.block(), Offset::default()),
        None => (0, Offset::default()),
    };
    Hit::Text { pane, block, span: Span::new(at, at) }
}

/// Brings a span of a block into view: with some lines around it when it is not there yet.
pub fn show_span(pane: &mut Pane, block: usize, span: Span) {
    let lines = pane.sheet().lines_of_span(block, span);
    let seen = pane.visible();
    if lines.start < seen.start || lines.end > seen.end {
        pane.centre(lines);
    }
}

/// For what a screen was laid last, so that it is laid again only when that has changed.
#[derive(Clone, Debug, Default)]
pub struct Laid {
    size: (u16, u16),
    measure: u16,
    documents: Vec<Option<Rc<Document>>>,
    judged: Vec<bool>,
    studies: Vec<Option<Rc<Study>>>,
}

impl Laid {
    /// Whether something changed since the last time: the stage, these briefs, or what was added to them. Remembers it
    /// for the next.
    pub fn changed(&mut self, stage: Stage, ids: &[&str]) -> bool {
        let Stage { size, measure, desk, .. } = stage;
        let documents: Vec<_> = ids.iter().map(|id| desk.ready(id).cloned()).collect();
        let studies: Vec<_> = ids.iter().map(|id| desk.study(id).cloned()).collect();
        let judged: Vec<_> =
            documents.iter().map(|one| one.as_ref().is_some_and(|document| document.is_judged())).collect();
        let same = same(&self.documents, &documents) && same(&self.studies, &studies) && self.judged == judged;
        let changed = self.size != size || self.measure != measure || !same;
        if changed {
            *self = Self { size, measure, documents, judged, studies };
        }
        changed
    }
}

fn same<T>(a: &[Option<Rc<T>>], b: &[Option<Rc<T>>]) -> bool {
    let pairs = |pair: (&Option<Rc<T>>, &Option<Rc<T>>)| match pair {
        (Some(a), Some(b)) => Rc::ptr_eq(a, b),
        (None, None) => true,
        _ => false,
    };
    a.len() == b.len() && a.iter().zip(b).all(pairs)
}
