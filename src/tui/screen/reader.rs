//! The reader: one brief, and beside it (on a narrow screen beneath the claim) the evidence of the selected claim.

pub mod revising;
mod walking;

use std::ops::Range;
use std::rc::Rc;

use ratatui::layout::Rect;

use crate::article::ParagraphNo;
use crate::brief::ClaimId;
use crate::brief::anchor::Found;
use crate::brief::study::{ClaimRef, Part, Place as StudyPlace, Target};
use crate::text::listed::listed;
use crate::text::wrap::{Setting, wrap};
use crate::text::{Offset, Span};
use crate::tui::command::Command;
use crate::tui::document::Document;
use crate::tui::layout::{self, Areas};
use crate::tui::marked::{Mark, Place};
use crate::tui::pane::Pane;
use crate::tui::screen::{Ask, Laid, Reading, Screen, Stage, Step, show_span, typeset};
use crate::tui::sheet::{Sheet, Tag};
use crate::tui::theme::{Role, Theme};
use crate::tui::writing::Writing;

/// One brief.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// Its name.
    pub id: String,
    /// The claim selected; `None` is the head of the brief.
    pub claim: Option<usize>,
    /// Which anchor of the claim, or of the summary, is shown: also one whose passage is not found.
    pub anchor: usize,
    /// Whether only claims have evidence here, and the summary has none.
    pub of_claims_only: bool,
    /// Whether the evidence has the keys; on a narrow screen, whether it is shown.
    pub in_evidence: bool,
    /// The brief.
    pub text: Pane,
    /// The article, around the passage.
    pub evidence: Pane,
    /// The document shown.
    pub document: Option<Rc<Document>>,
    /// What the reader added.
    pub marks: Rc<[Mark]>,
    /// What is said of the passage shown, or of why none is: lines that fit the pane.
    pub said: Vec<(String, Role)>,
    /// The pane of the evidence.
    room: Rect,
    theme: Theme,
    /// Whether the reader asked for this very claim, so that where the last visit ended does not matter.
    asked: bool,
    /// The claim to go to once the brief is read.
    sought: Option<ClaimId>,
    laid: Laid,
}

impl Reader {
    /// The brief of that name, from its beginning.
    pub fn of(id: &str) -> Self {
        Self { id: id.to_owned(), ..Self::default() }
    }

    /// The brief of that name, at one of its claims.
    pub fn at(id: &str, claim: usize) -> Self {
        Self { claim: Some(claim), asked: true, ..Self::of(id) }
    }

    /// The brief of that name, at its head.
    pub fn at_head(id: &str) -> Self {
        Self { asked: true, ..Self::of(id) }
    }

    /// The brief of that name, at the claim of that name, once it is read.
    pub fn of_claim(id: &str, claim: ClaimId) -> Self {
        Self { sought: Some(claim), ..Self::of(id) }
    }

    /// What the anchors of the selected claim resolve to; on the head those of the summary.
    pub fn found(&self) -> &[Found] {
        match &self.document {
            Some(document) if self.claim.is_some() || !self.of_claims_only => document.found_of(self.claim),
            _ => &[],
        }
    }

    /// Where the anchor is shown: where its passage stands, else in the paragraph where it was looked for.
    pub fn shown_at(&self) -> Option<(ParagraphNo, Span)> {
        self.found().get(self.anchor)?;
        self.document.as_ref()?.shown_at(self.claim, self.anchor)
    }

    /// The article, where the anchor is shown.
    fn reading(&self) -> Reading {
        self.article().0
    }

    /// The article where the anchor is shown, and what is said of a passage that is not found in it.
    fn article(&self) -> (Reading, Option<String>) {
        match self.document.as_ref().filter(|_| !self.found().is_empty()) {
            Some(document) => Reading::showing(document, self.claim, self.anchor),
            None => (Reading::of(&self.id, None).from_claim(self.claim).at_anchor(self.anchor), None),
        }
    }

    /// Opens the article.
    fn open_article(&self) -> Step {
        let (reading, said) = self.article();
        Step::opening(Screen::Article(reading), said)
    }

    /// Its texts: the brief, and the article where that is beside it or shown instead.
    pub fn panes(&self) -> Vec<&Pane> {
        // In place of an article that is not here stands what the program says.
        if self.is_alone() { vec![&self.text] } else { vec![&self.text, &self.evidence] }
    }

    /// Goes to a span of the brief, selecting its claim, or of the article.
    pub fn go_to_hit(&mut self, pane: usize, block: usize, span: Span, stage: Stage) {
        self.in_evidence = pane == 1;
        if self.in_evidence {
            show_span(&mut self.evidence, block, span);
            return;
        }
        let sheet = self.text.sheet();
        let (tag, nth) = (sheet.blocks().get(block).map(|block| block.tag), sheet.searched_before(block));
        match tag {
            Some(Tag::Claim(claim)) => self.select(Some(claim), stage),
            Some(Tag::Head) => self.select(None, stage),
            _ => {}
        }
        // What opens beneath a claim that is selected, or closes, moves the blocks behind it.
        let block = self.text.sheet().nth_searched(nth).unwrap_or(block);
        show_span(&mut self.text, block, span);
    }

    /// Turns to a claim as soon as the brief is read with it.
    pub fn seek(&mut self, claim: ClaimId) {
        self.sought = Some(claim);
    }

    /// Turns to a claim, or to the head, that was asked for from the article.
    pub fn turn_to(&mut self, claim: Option<usize>, stage: Stage) {
        self.in_evidence = false;
        self.select(claim, stage);
    }

    /// Whether the evidence stands beside the brief: on a wide screen, where there is an article to show.
    pub fn splits(&self, size: (u16, u16)) -> bool {
        layout::two(size) && !self.is_alone()
    }

    /// Whether the brief is here and its article is not.
    pub fn is_alone(&self) -> bool {
        self.document.as_ref().is_some_and(|document| document.article.is_none())
    }

    /// Where its parts stand.
    pub fn areas(&self, size: (u16, u16)) -> Areas {
        Areas::reader(size, self.splits(size))
    }

    /// What is marked as selected.
    pub fn tag(&self) -> Tag {
        self.claim.map_or(Tag::Head, Tag::Claim)
    }

    /// Sets brief and article.
    pub fn lay(&mut self, stage: Stage) {
        if !self.laid.changed(stage, &[&self.id]) {
            return;
        }
        let first = self.document.is_none();
        // While the brief is read again, what was read before stays on the screen.
        self.document = stage.desk.ready(&self.id).cloned().or(self.document.take());
        if let Some(document) = &self.document {
            self.marks = stage.marks(document);
            let last = stage.desk.study(&self.id).and_then(|study| study.place.as_ref());
            let last = last.filter(|_| first && !self.asked).and_then(|place| match &place.part {
                Part::Claim(id) => Some(id.clone()),
                _ => None,
            });
            if let Some(id) = self.sought.take_if(|id| document.brief.place_of(id).is_some()).or(last) {
                self.claim = document.brief.place_of(&id);
            }
            self.claim = self.claim.filter(|_| !document.brief.claims.is_empty());
            self.claim = self.claim.map(|claim| claim.min(document.brief.claims.len() - 1));
        }
        self.set_text(stage);
        self.set_evidence(stage);
        if first {
            self.show_first();
            self.show_claim();
            self.show_passage();
        } else {
            self.reveal();
        }
    }

    /// After a resize: what is selected stays in view.
    fn reveal(&mut self) {
        if let Some(lines) = self.text.sheet().lines_of(self.tag()).filter(|_| self.claim.is_some()) {
            self.text.reveal(lines);
        }
        if let Some(place) = self.shown_at() {
            let lines = self.lines(place);
            self.evidence.reveal(lines);
        }
    }

    /// A note is written over so many lines at the bottom, or no longer is: the claim it is on stays in view above it.
    pub fn keep_above(&mut self, note: Option<Rect>, stage: Stage) {
        let hides = |pane: Rect| note.map_or(0, |note| usize::from(pane.bottom().saturating_sub(note.y)));
        let left = self.areas(stage.size).left;
        let claim = self.text.sheet().lines_of(self.tag());
        self.text.keep_above(hides(left), claim);
        let passage = self.shown_at().map(|place| self.lines(place));
        self.evidence.keep_above(hides(self.room), passage);
    }

    fn set_text(&mut self, stage: Stage) {
        let Some(document) = &self.document else { return };
        let areas = self.areas(stage.size);
        let measure = layout::measure(areas.left, layout::BRIEF_MARGIN, stage.measure);
        let opened = self.claim.filter(|_| !areas.two_panes());
        let study = stage.desk.study(&self.id).map(Rc::as_ref);
        let mut blocks = typeset::brief(document, stage.theme, opened, &self.marks, study);
        if self.is_alone() {
            let at = blocks.iter().position(|block| block.role == Some(Role::Heading)).unwrap_or(0);
            blocks.insert(at, typeset::not_here(document));
        }
        let sheet = Sheet::again(blocks, measure, layout::BRIEF_MARGIN, self.text.sheet());
        self.text.set(Rc::new(sheet), usize::from(areas.left.height));
    }

    fn set_evidence(&mut self, stage: Stage) {
        let Some(document) = &self.document else { return };
        let areas = self.areas(stage.size);
        self.room = if areas.two_panes() { areas.right } else { areas.left };
        self.theme = stage.theme;
        let measure = layout::measure(self.room, layout::ARTICLE_MARGIN, stage.measure);
        let blocks = match &document.article {
            Some(_) => typeset::article(document, Role::Dim, stage.theme, &self.marks),
            None => typeset::attach_help(document, stage.desk, self.claim),
        };
        let sheet = Sheet::again(blocks, measure, layout::ARTICLE_MARGIN, self.evidence.sheet());
        self.evidence.set(Rc::new(sheet), usize::from(self.room.height));
        self.say();
    }

    /// Says of the passage shown who says it and, where it is not simply there, what became of it; the text of the pane
    /// has the lines that this leaves.
    fn say(&mut self) {
        let Some(document) = self.document.clone() else { return };
        let claim = self.claim.and_then(|claim| document.brief.claims.get(claim));
        let who = claim.map(|claim| typeset::attribution(claim, self.theme)).unwrap_or_default();
        let mut said = vec![(who, Role::Dim)];
        if !self.found().is_empty() {
            // Beside another brief's passage, where only claims have evidence, nothing is mended.
            let about = if self.of_claims_only { typeset::fate_of_passage } else { typeset::about_passage };
            said.extend(about(&document, self.claim, self.anchor));
        }
        let measure = usize::from(self.evidence.sheet().measure());
        let rows = |(at, (text, role)): (usize, &(String, Role))| {
            let rows = if at == 0 { listed(text, measure) } else { wrap(text, &Setting::new(measure)) };
            rows.iter().map(|row| (row.drawn(text), *role)).collect::<Vec<_>>()
        };
        self.said = said.iter().enumerate().flat_map(rows).collect();
        let lines = match &document.article {
            Some(_) => Areas::evidence(self.room, self.said.len()).1.height,
            None => self.room.height,
        };
        let sheet = self.evidence.remembered();
        self.evidence.set(sheet, usize::from(lines));
    }

    /// Where the passage is out of sight: the first and the last paragraph that are to be seen, counted from 1.
    pub fn paragraphs_away_from_passage(&self) -> Option<(u32, u32)> {
        let (seen, lines) = (self.evidence.visible(), self.lines(self.shown_at()?));
        if lines.start < seen.end && seen.start < lines.end {
            return None;
        }
        let sheet = self.evidence.sheet();
        let paragraph = |line: usize| match sheet.tag_of(line) {
            Tag::Paragraph(no) => Some(no.get()),
            _ => None,
        };
        Some((seen.clone().find_map(paragraph)?, seen.rev().find_map(paragraph)?))
    }

    /// The lines of the evidence pane that show a passage.
    fn lines(&self, (no, span): (ParagraphNo, Span)) -> Range<usize> {
        let sheet = self.evidence.sheet();
        sheet.lines_of_span(sheet.block_of(Tag::Paragraph(no)).unwrap_or(0), span)
    }

    /// Where the reader is, to be kept.
    pub fn place(&self) -> Option<StudyPlace> {
        let document = self.document.as_ref()?;
        let claim = self.claim.and_then(|claim| document.brief.claims.get(claim));
        let part = claim.map_or(Part::Summary, |claim| Part::Claim(claim.id.clone()));
        Some(StudyPlace { part, at: Offset::default() })
    }

    /// Brings the selected claim, or the head, into view.
    fn show_claim(&mut self) {
        if self.claim.is_none() {
            self.text.go(0);
        } else if let Some(lines) = self.text.sheet().lines_of(self.tag()) {
            self.text.show(lines);
        }
    }

    /// Shows the evidence alone, in another pane of that width.
    pub fn fit_evidence(&mut self, pane: Rect) {
        self.room = pane;
        self.show_passage();
    }

    /// Puts the passage in the middle of the evidence pane.
    fn show_passage(&mut self) {
        self.anchor = self.anchor.min(self.found().len().saturating_sub(1));
        self.say();
        match self.shown_at() {
            Some(place) => {
                let lines = self.lines(place);
                self.evidence.centre(lines);
            }
            None => self.evidence.go(0),
        }
    }

    /// Turns to the passage that is shown first.
    fn show_first(&mut self) {
        self.anchor = self.document.as_ref().map_or(0, |document| document.first_shown(self.claim));
    }

    fn select(&mut self, claim: Option<usize>, stage: Stage) {
        let changed = claim != self.claim;
        self.claim = claim;
        if changed {
            self.show_first();
            if !self.splits(stage.size) {
                self.set_text(stage);
            }
            if self.is_alone() {
                self.set_evidence(stage);
            }
            self.show_passage();
        }
        self.show_claim();
    }

    /// Carries out a command.
    pub fn ask(&mut self, ask: Ask, stage: Stage) -> Step {
        let claims = self.document.as_ref().map_or(0, |document| document.brief.claims.len());
        if self.in_evidence {
            let pane = &mut self.evidence;
            if let Some(top) = ask.moved(pane.top(), pane.sheet().lines().len(), pane.height()) {
                pane.go(top);
                return if ask.is_jump() { Step::Jumped } else { Step::Done };
            }
        } else if let Some(step) = self.walk(ask, claims, stage) {
            return step;
        }
        match ask.command {
            Command::OtherPane | Command::OtherPaneBack => {
                self.in_evidence = !self.in_evidence;
                Step::Done
            }
            Command::Cancel if self.in_evidence => {
                self.in_evidence = false;
                Step::Done
            }
            Command::Enter
            | Command::GoArticle
            | Command::NextPassage
            | Command::PreviousPassage
            | Command::SelectText
            | Command::NextUncovered
            | Command::PreviousUncovered
                if self.is_alone() =>
            {
                Step::Say(typeset::attach_first(stage.desk, &self.id))
            }
            Command::NextPassage | Command::PreviousPassage => self.turn(ask),
            Command::Enter | Command::GoArticle if self.document.is_some() => self.open_article(),
            Command::Enter | Command::GoArticle => Step::Done,
            Command::SelectText => Step::Open(Box::new(Screen::Article(self.reading().selecting(true)))),
            Command::NextUncovered | Command::PreviousUncovered => self.uncovered(ask, stage),
            Command::NextNote | Command::PreviousNote => self.next_mark(ask, stage),
            Command::Note => self.note(),
            Command::Reviewed | Command::Accept | Command::Drop => self.revise(ask.command, stage),
            Command::NextLeft | Command::PreviousLeft => self.next_left(ask, stage),
            Command::NextBrief | Command::PreviousBrief => next_brief(&self.id, ask, stage)
                .map_or_else(Step::Say, |id| Step::Replace(Box::new(Screen::Reader(Self::of(&id))))),
            _ => Step::Unknown,
        }
    }

    /// Opens the article at a paragraph that no claim covers; stays here where there is none.
    fn uncovered(&self, ask: Ask, stage: Stage) -> Step {
        let mut reading = self.reading();
        reading.lay(stage);
        match reading.ask(ask, stage) {
            Step::Say(said) if reading.at.is_some() => Step::OpenSaying(Box::new(Screen::Article(reading)), said),
            // While the brief is read again, its article is not here yet.
            _ if reading.document.is_none() => Step::Open(Box::new(Screen::Article(reading))),
            step => step,
        }
    }

    /// Goes to the next claim with a note, or to the next noted passage of the article.
    fn next_mark(&mut self, ask: Ask, stage: Stage) -> Step {
        let here = self.claim.map_or(Place::Brief, Place::Claim);
        let on_claim = |mark: &&Mark| matches!(mark.place, Place::Claim(_) | Place::Brief);
        let mut places: Vec<Place> = self.marks.iter().filter(on_claim).map(|mark| mark.place).collect();
        places.dedup();
        let next = if ask.command == Command::NextNote {
            places.iter().find(|place| **place > here)
        } else {
            places.iter().rev().find(|place| **place < here)
        };
        match next {
            Some(Place::Claim(claim)) => {
                self.select(Some(*claim), stage);
                Step::Jumped
            }
            Some(_) => {
                self.select(None, stage);
                Step::Jumped
            }
            None => {
                Step::Say("There is no note further on in this brief; those in the article are there: ga.".to_owned())
            }
        }
    }

    /// Goes to what was pressed.
    pub fn press(&mut self, tag: Tag, stage: Stage) {
        match tag {
            Tag::Claim(claim) => self.select(Some(claim), stage),
            Tag::Head => self.select(None, stage),
            _ => {}
        }
    }

    /// A note on the claim, or on the brief.
    fn note(&self) -> Step {
        let Some(document) = &self.document else { return Step::Done };
        let claim = self.claim.and_then(|claim| document.brief.claims.get(claim));
        let (on, title) = match (claim, self.claim) {
            (Some(claim), Some(at)) => (Target::Claim(ClaimRef::of(claim)), format!("claim {}", at + 1)),
            _ => (Target::Brief, "the brief".to_owned()),
        };
        Step::Write(Box::new(Writing::new(&self.id, on, title)))
    }

    fn turn(&mut self, ask: Ask) -> Step {
        let count = self.found().len();
        if count < 2 {
            let what = if self.claim.is_some() { "This claim" } else { "The summary" };
            let has = if count == 0 { "names no passage" } else { "has no other passage" };
            return Step::Say(format!("{what} {has}."));
        }
        let step = if ask.command == Command::NextPassage { ask.times() } else { count - ask.times() % count };
        self.anchor = (self.anchor + step) % count;
        self.show_passage();
        Step::Done
    }
}

/// The brief so many places further on the shelf, or why there is none.
pub fn next_brief(id: &str, ask: Ask, stage: Stage) -> Result<String, String> {
    let desk = stage.desk;
    let at = desk.row_of(id).ok_or("This brief is not on the shelf.")?;
    let down = ask.command == Command::NextBrief;
    let rows: Box<dyn Iterator<Item = usize>> =
        if down { Box::new(at + 1..desk.order.len()) } else { Box::new((0..at).rev()) };
    let readable = rows.filter_map(|row| desk.at(row)).filter(|entry| entry.card().is_some());
    let there = readable.take(ask.times()).last().map(|entry| entry.stem().to_owned());
    there.ok_or_else(|| format!("This is the {} brief on the shelf.", if down { "last" } else { "first" }))
}
