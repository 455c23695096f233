//! Draws the line being typed, and above it what may be chosen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::text::Offset;
use crate::text::width::{clusters, width};
use crate::text::wrap::{Row, Setting, wrap};
use crate::tui::command::{Command, Scope};
use crate::tui::edit::Edit;
use crate::tui::model::Model;
use crate::tui::prompt::{Asking, Choice, Prompt};
use crate::tui::screen::Screen;
use crate::tui::theme::{Role, Sign};
use crate::tui::view::{clear, draw_clusters, fill, put, put_right, put_wrapped};

/// The most lines of choices that are shown at once.
const MOST: u16 = 16;
/// The most cells for the keys of a choice.
const KEYS: u16 = 12;

/// What stands between two keys.
const BETWEEN: &str = "   ";
/// Cells that what is typed has at least, with the space around it.
const TYPED: usize = 8;

/// Draws the prompt that is open, if one is.
pub fn draw(model: &Model, buffer: &mut Buffer) {
    let Some(prompt) = &model.prompt else { return };
    let area = buffer.area;
    let line = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    clear(buffer, line, model.theme.style(Role::Text));
    let said = match (prompt.asking, &model.find) {
        (Asking::Find, Some(find)) => find.count(),
        (Asking::Tag, _) => tags(model, prompt),
        _ => String::new(),
    };
    let room = usize::from(line.width).saturating_sub(width(prompt.asking.sign()) + TYPED);
    let said = if said.is_empty() && prompt.edit.is_blank() { keys(model, prompt.asking, room) } else { said };
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

/// The keys of an empty prompt: as many of the last of them as there is room for.
fn keys(model: &Model, asking: Asking, room: usize) -> String {
    let has = |command| match command {
        Command::ChooseNext => asking == Asking::Palette,
        Command::Complete => !matches!(asking, Asking::Find),
        _ => true,
    };
    let keys = model.keymap.footer_of(Scope::Prompt, has);
    let mut keys: Vec<String> = keys.iter().map(|(key, title)| format!("{key} {title}")).collect();
    while width(&keys.join(BETWEEN)) > room && !keys.is_empty() {
        keys.remove(0);
    }
    keys.join(BETWEEN)
}

/// The tags that the brief has.
fn tags(model: &Model, prompt: &Prompt) -> String {
    let study = prompt.selected.as_ref().and_then(|id| model.desk.study(id));
    match study.map(|study| study.tags.join(", ")).filter(|tags| !tags.is_empty()) {
        Some(tags) => format!("it has: {tags}; one of them is taken off"),
        None => "it has no tags".to_owned(),
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

/// The commands that fit, the best at the top: keys, name and sentence in columns, every sentence whole.
fn choices(model: &Model, prompt: &Prompt, area: Rect, buffer: &mut Buffer) {
    let scope = model.top().map_or(Scope::Everywhere, Screen::scope);
    let columns = Columns::of(model, prompt, area);
    let sentence = |choice: &Choice| choice.command.row().map_or("", |row| row.help_in(scope));
    let whole = Setting::new(usize::from(columns.sentence).max(1));
    let heights: Vec<u16> = prompt.choices.iter().map(|choice| height(&wrap(sentence(choice), &whole))).collect();
    let most = MOST.min(area.height.saturating_sub(4)).max(1);
    let fits = |from: usize| heights.iter().skip(from).take(prompt.chosen + 1 - from).sum::<u16>() <= most;
    let first = (0..=prompt.chosen).find(|&from| fits(from)).unwrap_or(prompt.chosen);
    let mut rows = 0;
    let shown = heights.iter().enumerate().skip(first).take_while(|(_, height)| {
        rows += **height;
        rows <= most
    });
    let shown: Vec<(usize, u16)> = shown.map(|(i, height)| (i, *height)).collect();
    let rows = shown.iter().map(|(_, height)| height).sum::<u16>();
    let bottom = area.bottom().saturating_sub(1);
    let panel = Rect { y: bottom.saturating_sub(rows + 1), height: rows + 1, ..area };
    clear(buffer, panel, model.theme.style(Role::Text));
    fill(buffer, Rect { height: 1, ..panel }, model.theme.sign(Sign::Across), model.theme.style(Role::Rule));
    let mut y = panel.y + 1;
    for (i, height) in shown {
        let Some(choice) = prompt.choices.get(i) else { continue };
        let line = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height };
        let chosen = i == prompt.chosen;
        draw_choice(model, choice, sentence(choice), chosen, &columns, line.intersection(panel), buffer);
        y += height;
    }
}

/// The lines of a choice whose sentence takes these rows.
fn height(rows: &[Row]) -> u16 {
    u16::try_from(rows.len()).unwrap_or(u16::MAX).clamp(1, MOST)
}

/// Where the parts of a choice stand, in cells: as wide as the widest of all that fit, so that nothing shifts.
struct Columns {
    keys: u16,
    name: u16,
    sentence: u16,
}

impl Columns {
    fn of(model: &Model, prompt: &Prompt, area: Rect) -> Self {
        let widest = |text: &dyn Fn(&Choice) -> usize| {
            u16::try_from(prompt.choices.iter().map(text).max().unwrap_or(0)).unwrap_or(u16::MAX)
        };
        let keys = widest(&|choice| width(&usual_keys(model, choice))).min(KEYS);
        let name = widest(&|choice| choice.command.row().map_or(0, |row| width(row.name))).min(area.width / 3);
        Self { keys, name, sentence: area.width.saturating_sub(keys + name + 8) }
    }
}

fn usual_keys(model: &Model, choice: &Choice) -> String {
    model.keymap.keys_of(choice.command).into_iter().next().unwrap_or_default()
}

fn draw_choice(
    model: &Model,
    choice: &Choice,
    sentence: &str,
    chosen: bool,
    columns: &Columns,
    area: Rect,
    buffer: &mut Buffer,
) {
    let Some(row) = choice.command.row() else { return };
    if chosen {
        put(buffer, area, model.theme.sign(Sign::Bar), model.theme.style(Role::Accent));
    }
    let column = |x: u16, width: u16| Rect { x: area.x + x, width, ..area }.intersection(area);
    put(buffer, column(2, columns.keys), &usual_keys(model, choice), model.theme.style(Role::Key));
    let at = column(columns.keys + 4, columns.name);
    let name = model.theme.style(if chosen { Role::Selected } else { Role::Text });
    let typed = model.theme.style(Role::Unlike);
    // Names are of ASCII: a letter is a byte.
    let is_typed = |at: Offset| choice.letters.iter().any(|&letter| letter as usize == at.bytes());
    draw_clusters(buffer, at, clusters(row.name), |at| if is_typed(at) { typed } else { name });
    let at = column(columns.keys + columns.name + 6, columns.sentence);
    put_wrapped(model, buffer, at, sentence, model.theme.style(if chosen { Role::Text } else { Role::Dim }));
}
