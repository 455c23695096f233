//! Whom a pronoun stands for, by who is spoken of in the sentences before it, outside of what they quote. Refuses to answer
//! when more than one person could be meant.

use std::borrow::Cow;
use std::rc::Rc;

use super::introduced;
use super::names::{Run, without_nation, without_title};
use super::{People, Pronoun};
use crate::analysis::attribution::Attribution;
use crate::analysis::dateline::agency_line;
use crate::analysis::lexicon::{PERSONS, PLACE, SAYING};
use crate::analysis::quotations::Quoted;
use crate::analysis::rank::quoted_share;
use crate::analysis::reading::{Reading, Sentence};
use crate::text::stem::{fold, lower};
use crate::text::{Span, segment};

/// How many sentences, and how many paragraphs, back the person may stand whom a pronoun stands for. Sentences that go on
/// with the same pronoun are not counted, up to [`CHAIN`] of all.
const BACK: usize = 3;
const CHAIN: usize = 8;
const PARAGRAPHS: usize = 5;

/// Who is spoken of in a sentence, outside of what it quotes.
pub(super) struct Scene<'a> {
    pub(super) text: &'a str,
    pub(super) names: Vec<Run<'a>>,
    /// Persons without a name, and whether they stand where a subject does.
    unnamed: Vec<(&'a str, bool)>,
    /// Whom it credits.
    speaker: Option<Span>,
    /// The pronoun that is its subject or speaker.
    pronoun: Option<Pronoun>,
    /// Whether that pronoun opens it: whoever else is named there is not its subject.
    goes_on: bool,
    /// Whether the next sentence's speaker is likely this one's.
    quotes: bool,
}

impl<'a> Scene<'a> {
    pub(super) fn of(sentence: &Sentence<'a>, runs: &[Run<'a>], quoted: Quoted, credited: Option<Attribution>) -> Self {
        let text = sentence.text;
        let spans = quoted.spans(text);
        let outside = |span: Span| !spans.iter().any(|q| q.overlaps(span));
        let line = agency_line(text).unwrap_or(0);
        let spoken_of = |run: &&Run<'_>| outside(run.span) && run.span.end().bytes() > line && !run.is_label();
        let names: Vec<Run<'a>> = runs.iter().filter(spoken_of).cloned().collect();
        let speaker = credited.map(|a| a.speaker);
        let joining = |word: &str| matches!(word, "And" | "But" | "Then" | "So" | "Yet");
        let first = sentence.written().find(|(_, word)| !joining(word)).filter(|(span, _)| outside(*span));
        let first = first.map(|(_, word)| word);
        let goes_on = first.and_then(Pronoun::subject).is_some();
        let pronoun = first.or_else(|| speaker.and_then(|s| s.slice(text))).and_then(Pronoun::subject);
        let pronoun = pronoun.or_else(|| speaker.and_then(|s| s.slice(text)).and_then(Pronoun::subject));
        let unnamed = sentence.written().filter(|(span, word)| {
            word.starts_with(char::is_lowercase)
                && PERSONS.contains(word)
                && outside(*span)
                && !names.iter().any(|run| run.is_described_by(text, *span))
        });
        let leads = |span: Span| text.get(..span.start().bytes()).is_some_and(|s| s.split_whitespace().count() <= 3);
        let other = opens_with_another(text).map(|word| (word, true));
        let unnamed = unnamed.map(|(span, word)| (word, leads(span))).chain(other).collect();
        Self { text, names, unnamed, speaker, pronoun, goes_on, quotes: quoted_share(text) > 0.4 }
    }

    /// Whether somebody without a name is spoken of for whom the pronoun may stand as well.
    fn has_unnamed(&self, pronoun: Pronoun) -> bool {
        self.unnamed.iter().any(|(word, _)| !pronoun.others_nouns().contains(word))
    }

    /// Whether such a person is what the sentence is about.
    fn is_about_unnamed(&self, pronoun: Pronoun) -> bool {
        self.unnamed.iter().any(|(word, leads)| *leads && !pronoun.others_nouns().contains(word))
    }
}

/// Whom a pronoun stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Antecedent {
    /// Their name, as the sentence has it that names them.
    pub name: String,
    /// The sentence that names them.
    pub sentence: usize,
}

impl<'a> People<'a> {
    /// Whom a pronoun stands for in a sentence that does not name them before: whoever [`People::nearest`] finds, or the
    /// one whom the article is about, when nobody else has been the subject since. `None` when that is not certain.
    pub fn antecedent(&self, reading: &Reading<'_>, at: usize, pronoun: Pronoun) -> Option<Antecedent> {
        let found = self.nearest(reading, at, pronoun).or_else(|| self.protagonist(at, pronoun))?;
        let label = self.labels.contains(&*fold(found.name.rsplit([' ', '-']).next().unwrap_or("")));
        (!label && !self.is_shared(&found.name)).then_some(found)
    }

    /// Whether a last name alone could be that of two people.
    fn is_shared(&self, name: &str) -> bool {
        let last = fold(name);
        !name.contains(' ') && self.full.iter().filter(|(known, _)| **known == *last).nth(1).is_some()
    }

    /// The subject or the speaker of the sentence before, or of an earlier one when those between name nobody. `None` when
    /// somebody else is named there who could be meant.
    fn nearest(&self, reading: &Reading<'_>, at: usize, pronoun: Pronoun) -> Option<Antecedent> {
        let here = reading.sentences.get(at)?;
        let mut back = 0;
        // Those whom 'he met Hale' names beside the one who is spoken of.
        let mut beside: Vec<&str> = Vec::new();
        for (sentence, scene) in self.scenes.iter().enumerate().take(at).rev().take(CHAIN) {
            let paragraph = reading.sentences.get(sentence)?.paragraph;
            if here.paragraph.index() - paragraph.index() > PARAGRAPHS || back == BACK {
                return None;
            }
            let persons = self.persons(scene, pronoun);
            if scene.goes_on && scene.pronoun == Some(pronoun) {
                beside.extend(persons.iter().map(|run| &*run.last));
            } else if !persons.is_empty() {
                let speaks_on = opens_with_saying(here.text) || scene.quotes;
                let name = self.one_person(scene, &persons, speaks_on, pronoun)?;
                let known = |last: &&str| fold(&name).ends_with(*last);
                return beside.iter().all(known).then_some(Antecedent { name, sentence });
            }
            if scene.has_unnamed(pronoun) {
                return None;
            }
            back += usize::from(scene.pronoun != Some(pronoun));
        }
        None
    }

    /// Whom the pronoun 'he' or 'she' in 'he said' stands for: whom [`People::antecedent`] finds, or else the last one who
    /// was credited with something, when the article uses that pronoun of them and nobody else of whom it could be used
    /// has come up since.
    pub fn speaker(&self, reading: &Reading<'_>, at: usize, pronoun: Pronoun) -> Option<Antecedent> {
        let found = self.antecedent(reading, at, pronoun).or_else(|| self.last_speaker(at, pronoun))?;
        // Nobody speaks of himself by name.
        let text = reading.sentences.get(at)?.text;
        let last = found.name.rsplit(' ').next().unwrap_or("");
        let spoken_of = |quoted: &Span| {
            let words = quoted.slice(text).into_iter().flat_map(segment::words);
            words.into_iter().any(|(_, word)| word == last)
        };
        (!Quoted::default().spans(text).iter().any(spoken_of)).then_some(found)
    }

    /// Whom the article names most of those it uses the pronoun of, by far, when one of the sentences before names them
    /// and none since is about anybody else for whom it could stand.
    fn protagonist(&self, at: usize, pronoun: Pronoun) -> Option<Antecedent> {
        for (sentence, scene) in self.scenes.iter().enumerate().take(at).rev().take(CHAIN) {
            let persons = self.persons(scene, pronoun);
            let main = persons.iter().find(|run| self.is_plainly(run, pronoun) && self.is_main(run, pronoun));
            let leads = |run: &&&Run<'_>| {
                is_subject(scene.text, run.span) || scene.speaker.is_some_and(|s| s.overlaps(run.span))
            };
            let other = |run: &&&Run<'_>| main.is_none_or(|main| main.last != run.last);
            let beside = main.is_some() && scene.goes_on && scene.pronoun == Some(pronoun);
            if beside || scene.is_about_unnamed(pronoun) || persons.iter().filter(leads).any(|run| other(&run)) {
                return None;
            }
            if let Some(main) = main {
                return Some(Antecedent { name: bare(main.text), sentence });
            }
        }
        None
    }

    /// Whether somebody is named three times or more, and twice as often as anybody else who is spoken of so.
    fn is_main(&self, run: &Run<'_>, pronoun: Pronoun) -> bool {
        let count = |last: &str| self.named.get(last).copied().unwrap_or(0);
        let own = &run.last;
        let called = |last: &&Rc<str>| {
            self.called.get(*last).is_none_or(|[he, she]| match pronoun {
                Pronoun::He => he >= she,
                Pronoun::She => she >= he,
            })
        };
        let others = self.surnames.iter().filter(|last| *last != own).filter(called).map(|last| count(last));
        count(own) >= 3.max(2 * others.max().unwrap_or(0))
    }

    fn last_speaker(&self, at: usize, pronoun: Pronoun) -> Option<Antecedent> {
        for (sentence, scene) in self.scenes.iter().enumerate().take(at).rev().take(CHAIN) {
            let persons = self.persons(scene, pronoun);
            let speaks = |run: &&&Run<'_>| scene.speaker.is_some_and(|s| s.overlaps(run.span));
            if let Some(speaker) = persons.iter().find(speaks).filter(|run| self.is_plainly(run, pronoun)) {
                return Some(Antecedent { name: bare(speaker.text), sentence });
            }
            if scene.has_unnamed(pronoun) || !persons.is_empty() {
                return None;
            }
        }
        None
    }

    /// Whether a sentence names a person outside of what it quotes.
    pub fn names_somebody(&self, at: usize) -> bool {
        self.scenes.get(at).is_some_and(|scene| scene.names.iter().any(|run| self.surnames.contains(&run.last)))
    }

    /// The full names of the persons whom a sentence names by the last name only, outside of what it quotes: where each
    /// last name first stands, and the sentence that has it in full. Left out are a name that two people have, and one
    /// that the article does not introduce in full.
    pub fn bare_names(&self, at: usize) -> Vec<(Span, Antecedent)> {
        if let Some(scene) = self.scenes.get(at).filter(|_| !self.introduced.is_empty()) {
            let named = introduced::bare(scene.text, &scene.names, &self.introduced).into_iter();
            let before = named.filter(|(.., one)| one.sentence < at || one.sentence > at && one.is_sure());
            return before.map(|(span, name, one)| (span, Antecedent { name, sentence: one.sentence })).collect();
        }
        let mut bare: Vec<(Span, Antecedent)> = Vec::new();
        for run in self.scenes.get(at).map_or(&[][..], |scene| &scene.names) {
            // 'To Hale' and 'of Hale' are said of places too.
            let person = self.surnames.contains(&run.last) && !self.places.contains(&run.last) && &*run.before != "the";
            let place = PLACE.contains(&*run.before) && !person;
            let Some(full) = self.introduced(run).filter(|full| full.sentence < at && !place) else { continue };
            if !bare.iter().any(|(_, known)| *known == full) {
                let text = self.scenes.get(at).map_or("", |scene| scene.text);
                bare.push((introduced::with_particles(text, run.span, &full.name), full));
            }
        }
        bare
    }

    /// The full name of somebody who is named by the last name only, and where it first stands, before the sentence `at`.
    pub fn full_name(&self, last: &str, at: usize) -> Option<Antecedent> {
        let named = |scene: &Scene<'a>| scene.names.iter().find(|run| run.text == last).cloned();
        let bare = self.scenes.iter().take(at).find_map(named)?;
        self.introduced(&bare).filter(|full| full.sentence < at)
    }

    /// Who is meant by a last name, and where the article names them so for the first time; `None` where that is no full
    /// name.
    fn introduced(&self, bare: &Run<'_>) -> Option<Antecedent> {
        let last = &bare.last;
        let mut full = self.full.iter().filter(|(known, _)| known == last);
        let (_, name) = full.next().filter(|_| full.next().is_none() && !bare.text.contains(' '))?;
        let names = |scene: &Scene<'_>| scene.names.iter().any(|run| run.last == *last);
        let sentence = self.scenes.iter().position(names)?;
        let text = self.scenes.get(sentence)?.text;
        (text.contains(name.as_str()) && ends_with_name(name, bare.text))
            .then(|| Antecedent { name: name.clone(), sentence })
    }

    /// Those named in a scene for whom the pronoun may stand.
    fn persons<'s>(&self, scene: &'s Scene<'a>, pronoun: Pronoun) -> Vec<&'s Run<'a>> {
        // 'Kerrick (AP)She': a dateline run into a sentence.
        let meant = |run: &&Run<'_>| {
            !run.text.contains('(') && self.may_be_person(run) && self.pronoun_of(run).is_none_or(|p| p == pronoun)
        };
        scene.names.iter().filter(meant).collect()
    }

    /// Whether the article plainly speaks of a person, and with that pronoun.
    fn is_plainly(&self, run: &Run<'_>, pronoun: Pronoun) -> bool {
        self.surnames.contains(&run.last) && self.pronoun_of(run) == Some(pronoun)
    }

    /// The one person that a sentence is about: its subject, or, where `speaks_on`, its speaker, when every other name is
    /// the same person's; or its subject, when the article uses that pronoun of them and the other names are not known
    /// to be people's; or the only person there of whom it can be used, when the article does so.
    fn one_person(&self, scene: &Scene<'_>, persons: &[&Run<'_>], speaks_on: bool, pronoun: Pronoun) -> Option<String> {
        let speaker = scene.speaker.filter(|_| speaks_on);
        let leads = |run: &&&Run<'_>| is_subject(scene.text, run.span) || speaker.is_some_and(|s| s.overlaps(run.span));
        let plainly = |run: &&&Run<'_>| self.is_plainly(run, pronoun);
        let object = |run: &Run<'_>| is_behind(run) || is_in_dashes(scene.text, run.span);
        let only = || if let [one] = persons { Some(one).filter(plainly).filter(|run| !object(run)) } else { None };
        let led = persons.iter().find(leads);
        let subject = led.or_else(only)?;
        let last = &subject.last;
        let same = persons.iter().filter(|run| run.last == *last);
        let known = plainly(&subject);
        let rival = |run: &&&Run<'_>| run.last != *last && (!known || self.surnames.contains(&run.last));
        let rivals = persons.iter().any(|run| rival(&run)) || scene.has_unnamed(pronoun) && !(known && led.is_some());
        let names: Vec<&str> = same.map(|run| without_nation(without_title(run.text))).collect();
        let longest = names.iter().max_by_key(|name| name.len())?;
        // 'Ines Hale, the daughter of Tom Hale', 'Hale, the daughter of Tom Hale': two of one last name.
        let relative = |run: &&Run<'_>| run.last == *last && run.span != subject.span && is_behind(run);
        let relatives =
            names.iter().any(|name| !longest.contains(name)) || scene.names.iter().any(|run| relative(&run));
        (!rivals && !relatives).then(|| (*longest).to_owned())
    }
}

/// A name without title and nation.
fn bare(name: &str) -> String {
    without_nation(without_title(name)).to_owned()
}

/// Whether a full name ends with a last name, which a sentence may begin with: 'Tom al-Hale', 'Al-Hale'.
fn ends_with_name(name: &str, last: &str) -> bool {
    name.ends_with(last) || last.contains('-') && lower(name).ends_with(&*lower(last))
}

/// Whether a name is only what something else is of, or about: 'the daughter of Tom Hale', 'replacing Hale'.
fn is_behind(run: &Run<'_>) -> bool {
    matches!(
        &*run.before,
        "of" | "than"
            | "like"
            | "unlike"
            | "about"
            | "replacing"
            | "succeeding"
            | "without"
            | "against"
            | "former"
            | "besides"
            | "by"
    )
}

/// Whether a name stands between two dashes: ' -- a mark that Hale set too -- '.
fn is_in_dashes(text: &str, name: Span) -> bool {
    let count = |part: Option<&str>| part.map_or(0, |part| part.matches(" -- ").count() + part.matches(" – ").count());
    count(text.get(..name.start().bytes())) % 2 == 1 && count(text.get(name.end().bytes()..)) > 0
}

/// 'The other was hit', 'Another has left': somebody without a name.
fn opens_with_another(text: &str) -> Option<&str> {
    let mut words = segment::words(text).map(|(_, word)| word);
    let (first, second, third) = (words.next()?, words.next()?, words.next()?);
    let (word, next) = if first == "The" { (second, third) } else { (first, second) };
    let another = matches!(
        word,
        "other" | "Another" | "another" | "second" | "third" | "first" | "latter" | "former" | "One" | "one"
    );
    let verb = matches!(next, "is" | "was" | "has" | "had" | "will" | "would" | "could" | "said" | "says" | "who");
    (another && verb).then_some(word)
}

/// Whether a name stands where the subject of a sentence does: at its head, behind 'But' or the like, behind an opening
/// phrase and its comma, or behind a few words that say what the person is.
pub(super) fn is_subject(text: &str, name: Span) -> bool {
    const PHRASES: &[&str] = &[
        "in",
        "on",
        "at",
        "after",
        "before",
        "during",
        "since",
        "by",
        "for",
        "from",
        "with",
        "last",
        "earlier",
        "later",
        "when",
        "despite",
        "as",
        "while",
        "under",
        "however",
        "consequently",
        "meanwhile",
        "still",
        "instead",
        "yesterday",
        "today",
        "now",
        "then",
        "also",
        "so",
        "thus",
        "once",
    ];
    const JOINING: &[&str] = &["but", "and", "yet", "still", "then", "now", "so"];
    /// So many words at most say what the person is.
    const FEW: usize = 4;
    let before =
        text.get(..name.start().bytes()).unwrap_or("").trim_matches(|c: char| !c.is_alphanumeric() && c != ',');
    let words: Vec<Cow<'_, str>> = before.split_whitespace().take(FEW + 1).map(lower).collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return true };
    let phrase = before.ends_with(',') && before.matches(',').count() == 1;
    let other = |w: &str| matches!(w, "he" | "she" | "they" | "we" | "i" | "and" | "met" | "his" | "her");
    let described = words.len() <= FEW
        && PERSONS.contains(&**last)
        && !words.iter().any(|w| w.contains(',') || PLACE.contains(&**w) || SAYING.contains(&**w) || other(w));
    phrase && PHRASES.contains(&first.trim_end_matches(','))
        || words.len() == 1 && JOINING.contains(&&**first)
        || described
}

/// Whether a sentence opens with 'he said' or the like.
fn opens_with_saying(text: &str) -> bool {
    let mut words = text.split_whitespace().skip(1).map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    words.next().is_some_and(|first| {
        SAYING.contains(first) || first == "also" && words.next().is_some_and(|w| SAYING.contains(w))
    })
}
