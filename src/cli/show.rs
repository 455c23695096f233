//! `epitome show`: one brief as plain text, at most 72 columns wide, or all of it as JSON. Cuts nothing short.

use std::ffi::OsString;

use clap::{Args as ClapArgs, ValueEnum};
use serde_json::{Value, json};

use crate::analysis::audit::{Audit, Doubt, Part, Places};
use crate::article::Article;
use crate::brief::anchor::{Finder, Found};
use crate::brief::finding::Finding;
use crate::brief::study::Study;
use crate::brief::{Anchor, Brief, Claim, Passage};
use crate::cli::place::LibraryArgs;
use crate::cli::settings::signs;
use crate::cli::{Out, Outcome, Ran, message, terminal_columns};
use crate::library::{Environment, Library, Opened, Store};
use crate::text::listed::listed;
use crate::text::width::width;
use crate::text::wrap::{Setting, wrap};
use crate::text::{Span, counted, safe};
use crate::tui::theme::{Sign, Theme};

mod markdown;

/// The widest a line is set, in cells.
const MEASURE: usize = 72;
/// The narrowest: on a terminal of three columns a word a line is still read more easily than nothing.
const NARROWEST: usize = 20;

/// What `epitome show` is told.
#[derive(ClapArgs)]
pub struct Args {
    /// The brief: its id, the beginning of it, or its file
    id: OsString,
    #[command(flatten)]
    at: LibraryArgs,
    /// How the brief is written; as Markdown with your notes
    #[arg(long, value_enum, default_value_t = Format::Text, value_name = "FORMAT", conflicts_with = "json")]
    format: Format,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// How a brief is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Plain text, at most 72 columns wide
    Text,
    /// Markdown: the claims with their passages, and your notes
    Markdown,
    /// One JSON document
    Json,
}

/// Shows one brief.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let (library, opened) = args.at.load(&args.id)?;
    let passages = Passages::of(opened.article.as_ref());
    let places = Places::of(&opened.brief, |anchor| passages.resolve(anchor));
    let audit = Audit::of(&opened.brief, opened.article.as_ref(), &places);
    match args.format {
        Format::Text if !args.json => {
            let mut page = Page::new();
            page.brief(&opened, &passages, &audit);
            out.text(&page.text)?;
        }
        Format::Markdown => out.text(&markdown::page(&opened, &study(&library, &opened), &passages, &audit))?,
        Format::Text | Format::Json => out.json(&as_json(&opened, &passages, &audit))?,
    }
    out.flush()?;
    if let Some(fault) = &opened.article_fault {
        message(fault);
    }
    opened.findings.iter().for_each(|finding| message(&format!("{}:{finding}", opened.path.display())));
    Ok(Outcome::Done)
}

/// What the reader added to a brief; nothing where that cannot be read, which is said.
fn study(library: &Library, opened: &Opened) -> Study {
    let store = Store::open(library, Environment::of_process().state.as_deref());
    match store.load(&opened.id) {
        Ok((study, remarks)) => {
            remarks.iter().for_each(|remark| message(&remark.to_string()));
            study
        }
        Err(e) => {
            message(&e.to_string());
            Study::default()
        }
    }
}

/// Finds the passages of a brief's anchors, where its article is there.
pub(super) struct Passages<'a> {
    article: Option<(&'a Article, Finder)>,
    theme: Theme,
}

impl<'a> Passages<'a> {
    pub(super) fn of(article: Option<&'a Article>) -> Self {
        Self { article: article.map(|article| (article, Finder::new(article))), theme: signs() }
    }

    pub(super) fn resolve(&self, anchor: &Anchor) -> Found {
        self.article.as_ref().map_or(Found::UNATTACHED, |(_, finder)| finder.resolve(anchor))
    }

    /// The words of a passage: as the article has them where it was found, else as the brief has them.
    pub(super) fn words<'b>(&'b self, anchor: &'b Anchor, found: &Found) -> Option<&'b str> {
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

    /// Sets a list of facts as [`Page::set`] does, its lines broken between them.
    fn list(&mut self, first: &str, facts: &str) {
        let facts = plain(facts);
        for row in listed(&facts, self.measure.saturating_sub(first.len())) {
            self.text.extend([first, &row.drawn(&facts), "\n"]);
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

    fn brief(&mut self, opened: &Opened, passages: &Passages<'_>, audit: &Audit) {
        let brief = &opened.brief;
        self.set("", &brief.heading(opened.id.as_str()));
        self.list("", &byline(brief));
        self.whole(brief.source.url.as_deref().unwrap_or_default());
        self.space();
        for paragraph in brief.summary.split("\n\n") {
            self.set("", paragraph);
        }
        if let Some(doubt) = audit.doubt(Part::Summary) {
            self.set("", &format!("(not supported by the article: {})", doubt.why()));
        } else if let Some(why) = audit.unjudged(Part::Summary) {
            self.set("", &format!("(not checked against the article: {why})"));
        }
        for (at, claim) in brief.claims.iter().enumerate() {
            self.space();
            self.claim(at, claim, passages, audit);
        }
        self.space();
        self.list("", &about(opened, audit));
    }

    fn claim(&mut self, at: usize, claim: &Claim, passages: &Passages<'_>, audit: &Audit) {
        let first = format!("{:>2}  ", at + 1);
        let indent = " ".repeat(first.len());
        self.set(&first, &claim.text);
        // What is word for word the claim is not printed a second time.
        let (same, other): (Vec<&Anchor>, Vec<&Anchor>) =
            claim.evidence.iter().partition(|anchor| is_said(anchor, passages, &claim.text));
        let same = same.into_iter().map(|anchor| whereabouts(anchor, passages, &passages.resolve(anchor)));
        let known = std::iter::once(particulars(claim, standing(Part::Claim(at), claim, audit))).chain(same);
        self.list(&indent, &known.collect::<Vec<_>>().join(&format!(" {} ", signs().sign(Sign::Dot))));
        for anchor in other {
            self.set(&indent, &passage(anchor, passages));
        }
    }
}

/// What is known, with dots between.
pub(super) fn joined<const N: usize>(known: [Option<String>; N]) -> String {
    known.into_iter().flatten().collect::<Vec<_>>().join(&format!(" {} ", signs().sign(Sign::Dot)))
}

/// What is known of the source, in the order of a citation.
fn byline(brief: &Brief) -> String {
    let source = &brief.source;
    let known = [
        Some(source.authors.join(", ")).filter(|authors| !authors.is_empty()),
        source.publisher.clone(),
        Some(source.published.map_or_else(|| "no date".to_owned(), |date| date.long())),
        Some(source.kind.name().to_owned()),
        source.article.as_ref().filter(|a| a.words > 0).map(|article| counted(article.words, "word")),
    ];
    joined(known)
}

/// Whether a claim is unsupported, in words: as the article has it, whatever the file says, or as the file has it.
fn standing(part: Part, claim: &Claim, audit: &Audit) -> Option<String> {
    let doubted = audit.doubt(part).map(|doubt| format!("not supported by its evidence: {}", doubt.why()));
    let unjudged = || audit.unjudged(part).map(|why| format!("not checked: {why}"));
    doubted.or_else(|| claim.unsupported.then(|| "not supported by its evidence".to_owned())).or_else(unjudged)
}

/// What is said of a claim beside its sentence.
fn particulars(claim: &Claim, standing: Option<String>) -> String {
    let said_by = claim.said_by.as_ref().map(|who| format!("said by {who}"));
    let when = claim.when.map(|when| when.long());
    let known = [Some(claim.kind.name().to_owned()), said_by, when, standing];
    joined(known)
}

/// Whether a passage is word for word what a claim says, but for white space and the point at its end.
fn is_said(anchor: &Anchor, passages: &Passages<'_>, claim: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned();
    let found = passages.resolve(anchor);
    passages.words(anchor, &found).is_some_and(|words| plain(words) == plain(claim))
}

/// Where a passage stands, what became of it, and its words where they are known.
pub(super) fn passage(anchor: &Anchor, passages: &Passages<'_>) -> String {
    let found = passages.resolve(anchor);
    let place = whereabouts(anchor, passages, &found);
    let theme = passages.theme;
    match (passages.words(anchor, &found), &anchor.passage) {
        (Some(words), _) if theme.ascii => format!("{place} \"{words}\""),
        (Some(words), _) => format!("{place} “{words}”"),
        (None, Passage::Digest { length, .. }) => format!("{place}, a passage of {length} characters"),
        (None, Passage::Quote { .. }) => place,
    }
}

/// Where a passage stands, and what became of it.
fn whereabouts(anchor: &Anchor, passages: &Passages<'_>, found: &Found) -> String {
    let no = found.place.map(|(no, _)| no).or(anchor.paragraph);
    let theme = passages.theme;
    let pilcrow = theme.sign(Sign::Pilcrow);
    let apart = if theme.ascii { " " } else { "" };
    let place = no.map_or_else(|| format!("{pilcrow}{apart}?"), |no| format!("{pilcrow}{apart}{}", no.get()));
    format!("{place} {}", found.state.name())
}

fn about(opened: &Opened, audit: &Audit) -> String {
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
        unborne(brief, audit),
    ];
    joined(known)
}

/// How much of a brief its article does not carry, whatever its status is. A claim whose passage is not found is not
/// carried; one that was too large to be looked at may be.
fn unborne(brief: &Brief, audit: &Audit) -> Option<String> {
    let lost = |at: usize| audit.unjudged.iter().any(|one| one.part == Part::Claim(at) && !one.too_much);
    let is_bad = |at: usize| audit.doubt(Part::Claim(at)).is_some() || lost(at);
    let claims = (0..brief.claims.len()).filter(|at| is_bad(*at)).count();
    let summary = audit.doubt(Part::Summary).map(|_| "the summary".to_owned());
    let claims = (claims > 0).then(|| counted(claims, "claim"));
    let what: Vec<String> = summary.into_iter().chain(claims).collect();
    (!what.is_empty()).then(|| format!("not supported: {}", what.join(" and ")))
}

/// A paragraph in lines of at most `measure` cells, as even as can be; its own line breaks and spaces count as one space.
fn lines(paragraph: &str, measure: usize) -> Vec<String> {
    let text = plain(paragraph);
    wrap(&text, &Setting::new(measure)).iter().map(|row| row.drawn(&text)).collect()
}

/// A text with one space for its own line breaks and spaces.
fn plain(text: &str) -> String {
    // Other white space of ASCII is a control, which is shown.
    text.split([' ', '\t', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn as_json(opened: &Opened, passages: &Passages<'_>, audit: &Audit) -> Value {
    let brief = &opened.brief;
    let source = &brief.source;
    let anchors = |anchors: &[Anchor]| anchors.iter().map(|a| anchor_json(a, passages)).collect::<Vec<_>>();
    let claim = |(at, claim): (usize, &Claim)| claim_json(at, claim, anchors(&claim.evidence), audit);
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
        "summary_unsupported": audit.doubt(Part::Summary).map(Doubt::why),
        "summary_not_judged": audit.unjudged(Part::Summary),
        "claims": brief.claims.iter().enumerate().map(claim).collect::<Vec<_>>(),
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

fn claim_json(at: usize, claim: &Claim, evidence: Vec<Value>, audit: &Audit) -> Value {
    let doubt = audit.doubt(Part::Claim(at));
    json!({
        "id": claim.id.0,
        "claim": claim.text,
        "kind": claim.kind.name(),
        "said_by": claim.said_by,
        "when": claim.when.map(|when| when.to_string()),
        "evidence": evidence,
        "unsupported": doubt.is_some() || claim.unsupported,
        "marked_unsupported": claim.unsupported,
        "why": doubt.map(Doubt::why),
        "not_judged": audit.unjudged(Part::Claim(at)),
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
