//! The rows of a comparison as text: on two sheets of as many lines each, so that what belongs together stands level; or on
//! one, the two sides one over the other. Refuses to know what a row means: that is in `corrected`.

use std::ops::Range;
use std::rc::Rc;

use crate::analysis::compare::Class;
use crate::analysis::compare::corrected::Row;
use crate::brief::anchor::State;
use crate::text::Span;
use crate::tui::document::Document;
use crate::tui::layout::MARGIN;
use crate::tui::marked::{Mark, Place};
use crate::tui::screen::typeset;
use crate::tui::sheet::{Block, Sheet, Tag};
use crate::tui::theme::{Role, Sign, Theme};

/// Cells left of the text where the two sides stand one over the other: for the bar, the side and a number.
pub const NARROW_MARGIN: u16 = MARGIN + 2;
/// The sides.
pub const NAMES: [&str; 2] = ["A", "B"];

/// What is set.
pub struct Setting<'a> {
    /// The two briefs.
    pub documents: [&'a Document; 2],
    /// What the reader added to each.
    pub marks: [&'a [Mark]; 2],
    /// What is to be said of each source above its summary.
    pub particulars: [Option<String>; 2],
    /// What is to be known of how much was compared.
    pub caveat: Option<String>,
    /// The looks.
    pub theme: Theme,
    /// Cells for the text of a side.
    pub measure: u16,
    /// Cells from a side to the end of the other; `None`: one stands over the other.
    pub beyond: Option<u16>,
}

/// What was set.
pub struct Aligned {
    /// The sheets; the second is empty where one side stands over the other.
    pub sheets: [Rc<Sheet>; 2],
    /// The lines of each row, in the order in which they were given, without the blank ones behind it.
    pub lines: Vec<Range<usize>>,
}

/// The sign and the role of a class.
pub const fn class_sign(class: Class) -> (Sign, Role) {
    match class {
        Class::Agree => (Sign::Agree, Role::Good),
        Class::Differ => (Sign::Differ, Role::Bad),
        Class::Related => (Sign::Related, Role::Warn),
        Class::OnlyA => (Sign::OnlyA, Role::Key),
        Class::OnlyB => (Sign::OnlyB, Role::Key),
    }
}

/// Whether a topic is among others, however it is capitalised.
fn has_topic(topics: &[String], topic: &str) -> bool {
    topics.iter().any(|other| other.to_lowercase() == topic.to_lowercase())
}

/// The row before one of those that are shown.
fn before<'a>(rows: &[(usize, &'a Row)], at: usize) -> Option<&'a Row> {
    at.checked_sub(1).and_then(|at| rows.get(at)).map(|(_, row)| *row)
}

impl Setting<'_> {
    /// Sets rows, each with its place among all.
    pub fn set(&self, rows: &[(usize, &Row)]) -> Aligned {
        match self.beyond {
            Some(beyond) => self.level(rows, beyond),
            None => self.stacked(rows),
        }
    }

    fn level(&self, rows: &[(usize, &Row)], beyond: u16) -> Aligned {
        let (mut sheets, mut lines) = ([vec![Block::default()], vec![Block::default()]], Vec::new());
        // Blank lines due on each side before its next block.
        let (mut due, mut at) = ([0u16; 2], 0usize);
        for (i, (place, row)) in rows.iter().enumerate() {
            // What only B says, says so over its own side; what both say, and what only A does, across the two.
            let over = usize::from(row.class == Some(Class::OnlyB));
            let wide = if over == 0 { beyond } else { 0 };
            let reason = self.reason(*place, row, before(rows, i)).map(|block| Block { wide, ..block });
            let cells = [self.cell(*place, row, 0), self.cell(*place, row, 1)];
            let heights = [self.height(cells[0].clone()), self.height(cells[1].clone())];
            let above = reason.clone().map_or(0, |reason| self.height(vec![reason]));
            let tall = heights[0].max(heights[1]);
            lines.push(at..at + usize::from(above + tall));
            at += usize::from(above + tall + 1);
            if let Some(reason) = reason {
                sheets[over].push(reason.after(std::mem::take(&mut due[over])));
                due[1 - over] += above;
            }
            for (side, cell) in cells.into_iter().enumerate() {
                let gap = tall - heights[side] + 1;
                let empty = cell.is_empty();
                sheets[side].extend(cell.into_iter().enumerate().map(|(i, block)| {
                    if i == 0 {
                        let before = block.before + due[side];
                        block.after(before)
                    } else {
                        block
                    }
                }));
                due[side] = if empty { due[side] + gap } else { gap };
            }
        }
        let [left, right] = sheets;
        let sheet = |mut blocks: Vec<Block>, due: u16| {
            // A last line that both have, so that both are as long.
            blocks.push(Block::new(Tag::None, Role::Dim, " ").after(due));
            Rc::new(Sheet::new(blocks, self.measure, MARGIN))
        };
        Aligned { sheets: [sheet(left, due[0]), sheet(right, due[1])], lines }
    }

    fn stacked(&self, rows: &[(usize, &Row)]) -> Aligned {
        let (mut blocks, mut lines, mut at) = (Vec::new(), Vec::new(), 0usize);
        for (i, (place, row)) in rows.iter().enumerate() {
            let mut of_row: Vec<Block> = self.reason(*place, row, before(rows, i)).into_iter().collect();
            for side in [0, 1] {
                let mut cell = self.cell(*place, row, side);
                // Two claims are short, and belong together; two summaries are paragraphs.
                if let Some(first) = cell.first_mut().filter(|_| side == 1 && row.class.is_none()) {
                    first.before = 1;
                }
                of_row.extend(cell);
            }
            let tall = usize::from(self.height(of_row.clone()));
            lines.push(at..at + tall);
            at += tall + 1;
            if let Some(first) = of_row.first_mut() {
                first.before = u16::from(i > 0);
            }
            blocks.extend(of_row);
        }
        Aligned { sheets: [Rc::new(Sheet::new(blocks, self.measure, NARROW_MARGIN)), Rc::default()], lines }
    }

    fn height(&self, blocks: Vec<Block>) -> u16 {
        let lines = Sheet::new(blocks, self.measure, MARGIN).lines().len();
        u16::try_from(lines).unwrap_or(u16::MAX / 4)
    }

    /// What a row is, and why, where the row before it has not said so; and what to see beside it.
    fn reason(&self, place: usize, row: &Row, before: Option<&Row>) -> Option<Block> {
        let Some(class) = row.class else {
            return Some(Block::new(Tag::Row(place), Role::Heading, self.shared_topics()));
        };
        let also: Vec<String> = row
            .see_also
            .iter()
            .filter_map(|(side, claim)| Some(format!("{} {}", NAMES.get(*side)?, claim + 1)))
            .collect();
        let also = if also.is_empty() { String::new() } else { format!("see also {}", also.join(", ")) };
        if before.is_some_and(|before| row.goes_on(before)) {
            return (!also.is_empty()).then(|| Block::new(Tag::Row(place), Role::Dim, also));
        }
        let (sign, role) = class_sign(class);
        let mut text = format!("{} {}", self.theme.sign(sign), class.name());
        let named = Span::new(0, text.len());
        if row.corrected {
            text.push_str(", corrected");
        }
        if !row.reason.is_empty() {
            text.push_str(": ");
            text.push_str(&row.reason);
        }
        if !also.is_empty() {
            text.push_str(&format!(" {} {also}", self.theme.sign(Sign::Dot)));
        }
        Some(Block { runs: vec![(named, role)], ..Block::new(Tag::Row(place), Role::Dim, text) })
    }

    fn shared_topics(&self) -> String {
        let [a, b] = self.documents.map(|document| &document.brief.topics);
        let shared: Vec<String> = a.iter().filter(|topic| has_topic(b, topic)).cloned().collect();
        let both = if shared.is_empty() { String::new() } else { format!("; both on {}", shared.join(", ")) };
        let caveat = self.caveat.as_ref().map_or_else(String::new, |caveat| format!("; {caveat}"));
        format!("Summaries{both}{caveat}")
    }

    /// One side of a row.
    fn cell(&self, place: usize, row: &Row, side: usize) -> Vec<Block> {
        let (Some(document), Some(marks)) = (self.documents.get(side), self.marks.get(side)) else { return Vec::new() };
        let tag = Tag::Cell(place, side);
        let lead = |number: String| match (self.beyond, NAMES.get(side)) {
            (None, Some(name)) => format!("{name}{number:>3}"),
            _ => number,
        };
        let (mut blocks, noted) = if row.class.is_none() {
            (self.summary(document, side, tag, lead(String::new())), Place::Brief)
        } else {
            let Some(index) = row.claims.get(side).copied().flatten() else { return Vec::new() };
            let Some(claim) = document.brief.claims.get(index) else { return Vec::new() };
            let mut block = typeset::claim_block(document, index, claim, self.theme);
            // What one compares is said; where it stands in the article matters only when it does not stand there.
            let sound = document.state_of(Some(index)) == Some(State::Exact) && !document.is_unsupported(index);
            block.tail.drain(..if sound { block.tail.len() } else { 1 });
            if document.is_unsupported(index) {
                block.tail.push(("  unsupported".to_owned(), Role::Bad));
            }
            block.tag = tag;
            block.lead = lead((index + 1).to_string());
            block.language = document.brief.source.language.clone();
            let unlike = row.marks.get(side).map(Vec::as_slice).unwrap_or_default();
            let block = match row.class {
                // In what words both say the same tells nothing.
                Some(Class::Agree) => block,
                class => self.marked(block, unlike, class == Some(Class::Differ)),
            };
            (vec![typeset::credited(block, claim, self.theme)], Place::Claim(index))
        };
        blocks.extend(typeset::notes(tag, marks, noted, self.theme));
        blocks
    }

    /// The words that only this side has, marked: loudly where the two differ, and there with brackets where the terminal
    /// may show nothing but letters.
    fn marked(&self, mut block: Block, unlike: &[Span], differ: bool) -> Block {
        if !self.theme.ascii || !differ {
            let role = if differ { Role::Unlike } else { Role::OtherPassage };
            block.runs = unlike.iter().map(|span| (*span, role)).collect();
            return block;
        }
        let mut text = String::with_capacity(block.text.len() + 2 * unlike.len());
        let mut done = crate::text::Offset::default();
        for span in unlike {
            let (Some(before), Some(words)) =
                (Span::new(done, span.start()).slice(&block.text), span.slice(&block.text))
            else {
                continue;
            };
            text.push_str(before);
            let from = text.len();
            text.push('[');
            text.push_str(words);
            text.push(']');
            block.runs.push((Span::new(from, text.len()), Role::Unlike));
            done = span.end();
        }
        text.push_str(Span::new(done, Span::whole(&block.text).end()).slice(&block.text).unwrap_or_default());
        block.text = text;
        block
    }

    fn summary(&self, document: &Document, side: usize, tag: Tag, lead: String) -> Vec<Block> {
        let brief = &document.brief;
        let summary = brief.summary.trim();
        let language = brief.source.language.clone();
        let particulars = self.particulars.get(side).cloned().flatten();
        let mut blocks: Vec<Block> =
            particulars.map(|text| Block { listed: true, ..Block::new(tag, Role::Dim, text) }).into_iter().collect();
        blocks.push(if summary.is_empty() {
            Block::new(tag, Role::Dim, "This brief has no summary yet.")
        } else {
            Block { language, ..Block::new(tag, Role::Text, summary) }
        });
        if let Some(first) = blocks.first_mut() {
            first.lead = lead;
        }
        let other = self.documents.get(1 - side).map(|other| other.brief.topics.as_slice()).unwrap_or_default();
        let own: Vec<&str> = brief.topics.iter().filter(|topic| !has_topic(other, topic)).map(String::as_str).collect();
        if !own.is_empty() {
            blocks.push(Block::new(tag, Role::Dim, format!("Only here: {}", own.join(", "))));
        }
        blocks
    }
}
