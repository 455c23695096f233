//! `epitome compare`: two briefs, claim by claim: on a terminal side by side in the reader, else as text, Markdown, JSON or a
//! page of HTML. Draws no screen of its own.

use std::ffi::OsString;

use clap::{Args as ClapArgs, ValueEnum};
use serde_json::{Value, json};

use crate::analysis::compare::corrected::{Row, Said, rows};
use crate::analysis::compare::{Class, FigurePair, compare};
use crate::brief::{Anchor, Claim, Passage};
use crate::cli::place::LibraryArgs;
use crate::cli::read;
use crate::cli::settings::signs;
use crate::cli::show::joined;
use crate::cli::{Out, Outcome, Ran, message};
use crate::library::{Environment, Library, Opened, Store};
use crate::text::similar::Method;
use crate::text::{Span, counted};
use crate::tui::screen::aligned::class_sign;

mod html;
mod page;

/// What `epitome compare` is told.
#[derive(ClapArgs)]
pub struct Args {
    /// The first brief: its id, the beginning of it, or its file
    a: OsString,
    /// The second brief
    b: OsString,
    #[command(flatten)]
    at: LibraryArgs,
    /// How the comparison is written [default: side by side in the reader on a terminal, else text]
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<Format>,
    /// Leave out what you corrected: the rows as the program has them
    #[arg(long)]
    as_computed: bool,
}

/// How a comparison is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Plain text, at most 72 columns wide
    Text,
    /// Markdown
    Markdown,
    /// One page that needs nothing else
    Html,
    /// One JSON document
    Json,
}

/// Two briefs and what came of comparing them.
struct Compared {
    a: Opened,
    b: Opened,
    /// The rows, corrected by the reader where they were.
    rows: Vec<Row>,
    method: Method,
    /// What a reader should know of the languages.
    caveat: Option<String>,
}

/// Compares two briefs.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let ((of_a, a), (of_b, b)) = (args.at.load(&args.a)?, args.at.load(&args.b)?);
    let is_asked_for_text = args.format.is_some() || args.as_computed;
    if !is_asked_for_text && of_a.root() == of_b.root() && read::check_terminal().is_ok() {
        return read::open_two(&of_a, &a.id, &b.id);
    }
    let comparison = compare(&a.brief, &b.brief);
    let said = if args.as_computed { Vec::new() } else { said([(&of_a, &a), (&of_b, &b)]) };
    let (rows, method, caveat) = (rows(&comparison, &said), comparison.method, comparison.caveat());
    let compared = Compared { a, b, rows, method, caveat };
    match args.format.unwrap_or(Format::Text) {
        Format::Text => out.text(&page::text(&compared))?,
        Format::Markdown => out.text(&page::markdown(&compared))?,
        Format::Html => out.text(&html::page(&compared))?,
        Format::Json => out.json(&as_json(&compared))?,
    }
    Ok(Outcome::Done)
}

/// What the reader said of the two briefs; it is kept with the one whose name comes first.
fn said(of: [(&Library, &Opened); 2]) -> Vec<Said> {
    let [a, b] = of.map(|(_, opened)| opened.id.as_str());
    let (_, with, flipped) = Said::owner(a, b);
    let (library, owner) = of[usize::from(flipped)];
    let store = Store::open(library, Environment::of_process().state.as_deref());
    let study = match store.load(&owner.id) {
        Ok((study, _)) => study,
        // What the reader said cannot be read: the briefs can, and are compared without it.
        Err(e) => {
            message(&e.to_string());
            return Vec::new();
        }
    };
    Said::of(&study.corrections, with, of.map(|(_, opened)| &opened.brief), flipped)
}

/// What a brief is called.
fn heading(opened: &Opened) -> String {
    opened.brief.heading(opened.id.as_str())
}

/// Who wrote the article, where that is known.
fn authors(opened: &Opened) -> Option<String> {
    Some(opened.brief.source.authors.join(", ")).filter(|authors| !authors.is_empty())
}

/// Publisher, date, kind, length and number of claims, as far as they are known.
fn particulars(opened: &Opened) -> String {
    let source = &opened.brief.source;
    let known = [
        source.publisher.clone(),
        Some(source.published.map_or_else(|| "no date".to_owned(), |date| date.long())),
        Some(source.kind.name().to_owned()),
        source.article.as_ref().filter(|article| article.words > 0).map(|article| counted(article.words, "word")),
        Some(format!("{} claims", opened.brief.claims.len())),
    ];
    joined(known)
}

/// The topics of both, of the first only, of the second only.
fn topics(compared: &Compared) -> [Vec<&str>; 3] {
    let (a, b) = (&compared.a.brief.topics, &compared.b.brief.topics);
    let shares =
        |topics: &[String], topic: &String| topics.iter().any(|other| other.to_lowercase() == topic.to_lowercase());
    [
        a.iter().filter(|topic| shares(b, topic)).map(String::as_str).collect(),
        a.iter().filter(|topic| !shares(b, topic)).map(String::as_str).collect(),
        b.iter().filter(|topic| !shares(a, topic)).map(String::as_str).collect(),
    ]
}

/// The sign of a class.
fn sign_of(class: Class) -> &'static str {
    signs().sign(class_sign(class).0)
}

/// "= 3 agree   ≠ 3 differ   …".
fn counts(compared: &Compared) -> String {
    let count = |class: Class| format!("{} {} {}", sign_of(class), compared.count(class), class.name());
    Class::ALL.map(count).join("   ")
}

impl Compared {
    fn claim_a(&self, row: &Row) -> Option<&Claim> {
        row.claims[0].and_then(|n| self.a.brief.claims.get(n))
    }

    fn claim_b(&self, row: &Row) -> Option<&Claim> {
        row.claims[1].and_then(|n| self.b.brief.claims.get(n))
    }

    fn count(&self, class: Class) -> usize {
        self.rows.iter().filter(|row| row.class == Some(class)).count()
    }

    /// "see also B 4, A 2"; nothing where there is nothing to see.
    fn see_also(&self, row: &Row) -> String {
        let name = |(side, n): &(usize, usize)| format!("{} {}", if *side == 0 { "A" } else { "B" }, n + 1);
        let names: Vec<String> = row.see_also.iter().map(name).collect();
        if names.is_empty() { String::new() } else { format!("see also {}", names.join(", ")) }
    }
}

fn as_json(compared: &Compared) -> Value {
    let [both, only_a, only_b] = topics(compared);
    let counts: serde_json::Map<String, Value> =
        Class::ALL.iter().map(|class| (class.name().to_owned(), json!(compared.count(*class)))).collect();
    json!({
        "version": 1,
        "a": brief_json(&compared.a),
        "b": brief_json(&compared.b),
        "method": compared.method.name(),
        "caveat": compared.caveat,
        "topics": {"both": both, "only A": only_a, "only B": only_b},
        "counts": counts,
        "rows": compared.rows.iter().map(|row| row_json(compared, row)).collect::<Vec<_>>(),
    })
}

fn brief_json(opened: &Opened) -> Value {
    let source = &opened.brief.source;
    json!({
        "id": opened.id.as_str(),
        "path": opened.path.to_string_lossy(),
        "title": opened.brief.title,
        "label": opened.brief.label,
        "publisher": source.publisher,
        "published": source.published.map(|date| date.to_string()),
        "kind": source.kind.name(),
        "language": source.language,
        "words": source.article.as_ref().map(|article| article.words).filter(|words| *words > 0),
        "claims": opened.brief.claims.len(),
        "topics": opened.brief.topics,
    })
}

fn row_json(compared: &Compared, row: &Row) -> Value {
    let see_also = |(side, n): &(usize, usize)| {
        let (name, opened) = if *side == 0 { ("A", &compared.a) } else { ("B", &compared.b) };
        json!({"side": name, "claim": opened.brief.claims.get(*n).map(|claim| &claim.id.0)})
    };
    let figure = |pair: &FigurePair| json!({"a": bytes(pair.a), "b": bytes(pair.b), "verdict": pair.verdict.name(), "text": pair.text});
    json!({
        "class": row.class.map(Class::name),
        "corrected": row.corrected,
        "reason": row.reason,
        "score": row.score,
        "a": compared.claim_a(row).map(|claim| claim_json(claim, &row.marks[0])),
        "b": compared.claim_b(row).map(|claim| claim_json(claim, &row.marks[1])),
        "figures": row.figures.iter().map(figure).collect::<Vec<_>>(),
        "see_also": row.see_also.iter().map(see_also).collect::<Vec<_>>(),
    })
}

fn claim_json(claim: &Claim, marks: &[Span]) -> Value {
    json!({
        "id": claim.id.0,
        "claim": claim.text,
        "said_by": claim.said_by,
        "when": claim.when.map(|when| when.to_string()),
        "marks": marks.iter().map(|span| bytes(*span)).collect::<Vec<_>>(),
        "evidence": claim.evidence.iter().map(anchor_json).collect::<Vec<_>>(),
    })
}

fn anchor_json(anchor: &Anchor) -> Value {
    let (quote, digest) = match &anchor.passage {
        Passage::Quote { text, .. } => (Some(text), None),
        Passage::Digest { digest, .. } => (None, Some(digest)),
    };
    json!({"paragraph": anchor.paragraph.map(|no| no.get()), "span": anchor.span.map(bytes), "quote": quote, "digest": digest})
}

fn bytes(span: Span) -> [usize; 2] {
    [span.start().bytes(), span.end().bytes()]
}
