//! Whether an amount is what a claim is about, or stands in it by the way: in an aside, as a distance, as the size of a
//! study. Refuses to say what an amount is: that is for `amount`.

use std::sync::LazyLock;

use super::cues::TITLE_WORDS;
use super::place::is_subordinate;
use crate::analysis::amount::{amounts, is_money, is_share};
use crate::analysis::lexicon::{Words, table};
use crate::analysis::tense::{is_finite, is_past};
use crate::analysis::wording::Wording;

/// Whether one of the amounts of a claim is not there by the way.
pub(super) fn is_the_point(wording: &Wording<'_>) -> bool {
    amounts(wording).any(|at| !is_by_the_way(wording, at))
}

fn is_by_the_way(wording: &Wording<'_>, at: usize) -> bool {
    is_in_opening(wording, at)
        || is_in_title(wording, at)
        || is_distance(wording, at)
        || is_long_ago(wording, at)
        || is_known(wording, at)
        || !is_weighty(wording, at)
            && (is_in_aside(wording, at)
                || is_subordinate(wording, at)
                || is_duration(wording, at)
                || is_german_measure(wording, at)
                || is_in_brackets(wording, at)
                || is_of_study(wording, at))
}

/// 'Known as “Miss 100%”': in a quotation no longer than a title.
fn is_in_title(wording: &Wording<'_>, at: usize) -> bool {
    wording.quotation(at).is_some_and(|words| words <= TITLE_WORDS)
}

/// A share, money, or what is counted in millions: seldom told by the way.
fn is_weighty(wording: &Wording<'_>, at: usize) -> bool {
    static MEASURED: Words = LazyLock::new(|| table("horsepower kwh lb ps points wins"));
    let scale = |word: &str| matches!(word, "million" | "billion" | "trillion" | "percent" | "per" | "bn" | "pc");
    is_money(wording, at)
        || is_share(wording, at)
        || scale(wording.word(at))
        || scale(wording.word(at + 1))
        || is_score(wording, at)
        || is_toll(wording, at)
        || MEASURED.contains(wording.word(at + 1))
        || wording.word(at).ends_with(char::is_alphabetic) && wording.word(at).starts_with(|c: char| c.is_ascii_digit())
}

/// '3-0'.
fn is_score(wording: &Wording<'_>, at: usize) -> bool {
    let number = |at: usize| wording.word(at).len() <= 3 && wording.word(at).bytes().all(|b| b.is_ascii_digit());
    let dash = |at: usize| at > 0 && matches!(wording.gap(at), "-" | "–");
    at + 1 < wording.len() && number(at) && (dash(at + 1) && number(at + 1) || dash(at) && number(at - 1))
}

/// '1,200 people were killed': those who died are told for their number.
fn is_toll(wording: &Wording<'_>, at: usize) -> bool {
    let dead = |word: &str| matches!(word, "killed" | "died" | "dead" | "deaths" | "wounded" | "injured");
    // ', which left 40 dead': of another event than the one that is told.
    let other = matches!(wording.word(wording.stretch(at).start), "which" | "who" | "where");
    !other && (at + 1..at + 7).any(|i| dead(wording.word(i)))
}

/// 'With 150 million households, ', 'After a loan of $8 billion, ': what the sentence opens with before it comes to its point.
fn is_in_opening(wording: &Wording<'_>, at: usize) -> bool {
    static OPENING: Words = LazyLock::new(|| {
        table("after with as while although though despite since among when if unlike besides beyond")
    });
    let clause = wording.stretch(at);
    clause.start == 0 && clause.end < wording.len() && OPENING.contains(wording.word(0))
}

/// ', killing 23 people,', ', including 12 schools', ', a chain of 30 papers,', ' with room for 6,000 people': behind the
/// sentence's own verb.
fn is_in_aside(wording: &Wording<'_>, at: usize) -> bool {
    static BINDING: Words = LazyLock::new(|| {
        table(
            "which who whose where including with after as when while because although such killing leaving injuring \
             wounding",
        )
    });
    let start = wording.stretch(at).start;
    let first = wording.word(start);
    let clause = wording.stretch(at);
    let apposition = matches!(first, "a" | "an" | "the") && !clause.into_iter().any(|i| is_finite(wording.word(i)));
    let aside = start > 0 && (BINDING.contains(first) || apposition);
    let bound = |word: &str| matches!(word, "who" | "which" | "after" | "as" | "when" | "while" | "whose");
    // 'the bombings that killed 76 people'
    let verb = |i: usize| is_past(wording.word(i)) || is_finite(wording.word(i));
    let relative = |i: usize| wording.word(i) == "that" && is_past(wording.word(i + 1)) && !(i + 2..at).any(verb);
    aside || (start.max(4)..at).any(|i| bound(wording.word(i)) || relative(i))
}

/// '240 miles south of', '100 metres from', '20 miles off'.
fn is_distance(wording: &Wording<'_>, at: usize) -> bool {
    static UNITS: Words = LazyLock::new(|| {
        table("mile miles kilometer kilometers kilometre kilometres km meter meters metre metres feet yards")
    });
    static WHERE: Words = LazyLock::new(|| {
        table("from south north east west southeast southwest northeast northwest away off outside above below beneath")
    });
    let bracket = wording.gap(at).ends_with('(') && UNITS.contains(wording.word(at + 1));
    let place = |at: usize| WHERE.contains(wording.word(at));
    // '390 kilometers (240 miles) south'
    let converted = wording.gap(at + 2).contains('(') && place(at + 4);
    // 'Within 100 meters of the pier'
    let within = (1..=2).any(|back| wording.before(at, back) == "within");
    UNITS.contains(wording.word(at + 1)) && (bracket || place(at + 2) || converted || within)
}

/// '4.5 billion years ago', 'thirty-four years after': when something was.
fn is_long_ago(wording: &Wording<'_>, at: usize) -> bool {
    let time = |at: usize| {
        matches!(
            wording.word(at).trim_end_matches('s'),
            "year" | "month" | "week" | "day" | "hour" | "decade" | "minute"
        ) && matches!(wording.word(at + 1), "ago" | "after" | "later" | "earlier" | "before")
    };
    time(at + 1) || matches!(wording.word(at + 1), "million" | "billion") && time(at + 2) || time(at)
}

/// 'His 18,000 followers', 'all 14 companies', 'the $69 fares', 'its 82 per cent target': what is taken as known.
fn is_known(wording: &Wording<'_>, at: usize) -> bool {
    // 'A $4.6 billion company': of both words.
    let scaled = at > 0 && is_money(wording, at - 1) && matches!(wording.word(at), "million" | "billion" | "trillion");
    let at = at - usize::from(scaled);
    let before = wording.before(at, 1);
    let owned = matches!(before, "his" | "her" | "its" | "their" | "our" | "my") || before.ends_with("'s");
    let weighty = is_money(wording, at) || is_share(wording, at);
    // 'Der 21 Hafenstädte'
    let german = matches!(
        before,
        "der" | "die" | "den" | "jene" | "jenen" | "seiner" | "seinen" | "ihrer" | "ihren" | "aller" | "allen"
    );
    let counted = german && !weighty && wording.is_capital(at + 1) && !wording.word(at + 1).starts_with("milli");
    let of = |back: usize| wording.word(at + back) == "of";
    let named = weighty && before == "the" && !wording.parted(at + 1) && !of(1) && !of(2);
    // 'All 14 companies are eligible.', 'The 14 companies in the list may bid.'
    let all = matches!(before, "all" | "the") && !weighty && wording.before(at, 2).is_empty();
    // 'The head of a $4.6 billion company'
    let led = matches!(wording.before(at, 2), "of" | "following" | "with" | "by" | "at" | "for");
    let sized = is_money(wording, at) && before == "a" && led && !of(1) && !of(2);
    !wording.parted(at) && (owned || named || all || counted || sized)
}

/// 'Die 160 Meter hohen Türme', 'mit 50 Jahren', 'nach mehr als 35 Jahren', 'das Unglück mit 40 Toten'.
fn is_german_measure(wording: &Wording<'_>, at: usize) -> bool {
    const SIZES: &[&str] = &["hoh", "groß", "größer", "lang", "läng", "breit", "tief", "schwer", "alt", "dick"];
    let unit = wording.word(at + 1);
    let measured =
        ["meter", "metern", "jahre", "kilo", "kilogramm", "tonnen", "gramm"].iter().any(|end| unit.ends_with(end));
    let size = wording.word(at + 2);
    let bends = ["e", "en", "er", "es", "em"].iter().any(|end| size.ends_with(end));
    let attribute = measured && bends && SIZES.iter().any(|start| size.starts_with(start));
    let opening = wording.stretch(at).start;
    let years = unit == "jahren" && matches!(wording.word(opening), "mit" | "nach" | "seit") && at <= opening + 3;
    let victims = wording.before(at, 1) == "mit" && matches!(unit, "toten" | "verletzten" | "opfern" | "todesopfern");
    attribute || years || victims
}

/// 'Hale (21 Siege) trifft'.
fn is_in_brackets(wording: &Wording<'_>, at: usize) -> bool {
    wording.gap(at).ends_with('(') && (1..=3).any(|i| wording.gap(at + i).starts_with(')'))
}

/// 'For 12 weeks', 'the first in 10 years'.
fn is_duration(wording: &Wording<'_>, at: usize) -> bool {
    let unit = wording.word(at + 1).trim_end_matches('s');
    // 'Seit 30 Jahren', 'mit 60 in den Ruhestand'.
    let german = matches!(wording.before(at, 1), "seit" | "vor" | "nach" | "in" | "binnen" | "innerhalb" | "von")
        && matches!(wording.word(at + 1), "jahren" | "monaten" | "wochen" | "tagen" | "stunden" | "minuten");
    let aged = matches!(wording.before(at, 1), "mit" | "ab") && matches!(wording.word(at + 1), "in" | "noch" | "aus");
    // 'Gab nach 20 Kilometern auf'
    let run = wording.before(at, 1) == "nach" && matches!(wording.word(at + 1), "kilometern" | "metern" | "runden");
    // 'the first in the 26-year history'
    let history = wording.before(at, 1) == "the" && unit == "year";
    // 'in over 30 years', 'for nearly 4 years'
    let hedged = matches!(wording.before(at, 1), "over" | "nearly" | "almost" | "about" | "around" | "some");
    german
        || aged
        || run
        || history
        || matches!(unit, "year" | "month" | "week" | "day" | "night" | "hour" | "decade")
            && matches!(
                wording.before(at, 1 + usize::from(hedged)),
                "in" | "for" | "of" | "within" | "after" | "than" | "every" | "past" | "last"
            )
            && wording.before(at, 2) != "average"
}

/// 'A study in 103 women', 'one review of 14 studies'.
fn is_of_study(wording: &Wording<'_>, at: usize) -> bool {
    let study = |back: usize| {
        matches!(wording.before(at, back), "study" | "studies" | "review" | "trial" | "analysis" | "survey" | "poll")
    };
    matches!(wording.before(at, 1), "in" | "of" | "with" | "among") && study(2)
}
