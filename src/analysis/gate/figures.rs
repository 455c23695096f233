//! Which figures of a claim do not stand in its passages. Refuses to reckon: what follows from other figures is not there.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::analysis::figures::{
    Approximation, Bound, Figure, Restated, Said, Side, Unit, When, bare_figures_in, bound, bound_behind,
    has_written_on, is_bounded_behind, is_carried, is_elided, is_idiom, is_said_otherwise, period,
};
use crate::analysis::reckoned::{Own, on};
use crate::analysis::when::when;
use crate::article::Edtf;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// Two figures are one when they are no farther apart, as a share of their size.
const SAME: f64 = 1e-9;
/// Numbers below are counted one by one.
const COUNTED: f64 = 1000.0;
/// A bound leaves out nothing that is no farther off, as a share.
const WITHIN: f64 = 0.01;

/// The figures of a claim, and those of the sentences that are to carry them.
pub(super) struct Held<'h> {
    claim: &'h str,
    sentences: &'h [&'h str],
    language: Option<&'h str>,
    figures: Rc<[Figure]>,
    carried: Vec<Said<'h>>,
    /// The dates that the sentences leave to be reckoned; made when it is first asked.
    dated: OnceCell<Vec<Figure>>,
    published: Option<Edtf>,
}

impl<'h> Held<'h> {
    /// Those of a claim and sentences in a language; `said` gives those of the sentences, where the claim has any.
    pub(super) fn of(
        claim: &'h str,
        sentences: &'h [&'h str],
        language: Option<&'h str>,
        published: Option<Edtf>,
        said: impl FnOnce() -> Vec<Said<'h>>,
    ) -> Self {
        let figures: Rc<[Figure]> = bare_figures_in(claim, language).into();
        let asked = !figures.is_empty() || language == Some("de") && has_written_on(claim);
        let carried = if asked { said() } else { Vec::new() };
        Self { claim, sentences, language, figures, carried, dated: OnceCell::new(), published }
    }

    /// The figures of the claim.
    pub(super) const fn figures(&self) -> &Rc<[Figure]> {
        &self.figures
    }

    /// The figures of the claim that no sentence carries, those that it repeats, and "a month" where the sentences have "a
    /// year".
    pub(super) fn missing(&self) -> Vec<String> {
        let is_missing = |figure: &&Figure| {
            let there = self.is_carried(figure) || self.is_dated(figure) || is_idiom(self.claim, figure);
            !there && !self.restated().has(figure) && !is_elided(figure, &self.figures, || self.plain(), self.language)
        };
        let missing = self.figures.iter().filter(is_missing);
        let mut missing: Vec<String> = missing.map(|figure| figure.text.clone()).collect();
        missing.extend(self.restated().written_on());
        missing.extend(repeated(self.claim, &self.figures));
        missing.extend(other_period(self.claim, &self.figures, self.sentences, self.language));
        missing.extend(other_measure(self.claim, &self.figures, self.sentences));
        missing
    }

    fn restated(&self) -> Restated<'_> {
        Restated { claim: self.claim, sentences: self.sentences, said: &self.carried, language: self.language }
    }

    /// Whether a place in the claim is in a figure that a sentence carries.
    pub(super) fn is_carried_at(&self, place: Span) -> bool {
        let covers = |figure: &&Figure| figure.span.covers(place);
        self.figures.iter().filter(covers).any(|figure| self.is_carried(figure) || self.is_dated(figure))
    }

    /// Whether a word is a name of a date that the claim has: it is asked for with its figure.
    pub(super) fn is_in_date(&self, word: &str) -> bool {
        self.figures
            .iter()
            .any(|figure| figure.when.is_some() && segment::words(&figure.text).any(|(_, own)| own == word))
    }

    /// Whether a figure is a date that the sentences leave to be reckoned.
    fn is_dated(&self, figure: &Figure) -> bool {
        let dated = || self.dated.get_or_init(|| self.dated());
        figure.when.is_some() && is_carried(figure, dated().iter().chain(self.plain()))
    }

    /// Whether the claim has figures.
    pub(super) fn has_any(&self) -> bool {
        !self.figures.is_empty()
    }

    fn plain(&self) -> impl Iterator<Item = &Figure> {
        self.carried.iter().map(|said| said.figure)
    }

    /// Whether a figure is carried, by one that is bounded from no other side: "just under" and "over", "more than 70" and 70.
    fn is_carried(&self, figure: &Figure) -> bool {
        let own =
            bound(self.claim, figure).or_else(|| bound_behind(self.claim, figure)).filter(|_| figure.when.is_none());
        // "Over" is no bound in Dutch.
        let known = matches!(self.language, Some("en" | "de"));
        let fits = |said: &&Said<'_>| figure.when.is_some() || fits(figure, own, said, known);
        is_carried(figure, self.carried.iter().filter(fits).map(|said| said.figure))
            || is_said_otherwise(figure, self.claim, self.sentences, || self.plain())
    }

    /// The dates of the sentences as they follow from the day of their source, where the claim has a date that needs them.
    /// Where days are named, 'on 2 May', a weekday of another sentence is none of them.
    fn dated(&self) -> Vec<Figure> {
        if !self.figures.iter().any(|figure| figure.when.is_some() && !self.is_carried(figure)) {
            return Vec::new();
        }
        let has_day = |said: &&Said<'_>| said.figure.when.is_some_and(|when| when.day.is_some());
        let any_day = self.carried.iter().any(|said| has_day(&said));
        let own_day = |sentence: &str| self.carried.iter().filter(has_day).any(|said| said.sentence == sentence);
        let meant = self.sentences.iter().filter(|sentence| !any_day || own_day(sentence));
        meant.flat_map(|sentence| self.dated_in(sentence)).collect()
    }

    /// The date of a sentence as it follows from the day of its source, and those that it may mean besides.
    fn dated_in(&self, sentence: &str) -> Vec<Figure> {
        let published = self.published;
        let own = dated(sentence, self.language, published);
        let of_sentence = self.carried.iter().filter(|said| said.sentence == sentence).map(|said| said.figure);
        let of_sentence: Vec<&Figure> = of_sentence.collect();
        let all: Vec<When> = self.plain().filter_map(|figure| figure.when).collect();
        let of_sentence = Own { claim: self.claim, sentence, figures: &of_sentence };
        let meant = of_sentence.meant(self.language, &all, published.map(Edtf::first));
        own.into_iter().chain(meant.into_iter().map(Figure::of_date)).collect()
    }
}

/// Whether a figure of a passage may be what a claim says with these bounds; `strictly` not where one of the two has none.
fn fits(figure: &Figure, own: Option<Bound>, said: &Said<'_>, strictly: bool) -> bool {
    let one_value = strictly
        && figure.unit == said.figure.unit
        && (figure.value - said.figure.value).abs() < SAME * figure.value.abs();
    // "At most four hours" is none of four to five.
    if own.is_some_and(|own| is_cut_short(figure, own, said.figure)) {
        return false;
    }
    let plain = || said.figure.approximation == Approximation::Exact && !is_bounded_behind(said.sentence, said.figure);
    match (own, bound(said.sentence, said.figure)) {
        (Some(own), Some(there)) => own.side == there.side,
        // "More than 200" is not said of 198.
        (Some(own), None)
            if plain() && figure.unit == said.figure.unit && !own.holds(figure.value, said.figure.value) =>
        {
            false
        }
        // What is put in or left out is a bound only where the figure is the very same.
        (Some(own), None) => {
            let limited = || segment::words(said.sentence).any(|(_, word)| is_limit(word));
            !(own.is_open && one_value) || is_bounded_behind(said.sentence, said.figure) || limited()
        }
        (None, Some(there)) => !(there.is_open && one_value) || figure.approximation != Approximation::Exact,
        (None, None) => !is_unmarked_rounding(figure, said.figure),
    }
}

/// Whether a claim has a round number in the place of one that was counted, and no word says so: 200 for 198. From
/// a thousand on readers take a round number for what it is.
fn is_unmarked_rounding(figure: &Figure, said: &Figure) -> bool {
    let counted = |figure: &Figure| {
        figure.unit == Unit::Count && figure.approximation == Approximation::Exact && figure.value.fract() == 0.0
    };
    counted(figure) && counted(said) && figure.value < COUNTED && figure.value != said.value
}

/// Whether a bound leaves out a part of what a range of a passage says.
fn is_cut_short(figure: &Figure, own: Bound, range: &Figure) -> bool {
    let within = |value: f64| value > figure.value * (1.0 + WITHIN);
    let below = |value: f64| value < figure.value * (1.0 - WITHIN);
    range.approximation == Approximation::Between
        && range.unit == figure.unit
        && own.is_open
        && match own.side {
            Side::Below => within(range.high),
            Side::Above => below(range.low),
        }
}

/// Words by whose beginnings a sentence says that there is a bound.
const LIMITS: &[&str] =
    &["limit", "restrict", "cap", "maxim", "minim", "ceiling", "threshold", "only", "höchst", "mindest"];

fn is_limit(word: &str) -> bool {
    let word = lower(word);
    LIMITS.iter().any(|start| word.starts_with(start))
}

/// The date of a sentence as it follows from the day of its source.
fn dated(sentence: &str, language: Option<&str>, published: Option<Edtf>) -> Option<Figure> {
    let date = when(sentence, language, Some(published?))?.first();
    Some(Figure::of_date(on(date)))
}

/// Measures by their names without a number: "within miles of".
const MEASURES: &[&[&str]] = &[
    &["inches"],
    &["feet"],
    &["yards"],
    &["miles"],
    &["centimetres", "centimeters"],
    &["metres", "meters"],
    &["kilometres", "kilometers"],
    &["seconds"],
    &["minutes"],
    &["ounces"],
    &["pounds"],
    &["tonnes", "tons"],
];

/// A measure of a claim without a figure, where the sentences have only another.
fn other_measure(claim: &str, figures: &[Figure], sentences: &[&str]) -> Option<String> {
    let measure = |word: &str| MEASURES.iter().position(|words| words.contains(&word));
    let (at, word) = segment::words(claim).find_map(|(span, word)| {
        let lone = !figures.iter().any(|figure| figure.span.covers(span));
        measure(word).filter(|_| lone).map(|at| (at, word))
    })?;
    let others: Vec<usize> =
        sentences.iter().flat_map(|sentence| segment::words(sentence)).filter_map(|(_, word)| measure(word)).collect();
    (!others.is_empty() && !others.contains(&at)).then(|| word.to_owned())
}

/// The second of two figures that are the same and side by side, which no sentence would say: "in 2007 and 2007".
pub(super) fn repeated(claim: &str, figures: &[Figure]) -> Vec<String> {
    let again = |(first, second): &(&Figure, &Figure)| {
        let between = claim.get(first.span.end().bytes()..second.span.start().bytes()).unwrap_or_default();
        first.text == second.text && matches!(between.trim(), "and" | "to" | "or" | "-" | "–")
    };
    figures.iter().zip(figures.iter().skip(1)).filter(again).map(|(_, second)| second.text.clone()).collect()
}

/// A span of time by which a claim counts, "a month", where the sentences have only another, "a year".
fn other_period(claim: &str, figures: &[Figure], sentences: &[&str], language: Option<&str>) -> Option<String> {
    // Words of other languages that are no periods in this one: 'an' and 'mes' say something else nearly everywhere.
    let own = |word: &str| match word {
        "an" => language == Some("fr"),
        "mes" => matches!(language, Some("es" | "pt")),
        "tag" => language == Some("de"),
        _ => true,
    };
    let period = |word: &str| period(word).filter(|_| own(word));
    let counted = |figure: &Figure, span| figure.span.covers(span);
    let (at, word) = segment::words(claim).find_map(|(span, word)| {
        let lone = !figures.iter().any(|figure| counted(figure, span));
        period(&lower(word)).filter(|_| lone).map(|at| (at, word))
    })?;
    // "L'année".
    let words = || {
        let all = sentences.iter().flat_map(|sentence| segment::words(sentence)).map(|(_, word)| word);
        all.map(|word| {
            lower(word.split_once(['\'', '’']).filter(|(article, _)| article.len() == 1).map_or(word, |(_, word)| word))
        })
    };
    let forms = |word: &str| ["", "s", "e", "n", "en", "es"].iter().find_map(|end| period(word.strip_suffix(end)?));
    let other = words().any(|word| period(&word).is_some_and(|other| other != at));
    (other && !words().any(|word| forms(&word) == Some(at))).then(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::analysis::gate::tests::judged_in;

    #[test]
    fn a_bound_leaves_out_nothing_of_a_range_and_a_share_may_be_said_in_words() {
        for (language, passage, claim, missing) in [
            ("en", "The walk takes between four and five hours.", "The walk takes at most four hours.", true),
            ("en", "The walk takes between four and five hours.", "The walk takes at most five hours.", false),
            ("en", "The strike lasted over a decade.", "The strike lasted more than ten years.", false),
            ("de", "Jedes fünfte Boot sank.", "20 Prozent der Boote sanken.", false),
            ("de", "Jedes fünfte Boot sank.", "50 Prozent der Boote sanken.", true),
            ("fr", "Deux tiers des places sont vides.", "Environ 67 % des places sont vides.", false),
            ("es", "La mitad de los barcos se perdió.", "El 50 % de los barcos se perdió.", false),
        ] {
            let verdict = judged_in(language, passage, passage, claim);
            assert_eq!(!verdict.missing_figures.is_empty(), missing, "{claim} {verdict:?}");
        }
    }

    #[test]
    fn a_number_of_a_claim_may_have_another_form_and_no_other_value() {
        let mut wrong = Vec::new();
        for (language, passage, claim, missing) in [
            ("en", "The ferry carried 127 passengers and five crew.", "The ferry carried 132 people.", false),
            ("en", "The ferry carried 127 passengers and five crew.", "The ferry carried 142 people.", true),
            ("en", "The ferry carried 127 passengers and five crew.", "The ferry carried 132 passengers.", true),
            ("en", "The fee rose from 40 to 80 crowns.", "The fee doubled to 80 crowns.", false),
            ("en", "The walk takes from 14 to 50 hours.", "The walk takes 50 hours.", true),
            ("en", "Turnout rose from 40 to 43 percent.", "Turnout rose by three percentage points.", false),
            ("en", "Turnout rose from 40 to 43 percent.", "Turnout rose by five percentage points.", true),
            ("en", "Between 2,000 and 3,000 crabs fled.", "Between two and three thousand crabs fled.", false),
            ("en", "Between 2,000 and 3,000 crabs fled.", "Between two and four thousand crabs fled.", true),
            ("en", "The keeper was shot six times.", "The keeper was hit by six shots.", false),
            ("en", "The keeper was shot six times.", "The keeper was hit by seven shots.", true),
            ("en", "Eight in ten were ill for a day or two.", "Many were ill for one or two days.", false),
            ("en", "Eight in ten were ill for a day or two.", "Many were ill for one or two weeks.", true),
            ("en", "The case waits another 72 hours.", "The case waits three more days.", false),
            ("en", "The case waits another 72 hours.", "The case waits four more days.", true),
            ("en", "The keeper, 34, left.", "The 34-year-old keeper left.", false),
            ("en", "The ferry left at 15:30.", "The ferry left at half past three.", false),
            ("en", "The storm sank 198 boats.", "The storm sank about 200 boats.", false),
            ("en", "The storm sank 198 boats.", "The storm sank nearly 200 boats.", false),
            ("en", "The storm sank 198 boats.", "The storm sank 200 boats.", true),
            ("en", "The storm sank 198 boats.", "The storm sank more than 200 boats.", true),
            ("en", "The storm sank 203 boats.", "The storm sank more than 200 boats.", false),
            ("en", "The storm sank 203 boats.", "The storm sank nearly 200 boats.", true),
            ("en", "The storm sank 203 boats.", "The storm sank fewer than 200 boats.", true),
            ("en", "Twin blasts shook the harbour.", "Two blasts shook the harbour.", false),
            ("de", "Der Rat wählte ihn für eine vierjährige Amtszeit.", "Er bleibt vier weitere Jahre im Rat.", false),
            ("de", "Der Rat wählte ihn für eine vierjährige Amtszeit.", "Er bleibt fünf weitere Jahre im Rat.", true),
            ("de", "Der Rat wählte ihn für vier Jahre.", "Der Rat wählte ihn für eine vierjährige Amtszeit.", false),
            ("de", "Der Rat wählte ihn für vier Jahre.", "Der Rat wählte ihn für eine fünfjährige Amtszeit.", true),
            ("de", "Die 34 Jahre alte Wärterin ging.", "Die 34-jährige Wärterin ging.", false),
            ("de", "Die 34 Jahre alte Wärterin ging.", "Die 43-jährige Wärterin ging.", true),
            ("de", "Rund 89.500 Fische kamen.", "Gut 89.000 Fische kamen.", false),
            ("de", "Rund 89.500 Fische kamen.", "Knapp 89.000 Fische kamen.", true),
            ("de", "Die Mole kostete 3 Mio. Euro.", "Die Mole kostete drei Millionen Euro.", false),
            ("de", "Am 5. März 2014 wurde die Mole eröffnet.", "Die Mole wurde am 05.03.2014 eröffnet.", false),
            ("de", "Am 5. März 2014 wurde die Mole eröffnet.", "Die Mole wurde am 06.03.2014 eröffnet.", true),
            ("de", "Der Sturm versenkte sechs Boote.", "Der Sturm versenkte Dutzende Boote.", true),
            ("de", "Der Sturm versenkte 36 Boote.", "Der Sturm versenkte Dutzende Boote.", false),
            ("de", "Die Mole ist 1,5 Kilometer lang.", "Die Mole ist 1500 Meter lang.", false),
            ("fr", "La flotte a pris 5 000 crabes.", "La flotte a pris cinq mille crabes.", false),
            ("fr", "La flotte a pris 5 000 crabes.", "La flotte a pris six mille crabes.", true),
            ("fr", "20 % des bateaux ont coulé.", "Un bateau sur cinq a coulé.", false),
            ("fr", "20 % des bateaux ont coulé.", "Un bateau sur trois a coulé.", true),
            ("fr", "La grève a duré quinze jours.", "La grève a duré deux semaines.", false),
            ("fr", "Le môle a coûté 3 millions d'euros.", "Le môle a coûté 3 M€.", false),
            ("es", "El muelle costó 1.000 millones de euros.", "El muelle costó mil millones de euros.", false),
            ("es", "El 20% de los barcos se hundió.", "Uno de cada cinco barcos se hundió.", false),
        ] {
            let verdict = judged_in(language, passage, passage, claim);
            if verdict.missing_figures.is_empty() == missing {
                wrong.push(format!("{claim} {verdict:?}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
