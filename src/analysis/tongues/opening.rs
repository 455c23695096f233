//! Who stands between an opening phrase and a verb of saying, in the Romance languages. Refuses more than a plain name with
//! what it is.

use super::credit::{ARTICLES, Word, named, until_mark};
use super::table::{Lexicon, Way};
use crate::text::Span;

impl Lexicon {
    /// 'Dans une lettre au port, le pilote Tom Hale estime que': whoever stands between an opening phrase and the verb.
    pub(super) fn behind_opening(
        &self,
        sentence: &str,
        subject: &[Word<'_>],
        phrase: &[Word<'_>],
        to: &str,
    ) -> Option<Span> {
        const OPENING: &[&str] =
            &["au", "aux", "dans", "en", "lors", "durante", "tras", "in", "nel", "nella", "em", "no", "na"];
        let opens = self.table.way == Way::Usual && OPENING.contains(&phrase.first()?.2.as_str());
        let rest = subject.get(phrase.len()..)?;
        let (first, last) = (rest.first()?, rest.last()?);
        let capital = |word: &Word<'_>| word.1.starts_with(char::is_uppercase);
        let begins = capital(first) || ARTICLES.contains(&first.2.as_str());
        let whole = until_mark(sentence, rest).len() == rest.len();
        let parted = to.starts_with(", ") && !to.trim_end().ends_with([',', '"', '”', '»']);
        let few = (2..=5).contains(&rest.len()) && !rest.iter().any(|word| self.ends_name(word));
        (opens && begins && whole && parted && few && capital(last)).then(|| named(rest)).flatten()
    }
}
