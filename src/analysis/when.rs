//! The date that a sentence gives for what it says, resolved against the day of publication. Refuses to guess: a sentence
//! that names several dates, or one whose year cannot be known, has none.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::article::edtf::days_in;
use crate::article::{Date, Edtf};
use crate::text::lookup::Map;
use crate::text::segment;
use crate::text::stem::lower;

/// Months by name, in lower case: full and short in English, full in German, French, Spanish, Italian, Portuguese, Dutch.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januar", "jänner", "janvier", "enero", "gennaio", "janeiro", "januari"],
    &["february", "feb", "februar", "février", "febrero", "febbraio", "fevereiro", "februari"],
    &["march", "märz", "mars", "marzo", "março", "maart"],
    &["april", "apr", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio", "maio", "mei"],
    &["june", "jun", "juni", "juin", "junio", "giugno", "junho"],
    &["july", "jul", "juli", "juillet", "julio", "luglio", "julho"],
    &["august", "aug", "août", "agosto", "augustus"],
    &["september", "sept", "sep", "septembre", "septiembre", "settembre", "setembro"],
    &["october", "oct", "oktober", "octobre", "octubre", "ottobre", "outubro"],
    &["november", "nov", "novembre", "noviembre", "novembro"],
    &["december", "dec", "dezember", "décembre", "diciembre", "dicembre", "dezembro"],
];

/// Months of other languages that are other words in English.
const NOT_ENGLISH: &[&str] = &["mars", "mai", "mei"];

/// Weekdays in lower case, in English, German and French.
const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "montag", "lundi"],
    &["tuesday", "dienstag", "mardi"],
    &["wednesday", "mittwoch", "mercredi"],
    &["thursday", "donnerstag", "jeudi"],
    &["friday", "freitag", "vendredi"],
    &["saturday", "samstag", "sonnabend", "samedi"],
    &["sunday", "sonntag", "dimanche"],
];

/// Months from 1 and weekdays from 0, by their names.
struct Calendar {
    months: Map<&'static str, u8>,
    /// Also with the time of day that German hangs on them: 'freitagabend'.
    weekdays: Map<String, usize>,
}

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| {
    let months = (1..).zip(MONTHS).flat_map(|(number, names)| names.iter().map(move |name| (*name, number)));
    let mut weekdays = Map::default();
    for (number, name) in (0..).zip(WEEKDAYS).flat_map(|(number, names)| names.iter().map(move |name| (number, *name)))
    {
        let german =
            TIMES_OF_DAY.iter().filter(|time| name.ends_with("tag") || name == "mittwoch" && **time == "abend");
        weekdays.extend(german.map(|time| (format!("{name}{time}"), number)));
        weekdays.insert(name.to_owned(), number);
    }
    Calendar { months: months.collect(), weekdays }
});

/// What German hangs on a weekday.
const TIMES_OF_DAY: &[&str] = &["abend", "morgen", "nacht", "nachmittag", "vormittag", "mittag", "früh"];

/// Words by which a weekday is this week's to some and another's to others, or a year or month is not the current one.
const LAST: &[&str] = &[
    "last",
    "letzten",
    "letztes",
    "letzter",
    "letzte",
    "vergangenen",
    "vergangenes",
    "vorigen",
    "voriges",
    "dernier",
    "dernière",
    "passé",
    "passée",
];
const NEXT: &[&str] = &["next", "nächsten", "nächstes", "kommenden", "kommendes", "prochain", "prochaine"];
const THIS: &[&str] = &["this", "diesem", "dieses", "diesen", "dieser", "cette", "ce"];

/// The date or interval that a sentence gives for what it says. `published` is the article's date, without which a date
/// that does not name its year is not resolved.
/// `tag` is the sentence's language: 'hier' is yesterday in French, and here in German.
pub fn when(sentence: &str, tag: Option<&str>, published: Option<Edtf>) -> Option<Edtf> {
    let words: Vec<Cow<'_, str>> = segment::words(sentence).map(|(_, word)| in_english(lower(word), tag)).collect();
    let published = published.map(Edtf::first);
    let mut found: Vec<(usize, Found)> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match date_at(&words, at, published) {
            Some((date, length)) => {
                found.push((at, Found { date, end: at + length }));
                at += length;
            }
            None => at += 1,
        }
    }
    single(&words, &found)
}

/// A word as it is looked up: of two languages with one spelling, only the text's own is meant.
fn in_english<'w>(word: Cow<'w, str>, tag: Option<&str>) -> Cow<'w, str> {
    match (tag, &*word) {
        (Some("en"), foreign) if NOT_ENGLISH.contains(&foreign) => Cow::Borrowed(""),
        (Some("fr"), "hier") => Cow::Borrowed("yesterday"),
        _ => word,
    }
}

struct Found {
    date: Option<Date>,
    end: usize,
}

/// The one date that was found, or the interval of two that are joined as one.
fn single(words: &[Cow<'_, str>], found: &[(usize, Found)]) -> Option<Edtf> {
    match found {
        [(at, one)] => {
            let open = at.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| OPEN_ENDED.contains(&&**w));
            one.date.filter(|_| !open).map(Edtf::Date)
        }
        [(at, first), (second_at, second)] => {
            let opening = at.checked_sub(1).and_then(|i| words.get(i)).map(|word| &**word);
            let joint = words.get(first.end..*second_at)?;
            let joined = match joint {
                [joint] => match opening {
                    Some("between" | "zwischen" | "entre") => matches!(&**joint, "and" | "und" | "et"),
                    Some("from" | "von" | "vom" | "de" | "du") => {
                        matches!(&**joint, "to" | "until" | "through" | "bis" | "à" | "au")
                    }
                    _ => false,
                },
                _ => false,
            };
            let (a, b) = (first.date?, second.date?);
            (joined && a < b).then_some(Edtf::Interval(a, b))
        }
        _ => None,
    }
}

/// Words before a date by which it is a beginning, an end or an age, not the time of what is said.
const OPEN_ENDED: &[&str] = &[
    "since", "until", "till", "before", "after", "by", "from", "than", "of", "the", "seit", "depuis", "desde", "bis",
    "vor", "nach", "ab", "von", "vom", "avant", "après", "jusqu'en", "jusqu'au", "dès", "de", "du",
];

/// The date that begins at a word: what it is, where it can be known, and how many words it takes.
fn date_at(words: &[Cow<'_, str>], at: usize, published: Option<Date>) -> Option<(Option<Date>, usize)> {
    let word = |i: usize| words.get(at + i).map(|word| &**word).unwrap_or("");
    if let Some(date) = iso(words, at) {
        return Some(date);
    }
    if let Some(date) = dotted(word(0)) {
        return Some((Some(date), 1));
    }
    // 'August 8, 2014', 'Aug. 8', 'August 2014'
    if let Some(month) = month(word(0)) {
        return match (day(word(1)), year(word(1)), year(word(2))) {
            (Some(day), _, Some(year)) => Some((Date::new(year, Some(month), Some(day)), 3)),
            (_, Some(year), _) => Some((Date::new(year, Some(month), None), 2)),
            (Some(day), None, None) => Some((near(published, month, Some(day)), 2)),
            // 'may' and 'march' are words too; a month alone needs 'in' or 'last' before it.
            _ => {
                let before = at.checked_sub(1).and_then(|i| words.get(i)).map(|word| &**word);
                matches!(before, Some("in" | "last" | "im" | "en")).then(|| (near(published, month, None), 1))
            }
        };
    }
    // '8 August 2014', '8 August', '8 de agosto de 2014'
    if let Some(number) = day(word(0)) {
        let de = usize::from(word(1) == "de" || word(1) == "of");
        if let Some(month) = month(word(1 + de)) {
            let de_again = usize::from(word(2 + de) == "de");
            return match year(word(2 + de + de_again)) {
                Some(year) => Some((Date::new(year, Some(month), Some(number)), 3 + de + de_again)),
                None => Some((near(published, month, Some(number)), 2 + de)),
            };
        }
    }
    if let Some(year) = year(word(0)) {
        let before = at.checked_sub(1).and_then(|i| words.get(i)).map(|word| &**word).unwrap_or("");
        let stands_for_a_year = IN_YEAR.contains(&before);
        return stands_for_a_year.then(|| (Date::new(year, None, None), 1));
    }
    let before = at.checked_sub(1).and_then(|i| words.get(i)).map(|word| &**word).unwrap_or("");
    let named = |word: &str| LAST.contains(&word) || NEXT.contains(&word);
    if weekday(word(0)).is_some() && (named(before) || named(word(1))) {
        // 'Last Friday' is this week's to some and the week before's to others.
        return Some((None, 1));
    }
    relative(word(0), word(1), published)
}

/// Words before a bare year by which it is one.
const IN_YEAR: &[&str] = &[
    "in", "of", "since", "until", "from", "to", "by", "before", "after", "between", "and", "early", "late", "mid",
    "during", "through", "en", "im", "seit", "nel", "em", "desde", "depuis", "jahr", "année", "año", "zwischen",
    "entre", "und", "et", "von", "bis", "de", "à", "anfang", "ende", "mitte", "début", "fin",
];

/// '3.5.2031', as German writes it.
fn dotted(word: &str) -> Option<Date> {
    let mut parts = word.split('.');
    let (day, month, year_word) = (parts.next()?, parts.next()?, parts.next()?);
    let small = |part: &str| (part.len() <= 2).then(|| part.parse::<u8>().ok()).flatten();
    parts.next().is_none().then(|| Date::new(year(year_word)?, Some(small(month)?), Some(small(day)?))).flatten()
}

/// The number of a weekday from 0 for Monday; also of one with the time of day: 'Freitagabend'.
fn weekday(word: &str) -> Option<usize> {
    CALENDAR.weekdays.get(word).copied()
}

fn iso(words: &[Cow<'_, str>], at: usize) -> Option<(Option<Date>, usize)> {
    let (year_word, month_word, day_word) = (words.get(at)?, words.get(at + 1)?, words.get(at + 2)?);
    let two = |w: &str| (w.len() == 2).then(|| w.parse::<u8>().ok()).flatten();
    let date = Date::new(year(year_word)?, Some(two(month_word)?), Some(two(day_word)?))?;
    Some((Some(date), 3))
}

/// 'yesterday', 'on Friday', 'last month', 'im vergangenen Jahr', 'le mois dernier'.
fn relative(word: &str, next: &str, published: Option<Date>) -> Option<(Option<Date>, usize)> {
    let day = |back: u32| published.and_then(|p| days_before(p, back));
    if let Some(weekday) = weekday(word) {
        let back = published.and_then(weekday_of).map(|today| (today + 7 - weekday as u32) % 7);
        return Some((back.and_then(day), 1));
    }
    match word {
        "yesterday" | "gestern" => return Some((day(1), 1)),
        "vorgestern" => return Some((day(2), 1)),
        _ => {}
    }
    // The word that says which comes first in English and German, and last in French but for 'cette année'.
    let (which, unit) = if is_year(word) || is_month_word(word) { (next, word) } else { (word, next) };
    let year = published.map(Date::year);
    let month = published.and_then(|p| p.month().map(|m| (p.year(), m)));
    let date = if is_year(unit) {
        let shifted = |year: u16| match which {
            w if THIS.contains(&w) => Some(year),
            w if LAST.contains(&w) => year.checked_sub(1),
            w if NEXT.contains(&w) => Some(year + 1),
            _ => None,
        };
        [THIS, LAST, NEXT]
            .iter()
            .any(|words| words.contains(&which))
            .then(|| year.and_then(shifted).and_then(|y| Date::new(y, None, None)))?
    } else if is_month_word(unit) && THIS.contains(&which) {
        month.and_then(|(y, m)| Date::new(y, Some(m), None))
    } else if is_month_word(unit) && LAST.contains(&which) {
        month.and_then(|(y, m)| {
            if m == 1 { Date::new(y.checked_sub(1)?, Some(12), None) } else { Date::new(y, Some(m - 1), None) }
        })
    } else {
        return None;
    };
    Some((date, 2))
}

fn is_year(word: &str) -> bool {
    matches!(word, "year" | "jahr" | "jahres" | "année" | "l'année" | "an" | "l'an")
}

fn is_month_word(word: &str) -> bool {
    matches!(word, "month" | "monat" | "monats" | "mois")
}

/// A month and perhaps a day, in the year that brings it nearest to the day of publication; none when that is not known
/// to the month, or when both neighbours are about as near.
fn near(published: Option<Date>, month: u8, day: Option<u8>) -> Option<Date> {
    let published = published?;
    let here = i32::from(published.month()?);
    let ahead = i32::from(month) - here;
    let year = match ahead {
        -9..=1 => published.year(),
        5..=11 => published.year().checked_sub(1)?,
        _ => return None,
    };
    Date::new(year, Some(month), day)
}

fn month(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    CALENDAR.months.get(word).copied()
}

fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let suffix = word.get(digits.len()..).unwrap_or("");
    let plain = matches!(suffix, "" | "st" | "nd" | "rd" | "th" | "er");
    (plain && digits.len() <= 2).then(|| digits.parse().ok()).flatten().filter(|d| (1..=31).contains(d))
}

fn year(word: &str) -> Option<u16> {
    let four = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    four.then(|| word.parse().ok()).flatten().filter(|y| (1000..=2199).contains(y))
}

/// The day `back` days before one; none for a date that is not known to the day.
fn days_before(date: Date, back: u32) -> Option<Date> {
    let (mut year, mut month, mut day) = (date.year(), date.month()?, date.day()?);
    for _ in 0..back {
        if day > 1 {
            day -= 1;
        } else {
            (year, month) = if month > 1 { (year, month - 1) } else { (year.checked_sub(1)?, 12) };
            day = days_in(year, month);
        }
    }
    Date::new(year, Some(month), Some(day))
}

/// The day of the week, from 0 for Monday (Sakamoto's method); none for a date that is not known to the day.
fn weekday_of(date: Date) -> Option<u32> {
    const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let (month, day) = (u32::from(date.month()?), u32::from(date.day()?));
    let year = u32::from(date.year()) - u32::from(month < 3);
    let shift = SHIFT.get(month as usize - 1)?;
    Some((year + year / 4 - year / 100 + year / 400 + shift + day + 6) % 7)
}

#[cfg(test)]
mod tests {
    use super::when;

    #[test]
    fn dates_are_resolved_against_the_day_of_publication_or_not_at_all() {
        for (sentence, published, expected) in [
            ("It began on August 8, 2014 at dawn.", None, Some("2014-08-08")),
            ("It began on 8 August 2014.", None, Some("2014-08-08")),
            ("It began in June 2014.", None, Some("2014-06")),
            ("It began on June 10.", Some("2014-06-11"), Some("2014-06-10")),
            ("It began on June 10.", Some("2014"), None),
            ("It began on June 10.", None, None),
            ("It ended on December 30.", Some("2015-01-02"), Some("2014-12-30")),
            ("In 2017, 3,190 were reappointed.", Some("2018-03-15"), Some("2017")),
            ("However between 2014 and 2016, many left.", None, Some("2014/2016")),
            ("From 2014 to 2016 they fought.", None, Some("2014/2016")),
            ("Since 2014 they fought.", None, None),
            ("In 2014 and again in 2016 they fought.", None, None),
            ("They met on Friday.", Some("2031-05-03"), Some("2031-05-02")),
            ("They met on Saturday.", Some("2031-05-03"), Some("2031-05-03")),
            ("They met yesterday.", Some("2032-03-01"), Some("2032-02-29")),
            ("They met on Friday.", Some("2031-05"), None),
            ("They met last Friday.", Some("2031-05-03"), None),
            ("It opens in August.", Some("2031-05-03"), None),
            ("They met last month.", Some("2031-01-15"), Some("2030-12")),
            ("They met last year.", Some("2031"), Some("2030")),
            ("It was in March.", Some("2031-05-03"), Some("2031-03")),
            ("It was in November.", Some("2031-05-03"), Some("2030-11")),
            ("It may march on.", Some("2031-05-03"), None),
            ("There were 2014 ships.", None, None),
            ("El 8 de agosto de 2014 empezó.", None, Some("2014-08-08")),
            ("", None, None),
        ] {
            let published = published.map(|p| p.parse().unwrap());
            assert_eq!(when(sentence, None, published).map(|d| d.to_string()).as_deref(), expected, "{sentence}");
        }
    }
    #[test]
    fn german_and_french_dates_are_resolved_as_english_ones_are() {
        for (tag, sentence, published, expected) in [
            ("de", "Es begann am 3. Mai 2031.", None, Some("2031-05-03")),
            ("de", "Es begann am 03.05.2031 in Kerrick.", None, Some("2031-05-03")),
            ("de", "Das Schiff sank am Freitagabend.", Some("2031-05-03"), Some("2031-05-02")),
            ("de", "Das Schiff sank am vergangenen Freitag.", Some("2031-05-03"), None),
            ("de", "Das Schiff sank gestern.", Some("2031-05-03"), Some("2031-05-02")),
            ("de", "Im vergangenen Jahr sank kein Schiff.", Some("2031-05-03"), Some("2030")),
            ("de", "Zwischen 2014 und 2016 sank kein Schiff.", None, Some("2014/2016")),
            ("de", "Seit 2014 sank kein Schiff.", None, None),
            ("de", "Das Schiff liegt hier.", Some("2031-05-03"), None),
            ("de", "Im März sank ein Schiff.", Some("2031-05-03"), Some("2031-03")),
            ("fr", "Le navire a coulé le 1er mai 2031.", None, Some("2031-05-01")),
            ("fr", "Le navire a coulé hier.", Some("2031-05-03"), Some("2031-05-02")),
            ("fr", "Le navire a coulé vendredi.", Some("2031-05-03"), Some("2031-05-02")),
            ("fr", "Le navire a coulé vendredi dernier.", Some("2031-05-03"), None),
            ("fr", "Le mois dernier, un navire a coulé.", Some("2031-01-15"), Some("2030-12")),
            ("fr", "Un navire a coulé l’an dernier.", Some("2031-05-03"), Some("2030")),
            ("fr", "De 2014 à 2016, aucun navire n’a coulé.", None, Some("2014/2016")),
            ("fr", "En mars, un navire a coulé.", Some("2031-05-03"), Some("2031-03")),
            ("en", "The Mars 2020 mission landed.", None, None),
        ] {
            let published = published.map(|p| p.parse().unwrap());
            let found = when(sentence, Some(tag), published).map(|d| d.to_string());
            assert_eq!(found.as_deref(), expected, "{sentence}");
        }
    }
}
