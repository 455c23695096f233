//! Which sentences become claims, and how they then read.

use super::Cast;
use crate::analysis::alone;
use crate::analysis::reading::Reading;
use crate::article::{Article, ParagraphKind, ParagraphNo};
use crate::text::stem::Language;

mod lean;

/// The last claim that can be made of a text; empty when its last sentence can be none.
fn last(text: &str, tag: &str) -> String {
    let article = Article::parse(text);
    let reading = Reading::of(&article, Language::of_tag(tag), &[]);
    let end = reading.sentences.len() - 1;
    Cast::of(&reading).drafted().into_iter().find(|c| c.candidate.sentence == end).map(|c| c.text).unwrap_or_default()
}

#[test]
fn a_pronoun_gets_a_name_only_where_nobody_else_can_be_meant() {
    const TWO: &str =
        "Mr. Tom Hale keeps the light on Brannock Point. Hale met Mrs. Ines Maddock in Kerrick on Friday.";
    for (before, sentence, claim) in [
        (TWO, "She has sailed the ferry for thirty years.", "Ines Maddock has sailed the ferry for thirty years."),
        (TWO, "He has kept it for thirty years in all.", "Tom Hale has kept it for thirty years in all."),
        (TWO, "He's kept the light for thirty years in all.", ""),
        (TWO, "They have known each other for thirty years.", ""),
        (
            TWO,
            "In his first report to the port, Hale blamed the fog.",
            "In his first report to the port, Tom Hale blamed the fog.",
        ),
        (TWO, "The light, he said, was out on that night.", "The light, Tom Hale said, was out on that night."),
        (TWO, "Some of them had been seen in the harbour.", ""),
        (TWO, "In its first report, the port blamed the fog.", "In its first report, the port blamed the fog."),
        (TWO, "We could not see the light in the fog.", ""),
        // A last name gets the first one, where only one person has it.
        (TWO, "Maddock has sailed the ferry for years.", "Ines Maddock has sailed the ferry for years."),
        (
            "Mr. Tom al-Hale left.",
            "Al-Hale has sailed the ferry for years.",
            "Tom al-Hale has sailed the ferry for years.",
        ),
        (
            "Mr. Tom Hale met Mr. Ned Hale in Kerrick.",
            "Hale has sailed the ferry for years.",
            "Hale has sailed the ferry for years.",
        ),
        // Nothing but the use of the name says that it is somebody's; and who stands beside them.
        (
            "The light is kept by Norrin Vale. Vale came in 2019.",
            "In those years, Vale sailed the ferry.",
            "In those years, Norrin Vale sailed the ferry.",
        ),
        (
            "An inmate, Norrin Ebba Vale, wrote to the port. \"Inmate Vale is well.\" Vale, 52, left in 2019.",
            "The port has no answer for Vale and the others.",
            "The port has no answer for Norrin Ebba Vale and the others.",
        ),
        (
            "He sailed to Port Vale. Vale is small.",
            "The ferry to Vale was late on that night.",
            "The ferry to Vale was late on that night.",
        ),
        (
            "The lamp is by Orla Light. Light came in 2019.",
            "The towns in Light are small and very old.",
            "The towns in Light are small and very old.",
        ),
        (
            "Ferries by Vale Lines are old. They met Norrin Vale. Vale was the first.",
            "In those years, Vale sailed the ferry.",
            "In those years, Norrin Vale sailed the ferry.",
        ),
        (
            "They met Norrin Vale. They met Norrin Holm. Vale was the first.",
            "In those years, Vale sailed the ferry.",
            "In those years, Vale sailed the ferry.",
        ),
        ("Nobody came.", "Any light is only as strong as its lamp, he mused.", ""),
        ("Nobody came.", "The light, he said, was out on that night.", ""),
        ("Tom Hale said that Mr. Brown was ill.", "He had been ill for thirty years in all.", ""),
    ] {
        assert_eq!(last(&format!("{before} {sentence}"), "en"), claim, "{sentence}");
    }
}

#[test]
fn a_pronoun_is_followed_through_a_story_to_the_one_it_is_about() {
    const STORY: &str = "Tom Hale keeps the light on Brannock Point. He came to Kerrick in 2019. ";
    for (before, sentence, claim) in [
        // A chain of the same pronoun.
        (STORY, "He has kept it ever since that year.", "Tom Hale has kept it ever since that year."),
        // Somebody without a name who is not the subject.
        (
            "Tom Hale thanked a doctor in Kerrick on Friday.",
            "He had fallen from the tower.",
            "Tom Hale had fallen from the tower.",
        ),
        ("A doctor thanked Tom Hale in Kerrick on Friday.", "He had fallen from the tower.", ""),
        // Names inside a quotation are not spoken of by the article.
        (
            "\"Nobody told Ned Brown or Jack Stone of it,\" Tom Hale said.",
            "He had fallen from the tower.",
            "Tom Hale had fallen from the tower.",
        ),
        // 'He said' is the last speaker.
        (
            "The light was out, Tom Hale said. The port of Kerrick was shut on Friday.",
            "\"The fog was thick that night,\" he said.",
            "\"The fog was thick that night,\" Tom Hale said.",
        ),
        ("Tom Hale met Ned Brown on Friday.", "He had fallen from the tower.", ""),
        // 'He met Brown': the next 'he' is not Brown, and may not be Hale.
        ("Tom Hale left the port. He met Mr. Ned Brown on Friday.", "And he will keep the light in May.", ""),
        ("Ned Brown, a pilot, died. Tom Hale came. He saw Ned Brown.", "He had fallen from the tower.", ""),
        // The one who is quoted is not the one who is meant.
        ("One pilot was saved. The other was hit, Tom Hale said.", "He is a pilot from the port of Kerrick.", ""),
        ("Tom Hale: The pilot of the ferry is a mystery.", "His story ends with the wreck of the ferry.", ""),
        ("Kerrick, Norland (Post)The pilot came to the port.", "He had fallen from the tower.", ""),
        ("Maddock, the daughter of Ines Maddock, left.", "She has kept the light of Kerrick since May.", ""),
        (
            "Ned Brown met Inbee Park, who had won. Park led the race -- a mark set by Ines Hale too.",
            "She has won 92 races in Kerrick.",
            "",
        ),
        ("Mr. Tom Hale and Mr. Ned Hale left. Mr. Hale had kept the light.", "He had fallen from the tower.", ""),
        // Nobody writes of himself by name.
        ("Tom Hale fell. The port was shut.", "\"I shall miss Hale and his light,\" he wrote on Friday.", ""),
        // A name that the sentence has is not said twice.
        (
            "Tom Hale left the port on Friday.",
            "As he was brought to the pier, Hale shouted for the crew.",
            "As he was brought to the pier, Tom Hale shouted for the crew.",
        ),
        (
            "Tom Hale left the port on Friday.",
            "When asked whether he liked the light, he said \"no\" to Kerrick.",
            "When asked whether he liked the light, Tom Hale said \"no\" to Kerrick.",
        ),
        (
            "Tom Hale left the port on Friday.",
            "While setting up his lamp in Kerrick, he watched a ship go down.",
            "While setting up his lamp in Kerrick, Tom Hale watched a ship go down.",
        ),
        ("Tom Hale left the port on Friday.", "He lost their wager with the crew in Kerrick.", ""),
        ("Ines Hale left the port on Friday.", "She asked the crew of Kerrick to look for him.", ""),
    ] {
        assert_eq!(last(&format!("{before} {sentence}"), "en"), claim, "{before} {sentence}");
    }
}

/// The claims that can be made of a text, each with whom it is credited to.
fn credited(text: &str) -> Vec<(String, String)> {
    credited_in(text, "en")
}

fn credited_in(text: &str, tag: &str) -> Vec<(String, String)> {
    let article = Article::parse(text);
    let reading = Reading::of(&article, Language::of_tag(tag), &[]);
    Cast::of(&reading).drafted().into_iter().map(|c| (c.text, c.said_by.unwrap_or_default())).collect()
}

#[test]
fn a_quotation_of_several_sentences_is_a_claim_a_sentence_by_the_one_who_is_named() {
    let claims = credited(
        "\"The light of Brannock Point was out on that night. The ferry of Kerrick had no lamp,\" Tom Hale said. \
         \"The fog lay on the bay for three days.\"",
    );
    let by_hale = |text: &str| (text.to_owned(), "Tom Hale".to_owned());
    assert_eq!(
        claims,
        [
            by_hale("\"The light of Brannock Point was out on that night.\""),
            by_hale("\"The ferry of Kerrick had no lamp,\" Tom Hale said."),
            by_hale("\"The fog lay on the bay for three days.\""),
        ]
    );
    assert_eq!(credited("The ferry sank. \"The fog lay on the bay for three days.\"").len(), 0);
}

#[test]
fn what_says_nothing_alone_is_no_claim() {
    for (sentence, stands) in [
        ("It is unclear whether the ferry of Kerrick had a lamp.", true),
        ("It took two days to raise the ferry of Kerrick.", true),
        ("It was raised in Kerrick after two days at sea.", false),
        ("While the ferry of Kerrick had no lamp that night.", false),
        ("Write to the port at harbour@kerrick.example for a copy.", false),
        ("Tom Hale wrote in a letter.", false),
        ("Tom Hale pleaded not guilty.", true),
        ("Posts about it were numerous.", false),
        ("Fans recall 'the day the light went out' The wreck of Kerrick killed the crew.", false),
        ("Fans recall the ‘Star of Kerrick’ and the wreck that killed the crew.", true),
        ("Since August, it has made 40 trips to Kerrick.", false),
        ("Since the ferry sank, it has cost 40 crowns in Kerrick.", true),
        ("When it comes to light, the port of Kerrick has none.", true),
        ("Arranging it without the port of Kerrick was an affront.", false),
        ("The announcement came a day before they vote in Kerrick.", false),
        ("At the age of 18 she became a mother to a son, Ronnie.", false),
        ("Between them, they earned 400 crowns a month in Kerrick.", false),
        ("(The ferry of Kerrick had no lamp.)", false),
        ("Through several winters in Kerrick, they measured the ice.", false),
        ("When the owners of Kerrick's ferry saw the ice, they turned back.", true),
        ("A spokesman for the port of Kerrick declined to comment.", false),
        ("Video from the harbour showed the ferry of Kerrick on its side.", true),
        ("Video of the ferry of Kerrick on its side.", false),
        ("Raids into their waters have emptied the bay of Kerrick.", false),
        ("Despite an old crew, it beat the ferry of Kerrick.", false),
        ("\"Using the old lamp, it sailed across the bay of Kerrick,\" Tom Hale said.", false),
        ("After growing up in upstate Norland, she went to Kerrick and studied ice.", false),
    ] {
        assert_eq!(!last(&format!("Tom Hale left the port. {sentence}"), "en").is_empty(), stands, "{sentence}");
    }
}

#[test]
fn a_sentence_of_a_language_without_lists_of_verbs_can_be_a_claim() {
    for (tag, sentence) in [
        ("it", "Il faro di Brannock era spento da tre notti e nessuno a Kerrick lo sapeva."),
        ("sw", "Polisi wa mji wa Kerrick wamekamata watu watatu katika bandari ya zamani."),
    ] {
        assert_eq!(last(sentence, tag), sentence, "{tag}");
    }
}

#[test]
fn german_and_french_sentences_that_lean_on_another_are_left_out() {
    for (tag, sentence, stands) in [
        ("de", "Die Fähre ist am Freitag im Nebel auf Grund gelaufen.", true),
        ("de", "Sie ist am Freitag im Nebel auf Grund gelaufen.", false),
        ("de", "Wir haben das Licht im Nebel nicht gesehen.", false),
        ("fr", "Le ferry s’est échoué vendredi dans le brouillard.", true),
        ("fr", "Il s’est échoué vendredi dans le brouillard.", false),
    ] {
        assert_eq!(!last(sentence, tag).is_empty(), stands, "{sentence}");
    }
}

#[test]
fn a_german_speaker_who_is_only_called_something_gets_the_name() {
    const EXPERT: &str = "Die Lampen sind alt, sagte NLR-Lichtexperte Detlef Hale am Freitag.";
    const MASTER: &str = "Der Hafenmeister Tom Hale warnte am Freitag vor dem Nebel in der Bucht.";
    for (before, sentence, claim) in [
        (
            EXPERT,
            "„Das Licht von Kerrick ist aus“, sagte der Experte.",
            "„Das Licht von Kerrick ist aus“, sagte NLR-Lichtexperte Detlef Hale.",
        ),
        (
            EXPERT,
            "„Das Licht von Kerrick ist aus“, sagte er.",
            "„Das Licht von Kerrick ist aus“, sagte NLR-Lichtexperte Detlef Hale.",
        ),
        (
            MASTER,
            "„Das Licht von Kerrick ist aus“, sagte er.",
            "„Das Licht von Kerrick ist aus“, sagte der Hafenmeister Tom Hale.",
        ),
        (MASTER, "„Das Licht von Kerrick ist aus“, sagten sie.", ""),
    ] {
        let claims = credited_in(&format!("{before} {sentence}"), "de");
        let found = claims.iter().find(|(claim, _)| claim.starts_with('„')).map_or("", |(claim, _)| claim);
        assert_eq!(found, claim, "{sentence}");
    }
    let other =
        format!("{EXPERT} Auch ein Experte aus Kerrick kam. „Das Licht von Kerrick ist aus“, sagte der Experte.");
    let claims = credited_in(&other, "de");
    assert!(claims.iter().any(|(claim, _)| claim.ends_with("sagte der Experte.")), "{claims:?}");
}

#[test]
fn what_is_answered_in_a_german_interview_is_said_by_who_answers() {
    const TEXT: &str = "Warum war das Licht aus?\n\nInes Hale: Der Strom in Kerrick war weg.\n\nWer hat es gesehen?\n\nDrei Lotsen wurden im Hafen von Kerrick gewarnt.\n\nUnd nun?\n\nDas Licht von Kerrick wird im Sommer erneuert.\n\nDer Hafen von Kerrick \
        wurde 1902 gebaut.";
    let claims = credited_in(TEXT, "de");
    for (start, speaker) in [("Das Licht von Kerrick wird", "Ines Hale"), ("Drei Lotsen", "Ines Hale")] {
        let found = claims.iter().find(|(claim, _)| claim.starts_with(start));
        assert_eq!(found.map(|(_, speaker)| speaker.as_str()), Some(speaker), "{claims:?}");
    }
}

#[test]
fn what_is_answered_in_an_english_interview_is_said_by_who_answers_and_no_question_is_a_claim() {
    const TEXT: &str = "The light of Kerrick was mended by Mrs. Ines Hale in the spring of 2031.\n\nThe Post: Every winter the \
        light of Kerrick goes out. Why is that?\n\nHALE:The oil of Kerrick freezes in January.\n\nLast week the port of \
        Brannock lost its light too. Who saw it?\n\nHALE: I saw the lamp of Brannock go out from my own window.\n\nAnd \
        now?\n\nHALE: I told him so.";
    let claims = credited_in(TEXT, "en");
    for (claim, speaker) in [
        ("The oil of Kerrick freezes in January.", "Ines Hale"),
        ("“I saw the lamp of Brannock go out from my own window.”", "Ines Hale"),
    ] {
        let found = claims.iter().find(|(text, _)| text == claim);
        assert_eq!(found.map(|(_, speaker)| speaker.as_str()), Some(speaker), "{claims:?}");
    }
    assert!(!claims.iter().any(|(text, _)| text.contains("Every winter") || text.contains("Last week")), "{claims:?}");
    assert!(!claims.iter().any(|(text, _)| text.contains("told him")), "{claims:?}");
}

#[test]
fn quoted_matter_has_the_speaker_before_it_or_is_no_claim() {
    const TOLD: &str =
        "The port of Kerrick was built in 1902 by the crews of four ships.\n\nIt is the oldest port of Norland.";
    const ITEM: &str = "The lamp of Kerrick needs new oil before the autumn.";
    let crews = "Hale said to the crews of the port:";
    for (before, kind, speaker) in [
        (crews, ParagraphKind::Item, Some("Hale")),
        ("The port has three tasks:", ParagraphKind::Item, Some("")),
        (crews, ParagraphKind::Quote, Some("Hale")),
        ("The crews read a letter.", ParagraphKind::Quote, None),
        ("The crews read a letter.", ParagraphKind::Text, Some("")),
        ("“The fog was thick on the bay. All was still.", ParagraphKind::Text, None),
        ("Hale said on Friday: “The fog was thick on the bay.", ParagraphKind::Text, Some("Hale")),
    ] {
        let mut article = Article::parse(&format!("{TOLD}\n\n{before}\n\n{ITEM}\n\nIt was cold.”"));
        article.set_kind(ParagraphNo::at(3), kind);
        let claims = Cast::of(&Reading::of(&article, Language::of_tag("en"), &[])).drafted();
        let found = claims.iter().find(|claim| claim.text.contains("needs new oil"));
        let found = found.map(|claim| claim.said_by.clone().unwrap_or_default());
        assert_eq!(found.as_deref(), speaker, "{before} {kind:?}");
    }
}

#[test]
fn reported_speech_in_german_has_the_speaker_of_the_sentence_before_or_is_no_claim() {
    const SAID: &str = "Der Hafenmeister Tom Hale warnte am Freitag vor dem Nebel in der Bucht.";
    for (before, sentence, speaker) in [
        (SAID, "Das Licht auf der Mole von Kerrick sei seit Tagen aus.", Some("Der Hafenmeister Tom Hale")),
        ("Im Hafen war es still.", "Das Licht auf der Mole von Kerrick sei seit Tagen aus.", None),
        (SAID, "Das Licht auf der Mole von Kerrick ist seit Tagen aus.", Some("")),
        (SAID, "Doch das Licht auf der Mole von Kerrick ist seit Tagen aus.", Some("")),
        (SAID, "Allerdings ist das Licht auf der Mole von Kerrick seit Tagen aus.", None),
        (SAID, "„Das Licht auf der Mole von Kerrick ist seit Tagen aus“, sagte er.", Some("Der Hafenmeister Tom Hale")),
        ("Im Hafen war es still.", "„Das Licht auf der Mole von Kerrick ist aus“, sagte er.", None),
        ("Im Hafen war es still.", "Die „Kerrick“ ist laut der Reederei im Nebel gesunken.", Some("die Reederei")),
    ] {
        let claims = credited_in(&format!("{before} {sentence}"), "de");
        let found = claims.iter().find(|(claim, _)| !before.contains(claim.as_str()));
        assert_eq!(found.map(|(_, speaker)| speaker.as_str()), speaker, "{sentence}");
    }
}

#[test]
#[ignore = "prints the cues of what could become a claim in the articles of the file that EPITOME_PAGES names, for fitting"]
fn cues_are_printed_for_fitting() {
    println!("cues {}", alone::NAMES.join(" "));
    for line in std::fs::read_to_string(std::env::var("EPITOME_PAGES").unwrap()).unwrap().lines() {
        let page: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| page[key].as_str().unwrap_or_default();
        let article = Article::parse(text("text"));
        let head: Vec<&str> = [text("title"), text("standfirst")].into_iter().filter(|t| !t.is_empty()).collect();
        let reading = Reading::of(&article, Language::of(page["language"].as_str(), text("text")), &head);
        Cast::of(&reading).each(|making| {
            let ready = making.ready()?;
            let cues = making.with_cues(&ready, |kept| kept.cues())?.0;
            let cues: Vec<String> = cues.iter().map(ToString::to_string).collect();
            println!("row {} {}", text("name"), cues.join(" "));
            println!("open {:?}", making.with_cues(&ready, |kept| kept.leaves_open()));
            println!("like {:?}", making.with_cues(&ready, |kept| kept.likelihood()));
            println!("kept {}", ready.kept.slice(&making.text)?);
            println!("text {}", ready.claim);
            Some(())
        });
    }
}

#[test]
fn of_two_like_claims_the_one_that_leans_on_the_article_is_less_fit() {
    const BEFORE: &str = "Tom Hale meldete den Bericht im Hafen. Die Fähre Marram lief in Kerrick auf Grund.";
    for (stands, leans) in [
        ("Die Fähre Marram verkehrt seit 2014 nach Norland.", "Zudem verkehrt sie seit 2014 nach Norland."),
        ("Die Reederei Norland Lines bezahlt den Schaden.", "Die Reederei Norland Lines bezahlt diesen Schaden."),
        ("Im Hafen von Kerrick fehlt ein Leuchtturm.", "Im Hafen von Kerrick fehlt dieser Leuchtturm."),
        ("Der Kapitän hofft darauf, dass die Fähre fährt.", "Der Kapitän hofft darauf mit der Mannschaft."),
    ] {
        let fitness = |sentence: &str| {
            let article = Article::parse(&format!("{BEFORE} {sentence}"));
            let reading = Reading::of(&article, Language::of_tag("de"), &["Fähre Marram läuft auf Grund"]);
            Cast::of(&reading).drafted().iter().find(|c| c.candidate.sentence == 2).map_or(0.0, |c| c.candidate.fitness)
        };
        let (one, other) = (fitness(stands), fitness(leans));
        assert!(one > other + 0.02 && one < 1.0, "{stands} {one}\n{leans} {other}");
    }
}

#[test]
fn in_english_too_the_claim_that_leans_on_the_article_is_less_fit() {
    const BEFORE: &str = "A study of lamps was published in May. The ferry Marram ran aground off Kerrick.";
    for (stands, leans) in [
        (
            "The study by the pilots of Norland shows that fog off Kerrick is rare.",
            "The study shows that fog off Kerrick is rare by the count of the pilots.",
        ),
        ("The company of Tom Hale owned ferries in Norland.", "The company owned ferries in Norland of Tom Hale."),
        ("Norland Lines closed the pier of Kerrick in 2014.", "Norland Lines had closed the pier of Kerrick in 2014."),
        ("Tom Hale worked on the pier of Kerrick.", "Tom Hale walked on the pier of Kerrick."),
        ("Tom Hale was master on the pier of Kerrick.", "Tom Hale was working on the pier of Kerrick."),
        ("Norland Lines, founded in 2014, sails to Kerrick.", "Founded in 2014, Norland Lines sails to Kerrick."),
    ] {
        let fitness = |sentence: &str| {
            let article = Article::parse(&format!("{BEFORE} {sentence}"));
            let reading = Reading::of(&article, Language::of_tag("en"), &["Ferry Marram runs aground"]);
            Cast::of(&reading).drafted().iter().find(|c| c.candidate.sentence == 2).map_or(0.0, |c| c.candidate.fitness)
        };
        let (one, other) = (fitness(stands), fitness(leans));
        assert!(one > other + 0.02 && other > 0.0, "{stands} {one}\n{leans} {other}");
    }
}

#[test]
fn in_other_languages_too_the_claim_that_leans_on_the_article_is_less_fit() {
    for (tag, before, title, stands, leans) in [
        (
            "es",
            "Tom Hale avisó al puerto. El ferri Marram encalló en Kerrick.",
            "El ferri Marram encalla",
            "El ferri Marram navega desde 2014 a Norland.",
            "La decisión llegó después de otros problemas.",
        ),
        (
            "fr",
            "Tom Hale a averti le port. Le ferry Marram a échoué à Kerrick.",
            "Le ferry Marram échoue",
            "La compagnie Norland Lines paie les dégâts du ferry.",
            "Le groupe a également d’autres projets en même temps.",
        ),
        (
            "nl",
            "Tom Hale waarschuwde de haven. De veerboot Marram liep vast bij Kerrick.",
            "Veerboot Marram loopt vast",
            "De veerboot Marram vaart sinds 2014 naar Norland.",
            "De man zag later ook nog een andere lamp.",
        ),
    ] {
        let fitness = |sentence: &str| {
            let article = Article::parse(&format!("{before} {sentence}"));
            let reading = Reading::of(&article, Language::of_tag(tag), &[title]);
            Cast::of(&reading).drafted().iter().find(|c| c.candidate.sentence == 2).map_or(0.0, |c| c.candidate.fitness)
        };
        let (one, other) = (fitness(stands), fitness(leans));
        assert!(one > other + 0.1, "{stands} {one}\n{leans} {other}");
    }
}

#[test]
fn a_forecast_is_not_dated_before_its_publication() {
    let dated = |text: &str| {
        let article = Article::parse(text);
        let claims = Cast::of(&Reading::of(&article, Language::of_tag("en"), &[])).drafted();
        claims.last().and_then(|c| c.kind_and_date(Some("en"), "2031-05-03".parse().ok()).1).map(|d| d.to_string())
    };
    for (sentence, date) in [
        ("The ferry line of Kerrick will build the pier in October.", Some("2031-10")),
        ("The ferry line of Kerrick will build the pier in 2031.", Some("2031")),
        ("The ferry line of Kerrick built the pier in 2029.", Some("2029")),
        ("The ferry line of Kerrick will build the pier in 2029.", None),
    ] {
        assert_eq!(dated(sentence).as_deref(), date, "{sentence}");
    }
}
