//! Paths as a person types them or a terminal pastes them when a file is dragged in, and as a shell takes them. Refuses to
//! start a shell: `~`, quotation marks and backslashes are all that is understood.

use std::fs;
use std::path::{Path, PathBuf};

/// The most names that are offered for completion.
const OFFERED: usize = 200;

/// The path that was meant: as typed when it is there, else without quotation marks or backslashes, `~` being the home folder.
pub fn meant(typed: &str, home: Option<&Path>) -> PathBuf {
    let typed = typed.trim();
    if Path::new(typed).symlink_metadata().is_ok() {
        return PathBuf::from(typed);
    }
    let bare = bare(typed);
    match (bare.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        (None, Some(home)) if bare == "~" => home.to_owned(),
        _ => PathBuf::from(bare),
    }
}

/// Without the quotation marks around it, the backslashes in it, or `file://` before it.
fn bare(typed: &str) -> String {
    let within = |mark: char| typed.strip_prefix(mark).map(|rest| rest.strip_suffix(mark).unwrap_or(rest));
    if let Some(within) = within('\'').or_else(|| within('"')) {
        return within.to_owned();
    }
    if let Some(path) = typed.strip_prefix("file://") {
        return percent_decoded(path);
    }
    let (mut out, mut escaped) = (String::with_capacity(typed.len()), false);
    for c in typed.chars() {
        if c == '\\' && !escaped {
            escaped = true;
        } else {
            out.push(c);
            escaped = false;
        }
    }
    out
}

fn percent_decoded(path: &str) -> String {
    let (mut out, mut rest) = (Vec::with_capacity(path.len()), path.as_bytes());
    while let Some((&byte, behind)) = rest.split_first() {
        let hex = behind.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| byte == b'%') {
            Some(coded) => {
                out.push(coded);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                out.push(byte);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// What may stand in the place of a path that is begun: folders with a stroke behind them, hidden names only when one is
/// begun. What was typed before the name stays as it was typed.
pub fn completions(typed: &str, home: Option<&Path>) -> Vec<String> {
    let cut = typed.rfind('/').map_or(0, |at| at + 1);
    let (folder, begun) = typed.split_at_checked(cut).unwrap_or(("", typed));
    let there = if folder.is_empty() { PathBuf::from(".") } else { meant(folder, home) };
    let begun = bare(begun);
    let open = folder.chars().next().filter(|c| matches!(c, '\'' | '"'));
    let Ok(entries) = fs::read_dir(there) else { return Vec::new() };
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let fits = name.starts_with(&begun) && (begun.starts_with('.') || !name.starts_with('.'));
            let stroke = if entry.path().is_dir() { "/" } else { "" };
            // A name with backslashes in it is typed with two of each.
            let name = if open.is_some() { name } else { name.replace('\\', "\\\\") };
            fits.then(|| format!("{folder}{name}{stroke}"))
        })
        .collect();
    names.sort();
    names.truncate(OFFERED);
    names
}

/// The longest beginning that all of them share.
pub fn shared<'a>(all: &'a [String]) -> &'a str {
    let Some((first, rest)) = all.split_first() else { return "" };
    let same = |a: &'a str, b: &str| {
        let end = a.char_indices().zip(b.chars()).find(|((_, x), y)| x != y).map(|((at, _), _)| at);
        a.get(..end.unwrap_or(a.len().min(b.len()))).unwrap_or(a)
    };
    rest.iter().fold(first, |so_far, other| same(so_far, other))
}

/// The path as a word of a shell's command.
pub fn for_shell(path: &Path) -> String {
    let path = path.to_string_lossy();
    let plain = |c: char| c.is_alphanumeric() || "/._-+,@%".contains(c);
    if !path.is_empty() && path.chars().all(plain) {
        path.into_owned()
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{for_shell, meant, shared};

    #[test]
    fn a_path_is_understood_as_it_is_typed_or_dragged_in() {
        for (typed, path) in [
            ("a/b.txt", "a/b.txt"),
            (" a b.txt ", "a b.txt"),
            ("~/a.txt", "/home/me/a.txt"),
            ("~", "/home/me"),
            ("~other/a", "~other/a"),
            ("'/tmp/a b.txt'", "/tmp/a b.txt"),
            ("\"/tmp/a b.txt\"", "/tmp/a b.txt"),
            ("'/tmp/a b", "/tmp/a b"),
            ("/tmp/a\\ b\\(1\\).txt", "/tmp/a b(1).txt"),
            ("file:///tmp/a%20b.txt", "/tmp/a b.txt"),
            ("file:///tmp/50%.txt", "/tmp/50%.txt"),
            ("https://a.example/x?y", "https://a.example/x?y"),
            ("", ""),
        ] {
            assert_eq!(meant(typed, Some(Path::new("/home/me"))), Path::new(path), "{typed}");
        }
    }

    #[test]
    fn a_shell_takes_any_path_as_one_word() {
        for (path, word) in [("/a/b-1.txt", "/a/b-1.txt"), ("/a b", "'/a b'"), ("it's", "'it'\\''s'"), ("", "''")] {
            assert_eq!(for_shell(Path::new(path)), word);
        }
    }

    #[test]
    fn what_all_names_begin_with_is_shared() {
        for (all, begin) in [("ab abc", "ab"), ("abd abc", "ab"), ("é ê", ""), ("one", "one"), ("ab cd", "")] {
            let all: Vec<String> = all.split(' ').map(str::to_owned).collect();
            assert_eq!(shared(&all), begin);
        }
    }
}
