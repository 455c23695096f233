//! Which names of a claim do not stand in its passages. Refuses to know what a name is of: a name is a word with a capital
//! where no sentence begins.

use std::rc::Rc;
use std::sync::LazyLock;

use super::asked::{Asked, has_body, has_place, is_body};
use super::nouns::{counts, is_office, stands_like_a_name};
use super::slots::Beside;
use super::speaker::has_pronoun;
use super::{Gate, Heard, Subject};
use crate::analysis::evidence::Place;
use crate::analysis::lexicon::{PERSONS, SAYING, TITLES, Words, table};
use crate::text::lookup::{Map, Set};
use crate::text::stem::{fold, lower};
use crate::text::{Span, segment};

/// A land that one of so many of an article's first paragraphs names, or one in so many of all, is the one that it is about.
pub(super) const LEAD: u32 = 2;
const COMMON: usize = 4;

/// The subject of an article is named in one of so many sentences.
const OFTEN: usize = 5;

/// So many words in a row behind the head of a claim are the passage's own.
const VERBATIM: usize = 3;
/// Prepositions, conjunctions and adverbs that may open a sentence before a name, and are no function words to a stemmer.
static OPENERS: Words = LazyLock::new(|| {
    table(
        "despite unlike like since while although though because until unless whereas when where once both either neither \
         yesterday today tomorrow now then here there later earlier soon still even only just also not per via amid among \
         besides beyond within without following regarding concerning instead meanwhile however perhaps maybe if whether as \
         against before after during under over near across behind above below through throughout toward towards upon \
         laut trotz wegen gegenüber gegen seit während dank zufolge bei ohne neben statt anstatt sogar selbst auch nur \
         allein heute gestern morgen jetzt nun dann dort hier später früher bald noch sowohl weder entweder ob wenn weil \
         obwohl obgleich nachdem bevor ehe sobald solange bis unter über hinter zwischen innerhalb außerhalb anders ähnlich \
         wie gemäß angesichts aufgrund mithilfe inzwischen zuletzt zugleich alle viele zahlreiche einige mehrere manche wenige beide sämtliche etliche dabei dazu damit danach davor daher deshalb doch",
    )
});

/// Pronouns for one who has a name.
const ONE: &[&str] = &["he", "she", "it", "er", "sie", "es"];

/// Lands and their people, where the one name is not made of the other, in English.
const LANDS: &[&str] = &[
    "american americans us u.s usa america",
    "british briton britons britain uk u.k kingdom",
    "french france",
    "dutch netherlands holland",
    "greek greeks greece",
    "spanish spaniards spain",
    "swiss switzerland",
    "danish danes denmark",
    "swedish swedes sweden",
    "turkish turks turkey türkiye",
    "polish poles poland",
    "welsh wales",
    "irish ireland",
    "scottish scots scotland",
    "norwegian norwegians norway",
    "finnish finns finland",
    "filipino filipinos philippine philippines",
    "emirati emiratis emirates uae u.a.e",
    "saudi saudis arabia",
    "german germans germany",
    "belgian belgians belgium",
];

/// The same in German, French and Spanish, the adjectives that are written small too.
const FOREIGN_LANDS: &[&str] = &[
    "deutschland deutsch deutsche deutschen deutscher allemagne allemand allemande alemania alemán alemana",
    "frankreich französisch französische franzose franzosen france français française francia francés francesa",
    "polen polnisch polnische pole pologne polonais polonaise polonia polaco polaca",
    "großbritannien britisch britische briten brite royaume-uni britannique britanniques británico británica",
    "usa amerika amerikanisch amerikanische amerikaner américain américaine américains estadounidense",
    "russland russisch russische russen russe russie russes rusia ruso rusa",
    "niederlande niederländisch niederländische néerlandais néerlandaise neerlandés holandés holanda",
    "dänemark dänisch dänische dänen danemark danois danoise dinamarca danés danesa",
    "schweden schwedisch schwedische suède suédois suédoise suecia sueco sueca",
    "norwegen norwegisch norwegische norvège norvégien norvégienne noruega noruego noruega",
    "finnland finnisch finnische finnen finlande finlandais finlandaise finlandia finlandés",
    "irland irisch irische iren irlande irlandais irlandaise irlanda irlandés",
    "ungarn ungarisch ungarische hongrie hongrois hongroise hungría húngaro húngara",
    "österreich österreichisch österreichische autriche autrichien autrichienne austria austriaco",
    "ukraine ukrainisch ukrainische ukrainer ukrainien ukrainienne ucrania ucraniano ucraniana",
    "italien italienisch italienische italiener italie italienne italia italiano italiana",
    "belgien belgisch belgische belgier belgique belge belges bélgica belga",
    "europa europäisch europäische europäischen europe européen européenne européens europeo europea",
    "indien indisch indische inder inde indienne indiens indio india",
    "china chinesisch chinesische chinesen chine chinois chinoise chino",
    "japan japanisch japanische japaner japon japonais japonaise japón japonés",
    "türkei türkisch türkische türken turquie turc turque turquía turco turca",
    "griechenland griechisch griechische griechen grèce grec grecque grecia griego griega",
    "spanien spanisch spanische spanier espagne espagnol espagnole españa español española",
    "schweiz schweizer schweizerisch suisse suisses suiza suizo suiza",
];

/// Each part of a compound has so many letters at least.
const COMPOUNDED: usize = 4;

/// Words after which a German word with a capital is a noun and no name.
const DETERMINERS: &[&str] = &[
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine",
    "keinen", "keiner", "sein", "seine", "seinen", "seiner", "ihr", "ihre", "ihren", "ihrer", "diese", "dieser",
    "dieses", "diesem", "diesen", "jede", "jeder", "jedes", "alle", "allen", "viele", "einige", "wenige", "mehrere",
];

/// German nouns that often stand without an article, where a brief tells who said a thing, when and how much of it.
const COMMON_NOUNS: &[&str] = &[
    "Angaben",
    "Ansicht",
    "Meinung",
    "Worten",
    "Aussage",
    "Bericht",
    "Berichten",
    "Prozent",
    "Euro",
    "Millionen",
    "Milliarden",
    "Million",
    "Milliarde",
    "Jahr",
    "Jahre",
    "Jahren",
    "Monat",
    "Monate",
    "Monaten",
    "Wochen",
    "Tage",
    "Tagen",
    "Stunden",
    "Uhr",
    "Ende",
    "Anfang",
    "Mitte",
    "Menschen",
    "Personen",
    "Prozentpunkte",
    "Kilometer",
];

/// Whether a word may stand for many, as far as its ending tells.
fn is_many(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("'s") && !word.ends_with("ss")
}

/// Whether a German word with a capital behind this word is a noun and no name.
pub(super) fn is_determiner(word: &str) -> bool {
    DETERMINERS.contains(&word.to_lowercase().as_str())
}

impl<'a> Gate<'a> {
    /// The names of a claim that are none in the window, nor of the land that the article is about, or that stand there in
    /// another's place.
    pub(super) fn missing_names(&self, claim: &str, evidence: &[Place], window: &[&Heard<'a>]) -> Vec<String> {
        let asked = Asked::of(self, claim, evidence, window);
        let mut missing = Vec::new();
        for run in runs(claim, self.names(claim)) {
            // A title before a name may be written small in the passage: "Prime Minister" and "prime minister".
            let titled = run.last().is_some_and(|last| asked.has(*last));
            let mut next: Option<Span> = None;
            for name in run.iter().rev() {
                let led_otherwise = || next.is_some_and(|next| asked.is_led_otherwise(*name, next));
                // The passage may have the last name only, of one whom the article names in full elsewhere.
                let in_full = || next.is_some_and(|next| asked.are_together(*name, next)) && !led_otherwise();
                let stands_in = || (asked.has(*name) || asked.stands_in(*name)) && !led_otherwise();
                let is_there = asked.is_named(*name)
                    || stands_in()
                    || asked.is_put(*name)
                    || titled && asked.is_said(*name)
                    || in_full();
                next = Some(*name).filter(|_| is_there);
                missing.extend(name.slice(claim).filter(|_| !is_there).map(str::to_owned));
            }
        }
        missing.extend(self.strange_head(&asked));
        missing.reverse();
        missing
    }

    /// The first word of a claim that is nowhere in the article and stands where the passage has a name: before the same
    /// words, "Bush nominated" where another did, or before a name that another leads.
    fn strange_head(&self, asked: &Asked<'_, 'a>) -> Option<String> {
        let (span, word) = segment::words(asked.claim).next()?;
        let strange = word.starts_with(char::is_uppercase) && !self.having.contains_key(&self.term(word));
        if !strange || !self.may_be_name(word) || asked.is_named(span) {
            return None;
        }
        let rest = asked.claim.get(span.end().bytes()..)?;
        let (next_span, next) = segment::words(rest).next()?;
        let taken = if next.starts_with(char::is_uppercase) {
            let led = || asked.is_led_otherwise(span, next_span.within(span.end()));
            rest.starts_with(' ') && (led() || self.has_first_name(next) && !self.may_be_title(word))
        } else {
            self.stands_for_another(asked, span, next) || self.takes_the_place(word, rest, asked.window)
        };
        taken.then(|| word.to_owned())
    }

    /// Whether the article has another name before this one anywhere: "Ines" before "Maddock".
    fn has_first_name(&self, name: &str) -> bool {
        let names = self.named_before(&self.term(name)).into_iter().flatten();
        names.into_iter().any(|first| self.subjects.contains_key(first) && !TITLES.contains(&**first))
    }

    /// Whether a word that no table of titles has may be one, as far as its ending tells: "Presenter", "Economist".
    fn may_be_title(&self, word: &str) -> bool {
        let ends: &[&str] = match self.language.tag() {
            Some("de") => &["er", "in", "or", "ist", "ent", "ant", "eur", "chef", "mann", "frau", "rat"],
            _ => &["er", "or", "ist", "ian", "ant", "ent", "man", "woman", "ee", "eur", "crat", "can"],
        };
        ends.iter().any(|end| word.ends_with(end))
    }

    /// Whether the head of a claim stands beside a word beside which the passage has only another name.
    fn stands_for_another(&self, asked: &Asked<'_, 'a>, head: Span, next: &str) -> bool {
        let word = head.slice(asked.claim).unwrap_or_default();
        let surely = !is_many(word) && !SAYING.contains(&*lower(next));
        let beside = if surely { Beside::Next } else { Beside::Behind };
        self.language.tag() == Some("en") && self.standing(asked.row(), head, beside, asked.window).is_taken()
    }

    /// Whether the words behind the head of a claim stand in the passage behind a name or a pronoun for one, in the same row:
    /// "Portugal is now" for "Kerrick is now".
    fn takes_the_place(&self, head: &str, rest: &str, window: &[&Heard<'a>]) -> bool {
        let behind: Vec<Rc<str>> = segment::words(rest).take(VERBATIM).map(|(_, word)| self.term(word)).collect();
        let many = is_many(head) || segment::words(rest).next().is_some_and(|(_, verb)| self.is_plural(verb));
        let has_one = |heard: &&Heard<'a>| {
            let words: Vec<&str> = segment::each_word(heard.text, |(_, word)| word);
            let terms: Vec<Rc<str>> = words.iter().map(|word| self.term(word)).collect();
            let follows = |at: &usize| terms.get(at + 1..at + 1 + behind.len()) == Some(&behind[..]);
            (0..words.len()).filter(follows).any(|at| words.get(at).is_some_and(|word| self.is_one(word, at)))
        };
        behind.len() == VERBATIM && !many && window.iter().any(has_one)
    }

    /// Whether a word of a passage is a name, or a pronoun for one; at the head of its sentence, a word that is written with
    /// a capital inside others.
    fn is_one(&self, word: &str, at: usize) -> bool {
        let capital = word.starts_with(char::is_uppercase) && !self.language.is_function_word(word);
        let name = capital && (at > 0 || self.capitals.contains(&*fold(word)) && !self.is_small(word));
        name || ONE.contains(&&*lower(word))
    }

    /// Whether a German verb is of many: "warnen".
    fn is_plural(&self, verb: &str) -> bool {
        self.language.tag() == Some("de") && verb.ends_with('n')
    }

    /// Whether a word at the head may be a name, as far as its ending tells: no "Reportedly", no "Speaking"; and a table of
    /// titles and bodies does not have it.
    fn may_be_name(&self, word: &str) -> bool {
        let no_name: &[&str] = match self.language.tag() {
            Some("en") => &[
                "ly", "ing", "ed", "tion", "sion", "ment", "ness", "ity", "ism", "ence", "ance", "ship", "hood",
                "wards",
            ],
            Some("de") => &[
                "ung", "heit", "keit", "schaft", "tion", "tät", "ismus", "ment", "nis", "weise", "wärts", "mals",
                "falls",
            ],
            _ => return false,
        };
        let small = lower(word);
        let common =
            OPENERS.contains(&*small) || TITLES.contains(&*small) || PERSONS.contains(&*small) || is_body(&small);
        !common && !self.language.is_function_word(word) && !no_name.iter().any(|end| word.ends_with(end))
    }

    /// The terms of the names that stand before a word anywhere in the article.
    pub(super) fn named_before(&self, term: &str) -> Option<&Set<Rc<str>>> {
        let pairs = self.pairs.get_or_init(|| {
            let mut pairs: Map<Rc<str>, Set<Rc<str>>> = Map::default();
            for sentence in &self.sentences {
                let words: Vec<&str> = segment::each_word(sentence.text, |(_, word)| word);
                for pair in words.windows(2).filter(|pair| pair[0].starts_with(char::is_uppercase)) {
                    let [name, word] = [pair[0], pair[1]].map(|word| self.term(word));
                    pairs.entry(word).or_default().insert(name);
                }
            }
            pairs
        });
        pairs.get(term)
    }

    /// The names of each land and its people of which this is one, as terms, where words do not show it: "US" for "American".
    pub(super) fn lands_of(&self, term: &str) -> Vec<&Set<Rc<str>>> {
        let named = |names: &&str| names.split(' ').flat_map(|word| [word.into(), self.term(word)]).collect();
        let foreign: &[&str] = if self.language.tag() == Some("en") { &[] } else { FOREIGN_LANDS };
        let lands = self.lands.get_or_init(|| LANDS.iter().chain(foreign).map(named).collect());
        lands.iter().filter(|names| names.contains(term)).collect()
    }

    /// The sentences before the passages in their paragraphs, where a pronoun of the passages may stand for what they name.
    pub(super) fn before(&self, evidence: &[Place]) -> Vec<&Heard<'a>> {
        let speaks_on = |place: &&Place| {
            let touched = self.sentences.iter().filter(|sentence| sentence.is_touched(&[**place]));
            touched.into_iter().any(|sentence| has_pronoun(sentence.text))
        };
        let places: Vec<&Place> = evidence.iter().filter(speaks_on).collect();
        let is_before = |sentence: &&Heard<'a>| {
            places
                .iter()
                .any(|e| e.paragraph == sentence.place.paragraph && sentence.place.span.start() < e.span.start())
        };
        self.sentences.iter().filter(is_before).collect()
    }

    /// Whether a word with a capital is a noun, in a language that writes all nouns so: one with an article before it, here
    /// or anywhere in the text, one that the text has nowhere and that does not stand like a name, or one made of two words
    /// of the passage or the last of them.
    pub(super) fn is_noun(&self, claim: &str, name: Span, window: &[&Heard<'a>]) -> bool {
        if self.language.tag() != Some("de") {
            return false;
        }
        let word = name.slice(claim).unwrap_or_default();
        let before = claim.get(..name.start().bytes()).unwrap_or_default().trim_end().rsplit(' ').next();
        if before.is_some_and(|before| counts(&lower(before)))
            || COMMON_NOUNS.contains(&word)
            || self.nouns.contains(&self.term(word))
        {
            return true;
        }
        let strange = !self.having.contains_key(&self.term(word));
        if self.is_small_in(word, window)
            || self.is_head_of_compound(word, window)
            || self.is_beside_compound(word, window)
            || strange && !stands_like_a_name(claim, name)
        {
            return true;
        }
        let folded = fold(word);
        let mut heads = window.iter().flat_map(|sentence| &sentence.names).filter(|head| head.len() >= COMPOUNDED);
        heads.any(|head| {
            let rest = folded.strip_prefix(&**head).map(|rest| rest.trim_start_matches(['e', 'r', 's', 'n']));
            rest.is_some_and(|rest| {
                rest.len() >= COMPOUNDED && window.iter().any(|s| s.terms.contains(&self.term(rest)))
            })
        })
    }

    /// Whether a compound of the passage ends with a German noun, or begins with it: "Minister" of "Hafenminister",
    /// "Arbeit" of "Arbeitsmarkt", "Schritt" of "schrittweise".
    fn is_head_of_compound(&self, word: &str, window: &[&Heard<'a>]) -> bool {
        let head = self.term(word);
        let long = |rest: &str| rest.len() >= COMPOUNDED - 1;
        let ends = |known: &Rc<str>| known.strip_suffix(&*head).is_some_and(long);
        let begins = |known: &Rc<str>| head.len() > COMPOUNDED && known.strip_prefix(&*head).is_some_and(long);
        head.len() >= COMPOUNDED
            && window.iter().any(|sentence| sentence.names.iter().any(ends) || sentence.terms.iter().any(begins))
    }

    /// Whether the passage has a German word in small letters: "Deutsch" of "die deutsche Sprache".
    fn is_small_in(&self, word: &str, window: &[&Heard<'a>]) -> bool {
        let term = self.term(word);
        window.iter().any(|sentence| sentence.terms.contains(&term) && !sentence.names.contains(&term))
    }

    /// Whether a German word for what somebody is begins like one of the passage and ends otherwise: "Vorstandschef" of
    /// "Vorstandsvorsitzender".
    fn is_beside_compound(&self, word: &str, window: &[&Heard<'a>]) -> bool {
        let folded = fold(word);
        let alike = |known: &Rc<str>| {
            let common = folded.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
            common > COMPOUNDED
                && folded.chars().count() >= common + COMPOUNDED
                && known.chars().count() >= common + COMPOUNDED
        };
        is_office(word) && window.iter().any(|sentence| sentence.names.iter().any(alike))
    }

    /// Whether a name stands before a noun of the passage itself that has none there, and the article has the two together:
    /// "the quarry", which is the Dellmar quarry.
    pub(super) fn is_meant(&self, claim: &str, name: Span, evidence: &[Place], window: &[&Heard<'a>]) -> bool {
        let rest = claim.get(name.end().bytes()..).unwrap_or_default();
        let Some((next, noun)) = segment::words(rest).next() else { return false };
        let (term, noun) = (self.term(name.slice(claim).unwrap_or_default()), self.term(noun));
        let beside = rest.get(..next.start().bytes()) == Some(" ");
        let pair = |named: &str| self.named_before(named).is_some_and(|names| names.contains(&term));
        let unnamed = |sentence: &&Heard<'a>| {
            let others = self.named_before(&noun).into_iter().flatten();
            sentence.terms.contains(&noun) && !others.into_iter().any(|other| sentence.names.contains(other))
        };
        let mut touched = window.iter().filter(|sentence| sentence.is_touched(evidence));
        beside && pair(&noun) && touched.any(unnamed)
    }

    /// Whether a name is the one that the article speaks of most, and the passage says "the company" or "the agency".
    pub(super) fn is_the_subject(&self, term: &str, evidence: &[Place], window: &[&Heard<'a>]) -> bool {
        let much = |subject: &Subject| subject.sentences * OFTEN >= self.sentences.len() && subject.sentences > 1;
        let touched = || window.iter().filter(|sentence| sentence.is_touched(evidence));
        let unnamed = |sentence: &&Heard<'a>| has_body(sentence.text) || has_place(sentence.text);
        self.subjects.get(term).is_some_and(much) && touched().any(unnamed)
    }

    /// Whether a name is of the land that the whole article is about, by its own name and by its people's. A claim stands
    /// alone and says "Iraq's parliament", where a passage need not say it again.
    pub(super) fn is_of_the_land(&self, term: &str) -> bool {
        let forms: Vec<(&Rc<str>, &Subject)> =
            self.subjects.iter().filter(|(name, _)| &***name == term || is_of(name, term)).collect();
        let two_forms = forms.iter().any(|(a, _)| forms.iter().any(|(b, _)| a != b && is_of(a, b)));
        let everywhere = |subject: &Subject| subject.leads || subject.paragraphs * COMMON >= self.paragraphs;
        two_forms && forms.iter().any(|(_, subject)| everywhere(subject))
    }

    /// Whether a sentence has a word in small letters only.
    fn is_small(&self, word: &str) -> bool {
        let term = self.term(word);
        self.sentences.iter().any(|sentence| sentence.terms.contains(&term) && !sentence.names.contains(&term))
    }

    /// The words of a claim that are written as names: with a capital inside a sentence; at its head, only where the
    /// article has the word with a capital inside a sentence too.
    pub(super) fn names(&self, claim: &str) -> Vec<Span> {
        let heads = heads(claim);
        let names = segment::words(claim).filter(|(span, word)| self.is_name(claim, &heads, *span, word));
        names.map(|(span, _)| span).collect()
    }

    /// Whether a word of a claim whose sentences begin with `heads` is written so.
    pub(super) fn is_name(&self, claim: &str, heads: &[Span], span: Span, word: &str) -> bool {
        let capital = word.starts_with(char::is_uppercase) && !self.language.is_function_word(word);
        let head = || heads.contains(&span) || opens_quotation(claim, span);
        // 'US$4 bn': of the money.
        let money = || claim.get(span.end().bytes()..).is_some_and(|behind| behind.starts_with(['$', '€', '£']));
        capital
            && !money()
            && word.chars().nth(1).is_some()
            && (!head() || self.capitals.contains(&*fold(word)) && !self.is_small(word))
    }
}

/// The words with which the sentences of a text begin.
pub(super) fn heads(text: &str) -> Vec<Span> {
    segment::sentences(text).iter().filter_map(|sentence| first_word(text, *sentence)).collect()
}

/// The names of a text in runs, of which only a space parts each from the next.
fn runs(text: &str, names: Vec<Span>) -> Vec<Vec<Span>> {
    let mut runs: Vec<Vec<Span>> = Vec::new();
    for name in names {
        let after = |last: &Span| text.get(last.end().bytes()..name.start().bytes()) == Some(" ");
        match runs.last_mut().filter(|run| run.last().is_some_and(after)) {
            Some(run) => run.push(name),
            None => runs.push(vec![name]),
        }
    }
    runs
}

/// Whether two names are one, or the one is made of the other.
pub(super) fn is_same(name: &str, other: &str) -> bool {
    name == other || is_of(name, other)
}

/// Whether one name is made of the other: the people, the language or the adjective of a country.
fn is_of(name: &str, other: &str) -> bool {
    const LANDS: &[&str] = &["", "y", "ey", "ain"];
    const PEOPLE: &[&str] = &["", "i", "n", "an", "ian", "ish", "es", "ese", "isch", "ien", "ues", "ean", "vian", "ic"];
    // "China" and "Chinese", "Mexico" and "Mexican".
    const OPEN_LANDS: &[&str] = &["a", "o"];
    const THEIR_PEOPLE: &[&str] = &["an", "ian", "es", "ese", "ish", "isch", "oles"];
    let common: usize = name.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    let (Some(a), Some(b)) = (name.get(common..), other.get(common..)) else { return false };
    let fits = |land: &str, people: &str| {
        LANDS.contains(&land) && PEOPLE.contains(&people)
            || OPEN_LANDS.contains(&land) && THEIR_PEOPLE.contains(&people)
    };
    common >= 4 && (fits(a, b) || fits(b, a))
}

fn first_word(text: &str, sentence: Span) -> Option<Span> {
    segment::words(sentence.slice(text)?).next().map(|(span, _)| span.within(sentence.start()))
}

fn opens_quotation(text: &str, word: Span) -> bool {
    text.get(..word.start().bytes()).is_some_and(|before| before.ends_with(['"', '“', '„', '«', '‘', '\'', ':']))
}
