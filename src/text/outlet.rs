//! Whether a name is an outlet's (a paper, a station), an agency's or a desk's, by the words such names are made of. Refuses
//! to know every outlet: what has no such word is taken for something else.

/// Words of outlets' names, in lower case: a name of several capitalised words with one of them is an outlet's.
#[rustfmt::skip]
const OUTLET_WORDS: &[&str] = &[
    "courier", "times", "post", "observer", "news", "herald", "tribune", "gazette", "journal", "chronicle",
    "telegraph", "mail", "examiner", "inquirer", "dispatch", "bulletin", "sentinel", "daily", "weekly", "monthly",
    "magazine", "newspaper", "press", "review", "online", "radio", "television", "tv", "newsroom", "wire",
    "zeitung", "nachrichten", "anzeiger", "rundschau", "magazin", "kurier", "tagblatt", "tageblatt", "abendblatt",
    "presse", "rundfunk", "fernsehen", "journaal", "courrier", "dépêche", "gazeta", "gazetta", "gazzetta", "corriere",
    "giornale", "diario", "diário", "periódico", "gaceta", "heraldo", "noticias", "notícias", "jornal", "folha",
    "correio", "tidning", "tidningen", "dagblad", "dagbladet", "avis", "avisen", "nieuws", "krant", "dziennik",
    "tygodnik", "noviny", "haber", "gazetesi", "газета", "новости", "известия", "вестник",
];

/// Endings of outlets' names that are one word, as German and its neighbours run them together.
#[rustfmt::skip]
const OUTLET_ENDS: &[&str] = &[
    "zeitung", "nachrichten", "anzeiger", "rundschau", "tagblatt", "tageblatt", "abendblatt", "wochenblatt",
    "kurier", "magazin", "dagblad", "dagbladet", "tidningen", "posten",
];

/// Articles that begin an outlet's name, `The Valley` or `Der Spiegel`, and none of a person's.
const ARTICLES: &[&str] = &["The", "THE", "Der", "Die", "Das"];

/// Places whose names begin with an article.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "hague", "bronx", "gambia", "netherlands", "bahamas", "philippines", "maldives", "congo", "hamptons", "midlands",
    "vatican", "white", "dalles", "everglades", "schweiz", "niederlande", "türkei", "usa",
];

/// Agencies, in lower case, as bylines name them.
#[rustfmt::skip]
const AGENCIES: &[&str] = &[
    "ap", "afp", "dpa", "reuters", "efe", "ansa", "tass", "pa", "upi", "apa", "kna", "epd", "sid", "pap", "čtk", "ctk",
    "anp", "belga", "ntb", "ritzau", "tt", "stt", "mti", "sda", "ats", "lusa", "pti", "ani", "ians", "aap", "dpa-afx",
    "interfax", "xinhua", "kyodo", "jiji", "yonhap", "anadolu", "ria novosti", "europa press", "pa media",
    "keystone-sda", "associated press", "the associated press", "press association", "the press association",
    "agence france-presse", "deutsche presse-agentur", "thomson reuters", "bloomberg",
];

/// Stations and sites whose names are no words, in lower case.
#[rustfmt::skip]
const SHORT_NAMES: &[&str] = &[
    "bbc", "cnn", "npr", "nbc", "abc", "cbs", "cbc", "pbs", "itv", "rté", "ard", "zdf", "orf", "srf", "rtl", "ndr", "wdr",
    "mdr", "swr", "rbb", "rtbf", "vrt", "rai", "rtve", "svt", "nrk", "yle",
];

/// Words of desks, in lower case: who works at an outlet, and not at which.
#[rustfmt::skip]
const DESK_WORDS: &[&str] = &[
    "redaktion", "redaktionen", "redakteur", "redakteurin", "onlineredaktion", "staff", "reporter", "reporters",
    "correspondent", "correspondents", "newsroom", "editorial", "editor", "editors", "board", "team", "desk", "bureau",
    "writer", "writers", "admin", "webmaster", "contributor", "contributors", "agencies", "wires", "rédaction",
    "redacción", "redação", "redazione", "redakcja", "redactie", "toimitus", "редакция", "редакція", "agenturen",
];

/// Words of callings that stand beside an outlet's, in lower case: `Press Officer` is none.
#[rustfmt::skip]
const CALLINGS: &[&str] = &[
    "officer", "secretary", "producer", "presenter", "anchor", "director", "chief", "manager", "fellow", "columnist",
    "photographer", "korrespondent", "korrespondentin", "journalist", "journalistin", "analyst", "intern", "volontär",
];

/// Small words that stand within an outlet's name.
const SMALL: &[&str] =
    &["of", "the", "and", "&", "für", "der", "die", "des", "de", "del", "della", "di", "la", "le", "on", "in"];

/// The longest name of an outlet, in words.
const MOST_WORDS: usize = 6;

/// Whether a text is nothing but the name of an outlet: it has an outlet's word, `Dene Observer`, `FOCUS online`, or it
/// begins with an article, as the name of no person does: `The Valley`.
pub fn is_outlet(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let titled = || {
        let place = PLACES.contains(&second.to_lowercase().as_str());
        ARTICLES.contains(&first) && is_raised(second) && !place && is_raised_throughout(text)
    };
    has_outlet_word(text) || titled()
}

/// The same, by an outlet's word alone: the title of an article may begin as `The Valley` does.
pub fn has_outlet_word(text: &str) -> bool {
    if SHORT_NAMES.contains(&text.to_lowercase().as_str()) {
        return true;
    }
    if !is_raised_throughout(text) {
        return false;
    }
    let last = text.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let joined = OUTLET_ENDS.iter().any(|end| last.strip_suffix(end).is_some_and(|rest| rest.len() > 2));
    let several = text.contains([' ', '-']);
    joined || several && text.split([' ', '-']).any(|w| OUTLET_WORDS.contains(&w.to_lowercase().as_str()))
}

/// Whether a text is a few words as a name has them: raised, but for small ones and the `online` behind one.
fn is_raised_throughout(text: &str) -> bool {
    let words = || text.split_whitespace();
    let calls = |w: &str| is_desk_word(w) || CALLINGS.contains(&w.to_lowercase().as_str());
    words().next().is_some_and(is_raised)
        && words().count() <= MOST_WORDS
        && words().all(|w| (is_raised(w) || SMALL.contains(&w) || w == "online") && !calls(w))
        && !text.ends_with(['.', ',', ':', '?', '!'])
}

fn is_raised(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether a text is nothing but the name of an agency.
pub fn is_agency(text: &str) -> bool {
    AGENCIES.contains(&text.trim_matches(['(', ')', '.']).to_lowercase().as_str())
}

/// Whether a word says who works at an outlet, and not at which: `Staff`, `Redaktion`.
pub fn is_desk_word(word: &str) -> bool {
    DESK_WORDS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::{has_outlet_word, is_agency, is_desk_word, is_outlet};

    #[test]
    fn an_outlet_is_told_by_its_words() {
        for name in [
            "The Valley Courier",
            "Dene Observer",
            "KERRICK POST",
            "Kerrick Online",
            "KERRICK online",
            "Hafener Nachrichten",
            "Hafener Landes-Zeitung",
            "Küstenanzeiger",
            "Journal of the Sea",
            "Gazzetta del Porto",
        ] {
            assert!(has_outlet_word(name), "{name}");
        }
        for name in ["The Harbour", "Der Leuchtturm"] {
            assert!(is_outlet(name) && !has_outlet_word(name), "{name}");
        }
        for name in [
            "Anna Weiss",
            "The Hague",
            "the time she came home",
            "News of a flood reached us",
            "Bad news",
            "Post",
            "Press Officer",
            "Charles de Gaulle",
            "The mayor of Dene",
            "",
        ] {
            assert!(!is_outlet(name), "{name}");
        }
    }

    #[test]
    fn agencies_and_desks_are_told_by_their_names() {
        assert!(["AP", "dpa", "(Reuters)", "The Associated Press"].into_iter().all(is_agency));
        assert!(!["Paul", "AP Weiss", ""].into_iter().any(is_agency));
        assert!(is_desk_word("Redaktion") && !is_desk_word("Courier"));
    }
}
