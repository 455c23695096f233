//! German noun phrases, as far as they name who speaks: article, adjectives, nouns or names, and what hangs on them in the
//! genitive. Refuses to parse a clause: at the first word that is none of these, the phrase ends.

use std::sync::LazyLock;

use crate::analysis::lexicon::{Words, table};
use crate::text::Span;
use crate::text::stem::lower;

/// A word of a sentence, as it is written.
pub(super) type Word<'t> = (Span, &'t str);

/// Articles and the like that a noun phrase begins with, in lower case.
static DETERMINERS: Words = LazyLock::new(|| {
    table(
        "der die das dem den des ein eine einem einen einer eines kein keine mehrere mehreren einige einigen viele vielen \
         zahlreiche zahlreichen beide beiden",
    )
});

/// Words that are no nouns though a sentence may begin with them, in lower case.
static OPENERS: Words = LazyLock::new(|| {
    table(
        "in im an am auf aus bei beim mit nach für von vom zu zum zur seit vor über um unter durch gegen ohne laut gemäß \
         gemäss trotz wegen während neben zwischen hinter ab bis als wie wenn weil dass ob da damit dabei dazu daher \
         darum deshalb dennoch trotzdem dort hier heute gestern morgen nun jetzt dann danach zuvor später zuletzt \
         zugleich gleichzeitig zudem außerdem ausserdem allerdings jedoch doch aber und oder auch nur noch schon so \
         er sie es wir ich ihr man was wer wo warum welche dies diese dieser dieses diesem jene sein seine ihre nicht \
         immer nämlich natürlich zusätzlich leider vielleicht übrigens eigentlich endlich plötzlich manchmal oft einst derzeit aktuell bislang bisher zunächst schließlich schliesslich insgesamt dagegen hingegen \
         bereits erst inzwischen mittlerweile längst kürzlich jüngst spätestens unterdessen indes derweil tatsächlich \
         offenbar angeblich immerhin ferner überdies gegenüber inmitten angesichts \
         sogar wer alles alle manche mancher manches unser unsere unseren mein meine niemand jemand jeder andere keiner nachdem obwohl bevor sobald solange statt stattdessen vielmehr ebenso beispielsweise",
    )
});

/// Particles inside names.
const PARTICLES: &[&str] = &["von", "van", "al", "el", "de", "da", "di", "ten", "bin", "ben", "zu", "del", "den"];

/// What a speaker speaks to, though it stands where a genitive would: 'sagte Hale der Zeitung'.
const MEDIA: &[&str] = &["zeitung", "agentur", "presse", "rundschau", "nachrichten", "dpa", "afp", "apa", "magazin"];

/// The words of a German sentence.
pub(super) struct Wording<'s> {
    pub(super) text: &'s str,
    pub(super) words: &'s [Word<'s>],
}

impl<'s> Wording<'s> {
    pub(super) fn raw(&self, at: usize) -> &'s str {
        self.words.get(at).map_or("", |word| word.1)
    }

    pub(super) fn is(&self, at: usize, any: &[&str]) -> bool {
        any.contains(&&*lower(self.raw(at)))
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.raw(at).starts_with(char::is_uppercase)
    }

    /// What stands before a word; behind the last word, what ends the sentence.
    pub(super) fn gap(&self, at: usize) -> &'s str {
        let from = at.checked_sub(1).and_then(|i| self.words.get(i)).map_or(0, |word| word.0.end().bytes());
        let to = self.words.get(at).map_or(self.text.len(), |word| word.0.start().bytes());
        self.text.get(from..to).unwrap_or("")
    }

    /// Whether nothing but a space, a hyphen or an opening mark stands before a word.
    fn joined(&self, at: usize) -> bool {
        let gap = self.gap(at);
        gap == "-" || gap == ". " && is_shortened(self.raw(at.wrapping_sub(1))) || self.spaced(at) && gap.len() < 5
    }

    fn spaced(&self, at: usize) -> bool {
        let gap = self.gap(at);
        gap.starts_with(' ') && !gap.contains([',', ';', ':', '(', ')', '–', '—', '.']) && !gap.contains(" -")
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Option<Span> {
        Some(self.words.get(from)?.0.hull(self.words.get(to.checked_sub(1)?)?.0))
    }

    /// Whether a word can be an adjective before a noun, by its ending.
    pub(super) fn is_adjective(&self, at: usize) -> bool {
        let word = self.raw(at);
        let small = word.starts_with(char::is_lowercase) || word.starts_with(|c: char| c.is_ascii_digit());
        let declined = ["e", "en", "er", "es", "em"].iter().any(|end| word.ends_with(end)) && word.chars().count() > 3;
        let number = word.bytes().all(|b| b.is_ascii_digit()) && self.gap(at + 1) == "-";
        let adverb = matches!(word, "erst" | "zunächst" | "sehr" | "eher" | "noch" | "so");
        adverb && self.is_adjective(at + 1) || small && (declined || number) && !OPENERS.contains(word)
    }

    /// Where the noun phrase ends that begins with a word; `None` where none does.
    pub(super) fn phrase(&self, from: usize) -> Option<usize> {
        let determined = DETERMINERS.contains(&*lower(self.raw(from)));
        let mut at = from + usize::from(determined);
        while (at == from || self.joined(at)) && self.is_adjective(at) {
            at += 1;
        }
        let head = at;
        at = self.names(at)?;
        let single = at == head + 1;
        while let Some(end) = self.attached(at, determined, single) {
            at = end;
        }
        Some(at)
    }

    /// 'von' in a name, 'ad' in 'ad-Din'.
    fn is_particle(&self, at: usize) -> bool {
        let word = self.raw(at);
        // 'Van den Hale', but 'ruft Hale den Lotsen'.
        let article = word == "den" && !matches!(at.checked_sub(1).map_or("", |at| self.raw(at)), "van" | "von");
        PARTICLES.contains(&word) && !article
            || word.len() <= 3 && word.starts_with(char::is_lowercase) && self.gap(at + 1) == "-"
    }

    /// Where a run of nouns and names ends.
    fn names(&self, from: usize) -> Option<usize> {
        let noun = |at: usize| self.is_capital(at) && !OPENERS.contains(&*lower(self.raw(at)));
        if !noun(from) {
            return None;
        }
        let mut at = from + 1;
        loop {
            if let Some(next) = self.behind_shared(at).filter(|next| noun(*next)) {
                at = next + 1;
                continue;
            }
            let particles = (at..at + 2).take_while(|&i| self.joined(i) && self.is_particle(i)).count();
            let hyphened = self.gap(at + particles) == "-" || self.gap(at + particles) == " " || particles == 0;
            let behind = at + particles;
            // 'Sprecher von Hale' is no name of its own: only 'Tom von Hale' is.
            let within = particles == 0 || at > from + 1 || self.gap(behind) == "-" || self.raw(at) != "von";
            if self.joined(behind) && noun(behind) && hyphened && within {
                at = behind + 1;
            } else {
                return Some(at);
            }
        }
    }

    /// The noun that shares its end with the one before a place: 'Hafen-, See- und Lichtdirektor'.
    fn behind_shared(&self, at: usize) -> Option<usize> {
        match self.gap(at) {
            "-, " => Some(at),
            "- " if self.is(at, &["und", "oder"]) => Some(at + 1),
            _ => None,
        }
    }

    /// Where what hangs on a phrase ends: 'der Reederei', 'von Kerrick', 'und Feuerwehr'.
    fn attached(&self, at: usize, determined: bool, single: bool) -> Option<usize> {
        if !self.spaced(at) || self.gap(at).len() > 1 {
            return None;
        }
        let of = self.is(at, &["der", "des", "eines", "einer"]) && self.raw(at).starts_with(char::is_lowercase);
        let from = self.is(at, &["von", "vom", "für", "und"]);
        let plural = self.raw(at).ends_with("er") && self.is_adjective(at) && self.is_capital(at + 1);
        // 'Von Kerrick für Schiffe': a name, which stands for itself.
        let name = !determined && self.is(at, &["für"]);
        let hangs = (of || from) && (determined || single) && !name || plural && single;
        let from_noun = if from { at + 1 } else { at };
        let end = Some(from_noun).filter(|_| hangs).and_then(|from| self.part(from))?;
        let told = of && is_medium(&lower(self.raw(end - 1)));
        (!told).then_some(end)
    }

    /// Article, adjectives and nouns alone.
    fn part(&self, from: usize) -> Option<usize> {
        let mut at = from + usize::from(DETERMINERS.contains(&*lower(self.raw(from))));
        while self.joined(at) && self.is_adjective(at) {
            at += 1;
        }
        if at > from && !self.joined(at) { None } else { self.names(at) }
    }
}

/// Whether a word with a full stop ends no sentence: 'T.', 'Dr.', 'Prof.'.
fn is_shortened(word: &str) -> bool {
    word.chars().count() <= 2 || matches!(word, "Prof" | "Ing" | "Mag" | "Dipl")
}

/// Whether a word in lower case names a medium.
fn is_medium(word: &str) -> bool {
    MEDIA.iter().any(|medium| word.ends_with(medium))
}
