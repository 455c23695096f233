//! `epitome note`: adds a note to a brief, a claim or a passage, and prints its id once it is on the disk. A quotation
//! that does not stand in the article, or stands there several times, is refused and never guessed at.

use std::io::{self, IsTerminal, Read};
use std::time::SystemTime;

use clap::Args as ClapArgs;

use crate::article::Article;
use crate::brief::anchor::{Finder, State};
use crate::brief::study::{Change, ClaimRef, Moment, Target};
use crate::brief::{Anchor, Brief, ClaimId, Passage};
use crate::cli::place::LibraryArgs;
use crate::cli::{Failure, Out, Outcome, Ran, message};
use crate::library::{Environment, Opened, Store, unsaved};
use crate::tui::outside;

/// The longest note, in bytes.
const LONGEST: u64 = 1 << 20;

/// What `epitome note` is told.
#[derive(ClapArgs)]
pub struct Args {
    /// The brief: its id, the beginning of it, or its file; `ID#c3` for a claim of it
    #[arg(value_name = "ID[#CLAIM]")]
    id: String,
    /// The note; `-` reads it from standard input; without one, $VISUAL or $EDITOR is opened
    text: Vec<String>,
    /// The words of the article that the note is on
    #[arg(long, value_name = "WORDS")]
    quote: Option<String>,
    #[command(flatten)]
    at: LibraryArgs,
}

/// Adds the note.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let (id, claim) = args.id.rsplit_once('#').map_or((args.id.as_str(), None), |(id, claim)| (id, Some(claim)));
    let (library, opened) = args.at.load(id)?;
    let on = target(&opened, claim, args.quote.as_deref())?;
    let text = words(&args.text)?;
    let state = Environment::of_process().state;
    let store = Store::open(&library, state.as_deref());
    let now = Moment::of(SystemTime::now());
    let note = Change::AddNote { on, text: text.clone() };
    let applied = match store.apply(&opened.id, &[note], now) {
        // What stands on the command line is still there; what was written for this is nowhere else.
        Err(e) if is_written_for_this(&args.text) && !text.trim().is_empty() => {
            return Err(Failure(format!("{e}; {}", unsaved::said(state.as_deref(), &opened.id, &text))));
        }
        applied => applied?,
    };
    applied.remarks.iter().for_each(|remark| message(&remark.to_string()));
    if let Some(missed) = applied.missed.first() {
        return Err(Failure(missed.why.to_owned()));
    }
    for id in &applied.added {
        out.text(&format!("{}\n", id.0))?;
    }
    Ok(Outcome::Done)
}

/// What the note is on.
fn target(opened: &Opened, claim: Option<&str>, quote: Option<&str>) -> Result<Target, Failure> {
    let claim = claim.map(|id| claim_ref(&opened.brief, id)).transpose()?;
    Ok(match (quote, claim) {
        (Some(quote), claim) => Target::Passage(anchor(opened.article.as_ref(), quote)?, claim),
        (None, Some(claim)) => Target::Claim(claim),
        (None, None) => Target::Brief,
    })
}

fn claim_ref(brief: &Brief, id: &str) -> Result<ClaimRef, Failure> {
    let id = ClaimId(id.to_owned());
    let claim = brief.claims.iter().find(|claim| claim.id == id).map(ClaimRef::of);
    claim.ok_or_else(|| {
        let ids: Vec<&str> = brief.claims.iter().map(|claim| claim.id.0.as_str()).collect();
        Failure(format!("the brief has no claim '{}'; it has {}", id.0, ids.join(", ")))
    })
}

/// The passage that is quoted. Without the article the quotation is kept as it was given.
fn anchor(article: Option<&Article>, quote: &str) -> Result<Anchor, Failure> {
    let passage = Passage::Quote { text: quote.trim().to_owned(), before: None, after: None };
    let given = Anchor { paragraph: None, span: None, passage };
    let Some(article) = article else {
        message("the article is not here; the quotation is kept as it was given");
        return Ok(given);
    };
    let found = Finder::new(article).resolve(&given);
    let anchor = found.place.and_then(|(no, span)| Anchor::quote(article, no, span));
    anchor.ok_or_else(|| {
        let why = match found.state {
            State::Ambiguous => format!("these words stand {} times in the article; quote more of them", found.others),
            _ => "these words do not stand in the article".to_owned(),
        };
        Failure(why)
    })
}

/// Whether the words come from an editor or from standard input.
fn is_written_for_this(given: &[String]) -> bool {
    matches!(given, []) || matches!(given, [dash] if dash == "-")
}

/// The words of the note: as given, from standard input, or from an editor.
fn words(given: &[String]) -> Result<String, Failure> {
    match given {
        [dash] if dash == "-" => limited(io::stdin().lock(), "standard input"),
        [] if io::stdin().is_terminal() && io::stdout().is_terminal() => {
            outside::edit_text(outside::NOTE, "").map_err(|e| Failure(e.to_string()))
        }
        [] => Err(Failure("what is the note? Give its words, or `-` to read them from standard input".to_owned())),
        words => Ok(words.join(" ")),
    }
}

fn limited(from: impl Read, name: &str) -> Result<String, Failure> {
    let mut text = String::new();
    let read = from.take(LONGEST + 1).read_to_string(&mut text);
    read.map_err(|e| Failure(format!("cannot read {name}: {e}")))?;
    if text.len() as u64 > LONGEST {
        return Err(Failure(format!("cannot read {name}: a note has at most {} MiB", LONGEST >> 20)));
    }
    Ok(text)
}
