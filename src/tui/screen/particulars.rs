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

/// How many of the particulars the head has room for, whole and from the first, of both sources: what one says, the other
/// says too.
fn fitting(documents: [&Document; 2], theme: Theme, areas: &Areas) -> usize {
    let has_room = documents.iter().all(|document| title_lines(document, areas) == 1);
    let room = if has_room { usize::from(line(areas)) } else { 0 };
    let fits = |n: usize, document: &Document| {
        parts(document).get(..n).is_some_and(|parts| width(&typeset::joined(parts, theme)) <= room)
    };
    (1..=WANTED + 1).rev().find(|n| documents.iter().all(|document| fits(*n, document))).unwrap_or(0)
}

/// The particulars of both sources for the head of the screen.
pub fn in_head(documents: [&Document; 2], theme: Theme, areas: &Areas) -> [String; 2] {
    let shown = fitting(documents, theme, areas);
    documents.map(|document| typeset::joined(parts(document).get(..shown).unwrap_or_default(), theme))
}

/// Of those that the head has to show, what it cannot, to stand above the summaries.
pub fn above_summary(documents: [&Document; 2], theme: Theme, areas: &Areas) -> [Option<String>; 2] {
    let shown = fitting(documents, theme, areas);
    let missing =
        |document: &Document| parts(document).get(shown..WANTED).map(|missing| typeset::joined(missing, theme));
    documents.map(|document| missing(document).filter(|missing| !missing.is_empty()))
}
