//! Whether who does it and to whom it is done have changed their places: the subject of a verb in the claim stands behind the
//! same verb in the passage, or what stands behind it is the subject there. English. Refuses what is not plain: verbs that
//! two do together, and clauses whose subject is not found.

use std::rc::Rc;

use super::clause::{Clause, Clauses, Party, Slot, Verb};
use super::short_forms;
use super::slots::{Kind, Row, is_form_of_be};
use super::{Gate, Heard};
use crate::analysis::evidence::Place;
use crate::analysis::lexicon::TITLES;

/// Prepositions behind which somebody is acted upon.
const ACTED_UPON: &[&str] = &["to", "from", "into", "against", "by", "at"];

/// A clause, and the text it is of.
struct Said<'c, 'r> {
    text: &'c Clauses<'r>,
    clause: Clause,
}

impl Gate<'_> {
    /// Who of a claim has the place of another beside a verb of the passage.
    pub(super) fn turned(&self, claim: &Row, window: &[&Heard<'_>], evidence: &[Place]) -> Option<String> {
        if self.language.tag() != Some("en") {
            return None;
        }
        let here = Clauses::of(claim);
        let terse = here.is_terse();
        let mut there: Option<Vec<Clauses<'_>>> = None;
        here.verbs(|word| self.term(word)).iter().find_map(|&Verb { at: verb, plainly, ref term }| {
            let mine = Said { text: &here, clause: here.clause(verb, terse)? };
            let there =
                there.get_or_insert_with(|| window.iter().map(|heard| Clauses::of(self.row_of(heard))).collect());
            // What stands beside the passages may bear a claim out, but not against it.
            let touched = |at: usize| window.get(at).is_some_and(|heard| heard.is_touched(evidence));
            let of_row = |(index, text)| {
                let verbs = Clauses::verbs(text, |word| self.term(word)).iter();
                let same = verbs.filter(move |verb| (verb.plainly || plainly) && verb.term == *term);
                same.filter_map(move |verb| Some((index, Said { text, clause: text.clause(verb.at, false)? })))
            };
            let theirs: Vec<(usize, Said<'_, '_>)> = there.iter().enumerate().flat_map(of_row).collect();
            let agreed = theirs.iter().any(|(_, theirs)| agree(&mine, theirs));
            let mut against = theirs.iter().filter(|(index, _)| touched(*index));
            let of_another = || {
                let all_others = theirs.iter().all(|(_, theirs)| self.are_apart(&mine, theirs));
                let mut said = theirs.iter().filter(|(index, theirs)| touched(*index) && says_alike(&mine, theirs));
                said.next()
                    .filter(|_| all_others)
                    .and(mine.clause.said_of.as_ref()?.heads.first())
                    .map(ToString::to_string)
            };
            let mut turned = || against.find_map(|(_, theirs)| turned(&mine, theirs, here.turns(verb)));
            // One who acts upon both may act upon two.
            let of_two = || if here.turns(verb) { None } else { of_another() };
            match agreed {
                true if mine.clause.passive => of_two(),
                true => None,
                false => turned().or_else(of_two),
            }
        })
    }

    /// Whether two clauses are plainly said of two: of two names, or of one that stands only behind the verb in the passage
    /// or beside another verb.
    fn are_apart(&self, mine: &Said<'_, '_>, theirs: &Said<'_, '_>) -> bool {
        let Some((own, other)) = mine.clause.said_of.as_ref().zip(theirs.clause.said_of.as_ref()) else { return false };
        let participle = theirs.text.row.lower_at(theirs.clause.verb).ends_with("ing");
        let plainly = theirs.text.is_verb(theirs.clause.verb);
        if own.heads.is_empty() || other.heads.is_empty() || participle || !plainly {
            return false;
        }
        // "Of the 40 boats 12 sank."
        if [(own, mine), (other, theirs)].iter().any(|(party, text)| counts(text.text.row, party)) {
            return false;
        }
        let names = |of: &Party, text: &Said<'_, '_>| -> Vec<Rc<str>> {
            of.heads.iter().filter(|term| is_name(text.text.row, term)).cloned().collect()
        };
        let [mine_named, theirs_named] = [names(own, mine), names(other, theirs)];
        if shares(own, other) {
            return are_two_of_a_name(own, other, &mine_named, &theirs_named);
        }
        let one_land = mine_named
            .iter()
            .flat_map(|term| self.lands_of(term))
            .any(|lands| theirs_named.iter().any(|term| lands.contains(term)));
        let short = || {
            let [mine, theirs] =
                [(mine, own), (theirs, other)].map(|(text, party)| words_of(text.text.row, &party.heads));
            mine.len() != theirs.len() && short_forms::are_one(&mine, &theirs)
        };
        let behind = || own.heads.iter().any(|term| theirs.text.stands_behind(theirs.clause.verb, term));
        let stands = |term: &Rc<str>| self.having.contains_key(term);
        let two_names = !mine_named.is_empty() && !theirs_named.is_empty() && mine_named.iter().all(stands);
        let beside = || {
            let mut heads = own.heads.iter();
            heads.any(|term| other.heads.iter().any(|other| are_parted(theirs.text, term, other)))
        };
        !one_land && (two_names || behind() || beside()) && !short()
    }
}

/// Whether somebody is only a number.
fn counts(row: &Row, party: &Party) -> bool {
    let figure = |at: usize| matches!(row.kind_at(at), Some(Kind::Figure(_)));
    let is_figure = |term: &Rc<str>| (0..row.len()).any(|at| figure(at) && row.term_at(at) == Some(term));
    party.heads.iter().all(is_figure)
}

/// Whether a term is one of a name.
fn is_name(row: &Row, term: &str) -> bool {
    (0..row.len()).any(|at| row.kind_at(at) == Some(Kind::Name) && row.term_at(at) == Some(term))
}

/// The words of a text that have one of these terms.
fn words_of<'r>(row: &'r Row, terms: &[Rc<str>]) -> Vec<&'r str> {
    let has = |at: &usize| row.term_at(*at).is_some_and(|term| terms.iter().any(|own| **own == *term));
    (0..row.len()).filter(has).filter_map(|at| row.word_at(at)).collect()
}

/// Whether a verb stands between the only places of two terms, and the second is not what the first is said to be.
fn are_parted(text: &Clauses<'_>, one: &str, other: &str) -> bool {
    let Some((first, second)) = text.row.only(one).zip(text.row.only(other)) else { return false };
    let (first, second) = (first.min(second), first.max(second));
    let between = first + 1..second;
    // What stands before a sign has no verb of its own.
    let acts = [first, second].iter().all(|at| text.row.gap_behind(*at) == Some(" "));
    let is_said_to_be = |at: usize| {
        let word = text.row.lower_at(at);
        let led = matches!(text.row.lower_at(at + 1), "a" | "an" | "the" | "his" | "her" | "its" | "their" | "one");
        is_form_of_be(word) && led || matches!(word, "became" | "as")
    };
    acts && between.clone().any(|at| text.is_verb(at)) && !between.into_iter().any(is_said_to_be)
}

/// Whether two have the last of their names in common and no other: "Ines Maddock", "Tomas Maddock".
fn are_two_of_a_name(own: &Party, other: &Party, mine: &[Rc<str>], theirs: &[Rc<str>]) -> bool {
    let first = |names: &[Rc<str>], other: &Party| {
        names.iter().any(|term| !other.all.contains(term) && !TITLES.contains(&**term))
    };
    mine.len() == 2 && theirs.len() == 2 && first(mine, other) && first(theirs, own)
}

/// Whether two clauses have most of what stands behind their verbs in common.
fn says_alike(mine: &Said<'_, '_>, theirs: &Said<'_, '_>) -> bool {
    let own: Vec<&Rc<str>> = mine.clause.others.iter().take(mine.clause.behind).map(|(_, term)| term).collect();
    let shared = own.iter().filter(|term| theirs.clause.others.iter().any(|(_, other)| other == **term)).count();
    mine.clause.passive == theirs.clause.passive && shared > 0 && 2 * shared >= own.len()
}

/// Whether two clauses have one subject, and none of them has another's place.
fn agree(mine: &Said<'_, '_>, theirs: &Said<'_, '_>) -> bool {
    let subjects = mine.clause.subject.as_ref().zip(theirs.clause.subject.as_ref());
    let shared = subjects.is_some_and(|(own, other)| shares(own, other));
    shared && changed(mine, theirs).is_none() && crossed(&mine.clause, &theirs.clause).is_none()
}

fn shares(one: &Party, other: &Party) -> bool {
    one.heads.iter().any(|term| other.all.contains(term)) || other.heads.iter().any(|term| one.all.contains(term))
}

/// A word of the one clause that stands in the other's place; of a verb that `turns` only where two have changed theirs.
fn turned(mine: &Said<'_, '_>, theirs: &Said<'_, '_>, turns: bool) -> Option<String> {
    let two = || crossed(&mine.clause, &theirs.clause).or_else(|| changed(mine, theirs));
    let one = || acted_upon(&mine.clause, &theirs.clause).or_else(|| acting(&mine.clause, &theirs.clause));
    two().or_else(|| if turns { None } else { one() })
}

/// Two words of which each has the other's place.
fn crossed(mine: &Clause, theirs: &Clause) -> Option<String> {
    let [mine, theirs] = [places(mine), places(theirs)];
    let only = |of: &[(Option<Slot>, Rc<str>)], term: &str, slot: Option<Slot>, other: Option<Slot>| {
        let stands = |slot| of.iter().any(|(at, word)| *at == slot && **word == *term);
        stands(slot) && !stands(other)
    };
    mine.iter().enumerate().find_map(|(at, (slot, term))| {
        let exchanged = |(other, word): &&(Option<Slot>, Rc<str>)| {
            let apart = other != slot && tells(*slot) && tells(*other);
            apart
                && only(&mine, term, *slot, *other)
                && only(&mine, word, *other, *slot)
                && only(&theirs, term, *other, *slot)
                && only(&theirs, word, *slot, *other)
        };
        mine.iter().skip(at + 1).find(exchanged).map(|_| term.to_string())
    })
}

fn tells(slot: Option<Slot>) -> bool {
    slot != Some(Slot::Behind(""))
}

/// All words of a clause with their places; the subject's is `None`.
fn places(clause: &Clause) -> Vec<(Option<Slot>, Rc<str>)> {
    let subject = clause.subject.iter().flat_map(|party| &party.heads).map(|term| (None, Rc::clone(term)));
    subject.chain(clause.others.iter().map(|(slot, term)| (Some(*slot), Rc::clone(term)))).collect()
}

/// A word of the claim's subject that stands behind the verb in the passage, where one of the subject there stands behind it
/// in the claim.
fn changed(mine: &Said<'_, '_>, theirs: &Said<'_, '_>) -> Option<String> {
    let (own, other) = mine.clause.subject.as_ref().zip(theirs.clause.subject.as_ref())?;
    if mine.clause.passive != theirs.clause.passive {
        return None;
    }
    let missing = |of: &Party, among: &Party, text: &Said<'_, '_>| {
        let fits = |term: &&Rc<str>| !among.all.contains(term) && text.text.stands_behind(text.clause.verb, term);
        of.heads.iter().find(fits).cloned()
    };
    let (here, _) = missing(own, other, theirs).zip(missing(other, own, mine))?;
    Some(here.to_string())
}

/// The claim's subject stands behind the verb in the passage, and something else before it.
fn acted_upon(mine: &Clause, theirs: &Clause) -> Option<String> {
    let subject = mine.subject.as_ref()?;
    let nobody = theirs.passive && theirs.subject.is_none();
    if !nobody && theirs.subject.as_ref().is_none_or(|other| shares(subject, other)) {
        return None;
    }
    let term = subject.heads.iter().find(|term| is_acted_upon(theirs, term))?;
    (!mine.others.iter().any(|(_, word)| word == term)).then(|| term.to_string())
}

/// What stands behind the verb in the claim is its subject in the passage.
fn acting(mine: &Clause, theirs: &Clause) -> Option<String> {
    let subject = theirs.subject.as_ref()?;
    if mine.subject.as_ref().is_none_or(|own| shares(own, subject)) {
        return None;
    }
    let term = subject.heads.iter().find(|term| is_acted_upon(mine, term))?;
    (!theirs.others.iter().any(|(_, word)| word == term)).then(|| term.to_string())
}

fn is_acted_upon(clause: &Clause, term: &str) -> bool {
    clause.others.iter().any(|(slot, word)| {
        let upon = match slot {
            Slot::Object => true,
            Slot::Behind(preposition) => ACTED_UPON.contains(preposition),
        };
        upon && **word == *term
    })
}
