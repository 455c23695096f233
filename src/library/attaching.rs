//! A brief gets its article: the text that was meant, how much of what the brief quotes is in it, and where it is kept. Not a
//! byte of the brief is touched, and an article that is there is replaced only when that is asked for.

use std::path::PathBuf;

use super::disk::{self, Durability};
use super::{BriefId, LARGEST_ARTICLE, Library, LibraryError, trash};
use crate::analysis::audit::Places;
use crate::article::Article;
use crate::brief::Brief;
use crate::brief::anchor::{Finder, Found};
use crate::ingest::{self, Hint, IngestError};

/// What became of an article that was to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It lies beside the brief.
    Beside,
    /// The same, and what was there lies in the trash, as this file.
    InPlaceOf(PathBuf),
    /// Another is there, and nothing was written.
    Not,
}

/// The article in a document: the text as it stands, where it is the one the brief was made from, or has passages of the brief
/// that its clean text has not; else its clean text.
///
/// # Errors
/// When no article comes out of it.
pub fn article(bytes: Vec<u8>, hint: &Hint, brief: &Brief) -> Result<Article, IngestError> {
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
    let clean = ingest::extract(bytes, hint)?.article;
    let (lost_clean, _) = lost(brief, &clean);
    match text {
        Some(text) if lost_clean > 0 && lost(brief, &text).0 < lost_clean => Ok(text),
        _ => Ok(clean),
    }
}

/// How many passages of a brief are not in an article, and how many it has.
pub fn lost(brief: &Brief, article: &Article) -> (usize, usize) {
    let finder = Finder::new(article);
    let places = Places::of(brief, |anchor| finder.resolve(anchor));
    let found: Vec<&Found> = places.summary.iter().chain(places.claims.iter().flatten()).collect();
    (found.iter().filter(|found| !found.state.is_found()).count(), found.len())
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

/// Keeps an article beside its brief; where another is there, only to `replace` it.
///
/// # Errors
/// When it cannot be written, or the other not be moved to the trash; then nothing has changed.
pub fn keep(library: &Library, id: &BriefId, article: &Article, replace: bool) -> Result<Kept, LibraryError> {
    let path = library.root().join(id.article_file());
    let text = article.to_file();
    let lock = library.lock_of(id)?;
    let holds = || disk::read(&path, LARGEST_ARTICLE).is_ok_and(|(bytes, _)| bytes == text.as_bytes());
    let mut kept = Kept::Beside;
    if path.symlink_metadata().is_ok() && !holds() {
        if !replace {
            return Ok(Kept::Not);
        }
        if let Some(old) = trash::keep_article(library, &lock, id)? {
            kept = Kept::InPlaceOf(old);
        }
    }
    disk::write_locked(&lock, &path, text.as_bytes(), Durability::Kept)?;
    Ok(kept)
}
