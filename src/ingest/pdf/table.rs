//! Rows of tables: lines that stand below each other with the same wide gaps. A row comes out as its cells, parted by a
//! bar. Refuses to see a table in one line, or in running text with wide spaces.

use super::paragraphs::Set;
use super::runs::Line;

/// A cell of a row.
struct Cell {
    x0: f32,
    x1: f32,
    text: String,
}

/// Marks the lines that are rows of tables, and writes them as such.
pub fn mark(lines: &mut [Set]) {
    let rows: Vec<Vec<Cell>> = lines.iter().map(|s| cells(&s.line)).collect();
    let alike = |i: usize| match (rows.get(i), rows.get(i + 1), lines.get(i), lines.get(i + 1)) {
        (Some(a), Some(b), Some(s), Some(t)) => s.column == t.column && are_rows(a, b),
        _ => false,
    };
    let with_next: Vec<bool> = (0..lines.len()).map(alike).collect();
    for (i, (s, row)) in lines.iter_mut().zip(&rows).enumerate() {
        let with_last = i.checked_sub(1).and_then(|before| with_next.get(before)).copied().unwrap_or(false);
        if with_last || with_next.get(i).copied().unwrap_or(false) {
            s.table = true;
            s.text = row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ");
        }
    }
}

/// A line, cut where a gap is much wider than a space.
fn cells(line: &Line) -> Vec<Cell> {
    let wide = 1.6 * line.size;
    let mut out: Vec<Cell> = Vec::new();
    let mut part: Vec<super::runs::Run> = Vec::new();
    for run in &line.runs {
        if part.last().is_some_and(|last| run.x0 - last.x1 > wide) {
            out.extend(cell(std::mem::take(&mut part)));
        }
        part.push(run.clone());
    }
    out.extend(cell(part));
    out
}

fn cell(runs: Vec<super::runs::Run>) -> Option<Cell> {
    let (x0, x1) = (runs.first()?.x0, runs.last()?.x1);
    let line = Line { runs, ..Line::default() };
    Some(Cell { x0, x1, text: line.text() })
}

/// Whether two lines have as many cells, each above the other, and none of them long.
fn are_rows(a: &[Cell], b: &[Cell]) -> bool {
    const LONGEST: usize = 48;
    let short = |row: &[Cell]| row.iter().all(|cell| cell.text.chars().count() <= LONGEST);
    let above = |(a, b): (&Cell, &Cell)| a.x0 < b.x1 && b.x0 < a.x1;
    a.len() >= 2 && a.len() == b.len() && short(a) && short(b) && a.iter().zip(b).all(above)
}
