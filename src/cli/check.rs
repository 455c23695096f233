//! `epitome check`: what is to be mended in brief files, a line each, with its place. Changes nothing.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::place::LibraryArgs;
use super::{Failure, Out, Outcome, Ran};
use crate::analysis::check;
use crate::article::Article;
use crate::brief::finding::{Fault, Finding, Level, Position};
use crate::brief::place::FieldPath;
use crate::brief::yaml;
use crate::library::{LARGEST_ARTICLE, Library, LibraryError, Place, disk};

/// What to check and how to say it.
#[derive(clap::Args)]
pub struct Args {
    /// Briefs, or folders of briefs; without any, the library
    paths: Vec<PathBuf>,
    #[command(flatten)]
    at: LibraryArgs,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// Checks every file; the answer is no when one has an error.
///
/// # Errors
/// When a path cannot be opened or nothing can be printed.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let mut all = Vec::new();
    if args.paths.is_empty() {
        check_library(args.at.existing()?, &mut all)?;
    }
    // One that is not there does not keep what is found of the others back.
    let faults = args.paths.iter().filter_map(|path| check_path(path, &args.at, &mut all).err());
    let faults: Vec<String> = faults.map(|Failure(why)| why).collect();
    if args.json {
        let findings: Vec<Value> = all.iter().map(|(file, finding)| as_json(file, finding)).collect();
        out.json(&json!({"version": 1, "findings": findings}))?;
    } else {
        say(&all, out)?;
    }
    if !faults.is_empty() {
        out.flush()?;
        return Err(Failure(faults.join("; ")));
    }
    let wrong = all.iter().any(|(_, finding)| finding.level == Level::Error);
    Ok(if wrong { Outcome::No } else { Outcome::Done })
}

/// Checks what was named: a folder of briefs, a file, or a brief of the library by its id.
fn check_path(path: &Path, at: &LibraryArgs, all: &mut Vec<(PathBuf, Finding)>) -> Result<(), Failure> {
    if std::fs::metadata(path).is_ok_and(|meta| meta.is_dir()) {
        check_library(Place::Folder(path.to_owned()), all)?;
    } else if path.symlink_metadata().is_ok() {
        check_file(path, all);
    } else {
        // What reads like a path and is no id is a path that is not there.
        let is_plain = path.components().count() == 1 && path.extension().is_none();
        let found = at.file(path.as_os_str());
        let file = found.map_err(|e| if is_plain { e } else { LibraryError::NotThere(path.to_owned()).into() })?;
        check_file(&file, all);
    }
    Ok(())
}

fn check_library(place: Place, all: &mut Vec<(PathBuf, Finding)>) -> Result<(), Failure> {
    let (library, _) = Library::open(place, None);
    let (ids, passed_over) = library.files()?;
    ids.iter().for_each(|id| check_file(&library.brief_path(id), all));
    all.extend(
        passed_over
            .iter()
            .map(|other| (library.root().join(&other.path), unreadable(&other.why, "make it a file that can be read"))),
    );
    Ok(())
}

fn check_file(file: &Path, all: &mut Vec<(PathBuf, Finding)>) {
    all.extend(findings(file).into_iter().map(|finding| (file.to_owned(), finding)));
}

fn findings(file: &Path) -> Vec<Finding> {
    let bytes = match disk::read(file, yaml::LARGEST as u64) {
        Ok((bytes, _)) => bytes,
        Err(e) => return vec![unreadable(&e.why(), e.remedy())],
    };
    match yaml::read(&bytes) {
        Err(fault) => vec![fault.finding()],
        Ok(loaded) => {
            let path = article_of(file);
            let (article, fault) = match disk::read_text(&path, LARGEST_ARTICLE) {
                Ok((text, _)) => (Some(Article::parse(&text)), None),
                Err(LibraryError::Read(_, e)) if e.kind() == ErrorKind::NotFound => (None, None),
                Err(e) => (None, Some(unread_article(&loaded, &path, &e))),
            };
            fault.into_iter().chain(check::check(&loaded, article.as_ref())).collect()
        }
    }
}

/// The article's file beside a brief's.
fn article_of(file: &Path) -> PathBuf {
    file.with_extension("txt")
}

/// An article that is there and cannot be read: what the brief rests on cannot be looked up.
fn unread_article(loaded: &yaml::Loaded, path: &Path, e: &LibraryError) -> Finding {
    let at = loaded.places.nearest(&FieldPath::top("source").key("article"));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let what = format!("the article {name} cannot be read: {}", e.why());
    Finding::new(Level::Error, "unread-article", at, what, e.remedy())
}

fn unreadable(why: &str, mend: &str) -> Finding {
    Fault::new(Position::START, why, mend).finding()
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
