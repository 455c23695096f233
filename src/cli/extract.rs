//! `epitome extract`: the clean article of each file, and what is known of its source, to standard output. Writes no file.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use clap::Args as ClapArgs;
use serde_json::{Map, Value, json};

use crate::article::Paragraph;
use crate::cli::add::inputs::found;
use crate::cli::ahead::{Ahead, Failed};
use crate::cli::{Failure, Out, Outcome, Ran, message};
use crate::ingest::{self, Extracted, Field, Hint, IngestError, Metadata, file};
use crate::library::making;
use crate::text::safe;

/// In bytes, what makes an input a large one.
const LARGE: usize = 4 << 20;
/// How long one waits at a time for what is worked on.
const PATIENCE: Duration = Duration::from_secs(60);

/// What `epitome extract` is told.
#[derive(ClapArgs)]
pub struct Args {
    /// Files of any format, or addresses of pages; `-` reads standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// JSON: one document; of several files one a line.
    #[arg(long)]
    json: bool,
    /// Say where each field of the source was found and how sure it is.
    #[arg(long)]
    explain: bool,
}

/// Extracts every file.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let files = Arc::new(expanded(&args.files));
    let print = |file: &Path, extracted: &Extracted, out: &mut Out| print(args, file, files.len() > 1, extracted, out);
    each(&files, out, |_, bytes, hint| ingest::extract(bytes, &hint), print)
}

/// Works on every input on all cores and prints what comes of each, in their order; one that cannot be read is named, and
/// the rest still come out.
pub(super) fn each<T: Send + 'static>(
    inputs: &Arc<Vec<PathBuf>>,
    out: &mut Out,
    work: impl Fn(&Path, Vec<u8>, Hint) -> Result<T, IngestError> + Send + Sync + 'static,
    print: impl Fn(&Path, &T, &mut Out) -> Result<(), Failure>,
) -> Ran {
    let mut failures = Vec::new();
    let ahead = Ahead::start(Arc::clone(inputs), reading(work));
    for input in inputs.iter() {
        let done = std::iter::repeat_with(|| ahead.next(PATIENCE)).find_map(|done| done);
        match done.unwrap_or(Err(Failed)).unwrap_or_else(|failed| Err(failed.into())) {
            Ok(what) => print(input, &what, out)?,
            Err(e) => {
                failures.push(format!("{}: {e}", input.display()));
                if e.goes_on() {
                    break; // Its work cannot be stopped but by ending the program.
                }
            }
        }
    }
    let Some(last) = failures.pop() else { return Ok(Outcome::Done) };
    out.flush()?;
    failures.iter().for_each(|line| message(line));
    Err(Failure(last))
}

/// Reads an input, and does the work on its bytes. Large ones are taken one at a time, whatever thread does so: the memory of
/// the program is measured as a whole.
pub(super) fn reading<T>(
    work: impl Fn(&Path, Vec<u8>, Hint) -> Result<T, IngestError> + Send + Sync,
) -> impl Fn(&PathBuf) -> Result<T, IngestError> + Send + Sync {
    let large = Mutex::new(());
    move |input| {
        let (bytes, hint) = read(input)?;
        let _alone = (bytes.len() > LARGE).then(|| large.lock());
        work(input, bytes, hint)
    }
}

/// The files that were named, and those that a pattern finds which the shell has left as it is.
pub(super) fn expanded(files: &[PathBuf]) -> Vec<PathBuf> {
    files
        .iter()
        .flat_map(|file| found(file).filter(|found| !found.is_empty()).unwrap_or_else(|| vec![file.clone()]))
        .collect()
}

/// The line above one of several articles.
pub(super) fn heading(file: &Path, follows: bool) -> String {
    let parted = if follows { "\n" } else { "" };
    format!("{parted}==> {} <==\n", safe::line(&file.to_string_lossy()))
}

/// The bytes of an input and what is known of them: a file, an address, or `-` for standard input.
///
/// # Errors
/// When it cannot be read or fetched.
pub(super) fn read(input: &Path) -> Result<(Vec<u8>, Hint), IngestError> {
    if input.as_os_str() == "-" {
        Ok((file::read_all(io::stdin().lock())?, Hint::default()))
    } else {
        making::read(input)
    }
}

fn print(args: &Args, file: &Path, several: bool, extracted: &Extracted, out: &mut Out) -> Result<(), Failure> {
    if args.json {
        let mut document = as_json(extracted);
        if several {
            document.insert("file".to_owned(), json!(file.to_string_lossy()));
        }
        if args.explain {
            document.insert("explain".to_owned(), Value::Object(explained(&extracted.metadata)));
        }
        return out.json(&Value::Object(document));
    }
    if several {
        out.text(&heading(file, out.has_written()))?;
    }
    if args.explain {
        print_explained(&explained(&extracted.metadata), out)?;
    }
    out.text(&extracted.article.to_file())
}

fn as_json(extracted: &Extracted) -> Map<String, Value> {
    let m = &extracted.metadata;
    let paragraph = |p: &Paragraph| json!({"text": p.text, "kind": p.kind.name()});
    let paragraphs: Vec<Value> = extracted.article.paragraphs().iter().map(paragraph).collect();
    let document = json!({
        "version": 1,
        "title": m.title.as_ref().map(|f| &f.value),
        "authors": m.authors.as_ref().map_or(&[][..], |f| &f.value),
        "published": m.published.as_ref().map(|f| f.value.to_string()),
        "publisher": m.publisher.as_ref().map(|f| &f.value),
        "url": m.url.as_ref().map(|f| &f.value),
        "language": m.language.as_ref().map(|f| &f.value),
        "kind": m.kind.as_ref().map(|f| f.value.name()),
        "standfirst": m.standfirst.as_ref().map(|f| &f.value),
        "paragraphs": paragraphs,
    });
    match document {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// A line for each field of [`explained`].
pub(super) fn print_explained(fields: &Map<String, Value>, out: &mut Out) -> Result<(), Failure> {
    fields.iter().try_for_each(|(field, found)| {
        let of = |key: &str| found.get(key).map(Value::to_string).unwrap_or_default();
        out.text(&format!("# {field}: {} ({}, {})\n", of("value"), of("origin"), of("confidence")))
    })
}

/// Each known field with its value, origin and confidence.
pub(super) fn explained(m: &Metadata) -> Map<String, Value> {
    let mut fields = Map::new();
    explain(&mut fields, "title", m.title.as_ref(), |v| json!(v));
    explain(&mut fields, "authors", m.authors.as_ref(), |v| json!(v));
    explain(&mut fields, "published", m.published.as_ref(), |v| json!(v.to_string()));
    explain(&mut fields, "publisher", m.publisher.as_ref(), |v| json!(v));
    explain(&mut fields, "url", m.url.as_ref(), |v| json!(v));
    explain(&mut fields, "language", m.language.as_ref(), |v| json!(v));
    explain(&mut fields, "kind", m.kind.as_ref(), |v| json!(v.name()));
    explain(&mut fields, "standfirst", m.standfirst.as_ref(), |v| json!(v));
    fields
}

fn explain<T>(fields: &mut Map<String, Value>, name: &str, field: Option<&Field<T>>, value: impl Fn(&T) -> Value) {
    if let Some(f) = field {
        // Two decimals: an f32 widened to f64 would show digits that mean nothing.
        let confidence = (f64::from(f.confidence) * 100.0).round() / 100.0;
        fields.insert(name.to_owned(), json!({"value": value(&f.value), "origin": f.origin, "confidence": confidence}));
    }
}
