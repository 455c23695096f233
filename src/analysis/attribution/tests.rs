//! Whom sentences credit, and what is then left of them.

use super::attribution;

#[test]
fn the_speaker_is_found_where_a_sentence_names_one_plainly() {
    for (sentence, speaker, content) in [
        (
            "The ship sank at once, the harbour master said on Friday.",
            Some("the harbour master"),
            Some("The ship sank at once"),
        ),
        (
            "The ship sank in the bay, according to Ines Maddock.",
            Some("Ines Maddock"),
            Some("The ship sank in the bay"),
        ),
        ("\"It sank,\" said Ines Maddock, director of the port.", Some("Ines Maddock"), None),
        ("\"It sank,\" he told the Post.", Some("he"), None),
        ("\"Why did it sink?\" Maddock asked.", Some("Maddock"), None),
        ("\"It sank,\" Hale says. \"Nobody came.\"", Some("Hale"), None),
        ("According to the port, the ship sank at once.", Some("the port"), Some("the ship sank at once.")),
        ("Hale said that the ship sank.", Some("Hale"), None),
        ("Ines Maddock, 52, said the ship sank.", Some("Ines Maddock"), None),
        ("On Friday, Hale said the ship sank.", Some("Hale"), None),
        ("Although no others were reported, Hale said the ship sank.", Some("Hale"), None),
        ("Like many others, Hale says the ship sank.", Some("Hale"), None),
        ("Locals like Hale argue that the ship sank.", Some("Locals like Hale"), None),
        ("The owners are alleging that the ship was old.", Some("The owners"), None),
        ("The harbour master on Friday said the ship sank.", Some("The harbour master"), None),
        ("Hale also accused the owners of neglect.", Some("Hale"), None),
        ("The man accused of neglect left the port.", None, None),
        ("Ines Maddock of the harbour office said the ship sank.", Some("Ines Maddock"), None),
        ("Speaking to the port at noon, Hale said: \"It sank.\"", Some("Hale"), None),
        (
            "The ship sank in the bay at once, the head of the port, Ines Maddock, told the Post.",
            Some("Ines Maddock"),
            Some("The ship sank in the bay at once"),
        ),
        ("Tom Hale, keeper of the light, and Ines Maddock, another aide, testified.", None, None),
        ("Hale—unlike others—said the ship sank.", Some("Hale"), None),
        ("The ships sail from Norland, Kerrick and the United States for the south.", None, None),
        ("\"My friends told me it sank at once.\"", None, None),
        ("Because it leaned to the side, he told the crew to leave it.", Some("he"), None),
        ("He came to the port and told us that it sank.", None, None),
        ("The report, which Hale said was false, was burnt.", None, None),
        ("Now Hale says the ship sank.", Some("Hale"), None),
        ("He was told that the ship sank.", None, None),
        ("The group claimed the attack.", None, None),
        ("The ship sank, and nobody said a word.", None, None),
        // Organisations, texts and several people speak too, with a day before or behind the verb.
        ("The Kerrick Post reported on Friday that the ship sank.", Some("The Kerrick Post"), None),
        ("A harbour office study found few ships of that age.", None, None),
        ("A Kerrick University study found few ships of that age.", Some("A Kerrick University study"), None),
        ("Studies show that few ships grow so old.", None, None),
        ("Both Hale and Maddock told the port that the ship sank.", Some("Hale and Maddock"), None),
        ("And Hale has said that, in fog, no ship is safe.", Some("Hale"), None),
        ("The port has staunchly denied it.", Some("The port"), None),
        ("The port has over the past few months repeatedly warned of fog.", None, None),
        ("The port has over the past few months repeatedly warned that fog comes.", Some("The port"), None),
        ("\"It sank,\" Hale said Monday as he left a room of the old port office.", Some("Hale"), None),
        ("\"It sank,\" Ines Maddock, head of the port told the Post.", Some("Ines Maddock"), None),
        ("\"It sank,\" Ines Maddock, head of the port, told the Post.", Some("Ines Maddock"), None),
        ("‘It sank,’ said Hale.", Some("Hale"), None),
        ("Kerrick (CNN)Harbour master Tom Hale said the ship sank.", Some("Harbour master Tom Hale"), None),
        ("In August, the head of the port, Ines Maddock, said that it sank.", Some("Ines Maddock"), None),
        ("Hale believes the ship was lost in the fog.", Some("Hale"), None),
        ("Hale believes in the ship.", None, None),
        (
            "The ship was lost in the bay, Ines Maddock, special agent in charge of the port office in Kerrick, said.",
            Some("Ines Maddock"),
            Some("The ship was lost in the bay"),
        ),
        ("The port fell ill, a decision the harbour office had said it would fight.", None, None),
        ("Hale makes a good point that the ship was old.", None, None),
        ("The group's stated aim is that no ship sinks.", None, None),
        ("Local GPS users apologised, saying that the ship was old.", None, None),
        ("The plan calls for two new ships.", None, None),
        ("On social media the harbour office said: ‘It sank.’", Some("the harbour office"), None),
        ("In the middle of the night said nobody a word.", None, None),
        (
            "The ship was lost in the bay, says conservationist Ines Maddock.",
            Some("conservationist Ines Maddock"),
            Some("The ship was lost in the bay"),
        ),
        ("The port announced on Friday that the ship would be sold.", None, None),
        (
            "The ship would be sold at once, the port announced on Friday.",
            Some("the port"),
            Some("The ship would be sold at once"),
        ),
        ("‘My Government believes the ship was lost.’", None, None),
        ("The port called the report a sham.", Some("The port"), None),
        ("A ship called the Gull left for a port.", None, None),
        ("Hale sees the ship as a wreck.", Some("Hale"), None),
        ("As Hale once said, no ship is safe.", Some("Hale"), None),
        ("Hale refused to leave, saying that the ship was safe.", Some("Hale"), None),
        ("The ship, the harbour office said on Friday, was old.", Some("the harbour office"), None),
        ("The ship sank in the bay, say officials.", Some("officials"), Some("The ship sank in the bay")),
        ("The ship—unlike, say, the Gull—sank.", None, None),
        ("The ship sank in the fog.", None, None),
        ("", None, None),
    ] {
        let found = attribution(sentence);
        let slice = |span: crate::text::Span| span.slice(sentence).unwrap();
        assert_eq!(found.map(|a| slice(a.speaker)), speaker, "{sentence}");
        assert_eq!(found.and_then(|a| a.content).map(slice), content, "{sentence}");
    }
}
