//! Files as they lie on the disk to bytes. Opens regular files only, reads no more than is taken in, never waits for what
//! is not there yet, writes nothing.

use std::fs::{self, FileType, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use crate::ingest::{IngestError, MAX_BYTES};

/// Reads a regular file; a link is followed to what it names.
///
/// # Errors
/// When it cannot be read, is no regular file (nothing else is ever opened), or is larger than [`MAX_BYTES`].
pub fn read(path: &Path) -> Result<Vec<u8>, IngestError> {
    let about = fs::metadata(path).map_err(|e| IngestError::Read(reason(&e)))?;
    if !about.is_file() {
        return Err(IngestError::NotAFile(what_else(about.file_type())));
    }
    let file = without_waiting().read(true).open(path).map_err(|e| IngestError::Read(reason(&e)))?;
    // It may have been put in the other's place since.
    let about = file.metadata().map_err(|e| IngestError::Read(reason(&e)))?;
    if !about.is_file() {
        return Err(IngestError::NotAFile(what_else(about.file_type())));
    }
    read_all(file)
}

/// Options for opening what may turn out to be something else: the kernel has files that are called regular, and whose
/// reading waits until there is something to say (`/proc/kmsg`).
fn without_waiting() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY);
    }
    options
}

/// Reads a stream to its end, standard input above all.
///
/// # Errors
/// When it cannot be read or is longer than [`MAX_BYTES`].
pub fn read_all(from: impl Read) -> Result<Vec<u8>, IngestError> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    from.take(most).read_to_end(&mut bytes).map_err(|e| IngestError::Read(reason(&e)))?;
    if bytes.len() > MAX_BYTES {
        return Err(IngestError::TooLarge { limit: MAX_BYTES });
    }
    Ok(bytes)
}

/// The system's reason without its number, which tells a reader nothing.
fn reason(e: &io::Error) -> String {
    match e.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::WouldBlock => "it would have to be waited for".to_owned(),
        _ => e.to_string(),
    }
}

fn what_else(kind: FileType) -> &'static str {
    if kind.is_dir() { "a folder" } else { "a device, a pipe or a socket" }
}
