//! `epitome check`: what is to be mended in brief files, a line each, with its place. Changes nothing.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Failure, Out, Outcome, Ran, files};
use crate::article::Article;
use crate::brief::check;
use crate::brief::finding::{Fault, Finding, Level, Position};
use crate::brief::yaml;

/// What to check and how to say it.
#[derive(clap::Args)]
pub struct Args {
    /// Briefs, or folders of briefs; without any, the library
    paths: Vec<PathBuf>,
    /// The library
    #[arg(long)]
    library: Option<PathBuf>,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// Checks every file; the answer is no when one has an error.
///
/// # Errors
/// When a path cannot be opened or nothing can be printed.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let mut paths = args.paths.clone();
    if paths.is_empty() {
        paths.push(files::library(args.library.as_deref()));
    }
    let mut all = Vec::new();
    for path in &paths {
        for file in files::briefs(path)? {
            let findings = check_file(&file);
            all.extend(findings.into_iter().map(|finding| (file.clone(), finding)));
        }
    }
    if args.json {
        let findings: Vec<Value> = all.iter().map(|(file, finding)| as_json(file, finding)).collect();
        out.json(&json!({"version": 1, "findings": findings}))?;
    } else {
        say(&all, out)?;
    }
    let wrong = all.iter().any(|(_, finding)| finding.level == Level::Error);
    Ok(if wrong { Outcome::No } else { Outcome::Done })
}

fn check_file(file: &Path) -> Vec<Finding> {
    let bytes = match files::read(file) {
        Ok(bytes) => bytes,
        Err(why) => return vec![Fault::new(Position::START, why, "make it a file that can be read").finding()],
    };
    match yaml::read(&bytes) {
        Err(fault) => vec![fault.finding()],
        Ok(loaded) => {
            let article = files::read(&file.with_extension("txt")).ok();
            let article = article.and_then(|bytes| String::from_utf8(bytes).ok()).map(|text| Article::parse(&text));
            check::check(&loaded, article.as_ref())
        }
    }
}

fn say(all: &[(PathBuf, Finding)], out: &mut Out) -> Result<(), Failure> {
    for (file, finding) in all {
        out.text(&crate::text::safe::line(&format!("{}:{finding}", file.display())))?;
        out.text("\n")?;
    }
    Ok(())
}

fn as_json(file: &Path, finding: &Finding) -> Value {
    json!({
        "file": file.to_string_lossy(),
        "line": finding.line,
        "column": finding.column,
        "level": finding.level.name(),
        "code": finding.code,
        "what": finding.what,
        "mend": finding.mend,
    })
}
