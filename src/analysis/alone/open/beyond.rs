//! What a German sentence leaves open beyond its first clause: a place that is only 'dort', an 'es' that a thing is dealt with as,
//! and the first word of what somebody says. Refuses a word that anything before it could answer.

use super::{Clause, Open, VERBS};

impl Clause<'_, '_, '_> {
    /// 'Handelt es sich um eine Lampe', and no 'bei' says what is one.
    pub(super) fn is_dealt_with(&self, at: usize) -> bool {
        let deals = matches!(self.lower(at.wrapping_sub(1)), "handelt" | "handele" | "handelte")
            && self.lower(at + 1) == "sich"
            && self.lower(at + 2) == "um";
        let said = (0..self.words.len()).any(|i| matches!(self.lower(i), "bei" | "beim" | "dabei" | "hierbei"));
        deals && !said
    }

    /// Whether 'dort' has no place before it in its sentence, and nothing that could be one.
    pub(super) fn is_unplaced(&self, at: usize) -> bool {
        const PLACING: &[&str] = &[
            "in",
            "im",
            "auf",
            "an",
            "am",
            "aus",
            "bei",
            "beim",
            "nach",
            "zu",
            "zum",
            "zur",
            "vor",
            "hinter",
            "über",
            "unter",
            "neben",
            "zwischen",
            "von",
            "vom",
            "ins",
            "durch",
            "gegenüber",
            "nahe",
        ];
        // What opens the sentence may be the place: 'Kerrick ist klein, dort brennt Licht'.
        let opens = self.is_capital(0) && !self.is_small_opening()
            || matches!(self.lower(0), "der" | "die" | "das" | "ein" | "eine");
        let placed = (0..at)
            .any(|i| PLACING.contains(&self.lower(i)) && (i > 0 || self.is_capital(i + 1) || self.is_capital(i + 2)));
        let ahead = (at + 1..at + 4).any(|i| self.comma_before(i) && self.lower(i) == "wo");
        !opens && !placed && !ahead && self.lower(at + 1) != "in"
    }

    /// What the first word of a quotation leaves open that opens the sentence: 'Das ist neu', 'Aber das Licht ist aus'.
    pub(super) fn spoken(&self) -> Option<Open> {
        let first = self.words.first().filter(|word| word.quoted && !word.replaced)?;
        match &*first.lower {
            "das" | "dies" if !self.is_capital(1) && self.is_pronoun(0) => Some(Open::Article),
            "aber" | "und" | "deshalb" | "deswegen" | "daher" | "dafür" | "dagegen" | "dazu" | "stattdessen"
            | "allerdings" | "dennoch" | "trotzdem" | "denn" | "auch" | "damit" | "dabei" => Some(Open::Joined),
            _ => None,
        }
    }

    /// Whether an article at the head, or behind 'ist', has no noun, as an adverb or a verb behind it shows: 'Das allein kann',
    /// 'der wechselte zuletzt', 'ist das kein Licht'.
    pub(super) fn stands_alone(&self, at: usize) -> bool {
        const PLACING: &[&str] = &["zum", "zur", "im", "am", "auf", "für"];
        const ADVERBS: &[&str] = &[
            "heute", "letzte", "erste", "zweite", "dritte", "seit", "erst", "fast", "nicht", "jetzt", "direkt",
            "zuletzt",
        ];
        let (next, third) = (self.lower(at + 1), self.lower(at + 2));
        if at > 0 {
            let is = matches!(self.lower(at - 1), "ist" | "war" | "wäre");
            return self.lower(at) == "das" && is && matches!(next, "kein" | "keine" | "ein" | "eine");
        }
        let all = matches!(next, "alles" | "allein") && VERBS.contains(third);
        let told = next.len() > 4 && !ADVERBS.contains(&next) && self.lower(0) != "den";
        let most = next.ends_with("ste") || next.ends_with("ßte") || matches!(third, "und" | "oder");
        let past = next.ends_with("te") && !most && self.is_bare(at + 2) && !self.comma_before(at + 2);
        let present = next.ends_with('t') && PLACING.contains(&third);
        all || told && (past || present)
    }

    /// 'Das, so sagen die Lotsen, ist neu': an article that a comma parts from all behind it.
    pub(super) fn is_apart(&self, at: usize) -> bool {
        at == 0 && self.lower(0) == "das" && self.comma_before(1) && self.lower(1) == "so"
    }

    /// 'Das Licht könnte dann brennen', and nothing says when.
    pub(super) fn lacks_condition(&self, at: usize) -> bool {
        const CONDITIONS: &[&str] =
            &["wenn", "falls", "sobald", "erst", "zuerst", "zunächst", "nachdem", "als", "sollte", "bis", "zuvor"];
        const WOULD: &[&str] =
            &["könnte", "könnten", "würde", "würden", "wäre", "wären", "müsste", "müssten", "dürfte", "dürften"];
        let said = (0..self.words.len()).any(|i| CONDITIONS.contains(&self.lower(i)));
        let would = at > 1 && WOULD.contains(&self.lower(at - 1));
        !said && would && !self.comma_before(at + 1)
    }

    /// 'Im Vergleich viel kleiner': and not with what.
    pub(super) fn is_uncompared(&self, at: usize) -> bool {
        let with = |i: usize| matches!(self.lower(i), "zu" | "zum" | "zur" | "mit" | "der" | "des" | "von");
        let within = at > 0 && self.lower(at - 1) == "im";
        within && !with(at + 1) && !(0..self.words.len()).any(|i| matches!(self.lower(i), "als" | "zu" | "zum" | "zur"))
    }

    /// Whether a word inside the quotation that opens the sentence joins it to what was said before.
    pub(super) fn is_spoken_joint(&self, at: usize) -> bool {
        let opens = self.words.first().is_some_and(|word| word.quoted);
        let joint =
            matches!(self.lower(at), "damit" | "dadurch" | "deshalb" | "daher" | "deswegen" | "demnach" | "somit");
        opens && joint && !self.comma_before(at)
    }
}
