//! The articles of a library, as far as it takes to recognise one of them: by digest, by address, or because nearly all of
//! its text is there. What was learnt of each is kept in the cache folder, so that an article is recognised among ten
//! thousand without opening one. Derived: it may be deleted at any time, and is never believed without a look at the
//! brief itself. Refuses to write into the library.

use std::cell::{Cell, OnceCell};
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::card::BriefId;
use super::disk::{self, Durability, Stamp};
use super::error::LibraryError;
use super::record::{Reader, checksum, put, put_stamp, put_text};
use super::{LARGEST_ARTICLE, Library};
use crate::analysis::same::{Differing, Fingerprint, Sameness, fnv, is_part, may_be_part, plain_url};
use crate::article::Article;
use crate::brief::{Source, yaml};
use crate::library::making::Made;

/// How much longer one text may be than another that is nearly the same.
const LONGER: u64 = 2;
/// How much longer an article may be than another that is a part of it.
const MUCH_LONGER: u64 = 16;
/// What the file begins with; raised whenever a record comes out differently for the same brief.
const MAGIC: &[u8; 8] = b"epitkn1\n";
/// The largest file that is read back.
const LIMIT: u64 = 1 << 30;

/// The articles of a library.
#[derive(Debug, Default)]
pub struct Known {
    articles: Vec<Recognisable>,
    /// By the hash of a digest or address that stands in a brief's file, the numbers of these briefs.
    said: HashMap<u64, Vec<usize>>,
    /// The ids without their folders, in lower case.
    names: HashSet<String>,
    /// Where this is kept, and whose it is.
    file: Option<(PathBuf, String)>,
    /// Whether there is more to keep than the file has.
    fresh: Cell<bool>,
}

/// What is known of one brief and its article.
#[derive(Clone, Debug)]
struct Recognisable {
    id: BriefId,
    /// The brief's file when it was read.
    stamp: Stamp,
    /// The article file's length in bytes; 0 when it is not here.
    length: u64,
    /// Hashes of the digests and addresses that its file names.
    said: Vec<u64>,
    /// The article's sketch, once it was asked for; empty when the article cannot be read.
    sketch: OnceCell<Vec<u32>>,
    /// The article itself, where it is not in the library and only would be.
    held: Option<Box<Held>>,
}

/// An article that only would be in the library: it cannot be read from there.
#[derive(Clone, Debug)]
struct Held {
    source: Source,
    article: Article,
}

impl Known {
    /// What a library holds now: as kept in the cache, if it was opened with one, and read where a brief's file is not as it was. No article
    /// is read before it is asked for.
    ///
    /// # Errors
    /// When the library cannot be looked at.
    pub fn of(library: &Library) -> Result<Self, LibraryError> {
        let file = library.cache.as_ref().map(|(path, whose)| (path.with_extension("known"), whose.to_string()));
        let kept = file.as_ref().and_then(|(path, whose)| read(path, whose)).unwrap_or_default();
        let mut kept: HashMap<String, Recognisable> =
            kept.into_iter().map(|one| (one.id.as_str().to_owned(), one)).collect();
        let mut known = Self { file, ..Self::default() };
        let mut found = library.found()?;
        found.sort_by(|a, b| a.stem.cmp(&b.stem));
        for found in found {
            let Some(id) = BriefId::new(&found.stem) else { continue };
            let before = kept.remove(&found.stem);
            let same = |one: &Recognisable| one.stamp == found.stamp && (one.length > 0) == found.has_article;
            match before {
                Some(one) if same(&one) => known.push(one),
                before => {
                    known.fresh.set(true);
                    known.push(looked_at(library, id).with_sketch_of(before));
                }
            }
        }
        // What is left over is gone from the library.
        known.fresh.set(known.fresh.get() || !kept.is_empty());
        Ok(known)
    }

    /// Notes a brief by what it was made of and its file's text: one that was just added, or would be and is not there.
    pub(super) fn note(&mut self, id: BriefId, made: &Made, text: &str, is_there: bool) {
        let stamp = Stamp::default().never();
        let length = made.article.to_file().len() as u64;
        let sketch = OnceCell::from(Fingerprint::of(&made.article, None).sketch);
        self.fresh.set(self.fresh.get() || is_there);
        let held = || Held { source: made.brief.source.clone(), article: made.article.clone() };
        let held = (!is_there).then(|| Box::new(held()));
        self.push(Recognisable { id, stamp, length, said: said_in(text), sketch, held });
    }

    /// Looks for briefs that came into the library since it was looked at: another program may be adding to it too.
    ///
    /// # Errors
    /// When the library cannot be looked at.
    pub(super) fn catch_up(&mut self, library: &Library) -> Result<(), LibraryError> {
        let known: HashSet<String> = self.articles.iter().map(|one| one.id.as_str().to_owned()).collect();
        for found in library.found()?.into_iter().filter(|found| !known.contains(&found.stem)) {
            self.fresh.set(true);
            BriefId::new(&found.stem).into_iter().for_each(|id| self.push(looked_at(library, id)));
        }
        Ok(())
    }

    fn push(&mut self, one: Recognisable) {
        let number = self.articles.len();
        for word in &one.said {
            self.said.entry(*word).or_default().push(number);
        }
        self.names.insert(one.id.as_str().rsplit('/').next().unwrap_or_default().to_lowercase());
        self.articles.push(one);
    }

    /// Whether a brief of that name is there, in whatever folder; on some systems 'Ferry' and 'ferry' are one file.
    pub(super) fn has_name(&self, name: &str) -> bool {
        self.names.contains(&name.to_lowercase())
    }

    /// The brief whose article this is, and by what it is the same.
    pub fn find(&self, library: &Library, made: &Made) -> Option<(BriefId, Sameness)> {
        let source = &made.brief.source;
        let own = Fingerprint::of(&made.article, source.url.as_deref());
        let length = made.article.to_file().len() as u64;
        let by_text = || self.by_text(library, &own, length);
        self.by_word(library, source).or_else(by_text).or_else(|| self.whole_of(library, made, &own, length))
    }

    /// The brief whose article has every byte of this one, or was made from the same bytes.
    pub fn find_same_text(&self, library: &Library, made: &Made) -> Option<(BriefId, Sameness)> {
        self.by_word(library, &Source { url: None, ..made.brief.source.clone() })
    }

    /// In what an article differs from that of a brief, and whether it is quite another text; `None` when that is not here.
    pub fn differing(&self, library: &Library, id: &BriefId, article: &Article) -> Option<(Differing, bool)> {
        let known = self.articles.iter().find(|one| one.id == *id)?;
        let there = article_of(library, known)?;
        let near = Fingerprint::of(article, None).is_like(&Fingerprint::of(&there, None).sketch);
        Some((Differing::of(article, &there), !near && !is_part(article, &there)))
    }

    /// By digest or address: what stands in a file is looked up in the brief itself, for it may stand in a claim there.
    fn by_word(&self, library: &Library, source: &Source) -> Option<(BriefId, Sameness)> {
        let digests = |source: &Source| -> Vec<String> {
            let article = source.article.as_ref();
            let origin = article.and_then(|a| a.origin_sha256.clone());
            article.map(|a| a.sha256.clone()).into_iter().chain(origin).map(|d| d.to_ascii_lowercase()).collect()
        };
        let (own, place) = (digests(source), source.url.as_deref().and_then(address));
        let numbers = own.iter().chain(&place).filter_map(|word| self.said.get(&fnv(word.as_bytes()))).flatten();
        numbers.filter_map(|number| self.articles.get(*number)).find_map(|known| {
            let there = source_of(library, known)?;
            let by = if digests(&there).iter().any(|digest| own.contains(digest)) {
                Sameness::Text
            } else if place.is_some() && there.url.as_deref().and_then(address) == place {
                Sameness::Url
            } else {
                return None;
            };
            Some((known.id.clone(), by))
        })
    }

    /// By the text: articles of about that length, by their sketches first; the one that is like it is then read.
    fn by_text(&self, library: &Library, own: &Fingerprint, length: u64) -> Option<(BriefId, Sameness)> {
        let near = |known: &&Recognisable| {
            known.length > 0 && known.length <= length.saturating_mul(LONGER) && length <= known.length * LONGER
        };
        self.articles.iter().filter(near).find_map(|known| {
            if !own.is_like(self.sketch(library, known)) {
                return None;
            }
            Some((known.id.clone(), print(library, known)?.same(own)?))
        })
    }

    /// A longer article of which this is a part, cut off: by the sketches first; the one that may be it is then read.
    fn whole_of(&self, library: &Library, made: &Made, own: &Fingerprint, length: u64) -> Option<(BriefId, Sameness)> {
        let longer =
            |known: &&Recognisable| known.length > length && known.length <= length.saturating_mul(MUCH_LONGER);
        self.articles.iter().filter(longer).find_map(|known| {
            let likely = may_be_part((&own.sketch, length), (self.sketch(library, known), known.length));
            let whole = likely.then(|| article_of(library, known)).flatten()?;
            is_part(&made.article, &whole).then(|| (known.id.clone(), Sameness::Part))
        })
    }

    fn sketch<'k>(&self, library: &Library, known: &'k Recognisable) -> &'k [u32] {
        known.sketch.get_or_init(|| {
            self.fresh.set(true);
            print(library, known).map(|print| print.sketch).unwrap_or_default()
        })
    }

    /// Keeps what was learnt. Where that cannot be written, the next start is slower and nothing else.
    pub fn keep(&self) {
        let Some((path, whose)) = self.file.as_ref().filter(|_| self.fresh.get()) else { return };
        let Some(bytes) = encode(&self.articles, whose) else { return };
        if path.parent().is_some_and(|folder| fs::create_dir_all(folder).is_ok()) {
            let _ = disk::write(path, &bytes, Durability::Derived);
        }
    }
}

/// What a brief's file says, and how long its article is.
fn looked_at(library: &Library, id: BriefId) -> Recognisable {
    let read = disk::read(&library.brief_path(&id), yaml::LARGEST as u64);
    let (bytes, stamp) = read.map_or((Vec::new(), Stamp::default().never()), |(bytes, at)| (bytes, at.settled()));
    let said = said_in(&String::from_utf8(bytes).unwrap_or_default());
    let length = fs::metadata(library.root().join(id.article_file())).map_or(0, |about| about.len());
    Recognisable { id, stamp, length, said, sketch: OnceCell::new(), held: None }
}

impl Recognisable {
    /// With the sketch that was made of it before, where its file still names the same article, as long as it was.
    fn with_sketch_of(self, before: Option<Self>) -> Self {
        let same = before.filter(|before| before.length == self.length && before.said == self.said);
        Self { sketch: same.map(|before| before.sketch).unwrap_or_default(), ..self }
    }
}

/// Hashes of the digests and addresses in a brief's file.
fn said_in(text: &str) -> Vec<u64> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',' | '{' | '}'));
    let telling = |word: &str| {
        let digest = word.len() == 64 && word.bytes().all(|b| b.is_ascii_hexdigit());
        if digest { Some(word.to_ascii_lowercase()) } else { address(word) }
    };
    words.filter_map(telling).map(|word| fnv(word.as_bytes())).collect()
}

/// The fingerprint of an article by its text alone.
fn print(library: &Library, known: &Recognisable) -> Option<Fingerprint> {
    article_of(library, known).map(|article| Fingerprint::of(&article, None))
}

fn article_of(library: &Library, known: &Recognisable) -> Option<Article> {
    if let Some(held) = &known.held {
        return Some(held.article.clone());
    }
    let (text, _) = disk::read_text(&library.root().join(known.id.article_file()), LARGEST_ARTICLE).ok()?;
    Some(Article::parse(&text))
}

fn source_of(library: &Library, known: &Recognisable) -> Option<Source> {
    match &known.held {
        Some(held) => Some(held.source.clone()),
        None => Some(library.load(&known.id).ok()?.brief.source),
    }
}

/// A web address in plain form, when it names more than a site: half of all pages give the site's own.
fn address(word: &str) -> Option<String> {
    let web = word.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http")) && word.contains("://");
    web.then(|| plain_url(word)).filter(|plain| plain.contains('/'))
}

/// What was kept in a file, if it is whole, of this version, and of the library `whose`.
fn read(file: &Path, whose: &str) -> Option<Vec<Recognisable>> {
    let (bytes, _) = disk::read(file, LIMIT).ok()?;
    let mut head = Reader(&bytes);
    let (magic, sum) = (head.take::<8>()?, head.u64()?);
    (magic == *MAGIC && sum == checksum(&[head.0])).then(|| decode(head, whose)).flatten()
}

fn decode(mut body: Reader<'_>, whose: &str) -> Option<Vec<Recognisable>> {
    if body.text()? != env!("CARGO_PKG_VERSION") || body.text()? != whose {
        return None;
    }
    let mut all = Vec::new();
    while !body.0.is_empty() {
        let id = BriefId::new(body.text()?)?;
        let (stamp, length) = (body.stamp()?, body.u64()?);
        let said = (0..body.u32()?).map(|_| body.u64()).collect::<Option<Vec<u64>>>()?;
        let sketch = match body.u32()? {
            UNASKED => OnceCell::new(),
            size => OnceCell::from(body.u32s(size as usize)?),
        };
        all.push(Recognisable { id, stamp, length, said, sketch, held: None });
    }
    Some(all)
}

/// The size of a sketch that nobody asked for yet.
const UNASKED: u32 = u32::MAX;

fn encode(articles: &[Recognisable], whose: &str) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    put_text(&mut body, env!("CARGO_PKG_VERSION"))?;
    put_text(&mut body, whose)?;
    for one in articles.iter().filter(|one| one.held.is_none()) {
        put_text(&mut body, one.id.as_str())?;
        put_stamp(&mut body, one.stamp);
        put(&mut body, one.length.to_le_bytes());
        put(&mut body, u32::try_from(one.said.len()).ok()?.to_le_bytes());
        one.said.iter().for_each(|word| put(&mut body, word.to_le_bytes()));
        let size = one.sketch.get().map_or(Some(UNASKED), |sketch| u32::try_from(sketch.len()).ok())?;
        put(&mut body, size.to_le_bytes());
        one.sketch.get().into_iter().flatten().for_each(|least| put(&mut body, least.to_le_bytes()));
    }
    let mut out = MAGIC.to_vec();
    put(&mut out, checksum(&[&body]).to_le_bytes());
    out.append(&mut body);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{OnceCell, Reader, Recognisable, decode, encode};
    use crate::library::BriefId;
    use crate::library::disk::Stamp;

    #[test]
    fn what_is_kept_reads_back_and_what_is_cut_or_foreign_is_as_good_as_none() {
        let stamp = Stamp { size: 7, modified: -5, changed: 1 << 60, inode: 3 };
        let one = |id: &str, sketch| Recognisable {
            id: BriefId::new(id).unwrap(),
            stamp,
            length: 9,
            said: vec![1, 2],
            sketch,
            held: None,
        };
        let all = [one("a", OnceCell::from(vec![3, 4])), one("sub/b", OnceCell::new())];
        let bytes = encode(&all, "/x").unwrap();
        let read = |bytes: &[u8], whose| decode(Reader(&bytes[16..]), whose);
        assert_eq!(format!("{:?}", read(&bytes, "/x").unwrap()), format!("{all:?}"));
        assert!(read(&bytes, "/y").is_none() && read(&bytes[..bytes.len() - 1], "/x").is_none());
    }
}
