//! Where the briefs of a library and their articles have what is looked for: the same queries as the shelf's filter, and
//! the article's text besides. Goes by the catalogue first, and reads a brief only where it has everything. Changes nothing.

use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

mod having;
mod same;

pub use having::{having, is_in_head};
pub use same::Passage;

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
use crate::text::find::{Folded, Pattern, folded};

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
    Claim {
        /// Its id.
        id: ClaimId,
        /// Which of the brief's it is, from 1.
        number: usize,
    },
    /// A paragraph of its article.
    Paragraph(ParagraphNo),
}

/// One part that has what is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which part.
    pub part: Part,
    /// The first of the words with what stands around it, cut between words; the whole of a short part.
    pub around: String,
    /// Where in the part's text the words stand, in order: of each word the first [`SPANS`]; none where the query has no
    /// words.
    pub spans: Vec<Span>,
}

/// How many places of one word in one part are told.
const SPANS: usize = 50;
/// The characters that stand at most before and behind the first of the words.
const BEFORE: usize = 40;
const BEHIND: usize = 80;

/// A brief that has everything.
#[derive(Debug)]
pub struct Found {
    /// Its id.
    pub id: BriefId,
    /// What it is listed under.
    pub heading: String,
    /// Its parts that have the most of the words, in the order in which one reads them.
    pub hits: Vec<Hit>,
    /// The same, each passage once.
    pub passages: Vec<Passage>,
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
    let answers = on_all_cores(cards, |card| match answer(library, card, query, study(card.id_str())) {
        Answer::No => None,
        answer => Some(answer),
    });
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for answer in answers {
        match answer {
            Answer::Found(brief) => found.push(brief),
            Answer::Fault(why) => faults.push(why),
            Answer::No => {}
        }
    }
    (found, faults)
}

/// What is found out of each card, in their order: on all cores.
fn on_all_cores<T: Send>(cards: &[&Card], find: impl Fn(&Card) -> Option<T> + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(card) = cards.get(at) else { return found };
            found.extend(find(card).map(|one| (at, one)));
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(THREADS);
    let mut found = thread::scope(|scope| {
        let start = |_| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).ok();
        let others: Vec<_> = (1..threads).filter_map(start).collect();
        let own = work();
        let more = others.into_iter().filter_map(|thread| thread.join().ok()).flatten();
        own.into_iter().chain(more).collect::<Vec<_>>()
    });
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, one)| one).collect()
}

fn answer(library: &Library, card: &Card, query: &Query, study: Option<&Study>) -> Answer {
    // What the catalogue rules out is not opened.
    if !query.may_have(card, study) {
        return Answer::No;
    }
    if query.looks_elsewhere(card, study) {
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
            let passages = same::passages(&opened.brief, &hits);
            let hits = hits.into_iter().map(|(hit, _)| hit).collect();
            Answer::Found(Found { id: opened.id, heading: card.heading(), hits, passages })
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

/// The parts of a brief that have the most of the words, with their texts; of a query without words, the heading.
fn hits<'b>(card: &'b Card, opened: &'b Opened, query: &Query) -> Vec<(Hit, Cow<'b, str>)> {
    let words: Vec<&Pattern> = query.words().collect();
    let has = |text: &str, part: &Part| {
        // Once for all words.
        let folded = Folded::new(text);
        let spans = |word: &&Pattern| match part {
            // What stands for a title is of the summary or the id, where it is found.
            Part::Title if card.title().or(card.label()).is_none() => Vec::new(),
            Part::Summary | Part::Claim { .. } | Part::Paragraph(_) => word.words_begun(&folded, SPANS),
            _ => word.matches_in(text, &folded),
        };
        let each: Vec<Vec<Span>> = words.iter().map(spans).filter(|spans| !spans.is_empty()).collect();
        let count = each.len();
        let mut spans = each.concat();
        spans.sort_unstable();
        (count, spans)
    };
    let mut most = 0;
    let mut hits = Vec::new();
    for (part, text) in parts(card, opened) {
        let (count, spans) = has(&text, &part);
        if count >= most && (count > 0 || words.is_empty() && part == Part::Title) {
            most = count;
            hits.push((count, (Hit { part, around: around(&text, &spans), spans }, text)));
        }
    }
    hits.into_iter().filter(|(count, _)| *count == most).map(|(_, hit)| hit).collect()
}

/// Everything of a brief that is looked through, in the order in which one reads it.
fn parts<'b>(card: &'b Card, opened: &'b Opened) -> impl Iterator<Item = (Part, Cow<'b, str>)> {
    let brief = &opened.brief;
    let head = [(Part::Title, Cow::Owned(card.heading()))].into_iter();
    let publisher = card.publisher().map(|name| (Part::Publisher, name)).into_iter();
    let authors = card.authors().map(|name| (Part::Author, name));
    let topics = card.topics().map(|topic| (Part::Topic, topic));
    let name = [(Part::Name, card.id_str())].into_iter();
    let summary = Some((Part::Summary, brief.summary.as_str())).into_iter();
    let claims = brief.claims.iter().enumerate();
    let claims = claims.map(|(at, claim)| (Part::Claim { id: claim.id.clone(), number: at + 1 }, claim.text.as_str()));
    let paragraphs = opened.article.iter().flat_map(|article| article.paragraphs()).enumerate();
    let paragraphs = paragraphs.map(|(at, paragraph)| (Part::Paragraph(ParagraphNo::at(at)), paragraph.text.as_str()));
    let rest = publisher.chain(authors).chain(topics).chain(name).chain(summary).chain(claims).chain(paragraphs);
    head.chain(rest.map(|(part, text)| (part, Cow::Borrowed(text))))
}

/// The first of the words with what stands around it, cut between words.
fn around(text: &str, spans: &[Span]) -> String {
    let start = spans.first().map_or(0, |span| span.start().bytes());
    let (before, behind) = text.split_at_checked(start).unwrap_or(("", text));
    let from = before.char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    let from = if from == 0 { 0 } else { next_word(before, from) };
    let to = behind.char_indices().nth(BEHIND).map_or(behind.len(), |(at, _)| at);
    let to = if to == behind.len() { to } else { last_word(behind, to) };
    let (open, close) = (if from > 0 { "…" } else { "" }, if to < behind.len() { "…" } else { "" });
    let text = [before.get(from..).unwrap_or_default(), behind.get(..to).unwrap_or_default().trim_end()].concat();
    format!("{open}{text}{close}")
}

/// Where the first word behind a place begins; the place itself where no white space is near.
fn next_word(text: &str, from: usize) -> usize {
    let behind = text.get(from..).unwrap_or_default();
    behind.char_indices().find(|(_, c)| c.is_whitespace()).map_or(from, |(at, c)| from + at + c.len_utf8())
}

/// Where the last word before a place ends; the place itself where no white space is near.
fn last_word(text: &str, to: usize) -> usize {
    text.get(..to).and_then(|before| before.rfind(char::is_whitespace)).filter(|at| *at > 0).unwrap_or(to)
}

#[cfg(test)]
mod tests {
    use super::around;
    use crate::text::Span;

    #[test]
    fn the_words_stand_with_what_is_around_them() {
        let long = format!("{}the ferry {}", "before ".repeat(20), "behind ".repeat(20));
        let unparted = format!("{}船は{}", "前".repeat(60), "後".repeat(100));
        for (text, word, shown) in [
            ("The ferry sank.", "ferry", "The ferry sank.".to_owned()),
            (&long, "ferry", format!("…{}the ferry {}…", "before ".repeat(5), "behind ".repeat(10).trim_end())),
            (&unparted, "船", format!("…{}船は{}…", "前".repeat(41), "後".repeat(78))),
        ] {
            let at = text.find(word).unwrap();
            assert_eq!(around(text, &[Span::new(at, at + word.len())]), shown);
        }
        assert_eq!(around("Ferry", &[]), "Ferry");
    }
}
