//! Whether a sentence asserts anything on the article's behalf. Refuses questions, teasers, captions, exclamations, fragments
//! and what speaks of the page.

use std::sync::LazyLock;

use crate::analysis::kind::{is_imperative, may_bid};
use crate::analysis::lexicon::{Snippets, TEASERS};
use crate::analysis::rank::{is_boilerplate, is_question};
use crate::analysis::trim::without_bullet;
use crate::analysis::wording::Wording;
use crate::text::marks::Marks;
use crate::text::segment;

/// Phrases of captions and of talk with the reader, in lower case.
static CAPTIONS: LazyLock<Snippets> = LazyLock::new(|| {
    Snippets::of(&[
        "reported from",
        "wrote and reported",
        "reported and wrote",
        "contributed to this",
        "(photo",
        "pictured above",
        "pictured below",
        "(file",
        "(image",
        "seen here",
        "in this photo",
        "(l)",
        "(r)",
        "photo courtesy",
        "(pictured",
        "for a chance to",
        "leave a comment",
        "leaving a comment",
        "in the comments",
        "you must be",
        "thank you for using",
        "do you agree",
        "on this page",
        "contact us",
        "click to",
        "e-mail us",
        "email us",
        "more from",
        "the question is",
        "going to talk about",
        "a thing or two",
        "additional reasons",
        "couple of reasons",
        "for more information",
        "declined to comment",
        "for comment",
        "had no comment",
        "may be reached",
        "can be reached",
        "click through",
        "originally appeared on",
        "originally appeared in",
        "originally published",
        "first published in",
        "extended version of",
        "edited excerpts",
        "edited for length",
        "lightly edited",
        "additional reporting by",
        "special thanks to",
        "many thanks to",
        "is available for pre-order",
        "is on sale now",
        "on newsstands",
        "in the latest issue",
        "in the current issue",
        "(corrects ",
    ])
});

/// Whether a sentence is not an assertion of the article: a question, a teaser, a caption, an exclamation, a fragment.
pub fn is_unfit(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let first = lower.split_whitespace().next().unwrap_or("").trim_matches(|c: char| !c.is_alphanumeric());
    let first = first.replace('’', "'");
    let ends =
        sentence.trim_end_matches(['"', '”', '“', '’', '\'', ')', '»', '«']).ends_with(['.', '。', '।', '…', ',']);
    is_boilerplate(sentence)
        || is_question(sentence)
        || has_one_of(sentence, |byte| matches!(byte, b'?' | b'|'))
        || without_bullet(sentence).contains('•')
        || !ends
        || sentence.ends_with(" .")
        || ends_in_ordinal(sentence)
        || sentence.trim_end().ends_with("...")
        || TEASERS.contains(first.as_str()) && !is_subject_of_showing(&lower)
        || CAPTIONS.stand_apart_in(sentence)
        || has_label(sentence)
        || sentence.starts_with(['(', '–', '—', '-'])
        || is_half(sentence)
        || has_headline(sentence)
        || is_request(sentence)
        || has_address(sentence)
        || !is_balanced(sentence)
        || is_shouted(sentence)
        || opens_with_credit(sentence)
        || opens_with_insertion(sentence)
}

/// '“[I thought] was the lamp not lit.”': words of the editor that make a sentence of half a quotation.
fn opens_with_insertion(sentence: &str) -> bool {
    let inside = sentence.trim_start_matches(['"', '“', '‘']).strip_prefix('[').and_then(|rest| rest.split(']').next());
    inside.is_some_and(|inside| {
        let mut words = inside.split(' ');
        matches!(words.next(), Some("I" | "He" | "he" | "She" | "she" | "We" | "we" | "They" | "they" | "It" | "it"))
            && words.next().is_some()
    })
}

/// 'Tom Hale/Icon Pix Ines Maddock denies it.': the credit of a photo that a page ran into its caption.
fn opens_with_credit(sentence: &str) -> bool {
    const AGENCIES: &[&str] = &[
        "Getty",
        "AP",
        "AFP",
        "Reuters",
        "REUTERS",
        "Icon",
        "EPA",
        "Corbis",
        "Rex",
        "REX",
        "WireImage",
        "Shutterstock",
        "USA",
        "Bloomberg",
        "Alamy",
        "Zuma",
        "ZUMA",
        "MCT",
        "CNN",
        "NBC",
        "ABC",
        "CBS",
        "PA",
        "Press",
        "Images",
        "Imagn",
        "FilmMagic",
    ];
    if !sentence.contains('/') {
        return false;
    }
    sentence.split(' ').take(4).any(|word| {
        word.split_once('/').is_some_and(|(name, agency)| {
            let agency = agency.trim_end_matches([':', ')', ',']);
            let named = name.starts_with(char::is_uppercase) && name.len() > 1;
            named && AGENCIES.contains(&agency) && !AGENCIES.contains(&name)
        })
    })
}

/// 'Fans recall ‘the day the light went out’ The crew': a headline that a page ran into the sentence.
fn has_headline(sentence: &str) -> bool {
    if sentence.is_ascii() && !has_one_of(sentence, |byte| matches!(byte, b'"' | b'\'')) {
        return false;
    }
    const BEGINS: &[&str] = &[
        "The", "A", "An", "In", "It", "This", "For", "As", "At", "On", "When", "While", "After", "He", "She", "They",
        "There",
    ];
    sentence.match_indices(['\'', '’', '"', '”']).any(|(at, mark)| {
        let ended = sentence.get(..at).is_some_and(|before| before.ends_with(char::is_lowercase));
        let rest = sentence.get(at + mark.len()..).and_then(|rest| rest.strip_prefix(' ')).filter(|_| ended);
        let mut words = rest.unwrap_or("").split(' ');
        words.next().is_some_and(|word| BEGINS.contains(&word))
            && words.next().is_some_and(|word| word.starts_with(char::is_lowercase))
    })
}

/// 'im Hafen des 1.': cut off behind a German ordinal.
fn ends_in_ordinal(sentence: &str) -> bool {
    let mut words = sentence.trim_end_matches('.').rsplit(' ');
    let number = words.next().is_some_and(|w| (1..=2).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_digit()));
    number && words.next().is_some_and(|word| matches!(word, "des" | "der" | "dem" | "den" | "am" | "vom" | "zum"))
}

/// 'Get the map for an overview.': said to the reader.
pub fn is_request(sentence: &str) -> bool {
    segment::words(sentence).next().is_some_and(|(_, first)| may_bid(first))
        && is_imperative(&Wording::of(sentence, None))
}

/// 'Video from the scene showed the ship.': not a teaser, though it opens like one.
fn is_subject_of_showing(lower: &str) -> bool {
    let mut words = lower.split_whitespace();
    let shown = words.next().is_some_and(|first| matches!(first, "video" | "photos" | "images" | "image" | "file"));
    shown && words.take(8).any(|word| matches!(word, "showed" | "shows" | "show" | "showing" | "obtained" | "posted"))
}

/// 'While we look at the ship.', 'Warum das Licht aus war.': a clause without the main one.
fn is_half(sentence: &str) -> bool {
    const HALVES: &[&str] = &[
        "while", "because", "although", "though", "whereas", "unless", "if", "wenn", "weil", "obwohl", "nachdem",
        "bevor", "warum", "wieso", "weshalb", "dass", "parce", "lorsque", "puisque",
    ];
    let first = segment::words(sentence).next().map(|(_, word)| word.to_lowercase());
    !sentence.contains([',', ':', '—', '–']) && first.is_some_and(|word| HALVES.contains(&word.as_str()))
}

/// Where to write or look further: it is no claim of the article.
fn has_address(sentence: &str) -> bool {
    let may = sentence.contains('@') || ["http", "www."].iter().any(|sign| sentence.contains(sign));
    may && sentence.split_whitespace().any(|word| {
        let mail = word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        mail || word.starts_with("http") || word.starts_with("www.")
    })
}

/// 'Also ahead: how it sank': a few words and a colon before anything is said.
fn has_label(sentence: &str) -> bool {
    sentence.contains(':')
        && sentence
            .split_once(": ")
            .is_some_and(|(label, _)| segment::word_count(label) <= 3 && !label.contains(['"', '“']))
}

/// Whether quotation marks and brackets are closed as often as they are opened.
fn is_balanced(text: &str) -> bool {
    if text.is_ascii() && !has_one_of(text, |byte| matches!(byte, b'"' | b'(' | b')' | b'[' | b']')) {
        return true;
    }
    let (mut straight, mut curly, mut angled, mut round, mut square) = (0, 0, 0, 0, 0);
    let mut marks = Marks::default();
    for c in text.chars() {
        let opens = marks.opens(None, c, None);
        match c {
            '"' => straight += 1,
            '“' | '„' | '”' => curly += if opens == Some(true) { 1 } else { -1 },
            '«' => angled += 1,
            '»' => angled -= 1,
            '(' => round += 1,
            ')' => round -= 1,
            '[' => square += 1,
            ']' => square -= 1,
            _ => {}
        }
    }
    straight % 2 == 0 && [curly, angled, round, square] == [0; 4]
}

/// Whether a text has one of some bytes: without a branch for each, since most texts have none.
fn has_one_of(text: &str, is: impl Fn(u8) -> bool) -> bool {
    text.bytes().fold(false, |found, byte| found | is(byte))
}

fn is_shouted(text: &str) -> bool {
    let (capitals, small) = if text.is_ascii() {
        let capitals = text.bytes().filter(u8::is_ascii_uppercase).count();
        (capitals, text.bytes().filter(u8::is_ascii_lowercase).count())
    } else {
        let capitals = text.chars().filter(|c| c.is_uppercase()).count();
        (capitals, text.chars().filter(|c| c.is_lowercase()).count())
    };
    capitals > small && small > 0 || capitals > 20 && small == 0
}

#[cfg(test)]
mod tests {
    use super::{is_request, is_unfit};

    #[test]
    fn a_caption_with_its_credit_is_no_assertion() {
        for (sentence, unfit) in [
            ("Tom Hale/Icon Pix Ines Maddock denies that the ship sank.", true),
            ("Tom Hale/Getty Images The ship sank in the bay.", true),
            ("The AP/Post poll was held in Kerrick.", false),
            ("The ship sank in the bay of Kerrick.", false),
        ] {
            assert_eq!(is_unfit(sentence), unfit, "{sentence}");
        }
    }

    #[test]
    fn a_teaser_and_half_a_quotation_that_an_editor_mended_are_no_assertions() {
        for (sentence, unfit) in [
            ("Tom Hale knows a thing or two about lamps.", true),
            ("Let’s say what the ferry is not.", true),
            ("Ahh, if only the ferry had a lamp.", true),
            ("“[I thought] was the lamp not lit.”", true),
            ("“[The port] lit the lamp of Kerrick,” Hale said.", false),
            ("“[He] lit the lamp of Kerrick,” Hale said.", false),
        ] {
            assert_eq!(is_unfit(sentence), unfit, "{sentence}");
        }
    }

    #[test]
    fn what_is_said_to_the_reader_is_no_assertion() {
        for (sentence, request) in [
            ("Get the map of the harbour for an overview.", true),
            ("Sign up to the letter of the port.", true),
            ("Do not moor at the old pier.", true),
            ("Avoid the pier at low tide.", true),
            ("Erfahren Sie, wie das Schiff sank.", true),
            ("To save fuel, use only one engine.", true),
            ("Work on the pier began in spring.", false),
            ("Use of the pier has fallen.", false),
            ("Sign language is taught in Kerrick.", false),
            ("Call to the harbour went unheard.", false),
            ("The crew should avoid the pier.", false),
        ] {
            assert_eq!(is_request(sentence), request, "{sentence}");
        }
    }
}
