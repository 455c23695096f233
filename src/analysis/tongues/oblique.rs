//! Whom 'по словам' or 'według' credits in Russian, Ukrainian and Polish: the name stands in another case behind it. Refuses a name
//! whose nominative the article does not have, and one that could be two.

use super::table::Lexicon;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// 'According to' before another case, of each language.
const PHRASES: [(&str, &[&str]); 3] = [
    ("ru", &["по словам", "по мнению", "по данным", "по версии", "по информации"]),
    ("uk", &["за словами", "на думку", "за даними", "за інформацією"]),
    ("pl", &["według", "zdaniem", "wg", "w ocenie", "w opinii"]),
];

/// Endings of names in that case and in the nominative.
#[rustfmt::skip]
const CYRILLIC: &[(&str, &str)] = &[
    ("а", ""), ("я", "ь"), ("я", "й"), ("ой", "а"), ("ой", "ая"), ("ей", "я"), ("ы", "а"), ("и", "а"), ("и", "я"), ("и", "ь"),
    ("ии", "ия"), ("ого", "ий"), ("ого", "ый"), ("ого", "ой"), ("его", "ий"), ("ої", "а"), ("и", "а"), ("ії", "ія"),
];
#[rustfmt::skip]
const POLISH: &[(&str, &str)] = &[
    ("a", ""), ("y", "a"), ("i", "a"), ("ii", "ia"), ("ego", "y"), ("iego", "i"), ("ej", "a"), ("iej", "a"), ("ka", "ek"),
    ("ła", "eł"), ("ra", "er"),
];

/// The most words in small letters between the phrase and the name, and the most of the name.
const ROLE: usize = 4;
const NAME: usize = 3;

type Word<'t> = (Span, &'t str);

impl Lexicon {
    /// Whom a phrase credits: the name as one of `sentences` has it in the nominative, and the number of that sentence.
    pub(super) fn oblique<'t>(&self, text: &str, sentences: impl Iterator<Item = &'t str>) -> Option<(String, usize)> {
        let (_, phrases) = PHRASES.iter().find(|(tag, _)| *tag == self.table.tag)?;
        let words: Vec<Word<'_>> = segment::words(text).collect();
        let behind = (0..words.len()).find_map(|at| {
            phrases.iter().find_map(|phrase| {
                let same = |(i, part): (usize, &str)| words.get(at + i).is_some_and(|word| lower(word.1) == part);
                phrase.split(' ').enumerate().all(same).then(|| at + phrase.split(' ').count())
            })
        })?;
        let rest = words.get(behind..)?;
        let role = rest.iter().take(ROLE + 1).position(|word| is_capital(word.1))?;
        let joined = |at: usize| at == 0 || gap(text, rest, at) == " ";
        let plain = (1..=role).all(joined);
        let length = (role..rest.len())
            .take_while(|&at| is_capital(rest.get(at).map_or("", |w| w.1)) && (at == role || joined(at)))
            .count();
        if !plain || length == 0 || length > NAME {
            return None;
        }
        let name: Vec<&str> = rest.get(role..role + length)?.iter().map(|word| word.1).collect();
        let mut found = sentences
            .enumerate()
            .flat_map(|(at, sentence)| self.nominatives(sentence, &name).into_iter().map(move |full| (full, at)));
        let (full, at) = found.next()?;
        found.all(|(other, _)| other == full).then_some((full, at))
    }

    /// Where a sentence has a name in the nominative: runs of as many words, each of which may be the nominative of one.
    fn nominatives(&self, sentence: &str, name: &[&str]) -> Vec<String> {
        let words: Vec<Word<'_>> = segment::words(sentence).collect();
        let run = |from: usize| {
            let run = words.get(from..from + name.len())?;
            let joined = (1..run.len()).all(|at| gap(sentence, run, at) == " ");
            let pairs = run.iter().zip(name).all(|(word, name)| self.is_nominative_of(word.1, name));
            let full = || run.iter().map(|word| word.1).collect::<Vec<_>>().join(" ");
            (joined && pairs).then(full)
        };
        (0..words.len()).filter_map(run).collect()
    }

    fn is_nominative_of(&self, word: &str, name: &str) -> bool {
        let endings = if self.table.tag == "pl" { POLISH } else { CYRILLIC };
        let still = word == name && name.ends_with(['о', 'у', 'ю', 'э', 'o', 'u', 'é']);
        still
            || endings.iter().any(|(case, ending)| {
                let stem = name.strip_suffix(case).filter(|stem| stem.chars().count() > 1);
                stem.is_some_and(|stem| word.strip_prefix(stem) == Some(ending))
            })
    }
}

fn gap<'t>(text: &'t str, words: &[Word<'_>], at: usize) -> &'t str {
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    before.zip(words.get(at)).and_then(|(a, b)| Span::new(a.0.end(), b.0.start()).slice(text)).unwrap_or("")
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::super::of;

    #[test]
    fn a_name_behind_according_to_is_given_in_the_nominative_that_the_article_has() {
        for (tag, text, sentences, name) in [
            ("ru", "По словам Хейла, маяк погас.", &["Капитан Хейл ушел."][..], Some(("Хейл", 0))),
            (
                "ru",
                "Маяк, по словам министра портов Павла Орлова, погас.",
                &["Порт закрыт.", "Павел Орлов ушел."],
                None,
            ),
            (
                "ru",
                "Маяк, по словам министра портов Ивана Орлова, погас.",
                &["Порт закрыт.", "Иван Орлов ушел."],
                Some(("Иван Орлов", 1)),
            ),
            ("ru", "По словам Марии Орловой, маяк погас.", &["Мария Орлова ушла."], Some(("Мария Орлова", 0))),
            ("ru", "По словам Хейла, маяк погас.", &["Порт закрыт."], None),
            ("ru", "По словам капитана, маяк погас.", &["Капитан ушел."], None),
            ("pl", "Według Jana Maddocka latarnia zgasła.", &["Jan Maddock kieruje portem."], Some(("Jan Maddock", 0))),
            ("pl", "Zdaniem Anny Hale latarnia zgasła.", &["Anna Hale kieruje portem."], None),
            ("es", "Según Hale, el faro se apagó.", &["Hale dirige el puerto."], None),
        ] {
            let found = of(Some(tag)).and_then(|tongue| tongue.oblique(text, sentences.iter().copied()));
            assert_eq!(found.as_ref().map(|(name, at)| (name.as_str(), *at)), name, "{text}");
        }
    }
}
