//! Lines to blocks: paragraphs, headings, items, quotations. A break needs evidence: room between lines, an indent, a
//! line that ends early, another size or face. How early is early is learnt from the document's own lines.

use super::hyphen::Words;
use super::runs::{Line, Run};

/// A line in its column.
#[derive(Clone, Debug)]
pub struct Set {
    /// The line.
    pub line: Line,
    /// Its text.
    pub text: String,
    /// Its page, from 0.
    pub page: usize,
    /// Its column, counted through the document.
    pub column: usize,
    /// Where the lines around it begin.
    pub left: f32,
    /// Where full lines around it end.
    pub right: f32,
    /// Whether it belongs to a group of lines that is set in from the column.
    pub inset: bool,
    /// Whether it is a row of a table.
    pub table: bool,
}

impl Set {
    fn bold(&self) -> bool {
        self.line.bold() > 0.8
    }

    fn indent(&self) -> f32 {
        (self.line.x0 - self.left) / self.line.size.max(1.0)
    }

    /// How far short of the right edge it ends, in points.
    fn deficit(&self) -> f32 {
        self.right - self.line.x1
    }

    /// How much room there was for the next line's first word, in points.
    fn slack(&self, next: &Set) -> f32 {
        // A dash or a number keeps to the word behind it, by a space that does not break.
        let bare = |run: &&Run| !run.text.chars().any(char::is_alphabetic);
        let last = next.line.runs.iter().find(|run| !bare(run)).or(next.line.runs.last());
        let word = last.map_or(0.0, |run| run.x1 - next.line.x0);
        self.deficit() - 0.25 * self.line.size - word
    }
}

/// A block of text.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// Its text, its lines joined.
    pub text: String,
    /// The size of its font.
    pub size: f32,
    /// Whether it is bold throughout.
    pub bold: bool,
    /// Whether it is italic throughout.
    pub italic: bool,
    /// The number of its lines.
    pub lines: usize,
    /// The page on which it begins.
    pub page: usize,
    /// The column in which it ends.
    pub column: usize,
    /// Whether its last line is full.
    pub full: bool,
    /// Whether it is set in from the column.
    pub inset: bool,
    /// Whether it is a row of a table.
    pub table: bool,
}

impl Block {
    /// Whether its text could go on: its last line is full and ends no sentence.
    pub fn open(&self) -> bool {
        self.full && !ends_sentence(&self.text)
    }
}

/// What the document's own lines tell of it.
#[derive(Clone, Copy, Debug)]
pub struct Habits {
    /// The size of the running text.
    body: f32,
    /// Line feeds by size: the commonest one over the size.
    leading: f32,
    /// More room than this for the next line's first word means that a paragraph ended, in points.
    slack: f32,
    /// Ending further than this from the right edge means that a paragraph ended, in points.
    deficit: f32,
    /// Whether paragraphs begin with an indent.
    indents: bool,
}

/// Lines that end this far from the edge at most, in points, are set flush on both sides.
const FLUSH: f32 = 4.0;

impl Habits {
    /// Whether the text is set flush on both sides, as is hardly done without breaking words.
    pub fn justified(&self) -> bool {
        self.deficit < f32::MAX
    }

    /// Learns them. `body` is the size of the running text.
    pub fn learn(lines: &[Set], body: f32) -> Self {
        let pairs = || lines.windows(2).filter_map(|w| if let [a, b] = w { Some((a, b)) } else { None });
        let running = |s: &Set| (s.line.size - body).abs() < 0.05 * body;
        let neighbours = || pairs().filter(|(a, b)| running(a) && running(b) && a.column == b.column);
        let feeds: Vec<f32> = neighbours().map(|(a, b)| b.line.y - a.line.y).filter(|f| *f > 0.0).collect();
        let leading = commonest_low(feeds).map_or(1.25, |feed| (feed / body).clamp(0.9, 2.6));
        let certain: Vec<(&Set, &Set)> = neighbours().filter(|(a, b)| surely_goes_on(&a.text, &b.text)).collect();
        let high = |values: Vec<f32>| (values.len() >= 12).then(|| quantile(values, 0.97)).flatten();
        let slack = high(certain.iter().map(|(a, b)| a.slack(b)).collect()).unwrap_or(0.0).max(0.0) + 0.5;
        let deficit = high(certain.iter().map(|(a, _)| a.deficit()).collect()).map(|d| d.max(0.5) + 0.5);
        // Ragged lines end anywhere: there only the room for the next word tells.
        let deficit = deficit.filter(|d| *d < FLUSH).unwrap_or(f32::MAX);
        let indented = neighbours().filter(|(a, b)| is_indent(b) && !is_indent(a)).count();
        let ended =
            neighbours().filter(|(a, b)| ends_sentence(&a.text) && a.deficit() > 2.0 * body && starts_large(&b.text));
        Self { body, leading, slack, deficit, indents: indented >= 3 && indented * 2 > ended.count() }
    }
}

fn is_indent(s: &Set) -> bool {
    (0.5..5.0).contains(&s.indent())
}

/// The commonest value; a smaller one that is common too is preferred.
fn commonest_low(mut values: Vec<f32>) -> Option<f32> {
    values.sort_by(f32::total_cmp);
    let near = |x: f32| values.iter().filter(|&&v| (v - x).abs() <= 0.35).count();
    let most = values.iter().map(|&x| near(x)).max()?;
    values.iter().copied().find(|&x| near(x) * 3 >= most)
}

fn quantile(mut values: Vec<f32>, q: f32) -> Option<f32> {
    values.sort_by(f32::total_cmp);
    let last = values.len().checked_sub(1)?;
    values.get((last as f32 * q).round() as usize).copied()
}

fn starts_small(text: &str) -> bool {
    text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

fn starts_large(text: &str) -> bool {
    text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric())
}

/// Whether a text ends as sentences do.
pub fn ends_sentence(text: &str) -> bool {
    let closing = ['"', '”', '“', '’', '\'', ')', ']', '»', '«', '›', '‹', '*'];
    let text = text.trim_end_matches(|c: char| c.is_ascii_digit() && !text.ends_with(|c: char| c.is_whitespace()));
    text.trim_end_matches(closing).ends_with(['.', '!', '?', '…', ':', '。', '！', '？'])
}

fn surely_goes_on(a: &str, b: &str) -> bool {
    !ends_sentence(a) && (starts_small(b) || a.ends_with(['-', '\u{ad}', ',', '\u{2010}'])) && !b.starts_with(MARKS)
}

const MARKS: [char; 9] = ['•', '‣', '◦', '▪', '■', '●', '–', '—', '·'];

/// Whether a line begins an item of a list: with a mark or a number that stands apart.
pub fn begins_item(text: &str) -> bool {
    let mut words = text.splitn(2, ' ');
    let (Some(first), Some(rest)) = (words.next(), words.next()) else { return false };
    let mark = first.chars().count() == 1 && first.starts_with(MARKS) || first == "-" || first == "*";
    let number = first.strip_prefix('(').unwrap_or(first).strip_suffix(['.', ')']);
    let counted = number.is_some_and(|n| (1..=2).contains(&n.len()) && n.chars().all(|c| c.is_ascii_digit()));
    (mark || counted) && rest.chars().any(char::is_alphabetic)
}

/// Finds groups of lines that are set in from their column and measures them by themselves.
pub fn measure_insets(lines: &mut [Set]) {
    const LEAST: usize = 3;
    let mut from = 0;
    while from < lines.len() {
        let Some(first) = lines.get(from) else { return };
        let (x0, column, indent) = (first.line.x0, first.column, first.indent());
        let same = |s: &&Set| s.column == column && (s.line.x0 - x0).abs() <= 1.5;
        let count = lines.iter().skip(from).take_while(same).count().max(1);
        if indent > 0.8 && count >= LEAST {
            let group = lines.iter().skip(from).take(count);
            let right = group.map(|s| s.line.x1).fold(0.0, f32::max);
            for s in lines.iter_mut().skip(from).take(count) {
                (s.left, s.right, s.inset) = (x0, right, true);
            }
        }
        from += count;
    }
}

/// Parts lines into blocks. Headings keep their lines together; a paragraph goes on over columns and pages.
pub fn blocks(lines: &[Set], habits: &Habits, words: &Words) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut open: Option<(Block, f32)> = None;
    let mut before: Option<&Set> = None;
    for s in lines {
        let goes_on = match (&open, before) {
            (Some((block, first_x)), Some(a)) => !is_break(a, s, habits, begins_item(&block.text).then_some(*first_x)),
            _ => false,
        };
        match &mut open {
            Some((block, _)) if goes_on => {
                words.join(&mut block.text, &s.text);
                block.lines += 1;
                block.bold &= s.bold();
                block.italic &= s.line.italic() > 0.8;
                (block.column, block.full) = (s.column, s.deficit() <= 1.5 * s.line.size);
            }
            _ => {
                let block = begin(s);
                out.extend(open.replace((block, s.line.x0)).map(|(block, _)| block));
            }
        }
        before = Some(s);
    }
    out.extend(open.map(|(block, _)| block));
    out
}

fn begin(s: &Set) -> Block {
    Block {
        text: s.text.clone(),
        size: s.line.size,
        bold: s.bold(),
        italic: s.line.italic() > 0.8,
        lines: 1,
        page: s.page,
        column: s.column,
        full: s.deficit() <= 1.5 * s.line.size,
        inset: s.inset,
        table: s.table,
    }
}

/// Whether a paragraph ends between two lines. `item` is where the first line of the list item begins that is open.
fn is_break(a: &Set, b: &Set, habits: &Habits, item: Option<f32>) -> bool {
    if a.table
        || b.table
        || (a.line.size - b.line.size).abs() > 0.08 * a.line.size.max(b.line.size)
        || a.bold() != b.bold() && differs(a, b)
    {
        return true;
    }
    if begins_item(&b.text) && (b.text.starts_with('•') || ends_sentence(&a.text) || ends_early(a, b, habits)) {
        return true;
    }
    if a.column != b.column {
        return is_break_between_columns(a, b, habits);
    }
    let feed = b.line.y - a.line.y;
    if feed > (habits.leading * 1.22).max(habits.leading + 0.16) * a.line.size || feed < 0.0 {
        return true;
    }
    if item.is_some_and(|x| b.line.x0 > x + 0.3 * b.line.size) {
        return ends_sentence(&a.text) && ends_early(a, b, habits);
    }
    if a.line.size.min(b.line.size) > 1.2 * habits.body {
        return false; // Titles and pull quotes are broken for their looks.
    }
    let sure = surely_goes_on(&a.text, &b.text);
    let indented = b.indent() > 0.5 && b.line.x0 > a.line.x0 + 0.5 * b.line.size;
    let outdented = b.indent() < -0.5 || (a.inset != b.inset && (a.line.x0 - b.line.x0).abs() > 0.5 * b.line.size);
    if indented && !habits.indents && !a.inset && !ends_early(a, b, habits) {
        return false; // The rest of a list's or a bibliography's entry hangs.
    }
    if indented || outdented {
        return !(sure && is_centred(a, b));
    }
    // Two indented lines on end: the first was a paragraph of one line.
    if is_indent(a) && is_indent(b) && habits.indents && !a.inset {
        return true;
    }
    !sure && ends_early(a, b, habits)
}

/// A face that changes within a line's length is no new block.
fn differs(a: &Set, b: &Set) -> bool {
    let light = |s: &Set| s.line.bold() < 0.2;
    (a.bold() && light(b)) || (light(a) && b.bold())
}

fn is_centred(a: &Set, b: &Set) -> bool {
    let middle = |s: &Set| (s.line.x0 + s.line.x1) / 2.0;
    (middle(a) - middle(b)).abs() < 0.5 * a.line.size
}

fn ends_early(a: &Set, b: &Set, habits: &Habits) -> bool {
    a.slack(b) > habits.slack || a.deficit() > habits.deficit
}

fn is_break_between_columns(a: &Set, b: &Set, habits: &Habits) -> bool {
    if surely_goes_on(&a.text, &b.text) {
        return false;
    }
    if is_indent(b) && !is_indent(a) {
        return true;
    }
    if ends_early(a, b, habits) {
        return true;
    }
    !habits.indents && habits.deficit == f32::MAX && ends_sentence(&a.text) && starts_large(&b.text)
}

#[cfg(test)]
mod tests {
    use super::{begins_item, ends_sentence};

    #[test]
    fn items_begin_with_marks() {
        for text in ["• one", "1. one", "(2) two", "- three", "12) four"] {
            assert!(begins_item(text), "{text}");
        }
        for text in ["2014. ", "one", "1.5 million", "2014) was", "•"] {
            assert!(!begins_item(text), "{text}");
        }
    }

    #[test]
    fn sentences_end() {
        for text in ["He left.", "“He left.”", "left?)", "Nordwesten.1", "as follows:"] {
            assert!(ends_sentence(text), "{text}");
        }
        for text in ["He left", "in 2014", "left,"] {
            assert!(!ends_sentence(text), "{text}");
        }
    }
}
