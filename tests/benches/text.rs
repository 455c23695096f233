//! Times what a reader would feel: setting a long article, and finding in it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use divan::{Bencher, black_box};
use epitome::text::bidi::{Direction, Order};
use epitome::text::find::{Folded, Pattern};
use epitome::text::hyphen::Language;
use epitome::text::width;
use epitome::text::wrap::{Setting, wrap};
use epitome::tui::sheet::{Block, Sheet, Tag};
use epitome::tui::theme::Role;

fn main() {
    divan::main();
}

/// 20,000 words of English in paragraphs of 60 to 140 words, the same at every run.
fn article() -> Vec<String> {
    const WORDS: &[&str] = &[
        "the",
        "harbour",
        "master",
        "said",
        "that",
        "passengers",
        "of",
        "a",
        "ferry",
        "in",
        "extraordinary",
        "fog",
        "and",
        "navigation",
        "authorities",
        "investigated",
        "it",
        "on",
        "Tuesday,",
        "representing",
        "two",
        "hundred",
        "people.",
        "Nevertheless,",
        "was",
        "refloated",
        "at",
        "first",
        "light",
        "by",
        "tugboats",
        "“which",
        "were",
        "immediately",
        "available,”",
        "to",
        "shipyard’s",
        "long-term",
        "interests",
        "—",
        "circumstances",
        "2031",
        "permitting",
        "he",
    ];
    let mut state = 7u32;
    let mut next = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as usize
    };
    let mut left = 20_000usize;
    let mut paragraphs = Vec::new();
    while left > 0 {
        let words = (60 + next() % 80).min(left);
        left -= words;
        paragraphs.push((0..words).map(|_| WORDS[next() % WORDS.len()]).collect::<Vec<_>>().join(" "));
    }
    paragraphs
}

#[divan::bench(args = [40, 72])]
fn wrap_20_000_words(bencher: Bencher, columns: usize) {
    let article = article();
    bencher.bench(|| {
        let setting = Setting::new(columns).hyphenated(Language::tagged("en"));
        article.iter().map(|paragraph| wrap(black_box(paragraph), &setting).len()).sum::<usize>()
    });
}

#[divan::bench]
fn wrap_one_paragraph(bencher: Bencher) {
    let article = article();
    let setting = Setting::new(72).hyphenated(Language::tagged("en"));
    bencher.bench(|| wrap(black_box(&article[0]), &setting).len());
}

#[divan::bench]
fn wrap_20_000_words_as_one_paragraph(bencher: Bencher) {
    let article = article().join(" ");
    let setting = Setting::new(72).hyphenated(Language::tagged("en"));
    bencher.bench(|| wrap(black_box(&article), &setting).len());
}

/// The same article in Hebrew letters: what is set, and what one screen of 50 rows costs to put in order.
fn from_the_right() -> Vec<String> {
    let hebrew = |c: char| if c.is_ascii_lowercase() { char::from_u32(0x5d0 + c as u32 - 97).unwrap_or(c) } else { c };
    article().iter().map(|paragraph| paragraph.chars().map(hebrew).collect()).collect()
}

#[divan::bench]
fn set_20_000_words_from_the_right(bencher: Bencher) {
    let article = from_the_right();
    bencher.bench(|| {
        let blocks = article.iter().map(|text| Block::new(Tag::None, Role::Text, text.as_str())).collect();
        Sheet::new(black_box(blocks), 72, 4).lines().len()
    });
}

#[divan::bench]
fn order_a_screen_from_the_right(bencher: Bencher) {
    let text = from_the_right().join(" ");
    let order = Order::new(&text, Direction::RightToLeft);
    let rows = wrap(&text, &Setting::new(72));
    bencher.bench(|| rows.iter().take(50).map(|row| order.visual(black_box(&text), row.shown).len()).sum::<usize>());
}

#[divan::bench]
fn width_of_20_000_words(bencher: Bencher) {
    let article = article().join("é ");
    bencher.bench(|| width::width(black_box(&article)));
}

#[divan::bench]
fn fold_20_000_words(bencher: Bencher) {
    let article = article().join("\n");
    bencher.bench(|| Folded::new(black_box(&article)));
}

#[divan::bench(args = ["shipyard's interests", "harbour", "Tuesday", "é"])]
fn find_all_in_20_000_words(bencher: Bencher, query: &str) {
    let article = article().join("\n");
    let folded = Folded::new(&article);
    bencher.bench(|| Pattern::new(black_box(query)).matches_in(&article, &folded).len());
}
