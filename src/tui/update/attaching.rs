//! `@`: a brief without its article is given it. Refuses to replace one that is here.

use super::{prompt, refresh, study};
use crate::library::Entry;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::prompt::Asking;

/// Asks for the path of the article, where the brief has none.
pub(super) fn ask(model: &mut Model) {
    match unattached(model) {
        Ok(()) => prompt::open(model, Asking::Attach),
        Err(why) => model.say(why),
    }
}

/// The article lies beside its brief, which is read again with it; or it is said why not.
pub(super) fn on_attached(model: &mut Model, attached: Result<String, String>) -> Vec<Effect> {
    match attached {
        Ok(said) => {
            model.say(said);
            refresh(model)
        }
        Err(why) => {
            model.warn(format!("{why} \u{b7} @, then C-p has what you typed"));
            Vec::new()
        }
    }
}

/// Whether the brief that is selected or shown is without its article, so that it can be given one.
///
/// # Errors
/// Why it cannot, in a line.
fn unattached(model: &Model) -> Result<(), String> {
    let id = study::current(model).ok_or("Go to a brief first.")?;
    let card = || model.desk.row_of(&id).and_then(|row| model.desk.at(row)).and_then(Entry::card);
    let has = match model.desk.ready(&id) {
        Some(document) => document.article.is_some() || document.article_fault.is_some(),
        None => card().is_some_and(|card| card.has_article),
    };
    if has {
        Err(format!(
            "The article of this brief is here; `{} --force` puts another in its place.",
            model.desk.attaching(&id)
        ))
    } else {
        Ok(())
    }
}
