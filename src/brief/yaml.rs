//! Reads a brief file, and is the one file that names serde_yaml. Before that parser sees a byte, the file's size, its
//! encoding and its structure are checked ([`Places`]). Unknown keys are let be. What is of the wrong shape is a fault;
//! what is of the right shape but says nothing valid (an unknown kind, no such day) becomes a finding and is left out.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::Deserialize;

use super::emit::FORMAT;
use super::finding::{Fault, Finding, Level, Position, quoted};
use super::place::{FieldPath, Places};
use super::{Anchor, ArticleRef, Brief, Claim, ClaimId, ClaimKind, Made, Passage, Source, Status};
use crate::article::{Edtf, ParagraphKind, ParagraphNo, SourceKind};
use crate::text::Span;

/// The largest brief file that is read, in bytes.
pub const LARGEST: usize = 8 << 20;

/// A brief that was read, with the file it was read from.
#[derive(Debug)]
pub struct Loaded {
    /// The brief.
    pub brief: Brief,
    /// The file, byte for byte.
    pub text: String,
    /// What in it is not valid and was left out.
    pub findings: Vec<Finding>,
    /// Where everything stands in the file.
    pub places: Places,
}

/// Reads a brief file.
///
/// # Errors
/// Why it cannot be read, with the place and what to do.
pub fn read(bytes: &[u8]) -> Result<Loaded, Fault> {
    let text = decode(bytes)?.to_owned();
    let places = Places::of(&text)?;
    check_version(&places)?;
    let body = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let file: File = serde_yaml::from_str(body).map_err(|e| fault(&e, &places, text.len() - body.len()))?;
    let mut reading = Reading { places: &places, findings: Vec::new() };
    let brief = reading.brief(file);
    let findings = reading.findings;
    Ok(Loaded { brief, text, findings, places })
}

pub(super) fn decode(bytes: &[u8]) -> Result<&str, Fault> {
    if bytes.len() > LARGEST {
        let what = format!("{} bytes are too many for a brief", bytes.len());
        return Err(Fault::new(Position::START, what, format!("keep it under {} MiB", LARGEST >> 20)));
    }
    std::str::from_utf8(bytes).map_err(|e| {
        let good = bytes.get(..e.valid_up_to()).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or_default();
        let line = good.rsplit('\n').next().unwrap_or_default();
        let at = Position { line: good.matches('\n').count() + 1, column: line.chars().count() + 1 };
        let byte = bytes.get(e.valid_up_to()).copied().unwrap_or_default();
        Fault::new(at, format!("not UTF-8: byte 0x{byte:02x}"), "save the file as UTF-8")
    })
}

fn check_version(places: &Places) -> Result<(), Fault> {
    const MEND: &str = "begin the file with 'epitome: 1'";
    let no_brief = |what: &str| Fault::new(Position::START, format!("not a brief: {what}"), MEND);
    let root = places.root().ok_or_else(|| no_brief("the file is empty"))?;
    let entry = root.entry("epitome").ok_or_else(|| no_brief("it has no 'epitome:' key"))?;
    let at = places.position(entry.value.span.start().bytes());
    let version = entry.value.text().unwrap_or_default();
    match version.parse::<u64>() {
        Ok(n) if n == u64::from(FORMAT) => Ok(()),
        Ok(n) if n > u64::from(FORMAT) => {
            let what = format!("format {n} is newer than format {FORMAT}, the newest that this epitome reads");
            Err(Fault::new(at, what, "open it with a newer epitome"))
        }
        _ => Err(Fault::new(at, format!("{} is not a version of the format", quoted(version)), MEND)),
    }
}

/// What the parser says, with its place; `base` is the byte of the file at which the parser begins.
fn fault(e: &serde_yaml::Error, places: &Places, base: usize) -> Fault {
    const MEND: &str = "see 'epitome schema' for what stands there";
    let message = e.to_string();
    // Of a character that stands in no YAML file, it tells the byte alone.
    let byte = message.rsplit_once(" at position ").and_then(|(what, byte)| Some((what, byte.parse::<usize>().ok()?)));
    if let Some((what, byte)) = byte {
        return Fault::new(
            places.position(base + byte),
            what,
            "take it out, or write it in quotation marks and as an escape, such as \\e",
        );
    }
    let at = e.location().map_or(Position::START, |l| Position { line: l.line().max(1), column: l.column().max(1) });
    let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
    Fault::new(at, in_words(what), MEND)
}

/// What the parser says of a value of the wrong type, without the names that types have in a program.
fn in_words(what: &str) -> String {
    const TYPES: [(&str, &str); 10] = [
        ("expected usize", "a whole number from 0 is wanted"),
        ("expected u64", "a whole number from 0 is wanted"),
        ("expected u32", "a whole number from 0 is wanted"),
        ("expected a string", "a text is wanted"),
        ("expected a sequence", "a list is wanted"),
        ("expected a map", "keys with values are wanted"),
        ("expected a boolean", "true or false is wanted"),
        ("expected struct", "keys with values are wanted"),
        ("expected a tuple", "a list is wanted"),
        ("expected an array", "a list is wanted"),
    ];
    let wanted = || {
        let (at, rest) = what.split_once("invalid type: ").or_else(|| what.split_once("invalid value: "))?;
        TYPES.iter().find_map(|(name, said)| Some((at, rest.split_once(name)?.0, *said)))
    };
    match wanted() {
        Some((at, found, said)) => format!("{at}{said}, not {}", found_in_words(found.trim_end_matches(", "))),
        None => match what.split_once("invalid length ") {
            Some((at, _)) => format!("{at}a list of two numbers is wanted, [start, end]"),
            None => what.to_owned(),
        },
    }
}

/// What the parser found, without the names of types.
fn found_in_words(found: &str) -> String {
    let value = |rest: &str| quoted(rest.split(" as ").next().unwrap_or_default().trim_matches(['`', '\'', '"']));
    match found.split_once(' ') {
        Some(("string", rest)) => format!("the text {}", value(rest)),
        Some(("integer", rest)) => format!("the number {}", value(rest)),
        Some(("floating", rest)) => format!("the number {}", value(rest.trim_start_matches("point "))),
        Some(("boolean", rest)) => value(rest),
        Some(("unit", _)) => "nothing".to_owned(),
        _ => match found {
            "sequence" => "a list".to_owned(),
            "map" => "keys with values".to_owned(),
            other => other.replace('`', "'"),
        },
    }
}

/// Everything that may be absent or null is optional here; what that means is decided once, in [`Reading`].
#[derive(Deserialize)]
struct File {
    title: Option<String>,
    label: Option<String>,
    source: Option<SourceFile>,
    summary: Option<String>,
    summary_evidence: Option<Vec<AnchorFile>>,
    claims: Option<Vec<ClaimFile>>,
    topics: Option<Vec<Option<String>>>,
    made: Option<MadeFile>,
}

#[derive(Default, Deserialize)]
struct SourceFile {
    publisher: Option<String>,
    authors: Option<Vec<Option<String>>>,
    published: Option<String>,
    kind: Option<String>,
    url: Option<String>,
    language: Option<String>,
    article: Option<ArticleFile>,
    standfirst: Option<String>,
}

#[derive(Deserialize)]
struct ArticleFile {
    sha256: Option<String>,
    origin_sha256: Option<String>,
    cleaner: Option<String>,
    words: Option<usize>,
    paragraphs: Option<usize>,
    kinds: Option<BTreeMap<String, Vec<u32>>>,
}

#[derive(Deserialize)]
struct ClaimFile {
    id: Option<String>,
    claim: Option<String>,
    kind: Option<String>,
    said_by: Option<String>,
    when: Option<String>,
    evidence: Option<Vec<AnchorFile>>,
    unsupported: Option<bool>,
}

#[derive(Deserialize)]
struct AnchorFile {
    paragraph: Option<u32>,
    span: Option<(usize, usize)>,
    quote: Option<String>,
    before: Option<String>,
    after: Option<String>,
    digest: Option<String>,
    length: Option<usize>,
}

#[derive(Default, Deserialize)]
struct MadeFile {
    by: Option<String>,
    version: Option<String>,
    on: Option<String>,
    status: Option<String>,
    fields: Option<BTreeMap<String, String>>,
}

/// Turns what the parser gave into a brief, and notes what is not valid.
struct Reading<'a> {
    places: &'a Places,
    findings: Vec<Finding>,
}

impl Reading<'_> {
    fn error(&mut self, code: &'static str, at: &FieldPath, what: String, mend: impl Into<String>) {
        self.findings.push(Finding::new(Level::Error, code, self.places.nearest(at), what, mend));
    }

    fn brief(&mut self, file: File) -> Brief {
        let claims = file.claims.unwrap_or_default();
        Brief {
            title: file.title,
            label: file.label,
            source: self.source(file.source.unwrap_or_default()),
            summary: file.summary.unwrap_or_default(),
            summary_evidence: self.anchors(file.summary_evidence, &FieldPath::top("summary_evidence")),
            claims: claims.into_iter().enumerate().map(|(i, c)| self.claim(c, i)).collect(),
            topics: self.names(file.topics, &FieldPath::top("topics")),
            made: self.made(file.made.unwrap_or_default()),
        }
    }

    fn source(&mut self, file: SourceFile) -> Source {
        let top = FieldPath::top("source");
        let kinds = SourceKind::ALL.map(SourceKind::name);
        Source {
            publisher: file.publisher,
            authors: self.names(file.authors, &top.clone().key("authors")),
            published: self.date(file.published, &top.clone().key("published")),
            kind: self.word(file.kind, SourceKind::named, &kinds, &top.clone().key("kind")),
            url: file.url,
            language: file.language,
            article: file.article.map(|a| self.article(a, &top.key("article"))),
            standfirst: file.standfirst,
        }
    }

    fn article(&mut self, file: ArticleFile, at: &FieldPath) -> ArticleRef {
        let at = at.clone().key("kinds");
        let mut kinds = BTreeMap::new();
        for (name, numbers) in file.kinds.unwrap_or_default() {
            let at = at.clone().key(&name);
            let Some(kind) = ParagraphKind::named(&name) else {
                let known = ParagraphKind::ALL.map(ParagraphKind::name).join(", ");
                self.error(
                    "unknown-kind",
                    &at,
                    format!("{} is not a kind of paragraph", quoted(&name)),
                    format!("use {known}"),
                );
                continue;
            };
            let numbers = numbers.into_iter().filter_map(|n| self.paragraph(n, &at)).collect();
            kinds.insert(kind, numbers);
        }
        ArticleRef {
            sha256: file.sha256.unwrap_or_default(),
            origin_sha256: file.origin_sha256,
            cleaner: file.cleaner,
            words: file.words.unwrap_or_default(),
            paragraphs: file.paragraphs.unwrap_or_default(),
            kinds,
        }
    }

    fn claim(&mut self, file: ClaimFile, index: usize) -> Claim {
        let at = FieldPath::top("claims").item(index);
        if file.id.is_none() {
            let mend = "give it an id that no other claim had, such as c1";
            self.error("no-id", &at, "the claim has no id".to_owned(), mend);
        }
        if file.claim.is_none() {
            self.error("no-claim", &at, "the claim has no 'claim:'".to_owned(), "say it in one sentence");
        }
        let kinds = ClaimKind::ALL.map(ClaimKind::name);
        Claim {
            id: ClaimId(file.id.unwrap_or_default()),
            text: file.claim.unwrap_or_default(),
            kind: self.word(file.kind, ClaimKind::named, &kinds, &at.clone().key("kind")),
            said_by: file.said_by,
            when: self.date(file.when, &at.clone().key("when")),
            evidence: self.anchors(file.evidence, &at.key("evidence")),
            unsupported: file.unsupported.unwrap_or_default(),
        }
    }

    fn anchors(&mut self, files: Option<Vec<AnchorFile>>, at: &FieldPath) -> Vec<Anchor> {
        let files = files.unwrap_or_default().into_iter().enumerate();
        files.map(|(i, file)| self.anchor(file, &at.clone().item(i))).collect()
    }

    fn anchor(&mut self, file: AnchorFile, at: &FieldPath) -> Anchor {
        let span = file.span.filter(|(start, end)| {
            if start > end {
                let what = format!("the span ends at {end}, before it starts at {start}");
                self.error("span", &at.clone().key("span"), what, "write [start, end] in bytes of the paragraph");
            }
            start <= end
        });
        Anchor {
            paragraph: file.paragraph.and_then(|n| self.paragraph(n, &at.clone().key("paragraph"))),
            span: span.map(|(start, end)| Span::new(start, end)),
            passage: self.passage(file.quote, file.before, file.after, (file.digest, file.length), at),
        }
    }

    fn passage(
        &mut self,
        quote: Option<String>,
        before: Option<String>,
        after: Option<String>,
        digest: (Option<String>, Option<usize>),
        at: &FieldPath,
    ) -> Passage {
        if let (None, (Some(digest), length)) = (&quote, digest) {
            let hex = digest.len() == 32 && digest.bytes().all(|b| b.is_ascii_hexdigit());
            if !hex {
                let at = at.clone().key("digest");
                self.error(
                    "digest",
                    &at,
                    format!("{} is not a digest", quoted(&digest)),
                    "write 32 hexadecimal digits",
                );
            }
            if length.is_none() {
                let mend = "give the folded passage's length in characters";
                self.error("digest", at, "the digest has no 'length:'".to_owned(), mend);
            }
            return Passage::Digest { digest, length: length.unwrap_or_default() };
        }
        if quote.is_none() {
            let what = "the evidence has neither a quote nor a digest".to_owned();
            self.error("no-quote", at, what, "give the passage's exact words as 'quote:'");
        }
        Passage::Quote { text: quote.unwrap_or_default(), before, after }
    }

    fn made(&mut self, file: MadeFile) -> Made {
        let at = FieldPath::top("made");
        let status = |name: &str| [Status::Draft, Status::Reviewed].into_iter().find(|s| s.name() == name);
        Made {
            by: file.by.unwrap_or_default(),
            version: file.version.unwrap_or_default(),
            on: self.date(file.on, &at.clone().key("on")),
            status: self.word(file.status, status, &["draft", "reviewed"], &at.key("status")),
            fields: file.fields.unwrap_or_default(),
        }
    }

    fn paragraph(&mut self, n: u32, at: &FieldPath) -> Option<ParagraphNo> {
        let no = ParagraphNo::new(n);
        if no.is_none() {
            self.error("paragraph", at, "there is no paragraph 0".to_owned(), "count paragraphs from 1");
        }
        no
    }

    fn names(&mut self, names: Option<Vec<Option<String>>>, at: &FieldPath) -> Vec<String> {
        let mut kept = Vec::new();
        for (i, name) in names.unwrap_or_default().into_iter().enumerate() {
            match name {
                Some(name) => kept.push(name),
                None => self.error("null-item", &at.clone().item(i), format!("{at} has an empty item"), "take it out"),
            }
        }
        kept
    }

    fn date(&mut self, text: Option<String>, at: &FieldPath) -> Option<Edtf> {
        let text = text?;
        let date = Edtf::from_str(&text);
        if date.is_err() {
            let mend =
                "write \"2031\", \"2031-05\", \"2031-05-03\" or two of them with '/' between; null when not known";
            self.error("date", at, format!("{} is not a date", quoted(&text)), mend);
        }
        date.ok()
    }

    fn word<T: Default>(
        &mut self,
        text: Option<String>,
        named: impl Fn(&str) -> Option<T>,
        known: &[&str],
        at: &FieldPath,
    ) -> T {
        let Some(text) = text else { return T::default() };
        named(&text).unwrap_or_else(|| {
            let (what, mend) = (format!("{at}: {} is not known", quoted(&text)), format!("use {}", known.join(", ")));
            self.error("unknown-kind", at, what, mend);
            T::default()
        })
    }
}
