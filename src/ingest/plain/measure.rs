//! How long a line is as it was set: in letters of one width, as a terminal or a mail program sets it, or by the widths
//! that letters have in a book face. Which of the two fits is read from the lines; no font is looked at.

/// By what the length of a line is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// Every character counts one.
    #[default]
    Even,
    /// A character counts what it takes in a book face; the mean small letter counts one.
    Book,
}

impl Measure {
    /// The length of a text, in letters.
    pub fn of(self, text: &str) -> f32 {
        let thousandths: u64 = match self {
            Self::Even => return text.chars().count() as f32,
            Self::Book => text.chars().map(|c| u64::from(advance(c))).sum(),
        };
        thousandths as f32 / MEAN
    }
}

/// The mean advance of a small letter in running text, in thousandths of the size.
const MEAN: f32 = 440.0;

/// The advance of a character in thousandths of the size: that of Times, which other book faces follow in proportion.
const fn advance(c: char) -> u16 {
    match c {
        'i' | 'j' | 'l' | 't' | '/' | ';' | ':' | 'ì' | 'í' | 'î' | 'ï' | 'ı' | 'ł' | 'і' | 'ї' => 278,
        ' ' | '.' | ',' => 250,
        '\'' => 200,
        'f' | 'r' | 'I' | '(' | ')' | '-' | '\u{2010}' | '!' | '’' | '‘' | '‚' | '[' | ']' | '‹' | '›' => 333,
        's' | 'J' | '"' | 'š' | 'ś' | 'ş' => 395,
        'a'
        | 'c'
        | 'e'
        | 'z'
        | '?'
        | '“'
        | '”'
        | '„'
        | 'à'..='å'
        | 'ç'..='ë'
        | 'ą'
        | 'ć'
        | 'č'
        | 'ę'
        | 'ě'
        | 'ž'
        | 'ż'
        | 'ź'
        | 'г'
        | 'з'
        | 'с'
        | 'т'
        | 'ь' => 444,
        'w' | 'æ' | 'œ' | 'ж' | 'ф' | 'ю' | 'ы' => 722,
        'm' | 'ш' | 'щ' | '&' | '%' => 778,
        'W' | 'M' | '—' | '…' | 'Ш' | 'Щ' | 'Ж' | 'Ю' => 920,
        'P' | 'F' | 'S' | 'E' | 'L' | 'T' | 'Z' => 595,
        'A'..='Z' | 'À'..='Ý' | 'А'..='Я' => 700,
        '\u{ad}' | '\u{200b}' => 0,
        '\u{2e80}'.. => 1000,
        _ => 500,
    }
}

#[cfg(test)]
mod tests {
    use super::Measure;

    #[test]
    fn a_wide_word_is_longer_in_a_book_face_than_a_narrow_one_of_as_many_letters() {
        let lengths = |measure: Measure| ["little", "common"].map(|word| measure.of(word));
        let ([even_narrow, even_wide], [narrow, wide]) = (lengths(Measure::Even), lengths(Measure::Book));
        assert!(even_narrow == even_wide && narrow * 1.5 < wide);
    }
}
