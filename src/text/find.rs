//! Finding a phrase in a text as a reader means it: case, diacritics, kinds of quotation marks and dashes, runs of white
//! space and hyphens at line ends count only where the query makes them count. Refuses to guess: no near misses.

use memchr::memmem;
use unicode_normalization::UnicodeNormalization;

use super::{Span, safe};

/// What someone looks for. Letters match in either case unless the query has a capital, and with or without diacritics
/// unless the query has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    folded: String,
    strict: Option<(Fold, String)>,
}

impl Pattern {
    /// The pattern of what was typed. One without any visible character matches nothing.
    pub fn new(query: &str) -> Self {
        let fold = Fold { case: query.chars().any(char::is_uppercase), marks: has_diacritics(query) };
        let strict = (fold != Fold::ALL).then(|| (fold, fold.text(query)));
        let folded = Fold::ALL.text(query);
        if folded.trim().is_empty() { Self { folded: String::new(), strict: None } } else { Self { folded, strict } }
    }

    /// Whether it can match anything at all.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// Where `text` has it, in order and without overlap.
    pub fn matches(&self, text: &str) -> Vec<Span> {
        self.matches_in(text, &Folded::new(text))
    }

    /// The same, for a text that was folded before: `folded` must be [`Folded::new`] of `text`.
    pub fn matches_in(&self, text: &str, folded: &Folded) -> Vec<Span> {
        let mut found = self.matches_of(text, &folded.plain);
        if let Some(joined) = &folded.joined {
            let mut more = self.matches_of(text, joined);
            more.retain(|span| {
                let next = found.partition_point(|other| other.end() <= span.start());
                !found.get(next).is_some_and(|other| other.overlaps(*span))
            });
            found.extend(more);
            found.sort_unstable();
        }
        found
    }

    /// Whether its capitals and diacritics do not count.
    pub fn is_plain(&self) -> bool {
        self.strict.is_none()
    }

    /// Whether it stands anywhere in a text that was [`folded`]. Its capitals and diacritics do not count here.
    pub fn is_in(&self, folded: &str) -> bool {
        !self.is_empty() && memmem::find(folded.as_bytes(), self.folded.as_bytes()).is_some()
    }

    /// Whether a word begins with it in a text that was [`folded`]; in scripts that part no words, whether it is there at
    /// all. Capitals and diacritics of the query do not count here.
    pub fn begins_a_word(&self, folded: &str) -> bool {
        self.beginnings(folded).next().is_some()
    }

    /// Where words of a text that was folded before begin with it, as [`Pattern::begins_a_word`] has it: the first of them,
    /// `most` at most.
    pub fn words_begun(&self, text: &Folded, most: usize) -> Vec<Span> {
        let index = &text.plain;
        let spans = self.beginnings(&index.text).map(|at| index.span(at, at + self.folded.len()));
        spans.flatten().take(most).collect()
    }

    /// Where in a folded text words begin with it.
    fn beginnings<'t>(&'t self, folded: &'t str) -> impl Iterator<Item = usize> + 't {
        let within = self.folded.starts_with(is_of_unparted_script);
        let begins = move |at: &usize| {
            within || !folded.get(..*at).and_then(|b| b.chars().next_back()).is_some_and(char::is_alphanumeric)
        };
        let found = (!self.is_empty()).then(|| memmem::find_iter(folded.as_bytes(), self.folded.as_bytes()));
        found.into_iter().flatten().filter(begins)
    }

    fn matches_of(&self, text: &str, index: &Index) -> Vec<Span> {
        let mut found = Vec::new();
        let Some(step) = self.folded.chars().next().map(char::len_utf8) else { return found };
        let mut from = 0;
        while let Some(at) = index.text.get(from..).and_then(|rest| rest.find(&self.folded)).map(|at| from + at) {
            let end = at + self.folded.len();
            match index.span(at, end).filter(|span| self.accepts(text, *span, index.joins)) {
                Some(span) => {
                    found.push(span);
                    from = end;
                }
                None => from = at + step,
            }
        }
        found
    }

    /// Whether what was found with everything folded also has the capitals and diacritics that were asked for.
    fn accepts(&self, text: &str, span: Span, joins: bool) -> bool {
        let Some((fold, query)) = &self.strict else { return true };
        let Some(found) = span.slice(text) else { return false };
        let found = if joins { Index::new(found, *fold, true).text } else { fold.text(found) };
        found == *query
    }
}

/// A text without capitals, diacritics and kinds of marks, for [`Pattern::begins_a_word`].
pub fn folded(text: &str) -> String {
    Fold::ALL.text(text)
}

/// Letters of scripts that set no spaces between words: Thai to Khmer, Kana, Han.
fn is_of_unparted_script(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{20000}'..)
}

/// A text as it is searched, to be made once for many searches.
#[derive(Clone, Debug)]
pub struct Folded {
    plain: Index,
    /// Also with words put together again that a hyphen and a line end had parted, if there are any.
    joined: Option<Index>,
}

impl Folded {
    /// Folds `text`, in time and memory in proportion to it.
    pub fn new(text: &str) -> Self {
        let joined = has_parted_word(text).then(|| Index::new(text, Fold::ALL, true));
        Self { plain: Index::new(text, Fold::ALL, false), joined }
    }
}

/// What still counts after folding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fold {
    case: bool,
    marks: bool,
}

impl Fold {
    const ALL: Fold = Fold { case: false, marks: false };

    fn text(self, text: &str) -> String {
        Index::new(text, self, false).text
    }

    /// Appends what becomes of one character.
    fn push(self, c: char, out: &mut String) {
        if is_ignored(c) {
            return;
        }
        if let Some(mark) = plain_mark(c) {
            out.push(mark);
            return;
        }
        if ('\u{ac00}'..='\u{d7a3}').contains(&c) {
            // A Korean syllable is a letter to its reader: it does not match the beginning of another.
            out.push(c);
            return;
        }
        for part in std::iter::once(c).nfkd() {
            // A mark without a letter before it marks nothing.
            if is_diacritic(part) && (!self.marks || out.is_empty() || out.ends_with(' ')) {
                continue;
            }
            match part {
                _ if self.case => out.push(part),
                'ß' | 'ẞ' => out.push_str("ss"),
                'ς' => out.push('σ'),
                _ => out.extend(part.to_lowercase().filter(|lower| self.marks || !is_diacritic(*lower))),
            }
        }
    }
}

/// A folded text, and where in the original each place of it lies.
#[derive(Clone, Debug)]
struct Index {
    text: String,
    joins: bool,
    /// Wherever a character and what became of it differ in length; between two of these both run on byte by byte.
    steps: Vec<Step>,
}

#[derive(Clone, Copy, Debug)]
struct Step {
    folded: usize,
    folded_len: usize,
    source: usize,
    source_len: usize,
}

impl Index {
    fn new(text: &str, fold: Fold, joins: bool) -> Self {
        let mut index = Self { text: String::with_capacity(text.len()), joins, steps: Vec::new() };
        let mut at = 0;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            at += index.push(text, at, c, fold);
        }
        index
    }

    /// Takes in the character at `at`, and with white space all of the run; says how many bytes that was.
    fn push(&mut self, text: &str, at: usize, c: char, fold: Fold) -> usize {
        let folded = self.text.len();
        let len = match c {
            'A'..='Z' if !fold.case => {
                self.text.push(c.to_ascii_lowercase());
                1
            }
            '!'..='~' if c != '`' && !(self.joins && c == '-') => {
                self.text.push(c);
                1
            }
            _ if c.is_whitespace() => {
                self.text.push(' ');
                white_run(text, at)
            }
            _ if self.joins && is_hyphen(c) => match parted_word(text, at, c) {
                Some(len) => len,
                None => {
                    fold.push(c, &mut self.text);
                    c.len_utf8()
                }
            },
            _ => {
                fold.push(c, &mut self.text);
                c.len_utf8()
            }
        };
        let folded_len = self.text.len() - folded;
        if folded_len != len || self.text.get(folded..).is_some_and(|new| new.chars().nth(1).is_some()) {
            self.steps.push(Step { folded, folded_len, source: at, source_len: len });
        }
        len
    }

    /// The bytes of the original that became `start..end`; `None` when that begins or ends within one character's.
    fn span(&self, start: usize, end: usize) -> Option<Span> {
        Some(Span::new(self.source_of(start)?, self.source_of(end)?))
    }

    /// Where the character that became what begins at `at` stands. What was left out belongs to what is before it.
    fn source_of(&self, at: usize) -> Option<usize> {
        let before = |step: &Step| step.folded < at || (step.folded == at && step.folded_len == 0);
        let Some(step) = self.steps.partition_point(before).checked_sub(1).and_then(|i| self.steps.get(i)) else {
            return Some(at);
        };
        let on = at.checked_sub(step.folded + step.folded_len)?;
        Some(step.source + step.source_len + on)
    }
}

/// The length of the white space at `at`, in bytes.
fn white_run(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.len() - rest.trim_start().len()
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}')
}

/// Whether a hyphen, white space and then the rest of a word stand anywhere.
fn has_parted_word(text: &str) -> bool {
    text.match_indices(is_hyphen)
        .any(|(at, hyphen)| hyphen.chars().next().is_some_and(|c| parted_word(text, at, c).is_some()))
}

/// The length of the hyphen at `at` and the white space behind it, if they part a word as at the end of a line.
fn parted_word(text: &str, at: usize, hyphen: char) -> Option<usize> {
    let behind = at + hyphen.len_utf8();
    let white = white_run(text, behind);
    let before = text.get(..at)?.chars().next_back()?;
    let after = text.get(behind + white..)?.chars().next()?;
    (white > 0 && before.is_alphabetic() && after.is_lowercase()).then_some(behind + white - at)
}

/// Whether a character is left out because nobody types it: format characters, joiners, variation selectors, tatweel.
fn is_ignored(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    ) || (safe::stand_in(c).is_some() && !c.is_whitespace())
}

/// The one quotation mark, apostrophe or dash that stands for all of its kind.
fn plain_mark(c: char) -> Option<char> {
    match c {
        '`' | '´' | '‘' | '’' | '‚' | '‛' | '′' | '‹' | '›' | 'ʼ' => Some('\''),
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => Some('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Some('-'),
        _ => None,
    }
}

/// Marks that readers leave out when they type: accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowels. The
/// vowel signs of other scripts are letters to their readers.
fn is_diacritic(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}'
            | '\u{5c4}'..='\u{5c5}' | '\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
            | '\u{6df}'..='\u{6e4}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

fn has_diacritics(query: &str) -> bool {
    !query.is_ascii() && query.nfd().any(is_diacritic)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop, prop_assert, prop_assert_eq, proptest};

    use super::{Folded, Index, Pattern};
    use crate::text::Span;

    fn found<'a>(query: &str, text: &'a str) -> Vec<&'a str> {
        Pattern::new(query).matches(text).into_iter().map(|span| span.slice(text).unwrap()).collect()
    }

    #[test]
    fn a_query_finds_what_its_writer_means() {
        for (query, text, want) in [
            ("ferry", "The Ferry, the FERRY, the ferry", vec!["Ferry", "FERRY", "ferry"]),
            ("Ferry", "The Ferry, the FERRY, the ferry", vec!["Ferry"]),
            ("cafe", "café, cafe\u{301}, CAFÉ", vec!["café", "cafe\u{301}", "CAFÉ"]),
            ("café", "café, cafe\u{301}, cafe, CAFÉ", vec!["café", "cafe\u{301}", "CAFÉ"]),
            ("éte", "été", vec![]),
            ("two  words", "two\u{a0}words two\n  words twowords", vec!["two\u{a0}words", "two\n  words"]),
            ("cooperation", "co\u{ad}op\u{ad}er\u{ad}ation", vec!["co\u{ad}op\u{ad}er\u{ad}ation"]),
            ("example", "an exam-\nple, an exam- ple", vec!["exam-\nple", "exam- ple"]),
            ("Example", "an Exam-\nple, an exam-\nple", vec!["Exam-\nple"]),
            ("pre-", "pre- and post-war", vec!["pre-"]),
            ("and post", "pre- and post-war", vec!["and post"]),
            ("\"don't\"", "“don’t” «don't»", vec!["“don’t”", "«don't»"]),
            ("2014-06", "2014–06", vec!["2014–06"]),
            ("strasse", "Straße STRASSE", vec!["Straße", "STRASSE"]),
            ("office", "the oﬃce", vec!["oﬃce"]),
            ("of", "the oﬃce of", vec!["of"]),
            ("λογος", "ΛΌΓΟΣ λόγος", vec!["ΛΌΓΟΣ", "λόγος"]),
            ("하", "한 하", vec!["하"]),
            ("か", "が か", vec!["か"]),
            ("میخواهم", "می\u{200c}خواهم", vec!["می\u{200c}خواهم"]),
            ("כתב", "כָּתַב", vec!["כָּתַב"]),
            ("ＡＢＣ", "ＡＢＣ", vec!["ＡＢＣ"]),
            ("aa", "aaaa", vec!["aa", "aa"]),
            ("", "text", vec![]),
            ("  ", "two words", vec![]),
            ("\u{ad}", "co\u{ad}op", vec![]),
        ] {
            assert_eq!(found(query, text), want, "{query:?} in {text:?}");
        }
    }

    fn fold(pattern: &Pattern, text: &str, joins: bool) -> String {
        let fold = pattern.strict.as_ref().map_or(super::Fold::ALL, |(fold, _)| *fold);
        Index::new(text, fold, joins).text
    }

    fn assert_found_at_its_place(text: &str, place: Span) -> Result<(), proptest::test_runner::TestCaseError> {
        let query = place.slice(text).unwrap();
        let pattern = Pattern::new(query);
        let matches = pattern.matches_in(text, &Folded::new(text));
        prop_assert!(pattern.is_empty() || matches.iter().any(|span| span.overlaps(place)), "{:?}", query);
        for pair in matches.windows(2) {
            prop_assert!(pair[0].end() <= pair[1].start());
        }
        for span in matches {
            let found = span.slice(text).unwrap();
            let want = fold(&pattern, query, false);
            prop_assert!(fold(&pattern, found, false) == want || fold(&pattern, found, true) == want);
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn every_part_of_a_text_is_found_where_it_stands(
            parts in prop::collection::vec(prop::sample::select(vec![
                "a", "b", "A", "é", "e\u{301}", " ", "\u{a0}", "\n", "-", "- ", "’", "\"", "\u{ad}", "ß", "ﬁ", "한", "か", "が", "ي", "\u{650}",
                "क", "ि", "\u{200d}", "👩", "İ", "ς", "½", "…", "—", "漢", "\u{1b}",
            ]), 1..40),
            from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()
        ) {
            let text = parts.concat();
            // Marks belong to the letter before them: a query begins with a letter.
            let starts: Vec<usize> = text.char_indices()
                .filter(|(_, c)| !super::is_diacritic(*c) && !super::is_ignored(*c)).map(|(at, _)| at).collect();
            let mut edges: Vec<usize> = starts.clone();
            edges.push(text.len());
            if !starts.is_empty() {
                let (a, b) = (starts[from.index(starts.len())], edges[to.index(edges.len())]);
                if a < b {
                    assert_found_at_its_place(&text, Span::new(a, b))?;
                }
            }
        }

        #[test]
        fn no_query_and_no_text_upsets_it(query in any::<String>(), text in any::<String>()) {
            for span in Pattern::new(&query).matches(&text) {
                prop_assert!(span.slice(&text).is_some_and(|found| !found.is_empty()));
            }
            prop_assert_eq!(Pattern::new(&text).is_empty() || !Pattern::new(&text).matches(&text).is_empty(), true);
        }
    }
}
