//! What the screens know: the catalogue of the library and the briefs that were opened, each with its anchors resolved.
//! Refuses to read files: the worker does.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::rc::Rc;

use crate::analysis::audit::{Audit, Doubt, Part, Places};
use crate::article::{Article, ParagraphNo};
use crate::brief::anchor::{Finder, Found, State};
use crate::brief::study::{ReadState, Study};
use crate::brief::{Anchor, Brief};
use crate::library::query::Query;
use crate::library::{Card, Entry, Order};
use crate::text::Span;
use crate::tui::path::for_shell;

/// A brief opened for reading, with its article and where its anchors resolve.
#[derive(Debug)]
pub struct Document {
    /// The brief's name: its file's stem.
    pub id: String,
    /// The brief.
    pub brief: Brief,
    /// Its article, when it is here.
    pub article: Option<Article>,
    /// Why the article could not be read, though it is here.
    pub article_fault: Option<String>,
    /// For each claim, what each of its anchors resolves to.
    pub found: Vec<Vec<Found>>,
    /// What its article does not carry, whatever the brief says of itself; comes when it has been held against it.
    audit: OnceCell<Audit>,
    /// What each anchor of the summary resolves to.
    summary_found: Vec<Found>,
    /// The claims' passages that were found, in the order of the article.
    passages: Vec<Passage>,
    /// The same for each claim, in the order of its evidence.
    by_claim: Vec<Vec<Passage>>,
    finder: Option<Finder>,
}

/// A brief and its article, to be held against each other.
#[derive(Clone, Debug)]
pub struct Unjudged {
    brief: Brief,
    article: Option<Article>,
    places: Places,
}

impl Unjudged {
    /// Holds them against each other. Takes longer than to read them.
    pub fn audit(&self) -> Audit {
        Audit::of(&self.brief, self.article.as_ref(), &self.places)
    }
}

/// A passage of the article that supports a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// The paragraph.
    pub paragraph: ParagraphNo,
    /// Where in the paragraph.
    pub span: Span,
    /// The claim, by its index.
    pub claim: usize,
    /// Which of the claim's anchors.
    pub anchor: usize,
}

impl Document {
    /// Resolves every anchor of a brief in its article.
    pub fn new(id: String, brief: Brief, article: Option<Article>, article_fault: Option<String>) -> Self {
        let finder = article.as_ref().map(Finder::new);
        let resolve = |anchor: &Anchor| finder.as_ref().map_or(Found::UNATTACHED, |finder| finder.resolve(anchor));
        let Places { summary: summary_found, claims: found } = Places::of(&brief, resolve);
        let by_claim: Vec<Vec<Passage>> =
            found.iter().enumerate().map(|(claim, found)| passages(claim, found)).collect();
        let mut passages = by_claim.concat();
        passages.sort();
        let audit = OnceCell::new();
        Self { id, brief, article, article_fault, found, audit, summary_found, passages, by_claim, finder }
    }

    /// What is needed to hold the brief against its article, somewhere else.
    pub fn unjudged(&self) -> Unjudged {
        let places = Places { summary: self.summary_found.clone(), claims: self.found.clone() };
        Unjudged { brief: self.brief.clone(), article: self.article.clone(), places }
    }

    /// Takes in what came of that.
    pub fn judge(&self, audit: Audit) {
        // Once is enough: the same brief and the same article give the same.
        let _ = self.audit.set(audit);
    }

    /// Whether it has been held against its article.
    pub fn is_judged(&self) -> bool {
        self.audit.get().is_some()
    }

    /// What its article does not carry of a part.
    pub fn doubt(&self, part: Part) -> Option<&Doubt> {
        self.audit.get()?.doubt(part)
    }

    /// Whether a claim is unsupported: its article does not carry it, or the brief says so itself.
    pub fn is_unsupported(&self, claim: usize) -> bool {
        self.doubt(Part::Claim(claim)).is_some() || self.brief.claims.get(claim).is_some_and(|claim| claim.unsupported)
    }

    /// Where an anchor of a reader's stands in the article.
    pub fn resolve(&self, anchor: &Anchor) -> Found {
        self.finder.as_ref().map_or(Found::UNATTACHED, |finder| finder.resolve(anchor))
    }

    /// The claims' passages that were found, in the order of the article.
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// The passages of one claim that were found, in the order of its evidence.
    pub fn passages_of(&self, claim: usize) -> &[Passage] {
        self.by_claim.get(claim).map(Vec::as_slice).unwrap_or_default()
    }

    /// The anchors of a claim; of the summary where there is none.
    pub fn anchors_of(&self, claim: Option<usize>) -> &[Anchor] {
        match claim {
            Some(claim) => self.brief.claims.get(claim).map(|claim| claim.evidence.as_slice()).unwrap_or_default(),
            None => &self.brief.summary_evidence,
        }
    }

    /// What these anchors resolve to.
    pub fn found_of(&self, claim: Option<usize>) -> &[Found] {
        match claim {
            Some(claim) => self.found.get(claim).map(Vec::as_slice).unwrap_or_default(),
            None => &self.summary_found,
        }
    }

    /// Which of these anchors is shown first: the worst, since its state is that of the whole.
    pub fn first_shown(&self, claim: Option<usize>) -> usize {
        let found = self.found_of(claim);
        let worst = found.iter().map(|found| found.state).max();
        found.iter().position(|found| Some(found.state) == worst).unwrap_or(0)
    }

    /// Where one of these anchors is shown: where its passage stands, or, when it is not found, the paragraph of the
    /// article that it names.
    pub fn shown_at(&self, claim: Option<usize>, anchor: usize) -> Option<(ParagraphNo, Span)> {
        let hinted = || {
            let no = self.anchors_of(claim).get(anchor)?.paragraph?;
            self.article.as_ref()?.paragraph(no).map(|_| (no, Span::default()))
        };
        self.found_of(claim).get(anchor)?.place.or_else(hinted)
    }

    /// The state of a claim's evidence as a whole, or of the summary's: the worst of its anchors; `None` when it has none.
    pub fn state_of(&self, claim: Option<usize>) -> Option<State> {
        self.found_of(claim).iter().map(|found| found.state).max()
    }

    /// The heading it is known by.
    pub fn heading(&self) -> String {
        self.brief.heading(&self.id)
    }
}

/// The passages of a claim that were found, in the order of its evidence.
fn passages(claim: usize, found: &[Found]) -> Vec<Passage> {
    let passage = |(anchor, found): (usize, &Found)| {
        let (paragraph, span) = found.place?;
        Some(Passage { paragraph, span, claim, anchor })
    };
    found.iter().enumerate().filter_map(passage).collect()
}

/// The name under which the draft of an article is open that is not in the library: no brief can be called so.
pub const UNSAVED: &str = "\\unsaved";

/// A brief that was asked for.
#[derive(Clone, Debug)]
pub enum Slot {
    /// The worker reads it.
    Loading,
    /// Here.
    Ready(Rc<Document>),
    /// It cannot be read, and why.
    Failed(String),
}

/// The catalogue and the open briefs.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// The library's briefs, readable or not, as they were found.
    pub entries: Vec<Entry>,
    /// The order in which the shelf shows them: indices into `entries`.
    pub order: Vec<usize>,
    /// What the order is by.
    pub sorted: Order,
    /// Whether the catalogue is whole: the folder was read to its end.
    pub complete: bool,
    /// What the library is called on the screen.
    pub name: String,
    /// The library's folder.
    pub folder: PathBuf,
    /// Whether a command in a shell has to name the library, since it is not the one that is found by itself.
    pub elsewhere: bool,
    /// The article whose draft is open as [`UNSAVED`]: its path.
    pub unsaved: Option<String>,
    /// What the shelf is narrowed by.
    pub filter: Option<Query>,
    /// What readers have added, by the brief's name.
    pub studies: HashMap<String, Rc<Study>>,
    /// The briefs whose studies were written since the library began to be read: what is read of them may be older.
    written: HashSet<String>,
    slots: HashMap<String, Slot>,
}

/// Open briefs that are kept; more are forgotten when the next one comes.
const KEPT: usize = 64;

impl Desk {
    /// An empty one for a library of that name.
    pub fn named(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// Takes in the catalogue, in the order chosen.
    pub fn set_entries(&mut self, entries: Vec<Entry>, complete: bool) {
        self.entries = entries;
        self.complete = complete;
        self.sort(self.sorted);
    }

    /// Orders the shelf.
    pub fn sort(&mut self, by: Order) {
        self.sorted = by;
        let mut cards: Vec<(usize, &Card)> =
            self.entries.iter().enumerate().filter_map(|(i, entry)| Some((i, entry.card()?))).collect();
        by.sort_numbered(&mut cards, &|id| self.read_state(id) == ReadState::Done);
        let faults = self.entries.iter().enumerate().filter(|(_, entry)| entry.card().is_none()).map(|(i, _)| i);
        let all = cards.iter().map(|(i, _)| *i).chain(faults);
        let is_shown = |&i: &usize| match (&self.filter, self.entries.get(i)) {
            (Some(filter), Some(entry)) => filter.has(entry, self.study(entry.stem()).map(Rc::as_ref)),
            _ => true,
        };
        self.order = all.filter(is_shown).collect();
    }

    /// Shows only what a query has; everything, when it is none.
    pub fn narrow(&mut self, to: Option<Query>) {
        self.filter = to;
        self.sort(self.sorted);
    }

    /// Takes briefs off the shelf whose files are gone.
    pub fn take_off(&mut self, ids: &[String]) {
        self.entries.retain(|entry| !ids.iter().any(|id| id == entry.stem()));
        self.sort(self.sorted);
    }

    /// The option by which a command in a shell names the library, where it has to.
    pub fn option(&self) -> String {
        if self.elsewhere { format!(" --library {}", for_shell(&self.folder)) } else { String::new() }
    }

    /// The command by which a brief of this library gets its article.
    pub fn attaching(&self, id: &str) -> String {
        format!("epitome attach {id} FILE{}", self.option())
    }

    /// The entry that stands at a row of the shelf.
    pub fn at(&self, row: usize) -> Option<&Entry> {
        self.order.get(row).and_then(|&i| self.entries.get(i))
    }

    /// The row of the shelf at which a brief stands.
    pub fn row_of(&self, id: &str) -> Option<usize> {
        self.order.iter().position(|&i| self.entries.get(i).is_some_and(|entry| entry.stem() == id))
    }

    /// Takes in what was read of all studies; what was written meanwhile stays.
    pub fn set_studies(&mut self, studies: Vec<(String, Study)>) {
        self.studies.retain(|id, _| self.written.contains(id));
        for (id, study) in studies {
            self.studies.entry(id).or_insert_with(|| Rc::new(study));
        }
        self.sort(self.sorted);
    }

    /// Takes in a study as it was written.
    pub fn set_study(&mut self, id: String, study: Study) {
        self.written.insert(id.clone());
        self.studies.insert(id, Rc::new(study));
    }

    /// Takes in a study as somebody else may have written it; one that is as it was changes nothing.
    pub fn see_study(&mut self, id: String, study: Study) {
        let known = self.study(&id).map(Rc::as_ref);
        if known.map_or(study != Study::default(), |known| *known != study) {
            self.studies.insert(id, Rc::new(study));
        }
    }

    /// What was added to a brief.
    pub fn study(&self, id: &str) -> Option<&Rc<Study>> {
        self.studies.get(id)
    }

    /// How far a brief is read.
    pub fn read_state(&self, id: &str) -> ReadState {
        self.study(id).map_or(ReadState::Unread, |study| study.read)
    }

    /// A brief, when it is here.
    pub fn ready(&self, id: &str) -> Option<&Rc<Document>> {
        match self.slots.get(id) {
            Some(Slot::Ready(document)) => Some(document),
            _ => None,
        }
    }

    /// Why a brief cannot be read, when that was tried.
    pub fn failed(&self, id: &str) -> Option<&str> {
        match self.slots.get(id) {
            Some(Slot::Failed(why)) => Some(why),
            _ => None,
        }
    }

    /// Notes that a brief is asked for; false when it was already.
    pub fn ask(&mut self, id: &str) -> bool {
        if self.slots.contains_key(id) {
            return false;
        }
        if self.slots.len() >= KEPT {
            self.slots.retain(|_, slot| matches!(slot, Slot::Loading));
        }
        self.slots.insert(id.to_owned(), Slot::Loading);
        true
    }

    /// Takes in a brief that was asked for.
    pub fn put(&mut self, id: &str, what: Result<Document, String>) {
        let slot = match what {
            Ok(document) => Slot::Ready(Rc::new(document)),
            Err(why) => Slot::Failed(why),
        };
        self.slots.insert(id.to_owned(), slot);
    }

    /// Forgets an open brief, so that it is read again when it is wanted.
    pub fn forget_one(&mut self, id: &str) {
        self.slots.remove(id);
    }

    /// Forgets every open brief, so that each is read again when it is wanted, as the studies are.
    pub fn forget(&mut self) {
        self.written.clear();
        self.slots.clear();
    }
}
