//! Plain text as people paste it to an article: what a selection, a terminal or a PDF reader leaves of a page. Refuses
//! nothing but text without a letter; leaves out what is not the article, and never writes a word that was not there.

use crate::article::{Article, Paragraph, ParagraphKind};
use crate::ingest::encoding;
use crate::ingest::{Extracted, IngestError, Input, Metadata};

/// Takes the article out of a plain text.
///
/// # Errors
/// [`IngestError::Empty`] when there is no text in it.
pub fn extract(input: &Input<'_>) -> Result<Extracted, IngestError> {
    let text = encoding::decode(input);
    let kind = ParagraphKind::Text;
    let article = Article::new(text.split('\n').map(|line| Paragraph { kind, text: line.to_owned() }));
    if article.paragraphs().is_empty() {
        return Err(IngestError::Empty);
    }
    Ok(Extracted { article, metadata: Metadata::default() })
}
