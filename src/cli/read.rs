//! `epitome [PATH]`, `epitome read [PATH]`: opens the reader on a library, one brief, or the draft of an article.

use std::io::{IsTerminal, stdin, stdout};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::cli::place::LibraryArgs;
use crate::cli::{Failure, Outcome, Ran, message};
use crate::library::{Environment, Library, LibraryError, Place};
use crate::tui::document::UNSAVED;
use crate::tui::screen::{Reader, Screen, Shelf};
use crate::tui::theme::{Depth, Ground, Theme};
use crate::tui::{self, Ended, Start};

/// What `read` takes.
#[derive(clap::Args)]
pub struct Args {
    /// A folder of briefs, one brief, or an article, as a draft that is not saved; else the library
    pub path: Option<PathBuf>,
    #[command(flatten)]
    place: LibraryArgs,
    /// The ground to draw on
    #[arg(long, value_enum, default_value_t = Look::Auto, value_name = "LOOK")]
    pub theme: Look,
    /// Leave the mouse to the terminal
    #[arg(long)]
    pub no_mouse: bool,
    /// Draw with ASCII signs only
    #[arg(long)]
    pub ascii: bool,
    /// Who puts text from right to left in its order
    #[arg(long, value_enum, default_value_t = Bidi::Auto, value_name = "WHO")]
    pub bidi: Bidi,
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
    let place = LibraryArgs { library: None };
    let (theme, bidi) = (Look::default(), Bidi::default());
    run(&Args { path: Some(brief), place, theme, no_mouse: false, ascii: false, bidi })
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

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Opens the reader.
pub fn run(args: &Args) -> Ran {
    // What was named comes first: a slip of the pen is no matter of the terminal.
    let Opening { place, environment, unsaved } = opening(args)?;
    check_terminal()?;
    let first = match (&place, &unsaved) {
        (_, Some(_)) => Screen::Reader(Reader::of(UNSAVED)),
        (Place::File(path), None) => Screen::Reader(Reader::of(&stem(path))),
        (Place::Folder(_) | Place::NotYet(_), None) => Screen::Shelf(Shelf::default()),
    };
    let name = name(place.path());
    let (library, catalogue) = Library::open(place, environment.cache.as_deref());
    let theme = Theme { ascii: args.ascii, reorder: reorders(args.bidi, &variable), ..theme(args.theme, &variable) };
    let ask_ground = args.theme == Look::Auto && theme.depth != Depth::None;
    let (state, mouse) = (environment.state, !args.no_mouse);
    let start = Start { library, catalogue, name, first, unsaved, state, theme, ask_ground, mouse };
    match tui::run(start) {
        Ok(Ended { code: 0, unsaved }) if unsaved.is_empty() => Ok(Outcome::Done),
        Ok(Ended { code, unsaved }) => {
            unsaved.iter().for_each(|line| message(line));
            std::process::exit(if code == 0 { 2 } else { i32::from(code) })
        }
        Err(e) => Err(Failure(format!("the terminal failed: {e}"))),
    }
}

/// What the reader opens.
struct Opening {
    place: Place,
    environment: Environment,
    /// An article that is in no library.
    unsaved: Option<PathBuf>,
}

/// What was named on the command line: a library, a brief, or an article, which is opened beside the library.
fn opening(args: &Args) -> Result<Opening, Failure> {
    let named = args.path.as_deref().map(|path| (path, Place::named(path)));
    let (place, unsaved) = match named {
        None => return args.place.find().map(|(place, environment)| Opening { place, environment, unsaved: None }),
        Some((_, Ok(place))) => (place, None),
        Some((path, Err(LibraryError::Neither(_)))) if path.is_file() => {
            let place = match args.place.library.clone().or(Environment::of_process().library) {
                Some(asked) if asked.symlink_metadata().is_err() => Place::NotYet(asked),
                _ => args.place.find()?.0,
            };
            (place, Some(path.to_owned()))
        }
        Some((_, Err(e @ LibraryError::NotThere(_)))) => {
            return Err(Failure(format!("{e}; `epitome --help` lists the commands")));
        }
        Some((_, Err(e))) => return Err(e.into()),
    };
    Ok(Opening { place, environment: Environment::of_process(), unsaved })
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
fn theme(look: Look, variable: &impl Fn(&str) -> Option<String>) -> Theme {
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
