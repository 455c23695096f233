//! Whether a claim turns round what comes of what: "after" and "because" where its passage has the one lead to the other;
//! or gives as a cause what the passage only sets beside a thing, or says in spite of it. English, German, French and
//! Spanish. Refuses to parse: what stands on the two sides of a connective is known by its words.

use std::rc::Rc;

use super::{Gate, Heard};
use crate::analysis::kind::may_lie_ahead;
use crate::analysis::polarity::{Contrary, Kind};
use crate::text::segment;
use crate::text::stem::lower;

mod words;

use words::{AGAINST, Behind, CONNECTIVES, GERMAN_PREPOSITIONS, OPENINGS, SPITE, WHENCE, WHY};

/// So many of the words of each side of a claim stand on one side of its passage where this says the same, in hundredths,
/// and no more than so many where it does not.
const SIDE: usize = 50;
const OTHER_SIDE: usize = 33;

/// What stands on the two sides of a connective.
struct Relation {
    connective: &'static str,
    /// What stands behind it.
    behind: Behind,
    sides: [Vec<Rc<str>>; 2],
}

impl Relation {
    /// What comes first, and what comes of it or behind it.
    fn in_order(&self) -> Option<[&[Rc<str>]; 2]> {
        let [rest, behind] = &self.sides;
        match self.behind {
            Behind::First | Behind::Cause => Some([behind, rest]),
            Behind::Second => Some([rest, behind]),
            Behind::Conceded => None,
        }
    }
}

impl Gate<'_> {
    /// That a claim turns round what comes of what in its window, or makes a cause of what is conceded there.
    pub(super) fn turned_round(&self, claim: &str, window: &[&Heard<'_>]) -> Option<Contrary> {
        let own = self.relations(claim);
        if own.is_empty() {
            return None;
        }
        let there: Vec<Relation> = window.iter().flat_map(|heard| self.relations(heard.text)).collect();
        own.iter()
            .find_map(|own| self.is_turned_round(own, &there).or_else(|| self.is_conceded(own, &there)))
            .map(|connective| Contrary { kind: Kind::Opposite, claim: None, passage: Some(connective.to_owned()) })
    }

    fn is_turned_round(&self, own: &Relation, there: &[Relation]) -> Option<&'static str> {
        let [first, second] = own.in_order()?;
        let mut against = None;
        for other in there {
            let Some([before, after]) = other.in_order() else { continue };
            let straight = [(first, before), (second, after)].map(|(own, there)| shared(own, there));
            let crossed = [(first, after), (second, before)].map(|(own, there)| shared(own, there));
            if straight.iter().all(|share| *share >= SIDE) {
                return None;
            }
            let turned =
                crossed.iter().all(|share| *share >= SIDE) && straight.iter().all(|share| *share <= OTHER_SIDE);
            against = against.or(turned.then_some(other.connective));
        }
        against
    }

    fn is_conceded(&self, own: &Relation, there: &[Relation]) -> Option<&'static str> {
        let [rest, cause] = &own.sides;
        let conceded = |other: &&Relation| {
            other.behind == Behind::Conceded
                && shared(cause, &other.sides[1]) >= SIDE
                && shared(rest, &other.sides[0]) >= SIDE
        };
        let caused = || there.iter().any(|other| other.behind == Behind::Cause);
        there.iter().filter(|_| own.behind == Behind::Cause).find(conceded).filter(|_| !caused()).map(|o| o.connective)
    }

    /// The connective by which a claim gives a cause, or says a thing in spite of another, where no word around its passages
    /// does so in any way.
    pub(super) fn unsaid_link(&self, claim: &str, around: &[&Heard<'_>]) -> Option<String> {
        let own = self.relations(claim);
        let any = |known: &dyn Fn(&str) -> bool| {
            around.iter().any(|heard| segment::words(heard.text).any(|(_, word)| known(&lower(word))))
        };
        let why = |word: &str| WHY.contains(word) || WHENCE.iter().any(|start| word.starts_with(start));
        let told = || any(&why) || around.iter().any(|heard| has_loose_cause(heard.text));
        let against = || any(&|word| AGAINST.contains(word) || word.ends_with("n't"));
        own.iter()
            .find(|own| match own.behind {
                Behind::Cause => {
                    own.sides.iter().all(|side| !side.is_empty()) && !told() && !self.is_explained(own, around)
                }
                Behind::Conceded => SPITE.contains(&own.connective) && !against(),
                Behind::First | Behind::Second => false,
            })
            .map(|own| own.connective.to_owned())
    }

    /// Whether a sentence says what is, and the one behind it, by what was, why: "The bath is closed. The council refused."
    fn is_explained(&self, own: &Relation, around: &[&Heard<'_>]) -> bool {
        let [state, cause] = &own.sides;
        let tag = self.language.tag();
        let has = |heard: &Heard<'_>, side: &[Rc<str>]| {
            let known = side.iter().filter(|term| heard.terms.contains(*term)).count();
            100 * known >= SIDE * side.len()
        };
        around.windows(2).any(|pair| {
            let [is, was] = pair else { return false };
            has(is, state) && has(was, cause) && may_lie_ahead(is.text, tag) && !may_lie_ahead(was.text, tag)
        })
    }

    /// The connectives of a text with what stands on their two sides; where one opens it, the side behind it ends with its
    /// clause.
    fn relations(&self, text: &str) -> Vec<Relation> {
        if !matches!(self.language.tag(), Some("en" | "de" | "fr" | "es")) {
            return Vec::new();
        }
        let words: Vec<_> = segment::each_word(text, |(span, word)| (span, lower(word)));
        let word = |at: usize| words.get(at).map(|(_, word)| &**word);
        let connective = |at: usize| {
            let first = word(at).filter(|first| OPENINGS.contains(first))?;
            CONNECTIVES.iter().find_map(|(phrase, behind)| {
                let mut parts = phrase.split(' ');
                let fits = parts.next() == Some(first) && parts.enumerate().all(|(i, p)| word(at + 1 + i) == Some(p));
                fits.then(|| (at, phrase.split(' ').count(), *phrase, *behind))
            })
        };
        let mut found: Vec<(usize, usize, &'static str, Behind)> = Vec::new();
        for at in 0..words.len() {
            if found.last().is_none_or(|(last, length, ..)| at >= last + length) {
                found.extend(connective(at));
            }
        }
        if found.is_empty() {
            return Vec::new();
        }
        let telling = |from: usize, to: usize| -> Vec<Rc<str>> {
            let own = words.get(from..to.min(words.len())).unwrap_or_default().iter();
            let tells = own.filter(|(_, word)| !self.language.is_function_word(word) && word.chars().nth(1).is_some());
            tells.map(|(_, word)| self.term(word)).collect()
        };
        let closes = |at: usize| {
            let (Some((one, _)), Some((next, _))) = (words.get(at), words.get(at + 1)) else { return true };
            text.get(one.end().bytes()..next.start().bytes()).is_none_or(|gap| gap.contains([',', ';']))
        };
        let relation = |(number, &(at, length, connective, behind)): (usize, &(usize, usize, &'static str, Behind))| {
            let next = found.get(number + 1).map_or(words.len(), |next| next.0);
            let (from, last) = (at + length, number.checked_sub(1).and_then(|number| found.get(number)));
            let sides = if GERMAN_PREPOSITIONS.contains(&connective) && self.language.tag() == Some("de") {
                let capital =
                    |at: usize| words.get(at).is_some_and(|(span, _)| span.slice(text).is_some_and(is_capital));
                let noun = (from..next).find(|at| capital(*at)).unwrap_or(from);
                let end = (noun..next).find(|at| !capital(*at)).unwrap_or(next);
                let mut rest = telling(last.map_or(0, |last| last.0 + last.1), at);
                rest.extend(telling(end, next));
                [rest, telling(from, end)]
            } else if at == 0 {
                let end = (from..words.len()).find(|at| closes(*at)).map_or(words.len(), |at| at + 1);
                let rest =
                    telling(end, found.iter().map(|other| other.0).find(|other| *other > end).unwrap_or(words.len()));
                [rest, telling(from, end)]
            } else {
                [telling(last.map_or(0, |last| last.0 + last.1), at), telling(from, next)]
            };
            Relation { connective, behind, sides }
        };
        found.iter().enumerate().map(relation).collect()
    }
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// How many of some words are among others, in hundredths.
fn shared(own: &[Rc<str>], there: &[Rc<str>]) -> usize {
    let known = own.iter().filter(|term| there.contains(term)).count();
    (100 * known).checked_div(own.len()).unwrap_or(0)
}

/// Whether a text may tell why without a word for it: by what a thing is done, by a participle, behind a colon.
fn has_loose_cause(text: &str) -> bool {
    let words: Vec<&str> = segment::each_word(text, |(_, word)| word);
    let done = |pair: &[&str]| matches!(pair, [_, "by" | "of"]) && pair[0].ends_with(['d', 'n']);
    let participle = || {
        text.split(", ").skip(1).any(|part| {
            segment::words(part).next().is_some_and(|(_, word)| word.ends_with("ing") || word.ends_with("ant"))
        })
    };
    words.windows(2).any(done) || participle() || text.contains(": ")
}

#[cfg(test)]
mod tests {
    use crate::analysis::gate::tests::judged_in;

    #[test]
    fn what_comes_of_what_is_not_turned_round() {
        let mut wrong = Vec::new();
        for (language, passage, claim, caught) in [
            (
                "en",
                "The storm led to months of protests in Kerrick.",
                "The storm came after months of protests in Kerrick.",
                true,
            ),
            (
                "en",
                "The storm led to months of protests in Kerrick.",
                "Months of protests in Kerrick followed because of the storm.",
                false,
            ),
            (
                "en",
                "Rude letters resulted in two clerks resigning.",
                "Rude letters were sent after two clerks resigned.",
                true,
            ),
            ("en", "Rude letters resulted in two clerks resigning.", "Two clerks resigned after rude letters.", false),
            (
                "en",
                "Following the twin blasts, Maddock announced a reform.",
                "Before the twin blasts, Maddock announced a reform.",
                true,
            ),
            (
                "en",
                "Following the twin blasts, Maddock announced a reform.",
                "Maddock announced a reform after the twin blasts.",
                false,
            ),
            (
                "en",
                "Although the mayor repeatedly asked for delay, Maddock issued the order.",
                "Maddock issued the order because the mayor asked for delay.",
                true,
            ),
            (
                "en",
                "Maddock issued the order. The mayor was in Dellmar.",
                "Maddock issued the order because the mayor was in Dellmar.",
                true,
            ),
            (
                "en",
                "Maddock issued the order, as the mayor was in Dellmar.",
                "Maddock issued the order because the mayor was in Dellmar.",
                false,
            ),
            (
                "en",
                "Two pilots resigned on Thursday over the letters.",
                "Two pilots resigned on Thursday because of the letters.",
                false,
            ),
            (
                "en",
                "Two pilots resigned on Thursday over the letters.",
                "Two pilots resigned on Thursday despite the letters.",
                true,
            ),
            ("en", "Two pilots stayed, but the letters were out.", "Two pilots stayed despite the letters.", false),
            ("de", "Der Brand führte zu einem Streit im Rat.", "Der Streit im Rat führte zu einem Brand.", true),
            (
                "de",
                "Reeve hatte viele Posten am Kai, bevor er 2008 Lotse wurde.",
                "Reeve ging zum Kai, wo er nach Posten 2008 Lotse wurde.",
                false,
            ),
            ("de", "Der Rat ging heim. In Kerrick lag Nebel.", "Der Rat ging wegen Nebel in Kerrick heim.", true),
            (
                "de",
                "Der Kai von Kerrick bleibt gesperrt. Der Rat lehnte einen Zuschuss ab.",
                "Der Kai von Kerrick bleibt gesperrt, weil der Rat einen Zuschuss ablehnte.",
                false,
            ),
            ("de", "Der Rat ging heim, denn in Kerrick lag Nebel.", "Der Rat ging wegen Nebel in Kerrick heim.", false),
        ] {
            let verdict = judged_in(language, passage, passage, claim);
            if (verdict.contrary.is_some() || verdict.added.is_some()) != caught {
                wrong.push(format!("{claim} {verdict:?}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
