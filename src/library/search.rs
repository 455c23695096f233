//! Where the briefs of a library and their articles have what is looked for: the same queries as the shelf's filter, and
//! the article's text besides. Goes by the catalogue first, and reads a brief only where it has everything. Changes nothing.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::card::{BriefId, Card};
use super::disk;
use super::error::LibraryError;
use super::query::Query;
use super::refresh::{STACK, THREADS};
use super::{LARGEST_ARTICLE, Library, Opened};
use crate::article::ParagraphNo;
use crate::brief::ClaimId;
use crate::brief::study::Study;
use crate::text::Span;
use crate::text::find::{Pattern, folded};

/// A part of a brief or its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its title, or the heading that stands for one.
    Title,
    /// Its publisher.
    Publisher,
    /// One of its authors.
    Author,
    /// One of its topics.
    Topic,
    /// Its id.
    Name,
    /// Its summary.
    Summary,
    /// A claim.
    Claim(ClaimId),
    /// A paragraph of its article.
    Paragraph(ParagraphNo),
}

/// One part that has what is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which part.
    pub part: Part,
    /// Its whole text.
    pub text: String,
    /// Where in it the words stand, in order; none where the query has no words.
    pub spans: Vec<Span>,
}

/// A brief that has everything.
#[derive(Debug)]
pub struct Found {
    /// Its id.
    pub id: BriefId,
    /// What it is listed under.
    pub heading: String,
    /// Its parts that have the most of the words, in the order in which one reads them.
    pub hits: Vec<Hit>,
}

/// What came of one brief.
enum Answer {
    Found(Found),
    /// It, or its article, cannot be read.
    Fault(String),
    No,
}

/// Every brief of `cards` that has everything, in their order; and what of them cannot be read, a line each. `study` says
/// what a reader added to a brief.
pub fn search<'s>(
    library: &Library,
    cards: &[&Card],
    query: &Query,
    study: impl Fn(&str) -> Option<&'s Study> + Sync,
) -> (Vec<Found>, Vec<String>) {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut answers = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(card) = cards.get(at) else { return answers };
            match answer(library, card, query, study(card.id_str())) {
                Answer::No => {}
                answer => answers.push((at, answer)),
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(THREADS);
    let mut answers = thread::scope(|scope| {
        let start = |_| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).ok();
        let others: Vec<_> = (1..threads).filter_map(start).collect();
        let own = work();
        let more = others.into_iter().filter_map(|thread| thread.join().ok()).flatten();
        own.into_iter().chain(more).collect::<Vec<_>>()
    });
    answers.sort_by_key(|(at, _)| *at);
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for (_, answer) in answers {
        match answer {
            Answer::Found(brief) => found.push(brief),
            Answer::Fault(why) => faults.push(why),
            Answer::No => {}
        }
    }
    (found, faults)
}

fn answer(library: &Library, card: &Card, query: &Query, study: Option<&Study>) -> Answer {
    // What the catalogue rules out is not opened.
    if !query.has_with(card, study, |_| true) {
        return Answer::No;
    }
    if !query.has_with(card, study, |_| false) {
        let article = match article(library, card) {
            Ok(article) => article,
            Err(e) => return Answer::Fault(e.to_string()),
        };
        if !query.has_with(card, study, |word| word.begins_a_word(&article)) {
            return Answer::No;
        }
    }
    match library.load(&card.id()) {
        Ok(opened) => {
            let hits = hits(card, &opened, query);
            Answer::Found(Found { id: opened.id, heading: card.heading(), hits })
        }
        Err(e) => Answer::Fault(e.to_string()),
    }
}

/// The text of a brief's article, folded; nothing where it has none.
fn article(library: &Library, card: &Card) -> Result<String, LibraryError> {
    if !card.has_article {
        return Ok(String::new());
    }
    let path = library.root().join(card.id().article_file());
    Ok(folded(&disk::read_text(&path, LARGEST_ARTICLE)?.0))
}

/// The parts of a brief that have the most of the words; of a query without words, the heading.
fn hits(card: &Card, opened: &Opened, query: &Query) -> Vec<Hit> {
    let words: Vec<&Pattern> = query.words().collect();
    let has = |text: &str, part: &Part| {
        let spans = |word: &&Pattern| match part {
            Part::Summary | Part::Claim(_) | Part::Paragraph(_) => word.words_begun(text),
            _ => word.matches(text),
        };
        let each: Vec<Vec<Span>> = words.iter().map(spans).filter(|spans| !spans.is_empty()).collect();
        let count = each.len();
        let mut spans = each.concat();
        spans.sort_unstable();
        (count, spans)
    };
    let mut most = 0;
    let mut hits: Vec<(usize, Hit)> = Vec::new();
    for (part, text) in parts(card, opened) {
        let (count, spans) = has(&text, &part);
        if count >= most && (count > 0 || words.is_empty() && part == Part::Title) {
            most = count;
            hits.push((count, Hit { part, text, spans }));
        }
    }
    hits.into_iter().filter(|(count, _)| *count == most).map(|(_, hit)| hit).collect()
}

/// Everything of a brief that is looked through, in the order in which one reads it.
fn parts(card: &Card, opened: &Opened) -> impl Iterator<Item = (Part, String)> {
    let brief = &opened.brief;
    let head = [(Part::Title, card.heading())].into_iter();
    let source = card.publisher().map(|name| (Part::Publisher, name.to_owned())).into_iter();
    let authors = card.authors().map(|name| (Part::Author, name.to_owned()));
    let topics = card.topics().map(|topic| (Part::Topic, topic.to_owned()));
    let name = [(Part::Name, card.id_str().to_owned())].into_iter();
    let summary = (!brief.summary.is_empty()).then(|| (Part::Summary, brief.summary.clone())).into_iter();
    let claims = brief.claims.iter().map(|claim| (Part::Claim(claim.id.clone()), claim.text.clone()));
    let paragraphs = opened.article.iter().flat_map(|article| article.paragraphs()).enumerate();
    let paragraphs = paragraphs.map(|(at, paragraph)| (Part::Paragraph(ParagraphNo::at(at)), paragraph.text.clone()));
    head.chain(source).chain(authors).chain(topics).chain(name).chain(summary).chain(claims).chain(paragraphs)
}
