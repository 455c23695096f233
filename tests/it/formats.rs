//! PDF and EPUB to paragraphs, as a reader would have them.

use epitome::ingest::{self, Extracted, Hint};

use crate::paper::{self, Line};

fn extracted(bytes: &[u8]) -> Extracted {
    ingest::extract(bytes, &Hint::default()).unwrap()
}

/// Each paragraph with its kind.
fn paragraphs(from: &Extracted) -> Vec<String> {
    from.article.paragraphs().iter().map(|p| format!("{}: {}", p.kind.name(), p.text)).collect()
}

/// A column of lines from `top` downwards, 12 points apart.
fn column<'a>(x: f32, top: f32, lines: &[&'a str]) -> Vec<Line<'a>> {
    lines.iter().enumerate().map(|(i, text)| (x, top - 12.0 * i as f32, 10.0, *text)).collect()
}

#[test]
fn columns_are_read_one_after_the_other_and_furniture_is_left_out() {
    let left = [
        "The ferry struck a sandbank off Brannock Point in a",
        "thick fog on Tuesday night with two hundred and twelve",
        "passengers aboard, the harbour master said at dawn.",
        "   Lifeboats from three harbours took off everyone who",
        "was aboard before the tide turned, and nobody was hurt",
        "in the dark, though a crewman was treated for the cold",
    ];
    let right = [
        "that he had caught while he was helping the others.",
        "   No fuel leaked from the hull, which divers are to",
        "look over when the tide allows it. The owner said that",
        "the line would run again within a week, with another",
        "boat that is laid up for the winter in the inner part",
        "of the harbour and has to be made ready for it first.",
    ];
    let page = |number: &'static str| -> Vec<Line<'_>> {
        let mut lines = vec![(60.0, 810.0, 8.0, "The Harbour Post"), (500.0, 810.0, 8.0, number)];
        lines.extend(column(60.0, 700.0, &left));
        lines.extend(column(330.0, 700.0, &right));
        lines.push((60.0, 30.0, 8.0, "www.harbourpost.example"));
        lines
    };
    let mut first = page("1");
    first.push((60.0, 760.0, 22.0, "Ferry runs aground in thick fog"));
    first.push((60.0, 735.0, 10.0, "By Ines Maddock"));
    first.push((60.0, 720.0, 10.0, "3 May 2031"));
    let out = extracted(&paper::pdf(&[first, page("2")], "/Title(Microsoft Word - ferry.doc)/Author(admin)"));
    let texts = paragraphs(&out);
    assert!(texts.iter().all(|t| !t.contains("Harbour Post") && !t.contains("harbourpost")), "{texts:#?}");
    assert!(texts[0].ends_with("the harbour master said at dawn."), "{texts:#?}");
    assert!(texts[1].contains("treated for the cold that he had caught"), "{texts:#?}");
    assert!(texts[2].starts_with("text: No fuel leaked"), "{texts:#?}");
    assert_eq!(out.metadata.title.unwrap().value, "Ferry runs aground in thick fog");
    assert_eq!(out.metadata.authors.unwrap().value, ["Ines Maddock"]);
    assert_eq!(out.metadata.published.unwrap().value.to_string(), "2031-05-03");
}

#[test]
fn headings_items_notes_and_broken_words_are_known() {
    let lines: Vec<Line<'_>> = vec![
        (60.0, 780.0, 24.0, "A report on the harbour"),
        (60.0, 740.0, 11.0, "The harbour was dredged in the spring of the year, and the chan-"),
        (60.0, 726.0, 11.0, "nel now takes boats of nine metres. The channel is marked by new"),
        (60.0, 712.0, 11.0, "buoys, which can be seen from the bridge of any boat in clear air.1"),
        (60.0, 680.0, 14.0, "What is left to do"),
        (60.0, 655.0, 11.0, "The board means to do two things in the year that is before us:"),
        (60.0, 635.0, 11.0, "\u{95} to light the outer mole"),
        (60.0, 615.0, 11.0, "\u{95} to mend the slipway, which the winter broke"),
        (60.0, 60.0, 8.0, "1 Seen from the mole, on the third of May."),
    ];
    let out = extracted(&paper::pdf(&[lines], ""));
    assert_eq!(
        paragraphs(&out),
        [
            "text: The harbour was dredged in the spring of the year, and the channel now takes boats of nine metres. The \
             channel is marked by new buoys, which can be seen from the bridge of any boat in clear air.",
            "heading: What is left to do",
            "text: The board means to do two things in the year that is before us:",
            "item: • to light the outer mole",
            "item: • to mend the slipway, which the winter broke",
            "note: Seen from the mole, on the third of May.",
        ]
    );
}

#[test]
fn what_stands_beside_the_text_is_told_from_it() {
    let lines: [Line<'_>; 14] = [
        (60.0, 780.0, 11.0, "The ferry struck a sandbank off Brannock Point in a thick fog on Tuesday"),
        (60.0, 766.0, 11.0, "night, and lifeboats from three harbours took off everyone who was aboard"),
        (60.0, 752.0, 11.0, "before the tide turned, the harbour master said when it was light again."),
        (120.0, 615.0, 9.0, "The ferry at dawn, seen from the mole. Photo: Jan Zane"),
        (60.0, 590.0, 11.0, "No fuel leaked from the hull, which divers are to look over when the tide"),
        (60.0, 576.0, 11.0, "allows it, and the line is to run again within a week from today on."),
        (80.0, 540.0, 16.0, "\u{93}lifeboats from three harbours took"),
        (80.0, 520.0, 16.0, "off everyone who was aboard\u{94}"),
        (60.0, 480.0, 11.0, "The owner said that the boats of this line had been out in the fog before:"),
        (60.0, 460.0, 11.0, "Year"),
        (260.0, 460.0, 11.0, "Groundings"),
        (60.0, 446.0, 11.0, "2029"),
        (260.0, 446.0, 11.0, "one"),
        (60.0, 418.0, 11.0, "Nobody was hurt in any of them, and none was in the winter months."),
    ];
    let mut content: String = lines.into_iter().map(paper::show).collect();
    content.push_str("0.8 g 60 630 400 90 re f\n");
    let out = extracted(&paper::page(&content, "", &[]));
    assert_eq!(
        paragraphs(&out),
        [
            "text: The ferry struck a sandbank off Brannock Point in a thick fog on Tuesday night, and lifeboats from three \
             harbours took off everyone who was aboard before the tide turned, the harbour master said when it was light \
             again.",
            "text: No fuel leaked from the hull, which divers are to look over when the tide allows it, and the line is to \
             run again within a week from today on.",
            "text: The owner said that the boats of this line had been out in the fog before:",
            "table: Year | Groundings",
            "table: 2029 | one",
            "text: Nobody was hurt in any of them, and none was in the winter months.",
        ]
    );
}

#[test]
fn a_book_gives_its_chapters_and_its_source() {
    let metadata = "<dc:title>Fog</dc:title><dc:creator>Ines Maddock</dc:creator><dc:publisher>Harbour Press</dc:publisher>\
                    <dc:date>2031-05-03</dc:date><dc:language>en</dc:language>";
    let chapters = [
        "<h1>Fog</h1><p>Ines Maddock</p>",
        "<h1>Fog</h1><p>By Ines Maddock</p><p>The ferry struck a <i>sand</i>bank&nbsp;at night.<sup>\
         <a epub:type='noteref' href='#n'>1</a></sup></p><aside epub:type='footnote'><p>In May.</p></aside>",
        "<h2>Dawn</h2><blockquote><p>No fuel leaked.</p></blockquote><ul><li>one</li><li>two</li></ul>",
        "<p>Copyright 2031 Harbour Press</p><p>All rights reserved.</p>",
    ];
    let out = extracted(&paper::epub(metadata, &chapters));
    assert_eq!(
        paragraphs(&out),
        [
            "text: The ferry struck a sandbank at night.",
            "heading: Dawn",
            "quote: No fuel leaked.",
            "item: one",
            "item: two",
            "note: In May."
        ]
    );
    let source = out.metadata;
    assert_eq!(source.title.unwrap().value, "Fog");
    assert_eq!(source.authors.unwrap().value, ["Ines Maddock"]);
    assert_eq!(source.publisher.unwrap().value, "Harbour Press");
    assert_eq!(source.published.unwrap().value.to_string(), "2031-05-03");
    assert_eq!(source.language.unwrap().value, "en");
}

#[test]
fn what_a_document_is_its_bytes_say() {
    let pdf = paper::pdf(&[vec![(60.0, 700.0, 11.0, "The ferry struck a sandbank at night.")]], "");
    let epub = paper::epub("<dc:title>Fog</dc:title>", &["<p>The ferry struck a sandbank at night.</p>"]);
    for (name, bytes) in [("page.html", &pdf), ("notes.txt", &epub), ("book.pdf", &epub)] {
        let hint = Hint { name: Some(name.to_owned()), ..Hint::default() };
        let out = ingest::extract(bytes, &hint).unwrap();
        assert_eq!(out.article.to_file(), "The ferry struck a sandbank at night.\n", "{name}");
    }
}
