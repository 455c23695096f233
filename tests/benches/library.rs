//! Times what a reader waits for on the shelf: opening a large library from its catalogue, seeing that nothing in it has
//! changed, reading all of it for the first time, sorting it, and loading one brief.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

use divan::{Bencher, black_box};
use epitome::ingest::Hint;
use epitome::library::known::Known;
use epitome::library::making;
use epitome::library::query::Query;
use epitome::library::{BriefId, Card, Catalogue, Library, Order, Place};

fn main() {
    divan::main();
    let _ = fs::remove_dir_all(folder());
}

fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("epitome-bench-{}", std::process::id()))
}

/// Some words, other ones for every `n`, always the same for the same.
fn words(n: usize, count: usize) -> String {
    const WORDS: [&str; 16] = [
        "the",
        "harbour",
        "of",
        "ferry",
        "passengers",
        "in",
        "fog",
        "and",
        "a",
        "lifeboat",
        "company",
        "before",
        "said",
        "inquiry",
        "sandbank",
        "tide",
    ];
    let pick = |i: usize| WORDS[(n.wrapping_mul(7919) ^ i.wrapping_mul(104_729)) / 7 % WORDS.len()];
    (0..count).map(pick).collect::<Vec<_>>().join(" ")
}

/// A brief of about 3 kB.
fn brief(n: usize) -> String {
    let (year, month, day) = (2012 + n % 15, 1 + n % 12, 1 + n % 28);
    let mut yaml = format!(
        "epitome: 1\ntitle: \"{:04} {}\"\nsource:\n  publisher: The {} Post\n  authors: [A. Writer]\n  \
         published: \"{year}-{month:02}-{day:02}\"\n  kind: report\n  language: en\nsummary: >-\n  {}\n  {}\nclaims:\n",
        n.wrapping_mul(7919) % 10_007,
        words(n, 7),
        words(n, 1),
        words(n + 1, 30),
        words(n + 2, 30),
    );
    for c in 1..=10 {
        yaml += &format!(
            "  - id: c{c}\n    claim: \"{}.\"\n    kind: fact\n    evidence:\n      - {{paragraph: {c}, quote: \"{}\"}}\n",
            words(n + c, 14),
            words(n * c, 12)
        );
    }
    yaml + "topics: [shipping, fog]\n"
}

/// A library of so many briefs, made once, with its catalogue in a cache beside it.
struct Shelf {
    place: Place,
    cache: PathBuf,
    catalogue: Catalogue,
}

fn shelf(count: usize) -> &'static Shelf {
    static SMALL: OnceLock<Shelf> = OnceLock::new();
    static LARGE: OnceLock<Shelf> = OnceLock::new();
    let cell = if count > 10_000 { &LARGE } else { &SMALL };
    cell.get_or_init(|| {
        let root = folder().join(count.to_string());
        for n in 0..count {
            let sub = root.join("briefs").join((n / 1000).to_string());
            fs::create_dir_all(&sub).unwrap();
            fs::write(sub.join(format!("post-{n:06}.yaml")), brief(n)).unwrap();
        }
        // What has just been written is read again the next time.
        std::thread::sleep(std::time::Duration::from_millis(100));
        let (place, cache) = (Place::Folder(root.join("briefs")), root.join("cache"));
        let (_, catalogue) = Library::catalogue(place.clone(), Some(&cache)).unwrap();
        assert_eq!(catalogue.cards().count(), count);
        Shelf { place, cache, catalogue }
    })
}

#[divan::bench(args = [10_000, 50_000])]
fn open_from_catalogue(bencher: Bencher, count: usize) {
    let shelf = shelf(count);
    bencher.bench(|| {
        let (library, catalogue) = Library::open(shelf.place.clone(), Some(&shelf.cache));
        assert_eq!(catalogue.entries().len(), count);
        (library, catalogue)
    });
}

#[divan::bench(args = [10_000], sample_count = 20)]
fn refresh_unchanged(bencher: Bencher, count: usize) {
    let shelf = shelf(count);
    let (library, kept) = Library::open(shelf.place.clone(), Some(&shelf.cache));
    bencher.bench(|| library.refresh(&kept, &mut |_| panic!("read again"), &AtomicBool::new(false)));
}

#[divan::bench(args = [10_000], sample_count = 3)]
fn read_all_without_catalogue(bencher: Bencher, count: usize) {
    let (library, none) = Library::open(shelf(count).place.clone(), None);
    bencher.bench(|| library.refresh(&none, &mut |batch| drop(black_box(batch)), &AtomicBool::new(false)));
}

#[divan::bench(args = ["published", "title"], sample_count = 20)]
fn sort_10_000(bencher: Bencher, order: &str) {
    let order = Order::named(order).unwrap();
    let cards: Vec<&Card> = shelf(10_000).catalogue.cards().collect();
    bencher.with_inputs(|| cards.clone()).bench_local_refs(|cards| order.sort(cards, &|_| false));
}

/// One keystroke of a filter: a word that every brief has, one that none has, and two words.
#[divan::bench(args = ["ferry", "diesel", "harbour nowhere"], sample_count = 20)]
fn filter_10_000(bencher: Bencher, typed: &str) {
    let entries = shelf(10_000).catalogue.entries();
    let query = Query::new(typed).unwrap();
    bencher.bench(|| entries.iter().filter(|entry| query.has(entry, None)).count());
}

/// Whether an article is there already, in a library that was asked before: the whole of it, opening included.
#[divan::bench(sample_count = 20)]
fn recognise_among_10_000(bencher: Bencher) {
    let root = folder().join("articles");
    fs::create_dir_all(&root).unwrap();
    for n in 0..10_000 {
        fs::write(root.join(format!("post-{n:06}.yaml")), brief(n)).unwrap();
        fs::write(root.join(format!("post-{n:06}.txt")), words(n * 31, 600)).unwrap();
    }
    std::thread::sleep(std::time::Duration::from_millis(100));
    let asked = || {
        let library = Library::at(Place::Folder(root.clone()), Some(&folder().join("cache")));
        let known = Known::of(&library).unwrap();
        let text = format!("{} {}", words(9_999 * 31, 590), "and ten words that were not there before it came");
        let made = making::make(text.into_bytes(), Hint::default(), None).unwrap();
        (known.find(&library, &made), known)
    };
    asked().1.keep();
    bencher.bench(asked);
}

#[divan::bench]
fn load_one(bencher: Bencher) {
    let (library, _) = Library::open(shelf(10_000).place.clone(), None);
    let id = BriefId::new("3/post-003141").unwrap();
    bencher.bench(|| library.load(&id).unwrap());
}
