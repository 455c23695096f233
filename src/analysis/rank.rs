//! How much each sentence of an article matters, and how likely each of its terms is to stand in a summary that a person
//! writes. Statistics of the article alone and two fitted tables of weights. Refuses to choose: that is `choose`.
//!
//! Method: two logistic regressions. The first says of a sentence how likely it is among the three that together are
//! most like a person's summary; the second, of a term, how likely it is to stand in that summary, with the best
//! sentence it stands in as one of its features. (A summary weighed by the terms it covers: Gillick and Favre, 2009,
//! 'A Scalable Global Model for Summarization'.)

use std::sync::LazyLock;

use crate::analysis::lexicon::Snippets;
use crate::analysis::likeness::Likeness;
use crate::analysis::reading::{Reading, Sentence, Term};
use crate::analysis::weights::{SENTENCE_BIAS, SENTENCE_WEIGHTS, TERM_BIAS, TERM_WEIGHTS};
use crate::text::marks::Marks;
use crate::text::segment;
use crate::text::stem::lower;

/// Features of a sentence.
pub const SENTENCE_FEATURES: usize = 16;

/// Features of a term.
pub const TERM_FEATURES: usize = 16;

/// What a sentence or term that shares words with title, standfirst or headings gains, as log odds. Set by hand: the
/// articles that the other weights were fitted on have no titles.
const ABOUT: f32 = 0.6;

/// How an article's sentences and terms weigh.
pub struct Ranking {
    /// For each sentence, the likelihood that it belongs in a summary, 0 to 1.
    pub sentences: Vec<f32>,
    /// For each term, the likelihood that it stands in a summary, 0 to 1.
    pub terms: Vec<f32>,
    /// How alike the sentences are.
    pub likeness: Likeness,
}

/// Weighs the sentences and terms of an article.
pub fn rank(reading: &Reading<'_>) -> Ranking {
    let likeness = Likeness::of(reading);
    let weighed = sentence_features(reading, &likeness);
    let scores: Vec<f32> = weighed
        .iter()
        .zip(&reading.sentences)
        .map(|(features, s)| linear(features, &SENTENCE_WEIGHTS, SENTENCE_BIAS) + ABOUT * about_share(reading, s))
        .collect();
    let about = |term: usize| if reading.about.contains(&term) { ABOUT } else { 0.0 };
    let terms = term_features(reading, &scores);
    let terms =
        terms.iter().enumerate().map(|(id, f)| logistic(linear(f, &TERM_WEIGHTS, TERM_BIAS) + about(id))).collect();
    Ranking { sentences: scores.into_iter().map(logistic).collect(), terms, likeness }
}

fn linear<const N: usize>(features: &[f32; N], weights: &[f32; N], bias: f32) -> f32 {
    bias + features.iter().zip(weights).map(|(f, w)| f * w).sum::<f32>()
}

fn logistic(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}

fn flag(yes: bool) -> f32 {
    if yes { 1.0 } else { 0.0 }
}

/// The share of a sentence's content words that stand in title, standfirst or headings too.
fn about_share(reading: &Reading<'_>, sentence: &Sentence<'_>) -> f32 {
    if reading.about.is_empty() {
        return 0.0;
    }
    let content = reading.content(sentence);
    content.iter().filter(|term| reading.about.contains(term)).count() as f32 / content.len().max(4) as f32
}

/// The features of each sentence, in order: position, whether it is the first, length (to 40 words), likeness to the
/// centroid, mean count of its terms, mean likeness to the others, digits, quotation marks, share in quotation marks,
/// backward-looking opening, boilerplate, greatest likeness to an earlier one, share of capitals, likeness to the first
/// one, first or second person, question.
pub fn sentence_features(reading: &Reading<'_>, likeness: &Likeness) -> Vec<[f32; SENTENCE_FEATURES]> {
    let greatest = reading.terms.iter().filter(|t| t.is_content()).map(|t| t.count).max().unwrap_or(1).max(1) as f32;
    let features = |(at, sentence): (usize, &Sentence<'_>)| {
        let content = reading.content(sentence);
        let counts: usize = content.iter().filter_map(|&t| reading.terms.get(t)).map(|t| t.count).sum();
        let capitals = sentence.words.iter().filter(|w| w.capital).count();
        [
            1.0 / (1.0 + at as f32).sqrt(),
            flag(at == 0),
            sentence.length.min(40) as f32 / 40.0,
            likeness.to_centroid(at),
            counts as f32 / content.len().max(1) as f32 / greatest,
            likeness.to_others(at),
            flag(sentence.text.bytes().any(|byte| byte.is_ascii_digit())),
            flag(has_mark(sentence.text)),
            quoted_share(sentence.text),
            flag(looks_back(sentence.text)),
            flag(is_boilerplate(sentence.text)),
            likeness.to_earlier(at),
            capitals as f32 / sentence.words.len().max(1) as f32,
            if at == 0 { 0.0 } else { likeness.between(at, 0) },
            flag(is_personal(sentence)),
            flag(is_question(sentence.text)),
        ]
    };
    reading.sentences.iter().enumerate().map(features).collect()
}

/// Whether a text has a double quotation mark.
fn has_mark(text: &str) -> bool {
    if text.is_ascii() { text.contains('"') } else { text.contains(['"', '“', '”', '«', '„']) }
}

/// The features of each term, by `scores`, the log odds of the article's sentences: how early it comes, its count (three
/// times, as a logarithm, squared, and in sentences), capitals (twice), digits, its best sentence, quoted share, whether
/// it is a function word (three times), whether it stands in the first sentence, early and often, length of the article,
/// shortness.
pub fn term_features(reading: &Reading<'_>, scores: &[f32]) -> Vec<[f32; TERM_FEATURES]> {
    let n = reading.sentences.len().max(1) as f32;
    let mut places = vec![(f32::MIN, 0.0f32); reading.terms.len()];
    for (sentence, &score) in reading.sentences.iter().zip(scores) {
        let share = quoted_share(sentence.text);
        for word in &sentence.words {
            if let Some((best, quoted)) = places.get_mut(word.term) {
                *best = best.max(score);
                *quoted += share;
            }
        }
    }
    let features = |(term, (best, quoted)): (&Term, (f32, f32))| {
        let count = term.count.max(1) as f32;
        let log_count = count.ln();
        let capital = term.capitals as f32 / count;
        let early = 1.0 / (1.0 + term.first as f32).sqrt();
        let function = flag(term.function);
        [
            early,
            log_count,
            log_count * log_count,
            term.sentences as f32 / n,
            capital,
            capital * log_count,
            flag(term.is_number()),
            best.max(-20.0),
            quoted / count,
            function,
            function * log_count,
            function * early,
            flag(term.first == 0),
            early * log_count,
            (1.0 + n).ln(),
            flag(!term.function && term.stem.chars().count() <= 3),
        ]
    };
    reading.terms.iter().zip(places).map(features).collect()
}

/// Words that look back to an earlier sentence when they open one, in lower case, in several languages.
const BACKWARD: &[&str] = &[
    "he",
    "she",
    "it",
    "they",
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "their",
    "its",
    "we",
    "i",
    "but",
    "and",
    "so",
    "also",
    "however",
    "such",
    "then",
    "there",
    "instead",
    "meanwhile",
    "er",
    "sie",
    "es",
    "dies",
    "diese",
    "dieser",
    "aber",
    "und",
    "doch",
    "il",
    "elle",
    "ils",
    "elles",
    "ce",
    "cette",
    "ces",
    "mais",
    "et",
    "él",
    "ella",
    "ellos",
    "esto",
    "este",
    "esta",
    "pero",
    "y",
    "egli",
    "lui",
    "lei",
    "questo",
    "questa",
    "ma",
    "ele",
    "ela",
    "isso",
    "mas",
    "hij",
    "zij",
    "dit",
    "deze",
    "maar",
    "en",
];

/// Pronouns among [`BACKWARD`] that leave a reader asking who or what, in English.
const PRONOUNS: &[&str] = &[
    "he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "their", "its", "such", "it's",
    "that's", "he's", "she's",
];

/// Words that join a sentence to the one before it when they open one, in English.
const JOINING: &[&str] = &["and", "so", "also", "instead", "similarly", "likewise"];

/// Whether a sentence opens with a pronoun, or with what joins it to the one before.
pub fn follows(text: &str) -> bool {
    let mut words = segment::words(text).map(|(_, word)| word);
    let Some(first) = words.next().map(lower) else { return false };
    let example = first == "for" && words.next().is_some_and(|word| matches!(word, "example" | "instance"));
    PRONOUNS.contains(&&*first) || JOINING.contains(&&*first) || example
}

/// Whether a sentence opens with a word that looks back to an earlier one.
pub fn looks_back(text: &str) -> bool {
    segment::words(text).next().is_some_and(|(_, word)| BACKWARD.contains(&&*lower(word)))
}

/// Phrases of pages, not of articles, in lower case.
static BOILERPLATE: LazyLock<Snippets> = LazyLock::new(|| {
    Snippets::of(&[
        "click here",
        "all times local",
        "follow us",
        "follow @",
        "subscribe to",
        "subscribe now",
        "all rights reserved",
        "scroll down",
        "read more",
        "newsletter",
        "see also",
        "photo by",
        "getty images",
        "contributed to this",
        "cookies",
        "sign up for",
        "sign up to",
        "©",
        "photo:",
        "file photo",
        "watch the video",
        "join the conversation",
        "opinions expressed",
        "solely those of the author",
    ])
});

/// Whether a sentence speaks of the page it stands on.
pub fn is_boilerplate(text: &str) -> bool {
    BOILERPLATE.stand_in(text)
}

/// Whether a sentence is a question.
pub fn is_question(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '“', '’', ')', '»', '«', ' ']).ends_with(['?', '？', '؟'])
}

/// Whether a sentence speaks in the first or second person.
fn is_personal(sentence: &Sentence<'_>) -> bool {
    let personal = |word| {
        matches!(word, "I" | "my" | "we" | "We" | "our" | "Our" | "you" | "You" | "your" | "Your" | "us" | "me" | "My")
    };
    // Few words have such a first letter.
    let may_be = |word: &str| {
        matches!(word.as_bytes(), [b'I' | b'm' | b'w' | b'W' | b'o' | b'O' | b'y' | b'Y' | b'u' | b'M', ..])
    };
    sentence.written().any(|(_, word)| may_be(word) && personal(word.split(['\'', '’']).next().unwrap_or(word)))
}

/// The share of a text's bytes that stands inside double quotation marks, 0 to 1.
pub fn quoted_share(text: &str) -> f32 {
    if text.is_ascii() {
        let quoted: usize = text.split('"').skip(1).step_by(2).map(str::len).sum();
        return quoted as f32 / text.len().max(1) as f32;
    }
    let (mut open, mut quoted, mut marks, mut before) = (false, 0usize, Marks::default(), None);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let turn = marks.opens(before, c, chars.peek().copied());
        before = Some(c);
        match (turn, c) {
            (Some(opens), _) => open = opens,
            (None, '「' | '」') => open = c == '「',
            (None, '"') => open = !open,
            _ if open => quoted += c.len_utf8(),
            _ => {}
        }
    }
    quoted as f32 / text.len().max(1) as f32
}
