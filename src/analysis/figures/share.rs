//! Shares of a whole that a text says in words and not as a figure: every fifth, the half, a quarter, three of four, doubled.
//! English, German, French and Spanish. Refuses to say of what they are shares.

use crate::text::segment;
use crate::text::stem::lower;

/// Words for one part of so many, with what they begin a place in an order with in German.
const PARTS: &[(f64, &[&str])] = &[
    (2.0, &["second", "other", "zweite", "zweiter", "zweites", "zweiten"]),
    (3.0, &["third", "dritte", "dritter", "drittes", "dritten"]),
    (4.0, &["fourth", "vierte", "vierter", "viertes", "vierten"]),
    (5.0, &["fifth", "fünfte", "fünfter", "fünftes", "fünften"]),
    (6.0, &["sixth", "sechste", "sechster", "sechstes", "sechsten"]),
    (8.0, &["eighth", "achte", "achter", "achtes", "achten"]),
    (10.0, &["tenth", "zehnte", "zehnter", "zehntes", "zehnten"]),
    (20.0, &["twentieth", "zwanzigste", "zwanzigster", "zwanzigstes", "zwanzigsten"]),
];
/// Words for one of each of so many.
const EVERY: &[&str] = &["every", "jeder", "jede", "jedes", "jeden", "jedem"];
/// Words that say a share by themselves, as percent.
const ALONE: &[(f64, &[&str])] = &[
    (50.0, &["half", "hälfte", "halbierte", "halbierten", "halbiert", "halved", "moitié", "mitad"]),
    (
        100.0,
        &[
            "doubled",
            "doubles",
            "doubling",
            "twice",
            "double",
            "verdoppelte",
            "verdoppelten",
            "verdoppelt",
            "doppelt",
            "doublé",
            "duplicó",
        ],
    ),
    (200.0, &["tripled", "triple", "verdreifachte", "verdreifacht", "triplé", "triplicó"]),
];
/// Words for a part of so many, which a number before multiplies.
const DIVIDED: &[(f64, &[&str])] = &[
    (3.0, &["third", "thirds", "drittel", "tiers", "tercio", "tercios"]),
    (4.0, &["quarter", "quarters", "viertel", "quart", "quarts", "cuarto", "cuartos"]),
    (5.0, &["fifth", "fifths", "fünftel", "cinquième", "cinquièmes", "quinto", "quintos"]),
    (10.0, &["tenth", "tenths", "zehntel", "dixième", "dixièmes", "décimo"]),
];
/// Numbers that stand in shares.
const NUMBERS: &[(f64, &[&str])] = &[
    (1.0, &["a", "one", "ein", "eine", "einer", "einem", "eines", "un", "une", "uno"]),
    (2.0, &["two", "zwei", "deux", "dos"]),
    (3.0, &["three", "drei", "trois", "tres"]),
    (4.0, &["four", "vier", "quatre", "cuatro"]),
    (5.0, &["five", "fünf", "cinq", "cinco"]),
    (6.0, &["six", "sechs", "seis"]),
    (7.0, &["seven", "sieben", "sept", "siete"]),
    (8.0, &["eight", "acht", "huit", "ocho"]),
    (9.0, &["nine", "neun", "neuf", "nueve"]),
    (10.0, &["ten", "zehn", "dix", "diez"]),
];
/// "Of" between two numbers of a share stands no farther apart, in words.
const APART: usize = 3;

/// Articles between "of" and a number.
const ARTICLES: &[&str] = &["the", "den", "les", "las", "los"];

fn known(table: &[(f64, &[&str])], word: &str) -> Option<f64> {
    table.iter().find(|(_, words)| words.contains(&word)).map(|(value, _)| *value)
}

/// Whether a word has "every" before it and a place in an order behind it: one of so many.
pub fn is_every_so_many(word: &str, next: &str) -> bool {
    EVERY.contains(&word) && known(PARTS, next).is_some()
}

/// The shares that a text says in words, as percent.
pub fn shares(text: &str) -> Vec<f64> {
    let words: Vec<String> = segment::each_word(text, |(_, word)| lower(word).into_owned());
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let number = |at: usize| known(NUMBERS, word(at)).or_else(|| word(at).parse().ok());
    let mut found = Vec::new();
    for at in 0..words.len() {
        let own = word(at);
        found.extend(known(ALONE, own));
        let part = known(PARTS, word(at + 1)).filter(|_| EVERY.contains(&own));
        found.extend(part.map(|part| 100.0 / part));
        if let (Some(parts), Some(before)) = (known(DIVIDED, own), at.checked_sub(1)) {
            found.push(100.0 * number(before).unwrap_or(1.0) / parts);
        }
        // "Three of four", "uno de cada cinco", "un pêcheur sur cinq".
        let whole = (at + 1..=at + APART).find(|at| matches!(word(*at), "of" | "von" | "sur" | "in" | "cada"));
        if let (Some(part), Some(of)) = (number(at), whole)
            && let Some(whole) =
                number(of + 1 + usize::from(ARTICLES.contains(&word(of + 1)))).filter(|whole| *whole > part)
        {
            found.push(100.0 * part / whole);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn shares_are_read_from_words() {
        for (text, share) in [
            ("Jedes fünfte Boot sank.", 20.0),
            ("Die Hälfte der Boote sank.", 50.0),
            ("Drei von vier Booten sanken.", 75.0),
            ("Un pêcheur sur cinq est parti.", 20.0),
            ("Uno de cada cinco barcos se hundió.", 20.0),
            ("Deux tiers des places sont vides.", 66.7),
            ("Every third berth is empty.", 33.3),
            ("Sales doubled.", 100.0),
            ("Two of the three boats sank.", 66.7),
        ] {
            assert!(shares(text).iter().any(|found| (found - share).abs() < 0.1), "{text} {:?}", shares(text));
        }
        assert!(shares("The four boats sank in May.").is_empty());
    }
}
