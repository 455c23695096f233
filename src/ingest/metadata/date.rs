//! Dates as people write them in many languages, at the precision at which they are written. Refuses years of two digits
//! unless a time follows, days without a year, and `3/4/2024` where nothing says which is the month.

use crate::article::Date;
use crate::ingest::metadata::words::{DATE_GLUE, MONTHS, PUBLISHED, UPDATED};
use crate::text::{Span, language};

/// What `3/4/2024` means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Slashes {
    /// Not known: only dates that can be read one way count.
    #[default]
    Unknown,
    /// The third of April.
    DayFirst,
    /// The fourth of March.
    MonthFirst,
}

impl Slashes {
    /// What a text in that language (a BCP 47 tag) means. English without a region can mean either.
    pub fn in_language(tag: &str) -> Self {
        match (&*language::primary(tag), language::region(tag).as_deref()) {
            ("en", Some("US")) => Self::MonthFirst,
            ("en", None) | ("und" | "", _) => Self::Unknown,
            _ => Self::DayFirst,
        }
    }
}

/// A date in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The date: a day or a month, never a bare year.
    pub date: Date,
    /// Where it stands.
    pub span: Span,
}

/// What a word beside a date says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// The day of publication.
    Published,
    /// The day of a later change.
    Updated,
}

/// Every date in a text, in order. Linear in the text's length.
pub fn find(text: &str, slashes: Slashes) -> Vec<Found> {
    let tokens = tokens(text);
    let (mut found, mut i) = (Vec::new(), 0);
    while i < tokens.len() {
        let rest = tokens.get(i..).unwrap_or_default();
        match read(rest, slashes).filter(|_| !runs_on_before(&tokens, i) && !is_no_such_day(&tokens, i)) {
            Some((date, used)) => {
                let end = rest.get(used - 1).map_or(text.len(), |t| t.span.end().bytes());
                let start = rest.first().map_or(0, |t| t.span.start().bytes());
                found.push(Found { date, span: Span::new(start, end) });
                i += used;
            }
            None => i += 1,
        }
    }
    found
}

/// The date a text begins with, as in a page's own metadata: `2014-06-11T10:00:00Z`, `Wed, 11 Jun 2014`, `20140611`.
pub fn parse(text: &str, slashes: Slashes) -> Option<Date> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        return Date::new(year.parse().ok()?, month.parse().ok(), day.parse().ok());
    }
    let first = *find(text, slashes).first()?;
    // A weekday may stand before it, nothing more.
    (first.span.start().bytes() <= 24).then_some(first.date)
}

/// What the words directly before a date say of it: the last label in them counts.
pub fn stamp(before: &str) -> Option<Stamp> {
    let before = before.to_lowercase();
    let last = |words: &[&str]| words.iter().filter_map(|word| last_word(&before, word)).max();
    match (last(PUBLISHED), last(UPDATED)) {
        (None, None) => None,
        (published, updated) if published >= updated => Some(Stamp::Published),
        _ => Some(Stamp::Updated),
    }
}

/// Where a text last holds a word, as a whole word.
fn last_word(text: &str, word: &str) -> Option<usize> {
    let at = text.rfind(word)?;
    let before = text.get(..at).and_then(|t| t.chars().next_back());
    let after = text.get(at + word.len()..).and_then(|t| t.chars().next());
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphabetic());
    (apart(before) && apart(after)).then_some(at)
}

/// A piece of a text that may be a date.
#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    what: What<'a>,
    span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum What<'a> {
    /// A run of digits: its value, and how many they are.
    Number(u16, usize),
    Word(&'a str),
    Mark(char),
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let same = |other: char| match (digit(c), c.is_alphabetic()) {
            (Some(_), _) => digit(other).is_some(),
            (None, true) => other.is_alphabetic() || unicode_normalization::char::is_combining_mark(other),
            (None, false) => false,
        };
        let mut end = start + c.len_utf8();
        while let Some((at, next)) = chars.next_if(|&(_, next)| same(next)) {
            end = at + next.len_utf8();
        }
        let span = Span::new(start, end);
        let piece = span.slice(text).unwrap_or_default();
        let what = match (digit(c), c.is_alphabetic()) {
            (Some(_), _) => number(piece),
            (None, true) => What::Word(piece),
            (None, false) => What::Mark(c),
        };
        tokens.push(Token { what, span });
    }
    tokens
}

/// A decimal digit of the scripts dates are written in: European, Arabic, Persian.
fn digit(c: char) -> Option<u16> {
    let value = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
        '\u{6f0}'..='\u{6f9}' => u32::from(c) - 0x6f0,
        _ => return None,
    };
    u16::try_from(value).ok()
}

fn number(digits: &str) -> What<'_> {
    let value = digits.chars().filter_map(digit).fold(0u16, |n, d| n.saturating_mul(10).saturating_add(d));
    What::Number(value, digits.chars().count())
}

/// The number of a month's name, 1 to 12.
pub fn month(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    u8::try_from(at + 1).ok()
}

/// Whether a number before the token at `i` is joined to it by a mark: then both are parts of something longer.
fn runs_on_before(tokens: &[Token<'_>], i: usize) -> bool {
    let (Some(this), Some(mark), Some(number)) =
        (tokens.get(i), i.checked_sub(1).and_then(|j| tokens.get(j)), i.checked_sub(2).and_then(|j| tokens.get(j)))
    else {
        return false;
    };
    matches!(mark.what, What::Mark('-' | '/' | '.' | ':'))
        && matches!(number.what, What::Number(..))
        && matches!(this.what, What::Number(..))
        && mark.span.end() == this.span.start()
        && number.span.end() == mark.span.start()
}

/// Whether a month stands right behind a number that is none of its days: `31 June 2014` is not June 2014.
fn is_no_such_day(tokens: &[Token<'_>], i: usize) -> bool {
    let before = i.checked_sub(1).and_then(|j| tokens.get(j));
    matches!(tokens.get(i).map(|t| t.what), Some(What::Word(_)))
        && matches!(before.map(|t| t.what), Some(What::Number(_, 1 | 2)))
}

/// The date that tokens begin with, and how many tokens it takes.
fn read(tokens: &[Token<'_>], slashes: Slashes) -> Option<(Date, usize)> {
    match tokens.first()?.what {
        What::Number(y, 4) if year_like(y) => {
            numbers_year_first(tokens).or_else(|| counted_in_signs(tokens)).or_else(|| written_year_first(tokens))
        }
        What::Number(_, 1 | 2) => numbers_year_last(tokens, slashes)
            .or_else(|| written_day_first(tokens))
            .or_else(|| short_year_and_time(tokens)),
        What::Word(word) => month(word).and_then(|m| written_month_first(tokens, m)),
        _ => None,
    }
}

const fn year_like(y: u16) -> bool {
    1600 <= y && y <= 2199
}

fn small(token: Option<&Token<'_>>) -> Option<u8> {
    match token?.what {
        What::Number(n, 1 | 2) => u8::try_from(n).ok(),
        _ => None,
    }
}

fn year(token: Option<&Token<'_>>) -> Option<u16> {
    match token?.what {
        What::Number(y, 4) if year_like(y) => Some(y),
        _ => None,
    }
}

/// The mark by which three numbers are joined to a date.
fn joint(tokens: &[Token<'_>]) -> Option<char> {
    let (a, b) = (tokens.get(1)?, tokens.get(3)?);
    // `2024. 05. 03.` has spaces in it; with other marks a space parts.
    let tight = tokens.windows(2).take(4).all(|pair| match pair {
        [left, right] => left.span.end() == right.span.start(),
        _ => false,
    });
    match (a.what, b.what) {
        (What::Mark(a), What::Mark(b)) if a == b && (a == '.' || (tight && matches!(a, '-' | '/'))) => Some(a),
        _ => None,
    }
}

/// Whether a further number is joined on behind the first `used` tokens.
fn runs_on(tokens: &[Token<'_>], used: usize) -> bool {
    match (tokens.get(used - 1), tokens.get(used), tokens.get(used + 1)) {
        (Some(last), Some(mark), Some(next)) => {
            matches!(mark.what, What::Mark('-' | '/' | '.'))
                && matches!(next.what, What::Number(..))
                && last.span.end() == mark.span.start()
                && mark.span.end() == next.span.start()
        }
        _ => false,
    }
}

fn numbers_year_first(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    joint(tokens)?;
    let date = Date::new(year(tokens.first())?, small(tokens.get(2)), Some(small(tokens.get(4))?))?;
    (!runs_on(tokens, 5)).then_some((date, 5))
}

fn numbers_year_last(tokens: &[Token<'_>], slashes: Slashes) -> Option<(Date, usize)> {
    let mark = joint(tokens)?;
    let (a, b, y) = (small(tokens.first())?, small(tokens.get(2))?, year(tokens.get(4))?);
    let (day, month) = match (mark, slashes) {
        ('.', _) | (_, Slashes::DayFirst) => (a, b),
        (_, Slashes::MonthFirst) => (b, a),
        // One reading at most is a date, or both are the same.
        _ if a > 12 || a == b => (a, b),
        _ if b > 12 => (b, a),
        _ => return None,
    };
    let date = Date::new(y, Some(month), Some(day))?;
    (!runs_on(tokens, 5)).then_some((date, 5))
}

/// `11.06.14 | 10:15`, `11.06.14, 10:15`: a year of two digits, where the time of day says that it is a date at all.
fn short_year_and_time(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    const BETWEEN: usize = 2;
    let two = |i: usize| match tokens.get(i)?.what {
        What::Number(n, 2) => u8::try_from(n).ok(),
        _ => None,
    };
    let (day, month, year) = (two(0)?, two(2)?, two(4)?);
    let hour = (5..=5 + BETWEEN).find(|&i| matches!(tokens.get(i).map(|t| t.what), Some(What::Number(..))))?;
    let timed = two(hour).is_some_and(|h| h < 24)
        && tokens.get(hour + 1).is_some_and(|t| t.what == What::Mark(':'))
        && two(hour + 2).is_some_and(|m| m < 60);
    (timed && joint(tokens)? == '.').then(|| Date::new(2000 + u16::from(year), Some(month), Some(day)))?.map(|d| (d, 5))
}

/// `2014年6月11日`, `2014년 6월 11일`.
fn counted_in_signs(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let sign = |i: usize, of: [char; 2]| match tokens.get(i)?.what {
        What::Word(word) => word.starts_with(of).then_some(()),
        _ => None,
    };
    sign(1, ['年', '년'])?;
    sign(3, ['月', '월'])?;
    let (y, m) = (year(tokens.first())?, small(tokens.get(2))?);
    match (small(tokens.get(4)), sign(5, ['日', '일'])) {
        (Some(d), Some(())) => Date::new(y, Some(m), Some(d)).map(|date| (date, 6)),
        _ => Date::new(y, Some(m), None).map(|date| (date, 4)),
    }
}

/// How many tokens from `i` are only glue: ordinal endings, `de`, a comma or a full stop.
fn glue(tokens: &[Token<'_>], i: usize) -> usize {
    let is_glue = |t: &&Token<'_>| match t.what {
        What::Mark(c) => matches!(c, '.' | ',' | '-' | '\'' | '’' | 'º' | 'ª' | '/'),
        What::Word(word) => DATE_GLUE.contains(&word.to_lowercase().as_str()),
        What::Number(..) => false,
    };
    tokens.iter().skip(i).take(3).take_while(is_glue).count()
}

fn month_at(tokens: &[Token<'_>], i: usize) -> Option<u8> {
    match tokens.get(i)?.what {
        What::Word(word) => month(word),
        _ => None,
    }
}

fn written_day_first(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let day = small(tokens.first())?;
    let m = 1 + glue(tokens, 1);
    let month = month_at(tokens, m)?;
    let y = m + 1 + glue(tokens, m + 1);
    let date = Date::new(year(tokens.get(y))?, Some(month), Some(day))?;
    Some((date, y + 1))
}

fn written_month_first(tokens: &[Token<'_>], month: u8) -> Option<(Date, usize)> {
    let next = 1 + glue(tokens, 1);
    if let Some(y) = year(tokens.get(next)) {
        return Date::new(y, Some(month), None).map(|date| (date, next + 1));
    }
    let day = small(tokens.get(next))?;
    let y = next + 1 + glue(tokens, next + 1);
    let date = Date::new(year(tokens.get(y))?, Some(month), Some(day))?;
    Some((date, y + 1))
}

/// `2024 m. gegužės 3 d.`, `2024. május 3.`
fn written_year_first(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let m = 1 + glue(tokens, 1);
    let month = month_at(tokens, m)?;
    let day = m + 1 + glue(tokens, m + 1);
    let date = Date::new(year(tokens.first())?, Some(month), Some(small(tokens.get(day))?))?;
    Some((date, day + 1))
}

#[cfg(test)]
mod tests {
    use super::{Slashes, Stamp, find, parse, stamp};

    #[test]
    fn a_language_says_which_is_the_month_however_its_tag_is_written() {
        for (tag, slashes) in [
            ("en", Slashes::Unknown),
            ("EN", Slashes::Unknown),
            ("und", Slashes::Unknown),
            ("", Slashes::Unknown),
            ("en_US", Slashes::MonthFirst),
            ("EN-us", Slashes::MonthFirst),
            ("en-GB", Slashes::DayFirst),
            ("DE", Slashes::DayFirst),
        ] {
            assert_eq!(Slashes::in_language(tag), slashes, "{tag}");
        }
    }

    #[test]
    fn dates_are_found_as_people_write_them() {
        for (text, dates) in [
            ("January 28, 2021 Topic: Security", "2021-01-28"),
            ("11 June 2014", "2014-06-11"),
            ("15.03.2018\u{a0} | Anbar", "2018-03-15"),
            ("Thursday, June 11th, 2014 at 10:15", "2014-06-11"),
            ("the 3rd of May 2031", "2031-05-03"),
            ("Sept. 3, 2024", "2024-09-03"),
            ("11. Juni 2014, 12:30 Uhr", "2014-06-11"),
            ("1er août 2022", "2022-08-01"),
            ("11 de junio de 2014", "2014-06-11"),
            ("3 maggio 2024", "2024-05-03"),
            ("15 stycznia 2024 r.", "2024-01-15"),
            ("2024 m. gegužės 3 d.", "2024-05-03"),
            ("2024. május 3.", "2024-05-03"),
            ("28 января 2021 года", "2021-01-28"),
            ("3 Mayıs 2024", "2024-05-03"),
            ("2014年6月11日", "2014-06-11"),
            ("Mi 11.06.14 | 10:15 Uhr", "2014-06-11"),
            ("Version 11.06.14 of 10 parts", ""),
            ("٣ مايو ٢٠٢٤", "2024-05-03"),
            ("2014-06-11T10:00:00+02:00", "2014-06-11"),
            ("originally published in July 2014.", "2014-07"),
            ("2014/06/11 and 2014/06/12", "2014-06-11 2014-06-12"),
            ("28/01/2021", "2021-01-28"),
            ("01/28/2021", "2021-01-28"),
            ("03/04/2021", ""),
            ("31 June 2014", ""),
            ("10.0.2014.1", ""),
            ("in 2014 and on June 11", ""),
            ("+49 30 2014 11", ""),
        ] {
            let found: Vec<String> = find(text, Slashes::Unknown).iter().map(|f| f.date.to_string()).collect();
            assert_eq!(found.join(" "), dates, "{text}");
        }
        assert_eq!(find("03/04/2021", Slashes::DayFirst).first().unwrap().date.to_string(), "2021-04-03");
        assert_eq!(find("03/04/2021", Slashes::MonthFirst).first().unwrap().date.to_string(), "2021-03-04");
        for text in ["20140611", "Wed, 11 Jun 2014 10:00:00 GMT", "2014-06-11"] {
            assert_eq!(parse(text, Slashes::Unknown).unwrap().to_string(), "2014-06-11", "{text}");
        }
    }

    #[test]
    fn the_nearest_word_says_what_a_date_is() {
        for (before, means) in [
            ("Published ", Some(Stamp::Published)),
            ("Published 3 May 2024, updated ", Some(Stamp::Updated)),
            ("Zuletzt aktualisiert am ", Some(Stamp::Updated)),
            ("Last updated 5 May. First published ", Some(Stamp::Published)),
            ("understanding ", None),
            ("", None),
        ] {
            assert_eq!(stamp(before), means, "{before}");
        }
    }
}
