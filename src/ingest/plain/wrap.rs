//! Lines to blocks: what a page, a terminal or a mail program broke into lines is put together again. Refuses to drop or
//! to judge any block.

use crate::ingest::limits;
use crate::ingest::plain::breaks::Running;
use crate::ingest::plain::furniture::{self, Apart};
use crate::ingest::plain::hyphen::{Hyphen, Hyphens, broken};
use crate::ingest::plain::layout::Layout;
use crate::ingest::plain::lines::Line;
use crate::ingest::plain::shape::is_unspaced;

/// A run of lines that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Its text on one line.
    pub text: String,
    /// The number of its first line, from 1.
    pub first: u32,
    /// The number of its last line.
    pub last: u32,
    /// Blank lines before it.
    pub blanks: u8,
    /// A page begins with it.
    pub page: bool,
    /// Columns its first line is set in.
    pub indent: u8,
    /// It is furniture of the page by where it stands, whatever it says.
    pub furniture: bool,
}

impl Block {
    /// A block of nothing but a text.
    pub fn of(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// Puts lines together to blocks.
pub fn blocks(lines: &[Line<'_>], layout: &Layout, hyphens: &Hyphens) -> Vec<Block> {
    let apart = furniture::mark(lines, layout.wrapped);
    let mut blocks: Vec<Block> = Vec::new();
    let mut run = Running::default();
    for (i, line) in lines.iter().enumerate() {
        limits::checkpoint();
        let before = i.checked_sub(1).and_then(|j| lines.get(j));
        let joined = if layout.wrapped {
            layout.goes_on(lines, &apart, i, run)
        } else {
            before.is_some_and(|a| Layout::broke_by_hand(a, line))
        };
        if !joined {
            run = Running::default();
        }
        if layout.wrapped {
            run.add(&line.text);
        }
        match (blocks.last_mut().filter(|_| joined), before) {
            (Some(block), Some(a)) => {
                append(block, a.soft, line, hyphens);
                block.last = line.no;
            }
            _ => blocks.push(Block {
                text: line.text.clone().into_owned(),
                first: line.no,
                last: line.no,
                blanks: line.blanks.saturating_sub(layout.base).max(u8::from(line.page)),
                page: line.page,
                indent: line.indent,
                furniture: apart.get(i) == Some(&Apart::Alone),
            }),
        }
    }
    blocks
}

/// Puts a line to the end of a block.
fn append(block: &mut Block, soft: bool, line: &Line<'_>, hyphens: &Hyphens) {
    join(&mut block.text, soft, &line.text, hyphens);
}

/// Puts a text behind another as words of one sentence. `soft`: the first one ended in a soft hyphen.
pub fn join(text: &mut String, soft: bool, next: &str, hyphens: &Hyphens) {
    if soft {
        text.push_str(next);
        return;
    }
    let unspaced = text.chars().next_back().is_some_and(is_unspaced) && next.chars().next().is_some_and(is_unspaced);
    let dashed = broken(text).is_some();
    match dashed.then(|| hyphens.judge(text, next)) {
        Some(Hyphen::Broke) => {
            text.pop();
        }
        Some(Hyphen::Belongs) => {}
        None if unspaced => {}
        Some(Hyphen::Hangs) | None => text.push(' '),
    }
    text.push_str(next);
}
