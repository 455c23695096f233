//! Dates that a sentence leaves to be reckoned, from the day of its source or from another date in it: 'on Friday', 'on 6 July',
//! 'last autumn', 'two years later'. Refuses to choose: it gives each that may be meant, for a claim that names one of them.

use crate::analysis::calendar::{month, shifted, weekday, weekday_of};
use crate::analysis::figures::{Figure, Unit, When, YEAR, bare_figures_in, is_carried};
use crate::analysis::tense::{Tense, tense_at};
use crate::analysis::wording::Wording;
use crate::article::{Date, Edtf};
use crate::text::segment;
use crate::text::stem::lower;

/// How many months before the day of the source a date without a year may lie, and how many behind it.
const MONTHS: std::ops::RangeInclusive<i32> = -11..=6;

/// How many days before or behind the day of the source a weekday may lie.
const WEEK: i32 = 7;

/// How many years a sentence counts at most.
const LONGEST: i32 = 100;

/// What a word does to a time that it stands beside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// 'Last autumn'.
    Last,
    /// 'This autumn'.
    This,
    /// 'Next autumn'; behind another date the one that follows it.
    Next,
    /// 'The following March'.
    Following,
}

/// Whether passages mean the date of a figure of a claim, reckoned from the day of their source or from another date in them.
pub fn is_meant(claim: &str, figure: &Figure, passages: &[&str], tag: Option<&str>, published: Option<Edtf>) -> bool {
    if figure.when.is_none() {
        return false;
    }
    let figures: Vec<Vec<Figure>> = passages.iter().map(|passage| bare_figures_in(passage, tag)).collect();
    let all: Vec<When> = figures.iter().flatten().filter_map(|figure| figure.when).collect();
    let of = |(passage, own): (&&str, &Vec<Figure>)| {
        let own: Vec<&Figure> = own.iter().collect();
        let own = Own { claim, sentence: passage, figures: &own };
        own.meant(tag, &all, published.map(Edtf::first))
    };
    let meant: Vec<Figure> = passages.iter().zip(&figures).flat_map(of).map(Figure::of_date).collect();
    is_carried(figure, meant.iter().chain(figures.iter().flatten()))
}

/// A sentence with its figures, and the claim that it is to carry.
pub struct Own<'s> {
    /// The claim: what it counts itself is not reckoned for it, 'in 1957, two years later'.
    pub claim: &'s str,
    /// The sentence.
    pub sentence: &'s str,
    /// Its figures.
    pub figures: &'s [&'s Figure],
}

impl Own<'_> {
    /// The dates that the sentence may mean besides those that it names in full. `all` are the dates of all sentences from
    /// which one may follow.
    pub fn meant(&self, tag: Option<&str>, all: &[When], published: Option<Date>) -> Vec<When> {
        let (sentence, own) = (self.sentence, self.figures);
        let wording = Wording::of(sentence, tag);
        let words = wording.lower();
        let mut meant = Vec::new();
        if let Some(published) = published {
            meant.extend(own.iter().filter_map(|figure| figure.when).flat_map(|date| in_their_year(date, published)));
            // Where a day is named, 'on 2 May', a weekday beside it is of something else, or the same day.
            if !all.iter().any(|date| date.day.is_some()) {
                meant.extend((0..words.len()).flat_map(|at| weekdays(&wording, &words, at, published)));
                meant.extend(
                    words.iter().filter_map(|word| shifted(published, spoken(word, tag.unwrap_or("en"))?)).map(on),
                );
            }
            meant.extend(turned(&words).flat_map(|(turn, unit)| turned_from(turn, unit, published)));
        }
        meant.extend(all.iter().flat_map(|date| following(*date, &words)));
        meant.extend(
            own.iter()
                .filter(|figure| !self.claim.contains(&figure.text))
                .flat_map(|figure| counted(sentence, figure, all, published)),
        );
        meant
    }
}

/// A day or month without its year, in each year in which it is not too far.
fn in_their_year(named: When, published: Date) -> impl Iterator<Item = When> {
    let months = named.month.filter(|_| named.year.is_none()).zip(published.month());
    let in_year = move |year: u16| {
        let (month, here) = months?;
        let ahead = (i32::from(year) - i32::from(published.year())) * 12 + i32::from(month) - i32::from(here);
        MONTHS.contains(&ahead).then_some(When { year: Some(year), ..named })
    };
    (published.year().saturating_sub(1)..=published.year() + 1).filter_map(in_year)
}

/// The days that the weekday at a place may be: before or behind the day of the source, as its verb has it.
fn weekdays(wording: &Wording<'_>, words: &[&str], at: usize, published: Date) -> Vec<When> {
    let Some(day) = words.get(at).and_then(|word| weekday(word)) else { return Vec::new() };
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| turn(words.get(at)?));
    let is_turned = beside.into_iter().any(|turn| matches!(turn, Turn::Last | Turn::Next));
    let days = match tense_at(wording, at).filter(|_| !is_turned) {
        Some(Tense::Past) => -WEEK..=0,
        Some(Tense::Ahead) => 0..=WEEK,
        Some(Tense::Present) | None => -WEEK..=WEEK,
    };
    let dates = days.filter_map(|days| shifted(published, days));
    dates.filter(|date| weekday_of(*date) == Some(u32::from(day))).map(on).collect()
}

/// A date as a figure has it, with its day of the week.
pub fn on(date: Date) -> When {
    let weekday = weekday_of(date).and_then(|day| u8::try_from(day).ok());
    When { year: Some(date.year()), month: date.month(), day: date.day(), weekday, ..When::default() }
}

/// How many days from today a word is.
fn spoken(word: &str, tag: &str) -> Option<i32> {
    let days = match (tag, word) {
        ("en", "today" | "tonight")
        | ("de", "heute")
        | ("fr", "aujourd'hui" | "aujourd’hui")
        | ("es", "hoy")
        | ("it", "oggi")
        | ("pt", "hoje")
        | ("nl", "vandaag")
        | ("ru", "сегодня") => 0,
        ("en", "yesterday")
        | ("de", "gestern")
        | ("fr", "hier")
        | ("es", "ayer")
        | ("it", "ieri")
        | ("pt", "ontem")
        | ("nl", "gisteren")
        | ("ru", "вчера") => -1,
        ("en", "tomorrow")
        | ("de" | "nl", "morgen")
        | ("fr", "demain")
        | ("es", "mañana")
        | ("it", "domani")
        | ("pt", "amanhã")
        | ("ru", "завтра") => 1,
        _ => return None,
    };
    Some(days)
}

/// Words that say which of several times is meant, in English, German, French, Spanish, Italian and Portuguese.
fn turn(word: &str) -> Option<Turn> {
    const LAST: &[&str] = &[
        "last",
        "past",
        "previous",
        "dernier",
        "dernière",
        "passé",
        "passée",
        "pasado",
        "pasada",
        "scorso",
        "scorsa",
        "passado",
    ];
    const THIS: &[&str] = &["this", "cette", "cet", "ce", "este", "esta", "quest'anno", "neste", "nesta"];
    const NEXT: &[&str] = &["next", "coming", "prochain", "prochaine", "próximo", "próxima", "prossimo", "prossima"];
    const FOLLOWING: &[&str] = &["following", "subsequent", "suivant", "suivante", "siguiente", "seguente", "seguinte"];
    let begins = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    if LAST.contains(&word) || begins(&["vergangen", "letzte", "vorig"]) {
        Some(Turn::Last)
    } else if THIS.contains(&word) || matches!(word, "dieses" | "diesem" | "diesen" | "dieser") {
        Some(Turn::This)
    } else if NEXT.contains(&word) || begins(&["kommend", "nächst"]) {
        Some(Turn::Next)
    } else if FOLLOWING.contains(&word) || begins(&["folgend", "darauffolgend"]) {
        Some(Turn::Following)
    } else {
        None
    }
}

/// A time that a word may turn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Time {
    Year,
    Season,
    Month(u8),
}

fn time(word: &str) -> Option<Time> {
    const YEARS: &[&str] = &["year", "jahr", "jahres", "jahre", "an", "l'an", "année", "l'année", "año", "anno", "ano"];
    const SEASONS: &[&str] = &[
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "frühjahr",
        "frühling",
        "sommer",
        "herbst",
        "printemps",
        "été",
        "l'été",
        "automne",
        "l'automne",
        "hiver",
        "l'hiver",
        "primavera",
        "verano",
        "otoño",
        "invierno",
        "estate",
        "autunno",
        "inverno",
        "verão",
        "outono",
    ];
    if YEARS.contains(&word) {
        Some(Time::Year)
    } else if SEASONS.contains(&word) {
        Some(Time::Season)
    } else {
        month(word).map(Time::Month)
    }
}

/// The times of a sentence that a word beside them turns.
fn turned<'w>(words: &'w [&'w str]) -> impl Iterator<Item = (Turn, Time)> + 'w {
    let pair = |pair: &[&str]| {
        let [first, second] = pair else { return None };
        let before = turn(first).zip(time(second));
        before.or_else(|| turn(second).zip(time(first)))
    };
    words.windows(2).filter_map(pair)
}

/// The years, and months, that 'last autumn' may be.
fn turned_from(turn: Turn, time: Time, published: Date) -> impl Iterator<Item = When> {
    let years: &[i32] = match (turn, time) {
        (Turn::Last, Time::Year) => &[-1],
        (Turn::Last, _) => &[-1, 0],
        (Turn::This, _) => &[0],
        (Turn::Next, Time::Year) => &[1],
        (Turn::Next, _) => &[0, 1],
        (Turn::Following, _) => &[],
    };
    let month = if let Time::Month(month) = time { Some(month) } else { None };
    let year = move |by: &i32| u16::try_from(i32::from(published.year()) + by).ok();
    years.iter().filter_map(year).map(move |year| When { year: Some(year), month, ..When::default() })
}

/// 'The following year', 'the following March', of a date that names its year.
fn following(named: When, words: &[&str]) -> Vec<When> {
    let Some(year) = named.year.filter(|_| !named.decade) else { return Vec::new() };
    let next = |(turn, time): (Turn, Time)| match (turn, time) {
        (Turn::Following | Turn::Next, Time::Year) => Some(When { year: Some(year + 1), ..When::default() }),
        (Turn::Following, Time::Season) => Some(When { year: Some(year + 1), ..When::default() }),
        (Turn::Following, Time::Month(month)) => {
            let later = u16::from(named.month.is_none_or(|named| month <= named));
            Some(When { year: Some(year + later), month: Some(month), ..When::default() })
        }
        _ => None,
    };
    turned(words).filter_map(next).collect()
}

/// 'Two years later' and 'two years before' of the years that a sentence names, 'two years ago' of that of its source.
fn counted(sentence: &str, figure: &Figure, dates: &[When], published: Option<Date>) -> Vec<When> {
    let is_so_long = |years: &i32| figure.value == f64::from(*years) * YEAR;
    let years = (1..=LONGEST).find(is_so_long).filter(|_| figure.unit == Unit::Duration);
    let Some(years) = years else { return Vec::new() };
    let behind = sentence.get(figure.span.end().bytes()..).unwrap_or_default();
    let before = sentence.get(..figure.span.start().bytes()).unwrap_or_default();
    let first: Vec<_> = segment::words(behind).take(2).map(|(_, word)| lower(word)).collect();
    let follows = |words: &[&str]| first.iter().any(|word| words.contains(&&**word));
    let last = segment::words(before).last().map(|(_, word)| lower(word));
    let led = |words: &[&str]| last.as_ref().is_some_and(|word| words.contains(&&**word));
    let by = |year: u16, sign: i32| {
        let year = u16::try_from(i32::from(year) + sign * years).ok()?;
        Some(When { year: Some(year), ..When::default() })
    };
    let ago = follows(&["ago"]) || led(&["vor", "a", "hace", "há"]) || follows(&["fa", "atrás", "geleden"]);
    let later = follows(&[
        "later",
        "after",
        "afterwards",
        "später",
        "darauf",
        "danach",
        "tard",
        "après",
        "después",
        "tarde",
        "dopo",
        "depois",
    ]);
    let earlier = follows(&["earlier", "before", "zuvor", "vorher", "früher", "avant", "auparavant", "antes", "prima"]);
    let own = published.filter(|_| ago).and_then(|day| by(day.year(), -1));
    let sign = i32::from(later) - i32::from(earlier);
    let named = dates.iter().filter(|_| sign != 0).filter_map(|date| by(date.year.filter(|_| !date.decade)?, sign));
    named.chain(own).collect()
}

#[cfg(test)]
mod tests {
    use crate::analysis::evidence::Place;
    use crate::analysis::gate::Gate;
    use crate::article::{Article, Edtf, ParagraphNo};
    use crate::text::Span;

    #[test]
    fn a_date_that_follows_from_the_passage_and_the_day_of_its_source_is_not_missing() {
        // Published on Saturday, 3 May 2031.
        for (tag, passage, claim, there) in [
            ("en", "The mole will open to walkers Wednesday.", "The mole opens to walkers on 7 May.", true),
            ("en", "The mole opens to walkers Wednesday.", "The mole opens to walkers on 8 May.", false),
            ("en", "The mole broke on Friday.", "The mole broke on 2 May 2031.", true),
            ("en", "The mole broke on Friday.", "The mole broke on 9 May 2031.", false),
            (
                "en",
                "The levy named by Hale on Monday is unwise, Maddock said Tuesday.",
                "Hale named the levy on 28 April 2031.",
                true,
            ),
            (
                "en",
                "The study was published today (May 3) in the Tide.",
                "The study was published in the Tide on 3 May 2031.",
                true,
            ),
            (
                "en",
                "The study was published today (May 3) in the Tide.",
                "The study was published in the Tide on 3 May 2030.",
                false,
            ),
            ("en", "The mole broke on 6 July.", "The mole broke on 6 July 2030.", true),
            ("en", "The mole broke on 6 July.", "The mole broke on 6 July 2029.", false),
            (
                "en",
                "The mole broke in 2014 and fell into the sea two years later.",
                "The mole fell into the sea in 2016.",
                true,
            ),
            (
                "en",
                "The mole broke in 2014 and fell into the sea two years later.",
                "The mole fell into the sea in 2017.",
                false,
            ),
            ("en", "The mole broke in June 2014 and fell the following March.", "The mole fell in March 2015.", true),
            (
                "en",
                "The mole broke in 2014 and fell two years later.",
                "The mole broke in 2016 and fell two years later.",
                false,
            ),
            ("en", "The mole broke in June 2014 and fell the following March.", "The mole fell in March 2014.", false),
            ("en", "The mole broke in 2014 and was mended the following year.", "The mole was mended in 2015.", true),
            ("en", "The mole broke two years ago.", "The mole broke in 2029.", true),
            ("en", "The mole broke two years ago.", "The mole broke in 2028.", false),
            ("en", "The mole has been shut since last autumn.", "The mole has been shut since autumn 2030.", true),
            ("en", "The mole has been shut since last autumn.", "The mole has been shut since autumn 2028.", false),
            ("de", "Seit vergangenem Herbst ist die Mole gesperrt.", "Die Mole ist seit Herbst 2030 gesperrt.", true),
            ("de", "Schon am Mittwoch soll die Mole öffnen.", "Die Mole soll am 7. Mai öffnen.", true),
            ("de", "Seit Mittwochmorgen ist die Mole gesperrt.", "Die Mole ist seit dem 30. April gesperrt.", true),
            ("de", "Seit Mittwochmorgen ist die Mole gesperrt.", "Die Mole ist seit dem 1. April gesperrt.", false),
            ("de", "2014 brach die Mole und fiel zwei Jahre später ins Meer.", "Die Mole fiel 2016 ins Meer.", true),
            ("fr", "Le môle (fermé le 6 avril) rouvre.", "Le môle a été fermé en avril 2031.", true),
            ("es", "El muelle se cerró el pasado sábado.", "El muelle se cerró el 26 de abril.", true),
            ("es", "El muelle se cerró el pasado sábado.", "El muelle se cerró el 25 de abril.", false),
        ] {
            let article = Article::parse(passage);
            let published = Some(Edtf::Date("2031-05-03".parse().unwrap()));
            let gate = Gate::of(&article, Some(tag)).published(published);
            let place = Place { paragraph: ParagraphNo::at(0), span: Span::new(0, passage.len()) };
            let missing = gate.judge(claim, None, &[place]).missing_figures;
            assert_eq!(missing.is_empty(), there, "{passage} {claim} {missing:?}");
        }
    }
}
