//! Where a reader's own is kept: loads the study of a brief, and applies changes to it. A change is on the disk when the
//! call returns, merged with what another instance wrote. A study file is never rewritten whole; a damaged one is put
//! aside and a newer one left alone, and both are said. Reading writes nothing.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{self, Durability, Lock};
use super::{BriefId, Library, LibraryError};
use crate::article::sha256;
use crate::brief::study::change::{self, Missed};
use crate::brief::study::read::{self, Loaded, Unread};
use crate::brief::study::{Change, Class, Correction, ItemId, Moment, Study, write};
use crate::brief::{ClaimId, finding::Finding, yaml};
use crate::library::Place;

/// How many hexadecimal digits name a folder in the state folder.
const NAME: usize = 16;

/// Loads and saves the studies of a library. Holds none itself: it can be cloned and sent to another thread at no cost.
#[derive(Clone, Debug)]
pub struct Store {
    root: PathBuf,
    /// Whether one brief was opened by its file, and no library.
    single: bool,
    state: Option<PathBuf>,
}

/// What a reader should be told of a study file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The file is damaged; why. It stands as it was.
    Damaged(PathBuf, String),
    /// The file was damaged and is now kept under another name: the file, the new name, and what was wrong.
    SetAside(PathBuf, PathBuf, String),
    /// A newer epitome wrote the file: it is not read, and will not be written.
    Newer(PathBuf, String),
    /// The study is kept here, in the state folder, and not beside the brief.
    Elsewhere(PathBuf),
    /// Something in the file was not understood, and stays as it is.
    NotUnderstood(PathBuf, Finding),
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(path, why) => write!(f, "cannot read {}: {why}", path.display()),
            Self::SetAside(path, aside, why) => {
                write!(f, "{} was damaged ({why}); it is kept as {}", path.display(), aside.display())
            }
            Self::Newer(path, why) => write!(f, "cannot read {}: {why}", path.display()),
            Self::Elsewhere(path) => {
                write!(f, "your notes are kept in {}, not in the library", path.display())
            }
            Self::NotUnderstood(path, finding) => write!(f, "{}:{finding}", path.display()),
        }
    }
}

/// A claim of one brief, a claim of another, and what a reader says they are to each other.
pub type Corrected = (ClaimId, ClaimId, Class);

/// What came of changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The study as it is on the disk now.
    pub study: Study,
    /// What undoes the changes, to be applied in this order.
    pub inverse: Vec<Change>,
    /// The changes that could not be made.
    pub missed: Vec<Missed>,
    /// The notes and highlights that are new.
    pub added: Vec<ItemId>,
    /// What the reader should be told.
    pub remarks: Vec<Remark>,
}

/// What stands at a path.
enum There {
    Nothing,
    Study(Box<Loaded>),
    Damaged(String),
    Newer(String),
}

impl Store {
    /// The store of a library. `state` is epitome's folder for what belongs to this machine
    /// ([`super::Environment::state`]): there the studies of a library that cannot be written are kept, and those of a
    /// brief that was opened by its file.
    pub fn open(library: &Library, state: Option<&Path>) -> Self {
        let single = matches!(library.place(), Place::File(_));
        Self { root: library.root().to_owned(), single, state: state.map(Path::to_owned) }
    }

    /// Reads the study of a brief; an empty one when there is none. What cannot be read is said in the remarks.
    ///
    /// # Errors
    /// When there is something that cannot be read at all: a folder, a file too large, a failing disk.
    pub fn load(&self, id: &BriefId) -> Result<(Study, Vec<Remark>), LibraryError> {
        let path = self.path(id);
        let mut remarks = Vec::new();
        let study = match look(&path)? {
            There::Nothing => return Ok((Study::default(), remarks)),
            There::Study(loaded) => {
                remarks.extend(loaded.findings.into_iter().map(|f| Remark::NotUnderstood(path.clone(), f)));
                loaded.study
            }
            There::Damaged(why) => {
                remarks.push(Remark::Damaged(path.clone(), why));
                Study::default()
            }
            There::Newer(why) => {
                remarks.push(Remark::Newer(path.clone(), why));
                Study::default()
            }
        };
        if path != self.beside(id) {
            remarks.push(Remark::Elsewhere(path));
        }
        Ok((study, remarks))
    }

    /// Applies changes to the study of a brief as it is on the disk. When this returns, they are there, and survive a
    /// kill and a loss of power; but where the reader is ([`Change::SetPlace`]) may after a loss of power be where the
    /// reader was before.
    ///
    /// # Errors
    /// When it cannot be read or written, or a newer epitome wrote it. Then nothing has changed.
    pub fn apply(&self, id: &BriefId, changes: &[Change], now: Moment) -> Result<Applied, LibraryError> {
        let (path, beside) = (self.path(id), self.beside(id));
        if path == beside && !(self.single && !beside.exists() && self.state.is_some()) {
            match Self::apply_at(&beside, &beside, changes, now) {
                Err(LibraryError::Write(_, e)) if is_read_only(&e) && self.state.is_some() => {}
                other => return other,
            }
        }
        let Some(elsewhere) = self.elsewhere(id) else { return Self::apply_at(&beside, &beside, changes, now) };
        if let Some(folder) = elsewhere.parent() {
            disk::make_folder(folder)?;
        }
        let base = if elsewhere.exists() { &elsewhere } else { &beside };
        let mut applied = Self::apply_at(&elsewhere, base, changes, now)?;
        applied.remarks.push(Remark::Elsewhere(elsewhere));
        Ok(applied)
    }

    /// What the reader says of pairs of claims of two briefs: a claim of `one`, a claim of `other`, and what they are.
    ///
    /// # Errors
    /// As [`Store::load`].
    pub fn corrections(&self, one: &BriefId, other: &BriefId) -> Result<(Vec<Corrected>, Vec<Remark>), LibraryError> {
        let (first, second) = (one.min(other), one.max(other));
        let (study, remarks) = self.load(first)?;
        let of_pair = study.corrections.into_iter().filter(|c| c.with == second.as_str());
        let oriented = of_pair.map(|c| if first == one { (c.a, c.b, c.class) } else { (c.b, c.a, c.class) });
        Ok((oriented.collect(), remarks))
    }

    /// The study to which a correction belongs, and the change that makes it: of a claim of `one` and a claim of `other`.
    pub fn correction(
        (one, a): (&BriefId, &ClaimId),
        (other, b): (&BriefId, &ClaimId),
        class: Option<Class>,
    ) -> (BriefId, Change) {
        let ((owner, a), (with, b)) = if one <= other { ((one, a), (other, b)) } else { ((other, b), (one, a)) };
        let (with, a, b) = (with.as_str().to_owned(), a.clone(), b.clone());
        let change = match class {
            Some(class) => Change::Correct(Correction { with, a, b, class, at: None }, None),
            None => Change::Uncorrect { with, a, b },
        };
        (owner.clone(), change)
    }

    /// Where the study of a brief is: in the state folder if it was begun there, else beside the brief.
    pub fn path(&self, id: &BriefId) -> PathBuf {
        self.elsewhere(id).filter(|path| path.exists()).unwrap_or_else(|| self.beside(id))
    }

    fn beside(&self, id: &BriefId) -> PathBuf {
        self.root.join(id.study_file())
    }

    /// Where the study is kept when it cannot be beside its brief. Named by the folder the brief lies in, so that it is
    /// the same whether a library, one of its subfolders or the one brief was opened.
    fn elsewhere(&self, id: &BriefId) -> Option<PathBuf> {
        let beside = self.beside(id);
        let folder = std::path::absolute(beside.parent()?).ok()?;
        let folder = folder.canonicalize().unwrap_or(folder);
        let name: String = sha256(folder.as_os_str().as_encoded_bytes()).chars().take(NAME).collect();
        Some(self.state.as_ref()?.join(name).join(beside.file_name()?))
    }

    /// Applies changes to what stands at `base`, and writes it at `path`.
    fn apply_at(path: &Path, base: &Path, changes: &[Change], now: Moment) -> Result<Applied, LibraryError> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let lock = Lock::take(folder)?;
        let (loaded, damage) = match look(base)? {
            There::Nothing => (None, None),
            There::Study(loaded) => (Some(loaded), None),
            There::Damaged(why) => (None, Some(why)),
            There::Newer(why) => return Err(LibraryError::Newer(base.to_owned(), why)),
        };
        let was = loaded.as_ref().map(|loaded| loaded.study.clone()).unwrap_or_default();
        let mut study = was.clone();
        let outcome = study.apply(changes, now);
        let text = match &loaded {
            _ if study == was => None,
            Some(loaded) => {
                let refused = |fault: crate::brief::finding::Fault| {
                    LibraryError::Unchangeable(base.to_owned(), fault.to_string())
                };
                Some(write::revise(loaded, &study).map_err(refused)?)
            }
            None => Some(write::write(&study, &about(path, base))),
        };
        let mut remarks = Vec::new();
        if let Some(why) = damage {
            remarks.push(if base == path && text.is_some() {
                Remark::SetAside(path.to_owned(), disk::set_aside(&lock, path)?, why)
            } else {
                Remark::Damaged(base.to_owned(), why)
            });
        }
        if let Some(text) = text {
            if text.len() > yaml::LARGEST {
                let why = io::Error::other(format!("it would be larger than {} MiB", yaml::LARGEST >> 20));
                return Err(LibraryError::Write(path.to_owned(), why));
            }
            disk::write_locked(&lock, path, text.as_bytes(), durability(changes))?;
        }
        let change::Outcome { inverse, missed, added } = outcome;
        Ok(Applied { study, inverse, missed, added, remarks })
    }
}

/// What a new study file says of itself.
fn about(path: &Path, base: &Path) -> String {
    let own = "your own: notes, highlights, bookmarks; edit it as you like";
    if path == base { own.to_owned() } else { format!("{own}; of {}", base.display()) }
}

/// A place that is lost costs a reader nothing, and it is saved at every turn of a page: its file is made whole on the
/// disk before it takes the old one's name, so that no note in it can be lost, but the folder is not waited for.
fn durability(changes: &[Change]) -> Durability {
    let only_place = changes.iter().all(|change| matches!(change, Change::SetPlace(_)));
    if only_place { Durability::Whole } else { Durability::Kept }
}

/// Whether an error says that here nothing can ever be written.
fn is_read_only(e: &io::Error) -> bool {
    matches!(e.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

fn look(path: &Path) -> Result<There, LibraryError> {
    let bytes = match disk::read(path, yaml::LARGEST as u64) {
        Ok((bytes, _)) => bytes,
        Err(LibraryError::Read(_, e)) if e.kind() == io::ErrorKind::NotFound => return Ok(There::Nothing),
        Err(e) => return Err(e),
    };
    Ok(match read::read(&bytes) {
        Ok(loaded) => There::Study(Box::new(loaded)),
        Err(Unread::Newer(fault)) => There::Newer(fault.to_string()),
        Err(Unread::Damaged(fault)) => There::Damaged(fault.to_string()),
    })
}
