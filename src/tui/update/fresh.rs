//! Whether what is on the screen is still what its files say: when they are looked at again, and what is done when somebody
//! else has changed one. Refuses to look while nothing happens.

use std::time::Duration;

use crate::tui::effect::Effect;
use crate::tui::model::Model;

/// How long what is on the screen counts as what its files say, once they were looked at.
const FRESH: Duration = Duration::from_secs(1);

/// Looks whether somebody else changed what is shown, when that came onto the screen or something happens a while later:
/// while nothing happens, nothing is looked at.
pub(super) fn look_again(model: &mut Model) -> Vec<Effect> {
    let Some(screen) = model.top() else { return Vec::new() };
    let shown = screen.shown();
    let is_fresh =
        model.looked.as_ref().is_some_and(|(what, at)| *what == shown && model.clock.saturating_sub(*at) < FRESH);
    if is_fresh {
        return Vec::new();
    }
    let here = |id: &String| model.desk.ready(id).is_some() || model.desk.failed(id).is_some();
    let ids = screen.shows(&model.desk).into_iter().filter(here);
    let effects = ids.map(|id| Effect::Look(model.generation, id)).collect();
    model.looked = Some((shown, model.clock));
    effects
}

/// Somebody else changed a brief: it is read again, and with it what the shelf says of it.
pub(super) fn on_changed(model: &mut Model, id: &str) -> Vec<Effect> {
    let ours = model.unanswered > 0 || model.read_again.as_deref() == Some(id) && model.desk.ready(id).is_none();
    model.desk.forget_one(id);
    if ours {
        // What was saved here is no news; should it be another's, it is read all the same.
        model.read_again = Some(id.to_owned());
    } else if model.writing.is_none() && model.prompt.is_none() {
        model.say("The brief's file was changed by something else; here it is as it is now.");
    }
    vec![Effect::Refresh(model.generation)]
}
