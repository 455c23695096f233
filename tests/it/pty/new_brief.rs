//! `epitome new` in a terminal: what an editor leaves becomes a brief of the library, and nothing written is lost.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::{How, SOON, Session, can};

/// What a person writes who knows the format.
const FILLED: &str = "epitome: 1\ntitle: \"Ferry aground\"\nsource: {publisher: Harbour Post, published: \"2031\"}\n\
                      summary: >-\n  A ferry ran aground.\nclaims:\n# mine\n  - {id: c1, claim: A ferry ran aground.}\n";

/// An editor that does with the file what the script says: `$1` is the file. It writes down what it was given.
struct Editor(PathBuf);

impl Editor {
    fn new(name: &str, script: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("epitome-new-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("filled"), FILLED).unwrap();
        let script = format!("#!/bin/sh\ncd '{}'\ncat \"$1\" >> given\n{script}\n", folder.display());
        fs::write(folder.join("ed"), script).unwrap();
        fs::set_permissions(folder.join("ed"), fs::Permissions::from_mode(0o755)).unwrap();
        Self(folder)
    }

    fn given(&self) -> String {
        fs::read_to_string(self.0.join("given")).unwrap_or_default()
    }

    /// Runs `epitome new` with it until the end; what was said, and the library.
    fn runs(&self, args: &[&str], typed: &[u8], code: i32) -> (String, Session) {
        let editor = self.0.join("ed").display().to_string();
        let args = [&["new"], args].concat();
        let how = How { args: &args, env: &[("EDITOR", &editor)], size: (200, 24), ..How::default() };
        let mut session = Session::start(&how);
        if !typed.is_empty() {
            session.wait_for("enter goes back");
            session.types(typed);
        }
        let ended = session.end(SOON).code();
        let said = String::from_utf8_lossy(&session.out).into_owned();
        assert_eq!(ended, Some(code), "{said}");
        (said, session)
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn briefs(home: &Path) -> usize {
    fs::read_dir(home.join("briefs"))
        .unwrap()
        .filter(|e| e.as_ref().unwrap().path().extension().is_some_and(|x| x == "yaml"))
        .count()
}

#[test]
fn what_was_written_is_a_brief_of_the_library_under_an_id_like_any_other() {
    if !can() {
        return;
    }
    let editor = Editor::new("kept", "cat filled > \"$1\"");
    // The library of the test has a brief that would be called so.
    let (said, session) = editor.runs(&["--title", "Given: \"a title\""], b"", 0);
    let file = session.home.join("briefs/harbourpost-2031-ferry-2.yaml");
    assert!(said.contains("harbourpost-2031-ferry-2") && said.contains("epitome attach"), "{said}");
    assert_eq!(fs::read_to_string(file).unwrap(), FILLED);
    let given = editor.given();
    assert!(given.contains("title: \"Given: \\\"a title\\\"\"") && given.contains("#  - id: c1"), "{given}");
}

#[test]
fn a_text_that_was_kept_aside_is_gone_on_with() {
    if !can() {
        return;
    }
    let editor = Editor::new("from", "true");
    let from = editor.0.join("filled").display().to_string();
    let (said, session) = editor.runs(&["--from", &from], b"", 0);
    assert!(said.contains("harbourpost-2031-ferry-2") && briefs(&session.home) == 8, "{said}");
    assert_eq!(editor.given(), FILLED);
}

#[test]
fn nothing_written_makes_no_brief() {
    if !can() {
        return;
    }
    for (name, script, code) in [("same", "true", 1), ("empty", ": > \"$1\"", 1), ("fails", "false", 2)] {
        let (said, session) = Editor::new(name, script).runs(&[], b"", code);
        assert_eq!(briefs(&session.home), 7, "{name}: {said}");
        assert_eq!(said.trim().lines().count(), 1, "{said}");
    }
    let missing = How { args: &["new"], env: &[("EDITOR", "/nowhere/ed")], size: (200, 24), ..How::default() };
    let mut session = Session::start(&missing);
    assert_eq!(session.end(SOON).code(), Some(2));
    assert!(String::from_utf8_lossy(&session.out).contains("there is no program '/nowhere/ed'; $EDITOR says"));
}

#[test]
fn what_is_no_brief_goes_back_to_the_editor_or_is_kept_aside() {
    if !can() {
        return;
    }
    let editor =
        Editor::new("back", "test -e once && cat filled > \"$1\" || { echo 'title: [words' > \"$1\"; touch once; }");
    let (said, session) = editor.runs(&[], b"\r", 0);
    assert!(said.contains("brief.yaml:2:1: error"), "{said}");
    assert!(editor.given().contains("title: [words"), "the text was not given back");
    assert_eq!(briefs(&session.home), 8);
    drop(session);
    let editor = Editor::new("aside", "echo 'title: [words' > \"$1\"");
    let (said, session) = editor.runs(&[], b"q\r", 2);
    let aside = session.home.join(".local/state/epitome/unfinished-1.yaml");
    assert!(said.contains("epitome new --from") && said.contains("unfinished-1.yaml"), "{said}");
    assert_eq!(fs::read_to_string(&aside).unwrap(), "title: [words\n");
    assert_eq!(briefs(&session.home), 7);
}
