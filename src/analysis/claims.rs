//! Sentences that can stand alone as claims: trimmed, their pronouns resolved, credited, dated. Refuses every sentence that
//! it cannot make self-contained for certain: there are always others.

use std::borrow::Cow;

use crate::analysis::alone;
use crate::analysis::attribution::comes_afterwards;
use crate::analysis::choose::Candidate;
use crate::analysis::evidence::Place;
use crate::analysis::fit::{Standing, german, introduces_quotation, is_request, is_unfit, standing};
use crate::analysis::kind::{kind_of, may_lie_ahead};
use crate::analysis::lexicon::SAYING;
use crate::analysis::people::{People, Pronoun, Turn};
use crate::analysis::quotations::{Part, Quotations, Quoted};
use crate::analysis::rank::quoted_share;
use crate::analysis::reading::{Reading, Sentence};
use crate::analysis::tongues::{self, Tongue};
use crate::analysis::trim::{kept, named_half, without_head};
use crate::analysis::when::when;
use crate::article::Edtf;
use crate::brief::ClaimKind;
use crate::text::stem::lower;
use crate::text::{Offset, Span, segment};

mod naming;
mod page;
mod telling;
mod writing;

use page::is_page_matter;
pub use telling::{Around, Lack, Told};
use writing::written;

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
    /// What kind of assertion it is in the language `tag`, and the date or interval of what is claimed. `published` is the
    /// day against which dates are resolved. A fact of a day that is still to come is a forecast; a forecast of what was
    /// over by then has no date.
    pub fn kind_and_date(&self, tag: Option<&str>, published: Option<Edtf>) -> (ClaimKind, Option<Edtf>) {
        let kind = kind_of(&self.text, tag);
        let date = tongues::day(tag, &self.body, published).or_else(|| when(&self.body, tag, published));
        let Some((date, day)) = date.zip(published).filter(|(date, day)| date.is_apart_from(*day)) else {
            return (kind, date);
        };
        match kind {
            ClaimKind::Fact if day.last() < date.first() && may_lie_ahead(&self.text, tag) => {
                (ClaimKind::Forecast, Some(date))
            }
            ClaimKind::Forecast if date.last() < day.first() => (kind, None),
            _ => (kind, Some(date)),
        }
    }
}

/// Who speaks in an article, and whom it names.
pub struct Cast<'r, 'a> {
    reading: &'r Reading<'a>,
    quotations: Quotations,
    people: People<'a>,
}

impl<'r, 'a> Cast<'r, 'a> {
    /// That of an article.
    pub fn of(reading: &'r Reading<'a>) -> Self {
        let tag = reading.language.tag();
        let quotations = Quotations::crediting(reading, |sentence| tongues::credited(tag, sentence));
        let people = People::of(reading, &quotations);
        Self { reading, quotations, people }
    }

    /// Everything in the article that could be a claim, in its order.
    pub fn drafted(&self) -> Vec<Drafted> {
        self.each(|making| making.claim())
    }

    /// What is made of every sentence, and of every part of one that has several.
    fn each<T>(&self, make: impl Fn(&Making<'_, 'a>) -> Option<T>) -> Vec<T> {
        let tag = self.reading.language.tag();
        let parts = |(at, sentence): (usize, &Sentence<'_>)| {
            if is_page_matter(self.reading.article.paragraphs(), sentence.paragraph.index()) {
                return Vec::new();
            }
            let credited = self.quotations.credited(at).is_some();
            let turn = self.people.turn(self.reading, at);
            let parts = self.quotations.at(at).parts(at, sentence.text, credited).into_iter();
            parts.filter_map(|part| answered(turn, sentence, part, tag)).map(|part| (at, part)).collect::<Vec<_>>()
        };
        let numbered = self.reading.sentences.iter().enumerate().flat_map(parts);
        numbered.filter_map(|(at, part)| make(&self.making(at, part)?)).collect()
    }

    fn making(&self, at: usize, part: Part) -> Option<Making<'_, 'a>> {
        Making::new(self.reading, &self.people, &self.quotations, at, part)
    }
}

/// A part of a sentence as it stands in an interview: without the name before an answer, and in quotation marks where somebody
/// speaks of themselves. `None` where it asks, or where nobody knows who answers.
fn answered(turn: Turn, sentence: &Sentence<'_>, part: Part, tag: Option<&str>) -> Option<Part> {
    let Turn::Answers { who, label } = turn else { return (turn == Turn::Told).then_some(part) };
    who?;
    let label = if sentence.span.start().bytes() == 0 && part.span.start().bytes() == 0 { label } else { 0 };
    let span = Span::new(part.span.start().plus(label), part.span.end().max(part.span.start().plus(label)));
    let text = span.slice(sentence.text)?;
    let marks =
        text.contains(['"', '“', '”']) || part.quoted.lacks_opening.is_some() || part.quoted.lacks_closing.is_some();
    if marks || tag == Some("de") || !speaks_of_self(text) {
        return Some(Part { span, ..part });
    }
    let quoted = Quoted { lacks_opening: Some('“'), lacks_closing: Some('”'), ..part.quoted };
    let says = segment::word_count(text) >= SHORT && !leads_on(text) && !points_on(text);
    says.then_some(Part { span, quoted })
}

/// Whether a spoken sentence means somebody or something that was spoken of before: 'I gave him that.'
fn points_on(text: &str) -> bool {
    let (mut named, mut open, mut last) = (false, false, "");
    for (at, (_, word)) in segment::words(text).enumerate() {
        let bare = word.split(['\'', '’']).next().unwrap_or(word);
        open |= match &*lower(bare) {
            "he" | "him" | "his" | "she" | "her" | "they" | "them" | "their" => !named,
            "it" | "this" | "that" | "these" | "those" => at < 4,
            _ => false,
        };
        named |= at > 0 && bare != "I" && bare.starts_with(char::is_uppercase);
        last = word;
    }
    open || matches!(last, "it" | "that" | "this" | "them" | "there" | "so" | "do" | "one")
}

fn speaks_of_self(text: &str) -> bool {
    const OWN: &[&str] = &["i", "my", "me", "we", "our", "us", "you", "your"];
    segment::words(text).any(|(_, word)| OWN.contains(&&*lower(word.split(['\'', '’']).next().unwrap_or(word))))
}

/// Whether a spoken sentence goes on from the one before: 'And we sailed.'
fn leads_on(text: &str) -> bool {
    const JOINTS: &[&str] =
        &["and", "but", "so", "or", "well", "yes", "no", "yeah", "because", "then", "again", "also", "that's", "if"];
    segment::words(text).next().is_some_and(|(_, word)| JOINTS.contains(&&*lower(word)))
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
        let english = reading.language.tag().is_none_or(|tag| tag == "en");
        let doubtful = english && part.quoted.doubtful && quotations.credited(at).is_none();
        if part.quoted.cuts_a_name(text) || doubtful {
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
        let told = without_head(text, Span::whole(text)).slice(text)?;
        if is_unfit(told) || self.is_german() && german::is_unfit(text) || self.is_unfit_abroad() {
            return None;
        }
        let whole = self.part.span.len() == self.sentence.text.len() && text.len() == self.sentence.text.len();
        let tag = self.reading.language.tag();
        // Whom somebody names who speaks of themselves is not who speaks.
        let spoken = !whole && self.answering().is_some();
        let credited = if whole { self.quotations.credited(self.at) } else { tongues::credited(tag, text) };
        let credited = credited.filter(|_| !spoken);
        let kept = kept(text, credited)?;
        let kept = if self.is_german() { german::without_joint(text, kept)? } else { kept };
        let kept = self.tongue.map_or(kept, |tongue| tongue.without_joints(text, kept));
        // 'He is unknown here, but Tom Hale won': before the first sentence nobody was named.
        let named = Some(kept).filter(|_| self.at == 0 && self.is_english()).and_then(|kept| named_half(text, kept));
        let kept = named.unwrap_or(kept);
        let body = kept.slice(text)?;
        if self.is_german() && german::is_cut(body) {
            return None;
        }
        let resolved = self.resolved(kept, credited)?;
        let speaker = self.speaker(credited)?;
        let marked: Vec<Span> = resolved.iter().filter_map(|r| r.span.from(kept.start())).collect();
        let Standing::Alone(rule) = self.standing(body, &marked, speaker.name.is_some()) else {
            return None;
        };
        let left_out = self.joints(kept);
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
        let leans = |kept: &alone::Kept<'_, '_>| kept.leaves_open().is_some_and(|open| open.is_certain());
        let (likelihood, leans) = self.with_cues(&ready, |kept| (kept.likelihood(), leans(kept)));
        // Where it is not known how likely it is to be let stand alone, by its rule and its make.
        let fitness = likelihood.unwrap_or_else(|| ready.rule * shape(&body, ready.length));
        let candidate = Candidate { sentence: self.at, terms: self.terms(ready.kept), length: ready.length, fitness };
        let others = ready
            .resolved
            .iter()
            .flat_map(|r| r.sentences.iter().copied())
            .chain(ready.speaker.sentences.iter().copied());
        let others = others.filter(|&other| other != self.at);
        let evidence = self.evidence(ready.kept, others);
        let pronoun = |r: &Resolved| r.span.slice(&self.text).and_then(Pronoun::of).is_some();
        let stands = !ready.resolved.iter().any(pronoun);
        Some(Drafted { text: ready.claim, body, said_by: ready.speaker.name, evidence, stands, leans, candidate })
    }

    fn is_german(&self) -> bool {
        self.reading.language.tag() == Some("de")
    }

    fn is_english(&self) -> bool {
        self.reading.language.tag().is_none_or(|tag| tag == "en")
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

/// 'Hale wrote in a letter.': who said it, but not what.
fn only_credits(claim: &str) -> bool {
    let words: Vec<&str> = segment::each_word(claim, |(_, word)| word);
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
