//! Whether a claim says the contrary of the passage that it is to rest on: it denies what that says, says what that denies,
//! has the opposite word, or makes all of some. Refuses what is not plain: words must meet for a contrary to be seen.

use std::rc::Rc;

use super::stance::{Denial, Word};
use super::{Amount, CueKind, Stance};
use crate::text::Span;

/// Words that qualify more than they deny: a claim with no other is not taken for a denial.
const QUALIFYING: &[&str] = &["hardly", "barely", "scarcely", "unable", "kaum", "guère", "apenas", "nauwelijks"];
/// What is denied is told by the telling words nearest to the cue, so many of them.
const NEAREST: usize = 2;
/// The least share of what a passage denies that a claim must have for it to say just that.
const SAME: f32 = 0.5;
/// The least share of the words beside a word of a claim that must stand beside its opposite.
const BESIDE: f32 = 0.5;
/// How much more of them must stand there than beside the word itself.
const MARGIN: f32 = 0.3;
/// What stands next to a word is among so many telling words beside it, adjectives counted.
const NEXT: usize = 3;
/// Words for some that are not many.
const SOME: &[&str] = &[
    "some",
    "sometimes",
    "occasionally",
    "einige",
    "einigen",
    "manche",
    "manchen",
    "manchmal",
    "quelques",
    "certains",
    "parfois",
    "algunos",
    "algunas",
];
/// Words that tell of two things which was first.
const ORDER: &[&str] =
    &["before", "after", "vor", "nach", "bevor", "nachdem", "avant", "après", "antes", "después", "prima", "dopo"];
/// What was first or later stands no farther before such a word, in words.
const ORDERED: usize = 8;
/// The same for two amounts.
const OF_ONE: f32 = 0.4;

/// What makes a claim the contrary of its passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It denies what the passage does not deny.
    Denied,
    /// It says what the passage denies.
    Asserted,
    /// It has the opposite of a word of the passage.
    Opposite,
    /// It speaks of more or less of a whole than the passage.
    Amount,
}

impl Kind {
    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::Asserted => "asserted",
            Self::Opposite => "opposite",
            Self::Amount => "amount",
        }
    }
}

/// That a claim says the contrary, and by what word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contrary {
    /// In which way.
    pub kind: Kind,
    /// The place in the claim, where a word of it says so.
    pub claim: Option<Span>,
    /// The word of the passage against it, in lower case, where there is one.
    pub passage: Option<String>,
}

impl Contrary {
    /// What of a claim is against the sentences of its passage; `weight` says how much a term tells.
    pub fn of(claim: &Stance<'_>, passage: &[&Stance<'_>], weight: impl Fn(&str) -> f32) -> Option<Self> {
        let pair = Pair { claim, passage, weight };
        pair.denied()
            .or_else(|| pair.asserted())
            .or_else(|| pair.opposite())
            .or_else(|| pair.order())
            .or_else(|| pair.direction())
            .or_else(|| pair.amount())
    }
}

struct Pair<'a, W> {
    claim: &'a Stance<'a>,
    passage: &'a [&'a Stance<'a>],
    weight: W,
}

impl<W: Fn(&str) -> f32> Pair<'_, W> {
    /// The claim denies, and the passage has the same words and no denial of them; or the sentence that has the most of them
    /// has none.
    fn denied(&self) -> Option<Contrary> {
        self.claim.denials.iter().filter(|denial| self.is_plain(denial)).find_map(|denial| {
            let nearest = nearest(self.claim, denial);
            let found: Vec<Option<bool>> = nearest.iter().map(|word| self.stands_denied(word)).collect();
            let mut scope = denial.scope.iter().filter_map(|at| self.claim.words.get(*at));
            let denied = scope.any(|word| self.stands_denied(word) == Some(true));
            let all = !found.is_empty() && !found.contains(&None);
            let plain = denial.kind == CueKind::Negation;
            let against = !denied && (all && plain || (all || plain) && !self.doubts(denial));
            against.then_some(Contrary { kind: Kind::Denied, claim: Some(denial.cue), passage: None })
        })
    }

    /// Whether a sentence doubts anything among those that have the most of what a denial of the claim denies.
    fn doubts(&self, denial: &Denial) -> bool {
        let scope: Vec<&Word<'_>> = denial.scope.iter().filter_map(|at| self.claim.words.get(*at)).collect();
        let met = |sentence: &Stance<'_>| -> f32 {
            let stands = |word: &&&Word<'_>| sentence.words.iter().any(|other| other.term == word.term);
            scope.iter().filter(stands).map(|word| (self.weight)(&word.term)).sum()
        };
        let most = self.passage.iter().map(|sentence| met(sentence)).fold(0.0, f32::max);
        let plainly = |sentence: &Stance<'_>| most == 0.0 && !sentence.denials.is_empty();
        self.passage.iter().any(|sentence| met(sentence) >= most && (plainly(sentence) || sentence.doubts(self.claim)))
    }

    /// Whether a denial of the claim denies by itself and is not undone by another.
    fn is_plain(&self, denial: &Denial) -> bool {
        let mut said = self.claim.words.iter().filter(|word| denial.cue.covers(word.span));
        let qualifies = said.any(|word| QUALIFYING.contains(&&*word.lower));
        let undone = nearest(self.claim, denial).first().is_some_and(|word| !word.denied);
        !qualifies && !undone
    }

    /// Whether a word of the claim stands in the passage under a denial, or its opposite does; `None` when neither stands there.
    fn stands_denied(&self, word: &Word<'_>) -> Option<bool> {
        let all = || self.passage.iter().flat_map(|sentence| &sentence.words);
        let opposite = all().any(|other| are_opposites(word, other) && !other.denied);
        let same: Vec<&Word<'_>> = all().filter(|other| other.term == word.term).collect();
        // A denial of nothing that tells ("none of them says so") denies what stands in its sentence.
        let vaguely = self.passage.iter().any(|sentence| {
            let vague = sentence.denials.iter().any(|denial| denial.scope.is_empty());
            vague && sentence.words.iter().any(|other| other.term == word.term)
        });
        let so = same.iter().any(|other| !other.denied);
        let denied = vaguely || opposite && !so || same.iter().any(|other| other.denied);
        (opposite || !same.is_empty()).then_some(denied)
    }

    /// The passage denies something, and the claim has the same words and no denial of them.
    fn asserted(&self) -> Option<Contrary> {
        self.passage.iter().find_map(|sentence| {
            sentence.denials.iter().find_map(|denial| {
                let cue = sentence.words.iter().find(|word| denial.cue.covers(word.span))?;
                self.asserts(sentence, denial).then(|| Contrary {
                    kind: Kind::Asserted,
                    claim: None,
                    passage: Some(cue.lower.to_string()),
                })
            })
        })
    }

    fn asserts(&self, sentence: &Stance<'_>, denial: &Denial) -> bool {
        let nearest = nearest(sentence, denial);
        if nearest.is_empty() || nearest.iter().any(|word| !word.denied) {
            return false;
        }
        let here: Vec<Option<&Word<'_>>> = nearest.iter().map(|word| self.affirmed(word)).collect();
        let Some(here) = here.into_iter().collect::<Option<Vec<_>>>() else { return false };
        // A denial of the claim that stands for no other of the passage may stand for this one.
        let others = || self.passage.iter().flat_map(|other| other.denials.iter().map(move |denial| (other, denial)));
        let stands_for = |own: &Denial, other: &Stance<'_>, denial: &Denial| {
            let terms = |of: &Stance<'_>, denial: &Denial| -> Vec<Rc<str>> {
                denial.scope.iter().filter_map(|at| of.words.get(*at)).map(|word| word.term.clone()).collect()
            };
            let mine = terms(self.claim, own);
            terms(other, denial).iter().any(|term| mine.contains(term))
        };
        let quiet = self.claim.denials.iter().all(|own| {
            let apart = here.iter().all(|word| word.clause != own.clause);
            apart && others().any(|(other, another)| !std::ptr::eq(another, denial) && stands_for(own, other, another))
        });
        let scope = || denial.scope.iter().filter_map(|at| sentence.words.get(*at));
        let all: f32 = scope().map(|word| (self.weight)(&word.term)).sum();
        let met: f32 = scope().filter(|word| self.affirmed(word).is_some()).map(|word| (self.weight)(&word.term)).sum();
        // Another sentence of the passage may say it.
        let elsewhere = self
            .passage
            .iter()
            .any(|other| nearest.iter().all(|word| other.words.iter().any(|w| w.term == word.term && !w.denied)));
        let has = |own: &Word<'_>| self.passage.iter().any(|s| s.words.iter().any(|word| word.term == own.term));
        let soft = self.claim.words.iter().any(|own| own.soft && !has(own));
        quiet && !soft && met >= SAME * all && !elsewhere
    }

    /// The word of the claim that is the same as one of the passage, and under no denial.
    fn affirmed(&self, word: &Word<'_>) -> Option<&Word<'_>> {
        self.claim.words.iter().find(|own| own.term == word.term && !own.denied)
    }

    /// A word of the claim whose opposite stands in the passage beside the same words, and it itself does not.
    fn opposite(&self) -> Option<Contrary> {
        self.claim.words.iter().enumerate().filter(|(_, word)| !word.sides.is_empty()).find_map(|(at, word)| {
            let beside = self.claim.beside(at);
            let fits = |sentence: &Stance<'_>, there: usize, other: &Word<'_>| {
                // What both have is said of something else.
                let both = || self.claim.words.iter().any(|own| own.term == other.term);
                let turned = || word.converse && other.converse && self.is_turned(at, sentence, there);
                are_opposites(word, other) && !both() && !turned()
            };
            if let Some(other) = self.between_the_same(at, word) {
                return Some(self.by_words(Kind::Opposite, word, other));
            }
            let (against, other) = self.most_beside(&beside, fits)?;
            let alike = |_: &Stance<'_>, _: usize, other: &Word<'_>| other.term == word.term || are_alike(word, other);
            let with = self.most_beside(&beside, alike);
            let more = with.is_none_or(|(with, _)| with + MARGIN <= against);
            let turned = word.denied == other.denied && more && against >= BESIDE;
            turned.then(|| self.by_words(Kind::Opposite, word, other))
        })
    }

    /// The opposite of a word of the claim, which with its like the passage has not, that stands between the same telling
    /// words, or behind the same at the end of its clause: "the mole sank", "the mole rose".
    fn between_the_same(&self, at: usize, word: &Word<'_>) -> Option<&Word<'_>> {
        let all = || self.passage.iter().flat_map(|sentence| &sentence.words);
        let alike = || all().any(|other| other.term == word.term || are_alike(word, other));
        if word.converse || word.denied || !all().any(|other| are_opposites(word, other)) || alike() {
            return None;
        }
        let [before, behind] = self.claim.sides_of(at).map(|side| side.first().map(|word| &word.term));
        let before = before?;
        self.passage.iter().find_map(|sentence| {
            let others =
                sentence.words.iter().enumerate().filter(|(_, other)| are_opposites(word, other) && !other.denied);
            others.into_iter().find_map(|(there, other)| {
                let [first, last] = sentence.sides_of(there).map(|side| side.first().map(|word| &word.term));
                let fits = first == Some(before) && (last.is_none() || behind.is_none() || last == behind);
                (fits && !self.claim.words.iter().any(|own| own.term == other.term)).then_some(other)
            })
        })
    }

    /// "Before" in the claim where the passage has "after" in front of the same word, with what stands before it in both.
    fn order(&self) -> Option<Contrary> {
        let is_order = |word: &Word<'_>| ORDER.contains(&&*word.lower);
        self.claim.words.iter().enumerate().filter(|(_, word)| is_order(word)).find_map(|(at, word)| {
            let next = self.claim.next_telling(at)?;
            let mut against = None;
            for sentence in self.passage {
                for (there, other) in sentence.words.iter().enumerate().filter(|(_, other)| is_order(other)) {
                    if sentence.next_telling(there).is_none_or(|other| other.term != next.term) {
                        continue;
                    }
                    if !are_opposites(word, other) {
                        return None;
                    }
                    let met = |own: &Word<'_>| {
                        own.tells && sentence.words.iter().take(there).any(|word| word.term == own.term)
                    };
                    if self.claim.words.iter().take(at).rev().take(ORDERED).any(met) {
                        against = Some(other);
                    }
                }
            }
            against.map(|other| self.by_words(Kind::Opposite, word, other))
        })
    }

    /// Whether the claim and a sentence say one thing from its two ends: what stands behind a word of the one stands before
    /// its opposite in the other, or another thing stands behind it: "after the vote", "the vote was before".
    fn is_turned(&self, at: usize, sentence: &Stance<'_>, there: usize) -> bool {
        let [before, behind] = self.claim.sides_of(at);
        let [before_it, behind_it] = sentence.sides_of(there);
        let meet =
            |a: &[&Word<'_>], b: &[&Word<'_>]| a.iter().any(|word| b.iter().any(|other| other.term == word.term));
        // "Before its rival", "before its narrow rival".
        let soon = |of: &[&Word<'_>], among: &[&Word<'_>]| {
            of.first().is_none_or(|word| among.iter().take(NEXT).any(|other| other.term == word.term))
        };
        let crossed = meet(&behind, &before_it) || meet(&before, &behind_it);
        crossed || behind.is_empty() != behind_it.is_empty() || !soon(&behind, &behind_it) && !soon(&behind_it, &behind)
    }

    /// An amount of the claim that the passage does not have beside the same words, where it has another.
    fn amount(&self) -> Option<Contrary> {
        self.claim.words.iter().enumerate().find_map(|(at, word)| {
            let amount = word.amount?;
            let beside = self.claim.beside(at);
            let (against, other) = self.most_beside(&beside, |_, _, other| {
                let some = amount == Amount::Many && SOME.contains(&&*other.lower);
                some || other.amount.is_some_and(|a| parts(amount, a))
            })?;
            let alike = |other: &Word<'_>| {
                let some = amount == Amount::Many && SOME.contains(&&*other.lower);
                !some && other.amount.is_some_and(|a| !parts(amount, a))
            };
            let with = self.most_beside(&beside, |_, _, other| alike(other));
            let more = with.is_none_or(|(with, _)| with < against);
            let turned = !word.denied && more && against >= OF_ONE;
            turned.then(|| self.by_words(Kind::Amount, word, other))
        })
    }

    /// A word beside a figure of the claim whose opposite stands beside the same figure in the passage, where it itself does
    /// not: "up 5%".
    fn direction(&self) -> Option<Contrary> {
        let figures = self.claim.words.iter().enumerate().filter(|(_, word)| word.is_figure);
        figures.into_iter().find_map(|(at, figure)| {
            let there: Vec<&Word<'_>> =
                self.passage.iter().flat_map(|sentence| sentence.near_figure(&figure.lower)).collect();
            self.claim.near(at).filter(|word| !word.converse && !word.sides.is_empty()).find_map(|word| {
                let same = there.iter().any(|other| other.term == word.term || are_alike(word, other));
                let other = there.iter().find(|other| are_opposites(word, other) && other.denied == word.denied)?;
                (!same).then(|| self.by_words(Kind::Opposite, word, other))
            })
        })
    }

    fn by_words(&self, kind: Kind, word: &Word<'_>, other: &Word<'_>) -> Contrary {
        Contrary { kind, claim: Some(word.span), passage: Some(other.lower.to_string()) }
    }

    /// Of the words of the passage that fit, the one beside which most of these words stand, and how much: the mean of the
    /// share of these that stand there and of the share of those there that are among these.
    fn most_beside(
        &self,
        words: &[&Word<'_>],
        fits: impl Fn(&Stance<'_>, usize, &Word<'_>) -> bool,
    ) -> Option<(f32, &Word<'_>)> {
        let share = |of: &[&Word<'_>], among: &[&Word<'_>]| {
            let all: f32 = of.iter().map(|word| (self.weight)(&word.term)).sum();
            let met = of.iter().filter(|word| among.iter().any(|other| other.term == word.term));
            met.map(|word| (self.weight)(&word.term)).sum::<f32>() / all.max(f32::EPSILON)
        };
        let mut best: Option<(f32, &Word<'_>)> = None;
        for sentence in self.passage {
            for (at, word) in sentence.words.iter().enumerate().filter(|(at, word)| fits(sentence, *at, word)) {
                let beside = sentence.beside(at);
                let mean = (share(words, &beside) + share(&beside, words)) / 2.0;
                if best.is_none_or(|(most, _)| mean > most) {
                    best = Some((mean, word));
                }
            }
        }
        best
    }
}

/// The words that tell what a denial denies.
fn nearest<'s>(sentence: &'s Stance<'s>, denial: &Denial) -> Vec<&'s Word<'s>> {
    denial.scope.iter().take(NEAREST).filter_map(|at| sentence.words.get(*at)).collect()
}

fn are_opposites(a: &Word<'_>, b: &Word<'_>) -> bool {
    a.term != b.term && a.sides.iter().any(|(pair, side)| b.sides.contains(&(*pair, !*side)))
}

fn are_alike(a: &Word<'_>, b: &Word<'_>) -> bool {
    a.sides.iter().any(|side| b.sides.contains(side))
}

/// Whether two amounts are so far apart that who says the one does not mean the other.
fn parts(claim: Amount, passage: Amount) -> bool {
    match claim {
        Amount::All => passage < Amount::All,
        Amount::Most => passage <= Amount::Many,
        Amount::Many => passage == Amount::Few,
        Amount::Some => false,
        Amount::Few => passage >= Amount::Many,
    }
}

#[cfg(test)]
mod tests {
    use super::{Contrary, Kind};
    use crate::analysis::polarity::Stance;
    use crate::text::stem::{Language, Stems};

    #[test]
    fn a_claim_that_says_the_contrary_is_known_by_how_it_does() {
        let cases = [
            (
                "en",
                "The board did not publish the cost.",
                "The board published the cost on Monday.",
                Some(Kind::Denied),
            ),
            ("en", "The board published the cost.", "The board has never published the cost.", Some(Kind::Asserted)),
            ("en", "The board did not publish the cost.", "The board failed to publish the cost.", None),
            ("en", "The board can pay no more than a third.", "The board could not pay more than a third.", None),
            ("en", "Prices in Kerrick rose.", "Prices in Kerrick fell again, the board said.", Some(Kind::Opposite)),
            ("en", "The strike began after the vote.", "The vote was held before the strike began.", None),
            (
                "en",
                "The strike began after the vote.",
                "The strike began before the vote was held.",
                Some(Kind::Opposite),
            ),
            ("en", "The port is worse than before.", "The port is better than before, he said.", Some(Kind::Opposite)),
            ("en", "The mayor raised fees by 5%.", "The mayor slashed the fees by 5%.", Some(Kind::Opposite)),
            ("en", "All of the boats sank.", "Nearly half of the boats sank.", Some(Kind::Amount)),
            ("de", "Der Rat erhöhte die Gebühren.", "Der Rat hat die Gebühren gekürzt.", Some(Kind::Opposite)),
            ("en", "All of the boats sank.", "Most of the boats sank in the storm.", Some(Kind::Amount)),
            ("en", "Most of the boats sank.", "Nearly all of the boats sank in the storm.", None),
            ("en", "Shares were up 5% on Friday.", "The shares fell, and were down 5%.", Some(Kind::Opposite)),
            ("en", "A 1% rise followed.", "A 10% increase led to a 1% drop.", Some(Kind::Opposite)),
            ("en", "A 1% drop followed.", "A 10% increase led to a 1% drop.", None),
            ("en", "The note was confirmed.", "The note could not be immediately confirmed.", Some(Kind::Asserted)),
            ("en", "All of the boats were freed.", "All but four of the boats were freed.", Some(Kind::Amount)),
            ("en", "Every boat must pay the fee.", "The only answer is that the boats pay the fee.", None),
            ("en", "The boat was cleaned not long before it sank.", "The boat was cleaned before it sank.", None),
            ("en", "The mole was done a year late.", "The mole was done a year early.", Some(Kind::Opposite)),
            ("en", "The court in Room No. 1 heard it.", "The court heard it in room 1.", None),
            ("de", "Das Werk zahlt.", "Das Werk weigerte sich, zu zahlen.", Some(Kind::Asserted)),
            ("de", "Das Ventil war schuld.", "Die Firma bestritt, dass das Ventil schuld war.", Some(Kind::Asserted)),
            ("fr", "La ville a payé les experts.", "La ville n'a jamais payé les experts.", Some(Kind::Asserted)),
            ("es", "La ventas no cayeron.", "Las ventas cayeron mucho.", Some(Kind::Denied)),
            ("it", "La sala è chiusa.", "La sala è aperta da ieri.", Some(Kind::Opposite)),
            ("pt", "Todas as aldeias têm poços.", "Algumas aldeias têm poços.", Some(Kind::Amount)),
            ("nl", "De boer verkoopt zijn land.", "De boer weigert zijn land te verkopen.", Some(Kind::Asserted)),
            ("pl", "Nie ma wody.", "Jest woda.", None),
            (
                "en",
                "The keeper left after the boat sank.",
                "The keeper left before the boat sank.",
                Some(Kind::Opposite),
            ),
            ("en", "The keeper left before the boat sank.", "The keeper left before the old boat sank.", None),
            (
                "en",
                "Over the years the mole improved.",
                "Over the years, the mole worsened and, in May, it fell.",
                Some(Kind::Opposite),
            ),
            ("en", "Most boats lie in the harbour.", "Many boats lie in the harbour.", Some(Kind::Amount)),
            ("en", "Many of the boats sank.", "Some of the boats sank.", Some(Kind::Amount)),
            ("en", "Some of the boats sank.", "Many of the boats sank.", None),
            ("de", "Die Zahl der Boote nahm ab.", "Die Zahl der Boote nahm im Mai zu.", Some(Kind::Opposite)),
            ("de", "Das Amt lehnt die Mole ab.", "Das Amt befürwortet die Mole.", Some(Kind::Opposite)),
            ("en", "Every fifth boat sank.", "Some of the boats sank.", None),
            ("de", "Die Gäste waren abgereist.", "Zahlreiche Gäste waren angereist.", Some(Kind::Opposite)),
            ("de", "Reeve hat das Boot nicht verkauft.", "Reeve bestritt, das Boot verkauft zu haben.", None),
            ("es", "El piloto salió herido.", "El piloto salió ileso del barco.", Some(Kind::Opposite)),
            ("fr", "Le maire a accepté le projet.", "Le maire a balayé le projet.", Some(Kind::Opposite)),
        ];
        for (tag, claim, passage, kind) in cases {
            let language = Stems::of(Language::of_tag(tag));
            let [claim_read, read] = [claim, passage].map(|text| Stance::of(text, &language));
            let found = Contrary::of(&claim_read, &[&read], |_| 1.0);
            assert_eq!(found.map(|contrary| contrary.kind), kind, "{claim} / {passage}");
        }
    }
}
