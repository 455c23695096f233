//! `epitome keys`: every key of the reader, from the table by which it reads them. Changes nothing.

use serde_json::{Value, json};

use super::show::Page;
use super::{Out, Outcome, Ran};
use crate::tui::command::listing::{COUNTS, Line, Section};

/// Cells for the keys, left of what they do.
const KEYS: usize = 16;

/// How to say it.
#[derive(clap::Args)]
pub struct Args {
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// Prints the keys, a section a screen.
///
/// # Errors
/// When nothing can be printed.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    if args.json {
        let sections: Vec<Value> = Section::all().iter().map(as_json).collect();
        out.json(&json!({"version": 1, "sections": sections}))?;
    } else {
        out.text(&page())?;
    }
    Ok(Outcome::Done)
}

fn page() -> String {
    let mut page = Page::new();
    for section in Section::all() {
        page.set("", section.title);
        for Line { keys, said, .. } in &section.lines {
            page.set(&format!("  {keys:<KEYS$}"), said);
        }
        page.space();
    }
    page.set("", COUNTS);
    page.text
}

fn as_json(section: &Section) -> Value {
    let line = |Line { row, keys, said }: &Line| {
        let keys: Vec<&str> = keys.split("  ").collect();
        json!({"command": row.map(|row| row.name), "title": row.map(|row| row.title), "keys": keys, "help": said})
    };
    let lines: Vec<Value> = section.lines.iter().map(line).collect();
    json!({"name": section.name, "title": section.title, "keys": lines})
}
