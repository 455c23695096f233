//! Figures in a text: amounts, shares, measures, places in an order, dates. What two of them say of each other, with the
//! arithmetic; which figures of a claim its evidence does not carry. Refuses to know whether two figures are of the same
//! thing: that is for who compares the sentences, see `compare`.

use crate::text::Span;

mod clock;
mod date;
mod forms;
mod hedge;
mod number;
mod ordinal;
mod read;
mod restated;
mod share;
mod spoken;
mod support;
mod token;
mod unit;
mod verdict;

pub use clock::{Clocked, clocks};
pub use date::When;
pub use forms::is_said_otherwise;
pub use hedge::{Bound, Side, bound, bound_behind, is_bounded_behind};
pub use restated::{Restated, has_written_on};
pub use share::{is_every_so_many, shares};
pub use spoken::spoken;
pub use support::{carries, is_carried, is_elided, is_idiom, unsupported};
pub use unit::{Unit, YEAR, period};
pub use verdict::{Relation, Verdict, verdict};

/// How a figure is hedged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Approximation {
    /// Not at all.
    #[default]
    Exact,
    /// about, some, nearly.
    About,
    /// more than, at least.
    MoreThan,
    /// less than, up to.
    LessThan,
    /// between the one and the other.
    Between,
    /// dozens, thousands.
    Vague,
}

/// A figure of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Where it stands, its unit included.
    pub span: Span,
    /// As it is written.
    pub text: String,
    /// Its value in base units (metres, seconds, hundredths, one of a currency); the middle of a range. 0 for a date.
    pub value: f64,
    /// The least it can mean, rounding and hedges counted.
    pub low: f64,
    /// The most it can mean.
    pub high: f64,
    /// What it measures.
    pub unit: Unit,
    /// How it is hedged.
    pub approximation: Approximation,
    /// The date, where it is one.
    pub when: Option<When>,
    /// The only year that its text names, where it is no date itself.
    pub of_year: Option<u16>,
    /// Stems of the words that follow it at once: what it counts.
    pub head: Vec<String>,
    /// Stems of the words around it.
    pub near: Vec<String>,
}

impl Figure {
    /// A date that is not written anywhere.
    pub fn of_date(when: When) -> Self {
        Self { unit: Unit::Date, when: Some(when), ..Self::default() }
    }
}

impl Default for Figure {
    fn default() -> Self {
        Self {
            span: Span::default(),
            text: String::new(),
            value: 0.0,
            low: 0.0,
            high: 0.0,
            unit: Unit::Count,
            approximation: Approximation::Exact,
            when: None,
            of_year: None,
            head: Vec::new(),
            near: Vec::new(),
        }
    }
}

/// A figure of a passage.
#[derive(Clone, Copy, Debug)]
pub struct Said<'s> {
    /// The figure.
    pub figure: &'s Figure,
    /// The text in which it stands.
    pub sentence: &'s str,
}

/// The figures of a text in a language (BCP 47 tag; English where it is not stated), in order, none overlapping.
pub fn figures_in(text: &str, language: Option<&str>) -> Vec<Figure> {
    read::figures(text, language, true)
}

/// The same, without the stems of the words around them.
pub fn bare_figures_in(text: &str, language: Option<&str>) -> Vec<Figure> {
    read::figures(text, language, false)
}
