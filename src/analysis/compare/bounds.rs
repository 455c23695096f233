//! How much of a brief is compared: more than any that is written for a reader has, and no more than a reader waits for.
//! Refuses to leave a claim out of the rows: one that is too many stands there alone.

use crate::brief::Claim;

/// The most claims of a brief that are compared. A brief may have 30; one that was not made for this program may have more.
const CLAIMS: usize = 200;

/// The most characters of all claims of a brief that are compared: 30 claims of 45 words have about 9,000.
const CHARACTERS: usize = 12_000;

/// The most characters of one claim that are read.
const OF_A_CLAIM: usize = 600;

/// The most figures of one claim that are compared.
pub(super) const FIGURES: usize = 16;

/// The claims that are compared: the first of a brief, and all of one that was made for a reader.
pub fn compared(claims: &[Claim]) -> &[Claim] {
    let mut characters = 0;
    let many = claims.iter().take(CLAIMS).take_while(|claim| {
        characters += beginning(&claim.text).chars().count();
        characters <= CHARACTERS
    });
    claims.get(..many.count()).unwrap_or_default()
}

/// What is read of a claim: as many whole words of its beginning as are not too long.
pub(super) fn beginning(text: &str) -> &str {
    let Some((end, _)) = text.char_indices().nth(OF_A_CLAIM) else { return text };
    let cut = text.get(..end).unwrap_or_default();
    cut.rfind(char::is_whitespace).and_then(|end| cut.get(..end)).unwrap_or(cut)
}

/// What is not compared of two briefs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beyond {
    /// How many claims of the first and of the second are too many.
    pub claims: [usize; 2],
    /// Whether a claim is so long that only its beginning was read.
    pub words: bool,
}

impl Beyond {
    /// Of the claims of two briefs.
    pub(super) fn of(a: &[Claim], b: &[Claim]) -> Self {
        let too_long = |claim: &Claim| beginning(&claim.text).len() < claim.text.len();
        Self {
            claims: [a, b].map(|claims| claims.len() - compared(claims).len()),
            words: [a, b].into_iter().any(|claims| compared(claims).iter().any(too_long)),
        }
    }

    /// In words; `None` where all was compared.
    pub(super) fn said(self) -> Option<String> {
        let claims = match self.claims {
            [0, 0] => None,
            [n, 0] => Some(format!("the last {n} of A were not compared: they are too many")),
            [0, n] => Some(format!("the last {n} of B were not compared: they are too many")),
            [m, n] => Some(format!("the last {m} of A and {n} of B were not compared: they are too many")),
        };
        let words = self.words.then(|| "of very long claims only the beginning was compared".to_owned());
        let said: Vec<String> = claims.into_iter().chain(words).collect();
        (!said.is_empty()).then(|| said.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::{Beyond, CLAIMS, beginning, compared};
    use crate::brief::Claim;

    fn claims(many: usize, text: &str) -> Vec<Claim> {
        vec![Claim { text: text.to_owned(), ..Claim::default() }; many]
    }

    #[test]
    fn a_brief_for_a_reader_is_compared_wholly_and_a_huge_one_is_not() {
        let long = "Boat 7 left. ".repeat(100);
        for (many, text, expected) in [
            (30, "One claim of very many words ".repeat(9), 30),
            (CLAIMS, "Boat left.".to_owned(), CLAIMS),
            (6_000, "Boat left.".to_owned(), CLAIMS),
            (400, "Boat left. ".repeat(9), 121),
            (1, long.repeat(100), 1),
            (100, long.repeat(100), 20),
        ] {
            assert_eq!(compared(&claims(many, &text)).len(), expected, "{many} of {} bytes", text.len());
        }
    }

    #[test]
    fn no_word_and_no_character_is_cut() {
        for (text, expected) in [
            ("short".to_owned(), 5),
            ("ab cdefg ".repeat(200), 596),
            ("é".repeat(2_000), 1_200),
            (format!("{} {}", "b".repeat(597), "2000 left"), 597),
        ] {
            assert_eq!(beginning(&text).len(), expected, "{text:.20}");
        }
    }

    #[test]
    fn it_is_said_what_was_not_compared() {
        let (few, many, long) = (claims(3, "A."), claims(250, "A."), claims(1, &"b ".repeat(600)));
        for (a, b, expected) in [
            (&few, &few, None),
            (&many, &few, Some("the last 50 of A were not compared: they are too many")),
            (&few, &many, Some("the last 50 of B were not compared: they are too many")),
            (&many, &many, Some("the last 50 of A and 50 of B were not compared: they are too many")),
            (&few, &long, Some("of very long claims only the beginning was compared")),
        ] {
            assert_eq!(Beyond::of(a, b).said().as_deref(), expected);
        }
    }
}
