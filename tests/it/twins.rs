//! `epitome add`: what is nearly there already, what is no article, and what stops the work.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use crate::adding::{Home, html, text};

#[test]
fn a_near_copy_is_named_by_what_differs_and_added_when_that_is_asked() {
    let home = Home::new();
    let first = home.put("first.txt", text("Ferry runs aground"));
    home.add(&[&first], 0);
    let near = home.put("near.txt", text("Ferry runs aground").replace("212 passengers", "121 passengers"));
    let (said, _) = home.add(&[&near], 0);
    assert!(
        said.contains("is there already (nearly the same text): in/near.txt; 121 only here; 212 only there"),
        "{said}"
    );
    assert!(said.contains("--anyway adds it too"), "{said}");
    let (said, _) = home.add(&["--anyway", &near], 0);
    assert!(said.contains("  added: "), "{said}");
    let (said, _) = home.add(&["--anyway", &near, &first], 0);
    assert!(said.contains("0 added, 2 there already"), "the very same text is never there twice: {said}");
    assert_eq!(home.names().len(), 4);
}

#[test]
fn another_text_of_the_same_address_is_said_to_be_another_and_can_be_added() {
    let home = Home::new();
    home.add(&[&home.put("a.html", html("Ferry runs aground"))], 0);
    let other: String =
        (0..60).map(|n| format!("<p>Boat {n} of Kerrick lies at pier {n} with its crew asleep.</p>")).collect();
    let page = html("Boats asleep");
    let (head, _) = page.split_once("<p>").unwrap();
    let other = home.put("b.html", format!("{head}{other}</article></body></html>"));
    let (said, _) = home.add(&[&other], 0);
    assert!(said.contains("(the same address): in/b.html; the text is another; --anyway adds it too"), "{said}");
    assert!(home.add(&["--anyway", &other], 0).0.contains("  added: Boats asleep"));
}

#[test]
fn a_dry_run_counts_as_the_run_would() {
    let home = Home::new();
    home.put("a.txt", text("Ferry runs aground"));
    home.put("b.txt", text("Ferry runs aground"));
    home.put("c.txt", text("Ferry runs aground").replace("212", "213"));
    assert!(home.add(&["in", "--dry-run"], 0).0.ends_with("1 would be added, 2 there already, 0 failed\n"));
    assert!(home.add(&["in"], 0).0.ends_with("1 added, 2 there already, 0 failed\n"));
}

#[test]
fn of_a_folder_only_articles_are_taken() {
    let home = Home::new();
    home.put("a.txt", text("Ferry runs aground"));
    home.put(
        "saved page",
        html("Lamp goes out").replace("post.example/ferry", "post.example/lamp").replace("ferry", "lamp"),
    );
    for (name, document) in [
        ("package.json", "{\"name\": \"a\", \"version\": \"1.0.0\"}"),
        ("a.csv", "a,b,c\n1,2,3\n"),
        ("a.py", "print('The ferry ran aground.')\n"),
        ("a.txt~", "The ferry ran aground.\n"),
        ("Cargo.toml", "[package]\nname = 'a'\n"),
        ("README", "A note on nothing.\n"),
    ] {
        home.put(name, document);
    }
    let (said, errors) = home.add(&["in"], 0);
    assert!(said.lines().filter(|line| line.contains("in/") || line.contains("  added: ")).count() == 2, "{said}");
    assert!(
        errors.contains("6 files are no articles and were passed over: in/Cargo.toml, in/README, in/a.csv, …"),
        "{errors}"
    );
    let (_, errors) = home.add(&["in/package.json"], 2);
    assert!(errors.contains("in/package.json: is no article, only"), "{errors}");
    let (_, errors) = home.add(&["in/package.json", "--anyway"], 0);
    assert!(errors.contains("only a summary was drafted from in/package.json; no sentence of it"), "{errors}");
    let wide: Vec<u8> = text("Wide ferry").chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    home.add(&[&home.put("wide.txt", [&[0xff, 0xfe, 0, 0][..], &wide].concat()), "--anyway"], 0);
    let stored = home.names().into_iter().filter(|name| name.ends_with(".txt"));
    assert!(stored.into_iter().all(|name| !fs::read(home.path(&name)).unwrap().contains(&0)));
}

/// Fifty articles, each of its own.
fn fifty(home: &Home) {
    for n in 0..50 {
        let own = (0..60).map(|w| format!("Boat{n}x{w} sails to port{n}y{w} again. ")).collect::<String>();
        home.put(&format!("{n:02}.txt"), format!("{own}\n"));
    }
}

#[cfg(unix)]
#[test]
fn a_reader_who_goes_does_not_end_the_work() {
    let home = Home::new();
    fifty(&home);
    let mut command = home.command(&["add", "in", "--library", "lib"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = [0u8; 16];
    child.stdout.take().unwrap().read_exact(&mut line).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(home.names().len(), 100);
}

#[cfg(unix)]
#[test]
fn a_hangup_leaves_whole_briefs_and_says_of_how_many() {
    use std::process::Command;
    let home = Home::new();
    fifty(&home);
    let mut command = home.command(&["add", "in", "--library", "lib"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = [0u8; 16];
    child.stdout.as_mut().unwrap().read_exact(&mut line).unwrap();
    assert!(Command::new("kill").args(["-HUP", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let names = home.names();
    if output.status.code() != Some(0) {
        let added = names.len() / 2;
        assert_eq!(output.status.code(), Some(2));
        assert!(said.ends_with(&format!("epitome: stopped: {added} of 50 articles were added\n")), "{said}");
    }
    assert!(names.chunks(2).all(|pair| pair[0].replace(".txt", ".yaml") == pair[1]), "{names:?}");
    let hidden = fs::read_dir(home.0.join("lib")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    assert!(!hidden.into_iter().any(|name| name.contains(".tmp")));
}

#[cfg(unix)]
#[test]
fn a_library_that_cannot_be_written_is_said_once() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    fifty(&home);
    let lib = home.0.join("lib");
    fs::create_dir(&lib).unwrap();
    fs::set_permissions(&lib, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(lib.join("probe"), "").is_ok() {
        fs::remove_file(lib.join("probe")).unwrap();
        return; // Who may write everywhere cannot show it.
    }
    let (_, errors) = home.add(&["in"], 2);
    assert_eq!(errors.lines().count(), 1, "{errors}");
    assert!(
        errors.contains("permission denied; name another library with --library; 0 of 50 articles were added"),
        "{errors}"
    );
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_keeps_nothing_from_being_read() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let home = Home::new();
    let name = OsStr::from_bytes(b"in/caf\xe9.txt");
    fs::write(home.0.join(name), text("Ferry runs aground")).unwrap();
    let good = home.put("good.txt", text("Ferry runs aground"));
    for command in ["extract", "draft"] {
        let output = home.command(&[command, &good]).arg(name).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(
            said.starts_with("==> in/good.txt <==\n") && said.contains("\n\n==> in/caf\u{fffd}.txt <==\n"),
            "{said}"
        );
    }
    home.put("more.txt", text("Lamp goes out"));
    let (said, _) = home.run(&["extract", "in/*.txt"], 0);
    assert!(said.contains("==> in/good.txt <==") && said.contains("==> in/more.txt <=="), "{said}");
    home.add(&[&good], 0);
    let id = home.names()[1].clone();
    let brief = home.0.join(OsStr::from_bytes(b"in/caf\xe9.yaml"));
    fs::copy(home.path(&id), &brief).unwrap();
    let output = home.command(&["show"]).arg(&brief).output().unwrap();
    assert!(
        matches!(output.status.code(), Some(0 | 2))
            && !String::from_utf8_lossy(&output.stderr).contains("UTF-8 argument")
    );
}

#[test]
fn no_two_briefs_are_told_apart_by_capitals_only() {
    let home = Home::new();
    home.add(&[&home.put("a.txt", text("Ferry runs aground"))], 0);
    fs::rename(home.path("maddock-2031-ferry.yaml"), home.path("Maddock-2031-Ferry.yaml")).unwrap();
    fs::rename(home.path("maddock-2031-ferry.txt"), home.path("Maddock-2031-Ferry.txt")).unwrap();
    let other =
        text("Ferry runs late").replace("aground", "late").replace("Kerrick", "Norhaven").replace(" the ", " that ");
    let (said, _) = home.add(&[&home.put("b.txt", other), "--anyway"], 0);
    assert!(
        said.starts_with("maddock-2031-ferry-2  added") || !said.to_lowercase().starts_with("maddock-2031-ferry "),
        "{said}"
    );
}

#[test]
fn no_control_goes_from_a_title_into_a_brief() {
    let home = Home::new();
    let body: String = text("").lines().skip(5).map(|line| format!("{line}\n")).collect();
    let matter = "---\ntitle: \"Ferry \\e[2J\\u202eruns\\x07 aground\"\nauthor: Ines\u{202e} Maddock\n---\n\n";
    home.add(&[&home.put("a.md", format!("{matter}{body}"))], 0);
    let id = home.names()[0].strip_suffix(".txt").unwrap().to_owned();
    let brief = home.brief(&id);
    assert_eq!(brief.title.as_deref(), Some("Ferry \u{241b}[2J\u{fffd}runs\u{2407} aground"));
    assert_eq!(brief.source.authors, ["Ines\u{fffd} Maddock"]);
}
