//! What a passage has in the place of a name of a claim: the name itself, its land, its short form, a pronoun or a common
//! noun that may stand for it, or another name. Refuses to know who is meant where words do not show it.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::LazyLock;

use super::names::is_same;
use super::short_forms;
use super::slots::{Beside, Row};
use super::{Gate, Heard};
use crate::analysis::evidence::Place;
use crate::analysis::lexicon::{TITLES, Words, table};
use crate::text::stem::{fold, lower};
use crate::text::{Span, segment};

/// Nouns that stand for an organisation that was named before.
static BODIES: Words = LazyLock::new(|| {
    table(
        "agency airline association authority bank bureau carrier chain charity club college commission committee company corporation council \
         department firm foundation giant group institute league maker manufacturer ministry network office operator \
         organisation organization party regulator retailer team union university watchdog",
    )
});

/// A claim that is asked after its names.
pub(super) struct Asked<'q, 'a> {
    gate: &'q Gate<'a>,
    pub(super) claim: &'q str,
    evidence: &'q [Place],
    pub(super) window: &'q [&'q Heard<'a>],
    /// Made when they are first asked.
    row: OnceCell<Row>,
    before: OnceCell<Vec<&'q Heard<'a>>>,
}

impl<'q, 'a> Asked<'q, 'a> {
    pub(super) fn of(gate: &'q Gate<'a>, claim: &'q str, evidence: &'q [Place], window: &'q [&'q Heard<'a>]) -> Self {
        Self { gate, claim, evidence, window, row: OnceCell::new(), before: OnceCell::new() }
    }

    fn term(&self, name: Span) -> Rc<str> {
        self.gate.term(name.slice(self.claim).unwrap_or_default())
    }

    pub(super) fn row(&self) -> &Row {
        self.row.get_or_init(|| self.gate.row(self.claim))
    }

    /// Whether a sentence has a name of this term, or one that is made of it; an article that is all in small letters has no
    /// names to be told from words.
    fn names(&self, sentence: &Heard<'a>, fits: &dyn Fn(&Rc<str>) -> bool) -> bool {
        let small = self.gate.capitals.is_empty();
        if small { sentence.terms.iter().any(fits) } else { sentence.names.iter().any(fits) }
    }

    fn has_plainly(&self, sentence: &Heard<'a>, term: &Rc<str>) -> bool {
        self.names(sentence, &|known| is_same(known, term))
    }

    /// Whether the window has a name, by its own or its land's name, or by its initials.
    pub(super) fn is_named(&self, name: Span) -> bool {
        let term = self.term(name);
        if self.window.iter().any(|sentence| self.has_plainly(sentence, &term)) {
            return true;
        }
        let lands = self.gate.lands_of(&term);
        let english = self.gate.language.tag() == Some("en");
        let of_land = |known: &Rc<str>| lands.iter().any(|names| names.contains(known));
        self.window.iter().any(|sentence| {
            self.names(sentence, &of_land)
                || !english && !lands.is_empty() && sentence.terms.iter().any(of_land)
                || short_forms::stands_for(self.claim, name, sentence.text)
        })
    }

    /// Whether a name is in the window, or is the land's that the article is about.
    pub(super) fn has(&self, name: Span) -> bool {
        self.is_named(name) || self.gate.is_of_the_land(&self.term(name))
    }

    /// Whether a name may stand for what the passage says in other words, a pronoun or a common noun: where no other name
    /// has its place there.
    pub(super) fn stands_in(&self, name: Span) -> bool {
        let term = self.term(name);
        let gate = self.gate;
        let before = self.before.get_or_init(|| gate.before(self.evidence)).iter();
        let earlier = before.into_iter().any(|sentence| {
            self.has_plainly(sentence, &term) || short_forms::stands_for(self.claim, name, sentence.text)
        });
        (earlier || gate.is_the_subject(&term, self.evidence, self.window)) && !self.is_taken(name)
    }

    /// Whether another name has the place of this one in the passage.
    fn is_taken(&self, name: Span) -> bool {
        if self.gate.language.tag() == Some("de") {
            return false;
        }
        let standing = |beside| self.gate.standing(self.row(), name, beside, self.window);
        let surely = standing(Beside::Two);
        if surely.own || surely.other { surely.is_taken() } else { standing(Beside::One).is_taken() }
    }

    /// Whether a word with a capital is no name but a noun, or stands before one that means it.
    pub(super) fn is_put(&self, name: Span) -> bool {
        self.gate.is_noun(self.claim, name, self.window)
            || self.gate.is_meant(self.claim, name, self.evidence, self.window)
    }

    /// Whether the passage has a word, in small letters too.
    pub(super) fn is_said(&self, name: Span) -> bool {
        let term = self.term(name);
        self.window.iter().any(|sentence| sentence.terms.contains(&term))
    }

    /// Whether the article has one name before another.
    pub(super) fn are_together(&self, first: Span, second: Span) -> bool {
        self.gate.named_before(&self.term(second)).is_some_and(|names| names.contains(&self.term(first)))
    }

    /// Whether the passage has the second of two names, and always with another than the first before it, of which the claim
    /// does not speak: "Kerrick Harbour" is not "Dellmar Harbour".
    pub(super) fn is_led_otherwise(&self, first: Span, second: Span) -> bool {
        let (first, second) = (self.term(first), self.term(second));
        let mut led = false;
        for sentence in self.window {
            let words: Vec<&str> = segment::each_word(sentence.text, |(_, word)| word);
            for (at, word) in words.iter().enumerate().filter(|(_, word)| word.starts_with(char::is_uppercase)) {
                if self.gate.term(word) != second {
                    continue;
                }
                let before = at.checked_sub(1).and_then(|at| words.get(at)).copied().unwrap_or_default();
                let title = TITLES.contains(lower(before).trim_end_matches('.'));
                let term = self.gate.term(before);
                let other =
                    before.starts_with(char::is_uppercase) && !title && !self.gate.language.is_function_word(before);
                if !other || term == first || segment::words(self.claim).any(|(_, own)| self.gate.term(own) == term) {
                    return false;
                }
                led = true;
            }
        }
        led
    }
}

/// Nouns that stand for a place that was named before.
const PLACES: &[&str] = &["city", "town", "village", "county", "island", "country", "nation", "province"];

/// Whether a text speaks of a place without its name: "the city".
pub(super) fn has_place(text: &str) -> bool {
    let words: Vec<&str> = segment::each_word(text, |(_, word)| word);
    let is_place = |word: &str| PLACES.contains(&word.trim_end_matches("'s").trim_end_matches("’s"));
    words.windows(2).any(|pair| matches!(pair, ["the" | "The", place] if is_place(place)))
}

/// Whether a word in lower case stands for an organisation.
pub(super) fn is_body(word: &str) -> bool {
    BODIES.contains(word)
}

/// Whether a text speaks of a body without its name: "the company".
pub(super) fn has_body(text: &str) -> bool {
    let words: Vec<&str> = segment::each_word(text, |(_, word)| word);
    let unnamed = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).copied().unwrap_or_default();
        !before.starts_with(char::is_uppercase) && !["a", "an", "another", "other", "no"].contains(&before)
            || before == "The"
    };
    words.iter().enumerate().any(|(at, word)| BODIES.contains(&*fold(word)) && unnamed(at))
}

#[cfg(test)]
mod tests {
    use crate::analysis::gate::tests::judged_in;

    #[test]
    fn a_name_is_there_in_another_form_and_a_noun_is_no_name() {
        let mut wrong = Vec::new();
        for (language, passage, claim, missing) in [
            ("de", "Sie lernt die deutsche Sprache im Kurs.", "Sie lernt im Kurs Deutsch.", false),
            ("de", "Auf dem Arbeitsmarkt fand der Lotse keinen Halt.", "Der Lotse fand im Kurs und so Arbeit.", false),
            ("de", "Die Zölle sinken schrittweise auf null.", "Die Zölle sinken Schritt für Schritt auf null.", false),
            ("de", "Der Vorstandsvorsitzende Reeve ging.", "Gestern ging Vorstandschef Reeve.", false),
            ("de", "Der polnische Lotse Reeve ging.", "Der Lotse Reeve aus Polen ging.", false),
            ("de", "Der polnische Lotse Reeve ging.", "Der Lotse Reeve aus Norland ging.", true),
            ("es", "El piloto polaco Tomas Reeve se fue.", "El piloto Tomas Reeve, de Polonia, se fue.", false),
            ("es", "El piloto polaco Tomas Reeve se fue.", "El piloto Tomas Reeve, de Norlandia, se fue.", true),
            ("fr", "Les ports du marché européen sont vides.", "Les ports vides sont ceux d’Europe.", false),
        ] {
            let verdict = judged_in(language, passage, passage, claim);
            if verdict.missing_names.is_empty() == missing {
                wrong.push(format!("{claim} {verdict:?}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn the_city_is_the_one_that_the_article_is_about() {
        let article = "Kerrick lost its clerk. The city's chief clerk was fired this week, Reeve said. Kerrick has a port. \
            The council of Kerrick met. Dellmar is far from Kerrick.";
        let passage = "The city's chief clerk was fired this week, Reeve said.";
        for (claim, missing) in [
            ("This week Kerrick fired its chief clerk, Reeve said.", false),
            ("This week Dellmar fired its chief clerk, Reeve said.", true),
        ] {
            let verdict = judged_in("en", article, passage, claim);
            assert_eq!(!verdict.missing_names.is_empty(), missing, "{claim} {verdict:?}");
        }
    }
}
