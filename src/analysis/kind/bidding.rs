//! Whether a sentence bids its reader do something, by the bare verb it begins with. English, German and French.

use std::sync::LazyLock;

use crate::analysis::lexicon::{Words, table};
use crate::analysis::wording::Wording;

/// Whether a sentence bids its reader do something: it begins with the bare form of a verb.
pub(super) fn is_imperative(wording: &Wording<'_>) -> bool {
    /// Verbs that are no nouns.
    static VERBS: Words = LazyLock::new(|| {
        table(
            "build attract avoid consider choose create make take find give ensure invest learn keep get ask remember \
            don't never identify add decide tell write bring pick prepare explore discover enjoy let include \
            understand determine grab combine mix serve buy sell eat drink wear browse maintain download subscribe",
        )
    });
    /// Verbs that are nouns or past forms as well.
    static EITHER: Words = LazyLock::new(|| {
        table(
            "work use look focus talk set plan start check track read stop try save wash visit join call put cut limit \
            test turn spend follow show share open do go be think register order book pay review place click sign \
            store",
        )
    });
    static OBJECTS: Words =
        LazyLock::new(|| table("your the a an each every these those all any only yourself it them not"));
    if german_imperative(wording) || french_imperative(wording) {
        return true;
    }
    let (first, next, third) = (wording.word(0), wording.word(1), wording.word(2));
    let name = wording.is_capital(1) && !OBJECTS.contains(next);
    if wording.len() < 3 || wording.quotation(0).is_some() || wording.parted(1) || name {
        return false;
    }
    if VERBS.contains(first) {
        // 'Make Poverty History', 'Add to that a storm', 'Never has a storm', 'Get rid of' is left.
        let none = ["of", "to", "has", "was", "is", "were", "had", "by", "before"];
        return !none.contains(&next) || first == "don't";
    }
    EITHER.contains(first) && (OBJECTS.contains(next) || matches!(third, "your" | "yourself"))
}

/// 'Achten Sie auf'.
fn german_imperative(wording: &Wording<'_>) -> bool {
    wording.word(0).ends_with("en") && wording.raw(1) == "Sie" && !wording.parted(1)
}

/// 'Évitez les'.
fn french_imperative(wording: &Wording<'_>) -> bool {
    let (first, next) = (wording.word(0), wording.word(1));
    let bids = first.ends_with("ez") && !matches!(first, "chez" | "assez" | "rendez");
    bids && matches!(next, "le" | "la" | "les" | "un" | "une" | "des" | "vos" | "votre" | "bien" | "à" | "toujours")
}
