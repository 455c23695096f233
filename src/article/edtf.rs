//! Dates at the precision at which they are known, written as EDTF level 0 (ISO 8601-2): `2031`, `2031-05`,
//! `2031-05-03`, or an interval of two. Refuses times of day, and guesses nothing.

use std::fmt;
use std::str::FromStr;

/// A year, a month of a year, or a day, in the Gregorian calendar; years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A date of that precision; `None` when there is no such day.
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let (m, d) = (month.unwrap_or(0), day.unwrap_or(0));
        let year_ok = (1..=9999).contains(&year);
        let month_ok = month.is_none_or(|m| (1..=12).contains(&m));
        let day_ok = day.is_none_or(|d| month.is_some() && (1..=days_in(year, m)).contains(&d));
        (year_ok && month_ok && day_ok).then_some(Self { year, month: m, day: d })
    }

    /// The year, 1 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// The day of the month, from 1, where it is known.
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// As a reader writes it: `3 May 2031`, `May 2031`, `2031`.
    pub fn long(self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let month = self.month().and_then(|m| MONTHS.get(usize::from(m) - 1));
        match (month, self.day()) {
            (Some(month), Some(day)) => format!("{day} {month} {}", self.year),
            (Some(month), None) => format!("{month} {}", self.year),
            (None, _) => self.year.to_string(),
        }
    }
}

/// Days in a month, 28 to 31; 0 for a month that is none.
pub fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month() {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day() {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// What is not a date, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADate(pub String);

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "'{}' is not a date; write 2031, 2031-05, 2031-05-03 or two of them with '/' between", self.0)
    }
}

impl std::error::Error for NotADate {}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(s: &str) -> Result<Self, NotADate> {
        let number = |part: &str, digits: usize| -> Option<u16> {
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok()).flatten()
        };
        let small = |part: &str| number(part, 2).and_then(|n| u8::try_from(n).ok());
        let mut parts = s.split('-');
        let date = (|| {
            let year = number(parts.next()?, 4)?;
            let month = parts.next().map(|p| small(p).ok_or(())).transpose().ok()?;
            let day = parts.next().map(|p| small(p).ok_or(())).transpose().ok()?;
            if parts.next().is_some() {
                return None;
            }
            Date::new(year, month, day)
        })();
        date.ok_or_else(|| NotADate(s.to_owned()))
    }
}

/// A date or an interval of two, its first not after its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edtf {
    /// A year, month or day.
    Date(Date),
    /// From the first to the second, both included.
    Interval(Date, Date),
}

impl Edtf {
    /// The date, or the first of an interval.
    pub const fn first(self) -> Date {
        match self {
            Self::Date(d) | Self::Interval(d, _) => d,
        }
    }

    /// The date, or the last of an interval.
    pub const fn last(self) -> Date {
        match self {
            Self::Date(d) | Self::Interval(_, d) => d,
        }
    }

    /// Whether no day is in both.
    pub fn is_apart_from(self, other: Self) -> bool {
        let begins = |date: Date| (date.year, date.month.max(1), date.day.max(1));
        let part = |part: u8, most: u8| if part == 0 { most } else { part };
        let ends = |date: Date| (date.year, part(date.month, 12), part(date.day, 31));
        ends(self.last()) < begins(other.first()) || ends(other.last()) < begins(self.first())
    }

    /// As a reader writes it: `3 May 2031`, `May 2031 – June 2031`.
    pub fn long(self) -> String {
        match self {
            Self::Date(d) => d.long(),
            Self::Interval(a, b) => format!("{} – {}", a.long(), b.long()),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(d) => d.fmt(f),
            Self::Interval(a, b) => write!(f, "{a}/{b}"),
        }
    }
}

impl FromStr for Edtf {
    type Err = NotADate;

    fn from_str(s: &str) -> Result<Self, NotADate> {
        match s.split_once('/') {
            None => s.parse().map(Self::Date).map_err(|_| NotADate(s.to_owned())),
            Some((a, b)) => match (a.parse::<Date>(), b.parse::<Date>()) {
                (Ok(a), Ok(b)) if a <= b => Ok(Self::Interval(a, b)),
                _ => Err(NotADate(s.to_owned())),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Edtf;

    #[test]
    fn dates_are_read_and_written_at_their_precision() {
        for s in ["2031", "2031-05", "2031-05-03", "2014-06/2014-07-04", "2032-02-29"] {
            assert_eq!(s.parse::<Edtf>().unwrap().to_string(), s);
        }
        for s in [
            "",
            "31",
            "2031-13",
            "2031-02-29",
            "2031-5-3",
            "2031-05-03T10:00",
            "2031/2030",
            "0000",
            "+203",
            "2031-05-03/..",
        ] {
            assert!(s.parse::<Edtf>().is_err(), "{s}");
        }
        assert_eq!("2031-05-03".parse::<Edtf>().unwrap().long(), "3 May 2031");
    }

    #[test]
    fn two_dates_are_apart_when_no_day_is_in_both() {
        let apart = |a: &str, b: &str| a.parse::<Edtf>().unwrap().is_apart_from(b.parse().unwrap());
        for (a, b, expected) in [
            ("2014", "2018", true),
            ("2014", "2014-06", false),
            ("2014-06", "2014-07-04", true),
            ("2014-06/2014-08", "2014-07-04", false),
            ("2014-06-10", "2014-06-11", true),
        ] {
            assert_eq!((apart(a, b), apart(b, a)), (expected, expected), "{a} {b}");
        }
    }
}
