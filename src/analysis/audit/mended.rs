//! An article whose words are whole again where a hyphen at a line's end or a soft hyphen parts them, and where a brief's
//! passages then stand. Joins no word that the brief does not have whole, and changes nothing but such hyphens.

use std::collections::HashSet;

use super::{Places, bounds};
use crate::article::Article;
use crate::brief::anchor::{Found, State};
use crate::brief::{Anchor, Brief, Passage};
use crate::text::{Offset, Span, segment};

const SOFT: char = '\u{ad}';
const HYPHENS: [char; 3] = ['-', '\u{2010}', SOFT];

/// The article and the places with its parted words joined; `None` where none is parted, or the article is too large to be judged.
pub fn mended(brief: &Brief, article: &Article, places: &Places) -> Option<(Article, Places)> {
    if bounds::is_too_large(article) || !article.paragraphs().iter().any(|p| p.text.contains(HYPHENS)) {
        return None;
    }
    let whole = Whole::of(brief, places);
    let cuts: Vec<Vec<Span>> = article.paragraphs().iter().map(|paragraph| whole.cuts(&paragraph.text)).collect();
    if cuts.iter().all(Vec::is_empty) {
        return None;
    }
    let texts = article.paragraphs().iter().zip(&cuts).map(|(paragraph, cuts)| without(&paragraph.text, cuts));
    let file = texts.collect::<Vec<_>>().join("\n\n");
    let moved = |found: &Found| {
        let place = found.place.map(|(no, span)| {
            let cuts = cuts.get(no.index()).map(Vec::as_slice).unwrap_or_default();
            (no, Span::new(moved(span.start(), cuts), moved(span.end(), cuts)))
        });
        Found { place, ..*found }
    };
    let all = |found: &Vec<Found>| found.iter().map(moved).collect();
    let claims = places.claims.iter().map(all).collect();
    Some((Article::parse(&file), Places { summary: all(&places.summary), claims }))
}

/// The words that a brief has whole.
struct Whole<'a> {
    /// Those of the quotations that were found with other hyphens or spaces.
    quoted: HashSet<&'a str>,
    /// Those of everything it says.
    said: HashSet<&'a str>,
}

impl<'a> Whole<'a> {
    fn of(brief: &'a Brief, places: &Places) -> Self {
        let mut whole = Self { quoted: HashSet::new(), said: words(&brief.summary).collect() };
        let none = Vec::new();
        let claims = brief.claims.iter().enumerate();
        let claimed = claims.map(|(at, claim)| (claim.evidence.as_slice(), places.claims.get(at).unwrap_or(&none)));
        for (anchors, found) in claimed.chain([(brief.summary_evidence.as_slice(), &places.summary)]) {
            for (anchor, _) in anchors.iter().zip(found).filter(|(_, found)| found.state == State::Repaired) {
                whole.quoted.extend(quotation(anchor).map(words).into_iter().flatten());
            }
        }
        whole.said.extend(brief.claims.iter().flat_map(|claim| words(&claim.text)));
        whole
    }

    /// What is to be cut out of a text so that its parted words are whole.
    fn cuts(&self, text: &str) -> Vec<Span> {
        let hyphens = text.match_indices(HYPHENS);
        hyphens.filter_map(|(at, hyphen)| self.cut(text, at, hyphen)).collect()
    }

    /// The hyphen at a place and the white space behind it, where it parts a word.
    fn cut(&self, text: &str, at: usize, hyphen: &str) -> Option<Span> {
        let (before, behind) = (text.get(..at)?, text.get(at + hyphen.len()..)?);
        let rest = behind.trim_start();
        let end = text.len() - rest.len();
        let first = before.rsplit(|c: char| !c.is_alphabetic()).next().filter(|part| !part.is_empty())?;
        let second = rest.split(|c: char| !c.is_alphabetic()).next().filter(|part| !part.is_empty())?;
        let spaced = rest.len() < behind.len();
        let word = [first, second].concat();
        let is_whole = hyphen.starts_with(SOFT) && !spaced
            || self.quoted.contains(word.as_str())
            || spaced && self.said.contains(word.as_str());
        is_whole.then(|| Span::new(at, end))
    }
}

fn quotation(anchor: &Anchor) -> Option<&str> {
    match &anchor.passage {
        Passage::Quote { text, .. } => Some(text),
        Passage::Digest { .. } => None,
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    segment::words(text).map(|(_, word)| word)
}

/// A text without these parts of it.
fn without(text: &str, cuts: &[Span]) -> String {
    let (mut out, mut from) = (String::with_capacity(text.len()), Offset::default());
    for cut in cuts {
        out.push_str(Span::new(from, cut.start()).slice(text).unwrap_or_default());
        from = cut.end();
    }
    out.push_str(Span::new(from, Offset::new(text.len())).slice(text).unwrap_or_default());
    out
}

/// Where a place of a text is once these parts are cut out.
fn moved(at: Offset, cuts: &[Span]) -> Offset {
    let before = cuts.iter().take_while(|cut| cut.start() < at);
    at.minus(before.map(|cut| cut.end().min(at).bytes() - cut.start().bytes()).sum())
}

#[cfg(test)]
mod tests {
    use super::mended;
    use crate::analysis::audit::{Audit, Part, Places};
    use crate::article::{Article, ParagraphNo};
    use crate::brief::anchor::Finder;
    use crate::brief::{Anchor, Brief, Claim, Passage};
    use crate::text::Span;

    /// A brief of one claim that quotes `quote` from an article of two paragraphs, the second `passage`.
    fn brief(claim: &str, quote: &str, passage: &str) -> (Brief, Article, Places) {
        let article = Article::parse(&format!("The quay is closed.\n\n{passage}\n"));
        let whole = Article::parse(quote);
        let quoted = Anchor::quote(&whole, ParagraphNo::at(0), Span::whole(quote)).unwrap();
        let anchor = Anchor { paragraph: Some(ParagraphNo::at(1)), ..quoted };
        assert!(matches!(&anchor.passage, Passage::Quote { text, .. } if text == quote));
        let claims = vec![Claim { text: claim.to_owned(), evidence: vec![anchor], ..Claim::default() }];
        let brief = Brief { claims, ..Brief::default() };
        let finder = Finder::new(&article);
        let places = Places::of(&brief, |anchor| finder.resolve(anchor));
        (brief, article, places)
    }

    #[test]
    fn a_parted_word_is_judged_whole_where_the_brief_has_it_whole() {
        let claim = "The harbour was dredged in October 2028.";
        for (claim, quote, passage, carried) in [
            (claim, claim, "The harbour was dredged in Octo-ber 2028.", true),
            (claim, claim, "The harbour was dredged in Octo- ber 2028.", true),
            (claim, claim, "The har\u{ad}bour was dredged in Octo\u{ad}ber 2028.", true),
            (claim, "The harbour was dredged in Octo- ber 2028.", "The harbour was dredged in Octo- ber 2028.", true),
            (
                claim,
                "The harbour was dredged in Octo\u{ad}ber 2028.",
                "The harbour was dredged in Octo\u{ad}ber 2028.",
                true,
            ),
            // Figures are never joined, and another month is another month.
            (claim, claim, "The harbour was dredged in Novem-ber 2028.", false),
            ("The harbour has 1215 berths.", "The harbour has 1215 berths.", "The harbour has 12-15 berths.", false),
        ] {
            let (brief, article, places) = brief(claim, quote, passage);
            let doubt = Audit::of(&brief, Some(&article), &places).doubt(Part::Claim(0)).map(|doubt| doubt.why());
            let lost = places.claims[0][0].place.is_none();
            assert_eq!(doubt.is_none() && !lost, carried, "{passage}: {doubt:?}");
        }
    }

    #[test]
    fn passages_stand_in_the_mended_article_where_they_stood() {
        let (brief, article, places) = brief(
            "The ferry sank.",
            "the ferry sank in October",
            "On Fri\u{ad}day the fer-ry sank in Octo-ber, he said.",
        );
        let (mended, moved) = mended(&brief, &article, &places).unwrap();
        let (no, span) = moved.claims[0][0].place.unwrap();
        let text = &mended.paragraph(no).unwrap().text;
        assert_eq!(text, "On Friday the ferry sank in October, he said.");
        assert_eq!(span.slice(text), Some("the ferry sank in October"));
        assert!(super::mended(&brief, &mended, &moved).is_none());
    }

    #[test]
    fn what_is_missing_is_named_once() {
        let (brief, article, places) = brief(
            "The harbour was dredged in October 2028.",
            "The harbour was dredged.",
            "The harbour was dredged. Nobody said when.",
        );
        let audit = Audit::of(&brief, Some(&article), &places);
        let why = audit.doubt(Part::Claim(0)).map(|doubt| doubt.why()).unwrap_or_default();
        assert_eq!(why.matches("October").count(), 1, "{why}");
    }
}
