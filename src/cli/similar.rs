//! `epitome similar` (hidden): pairs of texts in, how alike they are out. Refuses to say what a score means.

use std::io::BufRead;

use clap::Args as ClapArgs;
use serde_json::json;

use crate::cli::{Failure, Out, Outcome, Ran};
use crate::text::similar::Sketcher;

/// What `epitome similar` is told.
#[derive(ClapArgs)]
pub struct Args {
    /// Print one JSON object a line
    #[arg(long)]
    json: bool,
    /// The language of the texts, as a BCP 47 tag [default: English]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
}

/// Scores the pairs on standard input, `a<TAB>b` a line.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let sketcher = Sketcher::new(args.language.as_deref());
    for (a, b) in pairs()? {
        let found = sketcher.sketch(&a).likeness(&sketcher.sketch(&b));
        if args.json {
            let method = sketcher.method().name();
            out.json(&json!({"version": 1, "score": found.score, "cosine": found.cosine, "method": method}))?;
        } else {
            out.text(&format!("{:.4}\n", found.score))?;
        }
    }
    Ok(Outcome::Done)
}

/// The pairs on standard input, `a<TAB>b` a line; what follows a second tab is not read.
///
/// # Errors
/// When standard input cannot be read, or a line has no tab.
pub fn pairs() -> Result<Vec<(String, String)>, Failure> {
    let mut pairs = Vec::new();
    for (at, line) in std::io::stdin().lock().split(b'\n').enumerate() {
        let line = line.map_err(|e| Failure(format!("cannot read standard input: {e}")))?;
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_end_matches('\r');
        let Some((a, rest)) = line.split_once('\t') else {
            return Err(Failure(format!("line {} of standard input has no tab between two texts", at + 1)));
        };
        pairs.push((a.to_owned(), rest.split('\t').next().unwrap_or_default().to_owned()));
    }
    Ok(pairs)
}
