//! `epitome search`: what is found in briefs and articles, and how a line and a document say where.

use std::fs;

use serde_json::Value;

use crate::adding::{Home, html, text};

/// A library of two briefs of one ferry, and a file that is none.
fn library() -> Home {
    let home = Home::new();
    home.add(&[&home.put("a.txt", text("Ferry runs aground off Brannock Point"))], 0);
    let other = html("Anker über Bord").replace("ferry", "barge").replace("212", "14");
    home.add(&[&home.put("b.html", other), "--anyway"], 0);
    fs::write(home.path("broken.yaml"), "title: [").unwrap();
    home
}

#[test]
fn every_passage_that_has_the_words_is_a_line_with_its_places() {
    let home = library();
    let first = home.names().iter().find(|name| name.ends_with("ferry.txt")).unwrap().replace(".txt", "");
    for (query, lines) in [
        (&["aground", "off", "brannock", "212"][..], &["The ferry Brannock Star ran aground"][..]),
        (&["uber"], &["title\tAnker über Bord"]),
        (&["lifeboats"], &["¶2\tTwo lifeboats", "¶2\tTwo lifeboats"]),
        (&["boats"], &[]),
        (&["2031", "aground"], &["title\tFerry runs aground"]),
        (&["1999", "aground"], &[]),
        (&["is:unread", "anker"], &["title\tAnker über Bord"]),
        (&["is:starred"], &[]),
        (&["is:draft", "is:unread"], &["title\tFerry runs", "title\tAnker"]),
        (&["tag:sea"], &[]),
        (&["nowhere"], &[]),
        (&["\"two lifeboats\""], &["¶2\tTwo lifeboats", "¶2\tTwo lifeboats"]),
        (&["\"lifeboats two\""], &[]),
        (&["lifeboats -über"], &["¶2\tTwo lifeboats"]),
        (&["lifeboats -aground"], &[]),
        (&["--", "-lifeboats"], &[]),
        (&["2030..2032", "aground"], &["title\tFerry runs aground"]),
        (&["2014..2021", "aground"], &[]),
    ] {
        let (said, errors) = home.run(&[&["search", "--library", "lib"], query].concat(), i32::from(lines.is_empty()));
        let articles: Vec<&str> =
            said.lines().filter(|line| lines.iter().any(|wanted| line.contains(wanted))).collect();
        assert!(articles.len() >= lines.len() && said.is_empty() == lines.is_empty(), "{query:?}: {said}");
        assert!(errors.contains("cannot read: broken.yaml"), "{errors}");
    }
    let claim = home.brief(&first).claims.pop().unwrap();
    let (said, _) = home.run(&["search", &claim.text.replace(['.', ','], ""), "--library", "lib"], 0);
    let number = home.brief(&first).claims.len();
    let named = |line: &str| line.starts_with(&format!("{first}\t")) && line.contains(&format!("claim {number}"));
    assert!(said.lines().any(named), "{said}");
    let (said, _) = home.run(&["search", "harbour", "master", "--library", "lib"], 0);
    assert!(said.lines().any(|line| line.starts_with(&format!("{first}\tsummary"))), "{said}");
    home.run(&["search", " ", "--library", "lib"], 2);
    home.run(&["search", "--library", "lib"], 2);
    home.run(&["search", "x", "--library", "nowhere"], 2);
    fs::create_dir(home.0.join("bad")).unwrap();
    fs::write(home.0.join("bad/broken.yaml"), "title: [").unwrap();
    let (_, errors) = home.run(&["search", "x", "--library", "bad"], 2);
    assert!(errors.contains("cannot read: broken.yaml"), "where nothing can be read the answer is not no: {errors}");
    for (query, why) in [
        ("is:", "‘is:’ says nothing; there are is:unread"),
        ("2021..2014", "‘2021..2014’ runs backwards"),
        ("2014..99999999999", "is no span of years"),
    ] {
        let (said, errors) = home.run(&["search", query, "--library", "lib"], 2);
        assert!(said.is_empty() && errors.contains(why), "{query}: {errors}");
    }
    let (_, errors) = home.run(&["search", "kind:report", "--library", "lib"], 2);
    assert!(errors.contains("‘kind:report’ is no term of a filter. There are is:unread"), "{errors}");
}

#[test]
fn a_program_gets_the_spans_of_the_words() {
    let home = library();
    let (said, _) = home.run(&["search", "ÜBER", "bord", "--json", "--library", "lib"], 0);
    assert_eq!(serde_json::from_str::<Value>(&said).unwrap()["hits"][0]["around"], "Anker über Bord");
    let (said, _) = home.run(&["search", "über bord", "--json", "--library", "lib"], 0);
    let json: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((&json["version"], &json["query"]), (&1.into(), &"über bord".into()));
    let hit = &json["hits"][0];
    let text = hit["around"].as_str().unwrap();
    let words: Vec<&str> = hit["spans"]
        .as_array()
        .unwrap()
        .iter()
        .map(|span| {
            let at = |i: usize| usize::try_from(span[i].as_u64().unwrap()).unwrap();
            text.get(at(0)..at(1)).unwrap()
        })
        .collect();
    assert_eq!((hit["where"].as_str(), words), (Some("title"), vec!["über", "Bord"]));
    assert!(json["unreadable"][0].as_str().unwrap().starts_with("broken.yaml: "), "{json}");
    let (said, _) = home.run(&["search", "lifeboats", "--json", "--library", "lib"], 0);
    let json: Value = serde_json::from_str(&said).unwrap();
    assert!(json["hits"].as_array().unwrap().iter().any(|hit| hit["paragraph"] == 2 && hit["where"] == "article"));
}

#[test]
fn a_query_of_more_words_than_anybody_looks_for_is_refused() {
    let home = library();
    let words = |n: usize| vec!["ferry"; n].join(" ");
    home.run(&["search", &words(32), "--library", "lib"], 0);
    let (_, said) = home.run(&["search", &words(33), "--library", "lib"], 2);
    assert!(said.contains("a query has at most 32 words and terms"), "{said}");
}

#[test]
fn what_the_shelf_finds_is_found_and_printed_safely() {
    let home = Home::new();
    fs::create_dir_all(home.0.join("lib")).unwrap();
    let brief = "epitome: 1\ntitle: \"Fog \\e[31m\"\nsummary: \"S\"\nclaims: []\n";
    fs::write(home.path("a.yaml"), brief).unwrap();
    fs::write(home.path("a.txt"), "The fog \u{1b}[31m came \u{202e}in.\n").unwrap();
    let (said, _) = home.run(&["search", "fog", "--library", "lib"], 0);
    assert_eq!(said, "a\ttitle\tFog ␛[31m\na\t¶1\tThe fog ␛[31m came \u{fffd}in.\n");
}
