//! What the mouse does on each screen: a press goes to what is under the pointer, the wheel scrolls it.

use ratatui::layout::{Position, Rect};

use crate::text::Span;
use crate::tui::layout::{self, Areas};
use crate::tui::pane::Pane;
use crate::tui::screen::{Screen, Stage};
use crate::tui::sheet::{Line, Tag};

/// The line of a pane that is drawn at a row of the screen; nothing outside its area or behind its text.
fn line_at(pane: &Pane, area: Rect, (x, y): (u16, u16)) -> Option<usize> {
    let inside = area.contains(Position { x, y });
    let line = pane.top() + usize::from(y.saturating_sub(area.y));
    (inside && line < pane.sheet().lines().len()).then_some(line)
}

/// The span of text that a line shows, and the block it is of.
fn span_at(pane: &Pane, line: usize) -> Option<(Tag, Span)> {
    let &Line::Row(block, row) = pane.sheet().lines().get(line)? else { return None };
    Some((pane.sheet().blocks().get(block)?.tag, pane.sheet().row(block, row)?.span))
}

impl Screen {
    /// A press of the first button. Whether it was on what was selected already, and so opens it.
    pub fn press(&mut self, at: (u16, u16), stage: Stage) -> bool {
        match self {
            Self::Shelf(shelf) => {
                let areas = Areas::shelf(stage.size);
                let row = shelf.top + usize::from(at.1.saturating_sub(areas.left.y));
                let on_list = areas.left.contains(at.into()) && (areas.two_panes() || !shelf.in_preview);
                if !on_list || row >= stage.desk.order.len() {
                    shelf.in_preview = areas.right.contains(at.into()) || (shelf.in_preview && !areas.two_panes());
                    return false;
                }
                let again = shelf.selected == row && !shelf.in_preview;
                shelf.in_preview = false;
                shelf.go(row, stage.desk.order.len());
                again
            }
            Self::Reader(reader) => {
                let areas = Areas::reader(stage.size);
                let right = if areas.two_panes() { areas.right } else { areas.left };
                if (areas.two_panes() || reader.in_evidence) && right.contains(at.into()) {
                    let again = reader.in_evidence;
                    reader.in_evidence = true;
                    return again && reader.claim.is_some();
                }
                let Some(line) = line_at(&reader.text, areas.left, at) else { return false };
                let tag = reader.text.sheet().tag_of(line);
                let again = reader.tag() == tag && !reader.in_evidence;
                reader.in_evidence = false;
                reader.press(tag, stage);
                again && matches!(tag, Tag::Claim(_))
            }
            Self::Article(reading) => {
                let area = Areas::article(stage.size).left;
                let Some(line) = line_at(&reading.text, area, at) else { return false };
                span_at(&reading.text, line).is_some_and(|(tag, span)| reading.press(tag, span))
            }
            Self::Compare(compare) => {
                let areas = Areas::compare(stage.size);
                let side = if areas.two_panes() { usize::from(at.0 > areas.between.x) } else { compare.active };
                let area = if side == 1 && areas.two_panes() { areas.right } else { areas.left };
                let Some(line) = compare.sides.get(side).and_then(|of| line_at(&of.text, area, at)) else {
                    return false;
                };
                let was = compare.active;
                compare.active = side;
                compare.sides.get_mut(side).is_some_and(|of| {
                    let claim = match of.text.sheet().tag_of(line) {
                        Tag::Claim(claim) => Some(claim),
                        _ => None,
                    };
                    let again = was == side && claim.is_some() && of.claim == claim;
                    of.claim = claim;
                    again
                })
            }
            Self::Pick(pick) => {
                let area = Areas::single(stage.size).left;
                let row = pick.top + usize::from(at.1.saturating_sub(area.y));
                if area.contains(at.into()) && row < pick.shown.len() {
                    pick.selected = row;
                }
                false
            }
            Self::Help(_) | Self::Messages(_) => false,
        }
    }

    /// Scrolls what is under the pointer by so many lines. Never opens anything.
    pub fn wheel(&mut self, at: (u16, u16), lines: isize, stage: Stage) -> bool {
        let two = layout::two(stage.size);
        match self {
            Self::Shelf(shelf) if shelf.in_preview || Areas::shelf(stage.size).right.contains(at.into()) && two => {
                shelf.preview.scroll(lines);
            }
            Self::Shelf(shelf) => {
                shelf.go(shelf.selected.saturating_add_signed(lines), stage.desk.order.len());
            }
            Self::Reader(reader) => {
                let on_right = two && Areas::reader(stage.size).right.contains(at.into());
                if on_right || (!two && reader.in_evidence) {
                    reader.evidence.scroll(lines);
                } else {
                    reader.text.scroll(lines);
                }
            }
            Self::Article(reading) => reading.text.scroll(lines),
            Self::Compare(compare) => {
                let side = if two { usize::from(at.0 > Areas::compare(stage.size).between.x) } else { compare.active };
                if let Some(side) = compare.sides.get_mut(side) {
                    side.text.scroll(lines);
                }
            }
            Self::Help(help) => help.text.scroll(lines),
            Self::Messages(messages) => messages.text.scroll(lines),
            Self::Pick(pick) => {
                pick.selected = pick.selected.saturating_add_signed(lines).min(pick.shown.len().saturating_sub(1))
            }
        }
        false
    }
}
