//! The list of keys of a screen, from the table of commands.

use std::rc::Rc;

use crate::brief::anchor::State;
use crate::tui::command::{EDITING, Row, Scope, TABLE};
use crate::tui::key::{sequence, spelled};
use crate::tui::layout::{self, Areas};
use crate::tui::pane::Pane;
use crate::tui::screen::typeset::{state_meaning, state_sign};
use crate::tui::screen::{Ask, Laid, Stage, Step};
use crate::tui::sheet::{Block, Sheet, Tag};
use crate::tui::theme::{Role, Sign, Theme};

/// Cells left of the explanations, for the keys.
const KEYS: u16 = 16;

/// The keys of a screen.
#[derive(Clone, Debug)]
pub struct Help {
    /// The screen whose keys they are.
    pub screen: Scope,
    /// The list.
    pub text: Pane,
    laid: Laid,
}

impl Help {
    /// The keys of a screen.
    pub fn of(screen: Scope) -> Self {
        Self { screen, text: Pane::default(), laid: Laid::default() }
    }

    /// Sets the list.
    pub fn lay(&mut self, stage: Stage) {
        if self.laid.changed(stage, &[]) {
            let area = Areas::single(stage.size).left;
            let sheet = Sheet::new(blocks(self.screen, stage.theme), layout::measure(area, KEYS, stage.measure), KEYS);
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

/// What the signs behind a claim say.
fn signs(theme: Theme) -> Vec<(String, &'static str)> {
    let sign = |sign| theme.sign(sign).to_owned();
    let states = State::ALL.map(|state| (sign(state_sign(state).0), state_meaning(state)));
    let drafted = "The claim is drafted, and not accepted yet. What you have accepted has no such sign.";
    states.into_iter().chain([(sign(Sign::Drafted), drafted)]).collect()
}

fn blocks(screen: Scope, theme: Theme) -> Vec<Block> {
    let own = TABLE.iter().filter(|row| !row.scopes.contains(&Scope::Everywhere) && row.scopes.contains(&screen));
    let everywhere = TABLE.iter().filter(|row| row.scopes.contains(&Scope::Everywhere));
    let commands = |rows: &mut dyn Iterator<Item = &Row>| rows.map(|row| (keys(row), row.help_in(screen))).collect();
    let mut sections: Vec<(&str, Vec<(String, &str)>)> = vec![
        (screen.title(), commands(&mut own.into_iter())),
        (Scope::Everywhere.title(), commands(&mut everywhere.into_iter())),
    ];
    let typed = |rows: &[(&str, &'static str)]| rows.iter().map(|(keys, said)| ((*keys).to_owned(), *said)).collect();
    if screen == Scope::Reader {
        sections.push(("Signs behind a claim", signs(theme)));
    }
    for scope in Scope::TYPED {
        let mut rows = TABLE.iter().filter(|row| row.scopes.contains(&scope));
        sections.push((scope.title(), commands(&mut rows)));
    }
    sections.push((EDITING.0, typed(EDITING.1)));
    let mut blocks = Vec::new();
    for (title, rows) in sections.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        blocks.push(Block::new(Tag::None, Role::Heading, title).after(1));
        for (keys, said) in rows {
            let tag = Tag::Key(blocks.len());
            blocks.push(Block { lead: keys, ..Block::new(tag, Role::Text, said) });
        }
    }
    let number = "A number before a command repeats it, or names what to go to: 3j, 5G.";
    blocks.push(Block::new(Tag::None, Role::Dim, number).after(1));
    blocks
}

fn keys(row: &Row) -> String {
    let keys = row.keys.iter().filter_map(|keys| sequence(keys).ok()).map(|keys| spelled(&keys));
    keys.collect::<Vec<_>>().join("  ")
}
