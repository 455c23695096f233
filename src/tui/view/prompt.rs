//! Draws the line being typed, and above it what may be chosen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::text::width::{clusters, width};
use crate::tui::edit::Edit;
use crate::tui::model::Model;
use crate::tui::prompt::{Asking, Prompt};
use crate::tui::theme::{Role, Sign};
use crate::tui::view::{clear, fill, put, put_cut, put_right};

/// The most choices that are shown at once.
const CHOICES: usize = 12;
/// Cells for the keys of a choice.
const KEYS: u16 = 12;

/// Draws the prompt that is open, if one is.
pub fn draw(model: &Model, buffer: &mut Buffer) {
    let Some(prompt) = &model.prompt else { return };
    let area = buffer.area;
    let line = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    clear(buffer, line, model.theme.style(Role::Text));
    let said = match (prompt.asking, &model.find) {
        (Asking::Find, Some(find)) => find.count(),
        _ => String::new(),
    };
    let right = Rect { x: line.x + 1, width: line.width.saturating_sub(2), ..line };
    let took = put_right(buffer, right, &said, model.theme.style(Role::Dim));
    let mut x = line.x + 1;
    x += put(
        buffer,
        Rect { x, width: line.width.saturating_sub(2), ..line },
        prompt.asking.sign(),
        model.theme.style(Role::Accent),
    );
    let room = Rect { x, width: line.right().saturating_sub(x + took + 2), ..line };
    typed(model, &prompt.edit, room, buffer);
    if prompt.asking == Asking::Palette {
        choices(model, prompt, area, buffer);
    }
}

/// The text, scrolled so that the cursor is to be seen; the cursor is a reversed cell.
pub fn typed(model: &Model, edit: &Edit, area: Rect, buffer: &mut Buffer) {
    let (text, cursor) = (edit.text(), edit.cursor());
    let room = usize::from(area.width.saturating_sub(1));
    let before = width(text.get(..cursor.bytes()).unwrap_or_default());
    let (mut skip, mut x) = (before.saturating_sub(room), area.x);
    let style = model.theme.style(Role::Text);
    let mut at_cursor = false;
    for cluster in clusters(&text) {
        if skip > 0 {
            skip = skip.saturating_sub(cluster.width);
            continue;
        }
        let here = cluster.span.start() == cursor;
        at_cursor |= here;
        let style = if here { style.add_modifier(Modifier::REVERSED) } else { style };
        let rest = Rect { x, width: area.right().saturating_sub(x), ..area };
        x += put(buffer, rest, &cluster.shown, style);
    }
    if !at_cursor {
        put(
            buffer,
            Rect { x, width: area.right().saturating_sub(x), ..area },
            " ",
            style.add_modifier(Modifier::REVERSED),
        );
    }
}

/// The commands that fit: name, keys, what each does; the best at the bottom, nearest to what is typed.
fn choices(model: &Model, prompt: &Prompt, area: Rect, buffer: &mut Buffer) {
    let most = CHOICES.min(usize::from(area.height.saturating_sub(4)));
    let first = prompt.chosen.saturating_sub(most.saturating_sub(1));
    let shown: Vec<_> = prompt.choices.iter().enumerate().skip(first).take(most).collect();
    let bottom = area.bottom().saturating_sub(1);
    let rows = u16::try_from(shown.len()).unwrap_or(0);
    let panel = Rect { y: bottom.saturating_sub(rows + 1), height: rows + 1, ..area };
    clear(buffer, panel, model.theme.style(Role::Text));
    fill(buffer, Rect { height: 1, ..panel }, model.theme.sign(Sign::Across), model.theme.style(Role::Rule));
    for (y, (i, command)) in (panel.y + 1..bottom).rev().zip(shown) {
        let Some(row) = command.row() else { continue };
        let chosen = i == prompt.chosen;
        let line = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        if chosen {
            put(buffer, line, model.theme.sign(Sign::Bar), model.theme.style(Role::Accent));
        }
        let keys = model.keymap.keys_of(*command).into_iter().next().unwrap_or_default();
        put(
            buffer,
            Rect { x: line.x + 2, width: KEYS.min(line.width.saturating_sub(2)), ..line },
            &keys,
            model.theme.style(Role::Key),
        );
        let text = Rect { x: line.x + 2 + KEYS, width: line.width.saturating_sub(2 + KEYS), ..line };
        let style = model.theme.style(if chosen { Role::Selected } else { Role::Text });
        let took = put_cut(model, buffer, text, row.name, style) + 2;
        let rest = Rect { x: text.x + took.min(text.width), width: text.width.saturating_sub(took), ..text };
        put_cut(model, buffer, rest, row.help, model.theme.style(Role::Dim));
    }
}
