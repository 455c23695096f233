//! Whether a full stop before a capital or a number is an abbreviation's, with which the sentence goes on. Tables of many
//! languages, and the word that follows. Refuses to guess where an abbreviation is a word too: then the sentence ends.

use std::sync::LazyLock;

use super::is_opening_mark;
use super::ordinal::is_ordinal;
use crate::text::lookup::Set;

/// Abbreviations that never end a sentence, without their last full stop, in lower case; none is a word that ends one.
#[rustfmt::skip]
static OPEN: LazyLock<Set<&str>> = LazyLock::new(|| Set::from_iter([
    "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "capt", "cmdr", "maj", "adm",
    "rev", "hon", "insp", "supt", "det", "const", "messrs", "vs", "v", "cf", "e.g", "i.e", "viz", "approx", "mt",
    "pres", "amb", "brig", "pvt", "spc", "cpl", "msgr", "fr", "sr", "sra", "srta", "dra", "mme", "mlle", "frl", "bzw",
    "z.b", "d.h", "u.a", "str", "evtl", "ggf", "inkl", "vgl", "bspw", "sog", "dott", "sig", "sigg", "ing", "avv",
    "dhr", "mevr", "drs", "bijv", "г", "ул", "им", "тыс", "руб", "проф", "ej", "p.ex", "av",
    "mio", "mrd", "обл", "просп", "акад", "tzv", "např", "bl.a", "f.eks", "t.ex", "dvs", "örn", "dña", "excmo", "exmo", "إف",
    "إم", "إتش", "إل", "جيه", "كيه", "دبليو",
]));

/// The same, where they are written small: in capitals they are short for something else.
const SMALL: &[&str] =
    &["ds", "ul", "godz", "tzw", "np", "woj", "ks", "św", "płk", "mjr", "kpt", "inż", "mec", "пер", "корп"];

/// Those of [`OPEN`] that are words of Nordic languages.
const NORDIC: &[&str] = &["det", "hon", "sen", "sig", "av"];

/// Words that often open a sentence of those languages, in lower case.
#[rustfmt::skip]
const NORDIC_OPENERS: &[&str] = &[
    "det", "den", "de", "han", "hon", "hun", "jag", "jeg", "vi", "men", "och", "og", "i", "på", "en", "ett", "et", "när", "når",
    "då", "da", "efter", "etter", "för", "for", "nu", "nå", "där", "der", "här", "her", "till", "til", "under", "enligt",
    "ifølge", "samtidigt", "samtidig", "om", "med", "från", "fra", "dessutom", "dessuten", "denne", "detta", "dette",
];

/// Abbreviations of what is counted: behind a number, the sentence ends with them where a capital follows.
const COUNTED: &[&str] = &["г", "гг", "руб", "коп", "тыс", "тис", "грн", "млн", "млрд", "proc", "tys", "mln", "mld"];

/// Abbreviations that may end a sentence: they do where a word follows that often opens one.
#[rustfmt::skip]
const EITHER: &[&str] = &[
    "inc", "ltd", "co", "corp", "llc", "plc", "bros", "jr", "u.s", "u.k", "u.n", "e.u", "d.c", "l.a", "usw", "st",
    "ave", "blvd", "rd", "ph.d", "m.d", "b.c", "a.d", "esq", "ff", "ca", "ft", "hr", "ed", "eds", "dept", "univ",
    "al", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
];

/// Abbreviations, some of them words too, that go on only in a number: 'No. 4', 'Art. 12', 'vol. II'.
#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "no", "nos", "nr", "art", "abs", "fig", "figs", "eq", "vol", "vols", "pp", "blz", "pág", "núm", "стр", "рис", "ок",
];

/// Titles, as they are written: in small letters they are a word or a measure.
const TITLES: &[&str] = &["On", "MM"];

/// Words behind which a single letter names a kind, not a person: 'vitamin C. Doctors …'.
#[rustfmt::skip]
const LETTERED: &[&str] = &[
    "vitamin", "plan", "hepatitis", "grade", "group", "type", "part", "section", "class", "category", "appendix",
    "exhibit", "stage", "option", "team", "terminal", "gate", "block", "point", "series", "influenza",
];

/// What follows 'a.m.' and 'p.m.' in the same sentence, in lower case: days, months, and whose time it is.
#[rustfmt::skip]
const OF_TIME: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thurs", "fri", "sat", "sun", "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec", "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "gmt", "utc", "bst", "cet",
    "cest", "ist", "jst", "hkt", "aest", "aedt", "sast", "eastern", "central", "mountain", "pacific", "greenwich",
];

/// Words that often open a sentence, and seldom a name, in lower case.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "in", "on", "at",
    "for", "but", "and", "as", "after", "before", "when", "while", "if", "his", "her", "their", "its", "our", "there",
    "however", "what", "who", "how", "some", "many", "most", "one", "two", "with", "from", "by", "to", "no", "not",
    "all", "according", "since", "although", "though", "also", "still", "now", "then", "so", "yet", "my", "your",
    "police", "officials", "here", "such", "der", "die", "das", "ein", "eine", "es", "er", "sie", "im", "am", "le",
    "la", "les", "un", "une", "il", "elle", "el", "los", "meanwhile", "despite", "during", "because", "both", "each",
    "every", "several", "few", "even", "just", "only", "once", "until", "perhaps", "maybe", "instead", "nobody",
    "nothing", "none", "nor", "or", "where", "why", "which", "whether", "three", "four", "five", "more", "another",
    "today", "yesterday", "earlier", "later", "last", "next", "neben", "seit", "nach", "auch", "doch", "aber", "zudem", "dabei",
    "beim",
];

/// Whether a word, in lower case, often opens a sentence and seldom a name.
pub fn often_opens(word: &str) -> bool {
    OPENERS.contains(&word)
}

/// Whether the sentence goes on behind the full stop that stands after `before`.
pub fn keeps_open(before: &str, following: &str) -> bool {
    // 'Kerrick (Post)Sen. Hale'
    let mut back = before.rsplit(|c: char| c.is_whitespace() || is_opening_mark(c) || matches!(c, '-' | ')'));
    let written = back.next().unwrap_or("");
    let token = written.to_lowercase();
    let next = following.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let low = next.to_lowercase();
    let counted = || back.clone().next().is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()));
    match token.as_str() {
        token if COUNTED.contains(&token) && counted() => following.starts_with(['–', '—', '(']),
        // '1,64 Mill. Fass'
        "mill" | "bill" if counted() => !often_opens(&low),
        "ok" if written == "ok" => next.starts_with(|c: char| c.is_ascii_digit()),
        token if written == token && NORDIC.contains(&token) && NORDIC_OPENERS.contains(&low.as_str()) => false,
        token if written == token && SMALL.contains(&token) => true,
        token if OPEN.contains(token) || TITLES.contains(&written) => true,
        token if token.ends_with(|c: char| c.is_ascii_digit()) && is_ordinal(before, following) => true,
        token if NUMBERED.contains(&token) => next.starts_with(|c: char| c.is_ascii_digit()) || is_roman(next),
        _ if is_regnal(written, back.clone().next(), &low) => !often_opens(&low),
        "a.m" | "p.m" => following.starts_with(['(', '[']) || OF_TIME.contains(&low.as_str()) || is_own_time(following),
        token => {
            let letter = token.chars().count() == 1 && token.chars().all(char::is_alphabetic) && token != "i";
            let initial = letter && !back.next().is_some_and(|kind| LETTERED.contains(&kind.to_lowercase().as_str()));
            let dotted = token.contains('.') && token.split('.').all(|part| part.chars().count() <= 2);
            let may = initial || dotted || EITHER.contains(&token);
            let quotes = following.starts_with(['"', '“']) && !((initial || dotted) && is_nickname(following));
            may && !often_opens(&low) && !quotes
        }
    }
}

/// '"The Lamp" Hale': a few words in quotation marks between the parts of a name.
fn is_nickname(following: &str) -> bool {
    const WORDS: usize = 4;
    let mut parts = following.split(['"', '“', '”']).skip(1);
    let (Some(name), Some(behind)) = (parts.next(), parts.next()) else { return false };
    let capital = |text: &str| text.starts_with(char::is_uppercase);
    let named = capital(name) && name.ends_with(char::is_alphanumeric) && name.split(' ').count() <= WORDS;
    named && behind.strip_prefix(' ').is_some_and(capital)
}

/// Those of whom there were several, and who are counted in Roman numbers with a full stop in German and other languages; and
/// what is counted so.
#[rustfmt::skip]
const REGNAL: &[&str] = &[
    "leo", "benedikt", "johannes", "paul", "pius", "karl", "ludwig", "friedrich", "wilhelm", "heinrich", "otto", "franz",
    "gregor", "klemens", "innozenz", "georg", "philipp", "ferdinand", "leopold", "maximilian", "gustav", "christian",
    "katharina", "elisabeth", "margrethe", "margarethe", "nikolaus", "alexander", "peter", "ramses", "napoleon",
];
const COUNTED_SO: &[&str] =
    &["jahrhundert", "jahrhunderts", "weltkrieg", "weltkriegs", "weltkrieges", "gustav", "stock"];

/// 'Leo XIII. Norland', 'im XX. Jahrhundert': not 'World War II. Norland'.
fn is_regnal(written: &str, before: Option<&str>, next: &str) -> bool {
    let name = before.is_some_and(|name| REGNAL.contains(&name.to_lowercase().as_str()));
    written.bytes().all(|b| b"IVXLC".contains(&b)) && !written.is_empty() && (name || COUNTED_SO.contains(&next))
}

/// A Roman number of two digits or more: 'I' is a word.
fn is_roman(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| b"IVXLC".contains(&b))
}

/// 'Moscow time', 'New York time'.
fn is_own_time(following: &str) -> bool {
    let word = |word: &str| word.trim_end_matches(|c: char| !c.is_alphanumeric()) == "time";
    let place = following.split_whitespace().take_while(|w| w.starts_with(char::is_uppercase)).count();
    (1..=3).contains(&place) && following.split_whitespace().nth(place).is_some_and(word)
}
