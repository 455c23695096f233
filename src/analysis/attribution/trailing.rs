//! Whom the words behind what was said credit: 'The ship sank, the ministry said.' English. Refuses words that tell something
//! else.

use super::subject::{before_adverbs, before_time, is_capital, is_persons_name, named, until_mark};
use super::verbs::is_spoken;
use super::{Attribution, Word, according, behind_verb, comes_afterwards, gap, hull, within};
use crate::analysis::lexicon::{NOT_PERSONS, PERSONS};
use crate::text::{Span, segment};

/// 'The ship sank, the ministry said on Friday.', '"It sank," said Hale.', 'It sank, according to Hale.'
pub(super) fn trailing(sentence: &str, words: &[Word<'_>]) -> Option<Attribution> {
    let ends = sentence.char_indices().rev().filter(|&(_, c)| matches!(c, ',' | '"' | '”' | '’'));
    for (at, c) in ends.take(5) {
        let tail_at = at + c.len_utf8();
        if !sentence.get(tail_at..)?.starts_with(' ') {
            continue;
        }
        let tail = within(words, Span::new(tail_at, sentence.len()));
        let Some(speaker) = speaker_of_tail(sentence, tail_at, tail) else { continue };
        let content = Span::new(0, at);
        let quoted = content.slice(sentence)?.contains(['"', '“']);
        // 'Maddock, 52, said the ship sank': without a quotation, only a name may follow its verb.
        let inverted = tail.first().is_some_and(|w| is_spoken(&w.1));
        // 'Maddock, of the port, says Hale's praise could bode ill': what follows tells what she says.
        let tells = || tells(sentence, tail);
        if inverted && !quoted && (!is_somebody(sentence, speaker, tail) || tells()) {
            continue;
        }
        if !quoted && opens_what_follows(sentence, content, tail) {
            continue;
        }
        let (speaker, content) = described(sentence, words, speaker, content);
        let content = if quoted { content } else { without_apposition(sentence, content, speaker)? };
        let said = within(words, content);
        let ends = tail.len() <= LONGEST
            && !said.last().is_some_and(|w| matches!(&*w.1, "which" | "who" | "that" | "and" | "but"));
        let whole = c == ',' && !quoted && ends && said.len() >= 5;
        return Some(Attribution { speaker, content: Some(content).filter(|_| whole) });
    }
    None
}

/// 'After a year at sea, Hale has said in a letter that the ship sank.': what stands before is an opening phrase, and what was
/// said comes behind 'that'.
fn opens_what_follows(sentence: &str, content: Span, tail: &[Word<'_>]) -> bool {
    const PHRASES: &[&str] =
        &["after", "before", "in", "at", "on", "for", "with", "during", "since", "despite", "following", "by", "as"];
    let said = content.slice(sentence).unwrap_or("");
    let first = segment::words(said).next().map(|(_, word)| word.to_lowercase());
    let phrase = first.is_some_and(|word| PHRASES.contains(&word.as_str())) && !said.contains(", ");
    phrase && !has_finite(said) && tail.iter().any(|word| word.1 == "that")
}

/// The speaker by name, where what stands before the verb only tells who that is: 'it sank, Ines Maddock, head of the port,
/// said'; and what was said, without the name.
fn described(sentence: &str, words: &[Word<'_>], speaker: Span, content: Span) -> (Span, Span) {
    let small = speaker.slice(sentence).is_some_and(|s| s.starts_with(char::is_lowercase));
    let comma = content.slice(sentence).and_then(|said| said.rfind(", ")).filter(|_| small);
    let Some(comma) = comma.map(|at| content.start().plus(at)) else { return (speaker, content) };
    let name = within(words, Span::new(comma, content.end()));
    let named = if is_persons_name(sentence, name) { hull(name) } else { None };
    named.map_or((speaker, content), |name| (name, Span::new(content.start(), comma)))
}

/// Whether what follows an inverted verb is who speaks: a name, or 'officials', 'the ministry' at the end.
fn is_somebody(sentence: &str, speaker: Span, tail: &[Word<'_>]) -> bool {
    const MANY: &[&str] = &[
        "officials",
        "police",
        "experts",
        "analysts",
        "scientists",
        "researchers",
        "authorities",
        "critics",
        "doctors",
        "prosecutors",
        "sources",
        "witnesses",
        "investigators",
        "campaigners",
        "activists",
        "lawyers",
        "aides",
    ];
    let name = speaker.slice(sentence).unwrap_or("");
    let last = tail.iter().rfind(|w| w.0.end() <= speaker.end());
    let ended = last.filter(|_| tail.last().is_some_and(|w| w.0.end() == speaker.end()));
    let (last, finder) = (ended.map_or("", |w| &w.1), last.map_or("", |w| &w.1));
    let first = name.split(' ').next().unwrap_or("");
    // 'says photographer Ines Maddock'
    let role = PERSONS.contains(first) || ["ist", "er", "or", "ian", "man"].iter().any(|end| first.ends_with(end));
    let role = role && name.rsplit(' ').next().is_some_and(|w| w.starts_with(char::is_uppercase));
    // 'says a report'
    let text = matches!(first, "a" | "the") && matches!(finder, "report" | "study" | "survey" | "poll");
    let whole = text && name.split(' ').count() <= 4;
    name.starts_with(char::is_uppercase)
        || role
        || whole
        || MANY.contains(&last)
        || name.starts_with("the ") && (NOT_PERSONS.contains(last) || PERSONS.contains(last))
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

/// Whether what stands behind a verb of saying is a clause of its own, 'says Hale's praise could bode ill', and no name with
/// what hangs on it: 'said Hale, who was there', 'said Hale as it was cut'.
fn tells(sentence: &str, words: &[Word<'_>]) -> bool {
    const FINITE: &[&str] = &[
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
        "should",
    ];
    const HANGING: &[&str] =
        &["as", "who", "that", "which", "whose", "where", "when", "while", "after", "before", "because", "if", "what"];
    let hangs = |word: &str| HANGING.contains(&word);
    let mut own = words.windows(2).map_while(|pair| match pair {
        [before, word] => (!gap(sentence, before, word).contains([',', ';']) && !hangs(&word.1)).then_some(word),
        _ => None,
    });
    own.any(|word| FINITE.contains(&&*word.1))
}

/// Whether a text has an auxiliary or a verb in the past tense by its ending.
pub(super) fn has_finite(text: &str) -> bool {
    const FINITE: &[&str] = &[
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
        "should", "do", "does", "did", "sank", "said", "found", "made", "took", "came", "went", "began", "left", "won",
        "lost", "met",
    ];
    segment::words(text).any(|(_, word)| FINITE.contains(&word) || word.ends_with("ed"))
}

/// Verbs that at the end of a sentence tell who found out what it says.
pub(super) const SHOWN: &[&str] = &["found", "shown", "learned"];

/// The most words that may tell who speaks behind what was said.
const LONGEST: usize = 18;

/// The speaker in the words that follow what was said; `None` when they are something else.
fn speaker_of_tail(sentence: &str, from: usize, words: &[Word<'_>]) -> Option<Span> {
    if let Some(cue) = according(sentence.get(from..)?.trim_start()) {
        let rest = until_mark(sentence, words.get(segment::words(cue).count()..)?);
        let clause = rest.iter().position(|w| matches!(&*w.1, "that" | "which" | "who" | "whose"));
        let rest = rest.get(..clause.unwrap_or(rest.len()))?;
        return (!rest.is_empty() && rest.len() <= 12).then(|| hull(rest)).flatten();
    }
    let shown = |at: usize| at + 1 == words.len() && words.get(at).is_some_and(|w| SHOWN.contains(&&*w.1));
    let spoken = |(at, word): (usize, &Word<'_>)| (is_spoken(&word.1) || shown(at)) && !is_capital(sentence, word);
    let verb = words.iter().take(LONGEST).enumerate().position(spoken)?;
    if verb == 0 {
        return behind_verb(sentence, words);
    }
    if words.len() > LONGEST {
        return None;
    }
    let after = words.get(verb + 1..)?;
    // 'Because it leaned, he told the crew to leave.'
    let other = after.iter().any(|w| matches!(&*w.1, "to" | "that" | "how" | "why" | "whether" | "about"));
    let told = matches!(&*words.get(verb)?.1, "told" | "tells" | "asked") && !other;
    let ends = after.first().is_none_or(|w| comes_afterwards(&w.1));
    (told || ends)
        .then(|| named(sentence, before_time(sentence, before_adverbs(sentence, words.get(..verb)?))))
        .flatten()
}
