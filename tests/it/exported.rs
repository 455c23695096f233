//! What is taken elsewhere: a comparison and a brief with their passages, in Markdown and HTML; and heads that are said
//! once for all the rows that they are true of.

use std::process::Command;

use epitome::brief::study::{Change, ClaimRef, Moment, Target};
use epitome::library::{BriefId, Library, Place, Store};
use epitome::tui::theme::Theme;

use crate::driver::{Copied, Driver, briefs};

const DAILY: &str = "coastdaily-2031-ferry";
const POST: &str = "harbourpost-2031-ferry";

fn said(library: &str, args: &[&str]) -> String {
    let args = [args, &["--library", library]].concat();
    let said = Command::new(env!("CARGO_BIN_EXE_epitome")).args(args).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).unwrap()
}

#[test]
fn rows_of_one_reason_have_one_head() {
    let folder = briefs();
    let library = folder.to_str().unwrap();
    for (format, begins) in [("text", &["‹ only A: ", "› only B: "]), ("markdown", &["## ‹ only A: ", "## › only B: "])]
    {
        let page = said(library, &["compare", POST, "rferl-militias", "--format", format]);
        let heads: Vec<&str> = page.lines().filter(|line| begins.iter().any(|head| line.starts_with(head))).collect();
        assert!(!heads.is_empty() && heads.windows(2).all(|two| two[0] != two[1]), "{format}: {page}");
        for claim in 1..=9 {
            let claim = if format == "text" { format!("   A {claim:>2}  ") } else { format!("- **A {claim}** ") };
            assert_eq!(page.matches(&claim).count(), 1, "{format}: every claim stands in one row\n{page}");
        }
    }
    let html = said(library, &["compare", POST, "rferl-militias", "--format", "html"]);
    let (heads, rows) = (html.matches("<tbody").count(), html.matches("</td></tr>").count());
    assert!(heads < 8 && rows > 15, "{heads} {rows}");
}

#[test]
fn what_only_b_says_says_so_once_and_above_its_own_side() {
    let mut driver = Driver::open(&briefs(), (200, 50));
    driver.keys("<space>G<space>c");
    let mut screens = driver.screen();
    for _ in 0..4 {
        driver.keys("<C-f>");
        screens.push_str(&driver.screen());
    }
    let heads: Vec<&str> = screens.lines().filter(|line| line.contains("› only B:")).collect();
    let column = |line: &str| line.split("› only B").next().unwrap().chars().count();
    assert!(!heads.is_empty() && heads.iter().all(|line| column(line) > 100 && line.contains('│')), "{screens}");
}

#[test]
fn a_comparison_taken_elsewhere_has_its_passages_and_sources() {
    let copied = Copied::new("exported");
    let library = copied.0.to_str().unwrap();
    let yaml = copied.0.join(format!("{POST}.yaml"));
    let text = std::fs::read_to_string(&yaml).unwrap();
    assert!(text.contains("  url: null"));
    std::fs::write(&yaml, text.replace("  url: null", "  url: \"https://post.example/a?b=1&c=2\"")).unwrap();
    let page = said(library, &["compare", POST, DAILY, "--format", "markdown"]);
    for part in ["  - Ines Maddock\n", "  - <https://post.example/a?b=1&c=2>\n", "\n  > ", " (¶ 4)\n"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let claims = page.lines().filter(|line| line.starts_with("- **A ") || line.starts_with("- **B ")).count();
    assert!(page.matches("(¶ ").count() >= claims, "{page}");
    let page = said(library, &["compare", POST, DAILY, "--format", "html"]);
    let link = "<a href=\"https://post.example/a?b=1&amp;c=2\">https://post.example/a?b=1&amp;c=2</a>";
    for part in ["<p class=\"faint\">Ines Maddock</p>", link, "<small>¶ 4</small></blockquote>"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let text = std::fs::read_to_string(&yaml).unwrap();
    std::fs::write(&yaml, text.replace("https://post.example/a?b=1&c=2", "javascript:<b>1")).unwrap();
    for format in ["html", "markdown"] {
        let page = said(library, &["compare", POST, DAILY, "--format", format]);
        assert!(page.contains("javascript:") && !page.contains("href") && !page.contains("<javascript"), "{page}");
        assert!(!page.contains("javascript:<b>"), "{page}");
    }
}

#[test]
fn a_brief_taken_elsewhere_has_its_passages_and_the_readers_notes() {
    let copied = Copied::new("shown");
    let (library, _) = Library::open(Place::Folder(copied.0.clone()), None);
    let id = BriefId::new(POST).unwrap();
    let brief = library.load(&id).unwrap().brief;
    let on = Target::Claim(ClaimRef::of(&brief.claims[1]));
    let notes = [(on, "ask *them*\n# twice"), (Target::Brief, "of the whole")];
    let changes = notes.map(|(on, text)| Change::AddNote { on, text: text.to_owned() });
    Store::open(&library, None).apply(&id, &changes, Moment::from_seconds(1_800_000_000)).unwrap();
    let page = said(copied.0.to_str().unwrap(), &["show", POST, "--format", "markdown"]);
    for part in [
        "# Ferry runs aground off Brannock Point\n\nInes Maddock · The Harbour Post · 3 May 2031",
        "\n## Claims\n\n1. ",
        "\n   > ",
        " (¶ 4)\n",
        "\n   **Note:** ask \\*them\\*\n   \\# twice\n",
        "\n## Notes\n\n- of the whole\n",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let plain = said(copied.0.to_str().unwrap(), &["show", POST]);
    assert!(!plain.contains("of the whole") && plain.contains("¶4 exact"), "{plain}");
}

#[test]
fn who_says_a_claim_stands_behind_it_where_its_words_do_not_name_them() {
    let folder = briefs();
    let library = folder.to_str().unwrap();
    for (format, passengers) in [
        ("text", "sandbank off Brannock Point. — the"),
        ("markdown", "Brannock Point. — the harbour master, Tomas Reeve\n"),
        ("html", "<br><small>said by the harbour master, Tomas Reeve</small>"),
    ] {
        let page = said(library, &["compare", POST, DAILY, "--format", format]);
        assert!(page.contains(passengers), "{format}: {page}");
        assert!(!page.contains("lifeboats. —"), "{format}: what the article says itself is nobody's\n{page}");
    }
    let mut driver = Driver::open(&folder, (120, 40));
    driver.keys("<enter>4j");
    assert!(driver.screen().contains("— Sound Line"), "{}", driver.screen());
    driver.keys("3j");
    assert!(driver.screen().contains("— the Hydrographic Office"), "{}", driver.screen());
    driver.keys("gh<space><space>c2j");
    assert!(driver.screen().contains("— Sound Line"), "{}", driver.screen());
    let plain = Theme { ascii: true, ..Theme::default() };
    let mut driver = Driver::with(&folder, (80, 24), plain);
    driver.keys("<enter>3j");
    assert!(driver.screen().contains("-- Sound Line"), "{}", driver.screen());
}
