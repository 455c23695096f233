//! What a PDF says of itself in its Info dictionary and its XMP packet. Text strings in their three encodings. Refuses
//! what programs put there by themselves: file names, user names, the day on which the file was made.

use encoding_rs::{UTF_16BE, UTF_16LE};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, Stream, String as PdfString};

/// What a document says of itself; texts as they stand, white space folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Info `Title`, else XMP `dc:title`.
    pub title: Option<String>,
    /// Info `Author`, or each XMP `dc:creator`.
    pub authors: Vec<String>,
    /// XMP `dc:publisher` or `prism:publicationName`.
    pub publisher: Option<String>,
    /// XMP `prism:publicationDate` or `prism:coverDate`: never the day on which the file was made.
    pub published: Option<String>,
    /// The catalog's `Lang`.
    pub language: Option<String>,
}

/// Reads what a document says of itself.
pub fn read(pdf: &Pdf) -> Said {
    let info = pdf.metadata();
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let packet = catalog.as_ref().and_then(|c| c.get::<Stream<'_>>("Metadata"));
    let packet = packet.and_then(|s| s.decoded().ok()).map(|b| String::from_utf8_lossy(&b).into_owned());
    let xmp = packet.unwrap_or_default();
    let text = |bytes: &Option<Box<[u8]>>| bytes.as_ref().map(|b| fold(&text_string(b))).filter(|s| !s.is_empty());
    let title = text(&info.title).or_else(|| elements(&xmp, "dc:title").into_iter().next());
    let creators = elements(&xmp, "dc:creator");
    let authors = if creators.is_empty() { text(&info.author).into_iter().collect() } else { creators };
    let first = |names: &[&str]| names.iter().find_map(|name| elements(&xmp, name).into_iter().next());
    let language = catalog.and_then(|c| c.get::<PdfString<'_>>("Lang")).map(|s| fold(&text_string(s.as_bytes())));
    Said {
        title: title.filter(|t| is_title(t)),
        authors: authors.into_iter().filter(|a| is_person(a)).collect(),
        publisher: first(&["prism:publicationName", "dc:publisher"]),
        published: first(&["prism:publicationDate", "prism:coverDate"]),
        language: language.filter(|l| l.len() >= 2 && l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')),
    }
}

/// A PDF text string: UTF-16 or UTF-8 behind a byte order mark, else PDFDocEncoding.
pub fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xff, 0xfe, rest @ ..] => UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        // Not of the standard, but written by many programs.
        _ if !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok() => String::from_utf8_lossy(bytes).into_owned(),
        _ => bytes.iter().map(|&b| pdf_doc(b)).collect(),
    }
}

/// PDFDocEncoding (ISO 32000-1, annex D.2).
fn pdf_doc(byte: u8) -> char {
    const LOW: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const HIGH: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł',
        'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
    ];
    let table = |table: &[char], from: u8| table.get(usize::from(byte - from)).copied().unwrap_or('\u{fffd}');
    match byte {
        0x18..=0x1f => table(&LOW, 0x18),
        0x80..=0xa0 => table(&HIGH, 0x80),
        _ => char::from(byte),
    }
}

fn fold(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a title is one, and not what a program writes when nobody gave one.
fn is_title(title: &str) -> bool {
    const PROGRAMS: [&str; 11] = [
        "microsoft word",
        "microsoft powerpoint",
        "powerpoint presentation",
        "untitled",
        "print",
        "layout 1",
        "slide 1",
        "document",
        "unbenannt",
        "ohne titel",
        "sans titre",
    ];
    const ENDINGS: [&str; 14] = [
        ".doc", ".docx", ".pdf", ".indd", ".qxd", ".qxp", ".rtf", ".tex", ".dvi", ".ppt", ".pptx", ".odt", ".txt",
        ".pages",
    ];
    let lower = title.to_lowercase();
    let letters = title.chars().filter(|c| c.is_alphabetic()).count();
    let from_program = PROGRAMS.iter().any(|p| lower == *p || (lower.starts_with(p) && lower.contains(" - ")));
    let file = ENDINGS.iter().any(|e| lower.ends_with(e)) || lower.contains("://") || lower.starts_with("file:");
    letters >= 3 && !from_program && !file && (title.contains(' ') || !title.contains(['_', '\\', '/']))
}

/// Whether an author could be a person or a house, and is not an account or a program.
fn is_person(author: &str) -> bool {
    const ACCOUNTS: [&str; 14] = [
        "user",
        "admin",
        "administrator",
        "owner",
        "author",
        "unknown",
        "anonymous",
        "default",
        "root",
        "guest",
        "me",
        "pc",
        "microsoft office user",
        "microsoft",
    ];
    let lower = author.to_lowercase();
    let letters = author.chars().filter(|c| c.is_alphabetic()).count();
    // A single word is an account's name more often than a person's.
    let whole = author.contains(' ') || author.chars().all(|c| c.is_alphabetic() && !c.is_ascii());
    letters >= 2 && whole && !ACCOUNTS.contains(&lower.as_str()) && !lower.contains(['@', '\\', '_', '/'])
}

/// The texts within an element of an XMP packet: its `rdf:li` items, or its own text. Also as an attribute.
fn elements(xmp: &str, name: &str) -> Vec<String> {
    const MOST: usize = 32;
    let attribute = || {
        let (_, rest) = xmp.split_once(&format!("{name}=\""))?;
        rest.split_once('"').map(|(value, _)| value)
    };
    let body = xmp
        .split_once(&format!("<{name}>"))
        .or_else(|| xmp.split_once(&format!("<{name} ")))
        .and_then(|(_, rest)| rest.split_once(&format!("</{name}>")))
        .map(|(body, _)| body);
    let Some(body) = body else { return attribute().map(unescape).into_iter().filter(|s| !s.is_empty()).collect() };
    let items: Vec<&str> = body
        .split("<rdf:li")
        .skip(1)
        .take(MOST)
        .filter_map(|li| li.split_once('>')?.1.split_once("</rdf:li>").map(|(text, _)| text))
        .collect();
    let texts = if items.is_empty() && !body.contains('<') { vec![body] } else { items };
    texts.into_iter().map(unescape).filter(|s| !s.is_empty()).collect()
}

fn unescape(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    fold(&text.replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::{elements, is_person, is_title, text_string};

    #[test]
    fn text_strings_are_read_in_their_three_encodings() {
        assert_eq!(text_string(b"\xfe\xff\x00H\x20\xac"), "H€");
        assert_eq!(text_string(b"\xef\xbb\xbfH\xe2\x82\xac"), "H€");
        assert_eq!(text_string(b"H\xa0\x90"), "H€’");
    }

    #[test]
    fn what_a_program_writes_is_no_title_and_no_author() {
        for title in ["Microsoft Word - report.doc", "report_final_2.docx", "untitled", "a_b", "12", "Layout 1"] {
            assert!(!is_title(title), "{title}");
        }
        for title in ["Ferry runs aground", "Print is dead", "Mosul"] {
            assert!(is_title(title), "{title}");
        }
        for author in ["admin", "jsmith01", "jsmith", "Microsoft Office User", "a@b.org", "DOMAIN\\x y", ""] {
            assert!(!is_person(author), "{author}");
        }
        assert!(is_person("Ines Maddock"));
    }

    #[test]
    fn xmp_items_are_read() {
        let xmp =
            "<dc:creator><rdf:Seq><rdf:li>A &amp; B</rdf:li><rdf:li xml:lang=\"x\">C</rdf:li></rdf:Seq></dc:creator>";
        assert_eq!(elements(xmp, "dc:creator"), ["A & B", "C"]);
        assert_eq!(elements("<x prism:coverDate=\"2031-05\"/>", "prism:coverDate"), ["2031-05"]);
        assert!(elements(xmp, "dc:title").is_empty());
    }
}
