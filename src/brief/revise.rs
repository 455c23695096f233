//! A brief changed by its reader: another claim, another anchor, a claim dropped or made the reader's own. Pure: gives the
//! brief as it is to be; the splice puts only the difference into the file.

use std::collections::BTreeSet;

use crate::article::{Article, ParagraphNo};
use crate::brief::{Anchor, Brief, Claim, ClaimId, ClaimKind, Passage, Status};
use crate::text::Span;

impl Brief {
    /// Where the claim of an id stands among the claims.
    pub fn place_of(&self, id: &ClaimId) -> Option<usize> {
        self.claims.iter().position(|claim| claim.id == *id)
    }

    /// The name for a new claim: after the greatest number that a claim of this brief has or, by what `made` says and what
    /// its reader noted of claims (`spoken_of`), had.
    pub fn next_claim_id(&self, spoken_of: &BTreeSet<String>) -> ClaimId {
        let had = self.made.fields.keys().chain(spoken_of).map(String::as_str);
        let names = self.claims.iter().map(|claim| claim.id.0.as_str()).chain(had);
        let numbers = names.filter_map(|name| name.strip_prefix('c')?.parse::<u32>().ok());
        ClaimId(format!("c{}", numbers.max().unwrap_or(0).saturating_add(1)))
    }

    /// With a claim more, which says what these stretches of the article say and rests on them.
    /// `spoken_of` are the ids of claims that its reader noted something of.
    pub fn with_claim(&self, article: &Article, pieces: &[(ParagraphNo, Span)], spoken_of: &BTreeSet<String>) -> Self {
        let texts = pieces.iter().filter_map(|(no, span)| span.slice(&article.paragraph(*no)?.text));
        let text = texts.collect::<Vec<_>>().join(" ");
        let figure = text.contains(|c: char| c.is_ascii_digit());
        let claim = Claim {
            id: self.next_claim_id(spoken_of),
            text,
            kind: if figure { ClaimKind::Figure } else { ClaimKind::Fact },
            evidence: self.anchors(article, pieces),
            ..Claim::default()
        };
        let mut made = self.clone();
        made.claims.push(claim);
        made
    }

    /// With other words as one of a claim's anchors; `None` where the stretches are none of the article's.
    pub fn with_anchor(
        &self,
        article: &Article,
        claim: usize,
        which: usize,
        pieces: &[(ParagraphNo, Span)],
    ) -> Option<Self> {
        let anchors = self.anchors(article, pieces);
        let mut made = self.clone();
        let evidence = &mut made.claims.get_mut(claim)?.evidence;
        let end = (which + 1).min(evidence.len());
        evidence.splice(which.min(end)..end, anchors.iter().cloned());
        (!anchors.is_empty()).then_some(made)
    }

    /// Without a claim.
    pub fn without_claim(&self, claim: usize) -> Self {
        let mut made = self.clone();
        if claim < made.claims.len() {
            made.claims.remove(claim);
        }
        made
    }

    /// With a drafted claim as the reader's own: what made the brief no longer answers for it, and leaves it alone.
    pub fn accepting(&self, claim: usize) -> Self {
        let mut made = self.clone();
        if let Some(claim) = self.claims.get(claim) {
            made.made.fields.remove(&claim.id.0);
        }
        made
    }

    /// Whether a claim is a draft that nobody has accepted yet.
    pub fn is_drafted(&self, claim: usize) -> bool {
        self.made.status == Status::Draft
            && self.claims.get(claim).is_some_and(|claim| self.made.fields.contains_key(&claim.id.0))
    }

    /// How many claims are drafts that nobody has accepted yet.
    pub fn drafted(&self) -> usize {
        (0..self.claims.len()).filter(|&claim| self.is_drafted(claim)).count()
    }

    /// As gone over by a person.
    pub fn reviewed(&self, status: Status) -> Self {
        let mut made = self.clone();
        made.made.status = status;
        made
    }

    /// Anchors of stretches of the article: by their words, or by their digests where the brief keeps no words.
    fn anchors(&self, article: &Article, pieces: &[(ParagraphNo, Span)]) -> Vec<Anchor> {
        let mut kept = self.claims.iter().flat_map(|claim| &claim.evidence).peekable();
        let digests = kept.peek().is_some() && kept.all(|anchor| matches!(anchor.passage, Passage::Digest { .. }));
        let anchor = if digests { Anchor::digest } else { Anchor::quote };
        pieces.iter().filter_map(|(no, span)| anchor(article, *no, *span)).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::article::{Article, ParagraphNo};
    use crate::brief::{Brief, Claim, ClaimId};
    use crate::text::Span;

    #[test]
    fn a_claim_id_is_never_used_again() {
        let mut brief = Brief::default();
        let none = BTreeSet::new();
        assert_eq!(brief.next_claim_id(&none).0, "c1");
        brief.made.fields.insert("c7".to_owned(), String::new());
        brief.claims.push(Claim { id: ClaimId("c3".to_owned()), ..Claim::default() });
        assert_eq!(brief.next_claim_id(&none).0, "c8");
        assert_eq!(brief.next_claim_id(&["c11".to_owned()].into()).0, "c12");
        let article = Article::parse("The tank held 60 tonnes.\n");
        let made = brief.with_claim(&article, &[(ParagraphNo::at(0), Span::new(4, 23))], &none);
        assert_eq!(made.claims[1].text, "tank held 60 tonnes");
        assert_eq!(made.claims[1].evidence.len(), 1);
        assert_eq!(made.without_claim(1), brief);
    }
}
