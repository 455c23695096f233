//! What lies in a library's folder: the briefs, and what looks like one but is not. Goes into subfolders, but not hidden
//! ones, the trash among them, and not through links to folders, so that it ends. Opens no file.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::card::{ARTICLE, EXTENSION, STUDY, Unreadable};
use super::disk::{Stamp, other_than_a_file};
use super::error::{LibraryError, reason};

/// How many folders may lie in one another.
const DEPTH: usize = 64;

/// A file that may be a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its path beneath the library's folder without `.yaml`, the parts parted by `/`.
    pub stem: String,
    /// Its state.
    pub stamp: Stamp,
    /// Whether a file of the article's name lies beside it.
    pub has_article: bool,
}

/// What a walk found, in the order of the file system.
#[derive(Clone, Debug, Default)]
pub(super) struct Walked {
    pub found: Vec<Found>,
    pub passed_over: Vec<Unreadable>,
}

/// Walks a folder.
///
/// # Errors
/// When the folder itself cannot be read, or the walk was cancelled. A subfolder that cannot be read is passed over.
pub(super) fn folder(root: &Path, cancel: &AtomicBool) -> Result<Walked, LibraryError> {
    let mut walked = Walked::default();
    let mut open = vec![(String::new(), 0)];
    while let Some((beneath, depth)) = open.pop() {
        if cancel.load(Ordering::Relaxed) {
            return Err(LibraryError::Cancelled);
        }
        let path = root.join(&beneath);
        match one(&path, &beneath, &mut walked) {
            Ok(folders) if depth < DEPTH => open.extend(folders.into_iter().map(|f| (f, depth + 1))),
            Ok(folders) => walked.passed_over.extend(folders.into_iter().map(|f| passed(f, "too many folders deep"))),
            Err(e) if beneath.is_empty() => return Err(LibraryError::Read(path, e)),
            Err(e) => walked.passed_over.push(passed(beneath, &reason(&e))),
        }
    }
    Ok(walked)
}

/// Looks at one file as a walk would.
///
/// # Errors
/// When it is not a regular file, or not called like a brief.
pub(super) fn file(path: &Path) -> Result<Found, LibraryError> {
    let name = path.file_name().and_then(OsStr::to_str).and_then(|name| name.strip_suffix(EXTENSION));
    let stem = name.ok_or_else(|| LibraryError::Neither(path.to_owned()))?.to_owned();
    let meta = fs::metadata(path).map_err(|e| LibraryError::Read(path.to_owned(), e))?;
    if let Some(what) = other_than_a_file(&meta) {
        return Err(LibraryError::NotAFile(path.to_owned(), what));
    }
    let has_article = path.with_file_name(format!("{stem}.txt")).is_file();
    Ok(Found { stem, stamp: Stamp::of(&meta), has_article })
}

/// One folder: adds what it holds, and returns its subfolders' paths.
fn one(path: &Path, beneath: &str, walked: &mut Walked) -> io::Result<Vec<String>> {
    let prefix = if beneath.is_empty() { String::new() } else { format!("{beneath}/") };
    let (mut folders, mut articles) = (Vec::new(), HashSet::new());
    let first = walked.found.len();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let name = entry.file_name();
        let shown = name.to_string_lossy();
        let brief = shown.strip_suffix(EXTENSION).filter(|_| !shown.ends_with(STUDY));
        if shown.starts_with('.') {
            continue;
        }
        if let Some(stem) = shown.strip_suffix(ARTICLE) {
            articles.insert(format!("{prefix}{stem}"));
            continue;
        }
        let kind = entry.file_type()?;
        let at = format!("{prefix}{shown}");
        if kind.is_dir() {
            match (brief, name.to_str()) {
                (Some(_), _) => walked.passed_over.push(passed(at, "a folder, not a file")),
                (None, Some(_)) => folders.push(at),
                (None, None) => walked.passed_over.push(passed(at, "its name is not UTF-8")),
            }
        } else if kind.is_symlink() && entry.path().is_dir() {
            walked.passed_over.push(passed(at, "a link to a folder, which is not followed"));
        } else if let Some(stem) = brief {
            match looked_at(&entry, name.to_str().is_some()) {
                Ok(meta) => walked.found.push(Found {
                    stem: format!("{prefix}{stem}"),
                    stamp: Stamp::of(&meta),
                    has_article: false,
                }),
                Err(why) => walked.passed_over.push(passed(at, &why)),
            }
        }
    }
    for found in walked.found.iter_mut().skip(first) {
        found.has_article = articles.contains(&found.stem);
    }
    Ok(folders)
}

/// What a thing called like a brief is, once its link is followed; why not, when it is not a regular file.
fn looked_at(entry: &DirEntry, named_in_utf8: bool) -> Result<Metadata, String> {
    if !named_in_utf8 {
        return Err("its name is not UTF-8".to_owned());
    }
    let own = entry.metadata().map_err(|e| reason(&e))?;
    let meta = if own.is_symlink() {
        fs::metadata(entry.path()).map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => "a link to nothing".to_owned(),
            _ => reason(&e),
        })?
    } else {
        own
    };
    other_than_a_file(&meta).map_or(Ok(meta), |what| Err(what.to_owned()))
}

fn passed(path: String, why: &str) -> Unreadable {
    Unreadable { path, why: why.to_owned(), stamp: Stamp::default().never() }
}
