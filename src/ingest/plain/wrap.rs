//! Lines to blocks: what a page, a terminal or a mail program broke into lines is put together again. Reads from the text
//! itself how it was broken: how wide, how spaced, with what at the ends. Refuses to drop or to judge any block.

use crate::ingest::metadata::byline;
use crate::ingest::plain::hyphen::{Hyphen, Hyphens, broken};
use crate::ingest::plain::lines::Line;
use crate::ingest::plain::shape::{ends_open, first_letter, is_caseless, is_unspaced, starts_lower};

/// A run of lines that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Its text on one line.
    pub text: String,
    /// The number of its first line, from 1.
    pub first: u32,
    /// The number of its last line.
    pub last: u32,
    /// Blank lines before it.
    pub blanks: u8,
    /// A page begins with it.
    pub page: bool,
    /// Columns its first line is set in.
    pub indent: u8,
    /// It stood amid a sentence with other furniture of the page, and is furniture itself.
    pub furniture: bool,
}

/// How a text was broken into lines.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Its paragraphs were broken into lines; else every line stands for itself.
    pub wrapped: bool,
    /// Blank lines between two lines of one paragraph: 1 in a double-spaced text.
    pub base: u8,
    /// Lines that go on end in a space, and last lines of paragraphs do not.
    spaced: bool,
    /// Where lines were broken, by line: had the next word ended before this column, it would have stood on the line.
    edges: Vec<(usize, u32)>,
    /// The same for the text as a whole.
    edge: u32,
    /// How long a line that goes on usually is.
    usual: u32,
}

/// Lines shorter than this say nothing of how a text was broken.
const TELLING: u32 = 20;

impl Layout {
    /// Reads how lines were broken.
    pub fn of(lines: &[Line<'_>]) -> Self {
        let mut widths: Vec<u32> = lines.iter().map(|l| l.width).filter(|&w| w >= TELLING).collect();
        widths.sort_unstable();
        let wide = widths.get(widths.len() * 9 / 10).copied().unwrap_or(0);
        let pairs: Vec<(usize, &Line<'_>, &Line<'_>)> = lines
            .windows(2)
            .enumerate()
            .filter_map(|(i, pair)| if let [a, b] = pair { Some((i, a, b)) } else { None })
            .collect();
        let sure: Vec<_> = pairs.iter().filter(|(_, a, b)| surely_goes_on(a, b, wide)).copied().collect();
        let usual = quantile(sure.iter().map(|(_, a, _)| a.width), 0.5);
        let alike = pairs.iter().filter(|(_, a, _)| a.width * 4 >= usual * 3 && a.width * 3 <= usual * 4).count();
        let full = sure.iter().filter(|(_, a, _)| a.width * 3 >= usual * 2);
        let sums: Vec<(usize, u32)> = full.map(|&(i, a, b)| (i, reach(a, b))).collect();
        let edge = quantile(sums.iter().map(|&(_, sum)| sum), 0.05);
        let chars = |wide: bool| -> u64 {
            lines.iter().filter(|l| !wide || l.width > edge * 8 / 5).map(|l| u64::from(l.width)).sum()
        };
        // Long lines are paragraphs that nobody broke, unless nearly every other line goes on in the next: then a reader of
        // PDF put the halves of hyphened words, and with them whole lines, together.
        let (long, all) = (chars(true), chars(false));
        let often = sure.len() >= 3 && sure.len() * 4 >= alike && long * 10 < all * 4;
        let mostly = sure.len() >= 5 && sure.len() * 2 >= alike && long * 10 < all * 7;
        let wrapped = often || mostly;
        let doubled = sure.iter().filter(|(_, _, b)| b.blanks > 0).count();
        let unhyphened: Vec<_> = sure.iter().filter(|(_, a, _)| broken(&a.text).is_none()).collect();
        let spaced = unhyphened.iter().filter(|(_, a, _)| a.spaced).count();
        Self {
            wrapped,
            base: u8::from(doubled * 2 > sure.len()),
            spaced: spaced * 20 >= unhyphened.len() * 19 && lines.iter().any(|l| !l.spaced),
            edges: sums,
            edge,
            usual,
        }
    }

    /// The column by which lines around line `at` were broken.
    fn edge_at(&self, at: usize) -> u32 {
        const AROUND: usize = 10;
        let here = self.edges.partition_point(|&(i, _)| i < at);
        let near =
            self.edges.get(here.saturating_sub(AROUND)..(here + AROUND).min(self.edges.len())).unwrap_or_default();
        if near.len() < AROUND {
            return self.edge;
        }
        quantile(near.iter().map(|&(_, sum)| sum), 0.1).max(self.edge * 9 / 10)
    }

    /// The length of the last row in a line that a reader of PDF put together from several.
    fn last_row(&self, reach: u32) -> u32 {
        let long = self.usual > 0 && reach > self.edge * 8 / 5;
        if long { reach - (reach - 1) / self.usual.max(1) * self.usual } else { reach }
    }

    /// Whether the paragraph of line `a` goes on in line `b`, which is line number `at` of the text.
    fn goes_on(&self, at: usize, a: &Line<'_>, b: &Line<'_>) -> bool {
        let open = ends_open(&a.text);
        let hyphened = a.soft || broken(&a.text).is_some();
        if b.blanks > self.base || b.page {
            return open && (starts_lower(&b.text) || hyphened) && a.width * 2 > self.edge;
        }
        if hyphened {
            return true;
        }
        if is_source_line(&b.text) {
            return false;
        }
        let edge = self.edge_at(at);
        let fits = self.last_row(reach(a, b)) < edge;
        let lower = starts_lower(&b.text);
        if is_item(&b.text) && !(open && !fits) {
            return false;
        }
        if self.spaced {
            return a.spaced && (open || !fits);
        }
        if open && lower {
            return a.width * 20 > edge * 7;
        }
        !fits
    }
}

/// Whether a line is a byline, whole: it begins nothing else, and nothing goes on in it.
fn is_source_line(text: &str) -> bool {
    const LONGEST: usize = 80;
    text.len() <= LONGEST
        && text.starts_with(char::is_uppercase)
        && (byline::authors(text).is_some() || text.starts_with("By "))
}

/// The length a line would have had with the first word of the next one.
fn reach(a: &Line<'_>, b: &Line<'_>) -> u32 {
    let word = b.text.split([' ', '\t']).next().unwrap_or_default();
    let unspaced = word.chars().next().is_some_and(is_unspaced);
    let more = if unspaced { 1 } else { u32::try_from(word.chars().count()).unwrap_or(u32::MAX).saturating_add(1) };
    if broken(&a.text).is_some() { a.width.saturating_add(2) } else { a.width.saturating_add(more) }
}

/// Whether a line surely goes on in the next one, by what its end and that one's beginning are. In scripts without
/// capitals only lines near the full width (`wide`) tell.
fn surely_goes_on(a: &Line<'_>, b: &Line<'_>, wide: u32) -> bool {
    let caseless = first_letter(&b.text).is_some_and(is_caseless);
    a.width >= TELLING
        && b.blanks < 2
        && ends_open(&a.text)
        && (starts_lower(&b.text) || (caseless && a.width * 10 >= wide * 8 && wide < 200))
}

fn quantile(values: impl Iterator<Item = u32>, share: f32) -> u32 {
    let mut values: Vec<u32> = values.collect();
    values.sort_unstable();
    let at = (values.len() as f32 * share) as usize;
    values.get(at).copied().unwrap_or(0)
}

/// Whether a text begins as an item of a list does: with a bullet, a dash, or a number and a mark.
pub fn is_item(text: &str) -> bool {
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    if words.next().is_none() {
        return false;
    }
    let bullet = matches!(first, "•" | "-" | "–" | "—" | "*" | "·" | "▪" | "■" | "●" | "○" | "‣" | "►" | "➤" | "+");
    let number = first.strip_suffix(['.', ')']).is_some_and(|n| {
        let n = n.trim_start_matches('(');
        (n.len() <= 2 && !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
            || (first.ends_with(')') && n.len() == 1 && n.bytes().all(|b| b.is_ascii_lowercase()))
    });
    bullet || number
}

/// Puts lines together to blocks.
pub fn blocks(lines: &[Line<'_>], layout: &Layout, hyphens: &Hyphens) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|j| lines.get(j));
        let joined =
            before.is_some_and(|a| if layout.wrapped { layout.goes_on(i, a, line) } else { broke_by_hand(a, line) });
        match (blocks.last_mut().filter(|_| joined), before) {
            (Some(block), Some(a)) => {
                append(block, a.soft, line, hyphens);
                block.last = line.no;
            }
            _ => blocks.push(Block {
                text: line.text.clone().into_owned(),
                first: line.no,
                last: line.no,
                blanks: line.blanks.saturating_sub(layout.base).max(u8::from(line.page)),
                page: line.page,
                indent: line.indent,
                furniture: false,
            }),
        }
    }
    blocks
}

/// Whether a line of a text that was not broken is only the first part of a sentence: someone put a break into it.
fn broke_by_hand(a: &Line<'_>, b: &Line<'_>) -> bool {
    b.blanks == 0
        && a.width >= 40
        && ends_open(&a.text)
        && a.text.ends_with(|c: char| c.is_alphabetic() || c == ',')
        && starts_lower(&b.text)
        && b.width >= TELLING
}

/// Puts a line to the end of a block.
fn append(block: &mut Block, soft: bool, line: &Line<'_>, hyphens: &Hyphens) {
    join(&mut block.text, soft, &line.text, hyphens);
}

/// Puts a text behind another as words of one sentence. `soft`: the first one ended in a soft hyphen.
pub fn join(text: &mut String, soft: bool, next: &str, hyphens: &Hyphens) {
    if soft {
        text.push_str(next);
        return;
    }
    let unspaced = text.chars().next_back().is_some_and(is_unspaced) && next.chars().next().is_some_and(is_unspaced);
    let dashed = broken(text).is_some();
    match dashed.then(|| hyphens.judge(text, next)) {
        Some(Hyphen::Broke) => {
            text.pop();
        }
        Some(Hyphen::Belongs) => {}
        None if unspaced => {}
        Some(Hyphen::Hangs) | None => text.push(' '),
    }
    text.push_str(next);
}
