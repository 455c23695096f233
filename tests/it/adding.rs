//! `epitome add`: articles into a library, known again, made again; whatever they are called and wherever it is stopped.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use epitome::analysis::gate::Gate;
use epitome::article::Article;
use epitome::brief::anchor::{Finder, State};
use epitome::brief::{Brief, Status, yaml};
use serde_json::Value;

/// An article of no newspaper; `{}` is its title.
const TEXT: &str = "{}

By Ines Maddock

3 May 2031

The ferry Brannock Star ran aground on a sandbank off Brannock Point on Friday with 212 passengers aboard, the harbour master said.

Two lifeboats from Kerrick took everyone off the ship before dawn. Captain Tomas Reeve, 52, had sailed the route for eleven years. The light on the point had been out for a week, he said.

According to the coast guard, no fuel leaked from the hull of the Brannock Star. The owners, Norland Lines, should pay for the rescue, the mayor of Kerrick argued. An inquiry into the accident will begin in June 2031 and is expected to last a year.

It was the third accident on the sandbank since 2014. The ferry company has carried 1,400,000 passengers between Kerrick and Brannock Point without an injury, its records show.
";

/// A folder of one test, with a library in it; gone with it.
pub struct Home(pub PathBuf);

impl Home {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("epitome-adding-{}-{n}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("in")).unwrap();
        Self(path)
    }

    /// Puts a document into `in`, and says its path.
    pub fn put(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        fs::write(self.0.join("in").join(name), text).unwrap();
        format!("in/{name}")
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_epitome"));
        command.args(args).env_clear().env("HOME", &self.0).env("SOURCE_DATE_EPOCH", "1900000000");
        command.current_dir(&self.0).stdin(Stdio::null());
        command
    }

    #[track_caller]
    pub fn add(&self, args: &[&str], code: i32) -> (String, String) {
        self.run(&[&["add", "--library", "lib"], args].concat(), code)
    }

    #[track_caller]
    pub fn run(&self, args: &[&str], code: i32) -> (String, String) {
        let Output { status, stdout, stderr } = self.command(args).output().unwrap();
        let (stdout, stderr) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
        assert_eq!(status.code(), Some(code), "{args:?}\n{stdout}{stderr}");
        (stdout, stderr)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join("lib").join(name)
    }

    pub fn brief(&self, id: &str) -> Brief {
        yaml::read(&fs::read(self.path(&format!("{id}.yaml"))).unwrap()).unwrap().brief
    }

    pub fn article(&self, id: &str) -> Article {
        Article::parse(&fs::read_to_string(self.path(&format!("{id}.txt"))).unwrap())
    }

    /// The names in the library, without those that begin with a dot.
    pub fn names(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.0.join("lib")) else { return Vec::new() };
        let names = entries.map(|e| e.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
        names.sort();
        names
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub fn text(title: &str) -> String {
    TEXT.replacen("{}", title, 1)
}

pub fn html(title: &str) -> String {
    let body: String = text("").lines().skip(5).map(|line| format!("<p>{line}</p>\n")).collect();
    format!(
        "<!doctype html><html lang=en><head><title>{title}</title><meta property='og:title' content='{title}'>\
         <link rel=canonical href='https://post.example/ferry'><meta name=author content='Ines Maddock'></head>\
         <body><article><h1>{title}</h1>{body}</article></body></html>"
    )
}

fn markdown(title: &str) -> String {
    format!("---\ntitle: {title}\nauthor: Ines Maddock\ndate: 2031-05-03\n---\n\n# {title}\n\n{}", {
        let body: Vec<String> = text("").lines().skip(5).map(str::to_owned).collect();
        body.join("\n")
    })
}

#[test]
fn every_form_becomes_an_article_and_a_draft_whose_claims_it_carries() {
    for (name, document) in [
        ("a.txt", text("Ferry runs aground off Brannock Point")),
        ("a.html", html("Ferry runs aground off Brannock Point")),
        ("a.md", markdown("Ferry runs aground off Brannock Point")),
    ] {
        let home = Home::new();
        let input = home.put(name, &document);
        let (said, _) = home.add(&[&input], 0);
        let names = home.names();
        let id = names[0].strip_suffix(".txt").unwrap().to_owned();
        assert_eq!(names, [format!("{id}.txt"), format!("{id}.yaml")], "{name}");
        assert!(said.starts_with(&format!("{id}  added: Ferry runs aground off Brannock Point, ")), "{said}");
        let (brief, article) = (home.brief(&id), home.article(&id));
        assert_eq!((brief.made.by.as_str(), brief.made.status), ("epitome", Status::Draft));
        assert_eq!(brief.made.on.unwrap().to_string(), "2030-03-17");
        assert_eq!(brief.title.as_deref(), Some("Ferry runs aground off Brannock Point"), "{name}");
        assert!(brief.made.fields.contains_key("c1"));
        let stored = brief.source.article.as_ref().unwrap();
        assert_eq!((&stored.sha256, stored.words), (&article.sha256(), article.words()));
        assert_eq!(stored.origin_sha256.as_deref(), Some(epitome::article::sha256(document.as_bytes()).as_str()));
        assert_eq!(stored.paragraphs, article.paragraphs().len());
        assert!(brief.claims.len() >= 5, "{name}: {}", brief.claims.len());
        let (finder, gate) = (Finder::new(&article), Gate::of(&article, Some("en")));
        for claim in &brief.claims {
            let found: Vec<_> = claim.evidence.iter().map(|anchor| finder.resolve(anchor)).collect();
            assert!(!found.is_empty() && found.iter().all(|f| f.state == State::Exact), "{}", claim.text);
            let places: Vec<_> = found.iter().filter_map(|f| f.place).map(Into::into).collect();
            assert!(gate.judge(&claim.text, claim.said_by.as_deref(), &places).passes(), "{}", claim.text);
        }
        assert!(brief.summary_evidence.iter().all(|anchor| finder.resolve(anchor).state == State::Exact));
        home.run(&["verify", "--strict", "--library", "lib"], 0);
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_in_the_same_order() {
    let all = |home: &Home| -> Vec<(String, Vec<u8>)> {
        home.names().into_iter().map(|name| (name.clone(), fs::read(home.path(&name)).unwrap())).collect()
    };
    let filled = || {
        let home = Home::new();
        for n in 0..12 {
            // One title, and so one id, for texts that have little in common.
            let other = (0..80).map(|w| format!("Word{n}x{w} sails to port{n}y{w} again. ")).collect::<String>();
            home.put(&format!("{n:02}.md"), format!("---\ntitle: Ferry news\n---\n\n{other}\n"));
        }
        home.add(&["in"], 0);
        home
    };
    let (one, other) = (filled(), filled());
    assert_eq!(all(&one), all(&other));
    assert_eq!(one.names().len(), 24);
    for (n, id) in [(0, "ferry"), (1, "ferry-2"), (11, "ferry-12")] {
        assert!(one.article(id).paragraphs()[0].text.contains(&format!("Word{n}x0")), "{id}");
    }
}

#[test]
fn an_article_that_is_there_is_recognised_and_nothing_is_written() {
    let home = Home::new();
    let first = home.put("first.txt", text("Ferry runs aground"));
    home.add(&[&first], 0);
    let id = home.names()[0].strip_suffix(".txt").unwrap().to_owned();
    let near = text("Ferry runs aground").replace("its records show", "as its own records show");
    for (name, document, why) in [
        ("same.txt", text("Ferry runs aground"), "the same text"),
        ("near.txt", near, "nearly the same text"),
        ("title.txt", text("Another heading for it"), "the same text"),
    ] {
        let input = home.put(name, document);
        let (said, errors) = home.add(&[&input], 0);
        let differs = if why == "the same text" { "" } else { "; as, own only here; --anyway adds it too" };
        let line = format!("{id}  is there already ({why}): {input}{differs}\n");
        assert_eq!((said, errors.as_str()), (line, ""));
        let json: Value = serde_json::from_str(&home.add(&[&input, "--json"], 0).0).unwrap();
        assert_eq!((&json["version"], &json["state"], &json["id"]), (&1.into(), &"there".into(), &id.as_str().into()));
        assert_eq!(home.names().len(), 2);
    }
    let page = home.put("page.html", html("Ferry"));
    let moved = html("Ferry").replace("aground on a sandbank", "on to the rocks").replace("<p>", "<p>Later: ");
    home.add(&[&page], 0);
    let home = Home::new();
    let (page, moved) = (home.put("page.html", html("Ferry")), home.put("moved.html", moved));
    let (said, _) = home.add(&[&page, &moved], 0);
    assert!(said.contains("is there already (") && said.ends_with("1 added, 1 there already, 0 failed\n"), "{said}");
}

#[test]
fn a_copy_that_was_cut_off_is_known_as_a_part_of_the_whole() {
    let home = Home::new();
    let long: String = (0..90)
        .map(|n| format!("On day {n} the ferry {} carried {} sacks of mail to pier {}.\n\n", n * 7, n * 31, n * 13))
        .collect();
    let whole = home.put("whole.txt", format!("{}{long}", text("Ferry runs aground")));
    let (out, _) = home.add(&[&whole], 0);
    assert!(out.contains("  added: "), "{out}");
    for share in [8, 5, 3] {
        let text = fs::read_to_string(home.0.join(&whole)).unwrap();
        let part = home.put(&format!("part{share}.txt"), text.get(..text.len() * share / 10).unwrap());
        let (out, _) = home.add(&[&part], 0);
        assert!(
            out.contains("is there already (nearly the same text)") || out.contains("(a part of its text)"),
            "{out}"
        );
    }
    let other = home.put("other.txt", text("Ferry runs aground"));
    let (out, _) = home.add(&[&other], 0);
    assert!(out.contains("(a part of its text)"), "{out}");
}

#[test]
fn two_at_once_add_each_article_once() {
    let home = Home::new();
    let other = |n: usize| (0..80).map(|w| format!("Word{n}x{w} sails to port{n}y{w} again. ")).collect::<String>();
    let put = |n| home.put(&format!("{n}.md"), format!("---\ntitle: Ferry news\n---\n\n{}\n", other(n)));
    let inputs: Vec<String> = (0..12).map(put).collect();
    let args: Vec<&str> = ["add", "--library", "lib"].into_iter().chain(inputs.iter().map(String::as_str)).collect();
    let start = || home.command(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let both = [start(), start()].map(|child| child.wait_with_output().unwrap());
    let said: String = both.iter().map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).collect();
    assert_eq!(said.matches("  added: ").count(), 12, "{said}");
    assert_eq!(said.matches("is there already").count(), 12, "{said}");
}

#[test]
fn what_is_remembered_of_an_article_is_not_believed_against_its_file() {
    let home = Home::new();
    let first = home.put("first.txt", text("Ferry runs aground"));
    home.add(&[&first], 0);
    let stored = home.path(&home.names()[0]);
    let near = home.put("near.txt", text("Ferry runs aground").replace("its records show", "as its own records show"));
    assert!(home.add(&[&near, "--dry-run"], 0).0.contains("nearly the same text"));
    let other = (0..80).map(|w| format!("Boat{w} sails to port{w} in the fog. ")).collect::<String>();
    fs::write(&stored, other).unwrap();
    assert!(home.add(&[&near, "--dry-run"], 0).0.contains("would be added"));
}

#[test]
fn no_title_leads_out_of_the_library() {
    let long = "long ".repeat(400);
    for title in [
        "../../outside",
        "/etc/passwd",
        "CON",
        "a/b\\c:d*e?f\"g<h>i|j",
        ".hidden",
        "-rf",
        "\u{202e}txt.exe",
        "日本語",
        "🦀🦀",
        "nul.txt",
        "....",
        "\u{1b}]0;x\u{7}",
        long.trim(),
        "'; rm -rf ~",
        "a\u{0}b",
    ] {
        let home = Home::new();
        let input = home.put("a.html", html(&title.replace('"', "&quot;").replace('<', "&lt;")));
        home.add(&[&input], 0);
        let names = home.names();
        assert_eq!(names.len(), 2, "{title}: {names:?}");
        for name in &names {
            let safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
            assert!(name.chars().all(safe) && !name.starts_with(['-', '.']) && name.len() < 90, "{name}");
        }
        let beside: Vec<_> = fs::read_dir(&home.0).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(beside.len(), 2, "{title}: {beside:?}");
    }
}

#[test]
fn one_bad_input_never_hides_another_and_each_is_named_in_one_line() {
    let home = Home::new();
    let good = home.put("good.txt", text("Ferry runs aground"));
    home.put("empty.txt", "");
    home.put("zero.pdf", b"%PDF-1.7\n");
    let (said, errors) =
        home.add(&["in/empty.txt", "none.txt", "in/zero.pdf", "/dev/null", &good, "ftp://a.example/x"], 2);
    assert!(said.ends_with("1 added, 0 there already, 5 failed\n"), "{said}");
    let lines: Vec<&str> = errors.lines().collect();
    assert_eq!(lines.len(), 5, "{errors}");
    for (line, name) in lines.iter().zip(["in/empty.txt", "none.txt", "in/zero.pdf", "/dev/null", "ftp://a.example/x"])
    {
        assert!(line.starts_with(&format!("epitome: {name}: ")), "{line}");
    }
    let (said, _) = home.add(&["none.txt", &good, "--json"], 2);
    let states: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(states.iter().map(|s| s["state"].as_str().unwrap()).collect::<Vec<_>>(), ["failed", "there"]);
    home.add(&[], 2);
    home.add(&["--again", "nothing"], 2);
    home.add(&["--reclean", &good], 2);
    home.add(&["--open", &good], 2);
    assert_eq!(home.names().len(), 2);
}

#[test]
fn what_is_no_article_is_refused_in_one_line_unless_it_is_wanted() {
    let home = Home::new();
    let word = home.put("word.txt", "hello\n");
    let wide: Vec<u8> = "\u{feff}hello".encode_utf16().flat_map(u16::to_le_bytes).collect();
    home.put("wide.txt", wide);
    for input in ["in/word.txt", "in/wide.txt"] {
        let (said, errors) = home.add(&[input], 2);
        assert_eq!((said.as_str(), errors.lines().count()), ("", 1), "{errors}");
        assert!(errors.contains(&format!("{input}: is no article, only 1 word; --anyway adds it")), "{errors}");
    }
    assert_eq!(home.names().len(), 0);
    home.add(&[&word, "--anyway"], 0);
    assert_eq!(home.names().len(), 2);
}

#[test]
fn folders_are_walked_and_patterns_found_but_not_what_is_hidden() {
    let home = Home::new();
    fs::create_dir_all(home.0.join("in/deep/er")).unwrap();
    fs::create_dir_all(home.0.join("in/.git")).unwrap();
    fs::create_dir_all(home.0.join("none")).unwrap();
    for (path, title) in [
        ("deep/er/a.txt", "Ferry runs aground"),
        ("b.txt", "Lamp goes out"),
        (".git/c.txt", "Hidden"),
        ("d.yaml", "No article"),
        ("deep/e.md", "Port is shut"),
    ] {
        home.put(path, text(title));
    }
    let files = |args: &[&str], code| -> Vec<String> {
        let (said, _) = home.add(&[args, &["--json", "--dry-run"]].concat(), code);
        let documents = said.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        documents.map(|d| d["file"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(files(&["in"], 0), ["in/b.txt", "in/deep/e.md", "in/deep/er/a.txt"]);
    assert_eq!(files(&["in/**/*.txt"], 0), ["in/b.txt", "in/deep/er/a.txt"]);
    assert_eq!(files(&["none", "in/*.md", "in/b.txt"], 2), ["in/b.txt", "none", "in/*.md"]);
    #[cfg(unix)]
    std::os::unix::fs::symlink("..", home.0.join("in/deep/loop")).unwrap();
    assert_eq!(files(&["in"], 0).len(), 3, "a link to a folder is not followed");
}

#[test]
fn standard_input_a_dry_run_and_a_library_that_is_not_there_yet() {
    let home = Home::new();
    let feed = |args: &[&str]| {
        let mut child = home.command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(text("Ferry runs aground").as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    let said = feed(&["add", "-", "--dry-run", "--explain", "--library", "lib"]);
    assert!(said.contains("would be added: Ferry runs aground") && said.contains("# title: "), "{said}");
    assert!(!home.0.join("lib").exists(), "a dry run makes no folder");
    feed(&["add", "-"]);
    let made: Vec<_> = fs::read_dir(home.0.join(".local/share/epitome/briefs")).unwrap().collect();
    assert_eq!(made.len(), 3, "article, brief and lock");
    fs::create_dir(home.0.join("briefs")).unwrap();
    feed(&["add", "-"]);
    assert_eq!(fs::read_dir(home.0.join("briefs")).unwrap().count(), 3, "a folder of briefs here goes first");
}

#[test]
fn made_again_a_brief_keeps_what_a_person_made_of_it() {
    let home = Home::new();
    let input = home.put("a.txt", text("Ferry runs aground"));
    home.add(&[&input], 0);
    let id = home.names()[0].strip_suffix(".txt").unwrap().to_owned();
    let path = home.path(&format!("{id}.yaml"));
    let article = fs::read(home.path(&format!("{id}.txt"))).unwrap();
    let before = home.brief(&id);
    let mine =
        "  - id: \"c90\"\n    claim: \"Mine.\"  # my own\n    kind: fact\n    evidence: []\n    unsupported: true\n";
    let file = fs::read_to_string(&path).unwrap();
    let file = file.replace("title: \"Ferry runs aground\"", "title: \"How a ferry runs aground\"  # mine");
    let file = file.replacen("claims:\n", &format!("claims:\n{mine}"), 1);
    fs::write(&path, &file).unwrap();
    for args in [&["--again", &id][..], &["--again", &id, &input]] {
        let (said, errors) = home.add(args, 0);
        assert!(
            said.contains("kept: title, edited") && said.contains("kept: c90, a claim of your own"),
            "{said}{errors}"
        );
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            text.contains("title: \"How a ferry runs aground\"  # mine") && text.contains("\"Mine.\"  # my own"),
            "{text}"
        );
        let after = home.brief(&id);
        assert_eq!(after.claims.len(), before.claims.len() + 1);
        assert_eq!(fs::read(home.path(&format!("{id}.txt"))).unwrap(), article, "the article is not touched");
    }
    let json: Value = serde_json::from_str(&home.add(&["--again", &id, "--json"], 0).0).unwrap();
    assert_eq!((&json["version"], &json["kept"][0]["field"]), (&1.into(), &"title".into()));
    let other = home.put(
        "other.txt",
        "Quite another text about the price of bread in Kerrick, which has gone up.\n\nNobody knows why.\n",
    );
    let (_, errors) = home.add(&["--again", &id, &other], 2);
    assert!(errors.contains("is not the article of"), "{errors}");
}

#[test]
fn made_again_a_brief_written_by_hand_gets_no_claims_but_on_request() {
    let home = Home::new();
    let input = home.put("a.txt", text("Ferry runs aground"));
    home.add(&[&input], 0);
    let article = home.names()[0].clone();
    let by_hand = "epitome: 1\ntitle: Mine\nsummary: My own words.\nmade: {by: hand, status: reviewed}\nclaims:\n  \
                   - {id: c1, claim: Mine too., kind: fact}\n";
    fs::rename(home.path(&article), home.path("mine.txt")).unwrap();
    fs::remove_file(home.path(&article.replace(".txt", ".yaml"))).unwrap();
    fs::write(home.path("mine.yaml"), by_hand).unwrap();
    let (said, _) = home.add(&["--again", "mine"], 0);
    assert!(said.contains("written by hand and stays so: no claims were drafted"), "{said}");
    let kept = home.brief("mine");
    assert_eq!((kept.claims.len(), kept.made.status.name(), kept.made.by.as_str()), (1, "reviewed", "hand"));
    let (said, _) = home.add(&["--again", "mine", "--claims"], 0);
    let more = home.brief("mine");
    assert!(said.contains("kept: c1, a claim of your own") && more.claims.len() > 1, "{said}");
    assert_eq!(
        (more.summary.as_str(), more.made.status.name(), more.made.by.as_str()),
        ("My own words.", "draft", "hand")
    );
}

#[test]
fn no_control_is_stored_and_the_passages_agree_with_what_is() {
    for (raw, shown) in [("\u{1b}]0;x\u{7}", "␛]0;x␇"), ("\u{202e}", "\u{fffd}"), ("\u{e0041}", "\u{fffd}")] {
        let sign = |document: String| document.replace("212 passengers", &format!("212{raw} passengers"));
        let book = text("").lines().skip(5).map(|line| format!("<p>{line}</p>")).collect::<String>();
        let book = crate::paper::epub("<dc:title>Ferry</dc:title>", &[&sign(book).replace(['\u{1b}', '\u{7}'], "?")]);
        for (name, document) in [
            ("a.txt", sign(text("Ferry runs aground")).into_bytes()),
            ("a.html", sign(html("Ferry runs aground")).into_bytes()),
            ("a.md", sign(markdown("Ferry runs aground")).into_bytes()),
            ("a.epub", book),
        ] {
            let home = Home::new();
            home.add(&[&home.put(name, document)], 0);
            let id = home.names()[0].strip_suffix(".txt").unwrap().to_owned();
            for file in home.names() {
                let stored = fs::read_to_string(home.path(&file)).unwrap();
                let has = |c: &char| c.is_control() && *c != '\n' || raw.contains(*c) && !c.is_ascii_graphic();
                assert_eq!(stored.chars().find(has), None, "{name}: {file}");
                assert!(!stored.contains("\\x") && !stored.contains("\\u"), "{name}: {stored}");
            }
            let is_xml = name == "a.epub" && raw.starts_with('\u{1b}');
            assert!(is_xml || home.article(&id).to_file().contains(&format!("212{shown} passengers")), "{name}");
            home.run(&["verify", "--strict", "--library", "lib"], 0);
        }
    }
}

#[test]
fn what_could_not_be_drafted_is_named() {
    let home = Home::new();
    let article = "Ferry news\n\nThe ferry carried 212 passengers when it struck the sandbank ]0 on Monday morning near \
                   Brannock, the harbour master said in a statement.\n\nIt was refloated by the tug at high water and nobody \
                   was hurt, the company said on Tuesday evening.\n";
    let (said, errors) = home.add(&[&home.put("a.txt", article)], 0);
    assert!(said.contains("0 claims from 2 paragraphs"), "{said}");
    assert!(errors.contains("only a summary was drafted from in/a.txt; no sentence of it can stand alone"), "{errors}");
}

#[test]
fn more_rows_than_a_brief_can_name_are_refused_with_the_reason() {
    let home = Home::new();
    let table = format!("# Ferry\n\n| a | b |\n|---|---|\n{}", "| ferry | 212 |\n".repeat(50_001));
    let (_, errors) = home.add(&[&home.put("a.md", table)], 2);
    assert!(errors.contains("in/a.md: is too large: at most 50000 headings, items and rows are taken in"), "{errors}");
}

#[test]
fn a_passage_that_is_lost_when_the_article_is_written_anew_makes_the_answer_no() {
    let home = Home::new();
    home.add(&[&home.put("a.txt", text("Ferry runs aground"))], 0);
    let id = home.names()[0].strip_suffix(".txt").unwrap().to_owned();
    let path = home.path(&format!("{id}.yaml"));
    let mine = "claims:\n  - id: \"c90\"\n    claim: \"The light was out.\"\n    kind: fact\n    evidence: [{paragraph: 2, \
                quote: \"The light on the point had been out for a week\"}]\n";
    fs::write(&path, fs::read_to_string(&path).unwrap().replacen("claims:\n", mine, 1)).unwrap();
    let newer = home.put("b.txt", text("Ferry runs aground").replace("out for a week", "dark for a week"));
    for dry in [&["--dry-run"][..], &[]] {
        let (said, _) = home.add(&[&["--again", &id, &newer, "--reclean"], dry].concat(), 1);
        assert!(said.lines().any(|line| line.ends_with("c90[0]  exact, now missing")), "{said}");
    }
}

#[test]
fn the_article_is_written_anew_only_on_request_and_every_changed_passage_is_named() {
    let home = Home::new();
    let input = home.put("a.txt", text("Ferry runs aground"));
    home.add(&[&input], 0);
    let id = home.names()[0].strip_suffix(".txt").unwrap().to_owned();
    let stored = home.path(&format!("{id}.txt"));
    // As if an older cleaner had kept a line that this one leaves out.
    let older = format!("A line of another cleaner, which now goes.\n\n{}", fs::read_to_string(&stored).unwrap());
    fs::write(&stored, &older).unwrap();
    let path = home.path(&format!("{id}.yaml"));
    let mine = "claims:\n  - id: \"c90\"\n    claim: \"The light was out.\"\n    kind: fact\n    evidence: [{paragraph: 3, \
                quote: \"The light on the point had been out for a week\"}]\n";
    fs::write(&path, fs::read_to_string(&path).unwrap().replacen("claims:\n", mine, 1)).unwrap();
    let (said, _) = home.add(&["--again", &id, &input, "--dry-run", "--reclean"], 0);
    assert!(said.contains("would be written"), "{said}");
    home.add(&["--again", &id, &input], 0);
    assert_eq!(fs::read_to_string(&stored).unwrap(), older);
    let (said, _) = home.add(&["--again", &id, &input, "--reclean"], 0);
    assert!(said.contains("the article's file was written"), "{said}");
    assert!(said.lines().any(|line| line.ends_with("c90[0]  exact, now moved")), "{said}");
    assert!(!said.contains("c1[0]"), "what was made anew stands where it says: {said}");
    assert!(!fs::read_to_string(&stored).unwrap().contains("another cleaner"));
    home.run(&["verify", "--library", "lib"], 0);
}

#[test]
fn killed_at_any_moment_it_leaves_whole_files_and_goes_on_where_it_was() {
    let home = Home::new();
    for n in 0..40 {
        let other = (0..60).map(|w| format!("Boat{n}x{w} sails to port{n}y{w} again. ")).collect::<String>();
        home.put(&format!("{n:02}.txt"), format!("{other}\n"));
    }
    for wait in [5, 15, 30, 60] {
        let mut child = home.command(&["add", "in", "--library", "lib"]).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        for name in home.names().iter().filter_map(|name| name.strip_suffix(".yaml")) {
            let brief = home.brief(name);
            assert_eq!(brief.source.article.unwrap().sha256, home.article(name).sha256(), "{name}");
        }
    }
    home.add(&["in"], 0);
    assert_eq!(home.names().len(), 80);
    home.run(&["verify", "--strict", "--library", "lib"], 0);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_or_written_is_named_and_nothing_is_half_done() {
    use std::os::unix::fs::symlink;
    let home = Home::new();
    let input = home.put("a.txt", text("Ferry runs aground"));
    fs::write(home.0.join("file"), "x").unwrap();
    let (_, errors) = home.run(&["add", &input, "--library", "file"], 2);
    assert_eq!(errors.lines().count(), 1, "{errors}");
    // A link that leads out of the library is not written through.
    fs::create_dir(home.0.join("lib")).unwrap();
    fs::write(home.0.join("victim"), "kept").unwrap();
    for name in ["maddock-2031-ferry.txt", "maddock-2031-ferry.yaml"] {
        symlink(Path::new("../victim"), home.path(name)).unwrap();
    }
    home.add(&[&input], 0);
    assert_eq!(fs::read_to_string(home.0.join("victim")).unwrap(), "kept");
    assert!(home.path("maddock-2031-ferry-2.yaml").is_file());
}

/// The five real articles, as they were pasted, and the briefs that were written of them.
const FIVE: [(&str, &str); 5] = [
    ("000_1be8a0ea9de2cc2b.txt", "krieg-2014-iraqi-army"),
    ("001_61b646429b85f5ca.txt", "carlin-2021-security-forces"),
    ("002_8d1ba6019ed2d021.txt", "alkhoei-2014-mosul"),
    ("003_464ea631bc1525d9.txt", "rferl-militias"),
    ("004_fd5133282ff85db4.txt", "alayash-2018-anbar-police"),
];

#[test]
fn each_of_the_five_articles_goes_with_its_brief_and_is_known_again() {
    let Some(folder) = std::env::var_os("EPITOME_ARTICLES").map(PathBuf::from) else {
        eprintln!("SKIPPED: EPITOME_ARTICLES does not name the folder of the five articles; nothing is proved");
        return;
    };
    let home = Home::new();
    fs::create_dir(home.0.join("lib")).unwrap();
    for (file, id) in FIVE {
        let brief = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefs").join(format!("{id}.yaml"));
        fs::copy(brief, home.path(&format!("{id}.yaml"))).unwrap();
        let raw = folder.join(file);
        let raw = raw.to_str().unwrap();
        let (said, _) = home.add(&[raw], 0);
        assert!(said.starts_with(&format!("{id}  its article is attached: ")), "{said}");
        let (said, _) = home.add(&[raw], 0);
        assert!(said.starts_with(&format!("{id}  is there already (the same text)")), "{said}");
        let (said, _) = home.run(&["attach", id, raw, "--library", "lib"], 0);
        assert!(said.lines().all(|line| line.contains("  exact  ")) && said.lines().count() > 10, "{said}");
        let stored = home.brief(id).source.article.unwrap().sha256;
        assert_eq!(epitome::article::sha256(&fs::read(home.path(&format!("{id}.txt"))).unwrap()), stored);
        // The stored file itself is taken as it is.
        let clean = format!("lib/{id}.txt");
        fs::rename(home.path(&format!("{id}.txt")), home.0.join("clean.txt")).unwrap();
        home.run(&["attach", id, "clean.txt", "--library", "lib"], 0);
        assert_eq!(epitome::article::sha256(&fs::read(home.0.join(clean)).unwrap()), stored);
    }
}

#[test]
fn a_brief_and_notes_are_no_articles() {
    let home = Home::new();
    let brief = home.put("kerrick.yaml", "epitome: 1\ntitle: Kerrick light\nsummary: The lamp was lit. It burns.\n");
    let notes = home.put("kerrick.study.yaml", "study: 1\nstar: true\n");
    for (file, what) in [(&brief, "is a brief, no article"), (&notes, "is a file of somebody's notes, no article")] {
        for command in ["add", "draft", "extract"] {
            let library: &[&str] = if command == "add" { &["--library", "lib"] } else { &[] };
            let (said, errors) = home.run(&[&[command, file.as_str()], library].concat(), 2);
            assert!(said.is_empty() && errors.contains(what), "{command}: {said}{errors}");
        }
    }
    assert!(home.names().is_empty());
}
