//! What the other briefs of a library say of a claim: the claims nearest to it, and what each is to it. Reads only briefs in
//! the language of the one that is asked about, and stops when it is told to.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::analysis::compare::{Near, Nearest, compared};
use crate::brief::Claim;
use crate::library::{Card, Library, LibraryError, Opened};
use crate::text::language;

/// The claims of all other briefs of a library in one language, ready to be asked.
pub struct Others {
    nearest: Nearest,
    /// For each claim: its brief, and its place in it.
    places: Vec<(usize, usize)>,
    briefs: Vec<Opened>,
}

/// A claim of another brief that has something to do with the one that was asked about.
pub struct Neighbour<'o> {
    /// Its brief.
    pub opened: &'o Opened,
    /// Its place in that brief, from 0.
    pub at: usize,
    /// The claim.
    pub claim: &'o Claim,
    /// What it is to the one that was asked about.
    pub near: Near,
}

impl Others {
    /// Reads the briefs of the cards, but for `opened` itself and those in another language. One that cannot be read is
    /// told to `fault`, and the others still count. `None` when it was cancelled.
    pub fn of<'c>(
        library: &Library,
        cards: impl Iterator<Item = &'c Card>,
        opened: &Opened,
        cancel: &AtomicBool,
        mut fault: impl FnMut(&LibraryError),
    ) -> Option<Self> {
        let tag = opened.brief.source.language.as_deref();
        let mut others = Self { nearest: Nearest::new(tag), places: Vec::new(), briefs: Vec::new() };
        let asked = |card: &&Card| card.id_str() != opened.id.as_str() && language::same(card.language(), tag);
        for card in cards.filter(asked) {
            if cancel.load(Ordering::Relaxed) {
                return None;
            }
            match library.load(&card.id()) {
                Ok(other) => others.add(other),
                Err(e) => fault(&e),
            }
        }
        Some(others)
    }

    fn add(&mut self, opened: Opened) {
        for (at, claim) in compared(&opened.brief.claims).iter().enumerate() {
            self.nearest.add(claim);
            self.places.push((self.briefs.len(), at));
        }
        self.briefs.push(opened);
    }

    /// At most `limit` claims that have something to do with a claim, the nearest first.
    pub fn near(&self, claim: &Claim, limit: usize) -> Vec<Neighbour<'_>> {
        let neighbour = |near: Near| {
            let (brief, at) = *self.places.get(near.claim)?;
            let opened = self.briefs.get(brief)?;
            Some(Neighbour { opened, at, claim: opened.brief.claims.get(at)?, near })
        };
        self.nearest.to(claim, limit, |_| true).into_iter().filter_map(neighbour).collect()
    }
}
