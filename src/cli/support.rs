//! `epitome support`: claim and passage in, parted by a tab; how well the passage supports the claim out, a line for a line.
//! Hidden: it is there to be measured.

use std::io::Read;

use crate::analysis::support::Rarity;
use crate::cli::{Failure, Out, Outcome, Ran};
use crate::text::stem::Language;

/// Reads pairs from standard input and writes a number from 0 to 1 for each, in order.
///
/// # Errors
/// When standard input is not UTF-8 or nothing can be printed.
pub fn run(out: &mut Out) -> Ran {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).map_err(|e| Failure(format!("cannot read standard input: {e}")))?;
    let pairs: Vec<(&str, &str)> = input.lines().map(|line| line.split_once('\t').unwrap_or((line, ""))).collect();
    let language = Language::guess(&input);
    let rarity = Rarity::of(&language, pairs.iter().flat_map(|(claim, passage)| [*claim, *passage]));
    for (claim, passage) in pairs {
        out.text(&format!("{:.5}\n", rarity.support(claim, passage)))?;
    }
    Ok(Outcome::Done)
}
