//! Whether a claim says of one what its passage says of another: beside the same verb stands another subject. German, French
//! and Spanish. Refuses to parse: a subject is what plainly stands before a verb at the head of a sentence or, in German,
//! right behind it.

use std::ops::Range;
use std::rc::Rc;
use std::sync::LazyLock;

use super::names::is_same;
use super::slots::{Kind, Row, is_clause_sign};
use super::{Gate, Heard};
use crate::analysis::attribution::german::is_saying;
use crate::analysis::evidence::Place;
use crate::analysis::lexicon::{Words, table};
use crate::analysis::polarity::one_form;

/// German articles and their like that may stand before a subject, and those of them behind which it is known.
static BEFORE_SUBJECT: Words = LazyLock::new(|| {
    table(
        "der die das ein eine diese dieser dieses zahlreiche viele einige mehrere alle sein seine ihr ihre keine kein wenige manche \
         zwei drei vier fünf beide",
    )
});
static DEFINITE: Words = LazyLock::new(|| table("der die das diese dieser dieses sein seine ihr ihre beide"));
/// German articles of what is no subject.
const OBJECTS: &[&str] = &["den", "dem", "des", "einen", "einem", "eines", "ihren", "seinen", "diesen", "diesem"];
/// German words behind which another phrase than the subject stands.
static OTHER_PHRASES: Words = LazyLock::new(|| {
    table(
        "in an auf für mit nach vor bei seit laut aus von zu zum zur im am vom beim über unter durch gegen ohne um trotz wegen \
         während neben zwischen ab bis ins ans dort hier dann nun jetzt heute gestern morgen damals zudem außerdem danach \
         zuvor später schließlich inzwischen jährlich bereits schon erst auch nur dabei dafür damit daher deshalb so",
    )
});
static GERMAN_AUXILIARIES: Words = LazyLock::new(|| {
    table(
        "hat haben hatte hatten ist sind war waren wurde wurden wird werden soll sollen sollte sollten kann können konnte konnten \
         will wollen wollte wollten muss müssen musste mussten darf dürfen habe sei",
    )
});
const PASSIVES: &[&str] =
    &["wird", "werden", "wurde", "wurden", "worden", "par", "por", "été", "sido", "fue", "fueron", "être", "ser"];

/// French and Spanish articles, and what may stand between a subject and its verb.
static ARTICLES: Words = LazyLock::new(|| {
    table("le la les l un une des ce cette ces son sa ses leur el los las una unos unas este esta su sus")
});
static BETWEEN: Words = LazyLock::new(|| {
    table(
        "a ont avait avaient aurait auraient ha han había habían habría habrían se s ne n no le lo les lui y en ya también aussi",
    )
});
/// Words before which a noun is no subject.
static PREPOSITIONS: Words = LazyLock::new(|| {
    table(
        "de du d des del à au aux a al en dans por par con avec sur sobre pour para contre contra entre desde depuis vers sans sin selon según",
    )
});

/// A phrase has so many words at most.
const LONG: usize = 8;
/// Parts of a compound have so many letters at least.
const COMPOUNDED: usize = 4;

/// A verb with its subject.
struct Frame {
    /// The terms of the nouns of the subject.
    subject: Vec<Rc<str>>,
    /// Whether the subject may stand for one who was named otherwise before.
    definite: bool,
    verb: Rc<str>,
    verb_at: usize,
    passive: bool,
}

impl Gate<'_> {
    /// The subject of a claim where its passage has another.
    pub(super) fn of_another(&self, claim: &Row, window: &[&Heard<'_>], evidence: &[Place]) -> Option<String> {
        match self.language.tag() {
            Some("de") => self.of_another_in_german(claim, window, evidence),
            Some("fr" | "es") => self.of_another_in_romance(claim, window, evidence),
            _ => None,
        }
    }

    fn of_another_in_german(&self, claim: &Row, window: &[&Heard<'_>], evidence: &[Place]) -> Option<String> {
        let own = self.german_frame(claim)?;
        let has = |heard: &Heard<'_>, term: &Rc<str>| heard.terms.contains(term);
        let rows = window.iter().enumerate().map(|(at, heard)| (at, self.row_of(heard)));
        let found: Vec<(usize, Frame)> = rows
            .filter_map(|(at, row)| Some((at, self.german_frame(row)?)))
            .filter(|(_, frame)| frame.verb == own.verb && frame.passive == own.passive)
            .collect();
        if found.is_empty() || found.iter().any(|(_, frame)| shares(&own.subject, &frame.subject)) {
            return None;
        }
        let framed = |at: usize| found.iter().any(|(other, _)| *other == at);
        // Another sentence may say it of the claim's subject.
        let elsewhere = window.iter().enumerate().any(|(at, heard)| {
            !framed(at) && own.subject.iter().any(|term| has(heard, term)) && self.has_verb(heard, &own.verb)
        });
        let known = own.subject.iter().all(|term| self.having.contains_key(term));
        let behind: Vec<Rc<str>> = telling(claim, own.verb_at + 1..claim.len(), &own.subject);
        let sentences = found.iter().filter_map(|(at, frame)| Some((*window.get(*at)?, frame)));
        let against = sentences.filter(|(heard, _)| heard.is_touched(evidence)).any(|(heard, frame)| {
            let shared = behind.iter().filter(|term| has(heard, term)).count();
            let inside = || own.subject.iter().any(|term| has(heard, term));
            shared > 0 && 2 * shared >= behind.len() && (!frame.definite || !own.definite || inside())
        });
        let head = || own.subject.first().map(ToString::to_string);
        if against && known && !elsewhere { head() } else { None }
    }

    fn has_verb(&self, heard: &Heard<'_>, verb: &Rc<str>) -> bool {
        let row = self.row_of(heard);
        (0..row.len()).any(|at| self.verb_at(row, at) == *verb)
    }

    /// A word's term, in the form that stands for all of its verb.
    fn verb_at(&self, row: &Row, at: usize) -> Rc<str> {
        self.term(one_form(row.lower_at(at), self.language.tag()))
    }

    /// The subject and the verb of a German sentence.
    fn german_frame(&self, row: &Row) -> Option<Frame> {
        if OBJECTS.contains(&row.lower_at(0)) {
            return None;
        }
        let opens_otherwise = OTHER_PHRASES.contains(row.lower_at(0));
        let first = german_phrase(row, usize::from(opens_otherwise));
        let (finite, phrase) = if opens_otherwise {
            let finite = first.end;
            let subject = german_phrase(row, finite + 1);
            let led = row.lower_at(subject.start);
            let open = BEFORE_SUBJECT.contains(led) || row.word_at(subject.start).is_some_and(is_capital);
            (finite, Some(subject).filter(|_| open)?)
        } else {
            (first.end, first)
        };
        let nouns: Vec<Rc<str>> = (phrase.start..phrase.end)
            .filter(|at| {
                (*at > 0 || !BEFORE_SUBJECT.contains(row.lower_at(0))) && row.word_at(*at).is_some_and(is_capital)
            })
            .filter(|at| !matches!(row.kind_at(*at), Some(Kind::Pronoun | Kind::Figure(_))))
            .filter_map(|at| row.term_at(at).map(Rc::from))
            .collect();
        let small = row.word_at(finite).is_some_and(|word| word.starts_with(char::is_lowercase));
        let pronoun = (phrase.start..phrase.end)
            .any(|at| row.kind_at(at) == Some(Kind::Pronoun) && !DEFINITE.contains(row.lower_at(at)));
        if nouns.is_empty() || !small || pronoun || row.kind_at(finite) == Some(Kind::Pronoun) {
            return None;
        }
        let end = (finite..row.len()).find(|at| row.gap_behind(*at).is_none_or(is_clause_sign)).unwrap_or(finite);
        let auxiliary = GERMAN_AUXILIARIES.contains(row.lower_at(finite));
        let verb_at = if auxiliary { end } else { finite };
        let verb = if auxiliary && PASSIVES.contains(&row.lower_at(end)) { end.checked_sub(1)? } else { verb_at };
        let is_verb = verb != finite || !auxiliary;
        if !is_verb || is_saying(row.lower_at(verb)) || !row.tells_at(verb) {
            return None;
        }
        let passive = auxiliary && (finite..=end).any(|at| PASSIVES.contains(&row.lower_at(at)));
        Some(Frame {
            subject: nouns,
            definite: DEFINITE.contains(row.lower_at(phrase.start)),
            verb: self.verb_at(row, verb),
            verb_at: finite,
            passive,
        })
    }

    fn of_another_in_romance(&self, claim: &Row, window: &[&Heard<'_>], evidence: &[Place]) -> Option<String> {
        let passive = |row: &Row| (0..row.len()).any(|at| PASSIVES.contains(&row.lower_at(at)));
        (1..claim.len()).find_map(|at| {
            let own = romance_subject(claim, at)?;
            let verb = self.verb_at(claim, at);
            let behind = telling(claim, at + 1..claim.len(), &own);
            let mut against = false;
            for heard in window.iter().filter(|heard| heard.terms.contains(&verb)) {
                let row = self.row_of(heard);
                for there in (1..row.len()).filter(|there| self.verb_at(row, *there) == verb) {
                    let other = romance_subject(row, there)?;
                    if shares(&own, &other) {
                        return None;
                    }
                    let inside = own.iter().any(|term| heard.terms.contains(term));
                    let shared = behind.iter().any(|term| heard.terms.contains(term));
                    against |= inside && shared && heard.is_touched(evidence) && passive(row) == passive(claim);
                }
            }
            against.then(|| own.first().map(ToString::to_string)).flatten()
        })
    }
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The German phrase that begins at a word: an article, adjectives, nouns; an aside behind it belongs to it.
fn german_phrase(row: &Row, from: usize) -> Range<usize> {
    let mut at = from;
    let mut seen = false;
    while at < row.len() && at < from + LONG {
        let word = row.word_at(at).unwrap_or_default();
        let head = at == 0 && BEFORE_SUBJECT.contains(row.lower_at(0));
        if is_capital(word) && !head {
            seen = true;
        } else if seen {
            break;
        }
        at += 1;
        if seen && at.checked_sub(1).and_then(|last| row.gap_behind(last)).is_some_and(is_clause_sign) {
            break;
        }
    }
    from..at
}

/// The subject that stands right before a verb, in French or Spanish.
fn romance_subject(row: &Row, verb: usize) -> Option<Vec<Rc<str>>> {
    let small = row.word_at(verb).is_some_and(|word| word.starts_with(char::is_lowercase));
    if !small || row.kind_at(verb) != Some(Kind::Word) || !row.tells_at(verb) {
        return None;
    }
    let mut at = verb.checked_sub(1)?;
    while BETWEEN.contains(row.lower_at(at)) {
        at = at.checked_sub(1)?;
    }
    let parted = |from: usize| (from..verb).any(|at| row.gap_behind(at).is_some_and(is_clause_sign));
    let mut nouns: Vec<Rc<str>> = Vec::new();
    while row.kind_at(at) == Some(Kind::Name) {
        nouns.extend(row.term_at(at).map(Rc::from));
        match at.checked_sub(1) {
            Some(before) => at = before,
            None => return Some(nouns).filter(|_| !parted(0)),
        }
    }
    if nouns.is_empty() {
        nouns.extend(row.term_at(at).filter(|_| row.kind_at(at) == Some(Kind::Word)).map(Rc::from));
        at = at.checked_sub(1)?;
        if nouns.is_empty() || !ARTICLES.contains(row.lower_at(at)) || parted(at) {
            return None;
        }
        let led = at.checked_sub(1).is_some_and(|at| PREPOSITIONS.contains(row.lower_at(at)));
        return Some(nouns).filter(|_| !led);
    }
    let led = PREPOSITIONS.contains(row.lower_at(at)) && !parted(at);
    Some(nouns).filter(|_| !led && !parted(at + 1))
}

/// The terms of some words that tell, but for those of a subject.
fn telling(row: &Row, range: Range<usize>, subject: &[Rc<str>]) -> Vec<Rc<str>> {
    let terms = range.filter(|at| row.tells_at(*at)).filter_map(|at| row.term_at(at).map(Rc::from));
    terms.filter(|term| !subject.contains(term)).collect()
}

/// Whether two subjects have a noun in common, or the last part of one.
fn shares(one: &[Rc<str>], other: &[Rc<str>]) -> bool {
    let ends = |a: &str, b: &str| b.len() >= COMPOUNDED && a.ends_with(b);
    one.iter().any(|a| other.iter().any(|b| is_same(a, b) || ends(a, b) || ends(b, a)))
}

#[cfg(test)]
mod tests {
    use crate::analysis::gate::tests::judged_in;

    #[test]
    fn what_is_said_of_one_is_not_said_of_another() {
        for (language, passage, claim, other) in [
            ("de", "Zahlreiche Lotsen bewachten die Mole. Das Amt schwieg.", "Das Amt bewachte die Mole.", true),
            ("de", "Zahlreiche Lotsen bewachten die Mole. Das Amt schwieg.", "Lotsen bewachten die Mole.", false),
            (
                "de",
                "Im Mai verzichtet die Reederei auf Geld der Fischer.",
                "Die Fischer verzichten auf Geld der Reederei.",
                true,
            ),
            (
                "de",
                "Im Mai verzichtet die Reederei auf Geld der Fischer.",
                "Die Reederei verzichtet auf Geld der Fischer.",
                false,
            ),
            (
                "es",
                "En mayo la capitana denunció al guardia por el robo.",
                "El guardia denunció a la capitana por el robo.",
                true,
            ),
            (
                "es",
                "En mayo la capitana denunció al guardia por el robo.",
                "La capitana denunció al guardia por el robo.",
                false,
            ),
            (
                "fr",
                "Hier, Ines Maddock a reçu Tomas Reeve au phare.",
                "Hier, Tomas Reeve a reçu Ines Maddock au phare.",
                true,
            ),
            (
                "fr",
                "Hier, Ines Maddock a reçu Tomas Reeve au phare.",
                "Ines Maddock a reçu Tomas Reeve hier au phare.",
                false,
            ),
        ] {
            let verdict = judged_in(language, passage, passage, claim);
            assert_eq!(!verdict.misplaced.is_empty(), other, "{claim} {verdict:?}");
        }
    }
}
