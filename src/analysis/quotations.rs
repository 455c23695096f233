//! Quotations that run over several sentences: which sentences begin or end inside one, what marks would close them, and
//! which sentence says who is speaking. By the marks alone. Refuses to guess at a mark that is missing inside a sentence.

use crate::analysis::attribution::german::{is_reported, may_go_on_reporting};
use crate::analysis::attribution::{Attribution, attribution};
use crate::analysis::reading::Reading;
use crate::article::{Paragraph, ParagraphNo};
use crate::text::marks::Marks;
use crate::text::{Offset, Span, segment};

/// How a sentence stands in quotations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quoted {
    /// The opening mark it lacks, where it begins inside a quotation.
    pub lacks_opening: Option<char>,
    /// The closing mark it lacks, where it ends inside one.
    pub lacks_closing: Option<char>,
    /// Whether it stands behind a mark that nothing closes: nobody knows how far that quotation goes.
    pub doubtful: bool,
    /// The sentence that names who is speaking, where it is another one.
    pub speaker: Option<usize>,
}

impl Quoted {
    /// The spans of the sentence's text inside double quotation marks, without the marks.
    pub fn spans(self, text: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut open = self.lacks_opening.map(|_| 0);
        if open.is_none() && text.is_ascii() && !text.contains('"') {
            return spans;
        }
        let (mut marks, mut before) = (Marks::opened(self.lacks_opening), None);
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if !may_be_mark(c) {
                before = Some(c);
                continue;
            }
            let turn = marks.opens(before, c, chars.peek().map(|(_, next)| *next));
            before = Some(c);
            match (turn, c, open) {
                (Some(true), _, _) | (_, '"', None) => open = Some(at + c.len_utf8()),
                (Some(false), _, Some(from)) | (_, '"', Some(from)) => {
                    spans.push(Span::new(from, at));
                    open = None;
                }
                _ => {}
            }
        }
        spans.extend(open.filter(|_| self.lacks_closing.is_some()).map(|from| Span::new(from, text.len())));
        spans
    }
}

/// A part of a sentence that says one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it stands in the sentence.
    pub span: Span,
    /// How it stands in quotations.
    pub quoted: Quoted,
}

impl Quoted {
    /// Whether the text begins or ends inside what is no speech but a few words in quotation marks: 'the “Gone.', 'We’re on
    /// it” campaign'.
    pub fn cuts_a_name(self, text: &str) -> bool {
        const FEW: usize = 4;
        if self.lacks_opening.is_none() && self.lacks_closing.is_none() {
            return false;
        }
        let spans = self.spans(text);
        let few = |span: &Span| span.slice(text).map_or(0, segment::word_count) < FEW;
        let begins = self.lacks_opening.and_then(|_| spans.first()).is_some_and(|first| {
            let behind = text.get(first.end().bytes()..).unwrap_or("").trim_start_matches(['"', '”', '»', '“', ' ']);
            few(first) && behind.starts_with(char::is_lowercase)
        });
        let ends =
            self.lacks_closing.and_then(|_| spans.last()).is_some_and(|last| few(last) && last.start().bytes() > 1);
        begins || ends
    }

    /// The sentences that a sentence, the one numbered `at`, joins because it quotes them; itself, where it is one.
    /// `credited` says whether it credits somebody.
    pub fn parts(self, at: usize, text: &str, credited: bool) -> Vec<Part> {
        let whole = || vec![Part { span: Span::whole(text), quoted: self }];
        // Only a short quotation joins sentences.
        if !text.contains(['"', '“', '”', '„', '«', '»']) {
            return whole();
        }
        let spans = segment::sentences_inside(text);
        let quotations = self.spans(text);
        // '“Gone. We’re on it” is rolling out': a stop within a name.
        let tiny = |span: &Span| {
            let quoted = quotations.iter().find(|q| q.start() < span.end() && span.end() <= q.end());
            let opening = quoted.and_then(|q| Span::new(q.start(), span.end()).slice(text));
            opening.is_some_and(|opening| segment::word_count(opening) < 4)
        };
        if spans.len() < 2 || spans.iter().any(tiny) {
            return whole();
        }
        let cut = |place: Offset| {
            let quotation = quotations.iter().find(|q| q.start() < place && place <= q.end())?;
            let before = text.get(..quotation.start().bytes()).and_then(|t| t.chars().next_back());
            PAIRS.iter().find(|(open, _)| Some(*open) == before.or(self.lacks_opening))
        };
        let part = |span: Span| {
            let quoted = Quoted {
                lacks_opening: cut(span.start()).map(|(open, _)| *open),
                lacks_closing: cut(span.end()).map(|(_, close)| *close),
                doubtful: self.doubtful,
                speaker: if credited { Some(at) } else { self.speaker },
            };
            Part { span, quoted }
        };
        spans.into_iter().map(part).collect()
    }
}

/// The quotations of an article, and whom it credits, sentence by sentence.
pub struct Quotations {
    quoted: Vec<Quoted>,
    credited: Vec<Option<Attribution>>,
}

/// An opening mark and the one that closes it.
type Pair = (char, char);

/// Pairs of marks. One that may both open and close is told by the characters around it.
const PAIRS: [Pair; 7] = [('“', '”'), ('"', '"'), ('«', '»'), ('„', '“'), ('„', '”'), ('»', '«'), SINGLE];

/// The single marks of British pages, of which one is an apostrophe too.
const SINGLE: Pair = ('‘', '’');

impl Quotations {
    /// Finds the quotations of an article.
    pub fn of(reading: &Reading<'_>) -> Self {
        Self::crediting(reading, attribution)
    }

    /// The same, where `credit` finds whom a sentence credits.
    pub fn crediting(reading: &Reading<'_>, credit: impl Fn(&str) -> Option<Attribution>) -> Self {
        let mut quoted: Vec<Quoted> = vec![Quoted::default(); reading.sentences.len()];
        let (mut from, mut open) = (0, None);
        for paragraph in reading.sentences.chunk_by(|a, b| a.paragraph == b.paragraph) {
            if let (Some(part), Some(first)) = (quoted.get_mut(from..from + paragraph.len()), paragraph.first()) {
                open = mark(reading, first.paragraph, from, part, open);
            }
            from += paragraph.len();
        }
        let credited = reading.sentences.iter().map(|s| credit(s.text)).collect();
        let mut all = Self { quoted, credited };
        for at in 0..all.quoted.len() {
            let speaker = all.speaker_of(reading, at);
            if let Some(one) = all.quoted.get_mut(at) {
                one.speaker = speaker;
            }
        }
        all
    }

    /// Whom a sentence credits, as it stands in the article.
    pub fn credited(&self, sentence: usize) -> Option<Attribution> {
        self.credited.get(sentence).copied().flatten()
    }

    /// How a sentence stands in them; as in none where there is no such sentence.
    pub fn at(&self, sentence: usize) -> Quoted {
        self.quoted.get(sentence).copied().unwrap_or_default()
    }

    /// The other sentence that credits somebody with what a sentence quotes: one of the same quotation, or the one before
    /// it in the same paragraph, which credits somebody and is gone on from with a quotation.
    fn speaker_of(&self, reading: &Reading<'_>, at: usize) -> Option<usize> {
        let sentence = reading.sentences.get(at)?;
        let credits = |i: &usize| self.credited(*i).is_some();
        if credits(&at) {
            return None;
        }
        if is_told_on(reading, at) {
            return self.reported_by(reading, at);
        }
        let goes_on = |i: &usize| self.at(*i).lacks_closing.is_some();
        let last = (at..reading.sentences.len()).find(|i| !goes_on(i)).unwrap_or(at);
        let first = (0..=at).rev().find(|i| self.at(*i).lacks_opening.is_none()).unwrap_or(at);
        if let Some(own) = (first..=last).find(credits) {
            return Some(own);
        }
        let opens = reading.sentences.get(first)?.text.starts_with(['"', '“', '«', '„', '‘']);
        let before = first.checked_sub(1).filter(|_| opens)?;
        let earlier = reading.sentences.get(before)?;
        if earlier.paragraph != sentence.paragraph {
            return None;
        }
        // '"A," Hale said. "B." "C."': the speaker of the quotation before this one.
        let quotes = earlier.text.contains(['"', '“', '«', '„', '‘']) || self.at(before).lacks_opening.is_some();
        if credits(&before) { Some(before) } else { self.at(before).speaker.filter(|_| quotes) }
    }
}

/// Whether a German sentence tells what somebody else says: by its mood, or by a mood that may do so beside a sentence of its
/// paragraph that does.
pub fn is_told_on(reading: &Reading<'_>, at: usize) -> bool {
    let Some(sentence) = reading.sentences.get(at).filter(|_| reading.language.tag() == Some("de")) else {
        return false;
    };
    let beside = |other: Option<usize>| {
        let other = other.and_then(|other| reading.sentences.get(other));
        other.is_some_and(|other| other.paragraph == sentence.paragraph && is_reported(other.text))
    };
    is_reported(sentence.text)
        || may_go_on_reporting(sentence.text) && (beside(at.checked_sub(1)) || beside(Some(at + 1)))
}

impl Quotations {
    /// The sentence before in the same paragraph, or the one that it goes on from, where it credits somebody with what goes
    /// on here.
    fn reported_by(&self, reading: &Reading<'_>, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let (here, earlier) = (reading.sentences.get(at)?, reading.sentences.get(before)?);
        let goes_on = here.paragraph == earlier.paragraph;
        let by = if self.credited(before).is_some() { Some(before) } else { self.at(before).speaker };
        by.filter(|_| goes_on)
    }
}

/// Marks the sentences of a paragraph that begin or end inside a quotation. `from` is the number of its first sentence, `open`
/// the quotation that an earlier paragraph left open; the one that this paragraph leaves open is returned.
fn mark(
    reading: &Reading<'_>,
    paragraph: ParagraphNo,
    from: usize,
    quoted: &mut [Quoted],
    open: Option<Pair>,
) -> Option<Pair> {
    let text = reading.article.paragraph(paragraph).map(|p| p.text.as_str())?;
    let behind = reading.article.paragraphs().get(paragraph.index() + 1..).unwrap_or_default();
    let mut open = open.filter(|(mark, _)| !text.starts_with(*mark));
    let english = reading.language.tag().is_none_or(|tag| tag == "en");
    let (turns, left_open) = turns(text, open, behind, english);
    let (mut turns, mut doubtful) = (turns.into_iter().peekable(), false);
    let mut open_at = |byte: usize| {
        while let Some(turn) = turns.next_if(|turn| turn.at < byte) {
            (open, doubtful) = (turn.opens, turn.doubtful);
        }
        (open, doubtful)
    };
    for (at, one) in quoted.iter_mut().enumerate() {
        let Some(sentence) = reading.sentences.get(from + at) else { break };
        let starts_with = |mark: char| sentence.text.starts_with(mark);
        let (opened, before) = open_at(sentence.span.start().bytes());
        one.lacks_opening = opened.map(|(open, _)| open).filter(|open| !starts_with(*open));
        let (closed, behind) = open_at(sentence.span.end().bytes());
        one.lacks_closing = closed.map(|(_, close)| close);
        one.doubtful = before && behind;
    }
    left_open
}

/// Whether a character may be a quotation mark: of most it is plain at once that they are none.
const fn may_be_mark(c: char) -> bool {
    !c.is_ascii() || c == '"'
}

/// Where a quotation begins or ends.
struct Turn {
    at: usize,
    /// Its marks, where it begins.
    opens: Option<Pair>,
    /// Whether nothing closes what begins here.
    doubtful: bool,
}

/// Where the quotations of a paragraph begin and end, and the one that goes on behind it; `open` is the one it begins in. A
/// quotation counts only when it is closed before the next one opens, or goes on in a later paragraph, which opens it again or
/// closes it; a mark that closes what was never opened is none.
fn turns(text: &str, mut open: Option<Pair>, behind: &[Paragraph], english: bool) -> (Vec<Turn>, Option<Pair>) {
    if open.is_none() && text.is_ascii() && !text.contains('"') {
        return (Vec::new(), None);
    }
    let mut turns: Vec<Turn> =
        open.map(|marks| Turn { at: 0, opens: Some(marks), doubtful: false }).into_iter().collect();
    let mut before = ' ';
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if !may_be_mark(c) {
            before = c;
            continue;
        }
        let after = rest.peek().map_or(' ', |&(_, next)| next);
        let starts = before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–' | '-' | '\'' | '‘');
        let ends = after.is_whitespace() || !after.is_alphanumeric();
        // A straight mark is told by the characters around it.
        let (may_open, may_close) = match c {
            '"' => (starts || !ends, ends || !starts),
            // '”It was dark.”': a page that knows one mark only.
            '”' => (starts && !ends, !starts || ends),
            // Inside of double marks, a single one opens a quotation within theirs.
            '‘' => (starts && open.is_none_or(|marks| marks == SINGLE), false),
            // 'The workers’ rights': no mark.
            '’' => {
                (false, matches!(before, '.' | ',' | '!' | '?' | '…') || !after.is_alphanumeric() && before != 's')
            }
            _ => (true, true),
        };
        let closing = may_close && open.is_some_and(|(_, close)| c == close);
        let same = if c == '”' { '“' } else { c };
        let opening = PAIRS.iter().find(|(mark, _)| may_open && *mark == same);
        before = c;
        if closing {
            turns.push(Turn { at, opens: None, doubtful: false });
            open = None;
        } else if let Some(&marks) = opening {
            void(&mut turns);
            turns.push(Turn { at, opens: Some(marks), doubtful: false });
            open = Some(marks);
        }
    }
    let again = |(mark, _): &Pair| behind.first().is_some_and(|next| next.text.starts_with(*mark));
    let left_open = open.filter(|marks| again(marks) || english && closes(behind, *marks));
    if left_open.is_none() {
        void(&mut turns);
    }
    (turns, left_open)
}

/// Whether the first mark in the next paragraphs closes a quotation that the one before left open. Of marks that look alike
/// that cannot be told.
fn closes(behind: &[Paragraph], (open, close): Pair) -> bool {
    /// Paragraphs that one quotation runs over, at most, without marks between them.
    const PARAGRAPHS: usize = 8;
    if (open, close) != ('“', '”') {
        return false;
    }
    let marks = behind.iter().take(PARAGRAPHS).flat_map(|paragraph| paragraph.text.chars());
    marks.into_iter().find(|c| *c == open || *c == close) == Some(close)
}

/// Takes back the last quotation, where it is open.
fn void(turns: &mut [Turn]) {
    if let Some(last) = turns.last_mut() {
        last.doubtful = last.opens.is_some_and(|marks| marks != SINGLE);
        last.opens = None;
    }
}

#[cfg(test)]
mod tests {
    use super::Quotations;
    use crate::analysis::reading::Reading;
    use crate::article::Article;
    use crate::text::stem::Language;

    /// For each sentence of a text, the marks it lacks and the sentence that says who speaks.
    fn of(text: &str) -> Vec<(String, Option<usize>)> {
        let article = Article::parse(text);
        let reading = Reading::of(&article, Language::of_tag("en"), &[]);
        let quotations = Quotations::of(&reading);
        let one = |at| {
            let quoted = quotations.at(at);
            (quoted.lacks_opening.into_iter().chain(quoted.lacks_closing).collect(), quoted.speaker)
        };
        (0..reading.sentences.len()).map(one).collect()
    }

    #[test]
    fn what_follows_a_mark_that_nothing_closes_is_doubtful() {
        let doubtful = |text: &str| {
            let article = Article::parse(text);
            let reading = Reading::of(&article, Language::of_tag("en"), &[]);
            let quotations = Quotations::of(&reading);
            (0..reading.sentences.len()).map(|at| quotations.at(at).doubtful).collect::<Vec<_>>()
        };
        assert_eq!(doubtful("Hale said: “The fog came. The ship sank.\n\nThe port was shut."), [false, true, false]);
        assert_eq!(doubtful("A 6\" gun was lost. The ship sank."), [false, false]);
        assert_eq!(doubtful("It was in the ‘90s. The ship sank."), [false, false]);
    }

    #[test]
    fn a_quotation_of_several_sentences_has_its_marks_and_its_speaker() {
        const DARK: &str = "The light on the point was out from nine in the evening until well past midnight, and \
            none of us saw the ship before noon.";
        const FOG: &str =
            "The fog came in from the sea with the tide, and stayed on the bay for two whole days and nights.";
        for (text, expected) in [
            ("Hale said the ship sank. \"It was dark.\"".to_owned(), vec![("", None), ("", Some(0))]),
            (
                format!("\"It was dark,\" Hale said. \"{DARK} {FOG}\""),
                vec![("", None), ("\"", Some(0)), ("\"", Some(0))],
            ),
            (
                format!("“{DARK} {FOG} {},” Hale said.", DARK.trim_end_matches('.')),
                vec![("”", Some(2)), ("“”", Some(2)), ("“", None)],
            ),
            (format!("\"{DARK} {FOG}\""), vec![("\"", None), ("\"", None)]),
            ("The ship sank. \"It was dark.\"".to_owned(), vec![("", None), ("", None)]),
            // A mark that is missing, and a quotation that goes on in the next paragraph.
            (format!("\"{DARK} {FOG} {DARK} \"It was dark,\" Hale said."), vec![("", None); 3]),
            (format!("\"{DARK} {FOG}\n\n{DARK}"), vec![("", None), ("", None), ("", None)]),
            (
                format!("\"{DARK} {FOG}\n\n\"It was dark,\" Hale said."),
                vec![("\"", Some(2)), ("\"\"", Some(2)), ("", None)],
            ),
            (
                format!("‘{DARK} {FOG} The workers’ boat was out,’ Hale said. ‘It was dark.’"),
                vec![("’", Some(2)), ("‘’", Some(2)), ("‘", None), ("", Some(2))],
            ),
            (format!("Hale said: “{DARK}\n\n{FOG}\n\n{DARK}”"), vec![("”", None), ("“”", Some(0)), ("“", Some(0))]),
            (format!("Hale said, ”{DARK} {FOG}”"), vec![("”", None), ("“", Some(0))]),
            ("A 6\" gun was lost. The ship sank.".to_owned(), vec![("", None), ("", None)]),
            ("Hale said so.\n\n\"It was dark.\"".to_owned(), vec![("", None), ("", None)]),
        ] {
            let expected: Vec<(String, Option<usize>)> = expected.into_iter().map(|(m, s)| (m.to_owned(), s)).collect();
            assert_eq!(of(&text), expected, "{text}");
        }
    }
}
