//! Sentences that can stand alone as claims: trimmed, their pronouns resolved, credited, dated. Refuses every sentence that
//! it cannot make self-contained for certain: there are always others.

use std::borrow::Cow;

use crate::analysis::alone;
use crate::analysis::attribution::german::{is_reported, nominative};
use crate::analysis::attribution::{Attribution, comes_afterwards};
use crate::analysis::choose::Candidate;
use crate::analysis::evidence::Place;
use crate::analysis::fit::{
    Standing, german, introduces_quotation, is_aside, is_request, is_unfit, names_soon, standing,
};
use crate::analysis::kind::kind_of;
use crate::analysis::lexicon::{HE_NAMES, SAYING, SHE_NAMES, Words};
use crate::analysis::people::{Antecedent, People, Pronoun};
use crate::analysis::quotations::{Part, Quotations, Quoted};
use crate::analysis::rank::quoted_share;
use crate::analysis::reading::{Reading, Sentence};
use crate::analysis::tongues::{self, Tongue};
use crate::analysis::trim::{asides, kept};
use crate::analysis::when::when;
use crate::article::{Edtf, ParagraphKind};
use crate::brief::ClaimKind;
use crate::text::stem::lower;
use crate::text::{Offset, Span, segment};

mod writing;

use writing::{possessive_of, written};

#[cfg(test)]
mod tests;

/// The least and the most words of a claim.
const WORDS: (usize, usize) = (5, 55);

/// Below this many words a claim must name somebody or something, or state a figure.
const SHORT: usize = 8;

/// A claim that is not yet anchored.
#[derive(Clone, Debug)]
pub struct Drafted {
    /// The sentence.
    pub text: String,
    /// What it is made of, as the article has it.
    body: String,
    /// Whom the article credits.
    pub said_by: Option<String>,
    /// The passages that carry it: its own first, then the one that names whom its pronoun stood for.
    pub evidence: Vec<Place>,
    /// Whether its sentence says as much alone as the claim does: no name had to be put in for a pronoun.
    pub stands: bool,
    /// Whether it leaves something open for certain.
    pub leans: bool,
    /// As the choice sees it.
    pub candidate: Candidate,
}

impl Drafted {
    /// What kind of assertion it is in the language `tag`.
    pub fn kind(&self, tag: Option<&str>) -> ClaimKind {
        kind_of(&self.text, tag)
    }

    /// The date or interval of what is claimed in the language `tag`. `published` is the day against which dates are resolved.
    /// None where a forecast would be of what was over by then.
    pub fn when(&self, tag: Option<&str>, published: Option<Edtf>) -> Option<Edtf> {
        let date = tongues::day(tag, &self.body, published).or_else(|| when(&self.body, tag, published))?;
        let over = published.is_some_and(|day| date.is_apart_from(day) && date.last() < day.first());
        (!over || self.kind(tag) != ClaimKind::Forecast).then_some(date)
    }
}

/// Everything in an article that could be a claim, in its order.
pub fn drafted(reading: &Reading<'_>) -> Vec<Drafted> {
    each(reading, |making| making.claim())
}

/// What is made of every sentence, and of every part of one that has several.
fn each<'a, T>(reading: &Reading<'a>, make: impl Fn(&Making<'_, 'a>) -> Option<T>) -> Vec<T> {
    let tag = reading.language.tag();
    let quotations = Quotations::crediting(reading, |sentence| tongues::credited(tag, sentence));
    let people = People::of(reading, &quotations);
    let parts = |(at, sentence): (usize, &Sentence<'_>)| {
        let credited = quotations.credited(at).is_some();
        let parts = quotations.at(at).parts(at, sentence.text, credited).into_iter();
        parts.map(move |part| (at, part))
    };
    let numbered = reading.sentences.iter().enumerate().flat_map(parts);
    let made = |(at, part)| make(&Making::new(reading, &people, &quotations, at, part)?);
    numbered.filter_map(made).collect()
}

/// One sentence, or a part of it, on its way to a claim.
struct Making<'m, 'a> {
    reading: &'m Reading<'a>,
    people: &'m People<'a>,
    quotations: &'m Quotations,
    /// Its language, where it has a table of its own.
    tongue: Option<Tongue>,
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

/// A claim all but made.
struct Ready {
    /// What is kept of the text.
    kept: Span,
    resolved: Vec<Resolved>,
    /// What only joins it to the sentence before, and what is written in its place.
    left_out: Vec<(Span, &'static str)>,
    speaker: Speaker,
    /// The claim as it is written.
    claim: String,
    /// Its length in words.
    length: usize,
    /// How it stands by the rules of `fit`, about 1.
    rule: f32,
}

/// A pronoun, a last name or a short form, and what is written in its place.
struct Resolved {
    /// Where it stands in the sentence.
    span: Span,
    /// The name, with a possessive ending where a pronoun has one.
    name: String,
    /// The sentences that have the name.
    sentences: Vec<usize>,
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
        let tongue = tongues::of(reading.language.tag());
        Some(Self { reading, people, quotations, tongue, at, sentence, part, text })
    }

    /// What is kept, who says it, and with which names; `None` when it is no claim, or does not stand alone.
    fn ready(&self) -> Option<Ready> {
        let text: &str = &self.text;
        if is_unfit(text) || self.is_german() && german::is_unfit(text) || self.is_unfit_abroad() {
            return None;
        }
        let whole = self.part.span.len() == self.sentence.text.len() && text.len() == self.sentence.text.len();
        let tag = self.reading.language.tag();
        let credited = if whole { self.quotations.credited(self.at) } else { tongues::credited(tag, text) };
        let kept = kept(text, credited)?;
        let kept = if self.is_german() { german::without_joint(text, kept)? } else { kept };
        let kept = self.tongue.map_or(kept, |tongue| tongue.without_joints(text, kept));
        let body = kept.slice(text)?;
        let resolved = self.resolved(kept, credited)?;
        let speaker = self.speaker(credited)?;
        let marked: Vec<Span> = resolved.iter().filter_map(|r| r.span.from(kept.start())).collect();
        let Standing::Alone(rule) = self.standing(body, &marked, speaker.name.is_some()) else {
            return None;
        };
        let mut left_out = asides(text, kept, tag);
        let joints = self.tongue.map(|tongue| tongue.asides(body)).unwrap_or_default();
        left_out.extend(joints.into_iter().map(|(span, instead)| (span.within(kept.start()), instead)));
        let claim = written(text, kept, &resolved, &left_out);
        let length = segment::length(&claim);
        let nobodys = speaker.name.is_none() && quoted_share(body) > 0.5 && !introduces_quotation(body);
        let says = (WORDS.0..=WORDS.1).contains(&length) && (length >= SHORT || self.names(&claim));
        (says && !nobodys && !is_request(&claim)).then_some(Ready {
            kept,
            resolved,
            left_out,
            speaker,
            claim,
            length,
            rule,
        })
    }

    /// How what is kept stands alone, by the table of its language or by the rules of `fit`.
    fn standing(&self, body: &str, resolved: &[Span], credited: bool) -> Standing {
        match self.tongue {
            Some(tongue) => tongue.standing(body, credited).map_or(Standing::Leaning, Standing::Alone),
            None => standing(body, self.reading.language.tag(), resolved, credited),
        }
    }

    /// Whether a sentence in a language with a table is no assertion of the article: a notice, what stands in a speech that
    /// a dash began, or what a cut has left without its verb.
    fn is_unfit_abroad(&self) -> bool {
        let Some(tongue) = self.tongue else { return false };
        let cut = self.part.quoted.lacks_closing.is_some() || self.part.quoted.lacks_opening.is_some();
        let spoken = || {
            let Some(paragraph) = self.reading.article.paragraph(self.sentence.paragraph) else { return false };
            let dash = paragraph.text.trim_start().starts_with(['–', '—', '-']);
            let before = paragraph.text.get(..self.sentence.span.start().bytes()).unwrap_or("");
            let inside = before.matches('「').count() > before.matches('」').count();
            let caption = tongue.is_caption(&paragraph.text, self.sentence.span);
            caption || inside || dash && self.quotations.credited(self.at).is_none()
        };
        cut && tongue.ends_in_verb() || tongue.is_unfit(&self.text) || spoken()
    }

    fn claim(&self) -> Option<Drafted> {
        let ready = self.ready()?;
        let body = ready.kept.slice(&self.text)?.to_owned();
        let candidate = Candidate {
            sentence: self.at,
            terms: self.terms(ready.kept),
            length: ready.length,
            fitness: self.fitness(&ready),
        };
        let others = ready
            .resolved
            .iter()
            .flat_map(|r| r.sentences.iter().copied())
            .chain(ready.speaker.sentences.iter().copied());
        let others = others.filter(|&other| other != self.at);
        let evidence = self.evidence(ready.kept, others);
        let pronoun = |r: &Resolved| r.span.slice(&self.text).and_then(Pronoun::of).is_some();
        let stands = !ready.resolved.iter().any(pronoun);
        let leans = self.with_cues(&ready, |kept| kept.leaves_open().is_some());
        Some(Drafted { text: ready.claim, body, said_by: ready.speaker.name, evidence, stands, leans, candidate })
    }

    fn is_german(&self) -> bool {
        self.reading.language.tag() == Some("de")
    }

    fn is_english(&self) -> bool {
        self.reading.language.tag().is_none_or(|tag| tag == "en")
    }

    /// How fit it is to be a claim, about 1: where that is known, how likely it is to be let stand alone.
    fn fitness(&self, ready: &Ready) -> f32 {
        self.with_cues(ready, |kept| kept.likelihood())
            .unwrap_or_else(|| ready.rule * ready.kept.slice(&self.text).map_or(1.0, |body| shape(body, ready.length)))
    }

    /// What is kept, as it is judged whether it stands alone.
    fn with_cues<T>(&self, ready: &Ready, judge: impl Fn(&alone::Kept<'_, 'a>) -> T) -> T {
        let in_sentence = |span: Span| self.in_sentence(span);
        let quoted = Quoted::default().spans(&self.text).into_iter().map(in_sentence).collect::<Vec<_>>();
        let named = ready.resolved.iter().map(|r| in_sentence(r.span)).collect::<Vec<_>>();
        let left_out = ready.left_out.iter().map(|(span, _)| in_sentence(*span)).collect::<Vec<_>>();
        let span = in_sentence(ready.kept);
        judge(&alone::Kept {
            reading: self.reading,
            sentence: self.at,
            span,
            quoted: &quoted,
            named: &named,
            left_out: &left_out,
            rule: ready.rule,
        })
    }

    /// Whether a claim names somebody or something, or states a figure, and says more than who is speaking.
    fn names(&self, claim: &str) -> bool {
        let named = |(at, (_, word)): (usize, (Span, &str))| {
            let name = if at == 0 { self.reading.is_capitalised(word) } else { word.starts_with(char::is_uppercase) };
            name || word.starts_with(|c: char| c.is_ascii_digit())
        };
        segment::words(claim).enumerate().any(named) && !only_credits(claim)
    }

    /// The pronouns of the kept part that must get a name; `None` when one of them cannot.
    fn resolved(&self, kept: Span, credited: Option<Attribution>) -> Option<Vec<Resolved>> {
        let speaker = credited.map(|c| c.speaker).filter(|speaker| kept.covers(*speaker));
        let body = kept.slice(&self.text)?;
        // 'In her letter, Maddock said': a pronoun that a name soon follows is that name's.
        let english = self.is_english();
        let next = |span: Span| {
            let rest = body.get(span.end().bytes()..).unwrap_or("");
            segment::words(rest).next().map_or("", |(_, word)| word)
        };
        let unnamed = |span: Span, word: &str| {
            english
                && Pronoun::of(word).is_some()
                && (is_aside(body, span, next(span)) || !People::named_before(body, span) && !names_soon(body, span))
        };
        let first = segment::words(body).find(|(span, word)| unnamed(*span, word)).map(|(span, _)| span);
        // 'While he set up his lamp, he saw': the name stands where the subject does.
        let main = first.and_then(|first| main_subject(body, first));
        let head = main.or(first).map(|span| span.within(kept.start()));
        let mut resolved: Vec<Resolved> =
            speaker.and_then(|speaker| self.speaker_in_german(speaker)).into_iter().collect();
        for pronoun in head.into_iter().chain(speaker) {
            let word = pronoun.slice(&self.text)?;
            // 'He's' would lose its verb.
            let Some(which) = Pronoun::of(word).filter(|_| !word.contains(['\'', '’'])) else { continue };
            if resolved.iter().any(|r| r.span == pronoun) {
                continue;
            }
            let said = pronoun.from(kept.start()).is_some_and(|own| is_aside(body, own, next(own)));
            let antecedent = if said || Some(pronoun) == speaker {
                self.people.speaker(self.reading, self.at, which)
            } else {
                self.people.antecedent(self.reading, self.at, which)
            };
            let Some((name, sentences)) = antecedent.map(|found| self.in_full(found)) else { continue };
            let name = if names_already(body, pronoun.from(kept.start()), &name) {
                word.to_owned()
            } else if self.is_possessive(pronoun) {
                possessive_of(&name)
            } else {
                name
            };
            resolved.push(Resolved { span: pronoun, name, sentences });
        }
        self.name_once(body, kept, &mut resolved);
        if let (Some(first), Some(main)) = (first, main) {
            let named = resolved.iter().any(|r| r.span == main.within(kept.start()));
            let name = first.slice(body).unwrap_or("").to_owned();
            let same = Resolved { span: first.within(kept.start()), name, sentences: Vec::new() };
            resolved.extend(named.then_some(same));
        }
        if self.part.span.len() == self.sentence.text.len() && self.part.quoted.lacks_opening.is_none() {
            self.name_in_full(kept, &mut resolved);
        }
        resolved.extend(self.surname_abroad(kept));
        Some(resolved)
    }

    /// Somebody in full, where the title does not have the last name by which alone they are named; and the sentences that
    /// say so.
    fn in_full(&self, found: Antecedent) -> (String, Vec<usize>) {
        let alone = !found.name.contains(' ') && !self.reading.is_about(&found.name);
        match self.people.full_name(&found.name, self.at).filter(|_| alone) {
            Some(full) if full.sentence != found.sentence => (full.name, vec![found.sentence, full.sentence]),
            Some(full) => (full.name, vec![full.sentence]),
            None => (found.name, vec![found.sentence]),
        }
    }

    /// Leaves one of two pronouns as it is where both would get the same name: the second, unless the first stands in an
    /// opening clause: 'When asked about his light, Hale said'.
    fn name_once(&self, body: &str, kept: Span, resolved: &mut [Resolved]) {
        let [first, second] = resolved else { return };
        let bare = |one: &Resolved| one.name.trim_end_matches(['\'', 's']).to_owned();
        let quoted = Quoted::default().spans(&self.text).iter().any(|q| q.covers(first.span) || q.covers(second.span));
        if quoted || bare(first) != bare(second) {
            return;
        }
        let opens = segment::words(body).next().is_some_and(|(span, _)| Some(span) == first.span.from(kept.start()));
        let left = if opens { second } else { first };
        left.name = left.span.slice(&self.text).unwrap_or("").to_owned();
    }

    /// The name for a German speaker who is only 'er' or 'der Lotse', where the word is in the nominative.
    fn speaker_in_german(&self, speaker: Span) -> Option<Resolved> {
        let written = speaker.slice(&self.text).filter(|_| self.is_german())?;
        if nominative(&self.text, speaker) != written {
            return None;
        }
        let (name, sentence) = if matches!(&*lower(written), "er" | "sie") {
            let Speaker { name, sentences } = self.speaking_on(self.at, written)?;
            (name?, *sentences.first()?)
        } else {
            let Antecedent { name, sentence } = self.people.in_role(self.at, written)?;
            (name, sentence)
        };
        let article = ["Der ", "Die ", "Das "].iter().any(|article| name.starts_with(article));
        let name = if article && speaker.start().bytes() > 0 { name.replacen('D', "d", 1) } else { name };
        Some(Resolved { span: speaker, name, sentences: vec![sentence] })
    }

    /// Adds the full names of those whom a whole sentence names by the last name or a short form, where the title does not
    /// have it.
    fn name_in_full(&self, kept: Span, resolved: &mut Vec<Resolved>) {
        let unknown = |span: Span| kept.covers(span) && !self.reading.is_about(span.slice(&self.text).unwrap_or(""));
        for (span, full) in self.people.bare_names(self.at) {
            let surname = span.slice(&self.text).unwrap_or("");
            let named = resolved.iter().any(|r| r.name.contains(surname)) || self.text.contains(full.name.as_str());
            if unknown(span) && !named {
                resolved.push(Resolved { span, name: full.name, sentences: vec![full.sentence] });
            }
        }
        let used = self.people.short_forms.used_in(self.at, &self.text);
        let quoted = if used.is_empty() { Vec::new() } else { Quoted::default().spans(&self.text) };
        for (span, name, sentence) in used {
            if unknown(span) && !quoted.iter().any(|quoted| quoted.covers(span)) {
                resolved.push(Resolved { span, name, sentences: vec![sentence] });
            }
        }
    }

    /// The full name of somebody whose last name opens the kept part in a language with a table.
    fn surname_abroad(&self, kept: Span) -> Option<Resolved> {
        let texts = self.reading.sentences.iter().map(|sentence| sentence.text);
        let (span, name, sentence) = self.tongue?.surname(kept.slice(&self.text)?, texts)?;
        let surname = name.rsplit(' ').next().unwrap_or("");
        let known = self.reading.is_about(surname);
        (!known).then(|| Resolved { span: span.within(kept.start()), name, sentences: vec![sentence] })
    }

    /// Who is credited, by the sentence itself or by another one of its quotation; nobody, where nobody needs to be named.
    /// `None` when a pronoun hides who it is.
    fn speaker(&self, credited: Option<Attribution>) -> Option<Speaker> {
        match (credited, self.part.quoted.speaker) {
            (Some(own), _) => self.named(self.at, &self.called(&self.text, own.speaker)?),
            (None, Some(at)) => {
                let text = self.reading.sentences.get(at)?.text;
                let mut speaker = self.named(at, &self.called(text, self.quotations.credited(at)?.speaker)?)?;
                speaker.sentences.insert(0, at);
                Some(speaker)
            }
            // Reported speech, and nobody knows whose.
            (None, None) if self.is_german() && (is_reported(&self.text) || self.is_block_quotation()) => None,
            (None, None) if self.is_german() => Some(self.answering().unwrap_or_default()),
            (None, None) => Some(Speaker::default()),
        }
    }

    /// Whether it stands in a block quotation: somebody else's words.
    fn is_block_quotation(&self) -> bool {
        let paragraph = self.reading.article.paragraph(self.sentence.paragraph);
        paragraph.is_some_and(|paragraph| paragraph.kind == ParagraphKind::Quote)
    }

    /// Who answers, where it stands in an answer of an interview.
    fn answering(&self) -> Option<Speaker> {
        let Antecedent { name, sentence } = self.people.interviewed(self.reading, self.at)?;
        Some(Speaker { name: Some(name), sentences: vec![sentence] })
    }

    /// Whom German 'er' or 'sie' means who speaks in the sentence `at`: the speaker of the one before, where that is a person's
    /// name.
    fn speaking_on(&self, at: usize, pronoun: &str) -> Option<Speaker> {
        let before = at.checked_sub(1)?;
        let (here, earlier) = (self.reading.sentences.get(at)?, self.reading.sentences.get(before)?);
        let credited = self.quotations.credited(before).filter(|_| here.paragraph == earlier.paragraph)?;
        let many = self.quotations.credited(at).and_then(|own| here.text.get(..own.speaker.start().bytes()));
        // 'Sagten sie': more than one.
        if many.is_some_and(|said| said.trim_end().ends_with('n')) {
            return None;
        }
        let written = self.called(earlier.text, credited.speaker)?;
        let other: &Words = if lower(pronoun) == "er" { &SHE_NAMES } else { &HE_NAMES };
        let name = self.people.in_full(&written);
        let person = name.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count() > 1;
        let fits = person && !name.split(' ').any(|word| other.contains(word));
        fits.then(|| Speaker { name: Some(name), sentences: vec![before] })
    }

    /// A speaker as the text names them; in German, in the nominative.
    fn called<'t>(&self, text: &'t str, speaker: Span) -> Option<Cow<'t, str>> {
        if self.is_german() {
            return Some(Cow::Owned(nominative(text, speaker)));
        }
        speaker.slice(text).map(Cow::Borrowed)
    }

    /// Somebody whom the sentence `at` credits, by their full name.
    fn named(&self, at: usize, written: &str) -> Option<Speaker> {
        let written = written.trim();
        if self.is_german() && matches!(&*lower(written), "er" | "sie") {
            return self.speaking_on(at, written);
        }
        if let Some(pronoun) = Pronoun::of(written) {
            let Antecedent { name, sentence } = self.people.speaker(self.reading, at, pronoun)?;
            return Some(Speaker { name: Some(self.people.in_full(&name)), sentences: vec![sentence] });
        }
        let pronoun = matches!(
            written.to_lowercase().as_str(),
            "they" | "it" | "i" | "we" | "you" | "her" | "him" | "them" | "this" | "that" | "one" | "others"
        );
        if let Some(Antecedent { name, sentence }) = self.people.in_role(at, written) {
            return Some(Speaker { name: Some(self.people.in_full(&name)), sentences: vec![sentence] });
        }
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
        let inside = self.sentence.words.iter().filter(|word| kept.covers(word.span));
        let mut terms: Vec<usize> = inside.map(|word| word.term).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }
}

/// The pronoun that is the subject of the main clause, where `first` is the same pronoun in the clause before its comma.
fn main_subject(body: &str, first: Span) -> Option<Span> {
    let which = first.slice(body).and_then(Pronoun::of)?;
    let opening = body.get(..first.start().bytes()).filter(|opening| !opening.is_empty() && !opening.contains(','))?;
    let subject = |span: &Span| body.get(..span.start().bytes()).is_some_and(|before| before.ends_with(", "));
    let words = segment::words(body).skip_while(|(span, _)| span.start().bytes() <= opening.len());
    let mut same = words.filter(|(_, word)| matches!(*word, "he" | "she") && Pronoun::of(word) == Some(which));
    same.next().map(|(span, _)| span).filter(subject)
}

/// Whether a text names somebody by the last name already: before the pronoun, or behind the comma of an opening phrase
/// with the pronoun.
fn names_already(body: &str, pronoun: Option<Span>, name: &str) -> bool {
    let Some(pronoun) = pronoun else { return false };
    let last = name.rsplit(' ').next().unwrap_or(name);
    let opening = segment::words(body).next();
    let named = segment::words(body).find(|(span, word)| *span != pronoun && *word == last);
    named.is_some_and(|(span, _)| {
        let between = Span::new(pronoun.end(), span.start()).slice(body);
        let opens = opening.is_some_and(|(_, word)| is_conjunction(word))
            || between.is_some_and(|between| between.contains(','));
        span < pronoun || pronoun.start().bytes() > 0 && opens
    })
}

/// Whether a word opens a clause that the main clause follows.
fn is_conjunction(word: &str) -> bool {
    matches!(word, "As" | "When" | "While" | "After" | "Before" | "Since" | "Although" | "Because" | "If" | "Once")
}

/// 'Hale wrote in a letter.': who said it, but not what.
fn only_credits(claim: &str) -> bool {
    let words: Vec<&str> = segment::words(claim).map(|(_, word)| word).collect();
    let verb = words.iter().position(|word| SAYING.contains(word));
    verb.is_some_and(|at| at <= 3 && words.get(at + 1).is_none_or(|next| comes_afterwards(next)))
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
