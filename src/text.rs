//! Text and positions in it. Knows nothing of articles or briefs.

pub mod bidi;
pub mod find;
pub mod hyphen;
pub mod language;
pub mod listed;
pub mod lookup;
pub mod marks;
pub mod outlet;
pub mod safe;
pub mod segment;
pub mod similar;
pub mod span;
pub mod stem;
pub mod width;
pub mod wrap;

pub use span::{Offset, Span};

/// A number of things: `1 claim`, `2 claims`.
pub fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
