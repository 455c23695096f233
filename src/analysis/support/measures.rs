//! What a claim and a passage have in common, as a row of numbers from which `model` reckons how well the one supports
//! the other. Refuses to weigh them.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::analysis::figures::{Figure, figures_in, is_carried};
use crate::text::segment;
use crate::text::similar::{Sketch, Sketcher, Word};
use crate::text::stem::Language;

/// How many measures there are.
pub(super) const MEASURES: usize = 18;

/// How much a stem that only begins like another must have in common with it to count for it, 0 to 1.
const PREFIX: f32 = 0.6;

/// Letters in a run.
const LETTERS: usize = 3;

/// No more texts are remembered at once.
const REMEMBERED: usize = 4096;

/// A claim or a sentence, read for comparison.
pub(super) struct Read {
    /// All its words.
    terms: Vec<Term>,
    /// Its runs of letters in lower case, sorted, each once.
    letters: Vec<[char; LETTERS]>,
    text: String,
    /// Read when they are first asked for: most claims have none.
    figures: OnceCell<Vec<Figure>>,
    has_small: bool,
    has_capital: bool,
    sketch: Sketch,
}

impl Read {
    fn figures(&self, language: Option<&str>) -> &[Figure] {
        self.figures.get_or_init(|| figures_in(&self.text, language))
    }
}

/// The sentences of a passage that have words.
type Passage = Rc<[Rc<Read>]>;

/// A word, as it is compared.
#[derive(Clone)]
struct Term {
    stem: Rc<str>,
    /// The number of the stem.
    number: usize,
}

/// Reads texts of one language, and remembers them.
pub(super) struct Reader {
    language: Language,
    sketcher: Sketcher,
    read: RefCell<HashMap<String, Rc<Read>>>,
    passages: RefCell<HashMap<String, Passage>>,
    terms: RefCell<Terms>,
}

/// The words that were met.
#[derive(Default)]
struct Terms {
    of: HashMap<String, Term>,
    stems: HashMap<Rc<str>, usize>,
}

impl Reader {
    pub(super) fn new(tag: Option<&str>) -> Self {
        let tag = tag.unwrap_or("und");
        Self {
            language: Language::of_tag(tag),
            sketcher: Sketcher::new(Some(tag)),
            read: RefCell::default(),
            passages: RefCell::default(),
            terms: RefCell::default(),
        }
    }

    fn read(&self, text: &str) -> Rc<Read> {
        if let Some(read) = self.read.borrow().get(text) {
            return Rc::clone(read);
        }
        let read = Rc::new(Read {
            terms: segment::words(text).map(|(_, word)| self.term(word)).collect(),
            letters: runs_of_letters(text),
            text: text.to_owned(),
            figures: OnceCell::new(),
            has_small: text.contains(char::is_lowercase),
            has_capital: text.contains(char::is_uppercase),
            sketch: self.sketcher.sketch(text),
        });
        remember(&self.read, text, &read);
        read
    }

    /// A text as a passage, from memory where it was met before.
    pub(super) fn passage(&self, text: &str) -> Passage {
        if let Some(passage) = self.passages.borrow().get(text) {
            return Rc::clone(passage);
        }
        let spans = segment::sentences(text);
        let sentences: Vec<&str> = spans.iter().filter_map(|span| span.slice(text)).collect();
        let passage = self.sentences(&sentences);
        remember(&self.passages, text, &passage);
        passage
    }

    /// Sentences as a passage.
    pub(super) fn sentences(&self, sentences: &[&str]) -> Passage {
        let read = sentences.iter().map(|text| self.read(text));
        read.filter(|read| !read.sketch.words.is_empty()).collect()
    }

    /// A word as a term, from memory where it was met before.
    pub(super) fn stem(&self, word: &str) -> Rc<str> {
        self.term(word).stem
    }

    fn term(&self, word: &str) -> Term {
        let Terms { of, stems } = &mut *self.terms.borrow_mut();
        if let Some(term) = of.get(word) {
            return term.clone();
        }
        let stem: Rc<str> = self.language.term(word).into();
        let next = stems.len();
        let number = *stems.entry(Rc::clone(&stem)).or_insert(next);
        let term = Term { stem, number };
        of.insert(word.to_owned(), term.clone());
        term
    }

    /// The measures of a claim and a passage; `None` where either has no words. `rarity` says of a term how
    /// rare it is, from 0 to 1.
    pub(super) fn measures(
        &self,
        claim: &str,
        passage: &Passage,
        rarity: impl Fn(&str) -> f32,
    ) -> Option<[f32; MEASURES]> {
        let claim = self.read(claim);
        let pair = Pair::of(&claim, passage, &rarity)?;
        let [figures, carried] = pair.figures(self.language.tag());
        Some([
            pair.best_two(),
            pair.best_plain(),
            pair.weakest(),
            pair.missing().fold(0.0, f32::max),
            pair.missing().sum(),
            pair.middle(),
            pair.last(),
            pair.order(&rarity),
            pair.letters(),
            figures,
            carried,
            pair.is_all_small(),
            pair.weights.iter().copied().fold(0.0, f32::max),
            pair.total() / pair.words.len() as f32,
            (pair.words.len() as f32).ln(),
            pair.names.iter().filter(|is_name| **is_name).count() as f32,
            (1.0 + passage.iter().map(|s| s.terms.len()).sum::<usize>() as f32).ln(),
            passage.len() as f32,
        ])
    }
}

/// A claim, a passage, and how near the words of the one are to those of the other.
struct Pair<'p> {
    claim: &'p Read,
    passage: &'p [Rc<Read>],
    /// The claim's telling words, each once; whether each is a name or a figure, and how much it says.
    words: Vec<&'p Word>,
    names: Vec<bool>,
    weights: Vec<f32>,
    /// For each sentence, how near it comes to each of the words: by the same stem, by its beginning, or, but for names and
    /// figures, by a word whose vector is near.
    near: Vec<Vec<f32>>,
    /// For each of the words, the most of any sentence.
    best: Vec<f32>,
}

impl<'p> Pair<'p> {
    fn of(claim: &'p Read, passage: &'p [Rc<Read>], rarity: &impl Fn(&str) -> f32) -> Option<Self> {
        let mut words: Vec<&Word> = Vec::new();
        for word in &claim.sketch.words {
            if !words.iter().any(|known| is_same(known, word)) {
                words.push(word);
            }
        }
        if words.is_empty() || passage.is_empty() {
            return None;
        }
        let weights = words.iter().map(|word| rarity(&word.stem)).collect();
        let names: Vec<bool> = words.iter().map(|word| is_name(word)).collect();
        let how = |is_name: bool| if is_name { form } else { sense };
        let row = |read: &Rc<Read>| {
            let chosen = words.iter().zip(&names);
            chosen.map(|(word, is_name)| nearest(word, &read.sketch.words, how(*is_name))).collect()
        };
        let near: Vec<Vec<f32>> = passage.iter().map(row).collect();
        let best = near.iter().fold(vec![0.0; words.len()], |best, row| greater(&best, row));
        Some(Self { claim, passage, words, names, weights, near, best })
    }

    fn total(&self) -> f32 {
        self.weights.iter().sum()
    }

    /// The share of the claim's weight that the best two sentences find.
    fn best_two(&self) -> f32 {
        let mut best = 0f32;
        for (at, first) in self.near.iter().enumerate() {
            for second in self.near.iter().skip(at) {
                let found = first.iter().zip(second).zip(&self.weights).map(|((a, b), weight)| a.max(*b) * weight);
                best = best.max(found.sum());
            }
        }
        best / self.total()
    }

    /// What the best sentence finds of the words that are no names; 1 where all are.
    fn best_plain(&self) -> f32 {
        let plain: Vec<f32> = self
            .names
            .iter()
            .zip(&self.weights)
            .map(|(is_name, weight)| if *is_name { 0.0 } else { *weight })
            .collect();
        let total: f32 = plain.iter().sum();
        let found = |row: &Vec<f32>| row.iter().zip(&plain).map(|(near, weight)| near * weight).sum::<f32>();
        if total > 0.0 { self.near.iter().map(found).fold(0.0, f32::max) / total } else { 1.0 }
    }

    /// How near the passage comes to the word that it has least, by the best two sentences in a row.
    fn weakest(&self) -> f32 {
        let least = |row: &[f32]| row.iter().copied().fold(1.0, f32::min);
        let pairs = self.near.iter().enumerate().map(|(at, first)| match self.near.get(at + 1) {
            Some(second) => least(&greater(first, second)),
            None => least(first),
        });
        pairs.fold(0.0, f32::max)
    }

    /// How much of each word's weight the passage lacks.
    fn missing(&self) -> impl Iterator<Item = f32> {
        self.best.iter().zip(&self.weights).map(|(near, weight)| (1.0 - near) * weight)
    }

    /// How near the passage comes to the claim's telling words but the first and the last.
    fn middle(&self) -> f32 {
        let inner = self.best.get(1..self.best.len().saturating_sub(1)).filter(|inner| !inner.is_empty());
        let inner = inner.unwrap_or(&self.best);
        inner.iter().sum::<f32>() / inner.len().max(1) as f32
    }

    /// How near the passage comes to the last, of which a claim says the most; to a name by its vector too.
    fn last(&self) -> f32 {
        let Some(last) = self.words.last() else { return 0.0 };
        self.passage.iter().map(|read| nearest(last, &read.sketch.words, sense)).fold(0.0, f32::max)
    }

    /// The longest run of the claim's words that a sentence has in their order, by weight.
    fn order(&self, rarity: &impl Fn(&str) -> f32) -> f32 {
        let terms: Vec<usize> = self.claim.terms.iter().map(|term| term.number).collect();
        let weights: Vec<f32> = self.claim.terms.iter().map(|term| rarity(&term.stem)).collect();
        let found = self.passage.iter().map(|read| common_subsequence(&terms, &weights, &read.terms));
        found.fold(0.0, f32::max) / weights.iter().sum::<f32>().max(f32::MIN_POSITIVE)
    }

    /// 1 where the claim has figures, and the share of them that the passage carries.
    fn figures(&self, language: Option<&str>) -> [f32; 2] {
        let claimed = self.claim.figures(language);
        let carried = || self.passage.iter().flat_map(|read| read.figures(language));
        let share = share(claimed.iter().map(|figure| is_carried(figure, carried())));
        [f32::from(u8::from(!claimed.is_empty())), share]
    }

    /// 1 where the passage is written without capitals, so that neither its names nor its sentences are marked.
    fn is_all_small(&self) -> f32 {
        let has = |case: fn(&Read) -> bool| self.passage.iter().any(|read| case(read));
        f32::from(u8::from(has(|read| read.has_small) && !has(|read| read.has_capital)))
    }

    /// The share of the claim's runs of three letters that the passage has.
    fn letters(&self) -> f32 {
        let known = |run| self.passage.iter().any(|read| read.letters.binary_search(run).is_ok());
        share(self.claim.letters.iter().map(known))
    }
}

/// Puts what was read of a text into a memory that is emptied when it is full.
fn remember<T: ?Sized>(memory: &RefCell<HashMap<String, Rc<T>>>, text: &str, read: &Rc<T>) {
    let mut memory = memory.borrow_mut();
    if memory.len() >= REMEMBERED {
        memory.clear();
    }
    memory.insert(text.to_owned(), Rc::clone(read));
}

/// The share of what is asked that is so; 1 where nothing is.
fn share(answers: impl Iterator<Item = bool>) -> f32 {
    let (mut asked, mut so) = (0, 0);
    for answer in answers {
        asked += 1;
        so += usize::from(answer);
    }
    if asked == 0 { 1.0 } else { so as f32 / asked as f32 }
}

fn is_name(word: &Word) -> bool {
    word.is_name || word.folded.contains(|c: char| c.is_numeric())
}

/// Whether two words of one sketcher have one stem.
fn is_same(word: &Word, other: &Word) -> bool {
    Arc::ptr_eq(&word.stem, &other.stem)
}

/// How near the nearest of some words is to a word.
fn nearest(word: &Word, among: &[Word], near: impl Fn(&Word, &Word) -> f32) -> f32 {
    among.iter().map(|other| near(word, other)).fold(0.0, f32::max)
}

/// 1 for the same stem, less for one that only begins like it or has a vector near to it.
fn sense(word: &Word, other: &Word) -> f32 {
    match form(word, other) {
        1.0 => 1.0,
        form => form.max(word.near_of_another_stem(other)),
    }
}

fn runs_of_letters(text: &str) -> Vec<[char; LETTERS]> {
    let letters: Vec<char> = text.to_lowercase().chars().collect();
    let mut runs: Vec<[char; LETTERS]> = letters.windows(LETTERS).filter_map(|run| run.try_into().ok()).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// 1 for the same stem, less for one that only begins like it.
fn form(word: &Word, other: &Word) -> f32 {
    if is_same(word, other) {
        return 1.0;
    }
    // Most words part at the first letter.
    if word.stem.as_bytes().first() != other.stem.as_bytes().first() {
        return 0.0;
    }
    let common = word.stem.chars().zip(other.stem.chars()).take_while(|(a, b)| a == b).count();
    let longer = word.stem.chars().count().max(other.stem.chars().count());
    let share = common as f32 / longer.max(1) as f32;
    if common >= 4 && share >= PREFIX { share } else { 0.0 }
}

fn greater(a: &[f32], b: &[f32]) -> Vec<f32> {
    a.iter().zip(b).map(|(a, b)| a.max(*b)).collect()
}

/// The weight of the heaviest common subsequence of a sequence with these weights and another.
fn common_subsequence(terms: &[usize], weights: &[f32], others: &[Term]) -> f32 {
    let mut row = vec![0f32; others.len()];
    for (term, weight) in terms.iter().zip(weights) {
        let (mut diagonal, mut left) = (0f32, 0f32);
        for (other, cell) in others.iter().zip(row.iter_mut()) {
            let above = *cell;
            *cell = if *term == other.number { diagonal + weight } else { above.max(left) };
            (diagonal, left) = (above, *cell);
        }
    }
    row.last().copied().unwrap_or(0.0)
}
