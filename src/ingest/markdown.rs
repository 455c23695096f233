//! Markdown to an article: CommonMark with tables and notes. Takes title, authors and date from the front matter, or from
//! the heading and the lines below it. Leaves out pictures, raw HTML's tags, and lines of nothing but links.

mod front_matter;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::article::{Article, Edtf, Paragraph, ParagraphKind};
use crate::ingest::metadata::byline;
use crate::ingest::metadata::date::{self, Slashes};
use crate::ingest::metadata::front::{self, squeeze};
use crate::ingest::{Extracted, Field, IngestError, Input, Metadata, encoding, limits};

use front_matter::FrontMatter;

/// Whether a text is Markdown: it begins with front matter, or bears several of the marks that only Markdown has.
pub fn is(input: &Input<'_>) -> bool {
    /// How much of a text is looked at, in bytes.
    const GLANCE: usize = 256 << 10;
    let head = input.bytes.get(..input.bytes.len().min(GLANCE)).unwrap_or_default();
    let text = String::from_utf8_lossy(head);
    if text.trim_start().starts_with('<') {
        return false;
    }
    let (matter, body) = front_matter::split(&text);
    let named = input.hint.name.as_deref().is_some_and(|n| n.ends_with(".md") || n.ends_with(".markdown"));
    matter != FrontMatter::default() || marks(body) >= if named { 1 } else { 2 }
}

/// How many kinds of Markdown's marks a text bears.
fn marks(text: &str) -> usize {
    let line_begins = |test: &dyn Fn(&str) -> bool| text.lines().any(|l| test(l.trim_end()));
    let heading = |l: &str| {
        let rest = l.trim_start_matches('#');
        (1..=6).contains(&(l.len() - rest.len())) && rest.starts_with(' ') && rest.len() > 2
    };
    let link = text.match_indices("](").any(|(at, _)| {
        let to = text.get(at + 2..).unwrap_or_default();
        ["http", "/", "#", "mailto:", "<", "."].iter().any(|p| to.starts_with(p))
    });
    let strong = text.contains("**")
        && text.split_whitespace().any(|w| w.len() > 4 && (w.starts_with("**") || w.ends_with("**")));
    let is_emphasis = |w: &str| {
        let w = w.trim_end_matches([',', '.', ':', ';']);
        w.len() > 3 && (w.starts_with('_') && w.ends_with('_'))
    };
    let emphasis = text.contains('_') && text.split_whitespace().any(is_emphasis);
    let fence = line_begins(&|l| l.starts_with("```") || l.starts_with("~~~"));
    let escaped = text.contains("\\[") || text.contains("\\*") || text.contains("\\_");
    let note = text.contains("[^");
    let table = line_begins(&|l| l.contains("|--") || l.contains("| --") || l.contains("|:-"));
    [line_begins(&heading), link, strong, emphasis, fence, escaped, note, table].iter().filter(|m| **m).count()
}

/// Takes the article out of a Markdown text.
///
/// # Errors
/// None: what is no Markdown is a paragraph of text.
pub fn extract(input: &Input<'_>) -> Result<Extracted, IngestError> {
    let text = encoding::decode(input);
    let (matter, body) = front_matter::split(&text);
    let mut blocks = blocks(body);
    let metadata = metadata(&matter, &mut blocks);
    blocks.retain(|b| !b.is_navigation());
    let article = Article::new(blocks.into_iter().map(Block::paragraph));
    Ok(Extracted { article, metadata })
}

/// A block of text.
#[derive(Debug, Default)]
struct Block {
    kind: ParagraphKind,
    text: String,
    /// The level of a heading.
    level: Option<u8>,
    /// Bytes of its text that are links, and how many links there are.
    linked: (usize, usize),
    /// Whether all of it is strong.
    strong: bool,
}

impl Block {
    /// Nothing but links, and signs between them.
    fn is_navigation(&self) -> bool {
        let letters = self.text.chars().filter(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
        self.linked.1 >= 2 && self.kind == ParagraphKind::Text && self.linked.0 >= letters
    }

    /// As it stands in the article: a short line that is wholly strong is a heading.
    fn paragraph(self) -> Paragraph {
        let heads = self.strong && self.text.len() < 120 && !self.text.ends_with(['.', ',', ';', '”', '"']);
        let kind = if heads && self.kind == ParagraphKind::Text { ParagraphKind::Heading } else { self.kind };
        Paragraph { kind, text: self.text }
    }
}

/// Reads a Markdown text into its blocks.
fn blocks(text: &str) -> Vec<Block> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut reader = Reader::default();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        limits::checkpoint();
        let emphasis = matches!(event, Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis));
        if emphasis && is_inside_words(text, range) {
            reader.text("*");
        }
        reader.take(event);
    }
    reader.finish()
}

/// Whether a star opens inside a word and another closes inside one, as in German 'Lots*innen und Pilot*innen': letters, no
/// emphasis.
fn is_inside_words(text: &str, emphasis: Range<usize>) -> bool {
    let star = text.get(emphasis.start..).is_some_and(|text| text.starts_with('*'));
    let before = text.get(..emphasis.start).and_then(|text| text.chars().next_back());
    let behind = text.get(emphasis.end..).and_then(|text| text.chars().next());
    star && before.is_some_and(char::is_alphabetic) && behind.is_some_and(char::is_alphabetic)
}

/// A list that is open.
struct List {
    /// The number of its next item, if it counts.
    next: Option<u64>,
    /// The block with which its first item began, and how many items there were.
    first: usize,
    items: usize,
}

#[derive(Default)]
struct Reader {
    out: Vec<Block>,
    notes: Vec<Block>,
    open: Block,
    lists: Vec<List>,
    quotes: usize,
    in_note: bool,
    in_image: usize,
    in_link: usize,
    in_strong: usize,
    plain: bool,
    in_html: bool,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_html => self.html(&text),
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text)
            }
            Event::SoftBreak | Event::HardBreak => self.open.text.push(' '),
            Event::InlineHtml(html) if html.starts_with("<br") => self.open.text.push(' '),
            Event::Html(html) => self.html(&html),
            Event::Rule => self.close(),
            Event::InlineHtml(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.close();
                self.open.level = Some(level as u8);
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes += 1;
            }
            Tag::List(next) => {
                self.close();
                self.lists.push(List { next, first: self.out.len(), items: 0 });
            }
            Tag::Item | Tag::Paragraph | Tag::CodeBlock(_) | Tag::TableHead | Tag::TableRow => self.close(),
            Tag::FootnoteDefinition(_) => {
                self.close();
                self.in_note = true;
            }
            Tag::HtmlBlock => {
                self.close();
                self.in_html = true;
            }
            Tag::Image { .. } => self.in_image += 1,
            Tag::Link { .. } => {
                self.in_link += 1;
                self.open.linked.1 += 1;
            }
            Tag::Strong => self.in_strong += 1,
            _ => {}
        }
        if let (Some(list), Tag::Item) = (self.lists.last_mut(), tag) {
            list.items += 1;
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.close_as(ParagraphKind::Heading),
            TagEnd::CodeBlock => self.close_as(ParagraphKind::Code),
            TagEnd::TableRow | TagEnd::TableHead => self.close_as(ParagraphKind::Table),
            TagEnd::TableCell => self.open.text.push_str(" | "),
            TagEnd::Paragraph | TagEnd::Item => self.close(),
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.close();
                if let Some(list) = self.lists.pop() {
                    self.restore_number(&list);
                }
            }
            TagEnd::FootnoteDefinition => {
                self.close();
                self.in_note = false;
            }
            TagEnd::HtmlBlock => {
                self.close();
                self.in_html = false;
            }
            TagEnd::Image => self.in_image = self.in_image.saturating_sub(1),
            TagEnd::Link => self.in_link = self.in_link.saturating_sub(1),
            TagEnd::Strong => self.in_strong = self.in_strong.saturating_sub(1),
            _ => {}
        }
    }

    /// A list of one item that begins with a number is a paragraph that does: `3. May was a Saturday.`
    fn restore_number(&mut self, list: &List) {
        let (Some(number), 1, [only]) = (list.next, list.items, self.out.get_mut(list.first..).unwrap_or_default())
        else {
            return;
        };
        if only.kind == ParagraphKind::Item {
            only.kind = ParagraphKind::Text;
            only.text = format!("{number}. {}", only.text);
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_image > 0 {
            return;
        }
        if self.in_link > 0 {
            self.open.linked.0 += text.chars().filter(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
        }
        if self.in_strong == 0 && text.chars().any(char::is_alphanumeric) {
            self.plain = true;
        }
        self.open.text.push_str(text);
    }

    /// Raw HTML: what stands between its tags, but for scripts, styles and comments.
    fn html(&mut self, html: &str) {
        let lower = html.trim_start().to_ascii_lowercase();
        if ["<!", "<script", "<style", "<iframe", "<svg"].iter().any(|tag| lower.starts_with(tag)) {
            return;
        }
        let mut depth = 0usize;
        let mut text = String::new();
        for c in html.chars() {
            match c {
                '<' => depth += 1,
                '>' if depth > 0 => {
                    depth -= 1;
                    text.push(' ');
                }
                _ if depth == 0 => text.push(c),
                _ => {}
            }
        }
        self.plain = true;
        self.open.text.push_str(&text);
    }

    fn close(&mut self) {
        let kind = match (self.in_note, self.lists.is_empty(), self.quotes) {
            (true, ..) => ParagraphKind::Note,
            (_, false, _) => ParagraphKind::Item,
            (_, _, 1..) => ParagraphKind::Quote,
            _ => ParagraphKind::Text,
        };
        self.close_as(kind);
    }

    fn close_as(&mut self, kind: ParagraphKind) {
        let mut block = std::mem::take(&mut self.open);
        let strong = !std::mem::take(&mut self.plain);
        block.text = block.text.trim().trim_end_matches(" |").trim().to_owned();
        if block.text.is_empty() {
            return;
        }
        (block.kind, block.strong) = (kind, strong);
        if self.in_note { self.notes.push(block) } else { self.out.push(block) }
    }

    fn finish(mut self) -> Vec<Block> {
        self.close();
        self.out.append(&mut self.notes);
        self.out
    }
}

/// What the front matter says, and where it is silent what stands above the text; that is taken off the blocks.
fn metadata(matter: &FrontMatter, blocks: &mut Vec<Block>) -> Metadata {
    let origin = |key: &str| format!("front matter: {key}");
    let field = |value: String, key: &str| Field { value, origin: origin(key), confidence: 1.0 };
    let text = |keys: &[&str]| matter.text(keys).map(str::to_owned);
    let language = text(&["lang", "language", "locale"]).filter(|l| l.len() >= 2 && l.len() < 36);
    let slashes = Slashes::in_language(language.as_deref().unwrap_or_default());
    let dates = ["date", "published", "publisheddate", "published_time", "publish_date", "date_published", "created"];
    let day = matter.text(&dates).and_then(|d| d.parse().ok().or_else(|| date::parse(d, slashes).map(Edtf::Date)));
    let mut metadata = Metadata {
        title: text(&["title"]).map(|t| field(t, "title")),
        authors: authors(matter).map(|value| Field { value, origin: origin("author"), confidence: 1.0 }),
        publisher: text(&["publisher", "publication", "site", "sitename", "site_name"]).map(|p| field(p, "publisher")),
        published: day.map(|value| Field { value, origin: origin("date"), confidence: 1.0 }),
        url: text(&["url", "link", "source", "canonical", "canonical_url", "permalink"])
            .filter(|u| u.starts_with("http://") || u.starts_with("https://"))
            .map(|u| field(u, "url")),
        language: language.map(|l| field(l, "language")),
        kind: None,
        standfirst: text(&["description", "subtitle", "standfirst", "dek"]).map(|s| field(s, "description")),
    };
    take_title(blocks, &mut metadata);
    take_lines(blocks, &mut metadata, slashes);
    metadata
}

fn authors(matter: &FrontMatter) -> Option<Vec<String>> {
    let values = matter.get(&["author", "authors", "byline", "creator", "by"])?;
    let authors = match values {
        // A field of its own names nobody but authors, be they people, agencies or places.
        [one] => {
            let parts: Vec<String> = one.split([',', ';', '|']).map(|p| p.trim().to_owned()).collect();
            let named = front::named(byline::without_lead(one).unwrap_or(one));
            if parts.len() > named.len() { parts } else { named }
        }
        several => several.to_vec(),
    };
    (!authors.is_empty()).then_some(authors)
}

/// The first heading, where nothing of length stands above it, is the title; a title that is known already is taken off.
fn take_title(blocks: &mut Vec<Block>, metadata: &mut Metadata) {
    let heading = blocks.iter().take(4).position(|b| b.level.is_some());
    let Some(at) = heading.filter(|&at| blocks.iter().take(at).all(|b| b.text.len() < 100)) else { return };
    let Some(block) = blocks.get(at) else { return };
    let top = block.level == Some(1) || blocks.iter().filter(|b| b.level == block.level).count() == 1;
    match &metadata.title {
        Some(title) if squeeze(&title.value) != squeeze(&block.text) => return,
        None if !top => return,
        Some(_) => {}
        None => {
            let (value, origin) = (block.text.clone(), "first heading".to_owned());
            metadata.title = Some(Field { value, origin, confidence: 0.95 });
        }
    }
    blocks.drain(..=at);
}

/// Bylines and dates that stand alone directly below the title.
fn take_lines(blocks: &mut Vec<Block>, metadata: &mut Metadata, slashes: Slashes) {
    const MOST: usize = 3;
    for _ in 0..MOST {
        let is_front = blocks.first().is_some_and(|b| {
            b.kind == ParagraphKind::Text && front::take(metadata, &b.text, slashes, "below the title")
        });
        if !is_front {
            return;
        }
        blocks.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::{blocks, extract, is};
    use crate::ingest::{Hint, Input};

    #[test]
    fn markdown_is_known_by_its_marks() {
        let hint = Hint::default();
        for text in [
            "---\ntitle: A\n---\nB",
            "# A heading\n\nSome **strong words** here.",
            "A [link](http://a.org) and `x`\n\n```\nx\n```",
        ] {
            assert!(is(&Input { bytes: &text.as_bytes().into(), hint: &hint }), "{text}");
        }
        for text in ["A plain paragraph.\n\nAnother.", "<p>**no**</p> # x", "#hashtag and more", "2 * 3 * 4"] {
            assert!(!is(&Input { bytes: &text.as_bytes().into(), hint: &hint }), "{text}");
        }
    }

    #[test]
    fn a_star_inside_a_word_is_kept_and_emphasis_is_not() {
        for (text, read) in [
            ("Die Lots*innen und Pilot*innen kamen *früh* an.", "Die Lots*innen und Pilot*innen kamen früh an."),
            ("Die Lots*innen kamen.", "Die Lots*innen kamen."),
            ("Un*believ*able *words*.", "Un*believ*able words."),
        ] {
            let read_as: Vec<String> = blocks(text).into_iter().map(|block| block.text).collect();
            assert_eq!(read_as, [read]);
        }
    }

    #[test]
    fn blocks_keep_their_kinds() {
        let text = "## Head\n\nOne\ntwo [link](http://x.org) ![picture](x.jpg)\n\n- item\n  - inner\n\n> quoted\n\n```\ncode\n```\n\n\
                    | a | b |\n|---|---|\n| 1 | 2 |\n\nNoted[^1].\n\n[^1]: The note.\n\n3. May was fine\n\n<div>raw <b>text</b></div>\n\n**Strong**\n";
        let out: Vec<String> = blocks(text)
            .into_iter()
            .map(super::Block::paragraph)
            .map(|p| format!("{}: {}", p.kind.name(), p.text))
            .collect();
        assert_eq!(
            out,
            [
                "heading: Head",
                "text: One two link",
                "item: item",
                "item: inner",
                "quote: quoted",
                "code: code",
                "table: a | b",
                "table: 1 | 2",
                "text: Noted.",
                "text: 3. May was fine",
                "text: raw  text",
                "heading: Strong",
                "note: The note."
            ]
        );
    }

    #[test]
    fn what_stands_above_the_text_is_its_source() {
        let hint = Hint::default();
        let text = "# Ferry runs aground\n\n*By Ines Maddock*\n\n3 May 2031\n\n![A picture](x.jpg)\n\nThe ferry struck a sandbank.\n\n---\n\n[Home](/) | [About](/about)\n";
        let out = extract(&Input { bytes: &text.as_bytes().into(), hint: &hint }).unwrap();
        assert_eq!(out.article.to_file(), "The ferry struck a sandbank.\n");
        assert_eq!(out.metadata.title.unwrap().value, "Ferry runs aground");
        assert_eq!(out.metadata.authors.unwrap().value, ["Ines Maddock"]);
        assert_eq!(out.metadata.published.unwrap().value.to_string(), "2031-05-03");
    }
}
