//! What is selected in an article, and what is done with it: highlighted, noted, copied, made a claim or the anchor of one.

use crate::article::{Article, ParagraphNo};
use crate::brief::Anchor;
use crate::brief::study::{Change, ClaimRef, Target};
use crate::text::width::clusters;
use crate::text::{Offset, Span};
use crate::tui::command::Command;
use crate::tui::deed::Act;
use crate::tui::document::Document;
use crate::tui::marked::Place;
use crate::tui::screen::article::Reading;
use crate::tui::screen::{Ask, Stage, Step, typeset};
use crate::tui::select::{Selection, Unit};
use crate::tui::sheet::{Line, Tag};
use crate::tui::writing::Writing;

impl Reading {
    /// Begins to select: at the uncovered paragraph one went to, at the passage or where it was looked for, when that is
    /// in view, else with the first word in view.
    pub(super) fn select(&mut self, stage: Stage) -> Step {
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

    pub(super) fn ask_selection(&mut self, ask: Ask, stage: Stage) -> Step {
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
    pub(super) fn note(&mut self) -> Step {
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
}
