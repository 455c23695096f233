//! What keys do: key strings in, what the reader then sees out.

use std::fs;

use epitome::tui::input::Input;
use epitome::tui::msg::Msg;
use epitome::tui::theme::Ground;

use crate::driver::{Driver, briefs};

/// Types `keys` on the project's briefs at 120x40 and returns the player.
fn played(keys: &str) -> Driver {
    let mut driver = Driver::open(&briefs(), (120, 40));
    driver.keys(keys);
    driver
}

#[test]
fn keys_lead_where_the_table_says() {
    for (keys, foot) in [
        ("", "1/7"),
        ("j", "2/7"),
        ("jjjk", "3/7"),
        ("3j", "4/7"),
        ("G", "7/7"),
        ("Ggg", "1/7"),
        ("5G", "5/7"),
        ("3gg", "3/7"),
        ("99j", "7/7"),
        ("2<esc>j", "2/7"),
        ("<down><down><up>", "2/7"),
        ("<C-d>", "4/7"),
        ("<enter>", "summary · brief 1/7"),
        ("<enter>j", "claim 1/9 · brief 1/7"),
        ("<enter>4j", "claim 4/9 · brief 1/7"),
        ("<enter>G", "claim 9/9 · brief 1/7"),
        ("<enter>3G", "claim 3/9 · brief 1/7"),
        ("<enter>Ggg", "summary · brief 1/7"),
        ("<enter>J", "summary · brief 2/7"),
        ("<enter>2J", "summary · brief 3/7"),
        ("<enter>JK", "summary · brief 1/7"),
        ("<enter>q", "1/7"),
        ("<enter><esc>", "1/7"),
        ("<enter>jgh", "1/7"),
        ("<enter>3j<enter>", "claim 3 · 68%"),
        ("<enter>3j<enter>q", "claim 3/9 · brief 1/7"),
        ("<enter>3j<enter><enter>", "claim 3/9 · brief 1/7"),
        ("<enter>jga", "claim 1 ·"),
        ("<space><space>c", "A summary"),
        ("<space><space>cj", "A row 1/"),
        ("<space><space>c<tab>2j", "B row 2/"),
        ("<space><space>c<tab>2jx", "A row "),
        ("<space><space>c<tab><enter>", "summary · brief 2/7"),
        ("cjc", "A summary"),
        ("<enter>cJc", "A summary"),
        ("?", "%"),
        ("?q", "1/7"),
    ] {
        let driver = played(keys);
        assert!(driver.foot().contains(foot), "{keys}: {:?} has no {foot:?}", driver.foot());
        assert_eq!(driver.ended, None, "{keys}");
    }
}

#[test]
fn jumps_are_taken_back_and_forward() {
    for (keys, foot) in [
        ("<enter>3j<enter><C-o>", "claim 3/9"),
        ("<enter>3j<enter><C-o><C-o>", "1/7"),
        ("<enter>3j<enter><C-o><C-o><C-n>", "claim 3/9"),
        ("<enter>3j<enter>2<C-o>2<C-n>", "claim 3 ·"),
        ("G<C-o>", "1/7"),
        ("<C-o>", "No jump before this one."),
        ("<C-n>", "No jump after this one."),
    ] {
        assert!(played(keys).foot().contains(foot), "{keys}: {:?}", played(keys).foot());
    }
}

#[test]
fn the_program_ends_only_where_it_says() {
    for (keys, ended) in [
        ("q", Some(0)),
        ("Q", Some(0)),
        ("<C-c>", Some(0)),
        ("<enter>jQ", Some(0)),
        ("<enter>q", None),
        ("<enter>qq", Some(0)),
        ("<esc><esc><esc>", None),
        ("gq", None),
        ("3<esc>", None),
    ] {
        assert_eq!(played(keys).ended, ended, "{keys}");
    }
}

#[test]
fn an_unknown_key_is_named_and_does_nothing() {
    assert!(played("Z").foot().contains("Z does nothing here; ? shows the keys"));
    assert!(played("gz").foot().contains("gz does nothing here"));
    assert!(played("Zj").foot().contains("2/7"));
}

#[test]
fn a_claim_leads_to_its_passage_and_back() {
    let mut driver = played("<enter>2j");
    let screen = driver.screen();
    assert!(screen.contains("¶ 3 of 12 · passage 1 of 2") && screen.contains("exact ✓"), "{screen}");
    driver.keys("]p");
    assert!(driver.screen().contains("passage 2 of 2"));
    driver.keys("[p<enter>");
    assert!(driver.screen().contains("There were 221 passengers aboard the Marram, according"), "{}", driver.screen());
    driver.keys("]p");
    assert!(driver.foot().contains("claim"), "{}", driver.foot());
    driver.keys("<enter>");
    assert!(driver.foot().contains("/9 · brief 1/7"), "{}", driver.foot());
}

#[test]
fn a_brief_whose_article_is_not_here_says_how_to_attach_it() {
    let screen = played("4j<enter>j<tab>").screen();
    assert!(screen.contains("The article is not here"), "{screen}");
    assert!(screen.contains("epitome attach krieg-2014-iraqi-army FILE"), "{screen}");
}

#[test]
fn the_place_survives_every_resize() {
    for keys in ["<enter>7j", "<enter>7j<enter>", "<enter>5j<tab>", "<space><space>c6j"] {
        let mut driver = played(keys);
        let (screen, foot) = (driver.screen(), driver.foot());
        let place = foot.split("  ").last().unwrap().trim().to_owned();
        for size in [(60, 16), (80, 24), (40, 12), (0, 0), (200, 50), (120, 40)] {
            driver.resize(size.0, size.1);
        }
        assert!(driver.foot().contains(&place), "{keys}: {foot:?} became {:?}", driver.foot());
        assert_eq!(driver.screen(), screen, "{keys}");
    }
}

#[test]
fn the_selected_claim_is_always_in_view() {
    for size in [(40, 12), (60, 16), (80, 24), (120, 40)] {
        let mut driver = Driver::open(&briefs(), size);
        driver.keys("<enter>");
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..200 {
            driver.keys("j");
            let bars = driver.screen().lines().filter(|line| line.starts_with('▌')).count();
            assert!(bars > 0, "{size:?}:\n{}", driver.screen());
            seen.insert(driver.foot().split("claim ").nth(1).unwrap_or_default().split('/').next().unwrap().to_owned());
        }
        assert!((1..=9).all(|n| seen.contains(&n.to_string())), "{size:?}: {seen:?}");
    }
}

#[test]
fn one_brief_opens_by_itself() {
    let mut driver = Driver::open(&briefs().join("harbourpost-2031-ferry.yaml"), (80, 24));
    assert!(driver.screen().contains("Ferry runs aground off Brannock Point"));
    driver.keys("q");
    assert_eq!(driver.ended, Some(0));
}

#[test]
fn an_empty_library_is_a_friendly_one() {
    let folder = std::env::temp_dir().join(format!("epitome-empty-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let mut driver = Driver::open(&folder, (80, 24));
    assert!(driver.screen().contains("No briefs here yet."), "{}", driver.screen());
    for keys in ["<enter>", "<space>", "c", "ga", "<tab>", "j", "G", "s", "J"] {
        driver.keys(keys);
        assert_eq!(driver.ended, None, "{keys}");
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_bad_file_is_one_line_and_the_rest_opens() {
    let folder = std::env::temp_dir().join(format!("epitome-bad-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::copy(briefs().join("harbourpost-2031-ferry.yaml"), folder.join("good.yaml")).unwrap();
    fs::write(folder.join("bad.yaml"), "title: [never closed\n").unwrap();
    fs::write(folder.join("escape.yaml"), b"title: \xff\x1b[31m\n").unwrap();
    fs::create_dir_all(folder.join("folder.yaml")).unwrap();
    let mut driver = Driver::open(&folder, (120, 30));
    let screen = driver.screen();
    assert!(screen.contains("Ferry runs aground") && screen.contains("bad: cannot read: "), "{screen}");
    assert!(screen.contains("1 brief · 1 unread · 9 claims") && screen.contains("unreadable"), "{screen}");
    driver.keys("j<enter>");
    assert!(driver.foot().contains("cannot be read as a brief"), "{}", driver.foot());
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn nothing_of_a_brief_reaches_the_screen_as_a_control() {
    let folder = std::env::temp_dir().join(format!("epitome-control-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let brief = fs::read_to_string(briefs().join("harbourpost-2031-ferry.yaml")).unwrap();
    let evil = "\\e[31m\\u009b2J\\u202eabc\\U000E0041\\u2028\\r\\x07\\x7f";
    let title = brief.lines().find(|line| line.starts_with("title:")).unwrap();
    let brief = brief.replacen(title, &format!("title: \"Evil {evil}\""), 1);
    let claim = brief.lines().find(|line| line.trim_start().starts_with("claim:")).unwrap();
    let brief = brief.replacen(claim, &format!("    claim: \"A claim {evil}\""), 1);
    fs::write(folder.join("evil.yaml"), brief).unwrap();
    for keys in ["", "<enter>", "<enter>j", "<enter>j<tab>", "<enter>ga", "cj", "<space>"] {
        let mut driver = Driver::open(&folder, (100, 30));
        driver.keys(keys);
        for cell in &driver.buffer().content {
            let bad =
                cell.symbol().chars().find(|&c| c == '\n' || c == '\t' || epitome::text::safe::stand_in(c).is_some());
            assert_eq!(bad, None, "{keys}: {:?}", cell.symbol());
        }
        assert!(
            keys.contains("ga") || keys.contains("<tab>") || driver.screen().contains('␛'),
            "{keys}: {}",
            driver.screen()
        );
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_ground_follows_what_the_terminal_answers() {
    let mut driver = played("");
    driver.take_in(Msg::Input(Input::Background(255, 255, 250)));
    assert_eq!(driver.model.theme.ground, Ground::Light);
}

#[test]
fn a_stale_answer_changes_nothing() {
    let mut driver = played("");
    driver.take_in(Msg::Catalogue(epitome::tui::msg::Generation(99), Vec::new(), true));
    assert!(driver.foot().contains("1/7"));
}

#[test]
fn what_is_looked_for_is_found_as_it_is_typed() {
    for (keys, foot) in [
        ("/ferry", "1/2"),
        ("/mosul<enter>", "/mosul 1/2 · 6/7"),
        ("/MOSUL<enter>", "No brief on the shelf has ‘MOSUL’, nor has"),
        ("/shia<esc>", "1/7"),
        ("<enter>/sandbank", "1/"),
        ("<enter>/sandbank<enter>n", "2/"),
        ("<enter>/sandbank<enter>N", "/sandbank"),
        ("<enter>/sandbank<enter>2n", "3/"),
        ("<enter>/loading sheet that sound line showed this newspaper<enter>", "1/1"),
        ("<enter>ga/loading sheet that sound line showed this newspaper<enter>", "1/1"),
        ("<enter>ga/zzz", "no match"),
        ("<enter>ga/zzz<enter>", "‘zzz’ is nowhere in this article."),
        ("<space><space>c/sounder<enter>", "/sounder 1/"),
        ("n", "Nothing was looked for yet"),
        ("<enter>/sandbank<enter><esc>j", "claim 1/9"),
        ("<enter>/sandbank<enter><C-o>", "summary"),
        ("?/shell<enter>", "/shell 1/"),
    ] {
        let driver = played(keys);
        assert!(driver.foot().contains(foot), "{keys}: {:?} has no {foot:?}", driver.foot());
    }
}

#[test]
fn a_match_in_the_brief_selects_its_claim_and_one_in_the_article_its_pane() {
    let mut driver = played("<enter>/recommendation");
    assert!(driver.screen().contains("no match"), "{}", driver.screen());
    driver.keys("<C-u>depth sounder<enter>");
    assert!(driver.foot().contains("claim") || driver.foot().contains("summary"), "{}", driver.foot());
    driver.keys("n");
    assert!(driver.foot().contains("claim 8/9"), "{}", driver.foot());
}

#[test]
fn the_palette_finds_a_command_by_its_name() {
    for (keys, foot) in [
        (":swap<enter>", "‘swap’ does nothing on this screen"),
        (":sort<enter>", "Sorted by added."),
        (":nxtbr<enter>", "No command is called"),
        ("<enter>:nextb<enter>", "brief 2/7"),
        (":<esc>", "1/7"),
        (":quit<C-u>last<enter>", "7/7"),
    ] {
        let driver = played(keys);
        assert!(driver.foot().contains(foot), "{keys}: {:?} has no {foot:?}", driver.foot());
    }
    let screen = played(":arti").screen();
    assert!(screen.contains("go-article") && screen.contains("ga"), "{screen}");
}

#[test]
fn what_was_said_can_be_read_again() {
    let screen = played("ssgm").screen();
    let (latest, earlier) = (screen.find("Sorted by title").unwrap(), screen.find("Sorted by added").unwrap());
    assert!(latest < earlier);
}

#[test]
fn the_shelf_says_what_it_is_sorted_by_at_every_width() {
    for size in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        let mut driver = Driver::open(&briefs(), size);
        for order in ["published ↓", "added ↓", "title ↑", "publisher ↑", "claims ↓", "unread ↑", "published ↓"]
        {
            for keys in ["", "fmosul<enter>", "G", "<esc>", "s"] {
                let screen = driver.screen();
                let head = screen.lines().next().unwrap_or_default();
                assert!(head.ends_with(order), "{size:?} {keys}: {screen}");
                driver.keys(keys);
            }
        }
    }
}
