//! Who is meant by 'the governor' or 'the 52-year-old': the one person whom the sentences before call so by name. Refuses to
//! choose between two, and to name anybody where somebody without a name is called so.

use std::sync::LazyLock;

use super::introduced;
use super::names::{Run, without_title};
use super::{Antecedent, People};
use crate::analysis::lexicon::{Words, table};
use crate::text::segment;
use crate::text::stem::lower;

/// Words for persons of whom there is mostly one in an article, and who have a name there; in lower case.
static ROLES: Words = LazyLock::new(|| {
    table(
        "president governor mayor spokesman spokeswoman minister premier chancellor king queen pope coach manager actor \
         actress singer rapper author director chairman chairwoman ceo commissioner senator chief prosecutor judge \
         captain commander general bishop archbishop secretary ambassador striker founder prince princess sheriff \
         lieutenant congressman congresswoman lawmaker composer photographer director-general",
    )
});

/// Words before a role that make it another one.
const OTHER: &[&str] = &["vice", "deputy", "former", "ex", "assistant", "associate", "late"];

impl<'a> People<'a> {
    /// Who is meant by a role or an age with 'the' before it, in the sentence `at`; `None` when that is not certain.
    pub fn in_role(&self, at: usize, written: &str) -> Option<Antecedent> {
        if !self.introduced.is_empty() {
            let texts = self.scenes.iter().map(|scene| scene.text);
            let one = introduced::in_role(written, at, texts, &self.introduced)?;
            return Some(Antecedent { name: one.name.clone(), sentence: one.sentence });
        }
        let role = written.strip_prefix("the ").or_else(|| written.strip_prefix("The "))?.to_lowercase();
        let noun = role.rsplit(' ').next().unwrap_or("");
        let age = role.strip_suffix("-year-old");
        if age.is_none() && (!ROLES.contains(noun) || role.split(' ').count() > 3) {
            return None;
        }
        let mut found: Option<(&Run<'a>, usize)> = None;
        for (sentence, scene) in self.scenes.iter().enumerate().take(at) {
            let called = |run: &&Run<'a>| match age {
                Some(age) => run.is_of_age(age),
                None => run.is_called(scene.text, &role),
            };
            for run in scene.names.iter().filter(called) {
                if found.is_some_and(|(other, _)| other.last != run.last) {
                    return None;
                }
                found = found.or(Some((run, sentence)));
            }
            if age.is_none() && has_unnamed(scene.text, noun) {
                return None;
            }
        }
        let (run, sentence) = found?;
        // A king has no other name.
        let whole = run.text.rsplit(')').next().unwrap_or(run.text);
        let name = Some(without_title(whole)).filter(|name| name.contains(' ')).unwrap_or(whole);
        Some(Antecedent { name: name.to_owned(), sentence })
    }
}

/// Whether a word, in lower case, is one for persons of whom there is mostly one in an article.
pub(super) fn names_role(word: &str) -> bool {
    ROLES.contains(word)
}

/// Whether a text has 'a governor', 'another governor'.
fn has_unnamed(text: &str, noun: &str) -> bool {
    let mut before = "";
    segment::words(text).any(|(_, word)| {
        let article = matches!(std::mem::replace(&mut before, word), "a" | "A" | "an" | "another" | "Another" | "one");
        article && word == noun
    })
}

impl Run<'_> {
    /// Whether their age follows the name: 'Ines Maddock, 52, said'.
    fn is_of_age(&self, age: &str) -> bool {
        self.after()
            .strip_prefix(", ")
            .and_then(|rest| rest.strip_prefix(age))
            .is_some_and(|rest| rest.starts_with(','))
    }

    /// Whether the words around a name, or its title, say that this is their role.
    fn is_called(&self, text: &str, role: &str) -> bool {
        let role: Vec<&str> = role.split(' ').collect();
        // The role in the name's own words, or before it.
        let before = text.get(..self.span.end().bytes()).unwrap_or("");
        let words: Vec<_> = segment::each_word(before, |(_, word)| lower(word));
        let from = words.len().saturating_sub(self.text.split(' ').count() + role.len() + 1);
        let near = words.get(from..words.len().saturating_sub(1)).unwrap_or_default();
        let titled = near.windows(role.len() + 1).any(|w| is_role(w, &role)) || from == 0 && is_first(near, &role);
        let aside = self.after().strip_prefix(", ").and_then(|rest| rest.split([',', ';', '.']).next()).unwrap_or("");
        let aside: Vec<_> = segment::words(aside).map(|(_, word)| lower(word)).take(ASIDE).collect();
        titled
            || aside.windows(role.len() + 1).any(|w| is_role(w, &role)) && aside.first().is_some_and(|w| is_article(w))
    }
}

/// The most words of what is said of a person behind the name.
const ASIDE: usize = 6;

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "the" | "its" | "their")
}

/// Whether words are another one and then a role.
fn is_role<W: AsRef<str>>(words: &[W], role: &[&str]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    !OTHER.contains(&first.as_ref()) && is_first(rest, role)
}

/// Whether words begin with a role, in full or short: 'gov.' for 'governor'.
fn is_first<W: AsRef<str>>(words: &[W], role: &[&str]) -> bool {
    const SHORT: &[(&str, &str)] = &[
        ("governor", "gov"),
        ("senator", "sen"),
        ("general", "gen"),
        ("captain", "capt"),
        ("lieutenant", "lt"),
        ("president", "pres"),
    ];
    let same = |word: &str, role: &str| word == role || SHORT.contains(&(role, word));
    words.len() >= role.len()
        && words.iter().zip(role).all(|(word, role)| same(word.as_ref().trim_end_matches('.'), role))
}

#[cfg(test)]
mod tests {
    use crate::analysis::people::People;
    use crate::analysis::quotations::Quotations;
    use crate::analysis::reading::Reading;
    use crate::article::Article;
    use crate::text::stem::Language;

    #[test]
    fn a_role_is_the_one_persons_whom_the_article_gives_it_to() {
        for (text, role, name) in [
            ("Gov. Ines Maddock came late. It rained.", "the governor", Some("Ines Maddock")),
            ("Mrs. Ines Maddock, the mayor of Kerrick, came late. It rained.", "The mayor", Some("Ines Maddock")),
            ("The singer Ines Maddock came late. It rained.", "the singer", Some("Ines Maddock")),
            ("On Friday, Mayor Tom Hale met Mayor Ines Maddock. It rained.", "the mayor", None),
            ("The former mayor Ines Maddock came late. It rained.", "the mayor", None),
            ("Mayor Ines Maddock met a mayor. It rained.", "the mayor", None),
            ("The witness Ines Maddock came late. It rained.", "the witness", None),
            ("Mrs. Ines Maddock, 52, came late. It rained.", "The 52-year-old", Some("Ines Maddock")),
            ("Mayor Ines Maddock came late. It rained.", "a mayor", None),
        ] {
            let article = Article::parse(text);
            let reading = Reading::of(&article, Language::of_tag("en"), &[]);
            let people = People::of(&reading, &Quotations::of(&reading));
            let found = people.in_role(1, role).map(|found| found.name);
            assert_eq!(found.as_deref(), name, "{text}");
        }
    }
}
