//! Whom the 'Er', 'Sie' or 'die 31-Jährige' at the head of a German sentence means: the one person of the sentence before whom it
//! can mean. Refuses where another person or, for a pronoun, a thing could be meant.

use super::introduced::name_in;
use super::names::Run;
use super::{Antecedent, People, Pronoun};
use crate::analysis::lexicon::{HE_NAMES, SHE_NAMES, Words, table};
use crate::analysis::reading::Reading;
use crate::text::stem::lower;
use crate::text::{Span, segment};
use std::sync::LazyLock;

/// How many sentences back the person may stand, where those between name nobody.
const BACK: usize = 3;

/// Verbs that only people have as their subject, or nearly so, and such as 'war', with which people go on.
static PERSONAL: Words = LazyLock::new(|| {
    table(
        "sagte sagt erklärte betonte studierte arbeitete arbeitet lebt lebte wohnt leitet leitete gründete gewann spielt spielte \
         übernahm übernimmt folgt folgte tritt trat wechselte forscht forschte lehrt lehrte schrieb schreibt kündigte unterrichtet \
         wuchs heiratete starb promovierte absolvierte moderierte kandidierte kandidiert verlor erhielt besuchte floh kämpfte \
         arbeitete war wurde hatte hat ist will wollte soll gilt galt begann kam ging verließ glaubt hofft fordert warnt warnte \
         forderte bat verteidigt verteidigte reagierte räumte gestand bestritt bestreitet",
    )
});

/// A person whom a sentence names.
struct Person {
    name: String,
    /// `None` where the first name is not known.
    pronoun: Option<Pronoun>,
    /// Whether the sentence begins with it.
    leads: bool,
}

impl People<'_> {
    /// Whom the head of a sentence means, and where that head stands: 'Er', 'Sie', 'Die 31-Jährige'.
    pub fn at_the_head(&self, reading: &Reading<'_>, at: usize) -> Option<(Span, Antecedent)> {
        let text = reading.sentences.get(at)?.text;
        let mut words = segment::words(text);
        let (first, second, third) = (words.next()?, words.next()?, words.next());
        let aged = second.1.contains("Jährige")
            || second.1.bytes().all(|b| b.is_ascii_digit()) && third.is_some_and(|(_, word)| word == "Jährige");
        let end = if aged && !second.1.contains("Jährige") { third?.0.end() } else { second.0.end() };
        let (head, pronoun) = match first.1 {
            "Er" if !aged => (first.0, Pronoun::He),
            "Sie" if !aged && is_singular(second.1) => (first.0, Pronoun::She),
            "Der" if aged => (Span::new(first.0.start().bytes(), end.bytes()), Pronoun::He),
            "Die" if aged => (Span::new(first.0.start().bytes(), end.bytes()), Pronoun::She),
            _ => return None,
        };
        let personal = aged || PERSONAL.contains(second.1);
        let found = self.person_before(reading, at, pronoun, personal, aged)?;
        Some((head, found))
    }

    /// The one person whom the nearest sentence before names that names somebody.
    fn person_before(
        &self,
        reading: &Reading<'_>,
        at: usize,
        pronoun: Pronoun,
        personal: bool,
        aged: bool,
    ) -> Option<Antecedent> {
        let here = reading.sentences.get(at)?.paragraph;
        for sentence in (at.saturating_sub(BACK)..at).rev() {
            let earlier = reading.sentences.get(sentence)?;
            if !aged && earlier.paragraph != here {
                return None;
            }
            let persons = self.persons_of(reading, sentence);
            let may = |person: &&Person| person.pronoun.is_none_or(|own| own == pronoun);
            let mut fitting = persons.iter().filter(may);
            match (fitting.next(), fitting.next()) {
                (Some(one), None) if one.pronoun == Some(pronoun) && (one.leads || aged) && personal => {
                    return Some(Antecedent { name: one.name.clone(), sentence });
                }
                (None, _) if persons.is_empty() && (aged || goes_on(earlier.text, pronoun)) => {}
                _ => return None,
            }
        }
        None
    }

    fn persons_of(&self, reading: &Reading<'_>, sentence: usize) -> Vec<Person> {
        let Some(scene) = self.scenes.get(sentence) else { return Vec::new() };
        let mut persons: Vec<Person> = Vec::new();
        for run in &scene.names {
            let Some(name) = self.name_of(reading, run) else { continue };
            if persons.iter().any(|known| known.name == name) {
                continue;
            }
            let before = scene.text.get(..run.span.start().bytes()).unwrap_or("");
            let leads = segment::words(before).all(|(_, word)| matches!(word, "Der" | "Die" | "Auch" | "Doch" | "Für"));
            let pronoun = name.split(' ').find_map(called);
            persons.push(Person { name, pronoun, leads: leads && !before.contains("Für") });
        }
        persons
    }

    /// The full name of a person whom a run of capitals names.
    fn name_of(&self, reading: &Reading<'_>, run: &Run<'_>) -> Option<String> {
        let name = name_in(run.text);
        let last = name.rsplit(' ').next()?;
        if let Some(one) = self.introduced.get(last).filter(|one| one.name.starts_with(char::is_uppercase)) {
            return Some(one.name.clone());
        }
        // 'Das Bild von Adele'
        if name.ends_with(&format!(" von {last}")) && called(last).is_some() && reading.is_about(last) {
            return Some(last.to_owned());
        }
        let first = name.split(' ').next()?;
        let full = name.contains(' ') && called(first).is_some() && !run.is_organisation;
        let single = !name.contains(' ') && called(first).is_some() && reading.is_about(first);
        (full || single).then(|| name.to_owned())
    }
}

/// The pronoun of somebody with that first name, or who is called so: 'Lotsin'.
fn called(word: &str) -> Option<Pronoun> {
    match (HE_NAMES.contains(word), SHE_NAMES.contains(word)) {
        (true, false) => Some(Pronoun::He),
        (false, true) => Some(Pronoun::She),
        _ => None,
    }
}

/// Whether a sentence begins with the same pronoun.
fn goes_on(text: &str, pronoun: Pronoun) -> bool {
    let first = segment::words(text).next().map_or("", |(_, word)| word);
    matches!((first, pronoun), ("Er", Pronoun::He) | ("Sie", Pronoun::She))
}

/// Whether a verb is one of 'sie' for one: 'sie ist', 'sie sagte'.
fn is_singular(verb: &str) -> bool {
    let verb = lower(verb);
    PERSONAL.contains(&*verb) || verb.ends_with('t') || verb.ends_with("te")
}

#[cfg(test)]
mod tests {
    use crate::analysis::people::People;
    use crate::analysis::quotations::Quotations;
    use crate::analysis::reading::Reading;
    use crate::article::Article;
    use crate::text::stem::Language;

    #[test]
    fn who_stands_at_the_head_of_a_german_sentence_is_the_one_of_the_sentence_before() {
        for (text, name) in [
            ("Martin Hale lobt den Hafen. Er war drei Jahre lang Lotse.", Some("Martin Hale")),
            ("Martin Hale traf Peter Maddock. Er war drei Jahre lang Lotse.", None),
            ("Martin Hale traf Anna Maddock. Er war drei Jahre lang Lotse.", Some("Martin Hale")),
            ("Anna Maddock leitet den Hafen. Sie wurde in Kerrick geboren.", Some("Anna Maddock")),
            ("Anna Maddock leitet den Hafen. Sie wurden in Kerrick geboren.", None),
            ("Der Hafen ehrt Martin Hale. Er wurde im Mai gebaut.", None),
            ("Der Hafen ehrt Martin Hale.\n\nDer 31-Jährige lebt in Kerrick.", Some("Martin Hale")),
            ("Martin Hale lobt den Hafen. Er liegt am Meer.", None),
        ] {
            let article = Article::parse(text);
            let reading = Reading::of(&article, Language::of_tag("de"), &[]);
            let people = People::of(&reading, &Quotations::of(&reading));
            let found = people.at_the_head(&reading, 1).map(|(_, found)| found.name);
            assert_eq!(found.as_deref(), name, "{text}");
        }
    }
}
