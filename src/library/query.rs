//! What a shelf is narrowed by: words, phrases in quotation marks, and terms like `is:unread`, `tag:x` or a year, all of
//! which must hold; with a `-` before it, must not. Capitals make no difference. Every text is a query: what has no meaning finds nothing, and a term
//! half typed finds what it may become.

use std::ops::Range;

use crate::brief::Status;
use crate::brief::study::{ReadState, Study};
use crate::library::{Card, Entry};
use crate::text::find::{Pattern, folded};

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
    /// A tag of the reader's.
    Tag(Tag),
    /// Published in these years, or with that word.
    Years(u16, u16, Pattern),
    /// Published on that day or in that month, or with that word.
    Date(String, Pattern),
    /// Not that.
    Not(Box<Term>),
}

/// A tag that is asked for, folded.
#[derive(Clone, Debug)]
enum Tag {
    /// This one; any, where it is empty.
    Whole(String),
    /// What it begins with.
    Beginning(String),
}

/// A term as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Typed<'a> {
    /// All of it.
    whole: &'a str,
    /// Whether a `-` stands before it.
    is_excluded: bool,
    /// What stands before its text: `is:` or `tag:`, or nothing.
    field: &'a str,
    /// Its text, without quotation marks.
    text: &'a str,
    /// Whether that stands in quotation marks.
    is_quoted: bool,
}

/// What opens a phrase, or closes it.
const QUOTES: [char; 4] = ['"', '“', '”', '„'];
/// The terms whose text may be a phrase.
const FIELDS: [&str; 2] = ["is:", "tag:"];

impl<'a> Typed<'a> {
    /// The first term of a text, and where it stands; `None` when there is none.
    fn first(text: &'a str) -> Option<(Self, Range<usize>)> {
        let start = text.find(|c: char| !c.is_whitespace())?;
        let rest = text.get(start..)?;
        let bare = rest.strip_prefix('-').filter(|bare| bare.starts_with(|c: char| !c.is_whitespace() && c != '-'));
        let unsigned = bare.unwrap_or(rest);
        let field = FIELDS.into_iter().find_map(|field| unsigned.get(..field.len()).filter(|begun| *begun == field));
        let field = field.unwrap_or_default();
        let said = unsigned.get(field.len()..)?;
        let (text, is_quoted, behind) = match said.strip_prefix(QUOTES) {
            // What is not closed yet reaches to the end.
            Some(phrase) => match phrase.split_once(QUOTES) {
                Some((text, behind)) => (text, true, behind),
                None => (phrase, true, ""),
            },
            None => {
                let end = said.find(char::is_whitespace).unwrap_or(said.len());
                let (text, behind) = said.split_at_checked(end)?;
                (text, false, behind)
            }
        };
        let end = start + rest.len() - behind.len();
        let whole = rest.get(..end - start)?;
        Some((Self { whole, is_excluded: bare.is_some(), field, text, is_quoted }, start..end))
    }

    fn all(text: &'a str) -> Vec<Self> {
        let (mut rest, mut all) = (text, Vec::new());
        while let Some((term, place)) = Self::first(rest) {
            rest = rest.get(place.end..).unwrap_or_default();
            all.push(term);
        }
        all
    }

    /// The term; nothing where only its signs are typed yet.
    fn term(&self) -> Option<Term> {
        let years = || years(self.text).filter(|_| !self.is_quoted);
        let term = match self.field {
            "is:" => Term::Is(self.text.to_lowercase()),
            "tag:" => Term::Tag(match self.text.strip_suffix('*').filter(|_| !self.is_quoted) {
                Some(begun) => Tag::Beginning(folded(begun)),
                None => Tag::Whole(folded(self.text)),
            }),
            _ if self.is_quoted && self.text.trim().is_empty() => return None,
            _ => {
                let word = Pattern::new(&self.text.to_lowercase());
                match years() {
                    Some((from, to)) => Term::Years(from, to, word),
                    None if !self.is_quoted && is_date(self.text) => Term::Date(self.text.to_owned(), word),
                    None => Term::Word(word),
                }
            }
        };
        Some(if self.is_excluded { Term::Not(Box::new(term)) } else { term })
    }

    /// Whether it is typed like a term and is none: `kind:report`, `is:foo`.
    fn is_unknown(&self) -> bool {
        match (self.field, self.text.split_once(':')) {
            ("is:", _) => !STATES.iter().any(|state| state.starts_with(&self.text.to_lowercase())),
            ("", Some((name, _))) if !self.is_quoted => {
                !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase())
            }
            _ => false,
        }
    }
}

/// Where the term begins that stands last in a text and is not ended; the text's end, where none is.
pub fn last_begun(text: &str) -> usize {
    let mut from = 0;
    while let Some((term, place)) = text.get(from..).and_then(Typed::first) {
        if from + place.end == text.len() {
            let is_closed = term.is_quoted && term.whole.len() > 1 && term.whole.ends_with(QUOTES);
            return if is_closed { text.len() } else { from + place.start };
        }
        from += place.end;
    }
    text.len()
}

impl Query {
    /// The query of what was typed; `None` when nothing was.
    pub fn new(text: &str) -> Option<Self> {
        let terms: Vec<Term> = Typed::all(text).iter().filter_map(Typed::term).collect();
        (!terms.is_empty()).then(|| Self { text: text.trim().to_owned(), terms })
    }

    /// What was typed like a term and is none: `kind:report`, `is:foo`.
    pub fn unknown(&self) -> Vec<&str> {
        Typed::all(&self.text).iter().filter(|term| term.is_unknown()).map(|term| term.whole).collect()
    }

    /// What is to be said of terms that are none, in a sentence; nothing where every term is one.
    pub fn remark(&self) -> Option<String> {
        let unknown: Vec<String> = self.unknown().iter().map(|term| format!("‘{term}’")).collect();
        let states: Vec<String> = STATES.iter().map(|state| format!("is:{state}")).collect();
        let not = if unknown.len() == 1 { "is no term" } else { "are no terms" };
        let (named, states) = (unknown.join(", "), states.join(", "));
        let there = format!("There are {states}, tag:x, a year (2014, 2014..2021), words, \"a phrase\", and -without.");
        (!unknown.is_empty()).then(|| format!("{named} {not} of a filter. {there}"))
    }

    /// The first term that says nothing or can find nothing: an `is:` of nothing, years that run backwards. Why, in a
    /// sentence.
    pub fn idle(&self) -> Option<String> {
        Typed::all(&self.text).iter().find_map(|term| {
            let span = term.text.split_once("..").filter(|(from, to)| is_number(from) && is_number(to));
            let why = match (term.field, span) {
                ("is:", _) if term.text.is_empty() => {
                    let states: Vec<String> = STATES.iter().map(|state| format!("is:{state}")).collect();
                    format!("says nothing; there are {}", states.join(", "))
                }
                ("", Some((from, to))) if !term.is_quoted => match (from.len(), to.len()) {
                    (4, 4) if from > to => "runs backwards; the earlier year stands first".to_owned(),
                    (4, 4) => return None,
                    _ => "is no span of years; a year has four digits, as in 2014..2021".to_owned(),
                },
                _ => return None,
            };
            Some(format!("‘{}’ {why}.", term.whole))
        })
    }

    /// Whether it has more terms than [`MOST_TERMS`].
    pub const fn has_too_many_terms(&self) -> bool {
        self.terms.len() > MOST_TERMS
    }

    /// The words that are looked for.
    pub fn words(&self) -> impl Iterator<Item = &Pattern> {
        self.terms.iter().filter_map(Term::word)
    }

    /// Whether it asks for something that only the reader's own files say.
    pub fn asks_the_reader(&self) -> bool {
        self.terms.iter().any(|term| matches!(term.bare(), Term::Is(_) | Term::Tag(_)))
    }

    /// Whether a brief may have everything, where a word may also stand elsewhere: in the article.
    pub fn may_have(&self, card: &Card, study: Option<&Study>) -> bool {
        self.terms.iter().all(|term| term.word().is_some() || term.has(card, study))
    }

    /// Whether it takes a look elsewhere to tell whether a brief has everything: for a word that the brief does not have,
    /// and for one that nothing of it may have.
    pub fn looks_elsewhere(&self, card: &Card, study: Option<&Study>) -> bool {
        let is_open = |term: &Term| match term {
            Term::Word(_) => !term.has(card, study),
            term => matches!(term.bare(), Term::Word(_)),
        };
        self.terms.iter().any(is_open)
    }

    /// Whether a brief has everything, where a word may also stand elsewhere, as `elsewhere` says: in the article.
    pub fn has_with(&self, card: &Card, study: Option<&Study>, elsewhere: impl Fn(&Pattern) -> bool) -> bool {
        self.terms.iter().all(|term| match term.bare() {
            Term::Word(word) => (term.bare().has(card, study) || elsewhere(word)) == term.word().is_some(),
            _ => term.has(card, study),
        })
    }

    /// Whether a brief, and what its reader added to it, has everything. A file that is no brief has its name alone.
    pub fn has(&self, entry: &Entry, study: Option<&Study>) -> bool {
        self.terms.iter().all(|term| match entry.card() {
            Some(card) => term.has(card, study),
            None => term.names(entry.stem()),
        })
    }
}

impl Term {
    /// What is looked for, or is not to be there.
    fn bare(&self) -> &Self {
        match self {
            Self::Not(term) => term.bare(),
            term => term,
        }
    }

    /// The word that is looked for, where it is one.
    fn word(&self) -> Option<&Pattern> {
        match self {
            Self::Word(word) => Some(word),
            Self::Is(_) | Self::Tag(_) | Self::Years(..) | Self::Date(..) | Self::Not(_) => None,
        }
    }

    /// Whether a file of that name has it, which is no brief.
    fn names(&self, stem: &str) -> bool {
        match self {
            Self::Word(word) => !word.matches(stem).is_empty(),
            Self::Not(term) => !term.names(stem),
            Self::Is(_) | Self::Tag(_) | Self::Years(..) | Self::Date(..) => false,
        }
    }

    fn has(&self, card: &Card, study: Option<&Study>) -> bool {
        match self {
            Self::Word(word) => in_words(word, card) || word.begins_a_word(card.said()),
            Self::Is(begun) => {
                STATES.into_iter().filter(|state| state.starts_with(begun.as_str())).any(|state| is(state, card, study))
            }
            Self::Tag(tag) => study.is_some_and(|study| study.tags.iter().any(|own| tag.is(own))),
            Self::Years(from, to, word) => {
                let year = card.published.map(|published| published.first().year());
                year.is_some_and(|year| (*from..=*to).contains(&year)) || in_words(word, card)
            }
            Self::Date(date, word) => {
                card.published.is_some_and(|on| on.to_string().starts_with(date.as_str())) || in_words(word, card)
            }
            Self::Not(term) => !term.has(card, study),
        }
    }
}

impl Tag {
    /// Whether that is it, however it is capitalised.
    fn is(&self, own: &str) -> bool {
        match self {
            Self::Whole(tag) => tag.is_empty() || folded(own) == *tag,
            Self::Beginning(begun) => folded(own).starts_with(begun.as_str()),
        }
    }
}

/// `2014`, `2014-2021`, `2014..2021`, `2014..`, `..2021`; of a span, the year that is half typed may be any.
fn years(typed: &str) -> Option<(u16, u16)> {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let year = |text: &str| text.parse().ok().filter(|_| text.len() == 4 && digits(text));
    match typed.split_once("..") {
        Some(("", to)) => Some((u16::MIN, year(to)?)),
        Some((from, to)) if to.len() < 4 && digits(to) => Some((year(from)?, u16::MAX)),
        Some((from, to)) => Some((year(from)?, year(to)?)),
        None => {
            let (from, to) = typed.split_once('-').unwrap_or((typed, typed));
            Some((year(from)?, year(to)?))
        }
    }
}

/// `2031-05`, `2031-05-03`: a month or a day, as `epitome list` prints it.
fn is_date(typed: &str) -> bool {
    let mut parts = typed.split('-');
    let has = |part: Option<&str>, digits: usize| part.is_some_and(|part| part.len() == digits && is_number(part));
    has(parts.next(), 4) && has(parts.next(), 2) && parts.all(|part| has(Some(part), 2)) && typed.len() <= 10
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn in_words(word: &Pattern, card: &Card) -> bool {
    let has = |text: &str| !word.matches(text).is_empty();
    card.title().or(card.label()).is_some_and(has)
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
            ("-kind:report -is:foo -tag:x \"kind: a phrase\" tag:\"iraq war\" 2014..", "-kind:report -is:foo"),
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
        let tags = vec!["Sea".to_owned(), "Iraq war".to_owned()];
        let study = Study { star: true, read: ReadState::Done, tags, ..Study::default() };
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
            ("tag:iraq", false, false),
            ("tag:war", false, false),
            ("tag:ira*", false, true),
            ("tag:\"iraq war\"", false, true),
            ("tag:“Iraq war” ferry", false, true),
            ("tag:\"iraq", false, false),
            ("-tag:sea", true, false),
            ("-is:unread", false, true),
            ("\"struck a sandbank\"", true, true),
            ("\"Struck a\" ferry", true, true),
            ("\"a struck\"", false, false),
            ("\"Ferry runs\"", true, true),
            ("runs ferry", true, true),
            ("\"runs ferry\"", false, false),
            ("\"struck a sand", true, true),
            ("ferry \"", true, true),
            ("-fog ferry", true, true),
            ("ferry -sandbank", false, false),
            ("ferry -\"struck a\"", false, false),
            ("ferry -\"a struck\"", true, true),
            ("-2014", true, true),
            ("-2031", false, false),
            ("FERRY MADDOCK Sandbank", true, true),
            ("\"FERRY RUNS\"", true, true),
            ("2031-05-03", true, true),
            ("2031-05 ferry", true, true),
            ("2031-06", false, false),
            ("-2031-05-03", false, false),
            ("2031-05-3", false, false),
            ("2030..2032", true, true),
            ("2014..2021", false, false),
            ("2031..", true, true),
            ("2030..20", true, true),
            ("..2030", false, false),
            ("ferry -", true, true),
        ] {
            let query = Query::new(typed).unwrap();
            assert_eq!((query.has(&entry, None), query.has(&entry, Some(&study))), (plain, studied), "{typed}");
        }
        for nothing in ["  ", "\"", "\"\" “”"] {
            assert!(Query::new(nothing).is_none(), "{nothing}");
        }
    }

    #[test]
    fn the_term_that_is_being_typed_is_the_last() {
        for (typed, last) in [
            ("", ""),
            ("fer", "fer"),
            ("ferry is:un", "is:un"),
            ("ferry ", ""),
            ("tag:\"iraq w", "tag:\"iraq w"),
            ("tag:\"iraq war\"", ""),
            ("x -tag:s", "-tag:s"),
        ] {
            assert_eq!(typed.get(super::last_begun(typed)..).unwrap(), last, "{typed}");
        }
    }
}
