//! `epitome related`: for one claim or all claims of a brief, the nearest claims of all other briefs of the library, and
//! what they are to it. Compares only briefs in the language of the one that is asked about.

use std::sync::atomic::AtomicBool;

use clap::Args as ClapArgs;
use serde_json::{Value, json};

use crate::analysis::compare::compared;
use crate::brief::Claim;
use crate::cli::place::LibraryArgs;
use crate::cli::{Failure, Out, Outcome, Ran, fitted, message};
use crate::library::related::{Neighbour, Others};
use crate::library::{Library, Opened};

/// How many claims are listed for each.
const LISTED: usize = 5;

/// What `epitome related` is told.
#[derive(ClapArgs)]
pub struct Args {
    /// The brief, or one claim of it: ID, or ID#claim
    id: String,
    #[command(flatten)]
    at: LibraryArgs,
    /// How many claims to list for each
    #[arg(long, value_name = "COUNT", default_value_t = LISTED)]
    limit: usize,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// Lists what is near to a claim or to each claim of a brief; the answer is no when nothing is.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let (id, wanted) = args.id.split_once('#').map_or((args.id.as_str(), None), |(id, claim)| (id, Some(claim)));
    let (_, opened) = args.at.load(id)?;
    let asked = if wanted.is_some() { &opened.brief.claims } else { compared(&opened.brief.claims) };
    let claims: Vec<&Claim> = asked.iter().filter(|claim| wanted.is_none_or(|name| claim.id.0 == name)).collect();
    if let (Some(name), true) = (wanted, claims.is_empty()) {
        let names: Vec<&str> = opened.brief.claims.iter().map(|claim| claim.id.0.as_str()).collect();
        let what = if name.is_empty() {
            "no claim is named behind the '#'".to_owned()
        } else {
            format!("{id} has no claim {name}")
        };
        return Err(Failure(format!("{what}; {id} has {}", names.join(", "))));
    }
    if asked.len() < opened.brief.claims.len() {
        message(&format!("{id} has too many claims; here are those near to its first {}", asked.len()));
    }
    let others = others(&opened, &args.at)?;
    let found: Vec<(&Claim, Vec<Neighbour<'_>>)> =
        claims.into_iter().map(|claim| (claim, others.near(claim, args.limit))).collect();
    if args.json {
        let claims: Vec<Value> = found.iter().map(|(claim, near)| claim_json(claim, near)).collect();
        out.json(&json!({"version": 1, "id": opened.id.as_str(), "claims": claims}))?;
    } else {
        for (claim, near) in &found {
            out.text(&text(claim, near))?;
        }
    }
    let is_empty = found.iter().all(|(_, near)| near.is_empty());
    Ok(if is_empty { Outcome::No } else { Outcome::Done })
}

/// The claims of all other briefs of the library.
fn others(opened: &Opened, at: &LibraryArgs) -> Result<Others, Failure> {
    let (place, environment) = at.find()?;
    let (library, catalogue) = Library::catalogue(place, environment.cache.as_deref())?;
    let never = AtomicBool::new(false);
    let others = Others::of(&library, catalogue.cards(), opened, &never, |e| message(&e.to_string()));
    others.ok_or_else(|| Failure("it was stopped".to_owned()))
}

fn text(claim: &Claim, near: &[Neighbour<'_>]) -> String {
    let mut text = fitted(&format!("{}  {}", claim.id.0, claim.text), 4);
    for other in near {
        let (id, words) = (&other.claim.id.0, &other.claim.text);
        let line = format!("   {:<9}  {}#{id}  {words}", other.near.class().name(), other.opened.id);
        text.push_str(&fitted(&line, 14));
    }
    text
}

fn claim_json(claim: &Claim, near: &[Neighbour<'_>]) -> Value {
    let related: Vec<Value> = near.iter().map(near_json).collect();
    json!({"id": claim.id.0, "claim": claim.text, "related": related})
}

fn near_json(other: &Neighbour<'_>) -> Value {
    let judgement = &other.near.judgement;
    json!({
        "brief": other.opened.id.as_str(),
        "claim": other.claim.id.0,
        "text": other.claim.text,
        "class": other.near.class().name(),
        "score": judgement.score,
        "conflict": judgement.conflict.as_ref().map(|conflict| conflict.kind.name()),
    })
}
