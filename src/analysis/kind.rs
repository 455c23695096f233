//! What kind of assertion a claim is, by its surface: its words, figures and quotation marks. English cues first, a few
//! of other languages. Refuses to weigh what is meant: without a cue it is a fact.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::analysis::lexicon::Phrases;
use crate::analysis::rank::quoted_share;
use crate::brief::ClaimKind;
use crate::text::segment;
use crate::text::stem::lower;

/// Cues, in lower case; one of several words stands between spaces.
struct Cues {
    kind: ClaimKind,
    words: &'static [&'static str],
    phrases: &'static [&'static str],
}

/// In the order in which they are tried.
const CUES: &[Cues] = &[
    // What looks like a recommendation and is none.
    Cues {
        kind: ClaimKind::Forecast,
        words: &[],
        phrases: &[
            "should be able",
            "should be available",
            "should be ready",
            "should begin",
            "should arrive",
            "should come",
        ],
    },
    Cues { kind: ClaimKind::Judgement, words: &[], phrases: &["should have", "must have"] },
    Cues {
        kind: ClaimKind::Recommendation,
        words: &[
            "should",
            "must",
            "ought",
            "recommend",
            "recommends",
            "recommended",
            "urge",
            "urges",
            "urged",
            "sollte",
            "sollten",
            "doit",
            "doivent",
            "debe",
            "deben",
        ],
        phrases: &["needs to", "need to", "calls for", "called for", "calling for", "call on", "called on"],
    },
    Cues {
        kind: ClaimKind::Forecast,
        words: &[
            "will",
            "won't",
            "forecast",
            "forecasts",
            "predict",
            "predicts",
            "predicted",
            "wird",
            "werden",
            "sera",
        ],
        phrases: &[
            "is expected",
            "are expected",
            "expected to",
            "is likely",
            "are likely",
            "likely to",
            "is set to",
            "are set to",
            "plans to",
            "plan to",
            "planning to",
            "is scheduled",
            "are scheduled",
            "scheduled to",
            "due to begin",
            "is going to",
            "are going to",
            "about to",
            "aims to",
            "intends to",
            "hopes to",
        ],
    },
    Cues {
        kind: ClaimKind::Judgement,
        words: &[
            "seems",
            "seem",
            "apparently",
            "arguably",
            "clearly",
            "obviously",
            "perhaps",
            "probably",
            "worst",
            "terrible",
            "crucial",
            "vital",
            "disaster",
            "disastrous",
            "success",
            "successful",
            "important",
            "unfair",
            "wrong",
            "ineffective",
            "effective",
            "humiliating",
            "believe",
            "believes",
            "think",
            "thinks",
            "feel",
            "feels",
            "argue",
            "argues",
            "unlikely",
            "impossible",
            "difficult",
            "dangerous",
            "remarkable",
            "impressive",
            "inevitable",
            "weak",
            "brilliant",
            "flawed",
            "could",
            "might",
            "unfortunately",
            "surely",
            "undermine",
            "undermined",
            "undermines",
            "merely",
            "lack",
            "lacks",
            "lacked",
        ],
        phrases: &[
            "one of the most",
            "appears to",
            "appear to",
            "it appears",
            "the best way",
            "no right",
            "too much",
            "too many",
            "not enough",
            "in my view",
            "there is no doubt",
        ],
    },
];

/// The words and phrases of [`CUES`], each with the place of its kind there.
static CUED: LazyLock<Phrases<usize>> = LazyLock::new(|| {
    let of = |(at, cues): (usize, &'static Cues)| cues.words.iter().chain(cues.phrases).map(move |cue| (*cue, at));
    Phrases::of(CUES.iter().enumerate().flat_map(of))
});

/// The kind of a claim.
pub fn kind_of(claim: &str) -> ClaimKind {
    if quoted_share(claim) > 0.5 {
        return ClaimKind::Quotation;
    }
    let lower: Vec<Cow<'_, str>> = segment::words(claim).map(|(_, word)| lower(word)).collect();
    let words: Vec<&str> = lower.iter().map(|word| &**word).collect();
    let first = CUED.among(&words).min().and_then(|at| CUES.get(at)).map(|cues| cues.kind);
    match first {
        Some(kind @ (ClaimKind::Recommendation | ClaimKind::Forecast)) => kind,
        _ if states_figure(claim, &words) => ClaimKind::Figure,
        other => other.unwrap_or_default(),
    }
}

/// Units and scales by which a number is an amount, in lower case.
const SCALES: &[&str] = &[
    "percent",
    "million",
    "billion",
    "trillion",
    "thousand",
    "hundred",
    "hundreds",
    "thousands",
    "millions",
    "dozens",
    "prozent",
    "pourcent",
    "millionen",
    "millions",
];

/// Whether a claim states an amount: a number that is neither a year nor the day of a month nor part of a name.
fn states_figure(claim: &str, words: &[&str]) -> bool {
    if claim.contains(['%', '$', '€', '£', '¥']) || words.iter().any(|word| SCALES.contains(word)) {
        return true;
    }
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|i| words.get(i)).copied().unwrap_or("");
        let after = words.get(at + 1).copied().unwrap_or("");
        let digits = word.starts_with(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
        let year = word.len() == 4 && digits && (word.starts_with("19") || word.starts_with("20"));
        digits && !year && !is_month(before) && !is_month(after)
    })
}

fn is_month(word: &str) -> bool {
    const MONTHS: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "no",
        "chapter",
        "article",
        "of",
    ];
    MONTHS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::kind_of;

    #[test]
    fn the_surface_tells_the_kind() {
        for (claim, kind) in [
            ("The ferry ran aground in the fog.", "fact"),
            ("The ferry ran aground on 3 May 2031.", "fact"),
            ("The ferry ran aground on May 3.", "fact"),
            ("The ferry carried 212 passengers.", "figure"),
            ("A third of it, or 33 percent, was lost.", "figure"),
            ("The inquiry will begin in June.", "forecast"),
            ("The ferry is expected to sail again.", "forecast"),
            ("The owners should pay for the inquiry.", "recommendation"),
            ("The new ferry should be able to sail in June.", "forecast"),
            ("The owners should have paid for the inquiry.", "judgement"),
            ("The best light on the coast is the one in Kerrick.", "fact"),
            ("The rescue was a success.", "judgement"),
            ("\"It was a dark night and nobody saw the light,\" Hale said.", "quotation"),
            ("", "fact"),
        ] {
            assert_eq!(kind_of(claim).name(), kind, "{claim}");
        }
    }
}
