//! Whether a sentence of a language that is written with spaces stands alone. Refuses to mend it: a word that points out of it
//! is enough, wherever a reader would ask who or what.

use super::script;
use super::table::{Head, Lexicon, Part, Parts, Way};
use crate::analysis::quotations::Quoted;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// Below this many words a quotation that leans says nothing alone.
const SHORT_QUOTATION: usize = 9;

/// Up to this place of a sentence a demonstrative or a pronoun has nothing before it that it could stand for.
const SOON: usize = 4;

/// 'of' in several languages.
const OF: &[&str] =
    &["de", "del", "d", "di", "da", "du", "des", "do", "della", "al", "alla", "che", "que", "aos", "ao", "à"];

/// Articles in languages whose verbs can come first.
const ARTICLES: &[&str] =
    &["el", "la", "los", "las", "un", "una", "o", "a", "os", "as", "um", "uma", "il", "lo", "gli", "le", "l"];

/// 'and' in several languages.
const AND: &[&str] = &["y", "e", "et", "и", "і", "i", "oraz", "और", "و"];

/// Conjunctions that end as verbs do.
const NO_VERBS: &[&str] = &["jeśli", "jeżeli", "czyli"];

/// A word of a sentence.
struct Word {
    span: Span,
    lower: String,
    capital: bool,
    parts: Parts,
}

/// A word's place in a text.
struct Place<'p> {
    body: &'p str,
    words: &'p [Word],
    at: usize,
    /// Whether it stands outside quotation marks.
    free: bool,
    /// Whether somebody is named who says the text.
    credited: bool,
    /// Whether a name stands before it.
    named: bool,
}

impl Lexicon {
    /// The words of a text; what an apostrophe elides is a word of its own.
    fn words(&self, text: &str) -> Vec<Word> {
        let elides = matches!(self.table.tag, "fr" | "it");
        let mut words = Vec::new();
        for (span, written) in segment::words(text) {
            let mut from = 0;
            for piece in written.split(|c| elides && matches!(c, '\'' | '’')).filter(|piece| !piece.is_empty()) {
                let at = written.get(from..).and_then(|rest| rest.find(piece)).map_or(from, |at| from + at);
                from = at + piece.len();
                let lower = lower(piece).into_owned();
                let parts = self.parts(&lower);
                let span = Span::new(at, from).within(span.start());
                words.push(Word { span, lower, capital: piece.starts_with(char::is_uppercase), parts });
            }
        }
        words
    }

    fn head(&self, words: &[Word]) -> Vec<Head> {
        const LONGEST: usize = 7;
        let said: Vec<&str> = words.iter().take(LONGEST).map(|word| word.lower.as_str()).collect();
        self.heads(&said).collect()
    }

    /// How long a connective at the head of a text is that can go, with what stands behind it.
    pub(super) fn joint(&self, body: &str) -> usize {
        let words = self.words(body);
        if words.first().is_none_or(|word| word.span.start().bytes() > 0) {
            return 0;
        }
        let joints = self.head(&words).into_iter().filter_map(|head| match head {
            Head::Joins { words: count, bare } => self.can_go(body, &words, count, bare),
            _ => None,
        });
        joints.max().unwrap_or(0)
    }

    /// Where the text goes on behind its first words, so many of them, where they can go.
    fn can_go(&self, body: &str, words: &[Word], count: usize, bare: bool) -> Option<usize> {
        const THAT: &[&str] = &["que", "che", "что", "що", "że", "कि", "أن"];
        let (last, next) = (words.get(count.checked_sub(1)?)?, words.get(count)?);
        let gap = Span::new(last.span.end(), next.span.start()).slice(body)?;
        let comma = gap.starts_with([',', '،']);
        let plain = gap.trim_start_matches([',', '،']).trim_start().is_empty();
        // 'It is said that the ship sank, and that the port': the second clause would lose its first.
        let paired = THAT.contains(&last.lower.as_str())
            && words.windows(2).skip(count).any(|two| match two {
                [and, that] => that.lower == last.lower && AND.contains(&and.lower.as_str()),
                _ => false,
            });
        // The capital of a Turkish 'i' is another letter than elsewhere.
        let dotted = self.table.tag == "tr" && next.lower.starts_with('i');
        ((comma || bare) && plain && !paired && !dotted).then(|| next.span.start().bytes())
    }

    /// Whether a sentence is a notice, a request, or has no verb of its own.
    pub(super) fn is_unfit(&self, sentence: &str) -> bool {
        let lowered = sentence.to_lowercase();
        if self.table.page.iter().any(|notice| lowered.contains(notice)) {
            return true;
        }
        let words = self.words(sentence);
        let bids = words.first().is_some_and(|word| word.parts.has(Part::Bidding));
        bids || script::lacks_verb(self.table.tag, sentence)
            || script::is_instruction(self.table.tag, sentence)
            || self.is_taken_up(&words)
    }

    /// 'Una acción que cogió desprevenido al meta.': a noun that takes up what was said, and clauses that hang on it.
    fn is_taken_up(&self, words: &[Word]) -> bool {
        let (verbs, that): (&[&str], &[&str]) = match self.table.tag {
            "es" => (
                &["ó", "aron", "ieron", "aba", "aban", "ía", "ían", "rá", "rán", "está", "están"],
                &["que", "quien", "donde"],
            ),
            "pt" => (
                &["ou", "aram", "eram", "iram", "ava", "avam", "ia", "iam", "rá", "rão", "está"],
                &["que", "quem", "onde"],
            ),
            "fr" => (&["ait", "aient", "era", "eront", "ira", "iront"], &["qui", "que", "qu", "dont", "où"]),
            "it" => (&["ò", "ava", "avano", "eva", "evano", "iva", "rà", "ranno"], &["che", "cui", "dove"]),
            _ => return false,
        };
        const PLAIN: &[&str] = &[
            "es", "son", "fue", "fueron", "era", "ha", "han", "tiene", "tienen", "puede", "pueden", "hay", "pudo",
            "tuvo", "hizo", "é", "são", "foi", "tem", "pode", "há", "fez", "è", "sono", "hanno", "può", "fu",
            "permite", "dijo", "disse", "muere", "murió", "ha", "vai", "va", "a", "ont", "est", "sont", "peut", "doit",
            "fait", "veut", "vont",
        ];
        let opens = words.first().is_some_and(|w| {
            matches!(w.lower.as_str(), "un" | "una" | "unos" | "unas" | "um" | "uma" | "une" | "algo")
        });
        let finite = |w: &&Word| PLAIN.contains(&w.lower.as_str()) || verbs.iter().any(|end| w.lower.ends_with(end));
        let third = |ends: &[&str]| words.get(2).is_some_and(|w| ends.iter().any(|end| w.lower.ends_with(end)));
        let second = |word: &str| words.get(2).is_some_and(|w| w.lower == word);
        let infinitive = words.get(3).is_some_and(|w| ["er", "ir", "re"].iter().any(|end| w.lower.ends_with(end)));
        // 'Une demande formulée par', 'Une manière d'établir'
        let french =
            self.table.tag == "fr" && (third(&["é", "ée", "és", "ées"]) || (second("de") || second("d")) && infinitive);
        let hangs = french || words.iter().take(6).any(|w| that.contains(&w.lower.as_str()));
        let clauses = words.iter().filter(|w| that.contains(&w.lower.as_str())).count();
        opens && hangs && words.iter().filter(finite).count() <= clauses
    }

    /// How well a text reads alone; `None` where it leans.
    pub(super) fn standing(&self, body: &str, credited: bool) -> Option<f32> {
        let words = self.words(body);
        let first = words.first()?;
        let quoted = Quoted::default().spans(body);
        let free = |word: &Word| !quoted.iter().any(|q| q.covers(word.span));
        let spoken = !free(first) && credited && words.len() >= SHORT_QUOTATION;
        // '“This is a success”, says Hale.'
        let timely = words.iter().skip(1).take(2).any(|word| word.parts.has(Part::Time));
        let shows = spoken && first.parts.has(Part::Demonstrative) && !timely;
        if shows || !spoken && self.opens_leaning(body, &words) {
            return None;
        }
        let mut named = first.capital && first.parts.is_empty() && words.get(1).is_some_and(|word| word.capital);
        let mut fitness = 1.0f32;
        for (at, word) in words.iter().enumerate() {
            let place = Place { body, words: &words, at, free: free(word), credited, named };
            fitness *= self.reads(word, &place)?;
            named |= at > 0 && word.capital && !word.parts.has(Part::Personal);
        }
        Some(fitness)
    }

    /// How well one word reads apart from the article, about 1; `None` where nobody could tell whom or what it means.
    fn reads(&self, word: &Word, place: &Place<'_>) -> Option<f32> {
        let &Place { body, words, at, free, credited, named } = place;
        let parts = word.parts;
        let weight = |knows: f32, not: f32| Some(if named { knows } else { not });
        if parts.has(Part::Personal) || self.speaks_of_self(word, at + 1 == words.len()) {
            (!free && credited).then_some(0.9)
        } else if parts.has(Part::Addressed) {
            let said = at > 0 && (free || credited);
            said.then_some(if free { 0.4 } else { 0.9 })
        } else if !free {
            Some(1.0)
        } else if parts.has(Part::Demonstrative) {
            let timely = words.iter().skip(at + 1).take(2).any(|word| word.parts.has(Part::Time));
            match () {
                () if timely || !self.points(words, at) => Some(1.0),
                () if at < SOON => None,
                () if self.takes_up(words, at) => None,
                () => weight(0.75, 0.45),
            }
        } else if at > 0 && parts.has(Part::Subject) && self.is_pronoun(words, at) {
            let unknown =
                !named && (at <= SOON || begins_clause(body, words, at)) || self.follows_phrase(body, words, at);
            if unknown { None } else { weight(0.9, 0.45) }
        } else if parts.has(Part::Possessive) {
            let opens = at <= 1 || at == 2 && self.table.way == Way::Ergative;
            if opens { None } else { weight(0.95, 0.65) }
        } else {
            Some(1.0)
        }
    }

    /// 'Hale says that this model': a noun behind the demonstrative at a place, and none like it before. 'In this' is of the
    /// article itself.
    fn takes_up(&self, words: &[Word], at: usize) -> bool {
        const STEM: usize = 4;
        let this = words.get(at).map_or("", |word| word.lower.as_str());
        let itself =
            matches!(this, "neste" | "nesta") || !matches!(self.table.tag, "es" | "pt" | "it" | "fr" | "ru" | "uk");
        let noun = words.get(at + 1).filter(|word| word.lower.chars().count() >= STEM && !itself);
        noun.is_some_and(|noun| {
            let stem: String = noun.lower.chars().take(STEM).collect();
            noun.parts.is_empty() && !words.iter().take(at).any(|word| word.lower.starts_with(&stem))
        })
    }

    /// 'Dans le port, ils': whether the pronoun at a place is the subject behind an opening phrase, so that what is named before
    /// it is a place or a time.
    fn follows_phrase(&self, body: &str, words: &[Word], at: usize) -> bool {
        let opening = |word: &Word| self.table.openings.split(' ').any(|known| known == word.lower);
        if !words.first().is_some_and(opening) {
            return false;
        }
        let comma = body.find(',').unwrap_or(body.len());
        let next = words.iter().position(|word| word.span.start().bytes() > comma);
        next == Some(at)
    }

    /// Whether a word ends as verbs of the first person or what is theirs do.
    fn speaks_of_self(&self, word: &Word, last: bool) -> bool {
        let ends = |endings: &[&str]| endings.iter().any(|end| word.lower.ends_with(end));
        ends(self.table.personal_ends) || last && ends(self.table.closing_ends)
    }

    /// Whether the demonstrative at a place points: not 'ce que', 'el este', 'that' of a clause.
    fn points(&self, words: &[Word], at: usize) -> bool {
        let word = |at: usize| words.get(at).map_or("", |word| word.lower.as_str());
        let (this, next) = (word(at), word(at + 1));
        let before = at.checked_sub(1).map_or("", word);
        match self.table.tag {
            // 'X — это Y', 'jeśli X, to Y'.
            "ru" | "uk" | "pl" | "cs" if at > 1 && matches!(this, "это" | "це" | "to") => false,
            "fr" => !matches!(next, "qui" | "que" | "qu" | "dont" | "à"),
            "es" if this == "este" && before == "el" => false,
            "es" => !matches!(next, "que" | "quienes"),
            "it" | "pt" => !matches!(next, "che" | "que"),
            // A relative pronoun or an article elsewhere.
            "nl" => at == 0 || !matches!(this, "die" | "dat"),
            "pl" | "cs" => !matches!(next, "że" | "co" | "kto" | "który" | "która" | "które" | "že" | "kdo" | "který"),
            _ => true,
        }
    }

    /// Whether what can be a pronoun is one: a Nordic 'de' is an article before a noun.
    fn is_pronoun(&self, words: &[Word], at: usize) -> bool {
        let Some(word) = words.get(at) else { return false };
        if self.table.tag == "tr" {
            return false;
        }
        !word.parts.has(Part::BeforeVerb) || self.is_before_verb(words, at)
    }

    fn is_before_verb(&self, words: &[Word], at: usize) -> bool {
        words.get(at + 1).is_some_and(|next| {
            next.parts.has(Part::Verb)
                || self.table.way == Way::SubjectFirst && ["ade", "ede"].iter().any(|end| next.lower.ends_with(end))
        })
    }

    /// Whether the first words lean on what stands before.
    fn opens_leaning(&self, body: &str, words: &[Word]) -> bool {
        let heads = self.head(words);
        if heads.contains(&Head::Empty) {
            return false;
        }
        let Some(first) = words.first() else { return true };
        let next = words.get(1);
        let followed = |at: usize| words.get(at + 1).is_some_and(|word| OF.contains(&word.lower.as_str()));
        let later = words.iter().enumerate().skip(1).take(3).any(|(at, word)| {
            let apart = body.get(word.span.end().bytes()..).is_some_and(|rest| rest.starts_with(','));
            word.parts.has(Part::Later) && !followed(at) && apart
        });
        let timely =
            first.parts.has(Part::Demonstrative) && words.iter().skip(1).take(2).any(|word| word.parts.has(Part::Time));
        let bare_verb = !NO_VERBS.contains(&first.lower.as_str())
            && self.table.verb_ends.iter().any(|end| first.lower.ends_with(end))
            && next.is_some_and(|next| !next.capital && !ARTICLES.contains(&next.lower.as_str()));
        // 'Wir', 'Hay': a name that begins like a word of the table is written with a second capital.
        let title = first.capital && next.is_some_and(|next| next.capital) && first.lower.chars().count() > 3;
        let said_that = self.table.way == Way::VerbFirst
            && first.parts.has(Part::Saying)
            && next.is_some_and(|next| next.parts.has(Part::That));
        heads.contains(&Head::Leans)
            || said_that
            || later
            || bare_verb && !title
            || first.parts.has(Part::Pointer) && !timely
            || first.parts.has(Part::Subject) && self.is_pronoun(words, 0) && !timely
            || first.parts.has(Part::BeforeVerb) && self.is_before_verb(words, 0)
            || first.parts.has(Part::Adverb) && !followed(0)
            || first.parts.has(Part::VerbFirst)
    }
}

/// Whether a clause begins with the word at a place: its comma is at most two words before it.
fn begins_clause(body: &str, words: &[Word], at: usize) -> bool {
    let from = at.saturating_sub(2);
    words.get(from..=at).unwrap_or_default().windows(2).any(|pair| match pair {
        [a, b] => Span::new(a.span.end(), b.span.start()).slice(body).is_some_and(|gap| gap.contains(',')),
        _ => false,
    })
}
