//! The shelf: the library's briefs as a list, and a preview of the selected one.

use std::cmp::Reverse;
use std::rc::Rc;

use ratatui::layout::Rect;

use crate::library::{Card, Entry};
use crate::text::width::width;
use crate::text::wrap::{Setting, wrap};
use crate::tui::command::Command;
use crate::tui::document::Desk;
use crate::tui::layout::{self, Areas};
use crate::tui::pane::Pane;
use crate::tui::screen::{Ask, Laid, Reader, Reading, Screen, Stage, Step, broken, typeset};
use crate::tui::sheet::{Block, Sheet, Tag};
use crate::tui::theme::Role;

/// Columns left of the preview's text.
pub const PREVIEW_MARGIN: u16 = layout::MARGIN;

/// Cells of the date column: the widest date is `2031-05-03`.
pub const DATE: u16 = 10;
/// Cells of the column of claims.
pub const CLAIMS: u16 = 4;
/// Cells left of a row's date: for the tick of a search, the bar, two signs and a space.
pub const SIGNS: u16 = 5;

/// On a list of fewer cells than this, dates have no day, and claims are not counted.
const NARROW: u16 = 50;
/// Cells of a date without its day: `2031-05`.
const MONTH: u16 = 7;
/// The most lines of a row that hold text.
const TEXT: u16 = 4;
/// So many lines of text are set without a blank line between the rows, where there is no room for one.
const DENSE: u16 = 2;
/// The fewest cells for title and publisher of a long list: with fewer the title has them all.
const BROAD: u16 = 60;
/// The fewest cells of a title beside a publisher.
const TITLE: u16 = 24;
/// How many cells a publisher may have, besides as many as the longest takes.
const PUBLISHER: [u16; 6] = [24, 20, 16, 14, 12, 10];

/// Where the parts of a row stand: how many cells they take, and how many blank lines part the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Cells of the date.
    pub date: u16,
    /// Cells of the title.
    pub title: u16,
    /// Cells of the publisher; 0 where titles would be short.
    pub publisher: u16,
    /// Cells of the number of claims; 0 where titles would be short.
    pub claims: u16,
    /// Blank lines between two rows: one where some take several lines and a short list has the room.
    pub gap: u16,
}

impl Default for Columns {
    fn default() -> Self {
        Self { date: DATE, title: 0, publisher: 0, claims: CLAIMS, gap: 0 }
    }
}

impl Columns {
    /// The columns of a list in that area, and how many lines each of its rows takes; none where each takes one.
    fn of(desk: &Desk, area: Rect) -> (Self, Vec<u16>) {
        let (date, claims) = if area.width < NARROW { (MONTH, 0) } else { (DATE, CLAIMS) };
        let middle = area.width.saturating_sub(SIGNS + 1 + date + 2 + claims);
        let beside = |publisher: u16| middle.saturating_sub(if publisher > 0 { publisher + 2 } else { 0 });
        let usual = if middle < BROAD { 0 } else { (middle / 4).clamp(14, 24) };
        let columns = |publisher: u16, gap: u16| Self { date, title: beside(publisher), publisher, claims, gap };
        let fits = |lines: u16| desk.order.len() * usize::from(lines) <= usize::from(area.height);
        // What is seen at once is measured; of a long list the columns stay where they are, whatever scrolls by.
        if !fits(1) {
            return (columns(usual, 0), Vec::new());
        }
        let entries = || (0..desk.order.len()).filter_map(|row| desk.at(row));
        let published = |card: &Card| u16::try_from(width(card.publisher().unwrap_or_default())).unwrap_or(u16::MAX);
        let widest = entries().filter_map(Entry::card).map(published).max().unwrap_or(0);
        // Each row is as high as its own text.
        let taken = |publisher: u16| -> Vec<u16> {
            let of = |entry: &Entry| match entry.card() {
                Some(card) => {
                    let beside_it = card.publisher().filter(|_| publisher > 0).map_or(1, |name| rows(name, publisher));
                    rows(&card.heading(), beside(publisher)).max(beside_it)
                }
                None => rows(&cannot_read(entry), area.width.saturating_sub(SIGNS + 1)).min(DENSE),
            };
            entries().map(of).collect()
        };
        let most = |lines: &[u16]| lines.iter().copied().max().unwrap_or(1);
        let all = |lines: &[u16]| lines.iter().map(|lines| usize::from(*lines)).sum::<usize>();
        let airy = |lines: &[u16]| all(lines) + lines.len().saturating_sub(1) <= usize::from(area.height);
        let whole = |lines: &[u16]| {
            most(lines) <= TEXT && (airy(lines) || most(lines) <= DENSE && all(lines) <= usize::from(area.height))
        };
        let beside_titles =
            [widest].into_iter().chain(PUBLISHER).filter(|&p| 0 < p && p <= widest && beside(p) >= TITLE);
        let best = beside_titles.map(|p| (taken(p), p)).min_by_key(|(lines, p)| (most(lines), all(lines), Reverse(*p)));
        let (lines, publisher) = match best.filter(|(lines, _)| whole(lines)) {
            Some(best) => best,
            None => match taken(0) {
                lines if whole(&lines) => (lines, 0),
                _ => {
                    let (publisher, most) = (usual.min(widest), if fits(DENSE) { DENSE } else { 1 });
                    (taken(publisher).into_iter().map(|lines| lines.min(most)).collect(), publisher)
                }
            },
        };
        if most(&lines) == 1 {
            return (columns(publisher, 0), Vec::new());
        }
        (columns(publisher, u16::from(airy(&lines))), lines)
    }
}

/// What stands in the row of a file that is no brief.
pub fn cannot_read(entry: &Entry) -> String {
    format!("{}: cannot read: {}", entry.stem(), entry.why().unwrap_or_default())
}

/// How many lines a text takes in a column; more than there are where a word has to be broken.
fn rows(text: &str, column: u16) -> u16 {
    let column = usize::from(column).max(1);
    if width(text) <= column {
        return 1;
    }
    let is_broken = text.split_whitespace().any(|word| width(word) > column && word.is_ascii());
    if is_broken { u16::MAX } else { u16::try_from(wrap(text, &Setting::new(column)).len()).unwrap_or(u16::MAX) }
}

/// The list of briefs.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// The row selected.
    pub selected: usize,
    /// The first row to be seen.
    pub top: usize,
    /// The briefs picked, in the order in which they were.
    pub picked: Vec<String>,
    /// Whether the preview has the keys; on a narrow screen, whether it is shown.
    pub in_preview: bool,
    /// The preview.
    pub preview: Pane,
    /// Where a row's parts stand.
    pub columns: Columns,
    /// How many lines each row takes, where some take more than one: then all of them are to be seen.
    lines: Vec<u16>,
    height: usize,
    laid: Laid,
    previewed: Option<String>,
}

impl Shelf {
    /// A shelf on which that brief is selected, when it is there.
    pub fn at(id: &str, desk: &Desk) -> Self {
        Self { selected: desk.row_of(id).unwrap_or(0), ..Self::default() }
    }

    /// Whether nothing is begun here that could be cancelled.
    pub fn is_at_rest(&self) -> bool {
        !self.in_preview && self.picked.is_empty()
    }

    /// Keeps the selected brief selected while the catalogue changes.
    pub fn follow(&mut self, id: Option<&str>, desk: &Desk) {
        if let Some(row) = id.and_then(|id| desk.row_of(id)) {
            self.selected = row;
        }
        self.selected = self.selected.min(desk.order.len().saturating_sub(1));
        self.clamp(desk.order.len());
    }

    /// The brief that is previewed, and its neighbours, so that they are here when one goes to them.
    pub fn wants(&self, desk: &Desk) -> Vec<String> {
        let near = [self.selected, self.selected + 1, self.selected.wrapping_sub(1)];
        let readable = near.into_iter().filter_map(|row| desk.at(row)).filter(|entry| entry.card().is_some());
        readable.map(|entry| entry.stem().to_owned()).collect()
    }

    /// Makes ready for a command. The preview is set only when one is about it: keys come faster than text can be set.
    pub fn prepare(&mut self, stage: Stage) {
        if self.in_preview {
            self.lay(stage);
        } else {
            self.measure(stage);
        }
    }

    fn measure(&mut self, stage: Stage) {
        let area = Areas::shelf(stage.size).left;
        (self.columns, self.lines) = Columns::of(stage.desk, area);
        self.height = if self.lines.is_empty() { usize::from(area.height) } else { self.lines.len() };
        self.follow(None, stage.desk);
    }

    /// Sets the preview.
    pub fn lay(&mut self, stage: Stage) {
        self.measure(stage);
        let areas = Areas::shelf(stage.size);
        let id = stage.desk.at(self.selected).map(|entry| entry.stem().to_owned());
        let other = id != self.previewed;
        if !self.laid.changed(stage, &[id.as_deref().unwrap_or_default()]) && !other {
            return;
        }
        let pane = if areas.two_panes() { areas.right } else { areas.left };
        let measure = layout::measure(pane, PREVIEW_MARGIN, stage.measure);
        let sheet = Rc::new(Sheet::new(preview(stage, self.selected), measure, PREVIEW_MARGIN));
        if other {
            self.preview = Pane::default();
        }
        self.preview.set(sheet, usize::from(pane.height));
        self.previewed = id;
    }

    /// Carries out a command.
    pub fn ask(&mut self, ask: Ask, stage: Stage) -> Step {
        let len = stage.desk.order.len();
        if self.in_preview {
            if let Some(top) = ask.moved(self.preview.top(), self.preview.sheet().lines().len(), self.preview.height())
            {
                self.preview.go(top);
                return Step::Done;
            }
        } else if let Some(row) = ask.moved(self.selected, len, self.height) {
            self.selected = row;
            self.clamp(len);
            return if ask.is_jump() { Step::Jumped } else { Step::Done };
        }
        let selected = stage.desk.at(self.selected);
        match ask.command {
            Command::OtherPane | Command::OtherPaneBack => {
                self.in_preview = !self.in_preview && len > 0;
                Step::Done
            }
            Command::Cancel if self.in_preview => {
                self.in_preview = false;
                Step::Done
            }
            Command::Cancel if !self.picked.is_empty() => {
                self.picked.clear();
                Step::Done
            }
            Command::Cancel => Step::Done,
            Command::Select | Command::Enter | Command::GoArticle if selected.is_none() => {
                Step::Say(nothing_here(stage.desk).to_owned())
            }
            Command::Select | Command::Enter | Command::GoArticle if selected.is_some_and(|e| e.card().is_none()) => {
                Step::Say(unreadable(stage, selected))
            }
            Command::Select => {
                self.pick(selected.map(|entry| entry.stem().to_owned()).unwrap_or_default());
                self.selected = (self.selected + 1).min(len.saturating_sub(1));
                self.clamp(len);
                Step::Done
            }
            Command::Enter => {
                let id = selected.map(|entry| entry.stem().to_owned()).unwrap_or_default();
                Step::Open(Box::new(Screen::Reader(Reader::of(&id))))
            }
            Command::GoArticle => {
                let id = selected.map(|entry| entry.stem().to_owned()).unwrap_or_default();
                Step::Open(Box::new(Screen::Article(Reading::of(&id, None))))
            }
            _ => Step::Unknown,
        }
    }

    /// Picks a brief, or lets it go.
    pub fn pick(&mut self, id: String) {
        match self.picked.iter().position(|picked| *picked == id) {
            Some(at) => {
                self.picked.remove(at);
            }
            None => self.picked.push(id),
        }
    }

    /// Selects a row.
    pub fn go(&mut self, row: usize, len: usize) {
        self.selected = row.min(len.saturating_sub(1));
        self.clamp(len);
    }

    /// Rows of the list that are to be seen.
    pub fn visible(&self, len: usize) -> std::ops::Range<usize> {
        self.top..(self.top + self.height).min(len)
    }

    /// The rows of the list that are to be seen, each with the lines of its text.
    pub fn places(&self, len: usize, area: Rect) -> Vec<(usize, Rect)> {
        let mut y = area.y;
        let place = |row: usize| {
            let height = self.lines.get(row).copied().unwrap_or(1);
            let place = Rect { y, height, ..area }.intersection(area);
            y = y.saturating_add(height + self.columns.gap);
            (row, place)
        };
        self.visible(len).map(place).filter(|(_, place)| place.height > 0).collect()
    }

    fn clamp(&mut self, len: usize) {
        let height = self.height.max(1);
        self.top = self.top.min(self.selected).max((self.selected + 1).saturating_sub(height));
        self.top = self.top.min(len.saturating_sub(height));
    }
}

/// Why the shelf is empty.
pub const fn nothing_here(desk: &Desk) -> &'static str {
    if desk.filter.is_some() && !desk.entries.is_empty() {
        "No brief passes the filter; esc shows them all."
    } else {
        "There is no brief here yet."
    }
}

/// What is said of a file that is no brief: why, where no preview says it, and how to mend it.
pub fn unreadable(stage: Stage, entry: Option<&Entry>) -> String {
    let why = match entry.and_then(Entry::why) {
        Some(why) if !Areas::shelf(stage.size).two_panes() => format!(": {why}"),
        _ => "; the preview says why".to_owned(),
    };
    format!("This file cannot be read as a brief{why}. e opens it in your editor.")
}

/// What the preview shows: the brief when it is here, else what it is called, else why it cannot be read.
fn preview(stage: Stage, row: usize) -> Vec<Block> {
    let desk = stage.desk;
    let Some(entry) = desk.at(row) else { return Vec::new() };
    let Some(card) = entry.card() else { return broken::blocks(entry.stem(), entry.why().unwrap_or_default()) };
    if let Some(document) = desk.ready(entry.stem()) {
        return typeset::brief(
            document,
            stage.theme,
            None,
            &stage.marks(document),
            desk.study(entry.stem()).map(Rc::as_ref),
        );
    }
    if let Some(why) = desk.failed(entry.stem()) {
        return broken::blocks(entry.stem(), why);
    }
    vec![Block::new(Tag::Head, Role::Title, card.heading())]
}
