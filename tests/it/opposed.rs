//! Pairs of claims that say nearly the same, the contrary, or something else: what the comparison makes of each, among others
//! of the same brief.

use epitome::analysis::compare::{Class, Row, compare};
use epitome::brief::{Brief, Claim, ClaimId, Source};

const PAIRS: &str = include_str!("../gold/opposed.tsv");
/// So many claims a brief has.
const CLAIMS: usize = 8;

struct Pair {
    language: &'static str,
    wanted: &'static str,
    claims: [&'static str; 2],
}

fn pairs() -> Vec<Pair> {
    let of = |line: &'static str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [language, wanted, a, b] = fields[..] else { panic!("{line}") };
        Pair { language, wanted, claims: [a, b] }
    };
    PAIRS.lines().filter(|line| !line.starts_with('#')).map(of).collect()
}

fn brief(pairs: &[&Pair], side: usize) -> Brief {
    let claim = |(n, pair): (usize, &&Pair)| Claim {
        id: ClaimId(format!("c{n}")),
        text: pair.claims[side].to_owned(),
        ..Claim::default()
    };
    let source = Source { language: pairs.first().map(|pair| pair.language.to_owned()), ..Source::default() };
    Brief { source, claims: pairs.iter().enumerate().map(claim).collect(), ..Brief::default() }
}

/// What is wrong with the row of a pair, if anything is.
fn fault(pair: &Pair, row: &Row, together: bool) -> Option<String> {
    let decided = matches!(row.class, Class::Agree | Class::Differ);
    let right = match pair.wanted {
        "agree" => together && row.class == Class::Agree,
        "differ" => together && row.class == Class::Differ,
        "same" => row.class != Class::Differ,
        "related" => !decided,
        other => panic!("no class: {other}"),
    };
    let [a, b] = pair.claims;
    let found = row.class.name();
    (!right).then(|| format!("{} expected, {found} found ({})\n   {a}\n   {b}", pair.wanted, row.reason))
}

#[test]
fn contraries_differ_and_what_is_said_in_other_words_agrees() {
    let pairs = pairs();
    let mut faults = Vec::new();
    for language in ["en", "de"] {
        let of: Vec<&Pair> = pairs.iter().filter(|pair| pair.language == language).collect();
        let briefs = of.len().div_ceil(CLAIMS);
        // Neighbours in the table are often of one matter, those of a brief are of many.
        for first in 0..briefs {
            let some: Vec<&Pair> = of.iter().copied().skip(first).step_by(briefs).collect();
            let rows = compare(&brief(&some, 0), &brief(&some, 1)).rows;
            for (n, pair) in some.iter().enumerate() {
                let row = rows.iter().find(|row| row.a == Some(n)).expect("a row for every claim");
                faults.extend(fault(pair, row, row.b == Some(n)));
            }
        }
    }
    assert!(pairs.len() >= 100, "{}", pairs.len());
    assert!(faults.is_empty(), "{} of {}\n{}", faults.len(), pairs.len(), faults.join("\n"));
}

#[test]
fn a_row_names_what_its_claims_differ_in() {
    let cases = [
        (
            "Tarvo bought the glassworks from Lindqvist.",
            "Lindqvist bought the glassworks from Tarvo.",
            "same subject; Tarvo / Lindqvist: in each other's place",
        ),
        (
            "The tests of the engine were stopped after the fire.",
            "The tests of the engine continue after the fire.",
            "same subject; stopped / continue",
        ),
        (
            "The detour adds 40 minutes to the drive from Kell to Vane.",
            "The drive from Kell to Vane takes half an hour longer.",
            "same subject; 40 minutes / half an hour: a difference of 33%",
        ),
        (
            "President Ines Calder will visit the valley.",
            "President Ines Calder cancelled her visit to the valley.",
            "same subject; B says “cancelled”, A does not",
        ),
        ("A goat ate the mayor's hat.", "The dam is dry.", "nothing like it found in B"),
    ];
    let pairs: Vec<Pair> =
        cases.iter().map(|(a, b, _)| Pair { language: "en", wanted: "differ", claims: [a, b] }).collect();
    let pairs: Vec<&Pair> = pairs.iter().collect();
    let rows = compare(&brief(&pairs, 0), &brief(&pairs, 1)).rows;
    for (n, (a, b, reason)) in cases.iter().enumerate() {
        let said = rows.iter().find(|row| row.a == Some(n)).map(|row| row.reason.as_str());
        assert_eq!(said, Some(*reason), "{a} / {b}");
    }
}
