//! A change to a brief touches its field and nothing else in the file.

use epitome::brief::{Brief, Claim, ClaimId, ClaimKind, Passage, Status, emit, splice, yaml};
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::Index;

use crate::any;

type Change = fn(&mut Brief);

fn claim(id: &str, text: &str) -> Claim {
    Claim { id: ClaimId(id.to_owned()), text: text.to_owned(), ..Claim::default() }
}

fn check(before: &str, change: impl Fn(&mut Brief), after: &str) {
    let loaded = yaml::read(before.as_bytes()).unwrap();
    let mut wanted = loaded.brief.clone();
    change(&mut wanted);
    assert_ne!(wanted, loaded.brief, "the case changes nothing: {before}");
    match splice::revise(&loaded, &wanted) {
        Ok(file) => assert_eq!(file, after),
        Err(fault) => panic!("{before}\n{fault}"),
    }
}

#[test]
fn one_field_changes_and_the_rest_stays() {
    let new_claim: Change = |b| b.claims.push(claim("c9", "New."));
    let no_claims: Change = |b| b.claims.clear();
    let said: Change = |b| b.claims[0].said_by = Some("the master".to_owned());
    let unsaid: Change = |b| b.claims[0].said_by = None;
    let title: Change = |b| b.title = Some("New: one".to_owned());
    let no_title: Change = |b| b.title = None;
    let summary: Change = |b| b.summary = "New words.".to_owned();
    let drop_first: Change = |b| drop(b.claims.remove(0));
    let drop_last: Change = |b| drop(b.claims.pop());
    let quote: Change = |b| {
        if let Passage::Quote { text, .. } = &mut b.claims[0].evidence[0].passage {
            *text = "new".to_owned();
        }
    };
    let cases: &[(&str, Change, &str)] = &[
        ("epitome: 1\ntitle: Old # c\nx: y\n", title, "epitome: 1\ntitle: \"New: one\" # c\nx: y\n"),
        ("epitome: 1\ntitle: 'Old'  # c\n", no_title, "epitome: 1\ntitle: null  # c\n"),
        ("epitome: 1\ntitle: \"Old\"  # \"c\"\n", title, "epitome: 1\ntitle: \"New: one\"  # \"c\"\n"),
        ("epitome: 1\ntitle:   # none\nx: y\n", title, "epitome: 1\ntitle: \"New: one\"   # none\nx: y\n"),
        ("epitome: 1\ntitle:", title, "epitome: 1\ntitle: \"New: one\""),
        ("epitome: 1\nx: y", title, "epitome: 1\ntitle: \"New: one\"\nx: y"),
        ("epitome: 1 # c\r\nx: y\r\n", title, "epitome: 1 # c\r\ntitle: \"New: one\"\r\nx: y\r\n"),
        ("\u{feff}epitome: 1", title, "\u{feff}epitome: 1\ntitle: \"New: one\""),
        ("{epitome: 1, \"title\": \"a\", x: [1]}", title, "{epitome: 1, \"title\": \"New: one\", x: [1]}"),
        ("{\"epitome\": 1}\n", title, "{\"epitome\": 1, title: \"New: one\"}\n"),
        ("epitome: 1\ntitle: plain\n  on two # c\nx: y\n", title, "epitome: 1\ntitle: \"New: one\" # c\nx: y\n"),
        (
            "epitome: 1\nsummary: >-  # why\n    Old\n    words.\n\n# c\nx: y\n",
            summary,
            "epitome: 1\nsummary: >-  # why\n    New words.\n\n# c\nx: y\n",
        ),
        ("epitome: 1\nsummary: |\n  Old\nx: y\n", summary, "epitome: 1\nsummary: >-\n  New words.\nx: y\n"),
        ("epitome: 1\nsummary: Old # c\n", summary, "epitome: 1\nsummary: \"New words.\" # c\n"),
        (
            "epitome: 1\nsummary: >- # c\n  Old\n",
            |b| b.summary = " odd".to_owned(),
            "epitome: 1\nsummary: \" odd\" # c\n",
        ),
        (
            "epitome: 1\nclaims:\n- claim: A.   # a\n  id: c1\n  mine: 1\n# end\n",
            said,
            "epitome: 1\nclaims:\n- claim: A.   # a\n  said_by: the master\n  id: c1\n  mine: 1\n# end\n",
        ),
        (
            "epitome: 1\nclaims:\n    - said_by: x # a\n      id: c1\n      claim: A.\n",
            unsaid,
            "epitome: 1\nclaims:\n    - id: c1\n      claim: A.\n",
        ),
        (
            "epitome: 1\nclaims:\n  - id: c1\n    said_by: x # a\n    # keep\n    claim: A.\n",
            unsaid,
            "epitome: 1\nclaims:\n  - id: c1\n    # keep\n    claim: A.\n",
        ),
        (
            "epitome: 1\nclaims: # all\n  # one\n  - id: c1\n    claim: A.\n  # two\n  -\n    id: c2\n    claim: B. # b\n# end\n",
            drop_first,
            "epitome: 1\nclaims: # all\n  # one\n  # two\n  -\n    id: c2\n    claim: B. # b\n# end\n",
        ),
        (
            "epitome: 1\nclaims: # all\n  - id: c1\n    claim: A.\n  -\n    id: c2\n    claim: B. # b\n# end\n",
            drop_last,
            "epitome: 1\nclaims: # all\n  - id: c1\n    claim: A.\n# end\n",
        ),
        (
            "epitome: 1\nclaims: # all\n  - {id: c1, claim: A.} # a\ntopics: [x]\n",
            no_claims,
            "epitome: 1\nclaims: [] # all\ntopics: [x]\n",
        ),
        (
            "epitome: 1\nclaims: [{id: c1, claim: A.}, {id: c2, claim: B.}]\n",
            drop_last,
            "epitome: 1\nclaims: [{id: c1, claim: A.}]\n",
        ),
        (
            "epitome: 1\nclaims: [{id: c1, claim: A.}, {id: c2, claim: B.}]\n",
            drop_first,
            "epitome: 1\nclaims: [{id: c2, claim: B.}]\n",
        ),
        (
            "epitome: 1\nclaims:\n  - id: c1\n    claim: A. # a\n# end\nx: y\n",
            new_claim,
            "epitome: 1\nclaims:\n  - id: c1\n    claim: A. # a\n  - id: \"c9\"\n    claim: \"New.\"\n    kind: fact\n    evidence: []\n    unsupported: false\n# end\nx: y\n",
        ),
        (
            "epitome: 1\nclaims: []\nx: y\n",
            new_claim,
            "epitome: 1\nclaims:\n  - id: \"c9\"\n    claim: \"New.\"\n    kind: fact\n    evidence: []\n    unsupported: false\nx: y\n",
        ),
        (
            "epitome: 1\nclaims: [] # none yet\n",
            new_claim,
            "epitome: 1\nclaims: [{id: \"c9\", claim: \"New.\", kind: fact, evidence: [], unsupported: false}] # none yet\n",
        ),
        (
            "epitome: 1\nclaims:\n  - id: c1\n    claim: A.\n    evidence:\n      - {quote: \"old\", mine: 1,\n         paragraph: 2} # e\n",
            quote,
            "epitome: 1\nclaims:\n  - id: c1\n    claim: A.\n    evidence:\n      - {quote: \"new\", mine: 1,\n         paragraph: 2} # e\n",
        ),
        (
            "epitome: 1\nclaims:\n  - id: c1\n    claim: A.\n    evidence:\n      - quote: >-\n          old\n        mine: 1\n",
            quote,
            "epitome: 1\nclaims:\n  - id: c1\n    claim: A.\n    evidence:\n      - quote: >-\n          new\n        mine: 1\n",
        ),
        (
            "epitome: 1\nclaims:\n  - id: c1\n    claim: A.\n    evidence:\n      - {quote: \"a\", before: b, after: c}\n",
            |b| b.claims[0].evidence[0].passage = Passage::Digest { digest: "0".repeat(32), length: 3 },
            "epitome: 1\nclaims:\n  - id: c1\n    claim: A.\n    evidence:\n      - {digest: \"00000000000000000000000000000000\", length: 3}\n",
        ),
        (
            "epitome: 1\nsource:\n  url: null\n  mine: 1\n",
            |b| b.source.authors = vec!["A B".to_owned(), "C: D".to_owned()],
            "epitome: 1\nsource:\n  authors: [A B, \"C: D\"]\n  url: null\n  mine: 1\n",
        ),
        (
            "epitome: 1\nsource:\n  authors:\n    - A # a\n    - B # b\n    - C # c\n",
            |b| drop(b.source.authors.remove(1)),
            "epitome: 1\nsource:\n  authors:\n    - A # a\n    - C # c\n",
        ),
        (
            "epitome: 1\nmade: {by: hand, status: draft, fields: {title: a, c1: b}} # m\n",
            |b| b.made.status = Status::Reviewed,
            "epitome: 1\nmade: {by: hand, status: reviewed, fields: {title: a, c1: b}} # m\n",
        ),
        (
            "epitome: 1\nmade: {by: hand, status: draft, fields: {title: a, c1: b}} # m\n",
            |b| drop(b.made.fields.remove("title")),
            "epitome: 1\nmade: {by: hand, status: draft, fields: {c1: b}} # m\n",
        ),
        (
            "epitome: 1\nmade:\n  fields:\n    title: a\n    # c\n    c1: b\n",
            |b| drop(b.made.fields.insert("label".to_owned(), "x".to_owned())),
            "epitome: 1\nmade:\n  fields:\n    title: a\n    # c\n    c1: b\n    label: \"x\"\n",
        ),
        (
            "epitome: 1\nclaims:\n  - id: c1\n    claim: A.\n    kind: odd # k\n",
            |b| b.claims[0].kind = ClaimKind::Figure,
            "epitome: 1\nclaims:\n  - id: c1\n    claim: A.\n    kind: figure # k\n",
        ),
    ];
    for (before, change, after) in cases {
        check(before, change, after);
    }
}

#[derive(Clone, Debug)]
enum Edit {
    Title(Option<String>),
    Summary(String),
    Authors(Vec<String>),
    Source(Box<epitome::brief::Source>),
    Claim(Index, Box<Claim>),
    AddClaim(Index, Box<Claim>),
    RemoveClaim(Index),
    Evidence(Index, Vec<epitome::brief::Anchor>),
    Made(Box<epitome::brief::Made>),
    Topics(Vec<String>),
}

impl Edit {
    /// Makes the edit; the name of the only field of the file that may change.
    fn apply(self, brief: &mut Brief) -> &'static str {
        let n = brief.claims.len();
        match self {
            Self::Title(title) => {
                brief.title = title;
                return "title";
            }
            Self::Summary(summary) => {
                brief.summary = summary;
                return "summary";
            }
            Self::Authors(authors) => {
                brief.source.authors = authors;
                return "source";
            }
            Self::Source(source) => {
                brief.source = *source;
                return "source";
            }
            Self::Made(made) => {
                brief.made = *made;
                return "made";
            }
            Self::Topics(topics) => {
                brief.topics = topics;
                return "topics";
            }
            Self::Claim(at, claim) if n > 0 => {
                let at = at.index(n);
                brief.claims[at] = Claim { id: brief.claims[at].id.clone(), ..*claim };
            }
            Self::AddClaim(at, claim) => {
                brief.claims.insert(at.index(n + 1), Claim { id: ClaimId("c99".to_owned()), ..*claim });
            }
            Self::RemoveClaim(at) if n > 0 => drop(brief.claims.remove(at.index(n))),
            Self::Evidence(at, evidence) if n > 0 => brief.claims[at.index(n)].evidence = evidence,
            _ => {}
        }
        "claims"
    }
}

fn edit() -> impl Strategy<Value = Edit> {
    use proptest::collection::vec;
    use proptest::prelude::{any, prop_oneof};
    let at = any::<Index>;
    prop_oneof![
        proptest::option::of(any::text()).prop_map(Edit::Title),
        any::text().prop_map(Edit::Summary),
        vec(any::text(), 0..3).prop_map(Edit::Authors),
        any::source().prop_map(|s| Edit::Source(Box::new(s))),
        (at(), any::claim()).prop_map(|(i, c)| Edit::Claim(i, Box::new(c))),
        (at(), any::claim()).prop_map(|(i, c)| Edit::AddClaim(i, Box::new(c))),
        at().prop_map(Edit::RemoveClaim),
        (at(), vec(any::anchor(), 0..3)).prop_map(|(i, a)| Edit::Evidence(i, a)),
        any::made().prop_map(|m| Edit::Made(Box::new(m))),
        vec(any::text(), 0..3).prop_map(Edit::Topics),
    ]
}

/// The file in parts: from each top field's line to the next one's.
fn parts(file: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for line in file.split_inclusive('\n') {
        match parts.last_mut() {
            Some(part) if line.starts_with([' ', '\n', '\r']) => part.push_str(line),
            _ => parts.push(line.to_owned()),
        }
    }
    parts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_changes_the_other_fields_keep_their_bytes(brief in any::brief(), edit in edit(), layout in 0usize..4) {
        let written = emit::write(&brief);
        let file = match layout {
            0 => written,
            1 => written.replace('\n', "\r\n"),
            2 => written.replace("\nsource:\n", "\n# s\nmine: {a: [1, 2]} # x\nsource:   # c\n").replace("\nmade:", "\n# m\nmade:   "),
            _ => written.replace("\n    kind:", "\n    # odd\n    my: own\n    kind:").trim_end().to_owned(),
        };
        let loaded = yaml::read(file.as_bytes()).unwrap();
        prop_assert_eq!(&loaded.brief, &brief);
        let mut wanted = brief.clone();
        let field = edit.apply(&mut wanted);
        let revised = splice::revise(&loaded, &wanted);
        prop_assert!(revised.is_ok(), "{}\n{}", revised.unwrap_err(), file);
        let revised = revised.unwrap();
        let others = |file: &str| -> Vec<String> {
            parts(file).into_iter().filter(|p| !p.starts_with(&format!("{field}:"))).collect()
        };
        prop_assert_eq!(others(&revised), others(&file));
        if wanted == brief {
            prop_assert_eq!(revised, file);
        }
    }
}
