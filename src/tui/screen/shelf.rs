//! The shelf: the library's briefs as a list, and a preview of the selected one.

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

/// The most lines of a row that hold text.
pub const TEXT: u16 = 2;
/// The fewest cells of a publisher beside a title.
const LEAST: u16 = 10;

/// Where the parts of a row stand: how many cells they take, and how many lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Cells of the title.
    pub title: u16,
    /// Cells of the publisher; 0 where titles would be short.
    pub publisher: u16,
    /// Lines that a publisher may take.
    pub publisher_lines: u16,
    /// Lines of a row: two where a short list has the room to show long titles whole; three, one of them blank, where it
    /// has the room for that too.
    pub lines: u16,
}

impl Default for Columns {
    fn default() -> Self {
        Self { title: 0, publisher: 0, publisher_lines: 1, lines: 1 }
    }
}

impl Columns {
    /// The columns of a list in that area.
    fn of(desk: &Desk, area: Rect) -> Self {
        let middle = area.width.saturating_sub(SIGNS + 1 + DATE + 2 + CLAIMS);
        let most = if middle < 44 { 0 } else { (middle / 4).clamp(14, 24) };
        let short = desk.order.len() <= usize::from(area.height);
        let cards = || (0..desk.order.len()).filter_map(|row| desk.at(row)?.card());
        let widest =
            |text: &dyn Fn(&Card) -> usize| u16::try_from(cards().map(text).max().unwrap_or(0)).unwrap_or(u16::MAX);
        // What is seen at once is measured; of a long list the columns stay where they are, whatever scrolls by.
        let publisher =
            if short { most.min(widest(&|card| width(card.publisher().unwrap_or_default()))) } else { most };
        let fits = |lines: u16| desk.order.len() * usize::from(lines) <= usize::from(area.height);
        let beside = |publisher: u16| middle.saturating_sub(if publisher > 0 { publisher + 2 } else { 0 });
        let titles_whole = |publisher: u16| cards().all(|card| rows(&card.heading(), beside(publisher)) <= TEXT);
        let widths = || (LEAST.min(publisher)..=publisher).rev();
        // What lets every title stand whole, and every publisher too: where a wider column or a third line does it, that.
        let whole = |of: &u16, lines: u16| titles_whole(*of) && cards().all(|card| stands_whole(card, *of, lines));
        let wide = |lines: u16| widths().chain(publisher + 1..=middle / 2).find(|of| whole(of, lines));
        let lines = [TEXT, TEXT + 1].into_iter().filter(|lines| publisher > 0 && fits(*lines));
        let found = lines.into_iter().find_map(|lines| Some((wide(lines)?, lines)));
        let narrower = || widths().find(|of| publisher > 0 && fits(TEXT) && titles_whole(*of)).unwrap_or(publisher);
        let (publisher, publisher_lines) = found.unwrap_or_else(|| (narrower(), TEXT));
        let title = beside(publisher);
        let published = |card: &Card| width(card.publisher().unwrap_or_default());
        let cut = || widest(&|card| width(&card.heading())) > title || publisher > 0 && widest(&published) > publisher;
        let lines = match fits(TEXT) && cut() {
            true if fits(TEXT + 1) => TEXT + 1,
            true => TEXT,
            false => 1,
        };
        Self { title, publisher, publisher_lines: publisher_lines.min(lines), lines }
    }
}

/// Whether the publisher of a brief stands in so many lines of a column, no word of it broken.
fn stands_whole(card: &Card, column: u16, lines: u16) -> bool {
    let publisher = card.publisher().unwrap_or_default();
    let words_fit = publisher.split_whitespace().all(|word| width(word) <= usize::from(column));
    words_fit && rows(publisher, column) <= lines
}

/// How many lines a text takes in a column.
fn rows(text: &str, column: u16) -> u16 {
    let column = usize::from(column).max(1);
    if width(text) <= column {
        return 1;
    }
    u16::try_from(wrap(text, &Setting::new(column)).len()).unwrap_or(u16::MAX)
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
        self.columns = Columns::of(stage.desk, area);
        self.height = usize::from(area.height / self.columns.lines);
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
        Some(why) if !layout::two(stage.size) => format!(": {why}"),
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
