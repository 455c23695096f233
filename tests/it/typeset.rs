//! Every script of the gallery: set at every width, drawn by ratatui, found.

use epitome::text::bidi::{self, Direction, Order};
use epitome::text::find::Pattern;
use epitome::text::hyphen::Language;
use epitome::text::width::clusters;
use epitome::text::wrap::{Row, Setting, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::gallery::GALLERY;

const WIDTHS: [usize; 14] = [0, 1, 2, 3, 5, 8, 13, 20, 32, 40, 58, 72, 120, 1000];

fn setting(columns: usize, language: &str) -> Setting {
    Setting::new(columns).hyphenated(Language::tagged(language))
}

/// The cells ratatui fills with `text`, and what it puts into them.
fn drawn_by_ratatui(text: &str) -> (usize, String) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 2000, 1));
    let (end, _) = buffer.set_stringn(0, 0, text, usize::MAX, Style::default());
    let end = usize::from(end);
    let mut out = String::new();
    let mut at = 0;
    while at < end {
        let symbol = buffer[(u16::try_from(at).unwrap(), 0)].symbol();
        out.push_str(symbol);
        at += clusters(symbol).map(|cluster| cluster.width).sum::<usize>().max(1);
    }
    (end, out)
}

#[test]
fn every_byte_of_every_script_is_in_one_row() {
    for sample in GALLERY {
        for columns in WIDTHS {
            let rows = wrap(sample.text, &setting(columns, sample.language));
            let mut at = 0;
            for row in &rows {
                assert_eq!(row.span.start().bytes(), at, "{} at {columns}", sample.script);
                at = row.span.end().bytes();
            }
            assert_eq!(at, sample.text.len(), "{} at {columns}", sample.script);
        }
    }
}

#[test]
fn every_row_is_as_wide_as_ratatui_draws_it_and_no_wider_than_asked() {
    for sample in GALLERY {
        for columns in WIDTHS {
            for row in wrap(sample.text, &setting(columns, sample.language)) {
                let drawn = row.drawn(sample.text);
                assert_eq!(drawn_by_ratatui(&drawn), (row.width, drawn.clone()), "{} at {columns}", sample.script);
                assert!(row.width <= columns || is_one_cluster(sample.text, &row), "{} at {columns}", sample.script);
            }
        }
    }
}

fn is_one_cluster(text: &str, row: &Row) -> bool {
    clusters(row.shown.slice(text).unwrap()).filter(|cluster| cluster.width > 0).count() == 1
}

#[test]
fn words_stay_whole_in_scripts_that_write_spaces() {
    for sample in GALLERY.iter().filter(|sample| !is_written_without_spaces(sample.language)) {
        for row in wrap(sample.text, &Setting::new(60)) {
            let (before, after) = sample.text.split_at(row.span.end().bytes());
            let letters = before.ends_with(char::is_alphabetic) && after.starts_with(char::is_alphabetic);
            assert!(!letters, "{}: {}", sample.script, row.drawn(sample.text));
        }
    }
}

fn is_written_without_spaces(language: &str) -> bool {
    ["zh-Hans", "zh-Hant", "ja", "ko", "th", "lo", "km", "my", "bo", "ii"].contains(&language)
}

#[test]
fn a_word_is_found_wherever_the_lines_end() {
    for sample in GALLERY {
        let found = Pattern::new(sample.word).matches(sample.text);
        assert!(!found.is_empty(), "{}: {}", sample.script, sample.word);
    }
}

#[test]
fn right_to_left_scripts_are_set_from_the_right_and_lose_nothing_in_reordering() {
    let from_the_right = ["Hebrew", "Arabic", "Syriac", "Thaana", "N'Ko"];
    for sample in GALLERY {
        let right = from_the_right.iter().any(|script| sample.script.starts_with(script));
        let direction = if right { Direction::RightToLeft } else { Direction::LeftToRight };
        assert_eq!(Direction::of(sample.text), direction, "{}", sample.script);
        assert_eq!(bidi::is_mixed(sample.text), right, "{}", sample.script);
        let order = Order::new(sample.text, direction);
        for row in wrap(sample.text, &Setting::new(30)) {
            let visual = order.visual(sample.text, row.shown);
            let mut spans: Vec<_> = visual.iter().map(|cluster| cluster.span).collect();
            assert_eq!(right, !spans.is_sorted() || (right && spans.len() < 2), "{}", sample.script);
            spans.sort();
            assert!(spans.windows(2).all(|pair| pair[0].end() == pair[1].start()), "{}", sample.script);
            assert_eq!(visual.iter().map(|cluster| cluster.width).sum::<usize>() + usize::from(row.hyphen), row.width);
        }
    }
}
