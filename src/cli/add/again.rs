//! `epitome add --again`: one brief made anew, and what was kept, changed or lost by it, in lines or as JSON. Refuses to
//! decide what is kept: that is for [`remaking`].

use serde_json::{Value, json};

use super::{Args, named, size, summary_of};
use crate::analysis::again::Kept;
use crate::article::Date;
use crate::brief::study::Study;
use crate::cli::extract::{self, explained};
use crate::cli::{Failure, Out, Outcome, Ran, read};
use crate::library::making;
use crate::library::remaking::{self, Remade, Wish};
use crate::library::taking::TakingError;
use crate::library::{Environment, Store};
use crate::text::safe;

/// Makes one brief again.
pub(super) fn run(args: &Args, id: &str, today: Date, out: &mut Out) -> Ran {
    let input = args.inputs.as_slice();
    if input.len() > 1 {
        return Err(Failure("--again takes one file or address".to_owned()));
    }
    let (library, opened) = args.at.load(id)?;
    let made = input.first().map(|input| {
        let made = extract::read(input).and_then(|(bytes, hint)| making::make(bytes, hint, Some(today)));
        made.map_err(|e| Failure(named(input, &e.into())))
    });
    let made = made.transpose()?;
    let state = Environment::of_process().state;
    // Without the reader's own, the passages of the brief are still looked at.
    let study = Store::open(&library, state.as_deref()).load(&opened.id).map_or_else(|_| Study::default(), |(s, _)| s);
    let wish = Wish { made: made.as_ref(), reclean: args.reclean, today, claims: args.claims, write: !args.dry_run };
    let remade = remaking::again(&library, &opened, &study, wish).map_err(|e| match (&e, input.first()) {
        (TakingError::Another(_) | TakingError::OtherText(_), Some(input)) => Failure(named(input, &e)),
        _ => Failure(e.to_string()),
    })?;
    say_again(args, &remade, out)?;
    if args.explain
        && let Some(made) = made.as_ref().filter(|_| !args.json)
    {
        extract::print_explained(&explained(&made.metadata), out)?;
    }
    out.flush()?;
    if args.open {
        read::open(opened.path)?;
    }
    Ok(if loses_passages(&remade) { Outcome::No } else { Outcome::Done })
}

/// Whether a passage that was found before is not found any more.
fn loses_passages(remade: &Remade) -> bool {
    remade.shifts.iter().any(|shift| shift.before.is_found() && !shift.after.is_found())
}

fn say_again(args: &Args, remade: &Remade, out: &mut Out) -> Result<(), Failure> {
    if args.json {
        let shift = |s: &remaking::Shift| json!({"of": s.of, "before": s.before.name(), "after": s.after.name()});
        let mut document = json!({
            "version": 1,
            "state": "made again",
            "id": remade.id.as_str(),
            "dry_run": args.dry_run,
            "kept": remade.kept.iter().map(kept_json).collect::<Vec<_>>(),
            "recleaned": remade.recleaned,
            "by_hand": remade.by_hand,
            "passages_changed": remade.shifts.iter().map(shift).collect::<Vec<_>>(),
            "claims_lost": remade.lost.iter().map(|claim| json!({"id": claim.id.0, "claim": claim.text})).collect::<Vec<_>>(),
            "notes_orphaned": remade.orphans.iter().map(|(id, of)| json!({"id": id, "claim": of})).collect::<Vec<_>>(),
        });
        if let Value::Object(map) = &mut document {
            map.extend(summary_of(&remade.brief));
        }
        return out.json(&document);
    }
    let id = &remade.id;
    let would = if args.dry_run { "would be made again" } else { "made again" };
    let mut lines = vec![format!("{id}  {would}: {}", size(&remade.brief))];
    if remade.by_hand {
        lines.push(format!("{id}  was written by hand and stays so: no claims were drafted; --claims adds them"));
    }
    lines.extend(remade.kept.iter().map(|kept| format!("{id}  kept: {}", kept_words(kept))));
    if remade.recleaned {
        let article =
            if args.dry_run { "the article's file would be written" } else { "the article's file was written" };
        lines.push(format!("{id}  {article}"));
    }
    lines.extend(remade.shifts.iter().map(|shift| {
        let (before, after) = (shift.before.name(), shift.after.name());
        format!("{id}  {}  {before}, now {after}", shift.of)
    }));
    let goes = if args.dry_run { "would go" } else { "is gone" };
    lines.extend(remade.lost.iter().map(|claim| format!("{id}  {} {goes}: {}", claim.id.0, claim.text)));
    lines.extend(remade.orphans.iter().map(|(note, of)| format!("{id}  {note} is on {of}, which {goes}")));
    lines.iter().try_for_each(|line| out.text(&format!("{}\n", safe::line(line))))
}

fn kept_words(kept: &Kept) -> String {
    match kept {
        Kept::Field(name) => format!("{name}, edited"),
        Kept::Edited(id) => format!("{}, edited", id.0),
        Kept::Added(id) if id.0.is_empty() => "a claim of your own without an id".to_owned(),
        Kept::Added(id) => format!("{}, a claim of your own", id.0),
        Kept::Dropped(id) => format!("{} stays out", id.0),
    }
}

fn kept_json(kept: &Kept) -> Value {
    match kept {
        Kept::Field(name) => json!({"field": name}),
        Kept::Edited(id) => json!({"claim": id.0, "edited": true}),
        Kept::Added(id) => json!({"claim": id.0, "added": true}),
        Kept::Dropped(id) => json!({"claim": id.0, "dropped": true}),
    }
}
