//! The command line: one subcommand a file, and the only place that prints. Data to standard output, messages to
//! standard error; exit 0 done, 1 the answer is no, 2 could not run.

use std::ffi::OsString;
use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

use crate::text::safe;
use crate::text::width::width;
use crate::text::wrap::{Row, Setting, wrap};

mod add;
mod ahead;
pub mod attach;
pub mod check;
mod compare;
mod completions;
mod config;
mod conflict;
mod doctor;
mod draft;
mod extract;
mod keys;
mod list;
mod man;
mod markdown;
mod mv;
mod new;
mod note;
mod notes;
mod place;
mod read;
mod related;
mod rm;
pub mod schema;
mod search;
mod settings;
mod show;
mod similar;
mod support;
pub mod verify;

/// What the program is called, whatever its file is.
const NAME: &str = "epitome";

/// How a command that ran ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done: exit 0.
    Done,
    /// The answer is no: exit 1.
    No,
}

/// Why a command could not run: one line that says what, where and what to do. Exit 2.
#[derive(Debug)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&safe::line(&self.0))
    }
}

/// What a command returns.
pub type Ran = Result<Outcome, Failure>;

/// Standard output. A closed pipe ends the program quietly, unless the work is worth doing unread; any other fault is an
/// error, never silence.
pub struct Out {
    to: io::BufWriter<io::Stdout>,
    reader: Reader,
    has_written: bool,
}

/// Whether anyone reads what is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// Somebody does; when nobody does any more, the program ends.
    Needed,
    /// Somebody does; when nobody does any more, the work goes on.
    Welcome,
    /// Nobody does any more.
    Gone,
}

impl Out {
    fn new() -> Self {
        Self { to: io::BufWriter::new(io::stdout()), reader: Reader::Needed, has_written: false }
    }

    /// From now on a reader who goes does not end the program.
    pub fn outlive(&mut self) {
        self.reader = Reader::Welcome;
    }

    /// Whether anything was written yet.
    pub fn has_written(&self) -> bool {
        self.has_written
    }

    /// Writes text that may come from outside, made safe for a terminal.
    pub fn text(&mut self, text: &str) -> Result<(), Failure> {
        self.has_written |= !text.is_empty();
        self.write(|to| to.write_all(safe::safe(text).as_bytes()))
    }

    /// Writes a JSON value on one line, with every unsafe character escaped.
    pub fn json(&mut self, value: &serde_json::Value) -> Result<(), Failure> {
        self.document(&value.to_string())
    }

    /// Writes a serialised JSON value on one line, with every unsafe character escaped.
    pub fn document(&mut self, json: &str) -> Result<(), Failure> {
        self.write(|to| to.write_all(safe::json(json).as_bytes()).and_then(|()| to.write_all(b"\n")))
    }

    /// Hands on what is buffered.
    pub fn flush(&mut self) -> Result<(), Failure> {
        self.write(io::BufWriter::flush)
    }

    fn write(&mut self, work: impl FnOnce(&mut io::BufWriter<io::Stdout>) -> io::Result<()>) -> Result<(), Failure> {
        if self.reader == Reader::Gone {
            return Ok(());
        }
        match work(&mut self.to) {
            Ok(()) => Ok(()),
            Err(e) if e.kind() == io::ErrorKind::BrokenPipe && self.reader == Reader::Welcome => {
                self.reader = Reader::Gone;
                Ok(())
            }
            Err(e) if e.kind() == io::ErrorKind::BrokenPipe => std::process::exit(0),
            Err(e) => Err(Failure(format!("cannot write to standard output: {e}"))),
        }
    }
}

/// Writes one line to standard error, made safe for a terminal.
pub fn message(line: &str) {
    let _ = writeln!(io::stderr(), "epitome: {}", safe::line(line));
}

/// How many columns the terminal has that standard output is; `None` when it is none.
pub fn terminal_columns() -> Option<usize> {
    let (columns, _) = io::stdout().is_terminal().then(|| Some(crate::tui::size())).flatten()?;
    (columns > 0).then_some(usize::from(columns))
}

/// A line of output: whole where a program reads it; on a terminal broken between words, so that the terminal breaks none,
/// with so much space before all that follows its first row.
pub fn fitted(line: &str, indent: usize) -> String {
    fitted_to(terminal_columns(), line, indent)
}

/// A line of columns as a program reads it: whole, with one tab between two of them. No cell has a tab of its own.
pub fn tabbed(cells: &[&str]) -> String {
    let cells: Vec<_> = cells.iter().map(|cell| safe::line(cell)).collect();
    cells.join("\t") + "\n"
}

fn fitted_to(columns: Option<usize>, line: &str, indent: usize) -> String {
    let line = safe::line(line);
    let Some(columns) = columns.filter(|columns| width(&line) > *columns) else { return format!("{line}\n") };
    // Where hardly anything stands beside it, space takes more than it gives.
    let indent = if columns < indent + NARROWEST { 0 } else { indent };
    let setting = Setting::new(columns).indented(0, indent).at_spaces(true);
    let rows = wrap(&line, &setting);
    let set = |(n, row): (usize, &Row)| {
        format!("{}{}\n", " ".repeat(if n == 0 { 0 } else { indent }), row.drawn(&line).trim_end())
    };
    rows.iter().enumerate().map(set).collect()
}

/// The narrowest that text is set beside space, in cells.
const NARROWEST: usize = 20;

#[derive(Parser)]
#[command(
    name = NAME,
    version,
    about = "A terminal briefing reader",
    disable_help_subcommand = true,
    args_conflicts_with_subcommands = true
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    read: read::Args,
}

#[derive(Subcommand)]
enum Command {
    /// Opens the reader on a library, a brief or an article
    Read(read::Args),
    /// Adds articles and their draft briefs to the library
    Add(add::Args),
    /// An empty brief in your editor, and into the library
    New(new::Args),
    /// The briefs of a library, one a line
    List(list::Args),
    /// One brief, as plain text
    Show(show::Args),
    /// Gives a brief its article, if the brief's passages are in it
    Attach(attach::Args),
    /// What is to be mended in brief files, with line and column
    Check(check::Args),
    /// The JSON Schema of the brief file
    Schema(schema::Args),
    /// What became of every passage that a brief quotes
    Verify(verify::Args),
    /// A brief of each article, as the built-in writer drafts it
    Draft(draft::DraftArgs),
    /// Two briefs, claim by claim: what both say, where they differ, what only one says
    Compare(compare::Args),
    /// The claims of all other briefs that are nearest to a claim
    Related(related::Args),
    /// Where briefs and their articles have words
    Search(search::Args),
    /// Whether pairs of claims conflict
    #[command(hide = true)]
    Conflict(conflict::Args),
    /// How alike pairs of texts are
    #[command(hide = true)]
    Similar(similar::Args),
    /// Moves briefs to the library's trash, or back
    Rm(rm::Args),
    /// Gives a brief another id
    Mv(mv::Args),
    /// The clean article of each file, to standard output
    Extract(extract::Args),
    /// Adds a note to a brief, a claim or a passage
    Note(note::Args),
    /// The notes and highlights of a library, with their passages
    Notes(notes::Args),
    /// Where the settings file is, and the settings in force
    Config(config::Args),
    /// Whether everything that epitome needs is there and works
    Doctor(doctor::Args),
    /// Every key of the reader
    Keys(keys::Args),
    /// What a shell needs to complete the command line
    Completions(completions::Args),
    /// The manual, as roff
    Man(man::Args),
    /// How well passages support claims
    #[command(hide = true)]
    Support,
}

/// Parses the command line, runs one command, and says how it ended.
pub fn main() -> ExitCode {
    let mut out = Out::new();
    let ran = match Cli::try_parse_from(in_order(std::env::args_os().collect())) {
        Ok(cli) => run(cli, &mut out),
        // Help or the version was asked for.
        Err(e) if !e.use_stderr() => out.text(&e.render().to_string()).map(|()| Outcome::Done),
        Err(e) => {
            let misplaced = (e.kind() == ErrorKind::ArgumentConflict).then(misplaced).flatten();
            Err(Failure(misplaced.unwrap_or_else(|| misunderstood(&e.render().to_string()))))
        }
    };
    match ran.and_then(|outcome| out.flush().map(|()| outcome)) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Err(failure) => {
            message(&failure.to_string());
            ExitCode::from(2)
        }
    }
}

fn run(cli: Cli, out: &mut Out) -> Ran {
    match cli.command {
        None => read::run(&cli.read),
        Some(Command::Read(args)) => read::run(&args),
        Some(Command::Add(args)) => add::run(&args, out),
        Some(Command::New(args)) => new::run(&args, out),
        Some(Command::List(args)) => list::run(&args, out),
        Some(Command::Show(args)) => show::run(&args, out),
        Some(Command::Attach(args)) => attach::run(&args, out),
        Some(Command::Check(args)) => check::run(&args, out),
        Some(Command::Schema(args)) => schema::run(&args, out),
        Some(Command::Verify(args)) => verify::run(&args, out),
        Some(Command::Draft(args)) => draft::run(&args, out),
        Some(Command::Support) => support::run(out),
        Some(Command::Compare(args)) => compare::run(&args, out),
        Some(Command::Related(args)) => related::run(&args, out),
        Some(Command::Search(args)) => search::run(&args, out),
        Some(Command::Conflict(args)) => conflict::run(&args, out),
        Some(Command::Similar(args)) => similar::run(&args, out),
        Some(Command::Rm(args)) => rm::run(&args, out),
        Some(Command::Mv(args)) => mv::run(&args, out),
        Some(Command::Extract(args)) => extract::run(&args, out),
        Some(Command::Note(args)) => note::run(&args, out),
        Some(Command::Notes(args)) => notes::run(&args, out),
        Some(Command::Config(args)) => config::run(&args, out),
        Some(Command::Doctor(args)) => doctor::run(&args, out),
        Some(Command::Keys(args)) => keys::run(&args, out),
        Some(Command::Completions(args)) => completions::run(&args, described(), out),
        Some(Command::Man(args)) => man::run(&args, described(), out),
    }
}

/// The words of a command line, options before the command put behind it: `--library DIR list` is `list --library DIR`.
fn in_order(mut words: Vec<OsString>) -> Vec<OsString> {
    let parser = Cli::command();
    let has_value = |option: &str| {
        let known = parser.get_arguments().find(|known| known.get_long() == option.strip_prefix("--"));
        known.is_some_and(|known| known.get_action().takes_values() && !known.is_require_equals_set())
    };
    let mut at = 1;
    while let Some(option) = words.get(at).and_then(|word| word.to_str()).filter(|word| word.starts_with('-')) {
        // Behind it there are only paths.
        if option == "--" {
            return words;
        }
        at += if has_value(option) { 2 } else { 1 };
    }
    if words.get(at).and_then(|word| word.to_str()).is_some_and(is_command) {
        words.get_mut(1..=at).into_iter().for_each(|before| before.rotate_right(1));
    }
    words
}

/// The command line as others are told of it: without the commands that are there to be measured.
fn described() -> clap::Command {
    let whole = Cli::command();
    let shown = whole.get_subcommands().filter(|command| !command.is_hide_set()).cloned();
    let about = whole.get_about().cloned().unwrap_or_default();
    let bare = clap::Command::new(NAME).about(about).version(env!("CARGO_PKG_VERSION")).disable_help_subcommand(true);
    let bare = bare.subcommand_value_name("COMMAND").subcommand_help_heading("COMMANDS");
    bare.args(whole.get_arguments().cloned()).subcommands(shown)
}

/// Whether a word is one of the commands.
fn is_command(word: &str) -> bool {
    Cli::command().find_subcommand(word).is_some()
}

/// What is wrong with a command line that begins with no command and has more than a path: the parser takes its first
/// word for a path, and blames the next.
fn misplaced() -> Option<String> {
    let first = std::env::args_os().nth(1)?.to_string_lossy().into_owned();
    match first {
        first if is_command(&first) || first.starts_with('-') => None,
        first => Some(no_such_command(&first).0),
    }
}

fn no_such_command(name: &str) -> Failure {
    Failure(format!("there is no command '{name}'; `epitome --help` lists the commands"))
}

/// What is wrong with a command line, in one line: the parser says it in paragraphs, and repeats the usage.
fn misunderstood(said: &str) -> String {
    let paragraphs = said.split("\n\n").take_while(|paragraph| !paragraph.starts_with("Usage:"));
    // How an option would be passed as a value: hardly ever what was meant.
    // The parser's own white space: any other stands in an argument, and is shown.
    let words = |told: &str| told.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let told = paragraphs.map(words).filter(|p| !p.starts_with("tip: to pass") && !p.starts_with("For more"));
    let lines: Vec<String> = told.collect();
    let line = lines.join("; ");
    format!("{}; try --help", line.strip_prefix("error: ").unwrap_or(&line))
}

#[cfg(test)]
mod tests {
    use super::fitted_to;

    #[test]
    fn a_line_is_broken_between_words_on_a_terminal_and_nowhere_else() {
        let line = "library     ok    /srv/briefs: 7 briefs, 62 claims of ferries and lighthouses";
        assert_eq!(fitted_to(None, line, 18), format!("{line}\n"));
        assert_eq!(fitted_to(Some(90), line, 18), format!("{line}\n"));
        let broken = fitted_to(Some(50), line, 18);
        assert!(broken.lines().all(|line| line.chars().count() <= 50), "{broken}");
        assert!(broken.lines().skip(1).all(|line| line.starts_with(&" ".repeat(18))), "{broken}");
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&broken), words(line));
        assert!(fitted_to(Some(22), line, 18).lines().skip(1).all(|line| !line.starts_with(' ')));
    }
}
