//! Draws the note being written: a page at the bottom of the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::text::wrap::row_at;
use crate::text::{Offset, Span};
use crate::tui::command::Scope;
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::theme::{Role, Sign};
use crate::tui::view::{chrome, clear, draw_clusters, fill, in_order, notice, put_cut};
use crate::tui::writing::Writing;

/// Draws the page, if a note is written.
pub fn draw(model: &Model, buffer: &mut Buffer) {
    let Some(writing) = &model.writing else { return };
    let area = buffer.area;
    let panel = layout::note(model.size, writing.rows.len()).intersection(area);
    clear(buffer, panel, model.theme.style(Role::Text));
    fill(buffer, Rect { height: 1, ..panel }, model.theme.sign(Sign::Across), model.theme.style(Role::Rule));
    let title = format!(" Note on {} ", writing.title);
    let head = Rect { x: panel.x + 3, width: panel.width.saturating_sub(4), height: 1, ..panel };
    put_cut(model, buffer, head, &title, model.theme.style(Role::Title));
    let measure = layout::note_measure(model.size, model.measure);
    let page = Rect {
        x: panel.x + layout::MARGIN,
        y: panel.y + 1,
        width: measure + 1,
        height: panel.height.saturating_sub(2),
    };
    text(model, writing, page.intersection(area), buffer);
    let foot = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    let keys = model.keymap.footer(Scope::Writing);
    let keys: Vec<(&str, &str)> = keys.iter().map(|(keys, title)| (keys.as_str(), *title)).collect();
    chrome::foot_of(model, foot, &keys, buffer);
    // What went wrong is said here too: the page stays because of it.
    if let Some(notice) = model.notice.as_ref().filter(|notice| notice.bad) {
        notice::draw(model, notice, foot, buffer);
    }
}

/// The text in rows, each in the order in which it is read; the cursor as a reversed cell and always in view.
fn text(model: &Model, writing: &Writing, area: Rect, buffer: &mut Buffer) {
    let (text, cursor) = (writing.text.as_str(), writing.edit.cursor());
    let at = row_at(&writing.rows, cursor);
    let top = (at + 1).saturating_sub(usize::from(area.height));
    let plain = model.theme.style(Role::Text);
    let reversed = plain.add_modifier(Modifier::REVERSED);
    for (y, (i, row)) in (area.top()..area.bottom()).zip(writing.rows.iter().enumerate().skip(top)) {
        let area = Rect { y, height: 1, ..area };
        let start = line_start(text, row.span.start());
        let line = Span::new(start, line_end(text, row.shown.end())).slice(text).unwrap_or_default();
        let within = |at: Offset| Offset::new(at.bytes().saturating_sub(start.bytes()));
        let shown = Span::new(within(row.shown.start()), within(row.shown.end()));
        let style = |at: Offset| if at == within(cursor) { reversed } else { plain };
        let took = draw_clusters(buffer, area, in_order(model, line, shown, None).into_iter(), style);
        if i == at && cursor >= row.shown.end() {
            // Behind the last character of a line.
            let x = (area.x + took).min(area.right().saturating_sub(1));
            buffer.set_style(Rect { x, width: 1, ..area }.intersection(area), reversed);
        }
    }
}

/// Where the line of the text begins in which a place is.
fn line_start(text: &str, at: Offset) -> Offset {
    Offset::new(text.get(..at.bytes()).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1))
}

/// Where it ends.
fn line_end(text: &str, at: Offset) -> Offset {
    let rest = text.get(at.bytes()..).unwrap_or_default();
    at.plus(rest.find('\n').unwrap_or(rest.len()))
}
