//! The day of what a sentence tells, in languages whose dates `when` does not read: a weekday in Polish, Russian, Ukrainian and
//! Czech, the bare day of a month in Japanese and Korean, the night between two Italian weekdays. Refuses every sentence that
//! names two days, and one whose verb could mean the day before as well as the day after.

use crate::analysis::calendar::{shifted, weekday, weekday_of};
use crate::analysis::quotations::Quoted;
use crate::article::{Date, Edtf};
use crate::text::{Span, segment};

/// How a language names a weekday on which something happens, from Monday on, and how its verbs tell the time.
struct Week {
    tag: &'static str,
    /// What stands before the day.
    on: &'static [&'static str],
    days: [&'static str; 7],
    past: &'static [&'static str],
    ahead: &'static [&'static str],
}

#[rustfmt::skip]
const WEEKS: [Week; 4] = [
    Week {
        tag: "pl",
        on: &["w", "we"],
        days: ["poniedziałek", "wtorek", "środę", "czwartek", "piątek", "sobotę", "niedzielę"],
        past: &["ł", "ła", "ło", "li", "ły", "ano", "ono", "ęto", "ito"],
        ahead: &["ma", "mają", "będzie", "będą", "może", "mogą", "odbędzie", "odbędą", "zostanie", "zostaną", "planuje", "planują"],
    },
    Week {
        tag: "ru",
        on: &["в", "во"],
        days: ["понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"],
        past: &["л", "ла", "ло", "ли", "лся", "лась", "лось", "лись"],
        ahead: &["будет", "будут", "может", "могут", "пройдет", "пройдёт", "пройдут", "состоится", "состоятся", "планирует", "планируют", "должен", "должны", "должна"],
    },
    Week {
        tag: "uk",
        on: &["в", "у"],
        days: ["понеділок", "вівторок", "середу", "четвер", "п'ятницю", "суботу", "неділю"],
        past: &["в", "ла", "ло", "ли", "вся", "лася", "лося", "лися"],
        ahead: &["буде", "будуть", "може", "можуть", "відбудеться", "відбудуться", "планує", "планують", "має", "мають"],
    },
    Week {
        tag: "cs",
        on: &["v", "ve"],
        days: ["pondělí", "úterý", "středu", "čtvrtek", "pátek", "sobotu", "neděli"],
        past: &["l", "la", "lo", "li", "ly"],
        ahead: &["bude", "budou", "může", "mohou", "má", "mají", "plánuje", "plánují"],
    },
];

/// How the words begin that open a clause about something in the sentence.
const RELATIVE: &[&str] = &["któr", "котор", "який", "яка", "яке", "які", "kter"];

/// Words that end as verbs of the past do.
const NO_VERBS: &[&str] = &["jeśli", "jeżeli", "czyli", "если", "или", "після", "jestli", "podle"];

/// The day or days of what `body` tells in the language `tag`, told on the day `published`.
pub(super) fn day(tag: &str, body: &str, published: Date) -> Option<Edtf> {
    match tag {
        "ja" => day_of_month(body, published, &JAPANESE).map(Edtf::Date),
        "ko" => day_of_month(body, published, &KOREAN).map(Edtf::Date),
        "it" => night_between(body, published),
        _ => on_weekday(WEEKS.iter().find(|week| week.tag == tag)?, body, published).map(Edtf::Date),
    }
}

/// 'We wtorek': the last one or the next one, as the verb of its clause has it; the day of publication itself either way.
fn on_weekday(week: &Week, body: &str, published: Date) -> Option<Date> {
    let words: Vec<(Span, String)> =
        segment::words(body).map(|(span, word)| (span, word.to_lowercase().replace('’', "'"))).collect();
    let number = |word: &str| week.days.iter().position(|day| *day == word);
    let mut named = words.iter().enumerate().filter_map(|(at, (_, word))| Some((at, number(word)?)));
    let ((at, day), None) = (named.next()?, named.next()) else { return None };
    let before = words.get(at.checked_sub(1)?)?;
    if !week.on.contains(&before.1.as_str()) {
        return None;
    }
    let place = words.get(at)?.0;
    let quoted = Quoted::default().spans(body).iter().any(|quoted| quoted.covers(place));
    let ahead_by = i32::try_from(day).ok()? + 7 - i32::try_from(weekday_of(published)?).ok()?;
    if quoted {
        return None;
    }
    if ahead_by % 7 == 0 {
        return Some(published);
    }
    let apart = |c: char| matches!(c, ',' | '–' | '—' | ':' | ';');
    let from = body.get(..place.start().bytes())?.rfind(apart).unwrap_or(0);
    let until = body.get(place.end().bytes()..)?.find(apart).map_or(body.len(), |at| place.end().bytes() + at);
    let clause = words.iter().filter(|(span, _)| (from..until).contains(&span.start().bytes()));
    let clause: Vec<&str> = clause.map(|(_, word)| word.as_str()).collect();
    // 'The rules, which were dropped on Friday'
    if clause.iter().any(|word| RELATIVE.iter().any(|stem| word.starts_with(stem))) {
        return None;
    }
    let past = clause.iter().any(|word| {
        word.chars().count() > 2
            && !NO_VERBS.contains(word)
            && !week.days.contains(word)
            && week.past.iter().any(|end| word.ends_with(end))
    });
    match (past, clause.iter().any(|word| week.ahead.contains(word))) {
        (true, false) => shifted(published, ahead_by % 7 - 7),
        (false, true) => shifted(published, ahead_by % 7),
        _ => None,
    }
}

/// How a language writes the bare day of a month.
struct Days {
    day: char,
    month: char,
    /// What stands before the day of the next month.
    next: &'static [&'static str],
    /// What stands before another month's or week's.
    other: &'static [&'static str],
    /// What follows a day on which something happens.
    follows: &'static [&'static str],
}

#[rustfmt::skip]
const JAPANESE: Days = Days {
    day: '日',
    month: '月',
    next: &["来月"],
    other: &["先月", "昨年", "毎月"],
    follows: &["、", "夜", "朝", "午前", "午後", "夕", "未明", "早朝", "深夜"],
};

#[rustfmt::skip]
const KOREAN: Days = Days {
    day: '일',
    month: '월',
    next: &["다음 달", "내달"],
    other: &["지난달", "지난 달", "매달", "매월", "오는"],
    follows: &[" ", "("],
};

/// '13日、': the last such day, where it is at most a week ago; that of the next month where it says so.
fn day_of_month(body: &str, published: Date, days: &Days) -> Option<Date> {
    const RECENT: i32 = 7;
    let quoted = Quoted::default().spans(body);
    let numbered = |(at, _): (usize, &str)| {
        let before = body.get(..at)?;
        let number: Vec<char> = before.chars().rev().take_while(|c| digit(*c).is_some()).collect();
        let from = at - number.iter().map(|c| c.len_utf8()).sum::<usize>();
        let value = number.iter().rev().try_fold(0u8, |sum, c| sum.checked_mul(10)?.checked_add(digit(*c)?))?;
        let free = !quoted.iter().any(|quoted| quoted.covers(Span::new(from, at)));
        (!number.is_empty() && free).then_some((from, at + days.day.len_utf8(), value))
    };
    let mut found = body.match_indices(days.day).filter_map(numbered);
    let ((from, until, number), None) = (found.next()?, found.next()) else { return None };
    let (before, behind) = (body.get(..from)?.trim_end(), body.get(until..)?);
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let happens = days.follows.iter().any(|follows| behind.starts_with(follows));
    if !happens || before.ends_with(days.month) || before.ends_with(char::is_numeric) || ends(days.other) {
        return None;
    }
    let (year, month) = (published.year(), published.month()?);
    if ends(days.next) {
        let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        return Date::new(year, Some(month), Some(number));
    }
    (0..=RECENT).filter_map(|ago| shifted(published, -ago)).find(|date| date.day() == Some(number))
}

/// A digit, also of full width.
fn digit(c: char) -> Option<u8> {
    let wide = u32::from(c).checked_sub(0xff10).filter(|digit| *digit < 10);
    c.to_digit(10).or(wide).and_then(|digit| u8::try_from(digit).ok())
}

/// 'Nella notte tra sabato e domenica': the last such night, by the day of publication at the latest.
fn night_between(body: &str, published: Date) -> Option<Edtf> {
    let words: Vec<String> = segment::words(body).map(|(_, word)| word.to_lowercase()).collect();
    let night = |five: &[String]| {
        let [night, between, first, and, second] = five else { return None };
        let between = matches!(between.as_str(), "tra" | "fra") && night == "notte" && and == "e";
        let (first, second) = (weekday(first)?, weekday(second)?);
        (between && (first + 1) % 7 == second).then_some(i32::from(second))
    };
    let mut nights = words.windows(5).filter_map(night);
    let (second, None) = (nights.next()?, nights.next()) else { return None };
    let today = i32::try_from(weekday_of(published)?).ok()?;
    let last = shifted(published, -((today + 7 - second) % 7))?;
    Some(Edtf::Interval(shifted(last, -1)?, last))
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_day_is_dated_where_the_calendar_and_the_verb_tell_it() {
        // A Sunday.
        for (tag, sentence, expected) in [
            ("pl", "Port w Kerrick zamknięto we wtorek.", Some("2026-04-14")),
            ("pl", "Rada podała, że rozmowy mają odbyć się we wtorek.", Some("2026-04-21")),
            ("pl", "Port zamknął bramy w niedzielę.", Some("2026-04-19")),
            ("pl", "Port zamknął bramy w piątek i w sobotę.", None),
            ("pl", "Rada wraca do zasad, które zostały odrzucone w piątek.", None),
            ("pl", "Rozmowy we wtorek to szansa.", None),
            ("ru", "Паром сел на мель в пятницу.", Some("2026-04-17")),
            ("ru", "Совет соберется, встреча состоится в среду.", Some("2026-04-22")),
            ("cs", "Trajekt uvázl v pátek na mělčině.", Some("2026-04-17")),
            ("ja", "港湾局は13日、港を閉じた。", Some("2026-04-13")),
            ("ja", "港湾局は１９日夜、港を閉じた。", Some("2026-04-19")),
            ("ja", "港湾局は5日、港を閉じた。", None),
            ("ja", "港湾局は3月13日、港を閉じた。", None),
            ("ja", "港湾局は13日間、港を閉じた。", None),
            ("ja", "就任が20日に迫る中、港が閉じた。", None),
            ("ko", "여객선이 18일 케릭에서 좌초했다.", Some("2026-04-18")),
            ("ko", "법원은 다음 달 19일 선장에게 선고한다.", Some("2026-05-19")),
            ("ko", "여객선이 3월 18일 케릭에서 좌초했다.", None),
            ("it", "Il faro si è spento nella notte tra sabato e domenica.", Some("2026-04-18/2026-04-19")),
            ("it", "Il faro si è spento tra sabato e martedì.", None),
            ("es", "El faro se apagó.", None),
        ] {
            let found = day(tag, sentence, "2026-04-19".parse().unwrap()).map(|day| day.to_string());
            assert_eq!(found.as_deref(), expected, "{sentence}");
        }
    }
}
