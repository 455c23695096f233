//! Which sentences make the summary, and which candidates become the claims. Refuses to judge a single sentence: its
//! weights come from `rank`, and who may be chosen at all is said by the caller.
//!
//! The summary is the set of sentences, at most 60 words together, that is expected to share most with a person's summary:
//! twice the expected shared words over the words of both. It loses by what leans on sentences that are not there, by a first
//! sentence that opens it badly, and less than that by being short: one good sentence is better than a good one and one
//! that leans. Claims are taken one by one, by what each adds for its length.

use crate::analysis::rank::Ranking;
use crate::analysis::reading::Reading;

/// The words that a summary should have at least, where the article has sentences that fit, and at most.
pub const SUMMARY_WORDS: (usize, usize) = (40, 60);

/// The words that it has at least, where the article has sentences for it.
const LEAST_WORDS: usize = 22;

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
const SUPPOSED: f32 = 18.0;

/// What the likelihood of its sentences adds to a summary, beside that of its terms.
const SENTENCE_SHARE: f32 = 0.2;

/// What is asked of the sentences of a summary, and of claims, beside what they say.
struct Manner {
    /// The share of its worth that a summary loses when none of its sentences can stand alone.
    lean_cost: f32,
    /// What of that remains where the sentence before stands there too.
    led: f32,
    /// The share of its worth that it loses when its first sentence opens it badly.
    open_cost: f32,
    /// And when much of the article lies between its sentences.
    gap_cost: f32,
    /// The likeness above which two sentences say much the same.
    alike: f32,
    /// How much a claim's fitness weighs against what it says: the more, the more claims read well alone; at 0 more of the
    /// article is covered.
    fitness: f32,
}

/// In English, under a title.
const TITLED: Manner = Manner { lean_cost: 0.5, led: 0.5, open_cost: 0.6, gap_cost: 0.1, alike: 0.3, fitness: 1.4 };

/// And without one, where it is less certain what leans and what matters.
const UNTITLED: Manner = Manner { lean_cost: 0.2, led: 0.8, open_cost: 0.4, gap_cost: 0.0, alike: 0.3, fitness: 1.4 };

/// In German and other languages.
const ELSEWHERE: Manner = Manner { lean_cost: 0.5, led: 0.4, open_cost: 0.5, gap_cost: 0.1, alike: 0.6, fitness: 1.0 };

impl Manner {
    fn of(reading: &Reading<'_>) -> &'static Self {
        match (reading.language.tag(), reading.title.is_empty()) {
            (None | Some("en"), false) => &TITLED,
            (None | Some("en"), true) => &UNTITLED,
            _ => &ELSEWHERE,
        }
    }
}

/// How much the first sentence counts among those that lean, beside each of the others: nothing stands before it.
const FIRST: f32 = 1.5;

/// How much of what a summary loses by leaning goes by the sentence that leans most.
const WORST: f32 = 0.5;

/// The sentences between two others that are as good as any number.
const FAR: usize = 8;

/// How many times the odds of a term are that stands in the title.
const ODDS_OF_TITLE: f32 = 1.8;

/// How much more a claim is worth that is the only one of its third of the article.
const SPREAD: f32 = 2.0;

/// What a function word and another word count when they come a second or third time.
const AGAIN: (f32, f32) = (0.3, 0.25);

/// Whether a sentence may stand in a summary.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum May {
    /// It may; so much it leans on others that are not there: 0 not at all, 1 as much as most that are no claims.
    Stand(f32),
    /// Only with the sentence of that number; so much it leans even then.
    With(usize, f32),
    /// It may not.
    Not,
}

/// A sentence that may stand in a summary.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Its number.
    pub at: usize,
    /// On what condition.
    pub may: May,
    /// Its words, as a summary has it, at least.
    pub least: usize,
    /// And at most.
    pub most: usize,
    /// How well it opens a summary, 0 to 1.
    pub opens: f32,
}

/// The sentences of a summary, in the order of the article, of those that are a `choice`; and whether they have as many words
/// as one should. Empty when none may stand in one.
pub fn summary(
    reading: &Reading<'_>,
    ranking: &Ranking,
    choice: impl Fn(usize) -> Option<Choice>,
) -> (Vec<usize>, bool) {
    let mut search = Search::new(reading, ranking, choice);
    search.extend(0);
    let whole = !search.best.1.is_empty();
    (if whole { search.best.1 } else { search.short.1 }, whole)
}

/// A search through all sets of sentences on the shortlist.
struct Search {
    manner: &'static Manner,
    shortlist: Vec<Listed>,
    /// The sentences chosen, and where each stands on the shortlist.
    chosen: Vec<(usize, usize)>,
    terms: Vec<Counted>,
    sum: Sum,
    best: (f32, Vec<usize>),
    short: (f32, Vec<usize>),
}

/// A sentence on the shortlist.
struct Listed {
    choice: Choice,
    /// The terms of its words.
    terms: Vec<usize>,
    /// Its likelihood, as often as it has words.
    likelihood: f32,
    /// Those that say much the same.
    alike: Places,
    /// The one with which alone it may stand.
    needs: Places,
}

/// Places on the shortlist, one bit each.
type Places = u32;

/// A place that no shortlist has.
const NOWHERE: Places = 1 << SHORTLIST;

/// A term, while sentences are chosen.
struct Counted {
    /// How often the chosen ones have it.
    count: u8,
    /// What it adds when it comes the first, the second and the third time.
    gains: [f32; 3],
}

/// What the chosen sentences have together.
#[derive(Clone, Copy, Default)]
struct Sum {
    least: usize,
    most: usize,
    words: f32,
    shared: f32,
    likelihood: f32,
    /// Where they stand, and where those do that they need.
    places: Places,
    needs: Places,
}

impl Listed {
    /// A sentence on a shortlist that is in the order of the article.
    fn of(choice: Choice, shortlist: &[Choice], reading: &Reading<'_>, ranking: &Ranking, manner: &Manner) -> Self {
        let words = reading.sentences.get(choice.at).map_or(&[][..], |sentence| &sentence.words);
        let places = |is: &dyn Fn(&Choice) -> bool| -> Places {
            shortlist.iter().enumerate().filter(|(_, other)| is(other)).map(|(place, _)| 1 << place).sum()
        };
        let needs = match choice.may {
            May::With(with, _) if shortlist.iter().any(|other| other.at == with) => places(&|other| other.at == with),
            May::With(..) => NOWHERE,
            May::Stand(_) | May::Not => 0,
        };
        Self {
            choice,
            terms: words.iter().map(|word| word.term).collect(),
            likelihood: words.len() as f32 * ranking.sentences.get(choice.at).copied().unwrap_or(0.0),
            alike: places(&|other| ranking.likeness.between(choice.at, other.at) > manner.alike),
            needs,
        }
    }
}

impl Search {
    fn new(reading: &Reading<'_>, ranking: &Ranking, choice: impl Fn(usize) -> Option<Choice>) -> Self {
        let worth = |at: usize| (worth(reading, ranking, at), at);
        let mut by_worth: Vec<(f32, usize)> = (0..reading.sentences.len()).map(worth).collect();
        by_worth.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let short = |choice: &Choice| choice.most <= SUMMARY_WORDS.1;
        let choice = |(_, at): (f32, usize)| choice(at).filter(short);
        let mut shortlist: Vec<Choice> = by_worth.into_iter().filter_map(choice).take(SHORTLIST).collect();
        shortlist.sort_unstable_by_key(|choice| choice.at);
        let terms = reading.terms.iter().zip(&ranking.terms).enumerate().map(|(id, (term, &likelihood))| {
            let likelihood = if reading.title.contains(&id) { titled(likelihood) } else { likelihood };
            let again = if term.function { AGAIN.0 } else { AGAIN.1 } * likelihood;
            Counted { count: 0, gains: [likelihood, again, again] }
        });
        let terms = terms.collect();
        let manner = Manner::of(reading);
        let listed = |choice: &Choice| Listed::of(*choice, &shortlist, reading, ranking, manner);
        let shortlist = shortlist.iter().map(listed).collect();
        let (best, short) = ((f32::MIN, Vec::new()), (f32::MIN, Vec::new()));
        Self { manner, shortlist, chosen: Vec::new(), terms, sum: Sum::default(), best, short }
    }

    /// Weighs every set that adds sentences of the shortlist from `from` on to the chosen ones.
    fn extend(&mut self, from: usize) {
        self.weigh();
        if self.chosen.len() == SUMMARY_SENTENCES {
            return;
        }
        for next in from..self.shortlist.len() {
            let Some(Listed { choice, alike, .. }) = self.shortlist.get(next) else { continue };
            let before = self.sum;
            if before.most + choice.most <= SUMMARY_WORDS.1 && alike & before.places == 0 {
                self.add(next);
                self.extend(next + 1);
                self.take_back(next, before);
            }
        }
    }

    fn add(&mut self, place: usize) {
        let Some(Listed { choice, terms, likelihood, needs, .. }) = self.shortlist.get(place) else { return };
        let sum = &mut self.sum;
        for &term in terms {
            let Some(term) = self.terms.get_mut(term) else { continue };
            sum.shared += term.gains.get(usize::from(term.count)).copied().unwrap_or(0.0);
            term.count = term.count.saturating_add(1);
        }
        sum.words += terms.len() as f32;
        sum.likelihood += likelihood;
        sum.least += choice.least;
        sum.most += choice.most;
        sum.places |= 1 << place;
        sum.needs |= needs;
        self.chosen.push((choice.at, place));
    }

    fn take_back(&mut self, place: usize, before: Sum) {
        for &term in self.shortlist.get(place).map_or(&[][..], |listed| &listed.terms) {
            if let Some(term) = self.terms.get_mut(term) {
                term.count = term.count.saturating_sub(1);
            }
        }
        self.sum = before;
        self.chosen.pop();
    }

    fn weigh(&mut self) {
        let Sum { least, words, shared, likelihood, places, needs, .. } = self.sum;
        if places == 0 || needs & !places != 0 {
            return;
        }
        let value = 2.0 * shared / (words + SUPPOSED) + SENTENCE_SHARE * likelihood / (words + 1.0);
        let value = value * (least as f32 / SUMMARY_WORDS.0 as f32).min(1.0).sqrt();
        let whole = least >= LEAST_WORDS;
        let most = if whole { self.best.0 } else { self.short.0 };
        if value <= most {
            return;
        }
        let &Manner { lean_cost, open_cost, gap_cost, .. } = self.manner;
        let value = value * (1.0 - lean_cost * self.leaning()) * (1.0 - open_cost * self.opens_badly());
        let value = value * (1.0 - gap_cost * self.gaps());
        if value > most {
            let found = (value, self.chosen.iter().map(|&(at, _)| at).collect());
            *(if whole { &mut self.best } else { &mut self.short }) = found;
        }
    }

    /// How badly the first of the chosen sentences opens a summary, 0 to 1.
    fn opens_badly(&self) -> f32 {
        let first = self.chosen.first().and_then(|&(_, place)| self.shortlist.get(place));
        first.map_or(0.0, |listed| 1.0 - listed.choice.opens)
    }

    /// How much of the article lies between the chosen sentences, 0 to 1.
    fn gaps(&self) -> f32 {
        let next = self.chosen.iter().skip(1);
        let gaps = self.chosen.iter().zip(next).map(|((one, _), (next, _))| (next - one - 1).min(FAR) as f32);
        gaps.sum::<f32>() / (FAR * self.chosen.len().max(1)) as f32
    }

    /// How much the chosen sentences lean on others, on average and the worst of them: less where one follows the one before
    /// it.
    fn leaning(&self) -> f32 {
        let (mut sum, mut worst, mut before) = (0.0f32, 0.0f32, None);
        for &(at, place) in &self.chosen {
            let share = if before.is_some_and(|before| before + 1 == at) { self.manner.led } else { 1.0 };
            let leans = match self.shortlist.get(place).map(|listed| listed.choice.may) {
                Some(May::Stand(leans)) => leans * share,
                Some(May::With(_, leans)) => leans,
                Some(May::Not) | None => 0.0,
            };
            sum += leans * if before.is_none() { FIRST } else { 1.0 };
            worst = worst.max(leans);
            before = Some(at);
        }
        let all = self.chosen.len().max(1) as f32 - 1.0 + FIRST;
        (1.0 - WORST) * sum / all + WORST * worst
    }
}

/// How likely a term of the title is to stand in a summary, by how likely it would be as any other that title, standfirst or
/// headings have.
fn titled(likelihood: f32) -> f32 {
    let odds = ODDS_OF_TITLE * likelihood;
    odds / (1.0 - likelihood + odds)
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
pub fn claims(reading: &Reading<'_>, ranking: &Ranking, candidates: &[Candidate]) -> Vec<usize> {
    let manner = Manner::of(reading);
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
            .map(|(at, candidate)| {
                let spread = spread(ranking, candidates, &chosen, candidate);
                (candidate.fitness.powf(manner.fitness) * gain(ranking, candidate, &covered) * spread, at)
            })
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

/// What a candidate is worth more where there are the least claims already, and none is of its third of the article.
fn spread(ranking: &Ranking, candidates: &[Candidate], chosen: &[usize], candidate: &Candidate) -> f32 {
    let third = |c: &Candidate| c.sentence * 3 / ranking.sentences.len().max(1);
    let known = || chosen.iter().filter_map(|&at| candidates.get(at)).any(|c| third(c) == third(candidate));
    if chosen.len() >= CLAIMS.0 && !known() { SPREAD } else { 1.0 }
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
    shared / length + CLAIM_LIKELIHOOD * likelihood
}

/// How much a claim's length weighs against what it adds: 1 would be the gain for each word, 0 the gain alone.
const LENGTH: f32 = 0.6;

/// What the likelihood of its sentence adds to a claim, beside that of its terms.
const CLAIM_LIKELIHOOD: f32 = 1.0;

#[cfg(test)]
mod tests {
    use super::{Candidate, claims};
    use crate::analysis::likeness::Likeness;
    use crate::analysis::rank::Ranking;
    use crate::analysis::reading::Reading;
    use crate::article::Article;
    use crate::text::stem::Language;

    #[test]
    fn in_english_a_claim_that_reads_well_alone_comes_before_one_that_says_a_little_more() {
        let article = Article::parse("The ferry sank off Kerrick. Pilots of Norland lit three lamps.");
        for (tag, first) in [("en", 0), ("de", 1)] {
            let reading = Reading::of(&article, Language::of_tag(tag), &[]);
            let likeness = Likeness::of(&reading);
            let ranking = Ranking { sentences: vec![0.0; 2], terms: vec![0.5; 13], likeness };
            let candidate = |sentence: usize, terms: usize, fitness: f32| Candidate {
                sentence,
                terms: (0..terms).collect(),
                length: 10,
                fitness,
            };
            let chosen = claims(&reading, &ranking, &[candidate(0, 10, 1.0), candidate(1, 13, 0.8)]);
            assert_eq!(chosen.first(), Some(&first), "{tag}");
        }
    }
}
