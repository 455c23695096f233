//! What a reader adds: notes, highlights, stars, tags, bookmarks, changes of the brief itself, and taking each back. Keys
//! in; screens, and files, out.

use std::fs;
use std::sync::atomic::AtomicBool;

use epitome::library::{Catalogue, Library, Place};
use epitome::tui::effect::{At, Effect};
use epitome::tui::input::{Input, Mouse};
use epitome::tui::msg::{Generation, Msg};
use epitome::tui::worker::related;

use crate::driver::{Copied, Driver};

const STUDY: &str = "coastdaily-2031-ferry.study.yaml";
const BRIEF: &str = "coastdaily-2031-ferry.yaml";

#[test]
fn a_note_on_a_claim_is_kept_shown_and_taken_back() {
    let library = Copied::new("note");
    let mut driver = library.played("<enter>2jaWho counted them?<esc>");
    assert!(driver.foot().contains("Saved: note on claim 2"), "{}", driver.foot());
    assert!(driver.screen().contains("† Who counted them?"), "{}", driver.screen());
    assert!(library.file(STUDY).contains("Who counted them?"));
    let again = library.played("<enter>");
    assert!(again.screen().contains("† Who counted them?"), "{}", again.screen());
    driver.keys("u");
    assert!(driver.foot().contains("Taken back: note on claim 2"), "{}", driver.foot());
    assert!(!library.file(STUDY).contains("Who counted them?"));
    driver.keys("<C-r>");
    assert!(library.file(STUDY).contains("Who counted them?"));
}

#[test]
fn a_note_is_changed_by_writing_on_the_same_thing_and_dropped_with_control_c() {
    let library = Copied::new("change");
    library.played("<enter>2jafirst<esc>Q");
    let mut driver = library.played("<enter>");
    driver.keys("a second<esc>");
    assert!(driver.foot().contains("note changed on claim 2"), "{}", driver.foot());
    assert_eq!(library.file(STUDY).matches("first second").count(), 1, "{}", library.file(STUDY));
    driver.keys("a nothing<C-c>");
    assert!(!library.file(STUDY).contains("nothing"));
    driver.keys("a<C-u><esc>");
    assert!(driver.foot().contains("note taken away"), "{}", driver.foot());
}

#[test]
fn text_is_selected_and_highlighted_and_the_highlight_taken_away() {
    let library = Copied::new("highlight");
    let mut driver = library.played("<enter>2jv");
    assert!(driver.foot().contains("selecting by word"), "{}", driver.foot());
    driver.keys("3lH");
    assert!(driver.foot().contains("Saved: highlight"), "{}", driver.foot());
    assert!(library.file(STUDY).contains("There were 221 passengers"), "{}", library.file(STUDY));
    driver.keys("v3lH");
    assert!(driver.foot().contains("highlight taken away"), "{}", driver.foot());
    assert!(!library.file(STUDY).contains("221 passengers"));
    driver.keys("vsH");
    assert!(driver.foot().contains("Saved: highlight"), "{}", driver.foot());
    driver.keys("vpjay note on two paragraphs<esc>");
    assert!(driver.screen().contains("† y note on two paragraphs"), "{}", driver.screen());
}

#[test]
fn notes_of_the_library_are_listed_narrowed_and_gone_to() {
    let library = Copied::new("list");
    let mut driver = library.played("<enter>2jaabout the count<esc>qj<enter>4jaabout the tide<esc>gn");
    let screen = driver.screen();
    assert!(screen.contains("about the count") && screen.contains("about the tide"), "{screen}");
    driver.keys("tide");
    assert!(!driver.screen().contains("about the count") && driver.screen().contains("1 of 2"), "{}", driver.screen());
    driver.keys("<enter>");
    assert!(driver.foot().contains("claim 4/9"), "{}", driver.foot());
    driver.keys("gn<C-c>");
    assert!(driver.foot().contains("claim 4/9"), "{}", driver.foot());
}

#[test]
fn stars_tags_bookmarks_and_done_are_kept_and_taken_back() {
    let library = Copied::new("small");
    let mut driver = library.played("*");
    assert!(library.file(STUDY).contains("star: true"), "{}", library.file(STUDY));
    driver.keys("gtferries<enter>");
    assert!(library.file(STUDY).contains("ferries"));
    driver.keys("<enter>3jmaG'a");
    assert!(driver.foot().contains("claim 3/9"), "{}", driver.foot());
    driver.keys("gh<C-l>'a");
    assert!(driver.foot().contains("claim 3/9"), "{}", driver.foot());
    driver.keys("'z");
    assert!(driver.foot().contains("No place is named z."), "{}", driver.foot());
    driver.keys("d");
    assert!(driver.foot().contains("brief 2/2"), "{}", driver.foot());
    assert!(library.file(STUDY).contains("read: done"), "{}", library.file(STUDY));
    driver.keys("4u");
    let study = library.file(STUDY);
    assert!(!study.contains("star: true") && !study.contains("ferries") && !study.contains("read: done"), "{study}");
    driver.keys("9u");
    assert!(driver.foot().contains("Nothing to take back"), "{}", driver.foot());
}

#[test]
fn the_place_is_where_the_reader_left_it() {
    let library = Copied::new("place");
    library.played("<enter>5jQ");
    assert!(library.played("<enter>").foot().contains("claim 5/9"));
    library.played("<enter>ga3<C-d>Q");
    let driver = library.played("<enter>ga");
    assert!(!driver.foot().contains(" 70%"), "{}", driver.foot());
}

#[test]
fn a_brief_is_changed_field_by_field_and_put_back_byte_for_byte() {
    let library = Copied::new("revise");
    let before = library.file(BRIEF);
    let mut driver = library.played("<enter>M");
    assert!(driver.foot().contains("draft again"), "{}", driver.foot());
    assert_eq!(library.file(BRIEF), before.replacen("status: reviewed", "status: draft", 1));
    driver.keys("u");
    assert_eq!(library.file(BRIEF), before);
    driver.keys("2jX");
    assert!(!library.file(BRIEF).contains("There were 221 passengers aboard the Marram when"));
    assert!(driver.screen().contains("8 claims"), "{}", driver.screen());
    driver.keys("u");
    assert_eq!(library.file(BRIEF), before);
    driver.keys("2jvsC");
    assert!(driver.foot().contains("new claim 10"), "{}", driver.foot());
    assert!(library.file(BRIEF).contains("id: \"c10\""), "{}", library.file(BRIEF));
    assert!(library.file(BRIEF).starts_with(before.get(..200).unwrap()));
    driver.keys("u");
    assert_eq!(library.file(BRIEF), before);
}

#[test]
fn a_claim_that_is_only_drafted_says_so_until_it_is_accepted() {
    let library = Copied::new("drafted");
    let article = library.0.join("tide.md");
    let text =
        "# Tide\n\nThe harbour master closed the channel on Friday.\n\nThe dredger Anna removed 400 tonnes of sand.\n";
    fs::write(&article, text).unwrap();
    let mut driver = library.played("A");
    driver.keys(article.to_str().unwrap()).keys("<enter><enter>j");
    let drafted = |driver: &Driver| driver.screen().matches('◦').count();
    let all = drafted(&driver);
    assert!(all > 1, "{}", driver.screen());
    for (keys, left) in [("A", all - 1), ("u", all), ("M", 0), ("u", all)] {
        driver.keys(keys);
        let screen = driver.screen();
        assert_eq!(drafted(&driver), left, "{keys}: {screen}");
    }
    driver.keys("?/is drafted<enter>");
    assert!(driver.screen().contains("◦              The claim is drafted"), "{}", driver.screen());
}

#[test]
fn a_draft_is_gone_over_claim_by_claim() {
    let library = Copied::new("going-over");
    let article = library.0.join("tide.md");
    let text = "# Tide\n\nThe harbour master closed the channel on Friday.\n\nThe dredger Anna removed 400 tonnes of sand.\n\n\
                The ferry Marram sailed again on Monday with 90 passengers.\n\nThe council of Norland paid for the buoys.\n";
    fs::write(&article, text).unwrap();
    let mut driver = library.played("A");
    driver.keys(article.to_str().unwrap()).keys("<enter><enter>");
    for (keys, foot) in [
        ("]a", "claim 1/4"),
        ("A", "Saved: claim 1 accepted"),
        ("]a", "claim 3/4"),
        ("A", "Saved: claim 3 accepted"),
        ("]a", "No claim further on waits to be accepted; [a goes back."),
        ("[a", "claim 2/4"),
        ("[a", "No claim before this one waits to be accepted; ]a goes on."),
        ("kA", "This claim is yours already; ]a goes to one that is not."),
        ("2]a<enter>", "claim 4 ·"),
        ("A", "Saved: claim 4 accepted"),
        ("A", "Saved: claim 2 accepted"),
        ("A", "This claim is yours already."),
        ("]a", "No claim here waits to be accepted."),
        ("gh<enter>", "M reviewed"),
        ("M", "Saved: reviewed ·"),
    ] {
        driver.keys(keys);
        assert!(driver.screen().contains(foot), "{keys}: {}", driver.screen());
    }
}

#[test]
fn what_no_claim_covers_is_walked_and_the_coverage_said() {
    let library = Copied::new("uncovered");
    let mut driver = library.played("<enter>ga");
    assert!(
        driver.screen().contains("of 12 paragraphs") || driver.screen().contains("paragraphs,"),
        "{}",
        driver.screen()
    );
    driver.keys("]u");
    assert!(driver.foot().contains("Uncovered 1 of"), "{}", driver.foot());
    driver.keys("[u");
    assert!(driver.foot().contains("Uncovered"), "{}", driver.foot());
    // From the brief the same keys lead to the same paragraphs, with the same words.
    for (from_brief, in_article) in [("]u", "ga]u"), ("[u", "ga[u"), ("3j]u", "3jga]u"), ("2]u", "ga2]u")] {
        let brief = library.played(&format!("<enter>{from_brief}"));
        let article = library.played(&format!("<enter>{in_article}"));
        assert!(brief.foot().contains("Uncovered"), "{from_brief}: {}", brief.foot());
        assert_eq!(brief.foot(), article.foot(), "{from_brief}");
        assert_eq!(brief.screen(), article.screen(), "{from_brief}");
    }
    // What is selected then is of that paragraph.
    let article = library.file("coastdaily-2031-ferry.txt");
    let mut driver = library.played("<enter>]u");
    let no = driver.foot().split("paragraph ").nth(1).and_then(|rest| rest.split(':').next()?.parse::<usize>().ok());
    let paragraph = article.split("\n\n").nth(no.unwrap() - 1).unwrap().trim().to_owned();
    match driver.keys("vpy").outside.pop() {
        Some(Effect::Copy(_, text)) => assert!(text.contains(&paragraph), "{text} is not {paragraph}"),
        other => panic!("{other:?}"),
    }
    driver.keys("go");
    assert!(driver.screen().contains("Contents") || driver.foot().contains("no headings"), "{}", driver.screen());
}

#[test]
fn what_is_copied_is_exact_and_cited() {
    let library = Copied::new("copy");
    let copied = |keys: &str| match library.played(keys).outside.pop() {
        Some(Effect::Copy(what, text)) => format!("{what}: {text}"),
        other => panic!("{keys}: {other:?}"),
    };
    assert_eq!(
        copied("<enter>2jyc"),
        "Claim: There were 221 passengers aboard the Marram when she ran on to the sandbank off Brannock Point. \
         — Sound Line"
    );
    // What somebody says in the article is cited as theirs; what the article says itself, as the article's.
    assert!(
        copied("<enter>2jyy").contains("\n— Sound Line, as cited in Jonah Pell: “Brannock"),
        "{}",
        copied("<enter>2jyy")
    );
    assert!(copied("<enter>jyy").contains("\n— Jonah Pell: “Brannock"), "{}", copied("<enter>jyy"));
    let cited = copied("<enter>2jyy");
    assert!(
        cited.contains("Jonah Pell: “Brannock ferry refloated after a night.” Coast Daily, 3 May 2031, ¶"),
        "{cited}"
    );
    let passage = copied("<enter>2jyp");
    assert!(passage.contains("“There were 221 passengers aboard the Marram, according to Sound Line"), "{passage}");
    assert!(passage.contains("\n— Jonah Pell: “Brannock"), "the passage names Sound Line itself: {passage}");
    assert!(copied("yr").starts_with("Reference: Jonah Pell: "));
    assert_eq!(copied("<enter>2jv2ly"), "the selection: There were 221");
    assert!(library.played("o").foot().contains("no address"), "{}", library.played("o").foot());
}

#[test]
fn the_editor_opens_at_the_claim_and_then_at_what_is_to_be_mended() {
    let library = Copied::new("edit");
    let mut driver = library.played("<enter>2je");
    let id = "coastdaily-2031-ferry".to_owned();
    assert_eq!(driver.outside.pop(), Some(Effect::EditBrief(id.clone(), At::Claim(1))));
    let fault = "coastdaily-2031-ferry:7:3: there is no such date · e goes back to it".to_owned();
    driver.take_in(Msg::Edited(id.clone(), Err((fault.clone(), Some(7)))));
    assert!(driver.foot().contains("7:3: there is no such date"), "{}", driver.foot());
    driver.keys("e");
    assert_eq!(driver.outside.pop(), Some(Effect::EditBrief(id, At::Line(7))));
}

#[test]
fn a_note_can_be_written_in_the_editor_outside() {
    let library = Copied::new("outside");
    let mut driver = library.played("<enter>2jaso far<C-x><C-e>");
    assert_eq!(driver.outside.pop(), Some(Effect::EditText("so far".to_owned())));
    driver.take_in(Msg::Written(Ok("so far and further\n".to_owned())));
    driver.keys("<esc>");
    assert!(library.file(STUDY).contains("so far and further"), "{}", library.file(STUDY));
}

#[test]
fn the_mouse_selects_opens_and_scrolls() {
    let library = Copied::new("mouse");
    let mut driver = library.played("");
    let mouse = |driver: &mut Driver, what, x, y| driver.take_in(Msg::Input(Input::Mouse(what, x, y)));
    mouse(&mut driver, Mouse::Press, 20, 5);
    assert!(driver.foot().contains("2/2"), "{}", driver.foot());
    mouse(&mut driver, Mouse::Press, 20, 5);
    assert!(driver.foot().contains("summary · brief 2/2"), "{}", driver.foot());
    let row = driver.screen().lines().position(|line| line.contains(" 2  The Marram carried 212")).unwrap();
    mouse(&mut driver, Mouse::Press, 10, u16::try_from(row).unwrap());
    assert!(driver.foot().contains("claim 2/9"), "{}", driver.foot());
    let before = driver.screen();
    mouse(&mut driver, Mouse::WheelDown, 100, 20);
    assert_ne!(driver.screen(), before);
    mouse(&mut driver, Mouse::WheelUp, 100, 20);
    assert_eq!(driver.screen(), before);
    for (x, y) in [(0, 0), (119, 39), (60, 20), (5000, 5000)] {
        mouse(&mut driver, Mouse::WheelDown, x, y);
        mouse(&mut driver, Mouse::Press, x, y);
    }
}

#[test]
fn an_article_is_taken_in_and_known_when_it_comes_again() {
    let library = Copied::new("add");
    let article = library.0.join("storm.txt");
    let text = "Storm closes the harbour\n\nBy Ines Maddock\n\nThe harbour of Brannock was closed on Friday after a storm \
        had torn two boats from their moorings. Nobody was hurt, the harbour master said.\n\nThe storm was the third this \
        winter, and it cost the town 40,000 pounds. The council will meet on Monday to discuss a new breakwater.\n";
    fs::write(&article, text).unwrap();
    let mut driver = library.played("A");
    driver.keys(article.to_str().unwrap()).keys("<enter>");
    assert!(driver.screen().contains("Added ‘Storm closes the harbour’ as a draft"), "{}", driver.screen());
    assert!(driver.screen().contains("3 briefs"), "{}", driver.screen());
    driver.keys("A").keys(article.to_str().unwrap()).keys("<enter>");
    assert!(driver.screen().contains("here already"), "{}", driver.screen());
    driver.keys("A/no/such/file<enter>");
    assert!(driver.screen().contains("/no/such/file"), "{}", driver.screen());
}

#[test]
fn a_search_for_what_is_near_to_a_claim_ends_when_it_is_cancelled() {
    let copied = Copied::new("cancelled");
    let (library, _) = Library::open(Place::Folder(copied.0.clone()), None);
    let entries = library.refresh(&Catalogue::default(), &mut |_| {}, &AtomicBool::new(false)).unwrap().0;
    let id = "coastdaily-2031-ferry";
    let found = |cancelled: bool| related(&library, entries.entries(), id, 1, &AtomicBool::new(cancelled));
    assert!(found(false).is_some_and(|items| !items.is_empty()));
    assert!(found(true).is_none());
}

#[test]
fn claims_of_other_briefs_near_to_one_are_listed_and_gone_to() {
    let library = Copied::new("related");
    let mut driver = library.played("<enter>2jr");
    assert!(
        driver.screen().contains("Related to claim 2") && driver.screen().contains("212 passengers"),
        "{}",
        driver.screen()
    );
    driver.keys("<enter>");
    assert!(driver.foot().contains("brief 2/2"), "{}", driver.foot());
}

#[test]
fn related_claims_that_come_late_open_nothing() {
    let library = Copied::new("late");
    let id = || "coastdaily-2031-ferry".to_owned();
    for (keys, opens) in [("2j", true), ("3j", false), ("2ja so", false), ("2j/so", false), ("2jgh", false)] {
        let mut driver = library.played(&format!("<enter>{keys}"));
        driver.model.relating = Some((id(), 1));
        driver.take_in(Msg::Related(id(), 1, Vec::new()));
        assert_eq!(driver.screen().contains("Related to claim 2"), opens, "{keys}: {}", driver.screen());
    }
}

#[test]
fn studies_of_an_older_reading_are_dropped() {
    let library = Copied::new("older");
    let mut driver = library.played("*R");
    driver.take_in(Msg::Studies(Generation(0), Vec::new()));
    assert_eq!(driver.model.desk.studies.len(), 1);
    driver.take_in(Msg::Unreadable(Generation(1), "it is gone".to_owned()));
    assert_eq!(driver.model.desk.studies.len(), 1);
    driver.take_in(Msg::Studies(Generation(1), Vec::new()));
    assert_eq!(driver.model.desk.studies.len(), 0, "another program has taken the star away");
}

#[test]
fn a_note_written_while_the_library_is_read_stays() {
    let library = Copied::new("meanwhile");
    let mut driver = library.played("");
    let before = driver.model.desk.studies.clone().into_iter().map(|(id, study)| (id, (*study).clone())).collect();
    driver.keys("<enter>2janew<esc>");
    driver.take_in(Msg::Studies(Generation(0), before));
    assert!(driver.screen().contains("† new"), "{}", driver.screen());
}
