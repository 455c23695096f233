//! The shelf and what lies over every screen: messages, lists, the palette, help. Keys in; screens, and files, out.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use std::process::{Command, Stdio};

use epitome::tui::document::UNSAVED;
use epitome::tui::effect::{At, Effect};
use epitome::tui::input::{Input, Mouse};
use epitome::tui::msg::Msg;
use epitome::tui::screen::{Reader, Screen};
use epitome::tui::theme::{Depth, Role, Theme};
use epitome::tui::update::is_seen;

use crate::driver::{Driver, briefs};

/// A library of its own, which may be written to.
struct Library(PathBuf);

impl Library {
    /// An empty one.
    fn empty(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("epitome-shelf-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// A copy of the project's briefs.
    fn copied(name: &str) -> Self {
        let library = Self::empty(name);
        for entry in fs::read_dir(briefs()).unwrap().map(Result::unwrap) {
            if !entry.file_name().to_str().unwrap().contains(".study.") {
                fs::copy(entry.path(), library.0.join(entry.file_name())).unwrap();
            }
        }
        library
    }

    fn with(self, file: &str, text: &str) -> Self {
        fs::write(self.0.join(file), text).unwrap();
        self
    }

    fn played(&self, size: (u16, u16), keys: &str) -> Driver {
        let mut driver = Driver::open(&self.0, size);
        driver.keys(keys);
        driver
    }
}

impl Drop for Library {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Text without white space: how lines are broken is another matter.
fn words(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '│' | '▌')).collect()
}

const SIZES: [(u16, u16); 4] = [(60, 16), (80, 24), (120, 40), (200, 50)];

#[test]
fn no_message_is_cut_on_any_screen() {
    let long = "Done again: note on claim 3 · Ferry runs aground off Brannock Point · your notes are kept in \
                /home/reader/.local/state/epitome/0123456789abcdef, not in the library";
    for size in SIZES {
        for keys in ["", "<enter>", "ga", "<space><space>c", "?", "gn", "gm", "gaz"] {
            let mut driver = Driver::open(&briefs(), size);
            driver.keys(keys);
            for text in ["Sorted by title.", long] {
                driver.model.warn(text);
                let screen = driver.screen();
                assert!(words(&screen).contains(&words(text)), "{size:?} {keys}: {screen}");
            }
            driver.model.warn(long.repeat(20));
            assert!(driver.screen().contains("… gm shows it whole"), "{size:?} {keys}: {}", driver.screen());
        }
    }
}

#[test]
fn the_list_of_messages_says_how_long_ago_each_was() {
    let mut driver = Driver::open(&briefs(), (80, 24));
    driver.model.say("First.");
    driver.model.clock = Duration::from_secs(200);
    driver.model.say("Second.");
    driver.keys("gm");
    let screen = driver.screen();
    let line = |text: &str| screen.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{screen}"));
    assert!(screen.lines().nth(line("First.")).unwrap().contains("3 min ago"), "{screen}");
    assert!(line("now") == line("Second.") && line("Second.") < line("First."), "{screen}");
}

#[test]
fn notes_stand_in_columns_with_title_place_and_day() {
    let library = Library::copied("columns");
    let long = "Who counted them, and why do the two papers not say the same number?";
    let keys = format!("j<enter>2ja{long}<esc>qk<enter>aon the whole<esc>gn");
    for size in SIZES {
        let driver = library.played(size, &keys);
        let screen = driver.screen();
        let from = |text: &str| {
            let line = screen.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("{screen}"));
            line.split_once("20").map(|(before, _)| before.chars().count())
        };
        assert!(screen.contains("type to filter"), "{screen}");
        assert!(screen.contains("claim 2"), "{screen}");
        let days = (from("Brannock ferry refloated"), from("Ferry runs aground"));
        assert!(days.0.is_some() && days.0 == days.1, "{days:?} {screen}");
        for file in fs::read_dir(&library.0).unwrap().map(Result::unwrap) {
            if file.file_name().to_str().unwrap().contains(".study.") {
                fs::remove_file(file.path()).unwrap();
            }
        }
    }
    let mut driver = library.played((60, 16), &keys);
    driver.keys("nowhere");
    assert!(driver.screen().contains("Nothing here has ‘nowhere’."), "{}", driver.screen());
    let empty = Driver::open(&briefs(), (60, 16)).keys("gn").screen();
    let said = "No notes yet. In a brief, a writes one; in an article, v selects text and H highlights it.";
    assert!(words(&empty).contains(&words(said)), "{empty}");
}

const BROKEN: &str = "epitome: 1\ntitle: x\nclaims:\n  - nothing\n";

#[test]
fn a_row_without_a_brief_says_why_nothing_is_done_with_it() {
    let broken = Library::empty("broken-row").with("bad.yaml", BROKEN);
    let (none, all) = (Library::empty("no-row"), Library::copied("hidden-rows"));
    let unreadable = "This file cannot be read as a brief; the preview says why.";
    for key in ["c", "<enter>", "<space>", "ga"] {
        for (library, before, said) in [
            (&broken, "", unreadable),
            (&none, "", "There is no brief here yet."),
            (&none, "fqqqq<enter>", "There is no brief here yet."),
            (&all, "fqqqq<enter>", "No brief passes the filter; esc shows them all."),
        ] {
            let driver = library.played((120, 40), &format!("{before}{key}"));
            assert!(words(&driver.screen()).contains(&words(said)), "{before}{key}: {}", driver.screen());
        }
    }
    let driver = all.played((120, 40), "fqqqq<enter><enter><esc>");
    assert!(driver.screen().contains("Ferry runs aground"), "{}", driver.screen());
}

#[test]
fn a_brief_that_cannot_be_read_says_what_is_wrong_where_and_what_to_do() {
    let library = Library::empty("broken").with("bad.yaml", BROKEN);
    for size in SIZES {
        for (path, keys) in [(library.0.join("bad.yaml"), ""), (library.0.clone(), "<tab>")] {
            let mut driver = Driver::open(&path, size);
            let screen = driver.keys(keys).screen();
            for said in ["This file cannot be read as a brief.", "Line 4, column 5", "epitome schema", "e opens it in"]
            {
                assert!(words(&screen).contains(&words(said)), "{size:?} {}: {said}\n{screen}", path.display());
            }
            driver.keys("e");
            assert_eq!(driver.outside, [Effect::EditBrief("bad".to_owned(), At::Top)]);
        }
    }
    let mut driver = Driver::open(&library.0, (80, 24));
    let whole = fs::read_to_string(briefs().join("coastdaily-2031-ferry.yaml")).unwrap();
    fs::write(library.0.join("bad.yaml"), whole).unwrap();
    driver.take_in(Msg::Edited("bad".to_owned(), Ok(true)));
    assert!(driver.screen().contains("Brannock ferry refloated"), "{}", driver.screen());
    driver.take_in(Msg::Edited("bad".to_owned(), Ok(false)));
    assert!(driver.foot().contains("Nothing was changed."), "{}", driver.foot());
}

#[test]
fn an_empty_library_says_how_to_add_to_it() {
    let library = Library::empty("empty");
    for size in SIZES {
        let screen = library.played(size, "").screen();
        for said in ["No briefs here yet.", "A takes an article in, by its path or address", "epitome add FILE"] {
            assert!(words(&screen).contains(&words(said)), "{size:?} {said}\n{screen}");
        }
    }
}

#[test]
fn in_ascii_a_paragraph_is_called_one() {
    let mut driver = Driver::with(&briefs(), (120, 40), Theme { ascii: true, ..Theme::default() });
    let screen = driver.keys("<enter>jj").screen();
    assert!(screen.contains("para 3 of 12"), "{screen}");
}

#[test]
fn what_is_named_on_the_command_line_is_looked_at_before_the_terminal() {
    let library = Library::empty("named").with("a.bin", "\0\x01");
    for (path, said) in [
        ("lst".to_owned(), "lst: there is no such file or folder; `epitome --help` lists the commands"),
        (library.0.join("none.yaml").display().to_string(), "none.yaml: there is no such file"),
        (library.0.display().to_string(), "needs a terminal"),
    ] {
        let out = Command::new(env!("CARGO_BIN_EXE_epitome")).arg(&path).stdin(Stdio::null()).output().unwrap();
        let line = String::from_utf8(out.stderr).unwrap();
        assert!(line.contains(said) && line.lines().count() == 1, "{path}: {line}");
        assert_eq!(out.status.code(), Some(2), "{path}");
    }
}

#[test]
fn what_is_found_out_about_a_brief_that_is_not_shown_draws_nothing() {
    let driver = Driver::open(&briefs(), (120, 40));
    let at = |row: usize| driver.model.desk.at(row).unwrap().stem().to_owned();
    for (row, seen) in [(0, true), (1, false)] {
        let read = Msg::Loaded(driver.model.generation, at(row), Err("gone".to_owned()));
        assert_eq!(is_seen(&driver.model, &read), seen, "{row}");
    }
    assert!(is_seen(&driver.model, &Msg::Resize(80, 24)));
}

#[test]
fn a_command_that_is_none_or_comes_behind_its_options_is_told_so() {
    for (args, said) in [
        (&["serach", "ferry"][..], "there is no command 'serach'; `epitome --help` lists the commands"),
        (&["--theme", "dark", "list"], "unexpected argument '--theme' found"),
        (&["--library", "briefs", "serach"], "there is no such file or folder; `epitome --help` lists the commands"),
        (&["--library", "briefs", "--", "list"], "there is no such file or folder"),
    ] {
        let out = Command::new(env!("CARGO_BIN_EXE_epitome")).args(args).stdin(Stdio::null()).output().unwrap();
        let line = String::from_utf8(out.stderr).unwrap();
        assert!(line.contains(said) && line.lines().count() == 1, "{args:?}: {line}");
        assert_eq!(out.status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn options_may_stand_before_the_command_too() {
    let library = Library::copied("before");
    let said = |args: &[&str]| {
        let out = Command::new(env!("CARGO_BIN_EXE_epitome")).args(args).stdin(Stdio::null()).output().unwrap();
        assert!(out.status.success() && !out.stdout.is_empty(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        out.stdout
    };
    let folder = library.0.to_str().unwrap();
    let equals = format!("--library={folder}");
    let behind = said(&["list", "--json", "--library", folder]);
    for before in [
        &["--library", folder, "list", "--json"][..],
        &["--library", folder, "--json", "list"],
        &[&equals, "list", "--json"],
        &["--json", "list", "--library", folder],
    ] {
        assert!(said(before) == behind, "{before:?}");
    }
}

#[test]
fn a_short_list_shows_long_titles_whole_and_a_long_one_a_brief_a_line() {
    for size in [(80, 24), (120, 40), (200, 50)] {
        let screen = Driver::open(&briefs(), size).screen();
        let row = screen.lines().position(|line| line.contains("no date     Dangerous Alliance")).unwrap();
        let lines: Vec<&str> = screen.lines().skip(row).take(3).collect();
        let whole = lines.concat().contains("Iraqi Army");
        assert!(whole && !lines[0].contains('…'), "{size:?}\n{screen}");
    }
    // Where the column of publishers is wider than it has to be, it gives way to a title.
    let screen = Driver::open(&briefs(), (120, 40)).screen();
    let list: Vec<String> = screen.lines().map(|line| line.chars().take(72).collect()).collect();
    assert!(list.concat().contains("Who Fled?") && list.concat().contains("Chatham"), "{screen}");
    // So does the title's, where that lets a publisher stand whole; else it takes a third line, where that is free.
    for (size, list) in [((80, 24), 80), ((120, 40), 72)] {
        let screen = Driver::open(&briefs(), size).screen();
        let list: Vec<String> = screen.lines().map(|line| line.chars().take(list).collect()).collect();
        let whole = list.iter().any(|line| line.contains("Security")) && list.concat().contains("Governance");
        assert!(whole && !list.concat().contains('…'), "{size:?}\n{screen}");
    }
    let library = Library::copied("long");
    let whole = fs::read_to_string(briefs().join("rferl-militias.yaml")).unwrap();
    for n in 0..20 {
        fs::write(library.0.join(format!("copy-{n}.yaml")), &whole).unwrap();
    }
    let screen = library.played((120, 40), "").screen();
    let rows = screen.lines().filter(|line| line.contains("no date     Dangerous Alliance")).count();
    assert_eq!(rows, 21, "{screen}");
}

#[test]
fn a_row_is_as_high_as_its_own_text_and_all_are_parted_alike() {
    for size in [(120, 40), (100, 30), (60, 24), (60, 20), (200, 60)] {
        let library =
            Library::copied("heights").with("short.yaml", "epitome: 1\ntitle: Tide\nsummary: It turned.\nclaims: []\n");
        let screen = library.played(size, "").screen();
        let list: Vec<String> =
            screen.lines().skip(2).map(|line| line.chars().take(usize::from(size.0.min(66))).collect()).collect();
        let end = list.iter().position(|line| line.starts_with("───")).unwrap();
        let list = &list[..end];
        let is_row = |line: &String| {
            ["20", "no date"].iter().any(|begins| line.chars().skip(5).collect::<String>().starts_with(begins))
        };
        let rows: Vec<usize> = (0..list.len()).filter(|&y| is_row(&list[y])).collect();
        assert_eq!(rows.len(), 8, "{size:?}\n{screen}");
        let last = list.iter().rposition(|line| !line.trim().is_empty()).unwrap();
        let blank = |from: usize, to: usize| {
            list[from..to].iter().filter(|line| line.trim_matches([' ', '▌']).is_empty()).count()
        };
        let gaps: Vec<usize> = rows.windows(2).map(|two| blank(two[0], two[1])).collect();
        assert!(gaps.iter().all(|gap| *gap == gaps[0] && *gap < 2), "{size:?} {gaps:?}\n{screen}");
        assert!(last < list.len());
    }
}

#[test]
fn a_press_on_either_line_of_a_brief_selects_it_and_the_tick_of_a_search_stands_apart() {
    let mut driver = Driver::open(&briefs(), (120, 40));
    let lines: Vec<String> = driver.screen().lines().map(|line| line.chars().take(60).collect()).collect();
    let at = |words: &str| u16::try_from(lines.iter().position(|line| line.contains(words)).unwrap()).unwrap();
    for (y, place) in [
        (at("Dangerous Alliance"), "7/7"),
        (at("Ferry runs aground"), "2/7"),
        (at("Brannock ferry") + 1, "1/7"),
        (at("Ferry runs aground") + 1, "2/7"),
        (at("Dangerous Alliance") + 1, "7/7"),
    ] {
        driver.take_in(Msg::Input(Input::Mouse(Mouse::Press, 20, y)));
        assert!(driver.foot().ends_with(place), "{y} {}", driver.foot());
    }
    driver.take_in(Msg::Input(Input::Mouse(Mouse::Press, 20, 36)));
    assert!(driver.foot().ends_with("7/7"), "below the last row there is none: {}", driver.foot());
    let screen = driver.keys("gg/ferry<enter>").screen();
    assert!(screen.lines().any(|line| line.starts_with("▪▌   2031-05-03")), "{screen}");
}

#[test]
fn the_palette_lists_what_is_wanted_most_first_and_marks_the_letters_typed() {
    let mut driver = Driver::open(&briefs(), (80, 24));
    let names = |driver: &Driver| -> Vec<String> {
        let screen = driver.screen();
        let rows = screen.lines().rev().skip(1).take_while(|line| !line.starts_with('─'));
        // A sentence goes on beneath itself.
        let rows = rows.filter(|line| !line.starts_with("          "));
        let mut names: Vec<String> = rows
            .filter_map(|line| line.trim_start_matches([' ', '▌']).split_whitespace().nth(1).map(str::to_owned))
            .collect();
        names.reverse();
        names
    };
    driver.keys(":");
    assert_eq!(names(&driver)[..4], ["enter", "select", "compare", "filter"], "{}", driver.screen());
    driver.keys("redraw<enter>:");
    assert_eq!(names(&driver)[..2], ["redraw", "enter"], "{}", driver.screen());
    driver.keys("srt");
    let buffer = driver.buffer();
    let marked = Theme { depth: Depth::True, ..Theme::default() }.style(Role::Unlike);
    let letters = buffer.content.iter().filter(|cell| cell.style().add_modifier == marked.add_modifier);
    assert_eq!(letters.map(|cell| cell.symbol()).collect::<String>(), "srt", "{}", driver.screen());
    let mut driver = Driver::open(&briefs(), (60, 16));
    let screen = driver.keys(":compare").screen();
    for part in ["Compares the two selected;", "pressed on next."] {
        assert!(words(&screen).contains(&words(part)), "{screen}");
    }
}

#[test]
fn help_speaks_of_the_screen_it_was_opened_on_and_of_what_is_typed() {
    for (keys, said, not) in [
        ("?", "Goes to the next brief", "Goes to the next claim"),
        ("<enter>?", "Goes to the next claim", "Goes to the next brief;"),
        ("ga?", "Goes a line on", "Goes to the next claim"),
        ("gav?", "Carries the selection a line down", "Goes a line on"),
        ("<space><space>c?", "Goes to the next row", "Goes to the next claim"),
    ] {
        for size in [(60, 16), (120, 40)] {
            let mut driver = Driver::open(&briefs(), size);
            driver.keys(keys);
            let mut all = String::new();
            for _ in 0..20 {
                all.push_str(&driver.screen());
                driver.keys("<C-f>");
            }
            for said in [said, "esc  C-s", "C-x C-e", "C-w  C-u  C-k"] {
                assert!(all.contains(said), "{keys}: {said}\n{all}");
            }
            assert!(!all.contains(not), "{keys}: {not}");
        }
    }
}

#[test]
fn a_filter_stays_until_escape_and_says_so() {
    for (keys, shown, foot) in [
        ("fferry<enter>", "2 of 7 briefs", "filter ferry · 1/2"),
        ("fferry pell<enter>", "1 of 7 briefs", "filter ferry pell · 1/1"),
        ("f2014<enter>", "2 of 7 briefs", "filter 2014 · 1/2"),
        ("fis:unread<enter>", "7 of 7 briefs", "filter is:unread · 1/7"),
        ("fis:starred<enter>", "0 of 7 briefs", "filter is:starred"),
        ("G<enter>qfrfe<enter>", "1 of 7 briefs", "filter rfe · 1/1"),
        ("fferry<enter>f<C-u>rfe<esc>", "2 of 7 briefs", "filter ferry · 1/2"),
        ("fferry<enter>s", "2 of 7 briefs", ""),
        ("fferry<esc>", " 7 briefs", "1/7"),
        ("fferry<enter><esc>", " 7 briefs", "1/7"),
        ("fferry<enter>f<C-u><enter>", " 7 briefs", "1/7"),
    ] {
        let mut driver = Driver::open(&briefs(), (120, 40));
        let screen = driver.keys(keys).screen();
        assert!(screen.lines().next().unwrap().contains(shown) && driver.foot().contains(foot), "{keys}: {screen}");
    }
    let screen = Driver::open(&briefs(), (60, 16)).keys("fnowhere<enter>").screen();
    assert!(words(&screen).contains(&words("No brief has ‘nowhere’ in its title")), "{screen}");
    let foot = Driver::open(&briefs(), (80, 24)).keys("j<enter>fj").foot();
    assert!(!foot.contains("filter"), "the reader has no filter: {foot}");
}

#[test]
fn the_selected_brief_stays_selected_through_a_filter() {
    let mut driver = Driver::open(&briefs(), (120, 40));
    driver.keys("jfferry<enter>");
    assert!(driver.foot().contains("filter ferry · 2/2"), "{}", driver.foot());
    driver.keys("<esc>");
    assert!(driver.foot().ends_with("2/7"), "{}", driver.foot());
}

#[test]
fn briefs_go_to_the_trash_and_come_back() {
    let library = Library::copied("trash");
    let names = |folder: &str| -> Vec<String> {
        let entries = fs::read_dir(library.0.join(folder)).into_iter().flatten().map(Result::unwrap);
        let files =
            entries.filter(|entry| entry.path().is_file()).map(|entry| entry.file_name().into_string().unwrap());
        let mut names: Vec<String> = files.filter(|name| !name.starts_with('.')).collect();
        names.sort();
        names
    };
    let before = names("");
    let ours = ["coastdaily-2031-ferry.study.yaml", "coastdaily-2031-ferry.txt", "coastdaily-2031-ferry.yaml"];
    let mut driver = library.played((120, 40), "*D");
    assert!(driver.foot().contains("To the trash: ‘Brannock ferry refloated after a night’ · u takes it back"));
    assert!(driver.screen().contains(" 6 briefs"), "{}", driver.screen());
    assert_eq!(names(".trash"), ours);
    driver.keys("u");
    assert!(driver.foot().contains("Back from the trash"), "{}", driver.foot());
    assert!(driver.screen().contains(" 7 briefs") && driver.foot().ends_with("1/7"), "{}", driver.screen());
    assert!(names(".trash").is_empty());
    driver.keys("<C-r>");
    assert_eq!(names(".trash"), ours);
    driver.keys("u<space><space><space>D");
    assert!(driver.foot().contains("To the trash: 3 briefs"), "{}", driver.foot());
    assert!(driver.screen().contains(" 4 briefs"), "{}", driver.screen());
    driver.keys("u");
    assert!(driver.screen().contains(" 7 briefs"), "{}", driver.screen());
    let after: Vec<String> = names("").into_iter().filter(|name| name != ours[0]).collect();
    assert_eq!(after, before);
    driver.keys("u");
    assert!(driver.foot().contains("Taken back: star"), "{}", driver.foot());
}

#[test]
fn a_brief_that_cannot_be_moved_stays_and_one_sentence_says_why() {
    let library = Library::copied("stuck").with(".trash", "a file where the folder would be");
    let driver = library.played((80, 24), "D");
    assert!(driver.screen().contains("Not moved: "), "{}", driver.screen());
    assert!(driver.screen().contains(" 7 briefs"), "{}", driver.screen());
}

const ARTICLE: &str = "Harbour wall repaired after winter storm\n\nThe harbour wall at Brannock was repaired in \
    March at a cost of 14,000 pounds, the council said.\n\nWork took nine days. Three boats had to be moved while \
    the stones were reset, according to the harbour master.\n\nThe council expects the wall to last twenty years.\n";

/// The reader on the draft of an article that lies beside the library.
fn unsaved(library: &Library, size: (u16, u16)) -> Driver {
    let mut driver = Driver::open(&library.0, size);
    driver.model.screens = vec![Screen::Reader(Reader::of(UNSAVED))];
    driver.model.open_unsaved(library.0.join("wall.txt").display().to_string());
    driver.resize(size.0, size.1);
    driver
}

#[test]
fn an_article_opens_as_a_draft_that_is_not_saved() {
    let library = Library::empty("unsaved").with("wall.txt", ARTICLE);
    let files = || fs::read_dir(&library.0).unwrap().count();
    for size in SIZES {
        let mut driver = unsaved(&library, size);
        let said = "This draft is not saved: A adds it to the library, q drops it.";
        assert!(words(&driver.screen()).contains(&words(said)), "{}", driver.screen());
        assert!(driver.screen().contains("Harbour wall repaired"), "{}", driver.screen());
        for keys in ["j", "*", "a", "d", "M", "e", "gav", "H", "<esc>C"] {
            driver.keys(keys);
            assert!(driver.model.writing.is_none() && driver.outside.is_empty(), "{keys}");
        }
        driver.keys("<esc>");
        assert!(driver.foot().contains("unsaved draft"), "{}", driver.screen());
        driver.keys("qq");
        assert_eq!((driver.ended, files()), (Some(0), 1));
    }
}

#[test]
fn a_draft_is_saved_where_one_is_in_it() {
    for (n, keys) in ["", "j", "ga"].into_iter().enumerate() {
        let library = Library::empty(&format!("saved-{n}")).with("wall.txt", ARTICLE);
        let mut driver = unsaved(&library, (80, 24));
        driver.keys(keys);
        let before = driver.screen();
        driver.keys("A");
        assert!(driver.screen().contains("Added "), "{}", driver.screen());
        assert!(!driver.foot().contains("unsaved"), "{}", driver.screen());
        let head = |screen: &str| screen.lines().take(10).collect::<Vec<_>>().join("\n");
        assert_eq!(head(&driver.screen()), head(&before), "{keys}");
        assert_eq!(
            fs::read_dir(&library.0)
                .unwrap()
                .filter(|f| f.as_ref().unwrap().path().extension().is_some_and(|e| e == "yaml"))
                .count(),
            1
        );
        driver.keys("*");
        assert!(driver.screen().contains("Saved: star"), "{}", driver.screen());
    }
}

#[test]
fn of_a_file_that_is_no_article_it_is_said_why() {
    let library = Library::empty("no-article").with("wall.txt", "\0\u{1}\u{2}\0\0");
    let screen = unsaved(&library, (60, 16)).keys("j").screen();
    assert!(screen.contains("No brief can be made of this file."), "{screen}");
}

#[test]
fn a_filter_looks_in_claims_and_names_a_term_that_is_none() {
    for (keys, shown) in [
        ("fdiesel<enter>", "2 of 7 briefs"),
        ("fkind:report<enter>", "‘kind:report’ is no term of a filter. There are is:unread,"),
        ("fis:foo x:<enter>", "‘is:foo’, ‘x:’ are no terms of a filter."),
        ("fzzz<enter>", "No brief has ‘zzz’ in its title, name, publisher, authors, topics, summary or claims."),
        ("fzzz<enter>", " esc show all   f filter   A add   ? keys"),
        ("/zzz<enter>", "No brief on the shelf has ‘zzz’, nor has its article."),
        (":zen<enter>", "‘zen’ does nothing on this screen; it is a command of: Reader, Article."),
        (":zenn<enter>", "No command is called ‘zenn’."),
        ("ga/zzz<enter>", "‘zzz’ is nowhere in this article."),
    ] {
        let screen = Driver::open(&briefs(), (120, 40)).keys(keys).screen();
        assert!(words(&screen).contains(&words(shown)), "{keys}: no {shown:?} in\n{screen}");
    }
}

#[test]
fn an_empty_shelf_offers_what_can_be_done_there_and_says_where_it_is() {
    let library = Library::empty("offers");
    let driver = library.played((120, 40), "");
    assert!(driver.foot().starts_with(" A add   R read again   q quit   ? keys"), "{}", driver.foot());
    let screen = words(&driver.screen());
    assert!(screen.contains(&words(&library.0.display().to_string())), "{screen}");
}

#[test]
fn the_head_of_the_shelf_leaves_out_what_matters_least_first() {
    let library = Library::copied("head").with("broken.yaml", "epitome: 1\nclaims: {\n");
    for (columns, shown) in [
        (120, "7 briefs · 7 unread · 78 claims · 1 unreadable    published ↓"),
        (80, "7 briefs · 7 unread · 1 unreadable    published ↓"),
        (64, "7 briefs · 1 unreadable    published ↓"),
        (40, "1 unreadable    published ↓"),
    ] {
        let screen = library.played((columns, 24), "").screen();
        let head = screen.lines().next().unwrap();
        assert!(head.contains(shown) && head.contains("epitome"), "{columns}: {head}");
    }
}

#[test]
fn a_file_that_is_no_brief_says_why_and_what_mends_it_wherever_it_is_met() {
    let library = Library::empty("no-brief").with("broken.yaml", "epitome: 1\nclaims: {\n");
    for (size, keys, shown) in [
        ((80, 24), "<enter>", "This file cannot be read as a brief: line "),
        ((80, 24), "<enter>", "e opens it in your editor."),
        ((120, 40), "<enter>", "the preview says why. e opens it in your editor."),
        ((120, 40), "d", "This file cannot be read as a brief; the preview says why."),
        ((120, 40), "*", "This file cannot be read as a brief; the preview says why."),
    ] {
        let screen = library.played(size, keys).screen();
        assert!(words(&screen).contains(&words(shown)), "{size:?} {keys}: no {shown:?} in\n{screen}");
    }
}

#[test]
fn a_menu_of_keys_is_never_cut() {
    for (size, keys, last) in [
        ((60, 16), "<space><space>cC", "p pair, or take back"),
        ((40, 12), "<space><space>cC", "p pair, or take back"),
        ((40, 12), "g", "a article"),
        ((40, 12), "<enter>y", "r reference"),
    ] {
        let screen = Driver::open(&briefs(), size).keys(keys).screen();
        assert!(screen.contains(last), "{size:?} {keys}: no {last:?} in\n{screen}");
    }
}

#[test]
fn what_was_begun_last_is_cancelled_first() {
    let mut driver = Driver::open(&briefs(), (120, 40));
    driver.keys("ga/the<enter>v");
    assert!(driver.foot().contains("selecting by word"), "{}", driver.foot());
    driver.keys("<esc>");
    assert!(!driver.foot().contains("selecting") && driver.foot().contains("/the"), "{}", driver.foot());
    driver.keys("<esc>");
    assert!(!driver.foot().contains("/the"), "{}", driver.foot());
}

#[test]
fn a_list_to_pick_from_shows_its_texts_whole_where_there_is_room() {
    let long = "A note that is long enough to take more than one line of the list, whatever columns stand beside it there, \
                since it goes on and on to its very last words";
    let library = Library::copied("wraps");
    for size in [(120, 40), (80, 24)] {
        let screen = library.played(size, &format!("a<C-u>{long}<esc>gn")).screen();
        assert!(words(&screen).contains("verylastwords") && !screen.contains('…'), "{size:?}:\n{screen}");
    }
}
