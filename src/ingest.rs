//! Bytes of any format to an article and what is known of its source. One format a file; what the bytes are decides
//! which, whatever the file is called. Refuses to print, to fetch, and to guess what a document does not say.

use std::fmt;
use std::time::Instant;

use crate::article::{Article, Edtf, ParagraphKind, SourceKind};

mod bytes;
mod clean;
pub mod encoding;
pub mod epub;
pub mod fetch;
pub mod file;
pub mod html;
pub mod limits;
pub mod markdown;
pub mod metadata;
mod offer;
pub mod pdf;
pub mod plain;
pub mod sniff;

pub use bytes::Bytes;

/// The version of the cleaner: raised whenever the same input may come out as other paragraphs.
pub const CLEANER: &str = "1";

/// The most bytes that are taken in as one document.
pub const MAX_BYTES: usize = limits::INPUT_BYTES as usize;

/// What is known of a document from outside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// The name of its file. Never says what the format is, the bytes do; only a text that is called a PDF is none.
    pub name: Option<String>,
    /// Where it was fetched from.
    pub url: Option<String>,
    /// The character encoding its carrier named, as an HTTP header's `charset`.
    pub charset: Option<String>,
    /// When work on it began, where fetching came before reading: both together have one deadline.
    pub since: Option<Instant>,
}

/// A document as it came: its bytes, and what is known from outside.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The document.
    pub bytes: &'a Bytes,
    /// What is known from outside it.
    pub hint: &'a Hint,
}

/// Why no article came out of a document: what is the matter, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IngestError {
    /// Reading the file failed; with the system's reason.
    Read(String),
    /// Fetching it failed.
    Fetch(fetch::FetchError),
    /// It is not a regular file; with what it is.
    NotAFile(&'static str),
    /// It is larger than [`MAX_BYTES`].
    TooLarge {
        /// The most that is taken in, in bytes.
        limit: usize,
    },
    /// It holds more of something than is taken in.
    TooMuch {
        /// The most that is taken in.
        limit: usize,
        /// Of what: `lines`, `MiB of text when unpacked`.
        of: &'static str,
    },
    /// There is no text in it.
    Empty,
    /// It is of a format that is not read; with the format's name.
    Unsupported(&'static str),
    /// It is a file of epitome's own; what it is, and what to do with it.
    Own(&'static str),
    /// Its bytes are not of the format that its name says; with that format's name.
    Misnamed(&'static str),
    /// It can only be read with a password.
    Locked,
    /// It holds pictures of pages and no text.
    Scanned,
    /// It took more time or memory than any input may cost, or a parser failed on it.
    Overrun(limits::Overrun),
    /// It breaks the rules of its own format; with the format's name and what is wrong.
    Damaged {
        /// The format it looked like.
        format: &'static str,
        /// What is wrong.
        why: String,
    },
}

impl IngestError {
    /// Whether work on the document still goes on and cannot be stopped: the program should say what happened and end.
    pub fn goes_on(&self) -> bool {
        matches!(self, Self::Overrun(overrun) if !overrun.stopped)
    }
}

impl fmt::Display for IngestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(why) => write!(f, "cannot read: {why}"),
            Self::Fetch(why) => why.fmt(f),
            Self::NotAFile(what) => write!(f, "is {what}, not a file; only regular files are read"),
            Self::TooLarge { limit } => {
                write!(f, "is too large: at most {} MiB are taken in; give a part of it", limit >> 20)
            }
            Self::TooMuch { limit, of } => {
                write!(f, "is too large: at most {limit} {of} are taken in; give a part of it")
            }
            Self::Empty => f.write_str("holds no text"),
            Self::Unsupported(format) => write!(f, "is {format}, which is not read; save it as text, HTML or PDF"),
            Self::Own(what) => write!(f, "is {what}"),
            Self::Misnamed(format) => {
                write!(
                    f,
                    "is no readable {format}, though its name says so: it is damaged or something else; get another copy"
                )
            }
            Self::Locked => f.write_str("is protected by a password; save a copy without one"),
            Self::Scanned => f.write_str("holds pictures of pages and no text; run it through text recognition first"),
            Self::Overrun(overrun) => f.write_str(match overrun.cause {
                limits::Cause::Time => "takes too long to read; give a part of it",
                limits::Cause::Memory => "needs too much memory to read; give a part of it",
                limits::Cause::Fault => "cannot be read: it is damaged in a way that no reader here understands",
            }),
            Self::Damaged { format, why } => write!(f, "is a damaged {format}: {why}"),
        }
    }
}

impl std::error::Error for IngestError {}

/// One format: how its documents are known, and what takes the article out of them.
struct Format {
    /// Whether a document is of this format, by its bytes.
    is: fn(&Input<'_>) -> bool,
    /// Takes the article out.
    extract: fn(&Input<'_>) -> Result<Extracted, IngestError>,
}

/// Every format, the surest first: the first that knows a document takes it. Plain text knows everything, so it is last.
const FORMATS: &[Format] = &[
    Format { is: pdf::is, extract: pdf::extract },
    Format { is: epub::is, extract: epub::extract },
    Format { is: sniff::is_unreadable, extract: sniff::refuse },
    Format { is: html::is_html, extract: html::read },
    Format { is: sniff::is_misnamed, extract: sniff::refuse },
    Format { is: markdown::is, extract: markdown::extract },
    Format { is: |_| true, extract: plain::extract },
];

/// Takes the article out of a document of any format. Bytes that are given away are not copied.
///
/// # Errors
/// When the document is too large, holds no text, or cannot be read as what it is.
pub fn extract(bytes: impl Into<Bytes>, hint: &Hint) -> Result<Extracted, IngestError> {
    let bytes = bytes.into();
    if bytes.len() > MAX_BYTES {
        return Err(IngestError::TooLarge { limit: MAX_BYTES });
    }
    let (hint, since) = (hint.clone(), hint.since);
    let work = move || {
        let input = Input { bytes: &bytes, hint: &hint };
        let format = FORMATS.iter().find(|format| (format.is)(&input));
        format
            .map_or(Err(IngestError::Empty), |format| (format.extract)(&input))
            .map(offer::without)
            .and_then(with_text)
            .map(with_language)
            .map(|extracted| with_address(extracted, input.hint))
            .map(clean::clean)
            .and_then(with_text)
            .and_then(|extracted| readable(extracted, limits::ARTICLE_MIB, limits::NAMED))
    };
    limits::bounded(since, work).unwrap_or_else(|overrun| Err(IngestError::Overrun(overrun)))
}

/// Refuses an article without a paragraph.
fn with_text(extracted: Extracted) -> Result<Extracted, IngestError> {
    if extracted.article.paragraphs().is_empty() { Err(IngestError::Empty) } else { Ok(extracted) }
}

/// Refuses an article that could not be read back: of more MiB of text than an article's file may have, or of more
/// headings, items and rows than a brief can name by their numbers.
fn readable(extracted: Extracted, most: usize, named: usize) -> Result<Extracted, IngestError> {
    let paragraphs = extracted.article.paragraphs();
    // With the blank line behind each.
    if paragraphs.iter().map(|p| p.text.len() + 2).sum::<usize>() > most << 20 {
        return Err(IngestError::TooMuch { limit: most, of: "MiB of text" });
    }
    if paragraphs.iter().filter(|p| p.kind != ParagraphKind::Text).count() > named {
        return Err(IngestError::TooMuch { limit: named, of: "headings, items and rows" });
    }
    Ok(extracted)
}

/// Says where a document was fetched from, where it does not say so itself.
fn with_address(mut extracted: Extracted, hint: &Hint) -> Extracted {
    let fetched = |url: &String| Field {
        value: url.clone(),
        origin: "the address it was fetched from".to_owned(),
        confidence: 0.9,
    };
    extracted.metadata.url = extracted.metadata.url.or_else(|| hint.url.as_ref().map(fetched));
    extracted
}

/// Says what language the text is in, where the document does not and the text is plainly in one.
fn with_language(mut extracted: Extracted) -> Extracted {
    if extracted.metadata.language.is_none() {
        let texts = extracted.article.paragraphs().iter().map(|p| p.text.as_str());
        let found = metadata::language::of(texts);
        extracted.metadata.language = found.map(|(tag, confidence)| Field {
            value: tag.to_owned(),
            origin: "the words of the text".to_owned(),
            confidence,
        });
    }
    extracted
}

/// A field of the source, where it was found and how sure that is.
#[derive(Clone, Debug, PartialEq)]
pub struct Field<T> {
    /// The value.
    pub value: T,
    /// Where it was found, in words: `json-ld datePublished`, `line 3: byline`.
    pub origin: String,
    /// From 0 (a guess; never written) to 1 (said by the document in so many words).
    pub confidence: f32,
}

/// What a document says of itself. What it does not say is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata {
    /// The article's title.
    pub title: Option<Field<String>>,
    /// Its authors, as it names them.
    pub authors: Option<Field<Vec<String>>>,
    /// Who published it.
    pub publisher: Option<Field<String>>,
    /// When it was published, as precisely as it says.
    pub published: Option<Field<Edtf>>,
    /// Where it was published.
    pub url: Option<Field<String>>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<Field<String>>,
    /// What kind of writing it is.
    pub kind: Option<Field<SourceKind>>,
    /// The lines that stood above the text, outside its paragraphs.
    pub standfirst: Option<Field<String>>,
}

/// An article taken out of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extracted {
    /// The clean paragraphs.
    pub article: Article,
    /// What the document says of itself.
    pub metadata: Metadata,
}

#[cfg(test)]
mod tests {
    use super::{Extracted, IngestError, readable};
    use crate::article::{Article, ParagraphKind, ParagraphNo};

    #[test]
    fn what_could_not_be_read_back_is_refused() {
        let mut article = Article::parse(&format!("{}\n\nA heading\n", "word ".repeat(1 << 18)));
        article.set_kind(ParagraphNo::at(1), ParagraphKind::Heading);
        let limit = |most, named| {
            let extracted = Extracted { article: article.clone(), ..Extracted::default() };
            readable(extracted, most, named).err()
        };
        assert_eq!(limit(2, 1), None);
        assert_eq!(limit(1, 1), Some(IngestError::TooMuch { limit: 1, of: "MiB of text" }));
        assert_eq!(limit(2, 0), Some(IngestError::TooMuch { limit: 0, of: "headings, items and rows" }));
    }
}
