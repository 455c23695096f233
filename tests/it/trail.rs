//! A search on the shelf: which briefs it marks, and how one follows it through them and their articles.

use std::fs;
use std::path::PathBuf;

use crate::driver::Driver;

/// A library of its own, gone with it.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Four briefs, the newest first: a ferry in all of one, in the article of the second, in a claim of the fourth.
fn library(name: &str) -> Folder {
    let folder = std::env::temp_dir().join(format!("epitome-trail-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let brief = |title: &str, day: u8, summary: &str, claim: &str| {
        format!(
            "epitome: 1\ntitle: {title}\nsource: {{published: \"2031-05-{day:02}\"}}\nsummary: {summary}\nclaims:\n\
             - {{id: c1, claim: {claim}, evidence: []}}\n"
        )
    };
    let filler = "Gulls sat on the quay of Kerrick all day long.\n\n".repeat(30);
    for (id, brief, article) in [
        (
            "a",
            brief("Ferry aground", 9, "A ferry ran aground.", "Nobody was hurt."),
            Some(format!("The ferry lay on the bank.\n\n{filler}The Ferry was drawn off.\n")),
        ),
        (
            "b",
            brief("Harbour news", 8, "The quay is old.", "It was built in 1904."),
            Some(format!("The quay is old.\n\n{filler}A ferry calls on Fridays.\n")),
        ),
        ("c", brief("Lighthouse lit", 7, "The lamp burns.", "It burns."), Some("The lamp burns.\n".to_owned())),
        ("d", brief("Fares", 6, "Prices rise.", "The ferry costs 4 crowns."), None),
    ] {
        fs::write(folder.join(format!("{id}.yaml")), brief).unwrap();
        if let Some(article) = article {
            fs::write(folder.join(format!("{id}.txt")), article).unwrap();
        }
    }
    Folder(folder)
}

/// The titles of the rows that are marked.
fn marked(driver: &Driver) -> Vec<String> {
    let screen = driver.screen();
    let rows = screen.lines().filter_map(|line| line.starts_with('▪').then(|| line.split('│').next()).flatten());
    rows.filter_map(|row| ["Ferry", "Harbour", "Lighthouse", "Fares"].into_iter().find(|t| row.contains(t)))
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_search_on_the_shelf_marks_briefs_and_articles_that_have_it() {
    let folder = library("marks");
    for size in [(120, 40), (80, 24), (40, 12)] {
        let mut driver = Driver::open(&folder.0, size);
        // As it is typed, what briefs say; with enter, their articles too.
        assert_eq!(marked(driver.keys("/ferry")), ["Ferry", "Fares"], "{size:?}");
        assert_eq!(marked(driver.keys("<enter>")), ["Ferry", "Harbour", "Fares"], "{size:?}");
        assert!(driver.screen().contains("3 briefs or their articles"), "{}", driver.screen());
        assert!(driver.keys("n").foot().contains("/ferry 2/3"), "{}", driver.foot());
        // Sorted otherwise, the same briefs have it.
        let mut by_order = marked(driver.keys("sss"));
        by_order.sort();
        assert_eq!(by_order, ["Fares", "Ferry", "Harbour"], "{size:?}");
        assert!(driver.keys("<esc>").screen().lines().all(|line| !line.starts_with('▪')));
    }
    let mut driver = Driver::open(&folder.0, (80, 24));
    assert_eq!(marked(driver.keys("/Ferry<enter>")), ["Ferry"], "a capital counts");
    assert_eq!(marked(driver.keys("/calls on<enter>")), ["Harbour"]);
    assert!(driver.keys("n").foot().contains("2/4"), "one goes to what only an article has: {}", driver.foot());
    let screen = driver.keys("/zebra<enter>").screen();
    assert!(screen.contains("No brief on the shelf has ‘zebra’, nor has its article."), "{screen}");
}

#[test]
fn one_goes_from_hit_to_hit_through_the_library_without_typing_again() {
    let folder = library("hits");
    for size in [(120, 40), (80, 24), (40, 12)] {
        let mut driver = Driver::open(&folder.0, size);
        driver.keys("/ferry<enter><enter>");
        // Title, summary, and two places of the article.
        for n in 1..=4 {
            assert!(driver.foot().contains(&format!("/ferry {n}/4")), "{size:?} {n}: {}", driver.screen());
            driver.keys("n");
        }
        let screen = driver.screen();
        assert!(screen.contains("A ferry calls on Fridays."), "{size:?}: {screen}");
        assert!(screen.contains("‘ferry’ in the next brief, 2 of 3."), "{size:?}: {screen}");
        let screen = driver.keys("n").screen();
        assert!(screen.contains("The ferry costs 4 crowns."), "{size:?}: {screen}");
        let screen = driver.keys("n").screen();
        assert!(screen.contains("Ferry aground"), "round the end: {screen}");
        let screen = driver.keys("NN").screen();
        assert!(screen.contains("A ferry calls on Fridays."), "{size:?}: {screen}");
        let screen = driver.keys("N").screen();
        assert!(screen.contains("The Ferry was drawn off."), "{size:?}: {screen}");
        assert!(driver.keys("<C-o>").screen().contains("A ferry calls on Fridays."), "back in the jumps");
    }
}

#[test]
fn a_search_of_one_brief_stays_in_it() {
    let folder = library("one");
    let mut driver = Driver::open(&folder.0, (120, 40));
    driver.keys("/ferry<enter><enter>/bank<enter>nn");
    assert!(driver.screen().contains("Ferry aground") && driver.foot().contains("/bank 1/1"), "{}", driver.screen());
    // What nobody searched the shelf for does not open briefs at it.
    let mut driver = Driver::open(&folder.0, (120, 40));
    assert!(!driver.keys("/ferry<enter>jj<enter>").foot().contains("/ferry"), "{}", driver.foot());
    assert!(driver.keys("n").screen().contains("‘ferry’ is nowhere in this brief"), "{}", driver.screen());
    // From a brief one goes back to the shelf, and on from there.
    let mut driver = Driver::open(&folder.0, (120, 40));
    driver.keys("/ferry<enter><enter>q");
    assert_eq!(marked(driver.keys("n")), ["Ferry", "Harbour", "Fares"]);
}
