//! Two briefs side by side: every claim in one row, level with its like; jumps, one class alone, swapping, corrections.

use epitome::analysis::compare::{Class, compare};
use epitome::tui::screen::aligned::class_sign;
use epitome::tui::screen::{Compare, Screen};
use epitome::tui::theme::{Depth, Theme};
use ratatui::style::Modifier;

use crate::driver::{Copied, Driver, briefs};

const STUDY: &str = "coastdaily-2031-ferry.study.yaml";

fn opened(size: (u16, u16), theme: Theme) -> Driver {
    let mut driver = Driver::with(&briefs(), size, theme);
    driver.keys("<space><space>c");
    driver
}

fn played(keys: &str) -> Driver {
    let mut driver = opened((120, 40), Theme::default());
    driver.keys(keys);
    driver
}

fn screen(driver: &Driver) -> &Compare {
    match driver.model.top() {
        Some(Screen::Compare(compare)) => compare,
        other => panic!("not the comparison but {other:?}"),
    }
}

fn class(driver: &Driver) -> Option<Class> {
    let compare = screen(driver);
    compare.rows[compare.selected].class
}

#[test]
fn the_head_counts_the_rows_and_every_claim_is_in_one() {
    let driver = played("");
    let compare_screen = screen(&driver);
    let [a, b] = compare_screen.documents.as_ref().unwrap();
    let comparison = compare(&a.brief, &b.brief);
    for of in Class::ALL {
        assert_eq!(compare_screen.count(of), comparison.count(of), "{}", of.name());
        let said = format!("{} {} {}", Theme::default().sign(class_sign(of).0), comparison.count(of), of.name());
        assert!(driver.screen().contains(&said), "{said}: {}", driver.screen());
    }
    for (side, document) in [a, b].into_iter().enumerate() {
        let mut claims: Vec<usize> = compare_screen.rows.iter().filter_map(|row| row.claims[side]).collect();
        claims.sort_unstable();
        assert_eq!(claims, (0..document.brief.claims.len()).collect::<Vec<_>>());
    }
}

#[test]
fn every_row_says_why_and_its_claims_stand_level_and_whole() {
    for size in [(100, 30), (120, 40), (200, 50), (80, 24), (44, 20)] {
        let mut driver = opened(size, Theme::default());
        let of = screen(&driver).rows.len();
        for row in 1..of {
            driver.keys("j");
            let compare = screen(&driver);
            // Down reads on within a row that is taller than the screen.
            if compare.selected != row {
                continue;
            }
            let lines = compare.selected_lines().unwrap();
            let wanted = &compare.rows[row];
            assert!(!wanted.reason.is_empty());
            let two = !compare.text[1].sheet().lines().is_empty();
            if two {
                assert_eq!(compare.text[0].sheet().lines().len(), compare.text[1].sheet().lines().len(), "{size:?}");
                assert_eq!(compare.text[0].top(), compare.text[1].top(), "{size:?}");
            }
            for side in [0, 1] {
                let tag = epitome::tui::sheet::Tag::Cell(row, side);
                let there = compare.text[if two { side } else { 0 }].sheet().lines_of(tag);
                assert_eq!(there.is_some(), wanted.claims[side].is_some(), "{size:?} row {row}");
                let there = there.unwrap_or(lines.clone());
                assert!(
                    there.start >= lines.start && there.end <= lines.end,
                    "{size:?} row {row}: {there:?} {lines:?}"
                );
            }
        }
    }
}

#[test]
fn differences_are_jumped_to_and_one_class_is_shown_alone() {
    let mut driver = played("]d");
    assert_eq!(class(&driver), Some(Class::Differ));
    let first = screen(&driver).selected;
    driver.keys("]d");
    assert!(screen(&driver).selected > first);
    driver.keys("[d");
    assert_eq!(screen(&driver).selected, first);
    driver.keys("[d");
    assert!(driver.foot().contains("no difference before"), "{}", driver.foot());
    for (keys, only) in [
        ("fa", Class::Agree),
        ("fd", Class::Differ),
        ("fr", Class::Related),
        ("f<", Class::OnlyA),
        ("f>", Class::OnlyB),
    ] {
        let mut driver = played("3j");
        driver.keys(keys);
        let count = screen(&driver).count(only);
        if count == 0 {
            assert!(driver.foot().contains("No row is of the kind"), "{}", driver.foot());
            continue;
        }
        assert_eq!(screen(&driver).lines.len(), count, "{keys}");
        assert_eq!(class(&driver), Some(only), "{keys}");
        for back in ["<esc>", "ff"] {
            let mut driver = played(keys);
            driver.keys(back);
            assert_eq!(screen(&driver).lines.len(), screen(&driver).rows.len(), "{keys}{back}");
        }
    }
}

#[test]
fn swapping_mirrors_the_rows_and_swapping_again_gives_them_back() {
    let mut driver = played("]d");
    let before = screen(&driver).rows.clone();
    let selected = before[screen(&driver).selected].claims;
    driver.keys("x");
    let after = screen(&driver).rows.clone();
    for row in before.iter() {
        let mirrored = [row.claims[1], row.claims[0]];
        let there = after.iter().find(|other| other.claims == mirrored && other.class.is_none() == row.class.is_none());
        let wanted = row.class.map(|class| match class {
            Class::OnlyA => Class::OnlyB,
            Class::OnlyB => Class::OnlyA,
            other => other,
        });
        assert_eq!(there.map(|row| row.class), Some(wanted), "{row:?}");
    }
    assert_eq!(after[screen(&driver).selected].claims, [selected[1], selected[0]]);
    driver.keys("x");
    assert_eq!(screen(&driver).rows, before);
}

#[test]
fn a_correction_sticks_from_either_side_and_is_undone() {
    let pair = Copied::new("correct");
    let mut driver = Driver::open(&pair.0, (120, 40));
    driver.keys("<space><space>c]d");
    let claims = screen(&driver).rows[screen(&driver).selected].claims;
    driver.keys("Ca");
    assert!(driver.foot().contains("Saved: A "), "{}", driver.foot());
    assert_eq!(class(&driver), Some(Class::Agree));
    assert_eq!(screen(&driver).rows[screen(&driver).selected].claims, claims);
    assert!(driver.screen().contains("= agree, corrected: the program says differ"), "{}", driver.screen());
    driver.keys("xCr");
    assert_eq!(class(&driver), Some(Class::Related));
    assert_eq!(pair.file(STUDY).matches("class:").count(), 1, "once for the pair: {}", pair.file(STUDY));
    // Another visit finds it.
    let mut again = Driver::open(&pair.0, (120, 40));
    again.keys("<space><space>c");
    let there = screen(&again).rows.iter().find(|row| row.corrected).unwrap();
    assert_eq!((there.class, there.claims), (Some(Class::Related), claims));
    driver.keys("uu");
    assert_eq!(class(&driver), Some(Class::Differ));
    assert!(screen(&driver).rows.iter().all(|row| !row.corrected));
    // Not related: both stand alone, and either brings the two together again.
    let rows = screen(&driver).rows.len();
    driver.keys("Cn");
    assert_eq!(screen(&driver).rows.len(), rows + 1);
    assert!(matches!(class(&driver), Some(Class::OnlyA | Class::OnlyB)));
    driver.keys("Cp");
    assert_eq!((class(&driver), screen(&driver).rows.len()), (Some(Class::Differ), rows));
    driver.keys("Cp");
    assert!(driver.foot().contains("as the program has it"), "{}", driver.foot());
}

#[test]
fn a_note_is_on_the_claim_of_the_active_side() {
    let pair = Copied::new("note");
    let mut driver = Driver::open(&pair.0, (120, 40));
    driver.keys("<space><space>c]daWhich count holds?<esc>");
    assert!(driver.foot().contains("Saved: note on claim"), "{}", driver.foot());
    assert!(driver.screen().contains("Which count holds?"), "{}", driver.screen());
    assert!(pair.file(STUDY).contains("Which count holds?"), "{}", pair.file(STUDY));
    driver.keys("<tab>aThe other<esc>");
    assert!(driver.foot().contains("of B"), "{}", driver.foot());
}

#[test]
fn enter_lays_both_passages_side_by_side() {
    for size in [(120, 40), (80, 24)] {
        let mut driver = opened(size, Theme::default());
        driver.keys("]d<enter>");
        let Some(Screen::Passages(passages)) = driver.model.top() else { panic!("{}", driver.screen()) };
        assert_eq!(passages.sides.iter().filter(|side| side.shown_at().is_some()).count(), 2);
        assert_eq!(driver.screen().matches("exact").count(), 2, "{}", driver.screen());
        driver.keys("<enter>");
        assert!(matches!(driver.model.top(), Some(Screen::Article(_))), "{}", driver.screen());
        driver.keys("q<esc>");
        assert_eq!(class(&driver), Some(Class::Differ));
    }
}

#[test]
fn on_a_row_of_one_claim_one_is_on_the_side_that_has_it() {
    for (size, look, side, other) in [
        ((120, 40), "f<", 'A', "tab"),
        ((120, 40), "f>", 'B', "tab"),
        ((80, 24), "f<", 'A', "S-tab"),
        ((80, 24), "f>", 'B', "S-tab"),
    ] {
        for before in ["", "<tab>"] {
            let mut driver = opened(size, Theme::default());
            driver.keys(before).keys(look);
            assert!(driver.foot().contains(&format!("{side} row")), "{look}: {}", driver.foot());
            let row = driver.screen().lines().filter(|line| line.contains('▌')).map(str::to_owned).collect::<String>();
            assert!(!row.is_empty());
            if size.0 >= 100 && side == 'B' {
                let far = |line: &str| line.chars().take_while(|c| *c != '▌').count() > 50;
                assert!(driver.screen().lines().filter(|line| line.contains('▌')).all(far), "{}", driver.screen());
            }
            driver.keys(&format!("<{other}>"));
            assert!(driver.foot().contains(&format!("Only {side} has a claim in this row.")), "{}", driver.foot());
            driver.keys("<enter>");
            assert!(driver.foot().contains(&format!("{side} claim")), "{}", driver.foot());
            assert!(driver.screen().contains("exact ✓"), "{}", driver.screen());
        }
    }
}

#[test]
fn on_a_narrow_screen_one_side_stands_over_the_other() {
    let mut driver = opened((80, 24), Theme::default());
    driver.keys("]d");
    let shown = driver.screen();
    let row = &screen(&driver).rows[screen(&driver).selected];
    let at = |name: &str, claim: usize| {
        let lead = format!("{name}{:>3} ", claim + 1);
        shown.lines().position(|line| line.contains(&lead)).unwrap_or_else(|| panic!("{lead}: {shown}"))
    };
    assert!(at("A", row.claims[0].unwrap()) < at("B", row.claims[1].unwrap()));
}

#[test]
fn what_differs_is_marked_without_colour_too() {
    let plain = Theme { depth: Depth::None, ..Theme::default() };
    let mut driver = opened((120, 40), plain);
    driver.keys("]d");
    let both = Modifier::BOLD | Modifier::UNDERLINED;
    let marked: String =
        driver.buffer().content.iter().filter(|cell| cell.modifier.contains(both)).map(|cell| cell.symbol()).collect();
    assert!(marked.contains("212") && marked.contains("221"), "{marked}");
    let driver = opened((120, 40), Theme { ascii: true, ..plain });
    let shown = driver.screen();
    assert!(shown.contains("212]") && shown.contains("221]"), "{shown}");
    assert!(shown.contains("! ") && !shown.contains('≠'), "{shown}");
}

#[test]
fn what_is_looked_for_is_found_on_both_sides() {
    let mut driver = played("/marram<enter>");
    let mut sides = std::collections::BTreeSet::new();
    for _ in 0..40 {
        driver.keys("n");
        sides.insert(screen(&driver).active);
    }
    assert_eq!(sides.len(), 2);
}

#[test]
fn a_claim_alone_is_laid_beside_one_that_is_picked_and_taken_back() {
    let pair = Copied::new("beside");
    let mut driver = Driver::open(&pair.0, (120, 40));
    driver.keys("<space><space>c");
    while class(&driver) != Some(Class::OnlyA) {
        driver.keys("j");
    }
    let alone = screen(&driver).rows[screen(&driver).selected].claims[0];
    let rows = screen(&driver).rows.len();
    driver.keys("Cp");
    assert!(matches!(driver.model.top(), Some(Screen::Pick(_))), "{}", driver.screen());
    assert!(
        driver.screen().contains("lay beside it") && driver.screen().contains("stands alone"),
        "{}",
        driver.screen()
    );
    driver.keys("<enter>");
    let row = &screen(&driver).rows[screen(&driver).selected];
    assert_eq!((row.class, row.claims[0], row.corrected), (Some(Class::Related), alone, true), "{}", driver.screen());
    assert!(row.claims[1].is_some());
    assert_eq!(pair.file(STUDY).matches("class: related").count(), 1, "{}", pair.file(STUDY));
    driver.keys("u");
    assert_eq!(class(&driver), Some(Class::OnlyA));
    assert_eq!(screen(&driver).rows.len(), rows);
}

#[test]
fn what_the_reader_corrected_is_printed_as_such_unless_it_is_not_wanted() {
    let pair = Copied::new("printed");
    let mut driver = Driver::open(&pair.0, (120, 40));
    driver.keys("<space><space>c]dCn");
    let [a, b] = screen(&driver).ids.clone();
    let printed = |more: &[&str]| {
        let library = pair.0.to_str().unwrap();
        let all = [&["compare", &a, &b, "--library", library], more].concat();
        let said = std::process::Command::new(env!("CARGO_BIN_EXE_epitome")).args(all).output().unwrap();
        String::from_utf8(said.stdout).unwrap()
    };
    for format in ["text", "markdown", "html"] {
        assert!(printed(&["--format", format]).contains(", corrected"), "{format}");
        assert!(!printed(&["--format", format, "--as-computed"]).contains(", corrected"), "{format}");
    }
    assert!(printed(&["--format", "json"]).contains("\"corrected\":true"), "{}", printed(&["--format", "json"]));
}

#[test]
fn the_nearest_claims_of_other_briefs_are_listed_from_the_comparison_and_from_the_passages() {
    for from in ["", "<enter>"] {
        let mut driver = played(&format!("]d{from}r"));
        assert!(matches!(driver.model.top(), Some(Screen::Pick(_))), "{}", driver.screen());
        let shown = driver.screen();
        assert!(shown.contains("Related to claim 2") && shown.contains("carried 212"), "{shown}");
        // The list tells its keys, and no longer that it is being looked for.
        assert!(driver.foot().contains("esc back") && !driver.foot().contains("Looking"), "{}", driver.foot());
        driver.keys("<esc>");
        assert_eq!(matches!(driver.model.top(), Some(Screen::Compare(_))), from.is_empty(), "{}", driver.screen());
    }
}

#[test]
fn the_counts_and_the_particulars_of_both_sources_are_whole_at_every_size() {
    let said = ["Coast Daily", "The Harbour Post", "3 May 2031", "report", "450 words", "447 words"];
    for size in [(60, 16), (80, 24), (100, 30), (120, 40), (200, 50)] {
        let mut driver = opened(size, Theme::default());
        let mut shown = driver.screen();
        let tally = shown.lines().find(|line| line.contains("agree") && line.contains("differ")).unwrap().to_owned();
        assert!(tally.ends_with(" B") && !tally.contains('…'), "{size:?} {tally}");
        for _ in 0..12 {
            driver.keys("j");
            shown.push_str(&driver.screen());
        }
        // A space that does not break is a space to a reader.
        let shown = shown.replace('\u{a0}', " ");
        said.iter().for_each(|said| assert!(shown.contains(said), "{size:?} {said}: {shown}"));
    }
}

#[test]
fn a_source_is_said_once_and_a_long_title_is_not_cut() {
    for (size, keys) in [((100, 30), ""), ((120, 40), ""), ((100, 30), "jj"), ((80, 24), "jj"), ((120, 40), "jj")] {
        let mut driver = Driver::with(&briefs(), size, Theme::default());
        driver.keys(keys).keys("<space><space>c");
        let screen = driver.screen();
        for document in screen_of(&driver) {
            let upper: Vec<&str> = screen.lines().take(12).collect();
            if let Some(publisher) = &document.brief.source.publisher {
                assert_eq!(upper.concat().matches(publisher).count(), 1, "{size:?} {publisher}: {screen}");
            }
            let last = document.heading().split_whitespace().last().unwrap().to_owned();
            assert!(upper.iter().take(5).any(|line| line.contains(&last)), "{size:?} {last}: {screen}");
        }
    }
}

#[test]
fn both_heads_say_the_same_of_their_sources() {
    for columns in (100..200).step_by(7) {
        for rows in ["1G<space>5G<space>", "5G<space>6G<space>", "3G<space>7G<space>", "4G<space>2G<space>"] {
            let mut driver = Driver::open(&briefs(), (columns, 40));
            let screen = driver.keys(rows).keys("c").screen();
            let head = screen.lines().nth(1).unwrap();
            for what in [" words", " claims"] {
                assert!([0, 2].contains(&head.matches(what).count()), "{columns} {rows} {what}:\n{screen}");
            }
        }
    }
}

fn screen_of(driver: &Driver) -> [std::rc::Rc<epitome::tui::document::Document>; 2] {
    screen(driver).documents.clone().unwrap()
}
