//! The study of a brief: what its reader adds to it. Read state and place, star, tags, bookmarks, notes, highlights, and
//! corrections of comparisons. Here are the types, all plain data. Knows no clock and no files.
//!
//! - `read`, `write`: the study file, changed by splice so that a person's comments and unknown keys survive.
//! - `change`: what can be done to a study, each change with its inverse.
//! - `moment`: points in time, as the file has them.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{ParagraphNo, sha256};
use crate::text::Offset;

use super::{Anchor, Brief, Claim, ClaimId};

pub mod change;
pub mod moment;
pub mod read;
pub mod write;

pub use change::{Change, Missed, Outcome};
pub use moment::Moment;

/// The format of the study file that is written, and the newest that is read.
pub const FORMAT: u32 = 1;

/// How many hexadecimal digits of a claim's hash are kept.
const HASH: usize = 16;

/// What a reader has added to a brief.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Study {
    /// How far it is read.
    pub read: ReadState,
    /// When that was said.
    pub read_at: Option<Moment>,
    /// Whether it is to be kept for later.
    pub star: bool,
    /// Where the reader was.
    pub place: Option<Place>,
    /// The reader's own words for it, in the order of the file.
    pub tags: Vec<String>,
    /// Named places: `a` to `z`.
    pub bookmarks: BTreeMap<char, Bookmark>,
    /// Notes, in the order of the file.
    pub notes: Vec<Note>,
    /// Marked passages, in the order of the file.
    pub highlights: Vec<Highlight>,
    /// What the reader says of pairs of claims, this brief's and another's, in the order of the file.
    pub corrections: Vec<Correction>,
}

/// How far a brief is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReadState {
    /// Not opened yet.
    #[default]
    Unread,
    /// Opened.
    Begun,
    /// Done.
    Done,
}

impl Study {
    /// The ids of the claims that its notes, highlights and corrections are about, whether these are still there or not.
    pub fn spoken_of(&self) -> BTreeSet<String> {
        let on = self.notes.iter().map(|note| &note.on).chain(self.highlights.iter().map(|highlight| &highlight.on));
        let claims = on.filter_map(|on| Some(&on.claim()?.id.0));
        claims.chain(self.corrections.iter().map(|correction| &correction.a.0)).cloned().collect()
    }

    /// Takes in what another study of the same brief has and this one has not. Where both say something, this one stays.
    pub fn absorb(&mut self, other: &Self) {
        if other.read > self.read {
            (self.read, self.read_at) = (other.read, other.read_at);
        }
        self.star |= other.star;
        self.place = self.place.take().or_else(|| other.place.clone());
        self.tags.extend(missing(&self.tags, &other.tags, |tag| tag.clone()));
        self.notes.extend(missing(&self.notes, &other.notes, |note| note.id.clone()));
        self.highlights.extend(missing(&self.highlights, &other.highlights, |highlight| highlight.id.clone()));
        let pair = |c: &Correction| (c.with.clone(), c.a.clone(), c.b.clone());
        self.corrections.extend(missing(&self.corrections, &other.corrections, pair));
        for (letter, bookmark) in &other.bookmarks {
            self.bookmarks.entry(*letter).or_insert_with(|| bookmark.clone());
        }
    }
}

/// The items of one list that another has not, by what they are known by.
fn missing<T: Clone, K: PartialEq>(here: &[T], there: &[T], key: impl Fn(&T) -> K) -> Vec<T> {
    there.iter().filter(|item| !here.iter().any(|own| key(own) == key(item))).cloned().collect()
}

impl ReadState {
    /// Every state, from the beginning.
    pub const ALL: [Self; 3] = [Self::Unread, Self::Begun, Self::Done];

    /// Its name in files and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::Begun => "begun",
            Self::Done => "done",
        }
    }

    /// The state of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A place in the text of a brief or of its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The part of the text.
    pub part: Part,
    /// UTF-8 bytes from that part's start; what lies behind its end means its end.
    pub at: Offset,
}

/// A part of a brief, or of its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The brief's summary.
    Summary,
    /// A claim of the brief.
    Claim(ClaimId),
    /// A paragraph of the article.
    Paragraph(ParagraphNo),
}

/// A named place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// When it was set; `None` where a person wrote it without a time.
    pub at: Option<Moment>,
    /// The place.
    pub place: Place,
}

/// The short name of a note or a highlight within its file: `n4k2x`, `h7qzd`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub String);

/// A claim as it was when something was said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRef {
    /// The claim.
    pub id: ClaimId,
    /// The first 16 hexadecimal digits of SHA-256 over its sentence; `None` where a person left it out.
    pub hash: Option<String>,
}

/// What became of a claim since something was said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimState {
    /// It is as it was.
    Same,
    /// Its sentence is another.
    Edited,
    /// The brief has it no more.
    Gone,
}

impl ClaimState {
    /// Its name in messages and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Edited => "edited",
            Self::Gone => "gone",
        }
    }
}

impl ClaimRef {
    /// A claim as it is now.
    pub fn of(claim: &Claim) -> Self {
        Self { id: claim.id.clone(), hash: Some(hash(&claim.text)) }
    }

    /// The claim in the brief as that is now.
    pub fn find<'b>(&self, brief: &'b Brief) -> Option<&'b Claim> {
        brief.claims.iter().find(|claim| claim.id == self.id)
    }

    /// What became of it.
    pub fn state(&self, brief: &Brief) -> ClaimState {
        match self.find(brief) {
            None => ClaimState::Gone,
            Some(claim) if self.hash.as_ref().is_none_or(|was| *was == hash(&claim.text)) => ClaimState::Same,
            Some(_) => ClaimState::Edited,
        }
    }
}

fn hash(sentence: &str) -> String {
    sha256(sentence.as_bytes()).chars().take(HASH).collect()
}

/// What a note or a highlight is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The brief as a whole.
    Brief,
    /// A claim.
    Claim(ClaimRef),
    /// A passage of the article, and the claim from which the reader came to it.
    Passage(Anchor, Option<ClaimRef>),
    /// Words of the brief itself: of a claim's sentence, else of the summary, as if that were the one paragraph of an
    /// article.
    Words(Anchor, Option<ClaimRef>),
}

impl Target {
    /// The claim it is about.
    pub fn claim(&self) -> Option<&ClaimRef> {
        match self {
            Self::Brief => None,
            Self::Claim(claim) => Some(claim),
            Self::Passage(_, claim) | Self::Words(_, claim) => claim.as_ref(),
        }
    }

    /// The words it is on.
    pub fn anchor(&self) -> Option<&Anchor> {
        match self {
            Self::Brief | Self::Claim(_) => None,
            Self::Passage(anchor, _) | Self::Words(anchor, _) => Some(anchor),
        }
    }
}

/// A reader's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its name.
    pub id: ItemId,
    /// When it was written; `None` where a person wrote it into the file without a time.
    pub at: Option<Moment>,
    /// When it was last changed.
    pub edited: Option<Moment>,
    /// What it is on.
    pub on: Target,
    /// The words.
    pub text: String,
    /// What else a person wrote of it.
    pub more: More,
}

/// A marked passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// Its name.
    pub id: ItemId,
    /// When it was marked; `None` where a person wrote it into the file without a time.
    pub at: Option<Moment>,
    /// The words: [`Target::Passage`] or [`Target::Words`].
    pub on: Target,
    /// What else a person wrote of it.
    pub more: More,
}

/// What a person wrote of a note or a highlight under keys that epitome does not know: each key, and its value as YAML on
/// one line. Kept so that undoing a removal gives it back.
pub type More = Vec<(String, String)>;

/// What a reader says of a claim of this brief and one of another. Kept in the study of the brief whose id comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The other brief's id.
    pub with: String,
    /// The claim of this brief.
    pub a: ClaimId,
    /// The claim of the other.
    pub b: ClaimId,
    /// What they are to each other.
    pub class: Class,
    /// When it was said.
    pub at: Option<Moment>,
}

impl Correction {
    /// Whether it is of the same two claims.
    pub fn same_pair(&self, other: &Self) -> bool {
        self.with == other.with && self.a == other.a && self.b == other.b
    }
}

/// What two claims are to each other, as a reader says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// They say the same.
    Agree,
    /// They contradict each other.
    Differ,
    /// They are about the same thing.
    Related,
    /// They have nothing to do with each other.
    None,
}

impl Class {
    /// Every class.
    pub const ALL: [Self; 4] = [Self::Agree, Self::Differ, Self::Related, Self::None];

    /// Its name in files and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Differ => "differ",
            Self::Related => "related",
            Self::None => "none",
        }
    }

    /// The class of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }
}
