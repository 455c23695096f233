//! Where the first main clause of a German sentence ends. By marks and by words that join another clause; what is put in between,
//! brackets and 'schreibt die Hafenpost', ends none. Refuses to say where any other clause ends.

use super::{JOINING, gap};
use crate::analysis::alone::Spoken;
use crate::analysis::attribution::german::is_saying;

/// Where the first clause ends: at a mark, or at a word that joins another.
pub(super) fn end_of_clause(text: &str, words: &[Spoken<'_>]) -> usize {
    let mut from = 1;
    loop {
        let end = (from..words.len()).find(|&at| ends(text, words, at)).unwrap_or(words.len());
        match behind_credit(text, words, end) {
            Some(behind) => from = behind,
            None => return end,
        }
    }
}

fn ends(text: &str, words: &[Spoken<'_>], at: usize) -> bool {
    let capital = |at: usize| words.get(at).is_some_and(|word| word.written.starts_with(char::is_uppercase));
    let list = capital(at) && capital(at - 1);
    let joins = words.get(at).is_some_and(|word| match &*word.lower {
        "und" | "oder" => !capital(at + 1) && !joins_pronouns(words, at),
        other => JOINING.contains(other),
    });
    let before = gap(text, words, at);
    let quoted = before.contains(['"', '„', '»', '«', '“']) && !before.contains('-');
    joins
        || before.contains(',') && !list
        || before.contains([';', ':', '–', '—'])
        || quoted
        || opens_bracket(text, words, at)
}

/// 'Jeder und jede'.
fn joins_pronouns(words: &[Spoken<'_>], at: usize) -> bool {
    let every = |at: usize| words.get(at).is_some_and(|word| matches!(&*word.lower, "jeder" | "jede" | "jedes"));
    every(at - 1) && every(at + 1)
}

/// Whether a bracket opens before a word and a few words do not close it: '(NHA)' ends no clause.
fn opens_bracket(text: &str, words: &[Spoken<'_>], at: usize) -> bool {
    const SHORT: usize = 5;
    let closes = (at + 1..=at + SHORT).any(|behind| gap(text, words, behind).contains(')'));
    gap(text, words, at).contains('(') && !closes
}

/// The word behind ', schreibt die Hafenpost, ', where that stands at a place.
fn behind_credit(text: &str, words: &[Spoken<'_>], at: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let says =
        words.get(at).is_some_and(|word| word.lower == "so" || is_saying(&word.lower)) && gap(text, words, at) == ", ";
    let behind = (at + 1..at + LONGEST).find(|&behind| gap(text, words, behind).contains([',', ':', '„', '"']));
    let goes_on = |behind: &usize| {
        let small = words.get(*behind).is_some_and(|word| word.written.starts_with(char::is_lowercase));
        small && gap(text, words, *behind) == ", "
    };
    behind.filter(|_| says).filter(goes_on).map(|behind| behind + 1)
}
