//! Who does what to whom, as far as the order of words tells: the subject of a verb and what stands behind it, each behind its
//! preposition. English. Refuses to parse: where the words before a verb are no plain subject, it has none.

use std::rc::Rc;
use std::sync::LazyLock;

use super::slots::{JOINS, Kind, Row, is_clause_sign, is_form_of_be, is_preposition};
use crate::analysis::lexicon::{SAYING, Words, table};
use crate::analysis::polarity;
use crate::analysis::tense::is_past;
use crate::text::lookup::Map;

static DETERMINERS: Words = LazyLock::new(|| {
    table(
        "the a an this these those his her its their our my your some any no all both each every another other numerous \
         several many few more most such",
    )
});
static AUXILIARIES: Words = LazyLock::new(|| {
    table(
        "is are was were be been being am has have had having will would can could may might must shall should do does did \
         get gets got getting 'd 'll",
    )
});
/// Words between a subject and its verb that are neither.
static ADVERBS: Words = LazyLock::new(|| {
    table(
        "not never also now then still just only already later once soon again ever even both often always further first \
         twice together thus however reportedly",
    )
});
/// Words in "-ly" that are no adverbs.
const NOT_SO: &[&str] =
    &["family", "supply", "reply", "ally", "july", "italy", "rally", "assembly", "bully", "emily", "kelly"];
/// Words with which another clause begins, or a comparison.
static OPENING: Words = LazyLock::new(|| {
    table(
        "when while because if although though whether where how why what than since until unless whereas whose as after \
         before so once amid despite",
    )
});
const RELATIVES: &[&str] = &["who", "which", "whom", "that"];
/// Prepositions besides those by which a place is known.
static MORE_PREPOSITIONS: Words = LazyLock::new(|| {
    table(
        "onto upon toward towards among across behind within without beyond around along above below inside outside via per",
    )
});
/// Verbs before "to" whose subject is that of the verb behind it.
static CHAINED: Words = LazyLock::new(|| {
    table(
        "appeared appears appear seemed seems seem tried tries trying wanted wants want began begins started starts continued \
         continues decided refused refuses agreed agrees plans planned hopes hoped failed fails needs needed tends tended \
         promised vowed threatened able unable expected set due scheduled likely unlikely going used ready willing \
         intends aims managed offered sought seeks had has have is are was were",
    )
});
/// Verbs by which two do one thing, or of which what suffers may as well be the subject; by the forms of one written together.
static LOOSE: Words = LazyLock::new(|| {
    table(
        "meet met meets meeting marry married marries wed weds talk talks talked speak spoke speaks clash clashed clashes fight \
         fought fights collide collided collides merge merged merges share shared shares match matched matches tie tied draw \
         drew draws play played plays face faced faces agree agreed agrees differ differs border borders join joined joins \
         equal equals resemble resembles date dated dates divorce divorced negotiate negotiated cooperate cooperated \
         collaborate collaborated compete competed competes contest contested link linked links connect connected connects mean \
         means meant include included includes including become became becomes remain remained remains be being been \
         born based located known called named titled dubbed scheduled expected concerned involved retired graduated \
         prepared determined finished committed interested dedicated set cost costs",
    )
});
/// Those that say of a thing alone what they else say of who does it to the thing.
static TURNING: Words = LazyLock::new(|| {
    table(
        "open opens opened close closes closed start starts started begin begins began end ends ended move moves moved change \
         changes changed increase increases increased decrease decreases decreased grow grows grew drop drops dropped break \
         breaks broke burn burns burned sink sinks sank stop stops stopped continue continues continued expand expands expanded \
         improve improves improved double doubles doubled spread spreads turn turns turned split splits run runs ran return \
         returns returned fly flies flew sail sails sailed drive drives drove launch launches launched launching release released air aired debut sell sells sold crash crashes crashed land lands landed explode \
         exploded shut ring rang form formed develop developed gather gathered hang hung fill filled",
    )
});
/// Forms of one verb that neither a stemmer nor the table of opposites brings together.
const FORMS: &[&str] = &[
    "take took taken takes",
    "give gave given gives",
    "get got gets getting gotten",
    "make made makes",
    "go went gone goes",
    "put puts putting",
    "shake shook",
    "beat beaten",
    "do did done",
];

static ONE_FORM: LazyLock<Map<&'static str, &'static str>> =
    LazyLock::new(|| FORMS.iter().flat_map(|forms| polarity::each_form(forms)).collect());

/// Verbs whose past is like their present, or that are too short to be words that tell.
const SHORT: &[&str] = &["got", "get", "put", "cut", "hit", "set", "let", "hurt", "cost", "read"];
/// Heads that only count what stands behind "of".
const COUNTING: &[&str] = &["one", "two", "three", "four", "five", "half", "part", "majority", "group", "number"];
/// Verbs of saying that somebody does to somebody.
const ASKING: &[&str] = &["told", "asked", "asks", "tells", "warned", "warns"];

/// So many words may stand between a verb and the head of its subject.
const MANY: usize = 5;
/// The most words behind a verb that are asked.
const REACH: usize = 24;

/// A word in the form that stands for all of its verb.
pub(super) fn one_form(word: &str) -> &str {
    ONE_FORM.get(word).copied().unwrap_or_else(|| polarity::one_form(word, Some("en")))
}

/// Somebody or something of a clause; without words, a pronoun.
#[derive(Clone, Debug, Default)]
pub(super) struct Party {
    /// Its own words.
    pub heads: Vec<Rc<str>>,
    /// Those too that stand behind it and belong to it.
    pub all: Vec<Rc<str>>,
}

/// Where something stands behind a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// Behind no preposition.
    Object,
    /// Behind this one.
    Behind(&'static str),
}

/// A verb with those of whom it tells.
#[derive(Clone, Debug, Default)]
pub(super) struct Clause {
    pub subject: Option<Party>,
    /// What stands behind it, word by word.
    pub others: Vec<(Slot, Rc<str>)>,
    /// Who stands before it, whether they act or are acted upon.
    pub said_of: Option<Party>,
    /// How many of the others stand behind it.
    pub behind: usize,
    /// Whether what is done is said of whom it is done to.
    pub passive: bool,
    /// Where the verb stands.
    pub verb: usize,
}

/// A word that may be a verb.
#[derive(Clone, Debug)]
pub(super) struct Verb {
    /// Where it stands.
    pub at: usize,
    /// Whether it plainly is one.
    pub plainly: bool,
    /// The term of the form that stands for all of the verb.
    pub term: Rc<str>,
}

/// What a word is to a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Determiner,
    Preposition,
    Auxiliary,
    Adverb,
    To,
    Relative,
    Join,
    Opening,
    Pronoun,
    Content,
    /// A day or another word that says nothing of who it was.
    Other,
}

const SUBJECTS: &[&str] = &["he", "she", "they", "it", "we", "i", "you"];

fn class(row: &Row, at: usize) -> Option<Class> {
    let low = row.lower_at(at);
    let name = row.kind_at(at) == Some(Kind::Name) && at > 0;
    Some(match row.kind_at(at)? {
        _ if name => Class::Content,
        Kind::Figure(_) => Class::Content,
        _ if DETERMINERS.contains(low) => Class::Determiner,
        Kind::Pronoun => Class::Pronoun,
        _ if SUBJECTS.contains(&low) => Class::Pronoun,
        _ if low == "to" => Class::To,
        _ if AUXILIARIES.contains(low) || low.ends_with("n't") || low.ends_with("n’t") => Class::Auxiliary,
        _ if RELATIVES.contains(&low) => Class::Relative,
        _ if JOINS.contains(&low) => Class::Join,
        _ if OPENING.contains(low) => Class::Opening,
        _ if is_preposition(low) || MORE_PREPOSITIONS.contains(low) => Class::Preposition,
        _ if ADVERBS.contains(low) || low.ends_with("ly") && !NOT_SO.contains(&low) => Class::Adverb,
        Kind::Function => Class::Other,
        Kind::Word | Kind::Name => Class::Content,
    })
}

/// A row that is read for its clauses.
pub(super) struct Clauses<'r> {
    pub row: &'r Row,
    classes: &'r [Class],
}

impl<'r> Clauses<'r> {
    pub fn of(row: &'r Row) -> Self {
        let classes = || (0..row.len()).map(|at| class(row, at).unwrap_or(Class::Other)).collect();
        Self { row, classes: row.classes.get_or_init(classes) }
    }

    fn class(&self, at: usize) -> Class {
        self.classes.get(at).copied().unwrap_or(Class::Other)
    }

    fn low(&self, at: usize) -> &'r str {
        self.row.lower_at(at)
    }

    fn is_past(&self, at: usize) -> bool {
        let word = self.row.word_at(at).unwrap_or_default();
        self.class(at) == Class::Content && word.starts_with(char::is_lowercase) && is_past(word)
    }

    /// Whether a sign that ends a clause stands behind a word.
    fn closes(&self, at: usize) -> bool {
        self.row.gap_behind(at).is_some_and(|gap| is_clause_sign(gap) || gap.contains(['"', '“', '”', '?', '!']))
    }

    /// The words that may be verbs, and of which two may not do one thing; `term` makes the term of a word.
    pub fn verbs(&self, term: impl Fn(&str) -> Rc<str>) -> &'r [Verb] {
        let verb = |at| Some(Verb { at, plainly: self.may_be_verb(at)?, term: term(one_form(self.low(at))) });
        self.row.verbs.get_or_init(|| (0..self.row.len()).filter_map(verb).collect())
    }

    /// Whether a verb says of a thing alone what it else says of who does it to the thing.
    pub fn turns(&self, at: usize) -> bool {
        TURNING.contains(self.low(at))
    }

    /// Whether a word may be a verb, and plainly is one.
    fn may_be_verb(&self, at: usize) -> Option<bool> {
        let before = at.checked_sub(1)?;
        let low = self.low(at);
        let is_word = matches!(self.class(at), Class::Content | Class::Auxiliary | Class::Other)
            && self.row.kind_at(at) == Some(Kind::Word)
            && !LOOSE.contains(low);
        // "Reported" says something but for "reported to".
        let says = SAYING.contains(low) && !ASKING.contains(&low) && self.class(at + 1) != Class::To;
        // 'Foreign-made lamps': a word of a compound does nothing.
        let compound = matches!(self.row.gap_behind(before), Some("-" | "‑"));
        if compound || !(is_word || SHORT.contains(&low)) || says || self.row.word_at(at + 1) == Some("of") {
            return None;
        }
        let led = self.led(before)?;
        if low.ends_with("ing") {
            let chained = self.class(led) == Class::Content && CHAINED.contains(self.low(led));
            return (self.class(led) == Class::Auxiliary || chained).then_some(true);
        }
        let finite = is_past(low) || low.ends_with('s') || one_form(low) != low || SHORT.contains(&low);
        match self.class(led) {
            Class::Auxiliary | Class::To | Class::Pronoun | Class::Relative => Some(true),
            Class::Content if self.closes(before) || led != before || self.class(at + 1) == Class::Determiner => {
                Some(finite)
            }
            // "And urge Congress": a bare form needs somebody to whom it is done, and many who do it.
            Class::Join | Class::Content if !is_past(low) => {
                let object = matches!(self.class(at + 1), Class::Content | Class::Determiner | Class::Pronoun);
                (object && (self.class(led) == Class::Join || self.has_many_before(at))).then_some(false)
            }
            Class::Join | Class::Content => Some(true),
            Class::Adverb | Class::Determiner | Class::Preposition | Class::Opening | Class::Other => None,
        }
    }

    /// Whether a noun for many stands near before a place, no sign between.
    fn has_many_before(&self, at: usize) -> bool {
        let near = (0..at).rev().take(MANY).take_while(|at| !self.closes(*at));
        near.into_iter().any(|at| self.class(at) == Class::Content && self.low(at).ends_with('s'))
    }

    pub fn is_verb(&self, at: usize) -> bool {
        self.is_past(at) || self.may_be_verb(at) == Some(true)
    }

    /// The word before a place that is no adverb.
    fn led(&self, last: usize) -> Option<usize> {
        (0..=last).rev().find(|at| self.class(*at) != Class::Adverb)
    }

    /// The clause of a verb; `None` where it cannot be told whether its subject acts. `terse` where a text may leave out
    /// auxiliaries, as headlines do.
    pub fn clause(&self, verb: usize, terse: bool) -> Option<Clause> {
        let subject = self.subject(verb);
        let mut others = self.behind(verb);
        let passive = self.is_passive(verb);
        let direct = others.iter().any(|(slot, _)| *slot == Slot::Object) || self.class(verb + 1) == Class::Pronoun;
        let bare = verb.checked_sub(1).is_some_and(|at| self.class(at) == Class::Content);
        let unclear = bare && (terse || self.is_reduced(verb)) || self.row.word_at(verb + 1) == Some("by");
        let low = self.low(verb);
        let of_a_noun = bare && self.is_in_aside(verb) || !direct && unclear;
        if !passive && (is_past(low) || SHORT.contains(&low)) && of_a_noun {
            return None;
        }
        let (said_of, behind) = (subject.clone(), others.len());
        if !passive {
            return Some(Clause { subject, others, said_of, behind, passive, verb });
        }
        let agents: Vec<Rc<str>> =
            others.iter().filter(|(slot, _)| *slot == Slot::Behind("by")).map(|(_, term)| Rc::clone(term)).collect();
        // "Was cut by half" tells nobody who did it.
        let counts = |term: &Rc<str>| COUNTING.contains(&&**term) || term.starts_with(|c: char| c.is_ascii_digit());
        let agents = if agents.iter().any(counts) { Vec::new() } else { agents };
        others.retain(|(slot, _)| *slot != Slot::Behind("by"));
        let behind = others.len();
        others.extend(subject.iter().flat_map(|party| party.heads.iter()).map(|term| (Slot::Object, Rc::clone(term))));
        let agent = Party { heads: agents.clone(), all: agents };
        let subject = Some(agent).filter(|party| !party.heads.is_empty());
        Some(Clause { subject, others, said_of, behind, passive, verb })
    }

    fn is_passive(&self, verb: usize) -> bool {
        if self.low(verb).ends_with("ing") {
            return false;
        }
        let mut before = (0..verb).rev().take_while(|at| matches!(self.class(*at), Class::Adverb | Class::Auxiliary));
        before.any(|at| {
            let word = self.low(at);
            is_form_of_be(word) || matches!(word, "get" | "gets" | "got" | "getting")
        })
    }

    /// Whether a verb stands between two signs with no more than a noun phrase before it: "Quill, one of the men shown mercy, ran".
    fn is_in_aside(&self, verb: usize) -> bool {
        let open = (0..verb).rev().find(|at| self.closes(*at));
        let close = (verb..self.row.len()).find(|at| self.closes(*at));
        let Some((open, close)) = open.zip(close) else { return false };
        let nominal =
            |at| matches!(self.class(at), Class::Content | Class::Determiner | Class::Preposition | Class::Other);
        (open + 1..verb).all(nominal) && (self.class(close + 1) == Class::Auxiliary || self.is_past(close + 1))
    }

    /// Whether another verb stands in the clause, so that this may only tell of its noun: "the man wounded in the fire died".
    fn is_reduced(&self, verb: usize) -> bool {
        let parts = |at: usize| matches!(self.class(at), Class::Join | Class::Opening | Class::Relative);
        let is_verb =
            |at: &usize| self.class(*at) == Class::Auxiliary || self.is_past(*at) || SAYING.contains(self.low(*at));
        let behind = (verb + 1..self.row.len()).take_while(|at| !self.closes(at - 1) && !parts(*at));
        let before = (0..verb).rev().take_while(|at| !self.closes(*at) && !parts(*at));
        behind.chain(before).any(|at| is_verb(&at))
    }

    /// Whether a term stands behind a place, and not before it.
    pub fn stands_behind(&self, at: usize, term: &str) -> bool {
        let stands = |range: std::ops::Range<usize>| range.into_iter().any(|at| self.row.term_at(at) == Some(term));
        stands(at + 1..self.row.len()) && !stands(0..at)
    }

    /// Whether a text has no determiner, as a headline.
    pub fn is_terse(&self) -> bool {
        !self.classes.contains(&Class::Determiner)
    }

    /// Who stands before a verb.
    fn subject(&self, verb: usize) -> Option<Party> {
        let mut at = verb;
        loop {
            let before = at.checked_sub(1)?;
            if self.closes(before) {
                // "Quill, an old man, told": the aside is passed over.
                let Some(open) = (0..before).rev().find(|at| self.closes(*at)) else {
                    // "He came near, pushed the door": one more that the first does.
                    let earlier = (1..before).find(|at| self.is_verb(*at))?;
                    return self.subject(earlier);
                };
                let opening = matches!(self.class(open + 1), Class::Opening | Class::Join);
                if opening || self.class(open) != Class::Content {
                    return None;
                }
                return self.party(open);
            }
            match self.class(before) {
                Class::Auxiliary | Class::Adverb => at = before,
                Class::To if before.checked_sub(1).is_some_and(|at| CHAINED.contains(self.low(at))) => {
                    at = before - 1;
                }
                Class::Relative => {
                    let antecedent = before.checked_sub(1).filter(|_| !self.is_told(before))?;
                    return self.party(antecedent);
                }
                Class::Join => {
                    let alike = |at: &usize| self.is_verb(*at) && self.is_past(*at) == self.is_past(verb);
                    let says = |at: &usize| SAYING.contains(self.low(*at));
                    let earlier = (1..before).rev().find(|at| alike(at) || says(at) && self.is_past(verb))?;
                    return self.subject(earlier);
                }
                Class::Pronoun => return Some(Party::default()),
                Class::Content => return self.party(before),
                Class::To | Class::Determiner | Class::Preposition | Class::Opening | Class::Other => return None,
            }
        }
    }

    /// Whether "that" stands behind a verb of saying and names nobody.
    fn is_told(&self, that: usize) -> bool {
        let before = that.checked_sub(1);
        let told = before.is_some_and(|at| SAYING.contains(self.low(at)) || self.class(at) != Class::Content);
        self.low(that) == "that" && told
    }

    /// Whether a verb stands here, as in "who lives in Kerrick".
    fn opens_with_verb(&self, at: usize) -> bool {
        let low = self.low(at);
        matches!(self.class(at), Class::Auxiliary | Class::Adverb) || is_past(low) || low.ends_with('s')
    }

    /// The noun phrase that ends at a word.
    fn party(&self, last: usize) -> Option<Party> {
        let mut party = Party::default();
        let (mut at, mut attached) = (last, true);
        loop {
            let first = at == last;
            match self.class(at) {
                Class::Content if !first && !attached && (self.is_past(at) || SAYING.contains(self.low(at))) => {
                    break;
                }
                Class::Content if !first && SAYING.contains(self.low(at)) => break,
                Class::Content => {
                    let term = self.row.term_at(at).map(Rc::from)?;
                    party.heads.push(Rc::clone(&term));
                    party.all.push(term);
                    attached = false;
                }
                Class::Determiner => attached = true,
                Class::Preposition | Class::To => {
                    let leads = at == 0 || self.closes(at - 1);
                    if leads {
                        break;
                    }
                    party.heads.clear();
                    attached = true;
                }
                // "The book that Jones wrote": another clause begins here.
                Class::Relative if attached || !self.opens_with_verb(at + 1) => break,
                Class::Relative if !first => {
                    party.heads.clear();
                    attached = true;
                }
                Class::Join if !first => attached = true,
                Class::Adverb => {}
                // "One of the men": the men.
                Class::Other if COUNTING.contains(&self.low(at)) => party.heads.clone_from(&party.all),
                _ => break,
            }
            // Behind "the" stands no more of the phrase but what it belongs to.
            let Some(before) = at.checked_sub(1) else { break };
            let closed = self.closes(before);
            let ends = self.class(at) == Class::Determiner
                && !matches!(self.class(before), Class::Preposition | Class::To | Class::Determiner);
            if closed || ends {
                break;
            }
            at = before;
        }
        if party.heads.iter().all(|term| COUNTING.contains(&&**term)) {
            party.heads.clone_from(&party.all);
        }
        (!party.heads.is_empty()).then_some(party)
    }

    /// What stands behind a verb in its clause.
    fn behind(&self, verb: usize) -> Vec<(Slot, Rc<str>)> {
        let mut slot = Slot::Object;
        let mut found = Vec::new();
        for at in (verb + 1..self.row.len()).take(REACH) {
            if self.closes(at - 1) {
                break;
            }
            match self.class(at) {
                Class::Opening | Class::Relative | Class::Auxiliary => break,
                Class::Preposition | Class::To => slot = Slot::Behind(preposition(self.low(at))),
                Class::Content if self.class(at - 1) == Class::Join && self.is_past(at) => break,
                Class::Content => found.extend(self.row.term_at(at).map(|term| (slot, Rc::from(term)))),
                _ => {}
            }
        }
        found
    }
}

/// A preposition as one of a few that tell places apart.
fn preposition(word: &str) -> &'static str {
    const TOLD: &[&str] =
        &["by", "to", "from", "into", "for", "with", "against", "of", "over", "than", "in", "on", "at", "as"];
    TOLD.iter().find(|told| **told == word).copied().unwrap_or("")
}
