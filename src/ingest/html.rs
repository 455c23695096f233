//! A page of HTML to its article and what it says of its source.

mod block;
mod content;
mod dom;
mod json_ld;
mod names;
mod source;
mod tag;

use crate::article::{Article, Paragraph};
use crate::ingest::Extracted;

/// Takes the article out of a page. `url` is where it was found, if known.
pub fn extract(html: &str, url: Option<&str>) -> Extracted {
    let dom = dom::Dom::parse(html);
    let page = content::Page::new(&dom, block::blocks(&dom));
    let chosen = page.article();
    let metadata = source::Said::read(&dom, url).metadata(&page, &chosen);
    let paragraphs = chosen.into_iter().filter_map(|i| page.blocks.get(i));
    let article = Article::new(paragraphs.map(|b| Paragraph { kind: b.kind, text: b.text.clone() }));
    Extracted { article, metadata }
}
