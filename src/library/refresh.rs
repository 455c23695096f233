//! Brings a catalogue up to what is on the disk: looks at every file, reads only those that changed, on all cores, and
//! says what differs. What was read arrives in batches while the rest is being read. Writes nothing.

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::card::{Card, EXTENSION, Entry, Unreadable};
use super::disk::{self, Stamp};
use super::error::LibraryError;
use super::index::Catalogue;
use super::walk::{Found, Walked};
use crate::brief::yaml;

/// How long a thread reads before it hands on what it has read.
const SOON: Duration = Duration::from_millis(15);
/// The most threads that read. More do not help: the disk or the memory is the limit by then.
pub(super) const THREADS: usize = 8;
/// What a thread that reads may use of the stack, in bytes: as much as the main one.
pub(super) const STACK: usize = 8 << 20;

/// Entries that were read since the last batch.
#[derive(Debug)]
pub struct Batch {
    /// What was read, in no order.
    pub entries: Vec<Entry>,
    /// How many files have been read so far.
    pub done: usize,
    /// How many files are to be read in all.
    pub of: usize,
}

/// What differs between two catalogues. Paths beneath the library's folder, without `.yaml`; ordered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// What was not there before.
    pub added: Vec<String>,
    /// What is there as before, but not the same.
    pub changed: Vec<String>,
    /// What is gone.
    pub removed: Vec<String>,
}

impl Changes {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }

    fn between(old: &Catalogue, new: &Catalogue) -> Self {
        let old_by_stem: HashMap<&str, &Entry> = by_stem(old);
        let new_by_stem: HashMap<&str, &Entry> = by_stem(new);
        let mut changes = Self::default();
        for entry in new.entries() {
            match old_by_stem.get(entry.stem()) {
                None => changes.added.push(entry.stem().to_owned()),
                Some(before) if !same(before, entry) => changes.changed.push(entry.stem().to_owned()),
                Some(_) => {}
            }
        }
        let gone = old.entries().iter().filter(|entry| !new_by_stem.contains_key(entry.stem()));
        changes.removed = gone.map(|entry| entry.stem().to_owned()).collect();
        changes
    }
}

fn by_stem(catalogue: &Catalogue) -> HashMap<&str, &Entry> {
    catalogue.entries().iter().map(|entry| (entry.stem(), entry)).collect()
}

fn same(a: &Entry, b: &Entry) -> bool {
    match (a, b) {
        (Entry::Brief(a), Entry::Brief(b)) => a.stamp == b.stamp && a.has_article == b.has_article,
        (Entry::Fault(a), Entry::Fault(b)) => a == b,
        _ => false,
    }
}

/// The catalogue of what a walk found beneath `root`, with what differs from the `old` one.
///
/// # Errors
/// [`LibraryError::Cancelled`] when it was.
pub(super) fn refresh(
    root: &Path,
    walked: Walked,
    old: &Catalogue,
    progress: &mut dyn FnMut(Batch),
    cancel: &AtomicBool,
) -> Result<(Catalogue, Changes), LibraryError> {
    let known = by_stem(old);
    let (mut entries, mut unread) = (Vec::with_capacity(walked.found.len()), Vec::new());
    for found in walked.found {
        match known.get(found.stem.as_str()).filter(|entry| entry.stamp() == found.stamp) {
            Some(entry) => entries.push(with_article((*entry).clone(), found.has_article)),
            None => unread.push(found),
        }
    }
    entries.extend(read_all(root, &unread, progress, cancel)?);
    entries.extend(walked.passed_over.into_iter().map(Entry::Fault));
    let new = Catalogue::new(entries);
    let changes = Changes::between(old, &new);
    Ok((new, changes))
}

fn with_article(mut entry: Entry, has_article: bool) -> Entry {
    if let Entry::Brief(card) = &mut entry {
        card.has_article = has_article;
    }
    entry
}

/// The files still to be read, shared by the threads that read them.
struct Unread<'a> {
    root: &'a Path,
    files: &'a [Found],
    next: AtomicUsize,
    cancel: &'a AtomicBool,
}

impl Unread<'_> {
    /// Reads until there is nothing left, or nobody wants it any more. Sends several at a time: to wake the thread that
    /// receives costs a good part of reading a small file.
    fn work(&self, send: &Sender<Vec<Entry>>) {
        let (mut read, mut since) = (Vec::new(), Instant::now());
        while let Some(found) = self.files.get(self.next.fetch_add(1, Ordering::Relaxed)) {
            if self.cancel.load(Ordering::Relaxed) {
                return;
            }
            read.push(read_one(self.root, found));
            if since.elapsed() >= SOON {
                if send.send(std::mem::take(&mut read)).is_err() {
                    return;
                }
                since = Instant::now();
            }
        }
        // Nobody listening is nobody missing it.
        let _ = send.send(read);
    }
}

/// Reads files on several threads, handing them on in batches from this one.
fn read_all(
    root: &Path,
    files: &[Found],
    progress: &mut dyn FnMut(Batch),
    cancel: &AtomicBool,
) -> Result<Vec<Entry>, LibraryError> {
    let unread = &Unread { root, files, next: AtomicUsize::new(0), cancel };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(THREADS).min(files.len());
    let entries = thread::scope(|scope| {
        let (send, receive) = mpsc::channel();
        let start = |_: &usize| {
            let send = send.clone();
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, move || unread.work(&send)).is_ok()
        };
        if (0..threads).filter(start).count() == 0 {
            // Not one thread is to be had: this one reads, and the batches come when it is done.
            unread.work(&send);
        }
        drop(send);
        hand_on(&receive, files.len(), progress)
    });
    if cancel.load(Ordering::Relaxed) { Err(LibraryError::Cancelled) } else { Ok(entries) }
}

/// Receives entries until all have come, and shows them as they come.
fn hand_on(receive: &Receiver<Vec<Entry>>, of: usize, progress: &mut dyn FnMut(Batch)) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(of);
    for read in receive {
        if !read.is_empty() {
            entries.extend_from_slice(&read);
            progress(Batch { entries: read, done: entries.len(), of });
        }
    }
    entries
}

/// Reads one file: a card, or the reason why not.
fn read_one(root: &Path, found: &Found) -> Entry {
    let file = format!("{}{EXTENSION}", found.stem);
    let path = root.join(&file);
    let mut stamp = found.stamp.never();
    let card = disk::read(&path, yaml::LARGEST as u64).and_then(|(bytes, at)| {
        stamp = at.settled();
        let loaded = yaml::read(&bytes).map_err(|fault| LibraryError::NotABrief(path.clone(), fault.to_string()))?;
        Ok(Card::new(&found.stem, &loaded.brief, stamp))
    });
    match card {
        Ok(card) => with_article(Entry::Brief(card), found.has_article),
        Err(e) => Entry::Fault(Unreadable { path: file, why: e.why(), stamp: lasting(&e, stamp, found) }),
    }
}

/// The stamp of what cannot be read: its own when the same file will give the same answer, else one that has it tried
/// again.
fn lasting(e: &LibraryError, read: Stamp, found: &Found) -> Stamp {
    match e {
        LibraryError::NotABrief(..) => read,
        LibraryError::TooLarge(..) => found.stamp,
        _ => found.stamp.never(),
    }
}
