//! The article of a page that shows none until its scripts have run: its text as the page carries it, in JSON-LD or as
//! HTML in the strings of a script. Runs no script; looks there only where the page itself has next to nothing.

use super::block::{Block, blocks, weight};
use super::dom::Dom;
use super::tag::Tag;
use crate::article::Paragraph;

/// A page whose article is no longer than this (in [`Block::weight`]) has next to nothing.
const NEXT_TO_NOTHING: u32 = 400;
/// Bytes of one script that are looked through.
const SCRIPT: usize = 4_000_000;

/// A much longer article than the one that was found, if the page carries one.
pub fn longer(found: &[Paragraph], html: &str, body: Option<&str>) -> Option<Vec<Paragraph>> {
    let have = total(found);
    if have > NEXT_TO_NOTHING {
        return None;
    }
    let carried = body.map(of_body).into_iter().chain(html.split("</script").filter_map(of_script));
    carried.max_by_key(|p| total(p)).filter(|p| total(p) > NEXT_TO_NOTHING.max(3 * have))
}

fn total(paragraphs: &[Paragraph]) -> u32 {
    paragraphs.iter().map(|p| weight(&p.text)).sum()
}

/// The paragraphs of a text that may have tags, or line breaks, or neither.
fn of_body(body: &str) -> Vec<Paragraph> {
    let html =
        if body.contains("</p>") || body.contains("<br") { body.to_owned() } else { body.replace('\n', "<br><br>") };
    paragraphs(blocks(&Dom::parse(&html)).iter())
}

/// The paragraphs of HTML that stands in a script, escaped once or twice.
fn of_script(page: &str) -> Option<Vec<Paragraph>> {
    let script = page.get(page.rfind("<script")?..).filter(|s| s.len() <= SCRIPT)?;
    if script.matches("u003c/p").take(3).count() < 3 {
        return None;
    }
    let (from, to) = (script.find("u003cp")?, script.rfind("u003c/p")?);
    let escaped = script.get(from.saturating_sub(2)..(to + 16).min(script.len()))?;
    let dom = Dom::parse(&without_escapes(&without_escapes(escaped)));
    let is_element = |b: &&Block| matches!(dom.tag(b.holder), Tag::P | Tag::Li | Tag::Blockquote) || b.level.is_some();
    Some(paragraphs(blocks(&dom).iter().filter(is_element)))
}

fn paragraphs<'a>(blocks: impl Iterator<Item = &'a Block>) -> Vec<Paragraph> {
    blocks.map(|b| Paragraph { kind: b.kind, text: b.text.clone() }).collect()
}

/// A script's string with its escapes read once.
fn without_escapes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n' | 'r' | 't') => out.push(' '),
            Some('u') => {
                let digits: String = chars.clone().take(4).collect();
                match u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32) {
                    Some(read) => {
                        out.push(read);
                        chars.nth(3);
                    }
                    None => out.push('u'),
                }
            }
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{longer, without_escapes};

    #[test]
    fn escapes_are_read() {
        assert_eq!(without_escapes(r#"\u003cp\u003eA \"b\" c\/d\u003c/p"#), "<p>A \"b\" c/d</p");
        assert_eq!(without_escapes(r"\\u003cp"), r"\u003cp");
        assert_eq!(without_escapes(r"\uzz"), "uzz");
    }

    #[test]
    fn an_article_in_a_script_is_found_only_where_the_page_has_none() {
        let sentence = "The harbour was closed for a day while the ferry was towed off the sandbank. ".repeat(3);
        let paragraph = format!(r"\u003cp class=\u0022x\u0022\u003e{sentence}\u003c/p\u003e");
        let html = format!("<script>push([1,\"{}\"])</script>", paragraph.repeat(4));
        assert_eq!(longer(&[], &html, None).map(|p| p.len()), Some(4));
        assert_eq!(longer(&[], "<script>var a = 1</script>", None), None);
        assert_eq!(longer(&[], "", Some(&format!("{sentence}\n\n{sentence}\n\n{sentence}"))).map(|p| p.len()), Some(3));
    }
}
