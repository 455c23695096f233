//! How far the adding of many articles is: a bar on standard error with the name of what is being read. Refuses to draw
//! anywhere but on a terminal.

use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};

use crate::ingest::fetch;
use crate::text::safe;

/// A bar for so many articles; it draws nothing when standard error is no terminal.
pub fn bar(articles: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("[{bar:20}] {pos} of {len}  {wide_msg}");
    let bar = ProgressBar::new(articles as u64);
    match style {
        Ok(style) => bar.with_style(style.progress_chars("█ ")),
        Err(_) => bar,
    }
}

/// What the bar shows of an input: an address whole, and of a path the file's name.
pub fn name(input: &Path) -> String {
    let whole = input.to_string_lossy();
    let name = input.file_name().filter(|_| !fetch::is_address(&whole)).map(|name| name.to_string_lossy());
    safe::line(&name.unwrap_or(whole)).into_owned()
}
