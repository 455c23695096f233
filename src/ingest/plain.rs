//! Plain text as people paste it to an article: what a selection, a terminal or a PDF reader leaves of a page. Leaves out
//! what is not the article, refuses nothing but text without a letter, and never writes a word that was not there.

use crate::article::{Article, Paragraph, ParagraphKind};
use crate::ingest::encoding;
use crate::ingest::metadata::language;
use crate::ingest::plain::hyphen::Hyphens;
use crate::ingest::plain::wrap::Block;
use crate::ingest::{Extracted, Field, IngestError, Input};
use crate::text::safe;

mod body;
mod breaks;
mod furniture;
mod glue;
mod head;
mod headline;
pub(in crate::ingest) mod hyphen;
mod layout;
mod lexicon;
pub(in crate::ingest) mod lines;
mod measure;
mod mend;
mod phrases;
mod seams;
mod shape;
pub(in crate::ingest) mod sign;
mod words;
mod wrap;

/// The most lines that are read, blank ones not counted.
const MOST_LINES: usize = 1_200_000;

/// The most blocks that are looked at: lines put together, of which an article has some hundreds.
const MOST_BLOCKS: usize = 500_000;

/// Takes the article out of a plain text.
///
/// # Errors
/// [`IngestError::Empty`] when there is no text in it, [`IngestError::TooMuch`] when it has too many lines for an article.
pub fn extract(input: &Input<'_>) -> Result<Extracted, IngestError> {
    let decoded = encoding::decode(input);
    let text = lines::with_shown_hyphens(&decoded);
    let mut lines = lines::read(&text, MOST_LINES).ok_or(IngestError::TooMuch { limit: MOST_LINES, of: "lines" })?;
    if !lines.iter().any(|line| line.text.contains(char::is_alphanumeric)) {
        return Err(IngestError::Empty);
    }
    let language = language(&lines);
    let layout = layout::Layout::of(&lines);
    seams::mend(&mut lines, &layout);
    let hyphens = Hyphens::learn(&lines, language.as_ref().map(|f| f.value.as_str()));
    let blocks = wrap::blocks(&lines, &layout, &hyphens);
    let blocks = glue::part(blocks);
    if blocks.len() > MOST_BLOCKS {
        return Err(IngestError::TooMuch { limit: MOST_BLOCKS, of: "paragraphs" });
    }
    let blocks = blocks.into_iter().map(|block| Block { text: safe::safe(&block.text).into_owned(), ..block });
    let mut blocks = mend::mend(blocks.collect(), &hyphens, layout.wrapped);
    mend::unmark(&mut blocks);
    drop(lines);
    let pieces = body::pieces(blocks);
    let stretch = body::stretch(&pieces);
    let head = head::find(&pieces, &stretch, layout.wrapped);
    let kept = body::paragraphs(&pieces, head.body..stretch.end);
    let end = kept.last().map_or(stretch.end, |&(i, _)| i + 1);
    let metadata = head::metadata(&pieces, &head, end, language);
    let own = chosen(pieces, &kept);
    let paragraphs = settled(own, &hyphens).into_iter().map(|(block, kind)| {
        let text = if kind == ParagraphKind::Table { block.text.replace('\t', " | ") } else { block.text };
        Paragraph { kind, text }
    });
    Ok(Extracted { article: Article::new(paragraphs), metadata })
}

/// The paragraphs once more by the same rules, until nothing more goes: an article file that is cleaned again stays as it
/// is. Only texts that are short enough to be looked at twice.
fn settled(mut own: Vec<(Block, ParagraphKind)>, hyphens: &Hyphens) -> Vec<(Block, ParagraphKind)> {
    const MOST_BYTES: usize = 4 << 20;
    const ROUNDS: usize = 4;
    // Of one paragraph nothing more can go.
    if own.len() < 2 || own.iter().map(|(block, _)| block.text.len()).sum::<usize>() > MOST_BYTES {
        return own;
    }
    for _ in 0..ROUNDS {
        let before = own.len();
        let apart = |(block, _): (Block, ParagraphKind)| Block { blanks: 1, ..Block::of(block.text) };
        let pieces = body::pieces(mend::mend(own.into_iter().map(apart).collect(), hyphens, false));
        let stretch = body::stretch(&pieces);
        let head = head::find(&pieces, &stretch, false);
        let kept = body::paragraphs(&pieces, head.body..stretch.end);
        own = chosen(pieces, &kept);
        if own.len() == before {
            break;
        }
    }
    own
}

/// The blocks that were kept, in order.
fn chosen(pieces: Vec<body::Piece>, kept: &[(usize, ParagraphKind)]) -> Vec<(Block, ParagraphKind)> {
    let mut kept = kept.iter().peekable();
    let mut own = Vec::with_capacity(kept.len());
    for (i, piece) in pieces.into_iter().enumerate() {
        if let Some(&(_, kind)) = kept.next_if(|(at, _)| *at == i) {
            own.push((piece.block, kind));
        }
    }
    own
}

/// The language of the text's running words, where that is sure.
fn language(lines: &[lines::Line<'_>]) -> Option<Field<String>> {
    let running = |text: &&str| text.len() > 30 && shape::Shape::of(text).lower_share() > 0.5;
    let pieces = lines.iter().map(|line| line.text.as_ref()).filter(running);
    let (tag, confidence) = language::of(pieces)?;
    Some(Field { value: tag.to_owned(), origin: "the words of the text".to_owned(), confidence })
}

#[cfg(test)]
mod tests {
    use super::{Block, Hyphens, body, furniture, glue, layout, lines, mend, wrap};
    use crate::ingest::limits::stops;

    #[test]
    fn every_stage_of_a_long_text_can_be_stopped() {
        let text = "The ferry was towed off the sand-\nbank.It was said.But then.And so.And on.\n";
        assert!(stops(|| lines::read(text, 9)));
        let lines = lines::read(text, 9).unwrap();
        assert!(stops(|| layout::Layout::of(&lines)));
        let layout = layout::Layout::of(&lines);
        assert!(stops(|| Hyphens::learn(&lines, None)));
        let hyphens = Hyphens::learn(&lines, None);
        assert!(stops(|| furniture::mark(&lines, true)));
        assert!(stops(|| wrap::blocks(&lines, &layout, &hyphens)));
        let glued = vec![Block::of("The rain had stopped.".repeat(9))];
        assert!(stops(|| glue::part(glued)));
        let blocks = wrap::blocks(&lines, &layout, &hyphens);
        assert!(stops(|| mend::mend(blocks.clone(), &hyphens, true)));
        assert!(stops(|| body::pieces(blocks)));
    }
}
