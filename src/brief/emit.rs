//! Writes a brief as its file: format 1, laid out as the documentation shows it. What is written reads back as the same
//! brief, whatever is in it. Nothing that could act on a terminal or mislead an eye is written raw: it is escaped.

use unicode_width::UnicodeWidthStr;

use super::{Anchor, ArticleRef, Brief, Claim, Made, Passage, Source};
use crate::article::{Edtf, ParagraphNo};
use crate::text::safe::stand_in;

/// The format that is written, and the newest that is read.
pub const FORMAT: u32 = 1;

/// The column at which prose is folded.
const COLUMNS: usize = 100;

/// The longest key, in bytes with its escapes, that may stand without `?`. The limit is 1024 from where it begins.
const LONGEST_KEY: usize = 800;

/// What a brief is in its file: values, and how each is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Null,
    Bool(bool),
    Number(u64),
    /// Always in double quotes: sentences, hashes, dates, ids.
    Quoted(String),
    /// A name or a word: without quotes where nothing can misread it.
    Words(String),
    /// A folded block where that keeps every character, else in double quotes.
    Prose(String),
    /// A list on one line.
    List(Vec<Value>),
    /// A list of an item a line.
    Items(Vec<Value>),
    /// A mapping on one line.
    Pairs(Vec<(String, Value)>),
    /// A mapping of a key a line.
    Fields(Vec<(String, Value)>),
    /// YAML that stands on one line, as it is.
    Raw(String),
    /// An item of a list, and by what it is known there. Only the item is written.
    Known(String, Box<Value>),
}

impl Value {
    /// What is written of it.
    pub(super) fn bare(&self) -> &Self {
        if let Self::Known(_, value) = self { value } else { self }
    }
}

/// The whole file of a brief.
pub fn write(brief: &Brief) -> String {
    let mut out = String::new();
    write_fields(&mut out, &fields(brief), 0, "\n");
    out
}

/// The fields of a brief, in the order of the file.
pub(super) fn fields(brief: &Brief) -> Vec<(String, Value)> {
    vec![
        field("epitome", Value::Number(u64::from(FORMAT))),
        field("title", quoted_or_null(brief.title.as_deref())),
        field("label", quoted_or_null(brief.label.as_deref())),
        field("source", source(&brief.source)),
        field("summary", Value::Prose(brief.summary.clone())),
        field("summary_evidence", items(brief.summary_evidence.iter().map(anchor).collect())),
        field("claims", items(brief.claims.iter().map(claim).collect())),
        field("topics", Value::List(brief.topics.iter().map(words).collect())),
        field("made", made(&brief.made)),
    ]
}

fn source(source: &Source) -> Value {
    Value::Fields(vec![
        field("publisher", words_or_null(source.publisher.as_ref())),
        field("authors", Value::List(source.authors.iter().map(words).collect())),
        field("published", date_or_null(source.published)),
        field("kind", words(source.kind.name())),
        field("url", quoted_or_null(source.url.as_deref())),
        field("language", words_or_null(source.language.as_ref())),
        field("article", source.article.as_ref().map_or(Value::Null, article)),
        field("standfirst", quoted_or_null(source.standfirst.as_deref())),
    ])
}

fn article(article: &ArticleRef) -> Value {
    let numbers = |list: &[ParagraphNo]| list.iter().map(|n| Value::Number(u64::from(n.get()))).collect();
    let kinds = article.kinds.iter().map(|(kind, list)| field(kind.name(), Value::List(numbers(list)))).collect();
    Value::Pairs(vec![
        field("sha256", quoted(&article.sha256)),
        field("origin_sha256", quoted_or_null(article.origin_sha256.as_deref())),
        field("cleaner", quoted_or_null(article.cleaner.as_deref())),
        field("words", number(article.words)),
        field("paragraphs", number(article.paragraphs)),
        field("kinds", Value::Pairs(kinds)),
    ])
}

fn claim(claim: &Claim) -> Value {
    let mut fields = vec![
        field("id", quoted(&claim.id.0)),
        field("claim", quoted(&claim.text)),
        field("kind", words(claim.kind.name())),
    ];
    fields.extend(claim.said_by.as_ref().map(|name| field("said_by", words(name))));
    fields.extend(claim.when.map(|when| field("when", date_or_null(Some(when)))));
    fields.push(field("evidence", items(claim.evidence.iter().map(anchor).collect())));
    fields.push(field("unsupported", Value::Bool(claim.unsupported)));
    Value::Fields(fields)
}

pub(super) fn anchor(anchor: &Anchor) -> Value {
    let mut pairs = Vec::new();
    pairs.extend(anchor.paragraph.map(|no| field("paragraph", Value::Number(u64::from(no.get())))));
    pairs.extend(
        anchor
            .span
            .map(|span| field("span", Value::List(vec![number(span.start().bytes()), number(span.end().bytes())]))),
    );
    match &anchor.passage {
        Passage::Quote { text, before, after } => {
            pairs.push(field("quote", quoted(text)));
            pairs.extend(before.as_deref().map(|t| field("before", quoted(t))));
            pairs.extend(after.as_deref().map(|t| field("after", quoted(t))));
        }
        Passage::Digest { digest, length } => {
            pairs.push(field("digest", quoted(digest)));
            pairs.push(field("length", number(*length)));
        }
    }
    Value::Pairs(pairs)
}

fn made(made: &Made) -> Value {
    Value::Pairs(vec![
        field("by", words(&made.by)),
        field("version", words(&made.version)),
        field("on", date_or_null(made.on)),
        field("status", words(made.status.name())),
        field("fields", Value::Pairs(made.fields.iter().map(|(name, hash)| field(name, quoted(hash))).collect())),
    ])
}

pub(super) fn field(name: &str, value: Value) -> (String, Value) {
    (name.to_owned(), value)
}

fn items(values: Vec<Value>) -> Value {
    if values.is_empty() { Value::List(values) } else { Value::Items(values) }
}

fn number(n: usize) -> Value {
    Value::Number(n as u64)
}

pub(super) fn quoted(text: &str) -> Value {
    Value::Quoted(text.to_owned())
}

fn quoted_or_null(text: Option<&str>) -> Value {
    text.map_or(Value::Null, quoted)
}

pub(super) fn words(text: impl AsRef<str>) -> Value {
    Value::Words(text.as_ref().to_owned())
}

fn words_or_null(text: Option<&String>) -> Value {
    text.map_or(Value::Null, words)
}

fn date_or_null(date: Option<Edtf>) -> Value {
    date.map_or(Value::Null, |d| Value::Quoted(d.to_string()))
}

/// Writes the lines of a mapping's fields, each indented by `indent` columns and ended by `newline`.
pub(super) fn write_fields(out: &mut String, fields: &[(String, Value)], indent: usize, newline: &str) {
    for (i, (name, value)) in fields.iter().enumerate() {
        if i > 0 || out.is_empty() || out.ends_with('\n') {
            out.extend(std::iter::repeat_n(' ', indent));
        }
        out.push_str(&key(name));
        write_value(out, value, indent, newline);
        out.push_str(newline);
    }
}

/// Writes the lines of a list, each item behind a dash at column `indent`.
pub(super) fn write_items(out: &mut String, items: &[Value], indent: usize, newline: &str) {
    for item in items {
        out.extend(std::iter::repeat_n(' ', indent));
        out.push_str("- ");
        match item.bare() {
            Value::Fields(fields) if !fields.is_empty() => write_fields(out, fields, indent + 2, newline),
            other => {
                out.push_str(&inline(other));
                out.push_str(newline);
            }
        }
    }
}

/// Writes what follows the colon of a key that stands at column `indent`, without the line's end.
pub(super) fn write_value(out: &mut String, value: &Value, indent: usize, newline: &str) {
    match value {
        Value::Items(items) if !items.is_empty() => {
            out.push_str(newline);
            write_items(out, items, indent + 2, newline);
            drop_newline(out);
        }
        Value::Fields(fields) if !fields.is_empty() => {
            out.push_str(newline);
            write_fields(out, fields, indent + 2, newline);
            drop_newline(out);
        }
        Value::Prose(text) if can_fold(text) => {
            out.push_str(" >-");
            fold(out, text, indent + 2, newline);
        }
        other => {
            out.push(' ');
            out.push_str(&inline(other));
        }
    }
}

fn drop_newline(out: &mut String) {
    if out.ends_with('\n') {
        out.pop();
    }
    if out.ends_with('\r') {
        out.pop();
    }
}

/// A value on one line, as it may stand anywhere.
pub(super) fn inline(value: &Value) -> String {
    let list = |values: &[Value]| values.iter().map(inline).collect::<Vec<_>>().join(", ");
    match value {
        Value::Null => "null".to_owned(),
        Value::Known(_, value) => inline(value),
        Value::Raw(yaml) => yaml.clone(),
        Value::Bool(b) => b.to_string(),
        Value::Number(n) => n.to_string(),
        Value::Words(text) if is_plain(text) => text.clone(),
        Value::Words(text) | Value::Quoted(text) | Value::Prose(text) => quote(text),
        Value::List(values) | Value::Items(values) => format!("[{}]", list(values)),
        Value::Pairs(pairs) | Value::Fields(pairs) => {
            let pairs: Vec<String> = pairs.iter().map(|(name, v)| format!("{} {}", key(name), inline(v))).collect();
            format!("{{{}}}", pairs.join(", "))
        }
    }
}

/// A key with its colon. `on` is quoted, since older YAML takes it for a truth value.
pub(super) fn key(name: &str) -> String {
    let name = if is_plain(name) { name.to_owned() } else { quote(name) };
    if name.len() > LONGEST_KEY { format!("? {name} :") } else { format!("{name}:") }
}

/// Whether a text means itself without quotes, in every YAML there is: words that begin with a letter and are no truth
/// value, number or null in any version; or a version of three numbers.
fn is_plain(text: &str) -> bool {
    const TAKEN: [&str; 13] =
        ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf", "infinity", "none"];
    let allowed = |c: char| c.is_alphanumeric() || " -_./()’'&+".contains(c);
    // A hyphen that stands alone may be taken for the mark of a list.
    let begins = text.starts_with(char::is_alphabetic) && !text.ends_with([' ', '-']) && !text.contains(" -");
    let named = begins && text.chars().all(allowed) && !TAKEN.contains(&text.to_ascii_lowercase().as_str());
    named && text.len() <= COLUMNS || is_version(text)
}

fn is_version(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    parts.len() == 3 && parts.iter().all(|p| (1..=6).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
}

/// A text in double quotes, with everything escaped that YAML does not take as it is or that must not be seen raw.
fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ if stand_in(c).is_none() => out.push(c),
            _ => match u32::from(c) {
                n @ ..=0xff => out.push_str(&format!("\\x{n:02x}")),
                n @ ..=0xffff => out.push_str(&format!("\\u{n:04x}")),
                n => out.push_str(&format!("\\U{n:08x}")),
            },
        }
    }
    out.push('"');
    out
}

/// Whether a folded block keeps every character: words parted by single spaces, in paragraphs parted by line breaks.
pub(super) fn can_fold(text: &str) -> bool {
    let safe = |c: char| c != '\t' && (c == '\n' || stand_in(c).is_none());
    let whole = |line: &str| line.split(' ').all(|word| !word.is_empty());
    let edges = text.starts_with('\n') || text.ends_with('\n');
    !edges && text.chars().all(safe) && text.split('\n').filter(|line| !line.is_empty()).all(whole) && !text.is_empty()
}

/// Writes the lines of a folded block, beginning with the line break after its header.
pub(super) fn fold(out: &mut String, text: &str, indent: usize, newline: &str) {
    for (i, line) in text.split('\n').enumerate() {
        // A line break of the text is one more in the block, where a single one is only a fold.
        if i > 0 {
            out.push_str(newline);
        }
        let mut column = COLUMNS;
        for word in line.split(' ').filter(|word| !word.is_empty()) {
            let width = word.width();
            if column + 1 + width > COLUMNS {
                out.push_str(newline);
                out.extend(std::iter::repeat_n(' ', indent));
                column = indent;
            } else {
                out.push(' ');
                column += 1;
            }
            out.push_str(word);
            column += width;
        }
    }
}
