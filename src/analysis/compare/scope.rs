//! Whether two claims are of different occasions: of other dates, or of other places, where both may be true. Refuses to
//! know where a place lies: one that contains the other is another.

use super::reading::{Place, Reading};
use crate::article::edtf::Edtf;
use crate::text::similar::Word;

/// Names nearer than this may be of one place: Falluja and Fallujah, Paris and France.
const ONE_PLACE: f32 = 0.65;

/// The dates of two claims, where neither reaches into the other: "2014 / 2018".
pub(super) fn dates(a: &Reading, b: &Reading) -> Option<String> {
    let (x, y) = a.when.zip(b.when)?;
    x.is_apart_from(y).then(|| format!("{} / {}", written(x, y), written(y, x)))
}

/// A date as far as is needed to tell it from another.
fn written(date: Edtf, other: Edtf) -> String {
    match (date, other) {
        (Edtf::Date(x), Edtf::Date(y)) if x.year() != y.year() => x.year().to_string(),
        _ => date.long(),
    }
}

/// The places of two claims, where each names one that the other does not, in the same way: "in Seville", "in Cordoba".
pub(super) fn places<'a>(a: &'a Reading, b: &'a Reading) -> Option<(&'a Place, &'a Place)> {
    let one = |of: &'a Reading, way: &str| {
        let mut found = of.places.iter().filter(|place| place.way == way);
        found.next().filter(|_| found.next().is_none())
    };
    a.places.iter().find_map(|place| {
        let (x, y) = (one(a, place.way)?, one(b, place.way)?);
        let strange =
            |word: &Word, other: &Reading| other.sketch.words.iter().all(|known| known.near(word) < ONE_PLACE);
        let all_strange =
            |place: &Place, of: &Reading, other| of.words_of(place).iter().all(|word| strange(word, other));
        let names = (x.span.slice(&a.text)?, y.span.slice(&b.text)?);
        let one = abbreviates(names.0, names.1) || abbreviates(names.1, names.0);
        (!one && all_strange(x, a, b) && all_strange(y, b, a)).then_some((x, y))
    })
}

/// Whether a name in capitals is of the first letters of another: U.S., United States; GE, General Electric Co.
fn abbreviates(short: &str, long: &str) -> bool {
    let letters: String = short.chars().filter(|c| *c != '.').collect();
    let initials: String = long.split([' ', '-']).filter_map(|word| word.chars().next()).collect();
    letters.len() > 1 && letters.chars().all(char::is_uppercase) && initials.starts_with(&letters)
}

#[cfg(test)]
mod tests {
    use super::abbreviates;

    #[test]
    fn capitals_stand_for_the_words_whose_first_letters_they_are() {
        let cases = [
            ("GE", "General Electric Co", true),
            ("U.S", "United States", true),
            ("UK", "United States", false),
            ("Oslo", "Old Saltery", false),
            ("O", "Oslo", false),
        ];
        for (short, long, expected) in cases {
            assert_eq!(abbreviates(short, long), expected, "{short} {long}");
        }
    }
}
