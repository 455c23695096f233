//! Whom a German sentence credits: 'laut X', 'X zufolge', 'nach Angaben des X', 'wie X mitteilt', 'so X', and a verb of
//! saying with its subject before or behind it. Refuses a subject that could be the object: 'Die Reaktion kritisierte Hale'.

use super::{Attribution, is_quoted};
use crate::analysis::lexicon::{HE_NAMES, SHE_NAMES};
use crate::text::Span;
use crate::text::stem::lower;

mod nominative;
mod phrase;
mod reported;
mod shapes;
#[cfg(test)]
mod tests;
mod words;

pub use nominative::{is_feminine, nominative};
use phrase::{Word, Wording};
pub use reported::{is_reported, may_go_on_reporting};
use words::{AS_SAID, NO_SPEAKERS, NOBODYS, SAID, SPOKEN_OF, Says, VERBS, WORDS_OF};

/// The words that may credit somebody in German.
pub(super) fn crediting() -> impl Iterator<Item = &'static str> {
    const MORE: &[&str] =
        &["laut", "gemäß", "gemäss", "zufolge", "so", "erfuhr", "heißt", "hieß", "wie", "zeigen", "nach", "aus", "für"];
    MORE.iter().chain(VERBS.keys()).chain(SAID.iter()).chain(SPOKEN_OF).copied()
}

/// Whether a word in lower case is a German verb of saying.
pub fn is_saying(word: &str) -> bool {
    matches!(VERBS.get(word), Some(Says::Stating | Says::Speaking)) || matches!(word, "teilt" | "teilte")
}

/// Finds whom a German sentence credits.
pub(super) fn attribution(text: &str, words: &[Word<'_>]) -> Option<Attribution> {
    let wording = Wording { text, words: behind_dateline(text, words) };
    let speaker = wording
        .zufolge()
        .or_else(|| wording.behind_so())
        .or_else(|| wording.according())
        .or_else(|| wording.words_of())
        .or_else(|| wording.as_said())
        .or_else(|| wording.whose_words())
        .or_else(|| wording.with_verb())
        .or_else(|| wording.has_said())
        .or_else(|| wording.learnt())
        .or_else(|| wording.for_whom())?;
    Some(Attribution { speaker: before_open_bracket(text, speaker), content: None })
}

/// The words behind the place that a report begins with: 'Kerrick – Das Licht war aus'.
fn behind_dateline<'w, 't>(text: &str, words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    const LONGEST: usize = 3;
    let capital = |at: usize| words.get(at).is_some_and(|word| word.1.starts_with(char::is_uppercase));
    let dash = |at: usize| {
        let gap = words.get(at - 1).zip(words.get(at)).and_then(|(a, b)| Span::new(a.0.end(), b.0.start()).slice(text));
        gap.is_some_and(|gap| matches!(gap, " – " | " — " | " - "))
    };
    let from = (1..=LONGEST).take_while(|&at| capital(at - 1)).find(|&at| dash(at) && capital(at));
    from.and_then(|from| words.get(from..)).unwrap_or(words)
}

/// A name without the bracket that it does not close: 'Tom Hale (KR'.
fn before_open_bracket(text: &str, name: Span) -> Span {
    let written = name.slice(text).unwrap_or("");
    let open = written.rfind('(').filter(|at| *at > 0 && !written.get(*at..).unwrap_or("").contains(')'));
    let end = open.map(|at| written.get(..at).unwrap_or("").trim_end().len());
    end.map_or(name, |length| Span::new(name.start(), name.start().plus(length)))
}

impl Wording<'_> {
    /// 'Händlern zufolge', 'einem Bericht der Reederei zufolge'.
    fn zufolge(&self) -> Option<Span> {
        let at = (1..self.words.len()).find(|&at| self.raw(at) == "zufolge")?;
        let ends = |from: &usize| self.phrase(*from) == Some(at);
        let from = (at.saturating_sub(8)..at).filter(ends).max_by_key(|&from| at - from)?;
        // 'Hat einer Umfrage zufolge': the verb before it is none of its words.
        self.of_words(from, at).or_else(|| self.span(from, at))
    }

    /// Whoever said what a phrase is: 'Angaben der Reederei'.
    fn of_words(&self, from: usize, to: usize) -> Option<Span> {
        let noun = (from..to).find(|&at| self.is_capital(at))?;
        if !WORDS_OF.contains(&*lower(self.raw(noun))) || noun + 1 >= to {
            return None;
        }
        let who = noun + 1 + usize::from(self.is(noun + 1, &["von", "vom"]));
        self.phrase(who).filter(|end| *end <= to).and_then(|end| self.span(who, end))
    }

    /// '…, so Hale.', 'Im Hafen, so Hale, sei das Licht aus.'
    fn behind_so(&self) -> Option<Span> {
        let parted = |at: usize| self.gap(at).contains([',', '"', '“', '”', '»', '«', '–']);
        (1..self.words.len()).filter(|&at| self.raw(at) == "so" && parted(at)).find_map(|at| {
            let end = self.phrase(at + 1)?;
            let closed = end == self.words.len()
                || self.gap(end).contains([',', '.', ';', ':', '–', '('])
                || self.is(end, &["weiter", "am", "im", "in", "bei", "beim", "gegenüber", "zu", "auf", "nach"]);
            let noun = (at + 1..end).find(|&i| self.is_capital(i))?;
            let speaks = !NO_SPEAKERS.contains(&*lower(self.raw(noun))) && self.may_be_subject(at + 1);
            (closed && speaks).then(|| self.span(at + 1, end)).flatten()
        })
    }

    /// 'Laut Hale', 'gemäss israelischem Militär', 'laut einem Bericht der „Hafenpost“'.
    fn according(&self) -> Option<Span> {
        let at = (0..self.words.len()).find(|&at| self.is(at, &["laut", "gemäß", "gemäss"]))?;
        // 'laut hafenlicht.example'
        if self.raw(at + 1).split_once('.').is_some_and(|(_, domain)| (2..=7).contains(&domain.len())) {
            return self.span(at + 1, at + 2);
        }
        // 'Laut eigener Aussage': whoever the subject is.
        let end = self.phrase(at + 1).filter(|_| !self.is(at + 1, &["eigener", "eigenen", "eigenem"]))?;
        let noun = (at + 1..end).find(|&i| self.is_capital(i))?;
        let law = !self.is(at, &["laut"])
            && ["gesetz", "ordnung", "vertrag", "plan"].iter().any(|l| self.raw(noun).ends_with(l));
        // 'sagte Hale laut Redetext': what it was read from.
        let read =
            ["redetext", "manuskript", "transkript", "wortlaut"].iter().any(|l| lower(self.raw(noun)).ends_with(l));
        let speaks =
            !law && !read && !self.is(noun, &["gesetz", "verordnung", "vertrag", "paragraf", "vorschrift", "artikel"]);
        let named = || self.named_behind(end).filter(|_| !(at + 1..end).any(|i| self.is_name(i)));
        self.of_words(at + 1, end).or_else(named).or_else(|| self.span(at + 1, end)).filter(|_| speaks)
    }

    /// 'Laut dem Präsidenten des Hafens, Tom Hale, sei': the name between commas behind what somebody is.
    fn named_behind(&self, end: usize) -> Option<Span> {
        let last = (end..end + 4).find(|&at| self.gap(at + 1).starts_with(','))?;
        let name = (end..=last).all(|at| self.is_capital(at)) && self.is_name(end);
        (name && last > end && self.gap(end) == ", ").then(|| self.span(end, last + 1)).flatten()
    }

    /// Whether a word is a first name.
    fn is_name(&self, at: usize) -> bool {
        HE_NAMES.contains(self.raw(at)) || SHE_NAMES.contains(self.raw(at))
    }

    /// 'Nach Angaben der Reederei', 'Daten der Reederei zeigen', 'aus Sicht von Hale', 'heißt es bei der Reederei'.
    fn words_of(&self) -> Option<Span> {
        (0..self.words.len()).find_map(|at| {
            if self.is(at, &["heißt", "heisst", "hieß", "hiess"]) && self.is(at + 1, &["es"]) {
                let by = self.is(at + 2, &["bei", "beim", "im", "von", "vom"]);
                let within = self.is(at + 2, &["in"]) && self.is(at + 3, &["der", "dem", "den", "einem", "einer"]);
                return (by || within).then(|| self.place(at + 3)).flatten();
            }
            if !WORDS_OF.contains(&*lower(self.raw(at))) || !self.is_capital(at) {
                return None;
            }
            let said = at > 0 && self.is(at - 1, &["nach", "aus"]);
            let who = at + 1 + usize::from(self.is(at + 1, &["von", "vom"]));
            let of = who > at + 1 || self.is(who, &["des", "der", "eines", "einer"]) || said && self.is_adjective(who);
            let end = self.phrase(who).filter(|_| of)?;
            let shown = self.is(end, &["zeigen", "zeigt", "belegen", "belegt", "zufolge"]) && at <= 3;
            (said || shown).then(|| self.span(who, end)).flatten()
        })
    }

    /// 'Nach norländischen Angaben': whose they are, an adjective says.
    fn whose_words(&self) -> Option<Span> {
        if let Some(whose) = self.in_whose_view() {
            return Some(whose);
        }
        let at = (1..self.words.len()).find(|&at| matches!(self.raw(at), "Angaben" | "Informationen" | "Berichten"))?;
        let of = at.checked_sub(2).filter(|&of| self.is(of, &["nach"]))?;
        let whose = self.is_adjective(of + 1) && self.raw(of + 1).ends_with("en") && !self.is(of + 1, NOBODYS);
        whose.then(|| self.span(of + 1, at + 1)).flatten()
    }

    /// Where it is said: 'bei der Reederei', 'in einem Bericht der Reederei'.
    fn place(&self, from: usize) -> Option<Span> {
        let end = self.phrase(from)?;
        let noun = (from..end).find(|&at| self.is_capital(at))?;
        let nobodys = NO_SPEAKERS.contains(&*lower(self.raw(noun)));
        self.of_words(from, end).or_else(|| self.span(from, end).filter(|_| !nobodys))
    }

    /// 'Wie die Reederei am Freitag mitteilte, …'
    fn as_said(&self) -> Option<Span> {
        const NEAR: usize = 14;
        (0..self.words.len())
            .filter(|&at| self.is(at, &["wie"]) && (at == 0 || self.gap(at).contains([',', '–'])))
            .find_map(|at| {
                let end = self.phrase(at + 1).filter(|_| self.may_be_subject(at + 1))?;
                let closes = |i: &usize| *i > at && self.gap(i + 1).contains([',', '.', ':', ';', '–']);
                let last = (end..(end + NEAR).min(self.words.len())).find(closes)?;
                let two = self.raw(last) == "gab" && self.raw(last - 1) == "bekannt";
                (AS_SAID.contains(self.raw(last)) || two).then(|| self.span(at + 1, end)).flatten()
            })
    }

    /// 'Erfuhr die APA aus dem Rathaus'.
    fn learnt(&self) -> Option<Span> {
        let at = (1..self.words.len()).find(|&at| self.raw(at) == "erfuhr" && self.gap(at).contains(','))?;
        self.phrase(at + 1).and_then(|end| self.span(at + 1, end))
    }

    /// 'Für den Lotsen Tom Hale ist das Licht ein Zeichen': somebody by name, and what it is for them.
    fn for_whom(&self) -> Option<Span> {
        let given = |at: usize| HE_NAMES.contains(self.raw(at)) || SHE_NAMES.contains(self.raw(at));
        let from = 1 + usize::from(self.is(1, &["den", "die"]));
        let end = self.phrase(from).filter(|_| self.is(0, &["für"]))?;
        // Not for a player, whose season is over.
        const EXPERTS: &[&str] = &[
            "rechtler",
            "forscher",
            "experte",
            "experten",
            "wissenschaftler",
            "politiker",
            "minister",
            "ökonom",
            "ökonomen",
            "historiker",
            "soziologe",
            "soziologen",
            "anwalt",
            "professor",
            "kritiker",
            "analyst",
            "analysten",
            "kenner",
        ];
        let expert = |at: usize| {
            let word = lower(self.raw(at));
            EXPERTS.iter().any(|end| word.strip_suffix("in").unwrap_or(&word).ends_with(end))
        };
        let name = (from..end).rfind(|&at| given(at) && at + 1 < end && at > from && expert(at - 1))?;
        let is = self.is(end, &["ist", "sind", "war", "waren", "steht", "bleibt", "bedeutet", "gehört"]);
        let certain = !self.is(end, &["steht"]) || self.is(end + 1, &["fest"]);
        let named = (name..end).all(|at| self.is_capital(at));
        (is && certain && named).then(|| self.span(name, end)).flatten()
    }

    /// A verb of saying with its subject before it or behind it.
    fn with_verb(&self) -> Option<Span> {
        const NEAR: usize = 60;
        (1..self.words.len().min(NEAR)).filter(|&at| self.says(at)).find_map(|at| {
            let outside = self.words.get(at).is_some_and(|word| !is_quoted(self.text, word.0));
            // 'Der Turm schwebt Hale vor': the one before it is what is said.
            let first = || self.before(at).filter(|_| !self.raw(at).starts_with("schweb"));
            outside.then(|| first().or_else(|| self.behind(at))).flatten()
        })
    }

    /// 'Die Lotsen haben vermutet, dass', 'im Mai hatte Ines Hale erklärt, dass'.
    fn has_said(&self) -> Option<Span> {
        const NEAR: usize = 20;
        let unquoted = |at: usize| self.words.get(at).is_some_and(|word| !is_quoted(self.text, word.0));
        let has =
            (1..self.words.len()).find(|&at| self.is(at, &["hat", "haben", "hatte", "hatten"]) && unquoted(at))?;
        let last = self.words.len() - 1;
        let of = |at: usize| at == last && self.is(at, SPOKEN_OF);
        let said = (has + 1..(has + NEAR).min(self.words.len())).find(|&at| SAID.contains(self.raw(at)) || of(at))?;
        let told = self.gap(said + 1).contains(':')
            || self.is(said + 1, &["dass", "wie", "ob"])
            || of(said)
            || self.is_reported_behind(said);
        let near = (has + 1..=said).all(|at| !self.gap(at).contains([',', ';', ':', '–']));
        let before = || {
            let from = usize::from(self.is(0, &["doch", "aber", "und", "auch"]));
            let end = self.phrase(from).filter(|_| self.may_be_subject(from))?;
            // 'Ines Hale (46) hat'
            let aged = end + 1 == has && self.gap(end).contains('(') && self.gap(has).contains(')');
            if aged {
                return self.span(from, end);
            }
            let titled = (end..has).all(|at| self.is_capital(at)) && !self.gap(end).contains(',');
            titled.then(|| self.span(from, has)).flatten()
        };
        let behind = || {
            let opened = self.phrase(0).is_none() && (1..=has).all(|at| !self.gap(at).contains([',', ':', ';']));
            let at = self.behind_adverbs(has + 1);
            let end = self.phrase(at).filter(|_| opened && self.may_be_subject(at))?;
            self.span(at, end)
        };
        (told && near).then(|| before().or_else(behind)).flatten()
    }

    /// Whether a word is a verb of saying where it stands.
    fn says(&self, at: usize) -> bool {
        let behind =
            |any: &str| (at + 1..self.words.len()).any(|i| any.split_whitespace().any(|word| self.raw(i) == word));
        let clause = || (at + 1..=self.words.len()).any(|i| self.gap(i).contains([',', ':', '"', '„', '»', '«']));
        let quoted_before = || self.gap(at).contains([',', '"', '“', '”', '»', '«']);
        match VERBS.get(self.raw(at)) {
            // 'Zusätzlich empfiehlt es sich', 'eine Lampe findet sich im Hafen'
            Some(_) if self.is(at + 1, &["es"]) && self.is(at + 2, &["sich"]) => false,
            Some(_) if self.is(at, &["findet"]) && self.is(at + 1, &["sich"]) => false,
            // 'Hier gibt es Lampen zu kaufen', 'Hale schreibt über Lampen, Licht und Nebel'
            Some(Says::Parted(_)) if self.is(at, &["gibt"]) && self.is(at + 1, &["es"]) => false,
            Some(_) if self.means_otherwise(at) => false,
            Some(Says::Stating) if self.is(at + 1, &["über", "von"]) && !quoted_before() => false,
            Some(Says::Speaking) => true,
            Some(Says::Stating) => quoted_before() || clause(),
            Some(Says::Parted(with)) => behind(with),
            None => false,
        }
    }

    /// The subject that a sentence begins with, up to its verb: 'Der Sprecher der Reederei, Tom Hale, sagte'.
    fn before(&self, verb: usize) -> Option<Span> {
        let from = usize::from(self.is(0, &["doch", "aber", "und", "auch"]));
        let end = self.phrase(from).filter(|end| *end <= verb && self.may_be_subject(from))?;
        // 'Das Amt (KA) verkläre das Licht, sagte': the bracket is closed, and a clause goes on.
        let goes_on = self.gap(end).contains('(')
            && !self.gap(verb).contains(')')
            && (end + 1..verb).any(|i| self.gap(i).contains(')') && !self.gap(i).contains(','));
        let aside = self.gap(end).contains([',', '(', '–']) && self.gap(verb).contains([',', ')', '–']) && !goes_on;
        if self.is_comma_forgotten(from, end, verb) {
            return self.span(end, verb);
        }
        // 'Hale vom Hafenamt in Kerrick sagte': before the verb stands one phrase, and it is the subject.
        let hung = self.is(end, &["von", "vom", "bei", "beim", "aus", "in", "im", "der", "des"])
            && (end + 1..=verb).all(|i| !self.gap(i).contains([',', ';', ':', '–', '"', '„']))
            && !(end..verb).any(|i| is_finite(self.raw(i)));
        if end < verb && hung && self.is_capital(verb - 1) {
            return self.span(from, end);
        }
        // 'Das Licht war aus, der Nebel dicht, sagte': a clause and no subject.
        let clause = aside && (end..verb).any(|i| is_finite(self.raw(i)) && !self.gap(i + 1).contains(','));
        if end < verb && (!aside || clause) || end == verb && self.gap(verb) != " " {
            return None;
        }
        let name = (end..verb).all(|i| self.is_capital(i)) && verb - end >= 2 && self.is(from, &["der", "die", "das"]);
        if name {
            return self.span(end, verb);
        }
        // 'Lotsin Ines Hale warf der Reederei vor': a person's name, and no other behind the verb.
        let person = (from..end).all(|i| self.is_capital(i)) && end - from >= 2 && !self.names_in_full(verb + 1);
        let certain = self.accused_behind(verb)
            || self.is(from, &["der", "ein"])
            || self.is_clause(verb)
            || person
            || !self.names_somebody(verb + 1);
        certain.then(|| self.span(from, end)).flatten()
    }

    /// Whether a verb has a clause for its object, right behind it or behind an adverb.
    fn is_clause(&self, verb: usize) -> bool {
        !self.names_somebody(verb + 1) && (verb + 1..=verb + 6).any(|i| self.gap(i).contains([',', ':']))
    }

    /// Whether a name of several words stands at a place, adverbs passed, or behind one word with an article.
    fn names_in_full(&self, at: usize) -> bool {
        let at = self.behind_adverbs(at);
        let end = self.phrase(at).unwrap_or(at);
        (at + 1..end).any(|i| self.is_capital(i) && self.is_capital(i - 1))
    }

    /// Whether what stands behind a verb is its object, as what is said of it shows: 'kritisierte Hale, den Lotsen'.
    fn accused_behind(&self, verb: usize) -> bool {
        self.phrase(verb + 1).is_some_and(|end| self.gap(end) == ", " && self.raw(end) == "den")
    }

    /// Whether a masculine subject or a name stands at a place, adverbs passed.
    fn names_somebody(&self, at: usize) -> bool {
        let at = self.behind_adverbs(at);
        if !self.gap(at).starts_with(' ') {
            return false;
        }
        let article = self.is(at, &["der", "ein"]) && self.may_be_subject(at);
        article && self.phrase(at).is_some() || self.is_capital(at) && self.phrase(at).is_some()
    }

    /// The subject behind its verb: '…, sagte Hale am Freitag', 'Mehr Licht fordert auch der Hafenmeister'.
    fn behind(&self, verb: usize) -> Option<Span> {
        let parted = self.gap(verb).contains([',', '"', '“', '”', '»', '«', '–']);
        let opening = self.phrase(0).filter(|_| !parted);
        let mut at = self.behind_adverbs(verb + 1);
        // 'Sagte dem Sender der Bürgermeister'
        if self.is(at, &["dem", "den"]) {
            at = self.phrase(at)?;
        }
        let opened = verb <= 12 && opening.is_none() && is_opening(self);
        if (parted || opened) && self.is(at, &["er", "sie"]) && self.gap(at) == " " {
            return self.span(at, at + 1);
        }
        let end = self.phrase(at).filter(|_| self.may_be_subject(at) && self.gap(at).starts_with(' '))?;
        // Behind an object only a nominative that is no accusative will do.
        let object = opening.is_some_and(|end| end == verb);
        let nominative = self.is(at, &["der", "ein"]);
        let main = parted || verb <= 8 && opened || object && nominative;
        main.then(|| self.named_beside(at, end).or_else(|| self.span(at, end))).flatten()
    }

    /// The name that stands beside a word for what somebody is: 'der Leiter des Hafens, Tom Hale.'
    fn named_beside(&self, from: usize, end: usize) -> Option<Span> {
        let close = self.names_end(end).filter(|close| self.gap(end) == ", " && (2..=3).contains(&(close - end)))?;
        let alone = self.gap(close).starts_with([',', '.', ':', ';']) || self.is(close, &["am", "im", "in"]);
        let role = self.is(from, &["der", "die"])
            && !(from..end).any(|at| self.is_capital(at) && self.is_capital(at + 1) && at + 1 < end);
        (role && alone).then(|| self.span(end, close)).flatten()
    }

    /// Where a run of capitals ends that begins at a place.
    fn names_end(&self, from: usize) -> Option<usize> {
        let inside = |at: &usize| *at == from || self.gap(*at) == " ";
        let length = (from..self.words.len()).take_while(|at| self.is_capital(*at) && inside(at)).count();
        (length > 0).then_some(from + length)
    }

    /// The first word that is no adverb, and no day: 'auch am Freitag'.
    fn behind_adverbs(&self, from: usize) -> usize {
        const ADVERBS: &[&str] = &[
            "auch",
            "nun",
            "jetzt",
            "zudem",
            "zugleich",
            "dagegen",
            "hingegen",
            "jedoch",
            "aber",
            "gestern",
            "heute",
            "bereits",
            "daher",
            "deshalb",
            "indes",
            "unterdessen",
            "wiederum",
            "etwa",
            "zuletzt",
            "außerdem",
            "dazu",
        ];
        let mut at = from;
        while self.is(at, ADVERBS) {
            at += 1;
        }
        let day = self.is(at, &["am"]) && self.raw(at + 1).contains("tag");
        at + if day { 2 } else { 0 }
    }

    /// Whether a phrase can be in the nominative: not 'dem Hafen', not 'der Stadt'.
    fn may_be_subject(&self, from: usize) -> bool {
        let oblique = self.is(from, &["dem", "den", "des", "einem", "einen", "einer", "eines"]);
        let noun = (from..from + 6).find(|&at| self.is_capital(at) && !(at == from && self.is(at, &["der"])));
        let feminine = self.is(from, &["der"]) && noun.is_some_and(|at| nominative::is_feminine(self.raw(at)));
        !oblique && !feminine
    }
}

/// Whether a sentence opens with an adverb or a phrase with a preposition.
fn is_opening(wording: &Wording<'_>) -> bool {
    wording.phrase(0).is_none()
        && !wording.is(0, &["er", "sie", "es", "wir", "ich", "man", "wer", "was", "dass", "wie"])
}

/// Whether a word is one of the commonest finite verbs.
fn is_finite(word: &str) -> bool {
    matches!(
        word,
        "ist"
            | "sind"
            | "war"
            | "waren"
            | "hat"
            | "haben"
            | "hatte"
            | "wird"
            | "werden"
            | "wurde"
            | "sei"
            | "seien"
            | "habe"
            | "werde"
            | "kann"
            | "könne"
            | "muss"
            | "müsse"
            | "soll"
            | "solle"
            | "gibt"
            | "gebe"
    )
}
