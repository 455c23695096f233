//! Whether the words that a claim puts in quotation marks stand in its passages as they are. Refuses to ask after short
//! ones, which may be a name or a word that is only pointed at.

use crate::text::segment;
use crate::text::stem::lower;

/// Quoted words are asked for from so many on.
const WORDS: usize = 3;
/// Opening and closing marks; a mark that does both closes what it opened.
const MARKS: &[(char, char)] = &[('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('»', '«')];

/// The quotations of a claim that do not stand in the passages; what is left out or put in with […] and … aside.
pub(super) fn missing_quotations(claim: &str, sentences: &[&str]) -> Vec<String> {
    let mut quoted = quotations(claim);
    quoted.retain(|quoted| !sentences.iter().any(|sentence| sentence.contains(quoted)));
    if quoted.is_empty() {
        return Vec::new();
    }
    let passage: Vec<String> = sentences.iter().flat_map(|sentence| words(sentence)).collect();
    let stands = |part: &str| {
        let words = words(part);
        words.len() < WORDS || passage.windows(words.len()).any(|run| run == words)
    };
    let missing = quoted.into_iter().filter(|quoted| !parts(quoted).iter().all(|part| stands(part)));
    missing.map(str::to_owned).collect()
}

/// What stands between quotation marks.
fn quotations(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((open, (_, close))) =
        rest.char_indices().find_map(|(at, c)| MARKS.iter().find(|(mark, _)| *mark == c).map(|marks| (at, *marks)))
    {
        let inside = rest
            .get(open..)
            .map(|inside| inside.trim_start_matches(|c| rest.get(open..).is_some_and(|r| r.starts_with(c))));
        let inside = inside.unwrap_or_default();
        let Some(end) = inside.find(close) else { break };
        found.extend(inside.get(..end));
        rest = inside.get(end + close.len_utf8()..).unwrap_or_default();
    }
    found
}

/// A quotation without what was left out of it or put in.
fn parts(quoted: &str) -> Vec<&str> {
    let outside = quoted
        .split('[')
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once(']').map_or("", |(_, rest)| rest) });
    outside.flat_map(|part| part.split('…')).flat_map(|part| part.split("...")).collect()
}

/// Words in lower case.
fn words(text: &str) -> Vec<String> {
    segment::each_word(text, |(_, word)| lower(word).into_owned())
}

#[cfg(test)]
mod tests {
    use super::missing_quotations;

    #[test]
    fn quoted_words_stand_in_the_passage_as_they_are() {
        let passage = ["“The mole is a bad idea, and a dear one,” she said.", "\"Nobody asked us.\""];
        for (claim, missing) in [
            ("\"The mole is a bad idea.\"", None),
            ("She said “the mole is a bad idea”.", None),
            ("She called it \"a bad idea, ... a dear one\".", None),
            ("She said: \"[It] is a bad idea, and a […] dear one.\"", None),
            ("She said: \"Nobody asked us.\"", None),
            ("She called it \"a great idea\".", Some("a great idea")),
            ("She called the mole \"a very bad idea\" again.", Some("a very bad idea")),
            ("She called it \"dear\".", None),
            ("She called the mole a great idea.", None),
        ] {
            assert_eq!(missing_quotations(claim, &passage).first().map(String::as_str), missing, "{claim}");
        }
    }
}
