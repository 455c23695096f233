//! What a reader has added to a brief, found again in its article: highlights and notes with their places, the lost ones
//! without. Made when the brief or the study changes; refuses to change either.

use crate::article::ParagraphNo;
use crate::brief::anchor::State;
use crate::brief::study::{ItemId, Moment, Study, Target};
use crate::text::Span;
use crate::tui::document::Document;

/// Where a note or highlight stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// On the brief as a whole.
    Brief,
    /// On a claim, by its index.
    Claim(usize),
    /// On a passage of the article.
    Passage(ParagraphNo, Span),
    /// It stood on something that is gone.
    Lost,
}

/// A note or a highlight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its name in the study.
    pub id: ItemId,
    /// Where it stands.
    pub place: Place,
    /// The words of a note; `None` for a highlight.
    pub note: Option<String>,
    /// The words it is on, as they were when it was made, where it is on words.
    pub quote: Option<String>,
    /// What became of its passage, where it has one.
    pub state: Option<State>,
    /// When it was made, or last changed, where that is known.
    pub at: Option<Moment>,
}

/// Every note and highlight of a study, by place; the lost ones last.
pub fn marks(document: &Document, study: &Study) -> Vec<Mark> {
    let notes = study.notes.iter().map(|note| Mark {
        note: Some(note.text.clone()),
        at: note.edited.or(note.at),
        ..mark(document, &note.id, &note.on)
    });
    let highlights = study.highlights.iter().map(|h| Mark { at: h.at, ..mark(document, &h.id, &h.on) });
    let mut marks: Vec<Mark> = highlights.chain(notes).collect();
    marks.sort_by_key(|mark| mark.place);
    marks
}

fn mark(document: &Document, id: &ItemId, on: &Target) -> Mark {
    let claim = |target: &Target| document.brief.place_of(&target.claim()?.id);
    let quote = on.anchor().and_then(|anchor| match &anchor.passage {
        crate::brief::Passage::Quote { text, .. } => Some(text.clone()),
        crate::brief::Passage::Digest { .. } => None,
    });
    let (place, state) = match on {
        Target::Brief => (Place::Brief, None),
        Target::Claim(_) => (claim(on).map_or(Place::Lost, Place::Claim), None),
        Target::Words(_, of) if of.is_some() => (claim(on).map_or(Place::Lost, Place::Claim), None),
        Target::Words(..) => (Place::Brief, None),
        Target::Passage(anchor, _) => {
            let found = document.resolve(anchor);
            (found.place.map_or(Place::Lost, |(no, span)| Place::Passage(no, span)), Some(found.state))
        }
    };
    Mark { id: id.clone(), place, note: None, quote, state, at: None }
}
