//! What a reader does with a brief's claims where they are read: accepts one, drops one, says that all is reviewed; and which
//! claim of a draft comes next. Changes no file: it says what the brief is to be.

use crate::brief::{Brief, Status};
use crate::text::counted;
use crate::tui::command::Command;
use crate::tui::deed::Act;
use crate::tui::screen::{Ask, Reader, Stage, Step};

impl Reader {
    /// Changes the brief itself: reviewed, a claim dropped, a claim accepted, and then on to the next that is not.
    pub(super) fn revise(&mut self, command: Command, stage: Stage) -> Step {
        let Some(document) = self.document.clone() else { return Step::Done };
        match revise(&document.brief, self.claim, command) {
            Ok(step) => {
                let next = self.claim.filter(|_| command == Command::Accept);
                if let Some(next) = next.and_then(|claim| left_after(&document.brief, claim)) {
                    self.select(Some(next), stage);
                }
                step
            }
            Err(why) => Step::Say(why),
        }
    }

    /// Goes to the next claim that waits to be accepted.
    pub(super) fn next_left(&mut self, ask: Ask, stage: Stage) -> Step {
        let Some(document) = &self.document else { return Step::Done };
        match next_left(&document.brief, self.claim, ask.command == Command::NextLeft, ask.times()) {
            Ok(claim) => {
                self.select(Some(claim), stage);
                Step::Jumped
            }
            Err(why) => Step::Say(why),
        }
    }
}

/// What comes of a command on a brief at one of its claims: the deed, else why there is none.
pub fn revise(brief: &Brief, claim: Option<usize>, command: Command) -> Result<Step, String> {
    let (what, to) = match (command, claim) {
        (Command::Reviewed, _) if brief.made.status == Status::Draft => {
            let with_it = match brief.drafted() {
                0 => String::new(),
                left => format!(", {} accepted with it", counted(left, "claim")),
            };
            (format!("reviewed{with_it}"), brief.reviewed(Status::Reviewed))
        }
        (Command::Reviewed, _) => ("draft again".to_owned(), brief.reviewed(Status::Draft)),
        (_, None) => return Err("Go to a claim first.".to_owned()),
        (Command::Accept, Some(claim)) if brief.is_drafted(claim) => {
            (format!("claim {} accepted", claim + 1), brief.accepting(claim))
        }
        (Command::Accept, Some(_)) if brief.drafted() > 0 => {
            return Err("This claim is yours already; ]a goes to one that is not.".to_owned());
        }
        (Command::Accept, Some(_)) => return Err("This claim is yours already.".to_owned()),
        (_, Some(claim)) => (format!("claim {} dropped", claim + 1), brief.without_claim(claim)),
    };
    Ok(Step::Do(what, Act::Revise { was: Box::new(brief.clone()), to: Box::new(to) }))
}

/// The claim that waits to be accepted after one, else from the first on; `None` where no other does.
pub fn left_after(brief: &Brief, claim: usize) -> Option<usize> {
    let waits = |other: &usize| *other != claim && brief.is_drafted(*other);
    (claim..brief.claims.len()).chain(0..claim).find(waits)
}

/// The claim that waits to be accepted, so many further on or back from one, or from the head of the brief; else why there
/// is none.
pub fn next_left(brief: &Brief, from: Option<usize>, down: bool, times: usize) -> Result<usize, String> {
    let waits = |claim: &usize| brief.is_drafted(*claim);
    let claims = brief.claims.len();
    let next = if down {
        (from.map_or(0, |claim| claim + 1)..claims).filter(waits).nth(times.max(1) - 1)
    } else {
        (0..from.unwrap_or(0)).rev().filter(waits).nth(times.max(1) - 1)
    };
    next.ok_or_else(|| match brief.drafted() {
        0 => "No claim here waits to be accepted.".to_owned(),
        _ if down => "No claim further on waits to be accepted; [a goes back.".to_owned(),
        _ => "No claim before this one waits to be accepted; ]a goes on.".to_owned(),
    })
}
