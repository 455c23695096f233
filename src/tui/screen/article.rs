//! The article screen: the whole text, the passages of every claim marked, what the reader highlighted and noted, and what
//! is being selected.

use std::rc::Rc;

use ratatui::layout::Rect;

use crate::analysis::coverage::{Coverage, coverage};
use crate::article::{Article, ParagraphNo};
use crate::brief::ClaimId;
use crate::brief::anchor::State;
use crate::brief::study::{Part, Place as StudyPlace};
use crate::text::{Offset, Span};
use crate::tui::command::Command;
use crate::tui::document::{Document, Passage};
use crate::tui::layout::{self, Areas};
use crate::tui::marked::{Mark, Place};
use crate::tui::pane::Pane;
use crate::tui::screen::reader::next_brief;
use crate::tui::screen::reader::revising::{left_after, next_left, revise};
use crate::tui::screen::{Ask, Laid, Reader, Screen, Stage, Step, show_span, typeset};
use crate::tui::select::Selection;
use crate::tui::sheet::{Line, Sheet, Tag};
use crate::tui::theme::Role;

mod selecting;

/// One article.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The brief's name.
    pub id: String,
    /// The passage one is at.
    pub passage: Option<Passage>,
    /// The claim from which one came, by its index.
    pub claim: Option<usize>,
    /// Which of its anchors was shown there.
    anchor: usize,
    /// The text.
    pub text: Pane,
    /// The document shown.
    pub document: Option<Rc<Document>>,
    /// What the reader added.
    pub marks: Rc<[Mark]>,
    /// How much of the article the brief covers.
    pub coverage: Coverage,
    /// What is being selected.
    pub selection: Option<Selection>,
    /// What the note is on that is written, where that was selected.
    noted: Option<(ParagraphNo, Span)>,
    /// Whether text is selected as soon as the article is here.
    selecting: bool,
    /// The uncovered paragraph one is at.
    pub at: Option<ParagraphNo>,
    /// Its rank.
    uncovered: Option<usize>,
    /// Where to begin, instead of where the reader was last.
    begin: Option<(ParagraphNo, Offset)>,
    /// The claim to whose passage one turns once the brief is read with it.
    sought: Option<ClaimId>,
    /// The paragraph in which a passage was looked for that is not found.
    looked_in: Option<ParagraphNo>,
    laid: Laid,
}

impl Reading {
    /// The article of that brief, at a passage.
    pub fn of(id: &str, passage: Option<Passage>) -> Self {
        Self { id: id.to_owned(), passage, claim: passage.map(|p| p.claim), ..Self::default() }
    }

    /// The same, having come from a claim.
    pub fn from_claim(self, claim: Option<usize>) -> Self {
        Self { claim, ..self }
    }

    /// The same, that anchor of the claim having been shown.
    pub fn at_anchor(self, anchor: usize) -> Self {
        Self { anchor, ..self }
    }

    /// The same, selecting text as soon as the article is here.
    pub fn selecting(self, selecting: bool) -> Self {
        Self { selecting, ..self }
    }

    /// The article of that brief, at a place.
    pub fn at(id: &str, paragraph: ParagraphNo, at: Offset) -> Self {
        Self { begin: Some((paragraph, at)), ..Self::of(id, None) }
    }

    /// The article where an anchor of a claim is shown, or one of the summary; and what is said of a passage that is not
    /// found in it.
    pub fn showing(document: &Document, claim: Option<usize>, anchor: usize) -> (Self, Option<String>) {
        let passage =
            claim.and_then(|claim| document.passages_of(claim).iter().find(|passage| passage.anchor == anchor));
        let lost = lost(document, claim, anchor);
        let reading = match (passage, document.shown_at(claim, anchor)) {
            (None, Some((no, _))) if lost.is_some() => Self { looked_in: Some(no), ..Self::of(&document.id, None) },
            (None, Some((no, span))) => Self::at(&document.id, no, span.start()),
            (passage, _) => Self::of(&document.id, passage.copied()),
        };
        (reading.from_claim(claim).at_anchor(anchor), lost)
    }

    /// Turns to a claim as soon as the brief is read with it.
    pub fn seek(&mut self, claim: ClaimId) {
        self.sought = Some(claim);
    }

    /// Turns to the place that was asked for from the brief; stays where it is when that was none.
    pub fn turn_to(&mut self, asked: Self, stage: Stage) {
        let is_placed = asked.passage.is_some() || asked.at.is_some() || asked.begin.is_some();
        if is_placed || asked.looked_in.is_some() {
            *self = asked;
            return;
        }
        (self.claim, self.anchor) = (asked.claim, asked.anchor);
        if asked.selecting {
            self.select(stage);
        }
    }

    /// Sets the text.
    pub fn lay(&mut self, stage: Stage) {
        if !self.laid.changed(stage, &[&self.id]) {
            return;
        }
        let first = self.document.is_none();
        // While the brief is read again, what was read before stays on the screen.
        self.document = stage.desk.ready(&self.id).cloned().or(self.document.take());
        let Some(document) = self.document.clone() else { return };
        let area = Areas::article(stage.size).left;
        self.marks = stage.marks(&document);
        if let Some(id) = self.sought.take_if(|id| document.brief.place_of(id).is_some()) {
            self.claim = document.brief.place_of(&id);
            self.passage = self.claim.and_then(|claim| document.passages_of(claim).first().copied());
            self.at = None;
        }
        let blocks = match &document.article {
            Some(article) => {
                let passages: Vec<_> = document.passages().iter().map(|p| (p.paragraph, p.span)).collect();
                self.coverage = coverage(article, &passages, document.brief.source.language.as_deref());
                typeset::article(&document, Role::Text, stage.theme, &self.marks)
            }
            None => typeset::attach_help(&document, stage.desk, self.claim),
        };
        let measure = layout::measure(area, layout::ARTICLE_MARGIN, stage.measure);
        let sheet = Sheet::again(blocks, measure, layout::ARTICLE_MARGIN, self.text.sheet());
        self.text.set(Rc::new(sheet), usize::from(area.height));
        if first {
            self.begin(stage);
        } else if let Some((no, span)) = self.selection.map(|selection| selection.to) {
            let lines = self.lines(no, span);
            self.text.reveal(lines);
        }
    }

    /// Where the article opens: at the passage or place asked for, else where the reader was last.
    fn begin(&mut self, stage: Stage) {
        let last =
            stage.desk.study(&self.id).and_then(|study| study.place.clone()).and_then(|place| match place.part {
                Part::Paragraph(no) => Some((no, place.at)),
                _ => None,
            });
        if self.passage.is_some() {
            self.show_passage();
        } else if let Some(no) = self.looked_in {
            let lines = self.lines(no, self.whole(no));
            // Of a long paragraph the beginning is shown, with some of what stands before it.
            self.text.centre(lines.start..lines.end.min(lines.start + self.text.height() / 2));
        } else if let Some((no, at)) = self.begin.or(last) {
            let lines = self.lines(no, Span::new(at, at));
            self.text.go(lines.start);
        }
        if std::mem::take(&mut self.selecting) {
            self.select(stage);
        }
    }

    /// Where the reader is, to be kept.
    pub fn place(&self) -> Option<StudyPlace> {
        self.document.as_ref()?.article.as_ref()?;
        let (no, at) = self.at_line(self.text.top())?;
        Some(StudyPlace { part: Part::Paragraph(no), at })
    }

    fn article(&self) -> Option<&Article> {
        self.document.as_ref()?.article.as_ref()
    }

    /// All of a paragraph.
    fn whole(&self, no: ParagraphNo) -> Span {
        self.article().and_then(|article| article.paragraph(no)).map_or_else(Span::default, |p| Span::whole(&p.text))
    }

    fn lines(&self, no: ParagraphNo, span: Span) -> std::ops::Range<usize> {
        let block = self.text.sheet().block_of(Tag::Paragraph(no)).unwrap_or(0);
        self.text.sheet().lines_of_span(block, span)
    }

    /// The place at the start of a line of the text, or of the first line of text after it.
    fn at_line(&self, line: usize) -> Option<(ParagraphNo, Offset)> {
        let sheet = self.text.sheet();
        (line..sheet.lines().len()).find_map(|line| {
            let Line::Row(block, row) = sheet.lines().get(line).copied()? else { return None };
            let what = sheet.blocks().get(block).filter(|block| !block.extra)?;
            let Tag::Paragraph(no) = what.tag else { return None };
            Some((no, sheet.row(block, row)?.span.start()))
        })
    }

    fn show(&mut self, no: ParagraphNo, span: Span) {
        if let Some(block) = self.text.sheet().block_of(Tag::Paragraph(no)) {
            show_span(&mut self.text, block, span);
        }
    }

    /// A note is written over so many lines at the bottom, or no longer is: the passage it is on stays in view above it.
    pub fn keep_above(&mut self, note: Option<Rect>, stage: Stage) {
        let pane = Areas::article(stage.size).left;
        let hidden = note.map_or(0, |note| usize::from(pane.bottom().saturating_sub(note.y)));
        let on = self.noted.or(self.passage.filter(|_| self.passage_is_in_view()).map(|p| (p.paragraph, p.span)));
        let lines = on.map(|(no, span)| self.lines(no, span));
        self.text.keep_above(hidden, lines);
    }

    /// Whether the passage one is at can be seen, or some of it.
    pub fn passage_is_in_view(&self) -> bool {
        let seen = self.text.visible();
        let lines = self.passage.map(|passage| self.lines(passage.paragraph, passage.span));
        lines.is_some_and(|lines| lines.start < seen.end && lines.end > seen.start)
    }

    fn show_passage(&mut self) {
        if let Some(passage) = self.passage {
            let lines = self.lines(passage.paragraph, passage.span);
            self.text.centre(lines);
        }
    }

    /// Carries out a command.
    pub fn ask(&mut self, ask: Ask, stage: Stage) -> Step {
        if self.selection.is_some() {
            let step = self.ask_selection(ask, stage);
            if !matches!(step, Step::Unknown) {
                return step;
            }
        }
        let len = self.text.sheet().lines().len();
        if let Some(top) = ask.moved(self.text.top(), len, self.text.height()) {
            self.text.go(top);
            return if ask.is_jump() { Step::Jumped } else { Step::Done };
        }
        match ask.command {
            Command::NextPassage | Command::PreviousPassage => self.turn(ask),
            Command::NextUncovered | Command::PreviousUncovered => self.next_uncovered(ask),
            Command::NextNote | Command::PreviousNote => self.next_mark(ask),
            Command::Enter => match self.passage.filter(|_| self.at.is_none()) {
                Some(passage) => Step::Open(Box::new(Screen::Reader(Reader::at(&self.id, passage.claim)))),
                None if self.at.is_some() => {
                    Step::Say("No claim rests on this paragraph; v selects text of it, C makes a claim.".to_owned())
                }
                None => Step::Say("Go to a passage with ]p first; enter then leads to its claim.".to_owned()),
            },
            Command::Accept => self.accept(),
            Command::NextLeft | Command::PreviousLeft => {
                let Some(document) = self.document.clone() else { return Step::Done };
                let here = self.passage.filter(|_| self.at.is_none()).map(|passage| passage.claim).or(self.claim);
                match next_left(&document.brief, here, ask.command == Command::NextLeft, ask.times()) {
                    Ok(claim) => self.show_claim(&document, claim),
                    Err(why) => Step::Say(why),
                }
            }
            Command::SelectText => self.select(stage),
            Command::Note => self.note(),
            Command::NextBrief | Command::PreviousBrief => next_brief(&self.id, ask, stage)
                .map_or_else(Step::Say, |id| Step::Replace(Box::new(Screen::Article(Self::of(&id, None))))),
            Command::GoArticle => Step::Done,
            _ => Step::Unknown,
        }
    }

    /// Accepts the claim whose passage one is at, and goes to the passage of the next that waits.
    fn accept(&mut self) -> Step {
        let Some(document) = self.document.clone() else { return Step::Done };
        let Some(claim) = self.passage.filter(|_| self.at.is_none()).map(|passage| passage.claim) else {
            return Step::Say("Go to a passage with ]p first; A then accepts its claim.".to_owned());
        };
        match revise(&document.brief, Some(claim), Command::Accept) {
            Ok(step) => {
                if let Some(next) = left_after(&document.brief, claim) {
                    self.show_claim(&document, next);
                }
                step
            }
            Err(why) => Step::Say(why),
        }
    }

    /// Goes to the first passage of a claim.
    fn show_claim(&mut self, document: &Document, claim: usize) -> Step {
        let Some(passage) = document.passages_of(claim).first() else {
            return Step::Say(format!("The passage of claim {} is not found; the brief says more.", claim + 1));
        };
        (self.passage, self.claim, self.at) = (Some(*passage), Some(claim), None);
        self.show_passage();
        Step::Jumped
    }

    /// Goes to the next passage, from the one one is at, or from the top of the screen when that is out of sight.
    fn turn(&mut self, ask: Ask) -> Step {
        let document = self.document.clone();
        let passages = document.as_ref().map(|document| document.passages()).unwrap_or_default();
        let line = |p: &Passage| self.lines(p.paragraph, p.span).start;
        let seen = self.text.visible();
        let here = self.passage.filter(|passage| seen.contains(&line(passage)));
        let down = ask.command == Command::NextPassage;
        let next = match (here, down) {
            (Some(here), true) => passages.iter().filter(|p| **p > here).nth(ask.times() - 1),
            (Some(here), false) => passages.iter().rev().filter(|p| **p < here).nth(ask.times() - 1),
            (None, true) => passages.iter().filter(|p| line(p) >= seen.start).nth(ask.times() - 1),
            (None, false) => passages.iter().rev().filter(|p| line(p) < seen.end).nth(ask.times() - 1),
        };
        match next.copied() {
            Some(next) => {
                self.passage = Some(next);
                self.at = None;
                self.claim = Some(next.claim);
                self.show_passage();
                Step::Jumped
            }
            None => Step::Say(format!("There is no passage {} this one.", if down { "after" } else { "before" })),
        }
    }

    /// Goes to the passage that was pressed; whether that is the one where one already is.
    pub fn press(&mut self, tag: Tag, span: Span) -> bool {
        let Tag::Paragraph(no) = tag else { return false };
        let passages = self.document.as_ref().map(|document| document.passages()).unwrap_or_default();
        let pressed = passages.iter().copied().find(|p| p.paragraph == no && p.span.overlaps(span));
        let again = pressed.is_some() && pressed == self.passage;
        if let Some(passage) = pressed {
            self.passage = Some(passage);
            self.claim = Some(passage.claim);
        }
        again
    }

    fn next_uncovered(&mut self, ask: Ask) -> Step {
        let len = self.coverage.uncovered.len();
        if len == 0 {
            return Step::Say("Every paragraph is covered by a claim.".to_owned());
        }
        let step = ask.times() % len;
        let next = match (self.uncovered, ask.command == Command::NextUncovered) {
            (None, true) => step.max(1) - 1,
            (None, false) => len - step.max(1),
            (Some(at), true) => (at + step) % len,
            (Some(at), false) => (at + len - step) % len,
        };
        self.uncovered = Some(next);
        self.at = self.coverage.uncovered.get(next).map(|paragraph| paragraph.paragraph);
        let Some(paragraph) = self.coverage.uncovered.get(next).copied() else { return Step::Done };
        let lines = self.lines(paragraph.paragraph, self.whole(paragraph.paragraph));
        self.text.centre(lines);
        let reason = paragraph.reason();
        let reason = if reason.is_empty() { String::new() } else { format!(": {reason}") };
        Step::Say(format!("Uncovered {} of {len}, paragraph {}{reason}", next + 1, paragraph.paragraph.get()))
    }

    fn next_mark(&mut self, ask: Ask) -> Step {
        let seen = self.text.visible();
        let places = self.marks.iter().filter_map(|mark| match mark.place {
            Place::Passage(no, span) => Some((self.lines(no, span).start, no, span)),
            _ => None,
        });
        let places: Vec<_> = places.collect();
        let middle = seen.start + self.text.height() / 2;
        let next = if ask.command == Command::NextNote {
            places.iter().filter(|(line, ..)| *line > middle).nth(ask.times() - 1)
        } else {
            places.iter().rev().filter(|(line, ..)| *line < middle).nth(ask.times() - 1)
        };
        match next.or(if places.len() == 1 { places.first() } else { None }) {
            Some(&(_, no, span)) => {
                let lines = self.lines(no, span);
                self.text.centre(lines);
                Step::Jumped
            }
            None => Step::Say("There is no note or highlight further on in this article.".to_owned()),
        }
    }
}

/// What is said of a passage that is not found when the article opens.
fn lost(document: &Document, claim: Option<usize>, anchor: usize) -> Option<String> {
    let fate = match document.found_of(claim).get(anchor)?.state {
        State::Missing => "is not found",
        State::Ambiguous => "stands at several places",
        _ => return None,
    };
    let whose = claim.map_or_else(|| "Summary".to_owned(), |claim| format!("Claim {}", claim + 1));
    let near = document.shown_at(claim, anchor).map(|(no, _)| format!("; the brief says paragraph {}", no.get()));
    Some(format!("{whose}: its passage {fate}{}.", near.unwrap_or_default()))
}
