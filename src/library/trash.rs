//! Briefs moved out of a library, and back: every file of a brief goes to the hidden folder `.trash` at the library's
//! root, which no walk looks into. Each file is renamed, never copied; nothing is ever replaced or deleted.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{self, Lock};
use super::{BriefId, Library, LibraryError, Place, files, is_there};

/// The folder, in the library's.
pub const FOLDER: &str = ".trash";
/// How many briefs of one name are kept there.
const MOST: usize = 1_000;

/// A brief in the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trashed {
    /// What it was called.
    pub id: BriefId,
    /// What it is called there: its own name, or one that was free.
    pub there: BriefId,
}

/// Moves briefs to the trash, all or none.
///
/// # Errors
/// When one of them cannot be moved; then all stand where they stood.
pub fn throw(library: &Library, ids: &[BriefId]) -> Result<Vec<Trashed>, LibraryError> {
    let mut thrown = Vec::new();
    for id in ids {
        match throw_one(library, id) {
            Ok(trashed) => thrown.push(trashed),
            Err(e) => {
                // The first error is the one that matters.
                let _ = restore(library, &thrown);
                return Err(e);
            }
        }
    }
    Ok(thrown)
}

fn throw_one(library: &Library, id: &BriefId) -> Result<Trashed, LibraryError> {
    let lock = library.lock_of(id)?;
    let trash = library.root().join(FOLDER);
    let Trashed { there, .. } = name_there(library, id).ok_or_else(|| {
        LibraryError::Write(trash.join(id.brief_file()), io::Error::other("there are too many of that name"))
    })?;
    disk::make_folders_beneath(library.root(), &Path::new(FOLDER).join(there.brief_file()))?;
    // The brief first: it is gone from the shelf in one step, and without it the others are of no brief.
    move_all(&lock, &files(library.root(), id), &files(&trash, &there))?;
    Ok(Trashed { id: id.clone(), there })
}

/// Moves briefs back to where they were, all or none.
///
/// # Errors
/// When a file of that name stands there by now, or one cannot be moved; then all stay in the trash.
pub fn restore(library: &Library, trashed: &[Trashed]) -> Result<(), LibraryError> {
    let trash = library.root().join(FOLDER);
    for (n, Trashed { id, there }) in trashed.iter().enumerate() {
        let lock = library.lock_of(id)?;
        // The brief last: it is never there without its article.
        let (mut from, mut to) = (files(&trash, there), files(library.root(), id));
        from.reverse();
        to.reverse();
        if let Err(e) = move_all(&lock, &from, &to) {
            drop(lock);
            let back: Vec<BriefId> = trashed.iter().take(n).map(|trashed| trashed.id.clone()).collect();
            let _ = throw(library, &back);
            return Err(e);
        }
    }
    Ok(())
}

/// Gives the article of a brief, in the folder whose lock is held, a second name in the trash, so that another may take its
/// place. The path there; `None` where there is none.
///
/// # Errors
/// When that cannot be done.
pub fn keep_article(library: &Library, lock: &Lock, id: &BriefId) -> Result<Option<PathBuf>, LibraryError> {
    let path = library.root().join(id.article_file());
    if !path.is_file() {
        return Ok(None);
    }
    let trash = library.root().join(FOLDER);
    let Trashed { there, .. } = name_there(library, id).ok_or_else(|| {
        LibraryError::Write(trash.join(id.article_file()), io::Error::other("there are too many of that name"))
    })?;
    disk::make_folders_beneath(library.root(), &Path::new(FOLDER).join(there.article_file()))?;
    let kept = trash.join(there.article_file());
    disk::name_twice(lock, &path, &kept)?;
    Ok(Some(kept))
}

/// What a brief would be called in the trash; `None` when no name is free there.
pub fn name_there(library: &Library, id: &BriefId) -> Option<Trashed> {
    let there = free(&library.root().join(FOLDER), id)?;
    Some(Trashed { id: id.clone(), there })
}

/// The briefs in the trash, by their names there, in order.
///
/// # Errors
/// When the trash is there and cannot be looked into.
pub fn names(library: &Library) -> Result<Vec<BriefId>, LibraryError> {
    let trash = library.root().join(FOLDER);
    if !is_there(&trash) {
        return Ok(Vec::new());
    }
    Ok(Library::at(Place::Folder(trash), None).files()?.0)
}

/// A name that no file in the trash has: the brief's own, else with a number.
fn free(trash: &Path, id: &BriefId) -> Option<BriefId> {
    let numbered = (2..MOST).map(|n| format!("{id}-{n}"));
    let names = std::iter::once(id.as_str().to_owned()).chain(numbered);
    names.filter_map(|name| BriefId::new(&name)).find(|id| !files(trash, id).iter().any(|file| is_there(file)))
}

/// Renames those of the files that are there; back again when one cannot be.
fn move_all(lock: &Lock, from: &[PathBuf; 3], to: &[PathBuf; 3]) -> Result<(), LibraryError> {
    let mut moved: Vec<(&Path, &Path)> = Vec::new();
    for (from, to) in from.iter().zip(to).filter(|(from, _)| is_there(from)) {
        if let Err(e) = disk::move_locked(lock, from, to) {
            for (from, to) in moved.into_iter().rev() {
                // The first error is the one that matters.
                let _ = fs::rename(to, from);
            }
            return Err(e);
        }
        moved.push((from, to));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::{FOLDER, restore, throw};
    use crate::library::{BriefId, Library, Place};

    fn library(name: &str, files: &[&str]) -> (PathBuf, Library) {
        let root = std::env::temp_dir().join(format!("epitome-trash-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("sub")).unwrap();
        files.iter().for_each(|file| fs::write(root.join(file), file).unwrap());
        let (library, _) = Library::open(Place::Folder(root.clone()), None);
        (root, library)
    }

    fn ids(ids: &[&str]) -> Vec<BriefId> {
        ids.iter().map(|id| BriefId::new(id).unwrap()).collect()
    }

    #[test]
    fn every_file_of_a_brief_goes_and_comes_back() {
        let files = ["a.yaml", "a.txt", "a.study.yaml", "sub/b.yaml", "ab.yaml"];
        let (root, library) = library("all", &files);
        let thrown = throw(&library, &ids(&["a", "sub/b"])).unwrap();
        for (file, gone) in files.into_iter().zip([true, true, true, true, false]) {
            assert_eq!((root.join(file).exists(), root.join(FOLDER).join(file).exists()), (!gone, gone), "{file}");
        }
        restore(&library, &thrown).unwrap();
        assert!(files.iter().all(|file| fs::read_to_string(root.join(file)).unwrap() == *file));
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn nothing_is_replaced_here_or_there() {
        let (root, library) = library("names", &["a.yaml", "a.txt"]);
        let first = throw(&library, &ids(&["a"])).unwrap();
        fs::write(root.join("a.yaml"), "new").unwrap();
        assert!(restore(&library, &first).unwrap_err().to_string().contains("a.yaml"));
        assert!(!root.join("a.txt").exists(), "half a brief came back");
        let second = throw(&library, &ids(&["a"])).unwrap();
        assert_eq!(second[0].there.as_str(), "a-2");
        assert_eq!(fs::read_to_string(root.join(".trash/a.yaml")).unwrap(), "a.yaml");
        assert_eq!(fs::read_to_string(root.join(".trash/a-2.yaml")).unwrap(), "new");
        fs::remove_dir_all(root).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_trash_that_lies_elsewhere_is_not_used() {
        let (root, library) = library("link", &["a.yaml", "c.yaml"]);
        std::os::unix::fs::symlink(std::env::temp_dir(), root.join(FOLDER)).unwrap();
        assert!(throw(&library, &ids(&["c", "a"])).is_err());
        assert!(root.join("a.yaml").exists() && root.join("c.yaml").exists());
        fs::remove_dir_all(root).unwrap();
    }
}
