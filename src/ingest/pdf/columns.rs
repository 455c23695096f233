//! The order in which a page is read. Finds the gutters, the empty strips to whose right many lines begin flush; cuts the
//! page into bands that have the same gutters, and each band into columns. Refuses to take the gaps of a table or of
//! ragged lines for gutters.

use super::page::Area;
use super::runs::{Line, Run, lines};
use crate::ingest::limits;

/// Lines of one column within one band, from top to bottom.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Its lines; never empty.
    pub lines: Vec<Line>,
    /// The left edge at which its lines begin.
    pub left: f32,
    /// The right edge that its full lines reach.
    pub right: f32,
}

/// An empty strip between columns.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Gutter {
    /// Its right edge, where the lines of a column begin.
    x: f32,
    /// Where it may reach up to.
    free: f32,
    /// Where it begins.
    y0: f32,
    /// Where it ends.
    y1: f32,
}

/// Fewest lines on either side of a gutter.
const LEAST_LINES: usize = 4;
/// Most pieces of text on a page whose gutters are looked for: what has more is no page of text.
const MOST_PIECES: usize = 4000;
/// Fewest letters in the middling line on either side of a gutter.
const LEAST_LETTERS: usize = 11;

/// Where columns begin on the pages of a document, from the left edge of the page: what one page shows plainly helps to
/// read another that has only a line or two in its second column.
pub fn known(pages: &[Vec<Run>], body: f32) -> Vec<f32> {
    pages.iter().flat_map(|runs| gutters(runs, body, &[])).map(|g| g.x).collect()
}

/// Cuts a page into columns, in reading order. `body` is the size of the running text; `known` as [`known`] gives it.
pub fn columns(runs: Vec<Run>, body: f32, known: &[f32]) -> Vec<Column> {
    let gutters = gutters(&runs, body, known);
    let mut out = Vec::new();
    let mut edges: Vec<f32> = gutters.iter().flat_map(|g| [g.y0, g.y1]).collect();
    edges.extend([f32::MIN, f32::MAX]);
    edges.sort_by(f32::total_cmp);
    edges.dedup();
    let mut bands: Vec<(f32, f32, Vec<f32>)> = Vec::new();
    for pair in edges.windows(2) {
        let &[y0, y1] = pair else { continue };
        let xs: Vec<f32> = gutters.iter().filter(|g| g.y0 <= y0 && g.y1 >= y1).map(|g| g.x).collect();
        match bands.last_mut() {
            Some(last) if last.2 == xs => last.1 = y1,
            _ => bands.push((y0, y1, xs)),
        }
    }
    let mut rest = runs;
    for (_, y1, xs) in bands {
        let (within, below): (Vec<Run>, Vec<Run>) = rest.into_iter().partition(|run| middle(run) < y1);
        rest = below;
        let mut cells: Vec<Vec<Run>> = vec![Vec::new(); xs.len() + 1];
        for run in within {
            let at = xs.iter().filter(|&&x| run.x0 >= x - 2.0).count();
            if let Some(cell) = cells.get_mut(at) {
                cell.push(run);
            }
        }
        out.extend(cells.into_iter().filter_map(column));
    }
    out
}

fn middle(run: &Run) -> f32 {
    run.y - 0.36 * run.size
}

fn column(runs: Vec<Run>) -> Option<Column> {
    let lines = lines(runs);
    let left = commonest(lines.iter().map(|l| l.x0)).or(lines.first().map(|l| l.x0))?;
    let right = lines.iter().map(|l| l.x1).fold(left, f32::max);
    Some(Column { lines, left, right })
}

/// The value around which most lie, within a point and a half; the lowest of equals.
fn commonest(values: impl Iterator<Item = f32>) -> Option<f32> {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    let near = |x: f32| values.iter().filter(|&&v| (v - x).abs() <= 1.5).count();
    values.iter().rev().copied().max_by_key(|&x| near(x))
}

/// A stretch of a row without a wide gap.
struct Piece {
    area: Area,
    letters: usize,
}

/// Parts rows where a gap is wide; wide is also to be measured by the size of what stands there.
fn pieces(runs: &[Run], gap: f32) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for line in lines(runs.to_vec()) {
        let mut open: Option<Piece> = None;
        for run in &line.runs {
            let area = run.area();
            let letters = run.text.chars().count();
            match &mut open {
                Some(piece) if area.x0 - piece.area.x1 < gap.max(0.75 * run.size) => {
                    piece.area.x1 = piece.area.x1.max(area.x1);
                    piece.area.y0 = piece.area.y0.min(area.y0);
                    piece.area.y1 = piece.area.y1.max(area.y1);
                    piece.letters += letters;
                }
                _ => out.extend(open.replace(Piece { area, letters })),
            }
        }
        out.extend(open);
    }
    out
}

fn gutters(runs: &[Run], body: f32, known: &[f32]) -> Vec<Gutter> {
    let width = (0.75 * body).max(5.0);
    let pieces = pieces(runs, width);
    let mut found: Vec<Gutter> = Vec::new();
    if pieces.len() > MOST_PIECES {
        return found;
    }
    for x in starts(&pieces) {
        limits::checkpoint();
        let is_known = known.iter().any(|k| (k - x).abs() < 2.0);
        for gutter in free_stretches(&pieces, x, width, is_known) {
            let same = |g: &Gutter| (g.x - gutter.x).abs() < 3.0 * body && g.y0 < gutter.y1 && gutter.y0 < g.y1;
            match found.iter_mut().find(|g| same(g)) {
                Some(known) if known.y1 - known.y0 < gutter.y1 - gutter.y0 => *known = gutter,
                Some(_) => {}
                None => found.push(gutter),
            }
        }
    }
    align_tops(&mut found);
    found.sort_by(|a, b| a.x.total_cmp(&b.x));
    found
}

/// Where pieces begin flush, but for the leftmost.
fn starts(pieces: &[Piece]) -> Vec<f32> {
    let mut xs: Vec<f32> = pieces.iter().map(|p| p.area.x0).collect();
    xs.sort_by(f32::total_cmp);
    let mut out = Vec::new();
    let mut group: Vec<f32> = Vec::new();
    for x in xs.into_iter().chain([f32::INFINITY]) {
        if group.first().is_some_and(|&first| x - first > 2.0) {
            out.extend(group.first().copied());
            group.clear();
        }
        group.push(x);
    }
    out.into_iter().skip(1).collect()
}

/// The stretches over which nothing reaches into the strip left of `x`, with enough text on both sides.
fn free_stretches(pieces: &[Piece], x: f32, width: f32, known: bool) -> Vec<Gutter> {
    let (left, right) = (x - width, x - 0.6);
    let crosses = |piece: &&Piece| piece.area.x1 > left && piece.area.x0 < right;
    let mut crossing: Vec<(f32, f32)> = pieces.iter().filter(crosses).map(|p| (p.area.y0, p.area.y1)).collect();
    crossing.sort_by(|a, b| a.0.total_cmp(&b.0));
    crossing.push((f32::MAX, f32::MAX));
    let mut out = Vec::new();
    let mut from = f32::MIN;
    for (top, bottom) in crossing {
        if top > from {
            out.extend(gutter(pieces, x, (from, top), known));
        }
        from = from.max(bottom);
    }
    out
}

fn gutter(pieces: &[Piece], x: f32, (from, to): (f32, f32), known: bool) -> Option<Gutter> {
    let within = |p: &&Piece| p.area.y0 >= from - 0.5 && p.area.y1 <= to + 0.5;
    let beside: Vec<&Piece> = pieces.iter().filter(within).filter(|p| p.area.x0 >= x - 0.6).collect();
    let before: Vec<&Piece> = pieces.iter().filter(within).filter(|p| p.area.x1 < x).collect();
    let flush: Vec<&&Piece> = beside.iter().filter(|p| (p.area.x0 - x).abs() <= 2.0).collect();
    let next_to: Vec<&&Piece> = beside.iter().filter(|p| p.area.x0 - x < 40.0).collect();
    let top = next_to.iter().map(|p| p.area.y0).fold(f32::MAX, f32::min);
    let lines_before: Vec<&&Piece> = before.iter().filter(|p| p.area.y1 > top).collect();
    let least = if known { 1 } else { LEAST_LINES };
    let enough = !flush.is_empty() && next_to.len() >= least && lines_before.len() >= least;
    let flush_enough = flush.len() * 5 >= next_to.len() * 2;
    let texts = known
        || (middling(next_to.iter().map(|p| p.letters)) >= LEAST_LETTERS
            && middling(lines_before.iter().map(|p| p.letters)) >= LEAST_LETTERS);
    (enough && flush_enough && texts).then(|| Gutter { x, free: from, y0: top.max(from), y1: to })
}

fn middling(values: impl Iterator<Item = usize>) -> usize {
    let mut values: Vec<usize> = values.collect();
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or(0)
}

/// Gutters of one band begin together, though a picture may stand at the head of a column.
fn align_tops(gutters: &mut [Gutter]) {
    let tops: Vec<(f32, f32)> = gutters.iter().map(|g| (g.y0, g.y1)).collect();
    for g in gutters {
        let higher = tops.iter().filter(|(y0, y1)| *y0 >= g.free && *y1 > g.y0 && *y0 < g.y0).map(|t| t.0);
        g.y0 = higher.fold(g.y0, f32::min);
    }
}

/// Settles where the full lines of columns end: where many of a column's own lines do, or as far as columns of the
/// document commonly reach, since the few lines of a short column say little.
pub fn settle_edges<'a>(columns: impl Iterator<Item = &'a mut Column>) {
    const TELLING: usize = 8;
    let mut columns: Vec<&mut Column> = columns.collect();
    for column in &mut columns {
        let ends = || column.lines.iter().map(|l| l.x1);
        let common = commonest(ends()).unwrap_or(column.right);
        let flush = ends().filter(|x| (x - common).abs() <= 1.5).count();
        if flush * 3 >= column.lines.len() && flush >= 3 {
            column.right = common;
        }
    }
    let mut widths: Vec<f32> = columns.iter().filter(|c| c.lines.len() >= TELLING).map(|c| c.right - c.left).collect();
    widths.sort_by(f32::total_cmp);
    for column in columns {
        let reach = column.lines.iter().map(|l| l.x1).fold(column.right, f32::max) - column.left;
        let common = widths.iter().copied().find(|w| *w >= reach - 3.0 && *w < 1.6 * reach);
        if let Some(width) = common.filter(|_| column.lines.len() < TELLING) {
            column.right = column.left + width;
        }
    }
}
