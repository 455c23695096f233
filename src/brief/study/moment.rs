//! Points in time, written as RFC 3339 in UTC to the second: `2026-11-21T10:00:00Z`. Reads no clock: whoever has one
//! hands the moment in. A clock may go back or leap; there are no negative intervals.

use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::article::Date;
use crate::article::edtf::days_in;

const DAY: i64 = 86_400;
/// 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z, in seconds from 1970.
const RANGE: (i64, i64) = (-62_135_596_800, 253_402_300_799);

/// A second of the years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// That many seconds after the beginning of 1970, or the nearest moment there is.
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds.clamp(RANGE.0, RANGE.1))
    }

    /// Seconds since the beginning of 1970.
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// What a clock shows.
    pub fn of(clock: SystemTime) -> Self {
        let seconds = |d: Duration| i64::try_from(d.as_secs()).unwrap_or(i64::MAX);
        match clock.duration_since(UNIX_EPOCH) {
            Ok(after) => Self::from_seconds(seconds(after)),
            Err(before) => Self::from_seconds(-seconds(before.duration())),
        }
    }

    /// The day it is of, in UTC.
    pub fn date(self) -> Option<Date> {
        let (year, month, day) = civil(self.0.div_euclid(DAY));
        Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok(), u8::try_from(day).ok())
    }

    /// The time from an earlier moment to this one; none when the clock went back between them.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_secs(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil(self.0.div_euclid(DAY));
        let second = self.0.rem_euclid(DAY);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

/// The year, month and day of the day that many days after 1970-01-01. Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms": years begin in March, so that the leap day is their last.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// The inverse of [`civil`].
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Why a text is not a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAMoment;

impl FromStr for Moment {
    type Err = NotAMoment;

    /// Reads RFC 3339: any offset, fractions of a second are dropped, a leap second is the next one.
    fn from_str(text: &str) -> Result<Self, NotAMoment> {
        parse(text).ok_or(NotAMoment)
    }
}

fn parse(text: &str) -> Option<Moment> {
    let (date, rest) = text.split_at_checked(10)?;
    let time = rest.strip_prefix(['T', 't', ' '])?;
    let (time, zone) = time.split_at_checked(8)?;
    let zone = match zone.strip_prefix('.') {
        Some(fraction) => {
            fraction.strip_prefix(|c: char| c.is_ascii_digit())?.trim_start_matches(|c: char| c.is_ascii_digit())
        }
        None => zone,
    };
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let [hour, minute, second] = numbers(time, ':', [2, 2, 2])?;
    let days = days_in(u16::try_from(year).ok()?, u8::try_from(month).ok()?);
    let exists = year >= 1 && (1..=i64::from(days)).contains(&day) && hour < 24 && minute < 60 && second <= 60;
    let at = days_from_civil(year, month, day) * DAY + hour * 3600 + minute * 60 + second;
    exists.then(|| offset(zone).map(|offset| Moment::from_seconds(at - offset))).flatten()
}

/// The seconds by which a zone is ahead of UTC.
fn offset(zone: &str) -> Option<i64> {
    if matches!(zone, "Z" | "z") {
        return Some(0);
    }
    let (sign, rest) = zone.strip_prefix('+').map(|rest| (1, rest)).or_else(|| Some((-1, zone.strip_prefix('-')?)))?;
    let [hours, minutes] = numbers(rest, ':', [2, 2])?;
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

/// Numbers of these widths, parted by `between`.
fn numbers<const N: usize>(text: &str, between: char, widths: [usize; N]) -> Option<[i64; N]> {
    let mut numbers = [0; N];
    let mut parts = text.split(between);
    for (number, width) in numbers.iter_mut().zip(widths) {
        let part = parts.next().filter(|p| p.len() == width && p.bytes().all(|b| b.is_ascii_digit()))?;
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(numbers)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use proptest::prelude::{any, proptest};

    use super::Moment;

    #[test]
    fn moments_are_read_and_written_as_rfc_3339() {
        for (text, canonical) in [
            ("1970-01-01T00:00:00Z", Some("1970-01-01T00:00:00Z")),
            ("2026-11-22T00:38:58Z", Some("2026-11-22T00:38:58Z")),
            ("2024-02-29t12:00:00.123z", Some("2024-02-29T12:00:00Z")),
            ("2026-01-01 00:30:00+01:00", Some("2025-12-31T23:30:00Z")),
            ("2016-12-31T23:59:60Z", Some("2017-01-01T00:00:00Z")),
            ("0001-01-01T00:00:00+23:59", Some("0001-01-01T00:00:00Z")),
            ("2025-02-29T00:00:00Z", None),
            ("2025-13-01T00:00:00Z", None),
            ("2025-01-01T24:00:00Z", None),
            ("2025-01-01T00:00:00", None),
            ("2025-01-01T00:00:00.Z", None),
            ("2025-01-01", None),
            ("yesterday, or so", None),
            ("ééééé", None),
        ] {
            let moment = text.parse::<Moment>().ok();
            assert_eq!(moment.map(|m| m.to_string()).as_deref(), canonical, "{text}");
            let day = moment.and_then(Moment::date).map(|day| day.to_string());
            assert_eq!(day.as_deref(), canonical.and_then(|text| text.get(..10)), "{text}");
        }
    }

    #[test]
    fn a_clock_may_show_anything() {
        let century = Duration::from_secs(36_525 * 86_400);
        for (clock, shown) in [
            (SystemTime::UNIX_EPOCH - century * 2, "1769-12-30T00:00:00Z"),
            (SystemTime::UNIX_EPOCH + century * 3, "2270-01-03T00:00:00Z"),
            (SystemTime::UNIX_EPOCH + century * 900, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(Moment::of(clock).to_string(), shown);
        }
    }

    #[test]
    fn there_are_no_negative_intervals() {
        let (early, late) = (Moment::from_seconds(i64::MIN), Moment::from_seconds(i64::MAX));
        assert_eq!(early.since(late), Duration::ZERO);
        assert!(late.since(early) > Duration::ZERO);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(seconds in any::<i64>()) {
            let moment = Moment::from_seconds(seconds % 400_000_000_000);
            assert_eq!(moment.to_string().parse(), Ok(moment));
        }
    }
}
