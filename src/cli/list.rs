//! `epitome list`: the briefs of a library, one a line, and what in it cannot be read. On a terminal in columns that fit;
//! in a pipe with a tab between them, and nothing cut or padded.

use clap::Args as ClapArgs;
use clap::builder::PossibleValuesParser;
use serde_json::{Value, json};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::cli::place::LibraryArgs;
use crate::cli::{Failure, Out, Outcome, Ran, message, tabbed, terminal_columns};
use crate::library::{Card, Catalogue, Library, Order, Place, Unreadable};
use crate::text::safe;

/// The widest a column gets, in cells.
const WIDEST: [usize; COLUMNS] = [21, 72, 32, 3, 40];
/// How many columns there are: published, heading, publisher, claims, id.
const COLUMNS: usize = 5;
/// The columns that give way when a line does not fit.
const HEADING: usize = 1;
const PUBLISHER: usize = 2;
/// The column of numbers, set to the right.
const NUMBERS: usize = 3;
/// The narrowest the heading gets, in cells, and the narrowest it gets to make room for a publisher.
const NARROWEST: usize = 8;
const BESIDE_PUBLISHER: usize = 24;
/// What stands between two columns.
const BETWEEN: &str = "  ";

/// What a line has, said below its help.
const LINE: &str = "\
    A line has the day of publication, the title, the publisher, how many claims there are and the id: on a terminal in \
    columns; in a pipe whole, with one tab between two of them, as cut and awk take them. What is not known is \
    'no date' or '–'.";

/// What `epitome list` is told.
#[derive(ClapArgs)]
#[command(after_help = LINE)]
pub struct Args {
    #[command(flatten)]
    at: LibraryArgs,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
    /// What the briefs are ordered by
    #[arg(long, value_name = "ORDER", default_value = "published", value_parser = orders())]
    sort: String,
}

fn orders() -> PossibleValuesParser {
    PossibleValuesParser::new(Order::ALL.map(Order::name))
}

/// Lists the library.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    let (library, catalogue) = args.at.open()?;
    let mut cards: Vec<&Card> = catalogue.cards().collect();
    Order::named(&args.sort).unwrap_or_default().sort(&mut cards, &|_| false);
    if args.json {
        out.json(&as_json(&library, &cards, &catalogue))?;
    } else {
        table(&cards, out)?;
    }
    out.flush()?;
    say_what_is_missing(&library, &catalogue);
    let faults: Vec<String> = catalogue.faults().map(cannot_read).collect();
    if cards.is_empty() && !faults.is_empty() {
        return Err(Failure(faults.join("; ")));
    }
    faults.iter().for_each(|fault| message(fault));
    Ok(Outcome::Done)
}

fn table(cards: &[&Card], out: &mut Out) -> Result<(), Failure> {
    let rows: Vec<[String; COLUMNS]> = cards.iter().map(|card| cells(card)).collect();
    let widths = terminal_columns().map(|terminal| widths(&rows, terminal));
    for row in &rows {
        out.text(&widths.map_or_else(|| tabbed(&row.each_ref().map(String::as_str)), |widths| line(row, &widths)))?;
    }
    Ok(())
}

fn cannot_read(fault: &Unreadable) -> String {
    format!("cannot read: {}: {}", fault.path, fault.why)
}

fn cells(card: &Card) -> [String; COLUMNS] {
    let published = card.published.map_or_else(|| "no date".to_owned(), |date| date.to_string());
    let publisher = card.publisher().unwrap_or("–");
    [&published, &card.heading(), publisher, &card.claims.to_string(), card.id_str()]
        .map(|text| safe::line(text).into_owned())
}

/// How wide each column is set on a terminal of that width.
fn widths(rows: &[[String; COLUMNS]], terminal: usize) -> [usize; COLUMNS] {
    let mut widths = WIDEST;
    for (column, width) in widths.iter_mut().enumerate() {
        let widest = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
        *width = widest.unwrap_or(0).min(*width);
    }
    fit(&mut widths, terminal);
    widths
}

/// Narrows the columns to a terminal: the heading first, then the publisher, which is left out when little is left of
/// it. Never the id, by which a brief is called.
fn fit(widths: &mut [usize; COLUMNS], terminal: usize) {
    let others = widths.iter().sum::<usize>() - widths[HEADING] - widths[PUBLISHER] + BETWEEN.len() * (COLUMNS - 1);
    let room = terminal.saturating_sub(others);
    let publisher = widths[PUBLISHER].min(room.saturating_sub(widths[HEADING].min(BESIDE_PUBLISHER)));
    widths[PUBLISHER] = if publisher < widths[PUBLISHER].min(NARROWEST) { 0 } else { publisher };
    let freed = if widths[PUBLISHER] == 0 { BETWEEN.len() } else { 0 };
    widths[HEADING] = widths[HEADING].min((room + freed).saturating_sub(widths[PUBLISHER]).max(NARROWEST));
}

/// One row, its cells cut to their columns.
fn line(row: &[String; COLUMNS], widths: &[usize; COLUMNS]) -> String {
    let mut line = String::new();
    for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
        if *width == 0 {
            continue;
        }
        let cell = fitting(cell, *width);
        let padding = " ".repeat(width.saturating_sub(cell.width()));
        let (before, after) = if column == NUMBERS { (padding.as_str(), "") } else { ("", padding.as_str()) };
        line.extend([before, &cell, after, BETWEEN]);
    }
    line.truncate(line.trim_end().len());
    line.push('\n');
    line
}

/// As much of a cell as fits, with a mark where it was cut.
fn fitting(cell: &str, width: usize) -> String {
    if cell.width() <= width {
        return cell.to_owned();
    }
    let mut taken = 1;
    let kept = cell.chars().take_while(|c| {
        taken += c.width().unwrap_or(0);
        taken <= width
    });
    kept.chain(['…']).collect()
}

fn as_json(library: &Library, cards: &[&Card], catalogue: &Catalogue) -> Value {
    let unreadable: Vec<Value> = catalogue.faults().map(|f| json!({"path": f.path, "why": f.why})).collect();
    json!({
        "version": 1,
        "library": library.place().path().to_string_lossy(),
        "briefs": cards.iter().map(|card| card_json(card)).collect::<Vec<_>>(),
        "unreadable": unreadable,
    })
}

fn card_json(card: &Card) -> Value {
    json!({
        "id": card.id_str(),
        "path": card.id().brief_file().to_string_lossy(),
        "title": card.title(),
        "label": card.label(),
        "publisher": card.publisher(),
        "authors": card.authors().collect::<Vec<_>>(),
        "published": card.published.map(|date| date.to_string()),
        "kind": card.kind.name(),
        "language": card.language(),
        "claims": card.claims,
        "words": Some(card.words).filter(|words| *words > 0),
        "status": card.status.name(),
        "topics": card.topics().collect::<Vec<_>>(),
        "summary": card.summary(),
        "has_article": card.has_article,
        "modified": card.modified().div_euclid(1_000_000_000),
    })
}

/// Says on standard error what a reader of the list should know and cannot see in it.
fn say_what_is_missing(library: &Library, catalogue: &Catalogue) {
    let path = library.place().path().display();
    if let Place::NotYet(_) = library.place() {
        message(&format!("there is no library yet at {path}; `epitome add FILE` makes one"));
    } else if catalogue.entries().is_empty() {
        message(&format!("there is no brief in {path}"));
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::{COLUMNS, line, widths};

    fn rows() -> Vec<[String; COLUMNS]> {
        [
            ["2031-05-03", "Ferry runs aground off Brannock Point", "The Harbour Post", "9", "harbourpost-2031-ferry"],
            ["no date", "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字", "–", "12", "kanji"],
        ]
        .map(|row| row.map(str::to_owned))
        .to_vec()
    }

    #[test]
    fn a_line_fits_its_terminal_and_always_shows_the_whole_id() {
        for terminal in [50, 51, 60, 70, 71, 72, 80, 100, 200] {
            let widths = widths(&rows(), terminal);
            for row in rows() {
                let line = line(&row, &widths);
                assert!(line.trim_end().width() <= terminal, "{terminal}: {line}");
                assert!(line.ends_with(&format!("  {}\n", row[COLUMNS - 1])), "{terminal}: {line}");
            }
        }
        let shown = |terminal| line(&rows()[0], &widths(&rows(), terminal));
        assert!(shown(200).contains("Brannock Point ") && shown(200).contains("The Harbour Post"));
        assert!(shown(80).contains("…") && shown(80).contains("The Ha"));
        assert!(!shown(50).contains("Harbour"));
    }
}
