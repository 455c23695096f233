//! What stands beside the text: captions under pictures, footnotes, and pull quotes that say again what the text says.
//! Captions and pull quotes are left out; footnotes are kept as notes.

use super::page::{Area, Sheet};
use super::paragraphs::{Block, Set};
use super::runs::Run;
use crate::ingest::limits;
use crate::ingest::metadata::front::squeeze;

/// The pictures of a page: drawn areas that hold no text, and so are no ground of one.
pub fn pictures(sheet: &Sheet, runs: &[Run]) -> Vec<Area> {
    let holds = |area: &Area, run: &Run| {
        let (x, y) = ((run.x0 + run.x1) / 2.0, run.y - 0.3 * run.size);
        area.x0 <= x && x <= area.x1 && area.y0 <= y && y <= area.y1
    };
    let of_page = 0.85 * sheet.width * sheet.height;
    let is_picture = |area: &&Area| {
        (area.x1 - area.x0) * (area.y1 - area.y0) < of_page && runs.iter().filter(|run| holds(area, run)).count() < 8
    };
    sheet.pictures.iter().filter(is_picture).copied().collect()
}

/// Which lines of one column are captions of these pictures.
pub fn captions(lines: &[Set], pictures: &[Area], body: f32) -> Vec<bool> {
    let mut flags = vec![false; lines.len()];
    for picture in pictures {
        let below = |s: &Set| {
            let gap = s.line.top() - picture.y1;
            let shared = s.line.x1.min(picture.x1) - s.line.x0.max(picture.x0);
            (-0.3 * body..2.2 * body).contains(&gap) && shared > 0.5 * (s.line.x1 - s.line.x0)
        };
        let Some(first) = lines.iter().position(below) else { continue };
        let group = lines.get(first..first + together(lines, first, body)).unwrap_or_default();
        let count = caption_lines(group, first + group.len() == lines.len(), body);
        flags.iter_mut().skip(first).take(count).for_each(|f| *f = true);
    }
    flags
}

/// How many lines from `first` on stand closely together in one size, and alike in the column.
fn together(lines: &[Set], first: usize, body: f32) -> usize {
    let follows = |w: &[Set]| match w {
        [a, b] => {
            b.line.y - a.line.y < 1.42 * a.line.size.max(0.8 * body)
                && (a.line.size - b.line.size).abs() < 0.3
                && (centred(b, body) || !centred(a, body))
        }
        _ => false,
    };
    1 + lines.get(first..).unwrap_or_default().windows(2).take_while(|w| follows(w)).count()
}

fn centred(s: &Set, body: f32) -> bool {
    let (left, right) = (s.line.x0 - s.left, s.right - s.line.x1);
    left > 0.8 * body && right > 0.8 * body && (left - right).abs() < 1.5 * body
}

/// How many lines of a group below a picture are its caption. `last` says that nothing follows in the column.
fn caption_lines(group: &[Set], last: bool, body: f32) -> usize {
    const MOST: usize = 8;
    let small = group.iter().all(|s| s.line.size < 0.96 * body);
    let slanted = group.iter().all(|s| s.line.italic() > 0.8);
    let middle = group.last().is_some_and(|s| centred(s, body));
    let says = group.first().is_some_and(|s| credits(&s.text));
    let whole = group.len() <= MOST && (small || slanted && !last || (middle || says) && group.len() <= 3);
    if whole { group.len() } else { usize::from(says) }
}

/// Whether a line names who made a picture, as captions do.
fn credits(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "photo",
        "photograph",
        "foto",
        "file photo",
        "image",
        "picture",
        "bild",
        "credit",
        "figure",
        "abbildung",
        "quelle",
        "source",
    ];
    let lower = text.to_lowercase();
    let begins = WORDS.iter().any(|w| lower.strip_prefix(w).is_some_and(|rest| rest.starts_with([':', '.', ' ', '/'])));
    begins && (lower.contains(':') || lower.contains('/') || lower.contains('©') || lower.contains("credit"))
}

/// Whether a block is the caption of a numbered figure or table: `Figure 3: …`, `Tab. 2. …`.
pub fn is_numbered_caption(block: &Block) -> bool {
    const WORDS: [&str; 13] = [
        "figure",
        "fig",
        "table",
        "tab",
        "abbildung",
        "abb",
        "tabelle",
        "figura",
        "tabla",
        "tableau",
        "tabela",
        "chart",
        "grafik",
    ];
    let mut parts = block.text.splitn(3, ' ');
    let (Some(word), Some(number), Some(_)) = (parts.next(), parts.next(), parts.next()) else { return false };
    let known = WORDS.contains(&word.trim_end_matches('.').to_lowercase().as_str());
    let figures = number.trim_end_matches([':', '.', '–']);
    let counted = figures.len() < number.len() && figures.len() <= 5;
    known && counted && block.lines <= 8 && figures.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '-')
}

/// Which lines of one column are footnotes: smaller lines at its foot that begin with a mark.
pub fn notes(lines: &[Set], body: f32) -> Vec<bool> {
    let small = |s: &Set| s.line.size < 0.93 * body;
    let foot = lines.iter().rev().take_while(|s| small(s)).count();
    let from = lines.len() - foot;
    let marked = lines.iter().skip(from).position(|s| note_mark(s).is_some());
    let start = marked.map(|i| from + i);
    (0..lines.len()).map(|i| start.is_some_and(|start| i >= start)).collect()
}

/// The mark with which a footnote begins: a raised or small figure, or a star or dagger.
pub fn note_mark(s: &Set) -> Option<String> {
    let first = s.line.runs.first()?;
    let raised = first.size < 0.85 * s.line.size || first.y < s.line.y - 0.15 * s.line.size;
    let figures: String = first.text.chars().take_while(|c| c.is_ascii_digit()).collect();
    let star: String = first.text.chars().take_while(|c| "*†‡§".contains(*c)).collect();
    let rest = first.text.get(figures.len()..).unwrap_or_default();
    let whole = rest.trim_matches(['.', ')', ']']).is_empty() || rest.starts_with(char::is_alphabetic);
    match (figures.is_empty(), star.is_empty()) {
        (false, _) if figures.len() <= 3 && (raised || whole) => Some(figures),
        (_, false) => Some(star),
        _ => None,
    }
}

/// A note's text without the figure it begins with.
pub fn without_mark(text: String) -> String {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if text.len() - rest.len() > 3 || rest.trim().is_empty() {
        text
    } else {
        rest.trim_start_matches(['.', ')', ' ']).to_owned()
    }
}

/// Takes the mark of one footnote off the place in the text that refers to it. Many fonts have raised figures that look
/// to us like any other, so the mark is looked for behind a sentence, behind a word, and then only where it is alone.
pub fn take_reference(lines: &mut [Set], mark: &str) {
    let mut found: Vec<(u8, usize, usize)> = Vec::new();
    for (i, s) in lines.iter().enumerate() {
        for (j, run) in s.line.runs.iter().enumerate() {
            found.extend(reference(s, j, run, mark).map(|rank| (rank, i, j)));
        }
    }
    let Some(best) = found.iter().map(|f| f.0).min() else { return };
    let mut of_best = found.iter().filter(|f| f.0 == best);
    let (Some(&(_, i, j)), None) = (of_best.next(), of_best.next()) else { return };
    let Some(s) = lines.get_mut(i) else { return };
    if let Some(run) = s.line.runs.get_mut(j) {
        let bare = run.text.strip_suffix(mark).map(str::len).unwrap_or_default();
        run.text.truncate(bare);
    }
    s.line.runs.retain(|run| !run.text.is_empty());
    s.text = s.line.text();
}

/// How surely a run is or ends in a reference to a note: 0 when it is raised, 1 behind a sentence, 2 behind a word.
fn reference(s: &Set, index: usize, run: &Run, mark: &str) -> Option<u8> {
    let before = run.text.strip_suffix(mark)?;
    if before.is_empty() {
        let raised = run.size < 0.85 * s.line.size && run.y < s.line.y - 0.12 * s.line.size;
        return (raised && index > 0).then_some(0);
    }
    let last = before.chars().next_back()?;
    let letters = before.chars().rev().take_while(|c| c.is_alphabetic()).count();
    let behind = before.trim_end_matches(['.', ',', ';', ':', '!', '?', '”', '“', '"', '’', '»', ')', '…']);
    if behind.len() < before.len() && behind.ends_with(|c: char| c.is_alphabetic() || c == '%') {
        return Some(1);
    }
    (last.is_alphabetic() && letters >= 3).then_some(2)
}

/// Takes out the blocks that say again, larger or in another face, what the text says.
pub fn drop_pull_quotes(blocks: Vec<Block>, body: f32) -> Vec<Block> {
    /// How many pages off the text may say it.
    const NEAR: usize = 2;
    let squeezed: Vec<String> = blocks.iter().map(|b| squeeze(&b.text)).collect();
    let stands_out =
        |b: &Block| b.size > 1.08 * body || (b.italic && b.lines >= 2) || (b.bold && b.lines >= 2) || b.inset;
    let repeats = |i: usize, b: &Block| {
        limits::checkpoint();
        let Some(own) = squeezed.get(i).filter(|s| s.chars().count() >= 25) else { return false };
        let from = blocks.partition_point(|o| o.page + NEAR < b.page);
        let to = blocks.partition_point(|o| o.page <= b.page + NEAR);
        let near = blocks.iter().zip(&squeezed).enumerate().skip(from).take(to - from);
        b.text.split_whitespace().count() >= 5
            && near.filter(|(j, (o, _))| *j != i && !stands_out(o)).any(|(_, (_, text))| text.contains(own.as_str()))
    };
    // What stands above the first paragraph is the title, even if the text says it again.
    let head = blocks.iter().position(|b| !stands_out(b) && b.lines >= 2).unwrap_or(blocks.len());
    let gone: Vec<bool> = blocks.iter().enumerate().map(|(i, b)| i > head && stands_out(b) && repeats(i, b)).collect();
    blocks.into_iter().zip(gone).filter(|(_, gone)| !gone).map(|(b, _)| b).collect()
}
