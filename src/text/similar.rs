//! How alike two short texts are. For English a table of token vectors (see [`table`]) beside the words themselves; for
//! any other language stems and trigrams of characters, which find the same words but not words that mean the same.
//! Refuses to decide what a score means: two texts on one topic may score 0.5 and say nothing in common.
//!
//! The score is a linear combination fitted by ridge regression to people's judgements of pairs of news sentences and
//! captions (STS 2012–2016, SICK): 5 = the same, 0 = unrelated, here divided by five.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::Span;
use crate::text::stem::Language;

mod nearness;
mod table;

pub use nearness::Nearness;
use table::{DIMENSIONS, Sum, Table};

/// A word's vector is shorter than this when it is a function word: the table's rows are weighted by rarity.
const FUNCTION_WORD: f32 = 0.95;
/// What is taken from the length of a word's vector to make its weight.
const WEIGHTLESS: f32 = 0.9;
/// No word weighs more than one with a vector of this length.
const HEAVIEST: f32 = 3.2;
/// Every word's weight where there is no table.
const EVEN: f32 = 1.5;
/// Words whose trigrams agree less are not taken for forms of one word, where there is no table.
const ALIKE_TRIGRAMS: f32 = 0.55;

/// How likeness is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Token vectors, English.
    Vectors,
    /// Stems and trigrams of characters.
    Stems,
}

impl Method {
    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Vectors => "vectors",
            Self::Stems => "stems",
        }
    }
}

/// A direction in the space of the table, each value from −127 to 127. Two bytes each, though one would hold them: products
/// of two-byte numbers are summed by one instruction on every processor, in half the time.
#[derive(Clone, Debug)]
pub struct Vector {
    values: Box<[i16; DIMENSIONS]>,
    scale: f32,
}

impl Vector {
    fn of(sum: &Sum) -> Option<Self> {
        Self::of_length(sum, length(sum))
    }

    /// The direction of a sum whose length is known.
    fn of_length(sum: &Sum, length: f32) -> Option<Self> {
        if length <= f32::EPSILON {
            return None;
        }
        let largest = lanes(sum, 0.0, |most, x| if x.abs() > most { x.abs() } else { most });
        let largest = largest.into_iter().fold(0f32, f32::max);
        let mut values = Box::new([0i16; DIMENSIONS]);
        let step = 127.0 / largest;
        for (value, x) in values.iter_mut().zip(sum) {
            // Rounded by cutting: the processor does that for many at once.
            *value = (x * step + 0.5f32.copysign(*x)) as i16;
        }
        Some(Self { values, scale: largest / 127.0 / length })
    }

    /// The cosine of the angle between the two, −1 to 1.
    pub fn cosine(&self, other: &Self) -> f32 {
        // In chunks of known length, which the compiler turns into four instructions each for eight values.
        let product = |(a, b): (&i16, &i16)| i32::from(*a) * i32::from(*b);
        let chunk = |(a, b): (&[i16; 32], &[i16; 32])| a.iter().zip(b).map(product).sum::<i32>();
        let (a, b) = (self.values.as_chunks().0, other.values.as_chunks().0);
        let sum: i32 = a.iter().zip(b).map(chunk).sum();
        sum as f32 * (self.scale * other.scale)
    }
}

/// Sixteen values of a sum folded side by side: one after another each would wait for the one before it.
fn lanes(sum: &Sum, start: f32, fold: impl Fn(f32, f32) -> f32) -> [f32; 16] {
    let mut lanes = [start; 16];
    for chunk in sum.as_chunks::<16>().0 {
        lanes.iter_mut().zip(chunk).for_each(|(lane, x)| *lane = fold(*lane, *x));
    }
    lanes
}

/// The length of a sum of rows.
fn length(sum: &Sum) -> f32 {
    lanes(sum, 0.0, |squares, x| squares + x * x).into_iter().sum::<f32>().sqrt()
}

/// A word of a text, as it is compared.
#[derive(Clone, Debug)]
pub struct Word {
    /// Where it stands in the text.
    pub span: Span,
    /// In lower case, without accents.
    pub folded: Arc<str>,
    /// Its stem.
    pub stem: Arc<str>,
    /// How much it says: 0 to 2.3, function words left out.
    pub weight: f32,
    /// Whether it begins with a capital within a sentence.
    pub is_name: bool,
    /// Its number among the words that its sketcher has met.
    number: usize,
    vector: Option<Arc<Vector>>,
}

/// A word as it is in every text: what is reckoned once, however often it comes.
#[derive(Clone)]
struct Form {
    folded: Arc<str>,
    stem: Arc<str>,
    weight: f32,
    number: usize,
    /// Its rows of the table, summed; `None` where the table has none.
    sum: Option<Arc<Sum>>,
    vector: Option<Arc<Vector>>,
}

/// A text, ready to be compared with many.
#[derive(Clone, Debug)]
pub struct Sketch {
    /// The direction of the whole text; `None` where there is no table for its language, or it has no word.
    pub vector: Option<Vector>,
    /// Its words that say something, in order.
    pub words: Vec<Word>,
    /// Its numbers in digits, each once.
    numbers: Vec<String>,
}

/// Makes sketches of texts in one language. It remembers the words it has met: those of two briefs come again and again.
pub struct Sketcher {
    language: Language,
    method: Method,
    met: RefCell<Met>,
}

/// The words that a sketcher has met, and their stems: one `Arc` for each stem, so that two words of one sketcher have
/// the same stem when it is the same `Arc`.
#[derive(Default)]
struct Met {
    forms: HashMap<String, Form>,
    stems: HashMap<String, Arc<str>>,
}

/// What two sketches have in common, each from 0 to 1 but where it says otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Likeness {
    /// Cosine of the two texts' vectors, −1 to 1.
    pub cosine: f32,
    /// How much of the weight of the one less covered is found in the other, near words counting in part.
    pub covered: f32,
    /// The same for the one better covered, near words counting little.
    pub within: f32,
    /// The score: 1 the same, 0 unrelated.
    pub score: f32,
}

impl Sketcher {
    /// For texts in a language, by its BCP 47 tag; a text of no stated language is taken for English.
    pub fn new(tag: Option<&str>) -> Self {
        let language = Language::of_tag(tag.unwrap_or("en"));
        let method = if language.tag() == Some("en") { Method::Vectors } else { Method::Stems };
        Self { language, method, met: RefCell::default() }
    }

    /// How its sketches are compared.
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The stem of a word.
    pub fn stem(&self, word: &str) -> String {
        self.language.term(word)
    }

    /// The direction of a text alone, for a first look at many; `None` where there is no table for its language.
    pub fn direction(&self, text: &str) -> Option<Vector> {
        if self.method == Method::Stems {
            return None;
        }
        let mut total = [0.0; DIMENSIONS];
        for token in tokens(text) {
            Table::get().add(&token.folded, &mut total);
        }
        Vector::of(&total)
    }

    /// The sketch of a text.
    pub fn sketch(&self, text: &str) -> Sketch {
        let mut total = [0.0; DIMENSIONS];
        let tokens = tokens(text);
        let mut words = Vec::with_capacity(tokens.len());
        let mut before = Before::Start;
        for token in &tokens {
            if let Some(word) = self.word(text, token, before, &mut total) {
                words.push(word);
            }
            before = Before::after(token);
        }
        let content: Vec<Word> = words.iter().filter(|word| word.weight > 0.0).cloned().collect();
        if !content.is_empty() {
            words = content;
        }
        let vector = if self.method == Method::Vectors { Vector::of(&total) } else { None };
        Sketch { vector, words, numbers: numbers(text) }
    }

    /// The word of a token; a sign only adds to the `total`.
    fn word(&self, text: &str, token: &Token, before: Before, total: &mut Sum) -> Option<Word> {
        let written = token.span.slice(text).unwrap_or_default();
        let form = self.form(&token.folded, written);
        if let Some(sum) = &form.sum {
            total.iter_mut().zip(sum.iter()).for_each(|(total, x)| *total += x);
        }
        if token.is_sign {
            return None;
        }
        let is_name = before == Before::Word && written.chars().count() > 1 && written.starts_with(char::is_uppercase);
        let Form { folded, stem, weight, number, vector, .. } = form;
        Some(Word { span: token.span, folded, stem, weight, is_name, number, vector })
    }

    /// What is known of a word in lower case without accents, which is `written` so in the text.
    fn form(&self, folded: &str, written: &str) -> Form {
        // Without a table it is the accents that tell "el" from "él".
        let key = if self.method == Method::Vectors { folded } else { written };
        let Met { forms, stems } = &mut *self.met.borrow_mut();
        if let Some(form) = forms.get(key) {
            return form.clone();
        }
        let mut sum = [0.0; DIMENSIONS];
        let known = self.method == Method::Vectors && Table::get().add(folded, &mut sum);
        let length = length(&sum);
        let weight = match self.method {
            Method::Vectors if length > FUNCTION_WORD => length.min(HEAVIEST) - WEIGHTLESS,
            Method::Vectors if length <= f32::EPSILON => EVEN,
            Method::Stems if !self.language.is_function_word(written) => EVEN,
            _ => 0.0,
        };
        let stem = self.language.term(folded);
        let form = Form {
            folded: folded.into(),
            stem: Arc::clone(stems.entry(stem).or_insert_with_key(|stem| stem.as_str().into())),
            weight,
            number: forms.len(),
            sum: known.then(|| Arc::new(sum)),
            vector: Vector::of_length(&sum, length).map(Arc::new),
        };
        forms.insert(key.to_owned(), form.clone());
        form
    }
}

/// What stands before a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Start,
    Stop,
    Word,
}

impl Before {
    fn after(token: &Token) -> Self {
        match token.folded.as_str() {
            "." | "!" | "?" | ":" => Self::Stop,
            _ => Self::Word,
        }
    }
}

impl Sketch {
    /// What it has in common with another. The same both ways.
    pub fn likeness(&self, other: &Self) -> Likeness {
        self.likeness_by(other, Word::near)
    }

    /// The same, with what is already known of how near two words are.
    pub fn likeness_by(&self, other: &Self, near: impl Fn(&Word, &Word) -> f32) -> Likeness {
        let (mine, theirs) = nearest(&self.words, &other.words, near);
        let (near_a, near_b) = (share(&self.words, &mine, 1), share(&other.words, &theirs, 1));
        let (far_a, far_b) = (share(&self.words, &mine, 3), share(&other.words, &theirs, 3));
        let covered = near_a.min(near_b);
        let within = far_a.max(far_b);
        let cosine = match (&self.vector, &other.vector) {
            (Some(a), Some(b)) => a.cosine(b),
            _ => (far_a + far_b) / 2.0,
        };
        let names = f32::from(self.strange_names(other).min(other.strange_names(self)).min(2));
        let (numbers, no_number_shared) = self.numbers_shared(other);
        let sum = 2.197 * cosine + 2.591 * covered + 0.254 * within + 0.683 * numbers
            - 0.822 * no_number_shared
            - 0.206 * names
            - 0.144;
        Likeness { cosine, covered, within, score: (sum / 5.0).clamp(0.0, 1.0) }
    }

    /// How many of its names the other does not have.
    fn strange_names(&self, other: &Self) -> u8 {
        let known = |name: &Word| other.words.iter().any(|word| word.folded == name.folded);
        let mut strange: Vec<&str> = Vec::new();
        for name in self.words.iter().filter(|word| word.is_name && !known(word)) {
            if !strange.contains(&&*name.folded) {
                strange.push(&name.folded);
            }
        }
        u8::try_from(strange.len()).unwrap_or(u8::MAX)
    }

    /// The share of numbers in both, less one half, and 1 where both have numbers and none is shared.
    fn numbers_shared(&self, other: &Self) -> (f32, f32) {
        let shared = self.numbers.iter().filter(|number| other.numbers.contains(number)).count();
        let all = self.numbers.len() + other.numbers.len() - shared;
        match (self.numbers.is_empty(), other.numbers.is_empty()) {
            (true, true) => (0.0, 0.0),
            (false, false) => (shared as f32 / all as f32 - 0.5, if shared == 0 { 1.0 } else { 0.0 }),
            _ => (-0.25, 0.0),
        }
    }

    /// For each of its words, how near the nearest word of the other is, 0 to 1.
    pub fn nearness(&self, other: &Self) -> Vec<f32> {
        nearest(&self.words, &other.words, Word::near).0
    }
}

/// For each word of either side, how near the nearest of the other side is.
fn nearest(a: &[Word], b: &[Word], near: impl Fn(&Word, &Word) -> f32) -> (Vec<f32>, Vec<f32>) {
    let (mut mine, mut theirs) = (vec![0f32; a.len()], vec![0f32; b.len()]);
    for (x, best) in a.iter().zip(&mut mine) {
        for (y, other) in b.iter().zip(&mut theirs) {
            let near = near(x, y);
            *best = best.max(near);
            *other = other.max(near);
        }
    }
    (mine, theirs)
}

/// The share of the words' weight that is found, `near` to the power given.
fn share(words: &[Word], near: &[f32], power: i32) -> f32 {
    let weight: f32 = words.iter().map(Word::heft).sum();
    let found: f32 = words.iter().zip(near).map(|(word, near)| word.heft() * near.powi(power)).sum();
    if weight > 0.0 { found / weight } else { 0.0 }
}

impl Word {
    fn heft(&self) -> f32 {
        self.weight.max(0.02)
    }

    /// How near two words are: 1 the same stem, 0 unrelated.
    pub fn near(&self, other: &Self) -> f32 {
        if self.stem == other.stem { 1.0 } else { self.near_of_another_stem(other) }
    }

    /// The same, where it is known that the two have different stems.
    pub fn near_of_another_stem(&self, other: &Self) -> f32 {
        match (&self.vector, &other.vector) {
            (Some(a), Some(b)) => a.cosine(b).max(0.0),
            (None, None) => trigrams_shared(&self.folded, &other.folded),
            _ => 0.0,
        }
    }
}

/// The share of trigrams of characters that two words have in common (Dice), 0 where it is too small to mean anything.
fn trigrams_shared(a: &str, b: &str) -> f32 {
    let trigrams = |word: &str| -> HashSet<[char; 3]> {
        let letters: Vec<char> = word.chars().collect();
        letters.windows(3).filter_map(|three| three.try_into().ok()).collect()
    };
    let (a, b) = (trigrams(a), trigrams(b));
    let shared = 2.0 * a.intersection(&b).count() as f32 / (a.len() + b.len()).max(1) as f32;
    if shared >= ALIKE_TRIGRAMS { shared } else { 0.0 }
}

struct Token {
    span: Span,
    folded: String,
    is_sign: bool,
}

/// Words and signs, as the table's vocabulary has them: lower case, no accents, every sign and ideograph alone.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let span = Span::new(at, at + c.len_utf8());
        if c.is_whitespace() {
            open = false;
        } else if c.is_alphanumeric() && !is_ideograph(c) || is_combining_mark(c) {
            if !open {
                tokens.push(Token { span, folded: String::with_capacity(16), is_sign: false });
            }
            if let Some(token) = tokens.last_mut() {
                token.span = token.span.hull(span);
                fold_into(&mut token.folded, c);
            }
            open = true;
        } else if !c.is_control() {
            tokens.push(Token { span, folded: c.to_string(), is_sign: !is_ideograph(c) });
            open = false;
        }
    }
    tokens
}

/// Adds a letter in lower case without its accents.
fn fold_into(folded: &mut String, letter: char) {
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
    } else {
        let bare = std::iter::once(letter).nfd().filter(|c| !is_combining_mark(*c));
        folded.extend(bare.flat_map(char::to_lowercase));
    }
}

const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{2ffff}')
}

/// The numbers of a text that are written in digits, as they are written, each once.
fn numbers(text: &str) -> Vec<String> {
    let part = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let runs = text.split(|c| !part(c)).map(|run| run.trim_matches(['.', ',']));
    let mut numbers: Vec<String> = runs.filter(|run| !run.is_empty()).map(str::to_owned).collect();
    numbers.sort();
    numbers.dedup();
    numbers
}

#[cfg(test)]
mod tests {
    use super::Sketcher;

    fn score(tag: &str, a: &str, b: &str) -> f32 {
        let sketcher = Sketcher::new(Some(tag));
        sketcher.sketch(a).likeness(&sketcher.sketch(b)).score
    }

    #[test]
    fn what_says_the_same_scores_above_what_shares_a_topic_and_that_above_what_shares_nothing() {
        let cases = [
            (
                "en",
                "All aboard were taken off by lifeboat in the night.",
                "Lifeboats took everyone off before dawn.",
                "The harbour master had warned of the shoal.",
                "Turnout in Anbar was 62 percent.",
            ),
            (
                "de",
                "Die Fähre lief bei Nebel auf eine Sandbank.",
                "Im Nebel ist die Fähre auf eine Sandbank gelaufen.",
                "Die Fähre fährt viermal am Tag.",
                "Das Museum öffnet um neun.",
            ),
        ];
        for (tag, text, same, topic, other) in cases {
            let scores = [same, topic, other].map(|b| score(tag, text, b));
            assert!(scores[0] > scores[1] && scores[1] > scores[2], "{tag} {scores:?}");
            assert!(score(tag, text, text) > 0.9);
        }
    }

    #[test]
    fn likeness_is_the_same_both_ways_and_nothing_is_like_nothing() {
        let sketcher = Sketcher::new(None);
        let (a, b) = (sketcher.sketch("The Sow lies off Brannock Point."), sketcher.sketch("A bank, off the Point."));
        assert!((a.likeness(&b).score - b.likeness(&a).score).abs() < 1e-5);
        assert_eq!(sketcher.sketch("").likeness(&a).score, 0.0);
    }
}
