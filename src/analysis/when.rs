//! The date that a sentence gives for what it says, resolved against the day of publication. Refuses to guess: a sentence
//! that names several dates, or one whose year cannot be known, has none; nor has one that dates only something in it, 'the
//! July 25 phone call'.

use std::sync::LazyLock;

use crate::analysis::calendar::weekday;
use crate::analysis::lexicon::{Words, table};
use crate::analysis::wording::Wording;
use crate::article::{Date, Edtf};

mod abroad;
mod belonging;
mod naming;
mod periods;

/// Months of other languages that are other words in English.
const NOT_ENGLISH: &[&str] = &["mars", "mai", "mei"];

/// The date or interval that a sentence gives for what it says. `published` is the article's date, without which a date
/// that does not name its year is not resolved.
/// `tag` is the sentence's language: 'hier' is yesterday in French, and here in German.
pub fn when(sentence: &str, tag: Option<&str>, published: Option<Edtf>) -> Option<Edtf> {
    let wording = Wording::of(sentence, tag);
    let words = wording.lower().into_iter().map(|word| in_english(word, tag)).collect();
    let dating = Dating { wording: &wording, words, tag, published: published.map(Edtf::first) };
    dating.single(&dating.found())
}

/// A word as it is looked up: of two languages with one spelling, only the text's own is meant.
fn in_english<'w>(word: &'w str, tag: Option<&str>) -> &'w str {
    let english = tag.is_none_or(|tag| tag == "en");
    // Spanish and Portuguese 'mar' is the sea.
    if tag == Some("en") && NOT_ENGLISH.contains(&word) || !english && word == "mar" { "" } else { word }
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
    /// Its last day, where it is a week.
    until: Option<Date>,
}

impl Found {
    /// Whether this date lies in another one, which names only its month or year.
    fn lies_in(self, other: Self) -> bool {
        let (Some(fine), Some(coarse)) = (self.date, other.date) else { return false };
        if let Some(last) = other.until {
            return self.until.is_none() && (coarse..=last).contains(&fine);
        }
        let month = coarse.month().is_none_or(|month| fine.month() == Some(month));
        fine.year() == coarse.year() && month && (coarse.day().is_none() || fine.day() == coarse.day())
    }

    fn is_day(self) -> bool {
        self.until.is_none() && self.date.is_some_and(|date| date.day().is_some())
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
         jusqu'au dès de du del through",
    )
});

impl Dating<'_> {
    /// The dates of a sentence that can be those of what it says.
    fn found(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            if let Some(week) = self.week_at(at).or_else(|| self.period_at(at)) {
                found.push(week);
                at = week.end;
                continue;
            }
            let Some((date, length)) = self.date_at(at) else {
                at += 1;
                continue;
            };
            if let Some(range) = self.range(at, date, length) {
                found.push(range);
                at = range.end;
                continue;
            }
            let (end, open) = (at + length, self.is_open(at) || self.word(at.wrapping_sub(3)) == "aus");
            found.push(Found { at, end, date, open, weekday: weekday(self.word(at)).is_some(), until: None });
            at = end;
        }
        found.retain(|date| !self.is_of_something(*date) && !self.is_in_relative(*date));
        found
    }

    /// 'Vom 9. bis 13. Mai', 'zwischen dem 9. und 13. Mai': the second day was found at a place.
    fn range(&self, at: usize, last: Option<Date>, length: usize) -> Option<Found> {
        let from = at.checked_sub(2)?;
        let first: u8 = self.word(from).parse().ok().filter(|_| self.word(from).len() <= 2)?;
        if self.tag != Some("de") {
            let range = |day: u8| abroad::is_range(self.tag, (self.before(from), self.before(at)), (first, day));
            let last = last.filter(|date| date.day().is_some_and(range))?;
            let date = Date::new(last.year(), last.month(), Some(first));
            return Some(Found { at: from, end: at + length, date, open: false, weekday: false, until: Some(last) });
        }
        let begins = matches!(self.before(from), "vom" | "dem" | "von") && matches!(self.before(at), "und" | "bis");
        // 'Am 25. und 26. Mai'.
        let both = self.before(from) == "am" && self.before(at) == "und";
        let next = |day: u8| if both { first + 1 == day } else { begins && first < day };
        let last = last.filter(|date| date.day().is_some_and(next))?;
        let date = Date::new(last.year(), last.month(), Some(first));
        Some(Found { at: from, end: at + length, date, open: false, weekday: false, until: Some(last) })
    }

    /// 'Since 2014', 'by May'; not 'in the morning of May 3'.
    fn is_open(&self, at: usize) -> bool {
        let time = at.checked_sub(2).map_or("", |i| self.word(i));
        if let Some(open) = abroad::is_open(self.tag, time, self.before(at))
            && (open || abroad::is_before_month(self.tag, time, self.before(at)))
        {
            return open;
        }
        // 'Ab Freitag fährt die Fähre wieder': what is said begins on that day.
        if self.before(at) == "ab" && weekday(self.word(at)).is_some() {
            return false;
        }
        // 'Until late 2012', 'bis Ende 2012'
        let part = matches!(self.before(at), "early" | "late" | "mid" | "anfang" | "ende" | "mitte" | "début" | "fin");
        if part && OPEN_ENDED.contains(time) && !matches!(time, "of" | "the" | "das") {
            return true;
        }
        let of = self.before(at) == "of" && matches!(time, "morning" | "afternoon" | "evening" | "night" | "hours");
        OPEN_ENDED.contains(self.before(at)) && !of
    }

    /// 'O porto, que comprou um farol em maio, está': a date in a clause about something, in other languages than English and German.
    fn is_in_relative(&self, date: Found) -> bool {
        let opens = (1..=date.at).rev().find(|&at| self.wording.parted(at));
        opens.is_some_and(|at| abroad::is_relative(self.tag, self.word(at)))
    }

    /// The interval of two dates that are joined as one, where they are; it may not be known.
    fn span(&self, found: &[Found]) -> Option<Option<Edtf>> {
        let [first, second] = found else { return None };
        let ends = || first.date.zip(second.date).filter(|(a, b)| a < b);
        self.joined(first, second).then(|| ends().map(|(a, b)| Edtf::Interval(a, b)))
    }

    /// The one date among these, or the interval of two that are joined as one.
    fn single(&self, found: &[Found]) -> Option<Edtf> {
        if let Some(span) = self.span(found) {
            return span;
        }
        let one = found.iter().copied().fold(Vec::new(), Self::merged);
        // 'From Monday, 1 May, to Sunday, 7 May'
        if let Some(span) = self.span(&one) {
            return span;
        }
        let day = |date: &&Found| !date.open && date.is_day();
        let date = match one.as_slice() {
            [one] => Some(one),
            several if several.iter().filter(|date| !date.open).count() == 1 => several.iter().find(day),
            _ => None,
        };
        let date = date.filter(|date| !date.open)?;
        date.date.map(|day| date.until.map_or(Edtf::Date(day), |last| Edtf::Interval(day, last)))
    }

    /// The dates so far and one more, where it does not say again, or more exactly, what the last one says.
    fn merged(mut dates: Vec<Found>, next: Found) -> Vec<Found> {
        match dates.last_mut() {
            // 'On Tuesday, Nov. 19': the date is surer than what was reckoned from the day of the week.
            Some(last) if last.weekday && !next.weekday && next.is_day() && next.at <= last.end + 1 => {
                *last = Found { open: last.open, at: last.at, ..next };
            }
            Some(last) if last.lies_in(next) && !next.open => {}
            Some(last) if next.lies_in(*last) && !last.open => *last = next,
            _ => dates.push(next),
        }
        dates
    }

    /// 'Between 2014 and 2016', 'from 2014 to 2016'.
    fn joined(&self, first: &Found, second: &Found) -> bool {
        let inclusive = matches!(self.before(second.at), "einschließlich" | "including");
        if second.at != first.end + 1 + usize::from(inclusive) {
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

    fn word(&self, at: usize) -> &str {
        self.words.get(at).copied().unwrap_or("")
    }

    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }
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
            (
                "The lock is shut from Monday, 5 May, to Sunday, 11 May.",
                Some("2031-05-03"),
                Some("2031-05-05/2031-05-11"),
            ),
            ("In the spring of 2014 they fought.", None, Some("2014")),
            ("They fought in autumn 2014.", None, Some("2014")),
            ("They fought in the winter of 2014.", None, None),
            ("They fought in the summer of 2014-15.", None, None),
            ("They have fought since the summer of 2014.", None, None),
            ("In the first quarter of 2014 they fought.", None, Some("2014-01/2014-03")),
            ("They fought in Q4 2014.", None, Some("2014-10/2014-12")),
            ("They fought in the second half of 2014.", None, Some("2014-07/2014-12")),
            ("They fought in the second half.", Some("2014-09-01"), None),
            ("They fought until the second quarter of 2014.", None, None),
            ("Hale sailed there in the 1990s.", None, Some("1990/1999")),
            ("Hale sailed there in the early 1990s.", None, None),
            ("Hale has sailed there since the 1990s.", None, None),
            ("Hale sailed in a 1990s ship of the 1980s.", None, None),
            ("In the spring of 2014 they fought, and in 2016 again.", None, None),
            ("Since 2014 they fought.", None, None),
            ("Until late 2014 they fought.", None, None),
            ("It was in late 2014.", None, Some("2014")),
            ("The port has half as many ships as it did in 2009.", None, None),
            ("Since work began in 2016, only few have sailed.", None, None),
            ("The ships for the race on June 9 were not named.", Some("2031-05-03"), None),
            ("They won the cups of 2013, 2015, and 2016 together.", None, None),
            ("They met the mayor and 2011 Champion Tom Hale.", None, None),
            ("Hale leads in the ports that he won in 2016.", None, None),
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
            ("It was in June.", Some("2031-05-03"), Some("2030-06")),
            ("It was closed on May 1.", Some("2031-04-30"), Some("2031-05-01")),
            ("It expects to publish the report in July.", Some("2031-05-03"), Some("2031-07")),
            ("The line plans to open the pier in January.", Some("2031-05-03"), Some("2032-01")),
            ("The line plans to open the pier in March.", Some("2031-05-03"), None),
            ("A year ago, the line said that it would sell the pier next year.", Some("2031-05-03"), None),
            ("The ferry sank 18 months ago.", Some("2031-05-03"), Some("2029-11")),
            ("The ferry sank three days ago.", Some("2031-05-03"), Some("2031-04-30")),
            ("The ferry sank about three days ago.", Some("2031-05-03"), None),
            ("“It sank three days ago,” Hale said.", Some("2031-05-03"), None),
            ("Hale warned of the fog during his March 3 speech.", Some("2031-05-03"), Some("2031-03-03")),
            ("Hale spoke of his March 3 speech.", Some("2031-05-03"), None),
            ("The pier will open in October.", Some("2031-05-03"), Some("2031-10")),
            ("The last day is 30 November.", Some("2031-05-03"), Some("2031-11-30")),
            ("Norland goes to the polls in October.", Some("2031-05-03"), Some("2031-10")),
            ("The crews reach the pier in October.", Some("2031-05-03"), None),
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
            ("de", "Am Freitag (20.45 Uhr) verteidigt Hale den Pokal.", Some("2031-05-06"), Some("2031-05-09")),
            ("de", "Am Freitag sank das Schiff.", Some("2031-05-06"), Some("2031-05-02")),
            ("de", "Im zweiten Rennen am Freitag verteidigt Hale den Pokal.", Some("2031-05-06"), Some("2031-05-09")),
            ("de", "Hale gewann am Freitag verdient den Pokal.", Some("2031-05-06"), Some("2031-05-02")),
            ("de", "Der Hafen hat heuer keine Lampe gekauft.", Some("2031-05-06"), Some("2031")),
            ("de", "Im 3. Quartal 2030 sank kein Schiff.", None, Some("2030-07/2030-09")),
            ("de", "Das Schiff sank am vergangenen Freitag.", Some("2031-05-03"), None),
            ("de", "Im ersten Quartal sanken zwei Schiffe.", Some("2031-05-03"), Some("2031-01/2031-03")),
            ("de", "Im zweiten Halbjahr 2029 sank kein Schiff.", Some("2031-05-03"), Some("2029-07/2029-12")),
            ("de", "Im vierten Quartal sank kein Schiff.", Some("2031-05-03"), None),
            ("de", "Im Herbst 2029 sank kein Schiff.", None, Some("2029")),
            ("de", "Im Winter 2029 sank kein Schiff.", None, None),
            ("de", "Seit dem Sommer 2029 sank kein Schiff.", None, None),
            ("de", "In den 1990er Jahren sank kein Schiff.", None, Some("1990/1999")),
            ("fr", "Le bateau a coulé au printemps 2029.", None, Some("2029")),
            ("es", "El barco naufragó en el verano de 2029.", None, Some("2029")),
            ("de", "Die Mole wurde 2014 gebaut.", None, Some("2014")),
            ("de", "Die Reederei zählte 2014 Schiffe.", None, None),
            ("de", "Das Schiff sank gestern.", Some("2031-05-03"), Some("2031-05-02")),
            ("de", "Hale soll am Montag gerettet worden sein.", Some("2031-05-03"), Some("2031-04-28")),
            ("de", "Im vergangenen Jahr sank kein Schiff.", Some("2031-05-03"), Some("2030")),
            ("de", "Zwischen 2014 und 2016 sank kein Schiff.", None, Some("2014/2016")),
            ("de", "Seit 2014 sank kein Schiff.", None, None),
            (
                "de",
                "Die Schleuse bleibt von Montag, den 5. Mai bis einschließlich Sonntag, den 11. Mai 2031 zu.",
                Some("2031-05-03"),
                Some("2031-05-05/2031-05-11"),
            ),
            ("de", "Bis Ende 2012 sank kein Schiff.", None, None),
            (
                "de",
                "Zehn Schiffe sollen fahren, wie Hafenchefin Hale am Dienstag ankündigte.",
                Some("2031-05-03"),
                None,
            ),
            ("de", "Hale folgt auf Maddock, der Ende Juni 2031 den Hafen verlässt.", None, None),
            ("de", "Schon im Juni 12 sank ein Schiff.", Some("2031-05-03"), Some("2030-06")),
            ("de", "Schiffe werden heute anders als früher gebaut.", Some("2031-05-03"), None),
            ("de", "Das Schiff liegt hier.", Some("2031-05-03"), None),
            ("de", "Am Mittwochnachmittag hatte das Schiff noch Licht.", Some("2031-05-03"), Some("2031-04-30")),
            ("de", "Vom 9. bis 13. April war das Schiff im Hafen.", Some("2031-05-03"), Some("2031-04-09/2031-04-13")),
            ("de", "Am 9. und 10. Mai ist das Schiff im Hafen.", Some("2031-05-03"), Some("2031-05-09/2031-05-10")),
            (
                "de",
                "Für die Wahl in Kerrick am kommenden Sonntag sind 900 Bürger zugelassen.",
                Some("2031-05-03"),
                Some("2031-05-04"),
            ),
            ("de", "Am kommenden Samstag wird gewählt.", Some("2031-05-03"), Some("2031-05-10")),
            ("de", "Ab Montag wird das Licht wieder brennen.", Some("2031-05-03"), Some("2031-05-05")),
            (
                "de",
                "In Kerrick sind am Freitagabend ein Lotse gerettet und drei Schiffe schwer beschädigt worden.",
                Some("2031-05-03"),
                Some("2031-05-02"),
            ),
            (
                "de",
                "Auf See sind von Donnerstagabend bis Freitag mindestens 18 Lotsen ums Leben gekommen, darunter acht alte.",
                Some("2031-05-03"),
                Some("2031-05-01/2031-05-02"),
            ),
            ("de", "Bei der Fahrt am Samstagabend steht viel auf dem Spiel.", Some("2031-05-02"), Some("2031-05-03")),
            ("de", "Das Fest wird jedes Jahr am 11. April gefeiert.", Some("2031-05-03"), None),
            ("de", "Das Fest ehrt Lotsen, die zwischen dem 9. und 13. Mai feiern.", Some("2031-05-03"), None),
            ("de", "Ähnlich wie in 2030 war das Licht aus.", Some("2031-05-03"), None),
            ("de", "Der Preis liegt über dem Niveau von Ende 2029.", Some("2031-05-03"), None),
            ("de", "Kurz vor der Feier der Lotsen am 6. April kamen Zweifel auf.", Some("2031-05-03"), None),
            ("de", "Die Stadt hat seit dem Beginn am 3. April drei Lampen verkauft.", Some("2031-05-03"), None),
            ("de", "Vor drei Monaten wurde das Schiff gehoben.", Some("2031-05-03"), Some("2031-02")),
            ("de", "Vor drei Tagen wurde das Schiff gehoben.", Some("2031-05-03"), Some("2031-04-30")),
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
            ("The scene of his death in 2014 is a pier.", None),
            ("The line has been mocked since its launch in 2029.", None),
            ("Hale, born May 1, 2000, leads the harbour.", None),
            ("Hale was born on May 1, 2000.", Some("2000-05-01")),
            ("The line wants to end the tax imposed on April 1.", None),
            ("The mayor passed the bridge to those hired by Hale in April.", None),
            ("The line announced on April 30 that the ferry sank.", Some("2031-04-30")),
            ("The plan is new, submitted to the town on Friday.", None),
            ("The Post reported on Friday that the line is in debt.", None),
            ("The Post reported on Friday that the ferry sank.", Some("2031-05-02")),
            ("Hale testified before the committee Friday about the wreck.", Some("2031-05-02")),
            ("In the early morning of May 2, the ferry sank.", Some("2031-05-02")),
            ("Black Friday begins with a storm.", None),
            ("The line will spend it through May 2033.", None),
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
            ("en", "The line was sold last week.", Some("2031-04-21/2031-04-27")),
            ("en", "The crew will meet later this week.", Some("2031-04-28/2031-05-04")),
            ("en", "The crew met this week on Friday.", Some("2031-05-02")),
            ("en", "The inquiry, which could begin next week, is slow.", None),
            ("en", "The verdict is expected in January.", Some("2032-01")),
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
