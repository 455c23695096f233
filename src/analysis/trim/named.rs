//! The half of an article's first sentence that names whom the pronoun at its head means. Refuses to tell whom a pronoun
//! means that anybody could have been named for before.

use crate::text::{Span, segment};

/// The half behind 'but' with the name of whom the pronoun at the head means: 'He is unknown here, but Tom Hale won.'
pub fn named_half(sentence: &str, span: Span) -> Option<Span> {
    /// So many words may stand before the name, and so many must follow the pronoun.
    const FEW: usize = 4;
    const LEAST: usize = 8;
    let text = span.slice(sentence)?;
    let (_, first) = segment::words(text).next()?;
    if !matches!(first.split(['\'', '’']).next()?, "He" | "She") {
        return None;
    }
    let (head, mark) =
        [" -- but ", " — but ", " – but ", ", but "].iter().find_map(|m| Some((text.find(m)?, m.len())))?;
    let tail = text.get(head + mark..)?;
    let capital =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().nth(1).is_some_and(char::is_lowercase);
    let words: Vec<&str> = tail.split(' ').take(FEW + 2).collect();
    let named = words.windows(2).position(|two| matches!(two, [first, last] if capital(first) && capital(last)));
    let described = named.is_some_and(|at| at <= FEW && !words.iter().take(at).any(|word| word.ends_with([',', '"'])));
    let quoted = text.get(..head)?.contains(['"', '“']);
    (described && !quoted && segment::word_count(tail) >= LEAST)
        .then(|| Span::new(span.start().plus(head + mark), span.end()))
}

#[cfg(test)]
mod tests {
    use super::named_half;
    use crate::text::Span;

    #[test]
    fn the_half_with_the_name_is_told_from_one_that_says_less() {
        for (sentence, half) in [
            (
                "He may be ill -- but harbour master Tom Hale has lit the lamp in Kerrick again.",
                Some("harbour master Tom Hale has lit the lamp in Kerrick again."),
            ),
            (
                "She's unknown in Norland, but Ines Maddock has lit the lamp in Kerrick again.",
                Some("Ines Maddock has lit the lamp in Kerrick again."),
            ),
            ("He may be ill, but the port of Kerrick has lit the lamp again.", None),
            ("He may be ill, but Tom Hale rows.", None),
            ("It may be old -- but harbour master Tom Hale has lit the lamp in Kerrick again.", None),
            ("Tom Hale may be ill, but Ines Maddock has lit the lamp in Kerrick again.", None),
        ] {
            let found = named_half(sentence, Span::whole(sentence));
            assert_eq!(found.and_then(|span| span.slice(sentence)), half, "{sentence}");
        }
    }
}
