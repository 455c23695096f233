//! A document of any form made into a clean article and its draft brief, within what one input may cost. Keeps nothing:
//! no file is written; a connection is opened only for an address that it was given.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::SystemTime;

use crate::analysis::draft::draft;
use crate::article::{Article, Date, Edtf, ParagraphKind, ParagraphNo, sha256};
use crate::brief::study::Moment;
use crate::brief::{ArticleRef, Brief, Source};
use crate::ingest::{self, Bytes, Extracted, Hint, IngestError, Metadata, fetch, file, limits};

/// The day it is, in UTC; or that of `SOURCE_DATE_EPOCH`, by which what is made can be made again to the byte. `None` where
/// that is no number of seconds.
pub fn today() -> Option<Date> {
    let variable = std::env::var("SOURCE_DATE_EPOCH").ok().filter(|value| !value.is_empty());
    let moment = match &variable {
        Some(seconds) => seconds.parse().map(Moment::from_seconds).ok()?,
        None => Moment::of(SystemTime::now()),
    };
    moment.date()
}

/// A document made a brief of, not yet kept.
#[derive(Clone, Debug)]
pub struct Made {
    /// The clean article, as its file reads.
    pub article: Article,
    /// The draft brief.
    pub brief: Brief,
    /// Where each field of the source was found.
    pub metadata: Metadata,
}

/// The bytes of a file, or of the page at an address, and what is known of them.
///
/// # Errors
/// When it cannot be read or fetched.
pub fn read(what: &Path) -> Result<(Vec<u8>, Hint), IngestError> {
    let name = what.to_string_lossy().into_owned();
    if fetch::is_address(&name) {
        let page = fetch::fetch(&name).map_err(IngestError::Fetch)?;
        return Ok((page.bytes, page.hint));
    }
    let bytes = file::read(what)?;
    if let Some(own) = own(what, &bytes) {
        return Err(IngestError::Own(own));
    }
    Ok((bytes, Hint { name: Some(name), ..Hint::default() }))
}

/// What a file is that epitome wrote, or that is written as it does: nothing for an article.
fn own(path: &Path, bytes: &[u8]) -> Option<&'static str> {
    const KEYS: [(&[u8], &str); 2] = [
        (b"epitome:", "a brief, no article; copy it into the library's folder, with the .txt beside it"),
        (b"study:", "a file of somebody's notes, no article; copy it beside its brief"),
    ];
    if path.extension().is_none_or(|extension| extension != "yaml" && extension != "yml") {
        return None;
    }
    let lines = || bytes.split(|byte| *byte == b'\n');
    KEYS.into_iter().find_map(|(key, what)| lines().any(|line| line.starts_with(key)).then_some(what))
}

/// Makes the brief of a document, within what one input may cost. `on` is the day it is made.
///
/// # Errors
/// When no article comes out of it.
pub fn make(bytes: Vec<u8>, hint: Hint, on: Option<Date>) -> Result<Made, IngestError> {
    let since = hint.since;
    let bytes = Bytes::from(bytes);
    let work = move || {
        limits::panic_if_asked(hint.name.as_deref().unwrap_or_default());
        let Extracted { article, metadata } = ingest::extract(bytes.clone(), &hint)?;
        let article = as_stored(article);
        let title = metadata.title.as_ref().map(|field| field.value.as_str());
        let source = source(&metadata, Some(reference(&article, sha256(&bytes))));
        let brief = draft(&article, title, &source, on.map(Edtf::Date));
        Ok(Made { article, brief, metadata })
    };
    limits::bounded(since, work).unwrap_or_else(|overrun| Err(IngestError::Overrun(overrun)))
}

/// An article as it will be read from its file, where anchors must hold.
fn as_stored(article: Article) -> Article {
    let mut stored = Article::parse(&article.to_file());
    for (at, paragraph) in article.paragraphs().iter().enumerate() {
        stored.set_kind(ParagraphNo::at(at), paragraph.kind);
    }
    stored
}

/// How an article's text is recognised; `origin` is the digest of what it was made from.
pub(super) fn reference(article: &Article, origin: String) -> ArticleRef {
    let mut kinds: BTreeMap<ParagraphKind, Vec<ParagraphNo>> = BTreeMap::new();
    for (at, paragraph) in article.paragraphs().iter().enumerate().filter(|(_, p)| p.kind != ParagraphKind::Text) {
        kinds.entry(paragraph.kind).or_default().push(ParagraphNo::at(at));
    }
    ArticleRef {
        sha256: article.sha256(),
        origin_sha256: Some(origin),
        cleaner: Some(ingest::CLEANER.to_owned()),
        words: article.words(),
        paragraphs: article.paragraphs().len(),
        kinds,
    }
}

/// What a document says of its source; what it does not say stays unknown.
fn source(metadata: &Metadata, article: Option<ArticleRef>) -> Source {
    Source {
        publisher: metadata.publisher.as_ref().map(|field| field.value.clone()),
        authors: metadata.authors.as_ref().map(|field| field.value.clone()).unwrap_or_default(),
        published: metadata.published.as_ref().map(|field| field.value),
        kind: metadata.kind.as_ref().map(|field| field.value).unwrap_or_default(),
        url: metadata.url.as_ref().map(|field| field.value.clone()),
        language: metadata.language.as_ref().map(|field| field.value.clone()),
        article,
        standfirst: metadata.standfirst.as_ref().map(|field| field.value.clone()),
    }
}
