//! Whether a German sentence asserts anything by itself: what speaks to the reader or of the page, what stops half way, and
//! what joins it to the sentence before. Refuses to put words in another order: where a word can only go so, there is no claim.

use std::sync::LazyLock;

use crate::analysis::lexicon::{Snippets, Words, table};
use crate::analysis::quotations::Quoted;
use crate::text::stem::lower;
use crate::text::{Span, segment};

mod painting;
mod verbs;

use painting::paints;
use verbs::lacks_main_clause;

/// Phrases of captions, boxes and pointers, in lower case.
static PAGE: LazyLock<Snippets> = LazyLock::new(|| {
    Snippets::of(&[
        "am ende des artikels",
        "am ende dieses artikels",
        "erscheinen dieses artikels",
        "am ende des textes",
        "datenschutzerklärung",
        "externer inhalt",
        "externe inhalte",
        "externen inhalt",
        "archivfoto",
        "archivbild",
        "symbolbild",
        "symbolfoto",
        "(foto",
        "foto:",
        "im bild:",
        "(l.)",
        "(r.)",
        "(links)",
        "(rechts)",
        "auf dem foto",
        "hier klicken",
        "mehr zum thema",
        "mehr dazu",
        "alle infos",
        "lesen sie",
        "weiterlesen",
        "unseren newsletter",
        "unser newsletter",
        "unserem newsletter",
        "newsletter abonnieren",
        "newsletter anmelden",
        "affiliate",
        "in unserem podcast",
        "folgen sie uns",
        "whatsapp-kanal",
        "das gespräch führte",
        "das interview führte",
        "das interview wurde",
        "hinweis der redaktion",
        "anmerkung der redaktion",
        "anm. d. red",
        "transparenzhinweis",
        "zuletzt aktualisiert",
        "aktualisiert am",
        "veröffentlicht am",
        "bildergalerie",
        "fotostrecke",
        "klicken sie",
        "im liveblog",
        "im liveticker",
        "im newsblog",
        "in der mediathek",
        "dieser artikel",
        "dieser text erschien",
        "dieser beitrag",
        "der autor ist",
        "die autorin ist",
        "unser autor",
        "unsere autorin",
        "zur startseite",
        "alle rechte vorbehalten",
        "anzeige:",
        "abonnieren",
        "wir erklären",
        "hier geht es zu",
        "hier geht's zu",
        "mit informationen von",
        "mit informationen der",
        "mit material von",
        "mit material der",
        "mit agenturmaterial",
        "(mit agenturen)",
        "eine partnermarke",
        "übernommen und redaktionell",
    ])
});

/// What opens a clause that hangs on another, in lower case.
static BINDING: Words = LazyLock::new(|| {
    table(
        "dass ob weil wenn wie was wer wo warum wieso weshalb obwohl nachdem bevor bis als damit sodass während sobald \
         solange falls indem sondern der die das den dem deren dessen denen welche welcher welches woran worauf womit \
         wodurch wofür",
    )
});

/// Words that take the place before the verb: without them, the verb would come first. In lower case.
static ADVERBS: Words = LazyLock::new(|| {
    table(
        "allerdings jedoch dennoch trotzdem gleichwohl gleichzeitig zugleich zudem außerdem ausserdem beispielsweise \
         hingegen dagegen stattdessen vielmehr immerhin indes umgekehrt andererseits ferner überdies ebenso demnach \
         folglich dementsprechend derweil unterdessen ansonsten hinzu tatsächlich übrigens",
    )
});

/// Verbs in the third person that say little by themselves, in lower case.
static FINITE: Words = LazyLock::new(|| {
    table(
        "ist sind war waren hat haben hatte hatten wird werden wurde wurden würde würden kann können konnte konnten könnte \
         könnten muss müssen musste mussten müsste soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte \
         dürfte dürften mag sei seien habe wäre wären hätte hätten gibt gab geht ging kommt kam steht stand bleibt blieb \
         liegt lag macht machte lässt ließ gilt galt zeigt zeigte heißt sieht sah nimmt nahm",
    )
});

/// Whether a German sentence is no assertion of the article.
pub fn is_unfit(text: &str) -> bool {
    PAGE.stand_in(text)
        || addresses_reader(text)
        || is_half(text)
        || lacks_subject(text)
        || is_biography(text)
        || is_caption(text)
        || announces(text)
        || is_assignment(text)
        || is_cut(text)
        || paints(text)
}

/// 'Nun steht fest, wie das Fest wird.', 'Hale zieht ein erstes Fazit.': what it is, the next sentence says.
fn announces(text: &str) -> bool {
    static ANNOUNCED: Words =
        LazyLock::new(|| table("fazit bilanz resümee vergleich schluss konsequenzen schlüsse parallelen"));
    let words: Vec<_> = segment::each_word(text, |(_, word)| lower(word));
    let is = |at: usize, any: &[&str]| words.get(at).is_some_and(|word| any.contains(&&**word));
    let known = (0..words.len()).any(|at| {
        let certain =
            is(at, &["steht"]) && (is(at + 1, &["fest"]) || is(at + 1, &["nun", "jetzt"]) && is(at + 2, &["fest"]));
        let clear = is(at, &["ist"])
            && (is(at + 1, &["klar", "bekannt"]) || is(at + 1, &["nun", "jetzt"]) && is(at + 2, &["klar", "bekannt"]));
        let asked =
            (at + 2..at + 4).any(|at| is(at, &["wie", "was", "wer", "wann", "wo", "welche", "welcher", "welches"]));
        at <= 3 && (certain || clear) && asked
    });
    let last = words.last().is_some_and(|word| ANNOUNCED.contains(&**word));
    let draws = |word: &std::borrow::Cow<'_, str>| matches!(&**word, "zieht" | "zog" | "ziehen" | "zogen");
    let point = text.contains([':', '(', '„', '"', '»', '«']);
    known || last && !point && words.iter().any(draws)
}

/// 'Bis zur Wahl berichtet sie aus Kerrick.': what a writer does for the paper, and no name.
fn is_assignment(text: &str) -> bool {
    let words: Vec<_> = segment::each_word(text, |(_, word)| word);
    let at = words.iter().position(|word| matches!(*word, "berichtet" | "schreibt"));
    let writes = |at: usize| {
        let who = words.get(at + 1).is_some_and(|word| matches!(*word, "er" | "sie"));
        let of = words.get(at + 2..).unwrap_or(&[]).iter().any(|word| matches!(*word, "aus" | "über"));
        who && of && !text.contains([',', ':'])
    };
    at.is_some_and(writes)
}

/// 'Will damit Schiffe locken.': a verb at the head, and no clause behind it that would make it a condition.
fn lacks_subject(text: &str) -> bool {
    static OPENING: Words = LazyLock::new(|| {
        table(
            "ist sind war waren will wollen wollte hat hatte haben wird werden wurde kann muss musste soll darf bleibt kommt kam",
        )
    });
    const HOLDING: &[&str] =
        &["beinhaltet", "umfasst", "enthält", "ermöglicht", "verhindert", "betrifft", "liefert", "sieht"];
    let lowered = text.to_lowercase();
    let mut clauses = lowered.split(',').map(|clause| segment::words(clause).next().map_or("", |(_, word)| word));
    let main = |first: &str| {
        !BINDING.contains(first)
            && !matches!(first, "und" | "oder" | "aber" | "also" | "um" | "wobei" | "sowie" | "wodurch")
    };
    clauses.next().is_some_and(|first| OPENING.contains(first) || HOLDING.contains(&first))
        && !text.ends_with('?')
        && !clauses.any(main)
}

/// 'Ines Hale ist Redakteurin für Häfen.': who wrote the article.
fn is_biography(text: &str) -> bool {
    const WRITERS: &[&str] =
        &["reporter", "redakteur", "korrespondent", "volontär", "autor", "journalist", "kolumnist", "redaktionsleiter"];
    let words: Vec<_> = segment::each_word(text, |(_, word)| word);
    let Some(is) = words.iter().take(5).position(|word| *word == "ist") else { return false };
    let name = is >= 2 && words.iter().take(is).all(|word| word.starts_with(char::is_uppercase));
    let writer = |word: &&str| {
        let word = word.to_lowercase();
        let bare = word.strip_suffix("in").unwrap_or(&word);
        WRITERS.iter().any(|writer| bare.ends_with(writer))
    };
    name && words.iter().skip(is).take(3).any(writer)
}

/// 'Die Fahrpläne finden Sie im Hafen.': said to the reader, outside of quotation marks.
fn addresses_reader(text: &str) -> bool {
    let quoted = Quoted::default().spans(text);
    segment::words(text).any(|(span, word)| {
        let before = text.get(..span.start().bytes()).unwrap_or("").trim_end();
        let opens = before.is_empty() || before.ends_with([':', '.', '!', '?', '–', '"', '„', '“', '»', '«']);
        matches!(word, "Sie" | "Ihnen" | "Ihr" | "Ihre" | "Ihren" | "Ihrem")
            && !opens
            && !quoted.iter().any(|q| q.covers(span))
    })
}

/// 'Bis kein Schiff mehr da war, das hätte sinken können.': clauses that hang on one that is not there.
fn is_half(text: &str) -> bool {
    let lowered = text.to_lowercase();
    if lowered.starts_with("nicht etwa,") || lowered.starts_with("nicht etwa weil") || lowered.starts_with("nicht weil")
    {
        return true;
    }
    let mut clauses = lowered.split([',', ';', ':', '–']).map(|clause| {
        let mut words = segment::words(clause).map(|(_, word)| word);
        (words.next().unwrap_or(""), words.next().unwrap_or(""))
    });
    let Some((first, second)) = clauses.next() else { return false };
    let until = first == "bis" && second.starts_with(|c: char| c.is_ascii_digit());
    let article = matches!(first, "der" | "die" | "das" | "den" | "dem" | "deren" | "dessen" | "während" | "bis");
    let opens = BINDING.contains(first) && (!article || first == "bis" && !until && ends_in_verb(&lowered));
    let rest: Vec<(&str, &str)> = clauses.collect();
    // 'Was die Frage aufwarf, ob das Licht brenne – schließlich war es alt': a clause behind another, and no verb of what holds them.
    let asks = matches!(first, "was" | "weshalb" | "weswegen" | "womit" | "wodurch" | "woraufhin")
        && rest.first().is_some_and(|(first, _)| matches!(*first, "was" | "wie" | "ob" | "wer" | "warum" | "wo"))
        && !rest.iter().any(|(first, _)| FINITE.contains(first));
    opens && rest.iter().all(|(first, _)| BINDING.contains(first)) || asks
}

/// Whether the first clause of a text in lower case ends in a verb.
fn ends_in_verb(lowered: &str) -> bool {
    let clause = lowered.split([',', ';', ':', '–', '.']).next().unwrap_or("");
    clause.split_whitespace().next_back().is_some_and(|word| FINITE.contains(word))
}

/// 'Ines Hale, Lotsin, spricht während einer Feier in Kerrick.': what a picture shows.
fn is_caption(text: &str) -> bool {
    let words: Vec<&str> = segment::each_word(text, |(_, word)| word);
    let scene = |pair: &[&str]| {
        matches!(
            pair,
            [
                "spricht" | "steht" | "sitzt" | "posiert" | "blickt" | "jubelt" | "winkt" | "lächelt",
                "während" | "neben"
            ]
        )
    };
    words.windows(2).take(12).any(scene)
}

/// Whether a German sentence, or what is kept of one, is only half of what it says: without its verb, or without the other of
/// two that belong together.
pub fn is_cut(text: &str) -> bool {
    concedes(text) || lacks_second(text) || lacks_main_clause(text)
}

/// 'Nicht nur das Licht ist aus.', 'Einerseits brennt es.': the first of two without the second.
fn lacks_second(text: &str) -> bool {
    const PAIRS: &[(&str, &[&str])] = &[
        ("einerseits", &["andererseits", "andrerseits", "zugleich", "aber"]),
        ("andererseits", &["einerseits"]),
        ("sowohl", &["als", "wie"]),
        ("entweder", &["oder"]),
        ("weder", &["noch"]),
        ("desto", &["je"]),
        ("nur", &["sondern", "auch", "ebenso"]),
    ];
    let words: Vec<_> = segment::each_word(text, |(_, word)| lower(word));
    PAIRS.iter().any(|(first, second)| {
        let at = words.iter().position(|word| word == first);
        let Some(at) =
            at.filter(|&at| *first != "nur" || at > 0 && words.get(at - 1).is_some_and(|word| word == "nicht"))
        else {
            return false;
        };
        let told = *first != "nur" || words.iter().take(at).all(|word| word == "nicht");
        told && !words.iter().any(|word| second.contains(&&**word))
    })
}

/// 'Zwar ist das Licht aus.': what is granted, without the point behind it.
fn concedes(text: &str) -> bool {
    let words: Vec<_> = segment::each_word(text, |(_, word)| lower(word));
    let Some(at) = words.iter().position(|word| word == "zwar") else { return false };
    let and = at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word == "und");
    let point = |word: &std::borrow::Cow<'_, str>| {
        matches!(&**word, "aber" | "jedoch" | "doch" | "allerdings" | "dennoch" | "trotzdem" | "gleichwohl" | "sondern")
    };
    !and && !words.iter().skip(at).any(point)
}

/// What is kept without a 'Doch' or 'Und' at its head; `None` where a word there cannot go that joins it to the sentence
/// before.
pub fn without_joint(text: &str, kept: Span) -> Option<Span> {
    let body = kept.slice(text)?;
    let mut words = segment::words(body).map(|(span, word)| (span, lower(word)));
    let (Some((span, first)), Some((next_span, next))) = (words.next(), words.next()) else { return Some(kept) };
    let apart = body.get(span.end().bytes()..next_span.start().bytes()) == Some(" ");
    if span.start().bytes() > 0 || !apart {
        return Some(kept);
    }
    let verb = FINITE.contains(&*next)
        || next_span.slice(body).is_some_and(|word| word.starts_with(char::is_lowercase)) && next.ends_with("te");
    match &*first {
        "doch" | "und" | "aber" | "denn" | "oder" if verb => None,
        "doch" | "und" | "aber" | "sprich" => Some(Span::new(kept.start().plus(next_span.start().bytes()), kept.end())),
        adverb if ADVERBS.contains(adverb) => None,
        _ => Some(kept),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_unfit, without_joint};
    use crate::text::Span;

    #[test]
    fn what_is_no_assertion_of_a_german_article_is_known() {
        for (sentence, unfit) in [
            ("Die Fahrpläne finden Sie im Hafen.", true),
            ("Am Freitag sagte Hale: Sie sinkt.", false),
            ("„Das Licht sehen Sie nicht“, sagte Hale.", false),
            ("Der Hafen hat ein Licht (mehr über den Hafen am Ende des Artikels).", true),
            ("Bis irgendwann kein Schiff mehr da war, das hätte sinken können.", true),
            ("Bis 13. September bleibt der Hafen zu.", false),
            ("Nicht etwa, weil das Licht aus war, sondern vielmehr der Nebel.", true),
            ("Was hinter dem Licht steckt.", true),
            ("Weil das Licht aus war, sank das Schiff.", false),
            ("Die, die kamen, sahen kein Licht.", false),
            ("Zwar ist das Licht aus.", true),
            ("Das Licht ist zwar aus, aber der Hafen ist offen.", false),
            ("Der Hafen ist zu, und zwar bis Freitag.", false),
            ("Ines Hale, Lotsin, spricht während einer Feier in Kerrick.", true),
            ("Das Schiff liegt im Hafen.", false),
            ("Nicht nur das Licht ist aus.", true),
            ("Nicht nur das Licht ist aus, sondern auch der Hafen zu.", false),
            ("Einerseits brennt das Licht.", true),
            ("Der Hafen ist entweder zu oder leer.", false),
            ("Will damit Schiffe nach Kerrick locken.", true),
            ("Beinhaltet ein Gutachten, um die Kosten zu zeigen, wobei der Hafen offen bleibt.", true),
            ("Umfasst der Plan auch das Licht, zahlt die Reederei.", false),
            ("Was die Frage aufwarf, was mit dem Licht sei – schließlich könne niemand es sehen.", true),
            ("Was Hale sah, was er hörte, war neu.", false),
            ("Ist noch heute für das Licht bekannt, das er gebaut hat.", true),
            ("Wird das Licht neu, kommen die Schiffe wieder.", false),
            ("Ist der Hafen zu, dann bleibt das Schiff auf See.", false),
            ("Ines Hale ist NSF-Redakteurin für Häfen und Schiffe.", true),
            ("Ines Hale ist Lotsin in Kerrick.", false),
            ("Nun steht fest, wie das Fest im Hafen wird.", true),
            ("Jetzt ist klar, wer das Licht bezahlt.", true),
            ("Fest steht, dass der Hafen zu ist.", false),
            ("Am Abend zog die Lotsin ein erstes Fazit.", true),
            ("Die Lotsin zog ein Fazit: Der Hafen war voll.", false),
            ("Bis zu den Wahlen berichtet sie einen Monat lang aus Kerrick und Norland.", true),
            ("Im Hafen berichtet sie, dass das Licht aus ist.", false),
            ("Mit Informationen der Nachrichtenagenturen NPA und KNA.", true),
        ] {
            assert_eq!(is_unfit(sentence), unfit, "{sentence}");
        }
    }

    #[test]
    fn a_joint_goes_where_the_order_of_words_lets_it() {
        for (sentence, kept) in [
            ("Doch der Hafen ist zu.", Some("der Hafen ist zu.")),
            ("Und Hale ging in den Hafen.", Some("Hale ging in den Hafen.")),
            ("Doch ist der Hafen zu.", None),
            ("Allerdings ist der Hafen zu.", None),
            ("Zudem liegt das Schiff im Hafen.", None),
            ("Tatsächlich war das Licht aus.", None),
            ("Übrigens war das Licht aus.", None),
            ("Die Lampe ist tatsächlich aus.", Some("Die Lampe ist tatsächlich aus.")),
            ("Der Hafen ist allerdings zu.", Some("Der Hafen ist allerdings zu.")),
        ] {
            let found = without_joint(sentence, Span::whole(sentence)).and_then(|span| span.slice(sentence));
            assert_eq!(found, kept, "{sentence}");
        }
    }
}
