//! Anchors cannot lie: an anchor finds its own passage after any edit elsewhere, and nothing else ever.

use epitome::article::{Article, Paragraph, ParagraphKind, ParagraphNo};
use epitome::brief::anchor::{Finder, Found, State};
use epitome::brief::{Anchor, Passage};
use epitome::text::Span;
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_assume, proptest};
use proptest::sample::{Index, select};

const WORDS: [&str; 30] = [
    "ferry",
    "sandbank",
    "212",
    "passengers",
    "harbour",
    "master’s",
    "officials",
    "3.5",
    "“fog”,",
    "final",
    "lifeboats",
    "aground.",
    "naïve",
    "Müller",
    "2031-05-03",
    "漢字漢字",
    "κύμα",
    "didn’t",
    "1,200",
    "well-known",
    "(off)",
    "flow",
    "efficient",
    "not",
    "never",
    "−5",
    "🚢",
    "e\u{301}tude",
    "hull;",
    "leaked",
];

fn paragraph() -> impl Strategy<Value = String> {
    vec(select(&WORDS[..]), 4..30).prop_map(|words| words.join(" "))
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(paragraph(), 1..6)
}

fn article(texts: &[String]) -> Article {
    Article::new(texts.iter().map(|text| Paragraph { kind: ParagraphKind::Text, text: text.clone() }))
}

/// Any span of any paragraph that is not empty, at character boundaries.
fn any_span(texts: &[String], which: &Index, from: &Index, to: &Index) -> (ParagraphNo, Span) {
    let index = which.index(texts.len());
    let text = &texts[index];
    let edges: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let (a, b) = (from.index(edges.len()), to.index(edges.len()));
    let (a, b) = if a == b { (a.saturating_sub(1), a.max(1)) } else { (a, b) };
    (ParagraphNo::at(index), Span::new(edges[a], edges[b]))
}

/// A span of whole words, `many` of them.
fn word_span(texts: &[String], which: &Index, from: &Index, many: usize) -> (ParagraphNo, Span) {
    let index = which.index(texts.len());
    let text = &texts[index];
    let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices(' ').map(|(i, _)| i + 1)).collect();
    let first = from.index(starts.len().saturating_sub(many).max(1));
    let end = starts.get(first + many).map_or(text.len(), |next| next - 1);
    (ParagraphNo::at(index), Span::new(starts[first], end))
}

fn anchors(article: &Article, at: (ParagraphNo, Span)) -> Vec<Anchor> {
    Anchor::quote(article, at.0, at.1).into_iter().chain(Anchor::digest(article, at.0, at.1)).collect()
}

fn passage<'a>(article: &'a Article, found: &Found) -> &'a str {
    let (no, span) = found.place.unwrap();
    span.slice(&article.paragraph(no).unwrap().text).unwrap()
}

fn times(texts: &[String], passage: &str) -> usize {
    let text = texts.join("\n");
    text.char_indices().filter(|(i, _)| text.get(*i..).is_some_and(|rest| rest.starts_with(passage))).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn an_anchor_made_from_any_span_is_exact_in_its_own_text(
        texts in texts(), which: Index, from: Index, to: Index
    ) {
        let article = article(&texts);
        let at = any_span(&texts, &which, &from, &to);
        let finder = Finder::new(&article);
        for anchor in anchors(&article, at) {
            let found = finder.resolve(&anchor);
            prop_assert_eq!(found.state, State::Exact, "{:?}", anchor);
            if let Passage::Quote { text, .. } = &anchor.passage {
                prop_assert_eq!(passage(&article, &found), text);
            } else {
                prop_assert!(found.place.unwrap().1.covers(at.1));
            }
        }
    }

    #[test]
    fn after_an_edit_elsewhere_it_has_moved_with_its_passage(
        texts in texts(), which: Index, from: Index, to: Index, new in paragraph(), before: bool
    ) {
        let article_before = article(&texts);
        let at = any_span(&texts, &which, &from, &to);
        let mut edited = texts.clone();
        if before {
            edited.insert(0, new);
        } else {
            let text = &mut edited[at.0.index()];
            *text = format!("{new} {text}");
        }
        let after = article(&edited);
        for anchor in anchors(&article_before, at) {
            let span = anchor.span.unwrap();
            let words = span.slice(&texts[at.0.index()]).unwrap();
            prop_assume!(times(&edited, words.trim_matches(|c: char| !c.is_alphanumeric())) == 1);
            let found = Finder::new(&after).resolve(&anchor);
            prop_assert_eq!(found.state, State::Moved, "{:?}\n{:?}", anchor, edited);
            // A digest does not know the white space and hyphens at its edges.
            let stands = passage(&after, &found);
            let quoted = matches!(anchor.passage, Passage::Quote { .. });
            prop_assert!(stands == words || !quoted && words.contains(stands), "{} / {}", stands, words);
        }
    }

    #[test]
    fn a_changed_figure_or_an_added_denial_is_missing(
        texts in texts(), which: Index, from: Index, figure in 100u32..999, digit in 0u8..10, deny: bool
    ) {
        let (no, span) = word_span(&texts, &which, &from, 6);
        let mut told = texts.clone();
        let passage = format!("Some {figure} came {} home", span.slice(&texts[no.index()]).unwrap());
        told[no.index()] = format!("{passage} again");
        let mut changed = told.clone();
        let other = format!("{digit}{}", figure % 100);
        prop_assume!(other != figure.to_string());
        changed[no.index()] = if deny { told[no.index()].replacen("came", "came not", 1) }
            else { told[no.index()].replacen(&figure.to_string(), &other, 1) };
        prop_assume!(times(&told, &passage) == 1 && changed != told);
        for anchor in anchors(&article(&told), (no, Span::new(0, passage.len()))) {
            let found = Finder::new(&article(&changed)).resolve(&anchor);
            prop_assert_eq!(found.state, State::Missing, "{:?}\n{:?}", anchor, changed);
        }
    }

    #[test]
    fn a_passage_that_stands_twice_and_lost_its_hint_is_ambiguous(
        texts in texts(), which: Index, from: Index, many in 2usize..5
    ) {
        let at = word_span(&texts, &which, &from, many);
        let twice: Vec<String> = texts.iter().chain(&texts).cloned().collect();
        for mut anchor in anchors(&article(&texts), at) {
            anchor.paragraph = None;
            anchor.span = None;
            let found = Finder::new(&article(&twice)).resolve(&anchor);
            prop_assert_eq!(found.state, State::Ambiguous, "{:?}", anchor);
            prop_assert!(found.place.is_none() && found.others >= 2);
        }
    }

    #[test]
    fn set_another_way_it_is_repaired_and_a_digest_still_found(
        texts in texts(), which: Index, from: Index, many in 3usize..8, way in 0usize..5
    ) {
        let (no, span) = word_span(&texts, &which, &from, many);
        let words = span.slice(&texts[no.index()]).unwrap().to_owned();
        let set = match way {
            0 => words.replace(' ', "  "),
            1 => words.replace("passengers", "passen-gers").replace("lifeboats", "life\u{ad}boats").replace("well-", "well"),
            2 => words.replace(['“', '”'], "'").replace('’', "'"),
            3 => words.replace("fi", "\u{fb01}").replace("fl", "\u{fb02}").replace("ffi", "\u{fb03}"),
            _ => words.replace("e\u{301}", "\u{e9}").replace(' ', "\u{a0}"),
        };
        prop_assume!(set != words && times(&texts, &words) == 1);
        let told = article(&texts);
        let mut lines = texts.clone();
        lines[no.index()].replace_range(span.start().bytes()..span.end().bytes(), &set);
        let other = Article::parse(&lines.join("\n\n"));
        let finder = Finder::new(&other);
        for anchor in anchors(&told, (no, span)) {
            let found = finder.resolve(&anchor);
            let quoted = matches!(anchor.passage, Passage::Quote { .. });
            let states: &[State] = if quoted { &[State::Repaired] } else { &[State::Exact, State::Moved] };
            prop_assert!(states.contains(&found.state), "{:?} {:?}\n{:?}", found, anchor, lines);
            let stands = passage(&other, &found);
            prop_assert!(set.contains(stands.trim()) && stands.len() + 4 >= set.len(), "{} / {}", stands, set);
        }
    }

    #[test]
    fn a_made_up_quotation_never_resolves(texts in texts(), words in vec(select(&WORDS[..]), 3..9), hint: Index, digest: bool) {
        let made_up = words.join(" ");
        let bare = |t: &str| t.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assume!(!texts.iter().any(|t| bare(t).contains(&bare(&made_up))));
        let elsewhere = article(std::slice::from_ref(&made_up));
        let mut anchor = anchors(&elsewhere, (ParagraphNo::at(0), Span::whole(&made_up))).remove(usize::from(digest));
        anchor.paragraph = Some(ParagraphNo::at(hint.index(texts.len())));
        let found = Finder::new(&article(&texts)).resolve(&anchor);
        prop_assert_eq!(found, Found { state: State::Missing, place: None, others: 0 });
    }

    #[test]
    fn no_anchor_makes_the_finder_panic(texts in vec("(?s).{0,60}", 0..4), anchor in crate::any::anchor(), n in any::<u8>()) {
        let article = Article::parse(&texts.join("\n\n"));
        let finder = Finder::new(&article);
        let near = Anchor { paragraph: ParagraphNo::new(u32::from(n % 4)), span: Some(Span::new(usize::from(n) / 9, usize::from(n) / 7)), ..anchor.clone() };
        for anchor in [anchor, near] {
            let found = finder.resolve(&anchor);
            prop_assert_eq!(found.place.is_some(), found.state.is_found());
        }
    }
}

fn quote(
    paragraph: u32,
    span: Option<(usize, usize)>,
    text: &str,
    before: Option<&str>,
    after: Option<&str>,
) -> Anchor {
    let passage =
        Passage::Quote { text: text.to_owned(), before: before.map(str::to_owned), after: after.map(str::to_owned) };
    Anchor { paragraph: ParagraphNo::new(paragraph), span: span.map(|(a, b)| Span::new(a, b)), passage }
}

#[test]
fn each_state_is_given_by_its_rule() {
    let article = Article::parse(
        "The ferry carried 212 people.\n\nThe ferry carried 212 people. It was unlikely to sink at -5 degrees.\n\nHe said “no fuel leaked”, and no fuel leaked.\n\nA final word.\n",
    );
    let finder = Finder::new(&article);
    for (anchor, state, place) in [
        (quote(1, Some((0, 29)), "The ferry carried 212 people.", None, None), "exact", Some((1, 0))),
        (quote(2, Some((0, 29)), "The ferry carried 212 people.", None, None), "exact", Some((2, 0))),
        (quote(9, Some((0, 29)), "The ferry carried 212 people.", None, None), "ambiguous", None),
        (quote(9, None, "The ferry carried 212 people.", None, Some(" It was")), "moved", Some((2, 0))),
        (quote(2, None, "It was", None, None), "exact", Some((2, 30))),
        (quote(0, None, "It was", None, None), "exact", Some((2, 30))),
        (quote(1, None, "It was", None, None), "moved", Some((2, 30))),
        (quote(3, None, "no fuel leaked", None, None), "ambiguous", None),
        (quote(3, None, "no fuel leaked", Some("He said \""), None), "moved", Some((3, 11))),
        (quote(2, Some((37, 53)), "likely to sink at", None, None), "missing", None),
        (quote(0, None, "likely to sink", None, None), "missing", None),
        (quote(0, None, "likely to sink", Some("was un"), None), "exact", Some((2, 39))),
        (quote(0, None, "5 degrees", None, None), "missing", None),
        (quote(2, None, "sink at 5 degrees", None, None), "missing", None),
        (quote(2, Some((0, 20)), "The ferry carried 21", None, None), "missing", None),
        (quote(4, None, "A \u{fb01}nal word.", None, None), "repaired", Some((4, 0))),
        (quote(4, None, "A Final word.", None, None), "missing", None),
        (quote(4, None, "", None, None), "missing", None),
        (quote(4, Some((0, 400)), "A final word", None, None), "moved", Some((4, 0))),
    ] {
        let found = finder.resolve(&anchor);
        let at = found.place.map(|(no, span)| (no.get(), span.start().bytes()));
        assert_eq!((found.state.name(), at), (state, place), "{anchor:?}");
    }
}
