//! Draws the passages of two claims, side by side or one over the other.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::layout::SideBySide;
use crate::tui::model::Model;
use crate::tui::screen::aligned::NAMES;
use crate::tui::screen::{Passages, Reader};
use crate::tui::theme::{Role, Sign};
use crate::tui::view::{chrome, fill, put, put_cut, reader};

/// Draws the passages.
pub fn draw(model: &Model, passages: &Passages, buffer: &mut Buffer) {
    let SideBySide { areas, claims, panes } = passages.areas(model.size);
    chrome::frame(model, &areas, buffer);
    for (i, (side, pane)) in passages.sides.iter().zip(panes).enumerate() {
        let head = if areas.two_panes() {
            Rect { x: pane.x, width: pane.width, height: 1, ..areas.head }
        } else {
            Rect { y: areas.head.y + u16::try_from(i).unwrap_or(0), height: 1, ..areas.head }
        };
        title(model, i, side, passages.active == i, head, buffer);
        if let (Some(lines), Some(area)) = (passages.claims.get(i), claims.get(i)) {
            claim(model, lines, *area, buffer);
        }
        if let Some(why) = model.desk.failed(&side.id) {
            put_cut(model, buffer, Rect { height: 1.min(pane.height), ..pane }, why, model.theme.style(Role::Bad));
        }
        reader::evidence(model, side, pane, i, buffer);
    }
    if !areas.two_panes() {
        let rule = Rect { y: panes[0].bottom(), height: 1, ..areas.left };
        fill(buffer, rule, model.theme.sign(Sign::Across), model.theme.style(Role::Rule));
    }
    let name = NAMES.get(passages.active).copied().unwrap_or_default();
    let at = passages.side().claim.map_or_else(|| "no claim".to_owned(), |claim| format!("claim {}", claim + 1));
    chrome::foot(model, areas.foot, &format!("{name} {at}"), buffer);
}

/// Whose passage it is.
fn title(model: &Model, i: usize, side: &Reader, active: bool, area: Rect, buffer: &mut Buffer) {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let role = if active { Role::Accent } else { Role::Dim };
    put(buffer, area, NAMES.get(i).copied().unwrap_or_default(), model.theme.style(role));
    let Some(document) = &side.document else { return };
    let text = Rect { x: area.x + 3, width: area.width.saturating_sub(3), ..area };
    put_cut(model, buffer, text, &document.heading(), model.theme.style(Role::Title));
}

/// The claim whose passage it is, whole where the screen has the room.
fn claim(model: &Model, lines: &[String], area: Rect, buffer: &mut Buffer) {
    let style = model.theme.style(Role::Text);
    for (i, y) in (area.top()..area.bottom()).enumerate() {
        let Some(line) = lines.get(i) else { break };
        let row = Rect { x: area.x + 4, y, width: area.width.saturating_sub(5), height: 1 };
        let goes_on = y + 1 == area.bottom() && lines.len() > i + 1;
        let line = if goes_on { format!("{line}{}", model.theme.sign(Sign::Ellipsis)) } else { line.clone() };
        put_cut(model, buffer, row, &line, style);
    }
}
