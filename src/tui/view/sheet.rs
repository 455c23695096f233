//! Draws the part of a sheet that a pane shows.
//!
//! The margin of a brief or an article has three fields, so that nothing in it hides anything else: at the left a bar
//! (thick where one is, thin where a claim rests on the row), then the numbers of claims, and next to the text what the
//! reader added, where a note goes before a highlight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::bidi::Direction;
use crate::text::width::{Cluster, clusters, width};
use crate::text::wrap::Row;
use crate::text::{Offset, Span};
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::pane::Pane;
use crate::tui::sheet::{Block, Line, Sheet, Tag, tail_width};
use crate::tui::theme::{Role, Sign};
use crate::tui::view::{draw_clusters, put, put_right};

/// What is marked on a sheet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks<'a> {
    /// The blocks with this tag are selected: a bar stands beside them.
    pub selected: Option<Tag>,
    /// Parts of blocks that look otherwise, the later ones over the earlier; a bar stands beside the last role `Passage`.
    pub parts: &'a [(usize, Span, Role)],
    /// Which of the screen's panes it is, for the matches of a search.
    pub pane: usize,
    /// Whether another pane has the keys: then the bar is thin.
    pub quiet: bool,
}

/// Draws a pane in an area.
pub fn draw(model: &Model, pane: &Pane, area: Rect, marks: Marks, buffer: &mut Buffer) {
    let sheet = pane.sheet();
    let found = model.find.iter().flat_map(|find| find.in_pane(marks.pane));
    // While text is selected, nothing else looks as what is selected does.
    let selecting = marks.parts.iter().any(|part| part.2 == Role::Selection);
    let hit = |current: bool| if current && !selecting { Role::CurrentMatch } else { Role::Match };
    let hits = found.map(|(block, span, current)| (block, span, hit(current)));
    let mut parts: Vec<(usize, Span, Role)> = marks.parts.iter().copied().chain(hits).collect();
    parts.sort_by_key(|part| part.2 == Role::Selection);
    ticks(model, pane, area, &parts, buffer);
    let block = |line: usize| sheet.lines().get(line).map_or(0, |line| line.block());
    let (first, last) = (block(pane.visible().start), block(pane.visible().end.saturating_sub(1)));
    parts.retain(|part| (first..=last).contains(&part.0));
    let marks = Marks { parts: &parts, ..marks };
    let area = layout::column(area, sheet.measure(), sheet.margin());
    for (y, line) in (area.top()..area.bottom()).zip(pane.visible()) {
        let row = Rect { y, height: 1, ..area };
        let wide =
            sheet.lines().get(line).and_then(|what| sheet.blocks().get(what.block())).map_or(0, |block| block.wide);
        let row = Rect { width: row.width + wide, ..row }.intersection(buffer.area);
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
        // On the line between two panes, or at the edge of the screen.
        let cell = Rect { x: area.right().min(buffer.area.right().saturating_sub(1)), y, width: 1, height: 1 };
        put(buffer, cell, model.theme.sign(Sign::Tick), model.theme.style(role));
    }
}

fn draw_line(model: &Model, sheet: &Sheet, line: usize, area: Rect, marks: Marks, buffer: &mut Buffer) {
    let Some(&what) = sheet.lines().get(line) else { return };
    let Some(block) = sheet.blocks().get(what.block()) else { return };
    let selected = marks.selected.is_some_and(|tag| tag == block.tag && tag != Tag::None);
    let base = match block.role.unwrap_or(Role::Text) {
        Role::Text if selected && matches!(block.tag, Tag::Claim(_)) => Role::Selected,
        role => role,
    };
    let bar = match what {
        // Within what is selected the bar goes on.
        Line::Blank(block_no) => selected && block_no > 0 && is_selected(sheet, block_no - 1, marks.selected),
        Line::Row(block_no, row_no) => {
            draw_text(model, sheet, (block_no, row_no), base, marks, area, buffer);
            selected || rests_on(sheet, (block_no, row_no), marks.parts, Role::Passage)
        }
        Line::Beside(block_no, row_no) => {
            number(model, sheet, block_no, sheet.beside(block_no, row_no), area, buffer);
            selected
        }
        Line::Tail(block_no) => {
            tail(model, sheet, block_no, block, area, buffer);
            selected
        }
    };
    if bar {
        let sign = if marks.quiet { Sign::ThinBar } else { Sign::Bar };
        put(buffer, area, model.theme.sign(sign), model.theme.style(Role::Accent));
    }
}

fn is_selected(sheet: &Sheet, block: usize, selected: Option<Tag>) -> bool {
    let tag = sheet.blocks().get(block).map_or(Tag::None, |block| block.tag);
    tag != Tag::None && selected == Some(tag)
}

/// Whether a part that looks so lies on a row.
fn rests_on(sheet: &Sheet, (block, row): (usize, usize), parts: &[(usize, Span, Role)], on: Role) -> bool {
    let shown = sheet.row(block, row).map(|row| row.shown).unwrap_or_default();
    parts.iter().any(|(at, span, role)| *at == block && *role == on && span.overlaps(shown))
}

/// Draws a row of a block and what stands in the margin beside it.
fn draw_text(
    model: &Model,
    sheet: &Sheet,
    (block_no, row_no): (usize, usize),
    base: Role,
    marks: Marks,
    area: Rect,
    buffer: &mut Buffer,
) {
    let (Some(block), Some(row)) = (sheet.blocks().get(block_no), sheet.row(block_no, row_no)) else { return };
    if row_no == 0 {
        number(model, sheet, block_no, &block.lead, area, buffer);
    }
    number(model, sheet, block_no, sheet.beside(block_no, row_no), area, buffer);
    own(model, sheet, (block_no, row_no), marks, area, buffer);
    let rests = |on| rests_on(sheet, (block_no, row_no), marks.parts, on);
    if rests(Role::Covered) || rests(Role::OtherPassage) {
        put(buffer, area, model.theme.sign(Sign::ThinBar), model.theme.style(Role::Dim));
    }
    let of_block = marks.parts.iter().filter(|part| part.0 == block_no).map(|part| (part.1, part.2));
    let parts: Vec<(Span, Role)> = block.runs.iter().copied().chain(of_block).collect();
    let style = |at: Offset| {
        let part = parts.iter().rev().find(|(span, _)| span.contains(at));
        model.theme.style(part.map_or(base, |part| part.1))
    };
    draw_row(model, sheet, block_no, row, style, text_area(sheet, block_no, block, row, area), buffer);
    if sheet.is_last_row(block_no, row_no) && !sheet.tail_is_apart(block_no) {
        tail(model, sheet, block_no, block, area, buffer);
    }
}

/// What the reader added, next to the text: a note where its words begin, else a highlight beside every row of it.
fn own(
    model: &Model,
    sheet: &Sheet,
    (block_no, row_no): (usize, usize),
    marks: Marks,
    area: Rect,
    buffer: &mut Buffer,
) {
    let (Some(block), Some(row)) = (sheet.blocks().get(block_no), sheet.row(block_no, row_no)) else { return };
    let margin = sheet.margin();
    if margin < layout::BRIEF_MARGIN && !block.lead.is_empty() {
        return;
    }
    let begins = |(at, span, role): &(usize, Span, Role)| {
        *at == block_no && *role == Role::Noted && row.span.contains(span.start())
    };
    let (sign, role) = if row_no == 0 && !block.own.is_empty() {
        let note = block.own == model.theme.sign(Sign::Note);
        (block.own.as_str(), if note { Role::Note } else { Role::HighlightSign })
    } else if marks.parts.iter().any(begins) {
        (model.theme.sign(Sign::Note), Role::Note)
    } else if rests_on(sheet, (block_no, row_no), marks.parts, Role::Highlight) {
        (model.theme.sign(Sign::Highlight), Role::HighlightSign)
    } else {
        return;
    };
    let x = match sheet.direction(block_no) {
        Direction::LeftToRight => margin.saturating_sub(2),
        Direction::RightToLeft => 1,
    };
    let cell = Rect { x: area.x + x, width: 1, ..area }.intersection(area);
    put(buffer, cell, sign, model.theme.style(role));
}

/// Cells left of what is set from the right edge: for the bar and for what the reader added. The numbers stand at its
/// right, where it begins.
fn before_mirrored(sheet: &Sheet) -> u16 {
    if sheet.margin() >= layout::BRIEF_MARGIN { 2 } else { sheet.margin().min(1) }
}

/// Where a row's text is drawn: from the left edge of the measure, or at its right edge where the block runs from there.
fn text_area(sheet: &Sheet, block_no: usize, block: &Block, row: &Row, area: Rect) -> Rect {
    let left = sheet.margin() + block.indent;
    if sheet.direction(block_no) == Direction::LeftToRight {
        return Rect { x: area.x + left, width: area.width.saturating_sub(left), ..area };
    }
    let room = area.width.saturating_sub(sheet.margin()).min(sheet.measure()).saturating_sub(block.indent);
    let free = room.saturating_sub(u16::try_from(row.width).unwrap_or(u16::MAX));
    Rect { x: area.x + before_mirrored(sheet) + free, width: room - free, ..area }
}

/// Draws a row of a block, each cluster in the style of its place in the text, and the hyphen at its end.
fn draw_row(
    model: &Model,
    sheet: &Sheet,
    block_no: usize,
    row: &Row,
    style: impl Fn(Offset) -> Style,
    area: Rect,
    buffer: &mut Buffer,
) {
    let Some(block) = sheet.blocks().get(block_no) else { return };
    let order = sheet.order(block_no).filter(|_| model.theme.reorder);
    let hyphen = row.hyphen.then(|| Cluster {
        span: Span::new(row.shown.end().minus(1), row.shown.end()),
        shown: "-".into(),
        width: 1,
    });
    match order {
        Some(order) => {
            let visual = order.visual(&block.text, row.shown);
            let ends_left = sheet.direction(block_no) == Direction::RightToLeft;
            let (before, after) = if ends_left { (hyphen, None) } else { (None, hyphen) };
            draw_clusters(buffer, area, before.into_iter().chain(visual).chain(after), style);
        }
        None => {
            let shown = row.shown.slice(&block.text).unwrap_or_default();
            let logical = clusters(shown).map(|c| Cluster { span: c.span.within(row.shown.start()), ..c });
            draw_clusters(buffer, area, logical.chain(hyphen), style);
        }
    }
}

/// What hangs in the margin: numbers at its right, one cell from the text or from what the reader added.
fn number(model: &Model, sheet: &Sheet, block_no: usize, what: &str, area: Rect, buffer: &mut Buffer) {
    let Some(block) = sheet.blocks().get(block_no) else { return };
    let margin = sheet.margin();
    if what.is_empty() || margin < 3 {
        return;
    }
    let key = matches!(block.tag, Tag::Key(_));
    let added = u16::from(margin >= layout::BRIEF_MARGIN && matches!(block.tag, Tag::Claim(_) | Tag::Paragraph(_)));
    let room = Rect { x: area.x + 1, width: (margin - 2 - added).min(area.width), ..area };
    let style = model.theme.style(if key { Role::Key } else { Role::Dim });
    if sheet.direction(block_no) == Direction::RightToLeft {
        let x = area.x + before_mirrored(sheet) + sheet.measure() + 1;
        put(buffer, Rect { x, ..room }.intersection(buffer.area), what, style);
        return;
    }
    if key || width(what) > usize::from(room.width) {
        put(buffer, room, what, style);
    } else {
        put_right(buffer, room, what, style);
    }
}

/// What stands behind a block's last line: at the right edge of the measure; at its left where the block runs that way.
fn tail(model: &Model, sheet: &Sheet, block_no: usize, block: &Block, area: Rect, buffer: &mut Buffer) {
    let wide = u16::try_from(tail_width(block)).unwrap_or(u16::MAX);
    let end = (area.x + sheet.margin() + sheet.measure()).min(area.right());
    let mut x = match sheet.direction(block_no) {
        Direction::LeftToRight => end.saturating_sub(wide).max(area.x),
        Direction::RightToLeft => area.x + before_mirrored(sheet),
    };
    for (text, role) in &block.tail {
        x += put(buffer, Rect { x, width: end.saturating_sub(x), ..area }, text, model.theme.style(*role));
    }
}
