//! Every screen as a reader sees it, at several sizes: text and styles, kept under `screens/` and reviewed like code.
//! `EPITOME_BLESS=1 cargo test screens` writes them anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use epitome::tui::theme::{Depth, Ground, Role, Theme};

use crate::driver::{Driver, briefs, review, styled};

/// Name, columns and rows, keys.
const SCREENS: &[(&str, (u16, u16), &str)] = &[
    ("shelf-60x16", (60, 16), ""),
    ("shelf-80x24", (80, 24), "j"),
    ("shelf-120x40", (120, 40), "j<space>"),
    ("shelf-preview-80x24", (80, 24), "<tab>"),
    ("reader-60x16", (60, 16), "<enter>3G"),
    ("reader-80x24", (80, 24), "<enter>2j"),
    ("reader-120x40", (120, 40), "<enter>2j"),
    ("reader-head-120x40", (120, 40), "j<enter>"),
    ("evidence-60x16", (60, 16), "<enter>2j<tab>"),
    ("evidence-80x24", (80, 24), "<enter>2j<tab>"),
    ("evidence-200x50", (200, 50), "<enter>6j"),
    ("unattached-80x24", (80, 24), "4j<enter>j<tab>"),
    ("unattached-120x40", (120, 40), "4j<enter>j"),
    ("article-60x16", (60, 16), "ga"),
    ("article-80x24", (80, 24), "<enter>3j<enter>"),
    ("article-120x40", (120, 40), "<enter>3jga]p"),
    ("compare-60x16", (60, 16), "<space><space>cj"),
    ("compare-80x24", (80, 24), "<space><space>c<tab>2j"),
    ("compare-120x40", (120, 40), "<space><space>c2j<tab>3j"),
    ("help-60x16", (60, 16), "?"),
    ("help-80x24", (80, 24), "<enter>?"),
    ("help-120x40", (120, 40), "?"),
    ("pending-80x24", (80, 24), "g"),
];

#[test]
fn every_screen_is_as_it_was_reviewed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/screens");
    let mut wrong = Vec::new();
    for (name, size, keys) in SCREENS {
        let theme = Theme { depth: Depth::True, ..Theme::default() };
        let mut driver = Driver::with(&briefs(), *size, theme);
        driver.keys(keys);
        let shown = format!("keys: {keys}\n{}", styled(&driver.buffer(), theme.style(Role::Text)));
        wrong.extend(review(Path::new("screens"), name, &shown));
    }
    assert!(wrong.is_empty(), "look at these; if they are right, EPITOME_BLESS=1 keeps them:\n{}", wrong.join("\n"));
    let kept: BTreeSet<String> =
        fs::read_dir(&folder).unwrap().map(|f| f.unwrap().file_name().to_str().unwrap().to_owned()).collect();
    let known: BTreeSet<String> = SCREENS.iter().map(|(name, ..)| format!("{name}.txt")).collect();
    assert_eq!(kept, known, "a kept screen that no test draws, or one that is not kept");
}

#[test]
fn every_screen_is_drawn_at_every_size_in_every_look() {
    let looks = [
        Theme { depth: Depth::None, ascii: true, ..Theme::default() },
        Theme { depth: Depth::Sixteen, ground: Ground::Light, ..Theme::default() },
    ];
    for theme in looks {
        for (name, _, keys) in SCREENS {
            let mut driver = Driver::with(&briefs(), (100, 30), theme);
            driver.keys(keys);
            for size in [
                (0, 0),
                (1, 1),
                (39, 12),
                (40, 11),
                (40, 12),
                (41, 13),
                (72, 14),
                (99, 20),
                (100, 12),
                (1000, 300),
                (3, 300),
            ] {
                driver.resize(size.0, size.1);
                let screen = driver.screen();
                let small = size.0 < 40 || size.1 < 12;
                assert!(
                    !small || screen.lines().filter(|l| !l.is_empty()).count() <= 1,
                    "{name} at {size:?}: {screen}"
                );
            }
        }
    }
}

#[test]
fn without_colour_and_in_ascii_nothing_but_text_has_colour_or_other_signs() {
    let theme = Theme { depth: Depth::None, ascii: true, ..Theme::default() };
    for (name, size, keys) in SCREENS {
        let mut driver = Driver::with(&briefs(), *size, theme);
        driver.keys(keys);
        for cell in &driver.buffer().content {
            assert!(matches!(cell.fg, ratatui::style::Color::Reset), "{name}: a colour");
            let sign = "▌─│┃┬┴┼✓→≈✗○●¶·…↓↑";
            assert!(
                !sign.contains(cell.symbol().trim()) || cell.symbol().trim().is_empty(),
                "{name}: {}",
                cell.symbol()
            );
        }
    }
}
