//! Whether a claim turns round what comes of what: "after" and "because" where its passage has the one lead to the other;
//! or gives as a cause what the passage only sets beside a thing, or says in spite of it. English, German, French and
//! Spanish. Refuses to parse: what stands on the two sides of a connective is known by its words.

use std::rc::Rc;
use std::sync::LazyLock;

use super::{Gate, Heard};
use crate::analysis::kind::may_lie_ahead;
use crate::analysis::polarity::{Contrary, Kind};
use crate::text::lookup::Set;
use crate::text::segment;
use crate::text::stem::lower;

/// What a connective makes of what stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Behind {
    /// It comes before the rest.
    First,
    /// It is what the rest comes of.
    Cause,
    /// It comes of the rest, or behind it.
    Second,
    /// The rest is in spite of it.
    Conceded,
}

/// Connectives, the longer before the shorter that begin alike.
#[rustfmt::skip]
const CONNECTIVES: &[(&str, Behind)] = {
    use Behind::{Cause, Conceded, First, Second};
    &[
        ("because of", Cause), ("because", Cause), ("due to", Cause), ("owing to", Cause), ("thanks to", Cause),
        ("as a result of", Cause), ("on account of", Cause), ("caused by", Cause), ("prompted by", Cause),
        ("triggered by", Cause), ("sparked by", Cause),
        ("weil", Cause), ("wegen", Cause), ("aufgrund", Cause), ("infolge", Cause), ("dank", Cause),
        ("à cause de", Cause), ("à cause des", Cause), ("à cause du", Cause), ("en raison de", Cause), ("en raison du", Cause),
        ("en raison des", Cause), ("parce que", Cause), ("grâce à", Cause), ("grâce aux", Cause), ("grâce au", Cause),
        ("debido a", Cause), ("debido al", Cause), ("a causa de", Cause), ("porque", Cause), ("gracias a", Cause),
        ("gracias al", Cause),
        ("after", First), ("following", First), ("in response to", First), ("nachdem", First), ("nach", First),
        ("après", First), ("à la suite de", First), ("tras", First), ("después de", First),
        ("before", Second), ("led to", Second), ("leads to", Second), ("leading to", Second), ("resulted in", Second),
        ("resulting in", Second), ("results in", Second), ("caused", Second), ("causing", Second), ("prompted", Second),
        ("prompting", Second), ("triggered", Second), ("triggering", Second), ("sparked", Second), ("sparking", Second),
        ("set off", Second), ("setting off", Second), ("followed by", Second), ("bevor", Second), ("führte zu", Second),
        ("führten zu", Second), ("führt zu", Second), ("avant", Second), ("a provoqué", Second), ("a entraîné", Second),
        ("ont provoqué", Second), ("ont entraîné", Second), ("antes de", Second), ("provocó", Second), ("causó", Second),
        ("although", Conceded), ("even though", Conceded), ("though", Conceded), ("despite", Conceded),
        ("in spite of", Conceded), ("obwohl", Conceded), ("obgleich", Conceded), ("trotz", Conceded),
        ("bien que", Conceded), ("malgré", Conceded), ("aunque", Conceded), ("a pesar de", Conceded),
    ]
};
/// The words with which connectives begin: few, so that most words of a text are not tried.
static OPENINGS: LazyLock<Set<&'static str>> =
    LazyLock::new(|| CONNECTIVES.iter().filter_map(|(phrase, _)| phrase.split(' ').next()).collect());
/// Words by which a passage may tell why, however weakly; one of these, and a cause may be said in other words.
const WHY: &[&str] = &[
    "since",
    "so",
    "as",
    "for",
    "from",
    "over",
    "why",
    "thus",
    "hence",
    "given",
    "amid",
    "when",
    "with",
    "fear",
    "fears",
    "denn",
    "da",
    "so",
    "um",
    "durch",
    "indem",
    "damit",
    "daher",
    "darum",
    "deshalb",
    "somit",
    "angesichts",
    "vor",
    "car",
    "donc",
    "dû",
    "due",
    "dus",
    "dues",
    "suite",
    "puisque",
    "comme",
    "afin",
    "pour",
    "par",
    "faute",
    "face",
    "por",
    "pues",
    "dado",
    "así",
    "ya",
    "culpa",
    "para",
    "ante",
];
/// Beginnings of words that tell why.
const WHENCE: &[&str] = &[
    "because",
    "due",
    "owing",
    "thank",
    "therefore",
    "consequen",
    "caus",
    "reason",
    "lead",
    "led",
    "result",
    "prompt",
    "forc",
    "blam",
    "attribut",
    "fuel",
    "driv",
    "drov",
    "motivat",
    "trigger",
    "spark",
    "setting",
    "respon",
    "enabl",
    "mak",
    "made",
    "mean",
    "help",
    "allow",
    "contribut",
    "stem",
    "link",
    "connect",
    "effect",
    "affect",
    "impact",
    "weil",
    "wegen",
    "aufgrund",
    "infolge",
    "dadurch",
    "dank",
    "grund",
    "gründe",
    "ursach",
    "führt",
    "verursach",
    "bewirk",
    "auslös",
    "ausgelöst",
    "löst",
    "folg",
    "sorgt",
    "sodass",
    "ließ",
    "parce",
    "cause",
    "raison",
    "grâce",
    "entraîn",
    "provo",
    "condui",
    "porque",
    "debid",
    "gracias",
    "razón",
    "motiv",
    "llev",
];
/// Words by which a passage sets one thing against another.
const AGAINST: &[&str] = &[
    "although",
    "though",
    "despite",
    "spite",
    "but",
    "however",
    "yet",
    "still",
    "while",
    "whereas",
    "nevertheless",
    "nonetheless",
    "even",
    "not",
    "defi",
    "regardless",
    "obwohl",
    "obgleich",
    "trotz",
    "trotzdem",
    "dennoch",
    "aber",
    "doch",
    "jedoch",
    "zwar",
    "nicht",
    "kein",
    "keine",
    "malgré",
    "bien",
    "mais",
    "pourtant",
    "toutefois",
    "cependant",
    "pas",
    "aunque",
    "pesar",
    "pero",
    "sin",
    "no",
];
/// The connectives of a concession that join a thing to a clause.
const SPITE: &[&str] = &["despite", "in spite of", "trotz", "malgré", "a pesar de"];
/// German prepositions among them: what they are said of ends with its noun, and the clause goes on.
const GERMAN_PREPOSITIONS: &[&str] = &["nach", "wegen", "aufgrund", "infolge", "dank", "trotz"];
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
        let why = |word: &str| WHY.contains(&word) || WHENCE.iter().any(|start| word.starts_with(start));
        let told = || any(&why) || around.iter().any(|heard| has_loose_cause(heard.text));
        let against = || any(&|word| AGAINST.contains(&word) || word.ends_with("n't"));
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
