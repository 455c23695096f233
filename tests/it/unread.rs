//! What is there and cannot be read, or belongs to nothing: an article in another encoding, a study that was damaged, notes
//! of a claim or a brief that is gone. Each command that would have used it says so, and what to do.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use epitome::brief::study::{Change, ClaimRef, Moment, Target};
use epitome::library::{BriefId, Library, Place, Store};
use serde_json::Value;

use crate::driver::Copied;

const POST: &str = "harbourpost-2031-ferry";
const DAILY: &str = "coastdaily-2031-ferry";

#[track_caller]
fn run(library: &Copied, args: &[&str], code: i32) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_epitome"));
    command.args(args).env_clear().env("HOME", library.0.join(".home")).env("EPITOME_LIBRARY", &library.0);
    let Output { status, stdout, stderr } = command.output().unwrap();
    let (stdout, stderr) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert_eq!(status.code(), Some(code), "{args:?}\n{stdout}{stderr}");
    (stdout, stderr)
}

fn line<'a>(said: &'a str, with: &str) -> &'a str {
    said.lines().find(|line| line.contains(with)).unwrap_or_else(|| panic!("no '{with}' in {said}"))
}

/// A library with a note on claim c2 of the Post's brief.
fn noted(name: &str) -> (Copied, PathBuf) {
    let copied = Copied::new(name);
    let (library, _) = Library::open(Place::Folder(copied.0.clone()), None);
    let id = BriefId::new(POST).unwrap();
    let brief = library.load(&id).unwrap().brief;
    let on = Target::Claim(ClaimRef::of(&brief.claims[1]));
    let note = Change::AddNote { on, text: "ask the pilot".to_owned() };
    Store::open(&library, None).apply(&id, &[note], Moment::from_seconds(1_800_000_000)).unwrap();
    let study = copied.0.join(format!("{POST}.study.yaml"));
    (copied, study)
}

#[test]
fn an_article_that_cannot_be_read_is_not_one_that_is_not_here() {
    let library = Copied::new("unread");
    let article = library.0.join(format!("{POST}.txt"));
    let brief = library.0.join(format!("{POST}.yaml"));
    run(&library, &["verify"], 0);
    fs::remove_file(&article).unwrap();
    run(&library, &["verify"], 0);
    run(&library, &["check", brief.to_str().unwrap()], 0);
    fs::write(&article, b"The ferry \xe9toile ran aground.\n").unwrap();
    let (_, said) = run(&library, &["verify"], 2);
    assert!(said.contains("not UTF-8 text (byte 11); save it as UTF-8"), "{said}");
    let (json, _) = run(&library, &["verify", "--json", POST], 2);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert!(json["briefs"][0]["article_fault"].as_str().unwrap().contains("not UTF-8"), "{json}");
    let (said, _) = run(&library, &["check", brief.to_str().unwrap()], 1);
    assert!(line(&said, "error").contains("the article harbourpost-2031-ferry.txt cannot be read"), "{said}");
    let said = run(&library, &["doctor"], 1).0;
    let articles = line(&said, "not UTF-8");
    assert!(articles.starts_with("articles") && articles.contains("mend"), "{said}");
    assert!(!said.contains("epitome attach"), "{said}");
    fs::remove_file(&article).unwrap();
    fs::create_dir(&article).unwrap();
    assert!(run(&library, &["verify", POST], 2).1.contains("a folder, not a file"));
}

#[test]
fn a_study_that_is_damaged_is_named_until_it_is_gone() {
    let (library, study) = noted("broken-study");
    let said = run(&library, &["doctor"], 1).0;
    assert!(!said.contains("notes "), "{said}");
    let whole = fs::read_to_string(&study).unwrap();
    fs::write(&study, format!("{whole}study: 1\n")).unwrap();
    let said = run(&library, &["doctor"], 1).0;
    assert!(line(&said, "harbourpost-2031-ferry.study.yaml").contains("mend"), "{said}");
    // The next note puts the damaged file aside: it is named from then on.
    run(&library, &["note", POST, "two"], 0);
    let aside = format!("{POST}.study.yaml.damaged-1");
    let said = run(&library, &["doctor"], 1).0;
    assert!(line(&said, &aside).starts_with("notes       hint"), "{said}");
    assert!(run(&library, &["notes"], 0).1.contains(&aside));
    fs::remove_file(library.0.join(&aside)).unwrap();
    assert!(!run(&library, &["doctor"], 1).0.contains("damaged"));
}

#[test]
fn a_note_on_a_claim_that_is_gone_stands_in_the_markdown() {
    let (library, _) = noted("gone-claim");
    let page = |library: &Copied| run(library, &["show", "--format", "markdown", POST], 0).0;
    assert_eq!(page(&library).matches("ask the pilot").count(), 1);
    let brief = library.0.join(format!("{POST}.yaml"));
    let text = fs::read_to_string(&brief).unwrap();
    fs::write(&brief, text.replacen("id: \"c2\"", "id: \"c22\"", 1)).unwrap();
    let page = page(&library);
    assert_eq!(page.matches("ask the pilot").count(), 1, "{page}");
    assert!(page.contains("(on c2, which the brief has no more)"), "{page}");
}

#[test]
fn notes_whose_brief_is_gone_are_named_and_taken_back() {
    let (library, _) = noted("orphan");
    fs::rename(library.0.join(format!("{POST}.yaml")), library.0.join("ferry.yaml")).unwrap();
    let said = run(&library, &["notes"], 0).0;
    assert!(said.contains("ask the pilot") && said.contains("its brief is not here"), "{said}");
    let said = run(&library, &["doctor"], 1).0;
    assert!(line(&said, &format!("{POST}.study.yaml")).contains("`epitome mv`"), "{said}");
    run(&library, &["mv", "ferry", POST], 0);
    let said = run(&library, &["notes"], 0).0;
    assert!(said.contains("ask the pilot") && !said.contains("not here"), "{said}");
    run(&library, &["verify", POST], 0);
    // A brief with notes of its own does not take the place of others.
    fs::rename(library.0.join(format!("{POST}.yaml")), library.0.join("ferry.yaml")).unwrap();
    fs::write(library.0.join("ferry.study.yaml"), "study: 1\nstar: true\n").unwrap();
    let (_, said) = run(&library, &["mv", "ferry", POST], 2);
    assert!(said.contains("is there already"), "{said}");
    assert!(library.0.join(format!("{DAILY}.yaml")).exists());
}
