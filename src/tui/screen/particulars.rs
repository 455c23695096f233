//! What a comparison says of each source: publisher, date, kind, length, claims. Refuses to cut it: what has no room in the
//! head of the screen stands above the summary.

use crate::text::counted;
use crate::text::width::width;
use crate::tui::document::Document;
use crate::tui::layout::Areas;
use crate::tui::screen::typeset;
use crate::tui::theme::Theme;

/// Cells that the name of a side takes, and those at both edges.
const NAME_AND_EDGES: u16 = 5;
/// How many particulars the head has to show. The last, the number of claims, can be seen below it.
const WANTED: usize = 4;

/// Publisher, date, kind, length, claims.
fn parts(document: &Document) -> [String; 5] {
    let source = &document.brief.source;
    let words = source.article.as_ref().map_or(0, |article| article.words);
    let claims = document.brief.claims.len();
    [
        source.publisher.clone().unwrap_or_default(),
        source.published.map_or_else(|| "no date".to_owned(), |date| date.long()),
        typeset::kind(source.kind),
        typeset::length(words),
        counted(claims, "claim"),
    ]
}

/// How many cells a line of the head has for a side; 0 where there is one line for its title alone.
fn line(areas: &Areas) -> u16 {
    let line = match (areas.two_panes(), areas.head.height) {
        (true, _) => areas.left.width.min(areas.right.width),
        (false, 5..) => areas.head.width,
        (false, _) => 0,
    };
    line.saturating_sub(NAME_AND_EDGES)
}

/// How many lines of the head the title of a side takes: a long one has that of the particulars too.
pub fn title_lines(document: &Document, areas: &Areas) -> u16 {
    let line = usize::from(line(areas));
    if line > 0 && width(&document.heading()) > line { 2 } else { 1 }
}

/// As many of the particulars as fit into the head, whole and from the first, and how many these are.
fn fitting(document: &Document, theme: Theme, areas: &Areas) -> (String, usize) {
    let room = if title_lines(document, areas) == 1 { usize::from(line(areas)) } else { 0 };
    let parts = parts(document);
    let fits = |n: &usize| {
        let text = typeset::joined(parts.get(..*n)?, theme);
        (width(&text) <= room).then_some((text, *n))
    };
    (1..=parts.len()).rev().find_map(|n| fits(&n)).unwrap_or_default()
}

/// The particulars of a source for the head of the screen.
pub fn in_head(document: &Document, theme: Theme, areas: &Areas) -> String {
    fitting(document, theme, areas).0
}

/// Of those that the head has to show, what it cannot, to stand above the summary.
pub fn above_summary(document: &Document, theme: Theme, areas: &Areas) -> Option<String> {
    let (parts, shown) = (parts(document), fitting(document, theme, areas).1);
    parts.get(shown..WANTED).filter(|missing| !missing.is_empty()).map(|missing| typeset::joined(missing, theme))
}
