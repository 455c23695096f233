//! Why a row is what it is, in a sentence; and what in its two claims differs. Refuses words that only a programmer
//! understands.

use super::conflict::{Conflict, Kind};
use super::judge::Judgement;
use super::reading::Reading;
use super::{Class, Side};
use crate::analysis::figures::Relation;
use crate::text::Span;
use crate::text::stem::lower;

/// A word of one claim is in the other when one as near as this is.
const THERE: f32 = 0.55;

/// A shared word that weighs less than this share of the weightiest says little of why two claims are one row.
const TELLING: f32 = 0.4;

/// Why a pair is what it is.
pub(super) fn of_pair(a: &Reading, b: &Reading, judgement: &Judgement) -> String {
    match (judgement.class, &judgement.conflict) {
        (Some(Class::Differ), Some(conflict)) => {
            format!("same subject; {}{}", difference(a, b, conflict), speakers(a, b))
        }
        (Some(Class::Agree), _) => agreement(a, b, judgement),
        _ if judgement.scope.is_some() => scope(a, b, judgement),
        _ => match shared(a, b) {
            Some(words) => format!("same subject ({words}), another assertion"),
            None => "same subject, another assertion".to_owned(),
        },
    }
}

/// That the two are of other dates or places, and what each says.
fn scope(a: &Reading, b: &Reading, judgement: &Judgement) -> String {
    let Some(scope) = &judgement.scope else { return String::new() };
    let words = scope.a.and_then(|x| x.slice(&a.text)).zip(scope.b.and_then(|y| y.slice(&b.text)));
    let words = words.map(|(x, y)| format!(": {x} / {y}"));
    format!("same subject, other scope ({}){}", scope.said, words.unwrap_or_default())
}

/// Why a claim stands alone that was laid beside no other.
pub(super) const UNCOMPARED: &str = "not compared: the brief has too many claims";

/// Why a claim stands alone.
pub(super) const fn of_one(side: Side, is_near_another: bool) -> &'static str {
    match (side, is_near_another) {
        (Side::A, false) => "nothing like it found in B",
        (Side::B, false) => "nothing like it found in A",
        (Side::A, true) => "the claims of B nearest to it stand in other rows",
        (Side::B, true) => "the claims of A nearest to it stand in other rows",
    }
}

fn difference(a: &Reading, b: &Reading, conflict: &Conflict) -> String {
    let word =
        |place: Option<Span>, reading: &Reading| place.and_then(|span| span.slice(&reading.text)).map(str::to_owned);
    match (conflict.kind, word(conflict.a, a), word(conflict.b, b)) {
        (Kind::Negation, x, y) => negation(x, y, &conflict.text),
        (_, Some(x), Some(y)) if conflict.text.is_empty() => format!("{x} / {y}"),
        (_, Some(x), Some(y)) => format!("{x} / {y}: {}", conflict.text),
        _ => conflict.text.clone(),
    }
}

fn negation(x: Option<String>, y: Option<String>, text: &str) -> String {
    match (x, y) {
        (Some(word), None) => format!("A says “{word}”, B does not{text}"),
        (None, Some(word)) => format!("B says “{word}”, A does not{text}"),
        (Some(x), Some(y)) => format!("A says “{x}”, B “{y}”{text}"),
        (None, None) => "one denies what the other says".to_owned(),
    }
}

/// Whom the two are credited to, where it is not one and the same.
fn speakers(a: &Reading, b: &Reading) -> String {
    match (&a.said_by, &b.said_by) {
        (Some(x), Some(y)) if lower(x) != lower(y) => format!(" (A: {x}; B: {y})"),
        (Some(x), None) => format!(" (A: {x})"),
        (None, Some(y)) => format!(" (B: {y})"),
        _ => String::new(),
    }
}

fn agreement(a: &Reading, b: &Reading, judgement: &Judgement) -> String {
    let rounded = judgement.figures.iter().find(|pair| matches!(pair.verdict, Relation::Rounding | Relation::UnitOnly));
    let words = rounded.and_then(|pair| pair.a.slice(&a.text).zip(pair.b.slice(&b.text)));
    match (rounded, words) {
        (Some(pair), Some((x, y))) if pair.verdict == Relation::UnitOnly => {
            format!("same assertion; {x} / {y} is the same in another unit")
        }
        (Some(_), Some((x, y))) => format!("same assertion; {x} / {y} agree as far as they are exact"),
        _ => "same assertion".to_owned(),
    }
}

/// The weightiest words that both claims have, as the first writes them.
fn shared(a: &Reading, b: &Reading) -> Option<String> {
    let mut words = a.shared(b);
    words.sort_by(|x, y| y.weight.total_cmp(&x.weight).then(x.stem.cmp(&y.stem)));
    // A particle of a name says nothing without the name.
    words.retain(|word| word.span.slice(&a.text).is_some_and(|word| !is_particle(word)));
    let heaviest = words.first().map_or(0.0, |word| word.weight);
    words.retain(|word| word.weight >= TELLING * heaviest);
    words.truncate(3);
    words.sort_by_key(|word| word.span);
    let words: Vec<&str> = words.iter().filter_map(|word| word.span.slice(&a.text)).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// Where more places than this of a claim would be marked that only speaks of the same, none is: they would tell nothing.
const FEW: usize = 3;

/// Whether a word is two small letters: al, de.
fn is_particle(word: &str) -> bool {
    word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// The places in either claim that the other does not have, in whole words: figures in conflict, and words near to none of
/// the other's; where the two do not differ only words that say much, and only few.
pub(super) fn marks(a: &Reading, b: &Reading, judgement: &Judgement) -> (Vec<Span>, Vec<Span>) {
    let conflicts = judgement.figures.iter().filter(|pair| pair.verdict == Relation::Conflict);
    let (mut of_a, mut of_b): (Vec<Span>, Vec<Span>) = conflicts.map(|pair| (pair.a, pair.b)).unzip();
    if let Some(conflict) = &judgement.conflict {
        of_a.extend(conflict.a);
        of_b.extend(conflict.b);
    }
    if let Some(scope) = &judgement.scope {
        of_a.extend(scope.a);
        of_b.extend(scope.b);
    }
    let differ = judgement.class == Some(Class::Differ);
    of_a.extend(strangers(a, b, differ));
    of_b.extend(strangers(b, a, differ));
    (joined(of_a, &a.text), joined(of_b, &b.text))
}

fn strangers(a: &Reading, b: &Reading, differ: bool) -> Vec<Span> {
    let in_a_figure = |span: Span| a.figures.iter().any(|figure| figure.span.overlaps(span));
    let heaviest = a.sketch.words.iter().map(|word| word.weight).fold(0.0, f32::max);
    let tells = |weight: f32| differ || weight >= TELLING * heaviest;
    let words = a.sketch.words.iter().zip(a.sketch.nearness(&b.sketch));
    let strange = words.filter(|(word, near)| *near < THERE && tells(word.weight) && !in_a_figure(word.span));
    let strange: Vec<Span> = strange.map(|(word, _)| whole(word.span, &a.text)).collect();
    if differ || joined(strange.clone(), &a.text).len() <= FEW && strange.len() * 2 <= a.sketch.words.len() {
        strange
    } else {
        Vec::new()
    }
}

/// The whole word that a part belongs to, where a full stop, an apostrophe or a hyphen joins it to more: U.S., Shi'ite.
fn whole(part: Span, text: &str) -> Span {
    let joins = |c: char| matches!(c, '.' | '\'' | '’' | '-');
    let (mut start, mut end) = (part.start().bytes(), part.end().bytes());
    let letters = |c: char| c.is_alphanumeric();
    while let Some(rest) = text.get(end..).and_then(|rest| rest.strip_prefix(joins)) {
        let more = rest.len() - rest.trim_start_matches(letters).len();
        if more == 0 {
            break;
        }
        end = text.len() - rest.len() + more;
    }
    while let Some(rest) = text.get(..start).and_then(|rest| rest.strip_suffix(joins)) {
        let more = rest.len() - rest.trim_end_matches(letters).len();
        if more == 0 {
            break;
        }
        start = rest.len() - more;
    }
    // A short form keeps its last full stop.
    let short = text.get(start..end).is_some_and(|word| word.contains('.'));
    if short && text.get(end..).is_some_and(|rest| rest.starts_with('.')) {
        end += 1;
    }
    Span::new(start, end)
}

/// The spans in order, with those joined that overlap or have only a space or hyphen between them.
fn joined(mut spans: Vec<Span>, text: &str) -> Vec<Span> {
    spans.sort();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        let gap = |last: &Span| {
            Span::new(last.end(), span.start()).slice(text).is_some_and(|gap| matches!(gap, "" | " " | "-"))
        };
        match joined.last_mut() {
            Some(last) if last.overlaps(span) || last.end() <= span.start() && gap(last) => *last = last.hull(span),
            _ => joined.push(span),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::{is_particle, whole};
    use crate::text::Span;

    #[test]
    fn a_particle_is_no_shared_word() {
        for (word, particle) in [("al", true), ("de", true), ("US", false), ("tug", false), ("船", false)] {
            assert_eq!(is_particle(word), particle, "{word}");
        }
    }

    #[test]
    fn a_mark_is_on_a_whole_word() {
        for (text, part, word) in [
            ("the U.S. embassy", "U", "U.S."),
            ("the U.S. embassy", "S", "U.S."),
            ("Shi'ite crews", "ite", "Shi'ite"),
            ("the tug-boat's crew", "boat", "tug-boat's"),
            ("a storm. It", "storm", "storm"),
            ("'storm' it", "storm", "storm"),
            ("at 3.14 it", "14", "3.14"),
        ] {
            let at = text.find(part).unwrap();
            assert_eq!(whole(Span::new(at, at + part.len()), text).slice(text), Some(word), "{part} in {text}");
        }
    }
}
