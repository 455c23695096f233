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
    // With the backslashes before the one and the `\\u003e` after the other; a letter more does no harm.
    let (from, to) = (script.floor_char_boundary(from.saturating_sub(2)), script.floor_char_boundary(to + 16));
    let escaped = script.get(from..to)?;
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
    let mut rest = text;
    while let Some((before, escaped)) = rest.split_once('\\') {
        out.push_str(before);
        let mut chars = escaped.chars();
        let single = match chars.next() {
            Some('n' | 'r' | 't') => Some(' '),
            other => other,
        };
        let (read, after) = numbered(escaped).map_or((single, chars.as_str()), |(c, after)| (Some(c), after));
        out.extend(read);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The character that `u` and four digits stand for, or twice as much where it takes two halves; and what follows. Half
/// of a character that stands alone is read as U+FFFD.
fn numbered(escaped: &str) -> Option<(char, &str)> {
    let (first, after) = code_unit(escaped)?;
    if let Some(Ok(c)) = char::decode_utf16([first]).next() {
        return Some((c, after));
    }
    let both = after.strip_prefix('\\').and_then(code_unit).and_then(|(second, after)| {
        let c = char::decode_utf16([first, second]).next()?.ok()?;
        Some((c, after))
    });
    Some(both.unwrap_or((char::REPLACEMENT_CHARACTER, after)))
}

fn code_unit(escaped: &str) -> Option<(u16, &str)> {
    let (digits, after) = escaped.strip_prefix('u')?.split_at_checked(4)?;
    let all = digits.bytes().all(|b| b.is_ascii_hexdigit());
    all.then(|| u16::from_str_radix(digits, 16).ok()).flatten().map(|unit| (unit, after))
}

#[cfg(test)]
mod tests {
    use super::{longer, without_escapes};

    #[test]
    fn escapes_are_read() {
        for (escaped, wanted) in [
            (r#"\u003cp\u003eA \"b\" c\/d\u003c/p"#, "<p>A \"b\" c/d</p"),
            (r"\\u003cp", r"\u003cp"),
            (r"one\ntwo\tthree", "one two three"),
            (r"d\u00e9j\u00e0 vu, déjà vu", "déjà vu, déjà vu"),
            (r"\u65b0\u805e", "新聞"),
            (r"a smile \ud83d\ude00!", "a smile 😀!"),
            (r"\ud83d\ud83d\ude00", "\u{fffd}😀"),
            (r"half \ud83d of it", "half \u{fffd} of it"),
            (r"half \ude00\ud83d", "half \u{fffd}\u{fffd}"),
            (r"half \ud83d\u0041", "half \u{fffd}A"),
            (r"\uzz", "uzz"),
            (r"\u+041", "u+041"),
            (r"\u00é9", "u00é9"),
            (r"\u12", "u12"),
            ("é\\", "é"),
        ] {
            assert_eq!(without_escapes(escaped), wanted, "{escaped}");
        }
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
    #[test]
    fn an_article_in_a_script_is_found_in_any_alphabet() {
        let sentence = "Порт был закрыт на один день, пока паром не сняли с мели, сказал капитан порта. ".repeat(3);
        let paragraphs = format!(r"\u003cp\u003e{sentence}\u003c/p\u003e").repeat(4);
        let wanted = Some(vec![sentence.trim_end().to_owned(); 4]);
        for (before, after) in
            [("", ""), ("é", ""), ("ж", "й"), ("新", "聞"), ("😀", "😀"), ("a😀", "ab😀"), ("", "abc新")]
        {
            for pad in ["", "x", "xy", "xyz"] {
                let html = format!("<script>[\"{before}{paragraphs}{pad}{after}{after}{after}\"]</script>");
                let found = longer(&[], &html, None).map(|p| p.into_iter().map(|p| p.text).collect::<Vec<_>>());
                assert_eq!(found, wanted, "{before} {pad}{after}");
            }
        }
    }
}
