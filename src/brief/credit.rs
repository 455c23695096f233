//! Whom a claim is credited to, where its own sentence does not say: so that what somebody asserts is never read as what the
//! article does. Refuses to know who the words mean: what is not plainly named is named again.

use super::Claim;

/// So many letters more than the name has are an ending of its language.
const ENDING: usize = 2;
/// A shorter name has no endings: too many words begin with it.
const LONG: usize = 4;

impl Claim {
    /// Whom the article credits with it, where its sentence does not name them.
    pub fn unnamed_speaker(&self) -> Option<&str> {
        self.said_by.as_deref().map(str::trim).filter(|who| !who.is_empty() && !names(&self.text, who))
    }
}

/// Whether a text names everybody of `who`: each by the last word of the name, or of what is said of them behind a comma.
pub(super) fn names(text: &str, who: &str) -> bool {
    let words: Vec<String> = words(text).map(str::to_lowercase).collect();
    who.split(" and ").all(|one| one.split([',', ';', '(']).any(|part| key(part).is_some_and(|key| has(&words, key))))
}

/// The word by which somebody is known: the last with a capital, else the last.
fn key(part: &str) -> Option<&str> {
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    words(part).filter(capital).last().or_else(|| words(part).last())
}

fn has(words: &[String], key: &str) -> bool {
    let key = key.to_lowercase();
    // Where nothing parts words, a name stands within a longer run of letters.
    let runs_on = key.chars().any(|c| c.is_alphabetic() && !c.is_lowercase());
    let ends = |rest: &str| rest.is_empty() || key.chars().count() >= LONG && rest.chars().count() <= ENDING;
    words.iter().any(|word| word.strip_prefix(key.as_str()).is_some_and(ends) || runs_on && word.contains(&key))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::Claim;

    #[test]
    fn a_speaker_is_named_again_where_the_sentence_does_not_do_it() {
        for (text, said_by, credited) in [
            ("The ferry had no fuel.", None, None),
            ("The ferry had no fuel.", Some("Tomas Reeve"), Some("Tomas Reeve")),
            ("The ferry had no fuel, said Reeve.", Some("Tomas Reeve"), None),
            ("Reeve's letter was never answered.", Some("the harbour master, Tomas Reeve"), None),
            ("The harbour master had written a letter.", Some("the harbour master, Tomas Reeve"), None),
            ("The line had no letter.", Some("Sound Line"), None),
            ("The union wants a new sounder.", Some("Anders Holt of the union"), Some("Anders Holt of the union")),
            ("Fuel was seen, according to a study.", Some("a study"), None),
            ("Fuel was seen.", Some("a study"), Some("a study")),
            ("Maddock saw fuel.", Some("Ines Maddock and Tomas Reeve"), Some("Ines Maddock and Tomas Reeve")),
            ("Maddock and Reeve saw fuel.", Some("Ines Maddock and Tomas Reeve"), None),
            ("Po słowach Nowaka statek odpłynął.", Some("Jan Nowak"), None),
            ("港長田中は船が出たと述べた。", Some("田中"), None),
            ("船が出た。", Some("田中"), Some("田中")),
            ("The ferry had no fuel.", Some("  "), None),
        ] {
            let said_by = said_by.map(str::to_owned);
            let claim = Claim { text: text.to_owned(), said_by, ..Claim::default() };
            assert_eq!(claim.unnamed_speaker(), credited, "{text}");
        }
    }
}
