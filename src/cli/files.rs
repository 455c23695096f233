//! The files that `check`, `verify` and `attach` work on. Only regular files are opened; whatever else bears a brief's
//! name is named and passed over. Follows no link to a folder, and so no loop.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::Failure;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 << 20;

/// The bytes of a regular file.
///
/// # Errors
/// Why it cannot be read, in one line that names it.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    let named = |why: String| format!("{}: {why}", path.display());
    let meta = fs::metadata(path).map_err(|e| named(format!("cannot read: {e}")))?;
    if !meta.is_file() {
        return Err(named("not a regular file".to_owned()));
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(|e| named(format!("cannot read: {e}")))?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|e| named(format!("cannot read: {e}")))?;
    if bytes.len() as u64 > LARGEST {
        return Err(named(format!("larger than {} MiB", LARGEST >> 20)));
    }
    Ok(bytes)
}

/// The library: `--library`, else `$EPITOME_LIBRARY`, else `./briefs`.
pub fn library(given: Option<&Path>) -> PathBuf {
    let named = std::env::var_os("EPITOME_LIBRARY").filter(|v| !v.is_empty()).map(PathBuf::from);
    given.map(Path::to_path_buf).or(named).unwrap_or_else(|| PathBuf::from("briefs"))
}

/// The brief files in a folder and its subfolders, sorted; a file is itself.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn briefs(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |e: std::io::Error| Failure(format!("{}: {e}", path.display()));
    if !fs::metadata(path).map_err(failed)?.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut found = Vec::new();
    let mut folders = vec![path.to_path_buf()];
    let mut first = true;
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(e) if first => return Err(failed(e)),
            Err(_) => continue,
        };
        first = false;
        for entry in entries.flatten() {
            let Ok(kind) = entry.file_type() else { continue };
            // Hidden folders are no part of a library, the trash among them.
            if kind.is_dir() && !entry.file_name().to_string_lossy().starts_with('.') {
                folders.push(entry.path());
            } else if is_brief(&entry.path()) {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The brief of that id in a library.
///
/// # Errors
/// When there is none, or when two folders have one.
pub fn brief(library: &Path, id: &str) -> Result<PathBuf, Failure> {
    let all = briefs(library)?;
    let mut named = all.into_iter().filter(|path| stem(path) == id);
    match (named.next(), named.next()) {
        (Some(path), None) => Ok(path),
        (Some(a), Some(b)) => {
            Err(Failure(format!("two briefs are called '{id}': {} and {}", a.display(), b.display())))
        }
        (None, _) => Err(Failure(format!("no brief '{id}' in {}", library.display()))),
    }
}

/// The id of a brief: its file's name without `.yaml`.
pub fn stem(path: &Path) -> String {
    path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default()
}

fn is_brief(path: &Path) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    name.ends_with(".yaml") && !name.ends_with(".study.yaml") && !name.starts_with('.')
}
