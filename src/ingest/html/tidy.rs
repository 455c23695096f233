//! The blocks of an article without what stands among them and is none of it: the title once more, pointers to other
//! articles, labels, captions, credits, what is said twice. Leaves out whole blocks only; changes no text.

use std::collections::HashSet;

use super::block::{Block, weight};
use super::copy;
use super::source::{alike, letters};
use crate::article::ParagraphKind;
use crate::ingest::limits;
use crate::ingest::plain::sign::{self, Sign};

/// Quotations times bytes of text beyond which pulled quotations are not looked for.
const PULLED: usize = 50_000_000;

/// What is left of an article's blocks.
///
/// `body` is the article's text as the page gives it in its metadata, if it does.
pub fn tidy<'a>(blocks: &[&'a Block], title: Option<&str>, body: Option<&str>) -> Vec<&'a Block> {
    let within = body.map_or_else(|| blocks.to_vec(), |body| copy::within(blocks, body));
    let mut kept: Vec<&Block> = without_page_lines(&within);
    drop_title(&mut kept, title);
    drop_repeats(&mut kept);
    drop_stray_words(&mut kept);
    drop_end(&mut kept);
    kept
}

/// Without lines that by their own words are the page's, not the article's.
fn without_page_lines<'a>(blocks: &[&'a Block]) -> Vec<&'a Block> {
    let signs: Vec<Sign> = blocks.iter().map(|b| sign::of_text(&b.text)).collect();
    let end = end_of_article(blocks, &signs);
    let stays = |&(i, _): &(usize, &&Block)| i < end && !is_page_line(blocks, i, &signs);
    blocks.iter().enumerate().filter(stays).map(|(_, block)| *block).collect()
}

/// Where a heading says that the article is over (`Comments`, `Related stories`) and no paragraph follows.
fn end_of_article(blocks: &[&Block], signs: &[Sign]) -> usize {
    let is_paragraph = |b: &&Block| b.is_prose() && b.weight > 120 && b.link_share() < 0.2;
    let last = blocks.iter().rposition(is_paragraph).map_or(blocks.len(), |i| i + 1);
    let is_ending = |&i: &usize| signs.get(i) == Some(&Sign::Ending) && blocks.get(i).is_some_and(|b| b.weight <= 60);
    (last..blocks.len()).find(is_ending).unwrap_or(blocks.len())
}

/// Sentences as long as a paragraph: the article's, whatever word they begin with.
fn is_running(block: &Block) -> bool {
    block.is_prose() && block.weight > 100 && block.link_share() < 0.2
}

fn is_page_line(blocks: &[&Block], at: usize, signs: &[Sign]) -> bool {
    let Some(block) = blocks.get(at) else { return false };
    if matches!(block.kind, ParagraphKind::Table | ParagraphKind::Code | ParagraphKind::Quote) {
        return false;
    }
    let Some(&sign) = signs.get(at) else { return false };
    let at_end = at + 3 >= signs.len();
    let at_edge = at < 3 || at_end;
    // Notices come in company: what is asked, who asks, a button.
    let is_beside = |i: usize| {
        let is_of_page = signs.get(i).is_some_and(|s| matches!(s, Sign::Notice | Sign::Label | Sign::Pointer));
        is_of_page && blocks.get(i).is_some_and(|b| !is_running(b))
    };
    let in_company = is_beside(at + 1) || at.checked_sub(1).is_some_and(is_beside);
    let is_short = block.weight <= 160;
    let says_nothing = !block.text.chars().any(char::is_alphanumeric);
    let has_digits = block.text.contains(|c: char| c.is_ascii_digit());
    match sign {
        Sign::Notice if is_running(block) => block.weight <= 400 && (at_end || in_company),
        Sign::Notice => block.weight <= 250 && (at_edge || in_company),
        Sign::Caption => is_short && block.kind == ParagraphKind::Text,
        _ if is_running(block) => false,
        // A row of stars parts sections; a time of day may head an entry.
        Sign::Label => !says_nothing && (at_edge || !has_digits),
        Sign::Pointer => is_short,
        Sign::Byline | Sign::Dateline => is_short && at_edge,
        Sign::Ending => is_short && block.kind != ParagraphKind::Item,
        _ => false,
    }
}

/// What a block is in its article: what its elements say, but for the headings that are only set in bold, for notes, and
/// for the lines at the end that say who the author is.
pub fn kind(block: &Block, is_last: bool) -> ParagraphKind {
    match block.kind {
        ParagraphKind::Text if block.is_bold() && is_heading(&block.text) => ParagraphKind::Heading,
        kind @ (ParagraphKind::Text | ParagraphKind::Item) => match sign::of_text(&block.text) {
            Sign::Note => ParagraphKind::Note,
            Sign::Bio if is_last => ParagraphKind::Note,
            _ => kind,
        },
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

/// Without what was said before in the same words, and without quotations drawn out of the text to catch the eye.
fn drop_repeats(kept: &mut Vec<&Block>) {
    let mut seen = HashSet::new();
    kept.retain(|block| block.weight < 60 || seen.insert(block.text.as_str()));
    let is_quote = |b: &Block| b.kind == ParagraphKind::Quote;
    let quotes = kept.iter().filter(|b| is_quote(b)).count();
    let size: usize = kept.iter().map(|b| b.text.len()).sum();
    if quotes > 0 && quotes * size < PULLED {
        let body: String = kept.iter().filter(|b| !is_quote(b)).map(|b| letters(&b.text)).collect();
        kept.retain(|b| {
            limits::checkpoint();
            !(is_quote(b) && b.weight >= 20 && body.contains(&letters(&b.text)))
        });
    }
}

/// Without the few words before the first sentence and behind the last that are no heading: a section's name, a button,
/// who sent it.
fn drop_stray_words(kept: &mut Vec<&Block>) {
    let is_words = |b: &Block| matches!(kind(b, false), ParagraphKind::Text | ParagraphKind::Heading);
    let is_sentence = |b: &&Block| b.is_prose() || !is_words(b) || (b.weight >= 15 && ends_sentence(&b.text));
    let Some(first) = kept.iter().position(is_sentence) else { return };
    let last = kept.iter().rposition(is_sentence).unwrap_or(first);
    let is_stray = |b: &Block| kind(b, false) == ParagraphKind::Text && b.weight < 40 && !ends_sentence(&b.text);
    let mut i = 0;
    kept.retain(|block| {
        let is_outside = i < first || i > last;
        i += 1;
        !(is_outside && is_stray(block))
    });
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '»', '’', '\'', ')', ']']);
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟', ':'])
}

/// Without headings that nothing follows.
fn drop_end(kept: &mut Vec<&Block>) {
    while kept.last().is_some_and(|last| last.kind == ParagraphKind::Heading) {
        kept.pop();
    }
}
