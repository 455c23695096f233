//! Files: read with a limit, replaced whole or not at all, locked. Opens regular files only, never waits for one, never
//! writes through a link, and never truncates a file in place.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use super::error::LibraryError;

mod lock;

pub use lock::Lock;

/// What is written under the lock is first written here.
const TEMPORARY: &str = ".epitome.tmp";
/// How many files of one name that were put aside are kept beside it.
const MOST_ASIDE: u32 = 1_000;
/// How old a change must be before a clock of coarse ticks can tell the next one from it.
const SETTLED_NS: i64 = 50_000_000;

/// What tells one state of a file from another without reading it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// When its text last changed, in nanoseconds since 1970.
    pub modified: i64,
    /// When anything of it last changed, in nanoseconds since 1970; 0 where the system does not say.
    pub changed: i64,
    /// Its number in the file system; 0 where there is none.
    pub inode: u64,
}

impl Stamp {
    /// The stamp of a file of which this is said.
    pub fn of(meta: &Metadata) -> Self {
        let (changed, inode) = beyond_std(meta);
        let modified = meta.modified().map_or(0, nanoseconds);
        Self { size: meta.len(), modified, changed, inode }
    }

    /// A stamp that no file has, of something modified at the same time: what carries it is always read again.
    pub(super) fn never(self) -> Self {
        Self { size: u64::MAX, ..self }
    }

    /// This stamp, or one that no file has while a further change could still fall into the same tick of the clock.
    pub(super) fn settled(self) -> Self {
        let age = nanoseconds(SystemTime::now()).saturating_sub(self.changed.max(self.modified));
        if age.saturating_abs() < SETTLED_NS { self.never() } else { self }
    }
}

#[cfg(unix)]
fn beyond_std(meta: &Metadata) -> (i64, u64) {
    use std::os::unix::fs::MetadataExt;
    (meta.ctime().saturating_mul(1_000_000_000).saturating_add(meta.ctime_nsec()), meta.ino())
}

#[cfg(not(unix))]
fn beyond_std(_: &Metadata) -> (i64, u64) {
    (0, 0)
}

fn nanoseconds(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_nanos()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |ns| -ns),
    }
}

/// What a thing in a folder is, when it is not a regular file.
pub fn other_than_a_file(meta: &Metadata) -> Option<&'static str> {
    if meta.is_file() {
        return None;
    }
    Some(if meta.is_dir() { "a folder, not a file" } else { special(meta) })
}

#[cfg(unix)]
fn special(meta: &Metadata) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    let kind = meta.file_type();
    if kind.is_fifo() {
        "a named pipe, not a file"
    } else if kind.is_socket() {
        "a socket, not a file"
    } else if kind.is_block_device() || kind.is_char_device() {
        "a device, not a file"
    } else {
        "not a file"
    }
}

#[cfg(not(unix))]
fn special(_: &Metadata) -> &'static str {
    "not a file"
}

/// Options for opening what may turn out to be a pipe or a device: never waits, never becomes our terminal.
fn without_waiting() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY);
    }
    options
}

/// Opens a regular file of at most `limit` bytes for reading. Never waits, whatever is there.
///
/// # Errors
/// When it is not there, not a regular file, larger than that, or cannot be read.
pub fn open(path: &Path, limit: u64) -> Result<(File, Metadata), LibraryError> {
    let failed = |e| LibraryError::Read(path.to_owned(), e);
    let file = match without_waiting().read(true).open(path) {
        Ok(file) => file,
        // Of a socket, or a device without a driver, the system says no more than that there is no such device.
        Err(e) => {
            let what = fs::metadata(path).ok().and_then(|meta| other_than_a_file(&meta));
            return Err(what.map_or_else(|| failed(e), |what| LibraryError::NotAFile(path.to_owned(), what)));
        }
    };
    let meta = file.metadata().map_err(failed)?;
    if let Some(what) = other_than_a_file(&meta) {
        return Err(LibraryError::NotAFile(path.to_owned(), what));
    }
    if meta.len() > limit {
        return Err(LibraryError::TooLarge(path.to_owned(), limit));
    }
    Ok((file, meta))
}

/// Reads a regular file of at most `limit` bytes, and its stamp from before it was read.
///
/// # Errors
/// As [`open`].
pub fn read(path: &Path, limit: u64) -> Result<(Vec<u8>, Stamp), LibraryError> {
    let (file, meta) = open(path, limit)?;
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0).saturating_add(1));
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|e| LibraryError::Read(path.to_owned(), e))?;
    // It may have grown since, or be one of those whose size is given as nothing.
    if bytes.len() as u64 > limit {
        return Err(LibraryError::TooLarge(path.to_owned(), limit));
    }
    Ok((bytes, Stamp::of(&meta)))
}

/// Reads a file of text, like [`read`].
///
/// # Errors
/// As [`read`], and when it is not UTF-8.
pub fn read_text(path: &Path, limit: u64) -> Result<(String, Stamp), LibraryError> {
    let (bytes, stamp) = read(path, limit)?;
    let text =
        String::from_utf8(bytes).map_err(|e| LibraryError::NotUtf8(path.to_owned(), e.utf8_error().valid_up_to()))?;
    Ok((text, stamp))
}

/// Whether a written file must outlive a loss of power.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Precious: it is on the disk when the call returns.
    Kept,
    /// Not worth waiting twice: what is there after a loss of power is whole, but may be what was there before.
    Whole,
    /// Derived: it can be made again.
    Derived,
}

/// Writes a file whole: after this call, and after a crash at any moment, it is either the old one or the new one. The
/// mode of a file that was there is kept.
///
/// # Errors
/// When any step fails, or there is something there that is not a regular file (a link included). The old file then
/// stands as it was, and nothing else is left behind.
pub fn write(path: &Path, bytes: &[u8], durability: Durability) -> Result<(), LibraryError> {
    let temporary = beside(path).map_err(|e| LibraryError::Write(path.to_owned(), e))?;
    write_by_way_of(&temporary, path, bytes, durability)
}

/// Writes a file of the folder whose lock is held, like [`write`]. Since nobody else does so meanwhile, the temporary
/// file has always the same name: whatever a killed process left there is replaced, and never adds up.
///
/// # Errors
/// As [`write`].
pub fn write_locked(_: &Lock, path: &Path, bytes: &[u8], durability: Durability) -> Result<(), LibraryError> {
    write_by_way_of(&path.with_file_name(TEMPORARY), path, bytes, durability)
}

fn write_by_way_of(temporary: &Path, path: &Path, bytes: &[u8], durability: Durability) -> Result<(), LibraryError> {
    let failed = |e| LibraryError::Write(path.to_owned(), e);
    let mode = replaceable(path).map_err(failed)?;
    let written = fill(temporary, bytes, mode, durability).and_then(|()| fs::rename(temporary, path));
    if let Err(e) = written {
        // Nothing more can be done if this fails too, and the first error is the one that matters.
        let _ = fs::remove_file(temporary);
        return Err(failed(e));
    }
    match durability {
        Durability::Kept => sync_folder(path).map_err(failed),
        Durability::Whole | Durability::Derived => Ok(()),
    }
}

/// The mode of the regular file that stands there, if any does. What else stands there, a link included, is an error.
fn replaceable(path: &Path) -> io::Result<Option<fs::Permissions>> {
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_symlink() => Err(io::Error::other("a link, which is not written through")),
        Ok(meta) => match other_than_a_file(&meta) {
            Some(what) => Err(io::Error::other(what)),
            None => Ok(Some(meta.permissions())),
        },
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(e),
    }
}

/// A name that is free, in the same folder, hidden from every listing.
fn beside(path: &Path) -> io::Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    path.file_name().ok_or_else(|| io::Error::other("not the name of a file"))?;
    let n = COUNT.fetch_add(1, Ordering::Relaxed);
    // Not made from the file's own name, which may already be as long as a name can be.
    Ok(path.with_file_name(format!(".epitome-{}-{n}.tmp", std::process::id())))
}

fn fill(path: &Path, bytes: &[u8], mode: Option<fs::Permissions>, durability: Durability) -> io::Result<()> {
    let create = || OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = match create() {
        // A process of the same number was killed here once: its file is nobody's.
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => fs::remove_file(path).and_then(|()| create())?,
        other => other?,
    };
    if let Some(mode) = mode {
        file.set_permissions(mode)?;
    }
    file.write_all(bytes)?;
    if durability == Durability::Derived { Ok(()) } else { file.sync_all() }
}

/// The folder a file lies in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(folder_of(path))?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives a file of the folder whose lock is held another name, in that folder or another.
///
/// # Errors
/// When something has that name already, or it cannot be given. The file then has the name it had.
pub fn move_locked(_: &Lock, from: &Path, to: &Path) -> Result<(), LibraryError> {
    if to.symlink_metadata().is_ok() {
        return Err(LibraryError::Write(to.to_owned(), io::Error::other("there is a file of that name")));
    }
    let failed = |e| LibraryError::Write(from.to_owned(), e);
    fs::rename(from, to).map_err(failed)?;
    sync_folder(to).and_then(|()| sync_folder(from)).map_err(|e| {
        // What is not sure to be there is not there; the first error is the one that matters.
        let _ = fs::rename(to, from);
        failed(e)
    })
}

/// Gives a file of the folder whose lock is held a second name, where it has not got that already.
///
/// # Errors
/// When another file has that name, or it cannot be given.
pub fn name_twice(_: &Lock, path: &Path, second: &Path) -> Result<(), LibraryError> {
    let failed = |e| LibraryError::Write(second.to_owned(), e);
    match link(path, second) {
        // A process that was killed may have come so far.
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists && is_same_text(path, second) => Ok(()),
        linked => linked.and_then(|()| sync_folder(second)).map_err(failed),
    }
}

/// Takes a name from a file that has another too.
///
/// # Errors
/// When it cannot be taken, or the two names are of different texts.
pub fn forget_name(_: &Lock, name: &Path, other: &Path) -> Result<(), LibraryError> {
    let failed = |e| LibraryError::Write(name.to_owned(), e);
    if !is_same_text(name, other) {
        return Err(failed(io::Error::other("it was changed meanwhile")));
    }
    fs::remove_file(name).and_then(|()| sync_folder(name)).map_err(failed)
}

/// Whether two paths are of one file, or of two of the same bytes.
pub fn is_same_text(a: &Path, b: &Path) -> bool {
    let stamps = |path: &Path| fs::metadata(path).ok().filter(Metadata::is_file).map(|meta| Stamp::of(&meta));
    let (Some(of_a), Some(of_b)) = (stamps(a), stamps(b)) else { return false };
    let bytes = |path: &Path, stamp: &Stamp| read(path, stamp.size).ok().map(|(bytes, _)| bytes);
    of_a == of_b && of_a.inode != 0 || of_a.size == of_b.size && bytes(a, &of_a) == bytes(b, &of_b)
}

/// Makes a folder that only its owner may look into, where nothing is yet.
///
/// # Errors
/// When something is there, or it cannot be made.
pub fn make_private_folder(path: &Path) -> Result<(), LibraryError> {
    let mut folder = fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        folder.mode(0o700);
    }
    folder.create(path).map_err(|e| LibraryError::Write(path.to_owned(), e))
}

/// Whether a folder can be written in, or made where it is not there. Writes nothing.
pub fn can_write(folder: &Path) -> bool {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let there = absolute.ancestors().find(|folder| folder.symlink_metadata().is_ok());
    let all = rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK;
    there.is_some_and(|there| there.is_dir() && rustix::fs::access(there, all).is_ok())
}

/// Makes a folder and those it lies in, so that they are on the disk when the call returns.
///
/// # Errors
/// When one cannot be made.
pub fn make_folder(path: &Path) -> Result<(), LibraryError> {
    let failed = |e| LibraryError::Write(path.to_owned(), e);
    let new: Vec<&Path> = path.ancestors().take_while(|folder| !folder.is_dir()).collect();
    fs::create_dir_all(path).map_err(failed)?;
    new.into_iter().try_for_each(sync_folder).map_err(failed)
}

/// Makes the folders that a file beneath `root` lies in, none of them by way of a link.
///
/// # Errors
/// When one cannot be made, or something else has its name.
pub fn make_folders_beneath(root: &Path, file: &Path) -> Result<(), LibraryError> {
    let mut at = root.to_owned();
    for part in file.parent().into_iter().flat_map(Path::components) {
        at.push(part);
        match at.symlink_metadata() {
            Ok(meta) if meta.is_dir() => {}
            Ok(_) => return Err(LibraryError::Write(at, io::Error::other("not a folder of this library"))),
            Err(_) => make_folder(&at)?,
        }
    }
    Ok(())
}

/// Puts a file aside under the first free name of `path.why-1`, `path.why-2` … Nothing is replaced, and the file keeps
/// its own name too, until something new is written there.
///
/// # Errors
/// When that cannot be done, or it is not a regular file.
pub fn set_aside(_: &Lock, path: &Path, why: &str) -> Result<PathBuf, LibraryError> {
    replaceable(path).map_err(|e| LibraryError::Write(path.to_owned(), e))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    for n in 1..=MOST_ASIDE {
        let aside = path.with_file_name(format!("{name}.{why}-{n}"));
        match link(path, &aside) {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
            other => return other.map(|()| aside.clone()).map_err(|e| LibraryError::Write(aside, e)),
        }
    }
    Err(LibraryError::Write(path.to_owned(), io::Error::other("there are too many files of its name beside it")))
}

/// Gives a file a second name; a copy, where the file system has no links.
fn link(path: &Path, aside: &Path) -> io::Result<()> {
    match fs::hard_link(path, aside) {
        Err(e) if e.kind() != io::ErrorKind::AlreadyExists => {
            let mut from = File::open(path)?;
            let mut copy = OpenOptions::new().write(true).create_new(true).open(aside)?;
            let copied = io::copy(&mut from, &mut copy).and_then(|_| copy.sync_all());
            if copied.is_err() {
                // Half a copy is none; the file itself still stands.
                let _ = fs::remove_file(aside);
            }
            copied
        }
        other => other,
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::PathBuf;

    use super::{Durability, Lock, read, write};

    fn folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("epitome-disk-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        path
    }

    #[test]
    fn a_file_is_replaced_whole_and_keeps_its_mode() {
        let dir = folder("replace");
        let file = dir.join("a.yaml");
        write(&file, b"one", Durability::Kept).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        write(&file, b"two", Durability::Kept).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(&dir).unwrap().count(), 1);
    }

    #[test]
    fn nothing_is_written_through_a_link_or_over_a_folder_and_nothing_is_left_behind() {
        let dir = folder("links");
        fs::write(dir.join("outside"), "kept").unwrap();
        symlink(dir.join("outside"), dir.join("a.yaml")).unwrap();
        fs::create_dir(dir.join("b.yaml")).unwrap();
        for name in ["a.yaml", "b.yaml", "missing/c.yaml"] {
            let error = write(&dir.join(name), b"new", Durability::Kept).unwrap_err().to_string();
            assert!(error.contains(name), "{error}");
        }
        assert_eq!(fs::read(dir.join("outside")).unwrap(), b"kept");
        assert_eq!(fs::read_dir(&dir).unwrap().count(), 3);
    }

    #[test]
    fn only_regular_files_within_the_limit_are_read() {
        let dir = folder("read");
        fs::write(dir.join("ten"), "0123456789").unwrap();
        assert_eq!(read(&dir.join("ten"), 10).unwrap().0, b"0123456789");
        assert!(read(&dir.join("ten"), 9).unwrap_err().to_string().contains("larger"));
        for path in [&dir, &PathBuf::from("/dev/zero"), &dir.join("none")] {
            assert!(read(path, 10).is_err(), "{}", path.display());
        }
    }

    #[test]
    fn a_lock_is_held_by_one_at_a_time() {
        let dir = folder("lock");
        let held = Lock::take(&dir).unwrap();
        let waiting = std::thread::spawn({
            let dir = dir.clone();
            move || Lock::take(&dir).map(|_| std::time::Instant::now()).unwrap()
        });
        std::thread::sleep(std::time::Duration::from_millis(40));
        let released = std::time::Instant::now();
        drop(held);
        assert!(waiting.join().unwrap() >= released);
    }
}
