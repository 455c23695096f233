//! `epitome attach`: gives a brief its article. The text is stored beside the brief when every passage is found in it,
//! and what became of each is said. The text goes through the same cleaner as any article; one that is the clean article
//! already is taken as it is. The brief itself is not touched, and an article that is there is not replaced unasked; one
//! that is replaced goes to the trash.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::place::LibraryArgs;
use super::{Failure, Out, Outcome, Ran, extract, verify};
use crate::article::Article;
use crate::brief::Brief;
use crate::ingest::{self, IngestError};
use crate::library::disk::{self, Durability};
use crate::library::{BriefId, LARGEST_ARTICLE, Library, LibraryError, trash};

/// Which brief, and which text.
#[derive(clap::Args)]
pub struct Args {
    /// The brief: its id, the beginning of it, or its file
    id: OsString,
    /// The article, in any form
    file: PathBuf,
    #[command(flatten)]
    at: LibraryArgs,
    /// Store the text although passages are missing, or in place of the one that is there
    #[arg(long)]
    force: bool,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// Stores the article if the brief's passages are in it; else the answer is no.
///
/// # Errors
/// When the brief or the text cannot be read or the article not be written.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let (library, opened) = args.at.load(&args.id)?;
    let article = clean(&args.file, &opened.brief)?;
    let lines = verify::resolve(&opened.brief, Some(&article));
    let lost = lines.iter().filter(|line| !line.found.state.is_found()).count();
    let target = library.root().join(opened.id.article_file());
    let stores = (args.force || lost == 0) && store(&library, &opened.id, &target, &article, args.force)?;
    if args.json {
        let passages: Vec<Value> = lines.iter().map(verify::as_json).collect();
        out.json(&json!({"version": 1, "id": opened.id.as_str(), "attached": stores, "passages": passages}))?;
    } else {
        verify::say(opened.id.as_str(), &lines, out)?;
    }
    if !stores {
        let why = match lost {
            0 => format!("{} is there and differs", target.display()),
            n => format!("{n} of {} passages are not in {}", lines.len(), args.file.display()),
        };
        super::message(&format!("not attached: {why}; --force stores it nevertheless"));
    }
    Ok(if stores { Outcome::Done } else { Outcome::No })
}

/// The article in a file: the file as it stands, where it is the one the brief was made from, or has passages of the brief
/// that its clean text has not; else its clean text.
fn clean(file: &Path, brief: &Brief) -> Result<Article, Failure> {
    let named = |e: IngestError| Failure(format!("{}: {e}", file.display()));
    let (bytes, hint) = extract::read(file).map_err(named)?;
    let text = std::str::from_utf8(&bytes).ok().map(Article::parse).filter(|a| !a.paragraphs().is_empty());
    let known = brief.source.article.as_ref().map(|article| article.sha256.as_str());
    let is_known = |article: &Article| known.is_some_and(|sum| sum.eq_ignore_ascii_case(&article.sha256()));
    if let Some(article) = text.as_ref().filter(|article| is_known(article)) {
        return Ok(article.clone());
    }
    // The same article, with its lines broken since.
    let whole = std::str::from_utf8(&bytes).ok().map(|text| Article::parse(&with_whole_lines(text)));
    if let Some(article) = whole.filter(is_known) {
        return Ok(article);
    }
    let clean = ingest::extract(bytes, &hint).map_err(named)?.article;
    let lost = |article: &Article| {
        verify::resolve(brief, Some(article)).iter().filter(|line| !line.found.state.is_found()).count()
    };
    let lost_clean = lost(&clean);
    match text {
        Some(text) if lost_clean > 0 && lost(&text) < lost_clean => Ok(text),
        _ => Ok(clean),
    }
}

/// A text with the lines of each paragraph joined: one paragraph a line again.
fn with_whole_lines(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for line in text.lines().map(str::trim) {
        let begins = whole.is_empty() || whole.ends_with('\n');
        whole.push_str(match (line.is_empty(), begins) {
            (_, true) => "",
            (true, false) => "\n\n",
            (false, false) => " ",
        });
        whole.push_str(line);
    }
    whole
}

/// Stores an article; false where another is there, unless it is to be replaced.
fn store(library: &Library, id: &BriefId, path: &Path, article: &Article, replace: bool) -> Result<bool, LibraryError> {
    let text = article.to_file();
    let lock = library.lock_of(id)?;
    let holds = || disk::read(path, LARGEST_ARTICLE).is_ok_and(|(bytes, _)| bytes == text.as_bytes());
    if path.symlink_metadata().is_ok() && !holds() {
        if !replace {
            return Ok(false);
        }
        if let Some(kept) = trash::keep_article(library, &lock, id)? {
            super::message(&format!("the text that was there is kept as {}", kept.display()));
        }
    }
    disk::write_locked(&lock, path, text.as_bytes(), Durability::Kept)?;
    Ok(true)
}
