//! Months and weekdays by their names, and reckoning with days. Refuses to read a sentence: that is for `when`.

use std::sync::LazyLock;

use crate::article::Date;
use crate::article::edtf::days_in;
use crate::text::lookup::Map;

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

/// Weekdays in lower case, in English, German, French, Spanish and Italian.
const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "montag", "lundi", "lunes", "lunedì"],
    &["tuesday", "dienstag", "mardi", "martes", "martedì"],
    &["wednesday", "mittwoch", "mercredi", "miércoles", "mercoledì"],
    &["thursday", "donnerstag", "jeudi", "jueves", "giovedì"],
    &["friday", "freitag", "vendredi", "viernes", "venerdì"],
    &["saturday", "samstag", "sonnabend", "samedi", "sábado", "sabato"],
    &["sunday", "sonntag", "dimanche", "domingo", "domenica"],
];

/// Months from 1 and weekdays from 0, by their names.
struct Calendar {
    months: Map<&'static str, u8>,
    weekdays: Map<&'static str, usize>,
}

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| {
    let months = (1..).zip(MONTHS).flat_map(|(number, names)| names.iter().map(move |name| (*name, number)));
    let weekdays = (0..).zip(WEEKDAYS).flat_map(|(number, names)| names.iter().map(move |name| (*name, number)));
    Calendar { months: months.collect(), weekdays: weekdays.collect() }
});

/// What German hangs on a weekday.
const TIMES_OF_DAY: &[&str] = &["abend", "morgen", "nacht", "nachmittag", "vormittag", "mittag", "früh"];

/// The number of a weekday from 0 for Monday; also of one with the time of day: 'Freitagabend'.
pub fn weekday(word: &str) -> Option<usize> {
    let day = TIMES_OF_DAY
        .iter()
        .find_map(|time| word.strip_suffix(time))
        .filter(|day| day.ends_with("tag") || *day == "mittwoch");
    let day = day.unwrap_or(word);
    CALENDAR.weekdays.get(day).copied()
}

/// The number of a month, from 1, by its name, also a short one.
pub fn month(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    CALENDAR.months.get(word).copied()
}

/// The day so many days after one, or before it; none for a date that is not known to the day.
pub fn shifted(date: Date, days: i32) -> Option<Date> {
    let (mut year, mut month, mut day) = (date.year(), date.month()?, i32::from(date.day()?) + days);
    while day < 1 {
        (year, month) = if month > 1 { (year, month - 1) } else { (year.checked_sub(1)?, 12) };
        day += i32::from(days_in(year, month));
    }
    while day > i32::from(days_in(year, month)) {
        day -= i32::from(days_in(year, month));
        (year, month) = if month < 12 { (year, month + 1) } else { (year + 1, 1) };
    }
    Date::new(year, Some(month), u8::try_from(day).ok())
}

/// The day of the week, from 0 for Monday (Sakamoto's method); none for a date that is not known to the day.
pub fn weekday_of(date: Date) -> Option<u32> {
    const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let (month, day) = (u32::from(date.month()?), u32::from(date.day()?));
    let year = u32::from(date.year()) - u32::from(month < 3);
    let shift = SHIFT.get(month as usize - 1)?;
    Some((year + year / 4 - year / 100 + year / 400 + shift + day + 6) % 7)
}

#[cfg(test)]
mod tests {
    use super::{shifted, weekday, weekday_of};
    use crate::article::Date;

    #[test]
    fn days_are_reckoned_over_the_ends_of_months_and_years() {
        for (day, days, expected) in [
            ((2032, 3, 1), -1, (2032, 2, 29)),
            ((2031, 1, 1), -1, (2030, 12, 31)),
            ((2031, 12, 30), 6, (2032, 1, 5)),
            ((2031, 5, 3), 0, (2031, 5, 3)),
        ] {
            let date = |(y, m, d)| Date::new(y, Some(m), Some(d)).unwrap();
            assert_eq!(shifted(date(day), days), Some(date(expected)));
        }
        assert_eq!(weekday_of(Date::new(2031, Some(5), Some(3)).unwrap()), Some(5));
        assert_eq!(weekday("freitagabend"), Some(4));
        assert_eq!(weekday("mittwochnachmittag"), Some(2));
    }
}
