//! The words of a language by which a sentence is turned into its opposite, ready to be looked up by the first of them.
//! Refuses languages that nobody listed: they have no lexicon, and who asks is told so.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{CueKind, english, french, german, spanish};

/// The lists of a language, as they are written down.
pub(super) struct Lists {
    /// Words that negate by themselves.
    pub negations: &'static [&'static str],
    /// Phrases that negate, with the word that stands for whatever is meant.
    pub nobody: &'static [&'static str],
    /// Verbs and phrases that say that something is not, will not be or did not come about.
    pub refusals: &'static [&'static str],
    /// Verbs by which somebody says that something is not so.
    pub denials: &'static [&'static str],
    /// Verbs whose second part stands farther on: "lehnte … ab". First parts, second part, what they are together.
    pub parted: &'static [(&'static str, &'static str, CueKind)],
    /// Phrases that hold a cue and negate nothing.
    pub no_negation: &'static [&'static str],
    /// Opposites: all forms of the one side, all forms of the other, a space between two.
    pub opposites: &'static [(&'static str, &'static str)],
    /// Whether a word with an apostrophe is two, as "n'est" is.
    pub elides: bool,
}

/// A phrase by its words, and what it is; `None` where it negates nothing.
pub(super) type Phrase = (Vec<&'static str>, Option<CueKind>);

/// The words of a language, by the first word of each phrase.
pub(super) struct Lexicon {
    /// Phrases, those that are the longest first; of two as long, the one that negates nothing.
    phrases: HashMap<&'static str, Vec<Phrase>>,
    parted: HashMap<&'static str, Vec<(&'static str, CueKind)>>,
    /// For each word, the pairs of opposites it stands in and on which side.
    sides: HashMap<&'static str, Vec<(usize, bool)>>,
    /// Whether a word with an apostrophe is two.
    pub elides: bool,
}

static LEXICONS: LazyLock<[(&str, Lexicon); 4]> = LazyLock::new(|| {
    [("en", &english::LISTS), ("de", &german::LISTS), ("fr", &french::LISTS), ("es", &spanish::LISTS)]
        .map(|(tag, lists)| (tag, Lexicon::of(lists)))
});

impl Lexicon {
    /// That of a language by its BCP 47 tag; English where it is not stated.
    pub fn of_tag(tag: Option<&str>) -> Option<&'static Self> {
        let primary = tag.unwrap_or("en").split(['-', '_']).next().unwrap_or_default();
        LEXICONS.iter().find(|(known, _)| known.eq_ignore_ascii_case(primary)).map(|(_, lexicon)| lexicon)
    }

    fn of(lists: &Lists) -> Self {
        let mut phrases: HashMap<_, Vec<Phrase>> = HashMap::new();
        let kinds = [
            (lists.no_negation, None),
            (lists.nobody, Some(CueKind::Negation)),
            (lists.negations, Some(CueKind::Negation)),
            (lists.refusals, Some(CueKind::Refusal)),
            (lists.denials, Some(CueKind::Denial)),
        ];
        for (list, kind) in kinds {
            for phrase in list {
                let words: Vec<&str> = phrase.split(' ').collect();
                let Some(first) = words.first().copied() else { continue };
                phrases.entry(first).or_default().push((words, kind));
            }
        }
        for of_one in phrases.values_mut() {
            of_one.sort_by_key(|(words, kind)| (std::cmp::Reverse(words.len()), kind.is_some()));
        }
        let mut parted: HashMap<_, Vec<_>> = HashMap::new();
        for (firsts, second, kind) in lists.parted {
            firsts.split(' ').for_each(|first| parted.entry(first).or_default().push((*second, *kind)));
        }
        let mut sides: HashMap<_, Vec<_>> = HashMap::new();
        for (pair, (left, right)) in lists.opposites.iter().enumerate() {
            for (side, words) in [(false, left), (true, right)] {
                words.split(' ').for_each(|word| sides.entry(word).or_default().push((pair, side)));
            }
        }
        Self { phrases, parted, sides, elides: lists.elides }
    }

    /// The phrases that begin with a word.
    pub fn phrases(&self, first: &str) -> &[Phrase] {
        self.phrases.get(first).map(Vec::as_slice).unwrap_or_default()
    }

    /// The second parts of a verb whose first part is this word, and what the two are.
    pub fn parted(&self, first: &str) -> &[(&'static str, CueKind)] {
        self.parted.get(first).map(Vec::as_slice).unwrap_or_default()
    }

    /// The pairs of opposites in which a word stands, and on which side.
    pub fn sides(&self, word: &str) -> &[(usize, bool)] {
        self.sides.get(word).map(Vec::as_slice).unwrap_or_default()
    }
}
