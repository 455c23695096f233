//! What is to be added: the files that were named, those of the folders, and those that a pattern finds. Follows no link to
//! a folder, and passes over what is hidden and over briefs.

use std::fs;
use std::path::{Path, PathBuf};

/// The files to add, in the order in which they were given, those of a folder or pattern by their names; and what was
/// named and holds none.
pub fn of(given: &[PathBuf]) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let (mut all, mut empty) = (Vec::new(), Vec::new());
    for path in given {
        let before = all.len();
        for path in found(path).unwrap_or_else(|| vec![path.clone()]) {
            if path.is_dir() { walk(&path, &mut all) } else { all.push(path) }
        }
        if all.len() == before {
            empty.push(path.clone());
        }
    }
    (all, empty)
}

/// What a pattern finds, where the shell has left it as it is; `None` for a path that is there, and for one without `*`,
/// `?` or `[`.
fn found(path: &Path) -> Option<Vec<PathBuf>> {
    let pattern = path.to_str().filter(|text| text.contains(['*', '?', '[']) && !path.exists())?;
    // '?' stands in addresses too.
    if pattern.contains("://") {
        return None;
    }
    // As in a shell: '*' finds nothing that is hidden.
    let options = glob::MatchOptions { require_literal_leading_dot: true, ..glob::MatchOptions::new() };
    let paths = glob::glob_with(pattern, options).ok()?;
    Some(paths.flatten().filter(|path| !is_passed_over(path)).collect())
}

/// Adds the files of a folder and of the folders in it.
fn walk(folder: &Path, all: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths.into_iter().filter(|path| !is_passed_over(path)) {
        let Ok(meta) = path.symlink_metadata() else { continue };
        if meta.is_dir() {
            walk(&path, all);
        } else if !path.is_dir() {
            all.push(path);
        }
    }
}

/// Hidden files, and briefs.
fn is_passed_over(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
    hidden || path.extension().is_some_and(|extension| extension == "yaml")
}
