//! What a reader waits for on the screen: the first frame, and the frame after a key. Without a terminal: the time that is
//! the program's own.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

#[path = "../it/driver.rs"]
#[allow(dead_code)]
mod driver;

use driver::{Driver, briefs};

fn main() {
    divan::main();
}

#[divan::bench]
fn first_frame_of_the_shelf() -> usize {
    Driver::open(&briefs(), (120, 40)).buffer().content.len()
}

#[divan::bench(args = ["j", "<enter>j", "<enter>jga<C-d>", "<space><space>cj", "/ferry"])]
fn keys_to_frame(bencher: divan::Bencher, keys: &str) {
    bencher.with_inputs(|| Driver::open(&briefs(), (120, 40))).bench_values(|mut driver| {
        driver.keys(keys);
        driver.buffer().content.len()
    });
}

/// The same brief without notes and with 500 of them: what a key costs there, many keys at a time.
#[divan::bench(args = [0, 500])]
fn forty_keys_in_a_brief_with_notes(bencher: divan::Bencher, notes: usize) {
    let folder = noted(notes);
    let mut driver = Driver::open(&folder, (120, 40));
    driver.keys("<enter>");
    bencher.bench_local(|| {
        for keys in ["jjjjjjjjjj", "kkkkkkkkkk", "ga", "<C-d><C-d><C-d><C-d>", "]p]p]p]p[p[p[p[p", "q"] {
            for key in driver::parse(keys) {
                driver.take_in(epitome::tui::msg::Msg::Input(epitome::tui::input::Input::Key(key)));
                divan::black_box(driver.buffer());
            }
        }
    });
    let _ = std::fs::remove_dir_all(folder);
}

/// A library of one brief, on which so many notes were written.
fn noted(notes: usize) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("epitome-bench-notes-{}-{notes}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let id = "harbourpost-2031-ferry";
    for end in ["yaml", "txt"] {
        std::fs::copy(briefs().join(format!("{id}.{end}")), folder.join(format!("{id}.{end}"))).unwrap();
    }
    let text = std::fs::read_to_string(briefs().join(format!("{id}.txt"))).unwrap();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut study = String::from("study: 1\nnotes:\n");
    for i in 0..notes {
        let on = match i % 3 {
            0 => format!("claim: c{}", 1 + i % 9),
            _ => {
                let quote = words[(i * 7) % (words.len() - 3)..].iter().take(3).copied().collect::<Vec<_>>().join(" ");
                format!("passage: {{quote: {}}}", serde_json::to_string(&quote).unwrap())
            }
        };
        study.push_str(&format!(
            "  - {{id: n{i:05}, {on}, note: \"Some ten words that make up note number {i} of them all.\"}}\n"
        ));
    }
    if notes > 0 {
        std::fs::write(folder.join(format!("{id}.study.yaml")), study).unwrap();
    }
    folder
}

/// Thirty digests that stand nowhere, against an article of 20,000 words.
#[divan::bench(sample_count = 5)]
fn thirty_digests_that_are_missing(bencher: divan::Bencher) {
    let text = std::fs::read_to_string(briefs().join("harbourpost-2031-ferry.txt")).unwrap();
    let article = epitome::article::Article::parse(&text.repeat(45));
    let digest = |n: usize| {
        let passage = epitome::brief::Passage::Digest { digest: format!("{n:032x}"), length: 60 + 7 * n };
        epitome::brief::Anchor { paragraph: None, span: None, passage }
    };
    let anchors: Vec<_> = (0..30).map(digest).collect();
    bencher.bench(|| {
        let finder = epitome::brief::anchor::Finder::new(&article);
        anchors.iter().filter(|anchor| finder.resolve(anchor).place.is_some()).count()
    });
}

/// All that `epitome draft` does with one short article of plain text, but for starting: two milliseconds are meant.
#[divan::bench]
fn draft_of_a_document(bencher: divan::Bencher) {
    let bytes = std::fs::read(briefs().join("harbourpost-2031-ferry.txt")).unwrap();
    let make = |bytes| epitome::library::making::make(bytes, epitome::ingest::Hint::default(), None).unwrap();
    bencher.with_inputs(|| bytes.clone()).bench_values(make);
}

#[divan::bench]
fn draft_of_an_article(bencher: divan::Bencher) {
    let text = std::fs::read_to_string(briefs().join("harbourpost-2031-ferry.txt")).unwrap();
    let article = epitome::article::Article::parse(&text);
    bencher.bench(|| epitome::analysis::draft::write(&article, &[], Some("en")));
}
