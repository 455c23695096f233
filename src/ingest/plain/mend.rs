//! Sentences that the end of a page or a column broke in two, with page furniture, captions and notes between the halves:
//! put together again. Refuses to reach over running text.

use crate::ingest::limits;
use crate::ingest::plain::hyphen::Hyphens;
use crate::ingest::plain::shape::{ends_sentence, starts_lower};
use crate::ingest::plain::sign::{self, Sign};
use crate::ingest::plain::wrap::{Block, join};

/// The most blocks that stand between two halves.
const MOST: usize = 8;

/// Half a sentence with more to it than a heading has, in bytes.
const LONG: usize = 120;

/// A pull quote in a column is no longer, in bytes.
const QUOTE: usize = 320;

/// Puts together the halves of sentences that something stands between; what stood there comes behind the sentence.
/// `wrapped`: the text was broken into lines, so that a page or a column may end amid a sentence.
pub fn mend(blocks: Vec<Block>, hyphens: &Hyphens, wrapped: bool) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        limits::checkpoint();
        let at = if may_be_second_half(&block.text) { first_half(&out, wrapped, &block.text) } else { None };
        match at {
            Some(at) => {
                mark_furniture(out.get_mut(at + 1..).unwrap_or_default());
                if let Some(head) = out.get_mut(at) {
                    join(&mut head.text, false, &block.text, hyphens);
                    head.last = block.last;
                }
            }
            None => out.push(block),
        }
    }
    out
}

/// Where the half stands that a second one belongs to: the last block, or one that only furniture stands behind.
fn first_half(out: &[Block], wrapped: bool, second: &str) -> Option<usize> {
    let from = out.len().saturating_sub(MOST + 1);
    let at = (from..out.len()).rev().find(|&i| out.get(i).is_some_and(|b| is_first_half(&b.text)))?;
    let between = out.get(at + 1..)?;
    let signs: Vec<Sign> = between.iter().map(sign::of).collect();
    let headed = signs.iter().any(|sign| matches!(sign, Sign::Byline | Sign::Dateline));
    let paged = wrapped && !headed && signs.iter().any(|sign| sign.is_page());
    // A capital may go on a sentence only where a page ended in it.
    let broke = paged && out.get(at).is_some_and(|b| b.text.len() >= LONG) && second.len() >= LONG;
    if !(starts_lower(second) || broke) {
        return None;
    }
    let passes = |(block, sign): (&Block, &Sign)| {
        sign.is_page()
            || (wrapped && *sign == Sign::Note)
            || (paged && (*sign == Sign::Words || is_named(block, between)))
            || (wrapped && sign.is_text() && block.text.len() <= QUOTE && starts_quoted(&block.text))
    };
    between.iter().zip(&signs).all(passes).then_some(at)
}

fn is_first_half(text: &str) -> bool {
    text.len() >= 40
        && text.contains(' ')
        && !ends_sentence(text)
        && text.ends_with(|c: char| c.is_alphabetic() || matches!(c, ',' | '-' | '\u{2010}'))
        && !sign::of_text(text).is_page()
}

fn may_be_second_half(text: &str) -> bool {
    text.contains(' ') && text.starts_with(char::is_alphabetic)
}

/// Takes the number of a footnote from the end of the paragraph it is a note to: `… of Germany.1` and `1See …`.
pub fn unmark(blocks: &mut [Block]) {
    const FAR: usize = 24;
    let number = |text: &str| -> String { text.chars().take_while(char::is_ascii_digit).collect() };
    let notes: Vec<(usize, String)> = blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| b.text.starts_with(|c: char| c.is_ascii_digit()) && sign::of(b) == Sign::Note)
        .map(|(i, b)| (i, number(&b.text)))
        .collect();
    for (at, number) in notes {
        let marked = |b: &&mut Block| {
            b.text.strip_suffix(number.as_str()).is_some_and(|rest| {
                rest.len() > 40 && !rest.ends_with(|c: char| c.is_numeric() || c.is_whitespace() || c == ',')
            })
        };
        let near = blocks.get_mut(at.saturating_sub(FAR)..at).unwrap_or_default();
        if let Some(block) = near.iter_mut().rev().find(marked) {
            block.text.truncate(block.text.len() - number.len());
        }
    }
}

fn starts_quoted(text: &str) -> bool {
    text.starts_with(['“', '„', '«', '»', '"', '”'])
}

/// Whether a paragraph tells of the house that owns the page: its name stands in another block of the furniture, or an
/// address of the net in it.
fn is_named(block: &Block, furniture: &[Block]) -> bool {
    let owner = furniture.iter().filter_map(|b| sign::copyright_owner(&b.text)).next();
    block.text.contains("www.") || owner.is_some_and(|name| block.text.contains(&name))
}

fn mark_furniture(between: &mut [Block]) {
    for block in between {
        let sign = sign::of(block);
        let own = sign == Sign::Note || (sign.is_text() && starts_quoted(&block.text));
        block.furniture = !own && !sign.is_page();
    }
}
