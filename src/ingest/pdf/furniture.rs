//! What stands on pages and is no text of the article: running heads, feet and page numbers. Judged over all pages at
//! once: by what the document marks, by what comes again in the same place, and by what only furniture says.

use std::collections::HashMap;

use super::page::Sheet;
use super::runs::{Line, Run, lines};

/// How far into a page, from its upper or lower edge, furniture may stand; a share of the page's height.
const MARGIN: f32 = 0.14;
/// How many lines of furniture there may be at either edge.
const DEPTH: usize = 4;

/// A page's runs, less its furniture.
#[derive(Clone, Debug, Default)]
pub struct Bare {
    /// What is left.
    pub runs: Vec<Run>,
    /// The furniture's lines of text, which may name the publication.
    pub taken: Vec<String>,
}

/// Takes the furniture off every page. `body` is the size of the running text.
pub fn strip(sheets: &[Sheet], pages: Vec<Vec<Run>>, body: f32) -> Vec<Bare> {
    let rows: Vec<Vec<Line>> = pages.into_iter().map(lines).collect();
    let repeated = repeated(sheets, &rows);
    let strip_page = |(sheet, rows): (&Sheet, Vec<Line>)| {
        let top = edge(rows.iter(), |row| row.y < MARGIN * sheet.height);
        let bottom = edge(rows.iter().rev(), |row| row.y > (1.0 - MARGIN) * sheet.height);
        let count = rows.len();
        let gap_after = |i: usize| match (rows.get(i), rows.get(i + 1)) {
            (Some(a), Some(b)) => b.top() - a.y,
            _ => f32::INFINITY,
        };
        let is_furniture = |i: usize, row: &Line| {
            let (at_top, at_bottom) = (i < top, i >= count - bottom);
            if !(at_top || at_bottom) {
                return false;
            }
            let apart = if at_top { gap_after(i) } else { i.checked_sub(1).map_or(f32::INFINITY, gap_after) };
            let text = row.text();
            repeated.contains_key(&key(row, sheet))
                || is_page_number(&text)
                || (row.size < 0.93 * body && apart > 0.8 * body && !is_note(row) && says_furniture(&text))
        };
        let mut flags: Vec<bool> = rows.iter().enumerate().map(|(i, row)| is_furniture(i, row)).collect();
        outermost(&mut flags, top, bottom);
        let mut bare = Bare::default();
        for (row, furniture) in rows.into_iter().zip(flags) {
            if furniture {
                bare.taken.push(row.text());
                continue;
            }
            let (marked, kept): (Vec<Run>, Vec<Run>) = row.runs.into_iter().partition(|run| run.artifact);
            bare.taken.extend((!marked.is_empty()).then(|| spaced(&marked)));
            bare.runs.extend(kept);
        }
        bare
    };
    sheets.iter().zip(rows).map(strip_page).collect()
}

fn spaced(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// How many rows from an edge lie within the margin.
fn edge<'a>(rows: impl Iterator<Item = &'a Line>, within: impl Fn(&Line) -> bool) -> usize {
    rows.take(DEPTH).take_while(|row| within(row)).count()
}

/// Furniture reaches inwards from the edge: what lies inside of a line of text is text.
fn outermost(flags: &mut [bool], top: usize, bottom: usize) {
    let count = flags.len();
    if let Some(first_text) = flags.iter().position(|f| !f) {
        flags.iter_mut().take(top).skip(first_text).for_each(|f| *f = false);
    }
    if let Some(last_text) = flags.iter().rposition(|f| !f) {
        flags.iter_mut().take(last_text).skip(count - bottom).for_each(|f| *f = false);
    }
}

/// A row's text with its figures masked, and its place on the page.
type Key = (String, i32);

fn key(row: &Line, sheet: &Sheet) -> Key {
    let mut text = String::new();
    for c in row.text().chars().filter(|c| !c.is_whitespace()) {
        let c = if c.is_numeric() { '#' } else { c };
        if c != '#' || !text.ends_with('#') {
            text.push(c);
        }
    }
    // Left and right pages may carry their heads at different places across, but not down.
    let place = if row.y < sheet.height / 2.0 { row.y } else { row.y - sheet.height };
    (text, (place / 6.0).round() as i32)
}

/// The rows at an edge that come again on another page, in the same place with the same words.
fn repeated(sheets: &[Sheet], pages: &[Vec<Line>]) -> HashMap<Key, usize> {
    let mut seen: HashMap<Key, usize> = HashMap::new();
    for (sheet, rows) in sheets.iter().zip(pages) {
        let at_edge = |row: &&Line| row.y < MARGIN * sheet.height || row.y > (1.0 - MARGIN) * sheet.height;
        let ends = rows.iter().take(DEPTH).chain(rows.iter().rev().take(DEPTH));
        let mut keys: Vec<Key> = ends.filter(at_edge).map(|row| key(row, sheet)).collect();
        keys.sort();
        keys.dedup();
        keys.into_iter().for_each(|k| *seen.entry(k).or_default() += 1);
    }
    seen.retain(|_, times| *times >= 2);
    seen
}

/// `12`, `- 12 -`, `Page 12 of 30`, `12/30`, `xii`.
fn is_page_number(text: &str) -> bool {
    const WORDS: [&str; 12] =
        ["page", "seite", "pagina", "página", "side", "sida", "strana", "strona", "sayfa", "of", "von", "de"];
    let mut figures = 0;
    let rest = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).all(|word| {
        let lower = word.to_lowercase();
        let number = word.len() <= 4 && word.chars().all(|c| c.is_ascii_digit());
        let roman = word.len() <= 5 && word == lower && word.chars().all(|c| "ivxl".contains(c));
        figures += usize::from(number || roman);
        number || roman || WORDS.contains(&lower.as_str())
    });
    rest && (1..=2).contains(&figures)
}

/// Whether a small line that stands apart at a page's edge reads as furniture does: rights, addresses, page numbers.
fn says_furniture(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = text.split_whitespace().count();
    let rights = ["©", "(c) ", "copyright", "all rights reserved", "alle rechte"].iter().any(|s| lower.contains(s));
    let address = lower.split_whitespace().any(|w| w.starts_with("www.") || w.contains("://") || is_host(w));
    let numbered = text.split_whitespace().next_back().or(text.split_whitespace().next()).is_some_and(is_page_number);
    rights || (words <= 6 && (address || numbered)) || words <= 4 && !ends_sentence(text)
}

fn is_host(word: &str) -> bool {
    let mut parts = word.rsplit('.');
    let last = parts.next().unwrap_or_default();
    (2..=4).contains(&last.len())
        && last.chars().all(|c| c.is_ascii_lowercase())
        && parts.next().is_some_and(|p| p.len() > 2 && p.chars().all(|c| c.is_alphanumeric() || c == '-'))
}

/// Whether a row begins as footnotes do: with a figure that stands directly before a word.
fn is_note(row: &Line) -> bool {
    let text = row.text();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with(char::is_alphabetic)
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', ')', '»', '“']).ends_with(['.', '!', '?', '…', ':', ';', ','])
}

#[cfg(test)]
mod tests {
    use super::{is_page_number, says_furniture};

    #[test]
    fn page_numbers_are_known() {
        for text in ["12", "- 12 -", "Page 3 of 10", "Seite 3 von 10", "3/10", "xii", "| 7"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["2031 was a year", "", "de", "12 3 4", "20315"] {
            assert!(!is_page_number(text), "{text}");
        }
    }

    #[test]
    fn furniture_says_what_only_furniture_says() {
        for text in
            ["© 2031 The Harbour Post. All rights reserved. Page 1 of 1", "www.harbourpost.org", "Harbour Post 1"]
        {
            assert!(says_furniture(text), "{text}");
        }
        assert!(!says_furniture("The ferry struck a sandbank in fog with 212 passengers aboard"));
    }
}
