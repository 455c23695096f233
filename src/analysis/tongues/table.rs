//! What is known of a language that is written with spaces: its words by the part they play, as tables and made ready to be
//! asked. Refuses to judge a sentence.

use crate::analysis::lexicon::Phrases;
use crate::text::lookup::Map;

/// How a sentence of a language says who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// As `attribution` has it for the language.
    Usual,
    /// 'Hale said that'; '…, said Hale'.
    SubjectFirst,
    /// 'Hale, that the ship sank, said.'
    VerbLast,
    /// 'Said Hale that'.
    VerbFirst,
    /// 'Hale by said that', with a mark behind the name.
    Ergative,
}

/// The words and phrases of a language, in lower case with plain apostrophes; words parted by spaces, phrases by commas.
pub(super) struct Table {
    pub tag: &'static str,
    /// Words that lean on what stands before when they open a sentence.
    pub pointers: &'static str,
    /// The same, where no 'of' follows: 'después', not 'después de'.
    pub adverbs: &'static str,
    /// The same, behind a span of time: 'tres días después'.
    pub later: &'static str,
    /// Phrases that lean when they open a sentence.
    pub loose: &'static str,
    /// Phrases that open with a pointer and point to nothing.
    pub expletives: &'static str,
    pub demonstratives: &'static str,
    /// Words of time before which a demonstrative means the time of publication.
    pub times: &'static str,
    /// Pronouns of the third person.
    pub subjects: &'static str,
    /// Prepositions whose phrase, at the head, has nothing that a pronoun behind its comma could stand for.
    pub openings: &'static str,
    /// Possessives and cases of the third person.
    pub possessives: &'static str,
    /// Pronouns and verbs of the first person.
    pub personal: &'static str,
    /// The same of the second person.
    pub addressed: &'static str,
    /// Endings of verbs, and of what is owned, in the first and second person.
    pub personal_ends: &'static [&'static str],
    /// The same, of the last word only.
    pub closing_ends: &'static [&'static str],
    /// Articles that are pronouns before one of `verbs`.
    pub before_verbs: &'static str,
    pub verbs: &'static str,
    /// Verbs that open a sentence where its subject is left out.
    pub verb_first: &'static str,
    /// Endings of such verbs, before a word that is no article and no name.
    pub verb_ends: &'static [&'static str],
    /// What only joins, and can go before a comma.
    pub joints: &'static str,
    /// What only joins, and can go without one.
    pub bare: &'static str,
    /// Pieces of notices of a page.
    pub page: &'static [&'static str],
    /// Verbs that bid the reader, where they open a sentence.
    pub bidding: &'static str,
    /// Verbs of saying.
    pub saying: &'static str,
    /// What stands between such a verb and what is said; behind a verb that stands last, what stands before a speaker.
    pub that: &'static str,
    /// Words that no speaker begins with.
    pub unnamed: &'static str,
    pub way: Way,
}

impl Table {
    /// Of a language of which nothing is known: what others leave out.
    pub(super) const NONE: Self = Self {
        tag: "",
        pointers: "",
        adverbs: "",
        later: "",
        loose: "",
        expletives: "",
        demonstratives: "",
        times: "",
        subjects: "",
        openings: "",
        possessives: "",
        personal: "",
        addressed: "",
        personal_ends: &[],
        closing_ends: &[],
        before_verbs: "",
        verbs: "",
        verb_first: "",
        verb_ends: &[],
        joints: "",
        bare: "",
        page: &[],
        bidding: "",
        saying: "",
        that: "",
        unnamed: "",
        way: Way::Usual,
    };
}

/// The part that a word can play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub(in crate::analysis) enum Part {
    Pointer = 1,
    Adverb = 1 << 1,
    Later = 1 << 2,
    Demonstrative = 1 << 3,
    Time = 1 << 4,
    Subject = 1 << 5,
    Possessive = 1 << 6,
    Personal = 1 << 7,
    Addressed = 1 << 8,
    BeforeVerb = 1 << 9,
    Verb = 1 << 10,
    VerbFirst = 1 << 11,
    Bidding = 1 << 12,
    Saying = 1 << 13,
    That = 1 << 14,
    Unnamed = 1 << 15,
}

/// The parts that a word can play.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::analysis) struct Parts(u16);

impl Parts {
    pub(in crate::analysis) const fn has(self, part: Part) -> bool {
        self.0 & part as u16 != 0
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// What a phrase at the head of a sentence does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// It leans.
    Leans,
    /// It points to nothing.
    Empty,
    /// It only joins, and so many words can go: where a comma follows, or anyhow.
    Joins { words: usize, bare: bool },
}

/// A [`Table`] that can be asked.
pub(super) struct Lexicon {
    pub table: &'static Table,
    parts: Map<&'static str, u16>,
    heads: Phrases<Head>,
}

impl Lexicon {
    pub(super) fn of(table: &'static Table) -> Self {
        let mut parts: Map<&'static str, u16> = Map::default();
        for (words, part) in [
            (table.pointers, Part::Pointer),
            (table.adverbs, Part::Adverb),
            (table.later, Part::Later),
            (table.demonstratives, Part::Demonstrative),
            (table.times, Part::Time),
            (table.subjects, Part::Subject),
            (table.possessives, Part::Possessive),
            (table.personal, Part::Personal),
            (table.addressed, Part::Addressed),
            (table.before_verbs, Part::BeforeVerb),
            (table.verbs, Part::Verb),
            (table.verb_first, Part::VerbFirst),
            (table.bidding, Part::Bidding),
            (table.saying, Part::Saying),
            (table.that, Part::That),
            (table.unnamed, Part::Unnamed),
        ] {
            for word in words.split_whitespace() {
                *parts.entry(word).or_default() |= part as u16;
            }
        }
        let joins = |bare: bool| move |phrase: &'static str| Head::Joins { words: phrase.split(' ').count(), bare };
        let all = |phrases: &'static str| phrases.split(',').map(str::trim).filter(|phrase| !phrase.is_empty());
        let heads = all(table.loose)
            .map(|phrase| (phrase, Head::Leans))
            .chain(all(table.expletives).map(|phrase| (phrase, Head::Empty)))
            .chain(all(table.joints).map(|phrase| (phrase, joins(false)(phrase))))
            .chain(all(table.bare).map(|phrase| (phrase, joins(true)(phrase))));
        Self { table, parts, heads: Phrases::of(heads) }
    }

    /// The parts that a word in lower case can play.
    pub(super) fn parts(&self, word: &str) -> Parts {
        Parts(self.parts.get(word).copied().unwrap_or_default())
    }

    /// What the phrases do that stand at the head of these words.
    pub(super) fn heads<'w>(&'w self, words: &'w [&'w str]) -> impl Iterator<Item = Head> + 'w {
        self.heads.placed(words).take_while(|(at, _)| *at == 0).map(|(_, head)| head)
    }
}
