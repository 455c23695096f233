//! What comes out of a document of any form, made fit to be stored: controls and what turns the direction of text stand
//! there as signs that can be seen, in the article and in what is said of its source alike. The one place for it, behind
//! every format, so that anchors, digests and offsets are of the text that is stored. Drops nothing that a reader sees.

use std::borrow::Cow;

use crate::ingest::{Extracted, Metadata};
use crate::text::safe;

/// A mark of byte order within a text, which some programs leave behind, and a soft hyphen, which only says where a word might
/// be parted: they take no room and mean nothing there.
const STRAY: [char; 2] = ['\u{feff}', '\u{ad}'];

/// The article and the metadata with every character shown that no file, terminal or pipe may get.
pub(super) fn clean(extracted: Extracted) -> Extracted {
    let Extracted { article, mut metadata } = extracted;
    let Metadata { title, authors, publisher, published: _, url, language, kind: _, standfirst } = &mut metadata;
    let one = [title, publisher, language, standfirst].into_iter().flatten().map(|field| &mut field.value);
    let names = authors.iter_mut().flat_map(|field| &mut field.value);
    for value in one.chain(names) {
        if let Cow::Owned(clean) = line(value) {
            *value = clean.trim().to_owned();
        }
    }
    if let Some(address) = url {
        address.value = encoded(&address.value);
    }
    Extracted { article: article.with_texts(line), metadata: without_empty(metadata) }
}

/// One line of text, with signs for what must not be stored.
fn line(text: &str) -> Cow<'_, str> {
    if text.contains(STRAY) {
        return Cow::Owned(safe::line(&text.replace(STRAY, "")).into_owned());
    }
    safe::line(text)
}

/// An address in which such characters are written as its own rules have it, `%E2%80%AE`, so that it still leads there.
fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let mut bytes = [0; 4];
    for c in address.chars() {
        if safe::stand_in(c).is_some() || c.is_whitespace() {
            out.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            out.push(c);
        }
    }
    out
}

/// Without fields of which nothing was left.
fn without_empty(mut metadata: Metadata) -> Metadata {
    metadata.title = metadata.title.filter(|field| !field.value.is_empty());
    metadata.publisher = metadata.publisher.filter(|field| !field.value.is_empty());
    metadata.standfirst = metadata.standfirst.filter(|field| !field.value.is_empty());
    metadata
}

#[cfg(test)]
mod tests {
    use super::encoded;
    use crate::ingest::{Hint, extract};
    use crate::text::safe;

    #[test]
    fn no_form_of_document_brings_a_control_into_the_article_or_its_source() {
        const FIRST: &str =
            "The harbour master said that the ferry was carrying 212 passengers when it struck the bank.";
        const LAST: &str =
            "It was towed off at high water on the next day, and nobody was hurt, the owners of it said.";
        let signs = [
            ("\u{1b}[31m", "␛[31m"),
            ("&#27;[31m", "␛[31m"),
            ("\u{9b}31m", "\u{fffd}31m"),
            ("\u{202e}", "\u{fffd}"),
            ("&#x202e;", "\u{fffd}"),
            ("\u{2066}", "\u{fffd}"),
            ("\u{e0041}", "\u{fffd}"),
            ("&#917569;", "\u{fffd}"),
            ("\u{7f}", "␡"),
            ("\u{2028}", " "),
            ("\u{feff}", ""),
        ];
        for (raw, shown) in signs {
            let text =
                format!("The tug came{raw}at noon from the next town, the captain of the ferry told the reporters.");
            let wanted = text.replace(raw, shown);
            let html = format!(
                "<html><head><title>Ferry{raw} aground</title><meta name=author content='Ines{raw} Maddock'></head><body>\
                 <article><h1>Ferry{raw} aground</h1><p>{FIRST}</p><p>{text}</p><p>{LAST}</p></article></body></html>"
            );
            let markdown = format!("---\ntitle: Ferry aground\n---\n\n# Ferry\n\n{FIRST}\n\n{text}\n\n{LAST}\n");
            for document in [html, markdown] {
                let extracted = extract(document.as_bytes(), &Hint::default()).unwrap();
                let stored = extracted.article.to_file();
                assert!(stored.contains(&wanted), "{raw:?}: {stored}");
                let metadata = format!("{:?}", extracted.metadata.title.map(|title| title.value));
                assert_eq!(safe::safe(&stored), stored, "{raw:?}");
                assert!(!metadata.contains("\\u{"), "{raw:?}: {metadata}");
            }
        }
    }

    #[test]
    fn what_a_script_needs_stays() {
        let said = "می‌خواهم 👩‍👩‍👧 क्षि \u{200f}שלום\u{200f}";
        let text =
            format!("The sign on the pier read {said}, and the harbour master did not know what that could mean.");
        let html = format!("<article><p>{text}</p><p>{text} So he asked the crew of the other ferry.</p></article>");
        let stored = extract(html.as_bytes(), &Hint::default()).unwrap().article.to_file();
        assert!(stored.contains(said), "{stored}");
    }

    #[test]
    fn an_address_still_leads_where_it_led() {
        assert_eq!(encoded("https://post.example/a\u{202e}b\u{1b}é"), "https://post.example/a%E2%80%AEb%1Bé");
    }
}
