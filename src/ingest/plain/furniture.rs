//! Lines that the making of pages put among the lines of a text: running heads, page numbers, lines of copyright, captions.
//! Known line by line, before lines are put together, so that none is taken into a sentence. Drops nothing itself.

use std::collections::HashMap;

use crate::ingest::limits;
use crate::ingest::plain::lines::Line;
use crate::ingest::plain::sign;

/// Whether a line stands apart from the lines around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Apart {
    /// It may belong to a paragraph.
    #[default]
    No,
    /// It is alone: nothing goes on in it or behind it.
    Alone,
    /// It begins a caption, which may go on.
    Caption,
}

/// Knows the lines that stand apart; none in a text that was not broken into lines.
pub fn mark(lines: &[Line<'_>], wrapped: bool) -> Vec<Apart> {
    if !wrapped {
        return vec![Apart::No; lines.len()];
    }
    let mut apart: Vec<Apart> = lines.iter().map(|line| by_itself(&line.text, line.width)).collect();
    for i in running_heads(lines, &apart) {
        if let Some(mark) = apart.get_mut(i) {
            *mark = Apart::Alone;
        }
    }
    apart
}

/// The longest line that is furniture, in characters.
const LONGEST: u32 = 110;

fn by_itself(text: &str, width: u32) -> Apart {
    limits::checkpoint();
    if width > LONGEST {
        Apart::No
    } else if is_address(text) || sign::is_page_mark(text) || sign::copyright_owner(text).is_some() {
        Apart::Alone
    } else if sign::begins_credit(text) {
        Apart::Caption
    } else {
        Apart::No
    }
}

/// `www.harbourpost.example`, and nothing else.
fn is_address(text: &str) -> bool {
    (text.starts_with("www.") || text.starts_with("http")) && !text.contains(' ') && text.contains('.')
}

/// Lines that stand more than once, each time beside other furniture or at the beginning of a page.
fn running_heads(lines: &[Line<'_>], apart: &[Apart]) -> Vec<usize> {
    let key = |line: &Line<'_>| -> String { line.text.chars().filter(|c| !c.is_numeric()).collect() };
    let near = |i: usize| {
        let beside = [i.checked_sub(1), Some(i + 1)];
        lines.get(i).is_some_and(|line| line.page)
            || beside.iter().flatten().any(|&j| apart.get(j).is_some_and(|a| *a == Apart::Alone))
    };
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, line) in lines.iter().enumerate().filter(|(i, line)| line.width <= LONGEST && near(*i)) {
        places.entry(key(line)).or_default().push(i);
    }
    places.into_values().filter(|at| at.len() > 1).flatten().collect()
}
