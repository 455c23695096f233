//! Whether a sentence bids its reader do something, by the bare verb it begins with. English, German and French.

use std::sync::LazyLock;

use crate::analysis::lexicon::{Words, table};
use crate::analysis::wording::Wording;
use crate::text::stem::lower;

/// Verbs that are no nouns.
static VERBS: Words = LazyLock::new(|| {
    table(
        "build attract avoid consider choose create make take find give ensure invest learn keep get ask remember \
        don't never identify add decide tell write bring pick prepare explore discover enjoy let include \
        understand determine grab combine mix serve buy sell eat drink wear browse maintain download subscribe live \
        reduce increase recognize integrate",
    )
});
/// Verbs that are nouns too, with the word that makes a bidding of them.
const PHRASAL: &[(&str, &str)] = &[("sign", "up"), ("log", "in"), ("tune", "in"), ("check", "out"), ("click", "here")];
/// German ones, to one reader and to several.
static GERMAN: Words = LazyLock::new(|| {
    table(
        "achtet achte nehmt nimm esst iss trinkt trinke vermeidet vermeide probiert probiere nutzt nutze versucht versuche \
         lasst schaut verzichtet verzichte verwendet verwende haltet gebt gib vergesst vergiss stellt gönnt gönn tragt kombiniert wählt",
    )
});
/// What an opening begins with behind which something may be bidden.
const OPENING: &[&str] = &["to", "if", "when", "instead", "before", "no", "once", "whenever"];
/// Verbs that bid before '-ing' or 'to'.
const TRYING: &[&str] = &["aim", "try", "start", "begin", "stop"];
/// Verbs that are nouns or past forms as well.
static EITHER: Words = LazyLock::new(|| {
    table(
        "work use look focus talk set plan start check track read stop try save wash visit join call put cut limit \
        test turn spend follow show share open do go be think register order book pay review place click sign \
        store move",
    )
});
/// What a verb that may be a noun is followed by where it bids.
static OBJECTS: Words =
    LazyLock::new(|| table("your the a an each every these those all any only yourself it them not"));

/// Whether a sentence that begins with that word may bid its reader do something: most words can be told at once.
pub fn may_bid(first: &str) -> bool {
    let first = lower(first);
    let tried = TRYING.contains(&&*first) || PHRASAL.iter().any(|(verb, _)| *verb == first);
    let abroad = first.ends_with("en") || first.ends_with("ez") || GERMAN.contains(&*first);
    tried || abroad || VERBS.contains(&*first) || EITHER.contains(&*first) || OPENING.contains(&&*first)
}

/// Whether a sentence bids its reader do something: it begins with the bare form of a verb.
pub fn is_imperative(wording: &Wording<'_>) -> bool {
    if german_imperative(wording) || french_imperative(wording) {
        return true;
    }
    let from = behind_opening(wording);
    let (first, next, third) = (wording.word(from), wording.word(from + 1), wording.word(from + 2));
    let name = wording.is_capital(from + 1) && !OBJECTS.contains(next);
    if wording.len() < from + 3 || wording.quotation(from).is_some() || wording.parted(from + 1) || name {
        return false;
    }
    if PHRASAL.contains(&(first, next)) || TRYING.contains(&first) && (next.ends_with("ing") || next == "to") {
        return true;
    }
    if VERBS.contains(first) {
        // 'Make Poverty History', 'Add to that a storm', 'Never has a storm', 'Get rid of' is left.
        let none = ["of", "to", "has", "was", "is", "were", "had", "by", "before"];
        return !none.contains(&next) || first == "don't";
    }
    let told = OBJECTS.contains(next) || matches!(third, "your" | "yourself");
    let bidden = from > 0 && matches!(next, "on" | "to" | "with" | "up") && speaks_to_reader(wording);
    EITHER.contains(first) && (told || bidden)
}

/// 'Achten Sie auf', 'Nehmt euch Zeit', 'Versucht es', 'Vermeide den Nebel'.
fn german_imperative(wording: &Wording<'_>) -> bool {
    let (first, next) = (wording.word(0), wording.word(1));
    let polite = first.ends_with("en") && wording.raw(1) == "Sie";
    let object = wording.is_capital(1)
        || matches!(
            next,
            "euch"
                | "eure"
                | "euren"
                | "dir"
                | "auf"
                | "nach"
                | "den"
                | "das"
                | "die"
                | "einen"
                | "eine"
                | "keine"
                | "nur"
                | "es"
        );
    !wording.parted(1) && (polite || wording.language() == Some("de") && GERMAN.contains(first) && object)
}

/// 'Évitez les'.
fn french_imperative(wording: &Wording<'_>) -> bool {
    let (first, next) = (wording.word(0), wording.word(1));
    let bids = first.ends_with("ez") && !matches!(first, "chez" | "assez" | "rendez");
    bids && matches!(next, "le" | "la" | "les" | "un" | "une" | "des" | "vos" | "votre" | "bien" | "à" | "toujours")
}

/// Where what is bidden begins: behind 'To save more,' and 'If you are unsure,'; else with the sentence.
fn behind_opening(wording: &Wording<'_>) -> usize {
    let Some(from) =
        OPENING.contains(&wording.word(0)).then(|| (2..wording.len()).find(|&at| wording.parted(at))).flatten()
    else {
        return 0;
    };
    from + usize::from(matches!(wording.word(from), "simply" | "just" | "then" | "please" | "always" | "also"))
}

/// 'If you are unsure', 'Instead of waiting', 'To save more'.
fn speaks_to_reader(wording: &Wording<'_>) -> bool {
    let reader = |word: &str| matches!(word.split(['\'', '’']).next(), Some("you" | "your"));
    matches!(wording.word(0), "instead" | "to") || (0..wording.len()).any(|at| reader(wording.word(at)))
}
