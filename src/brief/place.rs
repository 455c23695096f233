//! Where everything stands in a brief file: the line, column and bytes of any field. It also stands guard in front of
//! the YAML reader: aliases, anchors and tags, a key written twice, deep nesting and a flood of values are refused here,
//! before anything is built from them. Knows nothing of what the fields mean.

use std::collections::HashSet;
use std::fmt;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

use super::ClaimId;
use super::finding::{Fault, Position};
use crate::text::Span;

/// The deepest nesting of lists and mappings that is read. A brief needs six.
pub const DEEPEST: usize = 32;

/// The most values (with keys) that are read. A brief of thirty claims has under a thousand.
pub const MOST_VALUES: usize = 100_000;

/// One step of a [`FieldPath`].
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(String),
    Item(usize),
    Claim(ClaimId),
}

/// The way to a field: `source.authors[0]`, `claims[c1].evidence[0].quote`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldPath(Vec<Step>);

impl FieldPath {
    /// A field of the brief itself.
    pub fn top(name: &str) -> Self {
        Self(Vec::new()).key(name)
    }

    /// The claim of that name; the first of them, should two have it.
    pub fn claim(id: &ClaimId) -> Self {
        let mut path = Self::top("claims");
        path.0.push(Step::Claim(id.clone()));
        path
    }

    /// The field of that name within this one.
    pub fn key(mut self, name: &str) -> Self {
        self.0.push(Step::Key(name.to_owned()));
        self
    }

    /// The item of that index, from 0, within this one.
    pub fn item(mut self, index: usize) -> Self {
        self.0.push(Step::Item(index));
        self
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(name) if i == 0 => f.write_str(name)?,
                Step::Key(name) => write!(f, ".{name}")?,
                Step::Item(index) => write!(f, "[{index}]")?,
                Step::Claim(id) => write!(f, "[{}]", id.0)?,
            }
        }
        Ok(())
    }
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where it begins.
    pub position: Position,
    /// Its bytes in the file.
    pub span: Span,
}

/// A value of the file, with its bytes.
#[derive(Debug)]
pub(super) struct Node {
    pub span: Span,
    pub shape: Shape,
}

#[derive(Debug)]
pub(super) enum Shape {
    /// A text, as the file means it; `block` for `|` and `>`, `plain` for one without quotation marks.
    Scalar { text: String, plain: bool, block: bool },
    /// A mapping; `flow` when it is written with braces.
    Map { entries: Vec<Entry>, flow: bool },
    /// A list; `flow` when it is written with brackets.
    List { items: Vec<Node>, flow: bool },
}

/// A key of a mapping and its value.
#[derive(Debug)]
pub(super) struct Entry {
    pub name: String,
    pub key: Span,
    pub value: Node,
}

impl Node {
    pub(super) fn entries(&self) -> &[Entry] {
        if let Shape::Map { entries, .. } = &self.shape { entries } else { &[] }
    }

    pub(super) fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries().iter().find(|e| e.name == name)
    }

    pub(super) fn items(&self) -> &[Node] {
        if let Shape::List { items, .. } = &self.shape { items } else { &[] }
    }

    pub(super) fn text(&self) -> Option<&str> {
        if let Shape::Scalar { text, .. } = &self.shape { Some(text) } else { None }
    }

    /// Whether it says nothing: YAML's null, or no value at all.
    pub(super) fn is_null(&self) -> bool {
        const NULL: [&str; 5] = ["", "~", "null", "Null", "NULL"];
        matches!(&self.shape, Shape::Scalar { text, plain: true, .. } if NULL.contains(&text.as_str()))
    }

    fn step(&self, step: &Step) -> Option<&Node> {
        match step {
            Step::Key(name) => self.entry(name).map(|e| &e.value),
            Step::Item(index) => self.items().get(*index),
            Step::Claim(id) => {
                self.items().iter().find(|c| c.entry("id").and_then(|e| e.value.text()) == Some(id.0.as_str()))
            }
        }
    }
}

/// A key of a file itself and its value.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// The key.
    pub name: &'a str,
    /// The value, when it is a text, a number or a word.
    pub text: Option<&'a str>,
    /// Where the key stands.
    pub key: Position,
    /// Where the value stands.
    pub position: Position,
}

/// The places of everything in one file.
#[derive(Debug)]
pub struct Places {
    root: Option<Node>,
    lines: Lines,
}

impl Places {
    /// Reads the file's structure.
    ///
    /// # Errors
    /// The first thing that is not the YAML this format allows, with its place.
    pub fn of(file: &str) -> Result<Self, Fault> {
        let body = file.strip_prefix('\u{feff}').unwrap_or(file);
        let mut builder = Builder::new(file, body);
        for event in Parser::new_from_str(body) {
            let (event, span) = event.map_err(|e| builder.misread(&e))?;
            builder.take(event, span)?;
        }
        Ok(Self { root: builder.root, lines: builder.lines })
    }

    /// The place of a field's value: of its key where it has no value; `None` when the file does not have the field.
    pub fn place(&self, path: &FieldPath) -> Option<Place> {
        let mut node = self.root.as_ref()?;
        for step in &path.0 {
            node = node.step(step)?;
        }
        Some(Place { position: self.lines.position(node.span.start().bytes()), span: node.span })
    }

    /// The position of a field, or of the nearest field around it that the file has.
    pub fn nearest(&self, path: &FieldPath) -> Position {
        let mut at = Position::START;
        let mut node = self.root.as_ref();
        for step in &path.0 {
            node = node.and_then(|n| n.step(step));
            match node {
                Some(found) => at = self.lines.position(found.span.start().bytes()),
                None => break,
            }
        }
        at
    }

    /// The keys of the file itself that have a value, in order.
    pub fn fields(&self) -> impl Iterator<Item = Field<'_>> {
        let entries = self.root.iter().flat_map(Node::entries).filter(|entry| !entry.value.is_null());
        entries.map(|entry| Field {
            name: &entry.name,
            text: entry.value.text(),
            key: self.position(entry.key.start().bytes()),
            position: self.position(entry.value.span.start().bytes()),
        })
    }

    /// Whether the file says something, but not as keys with values.
    pub fn is_other_than_fields(&self) -> bool {
        self.root.as_ref().is_some_and(|root| !matches!(root.shape, Shape::Map { .. }) && !root.is_null())
    }

    pub(super) fn root(&self) -> Option<&Node> {
        self.root.as_ref()
    }

    pub(super) fn position(&self, byte: usize) -> Position {
        self.lines.position(byte)
    }
}

/// Bytes to lines and columns, and the parser's characters to bytes.
#[derive(Debug)]
struct Lines {
    text: String,
    starts: Vec<usize>,
}

impl Lines {
    fn of(file: &str) -> Self {
        let after = file.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1);
        Self { text: file.to_owned(), starts: std::iter::once(0).chain(after).collect() }
    }

    fn position(&self, byte: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..byte).unwrap_or_default();
        let marks = usize::from(start == 0 && before.starts_with('\u{feff}'));
        Position { line, column: before.chars().count() - marks + 1 }
    }
}

/// The byte at which each character begins; nothing for ASCII, where the two counts are one.
struct Bytes(Vec<u32>);

impl Bytes {
    fn of(body: &str) -> Self {
        if body.is_ascii() {
            return Self(Vec::new());
        }
        Self(body.char_indices().map(|(i, _)| u32::try_from(i).unwrap_or(u32::MAX)).collect())
    }

    fn at(&self, character: usize, len: usize) -> usize {
        if self.0.is_empty() {
            return character.min(len);
        }
        self.0.get(character).map_or(len, |b| *b as usize)
    }
}

/// A list or mapping that is not yet at its end.
struct Open {
    start: usize,
    flow: bool,
    inside: Inside,
}

enum Inside {
    Map { entries: Vec<Entry>, names: HashSet<String>, key: Option<(String, Span)> },
    List(Vec<Node>),
}

struct Builder {
    lines: Lines,
    bytes: Bytes,
    /// Bytes of the byte order mark, which the parser does not see.
    base: usize,
    open: Vec<Open>,
    root: Option<Node>,
    values: usize,
}

impl Builder {
    fn new(file: &str, body: &str) -> Self {
        let base = file.len() - body.len();
        Self { lines: Lines::of(file), bytes: Bytes::of(body), base, open: Vec::new(), root: None, values: 0 }
    }

    fn span(&self, span: saphyr_parser::Span) -> Span {
        let len = self.lines.text.len() - self.base;
        let byte = |character| self.base + self.bytes.at(character, len);
        Span::new(byte(span.start.index()), byte(span.end.index()))
    }

    fn fault(&self, at: Span, what: impl Into<String>, mend: &str) -> Fault {
        Fault::new(self.lines.position(at.start().bytes()), what, mend)
    }

    fn misread(&self, e: &ScanError) -> Fault {
        let at = Position { line: e.marker().line().max(1), column: e.marker().col() + 1 };
        if e.info().contains("recursion limit") {
            return Self::too_deep(at);
        }
        let text = &self.lines.text;
        let (mend, at) = match text.find('\0') {
            Some(nul) => ("take the NUL character out, or save the file as UTF-8 text", self.lines.position(nul)),
            None => (remedy(e.info()), at),
        };
        Fault::new(at, format!("not YAML: {}", e.info()), mend)
    }

    fn too_deep(at: Position) -> Fault {
        Fault::new(at, format!("nested deeper than {DEEPEST} levels"), "a brief needs no more than six")
    }

    fn take(&mut self, event: Event<'_>, at: saphyr_parser::Span) -> Result<(), Fault> {
        let span = self.span(at);
        match event {
            Event::Alias(_) => Err(self.fault(span, "an alias ('*') is not allowed", "write the value out")),
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_extras(span, anchor, tag.is_some())?;
                let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                let plain = matches!(style, ScalarStyle::Plain);
                let span = if block || plain { span } else { self.within_quotes(span) };
                self.add(span, text.into_owned(), plain, block)
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_extras(span, anchor, tag.is_some())?;
                self.enter(span, Inside::List(Vec::new()))
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_extras(span, anchor, tag.is_some())?;
                self.enter(span, Inside::Map { entries: Vec::new(), names: HashSet::new(), key: None })
            }
            Event::SequenceEnd | Event::MappingEnd => self.leave(span),
            Event::DocumentStart(_) if self.root.is_some() => {
                Err(self.fault(span, "a second document begins", "keep one brief in one file"))
            }
            _ => Ok(()),
        }
    }

    /// A quoted text's span from quote to quote: the parser's may take in a comment behind it.
    fn within_quotes(&self, span: Span) -> Span {
        let start = span.start().bytes();
        let body = self.lines.text.get(start..).unwrap_or_default();
        let mut rest = body.bytes().enumerate().skip(1).peekable();
        while let Some((i, b)) = rest.next() {
            match (body.as_bytes().first(), b) {
                (Some(b'"'), b'\\') => drop(rest.next()),
                (Some(b'\''), b'\'') if rest.peek().is_some_and(|(_, next)| *next == b'\'') => drop(rest.next()),
                (quote, b) if quote == Some(&b) => return Span::new(start, start + i + 1),
                _ => {}
            }
        }
        span
    }

    fn refuse_extras(&self, span: Span, anchor: usize, tagged: bool) -> Result<(), Fault> {
        if anchor > 0 {
            return Err(self.fault(span, "a YAML anchor ('&') is not allowed", "write the value without it"));
        }
        if tagged {
            return Err(self.fault(span, "a YAML tag ('!') is not allowed", "write the value without it"));
        }
        Ok(())
    }

    fn enter(&mut self, span: Span, inside: Inside) -> Result<(), Fault> {
        if self.open.len() >= DEEPEST {
            return Err(Self::too_deep(self.lines.position(span.start().bytes())));
        }
        self.counted(span)?;
        let waiting_key = matches!(self.open.last(), Some(Open { inside: Inside::Map { key: None, .. }, .. }));
        if waiting_key {
            return Err(self.fault(span, "a key is a list or a mapping", "use plain words as keys"));
        }
        self.open.push(Open { start: span.start().bytes(), flow: !span.is_empty(), inside });
        Ok(())
    }

    fn counted(&mut self, span: Span) -> Result<(), Fault> {
        self.values += 1;
        if self.values > MOST_VALUES {
            let what = format!("more than {MOST_VALUES} values");
            return Err(self.fault(span, what, "a brief is a summary and at most 30 claims"));
        }
        Ok(())
    }

    fn leave(&mut self, end: Span) -> Result<(), Fault> {
        let Some(Open { start, flow, inside }) = self.open.pop() else { return Ok(()) };
        let (first, last, shape) = match inside {
            Inside::Map { entries, .. } => {
                let first = entries.first().map(|e| e.key.start().bytes());
                let last = entries.last().map(|e| e.value.span.end().bytes());
                (first, last, Shape::Map { entries, flow })
            }
            Inside::List(items) => {
                let last = items.last().map(|n| n.span.end().bytes());
                (None, last, Shape::List { items, flow })
            }
        };
        let span = if flow {
            Span::new(start, closing(&self.lines.text, last.unwrap_or(start + 1)).unwrap_or(end.end().bytes()))
        } else {
            Span::new(first.unwrap_or(start), last.unwrap_or(start))
        };
        self.put(Node { span, shape })
    }

    fn add(&mut self, span: Span, text: String, plain: bool, block: bool) -> Result<(), Fault> {
        self.counted(span)?;
        if let Some(Open { inside: Inside::Map { names, key: key @ None, .. }, .. }) = self.open.last_mut() {
            if !names.insert(text.clone()) {
                return Err(self.fault(span, format!("the key '{text}' stands twice"), "keep one of the two"));
            }
            *key = Some((text, span));
            return Ok(());
        }
        self.put(Node { span, shape: Shape::Scalar { text, plain, block } })
    }

    fn put(&mut self, mut node: Node) -> Result<(), Fault> {
        match self.open.last_mut().map(|open| &mut open.inside) {
            None => self.root = Some(node),
            Some(Inside::List(items)) => items.push(node),
            Some(Inside::Map { entries, key, .. }) => {
                let Some((name, key)) = key.take() else { return Ok(()) };
                let block = matches!(node.shape, Shape::Scalar { block: true, .. });
                let empty = matches!(node.shape, Shape::Scalar { plain: true, .. }) && node.span.is_empty();
                node.span = match () {
                    () if empty => Span::new(key.end(), key.end()),
                    () if block => header_span(&self.lines.text, key, node.span),
                    () => node.span,
                };
                entries.push(Entry { name, key, value: node });
            }
        }
        Ok(())
    }
}

/// What to do about what the parser says.
fn remedy(said: &str) -> &'static str {
    const REMEDIES: [(&str, &str); 7] = [
        ("tab", "indent with spaces instead of tabs"),
        ("trailing content", "put the whole text into quotation marks, and those inside of it behind a \\"),
        ("quoted scalar", "end the text with the quotation mark that it begins with"),
        ("flow sequence", "end the list with ']'"),
        ("flow mapping", "end the keys with '}'"),
        ("block collection", "let lists and keys that belong together begin in one column"),
        ("block mapping", "let keys that belong together begin in one column"),
    ];
    let known = REMEDIES.into_iter().find(|(part, _)| said.contains(part));
    known.map_or("put text with ':', '#' or quotation marks into quotes", |(_, remedy)| remedy)
}

/// A block's span from its header to the end of its last line: the parser's begins with its first word.
fn header_span(file: &str, key: Span, span: Span) -> Span {
    let all = Span::new(key.end(), span.end()).slice(file).unwrap_or_default();
    let header = all.find(['|', '>']).unwrap_or_default();
    let end = all.trim_end_matches(['\r', '\n', ' ']).len();
    Span::new(key.end().plus(header), key.end().plus(end))
}

/// The byte behind the bracket that closes a list or mapping whose last value ends at `from`: the parser's span may take
/// in a comment behind it.
fn closing(file: &str, from: usize) -> Option<usize> {
    let mut comment = false;
    for (i, b) in file.bytes().enumerate().skip(from) {
        match b {
            b'\n' => comment = false,
            b'#' => comment = true,
            b']' | b'}' if !comment => return Some(i + 1),
            _ => {}
        }
    }
    None
}
