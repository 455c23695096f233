//! The label of a section that a page put before its first sentence without a break: 'UPDATE: The ship sank', 'Summary The
//! ship sank'. Refuses what may be the sentence's own first word.

use std::sync::LazyLock;

use crate::analysis::lexicon::Snippets;
use crate::text::segment::often_opens;

/// Labels that stand before a colon or a dash, in lower case.
#[rustfmt::skip]
static LABELS: LazyLock<Snippets> = LazyLock::new(|| Snippets::of(&[
    "update", "updated", "breaking", "breaking news", "exclusive", "just in", "watch", "live", "news",
    "it's official", "it’s official", "it is official",
]));

/// Names of sections, in lower case: they may also stand against a sentence that begins as most do.
#[rustfmt::skip]
static SECTIONS: LazyLock<Snippets> = LazyLock::new(|| Snippets::of(&[
    "summary", "abstract", "overview", "key points", "key takeaways", "key findings", "highlights", "at a glance",
    "introduction", "background", "objective", "objectives", "methods", "results", "findings", "conclusion",
    "conclusions", "zusammenfassung", "einleitung", "hintergrund", "résumé", "introducción", "resumen", "conclusión",
    "resumo", "introdução", "riassunto", "introduzione", "samenvatting", "inleiding",
]));

/// How long the label at the head of a text is, with what parts it from its sentence; 0 where there is none.
pub fn label(text: &str) -> usize {
    let [labels, sections] = [&LABELS, &SECTIONS].map(|known| known.begun_by(text));
    let begins = |label: &&&str| begins_with(text, label);
    let rest = |label: &&str| text.get(label.len()..).unwrap_or_default();
    let parted = labels.iter().chain(sections).filter(begins).find_map(|label| after_mark(rest(label)));
    let after = parted.or_else(|| sections.iter().filter(begins).find_map(|label| after_nothing(rest(label))));
    after.map_or(0, |after| text.len() - after.len())
}

/// Whether a text begins with a label, in whatever case.
fn begins_with(text: &str, label: &str) -> bool {
    let same =
        |head: &str| if label.is_ascii() { head.eq_ignore_ascii_case(label) } else { head.to_lowercase() == label };
    text.get(..label.len()).is_some_and(same)
}

/// The sentence behind a colon or a dash.
fn after_mark(rest: &str) -> Option<&str> {
    let after = [":", " -- ", " - ", " – ", " — ", " | "].iter().find_map(|mark| rest.strip_prefix(mark))?.trim_start();
    after.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '“')).then_some(after)
}

/// The sentence behind a space or nothing at all: one that begins with a word that often does, in a capital.
fn after_nothing(rest: &str) -> Option<&str> {
    let after = rest.trim_start();
    let first = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let ended = first.len() < after.len();
    (ended && first.starts_with(char::is_uppercase) && often_opens(&first.to_lowercase())).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn the_label_of_a_section_is_told_from_a_first_word() {
        for (text, sentence) in [
            ("UPDATE: The ship sank.", "The ship sank."),
            ("Breaking news – Two ships sank.", "Two ships sank."),
            ("Exclusive: “We sank,” he said.", "“We sank,” he said."),
            ("Results: 12 ships sank.", "12 ships sank."),
            ("Summary The ship sank.", "The ship sank."),
            ("SUMMARY In May the ship sank.", "In May the ship sank."),
            ("AbstractWe sank a ship.", "We sank a ship."),
            ("Key points It sank.", "It sank."),
            ("Zusammenfassung: Das Schiff sank.", "Das Schiff sank."),
            ("Résumé Le navire a coulé.", "Le navire a coulé."),
        ] {
            assert_eq!(text.get(label(text)..), Some(sentence));
        }
        for text in [
            "Abstract Expressionism is in fashion.",
            "Abstract concepts are hard.",
            "Summary judgment was given.",
            "Results were good.",
            "Background Briefing is a programme.",
            "Update: see below.",
            "Updates are free.",
            "Watch The Crown.",
            "News Corp: It sank.",
            "Conclusions: none.",
            "Introduction",
            "The ship: It sank.",
            "É o resumo.",
            "",
        ] {
            assert_eq!(label(text), 0, "{text}");
        }
    }
}
