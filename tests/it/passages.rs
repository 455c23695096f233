//! What a reader sees of passages: their claims' numbers and the reader's own signs in the margin, what became of them in
//! whole sentences, and the words a brief quotes where its article is not here.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use epitome::tui::theme::{Depth, Theme};

use crate::driver::Driver;

const ARTICLE: &str =
    "The ferry sailed at dawn with 212 aboard. No fuel leaked.\n\nNobody was hurt. Nobody was hurt.\n";

/// A library of one brief, gone with its test.
struct Folder(PathBuf);

impl Folder {
    fn new(evidence: &[&str], article: Option<&str>) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("epitome-passages-{}-{n}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let mut brief = "epitome: 1\ntitle: Ferry\nsummary: It sailed.\nclaims:\n".to_owned();
        for (i, evidence) in evidence.iter().enumerate() {
            let id = i + 1;
            brief.push_str(&format!("  - {{id: c{id}, claim: \"Claim {id}.\", kind: fact, evidence: [{evidence}]}}\n"));
        }
        fs::write(folder.join("ferry.yaml"), brief).unwrap();
        if let Some(article) = article {
            fs::write(folder.join("ferry.txt"), article).unwrap();
        }
        Self(folder)
    }

    fn played(&self, size: (u16, u16), theme: Theme, keys: &str) -> Driver {
        let mut driver = Driver::with(&self.0, size, theme);
        driver.keys(keys);
        driver
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The words of a screen's right half, as one line.
fn right(driver: &Driver) -> String {
    let half = |line: &str| line.split_once('│').map(|(_, right)| right.to_owned()).unwrap_or_default();
    let words = driver.screen().lines().map(half).collect::<Vec<_>>().join(" ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a screen, as one line.
fn words(driver: &Driver) -> String {
    driver.screen().split_whitespace().collect::<Vec<_>>().join(" ")
}

const SAILED: &str = "{paragraph: 1, quote: \"The ferry sailed at dawn with 212 aboard.\"}";
const DIGEST: &str = "{paragraph: 1, digest: \"00000000000000000000000000000000\", length: 30}";

#[test]
fn what_became_of_a_passage_is_said_in_a_whole_sentence() {
    for (evidence, sentence) in [
        ("{paragraph: 1, quote: \"Nobody sailed.\"}", "Do not rely on this claim before you have checked it."),
        ("{paragraph: 1, quote: \"Nobody was hurt.\"}", "at several places, and nothing tells which is meant."),
        ("{paragraph: 2, span: [0, 15], quote: \"No fuel leaked.\"}", "at another place than the brief says."),
        ("{paragraph: 1, quote: \"The fer-ry sailed\"}", "with other spacing, hyphens or quotation marks."),
    ] {
        let folder = Folder::new(&[evidence], Some(ARTICLE));
        for size in [(100, 24), (120, 40)] {
            let shown = right(&folder.played(size, Theme::default(), "<enter>j"));
            assert!(shown.contains(sentence), "{evidence} at {size:?}: {shown}");
        }
        let narrow = folder.played((60, 24), Theme::default(), "<enter>j").screen();
        let narrow = narrow.replace('▌', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(narrow.contains(sentence), "{evidence}: {narrow}");
    }
}

#[test]
fn without_its_article_a_brief_shows_what_it_has() {
    for (evidence, says, quotes) in [
        (&[SAILED][..], "Its claims quote their passages.", true),
        (&[DIGEST], "Its claims carry a fingerprint of each passage, not its words.", false),
        (&[SAILED, DIGEST], "Its claims quote their passages, or carry a fingerprint of them.", true),
    ] {
        let folder = Folder::new(evidence, None);
        for size in [(200, 60), (120, 40), (80, 24)] {
            let mut driver = folder.played(size, Theme::default(), "<enter>j");
            let shown = words(&driver);
            // The claims have the whole screen, what they quote stands beneath the one that is selected, and that the
            // article is not here is said once.
            assert!(!shown.contains('│') && shown.contains("The article is not here; @ attaches it"), "{shown}");
            assert_eq!(shown.matches("not here").count(), 1, "{shown}");
            assert_eq!(shown.contains("The ferry sailed at dawn with 212 aboard."), quotes, "{shown}");
            let foot = driver.foot();
            assert!(!foot.contains("article") && !foot.contains("passage") && !foot.contains("select"), "{foot}");
            for keys in ["v", "<enter>", "]p", "ga", "]u"] {
                driver.keys(keys);
                assert!(
                    words(&driver).contains("`epitome attach ferry FILE` brings it"),
                    "{keys}: {}",
                    driver.screen()
                );
                assert!(driver.keys("kj").foot().contains("claim 1"), "{keys}: {}", driver.foot());
            }
            let shown = words(driver.keys("<tab>"));
            assert!(shown.contains(says), "{shown}");
        }
    }
}

#[test]
fn the_title_stands_above_the_brief_once_it_has_scrolled_away() {
    let folder = Folder::new(&[SAILED; 30], Some(ARTICLE));
    let head = |driver: &Driver| driver.screen().lines().next().unwrap_or_default().to_owned();
    for size in [(200, 60), (120, 40), (100, 30), (80, 24)] {
        let mut driver = folder.played(size, Theme::default(), "<enter>j");
        assert!(!head(&driver).contains("Ferry"), "{size:?}: {}", driver.screen());
        driver.keys("G");
        assert!(head(&driver).contains("Ferry"), "{size:?}: {}", driver.screen());
        assert!(!driver.foot().contains("Ferry"), "{size:?}: {}", driver.foot());
        assert!(!head(driver.keys("z")).contains("Ferry"), "{size:?}: {}", driver.screen());
        assert!(!head(driver.keys("zgg")).contains("Ferry"), "{size:?}: {}", driver.screen());
    }
    // A screen that has no line for it says it at the bottom.
    assert!(folder.played((240, 16), Theme::default(), "<enter>G").foot().contains("Ferry"));
}

#[test]
fn the_command_that_attaches_an_article_is_never_broken_within_a_word() {
    for columns in 100..150 {
        let mut driver = Folder::new(&[SAILED], None).played((columns, 40), Theme::default(), "");
        driver.model.desk.elsewhere = true;
        driver.model.desk.folder = PathBuf::from("/srv/briefs");
        let shown = words(driver.keys("<enter>j<tab>"));
        assert!(shown.contains("epitome attach ferry FILE --library /srv/briefs"), "{columns}: {shown}");
    }
}

#[test]
fn every_claim_and_what_the_reader_added_stand_in_the_margin() {
    let fuel = "{paragraph: 1, quote: \"No fuel leaked.\"}";
    let folder = Folder::new(&[SAILED, fuel, SAILED, fuel, fuel], Some(ARTICLE));
    for (theme, highlight, note) in [
        (Theme { depth: Depth::True, ..Theme::default() }, "┃", "†"),
        (Theme { depth: Depth::None, ascii: true, ..Theme::default() }, "h", "n"),
    ] {
        let _ = fs::remove_file(folder.0.join("ferry.study.yaml"));
        let mut driver = folder.played((60, 24), theme, "<enter>ga");
        let row = |driver: &Driver, words: &str| {
            driver.screen().lines().find(|line| line.contains(words)).unwrap_or_default().to_owned()
        };
        assert!(row(&driver, "The ferry").contains("1,3"), "{}", driver.screen());
        driver.keys("vsH");
        assert!(row(&driver, "The ferry").contains(&format!("1,3{highlight} The ferry")), "{}", driver.screen());
        let all = driver.screen();
        assert!(["2,4", " 5"].iter().all(|numbers| all.contains(numbers)), "{all}");
        driver.keys("vsaMine<esc>");
        assert!(row(&driver, "The ferry").contains(&format!("1,3{note} The ferry")), "{}", driver.screen());
        driver.keys("q");
        assert!(row(&driver, "Claim 1.").contains(&format!("1{note}")), "{}", driver.screen());
    }
}

#[test]
fn what_stands_behind_claims_stands_in_columns() {
    // What a claim says stands in its passage: else it would say so behind its sign.
    let article = "Claim 1. Claim 2.\n\nNobody was hurt.\n";
    let claims = [1, 2].map(|n| format!("{{paragraph: 1, quote: \"Claim {n}.\"}}"));
    let folder = Folder::new(&[&claims[0], &claims[1], DIGEST], Some(article));
    for size in [(40, 24), (60, 24), (80, 24), (120, 40), (200, 50)] {
        let screen = folder.played(size, Theme::default(), "<enter>").screen();
        let rows = screen.lines().filter(|line| line.contains("Claim ") && line.contains("fact"));
        let at = |line: &str| line.chars().position(|c| matches!(c, '✓' | '✗')).unwrap_or_else(|| panic!("{screen}"));
        let columns: Vec<usize> = rows.map(at).collect();
        assert!(columns.len() == 3 && columns.windows(2).all(|pair| pair[0] == pair[1]), "{size:?}: {screen}");
    }
}
