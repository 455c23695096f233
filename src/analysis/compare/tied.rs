//! Whether two claims that are told in other words are tied by what no chance repeats: the same words in quotation marks, or
//! the same number of the same. And whether one says more of its own than two that say the same do. Refuses to say what else
//! they have to do with each other.

use super::counted::are_one;
use super::reading::Reading;
use crate::analysis::figures::{Approximation, Figure, Unit};
use crate::analysis::quotations::Quoted;
use crate::text::similar::Word;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// So many quoted words are not the same by chance.
const WORDS: usize = 3;

/// Below this a number is of anything: two people, three days.
const LEAST: f64 = 12.0;

/// So many words on end that the other claim has nothing near to are an assertion of their own.
const OWN: usize = 5;

/// The least nearness at which a word of one claim stands in the other in some way.
const NEAR: f32 = 0.35;

/// Whether they quote the same words, or count as many of the same.
pub(super) fn tied(a: &Reading, b: &Reading) -> bool {
    quote_the_same(a, b) || count_the_same(a, b)
}

/// Whether one of them has a stretch of words that the other has nothing like.
pub(super) fn says_more(a: &Reading, b: &Reading) -> bool {
    let stretch = |x: &Reading, y: &Reading| {
        let strange = x.sketch.nearness(&y.sketch).into_iter().map(|near| near < NEAR);
        strange.fold((0usize, 0usize), |(run, most), strange| {
            let run = if strange { run + 1 } else { 0 };
            (run, most.max(run))
        })
    };
    stretch(a, b).1 >= OWN && stretch(b, a).1 >= OWN - 2 || stretch(b, a).1 >= OWN && stretch(a, b).1 >= OWN - 2
}

fn quote_the_same(a: &Reading, b: &Reading) -> bool {
    let (of_a, of_b) = (quoted(a), quoted(b));
    let tells = |words: &[(Span, String)]| words.iter().any(|(span, _)| is_content(a, *span));
    let same = |run: &[(Span, String)]| {
        let mut others = of_b.iter().flat_map(|other| other.windows(WORDS));
        others.any(|other| other.iter().zip(run).all(|(x, y)| x.1 == y.1))
    };
    of_a.iter().flat_map(|one| one.windows(WORDS)).any(|run| tells(run) && same(run))
}

/// The words of each quotation of a claim, in lower case.
fn quoted(of: &Reading) -> Vec<Vec<(Span, String)>> {
    let words = |span: &Span| {
        let inside = span.slice(&of.text).unwrap_or_default();
        let plain = |word: &str| lower(word).replace('’', "'");
        segment::words(inside).map(|(at, word)| (at.within(span.start()), plain(word))).collect()
    };
    Quoted::default().spans(&of.text).iter().map(words).collect()
}

fn is_content(of: &Reading, span: Span) -> bool {
    of.sketch.words.iter().any(|word| word.span.overlaps(span))
}

/// Whether both count as many of the same, and have another word in common.
fn count_the_same(a: &Reading, b: &Reading) -> bool {
    let counts = |figure: &&Figure| {
        figure.unit == Unit::Count && figure.value >= LEAST && figure.approximation == Approximation::default()
    };
    let same = |x: &Figure, y: &Figure| {
        x.value == y.value && x.head.iter().any(|one| y.head.iter().any(|other| one == other || are_one(one, other)))
    };
    let heads = |word: &Word, figure: &Figure| figure.head.iter().any(|head| **head == *word.stem);
    a.figures.iter().filter(counts).any(|x| {
        let of_one = b.figures.iter().filter(counts).any(|y| same(x, y));
        of_one && a.shared(b).into_iter().any(|word| !heads(word, x))
    })
}
