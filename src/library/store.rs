//! Where a reader's own is kept: loads the study of a brief, and applies changes to it. A change is on the disk when the
//! call returns, merged with what another instance wrote. A study file is never rewritten whole; a damaged one is put
//! aside and a newer one left alone, and both are said. Reading writes nothing.

use std::collections::{HashMap, HashSet};
use std::ffi::OsString;
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

/// How many hexadecimal digits name a folder in the state folder.
const NAME: usize = 16;

/// Loads and saves the studies of a library. Holds none itself: it can be cloned and sent to another thread at no cost.
#[derive(Clone, Debug)]
pub struct Store {
    root: PathBuf,
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
    /// What was kept in the state folder has come beside the brief: from where, and to where.
    Brought(PathBuf, PathBuf),
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
                write!(f, "your notes are kept in {}, not beside the brief", path.display())
            }
            Self::Brought(from, to) => {
                write!(f, "your notes from {} are now kept in {}", from.display(), to.display())
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
    /// ([`super::Environment::state`]): there the studies of a folder that cannot be written are kept.
    pub fn open(library: &Library, state: Option<&Path>) -> Self {
        Self { root: library.root().to_owned(), state: state.map(Path::to_owned) }
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
        let (beside, elsewhere) = (self.beside(id), self.elsewhere(id));
        let begun = elsewhere.as_deref().filter(|path| path.exists());
        let refused = match Self::apply_at(&beside, &beside, begun, changes, now) {
            Err(LibraryError::Write(path, e)) if is_read_only(&e) => LibraryError::Write(path, e),
            other => return other,
        };
        let Some(elsewhere) = elsewhere else { return Err(refused) };
        if let Some(folder) = elsewhere.parent() {
            disk::make_folder(folder)?;
        }
        let base = if elsewhere.exists() { &elsewhere } else { &beside };
        let mut applied = Self::apply_at(&elsewhere, base, None, changes, now)?;
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

    /// Those of some briefs of which a study was begun, by one look into each of their folders: most of a large library
    /// have none, and to ask for each file would take longer than to read the briefs.
    pub fn begun(&self, ids: impl Iterator<Item = BriefId>) -> Vec<BriefId> {
        let mut folders: HashMap<PathBuf, HashSet<OsString>> = HashMap::new();
        let mut has_study = |id: &BriefId| {
            let beside = self.beside(id);
            let (Some(folder), Some(name)) = (beside.parent(), beside.file_name()) else { return false };
            if let Some(names) = folders.get(folder) {
                return names.contains(name);
            }
            let elsewhere = self.elsewhere(id).and_then(|path| Some(path.parent()?.to_owned()));
            let names: HashSet<OsString> = [Some(folder.to_owned()), elsewhere]
                .into_iter()
                .flatten()
                .flat_map(|folder| studies_in(&folder))
                .collect();
            let found = names.contains(name);
            folders.insert(folder.to_owned(), names);
            found
        };
        ids.filter(|id| has_study(id)).collect()
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

    /// Applies changes to what stands at `base`, and writes it at `path`; what was begun at another place comes with it,
    /// and is kept there under another name.
    fn apply_at(
        path: &Path,
        base: &Path,
        begun: Option<&Path>,
        changes: &[Change],
        now: Moment,
    ) -> Result<Applied, LibraryError> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let lock = Lock::take(folder)?;
        let (loaded, damage) = match look(base)? {
            There::Nothing => (None, None),
            There::Study(loaded) => (Some(loaded), None),
            There::Damaged(why) => (None, Some(why)),
            There::Newer(why) => return Err(LibraryError::Newer(base.to_owned(), why)),
        };
        let begun = begun.and_then(|path| match look(path) {
            Ok(There::Study(loaded)) => Some((path, loaded)),
            _ => None,
        });
        let was = loaded.as_ref().map(|loaded| loaded.study.clone()).unwrap_or_default();
        let mut study = was.clone();
        if let Some((_, other)) = &begun {
            study.absorb(&other.study);
        }
        // Where nothing stands yet, the other file comes as it was written.
        let whole = loaded.is_none() && damage.is_none();
        let brought = begun.as_ref().map(|(path, _)| (*path).to_owned());
        let loaded = loaded.or_else(|| begun.filter(|_| whole).map(|(_, other)| other));
        let outcome = study.apply(changes, now);
        let text = match &loaded {
            _ if study == was && brought.is_none() => None,
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
            let kept = if brought.is_some() { Durability::Kept } else { durability(changes) };
            disk::write_locked(&lock, path, text.as_bytes(), kept)?;
        }
        if let Some(from) = brought {
            // Should it stay under its name, it is brought again: what is there already is not doubled.
            let _ = std::fs::rename(&from, from.with_extension("brought"));
            remarks.push(Remark::Brought(from, path.to_owned()));
        }
        let change::Outcome { inverse, missed, added } = outcome;
        Ok(Applied { study, inverse, missed, added, remarks })
    }
}

/// The names of the study files of a folder; none where it cannot be looked into.
fn studies_in(folder: &Path) -> Vec<OsString> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let names = std::fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.file_name()));
    names.filter(|name| name.as_encoded_bytes().ends_with(b".study.yaml")).collect()
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
