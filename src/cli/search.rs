//! `epitome search`: where the briefs of a library and their articles have words, a line for each passage, whose places it
//! names. The query is the one of the shelf's filter. Finds what is there, never what is only like it.

use std::collections::HashMap;

use clap::Args as ClapArgs;
use serde_json::{Value, json};

use crate::brief::study::Study;
use crate::cli::place::LibraryArgs;
use crate::cli::settings::signs;
use crate::cli::{Failure, Out, Outcome, Ran, fitted, message, tabbed, terminal_columns};
use crate::library::query::{MOST_TERMS, Query};
use crate::library::search::{Found, Hit, Part, Passage, search};
use crate::library::{BriefId, Card, Catalogue, Environment, Library, Order, Store};
use crate::tui::theme::Sign;

/// Cells before what follows the first row of a line on a terminal.
const INDENT: usize = 4;

/// What may be looked for, and how it ends, said below its help.
const QUERY: &str = "\
    Every term must hold: a word (in title, id, publisher, authors or topics anywhere; in summary, claims and \
    article where a word begins with it), a phrase (\"high water\", with its quotation marks), is:unread, is:read, \
    is:starred, is:draft, is:reviewed, tag:x (tag:\"iraq war\", tag:ira*), a day, month, year or years (2031-05-03, \
    2014, 2014..2021). Capitals make no difference. A - before it excludes what has it ('ferry -fog', in one \
    argument, or behind --). Of a brief that has everything the parts are printed that have the most of the words; what stands in \
    several is printed once, with its places.\n\
    A line has the id, the places and the passage: parted by one tab in a pipe, and broken to fit on a terminal.\n\
    Exit: 0 something was found; 1 nothing was; 2 the query means nothing, or the library could not be searched.";

/// What `epitome search` is told.
#[derive(ClapArgs)]
#[command(after_help = QUERY)]
pub struct Args {
    /// What is looked for: words and terms, as in the shelf's filter
    #[arg(value_name = "QUERY", required = true)]
    query: Vec<String>,
    #[command(flatten)]
    at: LibraryArgs,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// Searches the library; the answer is no when nothing is found.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let typed = args.query.join(" ");
    let query = Query::new(&typed).ok_or_else(|| Failure("nothing to look for; name a word or a term".to_owned()))?;
    if query.has_too_many_terms() {
        return Err(Failure(format!("a query has at most {MOST_TERMS} words and terms; look for fewer")));
    }
    // What cannot mean anything is not answered with what it does not say.
    if let Some(why) = query.remark().or_else(|| query.idle()) {
        return Err(Failure(why));
    }
    let (library, catalogue) = args.at.open()?;
    let mut cards: Vec<&Card> = catalogue.cards().collect();
    Order::default().sort(&mut cards, &|_| false);
    let studies = studies(&library, &cards, &query);
    let (found, faults) = search(&library, &cards, &query, |id| studies.get(id));
    if args.json {
        out.json(&as_json(&query, &found, &catalogue, &faults))?;
    } else {
        for brief in &found {
            for passage in told(brief) {
                let places = passage.places.iter().map(place).collect::<Vec<_>>().join(", ");
                out.text(&row(&[brief.id.as_str(), &places, &passage.around]))?;
            }
        }
    }
    out.flush()?;
    let unread = catalogue.faults().map(|fault| format!("cannot read: {}: {}", fault.path, fault.why));
    let unread: Vec<String> = unread.chain(faults).collect();
    if cards.is_empty() && !unread.is_empty() {
        return Err(Failure(unread.join("; ")));
    }
    unread.iter().for_each(|line| message(line));
    Ok(if found.is_empty() { Outcome::No } else { Outcome::Done })
}

/// What readers added to the briefs, where the query asks for it. One file that cannot be read is named, and is as none.
fn studies(library: &Library, cards: &[&Card], query: &Query) -> HashMap<String, Study> {
    if !query.asks_the_reader() {
        return HashMap::new();
    }
    let store = Store::open(library, Environment::of_process().state.as_deref());
    let begun = store.begun(cards.iter().map(|card| card.id()));
    let load = |id: &BriefId| match store.load(id) {
        Ok((study, _)) => Some((id.as_str().to_owned(), study)),
        Err(e) => {
            message(&e.to_string());
            None
        }
    };
    begun.iter().filter_map(load).collect()
}

/// The passages of a brief that are printed: its id stands before each of them, and is none where it has others.
fn told(brief: &Found) -> impl Iterator<Item = &Passage> {
    let is_id = |passage: &Passage| passage.places == [Part::Name];
    let only_id = brief.passages.iter().all(is_id);
    brief.passages.iter().filter(move |passage| only_id || !is_id(passage))
}

/// A line: in a pipe with a tab between its columns, on a terminal broken to its width.
fn row(columns: &[&str]) -> String {
    if terminal_columns().is_some() { fitted(&columns.join("  "), INDENT) } else { tabbed(columns) }
}

/// A part as a line names it.
fn place(part: &Part) -> String {
    let theme = signs();
    match part {
        Part::Claim { number, .. } => format!("claim {number}"),
        Part::Paragraph(no) if theme.ascii => format!("{} {}", theme.sign(Sign::Pilcrow), no.get()),
        Part::Paragraph(no) => format!("{}{}", theme.sign(Sign::Pilcrow), no.get()),
        part => name(part).to_owned(),
    }
}

/// A part as JSON names it.
const fn name(part: &Part) -> &'static str {
    match part {
        Part::Title => "title",
        Part::Publisher => "publisher",
        Part::Author => "author",
        Part::Topic => "topic",
        Part::Name => "id",
        Part::Summary => "summary",
        Part::Claim { .. } => "claim",
        Part::Paragraph(_) => "article",
    }
}

fn as_json(query: &Query, found: &[Found], catalogue: &Catalogue, faults: &[String]) -> Value {
    let unread = catalogue.faults().map(|fault| format!("{}: {}", fault.path, fault.why));
    json!({
        "version": 1,
        "query": query.text,
        "hits": found.iter().flat_map(|brief| brief.hits.iter().map(|hit| hit_json(brief, hit))).collect::<Vec<_>>(),
        "unreadable": unread.chain(faults.iter().cloned()).collect::<Vec<_>>(),
    })
}

fn hit_json(brief: &Found, hit: &Hit) -> Value {
    let claim = if let Part::Claim { id, .. } = &hit.part { Some(&id.0) } else { None };
    let paragraph = if let Part::Paragraph(no) = hit.part { Some(no.get()) } else { None };
    let spans: Vec<[usize; 2]> = hit.spans.iter().map(|span| [span.start().bytes(), span.end().bytes()]).collect();
    json!({
        "id": brief.id.as_str(),
        "heading": brief.heading,
        "where": name(&hit.part),
        "claim": claim,
        "paragraph": paragraph,
        "spans": spans,
        "around": hit.around,
    })
}
