//! `epitome add`: articles and their draft briefs into the library. Each input is answered in one line, in the order given,
//! while both cores work on what comes next. Refuses to replace a brief: that is for `--again`, in a file of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::{Map, Value, json};
use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;

use super::ahead::Ahead;
use super::extract::{self, explained};
use super::place::LibraryArgs;
use super::{Failure, Out, Outcome, Ran, message, read};
use crate::analysis::same::{Differing, Sameness};
use crate::article::Date;
use crate::brief::Brief;
use crate::ingest::IngestError;
use crate::library::known::Known;
use crate::library::making::{self, Made};
use crate::library::taking::{self, Already, Taken, TakingError};
use crate::library::{BriefId, Library};
use crate::text::{counted, safe};
use crate::tui::path::for_shell;

mod again;
pub(super) mod inputs;
mod progress;

use inputs::Inputs;

/// How often it is looked whether the program was asked to stop.
const GLANCE: Duration = Duration::from_millis(50);

/// How it ends, said below its help.
const EXITS: &str = "\
    Exit: 0 every input was added or is there already; 1 with --again: the brief was made again, and a passage that \
    was found before is not found any more; 2 an input could not be added, or the brief not be made again.";

/// What to add, and how.
#[derive(clap::Args)]
#[command(after_help = EXITS)]
pub struct Args {
    /// Articles in any form: files, folders with all that is in them, patterns like `*.pdf`, addresses of pages; `-` reads standard input
    #[arg(value_name = "FILE", required_unless_present = "again")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    at: LibraryArgs,
    /// Make this brief again, keeping what a person edited; from its stored article, or from FILE
    #[arg(long, value_name = "ID")]
    again: Option<String>,
    /// With --again: write the stored article anew too, from FILE
    #[arg(long, requires = "again", requires = "inputs")]
    reclean: bool,
    /// With --again: draft claims for a brief that was written by hand too; without it such a brief stays as it is
    #[arg(long, requires = "again")]
    claims: bool,
    /// Add an article too that is nearly one that is there, a part of it, or of the same address (only the very same text is
    /// not), or hardly an article
    #[arg(long, conflicts_with = "again")]
    anyway: bool,
    /// Write nothing, only say what would be done
    #[arg(long)]
    dry_run: bool,
    /// Say where each field of the source was found and how sure it is
    #[arg(long)]
    explain: bool,
    /// Open the reader on the new brief
    #[arg(long, conflicts_with_all = ["json", "dry_run"])]
    open: bool,
    /// Write JSON, one document an input
    #[arg(long)]
    json: bool,
}

/// Adds every input. One that fails is named, and the others are still added.
///
/// # Errors
/// When the library cannot be used, or an input could not be added.
pub fn run(args: &Args, out: &mut Out) -> Ran {
    if args.open {
        read::check_terminal()?;
    }
    let today = today()?;
    if let Some(id) = &args.again {
        return again::run(args, id, today, out);
    }
    let library = args.at.to_write()?;
    let known = Known::of(&library)?;
    let Inputs { files, empty, passed_over } = Inputs::of(&args.inputs);
    // A reader who has seen enough does not end the work.
    out.outlive();
    let mut adding = Adding {
        args,
        out,
        library,
        known,
        all: files.len() + empty.len(),
        counts: Counts::default(),
        failure: None,
        newest: None,
    };
    let ended = adding.all(files, today)?;
    for path in empty {
        adding.failed(&path, format!("{}: no files are there", path.display()))?;
    }
    if !passed_over.is_empty() {
        message(&passed_over_in_words(&passed_over));
    }
    adding.close(ended)
}

fn today() -> Result<Date, Failure> {
    making::today().ok_or_else(|| Failure("SOURCE_DATE_EPOCH is not a number of seconds".to_owned()))
}

/// How many inputs ended how.
#[derive(Default)]
struct Counts {
    added: usize,
    there: usize,
    attached: usize,
    failed: usize,
}

/// Whether all inputs were answered.
#[derive(Clone, Copy, PartialEq)]
enum Ended {
    Done,
    /// The program was asked to end.
    Stopped,
    /// The library cannot be written: what came next would fail too.
    Unwritable,
}

/// What is added, one input after another.
struct Adding<'a> {
    args: &'a Args,
    out: &'a mut Out,
    library: Library,
    known: Known,
    /// How many inputs there are.
    all: usize,
    counts: Counts,
    /// The last failure: what the program ends with.
    failure: Option<String>,
    newest: Option<BriefId>,
}

impl Adding<'_> {
    fn all(&mut self, inputs: Vec<PathBuf>, today: Date) -> Result<Ended, Failure> {
        let stop = stop_flag()?;
        let inputs = Arc::new(inputs);
        let make = extract::reading(move |_, bytes, hint| making::make(bytes, hint, Some(today)));
        let ahead = Ahead::start(Arc::clone(&inputs), make);
        let bar = progress::bar(inputs.len());
        for input in inputs.iter() {
            bar.set_message(progress::name(input));
            let made = loop {
                if stop.load(Ordering::Relaxed) {
                    bar.finish_and_clear();
                    return Ok(Ended::Stopped);
                }
                if let Some(made) = ahead.next(GLANCE) {
                    break made.unwrap_or_else(|failed| Err(failed.into()));
                }
            };
            let goes_on = made.as_ref().is_err_and(IngestError::goes_on);
            let ended = bar.suspend(|| self.one(input, made))?;
            bar.inc(1);
            // The work on what took too long cannot be stopped but by ending the program.
            if goes_on || ended != Ended::Done {
                bar.finish_and_clear();
                return Ok(ended);
            }
        }
        bar.finish_and_clear();
        Ok(Ended::Done)
    }

    fn one(&mut self, input: &Path, made: Result<Made, IngestError>) -> Result<Ended, Failure> {
        let library = &self.library;
        let known = &mut self.known;
        let write = !self.args.dry_run;
        let already = if self.args.anyway { Already::Same } else { Already::Alike };
        let taken = made
            .map_err(TakingError::from)
            .and_then(|made| Ok((taking::add(library, known, &made, already, write)?, made)));
        let mut ended = Ended::Done;
        match taken {
            Ok((Taken::Added(id), made)) => {
                self.counts.added += 1;
                self.say(input, &id, "added", None, &made)?;
                if let Some(lack) = lack_of(&made.brief, input) {
                    message(&format!("{id}: {lack}"));
                }
                self.newest = Some(id);
            }
            Ok((Taken::There(id, by), made)) => {
                self.counts.there += 1;
                self.say(input, &id, "there", Some(by), &made)?;
                self.newest = self.newest.take().or(Some(id));
            }
            Err(TakingError::Library(e)) if e.is_lasting() => {
                let hint = if e.is_full() { "" } else { "; name another library with --library" };
                self.failed(input, format!("{}{hint}", named(input, &TakingError::Library(e))))?;
                ended = Ended::Unwritable;
            }
            Ok((Taken::Attached(id), made)) => {
                self.counts.attached += 1;
                self.say(input, &id, "attached", None, &made)?;
                self.newest = Some(id);
            }
            Ok((Taken::Apart(id, lost), _)) => {
                let lost = counted(lost, "passage");
                let line = format!("{id} is there without its article, but {lost} of it cannot be found in this text");
                self.failed(input, format!("{line}: {}", attaching(&id, input)))?;
            }
            Ok((Taken::Slight(words), _)) => {
                let words = counted(words, "word");
                self.failed(input, format!("{}: is no article, only {words}; --anyway adds it", input.display()))?;
            }
            Err(e) => self.failed(input, named(input, &e))?,
        }
        self.out.flush()?;
        Ok(ended)
    }

    fn failed(&mut self, input: &Path, line: String) -> Result<(), Failure> {
        self.counts.failed += 1;
        if self.args.json {
            let name = input.to_string_lossy();
            self.out.json(&json!({"version": 1, "file": name, "state": "failed", "error": line}))?;
        }
        if let Some(before) = self.failure.replace(line) {
            message(&before);
        }
        Ok(())
    }

    /// One line of an input that was answered.
    fn say(
        &mut self,
        input: &Path,
        id: &BriefId,
        state: &str,
        by: Option<Sameness>,
        made: &Made,
    ) -> Result<(), Failure> {
        let explained = if self.args.explain { explained(&made.metadata) } else { Map::new() };
        if self.args.json {
            let mut document = json!({
                "version": 1,
                "file": input.to_string_lossy(),
                "state": state,
                "id": id.as_str(),
                "dry_run": self.args.dry_run,
            });
            if let Value::Object(map) = &mut document {
                match by {
                    Some(by) => {
                        map.insert("same".to_owned(), json!(same(by)));
                        let differs = self.differing(id, by, made).map(|(words, _)| words);
                        map.insert("only_here".to_owned(), json!(differs.as_ref().map(|words| &words.here)));
                        map.insert("only_there".to_owned(), json!(differs.as_ref().map(|words| &words.there)));
                    }
                    None => map.extend(summary_of(&made.brief)),
                }
                if self.args.explain {
                    map.insert("explain".to_owned(), Value::Object(explained));
                }
            }
            return self.out.json(&document);
        }
        let line = match by {
            None if state == "attached" => {
                let is = if self.args.dry_run { "would be" } else { "is" };
                format!("{id}  its article {is} attached: {}", input.display())
            }
            Some(by) => {
                let line = format!("{id}  is there already ({}): {}", same(by), input.display());
                line + &self.remedy(id, by, made)
            }
            None => {
                let title = made.brief.heading(id.as_str());
                let would = if self.args.dry_run { "would be added" } else { "added" };
                format!("{id}  {would}: {title}, {}", size(&made.brief))
            }
        };
        self.out.text(&format!("{}\n", safe::line(&line)))?;
        extract::print_explained(&explained, self.out)
    }

    /// In what an article differs from the one that is there, and whether it is quite another text.
    fn differing(&self, id: &BriefId, by: Sameness, made: &Made) -> Option<(Differing, bool)> {
        let differs = !matches!(by, Sameness::Text);
        differs.then(|| self.known.differing(&self.library, id, &made.article)).flatten()
    }

    /// What is said of an article that is there already and not the very same: in what it differs, and how to add it.
    fn remedy(&self, id: &BriefId, by: Sameness, made: &Made) -> String {
        let differs = match (by, self.differing(id, by, made)) {
            (Sameness::Text, _) => return String::new(),
            (Sameness::Url, Some((_, true))) => "; the text is another".to_owned(),
            (Sameness::Part, _) | (_, None) => String::new(),
            (_, Some((words, _))) => format!("; {}", words.in_words()),
        };
        format!("{differs}; --anyway adds it too")
    }

    /// The closing count, and how the program ends.
    fn close(self, ended: Ended) -> Ran {
        self.known.keep();
        let Counts { added, there, attached, failed } = self.counts;
        if self.all > 1 && !self.args.json {
            let would = if self.args.dry_run { "would be added" } else { "added" };
            let beside = if attached > 0 { format!("{attached} attached, ") } else { String::new() };
            self.out.text(&format!("{added} {would}, {beside}{there} there already, {failed} failed\n"))?;
        }
        self.out.flush()?;
        let stopped = format!("{added} of {} were added", counted(self.all, "article"));
        match (ended, self.failure.as_ref()) {
            (Ended::Stopped, failure) => {
                failure.into_iter().for_each(|line| message(line));
                return Err(Failure(format!("stopped: {stopped}")));
            }
            (Ended::Unwritable, Some(line)) if self.all > 1 => return Err(Failure(format!("{line}; {stopped}"))),
            _ => {}
        }
        if let Some(line) = self.failure {
            return Err(Failure(line));
        }
        match self.newest.filter(|_| self.args.open) {
            Some(id) => read::open(self.library.brief_path(&id)),
            None => Ok(Outcome::Done),
        }
    }
}

/// What could not be drafted of an article, if anything.
fn lack_of(brief: &Brief, input: &Path) -> Option<String> {
    let input = input.display();
    match (brief.summary.is_empty(), brief.claims.is_empty()) {
        (false, false) => None,
        (false, true) => {
            Some(format!("only a summary was drafted from {input}; no sentence of it can stand alone as a claim"))
        }
        (true, false) => Some(format!("only claims were drafted from {input}, no summary")),
        (true, true) => Some(format!("nothing could be drafted from {input}; is it an article?")),
    }
}

/// A failure in one line that names the input.
fn named(input: &Path, e: &TakingError) -> String {
    match e {
        TakingError::Document(_) | TakingError::Another(_) | TakingError::OtherText(_) => {
            format!("{}: {e}", input.display())
        }
        _ => format!("{} was not added: {e}", input.display()),
    }
}

/// How an article is attached to a brief by hand.
fn attaching(id: &BriefId, file: &Path) -> String {
    format!("`epitome attach {id} {}` says which", for_shell(file))
}

/// By what an article was recognised, in words.
fn same(by: Sameness) -> &'static str {
    match by {
        Sameness::Text => "the same text",
        Sameness::Url => "the same address",
        Sameness::NearText(_) => "nearly the same text",
        Sameness::Part => "a part of its text",
    }
}

fn size(brief: &Brief) -> String {
    let paragraphs = brief.source.article.as_ref().map_or(0, |article| article.paragraphs);
    format!("{} from {}", counted(brief.claims.len(), "claim"), counted(paragraphs, "paragraph"))
}

/// What a program may want to know of a new brief.
fn summary_of(brief: &Brief) -> Map<String, Value> {
    let article = brief.source.article.as_ref();
    let value = json!({
        "title": brief.title,
        "claims": brief.claims.len(),
        "paragraphs": article.map(|article| article.paragraphs),
        "words": article.map(|article| article.words),
        "sha256": article.map(|article| &article.sha256),
    });
    if let Value::Object(map) = value { map } else { Map::new() }
}

/// A flag that is set when the program is asked to stop. Asked again, it stops at once.
fn stop_flag() -> Result<Arc<AtomicBool>, Failure> {
    let stop = Arc::new(AtomicBool::new(false));
    let hangup = (!ignores_hangups()).then_some(SIGHUP);
    for signal in [SIGINT, SIGTERM].into_iter().chain(hangup) {
        flag::register_conditional_shutdown(signal, 2, Arc::clone(&stop))
            .and_then(|_| flag::register(signal, Arc::clone(&stop)))
            .map_err(|e| Failure(format!("cannot listen for signals: {e}")))?;
    }
    Ok(stop)
}

/// Whether the program was started so that it outlives its terminal, as `nohup` does; known on Linux only.
fn ignores_hangups() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    ignored.is_some_and(|mask| mask & 1 << (SIGHUP - 1) != 0)
}

/// Files of folders that are no articles, in one line.
fn passed_over_in_words(files: &[PathBuf]) -> String {
    const NAMED: usize = 3;
    let named: Vec<String> = files.iter().take(NAMED).map(|file| file.display().to_string()).collect();
    let more = if files.len() > NAMED { ", …" } else { "" };
    let are = if files.len() == 1 { "is no article and was" } else { "are no articles and were" };
    format!("{} {are} passed over: {}{more}", counted(files.len(), "file"), named.join(", "))
}
