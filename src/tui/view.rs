//! Draws the model. Changes nothing but the frame, and puts no text on it that was not made safe.

mod article;
mod chrome;
mod compare;
mod help;
mod pick;
mod prompt;
mod reader;
mod sheet;
mod shelf;
mod writing;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::width::clusters;
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::screen::Screen;
use crate::tui::theme::Role;

/// Draws the whole screen.
pub fn view(model: &Model, buffer: &mut Buffer) {
    buffer.set_style(buffer.area, model.theme.style(Role::Text));
    if layout::too_small(model.size) {
        let (columns, rows) = layout::SMALLEST;
        let text = format!("epitome needs {columns}x{rows}");
        put(buffer, buffer.area, &text, model.theme.style(Role::Text));
        return;
    }
    match model.top() {
        Some(Screen::Shelf(shelf)) => shelf::draw(model, shelf, buffer),
        Some(Screen::Reader(reader)) => reader::draw(model, reader, buffer),
        Some(Screen::Article(reading)) => article::draw(model, reading, buffer),
        Some(Screen::Compare(compare)) => compare::draw(model, compare, buffer),
        Some(Screen::Help(help)) => help::draw(model, help, buffer),
        Some(Screen::Messages(messages)) => help::draw_messages(model, messages, buffer),
        Some(Screen::Pick(pick)) => pick::draw(model, pick, buffer),
        None => {}
    }
    chrome::pending(model, buffer);
    writing::draw(model, buffer);
    prompt::draw(model, buffer);
}

/// Puts one line of text at the left of an area, cut at a cluster where it does not fit. Returns the cells it took.
fn put(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    if area.is_empty() {
        return 0;
    }
    let mut x = area.x;
    for cluster in clusters(text) {
        let width = u16::try_from(cluster.width).unwrap_or(u16::MAX);
        if x.saturating_add(width) > area.right() {
            break;
        }
        if width > 0 {
            buffer.set_stringn(x, area.y, cluster.shown.as_ref(), cluster.width, style);
        }
        x += width;
    }
    x - area.x
}

/// Puts one line of text at the left of an area; where it does not fit, an ellipsis says that it goes on.
fn put_cut(model: &Model, buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    use crate::text::width::width;
    use crate::tui::theme::Sign;
    if width(text) <= usize::from(area.width) {
        return put(buffer, area, text, style);
    }
    let ellipsis = model.theme.sign(Sign::Ellipsis);
    let room = area.width.saturating_sub(u16::try_from(width(ellipsis)).unwrap_or(1));
    let took = put(buffer, Rect { width: room, ..area }, text, style);
    let rest = Rect { x: area.x + took, width: area.width - took, ..area };
    took + put(buffer, rest, ellipsis, style)
}

/// Puts one line of text at the right of an area. Returns the cells it took; nothing when it does not fit.
fn put_right(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let wide = u16::try_from(crate::text::width::width(text)).unwrap_or(u16::MAX);
    if wide > area.width {
        return 0;
    }
    put(buffer, Rect { x: area.right() - wide, width: wide, ..area }, text, style)
}

/// Fills a line or column with a sign.
fn fill(buffer: &mut Buffer, area: Rect, sign: &str, style: Style) {
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            buffer.set_stringn(x, y, sign, 1, style);
        }
    }
}
