//! The passages of two claims: each article around its own, side by side, or one over the other on a narrow screen.

use crate::text::Span;
use crate::tui::command::Command;
use crate::tui::layout::Areas;
use crate::tui::screen::{Ask, Laid, Reader, Stage, Step, show_span};

/// The passages of two claims.
#[derive(Clone, Debug)]
pub struct Passages {
    /// A and B, each with its evidence.
    pub sides: [Reader; 2],
    /// The side that has the keys.
    pub active: usize,
    laid: Laid,
}

impl Passages {
    /// The passages of these claims; of a brief without one, its article.
    pub fn of(ids: &[String; 2], claims: [Option<usize>; 2], active: usize) -> Self {
        let side = |side: usize| {
            let id = ids.get(side).map_or("", String::as_str);
            let mut reader =
                claims.get(side).copied().flatten().map_or_else(|| Reader::at_head(id), |at| Reader::at(id, at));
            reader.in_evidence = true;
            reader
        };
        Self { sides: [side(0), side(1)], active: active.min(1), laid: Laid::default() }
    }

    /// The side that has the keys.
    pub fn side(&self) -> &Reader {
        &self.sides[self.active.min(1)]
    }

    /// Sets both articles.
    pub fn lay(&mut self, stage: Stage) {
        let [a, b] = &self.sides;
        if !self.laid.changed(stage, &[&a.id, &b.id]) {
            return;
        }
        let (_, panes) = Areas::passages(stage.size);
        for (side, pane) in self.sides.iter_mut().zip(panes) {
            side.lay(stage);
            side.fit_evidence(pane);
        }
    }

    /// Goes to a span of one of the articles.
    pub fn go_to_hit(&mut self, pane: usize, block: usize, span: Span) {
        self.active = pane.min(1);
        if let Some(side) = self.sides.get_mut(self.active) {
            show_span(&mut side.evidence, block, span);
        }
    }

    /// Carries out a command.
    pub fn ask(&mut self, ask: Ask, stage: Stage) -> Step {
        let (active, len) = (self.active.min(1), self.sides.len());
        match ask.command {
            Command::OtherPane | Command::OtherPaneBack => {
                self.active = (active + 1) % len;
                Step::Done
            }
            Command::Swap => {
                self.sides.swap(0, 1);
                self.active = 1 - active;
                self.laid = Laid::default();
                Step::Done
            }
            Command::Cancel | Command::Leave => Step::Unknown,
            _ => self.sides.get_mut(active).map_or(Step::Unknown, |side| side.ask(ask, stage)),
        }
    }
}
