//! Comparison against what people found: the example briefs aligned by hand, invented pairs, and its laws.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use epitome::analysis::compare::Reading;
use epitome::analysis::compare::{Class, Comparison, Row, compare, conflict};
use epitome::brief::{Brief, Claim, ClaimId, yaml};
use epitome::text::similar::Sketcher;
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::subsequence;

const BRIEFS: &str = include_str!("../gold/briefs.tsv");
const STORIES: &str = include_str!("../gold/stories.tsv");

/// The lines of a table, without its comments, in fields.
fn lines(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn brief(name: &str) -> Brief {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefs").join(name).with_extension("yaml");
    yaml::read(&std::fs::read(path).expect("an example brief")).expect("a brief").brief
}

fn of_claims<'a>(claims: impl IntoIterator<Item = &'a str>) -> Brief {
    let claim =
        |(n, text): (usize, &str)| Claim { id: ClaimId(format!("c{n}")), text: text.to_owned(), ..Claim::default() };
    Brief { claims: claims.into_iter().enumerate().map(claim).collect(), ..Brief::default() }
}

/// The names of the invented stories.
fn stories() -> BTreeSet<&'static str> {
    lines(STORIES).map(|fields| fields[0]).collect()
}

/// A story's two briefs; the claims of B stand in the order of the alphabet.
fn story(name: &str) -> (Brief, Brief) {
    let side = |n: usize| {
        lines(STORIES)
            .filter(|fields| fields[0] == name)
            .map(|fields| fields[n])
            .filter(|text| *text != "-")
            .collect::<Vec<_>>()
    };
    let mut b = side(3);
    b.sort_unstable();
    (of_claims(side(2)), of_claims(b))
}

/// What was expected of each class, what was found, and what of it was right.
#[derive(Default)]
struct Tally {
    expected: BTreeMap<&'static str, usize>,
    found: BTreeMap<&'static str, usize>,
    right: BTreeMap<&'static str, usize>,
    faults: Vec<String>,
}

impl Tally {
    /// Counts a row that was found, whose class should be `expected` (`None`: nothing pairs the two).
    fn row(&mut self, row: &Row, texts: (&str, &str), expected: Option<&str>) {
        let class = row.class.name();
        if expected == Some("may") && row.class == Class::Related {
            return;
        }
        *self.found.entry(class).or_default() += 1;
        if expected == Some(class) {
            *self.right.entry(class).or_default() += 1;
        } else {
            self.faults.push(format!(
                "found {class} {:.2}, expected {expected:?} [{}]\n      {}\n      {}",
                row.score, row.reason, texts.0, texts.1
            ));
        }
    }

    fn expect(&mut self, class: &'static str, count: usize) {
        *self.expected.entry(class).or_default() += count;
    }

    fn precision(&self, class: &str) -> f64 {
        ratio(self.right.get(class), self.found.get(class))
    }

    fn recall(&self, class: &str) -> f64 {
        ratio(self.right.get(class), self.expected.get(class))
    }

    fn report(&self, name: &str) -> String {
        let of = |class: &str| {
            let n = self.expected.get(class).copied().unwrap_or(0);
            format!("{class}: precision {:.2} recall {:.2} of {n}", self.precision(class), self.recall(class))
        };
        format!(
            "{name}\n  {}\n  {}\n  {}\n    {}",
            of("agree"),
            of("differ"),
            of("related"),
            self.faults.join("\n    ")
        )
    }
}

fn ratio(part: Option<&usize>, whole: Option<&usize>) -> f64 {
    let (part, whole) = (part.copied().unwrap_or(0), whole.copied().unwrap_or(0));
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

fn tally_briefs() -> Tally {
    type Pair<'a> = (&'a str, &'a str);
    let mut gold: BTreeMap<Pair<'_>, BTreeMap<Pair<'_>, &'static str>> = BTreeMap::new();
    for fields in lines(BRIEFS) {
        let class =
            ["agree", "differ", "related", "may"].into_iter().find(|class| *class == fields[4]).expect("a class");
        gold.entry((fields[0], fields[2])).or_default().insert((fields[1], fields[3]), class);
    }
    let mut tally = Tally::default();
    let five = [
        "alayash-2018-anbar-police",
        "alkhoei-2014-mosul",
        "carlin-2021-security-forces",
        "krieg-2014-iraqi-army",
        "rferl-militias",
    ];
    let mut pairs: Vec<(&str, &str)> =
        five.iter().enumerate().flat_map(|(n, a)| five[n + 1..].iter().map(|b| (*a, *b))).collect();
    pairs.push(("harbourpost-2031-ferry", "coastdaily-2031-ferry"));
    for (x, y) in pairs {
        let rows_of = |x: &str, y: &str| gold.get(&(x, y)).cloned();
        let (x, y) = if rows_of(y, x).is_some() { (y, x) } else { (x, y) };
        let expected = rows_of(x, y).unwrap_or_default();
        let (a, b) = (brief(x), brief(y));
        for row in compare(&a, &b).rows {
            if let (Some(i), Some(j)) = (row.a, row.b) {
                let key = (a.claims[i].id.0.as_str(), b.claims[j].id.0.as_str());
                tally.row(&row, (&a.claims[i].text, &b.claims[j].text), expected.get(&key).copied());
            }
        }
        for class in ["agree", "differ"] {
            tally.expect(class, expected.values().filter(|found| **found == class).count());
        }
        // Of several good partners a claim is given one.
        let related =
            expected.iter().filter(|(_, class)| **class == "related").map(|((a, _), _)| *a).collect::<BTreeSet<_>>();
        tally.expect("related", related.len());
    }
    tally
}

fn tally_stories() -> Tally {
    let mut tally = Tally::default();
    for name in stories() {
        let (a, b) = story(name);
        let gold: BTreeMap<(&str, &str), &'static str> = lines(STORIES)
            .filter(|fields| fields[0] == name)
            .map(|fields| {
                (
                    (fields[2], fields[3]),
                    ["agree", "differ", "related"].into_iter().find(|class| *class == fields[1]).unwrap_or("only"),
                )
            })
            .collect();
        for row in compare(&a, &b).rows {
            if let (Some(i), Some(j)) = (row.a, row.b) {
                let key = (a.claims[i].text.as_str(), b.claims[j].text.as_str());
                tally.row(&row, key, gold.get(&key).copied());
            }
        }
        for class in ["agree", "differ", "related"] {
            tally.expect(class, gold.values().filter(|found| **found == class).count());
        }
        for ((x, y), class) in gold {
            let (i, j) = (a.claims.iter().position(|c| c.text == x), b.claims.iter().position(|c| c.text == y));
            let rows = compare(&a, &b).rows;
            if i.is_some()
                && j.is_some()
                && !rows.iter().any(|row| row.a == i && row.b == j && row.class.name() == class)
            {
                tally.faults.push(format!("missed {class}\n      {x}\n      {y}"));
            }
        }
    }
    tally
}

#[test]
fn marks_are_on_whole_words_and_few_where_the_two_do_not_differ() {
    let mut related = 0;
    for name in stories() {
        let (a, b) = story(name);
        for row in compare(&a, &b).rows {
            for (brief, n, marks) in [(&a, row.a, &row.marks_a), (&b, row.b, &row.marks_b)] {
                let Some(text) = n.and_then(|n| brief.claims.get(n)).map(|claim| claim.text.as_str()) else { continue };
                for mark in marks {
                    let (before, behind) =
                        (text.get(..mark.start().bytes()).unwrap(), text.get(mark.end().bytes()..).unwrap());
                    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                    let parts = letter(before.chars().next_back()) || letter(behind.chars().next());
                    assert!(!parts, "{name}: {:?} in {text}", mark.slice(text));
                }
                if row.class == Class::Related {
                    related += 1;
                    let words: Vec<&str> = marks.iter().filter_map(|mark| mark.slice(text)).collect();
                    assert!(words.len() <= 6, "{name}: {words:?} in {text}");
                    let idle = |word: &&str| ["which", "was", "since", "able", "the", "of", "their"].contains(word);
                    assert!(!words.iter().any(idle), "{name}: {words:?} in {text}");
                }
            }
        }
    }
    assert!(related > 3);
}

#[test]
fn rows_are_what_people_found_them_to_be() {
    for (name, tally) in [("the example briefs", tally_briefs()), ("invented stories", tally_stories())] {
        let report = tally.report(name);
        for class in ["agree", "differ"] {
            assert!(tally.precision(class) >= 0.85 && tally.recall(class) >= 0.75, "{report}");
        }
        // No row may differ without a reason that is true: every one that does is one that people found.
        assert_eq!(tally.precision("differ"), 1.0, "{report}");
    }
}

/// A row by the texts of its claims.
fn by_text(comparison: &Comparison, a: &Brief, b: &Brief) -> BTreeSet<(String, String, Class)> {
    let text = |brief: &Brief, n: Option<usize>| n.map(|n| brief.claims[n].text.clone()).unwrap_or_default();
    comparison.rows.iter().map(|row| (text(a, row.a), text(b, row.b), row.class)).collect()
}

/// Two briefs of claims from all stories, in any order.
fn briefs() -> impl Strategy<Value = (Brief, Brief)> {
    let claims: Vec<&str> =
        lines(STORIES).flat_map(|fields| [fields[2], fields[3]]).filter(|text| *text != "-").collect();
    let claims: Vec<&str> = claims.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    let some = move || subsequence(claims.clone(), 1..9).prop_shuffle();
    (some(), some()).prop_map(|(a, b)| (of_claims(a), of_claims(b)))
}

fn reversed(brief: &Brief) -> Brief {
    Brief { claims: brief.claims.iter().rev().cloned().collect(), ..brief.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_brief_agrees_with_itself_in_every_row((a, _) in briefs()) {
        let comparison = compare(&a, &a);
        prop_assert!(comparison.rows.iter().all(|row| row.class == Class::Agree && row.a == row.b));
        prop_assert_eq!(comparison.rows.len(), a.claims.len());
    }

    #[test]
    fn every_claim_stands_in_exactly_one_row((a, b) in briefs()) {
        let rows = compare(&a, &b).rows;
        let mut of_a: Vec<usize> = rows.iter().filter_map(|row| row.a).collect();
        let mut of_b: Vec<usize> = rows.iter().filter_map(|row| row.b).collect();
        of_a.sort_unstable();
        of_b.sort_unstable();
        prop_assert_eq!(of_a, (0..a.claims.len()).collect::<Vec<_>>());
        prop_assert_eq!(of_b, (0..b.claims.len()).collect::<Vec<_>>());
        for row in &rows {
            prop_assert_eq!(row.class == Class::OnlyA, row.b.is_none());
            prop_assert_eq!(row.class == Class::OnlyB, row.a.is_none());
            prop_assert!(!row.reason.is_empty());
        }
    }

    #[test]
    fn swapping_the_briefs_mirrors_the_rows((a, b) in briefs()) {
        let mirror = |class| match class {
            Class::OnlyA => Class::OnlyB,
            Class::OnlyB => Class::OnlyA,
            other => other,
        };
        let there = by_text(&compare(&a, &b), &a, &b);
        let back = by_text(&compare(&b, &a), &b, &a);
        let back: BTreeSet<_> = back.into_iter().map(|(x, y, class)| (y, x, mirror(class))).collect();
        prop_assert_eq!(there, back);
    }

    #[test]
    fn the_order_of_the_claims_changes_no_row((a, b) in briefs()) {
        let (c, d) = (reversed(&a), reversed(&b));
        prop_assert_eq!(by_text(&compare(&a, &b), &a, &b), by_text(&compare(&c, &d), &c, &d));
    }
}

#[test]
fn conflicts_are_found_where_people_see_them_and_nowhere_else() {
    let sketcher = Sketcher::new(None);
    let read = |text: &str| Reading::of_text(text, None, &sketcher);
    let (mut right, mut all) = (0, 0);
    let mut faults = Vec::new();
    for fields in lines(include_str!("../gold/conflicts.tsv")) {
        let found = conflict(&read(fields[2]), &read(fields[3]));
        all += 1;
        if found.is_some() == (fields[0] == "conflict") {
            right += 1;
        } else {
            faults.push(format!("{fields:?} {found:?}"));
        }
    }
    assert!(all >= 100, "{all} pairs");
    assert!(right * 100 >= all * 85, "{right} of {all}\n{}", faults.join("\n"));
}

#[test]
fn what_is_said_of_other_dates_is_of_another_scope_and_of_one_date_a_conflict() {
    let of = |when: &str, text: &str| {
        let claim = Claim { text: text.to_owned(), when: when.parse().ok(), ..Claim::default() };
        Brief { claims: vec![claim], ..Brief::default() }
    };
    let (a, b) = ("The reservoir held 40 percent of its water.", "The reservoir held 65 percent of its water.");
    let conflict = "same subject; 40 percent / 65 percent: 25 points apart";
    let cases = [
        // when of A, when of B, class, reason
        ("2019-06", "2021-06", Class::Related, "same subject, other scope (2019 / 2021): 40 percent / 65 percent"),
        (
            "2021-05",
            "2021-06",
            Class::Related,
            "same subject, other scope (May 2021 / June 2021): 40 percent / 65 percent",
        ),
        ("2021-06", "2021-06", Class::Differ, conflict),
        // One day of the month: the one reaches into the other.
        ("2021-06", "2021-06-14", Class::Differ, conflict),
        ("2021-06", "", Class::Differ, conflict),
        ("", "", Class::Differ, conflict),
    ];
    for (x, y, class, reason) in cases {
        let rows = compare(&of(x, a), &of(y, b)).rows;
        let found: Vec<_> = rows.iter().map(|row| (row.class, row.reason.as_str())).collect();
        assert_eq!(found, [(class, reason)], "{x} / {y}");
    }
}

#[test]
fn a_language_without_vectors_or_opposites_is_said_to_be_without() {
    let stems = "compared by stems and runs of letters, there being no table of meanings for this language";
    let both = format!("{stems}; negation and opposites are not known in it");
    let cases = [
        // languages of A and B, what is said
        (Some("en"), Some("en-GB"), None),
        (None, None, None),
        (Some("de"), Some("de-AT"), Some(stems)),
        (Some("pl"), Some("pl"), Some(both.as_str())),
        (Some("en"), Some("de"), Some(both.as_str())),
    ];
    let of = |language: Option<&str>| {
        let mut brief = of_claims(["Ein Satz."]);
        brief.source.language = language.map(str::to_owned);
        brief
    };
    for (a, b, said) in cases {
        assert_eq!(compare(&of(a), &of(b)).caveat().as_deref(), said, "{a:?} {b:?}");
    }
}
