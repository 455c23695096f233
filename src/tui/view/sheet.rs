//! Draws the part of a sheet that a pane shows.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::width::{clusters, width};
use crate::text::{Offset, Span};
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::pane::Pane;
use crate::tui::sheet::{Block, Line, Sheet, Tag, tail_width};
use crate::tui::theme::{Role, Sign};
use crate::tui::view::{put, put_right};

/// What is marked on a sheet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks<'a> {
    /// The blocks with this tag are selected: a bar stands beside them.
    pub selected: Option<Tag>,
    /// Parts of blocks that look otherwise, the later ones over the earlier; a bar stands beside the last role `Passage`.
    pub parts: &'a [(usize, Span, Role)],
    /// Which of the screen's panes it is, for the matches of a search.
    pub pane: usize,
}

/// Draws a pane in an area.
pub fn draw(model: &Model, pane: &Pane, area: Rect, marks: Marks, buffer: &mut Buffer) {
    let sheet = pane.sheet();
    let found = model.find.iter().flat_map(|find| find.in_pane(marks.pane));
    let hits =
        found.map(|(block, span, current)| (block, span, if current { Role::CurrentMatch } else { Role::Match }));
    let parts: Vec<(usize, Span, Role)> = marks.parts.iter().copied().chain(hits).collect();
    let marks = Marks { parts: &parts, ..marks };
    ticks(model, pane, area, &parts, buffer);
    let area = layout::column(area, sheet.measure(), sheet.margin());
    for (y, line) in (area.top()..area.bottom()).zip(pane.visible()) {
        let row = Rect { y, height: 1, ..area };
        draw_line(model, sheet, line, row, marks, buffer);
    }
}

/// At the right edge, where in the whole text the matches are.
fn ticks(model: &Model, pane: &Pane, area: Rect, parts: &[(usize, Span, Role)], buffer: &mut Buffer) {
    let lines = pane.sheet().lines().len().max(usize::from(area.height)).max(1);
    for (block, span, role) in parts.iter().filter(|part| matches!(part.2, Role::Match | Role::CurrentMatch)) {
        let line = pane.sheet().lines_of_span(*block, *span).start;
        let y = area.y + u16::try_from(line * usize::from(area.height) / lines).unwrap_or(0);
        let role = if *role == Role::CurrentMatch { Role::Accent } else { Role::Dim };
        let cell = Rect { x: area.right().saturating_sub(1), y, width: 1, height: 1 };
        put(buffer, cell, model.theme.sign(Sign::Tick), model.theme.style(role));
    }
}

fn draw_line(model: &Model, sheet: &Sheet, line: usize, area: Rect, marks: Marks, buffer: &mut Buffer) {
    let Some(&what) = sheet.lines().get(line) else { return };
    let Some(block) = sheet.blocks().get(what.block()) else { return };
    let selected = marks.selected.is_some_and(|tag| tag == block.tag && tag != Tag::None);
    let base = match block.role.unwrap_or(Role::Text) {
        Role::Text if selected => Role::Selected,
        role => role,
    };
    let text = Rect {
        x: area.x + sheet.margin() + block.indent,
        width: area.width.saturating_sub(sheet.margin() + block.indent),
        ..area
    };
    let mut bar = selected && !matches!(what, Line::Blank(_));
    match what {
        Line::Blank(_) => {}
        Line::Row(block_no, row_no) => {
            let Some(row) = sheet.row(block_no, row_no) else { return };
            if row_no == 0 {
                lead(model, sheet, block, area, buffer);
            }
            let parts: Vec<(Span, Role)> = block
                .runs
                .iter()
                .copied()
                .chain(marks.parts.iter().filter(|part| part.0 == block_no).map(|part| (part.1, part.2)))
                .collect();
            bar |= parts.iter().any(|(span, role)| *role == Role::Passage && span.overlaps(row.span));
            let style = |at: Offset| {
                let part = parts.iter().rev().find(|(span, _)| span.contains(at));
                model.theme.style(part.map_or(base, |part| part.1))
            };
            let took = draw_text(&block.text, row.shown, style, text, buffer);
            if row.hyphen {
                let rest = Rect { x: text.x + took, width: text.width.saturating_sub(took), ..text };
                put(buffer, rest, "-", style(row.shown.end().minus(1)));
            }
            let free = usize::from(sheet.measure().saturating_sub(block.indent)).saturating_sub(row.width);
            if sheet.is_last_row(block_no, row_no) && !block.tail.is_empty() && free >= tail_width(block) + 2 {
                tail(model, sheet, block, area, buffer);
            }
        }
        Line::Tail(_) => tail(model, sheet, block, area, buffer),
    }
    if bar {
        put(buffer, area, model.theme.sign(Sign::Bar), model.theme.style(Role::Accent));
    }
}

/// Draws a stretch of a text, each cluster in its style. Returns the cells it took.
fn draw_text(text: &str, shown: Span, style: impl Fn(Offset) -> Style, area: Rect, buffer: &mut Buffer) -> u16 {
    let Some(slice) = shown.slice(text) else { return 0 };
    let mut x = area.x;
    for cluster in clusters(slice) {
        let wide = u16::try_from(cluster.width).unwrap_or(u16::MAX);
        if x.saturating_add(wide) > area.right() {
            break;
        }
        if wide > 0 {
            let at = shown.start().plus(cluster.span.start().bytes());
            buffer.set_stringn(x, area.y, cluster.shown.as_ref(), cluster.width, style(at));
        }
        x += wide;
    }
    x - area.x
}

/// What hangs in the margin: numbers at its right, one cell from the text.
fn lead(model: &Model, sheet: &Sheet, block: &Block, area: Rect, buffer: &mut Buffer) {
    let margin = sheet.margin();
    if block.lead.is_empty() || margin < 3 {
        return;
    }
    let room = Rect { x: area.x + 1, width: (margin - 2).min(area.width), ..area };
    let role = if matches!(block.tag, Tag::Key(_)) { Role::Key } else { Role::Dim };
    if width(&block.lead) > usize::from(room.width) || matches!(block.tag, Tag::Key(_)) {
        put(buffer, room, &block.lead, model.theme.style(role));
    } else {
        put_right(buffer, room, &block.lead, model.theme.style(role));
    }
}

/// What stands at the right of a block's last line.
fn tail(model: &Model, sheet: &Sheet, block: &Block, area: Rect, buffer: &mut Buffer) {
    let wide = u16::try_from(tail_width(block)).unwrap_or(u16::MAX);
    let end = (area.x + sheet.margin() + sheet.measure()).min(area.right());
    let mut x = end.saturating_sub(wide).max(area.x);
    for (text, role) in &block.tail {
        x += put(buffer, Rect { x, width: end.saturating_sub(x), ..area }, text, model.theme.style(*role));
    }
}
