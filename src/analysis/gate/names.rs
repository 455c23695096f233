//! Which names of a claim do not stand in its passages. Refuses to know what a name is of: a name is a word with a capital
//! where no sentence begins.

use std::cell::OnceCell;
use std::rc::Rc;

use super::speaker::has_pronoun;
use super::{Gate, Heard, Subject};
use crate::analysis::evidence::Place;
use crate::text::lookup::{Map, Set};
use crate::text::stem::fold;
use crate::text::{Span, segment};

/// A land that one of so many of an article's first paragraphs names, or one in so many of all, is the one that it is about.
pub(super) const LEAD: u32 = 2;
const COMMON: usize = 4;

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

/// Whether a German word with a capital behind this word is a noun and no name.
pub(super) fn is_determiner(word: &str) -> bool {
    DETERMINERS.contains(&word.to_lowercase().as_str())
}

impl<'a> Gate<'a> {
    /// The names of a claim that are none in the window, nor of the land that the article is about.
    pub(super) fn missing_names(&self, claim: &str, evidence: &[Place], window: &[&Heard<'a>]) -> Vec<String> {
        // An article that is all in small letters has no names to be told from words.
        let small = self.capitals.is_empty();
        let before = OnceCell::new();
        let term_of = |name: &Span| self.term(name.slice(claim).unwrap_or_default());
        let said = |name: &Span| {
            let term = term_of(name);
            window.iter().any(|sentence| sentence.terms.contains(&term))
        };
        let has = |name: &Span| {
            let term = term_of(name);
            let names = |sentence: &Heard<'a>, fits: &dyn Fn(&Rc<str>) -> bool| {
                if small { sentence.terms.iter().any(fits) } else { sentence.names.iter().any(fits) }
            };
            let plain = |sentence: &&Heard<'a>| names(sentence, &|known| *known == term || is_of(known, &term));
            if window.iter().any(plain) {
                return true;
            }
            let lands = self.lands_of(&term);
            let of_land = |sentence: &&Heard<'a>| names(sentence, &|known| lands.contains(known));
            let mut before = before.get_or_init(|| self.before(evidence)).iter();
            before.any(plain) || window.iter().any(of_land) || self.is_of_the_land(&term)
        };
        let there =
            |name: &Span| has(name) || self.is_noun(claim, *name, window) || self.is_meant(claim, *name, window);
        let together = |first: &Span, second: &Span| {
            self.named_before(&term_of(second)).is_some_and(|names| names.contains(&term_of(first)))
        };
        let mut missing = Vec::new();
        for run in runs(claim, self.names(claim)) {
            // A title before a name may be written small in the passage: "Prime Minister" and "prime minister".
            let titled = run.last().is_some_and(has);
            let mut next: Option<&Span> = None;
            for name in run.iter().rev() {
                // The passage may have the last name only, of one whom the article names in full elsewhere.
                let in_full = || next.is_some_and(|next| together(name, next));
                let is_there = there(name) || titled && said(name) || in_full();
                next = Some(name).filter(|_| is_there);
                missing.extend(name.slice(claim).filter(|_| !is_there).map(str::to_owned));
            }
        }
        missing.reverse();
        missing
    }

    /// The terms of the names that stand before a word anywhere in the article.
    fn named_before(&self, term: &str) -> Option<&Set<Rc<str>>> {
        let pairs = self.pairs.get_or_init(|| {
            let mut pairs: Map<Rc<str>, Set<Rc<str>>> = Map::default();
            for sentence in &self.sentences {
                let words: Vec<&str> = segment::words(sentence.text).map(|(_, word)| word).collect();
                for pair in words.windows(2).filter(|pair| pair[0].starts_with(char::is_uppercase)) {
                    let [name, word] = [pair[0], pair[1]].map(|word| self.term(word));
                    pairs.entry(word).or_default().insert(name);
                }
            }
            pairs
        });
        pairs.get(term)
    }

    /// The other names of a land and its people, as terms, where words do not show it: "US" for "American".
    fn lands_of(&self, term: &str) -> Set<Rc<str>> {
        let named = |names: &str| -> Set<Rc<str>> {
            names.split(' ').flat_map(|word| [word.into(), self.term(word)]).collect()
        };
        LANDS.iter().map(|names| named(names)).filter(|names| names.contains(term)).flatten().collect()
    }

    /// The sentences before the passages in their paragraphs, where a pronoun of the passages may stand for what they name.
    fn before(&self, evidence: &[Place]) -> Vec<&Heard<'a>> {
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
    /// or anywhere in the text, or one made of two words of the passage.
    fn is_noun(&self, claim: &str, name: Span, window: &[&Heard<'a>]) -> bool {
        if self.language.tag() != Some("de") {
            return false;
        }
        let word = name.slice(claim).unwrap_or_default();
        let before = claim.get(..name.start().bytes()).unwrap_or_default().trim_end().rsplit(' ').next();
        if before.is_some_and(is_determiner) || COMMON_NOUNS.contains(&word) || self.nouns.contains(&self.term(word)) {
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

    /// Whether a name stands before a noun of the passage that has none there, and the article has the two together:
    /// "the quarry", which is the Dellmar quarry.
    fn is_meant(&self, claim: &str, name: Span, window: &[&Heard<'a>]) -> bool {
        let rest = claim.get(name.end().bytes()..).unwrap_or_default();
        let Some((next, noun)) = segment::words(rest).next() else { return false };
        let (term, noun) = (self.term(name.slice(claim).unwrap_or_default()), self.term(noun));
        let beside = rest.get(..next.start().bytes()) == Some(" ");
        let pair = |named: &str| self.named_before(named).is_some_and(|names| names.contains(&term));
        let unnamed = |sentence: &&Heard<'a>| {
            let others = self.named_before(&noun).into_iter().flatten();
            sentence.terms.contains(&noun) && !others.into_iter().any(|other| sentence.names.contains(other))
        };
        beside && pair(&noun) && window.iter().any(unnamed)
    }

    /// Whether a name is of the land that the whole article is about, by its own name and by its people's. A claim stands
    /// alone and says "Iraq's parliament", where a passage need not say it again.
    fn is_of_the_land(&self, term: &str) -> bool {
        let forms: Vec<(&Rc<str>, &Subject)> =
            self.subjects.iter().filter(|(name, _)| &***name == term || is_of(name, term)).collect();
        let two_forms = forms.iter().any(|(a, _)| forms.iter().any(|(b, _)| a != b && is_of(a, b)));
        let everywhere = |subject: &Subject| subject.leads || subject.paragraphs * COMMON >= self.paragraphs;
        two_forms && forms.iter().any(|(_, subject)| everywhere(subject))
    }

    /// The words of a claim that are written as names: with a capital inside a sentence; at its head, only where the
    /// article has the word with a capital inside a sentence too.
    fn names(&self, claim: &str) -> Vec<Span> {
        let heads: Vec<Span> = segment::sentences(claim).iter().filter_map(|s| first_word(claim, *s)).collect();
        let is_name = |span: Span, word: &str| {
            let capital = word.starts_with(char::is_uppercase) && !self.language.is_function_word(word);
            let head = heads.contains(&span) || opens_quotation(claim, span);
            capital && word.chars().nth(1).is_some() && (!head || self.capitals.contains(&*fold(word)))
        };
        segment::words(claim).filter(|(span, word)| is_name(*span, word)).map(|(span, _)| span).collect()
    }
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

/// Whether one name is made of the other: the people, the language or the adjective of a country.
fn is_of(name: &str, other: &str) -> bool {
    const LANDS: &[&str] = &["", "y", "ey", "ain"];
    const PEOPLE: &[&str] = &["", "i", "n", "an", "ian", "ish", "es", "ese", "isch", "ien"];
    let common: usize = name.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    let (Some(a), Some(b)) = (name.get(common..), other.get(common..)) else { return false };
    common >= 4 && (LANDS.contains(&a) && PEOPLE.contains(&b) || PEOPLE.contains(&a) && LANDS.contains(&b))
}

fn first_word(text: &str, sentence: Span) -> Option<Span> {
    segment::words(sentence.slice(text)?).next().map(|(span, _)| span.within(sentence.start()))
}

fn opens_quotation(text: &str, word: Span) -> bool {
    text.get(..word.start().bytes()).is_some_and(|before| before.ends_with(['"', '“', '„', '«', '‘', '\'', ':']))
}
