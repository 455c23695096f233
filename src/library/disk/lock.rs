//! The right to write in a folder of a library, one writer at a time. Refuses to wait for ever, and to lock what lies outside of
//! the library.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::{folder_of, other_than_a_file};
use crate::library::error::LibraryError;

/// The lock file of a library, in its folder.
const LOCK: &str = ".epitome.lock";
/// How often a lock that another holds is tried.
const AGAIN: Duration = Duration::from_millis(1);
/// How long to wait for another process to finish its writing.
const PATIENCE: Duration = Duration::from_secs(5);

/// The right to write in a folder, held until dropped. Between processes, and between threads of one.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of the folder of a library in which a file lies, like [`Lock::take`].
    ///
    /// # Errors
    /// As [`Lock::take`], and when it lies in a linked folder: that is outside of the library.
    pub fn within(root: &Path, file: &Path) -> Result<Self, LibraryError> {
        let folder = folder_of(file);
        let mut on_the_way = folder.ancestors().take_while(|above| *above != root && above.starts_with(root));
        if on_the_way.any(Path::is_symlink) {
            let why = io::Error::other("it lies in a linked folder, which is not written through");
            return Err(LibraryError::Write(file.to_owned(), why));
        }
        Self::take(folder)
    }

    /// Takes the lock of a folder, waiting up to five seconds for whoever holds it.
    ///
    /// # Errors
    /// When it is held longer, or the folder cannot be written.
    pub fn take(folder: &Path) -> Result<Self, LibraryError> {
        let path = folder.join(LOCK);
        let failed = |e| LibraryError::Write(path.clone(), e);
        let file = open_lock(&path).map_err(failed)?;
        if let Some(what) = other_than_a_file(&file.metadata().map_err(failed)?) {
            return Err(failed(io::Error::other(what)));
        }
        let until = Instant::now() + PATIENCE;
        // Whoever waits stands in a queue of one, which is the folder itself: else a process that takes the lock again
        // at once would never let another in. Where a folder cannot be locked, the lock is all the same.
        let queue = File::open(folder).ok();
        if let Some(queue) = &queue {
            let _ = wait(queue, until);
        }
        if !wait(&file, until).map_err(failed)? {
            return Err(LibraryError::Locked(folder.to_owned()));
        }
        Ok(Self { _file: file })
    }
}

/// Waits for a lock; false when it was not to be had in time.
fn wait(file: &File, until: Instant) -> io::Result<bool> {
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(true),
            Err(TryLockError::WouldBlock) if Instant::now() < until => thread::sleep(AGAIN),
            Err(TryLockError::WouldBlock) => return Ok(false),
            Err(TryLockError::Error(e)) => return Err(e),
        }
    }
}

fn open_lock(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY | libc::O_NOFOLLOW);
    }
    options.open(path)
}
