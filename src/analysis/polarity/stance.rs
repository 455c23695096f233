//! A sentence, word by word, as far as it matters for whether another says the contrary: its clauses, which words are under
//! a denial, which have an opposite, how much of a whole is spoken of. Refuses to parse: a clause ends at a sign or at a
//! word that begins another, and what is denied stands behind its cue or, where nothing does, before it.

use std::borrow::Cow;
use std::rc::Rc;

use super::lexicon::Lexicon;
use super::{Amount, Cue, CueKind, Word as Spoken, cues, words_of};
use crate::analysis::figures::{is_every_so_many, period};
use crate::text::stem::Stems;
use crate::text::{Span, segment};

/// What is denied is looked for among so many telling words beside the cue.
const REACH: usize = 5;
/// An amount that a cue bounds stands no farther behind it, in words.
const BOUND: usize = 3;
/// A word stands close to a figure that is no farther from it, in words.
const CLOSE: usize = 3;
/// First parts of German verbs that may end a clause.
const FIRST_PARTS: &[&str] =
    &["ab", "an", "auf", "aus", "ein", "zu", "zurück", "zusammen", "weg", "nach", "vor", "los", "frei", "fest"];
/// "All but four" are most.
const ALL_BUT: &str = "but";
/// A word that opens a verb with a cue behind it ("ne") stands no farther before the cue, in words.
const OPENED: usize = 5;

/// A sentence as read.
#[derive(Clone, Debug, Default)]
pub struct Stance<'t> {
    pub(super) words: Vec<Word<'t>>,
    pub(super) denials: Vec<Denial>,
}

/// A word of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    pub span: Span,
    /// As it is written, in lower case.
    pub lower: Cow<'t, str>,
    pub term: Rc<str>,
    /// Which clause it stands in.
    pub clause: usize,
    /// Whether a sign that ends a clause stands before it.
    pub after_sign: bool,
    /// Whether it is a number in digits, which tells what a clause is about and is denied by nothing.
    pub is_figure: bool,
    /// Whether it says something by itself: no function word, cue, auxiliary or amount.
    pub tells: bool,
    /// Whether it is under a denial, two of which undo each other.
    pub denied: bool,
    /// Whether it is said only to be likely, and the like, that it is so.
    pub soft: bool,
    /// The pairs of opposites it stands in, and on which side.
    pub sides: &'static [(usize, bool)],
    pub amount: Option<Amount>,
    /// Whether its opposite may say the same the other way round.
    pub converse: bool,
}

/// A cue of negation and what it denies.
#[derive(Clone, Debug)]
pub(super) struct Denial {
    pub cue: Span,
    pub kind: CueKind,
    pub clause: usize,
    /// The telling words that it denies, the nearest first.
    pub scope: Vec<usize>,
}

impl<'t> Stance<'t> {
    /// Reads a sentence in a language; in one without a lexicon, nothing.
    pub fn of(text: &'t str, language: &Stems) -> Self {
        let Some(lexicon) = language.tag().and_then(|tag| Lexicon::of_tag(Some(tag))) else { return Self::default() };
        let spoken = words_of(text, lexicon.elides);
        let cues = cues(text, &spoken, lexicon);
        let mut stance = Self { words: words(text, spoken, language, lexicon, &cues), denials: Vec::new() };
        if language.tag() == Some("de") {
            stance.join_parted(lexicon, language);
        }
        for cue in &cues {
            let Some(at) = stance.words.iter().rposition(|word| cue.span.covers(word.span)) else { continue };
            let clause = stance.words.get(at).map_or(0, |word| word.clause);
            if stance.is_bounded(at, lexicon) {
                continue;
            }
            let scope = stance.scope(at, cue.span, cue.kind, lexicon);
            stance.denials.push(Denial { cue: cue.span, kind: cue.kind, clause, scope });
        }
        stance.deny();
        stance
    }

    /// Gives a German verb whose first part ends its clause the opposites of the whole: "nahm … zu".
    fn join_parted(&mut self, lexicon: &'static Lexicon, language: &Stems) {
        let mut joined = Vec::new();
        for (at, last) in self.words.iter().enumerate() {
            let ends = self.words.get(at + 1).is_none_or(|next| next.clause != last.clause || next.after_sign);
            if !ends || !FIRST_PARTS.contains(&&*last.lower) {
                continue;
            }
            let same = self.words.iter().enumerate().take(at).filter(|(_, word)| word.clause == last.clause);
            joined.extend(same.filter_map(|(index, word)| {
                let whole = [&*last.lower, &*word.lower].concat();
                let entry = lexicon.entry(&whole);
                let sides = entry.sides.as_slice();
                (!sides.is_empty()).then(|| (index, sides, language.term(entry.one_form(&whole))))
            }));
        }
        for (at, sides, term) in joined {
            if let Some(word) = self.words.get_mut(at) {
                (word.sides, word.term) = (sides, term);
            }
        }
    }

    /// Whether a cue bounds an amount and denies nothing: "could not feed more than a quarter".
    fn is_bounded(&self, at: usize, lexicon: &Lexicon) -> bool {
        let behind = self.words.get(at..).unwrap_or_default();
        let clause = behind.first().map_or(0, |word| word.clause);
        let pairs = behind.iter().zip(behind.iter().skip(1)).take(BOUND).take_while(|(word, _)| word.clause == clause);
        pairs.into_iter().any(|(first, second)| lexicon.is_bound(&first.lower, &second.lower))
    }

    /// What a cue denies that ends at a word: the telling words of the clause behind it; where it has none, those of the
    /// next if no sign parts the two, and in some languages those before the cue.
    fn scope(&self, at: usize, cue: Span, kind: CueKind, lexicon: &Lexicon) -> Vec<usize> {
        let Some(clause) = self.words.get(at).map(|word| word.clause) else { return Vec::new() };
        let starts = self.words.iter().take(at + 1).rev().take(OPENED + 1);
        let opened =
            starts.take_while(|word| word.clause == clause).position(|word| lexicon.entry(&word.lower).roles.opens);
        let from = opened.map_or(at + 1, |back| at - back);
        let telling = |range: std::ops::Range<usize>, clause: usize| -> Vec<usize> {
            let fits = |index: &usize| self.words.get(*index).is_some_and(|word| word.tells && word.clause == clause);
            range.filter(fits).collect()
        };
        let mut scope = telling(from..self.words.len(), clause);
        let next = self.words.iter().find(|word| word.clause == clause + 1);
        let goes_on = |first: &Word<'_>| {
            let that = kind != CueKind::Negation && lexicon.entry(&first.lower).roles.that;
            that || scope.is_empty() && (!first.after_sign || kind == CueKind::Denial && lexicon.behind)
        };
        if next.is_some_and(goes_on) {
            scope.extend(telling(at + 1..self.words.len(), clause + 1));
        }
        if scope.is_empty() && lexicon.behind {
            let before = self.words.iter().take_while(|word| word.span.end() <= cue.start()).count();
            scope = telling(0..before, clause);
            scope.reverse();
        }
        // "Could not be immediately confirmed" denies that it was confirmed.
        let manner = |at: &usize| self.words.get(*at).is_some_and(|word| lexicon.is_manner(&word.lower));
        if scope.iter().any(|at| !manner(at)) {
            scope.retain(|at| !manner(at));
        }
        scope.truncate(REACH);
        scope
    }

    /// Marks the words under a denial. Two plain negations deny once ("no … ninguna"); a refusal to deny undoes it.
    fn deny(&mut self) {
        for index in 0..self.words.len() {
            let over = |kind: fn(CueKind) -> bool| {
                self.denials.iter().filter(|denial| kind(denial.kind) && denial.scope.contains(&index)).count()
            };
            let plain = over(|kind| kind == CueKind::Negation) > 0;
            let others = over(|kind| kind != CueKind::Negation);
            if let Some(word) = self.words.get_mut(index) {
                word.denied = plain != (others % 2 == 1);
            }
        }
    }

    /// The telling words that stand with one, in its clause or, where that has fewer than two, in those beside it too.
    pub(super) fn beside(&self, at: usize) -> Vec<&Word<'_>> {
        let Some(clause) = self.words.get(at).map(|word| word.clause) else { return Vec::new() };
        let others = |within: &dyn Fn(&Word<'_>) -> bool| -> Vec<&Word<'_>> {
            let all = self.words.iter().enumerate();
            all.filter(|(index, word)| *index != at && (word.tells || word.is_figure) && within(word))
                .map(|(_, word)| word)
                .collect()
        };
        let near = others(&|word| word.clause == clause);
        if near.len() >= 2 { near } else { others(&|word| word.clause.abs_diff(clause) <= 1) }
    }

    /// The words before and behind one in its clause that tell or are figures, the nearest first.
    pub(super) fn sides_of(&self, at: usize) -> [Vec<&Word<'_>>; 2] {
        let clause = self.words.get(at).map(|word| word.clause);
        let tells = |word: &&Word<'_>| Some(word.clause) == clause && (word.tells || word.is_figure);
        let before = self.words.iter().take(at).rev().filter(tells).collect();
        [before, self.words.iter().skip(at + 1).filter(tells).collect()]
    }

    /// The first telling word close behind one, in whatever clause.
    pub(super) fn next_telling(&self, at: usize) -> Option<&Word<'_>> {
        self.words.iter().skip(at + 1).take(REACH).find(|word| word.tells || word.is_figure)
    }

    /// The words close to one, in its clause.
    pub(super) fn near(&self, at: usize) -> impl Iterator<Item = &Word<'_>> {
        let clause = self.words.get(at).map(|word| word.clause);
        let around = self.words.iter().enumerate().take(at + CLOSE + 1).skip(at.saturating_sub(CLOSE));
        around.filter(move |(index, word)| *index != at && Some(word.clause) == clause).map(|(_, word)| word)
    }

    /// The words close to a figure, wherever it stands.
    pub(super) fn near_figure(&self, figure: &str) -> Vec<&Word<'_>> {
        let places = self.words.iter().enumerate().filter(|(_, word)| word.is_figure && word.lower == figure);
        places.flat_map(|(at, _)| self.near(at)).collect()
    }

    /// Whether it denies a word of another sentence or nothing that tells, or says in other words, that the other has not,
    /// that something is not so.
    pub(super) fn doubts(&self, other: &Self) -> bool {
        let has = |word: &Word<'_>| other.words.iter().any(|own| own.term == word.term);
        let denies = |denial: &Denial| {
            let mut scope = denial.scope.iter().filter_map(|at| self.words.get(*at));
            denial.scope.is_empty() || scope.any(has)
        };
        self.denials.iter().any(denies) || self.words.iter().any(|word| word.soft && !has(word))
    }
}

/// What is to be known of the words of a text: those in letters, as spoken, and those in digits.
fn words<'t>(
    text: &'t str,
    spoken: Vec<Spoken<'t>>,
    language: &Stems,
    lexicon: &'static Lexicon,
    cues: &[Cue],
) -> Vec<Word<'t>> {
    let is_cue = |span: Span| cues.iter().any(|cue| cue.span.covers(span));
    let mut words: Vec<Word<'t>> = Vec::with_capacity(spoken.len());
    let (mut clause, mut last, mut end) = (0, 0, 0);
    // The clause into which an aside was put: ", which is to close,".
    let mut around = None;
    let mut all = spoken;
    if text.contains(|c: char| c.is_ascii_digit()) {
        let figures = segment::words(text).filter(|(_, word)| word.starts_with(|c: char| c.is_ascii_digit()));
        all.extend(figures.map(|(span, word)| (span, Cow::Borrowed(word))));
        all.sort_by_key(|(span, _)| *span);
    }
    let mut all = all.into_iter().peekable();
    while let Some((span, lower)) = all.next() {
        let between = text.get(end..span.start().bytes()).unwrap_or_default();
        let entry = lexicon.entry(&lower);
        let roles = entry.roles;
        let cue = is_cue(span);
        let after_sign = ends_clause(between) && end > 0;
        let joins = roles.joins || roles.relative && after_sign;
        let comma = after_sign && between.starts_with(',');
        match around.take_if(|_| after_sign) {
            Some(outer) if comma && !joins => clause = outer,
            _ if after_sign || joins && !cue => {
                around = Some(clause).filter(|_| comma && joins).or(around);
                last += 1;
                clause = last;
            }
            _ => {}
        }
        end = span.end().bytes();
        let next = all.peek().map(|(_, next)| &**next);
        let of_time = || next.is_some_and(|next| period(next).is_some());
        // "The only answer" is no part of the answers.
        let sole = || amount_is_sole(&lower, words.last());
        // "Some 300 ships" are about so many; "minority communities" are no part of anything.
        let about = || next.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        let small = |amount: &Amount| *amount == Amount::Some && (about() || lower == "minority" && next != Some("of"));
        let one_of_many = || next.is_some_and(|next| is_every_so_many(&lower, next));
        let amount =
            entry.amount.filter(|amount| !of_time() && !sole() && !one_of_many() && !small(amount)).map(|amount| {
                match words.last() {
                    _ if amount == Amount::All && next == Some(ALL_BUT) => Amount::Most,
                    Some(before) if amount == Amount::All && lexicon.entry(&before.lower).roles.nearly => Amount::Most,
                    Some(before) if amount == Amount::All && is_cue(before.span) => Amount::Some,
                    _ => amount,
                }
            });
        let term = language.term(entry.one_form(&lower));
        let is_figure = lower.starts_with(|c: char| c.is_ascii_digit());
        let empty = cue || is_figure || roles.light || joins || roles.that || amount.is_some();
        let tells = !empty && !language.is_function_word(&lower) && lower.chars().nth(1).is_some();
        words.push(Word {
            span,
            clause,
            after_sign,
            is_figure,
            tells,
            denied: false,
            soft: lexicon.is_soft(&lower, entry),
            sides: lexicon.sides_of_term(entry, &term),
            amount,
            converse: roles.converse,
            lower,
            term,
        });
    }
    words
}

/// Whether a word stands for all that there is of a thing, and for no amount of it: "the only", "its only".
fn amount_is_sole(word: &str, before: Option<&Word<'_>>) -> bool {
    word == "only" && before.is_some_and(|before| ["the", "its", "their", "his", "her"].contains(&&*before.lower))
}

/// Whether what stands between two words ends a clause: a sign of any kind, but no hyphen, apostrophe or figure.
fn ends_clause(between: &str) -> bool {
    let sign = |c: char| matches!(c, ';' | ':' | '–' | '—' | '(' | ')' | '"' | '“' | '”' | '„' | '«' | '»' | '?' | '!');
    between.contains(sign) || between.starts_with(',') || between.ends_with(", ")
}
