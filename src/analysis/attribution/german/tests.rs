//! Whom German sentences credit.

use crate::analysis::attribution::attribution;

#[test]
fn the_speaker_of_a_german_sentence_is_found() {
    for (sentence, speaker) in [
        ("Händlern zufolge ist die Fähre gesunken.", Some("Händlern")),
        ("Die Fähre ist einer Umfrage zufolge beliebt.", Some("einer Umfrage")),
        ("Die Fähre sank Angaben der Reederei zufolge am Freitag.", Some("der Reederei")),
        ("Im Nebel, so Hafenmeisterin Ines Hale, könne man nichts sehen.", Some("Hafenmeisterin Ines Hale")),
        ("Ein Unglück sei im Gange, so der Hafenmeister.", Some("der Hafenmeister")),
        ("Die Fähre soll sinken, so der Plan.", None),
        ("Für den Lichtforscher Martin Hale ist die Lampe ein Zeichen.", Some("Martin Hale")),
        ("Für den Lotsen Martin Hale ist die Fahrt zu Ende.", None),
        ("Mehr als 30 Lampen sind gemäss norländischem Militär auf See erloschen.", Some("norländischem Militär")),
        (
            "Die Fähre sank laut eines Berichts der \"Kerrick Post\" im Nebel, dahinter der Kahn.",
            Some("der \"Kerrick Post"),
        ),
        ("Laut dem Hafen sank das Schiff, weil das Licht aus war.", Some("dem Hafen")),
        ("Gemäß dem Gesetz muss jedes Schiff ein Licht haben.", None),
        ("Nach Angaben von Vertretern norländischer Reeder sank das Schiff.", Some("Vertretern norländischer Reeder")),
        (
            "Es wurden nach Angaben des Hafen-Managers Tom Hale drei Schiffe gesehen.",
            Some("des Hafen-Managers Tom Hale"),
        ),
        ("Daten des Statistischen Hafenamts zeigen: Das Licht war aus.", Some("des Statistischen Hafenamts")),
        ("Wie das norländische Hafenamt mitteilt, war das Licht aus.", Some("das norländische Hafenamt")),
        ("Das Licht war aus, wie eine Dame vor dem Hafen berichtet.", Some("eine Dame")),
        ("Hale setzte sich durch, erfuhr die NPA aus dem Rathaus.", Some("die NPA")),
        (
            "Die Hafenmeister der norländischen Reederei Kerrick merken aber an, dass es nebelig sei.",
            Some("Die Hafenmeister der norländischen Reederei Kerrick"),
        ),
        ("Der Leiter des Hafens Kerrick, Tom Hale, geht davon aus, dass das Licht bleibt.", Some("Tom Hale")),
        ("Seeleute schließen aber nicht aus, dass das Licht aus war.", Some("Seeleute")),
        ("Die Reederei Kerrick rechnet damit, dass das Licht bleibt.", Some("Die Reederei Kerrick")),
        ("Der Sprecher Tom Hale kritisierte auf der Mole, es sei zu dunkel.", Some("Der Sprecher Tom Hale")),
        (
            "Ines Hale, eine weitere Lotsin und im Rat von Kerrick engagiert, kritisierte die Reaktion der Reederei.",
            Some("Ines Hale"),
        ),
        ("Die Reaktion der Reederei kritisierte der Lotse Tom Hale.", Some("der Lotse Tom Hale")),
        ("Die Reaktion der Reederei kritisierte Ines Hale.", None),
        ("„Das Licht ist aus“, ruft Ines Hale den Lotsen zu.", Some("Ines Hale")),
        ("„Das Licht ist aus“, klagte Hale.", Some("Hale")),
        ("Lotsin Ines Hale warf der Spitze der Reederei vor, geschwiegen zu haben.", Some("Lotsin Ines Hale")),
        (
            "Mehr Licht fordert auch der erst 29-jährige Lotse Tom al-Hale.",
            Some("der erst 29-jährige Lotse Tom al-Hale"),
        ),
        ("Hafenmeisterin Ines Hale sagte in Kerrick, sie bedauere das.", Some("Hafenmeisterin Ines Hale")),
        ("Am Freitag sagte Tom Hale, das Licht sei aus.", Some("Tom Hale")),
        (
            "\"Es gibt kein Licht\", sagte Tom Hale, Lotse am Hafen der Stadt Kerrick, am 8. Mai gegenüber NPA.",
            Some("Tom Hale"),
        ),
        ("„Es gibt kein Licht“, sagte Hale der Norländischen Zeitung.", Some("Hale")),
        ("Das Schiff sei leck gewesen, teilte die Reederei am Montag mit.", Some("die Reederei")),
        ("Das sei so, heißt es in einer Erklärung.", None),
        ("Das sei so, heißt es bei der Reederei.", Some("der Reederei")),
        ("Hale äußerte zugleich deutliche Sorge über das Licht.", Some("Hale")),
        ("Lotsen kritisieren, Hale nutze das Licht für sich.", Some("Lotsen")),
        (
            "Die aktuelle Vorsitzende des Rates der Stadt, Ines Hale, würdigte den neuen Lotsen als klug.",
            Some("Ines Hale"),
        ),
        ("Lotse Tom Hale vom Hafenamt in Kerrick (HK) sagt, dass das Licht aus war.", Some("Lotse Tom Hale")),
        ("Lotse Tom Hale vom Amt (HA) gibt gleichzeitig zu bedenken, dass es dunkel sei.", Some("Lotse Tom Hale")),
        ("„Das Licht war aus“, sagt Hale ad-Din über den Hafen.", Some("Hale ad-Din")),
        ("Die Lotsen sprachen gegen drei Seeleute Verbote aus.", None),
        ("Mit Blick auf das Licht betonte er: „Es war aus.“", Some("er")),
        (
            "«Das Licht ist aus», sagte der Kerricker Hafen-, See- und Lichtdirektor Tom Hale.",
            Some("der Kerricker Hafen-, See- und Lichtdirektor Tom Hale"),
        ),
        ("Der Leiter des Hafens, Lotsenrat Tom Hale (KR) sagte, es sei dunkel.", Some("Lotsenrat Tom Hale")),
        ("Bereits im vergangenen Mai hatten Lotsen vermutet, dass das Licht ausgeht.", Some("Lotsen")),
        (
            "Die norländische Hafenseite »Kerrick-Licht« hat erfahren, dass die Fähre im Juli fährt.",
            Some("Die norländische Hafenseite »Kerrick-Licht"),
        ),
        ("Die Reederei hat das Schiff gehoben, dass es jeder sah.", None),
        ("Erst äußerte sich Tom Hale, nun meldet sich auch Ines Hale zu Wort.", None),
        ("Inzwischen informierte das Hafenamt Kerrick, dass das Licht brennt.", Some("das Hafenamt Kerrick")),
        (
            "Das Licht sei alt, hieß es von der Norländischen Lotsenpartei (NLP).",
            Some("der Norländischen Lotsenpartei"),
        ),
        ("Auf See sind nach norländischen Angaben acht Lampen erloschen.", Some("norländischen Angaben")),
        ("Das Schiff ist nach eigenen Angaben dicht.", None),
        ("Es sei dunkel gewesen, sagt der Leiter des Hafenamts, Tom Hale.", Some("Tom Hale")),
        ("Die Lampen seien alt, erklärte der Lotse gegenüber \"Norland\".", Some("der Lotse")),
        ("Hale kritisierte Tom Maddock, den Leiter der Lotsen, wegen des Lichts.", Some("Hale")),
        ("Lotse Tom Hale erinnert daran, dass das Licht auch 2018 aus war.", Some("Lotse Tom Hale")),
        ("„Es gibt kein Licht“, sagt Prof. Dr. Ines Hale von der Hochschule Kerrick.", Some("Prof. Dr. Ines Hale")),
        ("Lotsin Ines Hale (46) hat im Hafen verkündet, dass das Licht brennt.", Some("Lotsin Ines Hale")),
        ("Für das Licht gibt es laut hafenlicht.example zwei Lampen.", Some("hafenlicht.example")),
        ("Zusätzlich empfiehlt es sich, das Licht zu löschen.", None),
        ("Die Behörden vermuten einen Brand im Hafen.", Some("Die Behörden")),
        ("Nämlich gibt es im Hafen Lampen, wie diese, zu kaufen.", None),
        ("Ines Hale schreibt über Lampen, Licht und Nebel.", None),
        ("Der Händler bietet laut eigener Aussage neun Lampen an.", None),
        ("Das Schiff geht unter.", None),
        ("Der Vertrag schreibt Lampen vor.", None),
        ("Die Fähre, die am Freitag sank, gehört der Reederei.", None),
    ] {
        let found = attribution(sentence).and_then(|a| a.speaker.slice(sentence));
        assert_eq!(found, speaker, "{sentence}");
    }
}
