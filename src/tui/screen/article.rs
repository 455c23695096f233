//! The article screen: the whole text, the passages of every claim marked, what the reader highlighted and noted, and what
//! is being selected.

use std::rc::Rc;

use ratatui::layout::Rect;

use crate::analysis::coverage::{Coverage, coverage};
use crate::article::{Article, ParagraphNo};
use crate::brief::anchor::State;
use crate::brief::study::{Change, ClaimRef, Part, Place as StudyPlace, Target};
use crate::brief::{Anchor, ClaimId};
use crate::text::width::clusters;
use crate::text::{Offset, Span};
use crate::tui::command::Command;
use crate::tui::deed::Act;
use crate::tui::document::{Document, Passage};
use crate::tui::layout::{self, Areas};
use crate::tui::marked::{Mark, Place};
use crate::tui::pane::Pane;
use crate::tui::screen::reader::next_brief;
use crate::tui::screen::{Ask, Laid, Reader, Screen, Stage, Step, show_span, typeset};
use crate::tui::select::{Selection, Unit};
use crate::tui::sheet::{Line, Sheet, Tag};
use crate::tui::theme::Role;
use crate::tui::writing::Writing;

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
        let is_here = |id: &mut ClaimId| document.brief.claims.iter().any(|claim| claim.id == *id);
        if let Some(id) = self.sought.take_if(is_here) {
            self.claim = document.brief.claims.iter().position(|claim| claim.id == id);
            self.passage = self.claim.and_then(|claim| document.passages_of(claim).first().copied());
            self.at = None;
        }
        let blocks = match &document.article {
            Some(article) => {
                let passages: Vec<_> = document.passages().iter().map(|p| (p.paragraph, p.span)).collect();
                self.coverage = coverage(article, &passages);
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
            Command::SelectText => self.select(stage),
            Command::Note => self.note(),
            Command::NextBrief | Command::PreviousBrief => next_brief(&self.id, ask, stage)
                .map_or_else(Step::Say, |id| Step::Replace(Box::new(Screen::Article(Self::of(&id, None))))),
            Command::GoArticle => Step::Done,
            _ => Step::Unknown,
        }
    }

    /// Begins to select: at the uncovered paragraph one went to, at the passage or where it was looked for, when that is
    /// in view, else with the first word in view.
    fn select(&mut self, stage: Stage) -> Step {
        let seen = self.text.visible();
        let Some(article) = self.article() else { return Step::Say(typeset::attach_first(stage.desk, &self.id)) };
        let passage = self.passage.map(|p| (p.paragraph, p.span.start()));
        let start = |no| (no, Offset::default());
        let here = self.at.map(start).or(passage).or(self.looked_in.map(start));
        let in_view = here.filter(|(no, at)| seen.contains(&self.lines(*no, Span::new(*at, *at)).start));
        let from = in_view.or_else(|| self.at_line(seen.start));
        self.selection = from.and_then(|(no, at)| Selection::at(article, no, at, Unit::Word));
        Step::Done
    }

    fn ask_selection(&mut self, ask: Ask, stage: Stage) -> Step {
        let (Some(selection), Some(document)) = (self.selection, self.document.clone()) else { return Step::Unknown };
        let Some(article) = &document.article else { return Step::Unknown };
        let times = isize::try_from(ask.times()).unwrap_or(1);
        let carried = match ask.command {
            Command::Right => selection.carried(article, times),
            Command::Left => selection.carried(article, -times),
            Command::Down | Command::Up => {
                let down = ask.command == Command::Down;
                (0..ask.times()).fold(selection, |selection, _| {
                    let there = self.row_beside(selection.to, down, article);
                    there.map_or(selection, |(no, at)| selection.carried_to(article, no, at))
                })
            }
            Command::ByWord => selection.by(article, Unit::Word),
            Command::BySentence => selection.by(article, Unit::Sentence),
            Command::ByParagraph => selection.by(article, Unit::Paragraph),
            Command::Cancel | Command::SelectText => {
                self.selection = None;
                return Step::Done;
            }
            Command::Highlight => return self.highlight(selection, article),
            Command::Note => return self.note(),
            Command::CopySelected => {
                self.selection = None;
                return Step::Copy("the selection", selection.text(article));
            }
            Command::NewClaim => return self.new_claim(selection, &document, stage),
            Command::ReAnchor => return self.re_anchor(selection, &document),
            _ => return Step::Unknown,
        };
        self.selection = Some(carried);
        self.show(carried.to.0, carried.to.1);
        Step::Done
    }

    /// The place in the row below or above, at the same column.
    fn row_beside(
        &self,
        (no, span): (ParagraphNo, Span),
        down: bool,
        article: &Article,
    ) -> Option<(ParagraphNo, Offset)> {
        let sheet = self.text.sheet();
        let at = if down { span.end().minus(1) } else { span.start() };
        let line = self.lines(no, Span::new(at, at)).start;
        let text = |no: ParagraphNo| article.paragraph(no).map(|paragraph| paragraph.text.as_str());
        let Some(&Line::Row(block, row)) = sheet.lines().get(line) else { return None };
        let row = sheet.row(block, row)?;
        let before = Span::new(row.shown.start(), span.start().max(row.shown.start()));
        let column = crate::text::width::width(before.slice(text(no)?).unwrap_or_default());
        let next = if down { self.at_line(line + 1) } else { (0..line).rev().find_map(|line| self.row_at(line)) };
        let (no, start) = next?;
        let mut cells = 0;
        let rest = Span::new(start, Offset::new(text(no)?.len())).slice(text(no)?)?;
        let cluster = clusters(rest).find(|cluster| {
            cells += cluster.width;
            cells > column
        });
        Some((no, cluster.map_or(start, |cluster| start.plus(cluster.span.start().bytes()))))
    }

    /// The place at the start of that very line, when it is one of the article's text.
    fn row_at(&self, line: usize) -> Option<(ParagraphNo, Offset)> {
        let sheet = self.text.sheet();
        let &Line::Row(block, row) = sheet.lines().get(line)? else { return None };
        let what = sheet.blocks().get(block).filter(|block| !block.extra)?;
        let Tag::Paragraph(no) = what.tag else { return None };
        Some((no, sheet.row(block, row)?.span.start()))
    }

    /// Highlights what is selected; takes highlights away that are selected again.
    fn highlight(&mut self, selection: Selection, article: &Article) -> Step {
        let pieces = selection.pieces(article);
        self.selection = None;
        let touched = |(at, selected): (ParagraphNo, Span)| {
            self.marks.iter().filter(|mark| mark.note.is_none()).filter_map(move |mark| match mark.place {
                Place::Passage(no, span) if no == at && span.overlaps(selected) => Some((mark, span)),
                _ => None,
            })
        };
        let within = pieces.iter().all(|piece| touched(*piece).any(|(_, span)| span.covers(piece.1)));
        let gone =
            pieces.iter().flat_map(|piece| touched(*piece)).map(|(mark, _)| Change::RemoveHighlight(mark.id.clone()));
        let mut changes: Vec<Change> = gone.collect();
        changes.dedup();
        if within {
            return Step::Do("highlight taken away".to_owned(), Act::Study(changes));
        }
        // A highlight that is met is extended, so that no scraps of it are left.
        let grown =
            pieces.iter().map(|piece| touched(*piece).fold(*piece, |(no, all), (_, span)| (no, all.hull(span))));
        let anchors = grown.filter_map(|(no, span)| Anchor::quote(article, no, span));
        changes.extend(anchors.map(|anchor| Change::AddHighlight(Target::Passage(anchor, None))));
        Step::Do("highlight".to_owned(), Act::Study(changes))
    }

    /// A note on what is selected; else on the passage one is at; else on the brief.
    fn note(&mut self) -> Step {
        let Some(document) = self.document.clone() else { return Step::Done };
        let selected =
            self.selection.zip(document.article.as_ref()).and_then(|(s, article)| s.pieces(article).first().copied());
        let seen = self.text.visible();
        let passage = self.passage.filter(|p| seen.contains(&self.lines(p.paragraph, p.span).start));
        let at = selected.or(passage.map(|p| (p.paragraph, p.span)));
        self.selection = None;
        self.noted = at;
        let claim = self.claim.and_then(|claim| document.brief.claims.get(claim)).map(ClaimRef::of);
        let anchor = at.zip(document.article.as_ref()).and_then(|((no, span), a)| Anchor::quote(a, no, span));
        let (on, title) = match (anchor, at) {
            (Some(anchor), Some((no, _))) => (Target::Passage(anchor, claim), format!("paragraph {}", no.get())),
            _ => (Target::Brief, "the brief".to_owned()),
        };
        Step::Write(Box::new(Writing::new(&self.id, on, title)))
    }

    fn new_claim(&mut self, selection: Selection, document: &Document, stage: Stage) -> Step {
        let Some(article) = &document.article else { return Step::Unknown };
        // A claim is a sentence: what is selected of one stands for the whole.
        let pieces = selection.by(article, Unit::Sentence).pieces(article);
        let [_] = pieces.as_slice() else {
            return Step::Say("A claim is one sentence or a few of one paragraph; this selection has more.".to_owned());
        };
        let spoken_of = stage.desk.study(&self.id).map(|study| study.spoken_of()).unwrap_or_default();
        let made = document.brief.with_claim(article, &pieces, &spoken_of);
        self.selection = None;
        let act = Act::Revise { was: Box::new(document.brief.clone()), to: Box::new(made) };
        Step::Do(format!("new claim {}", document.brief.claims.len() + 1), act)
    }

    fn re_anchor(&mut self, selection: Selection, document: &Document) -> Step {
        let Some(claim) = self.claim else {
            return Step::Say("Come from a claim (enter on it) to give it another anchor.".to_owned());
        };
        let (Some(article), Some(found)) = (&document.article, document.found.get(claim)) else { return Step::Unknown };
        let lost = |at: &usize| found.get(*at).is_some_and(|found| !found.state.is_found());
        let which = Some(self.anchor).filter(lost).or_else(|| (0..found.len()).find(lost));
        let Some(which) = which.or(found.is_empty().then_some(0)) else {
            return Step::Say(format!("Every passage of claim {} is found; r mends one that is not.", claim + 1));
        };
        let Some(made) = document.brief.with_anchor(article, claim, which, &selection.pieces(article)) else {
            return Step::Say("This selection cannot be an anchor.".to_owned());
        };
        self.selection = None;
        let act = Act::Revise { was: Box::new(document.brief.clone()), to: Box::new(made) };
        Step::Do(format!("anchor of claim {}", claim + 1), act)
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
