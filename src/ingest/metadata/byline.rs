//! Names of authors out of bylines as people write them: `By Jane Doe and John Smith, Political Editor`. Refuses what is
//! not plainly the name of a person: callings, agencies, newspapers and sentences are none.

use crate::ingest::metadata::words::{BYLINE_LEADS, NAME_JOINERS, NAME_PARTICLES, NOT_NAMES};
use crate::text::outlet::{is_agency, is_outlet};

/// The longest byline that is read, in bytes.
const LONGEST: usize = 300;

/// What parts the names of a byline.
const PARTERS: [char; 12] = [',', ';', '|', '/', '•', '·', '\t', '(', ')', '–', '—', '\n'];

/// What stands between a person and the outlet of theirs: `Jane Doe of The Harbour Post`.
const WORKING: [&str; 5] = [" of ", " for ", " at ", " für ", " pour "];

/// What follows the word that a byline begins with: `By Jane Doe` gives `Jane Doe`. `None` when it begins with no such word.
pub fn without_lead(line: &str) -> Option<&str> {
    let line = line.trim();
    let head: String = line.chars().take(30).flat_map(char::to_lowercase).collect();
    // The longest lead that fits: 'text by' before 'text'.
    let first = head.chars().next();
    let fits = |lead: &&&str| {
        lead.chars().next() == first
            && head.strip_prefix(**lead).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let lead = BYLINE_LEADS.iter().filter(fits).max_by_key(|lead| lead.len())?;
    let chars = lead.chars().count();
    let after = line.char_indices().nth(chars).and_then(|(at, _)| line.get(at..))?;
    let rest =
        after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | '-' | '–' | '—' | '|' | '('));
    (!rest.is_empty()).then_some(rest)
}

/// The authors a byline names: a lead, then names. `None` unless the first thing after the lead is a name.
pub fn authors(line: &str) -> Option<Vec<String>> {
    (line.len() <= LONGEST).then(|| without_lead(line)).flatten().and_then(names)
}

/// The names in a text that is nothing but names, parted by commas, semicolons, bars or 'and', and what the people are.
/// `None` unless it begins with a name. Callings and houses among them are left out.
pub fn names(text: &str) -> Option<Vec<String>> {
    if text.len() > LONGEST {
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    for part in parts(text) {
        for name in people(part) {
            if is_name(&name) {
                if !names.contains(&name) {
                    names.push(name);
                }
            } else if names.is_empty() && !is_agency(&name) {
                return None;
            }
        }
    }
    (!names.is_empty()).then_some(names)
}

/// The parts of a byline: people, what they are, where they write from, whom they write for.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let working = |part| {
        let cuts = WORKING.iter().filter_map(|mark| str::split_once(part, mark));
        let (person, outlet) = cuts.filter(|(_, rest)| is_outlet(rest)).min_by_key(|(person, _)| person.len())?;
        Some([person, outlet])
    };
    let both = move |part| working(part).unwrap_or([part, ""]);
    text.split(PARTERS).flat_map(both).map(str::trim).filter(|part| !part.is_empty())
}

/// Whom those that a byline names write for: the outlet in it. An agency is none: it signs as an author.
pub fn house(line: &str) -> Option<String> {
    if line.len() > LONGEST {
        return None;
    }
    let text = without_lead(line).unwrap_or(line);
    parts(text).find(|part| is_outlet(part) && !is_agency(part)).map(str::to_owned)
}

/// `27 January 2026 • Gregor Meier • 3 minutes`: the people among the parts of a line with a date.
pub fn beside_date(line: &str) -> Option<Vec<String>> {
    let parts: Vec<&str> = line.split(['•', '|', '·', '/', '–', '—']).map(str::trim).collect();
    let named = |part: &&str| authors(part).or_else(|| is_name(part).then(|| vec![(*part).to_owned()]));
    (parts.len() > 1).then(|| parts.iter().find_map(named)).flatten()
}

/// The people of a part without commas: cut at joining words that stand between two capitalised ones.
fn people(part: &str) -> Vec<String> {
    let mut people = vec![Vec::new()];
    let words: Vec<&str> = part.split_whitespace().collect();
    for (i, word) in words.iter().enumerate() {
        let joins = NAME_JOINERS.contains(&word.to_lowercase().as_str())
            && !(word.chars().count() == 1 && word.chars().all(char::is_uppercase));
        // 'José Ortega y Gasset': a joiner after or before a single word is taken for a part of the name.
        let after_name = people.last().is_some_and(|p: &Vec<&str>| p.len() > 1);
        let before_name = words.get(i + 1).is_some_and(|w| is_capitalised(w)) && words.get(i + 2).is_some();
        if joins && after_name && before_name {
            people.push(Vec::new());
        } else if let Some(person) = people.last_mut() {
            person.push(word);
        }
    }
    people.into_iter().map(|words| words.join(" ")).collect()
}

/// Whether a text has the shape of one person's name: two to five capitalised words, particles between them, none of
/// them a word that stands in callings, houses or page furniture.
pub fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |w: &&&str| is_capitalised(w);
    let ends_well = words.first().is_some_and(|w| is_capitalised(w) || is_particle(w))
        && words.last().is_some_and(|w| is_capitalised(w) || is_joined_particle(w));
    let titled = words.first().is_some_and(|w| w.eq_ignore_ascii_case("the"));
    let twice = words.iter().zip(words.iter().skip(1)).any(|(a, b)| a == b);
    (2..=6).contains(&words.len())
        && !twice
        && !titled
        && text.chars().count() <= 60
        && ends_well
        && words.iter().filter(|w| is_capitalised(w) || is_joined_particle(w)).count() >= 2
        && words.iter().filter(capital).count() <= 5
        && words.iter().all(|w| (is_capitalised(w) || is_particle(w) || is_joined_particle(w)) && !is_no_name(w))
        && !is_outlet(text)
}

fn is_no_name(word: &str) -> bool {
    let bare: String = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let particle = word.chars().next().is_some_and(char::is_lowercase);
    !particle && NOT_NAMES.contains(&bare.as_str())
}

fn is_particle(word: &str) -> bool {
    NAME_PARTICLES.contains(&word)
}

/// `al-Khoei`, `d'Arc`, `el-Sayed`: a small particle joined to a capitalised word.
fn is_joined_particle(word: &str) -> bool {
    word.split_once(['-', '\'', '’']).is_some_and(|(particle, rest)| {
        particle.chars().count() <= 3 && particle.chars().all(char::is_lowercase) && is_capitalised(rest)
    })
}

/// A capital and then letters, with the marks that stand in names: `O'Brien`, `J.`, `Jean-Luc`.
fn is_capitalised(word: &str) -> bool {
    let mut chars = word.chars();
    let inner = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.' | '‘' | '`') || c == '\u{301}';
    let dots = word.matches('.').count();
    chars.next().is_some_and(char::is_uppercase)
        && chars.all(inner)
        && !is_run_on(word)
        // A full stop is an initial's or a short title's: 'J.', 'A.B.', 'Dr.'; not the end of a sentence.
        && (dots == 0 || word.chars().count() <= 2 * dots + 1 || (dots == 1 && word.chars().count() <= 4))
}

/// `MackenzieLifestyle`: two words that a page ran together. `McDonald` and `DeLillo` are one.
fn is_run_on(word: &str) -> bool {
    const LONGEST_PREFIX: usize = 3;
    let run = |(i, (a, b)): (usize, (char, char))| i >= LONGEST_PREFIX && a.is_lowercase() && b.is_uppercase();
    word.chars().zip(word.chars().skip(1)).enumerate().any(run)
}

/// Whether an author's name is an agency's, a house's or a desk's: such are no people.
pub fn is_house(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(is_house_word)
}

fn is_house_word(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase) && NOT_NAMES.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::{authors, beside_date, house, is_name, names};

    #[test]
    fn bylines_give_the_people_and_nothing_else() {
        for (line, people) in [
            ("By Jane Doe", "Jane Doe"),
            ("By Jane Doe and John Smith, Political Editor", "Jane Doe; John Smith"),
            ("BY: JANE DOE | Reuters", "JANE DOE"),
            ("Von Anna Müller und Jan-Peter Weiß", "Anna Müller; Jan-Peter Weiß"),
            ("Par Élise Dubois, à Bruxelles", "Élise Dubois"),
            ("Por José Ortega y Gasset", "José Ortega y Gasset"),
            ("Written by Hayder al-Khoei", "Hayder al-Khoei"),
            ("Autor: Ludwig van der Rohe", "Ludwig van der Rohe"),
            ("Автор: Анна Петрова", "Анна Петрова"),
            ("By J. K. O'Brien for the Post", ""),
            ("By the time she came home, it was dark", ""),
            ("By Staff Reporter", ""),
            ("By Reuters", ""),
            ("Von Erfurt nach Weimar", ""),
            ("Bytes of text", ""),
            ("By", ""),
        ] {
            assert_eq!(authors(line).unwrap_or_default().join("; "), people, "{line}");
        }
        assert_eq!(names("Jane Doe, Senior Analyst; John Roe").unwrap(), ["Jane Doe", "John Roe"]);
    }

    #[test]
    fn a_paper_in_a_byline_is_no_person() {
        for (line, people, paper) in [
            ("By Ines Maddock, The Valley Courier", "Ines Maddock", "The Valley Courier"),
            ("By Ines Maddock | Dene Observer | 3 May 2031", "Ines Maddock", "Dene Observer"),
            ("By Ines Maddock of The Valley Courier", "Ines Maddock", "The Valley Courier"),
            ("Von Jan Weiß, Hafener Nachrichten", "Jan Weiß", "Hafener Nachrichten"),
            ("By Ines Maddock and Jan Weiß, AP", "Ines Maddock; Jan Weiß", ""),
            ("By AP, Ines Maddock", "Ines Maddock", ""),
            ("By Ines Maddock, Press Officer", "Ines Maddock", ""),
            ("By Ines Maddock, The Hague", "Ines Maddock", ""),
            ("By AP", "", ""),
            ("By Associated Press", "", ""),
            ("Valley Courier, 3 May 2031", "", "Valley Courier"),
        ] {
            assert_eq!(authors(line).unwrap_or_default().join("; "), people, "{line}");
            assert_eq!(house(line).unwrap_or_default(), paper, "{line}");
        }
        assert_eq!(beside_date("3 May 2031 | Ines Maddock | 3 minutes").unwrap(), ["Ines Maddock"]);
    }

    #[test]
    fn a_name_has_the_shape_of_one() {
        for name in
            ["Maya Carlin", "Kamal al-Ayash", "Ines Maddock", "Charles de Gaulle", "Ian McDonald", "Guðrún Jónsdóttir"]
        {
            assert!(is_name(name), "{name}");
        }
        for other in [
            "Breaking News",
            "Accessibility links",
            "Middle East",
            "Chatham House",
            "He left. Then",
            "Iraq",
            "Police on parade in Anbar.",
            "Our Projects",
            "Emma MackenzieLifestyle",
            "Partager Partager",
            "Jobs in Berlin",
        ] {
            assert!(!is_name(other), "{other}");
        }
    }
}
