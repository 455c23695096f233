//! Which words of a sentence may credit somebody at all, so that most sentences are asked nothing further. One table of all that
//! is looked for, English and other. Refuses to say whether they do.

use std::sync::LazyLock;

use super::{ACCORDING, AS_SAID, GOING, Word, abroad, german, trailing, verbs};
use crate::text::lookup::Map;

/// Of which languages a sentence has words that may credit somebody.
#[derive(Clone, Copy, Default)]
pub(super) struct Cues {
    pub english: bool,
    /// Any that `abroad` knows, German too.
    pub abroad: bool,
    pub german: bool,
}

static KNOWN: LazyLock<Map<&'static str, Cues>> = LazyLock::new(|| {
    let mut known: Map<&str, Cues> = Map::default();
    let according = || ACCORDING.iter().filter_map(|cue| cue.split(' ').next());
    let english = verbs::all().chain(AS_SAID.iter().chain(GOING).chain(trailing::SHOWN).copied()).chain(according());
    english.for_each(|word| known.entry(word).or_default().english = true);
    abroad::verbs().chain(ACCORDING.iter().copied()).for_each(|word| known.entry(word).or_default().abroad = true);
    for word in german::crediting() {
        let cues = known.entry(word).or_default();
        (cues.abroad, cues.german) = (true, true);
    }
    known
});

impl Cues {
    /// Those of the words of a sentence.
    pub fn among(words: &[Word<'_>]) -> Self {
        let of_words = words.iter().filter_map(|(_, word)| KNOWN.get(&**word));
        of_words.fold(Self::default(), |all, one| Self {
            english: all.english | one.english,
            abroad: all.abroad | one.abroad,
            german: all.german | one.german,
        })
    }
}
