//! epitome: a terminal briefing reader.
//!
//! The code map, in layer order; every import points to an earlier line, but `ingest` and `analysis` do not see each other.
//!
//! - [`text`]: positions in text, and what can be done with text alone: cleaning for the screen, segments, wrapping, finding.
//! - [`article`]: what someone wrote, as clean paragraphs, and where it came from.
//! - [`brief`]: what was made of it: claims, evidence, anchors that resolve; the YAML they are kept in.
//! - [`ingest`]: bytes of any format to an article.
//! - [`analysis`]: an article to a brief; two briefs to a comparison.
//! - [`library`]: a folder of briefs: list, load, save.
//! - [`tui`]: the reader in the terminal.
//! - [`cli`]: the command line; the only place that prints.

pub mod text;

pub mod article;

pub mod brief;

pub mod ingest;

pub mod analysis;

pub mod library;

pub mod tui;

pub mod cli;
