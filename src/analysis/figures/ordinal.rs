//! Places in an order in words: third, fifteenth, sixty-fifth, two hundredth. Refuses to tell a place from a share: "a fifth
//! of the vote" is for who reads on.

use super::number::number;
use super::token::{Kind, Token};

const BELOW_TWENTY: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];
const TENS: [&str; 8] =
    ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"];
const LARGE: [(&str, f64); 3] = [("hundredth", 1e2), ("thousandth", 1e3), ("millionth", 1e6)];

/// The words that a place in an order may begin with, but for numbers.
pub(super) fn openings() -> impl Iterator<Item = &'static str> {
    BELOW_TWENTY.iter().chain(&TENS).copied().chain(LARGE.iter().map(|(word, _)| *word))
}

/// The place of one word, by its number.
fn of_word(word: &str) -> Option<f64> {
    let at = |words: &[&str]| words.iter().position(|known| *known == word).map(|n| n as f64);
    let large = || LARGE.iter().find(|(known, _)| *known == word).map(|(_, place)| *place);
    at(&BELOW_TWENTY).map(|n| n + 1.0).or_else(|| at(&TENS).map(|n| 20.0 + 10.0 * n)).or_else(large)
}

/// The place in an order whose words begin at a token, and the token after them.
pub(super) fn place(tokens: &[Token<'_>], at: usize) -> Option<(f64, usize)> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Word)?;
    of_word(&token.lower).map(|place| (place, at + 1)).or_else(|| compound(tokens, at))
}

/// Sixty-fifth, one hundred and first, two hundredth.
fn compound(tokens: &[Token<'_>], at: usize) -> Option<(f64, usize)> {
    let whole = number(tokens, at, false)?;
    let joins = tokens.get(whole.end).is_some_and(|token| token.is_hyphen() || token.is("and"));
    let end = whole.end + usize::from(joins);
    let last = tokens.get(end).filter(|token| token.is_word()).and_then(|token| of_word(&token.lower))?;
    let tens = whole.value % 100.0;
    let adds = if tens == 0.0 { 100.0 } else { 10.0 };
    if joins && last < adds && (tens == 0.0 || tens >= 20.0 && tens % 10.0 == 0.0) {
        return Some((whole.value + last, end + 1));
    }
    (last >= 100.0 && whole.value < 100.0).then_some((whole.value * last, end + 1))
}

#[cfg(test)]
mod tests {
    use super::place;
    use crate::analysis::figures::token::tokens;

    #[test]
    fn a_place_in_an_order_is_read_in_words() {
        for (text, expected) in [
            ("third prize", Some((3.0, 1))),
            ("fifteenth century", Some((15.0, 1))),
            ("thirtieth boat", Some((30.0, 1))),
            ("sixty-fifth title", Some((65.0, 3))),
            ("one hundred and first run", Some((101.0, 4))),
            ("two hundredth run", Some((200.0, 2))),
            ("sixty boats", None),
            ("sixteen and first", None),
            ("five first prizes", None),
            ("mole", None),
        ] {
            assert_eq!(place(&tokens(text, false), 0), expected, "{text}");
        }
    }
}
