//! Last names that only their use tells: 'Norrin Vale' once, and 'Vale' alone where a subject or an owner stands. Refuses what
//! stands where a place or a thing would, and a first word that also stands alone or before another name.

use std::rc::Rc;

use super::antecedent::is_subject;
use super::names::{Run, without_nation, without_title};
use super::roles::names_role;
use crate::analysis::lexicon::{HE_NOUNS, PARTICLES, PERSONS, SHE_NOUNS};
use crate::analysis::reading::Reading;
use crate::text::lookup::{Map, Set};
use crate::text::stem::lower;

/// How an article uses a last word of capitalised words.
#[derive(Default)]
struct Use<'r> {
    /// The first word before it, where that is one and the same.
    first: Option<&'r str>,
    /// Whether it stands alone as a subject or an owner, or beside another one.
    acts: bool,
    /// Whether it has several first words, or stands where a place or a thing does.
    barred: bool,
}

/// The last names, folded, of those whom an article names in full and then by the last name.
pub(super) fn last_names(reading: &Reading<'_>, runs: &[Vec<Run<'_>>]) -> Set<Rc<str>> {
    let mut uses: Map<&Rc<str>, Use<'_>> = Map::default();
    // Of each first word the one last name behind it; `None` where it has several, or stands alone.
    let mut firsts: Map<&str, Option<&Rc<str>>> = Map::default();
    for (at, run) in runs.iter().enumerate().flat_map(|(at, runs)| runs.iter().map(move |run| (at, run))) {
        if run.is_organisation {
            continue;
        }
        let name = without_nation(without_title(run.text));
        let one = uses.entry(&run.last).or_default();
        let Some((first, _)) = name.split_once(' ') else {
            let text = reading.sentences.get(at).map_or("", |sentence| sentence.text);
            let owner = run.after().starts_with(['\'', '’']);
            one.acts |= owner || matches!(&*run.before, "and" | "or") || is_subject(text, run.span);
            one.barred |= run.is_placed() || matches!(&*run.before, "the" | "a" | "an");
            let alone = firsts.entry(name).or_insert(None);
            *alone = None;
            continue;
        };
        if !is_name(reading, name) {
            continue;
        }
        one.barred |= one.first.is_some_and(|other| other != first);
        one.first = Some(first);
        let last = firsts.entry(first).or_insert(Some(&run.last));
        *last = last.filter(|last| **last == run.last);
    }
    let sole = |one: &Use<'_>| one.first.is_some_and(|first| firsts.get(first).is_some_and(Option::is_some));
    let known = uses.into_iter().filter(|(_, one)| one.acts && !one.barred && sole(one));
    known.map(|(last, _)| Rc::clone(last)).collect()
}

/// Whether two or three words can be somebody's name: none a word for what somebody is, none ever written small.
fn is_name(reading: &Reading<'_>, name: &str) -> bool {
    let mut words = name.split([' ', '-']);
    let fits = |word: &str| {
        let what = lower(word);
        let person =
            PERSONS.contains(&*what) || HE_NOUNS.contains(&*what) || SHE_NOUNS.contains(&*what) || names_role(&what);
        let initial = word.trim_end_matches('.').chars().count() == 1;
        !person && (initial || PARTICLES.contains(word) || reading.is_capitalised(word))
    };
    name.split(' ').count() <= 3 && words.all(fits)
}
