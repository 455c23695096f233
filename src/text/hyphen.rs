//! Where a word of a known language may be parted at the end of a line. Refuses what is not a word: figures, addresses,
//! acronyms and names with capitals inside stay whole.

use hypher::Lang;
use unicode_normalization::char::is_combining_mark;

use super::language::primary;

/// A language whose words can be parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Language(Lang);

/// Shorter words stay whole, in letters.
const SHORTEST: usize = 6;

/// The fewest letters before and behind a hyphen, where the language itself does not ask for more.
const EDGE: usize = 3;

/// Longer ones are no words, in bytes.
const LONGEST: usize = 120;

impl Language {
    /// The language of a BCP 47 tag such as `en`, `en-GB` or `de_AT`, if its patterns are built in.
    pub fn tagged(tag: &str) -> Option<Self> {
        let code = primary(tag);
        let code: [u8; 2] = code.as_bytes().try_into().ok()?;
        Lang::from_iso(code).map(Self)
    }

    /// The bytes of `word` before which it may be parted, in order. `word` is what stands between two spaces or line
    /// break opportunities, its punctuation included.
    pub fn points(self, word: &str) -> Vec<usize> {
        let letter = |c: char| c.is_alphabetic();
        let (Some(start), Some(last)) = (word.find(letter), word.rfind(letter)) else { return Vec::new() };
        let end = last + word.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let Some(core) = word.get(start..end).filter(|core| is_word(core)) else { return Vec::new() };
        let mut points = Vec::new();
        let mut at = start;
        for run in core.split_inclusive(['\'', '’']) {
            let letters = run.trim_end_matches(['\'', '’']);
            if letters.chars().count() >= SHORTEST {
                let ends = self.syllables(letters).scan(at, |end, part| {
                    *end += part.len();
                    Some(*end)
                });
                points.extend(ends.filter(|&end| end < at + letters.len()));
            }
            at += run.len();
        }
        points
    }

    fn syllables(self, letters: &str) -> hypher::Syllables<'_> {
        let (before, behind) = self.0.bounds();
        hypher::hyphenate_bounded(letters, self.0, before.max(EDGE), behind.max(EDGE))
    }
}

/// Letters and apostrophes, with no capital but the first.
fn is_word(core: &str) -> bool {
    core.len() <= LONGEST
        && core.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’') || is_combining_mark(c))
        && !core.chars().skip(1).any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::Language;

    fn parted(tag: &str, word: &str) -> String {
        let points = Language::tagged(tag).unwrap().points(word);
        word.char_indices().fold(String::new(), |mut out, (at, c)| {
            if points.contains(&at) {
                out.push('-');
            }
            out.push(c);
            out
        })
    }

    #[test]
    fn words_are_parted_where_their_language_parts_them() {
        for (tag, word, want) in [
            ("en", "hyphenation", "hyphen-ation"),
            ("en-GB", "“extensive,”", "“exten-sive,”"),
            ("en", "government’s", "gov-ern-ment’s"),
            ("de", "Donaudampfschifffahrt", "Donau-dampf-schiff-fahrt"),
            ("de_AT", "Straßenbahn", "Stra-ßen-bahn"),
            ("ru", "правительство", "пра-ви-тель-ство"),
            ("el", "διαμερίσματα", "δια-με-ρί-σματα"),
            ("en", "UNESCO", "UNESCO"),
            ("en", "example.org/page", "example.org/page"),
            ("en", "ab12345cd", "ab12345cd"),
            ("en", "recent", "recent"),
            ("en", "", ""),
            ("en", "—", "—"),
        ] {
            assert_eq!(parted(tag, word), want);
        }
    }

    #[test]
    fn an_unknown_language_has_no_patterns() {
        for tag in ["", "tlh", "xx", "zh", "-", "ä"] {
            assert_eq!(Language::tagged(tag), None, "{tag}");
        }
    }
}
