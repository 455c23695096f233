//! The documents say what is: the screens in the README are drawn, the code map is read off the files, imports point left.
//! `EPITOME_BLESS=1 cargo test documents` writes the generated parts anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::adding::Home;
use crate::commands::told;
use crate::driver::{Driver, briefs};

/// The layers, each seeing those before it; `ingest` and `analysis` do not see each other.
const LAYERS: [&str; 8] = ["text", "article", "brief", "ingest", "analysis", "library", "tui", "cli"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file of the library, with its text.
fn sources() -> BTreeMap<PathBuf, String> {
    let (mut folders, mut out) = (vec![root().join("src")], BTreeMap::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                out.insert(path.strip_prefix(root()).unwrap().to_owned(), text);
            }
        }
    }
    out
}

/// Replaces what stands between two markers of a document, or says that it is not what it should be.
fn generated(document: &str, name: &str, wanted: &str) {
    let path = root().join(document);
    let text = fs::read_to_string(&path).unwrap();
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
    let (before, rest) = text.split_once(&open).unwrap_or_else(|| panic!("{document} has no {open}"));
    let (is, after) = rest.split_once(&close).unwrap();
    if std::env::var_os("EPITOME_BLESS").is_some() {
        fs::write(&path, format!("{before}{open}{wanted}{close}{after}")).unwrap();
    } else {
        assert_eq!(is, wanted, "{document} is behind; EPITOME_BLESS=1 cargo test documents");
    }
}

#[test]
fn the_screens_in_the_readme_are_as_they_are_drawn() {
    for (name, size, keys) in [("the reader", (100, 34), "j<enter>j"), ("side by side", (100, 24), "<space><space>cj")]
    {
        let mut driver = Driver::open(&briefs(), size);
        driver.keys(keys);
        generated("README.md", name, &format!("```text\n{}```\n", driver.screen()));
    }
}

#[test]
fn the_readme_tells_of_every_command() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let table: Vec<&str> = readme.lines().filter(|line| line.starts_with("| `epitome ")).collect();
    let (commands, _) = told(&Home::new().run(&["--help"], 0).0);
    for command in commands.iter().filter(|command| *command != "read") {
        let row = |line: &&str| line.contains(&format!("`epitome {command}"));
        assert!(table.iter().any(row), "the table of commands has no {command}");
    }
}

#[test]
fn the_code_map_is_read_off_the_files() {
    let mut map = String::from("| file | what it does |\n|---|---|\n");
    for (path, text) in sources() {
        let opening: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
        let opening = opening.join(" ");
        let first = opening.split_once(". ").map_or(opening.as_str(), |(first, _)| first).trim_end_matches('.');
        assert!(!first.is_empty(), "{} does not say what it is", path.display());
        map.push_str(&format!("| `{}` | {} |\n", path.display(), first.replace('|', "\\|")));
    }
    generated("ARCHITECTURE.md", "the code map", &map);
}

#[test]
fn imports_point_left() {
    let layer = |name: &str| LAYERS.iter().position(|layer| *layer == name);
    for (path, text) in sources() {
        let own = path.components().nth(1).unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs");
        let Some(own_layer) = layer(own) else { continue };
        for line in text.lines().filter(|line| line.trim_start().starts_with("use crate::")) {
            let used = line.trim_start().trim_start_matches("use crate::");
            let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let used_layer = layer(&used).unwrap_or_else(|| panic!("{}: {line}", path.display()));
            assert!(used_layer <= own_layer, "{} imports from the right: {line}", path.display());
            assert!(!(own == "analysis" && used == "ingest"), "{}: {line}", path.display());
            assert!(!line.contains("::*"), "{}: a glob import: {line}", path.display());
        }
    }
}

#[test]
fn one_file_names_the_yaml_reader_and_one_the_colours() {
    let only = |word: &str, allowed: &dyn Fn(&Path) -> bool| {
        for (path, text) in sources() {
            let body = if path.ends_with("tests.rs") { "" } else { text.split("#[cfg(test)]").next().unwrap_or("") };
            assert!(!body.contains(word) || allowed(&path), "{} names {word}", path.display());
        }
    };
    only("serde_yaml", &|path| path.ends_with("brief/yaml.rs"));
    only("Color::", &|path| path.ends_with("tui/theme.rs"));
    only("println!", &|path| path.starts_with("src/cli"));
}
