//! What the outside of a text says of it: how it begins and ends, how much of it is running words. Knows punctuation of
//! many scripts and no words of any language.

/// Marks that end a sentence.
const STOPS: [char; 14] = ['.', '!', '?', '…', '。', '！', '？', '۔', '؟', '।', '॥', '։', '።', '‽'];

/// Marks that may follow the one that ends a sentence.
const CLOSERS: [char; 17] = ['"', '\'', '”', '’', '“', '‘', '»', '«', '›', '‹', ')', ']', '」', '』', '）', '*', '″'];

/// Marks that may stand before the first letter of a sentence.
const OPENERS: [char; 18] =
    ['"', '\'', '“', '”', '„', '‘', '’', '‚', '«', '»', '‹', '›', '(', '[', '¿', '¡', '「', '『'];

/// Whether a text ends as a sentence does; a note's number behind the mark is looked past.
pub fn ends_sentence(text: &str) -> bool {
    let text = without_initials(text).trim_end_matches(CLOSERS).trim_end();
    let plain = text.trim_end_matches(|c: char| c.is_ascii_digit());
    // 'in Iraq.1' ends a sentence, 'from 7.5' does not.
    let noted = text.len() - plain.len() <= 2
        && plain.ends_with(STOPS)
        && !plain.trim_end_matches(STOPS).ends_with(|c: char| c.is_ascii_digit());
    text.ends_with(STOPS) || (noted && text.len() > plain.len())
}

/// A text without the initials or the agency in brackets behind its last sentence: `… es. (phy)`.
fn without_initials(text: &str) -> &str {
    const LONGEST: usize = 12;
    let inside = text.strip_suffix(')').and_then(|t| t.rsplit_once('('));
    inside
        .filter(|(_, inner)| inner.len() <= LONGEST && !inner.contains(' '))
        .map_or(text, |(before, _)| before.trim_end())
}

/// Whether a text stops where no sentence can: with a letter, a digit, a comma, an opening bracket or a hyphen.
pub fn ends_open(text: &str) -> bool {
    !ends_sentence(text) && !text.ends_with([':', ';'])
}

/// The first letter or digit, past opening marks.
pub fn first_letter(text: &str) -> Option<char> {
    text.trim_start_matches(OPENERS).chars().next()
}

/// Whether a text begins in lower case, as the middle of a sentence does.
pub fn starts_lower(text: &str) -> bool {
    first_letter(text).is_some_and(char::is_lowercase)
}

/// Whether a letter is of a script without capitals.
pub fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

/// Whether a letter is of a script that puts no spaces between words.
pub const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '\u{e00}'..='\u{eff}' | '\u{1780}'..='\u{17ff}' | '\u{1000}'..='\u{109f}')
}

/// Whether a text begins as an item of a list does: with a bullet, a dash, or a number and a mark.
pub fn is_item(text: &str) -> bool {
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    if words.next().is_none() {
        return false;
    }
    let bullet = matches!(first, "•" | "-" | "–" | "—" | "*" | "·" | "▪" | "■" | "●" | "○" | "‣" | "►" | "➤" | "+");
    let number = first.strip_suffix(['.', ')']).is_some_and(|n| {
        let n = n.trim_start_matches('(');
        (n.len() <= 2 && !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
            || (first.ends_with(')') && n.len() == 1 && n.bytes().all(|b| b.is_ascii_lowercase()))
    });
    bullet || number
}

/// How a text is made, counted in one pass.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Characters.
    pub chars: usize,
    /// Words, as parted by white space; in scripts without spaces, half the letters.
    pub words: usize,
    /// Words that begin in lower case, or in a script without capitals.
    pub lower: usize,
    /// Digits.
    pub digits: usize,
    /// Letters of scripts without spaces.
    pub unspaced: usize,
}

impl Shape {
    /// Counts a text.
    pub fn of(text: &str) -> Self {
        if text.is_ascii() { Self::of_ascii(text.as_bytes()) } else { Self::of_any(text) }
    }

    fn of_any(text: &str) -> Self {
        let mut shape = Self::default();
        // Whether a word was begun, and whether its first letter was seen.
        let (mut in_word, mut lettered) = (false, false);
        for c in text.chars() {
            shape.chars += 1;
            if c.is_whitespace() {
                in_word = false;
                continue;
            }
            if !in_word {
                shape.words += 1;
                (in_word, lettered) = (true, false);
            }
            if c.is_ascii_lowercase() {
                shape.lower += usize::from(!lettered);
                lettered = true;
            } else if c.is_ascii_digit() {
                shape.digits += 1;
            } else if c.is_alphabetic() {
                shape.unspaced += usize::from(is_unspaced(c));
                shape.lower += usize::from(!lettered && !c.is_uppercase());
                lettered = true;
            }
        }
        shape.words += shape.unspaced / 2;
        shape.lower += shape.unspaced / 2;
        shape
    }

    /// The same of a text in ASCII.
    fn of_ascii(text: &[u8]) -> Self {
        let mut shape = Self { chars: text.len(), ..Self::default() };
        // Whether nothing of a word was seen, and no letter of it.
        let (mut apart, mut unlettered) = (true, true);
        for byte in text {
            if matches!(byte, b' ' | b'\t'..=b'\r') {
                (apart, unlettered) = (true, true);
                continue;
            }
            shape.words += usize::from(apart);
            apart = false;
            if byte.is_ascii_alphabetic() {
                shape.lower += usize::from(unlettered & byte.is_ascii_lowercase());
                unlettered = false;
            } else {
                shape.digits += usize::from(byte.is_ascii_digit());
            }
        }
        shape
    }

    /// Its length in letters of an alphabet: a sign that stands for a syllable or a word counts for more than one.
    pub const fn mass(&self) -> usize {
        self.chars + self.unspaced * 3 / 2
    }

    /// The share of its words that begin in lower case, 0 to 1.
    pub fn lower_share(&self) -> f32 {
        if self.words == 0 { 0.0 } else { self.lower as f32 / self.words as f32 }
    }
}

#[cfg(test)]
mod tests {
    use super::{Shape, ends_open, ends_sentence, starts_lower};

    #[test]
    fn ends_and_beginnings_of_sentences_are_known() {
        for text in ["It ended.", "“Why?”", "(It did.)", "im Nordwesten Deutschlands.1", "終わった。", "انتهى؟"]
        {
            assert!(ends_sentence(text), "{text}");
        }
        for text in ["the Iraqi", "from 7.5", "secu-", "namely:", "Getty Images"] {
            assert!(!ends_sentence(text), "{text}");
        }
        assert!(ends_open("the Iraqi") && !ends_open("namely:"));
        assert!(starts_lower("“and then") && !starts_lower("“And then") && !starts_lower("2 men"));
    }

    proptest::proptest! {
        #[test]
        fn ascii_is_counted_as_any_text_is(text in "[ -~\t\n]{0,60}|([aB1. \"-]){0,30}") {
            assert_eq!(Shape::of(&text), Shape::of_any(&text));
        }
    }

    #[test]
    fn running_words_are_told_from_names() {
        assert!(Shape::of("the government has recognised that it is unprepared").lower_share() > 0.9);
        assert!(Shape::of("Berlin Wirtschaft Polizei").lower_share() < 0.1);
        assert!(Shape::of("政府はこれを認めた").words >= 4);
    }
}
