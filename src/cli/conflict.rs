//! `epitome conflict` (hidden): pairs of claims in; for each whether they cannot both be true, and what in. Refuses to
//! say which is right.

use clap::Args as ClapArgs;

use crate::analysis::compare::{self, Reading};
use crate::cli::similar::pairs;
use crate::cli::{Out, Outcome, Ran};
use crate::text::similar::Sketcher;

/// What `epitome conflict` is told.
#[derive(ClapArgs)]
pub struct Args {
    /// Print the kind of conflict only, without what it is
    #[arg(long)]
    tsv: bool,
    /// The language of the claims, as a BCP 47 tag [default: English]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
}

/// Judges the pairs on standard input, `a<TAB>b` a line.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let language = args.language.as_deref();
    let sketcher = Sketcher::new(language);
    for (a, b) in pairs()? {
        let read = |text: &str| Reading::of_text(text, language, &sketcher);
        let (x, y) = (read(&a), read(&b));
        let line = match compare::conflict(&x, &y) {
            None => "none\n".to_owned(),
            Some(found) if args.tsv => format!("{}\n", found.kind.name()),
            Some(found) => format!("{}\t{}\n", found.kind.name(), found.text),
        };
        out.text(&line)?;
    }
    Ok(Outcome::Done)
}
