//! Where and by which agency news was written, as it stands before a text's first sentence: 'KERRICK, May 3 (Post) -- '. Refuses to look
//! anywhere but at the head.

use memchr::memchr;

use crate::analysis::lexicon::WELL_KNOWN;
use crate::text::{Span, segment};

/// A line with place, day and agency has so many bytes at most; the dash behind it, with its spaces.
const LINE: usize = 60;
const DASH: usize = 5;

/// The part of a sentence without 'KERRICK, May 3 (Post) -- '.
pub fn without_dateline(sentence: &str, span: Span) -> Span {
    let Some(text) = span.slice(sentence) else { return span };
    if let Some(skip) = agency_line(text).or_else(|| place_and_land(text)) {
        return from(span, skip);
    }
    let head = text.get(..text.floor_char_boundary(LINE + DASH)).unwrap_or(text);
    if !head.contains([':', '-', '–', '—']) {
        return span;
    }
    if let Some((place, _)) = head.split_once(": ").filter(|(place, _)| is_place_line(place) || is_shouted_place(place))
    {
        return from(span, place.len() + 2);
    }
    if let Some((place, _)) = head.split_once('—').filter(|(place, _)| is_shouted_place(place)) {
        return from(span, place.len() + '—'.len_utf8());
    }
    for dash in [" -- ", " — ", " – ", " - "] {
        let Some((line, _)) = head.split_once(dash) else { continue };
        if is_dated_place(line) {
            return from(span, line.len() + dash.len());
        }
        let place = line.split([' ', ',']).next().unwrap_or("");
        let plain = line.split([' ', ',']).all(|word| !word.starts_with(char::is_lowercase));
        let shouted =
            plain && place.chars().count() > 2 && place.chars().all(|c| c.is_uppercase() || c == '.' || c == '-');
        let agency = line.starts_with('(') && line.ends_with(')');
        if is_capital_alone(line) && dash != " - " {
            return from(span, line.len() + dash.len());
        }
        // 'New York, NY – '
        let state = line.split_once(", ").is_some_and(|(city, state)| {
            let capital = |word: &str| word.starts_with(char::is_uppercase);
            dash != " - "
                && state.len() <= 5
                && state.chars().all(|c| c.is_uppercase() || c == '.')
                && city.split(' ').all(capital)
        });
        if line.len() <= LINE
            && (state || (shouted && segment::word_count(line) <= 8) || agency || line.ends_with(')') && shouted)
        {
            return from(span, line.len() + dash.len());
        }
    }
    span
}

/// 'Kerrick/Norland', 'Kerrick, 27.6.2031', 'Kerrick (dpa)': how German pages begin.
fn is_dated_place(line: &str) -> bool {
    const AGENCIES: &[&str] = &["dpa", "sda", "apa", "afp", "lnw", "lby", "epd", "kna", "sid", "dpa-afx"];
    let capital = |word: &str| word.starts_with(char::is_uppercase) && !word.chars().all(char::is_uppercase);
    let city = |name: &str| name.len() > 2 && name.split([' ', '-']).all(capital) && name.split(' ').count() <= 3;
    let dated = |date: &str| date.contains('.') && date.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ' '));
    let agency = |name: &str| {
        let names = name.strip_suffix(')').map(|name| name.split('/'));
        names.and_then(|mut names| names.next()).is_some_and(|first| AGENCIES.contains(&first))
    };
    line.len() <= LINE
        && (line.split_once('/').is_some_and(|(one, other)| city(one) && city(other))
            || line.split_once(", ").is_some_and(|(place, date)| city(place) && dated(date))
            || line.split_once(" (").is_some_and(|(place, name)| place.split('/').all(city) && agency(name)))
}

/// 'Wien': a city from which so much news comes that it needs no land, before a long dash.
fn is_capital_alone(line: &str) -> bool {
    const CITIES: &[&str] = &[
        "Wien",
        "Berlin",
        "Rom",
        "London",
        "Paris",
        "Brüssel",
        "Washington",
        "Moskau",
        "Madrid",
        "Bern",
        "Zürich",
        "Frankfurt",
        "München",
        "Hamburg",
        "Köln",
        "Peking",
        "Tokio",
        "Athen",
        "Ankara",
        "Istanbul",
        "Warschau",
        "Prag",
        "Budapest",
        "Kiew",
        "Kairo",
        "Jerusalem",
        "Teheran",
        "Genf",
        "Graz",
        "Salzburg",
        "Linz",
        "Innsbruck",
        "Klagenfurt",
        "Stuttgart",
        "Dresden",
        "Leipzig",
        "Hannover",
        "Düsseldorf",
        "New York",
        "Brussels",
        "Moscow",
        "Beijing",
        "Tokyo",
        "Geneva",
        "Athens",
        "Vienna",
        "Cairo",
        "Kyiv",
        "Warsaw",
        "Prague",
    ];
    CITIES.contains(&line)
}

/// 'Kerrick, NO, Norland': places alone, parted by commas.
fn is_place_line(line: &str) -> bool {
    let words = line.split(' ');
    line.len() <= 50
        && line.contains(", ")
        && words.clone().count() <= 7
        && words.into_iter().all(|w| w.starts_with(char::is_uppercase))
}

/// 'KERRICK', 'PORT HALE': a place alone, as agencies write it before their news.
fn is_shouted_place(line: &str) -> bool {
    let place =
        |word: &str| word.chars().count() >= 4 && word.chars().all(char::is_uppercase) && !WELL_KNOWN.contains(word);
    line.len() <= 30 && line.split(' ').count() <= 3 && line.split(' ').all(place)
}

/// How long a head like 'KERRICK, Norland ' is, of a page that has lost the dash behind it.
fn place_and_land(text: &str) -> Option<usize> {
    const ARTICLES: &[&str] = &["The", "A", "An"];
    let (place, rest) = text.get(..text.floor_char_boundary(LINE)).unwrap_or(text).split_once(", ")?;
    let words: Vec<&str> = rest.split(' ').collect();
    let capital = |word: &&&str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    let run = words.iter().take_while(capital).count();
    let opens = words.get(run)?.starts_with(char::is_lowercase)
        && (run == 2 || run == 3 && words.get(2).is_some_and(|word| ARTICLES.contains(word)));
    let land: usize = words.iter().take(run.checked_sub(1)?).map(|word| word.len() + 1).sum();
    (opens && is_shouted_place(place)).then_some(place.len() + 2 + land)
}

/// How long a head like 'Kerrick, Norland (Post)' is, with the dashes and spaces behind it.
pub fn agency_line(text: &str) -> Option<usize> {
    let close = memchr(b')', text.as_bytes().get(..=LINE).unwrap_or(text.as_bytes()))?;
    let (place, agency) = text.get(..close)?.split_once('(')?;
    let places = place.split([' ', ',']).all(|word| word.starts_with(char::is_uppercase) || word.is_empty());
    let named = agency.len() >= 2 && agency.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let rest = text.get(close + 1..)?;
    let after = rest.trim_start_matches([' ', '-', '–', '—', '\u{a0}']);
    let dashed = rest.trim_start().starts_with(['-', '–', '—']);
    let glued = rest.starts_with(char::is_uppercase) || rest.starts_with(['"', '“']);
    (places && named && (dashed || glued || place.trim().is_empty())).then(|| text.len() - after.len())
}

fn from(span: Span, skip: usize) -> Span {
    Span::new(span.start().plus(skip), span.end())
}

#[cfg(test)]
mod tests {
    use super::without_dateline;
    use crate::text::Span;

    #[test]
    fn a_dateline_is_told_from_a_sentence_that_begins_like_one() {
        for (sentence, said) in [
            ("KERRICK, May 3 (Post) -- The ship sank.", "The ship sank."),
            ("Kerrick, Norland (Post)The ship sank.", "The ship sank."),
            ("Kerrick/Norland – Das Schiff sank.", "Das Schiff sank."),
            ("Wien – Das Schiff sank.", "Das Schiff sank."),
            ("Hale – Das Schiff sank.", "Hale – Das Schiff sank."),
            ("Kerrick (dpa/nor) – Das Schiff sank.", "Das Schiff sank."),
            ("PORT HALE—Six ships sank.", "Six ships sank."),
            ("KERRICK, Norland Two old ships sank.", "Two old ships sank."),
            ("KERRICK, New Norland The old ship sank.", "The old ship sank."),
            ("NATO, Norland and Kerrick met.", "NATO, Norland and Kerrick met."),
            ("KERRICK, Norland has sunk a ship.", "KERRICK, Norland has sunk a ship."),
            ("PORT HALE: The ship sank.", "The ship sank."),
            (
                "Hale said four ships -- all of them old -- had sunk.",
                "Hale said four ships -- all of them old -- had sunk.",
            ),
            ("The Norland Post (NP) said that it sank.", "The Norland Post (NP) said that it sank."),
        ] {
            let part = without_dateline(sentence, Span::whole(sentence));
            assert_eq!(part.slice(sentence), Some(said));
        }
    }
}
