//! Words of a reader that could not be saved where they belong: put into a file of their own, in the state folder, else in
//! the folder for what is temporary. Replaces nothing, and refuses to take them up again: a person does.

use std::env;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::BriefId;
use super::disk;

/// The folder in the state folder.
const FOLDER: &str = "not-saved";
/// How many names are tried.
const MOST: u32 = 1_000;

/// Keeps the words of a note on a brief; says where.
pub fn keep(state: Option<&Path>, id: &BriefId, words: &str) -> Option<PathBuf> {
    let folders = state.map(|state| state.join(FOLDER)).into_iter().chain([env::temp_dir()]);
    let name = id.as_str().rsplit('/').next().unwrap_or_default();
    folders.into_iter().find_map(|folder| {
        disk::make_folder(&folder).ok()?;
        (1..=MOST).find_map(|n| {
            let path = folder.join(format!("{name}.note-{n}.txt"));
            match write_new(&path, words) {
                Ok(()) => Some(Some(path)),
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists => None,
                Err(_) => Some(None),
            }
        })?
    })
}

fn write_new(path: &Path, words: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    let written = file.write_all(format!("{}\n", words.trim_end()).as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half of the words under that name would pass for all of them.
        let _ = std::fs::remove_file(path);
    }
    written
}

/// What is said of words that could not be saved: where they are, or, where they could be put nowhere, themselves.
pub fn said(state: Option<&Path>, id: &BriefId, words: &str) -> String {
    match keep(state, id, words) {
        Some(path) => format!("the words are kept in {}", path.display()),
        None => format!("the words could be kept nowhere: {}", words.trim()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::keep;
    use crate::library::BriefId;

    #[test]
    fn words_are_kept_beside_those_that_were_kept_before() {
        let state = std::env::temp_dir().join(format!("epitome-unsaved-{}", std::process::id()));
        let id = BriefId::new("2031/kerrick").unwrap();
        for (n, words) in [(1, "one"), (2, "two")] {
            let path = keep(Some(&state), &id, words).unwrap();
            assert_eq!(path, state.join(format!("not-saved/kerrick.note-{n}.txt")));
            assert_eq!(fs::read_to_string(path).unwrap(), format!("{words}\n"));
        }
        fs::remove_dir_all(state).unwrap();
    }
}
