//! Whether a full stop behind a number makes it an ordinal, as German writes them, and other languages before months, by
//! the words beside the number: 'am 12. September', 'der 50. Hafenlauf'. Refuses numbers that could be years.

use super::is_opening_mark;

/// Months by which a number with a full stop before them is an ordinal, and other words for a span of time; in lower case.
const MONTHS: &[&str] = &[
    "januar",
    "jänner",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "nov",
    "dez",
    "januari",
    "februari",
    "marts",
    "maj",
    "ledna",
    "února",
    "března",
    "dubna",
    "května",
    "června",
    "července",
    "srpna",
    "září",
    "října",
    "listopadu",
    "prosince",
    "jahrhundert",
    "jahrhunderts",
    "jh",
];

/// What is numbered so often that no article need stand before the number, in lower case.
const NUMBERED: &[&str] = &["fc", "bundesliga", "spieltag", "advent", "weltkrieg", "weltkriegs", "lebensjahr"];

/// Articles, possessives and prepositions joined with an article, behind which a number counts nothing: it is an ordinal.
/// Only those that are no words of English; in lower case.
const ARTICLES: &[&str] = &[
    "der", "die", "das", "dem", "den", "des", "zum", "zur", "am", "vom", "beim", "im", "ins", "einem", "einen",
    "eines", "einer", "jeder", "jede", "jedes", "jeden", "jedem", "dieser", "diese", "dieses", "diesem", "diesen",
    "sein", "seine", "seinem", "seinen", "seiner", "seines", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres",
    "unser", "unsere", "unserem", "unseren", "unserer", "unseres", "deren", "dessen", "det",
];

/// Adverbs that may stand between article and number, in lower case; adjectives may too.
const BETWEEN: &[&str] = &["mittlerweile", "inzwischen", "bereits", "erst", "schon", "nunmehr", "insgesamt"];

/// Words with a capital that open a German sentence, and are not what an ordinal numbers; in lower case.
const OPENERS: &[&str] = &[
    "der",
    "die",
    "das",
    "dem",
    "den",
    "des",
    "ein",
    "eine",
    "einen",
    "einem",
    "einer",
    "er",
    "sie",
    "es",
    "wir",
    "ich",
    "man",
    "ihr",
    "ihre",
    "ihren",
    "sein",
    "seine",
    "seinen",
    "in",
    "im",
    "am",
    "an",
    "auf",
    "aus",
    "bei",
    "beim",
    "mit",
    "nach",
    "für",
    "von",
    "vom",
    "zu",
    "zum",
    "zur",
    "seit",
    "vor",
    "über",
    "um",
    "unter",
    "durch",
    "gegen",
    "ohne",
    "laut",
    "doch",
    "aber",
    "und",
    "auch",
    "oder",
    "dann",
    "danach",
    "dort",
    "hier",
    "heute",
    "gestern",
    "so",
    "wie",
    "als",
    "wenn",
    "weil",
    "da",
    "dabei",
    "damit",
    "dafür",
    "dazu",
    "daher",
    "dies",
    "diese",
    "dieser",
    "dieses",
    "nicht",
    "nun",
    "nur",
    "jetzt",
    "was",
    "wer",
    "wo",
    "alle",
    "alles",
    "viele",
    "einige",
    "mehr",
    "noch",
    "schon",
    "sogar",
    "zudem",
    "außerdem",
    "allerdings",
    "jedoch",
    "dennoch",
    "trotzdem",
    "deshalb",
    "zuvor",
    "später",
    "the",
    "he",
    "she",
    "it",
    "they",
    "we",
    "but",
    "this",
];

/// Whether the number that a text ends with, before its full stop, is an ordinal of what follows.
pub(super) fn is_ordinal(before: &str, following: &str) -> bool {
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let Some((head, _)) = before.split_at_checked(before.len() - digits).filter(|_| (1..=3).contains(&digits)) else {
        return false;
    };
    let behind = following.trim_start_matches(is_opening_mark);
    let mut words = behind.split(|c: char| !c.is_alphanumeric());
    let next = words.next().unwrap_or("").to_lowercase();
    let until = next == "bis" && words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    if digits <= 2 && (until || MONTHS.contains(&next.as_str())) {
        return true;
    }
    let mut last = head.trim_end_matches(is_opening_mark).split_whitespace().rev();
    let (last, earlier) = (last.next().unwrap_or(""), last.next().unwrap_or("").to_lowercase());
    if head.ends_with(|c: char| !c.is_whitespace() && !is_opening_mark(c)) || OPENERS.contains(&next.as_str()) {
        return false;
    }
    let small = !last.starts_with(char::is_uppercase) || earlier.is_empty();
    let last = last.to_lowercase();
    // 'I am 52. Kerrick is home.'
    let article = ARTICLES.contains(&last.as_str()) && !(last == "am" && earlier == "i");
    let adjective = ["en", "er", "es", "em"].iter().any(|end| last.ends_with(end)) && last.len() > 5;
    let described = small && (adjective || BETWEEN.contains(&last.as_str())) && ARTICLES.contains(&earlier.as_str());
    article || described || small && NUMBERED.contains(&next.as_str())
}
