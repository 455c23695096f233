//! Whether a sentence of a language other than English and German asserts something by itself, and whom it credits: by tables
//! of its pronouns, demonstratives, connectives, notices and verbs of saying. Refuses what leans on a sentence before it rather
//! than to say what it leans on, and every language that has no table here.

use std::sync::OnceLock;

use crate::analysis::attribution::{Attribution, attribution};
use crate::article::Edtf;
use crate::text::Span;

mod according;
mod asides;
mod credit;
mod day;
mod eastern;
mod nordic;
mod oblique;
mod opening;
mod romance;
mod script;
mod signs;
mod slavic;
mod standing;
mod surname;
mod table;
#[cfg(test)]
mod tests;

use signs::Signs;
use table::{Lexicon, Table};
pub(in crate::analysis) use table::{Part, Parts};

/// The languages that are written with spaces.
static TABLES: [Table; 15] = [
    romance::SPANISH,
    romance::PORTUGUESE,
    romance::ITALIAN,
    romance::FRENCH,
    nordic::SWEDISH,
    nordic::NORWEGIAN,
    nordic::DANISH,
    nordic::DUTCH,
    slavic::RUSSIAN,
    slavic::UKRAINIAN,
    slavic::POLISH,
    slavic::CZECH,
    eastern::TURKISH,
    eastern::ARABIC,
    eastern::HINDI,
];

/// [`TABLES`], each made ready when it is first asked.
static LEXICONS: [OnceLock<Lexicon>; TABLES.len()] = [const { OnceLock::new() }; TABLES.len()];

/// A language with a table.
#[derive(Clone, Copy)]
pub struct Tongue(Kind);

#[derive(Clone, Copy)]
enum Kind {
    /// Its words are parted by spaces and stand alone.
    Words(&'static Lexicon),
    /// Its words are told by how they begin and end: Japanese, Chinese, Korean.
    Signs(&'static Signs),
}

/// The language of a primary language subtag; `None` where there is no table for it.
pub fn of(tag: Option<&str>) -> Option<Tongue> {
    let tag = tag?;
    if let Some(signs) = Signs::of(tag) {
        return Some(Tongue(Kind::Signs(signs)));
    }
    let (table, lexicon) = TABLES.iter().zip(&LEXICONS).find(|(table, _)| table.tag == tag)?;
    Some(Tongue(Kind::Words(lexicon.get_or_init(|| Lexicon::of(table)))))
}

/// Whom a sentence of a text in the language of that primary subtag credits.
pub fn credited(tag: Option<&str>, sentence: &str) -> Option<Attribution> {
    match of(tag) {
        Some(tongue) => tongue.attribution(sentence),
        None => attribution(sentence),
    }
}

/// The day or days of what a sentence tells in the language of that primary subtag, told on the day `published`: of those
/// that `when` does not read.
pub fn day(tag: Option<&str>, sentence: &str, published: Option<Edtf>) -> Option<Edtf> {
    let published = published.map(Edtf::first).filter(|date| date.day().is_some())?;
    day::day(tag?, sentence, published)
}

impl Tongue {
    /// Whether a sentence is no assertion of the article: a notice of the page, a request, a question, or cut short.
    pub fn is_unfit(self, sentence: &str) -> bool {
        let breaks_off = sentence.ends_with(['…', ':']) || sentence.ends_with("...");
        // '7) The lighthouse'; 'Ships and piers: * Kerrick'
        let listed =
            sentence.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(')') || sentence.contains(": *");
        breaks_off
            || listed
            || match self.0 {
                Kind::Words(lexicon) => lexicon.is_unfit(sentence),
                Kind::Signs(signs) => signs.is_unfit(sentence),
            }
    }

    /// Whether a sentence is the caption of a picture: it opens its paragraph, and behind it stands nothing but whose picture
    /// it is. Known in Japanese, Chinese and Korean only.
    pub fn is_caption(self, paragraph: &str, sentence: Span) -> bool {
        const CREDIT: usize = 14;
        let behind = paragraph.get(sentence.end().bytes()..).unwrap_or("").trim();
        let unended = !behind.ends_with(['.', '。', '!', '?', '"', '”', '」']);
        let credit = !behind.is_empty() && behind.chars().count() <= CREDIT && unended;
        matches!(self.0, Kind::Signs(_)) && credit && sentence.start().bytes() == 0
    }

    /// Whether its words are parted by spaces, so that [`Tongue::parts`] knows them.
    pub fn has_words(self) -> bool {
        matches!(self.0, Kind::Words(_))
    }

    /// The parts that a word in lower case can play.
    pub(in crate::analysis) fn parts(self, word: &str) -> Parts {
        match self.0 {
            Kind::Words(lexicon) => lexicon.parts(word),
            Kind::Signs(_) => Parts::default(),
        }
    }

    /// Where words that only join stand between commas, or behind a verb, each with what is written in their place.
    pub fn asides(self, body: &str) -> Vec<(Span, &'static str)> {
        match self.0 {
            Kind::Words(lexicon) => lexicon.asides(body),
            Kind::Signs(_) => Vec::new(),
        }
    }

    /// What is kept without the connectives at its head that only join it to the sentence before.
    pub fn without_joints(self, text: &str, kept: Span) -> Span {
        const MOST: usize = 2;
        (0..MOST).fold(kept, |kept, _| {
            let skip = kept.slice(text).map_or(0, |body| match self.0 {
                Kind::Words(lexicon) => lexicon.joint(body),
                Kind::Signs(signs) => signs.joint(body),
            });
            Span::new(kept.start().plus(skip), kept.end())
        })
    }

    /// How well what is kept of a sentence reads alone, about 1; `None` where it leans on what stands before. `credited` says
    /// whether somebody is named who says it.
    pub fn standing(self, body: &str, credited: bool) -> Option<f32> {
        match self.0 {
            Kind::Words(lexicon) => lexicon.standing(body, credited),
            Kind::Signs(signs) => signs.standing(body),
        }
    }

    /// The last name that opens `body`, where one of `sentences` has it in full: where it stands, the full name, and the number
    /// of that sentence.
    pub fn surname<'t>(self, body: &str, sentences: impl Iterator<Item = &'t str>) -> Option<(Span, String, usize)> {
        let Kind::Words(lexicon) = self.0 else { return None };
        lexicon.surname(body, sentences).map(|found| (found.span, found.full, found.sentence))
    }

    /// Whom 'according to' credits where the name stands in another case behind it: the name as one of `sentences` has it, and
    /// the number of that sentence.
    pub fn oblique<'t>(self, text: &str, sentences: impl Iterator<Item = &'t str>) -> Option<(String, usize)> {
        let Kind::Words(lexicon) = self.0 else { return None };
        lexicon.oblique(text, sentences)
    }

    /// Whether a sentence needs the one before it.
    pub fn follows(self, sentence: &str) -> bool {
        let kept = self.without_joints(sentence, Span::whole(sentence));
        kept.start().bytes() > 0 || self.standing(sentence, true).is_none()
    }

    /// Whether the verb of a sentence comes last, so that one that is cut has none.
    pub fn ends_in_verb(self) -> bool {
        match self.0 {
            Kind::Words(lexicon) => matches!(lexicon.table.way, table::Way::VerbLast | table::Way::Ergative),
            Kind::Signs(signs) => signs.ends_in_verb(),
        }
    }

    /// Whom a sentence credits, where that is plain.
    fn attribution(self, sentence: &str) -> Option<Attribution> {
        match self.0 {
            Kind::Words(lexicon) => lexicon.attribution(sentence),
            Kind::Signs(signs) => signs.speaker(sentence).map(|speaker| Attribution { speaker, content: None }),
        }
    }
}
