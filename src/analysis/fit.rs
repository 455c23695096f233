//! Whether a sentence can be a claim at all, and whether what is kept of it stands alone. English cues, for the most part;
//! in other languages only the form is judged. Refuses to mend what it finds.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::analysis::lexicon::{POINTERS, Phrases, SAYING, TIMES, Words};
use crate::analysis::people::People;
use crate::analysis::pointers;
use crate::analysis::quotations::Quoted;
use crate::analysis::rank::quoted_share;
use crate::text::lookup::Set;
use crate::text::stem::lower;
use crate::text::{Span, segment};

mod assertion;

pub use assertion::{is_request, is_unfit};

/// Phrases that point out of their sentence, in lower case.
const POINTING: &[&str] = &[
    "the former",
    "the latter",
    "this is",
    "that is why",
    "the same",
    "as such",
    "do so",
    "did so",
    "doing so",
    "does so",
    "the above",
    "as mentioned",
    "that one",
    "these are",
    "those are",
    "this means",
    "this was",
    "that was",
    "all this",
    "all of this",
    "of this",
    "of these",
    "of those",
    "to this",
    "by this",
    "like this",
    "like that",
    "the other two",
    "as well",
    "at that time",
    "at the time",
    "that day",
    "that night",
    "the incident",
    "the following",
    "this approach",
    "this kind",
    "this type",
    "such a",
    "such an",
    "in this case",
    "in that case",
    "the latter's",
    "this process",
    "these men",
    "these people",
    "this group",
    "this man",
    "this woman",
    "their own",
    "the two",
    "for example",
    "for instance",
];

/// [`POINTING`], each with its number.
static POINTING_AT: LazyLock<Phrases<usize>> =
    LazyLock::new(|| Phrases::of(POINTING.iter().enumerate().map(|(number, phrase)| (*phrase, number))));

/// Phrases that nothing in their own sentence explains, in lower case.
static OUTSIDE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let phrases = [
        "this one",
        "that one",
        "these ones",
        "until then",
        "since then",
        "by then",
        "just that",
        "do that",
        "of them have",
        "having them",
        "than that",
        "this time",
        "both factors",
        "as a result of this",
        "that reason",
        "this reason",
        "between them",
        "among them they",
    ];
    Phrases::of(phrases.map(|phrase| (phrase, ())))
});

/// How what is kept of a sentence stands alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// It needs nothing around it; a number about 1 says how well it reads alone.
    Alone(f32),
    /// It points to something outside.
    Leaning,
}

/// The share in quotation marks below which a sentence speaks for itself.
const QUOTED: f32 = 0.35;

/// A word: where it stands, and in lower case with a plain apostrophe.
type Spoken<'t> = (Span, Cow<'t, str>);

fn spoken(text: &str) -> impl Iterator<Item = Spoken<'_>> {
    segment::words(text).map(|(span, word)| (span, lower(word)))
}

/// Below this many words a quotation that leans says nothing alone.
const SHORT_QUOTATION: usize = 9;

/// Judges what is kept of a sentence in the language `tag`. `resolved` are the pronouns that get a name, as spans of `kept`; `credited` says
/// whether somebody is named who says it.
pub fn standing(kept: &str, tag: Option<&str>, resolved: &[Span], credited: bool) -> Standing {
    let words: Vec<Spoken<'_>> = spoken(kept).collect();
    let said: Vec<&str> = words.iter().map(|(_, word)| &**word).collect();
    if let Some(leans) = pointers::points_out(tag, said.iter().copied()) {
        return if leans { Standing::Leaning } else { standing_abroad(kept, tag, &words, credited) };
    }
    let Some((first_span, first)) = words.first() else { return Standing::Leaning };
    let later = words.iter().take(5).any(|(_, w)| w == "later") && !words.iter().take(2).any(|(_, w)| w == "later");
    if later || OUTSIDE.among(&said).next().is_some() {
        return Standing::Leaning;
    }
    let is = |at: usize, any: &[&str]| words.get(at).is_some_and(|(_, w)| any.contains(&&**w));
    if is(1, &["of"]) && is(2, &["them", "it", "these", "those", "this"]) {
        return Standing::Leaning;
    }
    let amount = matches!(&**first, "many" | "some" | "most" | "several" | "two" | "three");
    if amount
        && words
            .get(1)
            .is_some_and(|(_, w)| matches!(&**w, "are" | "were" | "have" | "had" | "do" | "did" | "even" | "will"))
    {
        return Standing::Leaning;
    }
    let expletive = points_to_nothing(&words);
    // The verbs and pronouns of other languages are not known; an Italian 'il' is an article.
    let english = tag.is_none_or(|tag| tag == "en");
    let leans = POINTERS.contains(&**first)
        && (tag != Some("it") || first != "il")
        && !resolved.contains(first_span)
        && !expletive
        && !opens_with_amount(first, &words);
    let quoted = Quoted::default().spans(kept);
    let inside = |span: Span| quoted.iter().any(|q| q.covers(span));
    // The title of a song, a word or two of a speech: too little quoted to ask who is speaking.
    let titles = quoted_share(kept) < QUOTED && has_name(kept, &words);
    let short = words.len() < SHORT_QUOTATION;
    if leans && !(inside(*first_span) && credited && !short) || ends_open(&words) {
        return Standing::Leaning;
    }
    let mut fitness = match first.split('\'').next() {
        Some("i" | "we" | "my" | "our") if leans => 0.7f32,
        _ if leans => 0.5,
        _ => 1.0,
    };
    if !english {
        return Standing::Alone(fitness);
    }
    for (at, (span, word)) in words.iter().enumerate() {
        let free = !inside(*span);
        match word.split('\'').next().unwrap_or(word) {
            "i" | "my" | "me" | "you" | "your" if free => {
                return Standing::Leaning;
            }
            // Everybody's 'we' in an opinion: it reads alone, if worse than others.
            "we" | "our" | "us" if free && at == 0 => {
                return Standing::Leaning;
            }
            "we" | "our" | "us" if free => fitness *= 0.55,
            "i" | "my" | "me" | "we" | "our" | "us" | "you" | "your" if !credited && !titles => {
                return Standing::Leaning;
            }
            "i" | "my" | "me" => fitness *= 0.85,
            "we" | "our" | "us" | "you" | "your" => fitness *= 0.92,
            "he" | "she" | "him" | "his" | "her" | "himself" | "herself" if free && !resolved.contains(span) => {
                let after_name = resolved.iter().any(|r| r.start() < span.start());
                let next = words.get(at + 1).map_or("", |(_, w)| &**w);
                if is_aside(kept, *span, next)
                    || !after_name && !People::named_before(kept, *span) && !names_soon(kept, *span)
                {
                    return Standing::Leaning;
                }
                fitness *= 0.97;
            }
            "they" | "their" | "them" | "it" | "its"
                if at < 3 && free && !expletive && !has_noun_before(kept, *span) && !owner_soon(kept, *span) =>
            {
                return Standing::Leaning;
            }
            "they" | "it" if free && at > 2 && begins_main_clause(kept, *span, first) => return Standing::Leaning,
            "this" | "these" | "those" if free => {
                let next = words.get(at + 1).map_or("", |(_, w)| &**w);
                fitness *= if TIMES.contains(next) { 1.0 } else { 0.55 };
            }
            "here" | "anyway" if free => fitness *= 0.4,
            "that" if free && at > 0 => {
                let before = words.get(at - 1).map_or("", |(_, w)| &**w);
                if matches!(
                    before,
                    "of" | "after" | "before" | "in" | "at" | "for" | "during" | "from" | "by" | "with" | "to" | "on"
                ) {
                    fitness *= 0.5;
                }
            }
            "however" | "though" if at + 1 == words.len() => fitness *= 0.4,
            "then" if free && at < 5 => fitness *= 0.6,
            "another" | "also" | "too" | "other" | "others" | "such" | "then" | "so" | "there" => fitness *= 0.93,
            _ => {}
        }
    }
    let pointing: BTreeSet<usize> = POINTING_AT.among(&said).collect();
    fitness *= 0.7f32.powi(i32::try_from(pointing.len()).unwrap_or(9));
    if !has_name(kept, &words) && resolved.is_empty() {
        fitness *= if first == "the" { 0.8 } else { 0.9 };
    }
    if tag == Some("en") && !has_main_verb(&words) {
        fitness *= 0.4;
    }
    if tag == Some("en") && !has_verb(&words) { Standing::Leaning } else { Standing::Alone(fitness) }
}

/// Whether a word behind a noun can be the verb it is the subject of, or an adverb before that.
pub fn is_verb(word: &str) -> bool {
    FINITE_VERBS.contains(word)
        || ["ed", "s", "ly"].iter().any(|ending| word.ends_with(ending))
        || matches!(word, "also" | "now" | "already" | "then" | "still" | "never")
}

/// 'Staying in the port, however, hasn't.': what it hasn't was said before.
fn ends_open(words: &[Spoken<'_>]) -> bool {
    let last = words.last().map_or("", |(_, word)| &**word);
    last.ends_with("n't")
        || matches!(last, "does" | "did" | "is" | "are" | "was" | "were" | "has" | "have" | "had" | "will" | "would")
}

/// Whether an English text has a finite verb that is not one of a relative clause only: 'people who sailed' has none.
fn has_main_verb(words: &[Spoken<'_>]) -> bool {
    const BEFORE_NOUNS: &[&str] = &[
        "the", "a", "an", "of", "in", "for", "and", "or", "its", "their", "his", "her", "these", "those", "some",
        "many", "most", "more", "other", "to", "with", "on", "by", "from", "all", "at", "as", "no", "two", "three",
        "several", "few",
    ];
    words.iter().enumerate().any(|(at, (_, word))| {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or("", |(_, word)| &**word);
        let noun = BEFORE_NOUNS.contains(&before);
        let helped = matches!(before, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "has" | "have" | "had");
        let finite = FINITE_VERBS.contains(&**word) && !noun
            || word.len() > 3 && (word.ends_with("ed") && !helped || word.ends_with('s')) && !noun
            || word.contains('\'');
        finite && !matches!(before, "who" | "which" | "that" | "whose")
    })
}

/// Whether the 'it' that opens a sentence stands for what follows: 'It is unclear whether', 'It was the crew that', 'It
/// took two days to'.
fn points_to_nothing(words: &[Spoken<'_>]) -> bool {
    const ABOUT: &[&str] = &[
        "clear",
        "unclear",
        "certain",
        "uncertain",
        "possible",
        "impossible",
        "likely",
        "unlikely",
        "hard",
        "harder",
        "difficult",
        "easy",
        "easier",
        "tempting",
        "important",
        "essential",
        "crucial",
        "critical",
        "vital",
        "necessary",
        "legal",
        "illegal",
        "unlawful",
        "common",
        "rare",
        "unusual",
        "safe",
        "dangerous",
        "ironic",
        "true",
        "obvious",
        "evident",
        "apparent",
        "known",
        "unknown",
        "thought",
        "believed",
        "hoped",
        "feared",
        "estimated",
        "expected",
        "reported",
        "understood",
        "worth",
        "time",
        "surprise",
        "surprising",
        "secret",
        "wonder",
        "wrong",
        "right",
        "best",
        "better",
        "good",
        "bad",
        "early",
        "late",
        "enough",
        "immediately",
        "reasonable",
        "unreasonable",
        "fair",
        "unfair",
        "remarkable",
        "notable",
        "noteworthy",
        "customary",
        "mandatory",
        "forbidden",
    ];
    const GOES_ON: &[&str] = &["to", "that", "whether", "how", "if", "why", "when", "who", "what", "for", "where"];
    let word = |at: usize| words.get(at).map_or("", |(_, w)| &**w);
    let among = |mut places: std::ops::Range<usize>, any: &[&str]| places.find(|&at| any.contains(&word(at)));
    let verb = match (word(0), word(1)) {
        ("it's", _) => 1,
        ("it", "turns" | "turned") => return word(2) == "out",
        ("it", "took" | "takes") => return word(2) != "the" && among(3..9, &["to", "for", "before"]).is_some(),
        ("it", "seems" | "seemed" | "appears" | "appeared" | "remains" | "remained") => {
            return matches!(word(2), "that" | "to") && (word(2) == "that" || word(3) == "be" && word(4) == "seen")
                || among(2..4, ABOUT).is_some();
        }
        ("it", "is" | "was" | "isn't" | "wasn't") => 2,
        ("it", "will" | "would" | "may" | "might" | "could" | "must" | "has" | "had") if word(2).starts_with("be") => 3,
        _ => return false,
    };
    let about = among(verb..verb + 4, ABOUT);
    about.is_some_and(|at| among(at + 1..at + 7, GOES_ON).is_some())
        || among(verb + 1..verb + 7, &["that", "who"]).is_some()
}

/// 'Through several winters, they measured': the subject behind an opening phrase that has none. `first` is the first word.
fn begins_main_clause(text: &str, pronoun: Span, first: &str) -> bool {
    const PHRASES: &[&str] = &[
        "in",
        "on",
        "at",
        "through",
        "during",
        "by",
        "for",
        "from",
        "over",
        "within",
        "throughout",
        "starting",
        "beginning",
    ];
    let before = text.get(..pronoun.start().bytes()).unwrap_or("");
    let next = segment::words(text.get(pronoun.end().bytes()..).unwrap_or("")).next().map_or("", |(_, word)| word);
    let empty = matches!(next, "is" | "was" | "will" | "would" | "has" | "takes" | "took" | "seems" | "appears");
    PHRASES.contains(&first) && before.ends_with(", ") && !(pronoun.slice(text) == Some("it") && empty)
}

/// Whether a pronoun speaks what stands before it: ', he said'. `next` is the word behind it.
pub fn is_aside(text: &str, pronoun: Span, next: &str) -> bool {
    let before = text.get(..pronoun.start().bytes()).unwrap_or("").trim_end_matches([' ', '"', '”', '’']);
    before.ends_with(',') && SAYING.contains(next)
}

/// Judges a sentence in a language of `pointers` that does not open with one.
fn standing_abroad(kept: &str, tag: Option<&str>, words: &[Spoken<'_>], credited: bool) -> Standing {
    let quoted = Quoted::default().spans(kept);
    let alone = |span: &Span| !credited || !quoted.iter().any(|q| q.covers(*span));
    let personal = words.iter().any(|(span, word)| pointers::is_personal(tag, word) && alone(span));
    if personal || !has_verb(words) { Standing::Leaning } else { Standing::Alone(1.0) }
}

/// Whether a text that is for the most part a quotation says outside of it who speaks: a few words with a name.
pub fn introduces_quotation(text: &str) -> bool {
    let quoted = Quoted::default().spans(text);
    let outside: Vec<Spoken<'_>> = spoken(text).filter(|(span, _)| !quoted.iter().any(|q| q.covers(*span))).collect();
    outside.len() >= 4 && has_name(text, &outside)
}

/// 'One of the ships', 'both sides', 'all of the crew', 'no ship', 'if a ship': these open a sentence and name something.
fn opens_with_amount(first: &str, words: &[Spoken<'_>]) -> bool {
    let word = |at: usize| words.get(at).map_or("", |(_, w)| &**w);
    let next = word(1);
    let of_something = next == "of" && matches!(word(2), "the" | "its" | "all");
    match first {
        "one" => {
            of_something
                || !matches!(next, "is" | "was" | "has" | "had" | "can" | "of" | "day" | "said" | "thing" | "by")
        }
        "both" => of_something || words.iter().skip(2).take(4).any(|(_, w)| w == "and"),
        "each" | "few" | "neither" | "either" | "none" => of_something,
        "this" => TIMES.contains(next),
        "all" | "even" | "only" | "like" | "unlike" => {
            !matches!(next, "this" | "that" | "of" | "so" | "these" | "those" | "then" | "when")
        }
        "much" => of_something,
        "among" => !matches!(next, "them" | "those" | "these"),
        "now" => !matches!(next, "it" | "they" | "this" | "that" | "we" | "i" | "you" | "there" | "what"),
        "no" | "not" | "to" | "later" | "earlier" | "because" | "if" | "once" => !next.is_empty(),
        _ => false,
    }
}

/// Whether something that 'it' or 'they' could stand for comes before the pronoun.
fn has_noun_before(text: &str, pronoun: Span) -> bool {
    text.get(..pronoun.start().bytes())
        .is_some_and(|before| before.split_whitespace().filter(|w| w.len() > 3).count() > 0)
}

/// 'In his first interview since the storm, Hale said': a pronoun in an opening phrase that a name soon follows.
pub fn names_soon(text: &str, pronoun: Span) -> bool {
    const CLAUSES: &[&str] =
        &["before", "after", "as", "when", "while", "since", "once", "until", "if", "although", "though", "because"];
    const OPENINGS: &[&str] = &[
        "in",
        "before",
        "after",
        "as",
        "when",
        "while",
        "during",
        "despite",
        "with",
        "on",
        "since",
        "for",
        "at",
        "throughout",
        "once",
        "until",
        "if",
        "although",
        "though",
        "under",
        "because",
        "without",
        "upon",
        "like",
        "unlike",
        "through",
        "from",
        "according",
    ];
    let first = segment::words(text).next().map(|(span, word)| (span, word.to_lowercase()));
    let before = text.get(..pronoun.start().bytes()).unwrap_or("");
    // 'A day after her birthday, Maddock', 'Speaking of his crew, Hale'.
    let phrase = [" after ", " before ", " of ", " since ", " for ", " in ", " to ", " with ", " into ", " from "];
    let moment = |word: &str| {
        matches!(word, "a" | "the" | "just" | "shortly" | "soon") || word.ends_with("ing") || word.ends_with('s')
    };
    let opens = first.as_ref().is_some_and(|(span, word)| {
        OPENINGS.contains(&word.as_str())
            || *span != pronoun && moment(word) && phrase.iter().any(|p| before.ends_with(p))
    });
    // 'At the age of 18 she became': the main clause has begun.
    let clause = first.as_ref().is_some_and(|(_, word)| CLAUSES.contains(&word.as_str()));
    let subject = matches!(pronoun.slice(text), Some("he" | "she"));
    let rest = text.get(pronoun.end().bytes()..).and_then(|rest| rest.split_once(", ")).map(|(_, rest)| rest);
    opens
        && (clause || !subject)
        && rest
            .is_some_and(|rest| rest.split_whitespace().next().is_some_and(|word| word.starts_with(char::is_uppercase)))
}

/// 'In its third season, the show', 'As it prepares for the vote, Norland': an opening phrase whose 'its' or 'it' is what
/// the main clause begins with.
fn owner_soon(text: &str, pronoun: Span) -> bool {
    let possessive = matches!(pronoun.slice(text), Some("its" | "their"));
    let rest = text.get(pronoun.end().bytes()..).and_then(|rest| rest.split_once(", ")).map(|(_, rest)| rest);
    names_soon(text, pronoun) && !text.get(pronoun.end().bytes()..).is_some_and(|rest| rest.starts_with(','))
        || possessive && rest.is_some_and(|rest| rest.starts_with("the "))
}

/// Whether a name or a number stands in the text, which makes it easier to place.
fn has_name(text: &str, words: &[Spoken<'_>]) -> bool {
    words.iter().enumerate().any(|(at, (span, word))| {
        let written = span.slice(text).unwrap_or("");
        word.starts_with(|c: char| c.is_numeric())
            || at > 0 && written.starts_with(char::is_uppercase) && written.len() > 1
    })
}

/// Finite verbs and auxiliaries of English that no ending tells.
static FINITE_VERBS: Words = LazyLock::new(|| {
    const FINITE: &[&str] = &[
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "do",
        "does",
        "did",
        "be",
        "been",
        "said",
        "told",
        "went",
        "came",
        "took",
        "made",
        "gave",
        "got",
        "saw",
        "knew",
        "left",
        "lost",
        "won",
        "found",
        "held",
        "kept",
        "led",
        "met",
        "ran",
        "sat",
        "sent",
        "set",
        "shot",
        "spoke",
        "stood",
        "thought",
        "fell",
        "felt",
        "began",
        "became",
        "brought",
        "built",
        "bought",
        "caught",
        "chose",
        "cut",
        "drew",
        "drove",
        "flew",
        "grew",
        "hit",
        "hurt",
        "let",
        "put",
        "rose",
        "sold",
        "spent",
        "struck",
        "taught",
        "wore",
        "wrote",
        "broke",
        "fled",
        "hung",
        "lay",
        "paid",
        "read",
        "rode",
        "sang",
        "sank",
        "shook",
        "slept",
        "stole",
        "swore",
        "threw",
        "want",
        "need",
        "say",
        "believe",
        "think",
        "remain",
        "include",
        "show",
        "make",
        "take",
        "appear",
        "seem",
        "become",
        "hope",
        "plan",
        "reflect",
        "emphasize",
        "expose",
        "continue",
        "help",
        "provide",
        "support",
        "offer",
        "use",
        "work",
        "live",
        "face",
        "require",
        "struggle",
        "seek",
        "suggest",
        "indicate",
        "contain",
        "represent",
        "form",
        "play",
        "run",
        "sell",
        "buy",
        "cost",
        "hold",
        "bring",
        "come",
        "go",
        "get",
        "give",
        "keep",
        "know",
        "like",
        "look",
        "mean",
        "see",
        "start",
        "tell",
        "turn",
        "understand",
        "argue",
        "agree",
        "fear",
        "expect",
        "lead",
        "lie",
        "stand",
        "sit",
        "shut",
        "burst",
        "swept",
        "dealt",
        "fought",
        "sought",
        "fed",
        "bred",
        "grown",
        "beat",
        "bid",
        "become",
        "overtook",
        "withdrew",
        "spread",
        "don't",
        "isn't",
        "can't",
        "won't",
        "it's",
    ];
    Set::from_iter(FINITE.iter().copied())
});

/// Whether a text may have a finite verb: by an auxiliary or an ending, in English and other languages with a Latin
/// alphabet; any other text may.
fn has_verb(words: &[Spoken<'_>]) -> bool {
    let latin = words.iter().any(|(_, w)| w.is_ascii());
    !latin
        || words.iter().any(|(_, w)| {
            FINITE_VERBS.contains(&**w)
                || (w.ends_with("ed") && w.len() > 3)
                || (w.len() > 3 && w.ends_with('s'))
                || w.ends_with("n't")
                || !w.is_ascii()
                || w.ends_with('t')
        })
}
