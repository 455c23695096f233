//! Months and weekdays by their names, and reckoning with days. Refuses to read a sentence: that is for `when`.

use std::sync::LazyLock;

use crate::article::Date;
use crate::article::edtf::days_in;
use crate::text::lookup::Map;

/// Months and weekdays of a language, in order and in lower case: of each its full name first, then the others it has.
struct Names {
    language: &'static str,
    months: &'static str,
    weekdays: &'static str,
}

/// In each language a comma stands between two months or days. Portuguese days are numbers without '-feira'.
const LANGUAGES: [Names; 7] = [
    Names {
        language: "en",
        months: "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, \
                 september sept sep, october oct, november nov, december dec",
        weekdays: "monday, tuesday, wednesday, thursday, friday, saturday, sunday",
    },
    Names {
        language: "de",
        months: "januar jänner, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember",
        weekdays: "montag, dienstag, mittwoch, donnerstag, freitag, samstag sonnabend, sonntag",
    },
    Names {
        language: "fr",
        months: "janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre",
        weekdays: "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche",
    },
    Names {
        language: "es",
        months: "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre",
        weekdays: "lunes, martes, miércoles, jueves, viernes, sábado, domingo",
    },
    Names {
        language: "it",
        months: "gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre",
        weekdays: "lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica",
    },
    Names {
        language: "pt",
        months: "janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro",
        weekdays: "segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira, sábado, domingo",
    },
    Names {
        language: "nl",
        months: "januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december",
        weekdays: "maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag",
    },
];

/// Months of languages whose weekdays are not known here, as they stand in dates; none of them a word or a short form of English.
const MORE_MONTHS: [&str; 6] = [
    "января, февраля, марта, апреля, мая, июня, июля, августа, сентября, октября, ноября, декабря",
    "січня, лютого, березня, квітня, травня, червня, липня, серпня, вересня, жовтня, листопада, грудня",
    "stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada, grudnia",
    "ledna, února, března, dubna, května, června, července, srpna, září, října, listopadu, prosince",
    "januari, februari, mars, april, mai, juni, juli, augusti, september, oktober, november, december",
    "januar, februar, marts, april, mai, juni, juli, august, september, oktober, november, desember",
];

impl Names {
    /// The names of each month with its number from 1, of each weekday with its number from 0.
    fn numbered(list: &'static str, first: u8) -> impl Iterator<Item = (u8, &'static str)> {
        (first..).zip(list.split(", ")).flat_map(|(number, names)| names.split(' ').map(move |name| (number, name)))
    }
}

/// Months from 1 and weekdays from 0, by their names.
struct Calendar {
    months: Map<&'static str, u8>,
    weekdays: Map<String, u8>,
}

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| {
    let mut calendar = Calendar { months: Map::default(), weekdays: Map::default() };
    for names in &LANGUAGES {
        calendar.months.extend(Names::numbered(names.months, 1).map(|(number, name)| (name, number)));
        for (number, name) in Names::numbered(names.weekdays, 0) {
            calendar.weekdays.insert(name.to_owned(), number);
            if names.language == "de" {
                calendar.weekdays.extend(TIMES_OF_DAY.iter().map(|time| (format!("{name}{time}"), number)));
            }
        }
    }
    for months in MORE_MONTHS {
        calendar.months.extend(Names::numbered(months, 1).map(|(number, name)| (name, number)));
    }
    calendar
});

/// What German hangs on a weekday.
const TIMES_OF_DAY: &[&str] = &["abend", "morgen", "nacht", "nachmittag", "vormittag", "mittag", "früh"];

/// The names of all months and weekdays, in lower case.
pub fn names() -> impl Iterator<Item = &'static str> {
    CALENDAR.months.keys().copied().chain(CALENDAR.weekdays.keys().map(String::as_str))
}

/// The number of a weekday from 0 for Monday, by its name in lower case; also of one with the time of day: 'freitagabend'.
pub fn weekday(word: &str) -> Option<u8> {
    CALENDAR.weekdays.get(word).copied()
}

/// The number of a month, from 1, by its name in lower case, also a short one.
pub fn month(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    CALENDAR.months.get(word).copied()
}

/// The full names of the months and weekdays of English, in lower case.
pub fn english() -> impl Iterator<Item = &'static str> {
    let full = |list: &'static str| list.split(", ").filter_map(|names| names.split(' ').next());
    LANGUAGES.iter().take(1).flat_map(move |names| full(names.months).chain(full(names.weekdays)))
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
    use super::{LANGUAGES, MORE_MONTHS, Names, month, shifted, weekday, weekday_of};
    use crate::article::Date;

    #[test]
    fn every_language_has_twelve_months_and_seven_days() {
        for names in &LANGUAGES {
            let (months, days) = (names.months.split(", ").count(), names.weekdays.split(", ").count());
            assert_eq!((months, days), (12, 7), "{}", names.language);
            for (number, name) in Names::numbered(names.months, 1) {
                assert_eq!(month(name), Some(number), "{name}: another month in another language");
            }
            for (number, name) in Names::numbered(names.weekdays, 0) {
                assert_eq!(weekday(name), Some(number), "{name}: another day in another language");
            }
        }
        for months in MORE_MONTHS {
            assert_eq!(months.split(", ").count(), 12, "{months}");
            for (number, name) in Names::numbered(months, 1) {
                assert_eq!(month(name), Some(number), "{name}: another month in another language");
            }
        }
        for (word, number) in [
            ("freitagabend", Some(4)),
            ("mittwochmorgen", Some(2)),
            ("vrijdag", Some(4)),
            ("segunda", None),
            ("", None),
        ] {
            assert_eq!(weekday(word), number, "{word}");
        }
        assert_eq!(
            (month("sept."), month("jänner"), month("maart"), month("segunda")),
            (Some(9), Some(1), Some(3), None)
        );
    }

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
    }
}
