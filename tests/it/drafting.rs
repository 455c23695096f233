//! `epitome draft`: what it prints, and what a drafted brief keeps to.

use std::path::PathBuf;
use std::process::{Command, Output};

use epitome::analysis::draft::{WRITER, draft};
use epitome::analysis::gate::Gate;
use epitome::article::Article;
use epitome::brief::anchor::{Finder, State};
use epitome::brief::{Source, Status};

/// An article of no newspaper.
const ARTICLE: &str = "\
KERRICK, Norland (Post) -- The ferry Brannock Star ran aground on a sandbank off Brannock Point on Friday with 212 passengers aboard, the harbour master said.

However, two lifeboats from Kerrick took everyone off the ship before dawn. Captain Ines Maddock, 52, had sailed the route for eleven years. She told the Harbour Post that the light on the point was out.

What went wrong? Click here to read more about the ferries of Norland.

\"Nobody saw the light that night, and nobody had been told of it,\" said Maddock. He who keeps the light lives in Kerrick.

According to the coast guard, no fuel leaked from the hull of the Brannock Star. The owners of the Brannock Star, Norland Lines, should pay for the rescue, the mayor of Kerrick argued. An inquiry into the accident will begin in June 2031 and is expected to last a year.

It was the third accident on the sandbank since 2014. This is why fishermen call it the Widow. The ferry company has carried 1,400,000 passengers between Kerrick and Brannock Point without an injury, its records show.
";

fn epitome(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_epitome")).args(args).output().unwrap()
}

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("epitome-drafting-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn drafted(text: &str, name: &str) -> serde_json::Value {
    let path = file(name, text.as_bytes());
    let out = epitome(&["draft", "--json", path.to_str().unwrap()]);
    assert!(out.status.success(), "{out:?}");
    serde_json::from_slice(&out.stdout).unwrap()
}

fn claims(brief: &serde_json::Value) -> Vec<(String, String, String)> {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("").to_owned();
    let claims = brief["claims"].as_array().unwrap().iter();
    claims.map(|c| (text(&c["text"]), text(&c["said_by"]), text(&c["kind"]))).collect()
}

#[test]
fn claims_stand_alone_with_their_kind_and_who_said_them() {
    let brief = drafted(ARTICLE, "article.txt");
    let claims = claims(&brief);
    let has = |text: &str, by: &str, kind: &str| {
        assert!(claims.contains(&(text.into(), by.into(), kind.into())), "{text}\n{claims:#?}");
    };
    has("Two lifeboats from Kerrick took everyone off the ship before dawn.", "", "fact");
    has("No fuel leaked from the hull of the Brannock Star.", "the coast guard", "fact");
    has("Ines Maddock told the Harbour Post that the light on the point was out.", "Ines Maddock", "fact");
    has(
        "The owners of the Brannock Star, Norland Lines, should pay for the rescue.",
        "the mayor of Kerrick",
        "recommendation",
    );
    let inquiry = brief["claims"].as_array().unwrap().iter().find(|c| c["kind"] == "forecast").unwrap();
    assert_eq!(inquiry["when"], "2031-06");
    for (text, ..) in &claims {
        for refused in ["Click", "?", "This is", "It was", "She "] {
            assert!(!text.contains(refused), "{text}");
        }
    }
}

#[test]
fn offsets_are_bytes_of_the_input_and_the_summary_is_made_of_its_sentences() {
    // Of a text from which something is left out, they are those of the clean article.
    let clean = ARTICLE.replace("What went wrong? Click here to read more about the ferries of Norland.\n\n", "");
    assert_eq!(drafted(&clean, "clean"), drafted(ARTICLE, "article"));
    for (name, text) in
        [("lf", clean.clone()), ("crlf", clean.replace('\n', "\r\n")), ("bom", format!("\u{feff}{clean}"))]
    {
        let brief = drafted(&text, name);
        let slice = |e: &serde_json::Value| {
            text.get(e["start"].as_u64().unwrap() as usize..e["end"].as_u64().unwrap() as usize).unwrap()
        };
        let sentences: Vec<&str> = brief["summary_evidence"].as_array().unwrap().iter().map(slice).collect();
        assert_eq!(brief["summary"], sentences.join(" "));
        let words = brief["summary"].as_str().unwrap().split_whitespace().count();
        assert!((40..=60).contains(&words), "{words}");
        let all = brief["claims"].as_array().unwrap();
        assert!((5..=10).contains(&all.len()), "{}", all.len());
        for claim in all {
            for evidence in claim["evidence"].as_array().unwrap() {
                assert!(!slice(evidence).contains('\n'));
            }
        }
        assert_eq!(drafted(&text, name), brief, "the same input, the same brief");
    }
}

#[test]
fn a_drafted_brief_has_exact_evidence_and_passes_the_gate() {
    let article = Article::parse(ARTICLE);
    let source = Source { language: Some("en".into()), published: "2031-05-03".parse().ok(), ..Source::default() };
    let brief = draft(&article, Some("Ferry runs aground off Brannock Point"), &source, None);
    let (finder, gate) = (Finder::new(&article), Gate::of(&article, Some("en")));
    assert_eq!((brief.made.by.as_str(), brief.made.status), (WRITER, Status::Draft));
    assert!(brief.made.fields.contains_key("title") && brief.made.fields.contains_key("c1"));
    for claim in &brief.claims {
        assert!(!claim.evidence.is_empty());
        let found: Vec<_> = claim.evidence.iter().map(|anchor| finder.resolve(anchor)).collect();
        assert!(found.iter().all(|f| f.state == State::Exact), "{}", claim.text);
        let places: Vec<_> = found.iter().filter_map(|f| f.place).map(Into::into).collect();
        assert!(gate.judge(&claim.text, claim.said_by.as_deref(), &places).passes(), "{}", claim.text);
    }
    assert!(brief.summary_evidence.iter().all(|anchor| finder.resolve(anchor).state == State::Exact));
}

#[test]
fn whatever_the_input_the_draft_ends_well() {
    let long = "word ".repeat(20_000);
    let spoken = "He said x, \"a\" ".repeat(50_000);
    for (name, text) in [("one", "Hello"), ("long", long.as_str()), ("spoken", spoken.as_str())] {
        drafted(text, name);
    }
    for (name, text) in [("empty", ""), ("blank", " \n\n"), ("marks", "\"“”!?. … .")] {
        let out = epitome(&["draft", "--json", file(name, text.as_bytes()).to_str().unwrap()]);
        assert_eq!(out.status.code(), Some(2), "{name}");
        assert!(String::from_utf8_lossy(&out.stderr).contains("holds no text"), "{out:?}");
    }
    let here = file("good", ARTICLE.as_bytes());
    let bad = file("bad", b"\xff\xfe\x00");
    let out = epitome(&["draft", "--json", bad.to_str().unwrap(), "no-such-file", here.to_str().unwrap()]);
    assert_eq!(out.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&out.stdout).lines().count(), 1, "one bad file never hides another");
    let errors = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(errors.contains("bad") && errors.contains("no-such-file"), "{errors}");
}

#[test]
fn many_are_drafted_in_the_order_in_which_they_were_named() {
    let number =
        |at: usize| format!("{ARTICLE}\n\nThe light of pier {at} went out on Friday, the port of Kerrick said.");
    // The first takes longest.
    let text = |at: usize| if at == 0 { number(at).repeat(20) } else { number(at) };
    let paths: Vec<PathBuf> = (0..30).map(|at| file(&format!("ordered-{at}"), text(at).as_bytes())).collect();
    let named: Vec<&str> = paths.iter().filter_map(|path| path.to_str()).collect();
    for form in [&["draft", "--json"][..], &["draft"], &["extract", "--json"]] {
        let out = epitome(&[form, &named].concat());
        assert!(out.status.success(), "{out:?}");
        let all = String::from_utf8_lossy(&out.stdout).into_owned();
        let places: Vec<Option<usize>> = named
            .iter()
            .map(|name| all.find(&format!("{name}{}", if form == ["draft"] { " <" } else { "\"" })))
            .collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{form:?} {places:?}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_can_be_drafted(text in "(\\PC{0,60}\n?){0,4}|((He|She|Ines Hale|said|told|“|”|\"|, |\\. |However|ferry|2014|In June|the|\n| ){0,90})") {
        let article = Article::parse(&text);
        let brief = draft(&article, None, &Source::default(), None);
        let finder = Finder::new(&article);
        for anchor in brief.claims.iter().flat_map(|c| &c.evidence).chain(&brief.summary_evidence) {
            assert_eq!(finder.resolve(anchor).state, State::Exact);
        }
    }
}
