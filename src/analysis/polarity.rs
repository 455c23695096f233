//! Whether two sentences on one subject say opposite things: by a negation in one of them, or by a pair of opposites.
//! Refuses to find out whether they are on one subject; who asks must know.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::text::Span;

mod words;

use words::{DENIALS, NEGATIONS, NO_NEGATION, NOBODY, OPPOSITES, REFUSALS};

/// Two cues with no more words between them may undo each other.
const UNDOING: usize = 3;

/// What a cue of negation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// not, no, never, without.
    Negation,
    /// refused, failed to, ruled out.
    Refusal,
    /// Somebody says that it is not so: denied, disputed.
    Denial,
}

/// A word or phrase that negates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: CueKind,
}

/// The cues and the words of one sentence.
#[derive(Clone, Debug, Default)]
pub struct Polarity {
    /// Its cues of negation, in order.
    pub cues: Vec<Cue>,
    words: Vec<(Span, String)>,
}

/// Two words that are opposites, one of either sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opposites {
    /// The word of the first.
    pub a: Span,
    /// The word of the second.
    pub b: Span,
}

impl Polarity {
    /// Reads a sentence.
    pub fn of(text: &str) -> Self {
        let words = words_of(text);
        let mut cues = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let rest = words.get(at..).unwrap_or_default();
            if let Some((length, _)) = phrase(rest, NO_NEGATION).or_else(|| in_a_compound(text, rest)) {
                at += length;
            } else if let Some((length, kind)) = cue(rest) {
                let span = rest[0].0.hull(rest[length - 1].0);
                cues.push(Cue { span, kind });
                at += length;
            } else {
                at += 1;
            }
        }
        Self { cues, words }
    }

    /// Whether it says that something is not so. Two cues side by side, of which one is no plain negation, undo each other
    /// ("denied that no one came"); two in two clauses do not.
    pub fn is_negative(&self) -> bool {
        match self.cues.as_slice() {
            [] => false,
            [a, b] if a.kind != b.kind => self.words_between(a.span, b.span) > UNDOING,
            _ => true,
        }
    }

    fn words_between(&self, a: Span, b: Span) -> usize {
        self.words.iter().filter(|(span, _)| a.end() <= span.start() && span.end() <= b.start()).count()
    }

    /// Whether a place is in one of its cues.
    pub fn is_cue(&self, span: Span) -> bool {
        self.cues.iter().any(|cue| cue.span.covers(span))
    }

    /// Words of this sentence and of another that are opposites, where neither sentence has both.
    pub fn opposites(&self, other: &Self) -> Vec<Opposites> {
        let (mine, theirs) = (self.sides(), other.sides());
        let mut found = Vec::new();
        for (&(pair, side), &a) in &mine {
            let Some(&b) = theirs.get(&(pair, !side)) else { continue };
            if !mine.contains_key(&(pair, !side)) && !theirs.contains_key(&(pair, side)) {
                found.push(Opposites { a, b });
            }
        }
        found.sort_by_key(|opposites| (opposites.a, opposites.b));
        found.dedup();
        found
    }

    /// The pairs of opposites of which it has a word, and on which side.
    fn sides(&self) -> HashMap<(usize, bool), Span> {
        let mut sides = HashMap::new();
        for (span, word) in &self.words {
            for key in index().get(word.as_str()).into_iter().flatten() {
                sides.entry(*key).or_insert(*span);
            }
        }
        sides
    }
}

/// For each word, the pairs it stands in and on which side.
fn index() -> &'static HashMap<&'static str, Vec<(usize, bool)>> {
    static INDEX: OnceLock<HashMap<&'static str, Vec<(usize, bool)>>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index: HashMap<&'static str, Vec<(usize, bool)>> = HashMap::new();
        for (pair, (left, right)) in OPPOSITES.iter().enumerate() {
            for (side, words) in [(false, left), (true, right)] {
                words.split(' ').for_each(|word| index.entry(word).or_default().push((pair, side)));
            }
        }
        index
    })
}

/// "do-not-call": a part of a word that names something.
fn in_a_compound(text: &str, words: &[(Span, String)]) -> Option<(usize, &'static str)> {
    let (span, word) = words.first()?;
    let before = text.get(..span.start().bytes()).is_some_and(|before| before.ends_with('-'));
    (word == "not" && before).then_some((1, "not"))
}

fn cue(words: &[(Span, String)]) -> Option<(usize, CueKind)> {
    let (_, word) = words.first()?;
    if let Some((length, _)) = phrase(words, NOBODY) {
        return Some((length, CueKind::Negation));
    }
    if NEGATIONS.contains(&word.as_str()) || word.ends_with("n't") {
        return Some((1, CueKind::Negation));
    }
    let refusal = phrase(words, REFUSALS).map(|(length, _)| (length, CueKind::Refusal));
    refusal.or_else(|| phrase(words, DENIALS).map(|(length, _)| (length, CueKind::Denial)))
}

/// The phrase of the list that the words begin with, and its length in words.
fn phrase<'a>(words: &[(Span, String)], phrases: &[&'a str]) -> Option<(usize, &'a str)> {
    let begins = |phrase: &&&str| {
        let mut parts = phrase.split(' ').enumerate();
        parts.all(|(i, part)| words.get(i).is_some_and(|(_, word)| word == part))
    };
    phrases.iter().filter(begins).map(|phrase| (phrase.split(' ').count(), *phrase)).max_by_key(|(length, _)| *length)
}

/// Words in lower case, with their apostrophes.
fn words_of(text: &str) -> Vec<(Span, String)> {
    let mut words = Vec::new();
    let mut start = None;
    let ends = text.char_indices().map(Some).chain([None]);
    for next in ends {
        let inside = next.is_some_and(|(_, c)| c.is_alphabetic() || matches!(c, '\'' | '’'));
        match (start, next) {
            (None, Some((at, c))) if c.is_alphabetic() => start = Some(at),
            (Some(from), _) if !inside => {
                let span = Span::new(from, next.map_or(text.len(), |(at, _)| at));
                let word = span.slice(text).unwrap_or_default().to_lowercase().replace('’', "'");
                words.push((span, word));
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::Polarity;

    #[test]
    fn cues_are_counted_and_phrases_that_negate_nothing_are_not() {
        let cases = [
            ("The officers were never allowed to carry guns.", 1),
            ("They couldn't, and didn’t, resist.", 2),
            ("The mayor ruled out a second vote.", 1),
            ("Not only the mayor, no fewer than nine others came.", 0),
            ("He denied that no one had come.", 2),
            ("Exports declined.", 0),
            ("The company failed to report the leak.", 1),
            ("The bridge failed.", 0),
        ];
        for (text, cues) in cases {
            assert_eq!(Polarity::of(text).cues.len(), cues, "{text}");
        }
    }

    #[test]
    fn opposites_are_found_once_and_not_where_a_sentence_has_both() {
        let of = |a: &str, b: &str| {
            let found = Polarity::of(a).opposites(&Polarity::of(b));
            found
                .iter()
                .filter_map(|o| o.a.slice(a).zip(o.b.slice(b)))
                .map(|(x, y)| format!("{x}/{y}"))
                .collect::<Vec<_>>()
        };
        assert_eq!(of("Prices rose.", "Prices fell."), ["rose/fell"]);
        assert_eq!(of("Prices rose and fell.", "Prices fell."), Vec::<String>::new());
        assert_eq!(of("The shop opened.", "The shop closed."), ["opened/closed"]);
    }
}
