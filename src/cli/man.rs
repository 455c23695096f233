//! `epitome man`: the pages of the manual, from the description by which the command line is parsed and the table by which
//! the reader reads its keys. Writes files only into a folder that it is given.

use std::io;
use std::path::{Path, PathBuf};

use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::{Failure, NAME, Out, Outcome, Ran, no_such_command};
use crate::library::LibraryError;
use crate::library::disk::{self, Durability};
use crate::tui::command::listing::{COUNTS, Section};

/// How a page is read, said below the help.
const READING: &str =
    "Read a page with `epitome man | man -l -`; `--dir ~/.local/share/man/man1` lets `man epitome` find it.";
/// The section of the manual for programs.
const SECTION: &str = "1";
/// How roff is told what an apostrophe is.
const APOSTROPHE: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";
/// No word is parted and no line spread: what is to be typed stands as it is typed.
const UNBROKEN: &str = ".nr HY 0\n.nh\n.ad l\n";

/// The sections of the first page beside those that are read off the command line: heading, and what explains what.
const BESIDE: [(&str, &[(&str, &str)]); 3] = [
    (
        "ENVIRONMENT",
        &[
            ("EPITOME_LIBRARY", "The library, where --library names none."),
            ("NO_COLOR", "When it is set and not empty, nothing is drawn in colour."),
            ("VISUAL, EDITOR", "The editor for briefs and notes; else vi."),
            ("BROWSER", "What opens the address of an article; else the browser of the system."),
            ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "Where epitome's own folders are."),
            (
                "SOURCE_DATE_EPOCH",
                "The day on which a brief is made, in seconds since 1970, so that the same comes out again.",
            ),
        ],
    ),
    (
        "FILES",
        &[
            (
                "ID.yaml, ID.txt, ID.study.yaml",
                "A brief, its article, and what its reader added: all to be read and edited.",
            ),
            (".trash", "In the library: the briefs that were moved out of it."),
            ("~/.config/epitome/config.yaml", "The settings; `epitome config` says which are in force."),
            ("~/.cache/epitome", "What is derived, and may be deleted at any time."),
        ],
    ),
    (
        "EXIT STATUS",
        &[
            ("0", "Done."),
            ("1", "The answer is no: nothing was found, or something is to be mended."),
            ("2", "It could not run."),
        ],
    ),
];

/// Which page, or where to.
#[derive(clap::Args)]
#[command(after_help = READING)]
pub struct Args {
    /// The command whose page is wanted; without one, the page of the program
    command: Option<String>,
    /// Write every page as a file of its own into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    dir: Option<PathBuf>,
}

/// Prints one page, or writes all.
///
/// # Errors
/// When there is no such command, or a page cannot be printed or written.
pub fn run(args: &Args, mut described: clap::Command, out: &mut Out) -> Ran {
    described.build();
    if let Some(dir) = &args.dir {
        return write_all(&described, dir, out);
    }
    let page = match &args.command {
        None => page(&described, true)?,
        Some(name) => page(described.find_subcommand(name).ok_or_else(|| no_such_command(name))?, false)?,
    };
    out.text(&page)?;
    Ok(Outcome::Done)
}

fn write_all(described: &clap::Command, dir: &Path, out: &mut Out) -> Ran {
    if dir.symlink_metadata().is_ok() && !dir.is_dir() {
        return Err(Failure(format!("{}: not a folder", dir.display())));
    }
    disk::make_folder(dir)?;
    let write = |name: &str, page: String| -> Result<PathBuf, LibraryError> {
        let path = dir.join(format!("{name}.{SECTION}"));
        disk::write(&path, page.as_bytes(), Durability::Whole).map(|()| path)
    };
    let mut written = vec![write(NAME, page(described, true)?)?];
    for command in described.get_subcommands() {
        written.push(write(&format!("{NAME}-{}", command.get_name()), page(command, false)?)?);
    }
    for path in written {
        out.text(&format!("{}\n", path.display()))?;
    }
    Ok(Outcome::Done)
}

/// One page, as roff.
fn page(command: &clap::Command, is_first: bool) -> Result<String, Failure> {
    let source = format!("{NAME} {}", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command.clone()).section(SECTION).source(source).manual(NAME);
    let mut own = Roff::default();
    if let Some(more) = command.get_after_help() {
        notes(&mut own, &more.to_string());
    }
    if is_first {
        keys(&mut own);
        BESIDE.iter().for_each(|(heading, lines)| explained(&mut own, heading, lines));
    }
    let mut page = Vec::new();
    let mut write = || -> io::Result<()> {
        man.render_title(&mut page)?;
        man.render_name_section(&mut page)?;
        man.render_synopsis_section(&mut page)?;
        man.render_description_section(&mut page)?;
        man.render_options_section(&mut page)?;
        if is_first {
            man.render_subcommands_section(&mut page)?;
        }
        own.to_writer(&mut page)
    };
    write().map_err(|e| Failure(e.to_string()))?;
    let page = String::from_utf8_lossy(&page);
    // Each part defines the apostrophe anew.
    Ok(format!("{APOSTROPHE}{UNBROKEN}{}", page.replace(APOSTROPHE, "")))
}

/// What is said below the help of a command: words are filled, and what stands in two columns explains what.
fn notes(roff: &mut Roff, said: &str) {
    roff.control("SH", ["NOTES"]);
    for line in said.lines().map(str::trim_start) {
        if line.starts_with("Exit:") {
            roff.control("PP", []);
        }
        match line.split_once("  ") {
            Some((what, said)) => term(roff, what, said.trim_start()),
            None if line.is_empty() => drop(roff.control("PP", [])),
            None => drop(roff.text([roman(line)])),
        }
    }
}

fn keys(roff: &mut Roff) {
    roff.control("SH", ["KEYS"]);
    roff.text([roman(COUNTS)]);
    for section in Section::all() {
        roff.control("SS", [section.title]);
        section.lines.iter().for_each(|line| term(roff, &line.keys, line.said));
    }
}

fn explained(roff: &mut Roff, heading: &str, lines: &[(&str, &str)]) {
    roff.control("SH", [heading]);
    lines.iter().for_each(|(what, said)| term(roff, what, said));
}

fn term(roff: &mut Roff, what: &str, said: &str) {
    roff.control("TP", []);
    roff.text([bold(what)]);
    roff.text([roman(said)]);
}
