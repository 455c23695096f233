//! The words that a text writes in lower case. A capital on one of them begins a sentence; on any other word it may be the
//! word's own. Knows no language.

use std::collections::HashSet;

use crate::ingest::plain::hyphen::hash;
use crate::ingest::plain::lines::Line;
use crate::ingest::plain::shape::first_letter;

/// The words of a text that stand in it in lower case, by their hashes.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    low: HashSet<u64>,
}

impl Lexicon {
    /// The words of lines, but for the first of each, which may be half of one.
    pub fn of(lines: &[Line<'_>]) -> Self {
        let words = lines.iter().flat_map(|line| line.text.split(' ').skip(1));
        let low = words.filter(|w| w.starts_with(char::is_lowercase)).map(|w| hash(&[letters(w)])).collect();
        Self { low }
    }

    /// Whether a text begins with a capital that its first word does not have of its own.
    pub fn begins_sentence(&self, text: &str) -> bool {
        let word = letters(text.split([' ', '\t']).next().unwrap_or_default());
        word.chars().count() > 1
            && first_letter(text).is_some_and(char::is_uppercase)
            && self.low.contains(&hash(&[word]))
    }
}

/// A word without the marks around it.
fn letters(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::Lexicon;
    use crate::ingest::plain::lines;

    #[test]
    fn a_capital_begins_a_sentence_where_the_word_has_none_of_its_own() {
        let lines = lines::read("Hier sagte der Mann in Berlin, die Stadt\nDer Bereich", 9).unwrap();
        let lexicon = Lexicon::of(&lines);
        assert!(lexicon.begins_sentence("Der Bereich") && lexicon.begins_sentence("„Die Stadt"));
        assert!(!lexicon.begins_sentence("Berlin ist") && !lexicon.begins_sentence("der Mann"));
    }
}
