//! The full name of somebody whom a Russian, Ukrainian, Polish or Czech sentence names by the last name alone. Refuses a name
//! that is not in the nominative, and one that the article gives two first names.

use super::table::Lexicon;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// A last name that opens a sentence, and whose it is.
pub(super) struct Surname {
    /// Where it stands.
    pub span: Span,
    /// The full name.
    pub full: String,
    /// The sentence that has it, by its number.
    pub sentence: usize,
}

impl Lexicon {
    /// The last name that opens `body`, with the first name that one of `sentences` has before it.
    pub(super) fn surname<'t>(&self, body: &str, sentences: impl Iterator<Item = &'t str>) -> Option<Surname> {
        const LEAST: usize = 4;
        if !matches!(self.table.tag, "ru" | "uk" | "pl" | "cs") {
            return None;
        }
        let mut words = segment::words(body);
        let ((span, last), (_, next)) = (words.next()?, words.next()?);
        let bare = is_capital(last) && !is_capital(next) && last.chars().count() >= LEAST;
        if !bare || !self.parts(&lower(last)).is_empty() {
            return None;
        }
        let named = sentences.enumerate().flat_map(|(at, text)| first_names(text, last).map(move |first| (at, first)));
        let mut named = named.filter(|(_, first)| is_nominative(first));
        let (sentence, first) = named.next()?;
        named.all(|(_, other)| other == first).then(|| Surname { span, full: format!("{first} {last}"), sentence })
    }
}

/// What stands with a capital before a last name in a text, other than its first word.
fn first_names<'t>(text: &'t str, last: &str) -> impl Iterator<Item = &'t str> {
    let words: Vec<(Span, &str)> = segment::words(text).collect();
    let pairs: Vec<&str> = words
        .windows(2)
        .skip(1)
        .filter_map(|pair| match pair {
            [(a, first), (b, name)] => {
                let beside = Span::new(a.end(), b.start()).slice(text) == Some(" ");
                (beside && *name == last && is_capital(first)).then_some(*first)
            }
            _ => None,
        })
        .collect();
    pairs.into_iter()
}

/// Whether a word begins with a capital and goes on in small letters.
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// Whether a first name may be in the nominative: other cases end in other vowels.
fn is_nominative(first: &str) -> bool {
    !first.ends_with(['у', 'ю', 'е', 'ы', 'ё', 'ą', 'ę', 'u', 'y', 'ě'])
        && !["ом", "ем", "ой", "em", "ovi", "owi"].iter().any(|end| first.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, of};

    #[test]
    fn a_last_name_that_opens_a_sentence_gets_the_first_name_that_the_article_gives_it() {
        const RUSSIAN: &[&str] = &["Порт закрыли по просьбе Павла Хейла.", "Среди капитанов Павел Хейл и Иван Мэддок."];
        for (tag, body, sentences, full) in [
            ("ru", "Хейл оспаривает решение порта.", RUSSIAN, Some(("Павел Хейл", 1))),
            ("ru", "Павел Хейл оспаривает решение порта.", RUSSIAN, None),
            ("ru", "Порт закрыт.", RUSSIAN, None),
            ("ru", "Хейл оспаривает решение.", &["Это Павел Хейл и его брат Пётр Хейл."], None),
            ("ru", "Мазур закрыла порт.", &["Порт уволил Алену Мазур."], None),
            ("pl", "Maddock zamknął port.", &["Portem kieruje Jan Maddock."], Some(("Jan Maddock", 0))),
            ("es", "Maddock cerró el puerto.", &["Lo dirige Juan Maddock."], None),
        ] {
            let Some(Kind::Words(lexicon)) = of(Some(tag)).map(|tongue| tongue.0) else { unreachable!() };
            let found = lexicon.surname(body, sentences.iter().copied());
            assert_eq!(found.as_ref().map(|one| (one.full.as_str(), one.sentence)), full, "{body}");
        }
    }
}
