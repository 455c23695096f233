//! One block set in one measure: its rows, their order, and what stands beside each of them in the margin. A block that
//! stays as it is need not be set again. Refuses to know what lies above or below it.

use std::cell::OnceCell;
use std::collections::VecDeque;

use crate::text::Offset;
use crate::text::bidi::{Direction, Order, is_mixed};
use crate::text::find::Folded;
use crate::text::hyphen::Language;
use crate::text::listed::listed;
use crate::text::width::width;
use crate::text::wrap::{Row, Setting, wrap};
use crate::tui::sheet::{Block, tail_width};

/// Cells between a text and its tail.
const APART: usize = 2;
/// Cells of the margin that are not for numbers: the bar, what the reader added, and the space before the text.
const NOT_NUMBERS: u16 = 3;

/// A block as it is set.
#[derive(Clone, Debug)]
pub struct Set {
    /// The rows of its text.
    pub rows: Vec<Row>,
    /// Its direction and order, where it has text from right to left or is set from there.
    pub order: Option<(Direction, Order)>,
    /// What stands in the margin beside each row; what is more stands on lines below them.
    pub beside: Vec<String>,
    /// Whether its tail has a line of its own.
    pub tail_apart: bool,
    folded: OnceCell<Folded>,
}

impl Set {
    /// Sets a block.
    pub fn new(block: &Block, measure: u16, margin: u16) -> Self {
        let room = usize::from((measure + block.wide).saturating_sub(block.indent).max(1));
        let tail = tail_width(block);
        let language = block.language.as_deref().and_then(Language::tagged);
        let setting = Setting::new(room).hyphenated(language).at_spaces(block.typed);
        let rows = if block.listed { listed(&block.text, room) } else { wrap(&block.text, &setting) };
        let free = room.saturating_sub(rows.last().map_or(0, |row| row.width));
        Self {
            beside: beside(&rows, &block.beside, usize::from(margin.saturating_sub(NOT_NUMBERS))),
            tail_apart: tail > 0 && (rows.is_empty() || free < tail + APART),
            order: order(block),
            rows,
            folded: OnceCell::new(),
        }
    }

    /// Its text as searches need it: made at the first and kept.
    pub fn folded(&self, text: &str) -> &Folded {
        self.folded.get_or_init(|| Folded::new(text))
    }
}

/// Whether two blocks are set alike in the same measure.
pub fn alike(a: &Block, b: &Block) -> bool {
    a.text == b.text
        && (a.indent, a.wide, a.listed) == (b.indent, b.wide, b.listed)
        && (&a.language, &a.direction, &a.beside) == (&b.language, &b.direction, &b.beside)
        && tail_width(a) == tail_width(b)
}

/// The direction and order of a block that has text from right to left, or is set from there.
fn order(block: &Block) -> Option<(Direction, Order)> {
    let mixed = is_mixed(&block.text);
    let by_text = || Direction::in_language(&block.text, block.language.as_deref());
    let direction = block.direction.unwrap_or_else(by_text);
    (mixed || direction == Direction::RightToLeft).then(|| (direction, Order::new(&block.text, direction)))
}

/// What stands beside each row, in `room` cells: everything at the row of its place; where that is too much, the rest
/// waits for the next row, and for lines below the last.
fn beside(rows: &[Row], places: &[(Offset, String)], room: usize) -> Vec<String> {
    let (mut places, mut waiting, mut out) = (places.iter().peekable(), VecDeque::new(), Vec::new());
    while places.peek().is_some() || !waiting.is_empty() {
        let end = rows.get(out.len()).map_or(Offset::new(usize::MAX), |row| row.span.end());
        while let Some((_, what)) = places.next_if(|(at, _)| *at < end || out.len() + 1 >= rows.len()) {
            waiting.push_back(what.as_str());
        }
        let mut line = String::new();
        while let Some(what) = waiting.front().filter(|w| line.is_empty() || width(&line) + 1 + width(w) <= room) {
            line.extend([if line.is_empty() { "" } else { "," }, what]);
            waiting.pop_front();
        }
        out.push(line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Set;
    use crate::text::Offset;
    use crate::tui::sheet::{Block, Tag};
    use crate::tui::theme::Role;

    #[test]
    fn every_number_stands_at_its_row_or_below_where_that_is_full() {
        let text = "one two three four five six seven eight nine ten";
        for (places, expected) in [
            (&[][..], &[][..]),
            (&[(0, "1")], &["1"]),
            (&[(0, "2"), (0, "5")], &["2,5"]),
            (&[(0, "2"), (0, "5"), (0, "7")], &["2,5", "7"]),
            (&[(0, "10"), (0, "11")], &["10", "11"]),
            (&[(0, "3"), (30, "4")], &["3", "", "4"]),
            (&[(0, "1"), (0, "12"), (14, "3")], &["1", "12", "3"]),
            (&[(30, "10"), (30, "11"), (40, "12"), (40, "13")], &["", "", "10", "11", "12", "13"]),
        ] {
            let beside = places.iter().map(|(at, what)| (Offset::new(*at), (*what).to_owned())).collect();
            let block = Block { beside, ..Block::new(Tag::None, Role::Text, text) };
            assert_eq!(Set::new(&block, 14, 6).beside, *expected, "{places:?}");
        }
    }

    #[test]
    fn a_tail_stands_behind_the_last_words_or_below_them_and_takes_no_room_from_text() {
        let tail = |text: &str| vec![(text.to_owned(), Role::Dim)];
        for (text, tail_text, rows, apart) in [
            ("one two three four", "fact", 1, true),
            ("one two three", "fact", 1, false),
            ("one two three fo", "fact", 1, true),
            ("one two three four five", "fact", 2, false),
            ("one", "fact", 1, false),
            ("", "fact", 0, true),
            ("one two three", "a very long tail that fills it", 1, true),
            ("incomprehensibilities", "figure fact", 2, false),
            ("one two three four five six and seven", "figure fact", 2, true),
        ] {
            let block = Block { tail: tail(tail_text), ..Block::new(Tag::None, Role::Text, text) };
            let set = Set::new(&block, 20, 4);
            assert_eq!((set.rows.len(), set.tail_apart), (rows, apart), "{text}");
            assert!(set.rows.iter().all(|row| row.width <= 20), "{text}");
        }
    }
}
