//! A pane: a sheet, how much of it is to be seen, and from where. Keeps its place as a place in the text, so that a
//! resize or another measure loses nothing.

use std::ops::Range;
use std::rc::Rc;

use crate::tui::sheet::{Place, Sheet};

/// A window on a sheet.
#[derive(Clone, Debug, Default)]
pub struct Pane {
    sheet: Rc<Sheet>,
    top: usize,
    height: usize,
    /// Lines at the bottom that something hides.
    hidden: usize,
    /// What stood at the top before that, and of how many lines.
    before: (usize, usize),
    /// Where the reader put the top last, whatever became of it since.
    place: Place,
}

impl Pane {
    /// Its sheet.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Whether it shows that very sheet.
    pub fn shows(&self, sheet: &Rc<Sheet>) -> bool {
        Rc::ptr_eq(&self.sheet, sheet)
    }

    /// Its sheet, to be remembered.
    pub fn remembered(&self) -> Rc<Sheet> {
        Rc::clone(&self.sheet)
    }

    /// The first line to be seen.
    pub const fn top(&self) -> usize {
        self.top
    }

    /// Lines to be seen.
    pub const fn height(&self) -> usize {
        self.height
    }

    /// The lines to be seen.
    pub fn visible(&self) -> Range<usize> {
        self.top..(self.top + self.height).min(self.sheet.lines().len())
    }

    /// Shows another sheet of the same blocks, or the same in another height, where the reader was last.
    pub fn set(&mut self, sheet: Rc<Sheet>, height: usize) {
        self.top = if self.place == Place::default() { 0 } else { sheet.line_of(self.place) };
        self.sheet = sheet;
        self.height = height;
        self.clamp();
    }

    /// Scrolls by so many lines, never past either end.
    pub fn scroll(&mut self, lines: isize) {
        self.go(self.top.saturating_add_signed(lines));
    }

    /// Puts a line at the top, as far as there is text below it.
    pub fn go(&mut self, line: usize) {
        self.top = line;
        self.clamp();
        self.place = if self.top == 0 { Place::default() } else { self.sheet.place_of(self.top) };
    }

    /// Scrolls as little as needed to show these lines; their beginning, when they are more than fit.
    pub fn show(&mut self, lines: Range<usize>) {
        self.reveal(lines);
        self.go(self.top);
    }

    /// The same after a resize, which is not the reader's doing: the next resize starts from where the reader was.
    pub fn reveal(&mut self, lines: Range<usize>) {
        let height = self.height.saturating_sub(self.hidden).max(1);
        if lines.end > self.top + height {
            self.top = lines.end.saturating_sub(height);
        }
        self.top = self.top.min(lines.start);
        self.clamp();
    }

    /// Puts these lines in the middle; their beginning, when they are more than fit.
    pub fn centre(&mut self, lines: Range<usize>) {
        let above = self.height.saturating_sub(lines.len()) / 2;
        self.go(lines.start.saturating_sub(above));
    }

    /// Something hides so many lines at the bottom, or no longer does: these lines stay above it, as far as they fit.
    pub fn keep_above(&mut self, hidden: usize, lines: Option<Range<usize>>) {
        if self.hidden == hidden {
            return;
        }
        let len = self.sheet.lines().len();
        if self.hidden == 0 {
            self.before = (self.top, len);
        }
        self.hidden = hidden;
        match lines.filter(|_| hidden > 0) {
            Some(lines) => self.reveal(lines),
            // The note that was kept may have made the text longer.
            None if self.before.1 == len => self.top = self.before.0,
            None => self.top = if self.place == Place::default() { 0 } else { self.sheet.line_of(self.place) },
        }
        self.clamp();
    }

    /// Whether the last line is to be seen.
    pub fn at_end(&self) -> bool {
        self.top + self.height >= self.sheet.lines().len()
    }

    fn clamp(&mut self) {
        let height = self.height.saturating_sub(self.hidden);
        self.top = self.top.min(self.sheet.lines().len().saturating_sub(height));
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::Pane;
    use crate::tui::sheet::{Block, Sheet, Tag};
    use crate::tui::theme::Role;

    fn sheet(measure: u16) -> Rc<Sheet> {
        let text = "word ".repeat(60);
        Rc::new(Sheet::new((0..20).map(|i| Block::new(Tag::Claim(i), Role::Text, text.trim())).collect(), measure, 0))
    }

    #[test]
    fn the_place_survives_any_resize() {
        let mut pane = Pane::default();
        pane.set(sheet(40), 10);
        pane.go(71);
        let tag = pane.sheet().tag_of(pane.top());
        for (measure, height) in [(72, 30), (20, 3), (9, 50), (40, 10)] {
            pane.set(sheet(measure), height);
            assert_eq!(pane.sheet().tag_of(pane.top()), tag, "{measure}x{height}");
        }
    }

    #[test]
    fn showing_moves_no_more_than_it_must() {
        let mut pane = Pane::default();
        pane.set(sheet(40), 10);
        pane.show(3..5);
        assert_eq!(pane.top(), 0);
        pane.show(12..14);
        assert_eq!(pane.top(), 4);
        pane.show(2..40);
        assert_eq!(pane.top(), 2);
        pane.scroll(-100);
        assert_eq!(pane.top(), 0);
        pane.centre(50..52);
        assert_eq!(pane.top(), 46);
        pane.go(10_000);
        assert!(pane.at_end());
    }
}
