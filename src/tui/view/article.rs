//! Draws the article screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::article::ParagraphNo;
use crate::text::{Span, counted};
use crate::tui::layout::Areas;
use crate::tui::model::Model;
use crate::tui::screen::{Reading, typeset};
use crate::tui::sheet::Tag;
use crate::tui::theme::{Role, Sign};
use crate::tui::view::reader::own_passages;
use crate::tui::view::sheet::{self, Marks};
use crate::tui::view::{chrome, put_cut, put_right_in_order};

/// Draws the article.
pub fn draw(model: &Model, reading: &Reading, buffer: &mut Buffer) {
    let areas = Areas::article(model.size);
    if !model.zen {
        chrome::frame(model, &areas, buffer);
    }
    let Some(document) = &reading.document else {
        chrome::foot(model, areas.foot, "", buffer);
        return;
    };
    if !model.zen {
        head(model, reading, areas.head, buffer);
    }
    let text = reading.text.sheet();
    let part =
        |no: ParagraphNo, span: Span, role| (text.block_of(Tag::Paragraph(no)).unwrap_or(usize::MAX), span, role);
    let passages = document.passages();
    let mut parts: Vec<_> = passages.iter().map(|p| part(p.paragraph, p.span, Role::Covered)).collect();
    let shown = reading.passage.filter(|_| reading.at.is_none());
    parts.extend(shown.map(|p| part(p.paragraph, p.span, Role::Passage)));
    parts.extend(own_passages(&reading.marks, text));
    if let (Some(selection), Some(article)) = (reading.selection, &document.article) {
        parts.extend(selection.pieces(article).into_iter().map(|(no, span)| part(no, span, Role::Selection)));
    }
    let selected = reading.at.map(Tag::Paragraph);
    sheet::draw(model, &reading.text, areas.left, Marks { selected, parts: &parts, ..Marks::default() }, buffer);
    if !model.zen || model.notice.is_some() {
        chrome::foot(model, areas.foot, &place(model, reading), buffer);
    }
}

/// Title and byline; below them how much of the article the brief covers.
fn head(model: &Model, reading: &Reading, area: Rect, buffer: &mut Buffer) {
    let Some(document) = &reading.document else { return };
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
    let right = Rect { x: inner.x + inner.width / 2, width: inner.width - inner.width / 2, ..inner };
    let dim = model.theme.style(Role::Dim);
    let took = put_right_in_order(model, buffer, right, &typeset::byline(&document.brief, model.theme), dim);
    let room = Rect { width: inner.width.saturating_sub(took + 2), ..inner };
    put_cut(model, buffer, room, &document.heading(), model.theme.style(Role::Title));
    if area.height > 1 && document.article.is_some() {
        let coverage = &reading.coverage;
        let share = coverage.covered * 100 / coverage.words.max(1);
        let said = format!(
            "the claims rest on {} of {} of text, {share}% of the words",
            coverage.touched,
            counted(coverage.paragraphs, "paragraph")
        );
        put_cut(model, buffer, Rect { y: inner.y + 1, ..inner }, &said, dim);
    }
}

/// What is being selected, or the claim one is at; and how far one has read.
fn place(model: &Model, reading: &Reading) -> String {
    let lines = reading.text.sheet().lines().len().max(1);
    let read = format!("{}%", reading.text.visible().end * 100 / lines);
    let dot = model.theme.sign(Sign::Dot);
    let passage = reading.passage.filter(|_| reading.passage_is_in_view());
    match (reading.selection, passage) {
        (Some(selection), _) => format!("selecting by {} {dot} {read}", selection.unit.name()),
        (None, Some(passage)) => format!("claim {} {dot} {read}", passage.claim + 1),
        (None, None) => read,
    }
}
