//! The blocks of an article without what stands among them and is none of it: the title once more, pointers to other
//! articles, labels, captions, credits, what is said twice. Leaves out whole blocks only; changes no text.

use std::collections::HashSet;

use super::block::Block;
use super::source::alike;
use crate::article::ParagraphKind;
use crate::ingest::plain::sign::{self, Sign};

/// What is left of an article's blocks.
pub fn tidy<'a>(blocks: &[&'a Block], title: Option<&str>) -> Vec<&'a Block> {
    let mut kept: Vec<&Block> = without_page_lines(blocks);
    drop_title(&mut kept, title);
    drop_repeats(&mut kept);
    drop_end(&mut kept);
    kept
}

/// Without lines that by their own words are the page's, not the article's.
fn without_page_lines<'a>(blocks: &[&'a Block]) -> Vec<&'a Block> {
    blocks.iter().enumerate().filter(|&(i, block)| !is_page_line(block, i, blocks.len())).map(|(_, block)| *block).collect()
}

fn is_page_line(block: &Block, at: usize, of: usize) -> bool {
    if matches!(block.kind, ParagraphKind::Table | ParagraphKind::Code | ParagraphKind::Quote) {
        return false;
    }
    let sign = sign::of_text(&block.text);
    let is_short = block.weight <= 160;
    let at_edge = at < 3 || at + 3 >= of;
    let says_nothing = !block.text.chars().any(char::is_alphanumeric);
    match sign {
        // A row of stars parts sections; a time of day may head an entry.
        Sign::Label => !says_nothing && (at_edge || !block.text.contains(|c: char| c.is_ascii_digit())),
        Sign::Pointer => is_short && !(block.is_prose() && block.weight > 90 && block.link_share() < 0.2),
        Sign::Caption => is_short && block.kind == ParagraphKind::Text,
        Sign::Byline | Sign::Dateline => is_short && at_edge,
        Sign::Notice => at_edge && block.weight <= 250,
        Sign::Ending => is_short && block.kind != ParagraphKind::Item,
        _ => false,
    }
}

/// Without the title where it stands once more at the beginning.
fn drop_title(kept: &mut Vec<&Block>, title: Option<&str>) {
    let Some(title) = title else { return };
    let at = kept.iter().take(3).position(|b| b.kind != ParagraphKind::Item && alike(&b.text, title));
    if let Some(at) = at {
        kept.remove(at);
    }
}

/// Without what was said before in the same words, and without quotations drawn out of the text beside it.
fn drop_repeats(kept: &mut Vec<&Block>) {
    let mut seen = HashSet::new();
    kept.retain(|block| block.weight < 60 || seen.insert(block.text.as_str()));
}

/// Without headings that nothing follows.
fn drop_end(kept: &mut Vec<&Block>) {
    while kept.last().is_some_and(|last| last.kind == ParagraphKind::Heading) {
        kept.pop();
    }
}
