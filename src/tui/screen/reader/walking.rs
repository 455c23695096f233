//! How one goes through a brief in the reader: from claim to claim, and by screens. Refuses to go back on the way down.

use crate::tui::command::Command;
use crate::tui::screen::{Ask, Reader, Stage, Step};
use crate::tui::sheet::Tag;

impl Reader {
    /// Moves between claims, by as many as the command says; reads on within one that is taller than the screen.
    pub(super) fn walk(&mut self, ask: Ask, claims: usize, stage: Stage) -> Option<Step> {
        let at = self.claim.map_or(0, |claim| claim + 1);
        let to_claim = |item: usize| item.checked_sub(1);
        match ask.command {
            Command::Down | Command::Up => {
                if ask.count.is_none() && self.read_on(ask.command == Command::Down) {
                    return Some(Step::Done);
                }
                let to = ask.moved(at, claims + 1, 1)?;
                self.select(to_claim(to), stage);
                Some(Step::Done)
            }
            Command::First => {
                self.select(ask.count.map(|n| n.clamp(1, claims.max(1)) - 1).filter(|_| claims > 0), stage);
                Some(Step::Jumped)
            }
            Command::Last => {
                let last = ask.count.unwrap_or(claims).min(claims);
                self.select(to_claim(last), stage);
                Some(Step::Jumped)
            }
            Command::Page | Command::PageDown if !self.splits(stage.size) => {
                (0..ask.times()).for_each(|_| self.screen_on(claims, stage));
                Some(Step::Done)
            }
            Command::PageUp if !self.splits(stage.size) => {
                (0..ask.times()).for_each(|_| self.screen_back(claims, stage));
                Some(Step::Done)
            }
            _ => {
                let top = ask.moved(self.text.top(), self.text.sheet().lines().len(), self.text.height())?;
                self.page(top, claims, stage);
                Some(Step::Done)
            }
        }
    }

    /// Scrolls a line within a selected item that reaches past the edge of the screen; false when it does not.
    fn read_on(&mut self, down: bool) -> bool {
        let Some(lines) = self.text.sheet().lines_of(self.tag()) else { return false };
        let seen = self.text.visible();
        let more = if down { lines.end > seen.end } else { lines.start < seen.start };
        if more {
            self.text.scroll(if down { 1 } else { -1 });
        }
        more
    }

    /// A screen further, where the evidence of the selected claim opens beneath it and closes: on within that claim as far
    /// as it goes, then with the first claim at the top that was not wholly in view.
    fn screen_on(&mut self, claims: usize, stage: Stage) {
        let seen = self.text.visible();
        let (sheet, page) = (self.text.sheet(), self.text.height().max(2) - 1);
        if sheet.lines_of(self.tag()).is_some_and(|lines| lines.end > seen.end) {
            self.page(seen.start + page, claims, stage);
            return;
        }
        let next = self.claim.map_or(0, |claim| claim + 1);
        let beyond = |claim: &usize| sheet.lines_of(Tag::Claim(*claim)).is_some_and(|lines| lines.end > seen.end);
        match (next..claims).find(beyond) {
            Some(claim) => {
                self.select(Some(claim), stage);
                let line = self.text.sheet().lines_of(self.tag()).map_or(0, |lines| lines.start);
                self.text.go(line);
            }
            None if next < claims => self.select(claims.checked_sub(1), stage),
            None => self.text.go(seen.start + page),
        }
    }

    /// A screen back: back within the selected claim as far as it goes, then with the last claim at the bottom that was not
    /// wholly in view, or with the head.
    fn screen_back(&mut self, claims: usize, stage: Stage) {
        let seen = self.text.visible();
        let (sheet, page) = (self.text.sheet(), self.text.height().max(2) - 1);
        if sheet.lines_of(self.tag()).is_some_and(|lines| lines.start < seen.start) {
            self.page(seen.start.saturating_sub(page), claims, stage);
            return;
        }
        let beyond = |claim: &usize| sheet.lines_of(Tag::Claim(*claim)).is_some_and(|lines| lines.start < seen.start);
        match (0..self.claim.unwrap_or(0)).rev().find(beyond) {
            Some(claim) => {
                self.select(Some(claim), stage);
                let end = self.text.sheet().lines_of(self.tag()).map_or(0, |lines| lines.end);
                self.text.go(end.saturating_sub(self.text.height()));
            }
            None => self.page(seen.start.saturating_sub(page), claims, stage),
        }
    }

    /// Scrolls to a line and selects the first claim that is wholly in view; never one before the selected one on the way
    /// down, nor one behind it on the way up.
    fn page(&mut self, top: usize, claims: usize, stage: Stage) {
        let down = top > self.text.top();
        let at_end = self.text.at_end() && down;
        self.text.go(top);
        let seen = self.text.visible();
        let sheet = self.text.sheet();
        let lines = |claim: usize| sheet.lines_of(Tag::Claim(claim));
        let whole = |claim: &usize| lines(*claim).is_some_and(|l| l.start >= seen.start && l.end <= seen.end);
        let first = (0..claims).find(whole);
        let to = if top == 0 {
            None
        } else if at_end {
            claims.checked_sub(1)
        } else if down {
            first.max(self.claim)
        } else {
            first.map_or(self.claim, |first| self.claim.map(|here| here.min(first)))
        };
        // Where evidence opens or closes above it, it stays in its line of the screen.
        let line =
            |of: &Self| to.and_then(|claim| of.text.sheet().lines_of(Tag::Claim(claim))).map(|lines| lines.start);
        let (before, kept) = (line(self), self.text.top());
        self.select(to, stage);
        let shift = before.zip(line(self)).map_or(0, |(before, after)| after.cast_signed() - before.cast_signed());
        self.text.go(kept.saturating_add_signed(shift));
    }
}
