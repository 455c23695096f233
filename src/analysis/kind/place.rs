//! Whether a word that can be a cue is one where it stands: a verb, a predicate, the sentence's own. Refuses to know what
//! it is a cue of.

use std::sync::LazyLock;

use crate::analysis::lexicon::{Words, table};
use crate::analysis::tense::{Tense, is_past, tense_at};
use crate::analysis::wording::Wording;

/// A capital inside a sentence: 'the film This Must Be the Place', 'Will Hale'.
pub(super) fn is_title(wording: &Wording<'_>, at: usize) -> bool {
    let inside = at > 0 && wording.gap(at).chars().all(char::is_whitespace);
    let name = at == 0 && wording.word(at) == "will" && wording.is_capital(1);
    wording.is_capital(at) && inside || name
}

/// Whether a cue is not the sentence's own: behind 'because' or 'if', or a relative 'who'.
pub(super) fn is_subordinate(wording: &Wording<'_>, at: usize) -> bool {
    const BINDING: &[&str] =
        &["because", "if", "unless", "whether", "weil", "wenn", "falls", "ob", "parce", "porque", "perché"];
    let from = wording.stretch(at).start;
    let bound = (from..at).any(|i| BINDING.contains(&wording.word(i)));
    let aside = from > 0 && matches!(wording.word(from), "who" | "which" | "whose" | "where");
    let purpose = (from + 1..at).any(|i| wording.word(i) == "that" && wording.before(i, 1) == "so");
    bound
        || aside
        || purpose
        || (1..=2)
            .any(|back| at >= from + back && matches!(wording.before(at, back), "who" | "whose" | "what" | "which"))
}

/// Whether what lies ahead, or is asked for, is only told beside an event that is the sentence's own: ', warning that it will
/// sink', 'as it must', 'the fact that it will', 'after he urged them to'. `reported`: a participle of saying counts.
pub(super) fn is_by_the_way(wording: &Wording<'_>, at: usize, reported: bool) -> bool {
    static REPORTING: Words = LazyLock::new(|| {
        table("saying warning arguing claiming insisting noting stressing adding promising pledging alleging")
    });
    const JOINING: &[&str] = &["as", "although", "though", "when", "after", "before", "until", "since"];
    const PERSONS: &[&str] = &["he", "she", "they", "it", "we", "i", "you"];
    const STATEMENTS: &[&str] = &["statement", "statements", "report", "tweet", "tweeted", "posted", "letter", "wrote"];
    let clause = wording.stretch(at);
    let from = clause.start;
    let be = |i: usize| matches!(wording.before(i, 1), "is" | "are" | "was" | "were" | "been" | "be");
    let tells = |i: usize| i > 0 && REPORTING.contains(wording.word(i)) && !be(i);
    let issued = || (0..from).any(|i| STATEMENTS.contains(&wording.word(i)));
    let joined = |i: usize| JOINING.contains(&wording.word(i)) && PERSONS.contains(&wording.word(i + 1));
    let bound = from > 0 && joined(from) || (from + 1..at).any(|i| i + 1 < at && joined(i));
    let fact = (from + 1..at).any(|i| wording.word(i) == "that" && wording.before(i, 1) == "fact");
    let asked = (from + 1..at).any(|i| matches!(wording.word(i), "how" | "why" | "whether") && i + 1 < at);
    // 'Although the office recommends lamps, the crews'
    let opening =
        from == 0 && clause.end < wording.len() && matches!(wording.word(0), "although" | "though" | "whereas");
    // 'acts that should bring no fine'
    let relative = !reported && wording.before(at, 1) == "that" && at > from + 1;
    bound || fact || asked || opening || relative || reported && (from..at).any(tells) && !issued()
}

/// 'Opens later this summer', not 'was to open next year', 'could open next year'.
pub(super) fn is_coming(wording: &Wording<'_>, at: usize) -> bool {
    let open = |i: usize| matches!(wording.word(i), "could" | "may" | "might" | "would");
    let ahead = matches!(tense_at(wording, at), Some(Tense::Present | Tense::Ahead));
    ahead && !wording.stretch(at).any(open)
}

/// Words before which a cue is a noun, in lower case.
static NOMINAL: Words = LazyLock::new(|| {
    table(
        "the a an no any this that these those his her their its our your my such some of for with by amid despite \
        fresh growing mounting renewed new repeated free good political own military than not don't doesn't didn't \
        longer never on against through weather last under",
    )
});

/// Whether a word that can be a noun is a verb where it stands.
pub(super) fn is_verb(wording: &Wording<'_>, at: usize) -> bool {
    let word = wording.word(at);
    // An auxiliary is a verb behind anything but an article: 'that will', 'his own will'.
    let modal =
        matches!(word, "should" | "must" | "could" | "might" | "may" | "won't" | "ought" | "sollte" | "sollten");
    let before = wording.before(at, 1);
    let relative =
        matches!(before, "that" | "this" | "these" | "those" | "some" | "any" | "on" | "through") && word != "call";
    if modal || wording.parted(at) || relative && word == "will" {
        return word != "might" || !matches!(before, "military" | "the" | "its" | "their");
    }
    if NOMINAL.contains(before)
        || before.ends_with("'s") && word != "will"
        || word == "think" && wording.word(at + 1) == "tank"
    {
        return false;
    }
    if word == "calls" && is_past(before) {
        return false;
    }
    if is_noun(wording, at) {
        return false;
    }
    let base = matches!(word, "plan" | "need" | "call" | "urge" | "forecast");
    let single = |back: usize| matches!(wording.before(at, back), "a" | "an");
    let plural =
        before.ends_with('s') || matches!(before, "people" | "police" | "men" | "women" | "children" | "also" | "and");
    !base || !single(2) && !single(3) && (wording.before(at, 2) != "the" || plural)
}

/// 'Is the best job that many of us will have': of what the sentence says something is.
pub(super) fn is_of_predicate(wording: &Wording<'_>, at: usize) -> bool {
    let from = wording.stretch(at).start;
    let be = (from..at).find(|&i| matches!(wording.word(i), "is" | "are" | "was" | "were"));
    if matches!(wording.before(at, 1), "and" | "but" | "or") {
        return false;
    }
    be.is_some_and(|be| (be + 1..at.min(be + 5)).any(|i| matches!(wording.word(i), "a" | "an" | "the")) && at > be + 4)
}

/// 'Forecasts for the year', 'a lowered forecast', 'did not make plans to'.
fn is_noun(wording: &Wording<'_>, at: usize) -> bool {
    let before = |back: usize| wording.before(at, back);
    match wording.word(at) {
        "forecast" | "forecasts" => {
            matches!(wording.word(at + 1), "for" | "of") || is_past(before(1)) && !matches!(before(1), "had" | "has")
        }
        "expect" => before(1) == "to",
        "plan" | "plans" => {
            let of = matches!(before(1), "at" | "about" | "over" | "behind" | "from" | "into" | "in" | "under");
            of || (1..=3).any(|back| matches!(before(back), "not" | "didn't" | "make" | "made" | "making"))
        }
        _ => false,
    }
}

/// What is spoken of, not asked for: 'how citizens should vote', 'all you need to', 'efforts to urge', 'will need to'.
pub(super) fn is_told_of(wording: &Wording<'_>, at: usize) -> bool {
    let from = wording.stretch(at).start;
    let told = |back: usize| {
        matches!(
            wording.before(at, back),
            "how" | "what" | "all" | "efforts" | "effort" | "attempts" | "attempt" | "stipulations" | "stipulation"
        )
    };
    let modal = matches!(wording.before(at, 1), "will" | "would" | "may" | "might" | "could")
        || matches!(wording.before(at, 2), "will" | "might");
    let modal = modal && matches!(wording.word(at), "need" | "advise" | "urge" | "recommend");
    modal || (1..=4).any(|back| at >= from + back && told(back))
}

/// Whether an infinitive stands soon behind a verb: 'advised drivers in Kerrick to', 'begged them not to'.
pub(super) fn bids(wording: &Wording<'_>, at: usize) -> bool {
    (at + 1..at + 6).take_while(|&i| !wording.parted(i)).any(|i| matches!(wording.word(i), "to" | "against"))
}

/// 'Are to meet', 'are to spend'; not 'are to be', which has its own cue, nor 'the aims are to'.
pub(super) fn is_due(wording: &Wording<'_>, at: usize) -> bool {
    let next = wording.word(at + 2);
    let verb = !next.is_empty() && !matches!(next, "the" | "a" | "an" | "be" | "blame") && !wording.is_capital(at + 2);
    verb && !is_aim(wording, at)
}

/// 'Should the weather turn', 'should he resign'.
pub(super) fn is_inverted(wording: &Wording<'_>, at: usize) -> bool {
    static SUBJECTS: Words = LazyLock::new(|| {
        table(
            "the a an this that these those he she they it we you i any his her their its there your der die das ein \
            eine er sie es man",
        )
    });
    // German puts the verb before its subject behind whatever comes first: 'Wenn es dunkel ist, sollten die Lotsen'.
    if matches!(wording.word(at), "sollte" | "sollten" | "solltet" | "solltest" | "solle" | "müsse") {
        let led = |i: usize| {
            matches!(wording.word(i), "wenn" | "falls" | "wer" | "um" | "damit" | "sobald" | "bevor" | "sofern")
        };
        let led = led(0) || led(1);
        return at == 0 || at == wording.stretch(at).start && !led && SUBJECTS.contains(&wording.word(at + 1));
    }
    at == 0 || SUBJECTS.contains(&wording.word(at + 1))
}

/// A duty that is told, not asked for: 'drivers must hold a licence', 'every day she must cross the bridge'.
pub(super) fn is_rule(wording: &Wording<'_>, at: usize) -> bool {
    static BOUND: Words = LazyLock::new(|| {
        table(
            "residents drivers passengers visitors travellers travelers applicants students pupils customers users \
            candidates employees workers tenants players voters motorists patients members riders guests tourists \
            participants hunters pilots refugees migrants employers entrants contestants competitors locals bidders \
            applications entries vehicles buyers",
        )
    });
    static ASKED: Words =
        LazyLock::new(|| table("hold register obtain wear carry undergo submit pass apply cross pay show"));
    const HANDLED: &[&str] = &["booked", "submitted", "paid", "filed", "completed", "returned", "registered", "used"];
    const HABIT: &[&str] = &["every", "each", "daily", "whenever", "usually", "often", "way", "currently", "normally"];
    let habit = (0..wording.len()).any(|i| HABIT.contains(&wording.word(i)));
    let at_least = wording.word(at + 1) == "be" && wording.word(at + 2) == "at";
    let asked = ASKED.contains(&wording.word(at + 1)) || at_least;
    let handled = wording.word(at + 1) == "be" && HANDLED.contains(&wording.word(at + 2));
    wording.word(at) == "must" && (habit || handled || BOUND.contains(&wording.before(at, 1)) && asked)
}

/// What somebody was able to do, or not: 'could not be reached', 'could be seen from the pier'; or what is asked: 'how it
/// could sink'.
pub(super) fn is_ability(wording: &Wording<'_>, at: usize) -> bool {
    const SENSED: &[&str] = &["see", "hear", "feel", "seen", "heard", "smell", "afford", "reach", "find"];
    let next = wording.word(at + 1);
    let denied = wording.word(at) == "könne" && (at + 1..wording.stretch(at).end).any(|i| wording.word(i) == "nicht");
    let asked = (wording.stretch(at).start + 1..at).any(|i| matches!(wording.word(i), "how" | "why"));
    asked
        || denied
        || next == "not"
        || next == "only"
        || SENSED.contains(&if next == "be" { wording.word(at + 2) } else { next })
}

/// A form of 'be' in the present at most two words before, and none of a plan that is over.
pub(super) fn is_present(wording: &Wording<'_>, at: usize) -> bool {
    let is = |word: &str| {
        matches!(word, "is" | "are" | "am" | "isn't" | "aren't" | "were" | "was" | "be")
            || ["'s", "'re", "'m"].iter().any(|end| word.ends_with(end))
    };
    let Some(back) =
        (1..=2).find(|&back| is(wording.before(at, back)) && !(at + 1 > back && wording.parted(at + 1 - back)))
    else {
        return false;
    };
    let (be, word, between) = (wording.before(at, back), wording.word(at), wording.before(at, 1));
    let past = matches!(be, "was" | "were" | "be");
    let compared = back == 2 && matches!(between, "more" | "less" | "most" | "not" | "least");
    let aim = back == 1 && word == "to" && !matches!(be, "is" | "are")
        || word == "to" && (back == 2 || is_aim(wording, at - back));
    !compared && !aim && (!past || word == "expected" && be != "be")
}

/// 'The aim is to be first': what is said of an aim lies not ahead.
fn is_aim(wording: &Wording<'_>, be: usize) -> bool {
    static AIMS: Words = LazyLock::new(|| {
        table(
            "aim aims goal goals idea ideas task tasks point purpose purposes dream dreams hope hopes job jobs key keys \
             way ways trick tricks test tests this it",
        )
    });
    wording.stretch(be).any(|i| i < be && AIMS.contains(&wording.word(i)))
}

/// Forms of 'be', 'seem', 'remain' and the like, in lower case.
static BEING: Words = LazyLock::new(|| {
    table(
        "is are am was were be been being isn't aren't wasn't weren't seems seem seemed looks look looked becomes \
        become became remains remain remained proves prove proved proven sounds appears appear ist sind war waren \
        bleibt bleiben blieb gilt wirkt wäre wären sei seien est sont était étaient c'est n'est reste restent es son fue era eran sigue è \
        sono erano resta é são foi foram era continua zijn blijft blijken bleek är blir förblir",
    )
});

/// Whether a form of 'be' stands at most four words before, and between them nothing on which the word could hang.
pub(super) fn is_predicate(wording: &Wording<'_>, at: usize) -> bool {
    static HUNG: Words = LazyLock::new(|| {
        table(
            "in by for on at with from to after about than of into that as and under against without von für mit bei \
            pour par avec para por con",
        )
    });
    let reached = |word: &str| {
        BEING.contains(word) || ["'re", "it's", "that's", "he's", "she's"].iter().any(|end| word.ends_with(end))
    };
    for back in 1..=4 {
        if at + 1 > back && wording.parted(at + 1 - back) {
            return false;
        }
        let word = wording.before(at, back);
        if reached(word) {
            return !measures(wording, at);
        }
        let participle = word.len() > 4 && (word.ends_with("ing") || word.ends_with("ed"));
        // 'Noch wichtiger wäre', 'Einzigartig ist'
        let behind = (at + 1..=at + 2).any(|i| BEING.contains(wording.word(i)) && !wording.parted(i));
        if at < 2 && wording.language() == Some("de") && behind {
            return true;
        }
        if word.is_empty() || HUNG.contains(word) || participle && word != "indeed" {
            return false;
        }
    }
    false
}

/// 'One of the most visited', 'one of the most populous': what can be counted.
fn measures(wording: &Wording<'_>, at: usize) -> bool {
    let next = wording.word(at + 4);
    wording.word(at) == "one"
        && (next.ends_with("ed") || matches!(next, "popular" | "common" | "populous" | "expensive"))
}
