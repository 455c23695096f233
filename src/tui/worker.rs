//! Carries effects out: reads the library's folder and its briefs on threads of their own, and answers with messages.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

use crate::library::{BriefId, Catalogue, Entry, Library, LibraryError};
use crate::tui::document::Document;
use crate::tui::msg::{Generation, Msg};

/// Stack of a thread that parses, in bytes: as much as the main one has.
const STACK: usize = 8 << 20;

/// Whoever reads for the program.
pub struct Worker {
    library: Library,
    known: Arc<std::sync::Mutex<Catalogue>>,
    loads: Sender<(Generation, String)>,
    cancel: Arc<AtomicBool>,
    to: Sender<Msg>,
}

impl Worker {
    /// Begins to wait for work on a library of which that much is known; answers go `to` the loop.
    ///
    /// # Errors
    /// When no thread can be had.
    pub fn start(library: Library, known: Catalogue, to: Sender<Msg>) -> std::io::Result<Self> {
        let (loads, wanted) = mpsc::channel::<(Generation, String)>();
        let (answers, from) = (to.clone(), library.clone());
        thread::Builder::new().name("load".to_owned()).stack_size(STACK).spawn(move || {
            for (generation, id) in wanted {
                let document = load(&from, &id).map(Box::new);
                if answers.send(Msg::Loaded(generation, id, document)).is_err() {
                    return;
                }
            }
        })?;
        let known = Arc::new(std::sync::Mutex::new(known));
        Ok(Self { library, known, loads, cancel: Arc::default(), to })
    }

    /// Reads a brief; the answer is [`Msg::Loaded`].
    pub fn load(&self, generation: Generation, id: String) {
        // The thread ends only with the program.
        let _ = self.loads.send((generation, id));
    }

    /// Reads the folder; the answers are [`Msg::Catalogue`], the last of them whole. A reading that goes on is cancelled.
    ///
    /// # Errors
    /// When no thread can be had.
    pub fn refresh(&mut self, generation: Generation) -> std::io::Result<()> {
        self.cancel();
        self.cancel = Arc::default();
        let (library, known, cancel, to) =
            (self.library.clone(), Arc::clone(&self.known), Arc::clone(&self.cancel), self.to.clone());
        let read = move || {
            let old = known.lock().map(|known| known.clone()).unwrap_or_default();
            let mut so_far: Vec<Entry> = old.entries().to_vec();
            let fill = old.entries().is_empty();
            let mut progress = |batch: crate::library::Batch| {
                // A shelf that showed nothing fills as it is read; one that showed the last state changes once.
                if fill {
                    so_far.extend(batch.entries);
                    let _ = to.send(Msg::Catalogue(generation, so_far.clone(), false));
                }
            };
            let answer = match library.refresh(&old, &mut progress, &cancel) {
                Ok((new, _)) => {
                    let entries = new.entries().to_vec();
                    if let Ok(mut known) = known.lock() {
                        *known = new;
                    }
                    Msg::Catalogue(generation, entries, true)
                }
                Err(LibraryError::Cancelled) => return,
                Err(e) => Msg::Unreadable(generation, e.to_string()),
            };
            let _ = to.send(answer);
        };
        thread::Builder::new().name("refresh".to_owned()).stack_size(STACK).spawn(read).map(|_| ())
    }

    /// Stops a reading that goes on.
    pub fn cancel(&self) {
        self.cancel.store(true, Ordering::Relaxed);
    }
}

/// Reads a brief with its article and resolves its anchors.
///
/// # Errors
/// Why it cannot be read, in one line without the path.
pub fn load(library: &Library, id: &str) -> Result<Document, String> {
    let name = BriefId::new(id).ok_or_else(|| format!("'{id}' is not the name of a brief"))?;
    let opened = library.load(&name).map_err(|e| e.why())?;
    Ok(Document::new(id.to_owned(), opened.brief, opened.article, opened.article_fault))
}
