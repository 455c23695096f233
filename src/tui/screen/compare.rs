//! Two briefs side by side, each a list of its own that scrolls by itself.

use std::rc::Rc;

use crate::text::Span;
use crate::tui::command::Command;
use crate::tui::document::Document;
use crate::tui::layout::{self, Areas};
use crate::tui::pane::Pane;
use crate::tui::screen::{Ask, Laid, Reader, Reading, Screen, Stage, Step, show_span, typeset};
use crate::tui::sheet::{Sheet, Tag};

/// One of the two.
#[derive(Clone, Debug, Default)]
pub struct Side {
    /// The brief's name.
    pub id: String,
    /// The claim selected; `None` is the summary.
    pub claim: Option<usize>,
    /// Its text.
    pub text: Pane,
    /// The document shown.
    pub document: Option<Rc<Document>>,
}

impl Side {
    /// What is marked as selected.
    pub fn tag(&self) -> Tag {
        self.claim.map_or(Tag::Head, Tag::Claim)
    }

    fn claims(&self) -> usize {
        self.document.as_ref().map_or(0, |document| document.brief.claims.len())
    }
}

/// Two briefs.
#[derive(Clone, Debug, Default)]
pub struct Compare {
    /// A and B.
    pub sides: [Side; 2],
    /// The side that has the keys; on a narrow screen, the one that is shown.
    pub active: usize,
    laid: Laid,
}

impl Compare {
    /// Two briefs, by their names.
    pub fn of(a: &str, b: &str) -> Self {
        let side = |id: &str| Side { id: id.to_owned(), ..Side::default() };
        Self { sides: [side(a), side(b)], ..Self::default() }
    }

    /// Sets both sides.
    pub fn lay(&mut self, stage: Stage) {
        let [a, b] = &self.sides;
        if !self.laid.changed(stage, &[&a.id, &b.id]) {
            return;
        }
        let areas = Areas::compare(stage.size);
        for side in &mut self.sides {
            side.document = stage.desk.ready(&side.id).cloned();
            let Some(document) = &side.document else { continue };
            let measure = layout::measure(areas.left, layout::MARGIN, stage.measure);
            let mut blocks = typeset::brief(document, stage.theme, None, &stage.marks(document));
            // Title and byline stand in the head of the screen.
            blocks.drain(..2.min(blocks.len()));
            side.text.set(Rc::new(Sheet::new(blocks, measure, layout::MARGIN)), usize::from(areas.left.height));
            if let Some(lines) = side.text.sheet().lines_of(side.tag()).filter(|_| side.claim.is_some()) {
                side.text.reveal(lines);
            }
        }
    }

    /// Goes to a span of one of the sides.
    pub fn go_to_hit(&mut self, pane: usize, block: usize, span: Span) {
        self.active = pane.min(1);
        let Some(side) = self.sides.get_mut(self.active) else { return };
        match side.text.sheet().blocks().get(block).map(|block| block.tag) {
            Some(Tag::Claim(claim)) => side.claim = Some(claim),
            _ => side.claim = None,
        }
        show_span(&mut side.text, block, span);
    }

    /// Carries out a command.
    pub fn ask(&mut self, ask: Ask, _: Stage) -> Step {
        let active = self.active.min(1);
        match ask.command {
            Command::OtherPane | Command::OtherPaneBack => {
                self.active = 1 - active;
                return Step::Done;
            }
            Command::Swap => {
                self.sides.swap(0, 1);
                self.active = 1 - active;
                // The sides are laid for the same measure: nothing to set anew.
                self.laid = Laid::default();
                return Step::Done;
            }
            _ => {}
        }
        let Some(side) = self.sides.get_mut(active) else { return Step::Unknown };
        let at = side.claim.map_or(0, |claim| claim + 1);
        let moved = match ask.command {
            Command::Down | Command::Up | Command::First | Command::Last => ask.moved(at, side.claims() + 1, 1),
            _ => None,
        };
        if let Some(to) = moved {
            side.claim = to.checked_sub(1);
            if side.claim.is_none() {
                side.text.go(0);
            } else if let Some(lines) = side.text.sheet().lines_of(side.tag()) {
                side.text.show(lines);
            }
            return if ask.is_jump() { Step::Jumped } else { Step::Done };
        }
        if let Some(top) = ask.moved(side.text.top(), side.text.sheet().lines().len(), side.text.height()) {
            side.text.go(top);
            return Step::Done;
        }
        let passage = side.claim.and_then(|claim| side.document.as_ref()?.passages_of(claim).first().copied());
        match ask.command {
            Command::Enter => {
                let reader = side.claim.map_or_else(|| Reader::of(&side.id), |claim| Reader::at(&side.id, claim));
                Step::Open(Box::new(Screen::Reader(reader)))
            }
            Command::GoArticle => Step::Open(Box::new(Screen::Article(Reading::of(&side.id, passage)))),
            _ => Step::Unknown,
        }
    }
}
