//! Writes a study file: whole when there is none yet, else by splice, so that only what changed is touched. What a person
//! wrote without an id gets one when its list is changed; what was not understood stays where it is. The result is read
//! again before it is handed out; when it is not the study that was wanted, nothing is handed out.

use std::collections::{HashMap, HashSet};

use super::read::{self, Form, Loaded, Slot, Unread, key};
use super::{Bookmark, Correction, FORMAT, Highlight, Moment, Note, Part, Place, ReadState, Study, Target};
use crate::brief::emit::{Value, anchor, field, quoted, words, write_fields};
use crate::brief::finding::{Fault, Position};
use crate::brief::splice;
use crate::text::safe;

/// The whole file of a study that has none yet; `about` says in a comment, on one line, what it is of.
pub fn write(study: &Study, about: &str) -> String {
    let mut out = format!("# {}\n", safe::line(about));
    let lists = Lists::new(study, None);
    write_fields(&mut out, &fields(study, lists), 0, "\n");
    out
}

/// The file of `loaded`, changed so that it reads as `wanted`.
///
/// # Errors
/// When the file is laid out so that a change would disturb the rest; the fault says where the file stands.
pub fn revise(loaded: &Loaded, wanted: &Study) -> Result<String, Fault> {
    let old = fields(&loaded.study, Lists::old(loaded));
    let new = fields(wanted, Lists::new(wanted, Some(loaded)));
    let file = splice::changed(&loaded.text, &loaded.places, &old, &new);
    match read::read(file.as_bytes()) {
        Ok(again) if again.study == *wanted => Ok(file),
        Ok(_) => Err(splice::undone(Position::START)),
        Err(Unread::Newer(fault) | Unread::Damaged(fault)) => Err(fault),
    }
}

/// The values of the lists; `None` for one that the file does not have and need not have.
struct Lists {
    tags: Option<Vec<Value>>,
    notes: Option<Vec<Value>>,
    highlights: Option<Vec<Value>>,
    corrections: Option<Vec<Value>>,
}

impl Lists {
    fn old(loaded: &Loaded) -> Self {
        let (study, slots) = (&loaded.study, &loaded.slots);
        Self {
            tags: old_list(&slots.tags, &study.tags),
            notes: old_list(&slots.notes, &study.notes),
            highlights: old_list(&slots.highlights, &study.highlights),
            corrections: old_list(&slots.corrections, &study.corrections),
        }
    }

    fn new(wanted: &Study, loaded: Option<&Loaded>) -> Self {
        let was = loaded.map(|loaded| (&loaded.study, &loaded.slots));
        Self {
            tags: new_list(was.map(|(study, slots)| (&*study.tags, &*slots.tags)), &wanted.tags),
            notes: new_list(was.map(|(study, slots)| (&*study.notes, &*slots.notes)), &wanted.notes),
            highlights: new_list(
                was.map(|(study, slots)| (&*study.highlights, &*slots.highlights)),
                &wanted.highlights,
            ),
            corrections: new_list(
                was.map(|(study, slots)| (&*study.corrections, &*slots.corrections)),
                &wanted.corrections,
            ),
        }
    }
}

/// What stands in a list.
trait Item: PartialEq {
    /// By what it is known within its list.
    fn key(&self) -> String;
    /// What it is in the file, in that form.
    fn value(&self, form: &Form) -> Value;
    /// The form in which it is written.
    fn form(&self) -> Form;
}

fn known(key: &str, value: Value) -> Value {
    Value::Known(key.to_owned(), Box::new(value))
}

/// A list as it is in the file.
fn old_list<T: Item>(slots: &[Slot], items: &[T]) -> Option<Vec<Value>> {
    let mut items = items.iter();
    let mut value = |slot: &Slot| match slot.form {
        Form::Strange => Some(known(&slot.key, Value::Null)),
        _ => items.next().map(|item| known(&slot.key, item.value(&slot.form))),
    };
    Some(slots.iter().filter_map(&mut value).collect::<Vec<_>>()).filter(|values| !values.is_empty())
}

/// A list as it is wanted: what was not understood stays behind what it stood behind.
fn new_list<T: Item>(was: Option<(&[T], &[Slot])>, wanted: &[T]) -> Option<Vec<Value>> {
    let (old, slots) = was.unwrap_or_default();
    if old == wanted {
        return old_list(slots, old);
    }
    let stay: HashSet<String> = wanted.iter().map(Item::key).collect();
    let mut strays: HashMap<Option<String>, Vec<Value>> = HashMap::new();
    let mut behind = None;
    for slot in slots {
        if slot.form == Form::Strange {
            strays.entry(behind.clone()).or_default().push(known(&slot.key, Value::Null));
        } else if stay.contains(&slot.key) {
            behind = Some(slot.key.clone());
        }
    }
    let mut values = strays.remove(&None).unwrap_or_default();
    for item in wanted {
        let key = item.key();
        values.push(known(&key, item.value(&item.form())));
        values.extend(strays.remove(&Some(key)).unwrap_or_default());
    }
    Some(values).filter(|values| !values.is_empty() || !slots.is_empty())
}

impl Item for String {
    fn key(&self) -> String {
        self.clone()
    }

    fn value(&self, _: &Form) -> Value {
        words(self)
    }

    fn form(&self) -> Form {
        Form::Bare
    }
}

impl Item for Note {
    fn key(&self) -> String {
        self.id.0.clone()
    }

    fn value(&self, form: &Form) -> Value {
        let Form::Mapping(id) = form else { return words(&self.text) };
        let mut fields = named(id.as_deref(), self.at);
        fields.extend(time("edited", self.edited));
        fields.extend(target(&self.on));
        fields.push(field("note", Value::Prose(self.text.clone())));
        fields.extend(more(&self.more));
        Value::Fields(fields)
    }

    fn form(&self) -> Form {
        Form::Mapping(Some(self.id.0.clone()))
    }
}

impl Item for Highlight {
    fn key(&self) -> String {
        self.id.0.clone()
    }

    fn value(&self, form: &Form) -> Value {
        let id = if let Form::Mapping(id) = form { id.as_deref() } else { None };
        let mut fields = named(id, self.at);
        fields.extend(target(&self.on));
        fields.extend(more(&self.more));
        Value::Fields(fields)
    }

    fn form(&self) -> Form {
        Form::Mapping(Some(self.id.0.clone()))
    }
}

impl Item for Correction {
    fn key(&self) -> String {
        key(self)
    }

    fn value(&self, _: &Form) -> Value {
        let mut pairs = vec![
            field("with", quoted(&self.with)),
            field("a", quoted(&self.a.0)),
            field("b", quoted(&self.b.0)),
            field("class", words(self.class.name())),
        ];
        pairs.extend(time("at", self.at));
        Value::Pairs(pairs)
    }

    fn form(&self) -> Form {
        Form::Mapping(None)
    }
}

type Field = (String, Value);

fn time(name: &str, at: Option<Moment>) -> Option<Field> {
    at.map(|at| field(name, quoted(&at.to_string())))
}

/// What an item with a name begins with.
fn named(id: Option<&str>, at: Option<Moment>) -> Vec<Field> {
    id.map(|id| field("id", quoted(id))).into_iter().chain(time("at", at)).collect()
}

fn more(more: &[(String, String)]) -> impl Iterator<Item = Field> {
    more.iter().map(|(name, yaml)| field(name, Value::Raw(yaml.clone())))
}

fn target(on: &Target) -> Vec<Field> {
    let mut fields = Vec::new();
    if let Some(claim) = on.claim() {
        fields.push(field("claim", quoted(&claim.id.0)));
        fields.extend(claim.hash.as_ref().map(|hash| field("hash", quoted(hash))));
    }
    match on {
        Target::Brief | Target::Claim(_) => {}
        Target::Passage(passage, _) => fields.push(field("passage", anchor(passage))),
        Target::Words(words, _) => fields.push(field("words", anchor(words))),
    }
    fields
}

fn place(place: &Place) -> Vec<Field> {
    let mut pairs = match &place.part {
        Part::Summary => vec![field("text", words("brief"))],
        Part::Claim(id) => vec![field("text", words("brief")), field("claim", quoted(&id.0))],
        Part::Paragraph(no) => {
            vec![field("text", words("article")), field("paragraph", Value::Number(u64::from(no.get())))]
        }
    };
    pairs.push(field("offset", Value::Number(place.at.bytes() as u64)));
    pairs
}

fn bookmark(bookmark: &Bookmark) -> Value {
    Value::Pairs(time("at", bookmark.at).into_iter().chain(place(&bookmark.place)).collect())
}

/// The fields of a study, in the order of the file. What says nothing is left out.
fn fields(study: &Study, lists: Lists) -> Vec<Field> {
    let bookmarks = study.bookmarks.iter().map(|(name, mark)| field(&name.to_string(), bookmark(mark)));
    let bookmarks = Some(bookmarks.collect::<Vec<_>>()).filter(|bookmarks| !bookmarks.is_empty());
    let read = Some(study.read).filter(|read| *read != ReadState::Unread);
    let rows = |values: Vec<Value>| if values.is_empty() { Value::List(values) } else { Value::Items(values) };
    [
        Some(field("study", Value::Number(u64::from(FORMAT)))),
        read.map(|read| field("read", words(read.name()))),
        time("read_at", study.read_at),
        study.star.then(|| field("star", Value::Bool(true))),
        study.place.as_ref().map(|at| field("place", Value::Pairs(place(at)))),
        lists.tags.map(|tags| field("tags", Value::List(tags))),
        bookmarks.map(|bookmarks| field("bookmarks", Value::Fields(bookmarks))),
        lists.notes.map(|notes| field("notes", rows(notes))),
        lists.highlights.map(|highlights| field("highlights", rows(highlights))),
        lists.corrections.map(|corrections| field("corrections", rows(corrections))),
    ]
    .into_iter()
    .flatten()
    .collect()
}
