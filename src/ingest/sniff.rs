//! What bytes are, by what stands in them and not by what the file is called. Names the formats that are not read, so
//! that a picture or a spreadsheet is refused by name and never comes out as an article of noise.

use crate::ingest::{Extracted, IngestError, Input};

/// Beginnings by which formats that are not read are known: from where on, the bytes, the name.
const MAGIC: [(usize, &[u8], &str); 37] = [
    (0, b"\x89PNG\r\n", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF87a", "a GIF picture"),
    (0, b"GIF89a", "a GIF picture"),
    (0, b"II*\0", "a TIFF picture"),
    (0, b"MM\0*", "a TIFF picture"),
    (8, b"WEBP", "a WebP picture"),
    (4, b"ftypavif", "an AVIF picture"),
    (4, b"ftypheic", "a HEIC picture"),
    (4, b"ftyp", "a video or sound file"),
    (8, b"WAVE", "a sound file"),
    (8, b"AVI ", "a video"),
    (0, b"ID3\x03", "a sound file"),
    (0, b"ID3\x04", "a sound file"),
    (0, b"OggS", "a sound file"),
    (0, b"fLaC", "a sound file"),
    (0, b"\x1a\x45\xdf\xa3", "a video"),
    (0, b"{\\rtf", "a rich text document (RTF)"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (0, b"%!PS", "a PostScript document"),
    (0, b"AT&TFORM", "a DjVu document"),
    (60, b"BOOKMOBI", "a Mobipocket or Kindle book"),
    (0, b"ITSF", "a Windows help file (CHM)"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\0", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"\xcf\xfa\xed\xfe", "a program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"SQLite format 3\0", "a database"),
    (0, b"bplist00", "a property list"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
];

/// Whether a document is none that can be read: of a format that is known and not read, or no text at all.
pub fn is_unreadable(input: &Input<'_>) -> bool {
    unreadable(input.bytes).is_some()
}

/// Formats that the end of a file's name says, which no text is of.
const ENDINGS: [(&str, &str); 9] = [
    (".pdf", "PDF"),
    (".epub", "EPUB"),
    (".docx", "Word document"),
    (".doc", "Word document"),
    (".odt", "OpenDocument text"),
    (".rtf", "rich text document"),
    (".pptx", "presentation"),
    (".xlsx", "workbook"),
    (".mobi", "Kindle book"),
];

/// Whether a document that is a text by its bytes is called one of what no text is: it is a damaged copy, or a message in
/// its place.
pub fn is_misnamed(input: &Input<'_>) -> bool {
    named(input).is_some()
}

/// The format that the end of a document's name says.
fn named(input: &Input<'_>) -> Option<&'static str> {
    let name = input.hint.name.as_deref()?.to_ascii_lowercase();
    ENDINGS.iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, format)| *format)
}

/// Refuses a document that cannot be read, with the name of what it is, or of what it is called and is not.
///
/// # Errors
/// Always.
pub fn refuse(input: &Input<'_>) -> Result<Extracted, IngestError> {
    let what = unreadable(input.bytes).unwrap_or("of an unknown format");
    // Of these its name says more.
    let is_vague = ["a binary file", "a ZIP archive", "of an unknown format"].contains(&what);
    let misnamed = named(input).filter(|_| is_vague).map(IngestError::Misnamed);
    Err(misnamed.unwrap_or(IngestError::Unsupported(what)))
}

fn unreadable(bytes: &[u8]) -> Option<&'static str> {
    if is_zip(bytes) {
        return Some(zip_content(bytes));
    }
    let begins = |(at, magic, _): &&(usize, &[u8], &str)| bytes.get(*at..).is_some_and(|b| b.starts_with(magic));
    MAGIC.iter().find(begins).map(|(_, _, name)| *name).or_else(|| is_binary(bytes).then_some("a binary file"))
}

/// Whether bytes begin as a ZIP archive, an empty or a spanned one too.
pub fn is_zip(bytes: &[u8]) -> bool {
    [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"].iter().any(|magic| bytes.starts_with(*magic))
}

/// What an archive holds, by the names at its beginning.
fn zip_content(bytes: &[u8]) -> &'static str {
    let head = bytes.get(..bytes.len().min(16 << 10)).unwrap_or_default();
    let holds = |name: &[u8]| head.windows(name.len()).any(|w| w == name);
    let office: [(&[u8], &str); 6] = [
        (b"word/", "a Word document"),
        (b"xl/", "an Excel workbook"),
        (b"ppt/", "a PowerPoint presentation"),
        (b"opendocument.text", "an OpenDocument text"),
        (b"opendocument.", "an OpenDocument file"),
        (b"Index/Document.iwa", "a Pages document"),
    ];
    office.iter().find(|(name, _)| holds(name)).map_or("a ZIP archive", |(_, what)| what)
}

/// Text holds no zero bytes, unless it is UTF-16 or UTF-32, in which they stand regularly; and hardly any controls.
fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(8192)).unwrap_or_default();
    if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") || head.starts_with(b"\xef\xbb\xbf") {
        return false;
    }
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = if head.contains(&0) { (zeros(0), zeros(1)) } else { (0, 0) };
    let utf16 = (even == 0) != (odd == 0) && even.max(odd) * 10 > head.len() * 3;
    let odd_controls = head.iter().filter(|b| matches!(b, 1..=8 | 14..=26 | 28..=31)).count();
    !utf16 && ((even + odd) * 200 > head.len() || odd_controls * 50 > head.len())
}

#[cfg(test)]
mod tests {
    use super::unreadable;

    #[test]
    fn what_is_no_text_is_refused_by_name() {
        for (bytes, name) in [
            (b"\x89PNG\r\n\x1a\n....".as_slice(), "a PNG picture"),
            (b"PK\x03\x04....[Content_Types].xml....word/document.xml", "a Word document"),
            (b"PK\x05\x06", "a ZIP archive"),
            (b"\0\x01\x02\x03\0\x07\0\x05\x05\x05", "a binary file"),
            (b"{\\rtf1 text}", "a rich text document (RTF)"),
        ] {
            assert_eq!(unreadable(bytes), Some(name));
        }
    }

    #[test]
    fn text_is_text_in_any_encoding() {
        let utf16: Vec<u8> = "Ferry runs aground".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [b"".as_slice(), b"F\xe4hre", "Паром".as_bytes(), &utf16, b"\xff\xfeF\0", b"\x1b[31mred\x1b[0m"]
        {
            assert_eq!(unreadable(bytes), None, "{bytes:?}");
        }
    }
}
