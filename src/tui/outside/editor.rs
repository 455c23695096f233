//! Opens a file of the library in the reader's own editor, at a line. No shell: the command is parted into words here.
//! Refuses a file outside the library, whatever way leads to it.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{CannotGoOut, Invocation, not_started, words};
use crate::library::LibraryError;
use crate::library::disk::{self, Durability};

/// The editor where no variable names one.
const USUAL: &str = "vi";
/// The most that is read back of a text, in bytes.
const LONGEST: u64 = 1 << 20;
/// How many names are tried for a private folder.
const MOST: u32 = 100;

/// A file that lies in the library: an absolute path without links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inside(PathBuf);

/// The file at `path`, if that is a regular file in the library's folder or below, with every link followed.
///
/// # Errors
/// When it is not, or cannot be found.
pub fn inside(library: &Path, path: &Path) -> Result<Inside, CannotGoOut> {
    let found = |path: &Path| {
        let unread = |e| CannotGoOut(format!("cannot open {}: {e}", path.display()));
        path.canonicalize().map_err(unread)
    };
    let (root, file) = (found(library)?, found(path)?);
    if !file.starts_with(&root) {
        return Err(CannotGoOut(format!("{} leads out of the library and is not opened", path.display())));
    }
    if !file.is_file() {
        return Err(CannotGoOut(format!("{} is not a file", path.display())));
    }
    Ok(Inside(file))
}

/// How an editor is told a line, and to wait until the file is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    /// `+LINE FILE`.
    Plus,
    /// `FILE:LINE`.
    Colon,
    /// `--wait FILE:LINE`.
    WaitColon,
    /// `--wait --goto FILE:LINE`.
    Goto,
    /// Only the file.
    Unknown,
}

impl Family {
    /// The family of a program, by its name without version and folder: `nvim`, `vim.basic`, `emacs-29.1`.
    fn of(program: &OsStr) -> Self {
        let name = Path::new(program).file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        let name = name.split('.').next().unwrap_or_default();
        let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
        match name {
            "vi" | "vim" | "nvim" | "gvim" | "vimx" | "view" | "nvi" | "elvis" | "ex" | "nano" | "rnano" | "pico"
            | "emacs" | "emacsclient" | "mg" | "jmacs" | "joe" | "kak" | "micro" | "ne" => Self::Plus,
            "hx" | "helix" => Self::Colon,
            "zed" | "zeditor" | "subl" | "sublime_text" => Self::WaitColon,
            "code" | "code-insiders" | "code-oss" | "codium" | "vscodium" | "cursor" | "windsurf" => Self::Goto,
            _ => Self::Unknown,
        }
    }
}

/// The editor as the reader names it: what `$VISUAL` says, else `$EDITOR`, else `vi`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named(String);

impl Named {
    /// The one that the variables name.
    pub fn of(visual: Option<&str>, editor: Option<&str>) -> Self {
        let set = [visual, editor].into_iter().flatten().find(|value| !value.trim().is_empty());
        Self(set.unwrap_or(USUAL).to_owned())
    }

    /// The one that the variables of this process name.
    pub fn of_environment() -> Self {
        Self::of(env::var("VISUAL").ok().as_deref(), env::var("EDITOR").ok().as_deref())
    }

    /// Opens a file at a line, counted from 1, and waits until the editor ends.
    ///
    /// # Errors
    /// When it cannot be started or says that it failed.
    pub fn open(&self, file: &Inside, line: usize) -> Result<(), CannotGoOut> {
        run(&self.command(file, line)?)
    }

    /// Lets a text be changed, as a file of that name in a private folder that is gone afterwards, with whatever the editor left there;
    /// but words that cannot be taken back stay.
    ///
    /// # Errors
    /// When there can be no such file, the editor cannot be started or fails, or what comes back cannot be read.
    pub fn change(&self, name: &str, text: &str) -> Result<String, CannotGoOut> {
        let cannot = |e: LibraryError| CannotGoOut(e.to_string());
        let folder = Private::new().map_err(cannot)?;
        let path = folder.0.join(name);
        disk::write(&path, text.as_bytes(), Durability::Derived).map_err(cannot)?;
        self.open(&inside(&folder.0, &path)?, 1)?;
        disk::read_text(&path, LONGEST).map(|(text, _)| text).map_err(|e| {
            // The words are the reader's: they stay where the message says.
            std::mem::forget(folder);
            cannot(e)
        })
    }

    /// The program, and the arguments that the reader gives it.
    ///
    /// # Errors
    /// When a quotation in the command does not end.
    pub fn program(&self) -> Result<(OsString, Vec<OsString>), CannotGoOut> {
        let unended = || CannotGoOut(format!("a quotation in the editor's command does not end: {}", self.0));
        let mut words = words(&self.0).ok_or_else(unended)?.into_iter().map(OsString::from);
        let program = words.next().filter(|p| !p.is_empty()).unwrap_or_else(|| USUAL.into());
        Ok((program, words.collect()))
    }

    /// The command that opens a file at a line, counted from 1.
    fn command(&self, file: &Inside, line: usize) -> Result<Invocation, CannotGoOut> {
        let (program, mut args) = self.program()?;
        let path = OsString::from(&file.0);
        let mut place = path.clone();
        place.push(format!(":{line}"));
        let waits = args.iter().any(|arg| arg == "-w" || arg == "--wait");
        let wait = (!waits).then(|| OsString::from("--wait"));
        match Family::of(&program) {
            Family::Plus => args.extend([format!("+{line}").into(), path]),
            Family::Colon => args.push(place),
            Family::WaitColon => args.extend(wait.into_iter().chain([place])),
            Family::Goto => args.extend(wait.into_iter().chain(["--goto".into(), place])),
            Family::Unknown => args.push(path),
        }
        Ok(Invocation { program, args })
    }
}

/// A folder that only its owner may look into, gone with this.
struct Private(PathBuf);

impl Private {
    fn new() -> Result<Self, LibraryError> {
        let mut n = 0;
        loop {
            let path = env::temp_dir().join(format!("epitome-{}-{n}", std::process::id()));
            match disk::make_private_folder(&path) {
                Err(LibraryError::Write(_, e)) if e.kind() == io::ErrorKind::AlreadyExists && n < MOST => n += 1,
                made => return made.map(|()| Self(path)),
            }
        }
    }
}

impl Drop for Private {
    fn drop(&mut self) {
        // It lies in the folder for what is temporary; the text is what matters.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs the editor in the terminal, which must have been given back, and waits for its end.
///
/// # Errors
/// When it cannot be started or says that it failed.
fn run(invocation: &Invocation) -> Result<(), CannotGoOut> {
    let name = invocation.name();
    let status = Command::new(&invocation.program).args(&invocation.args).status();
    let status = status.map_err(|e| CannotGoOut(not_started(&name, "EDITOR", &e)))?;
    if status.success() { Ok(()) } else { Err(CannotGoOut(format!("the editor {name} failed: {status}"))) }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::{Path, PathBuf};

    use super::{Inside, Named, inside, run};
    use crate::tui::outside::Invocation;

    #[test]
    fn every_editor_is_told_the_line_in_its_own_way() {
        let file = Inside(PathBuf::from("/l/a b.yaml"));
        for (visual, editor, want) in [
            (None, None, &["vi", "+7", "/l/a b.yaml"][..]),
            (Some(""), Some(" "), &["vi", "+7", "/l/a b.yaml"]),
            (None, Some("nano"), &["nano", "+7", "/l/a b.yaml"]),
            (Some("nvim"), Some("nano"), &["nvim", "+7", "/l/a b.yaml"]),
            (None, Some("/usr/bin/vim.basic"), &["/usr/bin/vim.basic", "+7", "/l/a b.yaml"]),
            (None, Some("emacs-29.1 -nw"), &["emacs-29.1", "-nw", "+7", "/l/a b.yaml"]),
            (None, Some("emacsclient -nw -a ''"), &["emacsclient", "-nw", "-a", "", "+7", "/l/a b.yaml"]),
            (None, Some("kak"), &["kak", "+7", "/l/a b.yaml"]),
            (None, Some("micro"), &["micro", "+7", "/l/a b.yaml"]),
            (None, Some("hx"), &["hx", "/l/a b.yaml:7"]),
            (None, Some("subl -w"), &["subl", "-w", "/l/a b.yaml:7"]),
            (None, Some("zed"), &["zed", "--wait", "/l/a b.yaml:7"]),
            (Some("code"), None, &["code", "--wait", "--goto", "/l/a b.yaml:7"]),
            (Some("code -w"), None, &["code", "-w", "--goto", "/l/a b.yaml:7"]),
            (Some("ed"), None, &["ed", "/l/a b.yaml"]),
            (Some("'/opt/my editor/x' --y"), None, &["/opt/my editor/x", "--y", "/l/a b.yaml"]),
            (Some("vi; rm -rf $HOME"), None, &["vi;", "rm", "-rf", "$HOME", "/l/a b.yaml"]),
        ] {
            let got = Named::of(visual, editor).command(&file, 7).unwrap();
            let got: Vec<OsString> = [vec![got.program], got.args].concat();
            assert_eq!(got, want, "{visual:?} {editor:?}");
        }
        assert!(Named::of(Some("vi 'x"), None).command(&file, 7).is_err());
    }

    #[test]
    fn only_a_file_of_the_library_is_opened() {
        let root = std::env::temp_dir().join(format!("epitome-editor-{}", std::process::id()));
        let library = root.join("briefs");
        fs::create_dir_all(library.join("sub")).unwrap();
        for file in ["out.yaml", "briefs/-x.yaml", "briefs/sub/b.yaml", "briefs-not.yaml"] {
            fs::write(root.join(file), "").unwrap();
        }
        symlink(root.join("out.yaml"), library.join("link.yaml")).unwrap();
        symlink(&library, root.join("way-in")).unwrap();
        for (path, opened) in [
            ("briefs/-x.yaml", true),
            ("briefs/sub/b.yaml", true),
            ("briefs/sub/../sub/b.yaml", true),
            ("way-in/-x.yaml", true),
            ("briefs/link.yaml", false),
            ("briefs/../out.yaml", false),
            ("briefs-not.yaml", false),
            ("briefs/sub", false),
            ("briefs/none.yaml", false),
        ] {
            let found = inside(&library, &root.join(path));
            assert_eq!(found.is_ok(), opened, "{path}: {found:?}");
            if let Ok(Inside(file)) = found {
                assert!(file.is_absolute() && file.starts_with(library.canonicalize().unwrap()), "{file:?}");
            }
        }
        assert!(inside(Path::new("/nowhere"), &root.join("briefs/-x.yaml")).is_err());
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_text_is_changed_in_a_file_that_nobody_else_can_read_and_that_is_gone_afterwards() {
        let folder = std::env::temp_dir().join(format!("epitome my editor {}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let editor = folder.join("ed");
        let seen = folder.join("seen");
        let script = "#!/bin/sh\ncp \"$2\" \"$2~\"\nprintf ' and more' >> \"$2\"\nls -ld \"$(dirname \"$2\")\" \"$2\" > \"$1\"\n";
        fs::write(&editor, script).unwrap();
        fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
        let named = Named::of(None, Some(&format!("'{}' \"{}\"", editor.display(), seen.display())));
        assert_eq!(named.change("note.txt", "so far").unwrap(), "so far and more");
        let seen = fs::read_to_string(seen).unwrap();
        assert!(seen.starts_with("drwx------"), "{seen}");
        let file = Path::new(seen.lines().nth(1).unwrap().rsplit(' ').next().unwrap());
        assert!(file.ends_with("note.txt") && !file.parent().unwrap().exists(), "{seen}");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn an_editor_that_is_missing_or_fails_says_so_in_one_line() {
        let ran = |program: &str| run(&Invocation { program: program.into(), args: vec![] }).map_err(|e| e.to_string());
        assert_eq!(ran("true"), Ok(()));
        assert_eq!(ran("false"), Err("the editor false failed: exit status: 1".to_owned()));
        assert_eq!(
            ran("/nowhere/vi"),
            Err("there is no program '/nowhere/vi'; $EDITOR says which one to use".to_owned())
        );
    }
}
