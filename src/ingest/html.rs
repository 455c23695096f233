//! A page of HTML to its article and what it says of its source. Our own reading from the tokens up: it holds to limits
//! of depth and size whatever the page holds. Refuses what is not shown (scripts, styles, hidden elements) and pages
//! without text; runs nothing and fetches nothing.

use std::borrow::Cow;

use crate::article::{Article, Paragraph};
use crate::ingest::encoding;
use crate::ingest::{Extracted, IngestError, Input};

mod block;
mod content;
mod copy;
mod dom;
mod json_ld;
mod names;
mod source;
mod tag;
mod tidy;
mod unshown;

/// Bytes at the start of a document by which it is known.
const HEAD: usize = 4_096;

/// Whether a document is HTML, by its bytes: it begins with a document type, or with an element of a page.
pub fn is_html(input: &Input<'_>) -> bool {
    let head = input.bytes.get(..HEAD).unwrap_or(input.bytes);
    let head: Cow<'_, [u8]> =
        if head.contains(&0) { head.iter().copied().filter(|&b| b != 0).collect() } else { Cow::Borrowed(head) };
    let head = String::from_utf8_lossy(&head).to_ascii_lowercase();
    if head.contains("<html") && ends_in_tag(input.bytes, b"</html>") {
        return true;
    }
    let head = without_prolog(head.trim_start_matches(|c: char| c.is_whitespace() || !c.is_ascii()));
    let begins = |name: &str| {
        head.strip_prefix('<')
            .and_then(|h| h.strip_prefix(name))
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let of_page = ["!doctype html", "html", "head", "body", "meta", "title", "link", "script", "style", "base"];
    // A fragment, as a browser copies it; Markdown too may begin with an element, but seldom ends with one.
    let of_text =
        ["article", "main", "section", "div", "p", "h1", "h2", "h3", "header", "table", "ul", "ol", "span", "a", "img"];
    of_page.into_iter().any(begins) || (of_text.into_iter().any(begins) && input.bytes.trim_ascii_end().ends_with(b">"))
}

fn ends_in_tag(bytes: &[u8], tag: &[u8]) -> bool {
    let end = bytes.trim_ascii_end();
    end.len().checked_sub(tag.len()).and_then(|from| end.get(from..)).is_some_and(|tail| tail.eq_ignore_ascii_case(tag))
}

/// What follows an XML declaration and comments.
fn without_prolog(mut head: &str) -> &str {
    loop {
        let rest = match head {
            h if h.starts_with("<?") => h.split_once("?>"),
            h if h.starts_with("<!--") => h.split_once("-->"),
            _ => None,
        };
        match rest {
            Some((_, rest)) => head = rest.trim_start(),
            None => return head,
        }
    }
}

/// Takes the article out of a document that is HTML.
///
/// # Errors
/// [`IngestError::Empty`] when there is no article in it.
pub fn read(input: &Input<'_>) -> Result<Extracted, IngestError> {
    let html = encoding::decode(input);
    let url = input.hint.url.as_deref();
    let extracted = extract(&html, url);
    if extracted.article.paragraphs().is_empty() { Err(IngestError::Empty) } else { Ok(extracted) }
}

/// Takes the article out of a page. `url` is where it was found, if known. Without an article its paragraphs are empty.
pub fn extract(html: &str, url: Option<&str>) -> Extracted {
    let dom = dom::Dom::parse(html);
    let page = content::Page::new(&dom, block::blocks(&dom));
    let chosen = page.article();
    let said = source::Said::read(&dom, url);
    let metadata = said.metadata(&page, &chosen);
    let blocks: Vec<_> = chosen.into_iter().filter_map(|i| page.blocks.get(i)).collect();
    let title = metadata.title.as_ref().map(|f| f.value.as_str());
    let body = said.body();
    let kept = tidy::tidy(&blocks, title, body);
    let paragraphs = paragraphs(&kept);
    let article = unshown::longer(&paragraphs, html, body).unwrap_or(paragraphs);
    Extracted { article: Article::new(article), metadata }
}

fn paragraphs(blocks: &[&block::Block]) -> Vec<Paragraph> {
    let is_last = |i: usize| i + 2 >= blocks.len();
    let of = |(i, b): (usize, &&block::Block)| Paragraph { kind: tidy::kind(b, is_last(i)), text: b.text.clone() };
    blocks.iter().enumerate().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::{block, content, dom, tidy};
    use crate::ingest::limits::stops;

    #[test]
    fn every_stage_of_a_long_page_can_be_stopped() {
        let html = "<div class=article><p>The ferry was towed off.</p></div>";
        assert!(stops(|| dom::Dom::parse(html)));
        let dom = dom::Dom::parse(html);
        assert!(stops(|| block::blocks(&dom)));
        let blocks = block::blocks(&dom);
        assert!(stops(|| tidy::tidy(&blocks.iter().collect::<Vec<_>>(), None, None)));
        assert!(stops(|| content::Page::new(&dom, blocks)));
    }
}
