//! Text and positions in it. Knows nothing of articles or briefs.

pub mod safe;
pub mod span;

pub use span::{Offset, Span};
