//! What a prompt does with keys: finding as it is typed, choosing a command by its name.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::trail;
use crate::library::query::{Query, STATES, last_begun};
use crate::tui::command::{Command, Row, Scope, TABLE};
use crate::tui::edit::Edit;
use crate::tui::effect::Effect;
use crate::tui::find::Find;
use crate::tui::key::Key;
use crate::tui::keymap::Meaning;
use crate::tui::model::Model;
use crate::tui::path;
use crate::tui::prompt::{Asking, Choice, Prompt};
use crate::tui::screen::{Ask, Screen};

/// What was looked for that is remembered.
const REMEMBERED: usize = 100;

/// Opens a prompt.
pub fn open(model: &mut Model, asking: Asking) {
    let mut prompt = Prompt::new(asking, model.screens.clone());
    match (asking, &model.desk.filter) {
        (Asking::Palette, _) => prompt.choices = choices(model, ""),
        (Asking::Filter, Some(filter)) => prompt.edit = Edit::line(&filter.text),
        _ => {}
    }
    prompt.was = prompt.edit.text();
    prompt.selected = super::study::current(model);
    model.prompt = Some(prompt);
}

/// Takes in a key while a prompt is open.
pub fn on_key(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(mut prompt) = model.prompt.take() else { return Vec::new() };
    let Meaning::Command(command) = model.keymap.meaning(Scope::Prompt, &[key]) else {
        prompt.stale |= prompt.edit.key(key);
        model.prompt = Some(prompt);
        return Vec::new();
    };
    if prompt.stale && matches!(command, Command::Accede | Command::Complete) {
        typed(model, &mut prompt);
    }
    let mut effects = Vec::new();
    match command {
        Command::Accede => return enter(model, prompt),
        Command::Withdraw => {
            withdraw(model, prompt);
            return Vec::new();
        }
        Command::Complete => effects = complete(model, &mut prompt),
        _ => choose(model, &mut prompt, command == Command::ChooseBefore),
    }
    model.prompt = Some(prompt);
    effects
}

/// Leaves a prompt; the screen is as it was before.
fn withdraw(model: &mut Model, prompt: Prompt) {
    match prompt.asking {
        Asking::Find => {
            model.screens = prompt.before;
            model.find = None;
        }
        Asking::Filter => narrow(model, &prompt.was, prompt.selected.as_deref()),
        Asking::Palette | Asking::Add | Asking::Attach | Asking::Tag => {}
    }
}

/// Takes in what is pasted while a prompt is open.
pub fn on_paste(model: &mut Model, text: &str) {
    if let Some(mut prompt) = model.prompt.take() {
        prompt.edit.paste(text);
        prompt.stale = true;
        model.prompt = Some(prompt);
    }
}

/// `tab`: the rest of what is begun, where there is but one way on; else what there may be.
fn complete(model: &mut Model, prompt: &mut Prompt) -> Vec<Effect> {
    let typed = prompt.edit.text();
    match prompt.asking {
        Asking::Palette => {
            if let Some(row) = prompt.choices.get(prompt.chosen).and_then(|choice| choice.command.row()) {
                prompt.edit = Edit::line(row.name);
            }
        }
        Asking::Add | Asking::Attach => return vec![Effect::Complete(typed)],
        Asking::Tag => {
            let tags: Vec<String> = tags(model).into_iter().filter(|tag| tag.starts_with(&typed)).collect();
            offer(model, prompt, &tags, "No tag begins so.");
        }
        Asking::Filter => complete_term(model, prompt, &typed),
        Asking::Find => {}
    }
    Vec::new()
}

/// Completes the last term of a filter: `is:dr`, `tag:sh`.
fn complete_term(model: &mut Model, prompt: &mut Prompt, typed: &str) {
    let (before, begun) = typed.split_at_checked(last_begun(typed)).unwrap_or((typed, ""));
    let (sign, begun) = begun.strip_prefix('-').map_or(("", begun), |begun| ("-", begun));
    let states = STATES.iter().map(|state| format!("is:{state}"));
    let quoted =
        |tag: String| if tag.contains(char::is_whitespace) { format!("tag:\"{tag}\"") } else { format!("tag:{tag}") };
    let terms = states.chain(tags(model).into_iter().map(quoted));
    let begins = |term: &String| term.starts_with(begun) || term.replace('"', "").starts_with(begun);
    let fitting: Vec<String> = terms.filter(begins).map(|term| format!("{before}{sign}{term}")).collect();
    offer(model, prompt, &fitting, "No term begins so; there are is: and tag:, years and words.");
    prompt.stale = true;
}

/// The tags of the library, each once.
fn tags(model: &Model) -> Vec<String> {
    let mut tags: Vec<String> = model.desk.studies.values().flat_map(|study| &study.tags).cloned().collect();
    tags.sort();
    tags.dedup();
    tags
}

/// Takes in what the path that is typed may become.
pub fn on_completions(model: &mut Model, typed: &str, all: &[String]) {
    let Some(mut prompt) = model.prompt.take() else { return };
    if matches!(prompt.asking, Asking::Add | Asking::Attach) && prompt.edit.text() == typed {
        offer(model, &mut prompt, all, "Nothing here begins so.");
    }
    model.prompt = Some(prompt);
}

/// Completes what is typed as far as all that it may become agrees; says what that is where it is more than one.
fn offer(model: &mut Model, prompt: &mut Prompt, all: &[String], none: &str) {
    let shared = path::shared(all);
    if shared.len() > prompt.edit.text().len() {
        prompt.edit = Edit::line(shared);
    }
    if all.is_empty() {
        model.say(none);
    } else if all.len() > 1 {
        let last = |name: &str| {
            let end = name.strip_suffix('/').unwrap_or(name).rfind('/').map_or(0, |at| at + 1);
            name.get(end..).unwrap_or(name).to_owned()
        };
        let names: Vec<String> = all.iter().map(|name| last(name)).collect();
        model.say(names.join("   "));
    }
}

/// Does what the text so far asks for, once for all keys that came together.
pub fn settle(model: &mut Model) {
    if model.prompt.as_ref().is_some_and(|prompt| prompt.stale)
        && let Some(mut prompt) = model.prompt.take()
    {
        typed(model, &mut prompt);
        model.prompt = Some(prompt);
    }
}

fn typed(model: &mut Model, prompt: &mut Prompt) {
    prompt.stale = false;
    let text = prompt.edit.text();
    match prompt.asking {
        Asking::Find => look(model, prompt, &text),
        Asking::Filter => narrow(model, &text, prompt.selected.as_deref()),
        Asking::Palette => {
            prompt.choices = choices(model, &text);
            prompt.chosen = 0;
        }
        Asking::Add | Asking::Attach | Asking::Tag => {}
    }
}

/// Finds from where the reader was when the prompt was opened.
fn look(model: &mut Model, prompt: &Prompt, query: &str) {
    model.screens.clone_from(&prompt.before);
    model.find = (!query.trim().is_empty()).then(|| Find::new(query));
    step(model, 1);
}

/// The choice before or after; for finding, what was looked for before.
fn choose(model: &mut Model, prompt: &mut Prompt, back: bool) {
    if prompt.asking == Asking::Find {
        prompt.recall(back, &model.looked_for);
        let query = prompt.edit.text();
        look(model, prompt, &query);
    } else if matches!(prompt.asking, Asking::Add | Asking::Attach) {
        prompt.recall(back, &model.added);
    } else if !prompt.choices.is_empty() {
        let len = prompt.choices.len();
        prompt.chosen = (prompt.chosen + if back { len - 1 } else { 1 }) % len;
    }
}

/// Puts what was typed behind what was typed before.
fn remember(history: &mut Vec<String>, typed: String) {
    history.retain(|before| *before != typed);
    history.push(typed);
    if history.len() > REMEMBERED {
        history.remove(0);
    }
}

fn enter(model: &mut Model, prompt: Prompt) -> Vec<Effect> {
    let text = prompt.edit.text();
    match prompt.asking {
        Asking::Find => {
            if text.trim().is_empty() {
                (model.find, model.trail) = (None, None);
                return Vec::new();
            }
            remember(&mut model.looked_for, text.clone());
            let found = model.find.as_ref().is_some_and(|find| !find.hits.is_empty());
            let effects = trail::begin(model, &text);
            if found {
                model.remember(prompt.before);
            } else if effects.is_empty() {
                model.say(trail::not_found(model, &text));
            } else {
                model.say("Looking in the articles too.");
            }
            effects
        }
        Asking::Palette => match prompt.choices.get(prompt.chosen) {
            Some(&Choice { command, .. }) => {
                *model.taken.entry(command).or_default() += 1;
                super::carry_out(model, Ask { command, count: None })
            }
            None => {
                let elsewhere = TABLE.iter().find(|row| row.name == text.trim());
                let why = elsewhere.map(|row| {
                    let scopes: Vec<&str> = row.scopes.iter().map(|scope| scope.title()).collect();
                    format!("‘{}’ does nothing on this screen; it is a command of: {}.", row.name, scopes.join(", "))
                });
                model.say(why.unwrap_or_else(|| format!("No command is called ‘{text}’.")));
                Vec::new()
            }
        },
        Asking::Add | Asking::Attach if text.trim().is_empty() => Vec::new(),
        Asking::Attach => {
            let Some(id) = prompt.selected else { return Vec::new() };
            model.say("Looking for the passages in it.");
            remember(&mut model.added, text.trim().to_owned());
            vec![Effect::Attach(id, text.trim().to_owned())]
        }
        Asking::Add => {
            model.say("Taking the article in.");
            remember(&mut model.added, text.trim().to_owned());
            vec![Effect::Take(text.trim().to_owned())]
        }
        Asking::Tag => super::study::tag(model, &text),
        Asking::Filter => Vec::new(),
    }
}

/// Shows only the briefs that have what is typed. `selected` stays so, when it has it; else it is the first.
pub fn narrow(model: &mut Model, typed: &str, selected: Option<&str>) {
    let Model { desk, screens, find, .. } = model;
    let Some(Screen::Shelf(shelf)) = screens.last_mut() else { return };
    desk.narrow(Query::new(typed));
    // Its rows are others now.
    *find = None;
    shelf.selected = 0;
    shelf.follow(selected, desk);
}

/// Goes to the next hit, or `times` further; searches first where the screen is another than before.
pub fn step(model: &mut Model, times: isize) {
    let Some(mut find) = model.find.take() else { return };
    if let Some((screen, stage)) = model.top_on_stage() {
        screen.lay(stage);
        find.search(screen, stage.desk);
        let start = screen.first_hit(&find.hits);
        if let Some(hit) = find.step(times, start) {
            screen.go_to_hit(hit, stage);
        }
    }
    model.find = Some(find);
}

/// Goes to the first hit of the screen, or to the last.
pub fn step_to_end(model: &mut Model, last: bool) {
    let Some(mut find) = model.find.take() else { return };
    if let Some((screen, stage)) = model.top_on_stage() {
        screen.lay(stage);
        find.search(screen, stage.desk);
        find.at = None;
        if let Some(hit) = find.step(if last { -1 } else { 1 }, 0) {
            screen.go_to_hit(hit, stage);
        }
    }
    model.find = Some(find);
}

/// The commands of this screen whose name or title fits, the best first; all of them when nothing is typed.
fn choices(model: &Model, typed: &str) -> Vec<Choice> {
    let scope = model.top().map_or(Scope::Everywhere, Screen::scope);
    let rows = TABLE.iter().filter(|row| row.understood_in(scope) && row.command != Command::Palette);
    if typed.trim().is_empty() {
        let mut rows: Vec<&Row> = rows.collect();
        rows.sort_by_key(|row| std::cmp::Reverse(weight(model, row)));
        return rows.into_iter().map(|row| Choice { command: row.command, letters: Vec::new() }).collect();
    }
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let (mut matcher, mut buffer) = (Matcher::new(Config::DEFAULT), Vec::new());
    let mut scored: Vec<(u32, Choice)> = rows
        .filter_map(|row| {
            let mut letters = Vec::new();
            let name = pattern.indices(Utf32Str::new(row.name, &mut buffer), &mut matcher, &mut letters);
            let title = pattern.score(Utf32Str::new(row.title, &mut buffer), &mut matcher);
            letters.sort_unstable();
            letters.dedup();
            // The name itself before what merely describes it.
            let begins = row.name.split('-').any(|word| word.starts_with(typed));
            let score = name.map(|score| score * 2 + u32::from(begins) * 1000).max(title)?;
            Some((score, Choice { command: row.command, letters }))
        })
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, choice)| choice).collect()
}

/// How much a command is wanted when nothing is typed: what was taken from this list before, what the footer shows, what
/// the screen has of its own.
fn weight(model: &Model, row: &Row) -> (usize, u8, bool) {
    let taken = model.taken.get(&row.command).copied().unwrap_or(0);
    (taken, row.footer, !row.scopes.contains(&Scope::Everywhere))
}
