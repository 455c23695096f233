//! What `list`, `search` and `show` print: columns for programs, each passage once, and what has no title by its beginning.

use std::fs;

use epitome::tui::effect::Effect;

use crate::adding::Home;
use crate::driver::Driver;

/// A brief without a title; its claim, its summary and its article say the same.
const LAMP: &str = "epitome: 1
title: null
source: {publisher: \"The Kerrick Post\", published: \"2031-05-03\"}
summary: The keeper of Kerrick lit the old lamp in the fog on Friday night. Nobody had asked him to. The mayor thanked him.
claims:
  - id: c7
    claim: The mayor thanked him.
    evidence: [{paragraph: 2, quote: The mayor thanked him.}]
  - id: c9
    claim: Tomas Reeve, the keeper of Kerrick, lit the old lamp in the fog on Friday night.
    evidence: [{paragraph: 1, quote: The keeper of Kerrick lit the old lamp in the fog on Friday night.}]
topics: [a topic of several words, another topic of them]
made: {by: hand, on: \"2031-06-21\", status: reviewed}
";
const ARTICLE: &str = "The keeper of Kerrick lit the old lamp in the fog on Friday night. It burned until six.

The mayor thanked him. She had slept.

A lamp is no toy, his wife says.
";

fn library() -> Home {
    let home = Home::new();
    fs::create_dir_all(home.0.join("lib")).unwrap();
    fs::write(home.path("lamp.yaml"), LAMP).unwrap();
    fs::write(home.path("lamp.txt"), ARTICLE).unwrap();
    fs::write(home.path("b.yaml"), "epitome: 1\ntitle: \"A\\ttab and a  space\"\nsummary: S.\n").unwrap();
    home
}

#[test]
fn a_pipe_gets_one_tab_between_the_columns_of_a_list() {
    let (said, _) = library().run(&["list", "--library", "lib"], 0);
    let lamp = "2031-05-03\t(The keeper of Kerrick lit the old lamp in the fog on …)\tThe Kerrick Post\t2\tlamp\n";
    assert_eq!(said, format!("{lamp}no date\tA tab and a  space\t–\t0\tb\n"));
}

#[test]
fn what_stands_in_several_places_is_printed_once_with_all_of_them() {
    let home = library();
    let all = "summary, claim 2, ¶1\tThe keeper of Kerrick lit the old lamp in the fog on Friday night.";
    // The id has the word too, and stands before every line.
    for (query, lines) in [
        ("lamp", &[all, "¶3\tA lamp is no toy, his wife says."][..]),
        ("mayor", &["summary, claim 1, ¶2\tThe mayor thanked him."]),
        ("burned", &["¶1\tIt burned until six."]),
        ("reeve", &["claim 2\tTomas Reeve, the keeper of Kerrick, lit the old lamp in the fog on Friday night."]),
    ] {
        let (said, _) = home.run(&["search", query, "--library", "lib"], 0);
        let got: Vec<&str> = said.lines().map(|line| line.strip_prefix("lamp\t").unwrap()).collect();
        assert_eq!(got, lines, "{query}");
    }
    let (said, _) = home.run(&["search", "lamp", "--library", "lib", "--json"], 0);
    let json: serde_json::Value = serde_json::from_str(&said).unwrap();
    let places: Vec<&str> = json["hits"].as_array().unwrap().iter().map(|hit| hit["where"].as_str().unwrap()).collect();
    assert_eq!(places, ["id", "summary", "claim", "article", "article"]);
    assert_eq!(json["hits"][2]["claim"], "c9");
}

#[test]
fn the_facts_of_a_brief_break_between_them() {
    let (said, _) = library().run(&["show", "lamp", "--library", "lib"], 0);
    let end = "lamp · a topic of several words, another topic of them · made by hand\n21 June 2031 · reviewed · article here\nnot supported";
    assert!(
        said.starts_with("(The keeper of Kerrick lit the old lamp in the fog on …)\nThe Kerrick Post · 3 May 2031"),
        "{said}"
    );
    assert!(said.contains(end), "{said}");
}

#[test]
fn a_comparison_calls_it_by_its_beginning_too() {
    let (said, _) = library().run(&["compare", "lamp", "b", "--format", "text", "--library", "lib"], 0);
    assert!(said.contains("(The keeper of Kerrick lit the old lamp in the fog"), "{said}");
}

#[test]
fn it_is_called_the_same_on_every_screen_and_where_it_is_cited() {
    let home = library();
    for keys in ["", "<enter>", "<space><space>c"] {
        let mut driver = Driver::open(&home.0.join("lib"), (80, 24));
        let screen = driver.keys(keys).screen();
        assert!(screen.contains("(The keeper of Kerrick lit the old"), "{keys}: {screen}");
    }
    let mut driver = Driver::open(&home.0.join("lib"), (80, 24));
    driver.keys("yr");
    let cited = "The Kerrick Post: [The keeper of Kerrick lit the old lamp in the fog on …]. 3 May 2031.";
    assert!(
        driver.outside.iter().any(|effect| matches!(effect, Effect::Copy(_, text) if text == cited)),
        "{:?}",
        driver.outside
    );
    assert!(Driver::open(&home.0.join("lib"), (80, 24)).keys("/keeper<enter>").foot().contains("1/1"));
}
