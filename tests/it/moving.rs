//! `epitome rm` and `epitome mv`: what becomes of every file of a brief, and of what other files say of it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::driver::Copied;

const FERRY: &str = "harbourpost-2031-ferry";
const OTHER: &str = "coastdaily-2031-ferry";

/// The pair of ferry briefs, each with a study; what was said of the two lies with the one whose name comes first.
fn library(name: &str) -> Copied {
    let copied = Copied::new(name);
    fs::write(copied.0.join(format!("{FERRY}.study.yaml")), "study: 1\nstar: true # mine\n").unwrap();
    let said = "corrections:\n  - {with: harbourpost-2031-ferry, a: c1, b: c2, class: differ}\n";
    fs::write(copied.0.join(format!("{OTHER}.study.yaml")), format!("study: 1\n{said}")).unwrap();
    copied
}

#[track_caller]
fn run(library: &Copied, args: &[&str], code: i32) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_epitome"));
    let home = library.0.join(".home");
    command.args(args).env_clear().env("HOME", home).env("EPITOME_LIBRARY", &library.0);
    let Output { status, stdout, stderr } = command.output().unwrap();
    let (stdout, stderr) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert_eq!(status.code(), Some(code), "{args:?}\n{stdout}{stderr}");
    assert!(code != 2 || stderr.lines().count() == 1, "{stderr}");
    (stdout, stderr)
}

/// The names in a folder that are not hidden, joined.
fn names(folder: &Path) -> String {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    names.join(" ")
}

fn of(id: &str) -> String {
    format!("{id}.study.yaml {id}.txt {id}.yaml")
}

#[test]
fn briefs_go_to_the_trash_with_all_their_files_and_come_back() {
    let library = library("rm");
    let trash = library.0.join(".trash");
    let whole = names(&library.0);
    let (said, _) = run(&library, &["rm", "--dry-run", FERRY], 0);
    assert!(said.contains("would be moved to") && said.contains("(.yaml, .txt, .study.yaml)"), "{said}");
    assert_eq!(names(&library.0), whole);
    let (said, hint) = run(&library, &["rm", "harbour", FERRY], 0);
    assert!(said.lines().count() == 1 && said.starts_with(FERRY) && said.contains(".trash"), "{said}");
    assert!(hint.contains("rm --back ID"), "{hint}");
    assert_eq!((names(&library.0), names(&trash)), (of(OTHER), of(FERRY)));
    assert!(!run(&library, &["list"], 0).0.contains(FERRY));
    run(&library, &["rm", "--back", "--dry-run", FERRY], 0);
    assert_eq!(names(&trash), of(FERRY));
    let (said, _) = run(&library, &["rm", "--back", FERRY], 0);
    assert!(said.contains("moved back"), "{said}");
    assert_eq!((names(&library.0), names(&trash)), (whole, String::new()));
    assert!(library.file(&format!("{FERRY}.study.yaml")).contains("# mine"));
}

#[test]
fn what_cannot_be_moved_is_named_and_the_rest_is_moved() {
    let library = library("rm-bad");
    fs::write(library.0.join("broken.yaml"), "title: [").unwrap();
    fs::create_dir(library.0.join("folder.yaml")).unwrap();
    let (said, errors) = run(&library, &["rm", "nope", FERRY, "folder", "broken"], 2);
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(errors.contains("no brief is called 'nope'") && errors.contains("a folder, not a file"), "{errors}");
    assert_eq!(names(&library.0), format!("{} folder.yaml", of(OTHER)));
    let (_, errors) = run(&library, &["rm", "--back", "nope"], 2);
    assert!(errors.contains("no brief in") && errors.contains(FERRY), "{errors}");
    fs::write(library.0.join(format!("{FERRY}.txt")), "another").unwrap();
    let (_, errors) = run(&library, &["rm", "--back", FERRY], 2);
    assert!(errors.contains("there is a file of that name"), "{errors}");
    assert_eq!(library.file(&format!("{FERRY}.txt")), "another");
    run(&library, &["rm"], 2);
}

#[test]
fn a_renamed_brief_keeps_all_its_files_and_what_was_said_of_it_follows() {
    let library = library("mv");
    let judged = |a: &str, b: &str| run(&library, &["compare", a, b], 0).0.matches("differ, corrected").count();
    assert_eq!(judged(OTHER, FERRY), 1);
    let mut name = FERRY.to_owned();
    // To a name that comes first of the two, one in a subfolder, one in another case, and back.
    for new in ["a-ferry", "sub/deep/Ferry", "sub/deep/ferry", FERRY] {
        let (said, _) = run(&library, &["mv", &name, new], 0);
        assert!(said.starts_with(&format!("{name} is now {new}\n")), "{said}");
        assert!(said.contains(&format!("{new}.study.yaml")) && said.contains(&format!("beside {OTHER}")), "{said}");
        assert_eq!(judged(OTHER, new), 1, "{new}");
        let (folder, last) = new.rsplit_once('/').unwrap_or(("", new));
        assert!(names(&library.0.join(folder)).contains(&of(last)), "{new}");
        let old_study = library.file(&format!("{name}.study.yaml"));
        assert!(old_study.is_empty() && library.file(&format!("{new}.study.yaml")).contains("# mine"), "{new}");
        name = new.to_owned();
    }
    assert_eq!(names(&library.0), format!("{} {} sub", of(OTHER), of(FERRY)));
    assert_eq!(names(&library.0.join("sub/deep")), "");
    run(&library, &["verify", FERRY], 0);
}

#[test]
fn a_name_that_is_taken_or_no_file_name_is_refused_and_nothing_is_moved() {
    let library = library("mv-bad");
    fs::create_dir(library.0.join("sub")).unwrap();
    fs::write(library.0.join("left.study.yaml"), "study: 1\n").unwrap();
    fs::write(library.0.join("article.TXT"), "words").unwrap();
    let whole = names(&library.0);
    for (new, why) in [
        (OTHER, "is there already"),
        ("COASTDAILY-2031-ferry", "is there already"),
        ("SUB/ferry", "sub is there already"),
        ("left", "left.study.yaml is there already"),
        ("Article", "article.TXT is there already"),
        (FERRY, "is its name already"),
        ("con", "Windows"),
        ("../ferry", "cannot be called"),
        ("/tmp/ferry", "cannot be called"),
        ("a b", "cannot be called"),
        ("a.study", "cannot be called"),
        ("-rf", "unexpected argument"),
    ] {
        let (said, errors) = run(&library, &["mv", FERRY, new], 2);
        assert!(said.is_empty() && errors.contains(why), "{new}: {errors}");
        assert_eq!(names(&library.0), whole, "{new}");
    }
    run(&library, &["mv", "nope", "b"], 2);
    run(&library, &["mv", FERRY], 2);
}

#[test]
fn a_renaming_that_was_killed_between_is_gone_on_with() {
    let library = library("mv-killed");
    // As it stands before the brief itself gets its new name.
    for ending in ["txt", "study.yaml"] {
        fs::hard_link(library.0.join(format!("{FERRY}.{ending}")), library.0.join(format!("new.{ending}"))).unwrap();
    }
    run(&library, &["mv", FERRY, "new"], 0);
    assert_eq!(names(&library.0), format!("{} {}", of(OTHER), of("new")));
}
