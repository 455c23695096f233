//! One brief as Markdown, to be taken elsewhere: its claims with the passages they rest on, and what the reader added.
//! Cuts nothing short, and lets nothing in a text have a meaning in Markdown.

use super::{Passages, byline, particulars, standing};
use crate::analysis::audit::{Audit, Doubt, Part};
use crate::brief::study::{Study, Target};
use crate::brief::{Anchor, Brief, Claim, Passage};
use crate::cli::markdown::{address, cited, escaped, quoted};
use crate::library::Opened;

/// The page.
pub(super) fn page(opened: &Opened, study: &Study, passages: &Passages<'_>, audit: &Audit) -> String {
    let brief = &opened.brief;
    let mut page = format!("# {}\n\n{}\n", escaped(&brief.heading(opened.id.as_str())), escaped(&byline(brief)));
    if let Some(url) = &brief.source.url {
        page.push_str(&format!("\n{}\n", address(url)));
    }
    for paragraph in brief.summary.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
        page.push_str(&format!("\n{}\n", escaped(&one_line(paragraph))));
    }
    if let Some(why) = audit.doubt(Part::Summary).map(Doubt::why) {
        page.push_str(&format!("\n(not supported by the article: {})\n", escaped(&why)));
    }
    page.push_str("\n## Claims\n");
    for (at, claim) in brief.claims.iter().enumerate() {
        let said = particulars(claim, standing(Part::Claim(at), claim, audit));
        let number = format!("{}. ", at + 1);
        let indent = " ".repeat(number.len());
        page.push_str(&format!("\n{number}{}\n{indent}({})\n\n", escaped(&claim.text), escaped(&said)));
        page.push_str(&quoted(&claim.evidence, passages, &indent));
        notes_on(claim, study).for_each(|text| page.push_str(&note(text, &indent)));
    }
    if !brief.topics.is_empty() {
        page.push_str(&format!("\nTopics: {}\n", escaped(&brief.topics.join(", "))));
    }
    page.push_str(&others(study, brief, passages));
    page
}

/// The notes on a claim as a whole.
fn notes_on<'s>(claim: &Claim, study: &'s Study) -> impl Iterator<Item = &'s str> {
    let id = claim.id.clone();
    let on = move |on: &Target| matches!(on, Target::Claim(of) if of.id == id);
    study.notes.iter().filter(move |note| on(&note.on)).map(|note| note.text.as_str())
}

/// A note beneath a claim, its lines where it has them.
fn note(text: &str, indent: &str) -> String {
    let lines: Vec<String> = text.lines().map(escaped).collect();
    format!("\n{indent}**Note:** {}\n", lines.join(&format!("\n{indent}")))
}

/// The other notes, and the highlights, each with the words it is on.
fn others(study: &Study, brief: &Brief, passages: &Passages<'_>) -> String {
    let notes = study.notes.iter().map(|note| (&note.on, Some(note.text.as_str())));
    let highlights = study.highlights.iter().map(|mark| (&mark.on, None));
    let mut page = String::new();
    // What is on a claim that the brief has no more stands nowhere else.
    let gone = |on: &Target| on.claim().filter(|claim| claim.find(brief).is_none()).map(|claim| claim.id.0.clone());
    let stands_here = |on: &Target| !matches!(on, Target::Claim(_)) || gone(on).is_some();
    for (on, text) in notes.chain(highlights).filter(|(on, _)| stands_here(on)) {
        let anchor = match on {
            Target::Passage(anchor, _) => Some(cited(anchor, passages)),
            // Words of the brief itself stand in no paragraph of the article.
            Target::Words(anchor, _) => Some((own_words(anchor), String::new())),
            Target::Brief | Target::Claim(_) => None,
        };
        let (words, place) = anchor.unwrap_or_default();
        let place = if place.is_empty() { place } else { format!(" ({place})") };
        let quote = words.map(|words| format!("  > {}{place}\n", escaped(&words))).unwrap_or_default();
        let lines: Vec<String> = text.unwrap_or("highlighted").lines().map(escaped).collect();
        let of =
            gone(on).map(|id| format!("  (on {}, which the brief has no more)\n", escaped(&id))).unwrap_or_default();
        page.push_str(&format!("\n- {}\n{of}{quote}", lines.join("\n  ")));
    }
    if page.is_empty() { page } else { format!("\n## Notes\n{page}") }
}

/// The words of an anchor, as they were when it was made.
fn own_words(anchor: &Anchor) -> Option<String> {
    match &anchor.passage {
        Passage::Quote { text, .. } => Some(text.clone()),
        Passage::Digest { .. } => None,
    }
}

/// A paragraph as one line.
fn one_line(paragraph: &str) -> String {
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}
