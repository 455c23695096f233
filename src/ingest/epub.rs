//! An EPUB to an article: its chapters in the order of its spine, its source from its package document. Leaves out cover,
//! title page, contents and page of rights. Refuses books whose text is locked, and archives that unpack to too much.

mod archive;
mod chapter;

use std::collections::HashSet;
use std::io::Cursor;

use rbook::Epub;
use rbook::epub::manifest::EpubManifestEntry;

use crate::article::{Article, Edtf, Paragraph, ParagraphKind};
use crate::ingest::metadata::date::{self, Slashes};
use crate::ingest::metadata::front::{self, squeeze};
use crate::ingest::{Bytes, Extracted, Field, Hint, IngestError, Input, Metadata, encoding, limits, sniff};

use archive::Counted;
use chapter::{Block, Chapter};

/// Whether bytes are an EPUB: an archive that says so in its first file, or holds a container.
pub fn is(input: &Input<'_>) -> bool {
    let holds = |bytes: &[u8], name: &[u8]| bytes.windows(name.len()).any(|w| w == name);
    let head = input.bytes.get(..input.bytes.len().min(256)).unwrap_or_default();
    let tail = input.bytes.get(input.bytes.len().saturating_sub(1 << 20)..).unwrap_or_default();
    sniff::is_zip(input.bytes) && (holds(head, b"application/epub+zip") || holds(tail, b"META-INF/container.xml"))
}

/// Takes the article out of an EPUB.
///
/// # Errors
/// When it is locked, damaged or too large.
pub fn extract(input: &Input<'_>) -> Result<Extracted, IngestError> {
    archive::look_over(input.bytes)?;
    let mut options = Epub::options();
    options.strict(false).skip_toc(true);
    let book = options.read(Cursor::new(input.bytes.clone())).map_err(|_| IngestError::Damaged {
        format: "EPUB",
        why: "its package document is missing or cannot be read".to_owned(),
    })?;
    let mut room = limits::UNPACKED_BYTES;
    let encryption = read(&book, "/META-INF/encryption.xml", &mut room)?.unwrap_or_default();
    if archive::is_protected(&encryption) {
        return Err(IngestError::Locked);
    }
    let mut metadata = metadata(&book);
    let mut chapters = Vec::new();
    let mut seen = HashSet::new();
    for entry in book.spine().iter().filter(|entry| entry.is_linear()).filter_map(|entry| entry.manifest_entry()) {
        if !seen.insert(entry.href().as_str()) {
            continue;
        }
        chapters.extend(text_of(&book, entry, &mut room)?.map(|xhtml| chapter::read(&xhtml)));
    }
    let mut blocks = text_blocks(chapters, &metadata);
    take_front(&mut blocks, &mut metadata);
    let (notes, text): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(|b| b.kind == ParagraphKind::Note);
    let article = Article::new(text.into_iter().chain(notes).map(|b| Paragraph { kind: b.kind, text: b.text }));
    Ok(Extracted { article, metadata })
}

/// The text of a chapter; `None` for what is no text: contents, pictures.
fn text_of(book: &Epub, entry: EpubManifestEntry<'_>, room: &mut u64) -> Result<Option<String>, IngestError> {
    let is_nav = entry.properties().has_property("nav");
    let is_text = entry.media_type().contains("html") || entry.media_type().ends_with("xml");
    if is_nav || !is_text || entry.media_type().contains("svg") {
        return Ok(None);
    }
    read(book, entry.href().as_str(), room)
}

/// Unpacks one file of the book; `None` when it is missing or damaged: the rest of the book still comes out.
fn read(book: &Epub, path: &str, room: &mut u64) -> Result<Option<String>, IngestError> {
    let mut unpacked = Counted::keeping(*room);
    match book.copy_resource(path, &mut unpacked) {
        Ok(count) => {
            *room = room.saturating_sub(count);
            let (bytes, hint) = (Bytes::from(unpacked.into_bytes()), Hint::default());
            Ok(Some(encoding::decode(&Input { bytes: &bytes, hint: &hint }).into_owned()))
        }
        Err(_) if unpacked.is_full() => Err(archive::too_much()),
        Err(_) => Ok(None),
    }
}

fn metadata(book: &Epub) -> Metadata {
    let package = book.metadata();
    let field = |value: &str, origin: &str| {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let origin = origin.to_owned();
        (!value.is_empty()).then_some(Field { value, origin, confidence: 1.0 })
    };
    let authors: Vec<String> = package
        .creators()
        .filter(|c| c.main_role().is_none_or(|role| role.code() == "aut"))
        .map(|c| c.value().trim().to_owned())
        .filter(|name| {
            !name.is_empty() && !matches!(name.to_lowercase().as_str(), "unknown" | "unbekannt" | "anonymous")
        })
        .collect();
    let language = package.language().map(|l| l.value().to_owned()).filter(|l| l != "und");
    let slashes = Slashes::in_language(language.as_deref().unwrap_or_default());
    let published = package.published_entry().and_then(|entry| {
        let text = entry.value().trim();
        text.parse().ok().or_else(|| date::parse(text, slashes).map(Edtf::Date)).filter(|d| d.first().year() > 1000)
    });
    let source = package.by_property("dc:source").map(|s| s.value().trim().to_owned()).next();
    Metadata {
        title: package.title().and_then(|t| field(t.value(), "dc:title")),
        authors: (!authors.is_empty()).then(|| Field {
            value: authors,
            origin: "dc:creator".to_owned(),
            confidence: 1.0,
        }),
        publisher: package.publishers().next().and_then(|p| field(p.value(), "dc:publisher")),
        published: published.map(|value| Field { value, origin: "dc:date".to_owned(), confidence: 1.0 }),
        url: source.filter(|s| s.starts_with("http")).and_then(|s| field(&s, "dc:source")),
        language: language.and_then(|l| field(&l, "dc:language")),
        kind: None,
        standfirst: None,
    }
}

/// The blocks of all chapters that are text of the book.
fn text_blocks(chapters: Vec<Chapter>, metadata: &Metadata) -> Vec<Block> {
    let count = chapters.len();
    let keep = |(index, chapter): (usize, Chapter)| {
        let at_edge = index < 4 || index + 4 >= count;
        (!is_front_matter(&chapter, metadata, at_edge)).then_some(chapter.blocks)
    };
    chapters.into_iter().enumerate().filter_map(keep).flatten().collect()
}

/// Whether a chapter is a cover, a title page, contents or a page of rights.
fn is_front_matter(chapter: &Chapter, metadata: &Metadata, at_edge: bool) -> bool {
    const TYPES: [&str; 9] = [
        "cover",
        "titlepage",
        "halftitlepage",
        "copyright-page",
        "toc",
        "landmarks",
        "imprint",
        "imprimatur",
        "colophon",
    ];
    if chapter.types.iter().any(|t| TYPES.contains(&t.as_str())) {
        return true;
    }
    let known: Vec<String> = [metadata.title.as_ref(), metadata.publisher.as_ref()]
        .into_iter()
        .flatten()
        .map(|f| squeeze(&f.value))
        .chain(metadata.authors.iter().flat_map(|f| f.value.iter().map(|a| squeeze(a))))
        .collect();
    let letters: usize = chapter.blocks.iter().map(|b| b.text.len()).sum();
    let linked: usize = chapter.blocks.iter().map(|b| b.linked).sum();
    let repeats = chapter.blocks.iter().all(|b| {
        let own = squeeze(&b.text);
        known.iter().any(|k| *k == own || own == format!("by{k}"))
    });
    let contents = chapter.blocks.len() >= 3 && linked * 10 > letters * 8;
    at_edge && (repeats || contents || is_rights(chapter, letters))
}

/// A short page of short lines, of which one speaks of rights or gives the book's number.
fn is_rights(chapter: &Chapter, letters: usize) -> bool {
    let says = |text: &str| {
        let lower = text.to_lowercase();
        ["copyright", "©", "all rights reserved", "isbn", "alle rechte vorbehalten", "tous droits réservés"]
            .iter()
            .any(|s| lower.contains(s))
    };
    let lines = chapter.blocks.len().max(1);
    letters < 3000 && letters / lines < 260 && chapter.blocks.iter().any(|b| says(&b.text))
}

/// Takes the title off the head of the text, and bylines and dates that stand below it.
fn take_front(blocks: &mut Vec<Block>, metadata: &mut Metadata) {
    const MOST: usize = 3;
    let title = metadata.title.as_ref().map(|t| squeeze(&t.value));
    let is_title = |b: &Block| title.as_deref() == Some(squeeze(&b.text).as_str());
    let Some(at) = blocks.iter().take(MOST).position(is_title) else { return };
    blocks.remove(at);
    let slashes = Slashes::in_language(metadata.language.as_ref().map_or("", |l| l.value.as_str()));
    for _ in 0..MOST {
        let is_front = blocks.get(at).is_some_and(|b| front::take(metadata, &b.text, slashes, "below the title"));
        if !is_front {
            return;
        }
        blocks.remove(at);
    }
}
