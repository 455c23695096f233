//! The persons a German article introduces: full name, with the word for what they are before it, by last name. German writes
//! every noun with a capital, so a last name is one that stands alone too, and never behind an article. Refuses a last name
//! that two people have, and one that may be a place or a month.

use std::sync::LazyLock;

use super::names::Run;
use crate::analysis::calendar::{month, weekday};
use crate::analysis::lexicon::{HE_NAMES, NOT_PERSONS, SHE_NAMES};
use crate::analysis::reading::Sentence;
use crate::text::lookup::{Map, Set};
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// Somebody introduced.
#[derive(Debug)]
pub(super) struct Introduced {
    /// 'Hafenmeisterin Ines Hale', where she is introduced so; else 'Ines Hale'.
    pub(super) name: String,
    /// The word for what she is, in lower case.
    role: Option<String>,
    /// The sentence that has it.
    pub(super) sentence: usize,
}

impl Introduced {
    /// Whether it is a person beyond doubt: by the word for what they are, or by the first name.
    pub(super) fn is_sure(&self) -> bool {
        self.role.is_some() || self.name.split(' ').any(|word| HE_NAMES.contains(word) || SHE_NAMES.contains(word))
    }
}

/// What is known of a last word of capitalised words.
#[derive(Default)]
struct Known<'a> {
    /// The word before it, its whole run, and the sentence.
    full: Vec<(&'a str, &'a str, usize)>,
    /// Words for what somebody of that last name is: 'Lotsin' of 'Lotsin Hale'.
    roles: Vec<&'a str>,
    /// Whether it stands behind an article, or where a place does.
    thing: bool,
    /// Whether it stands behind an article and another word.
    adjective: bool,
    /// How often it stands alone, and no article before it.
    alone: usize,
    /// How often it stands behind what may be an adjective, and how often in all.
    described: (usize, usize),
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
    // First words of two words, each with the second; none where there are several.
    let mut firsts: Map<&str, Option<&str>> = Map::default();
    for (at, run) in runs.iter().enumerate().flat_map(|(at, runs)| runs.iter().map(move |run| (at, run))) {
        let said = whose_words(run.text);
        let (role, name) = parted(said.unwrap_or(run.text));
        let Some(last) = name.rsplit(' ').next() else { continue };
        let one = known.entry(last).or_default();
        let several = name.contains(' ');
        let behind_article = said.is_none() && is_behind_article(&run.before);
        one.thing |= !several && role.is_none() && behind_article;
        one.alone += usize::from(!several && !behind_article);
        one.speaks |= credited(at, run.span);
        one.roles.extend(role);
        let bent = ["e", "en", "em", "es"].iter().any(|end| run.before.ends_with(end)) && run.before.len() > 3;
        one.described.0 += usize::from(bent);
        one.described.1 += 1;
        if several && !name.contains(['.', ',']) {
            let first = name.rsplit(' ').nth(1).unwrap_or("");
            // 'Die Norländische Bank': an adjective, no first name; 'die Lotsen Hale' tells nothing of Hale.
            let adjective = role.is_none() && name.split(' ').count() == 2 && behind_article;
            one.adjective |= adjective;
            if !adjective && sentences.get(at).is_some() {
                one.full.push((first, name, at));
                firsts.entry(first).and_modify(|of| *of = of.filter(|of| *of == last)).or_insert(Some(last));
            }
        } else if !several {
            firsts.insert(last, None);
        }
    }
    // 'Zeigten Hale Maddock die Lampe': the last name of another is no first name.
    let families: Set<&str> =
        known.iter().filter(|(_, one)| one.alone > 0 && !one.full.is_empty()).map(|(last, _)| *last).collect();
    let person = |(last, mut one): (&str, Known<'_>)| {
        let another = |first: &str| families.contains(first) && !HE_NAMES.contains(first) && !SHE_NAMES.contains(first);
        // Nor is the 'von' of 'ein Brief von Hale'.
        let no_first = |first: &str| another(first) || first.starts_with(char::is_lowercase);
        if !one.full.iter().all(|(first, ..)| no_first(first)) {
            one.full.retain(|(first, ..)| !no_first(first));
        }
        let own = one.full.first().is_some_and(|(first, ..)| firsts.get(first) == Some(&Some(last)));
        Some((last.to_owned(), one.person(last, own)?))
    };
    known.into_iter().filter_map(person).collect()
}

/// Whose words they are, of a run that names them first: 'Hale' of 'Angaben von Hale'.
fn whose_words(run: &str) -> Option<&str> {
    let (words, whose) = run.split_once(" von ")?;
    let told = matches!(
        words,
        "Angaben" | "Aussagen" | "Ansicht" | "Worten" | "Sicht" | "Seiten" | "Seite" | "Informationen" | "Augen"
    );
    (told || !words.contains(' ') && is_abstract(words)).then_some(whose)
}

/// The last word of a run that says what somebody is, before a name; and the name.
fn parted(run: &str) -> (Option<&str>, &str) {
    let (mut role, mut name, mut rest) = (None, run, run);
    while let Some((first, more)) = rest.split_once(' ') {
        if is_role(first) {
            (role, name) = (Some(first), more);
        }
        rest = more;
    }
    // 'Tom Hale von der Reederei', 'sagte Tom Hale der Norländischen Presse'; not 'Tom von Hale', 'Ines van der Hale'.
    let own = |joint: &str| name.find(joint).and_then(|at| name.get(..at)).filter(|own| own.contains(' '));
    let own = own(" von ").or_else(|| own(" der ").filter(|own| !own.ends_with(" von") && !own.ends_with(" van")));
    // 'Tom Hale (SPN': the party behind the name is no part of it.
    let name = own.unwrap_or(name);
    (role, name.split_once(" (").map_or(name, |(name, _)| name))
}

/// The name in a run, without the words for what somebody is.
pub(super) fn name_in(run: &str) -> &str {
    parted(run).1
}

impl Known<'_> {
    /// Who it is, where it is somebody. `own`: nobody else has the first name.
    fn person(&self, last: &str, own: bool) -> Option<Introduced> {
        let (first, run, sentence) = *self.full.first()?;
        // Two words behind an article are a thing, unless three are somebody: 'der Norländer Tom Hale'.
        let titled = self.full.iter().any(|(_, run, _)| {
            run.split(' ').count() > 2
                && run.split(' ').all(|word| word.starts_with(char::is_uppercase) && !word.contains('-'))
        });
        let given = |word: &str| HE_NAMES.contains(word) || SHE_NAMES.contains(word);
        let named = given(first);
        let one = self.full.iter().all(|(other, _, _)| *other == first);
        let dated = month(&lower(last)).is_some() || weekday(&lower(last)).is_some();
        let organised = run.split([' ', '-']).any(|word| NOT_PERSONS.contains(&*lower(word)));
        let shouted = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
        // 'Norländische Medien': an adjective at the head of a sentence.
        let adjective = ["sche", "schen", "scher", "sches"].iter().any(|end| first.ends_with(end));
        // 'Sahen Hale' once is no adjective.
        let described = 3 * self.described.0 > self.described.1;
        let alone = own && self.alone > 1 && !described && !is_measure(first) && !is_abstract(last);
        let told = named || self.speaks || !self.roles.is_empty() || alone;
        if self.thing
            || self.adjective && !titled
            || adjective
            || !one
            || dated
            || organised
            || !told
            || shouted(last)
            || shouted(first)
        {
            return None;
        }
        let from = run.rsplit(' ').nth(2).filter(|word| given(word));
        let name = from.map_or_else(|| format!("{first} {last}"), |before| format!("{before} {first} {last}"));
        let role = self.roles.first();
        let name = role.map_or_else(|| name.clone(), |role| format!("{role} {name}"));
        Some(Introduced { name, role: role.map(|role| lower(role).into_owned()), sentence })
    }
}

/// Whether a word stands before what it measures or dates: 'Ende Saison', 'Kilo Salz'.
fn is_measure(word: &str) -> bool {
    matches!(
        word,
        "Ende"
            | "Anfang"
            | "Mitte"
            | "Kilo"
            | "Kilogramm"
            | "Gramm"
            | "Liter"
            | "Meter"
            | "Tonnen"
            | "Prozent"
            | "Grad"
            | "Euro"
            | "Dollar"
            | "Millionen"
            | "Milliarden"
            | "Uhr"
            | "Art"
            | "Kanton"
            | "Stadt"
            | "Kreis"
            | "Region"
            | "Hotel"
            | "Familie"
            | "Partei"
            | "Firma"
            | "Gruppe"
            | "Universität"
            | "Flughafen"
            | "Insel"
            | "Provinz"
            | "Platz"
    )
}

/// Whether a German noun is none for a person, by its ending.
fn is_abstract(noun: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ung", "ungen", "tion", "tionen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "ismus", "tät",
        "täten", "chen", "nis", "nisse", "zeit", "euro", "jahr", "jahre", "tage", "werk", "platz", "straße", "innen",
        "leute",
    ];
    ENDINGS.iter().any(|end| noun.ends_with(end))
}

/// Whom a word with an article means that says what somebody is: the only one whom the article has called so by name. In the
/// nominative.
pub(super) fn in_role<'m>(
    written: &str,
    at: usize,
    texts: impl Iterator<Item = impl AsRef<str>>,
    known: &'m Map<String, Introduced>,
) -> Option<&'m Introduced> {
    let (article, noun) = written.split_once(' ')?;
    if !matches!(article, "der" | "Der" | "die" | "Die") || noun.contains(' ') || !is_role(noun) {
        return None;
    }
    let role = lower(noun);
    let mut called = known.values().filter(|one| one.role.as_ref().is_some_and(|own| own.ends_with(&*role)));
    let one = called.next().filter(|one| called.next().is_none() && one.sentence < at)?;
    let unnamed = ["ein ", "eine ", "einem ", "anderer ", "andere "].map(|a| format!("{a}{noun}"));
    let other = texts.take(at).any(|text| unnamed.iter().any(|other| text.as_ref().contains(other.as_str())));
    (!other).then_some(one)
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

/// How German nouns end that say what somebody is, in lower case.
static ROLES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "experte expertin chef chefin sprecher sprecherin minister ministerin präsident präsidentin leiter leiterin \
     forscher forscherin professor professorin anwalt anwältin trainer trainerin direktor direktorin sekretär \
     sekretärin kanzler kanzlerin meister meisterin richter richterin politiker politikerin wissenschaftler \
     wissenschaftlerin analyst analystin ökonom ökonomin loge login autor autorin regisseur regisseurin manager \
     managerin vertreter vertreterin bischof bischöfin spieler spielerin botschafter historiker historikerin \
     vorsitzende vorsitzender beauftragter beauftragte kommissar kommissarin general offizier lehrer lehrerin gründer \
     gründerin kenner kennerin rätin arzt ärztin anführer lotse lotsin abgeordnete abgeordneter senator senatorin \
     künstler künstlerin sänger sängerin schauspieler schauspielerin journalist journalistin redakteur redakteurin \
     spezialist spezialistin korrespondent korrespondentin koordinator koordinatorin führer führerin kapitän präses \
     pfarrer pfarrerin unternehmer unternehmerin kritiker kritikerin designer designerin astronom astronomin \
     psychologin kandidat kandidatin pilot pilotin fahrer fahrerin star weltmeister landrat stadtrat bundesrat \
     nationalrat ständerat gemeinderat"
        .split(' ')
        .collect()
});

/// Whether a German noun says what somebody is, by its ending.
fn is_role(noun: &str) -> bool {
    let noun = lower(noun);
    noun.chars().count() > 3 && ROLES.iter().any(|end| noun.ends_with(end))
}

/// Where a text names people by the last name only: each last name's first place.
pub(super) fn bare<'m>(
    text: &str,
    runs: &[Run<'_>],
    known: &'m Map<String, Introduced>,
) -> Vec<(Span, String, &'m Introduced)> {
    let mut found: Vec<(Span, String, &Introduced)> = Vec::new();
    for run in runs {
        if let Some((span, one)) = leading(run, known).filter(|(span, _)| !words_before(text, *span)) {
            if !found.iter().any(|(.., other)| other.name == one.name) {
                found.push((with_particles(text, span, &one.name), one.name.clone(), one));
            }
            continue;
        }
        let said = whose_words(run.text);
        let (role, last) = parted(said.unwrap_or(run.text));
        if last.contains(' ') || role.is_none() && said.is_none() && is_behind_article(&run.before) {
            continue;
        }
        let Some(one) = known.get(last) else { continue };
        let hyphened = text.get(run.span.end().bytes()..).is_some_and(|rest| rest.starts_with('-'));
        // 'Lotsin Hale' has a word for what she is already.
        let described = role.is_none() && words_before(text, run.span);
        if !hyphened && !described && !found.iter().any(|(.., other)| other.name == one.name) {
            let span = Span::new(run.span.end().bytes() - last.len(), run.span.end().bytes());
            let span = with_particles(text, span, &one.name);
            let name = if role.is_some() { parted(&one.name).1 } else { &one.name };
            found.push((span, name.to_owned(), one));
        }
    }
    found
}

/// A last name with the small words of the full name that stand before it: 'van Orrin' of 'Tom van Orrin'.
pub(super) fn with_particles(text: &str, last: Span, full: &str) -> Span {
    let mut from = last.start().bytes();
    for particle in full.rsplit(' ').skip(1).take_while(|word| word.starts_with(char::is_lowercase)) {
        let before = text.get(..from).unwrap_or("").strip_suffix(' ');
        let Some(rest) = before.and_then(|before| before.strip_suffix(particle)) else { break };
        if rest.ends_with(char::is_alphanumeric) {
            break;
        }
        from = rest.len();
    }
    Span::new(from, last.end().bytes())
}

/// A last name at the head of a run that is no name as a whole: 'Hales Lampe', and 'Hale' of 'trafen Hale Tom Maddock'.
fn leading<'m>(run: &Run<'_>, known: &'m Map<String, Introduced>) -> Option<(Span, &'m Introduced)> {
    let (first, next) =
        run.text.split_once(' ').map_or((run.text, None), |(first, rest)| (first, rest.split(' ').next()));
    if is_behind_article(&run.before) || known.contains_key(run.text) {
        return None;
    }
    let owner = first.strip_suffix('s').filter(|_| !known.contains_key(first));
    let other =
        next.is_some_and(|next| known.values().any(|one| one.name.split(' ').rev().skip(1).any(|word| word == next)));
    let last = owner.or_else(|| Some(first).filter(|_| other))?;
    let one = known.get(last)?;
    Some((Span::new(run.span.start().bytes(), run.span.start().bytes() + last.len()), one))
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
            ("Das sagte Forscher Tom Hale von der Hochschule Kerrick. Hale sah es.", Some("Forscher Tom Hale")),
            ("Das sagte Tom Hale am Freitag. Laut Hale war das Licht aus.", Some("Tom Hale")),
            ("Das sagte Tom Hale am Freitag. Nach Angaben von Hale war das Licht aus.", Some("Tom Hale")),
            ("Das sagte Lotse Tom Hale der Norländischen Presse. Hale sah es.", Some("Lotse Tom Hale")),
            (
                "Das sagte der Präsident des Hafens, Tom Hale. Hale sah es. Nach Einschätzung von Hale war es dunkel.",
                Some("Tom Hale"),
            ),
            ("Der Lotse Tom Hale kam mit dem Lotsen Ned Hale. Hale sagte, das Licht sei aus.", None),
            ("Der Lotse Tom Hale sah es. Hales Lampe war aus, sagt Hale.", Some("Lotse Tom Hale")),
            (
                "Der Norländer Norrin Vale sah es. Vale war da. Die Lotsen Vale und Maddock kamen. Vale ging.",
                Some("Norrin Vale"),
            ),
            (
                "Norrin Vale kam mit Tom Hale. Hale ging. Vale und Hale zeigten Hale Vale im Nebel. Vale kam.",
                Some("Tom Hale"),
            ),
            ("Die Norländische Bank kam. Bank und Hafen sind zu.", None),
            (
                "Das Licht gab Hafenchef Tom Hale (SPN) auf. Hale ging. Der Nebel kam. Hale sah nichts.",
                Some("Hafenchef Tom Hale"),
            ),
            ("Mitte Mai kam der Nebel. Mai und Juni sind kalt.", None),
        ] {
            let article = Article::parse(text);
            let reading = Reading::of(&article, Language::of_tag("de"), &[]);
            let people = People::of(&reading, &Quotations::of(&reading));
            let found = people.bare_names(1).into_iter().next().map(|(_, full)| full.name);
            assert_eq!(found.as_deref(), name, "{text}");
        }
    }

    #[test]
    fn a_last_name_is_the_whole_of_it() {
        for (text, written) in [
            ("The pilot Tom van Orrin, who lit the lamp, said so. But van Orrin left Kerrick.", "van Orrin"),
            (
                "The pilot Tom van der Orrin, who lit the lamp, said so. But van der Orrin left Kerrick.",
                "van der Orrin",
            ),
            ("The pilot Tom van Orrin, who lit the lamp, said so. But Orrin left Kerrick.", "Orrin"),
            ("The pilot Tom Orrin lit the lamp. But Orrin left Kerrick.", "Orrin"),
        ] {
            let article = Article::parse(text);
            let reading = Reading::of(&article, Language::of_tag("en"), &[]);
            let people = People::of(&reading, &Quotations::of(&reading));
            let found = people
                .bare_names(1)
                .into_iter()
                .next()
                .and_then(|(span, _)| span.slice(reading.sentences.get(1)?.text));
            assert_eq!(found, Some(written), "{text}");
        }
    }
}
