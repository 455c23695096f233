//! Everything the program said since it was started, the latest first, and how long ago.

use std::rc::Rc;
use std::time::Duration;

use crate::tui::layout::{self, Areas};
use crate::tui::model::Notice;
use crate::tui::pane::Pane;
use crate::tui::screen::{Ask, Laid, Stage, Step};
use crate::tui::sheet::{Block, Sheet, Tag};
use crate::tui::theme::Role;

/// Cells left of what was said, for how long ago that was.
const AGO: u16 = 12;

/// How long ago something was, in one unit.
fn ago(since: Duration) -> String {
    match since.as_secs() {
        0..=9 => "now".to_owned(),
        s @ 10..=59 => format!("{s} s ago"),
        s @ 60..=3599 => format!("{} min ago", s / 60),
        s => format!("{} h ago", s / 3600),
    }
}

/// What was said.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    /// The list.
    pub text: Pane,
    said: Vec<Notice>,
    now: Duration,
    laid: Laid,
}

impl Messages {
    /// The list of what was said, the latest last, as it is `now`.
    pub fn of(said: &[Notice], now: Duration) -> Self {
        Self { said: said.to_vec(), now, ..Self::default() }
    }

    /// Sets the list.
    pub fn lay(&mut self, stage: Stage) {
        if self.laid.changed(stage, &[]) {
            let area = Areas::single(stage.size).left;
            let said = self.said.iter().rev().map(|notice| Block {
                lead: ago(self.now.saturating_sub(notice.at)),
                ..Block::new(Tag::None, if notice.bad { Role::Bad } else { Role::Text }, notice.text.as_str())
            });
            let mut blocks: Vec<Block> = said.collect();
            if blocks.is_empty() {
                blocks.push(Block::new(Tag::None, Role::Dim, "Nothing was said yet."));
            }
            let sheet = Sheet::new(blocks, layout::measure(area, AGO, stage.measure), AGO);
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

#[cfg(test)]
mod tests {
    use super::ago;
    use std::time::Duration;

    #[test]
    fn how_long_ago_is_said_in_one_unit() {
        let cases =
            [(0, "now"), (9, "now"), (10, "10 s ago"), (59, "59 s ago"), (60, "1 min ago"), (3599, "59 min ago")];
        for (seconds, said) in cases.into_iter().chain([(3600, "1 h ago"), (90_000, "25 h ago")]) {
            assert_eq!(ago(Duration::from_secs(seconds)), said);
        }
    }
}
