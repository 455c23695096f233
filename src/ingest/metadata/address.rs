//! The date in a page's address: `/2031/05/03/ferry`, `/20310503-ferry`, `/2031/05/ferry`. Refuses numbers of articles
//! that only look like dates, and years before there were pages.

use crate::article::Date;

/// The years in which pages may have been published.
const YEARS: std::ops::RangeInclusive<u16> = 1994..=2099;

/// The day or the month in an address's path.
pub fn date(url: &str) -> Option<Date> {
    let (_, rest) = url.split_once("://")?;
    let (_, path) = rest.split(['?', '#']).next()?.split_once('/')?;
    let parts: Vec<&str> = path.split('/').collect();
    let in_folders = || (0..parts.len()).find_map(|at| in_folders(parts.get(at..)?));
    parts.iter().find_map(|part| in_part(part)).or_else(in_folders)
}

/// The date that folders begin with: `2031/05/03`, `2031-05-03`, `2031/05`.
fn in_folders(parts: &[&str]) -> Option<Date> {
    let number = |at: usize, digits: usize| {
        let part = parts.get(at)?;
        (part.len() <= digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok()).flatten()
    };
    let month = u8::try_from(number(1, 2)?).ok();
    let day = number(2, 2).and_then(|day| u8::try_from(day).ok());
    let year = number(0, 4)?;
    YEARS.contains(&year).then(|| Date::new(year, month, day).or_else(|| Date::new(year, month, None))).flatten()
}

/// The day that one folder or name says: `2031-05-03-ferry`, `20310503-ferry`, or with the time, `A203105031410001`.
fn in_part(part: &str) -> Option<Date> {
    let dashed = || {
        let (date, rest) = part.split_at_checked(10)?;
        let is_mark = |at: usize| date.as_bytes().get(at) == Some(&b'-');
        let day = is_mark(4) && is_mark(7);
        (day && !rest.starts_with(|c: char| c.is_ascii_digit())).then(|| compact(&date.replace('-', ""))).flatten()
    };
    let digits = || {
        let bare = part.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let run = bare.split(|c: char| !c.is_ascii_digit()).next()?;
        let ends = part.len() == 8 || part.get(8..).is_some_and(|rest| rest.starts_with(['-', '_', '.']));
        let timed = || {
            let at = |from: usize| run.get(from..from + 2)?.parse::<u8>().ok();
            Some(at(8)? < 24 && at(10)? < 60)
        };
        let said = (run.len() == 8 && bare.len() == part.len() && ends) || (run.len() >= 12 && timed() == Some(true));
        said.then(|| compact(run.get(..8)?)).flatten()
    };
    dashed().or_else(digits)
}

/// `20310503`.
fn compact(digits: &str) -> Option<Date> {
    let (year, rest) = digits.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    let year = year.parse().ok().filter(|year| YEARS.contains(year))?;
    Date::new(year, Some(month.parse().ok()?), Some(day.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn an_address_may_say_the_day() {
        for (path, day) in [
            ("2031/05/03/ferry.html", "2031-05-03"),
            ("news/2031/5/3/ferry", "2031-05-03"),
            ("news/2031/05/ferry", "2031-05"),
            ("2031/05/1234567/ferry", "2031-05"),
            ("2031-05-03-ferry", "2031-05-03"),
            ("world/20310503-OYT1T50218/", "2031-05-03"),
            ("article/A2031050314320005196", "2031-05-03"),
            ("articles/20310503/k00", "2031-05-03"),
            ("article/20319903", ""),
            ("article/20310503123", ""),
            ("a20310503", ""),
            ("1871/05/03/war", ""),
            ("2031/ferry", ""),
            ("ferry?day=2031-05-03", ""),
            ("2031-05-031", ""),
        ] {
            let found = date(&format!("https://harbourpost.example/{path}"));
            assert_eq!(found.map(|d| d.to_string()).unwrap_or_default(), day, "{path}");
        }
    }
}
