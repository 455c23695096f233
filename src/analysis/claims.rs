//! Sentences that can stand alone as claims: trimmed, their pronouns resolved, credited, dated. Refuses every sentence that
//! it cannot make self-contained for certain: there are always others.

use crate::analysis::attribution::{Attribution, attribution};
use crate::analysis::choose::Candidate;
use crate::analysis::evidence::Place;
use crate::analysis::fit::{Standing, introduces_quotation, is_unfit, names_soon, standing};
use crate::analysis::kind::kind_of;
use crate::analysis::people::{People, Pronoun};
use crate::analysis::rank::quoted_share;
use crate::analysis::reading::{Reading, Sentence};
use crate::analysis::trim::kept;
use crate::analysis::when::when;
use crate::article::Edtf;
use crate::brief::ClaimKind;
use crate::text::{Span, segment};

/// The least and the most words of a claim.
const WORDS: (usize, usize) = (6, 55);

/// A claim that is not yet anchored.
#[derive(Clone, Debug)]
pub struct Drafted {
    /// The sentence.
    pub text: String,
    /// What kind of assertion it is.
    pub kind: ClaimKind,
    /// Whom the article credits.
    pub said_by: Option<String>,
    /// The date or interval of what is claimed.
    pub when: Option<Edtf>,
    /// The passages that carry it: its own first, then the one that names whom its pronoun stood for.
    pub evidence: Vec<Place>,
    /// As the choice sees it.
    pub candidate: Candidate,
}

/// Everything in an article that could be a claim, in its order. `published` is the day against which dates are resolved.
pub fn drafted(reading: &Reading<'_>, published: Option<Edtf>) -> Vec<Drafted> {
    let people = People::of(reading);
    let making = |(at, sentence)| Making { reading, people: &people, at, sentence };
    reading.sentences.iter().enumerate().filter_map(|numbered| making(numbered).claim(published)).collect()
}

/// One sentence on its way to a claim.
struct Making<'m, 'a> {
    reading: &'m Reading<'a>,
    people: &'m People,
    at: usize,
    sentence: &'m Sentence<'a>,
}

/// A pronoun, and what is written in its place.
struct Resolved {
    /// The pronoun, in the sentence.
    pronoun: Span,
    /// The name, with a possessive ending where the pronoun has one.
    name: String,
    /// The sentence that names them.
    sentence: usize,
}

impl Making<'_, '_> {
    fn claim(&self, published: Option<Edtf>) -> Option<Drafted> {
        let text = self.sentence.text;
        if is_unfit(text) {
            return None;
        }
        let credited = attribution(text);
        let kept = kept(text, credited)?;
        let body = kept.slice(text)?;
        let resolved = self.resolved(kept, credited)?;
        let said_by = credited.map(|c| self.speaker(c)).unwrap_or(Some(None))?;
        let marked: Vec<Span> = resolved.iter().filter_map(|r| r.pronoun.from(kept.start())).collect();
        let Standing::Alone(fitness) = standing(body, self.reading.language.tag(), &marked, said_by.is_some()) else {
            return None;
        };
        let claim = written(text, kept, &resolved);
        let length = segment::word_count(&claim);
        if !(WORDS.0..=WORDS.1).contains(&length)
            || (said_by.is_none() && quoted_share(body) > 0.5 && !introduces_quotation(body))
        {
            return None;
        }
        let candidate =
            Candidate { sentence: self.at, terms: self.terms(kept), length, fitness: fitness * shape(body, length) };
        let (kind, when) = (kind_of(&claim), when(body, self.reading.language.tag(), published));
        Some(Drafted { text: claim, kind, said_by, when, evidence: self.evidence(kept, &resolved), candidate })
    }

    /// The pronouns of the kept part that must get a name; `None` when one of them cannot.
    fn resolved(&self, kept: Span, credited: Option<Attribution>) -> Option<Vec<Resolved>> {
        let speaker = credited.map(|c| c.speaker).filter(|speaker| kept.covers(*speaker));
        let body = kept.slice(self.sentence.text)?;
        // 'In her letter, Maddock said': a pronoun that a name soon follows is that name's.
        let english = self.reading.language.tag().is_none_or(|tag| tag == "en");
        let unnamed = |span: Span, word: &str| {
            english && Pronoun::of(word).is_some() && !People::named_before(body, span) && !names_soon(body, span)
        };
        let first = segment::words(body).find(|(span, word)| unnamed(*span, word));
        let head = first.map(|(span, _)| span.within(kept.start()));
        let mut resolved: Vec<Resolved> = Vec::new();
        for pronoun in head.into_iter().chain(speaker) {
            let word = pronoun.slice(self.sentence.text)?;
            // 'He's' would lose its verb.
            let Some(which) = Pronoun::of(word).filter(|_| !word.contains(['\'', '’'])) else { continue };
            if resolved.iter().any(|r| r.pronoun == pronoun) {
                continue;
            }
            let Some(antecedent) = self.people.antecedent(self.reading, self.at, which) else { continue };
            let name = if self.is_possessive(pronoun) { possessive_of(&antecedent.name) } else { antecedent.name };
            resolved.push(Resolved { pronoun, name, sentence: antecedent.sentence });
        }
        Some(resolved)
    }

    /// Who is credited. `Some(None)` when it is nobody that needs to be named; `None` when a pronoun hides who it is.
    fn speaker(&self, credited: Attribution) -> Option<Option<String>> {
        let written = credited.speaker.slice(self.sentence.text)?.trim();
        if let Some(pronoun) = Pronoun::of(written) {
            let antecedent = self.people.antecedent(self.reading, self.at, pronoun)?;
            return Some(Some(self.people.in_full(&antecedent.name)));
        }
        let pronoun = matches!(
            written.to_lowercase().as_str(),
            "they" | "it" | "i" | "we" | "you" | "her" | "him" | "them" | "this" | "that" | "one" | "others"
        );
        (!pronoun).then(|| Some(self.people.in_full(written)))
    }

    /// Whether a pronoun is a possessive one: 'his', and 'her' where the word behind it can be what is hers.
    fn is_possessive(&self, pronoun: Span) -> bool {
        let text = self.sentence.text;
        let word = pronoun.slice(text).unwrap_or("").to_lowercase();
        let rest = text.get(pronoun.end().bytes()..).unwrap_or("");
        let next = segment::words(rest).next().filter(|(span, _)| span.start().bytes() == 1);
        let owned = next.is_some_and(|(_, next)| {
            let adverb = next.ends_with("ly") && next.len() > 5;
            !adverb && (matches!(next, "own" | "other") || !self.reading.language.is_function_word(next))
        });
        word == "his" || word == "her" && owned
    }

    fn evidence(&self, kept: Span, resolved: &[Resolved]) -> Vec<Place> {
        let mut places =
            vec![Place { paragraph: self.sentence.paragraph, span: kept.within(self.sentence.span.start()) }];
        for named in resolved.iter().filter_map(|r| self.reading.sentences.get(r.sentence)) {
            let place = Place { paragraph: named.paragraph, span: named.span };
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// The terms of the kept part, each once.
    fn terms(&self, kept: Span) -> Vec<usize> {
        let spans = segment::words(self.sentence.text).map(|(span, _)| span);
        let inside = spans.zip(&self.sentence.words).filter(|(span, _)| kept.covers(*span));
        let mut terms: Vec<usize> = inside.map(|(_, word)| word.term).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }
}

fn possessive_of(name: &str) -> String {
    if name.ends_with('s') { format!("{name}'") } else { format!("{name}'s") }
}

/// The claim's text: what is kept, with names for pronouns, a capital at its head and a full stop at its end.
fn written(text: &str, kept: Span, resolved: &[Resolved]) -> String {
    let mut out = String::new();
    let mut at = kept.start();
    let mut ordered: Vec<&Resolved> = resolved.iter().collect();
    ordered.sort_by_key(|r| r.pronoun);
    for one in ordered {
        out.push_str(Span::new(at, one.pronoun.start()).slice(text).unwrap_or(""));
        out.push_str(&one.name);
        at = one.pronoun.end();
    }
    out.push_str(Span::new(at, kept.end()).slice(text).unwrap_or(""));
    capitalised(&ended(out.trim()))
}

fn ended(text: &str) -> String {
    let bare = text.trim_end_matches([',', ';', ':', ' ', '—', '–', '-']);
    let closed = bare.trim_end_matches(['"', '”', '’', '\'', ')', '»']).ends_with(['.', '!', '?', '…', '。', '।', ',']);
    if closed { bare.to_owned() } else { format!("{bare}.") }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        // 'al-Hale' keeps its small letter.
        Some(_) if text.starts_with("al-") || text.starts_with("el-") => text.to_owned(),
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// How well a claim of that length and make reads, about 1.
fn shape(body: &str, length: usize) -> f32 {
    let long = if length > 45 {
        0.8
    } else if length > 30 {
        0.93
    } else {
        1.0
    };
    let short = if length < 9 { 0.9 } else { 1.0 };
    let quoted = 1.0 - 0.15 * quoted_share(body);
    long * short * quoted
}

#[cfg(test)]
mod tests {
    use super::drafted;
    use crate::analysis::reading::Reading;
    use crate::article::Article;
    use crate::text::stem::Language;

    /// The last claim that can be made of a text; empty when its last sentence can be none.
    fn last(text: &str, tag: &str) -> String {
        let article = Article::parse(text);
        let reading = Reading::of(&article, Language::of_tag(tag), &[]);
        let end = reading.sentences.len() - 1;
        drafted(&reading, None).into_iter().find(|c| c.candidate.sentence == end).map(|c| c.text).unwrap_or_default()
    }

    #[test]
    fn a_pronoun_gets_a_name_only_where_nobody_else_can_be_meant() {
        const TWO: &str =
            "Mr. Tom Hale keeps the light on Brannock Point. Hale met Mrs. Ines Maddock in Kerrick on Friday.";
        for (before, sentence, claim) in [
            (TWO, "She has sailed the ferry for thirty years.", "Ines Maddock has sailed the ferry for thirty years."),
            (TWO, "He has kept it for thirty years in all.", "Hale has kept it for thirty years in all."),
            (TWO, "He's kept the light for thirty years in all.", ""),
            (TWO, "They have known each other for thirty years.", ""),
            (
                TWO,
                "In his first report to the port, Hale blamed the fog.",
                "In his first report to the port, Hale blamed the fog.",
            ),
            (TWO, "The light, he said, was out on that night.", "The light, Hale said, was out on that night."),
            (TWO, "Some of them had been seen in the harbour.", ""),
            (TWO, "In its first report, the port blamed the fog.", "In its first report, the port blamed the fog."),
            (TWO, "We could not see the light in the fog.", ""),
            ("Nobody came.", "The light, he said, was out on that night.", ""),
            ("Tom Hale said that Mr. Brown was ill.", "He had been ill for thirty years in all.", ""),
        ] {
            assert_eq!(last(&format!("{before} {sentence}"), "en"), claim, "{sentence}");
        }
    }

    #[test]
    fn german_and_french_sentences_that_lean_on_another_are_left_out() {
        for (tag, sentence, stands) in [
            ("de", "Die Fähre ist am Freitag im Nebel auf Grund gelaufen.", true),
            ("de", "Sie ist am Freitag im Nebel auf Grund gelaufen.", false),
            ("de", "Wir haben das Licht im Nebel nicht gesehen.", false),
            ("fr", "Le ferry s’est échoué vendredi dans le brouillard.", true),
            ("fr", "Il s’est échoué vendredi dans le brouillard.", false),
        ] {
            assert_eq!(!last(sentence, tag).is_empty(), stands, "{sentence}");
        }
    }
}
