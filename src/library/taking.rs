//! Articles taken into a library: what was made of a document, a clean article and its draft brief, is kept as two files.
//! An article that is there already is recognised and not added again. Writes nothing but these two files, and both whole
//! or not at all.

use std::cell::Cell;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use crate::analysis::identity::brief_id;
use crate::analysis::same::Sameness;
use crate::article::Date;
use crate::brief::anchor::Finder;
use crate::brief::{emit, yaml};
use crate::ingest::IngestError;
use crate::library::disk::{self, Durability, Lock};
use crate::library::known::Known;
use crate::library::making::{self, Made};
use crate::library::{BriefId, LARGEST_ARTICLE, Library, LibraryError, Opened};
use crate::text::segment;

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
    /// It is no article: so many words, and no claim in them. Nothing was written.
    Slight(usize),
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

/// Takes one document into a library: a file, or the page at an address.
///
/// # Errors
/// When no article comes out of it, or the library cannot be read or written.
pub fn take(library: &Library, what: &Path, today: Date) -> Result<Taken, TakingError> {
    let (bytes, hint) = making::read(what)?;
    let made = making::make(bytes, hint, Some(today))?;
    let mut known = Known::of(library)?;
    let taken = add(library, &mut known, &made, Already::Alike, true)?;
    known.keep();
    Ok(taken)
}

/// What is taken for an article that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Already {
    /// The same text, nearly the same, a part of it, or one of the same address; and what is no article is not taken in.
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
    if already == Already::Alike && is_slight(made) {
        return Ok(Taken::Slight(made.article.words()));
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

/// Whether what was taken for an article gives no claim, and is less than two sentences or a dozen words.
fn is_slight(made: &Made) -> bool {
    const WORDS: usize = 12;
    const SENTENCES: usize = 2;
    let sentences = made.article.paragraphs().iter().map(|p| segment::sentences(&p.text).len());
    made.brief.claims.is_empty() && (made.article.words() < WORDS || sentences.sum::<usize>() < SENTENCES)
}

/// Puts a brief that a person wrote into a library, byte for byte, under an id like any other's.
///
/// # Errors
/// When it is no brief, or the library cannot be written; then nothing has changed.
pub fn add_written(library: &Library, text: &str) -> Result<BriefId, LibraryError> {
    let root = library.root();
    let brief =
        yaml::read(text.as_bytes()).map_err(|fault| LibraryError::NotABrief(root.to_owned(), fault.to_string()))?;
    disk::make_folder(root)?;
    let lock = Lock::take(root)?;
    let name = brief_id(&brief.brief, |name| is_taken(library, name, ""));
    let unnamed = || LibraryError::Write(root.to_owned(), io::Error::other("no name is free"));
    let id = BriefId::new(&name).ok_or_else(unnamed)?;
    disk::write_locked(&lock, &library.brief_path(&id), text.as_bytes(), Durability::Kept)?;
    Ok(id)
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
        let lock = Lock::within(library.root(), &path)?;
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
    let new: Vec<&Path> =
        [path.as_path(), &article].into_iter().filter(|file| file.symlink_metadata().is_err()).collect();
    let written = disk::write_locked(lock, &article, made.article.to_file().as_bytes(), Durability::Kept)
        .and_then(|()| disk::write_locked(lock, &path, text.as_bytes(), Durability::Kept));
    written.inspect_err(|_| {
        // A file may stand though it is not sure to be on the disk: what was not taken in is not there. The first error
        // is the one that matters.
        new.iter().for_each(|file| drop(fs::remove_file(file)));
    })
}
