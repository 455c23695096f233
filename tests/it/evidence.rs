//! What the reader shows of evidence: the worst passage first, the words of one that is lost, every claim on the way down.

use std::fs;

use epitome::tui::screen::Screen;

use crate::driver::{Copied, Driver, briefs};

/// The sample pair, where a figure in the article is another than its brief quotes.
fn tampered(name: &str) -> Copied {
    let copied = Copied::new(name);
    let article = copied.file("harbourpost-2031-ferry.txt").replace("carried 212 passengers", "carried 213 passengers");
    fs::write(copied.0.join("harbourpost-2031-ferry.txt"), article).unwrap();
    copied
}

fn opened(copied: &Copied, size: (u16, u16), keys: &str) -> Driver {
    let mut driver = Driver::open(&copied.0.join("harbourpost-2031-ferry.yaml"), size);
    driver.keys(keys);
    driver
}

/// A screen's words, wherever its lines are broken.
fn words(screen: &str) -> String {
    screen.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ")
}

#[test]
fn the_worst_passage_of_a_claim_is_shown_first_and_the_others_are_reached_from_it() {
    let copied = tampered("worst");
    for (keys, shown, not) in [
        ("jj", "passage 1 of 2 missing ✗", "exact ✓"),
        ("jj", "Not found: “The Marram carried 212 passengers", "exact ✓"),
        ("jj", "v selects the right passage, r then anchors the claim to it; e edits the brief.", ""),
        ("jj]p", "passage 2 of 2 exact ✓", "Not found"),
        ("jj]p]p", "passage 1 of 2 missing ✗", "exact ✓"),
        ("jj[p", "passage 2 of 2 exact ✓", "Not found"),
    ] {
        let screen = opened(&copied, (120, 40), keys).screen();
        let right: String = screen.lines().map(|line| line.chars().skip(60).collect::<String>() + "\n").collect();
        assert!(words(&right).contains(shown), "{keys}: no {shown:?} in\n{screen}");
        assert!(not.is_empty() || !words(&right).contains(not), "{keys}: {not:?} in\n{screen}");
    }
}

#[test]
fn beside_another_briefs_passage_no_keys_are_named_that_do_nothing_there() {
    let copied = tampered("beside");
    let mut driver = copied.played("<space><space>c");
    let lost = |driver: &Driver| words(&driver.screen()).contains("Not found:");
    for _ in 0..20 {
        if lost(driver.keys("j<enter>")) {
            break;
        }
        driver.keys("q");
    }
    let screen = driver.screen();
    assert!(lost(&driver) && screen.contains("The passage does not stand in the article."), "{screen}");
    assert!(["v selects", "r then", "e edits"].iter().all(|advice| !words(&screen).contains(advice)), "{screen}");
}

#[test]
fn from_a_comparison_too_the_article_says_what_became_of_a_lost_passage() {
    let copied = tampered("compared");
    let mut driver = copied.played("<space><space>c");
    let said = "its passage is not found; the brief says paragraph 4.";
    let found = (0..20).any(|_| {
        let here = driver.keys("jga").foot().contains(said);
        driver.keys("q");
        let other = driver.keys("<tab>ga").foot().contains(said);
        driver.keys("q<tab>");
        here || other
    });
    assert!(found, "{said}: {}", driver.screen());
}

#[test]
fn a_lost_passage_leads_to_the_paragraph_where_it_was_looked_for_and_is_mended_there() {
    let copied = tampered("mended");
    let mut driver = opened(&copied, (120, 40), "jj<enter>");
    assert!(driver.screen().contains("carried 213 passengers"), "{}", driver.screen());
    assert!(
        driver.foot().contains("Claim 2: its passage is not found; the brief says paragraph 4."),
        "{}",
        driver.foot()
    );
    driver.keys("q").keys("vsrq");
    let screen = driver.screen();
    assert!(words(&screen).contains("figure ¶4+ ✓") && screen.contains("exact ✓"), "{screen}");
}

#[test]
fn a_lost_passages_paragraph_stands_below_some_of_what_is_before_it_and_is_where_selecting_begins() {
    let copied = tampered("context");
    for (size, keys) in [((80, 24), "<enter>"), ((100, 24), "ga"), ((120, 16), "<enter>"), ((60, 16), "ga")] {
        let mut driver = opened(&copied, size, "");
        while !matches!(driver.model.top(), Some(Screen::Reader(reader)) if reader.claim == Some(1)) {
            driver.keys("j");
        }
        let screen = driver.keys(keys).screen();
        let line = screen.lines().position(|line| line.contains("carried 213")).unwrap_or_else(|| panic!("{screen}"));
        assert!(line > 2, "{size:?}: {screen}");
        assert!(words(&screen).contains("Claim 2: its passage is not found"), "{size:?}: {screen}");
        driver.keys("vsy");
        let copied = format!("{:?}", driver.outside.last());
        assert!(copied.contains("carried 213 passengers"), "{size:?}: {copied}");
    }
    let found = opened(&copied, (80, 24), "j<enter>");
    assert!(!found.screen().contains("its passage"), "{}", found.screen());
}

#[test]
fn of_two_lost_passages_the_one_that_is_shown_is_mended() {
    let copied = tampered("two-lost");
    let article =
        copied.file("harbourpost-2031-ferry.txt").replace("a sandbank off Brannock", "a sandbank by Brannock");
    fs::write(copied.0.join("harbourpost-2031-ferry.txt"), article).unwrap();
    let mut driver = opened(&copied, (120, 40), "jj]p");
    assert!(words(&driver.screen()).contains("passage 2 of 2 missing ✗"), "{}", driver.screen());
    driver.keys("vsrq");
    for (keys, shown) in [("", "passage 2 of 2 exact ✓"), ("]p", "passage 1 of 2 missing ✗")] {
        let screen = driver.keys(keys).screen();
        assert!(words(&screen).contains(shown), "{keys}: {screen}");
    }
}

#[test]
fn on_a_narrow_screen_a_lost_passage_is_listed_with_its_words() {
    let copied = tampered("narrow");
    let screen = words(&opened(&copied, (80, 24), "jj").screen());
    for said in ["missing ✗", "Not found: ▌ “The Marram", "a sandbank off Brannock Point ▌ ¶ 1 exact ✓"] {
        let said = words(said);
        assert!(screen.replace("▌ ", "").contains(&said.replace("▌ ", "")), "no {said:?} in {screen}");
    }
}

#[test]
fn space_reads_on_from_screen_to_screen_and_stops_at_the_end() {
    for size in [(60, 16), (80, 24), (100, 30), (120, 40)] {
        let mut driver = Driver::open(&briefs(), size);
        driver.keys("<enter>");
        let claim = |driver: &Driver| -> usize {
            let foot = driver.foot();
            foot.split("claim ").nth(1).and_then(|rest| rest.split('/').next()?.parse().ok()).unwrap_or(0)
        };
        let mut seen = vec![claim(&driver)];
        for _ in 0..60 {
            driver.keys("<space>");
            seen.push(claim(&driver));
        }
        assert!(seen.is_sorted() && seen.last() == Some(&9), "{size:?}: {seen:?}");
        let end = driver.screen();
        assert_eq!(driver.keys("<space>").screen(), end, "{size:?}");
        for (keys, sorted) in [("<pgup>", true), ("<pgdn>", false)] {
            let mut seen = vec![claim(&driver)];
            for _ in 0..30 {
                driver.keys(keys);
                seen.push(claim(&driver));
            }
            let ends = if sorted { 0 } else { 9 };
            let monotone = if sorted { seen.iter().rev().is_sorted() } else { seen.is_sorted() };
            assert!(monotone && seen.last() == Some(&ends), "{size:?} {keys}: {seen:?}");
        }
    }
}

#[test]
fn the_summarys_evidence_is_shown_and_walked() {
    let copied = Copied::new("summary");
    let brief = copied.file("harbourpost-2031-ferry.yaml").replace(
        "summary_evidence: []",
        "summary_evidence:\n  - {paragraph: 1, quote: \"a sandbank off Brannock Point\"}\n  - {paragraph: 5, quote: \"no fuel leaked\"}",
    );
    fs::write(copied.0.join("harbourpost-2031-ferry.yaml"), brief).unwrap();
    for (keys, shown) in [
        ("", "¶ 1 of 11 · passage 1 of 2"),
        ("]p", "¶ 5 of 11 · passage 2 of 2"),
        ("]p]p", "¶ 1 of 11 · passage 1 of 2"),
        ("4j]p", "This claim has no other passage."),
    ] {
        let screen = opened(&copied, (120, 40), keys).screen();
        assert!(screen.contains(shown), "{keys}: no {shown:?} in\n{screen}");
    }
    let screen = opened(&Copied::new("summary-none"), (120, 40), "]p").screen();
    assert!(screen.contains("The summary names no passage."), "{screen}");
}
