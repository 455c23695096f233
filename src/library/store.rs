//! Where a reader's own is kept: loads the study of a brief, and applies changes to it. A change is on the disk when the
//! call returns, merged with what another instance wrote. A study file is never rewritten whole; a damaged one is put
//! aside and a newer one left alone, and both are said. Reading writes nothing.

use std::collections::{HashMap, HashSet};
use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::card::STUDY;
use super::disk::{self, Durability, Lock, folder_of};
use super::{BriefId, Library, LibraryError};
use crate::article::sha256;
use crate::brief::study::change::{self, Missed};
use crate::brief::study::read::{self, Loaded, Unread};
use crate::brief::study::{Change, ItemId, Moment, Study, write};
use crate::brief::{finding::Finding, yaml};

/// How many hexadecimal digits name a folder in the state folder.
const NAME: usize = 16;
/// What a new study file says of itself.
const OWN: &str = "your own: notes, highlights, bookmarks; edit it as you like";
/// What is put behind the name of a damaged file that is kept.
const DAMAGED: &str = "damaged";

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
        let Standing { path, study, findings, mut remarks, apart, .. } = self.standing(id)?;
        remarks.extend(findings.into_iter().map(|finding| Remark::NotUnderstood(path.clone(), finding)));
        if apart {
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
        let refused = match self.apply_beside(id, changes, now) {
            Err(LibraryError::Write(path, e)) if is_read_only(&e) => LibraryError::Write(path, e),
            other => return other,
        };
        match self.elsewhere(id) {
            Some(path) => self.apply_elsewhere(id, &path, changes, now),
            None => Err(refused),
        }
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

    /// Where the study of a brief may be kept: beside it, and in the state folder.
    pub fn paths(&self, id: &BriefId) -> [Option<PathBuf>; 2] {
        [Some(self.beside(id)), self.elsewhere(id)]
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

    /// What was begun in the state folder, as it is there.
    fn apart(&self, id: &BriefId) -> Result<Option<Apart>, LibraryError> {
        let Some(path) = self.elsewhere(id) else { return Ok(None) };
        let there = match look(&path)? {
            There::Nothing => return Ok(None),
            there => there,
        };
        let changed = |path: &Path| path.metadata().ok().map(|meta| disk::Stamp::of(&meta).modified);
        let outrun = changed(&self.beside(id)) >= changed(&path);
        Ok(Some(Apart { path, there, outrun }))
    }

    /// What a reader sees of a brief: what was begun in the state folder, if that can be read, else what is beside the
    /// brief; both together, where what is beside the brief was changed later, so that no note is hidden by another file.
    fn standing(&self, id: &BriefId) -> Result<Standing, LibraryError> {
        let mut remarks = Vec::new();
        let begun = match self.apart(id)? {
            Some(Apart { path, there, outrun }) => {
                readable(&path, there, &mut remarks).map(|loaded| (path, loaded, outrun))
            }
            None => None,
        };
        let path = self.beside(id);
        let beside = match &begun {
            Some((.., false)) => None,
            _ => readable(&path, look(&path)?, &mut remarks),
        };
        Ok(match begun {
            Some((path, mut loaded, _)) => {
                let (findings, mut study) = (std::mem::take(&mut loaded.findings), loaded.study.clone());
                if let Some(mut beside) = beside {
                    beside.study.absorb(&study);
                    study = beside.study;
                }
                Standing { path, study, loaded: Some(loaded), findings, remarks, apart: true }
            }
            None => {
                let mut loaded = beside;
                let findings = loaded.as_mut().map(|loaded| std::mem::take(&mut loaded.findings)).unwrap_or_default();
                let study = loaded.as_ref().map(|loaded| loaded.study.clone()).unwrap_or_default();
                Standing { path, study, loaded, findings, remarks, apart: false }
            }
        })
    }

    /// Applies changes to the study beside the brief. What was begun in the state folder comes with it, and is kept there
    /// under another name.
    fn apply_beside(&self, id: &BriefId, changes: &[Change], now: Moment) -> Result<Applied, LibraryError> {
        let path = self.beside(id);
        let lock = Lock::within(&self.root, &path)?;
        let (mut loaded, damage) = match look(&path)? {
            There::Nothing => (None, None),
            There::Study(loaded) => (Some(loaded), None),
            There::Damaged(why) => (None, Some(why)),
            There::Newer(why) => return Err(LibraryError::Newer(path, why)),
        };
        let mut study = loaded.as_ref().map(|loaded| loaded.study.clone()).unwrap_or_default();
        let mut brought = self.brought(id)?;
        if let Some(begun) = brought.study.take() {
            study.absorb(&begun.study);
            // Where nothing stands yet, the other file comes as it was written.
            loaded = loaded.or_else(|| Some(begun).filter(|_| damage.is_none()));
        }
        let about = OWN.to_owned();
        let revision = Revision { lock: &lock, path: &path, loaded, damage, about, must: brought.from.is_some() };
        let mut applied = revision.written(study, changes, now)?;
        applied.remarks.extend(brought.put_away(&path));
        Ok(applied)
    }

    /// Applies changes to the study in the state folder, begun there as what is beside the brief.
    fn apply_elsewhere(
        &self,
        id: &BriefId,
        path: &Path,
        changes: &[Change],
        now: Moment,
    ) -> Result<Applied, LibraryError> {
        disk::make_folder(folder_of(path))?;
        let lock = Lock::take(folder_of(path))?;
        let damage = match look(path)? {
            There::Newer(why) => return Err(LibraryError::Newer(path.to_owned(), why)),
            There::Damaged(why) => Some(why),
            There::Nothing | There::Study(_) => None,
        };
        let Standing { study, loaded, mut remarks, .. } = self.standing(id)?;
        // That file is put aside, and then said to be.
        remarks.retain(|remark| !matches!(remark, Remark::Damaged(damaged, _) if damaged == path));
        if let Some(Remark::Newer(path, why)) = remarks.iter().find(|remark| matches!(remark, Remark::Newer(..))) {
            return Err(LibraryError::Newer(path.clone(), why.clone()));
        }
        let about = format!("{OWN}; of {}", self.beside(id).display());
        let revision = Revision { lock: &lock, path, loaded, damage, about, must: false };
        let mut applied = revision.written(study, changes, now)?;
        applied.remarks.extend(remarks);
        applied.remarks.push(Remark::Elsewhere(path.to_owned()));
        Ok(applied)
    }

    /// What was begun in the state folder and is to come beside the brief, under that folder's lock where it can be had.
    fn brought(&self, id: &BriefId) -> Result<Brought, LibraryError> {
        let mut brought = Brought::default();
        let Some(elsewhere) = self.elsewhere(id).filter(|path| path.exists()) else { return Ok(brought) };
        brought.lock = match Lock::take(folder_of(&elsewhere)) {
            // Then nobody else changes it either.
            Err(LibraryError::Write(_, e)) if is_read_only(&e) => None,
            lock => Some(lock?),
        };
        match self.apart(id)? {
            Some(Apart { path, there: There::Study(loaded), .. }) => {
                (brought.from, brought.study) = (Some(path), Some(loaded));
            }
            Some(Apart { path, there: There::Damaged(why), .. }) => brought.damaged = Some((path, why)),
            Some(Apart { path, there: There::Newer(why), .. }) => brought.newer = Some(Remark::Newer(path, why)),
            Some(Apart { there: There::Nothing, .. }) | None => {}
        }
        Ok(brought)
    }
}

/// What was begun in the state folder.
struct Apart {
    path: PathBuf,
    there: There,
    /// Whether the file beside the brief was changed later.
    outrun: bool,
}

/// What a reader sees of a brief, and where it is kept.
struct Standing {
    path: PathBuf,
    study: Study,
    loaded: Option<Box<Loaded>>,
    findings: Vec<Finding>,
    remarks: Vec<Remark>,
    /// Whether that is the state folder.
    apart: bool,
}

/// What comes from the state folder when a library can be written again.
#[derive(Default)]
struct Brought {
    lock: Option<Lock>,
    from: Option<PathBuf>,
    study: Option<Box<Loaded>>,
    damaged: Option<(PathBuf, String)>,
    newer: Option<Remark>,
}

impl Brought {
    /// Gives what has come another name, and what is damaged too; says what became of each. Should one keep its name,
    /// nothing is hidden by it: what is beside the brief was written later.
    fn put_away(self, to: &Path) -> Vec<Remark> {
        let aside = |path: &Path, why: &str| {
            let aside = disk::set_aside(self.lock.as_ref()?, path, why).ok()?;
            std::fs::remove_file(path).ok().map(|()| aside)
        };
        let mut remarks = Vec::new();
        if let Some(from) = self.from {
            aside(&from, "brought");
            remarks.push(Remark::Brought(from, to.to_owned()));
        }
        if let Some((path, why)) = self.damaged {
            remarks.push(match aside(&path, DAMAGED) {
                Some(aside) => Remark::SetAside(path, aside, why),
                None => Remark::Damaged(path, why),
            });
        }
        remarks.extend(self.newer);
        remarks
    }
}

/// A file, and the study that it is to keep.
struct Revision<'a> {
    lock: &'a Lock,
    path: &'a Path,
    /// The file that is revised.
    loaded: Option<Box<Loaded>>,
    /// What is wrong with the file that is there.
    damage: Option<String>,
    /// What a new file says of itself.
    about: String,
    /// Whether it is to be written though no change changes anything.
    must: bool,
}

impl Revision<'_> {
    /// Applies changes to a study and writes it.
    fn written(self, mut study: Study, changes: &[Change], now: Moment) -> Result<Applied, LibraryError> {
        let was = study.clone();
        let change::Outcome { inverse, missed, added } = study.apply(changes, now);
        let mut remarks = Vec::new();
        if study != was || self.must {
            let text = self.text(&study)?;
            if let Some(why) = self.damage {
                let aside = disk::set_aside(self.lock, self.path, DAMAGED)?;
                remarks.push(Remark::SetAside(self.path.to_owned(), aside, why));
            }
            let kept = if self.must { Durability::Kept } else { durability(changes) };
            disk::write_locked(self.lock, self.path, text.as_bytes(), kept)?;
        } else if let Some(why) = self.damage {
            remarks.push(Remark::Damaged(self.path.to_owned(), why));
        }
        Ok(Applied { study, inverse, missed, added, remarks })
    }

    /// The file's text with that study.
    fn text(&self, study: &Study) -> Result<String, LibraryError> {
        let text = match &self.loaded {
            Some(loaded) => write::revise(loaded, study)
                .map_err(|fault| LibraryError::Unchangeable(self.path.to_owned(), fault.to_string()))?,
            None => write::write(study, &self.about),
        };
        if text.len() > yaml::LARGEST {
            let why = io::Error::other(format!("it would be larger than {} MiB", yaml::LARGEST >> 20));
            return Err(LibraryError::Write(self.path.to_owned(), why));
        }
        Ok(text)
    }
}

/// The study at a path, if it can be read; else that is remarked.
fn readable(path: &Path, there: There, remarks: &mut Vec<Remark>) -> Option<Box<Loaded>> {
    match there {
        There::Study(loaded) => return Some(loaded),
        There::Nothing => {}
        There::Damaged(why) => remarks.push(Remark::Damaged(path.to_owned(), why)),
        There::Newer(why) => remarks.push(Remark::Newer(path.to_owned(), why)),
    }
    None
}

/// The names of the study files of a folder; none where it cannot be looked into.
fn studies_in(folder: &Path) -> Vec<OsString> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let names = std::fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.file_name()));
    names.filter(|name| name.as_encoded_bytes().ends_with(STUDY.as_bytes())).collect()
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
