//! The date that a sentence gives for what it says, resolved against the day of publication. Refuses to guess: a sentence
//! that names several dates, or one whose year cannot be known, has none; nor has one that dates only something in it, 'the
//! July 25 phone call'.

use std::sync::LazyLock;

use crate::analysis::calendar::{month, shifted, weekday, weekday_of};
use crate::analysis::lexicon::{Words, table};
use crate::analysis::tense::{Tense, is_finite, is_past, tense_at};
use crate::analysis::wording::Wording;
use crate::article::{Date, Edtf};
use crate::text::stem::Language;

/// Months of other languages that are other words in English.
const NOT_ENGLISH: &[&str] = &["mars", "mai", "mei"];

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
    let wording = Wording::of(sentence);
    let words = wording.lower().into_iter().map(|word| in_english(word, tag)).collect();
    let dating = Dating { wording: &wording, words, tag, published: published.map(Edtf::first) };
    dating.single(&dating.found())
}

/// A word as it is looked up: of two languages with one spelling, only the text's own is meant.
fn in_english<'w>(word: &'w str, tag: Option<&str>) -> &'w str {
    if tag == Some("en") && NOT_ENGLISH.contains(&word) { "" } else { word }
}

/// A date in a sentence.
#[derive(Clone, Copy, Debug)]
struct Found {
    /// Its first word, and the one behind its last.
    at: usize,
    end: usize,
    /// None where it cannot be known.
    date: Option<Date>,
    /// Whether it is a beginning, an end or an age: 'since 2014'.
    open: bool,
    /// Whether it is a weekday.
    weekday: bool,
}

impl Found {
    /// Whether this date lies in another one, which names only its month or year.
    fn lies_in(self, other: Self) -> bool {
        let (Some(fine), Some(coarse)) = (self.date, other.date) else { return false };
        let month = coarse.month().is_none_or(|month| fine.month() == Some(month));
        fine.year() == coarse.year() && month && (coarse.day().is_none() || fine.day() == coarse.day())
    }

    fn is_day(self) -> bool {
        self.date.is_some_and(|date| date.day().is_some())
    }
}

/// A sentence whose dates are read.
struct Dating<'w> {
    wording: &'w Wording<'w>,
    words: Vec<&'w str>,
    tag: Option<&'w str>,
    published: Option<Date>,
}

/// Words before a date by which it is a beginning, an end or an age, not the time of what is said.
static OPEN_ENDED: Words = LazyLock::new(|| {
    table(
        "das since until till before after by from than of the seit depuis desde bis vor nach ab von vom avant après jusqu'en \
         jusqu'au dès de du del",
    )
});

/// Words behind which, up to the next mark, stands what happened before or after what is said.
static BINDING: Words = LazyLock::new(|| {
    table("after before following because despite nachdem bevor nach après avant who whose which where qui dont où")
});

/// Words by which what follows belongs to a noun.
static DETERMINERS: Words =
    LazyLock::new(|| table("the a an his her their its our my your this that these those another"));

/// What can follow a day of the week and is none of what it dates.
static TIMES: Words = LazyLock::new(|| {
    table(
        "morning afternoon evening night noon midnight lunchtime local last next and at before after when that to abend",
    )
});

/// Verbs of saying, whose 'that' tells what was said.
static SAYING: Words = LazyLock::new(|| {
    table(
        "said says say told announced reported reports confirmed stated claimed added warned showed shows found revealed \
         believe believed so now him her them it reporters",
    )
});

impl Dating<'_> {
    /// The dates of a sentence that can be those of what it says.
    fn found(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            let Some((date, length)) = self.date_at(at) else {
                at += 1;
                continue;
            };
            let (end, open) =
                (at + length, OPEN_ENDED.contains(self.before(at)) || self.word(at.wrapping_sub(3)) == "aus");
            found.push(Found { at, end, date, open, weekday: weekday(self.word(at)).is_some() });
            at = end;
        }
        found.retain(|date| !self.is_of_something(*date));
        found
    }

    /// The one date among these, or the interval of two that are joined as one.
    fn single(&self, found: &[Found]) -> Option<Edtf> {
        if let [first, second] = found
            && self.joined(first, second)
        {
            let (a, b) = (first.date?, second.date?);
            return (a < b).then_some(Edtf::Interval(a, b));
        }
        let one = found.iter().copied().fold(Vec::new(), Self::merged);
        let day = |date: &&Found| !date.open && date.is_day();
        let date = match one.as_slice() {
            [one] => Some(one),
            several if several.iter().filter(|date| !date.open).count() == 1 => several.iter().find(day),
            _ => None,
        };
        date.filter(|date| !date.open).and_then(|date| date.date).map(Edtf::Date)
    }

    /// The dates so far and one more, where it does not say again, or more exactly, what the last one says.
    fn merged(mut dates: Vec<Found>, next: Found) -> Vec<Found> {
        match dates.last_mut() {
            // 'On Tuesday, Nov. 19': the date is surer than what was reckoned from the day of the week.
            Some(last) if last.weekday && !next.weekday && next.is_day() && next.at <= last.end + 1 => {
                *last = Found { open: last.open, ..next };
            }
            Some(last) if last.lies_in(next) && !next.open => {}
            Some(last) if next.lies_in(*last) && !last.open => *last = next,
            _ => dates.push(next),
        }
        dates
    }

    /// 'Between 2014 and 2016', 'from 2014 to 2016'.
    fn joined(&self, first: &Found, second: &Found) -> bool {
        if second.at != first.end + 1 {
            return false;
        }
        let joint = self.word(first.end);
        match self.before(first.at) {
            "between" | "zwischen" | "entre" => matches!(joint, "and" | "und" | "et"),
            "from" | "von" | "vom" | "de" | "du" => {
                matches!(joint, "to" | "until" | "through" | "bis" | "à" | "au")
            }
            _ => false,
        }
    }

    /// Whether a date is not that of the sentence's own verb, but of something the sentence speaks of.
    fn is_of_something(&self, date: Found) -> bool {
        self.modifies(date) || self.is_bound(date) || self.is_of_participle(date) || self.is_in_german_subject(date)
    }

    /// 'The July 25 phone call', 'NASA's Monday announcement'.
    fn modifies(&self, date: Found) -> bool {
        let (before, next) = (self.before(date.at), self.word(date.end));
        let named = DETERMINERS.contains(before) && before != "this" || before.ends_with("'s");
        let english = Language::of_tag("en");
        let noun = !next.is_empty()
            && !self.wording.parted(date.end)
            && !english.is_function_word(next)
            && !is_past(next)
            && !is_finite(next)
            && !TIMES.contains(next);
        named && noun && !self.wording.parted(date.at)
    }

    /// Behind 'after' or 'who' in the same clause, in a relative clause, or in brackets.
    fn is_bound(&self, date: Found) -> bool {
        let clause = self.wording.stretch(date.at);
        let brackets = (0..=date.at).fold(0i32, |depth, at| {
            let marks = |mark| self.wording.gap(at).matches(mark).count() as i32;
            depth + marks('(') - marks(')')
        });
        let before = clause.start..date.at.saturating_sub(1).max(clause.start);
        let mut bound = before.filter(|&i| self.binds(i, date.at));
        brackets > 0 || bound.next().is_some() || self.is_german_aside(clause)
    }

    /// Whether a word binds what stands up to a date: unless the sentence's own verb comes between, as in 'the fire that left
    /// two houses in ruins broke out on Friday', and, in languages that part them by no mark, 'nach dem Brand hat am Freitag'.
    fn binds(&self, at: usize, date: usize) -> bool {
        let verb = |i: usize| is_finite(self.word(i)) || self.tag == Some("de") && self.word(i).ends_with("te");
        let relative = matches!(self.word(at), "who" | "which" | "qui") || self.is_relative(at);
        let own = if relative { at + 3..date } else { at + 1..date };
        let released = (relative || matches!(self.word(at), "nach" | "après")) && own.into_iter().any(verb);
        !released && (relative || BINDING.contains(self.word(at)))
    }

    /// 'The fire that killed', not 'said that a fire killed'.
    fn is_relative(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        let verb = is_past(next) || is_finite(next) || matches!(self.word(at + 2), "the" | "a" | "an");
        self.word(at) == "that" && at > 0 && verb && !SAYING.contains(self.before(at))
    }

    /// ', der am Freitag verhaftet wurde,'.
    fn is_german_aside(&self, clause: std::ops::Range<usize>) -> bool {
        let opens = matches!(
            self.word(clause.start),
            "der" | "die" | "das" | "den" | "dem" | "deren" | "dessen" | "als" | "nachdem"
        );
        let last = self.word(clause.end.saturating_sub(1));
        let closes = matches!(
            last,
            "wurde" | "wurden" | "war" | "waren" | "hatte" | "hatten" | "hat" | "haben" | "ist" | "sind"
        );
        self.tag == Some("de") && clause.start > 0 && opens && closes
    }

    /// 'Die Feier am Freitag hat': in German only one phrase stands before the verb, and the date is in it.
    fn is_in_german_subject(&self, date: Found) -> bool {
        let verb = is_finite(self.word(date.end)) && !self.wording.parted(date.end);
        let adverbial = matches!(self.before(date.at), "jahr" | "anfang" | "ende" | "mitte" | "und" | "bis");
        self.tag == Some("de") && verb && !adverbial && date.at > self.wording.stretch(date.at).start + 2
    }

    /// 'A law passed in 2019 is', 'the talks held on Monday were'.
    fn is_of_participle(&self, date: Found) -> bool {
        let participle = date.at.checked_sub(2).map_or("", |at| self.word(at));
        let done = participle.ends_with("ed")
            || matches!(participle, "held" | "made" | "built" | "sent" | "born" | "found" | "set");
        let subject =
            date.at.checked_sub(3).is_some_and(|at| !self.wording.parted(at + 1) && !is_finite(self.word(at)));
        let verb = is_finite(self.word(date.end)) && !self.wording.parted(date.end);
        matches!(self.before(date.at), "in" | "on") && done && subject && verb
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).copied().unwrap_or("")
    }

    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// The date that begins at a word: what it is, where it can be known, and how many words it takes.
    fn date_at(&self, at: usize) -> Option<(Option<Date>, usize)> {
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
            return match (day(word(1)), year(word(1)), year(word(2))) {
                (Some(day), _, Some(year)) => Some((Date::new(year, Some(month), Some(day)), 3)),
                (_, Some(year), _) => Some((Date::new(year, Some(month), None), 2)),
                (Some(day), None, None) => Some((self.near(at, month, Some(day)), 2)),
                (None, None, Some(year)) if word(1) == "of" => Some((Date::new(year, Some(month), None), 3)),
                // 'may' and 'march' are words too; a month alone needs 'in' or 'last' before it.
                _ => self.is_month(at).then(|| (self.near(at, month, None), 1)),
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
            return IN_YEAR.contains(before).then(|| (Date::new(year, None, None), 1));
        }
        self.spoken_day(at).or_else(|| self.weekday(at)).or_else(|| relative(word(0), word(1), self.published))
    }

    /// Whether a month that stands without a day or year is one, and one certain one: 'in May', 'sank in early May', not
    /// 'always opens in mid-May'.
    fn is_month(&self, at: usize) -> bool {
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
            _ => return None,
        };
        let length = length + usize::from(word == "yesterday" && part_of_day);
        let name = at > 0 && self.wording.is_capital(at);
        let quoted = self.wording.quotation(at).is_some();
        (!quoted && !name).then(|| (self.published.and_then(|day| shifted(day, days)), length))
    }

    /// Whether 'today' is the day, not these times: 'said today', not 'Today, we have'.
    fn is_this_day(&self, at: usize) -> bool {
        // 'From nine ships today to twelve by 2035'.
        if self.word(at + 1) == "to" {
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
        let day = i32::try_from(weekday(self.word(at))?).ok()?;
        let named = |word: &str| LAST.contains(&word) || NEXT.contains(&word);
        if named(self.before(at)) || named(self.word(at + 1)) {
            // 'Last Friday' is this week's to some and the week before's to others.
            return Some((None, 1));
        }
        let date = self.published.and_then(|published| {
            let today = i32::try_from(weekday_of(published)?).ok()?;
            let days = match tense_at(self.wording, at) {
                Some(Tense::Ahead | Tense::Present) => (day + 7 - today) % 7,
                Some(Tense::Past) | None => -((today + 7 - day) % 7),
            };
            shifted(published, days)
        });
        Some((date, 1))
    }

    /// A month and perhaps a day, in the year that brings it nearest to the day of publication; where both neighbours are
    /// about as near, the one that the verb tells; none when the day of publication is not known to the month.
    fn near(&self, at: usize, month: u8, day: Option<u8>) -> Option<Date> {
        let published = self.published?;
        let here = i32::from(published.month()?);
        let year = published.year();
        let year = match (i32::from(month) - here, tense_at(self.wording, at)) {
            (..=-10 | 2..=4, None | Some(Tense::Present)) => return None,
            (..=-10, Some(Tense::Ahead)) => year + 1,
            (2..=4, Some(Tense::Past)) | (5.., _) => year.checked_sub(1)?,
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

fn year(word: &str) -> Option<u16> {
    let four = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    four.then(|| word.parse().ok()).flatten().filter(|y| (1000..=2199).contains(y))
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
            ("It opens in August.", Some("2031-05-03"), Some("2031-08")),
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

    #[test]
    fn the_date_is_that_of_the_sentences_own_verb() {
        // Published on Saturday, 3 May 2031.
        for (sentence, expected) in [
            ("In the morning, they asked Hale, who had listened in on the April 25 phone call.", None),
            ("Hale asked for the April 25 phone call.", None),
            ("Hale spoke of Friday's wreck.", None),
            ("The harbour's Friday announcement raised hopes.", None),
            ("After the wreck on Friday, Hale resigned.", None),
            ("The ship, which sank on Friday, is old.", None),
            ("The storm that hit the pier on Friday has passed.", None),
            ("The toll of the storm that hit the pier rose on Friday.", Some("2031-05-02")),
            ("It is for that reason that the harbour on Friday hired Hale.", Some("2031-05-02")),
            ("A law passed in 2019 is void.", None),
            ("Hale (born on 3 May 1980) leads the harbour.", None),
            ("Hale has led the harbour since 2014 and resigned on Friday.", Some("2031-05-02")),
            ("The mayor said that the bridge was closed on Friday.", Some("2031-05-02")),
            ("On Friday, May 2, the ferry sank.", Some("2031-05-02")),
            ("On Friday the mayor spoke, and on Thursday the ferry sank.", None),
            ("In March of 2014 the ferry sank.", Some("2014-03")),
        ] {
            assert_eq!(resolved(sentence, "en"), expected.map(String::from), "{sentence}");
        }
    }

    #[test]
    fn spoken_days_are_counted_from_the_day_of_publication() {
        for (tag, sentence, expected) in [
            ("en", "Hale was dismissed last night.", Some("2031-05-02")),
            ("en", "The mayor said today that the pier is safe.", Some("2031-05-03")),
            ("en", "The ferry sank early this morning.", Some("2031-05-03")),
            ("en", "The inquiry will begin tomorrow.", Some("2031-05-04")),
            ("en", "The crew will meet tonight.", Some("2031-05-03")),
            ("en", "Today, the line has ten ships.", None),
            ("en", "Hale told Harbour Today that the pier was sold.", None),
            ("en", "The line grew from nine ships today to twelve.", None),
            ("de", "Heute wird im Rathaus gestritten.", Some("2031-05-03")),
            ("en", "Sailors of today's harbour knew it.", None),
            ("en", "“We will know tomorrow,” said Hale.", None),
            ("de", "Die Stadt teilte heute mit, das Schiff sei gesunken.", Some("2031-05-03")),
            ("de", "Morgen beginnt die Suche.", Some("2031-05-04")),
            ("de", "Das Schiff sank am Morgen.", None),
            ("fr", "Le maire a annoncé la fin des recherches hier.", Some("2031-05-02")),
            ("es", "El barco fue hallado ayer.", Some("2031-05-02")),
            ("es", "El barco zarpa por la mañana.", None),
        ] {
            assert_eq!(resolved(sentence, tag), expected.map(String::from), "{sentence}");
        }
    }

    #[test]
    fn a_weekday_lies_where_its_verb_does() {
        for (tag, sentence, expected) in [
            ("en", "The rival reports Wednesday.", Some("2031-05-07")),
            ("en", "Hale will speak on Friday.", Some("2031-05-09")),
            ("en", "The two are to meet Monday.", Some("2031-05-05")),
            ("en", "The mayor said on Friday that the bridge will open.", Some("2031-05-02")),
            ("en", "Police are searching for the crew of a boat on Friday.", Some("2031-05-02")),
            ("en", "The ferry will sail on Saturday.", Some("2031-05-03")),
            ("en", "The harbour will open on August 5.", Some("2031-08-05")),
            ("de", "Neue Suchen sind für Freitag angekündigt.", Some("2031-05-09")),
            ("de", "Der Bürgermeister ist am Freitag gestorben.", Some("2031-05-02")),
            ("de", "Die Feier in Kerrick am Freitag hat sich gelohnt.", None),
            ("de", "Schon im vergangenen Jahr hat die Stadt den Hafen geschlossen.", Some("2030")),
            ("de", "Am Freitag hat die Stadt den Hafen geschlossen.", Some("2031-05-02")),
            ("de", "Nach dem Brand hat die Stadt am Freitag den Hafen geschlossen.", Some("2031-05-02")),
            ("fr", "Le maire est attendu vendredi.", Some("2031-05-09")),
            ("es", "El barco se hundió el viernes.", Some("2031-05-02")),
        ] {
            assert_eq!(resolved(sentence, tag), expected.map(String::from), "{sentence}");
        }
    }

    /// What a sentence of a text of Saturday, 3 May 2031, is dated.
    fn resolved(sentence: &str, tag: &str) -> Option<String> {
        when(sentence, Some(tag), Some("2031-05-03".parse().unwrap())).map(|date| date.to_string())
    }
}
