//! What ought to be better in a brief: findings of good practice, besides those of format that reading gave. It judges
//! the brief by itself, and by its article where that is at hand; it changes nothing and guesses nothing.

use std::collections::BTreeMap;

use super::finding::{Finding, Level, quoted};
use super::fold::fold;
use super::keys;
use super::place::{FieldPath, Places};
use super::yaml::Loaded;
use super::{Anchor, Brief, Claim, Passage};
use crate::article::Article;
use crate::text::counted;
use crate::text::safe::stand_in;

/// The most claims a brief may have.
pub const MOST_CLAIMS: usize = 30;

/// Fewer claims than this say little of an article.
const FEW_CLAIMS: usize = 5;

/// A claim of more words than this is more than one.
const LONG_CLAIM: usize = 45;

/// Everything that is to be said of a brief file, in the order of its lines.
pub fn check(loaded: &Loaded, article: Option<&Article>) -> Vec<Finding> {
    let mut check = Check { places: &loaded.places, article, findings: loaded.findings.clone() };
    check.heads(&loaded.brief);
    check.source(&loaded.brief);
    check.claims(&loaded.brief);
    check.findings.extend(keys::misspelt(&loaded.places));
    let mut findings = check.findings;
    findings.sort_by_key(|f| (f.line, f.column, f.level));
    findings
}

struct Check<'a> {
    places: &'a Places,
    article: Option<&'a Article>,
    findings: Vec<Finding>,
}

impl Check<'_> {
    fn say(&mut self, level: Level, code: &'static str, at: &FieldPath, what: impl Into<String>, mend: &str) {
        self.findings.push(Finding::new(level, code, self.places.nearest(at), what.into(), mend));
    }

    fn heads(&mut self, brief: &Brief) {
        let none = |text: &Option<String>| text.as_ref().is_none_or(|t| t.trim().is_empty());
        if none(&brief.title) && none(&brief.label) {
            let mend = "give the article's title, or a label of your own";
            self.say(Level::Warning, "no-heading", &FieldPath::top("title"), "neither title nor label is set", mend);
        }
        let at = FieldPath::top("summary");
        if brief.summary.trim().is_empty() {
            self.say(
                Level::Warning,
                "empty-summary",
                &at,
                "the summary is empty",
                "say in two to five sentences what the article says",
            );
        }
        self.characters(&at, &brief.summary);
        self.characters(&FieldPath::top("title"), brief.title.as_deref().unwrap_or_default());
        self.characters(&FieldPath::top("label"), brief.label.as_deref().unwrap_or_default());
        for (i, anchor) in brief.summary_evidence.iter().enumerate() {
            self.anchor(anchor, &FieldPath::top("summary_evidence").item(i));
        }
    }

    fn source(&mut self, brief: &Brief) {
        let at = FieldPath::top("source");
        let source = &brief.source;
        let web = |url: &str| {
            let scheme = url.split_once("://").map(|(scheme, rest)| (scheme.to_ascii_lowercase(), rest));
            scheme.is_some_and(|(s, rest)| (s == "http" || s == "https") && !rest.is_empty())
                && !url.contains(char::is_whitespace)
        };
        if let Some(url) = source.url.as_deref().filter(|url| !web(url)) {
            let mend = "write it with http:// or https://, or null";
            self.say(Level::Warning, "url", &at.clone().key("url"), format!("{} is no web address", quoted(url)), mend);
        }
        let tag =
            |t: &str| t.split('-').all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        if let Some(language) = source.language.as_deref().filter(|l| !tag(l)) {
            let what = format!("{} is no language tag", quoted(language));
            self.say(
                Level::Warning,
                "language",
                &at.clone().key("language"),
                what,
                "write a BCP 47 tag such as en or pt-BR",
            );
        }
        for (i, _) in source.authors.iter().enumerate().filter(|(_, a)| a.trim().is_empty()) {
            let at = at.clone().key("authors").item(i);
            self.say(Level::Warning, "empty-author", &at, "an author has no name", "take the item out");
        }
        if let (Some(article), Some(stored)) = (self.article, &source.article) {
            let at = at.key("article");
            if !stored.sha256.is_empty() && stored.sha256 != article.sha256() {
                let mend = "run 'epitome verify' to see which passages are still there";
                self.say(
                    Level::Warning,
                    "other-article",
                    &at,
                    "the article file is not the one this brief was made from",
                    mend,
                );
            }
        }
    }

    fn claims(&mut self, brief: &Brief) {
        let at = FieldPath::top("claims");
        let n = brief.claims.len();
        match n {
            0 => self.say(
                Level::Warning,
                "no-claims",
                &at,
                "there are no claims",
                "say what the article asserts, a sentence each",
            ),
            1..FEW_CLAIMS => {
                let what = format!("only {n} of the article's claims are here");
                self.say(Level::Hint, "few-claims", &at, what, "a brief written by hand has 8 to 12");
            }
            _ if n > MOST_CLAIMS => {
                self.say(Level::Error, "many-claims", &at, format!("{n} claims"), "keep the 30 that matter most");
            }
            _ => {}
        }
        let (mut ids, mut said) = (BTreeMap::new(), BTreeMap::new());
        for (i, claim) in brief.claims.iter().enumerate() {
            let at = at.clone().item(i);
            if let Some(first) = ids.insert(claim.id.0.as_str(), i).filter(|_| !claim.id.0.is_empty()) {
                let what = format!("the id {} is that of claim {} too", quoted(&claim.id.0), first + 1);
                self.say(Level::Error, "duplicate-id", &at.clone().key("id"), what, "give it one that no claim had");
            }
            if claim.id.0.is_empty() || claim.id.0.contains(|c: char| c == '#' || c.is_whitespace()) {
                let what = format!("the claim cannot be named in a command by its id {}", quoted(&claim.id.0));
                let mend = "give it one of letters and digits, such as c1";
                self.say(Level::Warning, "claim-id", &at.clone().key("id"), what, mend);
            }
            let same = fold(&claim.text).to_lowercase().trim_end_matches('.').to_owned();
            if let Some(first) = said.insert(same, i).filter(|_| !claim.text.is_empty()) {
                let what = format!("claim {} says the same", first + 1);
                self.say(Level::Warning, "duplicate-claim", &at.clone().key("claim"), what, "keep one of the two");
            }
            self.claim(claim, &at);
        }
        for name in brief.made.fields.keys() {
            let field = ["title", "label", "summary", "summary_evidence", "source", "topics"]
                .contains(&name.split('.').next().unwrap_or_default());
            // A claim that was taken out leaves its id, so that no other claim gets it.
            let had = name.strip_prefix('c').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
            if !field && !had && !ids.contains_key(name.as_str()) {
                let at = FieldPath::top("made").key("fields").key(name);
                self.say(
                    Level::Hint,
                    "unknown-field",
                    &at,
                    format!("{} is no field and no claim", quoted(name)),
                    "take it out",
                );
            }
        }
    }

    fn claim(&mut self, claim: &Claim, at: &FieldPath) {
        let text_at = at.clone().key("claim");
        self.characters(&text_at, &claim.text);
        if let Some(word) = leading_pronoun(&claim.text) {
            let mend = "name who or what is meant: a claim stands alone";
            self.say(Level::Warning, "pronoun", &text_at, format!("the claim begins with '{word}'"), mend);
        }
        if has_several_sentences(&claim.text) {
            let mend = "make each a claim of its own";
            self.say(Level::Hint, "several-sentences", &text_at, "the claim has several sentences", mend);
        }
        let words = claim.text.split_whitespace().count();
        if words > LONG_CLAIM {
            self.say(
                Level::Hint,
                "long-claim",
                &text_at,
                format!("the claim has {words} words"),
                "say one thing, shorter",
            );
        }
        if claim.evidence.is_empty() && !claim.unsupported {
            let mend = "quote the passage that supports it, or set 'unsupported: true'";
            self.say(Level::Warning, "no-evidence", at, "the claim has no evidence", mend);
        }
        let evidence = at.clone().key("evidence");
        for (i, anchor) in claim.evidence.iter().enumerate() {
            self.anchor(anchor, &evidence.clone().item(i));
        }
    }

    fn anchor(&mut self, anchor: &Anchor, at: &FieldPath) {
        let span_at = at.clone().key("span");
        if let (Some(span), Passage::Quote { text, .. }) = (anchor.span, &anchor.passage)
            && span.len() != text.len()
        {
            let what = format!("the span has {}, the quote {}", counted(span.len(), "byte"), text.len());
            self.say(Level::Hint, "span-length", &span_at, what, "'epitome verify' finds the passage nevertheless");
        }
        let (Some(article), Some(no)) = (self.article, anchor.paragraph) else { return };
        let Some(paragraph) = article.paragraph(no) else {
            let what = format!("the article has no paragraph {}", no.get());
            return self.say(
                Level::Warning,
                "no-paragraph",
                &at.clone().key("paragraph"),
                what,
                "run 'epitome verify'",
            );
        };
        if anchor.span.is_some_and(|span| span.slice(&paragraph.text).is_none()) {
            let what = format!("the span reaches past paragraph {} or cuts a character", no.get());
            self.say(Level::Warning, "span-past-paragraph", &span_at, what, "run 'epitome verify'");
        }
    }

    fn characters(&mut self, at: &FieldPath, text: &str) {
        if let Some(c) = text.chars().find(|c| stand_in(*c).is_some()) {
            let what = format!("the character U+{:04X} is not for reading", u32::from(c));
            self.say(Level::Warning, "unsafe-character", at, what, "take it out");
        }
    }
}

/// The pronoun a claim begins with, whose meaning stands elsewhere.
fn leading_pronoun(claim: &str) -> Option<&str> {
    const PRONOUNS: [&str; 20] = [
        "he", "she", "it", "they", "this", "that", "these", "those", "we", "i", "you", "his", "her", "its", "their",
        "our", "my", "him", "them", "such",
    ];
    let word = claim.split(|c: char| !c.is_alphanumeric()).find(|w| !w.is_empty())?;
    PRONOUNS.contains(&word.to_lowercase().as_str()).then_some(word)
}

/// Whether a sentence ends within the text: behind a word of three letters or more, before a capital.
fn has_several_sentences(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let [word, next] = pair else { return false };
        let ends = word.ends_with(['.', '!', '?']) || word.ends_with(".”") || word.ends_with(".\"");
        let letters = word.chars().filter(|c| c.is_alphanumeric()).count();
        let abbreviated =
            word.trim_end_matches('.').contains('.') || word.starts_with(char::is_uppercase) && letters <= 4;
        ends && letters >= 3 && !abbreviated && next.starts_with(char::is_uppercase)
    })
}

#[cfg(test)]
mod tests {
    use super::{has_several_sentences, leading_pronoun};

    #[test]
    fn a_claim_is_one_sentence_that_names_its_subject() {
        assert_eq!(leading_pronoun("They left."), Some("They"));
        assert_eq!(leading_pronoun("“It sank.”"), Some("It"));
        assert_eq!(leading_pronoun("Italy won."), None);
        for (text, several) in [
            ("The ferry sank. Nobody died.", true),
            ("Mr. Maddock spoke.", false),
            ("The U.S. Senate voted.", false),
            ("Gen. Smith and J. Doe left.", false),
            ("The fee rose to 2.5 per cent.", false),
        ] {
            assert_eq!(has_several_sentences(text), several, "{text}");
        }
    }
}
