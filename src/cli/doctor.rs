//! `epitome doctor`: what is in force, and whether it works: library, folders, settings, terminal, and the programs that the
//! reader calls. Opens no connection, starts no program, and writes nothing but the catalogue, as every reading does.

use std::ffi::OsStr;
use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::place::LibraryArgs;
use super::read::{Look, theme, variable};
use super::settings::{Settings, in_force};
use super::{Out, Outcome, Ran, fitted, verify};
use crate::brief::anchor::State;
use crate::library::card::EXTENSION;
use crate::library::disk::can_write;
use crate::library::strays::Strays;
use crate::library::{BriefId, Catalogue, Environment, Library, Place, Remark, Store, Unreadable};
use crate::text::counted;
use crate::tui::layout::SMALLEST;
use crate::tui::outside::browser::programs;
use crate::tui::outside::clipboard::{Terminal, copy};
use crate::tui::outside::editor::Named;
use crate::tui::outside::whereabouts;
use crate::tui::theme::{Depth, Ground};

/// How long passages are looked up: what is not reached in that time is left to `verify`.
const PATIENCE: Duration = Duration::from_secs(2);
/// How many faults of one kind are named.
const NAMED: usize = 3;
/// Cells for what is looked at, and for how it stands.
const SUBJECT: usize = 10;

/// How it ends, said below its help.
const EXITS: &str = "Exit: 0 all is well, whatever is hinted at; 1 something is to be mended.";

/// Of which library, and how to say it.
#[derive(clap::Args)]
#[command(after_help = EXITS)]
pub struct Args {
    #[command(flatten)]
    at: LibraryArgs,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// It works.
    Fine,
    /// It works, but something could be had that is not.
    Hint,
    /// It does not work.
    Mend,
}

impl Standing {
    const fn name(self) -> &'static str {
        match self {
            Self::Fine => "ok",
            Self::Hint => "hint",
            Self::Mend => "mend",
        }
    }
}

/// What was found of one thing, and what to do about it.
struct Line(&'static str, Standing, String);

/// Looks at everything and says it, a line each; the answer is no when something is to be mended.
///
/// # Errors
/// When nothing can be printed.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let environment = Environment::of_process();
    let settings = Settings::load(&environment);
    let mut lines = vec![Line("epitome", Standing::Fine, env!("CARGO_PKG_VERSION").to_owned())];
    lines.extend(library(args.at.library.as_deref(), &environment, settings.library()));
    lines.extend(folders(&environment));
    lines.extend(configured(&settings));
    lines.extend([terminal(&settings), signs(&settings), editor(), browser(), clipboard()]);
    let mends = lines.iter().any(|Line(_, standing, _)| *standing == Standing::Mend);
    if args.json {
        let checks: Vec<Value> = lines.iter().map(as_json).collect();
        out.json(&json!({"version": 1, "well": !mends, "checks": checks}))?;
    } else {
        for Line(subject, standing, said) in &lines {
            let line = format!("{subject:<SUBJECT$}  {:<4}  {said}", standing.name());
            out.text(&fitted(&line, SUBJECT + 8))?;
        }
    }
    Ok(if mends { Outcome::No } else { Outcome::Done })
}

fn as_json(Line(subject, standing, said): &Line) -> Value {
    json!({"of": subject, "state": standing.name(), "said": said})
}

fn library(asked: Option<&Path>, environment: &Environment, configured: Option<&Path>) -> Vec<Line> {
    let line = |standing, said| vec![Line("library", standing, said)];
    let place = match Place::find(asked, environment, configured) {
        Ok(place) => place,
        Err(e) => return line(Standing::Mend, e.to_string()),
    };
    if let Place::NotYet(path) = &place {
        let said = format!("{}: not there yet; `epitome add FILE` makes it", path.display());
        return match can_write(path) {
            true => line(Standing::Hint, said),
            false => line(Standing::Mend, format!("{}: not there, and cannot be made", path.display())),
        };
    }
    let path = place.path().display().to_string();
    let (library, catalogue) = match Library::catalogue(place, environment.cache.as_deref()) {
        Ok(both) => both,
        Err(e) => return line(Standing::Mend, e.to_string()),
    };
    let claims: usize = catalogue.cards().map(|card| card.claims as usize).sum();
    let holds = format!("{path}: {}, {}", counted(catalogue.cards().count(), "brief"), counted(claims, "claim"));
    let mut lines = match can_write(library.root()) {
        true => line(Standing::Fine, holds),
        false => line(Standing::Hint, format!("{holds}; it can only be read, and your notes go to the state folder")),
    };
    let faults: Vec<&Unreadable> = catalogue.faults().collect();
    if !faults.is_empty() {
        lines.push(Line("briefs", Standing::Mend, unreadable(&faults)));
    }
    lines.extend(passages(&library, &catalogue));
    lines.extend(studies(&library, &catalogue, environment));
    lines
}

fn unreadable(faults: &[&Unreadable]) -> String {
    let named: Vec<String> = faults.iter().map(|fault| format!("{}: {}", fault.path, fault.why)).collect();
    format!("{} cannot be read: {}; `epitome check` says where to mend", faults.len(), some_of(&named))
}

/// The first few of many.
fn some_of(named: &[String]) -> String {
    let more = if named.len() > NAMED { format!("; and {} more", named.len() - NAMED) } else { String::new() };
    named.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ") + &more
}

/// What readers have added, where that cannot be read or belongs to no brief.
fn studies(library: &Library, catalogue: &Catalogue, environment: &Environment) -> Vec<Line> {
    let store = Store::open(library, environment.state.as_deref());
    let (mut faults, mut odd) = (Vec::new(), Vec::new());
    let all = catalogue.cards().map(|card| card.id());
    let unread = catalogue.faults().filter_map(|fault| BriefId::new(fault.path.strip_suffix(EXTENSION)?));
    for id in store.begun(all.chain(unread)) {
        match store.load(&id) {
            Err(e) => faults.push(e.to_string()),
            Ok((_, remarks)) => remarks.iter().for_each(|remark| match remark {
                Remark::Damaged(..) | Remark::Newer(..) => faults.push(remark.to_string()),
                Remark::NotUnderstood(..) => odd.push(remark.to_string()),
                _ => {}
            }),
        }
    }
    let mut lines = Vec::new();
    let mut line = |standing, said: &[String], then: &str| {
        if !said.is_empty() {
            lines.push(Line("notes", standing, format!("{}; {then}", some_of(said))));
        }
    };
    line(Standing::Mend, &faults, "mend the file where it says so: the notes in it are not shown");
    line(Standing::Hint, &odd, "the rest of the file is read");
    // What cannot be looked through is named with the briefs.
    let Strays { studies, articles, aside } = Strays::of(library).unwrap_or_default();
    let at = |path: &Path| library.root().join(path).display().to_string();
    let aside: Vec<String> = aside.iter().map(|path| at(path)).collect();
    line(Standing::Hint, &aside, "a damaged file that was put aside: take from it what you miss, then delete it");
    let orphans: Vec<String> = studies.iter().map(|id| at(&id.study_file())).collect();
    let then = "notes whose brief is not there: give the brief that name again with `epitome mv`";
    line(Standing::Mend, &orphans, then);
    let alone: Vec<String> =
        articles.iter().filter(|id| !studies.contains(id)).map(|id| at(&id.article_file())).collect();
    if !alone.is_empty() {
        let said = format!("{}; text without a brief: `epitome add FILE` drafts one", some_of(&alone));
        lines.push(Line("articles", Standing::Hint, said));
    }
    lines
}

/// What became of the passages of all briefs, as far as that can be said in a moment.
fn passages(library: &Library, catalogue: &Catalogue) -> Vec<Line> {
    let (began, mut seen) = (Instant::now(), 0);
    let (mut states, mut unread) = (Vec::new(), Vec::new());
    for card in catalogue.cards() {
        if began.elapsed() > PATIENCE {
            break;
        }
        seen += 1;
        let Ok(opened) = library.load(&card.id()) else { continue };
        if let Some(fault) = opened.unread_article() {
            unread.push(fault.to_owned());
            continue;
        }
        let places = verify::places(&opened.brief, opened.article.as_ref());
        states.extend(places.claims.iter().flatten().chain(&places.summary).map(|found| found.state));
    }
    let all = catalogue.cards().count();
    let part = if seen < all { format!(" in {seen} of {all} briefs") } else { String::new() };
    let of = |state: State| states.iter().filter(|other| **other == state).count();
    let found = State::ALL.into_iter().filter(|state| of(*state) > 0);
    let found = found.map(|state| format!("{} {}", of(state), state.name())).collect::<Vec<_>>().join(", ");
    let found = if found.is_empty() { "none".to_owned() } else { found };
    let (standing, then) = match (of(State::Missing) + of(State::Ambiguous), of(State::Unattached)) {
        (0, 0) => (Standing::Fine, ""),
        (0, _) => (Standing::Hint, "; `epitome attach ID FILE` gives a brief its article"),
        _ => (Standing::Mend, "; `epitome verify` names them"),
    };
    let mut lines = vec![Line("passages", standing, format!("{found}{part}{then}"))];
    if !unread.is_empty() {
        lines.push(Line("articles", Standing::Mend, some_of(&unread)));
    }
    lines
}

fn folders(environment: &Environment) -> [Line; 3] {
    let folder = |subject, folder: &Option<PathBuf>, without: &str| match folder {
        None => Line(subject, Standing::Mend, format!("no folder is known: HOME is not set; {without}")),
        Some(path) if can_write(path) => Line(subject, Standing::Fine, path.display().to_string()),
        Some(path) => Line(subject, Standing::Mend, format!("{} cannot be written; {without}", path.display())),
    };
    [
        folder("cache", &environment.cache, "every start reads the whole library"),
        folder("state", &environment.state, "notes on briefs that can only be read are lost"),
        folder("data", &environment.data, "there is no library but one that you name"),
    ]
}

/// The settings: each line of the file that is not understood, or that all are.
fn configured(settings: &Settings) -> Vec<Line> {
    let path = settings.path.as_ref().map(|path| path.display().to_string());
    match (path, settings.faults.as_slice()) {
        (None, _) => vec![Line("settings", Standing::Hint, "no folder for them is known: HOME is not set".to_owned())],
        (Some(path), []) if settings.is_there => vec![Line("settings", Standing::Fine, path)],
        (Some(path), []) => {
            vec![Line("settings", Standing::Fine, format!("{path} (not there; nothing has to be set)"))]
        }
        (_, faults) => faults.iter().map(|fault| Line("settings", Standing::Mend, fault.clone())).collect(),
    }
}

fn terminal(settings: &Settings) -> Line {
    let term = variable("TERM").unwrap_or_default();
    if !stdout().is_terminal() {
        let said = "standard output is none here; the reader needs one, every other command does not";
        return Line("terminal", Standing::Hint, said.to_owned());
    }
    let (columns, rows) = crate::tui::size();
    let look = in_force(None, &settings.theme, Look::Auto).0;
    let theme = theme(look, &variable);
    let colours = match theme.depth {
        Depth::None => "no colours",
        Depth::Sixteen => "16 colours",
        Depth::Cube => "256 colours",
        Depth::True => "all colours",
    };
    let ground = if theme.ground == Ground::Light { "light" } else { "dark" };
    let said = format!("{term} {columns}x{rows}, {colours}, {ground} ground unless it answers otherwise");
    if term == "dumb" {
        Line(
            "terminal",
            Standing::Mend,
            "TERM=dumb cannot be drawn on; `epitome list` and `epitome show` do without".to_owned(),
        )
    } else if columns == 0 {
        Line("terminal", Standing::Hint, format!("{term} does not say how large it is; {colours}, {ground} ground"))
    } else if columns < SMALLEST.0 || rows < SMALLEST.1 {
        Line("terminal", Standing::Mend, format!("{said}; the reader needs {}x{}", SMALLEST.0, SMALLEST.1))
    } else {
        Line("terminal", Standing::Fine, said)
    }
}

/// Whether signs beyond ASCII are drawn, and whether the locale lets a terminal show them.
fn signs(settings: &Settings) -> Line {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| variable(name)).unwrap_or_default();
    let plain = locale.to_ascii_lowercase().replace('-', "");
    if in_force(None, &settings.ascii, false).0 {
        Line("signs", Standing::Fine, "of ASCII only, as the settings say".to_owned())
    } else if plain.contains("utf8") {
        Line("signs", Standing::Fine, format!("Unicode ({locale})"))
    } else {
        let named = if locale.is_empty() { "no locale is set".to_owned() } else { format!("the locale is {locale}") };
        let said = format!("{named}, not UTF-8; where signs look wrong, set `ascii: true` or use --ascii");
        Line("signs", Standing::Hint, said)
    }
}

fn editor() -> Line {
    let (program, _) = match Named::of_environment().program() {
        Ok(program) => program,
        Err(e) => return Line("editor", Standing::Mend, e.to_string()),
    };
    let name = program.to_string_lossy().into_owned();
    match whereabouts(&program) {
        Some(path) => Line("editor", Standing::Fine, path.display().to_string()),
        None => Line(
            "editor",
            Standing::Mend,
            format!("there is no program '{name}'; $VISUAL or $EDITOR says which one to use"),
        ),
    }
}

fn browser() -> Line {
    let programs = programs(variable("BROWSER").as_deref());
    match programs.iter().find_map(|program| whereabouts(OsStr::new(program))) {
        Some(path) => Line("browser", Standing::Fine, path.display().to_string()),
        None => {
            let named = programs.join(", ");
            Line("browser", Standing::Hint, format!("there is no program '{named}'; $BROWSER says which one to use"))
        }
    }
}

fn clipboard() -> Line {
    let [tmux, screen, term] = ["TMUX", "STY", "TERM"].map(|name| variable(name).unwrap_or_default());
    let way = copy("", &Terminal { tmux: &tmux, screen: &screen, term: &term }).way;
    Line("clipboard", Standing::Fine, format!("by way of the terminal ({way}), which does not say whether it takes it"))
}
