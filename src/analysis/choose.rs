//! Which sentences make the summary, and which candidates become the claims. Refuses to judge a single sentence: its
//! weights come from `rank`, and who may be chosen at all is said by the caller.
//!
//! The summary is the set of sentences, 40 to 60 words together, that is expected to share most with a person's summary:
//! twice the expected shared words over the words of both. Claims are taken one by one, by what each adds for its length.

use crate::analysis::dateline::without_dateline;
use crate::analysis::rank::Ranking;
use crate::analysis::reading::{Reading, Sentence};
use crate::text::{Span, segment};

/// The least and the most words of a summary, where the article has sentences for it.
pub const SUMMARY_WORDS: (usize, usize) = (40, 60);

/// The least and the most claims, where the article has sentences for them.
pub const CLAIMS: (usize, usize) = (5, 10);

/// The words that the claims of one brief have together, at most, once there are [`CLAIMS`]`.0`.
const CLAIM_WORDS: usize = 210;

/// Below this fitness a candidate is taken only where there are not [`CLAIMS`]`.0` others.
const LEAST_FITNESS: f32 = 0.47;

/// Sentences among which a summary is sought: all sets of the best of them are weighed.
const SHORTLIST: usize = 16;

/// Sentences in a summary, at most.
const SUMMARY_SENTENCES: usize = 5;

/// The words of a person's summary, as the search supposes them.
const SUPPOSED: f32 = 22.0;

/// What the likelihood of its sentences adds to a summary, beside that of its terms.
const SENTENCE_SHARE: f32 = 0.2;

/// The share of its worth that a summary loses when none of its sentences can stand alone; and in German and other languages,
/// where that is told better, and where no summary was there to say what it costs.
const LEAN_COST: (f32, f32) = (0.08, 0.3);

/// What of that remains where the sentence before stands there too.
const LED: f32 = 0.4;

/// What a function word and another word count when they come a second or third time.
const AGAIN: (f32, f32) = (0.3, 0.25);

/// Whether a sentence may stand in a summary.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum May {
    /// It may; so likely is it to need nothing around it, 0 to 1.
    Stand(f32),
    /// Only with the sentence before it.
    Follow,
    /// It may not.
    Not,
}

/// The sentences of a summary, in the order of the article. Empty when none may stand in one.
pub fn summary(reading: &Reading<'_>, ranking: &Ranking, may: &[May]) -> Vec<usize> {
    let mut search = Search::new(reading, ranking, may);
    search.extend(0);
    if search.best.1.is_empty() { search.short.1 } else { search.best.1 }
}

/// A search through all sets of sentences on the shortlist.
struct Search<'r, 'a> {
    reading: &'r Reading<'a>,
    ranking: &'r Ranking,
    may: &'r [May],
    lean_cost: f32,
    /// How long each sentence is, in words, as a summary has it.
    lengths: Vec<usize>,
    shortlist: Vec<usize>,
    chosen: Vec<usize>,
    counts: Vec<u8>,
    /// What each term adds when it comes the first, the second and the third time.
    gains: Vec<[f32; 3]>,
    sum: Sum,
    best: (f32, Vec<usize>),
    short: (f32, Vec<usize>),
}

/// What the chosen sentences have together.
#[derive(Clone, Copy, Default)]
struct Sum {
    length: usize,
    words: f32,
    shared: f32,
    likelihood: f32,
}

impl<'r, 'a> Search<'r, 'a> {
    fn new(reading: &'r Reading<'a>, ranking: &'r Ranking, may: &'r [May]) -> Self {
        let lengths: Vec<usize> = reading.sentences.iter().map(shown_length).collect();
        let fits = |at: &usize| lengths.get(*at).is_some_and(|length| *length <= SUMMARY_WORDS.1);
        let allowed = |at: &usize| may.get(*at) != Some(&May::Not) && fits(at);
        let mut shortlist: Vec<usize> = (0..reading.sentences.len()).filter(allowed).collect();
        let worth: Vec<f32> = (0..reading.sentences.len()).map(|at| worth(reading, ranking, at)).collect();
        let of = |at: usize| worth.get(at).copied().unwrap_or(0.0);
        shortlist.sort_by(|&a, &b| of(b).total_cmp(&of(a)).then(a.cmp(&b)));
        shortlist.truncate(SHORTLIST);
        shortlist.sort_unstable();
        let counts = vec![0; reading.terms.len()];
        let gains = reading.terms.iter().zip(&ranking.terms).map(|(term, likelihood)| {
            let again = if term.function { AGAIN.0 } else { AGAIN.1 } * likelihood;
            [*likelihood, again, again]
        });
        let (best, short) = ((f32::MIN, Vec::new()), (f32::MIN, Vec::new()));
        let (gains, chosen, sum) = (gains.collect(), Vec::new(), Sum::default());
        let english = reading.language.tag().is_none_or(|tag| tag == "en");
        let lean_cost = if english { LEAN_COST.0 } else { LEAN_COST.1 };
        Self { reading, ranking, may, lean_cost, lengths, shortlist, chosen, counts, gains, sum, best, short }
    }

    /// Weighs every set that adds sentences of the shortlist from `from` on to the chosen ones.
    fn extend(&mut self, from: usize) {
        self.weigh();
        if self.chosen.len() == SUMMARY_SENTENCES {
            return;
        }
        for next in from..self.shortlist.len() {
            let Some(&at) = self.shortlist.get(next) else { continue };
            let before = self.sum;
            if before.length + self.lengths.get(at).copied().unwrap_or(0) <= SUMMARY_WORDS.1 {
                self.add(at);
                self.extend(next + 1);
                self.take_back(at, before);
            }
        }
    }

    fn add(&mut self, at: usize) {
        let (reading, ranking) = (self.reading, self.ranking);
        let Some(sentence) = reading.sentences.get(at) else { return };
        for word in &sentence.words {
            let (Some(count), Some(gains)) = (self.counts.get_mut(word.term), self.gains.get(word.term)) else {
                continue;
            };
            self.sum.shared += gains.get(usize::from(*count)).copied().unwrap_or(0.0);
            *count = count.saturating_add(1);
        }
        let words = sentence.words.len() as f32;
        self.sum.length += self.lengths.get(at).copied().unwrap_or(0);
        self.sum.words += words;
        self.sum.likelihood += words * ranking.sentences.get(at).copied().unwrap_or(0.0);
        self.chosen.push(at);
    }

    fn take_back(&mut self, at: usize, before: Sum) {
        for word in self.reading.sentences.get(at).map_or(&[][..], |s| &s.words) {
            if let Some(count) = self.counts.get_mut(word.term) {
                *count = count.saturating_sub(1);
            }
        }
        self.sum = before;
        self.chosen.pop();
    }

    fn weigh(&mut self) {
        let leads = |at: &usize| self.may.get(*at) != Some(&May::Follow) || self.chosen.contains(&at.wrapping_sub(1));
        if self.chosen.is_empty() || !self.chosen.iter().all(leads) {
            return;
        }
        let Sum { length, words, shared, likelihood } = self.sum;
        let value = 2.0 * shared / (words + SUPPOSED) + SENTENCE_SHARE * likelihood / (words + 1.0);
        let value = value * (1.0 - self.lean_cost * self.leaning());
        if length >= SUMMARY_WORDS.0 {
            if value > self.best.0 {
                self.best = (value, self.chosen.clone());
            }
        } else {
            let value = value * length as f32 / SUMMARY_WORDS.0 as f32;
            if value > self.short.0 {
                self.short = (value, self.chosen.clone());
            }
        }
    }

    /// The share of the chosen sentences that leans on others, 0 to 1: less where a sentence follows the one before it.
    fn leaning(&self) -> f32 {
        let leans = |(place, &at): (usize, &usize)| {
            let led =
                place.checked_sub(1).and_then(|place| self.chosen.get(place)).is_some_and(|before| before + 1 == at);
            match self.may.get(at) {
                Some(May::Stand(likelihood)) if led => LED * (1.0 - likelihood),
                Some(May::Stand(likelihood)) => 1.0 - likelihood,
                _ => 0.0,
            }
        };
        self.chosen.iter().enumerate().map(leans).sum::<f32>() / self.chosen.len().max(1) as f32
    }
}

/// The words of a sentence without its dateline.
fn shown_length(sentence: &Sentence<'_>) -> usize {
    const LINE: usize = 70;
    let head = sentence.text.get(..sentence.text.floor_char_boundary(LINE)).unwrap_or("");
    if !sentence.opens || !head.contains([')', ':', '-', '–', '—']) {
        return sentence.length;
    }
    let whole = Span::whole(sentence.text);
    let shown = without_dateline(sentence.text, whole);
    if shown == whole { sentence.length } else { shown.slice(sentence.text).map_or(0, segment::length) }
}

/// What a sentence alone is worth, by which the shortlist is made.
fn worth(reading: &Reading<'_>, ranking: &Ranking, at: usize) -> f32 {
    let Some(sentence) = reading.sentences.get(at) else { return 0.0 };
    let mut terms: Vec<usize> = sentence.words.iter().map(|w| w.term).collect();
    terms.sort_unstable();
    terms.dedup();
    let shared: f32 = terms.iter().filter_map(|&t| ranking.terms.get(t)).sum();
    shared / (sentence.words.len() + 8) as f32 + SENTENCE_SHARE * ranking.sentences.get(at).copied().unwrap_or(0.0)
}

/// What could become a claim, as the choice sees it.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The sentence it is made of.
    pub sentence: usize,
    /// Its terms, each once.
    pub terms: Vec<usize>,
    /// Its length in words.
    pub length: usize,
    /// What it is worth beside others, about 1: less for one that is less fit to be a claim.
    pub fitness: f32,
}

/// Indexes of the candidates that become claims, the most important first.
pub fn claims(ranking: &Ranking, candidates: &[Candidate]) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    let mut covered = vec![false; ranking.terms.len()];
    let mut length = 0;
    while chosen.len() < CLAIMS.1 {
        let fits =
            |c: &Candidate| chosen.len() < CLAIMS.0 || length + c.length <= CLAIM_WORDS && c.fitness >= LEAST_FITNESS;
        let next = candidates
            .iter()
            .enumerate()
            .filter(|(at, c)| fits(c) && !chosen.contains(at))
            .filter(|(_, c)| {
                !chosen.iter().filter_map(|&at| candidates.get(at)).any(|other| repeats(ranking, c, other))
            })
            .map(|(at, candidate)| (gain(ranking, candidate, &covered), at))
            .reduce(|a, b| if b.0 > a.0 { b } else { a });
        let Some(candidate) = next.and_then(|(_, at)| candidates.get(at)) else { break };
        chosen.extend(next.map(|(_, at)| at));
        for &term in &candidate.terms {
            if let Some(covered) = covered.get_mut(term) {
                *covered = true;
            }
        }
        length += candidate.length;
    }
    chosen
}

/// Whether two candidates say much the same.
fn repeats(ranking: &Ranking, a: &Candidate, b: &Candidate) -> bool {
    a.sentence == b.sentence || ranking.likeness.between(a.sentence, b.sentence) > 0.6
}

/// What a candidate adds to the terms covered so far, for its length.
fn gain(ranking: &Ranking, candidate: &Candidate, covered: &[bool]) -> f32 {
    let fresh = candidate.terms.iter().filter(|&&term| covered.get(term) != Some(&true));
    let shared: f32 = fresh.filter_map(|&term| ranking.terms.get(term)).sum();
    let length = (candidate.length.max(1) as f32).powf(LENGTH);
    let likelihood = ranking.sentences.get(candidate.sentence).copied().unwrap_or(0.0);
    candidate.fitness.powf(FITNESS) * (shared / length + CLAIM_LIKELIHOOD * likelihood)
}

/// How much a claim's length weighs against what it adds: 1 would be the gain for each word, 0 the gain alone.
const LENGTH: f32 = 0.6;

/// How much a claim's fitness weighs against what it says: at 1 more claims read well alone, at 0 more of the article is
/// covered.
const FITNESS: f32 = 1.0;

/// What the likelihood of its sentence adds to a claim, beside that of its terms.
const CLAIM_LIKELIHOOD: f32 = 1.0;
