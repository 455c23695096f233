//! The lines of a paragraph to its text. A soft hyphen at a line's end is dropped. Of a hard one the document and its
//! language judge, as in pasted text; but where a document is set without breaking words, every hyphen is the word's own.

use crate::ingest::metadata::language;
use crate::ingest::plain::hyphen::{Hyphen, Hyphens};
use crate::ingest::plain::lines;

/// What a document shows of its hyphens.
#[derive(Clone, Debug, Default)]
pub struct Words {
    hyphens: Hyphens,
    /// Whether it breaks words at the ends of lines.
    breaks: bool,
}

impl Words {
    /// Learns from the lines of a document; `justified` says that they are flush on both sides.
    pub fn learn(texts: &[&str], justified: bool) -> Self {
        let ends = texts.iter().filter(|line| line.ends_with(['-', '\u{2010}'])).count();
        let whole = texts.join("\n");
        let lines = lines::read(&whole, usize::MAX).unwrap_or_default();
        let tag = language::of(texts.iter().copied()).map(|(tag, _)| tag);
        // A document set without breaking words still has a hyphen at the end of a line now and then.
        let breaks = justified || ends * 16 > texts.len();
        Self { hyphens: Hyphens::learn(&lines, tag), breaks }
    }

    /// Puts the next line of a paragraph behind what there is of it.
    pub fn join(&self, text: &mut String, next: &str) {
        if text.ends_with('\u{ad}') {
            text.pop();
        } else if text.ends_with(['-', '\u{2010}']) {
            match self.judge(text, next) {
                Hyphen::Broke => drop(text.pop()),
                Hyphen::Belongs => {}
                Hyphen::Hangs => text.push(' '),
            }
        } else if !text.is_empty() && !ends_in_cjk(text, next) {
            text.push(' ');
        }
        text.push_str(next);
    }

    fn judge(&self, text: &str, next: &str) -> Hyphen {
        match self.hyphens.judge(text, next) {
            // A dash that stands alone, between spaces.
            _ if text.ends_with([' ', '-']) && text.trim_end_matches('-').ends_with(' ') => Hyphen::Hangs,
            Hyphen::Broke if !self.breaks => Hyphen::Belongs,
            judged => judged,
        }
    }
}

/// Chinese and Japanese are written without spaces.
fn ends_in_cjk(text: &str, next: &str) -> bool {
    let cjk = |c: char| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    text.chars().next_back().is_some_and(cjk) && next.chars().next().is_some_and(cjk)
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn hyphens_at_line_ends() {
        let words = Words::learn(&["an Iranian-backed militia, one of the Iranian-", "backed ones"], true);
        const RAGGED: [&str; 20] = ["set without breaking a word of it"; 20];
        let ragged = Words::learn(&RAGGED, false);
        for (words, first, next, whole) in [
            (&words, "the Iranian-", "backed force", "the Iranian-backed force"),
            (&words, "the govern-", "ment said", "the government said"),
            (&ragged, "the state-", "owned line", "the state-owned line"),
            (&ragged, "bro\u{ad}", "ken word", "broken word"),
            (&words, "in 2014-", "15 there", "in 2014-15 there"),
            (&words, "he said -", "and left", "he said - and left"),
            (&words, "plain", "words", "plain words"),
            (&words, "他们说", "不是", "他们说不是"),
        ] {
            let mut text = first.to_owned();
            words.join(&mut text, next);
            assert_eq!(text, whole);
        }
    }
}
