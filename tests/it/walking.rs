//! To and fro between screens and through them: where one comes back to, what a screen further is, what a search takes
//! along.

use crate::driver::{Copied, Driver, briefs};

/// Types `keys` on the project's briefs on a screen of that size.
fn played(size: (u16, u16), keys: &str) -> Driver {
    let mut driver = Driver::open(&briefs(), size);
    driver.keys(keys);
    driver
}

#[test]
fn between_a_brief_and_its_article_one_comes_back_to_the_screen_beneath() {
    for (keys, depth, foot) in [
        ("<enter>3j<enter>", 3, "claim 3 ·"),
        ("<enter>3j<enter><enter>", 2, "claim 3/9"),
        ("<enter>3j<enter>]p<enter>", 2, "claim 6/9"),
        ("<enter>3j<enter><enter>j<enter><enter>j<enter><enter>", 2, "claim 5/9"),
        ("<enter>3j<enter><enter>qq", 1, "1/7"),
        ("<enter>3j<enter><enter><enter>q", 2, "claim 3/9"),
        // From an article that was opened first, its brief lies on top.
        ("ga]p<enter>", 3, "claim 1/9"),
        ("ga]p<enter>j<enter>", 2, "claim 2 ·"),
        ("ga]p<enter>jv", 2, "selecting by word"),
        ("ga]p<enter>j]u", 2, "Uncovered 1 of"),
        // Another brief's article leads to that brief.
        ("<enter>3jgaJ]p<enter>", 4, "brief 2/7"),
        // The jumps are kept.
        ("<enter>3j<enter><enter><C-o>", 3, "claim 3 ·"),
        ("<enter>3j<enter><enter><C-o><C-n>", 2, "claim 3/9"),
        ("<enter>3j<enter><enter><C-o><C-o>", 2, "claim 3/9"),
    ] {
        let driver = played((120, 40), keys);
        assert!(driver.foot().contains(foot), "{keys}: {:?} has no {foot:?}", driver.foot());
        assert_eq!(driver.model.screens.len(), depth, "{keys}");
    }
}

#[test]
fn a_match_takes_the_cursor_along_on_every_screen() {
    for size in [(60, 20), (80, 24), (99, 30), (100, 30), (120, 40)] {
        let mut driver = played(size, "<enter>j/depth sounder<enter>");
        let count = driver.foot().split_once("1/").unwrap().1.split(' ').next().unwrap().to_owned();
        driver.keys("n");
        assert!(driver.foot().contains("claim 8/9"), "{size:?}: {}", driver.foot());
        assert!(driver.foot().contains(&format!("/depth sounder 2/{count}")), "{size:?}: {}", driver.foot());
        assert!(
            driver.screen().lines().any(|line| line.trim_start().starts_with('▌')),
            "{size:?}:\n{}",
            driver.screen()
        );
        driver.keys("a");
        assert!(driver.screen().contains("on claim 8"), "{size:?}:\n{}", driver.screen());
    }
}

#[test]
fn how_many_matches_there_are_does_not_change_with_the_claim() {
    let mut driver = played((80, 24), "<enter>/sandbank<enter><C-o>");
    let count = |driver: &Driver| driver.model.find.as_ref().map(|find| find.hits.len());
    let counted = count(&driver);
    for _ in 0..9 {
        driver.keys("j");
        assert_eq!(count(&driver), counted, "{}", driver.foot());
    }
}

#[test]
fn a_screen_further_is_more_than_half_a_screen_and_passes_nothing_over() {
    for size in [(60, 20), (80, 24), (99, 30), (80, 50)] {
        let presses = |key: &str| {
            let mut driver = played(size, "<enter>");
            let presses = (1..60).find(|_| driver.keys(key).foot().contains("claim 9/9"));
            presses.unwrap_or_else(|| panic!("{key} at {size:?} stays at {}", driver.foot()))
        };
        let (page, half, line) = (presses("<C-f>"), presses("<C-d>"), presses("j"));
        assert!(page < line && (page < half || half == 1), "{size:?}: {page} {half} {line}");
        assert_eq!((presses(" "), presses("<pgdn>")), (page, page), "{size:?}");

        // Whatever stands on one screen and is not passed stands on the next.
        let mut driver = played(size, "<enter>");
        let mut seen = String::new();
        for _ in 0..page {
            seen.push_str(&driver.screen());
            driver.keys("<C-f>");
        }
        seen.push_str(&driver.screen());
        let missed: Vec<usize> = (1..10).filter(|n| !seen.contains(&format!(" {n}  "))).collect();
        assert!(missed.is_empty(), "{size:?}: claims {missed:?} were never seen");

        let back = (1..60).find(|_| driver.keys("<C-b>").foot().contains("summary"));
        assert!(back.is_some_and(|back| back <= page + 2), "{size:?}: {back:?}, {page}");
    }
}

#[test]
fn the_evidence_says_which_paragraphs_are_seen_when_the_passage_is_not() {
    let mut driver = played((60, 20), "<enter>1G<tab>");
    assert!(driver.screen().contains("¶ 2 of 12"), "{}", driver.screen());
    driver.keys("<C-f><C-f>");
    let head = driver.screen().lines().next().unwrap_or_default().to_owned();
    assert!(head.contains(" of 12 · passage in ¶ 2") && !head.contains("¶ 2 of"), "{head}");
    driver.keys("gg");
    assert!(driver.screen().contains("¶ 2 of 12 · passage 1 of 2"), "{}", driver.screen());
}

#[test]
fn a_search_ends_with_its_screen() {
    for (keys, goes_on) in [
        ("<enter>/sandbank<enter>", true),
        ("<enter>/sandbank<enter>jj<C-f>", true),
        ("<enter>/sandbank<enter>q", false),
        ("<enter>/sandbank<enter>J", false),
        ("<enter>ga/sandbank<enter>q", false),
        ("<enter>ga/sandbank<enter>gh", false),
        ("<enter>/sandbank<enter>?", false),
        ("<enter>/brannock<enter>qn", true),
        ("<enter>/sandbank<enter>jgan", true),
    ] {
        let driver = played((120, 40), keys);
        assert_eq!(
            (driver.foot().contains("/sandbank") || driver.foot().contains("/brannock")),
            goes_on,
            "{keys}: {}",
            driver.foot()
        );
        assert_eq!(driver.model.find.is_some(), goes_on, "{keys}");
    }
}

#[test]
fn what_is_selected_looks_like_nothing_else() {
    let mut driver = played((120, 40), "<enter>ga/ferry<enter>");
    let reversed = |driver: &Driver| {
        let cells = driver.buffer().content;
        let reversed = cells.iter().filter(|cell| cell.modifier.contains(ratatui::style::Modifier::REVERSED));
        reversed.map(|cell| cell.symbol().to_owned()).collect::<String>()
    };
    assert_eq!(reversed(&driver).to_lowercase(), "ferry");
    driver.keys("v");
    assert!(!reversed(&driver).to_lowercase().contains("ferry"), "{}", reversed(&driver));
    driver.keys("s/Point<enter>");
    assert!(reversed(&driver).ends_with('.'), "{}", reversed(&driver));
}

#[test]
fn nothing_but_the_text_is_that_in_the_reader_too() {
    for size in [(80, 24), (120, 40)] {
        for screen in ["<enter>j", "<enter>ga"] {
            let mut driver = played(size, screen);
            let before = driver.screen();
            driver.keys("z");
            assert!(driver.foot().contains("z shows everything again"), "{screen}: {}", driver.foot());
            driver.keys("<C-l>");
            let bare = driver.screen();
            assert!(!bare.contains('│') && !bare.contains('─') && !bare.contains("keys"), "{bare}");
            assert!(bare.contains("ferry"), "{bare}");
            assert_eq!(driver.keys("z").screen(), before);
        }
    }
}

#[test]
fn help_is_paged_as_everything_is() {
    let mut driver = played((80, 24), "<enter>?");
    assert!(driver.foot().contains("space page"), "{}", driver.foot());
    let first = driver.screen();
    driver.keys(" ");
    assert!(driver.screen() != first && !driver.foot().contains("does nothing"), "{}", driver.screen());
}

#[test]
fn the_shelf_knows_at_once_what_was_changed_in_a_brief() {
    let copied = Copied::new("shelf-knows");
    let mut driver = copied.played("<enter>Mq");
    assert!(driver.screen().contains("1 draft"), "{}", driver.screen());
    driver.keys("<enter>3jXq");
    assert!(driver.screen().contains("17 claims"), "{}", driver.screen());
    driver.keys("<enter>M3jAuuqfis:draft<enter>");
    assert!(driver.screen().contains("1 of 2 briefs") || driver.screen().contains("No brief"), "{}", driver.screen());
    driver.keys("<esc><enter>uq");
    assert!(driver.screen().contains("claims"), "{}", driver.screen());
}

#[test]
fn sorting_takes_the_cursor_along() {
    let mut driver = played((200, 50), "2j");
    let selected = |driver: &Driver| {
        let screen = driver.screen();
        screen.lines().any(|line| line.trim_start().starts_with('▌') && line.contains("2021-01-28  ISIS Bombings"))
    };
    assert!(selected(&driver), "{}", driver.screen());
    for _ in 0..6 {
        driver.keys("s");
        assert!(selected(&driver), "{}", driver.screen());
    }
}

#[test]
fn a_draft_has_its_sign_on_the_shelf() {
    let copied = Copied::new("walked-sign");
    let mut driver = copied.played("<enter>Mq");
    let row = |driver: &Driver| driver.screen().lines().nth(2).unwrap_or_default().chars().take(6).collect::<String>();
    assert_eq!(row(&driver), " ▌ ◦ 2");
    driver.keys("*");
    assert_eq!(row(&driver), " ▌◦★ 2");
    driver.keys("*<enter>Mq");
    assert_eq!(row(&driver), " ▌   2");
}

#[test]
fn the_footer_names_what_its_screen_has() {
    for (size, keys, shown) in [
        ((160, 40), "<enter>j", &["enter article", "space page", "q back", "]p passage"][..]),
        ((160, 40), "<enter>ga", &["enter claim", "]p passage", "]u uncovered", "q back"]),
        ((100, 30), "<enter>ga", &["enter claim", "]p passage", "q back"]),
        ((160, 40), "<enter>gav", &["l on", "h back", "esc let go", "a note", "H highlight"]),
        ((80, 24), "<enter>", &["enter article", "q back"]),
        ((120, 40), "f", &["esc back", "tab complete"]),
        ((120, 40), "/", &["enter do it", "esc back"]),
        ((120, 40), "<enter>gn", &["down next", "up before"]),
    ] {
        let foot = played(size, keys).foot();
        for hint in shown {
            assert!(foot.contains(hint), "{keys} at {size:?}: no {hint:?} in {foot:?}");
        }
    }
}

#[test]
fn tab_completes_a_term_of_the_filter() {
    for (typed, foot) in [
        ("fis:un<tab>", "filter is:unread"),
        ("fis:un<tab><enter>", "filter is:unread"),
        ("fferry is:dr<tab>", "filter ferry is:draft"),
        ("fi<tab>", "filter is:"),
    ] {
        let driver = played((120, 40), typed);
        assert!(driver.foot().contains(foot), "{typed}: {}", driver.foot());
    }
    let screen = played((120, 40), "fis:<tab>").screen();
    assert!(screen.contains("is:unread") && screen.contains("is:starred"), "{screen}");
}

#[test]
fn a_note_on_a_row_of_a_comparison_leaves_the_row_in_view() {
    for size in [(80, 24), (120, 30)] {
        let mut driver = played(size, "<space><space>c");
        for row in 1..9 {
            driver.keys("j");
            let number = |driver: &Driver| driver.screen().lines().any(|line| line.contains('▌'));
            assert!(number(&driver), "{size:?} row {row}:\n{}", driver.screen());
            let before = driver.screen();
            driver.keys("a");
            let foot_keys = driver.screen().lines().filter(|line| line.contains('▌')).count();
            if driver.model.writing.is_some() {
                assert!(foot_keys > 0, "{size:?} row {row}:\n{}", driver.screen());
                assert_eq!(driver.screen().lines().rev().position(|line| line.contains("Note on")), Some(4));
                driver.keys("<C-c>");
                assert_eq!(driver.screen(), before, "{size:?} row {row}");
            }
        }
    }
}

#[test]
fn the_page_of_a_note_grows_with_its_words() {
    let mut driver = played((80, 24), "<enter>ja");
    let page = |driver: &Driver| driver.screen().lines().rev().position(|line| line.contains("Note on"));
    assert_eq!(page(&driver), Some(4));
    driver.keys(&"many words ".repeat(40));
    assert!(page(&driver) > Some(6), "{}", driver.screen());
}

#[test]
fn a_list_shows_its_texts_whole_where_there_is_room() {
    let copied = Copied::new("list-whole");
    let long = "one word after the other ".repeat(14);
    let mut driver = copied.played(&format!("<enter>jaShort.<esc>ja{long}end.<esc>gn"));
    let screen = driver.screen();
    assert!(screen.contains("end."), "{screen}");
    let lines: Vec<&str> = screen.lines().collect();
    let short = lines.iter().position(|line| line.contains("Short.")).unwrap();
    let next = lines.iter().position(|line| line.contains("one word after")).unwrap();
    assert_eq!(next, short + 2, "{screen}");
    driver.resize(60, 12);
    driver.keys("<down>");
    assert!(driver.screen().lines().any(|line| line.contains('▌') && line.contains("one word")), "{}", driver.screen());
}

#[test]
fn the_shelf_shows_whole_what_it_has_room_for() {
    for (size, publishers) in
        [((160, 40), true), ((120, 40), true), ((80, 24), true), ((100, 40), true), ((40, 12), false)]
    {
        let screen = played(size, "").screen();
        let list: String = screen.lines().skip(2).map(|line| line.split('│').next().unwrap_or_default()).collect();
        assert_eq!(list.contains("Niqash"), publishers, "{size:?}:\n{screen}");
        assert!(!publishers || !list.contains('…'), "{size:?}:\n{screen}");
        assert!(publishers || list.contains("2031-05  Brannock ferry refloated"), "{size:?}:\n{screen}");
    }
}

#[test]
fn a_new_claim_is_where_one_then_is() {
    let copied = Copied::new("new-claim");
    let mut driver = copied.played("<enter>2jga]u]uvsC");
    assert!(driver.foot().contains("new claim 10"), "{}", driver.foot());
    driver.keys("<enter>");
    assert!(driver.foot().contains("claim 10/10"), "{}", driver.foot());
    let driver = copied.played("<enter>2jga]uvsCq");
    assert!(driver.foot().contains("claim 11/11"), "{}", driver.foot());
}

#[test]
fn the_keys_tell_what_stands_in_the_margin() {
    for keys in ["<enter>?", "<enter>ga?"] {
        let screen = played((80, 120), keys).screen();
        assert!(screen.contains("Claims 2 and 7 rest on"), "{screen}");
    }
}
