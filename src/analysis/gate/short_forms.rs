//! Whether a short form stands for words of the passage, or words for a short form there: UN and United Nations, ET and
//! Eastern time. Refuses what the initials do not show.

use crate::text::{Span, segment};

/// How many letters a short form has.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;
/// A short form with so many letters may stand for words in small letters.
const SURE: usize = 3;
/// Titles and what is written for them.
const TITLES: &[(&str, &str)] = &[
    ("Governor", "Gov"),
    ("Senator", "Sen"),
    ("Representative", "Rep"),
    ("General", "Gen"),
    ("Lieutenant", "Lt"),
    ("Sergeant", "Sgt"),
    ("Captain", "Capt"),
    ("Colonel", "Col"),
    ("Doctor", "Dr"),
    ("Professor", "Prof"),
    ("Mount", "Mt"),
    ("Saint", "St"),
];

/// Words that a short form leaves out.
const SMALL: &[&str] =
    &["of", "the", "and", "for", "on", "in", "to", "at", "de", "du", "des", "la", "del", "di", "der"];

/// Whether a word of a claim is a short form of words in a text, or begins words that a short form there stands for.
pub(super) fn stands_for(claim: &str, name: Span, text: &str) -> bool {
    let word = name.slice(claim).unwrap_or_default();
    let are_one =
        |other: &str| TITLES.iter().any(|&(long, short)| [(long, short), (short, long)].contains(&(word, other)));
    if segment::words(text).any(|(_, other)| are_one(other)) {
        return true;
    }
    match letters(word) {
        Some(short) => has_long_form(text, &short),
        None => shortened(claim, name).iter().any(|initials| {
            segment::words(text).any(|(_, word)| letters(word).is_some_and(|short| short == *initials))
        }),
    }
}

/// Whether one of two runs of words is a short form, and the other begins with its letters or some of them.
pub(super) fn are_one(run: &[&str], other: &[&str]) -> bool {
    let short = |run: &[&str]| match run {
        [word] => letters(word),
        _ => None,
    };
    let initials = |run: &[&str]| run.iter().filter_map(|word| word.chars().next()).collect::<String>();
    let fits = |short: Option<String>, long: &[&str]| {
        let long = initials(long);
        short.is_some_and(|short| short.contains(&long) || long.contains(&short))
    };
    fits(short(run), other) || fits(short(other), run)
}

/// The letters of a word in capitals, "U.N." too; `None` where it is no short form.
fn letters(word: &str) -> Option<String> {
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let short: String = bare.chars().filter(|c| *c != '.').collect();
    (LETTERS.contains(&short.len()) && short.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(short)
}

/// Whether words in a row begin with these letters.
fn has_long_form(text: &str, short: &str) -> bool {
    let words: Vec<&str> = segment::each_word(text, |(_, word)| word);
    let initials = |from: usize| {
        let mut letters = short.chars();
        let mut wanted = letters.next();
        for (at, word) in words.iter().enumerate().skip(from) {
            let capital = word.starts_with(char::is_uppercase);
            match word.chars().next().map(|c| c.to_ascii_uppercase()) {
                initial if initial == wanted && (capital || short.len() >= SURE) => wanted = letters.next(),
                _ if SMALL.contains(word) && at > from => {}
                _ => return false,
            }
            if wanted.is_none() {
                return true;
            }
        }
        false
    };
    (0..words.len()).any(initials)
}

/// The initials of the words of a claim around a name, of which it is one.
fn shortened(claim: &str, name: Span) -> Vec<String> {
    let words: Vec<(Span, &str)> = segment::words(claim).filter(|(_, word)| !SMALL.contains(word)).collect();
    let Some(at) = words.iter().position(|(span, _)| *span == name) else { return Vec::new() };
    let mut found = Vec::new();
    for from in at.saturating_sub(*LETTERS.end() - 1)..=at {
        for end in (at + 1).max(from + LETTERS.start())..=from + LETTERS.end() {
            let Some(long) = words.get(from..end) else { continue };
            let opens = long.first().is_some_and(|(_, word)| word.starts_with(char::is_uppercase));
            let initials = long.iter().filter_map(|(_, word)| word.chars().next()).map(|c| c.to_ascii_uppercase());
            found.extend(opens.then(|| initials.collect::<String>()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::stands_for;
    use crate::text::segment;

    #[test]
    fn a_short_form_stands_for_the_words_that_begin_with_its_letters() {
        for (claim, name, text, same) in [
            ("The KFU struck.", "KFU", "The Kerrick Ferry Union struck.", true),
            ("The K.F.U. struck.", "K.F.U", "The Kerrick Ferry Union struck.", true),
            ("The NIB paid.", "NIB", "The National Institute of Boats paid.", true),
            ("The HHB paid.", "HHB", "The Office of Hulls and Harbour Boats paid.", true),
            ("The HDT rose.", "HDT", "The harbour dues tax rose.", true),
            ("The KF struck.", "KF", "The kind ferrymen struck.", false),
            ("The KFU struck.", "KFU", "The Kerrick Boat Union struck.", false),
            ("The Kerrick Ferry Union struck.", "Ferry", "The KFU struck.", true),
            ("The Kerrick Boat Union struck.", "Boat", "The KFU struck.", false),
            ("Governor Reeve left.", "Governor", "Then Gov. Reeve left.", true),
            ("Gov. Reeve left.", "Gov", "Then Governor Reeve left.", true),
            ("Senator Reeve left.", "Senator", "Then Gov. Reeve left.", false),
            ("It left at two Eastern time.", "Eastern", "It left at 2 p.m. ET.", true),
        ] {
            let span = segment::words(claim).find(|(_, word)| *word == name).unwrap().0;
            assert_eq!(stands_for(claim, span, text), same, "{claim} {text}");
        }
    }
}
