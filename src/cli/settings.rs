//! The settings file, `config.yaml` in epitome's own configuration folder, and what is in force: a flag goes before the
//! file, the file before what is built in. A bad file never keeps anything from being opened: what is not understood is
//! said in one line with its place, and left out. Writes nothing.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::brief::place::Places;
use crate::cli::read::{Bidi, Look};
use crate::library::{Environment, LibraryError, disk};
use crate::tui::layout::MEASURES;
use crate::tui::theme::Theme;

/// The file's name.
const FILE: &str = "config.yaml";
/// The largest settings file that is read, in bytes.
const LARGEST: u64 = 1 << 16;
/// What may be set.
pub const KEYS: [&str; 6] = ["library", "theme", "ascii", "mouse", "bidi", "width"];

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An option on the command line.
    Flag,
    /// `$EPITOME_LIBRARY`.
    Variable,
    /// `briefs` in the working folder.
    Here,
    /// A line of the settings file.
    File(usize),
    /// Nobody said anything.
    BuiltIn,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag => f.write_str("option"),
            Self::Variable => f.write_str("$EPITOME_LIBRARY"),
            Self::Here => f.write_str("./briefs is here"),
            Self::File(line) => write!(f, "{FILE}, line {line}"),
            Self::BuiltIn => f.write_str("built in"),
        }
    }
}

/// A value of the file, and the line on which it stands.
type Said<T> = Option<(T, usize)>;

/// What the file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Where the file is, or would be; nothing where no folder for it can be known.
    pub path: Option<PathBuf>,
    /// Whether it is there.
    pub is_there: bool,
    /// The library.
    pub library: Said<PathBuf>,
    /// The ground to draw on.
    pub theme: Said<Look>,
    /// Whether signs are ASCII only.
    pub ascii: Said<bool>,
    /// Whether the mouse is listened to.
    pub mouse: Said<bool>,
    /// Who orders text from right to left.
    pub bidi: Said<Bidi>,
    /// The most cells that text may fill.
    pub width: Said<u16>,
    /// What is not understood, a line each: file, line, column, what, and what to do.
    pub faults: Vec<String>,
}

impl Settings {
    /// Reads the file that belongs to an environment.
    pub fn load(environment: &Environment) -> Self {
        let Some(path) = environment.config.as_ref().map(|folder| folder.join(FILE)) else { return Self::default() };
        let mut settings = match disk::read_text(&path, LARGEST) {
            Ok((text, _)) => Self { is_there: true, ..Self::read(&text, &path) },
            Err(LibraryError::Read(_, e)) if e.kind() == io::ErrorKind::NotFound => Self::default(),
            Err(e) => Self { is_there: true, faults: vec![e.to_string()], ..Self::default() },
        };
        settings.path = Some(path);
        settings
    }

    /// Reads the file's text. `path` is named in what is said of it, and folders are taken from there.
    fn read(text: &str, path: &Path) -> Self {
        let mut settings = Self::default();
        let places = match Places::of(text) {
            Ok(places) => places,
            Err(fault) => {
                let what = format!("{}; {}", fault.what, fault.mend);
                settings.faults.push(at(path, fault.line, fault.column, &what));
                return settings;
            }
        };
        for field in places.fields() {
            let (place, why) = if KEYS.contains(&field.name) {
                (field.position, settings.take(field.name, field.text, field.position.line, path).err())
            } else {
                (field.key, Some(format!("there is no setting '{}'; there are {}", field.name, KEYS.join(", "))))
            };
            settings.faults.extend(why.map(|why| at(path, place.line, place.column, &why)));
        }
        if places.is_other_than_fields() {
            settings.faults.push(at(path, 1, 1, "no settings; write lines like 'theme: light'"));
        }
        settings
    }

    /// Takes one setting in that stands on that line; else says why not.
    fn take(&mut self, name: &str, text: Option<&str>, line: usize, path: &Path) -> Result<(), String> {
        let Some(text) = text else { return Err(format!("'{name}' wants one value")) };
        let wants = |what: &str| format!("'{text}' is not a value of '{name}'; write {what}");
        match name {
            "library" => self.library = Some((folder(text, path), line)),
            "theme" => self.theme = Some((named(text).ok_or_else(|| wants(&names::<Look>()))?, line)),
            "bidi" => self.bidi = Some((named(text).ok_or_else(|| wants(&names::<Bidi>()))?, line)),
            "ascii" => self.ascii = Some((truth(text).ok_or_else(|| wants("true or false"))?, line)),
            "mouse" => self.mouse = Some((truth(text).ok_or_else(|| wants("true or false"))?, line)),
            _ => {
                let (least, most) = MEASURES;
                let width = text.parse().ok().filter(|width| (least..=most).contains(width));
                self.width = Some((width.ok_or_else(|| wants(&format!("columns from {least} to {most}")))?, line));
            }
        }
        Ok(())
    }

    /// The library that the file names.
    pub fn library(&self) -> Option<&Path> {
        self.library.as_ref().map(|(path, _)| path.as_path())
    }
}

/// The signs in which the program writes to standard output, as the settings have them.
pub fn signs() -> Theme {
    static SIGNS: OnceLock<Theme> = OnceLock::new();
    *SIGNS.get_or_init(|| {
        let settings = Settings::load(&Environment::of_process());
        Theme { ascii: in_force(None, &settings.ascii, false).0, ..Theme::default() }
    })
}

/// A value in force and where it comes from: the flag, else the file, else what is built in.
pub fn in_force<T: Clone>(flag: Option<T>, file: &Said<T>, built_in: T) -> (T, Origin) {
    match (flag, file) {
        (Some(value), _) => (value, Origin::Flag),
        (None, Some((value, line))) => (value.clone(), Origin::File(*line)),
        (None, None) => (built_in, Origin::BuiltIn),
    }
}

/// What is to be said of a place of the file, as compilers say it.
fn at(path: &Path, line: usize, column: usize, what: &str) -> String {
    format!("{}:{line}:{column}: {what}", path.display())
}

/// A folder as a person writes it: `~` is home, and what is not absolute lies beside the settings file.
fn folder(text: &str, file: &Path) -> PathBuf {
    let home = || std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(PathBuf::from);
    let beneath = text.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with('/'));
    match beneath.and_then(|rest| Some(home()?.join(rest.trim_start_matches('/')))) {
        Some(path) => path,
        None => file.parent().unwrap_or(Path::new("")).join(text),
    }
}

/// How yes and no are written, in the file and as the value of an option: the first of each is what is asked for.
const TRUE: [&str; 3] = ["true", "yes", "on"];
const FALSE: [&str; 3] = ["false", "no", "off"];

fn truth(text: &str) -> Option<bool> {
    let is = |names: [&str; 3]| names.into_iter().any(|name| name.eq_ignore_ascii_case(text));
    (is(TRUE) || is(FALSE)).then(|| is(TRUE))
}

/// Reads yes or no on the command line as the settings file does.
pub fn truth_parser() -> impl TypedValueParser<Value = bool> {
    let named = |[name, others @ ..]: [&'static str; 3]| PossibleValue::new(name).aliases(others);
    PossibleValuesParser::new([named(TRUE), named(FALSE)]).try_map(|text| truth(&text).ok_or("write true or false"))
}

fn named<T: ValueEnum>(text: &str) -> Option<T> {
    T::from_str(text, false).ok()
}

fn names<T: ValueEnum>() -> String {
    let names: Vec<String> =
        T::value_variants().iter().filter_map(|v| Some(v.to_possible_value()?.get_name().to_owned())).collect();
    names.join(", ")
}

/// The name of a value on the command line and in the file.
pub fn name_of<T: ValueEnum>(value: &T) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Settings, in_force};
    use crate::cli::read::{Bidi, Look};
    use crate::cli::settings::Origin;

    fn read(text: &str) -> Settings {
        Settings::read(text, Path::new("/c/config.yaml"))
    }

    #[test]
    fn every_setting_is_read_with_its_line() {
        let settings =
            read("# mine\nlibrary: notes\ntheme: light\nascii: true\nmouse: off\nbidi: epitome\nwidth: 64\n");
        assert_eq!(settings.library, Some((PathBuf::from("/c/notes"), 2)));
        assert_eq!(settings.theme, Some((Look::Light, 3)));
        assert_eq!((settings.ascii, settings.mouse), (Some((true, 4)), Some((false, 5))));
        assert_eq!((settings.bidi, settings.width), (Some((Bidi::Epitome, 6)), Some((64, 7))));
        assert!(settings.faults.is_empty());
        assert_eq!(read("library: /abs").library, Some((PathBuf::from("/abs"), 1)));
        assert_eq!(read(""), Settings::default());
        assert_eq!(read("theme:\n"), Settings::default(), "nothing said is nothing set");
    }

    #[test]
    fn what_is_not_understood_is_said_with_its_place_and_keeps_nothing_else_out() {
        for (text, fault) in [
            ("colour: red\ntheme: light\n", "/c/config.yaml:1:1: there is no setting 'colour'"),
            (
                "theme: light\nwidth: 300\n",
                "/c/config.yaml:2:8: '300' is not a value of 'width'; write columns from 40 to 100",
            ),
            ("theme: light\nascii: [a]\n", "/c/config.yaml:2:8: 'ascii' wants one value"),
            (
                "bidi: me\ntheme: light\n",
                "/c/config.yaml:1:7: 'me' is not a value of 'bidi'; write auto, epitome, terminal",
            ),
        ] {
            let settings = read(text);
            assert_eq!(settings.theme.map(|(look, _)| look), Some(Look::Light), "{text}");
            assert!(matches!(&settings.faults[..], [one] if one.starts_with(fault)), "{:?}", settings.faults);
        }
        for text in ["theme: [", "theme: &a light", "- a", "words", "theme: light\ntheme: dark\n"] {
            let faults = read(text).faults;
            assert!(
                matches!(&faults[..], [one] if one.starts_with("/c/config.yaml:") && !one.contains('\n')),
                "{faults:?}"
            );
        }
    }

    #[test]
    fn a_flag_goes_before_the_file_and_the_file_before_what_is_built_in() {
        assert_eq!(in_force(Some(1), &Some((2, 5)), 3), (1, Origin::Flag));
        assert_eq!(in_force(None, &Some((2, 5)), 3), (2, Origin::File(5)));
        assert_eq!(in_force(None, &None, 3), (3, Origin::BuiltIn));
    }
}
