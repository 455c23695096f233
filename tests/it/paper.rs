//! Writes the small PDFs and EPUBs that the tests read: made here, so that every byte of them is ours.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A line of text on a page: left edge, baseline from the page's lower edge, size, text.
pub type Line<'a> = (f32, f32, f32, &'a str);

/// A PDF of these pages, in Helvetica, with these entries in its Info dictionary.
pub fn pdf(pages: &[Vec<Line<'_>>], info: &str) -> Vec<u8> {
    let mut objects = vec!["<</Type/Catalog/Pages 2 0 R>>".to_owned()];
    let kids: Vec<String> = (0..pages.len()).map(|i| format!("{} 0 R", 5 + 2 * i)).collect();
    objects.push(format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), pages.len()));
    objects.push("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned());
    objects.push(format!("<<{info}>>"));
    for (i, lines) in pages.iter().enumerate() {
        let content: String = lines.iter().map(|line| show(*line)).collect();
        let page = "/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>";
        objects.push(format!("<<{page}/Contents {} 0 R>>", 6 + 2 * i));
        objects.push(stream("", &content));
    }
    assemble(&objects, "/Info 4 0 R")
}

/// The content that shows a line.
pub fn show((x, y, size, text): Line<'_>) -> String {
    let text = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    format!("BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n")
}

/// A PDF of one page with this content, these resources besides its font `F1`, and these objects from number 6 on.
pub fn page(content: &str, resources: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>{resources}>>>>"
        ),
        stream("", content),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    objects.extend_from_slice(more);
    assemble(&objects, "")
}

/// A stream object.
pub fn stream(entries: &str, content: &str) -> String {
    format!("<<{entries}/Length {}>>\nstream\n{content}\nendstream", content.len())
}

/// A PDF of these objects, numbered from 1; the first is its catalog.
pub fn assemble(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (i, object) in objects.iter().enumerate() {
        places.push(out.len());
        // Latin-1, in which one character is one byte.
        let object: Vec<u8> = format!("{} 0 obj\n{object}\nendobj\n", i + 1).chars().map(|c| c as u8).collect();
        out.extend(object);
    }
    let at = out.len();
    let rows: String = places.iter().map(|place| format!("{place:010} 00000 n \n")).collect();
    let size = objects.len() + 1;
    let end = format!(
        "xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{at}\n%%EOF"
    );
    out.extend(end.bytes());
    out
}

/// An archive that begins as an EPUB does, with these files.
pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file("mimetype", stored).unwrap();
    zip.write_all(b"application/epub+zip").unwrap();
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Where the package document of these EPUBs is.
pub const CONTAINER: &str = "<?xml version=\"1.0\"?><container version=\"1.0\" \
    xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"b/p.opf\" \
    media-type=\"application/oebps-package+xml\"/></rootfiles></container>";

/// A package document with this metadata, and chapters `c0.xhtml`, `c1.xhtml`, … in this order of their numbers.
pub fn package(metadata: &str, spine: &[usize]) -> String {
    let item = |i: &usize| format!("<item id=\"c{i}\" href=\"c{i}.xhtml\" media-type=\"application/xhtml+xml\"/>");
    let items: String = spine.iter().map(item).collect();
    let order: String = spine.iter().map(|i| format!("<itemref idref=\"c{i}\"/>")).collect();
    format!(
        "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\">\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:identifier id=\"id\">x</dc:identifier>{metadata}</metadata>\
         <manifest>{items}</manifest><spine>{order}</spine></package>"
    )
}

/// An EPUB with this metadata and these chapters' bodies, in order.
pub fn epub(metadata: &str, chapters: &[&str]) -> Vec<u8> {
    let order: Vec<usize> = (0..chapters.len()).collect();
    let package = package(metadata, &order);
    let page = |body: &&str| {
        format!(
            "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"><body>{body}</body></html>"
        )
    };
    let pages: Vec<(String, String)> =
        chapters.iter().enumerate().map(|(i, body)| (format!("b/c{i}.xhtml"), page(body))).collect();
    let mut files: Vec<(&str, &[u8])> =
        vec![("META-INF/container.xml", CONTAINER.as_bytes()), ("b/p.opf", package.as_bytes())];
    files.extend(pages.iter().map(|(name, page)| (name.as_str(), page.as_bytes())));
    archive(&files)
}
