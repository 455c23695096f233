//! `epitome attach`: gives a brief its article. The text is stored beside the brief when every passage is found in it,
//! and what became of each is said. The text goes through the same cleaner as any article; one that is the clean article
//! already is taken as it is. The brief itself is not touched, and an article that is there is not replaced unasked; one
//! that is replaced goes to the trash.

use std::ffi::OsString;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::place::LibraryArgs;
use super::{Failure, Out, Outcome, Ran, extract, verify};
use crate::article::Article;
use crate::ingest::IngestError;
use crate::library::attaching::{self, Kept};
use crate::library::{BriefId, Library, LibraryError};

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
    let named = |e: IngestError| Failure(format!("{}: {e}", args.file.display()));
    let (bytes, hint) = extract::read(&args.file).map_err(named)?;
    let article = attaching::article(bytes, &hint, &opened.brief).map_err(named)?;
    let lines = verify::resolve(&opened.brief, Some(&article));
    let (lost, _) = attaching::lost(&opened.brief, &article);
    let stores = (args.force || lost == 0) && store(&library, &opened.id, &article, args.force)?;
    if args.json {
        let passages: Vec<Value> = lines.iter().map(verify::as_json).collect();
        out.json(&json!({"version": 1, "id": opened.id.as_str(), "attached": stores, "passages": passages}))?;
    } else {
        verify::say(opened.id.as_str(), &lines, out)?;
    }
    if !stores {
        let why = match lost {
            0 => format!("{} is there and differs", library.root().join(opened.id.article_file()).display()),
            n => format!("{n} of {} passages are not in {}", lines.len(), args.file.display()),
        };
        super::message(&format!("not attached: {why}; --force stores it nevertheless"));
    }
    Ok(if stores { Outcome::Done } else { Outcome::No })
}

/// Stores an article; false where another is there, unless it is to be replaced.
fn store(library: &Library, id: &BriefId, article: &Article, replace: bool) -> Result<bool, LibraryError> {
    let kept = attaching::keep(library, id, article, replace)?;
    if let Kept::InPlaceOf(old) = &kept {
        super::message(&format!("the text that was there is kept as {}", old.display()));
    }
    Ok(kept != Kept::Not)
}
