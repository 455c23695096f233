//! What hostile files do to the command line: nothing. Every byte that is printed, every exit code, every line of an
//! error, the time and the memory it takes, and what is left on the disk.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use epitome::text::safe;
use serde_json::Value;

use crate::gallery::GALLERY;

/// A folder of one test, with a library in it; gone with it.
struct Home(PathBuf);

impl Home {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("epitome-hostile-{}-{n}", std::process::id()));
        fs::create_dir_all(path.join("briefs")).unwrap();
        Self(path)
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join("briefs").join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_epitome"));
        command.args(args).env_clear().env("HOME", &self.0).current_dir(&self.0).stdin(Stdio::null());
        command
    }

    /// Runs a command and holds what is true of every one: how it ends and what it prints.
    #[track_caller]
    fn run(&self, args: &[&str]) -> Output {
        let output = self.command(args).output().unwrap();
        assert_clean(args, &output);
        output
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("what is printed is UTF-8")
}

/// Ends with 0, 1 or 2; no unsafe character; messages begin with the program's name. Tabs stand between columns alone.
#[track_caller]
fn assert_clean(args: &[&str], output: &Output) {
    let (said, printed) = (text(&output.stderr), text(&output.stdout));
    assert!(matches!(output.status.code(), Some(0..=2)), "{args:?}: {:?}\n{said}", output.status);
    let tabs = [("list", 4), ("search", 2)].into_iter().find(|(command, _)| args.contains(command)).map(|(_, n)| n);
    let columns = |line: &str| line.matches('\t').count();
    assert!(printed.lines().all(|line| [0, tabs.unwrap_or(0)].contains(&columns(line))), "{args:?}: {printed:?}");
    for stream in [said, &printed.replace('\t', " ")] {
        let bad = stream.chars().find(|&c| c != '\n' && (c.is_control() || safe::stand_in(c).is_some()));
        assert_eq!(bad, None, "{args:?}: {stream:?}");
    }
    assert!(said.lines().all(|line| line.starts_with("epitome: ")), "{args:?}: {said}");
    if output.status.code() == Some(2) {
        assert_eq!(said.lines().count(), 1, "{args:?}: {said}");
    }
}

/// Every character that no terminal may get, and what goes with them.
fn unsafe_characters() -> Vec<char> {
    let all = (0..=0x1fu32).chain(0x7f..=0x9f).chain(0x2028..=0x202e).chain(0x2066..=0x2069);
    let tags = [0xfeff, 0xfff9, 0xfffb, 0xe0001, 0xe0041, 0xe007f];
    all.chain(tags).filter_map(char::from_u32).filter(|c| *c != '\n').collect()
}

/// A brief with that text, as YAML in double quotes, in every field.
fn brief_of(spelled: &str) -> String {
    let t = format!("\"x{spelled}y\"");
    format!(
        "epitome: 1\ntitle: {t}\nlabel: {t}\nsource:\n  publisher: {t}\n  authors: [{t}]\n  published: \"2031\"\n  \
         url: {t}\n  language: {t}\n  standfirst: {t}\n  article: {{sha256: {t}, cleaner: {t}, origin_sha256: {t}}}\n\
         summary: {t}\nsummary_evidence: [{{quote: {t}}}]\ntopics: [{t}]\nclaims:\n  - id: {t}\n    claim: {t}\n    \
         said_by: {t}\n    evidence: [{{paragraph: 1, quote: {t}, before: {t}, after: {t}}}]\n\
         made: {{by: {t}, version: {t}, fields: {{{t}: {t}}}}}\n{t}: {t}\n"
    )
}

/// Every command that reads a brief, on the one called `id`.
fn commands<'a>(id: &'a str, file: &'a str) -> Vec<Vec<&'a str>> {
    let mut all = vec![vec!["list"], vec!["show", id], vec!["check"], vec!["check", file], vec!["verify"]];
    all.extend([vec!["verify", id, "--strict"], vec!["attach", id, "article.txt"], vec!["schema"]]);
    all.extend([vec!["related", id], vec!["notes"], vec!["notes", id]]);
    let json: Vec<Vec<&str>> =
        all.iter().filter(|c| c[0] != "schema").map(|c| [c.as_slice(), &["--json"]].concat()).collect();
    all.extend(json);
    all.extend(["text", "markdown", "html", "json"].map(|format| vec!["compare", id, id, "--format", format]));
    all.extend([vec!["note", id, "Mine."], vec!["note", id, "Mine.", "--quote", "Text"], vec!["notes", id, "--json"]]);
    all
}

/// Whether a command prints JSON.
fn prints_json(args: &[&str]) -> bool {
    args.iter().any(|arg| matches!(*arg, "--json" | "json"))
}

#[test]
fn no_spelling_of_an_unsafe_character_reaches_the_output() {
    let raw: String = unsafe_characters().into_iter().collect();
    let spelled: String = unsafe_characters().into_iter().map(|c| format!("\\U{:08x}", c as u32)).collect();
    let short = "\\0\\a\\b\\t\\n\\v\\f\\r\\e\\N\\L\\P\\x9b\\u202e";
    let raw_one = |c: char| (format!("raw {:04x}", c as u32), c.to_string());
    let mut spellings =
        vec![("all raw".to_owned(), raw), ("all escaped".to_owned(), spelled), ("short".to_owned(), short.to_owned())];
    spellings
        .extend(['\u{1b}', '\u{9b}', '\u{7f}', '\r', '\u{85}', '\u{2028}', '\u{202e}', '\u{e0041}', '\0'].map(raw_one));
    for (what, spelling) in spellings {
        let home = Home::new();
        let file = home.put("a.yaml", brief_of(&spelling));
        home.put("a.txt", format!("x{spelling}y and x\u{1b}]0;t\u{7}\n\nSecond.\n"));
        fs::write(home.0.join("article.txt"), format!("Other {spelling}\n")).unwrap();
        for args in commands("a", file.to_str().unwrap()) {
            let output = home.run(&args);
            if prints_json(&args) && output.status.code() != Some(2) {
                let value: Value =
                    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{what}: {args:?}: {e}"));
                assert_eq!(value["version"], 1, "{what}: {args:?}");
            }
        }
    }
}

#[test]
fn json_has_the_value_that_the_file_has() {
    let home = Home::new();
    let all: String = unsafe_characters().into_iter().collect();
    let spelled: String = all.chars().map(|c| format!("\\U{:08x}", c as u32)).collect();
    home.put("a.yaml", brief_of(&spelled));
    let value: Value = serde_json::from_slice(&home.run(&["show", "a", "--json"]).stdout).unwrap();
    let whole = format!("x{all}y");
    for at in ["/title", "/source/publisher", "/summary", "/claims/0/claim", "/claims/0/evidence/0/quote", "/topics/0"]
    {
        assert_eq!(value.pointer(at).and_then(Value::as_str), Some(whole.as_str()), "{at}");
    }
}

#[test]
fn names_of_files_and_arguments_are_shown_and_not_obeyed() {
    let home = Home::new();
    let name = "b\u{1b}[2J\u{9b}\u{202e}\u{e0041}\r\nc";
    let good = home.put(&format!("{name}.yaml"), "epitome: 1\ntitle: T\nsummary: S\n");
    home.put("bad\u{7}\u{1b}c.yaml", "epitome: 1\ntitle: [\n");
    fs::create_dir(home.0.join("briefs/fold\u{1b}er.yaml")).unwrap();
    fs::write(home.0.join("article.txt"), "Text.\n").unwrap();
    for args in commands(name, good.to_str().unwrap()) {
        home.run(&args);
    }
    for args in [
        &["show", "none\u{1b}[2J\n\u{202e}"][..],
        &["verify", "\u{9b}31m"],
        &["attach", name, "none\u{1b}[31m\n.txt"],
        &["check", "none\u{1b}]0;x\u{7}"],
        &["list", "--library", "/none\u{1b}[31m"],
        &["read", "none\u{1b}c\u{e0041}"],
    ] {
        let output = home.run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
    }
    let value: Value = serde_json::from_slice(&home.run(&["list", "--json"]).stdout).unwrap();
    assert_eq!(value["briefs"][0]["id"], name);
}

#[test]
fn a_wrong_command_line_is_safe_to_print_and_ends_with_2() {
    let home = Home::new();
    for args in [
        &["list", "--no\u{1b}[2J\u{202e}"][..],
        &["list", "--sort", "\u{9b}31m\u{e0041}"],
        &["show"],
        &["read", "--theme", "x\u{7}\r"],
    ] {
        let output = home.run(args);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{args:?}");
        assert!(text(&output.stderr).ends_with("; try --help\n"), "{args:?}: {}", text(&output.stderr));
    }
    for (args, said) in [
        (["list", "--nope"], "epitome: unexpected argument '--nope' found; try --help\n"),
        (
            ["list", "--sort=x"],
            "epitome: invalid value 'x' for '--sort <ORDER>' [possible values: published, added, title, publisher, claims, unread]; try --help\n",
        ),
        (["show", "/dev/null"], "epitome: /dev/null: neither a folder of briefs nor a brief (.yaml)\n"),
    ] {
        assert_eq!(text(&home.run(&args).stderr), said);
    }
}

#[test]
fn every_script_is_accepted_listed_and_shown() {
    let home = Home::new();
    assert!(GALLERY.len() >= 27);
    for (n, sample) in GALLERY.iter().enumerate().filter(|(_, sample)| sample.script != "Controls") {
        let spelled = serde_json::to_string(sample.text).unwrap();
        let yaml = format!(
            "epitome: 1\ntitle: {spelled}\nsource: {{publisher: P, language: {}}}\nsummary: {spelled}\nclaims:\n  \
             - id: c1\n    claim: {spelled}\n    evidence: [{{paragraph: 1, span: [0, {}], quote: {spelled}}}]\n",
            sample.language,
            sample.text.len()
        );
        home.put(&format!("s{n}.yaml"), yaml);
        home.put(&format!("s{n}.txt"), format!("{}\n", sample.text));
        let id = format!("s{n}");
        assert!(text(&home.run(&["verify", &id]).stdout).contains("exact"), "{}", sample.script);
        let checked = home.run(&["check", &format!("briefs/s{n}.yaml")]);
        assert_eq!(checked.status.code(), Some(0), "{}: {}", sample.script, text(&checked.stdout));
        let shown: String = text(&home.run(&["show", &id]).stdout).split_whitespace().collect();
        // What has no width of its own need not be there: soft hyphens, zero width spaces, word joiners.
        let seen = |c: &char| !c.is_whitespace() && !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}');
        let whole: String = safe::line(sample.text).chars().filter(seen).collect();
        let shown: String = shown.chars().filter(seen).collect();
        assert!(shown.contains(&whole), "{}: {shown}", sample.script);
    }
    let listed = home.run(&["list"]);
    for sample in GALLERY.iter().filter(|sample| sample.script != "Controls") {
        assert!(text(&listed.stdout).contains(&*safe::line(sample.text)), "{}", sample.script);
    }
}

#[test]
fn a_flood_of_marks_is_cut_wherever_it_is_shown() {
    let home = Home::new();
    let flood = "\u{301}".repeat(10_000);
    home.put("a.yaml", brief_of(&flood));
    fs::write(home.0.join("article.txt"), "Text.\n").unwrap();
    for args in commands("a", "briefs/a.yaml").into_iter().filter(|args| !prints_json(args)) {
        let output = home.run(&args);
        let most = text(&output.stdout).split(|c| c != '\u{301}').map(|run| run.chars().count()).max();
        assert!(most <= Some(8), "{args:?}: {most:?}");
    }
}

/// Runs a command and returns how long it took and the most memory it had, in MiB.
#[track_caller]
fn cost(home: &Home, args: &[&str]) -> (Duration, u64) {
    let began = Instant::now();
    let mut child = home.command(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut peak = 0;
    let status = loop {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
        peak = peak.max(kib.unwrap_or(0) / 1024);
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if began.elapsed() > Duration::from_secs(30) {
            let _ = child.kill();
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    assert!(matches!(status.code(), Some(0..=2)), "{args:?}: {status:?}");
    (began.elapsed(), peak)
}

/// Words and figures of a claim that has too many; less where the code is not optimised and the machine is shared.
const MANY: usize = if cfg!(debug_assertions) { 4 } else { 30 };

/// How long a command may take, where the code is optimised and where it is not.
const SOON: Duration = Duration::from_secs(if cfg!(debug_assertions) { 25 } else { 10 });

#[test]
fn no_bomb_takes_long_or_much() {
    let head = "epitome: 1\ntitle: T\n";
    let lines = |line: &str, n: usize| (0..n).map(|i| line.replace('#', &i.to_string())).collect::<String>();
    let laughs = format!(
        "{head}a: &a [x, x, x, x, x, x, x, x, x]\n{}",
        [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f"), ("f", "g"), ("g", "h"), ("h", "i")]
            .map(|(of, name)| format!("{name}: &{name} [{}]\n", vec![format!("*{of}"); 9].join(", ")))
            .concat()
    );
    for (what, yaml) in [
        ("brackets", format!("{head}summary: {}", "[".repeat(200_000))),
        ("braces", format!("{head}summary: {}", "{a: ".repeat(100_000))),
        ("dashes", format!("{head}claims:\n  {}", "- ".repeat(100_000))),
        ("question marks", format!("{head}? {}", "? ".repeat(100_000))),
        ("indents", format!("{head}{}", (0..2_000).map(|n| format!("{}k:\n", " ".repeat(n))).collect::<String>())),
        ("laughs", laughs),
        ("an aliased string", format!("{head}a: &a {}\nb: [{}]\n", "x".repeat(100_000), "*a, ".repeat(20_000))),
        ("a long string", format!("{head}summary: \"{}\"\n", "x".repeat(4 << 20))),
        ("a long word of marks", format!("{head}summary: \"{}\"\n", "\u{301}".repeat(1 << 20))),
        ("too long", format!("{head}summary: \"{}\"\n", "x".repeat(9 << 20))),
        ("keys", format!("{head}{}", lines("k#: v\n", 60_000))),
        ("the same key", format!("{head}{}", lines("k: v\n", 60_000))),
        (
            "claims",
            format!(
                "{head}claims:\n{}",
                lines("  - {id: c#, claim: Boat # left., evidence: [{quote: Boat # left}]}\n", 6_000)
            ),
        ),
        (
            "one claim",
            format!("{head}claims:\n  - {{id: c1, claim: \"{}\"}}\n", lines("Boat # left on 5 May. ", 20_000)),
        ),
        (
            "claims of many words",
            format!("{head}claims:\n{}", lines(&format!("  - {{id: c#, claim: {}}}\n", lines("Boat#x 3 ", MANY)), 400)),
        ),
        ("topics", format!("{head}topics: [{}]\n", "a, ".repeat(90_000))),
        ("unclosed", format!("{head}summary: \"{}", "\\n".repeat(1 << 20))),
        ("tags", format!("{head}summary: !!binary {}\n", "!<x> ".repeat(50_000))),
        ("comments", format!("{head}{}", "# \n".repeat(500_000))),
    ] {
        let home = Home::new();
        home.put("bomb2.yaml", &yaml);
        home.put("bomb.yaml", yaml);
        home.put("good.yaml", "epitome: 1\ntitle: Good one\nsummary: S\nclaims: [{id: c1, claim: Boat 7 left.}]\n");
        for args in [
            &["list"][..],
            &["check"],
            &["compare", "bomb", "bomb"],
            &["compare", "good", "bomb"],
            &["related", "bomb"],
            &["related", "good"],
            &["note", "bomb", "Mine."],
            &["notes"],
        ] {
            let (time, mib) = cost(&home, args);
            assert!(time < SOON && mib < 1024, "{what}: {args:?}: {time:?}, {mib} MiB");
        }
        assert!(text(&home.run(&["list"]).stdout).contains("Good one"), "{what}");
        let beside: u64 =
            fs::read_dir(home.0.join("briefs")).unwrap().map(|e| e.unwrap().metadata().unwrap().len()).sum();
        assert!(beside < 96 << 20, "{what}: {beside}");
    }
}

/// Bytes of an article that is larger than any; less where the code is not optimised and the machine is shared.
const LARGE: usize = if cfg!(debug_assertions) { 1 << 18 } else { 8 << 20 };

#[test]
fn an_article_of_any_shape_is_read_in_time() {
    let home = Home::new();
    home.put("a.yaml", "epitome: 1\ntitle: T\nsummary: S\nclaims:\n  - {id: c1, claim: A., evidence: [{quote: aab}, {digest: \"0123456789abcdef0123456789abcdef\", length: 40}]}\n");
    for (what, article) in [
        ("one long paragraph", "a".repeat(LARGE)),
        ("many paragraphs", "a\n\n".repeat(LARGE / 3)),
        ("marks", "\u{301}".repeat(LARGE / 2)),
        ("controls", "\u{1b}[31m\r\u{9b}".repeat(LARGE / 8)),
    ] {
        home.put("a.txt", article);
        for args in [&["verify"][..], &["show", "a"]] {
            let (time, mib) = cost(&home, args);
            assert!(time < Duration::from_secs(10) && mib < 1024, "{what}: {args:?}: {time:?}, {mib} MiB");
        }
    }
}

#[test]
fn what_is_no_file_is_named_and_passed_over_by_every_command() {
    let home = Home::new();
    let at = |name: &str| home.0.join("briefs").join(name);
    assert!(
        Command::new("mkfifo")
            .args([at("pipe.yaml"), at("good.txt"), home.0.join("pipe.txt")])
            .status()
            .unwrap()
            .success()
    );
    drop(std::os::unix::net::UnixListener::bind(at("socket.yaml")).unwrap());
    std::os::unix::fs::symlink("/dev/zero", at("device.yaml")).unwrap();
    std::os::unix::fs::symlink("loop.yaml", at("loop.yaml")).unwrap();
    std::os::unix::fs::symlink("..", at("up")).unwrap();
    fs::create_dir(at("folder.yaml")).unwrap();
    home.put(
        "good.yaml",
        "epitome: 1\ntitle: Good one\nsummary: S\nclaims: [{id: c1, claim: A., evidence: [{quote: A}]}]\n",
    );
    for (args, code) in [
        (&["list"][..], 0),
        (&["check"], 1),
        (&["verify"], 2),
        (&["show", "good"], 0),
        (&["show", "pipe"], 2),
        (&["show", "briefs/pipe.yaml"], 2),
        (&["check", "briefs/pipe.yaml"], 1),
        (&["check", "/dev/zero"], 1),
        (&["attach", "good", "pipe.txt"], 2),
        (&["attach", "good", "/dev/zero"], 2),
        (&["attach", "good", "briefs"], 2),
        // Called a regular file, and one waits in it for what the kernel will say next.
        (&["extract", "/proc/kmsg"], 2),
        (&["draft", "/proc/kmsg"], 2),
        (&["add", "--dry-run", "/proc/kmsg"], 2),
        (&["read", "briefs/pipe.yaml"], 2),
    ] {
        let began = Instant::now();
        let output = home.run(args);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", text(&output.stderr));
        assert!(began.elapsed() < Duration::from_secs(5), "{args:?} waited");
        if matches!(args, ["list" | "check" | "verify"]) {
            let all = text(&output.stdout).to_owned() + text(&output.stderr);
            for name in ["pipe.yaml", "socket.yaml", "device.yaml", "folder.yaml"] {
                assert!(all.contains(name), "{args:?}: {name}\n{all}");
            }
            assert!(all.contains("good"), "{args:?}: {all}");
        }
    }
}

#[test]
fn a_newer_format_is_refused_and_kept() {
    let home = Home::new();
    let newer = "epitome: 2\ntitle: {from: the future}\n";
    let file = home.put("newer.yaml", newer);
    fs::write(home.0.join("article.txt"), "Text.\n").unwrap();
    for (args, code) in [
        (&["show", "newer"][..], 2),
        (&["check"], 1),
        (&["verify"], 2),
        (&["list"], 2),
        (&["attach", "newer", "article.txt", "--force"], 2),
    ] {
        let output = home.run(args);
        let all = text(&output.stdout).to_owned() + text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {all}");
        assert!(all.contains("newer.yaml") && all.contains("format 2 is newer"), "{args:?}: {all}");
        assert_eq!(fs::read_to_string(&file).unwrap(), newer);
        assert!(!home.0.join("briefs/newer.txt").exists());
    }
}

#[test]
fn a_study_that_cannot_be_read_is_said_and_kept_and_not_taken_for_none() {
    let home = Home::new();
    let brief = "epitome: 1\ntitle: T\nsummary: S\nclaims: [{id: c1, claim: Boat 7 left.}]\n";
    home.put("good.yaml", brief);
    home.put("other.yaml", brief);
    let newer = "study: 99999999999999999999\nnotes: from the future\n";
    let study = home.put("good.study.yaml", newer);
    for (args, code, said) in [
        (&["note", "good", "Mine."][..], 2, "study format 99999999999999999999 is newer"),
        (&["notes"], 2, "study format 99999999999999999999 is newer"),
    ] {
        let output = home.run(args);
        assert_eq!(output.status.code(), Some(code), "{args:?}");
        assert!(text(&output.stderr).contains(said), "{args:?}: {}", text(&output.stderr));
    }
    assert_eq!(fs::read_to_string(&study).unwrap(), newer);
    fs::remove_file(&study).unwrap();
    assert!(Command::new("mkfifo").arg(&study).status().unwrap().success());
    for (args, code) in [(&["notes"][..], 2), (&["notes", "good"], 2), (&["compare", "good", "other"], 0)] {
        let output = home.run(args);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
        assert!(said.contains("good.study.yaml: a named pipe") && !said.contains("no note"), "{args:?}: {said}");
    }
}

#[test]
fn nothing_is_written_through_a_linked_folder() {
    let home = Home::new();
    fs::create_dir(home.0.join("outside")).unwrap();
    std::os::unix::fs::symlink("../outside", home.0.join("briefs/sub")).unwrap();
    let brief = "epitome: 1\ntitle: T\nsummary: S\nclaims: [{id: c1, claim: A.}]\n";
    fs::write(home.0.join("outside/good.yaml"), brief).unwrap();
    let output = home.run(&["note", "sub/good", "Mine."]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("linked folder"), "{}", text(&output.stderr));
    assert_eq!(fs::read_dir(home.0.join("outside")).unwrap().count(), 1);
}

#[test]
fn a_control_is_shown_wherever_it_is_quoted() {
    let home = Home::new();
    home.put("version.yaml", "epitome: \"\\e1\\a\"\n");
    home.put("shown.yaml", "epitome: 1\ntitle: \"A\\fB\\rC\"\nsummary: S\n");
    home.put("raw.yaml", "epitome: 1\ntitle: T\nsummary: \"a \u{1b} b\"\n");
    for (args, shown) in [
        (&["check", "version"][..], "'␛1␇' is not a version"),
        (&["check", "raw"], "raw.yaml:3:13: "),
        (&["show", "shown"], "A␌B␍C"),
        (&["list", "--sort", "a\rb\u{2028}c"], "'a␍b\u{fffd}c'"),
    ] {
        let output = home.run(args);
        let all = text(&output.stdout).to_owned() + text(&output.stderr);
        assert!(all.contains(shown), "{args:?}: {all}");
    }
}

#[test]
fn a_closed_pipe_is_quiet_and_a_full_disk_is_not() {
    let home = Home::new();
    for n in 0..300 {
        home.put(
            &format!("b{n}.yaml"),
            format!("epitome: 1\ntitle: {}\nsummary: {}\n", "Title ".repeat(60), "S. ".repeat(300)),
        );
    }
    for args in [&["list"][..], &["list", "--json"], &["check"], &["verify"], &["schema"], &["show", "b1"], &["--help"]]
    {
        let mut child = home.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = String::new();
        BufReader::with_capacity(16, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(matches!(output.status.code(), Some(0 | 1)), "{args:?}: {:?}", output.status);
        assert!(
            !text(&output.stderr).contains("panic") && !text(&output.stderr).contains("pipe"),
            "{args:?}: {}",
            text(&output.stderr)
        );
    }
    for args in [
        &["list"][..],
        &["list", "--json"],
        &["check"],
        &["schema"],
        &["show", "b1"],
        &["show", "b1", "--json"],
        &["--help"],
        &["--version"],
    ] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = home.command(args).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let said = text(&output.stderr);
        assert_eq!(said.lines().count(), 1, "{args:?}: {said}");
        assert!(said.contains("cannot write to standard output"), "{args:?}: {said}");
    }
}

/// Every file beneath a folder, with its bytes and when it was written.
fn state(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, std::time::SystemTime)> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(state(&path));
        } else {
            all.insert(path.clone(), (fs::read(&path).unwrap(), path.metadata().unwrap().modified().unwrap()));
        }
    }
    all
}

#[test]
fn no_command_that_reads_writes() {
    let home = Home::new();
    home.put("a.yaml", brief_of("\\e[31m").replace("epitome: 1\n", "epitome: 1  # mine\r\n"));
    home.put("a.txt", "Text\r\n\r\nMore");
    home.put("bad.yaml", "title: [");
    let before = state(&home.0.join("briefs"));
    for args in commands("a", "briefs/a.yaml").into_iter().filter(|args| !matches!(args[0], "attach" | "note")) {
        home.run(&args);
    }
    home.run(&["read"]);
    assert_eq!(state(&home.0.join("briefs")), before);
    let beside: Vec<_> = fs::read_dir(&home.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(beside.iter().all(|name| name == "briefs" || name == ".cache"), "{beside:?}");
}

#[test]
fn a_damaged_cache_changes_nothing_that_is_seen() {
    let home = Home::new();
    home.put("a.yaml", "epitome: 1\ntitle: Good one\nsummary: Sailed.\n");
    let expected = home.run(&["list"]).stdout;
    let files: Vec<PathBuf> = state(&home.0.join(".cache")).into_keys().collect();
    assert_eq!(files.len(), 2, "the catalogue and its words are kept");
    for file in files {
        let whole = fs::read(&file).unwrap();
        let mut flipped = whole.clone();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 0x55;
        for damage in [
            vec![],
            vec![0; whole.len()],
            whole[..middle].to_vec(),
            flipped,
            vec![0xff; 5 << 20],
            [whole.as_slice(), b"more"].concat(),
        ] {
            File::create(&file).unwrap().write_all(&damage).unwrap();
            assert_eq!(home.run(&["list"]).stdout, expected);
            assert!(text(&home.run(&["list", "--json"]).stdout).contains("Sailed."), "{}", file.display());
        }
    }
}
