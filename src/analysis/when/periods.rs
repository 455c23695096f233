//! Stretches of time that words name: quarters, halves, decades, and seasons, of which only the year is certain. Refuses a
//! winter of one year, which lies in two, and a decade that names no century.

use super::naming::year;
use super::{Dating, Found};
use crate::article::Date;

/// The first to the fourth, in English and German; in figures too: '1st', '1.'.
const NUMBERS: [[&str; 4]; 4] = [
    ["first", "ersten", "1st", "1"],
    ["second", "zweiten", "2nd", "2"],
    ["third", "dritten", "3rd", "3"],
    ["fourth", "vierten", "4th", "4"],
];

/// 'Q1' to 'Q4'.
const SHORT: [&str; 4] = ["q1", "q2", "q3", "q4"];

/// Seasons that lie in one year north of the equator and, but for the last two, south of it.
const SEASONS: &[&str] = &[
    "spring",
    "autumn",
    "summer",
    "fall",
    "frühjahr",
    "frühling",
    "herbst",
    "sommer",
    "printemps",
    "automne",
    "été",
    "primavera",
    "otoño",
    "verano",
    "autunno",
    "estate",
    "outono",
    "verão",
];

impl Dating<'_> {
    /// The period that begins at a word.
    pub(super) fn period_at(&self, at: usize) -> Option<Found> {
        self.quarter(at).or_else(|| self.decade(at)).or_else(|| self.season(at))
    }

    /// 'In the first quarter of 2019', 'Q3 2019', 'im zweiten Halbjahr 2014': from its first month to its last. Without a
    /// year it is this one's, where it has begun by the day of publication.
    fn quarter(&self, at: usize) -> Option<Found> {
        let short = SHORT.iter().position(|short| *short == self.word(at));
        let number = short.or_else(|| NUMBERS.iter().position(|names| names.contains(&self.word(at))))?;
        let months = match (short, self.word(at + 1)) {
            (Some(_), _) | (None, "quarter" | "quartal" | "vierteljahr" | "jahresviertel") => 3,
            (None, "half" | "halbjahr") if number < 2 => 6,
            _ => return None,
        };
        let behind = at + if short.is_some() { 1 } else { 2 };
        let of = usize::from(matches!(self.word(behind), "of" | "fiscal"));
        let named = year(self.word(behind + of));
        // 'In the second half', 'the last quarter of the match': of no year at all.
        let german = self.tag == Some("de") && self.before(at) == "im";
        if named.is_none() && !german || self.word(behind) == "fiscal" {
            return None;
        }
        let first = u8::try_from(number * months + 1).ok()?;
        let last = u8::try_from(number * months + months).ok()?;
        let year = named.or_else(|| self.published.and_then(|day| (first <= day.month()?).then_some(day.year())));
        let day = |month: u8| year.and_then(|year| Date::new(year, Some(month), None));
        let end = behind + if named.is_some() { of + 1 } else { 0 };
        Some(Found { at, end, date: day(first), open: self.ends_at(at), weekday: false, until: day(last) })
    }

    /// 'In the 1990s', 'in den 1990er Jahren'.
    fn decade(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let english = word.strip_suffix("'s").or_else(|| word.strip_suffix('s'));
        let german =
            || word.strip_suffix("er").filter(|_| self.tag == Some("de") && self.word(at + 1).starts_with("jahre"));
        let first = year(english.or_else(german)?).filter(|year| year % 10 == 0)?;
        let end = at + if word.ends_with('r') { 2 } else { 1 };
        let part = matches!(self.before(at), "early" | "late" | "mid" | "frühen" | "späten");
        // 'A 1980s show', '1990s-style', 'the colours of the 1950s' date nothing that is told.
        let led = at.checked_sub(2).map_or("", |at| self.word(at));
        let told = matches!(self.before(at), "the" | "den") && matches!(led, "in" | "during" | "since" | "until");
        if !part && !told || self.wording.gap(end).starts_with('-') {
            return None;
        }
        let day = |year: u16| Date::new(year, None, None);
        // 'The early 1990s' is a part of which nobody knows the bounds; '1900s' may be a century.
        let known = !part && first % 100 != 0;
        let date = day(first).filter(|_| known);
        let until = day(first + 9).filter(|_| known);
        Some(Found { at, end, date, open: self.ends_at(at), weekday: false, until })
    }

    /// 'In spring 2019', 'in the summer of 2019', 'im Herbst 2019', 'en el verano de 2019'.
    fn season(&self, at: usize) -> Option<Found> {
        let season = SEASONS.contains(&self.word(at));
        let of = usize::from(matches!(self.word(at + 1), "of" | "de" | "del" | "des" | "dell"));
        let named = year(self.word(at + 1 + of)).filter(|_| season)?;
        let end = at + 2 + of;
        // 'The summer of 2019-20'
        let one = !matches!(self.wording.gap(end), "-" | "–" | "/");
        let date = Date::new(named, None, None).filter(|_| one);
        Some(Found { at, end, date, open: self.ends_at(at), weekday: false, until: None })
    }

    /// Whether it begins or ends what is said: 'since the summer of 2019', 'until the 1990s'.
    fn ends_at(&self, at: usize) -> bool {
        let back = |by: usize| at.checked_sub(by).map_or("", |at| self.word(at));
        let article = matches!(back(1), "the" | "dem" | "den" | "der" | "l" | "le" | "el" | "la" | "early" | "late");
        let second = matches!(back(1), "early" | "late") && back(2) == "the";
        let bound = back(if second { 3 } else { 1 + usize::from(article) });
        let through = matches!(bound, "of" | "from" | "von" | "de" | "du");
        super::OPEN_ENDED.contains(bound) && !through || matches!(bound, "end" | "ende")
    }
}
