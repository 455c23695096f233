//! `config.yaml` from outside: where the library comes from, what is in force, and that a bad file keeps nothing from
//! being opened.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A home with libraries `flag`, `variable`, `file` and `here/briefs`, gone with its test.
struct Home(PathBuf);

impl Home {
    fn new(config: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let home = std::env::temp_dir().join(format!("epitome-settings-{}-{n}", std::process::id()));
        let _ = fs::remove_dir_all(&home);
        for folder in ["flag", "variable", "file", "here/briefs", "empty", ".local/share/epitome/briefs"] {
            let folder = home.join(folder);
            fs::create_dir_all(&folder).unwrap();
            let title = folder.display();
            fs::write(folder.join("a.yaml"), format!("epitome: 1\ntitle: \"{title}\"\nsummary: s\nclaims: []\n"))
                .unwrap();
        }
        fs::remove_file(home.join("empty/a.yaml")).unwrap();
        fs::create_dir_all(home.join(".config/epitome")).unwrap();
        fs::write(home.join(".config/epitome/config.yaml"), config).unwrap();
        Self(home)
    }

    fn run(&self, here: &str, variables: &[(&str, &str)], args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_epitome"));
        command.args(args).env_clear().env("HOME", &self.0).current_dir(self.0.join(here)).stdin(Stdio::null());
        command.envs(variables.iter().map(|(name, value)| (name, self.0.join(value))));
        command.output().unwrap()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn the_library_is_asked_for_in_this_order() {
    let home = Home::new("library: ~/file\n");
    let variable = [("EPITOME_LIBRARY", "variable")];
    let flag = home.0.join("flag");
    let flag = ["--library", flag.to_str().unwrap()];
    for (here, variables, args, library, origin) in [
        ("here", &variable[..], &flag[..], "/flag", "option"),
        ("here", &variable, &[], "/variable", "$EPITOME_LIBRARY"),
        ("here", &[], &[], "./briefs", "./briefs is here"),
        ("empty", &[], &[], "/file", "config.yaml, line 1"),
    ] {
        let listed = out(&home.run(here, variables, &[&["list"], args].concat()));
        let title = library.strip_prefix('.').unwrap_or(library);
        assert!(listed.contains(title), "{library}: {listed}");
        let config = out(&home.run(here, variables, &[&["config"], args].concat()));
        let line = config.lines().find(|line| line.starts_with("library")).unwrap();
        assert!(line.contains(library) && line.ends_with(origin), "{config}");
    }
    let home = Home::new("");
    let config = out(&home.run("empty", &[], &["config"]));
    let line = config.lines().find(|line| line.starts_with("library")).unwrap();
    assert!(line.contains("/.local/share/epitome/briefs") && line.ends_with("built in"), "{config}");
}

#[test]
fn every_setting_in_force_is_shown_with_where_it_comes_from() {
    let home = Home::new("theme: light\nwidth: 60\nascii: true\n");
    let config = home.run("here", &[], &["config", "--json", "--ascii=false", "--no-mouse"]);
    let json: serde_json::Value = serde_json::from_slice(&config.stdout).unwrap();
    let setting = |name: &str| (json["settings"][name]["value"].clone(), json["settings"][name]["origin"].clone());
    assert_eq!(json["version"], 1);
    assert_eq!(json["exists"], true);
    for (name, value, origin) in [
        ("theme", serde_json::json!("light"), "config.yaml, line 1"),
        ("width", serde_json::json!(60), "config.yaml, line 2"),
        ("ascii", serde_json::json!(false), "option"),
        ("mouse", serde_json::json!(false), "option"),
        ("bidi", serde_json::json!("auto"), "built in"),
    ] {
        assert_eq!(setting(name), (value, origin.into()), "{name}");
    }
}

#[test]
fn yes_and_no_are_written_alike_in_the_file_and_as_an_option() {
    for (word, value) in [("true", true), ("yes", true), ("on", true), ("True", true), ("false", false), ("off", false)]
    {
        let home = Home::new(&format!("ascii: {word}\n"));
        for args in [&["config", "--json"][..], &["config", "--json", &format!("--ascii={word}")]] {
            let json: serde_json::Value = serde_json::from_slice(&home.run("here", &[], args).stdout).unwrap();
            assert_eq!(json["settings"]["ascii"]["value"], value, "{args:?}");
        }
    }
    let home = Home::new("ascii: 1\n");
    let both = home.run("here", &[], &["list"]);
    assert!(said(&both).contains("'1' is not a value of 'ascii'; write true or false"), "{}", said(&both));
    let option = home.run("here", &[], &["config", "--ascii=1"]);
    assert!(said(&option).contains("[possible values: true, false]"), "{}", said(&option));
}

#[test]
fn a_bad_file_is_said_in_one_line_and_keeps_nothing_from_being_opened() {
    for (config, place) in [
        ("library: ~/file\ncolour: red\n", "config.yaml:2:1: there is no setting 'colour'"),
        ("library: ~/file\nwidth: broad\n", "config.yaml:2:8: 'broad' is not a value of 'width'"),
        ("library: [\n", "config.yaml:"),
        ("\u{fffd}\0", "config.yaml"),
        (&"# \n".repeat(30_000), "config.yaml: larger than 64 KiB"),
    ] {
        let home = Home::new(config);
        let listed = home.run("here", &[], &["list"]);
        assert_eq!(listed.status.code(), Some(0), "{config:?}");
        assert!(out(&listed).contains("briefs"), "{config:?}");
        let said = said(&listed);
        assert!(said.lines().count() == 1 && said.contains(place), "{config:?}: {said}");
    }
}
