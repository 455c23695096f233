//! `check`, `verify`, `attach` and `schema`, as they are used.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use epitome::analysis::check;
use epitome::brief::{emit, schema, yaml};
use serde_json::Value;

const SAMPLE: &str = include_str!("samples/format-1.yaml");

fn epitome(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_epitome")).args(args).env_remove("EPITOME_LIBRARY").output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// A folder of its own under the build's, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn findings_of_good_practice_have_their_place() {
    let good = "title: T\nsummary: S\n";
    let claim = |rest: &str| format!("{good}claims:\n  - id: c1\n{rest}");
    let evidence = "    evidence: [{quote: The ferry carried 212 people}]\n";
    for (file, code, place) in [
        ("summary: S\n".to_owned(), "no-heading", "1:1"),
        ("title: T\nsummary: \"\"\n".to_owned(), "empty-summary", "3:10"),
        (good.to_owned(), "no-claims", "1:1"),
        (format!("{good}source: {{url: 'javascript:x'}}\n"), "url", "4:15"),
        (format!("{good}source: {{language: English language}}\n"), "language", "4:20"),
        (format!("{good}source: {{authors: [' ']}}\n"), "empty-author", "4:20"),
        (claim(&format!("    claim: They left the port.\n{evidence}")), "pronoun", "6:12"),
        (claim(&format!("    claim: Boats left. Nobody came.\n{evidence}")), "several-sentences", "6:12"),
        (claim("    claim: Boats left.\n"), "no-evidence", "5:5"),
        (claim(&format!("    claim: The ferry carried 221.\n{evidence}")), "figure", "6:12"),
        (claim(&format!("    claim: A.\n{evidence}  - id: c1\n    claim: B.\n{evidence}")), "duplicate-id", "8:9"),
        (
            claim(&format!("    claim: A b.\n{evidence}  - id: c2\n    claim: A  b.\n{evidence}")),
            "duplicate-claim",
            "9:12",
        ),
        (claim("    claim: A.\n    evidence: [{paragraph: 9, quote: a}]\n"), "no-paragraph", "7:28"),
        (
            claim("    claim: A.\n    evidence: [{paragraph: 1, span: [0, 99], quote: a}]\n"),
            "span-past-paragraph",
            "7:37",
        ),
        (claim("    claim: A.\n    evidence: [{span: [0, 99], quote: a}]\n"), "span-length", "7:23"),
        (claim(&format!("    claim: \"A\\e[2J.\"\n{evidence}")), "unsafe-character", "6:12"),
        (format!("{good}made: {{fields: {{zz: x}}}}\n"), "unknown-field", "4:21"),
    ] {
        let loaded = yaml::read(format!("epitome: 1\n{file}").as_bytes()).unwrap();
        let article = epitome::article::Article::parse("One.\n\nTwo.\n");
        let findings = check::check(&loaded, Some(&article));
        let found = findings.iter().find(|f| f.code == code).map(|f| format!("{}:{}", f.line, f.column));
        assert_eq!(found.as_deref(), Some(place), "{code}: {file}\n{findings:#?}");
    }
}

#[test]
fn a_good_brief_has_no_findings() {
    let mut file = "epitome: 1\ntitle: T\nsummary: S\nclaims:\n".to_owned();
    for i in 1..=8 {
        file += &format!("  - id: c{i}\n    claim: Boat {i} left.\n    evidence: [{{quote: Boat {i} left}}]\n");
    }
    let loaded = yaml::read(file.as_bytes()).unwrap();
    assert_eq!(check::check(&loaded, None), []);
}

#[test]
fn check_prints_a_line_a_finding_and_says_no_when_one_is_an_error() {
    let folder = folder("check");
    fs::write(folder.join("bad.yaml"), "epitome: 1\ntitle: a\ntitle: b\n").unwrap();
    fs::write(folder.join("odd.yaml"), "epitome: 1\nsource: {kind: rumour}\n").unwrap();
    fs::write(folder.join("x.study.yaml"), "not a brief").unwrap();
    fs::create_dir(folder.join("folder.yaml")).unwrap();
    let path = folder.to_str().unwrap();
    let said = epitome(&["check", path]);
    let text = out(&said);
    assert_eq!(code(&said), 1, "{text}");
    assert!(text.contains("bad.yaml:3:1: error: the key 'title' stands twice; keep one of the two\n"), "{text}");
    assert!(text.contains("odd.yaml:2:16: error: source.kind: 'rumour' is not known; use report,"), "{text}");
    assert!(text.contains("folder.yaml:1:1: error: a folder, not a file; "), "{text}");
    assert!(!text.contains("study"), "{text}");
    let document: Value = serde_json::from_str(&out(&epitome(&["check", "--json", path]))).unwrap();
    assert_eq!(document["version"], 1);
    assert_eq!(document["findings"][0]["level"], "error");
    assert_eq!(document["findings"][0]["line"], 3);
    let (none, odd) = (folder.join("none.yaml"), folder.join("odd.yaml"));
    let some = epitome(&["check", "--json", none.to_str().unwrap(), odd.to_str().unwrap()]);
    let document: Value = serde_json::from_str(&out(&some)).unwrap();
    assert_eq!(code(&some), 2);
    assert!(document["findings"].as_array().is_some_and(|found| !found.is_empty()), "{document}");
    assert!(String::from_utf8_lossy(&some.stderr).contains("none.yaml"), "the one that is not there is named");
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_loop_of_links_in_the_folder_stops_nothing() {
    let folder = folder("pipes");
    let made = Command::new("mkfifo").arg(folder.join("pipe.yaml")).status().unwrap();
    assert!(made.success());
    std::os::unix::fs::symlink("loop.yaml", folder.join("loop.yaml")).unwrap();
    std::os::unix::fs::symlink(".", folder.join("self")).unwrap();
    fs::write(folder.join("good.yaml"), SAMPLE).unwrap();
    let said = epitome(&["check", folder.to_str().unwrap()]);
    let text = out(&said);
    assert!(text.contains("pipe.yaml:1:1: error: a named pipe, not a file"), "{text}");
    assert!(text.contains("loop.yaml:1:1: error: "), "{text}");
    assert!(text.contains("good.yaml:"), "{text}");
}

const FERRY: &str = "epitome: 1\ntitle: T\nclaims:\n  - id: c1\n    claim: The ferry carried 212 people.\n    evidence:\n      - {paragraph: 1, span: [0, 29], quote: The ferry carried 212 people.}\n";

#[test]
fn verify_names_the_state_of_every_passage_and_its_exit_code_follows() {
    let folder = folder("verify");
    let library = folder.to_str().unwrap();
    fs::write(folder.join("a.yaml"), FERRY).unwrap();
    for (article, state, plain, strict) in [
        (None, "unattached", 0, 1),
        (Some("The ferry carried 212 people.\n"), "exact", 0, 0),
        (Some("New.\n\nThe ferry carried 212 people.\n"), "moved", 0, 1),
        (Some("The ferry  carried 212 people.\n"), "repaired", 0, 1),
        (Some("No.\n\nThe ferry carried 212 people.\n\nThe ferry carried 212 people.\n"), "ambiguous", 1, 1),
        (Some("The ferry carried 213 people.\n"), "missing", 1, 1),
    ] {
        if let Some(article) = article {
            fs::write(folder.join("a.txt"), article).unwrap();
        }
        let said = epitome(&["verify", "--all", "--library", library]);
        assert!(out(&said).contains(&format!("a  c1[0]  {state}")), "{state}: {}", out(&said));
        assert!(out(&said).contains(&format!("1 brief, 1 passage: 1 {state}; 0 claims not carried")), "{said:?}");
        // Without it only what is not exact is said, and the totals.
        let few = out(&epitome(&["verify", "--library", library]));
        assert!((few.lines().count() == 1) == (state == "exact") && few.contains(state), "{state}: {few}");
        assert_eq!(
            (code(&said), code(&epitome(&["verify", "a", "--strict", "--library", library]))),
            (plain, strict),
            "{state}"
        );
        let json: Value = serde_json::from_str(&out(&epitome(&["verify", "--json", "--library", library]))).unwrap();
        assert_eq!((&json["version"], &json["briefs"][0]["passages"][0]["state"]), (&1.into(), &state.into()));
    }
    let wrong = FERRY.replace("claim: The ferry carried 212", "claim: The ferry carried 221");
    fs::write(folder.join("a.yaml"), wrong).unwrap();
    fs::write(folder.join("a.txt"), "The ferry carried 212 people.\n").unwrap();
    let said = epitome(&["verify", "--library", library]);
    assert!(out(&said).contains("figures not in the passage: 221"), "{}", out(&said));
    assert_eq!(code(&said), 1);
    assert_eq!(code(&epitome(&["verify", "none", "--library", library])), 2);
    let said = epitome(&["verify", "--json", "none", "a", "--library", library]);
    let json: Value = serde_json::from_str(&out(&said)).unwrap();
    assert_eq!((code(&said), json["briefs"].as_array().map(Vec::len)), (2, Some(2)));
    assert_eq!((&json["briefs"][1]["id"], &json["briefs"][1]["passages"][0]["state"]), (&"a".into(), &"exact".into()));
    assert!(json["briefs"][0]["error"].as_str().unwrap().contains("none"), "{json}");
    assert!(String::from_utf8_lossy(&said.stderr).contains("none"), "the bad one is named");
    let said = epitome(&["verify", "none", "a", "--all", "--library", library]);
    assert!(code(&said) == 2 && out(&said).contains("a  c1[0]  exact"), "{}", out(&said));
    assert_eq!(fs::read_to_string(folder.join("a.yaml")).unwrap().lines().count(), FERRY.lines().count());
}

#[test]
fn verify_names_a_claim_that_its_passages_do_not_carry() {
    let folder = folder("unsupported");
    let library = folder.to_str().unwrap();
    fs::write(folder.join("a.txt"), "The ferry carried 212 people. Nobody on the Brannock quay was told.\n").unwrap();
    for (claim, named, is_no) in [
        ("The ferry carried 212 people.", "", 0),
        ("The ferry carried 212 people to Brannock.", "", 0),
        ("The ferry carried 212 people to Kerrick.", "names not there: Kerrick", 1),
        ("The ferry carried 221 people.", "figures not there: 221", 1),
        ("The ferry did not carry 212 people.", "it denies what nothing there denies", 1),
        ("Owners should pay fines for the accident.", "0% of its words are there", 1),
    ] {
        let brief = FERRY.replace("claim: The ferry carried 212 people.", &format!("claim: {claim}"));
        for (brief, is_no) in [(brief.clone(), is_no), (format!("{brief}    unsupported: true\n"), 0)] {
            fs::write(folder.join("a.yaml"), brief).unwrap();
            let said = epitome(&["verify", "--library", library]);
            assert_eq!(out(&said).contains("a  c1  unsupported"), !named.is_empty(), "{claim}: {}", out(&said));
            assert!(out(&said).contains(named), "{claim}: {}", out(&said));
            assert_eq!(code(&said), is_no, "{claim}");
            assert_eq!(code(&epitome(&["verify", "--strict", "--library", library])), is_no, "{claim}");
            let json: Value =
                serde_json::from_str(&out(&epitome(&["verify", "--json", "--library", library]))).unwrap();
            let found = json["briefs"][0]["unsupported"].as_array().unwrap();
            assert_eq!(found.len(), usize::from(!named.is_empty()), "{claim}");
        }
    }
    for (summary, named) in [
        ("The ferry carried 212 people, and nobody on the quay was told.", ""),
        ("It carried 250 people.", "figures not there: 250"),
        ("President Barack Obama closed the ferry.", "names not there: Barack, Obama"),
        ("People from Mars were on the ferry.", "names not there: Mars"),
        ("The ferry did not carry 212 people.", "it denies what nothing there denies"),
        ("Quantum computers will soon break most banking codes.", "0% of its words are there"),
    ] {
        fs::write(folder.join("a.yaml"), format!("{FERRY}summary: {summary}\n")).unwrap();
        let said = epitome(&["verify", "--library", library]);
        let told = if named.is_empty() { String::new() } else { format!("a  summary  unsupported: {named}") };
        assert!(out(&said).contains(&told) && out(&said).contains("summary") != named.is_empty(), "{}", out(&said));
        assert_eq!(code(&said), i32::from(!named.is_empty()), "{summary}");
    }
}

/// A brief of claims that an article has, and one at the end that it has not; without passages, if so asked.
fn with_one_false(claims: usize, evidence: &str) -> String {
    let mut brief = "epitome: 1\ntitle: T\nmade: {by: llm, status: reviewed}\nclaims:\n".to_owned();
    for n in 1..=claims {
        let text =
            if n == claims { "The ferry carried 900 people to Atlantis." } else { "The ferry carried 212 people." };
        brief += &format!("  - id: c{n}\n    claim: {text}\n{evidence}");
    }
    brief
}

const PASSAGE: &str = "    evidence: [{paragraph: 1, span: [0, 29], quote: The ferry carried 212 people.}]\n";

#[test]
fn verify_judges_every_claim_or_says_that_it_did_not() {
    let folder = folder("many");
    let library = folder.to_str().unwrap();
    fs::write(folder.join("a.txt"), "The ferry carried 212 people. Nobody on the Brannock quay was told.\n").unwrap();
    for (claims, evidence, named) in [
        (33, PASSAGE, "a  c33  unsupported: figures not there: 900"),
        (60, PASSAGE, "a  c60  unsupported: "),
        (61, PASSAGE, "a  c61  not judged: a brief has at most 30 claims"),
        (2, "", "a  c2  unsupported: it names no passage; figures not there: 900"),
        (1, "    evidence: [{quote: It sank.}]\n", "a  c1  not judged: a passage of it was not found"),
    ] {
        fs::write(folder.join("a.yaml"), with_one_false(claims, evidence)).unwrap();
        let said = epitome(&["verify", "--library", library]);
        assert!(out(&said).contains(named), "{claims}: {}", out(&said));
        assert_eq!(code(&said), 1, "{claims}");
    }
    fs::remove_file(folder.join("a.txt")).unwrap();
    fs::write(folder.join("a.yaml"), with_one_false(1, "")).unwrap();
    assert_eq!(code(&epitome(&["verify", "--library", library])), 1, "no passage, no article");
    fs::write(folder.join("b.yaml"), "no brief").unwrap();
    let said = epitome(&["verify", "--library", library]);
    assert_eq!((code(&said), String::from_utf8_lossy(&said.stderr).lines().count()), (2, 1));
    assert!(out(&epitome(&["verify", "--help"])).contains("Exit: 0 every passage stands"));
}

#[test]
fn what_is_too_large_to_be_judged_is_said_and_its_passages_are_found() {
    let folder = folder("too-large");
    let library = folder.to_str().unwrap();
    let text = "The ferry carried 212 people. Nobody on the Brannock quay was told.\n";
    let large = format!("{text}\n{}", "Nobody was told of it. ".repeat(250).trim_end().to_owned() + "\n\n").repeat(800);
    let long = format!("The ferry carried 212 people{}.", " and their dogs".repeat(100));
    let brief = with_one_false(2, PASSAGE).replace("claims:", "summary: The ferry carried 212 people.\nclaims:");
    for (brief, article, expected) in [
        (brief.clone(), text, vec!["c1[0]  exact", "c2  unsupported"]),
        (
            brief.replace("The ferry carried 900 people to Atlantis.", &long),
            text,
            vec!["c2[0]  exact", "c2  not judged: it is too long"],
        ),
        (
            brief.replace("summary: ", &format!("summary: {}", "They all went home. ".repeat(300))),
            text,
            vec!["summary  not judged: it is too long", "c2  unsupported"],
        ),
        (
            brief,
            &large,
            vec!["c1[0]  exact", "summary  not judged: its article is too large", "c1  not judged", "c2  not judged"],
        ),
    ] {
        fs::write(folder.join("a.txt"), article).unwrap();
        fs::write(folder.join("a.yaml"), brief).unwrap();
        let said = epitome(&["verify", "a", "--all", "--library", library]);
        for line in expected {
            assert!(out(&said).contains(&format!("a  {line}")), "{line}: {}", out(&said));
        }
        assert_eq!(code(&said), 1);
    }
    let shown = out(&epitome(&["show", "a", "--library", library]));
    assert!(shown.contains("(not checked against the article: its article is too large)"), "{shown}");
}

#[test]
fn show_never_shows_as_checked_what_the_article_does_not_carry() {
    let folder = folder("shown");
    let library = folder.to_str().unwrap();
    fs::write(folder.join("a.txt"), "The ferry carried 212 people. Nobody on the Brannock quay was told.\n").unwrap();
    let brief = with_one_false(2, PASSAGE).replace("claims:", "summary: Barack Obama was told.\nclaims:");
    fs::write(folder.join("a.yaml"), brief.replace("kind", "unsupported: false\n    kind")).unwrap();
    let said = out(&epitome(&["show", "a", "--library", library]));
    let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flat.contains("not supported by its evidence: figures not there: 900; names not there: Atlantis"),
        "{said}"
    );
    assert!(flat.contains("(not supported by the article: names not there: Obama)"), "{said}");
    assert!(flat.contains("reviewed · article here not supported: the summary and 1 claim"), "{said}");
    let json: Value = serde_json::from_str(&out(&epitome(&["show", "a", "--json", "--library", library]))).unwrap();
    let unsupported = |n: usize| json["claims"][n]["unsupported"].as_bool().unwrap();
    assert!(!unsupported(0) && unsupported(1) && json["claims"][1]["marked_unsupported"] == false);
    assert!(json["summary_unsupported"].as_str().unwrap().contains("Obama"));
}

#[test]
fn check_takes_the_ids_that_the_other_commands_take() {
    let folder = folder("ids");
    let library = folder.to_str().unwrap();
    fs::write(folder.join("ferry.yaml"), FERRY).unwrap();
    fs::write(folder.join("bad.yaml"), "epitome: 1\nmade: []\nsource: {article: {words: -5}}\n").unwrap();
    let said = epitome(&["check", "fer", "--library", library]);
    assert!(out(&said).contains("ferry.yaml:") && !out(&said).contains("bad.yaml"), "{}", out(&said));
    let said = epitome(&["check", "bad", "--library", library]);
    assert_eq!(code(&said), 1);
    assert!(!out(&said).contains("usize") && !out(&said).contains("expected "), "{}", out(&said));
    assert_eq!(code(&epitome(&["check", "nobody", "--library", library])), 2);
}

#[test]
fn attach_stores_the_text_only_when_every_passage_is_in_it() {
    let folder = folder("attach");
    let library = folder.to_str().unwrap();
    fs::write(folder.join("a.yaml"), FERRY).unwrap();
    let text = folder.join("text");
    let attach =
        |more: &[&str]| epitome(&[&["attach", "a", text.to_str().unwrap(), "--library", library], more].concat());
    fs::write(&text, "The ferry carried 213 people.\n").unwrap();
    let said = attach(&[]);
    assert_eq!(code(&said), 1);
    assert!(out(&said).contains("a  c1[0]  missing") && !folder.join("a.txt").exists());
    fs::write(&text, "\u{feff}The ferry carried 212 people.\r\nTwo boats took them all off the ship.").unwrap();
    assert_eq!(code(&attach(&[])), 0);
    assert_eq!(
        fs::read_to_string(folder.join("a.txt")).unwrap(),
        "The ferry carried 212 people.\n\nTwo boats took them all off the ship.\n"
    );
    fs::write(&text, "The ferry carried 212 people.\n").unwrap();
    assert_eq!(code(&attach(&[])), 1, "another text is not replaced unasked");
    let said = attach(&["--force"]);
    assert_eq!(code(&said), 0);
    assert_eq!(fs::read_to_string(folder.join("a.txt")).unwrap(), "The ferry carried 212 people.\n");
    let kept = folder.join(".trash/a.txt");
    assert!(String::from_utf8_lossy(&said.stderr).contains(&format!("kept as {}", kept.display())), "{said:?}");
    assert!(fs::read_to_string(kept).unwrap().contains("Two boats"), "what was replaced is not lost");
    let said = attach(&["--force"]);
    assert!(said.stderr.is_empty() && !folder.join(".trash/a-2.txt").exists(), "the same text replaces nothing");
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    let names = fs::read_dir(&folder).unwrap().filter(|entry| !hidden(&entry.as_ref().unwrap().file_name()));
    assert_eq!(names.count(), 3, "nothing is left beside brief, text and article");
}

#[test]
fn attach_writes_under_the_lock_of_the_folder_the_brief_lies_in() {
    let folder = folder("attach-below");
    fs::create_dir_all(folder.join("sub")).unwrap();
    fs::write(folder.join("sub/a.yaml"), FERRY).unwrap();
    let text = folder.join("text");
    fs::write(&text, "The ferry carried 212 people.\n\nTwo boats took them all off the ship.\n").unwrap();
    let said = epitome(&["attach", "sub/a", text.to_str().unwrap(), "--library", folder.to_str().unwrap()]);
    assert_eq!(code(&said), 0);
    let locks = ["sub/a.txt", "sub/.epitome.lock", ".epitome.lock"].map(|file| folder.join(file).exists());
    assert_eq!(locks, [true, true, false]);
}

/// Every key path of a schema: `source.article.kinds.quote`, lists passed through.
fn schema_keys(schema: &Value, at: &str, keys: &mut Vec<String>) {
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{at}{name}");
        schema_keys(inner, &format!("{path}."), keys);
        keys.push(path);
    }
    if schema.get("items").is_some() {
        schema_keys(&schema["items"], at, keys);
    }
}

/// Every key path of a document, lists passed through; the hashes of `made.fields` have names of their own.
fn document_keys(document: &Value, at: &str, keys: &mut Vec<String>) {
    for item in document.as_array().into_iter().flatten() {
        document_keys(item, at, keys);
    }
    for (name, inner) in document.as_object().into_iter().flatten().filter(|_| at != "made.fields.") {
        let path = format!("{at}{name}");
        document_keys(inner, &format!("{path}."), keys);
        keys.push(path);
    }
}

#[test]
fn the_schema_has_every_key_that_is_written_and_no_other() {
    let mut brief = yaml::read(SAMPLE.as_bytes()).unwrap().brief;
    let digest = epitome::brief::Passage::Digest { digest: "0".repeat(32), length: 3 };
    brief.summary_evidence = brief.claims[0].evidence.clone();
    brief.summary_evidence.push(epitome::brief::Anchor { passage: digest, ..brief.summary_evidence[0].clone() });
    brief.claims[0].evidence = brief.summary_evidence.clone();
    let numbers = vec![epitome::article::ParagraphNo::at(0)];
    let kinds = epitome::article::ParagraphKind::ALL.into_iter().map(|kind| (kind, numbers.clone()));
    brief.source.article.as_mut().unwrap().kinds = kinds.collect();
    let written = emit::write(&brief);
    assert_eq!(yaml::read(written.as_bytes()).unwrap().brief, brief, "the reader knows every key that is written");
    let document: Value = serde_yaml::from_str(&written).unwrap();
    let (mut known, mut used) = (Vec::new(), Vec::new());
    schema_keys(&schema::schema(), "", &mut known);
    document_keys(&document, "", &mut used);
    known.sort();
    known.dedup();
    used.sort();
    used.dedup();
    assert_eq!(known, used);
    let printed: Value = serde_json::from_str(&out(&epitome(&["schema"]))).unwrap();
    assert_eq!(printed, schema::schema());
}

#[test]
fn check_takes_every_id_that_the_other_commands_take() {
    let folder = folder("check-ids");
    let library = folder.to_str().unwrap();
    fs::create_dir_all(folder.join("2031")).unwrap();
    fs::write(folder.join("2031/a.yaml"), FERRY).unwrap();
    fs::write(folder.join("a.b.yaml"), FERRY).unwrap();
    for id in ["2031/a", "a.b"] {
        let said = epitome(&["check", id, "--library", library]);
        assert!(code(&said) == 0, "{id}: {said:?}");
        assert!(out(&said).contains(&format!("{id}.yaml:1:1: warning: the summary is empty")), "{said:?}");
    }
    for path in ["2031/b", "nowhere/a.yaml"] {
        let said = epitome(&["check", path, "--library", library]);
        assert!(code(&said) == 2 && String::from_utf8_lossy(&said.stderr).contains("no such file"), "{said:?}");
    }
}

#[test]
fn what_is_wrong_is_said_whole_and_with_its_own_remedy() {
    let folder = folder("remedies");
    let claim = "epitome: 1\ntitle: T\nsummary: S\nclaims:\n  - ";
    let anchor = |fields: &str| format!("{claim}id: c1\n    claim: A.\n    evidence: [{{{fields}, quote: a}}]\n");
    for (file, said) in [
        ("epitome: 1\nsource:\n\tpublisher: x\n".to_owned(), "indent with spaces instead of tabs"),
        ("epitome: 1\ntitle: \"a\nsummary: b\n".to_owned(), "end the text with the quotation mark"),
        ("epitome: 1\ntitle: a\0b\n".to_owned(), ":2:9: error: not YAML"),
        ("epitome: 1\ntitle: a\0b\n".to_owned(), "take the NUL character out"),
        ("epitome: 1\ntitle: a: b\n".to_owned(), "put text with ':'"),
        ("epitome: 1\ntopics: [a\n".to_owned(), "end the list with ']'"),
        ("epitome: 1\ntitle: [a]\n".to_owned(), "a text is wanted, not a list;"),
        (
            anchor("paragraph: 99999999999999999999"),
            "a whole number from 0 is wanted, not the number '99999999999999999999';",
        ),
        (anchor("span: [1, 2, 3]"), "a list of two numbers is wanted, [start, end];"),
        (format!("{claim}id: \"a#b\"\n    claim: A.\n"), "cannot be named in a command by its id 'a#b'"),
        (format!("{claim}id: \"\"\n    claim: A.\n"), "cannot be named in a command by its id ''"),
        (
            format!("epitome: 1\ntitle: T\nsource: {{url: \"javascript:{}\"}}\n", "a".repeat(3000)),
            "aaa…' is no web address; write it with http:// or https://, or null",
        ),
        (
            format!("epitome: 1\ntitle: T\nsource: {{published: \"{}\"}}\n", "9".repeat(3000)),
            "999…' is not a date; write \"2031\"",
        ),
    ] {
        fs::write(folder.join("a.yaml"), &file).unwrap();
        let found = out(&epitome(&["check", folder.to_str().unwrap()]));
        assert!(found.contains(said), "{said}: {found}");
        assert!(found.lines().all(|line| line.chars().count() < 500), "{found}");
    }
    fs::write(folder.join("a.yaml"), "# \n".repeat(3 << 20)).unwrap();
    let found = out(&epitome(&["check", folder.to_str().unwrap()]));
    assert!(found.contains("larger than 8 MiB; keep it smaller than that"), "{found}");
}

#[test]
fn an_article_whose_lines_were_broken_is_named_and_mended() {
    let folder = folder("filled");
    let library = folder.to_str().unwrap();
    let article = "The ferry carried 212 people from Kerrick.\n\nNobody on the Brannock quay was told of it before the \
        morning, when the first of the lifeboats came in with those who had been rescued.\n";
    let sum = epitome::article::Article::parse(article).sha256();
    let brief = format!("{FERRY}source: {{article: {{sha256: \"{sum}\"}}}}\n").replace("[0, 29]", "[0, 28]");
    fs::write(folder.join("a.yaml"), brief.replace("212 people.}", "212 people}")).unwrap();
    fs::write(folder.join("a.txt"), article).unwrap();
    let said = epitome(&["verify", "a", "--library", library]);
    assert!(code(&said) == 0 && said.stderr.is_empty(), "{said:?}");
    let filled = article.replace("of it before", "of it\nbefore").replace("ferry carried", "ferry\ncarried");
    fs::write(folder.join("a.txt"), filled).unwrap();
    let said = epitome(&["verify", "a", "--library", library]);
    let errors = String::from_utf8_lossy(&said.stderr);
    assert!(code(&said) == 1 && errors.contains("a.txt is no longer one paragraph a line"), "{said:?}");
    assert!(errors.contains("`epitome attach --force a FILE`"), "{errors}");
    let path = folder.join("a.txt");
    epitome(&["attach", "--force", "a", path.to_str().unwrap(), "--library", library]);
    assert_eq!(fs::read_to_string(path).unwrap(), article);
    assert_eq!(code(&epitome(&["verify", "a", "--library", library])), 0);
}

#[test]
fn show_prints_a_passage_that_is_its_claim_once() {
    let folder = folder("once");
    let library = folder.to_str().unwrap();
    fs::write(folder.join("a.txt"), "The ferry carried 212 people. Nobody on the Brannock quay was told.\n").unwrap();
    for (claim, once) in [("The ferry carried 212 people.", true), ("The ferry had 212 people aboard.", false)] {
        let brief = FERRY.replace("claim: The ferry carried 212 people.", &format!("claim: {claim}"));
        fs::write(folder.join("a.yaml"), brief).unwrap();
        let said = out(&epitome(&["show", "a", "--library", library]));
        assert_eq!(said.matches("The ferry carried 212 people.").count(), 1, "{said}");
        assert!(said.contains(if once { "fact · ¶1 exact" } else { "¶1 exact “The" }), "{said}");
        let json = out(&epitome(&["show", "a", "--json", "--library", library]));
        assert!(json.contains("\"passage\":\"The ferry carried 212 people.\""), "{json}");
    }
}
