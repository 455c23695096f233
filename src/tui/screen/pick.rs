//! A list to pick from, narrowed by what is typed: the headings of an article, the notes of a library.

use ratatui::layout::Rect;

use crate::article::ParagraphNo;
use crate::brief::ClaimId;
use crate::brief::study::Change;
use crate::text::Offset;
use crate::text::find::Pattern;
use crate::text::width::width;
use crate::text::wrap::{Setting, wrap};
use crate::tui::command::{Command, Scope};
use crate::tui::edit::Edit;
use crate::tui::key::Key;
use crate::tui::keymap::{Keymap, Meaning};
use crate::tui::layout::{self, Areas};

/// Where an item leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A paragraph of an article.
    Article(String, ParagraphNo, Offset),
    /// A claim of a brief.
    Claim(String, usize),
    /// A claim of a brief that is not open, by its name.
    ClaimNamed(String, ClaimId),
    /// A brief.
    Brief(String),
    /// Beside a claim of another brief: whose study keeps it, what that is called, and what is kept.
    Beside(String, String, Box<Change>),
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What stands at its left: a sign.
    pub sign: String,
    /// What it says.
    pub text: String,
    /// Where it is from: a brief's title.
    pub from: String,
    /// Where in that it stands: a claim, a paragraph; empty where that is said already.
    pub place: String,
    /// The day it was made, where that is known.
    pub date: String,
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
    /// What `enter` does, for the footer.
    pub does: &'static str,
    /// The first to be seen.
    pub top: usize,
    /// Lines of the screen that each item takes, by its index.
    heights: Vec<u16>,
    /// Lines there are for all of them.
    height: u16,
    laid: Option<(u16, u16)>,
}

/// The most lines of an item's text.
const MOST: u16 = 8;
/// The same in a list that is longer than the screen: it is not torn apart for a few long texts.
const OF_MANY: u16 = 2;
/// Cells between two columns.
pub const APART: u16 = 2;
/// The most cells of the column of titles, where it stands beside the text.
const TITLES: u16 = 40;
/// Cells left of an item's text: the bar, its sign and a space.
pub const SIGNS: u16 = 3;

/// How wide the columns are, in cells: each as its widest item wants, the text what is left.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    /// The text.
    pub text: u16,
    /// What an item is from.
    pub from: u16,
    /// Where in that.
    pub place: u16,
    /// The day.
    pub date: u16,
}

impl Columns {
    /// The columns of a list on a screen of that size.
    pub fn of(pick: &Pick, size: (u16, u16)) -> Self {
        let line = Areas::single(size).left.width.saturating_sub(2);
        let widest = |text: fn(&Item) -> &str| {
            let cells = pick.items.iter().map(|item| width(text(item))).max().unwrap_or(0);
            u16::try_from(cells).unwrap_or(u16::MAX)
        };
        let beside = pick.is_beside(size);
        let place = widest(|item| &item.place).min(line / 4);
        let date = widest(|item| &item.date).min(line / 4);
        let room = if beside { (line / 3).min(TITLES) } else { line.saturating_sub(place + date + 2 * APART + SIGNS) };
        let from = widest(|item| &item.from).min(room);
        let taken: u16 = [from, place, date].into_iter().filter(|wide| *wide > 0).map(|wide| wide + APART).sum();
        let text = line.saturating_sub(SIGNS + if beside { taken } else { 0 });
        Self { text, from, place, date }
    }
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
        let does = "go there";
        Self { title: title.to_owned(), empty: empty.to_owned(), items, shown, does, ..Self::default() }
    }

    /// The same list, where `enter` does something else than to go there.
    pub const fn that(mut self, does: &'static str) -> Self {
        self.does = does;
        self
    }

    /// Whether what an item is from has room beside its text, on a screen of that size.
    pub fn is_beside(&self, size: (u16, u16)) -> bool {
        layout::two(size) || self.items.iter().all(|item| item.place.is_empty() && item.date.is_empty())
    }

    /// The items that are to be seen: the place of each among those shown, which it is, and where it stands in `area`,
    /// whose height was given to [`Pick::lay`].
    pub fn places(&self, area: Rect) -> Vec<(usize, usize, Rect)> {
        let mut y = area.y;
        let place = |(at, &item): (usize, &usize)| {
            let each = Rect { y, height: self.height_of(item), ..area };
            y = y.saturating_add(each.height);
            (at, item, each)
        };
        let places = self.shown.iter().enumerate().skip(self.top).map(place);
        places.take_while(|(.., each)| each.bottom() <= area.bottom()).collect()
    }

    fn height_of(&self, item: usize) -> u16 {
        self.heights.get(item).copied().unwrap_or(1)
    }

    /// Sets it for a screen of that size.
    pub fn lay(&mut self, size: (u16, u16)) {
        if self.laid != Some(size) {
            self.laid = Some(size);
            self.height = Areas::single(size).left.height;
            let room = Setting::new(usize::from(Columns::of(self, size).text).max(1));
            // What an item is from stands beside its text, or on a line below it.
            let below = u16::from(!self.is_beside(size));
            let rows = |item: &Item| u16::try_from(wrap(&item.text, &room).len().max(1)).unwrap_or(u16::MAX);
            let rows: Vec<u16> = self.items.iter().map(rows).collect();
            let all =
                |most: u16, gap: u16| -> Vec<u16> { rows.iter().map(|rows| rows.min(&most) + below + gap).collect() };
            let fits =
                |heights: &Vec<u16>| heights.iter().map(|&h| usize::from(h)).sum::<usize>() <= usize::from(self.height);
            // A blank line between items that have several.
            let airy = all(MOST, 1);
            let tight = all(MOST, 0);
            let lines = tight.iter().max().copied().unwrap_or(1);
            self.heights = match (fits(&airy), fits(&tight)) {
                (true, _) if lines > 1 => airy,
                (_, true) => tight,
                _ => all(OF_MANY, 0),
            };
        }
        self.clamp();
    }

    /// Takes in a key: what the table binds it to, else it narrows.
    pub fn key(&mut self, key: Key, keymap: &Keymap) -> Picked {
        let page = self.shown.iter().skip(self.top).scan(0, |taken, &item| {
            *taken += self.height_of(item);
            (*taken <= self.height).then_some(())
        });
        let page = page.count().max(2) - 1;
        let Meaning::Command(command) = keymap.meaning(Scope::List, &[key]) else {
            if self.edit.key(key) {
                self.narrow();
            }
            return Picked::Nothing;
        };
        match command {
            Command::Withdraw => return Picked::Left,
            Command::Accede => {
                let item = self.shown.get(self.selected).and_then(|&i| self.items.get(i));
                return item.map_or(Picked::Nothing, |item| Picked::Goal(item.goal.clone()));
            }
            Command::ChooseNext => self.go(self.selected + 1),
            Command::ChooseBefore => self.go(self.selected.saturating_sub(1)),
            Command::ChooseFarDown => self.go(self.selected + page),
            Command::ChooseFarUp => self.go(self.selected.saturating_sub(page)),
            _ => {}
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
            let texts = [&item.text, &item.from, &item.place, &item.date];
            pattern.is_empty() || texts.into_iter().any(|text| !pattern.matches(text).is_empty())
        };
        self.shown = self.items.iter().enumerate().filter(|(_, item)| has(item)).map(|(i, _)| i).collect();
        self.go(0);
    }

    fn clamp(&mut self) {
        // From the selected one upwards, as many as there are lines for.
        let heights = self.shown.iter().take(self.selected + 1).rev().map(|&item| self.height_of(item));
        let mut lines = 0u16;
        let fitting = heights.take_while(|&height| {
            lines = lines.saturating_add(height);
            lines <= self.height
        });
        let first = (self.selected + 1).saturating_sub(fitting.count().max(1));
        self.top = self.top.clamp(first, self.selected);
    }
}
