//! What stands in the same place of two texts: beside the same words, one name or figure or another. Refuses to read
//! grammar: a place is known by the telling words next to it.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use super::clause::{Class, Verb};
use super::figures::Held;
use super::names::{heads, is_same};
use super::short_forms;
use super::speaker::is_pronoun;
use super::{Gate, Heard};
use crate::analysis::calendar::{month, weekday};
use crate::analysis::evidence::Place as Evidence;
use crate::analysis::figures::{Figure, bare_figures_in, carries};
use crate::analysis::lexicon::TITLES;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// A word beside a name tells its place only when it has so many letters.
const TELLING: usize = 3;
/// Words by which a name or figure is bound to what stands before it.
const PREPOSITIONS: &[&str] = &[
    "of",
    "from",
    "in",
    "at",
    "to",
    "by",
    "with",
    "for",
    "on",
    "off",
    "against",
    "under",
    "over",
    "between",
    "into",
    "about",
    "than",
    "as",
    "until",
    "since",
    "through",
    "during",
    "including",
    "near",
    "after",
    "before",
    "like",
];
/// "By whom" stands no farther behind "was", in words.
const PASSIVE: usize = 8;
/// Words with which another thing begins.
pub(super) const JOINS: &[&str] = &["and", "or", "but"];
const WAS: &[&str] = &["is", "are", "was", "were", "be", "been", "being"];

/// A text as a row of words, names and figures.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    text: String,
    items: Vec<Item>,
    figures: Rc<[Figure]>,
    /// Whether somebody is said to be acted upon.
    passive: bool,
    /// What its words are to its clauses; made when it is first asked.
    pub(super) classes: OnceCell<Vec<Class>>,
    /// Its verbs; made when they are first asked.
    pub(super) verbs: OnceCell<Vec<Verb>>,
}

#[derive(Clone, Debug)]
struct Item {
    span: Span,
    term: Rc<str>,
    kind: Kind,
    /// The word in lower case, where it is not written so.
    lower: Option<Box<str>>,
}

impl Item {
    fn of(text: &str, span: Span, term: Rc<str>, kind: Kind) -> Self {
        let lower = match span.slice(text).map(lower) {
            Some(Cow::Owned(lower)) => Some(lower.into()),
            Some(Cow::Borrowed(_)) | None => None,
        };
        Self { span, term, kind, lower }
    }
}

/// What a word of a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// A function word, or a day: no place is known by it.
    Function,
    Pronoun,
    Name,
    /// One of the figures, by its number.
    Figure(usize),
}

/// By which words the place of a name or figure is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// The two before it, the two behind it, or one on each side.
    Two,
    /// One, before it or behind it.
    One,
    /// The one behind it.
    Next,
    /// The two behind it.
    Behind,
}

/// Who stands in a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    /// The same, or a pronoun.
    pub own: bool,
    /// Another of its kind.
    pub other: bool,
}

impl Standing {
    /// Whether only another stands there.
    pub fn is_taken(self) -> bool {
        self.other && !self.own
    }
}

impl Gate<'_> {
    /// A text as a row.
    pub(super) fn row(&self, text: &str) -> Row {
        self.row_with(text, &heads(text), &bare_figures_in(text, self.language.tag()).into())
    }

    /// The same of a text whose sentences begin with these words, and of which the figures are known.
    fn row_with(&self, text: &str, heads: &[Span], figures: &Rc<[Figure]>) -> Row {
        let words: Vec<(Span, &str)> = segment::each_word(text, |word| word);
        let mut items: Vec<Item> = Vec::with_capacity(words.len());
        for &(span, word) in &words {
            let figure = figures.iter().position(|figure| figure.span.covers(span));
            let kind = match figure {
                Some(at) => Kind::Figure(at),
                None if is_pronoun(word) => Kind::Pronoun,
                None if self.language.is_function_word(word) || is_day(word) => Kind::Function,
                None if self.is_name(text, heads, span, word) => Kind::Name,
                None => Kind::Word,
            };
            match items.last_mut() {
                Some(last) if figure.is_some() && last.kind == kind => {
                    *last = Item::of(text, last.span.hull(span), Rc::clone(&last.term), kind);
                }
                _ => items.push(Item::of(text, span, self.term(word), kind)),
            }
        }
        let (passive, figures) = (is_passive(&words), Rc::clone(figures));
        Row { text: text.to_owned(), items, figures, passive, classes: OnceCell::new(), verbs: OnceCell::new() }
    }

    pub(super) fn row_of<'h>(&self, heard: &'h Heard<'_>) -> &'h Row {
        heard.row.get_or_init(|| {
            let head = segment::words(heard.text).next().map(|(span, _)| span);
            self.row_with(heard.text, head.as_slice(), self.figures_of(heard))
        })
    }

    /// Who stands in the passage where a name of a claim does; `name` is any part of it.
    pub(super) fn standing(&self, claim: &Row, name: Span, beside: Beside, window: &[&Heard<'_>]) -> Standing {
        let mut standing = Standing::default();
        let whole = |run: &Range<usize>| claim.span(run).is_some_and(|span| span.covers(name));
        let Some(run) = claim.runs().find(whole).or_else(|| claim.word(name)) else { return standing };
        let place = claim.place(&run, true);
        // Who acts and who is acted upon change their places; figures do not.
        let turned = |row: &Row| !matches!(claim.kind(&run), Some(Kind::Figure(_))) && row.passive != claim.passive;
        let near = window.iter().filter(|heard| place.may_be_in(heard, beside));
        for row in near.map(|heard| self.row_of(heard)).filter(|row| !turned(row)) {
            for other in row.runs().filter(|other| place.is(&row.place(other, false), beside)) {
                let same = self.is_same(claim, &run, row, &other);
                let stands_for = || row.is_title(&other) || self.goes_on_as(claim, &run, row, &other);
                let may_be_own = row.kind(&other) == Some(Kind::Pronoun) || same == Some(false) && stands_for();
                standing.own |= same == Some(true) || may_be_own;
                standing.other |= same == Some(false) && !row.is_hyphened(&other);
            }
        }
        standing
    }

    /// Whether the name of a claim stands right behind another of a row and a sign: "Dellmar, Norland", or before an aside
    /// that the other ends: "the harbour (KH), near Ostmark, opened".
    fn goes_on_as(&self, claim: &Row, run: &Range<usize>, row: &Row, other: &Range<usize>) -> bool {
        let is_own = |next: &Range<usize>| self.is_same(claim, run, row, next) == Some(true);
        let aside = |next: &Range<usize>| next.end <= other.start && row.is_parted(next) && row.is_parted(other);
        let follows = |next: &Range<usize>| {
            let last = other.end.checked_sub(1);
            next.start == other.end && last.and_then(|last| row.gap_behind(last)).is_some_and(is_clause_sign)
        };
        row.runs().filter(|next| follows(next) || aside(next)).any(|next| is_own(&next))
    }

    /// Whether two runs are one: a name whose last word is in the other, a figure that is carried. `None` for a pronoun,
    /// which may be either; a name and a figure are not of one kind, and neither the same nor another.
    fn is_same(&self, claim: &Row, run: &Range<usize>, row: &Row, other: &Range<usize>) -> Option<bool> {
        match (claim.kind(run)?, row.kind(other)?) {
            (Kind::Figure(a), Kind::Figure(b)) => {
                let (a, b) = claim.figures.get(a).zip(row.figures.get(b))?;
                (a.unit == b.unit || carries(a, b)).then(|| carries(a, b))
            }
            (Kind::Name, Kind::Name) => {
                let [mine, theirs] = [claim.items(run), row.items(other)];
                let is_one = |a: &Item, b: &Item| {
                    is_same(&a.term, &b.term) || self.lands_of(&a.term).iter().any(|names| names.contains(&b.term))
                };
                let ends =
                    |a: &[Item], b: &[Item]| a.last().is_some_and(|last| b.iter().any(|item| is_one(item, last)));
                let short = || short_forms::are_one(&claim.words(run), &row.words(other));
                Some(ends(mine, theirs) || ends(theirs, mine) || short())
            }
            // A word that was not known for a name.
            (Kind::Word, Kind::Name) => Some(false),
            _ => None,
        }
    }

    /// The figures and names of a claim in whose place the passage has others only.
    pub(super) fn misplaced(
        &self,
        claim_text: &str,
        window: &[&Heard<'_>],
        evidence: &[Evidence],
        held: &Held<'_>,
    ) -> Vec<String> {
        let claim = self.row_with(claim_text, &heads(claim_text), held.figures());
        let exchanged = self.exchanged(&claim, window);
        if self.language.tag() != Some("en") {
            let of_another = || self.of_another(&claim, window, evidence);
            return if exchanged.is_empty() { of_another().into_iter().collect() } else { exchanged };
        }
        if !exchanged.is_empty() {
            return exchanged;
        }
        if let Some(turned) = self.turned(&claim, window, evidence) {
            return vec![turned];
        }
        // Who writes "French" for "France" has put it in another place with reason.
        let as_said = |run: &Range<usize>| {
            claim.items(run).iter().any(|item| window.iter().any(|heard| heard.terms.contains(&item.term)))
        };
        let is_there = |figure: &Figure| held.is_carried_at(figure.span);
        // A day may be said by parts: only a year alone has a place.
        let is_year = |figure: &Figure| figure.when.is_none_or(|when| when.month.is_none() && when.weekday.is_none());
        let is_asked = |run: &Range<usize>| match claim.kind(run) {
            Some(Kind::Name) => as_said(run),
            Some(Kind::Figure(at)) => claim.figures.get(at).is_some_and(|figure| is_year(figure) && is_there(figure)),
            _ => false,
        };
        let spans = claim.runs().filter(is_asked).filter_map(|run| claim.span(&run));
        let taken = spans.filter(|span| self.standing(&claim, *span, Beside::Two, window).is_taken());
        taken.filter_map(|span| span.slice(claim_text)).map(str::to_owned).collect()
    }
}

impl Row {
    /// The names, each with all its words, the figures and the pronouns.
    fn runs(&self) -> impl Iterator<Item = Range<usize>> {
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some(item) = self.items.get(at) {
                let from = at;
                at += 1;
                if matches!(item.kind, Kind::Word | Kind::Function) {
                    continue;
                }
                while item.kind == Kind::Name
                    && let Some(next) = self.goes_on(at)
                {
                    at = next;
                }
                return Some(from..at);
            }
            None
        })
    }

    /// The item behind the next word of a name, which only a space parts from the one before, or "of": "Court of Appeals".
    fn goes_on(&self, at: usize) -> Option<usize> {
        let word = |at: usize| self.items.get(at).and_then(|item| item.span.slice(&self.text));
        let links = usize::from(word(at) == Some("of"));
        let links = links + usize::from(links > 0 && word(at + 1) == Some("the"));
        let together = (at..=at + links).all(|at| {
            let pair = at.checked_sub(1).and_then(|before| self.items.get(before)).zip(self.items.get(at));
            pair.is_some_and(|(last, next)| next.span.start() == last.span.end().plus(1))
        });
        let is_name = self.items.get(at + links).is_some_and(|item| item.kind == Kind::Name);
        (together && is_name).then_some(at + links + 1)
    }

    /// Whether a run only says what somebody is: "the President".
    fn is_title(&self, run: &Range<usize>) -> bool {
        self.words(run).iter().all(|word| TITLES.contains(&*lower(word)))
    }

    /// Whether a run is a part of a word: "pro-Kerrick".
    fn is_hyphened(&self, run: &Range<usize>) -> bool {
        let before = self.span(run).and_then(|span| self.text.get(..span.start().bytes()));
        before.is_some_and(|before| before.ends_with('-')) && self.kind(run) == Some(Kind::Name)
    }

    /// Whether a sign that ends a clause stands between a run and the next telling word.
    fn is_parted(&self, run: &Range<usize>) -> bool {
        let next = self.items.get(run.end..).unwrap_or_default().iter().find(tells);
        let between = next.zip(self.span(run)).and_then(|(next, span)| self.between(span, next.span));
        between.is_some_and(is_clause_sign)
    }

    fn kind(&self, run: &Range<usize>) -> Option<Kind> {
        self.items.get(run.start).map(|item| item.kind)
    }

    fn span(&self, run: &Range<usize>) -> Option<Span> {
        let items = self.items.get(run.clone())?;
        items.first().zip(items.last()).map(|(first, last)| first.span.hull(last.span))
    }

    pub(super) const fn len(&self) -> usize {
        self.items.len()
    }

    pub(super) fn kind_at(&self, at: usize) -> Option<Kind> {
        self.items.get(at).map(|item| item.kind)
    }

    pub(super) fn term_at(&self, at: usize) -> Option<&str> {
        self.items.get(at).map(|item| &*item.term)
    }

    pub(super) fn word_at(&self, at: usize) -> Option<&str> {
        self.items.get(at).and_then(|item| item.span.slice(&self.text))
    }

    /// The same in lower case; empty where there is none.
    pub(super) fn lower_at(&self, at: usize) -> &str {
        let item = self.items.get(at);
        item.and_then(|item| item.lower.as_deref().or_else(|| item.span.slice(&self.text))).unwrap_or_default()
    }

    /// Whether an item says something by itself.
    pub(super) fn tells_at(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| tells(&item))
    }

    /// Where the only item with a term stands.
    pub(super) fn only(&self, term: &str) -> Option<usize> {
        let mut found = self.items.iter().enumerate().filter(|(_, item)| &*item.term == term);
        found.next().filter(|_| found.next().is_none()).map(|(at, _)| at)
    }

    /// What stands between an item and the next.
    pub(super) fn gap_behind(&self, at: usize) -> Option<&str> {
        let (item, next) = self.items.get(at).zip(self.items.get(at + 1))?;
        self.between(item.span, next.span)
    }

    /// A word alone, as a run.
    fn word(&self, span: Span) -> Option<Range<usize>> {
        self.items.iter().position(|item| item.span == span).map(|at| at..at + 1)
    }

    fn items(&self, run: &Range<usize>) -> &[Item] {
        self.items.get(run.clone()).unwrap_or_default()
    }

    fn words(&self, run: &Range<usize>) -> Vec<&str> {
        self.items(run).iter().filter_map(|item| item.span.slice(&self.text)).collect()
    }

    /// The telling words beside a run, the nearest first; `strictly` none behind a comma.
    fn place(&self, run: &Range<usize>, strictly: bool) -> Place<'_> {
        let before = self.items.get(..run.start).unwrap_or_default();
        let behind = self.items.get(run.end..).unwrap_or_default();
        let span = self.span(run).unwrap_or_default();
        let parted = |first: Option<&Item>| {
            let between = first.and_then(|item| self.between(item.span, span));
            strictly && between.is_some_and(is_clause_sign)
        };
        let [opens, closes] = [parted(behind.iter().find(tells)), parted(before.iter().rev().find(tells))];
        let last = before.last().and_then(|item| item.span.slice(&self.text)).map(lower).unwrap_or_default();
        Place {
            preposition: PREPOSITIONS.iter().find(|word| **word == last).copied(),
            before: if closes { [None; 2] } else { self.two(before.iter().rev()) },
            behind: if opens { [None; 2] } else { self.two(behind.iter()) },
        }
    }

    /// What stands between two places that do not overlap.
    fn between(&self, one: Span, other: Span) -> Option<&str> {
        let (first, second) = if one.start() < other.start() { (one, other) } else { (other, one) };
        self.text.get(first.end().bytes()..second.start().bytes())
    }

    /// The first two telling words; none behind "and" and its like, with which another thing begins.
    fn two<'r>(&'r self, items: impl Iterator<Item = &'r Item>) -> [Option<&'r str>; 2] {
        let joins = |item: &&Item| item.span.slice(&self.text).is_some_and(|word| JOINS.contains(&word));
        let mut items = items.skip_while(|item| !tells(item) && !joins(item)).peekable();
        if items.peek().is_some_and(joins) {
            return [None; 2];
        }
        let mut terms = items.filter(tells).map(|item| &*item.term);
        [terms.next(), terms.next()]
    }
}

/// The place of a name or figure.
struct Place<'r> {
    /// The preposition that stands against it.
    preposition: Option<&'static str>,
    before: [Option<&'r str>; 2],
    behind: [Option<&'r str>; 2],
}

impl Place<'_> {
    /// Whether a sentence has the words by which the place is known, wherever they stand in it.
    fn may_be_in(&self, heard: &Heard<'_>, beside: Beside) -> bool {
        let words = self.before.iter().chain(&self.behind).flatten();
        let wanted = if matches!(beside, Beside::Two | Beside::Behind) { 2 } else { 1 };
        words.filter(|word| heard.terms.contains(**word)).count() >= wanted
    }

    fn is(&self, other: &Self, beside: Beside) -> bool {
        let same = |a: Option<&str>, b: Option<&str>| a.is_some() && a == b;
        let both = |a: [Option<&str>; 2], b: [Option<&str>; 2]| same(a[0], b[0]) && same(a[1], b[1]);
        let first = |a: [Option<&str>; 2], b: [Option<&str>; 2]| same(a[0], b[0]);
        let (before, behind) = (first(self.before, other.before), first(self.behind, other.behind));
        // "Carrick" of "the ferry from Carrick ran aground" did not run.
        if self.preposition != other.preposition {
            return false;
        }
        match beside {
            Beside::Two => before && behind || both(self.before, other.before) || both(self.behind, other.behind),
            Beside::One => before || behind,
            Beside::Next => behind,
            Beside::Behind => both(self.behind, other.behind),
        }
    }
}

/// Whether what stands between two words parts them.
pub(super) fn is_clause_sign(between: &str) -> bool {
    between.contains([',', ';', ':', '(', ')', '–', '—']) || between.contains("--")
}

pub(super) fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.contains(&word)
}

pub(super) fn is_form_of_be(word: &str) -> bool {
    WAS.contains(&word)
}

/// Whether a place is known by a word.
fn tells(item: &&Item) -> bool {
    !matches!(item.kind, Kind::Function | Kind::Pronoun) && (item.kind != Kind::Word || item.term.len() >= TELLING)
}

/// Whether a word names a day or month.
pub(super) fn is_day(word: &str) -> bool {
    let word = lower(word);
    weekday(&word).is_some() || month(&word).is_some() && word != "may"
}

/// "Was … by": English.
fn is_passive(words: &[(Span, &str)]) -> bool {
    let was = words.iter().enumerate().filter(|(_, (_, word))| WAS.contains(word));
    was.into_iter().any(|(at, _)| words.iter().skip(at + 1).take(PASSIVE).any(|(_, word)| *word == "by"))
}
