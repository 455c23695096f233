//! A brief by another name. Its files get the new names one after the other, so that at every moment the brief, by its old
//! name or by its new one, has its article and what its reader added. What readers said of it together with another brief
//! follows. Refuses a name that is taken, in whatever case, and one that is no file name on every system.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{self, Lock};
use super::error::LibraryError;
use super::store::Store;
use super::{BriefId, Library, files, is_there};
use crate::analysis::compare::corrected::Said;
use crate::analysis::identity;
use crate::brief::study::{Change, Correction, Moment};

/// What was done.
#[derive(Debug)]
pub struct Renamed {
    /// The files by their new names.
    pub files: Vec<PathBuf>,
    /// The briefs of which something was said together with it, and that follows.
    pub followed: Vec<String>,
    /// What the reader should be told, a line each: what has come from elsewhere, and what of the old name is left.
    pub remarks: Vec<String>,
}

/// Why a brief keeps its name.
#[derive(Debug)]
pub enum RenamingError {
    /// The new name cannot be one; why.
    Unfit(BriefId, &'static str),
    /// A file has it, or one that differs by its case only.
    Taken(PathBuf),
    /// It is called that.
    Same(BriefId),
    /// A file could not be read or written.
    Library(LibraryError),
}

impl fmt::Display for RenamingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unfit(id, why) => write!(f, "a brief cannot be called '{id}': {why}"),
            Self::Taken(path) => write!(f, "{} is there already, in whatever case it is written", path.display()),
            Self::Same(id) => write!(f, "'{id}' is its name already"),
            Self::Library(e) => e.fmt(f),
        }
    }
}

impl std::error::Error for RenamingError {}

impl From<LibraryError> for RenamingError {
    fn from(e: LibraryError) -> Self {
        Self::Library(e)
    }
}

/// Gives a brief another name.
///
/// # Errors
/// When the name cannot be given. The brief is then whole by its old name.
pub fn rename(
    library: &Library,
    store: &Store,
    old: &BriefId,
    new: &BriefId,
    now: Moment,
) -> Result<Renamed, RenamingError> {
    if old == new {
        return Err(RenamingError::Same(old.clone()));
    }
    if let Some(why) = identity::unfit(new.as_str()) {
        return Err(RenamingError::Unfit(new.clone(), why));
    }
    if let Some(taken) = taken(library, old, new)? {
        return Err(RenamingError::Taken(taken));
    }
    let mut remarks = Vec::new();
    let mut apply = |id: &BriefId, changes: &[Change]| -> Result<(), LibraryError> {
        let applied = store.apply(id, changes, now)?;
        remarks.extend(applied.remarks.iter().map(ToString::to_string));
        Ok(())
    };
    // What was begun in the state folder lies beside the brief afterwards, and is renamed with it.
    apply(old, &[])?;
    let said = said_together(library, store, old)?;
    let steps: Vec<Steps> = said.iter().filter_map(|said| Steps::of(said, old, new)).collect();
    for Steps { before: (id, change), .. } in &steps {
        apply(id, std::slice::from_ref(change))?;
    }
    let (files, mut left) = carry(library, old, new)?;
    // It is called so now: what cannot be cleared away is said, and changes nothing.
    for Steps { after: (id, change), .. } in &steps {
        let id = if id == old { new } else { id };
        left.extend(apply(id, std::slice::from_ref(change)).err());
    }
    remarks.extend(left.iter().map(ToString::to_string));
    let mut followed: Vec<String> = said.into_iter().map(|said| said.other.to_string()).collect();
    followed.sort();
    followed.dedup();
    Ok(Renamed { files, followed, remarks })
}

/// The file or folder that is in the way of a name: one of the brief's new files, or what differs from it by case only.
fn taken(library: &Library, old: &BriefId, new: &BriefId) -> Result<Option<PathBuf>, LibraryError> {
    let mut folder = library.root().to_owned();
    let parts: Vec<&str> = new.as_str().split('/').collect();
    for part in parts.iter().take(parts.len().saturating_sub(1)) {
        let other = |name: &str| name != *part && name.eq_ignore_ascii_case(part);
        if let Some(name) = names(&folder)?.into_iter().find(|name| other(name)) {
            return Ok(Some(folder.join(name)));
        }
        folder.push(part);
    }
    let (from, to) = (files(library.root(), old), files(library.root(), new));
    let names = names(&folder)?;
    for (n, (from_path, to_path)) in from.iter().zip(&to).enumerate() {
        let wanted = to_path.file_name().unwrap_or_default();
        let paths = names.iter().filter(|name| wanted.eq_ignore_ascii_case(name)).map(|name| folder.join(name));
        // A renaming that was killed left a second name of the brief's own file.
        let is_begun = |path: &PathBuf| n > 0 && path == to_path && disk::is_same_text(from_path, path);
        // What is left of a brief of that name, where this one has no such file of its own, is this one's.
        let is_left =
            |path: &PathBuf| n > 0 && path == to_path && !is_there(&to[0]) && !is_there(from_path) && path.is_file();
        if let Some(path) = paths.into_iter().find(|path| !from.contains(path) && !is_begun(path) && !is_left(path)) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// The names in a folder; none where it is not there.
fn names(folder: &Path) -> Result<Vec<String>, LibraryError> {
    let failed = |e| LibraryError::Read(folder.to_owned(), e);
    match fs::read_dir(disk::folder_of(&folder.join("x"))) {
        Ok(entries) => entries.map(|e| Ok(e.map_err(failed)?.file_name().to_string_lossy().into_owned())).collect(),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(e) => Err(failed(e)),
    }
}

/// Renames the files: article and study get their second names, then the brief its new one, then the old names go. The
/// new paths, and why an old name is left where one is.
///
/// # Errors
/// When the brief cannot be called so; it is then whole by its old name.
fn carry(library: &Library, old: &BriefId, new: &BriefId) -> Result<(Vec<PathBuf>, Vec<LibraryError>), LibraryError> {
    let (from, to) = (files(library.root(), old), files(library.root(), new));
    disk::make_folders_beneath(library.root(), &new.brief_file())?;
    let locks = Locks::of(library, old, new)?;
    let lock = &locks.0;
    let there = || to.iter().filter(|path| is_there(path)).cloned().collect();
    let mut pairs = from.iter().zip(&to).filter(|(from, _)| is_there(from));
    let Some((brief, new_brief)) = pairs.next().filter(|(brief, _)| *brief == &from[0]) else {
        return Err(LibraryError::NotThere(library.brief_path(old)));
    };
    let beside: Vec<(&PathBuf, &PathBuf)> = pairs.collect();
    // One name in two cases, on a file system that does not tell them apart.
    if is_there(new_brief) {
        for (from, to) in beside.into_iter().chain([(brief, new_brief)]) {
            fs::rename(from, to).map_err(|e| LibraryError::Write(from.clone(), e))?;
        }
        return Ok((there(), Vec::new()));
    }
    let named = beside.iter().try_for_each(|(from, to)| disk::name_twice(lock, from, to));
    if let Err(e) = named.and_then(|()| disk::move_locked(lock, brief, new_brief)) {
        // The first error is the one that matters.
        beside.iter().for_each(|(from, to)| drop(disk::forget_name(lock, to, from)));
        return Err(e);
    }
    let left = beside.iter().filter_map(|(from, to)| disk::forget_name(lock, from, to).err()).collect();
    Ok((there(), left))
}

/// The locks of the folders of both names, taken in one order, so that no two programs wait for each other.
struct Locks(Lock, #[expect(dead_code, reason = "held until both are given back")] Option<Lock>);

impl Locks {
    fn of(library: &Library, old: &BriefId, new: &BriefId) -> Result<Self, LibraryError> {
        let folder = |id: &BriefId| disk::folder_of(&library.brief_path(id)).to_owned();
        let (first, second) = (folder(old).min(folder(new)), folder(old).max(folder(new)));
        let lock = Lock::take(&first)?;
        let other = if first == second { None } else { Some(Lock::take(&second)?) };
        Ok(Self(lock, other))
    }
}

/// What a reader said of a claim of the brief and one of another.
struct Together {
    other: BriefId,
    /// The brief in whose study it is kept.
    kept: BriefId,
    correction: Correction,
    /// Its place among those that are kept there.
    at: usize,
}

fn said_together(library: &Library, store: &Store, old: &BriefId) -> Result<Vec<Together>, LibraryError> {
    let mut said = Vec::new();
    for kept in store.begun(library.files()?.0.into_iter()) {
        // A study that cannot be read says nothing that could follow.
        let Ok((study, _)) = store.load(&kept) else { continue };
        for (at, correction) in study.corrections.into_iter().enumerate() {
            let Some(with) = BriefId::new(&correction.with) else { continue };
            let other = if kept == *old { with } else { kept.clone() };
            if kept == *old || correction.with == old.as_str() {
                said.push(Together { other, kept: kept.clone(), correction, at });
            }
        }
    }
    Ok(said)
}

/// What is done so that what was said of two briefs follows: the change before the files are renamed, and that after it;
/// each with the brief whose study is changed, by its old name.
struct Steps {
    before: (BriefId, Change),
    after: (BriefId, Change),
}

impl Steps {
    /// `None` where nothing names the brief, or nobody would look where it is kept.
    fn of(said: &Together, old: &BriefId, new: &BriefId) -> Option<Self> {
        let Together { other, kept, correction, at } = said;
        let (owned_before, ..) = Said::owner(old.as_str(), other.as_str());
        let (owner, with, _) = Said::owner(new.as_str(), other.as_str());
        let (was_own, is_own) = (kept == old, owner == new.as_str());
        if owned_before != kept.as_str() || was_own && is_own {
            return None;
        }
        let Correction { with: was, a, b, .. } = correction.clone();
        let (to_a, to_b) = if was_own == is_own { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) };
        let there = Correction { with: with.to_owned(), a: to_a, b: to_b, ..correction.clone() };
        let place = (was_own == is_own).then_some(*at);
        let owner = if is_own { old.clone() } else { other.clone() };
        Some(Self {
            before: (owner, Change::Correct(there, place)),
            after: (kept.clone(), Change::Uncorrect { with: was, a, b }),
        })
    }
}
