//! Draws a list to pick from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::layout::Areas;
use crate::tui::model::Model;
use crate::tui::screen::Pick;
use crate::tui::theme::{Role, Sign};
use crate::tui::view::{chrome, prompt, put, put_cut, put_right};

/// Draws the list, and above it what is typed.
pub fn draw(model: &Model, pick: &Pick, buffer: &mut Buffer) {
    let areas = Areas::single(model.size);
    chrome::frame(model, &areas, buffer);
    let head = Rect { x: areas.head.x + 1, width: areas.head.width.saturating_sub(2), ..areas.head };
    let count = format!("{} of {}", pick.shown.len(), pick.items.len());
    let took = put_right(buffer, head, &count, model.theme.style(Role::Dim));
    let title = put(buffer, head, &pick.title, model.theme.style(Role::Title)) + 3;
    let typed = Rect { x: head.x + title, width: head.width.saturating_sub(title + took + 2), ..head };
    prompt::typed(model, &pick.edit, typed, buffer);
    if pick.items.is_empty() {
        let line =
            Rect { x: areas.left.x + 4, width: areas.left.width.saturating_sub(5), height: 1, y: areas.left.y + 1 };
        put_cut(model, buffer, line, &pick.empty, model.theme.style(Role::Dim));
    }
    let rows = pick.shown.iter().enumerate().skip(pick.top);
    for (y, (i, item)) in (areas.left.top()..areas.left.bottom()).zip(rows) {
        let Some(item) = pick.items.get(*item) else { continue };
        let selected = i == pick.selected;
        let line = Rect { x: areas.left.x + 1, y, width: areas.left.width.saturating_sub(2), height: 1 };
        if selected {
            put(buffer, line, model.theme.sign(Sign::Bar), model.theme.style(Role::Accent));
        }
        put(buffer, Rect { x: line.x + 1, width: 1, ..line }, &item.sign, model.theme.style(Role::Note));
        let from = (line.width / 3).min(40);
        let right = Rect { x: line.right().saturating_sub(from), width: from, ..line };
        put_cut(model, buffer, right, &item.from, model.theme.style(Role::Dim));
        let text = Rect { x: line.x + 3, width: line.width.saturating_sub(from + 5), ..line };
        let style = model.theme.style(if selected { Role::Selected } else { Role::Text });
        put_cut(model, buffer, text, &item.text, style);
    }
    chrome::foot_of(model, areas.foot, &[("enter", "go there"), ("up down", "choose"), ("esc", "back")], buffer);
}
