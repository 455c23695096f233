//! Which blocks are the article: where it begins and ends on the page, and what stands in it that is not of it. Judges a
//! block by its sign and its neighbours; refuses to change a word.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::article::ParagraphKind;
use crate::ingest::limits;
use crate::ingest::plain::headline::{self, First};
use crate::ingest::plain::shape::{Shape, ends_sentence};
use crate::ingest::plain::sign::{self, Sign};
use crate::ingest::plain::wrap::Block;
use crate::text::lookup::Map;

/// A block with what is known of it.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The block.
    pub block: Block,
    /// What it is by itself.
    pub sign: Sign,
    /// Its length, as [`Shape::mass`] counts it.
    pub chars: usize,
    /// How often its letters stand in the text as a block.
    pub copies: u32,
    /// The block before or after it has the same letters.
    pub twin: bool,
    /// Its words stand, in the same order, in another and longer block.
    pub pulled: bool,
}

/// Knows every block of a text.
pub fn pieces(blocks: Vec<Block>) -> Vec<Piece> {
    let keys: Vec<u64> = blocks.iter().map(|b| letters(&b.text)).collect();
    let mut copies: HashMap<u64, u32> = HashMap::new();
    keys.iter().for_each(|&key| *copies.entry(key).or_default() += 1);
    let pulled = pulled(&blocks);
    let quoted: Vec<bool> = blocks.iter().map(|b| b.text.starts_with(['“', '„', '«', '"'])).collect();
    let requoted = requoted(&blocks, &keys);
    let mut pieces: Vec<Piece> = Vec::with_capacity(blocks.len());
    for (i, (block, key)) in blocks.into_iter().zip(&keys).enumerate() {
        let twins: Vec<usize> =
            [i.checked_sub(1), Some(i + 1)].into_iter().flatten().filter(|&j| keys.get(j) == Some(key)).collect();
        let is_quoted = |j: usize| quoted.get(j).copied().unwrap_or(false);
        // The same words with quotation marks and without: a pull quote beside its paragraph.
        let quotes = twins.iter().any(|&j| is_quoted(i) && !is_quoted(j));
        let quoted_by = twins.iter().any(|&j| !is_quoted(i) && is_quoted(j));
        let shape = Shape::of(&block.text);
        pieces.push(Piece {
            sign: sign::of_shaped(&block, &shape),
            chars: shape.mass(),
            copies: copies.get(key).copied().unwrap_or(1),
            twin: !twins.is_empty() && !quotes && !quoted_by,
            pulled: quotes || requoted.contains(&i) || (pulled.get(i).copied().unwrap_or(false) && !quoted_by),
            block,
        });
    }
    pieces
}

/// A text by its letters and digits alone, in lower case: FNV-1a, because every word of a text is hashed.
fn letters(text: &str) -> u64 {
    let mix = |hash: u64, c: char| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    let mut hash = 0xcbf2_9ce4_8422_2325;
    if text.is_ascii() {
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.fold(hash, |hash, byte| mix(hash, char::from(byte.to_ascii_lowercase())));
    }
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        hash = if c.is_ascii() { mix(hash, c.to_ascii_lowercase()) } else { c.to_lowercase().fold(hash, mix) };
    }
    hash
}

/// The longest text, in bytes, in which pull quotes are looked for: the runs of a longer one would not fit in memory.
const MOST_BYTES: usize = 4 << 20;

/// Words a pull quote has at most.
const PULLED_WORDS: usize = 90;

/// Which blocks repeat the words of one other, longer block: pull quotes, teasers.
fn pulled(blocks: &[Block]) -> Vec<bool> {
    const RUN: usize = 4;
    if blocks.len() < 2 || blocks.iter().map(|b| b.text.len()).sum::<usize>() > MOST_BYTES {
        return vec![false; blocks.len()];
    }
    let runs = |block: &Block| {
        limits::checkpoint();
        word_runs(&block.text, RUN)
    };
    let runs: Vec<Vec<u64>> = blocks.iter().map(runs).collect();
    let shared = shared(&runs);
    let repeats = |i: usize, own: &[u64]| {
        limits::checkpoint();
        let mut hits: HashMap<usize, usize> = HashMap::new();
        for run in own {
            for &j in shared.get(run).map_or(&[][..], Vec::as_slice) {
                *hits.entry(j).or_default() += 1;
            }
        }
        hits.into_iter().any(|(j, n)| {
            let longer = runs.get(j).is_some_and(|other| other.len() * 10 > own.len() * 11);
            // Of what a pull quote quotes some words may be left out; a teaser repeats more.
            let quoted = blocks.get(i).is_some_and(|b| is_quoted(&b.text));
            j != i && longer && n * 20 >= own.len() * if quoted { 12 } else { 15 }
        })
    };
    runs.iter().enumerate().map(|(i, own)| (2..=PULLED_WORDS).contains(&own.len()) && repeats(i, own)).collect()
}

/// The runs that stand in more than one block, and the first few blocks they stand in.
fn shared(runs: &[Vec<u64>]) -> Map<u64, Vec<usize>> {
    const BLOCKS: usize = 8;
    let mut places: Vec<(u64, usize)> =
        runs.iter().enumerate().flat_map(|(i, runs)| runs.iter().map(move |run| (*run, i))).collect();
    places.sort_unstable();
    places.dedup();
    let many = places.chunk_by(|a, b| a.0 == b.0).filter(|places| places.len() > 1);
    many.filter_map(|places| Some((places.first()?.0, places.iter().take(BLOCKS).map(|place| place.1).collect())))
        .collect()
}

/// Blocks that are a whole other paragraph, wherever that stands, with quotation marks put around it.
fn requoted(blocks: &[Block], keys: &[u64]) -> HashSet<usize> {
    let marks = |text: &str| text.chars().filter(|c| matches!(c, '“' | '”' | '„' | '«' | '»' | '"')).count();
    let mut fewest: HashMap<u64, usize> = HashMap::new();
    for (block, &key) in blocks.iter().zip(keys) {
        let marks = marks(&block.text);
        fewest.entry(key).and_modify(|least| *least = marks.min(*least)).or_insert(marks);
    }
    let more = |(block, key): (&Block, &u64)| {
        is_quoted(&block.text) && fewest.get(key).is_some_and(|least| marks(&block.text) >= least + 2)
    };
    let each = blocks.iter().zip(keys).enumerate();
    each.filter(|&(_, (block, key))| more((block, key))).map(|(i, _)| i).collect()
}

/// Whether all of a text stands in quotation marks.
fn is_quoted(text: &str) -> bool {
    text.starts_with(['“', '„', '«', '"']) && text.trim_end_matches(['.', ',']).ends_with(['”', '“', '»', '"'])
}

/// Every run of `n` words of a text, as hashes.
fn word_runs(text: &str, n: usize) -> Vec<u64> {
    let words: Vec<u64> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(letters).collect();
    words
        .windows(n)
        .map(|run| {
            run.iter().fold(0, |hash: u64, word| hash.rotate_left(17).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word)
        })
        .collect()
}

/// The article's stretch of the text: where what speaks for it outweighs most what speaks against it.
pub fn stretch(pieces: &[Piece]) -> Range<usize> {
    let mut best = (0.0f32, 0..0);
    let paged = pieces.iter().any(|p| p.block.furniture && p.copies > 1);
    let (mut sum, mut start) = (0.0f32, 0);
    for (i, piece) in pieces.iter().enumerate() {
        if sum <= 0.0 {
            (sum, start) = (0.0, i);
        }
        let among_words = [i.checked_sub(1), Some(i + 1)]
            .iter()
            .all(|&j| j.and_then(|j| pieces.get(j)).is_none_or(|p| matches!(p.sign, Sign::Words | Sign::Label)));
        sum += weight(piece, sum, paged)
            * if among_words && piece.sign.is_text() && piece.chars < TEASER { 0.3 } else { 1.0 };
        if sum > best.0 {
            best = (sum, start..i + 1);
        }
    }
    if is_no_page(pieces, &best.1) {
        return 0..pieces.len();
    }
    without_foot(pieces, best.1)
}

/// Whether a text is no page with an article on it, but something short or something of short lines: a note, a list, a
/// poem. Then all of it is the article.
fn is_no_page(pieces: &[Piece], stretch: &Range<usize>) -> bool {
    const FEW: usize = 40;
    let prose = stretch.clone().filter_map(|i| pieces.get(i)).any(|p| p.sign == Sign::Prose);
    let page = pieces.iter().filter(|p| p.sign.is_page()).count();
    stretch.is_empty() || (!prose && pieces.len() <= FEW && page * 4 <= pieces.len())
}

/// A stretch without the foot of the page: a notice near its end, and the little that stands behind it.
fn without_foot(pieces: &[Piece], stretch: Range<usize>) -> Range<usize> {
    const MOST: usize = 3;
    let text = |i: &usize| pieces.get(*i).is_some_and(|p| p.sign.is_text());
    let foot = |i: &usize| pieces.get(*i).is_some_and(|p| matches!(p.sign, Sign::Notice | Sign::Ending));
    let mut end = stretch.end;
    let all = stretch.clone().filter(text).count();
    for i in stretch.clone().rev().take(12).filter(foot) {
        let behind = (i..end).filter(text).count();
        if behind <= MOST && behind * 4 <= all {
            end = i;
        }
    }
    stretch.start..end
}

/// A text between two lines of a few words that is shorter than this may be a teaser of another article.
const TEASER: usize = 250;

/// What a block says for or against standing in the article; `so_far`: what was said for the stretch before it. `paged`:
/// the text has feet of pages amid it, behind which it goes on.
fn weight(piece: &Piece, so_far: f32, paged: bool) -> f32 {
    let length = |most: f32| (piece.chars as f32 / 100.0).min(most);
    match piece.sign {
        _ if paged && piece.block.furniture => -0.1,
        _ if piece.copies > 2 => -0.3,
        Sign::Prose if piece.pulled || piece.twin => 0.0,
        Sign::Prose => 0.6 + length(8.0),
        Sign::Sentence => 0.2 + length(1.0),
        Sign::Item if piece.chars > 60 => 0.3,
        Sign::Note | Sign::Item => 0.0,
        Sign::Row => -0.2,
        Sign::Words => -0.55,
        Sign::Caption => -0.3,
        Sign::Bio => -0.5,
        Sign::Label | Sign::Byline | Sign::Dateline | Sign::Pointer => -0.8,
        Sign::Notice => -1.5,
        // The more of an article there was, the surer is its end.
        Sign::Ending if so_far > 10.0 => -5.0,
        Sign::Ending => -2.0,
    }
}

/// The paragraphs of a stretch: each block's index and what kind of paragraph it is; what is not of the article is left out.
pub fn paragraphs(pieces: &[Piece], stretch: Range<usize>) -> Vec<(usize, ParagraphKind)> {
    let kinds = |i: usize| kind(pieces, i, &stretch).map(|kind| (i, kind));
    let mut kept: Vec<(usize, ParagraphKind)> = stretch.clone().filter_map(kinds).collect();
    without_repeats(pieces, &mut kept);
    if !kept.iter().any(|(_, kind)| *kind != ParagraphKind::Heading) {
        return everything(pieces);
    }
    // A heading before everything is the title, a place, a name.
    let headings = kept.iter().take_while(|(_, kind)| *kind == ParagraphKind::Heading).count();
    kept.drain(..headings);
    while kept.last().is_some_and(|(_, kind)| *kind == ParagraphKind::Heading) {
        kept.pop();
    }
    kept
}

/// Leaves out what stood in the article before, word by word: a teaser put into it more than once.
fn without_repeats(pieces: &[Piece], kept: &mut Vec<(usize, ParagraphKind)>) {
    const SHORT: usize = 100;
    let mut seen: HashSet<&str> = HashSet::new();
    kept.retain(|&(i, _)| {
        let repeated = pieces.get(i).filter(|p| p.copies > 1 && p.chars > SHORT);
        repeated.is_none_or(|p| seen.insert(p.block.text.as_str()))
    });
}

/// All that is not furniture; all that there is, where nothing else is.
fn everything(pieces: &[Piece]) -> Vec<(usize, ParagraphKind)> {
    let of = |page: bool| -> Vec<(usize, ParagraphKind)> {
        let with_sign = pieces.iter().enumerate().filter(|(_, p)| page || !p.sign.is_page());
        with_sign.map(|(i, p)| (i, plain_kind(p.sign))).collect()
    };
    let own = of(false);
    if own.is_empty() { of(true) } else { own }
}

/// The kind of a paragraph that is known by its sign alone.
fn plain_kind(sign: Sign) -> ParagraphKind {
    match sign {
        Sign::Item => ParagraphKind::Item,
        Sign::Note => ParagraphKind::Note,
        Sign::Row => ParagraphKind::Table,
        _ => ParagraphKind::Text,
    }
}

fn kind(pieces: &[Piece], i: usize, stretch: &Range<usize>) -> Option<ParagraphKind> {
    let piece = pieces.get(i)?;
    let own = |p: &Piece| p.sign.is_text() && !(p.pulled || p.twin || p.copies > 2);
    match piece.sign {
        Sign::Prose | Sign::Sentence if piece.block.text.starts_with("> ") => Some(ParagraphKind::Quote),
        Sign::Prose if piece.pulled || piece.twin => None,
        Sign::Prose | Sign::Sentence if is_over_credit(pieces, i) => None,
        Sign::Prose if is_at_end(i, stretch) && sign::stood_elsewhere(&piece.block.text) => Some(ParagraphKind::Note),
        Sign::Prose => Some(ParagraphKind::Text),
        Sign::Sentence => (own(piece) && !is_set_apart(pieces, i)).then_some(ParagraphKind::Text),
        Sign::Item if piece.chars > 15 => Some(ParagraphKind::Item),
        Sign::Note => Some(ParagraphKind::Note),
        Sign::Words if i == 0 && headline::first(pieces, stretch) == Some(First::Text) => Some(ParagraphKind::Text),
        Sign::Words if is_short_paragraph(pieces, i, stretch) => Some(ParagraphKind::Text),
        Sign::Words => is_heading(pieces, i, stretch).then_some(ParagraphKind::Heading),
        _ => None,
    }
}

/// Whether a block is the first or among the last of a stretch, where notes of the editors stand.
fn is_at_end(i: usize, stretch: &Range<usize>) -> bool {
    i == stretch.start || i + 2 >= stretch.end
}

/// Whether the line under a sentence, with nothing between them, names the maker of a picture, and paragraphs are set
/// apart: the one behind it is too.
fn is_over_credit(pieces: &[Piece], i: usize) -> bool {
    const LONGEST: usize = 300;
    const CREDIT: usize = 80;
    let Some((piece, below)) = pieces.get(i).zip(pieces.get(i + 1)) else { return false };
    let credit = below.sign == Sign::Caption && below.chars <= CREDIT && !ends_sentence(&below.block.text);
    let set_apart = piece.block.blanks > 0 && pieces.get(i + 2).is_none_or(|next| next.block.blanks > 0);
    credit && piece.chars <= LONGEST && set_apart && below.block.blanks == 0
}

/// Whether one short sentence stands farther from its neighbours than paragraphs stand from each other: what a picture
/// shows, left behind where the picture was.
fn is_set_apart(pieces: &[Piece], i: usize) -> bool {
    const SHORT: usize = 100;
    let Some(piece) = pieces.get(i).filter(|p| p.chars <= SHORT) else { return false };
    let text = |j: usize| pieces.get(j).filter(|p| p.sign.is_text());
    let gap = |j: usize| text(j).map(|p| p.block.blanks);
    let near = (i.saturating_sub(8)..i).chain(i + 2..i + 10).filter(|&j| text(j.wrapping_sub(1)).is_some());
    let mut gaps: Vec<u8> = near.filter_map(gap).collect();
    gaps.sort_unstable();
    let Some(&usual) = gaps.get(gaps.len() / 2) else { return false };
    let behind = gap(i + 1).is_none_or(|blanks| blanks > usual);
    gaps.len() >= 4 && piece.block.blanks > usual && behind
}

/// Whether a few words with a full stop are a paragraph of their own, 'It failed.': between two paragraphs, set as they are.
fn is_short_paragraph(pieces: &[Piece], i: usize, stretch: &Range<usize>) -> bool {
    let beside = |j: Option<usize>| j.filter(|j| stretch.contains(j)).and_then(|j| pieces.get(j));
    let (Some(piece), Some(before), Some(after)) = (pieces.get(i), beside(i.checked_sub(1)), beside(i.checked_add(1)))
    else {
        return false;
    };
    let text = &piece.block.text;
    let sentence = text.contains(' ') && text.trim_end_matches(['”', '"', '’', '»', '“']).ends_with(['.', '。']);
    let even =
        piece.block.blanks > 0 && piece.block.blanks == before.block.blanks && piece.block.blanks == after.block.blanks;
    let own = piece.copies == 1 && !piece.pulled && !piece.twin;
    sentence && even && own && before.sign.is_text() && after.sign.is_text()
}

/// Whether a few words between paragraphs are a heading: alone, set apart from what is before as well as from what is
/// behind, and a paragraph behind them.
fn is_heading(pieces: &[Piece], i: usize, stretch: &Range<usize>) -> bool {
    let Some(piece) = pieces.get(i) else { return false };
    let before = i.checked_sub(1).filter(|j| stretch.contains(j)).and_then(|j| pieces.get(j));
    let after = (stretch.contains(&(i + 1))).then(|| pieces.get(i + 1)).flatten();
    let text = |p: Option<&Piece>| p.is_some_and(|p| p.sign.is_text() || p.sign == Sign::Item);
    let apart = after.is_some_and(|a| (a.block.blanks > 0) == (piece.block.blanks > 0) || piece.block.blanks > 0);
    piece.chars >= 3
        && piece.chars <= 140
        && piece.copies == 1
        && !piece.pulled
        && !ends_sentence(&piece.block.text.replace(['?', '!'], ""))
        && text(after)
        && before.is_none_or(|b| !matches!(b.sign, Sign::Words | Sign::Row | Sign::Pointer))
        && apart
}
