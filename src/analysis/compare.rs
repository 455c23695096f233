//! Two briefs to a comparison: every claim of both in exactly one row, and each row says why. Refuses to say who is right.

use std::collections::{BTreeSet, HashMap};

use crate::analysis::figures::Relation;
use crate::analysis::polarity;
use crate::brief::{Brief, Claim};
use crate::text::Span;
use crate::text::language::same;
use crate::text::similar::{Method, Nearness, Sketcher};

mod assign;
mod bounds;
mod conflict;
pub mod corrected;
mod counted;
mod judge;
mod measured;
mod opposed;
mod reading;
mod reason;
mod related;
mod roles;
mod scope;
mod tied;

pub use bounds::{Beyond, compared};
pub use conflict::{Conflict, FigurePair, Kind, Scope, conflict};
pub use judge::{Judgement, judge};
pub use reading::Reading;
pub use related::{Near, Nearest};

/// What a row of a comparison is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Both say the same.
    Agree,
    /// Both speak of the same, and cannot both be right.
    Differ,
    /// Both speak of the same, and say different things of it.
    Related,
    /// Only the first brief says it.
    OnlyA,
    /// Only the second brief says it.
    OnlyB,
}

impl Class {
    /// Every class, in the order in which they are counted on the screen.
    pub const ALL: [Class; 5] = [Self::Agree, Self::Differ, Self::Related, Self::OnlyA, Self::OnlyB];

    /// Its name on screens and in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Differ => "differ",
            Self::Related => "related",
            Self::OnlyA => "only A",
            Self::OnlyB => "only B",
        }
    }
}

/// One of the two briefs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The first.
    A,
    /// The second.
    B,
}

/// A row: a claim of the one beside a claim of the other, or a claim alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the row is.
    pub class: Class,
    /// The claim of the first brief, by its index.
    pub a: Option<usize>,
    /// The claim of the second brief, by its index.
    pub b: Option<usize>,
    /// Why the row is what it is, as a reader is told.
    pub reason: String,
    /// How alike the two are, 0 to 1; of a claim alone, how near the nearest comes.
    pub score: f32,
    /// The figures of the one beside those of the other.
    pub figures: Vec<FigurePair>,
    /// Words and figures of the first claim that the second does not have.
    pub marks_a: Vec<Span>,
    /// Words and figures of the second claim that the first does not have.
    pub marks_b: Vec<Span>,
    /// Claims of other rows that a reader of this one should see: their brief and index.
    pub see_also: Vec<(Side, usize)>,
}

impl Row {
    /// A claim that has no partner, before it is said why.
    fn alone(side: Side, n: usize) -> Self {
        let (class, a, b) = match side {
            Side::A => (Class::OnlyA, Some(n), None),
            Side::B => (Class::OnlyB, None, Some(n)),
        };
        let (reason, score, figures) = (String::new(), 0.0, Vec::new());
        Self { class, a, b, reason, score, figures, marks_a: Vec::new(), marks_b: Vec::new(), see_also: Vec::new() }
    }

    /// A claim that is beyond what is compared of a brief.
    fn uncompared(side: Side, n: usize) -> Self {
        Self { reason: reason::UNCOMPARED.to_owned(), ..Self::alone(side, n) }
    }
}

/// Two briefs compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The rows, in the order of the first brief; what only the second says stands where that brief says it.
    pub rows: Vec<Row>,
    /// How likeness was found.
    pub method: Method,
    /// Whether negation and opposites are known in the language of the briefs.
    pub polarity: bool,
    /// What of the briefs was too much to be compared.
    pub beyond: Beyond,
}

impl Comparison {
    /// What a reader should know of how much was compared; `None` where it was all that the program can.
    pub fn caveat(&self) -> Option<String> {
        let stems = "compared by stems and runs of letters, there being no table of meanings for this language";
        let polarity = "negation and opposites are not known in it";
        let said: Vec<String> = [
            (self.method == Method::Stems).then(|| stems.to_owned()),
            (!self.polarity).then(|| polarity.to_owned()),
            self.beyond.said(),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!said.is_empty()).then(|| said.join("; "))
    }

    /// How many rows are of a class.
    pub fn count(&self, class: Class) -> usize {
        self.rows.iter().filter(|row| row.class == class).count()
    }
}

/// Compares two briefs.
pub fn compare(a: &Brief, b: &Brief) -> Comparison {
    let language = language(a, b);
    let sketcher = Sketcher::new(language);
    let read = |claim: &Claim| Reading::of(claim, language, &sketcher);
    let [mut of_a, mut of_b] = [a, b].map(|brief| compared(&brief.claims).iter().map(read).collect::<Vec<_>>());
    weigh(&mut of_a, &mut of_b);
    let table = Judged::of(&of_a, &of_b);
    let given = table.given(&of_a, &of_b);
    let mut rows = table.rows(&of_a, &of_b, &given);
    rows.extend((of_a.len()..a.claims.len()).map(|n| Row::uncompared(Side::A, n)));
    rows.extend((of_b.len()..b.claims.len()).map(|n| Row::uncompared(Side::B, n)));
    let (method, polarity, beyond) = (sketcher.method(), polarity::knows(language), Beyond::of(&a.claims, &b.claims));
    Comparison { rows, method, polarity, beyond }
}

/// The language that both briefs are in; one that nobody knows, where they are in two.
fn language<'a>(a: &'a Brief, b: &'a Brief) -> Option<&'a str> {
    match (a.source.language.as_deref(), b.source.language.as_deref()) {
        (Some(x), Some(y)) if !same(Some(x), Some(y)) => Some("und"),
        (x, y) => x.or(y),
    }
}

/// Takes weight from words that most claims of the briefs share: they are what the briefs are about, and tell no two
/// claims apart.
fn weigh(a: &mut [Reading], b: &mut [Reading]) {
    let mut shares: HashMap<String, f32> = HashMap::new();
    for side in [&*a, &*b] {
        for reading in side {
            let stems: BTreeSet<&str> = reading.sketch.words.iter().map(|word| &*word.stem).collect();
            for stem in stems {
                *shares.entry(stem.to_owned()).or_default() += 0.5 / side.len() as f32;
            }
        }
    }
    for word in a.iter_mut().chain(b).flat_map(|reading| &mut reading.sketch.words) {
        let share = shares.get(&*word.stem).copied().unwrap_or(0.0);
        word.weight *= 1.0 - 0.85 * share.min(1.0);
    }
}

/// Every claim of the one judged beside every claim of the other.
struct Judged {
    pairs: Vec<Vec<Judgement>>,
}

impl Judged {
    fn of(a: &[Reading], b: &[Reading]) -> Self {
        let near = Nearness::of(a.iter().map(|reading| &reading.sketch), b.iter().map(|reading| &reading.sketch));
        let judge = |x, y| judge::judge_by(x, y, |x, y| near.near(x, y));
        Self { pairs: a.iter().map(|x| b.iter().map(|y| judge(x, y)).collect()).collect() }
    }

    /// The partner of each claim of the first. Claims are brought into an order of their own first, so that which of two
    /// equal partners a claim gets does not hang on the order of the briefs.
    fn given(&self, a: &[Reading], b: &[Reading]) -> Vec<Option<usize>> {
        let (order_a, order_b) = (by_text(a), by_text(b));
        let flipped = texts(a, &order_a) > texts(b, &order_b);
        let value = |i: usize, j: usize| self.pairs[i][j].value();
        let mut given = vec![None; a.len()];
        if flipped {
            let values: Vec<Vec<f32>> =
                order_b.iter().map(|&j| order_a.iter().map(|&i| value(i, j)).collect()).collect();
            for (row, column) in assign::assign(&values).into_iter().enumerate() {
                if let Some(column) = column {
                    given[order_a[column]] = Some(order_b[row]);
                }
            }
        } else {
            let values: Vec<Vec<f32>> =
                order_a.iter().map(|&i| order_b.iter().map(|&j| value(i, j)).collect()).collect();
            for (row, column) in assign::assign(&values).into_iter().enumerate() {
                given[order_a[row]] = column.map(|column| order_b[column]);
            }
        }
        given
    }

    fn rows(&self, a: &[Reading], b: &[Reading], given: &[Option<usize>]) -> Vec<Row> {
        let mut rows: Vec<Row> = given
            .iter()
            .enumerate()
            .map(|(i, partner)| match partner {
                Some(j) => self.paired(a, b, i, *j),
                None => self.alone(Side::A, i),
            })
            .collect();
        for j in 0..b.len() {
            if !given.contains(&Some(j)) {
                let before = rows.iter().rposition(|row| row.b.is_some_and(|other| other < j));
                rows.insert(before.map_or(0, |at| at + 1), self.alone(Side::B, j));
            }
        }
        rows
    }

    fn paired(&self, a: &[Reading], b: &[Reading], i: usize, j: usize) -> Row {
        let judgement = &self.pairs[i][j];
        let (x, y) = (&a[i], &b[j]);
        let (marks_a, marks_b) = reason::marks(x, y, judgement);
        Row {
            class: judgement.class.unwrap_or(Class::Related),
            a: Some(i),
            b: Some(j),
            reason: reason::of_pair(x, y, judgement),
            score: judgement.score,
            figures: judgement.figures.iter().filter(|pair| pair.verdict != Relation::Unlike).cloned().collect(),
            marks_a,
            marks_b,
            see_also: self.see_also(Some(i), Some(j)),
        }
    }

    fn alone(&self, side: Side, n: usize) -> Row {
        let others: Vec<&Judgement> = match side {
            Side::A => self.pairs[n].iter().collect(),
            Side::B => self.pairs.iter().map(|row| &row[n]).collect(),
        };
        let score = others.iter().map(|judgement| judgement.score).fold(0f32, f32::max);
        let row = Row::alone(side, n);
        let see_also = self.see_also(row.a, row.b);
        Row { reason: reason::of_one(side, !see_also.is_empty()).to_owned(), score, see_also, ..row }
    }

    /// At most two claims of either brief that are near to a row and stand in another.
    fn see_also(&self, i: Option<usize>, j: Option<usize>) -> Vec<(Side, usize)> {
        let near = |side: Side, found: Vec<(usize, &Judgement)>| {
            let mut found: Vec<_> = found.into_iter().filter(|(_, judgement)| judgement.class.is_some()).collect();
            found.sort_by(|x, y| y.1.score.total_cmp(&x.1.score).then(x.0.cmp(&y.0)));
            found.into_iter().take(2).map(move |(n, _)| (side, n)).collect::<Vec<_>>()
        };
        let of_b = i.map(|i| self.pairs[i].iter().enumerate().filter(|(n, _)| Some(*n) != j).collect());
        let of_a = j.map(|j| self.pairs.iter().map(|row| &row[j]).enumerate().filter(|(n, _)| Some(*n) != i).collect());
        [near(Side::A, of_a.unwrap_or_default()), near(Side::B, of_b.unwrap_or_default())].concat()
    }
}

/// The claims' indices in the order of their texts.
fn by_text(readings: &[Reading]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..readings.len()).collect();
    order.sort_by(|x, y| readings[*x].text.cmp(&readings[*y].text));
    order
}

fn texts<'a>(readings: &'a [Reading], order: &[usize]) -> Vec<&'a str> {
    order.iter().map(|n| readings[*n].text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::compare;
    use crate::brief::{Brief, Source};
    use crate::text::similar::Method;

    #[test]
    fn one_language_is_one_however_its_tag_is_written() {
        let brief = |tag: Option<&str>| {
            let source = Source { language: tag.map(str::to_owned), ..Source::default() };
            Brief { source, ..Brief::default() }
        };
        for (a, b, method) in [
            (Some("EN"), Some("en"), Method::Vectors),
            (Some("en_US"), Some("EN-gb"), Method::Vectors),
            (None, Some("EN"), Method::Vectors),
            (Some("DE"), Some("en"), Method::Stems),
        ] {
            assert_eq!(compare(&brief(a), &brief(b)).method, method, "{a:?} {b:?}");
        }
    }
}
