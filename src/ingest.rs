//! Bytes of any format to an article and what is known of its source. One format a file.

pub mod html;

use crate::article::{Article, Edtf, SourceKind};

/// The version of the cleaner: raised whenever the same input may come out as other paragraphs.
pub const CLEANER: &str = "1";

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
