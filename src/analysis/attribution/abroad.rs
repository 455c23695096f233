//! Whom a sentence credits, in German (see `german`), French, Spanish, Italian, Portuguese and Dutch: a verb of saying between its subject
//! and a 'that', or behind what was said and before its subject. Cuts nothing off: indirect speech has a mood of its own
//! there. Refuses a subject that is a pronoun only in so far as others do: it is given back as written.

use std::sync::LazyLock;

use super::{ACCORDING, Attribution, german};
use crate::text::Span;
use crate::text::lookup::Set;
use crate::text::stem::lower;

/// Verbs of saying, in lower case, none of them a word of English.
const VERBS: &[&str] = &[
    // French
    "affirme",
    "affirmé",
    "explique",
    "expliqué",
    "indique",
    "indiqué",
    "déclare",
    "déclaré",
    "estime",
    "estimé",
    "précise",
    "précisé",
    "assure",
    "assuré",
    "souligne",
    "souligné",
    "ajoute",
    "ajouté",
    "annoncé",
    "rappelle",
    "raconte",
    "confie",
    "avertit",
    "prévient",
    "insiste",
    "déplore",
    "conclut",
    // Spanish
    "dijo",
    "afirmó",
    "aseguró",
    "explicó",
    "señaló",
    "indicó",
    "declaró",
    "anunció",
    "añadió",
    "sostuvo",
    "informó",
    "afirma",
    "asegura",
    "explica",
    "advirtió",
    "destacó",
    "reconoció",
    "comentó",
    "subrayó",
    "recordó",
    "precisó",
    "detalló",
    "sostenía",
    "señala",
    // Italian and Portuguese
    "detto",
    "dichiarato",
    "spiegato",
    "affermato",
    "aggiunto",
    "spiega",
    "afferma",
    "disse",
    "afirmou",
    "explicou",
    "declarou",
    "informou",
    "acrescentou",
    "sottolinea",
    "sottolineato",
    "aggiunge",
    "sostiene",
    "garantiu",
    "destacou",
    "lembrou",
    // Dutch
    "zei",
    "zegt",
    "zeggen",
    "verklaarde",
    "meldt",
    "vertelt",
    "vertelde",
    "benadrukt",
    "aldus",
    "stelt",
    "schrijft",
];

/// Words of which a German sentence has one, and no English one, in lower case.
const GERMAN: &[&str] = &[
    "der", "das", "dem", "des", "und", "ist", "sei", "sind", "nicht", "ein", "eine", "im", "zu", "von", "mit", "auf",
    "für", "sich", "dass", "wird", "wurde", "werden", "einen", "einer", "zum", "zur", "hat", "haben", "habe", "bei",
    "über", "die",
];

/// What a clause that is said begins with, in lower case.
const THAT: &[&str] = &["dass", "daß", "que", "che", "dat"];

/// Auxiliaries between subject and verb.
const AUXILIARIES: &[&str] = &["a", "ont", "ha", "han", "hanno", "avait", "heeft", "había"];

/// Words that end the name of a speaker who stands behind the verb.
const ENDS: &[&str] = &[
    "in",
    "im",
    "am",
    "an",
    "bei",
    "beim",
    "zu",
    "zum",
    "zur",
    "auf",
    "nach",
    "vor",
    "mit",
    "dem",
    "gegenüber",
    "über",
    "dieser",
    "weiter",
    "später",
    "heute",
    "gestern",
    "dans",
    "en",
    "à",
    "au",
    "lors",
    "sur",
    "durante",
    "tras",
    "ante",
    "al",
    "ieri",
    "oggi",
    "alla",
    "ao",
    "à",
    "em",
    "na",
    "no",
    "tegen",
    "aan",
    "op",
    "per",
    "via",
    "jeudi",
    "vendredi",
    "lundi",
    "mardi",
    "mercredi",
    "samedi",
    "dimanche",
];

/// Days that may stand between a verb and its speaker.
const DAYS: &[&str] = &["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];

/// Words that no speaker is named by.
const NOBODY: &[&str] = &[
    "es", "man", "on", "se", "si", "wie", "was", "wer", "que", "qui", "che", "als", "wenn", "und", "et", "y", "e", "en",
];

type Word<'t> = (Span, &'t str);

/// The verbs of saying.
pub(super) fn verbs() -> impl Iterator<Item = &'static str> {
    VERBS.iter().copied()
}

/// Finds whom a sentence in one of these languages credits; `None` when it credits nobody plainly. `german` says whether one
/// of its words may do so in German.
pub(super) fn attribution(sentence: &str, lowered: &[super::Word<'_>], german: bool) -> Option<Attribution> {
    let words: Vec<Word<'_>> =
        lowered.iter().filter_map(|(span, _)| span.slice(sentence).map(|word| (*span, word))).collect();
    if german && lowered.iter().any(|(_, word)| GERMAN.contains(&&**word)) {
        return german::attribution(sentence, &words);
    }
    let speaker =
        trailing(sentence, &words).or_else(|| leading(sentence, &words)).or_else(|| according(sentence, &words))?;
    Some(Attribution { speaker, content: None })
}

fn is_verb(word: &str) -> bool {
    static KNOWN: LazyLock<Set<&str>> = LazyLock::new(|| VERBS.iter().copied().collect());
    KNOWN.contains(word)
}

/// A verb behind what was said stands no farther from the end, in words.
const NEAR: usize = 14;

/// '…, a dit Hale vendredi.'
fn trailing(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    let before = |at: usize| {
        let end = words.get(at.checked_sub(1)?)?.0.end();
        Span::new(end, words.get(at)?.0.start()).slice(sentence)
    };
    let behind = |at: &usize| before(*at).is_some_and(|gap| gap.contains([',', '"', '”', '“', '»']));
    let told = |at: &usize| {
        let auxiliary = words.get(*at).is_some_and(|w| AUXILIARIES.contains(&w.1));
        let verb = words.get(at + usize::from(auxiliary)).map_or("", |w| w.1);
        is_verb(verb)
    };
    // '«El faro se apagó», sostenía Hale, que …': however much is told of them.
    let quoted = |at: &usize| before(*at).is_some_and(|gap| matches!(gap, "», " | "”, "));
    let near = (1..words.len()).rev().take(NEAR).filter(behind).find(told);
    let at = near.or_else(|| (1..words.len()).filter(quoted).find(told))?;
    let auxiliary = usize::from(words.get(at).is_some_and(|w| AUXILIARIES.contains(&w.1)));
    let rest = words.get(at + auxiliary + 1..)?;
    // 'informó este martes Hale'
    let day = rest.first().is_some_and(|w| w.1 == "este") && rest.get(1).is_some_and(|w| DAYS.contains(&w.1));
    let rest = rest.get(2 * usize::from(day)..)?;
    let ends = rest.iter().position(|w| ENDS.contains(&w.1)).unwrap_or(rest.len());
    speaker(until_gap(sentence, rest.get(..ends)?)).map(|name| closed(sentence, name))
}

/// A name with the mark that closes it: 'el piloto del ‘caso Kerrick’'.
fn closed(sentence: &str, name: Span) -> Span {
    let written = name.slice(sentence).unwrap_or("");
    let open = written.contains('‘') && !written.contains('’');
    let closes = open && sentence.get(name.end().bytes()..).is_some_and(|rest| rest.starts_with('’'));
    if closes { Span::new(name.start(), name.end().plus('’'.len_utf8())) } else { name }
}

/// 'Hale a déclaré vendredi que …'
fn leading(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    let verb = words.iter().take(14).position(|w| is_verb(w.1))?;
    let that = words
        .get(verb + 1..)?
        .iter()
        .take(8)
        .any(|w| THAT.contains(&w.1) || w.1.starts_with("qu'") || w.1.starts_with("qu’"));
    let subject = words.get(..verb)?;
    let auxiliaries = subject.iter().rev().take_while(|w| AUXILIARIES.contains(&w.1)).count();
    let subject = subject.get(..subject.len() - auxiliaries)?;
    let first = until_gap(sentence, subject);
    let aside = Span::new(subject.last()?.0.end(), words.get(verb)?.0.start()).slice(sentence)?.contains(',');
    (that && (first.len() == subject.len() || aside)).then(|| speaker(first)).flatten()
}

/// 'Volgens Hale zonk het schip.'
fn according(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    let at = according_at(words)?;
    let rest = until_gap(sentence, words.get(at + 1..)?);
    let article = rest.iter().take_while(|w| w.1.starts_with(char::is_lowercase)).count();
    let name = rest.iter().skip(article).take_while(|w| w.1.starts_with(char::is_uppercase)).count();
    (article <= 1 && name > 0).then(|| speaker(rest.get(..article + name)?)).flatten()
}

/// Where 'volgens' or the like stands.
fn according_at(words: &[Word<'_>]) -> Option<usize> {
    words.iter().position(|w| ACCORDING.contains(&&*lower(w.1)) && w.1 != "secondo")
}

/// The words up to the first comma or other mark.
fn until_gap<'w, 't>(sentence: &str, words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let gap = |pair: &[Word<'_>]| match pair {
        [a, b] => Span::new(a.0.end(), b.0.start())
            .slice(sentence)
            .is_none_or(|between| between.contains([',', ';', ':', '"', '“', '”', '«', '»', '('])),
        _ => true,
    };
    let length = words.windows(2).position(gap).map_or(words.len(), |at| at + 1);
    words.get(..length).unwrap_or(words)
}

/// The span of words that name a speaker: a few, with a name or noun among them.
fn speaker(words: &[Word<'_>]) -> Option<Span> {
    let (first, last) = (words.first()?, words.last()?);
    let fits =
        words.len() <= 10 && !NOBODY.contains(&first.1.to_lowercase().as_str()) && !words.iter().any(|w| is_verb(w.1));
    fits.then(|| first.0.hull(last.0))
}

#[cfg(test)]
mod tests {
    use crate::analysis::attribution::attribution;

    #[test]
    fn the_speaker_is_found_in_other_languages() {
        for (sentence, speaker) in [
            ("Die Fähre sei im Nebel gesunken, sagte Tom Hale am Freitag.", Some("Tom Hale")),
            ("„Niemand hat das Licht gesehen“, so Hale.", Some("Hale")),
            ("Das Schiff sei leck gewesen, teilte die Reederei am Montag mit.", Some("die Reederei")),
            ("Der Hafenmeister Tom Hale sagt, dass das Licht aus war.", Some("Der Hafenmeister Tom Hale")),
            ("Das lässt sich laut Hale kaum prüfen.", Some("Hale")),
            ("Die Fähre sank, so dass niemand entkam.", None),
            ("Die Fähre ist gesunken, heißt es in Kerrick.", None),
            ("Hale a déclaré jeudi que le phare était éteint.", Some("Hale")),
            ("« Le phare était éteint », a expliqué Tom Hale lors de la réunion.", Some("Tom Hale")),
            ("El faro estaba apagado, dijo Tom Hale en Kerrick.", Some("Tom Hale")),
            ("Il faro era spento, ha detto Tom Hale.", Some("Tom Hale")),
            ("O farol estava apagado, disse Tom Hale.", Some("Tom Hale")),
            ("De vuurtoren was uit, zei Tom Hale tegen de krant.", Some("Tom Hale")),
            ("Het licht was uit, aldus Tom Hale.", Some("Tom Hale")),
            ("El faro estaba apagado, advirtió Tom Hale en Kerrick.", Some("Tom Hale")),
            ("The ferry sank, so the crew left.", None),
        ] {
            let found = attribution(sentence).and_then(|a| a.speaker.slice(sentence));
            assert_eq!(found, speaker, "{sentence}");
        }
    }
}
