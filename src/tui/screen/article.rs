//! The article screen: the whole text, the passages of every claim marked.

use std::rc::Rc;

use crate::tui::command::Command;
use crate::tui::document::{Document, Passage};
use crate::tui::layout::{self, Areas};
use crate::tui::pane::Pane;
use crate::tui::screen::reader::next_brief;
use crate::tui::screen::{Ask, Laid, Reader, Screen, Stage, Step, typeset};
use crate::tui::sheet::Sheet;
use crate::tui::theme::Role;

/// One article.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The brief's name.
    pub id: String,
    /// The passage one is at.
    pub passage: Option<Passage>,
    /// The text.
    pub text: Pane,
    /// The document shown.
    pub document: Option<Rc<Document>>,
    laid: Laid,
}

impl Reading {
    /// The article of that brief, at a passage.
    pub fn of(id: &str, passage: Option<Passage>) -> Self {
        Self { id: id.to_owned(), passage, ..Self::default() }
    }

    /// Sets the text.
    pub fn lay(&mut self, stage: Stage) {
        let document = stage.desk.ready(&self.id).cloned();
        if !self.laid.changed(stage, vec![document.clone()]) {
            return;
        }
        let first = self.document.is_none();
        self.document = document;
        let Some(document) = &self.document else { return };
        let area = Areas::single(stage.size).left;
        let blocks = match &document.article {
            Some(_) => typeset::article(document, Role::Text),
            None => typeset::attach_help(document),
        };
        let measure = layout::measure(area, layout::MARGIN, stage.measure);
        self.text.set(Rc::new(Sheet::new(blocks, measure, layout::MARGIN)), usize::from(area.height));
        if first {
            self.show_passage();
        }
    }

    fn show_passage(&mut self) {
        if let Some(passage) = self.passage {
            let lines = self.text.sheet().lines_of_span(passage.paragraph.index(), passage.span);
            self.text.centre(lines);
        }
    }

    /// Carries out a command.
    pub fn ask(&mut self, ask: Ask, stage: Stage) -> Step {
        let len = self.text.sheet().lines().len();
        if let Some(top) = ask.moved(self.text.top(), len, self.text.height()) {
            self.text.go(top);
            return if ask.is_jump() { Step::Jumped } else { Step::Done };
        }
        match ask.command {
            Command::NextPassage | Command::PreviousPassage => self.turn(ask),
            Command::Enter => match self.passage {
                Some(passage) => Step::Open(Box::new(Screen::Reader(Reader::at(&self.id, passage.claim)))),
                None => Step::Say("Go to a passage with ]p first; enter then leads to its claim.".to_owned()),
            },
            Command::NextBrief | Command::PreviousBrief => next_brief(&self.id, ask, stage)
                .map_or_else(Step::Say, |id| Step::Replace(Box::new(Screen::Article(Self::of(&id, None))))),
            Command::GoArticle => Step::Done,
            _ => Step::Unknown,
        }
    }

    /// Goes to the next passage, from the one one is at, or from the top of the screen when that is out of sight.
    fn turn(&mut self, ask: Ask) -> Step {
        let passages = self.document.as_ref().map(|document| document.passages()).unwrap_or_default();
        let line = |p: &Passage| self.text.sheet().lines_of_span(p.paragraph.index(), p.span).start;
        let seen = self.text.visible();
        let here = self.passage.filter(|passage| seen.contains(&line(passage)));
        let down = ask.command == Command::NextPassage;
        let next = match (here, down) {
            (Some(here), true) => passages.iter().filter(|p| **p > here).nth(ask.times() - 1),
            (Some(here), false) => passages.iter().rev().filter(|p| **p < here).nth(ask.times() - 1),
            (None, true) => passages.iter().filter(|p| line(p) >= seen.start).nth(ask.times() - 1),
            (None, false) => passages.iter().rev().filter(|p| line(p) < seen.end).nth(ask.times() - 1),
        };
        match next.copied() {
            Some(next) => {
                self.passage = Some(next);
                self.show_passage();
                Step::Jumped
            }
            None => Step::Say(format!("There is no passage {} this one.", if down { "after" } else { "before" })),
        }
    }
}
