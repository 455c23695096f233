//! Libraries as they are found in the world: what is good in them is listed, what is not is named, nothing waits, and
//! nothing is written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use epitome::library::{BriefId, Catalogue, Library, LibraryError, Place};

/// A folder of one test, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("epitome-library-{}-{n}", std::process::id()));
        fs::create_dir_all(path.join("briefs")).unwrap();
        Self(path)
    }

    fn library(&self) -> PathBuf {
        self.0.join("briefs")
    }

    fn cache(&self) -> PathBuf {
        self.0.join("cache")
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.library().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    fn open(&self) -> (Library, Catalogue) {
        Library::catalogue(Place::Folder(self.library()), Some(&self.cache())).unwrap()
    }

    fn epitome(&self, args: &[&str]) -> Output {
        let output = Command::new(env!("CARGO_BIN_EXE_epitome"))
            .args(args)
            .env("EPITOME_LIBRARY", self.library())
            .env("XDG_CACHE_HOME", self.cache())
            .env("HOME", &self.0)
            .current_dir(&self.0)
            .output();
        output.unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn brief(title: &str) -> String {
    let claims = "claims:\n  - {id: c1, claim: \"The ferry sailed.\", kind: fact}\n";
    format!("epitome: 1\ntitle: \"{title}\"\nsource: {{published: \"2031-05-03\"}}\nsummary: Short.\n{claims}")
}

fn ids(catalogue: &Catalogue) -> Vec<&str> {
    catalogue.cards().map(|card| card.id_str()).collect()
}

fn faults(catalogue: &Catalogue) -> BTreeMap<String, String> {
    catalogue.faults().map(|fault| (fault.path.clone(), fault.why.clone())).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Every file beneath a folder with what is in it, links as where they lead.
fn bytes_of(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            all.extend(bytes_of(&entry.path()));
        } else if kind.is_symlink() {
            let target = fs::read_link(entry.path()).unwrap();
            all.insert(entry.path(), target.into_os_string().into_encoded_bytes());
        } else if kind.is_file() {
            all.insert(entry.path(), fs::read(entry.path()).unwrap());
        } else {
            all.insert(entry.path(), Vec::new());
        }
    }
    all
}

#[cfg(unix)]
fn make_hostile(folder: &Folder) {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    let at = |name: &str| folder.library().join(name);
    folder.put("a-good.yaml", brief("First"));
    folder.put("z-good.yaml", brief("Last"));
    folder.put("deep/er/good.yaml", brief("Deep"));
    folder.put("crlf.yaml", brief("With CR").replace('\n', "\r\n"));
    folder.put("bom.yaml", format!("\u{feff}{}", brief("With a mark")));
    folder.put("z-good.study.yaml", "read: true\n");
    folder.put(".hidden.yaml", brief("Hidden"));
    folder.put(".trash/old.yaml", brief("Thrown away"));
    folder.put("notes.txt", "not a brief");
    folder.put("empty.yaml", "");
    folder.put("binary.yaml", (0..=255u8).collect::<Vec<u8>>());
    folder.put("broken.yaml", "epitome: 1\ntitle: [\n");
    folder.put("newer.yaml", "epitome: 99\n");
    let sparse = fs::File::create(at("huge.yaml")).unwrap();
    sparse.set_len(5 << 30).unwrap();
    folder.put("long.yaml", format!("{}{}", brief("Long"), "# padding\n".repeat((5 << 20) / 10)));
    fs::create_dir(at("folder.yaml")).unwrap();
    symlink(at("a-good.yaml"), at("linked.yaml")).unwrap();
    symlink("loop.yaml", at("loop.yaml")).unwrap();
    symlink("nowhere", at("dangling.yaml")).unwrap();
    symlink("/dev/zero", at("device.yaml")).unwrap();
    symlink("..", at("deep/up")).unwrap();
    symlink("/", at("everything")).unwrap();
    drop(UnixListener::bind(at("socket.yaml")).unwrap());
    assert!(Command::new("mkfifo").arg(at("pipe.yaml")).status().unwrap().success());
    fs::write(folder.library().join(std::ffi::OsStr::from_bytes(b"caf\xe9.yaml")), brief("Latin")).unwrap();
}

#[cfg(unix)]
const GOOD: [&str; 7] = ["a-good", "bom", "crlf", "deep/er/good", "linked", "long", "z-good"];

#[cfg(unix)]
#[test]
fn every_good_brief_of_a_hostile_folder_is_listed_and_the_rest_is_named() {
    let folder = Folder::new();
    make_hostile(&folder);
    let started = Instant::now();
    let (_, catalogue) = folder.open();
    assert!(started.elapsed() < Duration::from_secs(5), "it waited for something");
    assert_eq!(ids(&catalogue), GOOD);
    let faults = faults(&catalogue);
    for (path, why) in [
        ("empty.yaml", "empty"),
        ("binary.yaml", ""),
        ("broken.yaml", "line "),
        ("newer.yaml", "newer"),
        ("huge.yaml", "larger than"),
        ("folder.yaml", "a folder"),
        ("loop.yaml", "symbolic links"),
        ("dangling.yaml", "a link to nothing"),
        ("device.yaml", "a device"),
        ("socket.yaml", "a socket"),
        ("pipe.yaml", "a named pipe"),
        ("deep/up", "not followed"),
        ("everything", "not followed"),
        ("caf\u{fffd}.yaml", "not UTF-8"),
    ] {
        let said = faults.get(path).unwrap_or_else(|| panic!("{path} is not named"));
        assert!(said.contains(why) && !said.contains('\n'), "{path}: {said}");
    }
    assert_eq!(faults.len(), 14, "{faults:?}");
}

#[cfg(unix)]
#[test]
fn listing_and_showing_write_nothing_in_the_library() {
    let folder = Folder::new();
    make_hostile(&folder);
    fs::remove_file(folder.library().join("huge.yaml")).unwrap();
    let before = bytes_of(&folder.library());
    for args in
        [&["list"][..], &["list", "--json"], &["show", "a-good"], &["show", "crlf", "--json"], &["show", "pipe"]]
    {
        folder.epitome(args);
    }
    assert_eq!(bytes_of(&folder.library()), before);
    let beside: Vec<_> = fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside.len(), 2, "more than the library and the cache: {beside:?}");
}

#[cfg(unix)]
#[test]
fn the_list_names_what_cannot_be_read_and_ends_with_success() {
    let folder = Folder::new();
    make_hostile(&folder);
    let output = folder.epitome(&["list"]);
    assert_eq!(output.status.code(), Some(0));
    let listed = text(&output.stdout);
    for id in GOOD {
        assert!(listed.lines().any(|line| line.starts_with("2031-05-03") && line.ends_with(id)), "{id}\n{listed}");
    }
    assert!(!listed.contains("cannot read"), "what is no data does not stand among it: {listed}");
    let said = text(&output.stderr);
    assert!(said.contains("epitome: cannot read: binary.yaml: ") && said.lines().count() == 14, "{said}");
    for id in GOOD {
        fs::remove_file(folder.library().join(format!("{id}.yaml"))).unwrap();
    }
    let output = folder.epitome(&["list"]);
    assert_eq!((output.status.code(), text(&output.stderr).lines().count()), (Some(2), 1), "nothing could be read");
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_named_and_hides_no_other() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    folder.put("good.yaml", brief("Good")).put("secret.yaml", brief("Secret")).put("locked/in.yaml", brief("In"));
    for name in ["secret.yaml", "locked"] {
        fs::set_permissions(folder.library().join(name), fs::Permissions::from_mode(0o000)).unwrap();
    }
    let readable = fs::read(folder.library().join("secret.yaml")).is_ok();
    let (_, catalogue) = folder.open();
    let found = (ids(&catalogue).join(" "), faults(&catalogue).into_keys().collect::<Vec<_>>());
    fs::set_permissions(folder.library().join("locked"), fs::Permissions::from_mode(0o700)).unwrap();
    if readable {
        eprintln!("SKIPPED: this user may read everything, so that permissions cannot be tested");
        return;
    }
    assert_eq!(found, ("good".to_owned(), vec!["locked".to_owned(), "secret.yaml".to_owned()]));
}

/// Puts the clock of a file's stamps behind the moment in which changes could not be told apart.
fn settle() {
    std::thread::sleep(Duration::from_millis(120));
}

#[test]
fn a_refresh_reads_only_what_changed_and_says_what_differs() {
    let folder = Folder::new();
    folder.put("a.yaml", brief("A")).put("b.yaml", brief("B")).put("c.yaml", brief("C")).put("bad.yaml", "");
    settle();
    let (library, first) = folder.open();
    let (_, kept) = Library::open(Place::Folder(folder.library()), Some(&folder.cache()));
    assert_eq!(ids(&kept), ids(&first));
    assert_eq!(faults(&kept), faults(&first));

    folder.put("b.yaml", brief("Changed")).put("d.yaml", brief("D")).put("a.txt", "The article.\n");
    fs::remove_file(folder.library().join("c.yaml")).unwrap();
    settle();
    let mut read = Vec::new();
    let cancel = AtomicBool::new(false);
    let refreshed = library.refresh(
        &kept,
        &mut |batch| read.extend(batch.entries.iter().map(|entry| entry.stem().to_owned())),
        &cancel,
    );
    let (second, changes) = refreshed.unwrap();
    read.sort();
    assert_eq!(read, ["b", "d"]);
    assert_eq!(
        (changes.added, changes.changed, changes.removed),
        (vec!["d".into()], vec!["a".into(), "b".into()], vec!["c".into()])
    );
    assert_eq!(ids(&second), ["a", "b", "d"]);
    assert!(second.card(&BriefId::new("a").unwrap()).unwrap().has_article);
    let (third, changes) = library.refresh(&second, &mut |_| panic!("read again"), &cancel).unwrap();
    assert!(changes.is_empty(), "{changes:?}");
    assert_eq!(ids(&third), ids(&second));
}

#[test]
fn a_change_within_one_tick_of_the_clock_is_seen() {
    let folder = Folder::new();
    folder.put("a.yaml", brief("One"));
    for round in 0..20 {
        let title = format!("T{:02}", round);
        folder.put("a.yaml", brief(&title));
        let (_, catalogue) = folder.open();
        assert_eq!(catalogue.cards().next().and_then(|card| card.title()), Some(title.as_str()));
    }
}

#[test]
fn a_damaged_or_unwritable_cache_is_no_hindrance() {
    let folder = Folder::new();
    folder.put("a.yaml", brief("A"));
    settle();
    folder.open();
    let catalogues = folder.cache().join("catalogues");
    let kept: Vec<PathBuf> = fs::read_dir(&catalogues).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(kept.len(), 2);
    for file in kept {
        for damage in [&b"epitcat\ngarbage"[..], b""] {
            fs::write(&file, damage).unwrap();
            let (_, catalogue) = folder.open();
            assert_eq!(ids(&catalogue), ["a"], "{}", file.display());
            assert!(catalogue.cards().all(|card| card.said().contains("sailed")), "{}", file.display());
            assert_ne!(fs::read(&file).unwrap(), damage, "it is kept anew");
        }
        fs::remove_file(&file).unwrap();
        assert!(folder.open().1.cards().all(|card| card.said().contains("sailed")), "{}", file.display());
    }
    fs::remove_dir_all(folder.cache()).unwrap();
    fs::write(folder.cache(), "a file where the folder should be").unwrap();
    assert_eq!(ids(&folder.open().1), ["a"]);
    assert_eq!(fs::read(folder.cache()).unwrap(), b"a file where the folder should be");
}

#[test]
fn a_cancelled_refresh_ends_at_once() {
    let folder = Folder::new();
    folder.put("a.yaml", brief("A"));
    let (library, none) = Library::open(Place::Folder(folder.library()), None);
    let refreshed = library.refresh(&none, &mut |_| {}, &AtomicBool::new(true));
    assert!(matches!(refreshed, Err(LibraryError::Cancelled)));
}

#[test]
fn one_brief_opens_without_its_siblings_and_with_its_article() {
    let folder = Folder::new();
    folder.put("a.yaml", brief("A")).put("b.yaml", brief("B")).put("a.txt", "One.\n\nTwo.\n");
    let place = Place::named(&folder.library().join("a.yaml")).unwrap();
    let (library, catalogue) = Library::catalogue(place, None).unwrap();
    assert_eq!(ids(&catalogue), ["a"]);
    let opened = library.load(&BriefId::new("a").unwrap()).unwrap();
    assert_eq!(opened.article.unwrap().paragraphs().len(), 2);
    assert_eq!(opened.text, brief("A"));
    assert_eq!(opened.article_fault, None);
}

#[test]
fn an_article_that_is_not_the_one_the_brief_was_made_from_is_said() {
    let folder = Folder::new();
    let article = "One.\n\nA heading\n";
    let source = format!(
        "source:\n  article: {{sha256: \"{}\", words: 3, paragraphs: 2, kinds: {{heading: [2, 9]}}}}\n",
        epitome::article::sha256(article.as_bytes())
    );
    let yaml = format!("epitome: 1\ntitle: A\n{source}summary: S.\nclaims: []\n");
    for (file, fault) in [
        (article.to_owned(), None),
        (article.replace('\n', "\r\n"), None),
        (article.replace("One", "Ten"), Some("a.txt is not as it was when the brief was made")),
    ] {
        folder.put("a.yaml", &yaml).put("a.txt", &file);
        let (library, _) = folder.open();
        let opened = library.load(&BriefId::new("a").unwrap()).unwrap();
        assert_eq!(opened.article_fault.as_deref(), fault, "{file:?}");
        let kinds: Vec<_> = opened.article.unwrap().paragraphs().iter().map(|p| p.kind.name()).collect();
        assert_eq!(kinds, ["text", "heading"]);
    }
    folder.put("a.txt", b"caf\xe9");
    let opened = folder.open().0.load(&BriefId::new("a").unwrap()).unwrap();
    assert!(opened.article.is_none() && opened.article_fault.unwrap().contains("not UTF-8"));
}

#[test]
fn what_cannot_be_done_is_one_line_that_names_it() {
    let folder = Folder::new();
    folder.put("a-one.yaml", brief("A")).put("a-two.yaml", brief("B")).put("bad.yaml", "").put("page.html", "<p>");
    for (args, expected) in [
        (&["show", "a-thre"][..], "no brief is called 'a-thre'; the nearest: a-"),
        (&["show", "a-"], "several briefs begin with 'a-': a-one, a-two"),
        (&["show", "bad"], "bad.yaml: line 1"),
        (&["show", "briefs/bad.yaml"], "cannot read briefs/bad.yaml: line 1"),
        (&["show", "../../no/such"], "no brief is called '../../no/such'"),
        (&["show", "briefs/page.html"], "briefs/page.html: neither a folder of briefs nor a brief"),
        (&["show", "a-one", "--library", "nowhere"], "nowhere: there is no such file or folder"),
        (&["list", "--library", "briefs/page.html"], "briefs/page.html: neither a folder of briefs nor a brief"),
        (&["list", "--library", "/dev/null"], "/dev/null: neither"),
    ] {
        let output = folder.epitome(args);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.starts_with("epitome: ") && said.contains(expected), "{args:?}: {said}");
        assert_eq!((said.lines().count(), output.stdout.len()), (1, 0), "{args:?}: {said}");
    }
}

#[test]
fn controls_in_a_brief_reach_no_terminal() {
    let folder = Folder::new();
    let title = r"T\e[31m\u202E\x9B\u2028\r\n\tend";
    folder.put("a.yaml", brief(title).replace("Short.", r#""S\e]0;x\a\x7F""#));
    folder.put("b\u{1b}[2J.yaml", "");
    for args in [&["list"][..], &["list", "--json"], &["show", "a"], &["show", "a", "--json"]] {
        let output = folder.epitome(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        let printed = text(&output.stdout) + &text(&output.stderr);
        let bad = printed.chars().find(|c| *c != '\n' && epitome::text::safe::stand_in(*c).is_some());
        assert_eq!(bad, None, "{args:?}: {printed:?}");
        assert!(printed.contains("end") || args == ["list"], "{args:?}: {printed}");
    }
}

#[test]
fn show_sets_a_brief_as_text_no_wider_than_a_page() {
    let folder = Folder::new();
    let long = "word ".repeat(60);
    folder.put("a.yaml", brief("A").replace("Short.", &long).replace("The ferry sailed.", &long));
    let output = folder.epitome(&["show", "a"]);
    let printed = text(&output.stdout);
    assert!(printed.lines().all(|line| line.chars().count() <= 72), "{printed}");
    assert_eq!(printed.matches("word").count(), 120);
    assert!(printed.starts_with("A\n") && printed.contains("\n 1  word"), "{printed}");
}

#[test]
fn show_breaks_no_word_and_no_address() {
    let folder = Folder::new();
    let address = format!("https://example.org/{}", "long-path/".repeat(12));
    let word = "incomprehensibilities ";
    let yaml =
        brief("A").replace("Short.", &word.repeat(5)).replace("source: {", &format!("source: {{url: \"{address}\", "));
    folder.put("a.yaml", yaml);
    let printed = text(&folder.epitome(&["show", "a"]).stdout);
    let lines: Vec<&str> = printed.lines().collect();
    assert!(lines.contains(&address.as_str()), "{printed}");
    let words: Vec<usize> = lines.iter().map(|line| line.matches(word.trim()).count()).filter(|&n| n > 0).collect();
    assert_eq!((words.iter().sum::<usize>(), words.len()), (5, 2), "{printed}");
    assert!(!printed.contains("incompre-"), "{printed}");
}

#[test]
fn show_says_what_became_of_every_passage() {
    let folder = Folder::new();
    let evidence = "evidence: [{paragraph: 1, quote: \"sails at nine\"}, {quote: \"sails at ten\"}]";
    let yaml = brief("A").replace("kind: fact", &format!("kind: fact, {evidence}"));
    folder.put("a.yaml", yaml).put("a.txt", "The ferry.\n\nIt sails at nine.\n");
    let printed = text(&folder.epitome(&["show", "a"]).stdout);
    assert!(printed.contains("    ¶2 moved “sails at nine”\n    ¶? missing “sails at ten”\n"), "{printed}");
    let value: serde_json::Value = serde_json::from_slice(&folder.epitome(&["show", "a", "--json"]).stdout).unwrap();
    let first = &value["claims"][0]["evidence"][0];
    assert_eq!(first["state"], "moved");
    assert_eq!(first["found"], serde_json::json!({"paragraph": 2, "span": [3, 16]}));
    fs::remove_file(folder.library().join("a.txt")).unwrap();
    let printed = text(&folder.epitome(&["show", "a"]).stdout);
    assert!(printed.contains("¶1 unattached “sails at nine”") && printed.contains("article not here"), "{printed}");
}

#[test]
fn list_as_json_keeps_everything_a_script_needs() {
    let folder = Folder::new();
    folder.put("a.yaml", brief("A")).put("sub/b.yaml", brief("B")).put("sub/b.txt", "Text.\n").put("bad.yaml", "");
    let output = folder.epitome(&["list", "--json", "--sort", "title"]);
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["version"], 1);
    let listed = |key: &str| value["briefs"].as_array().unwrap().iter().map(|b| b[key].clone()).collect::<Vec<_>>();
    assert_eq!(listed("id"), ["a", "sub/b"]);
    assert_eq!(listed("path"), ["a.yaml", "sub/b.yaml"]);
    assert_eq!(listed("claims"), [1, 1]);
    assert_eq!(listed("has_article"), [false, true]);
    assert_eq!(value["unreadable"][0]["path"], "bad.yaml");
}

#[test]
fn a_library_nobody_has_made_yet_is_empty_and_says_so() {
    let folder = Folder::new();
    let output = Command::new(env!("CARGO_BIN_EXE_epitome"))
        .arg("list")
        .env_clear()
        .env("HOME", &folder.0)
        .current_dir("/")
        .output()
        .unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    assert!(text(&output.stderr).contains("no library yet"), "{}", text(&output.stderr));
}
