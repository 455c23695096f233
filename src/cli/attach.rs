//! `epitome attach`: gives a brief its article. The text is stored beside the brief when every passage is found in it,
//! and what became of each is said. The brief itself is not touched, and an article that is there is not replaced unasked.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Failure, Out, Outcome, Ran, files, verify};
use crate::article::Article;
use crate::brief::yaml;

/// Which brief, and which text.
#[derive(clap::Args)]
pub struct Args {
    /// The brief's id
    id: String,
    /// The article's text
    file: PathBuf,
    /// The library
    #[arg(long)]
    library: Option<PathBuf>,
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
    let path = files::brief(&files::library(args.library.as_deref()), &args.id)?;
    let bytes = files::read(&path).map_err(Failure)?;
    let loaded = yaml::read(&bytes).map_err(|fault| Failure(format!("{}: {fault}", path.display())))?;
    let article = clean(&files::read(&args.file).map_err(Failure)?)
        .map_err(|why| Failure(format!("{}: {why}", args.file.display())))?;
    let lines = verify::resolve(&loaded.brief, Some(&article));
    let lost = lines.iter().filter(|line| !line.found.state.is_found()).count();
    let target = path.with_extension("txt");
    let other = target.try_exists().unwrap_or(true) && !holds(&target, &article);
    let stores = args.force || (lost == 0 && !other);
    if stores {
        store(&target, &article.to_file())?;
    }
    if args.json {
        let passages: Vec<Value> = lines.iter().map(verify::as_json).collect();
        out.json(&json!({"version": 1, "id": args.id, "attached": stores, "passages": passages}))?;
    } else {
        verify::say(&args.id, &lines, out)?;
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

/// The article in a file's bytes.
fn clean(bytes: &[u8]) -> Result<Article, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "not UTF-8; save it as UTF-8".to_owned())?;
    let article = Article::parse(text);
    if article.paragraphs().is_empty() { Err("no text is in it".to_owned()) } else { Ok(article) }
}

fn holds(path: &Path, article: &Article) -> bool {
    files::read(path).is_ok_and(|bytes| bytes == article.to_file().as_bytes())
}

/// Writes a file so that it is either the old or the new one, whatever happens.
fn store(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |e: std::io::Error| Failure(format!("{}: cannot write: {e}", path.display()));
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let new = path.with_file_name(format!(".{name}.{}.new", std::process::id()));
    let written = (|| {
        let mut file = fs::File::create_new(&new)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&new, path)?;
        fs::File::open(path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")))?.sync_all()
    })();
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written.map_err(failed)
}
