//! Whether a German 'sein' or 'ihr' has nobody in its clause whose something is, and adjectives that suppose that a thing has come
//! up: 'die erwähnte Lampe'. By the articles of the nouns before it, and by the subject behind the verb. Refuses what could be
//! answered: a noun of unknown gender is an owner.

use super::Clause;
use super::noun::is_person;
use crate::analysis::alone::german::TIMES;
use crate::analysis::attribution::german::is_feminine;
use crate::analysis::lexicon::SHE_NAMES;

/// Whose it can be.
#[derive(Clone, Copy, PartialEq)]
enum Owner {
    /// One that is masculine or neuter.
    His,
    /// One that is feminine, or several.
    Hers,
}

impl Clause<'_, '_, '_> {
    /// Whether a word says whose something is, and nothing in its clause can be meant.
    pub(super) fn is_ownerless(&self, at: usize) -> bool {
        let owner = match self.lower(at) {
            "sein" | "seine" | "seiner" | "seinen" | "seinem" | "seines" => Owner::His,
            "ihr" | "ihre" | "ihrer" | "ihren" | "ihrem" | "ihres" => Owner::Hers,
            _ => return false,
        };
        // 'Ihr Licht', 'ihr altes Licht'; not 'gibt ihr das Licht', 'wird alt sein'.
        let Some(noun) = (at + 1..at + 4).find(|&i| self.is_capital(i)) else { return false };
        let adjectives = (at + 1..noun).all(|i| self.bends(i) && !self.comma_before(i)) && !self.comma_before(noun);
        if !adjectives || noun >= self.end {
            return false;
        }
        if self.lower(noun) == "stelle" && at > 0 && self.lower(at - 1) == "an" {
            return true;
        }
        let before = (0..at).any(|i| self.may_own(i, owner) || self.is_anybody(i));
        let behind =
            noun + (noun..self.end).take_while(|&i| self.is_capital(i) && (i == noun || !self.comma_before(i))).count();
        let subject =
            (behind..self.end).any(|i| self.may_own(i, owner) && !self.is_behind_preposition(i) || self.is_anybody(i));
        // Behind the first clause comes who speaks: 'Ihr Licht sei alt, sagte Hale.'
        let spoken = (self.end..self.words.len()).any(|i| self.words.get(i).is_some_and(|word| word.name));
        !(before || subject || spoken && at < 3)
    }

    /// Whether a word is a noun whose something can be.
    fn may_own(&self, at: usize, owner: Owner) -> bool {
        let Some(word) = self.words.get(at).filter(|_| self.is_capital(at)) else { return false };
        // 'Norländer halten ihr Licht hoch'.
        let people = word.lower.ends_with("er") || word.lower.ends_with("innen");
        let adverb = matches!(
            &*word.lower,
            "später" | "früher" | "immer" | "wieder" | "leider" | "bisher" | "vorher" | "weiter"
        );
        let small =
            || !people || adverb || self.kept.reading.language.is_function_word(word.written) || self.is_capital(1);
        if at == 0 && self.is_small_opening() && small() {
            return false;
        }
        if TIMES.contains(&*word.lower) || word.lower.ends_with("tag") {
            return false;
        }
        match (self.determined(at), owner) {
            (Some(own), owner) => own == owner,
            (None, Owner::His) => {
                !SHE_NAMES.contains(word.written) && !is_feminine(word.written) && word.lower != "usa"
            }
            (None, Owner::Hers) => true,
        }
    }

    /// Whose something of a noun is, as the article before it tells.
    fn determined(&self, noun: usize) -> Option<Owner> {
        let mut at = noun;
        while at > 0 && noun - at < 4 && !self.comma_before(at) {
            at -= 1;
            match self.lower(at) {
                "die" | "eine" | "einer" | "zur" | "keine" | "viele" | "einige" | "mehrere" | "zahlreiche"
                | "beide" | "zwei" | "drei" | "alle" => return Some(Owner::Hers),
                "das" | "dem" | "ein" | "einen" | "einem" | "eines" | "des" | "im" | "am" | "vom" | "zum" | "beim"
                | "ins" => {
                    return Some(Owner::His);
                }
                _ if self.bends(at) => {}
                _ => break,
            }
        }
        None
    }

    /// Whether a word ends as an adjective does.
    fn bends(&self, at: usize) -> bool {
        let word = self.lower(at);
        !self.is_capital(at) && ["e", "en", "er", "es", "em"].iter().any(|end| word.ends_with(end)) && word.len() > 3
    }

    fn is_behind_preposition(&self, noun: usize) -> bool {
        const PLACING: &[&str] = &[
            "in", "im", "an", "am", "auf", "bei", "beim", "mit", "nach", "von", "vom", "zu", "zum", "zur", "für",
            "über", "unter", "vor", "gegen", "durch", "um", "seit", "aus", "neben", "trotz", "wegen", "ins", "bis",
            "ohne", "hinter", "zwischen",
        ];
        let mut at = noun;
        while at > 0 && noun - at < 4 && !self.comma_before(at) {
            at -= 1;
            if PLACING.contains(&self.lower(at)) {
                return true;
            }
            if !self.bends(at) && !matches!(self.lower(at), "der" | "die" | "das" | "dem" | "den" | "des") {
                return false;
            }
        }
        false
    }

    /// 'Jeder', 'man', 'wer': whose it is need not be said.
    fn is_anybody(&self, at: usize) -> bool {
        matches!(
            self.lower(at),
            "jeder"
                | "jede"
                | "jedes"
                | "man"
                | "wer"
                | "niemand"
                | "alle"
                | "viele"
                | "manche"
                | "einige"
                | "einer"
                | "eine"
                | "keiner"
                | "er"
                | "sie"
                | "es"
                | "ihm"
                | "ihn"
                | "ihnen"
                | "beide"
                | "andere"
                | "ich"
                | "wir"
                | "jemand"
                | "das"
                | "dies"
                | "zwei"
                | "drei"
        ) && !self.is_capital(at + 1)
    }

    /// Whether an adjective supposes that a thing has come up before.
    pub(super) fn supposes(&self, at: usize) -> bool {
        const ENDINGS: &[&str] = &["e", "en", "er", "es", "em"];
        let word = self.lower(at);
        let stem = ENDINGS.iter().find_map(|end| word.strip_suffix(end)).unwrap_or("");
        let before = at.checked_sub(1).map_or("", |before| self.lower(before));
        let definite = matches!(
            before,
            "der" | "die" | "das" | "dem" | "den" | "des" | "im" | "am" | "vom" | "zum" | "zur" | "beim"
        );
        let said = matches!(before, "bereits" | "schon" | "eingangs" | "oben" | "zuvor" | "vorhin" | "obig");
        let noun = self.is_capital(at + 1);
        match stem {
            "erwähnt" | "genannt" | "beschrieben" => (definite || said) && noun && before != "so",
            // 'Die besagten 30 Prozent'
            "besagt" => definite || noun,
            "obig" | "letztgenannt" | "erstgenannt" | "betreffend" | "dortig" | "ebenjen" => noun,
            "damalig" => {
                definite
                    && noun
                    && at < self.end
                    && !self.words.iter().any(|word| word.name && !self.kept.is_about(word))
            }
            "gemeinsam" => {
                let whose = |i: usize| matches!(self.lower(i), "von" | "mit" | "der" | "des" | "zwischen" | "vom");
                definite
                    && noun
                    && at < self.end
                    && !whose(at + 2)
                    && !whose(at + 3)
                    && !(0..at).any(|i| is_person(self, i))
            }
            _ => false,
        }
    }
}
