//! `epitome show`: one brief as plain text, at most 72 columns wide, or all of it as JSON. Cuts nothing short.

use clap::Args as ClapArgs;
use serde_json::{Value, json};

use crate::article::Article;
use crate::brief::anchor::{Finder, Found};
use crate::brief::finding::Finding;
use crate::brief::{Anchor, Brief, Claim, Passage};
use crate::cli::place::LibraryArgs;
use crate::cli::{Out, Outcome, Ran, message, terminal_columns};
use crate::library::Opened;
use crate::text::width::width;
use crate::text::wrap::{Setting, wrap};
use crate::text::{Span, safe};

/// The widest a line is set, in cells.
const MEASURE: usize = 72;
/// The narrowest: on a terminal of three columns a word a line is still read more easily than nothing.
const NARROWEST: usize = 20;

/// What `epitome show` is told.
#[derive(ClapArgs)]
pub struct Args {
    /// The brief: its id, the beginning of it, or its file
    id: String,
    #[command(flatten)]
    at: LibraryArgs,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// Shows one brief.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let (_, opened) = args.at.load(&args.id)?;
    let passages = Passages::of(opened.article.as_ref());
    if args.json {
        out.json(&as_json(&opened, &passages))?;
    } else {
        let mut page = Page::new();
        page.brief(&opened, &passages);
        out.text(&page.text)?;
    }
    out.flush()?;
    if let Some(fault) = &opened.article_fault {
        message(fault);
    }
    opened.findings.iter().for_each(|finding| message(&format!("{}:{finding}", opened.path.display())));
    Ok(Outcome::Done)
}

/// Finds the passages of a brief's anchors, where its article is there.
pub(super) struct Passages<'a> {
    article: Option<(&'a Article, Finder)>,
}

impl<'a> Passages<'a> {
    pub(super) fn of(article: Option<&'a Article>) -> Self {
        Self { article: article.map(|article| (article, Finder::new(article))) }
    }

    pub(super) fn resolve(&self, anchor: &Anchor) -> Found {
        self.article.as_ref().map_or(Found::UNATTACHED, |(_, finder)| finder.resolve(anchor))
    }

    /// The words of a passage: as the article has them where it was found, else as the brief has them.
    fn words<'b>(&'b self, anchor: &'b Anchor, found: &Found) -> Option<&'b str> {
        let in_article = || {
            let (article, _) = self.article.as_ref()?;
            let (no, span) = found.place?;
            span.slice(&article.paragraph(no)?.text)
        };
        match &anchor.passage {
            Passage::Quote { text, .. } => in_article().or(Some(text)),
            Passage::Digest { .. } => in_article(),
        }
    }
}

/// A page of plain text, as it is being set.
pub(super) struct Page {
    pub(super) text: String,
    measure: usize,
}

impl Page {
    /// An empty page, as wide as reads well and the terminal allows.
    pub(super) fn new() -> Self {
        let measure = terminal_columns().map_or(MEASURE, |columns| columns.clamp(NARROWEST, MEASURE));
        Self { text: String::new(), measure }
    }

    /// Sets a paragraph: its first line after `first`, the others after as much space.
    pub(super) fn set(&mut self, first: &str, paragraph: &str) {
        let indent = " ".repeat(width(first));
        for (n, line) in lines(paragraph, self.measure.saturating_sub(indent.len())).iter().enumerate() {
            self.text.extend([if n == 0 { first } else { &indent }, line, "\n"]);
        }
    }

    /// Puts a line that is never broken, so that it can be taken from the page: an address.
    fn whole(&mut self, line: &str) {
        if !line.is_empty() {
            self.text.extend([&safe::line(line), "\n"]);
        }
    }

    pub(super) fn space(&mut self) {
        self.text.push('\n');
    }

    fn brief(&mut self, opened: &Opened, passages: &Passages<'_>) {
        let brief = &opened.brief;
        self.set("", &brief.heading(opened.id.as_str()));
        self.set("", &byline(brief));
        self.whole(brief.source.url.as_deref().unwrap_or_default());
        self.space();
        for paragraph in brief.summary.split("\n\n") {
            self.set("", paragraph);
        }
        for (n, claim) in brief.claims.iter().enumerate() {
            self.space();
            self.claim(n + 1, claim, passages);
        }
        self.space();
        self.set("", &about(opened));
    }

    fn claim(&mut self, number: usize, claim: &Claim, passages: &Passages<'_>) {
        let first = format!("{number:>2}  ");
        let indent = " ".repeat(first.len());
        self.set(&first, &claim.text);
        self.set(&indent, &particulars(claim));
        for anchor in &claim.evidence {
            self.set(&indent, &passage(anchor, passages));
        }
    }
}

/// What is known of the source, in the order of a citation.
fn byline(brief: &Brief) -> String {
    let source = &brief.source;
    let known = [
        Some(source.authors.join(", ")).filter(|authors| !authors.is_empty()),
        source.publisher.clone(),
        Some(source.published.map_or_else(|| "no date".to_owned(), |date| date.long())),
        Some(source.kind.name().to_owned()),
        source.article.as_ref().filter(|a| a.words > 0).map(|article| format!("{} words", article.words)),
    ];
    known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What is said of a claim beside its sentence.
fn particulars(claim: &Claim) -> String {
    let said_by = claim.said_by.as_ref().map(|who| format!("said by {who}"));
    let unsupported = claim.unsupported.then(|| "not supported by its evidence".to_owned());
    let when = claim.when.map(|when| when.long());
    let known = [Some(claim.kind.name().to_owned()), said_by, when, unsupported];
    known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Where a passage stands, what became of it, and its words where they are known.
pub(super) fn passage(anchor: &Anchor, passages: &Passages<'_>) -> String {
    let found = passages.resolve(anchor);
    let no = found.place.map(|(no, _)| no).or(anchor.paragraph);
    let place = no.map_or_else(|| "¶?".to_owned(), |no| format!("¶{}", no.get()));
    let state = found.state.name();
    match (passages.words(anchor, &found), &anchor.passage) {
        (Some(words), _) => format!("{place} {state} “{words}”"),
        (None, Passage::Digest { length, .. }) => format!("{place} {state}, a passage of {length} characters"),
        (None, Passage::Quote { .. }) => format!("{place} {state}"),
    }
}

fn about(opened: &Opened) -> String {
    let brief = &opened.brief;
    let made_on = brief.made.on.map(|date| date.long());
    let by = Some(&brief.made.by).filter(|by| !by.is_empty()).map(|by| format!("made by {by}"));
    let article = if opened.article.is_some() { "article here" } else { "article not here" };
    let known = [
        Some(opened.id.to_string()),
        Some(brief.topics.join(", ")).filter(|topics| !topics.is_empty()),
        by,
        made_on,
        Some(brief.made.status.name().to_owned()),
        Some(article.to_owned()),
    ];
    known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A paragraph in lines of at most `measure` cells, as even as can be; its own line breaks and spaces count as one space.
fn lines(paragraph: &str, measure: usize) -> Vec<String> {
    let text = paragraph.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    wrap(&text, &Setting::new(measure)).iter().map(|row| row.drawn(&text)).collect()
}

fn as_json(opened: &Opened, passages: &Passages<'_>) -> Value {
    let brief = &opened.brief;
    let source = &brief.source;
    let anchors = |anchors: &[Anchor]| anchors.iter().map(|a| anchor_json(a, passages)).collect::<Vec<_>>();
    let claim = |claim: &Claim| claim_json(claim, anchors(&claim.evidence));
    json!({
        "version": 1,
        "id": opened.id.as_str(),
        "path": opened.path.to_string_lossy(),
        "title": brief.title,
        "label": brief.label,
        "source": {
            "publisher": source.publisher,
            "authors": source.authors,
            "published": source.published.map(|date| date.to_string()),
            "kind": source.kind.name(),
            "url": source.url,
            "language": source.language,
            "article": source.article.as_ref().map(|article| json!({
                "sha256": article.sha256,
                "origin_sha256": article.origin_sha256,
                "cleaner": article.cleaner,
                "words": article.words,
                "paragraphs": article.paragraphs,
            })),
            "standfirst": source.standfirst,
        },
        "summary": brief.summary,
        "summary_evidence": anchors(&brief.summary_evidence),
        "claims": brief.claims.iter().map(claim).collect::<Vec<_>>(),
        "topics": brief.topics,
        "made": {
            "by": brief.made.by,
            "version": brief.made.version,
            "on": brief.made.on.map(|date| date.to_string()),
            "status": brief.made.status.name(),
        },
        "article": {"here": opened.article.is_some(), "fault": opened.article_fault},
        "findings": opened.findings.iter().map(finding_json).collect::<Vec<_>>(),
    })
}

fn claim_json(claim: &Claim, evidence: Vec<Value>) -> Value {
    json!({
        "id": claim.id.0,
        "claim": claim.text,
        "kind": claim.kind.name(),
        "said_by": claim.said_by,
        "when": claim.when.map(|when| when.to_string()),
        "evidence": evidence,
        "unsupported": claim.unsupported,
    })
}

/// An anchor as it is in the file, then what became of it: its state, and the place and words of what was found.
pub(super) fn anchor_json(anchor: &Anchor, passages: &Passages<'_>) -> Value {
    let bytes = |span: Span| [span.start().bytes(), span.end().bytes()];
    let found = passages.resolve(anchor);
    let place = found.place.map(|(no, span)| json!({"paragraph": no.get(), "span": bytes(span)}));
    let mut value = match &anchor.passage {
        Passage::Quote { text, before, after } => json!({"quote": text, "before": before, "after": after}),
        Passage::Digest { digest, length } => json!({"digest": digest, "length": length}),
    };
    if let Value::Object(value) = &mut value {
        value.insert("paragraph".to_owned(), json!(anchor.paragraph.map(|no| no.get())));
        value.insert("span".to_owned(), json!(anchor.span.map(bytes)));
        value.insert("state".to_owned(), json!(found.state.name()));
        value.insert("found".to_owned(), json!(place));
        value.insert("passage".to_owned(), json!(passages.words(anchor, &found)));
    }
    value
}

fn finding_json(finding: &Finding) -> Value {
    json!({
        "level": finding.level.name(),
        "code": finding.code,
        "line": finding.line,
        "column": finding.column,
        "what": finding.what,
        "mend": finding.mend,
    })
}
