//! The one integration binary: what the user sees, at the boundary.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod anchors;
mod any;
mod checking;
mod drafting;
mod format;
mod splice;
