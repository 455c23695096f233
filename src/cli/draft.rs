//! `epitome draft`: the brief of an article, to standard output. The article may come in any form and is cleaned first; of
//! a text that is clean already, offsets are those of the text itself. Writes no file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use serde_json::{Value, json};

use crate::article::Article;
use crate::brief::{Anchor, Brief};
use crate::cli::{Out, Ran, extract, fitted};
use crate::ingest::{Hint, IngestError};
use crate::library::making;

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

/// Drafts every article.
pub fn run(args: &DraftArgs, out: &mut Out) -> Ran {
    let files = Arc::new(extract::expanded(&args.files));
    let (several, json) = (files.len() > 1, args.json);
    if json {
        let document = move |file: &Path, bytes, hint| document(Some(file).filter(|_| several), bytes, hint);
        return extract::each(&files, out, document, |_, document: &String, out| out.document(document));
    }
    let text = |_: &Path, bytes, hint| Ok(as_text(&making::make(bytes, hint, None)?.brief));
    extract::each(&files, out, text, |file, text: &String, out| {
        if several {
            out.text(&extract::heading(file, out.has_written()))?;
        }
        out.text(text)
    })
}

/// The brief of a document as JSON; with the name of its file, where one is given.
fn document(file: Option<&Path>, bytes: Vec<u8>, hint: Hint) -> Result<String, IngestError> {
    // As text; empty when it is none.
    let text = std::str::from_utf8(&bytes).unwrap_or_default().to_owned();
    let made = making::make(bytes, hint, None)?;
    let mut document = as_value(&made.brief, &Offsets::of(&made.article, &text));
    if let Some((map, file)) = document.as_object_mut().zip(file) {
        map.insert("file".to_owned(), json!(file.to_string_lossy()));
    }
    Ok(document.to_string())
}

/// Where the text of an article stands: in the input, when that is the same text but for white space; else in the
/// article file.
enum Offsets<'a> {
    Input { article: &'a Article, file: String, runs: Vec<Run> },
    File(&'a Article),
}

/// From here on both texts run side by side, until the next run: no white space between stands in one only.
struct Run {
    file: usize,
    input: usize,
}

impl<'a> Offsets<'a> {
    fn of(article: &'a Article, input: &str) -> Self {
        let file = article.to_file();
        match runs(&file, input) {
            Some(runs) => Self::Input { article, file, runs },
            None => Self::File(article),
        }
    }

    fn span(&self, anchor: &Anchor) -> Option<Value> {
        let (Self::Input { article, .. } | Self::File(article)) = self;
        let span = article.in_file(anchor.paragraph?, anchor.span?)?;
        let (start, end) = match self {
            Self::Input { file, runs, .. } => {
                let (first, _) = visible(span.slice(file)?).next()?;
                let (last, c) = visible(span.slice(file)?).next_back()?;
                let start = span.start().bytes();
                (place(runs, start + first)?, place(runs, start + last)? + c.len_utf8())
            }
            Self::File(_) => (span.start().bytes(), span.end().bytes()),
        };
        Some(json!({"start": start, "end": end}))
    }

    fn spans(&self, anchors: &[Anchor]) -> Vec<Value> {
        anchors.iter().filter_map(|anchor| self.span(anchor)).collect()
    }
}

/// The runs in which a file's characters stand in the input; `None` when the two differ in more than white space.
fn runs(file: &str, input: &str) -> Option<Vec<Run>> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut file_rest, mut input_rest) = (file, input);
    loop {
        (file_rest, input_rest) = (file_rest.trim_start_matches(is_unseen), input_rest.trim_start_matches(is_unseen));
        if file_rest.is_empty() || input_rest.is_empty() {
            return (file_rest.len() == input_rest.len()).then_some(runs);
        }
        runs.push(Run { file: file.len() - file_rest.len(), input: input.len() - input_rest.len() });
        let same = file_rest.bytes().zip(input_rest.bytes()).take_while(|(a, b)| a == b).count();
        let same = file_rest.floor_char_boundary(same);
        if same == 0 {
            return None;
        }
        (file_rest, input_rest) = (file_rest.get(same..)?, input_rest.get(same..)?);
    }
}

/// Where the character that stands at `at` in the file stands in the input.
fn place(runs: &[Run], at: usize) -> Option<usize> {
    let run = runs.get(runs.partition_point(|run| run.file <= at).checked_sub(1)?)?;
    Some(run.input + (at - run.file))
}

/// The characters of a text that are neither white space nor the mark at the head of a file, with their places.
fn visible(text: &str) -> impl DoubleEndedIterator<Item = (usize, char)> {
    text.char_indices().filter(|(_, c)| !is_unseen(*c))
}

fn is_unseen(c: char) -> bool {
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
        fitted(&format!("{:>2}  {}  {}{credit}{when}", at + 1, claim.text, claim.kind.name()), 4)
    });
    let summary: String = brief.summary.split('\n').map(|line| fitted(line, 0)).collect();
    format!("{summary}\n{}", claims.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::{place, runs};

    #[test]
    fn a_place_in_the_article_is_found_in_an_input_that_differs_in_white_space_only() {
        for (file, input, found, there) in [
            ("One.\n\nTwo.\n", "\u{feff}One.\n\n\nTwo.", "Two", Some("Two")),
            ("One two three.", "One\ntwo\u{a0} three.\n", "three", Some("three")),
            ("“Größe” zählt.", "  “Größe”\nzählt.", "zählt", Some("zählt")),
            ("One two.", "One, two.", "two", None),
            ("One two.", "One two. Three", "two", None),
            ("One two.", "One", "two", None),
        ] {
            let at = file.find(found).unwrap();
            let start = runs(file, input).and_then(|runs| place(&runs, at));
            assert_eq!(start.and_then(|start| input.get(start..start + found.len())), there, "{input:?}");
        }
    }
}
