//! Finds the figures of a text: at each token the longest form that fits. Refuses to guess what a figure is of: it names
//! the words that stand around it.

use std::sync::LazyLock;

use super::date::{self, When, date};
use super::hedge;
use super::number::{self, Number, fraction, name_number, number, small};
use super::ordinal;
use super::token::{Kind, Token, tokens};
use super::unit::{self, MOST_WORDS, Unit, currency, unit};
use super::{Approximation, Figure};
use crate::text::lookup::Set;
use crate::text::stem::Language;
use crate::text::{Span, language};

/// By how much of itself a measure in another unit than the base one may be off besides: it may be a conversion, and these
/// are rounded, as 12 miles (19.3 km) to 20 km. By judgement.
const CONVERTED: f64 = 0.03;
/// Languages whose decimals follow a comma.
const COMMA: &[&str] = &[
    "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "da", "sv", "no", "nb", "nn", "fi", "cs", "sk", "sl", "hr",
    "hu", "ro", "tr", "el", "ca", "id", "vi",
];
/// What may stand before the sign of a currency: "US$", "C$".
const WHOSE: &[&str] = &["us", "u.s", "c", "a", "hk"];
/// Words and signs that a figure may begin with, but for superlatives: few, so that most words of a text are not tried.
static OPENINGS: LazyLock<Set<&'static str>> = LazyLock::new(|| {
    let own = WHOSE.iter().copied().chain(hedge::vague_words()).chain(ordinal::openings());
    own.chain(number::openings()).chain(unit::openings()).chain(date::openings()).collect()
});
/// Words of more than five letters that end like a superlative and give no place in an order: nouns, names, verbs; and
/// superlatives by which no others are counted, as "the latest attack" is not the first.
#[rustfmt::skip]
const NO_SUPERLATIVES: &[&str] = &[
    "forest", "interest", "protest", "request", "arrest", "contest", "harvest", "conquest", "priest", "unrest",
    "midwest", "northwest", "southwest", "northeast", "southeast", "inquest", "bequest", "behest", "manifest", "digest",
    "tempest", "everest", "bucharest", "budapest", "honest", "modest", "invest", "suggest", "earnest", "rainforest",
    "nearest", "latest", "newest",
];

/// The figures of a text, in order; without the stems of the words around them, where nobody asks for these.
pub(super) fn figures(text: &str, tag: Option<&str>, with_words: bool) -> Vec<Figure> {
    let primary = language::stated(tag);
    let language = with_words.then(|| Language::of_tag(&primary));
    let mut tokens = tokens(text, COMMA.contains(&&*primary));
    if primary != "en" {
        tokens.iter_mut().for_each(|token| name_number(token, &primary));
    }
    let reader = Reader { text, tokens: &tokens, language: language.as_ref() };
    let mut figures = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match reader.figure(at) {
            Some((figure, end)) => {
                figures.push(figure);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    give_years(&mut figures);
    figures
}

/// Each figure that is no date is of the year that the text names, if it names one only.
fn give_years(figures: &mut [Figure]) {
    let mut years: Vec<u16> = figures.iter().filter_map(|figure| figure.when.and_then(|when| when.year)).collect();
    years.dedup();
    if let [year] = years.as_slice() {
        figures.iter_mut().filter(|figure| figure.when.is_none()).for_each(|figure| figure.of_year = Some(*year));
    }
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token<'a>],
    /// None where the words around a figure are not asked for.
    language: Option<&'a Language>,
}

/// A size that was read, before its place is known.
struct Size {
    low: f64,
    high: f64,
    value: f64,
    unit: Unit,
    approximation: Approximation,
}

impl Reader<'_> {
    fn figure(&self, at: usize) -> Option<(Figure, usize)> {
        self.may_begin(at).then(|| self.longest(at)).flatten()
    }

    /// The first form that fits at a token.
    fn longest(&self, at: usize) -> Option<(Figure, usize)> {
        if let Some((when, end)) = date(self.tokens, at).filter(|(_, end)| *end > at + 1 || !self.is_measured(at + 1)) {
            return Some((self.dated(at, end, when), end));
        }
        let forms = [Self::clock, Self::ordinal, Self::share, Self::vague, Self::quantity];
        let (size, end) = forms.into_iter().find_map(|form| form(self, at))?;
        Some((self.sized(at, end, size), end))
    }

    /// Whether a measure by weight, length or the like follows: "1500 metres" is no year.
    fn is_measured(&self, at: usize) -> bool {
        let unit = self.unit_at(at).map(|(unit, ..)| unit);
        unit.is_some_and(|unit| matches!(unit, Unit::Length | Unit::Area | Unit::Volume | Unit::Mass | Unit::Power))
    }

    /// Whether a figure may begin at a token, as far as the token itself tells.
    fn may_begin(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let word = token.lower.strip_suffix("'s").unwrap_or(&token.lower);
        matches!(token.kind, Kind::Number { .. }) || OPENINGS.contains(word) || self.superlative(at).is_some()
    }

    fn token(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at)
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.token(at).is_some_and(|token| token.is_one_of(words))
    }

    /// 9.40 p.m., 5 am, 21:40.
    fn clock(&self, at: usize) -> Option<(Size, usize)> {
        let hour = self.token(at)?;
        let (h, m, mut end) = match (hour.digits(), hour.kind) {
            (Some(h), _) if self.is(at + 1, &[":"]) => (h, self.token(at + 2).filter(|t| t.glued)?.digits()?, at + 3),
            (Some(h), _) => (h, 0, at + 1),
            (None, Kind::Number { value, decimals: 2 }) => {
                (value as u32, (value.fract() * 100.0).round() as u32, at + 1)
            }
            _ => return None,
        };
        let half = if self.is(end, &["a.m", "am"]) {
            0
        } else if self.is(end, &["p.m", "pm"]) {
            12
        } else {
            u32::MAX
        };
        if half == u32::MAX && !self.is(at + 1, &[":"]) || h > 24 || m > 59 {
            return None;
        }
        end += usize::from(half != u32::MAX);
        let h = if half == u32::MAX { h } else { h % 12 + half };
        let minutes = f64::from(h * 60 + m);
        Some((Size::exactly(minutes, Unit::Clock), end))
    }

    /// Third largest, 3rd, the largest, the third attack.
    fn ordinal(&self, at: usize) -> Option<(Size, usize)> {
        let token = self.token(at)?;
        let (place, end) = match ordinal::place(self.tokens, at) {
            // "Sixty-fifth" is no share, and stands alone too.
            Some((place, end)) if end > at + 1 => return Some((Size::exactly(place, Unit::Ordinal), end)),
            Some(found) => found,
            None => match token.digits() {
                Some(n) if self.token(at + 1)?.glued && self.is(at + 1, &["st", "nd", "rd", "th"]) => {
                    (f64::from(n), at + 2)
                }
                _ => return self.superlative(at),
            },
        };
        let joined = end + usize::from(self.token(end).is_some_and(Token::is_hyphen));
        let (superlative, end) = if self.is_superlative(joined) { (true, joined + 1) } else { (false, end) };
        // "second" of a clock, "a third" of a whole and "first" as an adverb are no places in an order.
        let led = at.checked_sub(1).is_none_or(|before| !self.is(before, &["a", "one", "two", "at"]) || superlative);
        // "The fifth of the volcano" is a place in an order, "a fifth of the vote" a share.
        let share = self.is(end, &["of"]) && !at.checked_sub(1).is_some_and(|before| self.is(before, &["the", "its"]));
        let followed = superlative || self.token(end).is_some_and(Token::is_word) && !share && !self.is(end, &["time"]);
        (led && followed).then(|| (Size::exactly(place, Unit::Ordinal), end))
    }

    /// "the largest", "Iraq's largest": the first place.
    fn superlative(&self, at: usize) -> Option<(Size, usize)> {
        let before = self.token(at.checked_sub(1)?)?;
        let led = before.is("the") || before.lower.ends_with("'s");
        (led && self.is_superlative(at) && !self.is(at, &["most", "best", "worst"]))
            .then(|| (Size::exactly(1.0, Unit::Ordinal), at + 1))
    }

    /// Largest, warmest, most; not forest.
    fn is_superlative(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.is_word()) else { return false };
        let ends = token.lower.ends_with("est") && token.text.len() > 5 && !token.is_one_of(NO_SUPERLATIVES);
        ends || token.is_one_of(&["most", "best", "worst"])
    }

    /// Half of, a third of, two in five, three out of four.
    fn share(&self, at: usize) -> Option<(Size, usize)> {
        if let Some((percent, end)) = fraction(self.tokens, at) {
            let scaled = number(self.tokens, at, false).is_some_and(|number| number.end > end);
            let whole = self.is(end, &["of", "the", "its", "their", "his", "her", "all"])
                || self.is(at, &["two", "three"])
                || end
                    .checked_sub(1)
                    .is_some_and(|part| self.token(part).is_some_and(|part| part.lower.ends_with("tel")));
            if !scaled && whole {
                let slack = percent * 0.05;
                return Some((self.hedged(at, percent, percent, slack, Unit::Percent), end));
            }
        }
        let part = self.token(at).and_then(|t| t.digits().map(f64::from).or_else(|| small(&t.lower)))?;
        // "Eight children in ten".
        let parted = self.token(at + 1).is_some_and(|t| t.is_word() && !t.is_capital()) && self.is(at + 2, &["in"]);
        let tenth = || self.is(at + 3, &["ten", "hundred"]) && !self.token(at + 4).is_some_and(Token::is_noun_like);
        let then = if self.is(at + 1, &["in"]) {
            at + 2
        } else if self.is(at + 1, &["out"]) && self.is(at + 2, &["of"]) || parted && tenth() {
            at + 3
        } else {
            return None;
        };
        let whole = self.token(then).and_then(|t| t.digits().map(f64::from).or_else(|| small(&t.lower)))?;
        let plain = self
            .token(then)
            .is_some_and(|t| whole > part && whole <= 100.0 && (t.is_word() || self.is(at + 1, &["out"])));
        plain.then(|| (Size::exactly(100.0 * part / whole, Unit::Percent), then + 1))
    }

    fn vague(&self, at: usize) -> Option<(Size, usize)> {
        let (low, high, unit) = hedge::vague(self.token(at)?)?;
        Some((Size { low, high, value: low, unit, approximation: Approximation::Vague }, at + 1))
    }

    fn quantity(&self, at: usize) -> Option<(Size, usize)> {
        let (money, from) = self.currency_before(at);
        let written_once = number(self.tokens, from, money.is_some())?;
        let (low, high, mut end) = self.range(at, from, &written_once, money.is_some());
        let (mut unit, mut size) = (money.unwrap_or(Unit::Count), 1.0);
        if money.is_none() {
            if let Some((found, base, after)) = self.unit_at(end) {
                (unit, size, end) = (found, base, after);
            } else if self.is_age(from, end) {
                unit = Unit::Age;
            }
        }
        if unit == Unit::Duration && self.is(end, &["old"]) || self.years_old(end, unit) {
            (unit, size) = (Unit::Age, 1.0);
        }
        let converted = unit.is_measure() && size != 1.0;
        let slack = if converted { written_once.slack.max(CONVERTED * low) } else { written_once.slack };
        let slack = if unit == Unit::Percent && low.fract() == 0.0 && written_once.scale == 1.0 { 0.0 } else { slack };
        Some((self.hedged(at, low * size, high * size, slack * size, unit), end))
    }

    fn years_old(&self, end: usize, unit: Unit) -> bool {
        unit == Unit::Duration && self.token(end).is_some_and(Token::is_hyphen) && self.is(end + 1, &["old", "olds"])
    }

    fn currency_before(&self, at: usize) -> (Option<Unit>, usize) {
        let sign_at = at + usize::from(self.is(at, WHOSE) && self.is(at + 1, &["$"]));
        match self.token(sign_at).and_then(|token| currency(&token.lower)) {
            Some(unit) => (Some(unit), sign_at + 1 + usize::from(self.is(sign_at + 1, &["us", "a", "c"]))),
            None => (None, at),
        }
    }

    /// The two ends of what was written, and the token after it: "between 2,000 and 3,000", "5 to 7 million", "5-7".
    fn range(&self, at: usize, from: usize, first: &Number, money: bool) -> (f64, f64, usize) {
        let alone = (first.value, first.value, first.end);
        let between = at.checked_sub(1).is_some_and(|before| self.is(before, &["between", "zwischen", "entre"]));
        let link = self.token(first.end);
        let links = link.is_some_and(|token| {
            token.is("to") || token.is_hyphen() && token.glued || between && token.is_one_of(&["and", "und", "et", "y"])
        });
        if !links {
            return alone;
        }
        let (_, second_at) = self.currency_before(first.end + 1);
        let digits_first = self.token(from).is_some_and(|token| matches!(token.kind, Kind::Number { .. }));
        let Some(second) = number(self.tokens, second_at, money) else { return alone };
        let digits_second = self.token(second_at).is_some_and(|token| matches!(token.kind, Kind::Number { .. }));
        let low = if first.scale == 1.0 && second.scale > 1.0 { first.value * second.scale } else { first.value };
        let mixed = digits_first != digits_second;
        if mixed || low >= second.value || (link.is_some_and(|t| t.is("to")) && second.value > low * 20.0) {
            return alone;
        }
        (low, second.value, second.end)
    }

    /// The unit that begins at a token: its kind, base units, and the token after it.
    fn unit_at(&self, at: usize) -> Option<(Unit, f64, usize)> {
        // "3 Mio. Euro".
        let short = at.checked_sub(1).is_some_and(|before| self.is(before, &["mio", "mrd"])) && self.is(at, &["."]);
        let at = at + usize::from(short);
        let at = at + usize::from(self.token(at).is_some_and(Token::is_hyphen));
        // "2,4 milioni di euro", "46 millions d'euros".
        let at = at + usize::from(self.is(at, &["de", "di"]));
        (1..=MOST_WORDS).rev().find_map(|words| {
            let tokens = self.tokens.get(at..at + words)?;
            let name = tokens.iter().map(|token| &*token.lower).collect::<Vec<_>>().join(" ");
            let glued = tokens.iter().skip(1).all(|token| token.glued);
            let name = if glued && words > 1 { name.replace(' ', "") } else { name };
            unit(name.strip_prefix("d'").unwrap_or(&name)).map(|(unit, size)| (unit, size, at + words))
        })
    }

    /// "Zaid al-Dulaimi, 52," and "aged 52".
    fn is_age(&self, from: usize, end: usize) -> bool {
        let before = |back: usize| from.checked_sub(back).and_then(|at| self.token(at));
        let closed = self.token(end).is_none_or(|token| token.is_one_of(&[",", ".", ";", ")"]));
        let low = self.token(from).and_then(Token::digits).is_some_and(|n| n <= 120);
        let after_name = before(1).is_some_and(|t| t.is(",")) && before(2).is_some_and(Token::is_capital);
        let said = before(1).is_some_and(|t| t.is_one_of(&["aged", "age"]))
            || before(1).is_some_and(|t| t.is_one_of(&["is", "was"])) && before(2).is_some_and(|t| t.is("who"));
        low && (before(1).is_some_and(|t| t.is("aged")) || closed && (after_name || said))
    }

    /// The size with its hedge, which stands before the figure.
    fn hedged(&self, at: usize, low: f64, high: f64, slack: f64, unit: Unit) -> Size {
        let hedge = hedge::before(self.tokens, at);
        let value = (low + high) / 2.0;
        let approximation = if high > low && hedge == Approximation::Exact { Approximation::Between } else { hedge };
        let (low, high) = hedge::bounds(approximation, low, high, slack);
        Size { low, high, value, unit, approximation }
    }

    fn sized(&self, at: usize, end: usize, size: Size) -> Figure {
        let mut figure = self.placed(at, end);
        (figure.low, figure.high, figure.value) = (size.low, size.high, size.value);
        (figure.unit, figure.approximation) = (size.unit, size.approximation);
        figure
    }

    fn dated(&self, at: usize, end: usize, when: When) -> Figure {
        Figure { unit: Unit::Date, when: Some(when), ..self.placed(at, end) }
    }

    /// A figure with its place and the words around it, and no size yet.
    fn placed(&self, at: usize, end: usize) -> Figure {
        let place = |i: usize| self.token(i).map(|token| token.span);
        let span = match (place(at), place(end.saturating_sub(1).max(at))) {
            (Some(first), Some(last)) => first.hull(last),
            _ => Span::default(),
        };
        let text = span.slice(self.text).unwrap_or_default().to_owned();
        let [head, near] = self.language.map(|language| self.words_around(at, end, language)).unwrap_or_default();
        Figure { span, text, head, near, ..Figure::default() }
    }

    /// The stems of the words that follow a figure at once, and of those around it.
    fn words_around(&self, at: usize, end: usize, language: &Language) -> [Vec<String>; 2] {
        let after = self.tokens.get(end..).unwrap_or_default();
        let phrase = after
            .iter()
            .take_while(|token| token.is_word() && !language.is_function_word(token.text) || token.is_hyphen());
        let head = phrase.filter(|token| token.is_word()).take(4).map(|token| language.term(token.text));
        let near = (at.saturating_sub(4)..at)
            .chain(end..end + 6)
            .filter_map(|i| self.token(i))
            .filter(|token| token.is_word() && token.text.len() > 2 && !language.is_function_word(token.text));
        [head.collect(), near.map(|token| language.term(token.text)).collect()]
    }
}

impl Size {
    const fn exactly(value: f64, unit: Unit) -> Self {
        Self { low: value, high: value, value, unit, approximation: Approximation::Exact }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop, prop_assert, proptest};

    use super::{OPENINGS, Reader, figures, tokens};
    use crate::text::stem::Language;

    /// Words that begin a figure, and words, numbers and signs that stand around one.
    fn words() -> impl Strategy<Value = Vec<&'static str>> {
        let around = [
            "the",
            "ship",
            "of",
            "in",
            "out",
            "and",
            "most",
            "largest",
            "Friday's",
            "Iraq's",
            "3",
            "1990",
            "1990s",
            "2,000",
            "9.40",
            "p.m",
            "-",
            ":",
            ".",
            ",",
            "%",
            "km",
            "th",
            "m",
            "million",
            "old",
            "between",
            "to",
            "about",
            "more than",
            "half",
            "may",
            "jan",
            "monday",
            "freitagabend",
            "segunda",
            "feira",
            "spring",
        ];
        let all: Vec<&str> = OPENINGS.iter().copied().chain(around).collect();
        prop::collection::vec(prop::sample::select(all), 1..9)
    }

    #[test]
    fn a_comma_is_read_as_the_language_reads_it_however_its_tag_is_written() {
        for (tag, metres) in [("de", 1_500.0), ("DE", 1_500.0), ("De_at", 1_500.0)] {
            let found = figures("1,5 km", Some(tag), false);
            assert_eq!(found.first().map(|figure| figure.value), Some(metres), "{tag}");
        }
    }

    proptest! {
        #[test]
        fn no_figure_begins_where_none_may(words in words(), glued in prop::bool::ANY, capital in prop::bool::ANY) {
            let text = words.join(if glued { "" } else { " " });
            let text = if capital { text.to_uppercase() } else { text };
            let (tokens, language) = (tokens(&text, false), Language::of_tag("en"));
            let reader = Reader { text: &text, tokens: &tokens, language: Some(&language) };
            for at in 0..tokens.len() {
                prop_assert!(reader.may_begin(at) || reader.longest(at).is_none(), "{text}: {at}");
            }
        }
    }
}
