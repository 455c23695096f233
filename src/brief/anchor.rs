//! Anchors: makes them, and finds their passages again. A state is given only for what is surely the passage: the
//! nearest lookalike is never chosen, and neither is one of several that are equally good.
//!
//! A quotation is sought as it stands, first where the hint says, then everywhere, then in folded text ([`super::fold`]).
//! An anchor without a hint is `exact` where its passage stands once: nothing says that it has moved.
//!
//! A digest knows only its folded passage, so that all of its search is over folded text: `exact` where the hint says,
//! else `moved`; never `repaired`. Nowhere may an edge cut a word or a number in two (212 is not in 2125, nor 'likely' in
//! 'unlikely'), unless the anchor's own context says that its passage was cut out so. Digests are made of whole words.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use memchr::memmem;
use sha2::{Digest, Sha256};

use super::fold::{self, Folded, cuts, fold};
use super::{Anchor, Passage};
use crate::article::{Article, ParagraphNo};
use crate::text::{Offset, Span};

/// How many characters of context a quotation keeps on either side.
const CONTEXT: usize = 32;

/// More matches than this are not counted.
const MOST: usize = 64;

/// What became of an anchor's passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It stands where the hint says.
    Exact,
    /// It stands in one other place.
    Moved,
    /// It stands in one place, set another way: white space, hyphens, quotation marks, ligatures.
    Repaired,
    /// It stands in several places, and nothing tells which is meant.
    Ambiguous,
    /// It does not stand in the article.
    Missing,
    /// The article is not here.
    Unattached,
}

impl State {
    /// Every state, from the best.
    pub const ALL: [State; 6] =
        [Self::Exact, Self::Moved, Self::Repaired, Self::Ambiguous, Self::Missing, Self::Unattached];

    /// Its name in messages and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Moved => "moved",
            Self::Repaired => "repaired",
            Self::Ambiguous => "ambiguous",
            Self::Missing => "missing",
            Self::Unattached => "unattached",
        }
    }

    /// Whether the passage was found.
    pub const fn is_found(self) -> bool {
        matches!(self, Self::Exact | Self::Moved | Self::Repaired)
    }
}

/// An anchor's state, and its passage's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The state.
    pub state: State,
    /// The paragraph and the span in it, in UTF-8 bytes, of what was found.
    pub place: Option<(ParagraphNo, Span)>,
    /// When it is ambiguous, how many places are equally good (at most 64 are counted); else 0.
    pub others: usize,
}

impl Found {
    /// What there is to say without an article.
    pub const UNATTACHED: Self = Self { state: State::Unattached, place: None, others: 0 };

    const MISSING: Self = Self { state: State::Missing, place: None, others: 0 };

    const fn at(state: State, place: (ParagraphNo, Span)) -> Self {
        Self { state, place: Some(place), others: 0 }
    }
}

impl Anchor {
    /// An anchor that quotes a span of a paragraph, with its context; `None` when the article has no such span or
    /// nothing is in it.
    pub fn quote(article: &Article, paragraph: ParagraphNo, span: Span) -> Option<Self> {
        let whole = &article.paragraph(paragraph)?.text;
        let text = span.slice(whole).filter(|t| !t.is_empty())?;
        let before = whole.get(..span.start().bytes())?;
        let after = whole.get(span.end().bytes()..)?;
        let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(i, _)| i);
        let before = before.get(from..).filter(|t| !t.is_empty()).map(str::to_owned);
        let after = Some(after.chars().take(CONTEXT).collect::<String>()).filter(|t| !t.is_empty());
        let passage = Passage::Quote { text: text.to_owned(), before, after };
        Some(Self { paragraph: Some(paragraph), span: Some(span), passage })
    }

    /// An anchor that recognises a span of a paragraph by its digest, widened to whole words; `None` when the article
    /// has no such span or nothing is in it that folding keeps.
    pub fn digest(article: &Article, paragraph: ParagraphNo, span: Span) -> Option<Self> {
        let whole = &article.paragraph(paragraph)?.text;
        span.slice(whole)?;
        let (mut start, mut end) = (span.start().bytes(), span.end().bytes());
        while start > 0 && (!whole.is_char_boundary(start) || cuts(whole, start)) {
            start -= 1;
        }
        while end < whole.len() && (!whole.is_char_boundary(end) || cuts(whole, end)) {
            end += 1;
        }
        let span = Span::new(start, end);
        let folded = Folded::of(span.slice(whole)?);
        let passage = Passage::Digest { digest: digest(&folded.text), length: folded.len() };
        (folded.len() > 0).then_some(Self { paragraph: Some(paragraph), span: Some(span), passage })
    }
}

/// The first 128 bits of SHA-256 over a folded passage, 32 lower-case hexadecimal digits.
fn digest(folded: &str) -> String {
    Sha256::digest(folded.as_bytes()).iter().take(16).map(|b| format!("{b:02x}")).collect()
}

/// 32 hexadecimal digits as bytes.
fn digest_bytes(digits: &str) -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    if digits.len() != 32 {
        return None;
    }
    for (i, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(digits.get(2 * i..2 * i + 2)?, 16).ok()?;
    }
    Some(bytes)
}

/// Finds the passages of anchors in one article. Built once, asked often.
#[derive(Debug)]
pub struct Finder {
    /// The paragraphs, each followed by an LF, which no paragraph holds.
    text: String,
    /// Where each paragraph begins in `text`, and at the end where the next would.
    starts: Vec<usize>,
    folded: OnceCell<Folded>,
    edges: OnceCell<Edges>,
}

/// A quotation and its edges: whether the anchor says that its passage was cut out of a word there.
struct Quotation<'a> {
    text: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
    cut_before: bool,
    cut_after: bool,
}

impl<'a> Quotation<'a> {
    fn new(text: &'a str, before: Option<&'a str>, after: Option<&'a str>) -> Self {
        let start = before.map_or(0, str::len);
        let around = [before.unwrap_or_default(), text, after.unwrap_or_default()].concat();
        let (cut_before, cut_after) = (cuts(&around, start), cuts(&around, start + text.len()));
        Self { text, before, after, cut_before, cut_after }
    }
}

impl Finder {
    /// A finder for an article.
    pub fn new(article: &Article) -> Self {
        let size = article.paragraphs().iter().map(|p| p.text.len() + 1).sum();
        let (mut text, mut starts) = (String::with_capacity(size), vec![0]);
        for paragraph in article.paragraphs() {
            text.push_str(&paragraph.text);
            text.push('\n');
            starts.push(text.len());
        }
        Self { text, starts, folded: OnceCell::new(), edges: OnceCell::new() }
    }

    /// Finds an anchor's passage.
    pub fn resolve(&self, anchor: &Anchor) -> Found {
        match &anchor.passage {
            Passage::Quote { text, before, after } => {
                self.find_quote(anchor, &Quotation::new(text, before.as_deref(), after.as_deref()))
            }
            Passage::Digest { digest, length } => self.find_digest(anchor, digest, *length),
        }
    }

    fn find_quote(&self, anchor: &Anchor, quote: &Quotation<'_>) -> Found {
        if quote.text.is_empty() {
            return Found::MISSING;
        }
        if let Some(place) = self.hinted(anchor).filter(|s| self.stands(quote, *s)).and_then(|s| self.place(s)) {
            return Found::at(State::Exact, place);
        }
        let whole: Vec<Span> = self.matches(quote.text).filter(|s| self.fits(quote, *s)).take(MOST).collect();
        if let (None, Some(paragraph)) = (anchor.span, anchor.paragraph) {
            // A hint without a span is met by the one match in its paragraph.
            let mut there = whole.iter().filter_map(|s| self.place(*s)).filter(|(no, _)| *no == paragraph);
            if let (Some(place), None) = (there.next(), there.next()) {
                return Found::at(State::Exact, place);
            }
        }
        if !whole.is_empty() {
            return self.the_one(unhinted(anchor), &whole, quote);
        }
        let weights = fold::weights(quote.text);
        let alike = |span: &Span| span.slice(&self.text).is_some_and(|t| fold::weights(t) == weights);
        let found: Vec<Span> =
            self.folded_matches(&fold(quote.text)).filter(|s| self.fits(quote, *s)).take(MOST).collect();
        let found: Vec<Span> = found.into_iter().filter(alike).collect();
        self.the_one(State::Repaired, &found, quote)
    }

    /// The hint as a span of [`Finder::text`].
    fn hinted(&self, anchor: &Anchor) -> Option<Span> {
        let index = anchor.paragraph?.index();
        let (start, next) = (*self.starts.get(index)?, *self.starts.get(index + 1)?);
        let span = anchor.span?;
        (span.end().bytes() < next - start).then(|| span.within(start.into()))
    }

    /// Whether the quotation stands at the hinted place.
    fn stands(&self, quote: &Quotation<'_>, span: Span) -> bool {
        span.slice(&self.text) == Some(quote.text)
            && !self.runs_on(span.start(), quote.before.is_some(), quote.cut_before)
            && !self.runs_on(span.end(), quote.after.is_some(), quote.cut_after)
    }

    /// Whether a word or number runs on over an edge of the hinted place that was whole when the anchor was made. Where
    /// the anchor has no context to tell, only a number that runs on speaks against it.
    fn runs_on(&self, at: Offset, has_context: bool, was_cut: bool) -> bool {
        let figure = |c: Option<char>| c.is_some_and(char::is_numeric);
        let before = self.text.get(..at.bytes()).and_then(|t| t.chars().next_back());
        let after = self.text.get(at.bytes()..).and_then(|t| t.chars().next());
        !was_cut && self.cuts(at) && (has_context || figure(before) || figure(after))
    }

    /// Whether a match lies in one paragraph and cuts no word but where the quotation was cut out so.
    fn fits(&self, quote: &Quotation<'_>, span: Span) -> bool {
        (quote.cut_before || !self.cuts(span.start()))
            && (quote.cut_after || !self.cuts(span.end()))
            && self.place(span).is_some()
    }

    /// Every place where the words stand, overlapping ones too.
    fn matches<'a>(&'a self, words: &'a str) -> impl Iterator<Item = Span> + 'a {
        overlapping(&self.text, words).map(|at| Span::new(at, at + words.len()))
    }

    fn folded_matches<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = Span> + 'a {
        let (all, length) = (self.folded(), folded.chars().count());
        let starts = overlapping(&all.text, folded).filter_map(|byte| all.character_at(byte));
        starts.filter_map(move |character| all.window(character, length).map(|(_, span)| self.with_sign(span)))
    }

    /// The span with the sign of the number it begins with, which folding drops.
    fn with_sign(&self, span: Span) -> Span {
        let before = self.text.get(..span.start().bytes()).unwrap_or_default();
        let signed = before.chars().next_back().filter(|c| fold::is_hyphen(*c) && self.cuts(span.start()));
        Span::new(span.start().minus(signed.map_or(0, char::len_utf8)), span.end())
    }

    fn cuts(&self, at: Offset) -> bool {
        cuts(&self.text, at.bytes())
    }

    fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::of(&self.text))
    }

    /// A span of [`Finder::text`] as a paragraph and a span in it, when it lies in one.
    fn place(&self, span: Span) -> Option<(ParagraphNo, Span)> {
        let index = self.starts.partition_point(|s| *s <= span.start().bytes()).checked_sub(1)?;
        let next = *self.starts.get(index + 1)?;
        let within = span.from((*self.starts.get(index)?).into())?;
        (span.end().bytes() < next).then(|| (ParagraphNo::at(index), within))
    }

    /// The match that is meant: the only one, or the only one whose context is the quotation's.
    fn the_one(&self, state: State, matches: &[Span], quote: &Quotation<'_>) -> Found {
        let context = [quote.before, quote.after].map(|side| side.map(fold).filter(|side| !side.is_empty()));
        let scores: Vec<usize> = matches.iter().map(|s| self.context(&context, *s)).collect();
        let best = scores.iter().copied().max().unwrap_or(0);
        let mut tops = matches.iter().zip(&scores).filter(|(_, score)| **score == best).map(|(span, _)| *span);
        match (tops.next(), tops.next()) {
            (None, _) => Found::MISSING,
            (Some(span), None) => self.place(span).map_or(Found::MISSING, |place| Found::at(state, place)),
            (Some(_), Some(_)) => Found { state: State::Ambiguous, place: None, others: 2 + tops.count() },
        }
    }

    /// How many sides of a match stand in the context that the quotation kept, folded, from 0 to 2. A side counts wholly or
    /// not.
    fn context(&self, [before, after]: &[Option<String>; 2], span: Span) -> usize {
        if before.is_none() && after.is_none() {
            return 0;
        }
        let Some((no, within)) = self.place(span) else { return 0 };
        let paragraph = self.starts.get(no.index()).zip(self.starts.get(no.index() + 1));
        let Some(text) = paragraph.and_then(|(from, to)| self.text.get(*from..to - 1)) else { return 0 };
        let left = text.get(..within.start().bytes()).unwrap_or_default();
        let right = text.get(within.end().bytes()..).unwrap_or_default();
        usize::from(before.as_ref().is_some_and(|before| ends_folded(left, before)))
            + usize::from(after.as_ref().is_some_and(|after| starts_folded(right, after)))
    }

    fn find_digest(&self, anchor: &Anchor, digits: &str, length: usize) -> Found {
        let Some(wanted) = digest_bytes(digits) else { return Found::MISSING };
        if let Some(span) = self.hinted(anchor) {
            let folded = fold(span.slice(&self.text).unwrap_or_default());
            let same = folded.chars().count() == length
                && is_digest(&folded, &wanted)
                && !self.runs_on(span.start(), false, false)
                && !self.runs_on(span.end(), false, false);
            if let Some(place) = self.place(span).filter(|_| same) {
                return Found::at(State::Exact, place);
            }
        }
        let Some(passage) = self.passage_of(&wanted, length, anchor.paragraph) else { return Found::MISSING };
        let whole = Quotation::new("", None, None);
        let found: Vec<Span> = self.folded_matches(passage).filter(|s| self.fits(&whole, *s)).take(MOST).collect();
        self.the_one(unhinted(anchor), &found, &whole)
    }

    /// The folded passage of that digest: each window of the folded length that begins and ends with whole words is
    /// tried, those of paragraphs near the hint first.
    fn passage_of(&self, wanted: &[u8; 16], length: usize, hint: Option<ParagraphNo>) -> Option<&str> {
        let folded = self.folded();
        if length == 0 || length > folded.len() {
            return None;
        }
        let last = self.starts.len().checked_sub(2)?;
        let near = hint.map_or(0, ParagraphNo::index).min(last);
        let outward = || (0..=last).flat_map(|d| [near.checked_add(d).filter(|i| *i <= last), near.checked_sub(d)]);
        // Evidence is mostly made of whole sentences, of which there are few: they come first.
        [true, false].into_iter().find_map(|sentences| {
            let mut seen = BTreeSet::new();
            let order = outward().flatten().filter(|i| seen.insert(*i));
            order.into_iter().find_map(|index| self.passage_in(index, wanted, length, sentences))
        })
    }

    /// Whether a span begins and ends where sentences do, as far as a point can tell.
    fn is_of_sentences(&self, span: Span) -> bool {
        let before = self.text.get(..span.start().bytes()).unwrap_or_default().trim_end_matches(' ');
        let ends = |c: char| matches!(c, '.' | '!' | '?' | '…' | '"' | '”' | '’' | '\n' | ')');
        before.is_empty() || before.ends_with(ends) && span.slice(&self.text).is_some_and(|t| t.ends_with(ends))
    }

    fn passage_in(&self, index: usize, wanted: &[u8; 16], length: usize, sentences: bool) -> Option<&str> {
        let (folded, edges) = (self.folded(), self.edges());
        let paragraph = edges.paragraphs.get(index)?;
        let ends = |first: usize| first + length <= paragraph.end && edges.ends.get(first + length - 1) == Some(&true);
        let windows = paragraph.starts.iter().filter(|first| ends(**first)).filter_map(|f| folded.window(*f, length));
        windows
            .filter(|(_, span)| !sentences || self.is_of_sentences(*span))
            .map(|(text, _)| text)
            .find(|text| is_digest(text, wanted))
    }

    /// Where in the folded text a passage of whole words may begin and end: found once, so that for each digest only the
    /// few windows between such edges are looked at.
    fn edges(&self) -> &Edges {
        self.edges.get_or_init(|| {
            let folded = self.folded();
            let ends = |c: usize| folded.closes(c).is_some_and(|at| !cuts(&self.text, at));
            let begins =
                |c: usize| folded.opens(c).is_some_and(|at| !self.cuts(self.with_sign(Span::new(at, at)).start()));
            let bounds = self.starts.iter().map(|start| folded.first_from(*start)).collect::<Vec<_>>();
            let paragraph = |pair: &[usize]| match pair {
                [first, end] => Passages { starts: (*first..*end).filter(|c| begins(*c)).collect(), end: *end },
                _ => Passages::default(),
            };
            Edges {
                paragraphs: bounds.windows(2).map(paragraph).collect(),
                ends: (0..folded.len()).map(ends).collect(),
            }
        })
    }
}

/// Whether the folded text ends with what is folded. Only as much of the text is folded as that needs: the same quotation
/// may stand a hundred times in one long paragraph.
fn ends_folded(text: &str, end: &str) -> bool {
    let from = |bytes: usize| text.floor_char_boundary(text.len().saturating_sub(bytes));
    enough(end, text.len(), |bytes| text.get(from(bytes)..)).is_some_and(|near| near.ends_with(end))
}

/// Whether the folded text begins with what is folded.
fn starts_folded(text: &str, start: &str) -> bool {
    let to = |bytes: usize| text.floor_char_boundary(bytes.min(text.len()));
    enough(start, text.len(), |bytes| text.get(..to(bytes))).is_some_and(|near| near.starts_with(start))
}

/// So much of a text, folded, that it has more characters than what is sought in it, or all of it. What a cut changes in
/// folding is within a few characters of the cut.
fn enough<'t>(sought: &str, all: usize, part: impl Fn(usize) -> Option<&'t str>) -> Option<String> {
    const BESIDE: usize = 16;
    let wanted = sought.chars().count() + BESIDE;
    let mut bytes = wanted * 4;
    loop {
        let folded = fold(part(bytes)?);
        if bytes >= all || folded.chars().count() >= wanted {
            return Some(folded);
        }
        bytes *= 2;
    }
}

/// Where passages of whole words may begin and end, by folded character.
#[derive(Debug, Default)]
struct Edges {
    paragraphs: Vec<Passages>,
    ends: Vec<bool>,
}

/// Where a passage may begin in a paragraph, and the folded character behind its last.
#[derive(Debug, Default)]
struct Passages {
    starts: Vec<usize>,
    end: usize,
}

/// The state of a passage that is found where no hint leads: what was never said to be anywhere has not moved.
fn unhinted(anchor: &Anchor) -> State {
    if anchor.paragraph.is_none() && anchor.span.is_none() { State::Exact } else { State::Moved }
}

fn is_digest(folded: &str, wanted: &[u8; 16]) -> bool {
    Sha256::digest(folded.as_bytes()).iter().zip(wanted).all(|(a, b)| a == b)
}

/// Every byte at which `words` stands in `text`, overlapping ones too.
fn overlapping<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> + 'a {
    let finder = memmem::Finder::new(words);
    let mut from = 0;
    std::iter::from_fn(move || {
        if words.is_empty() {
            return None;
        }
        let at = from + finder.find(text.as_bytes().get(from..)?)?;
        from = at + 1;
        Some(at)
    })
}
