//! Which way a claim leans, to a judgement or to a fact, by words that opine, hedge or deny and by those that tell
//! what happened. English, and German in a file of its own. No word decides by itself; their weights are fitted
//! (`tests/scores/fit_kind.py`). Refuses other languages.

use std::sync::LazyLock;

use super::place::{is_predicate, is_subordinate};
use super::weights::{ENGLISH, GERMAN};
use crate::analysis::calendar::{month, weekday};
use crate::analysis::lexicon::Phrases;
use crate::analysis::tense::is_past;
use crate::analysis::wording::Wording;

pub(super) mod german;

/// What a word is a shade of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shade {
    /// It praises: 'good'.
    Praise,
    /// It blames, weighs or names a verdict: 'reckless', 'crucial', 'a setback'.
    Verdict,
    /// Somebody opines or accuses: 'argued', 'condemned'.
    Opinion,
    /// It denies: 'not', 'no', 'cannot'.
    Denial,
    /// It hedges: 'perhaps', 'could'.
    Hedge,
    /// The speaker or the reader: 'we', 'your'.
    Person,
    /// It speaks of these times, or of all: 'these days', 'in many ways'.
    General,
}

/// How many shades there are.
const SUMS: usize = 7;

/// Words and phrases, parted by commas, and their shade.
const SHADES: &[(Shade, &str)] = &[
    (
        Shade::Praise,
        "good, great, better, best, excellent, impressive, beautiful, beautifully, perfect, perfectly, brilliant, \
         brilliantly, wonderful, stunning, delicious, elegant, stylish, fun, exciting, compelling, fascinating, \
         remarkable, remarkably, outstanding, superb, superbly, attractive, handy, comfortable, smart, clever, cleverly, powerful, \
         ideal, solid, strong, stronger, robust, lucrative, valuable, invaluable, worthwhile, helpful, useful, \
         beneficial, effective, effectively, efficient, successful, promising, legitimate, reasonable, sensible, fair, \
         brave, heroic, noble, priceless, unparalleled, unmatched, charming, gorgeous, refined, refreshing, memorable, \
         iconic, legendary, quintessential, comforting, distinctive, neatly, nicely, safer, cleaner, \
         well positioned, reliable, tasty, interesting, bold, honest, reassuring, welcome, hopeful, happy, lucky, \
         fortunate, awesome, fantastic, terrific, lovely, delightful, pleasant, enjoyable, thrilling, \
         graceful, inspiring, inspirational, admirable, commendable, \
         \
         exceptional, incredible, admirably, magnificent, glorious, spectacular, breathtaking, splendid, exceptionally, \
         precious, vibrant, head turning, eye catching, crowd pleasing, luxurious, unmistakable, exhilarating, poignant, \
         influential, sleek, quirky, dynamic, charismatic, irresistible, flawless, stellar, seamless, timeless",
    ),
    (
        Shade::Verdict,
        "bad, badly, worse, worst, terrible, terribly, horrible, awful, dismal, disastrous, dangerous, harmful, reckless, \
         irresponsible, inappropriate, improper, unfair, unjust, wrong, wrongly, unlawful, illegitimate, illogical, \
         misguided, flawed, weak, weaker, poor, poorly, dire, bleak, grim, sad, sadly, tragic, troubling, worrying, \
         alarming, disturbing, shocking, appalling, shameful, disgraceful, outrageous, absurd, ridiculous, silly, stupid, \
         foolish, cynical, corrupt, dishonest, hypocritical, sexist, offensive, vulgar, cruel, brutal, aggressive, \
         irrational, unreasonable, unacceptable, unnecessary, unrealistic, unsustainable, questionable, dubious, \
         misleading, ineffective, inefficient, insufficient, inadequate, useless, pointless, boring, dull, ugly, strange, \
         odd, weird, bizarre, irritating, annoying, frustrating, irregular, invalid, unwilling, unable, cowardly, lazy, \
         toxic, vile, unconstitutional, baseless, failing, regrettably, unfortunately, immoral, unethical, \
         undemocratic, incompetent, negligent, clumsy, shallow, naive, arrogant, selfish, greedy, \
         ominous, sinister, draconian, overblown, \
         exaggerated, simplistic, \
         important, crucial, vital, essential, critical, key, fundamental, central, necessary, imperative, significant, \
         serious, major, huge, massive, enormous, profound, urgent, obvious, evident, plain, simple, easy, hard, \
         difficult, tough, tougher, tricky, trickier, complex, complicated, challenging, demanding, possible, impossible, \
         plausible, inevitable, certain, uncertain, clear cut, normal, natural, surprising, surprisingly, notable, greatest, \
         easier, harder, fine, sufficient, right, true, real, sure, at stake, meaningful, meaningless, \
         irrelevant, decisive, pivotal, paramount, indispensable, feasible, viable, understandable, \
         predictable, ironic, paradoxical, striking, \
         mistake, failure, success, disaster, catastrophe, shame, disgrace, sham, scandal, betrayal, tragedy, blow, \
         setback, triumph, danger, risk, problem, challenge, challenges, dilemma, burden, obstacle, barrier, hurdle, \
         opportunity, advantage, advantages, benefit, benefits, strength, weakness, flaw, virtue, reminder, testament, \
         symptom, sign, evidence, proof, indication, illustration, symbol, lesson, solution, sense, nonsense, no brainer, \
         gift, delight, farce, joke, excuse, lie, lies, hypocrisy, backbone, cornerstone, soul, responsibility, \
         obligation, duty, importance, significance, authenticity, failings, pressures, temptation, pattern, tactic, bias, \
         misunderstanding, marker, debacle, downfall, folly, fiasco, mess, nightmare, injustice, irony, \
         paradox, value, \
         turning point, wake up call, the point, the truth, the problem is, the question is, \
         apathetic, scourge, maddening, torturous, disproportionate, discriminatory, humiliating, puppet, commonplace, \
         self obsessed, nerve wracking, daunting, thorny, precarious, relentless, rampant, blatant, stark, crippling, \
         mediocre, notorious, chequered, litany, disconnect, tall order, last ditch, moment of truth, stumbling block, \
         game changer, talking point, reminiscent, at odds, no secret, no choice, alas, misplaced, inexplicable, stubborn, \
         fragile, insidious, toothless, hollow, ill conceived, short sighted, far fetched, needless, needlessly, senseless, \
         pathetic, embarrassing, embarrassment, laughable, despicable, atrocious, abysmal, deplorable, unforgivable, \
         overdue, ill advised, counterproductive, strained, drag, misinterpreting, double edged, uphill, roadmap, \
         underwhelming, lacklustre, lackluster, overrated, clunky, bloated, tedious, gloomy",
    ),
    (
        Shade::Opinion,
        "argue, argued, argues, arguing, claim, claims, claimed, contend, contends, contended, insisted, insists, insist, \
         believe, believed, believes, think, thinks, thought, feel, feels, felt, sees, saw, see, views, suspect, suspects, \
         suspected, maintain, maintains, maintained, asserted, asserts, suggested, suggest, hope, hopes, fear, fears, \
         feared, worry, worries, doubt, doubts, guess, wonder, wondering, reckons, opined, disagree, disagrees, concluded, concedes, conceded, \
         acknowledged, admitted, warns, warned, in the words of, critics, observers, experts, \
         accuse, accused, accuses, accusing, alleging, alleges, allege, blame, blamed, blames, blaming, criticised, \
         criticized, criticise, criticize, criticising, criticizing, condemned, condemns, condemn, denounced, slammed, \
         blasted, dismissed, praised, praises, lauded, hailed, mocked, ridiculed, likened, rejected, decried, \
         lambasted, derided, deplored, lamented, complained, regretted, according to critics, underscores, underscore, \
         underscored, reflects, embodies, epitomizes, epitomises, symbolizes, symbolises, amounts to, represents a",
    ),
    (
        Shade::Denial,
        "not, no, nobody, none, neither, nor, without, nothing, cannot, can't, couldn't, won't, doesn't, don't, isn't, \
         aren't, wasn't, weren't, hasn't, haven't, there's nothing",
    ),
    (
        Shade::Hedge,
        "maybe, perhaps, possibly, probably, likely, presumably, most likely, seem, seems, seemed, seemingly, apparently, \
         appears to, arguably, somehow, in a sense, might, could, can, may",
    ),
    (
        Shade::Person,
        "i, we, our, us, my, me, ourselves, i'm, i've, we're, we've, let's, you, your, you're, you've, yourself",
    ),
    (
        Shade::General,
        "today, these, this kind, these days, nowadays, in many ways, as we know, at some point, in the end, over time, for years, \
         long standing, once again, in fact, after all, in general, in reality, in practice, in theory, never before, \
         increasingly, of course, ever more, more than ever, than ever, essentially, basically, literally, the reality is, \
         the fact is, plenty of, most people, one of the great, abundantly clear, rest assured, the likes of",
    ),
];

/// The words of [`SHADES`], each with its shade.
static SHADED: LazyLock<Phrases<Shade>> = LazyLock::new(|| {
    let of = |&(shade, words): &(Shade, &'static str)| words.split(", ").map(move |word| (word, shade));
    Phrases::of(SHADES.iter().flat_map(of))
});

/// How many measures there are.
pub(super) const MEASURES: usize = 13;

/// Whether a claim leans to a judgement. `ruled`: a cue of a judgement holds in it.
pub(super) fn leans_to_judgement(wording: &Wording<'_>, ruled: bool) -> bool {
    match wording.language() {
        None | Some("en") => odds(&measures(wording, ruled), &ENGLISH) > 0.0,
        Some("de") => odds(&german::measures(wording, ruled), &GERMAN) > 0.0,
        // Of another language the cue alone is known.
        Some(_) => ruled,
    }
}

/// What measures weigh.
pub(super) struct Weights<const N: usize> {
    /// Log odds where all measures are 0.
    pub(super) bias: f32,
    /// What each measure adds to the log odds.
    pub(super) of: [f32; N],
}

/// The log odds of a claim by its measures.
pub(super) fn odds<const N: usize>(measures: &[f32; N], weights: &Weights<N>) -> f32 {
    weights.bias + measures.iter().zip(weights.of).map(|(measure, weight)| measure * weight).sum::<f32>()
}

/// The measures of a claim, in the order of the weights.
pub(super) fn measures(wording: &Wording<'_>, ruled: bool) -> [f32; MEASURES] {
    let (mut sums, mut predicated) = ([0.0; SUMS], false);
    for (at, shade) in SHADED.placed(&wording.lower()) {
        let weight = weight(wording, at, shade);
        if let Some(sum) = sums.get_mut(shade as usize) {
            *sum += weight;
        }
        let values = weight == 1.0 && matches!(shade, Shade::Praise | Shade::Verdict);
        predicated |= values && (is_predicate(wording, at) || is_given(wording, at));
    }
    let [praise, verdict, opinion, denial, hedge, person, general] = sums;
    let (past, passive) = told(wording);
    [
        f32::from(u8::from(ruled)),
        (praise + verdict).min(3.0),
        f32::from(u8::from(predicated)),
        praise.min(2.0),
        opinion.min(2.0),
        denial.min(1.0),
        hedge.min(1.0),
        person.min(1.0),
        (4.0 * share_of_names(wording)).min(2.0),
        (past / 2.0).min(2.0),
        passive.min(2.0),
        general.min(2.0),
        numbers(wording).min(3.0),
    ]
}

/// 'Called the process a sham', 'sees it as ripe for change': a value that somebody gives.
fn is_given(wording: &Wording<'_>, at: usize) -> bool {
    let giving = |word: &str| {
        matches!(
            word,
            "called"
                | "calls"
                | "labelled"
                | "labeled"
                | "branded"
                | "sees"
                | "saw"
                | "views"
                | "viewed"
                | "regards"
                | "described"
                | "describes"
                | "dismissed"
                | "considers"
        )
    };
    let article = (1..=3).any(|back| matches!(wording.before(at, back), "a" | "an" | "as"));
    article && (at.saturating_sub(10)..at).any(|i| giving(wording.word(i)))
}

/// The share of words with a capital inside the sentence.
fn share_of_names(wording: &Wording<'_>) -> f32 {
    let names = (1..wording.len()).filter(|&at| wording.is_capital(at) && wording.word(at) != "i").count();
    names as f32 / wording.len().max(1) as f32
}

/// How many words are a number, a month or a weekday: 'in May 2031'.
fn numbers(wording: &Wording<'_>) -> f32 {
    let is_named = |word: &str| month(word).is_some() || weekday(word).is_some();
    let is_number_or_day = |at: usize| {
        let word = wording.word(at);
        word.contains(|c: char| c.is_ascii_digit()) || wording.is_capital(at) && is_named(word)
    };
    (0..wording.len()).filter(|&at| is_number_or_day(at)).count() as f32
}

/// How much a word counts: a half behind 'because' or 'who', not at all in a name.
fn weight(wording: &Wording<'_>, at: usize, shade: Shade) -> f32 {
    let name = at > 0 && wording.is_capital(at) && shade != Shade::Person;
    match (name, is_subordinate(wording, at)) {
        (true, _) => 0.0,
        (_, true) => 0.5,
        _ => 1.0,
    }
}

/// How many verbs tell what happened, and how many of these what was done to somebody.
fn told(wording: &Wording<'_>) -> (f32, f32) {
    let be = |word: &str| matches!(word, "is" | "are" | "was" | "were" | "it's" | "be" | "been");
    let helps = |word: &str| be(word) || matches!(word, "has" | "have");
    let (mut past, mut passive) = (0.0, 0.0);
    for at in (1..wording.len()).filter(|&at| is_past(wording.word(at)) && !helps(wording.word(at))) {
        if be(wording.before(at, 1)) {
            passive += 1.0;
        } else {
            past += 1.0;
        }
    }
    (past, passive)
}

#[cfg(test)]
mod tests {
    use super::numbers;
    use crate::analysis::wording::Wording;

    #[test]
    fn a_month_has_a_capital() {
        for (claim, count) in [("The ferry may sail on 3 May.", 2.0), ("The ferry may sail.", 0.0)] {
            assert!((numbers(&Wording::of(claim, Some("en"))) - count).abs() < f32::EPSILON, "{claim}");
        }
    }
}
