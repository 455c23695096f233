//! Draws the article screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::Span;
use crate::tui::layout::Areas;
use crate::tui::model::Model;
use crate::tui::screen::{Reading, typeset};
use crate::tui::theme::{Role, Sign};
use crate::tui::view::sheet::{self, Marks};
use crate::tui::view::{chrome, put_cut, put_right};

/// Draws the article.
pub fn draw(model: &Model, reading: &Reading, buffer: &mut Buffer) {
    let areas = Areas::single(model.size);
    chrome::frame(model, &areas, buffer);
    let Some(document) = &reading.document else {
        chrome::foot(model, areas.foot, "", buffer);
        return;
    };
    let inner = Rect { x: areas.head.x + 1, width: areas.head.width.saturating_sub(2), ..areas.head };
    let byline = typeset::byline(&document.brief, model.theme);
    let took = put_right(
        buffer,
        Rect { x: inner.x + inner.width / 2, width: inner.width - inner.width / 2, ..inner },
        &byline,
        model.theme.style(Role::Dim),
    );
    let room = Rect { width: inner.width.saturating_sub(took + 2), ..inner };
    put_cut(model, buffer, room, &document.heading(), model.theme.style(Role::Title));
    let passages = document.passages();
    let mut parts: Vec<(usize, Span, Role)> =
        passages.iter().map(|p| (p.paragraph.index(), p.span, Role::OtherPassage)).collect();
    parts.extend(reading.passage.map(|p| (p.paragraph.index(), p.span, Role::Passage)));
    sheet::draw(model, &reading.text, areas.left, Marks { parts: &parts, ..Marks::default() }, buffer);
    chrome::foot(model, areas.foot, &place(model, reading), buffer);
}

/// The claim one is at, and how far one has read.
fn place(model: &Model, reading: &Reading) -> String {
    let lines = reading.text.sheet().lines().len().max(1);
    let read = format!("{}%", reading.text.visible().end * 100 / lines);
    let claim = reading.passage.map(|passage| format!("claim {} {} ", passage.claim + 1, model.theme.sign(Sign::Dot)));
    format!("{}{read}", claim.unwrap_or_default())
}
