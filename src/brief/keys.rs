//! Keys of a brief file that the format does not know and that are a slip of the pen away from one that it does: what stands
//! there is not read. Keys that are near none are a person's own, and nothing is said of them.

use super::finding::{Finding, Level, quoted};
use super::place::{Entry, Node, Places};

const TOP: &[&str] =
    &["epitome", "title", "label", "source", "summary", "summary_evidence", "claims", "topics", "made"];
const SOURCE: &[&str] = &["publisher", "authors", "published", "kind", "url", "language", "article", "standfirst"];
const ARTICLE: &[&str] = &["sha256", "origin_sha256", "cleaner", "words", "paragraphs", "kinds"];
const CLAIM: &[&str] = &["id", "claim", "kind", "said_by", "when", "evidence", "unsupported"];
const ANCHOR: &[&str] = &["paragraph", "span", "quote", "before", "after", "digest", "length"];
const MADE: &[&str] = &["by", "version", "on", "status", "fields"];

/// How much of a key is looked at, in letters.
const LONGEST: usize = 40;
/// Shorter keys are near to too many words.
const SHORTEST: usize = 4;

/// A finding for each.
pub(super) fn misspelt(places: &Places) -> Vec<Finding> {
    let Some(root) = places.root() else { return Vec::new() };
    let mut found = Vec::new();
    let mut look = |node: &Node, known: &[&str]| found.extend(in_map(places, node, known));
    look(root, TOP);
    for entry in root.entries() {
        match entry.name.as_str() {
            "source" => {
                look(&entry.value, SOURCE);
                entry.value.entry("article").into_iter().for_each(|article| look(&article.value, ARTICLE));
            }
            "made" => look(&entry.value, MADE),
            "summary_evidence" => entry.value.items().iter().for_each(|anchor| look(anchor, ANCHOR)),
            "claims" => entry.value.items().iter().for_each(|claim| {
                look(claim, CLAIM);
                let anchors = claim.entry("evidence").map(|evidence| evidence.value.items()).unwrap_or_default();
                anchors.iter().for_each(|anchor| look(anchor, ANCHOR));
            }),
            _ => {}
        }
    }
    found
}

fn in_map(places: &Places, node: &Node, known: &[&str]) -> Vec<Finding> {
    let unknown = node.entries().iter().filter(|entry| !known.contains(&entry.name.as_str()));
    // What stands there too was not misspelt.
    let absent: Vec<&str> = known.iter().copied().filter(|known| node.entry(known).is_none()).collect();
    let finding = |entry: &Entry| {
        let meant = absent.iter().find(|known| is_near(&entry.name, known))?;
        let what = format!("{} is no key of the format, but '{meant}' is", quoted(&entry.name));
        let at = places.position(entry.key.start().bytes());
        let mend = "did you mean that? A key of your own is kept, and not read";
        Some(Finding::new(Level::Warning, "unknown-key", at, what, mend))
    };
    unknown.filter_map(finding).collect()
}

/// Whether one name is the other but for a slip: a letter too many, too few or another, or two that changed places; signs
/// between words and capitals aside.
fn is_near(name: &str, known: &str) -> bool {
    let letters = |name: &str| -> Vec<char> {
        name.chars().take(LONGEST).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let (a, b) = (letters(name), letters(known));
    if a == b {
        return true;
    }
    if a.len() < SHORTEST || b.len() < SHORTEST {
        return false;
    }
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    match (a.get(start..).unwrap_or_default(), b.get(start..).unwrap_or_default()) {
        ([_, rest @ ..], b) if rest == b => true,
        (a, [_, rest @ ..]) if a == rest => true,
        ([x, y, a @ ..], [v, w, b @ ..]) if x == w && y == v => a == b,
        ([_, a @ ..], [_, b @ ..]) => a == b,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::brief::{check, yaml};

    #[test]
    fn a_slip_of_the_pen_is_named_and_a_key_of_ones_own_is_not() {
        for (head, claim, said) in [
            ("source: {publishd: \"2031\"}", "", "3:10 published"),
            ("topcs: [sea]", "", "3:1 topics"),
            ("Label: x", "", "3:1 label"),
            ("", "    saidby: Hale", "8:5 said_by"),
            ("", "    evidnece: []", "8:5 evidence"),
            ("", "    evidence: [{qoute: a}]", "8:17 quote"),
            ("sumary: S", "", ""),
            ("source: {rating: 5, uri: x}", "    note: mine", ""),
            ("made: {form: x}", "", ""),
        ] {
            let file = format!(
                "epitome: 1\ntitle: T\n{head}\nsummary: S\nclaims:\n  - id: c1\n    claim: A ferry sank.\n{claim}\n"
            );
            let loaded = yaml::read(file.as_bytes()).unwrap();
            let found = check::check(&loaded, None).into_iter().filter(|finding| finding.code == "unknown-key");
            let found: Vec<String> = found
                .map(|finding| {
                    let known = finding.what.split("but '").nth(1).unwrap().trim_end_matches("' is").to_owned();
                    format!("{}:{} {known}", finding.line, finding.column)
                })
                .collect();
            assert_eq!(found.join(" "), said, "{head} {claim}");
        }
    }
}
