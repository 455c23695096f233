//! Where sentences and words begin and end.

use super::{length, sentences, word_count, words};

fn split(text: &str) -> Vec<&str> {
    sentences(text).into_iter().filter_map(|span| span.slice(text)).collect()
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    for expected in [
        &["Dr. Maddock met Mr. J. R. Hale on Jan. 3 in St. Ives.", "They spoke."][..],
        &["It cost $3.5 million.", "The U.S. Navy paid.", "He lives in the U.S.", "The rest is known."],
        &["\"Why?\" he asked.", "Nobody knew!", "Then…", "Silence."],
        &["Wait ... no.", "Yes."],
        &["Er kam am 3. Mai nach Bonn.", "Das war z.B. am Abend."],
        &["Der Hafen hat 1,64 Mill. Fass Öl.", "Die Lampe fraß 3 Mill.", "Das ist viel."],
        &["Das Licht war aus, sagte Hale der N.P.Z.", "Neben dem Licht fehlt ein Kai."],
        &["He was 52.", "The ship sank."],
        &["I am 52.", "Kerrick is my home."],
        &["Der 50. Kerrick-Lauf begann am 12. September.", "Danach gab es Suppe."],
        &["Vom 9. Bis 13. September bleibt der Hafen des 1. FC Norland zu.", "Er öffnet am 14. September."],
        &["Bis zum 12./13. September ist sein mittlerweile 3. Kind da.", "Es heißt Tom."],
        &["Die Fähre sank im Jahr 2019.", "Danach kam Hale auf Platz 3.", "Der Trainer weinte."],
        &["Der Lauf begann am 12.", "Danach kam der Nebel.", "Es blieben 40.", "Seeleute froren."],
        &["Im 19. Jahrhundert und beim diesjährigen 40. Hafenfest war Nebel.", "Seit 1850 auch im 2. Weltkrieg."],
        &[
            "Leo XIII. Hale und Karl XVI. Gustav kamen.",
            "Im XX. Jahrhundert war Nebel.",
            "Es war unter Leo XIII.",
            "Der Hafen war zu.",
        ],
        &["It sank in World War II.", "Norland won."],
        &["Es kostet 800 Mrd. Kronen.", "Das ist viel."],
        &["Das „Licht“ war aus.", "„Ich sah nichts.“", "Dann „kam“ Hale.", "»Ich sah nichts.«", "Er ging."],
        &["他来了。", "你好吗？", "好！"],
        &["「灯台は消えた。誰も見なかった」と船長は述べた。", "港は静かだった。"],
        &["“灯塔熄灭了。”黑尔说，没人看见。", "港口很安静。"],
        &[
            "Prom ma ok. 31 proc. miejsc.",
            "Kosztuje 200 tys. – to sporo.",
            "Bilet ma ok. 9 tys.",
            "Zdaniem Hale za dużo.",
        ],
        &["Przyszedł wysłannik ds. Kerrick i ks. Hale.", "Spotkanie o godz. 20 przy ul. Portowej 3 trwało krótko."],
        &[
            "「灯台は消えた。港の人々は朝になるまで誰もそのことに気づかなかった。船は霧の中で座礁した」と船長は述べた。",
            "港は静かだった。",
        ],
        &["Порт в г. Керрик закрыт с 2031 г.", "Ремонт стоит 9 млн руб. (с налогом).", "Он начнется осенью."],
        &["Fyret var slukket, bl.a. Hale så det.", "Det var f.eks. Maddock som ringte."],
        &["यह एक वाक्य है।", "यह दूसरा है।"],
        &["\"It was dark. I saw nothing,\" she said.", "Then the light came."],
        &["“It was dark.”", "(He left.)", "She stayed."],
        &["Sales at Hale Inc. rose.", "Costs at Hale Inc.", "The board met."],
        &["It was No. 4 of nine.", "No.", "Perhaps."],
        &["You must show your ID.", "Space is limited."],
        &["The U.S. Army and the U.N. Security Council met.", "J. R. R. Hale spoke."],
        &["The ship left for the U.S.", "Nobody knew."],
        &["It began at 9 a.m. Tuesday and ended at 8:30 p.m. ET on Friday.", "It rained."],
        &["It left at 7 a.m. (26 minutes late).", "It is small."],
        &["It began at 9 a.m. Moscow time.", "It ended at 10 p.m.", "Hale went home."],
        &["The show went on.", "Hale left.", "L'inchiesta dell'On. Rossi è chiusa."],
        &["She studies modern art.", "Museums buy it.", "Das steht in Art. 5 und in Abs. 12."],
        &["He ate a fig.", "Nuts followed, as in Fig. 3 and in vol. II of it."],
        &["It is 3 mm.", "Hale measured it.", "MM. Dupont et Hale sont venus."],
        &["They sold rope, tar, etc.", "Hale bought it."],
        &["The shop is in Main St.", "The owner lives in St. Ives."],
        &["It happened in Dec.", "The rest was said on Dec. 3."],
        &["It is rich in vitamin C.", "Doctors know that.", "There is no plan B.", "Hale said so."],
        &["He met Robert E. Lee and Per E. Samuelsson.", "They talked."],
        &["Kerrick, Norland (Post)Sen. Hale left (Capt. Maddock too).", "(Post)Gov. Maddock stayed."],
        &[
            "The singers J.P. \"The Lamp\" Hale and J. R. \"Fog\" Maddock left.",
            "They sang in the U.S.",
            "\"We sing,\" Hale said.",
        ],
        &["Hale et al. found it.", "So did Maddock et al.", "They said so."],
    ] {
        assert_eq!(split(&expected.join(" ")), expected);
    }
    assert!(split("").is_empty());
    assert!(split(" … \n").is_empty());
}

#[test]
fn a_long_quotation_is_split_at_its_own_sentences() {
    let long = "word ".repeat(25);
    let text = format!("\"A {long}end. B {long}end. C,\" he said. Later.");
    assert_eq!(split(&text).len(), 3, "the long sentence, the rest of the quotation, the one after it");
}

#[test]
fn words_are_counted_as_a_reader_counts_them() {
    assert_eq!(word_count("al-Dulaimi's 6,000 men"), 3);
    assert_eq!(
        words("al-Dulaimi's 6,000 men").map(|(_, w)| w).collect::<Vec<_>>(),
        ["al", "Dulaimi's", "6,000", "men"]
    );
    assert_eq!(word_count("我们来了"), 4);
    assert_eq!((length("我们来了吗"), length("We came by ferry.")), (3, 4));
}

proptest::proptest! {
    #[test]
    fn words_of_ascii_are_parted_as_those_of_any_text(text in "[ -~\\n]{0,60}|([ab_1.,:;' ]){0,30}") {
        use unicode_segmentation::UnicodeSegmentation;
        let long_way: Vec<&str> = text.unicode_words().collect();
        assert_eq!(words(&text).map(|(_, word)| word).collect::<Vec<_>>(), long_way);
    }

    #[test]
    fn sentences_lie_in_order_and_leave_out_nothing_but_white_space_and_marks(text in "\\PC{0,80}|([A-Za-z\"“”.!? ]|\\n){0,120}") {
        let mut end = 0;
        for span in sentences(&text) {
            let between = text.get(end..span.start().bytes()).unwrap();
            assert!(!between.chars().any(char::is_alphanumeric), "{between:?}");
            let sentence = span.slice(&text).unwrap();
            assert_eq!(sentence, sentence.trim());
            end = span.end().bytes();
        }
        assert!(!text.get(end..).unwrap().chars().any(char::is_alphanumeric));
    }
}

#[test]
fn a_footnotes_star_ends_a_sentence_and_a_cry_said_twice_does_not() {
    for (text, expected) in [
        ("The light was restored.* This took a year.", &["The light was restored.", "This took a year."][..]),
        ("The choir Ahoy! Ahoy! Ahoy! sings. It is old.", &["The choir Ahoy! Ahoy! Ahoy! sings.", "It is old."]),
        ("Ahoy! The ship sank.", &["Ahoy!", "The ship sank."]),
    ] {
        let found: Vec<&str> = sentences(text).into_iter().filter_map(|span| span.slice(text)).collect();
        assert_eq!(found, expected);
    }
}
