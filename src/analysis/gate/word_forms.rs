//! Whether a sentence has a German word in another form than a claim: a part of a compound, or a verb whose first part stands
//! apart. Refuses to know words: a part is known by its letters.

use std::rc::Rc;
use std::sync::LazyLock;

use super::{Gate, Heard};
use crate::analysis::lexicon::{Words, table};
use crate::analysis::polarity::one_form;
use crate::text::segment;
use crate::text::stem::lower;

/// First parts of German verbs that may stand apart, the longest first of those that begin alike.
const FIRST_PARTS: &[&str] = &[
    "zusammen", "zurück", "weiter", "wieder", "nieder", "statt", "teil", "fest", "fort", "frei", "nach", "ein", "auf",
    "aus", "bei", "her", "hin", "los", "mit", "vor", "weg", "an", "ab", "um", "zu",
];
/// Words in small letters that begin so and are no verbs.
static NO_VERBS: Words =
    LazyLock::new(|| table("einen einem einer eines anderen andere andere aber abend außer ausser herr zum zur"));
/// The rest of a verb, and a part of a compound, have so many letters at least.
const REST: usize = 4;

impl Gate<'_> {
    /// Whether the sentences have a German word as a part of another, or another as a part of it, or a form of its verb.
    pub(super) fn has_form(&self, sentences: &[&Heard<'_>], term: &Rc<str>) -> bool {
        let part = |whole: &str, part: &str| {
            part.len() >= REST
                && whole.len() >= part.len() + REST - 1
                && (whole.starts_with(part) || whole.ends_with(part))
        };
        sentences.iter().any(|heard| heard.terms.iter().any(|other| part(other, term) || part(term, other)))
    }

    /// The terms of the verbs of a text without their first parts: "nahm … teil", "teilgenommen".
    pub(super) fn bare_verbs(&self, text: &str) -> Vec<Rc<str>> {
        let verb = |word: &str| {
            let small = word.starts_with(char::is_lowercase) && !NO_VERBS.contains(word);
            let bare = if small { without_first(word) } else { None };
            let form = bare.map_or_else(|| one_form(word, Some("de")), |bare| one_form(bare, Some("de")));
            small.then(|| self.term(without_ge(form)))
        };
        segment::words(text).filter_map(|(_, word)| verb(&lower_small(word))).collect()
    }
}

/// A word as it is, if it is in small letters; else nothing.
fn lower_small(word: &str) -> String {
    if word.starts_with(char::is_lowercase) { lower(word).into_owned() } else { String::new() }
}

/// A verb without its first part, and without "ge" or "zu" behind that.
fn without_first(word: &str) -> Option<&str> {
    let rest = FIRST_PARTS.iter().find_map(|first| word.strip_prefix(first).filter(|rest| rest.len() >= REST))?;
    Some(rest.strip_prefix("zu").filter(|rest| rest.len() >= REST).unwrap_or(rest))
}

/// A participle without its "ge", where no table has its form.
fn without_ge(word: &str) -> &str {
    word.strip_prefix("ge").filter(|rest| rest.len() >= REST && word.ends_with(['t', 'n'])).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use crate::analysis::gate::tests::judged_in;

    #[test]
    fn a_german_word_is_there_in_another_form() {
        for (passage, claim) in [
            ("Der Lotse nahm an der Sitzung des Rates teil.", "Der Lotse hat an der Ratssitzung teilgenommen."),
            ("Der Leuchtturmwärter verließ seinen Posten.", "Der Wärter des Leuchtturms hat seinen Posten verlassen."),
            ("Viele Fischer waren angereist.", "Zahlreiche Fischer reisten an."),
        ] {
            let verdict = judged_in("de", passage, passage, claim);
            assert!(verdict.passes(), "{claim} {verdict:?}");
        }
        let passage = "Der Leuchtturmwärter verließ seinen Posten.";
        let verdict = judged_in("de", passage, passage, "Ein Tanker verlor im Kanal seine gesamte Ladung.");
        assert!(!verdict.passes(), "{verdict:?}");
    }
}
