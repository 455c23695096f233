//! What is to be added: the files that were named, the articles of the folders, and what a pattern finds. Follows no link to
//! a folder, and passes over what is hidden, over briefs and, in folders, over what no article is called.

use std::fs;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

/// What is to be added.
#[derive(Debug, Default)]
pub struct Inputs {
    /// The files, in the order in which they were given, those of a folder or pattern by their names.
    pub files: Vec<PathBuf>,
    /// What was named and holds none.
    pub empty: Vec<PathBuf>,
    /// Files of folders that are no articles by their names.
    pub passed_over: Vec<PathBuf>,
}

impl Inputs {
    /// What was given, its folders walked and its patterns found.
    pub fn of(given: &[PathBuf]) -> Self {
        let mut inputs = Self::default();
        for path in given {
            let before = inputs.files.len();
            for path in found(path).unwrap_or_else(|| vec![path.clone()]) {
                if path.is_dir() { inputs.walk(&path) } else { inputs.files.push(path) }
            }
            if inputs.files.len() == before {
                inputs.empty.push(path.clone());
            }
        }
        inputs
    }

    /// Adds the articles of a folder and of the folders in it.
    fn walk(&mut self, folder: &Path) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths.into_iter().filter(|path| !is_passed_over(path)) {
            let Ok(meta) = path.symlink_metadata() else { continue };
            if meta.is_dir() {
                self.walk(&path);
            } else if !path.is_dir() {
                let list = if may_be_article(&path) { &mut self.files } else { &mut self.passed_over };
                list.push(path);
            }
        }
    }
}

/// What a pattern finds, where the shell has left it as it is; `None` for a path that is there, and for one without `*`,
/// `?` or `[`.
pub fn found(path: &Path) -> Option<Vec<PathBuf>> {
    let pattern = path.to_str().filter(|text| text.contains(['*', '?', '[']) && !path.exists())?;
    // '?' stands in addresses too.
    if pattern.contains("://") {
        return None;
    }
    let paths = glob::glob(pattern).ok()?;
    Some(paths.flatten().filter(|found| !is_passed_over(found) && !is_hidden(found, path)).collect())
}

/// Whether a pattern has found something in a hidden folder that it does not name: as in a shell, '*' finds nothing that
/// is hidden. (Told to see to that itself, the finder panics at a name that is no UTF-8.)
fn is_hidden(found: &Path, pattern: &Path) -> bool {
    let hidden = |part: &Component<'_>| match part {
        Component::Normal(name) => name.to_string_lossy().starts_with('.'),
        _ => false,
    };
    found.components().filter(hidden).any(|part| !pattern.components().any(|named| named == part))
}

/// The ends of names that articles have.
const ARTICLES: &[&str] = &["txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf", "epub"];

/// Whether a file of a folder is taken for an article, by the end of its name; one without is looked into, as pages are
/// often stored so. What was named itself is always tried.
fn may_be_article(path: &Path) -> bool {
    match path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase()) {
        Some(extension) => ARTICLES.contains(&extension.as_str()),
        None => is_page(path),
    }
}

/// Whether a regular file begins like HTML or PDF.
fn is_page(path: &Path) -> bool {
    let mut head = Vec::new();
    let mut read = || fs::File::open(path).ok()?.take(HEAD).read_to_end(&mut head).ok();
    if !path.is_file() || read().is_none() {
        return false;
    }
    let text =
        String::from_utf8_lossy(&head).trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).to_ascii_lowercase();
    ["<!doctype html", "<html", "%pdf-"].iter().any(|opening| text.starts_with(opening))
}

/// So many bytes tell what a file is.
const HEAD: u64 = 512;

/// Hidden files, and briefs.
fn is_passed_over(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
    hidden || path.extension().is_some_and(|extension| extension == "yaml")
}
