//! What the mouse does on each screen: a press goes to what is under the pointer, the wheel scrolls it.

use ratatui::layout::{Position, Rect};

use crate::text::Span;
use crate::tui::layout::Areas;
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
                // The blank line below a row is the row's too.
                let places = shelf.places(stage.desk.order.len(), areas.left);
                let row = places.iter().rev().find(|(_, place)| place.y <= at.1).map_or(0, |(row, _)| *row);
                let below = places.last().is_none_or(|(_, last)| at.1 >= last.bottom() + shelf.columns.gap);
                let on_list = areas.left.contains(at.into()) && (areas.two_panes() || !shelf.in_preview);
                if !on_list || below {
                    shelf.in_preview = areas.right.contains(at.into()) || (shelf.in_preview && !areas.two_panes());
                    return false;
                }
                let again = shelf.selected == row && !shelf.in_preview;
                shelf.in_preview = false;
                shelf.go(row, stage.desk.order.len());
                again
            }
            Self::Reader(reader) => {
                let areas = reader.areas(stage.size);
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
                let side = usize::from(areas.two_panes() && at.0 > areas.between.x);
                let area = if side == 1 { areas.right } else { areas.left };
                let line = compare.text.get(side).and_then(|pane| line_at(pane, area, at));
                line.is_some_and(|line| compare.press(side, line))
            }
            Self::Passages(passages) => {
                let panes = passages.areas(stage.size).panes;
                let Some(side) = panes.iter().position(|pane| pane.contains(at.into())) else { return false };
                let again = passages.active == side;
                passages.active = side;
                again
            }
            Self::Pick(pick) => {
                let area = Areas::single(stage.size).left;
                let pressed = pick.places(area).into_iter().find(|(.., place)| place.contains(at.into()));
                if let Some((row, ..)) = pressed {
                    pick.selected = row;
                }
                false
            }
            Self::Help(_) | Self::Messages(_) => false,
        }
    }

    /// Scrolls what is under the pointer by so many lines. Never opens anything.
    pub fn wheel(&mut self, at: (u16, u16), lines: isize, stage: Stage) -> bool {
        match self {
            Self::Shelf(shelf) if shelf.in_preview || Areas::shelf(stage.size).right.contains(at.into()) => {
                shelf.preview.scroll(lines);
            }
            Self::Shelf(shelf) => {
                shelf.go(shelf.selected.saturating_add_signed(lines), stage.desk.order.len());
            }
            Self::Reader(reader) => {
                let areas = reader.areas(stage.size);
                let on_right = areas.two_panes() && areas.right.contains(at.into());
                if on_right || (!areas.two_panes() && reader.in_evidence) {
                    reader.evidence.scroll(lines);
                } else {
                    reader.text.scroll(lines);
                }
            }
            Self::Article(reading) => reading.text.scroll(lines),
            Self::Compare(compare) => compare.scroll(lines),
            Self::Passages(passages) => {
                let panes = passages.areas(stage.size).panes;
                let side = panes.iter().position(|pane| pane.contains(at.into())).unwrap_or(passages.active);
                if let Some(side) = passages.sides.get_mut(side) {
                    side.evidence.scroll(lines);
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
