//! Carries effects out: reads the library's folder and its briefs on threads of their own, and answers with messages.

mod attaching;
mod deeds;

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::thread::{self, JoinHandle};
use std::time::SystemTime;

use crate::brief::citation;
use crate::brief::study::{Moment, Study};
use crate::ingest::limits;
use crate::library::making::{self, Made};
use crate::library::related::{Neighbour, Others};
use crate::library::search;
use crate::library::store::Store;
use crate::library::taking::{self, Taken, TakingError};
use crate::library::{BriefId, Card, Catalogue, Entry, Library, LibraryError};
use crate::text::counted;
use crate::text::find::Pattern;
use crate::tui::deed::{Deed, Why};
use crate::tui::document::{Document, UNSAVED, Unjudged};
use crate::tui::msg::{Answer, Generation, Msg};
use crate::tui::path;
use crate::tui::screen::aligned::class_sign;
use crate::tui::screen::pick::{Goal, Item};
use crate::tui::seen::{News, Seen};

pub use attaching::attach;
pub use deeds::carry_out;

/// Stack of a thread that parses, in bytes: as much as the main one has.
const STACK: usize = 8 << 20;

/// What the thread that reads briefs is asked for.
enum Wanted {
    /// A brief.
    Brief(Generation, String),
    /// To look whether a brief that was read is another by now.
    Look(Generation, String),
    /// To hold what was read against its article, whenever there is nothing to read.
    Audits,
}

/// The thread that writes, which is there from the first time that something is to be written.
struct Saver {
    deeds: Sender<(Deed, Why)>,
    thread: JoinHandle<()>,
}

/// Whoever reads for the program.
pub struct Worker {
    library: Library,
    store: Store,
    known: Arc<std::sync::Mutex<Catalogue>>,
    loads: Sender<Wanted>,
    saver: Option<Saver>,
    cancel: Arc<AtomicBool>,
    /// Stops the search for what is near to a claim.
    relating: Arc<AtomicBool>,
    /// Stops the search of briefs and articles.
    searching: Arc<AtomicBool>,
    to: Sender<Msg>,
}

impl Worker {
    /// Begins to wait for work on a library of which that much is known; answers go `to` the loop. `unsaved` is the
    /// article whose draft is asked for as [`UNSAVED`].
    ///
    /// # Errors
    /// When no thread can be had.
    pub fn start(
        library: Library,
        known: Catalogue,
        state: Option<&Path>,
        unsaved: Option<PathBuf>,
        to: Sender<Msg>,
    ) -> std::io::Result<Self> {
        let (loads, wanted) = mpsc::channel();
        let store = Store::open(&library, state);
        let seen = Seen::new(library.clone(), store.clone());
        let loader = Loader { library: library.clone(), unsaved, seen, unjudged: VecDeque::new(), to: to.clone() };
        thread::Builder::new().name("load".to_owned()).stack_size(STACK).spawn(move || loader.work(&wanted))?;
        let known = Arc::new(std::sync::Mutex::new(known));
        let (cancel, relating, searching) = (Arc::default(), Arc::default(), Arc::default());
        Ok(Self { library, store, known, loads, saver: None, cancel, relating, searching, to })
    }

    /// The library it works on.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Does something to files; the answer is [`Msg::Done`].
    ///
    /// # Errors
    /// When no thread can be had.
    pub fn save(&mut self, deed: Deed, why: Why) -> std::io::Result<()> {
        let saver = match self.saver.take() {
            Some(saver) => saver,
            None => self.saver()?,
        };
        // The thread ends only with the program.
        let _ = saver.deeds.send((deed, why));
        self.saver = Some(saver);
        Ok(())
    }

    fn saver(&self) -> std::io::Result<Saver> {
        let (deeds, wanted) = mpsc::channel::<(Deed, Why)>();
        let (answers, keeper, of) = (self.to.clone(), self.store.clone(), self.library.clone());
        let thread = thread::Builder::new().name("save".to_owned()).stack_size(STACK).spawn(move || {
            for (deed, why) in wanted {
                let done = carry_out(&of, &keeper, &deed, Moment::of(SystemTime::now()));
                // The program may be gone: what was asked for is done all the same.
                let _ = answers.send(Msg::Done(deed, why, done));
            }
        })?;
        Ok(Saver { deeds, thread })
    }

    /// Cancels what is being read, and waits until everything asked for is on the disk.
    pub fn finish(&mut self) {
        self.cancel();
        if let Some(Saver { deeds, thread }) = self.saver.take() {
            drop(deeds);
            // A panic in it has been reported where it happened.
            let _ = thread.join();
        }
    }

    /// Reads a brief; the answer is [`Msg::Loaded`], and later [`Msg::Judged`].
    pub fn load(&self, generation: Generation, id: String) {
        // The thread ends only with the program.
        let _ = self.loads.send(Wanted::Brief(generation, id));
    }

    /// Looks whether a brief that was read is another by now; the answers, where it is, are [`Msg::Changed`] and
    /// [`Msg::Studied`].
    pub fn look(&self, generation: Generation, id: String) {
        // The thread ends only with the program.
        let _ = self.loads.send(Wanted::Look(generation, id));
    }

    /// From now on briefs are held against their articles: there is something on the screen, and there is time.
    pub fn begin_audits(&self) {
        let _ = self.loads.send(Wanted::Audits);
    }

    /// Reads the folder; the answers are [`Msg::Catalogue`], the last of them whole. A reading that goes on is cancelled.
    ///
    /// # Errors
    /// When no thread can be had.
    pub fn refresh(&mut self, generation: Generation) -> std::io::Result<()> {
        self.cancel();
        self.cancel = Arc::default();
        let (library, store) = (self.library.clone(), self.store.clone());
        let (known, cancel, to) = (Arc::clone(&self.known), Arc::clone(&self.cancel), self.to.clone());
        let read = move || {
            let old = known.lock().map(|known| known.clone()).unwrap_or_default();
            let mut so_far: Vec<Entry> = Vec::new();
            let (fill, mut sent) = (old.entries().is_empty(), 0);
            let mut progress = |batch: crate::library::Batch| {
                // A shelf that showed nothing fills as it is read; one that showed the last state changes once.
                if fill {
                    so_far.extend(batch.entries);
                }
                // Each time half as much again: the shelf is sorted anew with every one.
                if so_far.len() * 2 > sent * 3 {
                    sent = so_far.len();
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
            let studied = match &answer {
                Msg::Catalogue(_, entries, true) => studies(&store, entries, &cancel),
                _ => None,
            };
            // The program may be gone by now.
            let _ = to.send(answer);
            if let Some(studied) = studied {
                let _ = to.send(Msg::Studies(generation, studied));
            }
        };
        thread::Builder::new().name("refresh".to_owned()).stack_size(STACK).spawn(read).map(|_| ())
    }

    /// Takes an article in; the answer is [`Msg::Taken`].
    ///
    /// # Errors
    /// When no thread can be had.
    pub fn take(&self, what: String) -> std::io::Result<()> {
        let (library, to) = (self.library.clone(), self.to.clone());
        let work = move || {
            // The program may be gone by then.
            let taken = take(&library, &what);
            let _ = to.send(Msg::Taken(what, taken));
        };
        thread::Builder::new().name("take".to_owned()).stack_size(STACK).spawn(work).map(|_| ())
    }

    /// Gives a brief its article; the answer is [`Msg::Attached`].
    ///
    /// # Errors
    /// When no thread can be had.
    pub fn attach(&self, id: String, what: String) -> std::io::Result<()> {
        let (library, to) = (self.library.clone(), self.to.clone());
        let work = move || {
            // The program may be gone by then.
            let _ = to.send(Msg::Attached(attach(&library, &id, &what)));
        };
        thread::Builder::new().name("attach".to_owned()).stack_size(STACK).spawn(work).map(|_| ())
    }

    /// Looks for what a path that is begun may become; the answer is [`Msg::Completions`].
    ///
    /// # Errors
    /// When no thread can be had.
    pub fn complete(&self, typed: String) -> std::io::Result<()> {
        let to = self.to.clone();
        let work = move || {
            let all = completions(&typed);
            let _ = to.send(Msg::Completions(typed, all));
        };
        thread::Builder::new().name("complete".to_owned()).spawn(work).map(|_| ())
    }

    /// Looks which briefs have a phrase; the answer is [`Msg::Searched`]. A search that goes on is cancelled.
    ///
    /// # Errors
    /// When no thread can be had.
    pub fn search(&mut self, query: String) -> std::io::Result<()> {
        self.searching.store(true, Ordering::Relaxed);
        self.searching = Arc::default();
        let (library, known, to) = (self.library.clone(), Arc::clone(&self.known), self.to.clone());
        let cancel = Arc::clone(&self.searching);
        let work = move || {
            let known = known.lock().map(|known| known.clone()).unwrap_or_default();
            let Some(having) = having(&library, known.entries(), &query, &cancel) else { return };
            // The program may be gone by then.
            let _ = to.send(Msg::Searched(query, having));
        };
        thread::Builder::new().name("search".to_owned()).stack_size(STACK).spawn(work).map(|_| ())
    }

    /// Looks for what is near to a claim; the answer is [`Msg::Related`]. A search that goes on is cancelled.
    ///
    /// # Errors
    /// When no thread can be had.
    pub fn relate(&mut self, id: String, claim: usize) -> std::io::Result<()> {
        self.stop_relating();
        self.relating = Arc::default();
        let (library, known, to) = (self.library.clone(), Arc::clone(&self.known), self.to.clone());
        let cancel = Arc::clone(&self.relating);
        let work = move || {
            let known = known.lock().map(|known| known.clone()).unwrap_or_default();
            let Some(items) = related(&library, known.entries(), &id, claim, &cancel) else { return };
            let _ = to.send(Msg::Related(id, claim, items));
        };
        thread::Builder::new().name("relate".to_owned()).stack_size(STACK).spawn(work).map(|_| ())
    }

    /// Stops the search for what is near to a claim.
    pub fn stop_relating(&self) {
        self.relating.store(true, Ordering::Relaxed);
    }

    /// Stops a reading that goes on.
    pub fn cancel(&self) {
        self.cancel.store(true, Ordering::Relaxed);
    }
}

/// Which briefs have a phrase, in themselves or in their articles; `None` when it was cancelled.
pub fn having(library: &Library, entries: &[Entry], query: &str, cancel: &AtomicBool) -> Option<Vec<String>> {
    let cards: Vec<&Card> = entries.iter().filter_map(Entry::card).collect();
    search::having(library, &cards, &Pattern::new(query), cancel)
}

/// Whoever reads briefs, on a thread of its own.
struct Loader {
    library: Library,
    /// The article whose draft is asked for as [`UNSAVED`].
    unsaved: Option<PathBuf>,
    /// How the files of what was read looked.
    seen: Seen,
    /// What was read and not yet held against its article.
    unjudged: VecDeque<(Generation, String, Unjudged)>,
    to: Sender<Msg>,
}

impl Loader {
    /// Works until nobody wants it any more. What was read is held against its article when nothing is to be read.
    fn work(mut self, wanted: &Receiver<Wanted>) {
        let mut audits = false;
        loop {
            let next = match wanted.try_recv() {
                Err(TryRecvError::Empty) => match audits.then(|| self.unjudged.pop_front()).flatten() {
                    Some((generation, id, unjudged)) => {
                        // The program may be gone by now.
                        let _ = self.to.send(Msg::Judged(generation, id, unjudged.audit()));
                        continue;
                    }
                    None => wanted.recv().ok(),
                },
                next => next.ok(),
            };
            match next {
                Some(Wanted::Brief(generation, id)) => self.load(generation, id),
                Some(Wanted::Look(generation, id)) => self.look(generation, id),
                Some(Wanted::Audits) => audits = true,
                None => return,
            }
        }
    }

    fn look(&mut self, generation: Generation, id: String) {
        let News { is_other, study } = self.seen.news(&id);
        // The program may be gone by now.
        if let Some(study) = study {
            let _ = self.to.send(Msg::Studied(generation, id.clone(), study));
        }
        if is_other {
            let _ = self.to.send(Msg::Changed(generation, id));
        }
    }

    fn load(&mut self, generation: Generation, id: String) {
        limits::panic_if_asked("load");
        self.seen.read(&id);
        let document = match self.unsaved.as_deref().filter(|_| id == UNSAVED) {
            Some(article) => draft(article),
            None => load(&self.library, &id),
        };
        // Answers to an older reading are dropped.
        self.unjudged.retain(|(of, ..)| *of == generation);
        if let Ok(document) = &document {
            self.unjudged.push_back((generation, id.clone(), document.unjudged()));
        }
        let _ = self.to.send(Msg::Loaded(generation, id, document.map(Box::new)));
    }
}

/// Takes an article into the library.
///
/// # Errors
/// Why no brief came of it, in one line.
pub fn take(library: &Library, what: &str) -> Result<Answer, String> {
    let today = making::today().ok_or("SOURCE_DATE_EPOCH is not a number of seconds")?;
    let path = path::meant(what, home().as_deref());
    if path.is_dir() {
        let (folder, at) = (path::for_shell(&path), path::for_shell(library.root()));
        return Err(format!("{what} is a folder; `epitome add {folder} --library {at}` takes in all that is in it"));
    }
    let title = |id: &BriefId| {
        let brief = library.load(id).ok().map(|opened| opened.brief);
        brief.map_or_else(|| id.to_string(), |brief| brief.heading(id.as_str()))
    };
    let there = |id: BriefId, said: String| Answer { id: id.to_string(), said, added: None };
    Ok(match taking::take(library, &path, today).map_err(|e| not_taken(what, &e))? {
        Taken::Added(id) => {
            let (title, file) = (format!("‘{}’", title(&id)), library.brief_path(&id));
            let said = format!(
                "Added {title} as a draft: read it, then M says that you have. u takes it back. It is {}.",
                file.display()
            );
            Answer { added: Some(title), ..there(id, said) }
        }
        Taken::There(id, _) => {
            let said = format!("This article is here already: ‘{}’, {id}.", title(&id));
            there(id, said)
        }
        Taken::Attached(id) => {
            let said = format!("This is the article of ‘{}’, {id}, which had none: now it is attached.", title(&id));
            there(id, said)
        }
        Taken::Slight(words) => {
            return Err(format!("{what} is no article: it has only {}.", counted(words, "word")));
        }
        Taken::Apart(id, lost) => {
            let (file, at) = (path::for_shell(&path), path::for_shell(library.root()));
            let lost = counted(lost, "passage");
            let which = format!("`epitome attach {id} {file} --library {at}` says which");
            let title = title(&id);
            let said = format!(
                "‘{title}’ is here without its article, but {lost} of it cannot be found in this text: {which}."
            );
            there(id, said)
        }
    })
}

/// What a path that is begun may become.
pub fn completions(typed: &str) -> Vec<String> {
    path::completions(typed, home().as_deref())
}

fn home() -> Option<PathBuf> {
    std::env::var_os("HOME").filter(|home| !home.is_empty()).map(PathBuf::from)
}

/// What is said of an article that could not be taken in.
fn not_taken(what: &str, e: &TakingError) -> String {
    let goes_on = if e.goes_on() { "; work on it goes on, and slows the reader, until you quit" } else { "" };
    format!("{what}: {e}{goes_on}")
}

/// Claims listed as near to one.
const NEAR: usize = 20;

/// The claims of other briefs in the same language that have something to do with a claim, the nearest first; `None` when
/// that was cancelled.
pub fn related(library: &Library, entries: &[Entry], id: &str, claim: usize, cancel: &AtomicBool) -> Option<Vec<Item>> {
    let Some(here) = BriefId::new(id).and_then(|id| library.load(&id).ok()) else { return Some(Vec::new()) };
    let Some(claim) = here.brief.claims.get(claim) else { return Some(Vec::new()) };
    let others = Others::of(library, entries.iter().filter_map(Entry::card), &here, cancel, |_| {})?;
    let item = |other: Neighbour<'_>| Item {
        sign: class_sign(other.near.class()).0.spellings().0.to_owned(),
        text: citation::claim(other.claim),
        from: format!("{}: {}", other.near.class().name(), other.opened.brief.heading(other.opened.id.as_str())),
        place: format!("claim {}", other.at + 1),
        date: String::new(),
        goal: Goal::Claim(other.opened.id.to_string(), other.at),
    };
    Some(others.near(claim, NEAR).into_iter().map(item).collect())
}

/// What readers have added to these briefs, where they have added something; nothing when that was cancelled.
pub fn studies(store: &Store, entries: &[Entry], cancel: &AtomicBool) -> Option<Vec<(String, Study)>> {
    let briefs = store.begun(entries.iter().filter_map(Entry::card).map(Card::id));
    let mut studies = Vec::new();
    for id in briefs {
        if cancel.load(Ordering::Relaxed) {
            return None;
        }
        let study = store.load(&id).map(|(study, _)| study).unwrap_or_default();
        if study != Study::default() {
            studies.push((id.to_string(), study));
        }
    }
    Some(studies)
}

/// Drafts the brief of an article that is in no library; as `epitome draft` does.
///
/// # Errors
/// Why no brief came of it, in one line.
pub fn draft(article: &Path) -> Result<Document, String> {
    let made = making::read(article).and_then(|(bytes, hint)| making::make(bytes, hint, None));
    let Made { article: text, mut brief, .. } = made.map_err(|e| e.to_string())?;
    if brief.title.is_none() && brief.label.is_none() && brief.beginning().is_none() {
        brief.label = article.file_name().map(|name| name.to_string_lossy().into_owned());
    }
    Ok(Document::new(UNSAVED.to_owned(), brief, Some(text), None))
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

#[cfg(test)]
mod tests {
    use super::not_taken;
    use crate::ingest::IngestError;
    use crate::ingest::limits::{Cause, Overrun};

    #[test]
    fn work_that_could_not_be_stopped_is_said_to_go_on() {
        for (stopped, end) in [(true, "give a part of it"), (false, "until you quit")] {
            let e = IngestError::Overrun(Overrun { cause: Cause::Time, stopped });
            assert!(not_taken("a.html", &e.into()).ends_with(end), "{stopped}");
        }
    }
}
