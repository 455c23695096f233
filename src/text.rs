//! Text and positions in it. Knows nothing of articles or briefs.

pub mod safe;
pub mod segment;
pub mod span;
pub mod stem;

pub use span::{Offset, Span};
