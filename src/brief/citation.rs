//! A brief's source as a reader cites it, and the texts a reader copies: a claim, a passage, the reference. Only what the
//! brief and its article say: what is not known is left out, and words that are not in the article are marked as such.

use super::anchor::{Found, State};
use super::{Anchor, Brief, Claim, Passage, credit};
use crate::article::{Article, ParagraphNo};

/// Why a passage's words cannot be had.
pub const NO_WORDS: &str =
    "The brief keeps only a fingerprint of this passage; its words are in the article, which is not here.";
/// The same when the article is here.
pub const NOT_IN_ARTICLE: &str =
    "The brief keeps only a fingerprint of this passage, and it does not stand in the article.";

/// The reference: `Ines Maddock: “Ferry runs aground.” The Harbour Post, 3 May 2031. https://…`
pub fn reference(brief: &Brief) -> String {
    citation(brief, &[])
}

/// The reference with the paragraphs that are meant: `Ines Maddock: “Ferry runs aground.” The Harbour Post, 3 May 2031,
/// ¶ 4. https://…`
pub fn citation(brief: &Brief, paragraphs: &[ParagraphNo]) -> String {
    let source = &brief.source;
    let by = joined_names(&source.authors);
    let publisher = source.publisher.as_deref().map(line).filter(|name| !name.is_empty());
    // Without an author, the publisher stands where the author would.
    let (first, publisher) = if by.is_empty() { (publisher, None) } else { (Some(by), publisher) };
    let date = source.published.map_or_else(|| "n.d.".to_owned(), |date| date.long());
    let details: Vec<String> = publisher.into_iter().chain([date]).chain(numbers(paragraphs)).collect();
    let first = first.map(|name| format!("{name}: ")).unwrap_or_default();
    let url = source.url.as_deref().map(line).filter(|url| !url.is_empty());
    let url = url.map(|url| format!(" {url}")).unwrap_or_default();
    format!("{first}{} {}{url}", heading(brief), ended(&details.join(", ")))
}

/// A claim's sentence, and behind it whom the article credits with it, where it does not name them itself.
pub fn claim(claim: &Claim) -> String {
    let credit = claim.unnamed_speaker().map(|who| format!(" — {}", line(who))).unwrap_or_default();
    format!("{}{credit}", line(&claim.text))
}

/// The citation of what somebody says in the article: their name goes before it, unless they wrote it.
fn as_cited(who: Option<&str>, brief: &Brief, paragraphs: &[ParagraphNo]) -> String {
    let who = who.map(line).filter(|who| !who.is_empty() && !brief.source.authors.iter().any(|by| line(by) == *who));
    let before = who.map(|who| format!("{who}, as cited in ")).unwrap_or_default();
    format!("{before}{}", citation(brief, paragraphs))
}

/// A claim's sentence, and below it the citation with the paragraphs of its evidence: of whoever the article credits with
/// it, as cited there. `found` is what its anchors resolve to, in their order.
pub fn cited_claim(brief: &Brief, claim: &Claim, found: &[Found]) -> String {
    let resolved = claim.evidence.iter().enumerate().map(|(i, anchor)| (anchor, found.get(i)));
    let mut paragraphs: Vec<ParagraphNo> =
        resolved.filter_map(|(anchor, found)| paragraph(anchor, found.unwrap_or(&Found::UNATTACHED))).collect();
    paragraphs.sort_unstable();
    paragraphs.dedup();
    format!("{}\n— {}", line(&claim.text), as_cited(claim.said_by.as_deref(), brief, &paragraphs))
}

/// A passage's words in quotation marks, and below them the citation with its paragraph; where they do not name `said_by`,
/// whom the claim is credited to, as cited there. Words that only the brief has are marked so.
///
/// # Errors
/// Why its words cannot be had: the brief keeps only their digest, and they were not found in the article.
pub fn passage(
    brief: &Brief,
    said_by: Option<&str>,
    anchor: &Anchor,
    found: &Found,
    article: Option<&Article>,
) -> Result<String, &'static str> {
    let in_article = found.place.and_then(|(no, span)| span.slice(&article?.paragraph(no)?.text));
    let (words, remark) = match (in_article, &anchor.passage) {
        (Some(words), _) => (words, ""),
        (None, Passage::Quote { text, .. }) if found.state == State::Missing => {
            (text.as_str(), " [as the brief has it; not found in the article]")
        }
        (None, Passage::Quote { text, .. }) => (text.as_str(), " [as the brief has it]"),
        (None, Passage::Digest { .. }) if article.is_some() => return Err(NOT_IN_ARTICLE),
        (None, Passage::Digest { .. }) => return Err(NO_WORDS),
    };
    let paragraphs: Vec<ParagraphNo> = paragraph(anchor, found).into_iter().collect();
    let who = said_by.filter(|who| !credit::names(words, who));
    Ok(format!("“{}”{remark}\n— {}", words.trim(), as_cited(who, brief, &paragraphs)))
}

/// The paragraph a passage stands in: where it was found; without the article, where the brief says it stood.
fn paragraph(anchor: &Anchor, found: &Found) -> Option<ParagraphNo> {
    match (found.place, found.state) {
        (Some((no, _)), _) => Some(no),
        (None, State::Unattached) => anchor.paragraph,
        (None, _) => None,
    }
}

/// `Ann`, `Ann and Ben`, `Ann, Ben and Cem`.
fn joined_names(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| line(name)).filter(|name| !name.is_empty()).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

/// The title in quotation marks, those within it turned to single ones; else in brackets, which say that the article shows
/// no title, the label or how the brief begins.
fn heading(brief: &Brief) -> String {
    let given = |text: &Option<String>| text.as_deref().map(line).filter(|text| !text.is_empty());
    match (given(&brief.title), given(&brief.label).or_else(|| brief.beginning())) {
        (Some(title), _) => format!("“{}”", ended(&title.replace('“', "‘").replace('”', "’"))),
        (None, Some(label)) => format!("[{label}]."),
        (None, None) => "[Untitled].".to_owned(),
    }
}

/// `¶ 4`, or `¶¶ 4, 7`.
fn numbers(paragraphs: &[ParagraphNo]) -> Option<String> {
    let numbers = paragraphs.iter().map(|no| no.get().to_string()).collect::<Vec<_>>().join(", ");
    match paragraphs.len() {
        0 => None,
        1 => Some(format!("¶ {numbers}")),
        _ => Some(format!("¶¶ {numbers}")),
    }
}

/// With a full stop, unless it ends with a mark of its own.
fn ended(text: &str) -> String {
    let letters = text.trim_end_matches(['’', '\'', ')', ']', '"', '»']);
    let stop = if letters.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।']) { "" } else { "." };
    format!("{text}{stop}")
}

/// On one line, its white space folded.
fn line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{NO_WORDS, NOT_IN_ARTICLE, cited_claim, passage, reference};
    use crate::article::{Article, ParagraphNo};
    use crate::brief::anchor::Finder;
    use crate::brief::{Anchor, Brief, Claim, Source};
    use crate::text::Span;

    fn brief(title: &str, authors: &[&str], publisher: &str, published: &str, url: &str) -> Brief {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let source = Source {
            publisher: some(publisher),
            authors: authors.iter().map(|name| (*name).to_owned()).collect(),
            published: published.parse().ok(),
            url: some(url),
            ..Source::default()
        };
        Brief { title: some(title), label: some("Ferry accident"), source, ..Brief::default() }
    }

    #[test]
    fn a_source_is_cited_with_what_is_known_of_it() {
        let (ferry, post, url) = ("Ferry runs aground", "The Harbour Post", "https://example.org/ferry");
        for (brief, want) in [
            (
                brief(ferry, &["Ines Maddock"], post, "2031-05-03", url),
                "Ines Maddock: “Ferry runs aground.” The Harbour Post, 3 May 2031. https://example.org/ferry",
            ),
            (
                brief(ferry, &["Ann A", "Ben B"], post, "2031", ""),
                "Ann A and Ben B: “Ferry runs aground.” The Harbour Post, 2031.",
            ),
            (
                brief(ferry, &["A", "B", "C"], post, "2031-05", ""),
                "A, B and C: “Ferry runs aground.” The Harbour Post, May 2031.",
            ),
            (brief(ferry, &[], post, "2031", ""), "The Harbour Post: “Ferry runs aground.” 2031."),
            (brief(ferry, &["A"], "", "", ""), "A: “Ferry runs aground.” n.d."),
            (brief(ferry, &[], "", "", ""), "“Ferry runs aground.” n.d."),
            (brief("", &["A"], post, "2031", ""), "A: [Ferry accident]. The Harbour Post, 2031."),
            (Brief { summary: "The ferry sank. All live.".into(), ..Brief::default() }, "[The ferry sank]. n.d."),
            (Brief::default(), "[Untitled]. n.d."),
            (brief("Aground?", &["A"], post, "2031", ""), "A: “Aground?” The Harbour Post, 2031."),
            (brief("A “hard” day", &["A"], post, "2031", ""), "A: “A ‘hard’ day.” The Harbour Post, 2031."),
            (brief("He asked “Why?”", &["A"], post, "2031", ""), "A: “He asked ‘Why?’” The Harbour Post, 2031."),
            (brief("A\n title", &[" A\tB "], "P\nQ", "2031", ""), "A B: “A title.” P Q, 2031."),
            (
                brief(ferry, &["A"], post, "2031-05-03/2031-05-04", ""),
                "A: “Ferry runs aground.” The Harbour Post, 3 May 2031 – 4 May 2031.",
            ),
        ] {
            assert_eq!(reference(&brief), want);
        }
    }

    #[test]
    fn a_claim_is_cited_with_the_paragraphs_of_its_evidence() {
        let article = Article::parse("The ferry.\n\nIt sails at nine.\n\nIt returns at ten.\n");
        let quote =
            |no: u32, from, to| Anchor::quote(&article, ParagraphNo::new(no).unwrap(), Span::new(from, to)).unwrap();
        let evidence = vec![quote(3, 0, 10), quote(2, 0, 8), quote(2, 9, 16)];
        let claim = Claim { text: "The ferry sails\n at nine.".to_owned(), evidence, ..Claim::default() };
        let brief = brief("T", &["A"], "P", "2031", "");
        let finder = Finder::new(&article);
        let found: Vec<_> = claim.evidence.iter().map(|anchor| finder.resolve(anchor)).collect();
        let want = "The ferry sails at nine.\n— A: “T.” P, 2031, ¶¶ 2, 3.";
        assert_eq!(cited_claim(&brief, &claim, &found), want);
        assert_eq!(cited_claim(&brief, &claim, &[]), want, "without the article the brief's own numbers count");
        let other = Finder::new(&Article::parse("Nothing of it.\n"));
        let missing: Vec<_> = claim.evidence.iter().map(|anchor| other.resolve(anchor)).collect();
        assert_eq!(cited_claim(&brief, &claim, &missing), "The ferry sails at nine.\n— A: “T.” P, 2031.");
    }

    #[test]
    fn what_somebody_says_is_never_cited_as_what_the_article_does() {
        let article = Article::parse("The ferry.\n\nNo fuel leaked, the harbour master said.\n");
        let anchor = |to| Anchor::quote(&article, ParagraphNo::new(2).unwrap(), Span::new(0, to)).unwrap();
        let says = |text: &str, who: Option<&str>| Claim {
            text: text.to_owned(),
            said_by: who.map(str::to_owned),
            evidence: vec![anchor(14)],
            ..Claim::default()
        };
        let brief = brief("T", &["Ann A"], "P", "2031", "");
        let cited = "Ann A: “T.” P, 2031, ¶ 2.";
        for (text, who, alone, before) in [
            ("No fuel leaked.", None, "No fuel leaked.", ""),
            ("No fuel leaked.", Some("Tomas Reeve"), "No fuel leaked. — Tomas Reeve", "Tomas Reeve, as cited in "),
            (
                "No fuel leaked, said Reeve.",
                Some("Tomas Reeve"),
                "No fuel leaked, said Reeve.",
                "Tomas Reeve, as cited in ",
            ),
            ("No fuel leaked.", Some("Ann A"), "No fuel leaked. — Ann A", ""),
        ] {
            let says = says(text, who);
            assert_eq!(super::claim(&says), alone);
            assert_eq!(cited_claim(&brief, &says, &[]), format!("{text}\n— {before}{cited}"));
        }
        let found = |anchor: &Anchor| Finder::new(&article).resolve(anchor);
        for (to, want) in [
            (14, "“No fuel leaked”\n— the harbour master, as cited in "),
            (39, "“No fuel leaked, the harbour master said”\n— "),
        ] {
            let anchor = anchor(to);
            let got = passage(&brief, Some("the harbour master"), &anchor, &found(&anchor), Some(&article));
            assert_eq!(got, Ok(format!("{want}{cited}")));
        }
    }

    #[test]
    fn a_passage_is_copied_as_the_article_has_it_and_marked_when_only_the_brief_does() {
        let article = Article::parse("The ferry.\n\nIt sails at nine.\n");
        let moved = Article::parse("Now: It sails at nine.\n");
        let other = Article::parse("Nothing of it.\n");
        let at = ParagraphNo::new(2).unwrap();
        let quote = Anchor::quote(&article, at, Span::new(0, 17)).unwrap();
        let digest = Anchor::digest(&article, at, Span::new(0, 17)).unwrap();
        let brief = brief("T", &["A"], "P", "2031", "");
        for (anchor, article, want) in [
            (&quote, Some(&article), Ok("“It sails at nine.”\n— A: “T.” P, 2031, ¶ 2.")),
            (&digest, Some(&article), Ok("“It sails at nine.”\n— A: “T.” P, 2031, ¶ 2.")),
            (&quote, Some(&moved), Ok("“It sails at nine.”\n— A: “T.” P, 2031, ¶ 1.")),
            (&quote, None, Ok("“It sails at nine.” [as the brief has it]\n— A: “T.” P, 2031, ¶ 2.")),
            (
                &quote,
                Some(&other),
                Ok("“It sails at nine.” [as the brief has it; not found in the article]\n— A: “T.” P, 2031."),
            ),
            (&digest, Some(&other), Err(NOT_IN_ARTICLE)),
            (&digest, None, Err(NO_WORDS)),
        ] {
            let found = article.map_or(super::Found::UNATTACHED, |article| Finder::new(article).resolve(anchor));
            assert_eq!(passage(&brief, None, anchor, &found, article), want.map(str::to_owned));
        }
    }
}
