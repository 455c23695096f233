//! A brief as the shelf shows it: what is needed to list, sort and filter ten thousand of them without opening one.
//! Made from a brief or from the cached catalogue; holds claims only as text to be searched, and reads no files.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::Stamp;
use super::words::Said;
use crate::article::{Edtf, SourceKind};
use crate::brief::{Brief, Status, heading};
use crate::text::find::folded;

/// How a brief's file is called, after its id.
pub const EXTENSION: &str = ".yaml";
/// What ends the name of an article's file.
pub const ARTICLE: &str = ".txt";
/// What ends the name of a file of the reader's own.
pub const STUDY: &str = ".study.yaml";
/// The most of a summary that a card keeps, in bytes.
const SUMMARY: usize = 2_000;
/// The most of the claims that a card keeps to be searched, in bytes.
const CLAIMS: usize = 4_000;
/// What stands between the items of a list within one string.
const BETWEEN: char = '\n';

/// The name of a brief in its library: its file without `.yaml`, after the subfolders it lies in, parted by `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BriefId(String);

impl BriefId {
    /// The id written like that; `None` for what could lead out of a library.
    pub fn new(id: &str) -> Option<Self> {
        let part_ok = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', '\0']);
        id.split('/').all(part_ok).then(|| Self(id.to_owned()))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The brief's file, beneath the library's folder.
    pub fn brief_file(&self) -> PathBuf {
        PathBuf::from(format!("{}{EXTENSION}", self.0))
    }

    /// The article's file, beneath the library's folder.
    pub fn article_file(&self) -> PathBuf {
        PathBuf::from(format!("{}{ARTICLE}", self.0))
    }

    /// The file of what the reader adds, beneath the library's folder.
    pub fn study_file(&self) -> PathBuf {
        PathBuf::from(format!("{}{STUDY}", self.0))
    }
}

impl fmt::Display for BriefId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The strings of a card, in the order in which they are kept.
#[derive(Clone, Copy)]
enum Field {
    Id,
    Title,
    Label,
    Publisher,
    Authors,
    Language,
    Topics,
    Beginning,
}

/// How many strings a card has.
pub(super) const FIELDS: usize = 8;

/// Several strings as slices of one text, which the cards of a catalogue share.
#[derive(Clone, Debug)]
pub(super) struct Strings {
    pub text: Arc<String>,
    pub start: u32,
    /// Where each string ends in `text`; each begins where the one before it ends.
    pub ends: [u32; FIELDS],
}

impl Strings {
    /// The strings as one text of their own. What does not fit into 4 GiB is left out.
    pub fn new(parts: [&str; FIELDS]) -> Self {
        let text: String = parts.concat();
        let mut end = 0u32;
        let ends = parts.map(|part| {
            end = end.saturating_add(u32::try_from(part.len()).unwrap_or(u32::MAX));
            end
        });
        Self { text: Arc::new(text), start: 0, ends }
    }

    pub fn whole(&self) -> &str {
        self.slice(self.start, self.ends[FIELDS - 1])
    }

    pub fn get(&self, index: usize) -> &str {
        let start = index.checked_sub(1).and_then(|i| self.ends.get(i)).copied().unwrap_or(self.start);
        self.slice(start, self.ends.get(index).copied().unwrap_or(start))
    }

    fn slice(&self, start: u32, end: u32) -> &str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }
}

/// A brief as the shelf shows it.
#[derive(Clone, Debug)]
pub struct Card {
    pub(super) strings: Strings,
    pub(super) said: Said,
    /// When the article was published.
    pub published: Option<Edtf>,
    /// What kind of writing it is.
    pub kind: SourceKind,
    /// Draft or reviewed.
    pub status: Status,
    /// How many claims it makes.
    pub claims: u32,
    /// Words of the article, where the brief says so; else 0.
    pub words: u32,
    /// Whether the article's file lies beside the brief's.
    pub has_article: bool,
    pub(super) stamp: Stamp,
    /// The [`beginning`] of its name, kept so that sorting need not look at ten thousand strings.
    pub(super) title_begins: u64,
}

impl Card {
    pub(super) fn new(id: &str, brief: &Brief, stamp: Stamp) -> Self {
        let some = |text: &'_ Option<String>| text.clone().unwrap_or_default();
        let list = |items: &[String]| items.join("\n");
        let source = &brief.source;
        let strings = Strings::new([
            id,
            &some(&brief.title),
            &some(&brief.label),
            &some(&source.publisher),
            &list(&source.authors),
            &some(&source.language),
            &list(&brief.topics),
            &brief.beginning().unwrap_or_default(),
        ]);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut card = Self {
            strings,
            said: Said::new(at_most(&brief.summary, SUMMARY), &searched(brief)),
            published: source.published,
            kind: source.kind,
            status: brief.made.status,
            claims: count(brief.claims.len()),
            words: source.article.as_ref().map_or(0, |article| count(article.words)),
            has_article: false,
            stamp,
            title_begins: 0,
        };
        card.title_begins = beginning(card.name());
        card
    }

    fn field(&self, field: Field) -> &str {
        self.strings.get(field as usize)
    }

    fn known(&self, field: Field) -> Option<&str> {
        Some(self.field(field)).filter(|text| !text.is_empty())
    }

    fn items(&self, field: Field) -> impl Iterator<Item = &str> {
        self.field(field).split(BETWEEN).filter(|item| !item.is_empty())
    }

    /// Its id, as text.
    pub fn id_str(&self) -> &str {
        self.field(Field::Id)
    }

    /// Its id.
    pub fn id(&self) -> BriefId {
        BriefId(self.id_str().to_owned())
    }

    /// The article's title.
    pub fn title(&self) -> Option<&str> {
        self.known(Field::Title)
    }

    /// The brief-writer's own heading, where there is no title.
    pub fn label(&self) -> Option<&str> {
        self.known(Field::Label)
    }

    /// How it begins, where it has neither title nor label.
    pub fn beginning(&self) -> Option<&str> {
        self.known(Field::Beginning)
    }

    /// What it is sorted by: the title, else the label, else how it begins, else the id.
    pub(super) fn name(&self) -> &str {
        self.title().or(self.label()).or(self.beginning()).unwrap_or(self.id_str())
    }

    /// What it is listed under.
    pub fn heading(&self) -> String {
        heading(self.title(), self.label(), self.beginning(), self.id_str())
    }

    /// Who published the article.
    pub fn publisher(&self) -> Option<&str> {
        self.known(Field::Publisher)
    }

    /// Who wrote the article.
    pub fn authors(&self) -> impl Iterator<Item = &str> {
        self.items(Field::Authors)
    }

    /// The article's language, as a BCP 47 tag.
    pub fn language(&self) -> Option<&str> {
        self.known(Field::Language)
    }

    /// What it is about.
    pub fn topics(&self) -> impl Iterator<Item = &str> {
        self.items(Field::Topics)
    }

    /// The summary, or the first 2,000 bytes of a longer one. Asking for the first one of a catalogue reads them all.
    pub fn summary(&self) -> &str {
        self.said.summary()
    }

    /// Summary and claims, folded as [`crate::text::find::folded`] does: only to be searched.
    pub fn said(&self) -> &str {
        self.said.searched()
    }

    /// When its file last changed, in nanoseconds since 1970.
    pub fn modified(&self) -> i64 {
        self.stamp.modified
    }
}

/// Summary and claims as they are searched, each at most as long as a card keeps it.
fn searched(brief: &Brief) -> String {
    let claims: Vec<&str> = brief.claims.iter().map(|claim| claim.text.as_str()).collect();
    let claims = claims.join("\n");
    folded(&[at_most(&brief.summary, SUMMARY), at_most(&claims, CLAIMS)].join("\n"))
}

/// The letters by which a name is found in a list: without what opens a quotation, and without capitals.
pub(super) fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().skip_while(|c| !c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// The first eight bytes of a name's letters, as a number that is ordered as they are.
pub(super) fn beginning(name: &str) -> u64 {
    let mut bytes = letters(name).flat_map(|c| {
        let mut utf8 = [0; 4];
        let len = c.encode_utf8(&mut utf8).len();
        utf8.into_iter().take(len)
    });
    u64::from_be_bytes(std::array::from_fn(|_| bytes.next().unwrap_or(0)))
}

/// At most `limit` bytes of a text, cut between characters.
fn at_most(text: &str, limit: usize) -> &str {
    text.get(..text.floor_char_boundary(limit)).unwrap_or(text)
}

/// A thing in a library that looks like a brief and cannot be read, in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its path beneath the library's folder.
    pub path: String,
    /// Why, without the path.
    pub why: String,
    pub(super) stamp: Stamp,
}

/// One line of a catalogue.
#[derive(Clone, Debug)]
pub enum Entry {
    /// A brief.
    Brief(Card),
    /// What cannot be read.
    Fault(Unreadable),
}

impl Entry {
    /// The card, when it is a brief.
    pub fn card(&self) -> Option<&Card> {
        match self {
            Self::Brief(card) => Some(card),
            Self::Fault(_) => None,
        }
    }

    /// Why it cannot be read, when it cannot.
    pub fn why(&self) -> Option<&str> {
        match self {
            Self::Brief(_) => None,
            Self::Fault(fault) => Some(&fault.why),
        }
    }

    /// The path beneath the library's folder, without `.yaml`: for a brief its id.
    pub fn stem(&self) -> &str {
        match self {
            Self::Brief(card) => card.id_str(),
            Self::Fault(fault) => fault.path.strip_suffix(EXTENSION).unwrap_or(&fault.path),
        }
    }

    /// The file beneath the library's folder.
    pub fn file(&self) -> PathBuf {
        match self {
            Self::Brief(card) => card.id().brief_file(),
            Self::Fault(fault) => Path::new(&fault.path).to_owned(),
        }
    }

    pub(super) fn stamp(&self) -> Stamp {
        match self {
            Self::Brief(card) => card.stamp,
            Self::Fault(fault) => fault.stamp,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BriefId, Card, Stamp, at_most};
    use crate::brief::Brief;

    #[test]
    fn an_id_never_leads_out_of_its_library() {
        for id in ["a", "harbourpost-2031-ferry", "2031/ferry", "été", "a.b"] {
            assert!(BriefId::new(id).is_some(), "{id}");
        }
        for id in ["", "/etc/passwd", "..", "../a", "a/../../b", "a//b", "a/", "./a", "a\\b", "a\0"] {
            assert!(BriefId::new(id).is_none(), "{id}");
        }
    }

    #[test]
    fn a_card_keeps_every_string_and_an_absent_one_is_none() {
        let mut brief = Brief { title: Some("Tïtle".into()), summary: "Short.".into(), ..Brief::default() };
        brief.source.authors = vec!["A B".into(), "C D".into()];
        let card = Card::new("x/y", &brief, Stamp::default());
        assert_eq!((card.id_str(), card.title(), card.label()), ("x/y", Some("Tïtle"), None));
        assert_eq!(card.authors().collect::<Vec<_>>(), ["A B", "C D"]);
        assert_eq!((card.summary(), card.topics().count()), ("Short.", 0));
        brief.title = None;
        assert_eq!(Card::new("x/y", &brief, Stamp::default()).heading(), "(Short)");
        brief.summary = String::new();
        assert_eq!(Card::new("x/y", &brief, Stamp::default()).heading(), "(x/y)");
        brief.label = Some("what it is".into());
        assert_eq!(Card::new("x/y", &brief, Stamp::default()).heading(), "(what it is)");
    }

    #[test]
    fn a_summary_is_cut_between_characters() {
        assert_eq!(at_most("aéb", 2), "a");
        assert_eq!(at_most("aéb", 9), "aéb");
    }
}
