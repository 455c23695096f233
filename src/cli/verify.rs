//! `epitome verify`: what became of the passage of every anchor, and whether the passages carry their claim, whoever wrote
//! it: its figures and names stand there, and so do most of its words. Changes nothing.

use serde_json::{Value, json};

use super::place::LibraryArgs;
use super::{Failure, Out, Outcome, Ran, message};
use crate::analysis::evidence::Place;
use crate::analysis::figures;
use crate::analysis::gate::{Gate, Verdict};
use crate::analysis::polarity::{Contrary, Kind};
use crate::article::Article;
use crate::brief::anchor::{Finder, Found, State};
use crate::brief::{Anchor, Brief};
use crate::library::{Library, Opened};

/// What to verify and how strictly.
#[derive(clap::Args)]
pub struct Args {
    /// Briefs: ids, the beginnings of them, or files; without any, all of the library
    ids: Vec<String>,
    #[command(flatten)]
    at: LibraryArgs,
    /// Say no for moved, repaired and unattached passages and for unsupported claims too
    #[arg(long)]
    strict: bool,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// What was found of one anchor or claim.
pub struct Line {
    /// The claim's id, or `summary`.
    pub of: String,
    /// Which of its passages, from 0.
    pub index: usize,
    /// What became of the passage.
    pub found: Found,
    /// Figures of the claim that none of its passages has; said with the first passage.
    pub unsaid: Vec<String>,
}

/// Verifies every brief; the answer is no when a passage is missing or ambiguous or a figure is not in its passage.
///
/// # Errors
/// When a brief is not there or nothing can be printed.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let mut report = Report { args, out, good: true, documents: Vec::new() };
    if args.ids.is_empty() {
        report.library()?;
    }
    for asked in &args.ids {
        let (_, opened) = args.at.load(asked)?;
        report.brief(&opened)?;
    }
    let Report { good, documents, .. } = report;
    if args.json {
        out.json(&json!({"version": 1, "briefs": documents}))?;
    }
    Ok(if good { Outcome::Done } else { Outcome::No })
}

/// What is said of one brief after another, and whether all is well.
struct Report<'a> {
    args: &'a Args,
    out: &'a mut Out,
    good: bool,
    documents: Vec<Value>,
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
        let (id, lines) = (opened.id.as_str(), resolve(&opened.brief, opened.article.as_ref()));
        let unsupported = opened.article.as_ref().map(|a| unsupported(&opened.brief, a, &lines)).unwrap_or_default();
        self.good &= lines.iter().all(|line| passes(line, self.args.strict));
        self.good &= !self.args.strict || unsupported.iter().all(|found| found.owned);
        if self.args.json {
            let passages: Vec<Value> = lines.iter().map(as_json).collect();
            let unsupported: Vec<Value> = unsupported.iter().map(Unsupported::as_json).collect();
            self.documents.push(json!({"id": id, "passages": passages, "unsupported": unsupported}));
        } else {
            say(id, &lines, self.out)?;
            for found in unsupported {
                self.out.text(&format!("{}\n", crate::text::safe::line(&format!("{id}  {}", found.in_words()))))?;
            }
        }
        if let Some(fault) = &opened.article_fault {
            message(&format!("{}: {fault}", opened.path.display()));
        }
        Ok(())
    }

    fn unreadable(&mut self, id: &str, why: String) {
        self.good = false;
        message(&why);
        self.documents.push(json!({"id": id, "error": why}));
    }
}

fn passes(line: &Line, strict: bool) -> bool {
    let state = match line.found.state {
        State::Exact => true,
        State::Moved | State::Repaired | State::Unattached => !strict,
        State::Ambiguous | State::Missing => false,
    };
    state && line.unsaid.is_empty()
}

/// What became of every passage of a brief.
pub fn resolve(brief: &Brief, article: Option<&Article>) -> Vec<Line> {
    let finder = article.map(Finder::new);
    let find = |anchor: &Anchor| finder.as_ref().map_or(Found::UNATTACHED, |f| f.resolve(anchor));
    let mut lines = Vec::new();
    for (index, anchor) in brief.summary_evidence.iter().enumerate() {
        lines.push(Line { of: "summary".to_owned(), index, found: find(anchor), unsaid: Vec::new() });
    }
    for claim in &brief.claims {
        let found: Vec<Found> = claim.evidence.iter().map(find).collect();
        let language = brief.source.language.as_deref();
        let mut unsaid = article.map(|a| unsaid_in(&claim.text, a, &found, language)).unwrap_or_default();
        for (index, found) in found.into_iter().enumerate() {
            lines.push(Line { of: claim.id.0.clone(), index, found, unsaid: std::mem::take(&mut unsaid) });
        }
    }
    lines
}

/// The figures of a text that none of its passages carries, when all of these were found.
fn unsaid_in(text: &str, article: &Article, found: &[Found], language: Option<&str>) -> Vec<String> {
    let passage = |found: &Found| {
        let (no, span) = found.place?;
        span.slice(&article.paragraph(no)?.text)
    };
    let passages: Option<Vec<&str>> = found.iter().map(passage).collect();
    passages.map(|passages| uncarried(text, &passages, language)).unwrap_or_default()
}

/// The figures of a text that none of the passages carries, as they are written.
fn uncarried(text: &str, passages: &[&str], language: Option<&str>) -> Vec<String> {
    figures::unsupported(text, passages, language).into_iter().map(|figure| figure.text).collect()
}

/// The figures of the summary that its passages do not carry; where it has none, or one that was not found, that the
/// whole article does not carry.
fn unsaid_in_summary(brief: &Brief, article: &Article, lines: &[Line]) -> Vec<String> {
    let found: Vec<Found> = lines.iter().filter(|line| line.of == "summary").map(|line| line.found).collect();
    let language = brief.source.language.as_deref();
    if !found.is_empty() && found.iter().all(|found| found.place.is_some()) {
        return unsaid_in(&brief.summary, article, &found, language);
    }
    let all: Vec<&str> = article.paragraphs().iter().map(|paragraph| paragraph.text.as_str()).collect();
    uncarried(&brief.summary, &all, language)
}

/// Claims more than these, and passages of a claim more than these, are not held against the article: no brief has so many.
const MOST: usize = 32;

/// A claim that its passages do not carry, or a summary with figures that the article does not have.
struct Unsupported {
    /// The claim's id, or `summary`.
    of: String,
    /// What is missing.
    verdict: Verdict,
    /// Whether the brief says so itself.
    owned: bool,
}

impl Unsupported {
    fn in_words(&self) -> String {
        let Verdict { missing_figures, missing_names, missing_quotations, misplaced, coverage, .. } = &self.verdict;
        let mut why = Vec::new();
        for (what, words) in [
            ("figures not there", missing_figures),
            ("names not there", missing_names),
            ("not said there so", missing_quotations),
            ("others stand there in the place of", misplaced),
        ] {
            if !words.is_empty() {
                why.push(format!("{what}: {}", words.join(", ")));
            }
        }
        why.extend(self.verdict.dropped_hedge.as_ref().map(|hedge| format!("it leaves out the '{hedge}' there")));
        why.extend(self.verdict.contrary.as_ref().map(in_words));
        if self.verdict.other_speaker {
            why.push("whom it credits does not speak there".to_owned());
        }
        if self.verdict.other_date {
            why.push("its date is not the one there".to_owned());
        }
        if !self.verdict.carries_words() {
            why.push(format!("{:.0}% of its words are there", coverage * 100.0));
        }
        format!("{}  unsupported{}: {}", self.of, if self.owned { ", as it says" } else { "" }, why.join("; "))
    }

    fn as_json(&self) -> Value {
        let Verdict { missing_figures, missing_names, missing_quotations, misplaced, coverage, .. } = &self.verdict;
        json!({
            "of": self.of,
            "figures": missing_figures,
            "names": missing_names,
            "quotations": missing_quotations,
            "misplaced": misplaced,
            "dropped_hedge": self.verdict.dropped_hedge,
            "contrary": self.verdict.contrary.as_ref().map(|contrary| contrary.kind.name()),
            "other_speaker": self.verdict.other_speaker,
            "other_date": self.verdict.other_date,
            "coverage": (f64::from(*coverage) * 100.0).round() / 100.0,
            "marked": self.owned,
        })
    }
}

/// By what a claim is the contrary of its passages, as a person reads it.
fn in_words(contrary: &Contrary) -> String {
    let there = contrary.passage.as_deref().map(|word| format!("'{word}'")).unwrap_or_default();
    match contrary.kind {
        Kind::Denied => "it denies what nothing there denies".to_owned(),
        Kind::Asserted => format!("it says what is denied there by {there}"),
        Kind::Opposite => format!("it says the opposite of {there}"),
        Kind::Amount => format!("it makes more or less of {there}"),
    }
}

/// What of a brief its article does not carry. A claim is judged when every passage of it was found.
fn unsupported(brief: &Brief, article: &Article, lines: &[Line]) -> Vec<Unsupported> {
    let gate = Gate::of(article, brief.source.language.as_deref()).published(brief.source.published);
    let figures = unsaid_in_summary(brief, article, lines);
    let mut all = Vec::new();
    if !figures.is_empty() {
        let verdict = Verdict { missing_figures: figures, ..Verdict::GOOD };
        all.push(Unsupported { of: "summary".to_owned(), verdict, owned: false });
    }
    for claim in brief.claims.iter().take(MOST) {
        let found = lines.iter().filter(|line| line.of == claim.id.0).take(MOST);
        let places: Option<Vec<Place>> = found.map(|line| line.found.place.map(Place::from)).collect();
        let Some(places) = places else { continue };
        let other_date = claim.when.is_some_and(|when| gate.is_other_date(when, &places));
        let verdict = Verdict { other_date, ..gate.judge(&claim.text, claim.said_by.as_deref(), &places) };
        if !verdict.passes() {
            all.push(Unsupported { of: claim.id.0.clone(), verdict, owned: claim.unsupported });
        }
    }
    all
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
        out.text(&crate::text::safe::line(&text))?;
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
