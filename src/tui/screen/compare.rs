//! Two briefs side by side, claim by claim: every claim of both in one row, the rows level and scrolled together. Refuses to
//! judge: the rows come from the analysis and from the reader's corrections.

mod correcting;

use std::ops::Range;
use std::rc::Rc;

use ratatui::layout::Rect;

use crate::analysis::compare::corrected::{Row, Said, rows};
use crate::analysis::compare::{self, Class, Comparison};
use crate::brief::study::{ClaimRef, Class as Verdict, Target};
use crate::text::Span;
use crate::tui::command::Command;
use crate::tui::document::{Desk, Document};
use crate::tui::layout::{self, Areas};
use crate::tui::pane::Pane;
use crate::tui::screen::aligned::{NAMES, NARROW_MARGIN, Setting};
use crate::tui::screen::{Ask, Laid, Passages, Reader, Reading, Screen, Stage, Step, particulars};
use crate::tui::sheet::Tag;
use crate::tui::writing::Writing;

/// Two briefs.
#[derive(Clone, Debug, Default)]
pub struct Compare {
    /// The names of A and B.
    pub ids: [String; 2],
    /// The documents, once they are read.
    pub documents: Option<[Rc<Document>; 2]>,
    /// The side that has the keys.
    pub active: usize,
    /// The texts of both sides; the second is empty where one side stands over the other.
    pub text: [Pane; 2],
    /// The summaries, then every row.
    pub rows: Rc<Vec<Row>>,
    /// The row selected, by its place in `rows`.
    pub selected: usize,
    /// The one class that is shown.
    pub only: Option<Class>,
    /// The lines of each row that is shown: its place, and where it stands.
    pub lines: Rc<Vec<(usize, Range<usize>)>>,
    comparison: Option<Rc<Comparison>>,
    /// Where the reader put the top last: the row, and the line in it.
    place: (usize, usize),
    laid: Laid,
}

impl Compare {
    /// Two briefs, by their names.
    pub fn of(a: &str, b: &str) -> Self {
        Self { ids: [a.to_owned(), b.to_owned()], ..Self::default() }
    }

    /// The claim of the side one is on in the selected row.
    pub fn claim(&self) -> Option<usize> {
        self.rows.get(self.selected)?.claims.get(self.side()).copied().flatten()
    }

    /// The only side that has a claim in the selected row, where that is one.
    fn only_side(&self) -> Option<usize> {
        match self.rows.get(self.selected)?.claims {
            [Some(_), None] => Some(0),
            [None, Some(_)] => Some(1),
            _ => None,
        }
    }

    /// The side one is on: the one that has the keys, or the only one that has a claim in the selected row.
    pub fn side(&self) -> usize {
        self.only_side().unwrap_or(self.active.min(1))
    }

    /// How many rows are of a class.
    pub fn count(&self, class: Class) -> usize {
        self.rows.iter().filter(|row| row.class == Some(class)).count()
    }

    /// The lines of the selected row.
    pub fn selected_lines(&self) -> Option<Range<usize>> {
        self.lines_of(self.selected)
    }

    /// What is marked as selected on a side.
    pub fn tag(&self) -> Tag {
        Tag::Cell(self.selected, self.side())
    }

    fn lines_of(&self, row: usize) -> Option<Range<usize>> {
        self.lines.iter().find(|(place, _)| *place == row).map(|(_, lines)| lines.clone())
    }

    /// Sets both sides.
    pub fn lay(&mut self, stage: Stage) {
        let [a, b] = &self.ids;
        if !self.laid.changed(stage, &[a, b]) {
            return;
        }
        let (Some(a), Some(b)) = (stage.desk.ready(a).cloned(), stage.desk.ready(b).cloned()) else { return };
        let same = self.documents.as_ref().is_some_and(|[x, y]| Rc::ptr_eq(x, &a) && Rc::ptr_eq(y, &b));
        let comparison = match self.comparison.take().filter(|_| same) {
            Some(comparison) => comparison,
            None => Rc::new(compare::compare(&a.brief, &b.brief)),
        };
        let was = self.rows.get(self.selected).map(|row| row.claims);
        let said = self.said(stage.desk, &a, &b);
        let summaries = Row::default();
        self.rows = Rc::new(std::iter::once(summaries).chain(rows(&comparison, &said)).collect());
        self.comparison = Some(comparison);
        self.documents = Some([a, b]);
        self.selected = was.map_or(0, |claims| self.found_again(claims));
        self.set(stage);
    }

    /// The row with these claims; when they were parted, the one with that of the active side, else of the other.
    fn found_again(&self, claims: [Option<usize>; 2]) -> usize {
        let with = |side: usize| {
            let claim = claims.get(side).copied().flatten()?;
            self.rows.iter().position(|row| row.claims.get(side) == Some(&Some(claim)))
        };
        let whole = self.rows.iter().position(|row| row.claims == claims);
        whole.or_else(|| with(self.active)).or_else(|| with(1 - self.active)).unwrap_or(0)
    }

    fn said(&self, desk: &Desk, a: &Document, b: &Document) -> Vec<Said> {
        let [of_a, of_b] = &self.ids;
        let (owner, with, flipped) = Said::owner(of_a, of_b);
        let study = desk.study(owner);
        study.map_or_else(Vec::new, |study| Said::of(&study.corrections, with, [&a.brief, &b.brief], flipped))
    }

    /// Sets the rows that are shown, and shows what was shown.
    fn set(&mut self, stage: Stage) {
        let Some([a, b]) = self.documents.clone() else { return };
        let areas = Areas::compare(stage.size);
        let two = areas.two_panes();
        let margin = if two { layout::MARGIN } else { NARROW_MARGIN };
        let measure = layout::measure(areas.left, margin, stage.measure);
        let (of_a, of_b) = (stage.marks(&a), stage.marks(&b));
        let setting = Setting {
            documents: [&a, &b],
            marks: [&of_a, &of_b],
            particulars: particulars::above_summary([&a, &b], stage.theme, &areas),
            caveat: self.comparison.as_ref().and_then(|comparison| comparison.caveat()),
            theme: stage.theme,
            measure,
            beyond: two.then(|| areas.right.x.saturating_sub(areas.left.x)),
        };
        let only = self.only;
        let all = Rc::clone(&self.rows);
        let shown: Vec<(usize, &Row)> =
            all.iter().enumerate().filter(|(_, row)| only.is_none() || row.class == only).collect();
        let aligned = setting.set(&shown);
        self.lines = Rc::new(shown.iter().map(|(place, _)| *place).zip(aligned.lines).collect());
        let height = usize::from(areas.left.height);
        for (pane, sheet) in self.text.iter_mut().zip(aligned.sheets) {
            pane.set(sheet, height);
        }
        let (row, line) = self.place;
        let top = self.lines_of(row).map_or(0, |lines| lines.start + line.min(lines.len()));
        self.text[0].go(top);
        if let Some(lines) = self.selected_lines() {
            self.text[0].reveal(lines);
        }
        self.level();
    }

    /// A note is written over so many lines at the bottom, or no longer is: the row it is on stays in view above it.
    pub fn keep_above(&mut self, note: Option<Rect>, stage: Stage) {
        let pane = Areas::compare(stage.size).left;
        let hidden = note.map_or(0, |note| usize::from(pane.bottom().saturating_sub(note.y)));
        let lines = self.selected_lines();
        for text in &mut self.text {
            text.keep_above(hidden, lines.clone());
        }
    }

    /// Scrolls the other side to where the first is.
    fn level(&mut self) {
        let top = self.text[0].top();
        self.text[1].go(top);
    }

    /// Remembers where the reader is, and keeps both sides level.
    fn moved(&mut self) {
        let top = self.text[0].top();
        let row = self.lines.iter().rev().find(|(_, lines)| lines.start <= top);
        self.place = row.map_or((0, 0), |(place, lines)| (*place, top - lines.start));
        self.level();
    }

    /// Scrolls both sides.
    pub fn scroll(&mut self, lines: isize) {
        self.text[0].scroll(lines);
        self.moved();
    }

    fn select(&mut self, row: usize) {
        self.selected = row;
        if let Some(lines) = self.lines_of(row) {
            // The first row stands beneath the head of the screen, and leaves nothing above it.
            self.text[0].show(lines);
        }
        self.moved();
    }

    /// Goes to the row of a line, on that side; whether one was there already.
    pub fn press(&mut self, side: usize, line: usize) -> bool {
        let Some((row, _)) = self.lines.iter().find(|(_, lines)| lines.contains(&line)).cloned() else { return false };
        let side = match self.text.get(side).map(|pane| pane.sheet().tag_of(line)) {
            Some(Tag::Cell(at, side)) if at == row => side,
            _ if self.text[1].sheet().blocks().is_empty() => self.active,
            _ => side,
        };
        let again = self.selected == row && self.side() == side;
        (self.selected, self.active) = (row, side);
        again
    }

    /// Goes to a span of one of the sides.
    pub fn go_to_hit(&mut self, pane: usize, block: usize, span: Span) {
        let Some(sheet) = self.text.get(pane).map(Pane::remembered) else { return };
        match sheet.blocks().get(block).map(|block| block.tag) {
            Some(Tag::Cell(row, side)) => (self.selected, self.active) = (row, side),
            Some(Tag::Row(row)) => self.selected = row,
            _ => {}
        }
        let lines = sheet.lines_of_span(block, span);
        let seen = self.text[0].visible();
        if lines.start < seen.start || lines.end > seen.end {
            self.text[0].centre(lines);
        }
        self.moved();
    }

    /// Carries out a command.
    pub fn ask(&mut self, ask: Ask, stage: Stage) -> Step {
        if let Some(step) = self.walk(ask).or_else(|| self.show_only(ask.command, stage)) {
            return step;
        }
        let verdict = match ask.command {
            Command::CorrectAgree => Some(Verdict::Agree),
            Command::CorrectDiffer => Some(Verdict::Differ),
            Command::CorrectRelated => Some(Verdict::Related),
            Command::CorrectNone => Some(Verdict::None),
            _ => None,
        };
        match ask.command {
            Command::OtherPane | Command::OtherPaneBack => self.only_side().map_or_else(
                || {
                    self.active = 1 - self.active.min(1);
                    Step::Done
                },
                |side| Step::Say(format!("Only {} has a claim in this row.", NAMES[side])),
            ),
            Command::Swap => {
                self.swap();
                Step::Done
            }
            Command::NextDifference | Command::PreviousDifference => self.difference(ask),
            Command::CorrectBack => self.correct(None),
            _ if verdict.is_some() => self.correct(verdict),
            Command::Note => self.note(),
            Command::Enter => self.enter(),
            Command::GoArticle => {
                let shown = self.claim().zip(self.document()).map(|(claim, document)| {
                    Reading::showing(document, Some(claim), document.first_shown(Some(claim)))
                });
                let (reading, said) = shown.unwrap_or_else(|| (Reading::of(self.id(), None), None));
                Step::opening(Screen::Article(reading), said)
            }
            _ => Step::Unknown,
        }
    }

    fn id(&self) -> &str {
        self.ids.get(self.side()).map_or("", String::as_str)
    }

    fn document(&self) -> Option<&Rc<Document>> {
        self.documents.as_ref()?.get(self.side())
    }

    /// Moves between the rows that are shown; reads on within one that is taller than the screen.
    fn walk(&mut self, ask: Ask) -> Option<Step> {
        let shown = Rc::clone(&self.lines);
        let at = shown.iter().position(|(place, _)| *place == self.selected);
        match ask.command {
            Command::Down | Command::Up | Command::First | Command::Last => {
                let down = ask.command == Command::Down;
                if !ask.is_jump() && ask.count.is_none() && self.read_on(down) {
                    return Some(Step::Done);
                }
                let to = self.counted(ask, at.unwrap_or(0))?;
                if let Some((row, _)) = shown.get(to) {
                    self.select(*row);
                }
                Some(if ask.is_jump() { Step::Jumped } else { Step::Done })
            }
            _ => {
                let pane = &self.text[0];
                let top = ask.moved(pane.top(), pane.sheet().lines().len(), pane.height())?;
                self.page(top);
                Some(Step::Done)
            }
        }
    }

    /// The row that a move leads to, by its place among those shown. The summaries are not counted: row 1 is the first
    /// row of claims.
    fn counted(&self, ask: Ask, at: usize) -> Option<usize> {
        let len = self.lines.len();
        let head = usize::from(self.lines.first().is_some_and(|(place, _)| *place == 0));
        match (ask.is_jump(), ask.count) {
            (true, Some(n)) => Some((n.max(1) - 1 + head).min(len.saturating_sub(1))),
            _ => ask.moved(at, len, 1),
        }
    }

    /// Scrolls a line within a selected row that reaches past the edge of the screen; false when it does not.
    fn read_on(&mut self, down: bool) -> bool {
        let Some(lines) = self.selected_lines() else { return false };
        let seen = self.text[0].visible();
        let more = if down { lines.end > seen.end } else { lines.start < seen.start };
        if more {
            self.scroll(if down { 1 } else { -1 });
        }
        more
    }

    /// Scrolls to a line and selects the first row that is wholly in view; at the end, the last.
    fn page(&mut self, top: usize) {
        let at_end = self.text[0].at_end() && top > self.text[0].top();
        self.text[0].go(top);
        self.moved();
        let seen = self.text[0].visible();
        let whole = |(_, lines): &&(usize, Range<usize>)| lines.start >= seen.start && lines.end <= seen.end;
        let to = if at_end { self.lines.last() } else { self.lines.iter().find(whole) };
        if let Some((row, _)) = to {
            self.selected = *row;
        }
    }

    fn difference(&mut self, ask: Ask) -> Step {
        let differs = |(place, _): &&(usize, Range<usize>)| {
            self.rows.get(*place).is_some_and(|row| row.class == Some(Class::Differ))
        };
        let down = ask.command == Command::NextDifference;
        let found: Vec<usize> = self.lines.iter().filter(differs).map(|(place, _)| *place).collect();
        let nth = ask.times() - 1;
        let to = if down {
            found.iter().filter(|place| **place > self.selected).nth(nth)
        } else {
            found.iter().rev().filter(|place| **place < self.selected).nth(nth)
        };
        match to.copied() {
            Some(row) => {
                self.select(row);
                Step::Jumped
            }
            None if found.is_empty() => Step::Say("The two differ in no row.".to_owned()),
            None => Step::Say(format!("There is no difference {} this row.", if down { "after" } else { "before" })),
        }
    }

    /// `f`: the rows of one class, or all.
    fn show_only(&mut self, command: Command, stage: Stage) -> Option<Step> {
        let only = match command {
            Command::ShowAgree => Some(Class::Agree),
            Command::ShowDiffer => Some(Class::Differ),
            Command::ShowRelated => Some(Class::Related),
            Command::ShowOnlyA => Some(Class::OnlyA),
            Command::ShowOnlyB => Some(Class::OnlyB),
            Command::ShowAll => None,
            Command::Cancel if self.only.is_some() => None,
            _ => return None,
        };
        if let Some(class) = only.filter(|class| self.count(*class) == 0) {
            return Some(Step::Say(format!("No row is of the kind ‘{}’.", class.name())));
        }
        self.only = only;
        let shown = |row: &Row| only.is_none() || row.class == only;
        if !self.rows.get(self.selected).is_some_and(shown) {
            let next = self.rows.iter().skip(self.selected).position(shown).map(|after| self.selected + after);
            self.selected = next.or_else(|| self.rows.iter().rposition(shown)).unwrap_or(0);
        }
        self.set(stage);
        if let Some(lines) = self.selected_lines() {
            self.text[0].show(lines);
        }
        self.moved();
        Some(Step::Done)
    }

    /// A and B change places, and with them what only one of them says.
    fn swap(&mut self) {
        self.ids.swap(0, 1);
        self.active = 1 - self.active.min(1);
        let selected = self.rows.get(self.selected).map_or([None, None], |row| [row.claims[1], row.claims[0]]);
        // The rows are made anew for the briefs as they stand now; the row selected is known by its claims.
        self.rows = Rc::new(vec![Row { claims: selected, ..Row::default() }]);
        self.selected = 0;
        self.only = match self.only {
            Some(Class::OnlyA) => Some(Class::OnlyB),
            Some(Class::OnlyB) => Some(Class::OnlyA),
            other => other,
        };
        self.documents = None;
        self.laid = Laid::default();
    }

    /// A note on the active side's claim, or on its brief.
    fn note(&self) -> Step {
        let Some(document) = self.document() else { return Step::Done };
        let name = NAMES.get(self.side()).copied().unwrap_or_default();
        let claim = self.claim().and_then(|at| Some((at, document.brief.claims.get(at)?)));
        let (on, title) = match claim {
            Some((at, claim)) => (Target::Claim(ClaimRef::of(claim)), format!("claim {} of {name}", at + 1)),
            None => (Target::Brief, format!("brief {name}")),
        };
        Step::Write(Box::new(Writing::new(self.id(), on, title)))
    }

    /// Both passages; from the summaries, the brief.
    fn enter(&self) -> Step {
        let Some(row) = self.rows.get(self.selected) else { return Step::Done };
        let screen = if row.class.is_some() {
            Screen::Passages(Passages::of(&self.ids, row.claims, self.side()))
        } else {
            Screen::Reader(Reader::at_head(self.id()))
        };
        Step::Open(Box::new(screen))
    }
}
