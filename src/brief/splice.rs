//! Changes a brief file where the brief has changed, and leaves every other byte as it was: comments, order, unknown
//! keys, indentation, line ends. The result is read again before it is handed out; when it is not the brief that was
//! wanted, nothing is handed out. Never rewrites a file whole.

use super::Brief;
use super::emit::{Value, can_fold, fields, fold, inline, key, write_fields, write_items, write_value};
use super::finding::{Fault, Position};
use super::place::{Entry, Node, Shape};
use super::yaml::{self, Loaded};
use crate::text::{Offset, Span};

/// The longest line that a single-line value may make, in bytes, before it is written as a block.
const LONG: usize = 100;

/// The file of `loaded`, changed so that it reads as `wanted`.
///
/// # Errors
/// When the file is laid out so that a change would disturb the rest; the fault says where the file stands.
pub fn revise(loaded: &Loaded, wanted: &Brief) -> Result<String, Fault> {
    let newline = if loaded.text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut splice = Splice { text: &loaded.text, newline, edits: Vec::new() };
    if let Some(root) = loaded.places.root() {
        splice.map(root, &fields(&loaded.brief), &fields(wanted));
    }
    let file = splice.finish();
    match yaml::read(file.as_bytes()) {
        Ok(again) if again.brief == *wanted => Ok(file),
        Ok(_) => Err(undone(Position::START)),
        Err(fault) => Err(undone(Position { line: fault.line, column: fault.column })),
    }
}

fn undone(at: Position) -> Fault {
    let what = "the file is laid out so that this cannot be changed without disturbing the rest";
    Fault::new(at, what, "change it in an editor")
}

type Field = (String, Value);

struct Splice<'a> {
    text: &'a str,
    newline: &'a str,
    edits: Vec<(Span, String)>,
}

/// What becomes of a list's items: those of the file by index, those that are new by what they are.
enum Step<'v> {
    Keep(usize, &'v Value, &'v Value),
    Remove(usize),
    Insert(&'v Value),
}

impl Splice<'_> {
    fn finish(mut self) -> String {
        self.edits.sort_by_key(|(span, _)| *span);
        let (mut out, mut from) = (String::with_capacity(self.text.len()), Offset::default());
        for (span, new) in &self.edits {
            out.push_str(Span::new(from, span.start().max(from)).slice(self.text).unwrap_or_default());
            out.push_str(new);
            from = span.end().max(from);
        }
        out.push_str(self.text.get(from.bytes()..).unwrap_or_default());
        out
    }

    fn edit(&mut self, from: usize, to: usize, new: impl Into<String>) {
        self.edits.push((Span::new(from, to), new.into()));
    }

    fn map(&mut self, node: &Node, old: &[Field], new: &[Field]) {
        let Shape::Map { entries, flow } = &node.shape else { return };
        let wanted = |name: &str| new.iter().any(|(n, _)| n == name);
        let gone: Vec<bool> =
            entries.iter().map(|e| !wanted(&e.name) && old.iter().any(|(n, _)| *n == e.name)).collect();
        let mut before = None;
        for (name, value) in new {
            let was = old.iter().find(|(n, _)| n == name).map(|(_, v)| v);
            match entries.iter().position(|e| e.name == *name) {
                Some(i) => {
                    if let Some(entry) = entries.get(i).filter(|_| was != Some(value)) {
                        self.value(entry, was.unwrap_or(&Value::Null), value, *flow);
                    }
                    before = Some(i);
                }
                None if was != Some(value) => self.insert_field(entries, before, &gone, (name, value), *flow),
                None => {}
            }
        }
        if *flow {
            let slots: Vec<(usize, usize)> = entries.iter().map(|e| (e.key.start().bytes(), self.end(e))).collect();
            self.remove_slots(&slots, &gone);
        } else {
            self.remove_lines(entries, &gone);
        }
    }

    fn insert_field(
        &mut self,
        entries: &[Entry],
        before: Option<usize>,
        gone: &[bool],
        (name, value): (&str, &Value),
        flow: bool,
    ) {
        let kept = before.and_then(|i| (0..=i).rev().find(|i| gone.get(*i) == Some(&false)));
        let Some(first) = entries.first().map(|e| e.key.start().bytes()) else { return };
        let field = [(name.to_owned(), value.clone())];
        let pair = format!("{} {}", key(name), inline(value));
        match kept.and_then(|i| entries.get(i)) {
            Some(entry) if flow => self.edit(self.end(entry), self.end(entry), format!(", {pair}")),
            None if flow => self.edit(first, first, format!("{pair}, ")),
            Some(entry) => {
                let mut lines = String::new();
                write_fields(&mut lines, &field, self.column(first), self.newline);
                self.insert_lines(self.end(entry), lines);
            }
            None => {
                // A leading character keeps the first line from being indented: the cursor already stands there.
                let mut lines = String::from(" ");
                write_fields(&mut lines, &field, self.column(first), self.newline);
                lines.extend(std::iter::repeat_n(' ', self.column(first)));
                self.edit(first, first, lines.trim_start_matches(' '));
            }
        }
    }

    /// Takes out the lines of block entries.
    fn remove_lines(&mut self, entries: &[Entry], gone: &[bool]) {
        for (i, entry) in entries.iter().enumerate().filter(|(i, _)| gone.get(*i) == Some(&true)) {
            let start = entry.key.start().bytes();
            let line = self.line_start(start);
            let alone = self.text.get(line..start).is_some_and(|t| t.trim().is_empty());
            match entries.get(i + 1) {
                // The first key behind a dash: the next takes its place.
                Some(next) if !alone => self.edit(start, next.key.start().bytes(), ""),
                _ => self.edit(line, self.line_end(self.end(entry)), ""),
            }
        }
    }

    /// Takes out items of a list or mapping on one line, with the comma that parted them.
    fn remove_slots(&mut self, slots: &[(usize, usize)], gone: &[bool]) {
        let first_kept = gone.iter().position(|g| !g).unwrap_or(gone.len());
        for (i, (start, end)) in slots.iter().enumerate().filter(|(i, _)| gone.get(*i) == Some(&true)) {
            let before = i.checked_sub(1).filter(|_| i > first_kept).and_then(|b| slots.get(b));
            match (before, slots.get(i + 1)) {
                (Some((_, from)), _) => self.edit(*from, *end, ""),
                (None, Some((next, _))) => self.edit(*start, *next, ""),
                (None, None) => self.edit(*start, *end, ""),
            }
        }
    }

    fn value(&mut self, entry: &Entry, old: &Value, new: &Value, flow: bool) {
        let node = &entry.value;
        match (&node.shape, old, new) {
            (Shape::Map { entries, .. }, Value::Fields(a) | Value::Pairs(a), Value::Fields(b) | Value::Pairs(b))
                if entries.iter().any(|e| keeps(e, a, b)) =>
            {
                self.map(node, a, b);
            }
            (Shape::List { items, .. }, Value::List(a) | Value::Items(a), Value::List(b) | Value::Items(b))
                if items.len() == a.len() && !a.is_empty() && !b.is_empty() =>
            {
                let steps = steps(a, b);
                if steps.iter().any(|s| matches!(s, Step::Keep(..))) {
                    self.list(node, &steps);
                } else {
                    self.replace(entry, new, flow);
                }
            }
            _ => self.replace(entry, new, flow),
        }
    }

    fn list(&mut self, node: &Node, steps: &[Step<'_>]) {
        let Shape::List { items, flow } = &node.shape else { return };
        let mut gone = vec![false; items.len()];
        let mut kept: Option<usize> = None;
        let mut leading = Vec::new();
        for step in steps {
            match step {
                Step::Remove(i) => gone.iter_mut().skip(*i).take(1).for_each(|g| *g = true),
                Step::Keep(i, old, new) => {
                    if let Some(item) = items.get(*i) {
                        self.item(item, old, new);
                    }
                    kept = Some(*i);
                }
                Step::Insert(new) => match kept.and_then(|i| items.get(i)) {
                    Some(item) => self.insert_item(item, new, *flow),
                    None => leading.push(*new),
                },
            }
        }
        if let Some(first) = items.first() {
            self.insert_leading(first, &leading, *flow);
        }
        if *flow {
            let slots: Vec<_> = items.iter().map(|n| (n.span.start().bytes(), n.span.end().bytes())).collect();
            self.remove_slots(&slots, &gone);
            return;
        }
        for (item, _) in items.iter().zip(&gone).filter(|(_, gone)| **gone) {
            if let Some(dash) = self.dash(item) {
                self.edit(self.line_start(dash), self.line_end(item.span.end().bytes()), "");
            }
        }
    }

    fn item(&mut self, item: &Node, old: &Value, new: &Value) {
        match (&item.shape, old, new) {
            _ if old == new => {}
            (Shape::Map { entries, .. }, Value::Fields(a) | Value::Pairs(a), Value::Fields(b) | Value::Pairs(b))
                if entries.iter().any(|e| keeps(e, a, b)) =>
            {
                self.map(item, a, b);
            }
            _ => self.edit(item.span.start().bytes(), item.span.end().bytes(), inline(new)),
        }
    }

    fn insert_item(&mut self, after: &Node, new: &Value, flow: bool) {
        let end = after.span.end().bytes();
        if flow {
            self.edit(end, end, format!(", {}", inline(new)));
        } else if let Some(dash) = self.dash(after) {
            let mut lines = String::new();
            write_items(&mut lines, std::slice::from_ref(new), self.column(dash), self.newline);
            self.insert_lines(end, lines);
        }
    }

    fn insert_leading(&mut self, first: &Node, new: &[&Value], flow: bool) {
        for value in new {
            if flow {
                let start = first.span.start().bytes();
                self.edit(start, start, format!("{}, ", inline(value)));
            } else if let Some(dash) = self.dash(first) {
                let (line, column) = (self.line_start(dash), self.column(dash));
                let mut lines = String::new();
                write_items(&mut lines, std::slice::from_ref(*value), column, self.newline);
                self.edit(line, line, lines);
            }
        }
    }

    /// Writes a new value in the place of a key's old one. What is on one line stays on one, where it is not too long.
    fn replace(&mut self, entry: &Entry, new: &Value, flow: bool) {
        let (start, end) = (entry.value.span.start().bytes(), entry.value.span.end().bytes());
        let colon = self.colon(entry);
        let rest = self.text.get(end.max(colon)..self.line_end(end.max(colon))).unwrap_or_default();
        let open = !flow && rest.trim().is_empty();
        match (&entry.value.shape, new) {
            (Shape::Scalar { block: true, .. }, _) => self.replace_block(entry, new),
            (Shape::Map { flow: false, .. } | Shape::List { flow: false, .. }, _) => {
                self.edit(colon, colon, format!(" {}", inline(new)));
                let first = entry.value.entries().first().map(|e| e.key.start().bytes());
                let first = first.or_else(|| entry.value.items().first().and_then(|i| self.dash(i)));
                self.edit(self.line_start(first.unwrap_or(start)), self.line_end(end), "");
            }
            (_, Value::Items(_) | Value::Fields(_)) if open => self.replace_line(entry, new, colon, end),
            (_, Value::Prose(text)) if open && text.len() > LONG => self.replace_line(entry, new, colon, end),
            _ if entry.value.span.is_empty() => self.edit(colon, colon, format!(" {}", inline(new))),
            _ => self.edit(start, end, inline(new)),
        }
    }

    fn replace_line(&mut self, entry: &Entry, new: &Value, colon: usize, end: usize) {
        let mut lines = String::new();
        write_value(&mut lines, new, self.column(entry.key.start().bytes()), self.newline);
        self.edit(colon, end.max(colon), lines);
    }

    /// A block stays a block where the new text allows it, and its header keeps its comment.
    fn replace_block(&mut self, entry: &Entry, new: &Value) {
        let (start, end) = (entry.value.span.start().bytes(), entry.value.span.end().bytes());
        let header_end = self.line_end(start).min(end);
        let header = self.text.get(start..header_end).unwrap_or_default().trim_end();
        let indicator = header.split(' ').next().unwrap_or_default().len();
        let comment = header.get(indicator..).unwrap_or_default();
        let column = self.column(entry.key.start().bytes());
        let body = self.text.get(header_end..end).unwrap_or_default();
        let indent = body.lines().find(|l| !l.trim().is_empty()).map_or(0, |l| l.len() - l.trim_start().len());
        let text = match new {
            Value::Prose(text) | Value::Quoted(text) | Value::Words(text) if can_fold(text) => {
                let mut block = format!(">-{comment}");
                fold(&mut block, text, indent.max(column + 1), self.newline);
                block
            }
            other => format!("{}{comment}", inline(other)),
        };
        self.edit(start, end, text);
    }

    /// Puts lines behind the line on which `at` stands.
    fn insert_lines(&mut self, at: usize, lines: String) {
        let next = self.line_end(at);
        if self.text.get(..next).is_some_and(|t| t.ends_with('\n')) {
            self.edit(next, next, lines);
        } else {
            let lines = format!("{}{}", self.newline, lines.trim_end_matches(['\r', '\n']));
            self.edit(next, next, lines);
        }
    }

    /// Where an entry ends: behind its value, or behind its colon when it has none.
    fn end(&self, entry: &Entry) -> usize {
        entry.value.span.end().bytes().max(self.colon(entry))
    }

    /// The byte behind an entry's colon.
    fn colon(&self, entry: &Entry) -> usize {
        let end = entry.key.end().bytes();
        let rest = self.text.get(end..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        if rest.get(blank..).is_some_and(|t| t.starts_with(':')) { end + blank + 1 } else { end }
    }

    /// The dash of a block list's item: the first thing on its line, or on a line above it with nothing but comments.
    fn dash(&self, item: &Node) -> Option<usize> {
        let mut at = item.span.start().bytes();
        loop {
            let line = self.line_start(at);
            let before = self.text.get(line..at)?;
            let blank = before.len() - before.trim_start().len();
            match before.trim_start().chars().next() {
                Some('-') => return Some(line + blank),
                None | Some('#') => at = line.checked_sub(1)?,
                Some(_) => return None,
            }
        }
    }

    fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|t| t.rfind('\n')).map_or(0, |i| i + 1)
    }

    /// The byte behind the line break of the line on which `at` stands.
    fn line_end(&self, at: usize) -> usize {
        self.text.get(at..).and_then(|t| t.find('\n')).map_or(self.text.len(), |i| at + i + 1)
    }

    fn column(&self, at: usize) -> usize {
        let line = self.text.get(self.line_start(at)..at).unwrap_or_default();
        line.trim_start_matches('\u{feff}').chars().count()
    }
}

/// Whether an entry stays when a mapping goes from `old` to `new`.
fn keeps(entry: &Entry, old: &[Field], new: &[Field]) -> bool {
    let in_list = |list: &[Field]| list.iter().any(|(name, _)| *name == entry.name);
    in_list(new) || !in_list(old)
}

/// How a list becomes another: claims are known by their ids; other items by what they are, from both ends.
fn steps<'v>(old: &'v [Value], new: &'v [Value]) -> Vec<Step<'v>> {
    by_id(old, new).unwrap_or_else(|| from_both_ends(old, new))
}

fn by_id<'v>(old: &'v [Value], new: &'v [Value]) -> Option<Vec<Step<'v>>> {
    let olds: Vec<&str> = old.iter().map(id).collect::<Option<_>>()?;
    let (mut steps, mut next) = (Vec::new(), 0);
    for value in new {
        let wanted = id(value)?;
        match olds.iter().position(|o| *o == wanted) {
            Some(at) if at >= next => {
                steps.extend((next..at).map(Step::Remove));
                steps.push(Step::Keep(at, old.get(at)?, value));
                next = at + 1;
            }
            Some(_) => return None,
            None => steps.push(Step::Insert(value)),
        }
    }
    steps.extend((next..old.len()).map(Step::Remove));
    Some(steps)
}

fn id(value: &Value) -> Option<&str> {
    match value {
        Value::Fields(fields) => fields.iter().find_map(|(name, v)| match v {
            Value::Quoted(id) if name == "id" => Some(id.as_str()),
            _ => None,
        }),
        _ => None,
    }
}

fn from_both_ends<'v>(old: &'v [Value], new: &'v [Value]) -> Vec<Step<'v>> {
    let same = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - same;
    let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    let paired = same + (old_end - same).min(new_end - same);
    let keep = |a: usize, b: usize| Some(Step::Keep(a, old.get(a)?, new.get(b)?));
    let head = (0..paired).filter_map(|i| keep(i, i));
    let removed = (paired..old_end).map(Step::Remove);
    let inserted = new.get(paired..new_end).unwrap_or_default().iter().map(Step::Insert);
    let tail = (0..tail).filter_map(|i| keep(old_end + i, new_end + i));
    head.chain(removed).chain(inserted).chain(tail).collect()
}
