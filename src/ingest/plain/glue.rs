//! Paragraphs that a page gave to the clipboard without a break between them: `… for years.A series of …`. Parted again
//! where a text does so often; a few such places are slips of the pen, and stay.

use crate::ingest::limits;
use crate::ingest::plain::wrap::Block;

/// Fewer such places say nothing of a text.
const FEW: usize = 4;

/// Parts the blocks of a text whose paragraphs run into one another.
pub fn part(blocks: Vec<Block>) -> Vec<Block> {
    let places: usize = blocks.iter().map(|block| seams(&block.text).count()).sum();
    if places < FEW {
        return blocks;
    }
    let mut out = Vec::with_capacity(blocks.len() + places);
    for mut block in blocks {
        let whole = std::mem::take(&mut block.text);
        let mut from = 0;
        for to in seams(&whole).chain([whole.len()]) {
            limits::checkpoint();
            let text = whole.get(from..to).unwrap_or_default().to_owned();
            let blanks = if from == 0 { block.blanks } else { block.blanks.max(1) };
            out.push(Block { text, blanks, ..block.clone() });
            from = to;
        }
    }
    out
}

/// Where one sentence begins directly behind another.
fn seams(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices(['.', '!', '?']).filter_map(|(at, stop)| {
        let before = text.get(..at)?;
        let rest = text.get(at + stop.len()..)?;
        let closers = rest.len() - rest.trim_start_matches(['”', '"', '’', '»', ')']).len();
        let next = rest.get(closers..)?;
        (is_word_end(before) && is_word(next)).then_some(at + stop.len() + closers)
    })
}

/// Whether a text ends in a word of the language, not in an abbreviation or an address.
fn is_word_end(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or_default();
    let small = word.chars().rev().take_while(|c| c.is_lowercase()).count();
    small >= 2 && !word.contains(['.', '/', '@', ':']) && (small >= 3 || small == word.chars().count())
}

/// Whether a text begins with a word that begins a sentence.
fn is_word(text: &str) -> bool {
    let text = text.trim_start_matches(['“', '„', '«', '"', '‘']);
    let word = text.split(' ').next().unwrap_or_default();
    let inner = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    word.len() < text.len() && word.starts_with(char::is_uppercase) && !inner.contains(['.', '/', '@'])
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Block, part};

    #[test]
    fn paragraphs_that_run_into_one_another_are_parted() {
        let glued = "The rain had stopped.A boat came in.“Here,” she said.Nobody moved.Then it left.";
        let texts = |text: &str| part(vec![Block::of(text.to_owned())]).into_iter().map(|b| b.text).collect::<Vec<_>>();
        assert_eq!(texts(glued).len(), 5);
        for whole in ["He wrote to office@harbour.Example about it.And left.", "See www.harbour.Example.Org for more."]
        {
            assert_eq!(texts(whole), [whole], "{whole}");
        }
    }

    #[test]
    fn a_block_of_very_many_paragraphs_costs_no_more_than_its_length() {
        let begun = Instant::now();
        let blocks = part(vec![Block::of("The rain had stopped.".repeat(100_000))]);
        assert_eq!(blocks.len(), 100_000);
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    }
}
