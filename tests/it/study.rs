//! What a reader adds is kept: whatever is done to a study file by a person, by two instances at once, by a kill, a full
//! disk or a clock gone wrong, no word of the reader's is lost and no byte of the person's is touched.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use epitome::analysis::compare::corrected::Said;
use epitome::article::{ParagraphNo, sha256};
use epitome::brief::study::{
    Bookmark, Change, ClaimRef, Class, Correction, Highlight, ItemId, Moment, Note, Part, Place, ReadState, Study,
    Target, read, write,
};
use epitome::brief::{Anchor, Brief, Claim, ClaimId, Passage};
use epitome::library::{self, Applied, BriefId, Library, LibraryError, Remark, Store};
use epitome::text::Offset;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::{BoxedStrategy, Just, ProptestConfig, Strategy, any as every, prop_assert, prop_assert_eq};
use proptest::prelude::{prop_oneof, proptest};
use proptest::sample::select;

use crate::any;

const ARTICLE: &str =
    "The ferry sailed at dawn.\n\nNo fuel leaked from the hull. No one was hurt.\n\nNo one was hurt.\n";
const BRIEF: &str = "epitome: 1
title: Ferry
summary: It sailed.
claims:
  - {id: c1, claim: \"The ferry sailed.\", kind: fact}
  - {id: c2, claim: \"No fuel leaked.\", kind: fact}
";

/// A library of one brief, gone with its test.
struct Desk(PathBuf);

impl Desk {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let desk = Self(std::env::temp_dir().join(format!("epitome-study-{}-{n}", std::process::id())));
        let _ = fs::remove_dir_all(&desk.0);
        fs::create_dir_all(desk.library()).unwrap();
        fs::write(desk.library().join("ferry.yaml"), BRIEF).unwrap();
        fs::write(desk.library().join("ferry.txt"), ARTICLE).unwrap();
        desk
    }

    fn library(&self) -> PathBuf {
        self.0.join("briefs")
    }

    fn state(&self) -> PathBuf {
        self.0.join("state/epitome")
    }

    fn file(&self) -> PathBuf {
        self.library().join("ferry.study.yaml")
    }

    fn put(&self, study: impl AsRef<[u8]>) -> &Self {
        fs::write(self.file(), study).unwrap();
        self
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }

    fn store(&self) -> Store {
        let (library, _) = Library::open(library::Place::Folder(self.library()), None);
        Store::open(&library, Some(&self.state()))
    }

    fn load(&self) -> (Study, Vec<Remark>) {
        self.store().load(&ferry()).unwrap()
    }

    fn apply(&self, changes: &[Change]) -> Applied {
        self.store().apply(&ferry(), changes, noon()).unwrap()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_epitome"));
        command.args(args).current_dir(&self.0).stdin(Stdio::null());
        self.surround(&mut command);
        command
    }

    fn surround(&self, command: &mut Command) {
        command
            .env("EPITOME_LIBRARY", self.library())
            .env("XDG_STATE_HOME", self.0.join("state"))
            .env("XDG_CACHE_HOME", self.0.join("cache"))
            .env("HOME", &self.0)
            .env_remove("VISUAL")
            .env_remove("EDITOR");
    }

    fn epitome(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// The names in the library's folder, but the lock's.
    fn names(&self) -> BTreeSet<String> {
        let names = fs::read_dir(self.library()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name != ".epitome.lock").collect()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn ferry() -> BriefId {
    BriefId::new("ferry").unwrap()
}

fn noon() -> Moment {
    "2031-05-03T12:00:00Z".parse().unwrap()
}

fn note(text: &str) -> Change {
    Change::AddNote { on: Target::Brief, text: text.to_owned() }
}

fn words(text: &str) -> Anchor {
    let passage = Passage::Quote { text: text.to_owned(), before: None, after: None };
    Anchor { paragraph: None, span: None, passage }
}

fn place(paragraph: u32, at: usize) -> Place {
    Place { part: Part::Paragraph(ParagraphNo::new(paragraph).unwrap()), at: Offset::new(at) }
}

fn texts(study: &Study) -> Vec<&str> {
    study.notes.iter().map(|note| note.text.as_str()).collect()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_new_file_is_one_that_a_person_can_read() {
    let desk = Desk::new();
    let on = Target::Claim(ClaimRef { id: ClaimId("c1".to_owned()), hash: Some("0123456789abcdef".to_owned()) });
    let correction = Correction {
        with: "refloated".to_owned(),
        a: ClaimId("c1".to_owned()),
        b: ClaimId("c3".to_owned()),
        class: Class::Differ,
        at: None,
    };
    let applied = desk.apply(&[
        Change::SetRead(ReadState::Done, None),
        Change::SetStar(true),
        Change::SetPlace(Some(place(2, 17))),
        Change::AddTag("on".to_owned(), None),
        Change::AddTag("sea".to_owned(), None),
        Change::SetBookmark('n', Some(Bookmark { at: None, place: place(1, 0) })),
        Change::AddNote { on, text: "Dawn: which one?\nAsk.".to_owned() },
        Change::AddHighlight(Target::Passage(words("No fuel leaked"), None)),
        Change::Correct(correction, None),
    ]);
    let (n, h) = (&applied.added[0].0, &applied.added[1].0);
    let wanted = format!(
        "# your own: notes, highlights, bookmarks; edit it as you like
study: 1
read: done
read_at: \"2031-05-03T12:00:00Z\"
star: true
place: {{text: article, paragraph: 2, offset: 17}}
tags: [\"on\", sea]
bookmarks:
  \"n\": {{at: \"2031-05-03T12:00:00Z\", text: article, paragraph: 1, offset: 0}}
notes:
  - id: \"{n}\"
    at: \"2031-05-03T12:00:00Z\"
    claim: \"c1\"
    hash: \"0123456789abcdef\"
    note: >-
      Dawn: which one?

      Ask.
highlights:
  - id: \"{h}\"
    at: \"2031-05-03T12:00:00Z\"
    passage: {{quote: \"No fuel leaked\"}}
corrections:
  - {{with: \"refloated\", a: \"c1\", b: \"c3\", class: differ, at: \"2031-05-03T12:00:00Z\"}}
"
    );
    assert_eq!(desk.text(), wanted);
    assert_eq!(desk.load(), (applied.study, Vec::new()));
}

#[test]
fn a_change_touches_its_own_lines_and_no_others() {
    let id = |id: &str| ItemId(id.to_owned());
    let edit = |was: &str| Change::EditNote { id: id("n1"), was: was.to_owned(), text: "New.".to_owned() };
    let edited = "edited: \"2031-05-03T12:00:00Z\"";
    for (before, change, after) in [
        ("study: 1 # mine\nx: y\n", Change::SetStar(true), "study: 1 # mine\nstar: true\nx: y\n".to_owned()),
        ("study: 1\nstar: yes # !\nx: y\n", Change::SetStar(false), "study: 1\nx: y\n".to_owned()),
        (
            "study: 1\r\nplace: {text: brief, claim: c2} # here\r\n",
            Change::SetPlace(Some(place(3, 4))),
            "study: 1\r\nplace: {text: article, paragraph: 3, offset: 4} # here\r\n".to_owned(),
        ),
        (
            "study: 1\ntags: [a, b] # t\nz: {q: [1]}\n",
            Change::RemoveTag("a".to_owned()),
            "study: 1\ntags: [b] # t\nz: {q: [1]}\n".to_owned(),
        ),
        (
            "study: 1\ntags:\n  # first\n  - a\nz: 1\n",
            Change::RemoveTag("a".to_owned()),
            "study: 1\ntags:\n  # first\nz: 1\n".to_owned(),
        ),
        (
            "study: 1\nnotes:\n  # of May\n  - {id: n1, colour: red, note: Old.} # !\n  # of June\n  - id: n2\n    note: Two.\n",
            edit("Old."),
            format!(
                "study: 1\nnotes:\n  # of May\n  - {{id: n1, {edited}, colour: red, note: \"New.\"}} # !\n  \
                 # of June\n  - id: n2\n    note: Two.\n"
            ),
        ),
        (
            "study: 1\nnotes:\n  # of May\n  - id: n1\n    note: |\n      Old.\n    colour: red\n  # of June\n",
            Change::RemoveNote(id("n1")),
            "study: 1\nnotes:\n  # of May\n  # of June\n".to_owned(),
        ),
        // What is not understood stays where it is, and what has no id keeps its words.
        (
            "study: 1\nnotes:\n  - {id: n1, note: Old.}\n  - {nota: bene}\n  - {id: n3, note: Three.}\n",
            Change::RemoveNote(id("n3")),
            "study: 1\nnotes:\n  - {id: n1, note: Old.}\n  - {nota: bene}\n".to_owned(),
        ),
    ] {
        let desk = Desk::new();
        desk.put(before);
        let applied = desk.apply(&[change]);
        assert_eq!(applied.missed, [], "{before}");
        assert_eq!(desk.text(), after);
        assert_eq!(desk.load().0, applied.study, "{before}");
    }
}

#[test]
fn undoing_a_removal_gives_back_what_a_person_added() {
    let desk = Desk::new();
    let list = "study: 1\nnotes:\n  - {id: n1, note: One}\n";
    desk.put(format!("{list}  - id: n2\n    note: Two\n    rating: 5\n    see: [a, 'b: c']\n    why: |\n      So.\n"));
    let removed = desk.apply(&[Change::RemoveNote(ItemId("n2".to_owned()))]);
    assert_eq!(desk.text(), list);
    desk.apply(&removed.inverse);
    let back = "  - id: \"n2\"\n    note: >-\n      Two\n    rating: 5\n    see: [a, \"b: c\"]\n    why: \"So.\\n\"\n";
    assert_eq!(desk.text(), format!("{list}{back}"));
}

#[test]
fn what_a_person_writes_by_hand_is_read() {
    let desk = Desk::new();
    desk.put("study: 1\nnotes:\n  - remember this\n  - note: and this\n  - {claim: c1, note: and this}\n  - 2031\n");
    let (study, remarks) = desk.load();
    assert_eq!(texts(&study), ["remember this", "and this", "and this", "2031"]);
    assert_eq!(remarks, []);
    let ids: BTreeSet<_> = study.notes.iter().map(|note| &note.id).collect();
    assert_eq!(ids.len(), 4, "each has a name of its own: {ids:?}");
    desk.apply(&[Change::RemoveNote(study.notes[1].id.clone()), note("new")]);
    assert_eq!(texts(&desk.load().0), ["remember this", "and this", "2031", "new"]);

    desk.put(
        "study: 1\nread: halfway\nnotes:\n  - {id: n1, note: a}\n  - {id: n1, note: b}\n  - [1]\nplace: {text: x}\n",
    );
    let (study, remarks) = desk.load();
    assert_eq!(texts(&study), ["a", "b"]);
    let places: Vec<usize> =
        remarks.iter().map(|r| if let Remark::NotUnderstood(_, f) = r { f.line } else { 0 }).collect();
    assert_eq!(places, [2, 7, 6]);
}

#[test]
fn damaged_files_are_put_aside_and_newer_ones_left_alone() {
    let deep = format!("study: 1\nx: {}", "[".repeat(100_000));
    let bomb = "study: 1\na: &a [x, x]\nb: [*a, *a]\n";
    let cut = "study: 1\nnotes:\n  - {id: n1, note: \"cut";
    let cases: [&[u8]; 9] = [
        b"",
        &[0; 300],
        b"\xff\xfe",
        cut.as_bytes(),
        b"study: 0\n",
        b"notes: []\n",
        b"study: 1\nnotes: mine\n",
        deep.as_bytes(),
        bomb.as_bytes(),
    ];
    for damaged in cases {
        let desk = Desk::new();
        desk.put(damaged);
        let start = Instant::now();
        let (study, remarks) = desk.load();
        assert_eq!(study, Study::default());
        assert!(matches!(&remarks[..], [Remark::Damaged(..)]), "{remarks:?}");
        assert_eq!(fs::read(desk.file()).unwrap(), damaged, "reading writes nothing");
        fs::write(desk.library().join("ferry.study.yaml.damaged-1"), "an older one").unwrap();
        let applied = desk.apply(&[note("new")]);
        assert!(start.elapsed() < Duration::from_secs(5));
        let aside = desk.library().join("ferry.study.yaml.damaged-2");
        assert!(matches!(&applied.remarks[..], [Remark::SetAside(_, path, _)] if *path == aside), "{applied:?}");
        assert!(applied.remarks[0].to_string().contains("damaged-2"));
        assert_eq!(fs::read(aside).unwrap(), damaged);
        assert_eq!(fs::read(desk.library().join("ferry.study.yaml.damaged-1")).unwrap(), b"an older one");
        assert_eq!(texts(&desk.load().0), ["new"]);
    }
    for newer in ["study: 2\nnotes: {}\n", "# from 9999\nstudy: 9999 # !\nnotes: !new [*a]\n"] {
        let desk = Desk::new();
        desk.put(newer);
        assert!(matches!(&desk.load().1[..], [Remark::Newer(..)]));
        let refused = desk.store().apply(&ferry(), &[note("new")], noon()).unwrap_err();
        assert!(matches!(refused, LibraryError::Newer(..)), "{refused}");
        assert_eq!(desk.text(), newer);
        assert_eq!(desk.names().len(), 3, "nothing is left behind");
    }
}

#[test]
fn two_instances_that_write_at_once_lose_nothing() {
    // In an unoptimised build five notes at a time, else one: each time the growing file is read and checked anew.
    const EACH: usize = 500;
    const AT_ONCE: usize = if cfg!(debug_assertions) { 5 } else { 1 };
    let desk = Desk::new();
    let write = |name: &'static str| {
        let store = desk.store();
        move || {
            let longest = (0..EACH).step_by(AT_ONCE).map(|n| {
                let start = Instant::now();
                let notes: Vec<Change> = (n..n + AT_ONCE).map(|n| note(&format!("{name} {n}"))).collect();
                store.apply(&ferry(), &notes, noon()).unwrap();
                start.elapsed()
            });
            longest.max().unwrap()
        }
    };
    let (a, b) = std::thread::scope(|scope| {
        let (a, b) = (scope.spawn(write("a")), scope.spawn(write("b")));
        (a.join().unwrap(), b.join().unwrap())
    });
    let study = desk.load().0;
    for name in ["a", "b"] {
        let own: Vec<&str> = texts(&study).into_iter().filter(|text| text.starts_with(name)).collect();
        assert_eq!(own, (0..EACH).map(|n| format!("{name} {n}")).collect::<Vec<_>>());
    }
    assert_eq!(study.notes.len(), 2 * EACH);
    let ids: BTreeSet<_> = study.notes.iter().map(|note| &note.id).collect();
    assert_eq!(ids.len(), 2 * EACH);
    assert!(a.max(b) < Duration::from_secs(4), "neither starves: {a:?}, {b:?}");
}

/// What one instance changes is merged with what another did meanwhile; what means nothing any more is named.
#[test]
fn changes_are_merged_with_those_of_another_instance() {
    let desk = Desk::new();
    let first = desk.apply(&[note("one"), note("two")]);
    let [one, two] = [0, 1].map(|i| first.added[i].clone());
    desk.apply(&[Change::RemoveNote(one.clone()), Change::SetStar(true)]);
    let edit = |id: &ItemId, was: &str, text: &str| Change::EditNote {
        id: id.clone(),
        was: was.to_owned(),
        text: text.to_owned(),
    };
    let late = desk.apply(&[edit(&one, "one", "ONE"), edit(&two, "two", "TWO"), edit(&two, "two", "zwei")]);
    assert_eq!(texts(&late.study), ["TWO", "zwei"], "a word that another has changed meanwhile is kept beside it");
    assert!(late.study.star);
    assert_eq!(late.missed.len(), 1);
    assert_eq!(late.missed[0].change, edit(&one, "one", "ONE"));
    assert_eq!(texts(&desk.apply(&late.inverse).study), ["two"]);
    assert_eq!(texts(&desk.apply(&first.inverse).study), [""; 0]);
}

/// Kills the program 200 times at all moments of its work. What it said was noted is there, and every file can be read.
#[test]
#[cfg(unix)]
fn a_kill_at_any_moment_loses_nothing_that_was_acknowledged() {
    let desk = Desk::new();
    let start = Instant::now();
    assert!(desk.epitome(&["note", "ferry", "first"]).status.success());
    let whole = start.elapsed().min(Duration::from_millis(60));
    let (mut said, mut silent) = (BTreeSet::new(), 0);
    for kill in 0..200u32 {
        let text = format!("note {kill}");
        let mut child =
            desk.command(&["note", "ferry#c1", &text]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(whole * (kill * 37 % 200) / 150);
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        if output.stdout.ends_with(b"\n") {
            said.insert(text);
        } else {
            silent += 1;
        }
        let (study, remarks) = desk.load();
        assert_eq!(remarks, [], "after kill {kill}");
        let there: BTreeSet<&str> = texts(&study).into_iter().collect();
        assert!(said.iter().all(|text| there.contains(text.as_str())), "after kill {kill}");
    }
    assert!(silent > 0 && !said.is_empty(), "the kills came at all moments: {} said, {silent} silent", said.len());
    let left: Vec<_> = desk.names().into_iter().filter(|name| name.ends_with(".tmp")).collect();
    assert!(left.len() <= 1, "{left:?}");
    assert!(desk.epitome(&["note", "ferry", "last"]).status.success());
    assert_eq!(desk.names().len(), 3, "{:?}", desk.names());
}

/// A disk that takes no more bytes: said, with the name of the file, and the old file stands.
#[test]
#[cfg(unix)]
fn a_full_disk_is_reported_and_changes_nothing() {
    let desk = Desk::new();
    desk.apply(&[note(&"long ".repeat(300))]);
    let before = desk.text();
    let mut limited = Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" note ferry lost", env!("CARGO_BIN_EXE_epitome")]);
    desk.surround(&mut limited);
    let output = limited.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("cannot write") && stderr(&output).contains("ferry.study.yaml"),
        "{}",
        stderr(&output)
    );
    assert_eq!(stdout(&output), "");
    assert_eq!(desk.text(), before);
    assert_eq!(desk.names().len(), 3, "{:?}", desk.names());
}

/// Every call by which a file is made safe is made to fail once, with EIO and ENOSPC. Needs strace.
#[test]
#[cfg(target_os = "linux")]
fn an_error_of_the_disk_is_never_swallowed() {
    let trace = |desk: &Desk, inject: &str| {
        let mut command = Command::new("strace");
        command.args(["-qq", "-o", "/dev/null", "-e", inject, env!("CARGO_BIN_EXE_epitome"), "note", "ferry", "new"]);
        desk.surround(&mut command);
        command.output()
    };
    if !trace(&Desk::new(), "inject=none").is_ok_and(|output| output.status.success()) {
        eprintln!("SKIPPED: strace is not here, or may not trace");
        return;
    }
    for (inject, is_there) in [
        ("inject=fsync:error=EIO:when=1", false),
        // The file is in its place by then, and may not outlive a loss of power: that is said.
        ("inject=fsync:error=EIO:when=2", true),
        ("inject=rename,renameat,renameat2:error=ENOSPC:when=1", false),
        ("inject=flock:error=EIO:when=2", false),
    ] {
        let desk = Desk::new();
        desk.apply(&[note("old")]);
        let output = trace(&desk, inject).unwrap();
        assert_eq!(output.status.code(), Some(2), "{inject}: {}", stderr(&output));
        assert!(stderr(&output).contains("cannot write"), "{inject}: {}", stderr(&output));
        assert_eq!(stdout(&output), "", "{inject}");
        let wanted = if is_there { &["old", "new"][..] } else { &["old"] };
        assert_eq!(texts(&desk.load().0), wanted, "{inject}");
        assert_eq!(desk.names().len(), 3, "{inject}: {:?}", desk.names());
    }
}

/// As a user who may not write in the library: the notes are kept in the state folder, it is said, and found again.
#[test]
#[cfg(unix)]
fn a_library_that_cannot_be_written_is_studied_in_the_state_folder() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    const NOBODY: u32 = 65_534;
    let desk = Desk::new();
    desk.put("study: 1\ntags: [given]\n");
    let program = desk.0.join("epitome");
    fs::copy(env!("CARGO_BIN_EXE_epitome"), &program).unwrap();
    let is_root = fs::read_to_string("/proc/self/status").is_ok_and(|s| s.contains("\nUid:\t0\t"));
    for (path, mode) in [(desk.library(), 0o555), (desk.0.clone(), 0o777)] {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    let run = |args: &[&str]| {
        let mut command = Command::new(&program);
        command.args(args).current_dir("/");
        desk.surround(&mut command);
        if is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.output().unwrap()
    };
    for text in ["one", "two"] {
        let output = run(&["note", "ferry", text]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert!(stderr(&output).contains("state/epitome/"), "{}", stderr(&output));
    }
    let listed = stdout(&run(&["notes", "--json"]));
    fs::set_permissions(desk.library(), fs::Permissions::from_mode(0o755)).unwrap();
    assert!(listed.contains("\"one\"") && listed.contains("\"two\""), "{listed}");
    assert_eq!(desk.text(), "study: 1\ntags: [given]\n");
    // The library can be written again: what was begun elsewhere is read, and comes beside the brief with the next change.
    let (study, remarks) = desk.load();
    assert_eq!((texts(&study), &study.tags[..]), (vec!["one", "two"], &["given".to_owned()][..]));
    assert!(matches!(&remarks[..], [Remark::Elsewhere(path)] if path.starts_with(desk.state())));
    let applied = desk.apply(&[note("three")]);
    assert!(
        matches!(&applied.remarks[..], [Remark::Brought(from, to)] if from.starts_with(desk.state()) && *to == desk.file())
    );
    let (study, remarks) = desk.load();
    assert_eq!((texts(&study), &study.tags[..]), (vec!["one", "two", "three"], &["given".to_owned()][..]));
    assert_eq!((remarks, desk.apply(&[note("four")]).remarks), (vec![], vec![]), "it is brought once");
}

/// Where the store keeps the study of the ferry when the library cannot be written.
fn apart(desk: &Desk) -> PathBuf {
    let library = desk.library().canonicalize().unwrap();
    let name: String = sha256(library.as_os_str().as_encoded_bytes()).chars().take(16).collect();
    let folder = desk.state().join(name);
    fs::create_dir_all(&folder).unwrap();
    folder.join("ferry.study.yaml")
}

#[test]
fn what_cannot_be_read_in_the_state_folder_hides_no_note() {
    for (there, is_newer) in [("study: 1\nnotes: [\"cut", false), ("study: 2\n", true)] {
        let desk = Desk::new();
        desk.put("study: 1\nnotes: [{id: n1, note: old}]\n");
        fs::write(apart(&desk), there).unwrap();
        let (study, remarks) = desk.load();
        assert_eq!(texts(&study), ["old"], "{there}");
        let said = |remark: &Remark| match remark {
            Remark::Newer(path, _) => is_newer && *path == apart(&desk),
            Remark::Damaged(path, _) | Remark::SetAside(path, ..) => !is_newer && *path == apart(&desk),
            _ => false,
        };
        assert!(matches!(&remarks[..], [remark] if said(remark)), "{remarks:?}");
        let applied = desk.apply(&[note("new")]);
        assert!(matches!(&applied.remarks[..], [remark] if said(remark)), "{applied:?}");
        assert_eq!(texts(&desk.load().0), ["old", "new"], "{there}");
        let kept = if is_newer { apart(&desk) } else { apart(&desk).with_file_name("ferry.study.yaml.damaged-1") };
        assert_eq!(fs::read_to_string(kept).unwrap(), there);
        assert_eq!(desk.load().1.len(), usize::from(is_newer), "what is put aside is not told again");
    }
}

#[test]
fn what_stays_in_the_state_folder_though_it_was_brought_hides_no_note() {
    let desk = Desk::new();
    let there = apart(&desk);
    fs::write(&there, "study: 1\nnotes: [{id: n1, note: begun}]\n").unwrap();
    for n in 1..=1_000 {
        fs::write(there.with_file_name(format!("ferry.study.yaml.brought-{n}")), "").unwrap();
    }
    for (text, all) in [("one", &["begun", "one"][..]), ("two", &["begun", "one", "two"])] {
        desk.apply(&[note(text)]);
        assert!(there.exists(), "no name is free");
        assert_eq!(texts(&desk.load().0), all);
    }
}

#[test]
fn one_brief_opened_by_its_file_is_studied_beside_it() {
    let desk = Desk::new();
    let file = desk.library().join("ferry.yaml");
    let path = file.to_str().unwrap();
    let noted = desk.epitome(&["note", path, "alone"]);
    assert_eq!(stderr(&noted), "");
    assert!(desk.file().exists() && !desk.state().exists());
    assert_eq!(texts(&desk.load().0), ["alone"], "the library finds what was noted of its brief");

    let desk = Desk::new();
    desk.apply(&[note("first")]);
    let file = desk.library().join("ferry.yaml");
    let noted = desk.epitome(&["note", file.to_str().unwrap(), "second"]);
    assert_eq!(stderr(&noted), "");
    assert_eq!(texts(&desk.load().0), ["first", "second"]);
}

/// Every file beneath a folder.
fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { BTreeSet::from([path]) }).collect()
}

/// Whatever a brief is called and an id says, and with an editor and a browser that would leave a trace.
#[test]
#[cfg(unix)]
fn noting_starts_no_program_and_writes_nothing_but_the_study() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let desk = Desk::new();
    let canary = desk.0.join("canary");
    fs::write(&canary, format!("#!/bin/sh\ntouch {}/sang\n", desk.0.display())).unwrap();
    fs::set_permissions(&canary, fs::Permissions::from_mode(0o755)).unwrap();
    let hostile =
        BRIEF.replace("title: Ferry", "title: \"../../$(touch sang)\"\nsource: {url: \"http://localhost:1/\"}");
    fs::write(desk.library().join("ferry.yaml"), hostile).unwrap();
    fs::write(desk.0.join("outside.yaml"), BRIEF).unwrap();
    symlink(desk.0.join("canary"), desk.library().join("linked.study.yaml")).unwrap();
    fs::write(desk.library().join("linked.yaml"), BRIEF).unwrap();
    let before = files(&desk.0);
    let run = |args: &[&str]| {
        let mut command = desk.command(args);
        command.envs(["VISUAL", "EDITOR", "BROWSER", "PAGER"].map(|name| (name, &canary)));
        command.output().unwrap().status.code()
    };
    for (args, code) in [
        (&["note", "ferry", "; touch sang"][..], 0),
        (&["note", "../outside", "x"], 2),
        (&["note", "/outside", "x"], 2),
        (&["note", "ferry"], 2),
        (&["note", "linked", "x"], 2),
        (&["notes"], 0),
    ] {
        assert_eq!(run(args), Some(code), "{args:?}");
    }
    let new: Vec<PathBuf> = files(&desk.0).difference(&before).cloned().collect();
    let beneath = |path: &PathBuf| path.starts_with(desk.0.join("cache"));
    let new: Vec<&PathBuf> = new.iter().filter(|path| !beneath(path)).collect();
    assert_eq!(new, [&desk.library().join(".epitome.lock"), &desk.file()]);
    assert!(fs::read_to_string(&canary).unwrap().starts_with("#!"), "nothing is written through a link");
}

/// The clock goes back, leaps to the year 2331 and to before 1970: order is the file's, and nothing is lost.
#[test]
fn the_clock_may_show_anything() {
    let desk = Desk::new();
    let years = |n: i64| Moment::from_seconds(noon().seconds().saturating_add(n.saturating_mul(31_557_600)));
    for (n, text) in [(0, "now"), (-10, "ten"), (300, "leap"), (-200, "before"), (i64::MAX, "end"), (i64::MIN, "start")]
    {
        let changes = [note(text), Change::SetRead(ReadState::Done, None)];
        desk.store().apply(&ferry(), &changes, years(n)).unwrap();
    }
    let (study, remarks) = desk.load();
    assert_eq!(remarks, []);
    assert_eq!(texts(&study), ["now", "ten", "leap", "before", "end", "start"]);
    for pair in study.notes.windows(2) {
        let (earlier, later) = (pair[0].at.unwrap(), pair[1].at.unwrap());
        assert!(later.since(earlier) == Duration::ZERO || later > earlier);
    }
    let shown = desk.epitome(&["notes"]);
    assert!(shown.status.success() && stdout(&shown).contains("1831"), "{}", stdout(&shown));
}

#[test]
fn a_pair_of_claims_is_corrected_in_one_place() {
    let desk = Desk::new();
    let claims = ["c1", "c2"].map(|id| ClaimId(id.to_owned()));
    let brief =
        Brief { claims: claims.clone().map(|id| Claim { id, ..Claim::default() }).to_vec(), ..Brief::default() };
    let [c1, c2] = &claims;
    let read = |with, flipped| Said::of(&desk.load().0.corrections, with, [&brief, &brief], flipped);
    for (a, b, verdict, said) in [
        (("ferry", c1), ("gale", c2), Some(Class::Agree), Some(Class::Agree)),
        (("gale", c2), ("ferry", c1), Some(Class::None), Some(Class::None)),
        (("ferry", c1), ("gale", c2), None, None),
    ] {
        let (owner, change) = Said::change(a, b, verdict);
        assert_eq!(owner, "ferry");
        desk.apply(&[change]);
        let wanted = |a, b| said.map(|verdict| Said { a, b, verdict }).into_iter().collect::<Vec<_>>();
        assert_eq!((read("gale", false), read("gale", true)), (wanted(0, 1), wanted(1, 0)));
    }
}

#[test]
fn a_note_is_put_on_what_was_named_or_not_at_all() {
    let desk = Desk::new();
    for (args, said) in [
        (&["note", "fer#c2", "--quote", "No fuel leaked", "so they say"][..], ""),
        (&["note", "ferry#c9", "x"], "no claim 'c9'; it has c1, c2"),
        (&["note", "ferry", "--quote", "No one was hurt.", "x"], "stand 2 times"),
        (&["note", "ferry", "--quote", "No fuel burned", "x"], "do not stand in the article"),
        (&["note", "ferry", " "], "a note needs words"),
        (&["note", "ferry"], "what is the note?"),
        (&["note", "nowhere", "x"], "no brief is called 'nowhere'"),
    ] {
        let output = desk.epitome(args);
        assert_eq!(output.status.code(), Some(if said.is_empty() { 0 } else { 2 }), "{args:?}");
        assert!(stderr(&output).contains(said), "{args:?}: {}", stderr(&output));
        assert_eq!(stderr(&output).lines().count(), usize::from(!said.is_empty()), "{}", stderr(&output));
    }
    assert_eq!(texts(&desk.load().0), ["so they say"]);
}

#[test]
fn notes_are_listed_with_what_became_of_their_passages() {
    let desk = Desk::new();
    for args in [
        &["note", "ferry", "on all of it"][..],
        &["note", "ferry#c1", "on a claim"],
        &["note", "ferry", "--quote", "No fuel leaked from the hull.", "on a passage\u{1b}[31m"],
    ] {
        assert!(desk.epitome(args).status.success());
    }
    desk.apply(&[
        Change::AddHighlight(Target::Passage(words("The ferry sailed at dawn."), None)),
        Change::AddHighlight(Target::Words(
            words("fuel leaked"),
            Some(ClaimRef { id: ClaimId("c2".into()), hash: None }),
        )),
    ]);
    fs::write(desk.library().join("ferry.yaml"), BRIEF.replace("ferry sailed.", "ferry left.")).unwrap();
    fs::write(desk.library().join("ferry.txt"), format!("New.\n\n{}", ARTICLE.replace("dawn", "noon"))).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&desk.epitome(&["notes", "--json"]).stdout).unwrap();
    assert_eq!(json["version"], 1);
    let of = |kind: &str, path: &str| {
        let items = json["notes"].as_array().unwrap().iter().filter(|item| item["kind"] == kind);
        items.map(|item| item.pointer(path).cloned().unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(of("note", "/claim/state"), [().into(), "edited".into(), serde_json::Value::Null]);
    assert_eq!(of("note", "/passage/state"), [().into(), ().into(), serde_json::Value::from("moved")]);
    assert_eq!(of("highlight", "/passage/state"), ["missing".into(), serde_json::Value::Null]);
    assert_eq!(of("highlight", "/words/state"), [().into(), serde_json::Value::from("exact")]);
    let page = stdout(&desk.epitome(&["notes", "fer"]));
    for shown in
        ["Ferry · ferry", "which was edited since", "¶3 moved “No fuel leaked from the hull.”", "missing", "␛[31m"]
    {
        assert!(page.contains(shown), "{shown} in {page}");
    }
    assert!(!page.contains('\u{1b}'));
}

fn item_id() -> impl Strategy<Value = ItemId> {
    select(&["n1", "n2", "n3", "h1"][..]).prop_map(|id| ItemId(id.to_owned()))
}

fn claim_ref() -> impl Strategy<Value = ClaimRef> {
    (any::text(), option::of(any::text())).prop_map(|(id, hash)| ClaimRef { id: ClaimId(id), hash })
}

fn moment() -> impl Strategy<Value = Option<Moment>> {
    option::of((-9_000_000_000i64..20_000_000_000).prop_map(Moment::from_seconds))
}

fn marked() -> BoxedStrategy<Target> {
    // A span is a pair in order, as every span is.
    prop_oneof![
        (any::anchor(), option::of(claim_ref())).prop_map(|(anchor, claim)| Target::Passage(anchor, claim)),
        (any::anchor(), option::of(claim_ref())).prop_map(|(anchor, claim)| Target::Words(anchor, claim)),
    ]
    .boxed()
}

fn target() -> BoxedStrategy<Target> {
    prop_oneof![Just(Target::Brief), claim_ref().prop_map(Target::Claim), marked()].boxed()
}

fn any_place() -> impl Strategy<Value = Place> {
    let part = prop_oneof![
        Just(Part::Summary),
        any::text().prop_map(|id| Part::Claim(ClaimId(id))),
        (1u32..).prop_map(|n| Part::Paragraph(ParagraphNo::new(n).unwrap())),
    ];
    (part, every::<usize>()).prop_map(|(part, at)| Place { part, at: Offset::new(at) })
}

fn correction() -> impl Strategy<Value = Correction> {
    let id = || select(&["c1", "c2"][..]).prop_map(|id| ClaimId(id.to_owned()));
    (select(&["x", "y"][..]), id(), id(), select(&Class::ALL[..]), moment())
        .prop_map(|(with, a, b, class, at)| Correction { with: with.to_owned(), a, b, class, at })
}

fn study() -> BoxedStrategy<Study> {
    let note = (moment(), moment(), target(), any::text());
    let bookmark = (moment(), any_place()).prop_map(|(at, place)| Bookmark { at, place });
    let small = (select(&ReadState::ALL[..]), moment(), every::<bool>(), option::of(any_place()));
    let own = (vec(note, 0..4), vec((moment(), marked()), 0..3), vec(correction(), 0..3));
    (small, vec("[a-z!# ]{0,6}x", 0..3), btree_map(select(vec!['a', 'n', 'y']), bookmark, 0..3), own)
        .prop_map(|((read, read_at, star, place), mut tags, bookmarks, (notes, highlights, mut corrections))| {
            tags.sort();
            tags.dedup();
            corrections.sort_by(|a: &Correction, b| (&a.with, &a.a, &a.b).cmp(&(&b.with, &b.a, &b.b)));
            corrections.dedup_by(|a, b| a.same_pair(b));
            let id = |letter: char, i: usize| ItemId(format!("{letter}{}", i + 1));
            let notes = notes.into_iter().enumerate();
            let notes = notes.map(|(i, (at, edited, on, text))| Note {
                id: id('n', i),
                at,
                edited,
                on,
                text,
                more: Vec::new(),
            });
            let marks = highlights.into_iter().enumerate().map(|(i, (at, on))| Highlight {
                id: id('h', i),
                at,
                on,
                more: Vec::new(),
            });
            let (notes, highlights) = (notes.collect(), marks.collect());
            Study { read, read_at, star, place, tags, bookmarks, notes, highlights, corrections }
        })
        .boxed()
}

fn change() -> BoxedStrategy<Change> {
    let bookmark = option::of((moment(), any_place()).prop_map(|(at, place)| Bookmark { at, place }));
    let tag = || select(&["a", "b"][..]).prop_map(str::to_owned);
    prop_oneof![
        (select(&ReadState::ALL[..]), moment()).prop_map(|(state, at)| Change::SetRead(state, at)),
        option::of(any_place()).prop_map(Change::SetPlace),
        every::<bool>().prop_map(Change::SetStar),
        (select(vec!['a', 'n', 'y', 'é']), bookmark).prop_map(|(name, mark)| Change::SetBookmark(name, mark)),
        (tag(), option::of(0usize..3)).prop_map(|(tag, index)| Change::AddTag(tag, index)),
        tag().prop_map(Change::RemoveTag),
        (target(), any::text()).prop_map(|(on, text)| Change::AddNote { on, text }),
        (item_id(), any::text(), any::text()).prop_map(|(id, was, text)| Change::EditNote { id, was, text }),
        item_id().prop_map(Change::RemoveNote),
        marked().prop_map(Change::AddHighlight),
        item_id().prop_map(Change::RemoveHighlight),
        (correction(), option::of(0usize..3)).prop_map(|(c, index)| Change::Correct(c, index)),
        correction().prop_map(|c| Change::Uncorrect { with: c.with, a: c.a, b: c.b }),
    ]
    .boxed()
}

/// A file as a person may have made it of ours: every line with `KEEP` must outlive every change.
const WORN: &str = "# KEEP 1\nstudy: 1 # KEEP 2\nmood: good # KEEP 3\ntags: # KEEP 4\n  # KEEP 5\n  - a\n  - [KEEP, 6]\n\
notes:\n  # KEEP 7\n  - id: n1\n    note: one\n  # KEEP 8\n  - {id: n2, note: two}\n  - {KEEP: 9}\n  - three\n\
highlights: []\ncorrections: # KEEP 10\n  - {with: x, a: c1, b: c1, class: agree}\n# KEEP 11\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_is_written_is_read_again(study in study()) {
        let file = write::write(&study, "about\nthis");
        let loaded = read::read(file.as_bytes()).map_err(|e| format!("{e:?}\n{file}")).unwrap();
        prop_assert_eq!(loaded.findings.len(), 0, "{}", file);
        prop_assert_eq!(loaded.study, study, "{}", file);
    }

    #[test]
    fn undoing_gives_back_what_was(study in study(), changes in vec(change(), 0..6)) {
        let mut after = study.clone();
        let outcome = after.apply(&changes, noon());
        prop_assert_eq!(outcome.inverse.len() + outcome.missed.len(), changes.len());
        let undone = after.apply(&outcome.inverse, noon());
        prop_assert_eq!(undone.missed.len(), 0, "{:?}", undone);
        // Times are those of the last change, undoing included, where there was none or the words are others.
        let timeless = |mut study: Study| {
            study.read_at = None;
            study.notes.iter_mut().for_each(|note| note.edited = None);
            study.bookmarks.values_mut().for_each(|mark| mark.at = None);
            study.corrections.iter_mut().for_each(|correction| correction.at = None);
            study
        };
        prop_assert_eq!(timeless(after), timeless(study));
    }

    #[test]
    fn a_changed_file_reads_as_wanted(study in study(), changes in vec(change(), 0..6)) {
        let file = write::write(&study, "");
        let loaded = read::read(file.as_bytes()).unwrap();
        let mut wanted = study;
        wanted.apply(&changes, noon());
        let revised = write::revise(&loaded, &wanted);
        prop_assert!(revised.is_ok(), "{}\n{:?}\n{:?}", file, revised, changes);
    }

    #[test]
    fn what_a_person_added_survives_every_change(changes in vec(change(), 0..8)) {
        let mut file = WORN.to_owned();
        for change in changes {
            let loaded = read::read(file.as_bytes()).unwrap();
            let mut wanted = loaded.study.clone();
            wanted.apply(std::slice::from_ref(&change), noon());
            let revised = write::revise(&loaded, &wanted);
            prop_assert!(revised.is_ok(), "{}\n{:?}\n{:?}", file, revised, change);
            file = revised.unwrap();
            for line in WORN.lines().filter(|line| line.contains("KEEP")) {
                // The list itself is ours, and may be written in one line again; the remark behind it is the person's.
                let kept = if line.starts_with("corrections:") { "# KEEP 10" } else { line };
                let there = |l: &str| if kept == line { l == line } else { l.ends_with(kept) };
                prop_assert!(file.lines().any(there), "{} in\n{}\nafter {:?}", line, file, change);
            }
        }
    }
}
