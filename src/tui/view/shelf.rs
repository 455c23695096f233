//! Draws the shelf.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::brief::Status;
use crate::brief::study::ReadState;
use crate::library::Entry;
use crate::library::query::Query;
use crate::text::counted;
use crate::text::width::width;
use crate::tui::layout::{self, Areas};
use crate::tui::model::Model;
use crate::tui::screen::Shelf;
use crate::tui::screen::shelf::{Columns, SIGNS, cannot_read};
use crate::tui::theme::{Role, Sign};
use crate::tui::view::sheet::{self, Marks};
use crate::tui::view::{chrome, put, put_cut, put_right, put_wrapped};

/// The most cells of the library's name for which numbers are left out of the head.
const NAME: u16 = 12;

/// What can be done on a shelf without briefs.
const EMPTY: [(&str, &str); 4] = [("A", "add"), ("R", "read again"), ("q", "quit"), ("?", "keys")];
/// The same where only none passes the filter.
const WITHOUT_HIT: [(&str, &str); 4] = [("esc", "show all"), ("f", "filter"), ("A", "add"), ("?", "keys")];

/// Draws the shelf.
pub fn draw(model: &Model, shelf: &Shelf, buffer: &mut Buffer) {
    let areas = Areas::shelf(model.size);
    chrome::frame(model, &areas, buffer);
    head(model, areas.head, buffer);
    let len = model.desk.order.len();
    let one_pane = !areas.two_panes();
    if len == 0 {
        empty(model, areas.left, buffer);
    } else if !(one_pane && shelf.in_preview) {
        for (row, area) in shelf.places(len, areas.left) {
            if let Some(entry) = model.desk.at(row) {
                draw_row(model, shelf, entry, row == shelf.selected, area, buffer);
                if model.find.as_ref().is_some_and(|find| find.has_row(row)) {
                    let cell = Rect { width: 1, ..area };
                    put(buffer, cell, model.theme.sign(Sign::Tick), model.theme.style(Role::Accent));
                }
            }
        }
    }
    if len > 0 && (areas.two_panes() || shelf.in_preview) {
        let pane = if one_pane { areas.left } else { areas.right };
        sheet::draw(model, &shelf.preview, pane, Marks::default(), buffer);
    }
    let at = if len == 0 { String::new() } else { format!("{}/{len}", shelf.selected + 1) };
    let filter = model.desk.filter.as_ref().map(|filter| format!("filter {}", filter.text)).unwrap_or_default();
    let parts = [filter, at].into_iter().filter(|part| !part.is_empty());
    let place = parts.collect::<Vec<_>>().join(&format!(" {} ", model.theme.sign(Sign::Dot)));
    match (len, &model.desk.filter) {
        (0, Some(_)) => chrome::foot_with(model, areas.foot, &place, &WITHOUT_HIT, buffer),
        (0, None) => chrome::foot_with(model, areas.foot, &place, &EMPTY, buffer),
        _ => chrome::foot(model, areas.foot, &place, buffer),
    }
}

/// Name of the program and the library; how much there is, and in which order.
fn head(model: &Model, area: Rect, buffer: &mut Buffer) {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut x = inner.x + put(buffer, inner, "epitome", model.theme.style(Role::Accent)) + 2;
    let rest = |x: u16| Rect { x, width: inner.right().saturating_sub(x), ..inner };
    let desk = &model.desk;
    let arrow = model.theme.sign(if desk.sorted.descends() { Sign::Descending } else { Sign::Ascending });
    let (mut claims, mut faults, mut drafts) = (0u64, 0, 0);
    for entry in &desk.entries {
        match entry.card() {
            Some(card) => {
                claims += u64::from(card.claims);
                drafts += usize::from(card.status == Status::Draft);
            }
            None => faults += 1,
        }
    }
    let briefs = counted(desk.entries.len() - faults, "brief");
    let briefs = if desk.filter.is_some() { format!("{} of {briefs}", desk.order.len()) } else { briefs };
    let read = |entry: &Entry| entry.card().is_some() && model.desk.read_state(entry.stem()) == ReadState::Done;
    let unread = desk.entries.len() - faults - desk.entries.iter().filter(|entry| read(entry)).count();
    let part = |n: usize, text: String| if n > 0 { text } else { String::new() };
    let claims = usize::try_from(claims).unwrap_or(0);
    // Each with its rank: where there is little room, the highest is left out first.
    let mut parts = vec![
        (2, briefs),
        (3, part(unread, format!("{unread} unread"))),
        (5, counted(claims, "claim")),
        (4, part(drafts, counted(drafts, "draft"))),
        (0, part(faults, format!("{faults} unreadable"))),
        (1, if model.reading && !desk.complete { "reading…".to_owned() } else { String::new() }),
    ];
    parts.retain(|(_, part)| !part.is_empty());
    let dot = format!(" {} ", model.theme.sign(Sign::Dot));
    let name = u16::try_from(width(&desk.name)).unwrap_or(u16::MAX).min(NAME);
    let room = |rank: u8| usize::from(rest(x).width.saturating_sub(if rank > 0 { name + 2 } else { 0 }));
    let numbers = loop {
        let texts: Vec<&str> = parts.iter().map(|(_, part)| part.as_str()).collect();
        let gap = if texts.is_empty() { "" } else { "    " };
        let numbers = format!("{}{gap}{} {arrow}", texts.join(&dot), desk.sorted.name());
        let least = parts.iter().map(|(rank, _)| *rank).max().filter(|rank| width(&numbers) > room(*rank));
        let Some(least) = least else { break numbers };
        parts.retain(|(rank, _)| *rank != least);
    };
    let took = put_right(buffer, rest(x), &numbers, model.theme.style(Role::Dim));
    let room = Rect { width: rest(x).width.saturating_sub(took + 2), ..rest(x) };
    x += put_cut(model, buffer, room, &desk.name, model.theme.style(Role::Text));
    let _ = x;
}

/// A line of the list: picked, date, title, publisher, claims; or why a file cannot be read.
fn draw_row(model: &Model, shelf: &Shelf, entry: &Entry, selected: bool, area: Rect, buffer: &mut Buffer) {
    let theme = model.theme;
    let active = selected && !(shelf.in_preview && Areas::shelf(model.size).two_panes());
    if selected {
        let role = if active { Role::Accent } else { Role::Dim };
        for y in area.top()..area.bottom() {
            put(buffer, Rect { x: area.x + 1, y, width: 1, height: 1 }, theme.sign(Sign::Bar), theme.style(role));
        }
    }
    signs(model, shelf, entry, area, buffer);
    let inner = Rect { x: area.x + SIGNS, width: area.width.saturating_sub(SIGNS + 1), ..area };
    let title_style = theme.style(if selected { Role::Selected } else { Role::Text });
    let Some(card) = entry.card() else {
        put_wrapped(model, buffer, inner, &cannot_read(entry), theme.style(Role::Bad));
        return;
    };
    let dim = theme.style(Role::Dim);
    let Columns { date, title, publisher, claims, .. } = shelf.columns;
    let day = card.published.map_or_else(|| "no date".to_owned(), |date| date.first().to_string());
    put(buffer, Rect { width: date.min(inner.width), ..inner }, &day, dim);
    if claims > 0 {
        put_right(buffer, inner, &card.claims.to_string(), dim);
    }
    let at = Rect { x: inner.x + date + 2, width: title, ..inner };
    put_wrapped(model, buffer, at, &card.heading(), title_style);
    if publisher > 0 {
        let at = Rect { x: at.right() + 2, width: publisher, ..at };
        put_wrapped(model, buffer, at, card.publisher().unwrap_or_default(), dim);
    }
}

/// The signs beside a row: picked, else read; and next to that the star, else that it is a draft.
fn signs(model: &Model, shelf: &Shelf, entry: &Entry, area: Rect, buffer: &mut Buffer) {
    let theme = model.theme;
    let picked = shelf.picked.iter().any(|id| id == entry.stem());
    let compared = model.first_of_two.as_deref() == Some(entry.stem());
    let starred = model.desk.study(entry.stem()).is_some_and(|study| study.star);
    let state = match model.desk.read_state(entry.stem()) {
        _ if picked => Some((theme.sign(Sign::Picked), Role::Accent)),
        _ if compared => Some(("c", Role::Accent)),
        ReadState::Done => Some((theme.sign(Sign::Exact), Role::Dim)),
        _ => None,
    };
    let star = starred.then(|| (theme.sign(Sign::Star), Role::Accent));
    let drafted = entry.card().is_some_and(|card| card.status == Status::Draft);
    let draft = drafted.then(|| (theme.sign(Sign::Drafted), Role::Dim));
    let state = state.or(draft.filter(|_| starred));
    for (x, sign) in [(2, state), (3, star.or(draft))] {
        if let Some((sign, role)) = sign {
            put(buffer, Rect { x: area.x + x, width: 1, ..area }, sign, theme.style(role));
        }
    }
}

/// What is said when no brief passes a filter: where it was looked for, or what of it is not understood.
fn without_hit(filter: &Query) -> String {
    if let Some(remark) = filter.remark() {
        return format!("{remark} esc shows all briefs again.");
    }
    let where_ = "in its title, name, publisher, authors, topics, summary or claims";
    format!("No brief has ‘{}’ {where_}. esc shows all of them again.", filter.text)
}

/// What an empty library says: what to do, in the order in which one would.
fn empty(model: &Model, area: Rect, buffer: &mut Buffer) {
    if let Some(filter) = &model.desk.filter {
        let page = Rect { x: area.x + layout::MARGIN, y: area.y + 1, ..area }.intersection(area);
        let page = Rect { width: page.width.saturating_sub(1), ..page };
        put_wrapped(model, buffer, page, &without_hit(filter), model.theme.style(Role::Dim));
        return;
    }
    if model.reading {
        return;
    }
    let add = format!("epitome add FILE{}", model.desk.option());
    let folder = model.desk.folder.display();
    let put_in = format!("A brief is one YAML file; those that are put into {folder} show when R reads it again.");
    let lines = [
        ("No briefs here yet.", Role::Title),
        ("", Role::Text),
        ("A takes an article in, by its path or address, and drafts a brief of it. So does the shell:", Role::Text),
        ("", Role::Text),
        (&add, Role::Key),
        ("", Role::Text),
        (&put_in, Role::Dim),
    ];
    let column = layout::column(area, layout::MEASURE, layout::MARGIN);
    let measure = layout::measure(column, layout::MARGIN, layout::MEASURE);
    let mut y = area.y + area.height / 5;
    for (text, role) in lines {
        let indent = layout::MARGIN + if role == Role::Key { 2 } else { 0 };
        let page = Rect { x: column.x + indent, y, width: measure, height: area.bottom().saturating_sub(y) };
        y += put_wrapped(model, buffer, page, text, model.theme.style(role)).max(1);
    }
}
