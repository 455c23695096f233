//! `epitome draft`: the brief of an article, to standard output. The article may come in any form and is cleaned first; of
//! a text that is clean already, offsets are those of the text itself. Writes no file.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use crate::article::Article;
use crate::brief::{Anchor, Brief};
use crate::cli::{Failure, Out, Outcome, Ran, extract, message};
use crate::ingest::IngestError;
use crate::library::taking::{self, Made};

/// Makes a brief of each article and prints it
#[derive(Args)]
pub struct DraftArgs {
    /// Articles in any form: files, addresses of pages; `-` reads standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// One JSON object an article, with byte offsets into its text if that is clean, else into the clean article
    #[arg(long)]
    json: bool,
}

/// Runs the command. A file that cannot be read is named, and the others are still drafted.
pub fn run(args: &DraftArgs, out: &mut Out) -> Ran {
    let mut failures = Vec::new();
    for file in &args.files {
        match drafted(file) {
            Ok((made, text)) if args.json => out.json(&as_value(&made.brief, &Offsets::of(&made.article, &text)))?,
            Ok((made, _)) => out.text(&as_text(&made.brief))?,
            Err(e) => {
                failures.push(format!("{}: {e}", file.display()));
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

/// The brief of a document, and the document as text; empty when it is none.
fn drafted(file: &Path) -> Result<(Made, String), IngestError> {
    let (bytes, hint) = extract::read(file)?;
    let text = std::str::from_utf8(&bytes).unwrap_or_default().to_owned();
    Ok((taking::make(bytes, hint, None)?, text))
}

/// Where the text of an article stands: in the input, when that is the same text but for white space; else in the
/// article file.
enum Offsets<'a> {
    /// For each byte of the article that is no white space, where it stands in the input; and the article file.
    Input(Vec<usize>, String, &'a Article),
    File(&'a Article),
}

impl<'a> Offsets<'a> {
    fn of(article: &'a Article, input: &str) -> Self {
        let file = article.to_file();
        let shown = |text: &str| -> Vec<(usize, u8)> {
            let characters = text.char_indices().filter(|(_, c)| !is_space(*c));
            let bytes = characters.flat_map(|(at, c)| {
                let mut buffer = [0; 4];
                let bytes: Vec<u8> = c.encode_utf8(&mut buffer).bytes().collect();
                bytes.into_iter().enumerate().map(move |(n, byte)| (at + n, byte))
            });
            bytes.collect()
        };
        let (own, there) = (shown(&file), shown(input));
        if own.iter().map(|(_, byte)| byte).eq(there.iter().map(|(_, byte)| byte)) {
            Self::Input(there.into_iter().map(|(at, _)| at).collect(), file, article)
        } else {
            Self::File(article)
        }
    }

    fn span(&self, anchor: &Anchor) -> Option<Value> {
        let (article, no, span) = match self {
            Self::Input(_, _, article) | Self::File(article) => (article, anchor.paragraph?, anchor.span?),
        };
        let span = article.in_file(no, span)?;
        let (start, end) = match self {
            Self::Input(places, file, _) => {
                let before = file.get(..span.start().bytes())?;
                let within = span.slice(file)?;
                let count = |text: &str| text.chars().filter(|c| !is_space(*c)).map(char::len_utf8).sum::<usize>();
                let (first, length) = (count(before), count(within));
                (*places.get(first)?, places.get(first + length.checked_sub(1)?)? + 1)
            }
            Self::File(_) => (span.start().bytes(), span.end().bytes()),
        };
        Some(json!({"start": start, "end": end}))
    }

    fn spans(&self, anchors: &[Anchor]) -> Vec<Value> {
        anchors.iter().filter_map(|anchor| self.span(anchor)).collect()
    }
}

/// White space, and the mark at the head of a file.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

fn as_value(brief: &Brief, offsets: &Offsets<'_>) -> Value {
    let claims: Vec<Value> = brief
        .claims
        .iter()
        .map(|claim| {
            json!({
                "text": claim.text,
                "kind": claim.kind.name(),
                "said_by": claim.said_by,
                "when": claim.when.map(|w| w.to_string()),
                "evidence": offsets.spans(&claim.evidence),
            })
        })
        .collect();
    json!({
        "version": 1,
        "summary": brief.summary,
        "summary_evidence": offsets.spans(&brief.summary_evidence),
        "claims": claims,
    })
}

fn as_text(brief: &Brief) -> String {
    let claims = brief.claims.iter().enumerate().map(|(at, claim)| {
        let credit = claim.said_by.as_ref().map(|who| format!("  ({who})")).unwrap_or_default();
        let when = claim.when.map(|w| format!("  [{w}]")).unwrap_or_default();
        format!("{:>2}  {}  {}{credit}{when}\n", at + 1, claim.text, claim.kind.name())
    });
    format!("{}\n\n{}", brief.summary, claims.collect::<String>())
}
