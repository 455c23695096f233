//! What can be done to a study. Every change is plain data and has an inverse, so that undoing is doing: what is returned
//! by one [`Study::apply`] is handed to the next. A change names what it is about by its id, so that it means the same
//! after another instance has written. Pure: the moment is handed in.

use super::{Bookmark, Class, Correction, Highlight, ItemId, Moment, More, Note, Place, ReadState, Study, Target};
use crate::article::sha256;
use crate::brief::ClaimId;

/// How many characters of an id follow its letter.
const ID: usize = 5;
/// The digits of an id: none that looks like another.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// One change of a study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// How far the brief is read; without a time, now.
    SetRead(ReadState, Option<Moment>),
    /// Where the reader is.
    SetPlace(Option<Place>),
    /// Whether it is kept for later.
    SetStar(bool),
    /// A named place, `a` to `z`; `None` takes it away. Without a time, now.
    SetBookmark(char, Option<Bookmark>),
    /// A tag, put at that index or at the end.
    AddTag(String, Option<usize>),
    /// Takes a tag away.
    RemoveTag(String),
    /// A new note.
    AddNote {
        /// What it is on.
        on: Target,
        /// The words.
        text: String,
    },
    /// Other words for a note. When the note is no longer as it `was`, both are kept.
    EditNote {
        /// The note.
        id: ItemId,
        /// Its words as the reader saw them.
        was: String,
        /// The words.
        text: String,
    },
    /// Takes a note away.
    RemoveNote(ItemId),
    /// Puts a note back behind another; first in the file when there is none, last when that is gone.
    RestoreNote(Note, Option<ItemId>),
    /// Marks words.
    AddHighlight(Target),
    /// Takes a highlight away.
    RemoveHighlight(ItemId),
    /// Puts a highlight back behind another, as [`Change::RestoreNote`].
    RestoreHighlight(Highlight, Option<ItemId>),
    /// Says what two claims are to each other; without a time, now. What is new is put at that index or at the end.
    Correct(Correction, Option<usize>),
    /// Takes back what was said of two claims.
    Uncorrect {
        /// The other brief's id.
        with: String,
        /// The claim of this brief.
        a: ClaimId,
        /// The claim of the other.
        b: ClaimId,
    },
}

/// A change that could not be made, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// The change.
    pub change: Change,
    /// Why, in one line.
    pub why: &'static str,
}

/// What came of changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What undoes those that were made, to be applied in this order.
    pub inverse: Vec<Change>,
    /// Those that were not made.
    pub missed: Vec<Missed>,
    /// The notes and highlights that are new.
    pub added: Vec<ItemId>,
}

/// The inverse of a change, or why it cannot be made.
type Done = Result<Change, &'static str>;

const GONE: &str = "it is no longer there";

impl Study {
    /// Makes changes, one after the other. One that cannot be made is passed over and named.
    pub fn apply(&mut self, changes: &[Change], now: Moment) -> Outcome {
        let mut outcome = Outcome::default();
        for change in changes {
            match self.one(change, now) {
                Ok(inverse) => {
                    if let (Change::RemoveNote(id), Change::AddNote { .. } | Change::EditNote { .. })
                    | (Change::RemoveHighlight(id), Change::AddHighlight(_)) = (&inverse, change)
                    {
                        outcome.added.push(id.clone());
                    }
                    outcome.inverse.push(inverse);
                }
                Err(why) => outcome.missed.push(Missed { change: change.clone(), why }),
            }
        }
        outcome.inverse.reverse();
        outcome
    }

    fn one(&mut self, change: &Change, now: Moment) -> Done {
        match change {
            Change::SetRead(state, at) => {
                let was = Change::SetRead(self.read, self.read_at);
                self.read = *state;
                self.read_at = at.or(Some(now)).filter(|_| *state != ReadState::Unread);
                Ok(was)
            }
            Change::SetPlace(place) => Ok(Change::SetPlace(std::mem::replace(&mut self.place, place.clone()))),
            Change::SetStar(star) => Ok(Change::SetStar(std::mem::replace(&mut self.star, *star))),
            Change::SetBookmark(name, bookmark) => self.set_bookmark(*name, bookmark.as_ref(), now),
            Change::AddTag(tag, index) => self.add_tag(tag, *index),
            Change::RemoveTag(tag) => {
                let index = self.tags.iter().position(|t| t == tag).ok_or(GONE)?;
                Ok(Change::AddTag(self.tags.remove(index), Some(index)))
            }
            Change::AddNote { on, text } => self.add_note(on, text, now),
            Change::EditNote { id, was, text } => self.edit_note(id, was, text, now),
            Change::RemoveNote(id) => take(&mut self.notes, id).map(|(note, after)| Change::RestoreNote(note, after)),
            Change::RestoreNote(note, after) => {
                put_back(&mut self.notes, note, after.as_ref())?;
                Ok(Change::RemoveNote(note.id.clone()))
            }
            Change::AddHighlight(on) => self.add_highlight(on, now),
            Change::RemoveHighlight(id) => {
                take(&mut self.highlights, id).map(|(highlight, after)| Change::RestoreHighlight(highlight, after))
            }
            Change::RestoreHighlight(highlight, after) => {
                put_back(&mut self.highlights, highlight, after.as_ref())?;
                Ok(Change::RemoveHighlight(highlight.id.clone()))
            }
            Change::Correct(correction, index) => Ok(self.correct(correction, *index, now)),
            Change::Uncorrect { with, a, b } => self.uncorrect(with, a, b),
        }
    }

    fn set_bookmark(&mut self, name: char, bookmark: Option<&Bookmark>, now: Moment) -> Done {
        if !name.is_ascii_lowercase() {
            return Err("a bookmark is called by a letter from a to z");
        }
        let was = match bookmark {
            Some(bookmark) => {
                let at = bookmark.at.or(Some(now));
                self.bookmarks.insert(name, Bookmark { at, ..bookmark.clone() })
            }
            None => self.bookmarks.remove(&name),
        };
        Ok(Change::SetBookmark(name, was))
    }

    fn add_tag(&mut self, tag: &str, index: Option<usize>) -> Done {
        let tag = tag.trim();
        if tag.is_empty() {
            return Err("a tag needs a word");
        }
        if self.tags.iter().any(|t| t == tag) {
            return Err("it is there already");
        }
        self.tags.insert(index.unwrap_or(usize::MAX).min(self.tags.len()), tag.to_owned());
        Ok(Change::RemoveTag(tag.to_owned()))
    }

    fn add_note(&mut self, on: &Target, text: &str, now: Moment) -> Done {
        let text = text.trim();
        if text.is_empty() {
            return Err("a note needs words");
        }
        let id = fresh('n', text, now, &|id| self.notes.iter().any(|note| note.id == *id));
        let note = Note {
            id: id.clone(),
            at: Some(now),
            edited: None,
            on: on.clone(),
            text: text.to_owned(),
            more: More::new(),
        };
        self.notes.push(note);
        Ok(Change::RemoveNote(id))
    }

    fn edit_note(&mut self, id: &ItemId, was: &str, text: &str, now: Moment) -> Done {
        let text = text.trim();
        let note = self.notes.iter_mut().find(|note| note.id == *id).ok_or(GONE)?;
        if note.text != was {
            // Another instance has changed it meanwhile: neither may be lost.
            let on = note.on.clone();
            return self.add_note(&on, text, now);
        }
        note.edited = Some(now);
        let before = std::mem::replace(&mut note.text, text.to_owned());
        Ok(Change::EditNote { id: id.clone(), was: text.to_owned(), text: before })
    }

    fn add_highlight(&mut self, on: &Target, now: Moment) -> Done {
        let anchor = on.anchor().ok_or("a highlight needs words to mark")?;
        if self.highlights.iter().any(|highlight| highlight.on == *on) {
            return Err("it is marked already");
        }
        let words = format!("{anchor:?}");
        let id = fresh('h', &words, now, &|id| self.highlights.iter().any(|highlight| highlight.id == *id));
        self.highlights.push(Highlight { id: id.clone(), at: Some(now), on: on.clone(), more: More::new() });
        Ok(Change::RemoveHighlight(id))
    }

    fn correct(&mut self, correction: &Correction, index: Option<usize>, now: Moment) -> Change {
        let new = Correction { at: correction.at.or(Some(now)), ..correction.clone() };
        match self.corrections.iter_mut().find(|c| c.same_pair(&new)) {
            Some(there) => Change::Correct(std::mem::replace(there, new), None),
            None => {
                let Correction { with, a, b, .. } = new.clone();
                self.corrections.insert(index.unwrap_or(usize::MAX).min(self.corrections.len()), new);
                Change::Uncorrect { with, a, b }
            }
        }
    }

    fn uncorrect(&mut self, with: &str, a: &ClaimId, b: &ClaimId) -> Done {
        let pair = Correction { with: with.to_owned(), a: a.clone(), b: b.clone(), class: Class::None, at: None };
        let index = self.corrections.iter().position(|c| c.same_pair(&pair)).ok_or(GONE)?;
        Ok(Change::Correct(self.corrections.remove(index), Some(index)))
    }
}

/// What has an id in a study.
trait Identified: Clone {
    fn id(&self) -> &ItemId;
}

impl Identified for Note {
    fn id(&self) -> &ItemId {
        &self.id
    }
}

impl Identified for Highlight {
    fn id(&self) -> &ItemId {
        &self.id
    }
}

/// Takes an item out, with the id of the one before it.
fn take<T: Identified>(items: &mut Vec<T>, id: &ItemId) -> Result<(T, Option<ItemId>), &'static str> {
    let index = items.iter().position(|item| item.id() == id).ok_or(GONE)?;
    let before = index.checked_sub(1).and_then(|i| items.get(i)).map(|item| item.id().clone());
    Ok((items.remove(index), before))
}

fn put_back<T: Identified>(items: &mut Vec<T>, item: &T, after: Option<&ItemId>) -> Result<(), &'static str> {
    if items.iter().any(|other| other.id() == item.id()) {
        return Err("it is there already");
    }
    let index = match after {
        None => 0,
        Some(after) => items.iter().position(|item| item.id() == after).map_or(items.len(), |i| i + 1),
    };
    items.insert(index, item.clone());
    Ok(())
}

/// An id that nothing has yet: a letter, and a few digits of a hash, so that two machines do not give the same one.
fn fresh(letter: char, words: &str, now: Moment, is_taken: &dyn Fn(&ItemId) -> bool) -> ItemId {
    let mut attempt = 0u64;
    loop {
        let id = short(letter, &format!("{now}\n{attempt}\n{words}"));
        if !is_taken(&id) {
            return id;
        }
        attempt += 1;
    }
}

/// An id made of a text alone.
pub(super) fn short(letter: char, text: &str) -> ItemId {
    let hash = sha256(text.as_bytes());
    let pairs = hash.as_bytes().chunks(2).filter_map(|pair| std::str::from_utf8(pair).ok());
    let bytes = pairs.filter_map(|pair| u8::from_str_radix(pair, 16).ok());
    let digits = bytes.filter_map(|byte| DIGITS.get(usize::from(byte % 32))).map(|digit| char::from(*digit));
    ItemId(std::iter::once(letter).chain(digits.take(ID)).collect())
}
