//! Words of German that point out of a sentence, and which of its capitals are names. By lists and by the word before; a
//! noun has a capital there too. Refuses to say at what they point.

use std::sync::LazyLock;

use super::Spoken;
use super::cue::{Cue, Cues};
use crate::analysis::lexicon::{Words, table};
use crate::text::Span;
use crate::text::lookup::Map;
use crate::text::stem::lower;

/// What the first word of a sentence is a sign of.
static OPENINGS: LazyLock<Map<&str, Cue>> = LazyLock::new(|| {
    signs(&[
        ("der die das den dem des", Cue::OpensThe),
        (
            "er sie es ihn ihm ihnen ihr ihre ihrer ihren ihrem ihres seine seiner seinen seinem seines dies dieser diese \
             dieses diesen diesem jene jener jenes jenen jenem",
            Cue::OpensPronoun,
        ),
        ("wir ich uns unser unsere unseren mein meine meinen", Cue::OpensWe),
        (
            "auch dann nun jetzt so also zudem außerdem allerdings dennoch jedoch doch aber und oder denn inzwischen \
             mittlerweile später danach daraufhin dabei dafür dagegen damit daher darum deshalb deswegen trotzdem zugleich \
             gleichzeitig vielleicht immerhin schließlich zuvor umgekehrt hinzu stattdessen",
            Cue::OpensAdverb,
        ),
        ("wenn als weil während obwohl ob nachdem bevor sobald falls dass da wer was wie wo indem", Cue::OpensClause),
        (
            "in im ins am an auf bei beim mit nach von vom zu zum zur für aus über unter vor seit durch trotz wegen laut \
             zwischen gegen um bis ab neben statt innerhalb",
            Cue::OpensPreposition,
        ),
        (
            "einige viele mehrere alle beide zwei drei vier fünf ein eine einer eines jeder jede kein keine mehr rund etwa \
             fast manche wenige",
            Cue::OpensAmount,
        ),
    ])
});

/// What a word outside of a quotation is a sign of, wherever it stands.
static SIGNS: LazyLock<Map<&str, Cue>> = LazyLock::new(|| {
    signs(&[
        ("auch ebenfalls ebenso zudem außerdem", Cue::Also),
        (
            "andere anderer anderen anderem anderes weitere weiterer weiteren weiteres weiterem sonstige anderswo",
            Cue::Other,
        ),
        ("beide beiden beider beides letztere letzterer letzteres erstere ersterer jeweils", Cue::Both),
        (
            "gleiche gleichen gleicher gleiches selbe selben derselbe dieselbe dasselbe derselben denselben solche solcher \
             solchen solches solch derartige derartigen ähnlich ähnliche ähnlichen gleiches",
            Cue::Same,
        ),
        ("dann daher deshalb deswegen somit folglich demnach also daraufhin", Cue::So),
        (
            "aber allerdings dennoch jedoch trotzdem hingegen dagegen vielmehr stattdessen immerhin umgekehrt nämlich zwar indes \
             gleichwohl wiederum",
            Cue::Joining,
        ),
        (
            "später danach zuvor bereits erneut wieder weiterhin inzwischen mittlerweile seitdem seither bislang nun noch",
            Cue::Later,
        ),
        (
            "sagt sagte sagten erklärt erklärte erklärten betont betonte meint meinte berichtet berichtete berichteten \
             warnt warnte kritisiert kritisierte schreibt schrieb fordert forderte teilte laut zufolge",
            Cue::Said,
        ),
        (
            "dort dorthin da hier hierfür hierzu hierbei daran darauf daraus darin darüber darunter davon davor dazu dabei \
             dadurch dafür damit dahinter dagegen hinzu",
            Cue::There,
        ),
    ])
});

/// Comparatives, which want an 'als'.
static MORE: Words = LazyLock::new(|| {
    table(
        "mehr weniger besser bessere schlechter höher höhere niedriger größer größere kleiner kleinere schneller billiger \
         teurer früher länger längere kürzer stärker älter jünger häufiger leichter schwerer",
    )
});

/// Verbs before which 'das' and 'die' are pronouns.
static BEFORE_VERBS: Words = LazyLock::new(|| {
    table(
        "ist war sind waren hat hatte haben hatten wird wurde werden wurden sei wäre wären kann konnte könnte soll sollte muss \
         müsse müsste musste will wollte darf heißt bedeutet gilt geht zeigt macht machte lässt reicht liegt lag kommt kam",
    )
});

/// Nouns after which a demonstrative means the time of publication.
pub(super) static TIMES: Words = LazyLock::new(|| {
    table(
        "jahr jahres jahren woche wochen monat monats tag tagen tage abend morgen wochenende sommer herbst winter frühling \
         frühjahr saison montag dienstag mittwoch donnerstag freitag samstag sonntag jahrhundert jahrzehnt",
    )
});

/// Verbs with which 'es' stands for nothing.
static EMPTY: Words = LazyLock::new(|| {
    table("gibt gab gebe gäbe geben geht ging gehe heißt hieß kommt kam regnet schneit bedarf bleibt handelt sei ist")
});

/// Words behind which a noun with a capital is no name: articles and what bends like them.
static DETERMINERS: Words = LazyLock::new(|| {
    table(
        "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner im am zum zur vom beim ins \
         ans jeder jede jedes jeden jedem alle allen aller viele vielen mehrere mehreren einige einigen zwei drei vier fünf \
         sechs sieben acht neun zehn zwölf mehr weniger sehr seine seinen seinem seiner ihre ihren ihrem ihrer unsere \
         unseren unserer dieser diese dieses diesen diesem rund etwa",
    )
});

fn signs(lists: &[(&'static str, Cue)]) -> Map<&'static str, Cue> {
    lists.iter().flat_map(|(words, cue)| words.split_whitespace().map(move |word| (word, *cue))).collect()
}

/// Whether a word in lower case is an article, or bends like one.
pub(super) fn is_determiner(word: &str) -> bool {
    DETERMINERS.contains(word)
}

/// Whether a word with a capital that stands behind `before` can be a name: nouns mostly have an article or an adjective
/// before them.
pub(super) fn may_be_name(before: &str) -> bool {
    let bends = ["en", "er", "es", "em", "e"].iter().any(|end| before.ends_with(end));
    let adjective = bends && before.starts_with(char::is_lowercase) && before.chars().count() > 4;
    // 'Die Fähre': the article at the head has a capital.
    !is_determiner(&lower(before)) && !adjective && !before.ends_with(|c: char| c.is_ascii_digit())
}

/// Counts what points out of the sentence.
pub(super) fn count(text: &str, words: &[Spoken<'_>], cues: &mut Cues) {
    if let Some(cue) = words.first().and_then(|first| OPENINGS.get(&*first.lower)) {
        cues.add(*cue, 1.0);
    }
    let noun =
        words.iter().position(|word| word.written.starts_with(char::is_uppercase) && word.span.start().bytes() > 0);
    let spoken = Said { text, words, noun: noun.unwrap_or(words.len()) };
    for (at, word) in words.iter().enumerate() {
        if !spoken.pronoun(at, word, cues) && !word.quoted {
            spoken.other(at, word, cues);
        }
    }
}

/// A sentence, to look around in.
struct Said<'w, 't> {
    text: &'t str,
    words: &'w [Spoken<'t>],
    /// Where its first noun or name stands.
    noun: usize,
}

impl<'w> Said<'w, '_> {
    fn lower(&self, at: Option<usize>) -> &'w str {
        at.and_then(|at| self.words.get(at)).map_or("", |word| &*word.lower)
    }

    /// Whether a comma stands right before a word.
    fn behind_comma(&self, at: usize) -> bool {
        let before = self.words.get(at).and_then(|word| self.text.get(..word.span.start().bytes()));
        before.is_some_and(|before| before.trim_end().ends_with(','))
    }

    /// Counts a personal pronoun; whether the word is one.
    fn pronoun(&self, at: usize, word: &Spoken<'_>, cues: &mut Cues) -> bool {
        let (free, early, first) = (!word.quoted, at < 4, at <= self.noun);
        let next = self.words.get(at + 1);
        match &*word.lower {
            _ if word.replaced => {}
            "er" | "ihn" | "ihm" | "seine" | "seiner" | "seinen" | "seinem" | "seines" => {
                cues.flag(Cue::He, free);
                cues.flag(Cue::HeFirst, free && first);
            }
            "sein" if next.is_some_and(|next| next.written.starts_with(char::is_uppercase)) => {
                cues.flag(Cue::He, free);
                cues.flag(Cue::HeFirst, free && first);
            }
            "sie" if word.written == "Sie" && at > 0 => cues.flag(Cue::You, free),
            "sie" | "ihnen" | "ihr" | "ihre" | "ihrer" | "ihren" | "ihrem" | "ihres" | "deren" => {
                cues.flag(Cue::They, free);
                cues.flag(Cue::TheyEarly, free && (early || first));
            }
            "es" if EMPTY.contains(self.lower(Some(at + 1))) || EMPTY.contains(self.lower(at.checked_sub(1))) => {}
            "es" => {
                cues.add(if free { Cue::It } else { Cue::ItQuoted }, 1.0);
                cues.flag(Cue::ItEarly, free && early);
            }
            "ich" | "mich" | "mir" | "mein" | "meine" | "meinen" | "meinem" | "meiner" => {
                cues.add(if free { Cue::I } else { Cue::IQuoted }, 1.0);
            }
            "wir" | "uns" | "unser" | "unsere" | "unseren" | "unserem" | "unserer" => {
                cues.add(if free { Cue::We } else { Cue::WeQuoted }, 1.0);
            }
            _ => return false,
        }
        cues.flag(
            Cue::BehindComma,
            free && first && self.behind_comma(at) && matches!(&*word.lower, "er" | "sie" | "es"),
        );
        true
    }

    /// Counts another word that may point out of the sentence.
    fn other(&self, at: usize, word: &Spoken<'_>, cues: &mut Cues) {
        let (before, next) = (self.lower(at.checked_sub(1)), self.lower(Some(at + 1)));
        let cue = match &*word.lower {
            "dies" | "dieser" | "diese" | "dieses" | "diesen" | "diesem" | "jene" | "jener" | "jenes" | "jenen"
            | "jenem" => (!TIMES.contains(next)).then_some(Cue::This),
            "das" | "die" | "dem" | "den" if !self.behind_comma(at) && BEFORE_VERBS.contains(next) => Some(Cue::That),
            more if MORE.contains(more) => (!(1..10).any(|on| self.lower(Some(at + on)) == "als")).then_some(Cue::More),
            // 'damit, dass …' points ahead; ', damit …' gives a purpose.
            "damit" if self.behind_comma(at) => None,
            other => SIGNS.get(other).copied().filter(|cue| *cue != Cue::There || !self.points_ahead(at, before)),
        };
        if let Some(cue) = cue {
            cues.add(cue, 1.0);
        }
    }

    /// Whether 'darauf' or the like is followed by what it stands for: 'darauf, dass', 'davon aus, dass'.
    fn points_ahead(&self, at: usize, before: &str) -> bool {
        let comma = |at: usize| self.behind_comma(at);
        let clause = |at: usize| {
            matches!(self.lower(Some(at)), "dass" | "ob" | "wie" | "was" | "wer" | "wo" | "warum" | "die" | "den")
        };
        before == "bis" || (at + 1..at + 8).any(|on| comma(on) && (clause(on) || self.has_infinitive(on)))
    }

    /// Whether 'zu' and a verb stand in the clause that begins there.
    fn has_infinitive(&self, from: usize) -> bool {
        (from..from + 10).any(|at| self.lower(Some(at)) == "zu" && self.lower(Some(at + 1)).ends_with('n'))
    }
}

/// How German marks a noun phrase that is definite.
pub(super) fn is_article(words: &[Spoken<'_>], text: &str, at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    let contracted = matches!(&*word.lower, "im" | "am" | "zum" | "zur" | "vom" | "beim" | "ins");
    let plain = matches!(&*word.lower, "der" | "die" | "das" | "den" | "dem" | "des");
    let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or(word.span.start(), |before| before.span.end());
    // ', die': who or which.
    let relative = Span::new(before, word.span.start()).slice(text).is_some_and(|between| between.contains(','));
    contracted || plain && !relative
}
