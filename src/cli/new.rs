//! `epitome new`: an empty brief in the reader's editor, and into the library once it is one. What a person wrote is never
//! lost: where it cannot be kept as a brief, it is kept aside, and it is said where.

use std::fs;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;

use super::place::LibraryArgs;
use super::{Failure, Out, Outcome, Ran, message};
use crate::analysis::check;
use crate::article::Edtf;
use crate::brief::finding::Level;
use crate::brief::{Brief, Made, Source, template, yaml};
use crate::library::disk::{self, Durability};
use crate::library::{BriefId, Environment, Library, LibraryError, making, taking};
use crate::text::{counted, safe};
use crate::tui::outside;

/// What the file is called in the editor.
const FILE: &str = "brief.yaml";
/// How many texts are kept aside.
const MOST: u32 = 1_000;

/// What is known of the article.
#[derive(clap::Args)]
pub struct Args {
    /// The article's title
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// One of its authors; once for each
    #[arg(long, value_name = "NAME")]
    author: Vec<String>,
    /// Who published it
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// When it was published: 2031, 2031-05, 2031-05-03 or an interval
    #[arg(long, value_name = "DATE")]
    published: Option<Edtf>,
    /// Its address
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// Begin with this text in place of an empty brief
    #[arg(long, value_name = "FILE", conflicts_with_all = ["title", "author", "publisher", "published", "url"])]
    from: Option<PathBuf>,
    #[command(flatten)]
    at: LibraryArgs,
}

/// Opens the editor until there is a brief, or the person leaves it.
///
/// # Errors
/// When there is no terminal or no editor, or the brief cannot be kept.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let library = args.at.to_write()?;
    let first = match &args.from {
        Some(file) => disk::read_text(file, yaml::LARGEST as u64)?.0,
        None => template::text(&brief(args)),
    };
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        let instead = "without one write a file by hand (`epitome schema` has its form) and `epitome check` it";
        return Err(Failure(format!("`epitome new` opens an editor, which needs a terminal; {instead}")));
    }
    let mut text = first.clone();
    let remarks = loop {
        text = outside::edit_text(FILE, &text).map_err(|e| Failure(e.to_string()))?;
        if text.trim().is_empty() || args.from.is_none() && text == first {
            message("nothing was written, and no brief was made");
            return Ok(Outcome::No);
        }
        text = template::without_comments(&text);
        match readable(&text) {
            Ok(remarks) => break remarks,
            Err(fault) => message(&fault),
        }
        if !goes_on()? {
            return Err(aside(&text, "it is no brief yet"));
        }
    };
    let id = taking::add_written(&library, &text).map_err(|e| aside(&text, &e.to_string()))?;
    say(&library, &id, remarks, out)
}

/// What is known of the brief.
fn brief(args: &Args) -> Brief {
    let source = Source {
        publisher: args.publisher.clone(),
        authors: args.author.clone(),
        published: args.published,
        url: args.url.clone(),
        ..Source::default()
    };
    let version = env!("CARGO_PKG_VERSION").to_owned();
    let made = Made { by: "hand".to_owned(), version, on: making::today().map(Edtf::Date), ..Made::default() };
    Brief { title: args.title.clone(), source, made, ..Brief::default() }
}

/// How many things are to be looked at in a text that is a brief without errors; else the first error, with its place.
fn readable(text: &str) -> Result<usize, String> {
    let loaded = yaml::read(text.as_bytes()).map_err(|fault| format!("{FILE}:{}", fault.finding()))?;
    let findings = check::check(&loaded, None);
    match findings.iter().find(|finding| finding.level == Level::Error) {
        Some(finding) => Err(format!("{FILE}:{finding}")),
        None if loaded.brief.claims.is_empty() && loaded.brief.summary.is_empty() && loaded.brief.title.is_none() => {
            Err(format!("{FILE}: there is neither title, nor summary, nor claim in it"))
        }
        None => Ok(findings.iter().filter(|finding| finding.level != Level::Hint).count()),
    }
}

/// Asks whether to go back to the editor.
fn goes_on() -> Result<bool, Failure> {
    let mut errors = io::stderr();
    let asked = errors.write_all("enter goes back to the editor, q keeps it aside: ".as_bytes());
    asked.and_then(|()| errors.flush()).map_err(|e| Failure(format!("cannot write to standard error: {e}")))?;
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    Ok(read.is_ok_and(|n| n > 0) && !answer.trim().starts_with(['q', 'Q', 'n', 'N']))
}

/// Keeps a text that did not come into the library in the state folder; says why, and where it is.
fn aside(text: &str, why: &str) -> Failure {
    match keep_aside(text) {
        Ok(path) => {
            Failure(format!("{why}; it is kept as {0}: `epitome new --from {0}` goes on with it", path.display()))
        }
        // Then the words are said at least.
        Err(e) => Failure(format!("{why}, and cannot be kept aside ({e}): {text}")),
    }
}

fn keep_aside(text: &str) -> Result<PathBuf, LibraryError> {
    let folder = Environment::of_process().state.unwrap_or_else(std::env::temp_dir);
    disk::make_folder(&folder)?;
    let names = (1..MOST).map(|n| folder.join(format!("unfinished-{n}.yaml")));
    let free = names.into_iter().find(|path| fs::symlink_metadata(path).is_err());
    let path = free.unwrap_or_else(|| folder.join(format!("unfinished-{}.yaml", std::process::id())));
    disk::write(&path, text.as_bytes(), Durability::Kept).map(|()| path)
}

/// Says what came of it, and what is to be looked at.
fn say(library: &Library, id: &BriefId, remarks: usize, out: &mut Out) -> Ran {
    out.text(&safe::line(&format!("{id}  {}", library.brief_path(id).display())))?;
    out.text("\n")?;
    out.flush()?;
    if remarks > 0 {
        message(&format!("{} to look at: `epitome check {id}`", counted(remarks, "thing")));
    }
    message(&format!("`epitome attach {id} FILE` gives it its article"));
    Ok(Outcome::Done)
}
