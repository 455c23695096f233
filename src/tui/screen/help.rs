//! The list of keys of a screen, from the table of commands.

use std::rc::Rc;

use crate::brief::anchor::State;
use crate::tui::command::Scope;
use crate::tui::command::listing::{COUNTS, Section};
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

/// What stands in the margin of an article.
fn margin(theme: Theme) -> Vec<(String, &'static str)> {
    let sign = |sign| theme.sign(sign).to_owned();
    vec![
        ("2,7".to_owned(), "Claims 2 and 7 rest on a passage that begins there."),
        (sign(Sign::ThinBar), "A claim rests on the line."),
        (sign(Sign::Note), "You wrote a note there."),
        (sign(Sign::Highlight), "You highlighted the line."),
    ]
}

fn blocks(screen: Scope, theme: Theme) -> Vec<Block> {
    let section = |scope| Section::of(scope, screen);
    let mut sections = vec![section(screen), section(Scope::Everywhere)];
    sections.extend(Scope::TYPED.map(section));
    sections.push(Section::editing());
    let mut listed: Vec<(&str, Vec<(String, &str)>)> = sections.into_iter().map(titled).collect();
    if screen == Scope::Reader {
        listed.insert(2, ("Signs behind a claim", signs(theme)));
    }
    if matches!(screen, Scope::Reader | Scope::Article) {
        let at = if screen == Scope::Reader { 3 } else { 2 };
        listed.insert(at, ("In the margin of an article", margin(theme)));
    }
    let mut blocks = Vec::new();
    for (title, rows) in listed.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        blocks.push(Block::new(Tag::None, Role::Heading, title).after(1));
        for (keys, said) in rows {
            let tag = Tag::Key(blocks.len());
            blocks.push(Block { lead: keys, ..Block::new(tag, Role::Text, said) });
        }
    }
    blocks.push(Block::new(Tag::None, Role::Dim, COUNTS).after(1));
    blocks
}

fn titled(section: Section) -> (&'static str, Vec<(String, &'static str)>) {
    (section.title, section.lines.into_iter().map(|line| (line.keys, line.said)).collect())
}
