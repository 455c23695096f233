//! An article to a draft brief: a summary of its own sentences, claims and their evidence. The writer that is built in:
//! offline, the same input the same brief. Refuses to know what the source does not say, and to keep a claim that the
//! gate does not let pass.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::again;
use crate::analysis::choose::{self, Candidate, May};
use crate::analysis::claims::{self, Drafted};
use crate::analysis::dateline::without_dateline;
use crate::analysis::evidence::Place;
use crate::analysis::fit;
use crate::analysis::gate::Gate;
use crate::analysis::rank::{self, Ranking};
use crate::analysis::reading::{Reading, Sentence, language_of};
use crate::analysis::tongues;
use crate::article::{Article, Edtf};
use crate::brief::{Brief, Claim, ClaimId, Made, Source, Status};
use crate::text::Span;

/// The writer's name, as it stands in `made.by`.
pub const WRITER: &str = "epitome";

/// What was made of an article, its passages still places in it.
pub struct Draft {
    /// The language it was written in, as a BCP 47 tag, where it is known.
    pub language: Option<&'static str>,
    /// The summary: the chosen sentences, in the order of the article.
    pub summary: String,
    /// Where they stand.
    pub summary_evidence: Vec<Place>,
    /// The claims, the most important first.
    pub claims: Vec<Drafted>,
}

/// Writes summary and claims of an article. `head` is what stands above its text (title, standfirst), `language` a BCP 47
/// tag; without one the language is guessed from the text.
pub fn write(article: &Article, head: &[&str], language: Option<&str>) -> Draft {
    let reading = Reading::of(article, language_of(article, language), head);
    let ranking = rank::rank(&reading);
    let drafted = claims::drafted(&reading);
    let chosen = summary_of(&reading, &ranking, &drafted);
    // 'KERRICK (Post) -- The ship sank.'
    let abroad = tongues::of(reading.language.tag()).is_some();
    let shown = |s: &Sentence<'_>| {
        let part = without_dateline(s.text, Span::whole(s.text));
        // '* The harbour has two piers.'
        let mark = part.slice(s.text).map_or(0, |text| text.len() - text.trim_start_matches(['*', '•', ' ']).len());
        if abroad { Span::new(part.start().plus(mark), part.end()) } else { part }
    };
    let said = chosen.iter().map(|s| (shown(s), s));
    let said = said.filter_map(|(part, s)| Some((part.slice(s.text)?, part.within(s.span.start()), s.paragraph)));
    let (texts, summary_evidence): (Vec<&str>, Vec<Place>) =
        said.map(|(text, span, paragraph)| (text, Place { paragraph, span })).unzip();
    let summary = texts.join(" ");
    Draft {
        language: reading.language.tag(),
        summary,
        summary_evidence,
        claims: claims_of(&reading, &ranking, drafted),
    }
}

/// The sentences of the summary: rather those that could be claims as they stand; one that opens with a pronoun or with
/// 'And' only behind the sentence before it.
fn summary_of<'r, 'a>(reading: &'r Reading<'a>, ranking: &Ranking, drafted: &[Drafted]) -> Vec<&'r Sentence<'a>> {
    let mut alone = vec![0.0f32; reading.sentences.len()];
    // What leans on others is known well enough in German.
    let german = reading.language.tag() == Some("de");
    for claim in drafted.iter().filter(|claim| claim.stands && !claim.leans) {
        if let Some(likelihood) = alone.get_mut(claim.candidate.sentence) {
            *likelihood = likelihood.max(claim.candidate.fitness.min(1.0));
        }
    }
    let tongue = tongues::of(reading.language.tag());
    let may = |(s, likelihood): (&Sentence<'_>, f32)| {
        let abroad = tongue.is_some_and(|tongue| tongue.is_unfit(s.text))
            || german && (s.text.ends_with(':') || fit::german::is_unfit(s.text) || leaves_quotation_open(s.text));
        let follows = tongue.is_some_and(|tongue| tongue.follows(s.text)) || german && likelihood == 0.0;
        // What is refused as a claim for another reason than that it leans is not for a summary either.
        let abroad = abroad || tongue.is_some() && likelihood == 0.0 && !follows;
        if abroad || rank::is_boilerplate(s.text) || rank::is_question(s.text) || is_fragment(s) {
            May::Not
        } else if follows || rank::follows(s.text) {
            May::Follow
        } else {
            May::Stand(likelihood)
        }
    };
    let mut may: Vec<May> = reading.sentences.iter().zip(alone).map(may).collect();
    let all = may.clone();
    if tongue.is_some() {
        without_leaders(&mut may);
    }
    let mut chosen = choose::summary(reading, ranking, &may);
    if (german || tongue.is_some()) && chosen.is_empty() {
        let fit = |s: &Sentence<'_>| tongue.is_some_and(|tongue| !tongue.is_unfit(s.text)) && !is_fragment(s);
        let relaxed = all.iter().zip(&reading.sentences).map(|(may, s)| match may {
            May::Follow => May::Stand(0.0),
            May::Not if fit(s) && !rank::is_boilerplate(s.text) && !rank::is_question(s.text) => May::Stand(0.0),
            other => *other,
        });
        chosen = choose::summary(reading, ranking, &relaxed.collect::<Vec<_>>());
    }
    chosen.into_iter().filter_map(|at| reading.sentences.get(at)).collect()
}

/// Refuses the sentences that may only follow one that may not stand.
fn without_leaders(may: &mut [May]) {
    let mut leads = false;
    for one in may {
        if *one == May::Follow && !leads {
            *one = May::Not;
        }
        leads = *one != May::Not;
    }
}

/// Whether a German sentence opens a quotation that it does not close, or the other way round.
fn leaves_quotation_open(text: &str) -> bool {
    let count = |marks: &[char]| text.matches(marks).count();
    let low = count(&['„']);
    low > 0 && low != count(&['“', '”']) || low == 0 && count(&['"']) % 2 == 1 || count(&['»']) != count(&['«'])
}

/// Whether a sentence is a line of a list or the like: very short, or its full stop stands apart.
fn is_fragment(sentence: &Sentence<'_>) -> bool {
    let ended = sentence.text.ends_with(|c: char| !c.is_alphanumeric());
    sentence.length < 3
        || !ended
        || sentence.text.ends_with(" .")
        || sentence.text.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit()) && sentence.length < 8
}

/// The claims, each of which passes the gate: one that does not makes room for another.
fn claims_of(reading: &Reading<'_>, ranking: &Ranking, mut drafted: Vec<Drafted>) -> Vec<Drafted> {
    let gate = Gate::of_reading(reading);
    let mut passed: BTreeSet<String> = BTreeSet::new();
    loop {
        let candidates: Vec<Candidate> = drafted.iter().map(|claim| claim.candidate.clone()).collect();
        let chosen = choose::claims(ranking, &candidates);
        let claims: Vec<&Drafted> = chosen.iter().filter_map(|&at| drafted.get(at)).collect();
        let mut refused: Vec<usize> = Vec::new();
        for claim in claims.iter().filter(|claim| !passed.contains(&claim.text)).collect::<Vec<_>>() {
            if gate.judge(&claim.text, claim.said_by.as_deref(), &claim.evidence).passes() {
                passed.insert(claim.text.clone());
            } else {
                refused.push(claim.candidate.sentence);
            }
        }
        if refused.is_empty() {
            return claims.into_iter().cloned().collect();
        }
        drafted.retain(|claim| !refused.contains(&claim.candidate.sentence));
    }
}

/// Makes the draft brief of an article: the text's part by [`write`], the rest as the source says. `on` is the day it is
/// made.
pub fn draft(article: &Article, title: Option<&str>, source: &Source, on: Option<Edtf>) -> Brief {
    let head: Vec<&str> = title.into_iter().chain(source.standfirst.as_deref()).collect();
    let written = write(article, &head, source.language.as_deref());
    let anchors = |places: &[Place]| places.iter().filter_map(|place| place.anchor(article)).collect::<Vec<_>>();
    let claims = written.claims.iter().enumerate().map(|(at, claim)| {
        let (kind, when) = claim.kind_and_date(written.language, source.published);
        Claim {
            id: ClaimId(format!("c{}", at + 1)),
            text: claim.text.clone(),
            kind,
            said_by: claim.said_by.clone(),
            when,
            evidence: anchors(&claim.evidence),
            unsupported: false,
        }
    });
    let mut brief = Brief {
        title: title.map(str::to_owned),
        source: source.clone(),
        summary: written.summary,
        summary_evidence: anchors(&written.summary_evidence),
        claims: claims.collect(),
        made: Made {
            by: WRITER.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            on,
            status: Status::Draft,
            fields: BTreeMap::new(),
        },
        ..Brief::default()
    };
    brief.made.fields = again::hashes(&brief);
    brief
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::article::Article;

    #[test]
    fn a_german_sentence_that_leans_stands_in_a_summary_only_behind_the_one_before() {
        const FILL: &str = "Die Lotsen von Kerrick haben am Freitag drei Lampen auf der Mole gezählt. Der Rat von Kerrick hat am \
            Montag über das Geld für den Leuchtturm gestritten. Die Reederei Norland Lines hat den Fahrplan der Fähre geändert. \
            Die Fischer von Norland haben wegen des Nebels zwei Wochen lang keinen Fang gemacht.";
        for leaning in [
            "Auch im Leuchtturm von Kerrick beginnen sie am Montag mit der Arbeit.",
            "Das sind die Namen der Lotsen am Leuchtturm von Kerrick:",
            "„Am Leuchtturm von Kerrick haben die Lotsen drei Lampen gezählt.",
        ] {
            let article = Article::parse(&format!("{leaning} {FILL}"));
            let summary = write(&article, &["Der Leuchtturm von Kerrick"], Some("de")).summary;
            assert!(!summary.contains(leaning) && !summary.is_empty(), "{summary}");
        }
    }
}
