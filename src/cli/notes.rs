//! `epitome notes`: every note and highlight of a library or of one brief, with the passage it is on and what became of
//! that. What is lost is shown as lost, never left out.

use clap::Args as ClapArgs;
use serde_json::{Value, json};

use crate::article::{Article, Paragraph, ParagraphKind};
use crate::brief::Brief;
use crate::brief::study::{ClaimRef, ClaimState, ItemId, Moment, Study, Target};
use crate::cli::place::LibraryArgs;
use crate::cli::show::{Page, Passages, anchor_json, passage};
use crate::cli::{Failure, Out, Outcome, Ran, message};
use crate::library::store::Remark;
use crate::library::strays::Strays;
use crate::library::{BriefId, Environment, Library, Opened, Order, Store};

/// What `epitome notes` is told.
#[derive(ClapArgs)]
pub struct Args {
    /// Only those of this brief: its id, the beginning of it, or its file
    id: Option<String>,
    #[command(flatten)]
    at: LibraryArgs,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// A brief with what its reader has added.
struct Studied {
    id: BriefId,
    /// The brief, or why it cannot be read.
    opened: Result<Opened, String>,
    study: Study,
}

/// A note or a highlight.
struct Item<'a> {
    kind: &'static str,
    id: &'a ItemId,
    at: Option<Moment>,
    edited: Option<Moment>,
    on: &'a Target,
    text: Option<&'a str>,
}

/// Lists the notes and highlights.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let mut remarks = Remarks::default();
    let studied = match &args.id {
        Some(id) => {
            let (library, opened) = args.at.load(id)?;
            let id = opened.id.clone();
            studied(&store(&library), id, &mut remarks, |_| Ok(opened))?.into_iter().collect()
        }
        None => all(args, &mut remarks)?,
    };
    if args.json {
        let items: Vec<Value> = studied.iter().flat_map(as_json).collect();
        out.json(&json!({"version": 1, "notes": items, "remarks": remarks.lines}))?;
    } else {
        let mut page = Page::new();
        studied.iter().for_each(|studied| set(&mut page, studied));
        out.text(&page.text)?;
    }
    out.flush()?;
    if studied.is_empty() && remarks.of_unread {
        // What could not be read may be all that there is.
        return Err(Failure(remarks.lines.join("; ")));
    }
    remarks.lines.iter().for_each(|remark| message(remark));
    if studied.is_empty() {
        message("there is no note and no highlight");
    }
    Ok(Outcome::Done)
}

/// What is to be said of the files that were read.
#[derive(Default)]
struct Remarks {
    lines: Vec<String>,
    /// Whether one of them could not be read.
    of_unread: bool,
}

fn store(library: &Library) -> Store {
    Store::open(library, Environment::of_process().state.as_deref())
}

/// All of the library that have notes or highlights, in the order of `epitome list`; last those that cannot be read.
fn all(args: &Args, remarks: &mut Remarks) -> Result<Vec<Studied>, Failure> {
    let (library, catalogue) = args.at.open()?;
    let store = store(&library);
    let mut cards: Vec<_> = catalogue.cards().collect();
    Order::default().sort(&mut cards, &|_| false);
    let faults = catalogue.faults().filter_map(|fault| BriefId::new(fault.path.strip_suffix(".yaml")?));
    let Strays { studies, aside, .. } = Strays::of(&library).unwrap_or_default();
    for path in aside {
        let path = library.root().join(path);
        remarks.lines.push(format!("{} is a damaged file that was put aside; notes may be in it", path.display()));
    }
    let ids: Vec<BriefId> = cards.iter().map(|card| card.id()).chain(faults).chain(studies.iter().cloned()).collect();
    let load = |id: &BriefId| match studies.contains(id) {
        true => Err("its brief is not here; `epitome mv` gives a brief this name".to_owned()),
        false => library.load(id).map_err(|e| e.to_string()),
    };
    let found = ids.into_iter().map(|id| studied(&store, id, remarks, load));
    Ok(found.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// One brief with its study; `None` when that has neither notes nor highlights.
fn studied(
    store: &Store,
    id: BriefId,
    remarks: &mut Remarks,
    load: impl FnOnce(&BriefId) -> Result<Opened, String>,
) -> Result<Option<Studied>, Failure> {
    let study = match store.load(&id) {
        Ok((study, said)) => {
            remarks.lines.extend(said.iter().map(ToString::to_string));
            remarks.of_unread |= said.iter().any(|one| matches!(one, Remark::Damaged(..) | Remark::Newer(..)));
            study
        }
        // One file that cannot be read does not hide the others.
        Err(e) => {
            remarks.lines.push(e.to_string());
            remarks.of_unread = true;
            return Ok(None);
        }
    };
    if study.notes.is_empty() && study.highlights.is_empty() {
        return Ok(None);
    }
    let opened = load(&id);
    Ok(Some(Studied { opened, id, study }))
}

fn items(study: &Study) -> impl Iterator<Item = Item<'_>> {
    let notes = study.notes.iter().map(|note| Item {
        kind: "note",
        id: &note.id,
        at: note.at,
        edited: note.edited,
        on: &note.on,
        text: Some(&note.text),
    });
    let highlights = study.highlights.iter().map(|mark| Item {
        kind: "highlight",
        id: &mark.id,
        at: mark.at,
        edited: None,
        on: &mark.on,
        text: None,
    });
    notes.chain(highlights)
}

/// Hands on what finds the words of a target: in the `article`, in a claim's sentence, or in the summary.
fn with_passages<T>(
    on: &Target,
    opened: Option<&Opened>,
    article: &Passages<'_>,
    then: impl FnOnce(&Passages<'_>) -> T,
) -> T {
    let Target::Words(_, claim) = on else { return then(article) };
    let text = opened.and_then(|opened| match claim {
        Some(claim) => claim.find(&opened.brief).map(|claim| &claim.text),
        None => Some(&opened.brief.summary),
    });
    let text = text.map(|text| Article::new([Paragraph { kind: ParagraphKind::Text, text: text.to_owned() }]));
    then(&Passages::of(text.as_ref()))
}

fn set(page: &mut Page, studied: &Studied) {
    if !page.text.is_empty() {
        page.space();
    }
    let opened = studied.opened.as_ref();
    let article = Passages::of(opened.ok().and_then(|opened| opened.article.as_ref()));
    let title = opened.map_or_else(|why| format!("({why})"), |opened| opened.brief.heading(opened.id.as_str()));
    page.set("", &format!("{title} · {}", studied.id));
    for item in items(&studied.study) {
        page.space();
        let first = format!("{:<8}", item.id.0);
        let indent = " ".repeat(first.len());
        page.set(&first, &particulars(&item, opened.ok().map(|opened| &opened.brief)));
        for paragraph in item.text.unwrap_or_default().lines().filter(|line| !line.trim().is_empty()) {
            page.set(&indent, paragraph);
        }
        if let Some(anchor) = item.on.anchor() {
            let words = with_passages(item.on, opened.ok(), &article, |passages| passage(anchor, passages));
            page.set(&indent, &words);
        }
    }
}

/// What is said of a note beside its words.
fn particulars(item: &Item<'_>, brief: Option<&Brief>) -> String {
    let claim = item.on.claim().map(|claim| match brief.map(|brief| claim.state(brief)) {
        Some(ClaimState::Edited) => format!("on {}, which was edited since", claim.id.0),
        Some(ClaimState::Gone) => format!("on {}, which the brief has no more", claim.id.0),
        Some(ClaimState::Same) | None => format!("on {}", claim.id.0),
    });
    let known = [Some(item.kind.to_owned()), item.at.map(|at| at.to_string()), claim];
    known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn as_json(studied: &Studied) -> Vec<Value> {
    let opened = studied.opened.as_ref().ok();
    let article = Passages::of(opened.and_then(|opened| opened.article.as_ref()));
    items(&studied.study).map(|item| item_json(&item, &studied.id, opened, &article)).collect()
}

fn item_json(item: &Item<'_>, id: &BriefId, opened: Option<&Opened>, article: &Passages<'_>) -> Value {
    let time = |at: Option<Moment>| at.map(|at| at.to_string());
    let in_words = matches!(item.on, Target::Words(..));
    let passage =
        item.on.anchor().map(|anchor| with_passages(item.on, opened, article, |found| anchor_json(anchor, found)));
    json!({
        "kind": item.kind,
        "id": item.id.0,
        "brief": id.as_str(),
        "heading": opened.map(|opened| opened.brief.heading(opened.id.as_str())),
        "at": time(item.at),
        "edited": time(item.edited),
        "claim": item.on.claim().map(|claim| claim_json(claim, opened)),
        "passage": passage.as_ref().filter(|_| !in_words),
        "words": passage.as_ref().filter(|_| in_words),
        "note": item.text,
    })
}

fn claim_json(claim: &ClaimRef, opened: Option<&Opened>) -> Value {
    json!({
        "id": claim.id.0,
        "claim": opened.and_then(|opened| claim.find(&opened.brief)).map(|claim| &claim.text),
        "state": opened.map(|opened| claim.state(&opened.brief).name()),
    })
}
