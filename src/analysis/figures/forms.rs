//! A number that a passage has in another form than a figure: a trio, the eighth robbery, half a year, a committee of three
//! heads in one German word. Refuses to reckon: each form says one number.

use super::share::shares;
use super::unit::YEAR;
use super::{Figure, Unit, is_carried};
use crate::text::segment;
use crate::text::stem::lower;

/// Words of a passage that say how many there are, without a number.
const GROUPS: &[(f64, &[&str])] = &[
    (
        2.0,
        &[
            "both",
            "pair",
            "duo",
            "couple",
            "twins",
            "beide",
            "beiden",
            "beider",
            "paar",
            "duo",
            "zwillinge",
            "twice",
            "zweimal",
            "doppelt",
            "dual",
            "twin",
            "double",
            "brace",
            "doublé",
            "doblete",
            "doppelpack",
        ],
    ),
    (
        3.0,
        &[
            "trio",
            "triplets",
            "drillinge",
            "thrice",
            "dreimal",
            "hattrick",
            "treble",
            "triplé",
            "triplete",
            "dreierpack",
        ],
    ),
    (4.0, &["quartet", "quartett"]),
    (5.0, &["quintet", "quintett"]),
    (12.0, &["dozen", "dutzend", "douzaine", "docena"]),
];
/// What German writes on to a number word for so many heads, members or days.
const WRITTEN_ON: &[&str] = &["köpfig", "fach", "teilig", "stöckig"];
/// Measures of one, or of a part of one, that are no figure.
pub(super) const PHRASES: &[(&str, Unit, f64)] = &[
    ("half an hour", Unit::Duration, 1800.0),
    ("half hour", Unit::Duration, 1800.0),
    ("halbe stunde", Unit::Duration, 1800.0),
    ("halben stunde", Unit::Duration, 1800.0),
    ("half a year", Unit::Duration, 15_778_800.0),
    ("halbes jahr", Unit::Duration, 15_778_800.0),
    ("halben jahr", Unit::Duration, 15_778_800.0),
    ("halben jahres", Unit::Duration, 15_778_800.0),
    ("half a decade", Unit::Duration, 5.0 * YEAR),
    ("halbes jahrzehnt", Unit::Duration, 5.0 * YEAR),
    ("a decade", Unit::Duration, 10.0 * YEAR),
    ("ein jahrzehnt", Unit::Duration, 10.0 * YEAR),
    ("einem jahrzehnt", Unit::Duration, 10.0 * YEAR),
    ("une décennie", Unit::Duration, 10.0 * YEAR),
    ("una década", Unit::Duration, 10.0 * YEAR),
    ("a fortnight", Unit::Duration, 1_209_600.0),
    ("anderthalb jahre", Unit::Duration, 1.5 * YEAR),
    ("eineinhalb jahre", Unit::Duration, 1.5 * YEAR),
    ("year and a half", Unit::Duration, 1.5 * YEAR),
    ("halben jahrzehnt", Unit::Duration, 5.0 * YEAR),
    ("ein kilo", Unit::Mass, 1.0),
    ("einem kilo", Unit::Mass, 1.0),
    ("ein kilogramm", Unit::Mass, 1.0),
    ("eine tonne", Unit::Mass, 1000.0),
    ("einer tonne", Unit::Mass, 1000.0),
];
/// Of what a share is one of a measure: "three quarters of an hour".
const WHOLES: &[(&str, f64)] = &[(" of an hour", 3600.0), (" of a year", YEAR)];
/// Up to the second a place in an order says little of how many there are.
const FEW: f64 = 3.0;
/// Longer rows of names than this are not counted by readers.
const MANY: f64 = 12.0;
/// A name in a row has so many words at most.
const NAMED: usize = 4;
/// A number that is reckoned from a share is no smaller, and how far off it may be.
const LEAST_SHARED: f64 = 10.0;
const SHARED: f64 = 0.03;
/// A share in words is no farther off, in hundredths.
const ROUNDED: f64 = 0.7;
/// Nobody is older, in years: what is was made so long ago.
const AGED: f64 = 150.0;
/// How far "about" may be off, as a share.
const ABOUT: f64 = 0.12;

/// Whether the sentences say the number of a claim's figure in another form; `said` are their figures.
pub fn is_said_otherwise<'f, I: Iterator<Item = &'f Figure>>(
    figure: &Figure,
    claim: &str,
    sentences: &[&str],
    said: impl Fn() -> I,
) -> bool {
    figure.when.is_none()
        && (has_group(figure, sentences)
            || has_phrase(figure, sentences)
            || is_place(figure, said())
            || is_in_ten(figure, said())
            || is_worded_share(figure, sentences)
            || is_next(figure, sentences)
            || is_share_of(figure, said())
            || is_span(figure, claim)
            || sentences.iter().any(|sentence| has_list(figure, sentence))
            || measured(figure, claim).is_some_and(|measured| {
                let bare = Figure { unit: Unit::Count, ..measured.clone() };
                is_carried(&measured, said()) || measured.unit == Unit::Age && is_carried(&bare, said())
            }))
}

/// Three for a trio, and for a committee 'dreiköpfig'.
fn has_group(figure: &Figure, sentences: &[&str]) -> bool {
    let counted = matches!(figure.unit, Unit::Count | Unit::Age);
    let group = GROUPS.iter().find(|(number, _)| *number == figure.value).map(|(_, words)| *words);
    let number = lower(&figure.text).into_owned();
    let written_on = |word: &str| {
        word.strip_prefix(&*number).is_some_and(|rest| WRITTEN_ON.iter().any(|joined| rest.starts_with(joined)))
    };
    let says = |word: &str| {
        // "Ein paar" are some, "ein Paar" are two.
        let word = if word == "paar" { String::new() } else { lower(word).into_owned() };
        group.is_some_and(|words| words.contains(&word.as_str())) || written_on(&word)
    };
    counted && sentences.iter().flat_map(|sentence| segment::words(sentence)).any(|(_, word)| says(word))
}

/// "The eighth robbery" for eight of them, and the other way round.
fn is_place<'f>(figure: &Figure, mut said: impl Iterator<Item = &'f Figure>) -> bool {
    let other = match figure.unit {
        Unit::Count => Unit::Ordinal,
        Unit::Ordinal => Unit::Count,
        _ => return false,
    };
    figure.value >= FEW && said.any(|said| said.unit == other && said.value == figure.value)
}

/// Six months for half a year.
fn has_phrase(figure: &Figure, sentences: &[&str]) -> bool {
    let fits = |sentence: &&str| {
        let sentence = lower(sentence);
        let mut own = PHRASES.iter().filter(|(_, unit, value)| {
            let (low, high) = (figure.low.min(figure.value), figure.high.max(figure.value));
            let one = (figure.value - value).abs() < value * 0.01;
            *unit == figure.unit && one && low <= value * 1.01 && high >= value * 0.99
        });
        own.any(|(phrase, ..)| sentence.contains(phrase))
    };
    sentences.iter().any(fits)
}

/// 20 percent for every fifth.
fn is_worded_share(figure: &Figure, sentences: &[&str]) -> bool {
    let near = |share: f64| (share - figure.value).abs() <= ROUNDED;
    figure.unit == Unit::Percent && sentences.iter().any(|sentence| shares(sentence).into_iter().any(near))
}

/// Six in ten for 61 percent.
fn is_in_ten<'f>(figure: &Figure, mut said: impl Iterator<Item = &'f Figure>) -> bool {
    let in_ten = figure.unit == Unit::Percent && figure.text.ends_with(" ten") && figure.text.contains(' ');
    let tens = |share: &Figure| (share.value / 10.0).round() * 10.0;
    in_ten && said.any(|said| said.unit == Unit::Percent && tens(said) == figure.value)
}

/// The second largest for "the next-largest".
fn is_next(figure: &Figure, sentences: &[&str]) -> bool {
    let next = |sentence: &&str| lower(sentence).contains("next-") || lower(sentence).contains("runner-up");
    figure.unit == Unit::Ordinal && figure.value == 2.0 && sentences.iter().any(next)
}

/// 400 for two thirds of 600.
fn is_share_of<'f>(figure: &Figure, said: impl Iterator<Item = &'f Figure>) -> bool {
    if figure.unit != Unit::Count || figure.value < LEAST_SHARED {
        return false;
    }
    let said: Vec<&Figure> = said.collect();
    let of = |share: &Figure, whole: &Figure| {
        (share.value / 100.0 * whole.value - figure.value).abs() <= SHARED * figure.value
    };
    let shares = said.iter().filter(|share| share.unit == Unit::Percent && share.value < 100.0);
    shares.into_iter().any(|share| said.iter().any(|whole| whole.unit == Unit::Count && of(share, whole)))
}

/// "Nearly ten years, from 2007 to 2016": the years say how long it was.
fn is_span(figure: &Figure, claim: &str) -> bool {
    let years: Vec<f64> = claim
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .collect();
    let said = figure.value / YEAR;
    let fits = |from: &f64, to: &f64| (to - from - said).abs() <= 1.0 && to > from;
    figure.unit == Unit::Duration && said >= 2.0 && years.iter().any(|from| years.iter().any(|to| fits(from, to)))
}

/// Five countries for a row of five names.
fn has_list(figure: &Figure, sentence: &str) -> bool {
    if figure.unit != Unit::Count || !(FEW..=MANY).contains(&figure.value) {
        return false;
    }
    let parts = sentence.split([',', ';']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" und "));
    let mut length = 0u32;
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        let is_name = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
        let mut words = part.split(' ');
        let short = words.clone().count() <= NAMED;
        let begins = is_name(words.next());
        // The last of a row may go on, and the first have the sentence before it.
        if length > 0 && begins {
            length += 1;
            if f64::from(length) == figure.value && !short {
                return true;
            }
        }
        if length == 0 || !begins || !short {
            length = u32::from(is_name(part.rsplit(' ').next()));
        }
        if f64::from(length) == figure.value {
            return true;
        }
    }
    false
}

/// A share or an age as the span of time that it is: "three quarters of an hour", "three million years old".
fn measured(figure: &Figure, claim: &str) -> Option<Figure> {
    let span = |value: f64, low: f64, high: f64| Figure { unit: Unit::Duration, value, low, high, ..figure.clone() };
    match figure.unit {
        Unit::Percent => {
            let behind = claim.get(figure.span.end().bytes()..)?;
            let (_, whole) = WHOLES.iter().find(|(words, _)| behind.starts_with(words))?;
            let value = figure.value / 100.0 * whole;
            Some(span(value, value * (1.0 - ABOUT), value * (1.0 + ABOUT)))
        }
        // "34 Jahre alter".
        Unit::Duration if claim.get(figure.span.end().bytes()..)?.starts_with(" alt") => Some(Figure {
            unit: Unit::Age,
            value: figure.value / YEAR,
            low: figure.low / YEAR,
            high: figure.high / YEAR,
            ..figure.clone()
        }),
        Unit::Age if figure.value > AGED => Some(span(figure.value * YEAR, figure.low * YEAR, figure.high * YEAR)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::unsupported;

    #[test]
    fn a_number_in_another_form_is_there() {
        for (tag, claim, sentence, missing) in [
            ("en", "Three robbers fled.", "The trio of robbers fled.", ""),
            ("en", "Four robbers fled.", "The trio of robbers fled.", "Four"),
            ("en", "They robbed eight banks.", "It was the eighth bank robbery.", ""),
            ("en", "They robbed nine banks.", "It was the eighth bank robbery.", "nine"),
            ("en", "It was their eighth robbery.", "They robbed eight banks.", ""),
            ("en", "The boat is almost three million years old.", "The boat dates to 2.8 million years ago.", ""),
            ("en", "About six in ten boats sank.", "Of the boats 61% sank.", ""),
            ("en", "About seven in ten boats sank.", "Of the boats 61% sank.", "seven in ten"),
            ("en", "It may take as long as 24 hours.", "It can take up to 24 hours.", ""),
            ("en", "It took roughly three quarters of an hour.", "It took 43 minutes.", ""),
            ("en", "It took roughly three quarters of an hour.", "It took 23 minutes.", "three quarters"),
            ("de", "Die ersten zwei Boote sanken.", "Die ersten beiden Boote sanken.", ""),
            ("de", "Die ersten drei Boote sanken.", "Die ersten beiden Boote sanken.", "drei"),
            ("de", "Die ersten zwei Boote sanken.", "Ein paar Boote sanken.", "zwei"),
            ("de", "Drei Leute wählten aus.", "Eine dreiköpfige Kommission wählte aus.", ""),
            ("de", "Vier Leute wählten aus.", "Eine dreiköpfige Kommission wählte aus.", "Vier"),
            ("de", "Es wiegt etwa 1000 Gramm.", "Es wiegt etwa ein Kilo.", ""),
            ("de", "Es wiegt etwa 3000 Gramm.", "Es wiegt etwa ein Kilo.", "3000 Gramm"),
            ("de", "Er hat etwas mehr als sechs Monate dafür.", "Er hat gut ein halbes Jahr dafür.", ""),
            ("de", "Er hat sieben Monate dafür.", "Er hat gut ein halbes Jahr dafür.", "sieben Monate"),
        ] {
            let found: Vec<String> =
                unsupported(claim, &[sentence], Some(tag)).into_iter().map(|figure| figure.text).collect();
            assert_eq!(found.join(" "), missing, "{claim} {sentence}");
        }
    }
}
