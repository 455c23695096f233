//! What in an English claim belongs to a story that is being told: a scene, a time reckoned from another one, an opening that
//! hangs on a subject. By lists of words. Refuses to find what a claim leans on.

use std::sync::LazyLock;

use super::Spoken;
use super::cue::{Cue, Cues};
use crate::analysis::lexicon::{Words, table};
use crate::analysis::tense::is_past;

/// What people do in a scene, how they look, and where.
static SCENE: Words = LazyLock::new(|| {
    table(
        "smiled smiles smiling walked walks walking watched watches stood stands stared laughed laughs nodded nods glanced \
         waved clapped cheered wearing wore dressed sat sits sitting leaned whispered shouted gathered arrived arriving \
         departing appeared emerged strolled hugged posed sipped grinned sighed greeted chatting pulled pushed knelt packed \
         crowd audience room stage doorway sunny wintry snow",
    )
});

/// Stretches of time that are counted from another one.
static STRETCHES: Words = LazyLock::new(|| table("minutes hours days weeks months years day week month year"));

/// Counts what belongs to a story.
pub(super) fn count(words: &[Spoken<'_>], cues: &mut Cues) {
    let word = |at: usize| words.get(at).map_or("", |word| &*word.lower);
    let first = word(0);
    let participle = first.len() > 4 && (first.ends_with("ed") || first.ends_with("ing"))
        || matches!(first, "set" | "born" | "known" | "built" | "made" | "led");
    cues.flag(Cue::OpensParticiple, participle && words.first().is_some_and(|word| !word.quoted));
    for (at, spoken) in words.iter().enumerate().filter(|(_, word)| !word.quoted) {
        let (this, next) = (&*spoken.lower, word(at + 1));
        cues.flag(Cue::Scene, this.len() > 3 && SCENE.contains(this));
        match this {
            "had" => cues.flag(Cue::Had, is_past(next) || is_past(word(at + 2))),
            "was" | "were" => cues.flag(Cue::Going, next.len() > 4 && next.ends_with("ing")),
            "later" | "earlier" | "before" | "after" | "afterwards" => {
                let counted = at.checked_sub(1).and_then(|at| words.get(at)).filter(|before| !before.quoted);
                cues.flag(Cue::DaysLater, counted.is_some_and(|before| STRETCHES.contains(&*before.lower)));
            }
            _ => {}
        }
    }
}
