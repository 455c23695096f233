//! What the files of the briefs that were read looked like when they were, so that it costs no more than a look to tell
//! whether somebody else has changed one since. Refuses to watch: it looks when it is asked to.

use std::collections::HashMap;

use crate::brief::study::Study;
use crate::library::disk::Stamp;
use crate::library::{BriefId, Library, Store};

/// How the files of a brief look; nothing where one is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Files {
    /// The brief's and the article's.
    read: [Option<Stamp>; 2],
    /// Those of what the reader added: beside the brief, and where it is kept when it cannot be there.
    study: [Option<Stamp>; 2],
}

/// What differs from when a brief was read.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// Whether the brief or its article is another.
    pub is_other: bool,
    /// What readers have added by now, where that may have changed.
    pub study: Option<Box<Study>>,
}

/// How the files of the briefs looked that were read.
#[derive(Debug)]
pub struct Seen {
    library: Library,
    store: Store,
    files: HashMap<String, Files>,
}

impl Seen {
    /// Nothing of that library was seen.
    pub fn new(library: Library, store: Store) -> Self {
        Self { library, store, files: HashMap::new() }
    }

    /// A brief is about to be read. What was added to it counts as not seen: that is read at another time.
    pub fn read(&mut self, id: &str) {
        if let Some(files) = self.look(id) {
            self.files.insert(id.to_owned(), Files { study: [None, None], ..files });
        }
    }

    /// What was changed since a brief was read, or since this was asked last.
    pub fn news(&mut self, id: &str) -> News {
        let (Some(now), Some(was)) = (self.look(id), self.files.get(id)) else { return News::default() };
        // Where the brief's file is gone, what was read of it is all there is, and stays.
        let is_other = was.read != now.read && now.read[0].is_some();
        let is_studied = was.study != now.study;
        if is_other || is_studied {
            self.files.insert(id.to_owned(), now);
        }
        let id = BriefId::new(id).filter(|_| is_studied);
        // What cannot be read is said when it is to be changed.
        let study = id.and_then(|id| self.store.load(&id).ok()).map(|(study, _)| Box::new(study));
        News { is_other, study }
    }

    fn look(&self, id: &str) -> Option<Files> {
        let id = BriefId::new(id)?;
        let stamp = |path| std::fs::metadata(path).ok().map(|meta| Stamp::of(&meta));
        let read = [id.brief_file(), id.article_file()].map(|file| stamp(self.library.root().join(file)));
        let study = self.store.paths(&id).map(|path| path.and_then(stamp));
        Some(Files { read, study })
    }
}
