//! Reads a study file, from the structure that [`Places`] has checked: size, depth, aliases and tags are refused there.
//! What a person wrote by hand is read as far as it can be understood: a note needs no id and no time. What cannot be
//! understood becomes a finding, is left out of the study, and stays in the file.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Debug;
use std::str::FromStr;

use super::change::short;
use super::{
    Bookmark, ClaimRef, Class, Correction, FORMAT, Highlight, ItemId, Moment, More, Note, Part, Place, ReadState,
    Study, Target,
};
use crate::article::ParagraphNo;
use crate::brief::emit::{Value, inline, quoted};
use crate::brief::finding::{Fault, Finding, Level, Position};
use crate::brief::place::{Node, Places, Shape};
use crate::brief::{Anchor, ClaimId, Passage, yaml};
use crate::text::{Offset, Span};

/// A study that was read, with the file it was read from.
#[derive(Debug)]
pub struct Loaded {
    /// The study.
    pub study: Study,
    /// The file, byte for byte.
    pub text: String,
    /// What in it was not understood.
    pub findings: Vec<Finding>,
    pub(super) places: Places,
    pub(super) slots: Slots,
}

/// Why a study file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It was written by a newer epitome.
    Newer(Fault),
    /// It is damaged, or no study.
    Damaged(Fault),
}

/// What the items of the lists are in the file.
#[derive(Debug, Default)]
pub(super) struct Slots {
    pub tags: Vec<Slot>,
    pub notes: Vec<Slot>,
    pub highlights: Vec<Slot>,
    pub corrections: Vec<Slot>,
}

/// An item of a list in the file.
#[derive(Debug)]
pub(super) struct Slot {
    /// By what it is known.
    pub key: String,
    pub form: Form,
}

/// How an item stands in the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// As a mapping with this id, which may not be the one by which it is known.
    Mapping(Option<String>),
    /// As nothing but its words.
    Bare,
    /// As something that is not understood: it is not in the study.
    Strange,
}

/// Reads a study file.
///
/// # Errors
/// When it is newer than this epitome, damaged or no study, with the place.
pub fn read(bytes: &[u8]) -> Result<Loaded, Unread> {
    let text = yaml::decode(bytes).map_err(Unread::Damaged)?.to_owned();
    // Looked at before the structure: what a newer one may contain is not known.
    let first = text.lines().find_map(|line| line.trim_start_matches('\u{feff}').strip_prefix("study:"));
    let said = first.and_then(|rest| rest.split('#').next()).unwrap_or_default().trim();
    if format_number(said).is_some_and(|n| n > u64::from(FORMAT)) {
        return Err(Unread::Newer(newer(said)));
    }
    let places = Places::of(&text).map_err(Unread::Damaged)?;
    check_version(&places)?;
    let mut reading = Reading { places: &places, findings: Vec::new(), slots: Slots::default() };
    let study = reading.study().map_err(Unread::Damaged)?;
    let (findings, slots) = (reading.findings, reading.slots);
    Ok(Loaded { study, text, findings, places, slots })
}

/// A whole number as it is written; the greatest there is for one that is greater still.
fn format_number(said: &str) -> Option<u64> {
    let digits = !said.is_empty() && said.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| said.parse().unwrap_or(u64::MAX))
}

fn newer(n: &str) -> Fault {
    let what = format!("study format {n} is newer than format {FORMAT}, the newest that this epitome reads");
    Fault::new(Position::START, what, "open it with a newer epitome")
}

fn check_version(places: &Places) -> Result<(), Unread> {
    let none =
        || Unread::Damaged(Fault::new(Position::START, "not a study: no 'study: 1'", "begin it with 'study: 1'"));
    let entry = places.root().and_then(|root| root.entry("study")).ok_or_else(none)?;
    let said = entry.value.text().unwrap_or_default();
    match format_number(said) {
        Some(n) if n == u64::from(FORMAT) => Ok(()),
        Some(n) if n > u64::from(FORMAT) => Err(Unread::Newer(newer(said))),
        _ => Err(none()),
    }
}

struct Reading<'a> {
    places: &'a Places,
    findings: Vec<Finding>,
    slots: Slots,
}

impl<'a> Reading<'a> {
    fn study(&mut self) -> Result<Study, Fault> {
        Ok(Study {
            read: self.word("read", ReadState::named, "write unread, begun or done").unwrap_or_default(),
            read_at: self.field("read_at").and_then(|node| self.moment(node)),
            star: self.word("star", truth, "write true or false").unwrap_or_default(),
            place: self.field("place").and_then(|node| self.place(node)),
            tags: self.tags()?,
            bookmarks: self.bookmarks()?,
            notes: self.notes()?,
            highlights: self.highlights()?,
            corrections: self.corrections()?,
        })
    }

    fn finding(&mut self, node: &Node, what: &str, mend: &str) {
        let at = self.places.position(node.span.start().bytes());
        self.findings.push(Finding::new(Level::Warning, "not-understood", at, what.to_owned(), mend));
    }

    /// The value of a key of the file; nothing for null.
    fn field(&self, name: &str) -> Option<&'a Node> {
        self.places.root().and_then(|root| inside(root, name))
    }

    fn word<T>(&mut self, name: &str, named: impl Fn(&str) -> Option<T>, mend: &str) -> Option<T> {
        let node = self.field(name)?;
        let value = said(node).and_then(named);
        if value.is_none() {
            self.finding(node, &format!("{name}: this is not understood"), mend);
        }
        value
    }

    fn moment(&mut self, node: &Node) -> Option<Moment> {
        let moment = said(node).and_then(|text| text.parse().ok());
        if moment.is_none() {
            self.finding(node, "not a point in time", "write it as \"2031-05-03T10:00:00Z\"");
        }
        moment
    }

    /// The items of a list. What is there and no list is a fault: adding to it would destroy it.
    fn items(&self, name: &str) -> Result<&'a [Node], Fault> {
        match self.field(name) {
            None => Ok(&[]),
            Some(node) if matches!(node.shape, Shape::List { .. }) => Ok(node.items()),
            Some(node) => Err(self.misshapen(node, name, "not a list", "begin each item with '- '")),
        }
    }

    fn misshapen(&self, node: &Node, name: &str, what: &str, mend: &str) -> Fault {
        Fault::new(self.places.position(node.span.start().bytes()), format!("{name}: this is {what}"), mend)
    }

    /// Reads the items of a list that have ids. Those without one, or with one that another has, are given one.
    fn identified<T, W: Debug>(
        &mut self,
        (name, letter): (&str, char),
        one: impl Fn(&mut Self, &'a Node) -> Option<(T, Form)>,
        mend: &str,
        parts: impl Fn(&mut T) -> (&mut ItemId, &W),
    ) -> Result<(Vec<T>, Vec<Slot>), Fault> {
        let (mut items, mut slots, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
        for (index, node) in self.items(name)?.iter().enumerate() {
            let Some((mut item, form)) = one(self, node) else {
                slots.push(self.strange(node, name, index, mend));
                continue;
            };
            let (id, words) = parts(&mut item);
            let mut attempt = 0u64;
            while id.0.is_empty() || seen.contains(&id.0) {
                *id = short(letter, &format!("{attempt}\n{words:?}"));
                attempt += 1;
            }
            seen.insert(id.0.clone());
            slots.push(Slot { key: id.0.clone(), form });
            items.push(item);
        }
        Ok((items, slots))
    }

    fn strange(&mut self, node: &Node, name: &str, index: usize, mend: &str) -> Slot {
        self.finding(node, &format!("{name}: item {} is not understood; it is left as it is", index + 1), mend);
        Slot { key: format!("#{index}"), form: Form::Strange }
    }

    fn notes(&mut self) -> Result<Vec<Note>, Fault> {
        let mend = "a note has its words as 'note:', and may have 'claim:' or 'passage:'";
        let (notes, slots) = self.identified(("notes", 'n'), Self::note, mend, |note| (&mut note.id, &note.text))?;
        self.slots.notes = slots;
        Ok(notes)
    }

    fn note(&mut self, node: &'a Node) -> Option<(Note, Form)> {
        if let Some(words) = said(node) {
            let (id, on, text) = (ItemId::default(), Target::Brief, words.to_owned());
            let note = Note { id, at: None, edited: None, on, text, more: More::new() };
            return Some((note, Form::Bare));
        }
        let text = inside(node, "note").and_then(said)?.to_owned();
        let on = target(node)?;
        let id = inside(node, "id").and_then(said).map(str::to_owned);
        let at = inside(node, "at").and_then(|node| self.moment(node));
        let edited = inside(node, "edited").and_then(|node| self.moment(node));
        let note = Note { id: ItemId(id.clone().unwrap_or_default()), at, edited, on, text, more: more(node) };
        Some((note, Form::Mapping(id)))
    }

    fn highlights(&mut self) -> Result<Vec<Highlight>, Fault> {
        let mend = "a highlight has a 'passage:' with a 'quote:'";
        let (highlights, slots) =
            self.identified(("highlights", 'h'), Self::highlight, mend, |marked| (&mut marked.id, &marked.on))?;
        self.slots.highlights = slots;
        Ok(highlights)
    }

    fn highlight(&mut self, node: &'a Node) -> Option<(Highlight, Form)> {
        let on = target(node).filter(|on| on.anchor().is_some())?;
        let id = inside(node, "id").and_then(said).map(str::to_owned);
        let at = inside(node, "at").and_then(|node| self.moment(node));
        Some((Highlight { id: ItemId(id.clone().unwrap_or_default()), at, on, more: more(node) }, Form::Mapping(id)))
    }

    fn tags(&mut self) -> Result<Vec<String>, Fault> {
        let mut tags: Vec<String> = Vec::new();
        for (index, node) in self.items("tags")?.iter().enumerate() {
            let tag = said(node).filter(|tag| !tag.trim().is_empty() && !tags.iter().any(|t| t == tag));
            let slot = match tag {
                Some(tag) => Slot { key: tag.to_owned(), form: Form::Bare },
                None => self.strange(node, "tags", index, "a tag is a word, and stands once"),
            };
            tags.extend(tag.map(str::to_owned));
            self.slots.tags.push(slot);
        }
        Ok(tags)
    }

    fn bookmarks(&mut self) -> Result<BTreeMap<char, Bookmark>, Fault> {
        let mut bookmarks = BTreeMap::new();
        let Some(node) = self.field("bookmarks") else { return Ok(bookmarks) };
        if !matches!(node.shape, Shape::Map { .. }) {
            return Err(self.misshapen(node, "bookmarks", "not a mapping", "write 'a: {text: article, paragraph: 4}'"));
        }
        for entry in node.entries() {
            let mut letters = entry.name.chars();
            let name = letters.next().filter(|c| c.is_ascii_lowercase() && letters.next().is_none());
            let Some(name) = name else {
                self.finding(&entry.value, "a bookmark is called by one letter", "use a to z");
                continue;
            };
            if let Some(place) = self.place(&entry.value) {
                let at = inside(&entry.value, "at").and_then(|node| self.moment(node));
                bookmarks.insert(name, Bookmark { at, place });
            }
        }
        Ok(bookmarks)
    }

    fn place(&mut self, node: &Node) -> Option<Place> {
        let place = place(node);
        if place.is_none() {
            let mend = "write {text: article, paragraph: 4, offset: 0} or {text: brief, claim: c1, offset: 0}";
            self.finding(node, "this place is not understood", mend);
        }
        place
    }

    fn corrections(&mut self) -> Result<Vec<Correction>, Fault> {
        let mut corrections: Vec<Correction> = Vec::new();
        for (index, node) in self.items("corrections")?.iter().enumerate() {
            let read = self.correction(node).filter(|new| !corrections.iter().any(|c| c.same_pair(new)));
            let slot = match &read {
                Some(correction) => Slot { key: key(correction), form: Form::Mapping(None) },
                None => {
                    let mend = "write {with: the other brief, a: c1, b: c3, class: agree}, a pair once";
                    self.strange(node, "corrections", index, mend)
                }
            };
            corrections.extend(read);
            self.slots.corrections.push(slot);
        }
        Ok(corrections)
    }

    fn correction(&mut self, node: &Node) -> Option<Correction> {
        let word = |name| inside(node, name).and_then(said).map(str::to_owned);
        Some(Correction {
            with: word("with")?,
            a: ClaimId(word("a")?),
            b: ClaimId(word("b")?),
            class: word("class").and_then(|class| Class::named(&class))?,
            at: inside(node, "at").and_then(|node| self.moment(node)),
        })
    }
}

/// By what a correction is known: the two claims.
pub(super) fn key(correction: &Correction) -> String {
    format!("{}\n{}\n{}", correction.with, correction.a.0, correction.b.0)
}

fn truth(word: &str) -> Option<bool> {
    match word {
        "true" | "yes" | "on" => Some(true),
        "false" | "no" | "off" => Some(false),
        _ => None,
    }
}

/// A text, unless it is null.
fn said(node: &Node) -> Option<&str> {
    match &node.shape {
        Shape::Scalar { text, .. } if !node.is_null() => Some(text),
        _ => None,
    }
}

/// The value of a key, unless it is null.
fn inside<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    node.entry(name).map(|entry| &entry.value).filter(|value| !value.is_null())
}

/// What a person wrote of an item under keys that are not ours.
fn more(node: &Node) -> More {
    const OURS: [&str; 8] = ["id", "at", "edited", "claim", "hash", "passage", "words", "note"];
    let others = node.entries().iter().filter(|entry| !OURS.contains(&entry.name.as_str()));
    others.map(|entry| (entry.name.clone(), inline(&value(&entry.value)))).collect()
}

/// A value as it can be written again on one line: numbers and words as they are, texts in quotes.
fn value(node: &Node) -> Value {
    match &node.shape {
        Shape::Scalar { .. } if node.is_null() => Value::Null,
        Shape::Scalar { text, plain: true, .. } if text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.') => {
            Value::Raw(text.clone())
        }
        Shape::Scalar { text, .. } => quoted(text),
        Shape::List { items, .. } => Value::List(items.iter().map(value).collect()),
        Shape::Map { entries, .. } => {
            Value::Pairs(entries.iter().map(|entry| (entry.name.clone(), value(&entry.value))).collect())
        }
    }
}

fn number<T: FromStr>(node: &Node) -> Option<T> {
    said(node)?.parse().ok()
}

fn place(node: &Node) -> Option<Place> {
    let at = inside(node, "offset").map_or(Some(0), number).map(Offset::new)?;
    let text = inside(node, "text").map_or(Some("brief"), said)?;
    let part = match (text, inside(node, "claim"), inside(node, "paragraph")) {
        ("article", _, Some(no)) => Part::Paragraph(number(no).and_then(ParagraphNo::new)?),
        ("brief", Some(claim), _) => Part::Claim(ClaimId(said(claim)?.to_owned())),
        ("brief", None, None) => Part::Summary,
        _ => return None,
    };
    matches!(node.shape, Shape::Map { .. }).then_some(Place { part, at })
}

fn target(node: &Node) -> Option<Target> {
    if !matches!(node.shape, Shape::Map { .. }) {
        return None;
    }
    let claim = match inside(node, "claim") {
        Some(id) => {
            let hash = inside(node, "hash").and_then(said).map(str::to_owned);
            Some(ClaimRef { id: ClaimId(said(id)?.to_owned()), hash })
        }
        None => None,
    };
    Some(match (inside(node, "passage"), inside(node, "words"), claim) {
        (Some(passage), None, claim) => Target::Passage(anchor(passage)?, claim),
        (None, Some(words), claim) => Target::Words(anchor(words)?, claim),
        (None, None, Some(claim)) => Target::Claim(claim),
        (None, None, None) => Target::Brief,
        (Some(_), Some(_), _) => return None,
    })
}

fn anchor(node: &Node) -> Option<Anchor> {
    let paragraph = match inside(node, "paragraph") {
        Some(no) => Some(number(no).and_then(ParagraphNo::new)?),
        None => None,
    };
    let span = match inside(node, "span").map(Node::items) {
        Some([start, end]) => Some((number::<usize>(start)?, number::<usize>(end)?)),
        Some(_) => return None,
        None => None,
    };
    let text = |name| inside(node, name).and_then(said).map(str::to_owned);
    let passage = match (text("quote"), text("digest")) {
        (Some(quote), _) => Passage::Quote { text: quote, before: text("before"), after: text("after") },
        (None, Some(digest)) => Passage::Digest { digest, length: inside(node, "length").and_then(number)? },
        (None, None) => return None,
    };
    let span = span.filter(|(start, end)| start <= end).map(|(start, end)| Span::new(start, end));
    Some(Anchor { paragraph, span, passage })
}
