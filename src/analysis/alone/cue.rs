//! The cues by which it is told whether a claim stands alone, and their counts. Refuses to weigh them.

macro_rules! cues {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        /// A cue.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Cue {
            $($(#[doc = $doc])+ $name,)+
        }

        /// How many there are.
        pub(super) const CUES: usize = [$(Cue::$name),+].len();

        /// Their names, in order.
        #[cfg(test)]
        pub(crate) const NAMES: [&str; CUES] = [$(stringify!($name)),+];
    };
}

cues! {
    /// How it stands by the rules of `fit`.
    Rule,
    /// Its words, up to 40, in twenties.
    Length,
    /// Fewer than nine words.
    Short,
    /// It opens its paragraph.
    Opens,
    /// The share of its words inside quotation marks.
    Quoted,
    /// More than half of them.
    MostlyQuoted,
    /// A name is put in.
    Named,
    /// The share of its content words that stand in title, standfirst or headings.
    About,
    /// One of them is among its first five words.
    BeginsAbout,
    /// Names, up to five, in threes.
    Names,
    /// No name.
    NoName,
    /// It begins with a name.
    BeginsWithName,
    /// Capitals that are not explained: 'CSSR'.
    ShortForm,
    /// A name of one word that the title has.
    NameAbout,
    /// A name of one word that came up before.
    NameOld,
    /// The same among the first three words.
    NameOldFirst,
    /// A name of one word that first stood behind another one: a last name.
    NameShortened,
    /// A name of one word that comes up for the first time.
    NameNew,
    /// It opens with 'the'.
    OpensThe,
    /// It opens with a pronoun.
    OpensPronoun,
    /// It opens with 'we', 'I', 'our', 'my'.
    OpensWe,
    /// It opens with an adverb that looks back.
    OpensAdverb,
    /// It opens with 'if', 'when', 'although' and the like.
    OpensClause,
    /// It opens with a preposition.
    OpensPreposition,
    /// It opens with an amount: 'some', 'most', 'two'.
    OpensAmount,
    /// 'He' or 'she', by any form, outside of quotations.
    He,
    /// One of them before any name.
    HeFirst,
    /// 'They', by any form, outside of quotations.
    They,
    /// The same among the first four words.
    TheyEarly,
    /// 'It' or 'its', outside of quotations.
    It,
    /// The same among the first four words.
    ItEarly,
    /// 'It' or 'its' inside of quotations.
    ItQuoted,
    /// A pronoun that begins a clause behind a comma, before any name.
    BehindComma,
    /// 'I' and its forms, outside of quotations.
    I,
    /// The same inside.
    IQuoted,
    /// 'We' and its forms, outside of quotations.
    We,
    /// The same inside.
    WeQuoted,
    /// 'You' and 'your', outside of quotations.
    You,
    /// 'This', 'these', 'those', but of times, outside of quotations.
    This,
    /// 'That' behind a preposition or at the head: what it is was said before.
    That,
    /// 'Also', 'too'.
    Also,
    /// 'Another', 'others', 'elsewhere'.
    Other,
    /// 'Both', 'neither', 'the latter'.
    Both,
    /// 'Same', 'such'.
    Same,
    /// 'More', 'better' and the like without 'than'.
    More,
    /// 'Then', 'so', 'thus'.
    So,
    /// 'However', 'instead', 'though'.
    Joining,
    /// 'Later', 'again', 'still'.
    Later,
    /// 'There' and 'here', but 'there is'.
    There,
    /// A verb of saying.
    Said,
    /// 'The' and a name.
    DefiniteName,
    /// 'The' and what the title has.
    DefiniteAbout,
    /// 'The' and what there is only one of: 'the government'.
    DefiniteKnown,
    /// 'The first', 'the largest'.
    DefiniteFirst,
    /// 'The' and a noun that something behind explains.
    DefiniteExplained,
    /// The same of a noun that came up before.
    DefiniteExplainedOld,
    /// 'The' and a noun that nothing explains, among the first words.
    BareFirst,
    /// The same of a noun that came up before.
    BareFirstOld,
    /// 'The' and a noun that nothing explains, further on.
    Bare,
    /// The same of a noun that came up before.
    BareOld,
    /// The same of a noun of the two sentences before.
    BareJustSaid,
    /// 'The' and a single noun that nothing explains.
    BareSingle,
    /// 'The' and a noun that has been said with a word before it that tells which: 'the ferry' after 'the Kerrick ferry'.
    BareShortened,
    /// 'The' and a noun of which an article mostly speaks twice: 'the man', 'the report'.
    BareCommon,
    /// The same at the head.
    BareCommonFirst,
    /// It opens with a quotation that opens with a pronoun.
    OpensQuotedPronoun,
    /// It opens with 'other', 'another', 'further', 'previous'.
    OpensOther,
    /// 'That day', 'that vow': 'that' before a noun of which an article speaks again.
    ThatNoun,
    /// Numbers.
    Figures,
    /// How early it stands, 1 for the first sentence, 0 from the twentieth on.
    Early,
    /// None of its words stands in title, standfirst or headings.
    OffTitle,
    /// It opens with a participle.
    OpensParticiple,
    /// 'Had sailed'.
    Had,
    /// 'Was sailing'.
    Going,
    /// What belongs to a scene.
    Scene,
    /// 'Days later'.
    DaysLater,
    /// 'The' and a noun that an earlier sentence introduced with 'a'.
    BareIntroduced,
}

/// How often each cue is there, at most three times.
pub(in crate::analysis) struct Cues(pub(in crate::analysis) [f32; CUES]);

impl Default for Cues {
    fn default() -> Self {
        Self([0.0; CUES])
    }
}

impl Cues {
    pub(super) fn add(&mut self, cue: Cue, count: f32) {
        if let Some(sum) = self.0.get_mut(cue as usize) {
            *sum = (*sum + count).min(3.0);
        }
    }

    pub(super) fn flag(&mut self, cue: Cue, yes: bool) {
        if yes {
            self.add(cue, 1.0);
        }
    }
}
