//! Whether two that both claims name have changed their places: who does it and to whom, from where and to where. Refuses to
//! parse: on which side of a verb somebody stands, and behind which preposition, is all it asks. English and German.

use super::reading::{Reading, Tongue};
use crate::analysis::calendar::{month, weekday};
use crate::analysis::gate::exchanged::MUTUAL;
use crate::analysis::lexicon::SAYING;
use crate::analysis::polarity::one_form;
use crate::text::Span;
use crate::text::similar::Word;

/// Nobody stands farther from a verb that is theirs, in words.
const NEAR: usize = 8;
/// Words between a preposition and a name that are neither article nor name: "to rival Brandt".
const BETWEEN: usize = 2;
/// "Was", "had been" stand no farther before the verb, in words.
const AUXILIARY: usize = 2;

const ARTICLES: &[&str] = &[
    "the", "a", "an", "his", "her", "its", "their", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen",
    "einem", "einer",
];
const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being"];
const WERDEN: &[&str] = &["wird", "werden", "wurde", "wurden", "worden"];
const AUXILIARIES: &[&str] =
    &["has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "to", "did"];
/// Words with which another clause begins.
const OPENING: &[&str] =
    &["that", "who", "which", "said", "says", "and", "but", "dass", "und", "sagte", "while", "when", "after"];
/// German articles of whom something is done to.
const OBJECTS: &[&str] = &["den", "dem", "einen", "einem"];
/// Prepositions, and the way that each tells; the empty one tells of none.
const WAYS: &[(&str, &str)] = &[
    ("from", "from"),
    ("to", "to"),
    ("into", "to"),
    ("toward", "to"),
    ("towards", "to"),
    ("against", "against"),
    ("over", "against"),
    ("than", "than"),
    ("for", "for"),
    ("by", "by"),
    ("of", ""),
    ("in", ""),
    ("at", ""),
    ("on", ""),
    ("near", ""),
    ("off", ""),
    ("under", ""),
    ("through", ""),
    ("via", ""),
    ("with", ""),
    ("after", ""),
    ("before", ""),
    ("as", ""),
    ("von", "from"),
    ("vom", "from"),
    ("aus", "from"),
    ("nach", "to"),
    ("zu", "to"),
    ("zum", "to"),
    ("zur", "to"),
    ("gegen", "against"),
    ("als", "than"),
    ("durch", "by"),
    ("für", "for"),
    ("im", ""),
    ("am", ""),
    ("an", "to"),
    ("auf", "on"),
    ("bei", "at"),
    ("vor", ""),
    ("seit", ""),
    ("über", ""),
    ("mit", ""),
];
/// Beginnings of German verbs by which two do one thing.
const TOGETHER: &[&str] = &[
    "traf",
    "treff",
    "getroff",
    "triff",
    "sprech",
    "sprach",
    "gesproch",
    "spiel",
    "gespielt",
    "heirat",
    "fusion",
    "stritt",
    "streit",
    "einig",
    "geeinigt",
    "verhandel",
    "grenz",
    "kämpf",
    "gekämpft",
    "verb",
];

/// What somebody has to do with a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Does,
    IsDoneTo,
    Way(&'static str),
}

/// A word that both claims have once: its places.
#[derive(Clone, Copy)]
struct Met<'w> {
    a: &'w Word,
    b: &'w Word,
}

/// Two of whom each stands in the other's place: the one as the first claim has it, the other as the second has it in its
/// place.
pub(super) fn exchanged(a: &Reading, b: &Reading) -> Option<(Span, Span)> {
    let (parties, met) = known(a, b)?;
    if parties.len() < 2 {
        return None;
    }
    met.iter().filter(|verb| is_verb(a, verb.a) && is_verb(b, verb.b)).find_map(|verb| {
        let roles: Vec<(Met<'_>, Role, Role)> = parties
            .iter()
            .filter_map(|party| Some((*party, role(a, party.a, verb.a)?, role(b, party.b, verb.b)?)))
            .collect();
        let pairs = roles.iter().enumerate().flat_map(|(n, x)| roles.iter().skip(n + 1).map(move |y| (x, y)));
        pairs.into_iter().filter(|(x, y)| !joined(a, x.0.a, y.0.a) && !joined(b, x.0.b, y.0.b)).find_map(|(x, y)| {
            let crossed = x.1 == y.2 && y.1 == x.2 && x.1 != y.1;
            let acts = |one: Role, other: Role| one == Role::Does && other != Role::Does;
            let others = acts(x.1, y.1) && acts(y.2, x.2) || acts(y.1, x.1) && acts(x.2, y.2);
            let (one, other) = if acts(y.1, x.1) { (y, x) } else { (x, y) };
            (crossed || others).then_some((one.0.a.span, other.0.b.span))
        })
    })
}

/// Whether somebody does the one of two opposite verbs and has the other done: "bought from Brandt", "Brandt sold".
pub(super) fn are_turned(a: &Reading, b: &Reading, (x, y): (Span, Span)) -> bool {
    let word = |reading: &'_ Reading, span: Span| reading.sketch.words.iter().find(|word| word.span == span).cloned();
    let (Some(x), Some(y)) = (word(a, x), word(b, y)) else { return false };
    let Some((parties, _)) = known(a, b) else { return false };
    let roles: Vec<(Role, Role)> =
        parties.iter().filter_map(|party| role(a, party.a, &x).zip(role(b, party.b, &y))).collect();
    let told = |role: &Role| !matches!(role, Role::Way(_));
    let turned = roles.iter().filter(|(one, other)| told(one) && told(other) && one != other).count();
    turned > 1 || roles.iter().any(|pair| matches!(pair, (Role::Does, Role::Way(_)) | (Role::Way(_), Role::Does)))
}

/// The names that both claims have once, and the other words.
fn known<'w>(a: &'w Reading, b: &'w Reading) -> Option<(Vec<Met<'w>>, Vec<Met<'w>>)> {
    if a.tongue != b.tongue || a.tongue == Tongue::Other {
        return None;
    }
    let german = a.tongue == Tongue::German;
    let same = move |x: &Word, y: &Word| x.stem == y.stem || german && participle(x) == participle(y);
    let once = |of: &'w Reading, word: &'w Word| {
        let mut same = of.sketch.words.iter().filter(move |other| same(other, word));
        same.next().filter(|_| same.next().is_none())
    };
    let all = a.sketch.words.iter().filter_map(|word| Some(Met { a: once(a, word)?, b: once(b, word)? }));
    // What begins both claims has a capital in either case.
    let begins = |word: &Word| word.span.start().bytes() == 0;
    let named = |met: &Met<'_>| met.a.is_name || met.b.is_name || begins(met.a) && begins(met.b);
    let names = |met: &Met<'_>| (named(met) || is_definite(a, met.a) && is_definite(b, met.b)) && !is_day(met.a);
    Some(all.partition(names))
}

/// "kauft" of "gekauft".
fn participle(word: &Word) -> &str {
    let bare = word.folded.strip_prefix("ge").filter(|rest| rest.len() > 3).unwrap_or(&word.folded);
    bare.trim_end_matches("en").trim_end_matches(['e', 't'])
}

fn is_day(word: &Word) -> bool {
    weekday(&word.folded).is_some() || month(&word.folded).is_some()
}

/// Whether an English noun stands right behind "the".
fn is_definite(reading: &Reading, word: &Word) -> bool {
    let Some(at) = place(reading, word.span) else { return false };
    reading.tongue == Tongue::English && before(reading, at, 1) == Some("the")
}

fn place(reading: &Reading, span: Span) -> Option<usize> {
    reading.polarity.words().iter().position(|(place, _)| place.start() == span.start())
}

fn before(reading: &Reading, at: usize, back: usize) -> Option<&str> {
    reading.polarity.words().get(at.checked_sub(back)?).map(|(_, word)| word.as_str())
}

/// Whether a word may be a verb, or a comparative, that two stand about, and does not join them.
fn is_verb(reading: &Reading, word: &Word) -> bool {
    let written = word.span.slice(&reading.text).unwrap_or_default();
    let Some(at) = place(reading, word.span) else { return false };
    if !written.starts_with(char::is_lowercase) || before(reading, at, 1).is_some_and(|word| ARTICLES.contains(&word)) {
        return false;
    }
    let mutual = if reading.tongue == Tongue::German { TOGETHER } else { MUTUAL };
    if mutual.iter().any(|start| written.starts_with(start)) || SAYING.contains(written) {
        return false;
    }
    let next = reading.polarity.words().get(at + 1).map(|(_, word)| word.as_str());
    let led = || before(reading, at, 1).is_some_and(|word| AUXILIARIES.contains(&word) || BE.contains(&word));
    let behind_name = || {
        let last = at.checked_sub(1).and_then(|at| reading.polarity.words().get(at));
        last.and_then(|(span, _)| span.slice(&reading.text)).is_some_and(|text| text.starts_with(char::is_uppercase))
    };
    reading.tongue == Tongue::German
        || ["ed", "ing"].iter().any(|end| written.ends_with(end))
        || one_form(written, None) != written
        || ["shot", "beat", "beats", "hit", "hits", "led", "leads", "cut", "let"].contains(&written)
        || next == Some("than")
        || led()
        || behind_name()
}

/// What a name has to do with a verb; `None` where that is not told.
fn role(reading: &Reading, name: &Word, verb: &Word) -> Option<Role> {
    let (at, of) = (place(reading, name.span)?, place(reading, verb.span)?);
    let words = reading.polarity.words();
    let whose = words.get(at).is_some_and(|(_, word)| word.ends_with("'s") || word.ends_with("’s"));
    if at.abs_diff(of) > NEAR || whose || is_parted(reading, name.span, verb.span) {
        return None;
    }
    let german = reading.tongue == Tongue::German;
    let passive = match german {
        true => words.iter().any(|(_, word)| WERDEN.contains(&word.as_str())),
        false => {
            let led = (1..=AUXILIARY).any(|back| before(reading, of, back).is_some_and(|word| BE.contains(&word)));
            let compares = words.get(of + 1).is_some_and(|(_, word)| word == "than");
            led && !compares && !words.get(of).is_some_and(|(_, word)| word.ends_with("ing"))
        }
    };
    match way(reading, at, of) {
        Some("") => None,
        Some("by") => Some(Role::Does),
        Some("from") if german && passive => Some(Role::Does),
        Some(way) => Some(Role::Way(way)),
        None if passive => Some(Role::IsDoneTo),
        None if german => Some(if is_first(reading, at, of) { Role::Does } else { Role::IsDoneTo }),
        None => Some(if at < of { Role::Does } else { Role::IsDoneTo }),
    }
}

/// Whether a sign that ends a clause, or a word that opens one, stands between two words. Two commas hold an aside.
fn is_parted(reading: &Reading, name: Span, verb: Span) -> bool {
    let (first, second) = if name < verb { (name, verb) } else { (verb, name) };
    let between = Span::new(first.end(), second.start());
    let text = between.slice(&reading.text).unwrap_or_default();
    let opens = |(place, word): &(Span, String)| between.covers(*place) && OPENING.contains(&word.as_str());
    text.matches(',').count() % 2 == 1
        || text.contains(['"', '“', '”', '„', ';', ':', '('])
        || reading.polarity.words().iter().any(opens)
}

/// Whether no other name of a German sentence that stands behind no preposition comes before one, and no article shows that
/// something is done to it.
fn is_first(reading: &Reading, at: usize, verb: usize) -> bool {
    let bare = |span: Span| {
        let place = place(reading, span)?;
        (place < at && way(reading, place, verb).is_none()).then_some(place)
    };
    let object = |at: usize| before(reading, at, 1).is_some_and(|word| OBJECTS.contains(&word));
    let named = |word: &&Word| word.span.slice(&reading.text).is_some_and(|text| text.starts_with(char::is_uppercase));
    // A name of two words is one.
    let apart = |place: usize| place + 1 < at && !object(place);
    !object(at)
        && !reading
            .sketch
            .words
            .iter()
            .filter(named)
            .filter(|word| !is_day(word))
            .filter_map(|word| bare(word.span))
            .any(apart)
}

/// The way that the preposition before a name tells, the verb between them looked for none.
fn way(reading: &Reading, at: usize, verb: usize) -> Option<&'static str> {
    let words = reading.polarity.words();
    let mut between = 0;
    for back in (0..at).rev() {
        let (span, word) = words.get(back)?;
        if back == verb {
            return None;
        }
        if let Some((_, way)) = WAYS.iter().find(|(preposition, _)| preposition == word) {
            // English "an" is an article.
            if word != "an" || reading.tongue == Tongue::German {
                return Some(way);
            }
        }
        let named = span.slice(&reading.text).is_some_and(|text| text.starts_with(char::is_uppercase));
        if ARTICLES.contains(&word.as_str()) || named {
            continue;
        }
        between += 1;
        if between > BETWEEN
            || BE.contains(&word.as_str())
            || AUXILIARIES.contains(&word.as_str())
            || word == "and"
            || word == "und"
        {
            return None;
        }
    }
    None
}

/// Whether only "and" or a comma stands between two.
fn joined(reading: &Reading, one: &Word, other: &Word) -> bool {
    let (first, second) = if one.span < other.span { (one, other) } else { (other, one) };
    let between = Span::new(first.span.end(), second.span.start()).slice(&reading.text).unwrap_or_default();
    matches!(between.trim(), "," | "and" | "und" | "&" | "or" | "oder" | "-" | "–" | "")
}
