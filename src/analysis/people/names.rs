//! Names in a sentence: runs of capitalised words, and what the words around them say they are. Refuses to tell who is meant.

use std::borrow::Cow;
use std::rc::Rc;

use super::Pronoun;
use crate::analysis::lexicon::{HE_NAMES, NOT_PERSONS, OPENING, PARTICLES, SAYING, SHE_NAMES, TITLES};
use crate::analysis::reading::{Reading, Sentence};
use crate::text::Span;
use crate::text::stem::{fold, lower};

/// A run of capitalised words.
#[derive(Clone)]
pub(super) struct Run<'a> {
    pub(super) span: Span,
    pub(super) text: &'a str,
    /// Its last word, folded.
    pub(super) last: Rc<str>,
    /// Whether one of its words makes it a name of an organisation or place.
    pub(super) is_organisation: bool,
    /// The word before it in lower case, if any.
    pub(super) before: Cow<'a, str>,
    /// What follows it in the sentence.
    after: &'a str,
}

impl Run<'_> {
    /// What follows it in the sentence.
    pub(super) fn after(&self) -> &str {
        self.after
    }

    /// Whether it stands where only a place does: 'in Hale'.
    pub(super) fn is_placed(&self) -> bool {
        matches!(&*self.before, "in" | "at" | "near" | "from" | "on")
    }

    /// Whether it is only the label of who speaks: 'Tom Hale: The light was out.'
    pub(super) fn is_label(&self) -> bool {
        self.span.start().bytes() == 0 && self.after.starts_with(':')
    }

    /// Which pronoun its first name is used with; `None` for a name that is not known, or not of a person.
    pub(super) fn first_name(&self) -> Option<Pronoun> {
        let (first, _) = without_title(self.text).split_once(' ').filter(|_| !self.is_organisation)?;
        match first {
            _ if HE_NAMES.contains(first) => Some(Pronoun::He),
            _ if SHE_NAMES.contains(first) => Some(Pronoun::She),
            _ => None,
        }
    }

    /// Whether a word says what the named person is: 'Hale, a pilot', 'Hale was a pilot', 'pilot Tom Hale'.
    pub(super) fn is_described_by(&self, text: &str, word: Span) -> bool {
        if word.end() <= self.span.start() {
            return Span::new(word.end(), self.span.start()).slice(text) == Some(" ");
        }
        let between = Span::new(self.span.end(), word.start()).slice(text).unwrap_or("");
        let aside = between.strip_prefix(", ").is_some_and(|rest| !rest.contains(',') && !rest.contains(" and "));
        aside || [" is a ", " was a ", " is the ", " was the "].iter().any(|is| between.starts_with(is))
    }

    /// Whether the words around it say that it is a person.
    pub(super) fn is_introduced(&self) -> bool {
        let next = self.after.split_whitespace().next().unwrap_or("").trim_matches(|c: char| !c.is_alphanumeric());
        let before = self.before.trim_end_matches('.');
        let first = || self.text.split(' ').next().unwrap_or("").trim_end_matches('.');
        let saying = |word: &str| {
            SAYING.contains(word) && !matches!(word, "claims" | "states" | "notes" | "reported" | "reports" | "posted")
        };
        let age = || self.after.strip_prefix(", ").and_then(|a| a.split(',').next()).is_some_and(is_age);
        let who = || self.after.starts_with(", who ");
        self.first_name().is_some()
            || saying(&lower(next))
            || saying(before)
            || age()
            || who()
            || TITLES.contains(before)
            || TITLES.contains(&*lower(first()))
    }
}

fn is_organisation(name: &str) -> bool {
    let mut words = name.split([' ', '-']);
    let shouted = |w: &str| w.chars().count() > 1 && w.chars().all(|c| c.is_uppercase() || c == '.');
    words.any(|w| NOT_PERSONS.contains(&*lower(w)) || shouted(w))
}

fn is_age(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// A name without the title before it.
pub(super) fn without_title(name: &str) -> &str {
    let mut rest = name;
    while let Some((first, more)) = rest.split_once(' ') {
        if !TITLES.contains(&*lower(first.trim_end_matches('.'))) {
            break;
        }
        rest = more;
    }
    rest
}

/// A name without where its bearer is from: 'Norlandish Tom Hale'.
pub(super) fn without_nation(name: &str) -> &str {
    let Some((nation, rest)) = name.split_once(' ') else { return name };
    let first = rest.split(' ').next().unwrap_or("");
    let known = |word: &str| HE_NAMES.contains(word) || SHE_NAMES.contains(word);
    let adjective = ["an", "ish", "ese", "sh", "ch"].iter().any(|end| nation.ends_with(end));
    if adjective && rest.contains(' ') && known(first) && !known(nation) { rest } else { name }
}

/// The runs of capitalised words in a sentence. A word that begins the sentence counts only when the article has it with
/// a capital elsewhere, or another capital follows.
pub(super) fn runs<'a>(sentence: &Sentence<'a>, reading: &Reading<'_>) -> Vec<Run<'a>> {
    let text = sentence.text;
    let mut runs = Vec::new();
    let mut open: Option<(Span, &'a str)> = None;
    let mut before = "";
    let mut at = 0;
    for token in text.split_inclusive(char::is_whitespace) {
        let from = at;
        at += token.len();
        // Most words of a text: no name begins with one, and none goes on.
        if open.is_none() && !has_capital(token) {
            before = token;
            continue;
        }
        let start = from + (token.len() - token.trim_start_matches(|c: char| !c.is_alphanumeric()).len());
        let word = bare(token);
        let possessive = word.len() < token.trim_matches(|c: char| !c.is_alphanumeric()).len();
        let span = Span::new(start.min(text.len()), (start + word.len()).min(text.len()));
        let first = start == 0 || text.get(..start).is_some_and(|s| !s.contains(char::is_alphanumeric));
        let surname = text.get(at..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
        let first_name = surname && (HE_NAMES.contains(word) || SHE_NAMES.contains(word));
        let is_name = if first { first_name || is_known_name(word, reading) } else { starts_as_name(word) };
        let particle = open.is_some() && PARTICLES.contains(word);
        match (&mut open, is_name || particle) {
            (Some((run, _)), true) => *run = run.hull(span),
            (None, true) => open = Some((span, before)),
            _ => {}
        }
        let abbreviated =
            token.trim_end().ends_with('.') && (word.chars().count() == 1 || TITLES.contains(&*lower(word)));
        let goes_on = token.trim_end().ends_with(char::is_alphanumeric) && !possessive || abbreviated;
        if (!is_name && !particle) || !goes_on {
            close(text, &mut open, &mut runs);
        }
        before = token;
    }
    close(text, &mut open, &mut runs);
    runs
}

fn has_capital(token: &str) -> bool {
    // Without a branch for each byte: most words are in small letters of ASCII.
    let may_have = token.bytes().fold(false, |found, byte| found | byte.is_ascii_uppercase() | !byte.is_ascii());
    may_have && token.contains(char::is_uppercase)
}

/// A token as a word: without the marks around it and a possessive ending.
fn bare(token: &str) -> &str {
    let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
    bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare)
}

fn close<'a>(text: &'a str, open: &mut Option<(Span, &'a str)>, runs: &mut Vec<Run<'a>>) {
    let Some((span, before)) = open.take().filter(|(span, _)| !span.is_empty()) else { return };
    let (Some(name), Some(after)) = (span.slice(text), text.get(span.end().bytes()..)) else { return };
    let name = name.trim_end();
    let last = name.rsplit([' ', '-']).next().map(fold).unwrap_or_default();
    let before = lower(bare(before));
    runs.push(Run { span, text: name, last: Rc::from(&*last), is_organisation: is_organisation(name), before, after });
}

fn starts_as_name(word: &str) -> bool {
    let capital = word.starts_with(char::is_uppercase);
    capital
        || ["al-", "el-"].iter().any(|p| word.strip_prefix(p).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
}

fn is_known_name(word: &str, reading: &Reading<'_>) -> bool {
    let lower = lower(word);
    if !starts_as_name(word) || OPENING.contains(&*lower) || reading.language.is_function_word(word) {
        return false;
    }
    let arabic = ["Al-", "El-"]
        .iter()
        .filter_map(|article| word.strip_prefix(article))
        .any(|rest| rest.starts_with(char::is_uppercase));
    arabic || TITLES.contains(&*lower) || reading.is_capitalised(word)
}
