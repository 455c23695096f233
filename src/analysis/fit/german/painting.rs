//! What a German sentence only paints or promises: somebody who sits by a window, a writer who explains why. Refuses to judge what
//! is told by the way of it: only plain cases count.

use std::sync::LazyLock;

use super::FINITE;
use crate::analysis::lexicon::{Words, table};
use crate::analysis::quotations::Quoted;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// Verbs for how somebody or something is there, in the present.
static POSTURES: Words = LazyLock::new(|| {
    table(
        "steht stehen sitzt sitzen liegt liegen hängt hängen lehnt lehnen kniet knien blickt blicken schaut schauen starrt starren \
         lächelt lacht nickt winkt grinst weint seufzt läuft laufen rennt tritt betritt überquert besteigt öffnet verschwindet \
         schlendert umarmt umarmen tollen stapeln prasselt flackert knistert duftet brummt",
    )
});

/// How nouns end for what is around somebody in a scene.
const AROUND: &[&str] = &[
    "büro",
    "bücherregal",
    "regal",
    "stuhl",
    "stühlen",
    "sessel",
    "sofa",
    "couch",
    "zelt",
    "fenster",
    "garten",
    "küche",
    "wohnzimmer",
    "zimmer",
    "händen",
    "armen",
    "rasen",
    "flur",
    "treppe",
    "laterne",
    "computer",
    "bildschirm",
    "terrasse",
    "balkon",
    "café",
    "straßenrand",
    "bürgersteig",
    "hinterhof",
    "bett",
    "schreibtisch",
    "schrank",
    "küchentisch",
    "kaffeetasse",
    "gesicht",
    "veranda",
    "werkbank",
    "lagerfeuer",
];

/// Whether a German sentence only paints or promises.
pub(super) fn paints(text: &str) -> bool {
    let quoted = Quoted::default().spans(text);
    let words: Vec<(Span, &str)> = segment::each_word(text, |(span, word)| (span, word));
    let free = |span: Span| !quoted.iter().any(|quotation| quotation.covers(span));
    let posture = words.iter().any(|(span, word)| POSTURES.contains(word) && free(*span));
    let around = |(span, word): &(Span, &str)| {
        let word = lower(word);
        free(*span)
            && AROUND.iter().any(|end| word.ends_with(end) || word.strip_suffix('s').is_some_and(|w| w.ends_with(end)))
    };
    posture && words.iter().any(|word| word.1.starts_with(char::is_uppercase) && around(word))
        || promises(text, &words)
        || is_commonplace(text, &words)
        || asks(text, &words)
}

/// 'Wie alt ist das Licht: ein Gespräch': a question, as its verb shows, whatever mark ends it.
fn asks(text: &str, words: &[(Span, &str)]) -> bool {
    const ASKING: &[&str] =
        &["Wie", "Was", "Warum", "Wieso", "Weshalb", "Wer", "Wo", "Wann", "Woher", "Welche", "Welcher", "Welches"];
    let clause = text.find([',', ':', ';', '–']).unwrap_or(text.len());
    let inside = words.iter().take_while(|(span, _)| span.end().bytes() <= clause).count();
    let asking = words.first().is_some_and(|(span, word)| span.start().bytes() == 0 && ASKING.contains(word));
    asking
        && (1..inside.min(4)).any(|at| at + 1 < inside && words.get(at).is_some_and(|(_, word)| FINITE.contains(word)))
}

/// 'Beim Stichwort Hafen denken viele an Schiffe', 'Wer Licht sucht, kann eine Lampe kaufen', 'Ob es brennt, muss sich zeigen.'
fn is_commonplace(text: &str, words: &[(Span, &str)]) -> bool {
    let at = |at: usize| words.get(at).map_or("", |word| word.1);
    let pairs = || words.windows(2).map(|pair| (pair.first().map_or("", |w| w.1), pair.last().map_or("", |w| w.1)));
    let thought = pairs().any(|(a, b)| a == "denken" && matches!(b, "viele" | "die" | "wir"));
    let associates = matches!(at(0), "Beim" | "Bei") && thought;
    let wish = |word: &str| matches!(word, "will" | "möchte" | "sucht" | "mag" | "hat");
    let may = |word: &str| matches!(word, "kann" | "sollte" | "muss" | "darf" | "findet");
    let advises = at(0) == "Wer" && pairs().any(|(a, b)| wish(a) && may(b)) && !text.contains(['„', '»', '«']);
    let last = words.last().map_or("", |word| word.1);
    let waits = matches!(at(0), "Ob" | "Wie" | "Wann" | "Was") && matches!(last, "abzuwarten" | "zeigen");
    associates || advises || waits
}

/// 'Hale erklärt, warum das Licht brennt.', 'Was das Licht kostet, weiß Hale.': the answer, the rest of the page has.
fn promises(text: &str, words: &[(Span, &str)]) -> bool {
    static TELLING: Words = LazyLock::new(|| table("erklärt verrät weiß weiss erläutert schildert beantwortet zeigt"));
    static ASKING: Words = LazyLock::new(|| {
        table("wie warum was welche welcher welches welchen wieso weshalb wo wann wer woran worauf womit")
    });
    let lowered = |at: usize| words.get(at).map_or("".into(), |word| lower(word.1));
    let gap = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or(0, |word| word.0.end().bytes());
        text.get(before..words.get(at).map_or(text.len(), |word| word.0.start().bytes())).unwrap_or("")
    };
    let Some(at) = words.iter().position(|(_, word)| TELLING.contains(word)) else { return false };
    let shows = lowered(at) == "zeigt";
    // 'Wie alt das Licht ist, weiß Ines Hale.'
    if ASKING.contains(&*lowered(0)) && gap(at).contains(',') && words.len() - at <= 8 {
        return !shows && !text.contains([':', '„', '«', '"']);
    }
    let asked = lowered(at + 1);
    let person = words.get(at.wrapping_sub(1)).is_some_and(|(_, word)| word.starts_with(char::is_uppercase)) && at >= 2;
    let certain = gap(at + 1).contains(',') && ASKING.contains(&*asked) && !(shows && asked == "wie");
    let more = (at + 2..words.len()).any(|i| gap(i).contains([':', ';', '–', '„', '"']));
    certain && person && !more
}

#[cfg(test)]
mod tests {
    use super::paints;

    #[test]
    fn a_scene_and_a_promise_are_known_in_german() {
        for (sentence, paints_only) in [
            ("Im Büro des Hafens stehen drei Lotsen um einen Computer herum.", true),
            ("Ines Hale und Tom Maddock liegen sich in den Armen.", true),
            ("Der Lotse verschwindet in einem Zelt auf der Mole.", true),
            ("Hafenmeisterin Ines Hale erklärt, warum das Licht brennt.", true),
            ("Der Bericht gibt Rat und zeigt, welche Lampen im Hafen brennen.", false),
            ("Lotsin Ines Hale verrät, was das Licht kostet.", true),
            ("Wie alt das Licht ist, weiß Hafenmeisterin Ines Hale.", true),
            ("Der Plan liegt auf dem Tisch.", false),
            ("Wie alt ist das Licht: ein Gespräch mit Ines Hale.", true),
            ("Wie das Hafenamt sagt, ist das Licht alt.", false),
            ("Wer nicht zahlt, bleibt im Hafen.", false),
            ("Beim Stichwort Hafen denken viele an Schiffe.", true),
            ("Wer im Hafen Licht haben will, kann eine Lampe kaufen.", true),
            ("Wer Schiffe lenkt, muss eine Prüfung ablegen.", false),
            ("Ob das Licht hält, muss sich noch zeigen.", true),
            ("Ob das Licht brennt, ist noch nicht bekannt.", false),
            ("Kerrick steht vor der Wahl.", false),
            ("Ines Hale stand am Fenster, als das Schiff sank.", false),
            ("Die Fahrt zeigt, wie alt die Lampen sind.", false),
            ("Ines Hale erklärt, das Licht sei aus.", false),
        ] {
            assert_eq!(paints(sentence), paints_only, "{sentence}");
        }
    }
}
