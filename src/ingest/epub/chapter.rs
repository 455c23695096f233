//! A chapter of a book, which is XHTML, to its blocks of text. Reads broken markup as far as it goes. Leaves out pictures
//! and their captions, navigation, scripts, and the marks that refer to notes.

use quick_xml::Reader;
use quick_xml::escape::resolve_html5_entity;
use quick_xml::events::{BytesStart, Event};

use crate::article::ParagraphKind;
use crate::ingest::limits;

/// A block of text in a chapter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: ParagraphKind,
    /// Its text.
    pub text: String,
    /// How many of its bytes are links.
    pub linked: usize,
}

/// What a chapter holds.
#[derive(Clone, Debug, Default)]
pub struct Chapter {
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// The `epub:type`s of its body and its outermost sections.
    pub types: Vec<String>,
}

/// Deepest nesting that is kept track of; what is deeper is read as if it stood there.
const DEEPEST: usize = 400;

/// Reads a chapter.
pub fn read(xhtml: &str) -> Chapter {
    let mut reader = Reader::from_str(xhtml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut walker = Walker::default();
    // What is no markup at all ends the chapter; what was read stands.
    while let Ok(event) = reader.read_event() {
        limits::checkpoint();
        match event {
            Event::Eof => break,
            Event::Start(tag) => walker.open(&tag, true),
            Event::Empty(tag) => walker.open(&tag, false),
            Event::End(tag) => walker.close(tag.local_name().as_ref()),
            Event::Text(text) => walker.text(&text.html_content()),
            Event::CData(text) => walker.text(&text.html_content()),
            Event::GeneralRef(name) => walker.reference(&name.html_content()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    walker.finish()
}

/// What an element does to the text in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// It parts blocks, and gives its own a kind.
    Block(ParagraphKind),
    /// It parts blocks.
    Division,
    /// It parts the cells of a row.
    Cell,
    Link,
    Inline,
    /// Nothing in it is text of the book.
    Skipped,
}

fn role(name: &str, types: &str, class: &str) -> Role {
    let is = |what: &[&str]| types.split_whitespace().any(|t| what.contains(&t));
    if is(&["noteref", "pagebreak", "toc", "landmarks", "page-list", "lot", "loi", "loa"]) || class == "noteref" {
        return Role::Skipped;
    }
    if is(&["footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"]) {
        return Role::Block(ParagraphKind::Note);
    }
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Role::Block(ParagraphKind::Heading),
        "li" => Role::Block(ParagraphKind::Item),
        "blockquote" => Role::Block(ParagraphKind::Quote),
        "pre" => Role::Block(ParagraphKind::Code),
        "tr" => Role::Block(ParagraphKind::Table),
        "td" | "th" => Role::Cell,
        "a" => Role::Link,
        "head" | "script" | "style" | "nav" | "figure" | "figcaption" | "svg" | "math" | "audio" | "video"
        | "object" | "template" | "rt" | "rp" => Role::Skipped,
        "p" | "div" | "section" | "article" | "body" | "ul" | "ol" | "dl" | "dt" | "dd" | "table" | "tbody"
        | "thead" | "caption" | "header" | "footer" | "aside" | "main" | "hr" | "address" | "center" | "html" => {
            Role::Division
        }
        _ => Role::Inline,
    }
}

#[derive(Default)]
struct Walker {
    chapter: Chapter,
    stack: Vec<(String, Role)>,
    open: Block,
    skipped: usize,
    links: usize,
}

impl Walker {
    fn open(&mut self, tag: &BytesStart<'_>, has_content: bool) {
        let local = tag.local_name();
        let name: &str = local.as_ref();
        let name = name.to_ascii_lowercase();
        let attribute = |wanted: &[&str]| {
            let mut all = tag.attributes();
            let found = all.with_checks(false).flatten().find(|a| wanted.contains(&a.key.as_ref()));
            found.map(|a| a.value.to_string()).unwrap_or_default()
        };
        let types = attribute(&["epub:type", "role"]).replace("doc-", "");
        let role = role(&name, &types, &attribute(&["class"]));
        if self.stack.len() < 4 && matches!(name.as_str(), "body" | "section" | "article" | "div") {
            self.chapter.types.extend(types.split_whitespace().map(str::to_owned));
        }
        match role {
            Role::Block(_) | Role::Division => self.end_block(),
            _ if name == "br" => self.open.text.push(' '),
            _ => {}
        }
        let void = matches!(name.as_str(), "br" | "hr" | "img" | "input" | "link" | "meta" | "wbr" | "col");
        if has_content && !void && self.stack.len() < DEEPEST {
            self.skipped += usize::from(role == Role::Skipped);
            self.links += usize::from(role == Role::Link);
            self.stack.push((name, role));
        }
    }

    /// Closes the innermost element of that name, and what was left open in it.
    fn close(&mut self, name: &str) {
        let Some(at) = self.stack.iter().rposition(|(open, _)| open.eq_ignore_ascii_case(name)) else { return };
        while self.stack.len() > at {
            let Some((_, role)) = self.stack.last().cloned() else { return };
            match role {
                Role::Block(_) | Role::Division => self.end_block(),
                Role::Cell => self.open.text.push_str(" | "),
                Role::Link => self.links = self.links.saturating_sub(1),
                Role::Skipped => self.skipped = self.skipped.saturating_sub(1),
                Role::Inline => {}
            }
            self.stack.pop();
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped == 0 && self.chapter.blocks.len() < limits::TEXT_CHARS / 16 {
            self.open.text.push_str(text);
            self.open.linked += if self.links > 0 { text.len() } else { 0 };
        }
    }

    /// `&nbsp;`, `&#160;`, `&#xa0;`.
    fn reference(&mut self, name: &str) {
        let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        });
        match (number.and_then(char::from_u32), resolve_html5_entity(name)) {
            (Some(c), _) => self.text(c.encode_utf8(&mut [0; 4])),
            (None, Some(text)) => self.text(text),
            (None, None) => {}
        }
    }

    fn end_block(&mut self) {
        if self.open.text.is_empty() {
            return;
        }
        let mut block = std::mem::take(&mut self.open);
        block.text = block.text.split_whitespace().collect::<Vec<_>>().join(" ");
        block.text = block.text.trim_end_matches(" |").trim_start_matches("| ").to_owned();
        let kinds =
            || self.stack.iter().filter_map(|(_, r)| if let Role::Block(kind) = r { Some(*kind) } else { None });
        // A note's headings and items are the note's.
        block.kind = kinds().find(|k| *k == ParagraphKind::Note).or_else(|| kinds().next_back()).unwrap_or_default();
        if block.text.chars().any(|c| !c.is_whitespace()) {
            self.chapter.blocks.push(block);
        }
    }

    fn finish(mut self) -> Chapter {
        self.end_block();
        self.chapter
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_chapter_gives_its_blocks_with_their_kinds() {
        let chapter = read(
            "<?xml version=\"1.0\"?><html xmlns:epub='x'><head><title>No</title></head><body epub:type=\"bodymatter\">\
             <h1>One</h1><p>A&nbsp;<i>b</i>c &#8212; d<br/>e<sup><a epub:type=\"noteref\" href=\"#n\">1</a></sup></p>\
             <blockquote><p>quoted</p></blockquote><ul><li>item <ul><li>inner</li></ul></li></ul>\
             <figure><img src=\"x\"/><figcaption>no</figcaption></figure>\
             <table><tr><td>a</td><td>b</td></tr></table><aside epub:type=\"footnote\"><p>note</p></aside>\
             <p>unclosed <b>tags &amp; stray </p></div><p>end",
        );
        let out: Vec<String> = chapter.blocks.iter().map(|b| format!("{}: {}", b.kind.name(), b.text)).collect();
        assert_eq!(
            out,
            [
                "heading: One",
                "text: A bc — d e",
                "quote: quoted",
                "item: item",
                "item: inner",
                "table: a | b",
                "note: note",
                "text: unclosed tags & stray",
                "text: end"
            ]
        );
        assert_eq!(chapter.types, ["bodymatter"]);
    }
}
