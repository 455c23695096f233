//! Whether a German sentence tells what somebody else says, by the mood of its verb: 'Das Licht sei aus'. Refuses the mood
//! where it wishes or compares, and where it stands in a clause that another verb explains.

use std::sync::LazyLock;

use super::super::is_quoted;
use super::is_saying;
use crate::analysis::lexicon::{Words, table};
use crate::text::segment;
use crate::text::stem::lower;

/// Forms of the mood that are no other form of a verb in the third person, in lower case.
static FORMS: Words = LazyLock::new(|| {
    table(
        "sei seien habe werde könne müsse solle dürfe wolle möge wisse brauche gehe komme stehe gebe lasse liege falle \
         bleibe halte nehme sehe finde führe bringe mache tue erhalte gelte handle handele spreche trage fehle leide \
         drohe gehöre erweitere vereinfache nutze biete befinde beginne entstehe ergebe diene helfe laufe verliere \
         gewinne verstehe schaffe setze zeige bedeute betreffe bestehe erfolge werfe kenne glaube denke arbeite",
    )
});

/// What opens a clause that hangs on another, in lower case.
static BINDING: Words = LazyLock::new(|| {
    table(
        "dass ob weil wenn da wie was wer wo warum obwohl nachdem bevor bis als damit der die das den dem deren dessen \
         denen welche welcher welches woran worauf",
    )
});

/// Whether the main clause of a sentence is reported speech.
pub fn is_reported(text: &str) -> bool {
    let words: Vec<_> = segment::each_word(text, |(span, word)| (span, word));
    let word =
        |at: Option<usize>| at.and_then(|at| words.get(at)).map_or(std::borrow::Cow::Borrowed(""), |w| lower(w.1));
    let gap = |at: usize| {
        let from = at.checked_sub(1).and_then(|i| words.get(i)).map_or(0, |w| w.0.end().bytes());
        text.get(from..words.get(at).map_or(text.len(), |w| w.0.start().bytes())).unwrap_or("")
    };
    // 'Das Licht sei aus, heißt es.'
    let bare = text.ends_with(", heißt es.") || text.ends_with(", hieß es.");
    let told = |word: &str| {
        is_saying(word) || matches!(word, "ich" | "Ich") || !bare && matches!(word, "heißt" | "hieß" | "heisst")
    };
    if words.iter().any(|(span, word)| told(word) && !is_quoted(text, *span)) {
        return false;
    }
    (1..words.len()).any(|at| {
        let Some((span, verb)) = words.get(at).copied().filter(|w| FORMS.contains(&w.1) && !is_quoted(text, w.0))
        else {
            return false;
        };
        let before = word(at.checked_sub(1));
        // 'Als sei nichts gewesen', 'es sei denn', 'man nehme', 'sei es im Hafen oder auf See'.
        let advised =
            before == "man" && !matches!(verb, "müsse" | "könne" | "solle" | "dürfe" | "habe" | "wolle" | "wisse");
        let other = matches!(&*before, "als" | "wie")
            || advised
            || &*before == "es" && word(Some(at + 1)) == "denn"
            || verb == "sei" && word(Some(at + 1)) == "es" && gap(at).contains(',')
            || verb == "sei"
                && (word(Some(at + 1)) == "dank" || text.contains("oder sei es") || text.matches("sei es").count() > 1);
        let from = (1..=at).rev().find(|&i| gap(i).contains([',', ';', ':', '–', '(', '"', '„'])).unwrap_or(0);
        // 'Wer das mache, verkenne die Lage': the first clause is reported too.
        let whether = from > 0 || matches!(&*word(Some(from)), "ob" | "dass");
        let last = gap(at + 1).contains([',', '.', ';', ':', '–', '!', '?'])
            || matches!(&*word(Some(at + 1)), "und" | "oder" | "wie" | "als" | "");
        let bound = BINDING.contains(&*word(Some(from))) && whether && last;
        !other && !bound && !span.is_empty()
    })
}

/// Whether a sentence may go on with what somebody says, by the mood that stands in for the other where that has no form of its
/// own: 'Die Lampen könnten brennen.' So it does beside one that does so plainly.
pub fn may_go_on_reporting(text: &str) -> bool {
    const FORMS: &[&str] = &[
        "sollen",
        "sollten",
        "könnten",
        "würden",
        "müssten",
        "hätten",
        "wären",
        "ließen",
        "kämen",
        "gingen",
        "bräuchten",
        "dürften",
        "gäben",
        "blieben",
        "stünden",
        "lägen",
    ];
    let mut words = segment::each_word(text, |(span, word)| (span, word)).into_iter().skip(1).take(6);
    let conditional = ["wenn", "falls", "Wenn", "Falls", "würde", "Sonst", "sonst"];
    let free = !segment::words(text).any(|(_, word)| conditional.contains(&word) || is_saying(word));
    free && words.any(|(span, word)| FORMS.contains(&word) && !is_quoted(text, span))
}

#[cfg(test)]
mod tests {
    use super::{is_reported, may_go_on_reporting};

    #[test]
    fn what_may_be_reported_has_the_mood_that_stands_in() {
        for (sentence, may) in [
            ("Die Lotsen könnten die Lampen sehen.", true),
            ("Die Lotsen können die Lampen sehen.", false),
            ("Vor allem sollen sich die Lampen drehen.", true),
            ("Wenn Nebel käme, könnten die Lotsen nichts sehen.", false),
            ("Die Lotsen könnten nichts sehen, sagte Hale.", false),
        ] {
            assert_eq!(may_go_on_reporting(sentence), may, "{sentence}");
        }
    }

    #[test]
    fn reported_speech_is_told_by_its_mood() {
        for (sentence, reported) in [
            ("Das Licht sei am Freitag aus gewesen.", true),
            ("Nun brauche es ein neues Licht.", true),
            ("Zwar vereinfache die Lampe die Fahrt.", true),
            ("Hale sagt, dass das Licht aus sei.", false),
            ("Das Licht ist aus, als sei nichts gewesen.", false),
            ("Jedes Schiff, es sei denn ein Kahn, hat ein Licht.", false),
            ("Man nehme eine Lampe.", false),
            ("Man müsse jede Lampe löschen.", true),
            ("Ich habe das Licht gesehen.", false),
            ("Die Frage, ob das Licht aus sei, ist offen.", false),
            ("Hale rief: „Das Licht sei verflucht.“", false),
            ("Das Licht fehlt überall, sei es im Hafen oder auf See.", false),
            ("Wer das mache, verkenne die Lage im Hafen.", true),
            ("Drei Lampen fehlten, das seien zu viele.", true),
            ("Oft heißt es, das Licht sei aus.", false),
            ("Das Licht ist aus.", false),
            ("Das Licht sei aus, heißt es.", true),
            ("Das Licht sei aus, heißt es im Rathaus.", false),
        ] {
            assert_eq!(is_reported(sentence), reported, "{sentence}");
        }
    }
}
