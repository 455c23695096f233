//! What is looked for, and where the screen on top has it. Recomputed when the screen's text changes.

use std::collections::HashSet;
use std::rc::Rc;

use crate::library::search::is_in_head;
use crate::text::Span;
use crate::text::find::Pattern;
use crate::tui::document::Desk;
use crate::tui::screen::{Screen, Shown};
use crate::tui::sheet::Sheet;

/// One place that has what is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hit {
    /// A row of the shelf.
    Row(usize),
    /// A span of a block, in one of the screen's panes.
    Text {
        /// Which pane.
        pane: usize,
        /// Which block of its sheet.
        block: usize,
        /// Where in its text.
        span: Span,
    },
}

/// A search that is on.
#[derive(Clone, Debug)]
pub struct Find {
    /// What was typed.
    pub query: String,
    /// Every place on the screen that has it, in order.
    pub hits: Vec<Hit>,
    /// The one the reader is at.
    pub at: Option<usize>,
    /// The briefs that have it, in themselves or in their articles; nothing before that is known.
    pub having: Option<Rc<HashSet<String>>>,
    pattern: Pattern,
    /// The screen that it is carried out on.
    of: Option<Shown>,
    searched: Vec<Rc<Sheet>>,
    /// The rows of the shelf that were searched; nothing before they were.
    rows: Option<Vec<usize>>,
}

/// A search that was begun on the shelf, to be followed through the briefs that have it.
#[derive(Clone, Debug)]
pub struct Trail {
    /// What was typed.
    pub query: String,
    /// The briefs that have it, in themselves or in their articles; nothing before that is known.
    pub having: Option<Rc<HashSet<String>>>,
    /// Whether one goes to the first hit of the screen, or with `true` to the last, as soon as its text is here.
    pub seeks: Option<bool>,
}

impl Find {
    /// A search for what was typed, not yet carried out.
    pub fn new(query: &str) -> Self {
        let pattern = Pattern::new(query);
        Self {
            query: query.to_owned(),
            hits: Vec::new(),
            at: None,
            having: None,
            pattern,
            of: None,
            searched: Vec::new(),
            rows: None,
        }
    }

    /// Whether it is carried out on that screen, or on none yet.
    pub fn is_of(&self, screen: &Screen) -> bool {
        self.of.as_ref().is_none_or(|of| *of == screen.shown())
    }

    /// Searches the screen, unless that was done and its text is the same.
    pub fn search(&mut self, screen: &Screen, desk: &Desk) {
        self.of = Some(screen.shown());
        let panes = screen.panes();
        let rows = if matches!(screen, Screen::Shelf(_)) { desk.order.as_slice() } else { &[] };
        let same = self.searched.len() == panes.len() && panes.iter().zip(&self.searched).all(|(p, s)| p.shows(s));
        if same && self.rows.as_deref() == Some(rows) {
            return;
        }
        let before = self.hits.len();
        self.rows = Some(rows.to_vec());
        self.searched = panes.iter().map(|pane| pane.remembered()).collect();
        self.hits.clear();
        if let Screen::Shelf(shelf) = screen {
            self.hits = (0..rows.len()).filter(|&row| self.is_in_row(desk, row)).map(Hit::Row).collect();
            // The brief that is selected stays so when others come or the order is another.
            self.at = self.at.and_then(|_| self.hits.binary_search(&Hit::Row(shelf.selected)).ok());
            return;
        }
        let sheets = self.searched.iter().enumerate();
        let hits = sheets.flat_map(|(pane, sheet)| {
            sheet.matches(&self.pattern).into_iter().map(move |(block, span)| Hit::Text { pane, block, span })
        });
        self.hits = hits.collect();
        // A claim that opens or closes moves its hits, and they stay the same.
        self.at = self.at.filter(|_| self.hits.len() == before);
    }

    /// Takes in which briefs have it, in themselves or in their articles.
    pub fn know(&mut self, having: Rc<HashSet<String>>) {
        self.having = Some(having);
        self.rows = None;
    }

    /// Whether the brief at a row of the shelf has it, as far as is known.
    pub fn is_in_row(&self, desk: &Desk, row: usize) -> bool {
        let Some(card) = desk.at(row).and_then(|entry| entry.card()) else { return false };
        match &self.having {
            Some(having) => having.contains(card.id_str()),
            None => is_in_head(&self.pattern, card) || self.pattern.is_plain() && self.pattern.is_in(card.said()),
        }
    }

    /// Whether the reader is at the last hit, or at the first.
    pub fn is_at_end(&self, back: bool) -> bool {
        let end = if back { Some(0) } else { self.hits.len().checked_sub(1) };
        self.at.is_some() && self.at == end
    }

    /// Goes to the next hit from the one one is at, `times` further, around the end; from `start` when one is at none.
    pub fn step(&mut self, times: isize, start: usize) -> Option<Hit> {
        let len = isize::try_from(self.hits.len()).ok().filter(|&len| len > 0)?;
        let next = match self.at {
            Some(at) => (isize::try_from(at).ok()? + times).rem_euclid(len),
            None if times < 0 => (isize::try_from(start).ok()? + times).rem_euclid(len),
            None => (isize::try_from(start).ok()? + times - 1).rem_euclid(len),
        };
        self.at = usize::try_from(next).ok();
        self.hits.get(usize::try_from(next).ok()?).copied()
    }

    /// Which of how many, for the line at the bottom: `3/14`.
    pub fn count(&self) -> String {
        match self.at {
            _ if self.hits.is_empty() => "no match".to_owned(),
            Some(at) => format!("{}/{}", at + 1, self.hits.len()),
            None if self.hits.len() == 1 => "1 match".to_owned(),
            None => format!("{} matches", self.hits.len()),
        }
    }

    /// The hits in one pane: block, span, and whether it is the one the reader is at.
    pub fn in_pane(&self, of: usize) -> impl Iterator<Item = (usize, Span, bool)> + '_ {
        self.hits.iter().enumerate().filter_map(move |(i, hit)| match *hit {
            Hit::Text { pane, block, span } if pane == of => Some((block, span, self.at == Some(i))),
            _ => None,
        })
    }

    /// Whether a row of the shelf has it.
    pub fn has_row(&self, row: usize) -> bool {
        self.hits.binary_search(&Hit::Row(row)).is_ok()
    }
}
