//! What passes the gate and what does not, each with an invented passage.

use super::{Gate, Verdict};
use crate::analysis::evidence::Place;
use crate::article::{Article, ParagraphNo};
use crate::text::Span;

const ARTICLE: &str = "The ferry Brannock Star ran aground on Friday in thick fog. It carried 14,000 sacks of mail, \
    Captain Ines Maddock said. Two lifeboats came within the hour. Nobody was hurt, and no fuel leaked from the hull. \
    The owners of the ship are based in Kerrick. An inquiry will begin in June.";

#[test]
fn a_claim_passes_only_when_its_passage_carries_it() {
    let article = Article::parse(ARTICLE);
    let gate = Gate::of(&article, Some("en"));
    let second = Place { paragraph: ParagraphNo::at(0), span: Span::new(60, 118) };
    for (claim, figures, names, passes) in [
        ("The ferry carried 14,000 sacks of mail.", "", "", true),
        ("The ferry carried 14000 sacks of mail.", "", "", true),
        ("The ferry carried 15,000 sacks of mail.", "15,000", "", false),
        ("The Brannock Star carried 14,000 sacks of mail.", "", "", true),
        ("The Kerrick Star carried 14,000 sacks of mail.", "", "Kerrick", false),
        ("Maddock said that 2 lifeboats came within the hour.", "", "", true),
        ("The owners will be tried for their crimes at sea.", "", "", false),
    ] {
        let verdict = gate.judge(claim, None, &[second]);
        assert_eq!(verdict.missing_figures.join(" "), figures, "{claim}");
        assert_eq!(verdict.missing_names.join(" "), names, "{claim}");
        assert_eq!(verdict.passes(), passes, "{claim} {verdict:?}");
    }
    assert!(!gate.judge("The ferry carried 14,000 sacks of mail.", None, &[]).passes());
}

#[test]
fn a_name_is_met_by_a_name_and_a_figure_by_one_as_exact() {
    let article = Article::parse(
        "The prime minister, Ines Maddock, united the parties at one point. About 90 tonnes were lost in 2006.\n\n\
         Later the United Front met in Point Kerrick.",
    );
    let gate = Gate::of(&article, Some("en"));
    let first = Place { paragraph: ParagraphNo::at(0), span: Span::new(0, 66) };
    for (claim, missing) in [
        ("The parties that Prime Minister Maddock united at one point", ""),
        ("The parties that Maddock united at Point", "Point"),
        ("The parties that united in Kerrick", "Kerrick"),
        ("The parties were united when 90 tonnes were lost", ""),
        ("The parties were united when 91 tonnes were lost", "91 tonnes"),
        ("The parties were united in 2006 and 2006", "2006"),
    ] {
        let verdict = gate.judge(claim, None, &[first]);
        assert_eq!([verdict.missing_figures, verdict.missing_names].concat().join(" "), missing, "{claim}");
    }
}

#[test]
fn a_land_need_not_be_named_again_where_the_article_is_about_it() {
    let article = Article::parse(
        "In the north of Norland the Norlandian army lost a town, Kerrick, on Friday.\n\nThe parliament met at once.\n\n\
         It asked for help.\n\nThe army was not told.",
    );
    let gate = Gate::of(&article, Some("en"));
    let third = |end| Place { paragraph: ParagraphNo::at(1), span: Span::new(0, end) };
    for (claim, passes) in [
        ("At once Norland's parliament met.", true),
        ("At once the Norlandian parliament met.", true),
        ("At once Kerrick's parliament met.", false),
        ("The parliament did not meet at once.", false),
        ("The parliament hardly met at once.", true),
    ] {
        assert_eq!(gate.judge(claim, None, &[third(27)]).passes(), passes, "{claim}");
    }
}
/// The verdict on a claim by one sentence of an article of one paragraph.
fn judged(article: &str, sentence: &str, claim: &str) -> Verdict {
    judged_in("en", article, sentence, claim)
}

/// What the gate says of a claim by a sentence of an article in a language.
pub(super) fn judged_in(language: &str, article: &str, sentence: &str, claim: &str) -> Verdict {
    let at = article.find(sentence).unwrap();
    let place = Place { paragraph: ParagraphNo::at(0), span: Span::new(at, at + sentence.len()) };
    let article = Article::parse(article);
    Gate::of(&article, Some(language)).judge(claim, None, &[place])
}

#[test]
fn an_earlier_name_may_only_take_the_place_of_a_pronoun() {
    let article = "Ines Maddock runs the port of Kerrick. Tomas Reeve was at sea. She told the council that pilot Mairi Quill \
        saved the ferry off Dellmar Harbour. The fog was thick. The bank lost nothing.";
    let passage = "She told the council that pilot Mairi Quill saved the ferry off Dellmar Harbour.";
    for (claim, passes) in [
        ("Ines Maddock told the council that pilot Mairi Quill saved the ferry.", true),
        ("Maddock told the council that pilot Quill saved the ferry off Dellmar Harbour.", true),
        ("She told the council that pilot Tomas Reeve saved the ferry.", false),
        ("Tomas Reeve saved the ferry off Dellmar Harbour.", false),
        ("She told the council that pilot Mairi Quill saved the ferry off Kerrick Harbour.", false),
    ] {
        assert_eq!(judged(article, passage, claim).passes(), passes, "{claim}");
    }
}

#[test]
fn a_name_at_the_head_is_one_though_the_article_has_it_nowhere() {
    let article = "Maddock nominated a pilot as harbour master. Sound Line co-founder Ines Maddock sold the old ferry. She is now \
        the head of the port. The owners are now glad of it. Maddock spoke of the tug.";
    for (passage, claim, passes) in [
        ("Maddock nominated a pilot as harbour master.", "Brannock nominated a pilot as harbour master.", false),
        ("Maddock nominated a pilot as harbour master.", "Yesterday a pilot was nominated as harbour master.", true),
        ("Sound Line co-founder Ines Maddock sold", "Ostmark co-founder Ines Maddock sold the old ferry.", false),
        ("Sound Line co-founder Ines Maddock sold", "Shipping co-founder Ines Maddock sold the old ferry.", true),
        ("She is now the head of", "Ostmark is now the head of the port.", false),
        ("She is now the head of", "Maddock is now the head of the port.", true),
        ("The owners are now glad", "Investors are now glad of it.", true),
        ("Maddock spoke of the tug", "Petra Maddock spoke of the tug.", false),
        ("Maddock spoke of the tug", "Presenter Maddock spoke of the tug.", true),
        ("Maddock spoke of the tug", "Ines Maddock spoke of the tug.", true),
    ] {
        assert_eq!(judged(article, passage, claim).passes(), passes, "{claim}");
    }
    let german =
        "Maddock ist heute Chefin des Hafens. Die Behörden warnen vor dem Sturm auf See. Gestern kam Maddock zu spät.";
    for (passage, claim, passes) in [
        ("Gestern kam Maddock", "Laut Maddock kam sie gestern zu spät.", true),
        ("Maddock ist heute", "Portugal ist heute Chefin des Hafens.", false),
        ("Maddock ist heute", "Inzwischen ist Maddock Chefin des Hafens.", true),
        ("Die Behörden warnen", "Ämter warnen vor dem Sturm auf See.", true),
    ] {
        let at = german.find(passage).unwrap();
        let place = Place { paragraph: ParagraphNo::at(0), span: Span::new(at, at + passage.len()) };
        let article = Article::parse(german);
        assert_eq!(Gate::of(&article, Some("de")).judge(claim, None, &[place]).passes(), passes, "{claim}");
    }
}

#[test]
fn what_stands_in_anothers_place_is_told() {
    let article = "Maddock lent Reeve the tug on Friday. Of 90 crates 14 were lost at sea. The rent rose from 200 euros a month \
        to 310 euros. Kerrick was beaten by Ostmark in the final.";
    for (passage, claim, misplaced) in [
        ("Maddock lent Reeve the tug", "Maddock lent Reeve the tug.", ""),
        ("Maddock lent Reeve the tug", "The tug was lent to Reeve by Maddock.", ""),
        ("Maddock lent Reeve the tug", "Reeve lent Maddock the tug.", "Reeve"),
        ("Of 90 crates 14 were lost", "Of 14 crates 90 were lost at sea.", "90"),
        ("Of 90 crates 14 were lost", "At sea 14 of 90 crates were lost.", ""),
        ("Kerrick was beaten by Ostmark", "In the final Ostmark beat Kerrick.", ""),
    ] {
        assert_eq!(judged(article, passage, claim).misplaced.join(" "), misplaced, "{claim}");
    }
}

#[test]
fn who_does_what_to_whom_is_not_turned_about() {
    let article = "Maddock accused Reeve of theft. The pilot hailed the tug. The board moved its seat from Kerrick to Ostmark. \
        The wreck was raised by divers. The gains Brannock has made are small. What the mole's repair cost is not known. \
        The tug met the pilot.";
    for (passage, claim, misplaced) in [
        ("Maddock accused Reeve", "Reeve accused Maddock of theft.", "Reeve"),
        ("Maddock accused Reeve", "Of theft Maddock accused Reeve.", ""),
        ("Maddock accused Reeve", "Reeve was accused of theft by Maddock.", ""),
        ("The pilot hailed the tug.", "The tug hailed the pilot.", "tug"),
        ("The pilot hailed the tug.", "The tug was hailed by the pilot.", ""),
        ("The board moved its seat", "The board moved its seat from Ostmark to Kerrick.", "Ostmark"),
        ("The board moved its seat", "The board moved its seat to Ostmark from Kerrick.", ""),
        ("The wreck was raised", "Divers raised the wreck.", ""),
        ("The gains Brannock has", "Brannock gained little.", ""),
        ("What the mole's repair", "The cost of repairing the mole is not known.", ""),
        ("The tug met the pilot", "The pilot met the tug.", ""),
    ] {
        assert_eq!(judged(article, passage, claim).misplaced.join(" "), misplaced, "{claim}");
    }
}

#[test]
fn a_bound_is_neither_put_in_nor_left_out() {
    let article = "More than 70 crates were lost. The mole cost 80 euros. Up to 90 boats may moor there. A trip takes 15 days or \
        more. The law limits a catch to 20 crates.";
    for (passage, claim, figures) in [
        ("More than 70 crates", "70 crates were lost.", "70"),
        ("More than 70 crates", "At least 70 crates were lost.", ""),
        ("More than 70 crates", "About 70 crates were lost.", ""),
        ("The mole cost 80 euros.", "The mole cost at least 80 euros.", "80 euros"),
        ("The mole cost 80 euros.", "The mole cost about 80 euros.", ""),
        ("Up to 90 boats", "90 boats may moor there.", "90"),
        ("Up to 90 boats", "No more than 90 boats may moor there.", ""),
        ("A trip takes 15 days", "A trip takes at least 15 days.", ""),
        ("The law limits a catch", "No more than 20 crates may be caught by law.", ""),
    ] {
        assert_eq!(judged(article, passage, claim).missing_figures.join(" "), figures, "{claim}");
    }
}

#[test]
fn a_hedge_is_not_left_out_in_german() {
    let article = "Der Nebel könnte das Unglück verursacht haben, sagte Maddock. Der mutmaßliche Dieb Reeve schlief angeblich. \
        Die Mole soll im Mai öffnen.";
    for (passage, claim, hedge) in [
        ("Der Nebel könnte", "Der Nebel hat das Unglück verursacht, sagte Maddock.", Some("könnte")),
        ("Der Nebel könnte", "Der Nebel hat das Unglück möglicherweise verursacht, sagte Maddock.", None),
        ("Der mutmaßliche Dieb", "Der mutmaßliche Dieb Reeve schlief.", Some("angeblich")),
        ("Die Mole soll", "Die Mole öffnet im Mai.", Some("soll")),
        ("Die Mole soll", "Die Mole soll im Mai öffnen.", None),
    ] {
        let at = article.find(passage).unwrap();
        let place = Place { paragraph: ParagraphNo::at(0), span: Span::new(at, at + passage.len()) };
        let article = Article::parse(article);
        let verdict = Gate::of(&article, Some("de")).judge(claim, None, &[place]);
        assert_eq!(verdict.dropped_hedge.as_deref(), hedge, "{claim}");
    }
}

#[test]
fn a_hedge_is_not_left_out() {
    let article = "The fog may have caused the wreck, the board found. Reeve was allegedly asleep. The tug could not reach her. \
        The owners, who may sell her, praised the crew. The May fair was held. The suspected thief may have fled at night. \
        Divers are trying to raise the hull. Lom was accused of theft, a clerk said. The plan, which might sink the yard, is likely dear. \
        Hale expects to publish the report of Kerrick in July.";
    for (passage, claim, hedge) in [
        (
            "Hale expects to publish the report of Kerrick in July.",
            "Hale will publish the report of Kerrick in July.",
            None,
        ),
        (
            "Hale expects to publish the report of Kerrick in July.",
            "Hale published the report of Kerrick in July.",
            Some("expects"),
        ),
        ("The fog may have caused the wreck", "The fog caused the wreck.", Some("may")),
        ("The fog may have caused the wreck", "The fog possibly caused the wreck.", None),
        ("The fog may have caused the wreck", "The board found that fog may have caused the wreck.", None),
        ("The fog may have caused the wreck", "The fog caused the wreck, the board found.", Some("may")),
        ("Reeve was allegedly asleep.", "Reeve was asleep.", Some("allegedly")),
        ("Reeve was allegedly asleep.", "Reeve was asleep, the board said.", None),
        ("The suspected thief may have", "The suspected thief fled at night.", Some("may")),
        ("The suspected thief may have", "The thief reportedly fled at night.", None),
        ("The tug could not reach her.", "The tug was unable to reach her.", None),
        ("The owners, who may sell her,", "The owners praised the crew.", None),
        ("The May fair was held.", "The fair was held.", None),
        ("Divers are trying to raise the hull.", "Divers have raised the hull.", Some("trying")),
        ("Divers are trying to raise the hull.", "Divers want to raise the hull.", None),
        ("Lom was accused of theft,", "Lom was convicted of theft, a clerk said.", Some("accused")),
        ("Lom was accused of theft,", "Lom is accused of theft.", None),
        ("The plan, which might sink", "The plan is likely dear and will sink the yard.", Some("might")),
        ("The plan, which might sink", "The plan is likely dear and might sink the yard.", None),
    ] {
        assert_eq!(judged(article, passage, claim).dropped_hedge.as_deref(), hedge, "{claim}");
    }
}

#[test]
fn short_forms_and_other_words_for_a_name_are_no_other_name() {
    let article = "The Kerrick Ferry Union struck on Friday. State aid was refused. A state owned yard was sold. Norda \
        sank. The Norda Line is bankrupt, and Norda pays nobody. The company cut all rates. Norda has gone.";
    for (passage, claim, missing) in [
        ("The Kerrick Ferry Union struck", "The KFU struck on Friday.", ""),
        ("The Kerrick Ferry Union struck", "The KTU struck on Friday.", "KTU"),
        ("A state owned yard was sold.", "State-owned yard was sold.", ""),
        ("The company cut all rates.", "Norda cut all rates.", ""),
        ("The company cut all rates.", "Kerrick cut all rates.", "Kerrick"),
    ] {
        assert_eq!(judged(article, passage, claim).missing_names.join(" "), missing, "{claim}");
    }
}

#[test]
fn bounds_and_measures_from_the_other_side_are_not_carried() {
    let article = "The ferry holds no more than 180 boats. It cost just under 6.9 million euros. It lay within feet of the quay. \
        The tug cannot pull more than 40 tonnes.";
    for (passage, claim, missing) in [
        ("The ferry holds no more than 180 boats.", "The ferry holds at least 180 boats.", "180"),
        ("The ferry holds no more than 180 boats.", "The ferry holds up to 180 boats.", ""),
        ("It cost just under 6.9 million euros.", "It cost over 6.9 million euros.", "6.9 million euros"),
        ("It cost just under 6.9 million euros.", "It cost nearly 6.9 million euros.", ""),
        ("It lay within feet of the quay.", "It lay within miles of the quay.", "miles"),
        ("The tug cannot pull more than 40 tonnes.", "The tug can pull at most 40 tonnes.", ""),
    ] {
        assert_eq!(judged(article, passage, claim).missing_figures.join(" "), missing, "{claim}");
    }
}

#[test]
fn a_date_may_follow_from_the_day_of_the_source() {
    let text = "The mole broke last year. It was mended on Tuesday.";
    let article = Article::parse(text);
    let published = Some(crate::article::Edtf::Date("2031-05-03".parse().unwrap()));
    let gate = Gate::of(&article, Some("en"));
    let place = Place { paragraph: ParagraphNo::at(0), span: Span::new(0, text.len()) };
    let missing = |gate: &Gate<'_>, claim: &str| gate.judge(claim, None, &[place]).missing_figures.join(" ");
    assert_eq!(missing(&gate, "The mole broke in 2030."), "2030");
    let gate = gate.published(published);
    assert_eq!(missing(&gate, "The mole broke in 2030."), "");
    assert_eq!(missing(&gate, "The mole broke in 2029."), "2029");
    assert_eq!(missing(&gate, "The mole was mended on 29 April 2031."), "");
    assert_eq!(missing(&gate, "The mole was mended on 28 April 2031."), "28 April 2031");
}

#[test]
fn a_german_noun_is_no_name() {
    let article =
        "Raab gewann gegen den Hafenminister Kairos die Wahl. Gute Partner sind selten. Die Mole liegt in Kerrick.";
    for (passage, claim, missing) in [
        ("Raab gewann gegen", "Gegen den früheren Minister Kairos gewann Raab die Wahl.", ""),
        ("Raab gewann gegen", "Bei der Wahl der beiden Partner gewann Raab.", ""),
        ("Raab gewann gegen", "Bei der Wahl hatte Raab mehr Glück.", ""),
        ("Raab gewann gegen", "Die Wahl gewann Raab in Ostmark.", "Ostmark"),
        ("Raab gewann gegen", "Gegen den Hafenminister Kairos gewann Tomas Lindholm die Wahl.", "Tomas Lindholm"),
        ("Raab gewann gegen", "Raab gewann die Wahl in Kerrick.", "Kerrick"),
    ] {
        let at = article.find(passage).unwrap();
        let place = Place { paragraph: ParagraphNo::at(0), span: Span::new(at, at + passage.len()) };
        let article = Article::parse(article);
        let verdict = Gate::of(&article, Some("de")).judge(claim, None, &[place]);
        assert_eq!(verdict.missing_names.join(" "), missing, "{claim}");
    }
}

#[test]
fn a_span_of_time_is_asked_for_in_its_language_only() {
    let article = "The Le-May ferries sail twice a week from the harbour. Ein Boot fährt zweimal die Woche. Un bateau part deux fois par semaine.";
    for (tag, passage, claim, figures) in [
        ("en", "The Le-May", "An owner lets the Le-May ferries sail twice a week.", ""),
        ("en", "The Le-May", "The Le-May ferries sail twice a month.", "month"),
        ("de", "Ein Boot", "Ein Boot fährt zweimal die Woche an der Küste.", ""),
        ("de", "Ein Boot", "Ein Boot fährt zweimal am Tag.", "Tag"),
        ("fr", "Un bateau", "Un bateau part deux fois par an.", "an"),
    ] {
        let at = article.find(passage).unwrap();
        let rest = article.get(at..).unwrap();
        let end = rest.find(". ").map_or(article.len(), |end| at + end + 1);
        let place = Place { paragraph: ParagraphNo::at(0), span: Span::new(at, end) };
        let article = Article::parse(article);
        let verdict = Gate::of(&article, Some(tag)).judge(claim, None, &[place]);
        assert_eq!(verdict.missing_figures.join(" "), figures, "{claim}");
    }
}

#[test]
fn who_does_it_and_to_whom_stand_in_their_places() {
    let article = "Quill asked the pilot to wait. One of the sailors put his knife to a farmer's neck. \
        The keeper, a tall man, bluntly warned the owners of the mole. Lom said that Reeve resented Harker and another clerk. \
        When the cook stepped out to smoke, he told Ames to stir. The rangers were thanked by the villagers. \
        Old boatmen saw a drop in wages, more than that felt by the young boatmen. The road leads away from the coast, toward the hills. \
        The herd moved from Dellmar to the town of Ostmark. The reeve urged the abbey to press the guild to pay.";
    let sentences: Vec<&str> = article.split_inclusive(". ").map(str::trim).collect();
    for (sentence, claim, turned) in [
        (0, "The pilot asked Quill to wait.", true),
        (0, "The pilot was asked by Quill to wait.", false),
        (1, "A farmer put a knife to the neck of one of the sailors.", true),
        (1, "A sailor put a knife to the neck of a farmer.", false),
        (2, "The owners of the mole bluntly warned the keeper.", true),
        (2, "The owners of the mole were bluntly warned by the keeper.", false),
        (3, "Harker resented Reeve, Lom said.", true),
        (3, "Reeve resented Harker, Lom said.", false),
        (4, "When Ames stepped out to smoke, he told the cook to stir.", true),
        (4, "When the cook stepped out, he told Ames to stir.", false),
        (5, "The villagers were thanked by the rangers.", true),
        (5, "The villagers thanked the rangers.", false),
        (6, "Young boatmen saw a drop in wages, more than that felt by the old boatmen.", true),
        (7, "The road leads from the hills toward the coast.", true),
        (8, "The herd moved from Ostmark to Dellmar.", true),
        (9, "The reeve urged the guild to press the abbey to pay.", true),
        (9, "The abbey was urged by the reeve to press the guild.", false),
    ] {
        let verdict = judged(article, sentences[sentence], claim);
        assert_eq!(!verdict.misplaced.is_empty(), turned, "{claim} {verdict:?}");
    }
}

#[test]
fn a_cause_or_a_detail_that_the_article_has_nowhere_is_added() {
    let article = "The harbour office shut the mole on Friday. The keeper left the tower and went to Kerrick, Norland. \
        The ferry was late because of the fog.";
    for (sentence, claim, added) in [
        (
            "The harbour office shut the mole on Friday.",
            "The harbour office shut the mole because rats had gnawed the piles.",
            true,
        ),
        ("The harbour office shut the mole on Friday.", "The harbour office shut the mole due to rust.", true),
        ("The harbour office shut the mole on Friday.", "The harbour office shut the mole with a velvet rope.", true),
        ("The harbour office shut the mole on Friday.", "On Friday the mole was shut by the harbour office.", false),
        (
            "The harbour office shut the mole on Friday.",
            "The harbour office emptied and closed the mole on Friday.",
            false,
        ),
        (
            "The keeper left the tower and went to Kerrick, Norland.",
            "The keeper left the tower after a quarrel and went to Kerrick.",
            true,
        ),
        (
            "The keeper left the tower and went to Kerrick, Norland.",
            "The keeper quit the tower and travelled to Kerrick.",
            false,
        ),
        ("The ferry was late because of the fog.", "The ferry was late due to fog.", false),
    ] {
        let verdict = judged(article, sentence, claim);
        assert_eq!(verdict.added.is_some(), added, "{claim} {verdict:?}");
    }
}

#[test]
fn who_speaks_in_a_claim_is_not_another_than_in_its_passage() {
    let article = "The port said the union had left the room. \
        The captain said he saw nothing, the report says. The hull was sound, officials said. Harker said he was told by Quill, Lom's uncle, to wait. \
        She met Reeve, who often said the mole was old. The boatman Lom came late, and so did Inspector Ruth Ames.";
    for (sentence, claim, other) in [
        ("The port said the union had left the room.", "The union said the port had left the room.", true),
        ("The port said the union had left the room.", "The union had left the room, the port said.", false),
        ("The captain said he saw nothing, the report says.", "The captain reported that he saw nothing.", false),
        ("The hull was sound, officials said.", "Ruth Ames said the hull was sound.", true),
        ("The hull was sound, officials said.", "Officials said that the hull was sound.", false),
        ("Harker said he was told by Quill, Lom's uncle, to wait.", "Lom said he was told by Quill to wait.", true),
        ("Harker said he was told by Quill, Lom's uncle, to wait.", "Harker said he was told by Quill to wait.", false),
        ("She met Reeve, who often said the mole was old.", "Lom said the mole was old.", true),
        ("She met Reeve, who often said the mole was old.", "Reeve said the mole was old.", false),
    ] {
        let verdict = judged(article, sentence, claim);
        assert_eq!(verdict.other_speaker, other, "{claim} {verdict:?}");
    }
}

#[test]
fn what_is_said_of_one_is_not_said_of_another() {
    for (article, claim, other) in [
        (
            "On Friday Ines Maddock was hit in the head and died in Kerrick. Then Tomas Maddock came.",
            "On Friday Tomas Maddock was hit in the head and died in Kerrick.",
            true,
        ),
        (
            "On Friday Ines Maddock was hit in the head and died in Kerrick. Then Tomas Maddock came.",
            "Ines Maddock was hit in the head on Friday.",
            false,
        ),
        ("The captain was fined and the pilot lost his licence in May.", "The captain lost his licence in May.", true),
        ("The captain was fined and the pilot lost his licence in May.", "The pilot lost his licence.", false),
        ("The pilot watched the rescue of Ines Maddock.", "Ines Maddock watched the rescue.", true),
        ("The pilot watched the rescue of Ines Maddock.", "The rescue was watched by the pilot.", false),
        (
            "Kerrick Port Trust, or KPT, owns the mole. KPT sold the mole in May.",
            "Kerrick Port Trust sold the mole.",
            false,
        ),
    ] {
        let verdict = judged(article, article, claim);
        assert_eq!(!verdict.misplaced.is_empty(), other, "{claim} {verdict:?}");
    }
}

#[test]
fn what_is_only_meant_or_said_to_be_is_not_made_sure() {
    for (language, passage, claim, hedge) in [
        ("en", "The port announced plans for a second mole.", "The port opened a second mole.", true),
        ("en", "In May the port made plans for a second mole.", "The port built a second mole.", true),
        ("en", "The port announced plans for a second mole.", "The port announced a second mole.", false),
        ("en", "The port asked the keeper to paint the tower.", "The keeper painted the tower.", true),
        ("en", "The boat was found in Kerrick and may have been moved at night.", "The boat was moved at night.", true),
        ("de", "Es ist wahrscheinlich, dass die Mole im Mai öffnet.", "Die Mole öffnet im Mai.", true),
        ("de", "Es ist wahrscheinlich, dass die Mole im Mai öffnet.", "Die Mole öffnet wahrscheinlich im Mai.", false),
        ("de", "Die neue Mole soll die Schiffe schützen können.", "Die neue Mole kann die Schiffe schützen.", true),
        ("de", "Tausende Gäste werden zum Fest erwartet.", "Tausende Gäste sind zum Fest gekommen.", true),
        ("en", "The crew threatened to strike in May.", "The crew went on strike in May.", true),
        ("en", "The port suspects that rust holed the hull.", "Rust holed the hull.", true),
        ("en", "The port suspects that rust holed the hull.", "Rust may have holed the hull.", false),
        ("de", "Das Amt erwägt den Verkauf der Werft.", "Das Amt hat den Verkauf der Werft beschlossen.", true),
        ("de", "Das Amt erwägt den Verkauf der Werft.", "Das Amt denkt über den Verkauf der Werft nach.", false),
        (
            "de",
            "Dem Lotsen wird vorgeworfen, im Dienst getrunken zu haben.",
            "Der Lotse hat im Dienst getrunken.",
            true,
        ),
        ("es", "La capitana habría vendido el barco en mayo.", "La capitana vendió el barco en mayo.", true),
        ("es", "La capitana habría vendido el barco en mayo.", "La capitana habría vendido su barco.", false),
        ("fr", "La capitaine aurait vendu le bateau en mai.", "La capitaine a vendu le bateau en mai.", true),
        ("fr", "La capitaine aurait vendu le bateau en mai.", "Elle aurait vendu le bateau en mai.", false),
    ] {
        let verdict = judged_in(language, passage, passage, claim);
        assert_eq!(verdict.dropped_hedge.is_some(), hedge, "{claim} {verdict:?}");
    }
}
