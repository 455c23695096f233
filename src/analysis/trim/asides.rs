//! Words inside an English or German sentence that only join it to the one before: ', however,' and 'also', 'jedoch' and
//! 'zudem'. Refuses what stands in quotation marks, an 'also' that is a part of what is said: 'also known as', 'but also',
//! and a German word without which the verb would stand elsewhere.

use crate::analysis::quotations::Quoted;
use crate::text::{Span, segment};

/// What joins when it stands between commas, or between a comma and the full stop.
const JOINING: &[&str] = &[
    "however",
    "though",
    "meanwhile",
    "for example",
    "for instance",
    "of course",
    "in turn",
    "therefore",
    "moreover",
    "furthermore",
    "nevertheless",
    "nonetheless",
    "instead",
    "in fact",
    "indeed",
    "too",
    "on the other hand",
    "by contrast",
    "in contrast",
    "as a result",
    "in addition",
    "as well",
];

/// What begins a clause of its own behind them.
const CLAUSE: &[&str] = &[
    "the", "a", "an", "his", "her", "its", "their", "my", "our", "your", "it", "he", "she", "they", "we", "you",
    "this", "that", "these", "those", "there", "when", "if", "while", "some", "many", "most", "no", "not",
];

/// German words that join, in the midst of a clause.
const JOINING_GERMAN: &[&str] = &[
    "aber",
    "jedoch",
    "allerdings",
    "zudem",
    "außerdem",
    "ausserdem",
    "ebenfalls",
    "hingegen",
    "wiederum",
    "nämlich",
    "ferner",
    "indes",
    "überdies",
    "freilich",
];

/// Where such words stand in the kept part of a sentence of the language `tag`, each with what is written in their place.
pub fn asides(sentence: &str, kept: Span, tag: Option<&str>) -> Vec<(Span, &'static str)> {
    let text = kept.slice(sentence).unwrap_or("");
    let mut found: Vec<(Span, &str)> = Vec::new();
    match tag {
        None | Some("en") => {
            for (at, _) in text.match_indices(", ") {
                found.extend(between_commas(text, at));
            }
            if text.contains(" also ") {
                found.extend(also(text));
            }
        }
        Some("de") => found.extend(german(text)),
        Some(_) => {}
    }
    if found.is_empty() {
        return Vec::new();
    }
    let quoted = Quoted::default().spans(sentence);
    let free = |span: &Span| !quoted.iter().any(|quoted| quoted.overlaps(*span));
    found
        .into_iter()
        .map(|(span, instead)| (span.within(kept.start()), instead))
        .filter(|(span, _)| free(span))
        .collect()
}

/// ', however,' where the comma stands at `at`. Where there was a comma before, one stays: it may close what that one opened.
fn between_commas(text: &str, at: usize) -> Option<(Span, &'static str)> {
    let rest = text.get(at + 2..)?;
    let word = JOINING.iter().find(|word| {
        rest.strip_prefix(**word).is_some_and(|behind| behind.starts_with([',', '.']) || behind.is_empty())
    })?;
    let behind = rest.get(word.len()..)?;
    let comma = behind.starts_with(',');
    // 'The ship was old, however, it sailed well.': two clauses.
    let next = segment::words(behind).next().map_or("", |(_, word)| word);
    let opens = matches!(
        segment::words(text).next(),
        Some((_, "Because" | "When" | "If" | "While" | "After" | "As" | "Since" | "Although"))
    );
    if comma && opens && segment::word_count(text.get(..at)?) > 3 && !text.get(..at)?.contains(',') {
        return Some((Span::new(at, at + 2 + word.len()), ""));
    }
    if comma && (CLAUSE.contains(&next) || next.starts_with(char::is_uppercase)) {
        return None;
    }
    let opened = comma && text.get(..at)?.contains(',');
    // 'It sank and, of course, for good reason': the comma before was that of the aside.
    let joined = text.get(..at)?.ends_with([' ', ','])
        || text.get(..at)?.rsplit(' ').next().is_some_and(|w| matches!(w, "and" | "or" | "but"));
    let opened = opened && !joined && !begins_clause(text.get(..at)?);
    Some((Span::new(at, at + 2 + word.len() + usize::from(comma)), if opened { "," } else { "" }))
}

/// 'Hale came in last, but he': the last comma of a text parts a clause of its own, and belongs to no aside.
fn begins_clause(text: &str) -> bool {
    const BEGINS: &[&str] = &[
        "but", "and", "or", "so", "yet", "while", "when", "if", "as", "because", "although", "though", "since", "he",
        "she", "it", "they",
    ];
    let behind = text.rsplit(", ").next().unwrap_or("");
    segment::words(behind).next().is_some_and(|(_, word)| BEGINS.contains(&word))
}

/// 'Das Schiff sank jedoch': with the space before it, where a word of the clause stands on either side and no 'zwar' looks
/// ahead to it.
fn german(text: &str) -> Vec<(Span, &'static str)> {
    let joins = |word: &str| JOINING_GERMAN.contains(&word);
    let words: Vec<(Span, &str)> = segment::words(text).collect();
    if !words.iter().any(|(_, word)| joins(word)) || words.iter().any(|(_, word)| word.eq_ignore_ascii_case("zwar")) {
        return Vec::new();
    }
    let within = |neighbours: &[(Span, &str)]| {
        let [before, (span, word), behind] = neighbours else { return None };
        let gap = |from: Span, to: Span| Span::new(from.end(), to.start()).slice(text) == Some(" ");
        let joint = matches!(before.1, "und" | "oder" | "sondern" | "wenn" | "Und" | "Oder");
        let apart = gap(before.0, *span) && gap(*span, behind.0);
        (joins(word) && apart && !joint).then(|| (Span::new(before.0.end(), span.end()), ""))
    };
    words.windows(3).filter_map(within).collect()
}

/// 'also' before a verb or behind its helper, with the space before it.
fn also(text: &str) -> Option<(Span, &'static str)> {
    const PART_BEFORE: &[&str] = &["but", "and", "or", "see", "can", "could"];
    const PART_BEHIND: &[&str] = &[
        "known",
        "called",
        "referred",
        "named",
        "spelled",
        "available",
        "in",
        "to",
        "a",
        "an",
        "the",
        "at",
        "on",
        "for",
        "from",
        "by",
        "with",
        "of",
        "because",
        "as",
        "more",
        "one",
        "among",
        "not",
    ];
    let words: Vec<(Span, &str)> = segment::words(text).collect();
    let (at, (span, _)) = words.iter().enumerate().find(|(_, (_, word))| *word == "also")?;
    let before = words.get(at.checked_sub(1)?)?;
    let (_, behind) = words.get(at + 1)?;
    let apart = text.get(before.0.end().bytes()..span.start().bytes()) != Some(" ");
    (!apart
        && !PART_BEFORE.contains(&before.1)
        && !PART_BEHIND.contains(behind)
        && text.get(span.end().bytes()..)?.starts_with(' '))
    .then(|| (Span::new(before.0.end(), span.end()), ""))
}

#[cfg(test)]
mod tests {
    use super::asides;
    use crate::text::Span;

    #[test]
    fn words_that_only_join_are_left_out() {
        for (sentence, left) in [
            ("The ship, however, sank in the bay.", "The ship sank in the bay."),
            ("The ship, which was old, however, sank in the bay.", "The ship, which was old, sank in the bay."),
            ("The ship sank in the bay, though.", "The ship sank in the bay."),
            ("The ship, for example, sank.", "The ship sank."),
            ("The port also lost its lamp.", "The port lost its lamp."),
            ("The port has also lost its lamp.", "The port has lost its lamp."),
            ("Hale, also known as the Lamp, sank.", "Hale, also known as the Lamp, sank."),
            (
                "The port lost not only its lamp but also its ferry.",
                "The port lost not only its lamp but also its ferry.",
            ),
            ("\"The ship, however, sank,\" Hale said.", "\"The ship, however, sank,\" Hale said."),
            (
                "Because the ship was old, though, Hale stayed in the port.",
                "Because the ship was old, Hale stayed in the port.",
            ),
            ("If, however, the ship sank, Hale stayed.", "If, however, the ship sank, Hale stayed."),
            ("Too, late.", "Too, late."),
            (
                "The ship, an old one, sank, but Hale, too, was saved.",
                "The ship, an old one, sank, but Hale was saved.",
            ),
            ("Hale came in last, but he, too, had a lamp.", "Hale came in last, but he had a lamp."),
            ("The ship was old, however, it sailed well.", "The ship was old, however, it sailed well."),
        ] {
            assert_eq!(without(sentence, "en"), left);
        }
    }

    #[test]
    fn german_words_that_only_join_are_left_out() {
        for (sentence, left) in [
            ("Das Schiff ist jedoch gesunken.", "Das Schiff ist gesunken."),
            ("Im Hafen wurde zudem Tom Hale geehrt.", "Im Hafen wurde Tom Hale geehrt."),
            ("Tom Hale aber blieb im Hafen.", "Tom Hale blieb im Hafen."),
            ("Das Schiff ist alt, aber es fährt.", "Das Schiff ist alt, aber es fährt."),
            ("Das Schiff ist zwar alt, es fährt aber noch.", "Das Schiff ist zwar alt, es fährt aber noch."),
            ("Zudem sank das Schiff.", "Zudem sank das Schiff."),
            ("„Das Schiff ist jedoch alt“, sagte Hale.", "„Das Schiff ist jedoch alt“, sagte Hale."),
        ] {
            assert_eq!(without(sentence, "de"), left);
        }
    }

    fn without(sentence: &str, tag: &str) -> String {
        let mut text = sentence.to_owned();
        for (span, instead) in asides(sentence, Span::whole(sentence), Some(tag)).into_iter().rev() {
            text.replace_range(span.start().bytes()..span.end().bytes(), instead);
        }
        text
    }
}
