//! Whether a German word that an article has nowhere is a noun or a name: German writes both with a capital, and what stands
//! around a word tells. Refuses to know words: a noun that stands like a name is taken for one.

use std::sync::LazyLock;

use super::names::is_determiner;
use crate::analysis::attribution::german::is_saying;
use crate::analysis::figures::bare_figures_in;
use crate::analysis::lexicon::{Words, table};
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// Prepositions of place and source: what stands behind them without an article is mostly a name.
static WHERE: Words = LazyLock::new(|| table("in aus nach bei von laut gegen nahe"));
/// Words that open a clause whose subject follows.
static CLAUSES: Words = LazyLock::new(|| table("dass weil da ob obwohl nachdem bevor sodass"));
/// Words that join one noun to another of its kind.
static JOINS: Words = LazyLock::new(|| table("und oder sowie"));
/// Prepositions with an article in them.
static CONTRACTED: Words = LazyLock::new(|| table("im am vom zum zur beim ins ans aufs fürs ums durchs"));
/// Words behind which no name stands but a noun, besides the articles: possessives, and words for how many.
static LEADS: Words = LazyLock::new(|| {
    table(
        "mehr weniger viel wenig genug beide beiden unser unsere unseren unserer mein meine meinen meiner euer eure seinem \
         seines ihrem ihres keinem keines solche solcher manche mancher allem aller vieler einiger mehrerer welche welcher \
         welches etwas nichts pro hundert tausend",
    )
});
/// Words in small letters that end like adjectives and are none.
static NO_ADJECTIVES: Words = LazyLock::new(|| {
    table(
        "über unter hinter neben wegen gegen aber oder wie sie er ohne heute gestern morgen später früher immer wieder",
    )
});
/// Endings of nouns that are no names.
const NOUNS: &[&str] = &["ung", "ungen", "heit", "keit", "schaft", "tion", "tionen", "tät", "ismus", "ment", "nis"];
/// Endings of words for what somebody is: a name may follow them.
const OFFICES: &[&str] = &["er", "in", "or", "ist", "ent", "ant", "eur", "chef", "mann", "frau", "rat", "herr"];

/// A word of a text and where it stands.
type Word<'t> = (Span, &'t str);

/// Whether a German word stands where a name does and no other noun: behind another name or before one, behind a bare "in"
/// or "laut", beside a verb of saying; an acronym is a name everywhere.
pub(super) fn stands_like_a_name(claim: &str, name: Span) -> bool {
    let words: Vec<Word<'_>> = segment::words(claim).collect();
    let at = words.iter().position(|(span, _)| *span == name);
    at.is_none_or(|at| Around { claim, words: &words }.is_name(at))
}

/// The words of a claim, each of which may be asked what stands around it.
struct Around<'t> {
    claim: &'t str,
    words: &'t [Word<'t>],
}

impl<'t> Around<'t> {
    fn word(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |(_, word)| word)
    }

    /// The place of the word before another, where only a space parts them.
    fn before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let (first, second) = (self.words.get(before)?.0, self.words.get(at)?.0);
        (self.claim.get(first.end().bytes()..second.start().bytes()) == Some(" ")).then_some(before)
    }

    fn is_name(&self, at: usize) -> bool {
        let word = self.word(at);
        if word.chars().skip(1).any(char::is_uppercase) {
            return true;
        }
        if NOUNS.iter().any(|end| word.ends_with(end)) || self.is_led(at) {
            return false;
        }
        self.follows_like_a_name(at) || self.is_followed(at)
    }

    /// Whether an article, a number or an adjective stands before a word, or before the noun that it follows and that is no
    /// office: "mehr als sechs Monate Zeit".
    fn is_led(&self, at: usize) -> bool {
        let Some(before) = self.before(at) else { return false };
        let word = self.word(before);
        if is_capital(word) && before > 0 {
            return !is_office(word) && self.is_led(before);
        }
        leads(&lower(word))
    }

    /// Whether what stands before a word leads to a name.
    fn follows_like_a_name(&self, at: usize) -> bool {
        let Some(before) = self.before(at) else { return false };
        let word = self.word(before);
        let small = lower(word);
        let joined = || before.checked_sub(1).is_some_and(|other| is_capital(self.word(other)) && self.is_name(other));
        match () {
            () if WHERE.contains(&*small) || CLAUSES.contains(&*small) => true,
            () if JOINS.contains(&*small) => joined(),
            () if is_saying(&small) => !small.ends_with('n'),
            () => is_capital(word) && (before > 0 || is_office(word)),
        }
    }

    /// Whether a name or a verb of saying follows.
    fn is_followed(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        let states = is_saying(next) && !next.ends_with('n') || next == "zufolge";
        self.before(at + 1) == Some(at) && (is_capital(next) || states)
    }
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a word is for what somebody is, as far as its ending tells.
pub(super) fn is_office(word: &str) -> bool {
    OFFICES.iter().any(|end| lower(word).ends_with(end))
}

/// Whether a word in small letters leads to a noun: an article, a possessive, a number, an adjective.
fn leads(word: &str) -> bool {
    let adjective = ["e", "en", "er", "es", "em"].iter().any(|end| word.ends_with(end));
    let known = [&WHERE, &CLAUSES, &JOINS, &NO_ADJECTIVES].iter().any(|words| words.contains(word));
    counts(word) || CONTRACTED.contains(word) || adjective && !known && !is_saying(word)
}

/// Whether a word in small letters is an article, a possessive or a number: no name stands behind it.
pub(super) fn counts(word: &str) -> bool {
    let is_number = || word.starts_with(|c: char| c.is_ascii_digit()) || !bare_figures_in(word, Some("de")).is_empty();
    is_determiner(word) || LEADS.contains(word) || is_number()
}

#[cfg(test)]
mod tests {
    use super::stands_like_a_name;
    use crate::text::segment;

    #[test]
    fn a_strange_word_is_a_name_where_it_stands_like_one() {
        for (claim, word, is_name) in [
            ("Die beiden Partner handeln mit Booten.", "Partner", false),
            ("Im Sturm könnte die Mole durch das Boot VH-92A Schaden nehmen.", "Schaden", false),
            ("Sie hat mehr als sechs Monate Zeit.", "Zeit", false),
            ("Am Kai warteten drei Leute.", "Leute", false),
            ("Alle Teile wiegen etwa 1000 Gramm.", "Gramm", false),
            ("Bald sollen mehr Einzelheiten bekannt sein.", "Einzelheiten", false),
            ("Der Rat zeigte viel großes Geschick.", "Geschick", false),
            ("Gestern lag das Schiff in Kerrick fest.", "Kerrick", true),
            ("Gestern kam das Schiff aus Kerrick und Dellmar.", "Dellmar", true),
            ("Gestern lag das Schiff in großer Gefahr.", "Gefahr", false),
            ("Das Schiff war laut Petersen leck.", "Petersen", true),
            ("Das Licht war aus, sagte Petersen.", "Petersen", true),
            ("Das Licht war aus, sagten Fischer.", "Fischer", false),
            ("Das Licht war aus, wie Ines Lindholm erzählt.", "Ines", true),
            ("Das Licht war aus, wie Ines Lindholm erzählt.", "Lindholm", true),
            ("Das Licht machte der frühere Hafenmeister Petersen aus.", "Petersen", true),
            ("Das Licht war Petersens Sache.", "Petersens", true),
            ("Das Boot gehört dem HKV.", "HKV", true),
            ("Auf der Mole fehlte aus Nachlässigkeit das Licht.", "Nachlässigkeit", false),
        ] {
            let span = segment::words(claim).find(|(_, own)| *own == word).unwrap().0;
            assert_eq!(stands_like_a_name(claim, span), is_name, "{claim} {word}");
        }
    }
}
