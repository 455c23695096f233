//! `epitome extract` on text as people paste it: what comes out, what is said of its source, and what no input may do.
//! The five real articles are not ours to ship: where `EPITOME_ARTICLES` names their folder they are read too.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use epitome::article::{Article, Paragraph, ParagraphKind};
use epitome::ingest::{Extracted, Hint, IngestError, extract};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};

fn clean(text: &str) -> Extracted {
    extract(text.as_bytes(), &Hint::default()).unwrap()
}

/// The paragraphs as `kind: first words`, one a line.
fn outline(extracted: &Extracted) -> Vec<String> {
    let short = |p: &Paragraph| format!("{}: {}", p.kind.name(), p.text.chars().take(24).collect::<String>());
    extracted.article.paragraphs().iter().map(short).collect()
}

const PAGE: &str = "\u{feff}Home\r\nNews\r\nSport\r\n\r\nSkip to content\r\n\r\nFerry runs aground off Brannock Point\r\n\r\nAll \
aboard were taken off by lifeboat before dawn; the harbour master had warned of the shoal\r\n\r\nBy Ines \
Maddock\r\n\r\n3 May 2031, updated 4 May 2031\r\n\r\nShare\r\nFacebook\r\n\r\nThe ferry on the sandbank. (Photo: \
Jan Roe/Harbour Post)\r\nThe ferry on the sandbank. (Photo: Jan Roe/Harbour Post)\r\n\r\nThe ferry\u{a0}struck a sandbank \
in fog late on Friday with 212 passengers aboard, and no fuel leaked from its hull.\r\n\r\nRead more: Fog in the \
strait\r\n\r\nThe harbour master said that he had warned of the shoal in March, and that nobody had listened to \
him.\r\n\r\n“He had warned of the shoal in March, and nobody had listened.”\r\n\r\nLifeboats in the \
night\r\n\r\nLifeboats from three harbours took everyone off before dawn, as the coast guard had asked them to do \
at once.\r\n\r\n• two boats came from Brannock itself\r\n• one boat came from the island across\r\n\r\nThe inquiry will \
begin on Monday, and the captain has been asked to stay in the town until then.\r\n\r\nEditor’s note: this report was \
corrected on Sunday.\r\n\r\nIt was first of all a night of luck, the harbour master said, and he thanked every one of the \
crews.\r\n\r\nInes Maddock is a reporter at the Harbour Post.\r\n\r\nRelated articles\r\n\r\nFog in the \
strait\r\n\r\nComments (3)\r\n\r\n© 2031 The Harbour Post. All rights reserved.\r\n";

#[test]
fn a_pasted_page_becomes_the_article_and_its_source() {
    let page = clean(PAGE);
    assert_eq!(
        outline(&page),
        [
            "text: The ferry struck a sandb",
            "text: The harbour master said ",
            "heading: Lifeboats in the night",
            "text: Lifeboats from three har",
            "item: • two boats came from Br",
            "item: • one boat came from the",
            "text: The inquiry will begin o",
            "note: Editor’s note: this repo",
            "text: It was first of all a ni",
        ]
    );
    let m = page.metadata;
    assert_eq!(m.title.unwrap().value, "Ferry runs aground off Brannock Point");
    assert_eq!(m.authors.unwrap().value, ["Ines Maddock"]);
    assert_eq!(m.published.unwrap().value.to_string(), "2031-05-03");
    assert_eq!(m.publisher.unwrap().value, "The Harbour Post");
    assert_eq!(m.language.unwrap().value, "en");
    assert!(m.standfirst.unwrap().value.starts_with("All aboard were taken off"));
    assert_eq!(m.url, None);
}

#[test]
fn paragraphs_above_a_line_with_a_date_are_the_articles_own_where_they_are_no_standfirst() {
    const ABOVE: [&str; 2] = [
        "The harbour was closed on Monday after waves of nine metres broke over the wall, the port authority of Kerrick said.",
        "The ferry line cancelled all its crossings and sent four hundred passengers home, a spokesman of the line said.",
    ];
    const BELOW: &str = "Repairs to the wall will cost four million euros and take until spring, the engineer Jane Rowe said. \
                         The port of Kerrick handles three hundred vessels a year, most of them with timber.";
    let page = |above: &[&str], below: usize| {
        let below = (0..below).map(|n| format!("On day {n} it said so. {BELOW}"));
        let above = above.iter().map(|&paragraph| paragraph.to_owned());
        let head = std::iter::once("Storm closes harbour in north".to_owned()).chain(above);
        let all: Vec<String> = head.chain(["3 May 2031".to_owned()]).chain(below).collect();
        clean(&all.join("\n\n"))
    };
    for (above, below, kept) in [(&ABOVE[..], 2, 4), (&ABOVE[..1], 1, 2), (&ABOVE[..1], 4, 4)] {
        let read = page(above, below);
        assert_eq!(read.article.paragraphs().len(), kept, "{:?}", outline(&read));
        assert_eq!(read.metadata.standfirst.is_some(), kept == below, "{above:?} {below}");
    }
}

#[test]
fn what_stands_behind_a_picture_line_is_the_articles_own() {
    let told = [
        "The ferry carried 212 passengers when it struck the sandbank on Monday morning, the harbour master said.",
        "It was refloated by the tug at high water, the company said on Tuesday evening in the town of Brannock.",
        "The owners will inspect the hull before the vessel sails again, and an inquiry has been opened by the guard.",
        "Passengers described how the fog came down within minutes and how the lights of the pier were lost from sight.",
    ];
    for picture in
        ["Image: The ferry in port", "Image: Jane Doe/AP", "Photo: dpa", "Caption: The ferry lies on the bank."]
    {
        for behind in
            ["Nobody was hurt.", "Divers found no hole in her side.", "Divers found no hole in her side, he wrote."]
        {
            for between in ["\n", "\n\n"] {
                for at in 1..=told.len() {
                    let mut lines: Vec<String> = told.map(str::to_owned).to_vec();
                    lines.insert(at, format!("{picture}{between}{behind}"));
                    let text = format!("Ferry runs aground\n\nBy Ines Maddock\n\n{}\n", lines.join(between));
                    let article = clean(&text).article;
                    let kept: Vec<&str> = article.paragraphs().iter().map(|p| p.text.as_str()).collect();
                    let mut wanted = told.to_vec();
                    wanted.insert(at, behind);
                    assert_eq!(kept, wanted, "{text}");
                }
            }
        }
    }
}

#[test]
fn a_paragraph_of_two_words_is_kept_and_a_button_is_not() {
    const ABOVE: &str =
        "The ferry carried 212 passengers when it struck the sandbank on Monday, the harbour master said.";
    const BELOW: &str = "It was refloated by the tug at high water, the company said on Tuesday evening in Brannock.";
    const END: &str = "The owners will inspect the hull before she sails again, and the guard has opened an inquiry.";
    for (between, kept) in
        [("Nobody died.", true), ("“It failed.”", true), ("He said no.", true), ("Read more.", false), ("Share", false)]
    {
        let text = format!("Ferry runs aground\n\n{ABOVE}\n\n{between}\n\n{BELOW}\n\n{END}\n");
        let article = clean(&text).article;
        assert_eq!(article.paragraphs().iter().any(|p| p.text == between), kept, "{between}");
    }
}

#[test]
fn a_fetched_page_does_not_take_the_address_of_another_site() {
    for (own, canonical, said) in [
        ("https://www.post.example/a?x=1", "https://post.example/a", "https://post.example/a"),
        ("https://m.post.example/a", "https://www.post.example/a", "https://www.post.example/a"),
        ("https://evil.example/a", "https://post.example/a", "https://evil.example/a"),
        ("https://evilpost.example/a", "https://post.example/a", "https://evilpost.example/a"),
    ] {
        let page = format!(
            "<html><head><title>Ferry</title><link rel=canonical href='{canonical}'></head><body><article><p>The ferry \
             carried 212 passengers when it struck the sandbank on Monday morning, the harbour master said.</p></article>"
        );
        let hint = Hint { url: Some(own.to_owned()), ..Hint::default() };
        let read = extract(page.as_bytes(), &hint).unwrap();
        assert_eq!(read.metadata.url.map(|url| url.value).as_deref(), Some(said), "{own}");
    }
}

#[test]
fn what_a_text_does_not_say_is_not_made_up() {
    let m = clean(
        "On 3 May 2031 the ferry struck a sandbank in fog, and the coast guard told Reuters that nobody had been hurt.\n\n\
         Jane Doe, the harbour master, said on Monday that the shoal had been marked on every chart since 2019.\n",
    )
    .metadata;
    assert!(m.title.is_none() && m.authors.is_none() && m.published.is_none());
    assert!(m.publisher.is_none() && m.url.is_none() && m.standfirst.is_none() && m.kind.is_none());
}

/// Lines of a column, as `(text, the paragraphs it becomes)`.
const COLUMNS: &[(&str, &str)] = &[
    // Hyphens at line ends, of the word's own and of the line's.
    (
        "The militia is Iranian-\nbacked and fights in the sec-\ntarian north of the country, where\nthe government has \
         lost nearly all of\nits posts and has aban-\ndoned weapons, vehicles and also\nuniforms to whoever came by.\n",
        "The militia is Iranian-backed and fights in the sectarian north of the country, where the government has lost nearly \
         all of its posts and has abandoned weapons, vehicles and also uniforms to whoever came by.",
    ),
    // Double-spaced, with a page's end amid the sentence.
    (
        "The patience of the islanders has\n\nsteadily vanished in the face of a\n\ndeteriorating ferry \
         timetable, so that\n\nmany commuters and also many of the\n\n© 2031 The Harbour Post. All rights reserved.\n\nPage 1 of \
         2\n\nstudents alike do not trust a morning\n\ncrossing that should bring them to\n\ntheir work before \
         the first bell.\n",
        "The patience of the islanders has steadily vanished in the face of a deteriorating ferry timetable, so that many \
         commuters and also many of the students alike do not trust a morning crossing that should bring them to their \
         work before the first bell.",
    ),
    // A mail's lines, two paragraphs without a blank line between.
    (
        "The ferry struck a sandbank in fog late on Friday with all of the two\nhundred passengers aboard, and nobody knew how \
         it could have come so far.\nIt was towed off at noon.\nThe harbour master had warned of the shoal for a long \
         time, and nobody\nhad listened to what he said about the lights that were to be put there,\nas the minutes of \
         the council show.\n",
        "The ferry struck a sandbank in fog late on Friday with all of the two hundred passengers aboard, and nobody knew how \
         it could have come so far. It was towed off at noon.|The harbour master had warned of the shoal for a long time, and \
         nobody had listened to what he said about the lights that were to be put there, as the minutes of the council show.",
    ),
    // A hyphen that a reader of PDF took away with the end of its line.
    (
        "Die Fähre lief am Freitag im Nebel auf\neine Sandbank, und niemand an Bord kam\nzu Schaden. Das Schiff gehört \
         einer\nReederei, die in fast allen der EUStaaten verkehrt und dort auch Fracht\nfährt. Der Hafenmeister hatte \
         gewarnt,\naber niemand wollte auf ihn hören, als\ner es im März dem Rat der Insel vortrug\nund auch nicht, als er \
         es im April in\nder Zeitung noch einmal beschrieben hat.\n",
        "Die Fähre lief am Freitag im Nebel auf eine Sandbank, und niemand an Bord kam zu Schaden. Das Schiff gehört einer \
         Reederei, die in fast allen der EU-Staaten verkehrt und dort auch Fracht fährt. Der Hafenmeister hatte gewarnt, aber \
         niemand wollte auf ihn hören, als er es im März dem Rat der Insel vortrug und auch nicht, als er es im April in der \
         Zeitung noch einmal beschrieben hat.",
    ),
];

/// Two short paragraphs that have no word of any of the titles.
const BELOW: &str = "The harbour master closed the strait to all ships on Friday, and the ferries stayed in port.\n\nHe gave no \
reason for it.\n";

#[test]
fn a_first_line_is_the_title_whatever_its_words_or_stays_in_the_text() {
    let by = "By Ines Maddock\n\n";
    let long = format!("Lights Go Out {}", "All Along the Coast ".repeat(20));
    let longer = format!("Lights Go Out {}", "All Along the Coast ".repeat(40));
    let signed = [by, "3 May 2031\n\nBy Ines Maddock\n\n"];
    for (first, title, sources) in [
        ("War", "War", &["", by][..]),
        ("Lights out", "Lights out", &["", by, "3 May 2031\n\nBy Ines Maddock\n\n"]),
        ("‘No light’", "‘No light’", &["", by]),
        // Without a byline these may be a name, a paragraph.
        ("Lights Out", "Lights Out", &signed),
        ("Why are the lights out?", "Why are the lights out?", &signed),
        (long.trim(), long.trim(), &signed),
        // What is no title is text.
        ("It failed.", "", &["", by]),
        ("Dear readers,", "", &["", by]),
        (longer.trim(), "", &["", by]),
    ] {
        for source in sources {
            let out = clean(&format!("{first}\n\n{source}{BELOW}"));
            assert_eq!(out.metadata.title.map(|f| f.value).unwrap_or_default(), title, "{first} {source}");
            assert_eq!(out.metadata.authors.is_some(), !source.is_empty(), "{first} {source}");
            let kept = if title.is_empty() { format!("{first}\n\n{BELOW}") } else { BELOW.to_owned() };
            assert_eq!(out.article.to_file(), kept, "{first} {source}");
            assert_eq!(clean(&kept).article.to_file(), kept, "cleaned again");
        }
    }
    // What is plainly of the page or of a letter is neither.
    for furniture in
        ["Share", "Politics", "3 May 2031", "Subject: the lights", "The Harbour Post", "Home > News > Coast"]
    {
        let out = clean(&format!("{furniture}\n\n{by}{BELOW}"));
        assert_eq!(out.metadata.title, None, "{furniture}");
        assert_eq!(out.article.to_file(), BELOW, "{furniture}");
    }
}

#[test]
fn one_byline_says_the_same_in_every_form() {
    for line in ["By Ines Maddock, The Harbour Post, 3 May 2031", "By Ines Maddock | The Harbour Post | 3 May 2031"] {
        for text in [
            format!("Lights out\n\n{line}\n\n{BELOW}"),
            format!("# Lights out\n\n{line}\n\n{BELOW}"),
            format!("# Lights out\n\n*{line}*\n\n{BELOW}"),
            format!("<html><h1>Lights out</h1><p>{line}</p><p>{}</p></html>", BELOW.trim().replace("\n\n", "</p><p>")),
        ] {
            let markdown = Hint { name: text.starts_with('#').then(|| "a.md".to_owned()), ..Hint::default() };
            let out = extract(text.as_bytes(), &markdown).unwrap();
            assert!(out.article.to_file().starts_with("The harbour master"), "{text}");
            let m = out.metadata;
            assert_eq!(m.title.unwrap().value, "Lights out", "{text}");
            assert_eq!(m.authors.unwrap().value, ["Ines Maddock"], "{text}");
            assert_eq!(m.publisher.unwrap().value, "The Harbour Post", "{text}");
            assert_eq!(m.published.unwrap().value.to_string(), "2031-05-03", "{text}");
        }
    }
    let apart = clean(&format!("Lights out\n\nThe Harbour Post, 3 May 2031\n\nBy Ines Maddock\n\n{BELOW}"));
    assert_eq!(apart.metadata.title.unwrap().value, "Lights out");
    assert_eq!(apart.metadata.publisher.unwrap().value, "The Harbour Post");
    assert_eq!(apart.metadata.published.unwrap().value.to_string(), "2031-05-03");
}

#[test]
fn broken_lines_become_paragraphs_again() {
    for (text, paragraphs) in COLUMNS {
        let extracted = clean(text);
        let got: Vec<&str> = extracted.article.paragraphs().iter().map(|p| p.text.as_str()).collect();
        assert_eq!(got.join("|"), *paragraphs, "{text}");
    }
}

#[test]
fn every_encoding_and_line_end_gives_the_same_article() {
    let text = "The ferry’s captain – a man of 40 – was asked to stay in the town until the inquiry begins, he said.\n\n\
                “Nobody was hurt,” the harbour master said, and thanked the crews of all three of the lifeboats.\n";
    let utf16 = |unit: fn(u16) -> [u8; 2], mark: &[u8]| {
        mark.iter().copied().chain(text.encode_utf16().flat_map(unit)).collect::<Vec<u8>>()
    };
    let windows: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '’' => 0x92,
            '“' => 0x93,
            '”' => 0x94,
            '–' => 0x96,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    let expected = clean(text).article;
    assert_eq!(expected.paragraphs().len(), 2);
    for (name, bytes) in [
        ("UTF-8 with a mark", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("UTF-16 LE", utf16(u16::to_le_bytes, b"\xff\xfe")),
        ("UTF-16 BE", utf16(u16::to_be_bytes, b"\xfe\xff")),
        ("Windows-1252", windows),
        ("CR LF", text.replace('\n', "\r\n").into_bytes()),
        ("CR", text.replace('\n', "\r").into_bytes()),
        ("no-break spaces", text.replace(" the ", "\u{a0}the ").into_bytes()),
    ] {
        assert_eq!(extract(&bytes, &Hint::default()).unwrap().article, expected, "{name}");
    }
}

#[test]
fn a_text_that_is_no_page_is_kept_whole() {
    for text in ["Milk\nEggs\nBread", "Call the harbour master", "One sentence, and a short one."] {
        let words: usize = clean(text).article.words();
        assert_eq!(words, text.split_whitespace().count(), "{text}");
    }
}

#[test]
fn nothing_to_read_is_said_to_be_nothing() {
    for text in ["", " \n\u{a0}\n", "\u{feff}", "----\n****\n"] {
        assert_eq!(extract(text.as_bytes(), &Hint::default()), Err(IngestError::Empty), "{text:?}");
    }
}

/// The five articles: the digest of the clean text, and what is known of the source.
const FIVE: [(&str, &str, [&str; 4]); 5] = [
    (
        "000_1be8a0ea9de2cc2b.txt",
        "effc8f40562142deea5c7540d2031de5167af41a4815154abf30cf2d869c90a3",
        ["", "Andreas Krieg", "2014-07", "Centre for Security Governance"],
    ),
    (
        "001_61b646429b85f5ca.txt",
        "10c2bd2a3ce7280ebbfe567703c56f60e5ae17db2ecfb1b9a1eeb3d9d76a1546",
        ["ISIS Bombings Expose Shortfalls in Iraq’s Security Forces", "Maya Carlin", "2021-01-28", ""],
    ),
    (
        "002_8d1ba6019ed2d021.txt",
        "301c49b41b97881d4ed0144e18f7aab6e8c61fc36913687b013f9888701f1029",
        ["", "Hayder al-Khoei", "2014-06-11", "Chatham House"],
    ),
    (
        "003_464ea631bc1525d9.txt",
        "a72764782e1d5b5efdedb30fb610c9efc1ee0c955af707334698ffc1a0f20ae0",
        ["Dangerous Alliance: Shi'ite Militias Reinforce Iraqi Army", "", "", "RFE/RL"],
    ),
    (
        "004_fd5133282ff85db4.txt",
        "b030855bda09556c570ddad29181969b76e9b73a3259dbe98edfe04ef80cfa4f",
        [
            "Amnesty Or Disgrace: What Next For Anbar Security Staffers Who Fled?",
            "Kamal al-Ayash",
            "2018-03-15",
            "NIQASH",
        ],
    ),
];

#[test]
fn the_five_real_articles_come_out_byte_for_byte() {
    let Some(folder) = std::env::var_os("EPITOME_ARTICLES").map(PathBuf::from) else {
        eprintln!("SKIPPED: EPITOME_ARTICLES does not name the folder of the five articles; nothing is proved");
        return;
    };
    for (file, digest, source) in FIVE {
        let Extracted { article, metadata: m } =
            extract(std::fs::read(folder.join(file)).unwrap(), &Hint::default()).unwrap();
        let got = [
            m.title.map(|f| f.value).unwrap_or_default(),
            m.authors.map(|f| f.value.join("; ")).unwrap_or_default(),
            m.published.map(|f| f.value.to_string()).unwrap_or_default(),
            m.publisher.map(|f| f.value).unwrap_or_default(),
        ];
        assert_eq!(got, source, "{file}");
        assert_eq!(article.sha256(), digest, "{file}:\n{}", article.to_file());
    }
}

fn epitome(args: &[&str], folder: &Path, input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_epitome"));
    command.args(args).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn the_command_prints_one_document_a_file_and_names_what_it_cannot_read() {
    let folder = std::env::temp_dir().join(format!("epitome-extract-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("page.txt"), PAGE).unwrap();
    std::fs::write(folder.join("empty.txt"), "").unwrap();

    let one = epitome(&["extract", "--json", "--explain", "page.txt"], &folder, b"");
    let document: serde_json::Value = serde_json::from_slice(&one.stdout).unwrap();
    assert_eq!(document["version"], 1);
    assert_eq!(document["published"], "2031-05-03");
    assert_eq!(document["authors"][0], "Ines Maddock");
    assert_eq!(document["url"], serde_json::Value::Null);
    assert_eq!(document["paragraphs"][2]["kind"], "heading");
    assert!(document["explain"]["authors"]["origin"].as_str().unwrap().starts_with("line "));
    assert!(document.get("file").is_none() && one.status.code() == Some(0));

    let several =
        epitome(&["extract", "--json", "page.txt", "empty.txt", "missing.txt", ".", "-"], &folder, PAGE.as_bytes());
    let stdout = String::from_utf8(several.stdout).unwrap();
    let files: Vec<String> = stdout
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["file"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(files, ["page.txt", "-"]);
    let stderr = String::from_utf8(several.stderr).unwrap();
    let named: Vec<&str> = stderr.lines().collect();
    assert_eq!(named.len(), 3, "{stderr}");
    for (line, part) in named.iter().zip(["empty.txt: holds no text", "missing.txt: cannot read", ".: is a folder"]) {
        assert!(line.contains(part), "{line}");
    }
    assert_eq!(several.status.code(), Some(2));

    let plain = epitome(&["extract", "page.txt"], &folder, b"");
    assert_eq!(String::from_utf8(plain.stdout).unwrap(), clean(PAGE).article.to_file());
    std::fs::remove_dir_all(&folder).unwrap();
}

fn sentence() -> impl Strategy<Value = String> {
    let words = prop_oneof!["[a-z]{2,9}", "[a-zäöüéß]{3,12}", "[A-Z][a-z]{2,8}", Just("Iranian-backed".to_owned())];
    (prop::collection::vec(words, 6..24), prop_oneof![Just("."), Just("?"), Just(".”"), Just("…")])
        .prop_map(|(words, end)| format!("The {}{end}", words.join(" ")))
}

fn paragraph() -> impl Strategy<Value = Paragraph> {
    let text = prop::collection::vec(sentence(), 3..6).prop_map(|s| s.join(" "));
    text.prop_map(|text| Paragraph { kind: ParagraphKind::Text, text })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn no_bytes_make_it_panic_and_paragraphs_are_lines(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = extract(&bytes, &Hint::default()).map(|extracted| assert_lines(&extracted.article));
    }

    #[test]
    fn no_text_makes_it_panic_and_paragraphs_are_lines(
        text in "(\\PC|[ \t\r\n\u{b}\u{c}\u{85}\u{2028}\u{ad}\u{a0}-]|By |© 2014 |[0-9]{1,4}|\n\n|[a-z]{30}){0,200}"
    ) {
        let _ = extract(text.as_bytes(), &Hint::default()).map(|extracted| assert_lines(&extracted.article));
    }

    #[test]
    fn cleaning_is_done_once(text in "([a-zA-Z ,.-]{1,90}|\n|\n\n|[A-Z][a-z]+ [a-z ]{30,200}[.]\n\n){0,40}") {
        if let Ok(once) = extract(text.as_bytes(), &Hint::default()) {
            let twice = extract(once.article.to_file().as_bytes(), &Hint::default()).unwrap();
            let texts = |a: &Article| a.paragraphs().iter().map(|p| p.text.clone()).collect::<Vec<_>>();
            proptest::prop_assert_eq!(texts(&twice.article), texts(&once.article));
        }
    }

    #[test]
    fn an_article_file_comes_back_as_it_is(paragraphs in prop::collection::vec(paragraph(), 1..12)) {
        let file = Article::new(paragraphs).to_file();
        proptest::prop_assert_eq!(clean(&file).article.to_file(), file);
    }
}

/// No paragraph has a control or a line break in it, and none is empty.
fn assert_lines(article: &Article) {
    for p in article.paragraphs() {
        assert!(!p.text.trim().is_empty() && !p.text.contains(char::is_control), "{:?}", p.text);
    }
}
