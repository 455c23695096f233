//! `epitome related`: for one claim or all claims of a brief, the nearest claims of all other briefs of the library, and
//! what they are to it. Compares only briefs in the language of the one that is asked about.

use clap::Args as ClapArgs;
use serde_json::{Value, json};

use crate::analysis::compare::{Class, Near, Nearest, compared};
use crate::brief::Claim;
use crate::cli::place::LibraryArgs;
use crate::cli::{Failure, Out, Outcome, Ran, message};
use crate::library::{Library, Opened};
use crate::text::{language, safe};

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

/// The claims of all other briefs, as they were added to be compared.
struct Shelf {
    nearest: Nearest,
    /// For each claim added: its brief, and its place in it.
    places: Vec<(usize, usize)>,
    briefs: Vec<Opened>,
}

/// Lists what is near to a claim or to each claim of a brief; the answer is no when nothing is.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let (id, wanted) = args.id.split_once('#').map_or((args.id.as_str(), None), |(id, claim)| (id, Some(claim)));
    let (_, opened) = args.at.load(id)?;
    let asked = if wanted.is_some() { &opened.brief.claims } else { compared(&opened.brief.claims) };
    let claims: Vec<&Claim> = asked.iter().filter(|claim| wanted.is_none_or(|name| claim.id.0 == name)).collect();
    if let (Some(name), true) = (wanted, claims.is_empty()) {
        let names: Vec<&str> = opened.brief.claims.iter().map(|claim| claim.id.0.as_str()).collect();
        return Err(Failure(format!("{id} has no claim {name}; it has {}", names.join(", "))));
    }
    if asked.len() < opened.brief.claims.len() {
        message(&format!("{id} has too many claims; here are those near to its first {}", asked.len()));
    }
    let shelf = Shelf::of(&opened, &args.at)?;
    let found: Vec<(&Claim, Vec<Near>)> =
        claims.into_iter().map(|claim| (claim, shelf.near(claim, args.limit))).collect();
    if args.json {
        let claims: Vec<Value> = found.iter().map(|(claim, near)| shelf.claim_json(claim, near)).collect();
        out.json(&json!({"version": 1, "id": opened.id.as_str(), "claims": claims}))?;
    } else {
        for (claim, near) in &found {
            out.text(&shelf.text(claim, near))?;
        }
    }
    let is_empty = found.iter().all(|(_, near)| near.is_empty());
    Ok(if is_empty { Outcome::No } else { Outcome::Done })
}

impl Shelf {
    fn of(opened: &Opened, at: &LibraryArgs) -> Result<Self, Failure> {
        let (place, environment) = at.find()?;
        let (library, catalogue) = Library::catalogue(place, environment.cache.as_deref())?;
        let language = opened.brief.source.language.as_deref();
        let mut shelf = Self { nearest: Nearest::new(language), places: Vec::new(), briefs: Vec::new() };
        for card in catalogue.cards().filter(|card| card.id() != opened.id && language::same(card.language(), language))
        {
            match library.load(&card.id()) {
                Ok(other) => shelf.add(other),
                Err(e) => message(&e.to_string()),
            }
        }
        Ok(shelf)
    }

    fn add(&mut self, brief: Opened) {
        for (n, claim) in compared(&brief.brief.claims).iter().enumerate() {
            self.nearest.add(claim);
            self.places.push((self.briefs.len(), n));
        }
        self.briefs.push(brief);
    }

    fn near(&self, claim: &Claim, limit: usize) -> Vec<Near> {
        self.nearest.to(claim, limit, |_| true)
    }

    fn found(&self, near: &Near) -> Option<(&Opened, &Claim)> {
        let (brief, claim) = *self.places.get(near.claim)?;
        let opened = self.briefs.get(brief)?;
        opened.brief.claims.get(claim).map(|claim| (opened, claim))
    }

    fn text(&self, claim: &Claim, near: &[Near]) -> String {
        let mut text = format!("{}  {}\n", safe::line(&claim.id.0), safe::line(&claim.text));
        for (near, (opened, other)) in near.iter().filter_map(|near| self.found(near).map(|found| (near, found))) {
            let (class, claim, words) = (class(near), safe::line(&other.id.0), safe::line(&other.text));
            text.push_str(&format!("   {class:<9}  {}#{claim}  {words}\n", opened.id));
        }
        text
    }

    fn claim_json(&self, claim: &Claim, near: &[Near]) -> Value {
        let related = near.iter().filter_map(|near| self.found(near).map(|found| near_json(near, found)));
        json!({"id": claim.id.0, "claim": claim.text, "related": related.collect::<Vec<_>>()})
    }
}

fn near_json(near: &Near, (opened, claim): (&Opened, &Claim)) -> Value {
    let conflict = near.judgement.conflict.as_ref().map(|conflict| conflict.kind.name());
    json!({
        "brief": opened.id.as_str(),
        "claim": claim.id.0,
        "text": claim.text,
        "class": class(near),
        "score": near.judgement.score,
        "conflict": conflict,
    })
}

/// What a near claim is to the one that was asked about.
fn class(near: &Near) -> &'static str {
    match near.judgement.class {
        Some(Class::Agree) => "supports",
        Some(Class::Differ) => "conflicts",
        _ => "related",
    }
}
