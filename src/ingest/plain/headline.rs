//! Which blocks above a pasted article are its title. Weighs how many of the article's words a block has, where it stands
//! and what follows it; names none where nothing is much more like one than the rest.

use std::cell::LazyCell;
use std::ops::Range;

use crate::ingest::metadata::date::{self, Slashes};
use crate::ingest::plain::body::Piece;
use crate::ingest::plain::head::{is_calling_line, is_name_line, is_source_line};
use crate::ingest::plain::shape::{Shape, is_unspaced};
use crate::ingest::plain::sign::Sign;
use crate::ingest::plain::words::{KINDS, LETTER_HEADS, SECTIONS};
use crate::text::lookup::Set;
use crate::text::outlet::has_outlet_word;

/// The longer words that the article uses, by their first letters: inflected forms count as one.
fn words_told(pieces: &[Piece], stretch: &Range<usize>) -> Set<String> {
    let text = stretch.clone().filter_map(|i| pieces.get(i)).filter(|p| p.sign.is_text()).take(60);
    text.flat_map(|p| stems(&p.block.text)).collect()
}

/// The first letters of longer words; of scripts without spaces every two letters that stand together.
fn stems(text: &str) -> Vec<String> {
    let mut stems = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let chars: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
        if chars.iter().any(|&c| is_unspaced(c)) {
            stems.extend(chars.windows(2).map(|pair| pair.iter().collect::<String>()));
        } else if chars.len() >= 4 || !word.is_ascii() {
            stems.push(chars.iter().take(stem_length(&chars)).collect());
        }
    }
    stems
}

/// How many letters of a word stay the same when it is inflected. A Korean syllable is one letter here.
fn stem_length(word: &[char]) -> usize {
    let is_korean = word.first().is_some_and(|c| ('\u{ac00}'..='\u{d7a3}').contains(c));
    if is_korean { 2 } else { 5 }
}

/// The longest title, in blocks: in a column its lines may stand apart.
const MOST_LINES: usize = 4;

/// A block or blocks that may be the title, and how much speaks for it.
struct Candidate {
    score: f32,
    range: Range<usize>,
    text: String,
    /// How many of its words the article uses.
    known: usize,
}

/// Finds the title above the text, which begins at `body`. A longer line below a title is the standfirst, so that of two
/// that may be the title and stand near each other the upper one is.
pub fn find(pieces: &[Piece], stretch: &Range<usize>, body: usize, wrapped: bool) -> Option<Range<usize>> {
    const FAR: usize = 40;
    const ENOUGH: f32 = 1.9;
    // Most texts have nothing above them: then no word of the article is asked for.
    let told = LazyCell::new(|| words_told(pieces, stretch));
    let mut found: Vec<Candidate> = Vec::new();
    let mut i = body.saturating_sub(FAR);
    while i < body {
        let range = lines(pieces, i, body, wrapped);
        i = range.end.max(i + 1);
        found.extend(candidate(pieces, range, body, &told).filter(|c| c.score >= ENOUGH));
    }
    let best = found.iter().max_by(|a, b| a.score.total_cmp(&b.score))?;
    let bare = found.iter().filter(|c| is_end_of(&c.text, &best.text)).max_by(|a, b| a.score.total_cmp(&b.score));
    let chosen = bare.or_else(|| upper(pieces, &found, best)).unwrap_or(best);
    Some(chosen.range.clone())
}

/// What the first line of a text is, where nothing but who wrote it and when stands between it and the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// A title, whatever its words.
    Title,
    /// A paragraph of its own, however short.
    Text,
}

/// What the first line of a text is: a title, where it ends without a full stop; part of the text where it is none and is
/// not plainly of the page either. None where it is, or where the head of the text has more lines than it.
pub fn first(pieces: &[Piece], stretch: &Range<usize>) -> Option<First> {
    const LONGEST: usize = 260;
    const LONGEST_ABOVE_BYLINE: usize = 600;
    let (first, next) = (pieces.first()?, pieces.get(1)?);
    let begins = pieces.iter().skip(1).position(|p| !is_source_line(p) && !p.twin)? + 1;
    let is_text = |p: &Piece| p.sign.is_text() || p.sign == Sign::Item;
    let signed = begins > 1;
    // A name alone above a text is its author's, unless a byline names another.
    let is_name = is_name_line(first) && !pieces.get(1..begins)?.iter().any(|p| p.sign == Sign::Byline);
    let text = first.block.text.as_str();
    let apart = signed || next.block.blanks > 0;
    let above_text = stretch.contains(&begins) && pieces.get(begins).is_some_and(is_text);
    if !above_text || !apart || is_name || is_of_page(first) {
        return None;
    }
    let longest = if signed { LONGEST_ABOVE_BYLINE } else { LONGEST };
    let open = !text.trim_end_matches(['”', '"', '’', '»', '“']).ends_with(['.', '。', ':', ',', ';']);
    if open && first.chars <= longest && (signed || first.sign == Sign::Words) {
        Some(First::Title)
    } else {
        (first.sign == Sign::Words).then_some(First::Text)
    }
}

/// Whether a line is plainly of the page or the letter that a text stood in: a button, a section's name, a day, a trail, the
/// paper's own name, the head of a letter.
fn is_of_page(piece: &Piece) -> bool {
    let text = piece.block.text.as_str();
    let low = text.to_lowercase();
    let bare = low.trim_matches(|c: char| !c.is_alphanumeric());
    let letter = low.split_once(':').is_some_and(|(head, _)| LETTER_HEADS.contains(&head.trim()));
    let section = SECTIONS.contains(&bare) || KINDS.iter().any(|(_, labels)| labels.contains(&bare));
    let line = matches!(piece.sign, Sign::Words | Sign::Sentence | Sign::Prose);
    !line
        || piece.copies > 2
        || !text.contains(char::is_alphabetic)
        || is_dated(piece)
        || is_calling_line(text)
        || is_trail(text)
        || has_outlet_word(text)
        || section
        || letter
        || text.contains("://")
}

/// Whether a line is another without the trail through the site that stands before it: `Home News Ferry runs aground`.
fn is_end_of(text: &str, line: &str) -> bool {
    let before = line.strip_suffix(text).unwrap_or_default();
    !before.is_empty() && before.len() < text.len() && before.ends_with(|c: char| !c.is_alphanumeric())
}

/// The title above a line that is more like one, and so its standfirst. A line of few words above a title is no title.
fn upper<'c>(pieces: &[Piece], found: &'c [Candidate], best: &Candidate) -> Option<&'c Candidate> {
    const NEAR_TOO: usize = 1;
    const NEARLY: f32 = 2.0;
    const MOST_OF_KICKER: usize = 30;
    let beside = |range: &Range<usize>| {
        let between = range.end..best.range.start;
        between.len() <= NEAR_TOO && between.filter_map(|i| pieces.get(i)).all(|p| !p.sign.is_page())
    };
    let chars = |range: &Range<usize>| range.clone().filter_map(|i| pieces.get(i)).map(|p| p.chars).sum::<usize>();
    let shorter = |range: &Range<usize>| (MOST_OF_KICKER..chars(&best.range)).contains(&chars(range));
    found.iter().find(|c| {
        let above = c.range.end <= best.range.start && beside(&c.range);
        above && c.known > 0 && shorter(&c.range) && c.score * NEARLY >= best.score
    })
}

/// The blocks from `i` that can only be a title together: a line that cannot end one and the next, or, where the text was
/// set in lines and a byline follows, all lines of large print.
fn lines(pieces: &[Piece], i: usize, body: usize, wrapped: bool) -> Range<usize> {
    let line = |j: usize| pieces.get(j).filter(|p| j < body && is_line(pieces, j, p));
    let Some(first) = line(i) else { return i..i + 1 };
    let close = |j: &usize| line(*j).filter(|p| p.block.blanks == 0);
    let end = (i + 1..i + MOST_LINES).find(|j| close(j).is_none()).unwrap_or(i + MOST_LINES);
    let above_byline = pieces.get(end).is_some_and(|p| p.block.blanks == 0 && is_source_line(p));
    let parts: Vec<&Piece> = (i..end).filter_map(line).collect();
    if wrapped && above_byline && is_broken_line(&parts) && !is_shouted(&first.block.text) {
        return i..end;
    }
    let goes_on = |b: &Piece| first.block.text.ends_with([':', '–', '—', ',']) || b.block.text.starts_with(": ");
    let second = close(&(i + 1)).is_some_and(goes_on);
    i..i + 1 + usize::from(second)
}

/// Whether blocks are one line that was broken where it was full: each but the last is a single line, and the first word
/// of the next would not have fitted in.
fn is_broken_line(parts: &[&Piece]) -> bool {
    const WIDEST: usize = 90;
    let widest = parts.iter().map(|p| p.chars).max().unwrap_or(0);
    let next_word = |p: &Piece| p.block.text.split(' ').next().map_or(0, |w| w.chars().count());
    let broken = |pair: &[&Piece]| match pair {
        [a, b] => a.block.first == a.block.last && a.chars * 10 >= widest * 6 && a.chars + 1 + next_word(b) > widest,
        _ => false,
    };
    parts.len() > 1 && widest <= WIDEST && parts.windows(2).all(broken)
}

/// Whether a text goes on behind a full stop, as a caption with its credit does.
fn has_two_sentences(text: &str) -> bool {
    let next = |at: usize| text.get(at + 2..).and_then(|rest| rest.trim_start().chars().next());
    let long =
        |at: usize| text.get(..at).is_some_and(|t| t.split(' ').next_back().is_some_and(|w| w.chars().count() > 3));
    text.match_indices(". ").any(|(at, _)| long(at) && next(at).is_some_and(char::is_uppercase))
}

fn is_shouted(text: &str) -> bool {
    !text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase)
}

/// Whether a block may be a title or a line of one.
fn is_line(pieces: &[Piece], i: usize, piece: &Piece) -> bool {
    let text = &piece.block.text;
    let numbered =
        pieces.get(i + 1).is_some_and(|p| p.sign == Sign::Label && p.block.text.chars().all(|c| c.is_ascii_digit()));
    matches!(piece.sign, Sign::Words | Sign::Sentence | Sign::Prose | Sign::Pointer | Sign::Item)
        && !numbered
        && !is_name_line(piece)
        && !is_calling_line(text)
        && !is_dated(piece)
        && piece.copies <= 6
}

/// Whether a line says when: few words and a date.
fn is_dated(piece: &Piece) -> bool {
    const LONGEST: usize = 60;
    piece.chars <= LONGEST && !date::find(&piece.block.text, Slashes::Unknown).is_empty()
}

/// What stands between the parts of a trail through a site: no title has it.
const CRUMBS: [&str; 4] = [" » ", " › ", " > ", " / "];

/// Whether a line is a trail through a site or parts of a menu. One bar may part a title from the word above it:
/// `OPINION | The ferry should never have sailed`.
fn is_trail(text: &str) -> bool {
    const TITLE: usize = 4;
    let barred = text.split_once(" | ").is_some_and(|(before, rest)| {
        let words = |s: &str| s.split_whitespace().count();
        rest.contains(" | ") || words(rest) < TITLE || words(before) > 3
    });
    barred || CRUMBS.iter().any(|mark| text.contains(mark)) || text.split_whitespace().any(is_run_on)
}

/// `WeatherExtreme`: words of a menu that a page ran together. `McDonald` and `iPhone` are one.
fn is_run_on(word: &str) -> bool {
    const LONGEST_PREFIX: usize = 4;
    let pairs = word.chars().zip(word.chars().skip(1)).enumerate();
    let run = pairs.filter(|&(at, (a, b))| at >= LONGEST_PREFIX && a.is_lowercase() && b.is_uppercase()).count();
    run > 0 && word.chars().rev().take(LONGEST_PREFIX).all(char::is_lowercase)
}

/// Blocks as a candidate for the title: what speaks for them is that the article uses their words, that they stand near
/// above it, above a byline or twice on the page.
fn candidate(pieces: &[Piece], range: Range<usize>, body: usize, told: &Set<String>) -> Option<Candidate> {
    const MOST_KNOWN: usize = 6;
    let could_be = |i: usize| pieces.get(i).is_some_and(|p| is_line(pieces, i, p));
    let text = text(pieces, &range).filter(|_| range.clone().all(could_be))?;
    let shape = Shape::of(&text);
    let unfit = text.ends_with(':') || (text.ends_with('.') && !text.ends_with("..")) || is_trail(&text);
    if !(12..=260).contains(&shape.mass()) || shape.words < 2 || unfit || !text.chars().any(char::is_alphabetic) {
        return None;
    }
    let stems = stems(&text);
    let known = stems.iter().filter(|stem| told.contains(*stem)).count();
    let overlap = known as f32 / stems.len().max(1) as f32;
    let copies = pieces.get(range.start).map_or(1, |p| p.copies);
    let between = body.saturating_sub(range.end);
    let followed = (range.end..body.min(range.end + 6)).any(|i| pieces.get(i).is_some_and(is_source_line));
    if known == 0 && !(followed && between <= 5 && shape.words >= 3) {
        return None;
    }
    let mut score = 1.2 * overlap + 0.2 * known.min(MOST_KNOWN) as f32;
    score += (0.8 - between as f32 / 25.0).max(0.0);
    score += if (2..=4).contains(&copies) { 0.5 } else { 0.0 };
    score += if followed { 0.6 } else { 0.0 };
    score += if (4..=25).contains(&shape.words) { 0.5 } else { -0.5 };
    score -= if is_shouted(&text) { 1.0 } else { 0.0 };
    score -= if has_two_sentences(&text) { 0.5 } else { 0.0 };
    // Right above the text stands its own first line as often.
    score -= if between == 0 && !followed { 0.3 } else { 0.0 };
    Some(Candidate { score, range, text, known })
}

/// The text of a title's blocks.
pub fn text(pieces: &[Piece], range: &Range<usize>) -> Option<String> {
    let parts: Vec<&Piece> = range.clone().map(|i| pieces.get(i)).collect::<Option<_>>()?;
    let mut text = String::new();
    for part in parts {
        let close = text.is_empty() || part.block.text.starts_with(": ");
        text.push_str(if close { "" } else { " " });
        text.push_str(&part.block.text);
    }
    Some(text)
}
