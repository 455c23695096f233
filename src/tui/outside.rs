//! The way out of the program: the clipboard, the browser, the editor. No shell is ever started, and nothing a brief says
//! becomes more than one argument. Refuses to read the clipboard, and to say that something arrived where nobody answers.

pub mod browser;
pub mod clipboard;
pub mod editor;

use std::env;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

pub use browser::Refused;
pub use clipboard::Copied;

/// What a note is called in the editor.
pub const NOTE: &str = "note.txt";

/// A program and its arguments, as they are handed to the system: no shell looks at them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invocation {
    /// The program: a path, or a name that is looked up in `$PATH`.
    pub program: OsString,
    /// Its arguments.
    pub args: Vec<OsString>,
}

impl Invocation {
    /// What it is called in messages.
    fn name(&self) -> String {
        self.program.to_string_lossy().into_owned()
    }
}

/// Why something outside could not be done: one line for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CannotGoOut(pub String);

impl fmt::Display for CannotGoOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CannotGoOut {}

/// What to write to the terminal so that it copies `text`, by what the environment says of the terminal.
pub fn copy_bytes(text: &str) -> Copied {
    let variable = |name: &str| env::var(name).unwrap_or_default();
    let (tmux, screen, term) = (variable("TMUX"), variable("STY"), variable("TERM"));
    clipboard::copy(text, &clipboard::Terminal { tmux: &tmux, screen: &screen, term: &term })
}

/// Hands an address of a brief to the browser. Returns what was done, in one line.
///
/// # Errors
/// When it is no plain http or https address, or no browser can be started.
pub fn open_url(address: &str) -> Result<String, CannotGoOut> {
    let address = browser::url(address).map_err(|refused| CannotGoOut(refused.to_string()))?;
    let browser = env::var("BROWSER").ok();
    let started = browser::open(browser.as_deref(), &address).map_err(|e| CannotGoOut(e.to_string()))?;
    Ok(format!("Asked {started} to open {}", address.as_str()))
}

/// Opens a file of the library in the reader's editor, at a line counted from 1, and waits until the editor ends. The
/// terminal must have been given back, and nobody else may read from it meanwhile.
///
/// # Errors
/// When the file is not in the library, or the editor cannot be started or fails.
pub fn edit(library: &Path, file: &Path, line: usize) -> Result<(), CannotGoOut> {
    editor::Named::of_environment().open(&editor::inside(library, file)?, line)
}

/// Lets a text be changed in the reader's editor, as a file of that name that nobody else can read and that is gone
/// afterwards. The terminal must have been given back, and nobody else may read from it meanwhile.
///
/// # Errors
/// When there can be no such file, the editor cannot be started or fails, or what comes back is no text or too long.
pub fn edit_text(name: &str, text: &str) -> Result<String, CannotGoOut> {
    editor::Named::of_environment().change(name, text)
}

/// Where a program lies that is named as for [`Invocation`]; `None` when there is none that may be run. Starts nothing.
pub fn whereabouts(program: &OsStr) -> Option<PathBuf> {
    let may_run = |path: &PathBuf| path.is_file() && rustix::fs::access(path, rustix::fs::Access::EXEC_OK).is_ok();
    if Path::new(program).components().count() > 1 {
        return Some(PathBuf::from(program)).filter(may_run);
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).map(|folder| folder.join(program)).find(may_run)
}

/// Why a program could not be started, in one line.
fn not_started(name: &str, variable: &str, e: &io::Error) -> String {
    match e.kind() {
        io::ErrorKind::NotFound => format!("there is no program '{name}'; ${variable} says which one to use"),
        io::ErrorKind::PermissionDenied => {
            format!("the program '{name}' may not be run; ${variable} says which one to use")
        }
        _ => format!("cannot start '{name}': {e}"),
    }
}

/// The words of a command as a person writes it into a variable: parted by white space, which quotation marks keep
/// together. Nothing else has a meaning. `None` when a quotation does not end.
fn words(command: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for c in command.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_command_is_parted_by_white_space_and_nothing_else() {
        for (command, want) in [
            ("vi", Some(&["vi"][..])),
            ("  code  -w ", Some(&["code", "-w"])),
            ("'/opt/my editor/ed' --x", Some(&["/opt/my editor/ed", "--x"])),
            ("emacs --eval \"(a 'b)\"", Some(&["emacs", "--eval", "(a 'b)"])),
            ("a'b c'd", Some(&["ab cd"])),
            ("vi; rm -rf $HOME `x` && y", Some(&["vi;", "rm", "-rf", "$HOME", "`x`", "&&", "y"])),
            ("x ''", Some(&["x", ""])),
            ("", Some(&[])),
            ("vi 'open", None),
        ] {
            assert_eq!(
                words(command).as_deref(),
                want.map(|w| w.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>()).as_deref(),
                "{command}"
            );
        }
    }
}
