//! Draws the reader: the brief, and the evidence of the selected claim.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::brief::Status;
use crate::brief::anchor::Found;
use crate::text::width::width;
use crate::text::{Span, counted};
use crate::tui::command::{Command, Scope};
use crate::tui::layout::{self, Areas};
use crate::tui::marked::{Mark, Place};
use crate::tui::model::Model;
use crate::tui::screen::{Reader, Screen, typeset};
use crate::tui::sheet::{Sheet, Tag};
use crate::tui::theme::{Role, Sign};
use crate::tui::view::sheet::{self, Marks};
use crate::tui::view::{chrome, fill, fitting, put, put_cut, put_right};

/// What one does with a claim of a draft that nobody has accepted yet.
const ON_DRAFTED: &[(&str, &str)] = &[("A", "accept"), ("X", "drop"), ("e", "edit"), ("M", "reviewed")];
/// What one does with a claim of a draft that is one's own, where others are not.
const ON_OWN: &[(&str, &str)] = &[("]a", "next drafted"), ("X", "drop"), ("e", "edit"), ("M", "reviewed")];
/// The same where all are.
const ON_OWN_ALL: &[(&str, &str)] = &[("M", "reviewed"), ("X", "drop"), ("e", "edit")];
/// What one does with the whole of a draft.
const ON_DRAFT: &[(&str, &str)] = &[("]a", "next drafted"), ("M", "reviewed"), ("e", "edit")];
/// The same where nothing is left to be accepted.
const ON_DRAFT_ALL: &[(&str, &str)] = &[("M", "reviewed"), ("e", "edit")];

/// Draws the reader.
pub fn draw(model: &Model, reader: &Reader, buffer: &mut Buffer) {
    let areas = reader.areas(model.size);
    if !model.zen {
        chrome::frame(model, &areas, buffer);
    }
    let two = areas.two_panes();
    if two || !reader.in_evidence {
        brief(model, reader, areas.left, buffer);
        if !model.zen {
            running_head(model, reader, areas.head, buffer);
        }
    }
    if two || reader.in_evidence {
        evidence(model, reader, if two { areas.right } else { areas.left }, 1, buffer);
    }
    if !model.zen || model.notice.is_some() {
        foot(model, reader, areas.foot, buffer);
    }
}

/// The fewest and the most cells of a title at the bottom.
const TITLE: (usize, usize) = (12, 32);
/// Hints of this place in the footer and above go before where one is on the shelf.
const WANTED: u8 = 8;

/// The keys of the reader, first those of a draft; and where one is, as far as the keys leave room for it.
fn foot(model: &Model, reader: &Reader, area: Rect, buffer: &mut Buffer) {
    let draft = reader.document.as_ref().map(|document| &document.brief);
    let draft = draft.filter(|brief| brief.made.status == Status::Draft && !model.is_unsaved());
    let of_draft = match (draft, reader.claim) {
        (Some(brief), Some(claim)) if brief.is_drafted(claim) => ON_DRAFTED,
        (Some(brief), Some(_)) => {
            if brief.drafted() > 0 {
                ON_OWN
            } else {
                ON_OWN_ALL
            }
        }
        (Some(brief), None) => {
            if brief.drafted() > 0 {
                ON_DRAFT
            } else {
                ON_DRAFT_ALL
            }
        }
        (None, _) => &[],
    };
    let of_reader = hints(model, reader, 1);
    let wanted = hints(model, reader, WANTED);
    let with = |hints: &[(String, &'static str)]| {
        let hints = hints.iter().map(|(key, title)| (key.clone(), *title));
        of_draft.iter().map(|(key, title)| ((*key).to_owned(), *title)).chain(hints).collect::<Vec<_>>()
    };
    let (all, wanted) = (with(&of_reader), with(&wanted));
    let room = |hints: &[(String, &'static str)]| usize::from(area.width).saturating_sub(chrome::cells(hints));
    let place = place(model, reader, room(&all), room(&wanted));
    chrome::foot_with(model, area, &place, &chrome::borrowed(&all), buffer);
}

/// The hints of the footer; of a brief whose article is not here without those that lead there, and with what attaches it.
fn hints(model: &Model, reader: &Reader, place: u8) -> Vec<(String, &'static str)> {
    let mut hints = chrome::hints(model, Scope::Reader, place);
    if reader.is_alone() {
        let idle = [Command::Enter, Command::GoArticle, Command::NextPassage, Command::SelectText];
        let idle = idle.map(|command| model.keymap.keys_of(command)).concat();
        hints.retain(|(key, _)| !idle.contains(key));
        let other = model.keymap.keys_of(Command::OtherPane);
        let title = if reader.in_evidence { "brief" } else { "more" };
        hints.iter_mut().filter(|(key, _)| other.contains(key)).for_each(|hint| hint.1 = title);
        let attach = model.keymap.keys_of(Command::Attach).into_iter().next();
        hints.splice(..0, attach.map(|key| (key, "attach")));
    }
    hints
}

/// Title and source in the line above the brief, once the title has scrolled out of it.
fn running_head(model: &Model, reader: &Reader, area: Rect, buffer: &mut Buffer) {
    let Some(document) = reader.document.as_ref().filter(|_| area.height > 0 && has_lost_title(reader)) else { return };
    let sheet = reader.text.sheet();
    let column = layout::column(area, sheet.measure(), sheet.margin());
    let width = sheet.measure().min(column.width.saturating_sub(sheet.margin()));
    let line = Rect { x: column.x + sheet.margin(), width, height: 1, ..column };
    let source = &document.brief.source;
    let by = source.publisher.clone().unwrap_or_else(|| source.authors.join(", "));
    let said = typeset::joined(&[document.heading(), by], model.theme);
    let took = put_cut(model, buffer, line, &said, model.theme.style(Role::Dim));
    // A rule goes on behind it, so that it is not read as the text's first line.
    let rest = Rect { x: line.x + took + 1, width: area.right().saturating_sub(line.x + took + 1), ..line };
    fill(buffer, rest, model.theme.sign(Sign::Across), model.theme.style(Role::Rule));
}

/// Whether the title is out of sight.
fn has_lost_title(reader: &Reader) -> bool {
    let (sheet, top) = (reader.text.sheet(), reader.text.top());
    sheet.lines().get(top).is_some_and(|line| line.block() > 0)
}

/// Where the reader is: the claim and how many there are; where the keys that are most wanted leave room for it, the
/// brief's place on the shelf; and where all of them do, the title when it is out of sight.
fn place(model: &Model, reader: &Reader, beside_all: usize, beside_wanted: usize) -> String {
    let Some(document) = &reader.document else { return String::new() };
    let claims = document.brief.claims.len();
    let claim = reader.claim.map_or_else(|| "summary".to_owned(), |claim| format!("claim {}/{claims}", claim + 1));
    let dot = format!(" {} ", model.theme.sign(Sign::Dot));
    let row = model.desk.row_of(&reader.id);
    let brief = row.map(|row| format!("{claim}{dot}brief {}/{}", row + 1, model.desk.order.len()));
    let place = brief.filter(|brief| width(brief) <= beside_wanted).unwrap_or(claim);
    let left = beside_all.saturating_sub(width(&place) + width(&dot));
    // Where the screen has a line for the title above the brief, it stands there.
    if reader.areas(model.size).head.height > 0 || !has_lost_title(reader) || left < TITLE.0 {
        return place;
    }
    let heading = document.heading();
    let (kept, ellipsis) = fitting(model, &heading, u16::try_from(left.min(TITLE.1)).unwrap_or(u16::MAX));
    let more = ellipsis.map_or("", |_| model.theme.sign(Sign::Ellipsis));
    format!("{}{more}{dot}{place}", kept.slice(&heading).unwrap_or_default().trim_end())
}

fn brief(model: &Model, reader: &Reader, area: Rect, buffer: &mut Buffer) {
    if reader.document.is_none() {
        let why = model.desk.failed(&reader.id);
        let line = Rect {
            x: area.x + layout::BRIEF_MARGIN,
            width: area.width.saturating_sub(layout::BRIEF_MARGIN + 1),
            height: 1,
            ..area
        };
        let (text, role) =
            why.map_or(("reading…".to_owned(), Role::Dim), |why| (format!("cannot read: {why}"), Role::Bad));
        put_cut(model, buffer, line, &text, model.theme.style(role));
        return;
    }
    let marks = Marks {
        selected: Some(reader.tag()),
        quiet: focused(model).is_some_and(|evidence| evidence),
        ..Marks::default()
    };
    sheet::draw(model, &reader.text, area, marks, buffer);
}

/// The pane of evidence: which paragraph and whether the anchor holds, then the article around the passage.
pub fn evidence(model: &Model, reader: &Reader, area: Rect, pane: usize, buffer: &mut Buffer) {
    let Some(document) = &reader.document else { return };
    let (head, text) = Areas::evidence(area, reader.said.len());
    let focus = focused(model);
    if focus == Some(true) {
        let sign = Rect { x: area.x, width: area.width.min(1), height: 1, ..area };
        put(buffer, sign, model.theme.sign(Sign::Focus), model.theme.style(Role::Accent));
    }
    let Some(article) = &document.article else {
        sheet::draw(model, &reader.evidence, area, Marks { pane, ..Marks::default() }, buffer);
        return;
    };
    if !(model.zen && matches!(model.top(), Some(Screen::Reader(_)))) {
        evidence_head(model, reader, article.paragraphs().len(), head, buffer);
    }
    let found = reader.found();
    let evidence = reader.evidence.sheet();
    let block = |no| evidence.block_of(Tag::Paragraph(no)).unwrap_or(usize::MAX);
    let part = |(anchor, found): (usize, &Found)| {
        let (no, span) = found.place?;
        Some((block(no), span, if anchor == reader.anchor { Role::Passage } else { Role::OtherPassage }))
    };
    let mut parts: Vec<_> = found.iter().enumerate().filter_map(part).collect();
    parts.extend(own_passages(&reader.marks, evidence));
    sheet::draw(model, &reader.evidence, text, Marks { parts: &parts, pane, ..Marks::default() }, buffer);
}

/// Which of so many paragraphs the evidence is from and whether the anchor holds; below it what there is to say of that.
fn evidence_head(model: &Model, reader: &Reader, total: usize, head: Rect, buffer: &mut Buffer) {
    let (measure, margin) = (reader.evidence.sheet().measure(), reader.evidence.sheet().margin());
    let column = layout::column(head, measure, margin);
    let width = measure.min(column.width.saturating_sub(margin));
    let line = Rect { x: column.x + margin, width, height: 1, ..column };
    let state = reader.found().get(reader.anchor).map(|found| found.state);
    let took = match (state, reader.claim) {
        (Some(state), _) => {
            let (sign, role) = typeset::state_sign(state);
            let said = format!("{} {}", state.name(), model.theme.sign(sign));
            put_right(buffer, line, &said, model.theme.style(role))
        }
        (None, Some(_)) => put_right(buffer, line, "no evidence", model.theme.style(Role::Warn)),
        (None, None) => 0,
    };
    let role = if focused(model) == Some(true) { Role::Selected } else { Role::Dim };
    let left = Rect { width: line.width.saturating_sub(took + 1), ..line };
    put_cut(model, buffer, left, &whereabouts(model, reader, total), model.theme.style(role));
    for (y, (said, role)) in (line.y + 1..head.bottom()).zip(&reader.said) {
        put_cut(model, buffer, Rect { y, ..line }, said, model.theme.style(*role));
    }
}

/// The paragraph of the passage and which passage it is; where it is out of sight, the paragraphs that are to be seen, and
/// its own.
fn whereabouts(model: &Model, reader: &Reader, total: usize) -> String {
    let Some((no, _)) = reader.shown_at() else { return counted(total, "paragraph") };
    let (pilcrow, dot) = (model.theme.sign(Sign::Pilcrow), model.theme.sign(Sign::Dot));
    let no = no.get();
    if let Some((first, last)) = reader.paragraphs_away_from_passage() {
        let through = if first == last { String::new() } else { format!("{}{last}", model.theme.sign(Sign::Through)) };
        return format!("{pilcrow} {first}{through} of {total} {dot} passage in {pilcrow} {no}");
    }
    let place = format!("{pilcrow} {no} of {total}");
    match reader.found().len() {
        many @ 2.. => format!("{place} {dot} passage {} of {many}", reader.anchor + 1),
        _ => place,
    }
}

/// In a reader of two panes, whether the evidence has the keys.
fn focused(model: &Model) -> Option<bool> {
    match model.top() {
        Some(Screen::Reader(reader)) if reader.splits(model.size) => Some(reader.in_evidence),
        _ => None,
    }
}

/// The passages that the reader highlighted or wrote a note on, as parts of a sheet of the article.
pub fn own_passages(marks: &[Mark], sheet: &Sheet) -> Vec<(usize, Span, Role)> {
    let passages = marks.iter().filter_map(|mark| match mark.place {
        Place::Passage(no, span) => {
            let role = if mark.note.is_some() { Role::Noted } else { Role::Highlight };
            Some((sheet.block_of(Tag::Paragraph(no))?, span, role))
        }
        _ => None,
    });
    passages.collect()
}
