//! Times of day however they are written: 3.30 pm, 15:30, half past three, halb vier, 15 h 30, las tres y media. Refuses to
//! say which half of the day is meant where words do not.

use super::number::{name_number, small};
use super::token::{Kind, Token, tokens};
use crate::text::{Span, language};

/// A time of day in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clocked {
    /// Where it stands.
    pub span: Span,
    /// Minutes since midnight.
    pub minutes: u32,
    /// Whether it is told which half of the day it is of.
    pub known: bool,
}

impl Clocked {
    /// Whether two may be one time.
    pub const fn is(&self, other: &Self) -> bool {
        self.minutes == other.minutes
            || !(self.known && other.known) && self.minutes % HALF_DAY == other.minutes % HALF_DAY
    }
}

/// Minutes.
const HOUR: u32 = 60;
const HALF_DAY: u32 = 12 * HOUR;
/// Words behind an hour: "Uhr", "heures".
const HOURS: &[&str] = &["uhr", "h", "heure", "heures", "hora", "horas", "o'clock", "o’clock"];
const MORNING: &[&str] = &["am", "a.m", "morgens", "früh", "vormittags", "matin", "mañana", "madrugada", "morning"];
const EVENING: &[&str] = &[
    "pm",
    "p.m",
    "nachmittags",
    "abends",
    "afternoon",
    "evening",
    "soir",
    "midi",
    "tarde",
    "noche",
    "après-midi",
    "l'après-midi",
    "l’après-midi",
];
/// Words between an hour and its half of the day: "in the afternoon", "de la tarde".
const BETWEEN: &[&str] = &["in", "the", "am", "de", "du", "la", "l'après", "l’après", "-"];
/// So many words at most are between.
const APART: usize = 3;
/// Languages that count the hours of the whole day.
const BY_24: &[&str] = &["de", "fr", "es", "it", "pt", "nl"];

/// The times of day of a text in a language.
pub fn clocks(text: &str, tag: Option<&str>) -> Vec<Clocked> {
    let primary = language::stated(tag);
    let mut tokens = tokens(text, false);
    tokens.iter_mut().for_each(|token| name_number(token, &primary));
    let by_24 = BY_24.contains(&&*primary);
    let reader = Reader { tokens: &tokens, by_24 };
    let mut found: Vec<Clocked> = Vec::new();
    for clock in (0..tokens.len()).filter_map(|at| reader.clock(at)) {
        if found.last().is_none_or(|last| !last.span.overlaps(clock.span)) {
            found.push(clock);
        }
    }
    found
}

struct Reader<'t> {
    tokens: &'t [Token<'t>],
    by_24: bool,
}

impl Reader<'_> {
    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_one_of(words))
    }

    fn before(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, words))
    }

    fn whole(&self, at: usize, most: u32) -> Option<u32> {
        let token = self.tokens.get(at)?;
        let value = match token.kind {
            Kind::Number { value, decimals: 0 } => value,
            _ => small(&token.lower)?,
        };
        (value <= f64::from(most)).then_some(value as u32)
    }

    fn minutes(&self, at: usize) -> Option<u32> {
        self.tokens.get(at).filter(|token| token.text.len() == 2).and_then(|_| self.whole(at, HOUR - 1))
    }

    fn clock(&self, at: usize) -> Option<Clocked> {
        let found = |minutes: u32, known: bool, end: usize| {
            let (first, last) = (self.tokens.get(at)?.span, self.tokens.get(end.checked_sub(1)?)?.span);
            Some(Clocked { span: first.hull(last), minutes, known })
        };
        if self.is(at, &["noon", "midday", "mittag", "mediodía"]) {
            return found(HALF_DAY, true, at + 1);
        }
        if self.is(at, &["midnight", "mitternacht", "minuit", "medianoche"]) {
            return found(0, true, at + 1);
        }
        let parted = self.parted(at);
        let by_24 = self.by_24 && parted.is_none();
        let (minutes, told, end) = parted.or_else(|| self.plain(at))?;
        let (minutes, known) = self.half(minutes, end);
        let of_day = known || told && minutes > HALF_DAY || by_24 && minutes >= HOUR;
        (told || known).then(|| found(minutes, of_day, end)).flatten()
    }

    /// "Half past three", "halb vier", "Viertel vor vier".
    fn parted(&self, at: usize) -> Option<(u32, bool, usize)> {
        let (off, hour_at) = match &*self.tokens.get(at)?.lower {
            "halb" => (-30, at + 1),
            "dreiviertel" => (-15, at + 1),
            "half" if self.is(at + 1, &["past"]) => (30, at + 2),
            "quarter" | "viertel" if self.is(at + 1, &["past", "after", "nach"]) => (15, at + 2),
            "quarter" | "viertel" if self.is(at + 1, &["to", "before", "vor"]) => (-15, at + 2),
            _ => return None,
        };
        let hour = self.whole(hour_at, 12).filter(|hour| *hour > 0)?;
        Some(((hour * HOUR).checked_add_signed(off)?, true, hour_at + 1))
    }

    /// An hour, with minutes or not; whether something says that it is one.
    fn plain(&self, at: usize) -> Option<(u32, bool, usize)> {
        let token = self.tokens.get(at)?;
        if let Kind::Number { value, decimals: 2 } = token.kind {
            let (hour, minutes) = (value.trunc() as u32, (value.fract() * 100.0).round() as u32);
            let told = self.is(at + 1, HOURS) || self.is(at + 1, MORNING) || self.is(at + 1, EVENING);
            let end = at + 1 + usize::from(self.is(at + 1, HOURS));
            return (told && hour <= 24 && minutes < HOUR).then_some((hour * HOUR + minutes, true, end));
        }
        let hour = self.whole(at, 24)?;
        if self.is(at + 1, &[":"]) {
            let minutes = self.minutes(at + 2)?;
            return Some((hour * HOUR + minutes, true, at + 3 + usize::from(self.is(at + 3, HOURS))));
        }
        if self.is(at + 1, HOURS) {
            let minutes = self.minutes(at + 2);
            return Some((hour * HOUR + minutes.unwrap_or(0), true, at + 2 + usize::from(minutes.is_some())));
        }
        if self.before(at, &["las", "la"]) && self.is(at + 1, &["y"]) {
            let minutes = if self.is(at + 2, &["media"]) { 30 } else { 15 };
            return self.is(at + 2, &["media", "cuarto"]).then_some((hour * HOUR + minutes, true, at + 3));
        }
        Some((hour * HOUR, false, at + 1))
    }

    /// The minutes of the half of the day that words behind a time name, and whether any do.
    fn half(&self, minutes: u32, end: usize) -> (u32, bool) {
        for at in end..=end + APART {
            // "Am Morgen" begins with a preposition, and "5 am" does not go on.
            if self.is(at, EVENING) {
                return (minutes % HALF_DAY + HALF_DAY, true);
            }
            if self.is(at, MORNING) && !(self.by_24 && self.is(at, &["am"])) {
                return (minutes % HALF_DAY, true);
            }
            if !self.is(at, BETWEEN) {
                break;
            }
        }
        (minutes, false)
    }
}

#[cfg(test)]
mod tests {
    use super::clocks;

    #[test]
    fn a_time_of_day_is_one_however_it_is_written() {
        for (language, one, other, same) in [
            ("en", "It left at 15:30.", "It left at half past three.", true),
            ("en", "It left at 3:30 p.m.", "It left at 3.30 pm.", true),
            ("en", "It left at noon.", "It left at 12:00.", true),
            ("en", "It left at 3 p.m.", "It left at three in the afternoon.", true),
            ("en", "It left at 3 p.m.", "It left at 3 a.m.", false),
            ("en", "It left at a quarter to four.", "It left at 3:45 p.m.", true),
            ("de", "Sie fuhr um 15 Uhr ab.", "Sie fuhr um 15:00 Uhr ab.", true),
            ("de", "Sie fuhr um 15.30 Uhr ab.", "Sie fuhr um halb vier ab.", true),
            ("de", "Sie fuhr um 15.30 Uhr ab.", "Sie fuhr um 16.30 Uhr ab.", false),
            ("fr", "Il est parti à 15 heures.", "Il est parti à 15 h.", true),
            ("fr", "Il est parti à 15h30.", "Il est parti à 15 heures 30.", true),
            ("es", "Salió a las 15:00.", "Salió a las tres de la tarde.", true),
            ("es", "Salió a las 15:30.", "Salió a las tres y media de la tarde.", true),
            ("es", "Salió a las 15:00.", "Salió a las cuatro de la tarde.", false),
        ] {
            let (one, other) = (clocks(one, Some(language)), clocks(other, Some(language)));
            let ([one], [other]) = (one.as_slice(), other.as_slice()) else { panic!("{one:?} {other:?}") };
            assert_eq!(one.is(other), same, "{one:?} {other:?}");
        }
        assert!(clocks("It came on January 23 and took 20 minutes.", Some("en")).is_empty());
    }
}
