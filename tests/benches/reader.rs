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

#[divan::bench]
fn draft_of_an_article(bencher: divan::Bencher) {
    let text = std::fs::read_to_string(briefs().join("harbourpost-2031-ferry.txt")).unwrap();
    let article = epitome::article::Article::parse(&text);
    bencher.bench(|| epitome::analysis::draft::write(&article, &[], Some("en"), None));
}
