//! Noun phrases that begin with 'the': what explains them, and what leans on an earlier sentence. By English lists and by
//! where their nouns stand in the article. Refuses to find what they lean on.

use std::sync::LazyLock;

use super::cue::{Cue, Cues};
use super::{Kept, Spoken};
use crate::analysis::lexicon::{Words, table};
use crate::text::Span;

/// Words that end a noun phrase.
static ENDS: Words = LazyLock::new(|| {
    table(
        "of in on at for to from by with about into over after before between under through during against among around \
         within without along across behind beyond near since until upon toward towards and or but nor as if when while \
         because although though whereas than that which who whom whose is are was were be been has have had do does did \
         will would can could may might must shall should not the a an this his her its their said told says made took \
         came went",
    )
});

/// Those of them that begin what explains the noun before.
static EXPLAINS: Words = LazyLock::new(|| {
    table(
        "of in on at for to from by with about into over between under against among around within that which who whom \
         whose",
    )
});

/// Nouns of which a reader knows which one is meant.
static KNOWN: Words = LazyLock::new(|| {
    table(
        "government president police military army court economy world country public internet state city company team \
         authorities sun pope king queen senate house congress parliament media press market markets past future end start \
         beginning way time times fact weather environment law",
    )
});

/// Nouns with which an article mostly speaks of somebody or something for the second time.
static COMMON: Words = LazyLock::new(|| {
    table(
        "man woman boy girl child couple pair group team report study survey event program programme project plan bill law \
         case incident attack film movie book series show house building car vehicle site area deal agreement talks meeting \
         decision move change changes result results finding findings author researcher researchers official officials \
         officer officers suspect victim victims driver store school hospital station ship boat plane aircraft device phone \
         firm firms organisation organization agency club league season game match race tournament final win loss defeat \
         statement letter email video photo photos footage message post tweet interview article item items product feature \
         system process method approach policy measure measures rule rules restriction restrictions tariffs ban money fund \
         funds amount trial hearing verdict ruling lawsuit suit investigation probe call request proposal offer list \
         announcement news comment comments remark remarks speech tour trip visit journey flight crash accident explosion \
         fire storm shooting killing murder death strike protest protests demonstration campaign election vote poll contest \
         mission rocket spacecraft satellite engine design model concept garment look outfit dress ensemble piece song album \
         band singer actor actress director host journalist reporter newspaper magazine channel network website app service \
         platform tool technology drug treatment vaccine disease virus condition patient patients doctor doctors nurse \
         teacher student students teenager teen teens family parent parents mother father son daughter brother sister wife \
         husband neighbor friend owner resident residents member members leader chief boss minister spokesman spokeswoman \
         committee commission council board panel judge jury lawyer prosecutor prosecutors alliance coalition party movement \
         militants rebels soldiers force forces unit troops convoy operation raid offensive camp base airport port bridge \
         road street park center centre office room cause reason problem issue question answer idea point truth story scene \
         pipeline medical",
    )
});

/// Counts the phrases of what is kept.
pub(super) fn count(kept: &Kept<'_, '_>, words: &[Spoken<'_>], cues: &mut Cues) {
    for (at, _) in words.iter().enumerate().filter(|(_, word)| word.lower == "the") {
        if let Some(phrase) = Phrase::behind(kept.text(), words, at) {
            phrase.count(kept, cues);
        }
    }
}

/// The words between 'the' and the end of its noun phrase.
struct Phrase<'p, 't> {
    words: &'p [Spoken<'t>],
    head: &'p Spoken<'t>,
    /// Whether it begins the sentence, but for a word or two.
    first: bool,
    /// Whether something behind it says which one is meant.
    explained: bool,
}

impl<'p, 't> Phrase<'p, 't> {
    fn behind(text: &str, words: &'p [Spoken<'t>], the: usize) -> Option<Self> {
        const LONGEST: usize = 5;
        let from = the + 1;
        let joined = |at: usize| {
            let (before, word) = (words.get(at.checked_sub(1)?)?, words.get(at)?);
            let between = Span::new(before.span.end(), word.span.start()).slice(text)?;
            Some(between.chars().all(|c| matches!(c, ' ' | '-' | '\'' | '’')))
        };
        let goes_on = |&at: &usize| {
            words.get(at).is_some_and(|word| {
                let verb = at > from && word.lower.ends_with("ed");
                !ENDS.contains(&*word.lower) && joined(at) == Some(true) && !verb
            })
        };
        let end = from + (from..from + LONGEST).take_while(goes_on).count();
        let phrase = words.get(from..end)?;
        let next = words.get(end).filter(|_| joined(end) == Some(true));
        let explained = next.is_some_and(|word| EXPLAINS.contains(&*word.lower) || word.lower.ends_with("ed"));
        Some(Self { words: phrase, head: phrase.last()?, first: the < 3, explained })
    }

    fn count(&self, kept: &Kept<'_, '_>, cues: &mut Cues) {
        if self.words.iter().any(|word| word.name) {
            cues.add(Cue::DefiniteName, 1.0);
        } else if self.words.iter().any(|word| kept.is_about(word)) {
            cues.add(Cue::DefiniteAbout, 1.0);
        } else if KNOWN.contains(&*self.head.lower) {
            cues.add(Cue::DefiniteKnown, 1.0);
        } else if self.explained {
            cues.add(Cue::DefiniteExplained, 1.0);
            cues.flag(Cue::DefiniteExplainedOld, kept.is_old(self.head));
        } else if self.words.iter().any(|word| is_first_of_many(&word.lower)) {
            cues.add(Cue::DefiniteFirst, 1.0);
        } else {
            self.count_bare(kept, cues);
        }
    }

    fn count_bare(&self, kept: &Kept<'_, '_>, cues: &mut Cues) {
        let old = kept.is_old(self.head);
        let (bare, said, common) = if self.first {
            (Cue::BareFirst, Cue::BareFirstOld, Cue::BareCommonFirst)
        } else {
            (Cue::Bare, Cue::BareOld, Cue::BareCommon)
        };
        cues.add(bare, 1.0);
        cues.flag(said, old);
        cues.flag(common, COMMON.contains(&*self.head.lower));
        cues.flag(Cue::BareJustSaid, old && just_said(kept, self.head.term));
        cues.flag(Cue::BareSingle, self.words.len() == 1);
        cues.flag(Cue::BareShortened, old && self.words.len() == 1 && shortened(kept, self.head.term));
    }
}

fn is_first_of_many(word: &str) -> bool {
    word.len() > 4 && word.ends_with("est")
        || matches!(word, "most" | "first" | "last" | "next" | "only" | "best" | "worst" | "second" | "third")
}

/// Whether one of the two sentences before has the term.
fn just_said(kept: &Kept<'_, '_>, term: usize) -> bool {
    let before = kept.reading.sentences.iter().take(kept.sentence).rev().take(2);
    before.flat_map(|sentence| &sentence.words).any(|word| word.term == term)
}

/// Whether an earlier sentence has the term behind a word that tells which one is meant.
fn shortened(kept: &Kept<'_, '_>, term: usize) -> bool {
    let tells = |term: usize| kept.reading.terms.get(term).is_some_and(|term| term.is_content());
    let earlier = kept.reading.sentences.iter().take(kept.sentence);
    earlier.into_iter().any(|sentence| {
        sentence.words.windows(2).any(|pair| matches!(pair, [before, word] if word.term == term && tells(before.term)))
    })
}
