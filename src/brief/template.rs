//! An empty brief as a person fills it in: the file of format 1 with what is known already, and beside each field what
//! belongs there. Refuses to leave its own comments in what was written.

use super::{Brief, ClaimKind, emit, yaml};
use crate::article::SourceKind;

/// Lines that an empty brief has and nobody fills in by hand.
const NOT_BY_HAND: [&str; 3] = ["  article: null", "  standfirst: null", "summary_evidence: []"];

/// How a claim looks.
const CLAIM: [&str; 5] = [
    "  - id: c1",
    "    claim: \"One sentence that stands alone.\"",
    "    kind: fact",
    "    evidence:",
    "      - {quote: \"the words of the article that carry it\"}",
];

/// The text to be filled in.
pub fn text(brief: &Brief) -> String {
    let mut text = String::from("# A brief. What stands behind # explains, and goes away when you are done.\n");
    for line in emit::write(brief).lines().filter(|line| !NOT_BY_HAND.contains(line)) {
        comments(line).iter().for_each(|comment| text.extend(["# ", comment, "\n"]));
        match line {
            "claims: []" => {
                text.push_str("claims:\n");
                CLAIM.iter().for_each(|line| text.extend(["#", line, "\n"]));
            }
            "summary: \"\"" => text.push_str("summary: >-\n  \n"),
            line => text.extend([line, "\n"]),
        }
    }
    text
}

/// What is said above a line.
fn comments(line: &str) -> Vec<String> {
    let said = |text: &str| vec![text.to_owned()];
    match line.split_once(':').map_or("", |(key, _)| key) {
        "title" => said("The title as the article shows it; null where it shows none."),
        "label" => said("Your own heading, where there is no title."),
        "  authors" => said("[Ines Maddock, Ruth Amery]"),
        "  published" => {
            said("2031, 2031-05, \"2031-05-03\" or an interval, \"2031-05-03/2031-05-07\"; null where it is not said.")
        }
        "  kind" => vec![SourceKind::ALL.map(SourceKind::name).join(", ")],
        "  language" => said("en, de, pt-BR"),
        "summary" => said("Two to five sentences, indented below."),
        "claims" => vec![
            "What the article asserts, eight to twelve claims, each like the one below without its #.".to_owned(),
            format!("Kinds: {}. said_by: and when: may stand beside.", ClaimKind::ALL.map(ClaimKind::name).join(", ")),
        ],
        "topics" => said("[shipping, Brannock]"),
        "made" => said("status: draft, or reviewed when you have gone over it."),
        _ => Vec::new(),
    }
}

/// What was written, without the comments that explained it; as it is, where that would not read the same.
pub fn without_comments(written: &str) -> String {
    let explaining = text(&Brief::default());
    let own = |line: &str| line.starts_with('#') && explaining.lines().any(|comment| comment == line.trim_end());
    let bare: String = written.split_inclusive('\n').filter(|line| !own(line)).collect();
    let same = match (yaml::read(bare.as_bytes()), yaml::read(written.as_bytes())) {
        (Ok(bare), Ok(whole)) => bare.brief == whole.brief,
        _ => false,
    };
    if same { bare } else { written.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{CLAIM, text, without_comments};
    use crate::brief::{Brief, Made, Source, yaml};

    fn brief() -> Brief {
        let source = Source { authors: vec!["Ines: Maddock # 1".to_owned()], ..Source::default() };
        let made = Made { by: "hand".to_owned(), ..Made::default() };
        Brief { title: Some("Ferry: \"aground\"".to_owned()), source, made, ..Brief::default() }
    }

    #[test]
    fn what_is_to_be_filled_in_reads_as_what_is_known() {
        let read = yaml::read(text(&brief()).as_bytes()).unwrap();
        assert_eq!(read.brief, brief());
        assert!(read.findings.is_empty(), "{:?}", read.findings);
    }

    #[test]
    fn explanations_go_away_and_what_a_person_wrote_stays() {
        let mut filled =
            text(&brief()).replace("summary: >-\n  \n", "summary: >-\n  What it says.\n  # no comment\n# mine\n");
        CLAIM.iter().for_each(|line| filled = filled.replace(&format!("#{line}\n"), &format!("{line}\n")));
        let bare = without_comments(&filled);
        let lines: Vec<&str> = bare.lines().filter(|line| line.starts_with('#')).collect();
        assert_eq!(lines, ["# mine"], "{bare}");
        let read = yaml::read(bare.as_bytes()).unwrap().brief;
        assert_eq!((read.claims.len(), read.summary.as_str()), (1, "What it says. # no comment"));
    }
}
