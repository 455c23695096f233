//! Draws the note being written: a page at the bottom of the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::text::wrap::{Setting, row_at, wrap};
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::theme::{Role, Sign};
use crate::tui::view::{chrome, clear, fill, put, put_cut};

/// Lines of the page.
const LINES: u16 = 8;

/// Draws the page, if a note is written.
pub fn draw(model: &Model, buffer: &mut Buffer) {
    let Some(writing) = &model.writing else { return };
    let area = buffer.area;
    let height = (LINES + 2).min(area.height.saturating_sub(4)).max(3);
    let panel = Rect { y: area.bottom().saturating_sub(height), height, ..area };
    clear(buffer, panel, model.theme.style(Role::Text));
    fill(buffer, Rect { height: 1, ..panel }, model.theme.sign(Sign::Across), model.theme.style(Role::Rule));
    let title = format!(" Note on {} ", writing.title);
    let head = Rect { x: panel.x + 3, width: panel.width.saturating_sub(4), height: 1, ..panel };
    put_cut(model, buffer, head, &title, model.theme.style(Role::Title));
    let measure = panel.width.saturating_sub(layout::MARGIN + 2).min(model.measure);
    let page =
        Rect { x: panel.x + layout::MARGIN, y: panel.y + 1, width: measure + 1, height: height.saturating_sub(2) };
    text(model, &writing.edit.text(), writing.edit.cursor(), page, buffer);
    let foot = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    let keys = [("esc", "keep"), ("C-c", "drop"), ("C-x C-e", "your editor")];
    chrome::foot_of(model, foot, &keys, buffer);
}

/// The text in rows, the cursor as a reversed cell and always in view.
fn text(model: &Model, text: &str, cursor: crate::text::Offset, area: Rect, buffer: &mut Buffer) {
    // A cell for the cursor behind the last character, and a row for it behind the last line end.
    let padded = format!("{text} ");
    let rows = wrap(&padded, &Setting::new(usize::from(area.width.saturating_sub(1)).max(1)));
    let at = row_at(&rows, cursor);
    let top = (at + 1).saturating_sub(usize::from(area.height));
    let style = model.theme.style(Role::Text);
    for (y, (i, row)) in (area.top()..area.bottom()).zip(rows.iter().enumerate().skip(top)) {
        let line = Rect { y, height: 1, ..area };
        let shown = row.shown.slice(&padded).unwrap_or_default();
        put(buffer, line, shown, style);
        if i == at {
            let before = crate::text::Span::new(row.span.start(), cursor).slice(&padded).unwrap_or_default();
            let x = area.x
                + u16::try_from(crate::text::width::width(before)).unwrap_or(0).min(area.width.saturating_sub(1));
            buffer.set_style(Rect { x, width: 1, ..line }, style.add_modifier(Modifier::REVERSED));
        }
    }
}
