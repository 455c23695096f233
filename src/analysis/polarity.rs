//! Whether two sentences on one subject say opposite things: by a negation in one of them, or by a pair of opposites.
//! Refuses to find out whether they are on one subject; who asks must know.

use std::borrow::Cow;

use crate::text::Span;
use crate::text::lookup::Map;
use crate::text::stem::lower;

mod contrary;
mod dutch;
mod english;
mod french;
mod german;
mod italian;
mod lexicon;
mod portuguese;
mod spanish;
mod stance;

pub use contrary::{Contrary, Kind};
pub use stance::Stance;

use lexicon::Lexicon;
pub use lexicon::{each_form, verb_forms};

/// Two cues with no more words between them may undo each other.
const UNDOING: usize = 3;
/// The second part of a verb stands no farther from the first, in words.
const PARTED: usize = 12;

/// What a cue of negation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// not, no, never, without.
    Negation,
    /// refused, failed to, ruled out.
    Refusal,
    /// Somebody says that it is not so: denied, disputed.
    Denial,
}

/// How much of a whole a word stands for, from little to all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Amount {
    /// few, rarely.
    Few,
    /// some, part of, only.
    Some,
    /// many, several.
    Many,
    /// most, nearly all.
    Most,
    /// all, every.
    All,
}

/// A word or phrase that negates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: CueKind,
}

/// A word of a text: where it stands, and in lower case.
type Word<'t> = (Span, Cow<'t, str>);

/// The cues and the words of one sentence.
#[derive(Clone, Debug, Default)]
pub struct Polarity {
    /// Its cues of negation, in order.
    pub cues: Vec<Cue>,
    /// Its words in lower case, and where they stand.
    words: Vec<(Span, String)>,
    /// The pairs of opposites of which it has a word, on which side, and where.
    sides: Map<(usize, bool), (Span, Option<Apart>, bool)>,
}

/// Two words that are opposites, one of either sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opposites {
    /// The word of the first.
    pub a: Span,
    /// The word of the second.
    pub b: Span,
    /// What they say, if they may only tell two things of one kind apart.
    pub tells_apart: Option<Apart>,
    /// Whether the two may say one thing from its two ends: "bought from", "sold to".
    pub converse: bool,
}

/// How two things of one kind are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Apart {
    /// By words of which one at least may be of the same thing: "up the hill", "the large dog".
    Loosely,
    /// By words of things that nothing says to be one: "a large dog", "a small dog".
    Plainly,
}

/// Whether negation and opposites are known in a language (BCP 47 tag; English where it is not stated).
pub fn knows(language: Option<&str>) -> bool {
    Lexicon::of_tag(language).is_some()
}

/// The form that stands for all forms of a verb that no stemmer brings together, or the word itself, which is in lower case.
pub fn one_form<'w>(word: &'w str, language: Option<&str>) -> &'w str {
    Lexicon::of_tag(language).map_or(word, |lexicon| lexicon.one_form(word))
}

impl Polarity {
    /// Reads a sentence in a language (BCP 47 tag; English where it is not stated); in one that is not known, nothing.
    pub fn of(text: &str, language: Option<&str>) -> Self {
        let Some(lexicon) = Lexicon::of_tag(language) else { return Self::default() };
        let words = words_of(text, lexicon.elides);
        let mut sides = Map::default();
        let mut last = "";
        for (span, word) in &words {
            let how = if matches!(last, "a" | "an") { Apart::Plainly } else { Apart::Loosely };
            last = word;
            let entry = lexicon.entry(word);
            entry.sides.iter().for_each(|key| {
                let apart = || entry.roles.tells_two_apart.then_some(how);
                sides.entry(*key).or_insert_with(|| (*span, apart(), entry.roles.converse));
            });
        }
        Self {
            cues: cues(text, &words, lexicon),
            words: words.into_iter().map(|(span, word)| (span, word.into_owned())).collect(),
            sides,
        }
    }

    /// Whether it says that something is not so. Two cues side by side, of which one is no plain negation, undo each other
    /// ("denied that no one came"); two in two clauses do not.
    pub fn is_negative(&self) -> bool {
        match self.cues.as_slice() {
            [] => false,
            [a, b] if a.kind != b.kind => self.words_between(a.span, b.span) > UNDOING,
            _ => true,
        }
    }

    /// Its words in lower case, with their apostrophes, in order.
    pub fn words(&self) -> &[(Span, String)] {
        &self.words
    }

    fn words_between(&self, a: Span, b: Span) -> usize {
        self.words.iter().filter(|(span, _)| a.end() <= span.start() && span.end() <= b.start()).count()
    }

    /// Whether a place is in one of its cues.
    pub fn is_cue(&self, span: Span) -> bool {
        self.cues.iter().any(|cue| cue.span.covers(span))
    }

    /// Words of this sentence and of another that are opposites, where neither sentence has both.
    pub fn opposites(&self, other: &Self) -> Vec<Opposites> {
        let (mine, theirs) = (&self.sides, &other.sides);
        let mut found = Vec::new();
        for (&(pair, side), &(a, one, turns)) in mine {
            let Some(&(b, other, back)) = theirs.get(&(pair, !side)) else { continue };
            if !mine.contains_key(&(pair, !side)) && !theirs.contains_key(&(pair, side)) {
                found.push(Opposites { a, b, tells_apart: one.min(other), converse: turns && back });
            }
        }
        found.sort_by_key(|opposites| (opposites.a, opposites.b, opposites.tells_apart));
        found.dedup();
        found
    }
}

fn cues(text: &str, words: &[Word<'_>], lexicon: &Lexicon) -> Vec<Cue> {
    let mut cues = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let (length, kind) = cue(text, rest, lexicon);
        let place = rest.first().zip(rest.get(length - 1)).map(|((first, _), (last, _))| first.hull(*last));
        cues.extend(kind.zip(place).map(|(kind, span)| Cue { span, kind }));
        at += length;
    }
    cues
}

/// How many words the phrase has that begins here, at least 1, and what cue it is if it is one.
fn cue(text: &str, words: &[Word<'_>], lexicon: &Lexicon) -> (usize, Option<CueKind>) {
    let Some((span, word)) = words.first() else { return (1, None) };
    let here =
        |phrase: &[&str]| phrase.iter().enumerate().all(|(i, part)| words.get(i).is_some_and(|(_, w)| w == part));
    // "do-not-call": a part of a word that names something.
    let in_a_compound = || text.get(..span.start().bytes()).is_some_and(|before| before.ends_with('-'));
    if is_number_sign(text, *span) {
        return (1, None);
    }
    let entry = lexicon.entry(word);
    if let Some((phrase, kind)) = entry.phrases.iter().find(|(phrase, _)| here(phrase)) {
        return (phrase.len(), kind.filter(|_| !in_a_compound()));
    }
    let contracted = word.ends_with("n't");
    let later = |second: &str| words.iter().skip(1).take(PARTED).any(|(_, word)| word == second);
    let parted = entry.parted.iter().find(|(second, _)| later(second)).map(|(_, kind)| *kind);
    (1, parted.or(contracted.then_some(CueKind::Negation)))
}

/// Whether a word is the "No." of "No. 1".
fn is_number_sign(text: &str, span: Span) -> bool {
    let rest = text.get(span.end().bytes()..).unwrap_or_default().trim_start_matches(['.', ' ']);
    span.slice(text) == Some("No") && rest.starts_with(|c: char| c.is_ascii_digit())
}

/// Words in lower case, with their apostrophes; where the language elides, what stands before one is a word.
fn words_of(text: &str, elides: bool) -> Vec<Word<'_>> {
    /// A word has about so many letters, the space counted.
    const LETTERS: usize = 6;
    let mut words = Vec::with_capacity(text.len() / LETTERS + 1);
    if text.is_ascii() && !elides {
        let spans = runs(text.as_bytes());
        words.extend(spans.filter_map(|span| span.slice(text).map(|word| (span, lower(word)))));
        return words;
    }
    let mut start = None;
    let ends = text.char_indices().map(Some).chain([None]);
    for next in ends {
        let is_apostrophe = next.is_some_and(|(_, c)| matches!(c, '\'' | '’'));
        let inside = is_apostrophe || next.is_some_and(|(_, c)| c.is_alphabetic());
        match (start, next) {
            (None, Some((at, c))) if c.is_alphabetic() => start = Some(at),
            (Some(from), _) if !inside || elides && is_apostrophe => {
                let end = next.map_or(text.len(), |(at, c)| at + if is_apostrophe { c.len_utf8() } else { 0 });
                let span = Span::new(from, end);
                words.push((span, lower(span.slice(text).unwrap_or_default())));
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Where the runs of letters and apostrophes in a text in ASCII stand that begin with a letter.
fn runs(text: &[u8]) -> impl Iterator<Item = Span> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text.get(end..)?.iter().position(u8::is_ascii_alphabetic)?;
        let rest = text.get(start..)?;
        let inside = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'\'';
        end = start + rest.iter().position(|byte| !inside(byte)).unwrap_or(rest.len());
        Some(Span::new(start, end))
    })
}

#[cfg(test)]
mod tests {
    use super::Polarity;

    proptest::proptest! {
        #[test]
        fn words_of_ascii_are_those_of_any_text(text in "[ -~]{0,60}|([ab' 1.]){0,30}") {
            // A letter that is none of ASCII behind a space is a word of its own.
            let other = format!("{text} ä");
            let mut long_way = super::words_of(&other, false);
            long_way.pop();
            proptest::prop_assert_eq!(super::words_of(&text, false), long_way);
        }
    }

    #[test]
    fn cues_are_counted_and_phrases_that_negate_nothing_are_not() {
        let cases = [
            ("The officers were never allowed to carry guns.", 1),
            ("They couldn't, and didn’t, resist.", 2),
            ("The mayor ruled out a second vote.", 1),
            ("Not only the mayor, no fewer than nine others came.", 0),
            ("He denied that no one had come.", 2),
            ("Exports declined.", 0),
            ("The company failed to report the leak.", 1),
            ("The bridge failed.", 0),
        ];
        for (text, cues) in cases {
            assert_eq!(Polarity::of(text, None).cues.len(), cues, "{text}");
        }
    }

    #[test]
    fn opposites_are_found_once_and_not_where_a_sentence_has_both() {
        let of = |a: &str, b: &str| {
            let found = Polarity::of(a, None).opposites(&Polarity::of(b, None));
            found
                .iter()
                .filter_map(|o| o.a.slice(a).zip(o.b.slice(b)))
                .map(|(x, y)| format!("{x}/{y}"))
                .collect::<Vec<_>>()
        };
        assert_eq!(of("Prices rose.", "Prices fell."), ["rose/fell"]);
        assert_eq!(of("Prices rose and fell.", "Prices fell."), Vec::<String>::new());
        assert_eq!(of("The shop opened.", "The shop closed."), ["opened/closed"]);
    }

    #[test]
    fn cues_and_opposites_are_known_in_the_languages_that_have_lists_and_in_no_other() {
        let cases = [
            ("de", "Niemand wurde verletzt.", 1),
            ("de", "Der Minister lehnte den Vorschlag der Kommission ab.", 1),
            ("de", "Nicht nur der Minister kam.", 0),
            ("de", "Das Gericht wies die Klage der Stadt zurück.", 1),
            ("fr", "Le ministre n’est pas venu.", 1),
            ("fr", "La ville n'a plus d'argent.", 1),
            ("fr", "La ville a plus d'argent.", 0),
            ("fr", "Le maire dément avoir signé.", 1),
            ("es", "La empresa se negó a pagar.", 1),
            ("es", "Sin embargo, nadie murió.", 1),
            ("pl", "Nie ma wody.", 0),
        ];
        for (language, text, cues) in cases {
            assert_eq!(Polarity::of(text, Some(language)).cues.len(), cues, "{text}");
        }
        let pairs = [
            ("de", "Die Preise stiegen.", "Die Preise sind gesunken."),
            ("fr", "Le chômage a baissé.", "Le chômage a augmenté."),
            ("es", "La fábrica abrió.", "La fábrica cerró."),
        ];
        for (language, a, b) in pairs {
            let [a, b] = [a, b].map(|text| Polarity::of(text, Some(language)));
            assert_eq!(a.opposites(&b).len(), 1, "{language}");
        }
        assert!(super::knows(Some("de-AT")) && super::knows(None) && !super::knows(Some("pl")));
    }
}
