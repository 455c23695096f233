//! Where the library is, and epitome's own folders, after the XDG base directory specification. Written by hand: the rule
//! is one sentence (an absolute path in the variable, else a fixed folder under HOME), and a test can hand in any
//! environment. Looks at the file system, never writes to it.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::LibraryError;

/// The folder that is a library when a person stands beside it.
const HERE: &str = "briefs";

/// What the environment says of where things are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// The working folder.
    pub here: PathBuf,
    /// `$EPITOME_LIBRARY`, when it is set and not empty.
    pub library: Option<PathBuf>,
    /// The folder for data: the library of last resort lies in it.
    pub data: Option<PathBuf>,
    /// The folder for settings.
    pub config: Option<PathBuf>,
    /// The folder for what is worth keeping but belongs to this machine.
    pub state: Option<PathBuf>,
    /// The folder for what can be made again.
    pub cache: Option<PathBuf>,
}

impl Environment {
    /// What this process was started with.
    pub fn of_process() -> Self {
        Self { here: PathBuf::from("."), ..Self::from(|name| std::env::var_os(name)) }
    }

    /// What the variables of that `lookup` say. A folder that cannot be known is `None`.
    pub fn from(lookup: impl Fn(&str) -> Option<OsString>) -> Self {
        let set = |name: &str| lookup(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let home = set("HOME").or_else(|| set("USERPROFILE"));
        let folder = |name: &str, beneath_home: &str| {
            set(name)
                .filter(|path| path.is_absolute())
                .or_else(|| home.as_ref().map(|home| home.join(beneath_home)))
                .map(|path| path.join("epitome"))
        };
        Self {
            here: PathBuf::new(),
            library: set("EPITOME_LIBRARY"),
            data: folder("XDG_DATA_HOME", ".local/share"),
            config: folder("XDG_CONFIG_HOME", ".config"),
            state: folder("XDG_STATE_HOME", ".local/state"),
            cache: folder("XDG_CACHE_HOME", ".cache"),
        }
    }
}

/// Where the briefs are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A folder and its subfolders.
    Folder(PathBuf),
    /// One brief; its siblings are not looked at.
    File(PathBuf),
    /// The folder a library would be in, though nobody has made one yet.
    NotYet(PathBuf),
}

impl Place {
    /// The place a person named: a folder, or one brief.
    ///
    /// # Errors
    /// When there is nothing there, or something that is neither.
    pub fn named(path: &Path) -> Result<Self, LibraryError> {
        let meta = fs::metadata(path).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => LibraryError::NotThere(path.to_owned()),
            _ => LibraryError::Read(path.to_owned(), e),
        })?;
        if meta.is_dir() {
            Ok(Self::Folder(path.to_owned()))
        } else if path.extension().is_some_and(|e| e == "yaml") {
            Ok(Self::File(path.to_owned()))
        } else {
            Err(LibraryError::Neither(path.to_owned()))
        }
    }

    /// The library: what was `asked` for, else `$EPITOME_LIBRARY`, else `briefs` in the working folder, else what is
    /// `configured`, else the data folder.
    ///
    /// # Errors
    /// When what was asked for, or the variable, names nothing that can be a library.
    pub fn find(
        asked: Option<&Path>,
        environment: &Environment,
        configured: Option<&Path>,
    ) -> Result<Self, LibraryError> {
        if let Some(path) = asked.or(environment.library.as_deref()) {
            return Self::named(path);
        }
        let here = environment.here.join(HERE);
        if here.is_dir() {
            return Ok(Self::Folder(here));
        }
        let last = environment.data.as_ref().map(|data| data.join(HERE));
        let path = configured.map(Path::to_owned).or(last).unwrap_or(here);
        Ok(if path.is_dir() { Self::Folder(path) } else { Self::NotYet(path) })
    }

    /// Whether a library lies where a person stands.
    pub fn is_here(environment: &Environment) -> bool {
        environment.here.join(HERE).is_dir()
    }

    /// The path itself.
    pub fn path(&self) -> &Path {
        match self {
            Self::Folder(path) | Self::File(path) | Self::NotYet(path) => path,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Environment, Place};

    fn environment(vars: &[(&str, &str)]) -> Environment {
        let here = PathBuf::from("/nowhere");
        let lookup = |name: &str| vars.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).into());
        Environment { here, ..Environment::from(lookup) }
    }

    #[test]
    fn folders_follow_the_base_directory_specification() {
        for (vars, cache) in [
            (&[("HOME", "/h")][..], Some("/h/.cache/epitome")),
            (&[("HOME", "/h"), ("XDG_CACHE_HOME", "/c")], Some("/c/epitome")),
            (&[("HOME", "/h"), ("XDG_CACHE_HOME", "relative")], Some("/h/.cache/epitome")),
            (&[("HOME", "/h"), ("XDG_CACHE_HOME", "")], Some("/h/.cache/epitome")),
            (&[("XDG_CACHE_HOME", "/c")], Some("/c/epitome")),
            (&[], None),
        ] {
            assert_eq!(environment(vars).cache, cache.map(PathBuf::from), "{vars:?}");
        }
    }

    #[test]
    fn what_is_asked_for_goes_before_the_variable_and_must_be_there() {
        let dir = std::env::temp_dir();
        let vars = environment(&[("EPITOME_LIBRARY", "/nowhere/at/all"), ("HOME", "/h")]);
        assert_eq!(Place::find(Some(&dir), &vars, None).unwrap(), Place::Folder(dir));
        assert!(Place::find(None, &vars, None).is_err());
        assert!(Place::find(Some(Path::new("/dev/null")), &vars, None).is_err());
    }

    #[test]
    fn without_any_word_the_configuration_goes_before_the_data_folder() {
        let vars = environment(&[("HOME", "/nowhere")]);
        let data = PathBuf::from("/nowhere/.local/share/epitome/briefs");
        assert_eq!(Place::find(None, &vars, None).unwrap(), Place::NotYet(data));
        let dir = std::env::temp_dir();
        assert_eq!(Place::find(None, &vars, Some(&dir)).unwrap(), Place::Folder(dir));
    }
}
