//! Lists of words and phrases, looked up where a word begins: fast, because a phrase is sought by its first letter only.
//! Knows none of them itself.

use crate::ingest::plain::shape::is_unspaced;
use crate::text::lookup::Map;

/// A list of phrases in lower case.
pub struct Phrases {
    by_first: Map<char, Vec<Phrase>>,
}

#[derive(Clone, Copy, Debug)]
struct Phrase {
    text: &'static str,
    /// Long enough that it may be the beginning of a longer word.
    inflects: bool,
    /// It ends in a letter, so that what follows must not be one.
    worded: bool,
}

/// Letters from which on a phrase may be the beginning of a longer word.
const INFLECTS: usize = 6;

impl Phrases {
    /// The phrases of a list.
    pub fn of(list: &'static [&'static str]) -> Self {
        let mut by_first: Map<char, Vec<Phrase>> = Map::default();
        for text in list {
            if let Some(first) = text.chars().next() {
                let phrase = Phrase {
                    text,
                    inflects: text.chars().count() >= INFLECTS,
                    worded: text.ends_with(char::is_alphanumeric),
                };
                by_first.entry(first).or_default().push(phrase);
            }
        }
        Self { by_first }
    }

    /// Whether a text in lower case is one of the phrases.
    pub fn is(&self, low: &str) -> bool {
        self.candidates(low).iter().any(|phrase| phrase.text == low)
    }

    /// Whether a text in lower case begins with one of the phrases, as whole words.
    pub fn begin(&self, low: &str) -> bool {
        self.candidates(low).iter().any(|phrase| phrase.begins(low, false))
    }

    /// Where phrases begin in a text in lower case, each where a word begins, and which they are. Long ones may be the
    /// beginning of a longer word: languages inflect.
    pub fn find<'a>(&'a self, low: &'a str) -> impl Iterator<Item = (usize, &'static str)> + 'a {
        let mut before = None::<char>;
        let starts = low.char_indices().filter(move |&(_, c)| {
            let start = before.is_none_or(|b| !b.is_alphanumeric() || is_unspaced(b)) && c != ' ';
            before = Some(c);
            start
        });
        starts.flat_map(move |(at, _)| {
            let rest = low.get(at..).unwrap_or_default();
            let fits = move |phrase: &&Phrase| phrase.begins(rest, phrase.inflects);
            self.candidates(rest).iter().filter(fits).map(move |phrase| (at, phrase.text))
        })
    }

    fn candidates(&self, low: &str) -> &[Phrase] {
        low.chars().next().and_then(|first| self.by_first.get(&first)).map_or(&[], Vec::as_slice)
    }
}

impl Phrase {
    /// Whether a text begins with it; unless `inflected`, it must not end within a word there.
    fn begins(&self, low: &str, inflected: bool) -> bool {
        let ends = |rest: &str| rest.chars().next().is_none_or(|c| !c.is_alphanumeric() || is_unspaced(c));
        low.strip_prefix(self.text).is_some_and(|rest| inflected || !self.worded || ends(rest))
    }
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    #[test]
    fn phrases_are_found_where_words_begin() {
        let phrases = Phrases::of(&["foto", "sign up", "datenschutz", "©", "広告"]);
        assert!(phrases.is("foto") && !phrases.is("fotos"));
        assert!(phrases.begin("foto: ap") && !phrases.begin("fotografie"));
        let found: Vec<&str> = phrases.find("xfoto (foto) datenschutzes, © sign upx 大広告").map(|(_, p)| p).collect();
        assert_eq!(found, ["foto", "datenschutz", "©", "sign up", "広告"]);
    }
}
