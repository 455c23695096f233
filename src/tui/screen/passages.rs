//! The passages of two claims: each article around its own, side by side, or one over the other on a narrow screen.

use crate::text::Span;
use crate::text::wrap::{Setting, wrap};
use crate::tui::command::Command;
use crate::tui::layout::{self, Areas, SideBySide};
use crate::tui::screen::{Ask, Laid, Reader, Stage, Step, show_span, typeset};
use crate::tui::theme::Theme;

/// The passages of two claims.
#[derive(Clone, Debug)]
pub struct Passages {
    /// A and B, each with its evidence.
    pub sides: [Reader; 2],
    /// The side that has the keys.
    pub active: usize,
    /// The claims in lines.
    pub claims: [Vec<String>; 2],
    laid: Laid,
}

/// The claim of a side, set in lines of so many cells.
fn claim_lines(side: &Reader, width: usize, theme: Theme) -> Vec<String> {
    let document = side.document.as_ref();
    let claim = side.claim.zip(document).and_then(|(n, document)| document.brief.claims.get(n));
    let credit = claim.and_then(|claim| typeset::credit(claim, theme)).unwrap_or_default();
    let text = claim.map_or("This brief has no claim in this row.", |claim| claim.text.trim());
    let text = format!("{text}{credit}");
    wrap(&text, &Setting::new(width)).iter().map(|row| row.drawn(&text)).collect()
}

impl Passages {
    /// The passages of these claims; of a brief without one, its article.
    pub fn of(ids: &[String; 2], claims: [Option<usize>; 2], active: usize) -> Self {
        let side = |side: usize| {
            let id = ids.get(side).map_or("", String::as_str);
            let mut reader =
                claims.get(side).copied().flatten().map_or_else(|| Reader::at_head(id), |at| Reader::at(id, at));
            reader.in_evidence = true;
            reader.of_claims_only = true;
            reader
        };
        Self {
            sides: [side(0), side(1)],
            active: active.min(1),
            claims: [Vec::new(), Vec::new()],
            laid: Laid::default(),
        }
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
        for side in &mut self.sides {
            side.lay(stage);
        }
        let width = usize::from(Self::claim_width(stage.size));
        self.claims =
            [0, 1].map(|side| self.sides.get(side).map(|of| claim_lines(of, width, stage.theme)).unwrap_or_default());
        let panes = self.areas(stage.size).panes;
        for (side, pane) in self.sides.iter_mut().zip(panes) {
            side.fit_evidence(pane);
        }
    }

    /// Where everything stands.
    pub fn areas(&self, size: (u16, u16)) -> SideBySide {
        let tall = [0, 1].map(|side: usize| self.claims.get(side).map_or(0, Vec::len));
        Areas::passages(size, tall.map(|lines| u16::try_from(lines).unwrap_or(u16::MAX)))
    }

    /// Cells for a claim: its pane without the name of the side and some air.
    fn claim_width(size: (u16, u16)) -> u16 {
        let pane = if layout::two(size) { size.0.saturating_sub(1) / 2 } else { size.0 };
        pane.saturating_sub(6).max(1)
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
