//! Dates in any precision: 2014-06-11, 11 June 2014, January 21, spring 2019, the 1990s, Thursday. Refuses words that
//! depend on the day of writing ("yesterday").

use super::token::Token;
use crate::analysis::calendar::{self, weekday};

/// A date, as much of it as is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// The year, or the first of a decade.
    pub year: Option<u16>,
    /// Whether the ten years from `year` on are meant.
    pub decade: bool,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// 0 Monday to 6 Sunday.
    pub weekday: Option<u8>,
    /// 0 spring to 3 winter.
    pub season: Option<u8>,
}

/// How two dates stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meeting {
    /// They say the same.
    Same,
    /// One says more, and nothing contradicts.
    MorePrecise,
    /// They name different days, months or years.
    Apart,
    /// Nothing in them can be compared.
    Unlike,
}

impl When {
    /// How it stands to another.
    pub(super) fn meets(&self, other: &Self) -> Meeting {
        if self == other {
            return Meeting::Same;
        }
        let years = match (self.year, other.year) {
            (Some(a), Some(b)) => {
                Some(a == b || self.decade && a <= b && b < a + 10 || other.decade && b <= a && a < b + 10)
            }
            _ => None,
        };
        let part = |a: Option<u8>, b: Option<u8>| a.zip(b).map(|(a, b)| a == b);
        let season = part(self.season.or(self.month.map(season_of)), other.season.or(other.month.map(season_of)));
        let seasons = season.filter(|_| self.season.is_some() || other.season.is_some());
        let parts = [
            years,
            part(self.month, other.month),
            part(self.day, other.day),
            part(self.weekday, other.weekday),
            seasons,
        ];
        if parts.contains(&Some(false)) {
            Meeting::Apart
        } else if parts.contains(&Some(true)) {
            Meeting::MorePrecise
        } else {
            Meeting::Unlike
        }
    }
}

impl When {
    /// Whether it is said by dates of which one meets it: each of its parts stands in one that it does not contradict. The
    /// fine says the coarse, and never the other way round.
    pub(super) fn is_said_by(&self, dates: &[Self]) -> bool {
        let fits = |meetings: &[Meeting]| {
            dates.iter().filter(|date| meetings.contains(&date.meets(self))).copied().collect::<Vec<_>>()
        };
        let near = fits(&[Meeting::Same, Meeting::MorePrecise, Meeting::Unlike]);
        let said = |part: bool, has: fn(&Self) -> bool| !part || near.iter().any(has);
        !fits(&[Meeting::Same, Meeting::MorePrecise]).is_empty()
            && said(self.year.is_some() && self.decade, |date| date.year.is_some())
            && said(self.year.is_some() && !self.decade, |date| date.year.is_some() && !date.decade)
            && said(self.month.is_some(), |date| date.month.is_some())
            && said(self.day.is_some(), |date| date.day.is_some())
            && said(self.weekday.is_some(), |date| date.weekday.is_some())
            && said(self.season.is_some(), |date| date.season.is_some() || date.month.is_some())
    }
}

/// The season of a month, on the northern half.
fn season_of(month: u8) -> u8 {
    (month % 12 / 3 + 3) % 4
}

/// Numbers in an order that are days before "-feira".
const FEIRAS: &[&str] = &["segunda", "terça", "quarta", "quinta", "sexta"];
const SEASONS: [&str; 5] = ["spring", "summer", "autumn", "winter", "fall"];
/// Words after which "may", "march" and a lone abbreviation are months, and a lone number is a year.
const BEFORE_A_DATE: &[&str] = &[
    "in", "of", "by", "since", "until", "till", "last", "next", "early", "late", "mid", "this", "from", "on", "before",
    "after", "between", "to", "through",
];
/// Words after which a month stands in languages that write it small.
const BEFORE_A_MONTH: &[&str] = &[
    "en", "de", "depuis", "avant", "après", "dès", "fin", "début", "desde", "hasta", "a", "in", "dal", "da", "di",
    "entro", "dopo", "em", "até", "sinds", "tot", "voor", "na", "begin", "eind", "vanaf",
];
/// What follows a number that counts, though it looks like a year.
const COUNTED: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "troops",
    "soldiers",
    "officers",
    "police",
    "inmates",
    "jobs",
    "workers",
    "homes",
    "houses",
    "votes",
    "fighters",
    "percent",
    "%",
    "km",
    "miles",
    "metres",
    "meters",
    "feet",
    "tonnes",
    "tons",
    "dollars",
    "euros",
    "pounds",
    "hours",
    "days",
    "times",
    "points",
    "passengers",
    "cases",
    "deaths",
];

/// The words that a date may begin with, in lower case.
pub(super) fn openings() -> impl Iterator<Item = &'static str> {
    calendar::names().chain(FEIRAS.iter().copied()).chain(SEASONS)
}

fn month(token: &Token<'_>) -> Option<u8> {
    calendar::month(&token.lower).filter(|_| token.is_word())
}

fn season(token: &Token<'_>) -> Option<u8> {
    SEASONS.iter().position(|name| token.is(name)).and_then(|n| u8::try_from(if n == 4 { 2 } else { n }).ok())
}

fn day(token: &Token<'_>) -> Option<u8> {
    token.digits().filter(|n| (1..=31).contains(n) && token.text.len() <= 2).and_then(|n| u8::try_from(n).ok())
}

fn year(token: &Token<'_>) -> Option<u16> {
    let n = token.digits().filter(|n| (1500..=2099).contains(n))?;
    u16::try_from(n).ok()
}

/// A date that begins at a token, and the token after it.
pub(super) fn date(tokens: &[Token<'_>], at: usize) -> Option<(When, usize)> {
    let forms = [iso, iso_month, day_first, month_first, of_season, of_decade, of_year, of_week];
    forms.into_iter().find_map(|form| form(tokens, at))
}

fn iso(tokens: &[Token<'_>], at: usize) -> Option<(When, usize)> {
    let [y, dash, m, second, d] = tokens.get(at..at + 5)? else { return None };
    let together = [dash, m, second, d].iter().all(|token| token.glued);
    if !(together && dash.is("-") && second.is("-")) {
        return None;
    }
    let month = day(m).filter(|m| *m <= 12)?;
    Some((When { year: Some(year(y)?), month: Some(month), day: Some(day(d)?), ..When::default() }, at + 5))
}

/// 1988-03; not 2010-12, which may be years.
fn iso_month(tokens: &[Token<'_>], at: usize) -> Option<(When, usize)> {
    let [y, dash, m] = tokens.get(at..at + 3)? else { return None };
    let year = year(y)?;
    let month = day(m).filter(|month| *month <= 12 && m.text.len() == 2 && u16::from(*month) <= year % 100)?;
    let together = dash.glued && dash.is("-") && m.glued;
    together.then_some((When { year: Some(year), month: Some(month), ..When::default() }, at + 3))
}

/// 11 June 2014, 21st of January, 5. Mai.
fn day_first(tokens: &[Token<'_>], at: usize) -> Option<(When, usize)> {
    let day = day(tokens.get(at)?)?;
    let mut i = at + 1;
    if tokens.get(i).is_some_and(|t| t.glued && t.is_one_of(&["st", "nd", "rd", "th", ".", "er"])) {
        i += 1;
    }
    if tokens.get(i).is_some_and(|t| t.is_one_of(&["of", "de"])) {
        i += 1;
    }
    let month = month(tokens.get(i).filter(|t| t.text.len() > 2)?)?;
    let (year, end) = year_after(tokens, i + 1);
    Some((When { year, month: Some(month), day: Some(day), ..When::default() }, end))
}

/// January 21, Jan. 21st, 2021; June 2014; June.
fn month_first(tokens: &[Token<'_>], at: usize) -> Option<(When, usize)> {
    let token = tokens.get(at)?;
    let month = month(token)?;
    let mut i = at + 1;
    if tokens.get(i).is_some_and(|t| t.glued && t.is("."))
        && token.text.len() <= 4
        && tokens.get(i + 1).is_some_and(|t| t.digits().is_some())
    {
        i += 1;
    }
    // "Im April 30 Prozent": a share of April.
    let measured = tokens
        .get(i + 1)
        .is_some_and(|t| t.is_one_of(&["percent", "prozent", "%", "euro", "dollar", "dollars", "grad", "millionen"]));
    let on = tokens.get(i).and_then(day).filter(|_| token.is_capital() && !measured);
    if let Some(day) = on {
        i += 1;
        if tokens.get(i).is_some_and(|t| t.glued && t.is_one_of(&["st", "nd", "rd", "th"])) {
            i += 1;
        }
        let (year, end) = year_after(tokens, i);
        return Some((When { year, month: Some(month), day: Some(day), ..When::default() }, end));
    }
    let (year, end) = year_after(tokens, i);
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    // '12-May' is a date, 'Le-May' is not.
    let dashed = |t: &Token<'_>| {
        let day = at.checked_sub(2).and_then(|at| tokens.get(at));
        t.is_hyphen() && day.is_none_or(|day| !day.text.starts_with(char::is_alphabetic) || !t.glued)
    };
    let led = before.is_some_and(|t| t.is_one_of(BEFORE_A_DATE) || dashed(t));
    let doubtful = token.is_one_of(&["may", "march", "mars", "mai", "mar", "jan", "mei"]);
    // The planet, in English: only a day or a year makes a month of it.
    let planet = token.is("mars");
    let is_month = token.is_capital() && (!doubtful || led && !planet || year.is_some());
    // Other languages write months small: "en octubre", "in maart", "mei 2033".
    let small = !token.is_capital() && token.text.len() > 3 && before.is_some_and(|t| t.is_one_of(BEFORE_A_MONTH));
    let of_year = year.is_some() && !token.is_one_of(&["may", "march", "mar"]);
    (is_month || small && !doubtful || of_year).then_some((When { year, month: Some(month), ..When::default() }, end))
}

fn year_after(tokens: &[Token<'_>], at: usize) -> (Option<u16>, usize) {
    let skip = usize::from(tokens.get(at).is_some_and(|t| t.is_one_of(&[",", "of", "de"])));
    match tokens.get(at + skip).and_then(year) {
        Some(year) => (Some(year), at + skip + 1),
        None => (None, at),
    }
}

/// Spring 2019, the autumn of 2019; a season alone only after "in", "last", "this" and their like.
fn of_season(tokens: &[Token<'_>], at: usize) -> Option<(When, usize)> {
    let season = season(tokens.get(at)?)?;
    let (year, end) = year_after(tokens, at + 1);
    let led = at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|t| {
        t.is_one_of(&["in", "last", "this", "next", "that", "since", "before", "after", "until", "by"])
    });
    let alone = led && !tokens.get(at)?.is("fall");
    (alone || year.is_some()).then_some((When { year, season: Some(season), ..When::default() }, end))
}

fn of_decade(tokens: &[Token<'_>], at: usize) -> Option<(When, usize)> {
    let year = year(tokens.get(at)?).filter(|year| year % 10 == 0)?;
    let s = tokens.get(at + 1)?;
    (s.glued && s.is("s")).then_some((When { year: Some(year), decade: true, ..When::default() }, at + 2))
}

fn of_year(tokens: &[Token<'_>], at: usize) -> Option<(When, usize)> {
    let token = tokens.get(at)?;
    let year = year(token)?;
    let next = tokens.get(at + 1);
    let counts = next.is_some_and(|t| t.is_one_of(COUNTED) || t.glued && t.is_word());
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let money = before.is_some_and(|t| t.is_one_of(&["$", "£", "€", "¥", "about", "nearly", "some", "almost", "than"]));
    (!counts && !money).then_some((When { year: Some(year), ..When::default() }, at + 1))
}

fn of_week(tokens: &[Token<'_>], at: usize) -> Option<(When, usize)> {
    let token = tokens.get(at)?;
    let feira = tokens.get(at + 1).is_some_and(Token::is_hyphen) && tokens.get(at + 2).is_some_and(|t| t.is("feira"));
    let name = token.lower.strip_suffix("'s").unwrap_or(&token.lower);
    let (weekday, end) = if feira && FEIRAS.contains(&name) {
        (weekday(&format!("{name}-feira"))?, at + 3)
    } else {
        (weekday(name)?, at + 1)
    };
    Some((When { weekday: Some(weekday), ..When::default() }, end))
}
