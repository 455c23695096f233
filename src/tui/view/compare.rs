//! Draws two briefs side by side.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::layout::Areas;
use crate::tui::model::Model;
use crate::tui::screen::compare::Side;
use crate::tui::screen::{Compare, typeset};
use crate::tui::theme::{Role, Sign};
use crate::tui::view::sheet::{self, Marks};
use crate::tui::view::{chrome, fill, put, put_cut};

/// Draws the comparison.
pub fn draw(model: &Model, compare: &Compare, buffer: &mut Buffer) {
    let areas = Areas::compare(model.size);
    chrome::frame(model, &areas, buffer);
    if areas.two_panes() {
        let down = Rect { y: areas.head.y, height: areas.head.height, ..areas.between };
        fill(buffer, down, model.theme.sign(Sign::Down), model.theme.style(Role::Rule));
        let crossing = Rect { y: areas.head_rule.y, height: 1, ..areas.between };
        fill(buffer, crossing, model.theme.sign(Sign::Crosses), model.theme.style(Role::Rule));
    }
    let panes = if areas.two_panes() { [areas.left, areas.right] } else { [areas.left, areas.left] };
    for (i, (side, pane)) in compare.sides.iter().zip(panes).enumerate() {
        let active = i == compare.active;
        if !areas.two_panes() && !active {
            continue;
        }
        let head = Rect { y: areas.head.y, height: 1, x: pane.x, width: pane.width };
        let name = if i == 0 { "A" } else { "B" };
        side_head(model, name, side, active, head, buffer);
        let selected = active.then(|| side.tag());
        sheet::draw(model, &side.text, pane, Marks { selected, pane: i, ..Marks::default() }, buffer);
        if let Some(why) = model.desk.failed(&side.id) {
            put_cut(
                model,
                buffer,
                Rect { x: pane.x + 4, height: 1, width: pane.width.saturating_sub(5), ..pane },
                why,
                model.theme.style(Role::Bad),
            );
        }
    }
    chrome::foot(model, areas.foot, &place(compare), buffer);
}

fn side_head(model: &Model, name: &str, side: &Side, active: bool, area: Rect, buffer: &mut Buffer) {
    let role = if active { Role::Accent } else { Role::Dim };
    put(buffer, Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area }, name, model.theme.style(role));
    let Some(document) = &side.document else { return };
    let text = Rect { x: area.x + 4, width: area.width.saturating_sub(5), ..area };
    put_cut(model, buffer, text, &document.heading(), model.theme.style(Role::Title));
    let byline = typeset::byline(&document.brief, model.theme);
    put_cut(model, buffer, Rect { y: text.y + 1, ..text }, &byline, model.theme.style(Role::Dim));
}

fn place(compare: &Compare) -> String {
    let name = if compare.active == 0 { "A" } else { "B" };
    let side = compare.sides.get(compare.active);
    let claims = side.and_then(|side| side.document.as_ref()).map_or(0, |document| document.brief.claims.len());
    match side.and_then(|side| side.claim) {
        Some(claim) => format!("{name} claim {}/{claims}", claim + 1),
        None => format!("{name} summary"),
    }
}
