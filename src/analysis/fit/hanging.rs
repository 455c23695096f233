//! What an English sentence hangs on though no pronoun says so: an opening that counts on from another sentence, an announcement
//! whose content comes next, a verb or a comparison without what it is about, a scene that is painted. By lists of words.
//! Refuses to judge what stands in quotation marks, and to mend what hangs.

use std::sync::LazyLock;

use super::verbs::is_finite;
use crate::analysis::lexicon::{Words, table};

/// Nouns of which an article counts several: 'A second reason is'.
static COUNTED: Words = LazyLock::new(|| {
    table(
        "reason factor problem issue question option advantage disadvantage theory challenge concern lure benefit argument \
         point explanation possibility example way approach step category change result consequence strategy goal lesson \
         threat risk drawback difference wave phase part piece element aspect clue hint sign obstacle hurdle",
    )
});

/// Nouns that announce what the next sentence tells.
static ANNOUNCED: Words = LazyLock::new(|| {
    table(
        "hurdles challenges problems obstacles questions reasons ways factors options theories difficulties issues conclusions \
         conclusion possibilities explanations advantages disadvantages drawbacks exceptions caveats surprises lessons \
         differences similarities scenarios",
    )
});

/// Words before such nouns that leave them without content.
static BARE: Words = LazyLock::new(|| {
    table(
        "plenty of several many some other few two three four five six a number lot lots various different similar \
         same opposite own big major key more numerous significant serious real additional additionally such rather very \
         completely entirely quite interesting main possible important",
    )
});

/// What people do in a scene.
static POSTURES: Words = LazyLock::new(|| {
    table(
        "standing sitting leaning staring kneeling perched pacing sipping lounging squinting peering grinning smiling beaming \
         slumped crouching strolling chatting nursing gesturing gazing shivering huddled",
    )
});

/// Whether the words of an English sentence, in lower case, hang on another sentence.
pub(super) fn hangs(words: &[&str]) -> bool {
    counts_on(words)
        || announces(words)
        || lacks_what_it_is_about(words)
        || paints(words)
        || lacks_its_subject(words)
        || points_at_a_clause(words)
        || points_on_the_page(words)
}

/// 'A second reason', 'The other members', 'Back then'.
fn counts_on(words: &[&str]) -> bool {
    match words {
        ["a", "second" | "third" | "fourth" | "fifth" | "further", noun, ..] => COUNTED.contains(*noun),
        ["the", "second" | "third" | "fourth" | "fifth" | "final" | "last", noun, "is" | "was", ..] => {
            COUNTED.contains(*noun)
        }
        ["the", "other" | "others", ..] => true,
        ["back", "then", ..] | ["even", "then", ..] | ["to", "date", "none", ..] => true,
        _ => false,
    }
}

/// 'Kerrick faces plenty of hurdles.', 'They reached rather different conclusions.', 'The port was not the only one to suffer.'
fn announces(words: &[&str]) -> bool {
    let bare = |word: &&&str| BARE.contains(**word);
    if let Some((last, before)) = words.split_last()
        && ANNOUNCED.contains(*last)
        && before.last().is_some_and(|word| bare(&word))
        && words.len() < 16
    {
        return true;
    }
    let only = words.windows(5).any(|five| {
        matches!(
            five,
            [_, "isn't" | "wasn't" | "aren't" | "weren't", "the", "only", _]
                | ["is" | "was" | "are" | "were", "not", "the", "only", _]
                | ["is" | "was" | "are" | "were", "not", "alone", "in", _]
        )
    });
    let told = words.iter().any(|word| matches!(*word, "but" | "also" | "because"));
    let what_it_did = words.len() > 3
        && matches!(words.get(words.len() - 3..), Some([.., "what", "it" | "they" | "he" | "she" | "we", _]));
    only && !told || what_it_did || opens_list(words)
}

/// 'There are several reasons for the fog.'
fn opens_list(words: &[&str]) -> bool {
    let ["there", "are" | "were", rest @ ..] = words else { return false };
    let amount = rest.iter().take_while(|word| BARE.contains(**word)).count();
    amount > 0 && words.len() < 14 && rest.get(amount).is_some_and(|word| ANNOUNCED.contains(*word))
}

/// 'Hale disagreed.', 'The wait was even longer.'
fn lacks_what_it_is_about(words: &[&str]) -> bool {
    let disagrees = matches!(
        words.last(),
        Some(&("disagree" | "disagrees" | "disagreed" | "agree" | "agrees" | "agreed" | "concurred" | "concurs"))
    );
    // 'Even younger sailors': only where nothing follows what is compared.
    let compared = matches!(words, [.., "even", more] if more.len() > 4 && more.ends_with("er") && !matches!(*more, "after" | "later"));
    disagrees && words.len() < 9 || compared
}

/// 'When that does not work, the lamp is lit.', 'Hale said this was why the lamp was out.'
fn points_at_a_clause(words: &[&str]) -> bool {
    const OPENS: &[&str] =
        &["when", "if", "while", "because", "once", "although", "though", "since", "unless", "until"];
    let does = |word: &str| {
        let word = word.trim_end_matches("n't");
        matches!(
            word,
            "is" | "was" | "are" | "were" | "does" | "did" | "do" | "has" | "had" | "will" | "would" | "ca" | "can"
        ) || matches!(word, "happens" | "happened" | "fails" | "failed" | "occurs" | "occurred" | "means" | "meant")
    };
    let opened =
        matches!(words, [first, "this" | "that" | "these" | "those", verb, ..] if OPENS.contains(first) && does(verb));
    let said = |three: &[&str]| matches!(three, ["said" | "says" | "added" | "adds" | "say" | "noted", "this", verb] if does(verb));
    // 'While both have sunk, the ferry sails.'
    let opened =
        opened || matches!(words, ["while" | "although" | "though", "both", verb, ..] if does(verb) || *verb == "have");
    opened || words.windows(3).any(said)
}

/// 'The lamps described above', 'as shown below'.
fn points_on_the_page(words: &[&str]) -> bool {
    const TOLD: &[&str] =
        &["described", "mentioned", "outlined", "listed", "noted", "discussed", "shown", "pictured", "cited", "quoted"];
    words.windows(2).any(|pair| matches!(pair, [told, "above" | "below"] if TOLD.contains(told)))
}

/// 'Presented by Tom Hale, Kerrick Lines and the port.': a credit without what it is of.
fn lacks_its_subject(words: &[&str]) -> bool {
    const CREDITS: &[&str] = &[
        "presented",
        "sponsored",
        "hosted",
        "written",
        "produced",
        "directed",
        "edited",
        "compiled",
        "filmed",
        "reported",
    ];
    let [first, "by", rest @ ..] = words else { return false };
    CREDITS.contains(first) && !rest.iter().any(|word| word.ends_with("ed") || is_finite(word))
}

/// 'Hale is standing on the pier in sea boots', 'his gaze travels'.
fn paints(words: &[&str]) -> bool {
    let posture = words
        .windows(2)
        .any(|pair| matches!(pair, ["is" | "are" | "sits" | "stands", posture] if POSTURES.contains(*posture)));
    posture || words.contains(&"gaze")
}

#[cfg(test)]
mod tests {
    use super::hangs;

    #[test]
    fn what_hangs_on_another_sentence_is_told_from_what_does_not() {
        for (sentence, expected) in [
            ("a second reason for the fog is the cold", true),
            ("a second ferry sank in the bay of kerrick", false),
            ("the other members of the crew stayed", true),
            ("back then the port was closed", true),
            ("the port faces plenty of hurdles", true),
            ("the two crews reached rather different conclusions", true),
            ("the report answers the questions", false),
            ("the lamp wasn't the only thing lost in the storm", true),
            ("the lamp was not the only thing lost but the pier sank too", false),
            ("hale is the first if not the only master of the port", false),
            ("the letter describes the pier and what it cost", true),
            ("there are several reasons for the fog", true),
            ("there are several ships in the bay", false),
            ("the harbour master disagreed", true),
            ("the way to kerrick is even longer", true),
            ("the way to kerrick is even longer than that to norland", false),
            ("even after the storm the ferry sailed", false),
            ("hale is standing on the pier in sea boots", true),
            ("the statue stands on the pier", false),
            ("hale's gaze travels over the bay", true),
            ("when that doesn't help the lamp is lit by hand", true),
            ("while both have sunk the ferry sails", true),
            ("when that lamp went out the ferry turned back", false),
            ("hale said this was why the lamp was out", true),
            ("hale said this lamp was the oldest in norland", false),
            ("the lamps described above are lit by hand", true),
            ("the lamps stand ten metres above the bay", false),
        ] {
            let words: Vec<&str> = sentence.split(' ').collect();
            assert_eq!(hangs(&words), expected, "{sentence}");
        }
    }
}
