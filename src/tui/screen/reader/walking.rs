//! How one goes through a brief in the reader: from claim to claim, and by screens. Refuses to go back on the way down.

use crate::tui::command::Command;
use crate::tui::layout;
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
            // Beneath a selected claim its evidence opens: what is passed over would never be seen.
            Command::Page if !layout::two(stage.size) => {
                (0..ask.times()).for_each(|_| self.read_further(claims, stage));
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

    /// Reads on: a screen within what is selected where that reaches further down, else the next claim.
    fn read_further(&mut self, claims: usize, stage: Stage) {
        let seen = self.text.visible();
        let rest = self.text.sheet().lines_of(self.tag()).is_some_and(|lines| lines.end > seen.end);
        let next = self.claim.map_or(0, |claim| claim + 1);
        if rest || next >= claims {
            self.text.scroll(isize::try_from(self.text.height().max(2) - 1).unwrap_or(1));
        } else {
            self.select(Some(next), stage);
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
