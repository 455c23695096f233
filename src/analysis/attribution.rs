//! Whom a sentence credits for what it says: 'Hale said', 'according to the ministry', 'he told the Post'. English cues;
//! those of a few other languages are in `abroad`. Refuses what is not plain: a sentence that could be read another way credits
//! nobody.

use std::borrow::Cow;

use crate::analysis::calendar::weekday;
use crate::analysis::dateline::agency_line;
use crate::text::marks::Marks;
use crate::text::stem::lower;
use crate::text::{Span, segment};

mod abroad;
mod cues;
pub mod german;
mod subject;
mod trailing;
mod verbs;

use cues::Cues;
use subject::{
    before_adverbs, before_time, behind_marks, did, is_capital, is_day, is_persons_name, named, opens, subject,
    until_mark,
};
use trailing::{has_finite, trailing};
use verbs::{asserts, is_aside, is_plain, is_spoken, says};

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

/// Words that may follow the verb when what was said stands before it, besides the weekdays.
const AFTERWARDS: &[&str] = &[
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
    "late",
    "early",
    "overnight",
    "last",
    "this",
    "of",
    "with",
    "when",
    "as",
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

/// Whether a word, in lower case, may follow the verb when what was said stands before it.
pub fn comes_afterwards(word: &str) -> bool {
    AFTERWARDS.contains(&word) || weekday(word).is_some()
}

/// Finds whom a sentence credits; `None` when it credits nobody plainly.
pub fn attribution(sentence: &str) -> Option<Attribution> {
    let words: Vec<Word<'_>> = segment::each_word(sentence, |(span, word)| (span, lower(word)));
    // 'Kerrick (CNN)The port said'
    let line = agency_line(sentence).map_or(0, |from| words.partition_point(|w| w.0.start().bytes() < from));
    let own = words.get(line..).unwrap_or_default();
    let cues = Cues::among(&words);
    leading_according(sentence)
        .or_else(|| if cues.english { in_english(sentence, own) } else { None })
        .or_else(|| if cues.abroad { abroad::attribution(sentence, &words, cues.german) } else { None })
}

/// Whom a sentence credits by English words, but for a leading 'according to'.
fn in_english(sentence: &str, words: &[Word<'_>]) -> Option<Attribution> {
    let alone = |speaker: Span| Attribution { speaker, content: None };
    beside_quotation(sentence, words)
        .or_else(|| quoted_as_saying(sentence, words))
        .map(alone)
        .or_else(|| as_said(sentence, words).map(alone))
        .or_else(|| trailing(sentence, words))
        .or_else(|| leading(sentence, words).map(alone))
        .or_else(|| aside(sentence, words).map(alone))
        .or_else(|| saying(sentence, words).map(alone))
}

/// A word of a sentence: where it stands, and in lower case.
type Word<'t> = (Span, Cow<'t, str>);

/// The words of a sentence that stand in a part of it.
fn within<'w, 't>(words: &'w [Word<'t>], part: Span) -> &'w [Word<'t>] {
    let from = words.partition_point(|(span, _)| span.start() < part.start());
    let to = words.partition_point(|(span, _)| span.end() <= part.end());
    words.get(from..to).unwrap_or_default()
}

/// What stands between two words.
fn gap<'s>(sentence: &'s str, a: &Word<'_>, b: &Word<'_>) -> &'s str {
    Span::new(a.0.end(), b.0.start()).slice(sentence).unwrap_or("")
}

/// Whether a place stands inside double quotation marks.
fn is_quoted(sentence: &str, place: Span) -> bool {
    let before = sentence.get(..place.start().bytes()).unwrap_or("");
    if !before.contains(['"', '“', '”', '„', '«', '»']) {
        return false;
    }
    let (mut marks, mut open, mut last) = (Marks::default(), 0, None);
    let mut chars = before.chars().peekable();
    while let Some(c) = chars.next() {
        open += marks.opens(last, c, chars.peek().copied()).map_or(0, |opens| if opens { 1 } else { -1 });
        last = Some(c);
    }
    open > 0 || before.matches('"').count() % 2 == 1
}

/// The 'according to' that a text begins with.
fn according(text: &str) -> Option<&'static str> {
    const LONGEST: usize = 40;
    // In most texts no cue has even the first letter.
    let initial = text.as_bytes().first()?.to_ascii_lowercase();
    if initial.is_ascii() && !ACCORDING.iter().any(|cue| cue.as_bytes().first() == Some(&initial)) {
        return None;
    }
    let head = text.get(..text.floor_char_boundary(LONGEST))?.to_lowercase();
    ACCORDING.iter().find(|cue| head.starts_with(**cue)).copied()
}

fn hull(words: &[Word<'_>]) -> Option<Span> {
    Some(words.first()?.0.hull(words.last()?.0))
}

/// 'According to the ministry, the ship sank.'
fn leading_according(sentence: &str) -> Option<Attribution> {
    const LONG: usize = 8;
    const TELLS: &[&str] = &[" released ", " published ", " issued ", " - ", " -- ", " — "];
    // Behind these the verb comes before its subject.
    let inverts = |cue: &&str| matches!(*cue, "laut" | "volgens" | "enligt" | "ifølge");
    let cue = according(sentence)
        .filter(|cue| !inverts(cue) && sentence.get(cue.len()..).is_some_and(|rest| rest.starts_with(' ')))?;
    let from = cue.len() + 1;
    let rest = sentence.get(from..)?;
    let (comma, mark) = rest.find(", ").map(|at| (at, 2)).or_else(|| Some((rest.rfind(" -- ")?, 4)))?;
    let comma = comma + from;
    let whole = Span::new(from, comma).slice(sentence)?;
    let long = segment::word_count(whole) > LONG;
    let end = TELLS
        .iter()
        .filter(|_| long)
        .filter_map(|tells| whole.find(tells))
        .filter(|at| *at > 0)
        .min()
        .unwrap_or(whole.len());
    let speaker = Span::new(from, from + end);
    let content = Span::new(comma + mark, sentence.len());
    let fits = speaker.slice(sentence).is_some_and(|s| segment::word_count(s) <= 14);
    let says = content.slice(sentence).is_some_and(|c| segment::word_count(c) >= 5 && !may_begin_with_aside(c));
    fits.then_some(Attribution { speaker, content: Some(content).filter(|_| says) })
}

/// 'A watch of pilots, the ship sank': what stands first may tell who was credited before it.
fn may_begin_with_aside(content: &str) -> bool {
    const LONGEST: usize = 10;
    content.split_once(", ").is_some_and(|(first, _)| {
        let describes = ["a ", "an ", "the ", "who ", "which "].iter().any(|opening| first.starts_with(opening));
        describes && segment::word_count(first) <= LONGEST && (first.starts_with("wh") || !has_finite(first))
    })
}

/// '"It sank," said Hale. "Nobody came."', '"It sank," Ines Maddock, head of the port, told the Post.'
fn beside_quotation(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    const NEAR: usize = 22;
    if sentence.is_ascii() && !sentence.contains('"') {
        return None;
    }
    let mut before = ' ';
    for (at, c) in sentence.char_indices() {
        let ended = matches!(before, ',' | '.' | '!' | '?' | '…' | '—');
        before = c;
        let from = at + c.len_utf8();
        let Some(rest) = sentence.get(from..) else { continue };
        // British pages set the comma behind the mark.
        let closes = matches!(c, '"' | '”') && (ended || rest.starts_with(',')) || c == '’' && ended;
        let rest = rest.strip_prefix(',').unwrap_or(rest);
        if !closes || !rest.starts_with(' ') {
            continue;
        }
        let end = rest.find(['"', '“', '‘']).unwrap_or(rest.len());
        let from = sentence.len() - rest.len();
        let tail = within(words, Span::new(from, from + end));
        let told = tail.iter().take(NEAR).position(|w| says_beside(&w.1) && !is_capital(sentence, w));
        let speaker = told.and_then(|verb| match verb {
            0 => behind_verb(sentence, tail),
            _ => subject(sentence, tail.get(..verb)?, tail.get(verb)?, false),
        });
        if speaker.is_some() {
            return speaker;
        }
    }
    None
}

/// Whether a verb beside a quotation tells who speaks.
fn says_beside(verb: &str) -> bool {
    is_spoken(verb) || verbs::BESIDE.contains(&verb) || says(verb) == Some(verbs::Says::Stating)
}

/// Who follows the verb that the words begin with: 'said Ines Maddock on Monday'.
fn behind_verb(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    let (verb, behind) = words.split_first()?;
    // 'told the Post' has its subject elsewhere.
    let next = behind.first()?;
    let mark = sentence.get(..verb.0.start().bytes())?.trim_end().ends_with(['-', '—', '–']);
    // 'It sank, reported Harbour News.'
    let paper = verb.1 == "reported" && is_capital(sentence, next) && behind.iter().all(|w| is_capital(sentence, w));
    let elsewhere = mark || matches!(&*verb.1, "told" | "tells" | "asked" | "reported") && !paper;
    if elsewhere || next.1 == "that" || gap(sentence, verb, next) != " " {
        return None;
    }
    // 'the port's recently named head'
    let owned = |at: usize| {
        at.checked_sub(1)
            .and_then(|at| behind.get(at))
            .is_some_and(|w| w.1.ends_with(['s']) && w.1.contains(['\'', '’']))
    };
    // 'the Commissioner for Light Ines Maddock', 'a spokesman for the port'
    let office = |at: usize| at.checked_sub(1).and_then(|at| behind.get(at)).is_some_and(|w| is_office(&w.1));
    let ends = |(at, w): (usize, &Word<'_>)| {
        comes_afterwards(&w.1) && w.1 != "of" && !owned(at) && !(w.1 == "for" && office(at))
            // 'says a report highlighting the fog'
            || at > 1 && w.1.len() > 5 && w.1.ends_with("ing")
    };
    let until = behind.iter().enumerate().position(ends).unwrap_or(behind.len());
    named(sentence, until_mark(sentence, behind.get(..until)?))
}

/// Whether a word in lower case is an office that something follows: 'Commissioner for Light'.
fn is_office(word: &str) -> bool {
    const OFFICES: &[&str] =
        &["commissioner", "minister", "secretary", "director", "spokesman", "spokeswoman", "spokesperson", "envoy"];
    OFFICES.contains(&word)
}

/// 'Hale said that the ship sank.', 'The ministry, in a statement, said: "It sank."'
fn leading(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    const NEAR: usize = 40;
    (1..words.len().min(NEAR)).filter(|&verb| asserts(sentence, words, verb)).find_map(|verb| {
        let (verb, before) = words.get(..=verb)?.split_last()?;
        subject(sentence, before, verb, true).filter(|speaker| !is_quoted(sentence, *speaker))
    })
}

/// 'The ship sank, the port was quoted as saying by the Post.'
fn quoted_as_saying(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    let quoted = |four: &[Word<'_>]| match four {
        [be, quoted, by, saying] => {
            matches!(&*be.1, "was" | "were" | "is" | "are")
                && quoted.1 == "quoted"
                && by.1 == "as"
                && saying.1 == "saying"
        }
        _ => false,
    };
    let (before, verb) = words.split_at_checked(words.windows(4).position(quoted)?)?;
    subject(sentence, behind_marks(sentence, before), verb.first()?, true)
}

/// 'The ship, the port said on Friday, was old.'
fn aside(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    const LONGEST: usize = 16;
    let comma = |at: usize| match words.get(at..at + 2) {
        Some([a, b]) => gap(sentence, a, b) == ", ",
        _ => false,
    };
    let mut from = None;
    for at in (0..words.len()).filter(|&at| comma(at)) {
        let part = from.and_then(|from| words.get(from..=at)).filter(|part| part.len() <= LONGEST);
        let speaker = part.and_then(|part| {
            let verb = part.iter().position(|w| is_aside(&w.1) && is_plain(sentence, w)).filter(|verb| *verb > 0)?;
            let ends = part.get(verb + 1).is_none_or(|w| comes_afterwards(&w.1) || is_day(&w.1));
            ends.then(|| named(sentence, before_time(sentence, before_adverbs(sentence, part.get(..verb)?)))).flatten()
        });
        if speaker.is_some() {
            return speaker;
        }
        from = Some(at + 1);
    }
    None
}

/// Verbs behind 'as' and their subject.
const AS_SAID: &[&str] = &[
    "said",
    "says",
    "noted",
    "notes",
    "points",
    "pointed",
    "reported",
    "reports",
    "wrote",
    "writes",
    "put",
    "puts",
    "explained",
    "explains",
    "explain",
    "observed",
    "observes",
    "argued",
    "argues",
];

/// 'As Hale said on Friday, the ship was old.'
fn as_said(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    const NEAR: usize = 12;
    let (first, rest) = words.split_first().filter(|(first, _)| first.1 == "as")?;
    let verb = rest.iter().take(NEAR).position(|w| AS_SAID.contains(&&*w.1) && is_plain(sentence, w))?;
    let out = match &*rest.get(verb)?.1 {
        "points" | "pointed" => rest.get(verb + 1)?.1 == "out",
        "put" | "puts" => rest.get(verb + 1)?.1 == "it",
        _ => true,
    };
    let parted = Span::new(first.0.end(), sentence.len()).slice(sentence)?.contains(", ");
    (out && parted)
        .then(|| named(sentence, before_time(sentence, before_adverbs(sentence, rest.get(..verb)?))))
        .flatten()
}

/// Forms by which what somebody says is added to what they do.
const GOING: &[&str] = &["saying", "arguing", "warning", "claiming", "insisting", "noting", "stressing", "alleging"];

/// 'Hale went home, saying that the ship was old.'
fn saying(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    let at = words.iter().position(|w| GOING.contains(&&*w.1) && is_plain(sentence, w)).filter(|at| *at > 1)?;
    let behind = words.get(at + 1)?;
    let parted = gap(sentence, words.get(at - 1)?, words.get(at)?) == ", ";
    if !parted || matches!(&*behind.1, "in" | "by" | "on" | "about" | "to" | "of") {
        return None;
    }
    if let Some(group) = doing(sentence, words.get(..at)?) {
        return Some(group);
    }
    let name = words.iter().take_while(|w| is_capital(sentence, w)).count().max(1);
    let name = until_mark(sentence, words.get(..name)?);
    let pronoun = matches!(&*name.first()?.1, "he" | "she") && name.len() == 1;
    let single = name.len() == 1 && is_capital(sentence, name.first()?) && !opens(name.first()?);
    let person = (is_persons_name(sentence, name) || single) && !name.last()?.1.ends_with("'s");
    let next = words.get(name.len())?;
    // 'Health care providers': the first of them is no name.
    let goes_on = !matches!(&*next.1, "and" | "of" | "in" | "at" | "for" | "like")
        && (did(&next.1) || next.1 == "however")
        && (gap(sentence, name.last()?, next) == " " || next.1 == "however");
    ((pronoun || person) && goes_on).then(|| named(sentence, name)).flatten()
}

/// Who did something, by a noun phrase for persons or a medium: 'Hale's parents filed a notice Monday, saying'.
fn doing(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    const NEAR: usize = 11;
    const SPEAKERS: &[&str] = &[
        "parents",
        "family",
        "lawyers",
        "lawyer",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "newspaper",
        "officials",
        "police",
        "prosecutors",
        "ministry",
        "government",
        "union",
        "court",
        "group",
        "committee",
        "organization",
        "organisation",
        "president",
        "minister",
        "mayor",
        "critics",
        "residents",
    ];
    let verb = words.iter().take(NEAR).position(|w| did(&w.1)).filter(|verb| (2..NEAR).contains(verb))?;
    let phrase = words.get(..verb)?;
    let whole = until_mark(sentence, words.get(..=verb)?).len() == verb + 1;
    let speaks = phrase.iter().take(4).any(|w| SPEAKERS.contains(&&*w.1));
    let opens_one = phrase.first().is_some_and(opens);
    (whole && speaks && !opens_one).then(|| named(sentence, before_adverbs(sentence, phrase))).flatten()
}

#[cfg(test)]
mod tests;
