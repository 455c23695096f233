//! What a reader says of the claims of a row: that they agree, differ, are related or are not, and which claim belongs beside one
//! that stands alone. Refuses to change a brief: it is kept beside them.

use crate::analysis::compare::corrected::Said;
use crate::brief::study::{Change, Class as Verdict};
use crate::brief::{Claim, citation};
use crate::tui::deed::Act;
use crate::tui::screen::aligned::NAMES;
use crate::tui::screen::pick::{Goal, Item};
use crate::tui::screen::{Compare, Pick, Screen, Step};

impl Compare {
    /// What the reader says of the row's two claims; `None` takes it back. A claim that stands alone gets a partner first.
    pub(super) fn correct(&self, verdict: Option<Verdict>) -> Step {
        let Some(row) = self.rows.get(self.selected) else { return Step::Done };
        let Some(pair) = row.pair else {
            return match (row.class, verdict) {
                (None, _) => Step::Say("The summaries are laid beside nothing that could be corrected.".to_owned()),
                (_, Some(Verdict::None)) => Step::Say("This claim stands alone already.".to_owned()),
                (_, verdict) => self.partners(row.claims, verdict.unwrap_or(Verdict::Related)),
            };
        };
        if verdict.is_none() && !row.corrected {
            return Step::Say("This row is as the program has it.".to_owned());
        }
        if row.class.zip(verdict).is_some_and(|(class, verdict)| class.name() == verdict.name()) {
            let whose = if row.corrected { "You have said so" } else { "The program has it so" };
            return Step::Say(format!("{whose} already."));
        }
        match self.correction(pair, verdict) {
            Some((owner, what, change)) => Step::DoIn(owner, what, Act::Study(vec![change])),
            None => Step::Done,
        }
    }

    /// The study that keeps what is said of a claim of A and a claim of B, what that is called, and what is kept.
    fn correction(&self, pair: (usize, usize), verdict: Option<Verdict>) -> Option<(String, String, Change)> {
        let [a, b] = self.documents.as_ref()?;
        let (claim_a, claim_b) = (a.brief.claims.get(pair.0)?, b.brief.claims.get(pair.1)?);
        let (owner, change) = Said::change((&a.id, &claim_a.id), (&b.id, &claim_b.id), verdict);
        let said = match verdict {
            Some(Verdict::None) => "not related",
            Some(verdict) => verdict.name(),
            None => "as the program has it",
        };
        let what = format!("{} {} and {} {}: {said}", NAMES[0], pair.0 + 1, NAMES[1], pair.1 + 1);
        Some((owner.to_owned(), what, change))
    }

    /// The claims of the other side, to pick one from that belongs beside a claim that stands alone; those that stand
    /// alone themselves come first.
    fn partners(&self, claims: [Option<usize>; 2], verdict: Verdict) -> Step {
        let side = usize::from(claims[0].is_none());
        let Some((claim, documents)) = claims.get(side).copied().flatten().zip(self.documents.as_ref()) else {
            return Step::Done;
        };
        let Some(other) = documents.get(1 - side) else { return Step::Done };
        let is_alone = |n: usize| {
            self.rows
                .iter()
                .any(|row| row.claims.get(1 - side) == Some(&Some(n)) && row.claims.get(side) == Some(&None))
        };
        let item = |(n, of): (usize, &Claim)| {
            let pair = if side == 0 { (claim, n) } else { (n, claim) };
            let (owner, what, change) = self.correction(pair, Some(verdict))?;
            let from = if is_alone(n) { "stands alone" } else { "in another row" };
            let text = format!("{} {}  {}", NAMES[1 - side], n + 1, citation::claim(of));
            let goal = Goal::Beside(owner, what, Box::new(change));
            Some((
                !is_alone(n),
                Item {
                    place: String::new(),
                    date: String::new(),
                    sign: String::new(),
                    text,
                    from: from.to_owned(),
                    goal,
                },
            ))
        };
        let mut items: Vec<(bool, Item)> = other.brief.claims.iter().enumerate().filter_map(item).collect();
        items.sort_by_key(|(has_a_partner, _)| *has_a_partner);
        let title = format!("{} {} beside, as ‘{}’", NAMES[side], claim + 1, verdict.name());
        let items = items.into_iter().map(|(_, item)| item).collect();
        let pick = Pick::of(&title, "The other brief has no claims.", items).that("lay beside it");
        Step::Open(Box::new(Screen::Pick(pick)))
    }
}
