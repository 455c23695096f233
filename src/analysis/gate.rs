//! The gate that every claim must pass, whoever wrote it: its numbers and names stand in its evidence, and so does whoever
//! it credits; it is not the contrary of what stands there; and two sentences there carry most of its words or say the same
//! in others. Refuses to say that a claim is true: only that its passages do or do not carry it.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::iter::Peekable;
use std::rc::Rc;
use std::slice;

use memchr::memmem;

use crate::analysis::evidence::Place;
use crate::analysis::figures::{Figure, Said, bare_figures_in};
use crate::analysis::polarity::{Contrary, Stance};
use crate::analysis::reading::{Reading, Sentence, Term, language_of};
use crate::analysis::support::Supporter;
use crate::article::{Article, Edtf, ParagraphNo};
use crate::text::lookup::{Map, Set};
use crate::text::segment;
use crate::text::stem::{Stems, fold};

mod added;
mod asked;
mod clause;
mod dates;
pub(super) mod exchanged;
mod figures;
mod frames;
mod hedges;
mod names;
mod nouns;
mod quantity;
mod quoted;
mod roles;
mod sequence;
mod short_forms;
mod slots;
mod speaker;
mod whole;
mod word_forms;

use figures::{Held, repeated};
use names::{LEAD, is_determiner};
use quoted::missing_quotations;
use slots::Row;

/// The least coverage by the best two sentences at which a claim passes.
pub const COVERAGE: f32 = 0.6;

/// The least likelihood, by the words and their nearness ([`support`](crate::analysis::support)), at which a claim with a
/// smaller coverage passes still: said in other words.
pub const SUPPORT: f32 = 0.1;

/// The least coverage at which a claim passes in a language whose words have no vectors, so that other words for the same are
/// not known.
const UNTOLD: f32 = 0.42;

/// Below this coverage no likelihood helps: some words must be the passage's own.
const LEAST_COVERAGE: f32 = 0.3;

/// How far behind one sentence of a passage the other of a pair may stand: no passage of a real brief is so long.
const PAIRS: usize = 200;

/// The most sentences that are heard: ten times those of a long novel. A file may have as many as bytes, and each costs.
const MOST_SENTENCES: usize = 100_000;

/// A word of a sentence has about so many letters, the space counted.
const LETTERS: usize = 6;

/// What the gate found of one claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Numbers of the claim that do not stand in its evidence, as the claim has them.
    pub missing_figures: Vec<String>,
    /// Names of the claim that do not stand in its evidence, as the claim has them.
    pub missing_names: Vec<String>,
    /// What the claim has in quotation marks and its evidence does not say so.
    pub missing_quotations: Vec<String>,
    /// Names and figures of the claim in whose place, beside the same words, its evidence has others.
    pub misplaced: Vec<String>,
    /// The word by which its evidence says only that it may be so, where the claim says that it is.
    pub dropped_hedge: Option<String>,
    /// What it adds to what its evidence says, and the article has nowhere: a cause or a detail.
    pub added: Option<String>,
    /// The share of the claim's words, weighed by rarity in the article, that the best two sentences of its evidence have.
    pub coverage: f32,
    /// How likely the evidence says it in whatever words, 0 to 1; 1 where the coverage is enough and it was not asked.
    pub support: f32,
    /// By what the claim is the contrary of its evidence, where it is.
    pub contrary: Option<Contrary>,
    /// Whether the claim credits somebody whom its evidence does not name, or who is not the one who speaks there.
    pub other_speaker: bool,
    /// Whether the date that the brief gives for the claim is against those of its evidence.
    pub other_date: bool,
}

impl Verdict {
    /// That of a claim of which nothing is missing.
    pub const GOOD: Self = Self {
        missing_figures: Vec::new(),
        missing_names: Vec::new(),
        missing_quotations: Vec::new(),
        misplaced: Vec::new(),
        dropped_hedge: None,
        added: None,
        coverage: 1.0,
        support: 1.0,
        contrary: None,
        other_speaker: false,
        other_date: false,
    };

    /// Whether the evidence carries the claim.
    pub fn passes(&self) -> bool {
        let missing = [&self.missing_figures, &self.missing_names, &self.missing_quotations, &self.misplaced];
        let all_there = missing.iter().all(|missing| missing.is_empty());
        all_there
            && !self.other_speaker
            && !self.other_date
            && self.dropped_hedge.is_none()
            && self.added.is_none()
            && self.contrary.is_none()
            && self.carries_words()
    }

    /// Whether the evidence has the claim's words, or others for them.
    pub fn carries_words(&self) -> bool {
        self.coverage >= COVERAGE || self.coverage >= LEAST_COVERAGE && self.support >= SUPPORT
    }
}

/// Judges claims against the passages of one article. Built once an article.
pub struct Gate<'a> {
    language: Rc<Stems>,
    /// The day of the source, from which dates of the article may follow.
    published: Option<Edtf>,
    sentences: Vec<Heard<'a>>,
    /// Whether these are all that the article has.
    has_heard_all: bool,
    /// How many sentences have each term.
    having: Map<Rc<str>, usize>,
    /// The words that stand with a capital inside a sentence, folded.
    capitals: Set<String>,
    /// In how many paragraphs and sentences each of them stands, and whether in one of the first.
    subjects: Map<Rc<str>, Subject>,
    paragraphs: usize,
    /// By the term of a word, the terms of the names that stand before it; made when it is first asked.
    pairs: OnceCell<Map<Rc<str>, Set<Rc<str>>>>,
    /// The words with a capital that stand behind an article, in German: nouns.
    nouns: Set<Rc<str>>,
    /// By land, the terms of its names and its people's; made when they are first asked.
    lands: OnceCell<Vec<Set<Rc<str>>>>,
    /// Made when it is first asked.
    supporter: OnceCell<Supporter>,
}

/// Where an article has a name.
#[derive(Clone, Copy, Default)]
struct Subject {
    paragraphs: usize,
    last: Option<ParagraphNo>,
    /// In how many sentences, and which of them was the last.
    sentences: usize,
    last_sentence: Option<usize>,
    leads: bool,
}

/// The sentences that were read already, one after another.
struct Read<'r, 'a> {
    sentences: Peekable<slice::Iter<'r, Sentence<'a>>>,
    language: &'r Stems,
    /// The terms by their numbers, stems of function words too; none for one whose words have several.
    terms: Vec<Option<Rc<str>>>,
}

impl<'r, 'a> Read<'r, 'a> {
    fn of(reading: &'r Reading<'a>) -> Self {
        let language = &*reading.language;
        let stem = |term: &Term| match term {
            Term { is_mixed: true, .. } => None,
            Term { function: true, stem, .. } => Some(language.term_of_folded(stem)),
            Term { stem, .. } => Some(Rc::clone(stem)),
        };
        let terms = reading.terms.iter().map(stem).collect();
        Self { sentences: reading.sentences.iter().peekable(), language, terms }
    }

    /// The words of the next sentence with their terms, where that is the one at this place.
    fn terms_at(&mut self, place: Place) -> Option<impl Iterator<Item = (&'a str, Rc<str>)>> {
        let next = self.sentences.next_if(|next| next.paragraph == place.paragraph && next.span == place.span)?;
        let (known, language) = (&self.terms, self.language);
        Some(next.written().zip(&next.words).map(move |((_, written), word)| {
            let term = known.get(word.term).and_then(Option::clone);
            (written, term.unwrap_or_else(|| language.term(written)))
        }))
    }
}

/// A sentence of the article, as the gate sees it.
struct Heard<'a> {
    place: Place,
    text: &'a str,
    terms: Set<Rc<str>>,
    /// The terms of the words with a capital, at the head too.
    names: Set<Rc<str>>,
    /// Made when it is first asked.
    figures: OnceCell<Rc<[Figure]>>,
    stance: OnceCell<Stance<'a>>,
    row: OnceCell<Row>,
    /// Whether it may have a hedge.
    hedged: OnceCell<bool>,
}

impl<'a> Gate<'a> {
    /// A gate for an article; `language` is a BCP 47 tag, without which it is guessed.
    pub fn of(article: &'a Article, language: Option<&str>) -> Self {
        Self::built(article, Rc::new(Stems::of(language_of(article, language))), None)
    }

    /// The same for an article whose day is known, from which the dates that it names may follow.
    #[must_use]
    pub fn published(self, on: Option<Edtf>) -> Self {
        Self { published: on, ..self }
    }

    /// A gate for an article that was read: what was reckoned of its words is not reckoned again.
    pub fn of_reading(reading: &Reading<'a>) -> Self {
        Self::built(reading.article, Rc::clone(&reading.language), Some(reading))
    }

    fn built(article: &'a Article, language: Rc<Stems>, reading: Option<&Reading<'a>>) -> Self {
        let mut gate = Self {
            language,
            published: None,
            sentences: Vec::new(),
            has_heard_all: true,
            having: Map::default(),
            capitals: Set::default(),
            subjects: Map::default(),
            paragraphs: article.paragraphs().len(),
            pairs: OnceCell::new(),
            nouns: Set::default(),
            lands: OnceCell::new(),
            supporter: OnceCell::new(),
        };
        let mut read = reading.map(Read::of);
        for (at, paragraph) in article.paragraphs().iter().enumerate() {
            let number = ParagraphNo::at(at);
            let parted = || Cow::Owned(segment::sentences(&paragraph.text));
            for &span in &*reading.map_or_else(parted, |reading| reading.spans(number)) {
                let Some(text) = span.slice(&paragraph.text) else { continue };
                if gate.sentences.len() == MOST_SENTENCES {
                    gate.has_heard_all = false;
                    return gate;
                }
                let place = Place { paragraph: number, span };
                match read.as_mut().and_then(|read| read.terms_at(place)) {
                    Some(words) => gate.hear(place, text, words),
                    None => {
                        let language = Rc::clone(&gate.language);
                        gate.hear(place, text, segment::words(text).map(|(_, word)| (word, language.term(word))));
                    }
                }
            }
        }
        gate
    }

    /// Whether it has read the whole article, and not only its beginning because it has too many sentences.
    pub const fn has_heard_all(&self) -> bool {
        self.has_heard_all
    }

    /// How long the sentences are, in bytes, against which a claim with these passages is held.
    pub fn bytes_around(&self, evidence: &[Place]) -> usize {
        self.window(evidence).iter().map(|heard| heard.text.len()).sum()
    }

    /// Takes in a sentence, of whose words the terms are known.
    fn hear(&mut self, place: Place, text: &'a str, words: impl Iterator<Item = (&'a str, Rc<str>)>) {
        let mut terms = Set::with_capacity_and_hasher(text.len() / LETTERS, Default::default());
        let mut names = Set::default();
        let (german, mut last) = (self.language.tag() == Some("de"), "");
        for (at, (word, term)) in words.enumerate() {
            let capital = word.starts_with(char::is_uppercase);
            if capital {
                names.insert(Rc::clone(&term));
            }
            if german && capital && is_determiner(last) {
                self.nouns.insert(Rc::clone(&term));
            }
            last = word;
            if at > 0 && capital {
                let folded = fold(word);
                if !self.capitals.contains(&*folded) {
                    self.capitals.insert(folded.into_owned());
                }
                let subject = self.subjects.entry(Rc::clone(&term)).or_default();
                subject.paragraphs += usize::from(subject.last != Some(place.paragraph));
                subject.last = Some(place.paragraph);
                subject.sentences += usize::from(subject.last_sentence != Some(self.sentences.len()));
                subject.last_sentence = Some(self.sentences.len());
                subject.leads |= place.paragraph.get() <= LEAD;
            }
            if terms.insert(Rc::clone(&term)) {
                *self.having.entry(term).or_default() += 1;
            }
        }
        self.sentences.push(Heard {
            place,
            text,
            terms,
            names,
            figures: OnceCell::new(),
            stance: OnceCell::new(),
            row: OnceCell::new(),
            hedged: OnceCell::new(),
        });
    }

    fn term(&self, word: &str) -> Rc<str> {
        self.language.term(word)
    }

    /// Judges a claim by the passages that are to support it, and whom it credits, if anybody. Without a passage nothing of
    /// it is supported.
    pub fn judge(&self, claim: &str, said_by: Option<&str>, evidence: &[Place]) -> Verdict {
        let tag = self.language.tag();
        let mut other_speaker = said_by.is_some_and(|speaker| self.is_other_speaker(speaker, evidence));
        let around = self.window(evidence);
        let own = |heard: &&&Heard<'a>| evidence.iter().any(|place| place.paragraph == heard.place.paragraph);
        let window: Vec<&Heard<'a>> = around.iter().filter(own).copied().collect();
        // A sentence says what it says.
        if let Some(same) = window.iter().find(|heard| heard.text == claim) {
            let missing_figures = repeated(claim, self.figures_of(same));
            return Verdict { missing_figures, other_speaker, ..Verdict::GOOD };
        }
        let passage = texts(&window);
        let held = Held::of(claim, &passage, tag, self.published, || self.said(&window));
        let mut coverage = self.coverage(claim, &around, &held);
        if tag == Some("de") && coverage < UNTOLD {
            coverage = coverage.max(self.coverage_by_forms(claim, &around));
        }
        let told = tag != Some("en") && coverage >= UNTOLD;
        let support = if coverage >= COVERAGE || told { 1.0 } else { self.support(claim, &texts(&around)) };
        let missing_figures = held.missing();
        // What is cut out of a sentence has its names and figures in their places.
        let is_part = window.iter().any(|heard| is_cut_from(claim, heard.text));
        let (missing_names, missing_quotations, misplaced) = if is_part {
            (Vec::new(), Vec::new(), Vec::new())
        } else {
            let mut names = self.missing_names(claim, evidence, &window);
            names.retain(|name| !held.is_in_date(name));
            let mut misplaced = self.misplaced(claim, &window, evidence, &held);
            misplaced.extend(self.other_place(claim, &around));
            (names, missing_quotations(claim, &texts(&around)), misplaced)
        };
        let dropped_hedge = self.dropped_hedge(claim, said_by, &window);
        let turned = || if is_part { None } else { self.turned_round(claim, &window) };
        let contrary = self.contrary(claim, &window).or_else(turned);
        other_speaker = other_speaker || !is_part && self.is_told_by_other(claim, evidence);
        // Where all words are there, none is added.
        let added = if is_part || coverage >= 1.0 { None } else { self.added(claim, &window, &around) };
        let overstated = || self.overstated(claim, held.figures(), &around);
        let unsaid = || self.unsaid_link(claim, &around);
        let added = added.or_else(|| if is_part { None } else { overstated().or_else(unsaid) });
        Verdict {
            missing_figures,
            missing_names,
            missing_quotations,
            misplaced,
            dropped_hedge,
            added,
            coverage,
            support,
            contrary,
            other_speaker,
            other_date: false,
        }
    }

    /// The figures of a sentence.
    fn figures_of<'h>(&self, heard: &'h Heard<'_>) -> &'h Rc<[Figure]> {
        heard.figures.get_or_init(|| bare_figures_in(heard.text, self.language.tag()).into())
    }

    fn said<'h>(&self, window: &[&'h Heard<'a>]) -> Vec<Said<'h>> {
        let of = |heard: &&'h Heard<'a>| {
            let sentence: &'h str = heard.text;
            self.figures_of(heard).iter().map(move |figure| Said { figure, sentence })
        };
        window.iter().flat_map(of).collect()
    }

    /// By what a claim is the contrary of its window.
    fn contrary(&self, claim: &str, window: &[&Heard<'a>]) -> Option<Contrary> {
        let read = |heard: &Heard<'a>| Stance::of(heard.text, &self.language);
        let passage: Vec<&Stance<'a>> = window.iter().map(|heard| heard.stance.get_or_init(|| read(heard))).collect();
        Contrary::of(&Stance::of(claim, &self.language), &passage, |term| self.rarity(term))
    }

    fn support(&self, claim: &str, sentences: &[&str]) -> f32 {
        let rarest = (1.0 + self.sentences.len() as f32).ln();
        let supporter = self.supporter.get_or_init(|| Supporter::new(self.language.tag()));
        supporter.support(claim, sentences, |term| self.rarity(term) / rarest)
    }

    /// The sentences of the passages, and one before and behind each.
    fn window(&self, evidence: &[Place]) -> Vec<&Heard<'a>> {
        let touches = |sentence: &Heard<'_>| {
            evidence.iter().any(|e| e.paragraph == sentence.place.paragraph && e.span.overlaps(sentence.place.span))
        };
        let touched: Vec<bool> = self.sentences.iter().map(touches).collect();
        let at = |index: usize| touched.get(index).copied().unwrap_or(false);
        let near = |index: usize| at(index) || at(index + 1) || index.checked_sub(1).is_some_and(at);
        self.sentences.iter().enumerate().filter(|(index, _)| near(*index)).map(|(_, sentence)| sentence).collect()
    }

    /// The share of a claim's words that two sentences have; those of its figures that are carried, however they are
    /// written, are there.
    fn coverage(&self, claim: &str, window: &[&Heard<'a>], held: &Held<'_>) -> f32 {
        let mut terms: Vec<(Rc<str>, f32)> = Vec::new();
        let mut figures = 0.0;
        for (span, word) in segment::words(claim).filter(|(_, word)| !self.language.is_function_word(word)) {
            let term = self.term(word);
            let there = || window.iter().any(|heard| heard.terms.contains(&term));
            if held.has_any() && !there() && held.is_carried_at(span) {
                figures += self.rarity(&term);
            } else if !terms.iter().any(|(known, _)| *known == term) {
                let weight = self.rarity(&term);
                terms.push((term, weight));
            }
        }
        let total = figures + terms.iter().map(|(_, weight)| weight).sum::<f32>();
        if total == 0.0 {
            return if window.is_empty() { 0.0 } else { 1.0 };
        }
        let mut best = 0.0f32;
        for (at, first) in window.iter().enumerate() {
            for second in window.iter().skip(at).take(PAIRS) {
                let has = |term: &str| first.terms.contains(term) || second.terms.contains(term);
                best = best.max(terms.iter().filter(|(term, _)| has(term)).map(|(_, weight)| weight).sum());
            }
        }
        (best + figures) / total
    }

    /// The same in German where the words of the sentences may have other forms: parts of compounds, parts of verbs.
    fn coverage_by_forms(&self, claim: &str, window: &[&Heard<'a>]) -> f32 {
        let verbs: Vec<Rc<str>> = window.iter().flat_map(|heard| self.bare_verbs(heard.text)).collect();
        let (mut there, mut all) = (0.0, 0.0);
        for (_, word) in segment::words(claim).filter(|(_, word)| !self.language.is_function_word(word)) {
            let term = self.term(word);
            let weight = self.rarity(&term);
            let plainly = || window.iter().any(|heard| heard.terms.contains(&term));
            let bare = || self.bare_verbs(word).iter().any(|verb| verbs.contains(verb));
            if plainly() || self.has_form(window, &term) || bare() {
                there += weight;
            }
            all += weight;
        }
        if all > 0.0 { there / all } else { 0.0 }
    }

    /// How much a term says: more, the fewer sentences of the article have it.
    fn rarity(&self, term: &str) -> f32 {
        let having = self.having.get(term).copied().unwrap_or(1);
        (1.0 + self.sentences.len() as f32 / having as f32).ln()
    }
}

fn texts<'a>(sentences: &[&Heard<'a>]) -> Vec<&'a str> {
    sentences.iter().map(|sentence| sentence.text).collect()
}

/// Whether a claim is a part of a text, but for its first letter's case and its full stop.
fn is_cut_from(claim: &str, text: &str) -> bool {
    let mut cut = claim.trim_end_matches('.').chars();
    let Some(first) = cut.next() else { return false };
    let same = |c: char| c == first || c.to_lowercase().eq(first.to_lowercase());
    let before = |at: usize| text.get(..at).and_then(|before| before.chars().next_back());
    memmem::find_iter(text.as_bytes(), cut.as_str()).any(|at| before(at).is_some_and(same))
}

#[cfg(test)]
mod tests;
