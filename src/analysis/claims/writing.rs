//! A claim as it is written: names for pronouns, a capital at its head, a full stop at its end. Refuses to choose the names.

use super::Resolved;
use crate::text::Span;

/// A name with its possessive ending.
pub(super) fn possessive_of(name: &str) -> String {
    if name.ends_with('s') { format!("{name}'") } else { format!("{name}'s") }
}

/// The claim's text: what is kept, with names for pronouns, without what only joins, a capital at its head and a full stop
/// at its end.
pub(super) fn written(text: &str, kept: Span, resolved: &[Resolved], left_out: &[(Span, &str)]) -> String {
    capitalised(&ended(joined(text, kept, resolved, left_out).trim()))
}

/// What is kept, with names for pronouns, without what only joins.
pub(super) fn joined(text: &str, kept: Span, resolved: &[Resolved], left_out: &[(Span, &str)]) -> String {
    let mut out = String::new();
    let mut at = kept.start();
    let named = resolved.iter().map(|one| (one.span, one.name.as_str()));
    let mut changed: Vec<(Span, &str)> = named.chain(left_out.iter().copied()).collect();
    changed.sort_unstable_by_key(|(span, _)| *span);
    for (span, instead) in changed {
        out.push_str(Span::new(at, span.start()).slice(text).unwrap_or(""));
        out.push_str(instead);
        at = span.end();
    }
    out.push_str(Span::new(at, kept.end()).slice(text).unwrap_or(""));
    out
}

fn ended(text: &str) -> String {
    let bare = text.trim_end_matches([',', ';', ':', ' ', '—', '–', '-']);
    let closed = bare
        .trim_end_matches(['"', '”', '“', '’', '\'', ')', '»', '«'])
        .ends_with(['.', '!', '?', '…', '。', '।', ',']);
    if closed { bare.to_owned() } else { format!("{bare}.") }
}

/// A text with a capital at its head, where that is no name that begins with a small letter.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        // 'al-Hale' keeps its small letter, and so does 'eShip'.
        Some(_) if text.starts_with("al-") || text.starts_with("el-") => text.to_owned(),
        Some(_) if text.chars().nth(1).is_some_and(char::is_uppercase) => text.to_owned(),
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
