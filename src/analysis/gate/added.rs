//! Whether a claim adds what the article has nowhere: a cause of its own, or a detail put into a sentence that else stands in
//! the passage. English and German causes, English details. Refuses to weigh other words for the same: what stands in the
//! place of something is no addition.

use std::rc::Rc;
use std::sync::LazyLock;

use super::slots::{is_clause_sign, is_day};
use super::{Gate, Heard};
use crate::analysis::figures::bare_figures_in;
use crate::analysis::lexicon::{SAYING, Words, table};
use crate::analysis::tense::is_past;
use crate::text::similar::Sketcher;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// What tells of a cause or an aim, in a claim: the words, joined by hyphens.
static CAUSES: Words = LazyLock::new(|| {
    table(
        "because due-to owing-to thanks-to as-a-result-of on-account-of so-that in-order-to weil wegen aufgrund infolge damit dank",
    )
});
/// Words that tell in a passage why something is.
static REASONS: Words = LazyLock::new(|| {
    table(
        "because since due owing thanks therefore cause causes caused causing reason reasons why lead leads led leading result \
         results resulted resulting prompt prompted prompting force forced forcing blame blamed blames attributed fuelled \
         fueled driven drives motivated weil wegen aufgrund infolge denn deshalb daher dadurch damit nachdem dank grund gründe \
         ursache führte führt darum",
    )
});
/// Words behind which a clause is added to another.
static JOINTS: Words = LazyLock::new(|| {
    table(
        "and or with without after before during while when by in on at of for from under over through into onto near behind \
         beside inside outside following amid despite as who which where whose because due thanks so using",
    )
});
/// Nouns that say little by themselves, and words that any writer adds.
static LIGHT: Words = LazyLock::new(|| {
    table(
        "time times way ways thing things people person man woman men women day days week weeks month months year years place \
         world country area part parts number group case fact year-old total addition event events incident news report \
         reports statement article interview story process own same different new old recent latest well known nation life end \
         move plan issue work home public major big large small long once twice first second third last next together recently \
         currently later earlier previously so-called age aged compared half quarter decade according source sources official \
         officials feds believed authorities police experts investigators writer author spokesman spokeswoman minister leader found \
         company firm",
    )
});
/// So many words at least tell of a cause.
const CAUSE: usize = 2;
/// What may stand before a noun that is put in.
const ARTICLES: &[&str] = &["the", "a", "an", "his", "her", "its", "their", "some", "both", "any"];
/// Words that are as near as this on average say the same.
const NEAR: f32 = 0.5;
/// Words that share so many first letters are forms of one.
const ALIKE: usize = 5;

/// A telling word of a claim.
struct Told<'c> {
    span: Span,
    word: &'c str,
    term: Rc<str>,
}

impl Gate<'_> {
    /// What a claim adds.
    pub(super) fn added(&self, claim: &str, window: &[&Heard<'_>], around: &[&Heard<'_>]) -> Option<String> {
        let tag = self.language.tag();
        if !matches!(tag, Some("en" | "de")) {
            return None;
        }
        let cause = self.added_cause(claim, around);
        if tag == Some("en") { cause.or_else(|| self.added_detail(claim, window)) } else { cause }
    }

    /// A cause of which the passages have nothing, or no more than half where they tell of none.
    fn added_cause(&self, claim: &str, around: &[&Heard<'_>]) -> Option<String> {
        let (from, span) = cause(claim)?;
        let text = span.slice(claim)?;
        let told = self.told(text);
        let known = told.iter().filter(|word| around.iter().any(|heard| self.has_like(heard, word))).count();
        let reasoned = || around.iter().any(|heard| tells_why(heard.text));
        let added = !told.is_empty()
            && (known == 0 || told.len() >= CAUSE && known * 2 < told.len() + 1 && !reasoned())
            && !self.has_near(text, around);
        added.then(|| [from, text.trim()].join(" "))
    }

    /// Words that the article has nowhere, put between two that stand side by side in the passage, or behind the last.
    fn added_detail(&self, claim: &str, window: &[&Heard<'_>]) -> Option<String> {
        let figures = bare_figures_in(claim, self.language.tag());
        let told = self.told(claim);
        // Figures and names are asked after by themselves.
        let apart = |word: &Told<'_>| {
            word.word.starts_with(char::is_uppercase) || figures.iter().any(|figure| figure.span.covers(word.span))
        };
        let is_known = |word: &Told<'_>| apart(word) || window.iter().any(|heard| self.has_like(heard, word));
        let known: Vec<bool> = told.iter().map(is_known).collect();
        let mut at = 0;
        while at < told.len() {
            let length = known.iter().skip(at).take_while(|known| !**known).count();
            let run = told.get(at..at + length).unwrap_or_default();
            if let (Some(first), Some(last), Some(before)) =
                (run.first(), run.last(), at.checked_sub(1).and_then(|at| told.get(at)))
            {
                let behind = told.get(at + length);
                let text = claim.get(first.span.start().bytes()..last.span.end().bytes()).unwrap_or_default();
                let between =
                    |one: &Told<'_>, next: &Told<'_>| claim.get(one.span.end().bytes()..next.span.start().bytes());
                let joined = behind.and_then(|behind| between(last, behind)).is_some_and(|gap| gap.ends_with(" and "));
                // 'And dismissed the keeper': a verb of the claim's own stands for how the passage joins the two.
                let verb = run.len() == 1 && is_past(&lower(first.word)) && behind.is_some();
                let opened = !verb && opens(between(before, first)) || run.len() > 1 && joined;
                let put_in = || window.iter().any(|heard| self.are_side_by_side(heard, before, behind));
                let new = if opened { self.new_among(run) } else { Vec::new() };
                if !new.is_empty() && put_in() && !self.has_near(&new.join(" "), window) {
                    return Some(text.to_owned());
                }
            }
            at += length.max(1);
        }
        None
    }

    /// Those of some words that tell something and stand nowhere in the article; none where one of them is a word of saying.
    fn new_among<'c>(&self, run: &[Told<'c>]) -> Vec<&'c str> {
        if run.iter().any(|word| SAYING.contains(&*lower(word.word))) {
            return Vec::new();
        }
        let unknown = |word: &&Told<'_>| !self.sentences.iter().any(|heard| self.has_like(heard, word));
        run.iter().filter(|word| !is_light(word.word)).filter(unknown).map(|word| word.word).collect()
    }

    /// Whether sentences say the same in other words, as far as the nearness of the words tells.
    fn has_near(&self, text: &str, sentences: &[&Heard<'_>]) -> bool {
        let sketcher = Sketcher::new(self.language.tag());
        let sketch = sketcher.sketch(text);
        let passage: Vec<&str> = sentences.iter().map(|heard| heard.text).collect();
        let near = sketch.nearness(&sketcher.sketch(&passage.join(" ")));
        !near.is_empty() && near.iter().sum::<f32>() >= NEAR * near.len() as f32
    }

    /// Whether a word of a claim stands in a sentence with no telling word between it and the next; where there is no next,
    /// whether its part of the sentence ends with it.
    fn are_side_by_side(&self, heard: &Heard<'_>, before: &Told<'_>, behind: Option<&Told<'_>>) -> bool {
        let told = self.told(heard.text);
        told.iter().enumerate().filter(|(_, word)| word.term == before.term).any(|(at, word)| {
            let next = told.get(at + 1);
            match (next, behind) {
                // An aside may stand between: "the fossil -- a jaw -- on the field".
                (Some(next), Some(behind)) => {
                    let parted = |one: &Told<'_>, next: &Told<'_>| {
                        let between = heard.text.get(one.span.end().bytes()..next.span.start().bytes());
                        between.is_some_and(is_clause_sign)
                    };
                    let later = || {
                        told.windows(2).skip(at + 1).any(|two| match two {
                            [one, next] => next.term == behind.term && parted(one, next),
                            _ => false,
                        })
                    };
                    next.term == behind.term || parted(word, next) && later()
                }
                (None, None) => true,
                (Some(next), None) => {
                    let between = heard.text.get(word.span.end().bytes()..next.span.start().bytes());
                    between.is_some_and(|between| between.contains([',', ';', ':', '.', '–', '—']))
                }
                (None, Some(_)) => false,
            }
        })
    }

    /// Whether a sentence has a word or a form of it.
    fn has_like(&self, heard: &Heard<'_>, word: &Told<'_>) -> bool {
        heard.terms.contains(&word.term) || {
            let start: String = word.term.chars().take(ALIKE).collect();
            start.chars().count() == ALIKE && heard.terms.iter().any(|term| term.starts_with(&start))
        }
    }

    fn told<'c>(&self, text: &'c str) -> Vec<Told<'c>> {
        let empty = |word: &str| self.language.is_function_word(word) || is_day(word) || word.chars().nth(1).is_none();
        let tells = |(_, word): &(Span, &str)| !empty(word);
        segment::words(text).filter(tells).map(|(span, word)| Told { span, word, term: self.term(word) }).collect()
    }
}

/// The cause that a claim tells of: its first words, and the rest as far as the next comma.
fn cause(claim: &str) -> Option<(&str, Span)> {
    let words: Vec<(Span, &str)> = segment::words(claim).collect();
    (0..words.len()).find_map(|at| {
        let fits = |length: usize| {
            let part = words.get(at..at + length)?;
            let joined: Vec<_> = part.iter().map(|(_, word)| lower(word)).collect();
            CAUSES.contains(joined.join("-").as_str()).then_some(())?;
            let (first, last) = (part.first()?.0, part.last()?.0);
            let rest = claim.get(last.end().bytes()..)?;
            let length = rest.find([',', ';']).unwrap_or(rest.len());
            let span = Span::new(last.end().bytes(), last.end().bytes() + length);
            Some((first.hull(last).slice(claim)?, span))
        };
        (1..=4).find_map(fits)
    })
}

fn tells_why(text: &str) -> bool {
    segment::words(text).any(|(_, word)| REASONS.contains(&*lower(word)))
}

fn is_light(word: &str) -> bool {
    LIGHT.contains(&*lower(word)) || word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether what stands between two words only opens a phrase: a comma, or a preposition and its like.
fn opens(between: Option<&str>) -> bool {
    let between = between.unwrap_or_default();
    let words: Vec<_> = segment::words(between).map(|(_, word)| lower(word)).collect();
    let joint = words.iter().any(|word| JOINTS.contains(&**word));
    let small = words.iter().all(|word| JOINTS.contains(&**word) || ARTICLES.contains(&&**word));
    small && (joint || is_clause_sign(between))
}
