//! The brief file, format 1: what is written reads back, and what cannot be read says why in one line.

use epitome::brief::{emit, yaml};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use crate::any;

const SAMPLE: &str = include_str!("samples/format-1.yaml");

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_a_brief_holds_is_read_back_as_it_was_written(brief in any::brief()) {
        let file = emit::write(&brief);
        let read = yaml::read(file.as_bytes());
        prop_assert!(read.is_ok(), "{}\n{file}", read.unwrap_err());
        let read = read.unwrap();
        prop_assert_eq!(&read.brief, &brief, "{}", file);
        prop_assert!(read.findings.is_empty(), "{:?}", read.findings);
    }

    #[test]
    fn no_bytes_make_the_reader_panic_or_say_more_than_a_line(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
        let mut file = b"epitome: 1\n".to_vec();
        file.extend(bytes);
        if let Err(fault) = yaml::read(&file) {
            prop_assert!(!fault.to_string().contains('\n'));
        }
    }
}

#[test]
fn the_documented_sample_is_read() {
    let read = yaml::read(SAMPLE.as_bytes()).unwrap();
    assert_eq!(read.findings, []);
    let brief = read.brief;
    assert_eq!(brief.title.as_deref(), Some("Ferry runs aground off Brannock Point"));
    assert_eq!(brief.label, None);
    assert_eq!(brief.source.authors, ["Ines Maddock"]);
    assert_eq!(brief.source.published.unwrap().to_string(), "2031-05-03");
    assert_eq!(brief.source.article.as_ref().unwrap().words, 412);
    assert!(brief.summary.starts_with("Written by hand: two to five sentences. Drafted by"), "{}", brief.summary);
    assert_eq!(brief.claims.len(), 1);
    assert_eq!(brief.claims[0].said_by.as_deref(), Some("the harbour master"));
    assert_eq!(brief.claims[0].evidence[0].span.unwrap().len(), 61);
    assert_eq!(brief.made.fields.len(), 3);
    assert_eq!(brief.made.on.unwrap().to_string(), "2026-11-21");
}

#[test]
fn a_brief_is_written_as_the_documentation_lays_it_out() {
    let bare = |line: &str| line.split("   #").next().unwrap().split("  #").next().unwrap().trim_end().to_owned();
    let documented: Vec<String> = SAMPLE.lines().map(bare).collect();
    let written = emit::write(&yaml::read(SAMPLE.as_bytes()).unwrap().brief);
    let alike =
        |line: &str| !line.starts_with("  Written") && !line.starts_with("  sentences") && !line.contains("id:");
    for line in documented.iter().filter(|l| alike(l) && !l.contains("made:")) {
        assert!(written.lines().any(|l| l == line), "not written: {line}\n{written}");
    }
    assert!(written.contains("\n  - id: \"c1\"\n"), "{written}");
    assert!(written.lines().all(|l| l.chars().count() <= 100 || l.contains('{')), "{written}");
}

#[test]
fn what_cannot_be_read_says_where_and_why() {
    let deep_flow = format!("epitome: 1\nx: {}", "[".repeat(200_000));
    let deep_lines = format!("epitome: 1\nx:\n{}", "- ".repeat(20_000));
    let flood = format!("epitome: 1\nx: [{}]", "1,".repeat(200_000));
    for (file, fault) in [
        ("", "line 1, column 1: not a brief: the file is empty"),
        ("title: a", "line 1, column 1: not a brief: it has no 'epitome:' key"),
        ("- a", "line 1, column 1: not a brief: it has no 'epitome:' key"),
        ("epitome: 2", "line 1, column 10: format 2 is newer than format 1"),
        ("epitome: 99999999999", "line 1, column 10: format 99999999999 is newer"),
        ("epitome: one", "line 1, column 10: 'one' is not a version"),
        ("epitome: 1\ntitle: a\ntitle: b", "line 3, column 1: the key 'title' stands twice"),
        ("epitome: 1\nx: {a: 1, a: 2}", "line 2, column 11: the key 'a' stands twice"),
        ("epitome: 1\ntitle: &a b", "line 2, column 8: a YAML anchor ('&') is not allowed"),
        ("epitome: 1\ntitle: *a", "line 2, column 8: "),
        ("epitome: 1\ntitle: !!str b", "line 2, column 8: a YAML tag ('!') is not allowed"),
        ("epitome: 1\nmade: !x {}", "line 2, column 7: a YAML tag ('!') is not allowed"),
        ("epitome: 1\n---\nepitome: 1", "line 2, column 1: a second document begins"),
        ("epitome: 1\ntitle: [a, b]", "line 2, column 8: title: a text is wanted, not a list"),
        ("epitome: 1\nclaims: many", "line 2, column 9: claims: a list is wanted, not the text 'many'"),
        (
            "epitome: 1\nclaims: [{span: 1}, 3]",
            "line 2, column 21: claims[1]: keys with values are wanted, not the number '3'",
        ),
        ("epitome: 1\ntitle: \"a", "line "),
        ("epitome: 1\n[a]: b", "line 2, column 1: a key is a list or a mapping"),
        (&deep_flow, "line 2, column 259: nested deeper than 32 levels"),
        (&deep_lines, "line 3, column 63: nested deeper than 32 levels"),
        (&flood, "line 2, column 199995: more than 100000 values"),
    ] {
        let said = yaml::read(file.as_bytes()).unwrap_err().to_string();
        assert!(said.starts_with(fault), "{:.60}: {said}", file);
        assert!(!said.contains('\n') && said.chars().count() < 520, "{said}");
    }
    let said = yaml::read(b"epitome: 1\ntitle: \"ab\xffc\"\n").unwrap_err().to_string();
    assert_eq!(said, "line 2, column 11: not UTF-8: byte 0xff; save the file as UTF-8");
    let said = yaml::read(&vec![b' '; (8 << 20) + 1]).unwrap_err().to_string();
    assert!(said.contains("too many for a brief"), "{said}");
}

#[test]
fn a_byte_order_mark_other_line_ends_and_unknown_keys_are_accepted() {
    let file = SAMPLE.replace('\n', "\r\n").replace("label: null", "label: null\r\nmine: {a: [1, 2]}");
    let read = yaml::read(format!("\u{feff}{file}").as_bytes()).unwrap();
    assert_eq!(read.brief, yaml::read(SAMPLE.as_bytes()).unwrap().brief);
    assert!(read.text.starts_with('\u{feff}'));
}

#[test]
fn what_says_nothing_valid_is_left_out_and_named_with_its_place() {
    for (field, finding) in [
        ("source: {kind: rumour}", "2:16: error: source.kind: 'rumour' is not known"),
        ("source:\n  published: 3 May", "3:14: error: '3 May' is not a date"),
        ("source: {authors: [A, null]}", "2:23: error: source.authors has an empty item"),
        ("source: {article: {kinds: {verse: [1]}}}", "2:35: error: 'verse' is not a kind of paragraph"),
        ("claims:\n  - claim: A thing is.", "3:5: error: the claim has no id"),
        ("claims:\n  - id: c1", "3:5: error: the claim has no 'claim:'"),
        ("claims:\n  - {id: c1, claim: A., when: soon}", "3:31: error: 'soon' is not a date"),
        (
            "claims:\n  - {id: c1, claim: A., evidence: [{paragraph: 0, quote: a}]}",
            "3:48: error: there is no paragraph 0",
        ),
        ("claims:\n  - {id: c1, claim: A., evidence: [{span: [9, 2], quote: a}]}", "3:43: error: the span ends at 2"),
        ("claims:\n  - {id: c1, claim: A., evidence: [{paragraph: 1}]}", "3:36: error: the evidence has neither"),
        ("summary_evidence: [{digest: zz, length: 3}]", "2:29: error: 'zz' is not a digest"),
        ("made: {status: done}", "2:16: error: made.status: 'done' is not known"),
    ] {
        let read = yaml::read(format!("epitome: 1\n{field}\n").as_bytes()).unwrap();
        let said: Vec<String> = read.findings.iter().map(ToString::to_string).collect();
        assert!(said.len() == 1 && said[0].starts_with(finding), "{field}: {said:?}");
    }
}
