//! Files of a library that belong to no brief of it: what a reader added to a brief that is not there, studies that were
//! put aside because they were damaged, articles whose brief is gone. Opens none of them, and changes nothing.

use std::fs;
use std::path::PathBuf;

use super::card::{ARTICLE, EXTENSION, STUDY};
use super::{BriefId, Library, LibraryError};

/// What stands between a study's name and the number of one that was put aside.
const ASIDE: &str = ".study.yaml.damaged-";
/// How many folders may lie in one another.
const DEPTH: usize = 64;

/// What was found, each in the order of the names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strays {
    /// The names of briefs that are not there, of which a study is.
    pub studies: Vec<BriefId>,
    /// The names of briefs that are not there, of which an article is.
    pub articles: Vec<BriefId>,
    /// Damaged studies that were put aside, as paths beneath the library's folder.
    pub aside: Vec<PathBuf>,
}

impl Strays {
    /// Those of a library.
    ///
    /// # Errors
    /// When the library's folder cannot be looked at. A subfolder that cannot be is passed over: others name it.
    pub fn of(library: &Library) -> Result<Self, LibraryError> {
        let root = library.root();
        let mut strays = Self::default();
        let mut open = vec![(String::new(), 0)];
        while let Some((beneath, depth)) = open.pop() {
            let path = root.join(&beneath);
            let entries = match fs::read_dir(if path.as_os_str().is_empty() { ".".into() } else { path.clone() }) {
                Ok(entries) => entries,
                Err(e) if beneath.is_empty() => return Err(LibraryError::Read(path, e)),
                Err(_) => continue,
            };
            for entry in entries.flatten() {
                let name = entry.file_name();
                // What is hidden is not the library's, and no brief has a name that is not UTF-8.
                let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
                let at = if beneath.is_empty() { name.to_owned() } else { format!("{beneath}/{name}") };
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() && depth < DEPTH => open.push((at, depth + 1)),
                    Ok(kind) if kind.is_file() => strays.note(library, &at),
                    _ => {}
                }
            }
        }
        strays.studies.sort();
        strays.articles.sort();
        strays.aside.sort();
        Ok(strays)
    }

    fn note(&mut self, library: &Library, at: &str) {
        let of_no_brief = |ending: &str| {
            let id = BriefId::new(at.strip_suffix(ending)?)?;
            (!super::is_there(&library.root().join(format!("{id}{EXTENSION}")))).then_some(id)
        };
        if at.contains(ASIDE) {
            self.aside.push(at.into());
        } else if at.ends_with(STUDY) {
            self.studies.extend(of_no_brief(STUDY));
        } else {
            self.articles.extend(of_no_brief(ARTICLE));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Strays;
    use crate::library::{Library, Place};

    #[test]
    fn what_belongs_to_no_brief_is_found() {
        let root = std::env::temp_dir().join(format!("epitome-strays-{}", std::process::id()));
        fs::create_dir_all(root.join("2031")).unwrap();
        fs::create_dir_all(root.join(".trash")).unwrap();
        for file in [
            "a.yaml",
            "a.txt",
            "a.study.yaml",
            "a.study.yaml.damaged-1",
            "b.txt",
            "b.study.yaml",
            "2031/c.study.yaml",
            ".trash/d.study.yaml",
            "notes.md",
        ] {
            fs::write(root.join(file), "").unwrap();
        }
        let strays = Strays::of(&Library::at(Place::Folder(root.clone()), None)).unwrap();
        let said = |ids: &[crate::library::BriefId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!((said(&strays.studies), said(&strays.articles)), ("2031/c b".to_owned(), "b".to_owned()));
        assert_eq!(strays.aside, [std::path::Path::new("a.study.yaml.damaged-1")]);
        fs::remove_dir_all(root).unwrap();
    }
}
