//! The dates that words name: days, months, years, weeks and weekdays, resolved against the day of publication. Refuses to
//! say whether a sentence is dated by them.

use std::sync::LazyLock;

use super::{Dating, Found, abroad};
use crate::analysis::calendar::{month, shifted, weekday, weekday_of};
use crate::analysis::lexicon::{Words, table};
use crate::analysis::tense::{Tense, tense_at};
use crate::article::Date;

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

impl Dating<'_> {
    /// 'This week', 'last week', 'next week': from Monday to Sunday.
    pub(super) fn week_at(&self, at: usize) -> Option<Found> {
        let days = match (self.word(at), self.word(at + 1)) {
            ("this", "week") => 0,
            ("last", "week") => -7,
            ("next", "week") => 7,
            _ => return None,
        };
        let monday = self.published.and_then(|day| shifted(day, days - i32::try_from(weekday_of(day)?).ok()?));
        let until = monday.and_then(|day| shifted(day, 6));
        let open = self.is_open(at);
        Some(Found { at, end: at + 2, date: monday, open, weekday: false, until })
    }

    /// The date that begins at a word: what it is, where it can be known, and how many words it takes.
    pub(super) fn date_at(&self, at: usize) -> Option<(Option<Date>, usize)> {
        let word = |i: usize| self.word(at + i);
        let before = self.before(at);
        if let Some(date) = iso(&self.words, at) {
            return Some(date);
        }
        if let Some(date) = dotted(word(0)) {
            return Some((Some(date), 1));
        }
        // 'August 8, 2014', 'Aug. 8', 'August 2014', 'August of 2014'
        if let Some(month) = month(word(0)) {
            // 'Im Juni 12': the year.
            let next = if self.tag == Some("de") { None } else { day(word(1)) };
            return match (next, year(word(1)), year(word(2))) {
                (Some(day), _, Some(year)) => Some((Date::new(year, Some(month), Some(day)), 3)),
                (_, Some(year), _) => Some((Date::new(year, Some(month), None), 2)),
                (Some(day), None, None) => Some((self.near(at, month, Some(day)), 2)),
                (None, None, Some(year)) if word(1) == "of" => Some((Date::new(year, Some(month), None), 3)),
                // 'may' and 'march' are words too; a month alone needs 'in' or 'last' before it.
                _ => self.is_month(at).then(|| (self.near(at, month, None), 1)),
            };
        }
        // 'W maju 2014 roku', 'в мае'
        if let Some(month) = abroad::month_behind(self.tag, before, word(0)) {
            return match year(word(1)) {
                Some(year) => Some((Date::new(year, Some(month), None), 2)),
                None => Some((self.near(at, month, None), 1)),
            };
        }
        // '8 August 2014', '8 August', '8 de agosto de 2014'
        if let Some(number) = day(word(0)) {
            let de = usize::from(word(1) == "de" || word(1) == "of");
            if let Some(month) = month(word(1 + de)) {
                let de_again = usize::from(word(2 + de) == "de");
                return match year(word(2 + de + de_again)) {
                    Some(year) => Some((Date::new(year, Some(month), Some(number)), 3 + de + de_again)),
                    None => Some((self.near(at, month, Some(number)), 2 + de)),
                };
            }
        }
        if let Some(year) = year(word(0)) {
            if self.is_one_of_years(at) {
                return Some((None, 1));
            }
            // 'Ines Hale and 2011 Champion Tom Maddock'
            if before == "and" && self.wording.is_capital(at + 1) && !self.wording.parted(at + 1) {
                return None;
            }
            let earlier = at.checked_sub(2).map_or("", |i| self.word(i));
            // 'В 1993-2015 годах'
            if abroad::is_before_year(self.tag, earlier, before) && super::naming::year(word(1)).is_some() {
                return Some((None, 2));
            }
            let told = IN_YEAR.contains(before)
                || self.is_german_year(at)
                || abroad::is_before_year(self.tag, earlier, before);
            return told.then(|| (Date::new(year, None, None), 1));
        }
        self.spoken_day(at)
            .or_else(|| self.spoken_year(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.relative(at))
    }

    /// 'Wurde 2014 gebaut', 'sank 2014 im Nebel': German years need no 'in' behind a verb in the past.
    fn is_german_year(&self, at: usize) -> bool {
        let verb = matches!(
            self.before(at),
            "wurde"
                | "wurden"
                | "war"
                | "waren"
                | "hat"
                | "haben"
                | "hatte"
                | "hatten"
                | "kam"
                | "sank"
                | "starb"
                | "begann"
                | "gewann"
                | "erschien"
                | "entstand"
                | "ging"
                | "trat"
                | "übernahm"
                | "verlor"
                | "verließ"
                | "bekam"
                | "schrieb"
        ) || ["te", "ten"].iter().any(|end| self.before(at).ends_with(end));
        let small = at > 0 && !self.wording.is_capital(at - 1) && !self.wording.is_capital(at + 1);
        self.tag == Some("de") && verb && small && !self.wording.parted(at)
    }

    /// 'The cups of 2013, 2015, and 2016': the last of several, of which the others are not told from other numbers.
    fn is_one_of_years(&self, at: usize) -> bool {
        let (joint, earlier) = (self.before(at), at.checked_sub(2).map_or("", |i| self.word(i)));
        let led = at.checked_sub(3).map_or("", |i| self.word(i));
        matches!(joint, "and" | "or" | "und" | "oder") && year(earlier).is_some() && !IN_YEAR.contains(led)
    }

    /// 'Last month', 'next year'; not where 'ago' counts from another day.
    fn relative(&self, at: usize) -> Option<(Option<Date>, usize)> {
        let (date, length) = relative(self.word(at), self.word(at + 1), self.published)?;
        Some((date.filter(|_| !self.words.contains(&"ago")), length))
    }

    /// Whether a month that stands without a day or year is one, and one certain one: 'in May', 'sank in early May', not
    /// 'always opens in mid-May'.
    fn is_month(&self, at: usize) -> bool {
        let earlier = at.checked_sub(2).map_or("", |i| self.word(i));
        if abroad::is_before_month(self.tag, earlier, self.before(at)) {
            return true;
        }
        match self.before(at) {
            "in" | "last" | "im" | "en" => true,
            "early" | "late" | "mid" | "anfang" | "ende" | "mitte" | "début" | "fin" => {
                matches!(tense_at(self.wording, at), Some(Tense::Past | Tense::Ahead))
            }
            _ => false,
        }
    }

    /// 'Today', 'last night', 'gestern', 'demain'; none inside a quotation, whose day is not known.
    fn spoken_day(&self, at: usize) -> Option<(Option<Date>, usize)> {
        let (word, next) = (self.word(at), self.word(at + 1));
        let part_of_day = matches!(next, "morning" | "afternoon" | "evening");
        let (days, length) = match (self.tag.unwrap_or("en"), word) {
            ("en", "last") if next == "night" => (-1, 2),
            ("en", "yesterday")
            | ("de", "gestern")
            | ("fr", "hier")
            | ("es", "ayer" | "anoche")
            | ("it", "ieri")
            | ("pt", "ontem") => (-1, 1),
            ("de", "vorgestern") | ("es", "anteayer") => (-2, 1),
            ("en", "this") if part_of_day => (0, 2),
            ("fr", "ce") if matches!(next, "matin" | "soir") => (0, 2),
            ("es", "esta") if matches!(next, "mañana" | "tarde" | "noche") => (0, 2),
            ("en", "tonight") | ("it", "stamattina" | "stasera") => (0, 1),
            ("en", "today")
            | ("de", "heute")
            | ("fr", "aujourd'hui")
            | ("es", "hoy")
            | ("it", "oggi")
            | ("pt", "hoje") => self.is_this_day(at).then_some((0, 1))?,
            ("en", "tomorrow") | ("fr", "demain") | ("it", "domani") | ("pt", "amanhã") => (1, 1),
            ("es", "mañana") if !matches!(self.before(at), "la" | "de" | "cada" | "pasado") => (1, 1),
            ("de", "morgen") if self.is_tomorrow(at) => (1, 1),
            _ => match abroad::spoken_day(self.tag, self.before(at), word)? {
                0 => abroad::is_past(self.tag, &self.words).then_some((0, 1))?,
                days => (days, 1),
            },
        };
        let length = length + usize::from(word == "yesterday" && part_of_day);
        let name = at > 0 && self.wording.is_capital(at);
        let quoted = self.wording.quotation(at).is_some();
        (!quoted && !name).then(|| (self.published.and_then(|day| shifted(day, days)), length))
    }

    /// 'Vor drei Tagen', 'vor drei Monaten': not of years, which are seldom meant to the year.
    fn ago(&self, at: usize) -> Option<(Option<Date>, usize)> {
        const NUMBERS: [&str; 12] =
            ["einem", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
        if self.tag.is_none_or(|tag| tag == "en") {
            return self.ago_in_english(at);
        }
        if self.tag != Some("de") || self.word(at) != "vor" {
            return None;
        }
        let number = self.word(at + 1);
        let count = NUMBERS.iter().position(|word| *word == number).map(|at| at + 1).or_else(|| number.parse().ok());
        let count = count.and_then(|count| i32::try_from(count).ok()).filter(|count| (1..=31).contains(count))?;
        let date = match self.word(at + 2) {
            "tag" | "tagen" => self.published.and_then(|day| shifted(day, -count)),
            "monat" | "monaten" => self.published.and_then(|day| months_before(day, count)),
            _ => return None,
        };
        Some((date, 3))
    }

    /// 'Three days ago', '18 months ago'; not 'about three days ago', and not inside a quotation, whose day is not known.
    fn ago_in_english(&self, at: usize) -> Option<(Option<Date>, usize)> {
        const NUMBERS: [&str; 12] =
            ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        const ABOUT: &[&str] = &[
            "about", "around", "some", "than", "almost", "nearly", "over", "least", "until", "roughly", "to", "or",
            "and",
        ];
        if self.word(at + 2) != "ago" || ABOUT.contains(&self.before(at)) || self.wording.quotation(at).is_some() {
            return None;
        }
        let number = self.word(at);
        let count = NUMBERS.iter().position(|word| *word == number).map(|at| at + 1).or_else(|| number.parse().ok());
        let count = count.and_then(|count| i32::try_from(count).ok()).filter(|count| (1..=31).contains(count))?;
        let date = match self.word(at + 1) {
            "day" | "days" => self.published.and_then(|day| shifted(day, -count)),
            "month" | "months" => self.published.and_then(|day| months_before(day, count)),
            _ => return None,
        };
        Some((date, 3))
    }

    /// Whether 'today' is the day, not these times: 'said today', not 'Today, we have'.
    fn is_this_day(&self, at: usize) -> bool {
        // 'From nine ships today to twelve by 2035', 'werden heute anders als früher gebaut'.
        if self.word(at + 1) == "to" || self.words.iter().any(|word| matches!(*word, "früher" | "damals")) {
            return false;
        }
        match tense_at(self.wording, at) {
            Some(Tense::Past) => {
                at > 0 || !self.words.iter().any(|word| matches!(*word, "has" | "have" | "haben" | "hat"))
            }
            Some(Tense::Ahead) => true,
            Some(Tense::Present) | None => false,
        }
    }

    /// Whether German 'morgen' is the next day, not the morning.
    fn is_tomorrow(&self, at: usize) -> bool {
        let morning = matches!(self.before(at), "am" | "jeden" | "heute" | "gestern" | "guten")
            || weekday(self.before(at)).is_some();
        !morning && (at == 0 || self.wording.raw(at).starts_with('m'))
    }

    /// A weekday: the next one where the verb lies ahead or is of the present, else the last one; the day itself, where it is
    /// that day.
    fn weekday(&self, at: usize) -> Option<(Option<Date>, usize)> {
        let day = i32::from(weekday(self.word(at))?);
        if abroad::is_every(self.tag, self.before(at), self.word(at + 1)) {
            return Some((None, 1));
        }
        // 'Am kommenden Freitag': the first one behind the day itself.
        if self.tag == Some("de") && self.before(at) == "kommenden" {
            let coming = |published| {
                let today = i32::try_from(weekday_of(published)?).ok()?;
                shifted(published, (day + 6 - today).rem_euclid(7) + 1)
            };
            return Some((self.published.and_then(coming), 1));
        }
        let named = |word: &str| LAST.contains(&word) || NEXT.contains(&word);
        if named(self.before(at)) || named(self.word(at + 1)) {
            // 'Last Friday' is this week's to some and the week before's to others.
            return Some((None, 1));
        }
        let date = self.published.and_then(|published| {
            let today = i32::try_from(weekday_of(published)?).ok()?;
            let tense = tense_at(self.wording, at).or_else(|| self.is_german_present(at).then_some(Tense::Present));
            let days = match tense {
                Some(Tense::Ahead | Tense::Present) => (day + 7 - today) % 7,
                Some(Tense::Past) | None => -((today + 7 - day) % 7),
            };
            shifted(published, days)
        });
        Some((date, 1))
    }

    /// 'Am Mittwoch (20.45 Uhr) verteidigt der Klub': the verb of a German main clause stands right behind the day that opens
    /// it, and nothing there or later says that it is over.
    fn is_german_present(&self, at: usize) -> bool {
        const NEAR: usize = 5;
        let opens = self.tag == Some("de") && self.before(at) == "am" && (at == 1 || self.is_opening_phrase(at));
        let behind = (at + 1..at + NEAR).find(|&i| {
            let (word, small) = (self.word(i), !self.wording.is_capital(i));
            small && word != "uhr" && !word.starts_with(|c: char| c.is_ascii_digit())
        });
        opens
            && behind.is_some_and(|i| i == at + 1 || at == 1)
            && behind.is_some_and(|i| {
                let word = self.word(i);
                let verb = word.len() > 3
                    && word.ends_with('t')
                    && !matches!(word, "hat" | "nicht" | "erst" | "fast" | "statt");
                verb && !self.words.iter().any(|word| matches!(*word, "worden" | "gewesen"))
            })
    }

    /// Whether all before 'am Mittwoch' is one phrase behind a preposition: 'im zweiten Rennen am Mittwoch'.
    fn is_opening_phrase(&self, at: usize) -> bool {
        const PLACING: &[&str] = &["im", "in", "beim", "bei", "zum", "zur", "nach", "vor", "mit", "auf", "an", "für"];
        let within = |i: usize| {
            let word = self.word(i);
            let bent = ["en", "er", "em", "e"].iter().any(|end| word.ends_with(end)) && word.len() > 3;
            self.wording.is_capital(i) || bent || matches!(word, "der" | "dem" | "den" | "des")
        };
        let whole = !(1..at).any(|i| self.wording.parted(i));
        at > 2 && PLACING.contains(&self.word(0)) && (1..at - 1).all(within) && whole
    }

    /// 'Heuer': this year.
    fn spoken_year(&self, at: usize) -> Option<(Option<Date>, usize)> {
        let german = self.tag == Some("de") && self.word(at) == "heuer";
        german.then(|| (self.published.and_then(|day| Date::new(day.year(), None, None)), 1))
    }

    /// A month and perhaps a day, in the year that the verb tells: ahead of the day of publication or behind it. Where it
    /// tells nothing, the nearest one, or none where both neighbours are about as near; none when the day of publication is
    /// not known to the month.
    fn near(&self, at: usize, month: u8, day: Option<u8>) -> Option<Date> {
        let published = self.published?;
        let here = i32::from(published.month()?);
        let year = published.year();
        let tense = tense_at(self.wording, at);
        let tense = tense.or_else(|| abroad::is_past(self.tag, &self.words).then_some(Tense::Past));
        let year = match (i32::from(month) - here, tense) {
            (..=-3, Some(Tense::Ahead)) => year + 1,
            // 'He told them on October 31 that it would', 'in December it will': the one year is as likely as the other.
            (-2..=-1 | 9.., Some(Tense::Ahead)) => return None,
            // An evening's paper may have the next day's date, and where only the month is known it may be a later one.
            (1, Some(Tense::Past)) if published.day().is_none() || day.is_some_and(|day| day < 3) => year,
            // 'The films for the prizes on Feb. 9 were not shown': it lies ahead, or a year back.
            (1..=2, Some(Tense::Past)) if day.is_some() => return None,
            (1.., Some(Tense::Past)) => year.checked_sub(1)?,
            (..=-10 | 2.., None) | (..=-3, Some(Tense::Present)) => return None,
            _ => year,
        };
        Date::new(year, Some(month), day)
    }
}

/// Words before a bare year by which it is one.
static IN_YEAR: Words = LazyLock::new(|| {
    table(
        "in of since until from to by before after between and early late mid during through en im seit nel em desde depuis \
         jahr année año zwischen entre und et von bis de à anfang ende mitte début fin",
    )
});

/// '3.5.2031', as German writes it.
fn dotted(word: &str) -> Option<Date> {
    let mut parts = word.split('.');
    let (day, month, year_word) = (parts.next()?, parts.next()?, parts.next()?);
    let small = |part: &str| (part.len() <= 2).then(|| part.parse::<u8>().ok()).flatten();
    parts.next().is_none().then(|| Date::new(year(year_word)?, Some(small(month)?), Some(small(day)?))).flatten()
}

fn iso(words: &[&str], at: usize) -> Option<(Option<Date>, usize)> {
    let (year_word, month_word, day_word) = (words.get(at)?, words.get(at + 1)?, words.get(at + 2)?);
    let two = |w: &&str| (w.len() == 2).then(|| w.parse::<u8>().ok()).flatten();
    let date = Date::new(year(year_word)?, Some(two(month_word)?), Some(two(day_word)?))?;
    Some((Some(date), 3))
}

/// 'last month', 'im vergangenen Jahr', 'le mois dernier'.
fn relative(word: &str, next: &str, published: Option<Date>) -> Option<(Option<Date>, usize)> {
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

fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let suffix = word.get(digits.len()..).unwrap_or("");
    let plain = matches!(suffix, "" | "st" | "nd" | "rd" | "th" | "er");
    (plain && digits.len() <= 2).then(|| digits.parse().ok()).flatten().filter(|d| (1..=31).contains(d))
}

/// The month that lies so many before that of a day.
fn months_before(day: Date, count: i32) -> Option<Date> {
    let months = i32::from(day.year()) * 12 + i32::from(day.month()?) - 1 - count;
    let month = u8::try_from(months.rem_euclid(12)).ok()? + 1;
    Date::new(u16::try_from(months.div_euclid(12)).ok()?, Some(month), None)
}

pub(super) fn year(word: &str) -> Option<u16> {
    let four = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    four.then(|| word.parse().ok()).flatten().filter(|y| (1000..=2199).contains(y))
}
