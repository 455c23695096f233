//! An article: what someone wrote, as clean paragraphs of text, and its source. Reads and writes the article file, and
//! refuses everything else: how the paragraphs came out of a page or a PDF is the business of `ingest`.

use std::borrow::Cow;
use std::num::NonZeroU32;

use sha2::{Digest, Sha256};

use crate::text::segment::word_count;
use crate::text::{Offset, Span};

pub mod edtf;

pub use edtf::{Date, Edtf};

/// What a paragraph is in its article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParagraphKind {
    /// Running text.
    #[default]
    Text,
    /// A heading or subheading.
    Heading,
    /// One item of a list.
    Item,
    /// A block quotation.
    Quote,
    /// A footnote, an editor's note, an author's note.
    Note,
    /// One row of a table, its cells parted by ' | '.
    Table,
    /// Preformatted text.
    Code,
}

impl ParagraphKind {
    /// Every kind, in the order of the format's documentation.
    pub const ALL: [ParagraphKind; 7] =
        [Self::Text, Self::Heading, Self::Item, Self::Quote, Self::Note, Self::Table, Self::Code];

    /// Its name in files and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Heading => "heading",
            Self::Item => "item",
            Self::Quote => "quote",
            Self::Note => "note",
            Self::Table => "table",
            Self::Code => "code",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A paragraph's number in its article, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParagraphNo(NonZeroU32);

impl ParagraphNo {
    /// The paragraph number `n`; `None` for 0.
    pub fn new(n: u32) -> Option<Self> {
        NonZeroU32::new(n).map(Self)
    }

    /// The number of the paragraph at `index`, counted from 0.
    pub fn at(index: usize) -> Self {
        let n = u32::try_from(index).unwrap_or(u32::MAX - 1).saturating_add(1);
        Self(NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN))
    }

    /// The number, from 1.
    pub const fn get(self) -> u32 {
        self.0.get()
    }

    /// The index, from 0.
    pub const fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A paragraph: one line of text without LF, and its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is.
    pub kind: ParagraphKind,
    /// Its text: not empty, no line breaks, no white space at either end.
    pub text: String,
}

/// The paragraphs of an article. As a file: UTF-8, LF, one paragraph a line, a blank line between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    paragraphs: Vec<Paragraph>,
}

impl Article {
    /// An article of these paragraphs. White space (line breaks too) is folded to single spaces; empty ones are left out.
    pub fn new(paragraphs: impl IntoIterator<Item = Paragraph>) -> Self {
        let fold = |p: Paragraph| Paragraph { text: folded(&p.text), ..p };
        Self { paragraphs: paragraphs.into_iter().map(fold).filter(|p| !p.text.is_empty()).collect() }
    }

    /// Reads an article file as it stands: every line that is not blank is a paragraph, byte for byte (but a CR before
    /// the LF). Their kinds are kept with the brief: see [`Article::set_kind`].
    pub fn parse(file: &str) -> Self {
        let file = file.strip_prefix('\u{feff}').unwrap_or(file);
        let lines = file.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
        let texts = lines.filter(|line| !line.trim().is_empty());
        Self { paragraphs: texts.map(|t| Paragraph { kind: ParagraphKind::Text, text: t.to_owned() }).collect() }
    }

    /// The article file's text.
    pub fn to_file(&self) -> String {
        let mut out = String::with_capacity(self.paragraphs.iter().map(|p| p.text.len() + 2).sum());
        for (i, p) in self.paragraphs.iter().enumerate() {
            if i > 0 {
                out.push('\n');
            }
            out.push_str(&p.text);
            out.push('\n');
        }
        out
    }

    /// Its paragraphs, in order.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The paragraph of that number.
    pub fn paragraph(&self, no: ParagraphNo) -> Option<&Paragraph> {
        self.paragraphs.get(no.index())
    }

    /// Sets the kind of the paragraph of that number, if there is one.
    pub fn set_kind(&mut self, no: ParagraphNo, kind: ParagraphKind) {
        if let Some(p) = self.paragraphs.get_mut(no.index()) {
            p.kind = kind;
        }
    }

    /// The article with every text as `to` has it; white space is then folded where a text changed, and a paragraph of
    /// which nothing is left is left out.
    #[must_use]
    pub fn with_texts(self, to: impl Fn(&str) -> Cow<'_, str>) -> Self {
        let of = |p: Paragraph| match to(&p.text) {
            Cow::Borrowed(_) => p,
            Cow::Owned(text) => Paragraph { text: folded(&text), ..p },
        };
        Self { paragraphs: self.paragraphs.into_iter().map(of).filter(|p| !p.text.is_empty()).collect() }
    }

    /// Words of all paragraphs: as parted by white space; in scripts without spaces, as [`word_count`] finds them.
    pub fn words(&self) -> usize {
        self.paragraphs.iter().map(|p| word_count(&p.text)).sum()
    }

    /// Where a paragraph's text begins in the article file ([`Article::to_file`]).
    pub fn offset_of(&self, no: ParagraphNo) -> Option<Offset> {
        (no.index() < self.paragraphs.len())
            .then(|| Offset::new(self.paragraphs.iter().take(no.index()).map(|p| p.text.len() + 2).sum()))
    }

    /// A span of a paragraph, as a span of the article file.
    pub fn in_file(&self, no: ParagraphNo, span: Span) -> Option<Span> {
        self.offset_of(no).map(|base| span.within(base))
    }

    /// SHA-256 of the article file, 64 lower-case hexadecimal digits.
    pub fn sha256(&self) -> String {
        sha256(self.to_file().as_bytes())
    }
}

/// A text with single spaces for white space of any kind, none at either end.
fn folded(text: &str) -> String {
    let next = text.bytes().skip(1).chain([b' ']);
    // As most texts are: a single space between two words, and nothing behind the last.
    if text.is_ascii() && text.bytes().zip(next).all(|(byte, next)| byte > b' ' || byte == b' ' && next > b' ') {
        return text.trim_start().to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// SHA-256 of bytes, 64 lower-case hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or_default());
    Sha256::digest(bytes).iter().flat_map(digits).collect()
}

/// What kind of writing an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    /// News of what happened.
    Report,
    /// An explanation by someone who weighs it.
    Analysis,
    /// An opinion, a comment, a leader.
    Opinion,
    /// A feature or a story told at length.
    Feature,
    /// Questions and answers.
    Interview,
    /// A paper of research.
    Paper,
    /// Anything else, or not known.
    #[default]
    Other,
}

impl SourceKind {
    /// Every kind, in the order of the format's documentation.
    pub const ALL: [SourceKind; 7] =
        [Self::Report, Self::Analysis, Self::Opinion, Self::Feature, Self::Interview, Self::Paper, Self::Other];

    /// Its name in files and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Analysis => "analysis",
            Self::Opinion => "opinion",
            Self::Feature => "feature",
            Self::Interview => "interview",
            Self::Paper => "paper",
            Self::Other => "other",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::{Article, ParagraphNo, Span};

    #[test]
    fn an_article_file_reads_back_as_it_was_written() {
        let file = "One paragraph.\n\nAnother, über two\u{a0}spans.\n";
        let article = Article::parse(file);
        assert_eq!(article.paragraphs().len(), 2);
        assert_eq!(article.to_file(), file);
        let second = ParagraphNo::at(1);
        let whole = article.in_file(second, Span::new(9, 14)).unwrap();
        assert_eq!(whole.slice(file), Some("über"));
    }

    proptest::proptest! {
        #[test]
        fn white_space_is_folded_the_same_in_ascii_and_elsewhere(text in "[ a-c\t\n]{0,30}|\\PC{0,30}") {
            let long_way = text.split_whitespace().collect::<Vec<_>>().join(" ");
            proptest::prop_assert_eq!(super::folded(&text), long_way);
        }
    }

    #[test]
    fn words_are_counted_as_a_reader_of_the_script_counts_them() {
        let japanese = "船は金曜日に港を出た。乗客は全員無事だった。";
        for (file, least, most) in
            [("One paragraph.\n\nAnother, of five words.\n", 6, 6), (japanese, 8, 20), ("", 0, 0)]
        {
            let words = Article::parse(file).words();
            assert!((least..=most).contains(&words), "{file}: {words}");
        }
    }
}
