//! Page one: title, byline and date, which stand above the text, told from the text. Believes what the document says of
//! itself only where that is a title or a name; gives nothing where nothing is plain.

use super::metadata::Said;
use super::paragraphs::{Block, ends_sentence};
use crate::article::Edtf;
use crate::ingest::metadata::byline;
use crate::ingest::metadata::date::{self, Slashes};
use crate::ingest::metadata::front::{self, squeeze};
use crate::ingest::{Field, Metadata};

/// How much larger than the running text a title is.
const TITLE_SIZE: f32 = 1.18;
/// How many blocks into the document a title may stand.
const FRONT: usize = 14;

/// Takes the title and what belongs to it off the blocks of a document.
pub fn take(blocks: &mut Vec<Block>, said: Said, furniture: &[String], body: f32) -> Metadata {
    let language = said.language.as_deref().unwrap_or_default();
    let slashes = Slashes::in_language(language);
    let at = title_block(blocks, said.title.as_deref(), furniture, body);
    let printed = at.and_then(|i| blocks.get(i)).map(|b| b.text.clone());
    let mut metadata = Metadata { title: title(printed, said.title), ..Metadata::default() };
    let end = at.map_or(0, |i| i + 1);
    for block in blocks.iter().take(end.saturating_sub(1)) {
        front::take(&mut metadata, &block.text, slashes, "on page 1");
    }
    let above: Vec<Block> = blocks.drain(..end.min(blocks.len())).collect();
    take_lines_below(blocks, &mut metadata, slashes, body);
    let authors = match said.authors.as_slice() {
        [one] => front::named(one),
        several => several.to_vec(),
    };
    let said_authors = (!authors.is_empty()).then(|| field(authors, "PDF author", 0.8));
    metadata.authors = metadata.authors.or(said_authors);
    let published = said.published.and_then(|d| date::parse(&d, slashes));
    metadata.published =
        metadata.published.or(published.map(|d| field(Edtf::Date(d), "PDF prism:publicationDate", 1.0)));
    metadata.publisher = said
        .publisher
        .map(|p| field(p, "PDF publisher", 0.9))
        .or_else(|| rights(furniture))
        .or_else(|| masthead(&above, furniture))
        .or(metadata.publisher);
    metadata
}

fn field<T>(value: T, origin: &str, confidence: f32) -> Field<T> {
    Field { value, origin: origin.to_owned(), confidence }
}

fn title(printed: Option<String>, said: Option<String>) -> Option<Field<String>> {
    match (printed, said) {
        (Some(p), Some(s)) if squeeze(&p) == squeeze(&s) => Some(field(p, "PDF title and page 1", 1.0)),
        (Some(p), _) => Some(field(p, "largest text on page 1", 0.85)),
        (None, Some(s)) => Some(field(s, "PDF title", 0.7)),
        (None, None) => None,
    }
}

/// Which block is the title: what the document says it is, where that is printed; else the largest text above the first
/// running paragraph.
fn title_block(blocks: &[Block], said: Option<&str>, furniture: &[String], body: f32) -> Option<usize> {
    let front = || blocks.iter().take(FRONT).take_while(|b| b.page == 0).enumerate();
    if let Some(said) = said.map(squeeze).filter(|s| s.len() >= 6)
        && let Some((i, _)) = front().find(|(_, b)| squeeze(&b.text) == said)
    {
        return Some(i);
    }
    let is_running = |b: &Block| b.size < 1.1 * body && b.lines >= 3;
    let first_running = front().find(|(_, b)| is_running(b)).map_or(FRONT, |(i, _)| i);
    let heads: Vec<String> = furniture.iter().map(|f| squeeze(f)).collect();
    let is_masthead = |b: &Block| {
        let own = squeeze(&b.text);
        b.text.split_whitespace().count() <= 4 && heads.iter().any(|h| h.starts_with(&own))
    };
    let could_be = |b: &Block| {
        let letters = b.text.chars().filter(|c| c.is_alphabetic()).count();
        let says = !b.text.contains("://") && !b.text.contains('@');
        b.size >= TITLE_SIZE * body && letters >= 3 && b.text.len() < 400 && says
    };
    let largest = |mastheads: bool| {
        let all = front().filter(|(i, b)| *i < first_running && could_be(b) && is_masthead(b) == mastheads);
        all.max_by(|(i, a), (j, b)| a.size.total_cmp(&b.size).then(j.cmp(i))).map(|(i, _)| i)
    };
    // Where a running head is large on page 1, it is the house's; unless what else is large is its author's name.
    let is_author = |i: &usize| {
        let text = blocks.get(*i).map_or("", |b| b.text.as_str());
        text.split_whitespace().count() <= 3 && byline::is_name(text)
    };
    match (largest(false), largest(true)) {
        (Some(i), Some(head)) if is_author(&i) => Some(head),
        (plain, head) => plain.or(head),
    }
}

/// Bylines and dates directly below the title, up to the first block that is neither.
fn take_lines_below(blocks: &mut Vec<Block>, metadata: &mut Metadata, slashes: Slashes, body: f32) {
    const MOST: usize = 6;
    let mut index = 0;
    while let Some(block) = blocks.get(index).filter(|b| index < MOST && b.page == 0 && b.lines <= 3) {
        let names = (index == 0 && metadata.authors.is_none()).then(|| only_names(&block.text)).flatten();
        if front::take(metadata, &block.text, slashes, "on page 1") {
            blocks.remove(index);
        } else if let Some(names) = names.filter(|_| metadata.title.is_some()) {
            metadata.authors = Some(field(names, "names below the title on page 1", 0.75));
            blocks.remove(index);
        } else if could_stand_first(block, body) && metadata.title.is_some() && metadata.standfirst.is_none() {
            metadata.standfirst = Some(field(block.text.clone(), "below the title on page 1", 0.7));
            blocks.remove(index);
        } else if block.lines > 1 || ends_sentence(&block.text) {
            return;
        } else {
            index += 1;
        }
    }
}

/// Larger than the text, and more than a heading says.
fn could_stand_first(block: &Block, body: f32) -> bool {
    block.size > 1.05 * body && block.text.split_whitespace().count() >= 5
}

/// The names of a line that says nothing else, as papers have it below their titles; with the marks of affiliations.
fn only_names(text: &str) -> Option<Vec<String>> {
    let bare: String = text.chars().filter(|c| !c.is_ascii_digit() && !"*†‡§".contains(*c)).collect();
    let names = byline::names(&bare)?;
    let named: usize = names.iter().map(|n| squeeze(n).len()).sum();
    let joiners: usize = 3 * names.len();
    (squeeze(&bare).len() <= named + joiners).then_some(names)
}

/// The house whose name stands above the title and again in the running head.
fn masthead(above: &[Block], furniture: &[String]) -> Option<Field<String>> {
    let (_, before) = above.split_last()?;
    let name = |line: &String| {
        let head = line.split(" | ").next()?.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
        let own = squeeze(head);
        (own.len() >= 3 && before.iter().any(|b| squeeze(&b.text) == own)).then(|| head.to_owned())
    };
    furniture.iter().find_map(name).map(|name| field(name, "masthead and running head", 0.75))
}

/// The house that a line of rights at a page's foot names: `© 2031 The Harbour Post. All rights reserved.`
fn rights(furniture: &[String]) -> Option<Field<String>> {
    let house = |line: &String| {
        let (_, rest) = line.split_once('©')?;
        let rest = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || "-–, ".contains(c));
        let end = rest.find([',', ';', '|', '•']).or_else(|| rest.find(". "));
        let name = rest.get(..end.unwrap_or(rest.len()))?.trim().trim_end_matches('.');
        let words = name.split_whitespace().count();
        ((1..=7).contains(&words) && name.starts_with(char::is_alphabetic)).then(|| name.to_owned())
    };
    furniture.iter().find_map(house).map(|name| field(name, "line of rights at the foot of a page", 0.8))
}
