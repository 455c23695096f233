//! The one integration binary: what the user sees, at the boundary.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod bad_input;
mod documents;
mod extract;
mod mutated;
mod paper;
