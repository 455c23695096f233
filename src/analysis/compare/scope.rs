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
        (all_strange(x, a, b) && all_strange(y, b, a)).then_some((x, y))
    })
}
