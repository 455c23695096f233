//! What a claim and a passage have in common, as a row of numbers from which `model` reckons how well the one supports
//! the other. Refuses to weigh them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::analysis::figures::{Figure, figures_in, is_carried};
use crate::text::segment;
use crate::text::similar::{Sketch, Sketcher, Word};
use crate::text::stem::Language;

/// How many measures there are.
pub(super) const MEASURES: usize = 29;

/// How much a stem that only begins like another must have in common with it to count for it, 0 to 1.
const PREFIX: f32 = 0.6;

/// Letters in a run.
const LETTERS: usize = 3;

/// Content words behind a word with which it makes a pair.
const REACH: usize = 5;

/// No more texts are remembered at once.
const REMEMBERED: usize = 4096;

/// A claim or a sentence, read for comparison.
pub(super) struct Read {
    /// All its words.
    terms: Vec<Term>,
    /// Its runs of letters in lower case, sorted, each once.
    letters: Vec<[char; LETTERS]>,
    figures: Vec<Figure>,
    sketch: Sketch,
}

/// A word, as it is compared.
#[derive(Clone)]
struct Term {
    stem: Rc<str>,
    /// The number of the stem.
    number: usize,
    is_function_word: bool,
}

/// Reads texts of one language, and remembers them.
pub(super) struct Reader {
    language: Language,
    sketcher: Sketcher,
    read: RefCell<HashMap<String, Rc<Read>>>,
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
            figures: figures_in(text, self.language.tag()),
            sketch: self.sketcher.sketch(text),
        });
        let mut all = self.read.borrow_mut();
        if all.len() >= REMEMBERED {
            all.clear();
        }
        all.insert(text.to_owned(), Rc::clone(&read));
        read
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
        let term = Term { stem, number, is_function_word: self.language.is_function_word(word) };
        of.insert(word.to_owned(), term.clone());
        term
    }

    /// The measures of a claim and the sentences of a passage; `None` where either has no words. `rarity` says of a term how
    /// rare it is, from 0 to 1.
    pub(super) fn measures(
        &self,
        claim: &str,
        sentences: &[&str],
        rarity: impl Fn(&str) -> f32,
    ) -> Option<[f32; MEASURES]> {
        let claim = self.read(claim);
        let mut passage: Vec<Rc<Read>> = sentences.iter().map(|text| self.read(text)).collect();
        passage.retain(|read| !read.sketch.words.is_empty());
        let pair = Pair::of(&claim, &passage, &rarity)?;
        let [figures, carried] = pair.figures();
        let [first, middle, last] = pair.places();
        Some([
            pair.best_two(&pair.near),
            pair.share(&best_of(&pair.near)),
            pair.best_one(&pair.soft),
            pair.best_plain(),
            pair.share(&best_of(&pair.exact)),
            pair.weakest(),
            pair.missing().fold(0.0, f32::max),
            pair.missing().sum(),
            first,
            middle,
            last,
            pair.order(&rarity),
            pair.order_of_content(),
            pair.neighbours(),
            pair.pairs(),
            pair.dense(4),
            pair.dense(10),
            pair.letters(),
            pair.cosine(),
            figures,
            carried,
            pair.weights.iter().copied().fold(0.0, f32::max),
            pair.certain(),
            (pair.words.len() as f32).ln(),
            (1.0 + passage.iter().map(|s| s.terms.len()).sum::<usize>() as f32).ln(),
            passage.len() as f32,
            pair.total() / pair.words.len() as f32,
            pair.words.iter().filter(|word| is_name(word)).count() as f32,
            pair.function_words(),
        ])
    }
}

/// A claim, a passage, and how near the words of the one are to those of the other. In the matrices a row is a sentence,
/// a column a telling word of the claim.
struct Pair<'p> {
    claim: &'p Read,
    passage: &'p [Rc<Read>],
    words: Vec<&'p Word>,
    weights: Vec<f32>,
    /// Only the same stem counts.
    exact: Vec<Vec<f32>>,
    /// The same stem, its beginning, or, but for names and figures, a word near by its vector.
    near: Vec<Vec<f32>>,
    /// The same for names too.
    soft: Vec<Vec<f32>>,
    /// As `near`, a row for each word of the passage.
    by_word: Vec<Vec<f32>>,
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
        let row = |other: &Word, near: fn(&Word, &Word) -> f32| words.iter().map(|word| near(word, other)).collect();
        let (mut exact, mut near, mut soft, mut by_word) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for read in passage {
            let among = &read.sketch.words;
            let same: Vec<Vec<f32>> = among.iter().map(|other| row(other, same)).collect();
            let form: Vec<Vec<f32>> = among.iter().map(|other| row(other, form)).collect();
            let sense: Vec<Vec<f32>> =
                among.iter().zip(&form).map(|(other, form)| greater(form, &row(other, Word::near))).collect();
            let strict = form.iter().zip(&sense).map(|(form, sense)| {
                let chosen = words.iter().zip(form.iter().zip(sense));
                chosen.map(|(word, (form, sense))| if is_name(word) { *form } else { *sense }).collect::<Vec<f32>>()
            });
            let strict: Vec<Vec<f32>> = strict.collect();
            exact.push(best_of(&same));
            soft.push(best_of(&sense));
            near.push(best_of(&strict));
            by_word.extend(strict);
        }
        Some(Self { claim, passage, words, weights, exact, near, soft, by_word })
    }

    fn total(&self) -> f32 {
        self.weights.iter().sum()
    }

    /// The share of the claim's weight that a row finds.
    fn share(&self, row: &[f32]) -> f32 {
        row.iter().zip(&self.weights).map(|(near, weight)| near * weight).sum::<f32>() / self.total()
    }

    fn best_one(&self, rows: &[Vec<f32>]) -> f32 {
        rows.iter().map(|row| self.share(row)).fold(0.0, f32::max)
    }

    fn best_two(&self, rows: &[Vec<f32>]) -> f32 {
        let mut best = 0f32;
        for (at, first) in rows.iter().enumerate() {
            for second in rows.iter().skip(at) {
                best = best.max(self.share(&greater(first, second)));
            }
        }
        best
    }

    /// What the best sentence finds of the words that are no names; 1 where all are.
    fn best_plain(&self) -> f32 {
        self.near.iter().map(|row| self.share_of(row, |word| !is_name(word))).fold(0.0, f32::max)
    }

    fn share_of(&self, row: &[f32], counts: fn(&Word) -> bool) -> f32 {
        let counted = || self.words.iter().zip(row).zip(&self.weights).filter(|((word, _), _)| counts(word));
        let total: f32 = counted().map(|(_, weight)| weight).sum();
        if total > 0.0 { counted().map(|((_, near), weight)| near * weight).sum::<f32>() / total } else { 1.0 }
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
        let best = best_of(&self.near);
        best.into_iter().zip(&self.weights).map(|(near, weight)| (1.0 - near) * weight)
    }

    /// How near the passage comes to the claim's first telling word, those in the middle, the last.
    fn places(&self) -> [f32; 3] {
        let near = best_of(&self.near);
        let last = best_of(&self.soft).last().copied().unwrap_or(0.0);
        let first = near.first().copied().unwrap_or(0.0);
        let inner = near.get(1..near.len().saturating_sub(1)).filter(|inner| !inner.is_empty()).unwrap_or(&near);
        [first, inner.iter().sum::<f32>() / inner.len().max(1) as f32, last]
    }

    /// The longest run of the claim's words that a sentence has in their order, by weight.
    fn order(&self, rarity: &impl Fn(&str) -> f32) -> f32 {
        let terms = &self.claim.terms;
        let weights: Vec<f32> = terms.iter().map(|term| rarity(&term.stem)).collect();
        let found = self
            .passage
            .iter()
            .map(|read| common_subsequence(terms, &weights, &read.terms, |a, b| a.number == b.number));
        found.fold(0.0, f32::max) / weights.iter().sum::<f32>().max(f32::MIN_POSITIVE)
    }

    /// The same for its telling words, by the passage as a whole.
    fn order_of_content(&self) -> f32 {
        let words: Vec<&Word> = self.passage.iter().flat_map(|read| &read.sketch.words).collect();
        common_subsequence(&self.words, &self.weights, &words, |a, b| is_same(a, b)) / self.total()
    }

    /// The share of the claim's neighbouring words that are neighbours in the passage.
    fn neighbours(&self) -> f32 {
        let numbers = |two: &[Term]| two.iter().map(|term| term.number).collect::<Vec<usize>>();
        let found = |two: &[usize]| {
            let same = |known: &[Term]| known.iter().map(|term| term.number).eq(two.iter().copied());
            self.passage.iter().any(|read| read.terms.windows(2).any(same))
        };
        share(self.claim.terms.windows(2).map(|two| found(&numbers(two))))
    }

    /// The share of the claim's neighbouring telling words that stand near each other in a sentence, in any order.
    fn pairs(&self) -> f32 {
        let [_, _, ..] = self.words.as_slice() else { return self.share(&best_of(&self.exact)) };
        share(self.words.windows(2).map(|two| self.passage.iter().any(|read| has_pair(&read.sketch.words, two))))
    }

    /// What a stretch of the passage finds that is not much longer than the claim, near words counting little.
    fn dense(&self, more: usize) -> f32 {
        let little = |row: &Vec<f32>| row.iter().map(|near| near.powi(2)).collect::<Vec<_>>();
        let rows: Vec<Vec<f32>> = self.by_word.iter().map(little).collect();
        let stretches = rows.windows((self.words.len() + more).min(rows.len()));
        stretches.map(|stretch| self.share(&best_of(stretch))).fold(0.0, f32::max)
    }

    /// The cosine of the claim with the sentence most like it.
    fn cosine(&self) -> f32 {
        let cosine = |read: &Rc<Read>| Some(self.claim.sketch.vector.as_ref()?.cosine(read.sketch.vector.as_ref()?));
        self.passage.iter().filter_map(cosine).fold(0.0, f32::max)
    }

    /// What the passage finds, near words counting little.
    fn certain(&self) -> f32 {
        self.share(&best_of(&self.near).iter().map(|near| near.powi(4)).collect::<Vec<_>>())
    }

    fn function_words(&self) -> f32 {
        let known = |number| self.passage.iter().flat_map(|read| &read.terms).any(|term| term.number == number);
        share(self.claim.terms.iter().filter(|term| term.is_function_word).map(|term| known(term.number)))
    }

    /// 1 where the claim has figures, and the share of them that the passage carries.
    fn figures(&self) -> [f32; 2] {
        let claimed = &self.claim.figures;
        let carried = || self.passage.iter().flat_map(|read| &read.figures);
        let share = share(claimed.iter().map(|figure| is_carried(figure, carried())));
        [f32::from(u8::from(!claimed.is_empty())), share]
    }

    /// The share of the claim's runs of three letters that the passage has.
    fn letters(&self) -> f32 {
        let known = |run| self.passage.iter().any(|read| read.letters.binary_search(run).is_ok());
        share(self.claim.letters.iter().map(known))
    }
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

fn same(word: &Word, other: &Word) -> f32 {
    f32::from(u8::from(is_same(word, other)))
}

/// Whether two words, in any order, stand near each other among others.
fn has_pair(words: &[Word], two: &[&Word]) -> bool {
    let [a, b] = two else { return false };
    words.iter().enumerate().any(|(at, word)| {
        let other = if is_same(word, a) { b } else { a };
        let either = is_same(word, a) || is_same(word, b);
        either && words.iter().skip(at + 1).take(REACH).any(|next| is_same(next, other))
    })
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

/// The greatest of each column.
fn best_of(rows: &[Vec<f32>]) -> Vec<f32> {
    let mut best = rows.first().cloned().unwrap_or_default();
    for row in rows.iter().skip(1) {
        best.iter_mut().zip(row).for_each(|(best, near)| *best = best.max(*near));
    }
    best
}

/// The weight of the heaviest common subsequence of two sequences; `weights` are those of `a`.
fn common_subsequence<T>(a: &[T], weights: &[f32], b: &[T], same: impl Fn(&T, &T) -> bool) -> f32 {
    let mut row = vec![0f32; b.len()];
    for (x, weight) in a.iter().zip(weights) {
        let (mut diagonal, mut left) = (0f32, 0f32);
        for (y, cell) in b.iter().zip(row.iter_mut()) {
            let above = *cell;
            *cell = if same(x, y) { diagonal + weight } else { above.max(left) };
            (diagonal, left) = (above, *cell);
        }
    }
    row.last().copied().unwrap_or(0.0)
}
