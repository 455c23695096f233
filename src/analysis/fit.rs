//! Whether a sentence can be a claim at all, and whether what is kept of it stands alone. English cues, for the most part;
//! in other languages only the form is judged. Refuses to mend what it finds.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::analysis::lexicon::{POINTERS, Phrases, TIMES};
use crate::analysis::people::{People, Pronoun};
use crate::analysis::pointers;
use crate::analysis::quotations::Quoted;
use crate::analysis::rank::quoted_share;
use crate::text::stem::lower;
use crate::text::{Span, segment};

mod assertion;
pub mod german;
mod openings;
mod verbs;

pub use assertion::{is_request, is_unfit};
use openings::{begins_main_clause, has_noun_before, is_empty, opens_with_amount, owner_soon, points_to_nothing};
pub use openings::{is_aside, names_soon};
pub use verbs::is_verb;
use verbs::{ends_open, has_main_verb, has_verb};

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
        "the news comes",
        "the news came",
        "the move comes",
        "the move came",
        "the announcement comes",
        "the announcement came",
        "the decision comes",
        "the decision came",
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
    // What gets a name points to nothing.
    let unnamed = words.iter().map(|(span, word)| if resolved.contains(span) { "" } else { &**word });
    if let Some(leans) = pointers::points_out(tag, unnamed) {
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
    // 'It is not merely that the light was out.': what it is besides comes next.
    let half = said.windows(2).position(|pair| matches!(pair, ["not", "only" | "merely"]));
    if half.is_some_and(|at| !said.iter().skip(at).any(|word| matches!(*word, "but" | "also"))) {
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
                let same =
                    |r: &Span| Pronoun::of(r.slice(kept).unwrap_or("")).is_none_or(|p| Some(p) == Pronoun::of(word));
                let after_name = resolved.iter().any(|r| r.start() < span.start() && same(r));
                let next = words.get(at + 1).map_or("", |(_, w)| &**w);
                if is_aside(kept, *span, next)
                    || !after_name && !People::named_before(kept, *span) && !names_soon(kept, *span)
                {
                    return Standing::Leaning;
                }
                fitness *= 0.97;
            }
            "they" | "their" | "them" | "it" | "its"
                if at < 3
                    && free
                    && !expletive
                    && !is_empty(&words, at)
                    && !has_noun_before(kept, *span)
                    && !owner_soon(kept, *span) =>
            {
                return Standing::Leaning;
            }
            // 'Hale lost their game': whose it is was said before.
            "they" | "their" | "them" if free && at < 4 && resolved.contains(first_span) => return Standing::Leaning,
            "they" | "it" if free && at > 0 && begins_main_clause(kept, *span, first) => return Standing::Leaning,
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

/// Judges a sentence in a language of `pointers` that does not open with one.
fn standing_abroad(kept: &str, tag: Option<&str>, words: &[Spoken<'_>], credited: bool) -> Standing {
    let quoted = Quoted::default().spans(kept);
    let alone = |span: &Span| !credited || !quoted.iter().any(|q| q.covers(*span));
    let personal = |(span, word): &Spoken<'_>| pointers::is_personal(tag, word).then(|| alone(span));
    let said: Vec<bool> = words.iter().filter_map(personal).collect();
    // 'Ich' and 'wir' of somebody who is quoted read worse than others.
    let fitness = if said.is_empty() { 1.0 } else { 0.85 };
    if said.contains(&true) || !has_verb(words) { Standing::Leaning } else { Standing::Alone(fitness) }
}

/// Whether a text that is for the most part a quotation says outside of it who speaks: a few words with a name.
pub fn introduces_quotation(text: &str) -> bool {
    let quoted = Quoted::default().spans(text);
    let outside: Vec<Spoken<'_>> = spoken(text).filter(|(span, _)| !quoted.iter().any(|q| q.covers(*span))).collect();
    outside.len() >= 4 && has_name(text, &outside)
}

/// Whether a name or a number stands in the text, which makes it easier to place.
fn has_name(text: &str, words: &[Spoken<'_>]) -> bool {
    words.iter().enumerate().any(|(at, (span, word))| {
        let written = span.slice(text).unwrap_or("");
        word.starts_with(|c: char| c.is_numeric())
            || at > 0 && written.starts_with(char::is_uppercase) && written.len() > 1
    })
}
