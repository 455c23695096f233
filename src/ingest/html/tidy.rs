//! The blocks of an article without what stands among them and is none of it: the title once more, pointers to other
//! articles, labels, captions, credits, what is said twice. Leaves out whole blocks only; changes no text.

use std::collections::HashSet;

use super::block::{Block, weight};
use super::json_ld::unescaped;
use super::source::{alike, letters};
use crate::article::ParagraphKind;
use crate::ingest::plain::sign::{self, Sign};

/// What is left of an article's blocks.
///
/// `body` is the article's text as the page gives it in its metadata, if it does.
pub fn tidy<'a>(blocks: &[&'a Block], title: Option<&str>, body: Option<&str>) -> Vec<&'a Block> {
    let within = body.map_or_else(|| blocks.to_vec(), |body| within_body(blocks, body));
    let mut kept: Vec<&Block> = without_page_lines(&within);
    drop_title(&mut kept, title);
    drop_repeats(&mut kept);
    drop_end(&mut kept);
    kept
}

/// What lies between the first and the last block that the page's own copy of the text has, and is no paragraph that the
/// copy leaves out. Where the copy is cut short or is of something else, all of it.
fn within_body<'a>(blocks: &[&'a Block], body: &str) -> Vec<&'a Block> {
    let body = letters(&unescaped(body));
    let texts: Vec<String> = blocks.iter().map(|b| letters(&b.text)).collect();
    let is_in: Vec<bool> = texts.iter().map(|t| is_covered(t, &body)).collect();
    let length =
        |wanted: bool| -> usize { texts.iter().zip(&is_in).filter(|&(_, &i)| i == wanted).map(|(t, _)| t.len()).sum() };
    let covered = length(true);
    let is_whole_copy = covered * 10 >= body.len() * 9 && covered * 10 >= (covered + length(false)) * 6;
    let (Some(first), Some(last), true) =
        (is_in.iter().position(|&i| i), is_in.iter().rposition(|&i| i), is_whole_copy && covered > 400)
    else {
        return blocks.to_vec();
    };
    let belongs = |i: usize, block: &Block| {
        let is_said = is_in.get(i) == Some(&true);
        // Copies leave out lists, tables and headings; a stray paragraph they leave out is none of the article's.
        (first..=last).contains(&i) && (is_said || block.kind != ParagraphKind::Text)
    };
    blocks.iter().enumerate().filter(|&(i, block)| belongs(i, block)).map(|(_, block)| *block).collect()
}

/// Whether a copy has a text: all of a short one, most pieces of a long one.
fn is_covered(text: &str, body: &str) -> bool {
    if text.len() < 60 {
        return text.len() >= 8 && body.contains(text);
    }
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let pieces: Vec<&str> = chars.chunks(24).filter_map(|c| text.get(c.first()?.0..c.last()?.0)).collect();
    let found = pieces.iter().filter(|piece| body.contains(**piece)).count();
    found * 10 >= pieces.len() * 6
}

/// Without lines that by their own words are the page's, not the article's.
fn without_page_lines<'a>(blocks: &[&'a Block]) -> Vec<&'a Block> {
    blocks
        .iter()
        .enumerate()
        .filter(|&(i, block)| !is_page_line(block, i, blocks.len()))
        .map(|(_, block)| *block)
        .collect()
}

fn is_page_line(block: &Block, at: usize, of: usize) -> bool {
    if matches!(block.kind, ParagraphKind::Table | ParagraphKind::Code | ParagraphKind::Quote) {
        return false;
    }
    let sign = sign::of_text(&block.text);
    let is_short = block.weight <= 160;
    let at_edge = at < 3 || at + 3 >= of;
    let says_nothing = !block.text.chars().any(char::is_alphanumeric);
    // Sentences as long as a paragraph are the article's, whatever word they begin with.
    let is_running = block.is_prose() && block.weight > 100 && block.link_share() < 0.2;
    if is_running && !(sign == Sign::Caption || (sign == Sign::Notice && at + 3 >= of)) {
        return false;
    }
    match sign {
        // A row of stars parts sections; a time of day may head an entry.
        Sign::Label => !says_nothing && (at_edge || !block.text.contains(|c: char| c.is_ascii_digit())),
        Sign::Pointer => is_short,
        Sign::Caption => is_short && block.kind == ParagraphKind::Text,
        Sign::Byline | Sign::Dateline => is_short && at_edge,
        Sign::Notice => at_edge && block.weight <= 250,
        Sign::Ending => is_short && block.kind != ParagraphKind::Item,
        _ => false,
    }
}

/// What a block is in its article: what its elements say, but for the headings that are only set in bold, and for notes.
pub fn kind(block: &Block) -> ParagraphKind {
    match block.kind {
        ParagraphKind::Text if block.is_bold() && is_heading(&block.text) => ParagraphKind::Heading,
        ParagraphKind::Text | ParagraphKind::Item if sign::of_text(&block.text) == Sign::Note => ParagraphKind::Note,
        kind => kind,
    }
}

fn is_heading(text: &str) -> bool {
    let is_short = weight(text) <= 90 && text.split(' ').count() <= 14;
    is_short && text.chars().any(char::is_alphabetic) && !text.ends_with(['.', '!', ',', ';', ':', '。', '…'])
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
