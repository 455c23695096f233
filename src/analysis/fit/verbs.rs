//! Whether a sentence has a verb of its own, by lists and endings of English. Refuses to tell a verb from a noun that looks
//! like it but by the word before.

use std::sync::LazyLock;

use super::Spoken;
use crate::analysis::lexicon::{Words, table};

/// Finite verbs and auxiliaries of English that no ending tells.
static FINITE_VERBS: Words = LazyLock::new(|| {
    table(
        "is are was were has have had will would can could may might must should do does did be been said told went \
     came took made gave got saw knew left lost won found held kept led met ran sat sent set shot spoke stood \
     thought fell felt began became brought built bought caught chose cut drew drove flew grew hit hurt let put \
     rose sold spent struck taught wore wrote broke fled hung lay paid read rode sang sank shook slept stole swore \
     threw want need say believe think remain include show make take appear seem become hope plan reflect emphasize \
     expose continue help provide support offer use work live face require struggle seek suggest indicate contain \
     represent form play run sell buy cost hold bring come go get give keep know like look mean see start tell turn \
     understand argue agree fear expect lead lie stand sit shut burst swept dealt fought sought fed bred grown beat \
     bid overtook withdrew spread don't isn't can't won't it's",
    )
});

/// Whether a word is a finite verb that no ending tells, or an auxiliary.
pub(super) fn is_finite(word: &str) -> bool {
    FINITE_VERBS.contains(word)
}

/// Whether a word behind a noun can be the verb it is the subject of, or an adverb before that.
pub fn is_verb(word: &str) -> bool {
    FINITE_VERBS.contains(word)
        || ["ed", "s", "ly"].iter().any(|ending| word.ends_with(ending))
        || matches!(word, "also" | "now" | "already" | "then" | "still" | "never")
}

/// 'Staying in the port, however, hasn't.': what it hasn't was said before.
pub(super) fn ends_open(words: &[Spoken<'_>]) -> bool {
    let last = words.last().map_or("", |(_, word)| &**word);
    // 'showed how old the ship is', 'took the ship as it was': the verb ends a clause of its own.
    let clause = matches!(last, "is" | "are" | "was" | "were") && {
        let said =
            |back: usize| words.len().checked_sub(back).and_then(|at| words.get(at)).map_or("", |(_, word)| &**word);
        let opens = |back: usize| matches!(said(back), "how" | "what" | "who" | "where");
        let pronoun = matches!(said(2), "he" | "she" | "it" | "they" | "we" | "you" | "i");
        said(3) == "as" && pronoun
            || !opens(3) && words.len() > 6 && (4..9).any(|back| opens(back) && (!pronoun || said(back) == "how"))
    };
    last.ends_with("n't")
        || !clause
            && matches!(
                last,
                "does" | "did" | "is" | "are" | "was" | "were" | "has" | "have" | "had" | "will" | "would"
            )
}

/// Whether an English text has a finite verb that is not one of a relative clause only: 'people who sailed' has none.
pub(super) fn has_main_verb(words: &[Spoken<'_>]) -> bool {
    const BEFORE_NOUNS: &[&str] = &[
        "the", "a", "an", "of", "in", "for", "and", "or", "its", "their", "his", "her", "these", "those", "some",
        "many", "most", "more", "other", "to", "with", "on", "by", "from", "all", "at", "as", "no", "two", "three",
        "several", "few",
    ];
    words.iter().enumerate().any(|(at, (_, word))| {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or("", |(_, word)| &**word);
        let noun = BEFORE_NOUNS.contains(&before);
        let helped = matches!(before, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "has" | "have" | "had");
        let finite = FINITE_VERBS.contains(&**word) && !noun
            || word.len() > 3 && (word.ends_with("ed") && !helped || word.ends_with('s')) && !noun
            || word.contains('\'');
        finite && !matches!(before, "who" | "which" | "that" | "whose")
    })
}

/// Whether a text may have a finite verb: by an auxiliary or an ending, in English and other languages with a Latin
/// alphabet; any other text may.
pub(super) fn has_verb(words: &[Spoken<'_>]) -> bool {
    let latin = words.iter().any(|(_, w)| w.is_ascii());
    !latin
        || words.iter().any(|(_, w)| {
            FINITE_VERBS.contains(&**w)
                || (w.ends_with("ed") && w.len() > 3)
                || (w.len() > 3 && w.ends_with('s'))
                || w.ends_with("n't")
                || !w.is_ascii()
                || w.ends_with('t')
        })
}
