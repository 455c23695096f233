//! Whether two articles are the same one: by their bytes, by their address, or because nearly all of one's text stands in
//! the other. Refuses to compare what they say.
//!
//! Method for near-duplicates: MinHash over runs of five words (Broder, 1997), 128 permutations.

use std::collections::{HashMap, HashSet};

use crate::article::Article;
use crate::text::{segment, stem};

/// Words in a run.
const RUN: usize = 5;

/// The words of an article by which it is recognised: its first ones, more than any novel has. What is longer is no
/// article, and must not cost more than one.
const MOST_WORDS: usize = 250_000;

/// Permutations: the estimate of a share has a standard error of at most 0.045.
const PERMUTATIONS: usize = 128;

/// The share of common runs from which on two texts are one.
const NEAR: f32 = 0.7;

/// The share of an article's runs that stand in another from which on it is a part of that.
const PART: f32 = 0.9;

/// The least share of common runs, and the least share of its own as the sketches tell, at which it is looked whether it is.
const PART_COMMON: f32 = 0.06;
const PART_LIKELY: f32 = 0.4;

/// So many words that differ are named.
const NAMED: usize = 5;

/// So many are counted at most: two quite different texts need no more.
const MOST_DIFFERING: usize = 200;

/// What an article is recognised by. Small, and comparable without the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// SHA-256 of the article file.
    pub sha256: String,
    /// Its address in plain form ([`plain_url`]).
    pub url: Option<String>,
    /// The least hash of its runs, for each permutation; empty for a text without words.
    pub sketch: Vec<u32>,
}

/// By what two articles are the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sameness {
    /// Every byte.
    Text,
    /// The address.
    Url,
    /// That share of their runs of words, 0.7 to 1.
    NearText(f32),
    /// It is a part of the other: a copy that was cut off.
    Part,
}

impl Fingerprint {
    /// The fingerprint of an article.
    pub fn of(article: &Article, url: Option<&str>) -> Self {
        Self { sha256: article.sha256(), url: url.map(plain_url), sketch: sketch(article) }
    }

    /// By what two articles are the same one; `None` when they are two.
    pub fn same(&self, other: &Self) -> Option<Sameness> {
        if self.sha256 == other.sha256 {
            return Some(Sameness::Text);
        }
        if self.url.is_some() && self.url == other.url {
            return Some(Sameness::Url);
        }
        let share = self.likeness(other);
        (share >= NEAR).then_some(Sameness::NearText(share))
    }

    /// The share of runs of words that two articles have in common, estimated, 0 to 1.
    pub fn likeness(&self, other: &Self) -> f32 {
        common(&self.sketch, &other.sketch)
    }

    /// Whether an article of that sketch is near enough to be the same one.
    pub fn is_like(&self, sketch: &[u32]) -> bool {
        common(&self.sketch, sketch) >= NEAR
    }
}

/// The words in which two articles differ, as often as one has them more than the other: figures first, then in the order
/// of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differing {
    /// Those of the first.
    pub here: Vec<String>,
    /// Those of the second.
    pub there: Vec<String>,
}

impl Differing {
    /// What of two articles differs.
    pub fn of(here: &Article, there: &Article) -> Self {
        Self { here: more_in(here, there), there: more_in(there, here) }
    }

    /// The differences in a few words: `14 here, 40 there`.
    pub fn in_words(&self) -> String {
        let side = |words: &[String], place: &str| {
            let more = words.len().saturating_sub(NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let named = words.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
            (!words.is_empty()).then(|| format!("{named}{more} only {place}"))
        };
        let sides: Vec<String> = [side(&self.here, "here"), side(&self.there, "there")].into_iter().flatten().collect();
        if sides.is_empty() { "the same words in another order".to_owned() } else { sides.join("; ") }
    }
}

/// The words that one article has more often than another.
fn more_in(one: &Article, other: &Article) -> Vec<String> {
    let mut rest: HashMap<String, usize> = HashMap::new();
    for word in words(other) {
        *rest.entry(stem::fold(word).into_owned()).or_default() += 1;
    }
    let mut more: Vec<String> = Vec::new();
    for word in words(one) {
        match rest.get_mut(&*stem::fold(word)).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None if !more.iter().any(|known| known == word) => more.push(word.to_owned()),
            None => {}
        }
        if more.len() >= MOST_DIFFERING {
            break;
        }
    }
    more.sort_by_key(|word| !word.contains(|c: char| c.is_ascii_digit()));
    more
}

/// Whether an article of one sketch and length may be a part of one of another, as far as sketches tell; lengths in
/// whatever unit is the same for both.
pub fn may_be_part(part: (&[u32], u64), whole: (&[u32], u64)) -> bool {
    let shared = common(part.0, whole.0);
    let (a, b) = (part.1 as f32, whole.1 as f32);
    shared >= PART_COMMON && shared * (a + b) >= PART_LIKELY * (1.0 + shared) * a
}

/// Whether nearly all of an article stands in another.
pub fn is_part(part: &Article, whole: &Article) -> bool {
    let (part, whole) = (runs(part), runs(whole));
    let all: HashSet<u64> = whole.into_iter().collect();
    let there = part.iter().filter(|run| all.contains(run)).count();
    !part.is_empty() && there as f32 >= PART * part.len() as f32
}

fn common(a: &[u32], b: &[u32]) -> f32 {
    a.iter().zip(b).filter(|(a, b)| a == b).count() as f32 / PERMUTATIONS as f32
}

/// The words of an article by which it is recognised, in order.
fn words(article: &Article) -> impl Iterator<Item = &str> {
    let words = article.paragraphs().iter().flat_map(|paragraph| segment::words(&paragraph.text));
    words.map(|(_, word)| word).take(MOST_WORDS)
}

/// The runs of words of an article, each as a hash.
fn runs(article: &Article) -> Vec<u64> {
    let words: Vec<u64> = words(article).map(|word| fnv(stem::fold(word).as_bytes())).collect();
    let hash = |run: &[u64]| run.iter().fold(0u64, |hash, word| mixed(hash.rotate_left(7) ^ word));
    if words.is_empty() { Vec::new() } else { words.windows(RUN.min(words.len())).map(hash).collect() }
}

fn sketch(article: &Article) -> Vec<u32> {
    let runs = runs(article);
    if runs.is_empty() {
        return Vec::new();
    }
    let mut least = vec![u64::MAX; PERMUTATIONS];
    for hash in runs {
        for (seed, least) in (1u64..).zip(least.iter_mut()) {
            *least = (*least).min(mixed(hash ^ mixed(seed)));
        }
    }
    // Half of each hash tells them apart well enough, in half the room.
    least.into_iter().map(|least| least as u32).collect()
}

/// FNV-1a, 64 bits.
pub fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The finaliser of splitmix64 (Steele, Lea and Flood, 2014).
fn mixed(x: u64) -> u64 {
    let x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// An address without what does not tell articles apart: scheme, 'www.', case of the host, fragment, trailing slash, and
/// parameters that only count visitors.
pub fn plain_url(url: &str) -> String {
    const COUNTING: &[&str] = &["utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref", "cmpid", "ocid"];
    let bare = url.trim().split('#').next().unwrap_or("");
    let lower = bare.to_ascii_lowercase();
    let skip = ["https://", "http://"].iter().find(|s| lower.starts_with(**s)).map_or(0, |s| s.len());
    let rest = bare.get(skip..).unwrap_or(bare);
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host).trim_end_matches(":443").trim_end_matches(":80");
    let counts = |p: &&str| {
        let name = p.split('=').next().unwrap_or("");
        !COUNTING.iter().any(|c| name == *c || c.ends_with('_') && name.starts_with(c))
    };
    let query: Vec<&str> = query.split('&').filter(|p| !p.is_empty()).filter(counts).collect();
    let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
    format!("{host}/{}{query}", path.trim_end_matches('/')).trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Differing, Fingerprint, MOST_WORDS, Sameness, is_part, may_be_part, plain_url, words};
    use crate::article::Article;

    fn text(from: usize, to: usize) -> Article {
        Article::parse(&(from..to).map(|n| format!("word{n} ")).collect::<String>())
    }

    #[test]
    fn one_article_is_recognised_and_another_is_not() {
        let print = |article: &Article, url| Fingerprint::of(article, url);
        let (whole, cut, other) = (text(0, 400), text(20, 400), text(300, 700));
        assert_eq!(print(&whole, None).same(&print(&whole, None)), Some(Sameness::Text));
        assert!(matches!(print(&whole, None).same(&print(&cut, None)), Some(Sameness::NearText(_))));
        assert_eq!(print(&whole, None).same(&print(&other, None)), None);
        let part = text(0, 80);
        let may = |a: &Article, b: &Article| {
            may_be_part((&print(a, None).sketch, a.words() as u64), (&print(b, None).sketch, b.words() as u64))
        };
        assert!(may(&part, &whole) && is_part(&part, &whole));
        assert!(!may(&whole, &part) && !is_part(&whole, &part));
        assert!(!may(&part, &other) && !is_part(&part, &other) && !is_part(&Article::default(), &whole));
        let here = Some("https://www.Post.example/a/1/?utm_source=x#top");
        assert_eq!(print(&whole, here).same(&print(&other, Some("http://post.example/a/1"))), Some(Sameness::Url));
        let none = Article::default();
        assert_eq!(print(&none, None).same(&print(&whole, None)), None);
    }

    #[test]
    fn what_is_longer_than_any_article_is_recognised_by_its_first_words() {
        let many = |last: &str| Article::parse(&format!("{} {last}", "one two three ".repeat(MOST_WORDS / 3 + 1)));
        let (a, b) = (Fingerprint::of(&many("here"), None), Fingerprint::of(&many("there"), None));
        assert_eq!(a.same(&b), Some(Sameness::NearText(1.0)));
        assert_eq!(words(&many("here")).count(), MOST_WORDS);
    }

    #[test]
    fn what_differs_is_named_figures_first() {
        let of = |here: &str, there: &str| Differing::of(&Article::parse(here), &Article::parse(there)).in_words();
        assert_eq!(of("The big tank held 14 tons.", "The tank held 40 tons."), "14, big only here; 40 only there");
        assert_eq!(of("The tank held.", "The tank held it."), "it only there");
        assert_eq!(of("A b c", "c b a"), "the same words in another order");
        assert!(of("a b c d e f g", "x").starts_with("a, b, c, d, e and 2 more only here"));
    }

    #[test]
    fn an_address_is_told_by_what_names_the_article() {
        for (url, plain) in [
            ("https://post.example/", "post.example"),
            ("http://post.example/a?id=3&utm_medium=y", "post.example/a?id=3"),
            ("HTTPS://POST.example:443/A", "post.example/A"),
            ("", ""),
        ] {
            assert_eq!(plain_url(url), plain);
        }
    }
}
