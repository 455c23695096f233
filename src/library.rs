//! A library: a folder of briefs. Opens it from its cached catalogue at once, brings the catalogue up to date, and loads
//! one brief with its article. Reading writes nothing but the catalogue, in the cache folder.
//!
//! - `place`: where the library is. `walk`: what lies in it. `disk`: reading, replacing and locking files.
//! - `making`: a document made into article and brief. `taking`: these into it. `remaking`: a brief made again. `trash`: briefs out of it, and back. `renaming`: one by another name.
//! - `card`, `words`, `index`, `refresh`, `order`: the catalogue, how it is kept, brought up to date and sorted. `query`: what it is narrowed by; `search`: where
//!   briefs and their articles have it. `store`: what a reader adds; `strays`: what of it belongs to no brief; `unsaved`: words that could not be saved.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::article::{Article, sha256};
use crate::brief::yaml;
use crate::brief::{ArticleRef, Brief, finding::Finding};
use disk::{Durability, Lock};

pub mod attaching;
pub mod card;
pub mod disk;
pub mod error;
pub mod index;
pub mod known;
pub mod making;
pub mod order;
pub mod place;
pub mod query;
mod record;
pub mod refresh;
pub mod related;
pub mod remaking;
pub mod renaming;
pub mod search;
pub mod store;
pub mod strays;
pub mod taking;
pub mod trash;
pub mod unsaved;
mod walk;
mod words;

pub use card::{BriefId, Card, Entry, Unreadable};
pub use error::LibraryError;
pub use index::Catalogue;
pub use order::Order;
pub use place::{Environment, Place};
pub use refresh::{Batch, Changes};
pub use store::{Applied, Remark, Store};

/// The largest article file that is read, in bytes.
pub const LARGEST_ARTICLE: u64 = 64 << 20;

/// A folder of briefs, or one brief. Holds no briefs itself: it can be cloned and sent to another thread at no cost.
#[derive(Clone, Debug)]
pub struct Library {
    place: Place,
    root: PathBuf,
    /// Where the catalogue is kept and whose it is; `None` where none can be.
    cache: Option<(PathBuf, Arc<str>)>,
}

/// A brief that was loaded, with its article if that is there.
#[derive(Debug)]
pub struct Opened {
    /// Its id.
    pub id: BriefId,
    /// Its file.
    pub path: PathBuf,
    /// The brief.
    pub brief: Brief,
    /// Its file's text, byte for byte.
    pub text: String,
    /// What is to be said of the file.
    pub findings: Vec<Finding>,
    /// The article, if its file is there and can be read; its paragraphs have the kinds that the brief gives them.
    pub article: Option<Article>,
    /// What is wrong with the article's file, in one line.
    pub article_fault: Option<String>,
}

impl Opened {
    /// Why the article cannot be read, though something of its name is there.
    pub fn unread_article(&self) -> Option<&str> {
        self.article_fault.as_deref().filter(|_| self.article.is_none())
    }
}

impl Library {
    /// Opens a library on what its catalogue in the cache says, without looking at one brief. What is on the disk is
    /// said by [`Library::refresh`].
    ///
    /// `cache` is the folder for what can be made again ([`Environment::cache`]).
    pub fn open(place: Place, cache: Option<&Path>) -> (Self, Catalogue) {
        let library = Self::at(place, cache);
        let kept = library.cache.as_ref().and_then(|(file, whose)| index::read(file, whose));
        (library, kept.unwrap_or_default())
    }

    /// A library, of which not even the catalogue is read.
    pub fn at(place: Place, cache: Option<&Path>) -> Self {
        let root = match &place {
            Place::Folder(path) | Place::NotYet(path) => path.clone(),
            Place::File(path) => path.parent().map(Path::to_owned).unwrap_or_default(),
        };
        let kept = match &place {
            Place::Folder(_) => cache.and_then(|cache| index::file(cache, &root)),
            Place::File(_) | Place::NotYet(_) => None,
        };
        Self { place, root, cache: kept.map(|(file, whose)| (file, whose.into())) }
    }

    /// Where it is.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The folder beneath which ids are paths.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What lies in it, without opening one file: the ids of what may be a brief, in order, and what is called like one
    /// but is not, or cannot be looked into.
    ///
    /// # Errors
    /// When the library's folder, or its one brief, cannot be looked at.
    pub fn files(&self) -> Result<(Vec<BriefId>, Vec<Unreadable>), LibraryError> {
        let walked = self.walk(&AtomicBool::new(false))?;
        let mut ids: Vec<BriefId> = walked.found.iter().filter_map(|found| BriefId::new(&found.stem)).collect();
        ids.sort();
        let mut passed_over = walked.passed_over;
        passed_over.sort_by(|a, b| a.path.cmp(&b.path));
        Ok((ids, passed_over))
    }

    /// The files that may be briefs, in the order of the file system.
    fn found(&self) -> Result<Vec<walk::Found>, LibraryError> {
        Ok(self.walk(&AtomicBool::new(false))?.found)
    }

    fn walk(&self, cancel: &AtomicBool) -> Result<walk::Walked, LibraryError> {
        Ok(match &self.place {
            Place::Folder(folder) => walk::folder(folder, cancel)?,
            Place::File(file) => walk::Walked { found: vec![walk::file(file)?], ..walk::Walked::default() },
            // Somebody may have made it since.
            Place::NotYet(folder) if folder.is_dir() => walk::folder(folder, cancel)?,
            Place::NotYet(_) => walk::Walked::default(),
        })
    }

    /// Looks at every file, reads those that are not as the `old` catalogue knows them, and says what differs. While it
    /// reads, `progress` is called on this thread with what was read. Keeps the new catalogue in the cache; where that
    /// cannot be written, the next start is slower and nothing else.
    ///
    /// # Errors
    /// When the library's folder, or its one brief, cannot be looked at, or the work was cancelled.
    pub fn refresh(
        &self,
        old: &Catalogue,
        progress: &mut dyn FnMut(Batch),
        cancel: &AtomicBool,
    ) -> Result<(Catalogue, Changes), LibraryError> {
        let walked = self.walk(cancel)?;
        let nothing = Catalogue::default();
        let old = if old.is_whole() { old } else { &nothing };
        let (new, changes) = refresh::refresh(&self.root, walked, old, progress, cancel)?;
        if let Some((file, whose)) = self.cache.as_ref().filter(|(file, _)| !changes.is_empty() || !file.exists()) {
            // It is derived, and the library was read without it.
            let _ = index::write(file, whose, &new);
        }
        Ok((new, changes))
    }

    /// The catalogue as the disk has it now, read from the cache where that is still true.
    ///
    /// # Errors
    /// As [`Library::refresh`].
    pub fn catalogue(place: Place, cache: Option<&Path>) -> Result<(Self, Catalogue), LibraryError> {
        let (library, kept) = Self::open(place, cache);
        let (catalogue, _) = library.refresh(&kept, &mut |_| {}, &AtomicBool::new(false))?;
        Ok((library, catalogue))
    }

    /// The file of a brief.
    pub fn brief_path(&self, id: &BriefId) -> PathBuf {
        self.root.join(id.brief_file())
    }

    /// The right to write the files of a brief, which is that of the folder they lie in.
    ///
    /// # Errors
    /// As [`Lock::within`].
    pub fn lock_of(&self, id: &BriefId) -> Result<Lock, LibraryError> {
        Lock::within(&self.root, &self.brief_path(id))
    }

    /// Changes the file of a brief: `change` is shown it as it is, under the lock, and says what its text is to be.
    /// Returns the text that was there, and the text that is.
    ///
    /// # Errors
    /// When it cannot be read or written, or `change` refuses.
    pub fn revise<E: From<LibraryError>>(
        &self,
        id: &BriefId,
        change: impl FnOnce(&yaml::Loaded, &Lock) -> Result<String, E>,
    ) -> Result<(String, String), E> {
        let path = self.brief_path(id);
        let lock = self.lock_of(id)?;
        let loaded = read_brief(&path)?;
        let text = change(&loaded, &lock)?;
        if text != loaded.text {
            disk::write_locked(&lock, &path, text.as_bytes(), Durability::Kept)?;
        }
        Ok((loaded.text, text))
    }

    /// Reads a brief and its article.
    ///
    /// # Errors
    /// When the brief cannot be read. An article that cannot be is said in [`Opened::article_fault`].
    pub fn load(&self, id: &BriefId) -> Result<Opened, LibraryError> {
        let path = self.brief_path(id);
        let loaded = read_brief(&path)?;
        let (article, article_fault) = self.article(id, loaded.brief.source.article.as_ref());
        let yaml::Loaded { brief, text, findings, .. } = loaded;
        Ok(Opened { id: id.clone(), path, brief, text, findings, article, article_fault })
    }

    fn article(&self, id: &BriefId, expected: Option<&ArticleRef>) -> (Option<Article>, Option<String>) {
        let name = id.article_file();
        let text = match disk::read_text(&self.root.join(&name), LARGEST_ARTICLE) {
            Ok((text, _)) => text,
            Err(LibraryError::Read(_, e)) if e.kind() == std::io::ErrorKind::NotFound => return (None, None),
            Err(e) => return (None, Some(format!("cannot read {}: {}; {}", name.display(), e.why(), e.remedy()))),
        };
        let mut article = Article::parse(&text);
        let Some(expected) = expected else { return (Some(article), None) };
        let known = |sum: &str| sum.eq_ignore_ascii_case(&expected.sha256);
        // A copy with other line ends is still the article.
        let same = expected.sha256.is_empty() || known(&sha256(text.as_bytes())) || known(&article.sha256());
        for (kind, paragraphs) in &expected.kinds {
            for no in paragraphs {
                article.set_kind(*no, *kind);
            }
        }
        let fault = match same {
            true => None,
            // An editor that fills paragraphs, or a command such as fold, has broken the lines.
            false if has_broken_lines(&text) => Some(format!(
                "{} is no longer one paragraph a line, with a blank line between: join the lines of each paragraph, \
                 or let `epitome attach --force {id} FILE` do so",
                name.display()
            )),
            false => Some(format!("{} is not as it was when the brief was made", name.display())),
        };
        (Some(article), fault)
    }
}

/// Whether lines follow one another in a file of an article without a blank one between: none is written so.
fn has_broken_lines(text: &str) -> bool {
    let blank = |line: &str| line.trim().is_empty();
    text.lines().zip(text.lines().skip(1)).any(|(line, next)| !blank(line) && !blank(next))
}

/// The files that a brief may have beneath a folder, the brief's own first.
pub fn files(beneath: &Path, id: &BriefId) -> [PathBuf; 3] {
    [id.brief_file(), id.article_file(), id.study_file()].map(|file| beneath.join(file))
}

/// Whether anything has that name, a link to nothing included.
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

fn read_brief(path: &Path) -> Result<yaml::Loaded, LibraryError> {
    let (bytes, _) = disk::read(path, yaml::LARGEST as u64)?;
    yaml::read(&bytes).map_err(|fault| LibraryError::NotABrief(path.to_owned(), fault.to_string()))
}
