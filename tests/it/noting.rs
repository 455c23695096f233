//! The page on which a note is written: what it is on stays in view, and words of any script stand as they are read.

use epitome::brief::study::Target;
use epitome::tui::theme::{Depth, Theme};
use epitome::tui::writing::Writing;

use crate::driver::{Copied, Driver, briefs};

#[test]
fn the_claim_one_writes_about_stays_above_the_page() {
    let copied = Copied::new("above");
    for size in [(60, 20), (80, 24), (120, 40), (120, 24)] {
        for claim in 1..=9 {
            let mut driver = Driver::open(&copied.0.join("harbourpost-2031-ferry.yaml"), size);
            driver.keys(&format!("{claim}G"));
            let before = driver.screen();
            driver.keys("a");
            let screen = driver.screen();
            let page = screen.lines().position(|line| line.contains(&format!("Note on claim {claim}"))).unwrap();
            let begins = format!("▌{claim:>2}  ");
            let at = screen.lines().position(|line| line.starts_with(&begins));
            assert!(at.is_some_and(|at| at < page), "{size:?} {claim}:\n{screen}");
            driver.keys("<C-c>");
            assert_eq!(driver.screen(), before, "{size:?} {claim}");
        }
    }
}

#[test]
fn a_note_in_hebrew_is_put_in_order_and_its_cursor_stands_where_one_types() {
    for (reorder, row) in [(true, "בג abc אב"), (false, "אב abc גב")] {
        let theme = Theme { depth: Depth::True, reorder, ..Theme::default() };
        let mut driver = Driver::with(&briefs(), (80, 24), theme);
        driver.keys("<enter>ja").keys("אב abc גב");
        let screen = driver.screen();
        let line = screen.lines().find(|line| line.contains("abc") && line.contains('א')).unwrap_or_default();
        let expected: String = if reorder { row.chars().collect() } else { row.to_owned() };
        assert!(line.trim() == expected || reorder && line.contains("בג abc בא"), "{reorder}: {line:?}");
    }
}

#[test]
fn a_long_note_that_an_editor_wrote_is_kept_whole() {
    let copied = Copied::new("long-note");
    let mut driver = Driver::open(&copied.0.join("harbourpost-2031-ferry.yaml"), (80, 24));
    let mut writing = Writing::new("harbourpost-2031-ferry", Target::Brief, "the brief".to_owned());
    let long = "word ".repeat(20_000).trim().to_owned();
    writing.edit = epitome::tui::edit::Edit::page(&long);
    driver.model.writing = Some(writing);
    driver.keys("<esc>");
    driver.keys("a").keys("<esc>");
    assert_eq!(copied.file("harbourpost-2031-ferry.study.yaml").matches("word").count(), 20_000);
}
