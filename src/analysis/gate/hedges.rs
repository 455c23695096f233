//! Whether a claim says plainly what its passage says only may be, is alleged or would follow if. English,
//! German, French and Spanish. Refuses to weigh hedges: any other in the claim will do, and so will whoever is credited with what is alleged.

use std::rc::Rc;

use super::{Gate, Heard};
use crate::analysis::lexicon::{SAYING, Words};
use crate::analysis::tense::is_past;
use crate::text::lookup::Set;
use crate::text::stem::lower;
use crate::text::{Span, segment};

mod words;

use words::{ENGLISH, FRENCH, GERMAN, Hedging, SPANISH};

impl Hedging {
    fn of(tag: Option<&str>) -> Option<&'static Self> {
        match tag {
            Some("en") => Some(&ENGLISH),
            Some("de") => Some(&GERMAN),
            Some("fr") => Some(&FRENCH),
            Some("es") => Some(&SPANISH),
            _ => None,
        }
    }

    /// Whether a claim with this word says that it may not be so, or that somebody says it.
    fn allows(&self, word: &str) -> bool {
        let word = lower(word);
        self.allowed.contains(&*word) || begins(&word, self.allowed_so)
    }

    /// Whether one of the words of a passage hedges there, alone or with the next.
    fn hedges_with(&self, word: &str, passage: &[String]) -> bool {
        let next = |at: usize| passage.get(at + 1).map_or("", String::as_str);
        let hedges = |kind: Kind| kind != Kind::Unfinished;
        passage.iter().enumerate().any(|(at, other)| other == word && self.kind(other, next(at)).is_some_and(hedges))
    }

    /// Whether a word of a passage hedges, or opens what does.
    fn hedges(&self, word: &str) -> bool {
        [&self.maybe, &self.alleged, &self.before].iter().any(|table| table.contains(word))
            || self.opening.contains(word)
    }

    /// Whether a sentence may have a hedge, as far as its words alone tell.
    fn may_be_in(&self, text: &str) -> bool {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.map(lower).any(|word| self.hedges(&word))
    }

    /// What the word at a place hedges with, alone or with the next.
    fn kind(&self, word: &str, next: &str) -> Option<Kind> {
        let word = lower(word);
        let pair = format!("{word}-{}", lower(next));
        let has = |table: &Words| table.contains(&*word) || table.contains(pair.as_str());
        if has(&self.maybe) || has(&self.before) {
            Some(Kind::Maybe)
        } else if has(&self.unfinished) {
            Some(Kind::Unfinished)
        } else {
            has(&self.alleged).then_some(Kind::Alleged)
        }
    }
}

/// What a hedge says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// It may be so.
    Maybe,
    /// Somebody says, thinks or fears so.
    Alleged,
    /// Somebody means or tries to do so.
    Unfinished,
}

/// A hedge of a passage.
struct Hedge {
    word: String,
    kind: Kind,
}

fn begins(word: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| word.starts_with(start))
}

/// A clause with so great a share of the words that the one with the most has carries the claim too.
const NEAR: f32 = 0.5;

/// What is hedged is told by so many telling words behind the hedge.
const HEDGED: usize = 2;
/// Words before a verb that say that it lies ahead, or is only meant, and how far they stand before it at most.
const AHEAD: &[&str] = &["to", "will", "would", "be", "should", "not", "never"];
const AUXILIARY: usize = 3;
/// Verbs before "to" that say that it was done.
const MANAGED: &[&str] = &["managed", "manages", "able"];
/// Words by which something will be, and by which it may be.
const SURELY: &[&str] = &["will"];
const MAYBE: &[&str] = &["may", "might", "could"];
/// Words for what a court finds, and for what others only say of somebody.
const JUDGED: &[&str] = &["convicted", "guilty", "sentenced", "conviction"];
const ACCUSED: &[&str] = &[
    "accused",
    "suspected",
    "charged",
    "alleged",
    "allegedly",
    "suspicion",
    "suspect",
    "indicted",
    "investigation",
    "detained",
    "arrested",
];
/// Verbs by which somebody is to do what stands behind "to", and how far behind them "to" stands at most.
const ASKING: &[&str] =
    &["asked", "asks", "urged", "urges", "ordered", "orders", "wants", "wanted", "invited", "advised"];
const ASKED: usize = 5;
/// A hedge that stands alone between signs has so many words at most.
const ASIDE: usize = 2;

impl Gate<'_> {
    /// The word by which the passage hedges what the claim says plainly.
    pub(super) fn dropped_hedge(&self, claim: &str, said_by: Option<&str>, window: &[&Heard<'_>]) -> Option<String> {
        let hedging = Hedging::of(self.language.tag())?;
        if let Some(hedge) = self.made_certain(claim, window) {
            return Some(hedge);
        }
        let may_be = |heard: &Heard<'_>| *heard.hedged.get_or_init(|| hedging.may_be_in(heard.text));
        if !window.iter().any(|heard| may_be(heard)) {
            return None;
        }
        let terms: Set<Rc<str>> = self.telling(claim).collect();
        let shared = |heard: &&&Heard<'_>| terms.iter().filter(|term| heard.terms.contains(*term)).count();
        let best = window.iter().max_by_key(shared)?;
        if !may_be(best) {
            return None;
        }
        let kept = Kept::of(hedging, claim, best.text);
        if kept.any {
            return None;
        }
        let met = |text: &str| {
            let own: Set<_> = self.telling(text).collect();
            let has = own.intersection(&terms).count();
            (has, has >= HEDGED && has >= own.len())
        };
        let parts: Vec<(&str, bool, (usize, bool))> =
            clauses(best.text).into_iter().map(|(clause, joined)| (clause, joined, met(clause))).collect();
        let clauses: Vec<(&str, bool, usize)> =
            parts.iter().map(|&(clause, joined, (has, _))| (clause, joined, has)).collect();
        let whole = |at: usize| parts.get(at).is_some_and(|(_, _, (_, whole))| *whole);
        let most = clauses.iter().map(|(_, _, has)| *has).max().filter(|most| *most > 0)?;
        let enough = |has: usize| has > 0 && has as f32 >= NEAR * most as f32;
        // "Is accused of killing a boy | and a girl": what is joined is one.
        let next = |at: usize| clauses.get(at + 1).is_some_and(|(_, _, has)| enough(*has));
        let carries = |at: usize| {
            clauses.get(at).is_some_and(|(_, joined, has)| enough(*has) || *has > 0 && *joined && next(at) || whole(at))
        };
        // "It is likely, that": a clause hedges the next as a whole.
        let opens = |at: usize| {
            let first = clauses.get(at + 1).and_then(|(clause, _, _)| segment::words(clause).next());
            carries(at + 1)
                && (first.is_some_and(|(_, word)| hedging.that.contains(&word))
                    || clauses.get(at + 1).is_some_and(|(clause, _, _)| is_infinitive(clause)))
        };
        let beside = |at: usize| carries(at + 1) || at.checked_sub(1).is_some_and(carries);
        let hedged = clauses.iter().enumerate().filter(|(at, (clause, _, _))| {
            // "If true" and "I think" are hedges of what stands beside them.
            carries(*at) || opens(*at) || segment::word_count(clause) <= ASIDE && beside(*at)
        });
        let hedges = hedged
            .into_iter()
            .flat_map(|(at, (clause, _, _))| self.hedges_in(hedging, clause, opens(at), (claim, &terms)));
        let said = said_by.is_some() || kept.said;
        let is_kept = |hedge: &Hedge| segment::words(claim).any(|(_, word)| lower(word) == hedge.word);
        // Who expects to publish will publish, as far as anybody knows.
        let ahead = segment::words(claim).any(|(_, word)| matches!(&*lower(word), "will" | "would" | "shall" | "due"));
        let meant = |hedge: &Hedge| ahead && hedge.word.starts_with("expect");
        let mut dropped = hedges.filter(|hedge| !is_kept(hedge) && !meant(hedge)).filter(|hedge| match hedge.kind {
            // Whoever is credited with it may only think so, and a claim that says who does need not say more.
            Kind::Alleged => !said,
            Kind::Maybe => !kept.said_anew,
            Kind::Unfinished => true,
        });
        dropped.next().map(|hedge| hedge.word)
    }

    /// The word for which a claim has one that leaves no doubt: "might sell" for "will sell", "accused" for "convicted".
    fn made_certain(&self, claim: &str, window: &[&Heard<'_>]) -> Option<String> {
        if self.language.tag() != Some("en") {
            return None;
        }
        let says = |table: &[&str]| segment::words(claim).any(|(_, word)| table.contains(&&*lower(word)));
        let judged = says(JUDGED);
        if !judged && !says(SURELY) {
            return None;
        }
        let words = |text| segment::words(text).map(|(_, word)| lower(word).into_owned()).collect::<Vec<String>>();
        let mine = words(claim);
        let has = |words: &[String], table: &[&str]| words.iter().any(|word| table.contains(&word.as_str()));
        let theirs: Vec<Vec<String>> = window.iter().map(|heard| words(heard.text)).collect();
        if judged && !theirs.iter().any(|words| has(words, JUDGED)) {
            return theirs.concat().into_iter().find(|word| ACCUSED.contains(&word.as_str()));
        }
        let surely = self.behind(&mine, SURELY);
        let so = self.behind(&theirs.concat(), SURELY);
        let maybe = theirs.iter().flat_map(|words| self.behind(words, MAYBE));
        let of = |verbs: &[(String, Rc<str>)], term: &Rc<str>| verbs.iter().any(|(_, verb)| verb == term);
        maybe.into_iter().find(|(_, term)| of(&surely, term) && !of(&so, term)).map(|(word, _)| word)
    }

    /// Some words of a text, each with the term of the next that tells.
    fn behind(&self, words: &[String], sought: &[&str]) -> Vec<(String, Rc<str>)> {
        let tells = |word: &&String| !self.language.is_function_word(word);
        let places = words.iter().enumerate().filter(|(_, word)| sought.contains(&word.as_str()));
        let next = |at: usize| words.iter().skip(at + 1).find(tells).map(|word| self.term(word));
        places.filter_map(|(at, word)| Some((word.clone(), next(at)?))).collect()
    }

    /// The hedges of a clause of which the claim has what they hedge, or that `opens` another of which it has; "could not"
    /// is none, and May is a month.
    fn hedges_in(
        &self,
        hedging: &Hedging,
        clause: &str,
        opens: bool,
        (claim_text, claim): (&str, &Set<Rc<str>>),
    ) -> Vec<Hedge> {
        let words: Vec<&str> = segment::each_word(clause, |(_, word)| word);
        let at = |at: usize| words.get(at).copied().unwrap_or_default();
        let told = |index: usize| {
            let tells = |word: &&&str| !self.language.is_function_word(word) && !hedging.allows(word);
            let mut behind = words.iter().skip(index + 1).filter(tells).take(HEDGED).peekable();
            let mut before = words.iter().take(index).rev().filter(tells).take(HEDGED);
            let met = |word: &&str| claim.contains(&self.term(word));
            // "He slept, reportedly."
            let last = behind.peek().is_none();
            opens || words.len() <= ASIDE || behind.any(met) || last && before.any(met)
        };
        let hedge = |index: usize| {
            let (word, next) = (at(index), at(index + 1));
            let denied = hedging.deniable.contains(&word) && matches!(next, "not" | "no" | "hardly" | "nicht");
            let kind = hedging.kind(word, next).filter(|_| !(denied || word == "May" && index > 0))?;
            let is_so = match kind {
                Kind::Unfinished => words.get(index + 2).is_some_and(|verb| self.is_done(verb, claim_text)),
                Kind::Maybe | Kind::Alleged => told(index),
            };
            is_so.then(|| Hedge { word: lower(word).into_owned(), kind })
        };
        let asked = |index: usize| {
            let behind = words.get(index + 2..).unwrap_or_default();
            let to = behind.iter().take(ASKED).position(|word| *word == "to")?;
            let verb = behind.get(to + 1).filter(|_| ASKING.contains(&at(index)))?;
            self.is_done(verb, claim_text).then(|| Hedge { word: at(index).to_owned(), kind: Kind::Unfinished })
        };
        (0..words.len()).filter_map(|index| hedge(index).or_else(|| asked(index))).collect()
    }

    /// Whether a claim says of a verb, which the passage has in its bare form, that it was done: "to sell it", "has sold it".
    fn is_done(&self, verb: &str, claim: &str) -> bool {
        let term = |word: &str| self.term(super::clause::one_form(&lower(word)));
        let sought = term(verb);
        let words: Vec<&str> = segment::words(claim).map(|(_, word)| word).collect();
        words.iter().enumerate().filter(|(_, word)| term(word) == sought).any(|(at, word)| {
            let mut before = words.iter().take(at).rev().take(AUXILIARY);
            let managed = || words.iter().take(at).rev().nth(1).is_some_and(|before| MANAGED.contains(before));
            let done = is_past(word) || word.strip_suffix('s').is_some_and(|word| word == verb);
            managed() || done && *word != verb && !before.any(|before| AHEAD.contains(&&*lower(before)))
        })
    }

    fn telling<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Rc<str>> + 't {
        segment::words(text).filter(|(_, word)| !self.language.is_function_word(word)).map(|(_, word)| self.term(word))
    }
}

/// The hedges that a claim has itself.
#[derive(Default)]
struct Kept {
    /// Whether any of them may stand for those of its passage.
    any: bool,
    /// Whether somebody is said to say it.
    said: bool,
    /// Whether the passage does not say so.
    said_anew: bool,
}

impl Kept {
    /// Those of a claim beside a sentence of its passage.
    fn of(hedging: &Hedging, claim: &str, passage: &str) -> Self {
        let there: Vec<String> = segment::each_word(passage, |(_, word)| lower(word).into_owned());
        let speaks = |word: &str| begins(word, hedging.said) || SAYING.contains(word);
        let spoken = there.iter().any(|word| speaks(word));
        let mut kept = Self::default();
        // May is a month.
        let no_month = |(span, word): &(Span, &str)| *word != "May" || span.start().bytes() == 0;
        for word in segment::words(claim).filter(no_month).map(|(_, word)| lower(word)) {
            if !hedging.allows(&word) {
                continue;
            }
            if speaks(&word) {
                kept.said = true;
                kept.said_anew |= !spoken;
            } else {
                // "The suspected poisoning" hedges nothing else of what is said of it.
                let weak = hedging.weak.contains(&&*word);
                let same = |other: &str| other == &*word || weak && hedging.weak.contains(&other);
                let stands = there.iter().any(|other| same(other));
                let narrow = hedging.narrow.contains(&*word);
                // "The plan" is no hedge where the passage speaks of the plan too.
                let hedges = || hedging.allowed.contains(&*word) && !weak || hedging.hedges_with(&word, &there);
                kept.any |= !stands || !narrow && hedges();
            }
        }
        kept
    }
}

/// Whether a German clause has "zu" before its last word: "im Dienst getrunken zu haben".
fn is_infinitive(clause: &str) -> bool {
    let words: Vec<&str> = segment::each_word(clause, |(_, word)| word);
    words.iter().rev().nth(1).is_some_and(|word| *word == "zu")
}

/// The parts of a sentence between its signs, each with whether "and" joins it to the next.
fn clauses(text: &str) -> Vec<(&str, bool)> {
    let dashed = text.split([';', ':', '(', ')', '–', '—']).flat_map(|part| part.split(" -- "));
    let parted = dashed.flat_map(|part| part.split(", ")).flat_map(|part| part.split(" but "));
    let joined = parted.flat_map(|part| {
        let mut parts = part.split(" and ").peekable();
        std::iter::from_fn(move || parts.next().map(|part| (part, parts.peek().is_some())))
    });
    joined.collect()
}
