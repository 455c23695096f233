//! Sentences that can stand alone as claims: trimmed, their pronouns resolved, credited, dated. Refuses every sentence that
//! it cannot make self-contained for certain: there are always others.

use std::borrow::Cow;

use crate::analysis::attribution::{AFTERWARDS, Attribution, attribution};
use crate::analysis::choose::Candidate;
use crate::analysis::evidence::Place;
use crate::analysis::fit::{
    Standing, introduces_quotation, is_aside, is_request, is_unfit, is_verb, names_soon, standing,
};
use crate::analysis::kind::kind_of;
use crate::analysis::lexicon::SAYING;
use crate::analysis::people::{Antecedent, People, Pronoun};
use crate::analysis::quotations::{Part, Quotations};
use crate::analysis::rank::quoted_share;
use crate::analysis::reading::{Reading, Sentence};
use crate::analysis::trim::kept;
use crate::analysis::when::when;
use crate::article::Edtf;
use crate::brief::ClaimKind;
use crate::text::{Offset, Span, segment};

/// The least and the most words of a claim.
const WORDS: (usize, usize) = (5, 55);

/// Below this many words a claim must name somebody or something, or state a figure.
const SHORT: usize = 8;

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
    /// Whether its sentence says as much alone as the claim does: no name had to be put in for a pronoun.
    pub stands: bool,
    /// As the choice sees it.
    pub candidate: Candidate,
}

/// Everything in an article that could be a claim, in its order. `published` is the day against which dates are resolved.
pub fn drafted(reading: &Reading<'_>, published: Option<Edtf>) -> Vec<Drafted> {
    let quotations = Quotations::of(reading);
    let people = People::of(reading, &quotations);
    let parts = |(at, sentence): (usize, &Sentence<'_>)| {
        let credited = quotations.credited(at).is_some();
        let parts = quotations.at(at).parts(at, sentence.text, credited).into_iter();
        parts.map(move |part| (at, part))
    };
    let numbered = reading.sentences.iter().enumerate().flat_map(parts);
    let claim = |(at, part)| Making::new(reading, &people, &quotations, at, part)?.claim(published);
    numbered.filter_map(claim).collect()
}

/// One sentence, or a part of it, on its way to a claim.
struct Making<'m, 'a> {
    reading: &'m Reading<'a>,
    people: &'m People<'a>,
    quotations: &'m Quotations,
    at: usize,
    sentence: &'m Sentence<'a>,
    part: Part,
    /// The part, with the quotation marks that it lacks.
    text: Cow<'a, str>,
}

/// Who says it, and the other sentences that say so.
#[derive(Default)]
struct Speaker {
    name: Option<String>,
    sentences: Vec<usize>,
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

impl<'m, 'a> Making<'m, 'a> {
    fn new(
        reading: &'m Reading<'a>,
        people: &'m People<'a>,
        quotations: &'m Quotations,
        at: usize,
        part: Part,
    ) -> Option<Self> {
        let sentence = reading.sentences.get(at)?;
        let text = part.span.slice(sentence.text)?;
        if part.quoted.cuts_a_name(text) {
            return None;
        }
        let text = match (part.quoted.lacks_opening, part.quoted.lacks_closing) {
            (None, None) => Cow::Borrowed(text),
            (opening, closing) => opening.into_iter().chain(text.chars()).chain(closing).collect(),
        };
        Some(Self { reading, people, quotations, at, sentence, part, text })
    }

    fn claim(&self, published: Option<Edtf>) -> Option<Drafted> {
        let text: &str = &self.text;
        if is_unfit(text) {
            return None;
        }
        let whole = self.part.span.len() == self.sentence.text.len() && text.len() == self.sentence.text.len();
        let credited = if whole { self.quotations.credited(self.at) } else { attribution(text) };
        let kept = kept(text, credited)?;
        let body = kept.slice(text)?;
        let resolved = self.resolved(kept, credited)?;
        let speaker = self.speaker(credited)?;
        let marked: Vec<Span> = resolved.iter().filter_map(|r| r.pronoun.from(kept.start())).collect();
        let language = self.reading.language.tag();
        let Standing::Alone(fitness) = standing(body, language, &marked, speaker.name.is_some()) else {
            return None;
        };
        let claim = written(text, kept, &resolved);
        let length = segment::word_count(&claim);
        let nobodys = speaker.name.is_none() && quoted_share(body) > 0.5 && !introduces_quotation(body);
        if !(WORDS.0..=WORDS.1).contains(&length)
            || nobodys
            || is_request(&claim)
            || length < SHORT && !self.names(&claim)
        {
            return None;
        }
        let candidate = Candidate {
            sentence: self.at,
            terms: self.terms(kept),
            length,
            fitness: fitness * shape(body, length) * self.definiteness(body),
        };
        let (kind, when) = (kind_of(&claim), when(body, language, published));
        let others = resolved.iter().map(|r| r.sentence).chain(speaker.sentences.iter().copied());
        let others = others.filter(|&other| other != self.at);
        let evidence = self.evidence(kept, others);
        let stands = !resolved.iter().any(|r| r.pronoun.slice(text).and_then(Pronoun::of).is_some());
        Some(Drafted { text: claim, kind, said_by: speaker.name, when, evidence, stands, candidate })
    }

    /// Whether a claim names somebody or something, or states a figure, and says more than who is speaking.
    fn names(&self, claim: &str) -> bool {
        let named = |(at, (_, word)): (usize, (Span, &str))| {
            let name = if at == 0 { self.reading.is_capitalised(word) } else { word.starts_with(char::is_uppercase) };
            name || word.starts_with(|c: char| c.is_ascii_digit())
        };
        segment::words(claim).enumerate().any(named) && !only_credits(claim)
    }

    /// How well a reader can place the subject of a claim that begins with 'the', about 1: 'the request' only where the
    /// article is about one.
    fn definiteness(&self, body: &str) -> f32 {
        const ORDER: &[&str] = &[
            "second",
            "third",
            "fourth",
            "latter",
            "former",
            "same",
            "real",
            "other",
            "rest",
            "following",
            "above",
            "next",
            "exact",
            "new",
            "best",
            "idea",
            "result",
            "reason",
            "answer",
            "point",
            "problem",
            "dilemma",
        ];
        const KNOWN: &[&str] = &[
            "government",
            "president",
            "police",
            "military",
            "army",
            "court",
            "economy",
            "world",
            "country",
            "public",
            "internet",
            "state",
            "city",
            "company",
            "team",
            "film",
            "study",
            "authorities",
            "sun",
            "pope",
            "king",
            "queen",
        ];
        let words: Vec<&str> = segment::words(body).take(4).map(|(_, word)| word).collect();
        let ["The" | "the", noun, next, ..] = words.as_slice() else { return 1.0 };
        let placed = |word: &str| word.starts_with(char::is_uppercase) || self.reading.is_about(word);
        if placed(noun) {
            return 1.0;
        }
        // Where the article has no title, a reader may still know what it is about.
        let unknown = if self.reading.about.is_empty() { 0.6 } else { 0.35 };
        if ORDER.contains(noun) {
            0.35
        } else if is_verb(next) {
            if KNOWN.contains(noun) { 1.0 } else { unknown }
        } else if words.get(3).is_some_and(|verb| is_verb(verb)) && !placed(next) && !KNOWN.contains(next) {
            0.7
        } else {
            1.0
        }
    }

    /// The pronouns of the kept part that must get a name; `None` when one of them cannot.
    fn resolved(&self, kept: Span, credited: Option<Attribution>) -> Option<Vec<Resolved>> {
        let speaker = credited.map(|c| c.speaker).filter(|speaker| kept.covers(*speaker));
        let body = kept.slice(&self.text)?;
        // 'In her letter, Maddock said': a pronoun that a name soon follows is that name's.
        let english = self.reading.language.tag().is_none_or(|tag| tag == "en");
        let next = |span: Span| {
            let rest = body.get(span.end().bytes()..).unwrap_or("");
            segment::words(rest).next().map_or("", |(_, word)| word)
        };
        let unnamed = |span: Span, word: &str| {
            english
                && Pronoun::of(word).is_some()
                && (is_aside(body, span, next(span)) || !People::named_before(body, span) && !names_soon(body, span))
        };
        let first = segment::words(body).find(|(span, word)| unnamed(*span, word));
        let head = first.map(|(span, _)| span.within(kept.start()));
        let mut resolved: Vec<Resolved> = Vec::new();
        for pronoun in head.into_iter().chain(speaker) {
            let word = pronoun.slice(&self.text)?;
            // 'He's' would lose its verb.
            let Some(which) = Pronoun::of(word).filter(|_| !word.contains(['\'', '’'])) else { continue };
            if resolved.iter().any(|r| r.pronoun == pronoun) {
                continue;
            }
            let said = pronoun.from(kept.start()).is_some_and(|own| is_aside(body, own, next(own)));
            let antecedent = if said || Some(pronoun) == speaker {
                self.people.speaker(self.reading, self.at, which)
            } else {
                self.people.antecedent(self.reading, self.at, which)
            };
            let Some(antecedent) = antecedent else { continue };
            let name = if self.is_possessive(pronoun) { possessive_of(&antecedent.name) } else { antecedent.name };
            resolved.push(Resolved { pronoun, name, sentence: antecedent.sentence });
        }
        let whole = self.part.span.len() == self.sentence.text.len() && self.part.quoted.lacks_opening.is_none();
        if let Some((name, full)) = self.people.bare_subject(self.at).filter(|_| whole) {
            let surname = name.slice(&self.text).unwrap_or("");
            let free = !resolved.iter().any(|r| r.name.contains(surname)) && kept.covers(name);
            if free && !self.reading.is_about(surname) && !self.text.contains(full.name.as_str()) {
                resolved.push(Resolved { pronoun: name, name: full.name, sentence: full.sentence });
            }
        }
        Some(resolved)
    }

    /// Who is credited, by the sentence itself or by another one of its quotation; nobody, where nobody needs to be named.
    /// `None` when a pronoun hides who it is.
    fn speaker(&self, credited: Option<Attribution>) -> Option<Speaker> {
        match (credited, self.part.quoted.speaker) {
            (Some(own), _) => self.named(self.at, own.speaker.slice(&self.text)?),
            (None, Some(at)) => {
                let text = self.reading.sentences.get(at)?.text;
                let mut speaker = self.named(at, self.quotations.credited(at)?.speaker.slice(text)?)?;
                speaker.sentences.insert(0, at);
                Some(speaker)
            }
            (None, None) => Some(Speaker::default()),
        }
    }

    /// Somebody whom the sentence `at` credits, by their full name.
    fn named(&self, at: usize, written: &str) -> Option<Speaker> {
        let written = written.trim();
        if let Some(pronoun) = Pronoun::of(written) {
            let Antecedent { name, sentence } = self.people.speaker(self.reading, at, pronoun)?;
            return Some(Speaker { name: Some(self.people.in_full(&name)), sentences: vec![sentence] });
        }
        let pronoun = matches!(
            written.to_lowercase().as_str(),
            "they" | "it" | "i" | "we" | "you" | "her" | "him" | "them" | "this" | "that" | "one" | "others"
        );
        (!pronoun).then(|| Speaker { name: Some(self.people.in_full(written)), sentences: Vec::new() })
    }

    /// Whether a pronoun is a possessive one: 'his', and 'her' where the word behind it can be what is hers.
    fn is_possessive(&self, pronoun: Span) -> bool {
        let text: &str = &self.text;
        let word = pronoun.slice(text).unwrap_or("").to_lowercase();
        let rest = text.get(pronoun.end().bytes()..).unwrap_or("");
        let next = segment::words(rest).next().filter(|(span, _)| span.start().bytes() == 1);
        let owned = next.is_some_and(|(_, next)| {
            let adverb = next.ends_with("ly") && next.len() > 5;
            !adverb && (matches!(next, "own" | "other") || !self.reading.language.is_function_word(next))
        });
        word == "his" || word == "her" && owned
    }

    /// The part of the sentence that a part of the mended text is.
    fn in_sentence(&self, kept: Span) -> Span {
        let added = self.part.quoted.lacks_opening.map_or(0, char::len_utf8);
        let place = |at: Offset| at.bytes().saturating_sub(added).min(self.part.span.len());
        Span::new(place(kept.start()), place(kept.end())).within(self.part.span.start())
    }

    /// The passages that carry what is kept: its own, then those of other sentences.
    fn evidence(&self, kept: Span, others: impl Iterator<Item = usize>) -> Vec<Place> {
        let whole = self.part.span.len() == self.sentence.text.len();
        let own = if whole { self.in_sentence(kept).within(self.sentence.span.start()) } else { self.sentence.span };
        let mut places = vec![Place { paragraph: self.sentence.paragraph, span: own }];
        for other in others.filter_map(|at| self.reading.sentences.get(at)) {
            let place = Place { paragraph: other.paragraph, span: other.span };
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// The terms of the kept part, each once.
    fn terms(&self, kept: Span) -> Vec<usize> {
        let kept = self.in_sentence(kept);
        let spans = segment::words(self.sentence.text).map(|(span, _)| span);
        let inside = spans.zip(&self.sentence.words).filter(|(span, _)| kept.covers(*span));
        let mut terms: Vec<usize> = inside.map(|(_, word)| word.term).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }
}

/// 'Hale wrote in a letter.': who said it, but not what.
fn only_credits(claim: &str) -> bool {
    let words: Vec<&str> = segment::words(claim).map(|(_, word)| word).collect();
    let verb = words.iter().position(|word| SAYING.contains(word));
    verb.is_some_and(|at| at <= 3 && words.get(at + 1).is_none_or(|next| AFTERWARDS.contains(next)))
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
                "In his first report to the port, Tom Hale blamed the fog.",
            ),
            (TWO, "The light, he said, was out on that night.", "The light, Hale said, was out on that night."),
            (TWO, "Some of them had been seen in the harbour.", ""),
            (TWO, "In its first report, the port blamed the fog.", "In its first report, the port blamed the fog."),
            (TWO, "We could not see the light in the fog.", ""),
            // A last name gets the first one, where only one person has it.
            (TWO, "Maddock has sailed the ferry for years.", "Ines Maddock has sailed the ferry for years."),
            (
                "Mr. Tom Hale met Mr. Ned Hale in Kerrick.",
                "Hale has sailed the ferry for years.",
                "Hale has sailed the ferry for years.",
            ),
            ("Nobody came.", "The light, he said, was out on that night.", ""),
            ("Tom Hale said that Mr. Brown was ill.", "He had been ill for thirty years in all.", ""),
        ] {
            assert_eq!(last(&format!("{before} {sentence}"), "en"), claim, "{sentence}");
        }
    }

    #[test]
    fn a_pronoun_is_followed_through_a_story_to_the_one_it_is_about() {
        const STORY: &str = "Tom Hale keeps the light on Brannock Point. He came to Kerrick in 2019. ";
        for (before, sentence, claim) in [
            // A chain of the same pronoun.
            (STORY, "He has kept it ever since that year.", "Tom Hale has kept it ever since that year."),
            // Somebody without a name who is not the subject.
            (
                "Tom Hale thanked a doctor in Kerrick on Friday.",
                "He had fallen from the tower.",
                "Tom Hale had fallen from the tower.",
            ),
            ("A doctor thanked Tom Hale in Kerrick on Friday.", "He had fallen from the tower.", ""),
            // Names inside a quotation are not spoken of by the article.
            (
                "\"Nobody told Ned Brown or Jack Stone of it,\" Tom Hale said.",
                "He had fallen from the tower.",
                "Tom Hale had fallen from the tower.",
            ),
            // 'He said' is the last speaker.
            (
                "The light was out, Tom Hale said. The port of Kerrick was shut on Friday.",
                "\"The fog was thick that night,\" he said.",
                "\"The fog was thick that night,\" Tom Hale said.",
            ),
            ("Tom Hale met Ned Brown on Friday.", "He had fallen from the tower.", ""),
        ] {
            assert_eq!(last(&format!("{before} {sentence}"), "en"), claim, "{before} {sentence}");
        }
    }

    /// The claims that can be made of a text, each with whom it is credited to.
    fn credited(text: &str) -> Vec<(String, String)> {
        let article = Article::parse(text);
        let reading = Reading::of(&article, Language::of_tag("en"), &[]);
        drafted(&reading, None).into_iter().map(|c| (c.text, c.said_by.unwrap_or_default())).collect()
    }

    #[test]
    fn a_quotation_of_several_sentences_is_a_claim_a_sentence_by_the_one_who_is_named() {
        let claims = credited(
            "\"The light of Brannock Point was out on that night. The ferry of Kerrick had no lamp,\" Tom Hale said. \
             \"The fog lay on the bay for three days.\"",
        );
        let by_hale = |text: &str| (text.to_owned(), "Tom Hale".to_owned());
        assert_eq!(
            claims,
            [
                by_hale("\"The light of Brannock Point was out on that night.\""),
                by_hale("\"The ferry of Kerrick had no lamp,\" Tom Hale said."),
                by_hale("\"The fog lay on the bay for three days.\""),
            ]
        );
        assert_eq!(credited("The ferry sank. \"The fog lay on the bay for three days.\"").len(), 0);
    }

    #[test]
    fn what_says_nothing_alone_is_no_claim() {
        for (sentence, stands) in [
            ("It is unclear whether the ferry of Kerrick had a lamp.", true),
            ("It took two days to raise the ferry of Kerrick.", true),
            ("It was raised in Kerrick after two days at sea.", false),
            ("While the ferry of Kerrick had no lamp that night.", false),
            ("Write to the port at harbour@kerrick.example for a copy.", false),
            ("Tom Hale wrote in a letter.", false),
            ("Tom Hale pleaded not guilty.", true),
            ("Posts about it were numerous.", false),
            ("At the age of 18 she became a mother to a son, Ronnie.", false),
            ("Between them, they earned 400 crowns a month in Kerrick.", false),
            ("(The ferry of Kerrick had no lamp.)", false),
            ("Through several winters in Kerrick, they measured the ice.", false),
            ("When the owners of Kerrick's ferry saw the ice, they turned back.", true),
            ("A spokesman for the port of Kerrick declined to comment.", false),
            ("Video from the harbour showed the ferry of Kerrick on its side.", true),
            ("Video of the ferry of Kerrick on its side.", false),
        ] {
            assert_eq!(!last(&format!("Tom Hale left the port. {sentence}"), "en").is_empty(), stands, "{sentence}");
        }
    }

    #[test]
    fn a_sentence_of_a_language_without_lists_of_verbs_can_be_a_claim() {
        for (tag, sentence) in [
            ("it", "Il faro di Brannock era spento da tre notti e nessuno a Kerrick lo sapeva."),
            ("sw", "Polisi wa mji wa Kerrick wamekamata watu watatu katika bandari ya zamani."),
        ] {
            assert_eq!(last(sentence, tag), sentence, "{tag}");
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
