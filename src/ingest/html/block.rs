//! A tree to the blocks of text a reader sees, in order: paragraphs, headings, list items, quotations, table rows, code.
//! What is never text (scripts, styles, forms) is left out here; what of the rest is shown, and what is the
//! article, is judged elsewhere.

use super::dom::{Attr, Dom, NodeId};
use super::names::is_hidden_inline;
use super::tag::Tag;
use crate::article::ParagraphKind;
use crate::ingest::limits;

/// Blocks beyond this many are not read; the longest books have a tenth as many.
const BLOCKS: usize = 150_000;

/// A run of text that stands on lines of its own.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its text, white space folded.
    pub text: String,
    /// What its elements say it is.
    pub kind: ParagraphKind,
    /// The innermost element that stands on lines of its own.
    pub holder: NodeId,
    /// The first text in it.
    pub at: NodeId,
    /// The level of a heading.
    pub level: Option<u8>,
    /// How much of it is prose: characters that are not white space, of scripts without spaces counted thrice.
    pub weight: u32,
    /// How much of that is the text of links.
    pub linked: u32,
    /// How much of that is bold.
    pub bold: u32,
}

impl Block {
    /// The share of it that is links, 0 to 1.
    pub fn link_share(&self) -> f32 {
        share(self.linked, self.weight)
    }

    /// Whether all of it is bold.
    pub fn is_bold(&self) -> bool {
        self.weight > 0 && share(self.bold, self.weight) > 0.95
    }

    /// Whether it reads like a sentence: long enough, ended or broken by a sentence's punctuation, not mostly links.
    pub fn is_prose(&self) -> bool {
        let is_running = !matches!(self.kind, ParagraphKind::Heading | ParagraphKind::Table);
        is_running && self.weight >= 40 && self.link_share() < 0.5 && has_sentence(&self.text)
    }
}

#[allow(clippy::cast_precision_loss)]
fn share(part: u32, whole: u32) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

fn has_sentence(text: &str) -> bool {
    let ends = |c: char| {
        matches!(
            c,
            '.' | '!'
                | '?'
                | '…'
                | '。'
                | '！'
                | '？'
                | '।'
                | '؟'
                | '։'
                | '።'
                | '｡'
                | '»'
                | '”'
                | '"'
                | ':'
                | ','
        )
    };
    text.chars().any(ends)
}

/// How much of a text is prose; see [`Block::weight`].
pub fn weight(text: &str) -> u32 {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if is_dense(c) { 3 } else { 1 }).sum()
}

/// Scripts that say in one character what others say in three: Chinese, Japanese, Korean.
const fn is_dense(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}

/// The blocks of a page.
pub fn blocks(dom: &Dom) -> Vec<Block> {
    let mut reader = Reader { dom, out: Vec::new(), run: Run::default() };
    reader.visit(Dom::ROOT, Setting { holder: Dom::ROOT, ..Setting::default() });
    reader.flush(Setting { holder: Dom::ROOT, ..Setting::default() });
    reader.out
}

/// What the elements around a text make of it.
#[derive(Clone, Copy)]
struct Setting {
    holder: NodeId,
    kind: ParagraphKind,
    level: Option<u8>,
    in_link: bool,
    in_bold: bool,
    /// Lines and spaces count as they stand.
    as_it_stands: bool,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            holder: Dom::ROOT,
            kind: ParagraphKind::Text,
            level: None,
            in_link: false,
            in_bold: false,
            as_it_stands: false,
        }
    }
}

/// The text since the last break.
#[derive(Default)]
struct Run {
    text: String,
    at: Option<NodeId>,
    linked: u32,
    bold: u32,
    breaks: u32,
}

struct Reader<'a> {
    dom: &'a Dom,
    out: Vec<Block>,
    run: Run,
}

impl Reader<'_> {
    fn visit(&mut self, id: NodeId, setting: Setting) {
        for child in self.dom.children(id) {
            limits::checkpoint();
            match self.dom.tag(child) {
                Tag::Text => self.text(child, setting),
                Tag::Br => self.line_break(setting),
                tag if tag.is_unread() || is_reference(self.dom, child) => {
                    if tag.is_block() {
                        self.flush(setting);
                    }
                }
                Tag::Table if is_data(self.dom, child) => self.table(child, setting),
                tag if tag.is_block() => {
                    self.flush(setting);
                    let inner = inner_setting(tag, child, setting);
                    self.visit(child, inner);
                    self.flush(inner);
                }
                // The reading of a word in Japanese stands in brackets after it, given by `rp` or by us.
                Tag::Rt if !self.dom.children(id).any(|c| self.dom.tag(c) == Tag::Rp) => {
                    self.run.text.push('（');
                    self.visit(child, setting);
                    self.run.text.push('）');
                }
                _ if is_break_by_name(self.dom, child) => self.flush(setting),
                // A hidden element that holds whole blocks is judged with them; within a line it is just left out.
                _ if is_hidden_inline(self.dom, child) && !holds_blocks(self.dom, child) => {}
                tag => self.visit(child, inline_setting(tag, setting)),
            }
        }
    }

    fn text(&mut self, id: NodeId, setting: Setting) {
        let text = self.dom.text(id);
        if setting.as_it_stands {
            for (n, line) in text.split('\n').enumerate() {
                if n > 0 {
                    self.flush(setting);
                }
                self.push(line, id, setting);
            }
        } else {
            self.push(text, id, setting);
        }
    }

    fn push(&mut self, text: &str, id: NodeId, setting: Setting) {
        let heavy = weight(text);
        if heavy > 0 {
            self.run.breaks = 0;
            self.run.at.get_or_insert(id);
            self.run.linked += if setting.in_link { heavy } else { 0 };
            self.run.bold += if setting.in_bold { heavy } else { 0 };
        }
        // A line break in the source is a space; the only LF in a run are those of `br`.
        self.run.text.extend(text.chars().map(|c| if c == '\n' || c == '\r' { ' ' } else { c }));
    }

    fn line_break(&mut self, setting: Setting) {
        self.run.breaks += 1;
        if self.run.breaks > 1 || setting.as_it_stands {
            self.flush(setting);
        } else {
            self.run.text.push('\n');
        }
    }

    fn flush(&mut self, setting: Setting) {
        let run = std::mem::take(&mut self.run);
        let Some(at) = run.at else { return };
        let lines: Vec<&str> = run.text.split('\n').collect();
        if lines_are_paragraphs(&lines) {
            let (linked, bold) = (run.linked, run.bold);
            let whole = weight(&run.text).max(1);
            for line in lines {
                let heavy = weight(line);
                let part = |n: u32| u32::try_from(u64::from(n) * u64::from(heavy) / u64::from(whole)).unwrap_or(0);
                self.block(line, at, part(linked), part(bold), setting);
            }
        } else {
            self.block(&run.text, at, run.linked, run.bold, setting);
        }
    }

    fn block(&mut self, text: &str, at: NodeId, linked: u32, bold: u32, setting: Setting) {
        limits::checkpoint();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() && self.out.len() < BLOCKS {
            let weight = weight(&text);
            let Setting { holder, kind, level, .. } = setting;
            self.out.push(Block { text, kind, holder, at, level, weight, linked, bold });
        }
    }

    /// One row a block, its cells parted by ' | '.
    fn table(&mut self, table: NodeId, setting: Setting) {
        self.flush(setting);
        let dom = self.dom;
        for row in dom.within(table).filter(|&id| matches!(dom.tag(id), Tag::Tr | Tag::Caption)) {
            if is_hidden_inline(dom, row) {
                continue;
            }
            let setting = Setting { holder: row, kind: ParagraphKind::Table, ..setting };
            if dom.tag(row) == Tag::Caption {
                self.visit(row, setting);
                self.flush(setting);
                continue;
            }
            for (n, cell) in dom.children(row).filter(|&id| is_shown_cell(dom, id)).enumerate() {
                if n > 0 {
                    self.run.text.push_str(" | ");
                }
                self.cell(cell, setting);
            }
            self.flush(setting);
        }
    }

    /// The text of a cell, without breaks.
    fn cell(&mut self, id: NodeId, setting: Setting) {
        let dom = self.dom;
        for child in dom.children(id) {
            limits::checkpoint();
            match dom.tag(child) {
                Tag::Text => self.push(dom.text(child), child, setting),
                tag if tag.is_unread() || is_reference(dom, child) || is_hidden_inline(dom, child) => {}
                tag => {
                    if tag.is_block() || tag == Tag::Br {
                        self.run.text.push(' ');
                    }
                    self.cell(child, inline_setting(tag, setting));
                }
            }
        }
    }
}

/// Single line breaks part paragraphs where the lines are long and are sentences.
fn lines_are_paragraphs(lines: &[&str]) -> bool {
    let full: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    let long = full.iter().filter(|line| weight(line) >= 90).count();
    full.len() > 1 && long * 2 >= full.len()
}

fn inner_setting(tag: Tag, holder: NodeId, outer: Setting) -> Setting {
    let inner = Setting { holder, ..outer };
    match tag {
        Tag::Li | Tag::Dd | Tag::Dt => Setting { kind: ParagraphKind::Item, ..inner },
        Tag::Blockquote => Setting { kind: ParagraphKind::Quote, ..inner },
        Tag::Pre => Setting { kind: ParagraphKind::Code, as_it_stands: true, ..inner },
        _ => match tag.heading_level() {
            Some(level) => Setting { kind: ParagraphKind::Heading, level: Some(level), ..inner },
            None => inner,
        },
    }
}

fn inline_setting(tag: Tag, outer: Setting) -> Setting {
    match tag {
        Tag::A => Setting { in_link: true, ..outer },
        Tag::B | Tag::Strong => Setting { in_bold: true, ..outer },
        _ => outer,
    }
}

/// The raised number or mark that leads to a footnote.
fn is_reference(dom: &Dom, id: NodeId) -> bool {
    dom.tag(id) == Tag::Sup && {
        let text = dom.line_within(id);
        let is_bracketed = text.starts_with('[') && text.ends_with(']') && text.len() <= 12;
        let is_linked = dom.within(id).take(8).any(|inner| dom.tag(inner) == Tag::A);
        is_bracketed || (is_linked && text.len() <= 4)
    }
}

fn is_shown_cell(dom: &Dom, id: NodeId) -> bool {
    matches!(dom.tag(id), Tag::Td | Tag::Th) && !is_hidden_inline(dom, id)
}

fn holds_blocks(dom: &Dom, id: NodeId) -> bool {
    dom.within(id).any(|inner| dom.tag(inner).is_block())
}

/// An empty element whose class says that it breaks the line, as some editors write one.
fn is_break_by_name(dom: &Dom, id: NodeId) -> bool {
    let is_empty = dom.within(id).next().is_none();
    is_empty && dom.attr(id, Attr::Class).is_some_and(|c| c.split_ascii_whitespace().any(|name| name == "br"))
}

/// Whether a table holds data; many only lay out the page.
fn is_data(dom: &Dom, table: NodeId) -> bool {
    let (mut rows, mut cells, mut headers, mut length) = (0_usize, 0_usize, 0_usize, 0_usize);
    for id in dom.within(table) {
        match dom.tag(id) {
            Tag::Table | Tag::Form | Tag::H1 | Tag::Article | Tag::Section | Tag::Iframe => return false,
            Tag::Tr => rows += 1,
            Tag::Td => cells += 1,
            Tag::Th => headers += 1,
            Tag::Text => length += dom.text(id).trim().len(),
            _ => {}
        }
    }
    let all = cells + headers;
    rows >= 2 && all >= 2 * rows && length / all.max(1) < 160
}
