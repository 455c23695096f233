//! `epitome [PATH]`, `epitome read [PATH]`: opens the reader on a library, one brief, or the draft of an article.

use std::io::{IsTerminal, stdin, stdout};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::cli::place::LibraryArgs;
use crate::cli::settings::{Settings, in_force, truth_parser};
use crate::cli::{Failure, Outcome, Ran, message};
use crate::library::{BriefId, Environment, Library, LibraryError, Place};
use crate::tui::document::UNSAVED;
use crate::tui::layout::{MEASURE, MEASURES};
use crate::tui::screen::{Compare, Reader, Screen, Shelf};
use crate::tui::theme::{Depth, Ground, Theme};
use crate::tui::{self, Ended, Modes, Start};

/// What `read` takes.
#[derive(clap::Args)]
pub struct Args {
    /// A folder of briefs, one brief, or an article, as a draft that is not saved; else the library
    pub path: Option<PathBuf>,
    #[command(flatten)]
    place: LibraryArgs,
    #[command(flatten)]
    display: Display,
}

/// How the reader looks and listens; what is not said is as the settings have it.
#[derive(clap::Args, Default)]
pub struct Display {
    /// The ground to draw on [default: auto]
    #[arg(long, value_enum, value_name = "LOOK")]
    pub theme: Option<Look>,
    /// Draw with ASCII signs only; `--ascii=false` goes before a settings file that says so
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", value_parser = truth_parser(), ignore_case = true)]
    pub ascii: Option<bool>,
    /// Listen to the mouse
    #[arg(long, overrides_with = "no_mouse")]
    mouse: bool,
    /// Leave the mouse to the terminal
    #[arg(long)]
    no_mouse: bool,
    /// Who puts text from right to left in its order [default: auto]
    #[arg(long, value_enum, value_name = "WHO")]
    pub bidi: Option<Bidi>,
    /// The most columns that text is set in, from 40 to 100 [default: 72]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(i64::from(MEASURES.0)..=i64::from(MEASURES.1)))]
    pub width: Option<u16>,
}

impl Display {
    /// Whether the mouse is listened to, where that is said.
    pub fn mouse(&self) -> Option<bool> {
        (self.mouse || self.no_mouse).then_some(self.mouse)
    }
}

/// Who puts text from right to left in its visual order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Bidi {
    /// The terminal, where it is known to; else epitome
    #[default]
    Auto,
    /// epitome
    Epitome,
    /// The terminal
    Terminal,
}

/// The ground to draw on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Look {
    /// As the terminal says
    #[default]
    Auto,
    /// Light text on a dark ground
    Dark,
    /// Dark text on a light ground
    Light,
    /// No colour
    Plain,
}

/// Opens the reader on one brief, as when it is named alone.
pub fn open(brief: PathBuf) -> Ran {
    run(&Args { path: Some(brief), place: LibraryArgs { library: None }, display: Display::default() })
}

/// Whether there is a terminal that the reader can draw on.
///
/// # Errors
/// When there is none; says what to use instead.
pub fn check_terminal() -> Result<(), Failure> {
    let instead = "use `epitome list` and `epitome show ID` instead";
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return Err(Failure(format!("the reader needs a terminal; {instead}")));
    }
    if variable("TERM").as_deref() == Some("dumb") {
        return Err(Failure(format!("this terminal (TERM=dumb) cannot be drawn on; {instead}")));
    }
    Ok(())
}

/// What a variable says, when it is set and not empty.
pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Opens the reader on two briefs of one library, side by side.
pub fn open_two(library: &Library, a: &BriefId, b: &BriefId) -> Ran {
    let environment = Environment::of_process();
    let settings = Settings::load(&environment);
    let opening = Opening { place: Place::Folder(library.root().to_owned()), unsaved: None };
    let first = Screen::Compare(Compare::of(a.as_str(), b.as_str()));
    draw(opening, first, &Display::default(), environment, settings)
}

/// Opens the reader.
pub fn run(args: &Args) -> Ran {
    let environment = Environment::of_process();
    let settings = Settings::load(&environment);
    settings.faults.iter().for_each(|fault| message(fault));
    // What was named comes first: a slip of the pen is no matter of the terminal.
    let opening = opening(args, &environment, settings.library())?;
    check_terminal()?;
    let first = match (&opening.place, &opening.unsaved) {
        (_, Some(_)) => Screen::Reader(Reader::of(UNSAVED)),
        (Place::File(path), None) => Screen::Reader(Reader::of(&stem(path))),
        (Place::Folder(_) | Place::NotYet(_), None) => Screen::Shelf(Shelf::default()),
    };
    draw(opening, first, &args.display, environment, settings)
}

/// Draws until the reader goes, beginning with a screen.
fn draw(of: Opening, first: Screen, display: &Display, environment: Environment, settings: Settings) -> Ran {
    let Opening { place, unsaved } = of;
    let name = name(place.path());
    let (library, catalogue) = Library::open(place, environment.cache.as_deref());
    let by_itself = Place::find(None, &environment, settings.library()).ok();
    let elsewhere = !by_itself.is_some_and(|place| is_same(place.path(), library.root()));
    let look = in_force(display.theme, &settings.theme, Look::Auto).0;
    let bidi = in_force(display.bidi, &settings.bidi, Bidi::Auto).0;
    let ascii = in_force(display.ascii, &settings.ascii, false).0;
    let theme = Theme { ascii, reorder: reorders(bidi, &variable), ..theme(look, &variable) };
    let modes = Modes { mouse: in_force(display.mouse(), &settings.mouse, true).0, own_order: bidi == Bidi::Epitome };
    let start = Start {
        library,
        catalogue,
        name,
        first,
        elsewhere,
        unsaved,
        state: environment.state,
        theme,
        ask_ground: look == Look::Auto && theme.depth != Depth::None,
        modes,
        measure: in_force(display.width, &settings.width, MEASURE).0,
        news: settings.faults,
    };
    match tui::run(start) {
        Ok(Ended { code: 0, unsaved }) if unsaved.is_empty() => Ok(Outcome::Done),
        Ok(Ended { code, unsaved }) => {
            unsaved.iter().for_each(|line| message(line));
            std::process::exit(if code == 0 { 2 } else { i32::from(code) })
        }
        Err(e) => Err(Failure(format!("the terminal failed: {e}"))),
    }
}

/// Whether two paths lead to the same folder.
fn is_same(a: &Path, b: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    real(a) == real(b)
}

/// What the reader opens.
struct Opening {
    place: Place,
    /// An article that is in no library.
    unsaved: Option<PathBuf>,
}

/// What was named on the command line: a library, a brief, or an article, which is opened beside the library.
fn opening(args: &Args, environment: &Environment, configured: Option<&Path>) -> Result<Opening, Failure> {
    let find = || Place::find(args.place.library.as_deref(), environment, configured);
    let Some(path) = args.path.as_deref() else {
        return Ok(Opening { place: find()?, unsaved: None });
    };
    match Place::named(path) {
        Ok(place) => Ok(Opening { place, unsaved: None }),
        Err(LibraryError::Neither(_)) if path.is_file() => {
            let place = match args.place.library.as_ref().or(environment.library.as_ref()) {
                Some(asked) if asked.symlink_metadata().is_err() => Place::NotYet(asked.clone()),
                _ => find()?,
            };
            Ok(Opening { place, unsaved: Some(path.to_owned()) })
        }
        Err(e @ LibraryError::NotThere(_)) => Err(Failure(format!("{e}; `epitome --help` lists the commands"))),
        Err(e) => Err(e.into()),
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What the library is called on the screen: its folder's name.
fn name(path: &Path) -> String {
    let last = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    last(path).or_else(|| path.canonicalize().ok().and_then(|path| last(&path))).unwrap_or_default()
}

/// What the environment says of colours: `NO_COLOR` (no-color.org), `COLORTERM`, `TERM`, `COLORFGBG`.
pub(super) fn theme(look: Look, variable: &impl Fn(&str) -> Option<String>) -> Theme {
    let term = variable("TERM").unwrap_or_default();
    let colours = variable("COLORTERM").unwrap_or_default();
    let depth = if look == Look::Plain || variable("NO_COLOR").is_some() {
        Depth::None
    } else if colours == "truecolor" || colours == "24bit" {
        Depth::True
    } else if term.contains("256color") || term.contains("direct") {
        Depth::Cube
    } else {
        Depth::Sixteen
    };
    // rxvt's convention: foreground and background by their numbers among the sixteen.
    let background = variable("COLORFGBG").and_then(|value| value.rsplit(';').next()?.parse::<u8>().ok());
    let ground = match (look, background) {
        (Look::Light, _) | (Look::Auto, Some(7 | 15)) => Ground::Light,
        _ => Ground::Dark,
    };
    Theme { depth, ground, ..Theme::default() }
}

/// Whether epitome is to reorder text from right to left. Most terminals draw what they are sent from left to right; those
/// that are known to reorder by default are VTE from 0.58 on (GNOME Terminal and its kin), Konsole, mlterm, PuTTY and
/// Apple's Terminal. Within tmux and screen it is still the terminal around them that does.
fn reorders(bidi: Bidi, variable: &impl Fn(&str) -> Option<String>) -> bool {
    let term = variable("TERM").unwrap_or_default();
    let vte = variable("VTE_VERSION").and_then(|version| version.parse::<u32>().ok()).unwrap_or(0);
    let terminal_does = vte >= 5800
        || variable("KONSOLE_VERSION").is_some()
        || variable("MLTERM").is_some()
        || ["mlterm", "putty", "konsole"].iter().any(|name| term.starts_with(name))
        || variable("TERM_PROGRAM").as_deref() == Some("Apple_Terminal");
    match bidi {
        Bidi::Auto => !terminal_does,
        Bidi::Epitome => true,
        Bidi::Terminal => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Bidi, Look, reorders, theme};
    use crate::tui::theme::{Depth, Ground};

    #[test]
    fn the_environment_chooses_colours_and_ground() {
        let with = |look, vars: &[(&str, &str)]| {
            let vars: Vec<(String, String)> = vars.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
            let theme = theme(look, &|name| vars.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()));
            (theme.depth, theme.ground)
        };
        for (look, vars, expected) in [
            (Look::Auto, &[("TERM", "xterm-256color")][..], (Depth::Cube, Ground::Dark)),
            (Look::Auto, &[("TERM", "xterm"), ("COLORTERM", "truecolor")], (Depth::True, Ground::Dark)),
            (Look::Auto, &[("TERM", "linux")], (Depth::Sixteen, Ground::Dark)),
            (Look::Auto, &[("TERM", "xterm"), ("NO_COLOR", "1"), ("COLORTERM", "24bit")], (Depth::None, Ground::Dark)),
            (Look::Auto, &[("TERM", "rxvt"), ("COLORFGBG", "0;default;15")], (Depth::Sixteen, Ground::Light)),
            (Look::Dark, &[("TERM", "rxvt"), ("COLORFGBG", "0;15")], (Depth::Sixteen, Ground::Dark)),
            (Look::Plain, &[("TERM", "xterm-256color")], (Depth::None, Ground::Dark)),
        ] {
            assert_eq!(with(look, vars), expected, "{vars:?}");
        }
    }

    #[test]
    fn text_is_reordered_where_the_terminal_does_not() {
        for (bidi, vars, expected) in [
            (Bidi::Auto, &[][..], true),
            (Bidi::Auto, &[("TERM", "xterm-kitty")], true),
            (Bidi::Auto, &[("TERM", "tmux-256color"), ("TMUX", "x")], true),
            (Bidi::Auto, &[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")], false),
            (Bidi::Auto, &[("TERM", "xterm-256color"), ("VTE_VERSION", "5202")], true),
            (Bidi::Auto, &[("KONSOLE_VERSION", "230800")], false),
            (Bidi::Auto, &[("TERM", "mlterm-256color")], false),
            (Bidi::Auto, &[("TERM_PROGRAM", "Apple_Terminal")], false),
            (Bidi::Auto, &[("TERM_PROGRAM", "iTerm.app")], true),
            (Bidi::Epitome, &[("VTE_VERSION", "7600")], true),
            (Bidi::Terminal, &[("TERM", "xterm-kitty")], false),
        ] {
            let lookup = |name: &str| vars.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned());
            assert_eq!(reorders(bidi, &lookup), expected, "{bidi:?} {vars:?}");
        }
    }
}
