//! Glyphs to runs, the pieces of text between white space, and runs to lines. Knows nothing of columns or paragraphs.

use std::collections::VecDeque;

use super::page::{Area, Glyph};
use crate::ingest::limits;

/// A piece of text without white space, set on one baseline in one size.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its text.
    pub text: String,
    /// Its left edge, in points.
    pub x0: f32,
    /// Its right edge.
    pub x1: f32,
    /// Its baseline, from the top of the page.
    pub y: f32,
    /// Its font's size.
    pub size: f32,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is italic.
    pub italic: bool,
    /// Whether the document marks it as no part of its text.
    pub artifact: bool,
    /// Whether a space was drawn behind it.
    pub spaced: bool,
}

impl Run {
    /// About where its ink is: from the height of capitals to the baseline.
    pub fn area(&self) -> Area {
        Area { x0: self.x0, y0: self.y - 0.72 * self.size, x1: self.x1, y1: self.y }
    }
}

/// Runs on one baseline, from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Its runs; never empty.
    pub runs: Vec<Run>,
    /// Its left edge.
    pub x0: f32,
    /// Its right edge.
    pub x1: f32,
    /// The baseline of its largest part.
    pub y: f32,
    /// The size of its largest part.
    pub size: f32,
}

impl Line {
    fn of(mut runs: Vec<Run>) -> Self {
        runs.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let x0 = runs.first().map_or(0.0, |r| r.x0);
        let x1 = runs.iter().map(|r| r.x1).fold(x0, f32::max);
        let (size, y) = dominant(&runs);
        Self { runs, x0, x1, y, size }
    }

    /// Its upper edge.
    pub fn top(&self) -> f32 {
        self.y - 0.72 * self.size
    }

    /// Its text, its runs parted where there is room for a space.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for (i, run) in self.runs.iter().enumerate() {
            if i > 0 && self.space_before(i) {
                out.push(' ');
            }
            out.push_str(&run.text);
        }
        logical_order(out)
    }

    fn space_before(&self, i: usize) -> bool {
        let (Some(a), Some(b)) = (self.runs.get(i - 1), self.runs.get(i)) else { return false };
        let gap = b.x0 - a.x1;
        // A raised figure stands close to its word, and a drawn space may be squeezed to almost nothing.
        (a.spaced && gap > -0.2 * a.size) || gap > 0.14 * a.size.min(b.size)
    }

    /// How many of its letters are bold, from 0 to 1.
    pub fn bold(&self) -> f32 {
        self.share(|r| r.bold)
    }

    /// How many of its letters are italic, from 0 to 1.
    pub fn italic(&self) -> f32 {
        self.share(|r| r.italic)
    }

    fn share(&self, has: impl Fn(&Run) -> bool) -> f32 {
        let all: usize = self.runs.iter().map(|r| r.text.len()).sum();
        let some: usize = self.runs.iter().filter(|r| has(r)).map(|r| r.text.len()).sum();
        some as f32 / all.max(1) as f32
    }
}

/// The size and the baseline that most of the text has; the larger of equals.
fn dominant(runs: &[Run]) -> (f32, f32) {
    let step = |size: f32| (size * 8.0).round() as i32;
    let mut weights = std::collections::BTreeMap::<i32, usize>::new();
    for run in runs {
        *weights.entry(step(run.size)).or_default() += run.text.len();
    }
    let best = weights.into_iter().max_by_key(|&(size, weight)| (weight, size)).map(|(size, _)| size);
    let run = runs.iter().find(|run| Some(step(run.size)) == best);
    run.map_or((0.0, 0.0), |run| (run.size, run.y))
}

/// Parts glyphs into runs, in the order in which they were drawn.
pub fn runs(glyphs: &[Glyph]) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut open: Option<Run> = None;
    for g in glyphs {
        if g.c.is_whitespace() || g.c == '\0' {
            if let Some(mut run) = open.take() {
                run.spaced = true;
                out.push(run);
            }
            continue;
        }
        match &mut open {
            Some(run) if drawn_twice(run, g) => {}
            Some(run) if goes_on(run, g) => {
                push_char(&mut run.text, g.c);
                run.x1 = run.x1.max(g.x1);
            }
            _ => out.extend(open.replace(begin(g))),
        }
    }
    out.extend(open);
    out.retain(|run| !run.text.is_empty());
    out
}

fn begin(g: &Glyph) -> Run {
    let mut text = String::new();
    push_char(&mut text, g.c);
    let Glyph { x0, x1, y, size, bold, italic, artifact, .. } = *g;
    Run { text, x0, x1, y, size, bold, italic, artifact, spaced: false }
}

fn goes_on(run: &Run, g: &Glyph) -> bool {
    let gap = g.x0 - run.x1;
    (g.y - run.y).abs() < 0.1 * run.size
        && (g.size - run.size).abs() < 0.1 * run.size
        && gap < 0.14 * run.size
        && gap > -0.4 * run.size
        && g.artifact == run.artifact
        && g.bold == run.bold
}

/// A glyph drawn again a hair's breadth further on, to look bold.
fn drawn_twice(run: &Run, g: &Glyph) -> bool {
    let width = g.x1 - g.x0;
    width > 0.0
        && run.text.ends_with(g.c)
        && (g.y - run.y).abs() < 0.1 * run.size
        && (g.x1 - run.x1).abs() < (0.25 * width).min(0.12 * run.size)
}

/// Ligatures and presentation forms are spelled out; controls are left out.
fn push_char(text: &mut String, c: char) {
    use unicode_normalization::UnicodeNormalization;
    match c {
        '\u{fb00}'..='\u{fb06}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => text.extend(c.nfkc()),
        // Small letters of their own that only fonts have, above all in the private area, say nothing.
        '\u{e000}'..='\u{f8ff}' | '\u{fffd}' => text.push(char::REPLACEMENT_CHARACTER),
        _ if c.is_control() => {}
        _ => text.push(c),
    }
}

/// Puts runs that stand on one baseline together, from the top of the page to its bottom. Raised and lowered figures
/// belong to the line they overlap.
pub fn lines(mut runs: Vec<Run>) -> Vec<Line> {
    /// Lines that are open at once; on a page that is laid out there are two or three.
    const MOST_OPEN: usize = 48;
    runs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    let mut open: VecDeque<(Area, Vec<Run>)> = VecDeque::new();
    let mut done: Vec<Line> = Vec::new();
    for run in runs {
        let area = run.area();
        // What ends well above this run is complete.
        while open.front().is_some_and(|(line, _)| line.y1 < area.y0 - run.size) || open.len() > MOST_OPEN {
            limits::checkpoint();
            done.extend(open.pop_front().map(|(_, runs)| Line::of(runs)));
        }
        let beside = |line: &Area| {
            let shared = line.y1.min(area.y1) - line.y0.max(area.y0);
            shared > 0.5 * (line.y1 - line.y0).min(area.y1 - area.y0)
        };
        match open.iter_mut().rev().find(|(line, _)| beside(line)) {
            Some((line, members)) => {
                if run.size > 0.9 * (line.y1 - line.y0) / 0.72 {
                    (line.y0, line.y1) = (area.y0, area.y1);
                }
                members.push(run);
            }
            None => open.push_back((area, vec![run])),
        }
    }
    done.extend(open.into_iter().map(|(_, runs)| Line::of(runs)));
    done.sort_by(|a, b| a.y.total_cmp(&b.y));
    done
}

/// Text drawn from left to right as it looks, put into the order in which it is read, where it is mostly Hebrew or
/// Arabic. Numbers and Latin words keep their order.
fn logical_order(text: String) -> String {
    let rtl = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    let right = text.chars().filter(|&c| rtl(c)).count();
    let left = text.chars().filter(|&c| c.is_alphabetic() && !rtl(c)).count();
    if right <= left {
        return text;
    }
    let words: Vec<String> = text
        .split(' ')
        .rev()
        .map(|word| if word.chars().any(rtl) { word.chars().rev().collect() } else { word.to_owned() })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Glyph, lines, runs};

    fn glyphs(text: &str, x: f32, y: f32, size: f32) -> Vec<Glyph> {
        let step = 0.5 * size;
        let glyph = |(i, c): (usize, char)| {
            let x0 = x + step * i as f32;
            Glyph { c, x0, x1: x0 + step, y, size, bold: false, italic: false, artifact: false }
        };
        text.chars().enumerate().map(glyph).collect()
    }

    #[test]
    fn a_raised_figure_belongs_to_its_line() {
        let mut all = glyphs("word", 0.0, 100.0, 10.0);
        all.extend(glyphs("1", 20.0, 96.5, 6.0));
        all.extend(glyphs("next", 0.0, 112.0, 10.0));
        let texts: Vec<String> = lines(runs(&all)).iter().map(super::Line::text).collect();
        assert_eq!(texts, ["word1", "next"]);
    }

    #[test]
    fn gaps_are_spaces_and_double_strokes_are_not() {
        let mut all = glyphs("ab", 0.0, 0.0, 10.0);
        all.extend(glyphs("b", 5.3, 0.0, 10.0));
        all.extend(glyphs("cd", 13.0, 0.0, 10.0));
        let texts: Vec<String> = lines(runs(&all)).iter().map(super::Line::text).collect();
        assert_eq!(texts, ["ab cd"]);
    }
}
