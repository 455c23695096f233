//! What frames every screen: rules, the line at the bottom, the menu of a pending key.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::width::width;
use crate::tui::command::{Command, Scope};
use crate::tui::layout::Areas;
use crate::tui::model::Model;
use crate::tui::screen::Screen;
use crate::tui::theme::{Role, Sign};
use crate::tui::update;
use crate::tui::view::{clear, fill, notice, put, put_cut, put_right};

/// Cells between two hints of the footer.
const APART: u16 = 3;

/// The rules of a screen, and the line between its panes.
pub fn frame(model: &Model, areas: &Areas, buffer: &mut Buffer) {
    let style = model.theme.style(Role::Rule);
    let across = model.theme.sign(Sign::Across);
    fill(buffer, areas.head_rule, across, style);
    fill(buffer, areas.foot_rule, across, style);
    fill(buffer, areas.between, model.theme.sign(Sign::Down), style);
    for (rule, meets) in [(areas.head_rule, Sign::MeetsBelow), (areas.foot_rule, Sign::MeetsAbove)] {
        if areas.two_panes() && rule.height > 0 {
            buffer.set_stringn(areas.between.x, rule.y, model.theme.sign(meets), 1, style);
        }
    }
}

/// The line at the bottom: what is said, else the keys of the screen; at its right, where the reader is.
pub fn foot(model: &Model, area: Rect, place: &str, buffer: &mut Buffer) {
    let Some(screen) = model.top().map(Screen::scope) else { return };
    foot_with(model, area, place, &borrowed(&hints(model, screen, 1)), buffer);
}

/// The hints of a screen's footer that have at least that place in it, the most wanted first.
pub fn hints(model: &Model, screen: Scope, place: u8) -> Vec<(String, &'static str)> {
    // Of a draft that is not saved, what has to wait for that is not offered; neither is another brief of the shelf.
    let unsaved = model.is_unsaved();
    let waits = |command| update::wants_a_file(command) || matches!(command, Command::NextBrief | Command::Add);
    let is_high = |command: Command| {
        command == Command::Help || command.row().is_some_and(|row| row.footer_in(screen).0 >= place)
    };
    let hints = model.keymap.footer_of(screen, |command| is_high(command) && !(unsaved && waits(command)));
    let save = unsaved.then(|| ("A".to_owned(), "add to the library"));
    save.into_iter().chain(hints).collect()
}

/// The same hints, borrowed.
pub fn borrowed<'a>(hints: &'a [(String, &'static str)]) -> Vec<(&'a str, &'a str)> {
    hints.iter().map(|(key, title)| (key.as_str(), *title)).collect()
}

/// The cells that hints take, with what parts them from the edges and from what stands at the right.
pub fn cells(hints: &[(String, &'static str)]) -> usize {
    hints.iter().map(|(key, title)| width(key) + 1 + width(title) + usize::from(APART)).sum::<usize>() + 1
}

/// The same with hints of its own, the most wanted first; the last of them is never left out.
pub fn foot_with(model: &Model, area: Rect, place: &str, hints: &[(&str, &str)], buffer: &mut Buffer) {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let found = model.find.as_ref().map(|find| format!("/{} {}", find.query, find.count()));
    let dot = format!(" {} ", model.theme.sign(Sign::Dot));
    let unsaved = if model.is_unsaved() { "unsaved draft" } else { "" };
    let place = [found.as_deref().unwrap_or_default(), unsaved, place].into_iter().filter(|part| !part.is_empty());
    let place = place.collect::<Vec<_>>().join(&dot);
    let took = put_right(buffer, inner, &place, model.theme.style(Role::Dim));
    let left = Rect { width: inner.width.saturating_sub(took + 2), ..inner };
    match &model.notice {
        Some(notice) if width(&notice.text) <= usize::from(left.width) && model.prompt.is_none() => {
            let role = if notice.bad { Role::Bad } else { Role::Notice };
            put_cut(model, buffer, left, &notice.text, model.theme.style(role));
        }
        Some(notice) => notice::draw(model, notice, area, buffer),
        None => draw_hints(model, left, hints, buffer),
    }
}

/// As many hints as there is room for, in their order, and the last.
fn draw_hints(model: &Model, area: Rect, hints: &[(&str, &str)], buffer: &mut Buffer) {
    let Some((last, others)) = hints.split_last() else { return };
    let cells = |(key, title): &(&str, &str)| u16::try_from(width(key) + 1 + width(title)).unwrap_or(u16::MAX);
    let mut room = area.width.saturating_sub(cells(last) + APART);
    let fitting = others.iter().take_while(|hint| {
        let fits = cells(hint) <= room;
        room = room.saturating_sub(cells(hint) + APART);
        fits
    });
    let mut x = area.x;
    for (key, title) in fitting.chain([last]) {
        let rest = |x: u16| Rect { x, width: area.right().saturating_sub(x), ..area };
        x += put(buffer, rest(x), key, model.theme.style(Role::Key)) + 1;
        x += put(buffer, rest(x), title, model.theme.style(Role::Dim)) + APART;
    }
}

/// The line at the bottom of what has keys of its own; more lines above it where they do not fit into one.
pub fn foot_of(model: &Model, area: Rect, keys: &[(&str, &str)], buffer: &mut Buffer) {
    menu(model, area, "", keys, buffer);
}

/// What was typed, and what may follow it, in as many lines as that takes, the last of them in the area.
fn menu(model: &Model, area: Rect, typed: &str, keys: &[(&str, &str)], buffer: &mut Buffer) {
    let wide = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
    let (left, right) = (area.x + 1, area.right().saturating_sub(1));
    let begin = if typed.is_empty() { left } else { left + wide(typed) + APART };
    let (mut x, mut line, mut places) = (begin, 0, Vec::with_capacity(keys.len()));
    for (key, title) in keys {
        let cells = wide(key) + 1 + wide(title);
        if x > begin && x.saturating_add(cells) > right {
            (x, line) = (begin, line + 1);
        }
        places.push((x, line));
        x = x.saturating_add(cells + APART);
    }
    let height = (line + 1).min(area.bottom());
    let panel = Rect { y: area.bottom() - height, height, ..area };
    clear(buffer, panel, model.theme.style(Role::Text));
    if height > 1 && panel.y > 0 {
        let rule = Rect { y: panel.y - 1, height: 1, ..panel };
        clear(buffer, rule, model.theme.style(Role::Text));
        fill(buffer, rule, model.theme.sign(Sign::Across), model.theme.style(Role::Rule));
    }
    let at = |x: u16, y: u16| Rect { x, y, width: right.saturating_sub(x), height: 1 }.intersection(panel);
    put(buffer, at(left, panel.y), typed, model.theme.style(Role::Accent));
    for ((key, title), (x, line)) in keys.iter().zip(places) {
        let key_cells = put(buffer, at(x, panel.y + line), key, model.theme.style(Role::Key));
        put(buffer, at(x + key_cells + 1, panel.y + line), title, model.theme.style(Role::Dim));
    }
}

/// What may follow the keys typed so far, above the bottom line.
pub fn pending(model: &Model, buffer: &mut Buffer) {
    let pending = &model.pending;
    let line = Rect { y: buffer.area.bottom().saturating_sub(1), height: 1, ..buffer.area };
    if let Some(command) = pending.command {
        let title = command.row().map_or("", |row| row.title);
        foot_of(model, line, &[(title, "a to z")], buffer);
        return;
    }
    if pending.keys.is_empty() && pending.count.is_none() {
        return;
    }
    let count = pending.count.map(|n| n.to_string()).unwrap_or_default();
    let typed = format!("{count}{}", crate::tui::key::spelled(&pending.keys));
    let screen = model.top().map(Screen::scope);
    let after = screen.filter(|_| !pending.keys.is_empty()).map(|screen| model.keymap.after(screen, &pending.keys));
    let after = after.unwrap_or_default();
    let keys: Vec<(&str, &str)> = after.iter().map(|(key, title)| (key.as_str(), *title)).collect();
    menu(model, line, &typed, &keys, buffer);
}
