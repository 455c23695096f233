//! `epitome mv`: gives a brief another name, and says what became of its files and of what was said of it beside others.

use std::ffi::OsString;
use std::time::SystemTime;

use super::place::LibraryArgs;
use super::{Failure, Out, Outcome, Ran, message};
use crate::brief::study::Moment;
use crate::library::card::EXTENSION;
use crate::library::renaming::{self, Renamed};
use crate::library::{BriefId, Environment, Store};
use crate::text::safe;

/// Which brief, and its name.
#[derive(clap::Args)]
pub struct Args {
    /// The brief: its id, the beginning of it, or its file
    id: OsString,
    /// Its new id: a subfolder may stand before it, as in `2031/ferry`
    #[arg(value_name = "NEW")]
    new: String,
    #[command(flatten)]
    at: LibraryArgs,
}

/// Renames the brief.
///
/// # Errors
/// When there is no such brief, or it cannot be called that.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let (library, old) = args.at.name(&args.id)?;
    let name = args.new.strip_suffix(EXTENSION).unwrap_or(&args.new);
    let unfit = || Failure(format!("a brief cannot be called '{name}'"));
    let new = BriefId::new(name).ok_or_else(unfit)?;
    let store = Store::open(&library, Environment::of_process().state.as_deref());
    let now = Moment::of(SystemTime::now());
    let renamed = renaming::rename(&library, &store, &old, &new, now).map_err(|e| Failure(e.to_string()))?;
    let Renamed { files, followed, remarks } = renamed;
    let mut lines = vec![format!("{old} is now {new}")];
    lines.extend(files.iter().map(|file| format!("  {}", file.display())));
    lines.extend(followed.iter().map(|other| format!("  what you said of it beside {other}")));
    for line in lines {
        out.text(&format!("{}\n", safe::line(&line)))?;
    }
    out.flush()?;
    remarks.iter().for_each(|remark| message(remark));
    Ok(Outcome::Done)
}
