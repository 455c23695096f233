//! `epitome rm`: briefs out of the library, as `D` in the reader does it: every file of a brief is moved to the library's
//! trash, and `--back` brings it back. One that cannot be moved is named, and the others are moved all the same. Deletes
//! nothing.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;

use super::place::LibraryArgs;
use super::{Failure, Out, Outcome, Ran, message};
use crate::library::card::{ARTICLE, EXTENSION, STUDY};
use crate::library::trash::{self, FOLDER, Trashed};
use crate::library::{BriefId, Library, LibraryError, files, is_there};
use crate::text::safe;

/// How many names a message tells.
const SHOWN: usize = 5;

/// Which briefs.
#[derive(clap::Args)]
pub struct Args {
    /// Briefs: ids, the beginnings of them, or files; with --back their names in the trash
    #[arg(required = true, value_name = "ID")]
    ids: Vec<OsString>,
    #[command(flatten)]
    at: LibraryArgs,
    /// Only say what would be moved
    #[arg(long)]
    dry_run: bool,
    /// Move briefs from the trash back to where they were
    #[arg(long)]
    back: bool,
}

/// Moves the briefs.
///
/// # Errors
/// When one of them is not there or cannot be moved; the others are moved nevertheless.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    out.outlive();
    let (mut found, mut failures): (Vec<(Library, BriefId)>, Vec<String>) = Default::default();
    // All are looked for before one is moved: what a beginning means does not depend on those before it.
    for asked in &args.ids {
        match if args.back { in_trash(&args.at, asked) } else { args.at.name(asked) } {
            Ok((_, id)) if found.iter().any(|(_, other)| *other == id) => {}
            Ok(one) => found.push(one),
            Err(Failure(why)) => failures.push(why),
        }
    }
    let mut moved_to = None;
    for (library, id) in &found {
        match if args.back { bring(library, id, args.dry_run) } else { throw(library, id, args.dry_run) } {
            Ok(line) => {
                moved_to = Some(library.root().join(FOLDER));
                out.text(&format!("{}\n", safe::line(&line)))?;
            }
            Err(e) => failures.push(e.to_string()),
        }
    }
    out.flush()?;
    if !failures.is_empty() {
        return Err(Failure(failures.join("; ")));
    }
    if let Some(trash) = moved_to.filter(|_| !args.back && !args.dry_run) {
        let what = if found.len() == 1 { "it" } else { "them" };
        message(&format!("nothing is deleted: `epitome rm --back ID` brings {what} back from {}", trash.display()));
    }
    Ok(Outcome::Done)
}

/// The brief of that name in the trash.
fn in_trash(at: &LibraryArgs, asked: &OsStr) -> Result<(Library, BriefId), Failure> {
    let library = Library::at(at.existing()?, None);
    let asked = asked.to_string_lossy();
    let name = asked.strip_suffix(EXTENSION).unwrap_or(&asked);
    let names = trash::names(&library)?;
    if let Some(id) = names.iter().find(|id| id.as_str() == name) {
        return Ok((library, id.clone()));
    }
    let trash = library.root().join(FOLDER);
    let there = names.iter().take(SHOWN).map(BriefId::as_str).collect::<Vec<_>>().join(", ");
    let there = match names.len() {
        0 => "nothing lies there".to_owned(),
        n if n > SHOWN => format!("there lie {there} and {} more", n - SHOWN),
        _ => format!("there lies {there}"),
    };
    Err(Failure(format!("no brief in {} is called '{name}'; {there}", trash.display())))
}

fn throw(library: &Library, id: &BriefId, dry: bool) -> Result<String, LibraryError> {
    let brief = library.brief_path(id);
    if brief.is_dir() {
        return Err(LibraryError::NotAFile(brief, "a folder, not a file"));
    }
    let its = endings(library.root(), id);
    let there = match dry {
        true => trash::name_there(library, id).map(|trashed| trashed.there),
        false => trash::throw(library, std::slice::from_ref(id))?.pop().map(|trashed| trashed.there),
    };
    let would = if dry { "would be " } else { "" };
    let other = there.filter(|there| there != id).map(|there| format!(" as {there}")).unwrap_or_default();
    Ok(format!("{id}  {would}moved to {}{other}  ({its})", library.root().join(FOLDER).display()))
}

fn bring(library: &Library, id: &BriefId, dry: bool) -> Result<String, LibraryError> {
    let its = endings(&library.root().join(FOLDER), id);
    if let Some(taken) = files(library.root(), id).into_iter().find(|file| is_there(file)) {
        return Err(LibraryError::Write(taken, io::Error::other("there is a file of that name")));
    }
    if !dry {
        trash::restore(library, &[Trashed { id: id.clone(), there: id.clone() }])?;
    }
    let would = if dry { "would be " } else { "" };
    Ok(format!("{id}  {would}moved back to {}  ({its})", library.root().display()))
}

/// How the files of a brief end that are there.
fn endings(beneath: &Path, id: &BriefId) -> String {
    let there = files(beneath, id).into_iter().zip([EXTENSION, ARTICLE, STUDY]).filter(|(file, _)| is_there(file));
    there.map(|(_, ending)| ending).collect::<Vec<_>>().join(", ")
}
