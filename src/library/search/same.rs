//! Hits that say the same, as one passage with all its places: a sentence that stands in the summary, in a claim and in a
//! paragraph of the article is read once. Drops no place; of a part with several passages, one is enough.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::{Hit, Part, around};
use crate::article::ParagraphNo;
use crate::brief::{Anchor, Brief};
use crate::text::Span;
use crate::text::find::folded;
use crate::text::segment::{sentences, words};

/// A passage that has what is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands, in the order in which one reads.
    pub places: Vec<Part>,
    /// The first of the words with what stands around it in its sentence.
    pub around: String,
}

/// Of the words of the shorter of two sentences that rest on one paragraph, how many in a hundred the other has where both say the
/// same: a claim has a name for a pronoun, and leaves an aside out.
const SHARED: usize = 80;
/// Sentences of fewer words say the same only when they are the same.
const FEWEST: usize = 4;

/// With so many sentences of the brief at most another is held together: more than any has that is written for a reader.
const MOST: usize = 64;

/// A sentence with some of the words.
struct Sentence {
    /// Its hits, by their index.
    hits: Vec<usize>,
    words: HashSet<String>,
    /// The paragraphs on which it rests, as far as is known.
    on: Vec<ParagraphNo>,
    around: String,
}

impl Sentence {
    fn says_the_same(&self, words: &HashSet<String>, on: &[ParagraphNo]) -> bool {
        let shorter = self.words.len().min(words.len());
        shorter >= FEWEST
            && (self.on.is_empty() || on.is_empty() || self.on.iter().any(|no| on.contains(no)))
            && self.words.intersection(words).count() * 100 >= shorter * SHARED
    }
}

/// The passages of a brief's hits, each hit with the text of its part.
pub(super) fn passages(brief: &Brief, hits: &[(Hit, Cow<'_, str>)]) -> Vec<Passage> {
    let mut all: Vec<Sentence> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    // What the brief itself says: few, and each may be told in other words by the article.
    let mut of_brief = 0;
    for (at, (hit, text)) in hits.iter().enumerate() {
        let on = rests_on(brief, &hit.part);
        let is_paragraph = matches!(hit.part, Part::Paragraph(_));
        for (sentence, spans) in with_hits(hit, text) {
            let said: Vec<String> = words(sentence).map(|(_, word)| folded(word)).collect();
            let key = said.join(" ");
            // A name or a title is told in no other words.
            let said: HashSet<String> = said.into_iter().filter(|_| is_text(&hit.part)).collect();
            let same = known
                .get(&key)
                .copied()
                .or_else(|| all.iter().take(of_brief.min(MOST)).position(|other| other.says_the_same(&said, &on)));
            match same.and_then(|same| all.get_mut(same)) {
                Some(same) if same.hits.last() == Some(&at) => {}
                Some(same) => same.hits.push(at),
                None => {
                    known.insert(key, all.len());
                    let around = around(sentence, &spans);
                    all.push(Sentence { hits: vec![at], words: said, on: on.clone(), around });
                    of_brief = if is_paragraph { of_brief } else { all.len() };
                }
            }
        }
    }
    let mut told = HashSet::new();
    let is_news = |sentence: &Sentence| sentence.hits.iter().filter(|hit| told.insert(**hit)).count() > 0;
    let places = |sentence: &Sentence| {
        let parts = sentence.hits.iter().filter_map(|hit| hits.get(*hit));
        parts.map(|(hit, _)| hit.part.clone()).collect()
    };
    let passage = |sentence: Sentence| Passage { places: places(&sentence), around: sentence.around };
    all.into_iter().filter(is_news).map(passage).collect()
}

/// The sentences of a part that have some of the words, and where in each they stand; of a short part the whole.
fn with_hits<'t>(hit: &Hit, text: &'t str) -> Vec<(&'t str, Vec<Span>)> {
    let whole = || vec![(text, hit.spans.clone())];
    if !is_text(&hit.part) {
        return whole();
    }
    let of = |sentence: Span| {
        let spans: Vec<Span> =
            hit.spans.iter().filter_map(|span| span.meet(sentence)?.from(sentence.start())).collect();
        Some((sentence.slice(text)?, spans)).filter(|(_, spans)| !spans.is_empty())
    };
    let found: Vec<_> = sentences(text).into_iter().filter_map(of).collect();
    if found.is_empty() { whole() } else { found }
}

/// Whether a part is of sentences.
const fn is_text(part: &Part) -> bool {
    matches!(part, Part::Summary | Part::Claim { .. } | Part::Paragraph(_))
}

/// The paragraphs on which a part of a brief rests, as far as the brief names them; of a paragraph, itself.
fn rests_on(brief: &Brief, part: &Part) -> Vec<ParagraphNo> {
    let named = |anchors: &[Anchor]| anchors.iter().filter_map(|anchor| anchor.paragraph).collect();
    match part {
        Part::Summary => named(&brief.summary_evidence),
        Part::Claim { number, .. } => {
            let claim = number.checked_sub(1).and_then(|at| brief.claims.get(at));
            claim.map(|claim| named(&claim.evidence)).unwrap_or_default()
        }
        Part::Paragraph(no) => vec![*no],
        _ => Vec::new(),
    }
}
