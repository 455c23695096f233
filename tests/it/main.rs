//! The one integration binary: what the user sees, at the boundary.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod anchors;
mod any;
mod briefs;
mod documents;
mod driver;
mod checking;
mod format;
mod library;
mod reading;
mod screens;
mod gallery;
mod typeset;
mod splice;
