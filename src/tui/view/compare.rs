//! Draws two briefs side by side, claim by claim.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::analysis::compare::Class;
use crate::text::width::width;
use crate::tui::command::{Command, Scope};
use crate::tui::layout::{self, Areas};
use crate::tui::model::Model;
use crate::tui::screen::aligned::{NAMES, class_sign};
use crate::tui::screen::{Compare, particulars};
use crate::tui::sheet::{Line, Tag};
use crate::tui::theme::{Role, Sign};
use crate::tui::view::sheet::{self, Marks};
use crate::tui::view::{chrome, fill, put, put_cut, put_wrapped};

/// Draws the comparison.
pub fn draw(model: &Model, compare: &Compare, buffer: &mut Buffer) {
    let areas = Areas::compare(model.size);
    chrome::frame(model, &areas, buffer);
    head(model, compare, &areas, buffer);
    let selected = Some(compare.tag());
    if areas.two_panes() {
        let crossing = Rect { y: areas.head_rule.y, height: 1, ..areas.between };
        fill(buffer, crossing, model.theme.sign(Sign::MeetsBelow), model.theme.style(Role::Rule));
        open_reasons(model, compare, &areas, buffer);
        sheet::draw(model, &compare.text[1], areas.right, Marks { selected, pane: 1, ..Marks::default() }, buffer);
    }
    sheet::draw(model, &compare.text[0], areas.left, Marks { selected, ..Marks::default() }, buffer);
    bar(model, compare, &areas, buffer);
    let mut hints = chrome::hints(model, Scope::Compare, 1);
    if compare.rows.get(compare.selected).is_some_and(|row| row.class.is_none()) {
        // The summaries rest on no passages that could be laid side by side.
        let enter = model.keymap.keys_of(Command::Enter);
        hints.iter_mut().filter(|(key, _)| enter.contains(key)).for_each(|(_, title)| *title = "brief");
    }
    chrome::foot_with(model, areas.foot, &place(compare), &chrome::borrowed(&hints), buffer);
}

/// The line between the panes stops where a row says what it is, across both.
fn open_reasons(model: &Model, compare: &Compare, areas: &Areas, buffer: &mut Buffer) {
    let pane = &compare.text[0];
    for (y, line) in (areas.left.top()..areas.left.bottom()).zip(pane.visible()) {
        let is_text = matches!(pane.sheet().lines().get(line), Some(Line::Row(..)));
        if is_text && matches!(pane.sheet().tag_of(line), Tag::Row(_)) {
            put(buffer, Rect { y, height: 1, ..areas.between }, " ", model.theme.style(Role::Text));
        }
    }
}

/// The bar at the selected row: at its reason, and on the side that has the keys.
fn bar(model: &Model, compare: &Compare, areas: &Areas, buffer: &mut Buffer) {
    let Some(lines) = compare.selected_lines() else { return };
    let right = areas.two_panes() && compare.side() == 1;
    let (sign, style) = (model.theme.sign(Sign::Bar), model.theme.style(Role::Accent));
    let visible = compare.text[0].visible();
    for (y, line) in (areas.left.top()..areas.left.bottom()).zip(visible) {
        let tag = compare.text[0].sheet().tag_of(line);
        let in_side = |side: usize| tag == Tag::Cell(compare.selected, side);
        let is_reason = tag == Tag::Row(compare.selected);
        let here = areas.two_panes() || is_reason || in_side(compare.side());
        if !lines.contains(&line) || !here {
            continue;
        }
        let area = if right && !is_reason { areas.right } else { areas.left };
        let sheet = compare.text[0].sheet();
        let column = layout::column(area, sheet.measure(), sheet.margin());
        put(buffer, Rect { y, height: 1, ..column }, sign, style);
    }
}

/// The two sources, and how many rows there are of each class.
fn head(model: &Model, compare: &Compare, areas: &Areas, buffer: &mut Buffer) {
    let head = areas.head;
    let line = |n: u16| Rect { x: head.x + 1, y: head.y + n, width: head.width.saturating_sub(2), height: 1 };
    let counts = head.height.saturating_sub(1);
    let said = compare.documents.as_ref().map(|[a, b]| particulars::in_head([a, b], model.theme, areas));
    let said = said.unwrap_or_default();
    for side in [0, 1] {
        let below = u16::try_from(side).unwrap_or(0) * (counts / 2);
        let area = if areas.two_panes() {
            let pane = if side == 0 { areas.left } else { areas.right };
            Rect { x: pane.x + 1, width: pane.width.saturating_sub(2), ..line(0) }
        } else {
            line(below)
        };
        let name = NAMES.get(side).copied().unwrap_or_default();
        let role = if side == compare.side() { Role::Accent } else { Role::Dim };
        put(buffer, area, name, model.theme.style(role));
        let text = Rect { x: area.x + 3, width: area.width.saturating_sub(3), ..area };
        let failed = compare.ids.get(side).and_then(|id| model.desk.failed(id));
        if let Some(why) = failed {
            put_cut(model, buffer, text, &format!("cannot read: {why}"), model.theme.style(Role::Bad));
        }
        let Some(document) = compare.documents.as_ref().and_then(|documents| documents.get(side)) else { continue };
        let title = Rect { height: particulars::title_lines(document, areas), ..text };
        put_wrapped(model, buffer, title, &document.heading(), model.theme.style(Role::Title));
        if areas.two_panes() || counts >= 4 {
            let second = Rect { y: text.y + 1, ..text };
            put_cut(model, buffer, second, said.get(side).map_or("", String::as_str), model.theme.style(Role::Dim));
        }
    }
    if compare.documents.is_some() {
        let line = line(counts);
        tally(model, compare, Rect { x: line.x + 3, width: line.width.saturating_sub(3), ..line }, buffer);
    }
}

/// How many rows there are of each class: with air between where there is room; without the word "only", which the sign
/// says too, where there is little.
fn tally(model: &Model, compare: &Compare, area: Rect, buffer: &mut Buffer) {
    let counted = Class::ALL.map(|class| {
        let (sign, role) = class_sign(class);
        (class, role, format!("{} {}", model.theme.sign(sign), compare.count(class)))
    });
    let short = |class: Class| class.name().trim_start_matches("only ");
    let cells = |name: &dyn Fn(Class) -> &'static str, apart: usize| {
        let words = counted.iter().map(|(class, _, count)| width(count) + 1 + width(name(*class))).sum::<usize>();
        words + apart * (counted.len() - 1)
    };
    let room = usize::from(area.width);
    let (is_short, apart) = if cells(&Class::name, 3) <= room {
        (false, 3)
    } else if cells(&Class::name, 2) <= room {
        (false, 2)
    } else {
        (true, 2)
    };
    let mut x = area.x;
    for (class, role, count) in &counted {
        let rest = |x: u16| Rect { x, width: area.right().saturating_sub(x), ..area };
        let faint = compare.only.is_some_and(|only| only != *class);
        let role = if faint { Role::Dim } else { *role };
        x += put(buffer, rest(x), count, model.theme.style(role)) + 1;
        let role = if compare.only == Some(*class) { Role::Title } else { Role::Dim };
        let name = if is_short { short(*class) } else { class.name() };
        x += put(buffer, rest(x), name, model.theme.style(role)) + apart;
    }
}

/// Which row of how many, and of which kind only.
fn place(compare: &Compare) -> String {
    let rows = compare.rows.iter().filter(|row| row.class.is_some()).count();
    let side = NAMES.get(compare.side()).copied().unwrap_or_default();
    let at = compare.lines.iter().position(|(place, _)| *place == compare.selected).unwrap_or(0);
    match compare.only {
        Some(class) => format!("{side} row {}/{} of {}", at + 1, compare.lines.len(), class.name()),
        None if at == 0 => format!("{side} summary"),
        None => format!("{side} row {at}/{rows}"),
    }
}
