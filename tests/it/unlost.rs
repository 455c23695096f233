//! Nothing is lost and nothing is stale: words that were dropped come back, what somebody else changes is seen, what was
//! added is taken back, work that takes long is let go.

use std::fs;
use std::time::Duration;

use epitome::brief::study::{Change, Moment, Target};
use epitome::library::{BriefId, Library, Place, Store};
use epitome::tui::effect::Effect;
use epitome::tui::input::Input;
use epitome::tui::key::{Code, Key};
use epitome::tui::msg::Msg;
use epitome::tui::screen::Screen;
use epitome::tui::update::update;

use crate::driver::{Copied, Driver};

/// An article.
const STORM: &str = "Storm closes the harbour\n\nBy Ines Maddock\n\nThe harbour of Brannock was closed on Friday after a storm \
    had torn two boats from their moorings. Nobody was hurt, the harbour master said.\n\nThe storm was the third this \
    winter, and it cost the town 40,000 pounds. The council will meet on Monday to discuss a new breakwater.\n";
const DAILY: &str = "coastdaily-2031-ferry";

/// Whether a screen says something, however its lines are broken.
fn says(driver: &Driver, said: &str) -> bool {
    let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    words(&driver.screen()).contains(&words(said))
}

#[test]
fn a_note_that_was_dropped_is_opened_again() {
    let library = Copied::new("dropped");
    for (keys, written) in [
        ("<enter>2jaone two<C-c>u", Some("one two")),
        ("<enter>2jaone two<C-c>a", Some("one two")),
        ("<enter>2jaone two<C-c>ja", Some("")),
        ("<enter>2jaone two<C-c>ja<C-c>ka", Some("one two")),
        ("<enter>2jaone two<C-c>u<C-c>u", Some("one two")),
        ("<enter>2jaone<C-c>jatwo<C-c>uX<esc>u", None),
        ("<enter>2jaone<C-c>jatwo<C-c>u<C-c>kauX<C-c>a", Some("oneuX")),
        ("<enter>2ja   <C-c>u", None),
        ("aon the shelf<C-c>u", Some("on the shelf")),
    ] {
        let driver = library.played(keys);
        let writing = driver.model.writing.as_ref().map(|writing| writing.edit.text());
        assert_eq!(writing.as_deref(), written, "{keys}: {}", driver.screen());
    }
    let mut driver = library.played("<enter>2jaone two<C-c>");
    assert!(says(&driver, "The note was dropped; u opens it again"), "{}", driver.screen());
    driver.keys("u three<esc>");
    assert!(library.file(&format!("{DAILY}.study.yaml")).contains("one two three"));
    driver.keys("a four<C-c>");
    assert!(!library.file(&format!("{DAILY}.study.yaml")).contains("four"));
    driver.keys("u<esc>");
    assert!(library.file(&format!("{DAILY}.study.yaml")).contains("one two three four"));
}

/// Somebody else changes the first claim of the second brief.
fn change(library: &Copied, to: &str) {
    let file = library.0.join(format!("{DAILY}.yaml"));
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("claim: \"", &format!("claim: \"{to} "), 1)).unwrap();
}

#[test]
fn what_somebody_else_changes_is_seen() {
    for (n, (open, then)) in [
        ("<enter>", "R"),
        ("<enter>ga", "Rq"),
        ("<enter>j<enter>", "qq<enter>"),
        ("<enter>", "q<enter>"),
        ("<enter>", "<wait>j"),
        ("<space><space>c", "R"),
        ("<space><space>c", "<wait>j"),
        ("<space><space>c<enter>q", "qgg<space><space>c"),
    ]
    .into_iter()
    .enumerate()
    {
        let library = Copied::new(&format!("outside-{n}"));
        let mut driver = library.played(open);
        assert!(!says(&driver, "Tonight"), "{open}");
        change(&library, "Tonight");
        let keys = match then.strip_prefix("<wait>") {
            Some(keys) => {
                driver.model.clock += Duration::from_secs(2);
                keys
            }
            None => then,
        };
        driver.keys(keys);
        assert!(says(&driver, "Tonight"), "{open} {then}: {}", driver.screen());
    }
}

#[test]
fn a_note_that_somebody_else_writes_is_seen() {
    let copied = Copied::new("noted");
    let mut driver = copied.played("<enter>j");
    let (library, _) = Library::open(Place::Folder(copied.0.clone()), None);
    let note = Change::AddNote { on: Target::Brief, text: "from a shell".to_owned() };
    let id = BriefId::new(DAILY).unwrap();
    Store::open(&library, None).apply(&id, &[note], Moment::from_seconds(1_800_000_000)).unwrap();
    driver.keys("kj");
    assert!(!says(&driver, "from a shell"), "nothing is looked at within a second");
    driver.model.clock += Duration::from_secs(2);
    driver.keys("k");
    assert!(says(&driver, "from a shell"), "{}", driver.screen());
}

#[test]
fn what_was_added_is_taken_back_and_added_again() {
    let library = Copied::new("unadded");
    let file = library.0.join("storm.txt");
    fs::write(&file, STORM).unwrap();
    let briefs = || {
        let files = fs::read_dir(&library.0).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        files.filter(|name| name.ends_with(".yaml") && !name.contains("study")).count()
    };
    for keys in ["A{}<enter>", "A{}<enter><enter>j"] {
        let mut driver = library.played(&keys.replace("{}", file.to_str().unwrap()));
        assert_eq!(briefs(), 3, "{}", driver.screen());
        driver.keys("u");
        assert!(says(&driver, "To the trash: ‘Storm closes the harbour’ · C-r brings it back"), "{}", driver.screen());
        assert!(matches!(driver.model.top(), Some(Screen::Shelf(_))) && briefs() == 2, "{}", driver.screen());
        driver.keys("<C-r>");
        assert!(
            says(&driver, "Back from the trash: ‘Storm closes the harbour’ · u takes it back"),
            "{}",
            driver.screen()
        );
        assert_eq!(briefs(), 3);
        driver.keys("u");
        assert_eq!(briefs(), 2);
        assert!(
            !library
                .0
                .join(".trash")
                .read_dir()
                .unwrap()
                .any(|file| { file.unwrap().file_name().to_str().unwrap().ends_with(".study.yaml") })
        );
    }
    let mut driver = library.played(&format!("A{}<enter>", library.0.join(format!("{DAILY}.txt")).display()));
    driver.keys("u");
    assert!(says(&driver, "Nothing to take back"), "what was there already was not added: {}", driver.screen());
}

#[test]
fn escape_lets_the_search_for_what_is_near_go_and_stays() {
    let library = Copied::new("let-go");
    for key in [Key::plain(Code::Esc), "C-c".parse().unwrap()] {
        let mut driver = library.played("<enter>2j");
        let asked = update(&mut driver.model, Msg::Input(Input::Key(Key::char('r'))));
        assert_eq!(asked, [Effect::Relate(DAILY.to_owned(), 1)]);
        let stopped = update(&mut driver.model, Msg::Input(Input::Key(key)));
        assert_eq!(stopped, [Effect::StopRelating]);
        driver.take_in(Msg::Related(DAILY.to_owned(), 1, Vec::new()));
        assert!(matches!(driver.model.top(), Some(Screen::Reader(_))), "{}", driver.screen());
    }
}

#[test]
fn the_keys_of_a_draft_go_before_its_title() {
    let library = Copied::new("keys");
    let file = library.0.join("storm.txt");
    fs::write(&file, STORM).unwrap();
    for (size, keys, titled) in [
        (
            (100, 14),
            &["A accept", "X drop", "e edit", "M reviewed", "enter article", "space page", "q back"][..],
            false,
        ),
        ((80, 14), &["A accept", "X drop", "e edit", "M reviewed"], false),
        ((240, 14), &["A accept", "M reviewed", "enter article", "J next brief", "q back"], true),
    ] {
        let mut driver = Driver::open(&library.0, size);
        driver.keys(&format!("A{}<enter><enter>G<C-l>", file.display()));
        let foot = driver.foot();
        assert!(keys.iter().all(|key| foot.contains(key)) && foot.contains("? keys"), "{size:?} {foot}");
        assert!(foot.contains("claim ") && foot.contains("Storm closes") == titled, "{size:?} {foot}");
    }
}

#[test]
fn taking_back_that_a_brief_is_done_goes_back_to_it() {
    let library = Copied::new("undone");
    for (keys, foot) in [("<enter>du", "brief 1/2"), ("du", "1/2"), ("<enter>gadu", "%")] {
        let mut driver = library.played(keys);
        assert!(says(&driver, "Taken back: marked as read"), "{}", driver.screen());
        driver.keys("<C-l>");
        assert!(driver.foot().contains(foot), "{keys}: {}", driver.foot());
        if keys.contains("ga") {
            assert!(says(&driver, "Brannock ferry refloated"), "{}", driver.screen());
        }
    }
}

#[test]
fn several_faults_are_said_together() {
    let library = Copied::new("faults");
    let mut driver = library.played("");
    driver.model.warn_of_all(vec!["no such theme".to_owned(), "no such order".to_owned()]);
    assert!(says(&driver, "no such theme · no such order"), "{}", driver.screen());
    driver.model.warn_of_all(Vec::new());
    assert!(says(&driver, "no such theme · no such order"), "{}", driver.screen());
    assert_eq!(driver.model.said.len(), 2);
}

#[test]
fn a_note_beneath_the_evidence_is_told_from_it_by_a_blank_line() {
    let library = Copied::new("beneath");
    let mut driver = Driver::open(&library.0, (80, 48));
    driver.keys("<enter>2jamy words<esc>");
    let screen = driver.screen();
    let lines: Vec<&str> = screen.lines().collect();
    let at = lines.iter().position(|line| line.contains("† my words")).unwrap();
    assert_eq!(lines[at - 1].trim_matches(['▌', ' ']), "", "{screen}");
    assert!(!lines[at - 2].trim_matches(['▌', ' ']).is_empty(), "{screen}");
}

#[test]
fn a_wider_shelf_never_shows_less_than_44_cells_of_a_title() {
    let library = Copied::new("wider");
    let whole = library.file(&format!("{DAILY}.yaml"));
    (0..30).for_each(|n| fs::write(library.0.join(format!("copy-{n}.yaml")), &whole).unwrap());
    for columns in (92..=260).step_by(4).chain([99, 100, 101, 107, 108, 109, 139, 140, 141]) {
        let driver = Driver::open(&library.0, (columns, 20));
        let Some(Screen::Shelf(shelf)) = driver.model.top() else { panic!("{}", driver.screen()) };
        assert!(shelf.columns.title >= 44, "{columns}: {:?}", shelf.columns);
    }
}

/// Something stands where the study of the second brief is to be written.
fn in_the_way(library: &Copied) -> std::path::PathBuf {
    let folder = library.0.join(format!("{DAILY}.study.yaml"));
    fs::create_dir(&folder).unwrap();
    folder
}

#[test]
fn a_note_that_cannot_be_saved_stays_on_its_page() {
    let library = Copied::new("refused");
    let mut driver = library.played("");
    let folder = in_the_way(&library);
    driver.keys("<enter>2jamany words<esc>");
    assert!(says(&driver, "Not saved: ") && says(&driver, "esc tries again"), "{}", driver.screen());
    assert_eq!(driver.model.writing.as_ref().map(|writing| writing.edit.text()).as_deref(), Some("many words"));
    driver.keys(" more<esc>");
    fs::remove_dir(folder).unwrap();
    driver.keys("<esc>");
    assert!(driver.model.writing.is_none() && says(&driver, "Saved: note on claim 2"), "{}", driver.screen());
    assert!(library.file(&format!("{DAILY}.study.yaml")).contains("many words more"));
    driver.keys("u");
    assert!(says(&driver, "Taken back: note"), "what was refused is done with: {}", driver.screen());
}

#[test]
fn a_note_that_cannot_be_saved_waits_where_the_reader_went_on() {
    for again in ["u", "ka"] {
        let library = Copied::new(&format!("went-on-{again}"));
        let mut driver = library.played("");
        let folder = in_the_way(&library);
        driver.keys("<enter>2j").keys_at_once("amany words<esc>j");
        assert!(says(&driver, "the words are kept: u opens them again"), "{}", driver.screen());
        assert_eq!(driver.model.history.refused().count(), 1);
        fs::remove_dir(folder).unwrap();
        driver.keys(again).keys("<esc>");
        assert!(library.file(&format!("{DAILY}.study.yaml")).contains("many words"), "{}", driver.screen());
        assert_eq!(driver.model.history.refused().count(), 0);
    }
}

#[test]
fn what_is_typed_ahead_of_a_save_builds_on_it() {
    let article =
        format!("{STORM}\nThe lighthouse at Kerrick lost its lamp in the same night. It was built in 1871.\n");
    for (n, (keys, claims, own)) in
        [("AjAj", 0, 2), ("XX", 2, 0), ("XXu", 1, 0), ("XXuu", 0, 0), ("AX", 1, 1), ("MMM", 0, 0)]
            .into_iter()
            .enumerate()
    {
        let library = Copied::new(&format!("ahead-{n}"));
        let file = library.0.join("storm.txt");
        fs::write(&file, &article).unwrap();
        let mut driver = library.played(&format!("A{}<enter><enter>j", file.display()));
        let id = driver.model.top().unwrap().wants(&driver.model.desk).first().cloned().unwrap();
        let claims_of = |text: &str| text.matches("\n  - id: ").count();
        let before = claims_of(&library.file(&format!("{id}.yaml")));
        assert!(before > 2, "{}", driver.screen());
        driver.keys_at_once(keys);
        assert!(!says(&driver, "Not saved"), "{keys}: {}", driver.screen());
        let text = library.file(&format!("{id}.yaml"));
        assert_eq!(claims_of(&text), before - claims, "{keys}: {}", driver.screen());
        assert_eq!(text.contains("status: reviewed"), keys == "MMM", "{keys} {text}");
        let brief = epitome::brief::yaml::read(text.as_bytes()).unwrap().brief;
        let accepted = if keys == "MMM" { 0 } else { brief.claims.len() - brief.drafted() };
        assert_eq!(accepted, own, "{keys} {text}");
        assert!(driver.model.held.is_empty(), "{keys}");
    }
    let library = Copied::new("ahead-star");
    let mut driver = library.played("");
    driver.keys_at_once("****");
    assert!(!library.file(&format!("{DAILY}.study.yaml")).contains("star: true"), "{}", driver.screen());
    driver.keys_at_once("*aone<esc>a two<esc>");
    assert!(library.file(&format!("{DAILY}.study.yaml")).contains("one two"), "{}", driver.screen());
}

#[test]
fn a_dropped_claim_comes_back_into_a_file_that_was_changed_since() {
    let library = Copied::new("spliced");
    let file = library.0.join(format!("{DAILY}.yaml"));
    let whole = fs::read_to_string(&file).unwrap();
    for (change, back) in [("# a remark\n", true), ("", false)] {
        fs::write(&file, &whole).unwrap();
        let mut driver = library.played("<enter>2jX");
        let now = fs::read_to_string(&file).unwrap();
        assert!(now.len() < whole.len(), "{}", driver.screen());
        let changed = if back { format!("{now}{change}") } else { now.replace("- id: \"c3\"", "- id: \"c2\"") };
        fs::write(&file, &changed).unwrap();
        driver.keys("u");
        if back {
            assert_eq!(fs::read_to_string(&file).unwrap(), format!("{whole}{change}"), "{}", driver.screen());
            continue;
        }
        assert!(says(&driver, "Not taken back") && says(&driver, "u tries again"), "{}", driver.screen());
        assert_eq!(fs::read_to_string(&file).unwrap(), changed);
        fs::write(&file, &now).unwrap();
        driver.keys("u");
        assert_eq!(fs::read_to_string(&file).unwrap(), whole, "{}", driver.screen());
    }
}

#[test]
fn a_note_from_a_pipe_that_cannot_be_saved_is_in_a_file_that_is_named() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let library = Copied::new("piped");
    in_the_way(&library);
    let note = |words: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_epitome"));
        command.args(["note", DAILY, words]).env_clear().env("HOME", library.0.join(".home"));
        command.env("EPITOME_LIBRARY", &library.0).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(b"many words from a pipe\n").unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let said = note("-");
    let path = said.trim_end().rsplit_once("the words are kept in ").unwrap().1;
    assert!(path.contains("/.home/") && path.ends_with(&format!("{DAILY}.note-1.txt")), "{said}");
    assert_eq!(fs::read_to_string(path).unwrap(), "many words from a pipe\n");
    assert!(!note("words of the command line").contains("kept in"), "these stand in the command");
}
