//! What a shelf is narrowed by: words, and terms like `is:unread`, `tag:x` or a year, all of which must hold. Every text
//! is a query: what has no meaning finds nothing, and a term half typed finds what it may become.

use crate::brief::Status;
use crate::brief::study::{ReadState, Study};
use crate::library::{Card, Entry};
use crate::text::find::Pattern;

/// What `is:` may say of a brief.
pub const STATES: [&str; 5] = ["unread", "read", "starred", "draft", "reviewed"];

/// The most terms of a query that is looked for in articles too: each is looked for in all of them.
pub const MOST_TERMS: usize = 32;

/// What a brief must have.
#[derive(Clone, Debug)]
pub struct Query {
    /// As it was typed.
    pub text: String,
    terms: Vec<Term>,
}

#[derive(Clone, Debug)]
enum Term {
    /// In the title, the publisher, an author, a topic or the name; or what a word of summary or claims begins with.
    Word(Pattern),
    /// One of [`STATES`], or its beginning.
    Is(String),
    /// A tag of the reader's that has this in it.
    Tag(Pattern),
    /// Published in these years, or with that word.
    Years(u16, u16, Pattern),
}

impl Query {
    /// The query of what was typed; `None` when nothing was.
    pub fn new(text: &str) -> Option<Self> {
        let terms: Vec<Term> = text.split_whitespace().map(Term::new).collect();
        (!terms.is_empty()).then(|| Self { text: text.trim().to_owned(), terms })
    }

    /// What was typed like a term and is none: `kind:report`, `is:foo`.
    pub fn unknown(&self) -> Vec<&str> {
        let state = |begun: &str| STATES.iter().any(|state| state.starts_with(&begun.to_lowercase()));
        let known = |term: &&str| match term.split_once(':') {
            Some(("is", begun)) => state(begun),
            Some(("tag", _)) => true,
            Some((name, _)) => name.is_empty() || !name.bytes().all(|b| b.is_ascii_lowercase()),
            None => true,
        };
        self.text.split_whitespace().filter(|term| !known(term)).collect()
    }

    /// What is to be said of terms that are none, in a sentence; nothing where every term is one.
    pub fn remark(&self) -> Option<String> {
        let unknown: Vec<String> = self.unknown().iter().map(|term| format!("‘{term}’")).collect();
        let states: Vec<String> = STATES.iter().map(|state| format!("is:{state}")).collect();
        let not = if unknown.len() == 1 { "is no term" } else { "are no terms" };
        let (named, states) = (unknown.join(", "), states.join(", "));
        let there = format!("There are {states}, tag:x, a year (2014, 2014-2021), and words.");
        (!unknown.is_empty()).then(|| format!("{named} {not} of a filter. {there}"))
    }

    /// Whether it has more terms than [`MOST_TERMS`].
    pub const fn has_too_many_terms(&self) -> bool {
        self.terms.len() > MOST_TERMS
    }

    /// The words that are looked for.
    pub fn words(&self) -> impl Iterator<Item = &Pattern> {
        self.terms.iter().filter_map(|term| match term {
            Term::Word(word) => Some(word),
            Term::Is(_) | Term::Tag(_) | Term::Years(..) => None,
        })
    }

    /// Whether it asks for something that only the reader's own files say.
    pub fn asks_the_reader(&self) -> bool {
        self.terms.iter().any(|term| matches!(term, Term::Is(_) | Term::Tag(_)))
    }

    /// Whether a brief has everything, where a word may also stand elsewhere, as `elsewhere` says: in the article.
    pub fn has_with(&self, card: &Card, study: Option<&Study>, elsewhere: impl Fn(&Pattern) -> bool) -> bool {
        let (words, others): (Vec<&Term>, Vec<&Term>) =
            self.terms.iter().partition(|term| matches!(term, Term::Word(_)));
        let is_elsewhere = |term: &Term| matches!(term, Term::Word(word) if elsewhere(word));
        others.iter().all(|term| term.has(card, study))
            && words.iter().all(|term| term.has(card, study) || is_elsewhere(term))
    }

    /// Whether a brief, and what its reader added to it, has everything. A file that is no brief has its name alone.
    pub fn has(&self, entry: &Entry, study: Option<&Study>) -> bool {
        self.terms.iter().all(|term| match entry.card() {
            Some(card) => term.has(card, study),
            None => matches!(term, Term::Word(word) if !word.matches(entry.stem()).is_empty()),
        })
    }
}

impl Term {
    fn new(typed: &str) -> Self {
        match (typed.strip_prefix("is:"), typed.strip_prefix("tag:"), years(typed)) {
            (Some(state), ..) => Self::Is(state.to_lowercase()),
            (_, Some(tag), _) => Self::Tag(Pattern::new(tag)),
            (.., Some((from, to))) => Self::Years(from, to, Pattern::new(typed)),
            _ => Self::Word(Pattern::new(typed)),
        }
    }

    fn has(&self, card: &Card, study: Option<&Study>) -> bool {
        match self {
            Self::Word(word) => in_words(word, card) || word.begins_a_word(card.said()),
            Self::Is(begun) => {
                STATES.into_iter().filter(|state| state.starts_with(begun.as_str())).any(|state| is(state, card, study))
            }
            Self::Tag(tag) => {
                study.is_some_and(|study| study.tags.iter().any(|own| tag.is_empty() || !tag.matches(own).is_empty()))
            }
            Self::Years(from, to, word) => {
                let year = card.published.map(|published| published.first().year());
                year.is_some_and(|year| (*from..=*to).contains(&year)) || in_words(word, card)
            }
        }
    }
}

/// `2014`, `2014-2021`.
fn years(typed: &str) -> Option<(u16, u16)> {
    let year = |text: &str| text.parse().ok().filter(|_| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()));
    let (from, to) = typed.split_once('-').unwrap_or((typed, typed));
    Some((year(from)?, year(to)?))
}

fn in_words(word: &Pattern, card: &Card) -> bool {
    let has = |text: &str| !word.matches(text).is_empty();
    has(&card.heading())
        || card.publisher().is_some_and(has)
        || card.authors().any(has)
        || card.topics().any(has)
        || has(card.id_str())
}

fn is(state: &str, card: &Card, study: Option<&Study>) -> bool {
    let done = study.is_some_and(|study| study.read == ReadState::Done);
    match state {
        "unread" => !done,
        "read" => done,
        "starred" => study.is_some_and(|study| study.star),
        "draft" => card.status == Status::Draft,
        "reviewed" => card.status == Status::Reviewed,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Query;
    use crate::brief::study::{ReadState, Study};
    use crate::brief::{Brief, Claim, Status};
    use crate::library::card::{Card, Entry};
    use crate::library::disk::Stamp;

    #[test]
    fn what_is_no_term_is_named() {
        for (typed, unknown) in [
            ("ferry is:unread is:re tag:x 2014-2021 10:30 Mosul: https://a.example", "https://a.example"),
            ("is:foo kind:report x: :", "is:foo kind:report x:"),
        ] {
            assert_eq!(Query::new(typed).unwrap().unknown().join(" "), unknown, "{typed}");
        }
    }

    #[test]
    fn every_term_must_hold() {
        let mut brief = Brief { title: Some("Ferry runs aground".to_owned()), ..Brief::default() };
        brief.source.publisher = Some("Côte Daily".to_owned());
        brief.source.authors = vec!["Ines Maddock".to_owned()];
        brief.source.published = "2031-05-03".parse().ok();
        brief.topics = vec!["shipping".to_owned()];
        brief.summary = "It struck a sandbank.".to_owned();
        let text = "Her tanks held 60 tonnes of Diésel; 船は無事だった。".to_owned();
        brief.claims = vec![Claim { text, ..Claim::default() }];
        brief.made.status = Status::Draft;
        let entry = Entry::Brief(Card::new("harbour-2031", &brief, Stamp::default()));
        let study = Study { star: true, read: ReadState::Done, tags: vec!["Sea".to_owned()], ..Study::default() };
        for (typed, plain, studied) in [
            ("ferry", true, true),
            ("cote maddock shipping", true, true),
            ("ferry nowhere", false, false),
            ("harbour", true, true),
            ("2031", true, true),
            ("2030-2032 ferry", true, true),
            ("2014", false, false),
            ("diesel sandb", true, true),
            ("bank", false, false),
            ("無事", true, true),
            ("60", true, true),
            ("is:unread", true, false),
            ("is:read", false, true),
            ("is:starred", false, true),
            ("is:st", false, true),
            ("is:draft", true, true),
            ("is:reviewed", false, false),
            ("is:nonsense", false, false),
            ("tag:sea is:draft", false, true),
            ("tag:", false, true),
        ] {
            let query = Query::new(typed).unwrap();
            assert_eq!((query.has(&entry, None), query.has(&entry, Some(&study))), (plain, studied), "{typed}");
        }
        assert!(Query::new("  ").is_none());
    }
}
