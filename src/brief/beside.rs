//! What a person put beside a claim in its file: comments, and keys that the format does not know. Nothing of it is in the
//! brief itself; who takes a claim out of the file should know that it goes with it. Refuses to read what it says.

use std::collections::BTreeSet;

use super::place::{Node, Shape};
use super::yaml::Loaded;
use crate::text::Span;

const CLAIM: &[&str] = &["id", "claim", "kind", "said_by", "when", "evidence", "unsupported"];
const ANCHOR: &[&str] = &["paragraph", "span", "quote", "before", "after", "digest", "length"];

/// The ids of the claims that have a comment above or in them, or a key that is none of the format's.
pub fn marked_claims(loaded: &Loaded) -> BTreeSet<String> {
    let Some(list) = loaded.places.root().and_then(|root| root.entry("claims")) else { return BTreeSet::new() };
    let mut from = list.key.end().bytes();
    let mut marked = BTreeSet::new();
    for (item, claim) in list.value.items().iter().zip(&loaded.brief.claims) {
        let to = line_end(&loaded.text, last(item, &loaded.text));
        if has_unknown_keys(item) || has_comment(&loaded.text, Span::new(from, to.max(from)), item) {
            marked.insert(claim.id.0.clone());
        }
        from = to.max(from);
    }
    marked
}

fn has_unknown_keys(item: &Node) -> bool {
    let unknown = |node: &Node, known: &[&str]| node.entries().iter().any(|e| !known.contains(&e.name.as_str()));
    let anchors = item.entry("evidence").map(|e| e.value.items()).unwrap_or_default();
    unknown(item, CLAIM) || anchors.iter().any(|anchor| unknown(anchor, ANCHOR))
}

/// The byte behind the last value of a node.
fn last(node: &Node, text: &str) -> usize {
    let end = match &node.shape {
        Shape::Map { entries, flow: false } => {
            entries.iter().map(|e| last(&e.value, text).max(e.key.end().bytes())).max().unwrap_or(0)
        }
        Shape::List { items, flow: false } => items.iter().map(|item| last(item, text)).max().unwrap_or(0),
        _ => node.span.end().bytes(),
    };
    // A block of text ends on the line behind it.
    text.get(..end).map_or(end, |before| before.trim_end().len())
}

fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |line| at + line)
}

/// Whether a comment stands in a stretch of the file, outside the values and keys of a claim.
fn has_comment(text: &str, stretch: Span, item: &Node) -> bool {
    let mut values = Vec::new();
    spans(item, &mut values);
    let inside = |at: usize| values.iter().any(|span| span.start().bytes() <= at && at < span.end().bytes());
    let Some(part) = stretch.slice(text) else { return false };
    let start = stretch.start().bytes();
    let opens =
        |at: usize| part.get(..at).is_some_and(|before| before.is_empty() || before.ends_with(char::is_whitespace));
    part.match_indices('#').any(|(at, _)| opens(at) && !inside(start + at))
}

/// The spans of all scalars and keys in a node.
fn spans(node: &Node, into: &mut Vec<Span>) {
    match &node.shape {
        Shape::Scalar { .. } => into.push(node.span),
        Shape::Map { entries, .. } => entries.iter().for_each(|entry| {
            into.push(entry.key);
            spans(&entry.value, into);
        }),
        Shape::List { items, .. } => items.iter().for_each(|item| spans(item, into)),
    }
}

#[cfg(test)]
mod tests {
    use super::marked_claims;
    use crate::brief::yaml;

    #[test]
    fn a_claim_with_a_comment_or_an_own_key_is_marked() {
        let claim = |n: u8, rest: &str| format!("  - id: c{n}\n    claim: \"Item #{n} # is no comment\"{rest}\n");
        for (file, marked) in [
            ([claim(1, ""), claim(2, ""), claim(3, "")].concat(), ""),
            ([claim(1, ""), "  # mine\n\n".to_owned(), claim(2, ""), claim(3, "")].concat(), "c2"),
            ([claim(1, "  # mine"), claim(2, ""), claim(3, "\n    rating: 5")].concat(), "c1 c3"),
            ([claim(1, "\n    said_by: >-\n      Issue # 1\n      of it"), claim(2, "")].concat(), ""),
            (
                [claim(1, "\n    evidence: [{quote: a, mine: b}]"), claim(2, "\n    evidence: [] # look")].concat(),
                "c1 c2",
            ),
            ([claim(1, ""), "# below\n".to_owned()].concat(), ""),
        ] {
            let loaded = yaml::read(format!("epitome: 1\nclaims:\n{file}topics: []  # t\n").as_bytes()).unwrap();
            let found: Vec<String> = marked_claims(&loaded).into_iter().collect();
            assert_eq!(found.join(" "), marked, "{file}");
        }
    }
}
