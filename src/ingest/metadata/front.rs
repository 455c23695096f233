//! The lines between a title and the text: bylines and dates that stand alone. One rule for every format that has such.

use super::byline;
use super::date::{self, Slashes, Stamp};
use crate::article::{Date, Edtf};
use crate::ingest::{Field, Metadata};
use crate::text::outlet::{is_agency, is_outlet};

/// Longest line that is looked at, in bytes.
const LONGEST: usize = 200;
/// Longest list of names in a byline, in bytes.
const MOST_NAMES: usize = 120;
/// The most that may stand beside a date in its line, in bytes.
const MOST_BESIDE: usize = 40;

/// Reads one line of the front into the metadata, where that has nothing yet. Tells whether the line was a byline or a
/// date, and so is no part of the text. `origin` says where the line stands.
pub fn take(metadata: &mut Metadata, line: &str, slashes: Slashes, origin: &str) -> bool {
    if line.len() > LONGEST || ends_sentence(line) {
        return false;
    }
    let undated = undated(line, slashes);
    let named = signed(line, slashes).unwrap_or_default();
    let day = if named.is_empty() { date_alone(line, slashes) } else { date_beside(line, slashes) };
    if named.is_empty() && day.is_none() {
        return false;
    }
    let people = Some(named).filter(|named| !named.is_empty()).or_else(|| byline::beside_date(&undated));
    let field = |value| Field { value, origin: format!("byline {origin}"), confidence: 0.9 };
    metadata.authors = metadata.authors.take().or_else(|| people.map(field));
    let field = |value| Field { value, origin: format!("byline {origin}"), confidence: 0.7 };
    metadata.publisher = metadata.publisher.take().or_else(|| byline::house(&undated).map(field));
    if let Some((date, _)) = day.filter(|(_, stamp)| *stamp != Some(Stamp::Updated)) {
        let field = || Field { value: Edtf::Date(date), origin: format!("date {origin}"), confidence: 0.85 };
        metadata.published.get_or_insert_with(field);
    }
    true
}

/// Whom a byline names, be they people or a house that signs for them.
pub fn signed(line: &str, slashes: Slashes) -> Option<Vec<String>> {
    let undated = undated(line, slashes);
    let rest = byline::without_lead(&undated).filter(|rest| rest.len() < MOST_NAMES)?;
    Some(named(rest)).filter(|named| !named.is_empty())
}

/// A line without its dates.
fn undated(line: &str, slashes: Slashes) -> String {
    let (mut rest, mut from) = (String::new(), 0);
    for found in date::find(line, slashes) {
        rest.push_str(line.get(from..found.span.start().bytes()).unwrap_or_default());
        from = found.span.end().bytes();
    }
    rest + line.get(from..).unwrap_or_default()
}

/// The first date of a byline that is not said to be of a change.
fn date_beside(line: &str, slashes: Slashes) -> Option<(Date, Option<Stamp>)> {
    let stamped = |found: date::Found| {
        let before = line.get(..found.span.start().bytes()).unwrap_or_default();
        (found.date, date::stamp(before))
    };
    date::find(line, slashes).into_iter().map(stamped).find(|(_, stamp)| *stamp != Some(Stamp::Updated))
}

/// The authors where a document names them in a place of their own. What is said there in so many words is believed: an
/// agency or a desk signs as people do. What people are, and where they write from, is left out; and what is neither a
/// name nor a house's names nobody.
pub fn named(text: &str) -> Vec<String> {
    let says_who = |p: &&str| p.contains(char::is_alphabetic) && date::stamp(p).is_none();
    let parts = || text.split([',', ';', '|', '•']).map(str::trim).filter(says_who);
    let Some(people) = byline::names(text) else {
        let all = parts().all(|p| signs_as_house(p) || is_house(p) || byline::is_name(p));
        return if all { parts().map(str::to_owned).collect() } else { Vec::new() };
    };
    let mut all = people;
    // A paper beside a person is whom they write for; an agency signs with them.
    let signs = |p: &&str| is_agency(p) || signs_as_house(p) && !is_outlet(p);
    all.extend(parts().filter(signs).map(str::to_owned));
    all
}

/// An agency's signature: one word, all capitals or all small letters.
fn signs_as_house(part: &str) -> bool {
    let letters = || part.chars().filter(|c| c.is_alphabetic());
    let (short, one) = ((2..=9).contains(&letters().count()), !part.contains(' '));
    short && one && (letters().all(char::is_uppercase) || !letters().any(char::is_uppercase))
}

/// A house or a desk: few words, all capitalised, or one of them a word that only houses and desks have.
fn is_house(part: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let capital = |w: &str| w.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let raised = |w: &str| w.chars().next().map(|c| c.to_uppercase().chain(w.chars().skip(1)).collect::<String>());
    let known = part.split([' ', '-']).filter_map(raised).any(|w| byline::is_house(&w));
    part.split_whitespace().count() <= MOST_WORDS && (known || part.split_whitespace().all(capital))
}

/// The date of a line that says little else, and what the line says it is of: beside it a label, a place, a time, but no
/// words of a sentence.
fn date_alone(line: &str, slashes: Slashes) -> Option<(Date, Option<Stamp>)> {
    let found = date::find(line, slashes);
    let [only] = found.as_slice() else { return None };
    let before = line.get(..only.span.start().bytes())?;
    let beside = before.split_whitespace().chain(line.get(only.span.end().bytes()..)?.split_whitespace());
    let of_sentence = |w: &str| w.starts_with(char::is_lowercase) && w.chars().count() > 3;
    let stamp = date::stamp(before);
    let alone = stamp.is_some() || !beside.into_iter().any(of_sentence);
    (alone && line.len() - only.span.len() <= MOST_BESIDE).then_some((only.date, stamp))
}

fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(['"', '”', '“', '’', ')', '»']);
    bare.ends_with(['.', '!', '?', ':', ';']) && bare.split_whitespace().count() > 6
}

/// Letters and figures of a text in lower case, by which titles are compared.
pub fn squeeze(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{Metadata, Slashes, named, take};

    #[test]
    fn a_byline_is_believed() {
        for (text, names) in [
            ("Ines Maddock and Jan Weiß, dpa", "Ines Maddock; Jan Weiß; dpa"),
            ("Ines Maddock, jw", "Ines Maddock; jw"),
            ("Ines Maddock, The Valley Courier, 10:15", "Ines Maddock"),
            ("The Valley Courier", "The Valley Courier"),
            ("Ines Maddock, Political Editor", "Ines Maddock"),
            ("Harbour Post staff", "Harbour Post staff"),
            ("dpa", "dpa"),
            ("Les Echos", "Les Echos"),
            ("Guardian staff reporter", "Guardian staff reporter"),
            ("the time she came home again", ""),
        ] {
            assert_eq!(named(text).join("; "), names, "{text}");
        }
    }

    #[test]
    fn one_line_may_say_who_where_and_when() {
        for (line, said) in [
            ("By Ines Maddock, The Valley Courier, 3 May 2031", "Ines Maddock / The Valley Courier / 2031-05-03"),
            ("By Ines Maddock, 3 May 2031", "Ines Maddock /  / 2031-05-03"),
            ("By Ines Maddock | 3 May 2031 | Valley Courier", "Ines Maddock / Valley Courier / 2031-05-03"),
            ("Ines Maddock | Valley Courier | 3 May 2031", "Ines Maddock / Valley Courier / 2031-05-03"),
            ("The Valley Courier, 3 May 2031", " / The Valley Courier / 2031-05-03"),
            ("By Ines Maddock, updated 3 May 2031", "Ines Maddock /  / "),
            ("By Harbour Post staff, 3 May 2031, 10:15", "Harbour Post staff /  / 2031-05-03"),
            ("By AP", "AP /  / "),
        ] {
            let mut m = Metadata::default();
            assert!(take(&mut m, line, Slashes::default(), "below the title"), "{line}");
            let authors = m.authors.map(|f| f.value.join("; ")).unwrap_or_default();
            let publisher = m.publisher.map(|f| f.value).unwrap_or_default();
            let published = m.published.map(|f| f.value.to_string()).unwrap_or_default();
            assert_eq!(format!("{authors} / {publisher} / {published}"), said, "{line}");
        }
    }

    #[test]
    fn bylines_and_dates_are_taken_and_text_is_not() {
        for (line, taken) in [
            ("By Ines Maddock", true),
            ("3 May 2031", true),
            ("Published: 3 May 2031, 10:15", true),
            ("By Reuters", true),
            ("By Staff Reporter", true),
            ("Von Erfurt nach Weimar", false),
            ("By land and sea", false),
            ("What happened on 3 May 2031", false),
            ("On 3 May 2031 the ferry ran aground off Brannock Point in a thick fog.", false),
            ("The ferry struck a sandbank", false),
        ] {
            assert_eq!(take(&mut Metadata::default(), line, Slashes::default(), "below the title"), taken, "{line}");
        }
    }
}
