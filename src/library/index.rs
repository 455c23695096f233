//! The catalogue: every brief of a library as a card, and every file that cannot be read with the reason. Kept in the
//! cache folder so that ten thousand briefs are on the screen before one of them is opened. It is derived: it may be
//! deleted at any time, a damaged one is as good as none, and nothing here touches the library itself.
//!
//! The file: a header (magic, version, checksum of the rest, whose it is, how many, how much text), one record of fixed
//! size an entry, then the strings of all entries as one text, of which every card holds slices. Beside it, in a file of
//! its own that is read only when it is asked for, what the briefs say ([`words`](super::words)).

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::card::{BriefId, Card, Entry, FIELDS, Strings, Unreadable};
use super::disk::{self, Durability};
use super::error::LibraryError;
use super::record::{Reader, checksum, put, put_stamp, put_text};
use super::words::{Said, Words};
use crate::article::{Date, Edtf, SourceKind};
use crate::brief::Status;

const MAGIC: &[u8; 8] = b"epitcat\n";
/// Raised whenever a record or what is in it comes out differently for the same brief.
const VERSION: u32 = 4;
/// The largest catalogue that is read back: some million briefs.
const LIMIT: u64 = 1 << 30;

/// What a library holds, ordered by path.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    entries: Vec<Entry>,
}

impl Catalogue {
    /// A catalogue of these entries.
    pub fn new(mut entries: Vec<Entry>) -> Self {
        entries.sort_by(|a, b| key(a).cmp(&key(b)));
        Self { entries }
    }

    /// Everything, ordered by path.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The briefs, ordered by path.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        self.entries.iter().filter_map(Entry::card)
    }

    /// Whether what its briefs say is at hand or can be read: then it can be built upon. Reads it.
    pub(super) fn is_whole(&self) -> bool {
        self.cards().all(|card| card.said.words.text().is_some())
    }

    /// What cannot be read, ordered by path.
    pub fn faults(&self) -> impl Iterator<Item = &Unreadable> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Brief(_) => None,
            Entry::Fault(fault) => Some(fault),
        })
    }

    /// The card of that id.
    pub fn card(&self, id: &BriefId) -> Option<&Card> {
        let at = self.entries.binary_search_by(|entry| key(entry).cmp(&(id.as_str(), false))).ok()?;
        self.entries.get(at).and_then(Entry::card)
    }

    /// The entry a person means by a name: an id, a file's name without its folders, or the beginning of either, if only
    /// one fits; what cannot be read included, so that it can be said why.
    ///
    /// # Errors
    /// [`LibraryError::Unknown`] with the nearest ids, or [`LibraryError::Several`].
    pub fn named(&self, asked: &str) -> Result<&Entry, LibraryError> {
        let name = asked.strip_suffix(super::card::EXTENSION).unwrap_or(asked);
        let last = |entry: &Entry| entry.stem().rsplit('/').next().unwrap_or_default().to_owned();
        let whole = |entry: &&Entry| entry.stem() == name;
        let file = |entry: &&Entry| last(entry) == name;
        let begins = |entry: &&Entry| entry.stem().starts_with(name) || last(entry).starts_with(name);
        let fitting: [Vec<&Entry>; 3] = [
            self.entries.iter().filter(whole).collect(),
            self.entries.iter().filter(file).collect(),
            self.entries.iter().filter(begins).collect(),
        ];
        match fitting.iter().find(|found| !found.is_empty()).map(Vec::as_slice) {
            Some([one]) if !name.is_empty() => Ok(one),
            Some(several) if !name.is_empty() => Err(LibraryError::Several(
                asked.to_owned(),
                several.iter().take(SHOWN).map(|entry| entry.stem().to_owned()).collect(),
            )),
            // A path was meant, of something else.
            _ if asked.contains('/') && Path::new(asked).exists() => Err(LibraryError::Neither(asked.into())),
            _ => Err(LibraryError::Unknown(asked.to_owned(), self.nearest(name))),
        }
    }

    /// The ids most like a name, best first: those that a slip or two of the pen lead to.
    fn nearest(&self, name: &str) -> Vec<String> {
        let name: Vec<char> = name.chars().take(NAME).collect();
        let ids = self.cards().map(Card::id_str);
        let mut by_distance: Vec<(usize, &str)> = ids.filter_map(|id| Some((distance(&name, id)?, id))).collect();
        by_distance.sort();
        by_distance.into_iter().take(SHOWN).map(|(_, id)| id.to_owned()).collect()
    }
}

/// What a catalogue is ordered by: a folder's link may be called like a brief without its `.yaml`.
fn key(entry: &Entry) -> (&str, bool) {
    (entry.stem(), entry.card().is_none())
}

/// How many ids a message names.
const SHOWN: usize = 3;
/// How much of a name is compared, in characters.
const NAME: usize = 100;

/// Edits that turn `a` into `b`, or into a part of it at no charge for the rest (Sellers 1980), then for the whole. `None`
/// where more than every other letter of `a` would be another one: nobody meant that.
fn distance(a: &[char], b: &str) -> Option<usize> {
    let b: Vec<char> = b.chars().take(NAME).collect();
    let part = edits(a, &b, true);
    if part * 2 > a.len() {
        return None;
    }
    // Half the weight for what is left over: `ferry` is nearer to `2031-ferry` than to `fairy`.
    Some(part * 4 + edits(a, &b, false))
}

fn edits(a: &[char], b: &[char], anywhere: bool) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).map(|j| if anywhere { 0 } else { j }).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            left = (diagonal + usize::from(x != y)).min(above + 1).min(left + 1);
            diagonal = above;
            *cell = left;
        }
    }
    let best = if anywhere { row.iter().min() } else { row.last() };
    best.copied().unwrap_or(0)
}

/// Where a library's catalogue is kept: a name made from where the library is, in the cache folder.
pub(super) fn file(cache: &Path, library: &Path) -> Option<(PathBuf, String)> {
    let whose = fs::canonicalize(library).ok()?.to_string_lossy().into_owned();
    let digest = crate::article::sha256(whose.as_bytes());
    let name = digest.get(..24)?;
    Some((cache.join("catalogues").join(name), whose))
}

/// The catalogue kept in a file, if it is whole, of this version, and of the library `whose`.
pub(super) fn read(path: &Path, whose: &str) -> Option<Catalogue> {
    let (mut file, meta) = disk::open(path, LIMIT).ok()?;
    let mut head = [0; HEAD];
    file.read_exact(&mut head).ok()?;
    let (sum, body) = sum_and_length(&head)?;
    // Not more than there is, whatever the header says.
    let text = usize::try_from(meta.len()).ok()?.checked_sub(HEAD)?.checked_sub(body)?;
    let mut body = vec![0; body];
    file.read_exact(&mut body).ok()?;
    // The text is read into the place where it stays: a copy of it would cost as much as all the rest.
    let mut all = String::with_capacity(text + 1);
    file.read_to_string(&mut all).ok()?;
    (sum == checksum(&[&body, all.as_bytes()])).then(|| decode(&body, all, (whose, path))).flatten()
}

/// The file of what its briefs say, beside that of a catalogue.
fn words_beside(catalogue: &Path) -> PathBuf {
    catalogue.with_extension("words")
}

/// Keeps a catalogue in a file.
///
/// # Errors
/// When it cannot be written; the library can be read without it.
pub(super) fn write(file: &Path, whose: &str, catalogue: &Catalogue) -> Result<(), LibraryError> {
    let failed = |e| LibraryError::Write(file.to_owned(), e);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    match encode(catalogue, whose) {
        Some((bytes, words)) => {
            // Another program may read between the two: words that are not the catalogue's are not believed.
            disk::write(&words_beside(file), words.as_bytes(), Durability::Derived)?;
            disk::write(file, &bytes, Durability::Derived)
        }
        None => Err(failed(io::Error::other("too many briefs for one catalogue"))),
    }
}

/// Bytes of the header: magic, version, checksum, length of what stands before the text.
const HEAD: usize = 8 + 4 + 8 + 4;

fn sum_and_length(head: &[u8]) -> Option<(u64, usize)> {
    let mut head = Reader(head);
    let known = head.take::<8>()? == *MAGIC && head.u32()? == VERSION;
    let (sum, length) = (head.u64()?, head.u32()? as usize);
    known.then_some((sum, length))
}

/// The bytes of a catalogue's file, and what its briefs say.
fn encode(catalogue: &Catalogue, whose: &str) -> Option<(Vec<u8>, String)> {
    let (mut body, mut text) = (Vec::new(), String::new());
    let words: String = catalogue.cards().map(|card| card.said.whole()).collect();
    put_text(&mut body, env!("CARGO_PKG_VERSION"))?;
    put_text(&mut body, whose)?;
    put(&mut body, checksum(&[words.as_bytes()]).to_le_bytes());
    put(&mut body, u32::try_from(catalogue.entries.len()).ok()?.to_le_bytes());
    let mut said = 0;
    for entry in &catalogue.entries {
        put_entry(&mut body, (&mut text, &mut said), entry)?;
    }
    let mut out = Vec::with_capacity(HEAD + body.len() + text.len());
    put(&mut out, *MAGIC);
    put(&mut out, VERSION.to_le_bytes());
    put(&mut out, checksum(&[&body, text.as_bytes()]).to_le_bytes());
    put(&mut out, u32::try_from(body.len()).ok()?.to_le_bytes());
    out.append(&mut body);
    out.extend_from_slice(text.as_bytes());
    Some((out, words))
}

/// The catalogue of the library `whose` that was kept in the file at `path`.
fn decode(body: &[u8], text: String, (whose, path): (&str, &Path)) -> Option<Catalogue> {
    let mut body = Reader(body);
    if body.text()? != env!("CARGO_PKG_VERSION") || body.text()? != whose {
        return None;
    }
    let words = Arc::new(Words::kept(words_beside(path), body.u64()?));
    let count = body.u32()? as usize;
    if count.checked_mul(RECORD)? != body.0.len() {
        return None;
    }
    let (text, mut start) = (Arc::new(text), 0);
    let mut said = Said { words, start: 0, ends: [0; 2] };
    let mut entries = Vec::with_capacity(count);
    for _ in 0..count {
        entries.push(body.entry((&text, &mut start), &mut said)?);
    }
    Some(Catalogue { entries })
}

/// Bytes of a record: what it is, the stamp, where its strings and its words end, the date, three names, two counts, its name's
/// beginning.
const RECORD: usize = 1 + 4 * 8 + (FIELDS + 2) * 4 + DATE + 3 + 8 + 8;
/// Bytes of a date: how many days it has (0 to 2), and two of them.
const DATE: usize = 1 + 4 + 4;

/// Puts an entry down: its record, its strings into `text`; `said` is where its words begin, and then where they end.
fn put_entry(out: &mut Vec<u8>, (text, said): (&mut String, &mut u32), entry: &Entry) -> Option<()> {
    let stamp = entry.stamp();
    put(out, [u8::from(entry.card().is_some())]);
    put_stamp(out, stamp);
    let of_fault;
    let strings = match entry {
        Entry::Brief(card) => &card.strings,
        Entry::Fault(fault) => {
            of_fault = Strings::new([&fault.path, &fault.why, "", "", "", "", "", ""]);
            &of_fault
        }
    };
    let base = u32::try_from(text.len()).ok()?;
    text.push_str(strings.whole());
    for end in strings.ends {
        put(out, end.checked_sub(strings.start)?.checked_add(base)?.to_le_bytes());
    }
    let words = entry.card().map_or([""; 2], |card| [card.said.summary(), card.said.searched()]);
    for part in words {
        *said = said.checked_add(u32::try_from(part.len()).ok()?)?;
        put(out, said.to_le_bytes());
    }
    put_numbers(out, entry.card());
    Some(())
}

fn put_numbers(out: &mut Vec<u8>, card: Option<&Card>) {
    let day = |d: Date| [d.year().to_le_bytes(), [d.month().unwrap_or(0), d.day().unwrap_or(0)]].concat();
    let (days, first, last) = match card.and_then(|card| card.published) {
        None => (0, vec![0; 4], vec![0; 4]),
        Some(Edtf::Date(d)) => (1, day(d), vec![0; 4]),
        Some(Edtf::Interval(a, b)) => (2, day(a), day(b)),
    };
    out.push(days);
    out.extend_from_slice(&first);
    out.extend_from_slice(&last);
    let kind = card.map_or(0, |card| SourceKind::ALL.iter().position(|kind| *kind == card.kind).unwrap_or(0));
    let reviewed = card.is_some_and(|card| card.status == Status::Reviewed);
    out.extend([u8::try_from(kind).unwrap_or(0), reviewed.into(), card.is_some_and(|card| card.has_article).into()]);
    put(out, card.map_or(0, |card| card.claims).to_le_bytes());
    put(out, card.map_or(0, |card| card.words).to_le_bytes());
    put(out, card.map_or(0, |card| card.title_begins).to_le_bytes());
}

impl Reader<'_> {
    /// The next entry: its strings begin at `start` of `text`, its words where those of `said`, the one before, end.
    fn entry(&mut self, (text, start): (&Arc<String>, &mut u32), said: &mut Said) -> Option<Entry> {
        let is_brief = self.u8()? == 1;
        let stamp = self.stamp()?;
        let mut ends = [0; FIELDS];
        for end in &mut ends {
            *end = self.u32()?;
        }
        let strings = Strings { text: Arc::clone(text), start: *start, ends };
        *start = ends[FIELDS - 1];
        said.start = said.ends[1];
        said.ends = [self.u32()?, self.u32()?];
        let published = self.published()?;
        let [kind, reviewed, has_article] = self.take()?;
        let (claims, words, title_begins) = (self.u32()?, self.u32()?, self.u64()?);
        if !is_brief {
            let (path, why) = (strings.get(0).to_owned(), strings.get(1).to_owned());
            return Some(Entry::Fault(Unreadable { path, why, stamp }));
        }
        let kind = *SourceKind::ALL.get(usize::from(kind))?;
        let status = if reviewed == 1 { Status::Reviewed } else { Status::Draft };
        let has_article = has_article == 1;
        let said = said.clone();
        Some(Entry::Brief(Card {
            strings,
            said,
            published,
            kind,
            status,
            claims,
            words,
            has_article,
            stamp,
            title_begins,
        }))
    }

    fn published(&mut self) -> Option<Option<Edtf>> {
        let days = self.u8()?;
        let (first, last) = (self.date()?, self.date()?);
        Some(match days {
            0 => None,
            1 => Some(Edtf::Date(first?)),
            _ => Some(Edtf::Interval(first?, last?)),
        })
    }

    fn date(&mut self) -> Option<Option<Date>> {
        let [y0, y1, month, day] = self.take()?;
        let part = |n: u8| Some(n).filter(|n| *n > 0);
        Some(Date::new(u16::from_le_bytes([y0, y1]), part(month), part(day)))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Catalogue, HEAD, decode, encode, read, sum_and_length, write};
    use crate::brief::Brief;
    use crate::library::card::{Card, Entry, Unreadable};
    use crate::library::disk::Stamp;
    use crate::library::error::LibraryError;

    fn stamp(inode: u64) -> Stamp {
        Stamp { size: 7, modified: -5, changed: 1 << 60, inode }
    }

    fn card(id: &str, published: &str) -> Entry {
        let mut brief = Brief { title: Some(format!("Title of {id} 漢字")), ..Brief::default() };
        brief.source.published = published.parse().ok();
        brief.source.authors = vec!["A".into(), "B".into()];
        brief.summary = format!("Words of {id}.");
        Entry::Brief(Card::new(id, &brief, stamp(1)))
    }

    fn library() -> Catalogue {
        let fault = Unreadable { path: "bad.yaml".into(), why: "line 1: empty".into(), stamp: stamp(2) };
        Catalogue::new(vec![
            card("harbourpost-2031-ferry", "2031-05-03"),
            card("sub/coast-2031-ferry", "2014-06/2014-07-04"),
            card("sub/coast-2032-storm", ""),
            Entry::Fault(fault),
        ])
    }

    /// What a file of these bytes is read back as.
    fn read_back(bytes: &[u8], whose: &str) -> Option<Catalogue> {
        let (sum, length) = sum_and_length(bytes.get(..HEAD)?)?;
        let (body, text) = bytes.get(HEAD..)?.split_at_checked(length)?;
        let text = String::from_utf8(text.to_vec()).ok()?;
        let of = (whose, Path::new("/nowhere/x"));
        (super::checksum(&[body, text.as_bytes()]) == sum).then(|| decode(body, text, of)).flatten()
    }

    #[test]
    fn a_catalogue_reads_back_as_it_was_written_twice_over() {
        let folder = std::env::temp_dir().join(format!("epitome-catalogue-{}", std::process::id()));
        let [first, second] = ["first", "second"].map(|name| folder.join(name));
        write(&first, "/x", &library()).unwrap();
        write(&second, "/x", &read(&first, "/x").unwrap()).unwrap();
        for catalogue in [read(&first, "/x").unwrap(), read(&second, "/x").unwrap()] {
            assert!(catalogue.is_whole());
            assert_eq!(
                format!("{:?}", catalogue.faults().collect::<Vec<_>>()),
                format!("{:?}", library().faults().collect::<Vec<_>>())
            );
            for (read, written) in catalogue.cards().zip(library().cards()) {
                assert_eq!((read.id_str(), read.title()), (written.id_str(), written.title()));
                assert_eq!((read.published, read.stamp), (written.published, written.stamp));
                assert_eq!(read.title_begins, written.title_begins);
                assert_eq!(read.authors().collect::<Vec<_>>(), ["A", "B"]);
                assert_eq!((read.summary(), read.publisher()), (written.summary(), None));
                assert_eq!(read.said(), written.said());
            }
        }
        let _ = std::fs::remove_dir_all(folder);
    }

    #[test]
    fn a_damaged_cut_or_foreign_catalogue_is_as_good_as_none() {
        let (good, _) = encode(&library(), "/x").unwrap();
        assert!(read_back(&good, "/x").is_some());
        assert!(read_back(&good, "/y").is_none());
        for at in 0..good.len() {
            assert!(read_back(&good[..at], "/x").is_none(), "cut at {at}");
            let mut damaged = good.clone();
            damaged[at] ^= 0x20;
            assert!(read_back(&damaged, "/x").is_none(), "damaged at {at}");
        }
    }

    #[test]
    fn a_brief_is_found_by_what_a_person_would_call_it() {
        let library = library();
        for (asked, id) in [
            ("harbourpost-2031-ferry", "harbourpost-2031-ferry"),
            ("harbourpost-2031-ferry.yaml", "harbourpost-2031-ferry"),
            ("harb", "harbourpost-2031-ferry"),
            ("coast-2031-ferry", "sub/coast-2031-ferry"),
            ("sub/coast-2031", "sub/coast-2031-ferry"),
            ("coast-2032", "sub/coast-2032-storm"),
            ("bad", "bad"),
        ] {
            assert_eq!(library.named(asked).unwrap().stem(), id, "{asked}");
        }
        for (asked, nearest) in [("harborpost", "harbourpost-2031-ferry"), ("strom", "sub/coast-2032-storm")] {
            match library.named(asked) {
                Err(LibraryError::Unknown(_, ids)) => assert_eq!(ids.first().map(String::as_str), Some(nearest)),
                other => panic!("{asked}: {other:?}"),
            }
        }
        for far in ["warehouse", "zzz"] {
            assert!(matches!(library.named(far), Err(LibraryError::Unknown(_, ids)) if ids.is_empty()), "{far}");
        }
        assert!(matches!(library.named("sub/coast"), Err(LibraryError::Several(_, ids)) if ids.len() == 2));
        assert!(matches!(library.named(""), Err(LibraryError::Unknown(..))));
    }
}
