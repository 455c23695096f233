//! Verbs by which somebody says something, and what must stand behind each for it to do so. English. Refuses to know who
//! says it.

use std::sync::LazyLock;

use super::{Word, comes_afterwards, gap, is_capital, is_quoted};
use crate::analysis::lexicon::{SAYING, Words, table};
use crate::text::lookup::Map;

/// How a verb says what its subject holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// With anything behind it: 'said the ship sank'.
    Plain,
    /// With anything but a preposition behind it: 'denied the charge', not 'accused of it'.
    Stating,
    /// With 'that', a colon or a quotation behind it.
    That,
    /// With a colon or a quotation behind it: to announce that something will be done is to do something.
    Announcing,
    /// With 'that', or with a clause behind it: 'believes the ship is lost'.
    Clause,
    /// So, if it is a text or a researcher that does it: 'the study found'.
    Finding,
    /// With an object and what it is called: 'called the plan a sham'.
    Calling,
    /// With an object and 'as': 'sees the plan as a sham'.
    Seeing,
}

static VERBS: LazyLock<Map<&'static str, Says>> = LazyLock::new(|| {
    let mut verbs: Map<&str, Says> = SAYING.iter().map(|verb| (*verb, Says::That)).collect();
    for (says, words) in [
        (Says::Plain, "said says say told tells tell"),
        (
            Says::Stating,
            "accused accuses accuse urged urges warned warns alleged alleges denied denies clarified described describes \
             criticised criticized condemned blamed blames praised explained argued acknowledged admitted confirmed \
             conceded insisted believes reiterated reiterates stressed stresses begged decried advise advises advised recommend \
             recommends recommended anticipates warn acknowledge insist predict predicts predicted",
        ),
        (
            Says::Clause,
            "believe believed estimate estimates estimated claim claims claimed \
             argue argues maintain maintains maintained reported reports stated \
             states suggest suggests suggested thinks think note notes noted",
        ),
        (
            Says::That,
            "asserts asserted contends contended emphasised emphasized emphasises emphasizes stress agree agrees shared \
             responded declared pledged vowed remarked joked quipped point \
             points pointed learned",
        ),
        (Says::Announcing, "announced"),
        (
            Says::Finding,
            "find finds found show shows showed shown indicate indicates indicated reveal reveals revealed",
        ),
        (Says::Calling, "called calls call branded labelled labeled dubbed"),
        (Says::Seeing, "see sees saw views regards"),
    ] {
        verbs.extend(words.split_whitespace().map(|verb| (verb, says)));
    }
    verbs
});

/// Verbs that tell who spoke, besides those of [`SAYING`], only beside the quotation marks.
static SPOKEN: Words = LazyLock::new(|| {
    table(
        "comments highlights remarked quipped joked reads declared reiterated stressed chronicled \
         emphasised emphasized estimates lamented recounted adds",
    )
});

/// Verbs that in an aside between commas can only tell who speaks.
static ASIDE: Words = LazyLock::new(|| {
    table(
        "said says say alleged alleges asserted asserts charged boasted contended argue argues argued explained explains noted notes note wrote writes added adds claimed claims claim \
         reported reports warned warns insisted insists admitted believes believe recalled stated found chronicled \
         estimates announced",
    )
});

/// Verbs that tell who spoke beside quotation marks, and not without them: 'remembered Hale as a pilot'.
pub(super) const BESIDE: &[&str] = &["remembers", "remembered"];

/// Texts and those who look into things, which find and show what is so.
static FINDERS: Words = LazyLock::new(|| {
    table(
        "study studies report reports poll polls survey surveys data documents document figures research analysis \
         analyses review investigation presentation statement letter filing filings records findings results \
         statistics paper papers test tests audit inquiry memo email emails disclosures lawsuit complaint indictment brochure \
         guidance scientists researchers authors investigators department ministry agency bureau watchdog institute \
         census ruling",
    )
});

/// Words behind a verb of [`Says::Stating`] that show it to be no statement of its subject.
const NO_STATEMENT: &[&str] = &["of", "as", "by", "in", "on", "to", "at"];

/// How far behind its verb a clause has its own, in words.
const CLAUSE: usize = 11;

/// All verbs that are known here.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    VERBS.keys().chain(SAYING.iter()).chain(SPOKEN.iter()).chain(ASIDE.iter()).chain(BESIDE).copied()
}

/// How a word in lower case says something, where it does.
pub(super) fn says(word: &str) -> Option<Says> {
    VERBS.get(word).copied()
}

/// Whether a verb tells who spoke where it stands beside what was said.
pub(super) fn is_spoken(word: &str) -> bool {
    SAYING.contains(word) || SPOKEN.contains(word)
}

/// Whether a verb tells who speaks where it stands in an aside.
pub(super) fn is_aside(word: &str) -> bool {
    ASIDE.contains(word)
}

/// Whether a word is written small and stands outside of quotation marks.
pub(super) fn is_plain(sentence: &str, word: &Word<'_>) -> bool {
    word.0.slice(sentence).is_some_and(|w| w.starts_with(char::is_lowercase)) && !is_quoted(sentence, word.0)
}

/// Whether a name behind 'denied' is whom something was denied, and no name of what: a word that opens what they did not get
/// stands behind it.
fn is_denied_something(sentence: &str, words: &[Word<'_>], verb: usize) -> bool {
    let names =
        words.iter().skip(verb + 1).take_while(|word| is_capital(sentence, word) && !word.1.contains(['\'', '’']));
    let behind = verb + 1 + names.count();
    let next = words.get(behind).filter(|_| behind > verb + 1);
    next.is_some_and(|word| matches!(&*word.1, "a" | "an" | "the" | "any" | "his" | "her" | "their" | "its"))
}

/// Whether the word at a place asserts what stands behind it, whoever its subject is.
pub(super) fn asserts(sentence: &str, words: &[Word<'_>], verb: usize) -> bool {
    let Some(said) = words.get(verb) else { return false };
    let (Some(says), Some(next)) = (says(&said.1), words.get(verb + 1)) else { return false };
    let quotes = || gap(sentence, said, next).contains(['"', '“', ':']);
    let announced = || {
        quotes()
            || next.1 == "how" && said.1.starts_with("recall")
            || that_follows(sentence, words, verb)
            || is_quoted_soon(sentence, words, verb)
    };
    let so = match says {
        // 'unlike, say, others'
        Says::Plain => &*said.1 != "say" || !gap(sentence, said, next).starts_with(','),
        // 'The keeper denied Maddock a goal'
        Says::Stating if said.1.starts_with("deni") && is_denied_something(sentence, words, verb) => false,
        Says::Stating => !NO_STATEMENT.contains(&&*next.1) || &*next.1 == "to" && that_follows(sentence, words, verb),
        Says::That if said.1.starts_with("point") => next.1 == "out" && announced(),
        // 'emphasized the need to'
        Says::That => {
            let need = || words.get(verb + 2).is_some_and(|w| matches!(&*w.1, "need" | "importance"));
            announced() || next.1 == "the" && need()
        }
        Says::Announcing => quotes(),
        Says::Clause => {
            announced() || clause_follows(sentence, words, verb) || &*said.1 == "estimated" && &*next.1 == "the"
        }
        Says::Finding => {
            let finder = words.iter().take(verb).position(|w| FINDERS.contains(&*w.1));
            // 'studies show': nobody's in particular.
            let known = words
                .iter()
                .take(verb)
                .enumerate()
                .any(|(at, w)| is_capital(sentence, w) && (at > 0 || w.1.ends_with("'s") || w.1.ends_with("’s")));
            // 'A study of 103 sailors found that': one, and what it found is told.
            let one = words.first().is_some_and(|w| matches!(&*w.1, "a" | "an" | "one" | "another"))
                && finder.is_some_and(|at| at <= 4)
                && (that_follows(sentence, words, verb) || clause_follows(sentence, words, verb));
            finder.is_some() && (known || one) && !matches!(&*next.1, "in" | "by" | "to" | "up" | "as" | "on")
        }
        Says::Calling => calls(sentence, words, verb),
        Says::Seeing => is_seen_as(sentence, words, verb),
    };
    so && is_plain(sentence, said) && !is_noun(words, verb) && !is_infinitive(words, verb)
}

/// 'Left to warn', 'did not insist', 'has learned': the bare form of a verb, or 'learned' of one's own.
fn is_infinitive(words: &[Word<'_>], verb: usize) -> bool {
    const BARE: &[&str] = &["accuse", "tell", "warn", "acknowledge", "insist", "predict", "note", "suggest"];
    const LED: &[&str] = &[
        "to", "will", "would", "can", "could", "may", "might", "must", "should", "not", "did", "does", "do", "didn't",
        "doesn't", "don't", "won't", "can't", "cannot", "also", "even", "a", "the",
    ];
    let before = || verb.checked_sub(1).and_then(|at| words.get(at)).map_or("", |w| &*w.1);
    let word = words.get(verb).map_or("", |w| &*w.1);
    BARE.contains(&word) && LED.contains(&before()) || word == "learned" && !matches!(before(), "has" | "have")
}

/// 'Has received reports that', 'the latest claims that': a noun that looks like a verb of saying.
fn is_noun(words: &[Word<'_>], verb: usize) -> bool {
    let either =
        words.get(verb).is_some_and(|w| matches!(&*w.1, "reports" | "claims" | "estimates" | "notes" | "views"));
    let before = || verb.checked_sub(1).and_then(|at| words.get(at)).map_or("", |w| &*w.1);
    let participle = || matches!(words.get(verb.saturating_sub(2)).map_or("", |w| &*w.1), "has" | "have" | "had");
    either && (participle() || matches!(before(), "of" | "the" | "by" | "with" | "no" | "some" | "latest" | "new"))
}

/// 'wrote that', 'wrote on Friday that', 'shared with the Post that', 'points out that'.
fn that_follows(sentence: &str, words: &[Word<'_>], verb: usize) -> bool {
    const BETWEEN: usize = 8;
    let behind = words.get(verb + 1..).unwrap_or_default();
    let Some(that) = behind.iter().take(BETWEEN).position(|w| w.1 == "that") else { return false };
    let begins = behind.first().is_some_and(|w| comes_afterwards(&w.1) || w.1 == "out");
    let parted = words.get(verb..=verb + 1 + that).unwrap_or_default().windows(2).any(|pair| match pair {
        [a, b] => gap(sentence, a, b).contains([',', ';', '"', '“']),
        _ => false,
    });
    that == 0 || begins && !parted
}

/// 'wrote this year in the Post, “The ship': a quotation behind a few words.
fn is_quoted_soon(sentence: &str, words: &[Word<'_>], verb: usize) -> bool {
    const NEAR: usize = 12;
    let Some(behind) = words.get(verb..).filter(|behind| behind.get(1).is_some_and(|w| comes_afterwards(&w.1))) else {
        return false;
    };
    let opens = |gap: &str| matches!(gap, ", “" | ", \"" | ": “" | ": \"");
    let mut gaps = behind.windows(2).take(NEAR).map(|pair| match pair {
        [a, b] => gap(sentence, a, b),
        _ => "",
    });
    gaps.find(|gap| gap.contains([',', ':', '"', '“', ';'])).is_some_and(opens)
}

/// 'believes the ship is lost': a subject, then a verb of its own.
fn clause_follows(sentence: &str, words: &[Word<'_>], verb: usize) -> bool {
    const FINITE: &[&str] = &[
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
        "should", "do", "does", "did",
    ];
    const OTHER: &[&str] =
        &["that", "which", "who", "what", "whether", "how", "to", "for", "by", "as", "where", "when", "whose"];
    let behind = words.get(verb..).unwrap_or_default();
    let mut relative = false;
    for (at, pair) in behind.windows(2).take(2 * CLAUSE).enumerate() {
        let [a, b] = pair else { return false };
        if at > CLAUSE && !relative {
            return false;
        }
        let finite = FINITE.contains(&&*b.1);
        // 'believe two lamps that still had oil were lit': what is said of its subject, and commas in it.
        relative |= at > 1 && matches!(&*b.1, "that" | "who" | "which") && self::says(&a.1).is_none();
        let parted = gap(sentence, a, b).contains([',', ';', ':', '"', '“']);
        if relative && (!finite || at < 4) {
            continue;
        }
        if parted && !relative || OTHER.contains(&&*b.1) {
            return false;
        }
        let short = b.1.split(['\'', '’']).next().unwrap_or("");
        if short.len() < b.1.len() && matches!(short, "it" | "that" | "there" | "he" | "she" | "they") {
            return true;
        }
        if finite {
            return a.0 != behind.first().map_or(b.0, |w| w.0) && behind.get(1).is_none_or(|w| w.1 != "responsibility");
        }
    }
    false
}

/// 'called the plan a sham', 'called for an inquiry', 'called on the port to', with no 'is' of a passive before.
fn calls(sentence: &str, words: &[Word<'_>], verb: usize) -> bool {
    const OBJECT: usize = 8;
    let behind = words.get(verb + 1..).unwrap_or_default();
    let [first, rest @ ..] = behind else { return false };
    if matches!(&*first.1, "on" | "for" | "upon") {
        return words.get(verb).is_some_and(|w| w.1 == "called");
    }
    let behind_first = rest.first().map_or("", |next| gap(sentence, first, next));
    let owner = first.1.ends_with("'s") || first.1.ends_with("’s") || behind_first.starts_with(['\'', '’']);
    let determined =
        matches!(&*first.1, "the" | "his" | "her" | "their" | "its" | "this" | "that" | "it" | "him" | "them" | "such");
    let named = rest.iter().take(OBJECT).position(|w| matches!(&*w.1, "a" | "an"));
    let within = named.and_then(|at| behind.get(..at + 2)).unwrap_or_default();
    let parted = within.windows(2).any(|pair| match pair {
        [a, b] => {
            gap(sentence, a, b).contains([',', ';', ':'])
                || matches!(&*b.1, "in" | "at" | "for" | "about" | "as" | "to")
        }
        _ => false,
    });
    (owner || determined) && named.is_some() && !parted
}

/// 'sees the plan as a sham'.
fn is_seen_as(sentence: &str, words: &[Word<'_>], verb: usize) -> bool {
    let behind = words.get(verb..).unwrap_or_default();
    for (at, pair) in behind.windows(2).take(CLAUSE).enumerate() {
        let [a, b] = pair else { return false };
        if gap(sentence, a, b).contains([',', ';', ':']) {
            return false;
        }
        if b.1 == "as" {
            return at > 0
                && !behind
                    .get(at + 2)
                    .is_some_and(|next| matches!(&*next.1, "much" | "well" | "soon" | "he" | "she" | "they"));
        }
    }
    false
}
