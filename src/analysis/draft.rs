//! An article to a draft brief: a summary of its own sentences, claims and their evidence. The writer that is built in:
//! offline, the same input the same brief. Refuses to know what the source does not say, and to keep a claim that the
//! gate does not let pass.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::again;
use crate::analysis::choose::{self, Candidate};
use crate::analysis::claims::{Cast, Drafted};
use crate::analysis::evidence::Place;
use crate::analysis::gate::Gate;
use crate::analysis::rank::{self, Ranking};
use crate::analysis::reading::{Reading, language_of};
use crate::analysis::summary::{self, Summary};
use crate::article::{Article, Edtf};
use crate::brief::{Brief, Claim, ClaimId, Made, Source, Status};

/// The writer's name, as it stands in `made.by`.
pub const WRITER: &str = "epitome";

/// So many claims that lean on nothing are enough for a brief.
const FIRM: usize = 3;

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
    let cast = Cast::of(&reading);
    let drafted = cast.drafted();
    let Summary { text: summary, evidence: summary_evidence } = summary::summary(&reading, &ranking, &cast, &drafted);
    Draft {
        language: reading.language.tag(),
        summary,
        summary_evidence,
        claims: claims_of(&reading, &ranking, drafted),
    }
}

/// The claims, each of which passes the gate: one that does not makes room for another.
fn claims_of(reading: &Reading<'_>, ranking: &Ranking, mut drafted: Vec<Drafted>) -> Vec<Drafted> {
    // What leans on other sentences is a claim only where hardly anything else is, and only as many as make a brief at all.
    let firm = drafted.iter().filter(|claim| !claim.leans).count();
    if firm >= FIRM {
        drafted.retain(|claim| !claim.leans);
    }
    let gate = Gate::of_reading(reading);
    let mut passed: BTreeSet<String> = BTreeSet::new();
    loop {
        let candidates: Vec<Candidate> = drafted.iter().map(|claim| claim.candidate.clone()).collect();
        let chosen = choose::claims(reading, ranking, &candidates);
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
            let mut room = FIRM.saturating_sub(firm);
            let stays = |claim: &&&Drafted| {
                let stays = !claim.leans || room > 0;
                room -= usize::from(claim.leans && stays);
                stays
            };
            return claims.iter().filter(stays).map(|claim| (*claim).clone()).collect();
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
    fn the_end_of_an_article_has_a_claim_too() {
        const FIRST: &str = "The ferry Marram of Norland Lines ran aground off Kerrick on Friday with 212 passengers and a crew of \
            nine. Tom Hale, the harbour master of Kerrick, had warned Norland Lines of the sandbank in a letter of February 2031. \
            Lifeboats from Orrin and Vale brought the passengers of the Marram to the quay of Kerrick before dawn. Norland Lines \
            bought the Marram in 2014 for 30 million crowns and has sailed her to Kerrick since 2015. The coastguard of Norland \
            sent two tugs from Vale, which could not reach the Marram because of the fog off Kerrick. Ines Maddock, the captain of \
            the Marram, told the coastguard that the lamps of Kerrick could not be seen from the bridge. The sandbank off Kerrick \
            was last measured in October 2028, when the survey ship Petrel found three metres of water there. Passengers of the \
            Marram get back the price of their tickets and 50 crowns each, Norland Lines said on Saturday. The ministry of ports \
            will send three experts to Kerrick, who are to question the crew of the Marram in May. The mayor of Kerrick asked \
            Norland Lines for 4 million crowns with which the harbour of Kerrick could get a lighthouse of its own. Divers of \
            Norland Lines found no leak in the hull of the Marram when they looked at it beneath the quay of Kerrick. ";
        const FILL: &str =
            "Nobody said much about it there. It was as quiet as it had been. Who would not have been? They knew. ";
        const LAST: &str =
            "The council of Kerrick bought a red lighthouse lamp from the painter Tim Orrin for 900 crowns.";
        let article = Article::parse(&format!("{FIRST}{}{LAST}", FILL.repeat(5)));
        let claims = write(&article, &["Ferry Marram runs aground off Kerrick"], Some("en")).claims;
        let said: Vec<&str> = claims.iter().map(|claim| claim.text.as_str()).collect();
        assert!(said.contains(&LAST), "{said:?}");
    }

    #[test]
    fn german_sentences_that_lean_are_claims_only_where_there_are_not_three_others() {
        const FIRM: &str = "Die Lotsen von Kerrick haben am Freitag drei Lampen auf der Mole gezählt.";
        const LEANING: &str = "Dem Rat von Kerrick hat er am Montag das Geld für den Leuchtturm gegeben. In Norland haben sie wegen \
            des Nebels zwei Wochen lang keinen Fang gemacht. Von Kerrick aus haben sie am Montag zwei alte Lichter gesehen. Nach \
            Norland kommt er im Herbst immer mit dem ältesten Kahn.";
        let article = Article::parse(&format!("{FIRM} {LEANING}"));
        let claims = write(&article, &["Der Leuchtturm von Kerrick"], Some("de")).claims;
        assert_eq!((claims.len(), claims.iter().filter(|claim| claim.leans).count()), (3, 2));
    }

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
