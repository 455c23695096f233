//! `epitome verify`: what became of the passage of every anchor, and whether a claim's figures stand in its passages.
//! Changes nothing.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Failure, Out, Outcome, Ran, files};
use crate::article::Article;
use crate::brief::anchor::{Finder, Found, State};
use crate::brief::check::unsaid_figures;
use crate::brief::{Anchor, Brief, Claim, yaml};

/// What to verify and how strictly.
#[derive(clap::Args)]
pub struct Args {
    /// Ids of briefs; without any, all of the library
    ids: Vec<String>,
    /// The library
    #[arg(long)]
    library: Option<PathBuf>,
    /// Say no for moved, repaired and unattached passages too
    #[arg(long)]
    strict: bool,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// What was found of one anchor or claim.
pub struct Line {
    /// The claim's id, or `summary`.
    pub of: String,
    /// Which of its passages, from 0.
    pub index: usize,
    /// What became of the passage.
    pub found: Found,
    /// Figures of the claim that none of its passages has; said with the first passage.
    pub unsaid: Vec<String>,
}

/// Verifies every brief; the answer is no when a passage is missing or ambiguous or a figure is not in its passage.
///
/// # Errors
/// When a brief is not there or nothing can be printed.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let library = files::library(args.library.as_deref());
    let paths = match args.ids.as_slice() {
        [] => files::briefs(&library)?,
        ids => ids.iter().map(|id| files::brief(&library, id)).collect::<Result<_, _>>()?,
    };
    let (mut good, mut documents) = (true, Vec::new());
    for path in &paths {
        let id = files::stem(path);
        match verify_file(path) {
            Ok(lines) => {
                good &= lines.iter().all(|line| passes(line, args.strict));
                documents.push(json!({"id": id, "passages": lines.iter().map(as_json).collect::<Vec<_>>()}));
                if !args.json {
                    say(&id, &lines, out)?;
                }
            }
            Err(why) => {
                good = false;
                documents.push(json!({"id": id, "error": why}));
                super::message(&why);
            }
        }
    }
    if args.json {
        out.json(&json!({"version": 1, "briefs": documents}))?;
    }
    Ok(if good { Outcome::Done } else { Outcome::No })
}

fn passes(line: &Line, strict: bool) -> bool {
    let state = match line.found.state {
        State::Exact => true,
        State::Moved | State::Repaired | State::Unattached => !strict,
        State::Ambiguous | State::Missing => false,
    };
    state && line.unsaid.is_empty()
}

fn verify_file(path: &Path) -> Result<Vec<Line>, String> {
    let named = |why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
    let loaded = yaml::read(&files::read(path)?).map_err(|fault| named(&fault))?;
    let text = path.with_extension("txt");
    let article = match text.try_exists() {
        Ok(false) => None,
        _ => {
            let bytes = files::read(&text)?;
            let file = String::from_utf8(bytes).map_err(|_| format!("{}: not UTF-8", text.display()))?;
            Some(Article::parse(&file))
        }
    };
    Ok(resolve(&loaded.brief, article.as_ref()))
}

/// What became of every passage of a brief.
pub fn resolve(brief: &Brief, article: Option<&Article>) -> Vec<Line> {
    let finder = article.map(Finder::new);
    let find = |anchor: &Anchor| finder.as_ref().map_or(Found::UNATTACHED, |f| f.resolve(anchor));
    let mut lines = Vec::new();
    for (index, anchor) in brief.summary_evidence.iter().enumerate() {
        lines.push(Line { of: "summary".to_owned(), index, found: find(anchor), unsaid: Vec::new() });
    }
    for claim in &brief.claims {
        let found: Vec<Found> = claim.evidence.iter().map(find).collect();
        let mut unsaid = article.map(|a| unsaid_in(claim, a, &found)).unwrap_or_default();
        for (index, found) in found.into_iter().enumerate() {
            lines.push(Line { of: claim.id.0.clone(), index, found, unsaid: std::mem::take(&mut unsaid) });
        }
    }
    lines
}

/// The figures of a claim that stand in none of its passages, when all of these were found.
fn unsaid_in(claim: &Claim, article: &Article, found: &[Found]) -> Vec<String> {
    let passage = |found: &Found| {
        let (no, span) = found.place?;
        span.slice(&article.paragraph(no)?.text)
    };
    let passages: Option<Vec<&str>> = found.iter().map(passage).collect();
    passages.map(|p| unsaid_figures(&claim.text, &p.join("\n"))).unwrap_or_default()
}

/// The lines of one brief, as a person reads them.
///
/// # Errors
/// When nothing can be printed.
pub fn say(id: &str, lines: &[Line], out: &mut Out) -> Result<(), Failure> {
    for line in lines {
        let place = match line.found.place {
            Some((no, span)) => {
                format!("  paragraph {}, bytes {} to {}", no.get(), span.start().bytes(), span.end().bytes())
            }
            None if line.found.others > 0 => format!("  stands in {} places", line.found.others),
            None => String::new(),
        };
        let unsaid = if line.unsaid.is_empty() {
            String::new()
        } else {
            format!("  figures not in the passage: {}", line.unsaid.join(", "))
        };
        let text = format!("{id}  {}[{}]  {}{place}{unsaid}", line.of, line.index, line.found.state.name());
        out.text(&crate::text::safe::line(&text))?;
        out.text("\n")?;
    }
    Ok(())
}

/// A line for a program.
pub fn as_json(line: &Line) -> Value {
    let place = line
        .found
        .place
        .map(|(no, span)| json!({"paragraph": no.get(), "span": [span.start().bytes(), span.end().bytes()]}));
    json!({
        "of": line.of,
        "index": line.index,
        "state": line.found.state.name(),
        "place": place,
        "others": line.found.others,
        "figures_not_in_passage": line.unsaid,
    })
}
