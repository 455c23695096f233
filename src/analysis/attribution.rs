//! Whom a sentence credits for what it says: 'Hale said', 'according to the ministry', 'he told the Post'. English cues;
//! those of a few other languages are in `abroad`. Refuses what is not plain: a sentence that could be read another way credits
//! nobody.

use std::borrow::Cow;

use crate::analysis::lexicon::SAYING;
use crate::text::stem::lower;
use crate::text::{Span, segment};

mod abroad;

/// Who says what, in one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who says it: a span of the sentence.
    pub speaker: Span,
    /// What they say, where the attribution can be cut off and leaves a whole sentence: a span of the sentence.
    pub content: Option<Span>,
}

/// 'According to' in several languages, in lower case.
const ACCORDING: &[&str] = &[
    "according to",
    "selon",
    "d'après",
    "laut",
    "según",
    "secondo",
    "segundo",
    "volgens",
    "enligt",
    "ifølge",
    "по словам",
];

/// Words that cannot stand in the name of a speaker.
const NOT_A_SPEAKER: &[&str] = &[
    "and", "but", "which", "who", "that", "as", "while", "although", "though", "because", "if", "when", "where",
    "what", "how", "is", "was", "are", "were", "be", "been", "will", "would", "could", "can", "may", "it", "there",
    "not", "than", "or", "so", "after", "before", "since", "then", "this", "i", "we", "you", "me", "us", "him", "them",
];

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
];

/// Verbs of asserting that need no 'that', in lower case. (Not before `NO_STATEMENT`: 'the man accused of it'.)
const STATING: &[&str] = &[
    "accused",
    "accuses",
    "urged",
    "urges",
    "warned",
    "warns",
    "alleged",
    "alleges",
    "denied",
    "denies",
    "clarified",
    "described",
    "describes",
    "criticised",
    "criticized",
    "condemned",
    "blamed",
    "blames",
    "praised",
    "explained",
    "argued",
    "acknowledged",
    "admitted",
    "confirmed",
    "conceded",
    "insisted",
];

/// Words behind one of [`STATING`] that show it to be no statement of its subject.
const NO_STATEMENT: &[&str] = &["of", "as", "by", "in", "on", "to", "at"];

/// Words that open a phrase or clause before the subject of a sentence, besides [`AFTERWARDS`].
const OPENS: &[&str] =
    &["like", "unlike", "although", "though", "despite", "because", "since", "if", "once", "asked", "unless", "among"];

/// Days that may stand between a speaker and the verb.
const DAYS: &[&str] =
    &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tonight"];

/// Words that may follow the verb when what was said stands before it.
pub const AFTERWARDS: &[&str] = &[
    "in",
    "on",
    "at",
    "to",
    "during",
    "after",
    "by",
    "through",
    "via",
    "later",
    "last",
    "this",
    "of",
    "with",
    "when",
    "as",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "yesterday",
    "earlier",
    "recently",
    "afterwards",
    "from",
    "about",
    "following",
    "while",
    "before",
    "back",
    "for",
    "over",
    "without",
    "today",
    "tonight",
    "here",
    "again",
    "too",
];

/// Finds whom a sentence credits; `None` when it credits nobody plainly.
pub fn attribution(sentence: &str) -> Option<Attribution> {
    let words: Vec<Word<'_>> = segment::each_word(sentence, |(span, word)| (span, lower(word)));
    leading_according(sentence)
        .or_else(|| trailing(sentence, &words))
        .or_else(|| between_quotations(sentence, &words))
        .or_else(|| leading(sentence, &words))
        .or_else(|| abroad::attribution(sentence, &words))
}

/// A word of a sentence: where it stands, and in lower case.
type Word<'t> = (Span, Cow<'t, str>);

/// The words of a sentence that stand in a part of it.
fn within<'w, 't>(words: &'w [Word<'t>], part: Span) -> &'w [Word<'t>] {
    let from = words.partition_point(|(span, _)| span.start() < part.start());
    let to = words.partition_point(|(span, _)| span.end() <= part.end());
    words.get(from..to).unwrap_or_default()
}

/// Whether a place stands inside double quotation marks.
fn is_quoted(sentence: &str, place: Span) -> bool {
    let before = sentence.get(..place.start().bytes()).unwrap_or("");
    let count = |marks: &[char]| before.chars().filter(|c| marks.contains(c)).count();
    count(&['"']) % 2 == 1 || count(&['“', '„', '«']) > count(&['”', '»'])
}

/// The 'according to' that a text begins with.
fn according(text: &str) -> Option<&'static str> {
    const LONGEST: usize = 40;
    let head = text.get(..text.floor_char_boundary(LONGEST))?.to_lowercase();
    ACCORDING.iter().find(|cue| head.starts_with(**cue)).copied()
}

fn hull(words: &[Word<'_>]) -> Option<Span> {
    Some(words.first()?.0.hull(words.last()?.0))
}

fn is_saying(word: &Word<'_>) -> bool {
    SAYING.contains(&*word.1)
}

/// Whether a word is a verb of saying outside of quotation marks, and not part of a name as in 'United States'.
fn says(sentence: &str, word: &Word<'_>) -> bool {
    let written = word.0.slice(sentence).is_some_and(|w| w.starts_with(char::is_lowercase));
    is_saying(word) && written && !is_quoted(sentence, word.0)
}

/// 'According to the ministry, the ship sank.'
fn leading_according(sentence: &str) -> Option<Attribution> {
    let cue = according(sentence).filter(|cue| sentence.get(cue.len()..).is_some_and(|rest| rest.starts_with(' ')))?;
    let from = cue.len() + 1;
    let comma = sentence.get(from..)?.find(", ")? + from;
    let speaker = Span::new(from, comma);
    let content = Span::new(comma + 2, sentence.len());
    let fits = speaker.slice(sentence).is_some_and(|s| segment::word_count(s) <= 14);
    let whole = content.slice(sentence).is_some_and(|c| segment::word_count(c) >= 5);
    fits.then_some(Attribution { speaker, content: Some(content).filter(|_| whole) })
}

/// 'The ship sank, the ministry said on Friday.', '"It sank," said Hale.', 'It sank, according to Hale.'
fn trailing(sentence: &str, words: &[Word<'_>]) -> Option<Attribution> {
    let ends = sentence.char_indices().rev().filter(|&(_, c)| matches!(c, ',' | '"' | '”' | '’'));
    for (at, c) in ends.take(5) {
        let tail_at = at + c.len_utf8();
        let tail = sentence.get(tail_at..)?;
        if !tail.starts_with(' ') {
            continue;
        }
        let tail = Span::new(tail_at, sentence.len());
        let Some(speaker) = speaker_of_tail(sentence, tail, words) else { continue };
        let content = Span::new(0, at);
        let quoted = content.slice(sentence)?.contains(['"', '“']);
        // 'Maddock, 52, said the ship sank': without a quotation, only a name may follow its verb.
        let first = within(words, tail).first().and_then(|(span, _)| span.slice(sentence));
        let inverted = first.is_some_and(|word| SAYING.contains(word));
        if inverted && !quoted && !speaker.slice(sentence)?.starts_with(char::is_uppercase) {
            continue;
        }
        let content = if quoted { content } else { without_apposition(sentence, content, speaker)? };
        let whole = c == ',' && !quoted && segment::word_count(content.slice(sentence)?) >= 5;
        return Some(Attribution { speaker, content: Some(content).filter(|_| whole) });
    }
    None
}

/// What was said, without the words between it and the speaker's name that say who that is: 'It sank, the head of the port,
/// Ines Maddock, said.' `None` where the speaker is such words: 'Ines Maddock, the head of the port, said'.
fn without_apposition(sentence: &str, content: Span, speaker: Span) -> Option<Span> {
    let said = content.slice(sentence)?;
    let named = speaker.slice(sentence)?.starts_with(char::is_uppercase);
    let Some((before, last)) = said.rsplit_once(", ") else { return Some(content) };
    let first = segment::words(last).next().map_or("", |(_, word)| word);
    let describes =
        matches!(first, "the" | "a" | "an" | "another" | "its" | "his" | "her") && segment::word_count(last) <= 9;
    if named && describes && !has_finite(last) {
        return Some(Span::new(content.start(), content.start().plus(before.len())));
    }
    // 'Kurt Hale, and Ines Maddock, another aide, said': the aside describes a subject.
    let aside = matches!(segment::words(speaker.slice(sentence)?).next(), Some((_, "another" | "a" | "an")));
    (!aside || has_finite(said)).then_some(content)
}

/// Whether a text has an auxiliary or a verb in the past tense by its ending.
fn has_finite(text: &str) -> bool {
    const FINITE: &[&str] = &[
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
        "should", "do", "does", "did", "sank", "said", "found", "made", "took", "came", "went", "began", "left", "won",
        "lost", "met",
    ];
    segment::words(text).any(|(_, word)| FINITE.contains(&word) || word.ends_with("ed"))
}

/// The speaker in the part of a sentence that follows the words that were said; `None` when it is something else.
fn speaker_of_tail(sentence: &str, tail: Span, words: &[Word<'_>]) -> Option<Span> {
    let words = within(words, tail);
    if let Some(cue) = according(tail.slice(sentence)?.trim_start()) {
        let rest = words.get(segment::words(cue).count()..)?;
        let clause = rest.iter().position(|w| matches!(&*w.1, "that" | "which" | "who" | "whose"));
        let rest = rest.get(..clause.unwrap_or(rest.len()))?;
        return (!rest.is_empty() && rest.len() <= 12).then(|| hull(until_comma(sentence, rest))).flatten();
    }
    if words.len() > 18 {
        return None;
    }
    let small = |word: &Word<'_>| word.0.slice(sentence).is_some_and(|w| w.starts_with(char::is_lowercase));
    let verb = words.iter().position(|word| is_saying(word) && small(word))?;
    let after = words.get(verb + 1..)?;
    if verb == 0 {
        let until = after.iter().position(|w| AFTERWARDS.contains(&&*w.1) && w.1 != "of").unwrap_or(after.len());
        return named(sentence, until_comma(sentence, after.get(..until)?));
    }
    let told = matches!(&*words.get(verb)?.1, "told" | "tells" | "asked");
    let ends = after.first().is_none_or(|w| AFTERWARDS.contains(&&*w.1));
    (told || ends).then(|| named(sentence, before_adverbs(words.get(..verb)?))).flatten()
}

/// '"It sank," said Hale. "Nobody came."': the speaker between two quotations.
fn between_quotations(sentence: &str, words: &[Word<'_>]) -> Option<Attribution> {
    let closings = sentence.char_indices().filter(|&(_, c)| c == '"' || c == '”');
    for (at, c) in closings {
        let from = at + c.len_utf8();
        let rest = sentence.get(from..)?;
        let Some(next) = rest.find(['"', '“']) else { continue };
        let Some(tail) = rest.get(..next).filter(|t| t.starts_with(' ')) else { continue };
        let tail = tail.trim_end().trim_end_matches([',', '.', ':', ';']);
        if let Some(speaker) = speaker_of_tail(sentence, Span::new(from, from + tail.len()), words) {
            return Some(Attribution { speaker, content: None });
        }
    }
    None
}

/// 'Hale said that the ship sank.', 'The ministry, in a statement, said: "It sank."'
fn leading(sentence: &str, words: &[Word<'_>]) -> Option<Attribution> {
    let speaker = (0..words.len().min(24)).find_map(|verb| subject_of(sentence, words, verb))?;
    Some(Attribution { speaker, content: None })
}

/// Who says or asserts something by the verb at a place in a sentence; `None` where it is no such verb.
fn subject_of(sentence: &str, words: &[Word<'_>], verb: usize) -> Option<Span> {
    let (said, next) = (words.get(verb)?, words.get(verb + 1)?);
    let states = STATING.contains(&&*said.1) && !NO_STATEMENT.contains(&&*next.1) && !is_quoted(sentence, said.0);
    if !states && !says(sentence, said) {
        return None;
    }
    let plain = states || matches!(&*said.1, "said" | "says" | "say" | "told" | "tells");
    let between = Span::new(said.0.end(), next.0.start()).slice(sentence)?;
    if !plain && next.1 != "that" && !between.contains(['"', '“', ':']) {
        return None;
    }
    let subject = without_day(before_adverbs(words.get(..verb)?));
    // 'are alleging'
    let going =
        said.1.ends_with("ing") && subject.last().is_some_and(|w| matches!(&*w.1, "is" | "are" | "was" | "were"));
    let subject = subject.get(..subject.len() - usize::from(going))?;
    let before = hull(subject)?.slice(sentence)?;
    let subject = if before.contains(", ") {
        let first = until_comma(sentence, subject);
        let opens = first.first().is_some_and(|w| {
            AFTERWARDS.contains(&&*w.1) || OPENS.contains(&&*w.1) || w.1.len() > 5 && w.1.ends_with("ing")
        });
        // An aside ends with a comma before the verb; without one, somebody within the aside is speaking.
        let closed = Span::new(hull(subject)?.end(), said.0.start()).slice(sentence)?.contains(',');
        match (opens, closed) {
            (true, _) => subject.get(first.len()..)?,
            (false, true) => first,
            (false, false) => return None,
        }
    } else {
        subject
    };
    named(sentence, before_adverbs(subject))
}

/// Without 'on Monday' at the end.
fn without_day<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let day = words.last().is_some_and(|w| DAYS.contains(&&*w.1));
    let rest = words.get(..words.len() - usize::from(day)).unwrap_or(words);
    let joined = day && rest.last().is_some_and(|w| matches!(&*w.1, "on" | "last" | "late" | "early"));
    rest.get(..rest.len() - usize::from(joined)).unwrap_or(rest)
}

/// The words up to the first comma.
fn until_comma<'w, 't>(sentence: &str, words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let parted = |pair: &[Word<'_>]| match pair {
        [a, b] => Span::new(a.0.end(), b.0.start())
            .slice(sentence)
            .is_none_or(|between| between.contains([',', ';', ':', '"', '“', '”', '('])),
        _ => true,
    };
    let length = words.windows(2).position(parted).map_or(words.len(), |at| at + 1);
    words.get(..length).unwrap_or(words)
}

fn before_adverbs<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let adverb = |w: &&Word<'_>| ADVERBS.contains(&&*w.1);
    let trailing = words.iter().rev().take_while(adverb).count();
    let words = words.get(..words.len() - trailing).unwrap_or(words);
    words.get(words.iter().take_while(adverb).count()..).unwrap_or(words)
}

/// The span of words that name a speaker: a few, none of them a conjunction or an auxiliary, within one phrase.
fn named(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    let first = words.first()?;
    let phrase = until_comma(sentence, words);
    let plain = phrase.iter().enumerate().all(|(at, w)| !NOT_A_SPEAKER.contains(&&*w.1) || (at > 0 && w.1 == "and"));
    let joined = phrase.last().is_some_and(|last| last.1 == "and");
    let clause = phrase.len() > 1 && matches!(&*first.1, "he" | "she" | "they");
    let points = matches!(&*first.1, "these" | "those" | "such" | "both" | "neither" | "what");
    let opens = !AFTERWARDS.contains(&&*first.1) && !is_saying(first) && !joined && !clause && !points;
    let broken = hull(phrase).and_then(|span| span.slice(sentence)).is_some_and(|name| name.contains(['—', '–']));
    let fits = plain && opens && !broken && phrase.len() <= 9 && phrase.len() == words.len();
    fits.then(|| hull(name_alone(sentence, phrase))).flatten()
}

/// Without what follows a full name: 'Ines Maddock of the harbour office'.
fn name_alone<'w, 't>(sentence: &str, words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let capital = |w: &Word<'_>| w.0.slice(sentence).is_some_and(|w| w.starts_with(char::is_uppercase));
    let named = words.iter().take(2).filter(|w| capital(w)).count() == 2;
    let ends = |w: &Word<'_>| matches!(&*w.1, "of" | "from" | "at" | "with" | "in" | "who");
    let end = words.iter().skip(2).position(ends).map_or(words.len(), |at| at + 2);
    if named && end == 2 { words.get(..2).unwrap_or(words) } else { words }
}

#[cfg(test)]
mod tests {
    use super::attribution;

    #[test]
    fn the_speaker_is_found_where_a_sentence_names_one_plainly() {
        for (sentence, speaker, content) in [
            (
                "The ship sank at once, the harbour master said on Friday.",
                Some("the harbour master"),
                Some("The ship sank at once"),
            ),
            (
                "The ship sank in the bay, according to Ines Maddock.",
                Some("Ines Maddock"),
                Some("The ship sank in the bay"),
            ),
            ("\"It sank,\" said Ines Maddock, director of the port.", Some("Ines Maddock"), None),
            ("\"It sank,\" he told the Post.", Some("he"), None),
            ("\"Why did it sink?\" Maddock asked.", Some("Maddock"), None),
            ("\"It sank,\" Hale says. \"Nobody came.\"", Some("Hale"), None),
            ("According to the port, the ship sank at once.", Some("the port"), Some("the ship sank at once.")),
            ("Hale said that the ship sank.", Some("Hale"), None),
            ("Ines Maddock, 52, said the ship sank.", Some("Ines Maddock"), None),
            ("On Friday, Hale said the ship sank.", Some("Hale"), None),
            ("Although no others were reported, Hale said the ship sank.", Some("Hale"), None),
            ("Like many others, Hale says the ship sank.", Some("Hale"), None),
            ("Locals like Hale argue that the ship sank.", Some("Locals like Hale"), None),
            ("The owners are alleging that the ship was old.", Some("The owners"), None),
            ("The harbour master on Friday said the ship sank.", Some("The harbour master"), None),
            ("Hale also accused the owners of neglect.", Some("Hale"), None),
            ("The man accused of neglect left the port.", None, None),
            ("Ines Maddock of the harbour office said the ship sank.", Some("Ines Maddock"), None),
            ("Speaking to the port at noon, Hale said: \"It sank.\"", Some("Hale"), None),
            (
                "The ship sank in the bay at once, the head of the port, Ines Maddock, told the Post.",
                Some("Ines Maddock"),
                Some("The ship sank in the bay at once"),
            ),
            ("Tom Hale, keeper of the light, and Ines Maddock, another aide, testified.", None, None),
            ("Hale—unlike others—said the ship sank.", None, None),
            ("The ships sail from Norland, Kerrick and the United States for the south.", None, None),
            ("\"My friends told me it sank at once.\"", None, None),
            ("He came to the port and told us that it sank.", None, None),
            ("The report, which Hale said was false, was burnt.", None, None),
            ("Now Hale says the ship sank.", Some("Hale"), None),
            ("He was told that the ship sank.", None, None),
            ("The group claimed the attack.", None, None),
            ("The ship sank, and nobody said a word.", None, None),
            ("The ship sank in the fog.", None, None),
            ("", None, None),
        ] {
            let found = attribution(sentence);
            let slice = |span: crate::text::Span| span.slice(sentence).unwrap();
            assert_eq!(found.map(|a| slice(a.speaker)), speaker, "{sentence}");
            assert_eq!(found.and_then(|a| a.content).map(slice), content, "{sentence}");
        }
    }
}
