//! What German 'wird', 'soll' and 'muss' say: what lies ahead, what is done, what is told, what is asked for. Refuses other
//! languages.

use std::sync::LazyLock;

use crate::analysis::lexicon::{Words, table};
use crate::analysis::wording::Wording;

/// Whether German 'wird' or 'soll' says what lies ahead: an infinitive ends its clause, or it names a time to come.
pub(super) fn looks_ahead(wording: &Wording<'_>, at: usize) -> bool {
    const TO_COME: &[&str] =
        &["künftig", "bald", "demnächst", "zukunft", "nächsten", "nächste", "nächstes", "kommenden", "kommende"];
    let clause = wording.stretch(at);
    let rumour = matches!(wording.word(at), "soll" | "sollen");
    let time = clause
        .clone()
        .any(|i| TO_COME.contains(&wording.word(i)) || wording.raw(i) == "morgen" && wording.before(i, 1) != "am");
    // 'die verwendet werden können': what can be done.
    if matches!(wording.word(at + 1), "können" | "kann" | "konnten" | "müssen" | "dürfen" | "könnten") {
        return false;
    }
    let last = clause.end.saturating_sub(1);
    if is_relative(wording, at) {
        return false;
    }
    // 'die angewärmt werden und sich anfühlen wie': what is done.
    let participle = wording.before(at, 1).contains("ge") && wording.before(at, 1).ends_with('t');
    if wording.word(at) == "werden" && participle && !wording.parted(at) {
        return false;
    }
    // 'Wer das Licht sehen will': a wish of anybody.
    let wish = matches!(wording.word(at), "will" | "wollen");
    if wish && (last == at || wording.word(at + 1) == "man") {
        return false;
    }
    // 'dass das Schiff sinken wird'
    let last = if last == at { at.saturating_sub(1) } else { last };
    let ending = wording.word(last);
    let infinitive = |i: usize| i != at && !wording.is_capital(i) && is_infinitive(wording.word(i));
    let perfect = matches!(ending, "haben" | "sein");
    // 'Wird fast jedes Schiff alt sein', not 'soll gesunken sein'.
    let before = wording.before(last, 1);
    let done = before.len() > 4 && (before.contains("ge") || before.ends_with('t')) || before.ends_with("en");
    let done = done && !wording.is_capital(last.saturating_sub(1));
    let to_be = perfect && !rumour && !wish && last > at && !done;
    // 'Werden in diesem Jahr mehr als 40 Boote erwartet'.
    if matches!(wording.word(at), "wird" | "werden") && ending == "erwartet" {
        return true;
    }
    // 'Werden sich eher am Hafen orientieren als am Meer'.
    let compared = (at + 1..last).any(|i| infinitive(i) && matches!(wording.word(i + 1), "als" | "wie"));
    !perfect && infinitive(last) || to_be || compared || time && !wish && !(rumour && ending == "haben")
}

/// 'Muss endlich handeln', 'müssen rasch beginnen': a duty that is asked for, not one that is told.
pub(super) fn is_urgent(wording: &Wording<'_>, at: usize) -> bool {
    static HASTE: Words = LazyLock::new(|| {
        table(
            "endlich jetzt dringend unbedingt schnell schneller schnellstmöglich rasch rascher umgehend sofort \
             unverzüglich zügig konsequent entschieden deutlich stärker dafür",
        )
    });
    wording.stretch(at).any(|i| HASTE.contains(wording.word(i)))
}

/// ', der die Stadt verändern soll,', 'was das leisten soll': at the end of a clause that says which or what.
fn is_relative(wording: &Wording<'_>, at: usize) -> bool {
    const OPENING: &[&str] =
        &["der", "die", "das", "den", "dem", "deren", "dessen", "was", "wer", "wie", "wo", "womit"];
    let clause = wording.stretch(at);
    let opens = OPENING.contains(&wording.word(clause.start)) && !wording.is_capital(clause.start);
    clause.start > 0 && clause.end == at + 1 && opens
}

/// Whether a German sentence praises or blames by an adjective.
pub(super) fn values(wording: &Wording<'_>) -> bool {
    static VALUES: Words = LazyLock::new(|| {
        table(
            "beeindruckend bemerkenswert erstaunlich enttäuschend fragwürdig skandalös hervorragend großartig grandios \
             faszinierend wunderbar wunderschön traumhaft toll einzigartig brillant exzellent absurd lächerlich peinlich \
             zynisch perfide desaströs katastrophal unglaublich unverzichtbar vielversprechend überzeugend verlockend \
             empfehlenswert sehenswert lesenswert gelungen misslungen langweilig köstlich lecker stilvoll legendär \
             charmant sympathisch einwandfrei ungerecht unfair verantwortungslos rücksichtslos heuchlerisch armselig \
             erbärmlich genial sensationell spektakulär atemberaubend meisterhaft kläglich dilettantisch",
        )
    });
    const ENDINGS: &[&str] = &["e", "en", "er", "es"];
    // 'Ein beeindruckendes Licht', 'ist beeindruckend'; not 'mit beeindruckendem Licht', by the way.
    let value = |at: usize| {
        let word = wording.word(at);
        let new = matches!(wording.before(at, 1), "ein" | "eine" | "einen" | "kein" | "keine");
        let bent =
            || ENDINGS.iter().any(|end| word.strip_suffix(end).is_some_and(|adjective| VALUES.contains(adjective)));
        !wording.is_capital(at) && (VALUES.contains(word) || new && bent())
    };
    wording.language() == Some("de") && (1..wording.len()).any(|at| value(at) && wording.quotation(at).is_none())
}

/// Whether a German word in lower case is an infinitive by its form.
fn is_infinitive(word: &str) -> bool {
    static PARTICIPLES: Words = LazyLock::new(|| {
        table(
            "nommen boten troffen schoben schlossen schieden loren hoben worfen sprochen brochen funden bunden zogen \
            rissen schrieben trieben wiesen standen gangen worben storben griffen stiegen wonnen worden \
            vergeben",
        )
    });
    static PREFIXES: Words = LazyLock::new(|| {
        table(
            "ab an auf aus bei ein fest frei her hin los mit nach nieder statt um vor weg zu zurück zusammen heraus \
            hinzu wieder",
        )
    });
    let bare = PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix)).any(|rest| rest.starts_with("ge"));
    let past = bare
        || word.starts_with("ge")
            && !matches!(word, "gehen" | "geben" | "gelten" | "gehören" | "gewinnen" | "gelingen");
    let ends = ["en", "ern", "eln"].iter().any(|end| word.ends_with(end));
    ends && word.chars().count() > 4 && !past && !PARTICIPLES.iter().any(|end| word.ends_with(end))
}
