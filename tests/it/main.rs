//! The one integration binary: what the user sees, at the boundary.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod anchors;
mod any;
mod briefs;
mod checking;
mod documents;
mod driver;
mod format;
mod gallery;
mod hostile;
mod library;
mod pty;
mod reading;
mod screens;
mod scripts;
mod splice;
mod study;
mod studying;
mod typeset;
mod extract;
mod html;
mod bad_input;
mod mutated;
mod paper;
mod formats;
