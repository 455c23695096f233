//! Everything the program said since it was started, the latest first.

use std::rc::Rc;

use crate::tui::layout::{self, Areas};
use crate::tui::model::Notice;
use crate::tui::pane::Pane;
use crate::tui::screen::{Ask, Laid, Stage, Step};
use crate::tui::sheet::{Block, Sheet, Tag};
use crate::tui::theme::Role;

/// What was said.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    /// The list.
    pub text: Pane,
    said: Vec<Notice>,
    laid: Laid,
}

impl Messages {
    /// The list of what was said, the latest last.
    pub fn of(said: &[Notice]) -> Self {
        Self { said: said.to_vec(), ..Self::default() }
    }

    /// Sets the list.
    pub fn lay(&mut self, stage: Stage) {
        if self.laid.changed(stage, &[]) {
            let area = Areas::single(stage.size).left;
            let said = self.said.iter().rev().map(|notice| {
                Block::new(Tag::None, if notice.bad { Role::Bad } else { Role::Text }, notice.text.as_str())
            });
            let mut blocks: Vec<Block> = said.collect();
            if blocks.is_empty() {
                blocks.push(Block::new(Tag::None, Role::Dim, "Nothing was said yet."));
            }
            let sheet = Sheet::new(blocks, layout::measure(area, layout::MARGIN, stage.measure), layout::MARGIN);
            self.text.set(Rc::new(sheet), usize::from(area.height));
        }
    }

    /// Carries out a command.
    pub fn ask(&mut self, ask: Ask) -> Step {
        match ask.moved(self.text.top(), self.text.sheet().lines().len(), self.text.height()) {
            Some(top) => {
                self.text.go(top);
                Step::Done
            }
            None => Step::Unknown,
        }
    }
}
