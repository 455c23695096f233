//! What is near to a claim: asked for, and shown when it comes. Refuses to show it to a reader who went on.

use super::{going_out, open, study};
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::screen::pick::Item;
use crate::tui::screen::{Pick, Screen};

/// `r`: looks for what is near to the claim.
pub(super) fn relate(model: &mut Model) -> Vec<Effect> {
    let Some((id, (claim, _))) = study::current(model).zip(going_out::claim(model)) else {
        model.say("Go to a claim first.");
        return Vec::new();
    };
    model.say("Looking through the other briefs; esc stops.");
    model.relating = Some((id.clone(), claim));
    vec![Effect::Relate(id, claim)]
}

/// What is near to a claim is shown if the reader is still there and types nothing.
pub(super) fn on_related(model: &mut Model, id: &str, claim: usize, items: Vec<Item>) {
    // An answer that nobody waits for any more is dropped.
    if model.relating.take_if(|(of, at)| of == id && *at == claim).is_none() {
        return;
    }
    let is_there = study::current(model).is_some_and(|here| here == id)
        && going_out::claim(model).is_some_and(|(here, _)| here == claim);
    if !is_there || model.prompt.is_some() || model.writing.is_some() {
        return;
    }
    let empty = "No other brief has a claim near to this one.";
    // That they are being looked for is no longer true.
    model.notice = None;
    open(model, Screen::Pick(Pick::of(&format!("Related to claim {}", claim + 1), empty, items)));
}
