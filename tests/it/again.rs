//! `epitome add --again`: what a person put into a brief stays, what goes is named, and nothing of two texts is mixed.

use std::fs;

use epitome::brief::Passage;

use crate::adding::{Home, html, text};

/// A library with one drafted brief, and its id.
fn drafted() -> (Home, String, String) {
    let home = Home::new();
    let input = home.put("a.txt", text("Ferry runs aground"));
    home.add(&[&input], 0);
    let id = home.names()[0].strip_suffix(".txt").unwrap().to_owned();
    (home, id, input)
}

/// Changes the file of a brief.
fn edit(home: &Home, id: &str, change: impl Fn(String) -> String) -> String {
    let path = home.path(&format!("{id}.yaml"));
    let before = fs::read_to_string(&path).unwrap();
    let after = change(before.clone());
    assert_ne!(before, after);
    fs::write(&path, &after).unwrap();
    after
}

#[test]
fn every_edit_by_hand_stays() {
    type Change = fn(String) -> String;
    let edits: [(Change, &str); 5] = [
        (|s| s.replacen("unsupported: false", "unsupported: true", 1), "kept: c1, edited"),
        (
            |s| {
                let (head, rest) = s.split_once("summary_evidence:").unwrap();
                let (_, rest) = rest.split_once("claims:").unwrap();
                format!("{head}summary_evidence: []\nclaims:{rest}")
            },
            "kept: summary_evidence, edited",
        ),
        (
            |s| {
                let (head, rest) = s.split_once("  - id: \"c1\"").unwrap();
                let (first, rest) = rest.split_once("  - id: \"c2\"").unwrap();
                let (second, rest) = rest.split_once("  - id: \"c3\"").unwrap();
                format!("{head}  - id: \"c2\"{second}  - id: \"c1\"{first}  - id: \"c3\"{rest}")
            },
            "made again",
        ),
        (
            |s| s.replacen("topics:", "  - claim: \"The ferry is mine.\"\ntopics:", 1),
            "kept: a claim of your own without an id",
        ),
        (|s| s.replacen("  - id: \"c2\"", "  # look at this again\n  - id: \"c2\"", 1), "kept: c2, edited"),
    ];
    for (change, said) in edits {
        let (home, id, _) = drafted();
        let edited = edit(&home, &id, change);
        let (told, _) = home.add(&["--again", &id], 0);
        assert!(told.contains(said), "{said}: {told}");
        assert_eq!(fs::read_to_string(home.path(&format!("{id}.yaml"))).unwrap(), edited, "{said}");
    }
}

#[test]
fn another_text_is_never_mixed_with_the_stored_one() {
    let (home, id, _) = drafted();
    let before = fs::read(home.path(&format!("{id}.yaml"))).unwrap();
    let newer = home.put("b.txt", text("Ferry runs aground").replace("212", "221").replace("3 May", "4 May"));
    let (_, errors) = home.add(&["--again", &id, &newer], 2);
    assert!(errors.contains("in/b.txt: gives another text than the stored article"), "{errors}");
    assert!(errors.contains("--reclean stores this one"), "{errors}");
    assert_eq!(fs::read(home.path(&format!("{id}.yaml"))).unwrap(), before);
    home.add(&["--again", &id, &newer, "--reclean"], 0);
    let brief = home.brief(&id);
    assert_eq!(brief.source.published.unwrap().to_string(), "2031-05-04");
    assert_eq!(brief.source.article.unwrap().sha256, home.article(&id).sha256());
    home.run(&["verify", "--library", "lib"], 0);
}

#[test]
fn claims_that_go_and_the_notes_on_them_are_named() {
    let (home, id, _) = drafted();
    edit(&home, &id, |s| {
        let s = s.replacen(
            "    unsupported: false\n  - id: \"c2\"",
            "    unsupported: false\n    rating: 5\n  - id: \"c2\"",
            1,
        );
        s.replacen("  - id: \"c3\"", "  # on the third\n  - id: \"c3\"", 1)
    });
    let last = home.brief(&id).claims.last().unwrap().clone();
    home.run(&["note", &format!("{id}#{}", last.id.0), "Ask the owners.", "--library", "lib"], 0);
    // The article loses the passages of all claims but those that a person marked.
    let kept: Vec<String> = home.brief(&id).claims.iter().map(|claim| claim.id.0.clone()).collect();
    let Passage::Quote { text: quote, .. } = &last.evidence[0].passage else { panic!("{last:?}") };
    let page = |from: &str, to: &str| html("Ferry runs aground").replace(from, to);
    home.add(&["--again", &id, &home.put("a.html", page("", "")), "--reclean"], 0);
    let newer = page(quote, "Nothing more is known of it.");
    assert!(!newer.contains(quote), "{quote}");
    let newer = home.put("b.html", newer);
    let (said, _) = home.add(&["--again", &id, &newer, "--reclean"], 0);
    let now = home.brief(&id);
    let gone: Vec<&String> = kept.iter().filter(|old| !now.claims.iter().any(|claim| claim.id.0 == **old)).collect();
    assert!(gone.contains(&&last.id.0), "{gone:?}\n{said}");
    for old in &gone {
        assert!(said.contains(&format!("{id}  {old} is gone: ")), "{said}");
    }
    assert!(said.contains(&format!(" is on {}, which is gone", last.id.0)), "{said}");
    let file = fs::read_to_string(home.path(&format!("{id}.yaml"))).unwrap();
    assert!(file.contains("rating: 5") && file.contains("  # on the third\n  - id: \"c3\""), "{file}");
}

#[test]
fn no_claim_is_drafted_that_a_person_wrote_already() {
    let (home, id, _) = drafted();
    let before = home.brief(&id).claims;
    let by_hand = |file: String| {
        let (head, _) = file.split_once("claims:").unwrap();
        let claim = before[0].text.replace(" aboard", " on board");
        format!(
            "{head}claims:\n  - {{id: c1, claim: \"{claim}\", kind: fact}}\ntopics: []\nmade: {{by: hand, status: reviewed}}\n"
        )
    };
    edit(&home, &id, by_hand);
    home.add(&["--again", &id, "--claims"], 0);
    let now = home.brief(&id).claims;
    assert_eq!(now.len(), before.len(), "{now:#?}");
    assert!(!now.iter().skip(1).any(|claim| claim.text == before[0].text), "{now:#?}");
}
