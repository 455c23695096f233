//! Whether two claims cannot both be true, and for what reason. Refuses to call a conflict what may be of two things: the
//! subjects must meet, and two different names, years or places turn a difference of figures off.

use std::collections::HashSet;

use super::reading::{Near, Reading, coverage, coverage_by};
use super::scope;
use crate::analysis::figures::{Figure, Relation, Unit, Verdict, verdict};
use crate::analysis::polarity::{Apart, CueKind};
use crate::text::Span;
use crate::text::similar::Word;

/// What two claims differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An amount.
    Number,
    /// A date.
    Date,
    /// A place in an order.
    Ordinal,
    /// One says that it is not so.
    Negation,
    /// Words that are opposites.
    Antonym,
    /// Where it was.
    Place,
}

impl Kind {
    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Ordinal => "ordinal",
            Self::Negation => "negation",
            Self::Antonym => "antonym",
            Self::Place => "place",
        }
    }
}

/// A conflict of two claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What they differ in.
    pub kind: Kind,
    /// The place in the first claim that says so, if one word or figure does.
    pub a: Option<Span>,
    /// The place in the second.
    pub b: Option<Span>,
    /// What there is to say of the two beside them: the arithmetic.
    pub text: String,
}

/// A figure of the one claim beside a figure of the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigurePair {
    /// Where it stands in the first claim.
    pub a: Span,
    /// Where it stands in the second.
    pub b: Span,
    /// What they say of each other.
    pub verdict: Relation,
    /// The arithmetic, where there is any.
    pub text: String,
}

/// How far two claims speak of one subject, figures and cues left out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject {
    /// How much of the first the second covers.
    pub a: f32,
    /// How much of the second the first covers.
    pub b: f32,
    /// Whether each has a name that the other has not.
    pub other_names: bool,
}

impl Subject {
    fn of(a: &Reading, b: &Reading, besides: (&[Span], &[Span])) -> Self {
        let (x, y) = (a.subject(besides.0), b.subject(besides.1));
        Self { a: coverage(&x, &y), b: coverage(&y, &x), other_names: strange_name(&x, b) && strange_name(&y, a) }
    }

    fn best(self) -> f32 {
        self.a.max(self.b)
    }

    fn least(self) -> f32 {
        self.a.min(self.b)
    }
}

/// Whether a name among the words is not in the other claim.
fn strange_name(words: &[&Word], other: &Reading) -> bool {
    words.iter().any(|word| word.is_name && !other.sketch.words.iter().any(|known| known.stem == word.stem))
}

/// The figures of two claims that are of one thing, and those of one kind that are left on both sides.
pub(super) struct Figures<'a> {
    /// Those that agree.
    pub agreeing: Vec<(&'a Figure, &'a Figure, Verdict)>,
    /// Those that conflict, the nearest in what stands around them first.
    pub conflicting: Vec<(&'a Figure, &'a Figure, Verdict, f32)>,
    /// Those that are of different years.
    pub other_scope: Vec<(&'a Figure, &'a Figure, Verdict)>,
}

impl<'a> Figures<'a> {
    /// `near` says how near a word of the one is to a word of the other.
    pub fn of(a: &'a Reading, b: &'a Reading, near: &Near<'_>) -> Self {
        let around = |reading: &'a Reading| -> Vec<Vec<&'a Word>> {
            reading.figures.iter().map(|figure| reading.around(figure.span, 3)).collect()
        };
        let (around_a, around_b) = (around(a), around(b));
        let mut pairs = Vec::new();
        for (i, x) in a.figures.iter().enumerate() {
            for (j, y) in b.figures.iter().enumerate() {
                let verdict = verdict(x, y);
                if verdict.relation != Relation::Unlike {
                    pairs.push((i, j, verdict, context((x, &around_a[i]), (y, &around_b[j]), near)));
                }
            }
        }
        pairs.sort_by(|x, y| {
            let rank = |relation: Relation| match relation {
                Relation::Same => 0,
                Relation::UnitOnly => 1,
                Relation::Rounding => 2,
                _ => 3,
            };
            rank(x.2.relation).cmp(&rank(y.2.relation)).then(y.3.total_cmp(&x.3))
        });
        let (mut used_a, mut used_b) = (vec![false; a.figures.len()], vec![false; b.figures.len()]);
        let mut figures = Self { agreeing: Vec::new(), conflicting: Vec::new(), other_scope: Vec::new() };
        for (i, j, verdict, context) in pairs {
            if used_a[i] || used_b[j] {
                continue;
            }
            (used_a[i], used_b[j]) = (true, true);
            let (x, y) = (&a.figures[i], &b.figures[j]);
            match verdict.relation {
                Relation::Conflict => figures.conflicting.push((x, y, verdict, context)),
                Relation::OtherScope => figures.other_scope.push((x, y, verdict)),
                _ => figures.agreeing.push((x, y, verdict)),
            }
        }
        figures
    }

    /// All of them as pairs of places, in the order of the first claim.
    pub fn pairs(&self) -> Vec<FigurePair> {
        let pair = |x: &Figure, y: &Figure, verdict: &Verdict| FigurePair {
            a: x.span,
            b: y.span,
            verdict: verdict.relation,
            text: verdict.arithmetic.clone(),
        };
        let agreeing = self.agreeing.iter().map(|(x, y, verdict)| pair(x, y, verdict));
        let conflicting = self.conflicting.iter().map(|(x, y, verdict, _)| pair(x, y, verdict));
        let others = self.other_scope.iter().map(|(x, y, verdict)| pair(x, y, verdict));
        let mut pairs: Vec<FigurePair> = agreeing.chain(conflicting).chain(others).collect();
        pairs.sort_by_key(|pair| (pair.a, pair.b));
        pairs
    }
}

/// Verbs whose figures are of different things although the same is counted: the dead, the hurt, the taken.
const FATES: [&[&str]; 4] = [
    &["kill", "dead", "die", "death", "fatal", "slain", "perish"],
    &["injur", "wound", "hurt", "casualti"],
    &["miss", "lost"],
    &["arrest", "detain", "jail", "charg"],
];

/// How alike what stands around two figures is, 0 to 1.
fn context((x, around_x): (&Figure, &[&Word]), (y, around_y): (&Figure, &[&Word]), near: &Near<'_>) -> f32 {
    let fates = |figure: &Figure| -> HashSet<usize> {
        let of = |stem: &String| FATES.iter().position(|fate| fate.iter().any(|word| stem.starts_with(word)));
        figure.near.iter().filter_map(of).collect()
    };
    let (fate_x, fate_y) = (fates(x), fates(y));
    if !fate_x.is_empty() && !fate_y.is_empty() && fate_x.is_disjoint(&fate_y) {
        return 0.0;
    }
    if around_x.is_empty() || around_y.is_empty() {
        return 0.5;
    }
    let mutual = (coverage_by(around_x, around_y, near) + coverage_by(around_y, around_x, near)) / 2.0;
    let same_head = x.head.iter().any(|stem| y.head.contains(stem));
    let heads = x.unit == Unit::Count && !x.head.is_empty() && !y.head.is_empty();
    match (heads, same_head) {
        (true, true) => (mutual + 0.2).min(1.0),
        (true, false) => mutual - 0.5,
        _ => mutual,
    }
}

/// Why two claims that say different things of one subject may both be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// What each is of: "2014 / 2018", "Seville / Cordoba".
    pub said: String,
    /// The place in the first claim that says what differs, if one word or figure does.
    pub a: Option<Span>,
    /// The place in the second.
    pub b: Option<Span>,
}

/// What two claims say differently of one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Difference {
    /// Both cannot be true.
    Conflict(Conflict),
    /// Both may be true: they are of other dates or places.
    Scope(Scope),
}

/// The conflict of two claims, if they have one.
pub fn conflict(a: &Reading, b: &Reading) -> Option<Conflict> {
    match difference(a, b, &Figures::of(a, b, &Word::near)) {
        Some(Difference::Conflict(conflict)) => Some(conflict),
        _ => None,
    }
}

/// What two claims say differently of one subject, if they do.
pub(super) fn difference(a: &Reading, b: &Reading, figures: &Figures<'_>) -> Option<Difference> {
    let subject = Subject::of(a, b, (&[], &[]));
    let found = of_figures(figures, subject).or_else(|| of_polarity(a, b, subject, figures));
    let Some(found) = found else {
        let place = || of_place(a, b, figures).map(Difference::Conflict);
        return of_years(figures, subject).map(Difference::Scope).or_else(place);
    };
    // That two claims are of other dates is no way out where it is the date that they differ in.
    let dates = scope::dates(a, b).filter(|_| found.kind != Kind::Date);
    let said = dates.or_else(|| elsewhere(a, b).filter(|_| found.kind == Kind::Number));
    Some(match said {
        Some(said) => Difference::Scope(Scope { said, a: found.a, b: found.b }),
        None => Difference::Conflict(found),
    })
}

/// The names of the places that two claims are of, where they are of two.
fn elsewhere(a: &Reading, b: &Reading) -> Option<String> {
    let (x, y) = scope::places(a, b)?;
    let subject = Subject::of(a, b, (&[x.span], &[y.span]));
    if subject.best() < 0.8 || subject.least() < 0.6 {
        return None;
    }
    Some(format!("{} / {}", x.span.slice(&a.text)?, y.span.slice(&b.text)?))
}

/// Figures that are of the years which the two texts name.
fn of_years(figures: &Figures<'_>, subject: Subject) -> Option<Scope> {
    let (x, y, _) = figures.other_scope.first().filter(|_| subject.best() >= 0.5)?;
    let said = format!("{} / {}", x.of_year?, y.of_year?);
    Some(Scope { said, a: Some(x.span), b: Some(y.span) })
}

/// Two names of places where all else is the same, of something there is one of.
fn of_place(a: &Reading, b: &Reading, figures: &Figures<'_>) -> Option<Conflict> {
    let (x, y) = scope::places(a, b)?;
    let amounts = |reading: &Reading| reading.figures.iter().any(|figure| figure.unit != Unit::Date);
    if amounts(a) || amounts(b) || !figures.conflicting.is_empty() {
        return None;
    }
    let subject = Subject::of(a, b, (&[x.span], &[y.span]));
    let same = subject.best() >= 0.85 && subject.least() >= 0.75 && !subject.other_names;
    let meets = same && a.polarity.is_negative() == b.polarity.is_negative() && a.shares_definite(b);
    meets.then(|| Conflict { kind: Kind::Place, a: Some(x.span), b: Some(y.span), text: String::new() })
}

fn of_figures(figures: &Figures<'_>, subject: Subject) -> Option<Conflict> {
    let is_date = |figure: &Figure| figure.unit == Unit::Date;
    let is_amount = |figure: &Figure| !is_date(figure) && figure.unit != Unit::Ordinal;
    let other_date =
        figures.conflicting.iter().any(|(x, ..)| is_date(x)) && !figures.agreeing.iter().any(|(x, ..)| is_date(x));
    let amounts = figures.conflicting.iter().filter(|(x, ..)| is_amount(x)).count();
    // Where every amount is another, the two tell of two occasions: two days of a market, two villages.
    let other_occasion = amounts > 1 && !figures.agreeing.iter().any(|(x, ..)| is_amount(x));
    let other_names = subject.other_names && figures.agreeing.is_empty() && subject.best() < 0.8;
    for (x, y, verdict, context) in &figures.conflicting {
        let (kind, meets) = match x.unit {
            Unit::Date => (
                Kind::Date,
                amounts == 0
                    && figures.other_scope.is_empty()
                    && !other_names
                    && *context >= 0.3
                    && subject.best() >= 0.6
                    && subject.least() >= 0.3,
            ),
            Unit::Ordinal => (Kind::Ordinal, *context >= 0.5 && subject.best() >= 0.4),
            _ => {
                let near = *context >= 0.4 && subject.best() >= 0.45 || *context >= 0.1 && subject.best() >= 0.6;
                (Kind::Number, !other_date && !other_occasion && !other_names && near)
            }
        };
        if meets {
            return Some(Conflict { kind, a: Some(x.span), b: Some(y.span), text: verdict.arithmetic.clone() });
        }
    }
    None
}

fn of_polarity(a: &Reading, b: &Reading, subject: Subject, figures: &Figures<'_>) -> Option<Conflict> {
    if subject.other_names || !figures.other_scope.is_empty() {
        return None;
    }
    let other_date = figures.conflicting.iter().any(|(x, ..)| x.unit == Unit::Date);
    if other_date {
        return None;
    }
    let turned = a.polarity.is_negative() != b.polarity.is_negative();
    if turned {
        return negation(a, b, subject);
    }
    opposites(a, b)
}

fn negation(a: &Reading, b: &Reading, subject: Subject) -> Option<Conflict> {
    // "Not (P and Q)" contradicts "P and Q and R": what is denied must be said, not the other way round.
    let (denied, said) = if a.polarity.is_negative() { (subject.a, subject.b) } else { (subject.b, subject.a) };
    if denied < 0.78 || said < 0.35 {
        return None;
    }
    let cue = |reading: &Reading| reading.polarity.cues.first().copied();
    let (x, y) = (cue(a), cue(b));
    let negating = if a.polarity.is_negative() { x } else { y };
    let denial = negating.is_some_and(|cue| cue.kind == CueKind::Denial);
    let text = if denial { ": a conflict between those who say so".to_owned() } else { String::new() };
    Some(Conflict { kind: Kind::Negation, a: x.map(|cue| cue.span), b: y.map(|cue| cue.span), text })
}

/// The most pairs of opposites of two claims that are looked at.
const OPPOSITES: usize = 8;

fn opposites(a: &Reading, b: &Reading) -> Option<Conflict> {
    let pairs = a.polarity.opposites(&b.polarity);
    pairs.into_iter().take(OPPOSITES).find_map(|pair| {
        let without = Subject::of(a, b, (&[pair.a], &[pair.b]));
        // "A large dog" and "a small dog" are two, and nothing else may say that they are one.
        let one = match pair.tells_apart {
            None => true,
            Some(Apart::Loosely) => a.shares_definite(b),
            Some(Apart::Plainly) => false,
        };
        let meets = one && without.best() >= 0.8 && without.least() >= 0.5;
        let (x, y) = (Some(pair.a), Some(pair.b));
        meets.then(|| Conflict { kind: Kind::Antonym, a: x, b: y, text: String::new() })
    })
}
