//! Draws a list to pick from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::command::{Command, Scope};
use crate::tui::layout::{self, Areas};
use crate::tui::model::Model;
use crate::tui::screen::Pick;
use crate::tui::screen::pick::{APART, Columns, Item, SIGNS};
use crate::tui::theme::{Role, Sign};
use crate::tui::view::{chrome, prompt, put, put_cut, put_right, put_wrapped};

/// Draws the list, and above it what is typed.
pub fn draw(model: &Model, pick: &Pick, buffer: &mut Buffer) {
    let areas = Areas::single(model.size);
    chrome::frame(model, &areas, buffer);
    head(model, pick, areas.head, buffer);
    if pick.shown.is_empty() {
        empty(model, pick, areas.left, buffer);
    }
    let columns = Columns::of(pick, model.size);
    let list = Rect { x: areas.left.x + 1, width: areas.left.width.saturating_sub(2), ..areas.left };
    for (at, item, area) in pick.places(list) {
        if let Some(item) = pick.items.get(item) {
            draw_item(model, item, at == pick.selected, (&columns, pick.is_beside(model.size)), area, buffer);
        }
    }
    let hints = model.keymap.footer(Scope::List);
    let does = model.keymap.keys_of(Command::Accede);
    let title = |key: &String, title| if does.contains(key) { pick.does } else { title };
    let hints: Vec<(&str, &str)> = hints.iter().map(|(key, usual)| (key.as_str(), title(key, *usual))).collect();
    chrome::foot_with(model, areas.foot, "", &hints, buffer);
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

/// An item: its text, and beside or below it what it is from, where in that, and the day.
fn draw_item(
    model: &Model,
    item: &Item,
    selected: bool,
    (columns, beside): (&Columns, bool),
    area: Rect,
    buffer: &mut Buffer,
) {
    let line = Rect { height: 1, ..area };
    let inner = Rect { x: line.x + SIGNS, width: line.width.saturating_sub(SIGNS), ..line };
    let lines = area.height.saturating_sub(u16::from(!beside)).max(1);
    let text = Rect { width: columns.text.min(inner.width), height: lines, ..inner }.intersection(area);
    let style = model.theme.style(if selected { Role::Selected } else { Role::Text });
    let took = put_wrapped(model, buffer, text, &item.text, style).max(1);
    let height = took + u16::from(!beside);
    if selected {
        for y in area.top()..(area.top() + height).min(area.bottom()) {
            put(buffer, Rect { y, ..line }, model.theme.sign(Sign::Bar), model.theme.style(Role::Accent));
        }
    }
    put(buffer, Rect { x: line.x + 1, width: 1, ..line }, &item.sign, model.theme.style(Role::Note));
    let (mut x, y) = if beside { (inner.x + columns.text + APART, line.y) } else { (inner.x, line.y + took) };
    for (what, wide) in [(&item.from, columns.from), (&item.place, columns.place), (&item.date, columns.date)] {
        if wide > 0 {
            let column = Rect { x, y, width: wide.min(inner.right().saturating_sub(x)), height: 1 };
            put_cut(model, buffer, column, what, model.theme.style(Role::Dim));
            x = x.saturating_add(wide + APART);
        }
    }
}
