//! `epitome draft`: the brief of an article, to standard output. Writes no file.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use crate::analysis::draft::{Draft, write};
use crate::analysis::evidence::Place;
use crate::article::Article;
use crate::cli::{Failure, Out, Outcome, Ran, message};

/// Makes a brief of each article and prints it
#[derive(Args)]
pub struct DraftArgs {
    /// Articles as clean text, one paragraph a line
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// One JSON object an article, with byte offsets into its text
    #[arg(long)]
    json: bool,
}

/// Runs the command. A file that cannot be read is named, and the others are still drafted.
pub fn run(args: &DraftArgs, out: &mut Out) -> Ran {
    let mut failed = false;
    for file in &args.files {
        match read(file) {
            Ok(text) => print(&text, args.json, out)?,
            Err(failure) => {
                message(&failure.to_string());
                failed = true;
            }
        }
    }
    if failed { Err(Failure(format!("could not draft every file of {}", args.files.len()))) } else { Ok(Outcome::Done) }
}

fn read(file: &Path) -> Result<String, Failure> {
    let fault = |what: &str| Failure(format!("{}: {what}", file.display()));
    let meta = std::fs::metadata(file).map_err(|e| fault(&e.to_string()))?;
    if !meta.is_file() {
        return Err(fault("not a regular file"));
    }
    let bytes = std::fs::read(file).map_err(|e| fault(&e.to_string()))?;
    String::from_utf8(bytes).map_err(|_| fault("not UTF-8 text"))
}

fn print(text: &str, as_json: bool, out: &mut Out) -> Result<(), Failure> {
    let article = Article::parse(text);
    let draft = write(&article, &[], None, None);
    if as_json { out.json(&as_value(&draft, &Lines::of(text))) } else { out.text(&as_text(&draft)) }
}

/// Where the paragraphs of an article begin in the text that it was read from.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut starts = Vec::new();
        for line in text.get(at..).unwrap_or("").split_inclusive('\n') {
            if !line.trim().is_empty() {
                starts.push(at);
            }
            at += line.len();
        }
        Self(starts)
    }

    fn span(&self, place: &Place) -> Option<Value> {
        let span = place.span.within((*self.0.get(place.paragraph.index())?).into());
        Some(json!({"start": span.start().bytes(), "end": span.end().bytes()}))
    }

    fn spans(&self, places: &[Place]) -> Vec<Value> {
        places.iter().filter_map(|place| self.span(place)).collect()
    }
}

fn as_value(draft: &Draft, lines: &Lines) -> Value {
    let claims: Vec<Value> = draft
        .claims
        .iter()
        .map(|claim| {
            json!({
                "text": claim.text,
                "kind": claim.kind.name(),
                "said_by": claim.said_by,
                "when": claim.when.map(|w| w.to_string()),
                "evidence": lines.spans(&claim.evidence),
            })
        })
        .collect();
    json!({
        "version": 1,
        "summary": draft.summary,
        "summary_evidence": lines.spans(&draft.summary_evidence),
        "claims": claims,
    })
}

fn as_text(draft: &Draft) -> String {
    let claims = draft.claims.iter().enumerate().map(|(at, claim)| {
        let credit = claim.said_by.as_ref().map(|who| format!("  ({who})")).unwrap_or_default();
        let when = claim.when.map(|w| format!("  [{w}]")).unwrap_or_default();
        format!("{:>2}  {}  {}{credit}{when}\n", at + 1, claim.text, claim.kind.name())
    });
    format!("{}\n\n{}", draft.summary, claims.collect::<String>())
}
