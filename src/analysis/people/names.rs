//! Names in a sentence: runs of capitalised words, and what the words around them say they are. Refuses to tell who is meant.

use super::Pronoun;
use crate::analysis::lexicon::{HE_NAMES, NOT_PERSONS, OPENING, PARTICLES, SAYING, SHE_NAMES, TITLES};
use crate::analysis::reading::{Reading, Sentence};
use crate::text::Span;
use crate::text::stem::fold;

/// A run of capitalised words.
#[derive(Clone)]
pub(super) struct Run<'a> {
    pub(super) span: Span,
    pub(super) text: &'a str,
    /// The word before it in lower case, if any.
    pub(super) before: String,
    /// What follows it in the sentence.
    after: &'a str,
}

impl Run<'_> {
    pub(super) fn last_word(&self) -> String {
        self.text.rsplit([' ', '-']).next().map(fold).unwrap_or_default().into_owned()
    }

    pub(super) fn is_organisation(&self) -> bool {
        let words = self.text.split([' ', '-']);
        let shouted = |w: &str| w.chars().count() > 1 && w.chars().all(|c| c.is_uppercase() || c == '.');
        words.into_iter().any(|w| NOT_PERSONS.contains(w.to_lowercase().as_str()) || shouted(w))
    }

    /// Which pronoun its first name is used with; `None` for a name that is not known, or not of a person.
    pub(super) fn first_name(&self) -> Option<Pronoun> {
        let (first, _) = without_title(self.text).split_once(' ').filter(|_| !self.is_organisation())?;
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
        let next = self.after.split_whitespace().next().unwrap_or("").to_lowercase();
        let next = next.trim_matches(|c: char| !c.is_alphanumeric());
        let before = self.before.trim_end_matches('.');
        let first = self.text.split(' ').next().unwrap_or("").trim_end_matches('.').to_lowercase();
        let saying = |word: &str| {
            SAYING.contains(word) && !matches!(word, "claims" | "states" | "notes" | "reported" | "reports" | "posted")
        };
        let age = self.after.strip_prefix(", ").and_then(|a| a.split(',').next()).is_some_and(is_age);
        let who = self.after.starts_with(", who ");
        self.first_name().is_some()
            || saying(next)
            || saying(before)
            || age
            || who
            || TITLES.contains(before)
            || TITLES.contains(first.as_str())
    }
}

fn is_age(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// A name without the title before it.
pub(super) fn without_title(name: &str) -> &str {
    let mut rest = name;
    while let Some((first, more)) = rest.split_once(' ') {
        if !TITLES.contains(first.trim_end_matches('.').to_lowercase().as_str()) {
            break;
        }
        rest = more;
    }
    rest
}

/// The runs of capitalised words in a sentence. A word that begins the sentence counts only when the article has it with
/// a capital elsewhere, or another capital follows.
pub(super) fn runs<'a>(sentence: &Sentence<'a>, reading: &Reading<'_>) -> Vec<Run<'a>> {
    let text = sentence.text;
    let mut runs = Vec::new();
    let mut open: Option<(Span, &str)> = None;
    let mut before = "";
    let mut at = 0;
    for token in text.split_inclusive(char::is_whitespace) {
        let start = at + (token.len() - token.trim_start_matches(|c: char| !c.is_alphanumeric()).len());
        at += token.len();
        let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
        let possessive = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s"));
        let word = possessive.unwrap_or(bare);
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
        let abbreviated = token.trim_end().ends_with('.')
            && (word.chars().count() == 1 || TITLES.contains(word.to_lowercase().as_str()));
        let goes_on = token.trim_end().ends_with(char::is_alphanumeric) && possessive.is_none() || abbreviated;
        if (!is_name && !particle) || !goes_on {
            close(text, &mut open, &mut runs);
        }
        before = word;
    }
    close(text, &mut open, &mut runs);
    runs
}

fn close<'a>(text: &'a str, open: &mut Option<(Span, &str)>, runs: &mut Vec<Run<'a>>) {
    let Some((span, before)) = open.take() else { return };
    let (Some(run), Some(after)) = (span.slice(text), text.get(span.end().bytes()..)) else { return };
    let run =
        Run { span, text: run.trim_end_matches(|c: char| c.is_whitespace()), before: before.to_lowercase(), after };
    if !run.span.is_empty() {
        runs.push(run);
    }
}

fn starts_as_name(word: &str) -> bool {
    let capital = word.starts_with(char::is_uppercase);
    capital
        || ["al-", "el-"].iter().any(|p| word.strip_prefix(p).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
}

fn is_known_name(word: &str, reading: &Reading<'_>) -> bool {
    let lower = word.to_lowercase();
    if !starts_as_name(word) || OPENING.contains(lower.as_str()) || reading.language.is_function_word(word) {
        return false;
    }
    TITLES.contains(lower.as_str()) || reading.is_capitalised(word)
}
