//! Everything that is to be said of a brief file: findings of format and good practice, and figures that the quoted
//! passages of a claim do not carry. Refuses to read an article for what the brief does not quote.

use crate::analysis::figures::unsupported;
use crate::analysis::reckoned::is_meant;
use crate::article::Article;
use crate::brief::finding::{Finding, Level};
use crate::brief::place::FieldPath;
use crate::brief::yaml::Loaded;
use crate::brief::{self, Claim, Passage, Source};

/// Everything that is to be said of a brief file, in the order of its lines.
pub fn check(loaded: &Loaded, article: Option<&Article>) -> Vec<Finding> {
    let mut findings = brief::check::check(loaded, article);
    for (n, claim) in loaded.brief.claims.iter().enumerate() {
        let at = loaded.places.nearest(&FieldPath::top("claims").item(n).key("claim"));
        for figure in uncarried(claim, &loaded.brief.source) {
            let what = format!("'{figure}' stands in the claim, but in none of its passages");
            let mend = "mend the figure, or quote the passage that has it";
            findings.push(Finding::new(Level::Warning, "figure", at, what, mend));
        }
    }
    findings.sort_by_key(|finding| (finding.line, finding.column, finding.level));
    findings
}

/// The figures of a claim that none of its quoted passages carries; none when a passage is not here to be read.
fn uncarried(claim: &Claim, source: &Source) -> Vec<String> {
    let quote = |passage: &Passage| match passage {
        Passage::Quote { text, .. } => Some(text.clone()),
        Passage::Digest { .. } => None,
    };
    let quotes: Option<Vec<String>> = claim.evidence.iter().map(|anchor| quote(&anchor.passage)).collect();
    let Some(quotes) = quotes.filter(|quotes| !quotes.is_empty()) else { return Vec::new() };
    let passages: Vec<&str> = quotes.iter().map(String::as_str).collect();
    let language = source.language.as_deref();
    let mut uncarried = unsupported(&claim.text, &passages, language);
    uncarried.retain(|figure| !is_meant(&claim.text, figure, &passages, language, source.published));
    uncarried.into_iter().map(|figure| figure.text).collect()
}
