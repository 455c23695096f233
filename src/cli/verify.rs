//! `epitome verify`: what became of the passage of every anchor, and whether the passages carry their claim, whoever wrote
//! it: its figures and names stand there, and so do most of its words. Says what is not as it should be, and the totals.
//! Changes nothing.

use std::ffi::OsString;
use std::fmt;

use serde_json::{Value, json};

use super::place::LibraryArgs;
use super::{Failure, Out, Outcome, Ran, message};
use crate::analysis::audit::{self, Audit, Doubt, Places};
use crate::article::Article;
use crate::brief::Brief;
use crate::brief::anchor::{Finder, Found, State};
use crate::library::{Library, Opened};
use crate::text::{counted, safe};

/// How it ends, said below its help.
const EXITS: &str = "\
    Exit: 0 every passage stands and carries its claim; 1 a passage is missing or ambiguous, or the article does not \
    carry a claim (its figures, its names, most of its words, or it says the contrary) or the summary, or something \
    was not judged because the brief or its article is too large; 2 a brief, or the article that lies beside it, \
    could not be read. A claim that the file marks `unsupported: true` is named and makes no difference.";

/// What to verify and how strictly.
#[derive(clap::Args)]
#[command(after_help = EXITS)]
pub struct Args {
    /// Briefs: ids, the beginnings of them, or files; without any, all of the library
    ids: Vec<OsString>,
    #[command(flatten)]
    at: LibraryArgs,
    /// Say no for moved, repaired and unattached passages too
    #[arg(long)]
    strict: bool,
    /// Print every passage, not only what is not exact
    #[arg(long, conflicts_with = "json")]
    all: bool,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// What was found of one anchor or claim.
#[derive(Clone, Debug)]
pub struct Line {
    /// The claim's id, or `summary`.
    pub of: String,
    /// Which of its passages, from 0.
    pub index: usize,
    /// What became of the passage.
    pub found: Found,
    /// Figures of the claim that none of its passages has; said with the first passage.
    pub unsaid: Vec<String>,
    /// Whether the claim says itself that it is unsupported.
    owned: bool,
}

/// Verifies every brief; the answer is no when a passage is missing or ambiguous or an article does not carry what its
/// brief says.
///
/// # Errors
/// When a brief is not there or cannot be read, or nothing can be printed.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let mut report = Report {
        args,
        out,
        good: true,
        totals: Totals::default(),
        documents: Vec::new(),
        remarks: Vec::new(),
        failures: Vec::new(),
    };
    if args.ids.is_empty() {
        report.library()?;
    }
    for asked in &args.ids {
        match args.at.load(asked) {
            Ok((_, opened)) => report.brief(&opened)?,
            Err(Failure(why)) => report.unreadable(&asked.to_string_lossy(), why),
        }
    }
    let Report { good, totals, documents, mut remarks, failures, .. } = report;
    if args.json {
        out.json(&json!({"version": 1, "briefs": documents}))?;
    } else if totals.briefs > 0 {
        out.text(&format!("{totals}\n"))?;
    }
    if !failures.is_empty() {
        out.flush()?;
        remarks.extend(failures);
        return Err(Failure(remarks.join("; ")));
    }
    remarks.iter().for_each(|remark| message(remark));
    Ok(if good { Outcome::Done } else { Outcome::No })
}

/// What is said of one brief after another, and whether all is well.
struct Report<'a> {
    args: &'a Args,
    out: &'a mut Out,
    good: bool,
    totals: Totals,
    documents: Vec<Value>,
    /// What is to be said of articles that could not be read.
    remarks: Vec<String>,
    /// Why briefs could not be read: what the program ends with.
    failures: Vec<String>,
}

/// What was found of all briefs together.
#[derive(Default)]
struct Totals {
    briefs: usize,
    /// How many passages are in each state, in the order of [`State::ALL`].
    states: [usize; State::ALL.len()],
    claims: usize,
    summaries: usize,
    unjudged: usize,
}

impl Totals {
    fn add(&mut self, lines: &[Line], audit: &Audit) {
        self.briefs += 1;
        for (state, count) in State::ALL.into_iter().zip(&mut self.states) {
            *count += lines.iter().filter(|line| line.found.state == state).count();
        }
        let summaries = audit.doubts.iter().filter(|doubt| doubt.part == audit::Part::Summary).count();
        self.summaries += summaries;
        self.claims += audit.doubts.len() - summaries;
        self.unjudged += audit.unjudged.len();
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let passages = self.states.iter().sum();
        let found = State::ALL.into_iter().zip(self.states).filter(|(_, count)| *count > 0);
        let found: Vec<String> = found.map(|(state, count)| format!("{count} {}", state.name())).collect();
        write!(f, "{}, {}", counted(self.briefs, "brief"), counted(passages, "passage"))?;
        if !found.is_empty() {
            write!(f, ": {}", found.join(", "))?;
        }
        write!(f, "; {} not carried", counted(self.claims, "claim"))?;
        if self.summaries > 0 {
            let summaries = if self.summaries == 1 { "summary" } else { "summaries" };
            write!(f, ", {} {summaries}", self.summaries)?;
        }
        if self.unjudged > 0 {
            write!(f, "; {} not judged", self.unjudged)?;
        }
        Ok(())
    }
}

impl Report<'_> {
    fn library(&mut self) -> Result<(), Failure> {
        let (library, _) = Library::open(self.args.at.existing()?, None);
        let (ids, passed_over) = library.files()?;
        for id in ids {
            match library.load(&id) {
                Ok(opened) => self.brief(&opened)?,
                Err(e) => self.unreadable(id.as_str(), e.to_string()),
            }
        }
        for other in passed_over {
            let path = library.root().join(&other.path);
            self.unreadable(&other.path, format!("cannot read {}: {}", path.display(), other.why));
        }
        Ok(())
    }

    fn brief(&mut self, opened: &Opened) -> Result<(), Failure> {
        let (id, brief, article) = (opened.id.as_str(), &opened.brief, opened.article.as_ref());
        let places = places(brief, article);
        let mended = article.and_then(|article| audit::mended(brief, article, &places));
        let whole = mended.as_ref().map_or((article, &places), |(article, places)| (Some(article), places));
        let lines = lines(brief, &places, whole);
        let audit = match whole {
            (Some(article), places) => Audit::of_mended(brief, article, places),
            (None, places) => Audit::of(brief, None, places),
        };
        self.totals.add(&lines, &audit);
        self.good &= audit.passes() && lines.iter().all(|line| passes(line, self.args.strict));
        if self.args.json {
            let passages: Vec<Value> = lines.iter().map(as_json).collect();
            let doubts: Vec<Value> = audit.doubts.iter().map(|doubt| doubt_json(doubt, brief)).collect();
            let unjudged = audit.unjudged.iter().map(|one| json!({"of": one.part.name(brief), "why": one.why}));
            let unjudged: Vec<Value> = unjudged.collect();
            self.documents.push(json!({
                "id": id,
                "article_fault": opened.article_fault,
                "passages": passages,
                "unsupported": doubts,
                "not_judged": unjudged,
            }));
        } else {
            if self.args.all {
                say(id, &lines, self.out)?;
            } else if article.is_none() && !lines.is_empty() {
                let why = if opened.article_fault.is_some() { "cannot be read" } else { "is not here" };
                let lost = counted(lines.len(), "passage");
                self.out.text(&safe::line(&format!("{id}  its article {why}: {lost} unattached")))?;
                self.out.text("\n")?;
            } else {
                let odd = |line: &&Line| line.found.state != State::Exact || !line.unsaid.is_empty();
                say(id, &lines.iter().filter(odd).cloned().collect::<Vec<_>>(), self.out)?;
            }
            let doubts = audit.doubts.iter().map(|doubt| doubt_in_words(doubt, brief));
            let unjudged =
                audit.unjudged.iter().map(|one| format!("{}  not judged: {}", one.part.name(brief), one.why));
            for line in doubts.chain(unjudged) {
                self.out.text(&format!("{}\n", safe::line(&format!("{id}  {line}"))))?;
            }
        }
        if let Some(fault) = &opened.article_fault {
            // An article that cannot be read is not one that is not here.
            let said = if opened.article.is_none() { &mut self.failures } else { &mut self.remarks };
            said.push(format!("{}: {fault}", opened.path.display()));
        }
        Ok(())
    }

    fn unreadable(&mut self, id: &str, why: String) {
        self.documents.push(json!({"id": id, "error": why}));
        self.failures.push(why);
    }
}

fn passes(line: &Line, strict: bool) -> bool {
    let state = match line.found.state {
        State::Exact => true,
        State::Moved | State::Repaired | State::Unattached => !strict,
        State::Ambiguous | State::Missing => false,
    };
    state && (line.unsaid.is_empty() || line.owned)
}

/// What became of every passage of a brief.
pub fn resolve(brief: &Brief, article: Option<&Article>) -> Vec<Line> {
    let places = places(brief, article);
    let mended = article.and_then(|article| audit::mended(brief, article, &places));
    lines(brief, &places, mended.as_ref().map_or((article, &places), |(article, places)| (Some(article), places)))
}

/// Where the passages of a brief are found.
pub(super) fn places(brief: &Brief, article: Option<&Article>) -> Places {
    let finder = article.map(Finder::new);
    Places::of(brief, |anchor| finder.as_ref().map_or(Found::UNATTACHED, |finder| finder.resolve(anchor)))
}

/// What became of the passages; `whole` is the article with its parted words joined, and where they then stand.
fn lines(brief: &Brief, places: &Places, (whole, there): (Option<&Article>, &Places)) -> Vec<Line> {
    let summary = places.summary.iter().enumerate();
    let line = |(index, found): (usize, &Found)| Line {
        of: "summary".to_owned(),
        index,
        found: *found,
        unsaid: Vec::new(),
        owned: false,
    };
    let mut lines: Vec<Line> = summary.map(line).collect();
    let claims = brief.claims.iter().zip(&places.claims).zip(&there.claims);
    for (at, ((claim, found), there)) in claims.enumerate() {
        let whole = whole.filter(|_| at < audit::MOST_CLAIMS);
        let mut unsaid = whole.map(|a| audit::unsaid(&claim.text, a, there, &brief.source)).unwrap_or_default();
        for (index, found) in found.iter().enumerate() {
            let (of, unsaid) = (claim.id.0.clone(), std::mem::take(&mut unsaid));
            lines.push(Line { of, index, found: *found, unsaid, owned: claim.unsupported });
        }
    }
    lines
}

/// A doubt as a person reads it.
fn doubt_in_words(doubt: &Doubt, brief: &Brief) -> String {
    let owned = if doubt.owned { ", as it says" } else { "" };
    format!("{}  unsupported{owned}: {}", doubt.part.name(brief), doubt.why())
}

/// A doubt for a program.
pub(super) fn doubt_json(doubt: &Doubt, brief: &Brief) -> Value {
    let verdict = doubt.verdict.as_ref();
    json!({
        "of": doubt.part.name(brief),
        "figures": verdict.map(|v| &v.missing_figures),
        "names": verdict.map(|v| &v.missing_names),
        "quotations": verdict.map(|v| &v.missing_quotations),
        "misplaced": verdict.map(|v| &v.misplaced),
        "dropped_hedge": verdict.and_then(|v| v.dropped_hedge.as_ref()),
        "added": verdict.and_then(|v| v.added.as_ref()),
        "contrary": verdict.and_then(|v| v.contrary.as_ref()).map(|contrary| contrary.kind.name()),
        "other_speaker": verdict.map(|v| v.other_speaker),
        "other_date": verdict.map(|v| v.other_date),
        "coverage": verdict.map(|v| (f64::from(v.coverage) * 100.0).round() / 100.0),
        "no_passage": doubt.bare,
        "marked": doubt.owned,
        "why": doubt.why(),
    })
}

/// The lines of one brief, as a person reads them.
///
/// # Errors
/// When nothing can be printed.
pub fn say(id: &str, lines: &[Line], out: &mut Out) -> Result<(), Failure> {
    for line in lines {
        let place = match line.found.place {
            Some((no, span)) => {
                format!("  paragraph {}, bytes {} to {}", no.get(), span.start().bytes(), span.end().bytes())
            }
            None if line.found.others > 0 => format!("  stands in {} places", line.found.others),
            None => String::new(),
        };
        let unsaid = if line.unsaid.is_empty() {
            String::new()
        } else {
            format!("  figures not in the passage: {}", line.unsaid.join(", "))
        };
        let text = format!("{id}  {}[{}]  {}{place}{unsaid}", line.of, line.index, line.found.state.name());
        out.text(&safe::line(&text))?;
        out.text("\n")?;
    }
    Ok(())
}

/// A line for a program.
pub fn as_json(line: &Line) -> Value {
    let place = line
        .found
        .place
        .map(|(no, span)| json!({"paragraph": no.get(), "span": [span.start().bytes(), span.end().bytes()]}));
    json!({
        "of": line.of,
        "index": line.index,
        "state": line.found.state.name(),
        "place": place,
        "others": line.found.others,
        "figures_not_in_passage": line.unsaid,
    })
}
