//! stub
use crate::analysis::choose::Candidate;
use crate::analysis::evidence::Place;
use crate::analysis::rank::{is_boilerplate, is_question, looks_back, quoted_share};
use crate::analysis::reading::Reading;
use crate::article::Edtf;
use crate::brief::ClaimKind;

/// A claim that is not yet anchored.
pub struct Drafted {
    pub text: String,
    pub kind: ClaimKind,
    pub said_by: Option<String>,
    pub when: Option<Edtf>,
    pub evidence: Vec<Place>,
    pub candidate: Candidate,
}

pub fn drafted(reading: &Reading<'_>, published: Option<Edtf>) -> Vec<Drafted> {
    let mut out = Vec::new();
    for (at, s) in reading.sentences.iter().enumerate() {
        if s.length < 6
            || s.length > 45
            || is_boilerplate(s.text)
            || is_question(s.text)
            || looks_back(s.text)
            || quoted_share(s.text) > 0.9
        {
            continue;
        }
        let mut terms: Vec<usize> = s.words.iter().map(|w| w.term).collect();
        terms.sort_unstable();
        terms.dedup();
        out.push(Drafted {
            text: s.text.to_owned(),
            kind: ClaimKind::Fact,
            said_by: None,
            when: crate::analysis::when::when(s.text, published),
            evidence: vec![Place { paragraph: s.paragraph, span: s.span }],
            candidate: Candidate { sentence: at, terms, length: s.length, fitness: 1.0 },
        });
    }
    out
}
