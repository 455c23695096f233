//! Every script of the gallery on the screen: each sign drawn once, paragraphs from the edge at which they begin, marks
//! where their text stands.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use epitome::text::bidi::{Direction, is_mixed};
use epitome::text::width::clusters;
use epitome::tui::layout::{ARTICLE_MARGIN, Areas, column, measure};
use epitome::tui::theme::{Depth, Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use crate::driver::{Driver, review, styled};
use crate::gallery::{GALLERY, Sample};

/// A library of one brief, which is gone with the test.
struct Folder(PathBuf);

impl Folder {
    /// A brief in that language; its claims rest on the sentences of its paragraphs.
    fn new(language: &str, title: &str, paragraphs: &[&str], claims: &[(&str, usize, &str)]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("epitome-scripts-{}-{n}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let quoted = |text: &str| serde_json::to_string(text).unwrap();
        let claims: Vec<String> = claims
            .iter()
            .enumerate()
            .map(|(i, (claim, no, words))| {
                let (id, claim, words) = (i + 1, quoted(claim), quoted(words));
                format!(
                    "  - {{id: c{id}, claim: {claim}, kind: fact, evidence: [{{paragraph: {no}, quote: {words}}}]}}\n"
                )
            })
            .collect();
        let brief = format!(
            "epitome: 1\ntitle: {}\nsource: {{publisher: Press, published: \"2031-05-03\", language: {language}}}\n\
             summary: {}\nclaims:\n{}",
            quoted(title),
            quoted(paragraphs[0]),
            claims.concat(),
        );
        fs::write(folder.join("a.yaml"), brief).unwrap();
        fs::write(folder.join("a.txt"), paragraphs.join("\n\n") + "\n").unwrap();
        Self(folder)
    }

    fn open(&self, size: (u16, u16), theme: Theme) -> Driver {
        Driver::with(&self.0, size, theme)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The signs in the cells of an area, row by row, with the column at which each stands.
fn signs(buffer: &Buffer, area: Rect) -> Vec<Vec<(u16, String)>> {
    let row = |y: u16| {
        let mut signs = Vec::new();
        let mut x = area.left();
        while x < area.right() {
            let symbol = buffer[(x, y)].symbol();
            signs.push((x, symbol.to_owned()));
            x += u16::try_from(epitome::text::width::width(symbol)).unwrap().max(1);
        }
        signs.retain(|(_, sign)| sign != " ");
        signs
    };
    (area.top()..area.bottom()).map(row).filter(|row| !row.is_empty()).collect()
}

/// Where an article's text is set on its screen: the numbers of claims stand at the side where it begins.
fn text_area(size: (u16, u16), direction: Direction) -> Rect {
    let pane = Areas::article(size).left;
    let measure = measure(pane, ARTICLE_MARGIN, 72);
    let column = column(pane, measure, ARTICLE_MARGIN);
    let before = if direction == Direction::RightToLeft { 2 } else { ARTICLE_MARGIN };
    Rect { x: column.x + before, width: measure, ..column }
}

/// How often each sign stands in a text, a bracket and its mirror image taken as one.
fn counted<'a>(signs: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let mut count = BTreeMap::new();
    for sign in signs.filter(|sign| !sign.trim().is_empty()) {
        let sign = match sign {
            ")" => "(",
            "»" => "«",
            "”" => "“",
            sign => sign,
        };
        *count.entry(sign.to_owned()).or_default() += 1;
    }
    count
}

fn set(sample: &Sample, size: (u16, u16), theme: Theme) -> Vec<Vec<(u16, String)>> {
    let folder = Folder::new(sample.language, "A", &[sample.text], &[]);
    let mut driver = folder.open(size, theme);
    driver.keys("<enter>ga");
    let direction = Direction::in_language(sample.text, Some(sample.language));
    signs(&driver.buffer(), text_area(size, direction))
}

#[test]
fn every_sign_of_every_script_is_drawn_once_and_from_the_edge_at_which_its_paragraph_begins() {
    for theme in [Theme::default(), Theme { reorder: false, ..Theme::default() }] {
        for size in [(40, 30), (61, 30), (120, 30)] {
            for sample in GALLERY {
                let rows = set(sample, size, theme);
                let what = format!("{} at {size:?}", sample.script);
                let direction = Direction::in_language(sample.text, Some(sample.language));
                let area = text_area(size, direction);
                for row in &rows {
                    let (first, last) = (row.first().unwrap(), row.last().unwrap());
                    let after = last.0 + u16::try_from(epitome::text::width::width(&last.1)).unwrap();
                    match direction {
                        Direction::LeftToRight => assert_eq!(first.0, area.left(), "{what}: {rows:?}"),
                        Direction::RightToLeft => assert_eq!(after, area.right(), "{what}: {rows:?}"),
                    }
                }
                let shown: String = clusters(sample.text).map(|cluster| cluster.shown).collect();
                let mut drawn = counted(rows.iter().flatten().map(|(_, sign)| sign.as_str()));
                let mut wanted = counted(shown.graphemes(true));
                // A word parted at the end of a row has a hyphen that the text has not.
                assert!(drawn.remove("-") >= wanted.remove("-"), "{what}");
                assert_eq!(drawn, wanted, "{what}");
            }
        }
    }
}

#[test]
fn words_from_the_right_are_reordered_here_or_by_the_terminal_but_not_twice() {
    for sample in GALLERY {
        let line = |reorder| {
            let rows = set(sample, (120, 30), Theme { reorder, ..Theme::default() });
            rows.concat().into_iter().map(|(_, sign)| sign).collect::<String>()
        };
        assert_eq!(line(true) != line(false), is_mixed(sample.text), "{}", sample.script);
    }
}

/// Name, language, title, paragraphs, claims with the number and the words of their passage.
type Brief =
    (&'static str, &'static str, &'static str, &'static [&'static str], &'static [(&'static str, usize, &'static str)]);

const BRIEFS: &[Brief] = &[
    (
        "hebrew",
        "he",
        "המעבורת עלתה על שרטון ליד ברנוק",
        &[
            "המעבורת עלתה על שרטון בערפל ב-3 במאי 2031, ועל סיפונה 212 נוסעים (ו-14 אנשי צוות). כולם פונו לפני עלות השחר.",
            "חברת Coast Lines הודיעה כי לא דלף דלק מן הגוף, וכי הנתיב ייפתח מחדש מחר.",
        ],
        &[
            ("על סיפון המעבורת היו 212 נוסעים.", 1, "ועל סיפונה 212 נוסעים (ו-14 אנשי צוות)"),
            ("חברת Coast Lines אומרת שלא דלף דלק.", 2, "חברת Coast Lines הודיעה כי לא דלף דלק מן הגוף"),
        ],
    ),
    (
        "arabic",
        "ar",
        "جنوح عبّارة قرب رأس برانوك",
        &[
            "جنحت العبّارة في الضباب يوم 3 أيار 2031 وعلى متنها 212 راكبًا، ونُقلوا جميعًا قبل الفجر.",
            "NATO لم تشارك في الإنقاذ، بحسب مدير الميناء.",
        ],
        &[("كان على متن العبّارة 212 راكبًا.", 1, "وعلى متنها 212 راكبًا")],
    ),
    (
        "thai",
        "th",
        "เรือข้ามฟากเกยตื้นใกล้แหลมแบรนนอค",
        &["เรือข้ามฟากเกยตื้นในหมอกหนาเมื่อวันที่ 3 พฤษภาคม 2031 มีผู้โดยสาร 212 คน และทุกคนได้รับการช่วยเหลือก่อนรุ่งสาง"],
        &[("เรือมีผู้โดยสาร 212 คน", 1, "มีผู้โดยสาร 212 คน")],
    ),
    (
        "hindi",
        "hi",
        "ब्रैनॉक के पास नौका रेत में फँसी",
        &["नौका 3 मई 2031 को कोहरे में रेत पर चढ़ गई। उस पर 212 यात्री सवार थे और भोर से पहले सभी को सुरक्षित उतार लिया गया।"],
        &[("नौका पर 212 यात्री सवार थे।", 1, "उस पर 212 यात्री सवार थे")],
    ),
    (
        "chinese",
        "zh-Hans",
        "渡轮在布兰诺克角附近搁浅",
        &[
            "2031年5月3日，渡轮在大雾中撞上沙洲搁浅，船上有212名乘客；黎明前，所有人都已安全撤离。港务局长表示，航道将于明日重新开放。",
        ],
        &[("船上有212名乘客。", 1, "船上有212名乘客")],
    ),
];

/// Name, columns and rows, keys.
const SCREENS: [(&str, (u16, u16), &str); 2] = [("reader", (60, 24), "<enter>j"), ("evidence", (100, 24), "<enter>j")];

#[test]
fn the_screens_of_five_scripts_are_as_they_were_reviewed() {
    let theme = Theme { depth: Depth::True, ..Theme::default() };
    let mut wrong = Vec::new();
    for (name, language, title, paragraphs, claims) in BRIEFS {
        let folder = Folder::new(language, title, paragraphs, claims);
        for (screen, size, keys) in SCREENS {
            let mut driver = folder.open(size, theme);
            driver.keys(keys);
            let shown = format!("keys: {keys}\n{}", styled(&driver.buffer(), theme.style(Role::Text)));
            wrong.extend(review(Path::new("scripts"), &format!("{name}-{screen}-{}x{}", size.0, size.1), &shown));
        }
    }
    assert!(wrong.is_empty(), "look at these; if they are right, EPITOME_BLESS=1 keeps them:\n{}", wrong.join("\n"));
    let kept = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/scripts")).unwrap().count();
    assert_eq!(kept, BRIEFS.len() * SCREENS.len(), "a kept screen that no test draws");
}

#[test]
fn a_mark_follows_its_words_wherever_they_are_drawn() {
    let (_, language, title, paragraphs, claims) = BRIEFS[0];
    let folder = Folder::new(language, title, paragraphs, claims);
    let theme = Theme { depth: Depth::True, ..Theme::default() };
    let mut driver = folder.open((60, 24), theme);
    driver.keys("<enter>j<enter>");
    let buffer = driver.buffer();
    let marked = theme.style(Role::Passage).bg;
    let area = text_area((60, 24), Direction::RightToLeft);
    let cells = area.rows().flat_map(|row| row.columns()).map(|cell| &buffer[(cell.x, cell.y)]);
    let found = counted(cells.filter(|cell| cell.style().bg == marked).map(|cell| cell.symbol()));
    let words: Vec<_> = clusters(claims[0].2).map(|cluster| cluster.shown.into_owned()).collect();
    assert_eq!(found, counted(words.iter().map(String::as_str)));
}

#[test]
fn a_title_too_long_is_cut_at_the_end_of_what_is_read() {
    let (hebrew, latin) = ("אבגדה ".repeat(90), "abcde ".repeat(90));
    for (title, begin, end) in [(hebrew.trim(), '…', 'א'), (latin.trim(), 'a', '…')] {
        let folder = Folder::new("en", title, &["Text."], &[]);
        let driver = folder.open((80, 24), Theme::default());
        let screen = driver.screen();
        let line = screen.lines().skip(1).find(|line| line.contains('…')).unwrap();
        let title = line.rsplit("2031-05-03").next().unwrap().split("Press").next().unwrap().trim_matches([' ', '▌']);
        assert!(title.starts_with(begin) && title.ends_with(end), "{line}");
    }
}
