//! A list to pick from, narrowed by what is typed: the headings of an article, the notes of a library.

use crate::article::ParagraphNo;
use crate::text::Offset;
use crate::text::find::Pattern;
use crate::tui::edit::Edit;
use crate::tui::key::{Code, Key};
use crate::tui::layout::Areas;

/// Where an item leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A paragraph of an article.
    Article(String, ParagraphNo, Offset),
    /// A claim of a brief.
    Claim(String, usize),
    /// A brief.
    Brief(String),
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What stands at its left: a sign.
    pub sign: String,
    /// What it says.
    pub text: String,
    /// Where it is from.
    pub from: String,
    /// Where it leads.
    pub goal: Goal,
}

/// The list.
#[derive(Clone, Debug, Default)]
pub struct Pick {
    /// What is listed.
    pub title: String,
    /// What stands there when nothing is listed.
    pub empty: String,
    /// Everything.
    pub items: Vec<Item>,
    /// What is typed.
    pub edit: Edit,
    /// The items that have it, by their index.
    pub shown: Vec<usize>,
    /// The one selected, by its place among those shown.
    pub selected: usize,
    /// The first to be seen.
    pub top: usize,
    height: usize,
}

/// What a key did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// The list goes on.
    Nothing,
    /// The list is left.
    Left,
    /// An item was picked.
    Goal(Goal),
}

impl Pick {
    /// A list with that title; `empty` is said when it has no items.
    pub fn of(title: &str, empty: &str, items: Vec<Item>) -> Self {
        let shown = (0..items.len()).collect();
        Self { title: title.to_owned(), empty: empty.to_owned(), items, shown, ..Self::default() }
    }

    /// Lets it know how much of it is seen.
    pub fn lay(&mut self, size: (u16, u16)) {
        self.height = usize::from(Areas::single(size).left.height);
        self.clamp();
    }

    /// Takes in a key: a character narrows, the arrows move, `enter` picks.
    pub fn key(&mut self, key: Key) -> Picked {
        let page = self.height.max(2) - 1;
        match (key.code, key.ctrl) {
            (Code::Esc, _) | (Code::Char('c' | 'g'), true) => return Picked::Left,
            (Code::Enter, _) => {
                let item = self.shown.get(self.selected).and_then(|&i| self.items.get(i));
                return item.map_or(Picked::Nothing, |item| Picked::Goal(item.goal.clone()));
            }
            (Code::Down, _) | (Code::Char('n'), true) => self.go(self.selected + 1),
            (Code::Up, _) | (Code::Char('p'), true) => self.go(self.selected.saturating_sub(1)),
            (Code::PageDown, _) | (Code::Char('f' | 'd'), true) => self.go(self.selected + page),
            (Code::PageUp, _) => self.go(self.selected.saturating_sub(page)),
            _ => {
                if self.edit.key(key) {
                    self.narrow();
                }
            }
        }
        Picked::Nothing
    }

    /// Takes in what is pasted.
    pub fn paste(&mut self, text: &str) {
        self.edit.paste(text);
        self.narrow();
    }

    fn go(&mut self, to: usize) {
        self.selected = to.min(self.shown.len().saturating_sub(1));
        self.clamp();
    }

    fn narrow(&mut self) {
        let pattern = Pattern::new(&self.edit.text());
        let has = |item: &Item| {
            pattern.is_empty() || !pattern.matches(&item.text).is_empty() || !pattern.matches(&item.from).is_empty()
        };
        self.shown = self.items.iter().enumerate().filter(|(_, item)| has(item)).map(|(i, _)| i).collect();
        self.go(0);
    }

    fn clamp(&mut self) {
        let height = self.height.max(1);
        self.top = self.top.min(self.selected).max((self.selected + 1).saturating_sub(height));
    }
}
