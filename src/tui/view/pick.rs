//! Draws a list to pick from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::width::width;
use crate::tui::layout::{self, Areas};
use crate::tui::model::Model;
use crate::tui::screen::Pick;
use crate::tui::screen::pick::Item;
use crate::tui::theme::{Role, Sign};
use crate::tui::view::{chrome, prompt, put, put_cut, put_right, put_wrapped};

/// Cells between two columns.
const APART: u16 = 2;
/// The most cells of the column of titles, where it stands beside the text.
const TITLES: u16 = 40;

/// Draws the list, and above it what is typed.
pub fn draw(model: &Model, pick: &Pick, buffer: &mut Buffer) {
    let areas = Areas::single(model.size);
    chrome::frame(model, &areas, buffer);
    head(model, pick, areas.head, buffer);
    if pick.shown.is_empty() {
        empty(model, pick, areas.left, buffer);
    }
    let each = pick.lines_each(model.size);
    let columns = Columns::of(pick, areas.left.width.saturating_sub(2), each);
    let rows = pick.shown.iter().enumerate().skip(pick.top);
    for (n, (i, item)) in (0..areas.left.height / each).zip(rows) {
        let Some(item) = pick.items.get(*item) else { continue };
        let area = Rect {
            x: areas.left.x + 1,
            y: areas.left.y + n * each,
            width: areas.left.width.saturating_sub(2),
            height: each,
        };
        draw_item(model, item, i == pick.selected, &columns, area, buffer);
    }
    let keys = [("enter", pick.does), ("up down", "choose"), ("esc", "back")];
    chrome::foot_with(model, areas.foot, "", &keys, buffer);
}

/// What is listed, what is typed, and how many have it.
fn head(model: &Model, pick: &Pick, area: Rect, buffer: &mut Buffer) {
    let head = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let count = format!("{} of {}", pick.shown.len(), pick.items.len());
    let took = put_right(buffer, head, &count, model.theme.style(Role::Dim));
    let title = put(buffer, head, &pick.title, model.theme.style(Role::Title)) + 3;
    let typed = Rect { x: head.x + title, width: head.width.saturating_sub(title + took + 2), ..head };
    prompt::typed(model, &pick.edit, typed, buffer);
    if pick.edit.is_blank() && !pick.items.is_empty() {
        let hint = Rect { x: typed.x + 2, width: typed.width.saturating_sub(2), ..typed };
        put_cut(model, buffer, hint, "type to filter", model.theme.style(Role::Dim));
    }
}

/// What stands there when nothing is listed.
fn empty(model: &Model, pick: &Pick, area: Rect, buffer: &mut Buffer) {
    let column = layout::column(area, model.measure, layout::MARGIN);
    let page = Rect {
        x: column.x + layout::MARGIN,
        y: area.y + 1.min(area.height),
        width: layout::measure(column, layout::MARGIN, model.measure),
        height: area.height.saturating_sub(1),
    };
    let nothing = format!("Nothing here has ‘{}’.", pick.edit.text().trim());
    let text = if pick.items.is_empty() { &pick.empty } else { &nothing };
    put_wrapped(model, buffer, page, text, model.theme.style(Role::Dim));
}

/// How wide the columns are, in cells: each as its widest item wants, the text what is left.
struct Columns {
    from: u16,
    place: u16,
    date: u16,
}

impl Columns {
    fn of(pick: &Pick, line: u16, each: u16) -> Self {
        let widest = |text: fn(&Item) -> &str| {
            let cells = pick.items.iter().map(|item| width(text(item))).max().unwrap_or(0);
            u16::try_from(cells).unwrap_or(u16::MAX)
        };
        let place = widest(|item| &item.place).min(line / 4);
        let date = widest(|item| &item.date).min(line / 4);
        let room = if each == 1 { (line / 3).min(TITLES) } else { line.saturating_sub(place + date + 2 * APART + 3) };
        Self { from: widest(|item| &item.from).min(room), place, date }
    }

    /// Cells of all of them together with what parts them from the text and each other.
    fn together(&self) -> u16 {
        [self.from, self.place, self.date].into_iter().filter(|wide| *wide > 0).map(|wide| wide + APART).sum()
    }
}

/// An item: its text, and beside or below it what it is from, where in that, and the day.
fn draw_item(model: &Model, item: &Item, selected: bool, columns: &Columns, area: Rect, buffer: &mut Buffer) {
    let line = Rect { height: 1, ..area };
    if selected {
        for y in area.top()..area.bottom() {
            put(buffer, Rect { y, ..line }, model.theme.sign(Sign::Bar), model.theme.style(Role::Accent));
        }
    }
    put(buffer, Rect { x: line.x + 1, width: 1, ..line }, &item.sign, model.theme.style(Role::Note));
    let inner = Rect { x: line.x + 3, width: line.width.saturating_sub(3), ..line };
    let (text, mut x, y) = if area.height == 1 {
        let left = inner.width.saturating_sub(columns.together());
        (Rect { width: left, ..inner }, inner.x + left + APART, line.y)
    } else {
        (inner, inner.x, line.y + 1)
    };
    let style = model.theme.style(if selected { Role::Selected } else { Role::Text });
    put_cut(model, buffer, text, &item.text, style);
    for (what, wide) in [(&item.from, columns.from), (&item.place, columns.place), (&item.date, columns.date)] {
        if wide > 0 {
            let column = Rect { x, y, width: wide.min(inner.right().saturating_sub(x)), height: 1 };
            put_cut(model, buffer, column, what, model.theme.style(Role::Dim));
            x = x.saturating_add(wide + APART);
        }
    }
}
