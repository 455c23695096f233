//! What dates need in languages other than English and German: months in the case that stands behind 'in', the words before a month
//! or a year, the days that words name, and endings by which a verb is of the past. Refuses to resolve a date: it only says what its
//! words are.

use crate::analysis::calendar::month;

/// How a language speaks of dates; words in lower case, parted by spaces.
struct Manner {
    tag: &'static str,
    /// Before a month that stands alone.
    month: &'static str,
    /// Before a year.
    year: &'static str,
    /// Before a date by which it is a beginning, an end or an age.
    open: &'static str,
    /// Parts of a year, before which one of `open` may stand: 'do końca maja'.
    parts: &'static str,
    /// Months from January on behind 'in', where they have a case of their own.
    months: &'static str,
    /// Yesterday, today, tomorrow; several words for one are joined by a bar.
    days: [&'static str; 3],
    /// Endings of verbs of the past.
    past: &'static [&'static str],
    /// Words that end so and are no such verbs.
    other: &'static str,
    /// How words begin that open a clause about something in the sentence, behind a comma.
    relative: &'static [&'static str],
    /// What joins two days that follow each other.
    and: &'static str,
    /// Before the first and the last of several days.
    from: (&'static str, &'static str),
}

#[rustfmt::skip]
const MANNERS: [Manner; 11] = [
    Manner {
        tag: "es", month: "", year: "", open: "hasta tras desde", parts: "finales fines principios mediados", months: "",
        days: ["", "", ""], past: &["ó", "aron", "ieron"], other: "", relative: &["que", "donde", "cuando", "cuyo", "cuya"],
        and: "y", from: ("del entre", "al y"),
    },
    Manner {
        tag: "pt", month: "em", year: "", open: "até após desde", parts: "fim final início começo", months: "",
        days: ["", "", ""], past: &["ou", "eu", "iu", "aram", "eram", "iram"], other: "seu meu europeu ou museu deu-se", relative: &["que", "onde", "quando", "cujo", "cuja"],
        and: "e", from: ("de entre", "a e"),
    },
    Manner {
        tag: "it", month: "a nel", year: "", open: "fino entro dopo dal dalla da", parts: "fine inizio metà", months: "",
        days: ["", "", ""], past: &["ò"], other: "però può ciò", relative: &["che", "dove", "quando", "cui"],
        and: "e", from: ("dal tra fra", "al e"),
    },
    Manner {
        tag: "fr", month: "", year: "", open: "depuis dès", parts: "fin début", months: "",
        days: ["", "", ""], past: &[], other: "", relative: &["qui", "que", "dont", "où", "quand", "lorsque"],
        and: "et", from: ("du entre", "au et"),
    },
    Manner {
        tag: "nl", month: "in", year: "in", open: "sinds tot na vanaf voor", parts: "eind begin half", months: "",
        days: ["gisteren", "vandaag", "morgen"], past: &["de", "den", "te", "ten"], other: "", relative: &["die", "dat", "waar", "toen"],
        and: "en", from: ("van tussen", "tot en"),
    },
    Manner {
        tag: "sv", month: "i", year: "år under", open: "sedan till efter före från", parts: "slutet början mitten", months: "januari februari mars april maj juni juli augusti september oktober november december",
        days: ["igår", "idag", "imorgon"], past: &["ade", "dde"], other: "både hade lade", relative: &["som", "där", "när"],
        and: "och", from: ("från mellan", "till och"),
    },
    Manner {
        tag: "da", month: "i", year: "i", open: "siden til efter før fra", parts: "slutningen begyndelsen midten", months: "",
        days: ["", "", ""], past: &["ede"], other: "stede allerede", relative: &["som", "der", "hvor", "da"],
        and: "og", from: ("fra mellem", "til og"),
    },
    Manner {
        tag: "no", month: "i", year: "i", open: "siden til etter før fra", parts: "slutten begynnelsen midten", months: "",
        days: ["", "", ""], past: &["ede"], other: "stede allerede", relative: &["som", "der", "hvor", "da"],
        and: "og", from: ("fra mellom", "til og"),
    },
    Manner {
        tag: "pl", month: "w we", year: "w roku", open: "do po przed sprzed", parts: "końca początku połowy", 
        months: "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu",
        days: ["wczoraj", "dziś dzisiaj", "jutro"], past: &["ł", "ła", "ło", "li", "ły", "ano", "ono", "ęto"], other: "jeśli czyli jeżeli było-by rano", relative: &["któr", "gdzie", "gdy", "kiedy"],
        and: "i", from: ("od między", "do a"),
    },
    Manner {
        tag: "ru", month: "в", year: "в", open: "до после к от по перед", parts: "конца начала середины",
        months: "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
        days: ["вчера", "сегодня", "завтра"], past: &["л", "ла", "ло", "ли", "лся", "лась", "лось", "лись"], other: "если или", relative: &["котор", "где", "когда", "чт"],
        and: "и", from: ("с между", "по и"),
    },
    Manner {
        tag: "uk", month: "в у", year: "в у", open: "до з після від по перед", parts: "кінця початку середини",
        months: "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
        days: ["вчора", "сьогодні", "завтра"], past: &["ла", "ло", "ли", "вся", "лася", "лося", "лися"], other: "або після коли", relative: &["як", "де", "коли", "щ"],
        and: "і", from: ("з між", "по та"),
    },
];

fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_whitespace().any(|known| known == word)
}

fn manner(tag: Option<&str>) -> Option<&'static Manner> {
    MANNERS.iter().find(|manner| Some(manner.tag) == tag)
}

/// The month that a word names behind `before`, which is 'in'.
pub(super) fn month_behind(tag: Option<&str>, before: &str, word: &str) -> Option<u8> {
    let manner = manner(tag).filter(|manner| has(manner.month, before))?;
    let named = manner.months.split_whitespace().position(|known| known == word);
    named.and_then(|at| u8::try_from(at + 1).ok())
}

/// Whether a word before a month makes it the time of what is said; `earlier` stands before that: 'mes de abril'.
pub(super) fn is_before_month(tag: Option<&str>, earlier: &str, before: &str) -> bool {
    let of = matches!(before, "de" | "d") && matches!(earlier, "mes" | "mês" | "mois");
    manner(tag).is_some_and(|manner| of || has(manner.month, before))
}

/// Whether a word before a bare year makes it one.
pub(super) fn is_before_year(tag: Option<&str>, earlier: &str, before: &str) -> bool {
    manner(tag).is_some_and(|manner| {
        has(manner.year, before)
            || matches!(before, "конце" | "начале" | "середине") && has(manner.year, earlier)
            || tag == Some("pl") && before == "koniec" && earlier == "pod"
    })
}

/// Whether what stands before a date makes it a beginning, an end or an age; `None` where the language is not known here.
pub(super) fn is_open(tag: Option<&str>, earlier: &str, before: &str) -> Option<bool> {
    let manner = manner(tag)?;
    let month = is_before_month(tag, earlier, before);
    Some(!month && (has(manner.open, before) || has(manner.parts, before) && has(manner.open, earlier)))
}

/// How many days lie between the day of publication and the one that a word names.
pub(super) fn spoken_day(tag: Option<&str>, before: &str, word: &str) -> Option<i32> {
    let manner = manner(tag)?;
    if before == "i" && matches!(manner.tag, "sv" | "da" | "no") {
        return match word {
            "går" => Some(-1),
            "dag" => Some(0),
            _ => None,
        };
    }
    let at = manner.days.iter().position(|words| has(words, word))?;
    i32::try_from(at).ok().map(|at| at - 1)
}

/// Whether one of the words is a verb of the past.
pub(super) fn is_past(tag: Option<&str>, words: &[&str]) -> bool {
    let Some(manner) = manner(tag) else { return false };
    let past = |word: &&str| {
        word.chars().count() > 3 && !has(manner.other, word) && manner.past.iter().any(|end| word.ends_with(end))
    };
    words.iter().any(past)
}

/// Whether a word opens a clause about something in its sentence.
pub(super) fn is_relative(tag: Option<&str>, word: &str) -> bool {
    manner(tag).is_some_and(|manner| {
        let stem = |start: &&str| {
            if matches!(*start, "któr" | "котор" | "як" | "щ" | "чт") {
                word.starts_with(*start)
            } else {
                word == *start
            }
        };
        manner.relative.iter().any(stem)
    })
}

/// Whether two days of one month are the first and the last of several, by what stands before each: '21 e 22 giugno'.
pub(super) fn is_range(tag: Option<&str>, before: (&str, &str), days: (u8, u8)) -> bool {
    manner(tag).is_some_and(|manner| {
        let next = has(manner.and, before.1) && days.0 + 1 == days.1;
        next || has(manner.from.0, before.0) && has(manner.from.1, before.1) && days.0 < days.1
    })
}

/// Whether a weekday is any of its kind: French 'le mercredi', without a number behind it.
pub(super) fn is_every(tag: Option<&str>, before: &str, next: &str) -> bool {
    tag == Some("fr")
        && before == "le"
        && !next.starts_with(|c: char| c.is_ascii_digit())
        && !matches!(next, "dernier" | "prochain")
        && month(next).is_none()
}

#[cfg(test)]
mod tests {
    use super::super::when;

    #[test]
    fn dates_of_more_languages_are_resolved_or_left() {
        let wrong = [
            ("pt", "Em fevereiro, o porto comprou um farol.", "2031-12-07", Some("2031-02")),
            ("pt", "O farol apagou no dia 3 de maio.", "2031-05-07", Some("2031-05-03")),
            ("pt", "Em outubro, o porto comprou um farol.", "2031-01-07", Some("2030-10")),
            ("pt", "O porto, que comprou um farol em fevereiro, está fechado.", "2031-12-07", None),
            ("pt", "O farol está apagado até maio.", "2031-03-07", None),
            ("es", "El pasado mes de abril, el faro se apagó.", "2031-05-17", Some("2031-04")),
            ("es", "El faro se apagó el 3 de mayo.", "2031-05-17", Some("2031-05-03")),
            ("es", "El faro se apagó ayer.", "2031-05-17", Some("2031-05-16")),
            ("es", "El puerto cerró del 9 al 13 de mayo.", "2031-05-17", Some("2031-05-09/2031-05-13")),
            ("it", "La nave è rimasta in porto il 21 e 22 giugno.", "2031-07-01", Some("2031-06-21/2031-06-22")),
            ("it", "Il faro si è spento a maggio.", "2031-07-01", Some("2031-05")),
            ("it", "Il faro si è spento il 3 maggio.", "2031-07-01", Some("2031-05-03")),
            ("fr", "Le mercredi, c’est la foire du port.", "2031-07-01", None),
            ("fr", "Le phare s’est éteint mercredi 25 juin.", "2031-07-01", Some("2031-06-25")),
            ("fr", "Le phare s’est éteint le 3 mai.", "2031-07-01", Some("2031-05-03")),
            ("nl", "De vuurtoren ging gisteren uit.", "2031-07-01", Some("2031-06-30")),
            ("nl", "De vuurtoren ging uit op 3 mei.", "2031-07-01", Some("2031-05-03")),
            ("nl", "Sinds mei is de vuurtoren uit.", "2031-07-01", None),
            ("sv", "Fyren släcktes i går.", "2031-07-01", Some("2031-06-30")),
            ("sv", "Fyren slocknade i maj.", "2031-07-01", Some("2031-05")),
            ("pl", "Latarnia zgasła wczoraj w Kerrick.", "2031-07-01", Some("2031-06-30")),
            ("pl", "Latarnia zgasła w maju.", "2031-07-01", Some("2031-05")),
            ("pl", "Latarnia zgasła w maju 2029 roku.", "2031-07-01", Some("2029-05")),
            ("pl", "Latarnia zgasła 3 maja.", "2031-07-01", Some("2031-05-03")),
            ("pl", "Port kupił latarnię w 2029 roku.", "2031-07-01", Some("2029")),
            ("pl", "Port jest zamknięty do końca maja 2031 roku.", "2031-03-01", None),
            ("ru", "Маяк погас вчера.", "2031-07-01", Some("2031-06-30")),
            ("ru", "Маяк погас 3 мая.", "2031-07-01", Some("2031-05-03")),
            ("ru", "В 2029 году порт купил маяк.", "2031-07-01", Some("2029")),
            ("ru", "В 2029-м порт купил маяк.", "2031-07-01", Some("2029")),
            ("ru", "Порт строили в 1993-2015 годах.", "2031-07-01", None),
            ("ru", "Порт продлил работу до конца февраля 2031 года.", "2031-01-10", None),
            ("ru", "Перед рейсом, который состоится 24 марта, капитан ушел.", "2031-03-10", None),
            ("ru", "Маяк погас в мае.", "2031-07-01", Some("2031-05")),
        ]
        .into_iter()
        .filter_map(|(tag, sentence, published, expected)| {
            let found = when(sentence, Some(tag), published.parse().ok()).map(|date| date.to_string());
            (found.as_deref() != expected).then(|| format!("{sentence}: {found:?}"))
        });
        assert_eq!(wrong.collect::<Vec<_>>(), [""; 0]);
    }
}
