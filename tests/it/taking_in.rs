//! Articles taken in from the screen: what is typed for a path, an article that a brief is without, what is said.

use std::fs;

use crate::driver::{Copied, Driver};

const FERRY: &str = "harbourpost-2031-ferry";

/// The sample pair without the article of the first, which lies as `art one.txt` in a folder of its own beside it.
fn without_article(name: &str) -> (Copied, String) {
    let copied = Copied::new(name);
    let apart = copied.0.join("apart");
    fs::create_dir_all(&apart).unwrap();
    let file = apart.join("art one.txt");
    fs::rename(copied.0.join(format!("{FERRY}.txt")), &file).unwrap();
    (copied, file.to_str().unwrap().to_owned())
}

/// Text without white space: how lines are broken is another matter.
fn words(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '│' | '▌')).collect()
}

/// Whether a screen says something, however its lines are broken.
fn says(driver: &Driver, said: &str) -> bool {
    words(&driver.screen()).contains(&words(said))
}

fn played(copied: &Copied, keys: &str) -> Driver {
    let mut driver = Driver::open(&copied.0, (120, 40));
    driver.keys(keys);
    driver
}

#[test]
fn an_article_whose_brief_is_without_one_is_attached_however_its_path_is_written() {
    for (n, (before, after)) in [("", ""), ("'", "'"), ("\"", "\""), ("file://", "")].into_iter().enumerate() {
        let (copied, file) = without_article(&format!("attached-{n}"));
        let driver = played(&copied, &format!("A{before}{file}{after}<enter>"));
        let screen = driver.screen();
        assert!(says(&driver, "This is the article of ‘Ferry runs aground off Brannock Point’"), "{before}: {screen}");
        assert!(!copied.file(&format!("{FERRY}.txt")).is_empty());
    }
    let (copied, file) = without_article("escaped");
    let driver = played(&copied, &format!("A{}<enter>", file.replace(' ', "\\ ")));
    assert!(says(&driver, "now it is attached"), "{}", driver.screen());
}

#[test]
fn an_article_that_lacks_passages_of_its_brief_is_not_attached_and_the_command_is_named() {
    let (copied, file) = without_article("apart");
    let brief = copied.file(&format!("{FERRY}.yaml")).replace("The Marram carried 212", "The Marram carried 213");
    fs::write(copied.0.join(format!("{FERRY}.yaml")), brief).unwrap();
    let driver = played(&copied, &format!("A{file}<enter>"));
    for said in
        ["is here without its article, but", "cannot be found in this text", &format!("epitome attach {FERRY} '")]
    {
        assert!(says(&driver, said), "{}", driver.screen());
    }
    assert!(copied.file(&format!("{FERRY}.txt")).is_empty());
}

#[test]
fn what_was_added_is_named_with_its_title_and_its_place() {
    let copied = Copied::new("added-named");
    let text = "The lamp is lit again\n\nThe lighthouse at Carrick was lit again on Monday after forty years. Keepers' \
                children turned the switch.\n\nThe harbour board paid 40,000 pounds for the new lamp, it said.\n";
    fs::create_dir_all(copied.0.join("in")).unwrap();
    let file = copied.0.join("in/lamp.txt");
    fs::write(&file, text).unwrap();
    let driver = played(&copied, &format!("A{}<enter>", file.display()));
    for said in ["Added ‘The lamp is lit again’ as a draft", &copied.0.display().to_string()] {
        assert!(says(&driver, said), "{}", driver.screen());
    }
}

#[test]
fn a_path_is_completed_and_one_that_was_wrong_comes_back() {
    let (copied, _) = without_article("completed");
    let folder = copied.0.join("apart");
    fs::write(folder.join("art two.txt"), "x").unwrap();
    let at = copied.0.display();
    for (keys, shown) in [
        (format!("A{at}/apa<tab>"), format!("add {at}/apart/")),
        (format!("A{at}/apart/<tab>"), format!("add {at}/apart/art ")),
        (format!("A{at}/apart/<tab><tab>"), "art one.txt   art two.txt".to_owned()),
        (format!("A{at}/apart/<tab>o<tab>"), format!("add {at}/apart/art one.txt")),
        (format!("A{at}/none<tab>"), "Nothing here begins so.".to_owned()),
        (format!("A{at}/none.txt<enter>"), "C-p has what you typed".to_owned()),
        (format!("A{at}/none.txt<enter>A<C-p>"), format!("add {at}/none.txt")),
        (format!("A{at}/apart<enter>"), format!("is a folder; `epitome add {at}/apart --library {at}` takes in all")),
    ] {
        let driver = played(&copied, &keys);
        assert!(says(&driver, &shown), "{keys}: no {shown:?} in\n{}", driver.screen());
    }
}

#[test]
fn tags_are_seen_listed_and_completed() {
    let copied = Copied::new("tagged");
    for (keys, shown) in [
        ("gt", "it has no tags"),
        ("gtharbour<enter>gt", "it has: harbour; one of them is taken off"),
        ("gtharbour<enter>jgtha<tab>", "tag harbour"),
        ("gtharbour<enter>", "tags: harbour"),
        ("gtharbour<enter><enter>", "tags: harbour"),
        ("gtharbour<enter>*", "★ starred · tags: harbour"),
        ("*d", "✓★ 2031-05-03"),
        ("*dk<enter>", "★ starred · ✓ read"),
    ] {
        for file in [FERRY, "coastdaily-2031-ferry"] {
            let _ = fs::remove_file(copied.0.join(format!("{file}.study.yaml")));
        }
        let screen = played(&copied, keys).screen();
        assert!(screen.contains(shown), "{keys}: no {shown:?} in\n{screen}");
    }
}

#[test]
fn a_brief_gets_its_article_from_the_reader() {
    for size in [(120, 40), (80, 24), (40, 12)] {
        let (copied, file) = without_article(&format!("at-{}", size.0));
        let mut driver = Driver::open(&copied.0.join(format!("{FERRY}.yaml")), size);
        assert!(size.0 == 40 || driver.foot().starts_with(" @ attach"), "{}", driver.foot());
        let begun = file.strip_suffix("one.txt").unwrap();
        let prompt = driver.keys("j@").foot();
        assert!(prompt.starts_with(" attach   ") && prompt.ends_with("esc back   tab complete"), "{prompt}");
        driver.keys(&format!("{begun}<tab>"));
        assert!(driver.foot().contains("one.txt"), "tab completes the path: {}", driver.foot());
        driver.keys("<enter>");
        assert!(
            says(&driver, "Attached: all passages of ‘Ferry runs aground off Brannock Point’ are in it."),
            "{size:?}"
        );
        assert!(!copied.file(&format!("{FERRY}.txt")).is_empty());
        // Where one was; and keys lead to passages.
        driver.keys("<esc>");
        assert!(size.0 == 40 || driver.foot().contains("claim 1/9"), "{}", driver.foot());
        assert!(says(driver.keys("<enter>"), "ran aground in thick fog"), "{}", driver.screen());
        assert!(says(driver.keys("@"), "The article of this brief is here"), "{}", driver.screen());
    }
}

#[test]
fn what_is_not_the_article_of_a_brief_is_not_attached_and_nothing_changes() {
    let (copied, file) = without_article("at-other");
    let other = copied.0.join("other.md");
    fs::write(&other, "A lamp was lit at Kerrick.\n").unwrap();
    let before = copied.file(&format!("{FERRY}.yaml"));
    for (path, why) in [
        (
            other.to_str().unwrap(),
            "Not attached: 15 of 15 passages are not in other.md · @, then C-p has what you typed",
        ),
        (
            "nowhere.txt",
            "Not attached: nowhere.txt: cannot read: there is no such file · @, then C-p has what you typed",
        ),
        (copied.0.to_str().unwrap(), "is a folder"),
    ] {
        let mut driver = Driver::open(&copied.0.join(format!("{FERRY}.yaml")), (120, 40));
        driver.keys(&format!("@{path}<enter>"));
        assert!(says(&driver, why), "{path}: {}", driver.screen());
        assert!(copied.file(&format!("{FERRY}.txt")).is_empty() && copied.file(&format!("{FERRY}.yaml")) == before);
        // What was typed comes back, and the right path can be given.
        assert!(driver.keys("@<C-p>").foot().contains(path.rsplit('/').next().unwrap()), "{}", driver.foot());
        driver.keys("<esc>");
    }
    // From the shelf too, and by the command's name.
    let driver = played(&copied, &format!("j:attach<enter>{file}<enter>"));
    assert!(!copied.file(&format!("{FERRY}.txt")).is_empty(), "{}", driver.screen());
}

#[test]
fn the_command_that_attaches_names_a_library_that_is_not_found_by_itself() {
    let (copied, _) = without_article("elsewhere");
    for (elsewhere, library) in [(false, String::new()), (true, format!(" --library {}", copied.0.display()))] {
        let mut driver = Driver::open(&copied.0.join(format!("{FERRY}.yaml")), (160, 40));
        driver.model.desk.elsewhere = elsewhere;
        driver.keys("j<tab>");
        let screen = driver.screen();
        assert!(words(&screen).contains(&words(&format!("epitome attach {FERRY} FILE{library}"))), "{screen}");
        driver.keys("v");
        assert!(says(&driver, &format!("FILE{library}` brings it")), "{}", driver.screen());
    }
}

#[test]
fn a_draft_offers_what_one_does_with_it_and_counts_what_was_accepted() {
    let copied = Copied::new("draft-keys");
    let text = "Storm closes the harbour\n\nThe harbour of Brannock was closed on Friday after a storm had torn two boats \
                from their moorings. Nobody was hurt, the harbour master said.\n\nThe storm was the third this winter, and \
                it cost the town 40,000 pounds.\n";
    fs::create_dir_all(copied.0.join("in")).unwrap();
    let file = copied.0.join("in/storm.txt");
    fs::write(&file, text).unwrap();
    // What was added is selected.
    let add = format!("A{}<enter><enter>", file.display());
    for (keys, foot, head) in [
        ("", " ]a next drafted   M reviewed   e edit   enter article", "2 claims, 2 ◦ to accept · draft"),
        ("j", " A accept   X drop   e edit   M reviewed   enter article", "2 claims, 2 ◦ to accept · draft"),
        ("jA", "", "2 claims, 1 ◦ to accept · draft"),
        ("jA<esc><enter>", "claim 2/2", "2 claims, 1 ◦ to accept · draft"),
        ("jAM", "reviewed, 1 claim accepted with it", "2 claims · reviewed"),
        ("M", "reviewed, 2 claims accepted with it", "2 claims · reviewed"),
        ("jAAM", "Saved: reviewed ·", "2 claims · reviewed"),
        ("jAA", "claim 2 accepted", "2 claims · draft"),
        ("jM<esc>", " enter open", "2 claims · reviewed"),
    ] {
        for entry in fs::read_dir(&copied.0).unwrap().map(Result::unwrap) {
            if entry.file_name().to_string_lossy().contains("storm") {
                fs::remove_file(entry.path()).unwrap();
            }
        }
        let mut driver = played(&copied, &add);
        driver.keys(keys);
        let screen = driver.screen();
        assert!(says(&driver, head) && driver.foot().contains(foot), "{keys}:\n{screen}");
    }
}

#[test]
fn the_sign_of_what_waits_to_be_accepted_stands_beside_its_number() {
    let copied = Copied::new("draft-sign");
    let text = "Storm closes the harbour\n\nThe harbour of Brannock was closed on Friday after a storm had torn two boats \
                from their moorings. Nobody was hurt, the harbour master said.\n";
    fs::create_dir_all(copied.0.join("in")).unwrap();
    fs::write(copied.0.join("in/storm.txt"), text).unwrap();
    let add = format!("A{}<enter>", copied.0.join("in/storm.txt").display());
    played(&copied, &add);
    for width in (70..150).step_by(3) {
        for keys in ["G", "G<enter>"] {
            let mut driver = Driver::open(&copied.0, (width, 30));
            let screen = driver.keys(keys).screen();
            let whole = screen.matches(" ◦ to accept").count();
            assert_eq!(
                screen.matches(" accept").count(),
                whole + screen.matches("A accept").count(),
                "{width}\n{screen}"
            );
        }
    }
}

#[test]
fn the_shell_attaches_an_article_too_whose_brief_is_without_one() {
    let (copied, file) = without_article("shell");
    let add = |more: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_epitome"));
        let out = command.arg("add").arg(&file).arg("--library").arg(&copied.0).args(more).output().unwrap();
        (String::from_utf8(out.stdout).unwrap(), out.status.code())
    };
    let (said, code) = add(&["--dry-run"]);
    assert!(said.contains("its article would be attached") && code == Some(0), "{said}");
    assert!(copied.file(&format!("{FERRY}.txt")).is_empty());
    let (said, _) = add(&["--json"]);
    assert!(said.contains("\"state\":\"attached\"") || said.contains("\"state\": \"attached\""), "{said}");
    assert!(!copied.file(&format!("{FERRY}.txt")).is_empty());
    assert!(add(&[]).0.contains("is there already"));
}
