//! Hyphens at line ends: which belong to the word and which were only put there to break it. The document itself is the
//! first witness, the language the second. Refuses to look anything up: no dictionary is in the program.

use std::collections::HashMap;

use crate::ingest::limits;
use crate::ingest::plain::lines::Line;
use crate::ingest::plain::words::{
    ENGLISH_ENDS, ENGLISH_HEADS, ENGLISH_TAILS, LINKING_WORDS, ROMANCE_TAILS, RUSSIAN_TAILS, SHY_HEADS,
};

/// What becomes of a hyphen at a line's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hyphen {
    /// It only broke the word: it goes.
    Broke,
    /// It belongs to the word: it stays.
    Belongs,
    /// It stands for the rest of a word, `Ein- und Ausgang`: it stays, and a space behind it.
    Hangs,
}

/// What a document says of its own hyphens.
#[derive(Clone, Debug, Default)]
pub struct Hyphens {
    /// How often a spelling stands inside a line, by its hash; only spellings that matter for some line end.
    seen: HashMap<u64, u32>,
    /// Lines end in soft hyphens: then a visible one is always the word's own.
    soft: bool,
    language: Option<String>,
}

impl Hyphens {
    /// Reads how the lines of a document write the words that are broken at its line ends. `language`: a BCP 47 tag.
    pub fn learn(lines: &[Line<'_>], language: Option<&str>) -> Self {
        let mut seen = HashMap::new();
        for (a, b) in lines.iter().zip(lines.iter().skip(1)) {
            limits::checkpoint();
            if let (Some(head), Some(tail)) = (broken(&a.text), first_word(&b.text)) {
                seen.extend(spellings(head, tail).map(|spelling| (spelling, 0)));
            }
        }
        if !seen.is_empty() {
            lines.iter().for_each(|line| count(&line.text, &mut seen));
        }
        let soft = lines.iter().filter(|line| line.soft).take(2).count() == 2;
        Self { seen, soft, language: language.map(str::to_owned) }
    }

    /// What becomes of the hyphen between a line that ends in one and the line after it.
    pub fn judge(&self, line: &str, next: &str) -> Hyphen {
        let (Some(head), Some(tail)) = (broken(line), first_word(next)) else { return Hyphen::Belongs };
        let [closed, hyphened, prefix] =
            spellings(head, tail).map(|spelling| self.seen.get(&spelling).copied().unwrap_or(0));
        let low_head = head.rsplit('-').next().unwrap_or(head).to_lowercase();
        let low_tail = tail.to_lowercase();
        let low = |words: &[&str], word: &str| words.contains(&word);
        if low(LINKING_WORDS, &low_tail) && next.split_whitespace().next() == Some(tail) && closed == 0 && self.hangs()
        {
            return Hyphen::Hangs;
        }
        let shouted = |w: &str| w.chars().count() > 1 && w.chars().all(char::is_uppercase);
        if !tail.starts_with(char::is_lowercase)
            && !crate::ingest::plain::shape::first_letter(tail).is_some_and(crate::ingest::plain::shape::is_caseless)
        {
            let broke = closed > hyphened && shouted(head) && shouted(tail);
            return if broke { Hyphen::Broke } else { Hyphen::Belongs };
        }
        if closed != hyphened {
            return if closed > hyphened { Hyphen::Broke } else { Hyphen::Belongs };
        }
        let belongs = self.soft
            || shouted(head)
            || head.chars().any(char::is_numeric)
            || (low(SHY_HEADS, &low_head) && prefix > 0)
            || self.in_language(&low_head, &low_tail);
        if belongs { Hyphen::Belongs } else { Hyphen::Broke }
    }

    fn hangs(&self) -> bool {
        // In English and French 'to' and 'et' are common ends of broken words.
        matches!(self.language.as_deref(), Some("de" | "nl" | "sv" | "da" | "nb" | "no" | "fi"))
    }

    fn in_language(&self, head: &str, tail: &str) -> bool {
        match self.language.as_deref() {
            Some("en") => {
                (head.chars().count() > 2 && ENGLISH_TAILS.contains(&tail) && tail.len() > 2)
                    || (ENGLISH_HEADS.contains(&head) && !ENGLISH_ENDS.iter().any(|end| tail.starts_with(end)))
            }
            Some("fr" | "pt") => ROMANCE_TAILS.contains(&tail),
            Some("ru") => RUSSIAN_TAILS.contains(&tail),
            _ => false,
        }
    }
}

/// The word that a line's last hyphen breaks, without the hyphen; `None` when the line does not end in one.
pub fn broken(line: &str) -> Option<&str> {
    let rest = line.strip_suffix(['-', '\u{2010}'])?;
    let word = rest.rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’'))).next()?;
    let word = word.trim_start_matches(['-', '\'', '’']);
    (!word.is_empty() && word.ends_with(char::is_alphanumeric)).then_some(word)
}

/// The word a line begins with, as far as its letters go.
fn first_word(line: &str) -> Option<&str> {
    let word = line.split(|c: char| !(c.is_alphanumeric() || c == '-')).next()?;
    let word = word.trim_end_matches('-');
    (!word.is_empty()).then_some(word)
}

/// The spellings that tell: closed up, with its hyphen, and the first half before any other word.
fn spellings(head: &str, tail: &str) -> [u64; 3] {
    let last = head.rsplit('-').next().unwrap_or(head);
    [hash(&[last, tail]), hash(&[last, "-", tail]), hash(&[last, "-"])]
}

/// FNV-1a over the letters in lower case: every word of a text is hashed, and nobody gains by making two meet.
pub fn hash(parts: &[&str]) -> u64 {
    let mix = |hash: u64, unit: u32| (hash ^ u64::from(unit)).wrapping_mul(0x0100_0000_01b3);
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for c in parts.iter().flat_map(|part| part.chars()) {
        if c.is_ascii() {
            hash = mix(hash, u32::from(c.to_ascii_lowercase()));
        } else {
            hash = c.to_lowercase().fold(hash, |hash, c| mix(hash, u32::from(c)));
        }
    }
    hash
}

/// Counts the spellings that stand in a line; the piece at its end before a hyphen is no word.
fn count(line: &str, seen: &mut HashMap<u64, u32>) {
    limits::checkpoint();
    let mut add = |parts: &[&str]| {
        if let Some(n) = seen.get_mut(&hash(parts)) {
            *n += 1;
        }
    };
    for word in line.split(|c: char| !(c.is_alphanumeric() || c == '-')) {
        let mut halves = word.split('-').peekable();
        while let Some(half) = halves.next() {
            match halves.peek() {
                Some(&next) if !half.is_empty() && !next.is_empty() => {
                    add(&[half, "-", next]);
                    add(&[half, "-"]);
                }
                None if !half.is_empty() && !half.bytes().all(|b| b.is_ascii_digit()) => add(&[half]),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Hyphen, Hyphens};
    use crate::ingest::plain::lines;

    #[test]
    fn a_hyphen_at_a_line_end_stays_only_where_the_document_or_the_language_says_so() {
        for (language, text, fate) in [
            ("en", "The security forces were aban-\ndoning their posts", Hyphen::Broke),
            ("en", "such as the Iranian-\nbacked militia", Hyphen::Belongs),
            ("en", "militia Asaib Ahel al-\nHaq to provide", Hyphen::Belongs),
            ("en", "a merit-\nbased scheme", Hyphen::Belongs),
            ("en", "Special Forces or Counter-\nterrorism forces\nCounterterrorism Units", Hyphen::Broke),
            ("en", "a non-\nstatutory body\nof a non-profit kind", Hyphen::Belongs),
            ("en", "it was non-\nsense of a kind", Hyphen::Broke),
            ("en", "a well-\nknown man", Hyphen::Belongs),
            ("en", "the COVID-\n19 wave", Hyphen::Belongs),
            ("de", "wurden Rekord-\noder fast Rekordwerte", Hyphen::Hangs),
            ("de", "der Regie-\nrung", Hyphen::Broke),
            ("fr", "Que dit-\nil encore", Hyphen::Belongs),
            ("ru", "кто-\nто сказал", Hyphen::Belongs),
        ] {
            let lines = lines::read(text, 10).unwrap();
            let hyphens = Hyphens::learn(&lines, Some(language));
            assert_eq!(hyphens.judge(&lines[0].text, &lines[1].text), fate, "{text}");
        }
    }
}
