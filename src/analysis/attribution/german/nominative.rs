//! A German speaker's name in the nominative: 'dem Forscher' is 'der Forscher'. Refuses what it is not sure of, and leaves it as
//! it is written.

use crate::text::Span;
use crate::text::stem::lower;

const MASCULINE: &[&str] = &[
    "er",
    "or",
    "ist",
    "ent",
    "ant",
    "mann",
    "chef",
    "rat",
    "konzern",
    "verband",
    "bund",
    "verein",
    "bericht",
    "minister",
    "sprecher",
    "hafen",
    "dienst",
    "sender",
    "rechnungshof",
    "klub",
    "präsident",
    "anwalt",
    "arzt",
    "bot",
    "kanzler",
];
const NEUTER: &[&str] = &[
    "amt",
    "ium",
    "institut",
    "haus",
    "papier",
    "ment",
    "büro",
    "gericht",
    "werk",
    "zentrum",
    "blatt",
    "team",
    "land",
    "unternehmen",
    "militär",
    "magazin",
    "gremium",
    "portal",
    "dokument",
    "netzwerk",
    "komitee",
    "bündnis",
    "gutachten",
];
const FEMININE: &[&str] = &[
    "ung",
    "heit",
    "keit",
    "schaft",
    "ion",
    "tät",
    "ei",
    "in",
    "behörde",
    "studie",
    "partei",
    "bank",
    "wehr",
    "stadt",
    "umfrage",
    "agentur",
    "regierung",
    "firma",
    "gruppe",
    "kirche",
    "presse",
    "anstalt",
    "kammer",
    "zentrale",
    "gewerkschaft",
    "kommission",
    "justiz",
    "armee",
    "hochschule",
    "universität",
    "klinik",
    "analyse",
    "statistik",
    "welt",
    "post",
];

/// Whether a noun is feminine, by its ending.
pub fn is_feminine(noun: &str) -> bool {
    let noun = lower(noun);
    let masculine = matches!(&*noun, "verein" | "termin" | "stein" | "sein") || noun.ends_with("verein");
    !masculine && FEMININE.iter().any(|end| noun.ends_with(end))
}

/// The gender of a noun, where its ending tells: the nominative of its article.
fn article_of(noun: &str) -> Option<&'static str> {
    let noun = lower(noun);
    let ends = |list: &[&str]| list.iter().any(|end| noun.ends_with(end));
    if ends(NEUTER) {
        Some("das")
    } else if is_feminine(&noun) {
        Some("die")
    } else {
        ends(MASCULINE).then_some("der")
    }
}

/// A speaker, a span of the sentence, in the nominative, where that is certain; else as it is written.
pub fn nominative(sentence: &str, speaker: Span) -> String {
    let written = speaker.slice(sentence).unwrap_or("").trim();
    let plain = written.replace(['"', '„', '“', '”', '«', '»'], "");
    let before = sentence.get(..speaker.start().bytes()).unwrap_or("").trim_end_matches([' ', '"', '„', '“', '»', '«']);
    let behind = sentence.get(speaker.end().bytes()..).unwrap_or("");
    let last = before.rsplit(' ').next().unwrap_or("");
    let governed = matches!(&*lower(last), "laut" | "gemäß" | "gemäss" | "von" | "vom" | "bei" | "beim" | "in" | "im")
        || behind.trim_start_matches(['"', '“', '”', '«', '»']).starts_with(" zufolge");
    // 'Nach norländischen Angaben'.
    if let Some(whose) = plain.strip_suffix("en Angaben").filter(|whose| !whose.contains(' ')) {
        return format!("{whose}e Angaben");
    }
    let noun = last.starts_with(char::is_uppercase) && lower(last).ends_with(|c: char| c.is_alphabetic());
    let oblique = governed || noun && plain.starts_with("der ");
    declined(&plain, oblique, matches!(&*lower(last), "vom" | "beim" | "im")).unwrap_or(plain)
}

/// A phrase in the nominative; `None` where it is so already, or cannot be told. `oblique`: it is known to be in another
/// case.
fn declined(phrase: &str, oblique: bool, joined: bool) -> Option<String> {
    let words: Vec<&str> = phrase.split(' ').collect();
    // 'Des Statistischen Amts': an adjective that is a part of the name.
    let head = words.iter().position(|word| word.starts_with(char::is_uppercase) && !is_named_adjective(word))?;
    let noun = words.get(head)?;
    let rest = words.get(head + 1..)?;
    let (article, adjectives) = match words.split_first().filter(|_| head > 0) {
        Some((first, _)) if is_article(first) => (*first, words.get(1..head)?),
        _ => ("", words.get(..head)?),
    };
    // 'Des Hafen-Managers Tom Hale' is called so by name.
    let named = rest.first().is_some_and(|word| word.starts_with(char::is_uppercase)) && adjectives.is_empty();
    let build = |article: &str, ending: Option<&str>, noun: &str| {
        let adjective =
            |word: &&str| match (ending, ["en", "em", "er", "es"].iter().find_map(|end| word.strip_suffix(end))) {
                (Some(ending), Some(stem)) => format!("{stem}{ending}"),
                _ => (*word).to_owned(),
            };
        let parts = std::iter::once(article.to_owned())
            .chain(adjectives.iter().map(adjective))
            .chain(std::iter::once(noun.to_owned()))
            .chain(rest.iter().map(|word| (*word).to_owned()));
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    match article {
        "dem" | "des" => {
            let noun = if article == "des" { without_genitive(noun) } else { (*noun).to_owned() };
            match article_of(&noun) {
                _ if named => Some(build("", None, &noun)),
                Some("der") if !is_weak(&noun) => Some(build("der", Some("e"), &noun)),
                Some("das") => Some(build("das", Some("e"), &noun)),
                _ => adjectives.is_empty().then(|| build("", None, &noun)).filter(|_| !is_weak(&noun)),
            }
        }
        "einem" | "eines" => {
            let noun = if article == "eines" { without_genitive(noun) } else { (*noun).to_owned() };
            let ending = match article_of(&noun) {
                Some("der") => "er",
                Some("das") => "es",
                _ => return adjectives.is_empty().then(|| build("ein", None, &noun)).filter(|_| !is_weak(&noun)),
            };
            Some(build("ein", Some(ending), &noun)).filter(|_| !is_weak(&noun))
        }
        "einer" => Some(build("eine", Some("e"), noun)),
        "den" => Some(build("die", None, &without_dative(noun))),
        "der" if oblique => {
            let plural = noun.ends_with("en") || noun.ends_with("er") || noun.ends_with('s') || noun.ends_with("el");
            Some(build("die", Some(if plural { "en" } else { "e" }), noun))
        }
        "" if oblique && !joined => {
            let ending = match (article_of(noun), adjectives.iter().all(|word| word.ends_with("em"))) {
                (Some("das"), true) => Some("es"),
                (Some("der"), true) => Some("er"),
                _ => None,
            };
            Some(build("", ending, &without_dative(noun)))
        }
        _ => None,
    }
}

fn is_article(word: &str) -> bool {
    matches!(
        word,
        "der" | "die" | "das" | "dem" | "den" | "des" | "ein" | "eine" | "einem" | "einen" | "einer" | "eines"
    )
}

fn is_named_adjective(word: &str) -> bool {
    ["ischen", "lichen", "deutschen", "ischer", "ische"].iter().any(|end| lower(word).ends_with(end))
}

/// Whether a noun may have an ending of its own in the other cases: 'dem Experten'.
fn is_weak(noun: &str) -> bool {
    ["en", "ten", "sten"].iter().any(|end| noun.ends_with(end))
        && !["hafen", "unternehmen", "gutachten"].contains(&&*lower(noun))
}

/// 'Hafenamts', 'Berichtes' without the ending of the genitive.
fn without_genitive(noun: &str) -> String {
    let Some(bare) = noun.strip_suffix('s') else { return noun.to_owned() };
    let short = |stem: &&str| ["and", "und", "tag"].iter().any(|end| stem.ends_with(end));
    let stem =
        bare.strip_suffix('e').filter(|stem| stem.len() > 3 && (short(stem) || !stem.ends_with(['i', 'd', 'g', 'u'])));
    stem.unwrap_or(bare).to_owned()
}

/// 'Händlern' without the ending of the dative plural.
fn without_dative(noun: &str) -> String {
    const KEPT: &[&str] = &["bayern", "bauern", "western", "konzern", "luzern", "bern", "intern"];
    let kept = KEPT.iter().any(|word| lower(noun).ends_with(word));
    let bare = noun.strip_suffix('n').filter(|bare| !kept && (bare.ends_with("er") || bare.ends_with("el")));
    bare.unwrap_or(noun).to_owned()
}

#[cfg(test)]
mod tests {
    use super::nominative;
    use crate::analysis::attribution::attribution;

    #[test]
    fn a_speaker_is_named_in_the_nominative() {
        for (sentence, name) in [
            ("Händlern zufolge ist die Fähre gesunken.", "Händler"),
            ("Auf See sind nach norländischen Angaben acht Lampen erloschen.", "norländische Angaben"),
            ("Die Fähre ist einer norländischen Umfrage zufolge beliebt.", "eine norländische Umfrage"),
            ("Die Fähre sank laut dem Forscher im Nebel.", "der Forscher"),
            ("Die Fähre sank laut dem zunächst internen Papier im Nebel.", "das zunächst interne Papier"),
            ("Die Fähre sank laut der norländischen Polizei im Nebel.", "die norländische Polizei"),
            ("Es sind gemäss norländischem Militär auf See Lampen erloschen.", "norländisches Militär"),
            ("Es wurden nach Angaben des Hafen-Managers Tom Hale drei Schiffe gesehen.", "Hafen-Manager Tom Hale"),
            ("Daten des Statistischen Hafenamts zeigen: Das Licht war aus.", "das Statistische Hafenamt"),
            ("Nach Angaben von Vertretern norländischer Reeder sank das Schiff.", "Vertreter norländischer Reeder"),
            ("Die Fähre sank laut «Kerrick Post» im Nebel.", "Kerrick Post"),
            ("Das Schiff sei leck gewesen, sagte der Lotse Hale.", "der Lotse Hale"),
            ("Das Schiff sei leck gewesen, teilte die Reederei mit.", "die Reederei"),
        ] {
            let speaker = attribution(sentence).unwrap().speaker;
            assert_eq!(nominative(sentence, speaker), name, "{sentence}");
        }
    }
}
