//! Paragraphs set as rows: textwrap's optimal fit over fragments that know their place, so that a row can say which bytes
//! of the text it shows. Refuses to draw, and to break inside a cluster.

use std::iter::Peekable;

use icu_segmenter::iterators::LineBreakIterator;
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::scaffold::Utf8;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};

use super::hyphen::Language;
use super::width::{Cluster, Clusters, clusters};
use super::{Offset, Span};

/// Pieces that are fitted together. A longer paragraph is set in several goes, each beginning with the last row of the
/// one before, so that time and memory stay in proportion whatever comes in.
const BLOCK: usize = 2048;

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Setting {
    /// Cells a row may take, its indent included. A width of 0 is taken as 1.
    pub width: usize,
    /// Cells left free before the first row.
    pub first: usize,
    /// Cells left free before every other row.
    pub rest: usize,
    /// The language by whose rules words may be parted where rows are short; `None`: no word is.
    pub hyphenation: Option<Language>,
    /// Whether rows end only at white space: in what is to be typed, a word broken at its hyphen is another one.
    pub at_spaces: bool,
}

impl Setting {
    /// Rows of `width` cells, not indented, no word parted.
    pub const fn new(width: usize) -> Self {
        Self { width, first: 0, rest: 0, hyphenation: None, at_spaces: false }
    }

    /// The same with the first row indented by `first` cells and every other by `rest`.
    pub const fn indented(self, first: usize, rest: usize) -> Self {
        Self { first, rest, ..self }
    }

    /// The same with words parted by the rules of `language`, if it is known.
    pub const fn hyphenated(self, language: Option<Language>) -> Self {
        Self { hyphenation: language, ..self }
    }

    /// The same with rows that end only at white space, if so asked.
    pub const fn at_spaces(self, only: bool) -> Self {
        Self { at_spaces: only, ..self }
    }

    /// The cells for text in the rows from `row` on: that row's and all later ones'.
    fn rooms(&self, row: usize) -> [usize; 2] {
        let rest = self.width.saturating_sub(self.rest).max(1);
        [if row == 0 { self.width.saturating_sub(self.first).max(1) } else { rest }, rest]
    }
}

/// One row of a set paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The bytes of the text that belong to it, white space at its end included. Every byte belongs to exactly one row.
    pub span: Span,
    /// The part of that which is drawn.
    pub shown: Span,
    /// Whether a hyphen is drawn at its end that the text does not have.
    pub hyphen: bool,
    /// Cells left free before it.
    pub indent: usize,
    /// Cells it takes, its hyphen included and its indent not.
    pub width: usize,
}

impl Row {
    /// What is drawn of it, safe for a terminal. `text` is what was wrapped.
    pub fn drawn(&self, text: &str) -> String {
        let mut out = String::with_capacity(self.shown.len() + 1);
        for cluster in clusters(self.shown.slice(text).unwrap_or_default()) {
            out.push_str(&cluster.shown);
        }
        if self.hyphen {
            out.push('-');
        }
        out
    }
}

/// Sets `text` as rows: every LF ends one, and between them the rows are as even as can be. A word that is longer than a
/// row is broken between clusters; only a single cluster wider than the room makes a row wider than asked. No rows for
/// an empty text.
pub fn wrap(text: &str, setting: &Setting) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut base = 0;
    for line in text.split_inclusive('\n') {
        Compositor { line, base, setting }.set(&mut rows);
        base += line.len();
    }
    rows
}

/// The index of the row that holds the byte at `at`: the last row when it lies behind the text, 0 when there are none.
pub fn row_at(rows: &[Row], at: Offset) -> usize {
    rows.partition_point(|row| row.span.end() <= at).min(rows.len().saturating_sub(1))
}

/// A part of a line that is not broken, and the white space behind it. Offsets are bytes of the line.
#[derive(Clone, Copy, Debug)]
struct Piece {
    start: usize,
    shown_end: usize,
    end: usize,
    width: usize,
    space: usize,
    hyphen: bool,
}

impl Piece {
    const fn at(start: usize) -> Self {
        Self { start, shown_end: start, end: start, width: 0, space: 0, hyphen: false }
    }

    fn push(&mut self, cluster: &Cluster, end: usize) {
        if is_blank(cluster) {
            self.space += cluster.width;
        } else {
            self.width += self.space + cluster.width;
            self.space = 0;
            self.shown_end = end;
        }
        self.end = end;
    }
}

#[expect(clippy::cast_precision_loss, reason = "widths are far below 2^52 cells")]
impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.width as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.space as f64
    }

    fn penalty_width(&self) -> f64 {
        f64::from(u8::from(self.hyphen))
    }
}

/// Whether a cluster is white space that may vanish at the end of a row.
fn is_blank(cluster: &Cluster) -> bool {
    let vanishes =
        |c: char| matches!(c, ' ' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}');
    cluster.shown.chars().all(vanishes)
}

/// The pieces of a line, parted where Unicode lets a line end.
struct Pieces<'a> {
    line: &'a str,
    clusters: Clusters<'a>,
    breaks: Peekable<LineBreakIterator<'static, 'a, Utf8>>,
    /// Whether only white space parts them.
    at_spaces: bool,
}

impl<'a> Pieces<'a> {
    fn of(line: &'a str, at_spaces: bool) -> Self {
        let segmenter: LineSegmenterBorrowed<'static> = LineSegmenter::new_dictionary(LineBreakOptions::default());
        Self { line, clusters: clusters(line), breaks: segmenter.segment_str(line).peekable(), at_spaces }
    }

    /// Whether the line may be broken before its byte `at`. Calls must come in order.
    fn breaks_at(&mut self, at: usize) -> bool {
        while self.breaks.next_if(|&b| b < at).is_some() {}
        let lets = !self.at_spaces || self.line.get(..at).is_some_and(|before| before.ends_with(char::is_whitespace));
        self.breaks.peek() == Some(&at) && lets && !self.begins_with_dash(at) && !self.parts_a_letter(at)
    }

    /// One or two letters that a hyphen joins to a word stay with it, and so does a hyphen that begins one: D-Day, F-16,
    /// al-Kerrick, -5.
    fn parts_a_letter(&self, at: usize) -> bool {
        let before = self.line.get(..at).and_then(|before| before.strip_suffix(['-', '\u{2010}']));
        let Some(before) = before else { return false };
        let mut back = before.chars().rev();
        match back.next() {
            Some(c) if c.is_alphabetic() => back.take_while(|c| c.is_alphanumeric()).take(2).count() < 2,
            before => before.is_none_or(char::is_whitespace),
        }
    }

    /// A dash that touches the word before it stays with that word.
    fn begins_with_dash(&self, at: usize) -> bool {
        let (Some(before), Some(after)) = (self.line.get(..at), self.line.get(at..)) else { return false };
        after.starts_with('—') && !before.ends_with(char::is_whitespace)
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let mut piece: Option<Piece> = None;
        while let Some(cluster) = self.clusters.next() {
            let end = cluster.span.end().bytes();
            let piece = piece.get_or_insert_with(|| Piece::at(cluster.span.start().bytes()));
            piece.push(&cluster, end);
            if piece.width > 0 && end < self.line.len() && self.breaks_at(end) {
                piece.hyphen =
                    piece.space == 0 && self.line.get(..end).is_some_and(|before| before.ends_with('\u{ad}'));
                return Some(*piece);
            }
        }
        piece
    }
}

/// Sets one line: a text whose only LF is at its end.
struct Compositor<'a> {
    line: &'a str,
    base: usize,
    setting: &'a Setting,
}

impl Compositor<'_> {
    fn set(&self, rows: &mut Vec<Row>) {
        let mut pieces = Pieces::of(self.line, self.setting.at_spaces).peekable();
        let mut block: Vec<Piece> = Vec::new();
        while pieces.peek().is_some() {
            let room_for = BLOCK.saturating_sub(block.len()).max(1);
            block.extend(pieces.by_ref().take(room_for));
            let mut set = self.fit(&block, rows.len());
            let kept = if pieces.peek().is_some() { set.settle(&block) } else { block.len() };
            block.drain(..kept);
            self.push_rows(&set, rows);
        }
    }

    /// The rows of a block, of which the first is row number `row`; words parted only if a row is short and it looks bad
    /// without, or if one is longer than a row.
    fn fit(&self, block: &[Piece], row: usize) -> Fitted {
        let rooms = self.setting.rooms(row);
        let whole = self.cut(block, None, rooms);
        let forced = whole.len() > block.len();
        let fitted = Fitted::new(whole, rooms);
        let short = rooms[0].min(rooms[1]) < ROOMY;
        match self.setting.hyphenation {
            Some(language) if forced || short && fitted.is_ragged(rooms) => {
                Fitted::new(self.cut(block, Some(language), rooms), rooms)
            }
            _ => fitted,
        }
    }

    /// The pieces, parted where `language` lets them be, and where they are longer than a row.
    fn cut(&self, block: &[Piece], language: Option<Language>, rooms: [usize; 2]) -> Vec<Piece> {
        let room = rooms[0].min(rooms[1]);
        let mut out = Vec::with_capacity(block.len());
        for &piece in block {
            let text = self.line.get(piece.start..piece.end).unwrap_or_default();
            let parts = language.filter(|_| room < ROOMY || piece.width > room);
            let points = parts.map_or_else(Vec::new, |language| language.points(text));
            if points.is_empty() && piece.width <= room {
                out.push(Piece { hyphen: piece.hyphen && piece.width < room, ..piece });
            } else {
                cut_piece(text, piece, &points, room, &mut out);
            }
        }
        out
    }

    fn push_rows(&self, fitted: &Fitted, rows: &mut Vec<Row>) {
        for pieces in fitted.rows() {
            let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { continue };
            let shown_end = pieces.iter().rfind(|piece| piece.width > 0).map_or(first.start, |piece| piece.shown_end);
            rows.push(Row {
                span: Span::new(self.base + first.start, self.base + last.end),
                shown: Span::new(self.base + first.start, self.base + shown_end),
                hyphen: last.hyphen,
                indent: if rows.is_empty() { self.setting.first } else { self.setting.rest },
                width: width_of(pieces),
            });
        }
    }
}

/// Cuts one piece at `points` (bytes of its text), and wherever it would be wider than `room`.
fn cut_piece(text: &str, piece: Piece, points: &[usize], room: usize, out: &mut Vec<Piece>) {
    let mut points = points.iter().peekable();
    let mut part = Piece::at(piece.start);
    for cluster in clusters(text) {
        let start = cluster.span.start().bytes();
        while points.next_if(|&&point| point < start).is_some() {}
        let parted = points.next_if_eq(&&start).is_some();
        let full = !is_blank(&cluster) && part.width + part.space + cluster.width > room;
        if part.end > part.start && (parted || full) {
            out.push(Piece { hyphen: parted && part.width < room, ..part });
            part = Piece::at(part.end);
        }
        part.push(&cluster, piece.start + cluster.span.end().bytes());
    }
    out.push(Piece { hyphen: piece.hyphen && part.width < room, ..part });
}

/// Pieces that have found their rows.
struct Fitted {
    pieces: Vec<Piece>,
    /// For each row, the number of pieces in it and all before it.
    ends: Vec<usize>,
}

impl Fitted {
    /// The pieces in rows as even as can be.
    #[expect(clippy::cast_precision_loss, reason = "widths are far below 2^52 cells")]
    fn new(pieces: Vec<Piece>, rooms: [usize; 2]) -> Self {
        let widths = rooms.map(|room| room as f64);
        let too_wide = |(row, line): (usize, &&[Piece])| line.len() > 1 && width_of(line) > rooms[row.min(1)];
        let rows = match wrap_optimal_fit(&pieces, &widths, &penalties(rooms)) {
            Ok(rows) if !rows.iter().enumerate().any(too_wide) => rows,
            _ => wrap_first_fit(&pieces, &widths),
        };
        let ends = rows.iter().scan(0, |end, row| {
            *end += row.len();
            Some(*end)
        });
        Self { ends: ends.collect(), pieces }
    }

    fn rows(&self) -> impl Iterator<Item = &[Piece]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).filter_map(|(start, &end)| self.pieces.get(start..end))
    }

    /// Keeps the rows that no later text can change: all but the last, up to one that ends where a piece of `block`
    /// does. Says how many pieces of `block` they hold. If there is no such row, all are kept.
    fn settle(&mut self, block: &[Piece]) -> usize {
        for count in (1..self.ends.len()).rev() {
            let last = self.ends.get(count - 1).and_then(|&end| self.pieces.get(end.checked_sub(1)?));
            let at = last.and_then(|last| block.binary_search_by_key(&last.end, |piece| piece.end).ok());
            if let Some(at) = at {
                self.ends.truncate(count);
                return at + 1;
            }
        }
        block.len()
    }

    /// Whether some row but the last leaves more than a sixth of its room free.
    fn is_ragged(&self, rooms: [usize; 2]) -> bool {
        let full = self.ends.len().saturating_sub(1);
        self.rows().take(full).enumerate().any(|(row, line)| {
            let room = rooms[row.min(1)];
            room.saturating_sub(width_of(line)) > room / 6
        })
    }
}

/// In rows of as many cells no word is parted: a ragged edge is read more easily than half a word.
const ROOMY: usize = 40;

/// What counts as bad in a row: see textwrap.
fn penalties(rooms: [usize; 2]) -> Penalties {
    let room = rooms[0].max(rooms[1]);
    let sixth = (room / 6).saturating_mul(room / 6);
    Penalties {
        // No gap is ever worth a row that is too wide.
        overflow_penalty: room.saturating_mul(room).saturating_mul(2).saturating_add(10_000),
        // A hyphen, or a last row of one short word, is as bad as a gap of a sixth of the row.
        hyphen_penalty: sixth,
        short_last_line_penalty: sixth,
        ..Penalties::new()
    }
}

/// Cells that pieces take on one row: their last white space not counted, their last hyphen counted.
fn width_of(pieces: &[Piece]) -> usize {
    let Some(last) = pieces.iter().rposition(|piece| piece.width > 0) else { return 0 };
    let (before, last) = (pieces.iter().take(last), pieces.get(last));
    let hyphen = pieces.last().is_some_and(|piece| piece.hyphen);
    before.map(|piece| piece.width + piece.space).sum::<usize>()
        + last.map_or(0, |piece| piece.width)
        + usize::from(hyphen)
}

#[cfg(test)]
mod tests;
