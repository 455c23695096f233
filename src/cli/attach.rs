//! `epitome attach`: gives a brief its article. The text is stored beside the brief when every passage is found in it,
//! and what became of each is said. The brief itself is not touched, and an article that is there is not replaced unasked.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::place::LibraryArgs;
use super::{Failure, Out, Outcome, Ran, verify};
use crate::article::Article;
use crate::library::disk::{self, Durability, Lock};
use crate::library::{LARGEST_ARTICLE, Library};

/// Which brief, and which text.
#[derive(clap::Args)]
pub struct Args {
    /// The brief: its id, the beginning of it, or its file
    id: String,
    /// The article's text
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
    let article = clean(&args.file)?;
    let lines = verify::resolve(&opened.brief, Some(&article));
    let lost = lines.iter().filter(|line| !line.found.state.is_found()).count();
    let target = library.root().join(opened.id.article_file());
    let other = target.try_exists().unwrap_or(true) && !holds(&target, &article);
    let stores = args.force || (lost == 0 && !other);
    if stores {
        store(&library, &target, &article.to_file())?;
    }
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

/// The article in a file.
fn clean(file: &Path) -> Result<Article, Failure> {
    let (text, _) = disk::read_text(file, LARGEST_ARTICLE)?;
    let article = Article::parse(&text);
    if article.paragraphs().is_empty() {
        return Err(Failure(format!("{}: no text is in it", file.display())));
    }
    Ok(article)
}

fn holds(path: &Path, article: &Article) -> bool {
    disk::read(path, LARGEST_ARTICLE).is_ok_and(|(bytes, _)| bytes == article.to_file().as_bytes())
}

fn store(library: &Library, path: &Path, text: &str) -> Result<(), Failure> {
    let _lock = Lock::take(library.root())?;
    Ok(disk::write(path, text.as_bytes(), Durability::Kept)?)
}
