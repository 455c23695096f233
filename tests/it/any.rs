//! Briefs as chance makes them: every field, with the texts that YAML is known to trip over.

use epitome::article::{Date, Edtf, ParagraphKind, ParagraphNo, SourceKind};
use epitome::brief::{Anchor, ArticleRef, Brief, Claim, ClaimId, ClaimKind, Made, Passage, Source, Status};
use epitome::text::Span;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};
use proptest::sample::select;

const NASTY: [&str; 44] = [
    "",
    " ",
    "  ",
    "null",
    "Null",
    "~",
    "true",
    "no",
    "on",
    "y",
    "1e3",
    "2031",
    "2031-05",
    "0x1f",
    "1_000",
    ".inf",
    "-",
    "- a",
    "? a",
    ": a",
    "a: b",
    "a #b",
    "#",
    "# a",
    "'a'",
    "\"a\"",
    "\\",
    "%a",
    "@a",
    "`a",
    "*a",
    "&a",
    "!a",
    "|",
    ">-",
    "[a",
    "{a}",
    "---",
    "...",
    "a\n",
    "\na",
    "a\n\n\nb",
    "<<",
    "\u{feff}a",
];

/// A text: ordinary, odd, or one of those that are known to trip a YAML writer.
pub fn text() -> BoxedStrategy<String> {
    prop_oneof![
        4 => select(&NASTY[..]).prop_map(str::to_owned),
        4 => "[a-zA-Z0-9 ,.:;#'\"-]{0,40}",
        2 => "[\\PC\\s]{0,40}",
        2 => "(?s).{0,30}",
        2 => vec("[a-zé漢👩🏽]{1,12}", 0..60).prop_map(|words| words.join(" ")),
        1 => vec(text_part(), 0..6).prop_map(|parts| parts.concat()),
        1 => "[a-z]{150,300}",
        1 => "[a-z\u{1b}\"]{1000,2200}",
    ]
    .boxed()
}

fn text_part() -> impl Strategy<Value = String> {
    select(
        &[
            "\t",
            "\r",
            "\r\n",
            "\u{85}",
            "\u{2028}",
            "\u{202e}",
            "\u{a0}",
            "\u{0}",
            "\u{fffe}",
            "\u{1fffe}",
            " ",
            "\n",
            "a",
            "👍",
        ][..],
    )
    .prop_map(str::to_owned)
}

fn date() -> impl Strategy<Value = Edtf> {
    let one = (1u16..=9999, option::of((1u8..=12, option::of(1u8..=28))))
        .prop_map(|(y, m)| Date::new(y, m.map(|m| m.0), m.and_then(|m| m.1)).unwrap());
    (one.clone(), option::of(one)).prop_map(|(a, b)| match b {
        Some(b) => Edtf::Interval(a.min(b), a.max(b)),
        None => Edtf::Date(a),
    })
}

fn paragraph() -> impl Strategy<Value = ParagraphNo> {
    (1u32..).prop_map(|n| ParagraphNo::new(n).unwrap())
}

pub fn anchor() -> BoxedStrategy<Anchor> {
    let quote = (text(), option::of(text()), option::of(text())).prop_map(|(text, before, after)| Passage::Quote {
        text,
        before,
        after,
    });
    let digest = ("[0-9a-f]{32}", any::<u32>()).prop_map(|(digest, n)| Passage::Digest { digest, length: n as usize });
    let span = (any::<u32>(), any::<u32>()).prop_map(|(a, b)| Span::new(a as usize, b as usize));
    (option::of(paragraph()), option::of(span), prop_oneof![quote, digest])
        .prop_map(|(paragraph, span, passage)| Anchor { paragraph, span, passage })
        .boxed()
}

pub fn claim() -> BoxedStrategy<Claim> {
    (text(), select(&ClaimKind::ALL[..]), option::of(text()), option::of(date()), vec(anchor(), 0..3), any::<bool>())
        .prop_map(|(text, kind, said_by, when, evidence, unsupported)| Claim {
            id: ClaimId::default(),
            text,
            kind,
            said_by,
            when,
            evidence,
            unsupported,
        })
        .boxed()
}

fn article() -> BoxedStrategy<ArticleRef> {
    let kinds = btree_map(select(&ParagraphKind::ALL[..]), vec(paragraph(), 0..4), 0..3);
    (text(), option::of(text()), option::of(text()), any::<u32>(), any::<u32>(), kinds)
        .prop_map(|(sha256, origin_sha256, cleaner, words, paragraphs, kinds)| ArticleRef {
            sha256,
            origin_sha256,
            cleaner,
            words: words as usize,
            paragraphs: paragraphs as usize,
            kinds,
        })
        .boxed()
}

pub fn source() -> BoxedStrategy<Source> {
    let names = (option::of(text()), vec(text(), 0..3), option::of(text()), option::of(text()));
    let rest = (option::of(date()), select(&SourceKind::ALL[..]), option::of(article()), option::of(text()));
    (names, rest)
        .prop_map(|((publisher, authors, url, language), (published, kind, article, standfirst))| Source {
            publisher,
            authors,
            published,
            kind,
            url,
            language,
            article,
            standfirst,
        })
        .boxed()
}

pub fn made() -> BoxedStrategy<Made> {
    let status = prop_oneof![Just(Status::Draft), Just(Status::Reviewed)];
    let version = prop_oneof![text(), Just("0.1.0".to_owned())];
    (text(), version, option::of(date()), status, btree_map(text(), text(), 0..3))
        .prop_map(|(by, version, on, status, fields)| Made { by, version, on, status, fields })
        .boxed()
}

/// A brief whose claims have ids of their own.
pub fn brief() -> BoxedStrategy<Brief> {
    let heads = (option::of(text()), option::of(text()), text(), vec(text(), 0..3));
    (heads, source(), vec(anchor(), 0..3), vec(claim(), 0..4), made())
        .prop_map(|((title, label, summary, topics), source, summary_evidence, mut claims, made)| {
            for (i, claim) in claims.iter_mut().enumerate() {
                claim.id = ClaimId(format!("c{}", i + 1));
            }
            Brief { title, label, source, summary, summary_evidence, claims, topics, made }
        })
        .boxed()
}
