//! A brief: what was made of an article. Here are its types; what reads, writes and checks them stands below.

use std::collections::BTreeMap;

use crate::article::{Edtf, ParagraphKind, ParagraphNo, SourceKind};
use crate::text::Span;

pub mod anchor;
pub mod beside;
pub mod check;
pub mod citation;
mod credit;
pub mod emit;
pub mod finding;
mod fold;
mod heading;
mod keys;
pub mod merge;
pub mod place;
pub mod revise;
pub mod schema;
pub mod splice;
pub mod study;
pub mod template;
pub mod yaml;

pub use heading::heading;

/// A brief, format 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brief {
    /// The article's title; `None` when it shows none.
    pub title: Option<String>,
    /// The brief-writer's own heading, where there is no title.
    pub label: Option<String>,
    /// Where the article came from.
    pub source: Source,
    /// What the article says, in short.
    pub summary: String,
    /// The passages the summary rests on, where it is made of the article's own sentences.
    pub summary_evidence: Vec<Anchor>,
    /// What the article asserts, in the order of the brief.
    pub claims: Vec<Claim>,
    /// What it is about, a few words each.
    pub topics: Vec<String>,
    /// Who made the brief, with what, when.
    pub made: Made,
}

/// The source of an article. What is not known is `None`, never guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it, as the article names them.
    pub authors: Vec<String>,
    /// When it was published, as precisely as the article says.
    pub published: Option<Edtf>,
    /// What kind of writing it is.
    pub kind: SourceKind,
    /// Where it was published.
    pub url: Option<String>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
    /// How the article's text is recognised, where the brief was made from one.
    pub article: Option<ArticleRef>,
    /// The lines that stood above the text, outside its paragraphs.
    pub standfirst: Option<String>,
}

/// How an article's text is recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleRef {
    /// SHA-256 of the article file, 64 hexadecimal digits.
    pub sha256: String,
    /// SHA-256 of what the article was made from.
    pub origin_sha256: Option<String>,
    /// The version of the cleaner that made it.
    pub cleaner: Option<String>,
    /// Words, as parted by white space.
    pub words: usize,
    /// Paragraphs, headings included.
    pub paragraphs: usize,
    /// The paragraphs that are not running text, by kind.
    pub kinds: BTreeMap<ParagraphKind, Vec<ParagraphNo>>,
}

/// The name of a claim within its brief: `c1`. Never used again for another claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId(pub String);

/// One thing the article asserts, in one sentence that stands alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// Its name.
    pub id: ClaimId,
    /// The sentence.
    pub text: String,
    /// What kind of assertion it is.
    pub kind: ClaimKind,
    /// Whom the article credits; `None` when the author asserts it.
    pub said_by: Option<String>,
    /// The date or interval of what is claimed, where the article gives one.
    pub when: Option<Edtf>,
    /// The passages that support it.
    pub evidence: Vec<Anchor>,
    /// Set by the gate: its evidence does not carry it.
    pub unsupported: bool,
}

/// What kind of assertion a claim is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimKind {
    /// Something that is or happened.
    #[default]
    Fact,
    /// A number, an amount, a share.
    Figure,
    /// Something expected.
    Forecast,
    /// Somebody's assessment.
    Judgement,
    /// What should be done.
    Recommendation,
    /// What somebody said, in their words.
    Quotation,
}

impl ClaimKind {
    /// Every kind, in the order of the format's documentation.
    pub const ALL: [ClaimKind; 6] =
        [Self::Fact, Self::Figure, Self::Forecast, Self::Judgement, Self::Recommendation, Self::Quotation];

    /// Its name in files and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Figure => "figure",
            Self::Forecast => "forecast",
            Self::Judgement => "judgement",
            Self::Recommendation => "recommendation",
            Self::Quotation => "quotation",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A passage that can be found again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The paragraph it stood in: a hint.
    pub paragraph: Option<ParagraphNo>,
    /// Where it stood in that paragraph, in UTF-8 bytes: a hint.
    pub span: Option<Span>,
    /// The passage itself, or what it is recognised by.
    pub passage: Passage,
}

/// How an anchor's passage is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// The exact words, with a little of what stood around them.
    Quote {
        /// The words.
        text: String,
        /// What stood before them in the paragraph.
        before: Option<String>,
        /// What stood after them in the paragraph.
        after: Option<String>,
    },
    /// For a brief shared without its article.
    Digest {
        /// The first 128 bits of SHA-256 over the folded passage, 32 hexadecimal digits.
        digest: String,
        /// The folded passage's length in characters.
        length: usize,
    },
}

/// Who made a brief, with what, when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// `hand`, or the name of the writer that drafted it.
    pub by: String,
    /// The version of epitome that wrote it.
    pub version: String,
    /// The day it was made.
    pub on: Option<Edtf>,
    /// Draft or reviewed.
    pub status: Status,
    /// A hash of each field as it was made, by the field's name or the claim's id.
    pub fields: BTreeMap<String, String>,
}

/// Whether a person has gone over a brief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// As it was made.
    #[default]
    Draft,
    /// Gone over by a person.
    Reviewed,
}

impl Status {
    /// Its name in files and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Reviewed => "reviewed",
        }
    }
}
