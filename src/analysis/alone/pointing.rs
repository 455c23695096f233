//! Words that point out of a sentence, by English lists. Refuses to say at what they point.

use super::Spoken;
use super::cue::{Cue, Cues};
use crate::analysis::lexicon::{SAYING, TIMES};

/// Counts what points out of the sentence.
pub(super) fn count(text: &str, words: &[Spoken<'_>], cues: &mut Cues) {
    if let Some(first) = words.first() {
        open(&first.lower, cues);
        let pronoun =
            matches!(first.bare(), "it" | "they" | "that" | "this" | "these" | "those" | "he" | "she" | "his" | "her");
        cues.flag(Cue::OpensQuotedPronoun, first.quoted && pronoun && !first.replaced);
        let other =
            matches!(&*first.lower, "other" | "another" | "further" | "previous" | "similar" | "others" | "additional");
        cues.flag(Cue::OpensOther, other);
    }
    let named = words.iter().position(|word| word.name).unwrap_or(words.len());
    for (at, word) in words.iter().enumerate() {
        let comma = text.get(..word.span.start().bytes()).is_some_and(|before| before.ends_with(", "));
        let subject = matches!(word.bare(), "it" | "he" | "she" | "they") && !word.quoted && !word.replaced;
        cues.flag(Cue::BehindComma, comma && subject && at < named.max(1));
        if !personal(at, word, at < named, cues) {
            let after = |ahead: usize| words.get(at + ahead).map_or("", |word| &*word.lower);
            let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or("", |word| &*word.lower);
            other(at, word, before, after, cues);
        }
    }
}

fn open(first: &str, cues: &mut Cues) {
    let cue = match first.split('\'').next().unwrap_or(first) {
        "the" => Cue::OpensThe,
        "he" | "she" | "it" | "they" | "this" | "that" | "these" | "those" | "his" | "her" | "their" | "its" => {
            Cue::OpensPronoun
        }
        "we" | "i" | "our" | "my" => Cue::OpensWe,
        "also" | "then" | "now" | "still" | "instead" | "however" | "meanwhile" | "later" | "additionally"
        | "moreover" | "indeed" | "perhaps" | "and" | "but" | "so" | "or" | "yet" => Cue::OpensAdverb,
        "if" | "when" | "while" | "although" | "though" | "because" | "whether" | "once" | "even" => Cue::OpensClause,
        "in" | "on" | "at" | "for" | "from" | "by" | "with" | "after" | "before" | "during" | "since" | "under"
        | "despite" | "as" | "among" | "over" => Cue::OpensPreposition,
        "some" | "many" | "most" | "several" | "few" | "all" | "both" | "each" | "one" | "two" | "three" | "every"
        | "no" | "none" | "more" => Cue::OpensAmount,
        _ => return,
    };
    cues.add(cue, 1.0);
}

/// Counts a personal pronoun; whether the word is one. `first` says that no name stands before it.
fn personal(at: usize, word: &Spoken<'_>, first: bool, cues: &mut Cues) -> bool {
    let (free, early) = (!word.quoted, at < 4);
    match word.bare() {
        _ if word.replaced => {}
        "he" | "she" | "him" | "his" | "her" | "himself" | "herself" => {
            cues.flag(Cue::He, free);
            cues.flag(Cue::HeFirst, free && first);
        }
        "they" | "their" | "them" | "themselves" => {
            cues.flag(Cue::They, free);
            cues.flag(Cue::TheyEarly, free && early);
        }
        "it" | "its" | "itself" => {
            cues.add(if free { Cue::It } else { Cue::ItQuoted }, 1.0);
            cues.flag(Cue::ItEarly, free && early);
        }
        "i" | "me" | "my" | "mine" => cues.add(if free { Cue::I } else { Cue::IQuoted }, 1.0),
        "we" | "us" | "our" | "ours" => cues.add(if free { Cue::We } else { Cue::WeQuoted }, 1.0),
        "you" | "your" | "yours" => cues.flag(Cue::You, free),
        _ => return false,
    }
    true
}

/// Counts another word that may point out of the sentence.
fn other<'w>(at: usize, word: &Spoken<'_>, before: &str, after: impl Fn(usize) -> &'w str, cues: &mut Cues) {
    const DEMONSTRATIVE_AFTER: &[&str] =
        &["of", "after", "before", "in", "at", "for", "during", "from", "by", "with", "to", "on", "and", "like"];
    let cue = match word.bare() {
        "this" | "these" | "those" if !word.quoted && !TIMES.contains(after(1)) => Cue::This,
        "that" if is_that_noun(before, after(1)) => Cue::ThatNoun,
        "that" if at == 0 || DEMONSTRATIVE_AFTER.contains(&before) => Cue::That,
        "also" | "too" => Cue::Also,
        "another" | "other" | "others" | "else" | "elsewhere" => Cue::Other,
        "both" | "neither" | "either" | "respectively" | "former" | "latter" => Cue::Both,
        "same" => Cue::Same,
        "such" if after(1) != "as" => Cue::Same,
        "more" | "less" | "fewer" | "better" | "worse" | "higher" | "lower" | "larger" | "smaller" | "bigger"
        | "faster" | "cheaper" | "earlier" | "greater" | "longer" | "shorter" | "stronger" | "older" | "younger"
            if !(1..8).any(|ahead| after(ahead) == "than") =>
        {
            Cue::More
        }
        "then" | "thus" | "therefore" | "hence" | "so" => Cue::So,
        "however" | "though" | "instead" | "nevertheless" | "nonetheless" | "regardless" | "indeed" | "rather"
        | "moreover" | "furthermore" | "likewise" | "similarly" | "otherwise" | "anyway" => Cue::Joining,
        "later" | "afterwards" | "afterward" | "previously" | "subsequently" | "meanwhile" | "again" | "still"
        | "already" | "yet" => Cue::Later,
        "there" | "here" if !(at < 3 && is_being(after(1))) => Cue::There,
        saying if SAYING.contains(saying) => Cue::Said,
        _ => return,
    };
    cues.add(cue, 1.0);
}

fn is_being(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "has" | "have" | "had" | "will" | "would" | "may" | "might" | "can")
}

/// 'At that moment', 'made that vow': 'that' before a noun of which an article speaks again.
fn is_that_noun(before: &str, after: &str) -> bool {
    const AGAIN: &[&str] = &[
        "day",
        "night",
        "time",
        "moment",
        "point",
        "year",
        "kind",
        "sort",
        "way",
        "period",
        "number",
        "case",
        "situation",
        "question",
        "story",
        "deal",
        "vow",
        "group",
        "man",
        "woman",
        "country",
        "report",
        "decision",
        "plan",
        "month",
        "week",
        "effort",
        "process",
        "approach",
        "idea",
        "statement",
        "meeting",
        "attack",
        "claim",
        "figure",
        "amount",
    ];
    AGAIN.contains(&after) && !matches!(before, "so" | "such")
}
