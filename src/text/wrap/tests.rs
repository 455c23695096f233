//! What a reader sees of a set paragraph, and the laws that hold for every text and width.

use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::{Row, Setting, row_at, wrap};
use crate::text::hyphen::Language;
use crate::text::width::{clusters, width};
use crate::text::{Offset, Span};

fn drawn(text: &str, setting: &Setting) -> Vec<String> {
    wrap(text, setting).iter().map(|row| row.drawn(text)).collect()
}

#[test]
fn rows_are_broken_where_a_reader_expects_it() {
    for (columns, text, want) in [
        (11, "one two three", vec!["one two", "three"]),
        (5, "漢字仮名交じり文", vec!["漢字", "仮名", "交じ", "り文"]),
        (4, "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", vec!["👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧"]),
        (10, "10\u{a0}km\u{a0}and more", vec!["10\u{a0}km\u{a0}and", "more"]),
        (8, "a co\u{ad}operation", vec!["a co-", "operatio", "n"]),
        (20, "a co\u{ad}operation", vec!["a cooperation"]),
        (10, "the end—then more", vec!["the end—", "then more"]),
        (16, "see https://example.org/some/long/path", vec!["see https://", "example.org/", "some/long/path"]),
        (8, "well-known facts", vec!["well-", "known", "facts"]),
        (10, "on the D-Day", vec!["on the", "D-Day"]),
        (7, "(an X-ray)", vec!["(an", "X-ray)"]),
        (12, "near al-Kerrick", vec!["near", "al-Kerrick"]),
        (8, "about -without", vec!["about", "-without"]),
        (12, "in 2014-06-11 it", vec!["in", "2014-06-11", "it"]),
        (4, "abcdefghij", vec!["abcd", "efgh", "ij"]),
        (9, "one\ttwo\tthree", vec!["one two", "three"]),
        (9, "one\n\ntwo three", vec!["one", "", "two three"]),
        (9, "「漢字」、漢字。", vec!["「漢", "字」、漢", "字。"]),
        (1, "漢a", vec!["漢", "a"]),
        (0, "ab", vec!["a", "b"]),
        (10, "   ", vec![""]),
        (10, "  code", vec!["  code"]),
        (3, "a\u{1b}[31m", vec!["a␛[", "31m"]),
    ] {
        assert_eq!(drawn(text, &Setting::new(columns)), want, "{text:?} at {columns}");
    }
}

#[test]
fn what_is_to_be_typed_is_broken_only_at_spaces() {
    let typed = "epitome attach a-long-name FILE --library /var/a-b";
    for (columns, want) in [
        (20, &["epitome attach", "a-long-name FILE", "--library /var/a-b"][..]),
        (34, &["epitome attach a-long-name FILE", "--library /var/a-b"]),
        (36, &["epitome attach a-long-name FILE", "--library /var/a-b"]),
    ] {
        assert_eq!(drawn(typed, &Setting::new(columns).at_spaces(true)), want, "at {columns}");
    }
}

#[test]
fn words_are_parted_in_the_language_of_the_text() {
    for (tag, columns, text, want) in [
        ("en", 12, "extraordinary representation", vec!["extraordi-", "nary repre-", "sentation"]),
        ("de", 14, "die Donaudampfschifffahrt", vec!["die Donau-", "dampfschiff-", "fahrt"]),
        ("en", 6, "UNESCO’s UNESCO", vec!["UNESCO", "’s", "UNESCO"]),
    ] {
        let setting = Setting::new(columns).hyphenated(Language::tagged(tag));
        assert_eq!(drawn(text, &setting), want);
    }
}

#[test]
fn thai_khmer_lao_and_burmese_are_broken_between_words() {
    for (text, want) in [
        ("มนุษย์ทั้งหลายเกิดมามีอิสระ", vec!["มนุษย์ทั้งหลาย", "เกิดมามีอิสระ"]),
        ("មនុស្សទាំងអស់កើតមកមានសេរីភាព", vec!["មនុស្សទាំងអស់", "កើតមកមាន", "សេរីភាព"]),
    ] {
        assert_eq!(drawn(text, &Setting::new(11)), want);
    }
}

#[test]
fn words_stay_whole_where_rows_are_even_without() {
    let text = "The harbour master said that the ferry had been refloated at first light and towed to the yard.";
    let setting = Setting::new(48).hyphenated(Language::tagged("en"));
    assert!(wrap(text, &setting).iter().all(|row| !row.hyphen));
}

#[test]
fn words_stay_whole_in_rows_of_forty_cells_however_ragged() {
    let text = "Notwithstanding misunderstandings, internationalisation characteristically disproportionately \
                overcompensates.";
    let hyphens = |columns: usize| {
        let setting = Setting::new(columns).hyphenated(Language::tagged("en"));
        wrap(text, &setting).iter().filter(|row| row.hyphen).count()
    };
    assert!(hyphens(30) > 0);
    assert_eq!([40, 53, 72].map(hyphens), [0, 0, 0]);
}

#[test]
fn indents_are_part_of_the_width() {
    let rows = wrap("one two three four five six", &Setting::new(12).indented(2, 4));
    assert_eq!(
        rows.iter().map(|row| (row.indent, row.width <= 12 - row.indent)).collect::<Vec<_>>(),
        [(2, true), (4, true), (4, true), (4, true)]
    );
}

#[test]
fn a_place_is_found_in_the_row_that_shows_it() {
    let rows = wrap("one two three", &Setting::new(7));
    for (at, row) in [(0, 0), (6, 0), (7, 0), (8, 1), (12, 1), (99, 1)] {
        assert_eq!(row_at(&rows, Offset::new(at)), row, "{at}");
    }
    assert_eq!(row_at(&[], Offset::new(3)), 0);
}

#[test]
fn a_long_paragraph_is_set_in_goes_without_a_seam() {
    let text = "The ferry struck a sandbank in fog with two hundred passengers aboard. ".repeat(1000);
    let rows = wrap(&text, &Setting::new(72));
    let short = rows.iter().rev().skip(1).filter(|row| row.width < 56).count();
    assert_eq!(short, 0);
}

fn assert_laws(text: &str, setting: &Setting) -> Result<(), proptest::test_runner::TestCaseError> {
    let rows = wrap(text, setting);
    let mut at = 0;
    for row in &rows {
        prop_assert_eq!(row.span.start().bytes(), at);
        at = row.span.end().bytes();
        assert_row(text, row, setting)?;
    }
    prop_assert_eq!(at, text.len());
    let visible =
        |text: &str| text.chars().filter(|c| !c.is_whitespace() && width(&c.to_string()) > 0).collect::<String>();
    let shown: String = rows.iter().filter_map(|row| row.shown.slice(text)).collect();
    prop_assert_eq!(visible(&shown), visible(text));
    prop_assert_eq!(&wrap(text, setting), &rows);
    Ok(())
}

fn assert_row(text: &str, row: &Row, setting: &Setting) -> Result<(), proptest::test_runner::TestCaseError> {
    let room = setting.width.saturating_sub(row.indent).max(1);
    let shown = row.shown.slice(text).unwrap();
    prop_assert!(row.span.covers(row.shown) && !row.span.is_empty());
    prop_assert_eq!(width(&row.drawn(text)), row.width);
    prop_assert!(row.width <= room || clusters(shown).filter(|c| c.width > 0).count() == 1, "{:?} in {}", row, room);
    for edge in [row.span.start(), row.span.end()] {
        prop_assert!(clusters_by_line(text).all(|c| !Span::new(c.start().plus(1), c.end()).contains(edge)));
    }
    Ok(())
}

/// Clusters as they are on the screen, where nothing joins across an LF.
fn clusters_by_line(text: &str) -> impl Iterator<Item = Span> {
    let bases = text.split_inclusive('\n').scan(0, |base, line| {
        let here = Offset::new(*base);
        *base += line.len();
        Some((here, line))
    });
    bases.flat_map(|(base, line)| clusters(line).map(move |cluster| cluster.span.within(base)))
}

fn settings() -> impl Strategy<Value = Setting> {
    let languages = prop_oneof![Just(None), Just(Language::tagged("en")), Just(Language::tagged("de"))];
    (0usize..60, 0usize..8, 0usize..8, languages)
        .prop_map(|(columns, first, rest, language)| Setting::new(columns).indented(first, rest).hyphenated(language))
}

proptest! {
    #[test]
    fn every_text_is_set_by_the_laws(text in any::<String>(), setting in settings()) {
        assert_laws(&text, &setting)?;
    }

    #[test]
    fn hard_texts_are_set_by_the_laws(
        parts in prop::collection::vec(prop::sample::select(vec![
            "extraordinary", "the", " ", " ", "  ", "\t", "\n", "\u{a0}", "\u{ad}", "\u{200b}", "-", "—", "/", "漢字", "👩‍👩‍👧",
            "ไทยแลนด์", "العربية", "क्षि", "e\u{301}", "\u{301}", "\u{200d}", "\r\n", "\u{2028}", "…", "“", "”", "3.14", "\u{3000}",
            "Donaudampfschifffahrtsgesellschaft", "https://example.org/a?b=c", "\u{202e}", "\u{2060}", "’", "🇩🇪",
        ]), 0..120),
        setting in settings()
    ) {
        assert_laws(&parts.concat(), &setting)?;
    }
}
