//! Numbers in digits and in words: 2,000; twenty-three; two hundred and fifty thousand; 1.2m; half a million. Refuses a
//! lone "one" and "a", which mostly are no numbers.

use super::token::{Kind, Token};

/// A number as it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub value: f64,
    /// Half of the last place that means something: 500 for 14,000, 0.05 for 3.4, 0 for 212.
    pub slack: f64,
    /// The token after it.
    pub end: usize,
    /// What it was multiplied by: 1, or a million where it says so.
    pub scale: f64,
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The value of a word for a number below a hundred.
pub(super) fn small(word: &str) -> Option<f64> {
    let below_twenty = SMALL.iter().position(|small| *small == word).map(|n| n as f64);
    below_twenty.or_else(|| TENS.iter().position(|ten| *ten == word).map(|n| 20.0 + 10.0 * n as f64))
}

/// Words for small numbers in other languages, by its primary subtag; none for one, which mostly is an article.
const WORDS: &[(&str, &[(&str, f64)])] = &[
    (
        "de",
        &[
            ("zwei", 2.0),
            ("drei", 3.0),
            ("vier", 4.0),
            ("fünf", 5.0),
            ("sechs", 6.0),
            ("sieben", 7.0),
            ("acht", 8.0),
            ("neun", 9.0),
            ("zehn", 10.0),
            ("elf", 11.0),
            ("zwölf", 12.0),
        ],
    ),
    (
        "fr",
        &[
            ("deux", 2.0),
            ("trois", 3.0),
            ("quatre", 4.0),
            ("cinq", 5.0),
            ("six", 6.0),
            ("sept", 7.0),
            ("huit", 8.0),
            ("dix", 10.0),
            ("onze", 11.0),
            ("douze", 12.0),
            ("treize", 13.0),
            ("quatorze", 14.0),
            ("quinze", 15.0),
            ("seize", 16.0),
            ("quarante", 40.0),
            ("cinquante", 50.0),
            ("soixante", 60.0),
            ("vingt", 20.0),
            ("trente", 30.0),
        ],
    ),
    (
        "es",
        &[
            ("dos", 2.0),
            ("tres", 3.0),
            ("cuatro", 4.0),
            ("cinco", 5.0),
            ("seis", 6.0),
            ("siete", 7.0),
            ("ocho", 8.0),
            ("nueve", 9.0),
            ("diez", 10.0),
            ("once", 11.0),
            ("doce", 12.0),
            ("trece", 13.0),
            ("catorce", 14.0),
            ("quince", 15.0),
            ("cuarenta", 40.0),
            ("cincuenta", 50.0),
            ("sesenta", 60.0),
            ("cien", 100.0),
            ("veinte", 20.0),
            ("treinta", 30.0),
        ],
    ),
    (
        "it",
        &[
            ("due", 2.0),
            ("tre", 3.0),
            ("quattro", 4.0),
            ("cinque", 5.0),
            ("sette", 7.0),
            ("otto", 8.0),
            ("nove", 9.0),
            ("dieci", 10.0),
            ("undici", 11.0),
            ("dodici", 12.0),
            ("venti", 20.0),
            ("trenta", 30.0),
        ],
    ),
    (
        "pt",
        &[
            ("dois", 2.0),
            ("duas", 2.0),
            ("três", 3.0),
            ("quatro", 4.0),
            ("cinco", 5.0),
            ("seis", 6.0),
            ("sete", 7.0),
            ("oito", 8.0),
            ("nove", 9.0),
            ("dez", 10.0),
            ("onze", 11.0),
            ("doze", 12.0),
            ("vinte", 20.0),
            ("trinta", 30.0),
        ],
    ),
    (
        "nl",
        &[
            ("twee", 2.0),
            ("drie", 3.0),
            ("vier", 4.0),
            ("vijf", 5.0),
            ("zes", 6.0),
            ("zeven", 7.0),
            ("acht", 8.0),
            ("negen", 9.0),
            ("tien", 10.0),
            ("elf", 11.0),
            ("twaalf", 12.0),
            ("twintig", 20.0),
            ("dertig", 30.0),
        ],
    ),
];

/// Makes a number of a token that is a word for one in a language other than English.
pub(super) fn name_number(token: &mut Token<'_>, primary: &str) {
    let Some((_, words)) = WORDS.iter().find(|(tag, _)| *tag == primary) else { return };
    let listed = words.iter().find(|(word, _)| token.is(word)).map(|(_, value)| *value);
    let value = listed.or_else(|| if primary == "de" { german(&token.lower, words) } else { None });
    if let Some(value) = value {
        token.kind = Kind::Number { value, decimals: 0 };
    }
}

/// German tens, by what stands before "zig".
const GERMAN_TENS: [&str; 9] = ["", "", "zwan", "drei", "vier", "fünf", "sech", "sieb", "acht"];

/// A German number that is written in one word of more than one: "dreizehn", "vierzig", "fünfundzwanzig", "dreihundert".
fn german(word: &str, small: &[(&str, f64)]) -> Option<f64> {
    let unit = |word: &str| match word {
        "ein" => Some(1.0),
        "sech" => Some(6.0),
        "sieb" => Some(7.0),
        _ => small.iter().find(|(known, _)| *known == word).map(|(_, value)| *value),
    };
    let below_hundred = |word: &str| -> Option<f64> {
        if let Some(tens) = word.strip_suffix("zig").or_else(|| word.strip_suffix("ßig")) {
            let (ones, tens) = tens.split_once("und").map_or((Some(0.0), tens), |(ones, tens)| (unit(ones), tens));
            let ten = if tens == "neun" {
                Some(9)
            } else {
                GERMAN_TENS.iter().position(|known| *known == tens && !tens.is_empty())
            };
            return Some(ones? + 10.0 * ten? as f64);
        }
        match word.strip_suffix("zehn") {
            Some("") | None => unit(word).filter(|value| *value > 1.0),
            Some(ones) => unit(ones).map(|ones| 10.0 + ones),
        }
    };
    match word.split_once("hundert") {
        Some((count, rest)) => {
            let count = if count.is_empty() { 1.0 } else { unit(count)? };
            Some(100.0 * count + if rest.is_empty() { 0.0 } else { below_hundred(rest)? })
        }
        None => below_hundred(word),
    }
}

/// Words by which a number is multiplied.
const SCALES: &[(f64, &[&str])] = &[
    (1e2, &["hundred"]),
    (1e3, &["thousand", "tausend", "mil", "mille"]),
    (1e6, &["million", "millions", "mn", "mln", "millionen", "millones", "milioni", "milhões", "mio", "miljoen"]),
    (1e9, &["billion", "bn", "bln", "milliarden", "milliarde", "milliards", "milliard", "miliardi", "mrd", "miljard"]),
    (1e12, &["trillion", "tn", "trn"]),
    (12.0, &["dozen", "dutzend"]),
    (20.0, &["score"]),
];

fn scale(token: &Token<'_>) -> Option<f64> {
    match &*token.lower {
        "k" if token.glued => Some(1e3),
        "b" if token.glued => Some(1e9),
        _ => SCALES.iter().find(|(_, words)| token.is_one_of(words)).map(|(size, _)| *size),
    }
}

/// The words that a number, or a share of one, may begin with.
pub(super) fn openings() -> impl Iterator<Item = &'static str> {
    let scales = SCALES.iter().flat_map(|(_, words)| *words);
    SMALL.iter().chain(&TENS).chain(scales).chain(&["half", "a", "an", "ein", "einem", "eines"]).copied()
}

/// Whether a glued `m` after a number stands for a million: after money, or before what can be counted.
fn is_million(tokens: &[Token<'_>], at: usize, money: bool) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.glued && token.is("m")) else { return false };
    let counted = tokens.get(at + 1).is_some_and(|next| next.is_word() && next.lower.ends_with(['s', 'e', 'n']));
    token.text == "m"
        && (money || counted && !tokens[at + 1].is_one_of(&["wide", "above", "high", "tall", "long", "deep"]))
}

/// The number that begins at a token.
pub(super) fn number(tokens: &[Token<'_>], at: usize, money: bool) -> Option<Number> {
    match tokens.get(at)?.kind {
        Kind::Number { value, decimals } => Some(in_digits(tokens, at, value, decimals, money)),
        Kind::Word => in_words(tokens, at).or_else(|| part_of_scale(tokens, at)),
        Kind::Sign => None,
    }
}

fn in_digits(tokens: &[Token<'_>], at: usize, value: f64, decimals: usize, money: bool) -> Number {
    let place = 0.5 * 10f64.powi(-i32::try_from(decimals).unwrap_or(9));
    let mut number = Number { value, slack: if decimals > 0 { place } else { zeros(value) }, end: at + 1, scale: 1.0 };
    let joined = tokens.get(at + 1).filter(|token| token.is_hyphen()).map_or(at + 1, |_| at + 2);
    let word = tokens.get(joined).and_then(scale).filter(|size| *size != 20.0);
    let size = word.or_else(|| is_million(tokens, at + 1, money).then_some(1e6));
    // "7,6 mil millones": two words for one scale.
    let twice = word.filter(|_| joined == at + 1).and_then(|_| tokens.get(joined + 1).and_then(scale));
    let (size, joined) = match (size, twice) {
        (Some(1e3), Some(1e6)) => (Some(1e9), joined + 1),
        _ => (size, joined),
    };
    if let Some(size) = size {
        let slack = if size >= 1e3 { number.slack.max(place) * size } else { 0.0 };
        number = Number { value: value * size, slack, end: joined + 1, scale: size };
    }
    number
}

/// Half of the place of the last digit that is not zero, for 100 and above with two zeros or more; else nothing.
fn zeros(value: f64) -> f64 {
    let mut place = 1.0;
    while value >= 1.0 && place <= value && value % (place * 10.0) == 0.0 {
        place *= 10.0;
    }
    if place >= 100.0 { 0.5 * place } else { 0.0 }
}

fn in_words(tokens: &[Token<'_>], at: usize) -> Option<Number> {
    let mut words = Words { total: 0.0, current: None, smallest: 1.0, said: false };
    let mut end = at;
    let mut i = at;
    while let Some(token) = tokens.get(i) {
        let joins = i > at && (token.is_hyphen() && token.glued || token.is("and") && words.may_add());
        if joins && tokens.get(i + 1).is_some_and(|next| small(&next.lower).is_some() || scale(next).is_some()) {
            i += 1;
            continue;
        }
        let opens =
            i == at && token.is_one_of(&["a", "an"]) && tokens.get(i + 1).is_some_and(|next| scale(next).is_some());
        if !opens && !words.take(token) {
            break;
        }
        i += 1;
        end = i;
    }
    let lone_one = end == at + 1 && tokens.get(at).is_some_and(|token| token.is("one"));
    (words.said && !lone_one && end > at).then(|| words.number(end))
}

struct Words {
    total: f64,
    current: Option<f64>,
    smallest: f64,
    said: bool,
}

impl Words {
    fn may_add(&self) -> bool {
        self.current.is_some_and(|current| current >= 100.0) || (self.current.is_none() && self.total > 0.0)
    }

    fn take(&mut self, token: &Token<'_>) -> bool {
        if let Some(value) = small(&token.lower) {
            let fits = self.current.is_none_or(|current| {
                value < 10.0 && current % 10.0 == 0.0 && current > 10.0 || current % 100.0 == 0.0
            });
            if fits {
                self.current = Some(self.current.unwrap_or(0.0) + value);
                self.said = true;
                self.smallest = 1.0;
            }
            return fits;
        }
        let Some(size) = scale(token).filter(|_| token.text.len() > 2) else { return false };
        let current = self.current.unwrap_or(1.0);
        if size <= 100.0 {
            self.current = Some(current * size);
        } else if size == 1e6
            && self.smallest == 1e3
            && self.current.is_none()
            && token.is_one_of(&["millones", "millions"])
        {
            // "Mil millones".
            self.total *= size;
        } else {
            self.total += current * size;
            self.current = None;
        }
        self.smallest = size;
        self.said = size != 20.0;
        self.said
    }

    fn number(&self, end: usize) -> Number {
        let value = self.total + self.current.unwrap_or(0.0);
        let slack = if self.smallest >= 1e3 { 0.5 * self.smallest } else { zeros(value) };
        Number { value, slack, end, scale: 1.0 }
    }
}

/// "half a million", "a quarter of a million".
fn part_of_scale(tokens: &[Token<'_>], at: usize) -> Option<Number> {
    let (share, mut i) = fraction(tokens, at)?;
    if tokens.get(i).is_some_and(|token| token.is("of")) {
        i += 1;
    }
    let article = tokens.get(i).is_some_and(|token| token.is_one_of(&["a", "an"]));
    let size = tokens.get(i + 1).and_then(scale).filter(|_| article)?;
    let value = share / 100.0 * size;
    Some(Number { value, slack: if size >= 1e3 { value * 0.02 } else { 0.0 }, end: i + 2, scale: 1.0 })
}

const PARTS: &[(&str, f64)] = &[
    ("half", 2.0),
    ("halves", 2.0),
    ("third", 3.0),
    ("thirds", 3.0),
    ("quarter", 4.0),
    ("quarters", 4.0),
    ("fourth", 4.0),
    ("fourths", 4.0),
    ("fifth", 5.0),
    ("fifths", 5.0),
    ("sixth", 6.0),
    ("eighth", 8.0),
    ("tenth", 10.0),
    ("tenths", 10.0),
    ("drittel", 3.0),
    ("viertel", 4.0),
    ("fünftel", 5.0),
    ("sechstel", 6.0),
    ("achtel", 8.0),
    ("zehntel", 10.0),
];

/// A fraction that begins at a token, in percent, and the token after it: half, a third, two-thirds, three quarters.
pub(super) fn fraction(tokens: &[Token<'_>], at: usize) -> Option<(f64, usize)> {
    let token = tokens.get(at)?;
    if token.is("half") {
        return Some((50.0, at + 1));
    }
    let count = match token.kind {
        _ if token.is_one_of(&["a", "an", "ein", "einem", "eines"]) => 1.0,
        // Words of other languages: digits are no share's.
        Kind::Number { value, decimals: 0 } if token.text.starts_with(char::is_alphabetic) => value,
        _ => small(&token.lower)?,
    };
    let joined = tokens.get(at + 1).filter(|next| next.is_hyphen()).map_or(at + 1, |_| at + 2);
    let part = tokens.get(joined)?;
    let (_, parts) = PARTS.iter().find(|(word, _)| part.is(word))?;
    (count <= *parts).then_some((100.0 * count / parts, joined + 1))
}
