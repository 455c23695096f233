//! Names in a claim: who its pronouns, last names and short forms stand for, and who says it. Refuses a claim in which that is
//! not certain.

use std::borrow::Cow;

use super::writing::possessive_of;
use super::{Making, Resolved, Speaker};
use crate::analysis::attribution::Attribution;
use crate::analysis::attribution::german::{is_reported, nominative};
use crate::analysis::fit::{is_aside, names_soon};
use crate::analysis::lexicon::{HE_NAMES, SHE_NAMES, Words};
use crate::analysis::people::{Antecedent, People, Pronoun};
use crate::analysis::quotations::{Quoted, is_told_on};
use crate::article::{Paragraph, ParagraphKind};
use crate::text::stem::lower;
use crate::text::{Span, segment};

impl Making<'_, '_> {
    /// The pronouns, last names and short forms of the kept part that get a name; `None` where a pronoun must and cannot.
    pub(super) fn resolved(&self, kept: Span, credited: Option<Attribution>) -> Option<Vec<Resolved>> {
        let mut resolved = self.pronouns(kept, credited)?;
        resolved.extend(self.head_in_german(kept).filter(|head| !resolved.iter().any(|r| r.span.overlaps(head.span))));
        self.name_in_full(kept, &mut resolved);
        Some(resolved)
    }

    /// The name for the 'Er' or 'Die 31-Jährige' that a German sentence begins with.
    fn head_in_german(&self, kept: Span) -> Option<Resolved> {
        let whole = self.part.span.len() == self.sentence.text.len() && self.text.len() == self.sentence.text.len();
        let (span, Antecedent { name, sentence }) =
            self.people.at_the_head(self.reading, self.at).filter(|_| self.is_german() && whole)?;
        kept.covers(span).then(|| Resolved { span, name, sentences: vec![sentence] })
    }

    /// The pronouns of the kept part that get a name.
    fn pronouns(&self, kept: Span, credited: Option<Attribution>) -> Option<Vec<Resolved>> {
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

    /// Adds the full names of those whom it names by the last name or, where it is a whole sentence, by a short form, where
    /// the title does not have it.
    pub(super) fn name_in_full(&self, kept: Span, resolved: &mut Vec<Resolved>) {
        resolved.extend(self.surname_abroad(kept));
        if self.part.span.len() != self.sentence.text.len() || self.part.quoted.lacks_opening.is_some() {
            return;
        }
        let unknown = |span: Span| kept.covers(span) && !self.reading.is_about(span.slice(&self.text).unwrap_or(""));
        for (span, full) in self.people.bare_names(self.at) {
            let surname = span.slice(&self.text).unwrap_or("");
            let named = resolved.iter().any(|r| r.name.contains(surname)) || self.text.contains(full.name.as_str());
            if unknown(span) && !named && !self.is_behind_article(span) {
                resolved.push(Resolved { span, name: full.name, sentences: vec![full.sentence] });
            }
        }
        let used = self.people.short_forms.used_in(self.at, &self.text);
        let quoted = if used.is_empty() { Vec::new() } else { Quoted::default().spans(&self.text) };
        for (span, name, sentence) in used {
            let free = !quoted.iter().any(|quoted| quoted.covers(span)) && !self.is_behind_article(span);
            if unknown(span) && free {
                resolved.push(Resolved { span, name, sentences: vec![sentence] });
            }
        }
    }

    /// 'An Obama speech': a name that only tells what kind of thing is meant.
    fn is_behind_article(&self, span: Span) -> bool {
        let before = self.text.get(..span.start().bytes()).unwrap_or("").trim_end();
        self.is_english() && before.rsplit(' ').next().is_some_and(|word| matches!(word, "an" | "An" | "a" | "A"))
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
    pub(super) fn speaker(&self, credited: Option<Attribution>) -> Option<Speaker> {
        match (credited, self.part.quoted.speaker) {
            (Some(own), _) => self.named(self.at, &self.called(&self.text, own.speaker)?),
            (None, Some(at)) => {
                let text = self.reading.sentences.get(at)?.text;
                let mut speaker = self.named(at, &self.called(text, self.quotations.credited(at)?.speaker)?)?;
                speaker.sentences.insert(0, at);
                Some(speaker)
            }
            // Reported speech, and nobody knows whose.
            (None, None) if self.is_german() && (self.is_told_on() || self.is_block_quotation()) => None,
            (None, None) if self.is_english() && self.is_listed() => match self.introducing() {
                Some(speaker) => Some(speaker),
                None => (!self.is_block_quotation()).then(Speaker::default),
            },
            (None, None) if self.is_english() && splices_in_speech(&self.text) => None,
            (None, None) => Some(self.answering().or_else(|| self.credited_abroad()).unwrap_or_default()),
        }
    }

    /// Whom 'по словам' credits, by the name that another sentence has in the nominative.
    fn credited_abroad(&self) -> Option<Speaker> {
        let texts = self.reading.sentences.iter().map(|sentence| sentence.text);
        let (name, sentence) = self.tongue?.oblique(&self.text, texts)?;
        Some(Speaker { name: Some(name), sentences: vec![sentence] })
    }

    /// Whether it tells what somebody else says, and not in so many words who.
    fn is_told_on(&self) -> bool {
        is_reported(&self.text) || is_told_on(self.reading, self.at) && Quoted::default().spans(&self.text).is_empty()
    }

    /// Whether it stands in a block quotation: somebody else's words. A page of which most is marked so means none by it.
    fn is_block_quotation(&self) -> bool {
        let paragraphs = self.reading.article.paragraphs();
        let quote = |paragraph: &&Paragraph| paragraph.kind == ParagraphKind::Quote;
        let own = self.reading.article.paragraph(self.sentence.paragraph);
        own.as_ref().is_some_and(quote) && paragraphs.iter().filter(quote).count() * 2 < paragraphs.len()
    }

    /// Whether it stands in a block quotation or in a list.
    fn is_listed(&self) -> bool {
        let paragraph = self.reading.article.paragraph(self.sentence.paragraph);
        paragraph.is_some_and(|paragraph| matches!(paragraph.kind, ParagraphKind::Quote | ParagraphKind::Item))
    }

    /// Whom the paragraph before a list or a block quotation credits with it: 'Hale wrote to the crew:'.
    fn introducing(&self) -> Option<Speaker> {
        let own = self.reading.article.paragraph(self.sentence.paragraph)?.kind;
        let before = self.reading.article.paragraphs().get(..self.sentence.paragraph.index())?;
        let at = before.iter().rposition(|paragraph| paragraph.kind != own)?;
        let opens = before.get(at).is_some_and(|paragraph| paragraph.text.ends_with(':'));
        let last =
            self.reading.sentences.iter().rposition(|sentence| sentence.paragraph.index() == at).filter(|_| opens)?;
        let text = self.reading.sentences.get(last)?.text;
        let mut speaker = self.named(last, &self.called(text, self.quotations.credited(last)?.speaker)?)?;
        speaker.sentences.insert(0, last);
        Some(speaker)
    }

    /// Who answers, where it stands in an answer of an interview.
    pub(super) fn answering(&self) -> Option<Speaker> {
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
}

/// 'Some "may never have seen the bay at all."': somebody's words on those whom no name tells, and nobody who says them.
fn splices_in_speech(text: &str) -> bool {
    const CLAUSE: usize = 5;
    const SUBJECTS: &[&str] = &["some", "many", "others", "most", "they", "it", "he", "she", "who", "which"];
    Quoted::default().spans(text).iter().any(|quotation| {
        let said = quotation.slice(text).unwrap_or("");
        let before = text.get(..quotation.start().bytes()).unwrap_or("").trim_end_matches(['"', '“', ' ']);
        let subject = before.rsplit(' ').next().is_some_and(|word| SUBJECTS.contains(&&*lower(word)));
        subject && said.starts_with(char::is_lowercase) && segment::word_count(said) >= CLAUSE
    })
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
    // Of 'al-Dulaimi' the part behind the hyphen is the word.
    let last = name.rsplit([' ', '-']).next().unwrap_or(name);
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
