//! Draws the model. Changes nothing but the frame, and puts no text on it that was not made safe.

mod article;
mod broken;
mod chrome;
mod compare;
mod help;
mod notice;
mod passages;
mod pick;
mod prompt;
mod reader;
mod sheet;
mod shelf;
mod writing;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::bidi::{self, Direction, Order};
use crate::text::width::{Cluster, clusters, width};
use crate::text::wrap::{Setting, wrap};
use crate::text::{Offset, Span};
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::screen::{Reader, Reading, Screen};
use crate::tui::theme::{Role, Sign};

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
        Some(Screen::Reader(Reader { id, .. }) | Screen::Article(Reading { id, .. }))
            if model.desk.failed(id).is_some() =>
        {
            broken::draw(model, id, model.desk.failed(id).unwrap_or_default(), buffer);
        }
        Some(Screen::Reader(reader)) => reader::draw(model, reader, buffer),
        Some(Screen::Article(reading)) => article::draw(model, reading, buffer),
        Some(Screen::Compare(compare)) => compare::draw(model, compare, buffer),
        Some(Screen::Passages(passages)) => passages::draw(model, passages, buffer),
        Some(Screen::Help(help)) => help::draw(model, help, buffer),
        Some(Screen::Messages(messages)) => help::draw_messages(model, messages, buffer),
        Some(Screen::Pick(pick)) => pick::draw(model, pick, buffer),
        None => {}
    }
    chrome::pending(model, buffer);
    writing::draw(model, buffer);
    prompt::draw(model, buffer);
}

/// Puts one line of our own text at the left of an area, cut at a cluster where it does not fit. Returns the cells it took.
fn put(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    draw_clusters(buffer, area, clusters(text), |_| style)
}

/// Puts one line of any text at the left of an area, in the order in which it is read; where it does not fit, an ellipsis
/// says at its end that it goes on. Returns the cells it took.
fn put_cut(model: &Model, buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let (kept, ellipsis) = fitting(model, text, area.width);
    draw_clusters(buffer, area, in_order(model, text, kept, ellipsis).into_iter(), |_| style)
}

/// Puts any text in an area, in rows as wide as that; where they do not fit, an ellipsis says at the end of the last
/// that it goes on. Returns the rows it took.
fn put_wrapped(model: &Model, buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let rows = wrap(text, &Setting::new(usize::from(area.width).max(1)));
    for (i, (y, row)) in (area.top()..area.bottom()).zip(&rows).enumerate() {
        let line = Rect { y, height: 1, ..area };
        if y + 1 == area.bottom() && i + 1 < rows.len() {
            let rest = Span::new(row.shown.start(), Offset::new(text.len()));
            put_cut(model, buffer, line, rest.slice(text).unwrap_or_default(), style);
        } else {
            draw_clusters(buffer, line, in_order(model, text, row.shown, None).into_iter(), |_| style);
        }
    }
    u16::try_from(rows.len()).unwrap_or(u16::MAX).min(area.height)
}

/// The clusters of a part of a line from left to right, and what stands at its end.
fn in_order<'a>(model: &Model, text: &'a str, kept: Span, end: Option<Cluster<'a>>) -> Vec<Cluster<'a>> {
    if !model.theme.reorder || !bidi::is_mixed(text) {
        return clusters(kept.slice(text).unwrap_or_default()).chain(end).collect();
    }
    let direction = Direction::of(text);
    let visual = Order::new(text, direction).visual(text, kept);
    let (before, after) = if direction == Direction::RightToLeft { (end, None) } else { (None, end) };
    before.into_iter().chain(visual).chain(after).collect()
}

/// As much of a line as fits into so many cells, and the ellipsis when that is not all of it.
fn fitting(model: &Model, text: &str, room: u16) -> (Span, Option<Cluster<'static>>) {
    let room = usize::from(room);
    if width(text) <= room {
        return (Span::whole(text), None);
    }
    let sign = model.theme.sign(Sign::Ellipsis);
    let ellipsis = Cluster { span: Span::default(), shown: sign.into(), width: width(sign) };
    let mut taken = 0;
    let fits = clusters(text).take_while(|cluster| {
        taken += cluster.width;
        taken + ellipsis.width <= room
    });
    (Span::new(0, fits.last().map_or(Offset::default(), |cluster| cluster.span.end())), Some(ellipsis))
}

/// Draws clusters from left to right, as far as there is room, each in the style of its place in the text. Returns the
/// cells they took.
fn draw_clusters<'a>(
    buffer: &mut Buffer,
    area: Rect,
    clusters: impl Iterator<Item = Cluster<'a>>,
    style: impl Fn(Offset) -> Style,
) -> u16 {
    if area.is_empty() {
        return 0;
    }
    let mut x = area.x;
    for cluster in clusters {
        let wide = u16::try_from(cluster.width).unwrap_or(u16::MAX);
        if x.saturating_add(wide) > area.right() {
            break;
        }
        if wide > 0 {
            // A space at which no line is broken looks like any other.
            let shown = if cluster.shown == "\u{a0}" { " " } else { cluster.shown.as_ref() };
            buffer.set_stringn(x, area.y, shown, cluster.width, style(cluster.span.start()));
        }
        x += wide;
    }
    x - area.x
}

/// Puts one line of our own text at the right of an area. Returns the cells it took; nothing when it does not fit.
fn put_right(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    right_part(area, text).map_or(0, |area| put(buffer, area, text, style))
}

/// Puts one line of any text at the right of an area, in the order in which it is read. As [`put_right`].
fn put_right_in_order(model: &Model, buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    right_part(area, text).map_or(0, |area| put_cut(model, buffer, area, text, style))
}

/// The part of an area at its right that a text fills; `None` when it does not fit.
fn right_part(area: Rect, text: &str) -> Option<Rect> {
    let wide = u16::try_from(width(text)).ok().filter(|&wide| wide <= area.width)?;
    Some(Rect { x: area.right() - wide, width: wide, ..area })
}

/// Clears what lies beneath something that is drawn over the rest.
fn clear(buffer: &mut Buffer, area: Rect, style: Style) {
    for position in area.intersection(buffer.area).positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.reset();
            cell.set_style(style);
        }
    }
}

/// Fills a line or column with a sign.
fn fill(buffer: &mut Buffer, area: Rect, sign: &str, style: Style) {
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            buffer.set_stringn(x, y, sign, 1, style);
        }
    }
}
