//! A sheet: blocks of text set in one measure, as lines that know their place in the text. Built by `update` when a
//! document is opened or the measure changes; drawn by `view`. Refuses to scroll: that is the pane's.

mod set;

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use crate::article::ParagraphNo;
use crate::text::find::Pattern;
use crate::text::wrap::{Row, row_at};
use crate::text::{Offset, Span, bidi};
use crate::tui::sheet::set::{Set, alike};
use crate::tui::theme::Role;

/// What a block is, so that a line leads back to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tag {
    /// Nothing one would go to.
    #[default]
    None,
    /// The head of a brief: title, byline, summary.
    Head,
    /// A claim, by its index.
    Claim(usize),
    /// What a row of a comparison is and why, by the row's place.
    Row(usize),
    /// A side of a row of a comparison: the row's place, and 0 or 1.
    Cell(usize, usize),
    /// A paragraph of the article.
    Paragraph(ParagraphNo),
    /// A line of the list of keys.
    Key(usize),
}

/// A piece of text and how it is set.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// What it is.
    pub tag: Tag,
    /// Its text, as it stands in the file.
    pub text: String,
    /// How it looks.
    pub role: Option<Role>,
    /// Parts of it that look otherwise.
    pub runs: Vec<(Span, Role)>,
    /// Blank lines before it.
    pub before: u16,
    /// Cells left free at its left, beyond the sheet's margin.
    pub indent: u16,
    /// Cells its rows may run beyond the measure, into the pane at the right.
    pub wide: u16,
    /// What hangs in the margin at its first line.
    pub lead: String,
    /// What the reader added to it: a sign in the margin at its first line, next to the text.
    pub own: String,
    /// What hangs in the margin beside the rows that show these places: each at its own, or below it, where what stands
    /// there leaves no room.
    pub beside: Vec<(Offset, String)>,
    /// From which edge it is set, where its own text does not say.
    pub direction: Option<bidi::Direction>,
    /// What stands at the right of its last line.
    pub tail: Vec<(String, Role)>,
    /// Its language, for hyphenation.
    pub language: Option<String>,
    /// Whether it is to be typed as it stands: its rows end only at white space.
    pub typed: bool,
    /// Whether it is a list of facts: its rows end only between them.
    pub listed: bool,
    /// Whether it repeats what stands elsewhere: a search passes over it.
    pub repeats: bool,
    /// Whether it stands only on some screens: places in it count as the end of the block before.
    pub extra: bool,
}

impl Block {
    /// A block of that text, looking so.
    pub fn new(tag: Tag, role: Role, text: impl Into<String>) -> Self {
        Self { tag, role: Some(role), text: text.into(), ..Self::default() }
    }

    /// The block with blank lines before it.
    pub fn after(self, blank_lines: u16) -> Self {
        Self { before: blank_lines, ..self }
    }
}

/// A line of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// An empty line before a block.
    Blank(usize),
    /// A row of a block's text.
    Row(usize, usize),
    /// A line for what else stands in the margin, which the rows had no room for; counted on from them.
    Beside(usize, usize),
    /// The tail of a block, where its last row left no room.
    Tail(usize),
}

impl Line {
    /// The block it belongs to.
    pub const fn block(self) -> usize {
        match self {
            Self::Blank(block) | Self::Row(block, _) | Self::Beside(block, _) | Self::Tail(block) => block,
        }
    }
}

/// A place in a sheet's text, which stays when the measure changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The block, counted without the extra ones.
    pub block: usize,
    /// Where in its text.
    pub at: Offset,
}

/// Blocks set in one measure.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    blocks: Vec<Block>,
    sets: Vec<Rc<Set>>,
    lines: Vec<Line>,
    /// Where each paragraph of an article begins.
    paragraphs: BTreeMap<ParagraphNo, usize>,
    measure: u16,
    margin: u16,
}

impl Sheet {
    /// Sets blocks in `measure` cells, with `margin` cells at their left for what hangs there.
    pub fn new(blocks: Vec<Block>, measure: u16, margin: u16) -> Self {
        Self::again(blocks, measure, margin, &Self::default())
    }

    /// The same, where another sheet may already have set most of the blocks.
    pub fn again(blocks: Vec<Block>, measure: u16, margin: u16, other: &Self) -> Self {
        let same_room = (other.measure, other.margin) == (measure, margin);
        let known: HashMap<&str, usize> = if same_room {
            other.blocks.iter().enumerate().map(|(i, block)| (block.text.as_str(), i)).collect()
        } else {
            HashMap::new()
        };
        let known = |block: &Block| {
            let at = *known.get(block.text.as_str())?;
            let before = other.blocks.get(at).filter(|before| alike(before, block));
            before.and_then(|_| other.sets.get(at)).cloned()
        };
        let mut sheet = Self { sets: Vec::with_capacity(blocks.len()), measure, margin, ..Self::default() };
        for (i, block) in blocks.iter().enumerate() {
            let set = known(block).unwrap_or_else(|| Rc::new(Set::new(block, measure, margin)));
            let (rows, blanks) = (set.rows.len(), if i == 0 { 0 } else { block.before });
            sheet.lines.extend((0..blanks).map(|_| Line::Blank(i)));
            sheet.lines.extend((0..rows).map(|row| Line::Row(i, row)));
            sheet.lines.extend((rows..set.beside.len()).map(|row| Line::Beside(i, row)));
            sheet.lines.extend(set.tail_apart.then_some(Line::Tail(i)));
            if let Tag::Paragraph(no) = block.tag {
                sheet.paragraphs.entry(no).or_insert(i);
            }
            sheet.sets.push(set);
        }
        sheet.blocks = blocks;
        sheet
    }

    /// Its blocks.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Its lines.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Cells that text may fill, without the margin.
    pub const fn measure(&self) -> u16 {
        self.measure
    }

    /// Cells at the left for what hangs there.
    pub const fn margin(&self) -> u16 {
        self.margin
    }

    /// The first block with that tag.
    pub fn block_of(&self, tag: Tag) -> Option<usize> {
        match tag {
            Tag::Paragraph(no) => self.paragraphs.get(&no).copied(),
            _ => self.blocks.iter().position(|block| block.tag == tag),
        }
    }

    /// A row of a block.
    pub fn row(&self, block: usize, row: usize) -> Option<&Row> {
        self.sets.get(block)?.rows.get(row)
    }

    /// What stands in the margin beside a row, or on a line below the last.
    pub fn beside(&self, block: usize, row: usize) -> &str {
        self.sets.get(block).and_then(|set| set.beside.get(row)).map_or("", String::as_str)
    }

    /// Whether a block's tail has a line of its own.
    pub fn tail_is_apart(&self, block: usize) -> bool {
        self.sets.get(block).is_some_and(|set| set.tail_apart)
    }

    /// From which edge a block is set.
    pub fn direction(&self, block: usize) -> bidi::Direction {
        self.ordered(block).map_or(bidi::Direction::LeftToRight, |(direction, _)| *direction)
    }

    /// The order of a block's text; `None` when it simply runs from left to right.
    pub fn order(&self, block: usize) -> Option<&bidi::Order> {
        self.ordered(block).map(|(_, order)| order)
    }

    fn ordered(&self, block: usize) -> Option<&(bidi::Direction, bidi::Order)> {
        self.sets.get(block)?.order.as_ref()
    }

    /// Whether a row is its block's last.
    pub fn is_last_row(&self, block: usize, row: usize) -> bool {
        self.sets.get(block).is_some_and(|set| set.rows.len() == row + 1)
    }

    /// The place at the start of a line.
    pub fn place_of(&self, line: usize) -> Place {
        let Some(&what) = self.lines.get(line.min(self.lines.len().saturating_sub(1))) else { return Place::default() };
        let kept = self.blocks.iter().take(what.block() + 1).filter(|block| !block.extra).count().saturating_sub(1);
        let at = match what {
            _ if self.blocks.get(what.block()).is_some_and(|block| block.extra) => Offset::new(usize::MAX),
            Line::Row(block, row) => self.row(block, row).map_or(Offset::default(), |row| row.span.start()),
            Line::Tail(_) | Line::Beside(..) => Offset::new(usize::MAX),
            Line::Blank(_) => Offset::default(),
        };
        Place { block: kept, at }
    }

    /// The line that shows a place.
    pub fn line_of(&self, place: Place) -> usize {
        let mut kept = self.blocks.iter().enumerate().filter(|(_, block)| !block.extra);
        kept.nth(place.block).map_or(0, |(block, _)| self.line_in(block, place.at))
    }

    /// The line that shows a place in a block's text.
    fn line_in(&self, block: usize, at: Offset) -> usize {
        let Some(rows) = self.sets.get(block).map(|set| &set.rows) else { return 0 };
        let row = if rows.is_empty() { 0 } else { row_at(rows, at) };
        let first = self.lines.partition_point(|line| line.block() < block);
        let blanks = self.lines.iter().skip(first).take_while(|line| matches!(line, Line::Blank(_))).count();
        (first + blanks + row).min(self.lines.len().saturating_sub(1))
    }

    /// The lines of every block with that tag, from the first to behind the last, blank lines before them left out.
    pub fn lines_of(&self, tag: Tag) -> Option<std::ops::Range<usize>> {
        let first = self.blocks.iter().position(|block| block.tag == tag)?;
        let last = self.blocks.iter().rposition(|block| block.tag == tag)?;
        let start = self.line_in(first, Offset::default());
        Some(start..self.lines.partition_point(|line| line.block() <= last))
    }

    /// The lines that show a part of a block's text.
    pub fn lines_of_span(&self, block: usize, span: Span) -> std::ops::Range<usize> {
        let start = self.line_in(block, span.start());
        let last = if span.is_empty() { span.start() } else { span.end().minus(1) };
        start..self.line_in(block, last) + 1
    }

    /// Where its text has what is looked for: the block and the span, in order. What every search needs is made at the
    /// first and kept.
    pub fn matches(&self, pattern: &Pattern) -> Vec<(usize, Span)> {
        let blocks = self.blocks.iter().zip(&self.sets).enumerate();
        blocks
            .filter(|(_, (block, _))| !block.repeats)
            .flat_map(|(i, (block, set))| {
                let found = pattern.matches_in(&block.text, set.folded(&block.text));
                found.into_iter().map(move |span| (i, span))
            })
            .collect()
    }

    /// How many of the blocks before one a search looks at.
    pub fn searched_before(&self, block: usize) -> usize {
        self.blocks.iter().take(block).filter(|block| !block.repeats).count()
    }

    /// The block that has so many before it at which a search looks.
    pub fn nth_searched(&self, nth: usize) -> Option<usize> {
        let mut searched = self.blocks.iter().enumerate().filter(|(_, block)| !block.repeats);
        searched.nth(nth).map(|(block, _)| block)
    }

    /// The tag of a line's block.
    pub fn tag_of(&self, line: usize) -> Tag {
        self.lines.get(line).and_then(|line| self.blocks.get(line.block())).map_or(Tag::None, |block| block.tag)
    }
}

/// Cells that a block's tail takes.
pub fn tail_width(block: &Block) -> usize {
    block.tail.iter().map(|(text, _)| crate::text::width::width(text)).sum()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Block, Place, Sheet, Tag};
    use crate::tui::theme::Role;

    fn sheet(measure: u16) -> Sheet {
        let text = "A line of words that is long enough to be set in several rows, whatever the measure may be.";
        let blocks = (0..9).map(|i| Block::new(Tag::Claim(i), Role::Text, text).after(1)).collect();
        Sheet::new(blocks, measure, 4)
    }

    #[test]
    fn a_place_is_found_again_in_another_measure() {
        let (wide, narrow) = (sheet(60), sheet(23));
        for line in 0..narrow.lines().len() {
            let place = narrow.place_of(line);
            let there = wide.line_of(place);
            assert_eq!(wide.lines()[there].block(), place.block);
            let again = wide.place_of(there);
            assert!(again <= place, "{again:?} {place:?}");
        }
        for line in 0..wide.lines().len() {
            let place = wide.place_of(line);
            assert_eq!(narrow.place_of(narrow.line_of(place)).block, place.block);
        }
    }

    #[test]
    fn what_stays_as_it_is_is_not_set_again() {
        let block =
            |i: usize| Block::new(Tag::Claim(i), Role::Text, format!("Claim number {i}, which is long enough."));
        let sheet = Sheet::new((0..9).map(block).collect(), 20, 4);
        let mut blocks: Vec<Block> = (0..9).map(block).collect();
        blocks.insert(4, Block::new(Tag::Claim(3), Role::Passage, "What was opened."));
        blocks[7].tail = vec![("fact".to_owned(), Role::Dim)];
        let again = Sheet::again(blocks.clone(), 20, 4, &sheet);
        let kept = |i: usize| sheet.sets.iter().any(|set| Rc::ptr_eq(set, &again.sets[i]));
        assert_eq!((0..10).filter(|&i| !kept(i)).collect::<Vec<_>>(), [4, 7]);
        assert_eq!(again.lines(), Sheet::new(blocks.clone(), 20, 4).lines());
        let other = Sheet::again(blocks, 21, 4, &again);
        assert!(other.sets.iter().all(|set| !again.sets.iter().any(|known| Rc::ptr_eq(known, set))));
    }

    #[test]
    fn every_line_leads_to_its_block_and_back() {
        let sheet = sheet(30);
        for i in 0..9 {
            let lines = sheet.lines_of(Tag::Claim(i)).unwrap();
            assert!(lines.len() >= 3);
            assert!(lines.clone().all(|line| sheet.tag_of(line) == Tag::Claim(i)));
            assert_eq!(sheet.line_of(Place { block: i, ..Place::default() }), lines.start);
        }
    }
}
