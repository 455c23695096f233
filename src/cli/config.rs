//! `epitome config`: where the settings file is, and every setting in force with where it comes from. Changes nothing.

use serde_json::json;

use crate::cli::place::LibraryArgs;
use crate::cli::read::Display;
use crate::cli::settings::{Origin, Settings, in_force, name_of};
use crate::cli::{Failure, Out, Outcome, Ran, message};
use crate::library::{Environment, Place};
use crate::text::width::width;
use crate::tui::layout::MEASURE;

/// What `config` takes: the options whose effect is to be seen.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    place: LibraryArgs,
    #[command(flatten)]
    display: Display,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// A setting in force: its name, its value as text and as JSON, and where it comes from.
struct Row(&'static str, String, serde_json::Value, Origin);

/// Prints the path and the settings.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let environment = Environment::of_process();
    let settings = Settings::load(&environment);
    let rows = rows(args, &environment, &settings)?;
    let path = settings.path.as_ref().map(|path| path.display().to_string());
    if args.json {
        let of = |Row(name, _, value, origin): &Row| {
            ((*name).to_owned(), json!({"value": value, "origin": origin.to_string()}))
        };
        let values: serde_json::Map<_, _> = rows.iter().map(of).collect();
        out.json(&json!({
            "version": 1, "path": path, "exists": settings.is_there, "settings": values, "faults": settings.faults,
        }))?;
        return Ok(Outcome::Done);
    }
    settings.faults.iter().for_each(|fault| message(fault));
    let is_there = if settings.is_there { "" } else { " (not there)" };
    out.text(&format!("{}{is_there}\n", path.unwrap_or_else(|| "no folder for settings is known".to_owned())))?;
    let widest = rows.iter().map(|row| width(&row.1)).max().unwrap_or(0);
    for Row(name, value, _, origin) in rows {
        let pad = " ".repeat(widest - width(&value));
        out.text(&format!("{name:<7}  {value}{pad}  {origin}\n"))?;
    }
    Ok(Outcome::Done)
}

fn rows(args: &Args, environment: &Environment, settings: &Settings) -> Result<Vec<Row>, Failure> {
    let place = Place::find(args.place.library.as_deref(), environment, settings.library())?;
    let origin = match (&args.place.library, &environment.library, &settings.library) {
        (Some(_), ..) => Origin::Flag,
        (None, Some(_), _) => Origin::Variable,
        _ if Place::is_here(environment) => Origin::Here,
        (.., Some((_, line))) => Origin::File(*line),
        _ => Origin::BuiltIn,
    };
    let library = place.path().display().to_string();
    let text = |name, (value, origin): (String, Origin)| Row(name, value.clone(), json!(value), origin);
    let truth = |name, (value, origin): (bool, Origin)| Row(name, value.to_string(), json!(value), origin);
    let of = &args.display;
    let (width, from) = in_force(of.width, &settings.width, MEASURE);
    let named = |(value, origin): (_, _)| (name_of(&value), origin);
    let (bidi, bidi_from) = in_force(of.bidi, &settings.bidi, Default::default());
    Ok(vec![
        text("library", (library, origin)),
        text("theme", named(in_force(of.theme, &settings.theme, Default::default()))),
        truth("ascii", in_force(of.ascii, &settings.ascii, false)),
        truth("mouse", in_force(of.mouse(), &settings.mouse, true)),
        text("bidi", (name_of(&bidi), bidi_from)),
        Row("width", width.to_string(), json!(width), from),
    ])
}
