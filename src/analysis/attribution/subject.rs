//! The words before a verb of saying as whom they name: without adverbs, days, asides and opening phrases. Refuses what is
//! no plain name or noun phrase.

use super::{Word, comes_afterwards, gap, hull};
use crate::analysis::attribution::trailing::has_finite;
use crate::analysis::attribution::verbs::is_spoken;
use crate::analysis::calendar::weekday;
use crate::analysis::lexicon::{PARTICLES, PERSONS, PLACE, TITLES};
use crate::text::Span;

/// Words that cannot stand in the name of a speaker.
const NOT_A_SPEAKER: &[&str] = &[
    "and",
    "but",
    "which",
    "who",
    "that",
    "as",
    "while",
    "although",
    "though",
    "because",
    "if",
    "when",
    "where",
    "what",
    "how",
    "is",
    "was",
    "are",
    "were",
    "be",
    "been",
    "will",
    "would",
    "could",
    "can",
    "may",
    "it",
    "there",
    "not",
    "than",
    "or",
    "so",
    "after",
    "before",
    "since",
    "then",
    "this",
    "i",
    "we",
    "you",
    "me",
    "us",
    "him",
    "them",
    "my",
    "our",
    "your",
    "nobody",
    "nothing",
    "did",
    "do",
    "does",
    "never",
    "said",
    "says",
    "say",
    "reveal",
    "shows",
    "showed",
    "found",
    "believed",
    "believe",
    "told",
    "according",
    "claimed",
    "announced",
    "warned",
    "argued",
    "percent",
    "proportion",
    "might",
];

/// Words that are not the last of a speaker's name.
const UNFINISHED: &[&str] = &["the", "a", "an", "his", "her", "their", "its", "no", "my", "our", "latest", "of"];

/// Words that stand between a speaker and the verb.
const ADVERBS: &[&str] = &[
    "also",
    "previously",
    "earlier",
    "now",
    "still",
    "later",
    "then",
    "has",
    "had",
    "have",
    "further",
    "once",
    "recently",
    "repeatedly",
    "reportedly",
    "however",
    "often",
    "always",
    "just",
    "first",
];

/// Words that join a sentence to the one before it.
const JOINING: &[&str] = &[
    "and",
    "but",
    "yet",
    "so",
    "however",
    "meanwhile",
    "indeed",
    "separately",
    "still",
    "now",
    "plus",
    "nevertheless",
    "nonetheless",
    "moreover",
    "furthermore",
    "instead",
    "thus",
    "therefore",
    "then",
];

/// Words that open a phrase or clause before the subject of a sentence, besides those of [`comes_afterwards`].
const OPENS: &[&str] = &[
    "like", "unlike", "although", "though", "despite", "because", "since", "if", "once", "asked", "unless", "among",
    "all", "under", "still", "even", "until", "just", "besides", "beyond", "given", "amid", "whether", "whereas",
    "prior",
];

/// Whether a word is a day that may stand between a speaker and the verb.
pub(super) fn is_day(word: &str) -> bool {
    matches!(word, "today" | "yesterday" | "tonight") || weekday(word).is_some()
}

/// Other words at the end of a time between a speaker and the verb: 'over the past few months'.
const TIMES: &[&str] =
    &["week", "weeks", "month", "months", "year", "years", "night", "morning", "afternoon", "evening", "weekend"];

/// The most words of a speaker's name.
const LONGEST: usize = 12;

/// The most words of the names of several speakers.
const LONGEST_LIST: usize = 18;

/// Whom the words before a verb name that stands in a sentence at `verb`; `leads` where the sentence begins with them.
pub(super) fn subject(sentence: &str, words: &[Word<'_>], verb: &Word<'_>, leads: bool) -> Option<Span> {
    let mut subject = before_time(sentence, before_adverbs(sentence, words));
    // 'are alleging'
    let going =
        verb.1.ends_with("ing") && subject.last().is_some_and(|w| matches!(&*w.1, "is" | "are" | "was" | "were"));
    subject = before_adverbs(sentence, subject.get(..subject.len() - usize::from(going))?);
    if leads {
        let joining = subject.iter().take_while(|w| JOINING.contains(&&*w.1)).count();
        subject = subject.get(joining..)?;
    }
    let first = until_mark(sentence, subject);
    if subject.last().is_some_and(|w| matches!(&*w.1, "and" | "but")) {
        return doer(sentence, if first.first().is_some_and(opens) { behind_marks(sentence, subject) } else { first });
    }
    if first.len() == subject.len() {
        return named(sentence, behind_opening(subject));
    }
    let last = behind_marks(sentence, subject);
    let ending = Span::new(subject.last()?.0.end(), verb.0.start()).slice(sentence)?;
    // An aside ends with a comma before the verb; without one, somebody within the aside is speaking.
    let closed = ending.contains([',', ')', '—', '–']) || ending.contains("--");
    let time = first.last().is_some_and(|w| w.1 == "ago" || TIMES.contains(&&*w.1) || is_day(&w.1));
    if time || first.first().is_some_and(opens) {
        let rest = subject.get(first.len()..)?;
        let head = until_mark(sentence, rest);
        return if closed && head.len() < rest.len() {
            either(sentence, rest, head, last)
        } else {
            named(sentence, last)
        };
    }
    if closed {
        let aside = subject.get(first.len()..)?;
        // 'Rare, and there are few of them, says Hale': no aside.
        let clause = aside.iter().any(|w| matches!(&*w.1, "is" | "are" | "was" | "were" | "there"))
            && !aside.iter().any(|w| matches!(&*w.1, "who" | "which" | "that" | "whose" | "where"));
        // 'The port is open, but Hale – pilot for fog and ice – says': the first part is no subject.
        let second = (1..subject.len()).any(|at| begins_second_clause(sentence, subject, at));
        return if clause || second { None } else { either(sentence, subject, first, last) };
    }
    if is_list(sentence, subject, last) {
        return hull(subject);
    }
    if let Some(second) = in_second_clause(sentence, subject, first, last, verb) {
        return Some(second);
    }
    // 'Maddock, keeper of the light told the Post', its second comma forgotten.
    let forgotten = first.len() + last.len() == subject.len()
        && is_persons_name(sentence, first)
        && matches!(&*verb.1, "told" | "tells" | "said" | "says")
        && last.first().is_some_and(|w| !is_capital(sentence, w) && !NOT_A_SPEAKER.contains(&&*w.1));
    forgotten.then(|| hull(first)).flatten()
}

/// Whether a second main clause begins at a place: 'the lamp was out, but Hale'.
fn begins_second_clause(sentence: &str, words: &[Word<'_>], at: usize) -> bool {
    let Some((before, [joint, ..])) = words.split_at_checked(at) else { return false };
    let joins = matches!(&*joint.1, "and" | "but") && before.last().is_some_and(|w| gap(sentence, w, joint) == ", ");
    let relative = |w: &Word<'_>| matches!(&*w.1, "who" | "which" | "whose");
    let finite = || hull(before).and_then(|before| before.slice(sentence)).is_some_and(has_finite);
    joins && !before.iter().any(relative) && finite()
}

/// 'The lamp was out, and the port said': the subject of a second main clause.
fn in_second_clause(
    sentence: &str,
    words: &[Word<'_>],
    first: &[Word<'_>],
    last: &[Word<'_>],
    verb: &Word<'_>,
) -> Option<Span> {
    let (and, name) = last.split_first().filter(|(and, _)| and.1 == "and")?;
    let two = first.len() + last.len() == words.len() && gap(sentence, first.last()?, and) == ", ";
    let clause = has_finite(hull(first)?.slice(sentence)?)
        && !first.iter().any(|w| matches!(&*w.1, "who" | "which" | "that" | "whose" | "where" | "when"));
    let says = matches!(&*verb.1, "said" | "says");
    let known = name.first().is_some_and(|w| is_capital(sentence, w) || w.1 == "the")
        || name.last().is_some_and(|w| is_capital(sentence, w));
    let short = name.len() <= 4;
    (two && clause && says && known && short).then(|| named(sentence, name)).flatten()
}

/// Without an opening phrase that no comma ends: 'In a statement the port'.
fn behind_opening<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    const LONGEST: usize = 4;
    let Some(the) = words.iter().rposition(|w| w.1 == "the").filter(|the| *the > 1) else { return words };
    let joined = words.get(the - 1).is_none_or(|w| comes_afterwards(&w.1) || PLACE.contains(&*w.1));
    let preposition = words.first().is_some_and(|w| matches!(&*w.1, "in" | "on" | "at" | "during" | "through" | "via"));
    let so = preposition && !joined && the <= LONGEST && words.len() - the <= LONGEST + 1;
    if so { words.get(the..).unwrap_or(words) } else { words }
}

/// Who did what the words tell that are joined to a verb of saying: 'Hale left the port and said'. Only a name will do.
fn doer(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    let name = words.iter().take_while(|w| is_capital(sentence, w)).count();
    let (name, rest) = words.split_at_checked(name)?;
    let pronoun = name.first().is_some_and(|w| matches!(&*w.1, "he" | "she" | "they"));
    let did = !pronoun && rest.first().is_some_and(|w| did(&w.1));
    (did && (name.len() > 1 || name.first().is_some_and(|w| !opens(w)))).then(|| named(sentence, name)).flatten()
}

/// Whether a word is a verb in the past tense, by its ending or as one of a few.
pub(super) fn did(word: &str) -> bool {
    const PAST: &[&str] = &["has", "had", "have", "took", "went", "did", "left", "made", "came", "gave", "was", "met"];
    PAST.contains(&word) || word.len() > 4 && word.ends_with("ed")
}

/// Whichever is the name, the first or the last part of some words: 'Ines Maddock, the head of the port', 'the head of the
/// port, Ines Maddock'.
fn either(sentence: &str, words: &[Word<'_>], first: &[Word<'_>], last: &[Word<'_>]) -> Option<Span> {
    let role = |w: &Word<'_>| {
        let noun = w.1.split('-').next().unwrap_or("");
        PERSONS.contains(noun) || TITLES.contains(noun) || noun == "ceo"
    };
    // 'Ines Maddock of the port watch, Tide Guard': whom the aside tells of is the watch.
    let (name, of) = first.split_at(first.iter().take_while(|w| is_capital(sentence, w)).count());
    if name.len() > 1
        && of.first().is_some_and(|w| matches!(&*w.1, "of" | "from" | "at"))
        && is_persons_name(sentence, name)
    {
        return hull(name);
    }
    let before = words.get(..words.len() - last.len())?;
    let described = first.last().is_some_and(|w| !is_capital(sentence, w)) || before.iter().any(role);
    let has_name = first.len() > 1
        && first.iter().rev().take(2).all(|w| is_capital(sentence, w))
        && first.iter().rev().nth(2).is_none_or(|w| w.1 != "of");
    let name = is_persons_name(sentence, last) && described && !has_name;
    if name { hull(last) } else { named(sentence, first) }
}

/// Whether words that commas part are the names of several: 'Norland, Kerrick University and the Port Institute'.
fn is_list(sentence: &str, words: &[Word<'_>], last: &[Word<'_>]) -> bool {
    let mut commas = words.windows(2).filter_map(|pair| match pair {
        [a, b] => Some((gap(sentence, a, b), b)),
        _ => None,
    });
    let parts = commas.all(|(gap, behind)| {
        gap == " " || gap == ", " && is_capital(sentence, behind) || !gap.contains([',', ';', '"', '“', '('])
    });
    let joined = last.iter().any(|w| w.1 == "and");
    let plain = words.iter().enumerate().all(|(at, w)| w.1 == "and" || !is_barred(sentence, w, at > 0));
    parts && joined && plain && words.len() <= LONGEST_LIST && words.first().is_some_and(|w| is_capital(sentence, w))
}

/// Whether a word cannot stand in the name of a speaker; 'WHO' can, and inside a name 'It' and 'We' can.
fn is_barred(sentence: &str, word: &Word<'_>, inside: bool) -> bool {
    let shouted = || word.0.slice(sentence).is_some_and(|w| w.len() > 1 && w.chars().all(char::is_uppercase));
    NOT_A_SPEAKER.contains(&&*word.1) && !(inside && is_capital(sentence, word)) && !shouted()
}

/// Whether a word opens a phrase before the subject.
pub(super) fn opens(word: &Word<'_>) -> bool {
    let word = &*word.1;
    comes_afterwards(word) || OPENS.contains(&word) || word.len() > 5 && (word.ends_with("ing") || word.ends_with("ly"))
}

pub(super) fn is_capital(sentence: &str, word: &Word<'_>) -> bool {
    word.0.slice(sentence).is_some_and(|w| w.starts_with(char::is_uppercase))
}

/// Whether words are the first and last name of somebody.
pub(super) fn is_persons_name(sentence: &str, words: &[Word<'_>]) -> bool {
    let name = |w: &Word<'_>| is_capital(sentence, w) || PARTICLES.contains(&&*w.1);
    (2..=5).contains(&words.len())
        && words.iter().all(name)
        && [words.first(), words.last()].into_iter().flatten().all(|w| is_capital(sentence, w))
}

/// Without 'on Monday', 'over the past few months' at the end.
pub(super) fn before_time<'w, 't>(sentence: &str, words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    const BACK: usize = 5;
    const BEGINS: &[&str] =
        &["on", "last", "late", "early", "over", "in", "during", "this", "earlier", "for", "within"];
    let Some((end, before)) =
        words.split_last().filter(|(end, before)| !before.is_empty() && (is_day(&end.1) || TIMES.contains(&&*end.1)))
    else {
        return words;
    };
    let begins = |w: &Word<'_>| BEGINS.contains(&&*w.1);
    let from = before.iter().rev().take(BACK).position(begins).map(|back| before.len() - 1 - back);
    let Some(mut from) = from.or_else(|| is_day(&end.1).then_some(before.len())) else { return words };
    // 'late last month'
    while from > 1 && before.get(from - 1).is_some_and(begins) {
        from -= 1;
    }
    before.get(..from).filter(|rest| !rest.is_empty()).map_or(words, |rest| before_adverbs(sentence, rest))
}

/// Without 'also', 'has repeatedly' at either end.
pub(super) fn before_adverbs<'w, 't>(sentence: &str, words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    const NO_ADVERBS: &[&str] = &["family", "assembly", "weekly", "elderly", "reply", "butterfly"];
    let adverb = |w: &&Word<'_>| ADVERBS.contains(&&*w.1);
    let way = |w: &&Word<'_>| {
        let word = &*w.1;
        adverb(w) || word.len() > 5 && word.ends_with("ly") && !NO_ADVERBS.contains(&word) && !is_capital(sentence, w)
    };
    let trailing = words.iter().rev().take_while(way).count();
    let words = words.get(..words.len() - trailing).unwrap_or(words);
    words.get(words.iter().take_while(adverb).count()..).unwrap_or(words)
}

/// Whether a mark stands between two words that parts phrases.
fn parts(sentence: &str, pair: &[Word<'_>]) -> bool {
    let [a, b] = pair else { return true };
    let gap = gap(sentence, a, b);
    gap.contains([',', ';', ':', '"', '“', '”', '(', ')', '—', '–']) || gap.contains(" -")
}

/// The words up to the first comma or other mark.
pub(super) fn until_mark<'w, 't>(sentence: &str, words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let length = words.windows(2).position(|pair| parts(sentence, pair)).map_or(words.len(), |at| at + 1);
    words.get(..length).unwrap_or(words)
}

/// The words behind the last comma or other mark.
pub(super) fn behind_marks<'w, 't>(sentence: &str, words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let from = words.windows(2).rposition(|pair| parts(sentence, pair)).map_or(0, |at| at + 1);
    words.get(from..).unwrap_or(words)
}

/// The span of words that name a speaker: a few, none of them a conjunction or an auxiliary, within one phrase.
pub(super) fn named(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    let phrase = head(sentence, words);
    let first = phrase.first()?;
    let plain = phrase.iter().enumerate().all(|(at, w)| !is_barred(sentence, w, at > 0) || (at > 0 && w.1 == "and"));
    let joined = phrase.last().is_some_and(|last| {
        last.1 == "and" || last.1.ends_with("'s") || last.1.ends_with("’s") || UNFINISHED.contains(&&*last.1)
    });
    // 'a decision the port'
    let relative = phrase.windows(2).any(|pair| match pair {
        [noun, the] => {
            !is_capital(sentence, the)
                && matches!(&*the.1, "the" | "a" | "an" | "those" | "including")
                && !PLACE.contains(&*noun.1)
                && !matches!(&*noun.1, "and" | "by" | "with" | "like" | "both" | "about" | "than" | "over" | "under")
        }
        _ => false,
    });
    let clause = relative || phrase.len() > 1 && phrase.iter().any(|w| matches!(&*w.1, "he" | "she" | "they"));
    // 'The envoy for peace and safety': what somebody is for.
    let pair = matches!(phrase, [a, and, b] if and.1 == "and" && [a, b].iter().all(|w| is_matter(sentence, w)));
    let points = pair || matches!(&*first.1, "these" | "those" | "such" | "both" | "neither" | "what");
    let opens = !comes_afterwards(&first.1) && !is_spoken(&first.1) && !joined && !clause && !points;
    let whole = phrase.len() <= LONGEST && !phrase.windows(2).any(|pair| parts(sentence, pair));
    let name = Some(name_alone(sentence, phrase)).filter(|_| plain && opens && whole)?;
    // 'the U.N.'
    let last = name.last()?.0;
    let dotted = last.slice(sentence)?.contains('.') && sentence.get(last.end().bytes()..)?.starts_with(". ");
    let end = last.end().bytes() + usize::from(dotted);
    Some(Span::new(name.first()?.0.start(), end))
}

/// Whether a word is a common noun in the singular for no person.
fn is_matter(sentence: &str, word: &Word<'_>) -> bool {
    !is_capital(sentence, word)
        && !word.1.ends_with('s')
        && !PERSONS.contains(&*word.1)
        && !SPEAKING.contains(&&*word.1)
}

/// Common nouns for several or a body that speak.
const SPEAKING: &[&str] = &["police", "family", "people", "management", "staff", "government", "men", "women"];

/// Without 'Both' or 'The 52-year-old' before it, and without what tells more behind it: 'who were there', 'published on
/// Monday in the Post'.
fn head<'w, 't>(sentence: &str, words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    const TELLS: &[&str] =
        &["published", "released", "conducted", "issued", "obtained", "reviewed", "posted", "commissioned"];
    let both = words.first().is_some_and(|w| w.1 == "both") && words.iter().any(|w| w.1 == "and");
    let aged =
        matches!(words, [_, year, old, name, ..] if year.1 == "year" && old.1 == "old" && is_capital(sentence, name));
    let skipped = if aged { 3 } else { usize::from(both) };
    let words = words.get(skipped..).unwrap_or(words);
    let who = |w: &Word<'_>| matches!(&*w.1, "who" | "whose" | "that's" | "that’s");
    let who = words.iter().position(who).filter(|at| words.len() > at + 2);
    let told = (0..words.len()).position(|at| {
        let follows = words.get(at + 1).is_none_or(|next| comes_afterwards(&next.1));
        at > 1 && follows && words.get(at).is_some_and(|told| TELLS.contains(&&*told.1))
    });
    // 'The port released on Friday what it said was': no participle.
    let told = told.filter(|at| words.iter().skip(*at).all(|w| w.1 == "and" || !is_barred(sentence, w, true)));
    let end = who.into_iter().chain(told).filter(|at| *at > 0).min().unwrap_or(words.len());
    words.get(..end).unwrap_or(words)
}

/// Without what follows a full name: 'Ines Maddock of the harbour office'.
fn name_alone<'w, 't>(sentence: &str, words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let person = |w: &Word<'_>| {
        is_capital(sentence, w) && !w.1.ends_with("'s") && !w.1.ends_with("’s") && !TITLES.contains(&*w.1)
    };
    let titled = words.iter().take_while(|w| TITLES.contains(&*w.1)).count();
    let named = words.iter().skip(titled).take(2).filter(|w| person(w)).count() == 2;
    let ends = |w: &Word<'_>| matches!(&*w.1, "of" | "from" | "at" | "with" | "in" | "who");
    let ended = words.get(titled + 2).is_some_and(ends);
    if named && ended { words.get(..titled + 2).unwrap_or(words) } else { words }
}
