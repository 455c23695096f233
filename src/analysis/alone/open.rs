//! What a German sentence leaves open for certain: a word or a noun phrase that stands for something, and nothing in the
//! sentence or in the title that it could stand for. By where it stands in its clause: a pronoun of the first main clause
//! has nothing before it that it could mean. Refuses what may be answered within the sentence.

use std::sync::LazyLock;

use super::definite::german_phrases;
use super::german::TIMES;
use super::{Kept, Spoken};
use crate::analysis::attribution::german::is_feminine;
use crate::analysis::lexicon::{Words, table};
use crate::text::Span;
use extent::end_of_clause;

mod beyond;
mod extent;
mod noun;
mod owner;
#[cfg(test)]
mod tests;

/// What is left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) enum Open {
    /// 'Ein Licht hat er nicht.'
    Pronoun,
    /// 'Auf die hoffen viele', 'das ist'.
    Article,
    /// 'Viele hoffen darauf', 'hier', 'deshalb'.
    Adverb,
    /// 'Diese Schiffe', where the title has none.
    Demonstrative,
    /// 'Weitere Schiffe', 'ähnlich groß'.
    Compared,
    /// 'Die Fähre', after 'eine Fähre'.
    Introduced,
    /// 'Der Experte', and no name.
    Epithet,
    /// 'Der Grund', and not of what.
    Relation,
    /// 'Die dritte Stadt'.
    Counted,
    /// 'Parallel verhandeln beide'.
    Joined,
    /// 'Seine Lampe brennt', and nobody whose it is.
    Owner,
    /// 'Der erwähnte Lotse', 'das gemeinsame Licht'.
    Supposed,
    /// 'Der Verein', which may be known.
    Thing,
}

impl Open {
    /// What of the likelihood to be let stand remains.
    pub(super) const fn share(self) -> f32 {
        match self {
            Self::Thing => 0.5,
            _ => 0.3,
        }
    }

    /// Whether nobody could let it stand.
    pub(in crate::analysis) const fn is_certain(self) -> bool {
        !matches!(self, Self::Thing)
    }
}

/// Words that part clauses without a comma.
static JOINING: Words = LazyLock::new(|| table("aber doch sondern denn"));

/// What opens a clause that hangs on another, in which a pronoun may point ahead.
static BINDING: Words = LazyLock::new(|| {
    table("dass ob weil wenn wie was wer wo warum obwohl nachdem bevor bis als während sobald solange falls indem da")
});

/// Adverbs that stand for something: what, where, why.
static POINTING: Words = LazyLock::new(|| {
    table(
        "dabei dazu dadurch dafür daran darauf daraus darin darüber darum darunter davon davor dahinter danach daraufhin \
         hierfür hierzu hierbei hiervon hier dort dorthin dahin daher deshalb deswegen somit demnach damit dagegen hingegen",
    )
});

/// Adverbs before which 'das' is no article, unless a noun follows soon.
static BEHIND_PRONOUN: Words = LazyLock::new(|| {
    table(
        "nicht noch auch nur schon tatsächlich aber jedoch allerdings alles zumindest jedenfalls nun jetzt wohl so sehr eher \
         daran dazu lediglich kaum einfach immer oft meist",
    )
});

/// Verbs behind which or before which 'das' and 'die' are pronouns.
static VERBS: Words = LazyLock::new(|| {
    table(
        "ist war sind waren hat hatte haben hatten wird wurde werden wurden sei seien wäre wären kann konnte könnte können soll \
         sollte sollen muss müsse müsste müssen musste will wollte wollen darf dürfen dürfte heißt bedeutet gilt geht zeigt \
         macht machte lässt reicht reichte liegt lag kommt kam würde würden greifen hilft führt führte gibt gab steht stand \
         bleibt blieb gehört sorgt sorgte betrifft klingt passt passiert freut ärgert",
    )
});

/// Words behind which a noun follows, or none: what stands before them and behind an article is no adjective.
static BEHIND_VERB: Words =
    LazyLock::new(|| table("der die das den dem ein eine einen zumindest jedenfalls sich er sie auch"));

/// Adverbs at the head that join a sentence to the one before.
static JOINTS: Words = LazyLock::new(|| {
    table(
        "parallel ergänzend konkret insofern schlussendlich währenddessen später ebenfalls entsprechend dementsprechend letztlich \
         derweil unterdessen ansonsten ferner überdies gleichzeitig zugleich zudem außerdem hinzu andererseits nur stattdessen \
         genauso damals",
    )
});

/// Prepositions before a phrase that places what is told.
const PLACING: &[&str] = &["in", "bei", "an", "auf", "mit", "aus", "von", "zu", "gegen", "durch", "für"];

/// How nouns for times end.
const ENDS_OF_TIMES: &[&str] =
    &["tag", "tags", "abend", "morgen", "mittag", "nacht", "jahr", "jahres", "woche", "monat", "sommer", "winter"];

/// Looks for what a German sentence leaves open; the first that is found.
pub(super) fn open(kept: &Kept<'_, '_>, words: &[Spoken<'_>]) -> Option<Open> {
    let text = kept.text();
    let clause = Clause { kept, text, words, end: end_of_clause(text, words) };
    let phrase = || german_phrases(text, words).find_map(|phrase| clause.phrase(&phrase));
    clause
        .joined()
        .or_else(|| clause.spoken())
        .or_else(|| (0..words.len()).find_map(|at| clause.word(at)))
        .or_else(phrase)
}

/// What stands before a word.
fn gap<'t>(text: &'t str, words: &[Spoken<'_>], at: usize) -> &'t str {
    let before = at.checked_sub(1).and_then(|at| words.get(at)).map(|word| word.span.end());
    before.zip(words.get(at)).and_then(|(from, word)| Span::new(from, word.span.start()).slice(text)).unwrap_or("")
}

/// A sentence, and where its first clause ends.
struct Clause<'c, 'k, 'a> {
    kept: &'c Kept<'k, 'a>,
    text: &'c str,
    words: &'c [Spoken<'c>],
    end: usize,
}

impl Clause<'_, '_, '_> {
    fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &*word.lower)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.written.starts_with(char::is_uppercase))
    }

    fn comma_before(&self, at: usize) -> bool {
        gap(self.text, self.words, at).contains([',', ';', ':', '–', '('])
    }

    /// Whether a clause that hangs on another comes first: its pronouns may point ahead.
    fn is_bound(&self) -> bool {
        BINDING.contains(self.lower(0))
    }

    /// What a word leaves open.
    fn word(&self, at: usize) -> Option<Open> {
        let word = self.words.get(at).filter(|word| !word.replaced && (!word.quoted || self.is_spoken_joint(at)))?;
        let first = at < self.end && !self.is_bound();
        let he = matches!(&*word.lower, "er" | "ihn" | "ihm");
        let unheard = || !(0..at).any(|before| self.may_be_meant(before, he));
        match &*word.lower {
            "er" | "ihn" | "ihm" | "ihnen" | "sie" if word.written.starts_with(char::is_lowercase) => {
                (first || unheard() && !self.is_bound()).then_some(Open::Pronoun)
            }
            "es" if self.is_dealt_with(at) => Some(Open::Pronoun),
            "es" if self.is_thing(at) => (first || unheard()).then_some(Open::Pronoun),
            "das" | "die" | "der" | "dem" | "den" if first && self.is_pronoun(at) => Some(Open::Article),
            "das" if self.is_predicated(at) => Some(Open::Article),
            "dies" if first => Some(Open::Article),
            "dieser" | "diese" | "dieses" | "diesen" | "diesem" if first && self.is_bare(at + 1) => Some(Open::Article),
            "dieser" | "diese" | "dieses" | "diesen" | "diesem" | "solche" | "solcher" | "solchen" | "solches"
            | "derartige" | "derartigen" => self.points_back(at).then_some(Open::Demonstrative),
            "damit" if self.comma_before(at) => self.has_infinitive(at).then_some(Open::Adverb),
            "da" if at == 0 => (self.is_verb(1)).then_some(Open::Adverb),
            "dann" if first && self.lacks_condition(at) => Some(Open::Adverb),
            "vergleich" if self.is_uncompared(at) => Some(Open::Compared),
            "dort" | "dorthin" if self.is_unplaced(at) => Some(Open::Adverb),
            // 'Eine davon brennt'.
            "davon" if at == 1 => Some(Open::Adverb),
            "dem" if first && self.is_that_time(at) => Some(Open::Demonstrative),
            adverb if first && POINTING.contains(adverb) => self.is_unanswered(at).then_some(Open::Adverb),
            _ if first && self.is_ownerless(at) => Some(Open::Owner),
            _ if self.supposes(at) => Some(Open::Supposed),
            _ => self.compares(at).then_some(Open::Compared),
        }
    }

    /// Whether 'ein weiterer Angriff', 'bei zwei weiteren Angriffen' adds to what the sentence does not name.
    fn adds(&self, at: usize) -> bool {
        const COUNTS: &[&str] =
            &["ein", "eine", "einen", "einem", "einer", "zwei", "drei", "vier", "fünf", "sechs", "mehrere", "mehreren"];
        let counted = at > 0 && COUNTS.contains(&self.lower(at - 1));
        let within = at == 1 || at > 1 && PLACING.contains(&self.lower(at - 2));
        let beside = (0..self.words.len()).any(|i| matches!(self.lower(i), "neben" | "außer" | "nach"));
        let noun = self.words.get(at + 1).filter(|_| self.is_capital(at + 1));
        let named = |noun: &Spoken<'_>| self.words.iter().take(at).any(|word| word.term == noun.term);
        at < self.end && counted && within && !beside && noun.is_some_and(|noun| !named(noun))
    }

    /// 'Der andere Grund', 'in einem anderen Hafen': other than what the sentence does not name.
    fn is_other(&self, at: usize) -> bool {
        let head = at == 1 && matches!(self.lower(0), "der" | "die" | "das" | "ein" | "eine");
        let within = at == 2 && matches!(self.lower(1), "einem" | "einer") && PLACING.contains(&self.lower(0));
        let compared = (at + 1..self.words.len()).any(|i| matches!(self.lower(i), "als" | "wie"));
        (head || within) && !compared && !(0..at).any(|i| self.words.get(i).is_some_and(|word| word.quoted))
    }

    /// What joins the sentence to the one before.
    fn joined(&self) -> Option<Open> {
        let quoted = self.words.first()?.quoted;
        // 'Kurze Zeit später', 'kurz darauf', 'bereits danach'.
        let soon = matches!(self.lower(0), "kurz" | "wenig" | "bereits" | "schon" | "unmittelbar" | "tags")
            && matches!(self.lower(1), "darauf" | "danach" | "später");
        // 'Wenige Stunden später', 'am Tag darauf'; not 'zwei Tage später als geplant'.
        const SPANS: &[&str] =
            &["minuten", "stunden", "stunde", "tage", "tag", "wochen", "woche", "monate", "monat", "jahre", "jahr"];
        const BEHIND: &[&str] = &["später", "danach", "darauf", "zuvor", "vorher"];
        let span = (1..=3).any(|at| {
            let before = (0..at).all(|i| !self.is_capital(i) || i == 0) && !self.comma_before(at);
            SPANS.contains(&self.lower(at))
                && BEHIND.contains(&self.lower(at + 1))
                && before
                && self.lower(at + 2) != "als"
        });
        let soon = soon || span;
        // 'Analysten hatten mehr erwartet': than what.
        let expected =
            matches!(self.lower(0), "analysten" | "experten" | "ökonomen" | "volkswirte" | "beobachter" | "fachleute")
                && self.lower(1) == "hatten"
                && self
                    .words
                    .last()
                    .is_some_and(|word| matches!(&*word.lower, "gerechnet" | "erwartet" | "prognostiziert"));
        let other_side = self.lower(0) == "auf" && self.lower(2) == "anderen" && self.lower(3) == "seite";
        let soon = soon || expected || other_side;
        let soon = soon || self.lower(0) == "kurze" && self.lower(1) == "zeit" && self.lower(2) != "vor";
        if soon && !quoted {
            return Some(Open::Joined);
        }
        // 'Zum anderen ist das Licht aus', 'nicht zuletzt brennt es', 'zu Gast war Hale'.
        let counts_on =
            matches!((self.lower(0), self.lower(1)), ("zum", "anderen") | ("nicht", "zuletzt") | ("zu", "gast"));
        if counts_on && !quoted && !self.is_capital(2) {
            return Some(Open::Joined);
        }
        let joins = JOINTS.contains(self.lower(0)) && !self.comma_before(1) && !self.is_capital(1) && !quoted;
        joins.then_some(Open::Joined)
    }

    /// Whether a word is no adjective, as far as its ending tells.
    fn is_bare(&self, at: usize) -> bool {
        let word = self.lower(at);
        let bends = ["e", "en", "er", "es", "em"].iter().any(|end| word.ends_with(end));
        word.starts_with(char::is_alphabetic) && !self.is_capital(at) && !bends
    }

    /// Whether a word can be what a pronoun stands for: a noun or a name, and for 'er' none that is feminine.
    fn may_be_meant(&self, at: usize, he: bool) -> bool {
        let noun = self.is_capital(at) && (at > 0 || !self.is_small_opening());
        noun && !(he && self.words.get(at).is_some_and(|word| is_feminine(word.written)))
    }

    /// Whether the sentence begins with a small word that only its place gives a capital.
    fn is_small_opening(&self) -> bool {
        self.words.first().is_some_and(|word| !word.name && !self.kept.reading.is_capitalised(word.written))
    }

    /// Whether 'es' stands for a thing: 'muss es die Fähre', 'es sich um … handelt'.
    fn is_thing(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |at| self.lower(at));
        let (next, third) = (self.lower(at + 1), self.lower(at + 2));
        let object = matches!(next, "die" | "den" | "das" | "einen" | "eine" | "sich");
        let given = (at..self.words.len()).any(|i| matches!(self.lower(i), "geben" | "gegeben" | "dass"));
        match before {
            "handelt" | "handele" | "handelte" => false,
            "lag" | "liegt" | "stand" | "steht" | "gehört" => true,
            "muss" | "soll" | "will" | "darf" | "kann" | "hat" | "hatte" if object && !given => true,
            _ => next == "sich" && matches!(third, "um" | "dabei" | "hierbei"),
        }
    }

    /// Whether a word is a finite verb, as far as a list and its ending tell.
    fn is_verb(&self, at: usize) -> bool {
        let word = self.lower(at);
        !self.is_capital(at) && (VERBS.contains(word) || word.ends_with("te") && word.len() > 5)
    }

    /// Whether an article is none: a verb follows it, or an adverb and no noun.
    fn is_pronoun(&self, at: usize) -> bool {
        let next = at + 1;
        if self.is_capital(next) || self.comma_before(at) && at > 0 || self.comma_before(next) {
            return self.is_apart(at);
        }
        let plain = VERBS.contains(self.lower(next)) || self.stands_alone(at);
        let verb = self.lower(next).len() > 4 && self.lower(next).ends_with(['e', 't']) && !self.is_capital(next + 1);
        let past = at == 0 && verb && BEHIND_VERB.contains(self.lower(next + 1));
        let alone = self.lower(at) == "das"
            && BEHIND_PRONOUN.contains(self.lower(next))
            && at > 0
            && !self.is_capital(next + 1)
            && !self.is_capital(next + 2);
        // 'Für Lotsen, die neu sind, ist das nicht leicht', 'das sehen die Lotsen anders'.
        let seen =
            matches!(self.lower(at.wrapping_sub(1)), "sehen" | "sieht" | "sah" | "sahen" | "beurteilen" | "beurteilt")
                && (next..self.words.len())
                    .any(|i| matches!(self.lower(i), "anders" | "ähnlich" | "kritisch" | "genauso" | "gelassen"));
        plain || past || alone || self.lower(at) == "das" && seen
    }

    /// 'In dem Jahr', 'an dem Tag', and no clause behind it that says which.
    fn is_that_time(&self, at: usize) -> bool {
        let within = at > 0 && matches!(self.lower(at - 1), "in" | "an" | "zu");
        within && TIMES.contains(self.lower(at + 1)) && !self.comma_before(at + 2)
    }

    /// 'Für Lotsen, die neu sind, ist das nicht leicht': a 'das' behind the verb of the main clause, and no clause before it that
    /// could be meant.
    fn is_predicated(&self, at: usize) -> bool {
        let verb = at.checked_sub(1).is_some_and(|verb| self.comma_before(verb) && VERBS.contains(self.lower(verb)));
        let noun = self.is_capital(at + 1) || self.is_capital(at + 2);
        verb && !self.is_bound() && BEHIND_PRONOUN.contains(self.lower(at + 1)) && !noun
    }

    /// Whether a demonstrative stands before a noun that is neither a time nor in the title nor in the sentence.
    fn points_back(&self, at: usize) -> bool {
        let Some(noun) = (at + 1..at + 5).find(|&i| self.is_capital(i)) else { return false };
        let Some(word) = self.words.get(noun) else { return false };
        let adjective = |i: usize| self.lower(i).starts_with(char::is_alphabetic) && !self.is_bare(i);
        let phrase = (at + 1..noun).all(adjective) && !(at + 1..=noun).any(|i| self.comma_before(i));
        let such = ["sol", "der"].iter().any(|start| self.lower(at).starts_with(start));
        let explains = |i: usize| matches!(self.lower(i), "wie" | "dass" | "die" | "der" | "das");
        let like = such && (noun..self.words.len()).any(explains);
        let said = self.words.iter().take(at).any(|before| before.term == word.term);
        let time = TIMES.contains(&*word.lower) || ENDS_OF_TIMES.iter().any(|end| word.lower.ends_with(end));
        phrase && !like && !said && !time && word.lower != "redaktion" && !self.kept.is_about(word)
    }

    /// Whether nothing behind an adverb says what it stands for.
    fn is_unanswered(&self, at: usize) -> bool {
        let clause = |i: usize| {
            matches!(self.lower(i), "dass" | "ob" | "wie" | "was" | "wer" | "wo" | "warum" | "weil" | "wenn")
        };
        let infinitive = |i: usize| self.lower(i) != "um" && self.has_infinitive(i);
        let ahead = (at + 1..at + 10).any(|i| self.comma_before(i) && (clause(i) || infinitive(i)));
        let colon = (at + 1..self.words.len()).any(|i| gap(self.text, self.words, i).contains(':'));
        let particle = matches!(self.lower(at), "dabei" | "dazu" | "davon" | "damit" | "dafür")
            && (at + 1 == self.words.len() || self.comma_before(at + 1) || self.lower(at + 1).starts_with("gehör"));
        let more = matches!(self.lower(at + 1), "hinaus" | "hinweg");
        let until = at > 0 && matches!(self.lower(at - 1), "bis" | "mit");
        !ahead && !colon && !particle && !more && !until
    }

    /// Whether 'zu' and an infinitive stand in the clause that begins there.
    fn has_infinitive(&self, from: usize) -> bool {
        (from..(from + 14).min(self.words.len())).any(|at| {
            let (word, next) = (self.lower(at), self.lower(at + 1));
            let parted = word == "zu" && next.ends_with('n') && !self.is_capital(at + 1);
            // 'Entgegenzusetzen'.
            let inside = word.ends_with("en") && !self.is_capital(at) && word.rfind("zu").is_some_and(|zu| zu > 1);
            parted || inside
        })
    }

    /// Whether a word compares with what is not there: 'weitere Schiffe' at the head, 'ähnlich groß' without 'wie'.
    fn compares(&self, at: usize) -> bool {
        const NEAR: usize = 5;
        let with = |any: &[&str]| (at + 1..=at + NEAR).any(|i| any.contains(&self.lower(i)));
        match self.lower(at) {
            "die" => at == 0 && matches!(self.lower(1), "einen" | "anderen") && !self.is_capital(2),
            "weitere" | "andere" | "anderer" | "anderes" | "sonstige" | "weiterer" | "gleiches" | "ähnliches"
            | "umgekehrt" | "ersteres" | "letzteres"
                if at == 0 =>
            {
                !with(&["als", "wie", "neben"])
            }
            "andere" | "anderen" | "anderer" | "anderes" => self.is_other(at),
            "weiteren" | "weiterer" | "weiteres" | "weitere" => self.adds(at),
            "ähnlich" | "ebenso" | "genauso" | "gleichermaßen" => at < self.end && !with(&["wie"]),
            _ => false,
        }
    }
}
