//! Documents that are locked, empty, damaged, or mean harm: each is refused in a sentence, in time, and never by a panic.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use epitome::ingest::{self, Hint, IngestError};

use crate::paper::{self, CONTAINER, archive, assemble, package, page, stream};

/// The most that any one input may cost, with room for a slow machine that builds without optimising.
const MOST: Duration = Duration::from_secs(10);

fn form(content: &str, next: usize) -> String {
    let entries = format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {next} 0 R>>>>");
    stream(&entries, content)
}

fn book(chapter: &[u8], more: (&str, &[u8])) -> Vec<u8> {
    let package = package("<dc:title>Fog</dc:title>", &[0]);
    archive(&[
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("b/p.opf", package.as_bytes()),
        ("b/c0.xhtml", chapter),
        more,
    ])
}

/// Documents and a part of what is said of each.
fn refused() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let locked = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[]/Count 0>>".to_owned(),
        format!("<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{}>/U<{}>>>", "41".repeat(32), "42".repeat(32)),
    ];
    let image = stream(
        "/Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray",
        &"0".repeat(81),
    );
    let encryption = b"<encryption><CipherReference URI=\"b/c0.xhtml\"/></encryption>".as_slice();
    let good = paper::pdf(&[vec![(60.0, 700.0, 11.0, "Text")]], "");
    let zeros = vec![b' '; 160 << 20];
    vec![
        ("locked.pdf", assemble(&locked, "/Encrypt 3 0 R/ID[<41><41>]"), "password"),
        ("scan.pdf", page("q 500 0 0 700 0 0 cm /I Do Q", "/XObject<</I 6 0 R>>", &[image]), "text recognition"),
        ("blank.pdf", page("", "", &[]), "holds no text"),
        ("cut.pdf", good.get(..good.len() / 3).unwrap().to_vec(), "is a damaged PDF"),
        ("head.pdf", b"%PDF-1.4\n".to_vec(), "is a damaged PDF"),
        ("loop.pdf", page("/X Do /X Do", "/XObject<</X 6 0 R>>", &[form("/X Do /X Do", 6)]), "holds no text"),
        (
            "kids.pdf",
            assemble(&["<</Type/Catalog/Pages 2 0 R>>".to_owned(), "<</Kids[2 0 R 2 0 R]>>".to_owned()], ""),
            "",
        ),
        ("deep.pdf", assemble(&["[".repeat(300_000)], ""), "is a damaged PDF"),
        ("deep-page.pdf", page(&"[".repeat(300_000), "", &[]), "holds no text"),
        ("locked.epub", book(b"x", ("META-INF/encryption.xml", encryption)), "password"),
        ("bomb.epub", book(&zeros, ("x", b"")), "too large"),
        ("opf-bomb.epub", book(b"", ("b/q.opf", zeros.get(..40 << 20).unwrap())), "too large"),
        ("cut.epub", book(b"x", ("x", b"")).get(..300).unwrap().to_vec(), "is a damaged EPUB"),
        ("no-package.epub", archive(&[("META-INF/container.xml", CONTAINER.as_bytes())]), "is a damaged EPUB"),
        ("word.txt", archive(&[("word/document.xml", b"x")]).replace_first(b"application/epub+zip"), "Word document"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "PNG picture"),
        ("noise.txt", (0..4000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect(), "binary"),
        ("text.epub", b"The server has moved.\n".to_vec(), "is no readable EPUB"),
        ("text.PDF", b"The server has moved.\n".to_vec(), "is no readable PDF"),
        (
            "noise.pdf",
            (0..4000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect(),
            "is no readable PDF",
        ),
        (
            "zip.docx",
            archive(&[("a.txt", b"x")]).replace_first(b"application/epub+zip"),
            "is no readable Word document",
        ),
        ("nothing.txt", b" \n\n".to_vec(), "holds no text"),
    ]
}

/// Blots out a mark, so that an archive is no EPUB.
trait ReplaceFirst {
    fn replace_first(self, mark: &[u8]) -> Self;
}

impl ReplaceFirst for Vec<u8> {
    fn replace_first(mut self, mark: &[u8]) -> Self {
        let at = self.windows(mark.len()).position(|w| w == mark).unwrap();
        self.iter_mut().skip(at).take(mark.len()).for_each(|b| *b = b'x');
        self
    }
}

#[test]
fn what_cannot_be_read_is_refused_in_a_sentence() {
    for (name, bytes, says) in refused() {
        let began = Instant::now();
        let hint = Hint { name: Some(name.to_owned()), ..Hint::default() };
        let error = ingest::extract(bytes, &hint).unwrap_err();
        assert!(error.to_string().contains(says), "{name}: {error}");
        assert!(!error.to_string().contains('\n'), "{name}: {error}");
        assert!(!matches!(error, IngestError::Overrun(_)), "{name}: {error}");
        assert!(began.elapsed() < MOST, "{name}");
    }
}

#[test]
fn what_would_never_end_is_ended() {
    let chain: Vec<String> = (7..30).map(|next| form(&"/X Do ".repeat(10), next)).collect();
    let laughs = page("/X Do", "/XObject<</X 6 0 R>>", &chain);
    let began = Instant::now();
    let error = ingest::extract(laughs, &Hint::default()).unwrap_err();
    assert!(began.elapsed() < MOST, "{error}");
    assert!(!error.goes_on(), "{error}");
}

/// A folder of this test's own, taken away at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("epitome-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_command_names_the_file_in_one_line_and_reads_the_rest() {
    let folder = Folder::new("bad-input");
    fs::write(folder.0.join("locked.epub"), book(b"x", ("META-INF/encryption.xml", b"URI=\"b/c0.xhtml\""))).unwrap();
    fs::write(folder.0.join("good.md"), "# Ferry\n\nThe ferry struck a **sandbank** at night.\n").unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_epitome"))
        .current_dir(&folder.0)
        .args(["extract", "locked.epub", "good.md", "file:///etc/hostname"])
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8(run.stdout).unwrap(), String::from_utf8(run.stderr).unwrap());
    assert_eq!(run.status.code(), Some(2));
    assert!(out.contains("The ferry struck a sandbank at night."), "{out}");
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), 2, "{err}");
    assert!(lines[0].contains("locked.epub") && lines[0].contains("password"), "{err}");
    assert!(lines[1].contains("only http and https"), "{err}");
    let left: Vec<_> = fs::read_dir(&folder.0).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}
