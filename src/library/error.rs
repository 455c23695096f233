//! What can go wrong with a library, each variant named for what was attempted and carrying the path. Every message is
//! one sentence that says what, where and, where it helps, what to do. Prints nothing.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why something about a library could not be done.
#[derive(Debug)]
pub enum LibraryError {
    /// There is nothing at the path that was asked for.
    NotThere(PathBuf),
    /// The path is neither a folder nor a brief.
    Neither(PathBuf),
    /// It is not a regular file; says what it is.
    NotAFile(PathBuf, &'static str),
    /// The file is larger than what is read of its sort; in bytes.
    TooLarge(PathBuf, u64),
    /// The file cannot be read.
    Read(PathBuf, io::Error),
    /// The file is not UTF-8; the first byte that is not, counted from 0.
    NotUtf8(PathBuf, usize),
    /// The brief's text is not a brief; says where in the file and why.
    NotABrief(PathBuf, String),
    /// The file cannot be written; the old one stands as it was.
    Write(PathBuf, io::Error),
    /// A newer epitome wrote the file: it is neither read nor written; says where in the file.
    Newer(PathBuf, String),
    /// The file is laid out so that it cannot be changed without disturbing the rest; says where.
    Unchangeable(PathBuf, String),
    /// Another process holds the library's lock.
    Locked(PathBuf),
    /// No brief is called that; the nearest ids.
    Unknown(String, Vec<String>),
    /// Several briefs are called something that begins like that; their ids.
    Several(String, Vec<String>),
    /// Whoever asked for it has said that it is not wanted any more.
    Cancelled,
}

impl fmt::Display for LibraryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotThere(path) => write!(f, "{}: there is no such file or folder", path.display()),
            Self::Neither(path) => write!(f, "{}: neither a folder of briefs nor a brief (.yaml)", path.display()),
            Self::NotAFile(path, what) => write!(f, "cannot read {}: {what}", path.display()),
            Self::TooLarge(path, limit) => write!(f, "cannot read {}: {}", path.display(), larger_than(*limit)),
            Self::Read(path, e) => write!(f, "cannot read {}: {}", path.display(), reason(e)),
            Self::NotUtf8(path, at) => write!(f, "cannot read {}: {}", path.display(), not_utf8(*at)),
            Self::NotABrief(path, why) => write!(f, "cannot read {}: {why}", path.display()),
            Self::Write(path, e) => write!(f, "cannot write {}: {}", path.display(), reason(e)),
            Self::Newer(path, why) | Self::Unchangeable(path, why) => {
                write!(f, "cannot write {}: {why}; it is left as it is", path.display())
            }
            Self::Locked(path) => {
                write!(f, "cannot write {}: another epitome is writing there; try again", path.display())
            }
            Self::Unknown(asked, nearest) if nearest.is_empty() => {
                write!(f, "no brief is called '{asked}', nor nearly so; `epitome list` names those that are here")
            }
            Self::Unknown(asked, nearest) => {
                write!(f, "no brief is called '{asked}'; the nearest: {}", nearest.join(", "))
            }
            Self::Several(asked, ids) => write!(f, "several briefs begin with '{asked}': {}", ids.join(", ")),
            Self::Cancelled => f.write_str("cancelled"),
        }
    }
}

impl std::error::Error for LibraryError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read(_, e) | Self::Write(_, e) => Some(e),
            _ => None,
        }
    }
}

/// The message, for whoever can only say it.
impl From<LibraryError> for String {
    fn from(e: LibraryError) -> Self {
        e.to_string()
    }
}

impl LibraryError {
    /// Whether the next file could not be written either.
    pub fn is_lasting(&self) -> bool {
        let kind =
            |e: &io::Error| matches!(e.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem);
        self.is_full() || matches!(self, Self::Write(_, e) if kind(e))
    }

    /// Whether there is no room left for it.
    pub fn is_full(&self) -> bool {
        let full = |e: &io::Error| matches!(e.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
        matches!(self, Self::Write(_, e) if full(e))
    }

    /// What to do about a file of text that is there and cannot be read.
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::NotUtf8(..) => "save it as UTF-8",
            Self::NotAFile(..) => "put the text there, as a file",
            Self::TooLarge(..) => "keep it smaller than that",
            _ => "make it a file that can be read",
        }
    }

    /// Why, without the path: for a line that names the file already.
    pub fn why(&self) -> String {
        match self {
            Self::NotThere(_) => "there is no such file".to_owned(),
            Self::NotAFile(_, what) => (*what).to_owned(),
            Self::TooLarge(_, limit) => larger_than(*limit),
            Self::Read(_, e) | Self::Write(_, e) => reason(e),
            Self::NotUtf8(_, at) => not_utf8(*at),
            Self::NotABrief(_, why) | Self::Newer(_, why) | Self::Unchangeable(_, why) => why.clone(),
            other => other.to_string(),
        }
    }
}

fn larger_than(limit: u64) -> String {
    let (amount, unit) = if limit < 1 << 20 { (limit >> 10, "KiB") } else { (limit >> 20, "MiB") };
    format!("larger than {amount} {unit}")
}

fn not_utf8(at: usize) -> String {
    format!("not UTF-8 text (byte {})", at + 1)
}

/// What an input or output error says, in words and without its number.
pub fn reason(e: &io::Error) -> String {
    let known = match e.kind() {
        io::ErrorKind::NotFound => "there is no such file",
        io::ErrorKind::PermissionDenied => "permission denied",
        io::ErrorKind::StorageFull => "the disk is full",
        io::ErrorKind::QuotaExceeded => "the quota of disk space is used up",
        io::ErrorKind::ReadOnlyFilesystem => "the file system is read-only",
        io::ErrorKind::IsADirectory => "a folder, not a file",
        io::ErrorKind::WouldBlock => "it would have to be waited for",
        _ => {
            let text = e.to_string();
            return text.split(" (os error").next().unwrap_or_default().to_lowercase();
        }
    };
    known.to_owned()
}
