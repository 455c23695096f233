//! The persons a German article introduces: full name, with the word for what they are before it, by last name. German writes
//! every noun with a capital, so a last name is one that stands alone too, and never behind an article. Refuses a last name
//! that two people have, and one that may be a place or a month.

use super::names::Run;
use crate::analysis::calendar::{month, weekday};
use crate::analysis::lexicon::{HE_NAMES, NOT_PERSONS, SHE_NAMES};
use crate::analysis::reading::Sentence;
use crate::text::lookup::Map;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// Somebody introduced.
#[derive(Debug)]
pub(super) struct Introduced {
    /// 'Hafenmeisterin Ines Hale', where she is introduced so; else 'Ines Hale'.
    pub(super) name: String,
    /// The sentence that has it.
    pub(super) sentence: usize,
}

/// What is known of a last word of capitalised words.
#[derive(Default)]
struct Known<'a> {
    /// The word before it, its whole run, and the sentence.
    full: Vec<(&'a str, &'a str, usize)>,
    /// Whether it stands behind an article, or where a place does.
    thing: bool,
    /// Whether a run with it is somebody who is credited.
    speaks: bool,
}

/// Those whom an article introduces, by last name. `credited` is whether a place in a sentence is where a speaker is named.
pub(super) fn introduced<'a>(
    sentences: &[Sentence<'a>],
    runs: &[Vec<Run<'a>>],
    credited: impl Fn(usize, Span) -> bool,
) -> Map<String, Introduced> {
    let mut known: Map<&str, Known<'a>> = Map::default();
    for (at, run) in runs.iter().enumerate().flat_map(|(at, runs)| runs.iter().map(move |run| (at, run))) {
        let Some(last) = run.text.rsplit(' ').next() else { continue };
        let one = known.entry(last).or_default();
        let several = run.text.contains(' ');
        one.thing |= !several && is_behind_article(&run.before);
        one.speaks |= credited(at, run.span);
        if several && !run.text.contains(['.', ',']) {
            let words: Vec<&str> = run.text.split(' ').collect();
            let first = words.len().checked_sub(2).and_then(|at| words.get(at)).copied().unwrap_or("");
            // 'Die Norländische Bank': an adjective, no first name.
            let adjective = words.len() == 2 && is_behind_article(&run.before);
            one.thing |= adjective;
            if !adjective && sentences.get(at).is_some() {
                one.full.push((first, run.text, at));
            }
        }
    }
    let persons = known.into_iter().filter_map(|(last, one)| Some((last.to_owned(), one.person(last)?)));
    persons.collect()
}

impl Known<'_> {
    fn person(&self, last: &str) -> Option<Introduced> {
        let (first, run, sentence) = *self.full.first()?;
        let named = HE_NAMES.contains(first) || SHE_NAMES.contains(first);
        let one = self.full.iter().all(|(other, _, _)| *other == first);
        let dated = month(&lower(last)).is_some() || weekday(&lower(last)).is_some();
        let organised = run.split([' ', '-']).any(|word| NOT_PERSONS.contains(&*lower(word)));
        let shouted = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
        // 'Norländische Medien': an adjective at the head of a sentence.
        let adjective = ["sche", "schen", "scher", "sches"].iter().any(|end| first.ends_with(end));
        if self.thing
            || adjective
            || !one
            || dated
            || organised
            || !(named || self.speaks)
            || shouted(last)
            || shouted(first)
        {
            return None;
        }
        let words: Vec<&str> = run.split(' ').collect();
        let role = words.len().checked_sub(3).and_then(|at| words.get(at)).filter(|word| is_role(word));
        let name = role.map_or_else(|| format!("{first} {last}"), |role| format!("{role} {first} {last}"));
        (named || role.is_some() || self.speaks).then_some(Introduced { name, sentence })
    }
}

/// Whether a word in lower case makes the one behind it a thing or a place.
fn is_behind_article(word: &str) -> bool {
    matches!(
        word,
        "der"
            | "die"
            | "das"
            | "dem"
            | "den"
            | "des"
            | "ein"
            | "eine"
            | "einen"
            | "einem"
            | "einer"
            | "eines"
            | "im"
            | "am"
            | "zum"
            | "zur"
            | "vom"
            | "beim"
            | "ins"
            | "in"
            | "nach"
            | "aus"
            | "kein"
            | "keine"
            | "seit"
            | "bis"
            | "jeder"
            | "jede"
            | "jedes"
            | "dieser"
            | "diese"
            | "dieses"
            | "diesem"
            | "diesen"
            | "sein"
            | "seine"
            | "ihr"
            | "ihre"
            | "mehr"
            | "viel"
            | "viele"
            | "ohne"
    )
}

/// Whether a German noun says what somebody is, by its ending.
fn is_role(noun: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "experte",
        "expertin",
        "chef",
        "chefin",
        "sprecher",
        "sprecherin",
        "minister",
        "ministerin",
        "präsident",
        "präsidentin",
        "leiter",
        "leiterin",
        "forscher",
        "forscherin",
        "professor",
        "professorin",
        "anwalt",
        "anwältin",
        "trainer",
        "trainerin",
        "direktor",
        "direktorin",
        "sekretär",
        "sekretärin",
        "kanzler",
        "kanzlerin",
        "meister",
        "meisterin",
        "richter",
        "richterin",
        "politiker",
        "politikerin",
        "wissenschaftler",
        "wissenschaftlerin",
        "analyst",
        "analystin",
        "ökonom",
        "ökonomin",
        "loge",
        "login",
        "autor",
        "autorin",
        "regisseur",
        "regisseurin",
        "manager",
        "managerin",
        "vertreter",
        "vertreterin",
        "bischof",
        "bischöfin",
        "spieler",
        "spielerin",
        "botschafter",
        "historiker",
        "historikerin",
        "vorsitzende",
        "vorsitzender",
        "beauftragter",
        "beauftragte",
        "kommissar",
        "kommissarin",
        "general",
        "offizier",
        "lehrer",
        "lehrerin",
        "gründer",
        "gründerin",
        "kenner",
        "kennerin",
        "rat",
        "rätin",
        "arzt",
        "ärztin",
        "anführer",
        "lotse",
        "lotsin",
        "abgeordnete",
        "abgeordneter",
        "senator",
        "senatorin",
        "künstler",
        "künstlerin",
        "sänger",
        "sängerin",
        "schauspieler",
        "schauspielerin",
        "journalist",
        "journalistin",
        "redakteur",
        "redakteurin",
    ];
    let noun = lower(noun);
    noun.chars().count() > 3 && ENDINGS.iter().any(|end| noun.ends_with(end))
}

/// Where a text names people by the last name only: each last name's first place.
pub(super) fn bare<'m>(
    text: &str,
    runs: &[Run<'_>],
    known: &'m Map<String, Introduced>,
) -> Vec<(Span, &'m Introduced)> {
    let mut found: Vec<(Span, &Introduced)> = Vec::new();
    for run in runs.iter().filter(|run| !run.text.contains(' ') && !is_behind_article(&run.before)) {
        let Some(one) = known.get(run.text) else { continue };
        let hyphened = text.get(run.span.end().bytes()..).is_some_and(|rest| rest.starts_with('-'));
        // 'Lotsin Hale' has a word for what she is already.
        let described = words_before(text, run.span);
        if !hyphened && !described && !found.iter().any(|(_, other)| other.name == one.name) {
            found.push((run.span, one));
        }
    }
    found
}

/// Whether a word with a capital stands right before a place.
fn words_before(text: &str, place: Span) -> bool {
    let before = text.get(..place.start().bytes()).unwrap_or("");
    let last = segment::words(before).last();
    last.is_some_and(|(span, word)| {
        word.starts_with(char::is_uppercase)
            && span.start().bytes() > 0
            && before.get(span.end().bytes()..) == Some(" ")
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::people::People;
    use crate::analysis::quotations::Quotations;
    use crate::analysis::reading::Reading;
    use crate::article::Article;
    use crate::text::stem::Language;

    #[test]
    fn a_last_name_is_that_of_the_one_whom_the_article_introduces() {
        for (text, name) in [
            (
                "Der NLR-Lichtexperte Detlef Hale sah es. Hale sagte, das Licht sei aus.",
                Some("NLR-Lichtexperte Detlef Hale"),
            ),
            ("Das sagte Tom Hale am Freitag. Laut Hale war das Licht aus.", Some("Tom Hale")),
            ("Der Lotse Tom Hale kam mit dem Lotsen Ned Hale. Hale sagte, das Licht sei aus.", None),
            ("Die Norländische Bank kam. Bank und Hafen sind zu.", None),
            ("Mitte Mai kam der Nebel. Mai und Juni sind kalt.", None),
        ] {
            let article = Article::parse(text);
            let reading = Reading::of(&article, Language::of_tag("de"), &[]);
            let people = People::of(&reading, &Quotations::of(&reading));
            let found = people.bare_names(1).into_iter().next().map(|(_, full)| full.name);
            assert_eq!(found.as_deref(), name, "{text}");
        }
    }
}
