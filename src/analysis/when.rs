//! The date that a sentence gives for what it says, resolved against the day of publication. Refuses to guess: a sentence
//! that names several dates, or one whose year cannot be known, has none.

use crate::article::edtf::days_in;
use crate::article::{Date, Edtf};
use crate::text::segment;

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

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The date or interval that a sentence gives for what it says. `published` is the article's date, without which a date
/// that does not name its year is not resolved.
pub fn when(sentence: &str, published: Option<Edtf>) -> Option<Edtf> {
    let words: Vec<String> = segment::words(sentence).map(|(_, word)| word.to_lowercase()).collect();
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

struct Found {
    date: Option<Date>,
    end: usize,
}

/// The one date that was found, or the interval of two that are joined as one.
fn single(words: &[String], found: &[(usize, Found)]) -> Option<Edtf> {
    match found {
        [(at, one)] => {
            let open = at.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| OPEN_ENDED.contains(&w.as_str()));
            one.date.filter(|_| !open).map(Edtf::Date)
        }
        [(at, first), (second_at, second)] => {
            let opening = at.checked_sub(1).and_then(|i| words.get(i)).map(String::as_str);
            let joint = words.get(first.end..*second_at)?;
            let joined = match joint {
                [joint] => match opening {
                    Some("between") => joint == "and",
                    Some("from") => matches!(joint.as_str(), "to" | "until" | "through"),
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
const OPEN_ENDED: &[&str] =
    &["since", "until", "till", "before", "after", "by", "from", "than", "of", "the", "seit", "depuis", "desde"];

/// The date that begins at a word: what it is, where it can be known, and how many words it takes.
fn date_at(words: &[String], at: usize, published: Option<Date>) -> Option<(Option<Date>, usize)> {
    let word = |i: usize| words.get(at + i).map(String::as_str).unwrap_or("");
    if let Some(date) = iso(words, at) {
        return Some(date);
    }
    // 'August 8, 2014', 'Aug. 8', 'August 2014'
    if let Some(month) = month(word(0)) {
        return match (day(word(1)), year(word(1)), year(word(2))) {
            (Some(day), _, Some(year)) => Some((Date::new(year, Some(month), Some(day)), 3)),
            (_, Some(year), _) => Some((Date::new(year, Some(month), None), 2)),
            (Some(day), None, None) => Some((near(published, month, Some(day)), 2)),
            // 'may' and 'march' are words too; a month alone needs 'in' or 'last' before it.
            _ => {
                let before = at.checked_sub(1).and_then(|i| words.get(i)).map(String::as_str);
                matches!(before, Some("in" | "last" | "im")).then(|| (near(published, month, None), 1))
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
        let before = at.checked_sub(1).and_then(|i| words.get(i)).map(String::as_str).unwrap_or("");
        let stands_for_a_year = IN_YEAR.contains(&before);
        return stands_for_a_year.then(|| (Date::new(year, None, None), 1));
    }
    let named = at.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| matches!(w.as_str(), "last" | "next"));
    if named && WEEKDAYS.contains(&word(0)) {
        // 'Last Friday' is this week's to some and the week before's to others.
        return Some((None, 1));
    }
    relative(word(0), word(1), published)
}

/// Words before a bare year by which it is one.
const IN_YEAR: &[&str] = &[
    "in", "of", "since", "until", "from", "to", "by", "before", "after", "between", "and", "early", "late", "mid",
    "during", "through", "en", "im", "seit", "nel", "em", "desde", "depuis", "jahr", "année", "año",
];

fn iso(words: &[String], at: usize) -> Option<(Option<Date>, usize)> {
    let (year_word, month_word, day_word) = (words.get(at)?, words.get(at + 1)?, words.get(at + 2)?);
    let two = |w: &str| (w.len() == 2).then(|| w.parse::<u8>().ok()).flatten();
    let date = Date::new(year(year_word)?, Some(two(month_word)?), Some(two(day_word)?))?;
    Some((Some(date), 3))
}

/// 'yesterday', 'on Friday', 'last month'.
fn relative(word: &str, next: &str, published: Option<Date>) -> Option<(Option<Date>, usize)> {
    let day = |back: u32| published.and_then(|p| days_before(p, back));
    if let Some(weekday) = WEEKDAYS.iter().position(|name| *name == word) {
        let back = published.and_then(weekday_of).map(|today| (today + 7 - weekday as u32) % 7);
        return Some((back.and_then(day), 1));
    }
    let year = published.map(Date::year);
    let month = published.and_then(|p| p.month().map(|m| (p.year(), m)));
    match (word, next) {
        ("yesterday", _) => Some((day(1), 1)),
        ("this", "year") => Some((year.and_then(|y| Date::new(y, None, None)), 2)),
        ("last", "year") => Some((year.and_then(|y| Date::new(y.checked_sub(1)?, None, None)), 2)),
        ("next", "year") => Some((year.and_then(|y| Date::new(y + 1, None, None)), 2)),
        ("this", "month") => Some((month.and_then(|(y, m)| Date::new(y, Some(m), None)), 2)),
        ("last", "month") => {
            let (y, m) = match month? {
                (y, 1) => (y.checked_sub(1)?, 12),
                (y, m) => (y, m - 1),
            };
            Some((Date::new(y, Some(m), None), 2))
        }
        _ => None,
    }
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
    MONTHS.iter().position(|names| names.contains(&word)).and_then(|at| u8::try_from(at + 1).ok())
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
            assert_eq!(when(sentence, published).map(|d| d.to_string()).as_deref(), expected, "{sentence}");
        }
    }
}
