//! What a pasted text says of its source: title, standfirst, authors, date, publisher. Looks above the article, at its foot
//! and at notes; refuses dates of what is told, names of picture houses, and whatever is only likely.

use std::cell::LazyCell;
use std::collections::HashSet;
use std::ops::Range;

use crate::article::{Edtf, SourceKind};
use crate::ingest::metadata::byline;
use crate::ingest::metadata::date::{self, Slashes, Stamp};
use crate::ingest::metadata::front;
use crate::ingest::plain::body::Piece;
use crate::ingest::plain::headline::{self, First};
use crate::ingest::plain::shape::Shape;
use crate::ingest::plain::sign::{self, Sign};
use crate::ingest::plain::words::{CALLINGS, KINDS, NOT_SUBJECTS, SUBJECT_VERBS};
use crate::ingest::{Field, Metadata};
use crate::text::outlet::{is_agency, is_desk_word, is_outlet};

/// What stands above an article: where its title is, where its own text begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The blocks of its title: one, or two that belong together.
    pub title: Option<Range<usize>>,
    /// The blocks of its standfirst.
    pub standfirst: Vec<usize>,
    /// Where the article's own text begins.
    pub body: usize,
    /// Where the lines end that say who wrote it and when: there, or below a first line that is text.
    pub source: usize,
}

/// Blocks above the text in which its date and its authors are looked for.
const NEAR: usize = 12;

/// Finds what stands above the text of `stretch`. `wrapped`: the text was broken into lines.
pub fn find(pieces: &[Piece], stretch: &Range<usize>, wrapped: bool) -> Head {
    let body = body_start(pieces, stretch);
    let title = headline::find(pieces, stretch, body, wrapped);
    if title.is_none() {
        let below = || body_start(pieces, &(stretch.start.max(1)..stretch.end));
        match headline::first(pieces, stretch) {
            Some(First::Title) => {
                return Head { title: Some(0..1), body: below(), source: below(), ..Head::default() };
            }
            Some(First::Text) => return Head { source: below(), ..Head::default() },
            None => {}
        }
    }
    let from = title.as_ref().map_or(body.saturating_sub(NEAR), |t| t.end);
    let mut standfirst: Vec<usize> = (from..body).filter(|&i| pieces.get(i).is_some_and(is_standfirst)).collect();
    standfirst.truncate(3);
    let mut head = Head { title, standfirst, body, source: body };
    lift_first(pieces, stretch, &mut head);
    head
}

fn is_standfirst(piece: &Piece) -> bool {
    let shape = Shape::of(&piece.block.text);
    // A standfirst may go without its full stop.
    let running = piece.sign == Sign::Words && shape.words >= 8 && shape.lower_share() >= 0.5;
    (piece.sign.is_text() || running) && piece.copies <= 2 && (40..=600).contains(&piece.chars) && !piece.twin
}

/// A first paragraph that only repeats a later one is the standfirst.
fn lift_first(pieces: &[Piece], stretch: &Range<usize>, head: &mut Head) {
    let repeats = pieces.get(head.body).is_some_and(|p| p.pulled && is_standfirst(p));
    if repeats && head.standfirst.is_empty() && head.title.is_some() && head.body + 1 < stretch.end {
        head.standfirst.push(head.body);
        head.body += 1;
        head.source += 1;
    }
}

/// Where the article's own text begins: behind the byline, date and captions that stand among its first blocks. What stands
/// above them is a standfirst only where it is short, of few paragraphs, and little beside the text below.
fn body_start(pieces: &[Piece], stretch: &Range<usize>) -> usize {
    const FIRST: usize = 8;
    const MOST: usize = 700;
    const PARAGRAPHS: usize = 2;
    const SHARE: usize = 4;
    let before = stretch.start.saturating_sub(NEAR)..stretch.start;
    let said = |sign: Sign| before.clone().any(|i| pieces.get(i).is_some_and(|p| p.sign == sign));
    // What was said above is not said again below: a second byline is another article's.
    let (by, on) = (said(Sign::Byline), said(Sign::Dateline));
    let is_told = |piece: &&Piece| piece.sign.is_text() && !piece.twin;
    let all: usize = pieces.get(stretch.clone()).unwrap_or_default().iter().filter(is_told).map(|p| p.chars).sum();
    let (mut start, mut told, mut paragraphs) = (stretch.start, 0, 0);
    for i in stretch.start..stretch.end.min(stretch.start + FIRST) {
        let Some(piece) = pieces.get(i) else { break };
        if is_told(&piece) {
            told += piece.chars;
            paragraphs += 1;
        }
        if told > MOST || paragraphs > PARAGRAPHS || told * SHARE > all {
            break;
        }
        let new = is_source_line(piece) && !(if is_dated(piece) { on } else { by });
        if new || (piece.twin && piece.sign == Sign::Caption) {
            start = i + 1;
        }
    }
    let begins = |p: &Piece| p.sign.is_text() || matches!(p.sign, Sign::Words | Sign::Note | Sign::Item);
    (start..stretch.end)
        .find(|&i| pieces.get(i).is_some_and(|p| begins(p) && !p.twin && !is_calling_line(&p.block.text)))
        .unwrap_or(start)
}

fn is_dated(piece: &Piece) -> bool {
    piece.sign == Sign::Dateline
}

/// A line that says who or when, as stands above an article.
pub(super) fn is_source_line(piece: &Piece) -> bool {
    matches!(piece.sign, Sign::Byline | Sign::Dateline) || is_name_line(piece)
}

pub(super) fn is_name_line(piece: &Piece) -> bool {
    piece.sign == Sign::Words && piece.copies <= 2 && name_line(&piece.block.text).is_some()
}

fn has_small_letters(text: &str) -> bool {
    text.chars().filter(|c| c.is_lowercase()).count() >= 3
}

/// `Former Associate Fellow, Middle East Programme, Chatham House`: what somebody is, and where.
pub(super) fn is_calling_line(text: &str) -> bool {
    text.contains(',') && Shape::of(text).lower_share() < 0.4 && {
        let low = text.to_lowercase();
        low.split(|c: char| !c.is_alphanumeric()).any(|w| CALLINGS.contains(&w))
    }
}

/// Everything that the text says of its source.
pub fn metadata(pieces: &[Piece], head: &Head, end: usize, language: Option<Field<String>>) -> Metadata {
    let tag = language.as_ref().map_or("", |f| f.value.as_str());
    let slashes = Slashes::in_language(tag);
    let notes: Vec<&Piece> = notes(pieces, head, end).collect();
    let title = head.title.clone().and_then(|range| {
        let text = headline::text(pieces, &range)?;
        Some(field(text, pieces.get(range.start)?, "a heading above the text", 0.8))
    });
    let standfirst = (!head.standfirst.is_empty()).then(|| {
        let texts: Vec<&str> =
            head.standfirst.iter().filter_map(|&i| pieces.get(i)).map(|p| p.block.text.as_str()).collect();
        let no = head.standfirst.first().and_then(|&i| pieces.get(i)).map_or(0, |p| p.block.first);
        Field { value: texts.join(" "), origin: format!("line {no}: above the text"), confidence: 0.7 }
    });
    Metadata {
        title,
        standfirst,
        authors: authors(pieces, head, end, &notes),
        published: published(pieces, head, end, slashes, &notes),
        publisher: publisher(pieces, head, end),
        kind: kind(pieces, head),
        url: url(pieces, head, end),
        language,
    }
}

fn field<T>(value: T, piece: &Piece, what: &str, confidence: f32) -> Field<T> {
    Field { value, origin: format!("line {}: {what}", piece.block.first), confidence }
}

/// The blocks above the text that may say who and when: from a little above the title.
fn above(head: &Head) -> Range<usize> {
    const OVER_TITLE: usize = 4;
    let from = head.title.as_ref().map_or(head.source.saturating_sub(NEAR), |t| t.start.saturating_sub(OVER_TITLE));
    from..head.source
}

fn authors(pieces: &[Piece], head: &Head, end: usize, notes: &[&Piece]) -> Option<Field<Vec<String>>> {
    let at = |i: usize| pieces.get(i);
    let said = above(head).filter_map(at).filter(|p| !matches!(p.sign, Sign::Caption | Sign::Prose));
    let by = said.filter_map(|p| byline::authors(&p.block.text).map(|names| field(names, p, "byline", 0.9))).next();
    let parted = || {
        let said = above(head).filter_map(at).filter(|p| p.sign == Sign::Dateline);
        said.filter_map(|p| byline::beside_date(&p.block.text).map(|n| field(n, p, "a name beside the date", 0.7)))
            .next()
    };
    let told_of = LazyCell::new(|| last_names(pieces, head, end));
    let named = || {
        // Without a title nothing but nearness tells a name above the text from one in a menu.
        const NEAR_TEXT: usize = 6;
        let from = head.title.as_ref().map_or(head.body.saturating_sub(NEAR_TEXT), |t| t.end);
        let lines = (from..head.body.min(from + NEAR)).filter_map(at).filter(|p| p.sign == Sign::Words);
        lines.filter_map(|p| Some((p, name_line(&p.block.text)?))).find_map(|(p, names)| {
            // Whom the text tells of did not write it.
            let tells = names.iter().any(|name| name.split(' ').next_back().is_some_and(|n| told_of.contains(n)));
            (!tells).then(|| field(names, p, "a name above the text", 0.7))
        })
    };
    let noted = || {
        notes.iter().find_map(|p| {
            name_after(&p.block.text, " by ").map(|name| field(vec![name], p, "note of where it first stood", 0.8))
        })
    };
    let told = || {
        let foot = end.saturating_sub(2)..(end + 4).min(pieces.len());
        foot.filter_map(at)
            .filter(|p| p.sign == Sign::Bio)
            .find_map(|p| sign::bio_name(&p.block.text).map(|name| field(vec![name], p, "who the author is", 0.8)))
    };
    // A house that signs for its people, where nothing names them.
    let signs = |name: &String| is_outlet(name) || is_agency(name) || name.split(' ').any(is_desk_word);
    let signed = || {
        let mut lines = above(head).filter_map(at).filter(|p| p.sign == Sign::Byline);
        lines.find_map(|p| {
            let names = front::signed(&p.block.text, Slashes::Unknown).filter(|names| names.iter().all(signs))?;
            Some(field(names, p, "byline", 0.7))
        })
    };
    by.or_else(parted).or_else(named).or_else(noted).or_else(told).or_else(signed)
}

/// The capitalised words of the text, among them the last names of those it tells of.
fn last_names(pieces: &[Piece], head: &Head, end: usize) -> HashSet<String> {
    const MOST: usize = 80;
    let text = (head.body..end).filter_map(|i| pieces.get(i)).filter(|p| p.sign.is_text()).take(MOST);
    let words = text.flat_map(|p| p.block.text.split(|c: char| !(c.is_alphanumeric() || c == '-')));
    words.filter(|w| w.starts_with(char::is_uppercase)).map(str::to_owned).collect()
}

/// The names of a line that holds nothing else, or a name and what the person is: `Thabo Mokone Parliamentary editor`.
fn name_line(text: &str) -> Option<Vec<String>> {
    if !has_small_letters(text) {
        return None;
    }
    byline::names(text).or_else(|| {
        let words: Vec<&str> = text.split(' ').take(9).collect();
        let calling = words.iter().skip(2).any(|w| CALLINGS.contains(&w.to_lowercase().as_str()));
        let name = words.get(..2).map(|w| w.join(" "))?;
        (calling && words.len() <= 8 && byline::is_name(&name)).then(|| vec![name])
    })
}

/// The name behind a word: `this post by Andreas Krieg was`.
fn name_after(text: &str, lead: &str) -> Option<String> {
    text.match_indices(lead).find_map(|(at, _)| {
        let words: Vec<&str> = text.get(at + lead.len()..)?.split(' ').take(5).collect();
        let mut names = (2..=words.len()).rev().filter_map(|n| words.get(..n)).map(|w| w.join(" "));
        names.find(|name| byline::is_name(name))
    })
}

/// The notes at the beginning and the end of the text that say where it first stood.
fn notes<'a>(pieces: &'a [Piece], head: &Head, end: usize) -> impl Iterator<Item = &'a Piece> {
    const AT_MOST: usize = 4;
    let first = head.body.saturating_sub(AT_MOST)..head.body + AT_MOST;
    let last = end.saturating_sub(AT_MOST)..end + AT_MOST;
    first.chain(last).filter_map(|i| pieces.get(i)).filter(|p| sign::stood_elsewhere(&p.block.text))
}

fn published(pieces: &[Piece], head: &Head, end: usize, slashes: Slashes, notes: &[&Piece]) -> Option<Field<Edtf>> {
    let mut plain = None;
    for piece in above(head).filter_map(|i| pieces.get(i)).filter(|p| may_date(p)) {
        for (date, stamp) in dates(&piece.block.text, slashes) {
            match stamp {
                Some(Stamp::Published) => return Some(field(date, piece, "date of publication", 0.95)),
                Some(Stamp::Updated) => {}
                // The nearest to the text, but the first of its line.
                None if plain.as_ref().is_none_or(|(no, _)| *no != piece.block.first) => {
                    plain = Some((piece.block.first, field(date, piece, "date above the text", 0.8)));
                }
                None => {}
            }
        }
    }
    let foot = end..(end + 8).min(pieces.len());
    let stamped =
        |p: &Piece, stamp| dates(&p.block.text, slashes).into_iter().find(|&(_, s)| s == stamp).map(|(date, _)| date);
    let below = || {
        foot.filter_map(|i| pieces.get(i)).filter(|p| may_date(p)).find_map(|p| {
            stamped(p, Some(Stamp::Published)).map(|date| field(date, p, "date of publication below the text", 0.8))
        })
    };
    let noted = || {
        notes.iter().find_map(|p| {
            stamped(p, Some(Stamp::Published)).map(|date| field(date, p, "note of where it first stood", 0.8))
        })
    };
    plain.map(|(_, found)| found).or_else(below).or_else(noted)
}

/// Whether a block's date may be the article's: not a picture's, not one of a tale.
fn may_date(piece: &Piece) -> bool {
    piece.sign != Sign::Caption && (!piece.sign.is_text() || piece.chars < 200) && piece.chars < 400
}

/// The dates of a line, each with what is said of it directly before.
fn dates(text: &str, slashes: Slashes) -> Vec<(Edtf, Option<Stamp>)> {
    let mut from = 0;
    let mut dates = Vec::new();
    for found in date::find(text, slashes) {
        let before = text.get(from..found.span.start().bytes()).unwrap_or_default();
        dates.push((Edtf::Date(found.date), date::stamp(before)));
        from = found.span.end().bytes();
    }
    dates
}

fn publisher(pieces: &[Piece], head: &Head, end: usize) -> Option<Field<String>> {
    let outside = || pieces.iter().enumerate().filter(|(i, p)| *i < head.body || *i >= end || p.sign.is_page());
    let owner =
        outside().find_map(|(_, p)| sign::copyright_owner(&p.block.text).map(|name| field(name, p, "copyright", 0.8)));
    let affiliated = || {
        let line = above(head).filter_map(|i| pieces.get(i)).find(|p| is_calling_line(&p.block.text))?;
        let house = line.block.text.rsplit(',').next()?.trim();
        let again = outside().any(|(i, p)| i >= end && p.block.text.contains(house));
        (again && house.len() > 3).then(|| field(house.to_owned(), line, "affiliation, and the foot of the page", 0.7))
    };
    let told = || {
        let told = (head.body..end)
            .filter_map(|i| pieces.get(i))
            .filter(|p| p.sign.is_text())
            .find_map(|p| told_to(&p.block.text))?;
        let line = outside()
            .find(|(_, p)| !p.sign.is_text() && first_name(&p.block.text).to_lowercase() == told.to_lowercase())?;
        Some(field(
            first_name(&line.1.block.text).to_owned(),
            line.1,
            "the page's head, and whom the text was told to",
            0.7,
        ))
        .map(|f| Field { value: as_written(&f.value, &told), ..f })
    };
    let subject = || {
        let foot = end.saturating_sub(1)..pieces.len();
        foot.filter_map(|i| pieces.get(i))
            .filter(|p| p.sign == Sign::Notice)
            .find_map(|p| subject(&p.block.text).map(|name| field(name, p, "subject of a notice", 0.6)))
    };
    // Whom those write for who are named above the text.
    let credited = || {
        let lines = above(head).filter_map(|i| pieces.get(i)).filter(|p| is_source_line(p));
        lines.filter_map(|p| byline::house(&p.block.text).map(|name| field(name, p, "beside who or when", 0.7))).next()
    };
    // A running head: a few words, and the number of the page on the next line.
    let running = || {
        (0..head.body.min(3)).find_map(|i| {
            let (line, number) = (pieces.get(i)?, pieces.get(i + 1)?);
            let name = line.block.text.split(" | ").next()?.trim();
            let worded = name.chars().any(char::is_alphabetic) && name.split(' ').count() <= 6;
            let fits = number.block.text == "1" && worded && matches!(line.sign, Sign::Words | Sign::Label);
            fits.then(|| field(name.to_owned(), line, "running head", 0.7))
        })
    };
    owner.or_else(running).or_else(credited).or_else(affiliated).or_else(told).or_else(subject)
}

/// The name that of two spellings is the less shouted and yet capitalised one.
fn as_written(line: &str, told: &str) -> String {
    if line.chars().next().is_some_and(char::is_uppercase) { line.to_owned() } else { told.to_owned() }
}

/// Who told something to the house: `he told NIQASH`.
fn told_to(text: &str) -> Option<String> {
    const LEADS: [&str; 4] = [" told ", " tells ", " an interview with ", " speaking to "];
    LEADS.iter().find_map(|lead| {
        text.match_indices(lead).find_map(|(at, _)| {
            let rest = text.get(at + lead.len()..)?;
            let name = rest.split(|c: char| !(c.is_alphanumeric() || c == '/')).next()?;
            (name.chars().count() > 2 && name.starts_with(char::is_uppercase)).then(|| name.to_owned())
        })
    })
}

/// The words before the first mark of a line: `niqash: briefings from …`.
fn first_name(text: &str) -> &str {
    text.split([':', '|', '–', '—', '-']).next().unwrap_or_default().trim()
}

/// The subject of a notice's first sentence: `RFE/RL has been declared …`.
fn subject(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').take(7).collect();
    let verb = words.iter().position(|w| SUBJECT_VERBS.contains(w))?;
    let name = words.get(..verb).filter(|w| !w.is_empty())?;
    let capital = |w: &&str| w.starts_with(char::is_uppercase);
    let first = name.first()?.to_lowercase();
    let sure = name.len() > 1 || name.iter().all(|w| w.chars().filter(|c| c.is_uppercase()).count() > 1);
    (name.iter().all(capital) && sure && !NOT_SUBJECTS.contains(&first.as_str())).then(|| name.join(" "))
}

fn kind(pieces: &[Piece], head: &Head) -> Option<Field<SourceKind>> {
    let title = head.title.as_ref()?;
    (title.start.saturating_sub(3)..head.body).filter_map(|i| pieces.get(i)).find_map(|p| {
        let low = p.block.text.to_lowercase();
        let (name, _) = KINDS.iter().find(|(_, labels)| labels.contains(&low.as_str()))?;
        SourceKind::named(name).map(|kind| field(kind, p, "label above the text", 0.6))
    })
}

/// A line beside the text that is nothing but the address of a page.
fn url(pieces: &[Piece], head: &Head, end: usize) -> Option<Field<String>> {
    let near = above(head).chain(end..(end + 4).min(pieces.len()));
    near.filter_map(|i| pieces.get(i)).find_map(|p| {
        let text = p.block.text.trim_start_matches("URL:").trim_start_matches("Source:").trim();
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let page = rest.split_once('/').is_some_and(|(host, path)| host.contains('.') && path.len() > 3);
        (page && !text.contains(char::is_whitespace)).then(|| field(text.to_owned(), p, "address", 0.8))
    })
}
