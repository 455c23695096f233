//! Articles taken into a library: a document of any form becomes a clean article and its draft brief, and both are kept
//! as files. An article that is there already is recognised and not added again. Writes nothing but these two files, and
//! both whole or not at all; opens a connection only for an address that it was given.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

use crate::analysis::draft::draft;
use crate::analysis::identity::brief_id;
use crate::analysis::same::Sameness;
use crate::article::{Article, Date, Edtf, ParagraphKind, ParagraphNo, sha256};
use crate::brief::anchor::Finder;
use crate::brief::study::Moment;
use crate::brief::{ArticleRef, Brief, Source, emit, yaml};
use crate::ingest::{self, Bytes, Extracted, Hint, IngestError, Metadata, fetch, file, limits};
use crate::library::disk::{self, Durability, Lock};
use crate::library::known::Known;
use crate::library::{BriefId, LARGEST_ARTICLE, Library, LibraryError, Opened};

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

/// What became of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// It is in the library now.
    Added(BriefId),
    /// It was there already, and nothing was written.
    There(BriefId, Sameness),
    /// Its brief was there without it; it lies beside that now.
    Attached(BriefId),
    /// A brief of it is there without an article, and so many of the brief's passages are not in this text: nothing was
    /// written.
    Apart(BriefId, usize),
}

/// Why no brief came of a document.
#[derive(Debug)]
pub enum TakingError {
    /// No article came out of it.
    Document(IngestError),
    /// The library could not be read or written.
    Library(LibraryError),
    /// It is not the article of that brief.
    Another(BriefId),
    /// It gives another text than the article that is stored with that brief.
    OtherText(BriefId),
    /// The brief has no article here, and none was given.
    NoArticle(BriefId),
    /// The brief was changed while it was made again.
    Changed(BriefId),
}

impl TakingError {
    /// Whether work on a document still goes on and cannot be stopped, but by ending the program.
    pub fn goes_on(&self) -> bool {
        matches!(self, Self::Document(e) if e.goes_on())
    }
}

impl fmt::Display for TakingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document(e) => e.fmt(f),
            Self::Library(e) => e.fmt(f),
            Self::Another(id) => write!(f, "is not the article of {id}; add it as one of its own"),
            Self::OtherText(id) => {
                write!(f, "gives another text than the stored article of {id}; --reclean stores this one")
            }
            Self::NoArticle(id) => write!(f, "{id}: its article is not here; give the file or the address it is from"),
            Self::Changed(id) => write!(f, "{id}: its brief was changed meanwhile; try again"),
        }
    }
}

impl std::error::Error for TakingError {}

impl From<IngestError> for TakingError {
    fn from(e: IngestError) -> Self {
        Self::Document(e)
    }
}

impl From<LibraryError> for TakingError {
    fn from(e: LibraryError) -> Self {
        Self::Library(e)
    }
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
    Ok((file::read(what)?, Hint { name: Some(name), ..Hint::default() }))
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

/// Takes one document into a library: a file, or the page at an address.
///
/// # Errors
/// When no article comes out of it, or the library cannot be read or written.
pub fn take(library: &Library, what: &Path, today: Date) -> Result<Taken, TakingError> {
    let (bytes, hint) = read(what)?;
    let made = make(bytes, hint, Some(today))?;
    let mut known = Known::of(library)?;
    let taken = add(library, &mut known, &made, Already::Alike, true)?;
    known.keep();
    Ok(taken)
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

/// What is taken for an article that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Already {
    /// The same text, nearly the same, a part of it, or one of the same address.
    Alike,
    /// The very same text.
    Same,
}

/// Puts a brief and its article into a library, unless the article is there. Without `write`, only says what would be.
///
/// # Errors
/// When the library cannot be written; then nothing has changed.
pub fn add(
    library: &Library,
    known: &mut Known,
    made: &Made,
    already: Already,
    write: bool,
) -> Result<Taken, LibraryError> {
    let find = |known: &Known| match already {
        Already::Alike => known.find(library, made),
        Already::Same => known.find_same_text(library, made),
    };
    if let Some((id, by)) = find(known) {
        return there(library, id, by, made, write);
    }
    if write {
        disk::make_folder(library.root())?;
    }
    // A new brief lies at the root, whatever it will be called.
    let lock = if write { Some(Lock::take(library.root())?) } else { None };
    let article = made.article.to_file();
    let stranger = Cell::new(false);
    let taken = |known: &Known, name: &str| {
        let known = known.has_name(name);
        let there = known || is_taken(library, name, &article);
        stranger.set(stranger.get() || there && !known);
        there
    };
    let mut name = brief_id(&made.brief, |name| taken(known, name));
    if stranger.get() {
        // A brief that was not here before: it may be of the same article, which another program is adding.
        known.catch_up(library)?;
        if let Some((id, by)) = find(known) {
            return Ok(Taken::There(id, by));
        }
        name = brief_id(&made.brief, |name| taken(known, name));
    }
    let unnamed = || LibraryError::Write(library.root().to_owned(), io::Error::other("no name is free"));
    let id = BriefId::new(&name).ok_or_else(unnamed)?;
    let text = emit::write(&made.brief);
    if let Some(lock) = &lock {
        keep(library, lock, &id, made, &text)?;
    }
    known.note(id.clone(), made, &text, write);
    Ok(Taken::Added(id))
}

/// What becomes of an article whose brief is there: where that has no article, this is laid beside it, if every passage of
/// the brief is in it.
fn there(library: &Library, id: BriefId, by: Sameness, made: &Made, write: bool) -> Result<Taken, LibraryError> {
    let path = library.root().join(id.article_file());
    if path.symlink_metadata().is_ok() {
        return Ok(Taken::There(id, by));
    }
    // In a dry run it may be a brief that would be added before.
    let Ok(Opened { brief, .. }) = library.load(&id) else { return Ok(Taken::There(id, by)) };
    let finder = Finder::new(&made.article);
    let anchors = brief.claims.iter().flat_map(|claim| &claim.evidence).chain(&brief.summary_evidence);
    let lost = anchors.filter(|anchor| !finder.resolve(anchor).state.is_found()).count();
    if lost > 0 {
        return Ok(Taken::Apart(id, lost));
    }
    if write {
        let lock = Lock::take(path.parent().unwrap_or(library.root()))?;
        disk::write_locked(&lock, &path, made.article.to_file().as_bytes(), Durability::Kept)?;
    }
    Ok(Taken::Attached(id))
}

/// Whether a file of that name is in the way. An article without a brief, left by a program that was killed, is not.
fn is_taken(library: &Library, name: &str, article: &str) -> bool {
    let Some(id) = BriefId::new(name) else { return true };
    let there = |file: &Path| library.root().join(file).symlink_metadata().is_ok();
    let other = || {
        let path = library.root().join(id.article_file());
        disk::read(&path, LARGEST_ARTICLE).map_or(true, |(bytes, _)| bytes != article.as_bytes())
    };
    there(&id.brief_file()) || there(&id.study_file()) || (there(&id.article_file()) && other())
}

/// Writes the article, then the brief: a brief is never there without its article.
fn keep(library: &Library, lock: &Lock, id: &BriefId, made: &Made, text: &str) -> Result<(), LibraryError> {
    let path = library.brief_path(id);
    let unwritable = |why: String| LibraryError::Write(path.clone(), io::Error::other(why));
    let again = yaml::read(text.as_bytes()).map_err(|fault| unwritable(fault.to_string()))?;
    if again.brief != made.brief {
        return Err(unwritable("it would not read as it was made".to_owned()));
    }
    let article = library.root().join(id.article_file());
    let new = article.symlink_metadata().is_err();
    disk::write_locked(lock, &article, made.article.to_file().as_bytes(), Durability::Kept)?;
    disk::write_locked(lock, &path, text.as_bytes(), Durability::Kept).inspect_err(|_| {
        if new {
            // The first error is the one that matters.
            let _ = fs::remove_file(&article);
        }
    })
}
