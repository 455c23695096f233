//! The commands that tell of the program itself, `keys`, `completions` and `man`: each says all that there is, from the
//! tables by which the program reads its keys and its command line.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use epitome::tui::command::{EDITING, TABLE};
use epitome::tui::key::{sequence, spelled};
use serde_json::Value;

use crate::adding::Home;

/// The commands and options that `--help` tells of: words that begin a line of its lists.
pub fn told(help: &str) -> (Vec<String>, Vec<String>) {
    let (mut commands, mut options, mut in_commands) = (Vec::new(), Vec::new(), false);
    for line in help.lines() {
        in_commands = line == "Commands:" || in_commands && !line.is_empty();
        let word = line.split([' ', ',', '=', '[']).find(|word| !word.is_empty()).unwrap_or_default();
        match word {
            _ if in_commands && line.starts_with("  ") => commands.push(word.to_owned()),
            _ if !line.trim_start().starts_with('-') => {}
            word => {
                let long = line.split([' ', ',', '=', '[']).find(|word| word.starts_with("--"));
                options.push(long.unwrap_or(word).to_owned());
            }
        }
    }
    (commands, options)
}

#[test]
fn every_key_is_listed_with_what_it_does_and_fits_a_narrow_terminal() {
    let home = Home::new();
    let (said, errors) = home.run(&["keys"], 0);
    assert!(errors.is_empty() && said.lines().all(|line| line.chars().count() <= 80), "{said}");
    let words = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for row in TABLE {
        for keys in row.keys {
            assert!(words.contains(&spelled(&sequence(keys).unwrap())), "{keys}");
        }
        let sentences = row.scopes.iter().map(|scope| row.help_in(*scope));
        sentences.for_each(|sentence| assert!(words.contains(sentence), "{sentence}"));
    }
    EDITING.1.iter().for_each(|(_, sentence)| assert!(words.contains(sentence), "{sentence}"));
    for heading in ["Everywhere", "Shelf", "Side by side", "Prompts", "Whatever is typed"] {
        assert!(said.lines().any(|line| line == heading), "{heading}");
    }
    let json: Value = serde_json::from_str(&home.run(&["keys", "--json"], 0).0).unwrap();
    assert_eq!(json["version"], 1);
    let listed = json["sections"].as_array().unwrap().iter().flat_map(|section| section["keys"].as_array().unwrap());
    let of = |name: &str| listed.clone().filter(|line| line["command"] == name).count();
    TABLE.iter().for_each(|row| assert_eq!(of(row.name), row.scopes.len(), "{}", row.name));
    let first = &json["sections"][0]["keys"][2];
    assert_eq!((&first["command"], &first["keys"]), (&"first".into(), &serde_json::json!(["gg", "home"])));
}

#[test]
fn completions_know_every_command_and_option_and_a_shell_reads_them() {
    let home = Home::new();
    let (commands, _) = told(&home.run(&["--help"], 0).0);
    assert!(commands.len() > 20, "{commands:?}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (script, errors) = home.run(&["completions", shell], 0);
        assert!(errors.is_empty());
        for command in &commands {
            assert!(script.contains(command), "{shell}: {command}");
            for option in told(&home.run(&[command, "--help"], 0).0).1 {
                assert!(script.contains(option.trim_start_matches('-')), "{shell}: {command} {option}");
            }
        }
        for hidden in ["conflict", "similar"] {
            assert!(!script.split(|c: char| !c.is_alphanumeric()).any(|word| word == hidden), "{shell}: {hidden}");
        }
        reads(shell, &script);
    }
    let (_, said) = home.run(&["completions", "tcsh"], 2);
    assert!(said.lines().count() == 1 && said.contains("bash, elvish, fish"), "{said}");
    home.run(&["completions"], 2);
}

/// A shell that is here reads the script without a fault.
fn reads(shell: &str, script: &str) {
    let mut command = Command::new(shell);
    command.arg(if shell == "fish" { "--no-execute" } else { "-n" }).stdin(Stdio::piped()).stderr(Stdio::piped());
    let Ok(mut child) = command.spawn() else {
        println!("skipped: there is no {shell} here");
        return;
    };
    child.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    let read = child.wait_with_output().unwrap();
    assert!(read.status.success() && read.stderr.is_empty(), "{shell}: {}", String::from_utf8_lossy(&read.stderr));
}

#[test]
fn bash_completes_commands_options_and_their_values() {
    let home = Home::new();
    let (script, _) = home.run(&["completions", "bash"], 0);
    for (words, wanted) in [
        ("epitome comp", "compare completions"),
        ("epitome verify --str", "--strict"),
        ("epitome completions ", "bash"),
        ("epitome --theme d", "dark"),
    ] {
        let asked = format!(
            "{script}\nCOMP_WORDS=({words}{}) COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n_epitome epitome \
             \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"; echo \"${{COMPREPLY[@]}}\"",
            if words.ends_with(' ') { "''" } else { "" }
        );
        let Ok(answer) = Command::new("bash").args(["-c", &asked]).output() else {
            println!("skipped: there is no bash here");
            return;
        };
        let answer = String::from_utf8(answer.stdout).unwrap();
        assert!(wanted.split(' ').all(|word| answer.split_whitespace().any(|w| w == word)), "{words}: {answer}");
    }
}

/// Roff as plain words.
fn plain(roff: &str) -> String {
    let text =
        roff.replace("\\-", "-").replace("\\fB", "").replace("\\fI", "").replace("\\fR", "").replace("\\*(Aq", "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_manual_names_every_command_option_and_key() {
    let home = Home::new();
    let (first, errors) = home.run(&["man"], 0);
    assert!(errors.is_empty() && first.contains(".TH epitome 1"), "{first}");
    let words = plain(&first);
    let (commands, options) = told(&home.run(&["--help"], 0).0);
    options.iter().for_each(|option| assert!(words.contains(option), "{option}"));
    TABLE.iter().for_each(|row| assert!(words.contains(row.help_in(row.scopes[0])), "{}", row.name));
    for heading in ["NAME", "SYNOPSIS", "OPTIONS", "COMMANDS", "KEYS", "FILES", "ENVIRONMENT", "\"EXIT STATUS\""] {
        assert!(first.contains(&format!(".SH {heading}\n")), "{heading}");
    }
    // What is to be typed stands alone on its line, behind what it is for.
    let (page, _) = home.run(&["man", "completions"], 0);
    assert!(page.contains(".TP\n\\fBfish:\\fR\nepitome completions fish > "), "{page}");
    let (written, _) = home.run(&["man", "--dir", "pages"], 0);
    assert_eq!(written.lines().count(), commands.len() + 1, "{written}");
    assert_eq!(fs::read_to_string(home.0.join("pages/epitome.1")).unwrap(), first);
    for command in &commands {
        assert!(words.contains(&format!("epitome-{command}(1)")), "{command}");
        let (page, _) = home.run(&["man", command], 0);
        assert_eq!(fs::read_to_string(home.0.join(format!("pages/epitome-{command}.1"))).unwrap(), page);
        let page = plain(&page);
        for option in told(&home.run(&[command, "--help"], 0).0).1 {
            assert!(page.contains(&option), "{command} {option}");
        }
    }
    for wrong in [&["man", "nope"][..], &["man", "list", "--dir", "pages"], &["man", "--dir", "pages/epitome.1"]] {
        let (_, said) = home.run(wrong, 2);
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}
