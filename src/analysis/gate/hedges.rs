//! Whether a claim says plainly what its passage says only may be, is alleged or would follow if. Refuses to weigh hedges:
//! any in the claim will do, and so will whoever is credited with it.

use std::rc::Rc;
use std::sync::LazyLock;

use super::{Gate, Heard};
use crate::analysis::lexicon::{Words, table};
use crate::text::lookup::Set;
use crate::text::segment;
use crate::text::stem::lower;

/// Words by which a passage says that it may not be so.
static HEDGES: Words = LazyLock::new(|| {
    table(
        "may might could possibly perhaps potentially purportedly allegedly reportedly apparently likely probably supposedly \
         alleged purported suspected suspicion believe believes if whether unless option allegations doubts think",
    )
});

/// Words that are hedges only before another.
static BEFORE: Words = LazyLock::new(|| {
    table(
        "accused-of expected-to believed-to appears-to appeared-to appear-to appears-that appeared-that seems-to seemed-to \
         seem-to seems-that claimed-that claims-that claimed-to claims-to hope-to hopes-to hoped-to hoping-to threatened-to \
         threatens-to threatening-to possibility-of prospect-of",
    )
});

/// The first words of those.
static OPENING: LazyLock<Set<&'static str>> =
    LazyLock::new(|| BEFORE.iter().filter_map(|pair| pair.split_once('-')).map(|(word, _)| word).collect());

/// Words by which a claim says that it may not be so, or that somebody says it.
static ALLOWED: Words = LazyLock::new(|| {
    table(
        "may might could would should can if whether unless said say says told tell tells once want wants seek seeks try \
         trying tried chance ready feel feels felt possible possibly threatened threatens threatening",
    )
});

/// The same by their beginnings.
const ALLOWED_SO: &[&str] = &[
    "perhaps", "potent", "purport", "alleged", "alleges", "report", "appar", "appear", "seem", "likel", "unlik",
    "probab", "suppos", "suspic", "suspect", "accus", "believ", "claim", "hope", "hoping", "aim", "expect", "plan",
    "propos", "intend", "consid", "doubt", "think", "option", "prospect", "risk", "concern", "fear", "accord", "warn",
    "predict", "forec", "estim", "argu", "suggest", "project", "unclear", "uncert", "unknown", "quest", "agree",
    "call", "wonder",
];

/// A clause with so great a share of the words that the one with the most has carries the claim too.
const NEAR: f32 = 0.5;

/// What is hedged is told by so many telling words behind the hedge.
const HEDGED: usize = 2;
/// A hedge that stands alone between signs has so many words at most.
const ASIDE: usize = 2;

impl Gate<'_> {
    /// The word by which the passage hedges what the claim says plainly.
    pub(super) fn dropped_hedge(&self, claim: &str, said_by: Option<&str>, window: &[&Heard<'_>]) -> Option<String> {
        if self.language.tag() != Some("en") || said_by.is_some() {
            return None;
        }
        let terms: Set<Rc<str>> = self.telling(claim).collect();
        let shared = |heard: &&&Heard<'_>| terms.iter().filter(|term| heard.terms.contains(*term)).count();
        let best = window.iter().max_by_key(shared)?;
        let may_be = *best.hedged.get_or_init(|| has_hedge(best.text));
        if !may_be || segment::words(claim).any(|(_, word)| is_hedge(word)) {
            return None;
        }
        let has = |text: &str| self.telling(text).collect::<Set<_>>().intersection(&terms).count();
        let clauses: Vec<(&str, usize)> = clauses(best.text).into_iter().map(|clause| (clause, has(clause))).collect();
        let most = clauses.iter().map(|(_, has)| *has).max().filter(|most| *most > 0)?;
        let carries = |at: usize| clauses.get(at).is_some_and(|(_, has)| *has > 0 && *has as f32 >= NEAR * most as f32);
        let beside = |at: usize| carries(at + 1) || at.checked_sub(1).is_some_and(carries);
        let hedged = clauses.iter().enumerate().filter(|(at, (clause, _))| {
            // "If true" and "I think" are hedges of what stands beside them.
            carries(*at) || segment::word_count(clause) <= ASIDE && beside(*at)
        });
        hedged.into_iter().find_map(|(_, (clause, _))| self.hedge_in(clause, &terms))
    }

    /// The first hedge of a clause of which the claim has what it hedges; "could not" is none, and May is a month.
    fn hedge_in(&self, clause: &str, claim: &Set<Rc<str>>) -> Option<String> {
        let words: Vec<&str> = segment::words(clause).map(|(_, word)| word).collect();
        let at = |at: usize| words.get(at).copied().unwrap_or_default();
        let hedges = |index: usize| {
            let (word, next) = (at(index), at(index + 1));
            let denied = matches!(word, "could" | "may" | "might") && matches!(next, "not" | "no" | "hardly");
            let word_and_next = || format!("{}-{}", lower(word), lower(next));
            let known = HEDGES.contains(&*lower(word)) || BEFORE.contains(word_and_next().as_str());
            known && !denied && !(word == "May" && index > 0)
        };
        let told = |index: usize| {
            let tells = |word: &&&str| !self.language.is_function_word(word) && !is_hedge(word);
            let mut behind = words.iter().skip(index + 1).filter(tells).take(HEDGED);
            words.len() <= ASIDE || behind.any(|word| claim.contains(&self.term(word)))
        };
        (0..words.len()).find(|index| hedges(*index) && told(*index)).map(|index| lower(at(index)).into_owned())
    }

    fn telling<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Rc<str>> + 't {
        segment::words(text).filter(|(_, word)| !self.language.is_function_word(word)).map(|(_, word)| self.term(word))
    }
}

/// Whether a sentence may have a hedge, as far as its words alone tell.
fn has_hedge(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|word| HEDGES.contains(&*lower(word)) || OPENING.contains(&*lower(word)))
}

/// The parts of a sentence between its signs.
fn clauses(text: &str) -> Vec<&str> {
    let dashed = text.split([';', ':', '(', ')', '–', '—']).flat_map(|part| part.split(" -- "));
    let parted = dashed.flat_map(|part| part.split(", "));
    parted.flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" but ")).collect()
}

fn is_hedge(word: &str) -> bool {
    let word = lower(word);
    ALLOWED.contains(&*word) || ALLOWED_SO.iter().any(|start| word.starts_with(start))
}
