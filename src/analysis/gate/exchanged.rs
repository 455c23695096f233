//! Whether two that stand on either side of a word in a claim stand there the other way round in the passage: who did it and
//! to whom, from where and to where. Refuses to parse: on which side of a verb somebody stands, and behind which preposition,
//! is all it asks.

use super::slots::{Kind, Row, is_clause_sign};
use super::{Gate, Heard};
use crate::analysis::lexicon::{SAYING, Words, table};
use std::sync::LazyLock;

/// Words before a noun that open its phrase.
static DETERMINERS: Words = LazyLock::new(|| {
    table("the a an this that these those his her its their our my your some any no all both each every another other")
});
static AUXILIARIES: Words = LazyLock::new(|| {
    table("is are was were has have had will would can could may might must shall should do does did")
});
/// By which two do one thing, so that either may come first; by their beginnings.
pub(in crate::analysis) const MUTUAL: &[&str] = &[
    "met",
    "meet",
    "marr",
    "wed",
    "talk",
    "spoke",
    "speak",
    "clash",
    "fight",
    "fought",
    "collid",
    "merg",
    "shar",
    "match",
    "tie",
    "draw",
    "drew",
    "play",
    "fac",
    "agree",
    "differ",
    "border",
    "join",
    "equal",
    "resembl",
    "date",
    "divorc",
    "negotiat",
    "cooperat",
    "collaborat",
    "compet",
    "contest",
    "and",
    "or",
    "versus",
    "same",
    "like",
    "near",
    "between",
    "link",
    "connect",
    "mean",
    "includ",
    "becom",
    "became",
    "remain",
    "cost",
];
/// Prepositions that say of a movement or a deed whence and whither, by whom and to whom.
const WAYS: &[&str] = &[
    "from", "to", "into", "toward", "towards", "by", "against", "for", "of", "with", "over", "than", "von", "nach",
    "aus", "zu", "zur", "zum", "durch", "gegen", "für", "mit", "auf",
];
/// Those of whence and whither: whatever stands behind them, its place is plain.
const MOVES: [&str; 6] = ["from", "to", "von", "auf", "nach", "aus"];
/// What a name stands behind that is of the place or body it names: "the city of Kerrick".
const OF_A_NAME: &[&str] =
    &["city", "town", "village", "state", "province", "island", "county", "district", "port", "kingdom"];
/// "Kerrick's" stands behind no preposition and before no verb.
const WHOSE: &str = "'s";
/// An adjective or noun may stand before the head of a phrase; more of them than these may be a verb too.
const BEFORE: usize = 3;
/// A noun that is no name stands no farther from its verb, in telling words.
const NEAR: usize = 3;
/// German articles of what may do something, and of what something is done to, as far as these are not the same.
const NOMINATIVES: &[&str] = &["die", "das", "der", "eine", "ein"];
const OBJECTS: &[&str] = &["die", "das", "den", "eine", "ein", "einen"];
/// "Was", "had been" stand no farther before the verb, in words.
const AUXILIARY: usize = 2;

/// A word that both texts have once: where it stands in the claim, and in the passage.
#[derive(Clone, Copy)]
struct Met<'r> {
    here: usize,
    there: usize,
    /// The markers of both places.
    marked: [Option<&'r str>; 2],
}

/// A claim beside a sentence of its passage.
struct Pair<'r> {
    claim: &'r Row,
    row: &'r Row,
    met: Vec<Met<'r>>,
}

impl Gate<'_> {
    /// Those of a claim that stand in each other's places in the passage, the first of every two.
    pub(super) fn exchanged(&self, claim: &Row, window: &[&Heard<'_>]) -> Vec<String> {
        let rows: Vec<&Row> = window.iter().map(|heard| self.row_of(heard)).collect();
        let [english, german] = ["en", "de"].map(|tag| self.language.tag() == Some(tag));
        let mut found: Vec<String> = Vec::new();
        for row in &rows {
            let pair = Pair { claim, row, met: met(claim, row) };
            for (a, b) in pair.pairs() {
                let turned = pair.has_other_ways(a, b)
                    || english && pair.is_turned(a, b)
                    || german && pair.is_turned_in_german(a, b);
                let said = || rows.iter().any(|other| pair.is_said_by(a, b, other));
                if turned && !said() {
                    found.extend(claim.word_at(a.here).map(str::to_owned));
                }
            }
        }
        found.dedup();
        found
    }
}

impl<'r> Pair<'r> {
    /// Every two of the words that both texts have, in the order of the claim.
    fn pairs(&self) -> impl Iterator<Item = (Met<'r>, Met<'r>)> {
        let met = &self.met;
        met.iter().enumerate().flat_map(move |(at, a)| met.iter().skip(at + 1).map(move |b| (*a, *b)))
    }

    /// Whether each of two stands behind the other's preposition: "from Kerrick to Ostmark", "from Ostmark to Kerrick".
    fn has_other_ways(&self, a: Met<'_>, b: Met<'_>) -> bool {
        let [[Some(of_a), there_of_a], [Some(of_b), there_of_b]] = [a, b].map(|met| met.marked.map(way)) else {
            return false;
        };
        let crossed = of_a != of_b && there_of_a == Some(of_b) && there_of_b == Some(of_a);
        let named = || [a, b].iter().all(|met| self.claim.kind_at(met.here) == Some(Kind::Name));
        crossed && (MOVES.contains(&of_a) && MOVES.contains(&of_b) || named())
    }

    /// Whether two stand on the other sides of a verb, and each as the other does.
    fn is_turned(&self, a: Met<'_>, b: Met<'_>) -> bool {
        if a.there < b.there {
            return false;
        }
        let ([a_here, a_there], [b_here, b_there]) = (a.marked, b.marked);
        a_here == b_there && b_here == a_there && self.met.iter().any(|verb| self.turns_about(a, b, *verb))
    }

    /// Whether two stand on the other sides of one word, near enough to be bound to it.
    fn turns_about(&self, a: Met<'_>, b: Met<'_>, verb: Met<'_>) -> bool {
        let between = a.here < verb.here && verb.here < b.here && b.there < verb.there && verb.there < a.there;
        if !between
            || !self.may_be_verb(verb)
            || self.claim.is_acted_upon(verb.here) != self.row.is_acted_upon(verb.there)
        {
            return false;
        }
        // "The gains they have made": what stands behind the word does something of its own.
        if self.claim.is_subject(b.here) || self.row.is_subject(a.there) {
            return false;
        }
        let kinds = [a, b].map(|met| self.claim.kind_at(met.here));
        let of_one_kind = kinds == [Some(Kind::Name); 2];
        let whole = |row: &Row, from: usize, to: usize| !row.has_sign(from, to);
        let near = |row: &Row, from: usize, to: usize| row.telling_between(from, to) < NEAR;
        let bound = [
            (self.claim, a.here, verb.here),
            (self.claim, verb.here, b.here),
            (self.row, b.there, verb.there),
            (self.row, verb.there, a.there),
        ];
        bound.iter().all(|(row, from, to)| whole(row, *from, *to) && (of_one_kind || near(row, *from, *to)))
    }

    /// Whether two that each begin a sentence, with the verb right behind, and stand behind it in the other: in German, where
    /// the article does not show that the first is acted upon.
    fn is_turned_in_german(&self, a: Met<'_>, b: Met<'_>) -> bool {
        let leads = |row: &Row, at: usize, verb: usize| {
            let open = at.checked_sub(1).is_none_or(|at| NOMINATIVES.contains(&row.lower_at(at)));
            at <= 1 && open && verb == at + 1 && !row.has_sign(at, verb)
        };
        let behind = |row: &Row, verb: usize, at: usize| {
            let before = at.checked_sub(1).and_then(|at| row.word_at(at)).unwrap_or_default();
            verb < at && OBJECTS.contains(&before) && !row.has_sign(verb, at)
        };
        self.met.iter().any(|verb| {
            let small = self.claim.word_at(verb.here).is_some_and(|word| word.starts_with(char::is_lowercase));
            small
                && leads(self.claim, a.here, verb.here)
                && leads(self.row, b.there, verb.there)
                && behind(self.claim, verb.here, b.here)
                && behind(self.row, verb.there, a.there)
        })
    }

    fn may_be_verb(&self, verb: Met<'_>) -> bool {
        let word = self.claim.lower_at(verb.here);
        let mutual = MUTUAL.iter().any(|start| word.starts_with(start));
        self.claim.kind_at(verb.here) == Some(Kind::Word) && !mutual && !SAYING.contains(word)
    }

    /// Whether another sentence of the passage has the two in the order of the claim.
    fn is_said_by(&self, a: Met<'_>, b: Met<'_>, other: &Row) -> bool {
        let place = |at: usize| self.claim.term_at(at).and_then(|term| other.only(term));
        !std::ptr::eq(self.row, other) && place(a.here).zip(place(b.here)).is_some_and(|(first, second)| first < second)
    }
}

/// The way that a marker tells; "into" and "toward" are that of "to".
fn way(marker: Option<&str>) -> Option<&str> {
    let way = marker.filter(|way| WAYS.contains(way))?;
    Some(if matches!(way, "into" | "toward" | "towards") { "to" } else { way })
}

/// The telling words that stand in both texts, in each once.
fn met<'r>(claim: &'r Row, row: &'r Row) -> Vec<Met<'r>> {
    let telling = (0..claim.len()).filter(|at| claim.tells_at(*at));
    let both = telling.filter_map(|here| {
        let term = claim.term_at(here)?;
        let there = row.only(term)?;
        let marked = || [claim.marker(here), row.marker(there)];
        (claim.only(term) == Some(here)).then(|| Met { here, there, marked: marked() })
    });
    both.collect()
}

impl Row {
    /// The preposition in front of the phrase that an item ends, or the sign of whose something is; `None` where it has none.
    fn marker(&self, at: usize) -> Option<&str> {
        let word = self.word_at(at)?;
        if ["'s", "’s"].iter().any(|end| word.ends_with(end)) {
            return Some(WHOSE);
        }
        let mut open = true;
        for (steps, before) in (0..at).rev().enumerate() {
            if self.has_sign(before, before + 1) || steps > BEFORE {
                return None;
            }
            let word = self.word_at(before)?;
            match self.kind_at(before)? {
                Kind::Word if open && !WAYS.contains(&word) => {}
                Kind::Name if open && self.kind_at(before + 1) == Some(Kind::Name) => {}
                Kind::Function if word == "of" && self.is_of_a_name(before) => {
                    return before.checked_sub(1).and_then(|at| self.marker(at));
                }
                Kind::Function if super::slots::is_preposition(word) || WAYS.contains(&word) => return Some(word),
                Kind::Word if WAYS.contains(&word) => return Some(word),
                Kind::Function if open && DETERMINERS.contains(self.lower_at(before)) => open = false,
                _ => return None,
            }
        }
        None
    }

    /// Whether the "of" at a place stands between a name and what it is the name of.
    fn is_of_a_name(&self, of: usize) -> bool {
        let named = self.kind_at(of + 1) == Some(Kind::Name);
        named && of.checked_sub(1).and_then(|at| self.word_at(at)).is_some_and(|word| OF_A_NAME.contains(&word))
    }

    /// Whether a verb is one of somebody who is acted upon: "was beaten".
    fn is_acted_upon(&self, verb: usize) -> bool {
        let before = verb.saturating_sub(AUXILIARY)..verb;
        let by = self.word_at(verb + 1).is_some_and(|word| word == "by");
        by || before.into_iter().any(|at| self.word_at(at).is_some_and(super::slots::is_form_of_be))
    }

    /// Whether a verb's auxiliary stands right behind an item.
    fn is_subject(&self, at: usize) -> bool {
        self.word_at(at + 1).is_some_and(|word| AUXILIARIES.contains(word))
    }

    /// Whether a sign that ends a clause stands between two items.
    fn has_sign(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.gap_behind(at).is_some_and(is_clause_sign))
    }

    fn telling_between(&self, from: usize, to: usize) -> usize {
        (from + 1..to).filter(|at| self.tells_at(*at)).count()
    }
}
