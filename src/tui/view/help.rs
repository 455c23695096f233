//! Draws the lists of keys and of messages.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::layout::Areas;
use crate::tui::model::Model;
use crate::tui::screen::{Help, Messages};
use crate::tui::theme::{Role, Sign};
use crate::tui::view::sheet::{self, Marks};
use crate::tui::view::{chrome, put_cut};

/// Draws the list of keys.
pub fn draw(model: &Model, help: &Help, buffer: &mut Buffer) {
    let areas = Areas::single(model.size);
    chrome::frame(model, &areas, buffer);
    let head = Rect { x: areas.head.x + 1, width: areas.head.width.saturating_sub(2), ..areas.head };
    let title = format!("Keys {} {}", model.theme.sign(Sign::Dot), help.screen.title());
    put_cut(model, buffer, head, &title, model.theme.style(Role::Title));
    sheet::draw(model, &help.text, areas.left, Marks::default(), buffer);
    let lines = help.text.sheet().lines().len().max(1);
    chrome::foot(model, areas.foot, &format!("{}%", help.text.visible().end * 100 / lines), buffer);
}

/// Draws what was said so far.
pub fn draw_messages(model: &Model, messages: &Messages, buffer: &mut Buffer) {
    let areas = Areas::single(model.size);
    chrome::frame(model, &areas, buffer);
    let head = Rect { x: areas.head.x + 1, width: areas.head.width.saturating_sub(2), ..areas.head };
    put_cut(model, buffer, head, "Messages", model.theme.style(Role::Title));
    sheet::draw(model, &messages.text, areas.left, Marks::default(), buffer);
    chrome::foot(model, areas.foot, "", buffer);
}
