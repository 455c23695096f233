//! Short forms that an article explains where they first come up: 'Kerrick Ferry Union (KFU)'. Refuses a short form whose
//! letters the words before it do not begin with.

use crate::analysis::attribution::german::is_feminine;
use crate::analysis::lexicon::WELL_KNOWN;
use crate::analysis::reading::Reading;
use crate::text::{Span, segment};

/// A short form, and what it is short for.
struct ShortForm {
    short: String,
    /// As it is written where it is explained.
    long: String,
    /// As it is told elsewhere.
    told: String,
    sentence: usize,
}

/// The short forms that an article explains.
pub struct ShortForms {
    known: Vec<ShortForm>,
    /// In German, what a short form is short for is told behind it: its article and ending would be other ones.
    german: bool,
}

/// How many letters a short form has.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;

impl ShortForms {
    /// Those of an article.
    pub fn of(reading: &Reading<'_>) -> Self {
        let german = reading.language.tag() == Some("de");
        let mut known: Vec<ShortForm> = Vec::new();
        // Elsewhere the long form would take endings that are not known.
        if !matches!(reading.language.tag(), None | Some("en" | "de")) {
            return Self { known, german };
        }
        for (sentence, text) in reading.sentences.iter().map(|s| s.text).enumerate().filter(|(_, t)| t.contains('(')) {
            for (at, _) in text.match_indices('(') {
                let (before, behind) = (text.get(..at).unwrap_or(""), text.get(at + 1..).unwrap_or(""));
                let Some((short, _)) = behind.split_once(')').filter(|(short, _)| is_short(short)) else { continue };
                let Some(long) = long_form(before, short).filter(|_| !WELL_KNOWN.contains(short)) else { continue };
                let long = long.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches(['\'', '’']);
                let told = if german { in_nominative(long) } else { Some(long.to_owned()) };
                if let Some(told) = told.filter(|_| !known.iter().any(|form| form.short == short)) {
                    known.push(ShortForm { short: short.to_owned(), long: long.to_owned(), told, sentence });
                }
            }
        }
        Self { known, german }
    }

    /// The first use of each short form in a sentence that is not the one that explains it: where it stands, what is written
    /// in its place, and the sentence that explains it.
    pub fn used_in(&self, at: usize, text: &str) -> Vec<(Span, String, usize)> {
        let used = |form: &ShortForm| {
            let word = |(span, word): (Span, &str)| {
                let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
                (bare == form.short).then(|| Span::new(span.start(), span.start().plus(bare.len())))
            };
            let mut places = segment::words(text).filter_map(word);
            let span = places.next()?;
            // Where the short form comes again, it is told what it is short for.
            let again = places.next().is_some();
            let beside = |c: Option<char>| c == Some('-');
            let compound = beside(text.get(..span.start().bytes()).and_then(|t| t.chars().next_back()))
                || beside(text.get(span.end().bytes()..).and_then(|t| t.chars().next()));
            if self.german && compound || is_explained(text, span, &form.long) {
                return None;
            }
            let name = if self.german {
                format!("{} ({})", form.short, form.told)
            } else if again {
                format!("{} ({})", form.long, form.short)
            } else {
                form.long.clone()
            };
            Some((span, name, form.sentence))
        };
        self.known.iter().filter(|form| form.sentence < at && !text.contains(&form.long)).filter_map(used).collect()
    }
}

/// Whether what a short form is short for stands there already: it is in brackets, or the word behind it, or a few words
/// before it, is the long form's last.
fn is_explained(text: &str, span: Span, long: &str) -> bool {
    const NEAR: usize = 3;
    let (before, behind) =
        (text.get(..span.start().bytes()).unwrap_or(""), text.get(span.end().bytes()..).unwrap_or(""));
    let last = long.rsplit(' ').next().unwrap_or("").to_lowercase();
    let is_last = |(_, word): (Span, &str)| word.to_lowercase() == last;
    before.ends_with('(')
        || segment::words(behind).next().is_some_and(is_last)
        || before.to_lowercase().split_whitespace().rev().take(NEAR).any(|word| word.trim_matches(['(', ',']) == last)
}

/// A German long form in the nominative; `None` where its adjective has an ending of another case, and the gender of its noun is
/// not known.
fn in_nominative(long: &str) -> Option<String> {
    const ADJECTIVES: &[&str] =
        &["ischen", "lichen", "alen", "ellen", "iven", "igen", "deutschen", "vereinten", "neuen"];
    let Some((adjective, rest)) = long.split_once(' ') else { return Some(long.to_owned()) };
    if !ADJECTIVES.iter().any(|end| adjective.to_lowercase().ends_with(end)) {
        return Some(long.to_owned());
    }
    let noun = rest.split(' ').next().unwrap_or("");
    (is_feminine(noun) || noun.ends_with("en")).then(|| long.replacen("en ", "e ", 1))
}

fn is_short(text: &str) -> bool {
    LETTERS.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// The words at the end of a text whose initials a short form has, small words aside.
fn long_form<'t>(before: &'t str, short: &str) -> Option<&'t str> {
    const SMALL: &[&str] = &["of", "the", "and", "for", "on", "in", "to", "at", "de", "du", "des", "la"];
    let words: Vec<(Span, &str)> = segment::words(before).collect();
    let mut letters = short.chars().rev();
    let mut wanted = letters.next();
    for (span, word) in words.iter().rev().take(short.len() + 4) {
        let initial = word.chars().next().and_then(|c| c.to_uppercase().next());
        if initial == wanted && word.starts_with(char::is_uppercase) {
            wanted = letters.next();
            if wanted.is_none() {
                return before.get(span.start().bytes()..).map(str::trim_end);
            }
        } else if !SMALL.contains(word) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{in_nominative, is_explained, long_form};
    use crate::text::Span;

    #[test]
    fn a_german_long_form_is_told_in_the_nominative_or_not_at_all() {
        for (long, told) in [
            ("Norländischen Union", Some("Norländische Union")),
            ("Internationalen Organisation für Lampen", Some("Internationale Organisation für Lampen")),
            ("Norländischen Dinges", None),
            ("Verein Norländischer Lotsen", Some("Verein Norländischer Lotsen")),
        ] {
            assert_eq!(in_nominative(long).as_deref(), told, "{long}");
        }
    }

    #[test]
    fn a_short_form_beside_its_long_one_is_left() {
        for (text, explained) in [
            ("The old Union (KFU) met.", true),
            ("The KFU union met.", true),
            ("Die alte Union, die KFU, tagte.", true),
            ("The KFU met.", false),
        ] {
            let at = text.find("KFU").unwrap();
            assert_eq!(is_explained(text, Span::new(at, at + 3), "Kerrick Ferry Union"), explained, "{text}");
        }
    }

    #[test]
    fn a_short_form_is_explained_by_words_that_begin_with_its_letters() {
        for (before, short, long) in [
            ("He joined the Kerrick Ferry Union ", "KFU", Some("Kerrick Ferry Union")),
            ("The Bank of the North ", "BN", Some("Bank of the North")),
            ("The ferry union ", "FU", None),
            ("A ship of the Kerrick Line ", "KFU", None),
            ("", "KFU", None),
        ] {
            assert_eq!(long_form(before, short), long, "{before}");
        }
    }
}
