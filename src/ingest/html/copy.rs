//! The copy of an article's text that many pages carry in their metadata, as a measure of what on the page is the
//! article. Never a source of text here; refuses to measure by a copy that is cut short or of something else.

use std::collections::HashSet;

use super::block::Block;
use super::json_ld::unescaped;
use super::source::letters;
use crate::article::ParagraphKind;

/// Letters that are compared at a time.
const PIECE: usize = 12;
/// Bytes of the longest copy that is read.
const LONGEST: usize = 1_000_000;

/// What lies between the first and the last block that the copy has, without paragraphs that it leaves out. Where the
/// copy is not of the whole text, all blocks.
pub fn within<'a>(blocks: &[&'a Block], copy: &str) -> Vec<&'a Block> {
    if copy.len() > LONGEST {
        return blocks.to_vec();
    }
    let copy = letters(&unescaped(copy));
    let known: HashSet<&str> = pieces(&copy, 1).collect();
    let texts: Vec<String> = blocks.iter().map(|b| letters(&b.text)).collect();
    let is_in: Vec<Option<bool>> = texts.iter().map(|text| has(&known, text)).collect();
    let length = |wanted: bool| -> usize {
        texts.iter().zip(&is_in).filter(|&(_, &i)| i == Some(wanted)).map(|(text, _)| text.len()).sum()
    };
    let (shared, own) = (length(true), length(false));
    let is_of_all = shared > 400 && shared * 10 >= copy.len() * 9 && shared * 10 >= (shared + own) * 6;
    let is_shared = |&i: &Option<bool>| i == Some(true);
    let (Some(first), Some(last), true) =
        (is_in.iter().position(is_shared), is_in.iter().rposition(is_shared), is_of_all)
    else {
        return blocks.to_vec();
    };
    // Copies leave out lists, tables and headings; a stray paragraph they leave out is none of the article's.
    let is_stray = |i: usize, block: &Block| is_in.get(i) == Some(&Some(false)) && block.kind == ParagraphKind::Text;
    let belongs = |&(i, block): &(usize, &&Block)| (first..=last).contains(&i) && !is_stray(i, block);
    blocks.iter().enumerate().filter(belongs).map(|(_, block)| *block).collect()
}

/// Whether the copy has most of a text; `None` where the text is too short to tell.
fn has(known: &HashSet<&str>, text: &str) -> Option<bool> {
    let (all, found) =
        pieces(text, PIECE).fold((0, 0), |(all, found), piece| (all + 1, found + usize::from(known.contains(piece))));
    (all > 0).then_some(found * 10 >= all * 6)
}

/// The pieces of a text that begin at every `step`th letter.
fn pieces(text: &str, step: usize) -> impl Iterator<Item = &str> {
    let starts = text.char_indices().map(|(at, _)| at);
    let ends = text.char_indices().map(|(at, _)| at).skip(PIECE).chain(std::iter::once(text.len()));
    starts.zip(ends).step_by(step).filter_map(|(from, to)| text.get(from..to)).filter(|piece| piece.len() >= PIECE)
}
