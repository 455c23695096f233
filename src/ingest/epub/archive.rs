//! The book's archive, before anything in it is unpacked for good: how many files, how large, whether locked. What the
//! archive says of its sizes is not believed: the parts that are read whole are unpacked once into nothing, and counted.

use std::io::{self, Cursor, Write};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::ingest::{IngestError, limits};

/// The largest package document, container or encryption list, in bytes.
const PART_BYTES: u64 = 8 << 20;

/// Looks an archive over.
///
/// # Errors
/// When it is damaged, locked, or holds more than is taken in.
pub fn look_over(bytes: &[u8]) -> Result<(), IngestError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| unreadable(&e))?;
    if archive.len() > limits::ARCHIVE_ENTRIES {
        return Err(IngestError::TooMuch { limit: limits::ARCHIVE_ENTRIES, of: "files in one archive" });
    }
    let mut total = 0u64;
    for index in 0..archive.len() {
        limits::checkpoint();
        let entry = archive.by_index_raw(index).map_err(|e| unreadable(&e))?;
        if entry.encrypted() {
            return Err(IngestError::Locked);
        }
        let name = entry.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
        let text = is_text(&name);
        total = total.saturating_add(if text { entry.size() } else { 0 });
        drop(entry);
        if total > limits::UNPACKED_BYTES {
            return Err(too_much());
        }
        if is_read_whole(&name) {
            let mut part = archive.by_index(index).map_err(|e| unreadable(&e))?;
            let mut counted = Counted { room: PART_BYTES, full: false, kept: None };
            io::copy(&mut part, &mut counted).map_err(|_| too_much())?;
        }
    }
    Ok(())
}

/// What is said of a book that unfolds to more than is taken in.
pub fn too_much() -> IngestError {
    IngestError::TooMuch {
        limit: usize::try_from(limits::UNPACKED_BYTES >> 20).unwrap_or(usize::MAX),
        of: "MiB when unpacked",
    }
}

/// Whether the book's text is protected: an encryption list that names more than fonts.
pub fn is_protected(encryption: &str) -> bool {
    let texts = [".xhtml", ".html", ".htm", ".xml", ".opf", ".ncx"];
    encryption.split("URI=").skip(1).any(|rest| {
        let quoted = rest.trim_start_matches(['"', '\'']).split(['"', '\'']).next().unwrap_or_default();
        texts.iter().any(|end| quoted.to_ascii_lowercase().ends_with(end))
    })
}

fn is_text(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    [".xhtml", ".html", ".htm", ".xml", ".opf", ".ncx", ".txt"].iter().any(|end| lower.ends_with(end))
}

/// What the reader of books unpacks by itself, without a limit.
fn is_read_whole(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    lower.starts_with("meta-inf/") || lower.ends_with(".opf") || lower.ends_with(".ncx") || lower == "mimetype"
}

fn unreadable(e: &ZipError) -> IngestError {
    match e {
        ZipError::UnsupportedArchive(why) if why.to_ascii_lowercase().contains("password") => IngestError::Locked,
        _ => IngestError::Damaged { format: "EPUB", why: "its archive cannot be read".to_owned() },
    }
}

/// A place for unpacked bytes that is full after `room` of them.
pub struct Counted {
    room: u64,
    full: bool,
    kept: Option<Vec<u8>>,
}

impl Counted {
    /// Keeps what is written, up to `room` bytes.
    pub fn keeping(room: u64) -> Self {
        Self { room, full: false, kept: Some(Vec::new()) }
    }

    /// Whether more was written than there was room for.
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.kept.unwrap_or_default()
    }
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        limits::checkpoint();
        let count = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let Some(room) = self.room.checked_sub(count) else {
            self.full = true;
            return Err(io::Error::other("larger than is taken in"));
        };
        self.room = room;
        if let Some(kept) = &mut self.kept {
            kept.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::is_protected;

    #[test]
    fn a_book_is_protected_when_its_text_is() {
        let list = |uri: &str| format!("<enc:CipherReference URI=\"{uri}\"/>");
        assert!(is_protected(&list("OEBPS/text/c1.xhtml")));
        assert!(!is_protected(&list("OEBPS/fonts/a.otf")));
    }
}
