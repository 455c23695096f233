//! The one integration binary: what the user sees, at the boundary.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod anchors;
mod any;
mod bad_input;
mod briefs;
mod checking;
mod documents;
mod drafting;
mod driver;
mod extract;
mod format;
mod formats;
mod gallery;
mod hostile;
mod html;
mod library;
mod mutated;
mod paper;
mod pty;
mod reading;
mod screens;
mod scripts;
mod splice;
mod study;
mod studying;
mod typeset;
