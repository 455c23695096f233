//! `epitome doctor`: what it says of a home where all is well, and of one where nothing is.

use std::fs;

use serde_json::Value;

use crate::adding::{Home, text};

/// The state of each thing that `doctor` looks at, and all that it says.
#[track_caller]
fn examined(home: &Home, env: &[(&str, &str)], args: &[&str], code: i32) -> (Vec<(String, String)>, String) {
    let output = home.command(&[&["doctor"], args].concat()).envs(env.iter().copied()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(output.stderr.is_empty(), "{:?}", String::from_utf8_lossy(&output.stderr));
    let states = said.lines().map(|line| {
        let mut words = line.split_whitespace().map(str::to_owned);
        (words.next().unwrap(), words.next().unwrap())
    });
    (states.collect(), said)
}

#[test]
fn doctor_says_what_works_and_what_is_to_be_mended() {
    let home = Home::new();
    let state = |states: &[(String, String)], of: &str| {
        states.iter().find(|(name, _)| name == of).map(|(_, state)| state.clone()).unwrap_or_default()
    };
    let path = std::env::var("PATH").unwrap_or_default();
    let well = [("PATH", path.as_str()), ("EDITOR", "sh"), ("LANG", "en_GB.UTF-8"), ("BROWSER", "nope:sh %s")];
    let (states, said) = examined(&home, &well, &[], 0);
    for (of, wanted) in [
        ("library", "hint"),
        ("cache", "ok"),
        ("settings", "ok"),
        ("terminal", "hint"),
        ("signs", "ok"),
        ("editor", "ok"),
        ("browser", "ok"),
        ("clipboard", "ok"),
    ] {
        assert_eq!(state(&states, of), wanted, "{of}\n{said}");
    }
    home.add(&[&home.put("a.txt", text("Ferry runs aground"))], 0);
    let library = ["--library", "lib"];
    let (states, said) = examined(&home, &well, &library, 0);
    assert!(state(&states, "library") == "ok" && state(&states, "passages") == "ok", "{said}");
    assert!(said.contains("lib: 1 brief, ") && said.contains(" exact"), "{said}");
    // One thing after the other goes wrong.
    let article = home.names().into_iter().find(|name| name.ends_with(".txt")).unwrap();
    fs::write(home.path(&article), "Other words.\n").unwrap();
    fs::write(home.path("broken.yaml"), "title: [").unwrap();
    let settings = home.0.join(".config/epitome");
    fs::create_dir_all(&settings).unwrap();
    fs::write(settings.join("config.yaml"), "colour: red\n").unwrap();
    let ill = [("EDITOR", "nowhere-ed"), ("LANG", "C"), ("XDG_CACHE_HOME", "/dev/null/x")];
    let (states, said) = examined(&home, &ill, &library, 1);
    for (of, wanted) in [
        ("library", "ok"),
        ("briefs", "mend"),
        ("passages", "mend"),
        ("cache", "mend"),
        ("settings", "mend"),
        ("signs", "hint"),
        ("editor", "mend"),
        ("browser", "hint"),
    ] {
        assert_eq!(state(&states, of), wanted, "{of}\n{said}");
    }
    for words in ["broken.yaml", "missing", "there is no setting 'colour'", "no program 'nowhere-ed'"] {
        assert!(said.contains(words), "{words}\n{said}");
    }
    let (states, _) = examined(&home, &well, &["--library", "nowhere"], 1);
    assert_eq!(state(&states, "library"), "mend");
    let output = home.command(&["doctor", "--json", "--library", "nowhere"]).output().unwrap();
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&json["version"], &json["well"]), (&1.into(), &false.into()));
    assert!(json["checks"].as_array().unwrap().iter().any(|check| check["of"] == "editor"));
}
