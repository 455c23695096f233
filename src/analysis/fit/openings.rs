//! What the opening of an English sentence tells of the pronouns in it: whether an 'it' stands for nothing, whether a name
//! that explains a 'his' comes soon, where the main clause begins. Refuses to name whom a pronoun stands for.

use super::{Spoken, is_time};
use crate::analysis::lexicon::{OPENING, PERSONS, SAYING, TIMES};
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// Whether the 'it' that opens a sentence stands for what follows: 'It is unclear whether', 'It was the crew that', 'It
/// took two days to'.
pub(super) fn points_to_nothing(words: &[Spoken<'_>]) -> bool {
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

/// Whether the 'it' at a place stands for nothing: 'when it comes to', 'while it was hard to'.
pub(super) fn is_empty(words: &[Spoken<'_>], at: usize) -> bool {
    let word = |at: usize| words.get(at).map_or("", |(_, w)| &**w);
    match (word(at), word(at + 1)) {
        ("it", "comes" | "came") => word(at + 2) == "to",
        ("it", "is" | "was") => (at + 2..at + 6).any(|at| matches!(word(at), "to" | "that")),
        _ => false,
    }
}

/// 'Through several winters, they measured': the subject behind an opening phrase that has none. `first` is the first word.
pub(super) fn begins_main_clause(text: &str, pronoun: Span, first: &str) -> bool {
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
        "despite",
        "unlike",
        "like",
        "without",
        "with",
        "under",
        "beyond",
        "besides",
        "following",
    ];
    let before = text.get(..pronoun.start().bytes()).unwrap_or("");
    let next = segment::words(text.get(pronoun.end().bytes()..).unwrap_or("")).next().map_or("", |(_, word)| word);
    let empty = matches!(next, "is" | "was" | "will" | "would" | "has" | "takes" | "took" | "seems" | "appears");
    // 'Citing the fog, it closed the port.'
    let doing = first.len() > 4 && first.ends_with("ing");
    (PHRASES.contains(&first) || doing) && before.ends_with(", ") && !(pronoun.slice(text) == Some("it") && empty)
}

/// Whether a pronoun speaks what stands before it: ', he said'. `next` is the word behind it.
pub fn is_aside(text: &str, pronoun: Span, next: &str) -> bool {
    let before = text.get(..pronoun.start().bytes()).unwrap_or("").trim_end_matches([' ', '"', '”', '’']);
    before.ends_with(',') && SAYING.contains(next)
}

/// 'One of the ships', 'both sides', 'all of the crew', 'no ship', 'if a ship': these open a sentence and name something.
pub(super) fn opens_with_amount(first: &str, words: &[Spoken<'_>]) -> bool {
    let word = |at: usize| words.get(at).map_or("", |(_, w)| &**w);
    let next = word(1);
    let of_something = next == "of" && matches!(word(2), "the" | "its" | "all");
    match first {
        "one" => {
            of_something
                || !matches!(next, "is" | "was" | "has" | "had" | "can" | "of" | "day" | "said" | "thing" | "by")
        }
        "both" => of_something || words.iter().skip(2).take(4).any(|(_, w)| w == "and"),
        "each" if TIMES.contains(next) || matches!(next, "day" | "time") => true,
        "either" if next != "way" && words.iter().skip(2).any(|(_, w)| w == "or") => true,
        "each" | "few" | "neither" | "either" | "none" => of_something,
        "this" => is_time(next, word(2)),
        "first" => matches!(
            next,
            "half" | "lady" | "minister" | "class" | "quarter" | "aid" | "responders" | "graders" | "nations"
        ),
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

/// Whether something that 'it' or 'they' could stand for comes before the pronoun: no mere preposition, day or time, and no
/// word that tells what is done to it, as in 'Arranging it'.
pub(super) fn has_noun_before(text: &str, pronoun: Span) -> bool {
    const NO_NOUNS: &[&str] = &[
        "with",
        "from",
        "since",
        "after",
        "before",
        "during",
        "until",
        "over",
        "into",
        "about",
        "under",
        "that",
        "this",
        "last",
        "next",
        "then",
        "when",
        "while",
        "although",
        "though",
        "because",
        "despite",
        "once",
        "even",
        "still",
        "also",
        "just",
        "only",
        "later",
        "earlier",
        "today",
        "yesterday",
        "what",
        "have",
        "make",
        "made",
        "been",
        "will",
        "would",
        "could",
        "said",
        "says",
        "found",
        "took",
        "called",
        "give",
        "gave",
        "keep",
        "kept",
    ];
    let before = text.get(..pronoun.start().bytes()).unwrap_or("");
    segment::words(before).any(|(_, word)| {
        let word = lower(word);
        word.len() > 3
            && !NO_NOUNS.contains(&&*word)
            && !OPENING.contains(&*word)
            && !TIMES.contains(&*word)
            && !word.ends_with("ing")
            && !word.ends_with("ly")
    })
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
        "within",
        "now",
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
        "besides",
        "beside",
        "beyond",
        "alongside",
        "amid",
        "through",
        "from",
        "according",
    ];
    let first = segment::words(text).next().map(|(span, word)| (span, word.to_lowercase()));
    let before = text.get(..pronoun.start().bytes()).unwrap_or("");
    // 'A day after her birthday, Maddock', 'Speaking of his crew, Hale'.
    let after = [" after ", " before "].iter().any(|p| before.ends_with(p));
    let phrase = [" after ", " before ", " of ", " since ", " for ", " in ", " to ", " with ", " into ", " from "];
    let moment = |word: &str| {
        const NUMBERS: &[&str] =
            &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "one", "now"];
        let number = NUMBERS.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit());
        matches!(word, "a" | "the" | "just" | "shortly" | "soon")
            || number
            || word.ends_with("ing")
            || word.ends_with('s')
    };
    let opens = first.as_ref().is_some_and(|(span, word)| {
        OPENINGS.contains(&word.as_str())
            || *span != pronoun && moment(word) && phrase.iter().any(|p| before.ends_with(p))
    });
    // 'At the age of 18 she became': the main clause has begun.
    let clause = first.as_ref().is_some_and(|(_, word)| CLAUSES.contains(&word.as_str()));
    let subject = matches!(pronoun.slice(text), Some("he" | "she"));
    let rest = text.get(pronoun.end().bytes()..).and_then(|rest| rest.split_once(", ")).map(|(_, rest)| rest);
    opens && (clause || after || !subject) && rest.is_some_and(begins_with_name)
}

/// 'Hale said', 'the King of Norland said', 'former harbour master Tom Hale said': a name, behind words for what somebody is.
fn begins_with_name(text: &str) -> bool {
    const FEW: usize = 4;
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let bare = |word: &str| lower(word.trim_end_matches(|c: char| !c.is_alphanumeric())).into_owned();
    let words: Vec<&str> = text.split_whitespace().take(FEW + 1).collect();
    let Some(name) = words.iter().position(|word| capital(word)) else { return false };
    let described = |word: &str| PERSONS.contains(&*bare(word)) || bare(word).ends_with("man");
    match (name, words.first().map(|word| bare(word)).as_deref()) {
        (0, _) => true,
        (1, Some("the")) => words.get(1).is_some_and(|word| described(word)),
        (_, Some("former" | "retired" | "late")) => true,
        _ => {
            words.get(name - 1).is_some_and(|word| described(word))
                && !words.iter().take(name).any(|w| w.ends_with(','))
        }
    }
}

/// 'In its third season, the show', 'As it prepares for the vote, Norland': an opening phrase whose 'its' or 'it' is what
/// the main clause begins with.
pub(super) fn owner_soon(text: &str, pronoun: Span) -> bool {
    let possessive = matches!(pronoun.slice(text), Some("its" | "their"));
    let rest = text.get(pronoun.end().bytes()..).and_then(|rest| rest.split_once(", ")).map(|(_, rest)| rest);
    names_soon(text, pronoun) && !text.get(pronoun.end().bytes()..).is_some_and(|rest| rest.starts_with(','))
        || possessive && rest.is_some_and(|rest| rest.starts_with("the "))
}
