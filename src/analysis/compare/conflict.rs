//! Whether two claims cannot both be true, and for what reason. Refuses to call a conflict what may be of two things: the
//! subjects must meet, and two different names, years or places turn a difference of figures off.

use std::collections::HashSet;

use super::counted::are_one;
use super::opposed::{Deed, opposed};
use super::reading::{Near, Reading, coverage, coverage_by};
use super::{roles, scope};
use crate::analysis::figures::{Figure, Relation, Unit, Verdict, verdict};
use crate::analysis::polarity::{Apart, Cue, CueKind};
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
    /// Who did it, and to whom.
    Roles,
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
            Self::Roles => "roles",
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
pub(super) fn strange_name(words: &[&Word], other: &Reading) -> bool {
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
    let same_head = || x.head.iter().any(|stem| y.head.contains(stem));
    match counts_one(x, y) {
        Some(true) if same_head() => (mutual + 0.2).min(1.0),
        Some(true) | None => mutual,
        Some(false) => mutual - 0.5,
    }
}

/// Whether two figures count one thing, by the words that follow them; `None` where that is not asked or not told.
pub(super) fn counts_one(x: &Figure, y: &Figure) -> Option<bool> {
    let told = x.unit == Unit::Count && !x.head.is_empty() && !y.head.is_empty();
    told.then(|| x.head.iter().any(|stem| y.head.iter().any(|other| are_one(stem, other))))
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
    match difference(a, b, &Figures::of(a, b, &Word::near), false) {
        Some(Difference::Conflict(conflict)) => Some(conflict),
        _ => None,
    }
}

/// What two claims say differently of one subject, if they do; `measured` where it is known that their amounts are of one
/// thing.
pub(super) fn difference(a: &Reading, b: &Reading, figures: &Figures<'_>, measured: bool) -> Option<Difference> {
    let subject = Subject::of(a, b, (&[], &[]));
    let found = of_figures(a, b, figures, subject, measured)
        .or_else(|| of_polarity(a, b, subject, figures))
        .or_else(|| of_deeds(a, b, subject, figures));
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

fn of_figures(a: &Reading, b: &Reading, figures: &Figures<'_>, subject: Subject, measured: bool) -> Option<Conflict> {
    let is_date = |figure: &Figure| figure.unit == Unit::Date;
    let is_amount = |figure: &Figure| !is_date(figure) && figure.unit != Unit::Ordinal;
    let other_date =
        figures.conflicting.iter().any(|(x, ..)| is_date(x)) && !figures.agreeing.iter().any(|(x, ..)| is_date(x));
    let amounts = figures.conflicting.iter().filter(|(x, ..)| is_amount(x)).count();
    // Where every amount is another, the two tell of two occasions: two days of a market, two villages.
    let other_occasion = amounts > 1 && !figures.agreeing.iter().any(|(x, ..)| is_amount(x));
    let other_names = subject.other_names
        && figures.agreeing.is_empty()
        && subject.best() < 0.8
        && !are_counted(a, b, &figures.conflicting);
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
                let near =
                    measured || *context >= 0.4 && subject.best() >= 0.45 || *context >= 0.1 && subject.best() >= 0.6;
                (Kind::Number, !other_date && !other_occasion && !other_names && near)
            }
        };
        if meets {
            return Some(Conflict { kind, a: Some(x.span), b: Some(y.span), text: verdict.arithmetic.clone() });
        }
    }
    None
}

/// Whether all names of either claim that the other has not are words for what both count: German writes these as names.
fn are_counted(a: &Reading, b: &Reading, figures: &[(&Figure, &Figure, Verdict, f32)]) -> bool {
    let counted = |word: &Word| {
        let heads = |figure: &Figure| figure.head.iter().any(|head| are_one(head, &word.stem));
        figures.iter().any(|(x, y, ..)| heads(x) && heads(y))
    };
    let none = |of: &Reading, other: &Reading| {
        let names = of.sketch.words.iter().filter(|word| word.is_name && !other.has(&word.stem));
        names.into_iter().all(counted)
    };
    none(a, b) || none(b, a)
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
    if is_denied_opposite(a, b) {
        return None;
    }
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
        let meets =
            one && without.best() >= 0.8 && without.least() >= 0.5 && !roles::are_turned(a, b, (pair.a, pair.b));
        let (x, y) = (Some(pair.a), Some(pair.b));
        meets.then(|| Conflict { kind: Kind::Antonym, a: x, b: y, text: String::new() })
    })
}

/// "Not" stands no farther before what it denies, in words.
const DENIED: usize = 3;

/// Whether a plain negation stands right before a word.
fn is_denied(reading: &Reading, word: Span) -> bool {
    let between = |cue: Span| {
        let words = reading.polarity.words().iter();
        words.filter(|(place, _)| cue.end() <= place.start() && place.end() <= word.start()).count()
    };
    let before = |cue: &Cue| cue.kind == CueKind::Negation && cue.span.end() <= word.start();
    reading.polarity.cues.iter().filter(|cue| before(cue)).any(|cue| between(cue.span) < DENIED)
}

/// Whether the one claim denies the opposite of what the other says: "was not stopped", "continues".
fn is_denied_opposite(a: &Reading, b: &Reading) -> bool {
    let of_polarity = || a.polarity.opposites(&b.polarity).first().map(|pair| (pair.a, pair.b));
    let deeds = opposed(&a.deeds, &b.deeds).map(|(x, y)| (x.span, y.span));
    deeds.or_else(of_polarity).is_some_and(|(x, y)| is_denied(a, x) != is_denied(b, y))
}

/// What excludes each other in two claims, and where the words stand that say so.
pub(super) struct Contrary {
    conflict: Conflict,
    besides: (Vec<Span>, Vec<Span>),
}

/// Words that exclude each other in two claims, whatever else these say: opposites of which neither is denied, and two that
/// have each other's place.
pub(super) fn contrary(a: &Reading, b: &Reading) -> Option<Contrary> {
    let conflict = |kind, (x, y), text: &str| Conflict { kind, a: Some(x), b: Some(y), text: text.to_owned() };
    let holds = |(x, y): (Span, Span)| is_denied(a, x) == is_denied(b, y) && !roles::are_turned(a, b, (x, y));
    let opposite = opposed(&a.deeds, &b.deeds).filter(|(x, y)| holds((x.span, y.span))).map(|(x, y)| {
        let places = |deed: &Deed| deed.second.into_iter().chain([deed.span]).collect();
        Contrary { conflict: conflict(Kind::Antonym, (x.span, y.span), ""), besides: (places(x), places(y)) }
    });
    opposite.or_else(|| {
        let pair = roles::exchanged(a, b)?;
        Some(Contrary { conflict: conflict(Kind::Roles, pair, "in each other's place"), besides: Default::default() })
    })
}

/// Verbs that exclude each other, or two in each other's place, where all else is alike.
fn of_deeds(a: &Reading, b: &Reading, subject: Subject, figures: &Figures<'_>) -> Option<Conflict> {
    let apart = || figures.conflicting.iter().any(|(x, ..)| x.unit == Unit::Date);
    if subject.other_names || subject.best() < 0.4 || !figures.other_scope.is_empty() || apart() {
        return None;
    }
    let Contrary { conflict, besides } = contrary(a, b)?;
    let without = Subject::of(a, b, (&besides.0, &besides.1));
    (without.best() >= 0.7 && without.least() >= 0.5).then_some(conflict)
}

/// Whether two figures agree that count things which nothing says to be one: 450 people, 450 ships.
pub(super) fn count_others(figures: &Figures<'_>) -> bool {
    figures.agreeing.iter().any(|(x, y, _)| counts_one(x, y) == Some(false) && x.value >= FEW)
}

/// So few of a thing are often counted beside so few of another.
const FEW: f64 = 10.0;
