//! A number that a claim says in another form than its passages and that is the same still: a time of day, a day in digits,
//! a sum of two counts that stand side by side, an end of a change, points between two shares, a span written on to its
//! number. Refuses to reckon further than that: a sum of sums, a rate and a growth stay with who wrote them.

use super::{Approximation, Figure, Said, Side, Unit, YEAR, bare_figures_in, bound, clocks, is_carried, shares};
use crate::article::Date;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// Words that join two counts to one sum, and so many words at most stand between the two.
const JOINS: &[&str] = &["and", "und", "sowie", "plus", "et", "y", "e"];
const APART: usize = 5;
/// Two numbers are one when they are no farther apart, as a share of their size.
const SAME: f64 = 1e-6;
/// Beginnings of words for a change, which goes from one number to another.
const CHANGES: &[&str] = &[
    "rose", "rise", "rising", "fell", "fall", "grew", "grow", "drop", "increas", "decreas", "declin", "climb", "jump",
    "slip", "slid", "surg", "soar", "plung", "cut", "rais", "reduc", "lower", "up", "down", "went", "shr", "doubl",
    "chang", "mov", "improv", "extend", "lengthen", "shorten",
];
/// Beginnings of words for points between two shares.
const POINTS: &[&str] = &["prozentpunkt", "percentage", "point", "punto"];
/// A sentence with more shares has some that are so far apart anyhow.
const FEW: usize = 4;
/// Points are no farther off.
const POINT: f64 = 0.051;
/// Links between the two numbers of a range.
const LINKS: &[&str] = &["and", "to", "or", "und", "bis", "oder", "et", "à", "ou", "y", "a", "o"];
/// Words between a number and what it counts that say that it comes on top.
const MORE: &[&str] = &[
    "more",
    "further",
    "additional",
    "extra",
    "other",
    "weitere",
    "weiteren",
    "zusätzliche",
    "zusätzlichen",
    "autres",
    "nouvelles",
    "nouveaux",
    "más",
    "otros",
    "otras",
];
/// What German writes on to a number for so many spans of time, in seconds.
const SPANS: &[(&str, f64)] = &[
    ("jährig", YEAR),
    ("monatig", YEAR / 12.0),
    ("wöchig", 604_800.0),
    ("tägig", 86_400.0),
    ("stündig", 3600.0),
    ("minütig", 60.0),
];
/// "Just over" is no farther off, as a share.
const JUST: f64 = 0.06;
/// A share in words is no farther off, in hundredths.
const ROUNDED: f64 = 0.7;
/// Two words are of one stem that begin with so many same letters.
const ALIKE: usize = 4;
/// French and Spanish say fifteen days for two weeks.
const FORTNIGHT: [f64; 2] = [14.0 * 86_400.0, 15.0 * 86_400.0];

/// What is asked of a claim's figures.
pub struct Restated<'r> {
    /// The claim.
    pub claim: &'r str,
    /// The sentences of its passages.
    pub sentences: &'r [&'r str],
    /// Their figures.
    pub said: &'r [Said<'r>],
    /// The language of both.
    pub language: Option<&'r str>,
}

impl Restated<'_> {
    /// Whether the sentences have a figure of the claim in another form.
    pub fn has(&self, figure: &Figure) -> bool {
        if figure.when.is_some() {
            return self.is_day(figure);
        }
        self.is_sum(figure)
            || self.is_end(figure)
            || self.is_apart(figure)
            || self.is_range(figure)
            || self.is_often(figure)
            || self.is_just(figure)
            || self.is_share(figure)
            || self.has_unit(figure)
            || self.is_written_on(figure)
            || self.is_fortnight(figure)
            || self.is_one_or(figure)
            || self.is_time(figure)
            || self.is_day(figure)
    }

    /// Spans written on to their numbers that the sentences have not, neither so nor otherwise: "fünfjährige".
    pub fn written_on(&self) -> Vec<String> {
        if self.language != Some("de") {
            return Vec::new();
        }
        let is_missing = |(_, seconds): &(String, f64)| !self.lasts(*seconds);
        let glued = |(word, _): &(String, f64)| !word.starts_with(|c: char| c.is_ascii_digit());
        written_on(self.claim).into_iter().filter(glued).filter(is_missing).map(|(word, _)| word).collect()
    }

    fn plain(&self) -> impl Iterator<Item = &Figure> {
        self.said.iter().map(|said| said.figure).filter(|figure| figure.when.is_none())
    }

    /// 132 of 127 passengers and five of the crew; not 132 passengers.
    fn is_sum(&self, figure: &Figure) -> bool {
        if figure.unit != Unit::Count {
            return false;
        }
        let Some(own) = head(self.claim, figure) else { return false };
        let counted = |said: &Said<'_>| said.figure.unit == Unit::Count && said.figure.when.is_none();
        let joined = |one: &Said<'_>, next: &Said<'_>| {
            let between = one.sentence.get(one.figure.span.end().bytes()..next.figure.span.start().bytes());
            let words: Vec<&str> = segment::words(between.unwrap_or_default()).map(|(_, word)| word).collect();
            let closed = between.is_none_or(|between| between.contains(['.', ';', ':', '(']));
            one.sentence == next.sentence && !closed && words.len() <= APART && words.len() > 1 && {
                words.iter().any(|word| JOINS.contains(word))
            }
        };
        self.said.windows(2).any(|pair| {
            let [one, next] = pair else { return false };
            counted(one)
                && counted(next)
                && one.figure.approximation == Approximation::Exact
                && next.figure.approximation == Approximation::Exact
                && is_near(one.figure.value + next.figure.value, figure.value)
                && joined(one, next)
                && ![one, next].iter().any(|part| head(part.sentence, part.figure).is_some_and(|head| head == own))
        })
    }

    /// The number from which or to which something changed: "rose from 40 to 80 crowns".
    fn is_end(&self, figure: &Figure) -> bool {
        let changes = |text: &str| {
            segment::words(text).any(|(_, word)| CHANGES.iter().any(|change| lower(word).starts_with(change)))
        };
        self.said.iter().any(|said| {
            let other = said.figure;
            let from = || {
                let before = said.sentence.get(..other.span.start().bytes()).unwrap_or_default();
                before.trim_end().ends_with("from") && other.text.contains(" to ")
            };
            other.approximation == Approximation::Between
                && other.unit == figure.unit
                && figure.approximation != Approximation::Between
                && (is_near(other.low, figure.value) || is_near(other.high, figure.value))
                && from()
                && changes(said.sentence)
        })
    }

    /// Three points between 40 and 43 percent.
    fn is_apart(&self, figure: &Figure) -> bool {
        let counted = || {
            let behind = self.claim.get(figure.span.end().bytes()..).unwrap_or_default();
            segment::words(behind).next().is_some_and(|(_, word)| {
                let word = lower(word);
                POINTS.iter().any(|point| word.starts_with(point))
            })
        };
        let points = figure.unit == Unit::Points || figure.unit == Unit::Count && counted();
        let is_apart = |sentence: &&str| {
            let own = self.said.iter().filter(|said| said.sentence == *sentence).map(|said| said.figure);
            let own: Vec<&Figure> = own.filter(|other| other.when.is_none()).collect();
            let ends = |other: &&Figure| match (other.unit, other.approximation) {
                (Unit::Percent, Approximation::Between) => vec![other.low, other.high],
                (Unit::Percent | Unit::Count, _) => vec![other.value],
                _ => Vec::new(),
            };
            let shares: Vec<f64> = own.iter().flat_map(ends).collect();
            let any = own.iter().any(|other| other.unit == Unit::Percent);
            let apart = |a: &f64| shares.iter().any(|b| ((a - b).abs() - figure.value).abs() < POINT);
            any && shares.len() <= FEW && shares.iter().any(apart)
        };
        points && figure.value > 0.0 && self.sentences.iter().any(is_apart)
    }

    /// "Two and three thousand" for 2,000 to 3,000: the first number has the scale of the second.
    fn is_range(&self, figure: &Figure) -> bool {
        let rest = self.claim.get(figure.span.start().bytes()..).unwrap_or_default();
        let words: Vec<&str> = segment::words(rest).map(|(_, word)| word).take(4).collect();
        let &[one, link, other, scale] = words.as_slice() else { return false };
        if !LINKS.contains(&link) {
            return false;
        }
        let value = |number: &str| {
            let scaled = [number, scale].join(" ");
            bare_figures_in(&scaled, self.language).first().map(|figure| figure.value)
        };
        let (Some(low), Some(high)) = (value(one), value(other)) else { return false };
        let is_one = |said: &Figure| is_near(said.low, low) && is_near(said.high, high);
        low < high && self.plain().any(|said| said.approximation == Approximation::Between && is_one(said))
    }

    /// Six shots for "was shot six times".
    fn is_often(&self, figure: &Figure) -> bool {
        let Some(own) = head(self.claim, figure).filter(|_| figure.unit == Unit::Count) else { return false };
        let start: String = own.chars().take(ALIKE).collect();
        let alike = |text: &str| segment::words(text).any(|(_, word)| lower(word).starts_with(&start));
        start.chars().count() == ALIKE
            && self.said.iter().any(|said| {
                said.figure.unit == Unit::Times && said.figure.value == figure.value && alike(said.sentence)
            })
    }

    /// "Gut 89.000" for 89,500: a little more, or less, than it says.
    fn is_just(&self, figure: &Figure) -> bool {
        let Some(own) = bound(self.claim, figure).filter(|own| !own.is_open) else { return false };
        let within = |said: &Figure| {
            let off = (said.value - figure.value) / figure.value.max(f64::MIN_POSITIVE);
            match own.side {
                Side::Above => (0.0..=JUST).contains(&off),
                Side::Below => (-JUST..=0.0).contains(&off),
            }
        };
        let plain = |said: &Figure| matches!(said.approximation, Approximation::Exact | Approximation::About);
        self.plain().any(|said| said.unit == figure.unit && plain(said) && within(said))
    }

    /// One of five for 20 percent, the second number being this figure.
    fn is_share(&self, figure: &Figure) -> bool {
        if figure.unit != Unit::Count {
            return false;
        }
        let until = |end: usize| shares(self.claim.get(..end).unwrap_or_default());
        let (before, with) = (until(figure.span.start().bytes()), until(figure.span.end().bytes()));
        let own = with.into_iter().filter(|share| !before.contains(share));
        let near = |a: f64, b: f64| (a - b).abs() <= ROUNDED;
        own.into_iter().any(|own| {
            self.plain().any(|said| said.unit == Unit::Percent && near(said.value, own))
                || self.sentences.iter().any(|sentence| shares(sentence).into_iter().any(|share| near(share, own)))
        })
    }

    /// "Three more days" for 72 hours, "the three points" for three more points.
    fn has_unit(&self, figure: &Figure) -> bool {
        let measured = with_unit(self.claim, figure, self.language);
        let fits = |own: &Figure| is_carried(own, self.plain()) || is_span(own) && self.lasts(seconds(own));
        measured.is_some_and(|own| fits(&own))
            || figure.unit != Unit::Count
                && self.said.iter().any(|said| {
                    with_unit(said.sentence, said.figure, self.language)
                        .is_some_and(|said| said.unit == figure.unit && is_near(said.value, figure.value))
                })
    }

    /// 'Vierjährig' for four years, '34-jährig' for one who is 34, and the other way round.
    fn is_written_on(&self, figure: &Figure) -> bool {
        if self.language != Some("de") {
            return self.is_aged(figure);
        }
        let behind =
            self.claim.get(figure.span.end().bytes()..).unwrap_or_default().trim_start_matches(['-', '‑', '–']);
        let span = SPANS.iter().find(|(end, _)| behind.starts_with(end)).map(|(_, span)| figure.value * span);
        match span {
            Some(seconds) if figure.unit == Unit::Count => self.lasts(seconds),
            _ => is_span(figure) && self.lasts(seconds(figure)) || self.is_aged(figure),
        }
    }

    /// The age of one behind whom the sentences have the bare number, between commas: "the keeper, 34, left".
    fn is_aged(&self, figure: &Figure) -> bool {
        figure.unit == Unit::Age
            && self.said.iter().any(|said| {
                let (other, sentence) = (said.figure, said.sentence);
                let before = sentence.get(..other.span.start().bytes()).unwrap_or_default();
                let behind = sentence.get(other.span.end().bytes()..).unwrap_or_default();
                other.unit == Unit::Count
                    && other.value == figure.value
                    && (before.ends_with(", ") && behind.starts_with(',')
                        || before.ends_with('(') && behind.starts_with(')'))
            })
    }

    /// Whether the sentences have a span of so many seconds.
    fn lasts(&self, length: f64) -> bool {
        let one = |figure: &Figure| is_span(figure) && is_near(seconds(figure), length);
        let aged = || {
            let years = length / YEAR;
            self.plain().any(|said| said.value == years && self.is_aged(&Figure { unit: Unit::Age, ..said.clone() }))
        };
        self.plain().any(one)
            || self.sentences.iter().any(|text| written_on(text).iter().any(|(_, said)| is_near(*said, length)))
            || aged()
    }

    fn is_fortnight(&self, figure: &Figure) -> bool {
        let fortnight = |figure: &Figure| {
            figure.unit == Unit::Duration && FORTNIGHT.iter().any(|length| is_near(*length, figure.value))
        };
        matches!(self.language, Some("fr" | "es")) && fortnight(figure) && self.plain().any(fortnight)
    }

    /// "One or two days" for "a day or two".
    fn is_one_or(&self, figure: &Figure) -> bool {
        self.said.iter().filter(|said| said.figure.unit == Unit::Count).any(|said| {
            let before = said.sentence.get(..said.figure.span.start().bytes()).unwrap_or_default();
            let mut back = before.split_whitespace().rev();
            let or = back.next().is_some_and(|word| matches!(word, "or" | "oder" | "ou" | "o"));
            let one = back.next().filter(|_| or).map(|unit| [&*said.figure.text, unit].join(" "));
            let measured = one.and_then(|one| bare_figures_in(&one, self.language).into_iter().next());
            measured.is_some_and(|said| said.unit == figure.unit && is_near(said.value, figure.value))
        })
    }

    /// Half past three for 15:30.
    fn is_time(&self, figure: &Figure) -> bool {
        if !matches!(figure.unit, Unit::Count | Unit::Clock | Unit::Duration) {
            return false;
        }
        let own: Vec<_> = clocks(self.claim, self.language);
        let own = own.iter().filter(|clock| clock.span.overlaps(figure.span));
        own.into_iter()
            .any(|own| self.sentences.iter().any(|text| clocks(text, self.language).iter().any(|said| said.is(own))))
    }

    /// 05.03.2014 for 5 March 2014, and the other way round.
    fn is_day(&self, figure: &Figure) -> bool {
        let days: Vec<Figure> =
            self.sentences.iter().flat_map(|text| days_in_digits(text)).map(|(_, day)| day).collect();
        let all = || days.iter().chain(self.said.iter().map(|said| said.figure));
        let own = days_in_digits(self.claim).into_iter().find(|(span, _)| span.overlaps(figure.span));
        own.is_some_and(|(_, own)| is_carried(&own, all()))
            || figure.when.is_some() && !days.is_empty() && is_carried(figure, all())
    }
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= SAME * a.abs().max(b.abs())
}

const fn is_span(figure: &Figure) -> bool {
    matches!(figure.unit, Unit::Duration | Unit::Age)
}

fn seconds(figure: &Figure) -> f64 {
    if figure.unit == Unit::Age { figure.value * YEAR } else { figure.value }
}

/// The word right behind a figure, in lower case.
fn head(text: &str, figure: &Figure) -> Option<String> {
    let behind = text.get(figure.span.end().bytes()..)?;
    let (span, word) = segment::words(behind).next()?;
    (span.start().bytes() <= 1).then(|| lower(word).into_owned())
}

/// A bare number with the unit that stands behind a word that says that it comes on top.
fn with_unit(text: &str, figure: &Figure, language: Option<&str>) -> Option<Figure> {
    if figure.unit != Unit::Count || figure.when.is_some() {
        return None;
    }
    let mut behind = segment::words(text.get(figure.span.end().bytes()..)?);
    let more = behind.next().filter(|(span, more)| span.start().bytes() == 1 && MORE.contains(&&*lower(more)))?;
    let unit = behind.next().filter(|(span, _)| span.start() > more.0.end())?.1;
    let measured = bare_figures_in(&[&*figure.text, unit].join(" "), language);
    measured.into_iter().next().filter(|measured| measured.unit != Unit::Count && measured.when.is_none())
}

/// Whether a German text may have a span written on to its number.
pub fn has_written_on(text: &str) -> bool {
    SPANS.iter().any(|(end, _)| text.contains(end))
}

/// The words of a German text with a span written on to a number, and how many seconds it is.
fn written_on(text: &str) -> Vec<(String, f64)> {
    let small = lower(text);
    let mut found = Vec::new();
    for (end, span) in SPANS {
        for (at, _) in small.match_indices(end) {
            let before = small.get(..at).unwrap_or_default();
            let joined = |c: char| c.is_alphanumeric() || matches!(c, '-' | '‑');
            let number = before.rsplit(|c: char| !joined(c)).next().unwrap_or_default();
            let bare = number.trim_end_matches(['-', '‑']);
            let value = bare_figures_in(bare, Some("de")).first().filter(|figure| figure.text == bare).map(|f| f.value);
            let last = small.get(at..).unwrap_or_default().split(|c: char| !c.is_alphanumeric()).next();
            found.extend(value.map(|value| ([number, last.unwrap_or_default()].concat(), value * span)));
        }
    }
    found
}

/// The days of a text that are written in digits with points, the day first, and what they are.
fn days_in_digits(text: &str) -> Vec<(Span, Figure)> {
    let mut found = Vec::new();
    let mut from = 0;
    for part in text.split(|c: char| !(c.is_ascii_digit() || c == '.')) {
        let at = from;
        from = at
            + part.len()
            + text.get(at + part.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let bare = part.trim_end_matches('.');
        let mut numbers = bare.split('.').map(str::parse::<usize>);
        let (Some(Ok(day)), Some(Ok(month)), Some(Ok(year)), None) =
            (numbers.next(), numbers.next(), numbers.next(), numbers.next())
        else {
            continue;
        };
        let number = |of: usize| u8::try_from(of).ok();
        let date = u16::try_from(year).ok().filter(|year| (1000..3000).contains(year));
        let date = date.and_then(|year| Date::new(year, Some(number(month)?), Some(number(day)?)));
        let Some(date) = date else { continue };
        let named = bare_figures_in(&date.long(), Some("en"));
        found.extend(named.into_iter().next().map(|figure| (Span::new(at, at + bare.len()), figure)));
    }
    found
}
