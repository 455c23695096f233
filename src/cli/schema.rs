//! `epitome schema`: the JSON Schema of the brief file.

use super::{Failure, Out, Outcome, Ran};
use crate::brief::schema;

/// There is nothing to choose.
#[derive(clap::Args)]
pub struct Args {}

/// Prints the schema, laid out to be read.
///
/// # Errors
/// When nothing can be printed.
pub fn run(_: &Args, out: &mut Out) -> Ran {
    let text = serde_json::to_string_pretty(&schema::schema()).map_err(|e| Failure(e.to_string()))?;
    out.text(&text)?;
    out.text("\n")?;
    Ok(Outcome::Done)
}
