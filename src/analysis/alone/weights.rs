//! Fitted weights of `alone`, in the order of its cues. Refuses to be edited by hand: `tests/scores/fit_alone.py` prints
//! this file.
//!
//! Data: parts of sentences, each judged beside its whole article; those just about let stand count for 0.6.
//! Logistic regression, L2, C = 0.005 on standardised cues, written back to plain ones. AUC on articles not seen: see
//! `tests/scores/README.md`.

use super::cue::CUES;

/// What the cues of a language weigh.
pub(super) struct Weights {
    /// Log odds where no cue is there.
    pub(super) bias: f32,
    /// What each cue adds to the log odds, each time.
    pub(super) cues: [f32; CUES],
}

/// Those of English: 3,147 parts of 259 articles.
#[rustfmt::skip]
#[allow(clippy::approx_constant)] // A weight may look like one over pi.
pub(super) const ENGLISH: Weights = Weights { bias: -1.287, cues: [
    0.946, // Rule
    0.659, // Length
    -0.481, // Short
    0.302, // Opens
    -0.298, // Quoted
    0.038, // MostlyQuoted
    -0.147, // Named
    0.900, // About
    0.225, // BeginsAbout
    0.125, // Names
    0.122, // NoName
    -0.048, // BeginsWithName
    -0.159, // ShortForm
    0.071, // NameAbout
    -0.043, // NameOld
    -0.093, // NameOldFirst
    -0.350, // NameShortened
    0.049, // NameNew
    -0.120, // OpensThe
    -0.229, // OpensPronoun
    -0.138, // OpensWe
    -1.056, // OpensAdverb
    -0.083, // OpensClause
    -0.000, // OpensPreposition
    0.046, // OpensAmount
    -0.087, // He
    -0.107, // HeFirst
    0.039, // They
    -0.245, // TheyEarly
    0.074, // It
    -0.507, // ItEarly
    0.007, // ItQuoted
    -0.315, // BehindComma
    -0.320, // I
    0.033, // IQuoted
    -0.100, // We
    -0.130, // WeQuoted
    0.000, // You
    -0.636, // This
    -0.539, // That
    -0.012, // Also
    -0.413, // Other
    -0.274, // Both
    -0.427, // Same
    -0.083, // More
    -0.039, // So
    -0.442, // Joining
    0.250, // Later
    -0.186, // There
    -0.025, // Said
    0.109, // DefiniteName
    0.050, // DefiniteAbout
    -0.086, // DefiniteKnown
    -0.268, // DefiniteFirst
    -0.010, // DefiniteExplained
    -0.142, // DefiniteExplainedOld
    -0.314, // BareFirst
    -0.190, // BareFirstOld
    -0.034, // Bare
    -0.165, // BareOld
    -0.197, // BareJustSaid
    -0.154, // BareSingle
    -0.279, // BareShortened
    -0.059, // BareCommon
    -0.128, // BareCommonFirst
    -0.275, // OpensQuotedPronoun
    -1.929, // OpensOther
    -1.382, // ThatNoun
    0.064, // Figures
    0.317, // Early
    -0.299, // OffTitle
    -0.166, // OpensParticiple
    -0.338, // Had
    -0.388, // Going
    -0.349, // Scene
    -0.161, // DaysLater
    -0.150, // BareIntroduced
] };

/// Those of German: 1,295 parts of 66 articles.
#[rustfmt::skip]
#[allow(clippy::approx_constant)] // A weight may look like one over pi.
pub(super) const GERMAN: Weights = Weights { bias: -2.164, cues: [
    1.533, // Rule
    0.276, // Length
    -0.495, // Short
    0.322, // Opens
    -0.282, // Quoted
    -0.095, // MostlyQuoted
    -0.043, // Named
    0.305, // About
    0.067, // BeginsAbout
    0.162, // Names
    -0.221, // NoName
    0.155, // BeginsWithName
    0.125, // ShortForm
    0.128, // NameAbout
    -0.002, // NameOld
    0.159, // NameOldFirst
    -0.287, // NameShortened
    0.030, // NameNew
    -0.051, // OpensThe
    -0.025, // OpensPronoun
    0.139, // OpensWe
    -0.374, // OpensAdverb
    -0.044, // OpensClause
    0.103, // OpensPreposition
    -0.108, // OpensAmount
    -0.206, // He
    -0.313, // HeFirst
    -0.332, // They
    -0.641, // TheyEarly
    -0.214, // It
    0.089, // ItEarly
    -0.211, // ItQuoted
    -1.182, // BehindComma
    0.000, // I
    -0.152, // IQuoted
    0.000, // We
    -0.108, // WeQuoted
    0.668, // You
    -0.533, // This
    -0.017, // That
    -0.130, // Also
    -0.184, // Other
    0.283, // Both
    -0.355, // Same
    -0.007, // More
    -0.372, // So
    -0.288, // Joining
    0.003, // Later
    -0.286, // There
    0.068, // Said
    0.125, // DefiniteName
    0.168, // DefiniteAbout
    -0.134, // DefiniteKnown
    -0.055, // DefiniteFirst
    0.034, // DefiniteExplained
    0.083, // DefiniteExplainedOld
    -0.053, // BareFirst
    0.142, // BareFirstOld
    -0.014, // Bare
    -0.024, // BareOld
    0.098, // BareJustSaid
    -0.023, // BareSingle
    -0.066, // BareShortened
    -0.116, // BareCommon
    -0.079, // BareCommonFirst
    0.000, // OpensQuotedPronoun
    0.000, // OpensOther
    0.000, // ThatNoun
    0.192, // Figures
    0.283, // Early
    -0.255, // OffTitle
    0.000, // OpensParticiple
    0.000, // Had
    0.000, // Going
    0.000, // Scene
    0.000, // DaysLater
    0.000, // BareIntroduced
] };

/// Those of other languages: 661 parts of 57 articles.
#[rustfmt::skip]
#[allow(clippy::approx_constant)] // A weight may look like one over pi.
pub(super) const OTHER: Weights = Weights { bias: -1.312, cues: [
    0.457, // Rule
    0.153, // Length
    -0.396, // Short
    0.267, // Opens
    -0.136, // Quoted
    -0.040, // MostlyQuoted
    0.208, // Named
    0.842, // About
    0.122, // BeginsAbout
    0.093, // Names
    -0.119, // NoName
    -0.070, // BeginsWithName
    0.036, // ShortForm
    0.064, // NameAbout
    0.016, // NameOld
    -0.126, // NameOldFirst
    -0.057, // NameShortened
    0.060, // NameNew
    0.082, // OpensThe
    -0.523, // OpensPronoun
    0.065, // OpensWe
    -0.183, // OpensAdverb
    -0.362, // OpensClause
    0.040, // OpensPreposition
    -0.082, // OpensAmount
    0.020, // He
    -0.039, // HeFirst
    -0.108, // They
    -0.561, // TheyEarly
    0.000, // It
    0.000, // ItEarly
    0.000, // ItQuoted
    0.000, // BehindComma
    0.000, // I
    0.000, // IQuoted
    0.000, // We
    -0.045, // WeQuoted
    0.048, // You
    0.094, // This
    0.000, // That
    -0.459, // Also
    0.239, // Other
    0.035, // Both
    -0.279, // Same
    0.059, // More
    -0.042, // So
    -0.359, // Joining
    0.107, // Later
    0.306, // There
    0.030, // Said
    0.050, // DefiniteName
    0.062, // DefiniteAbout
    0.167, // DefiniteKnown
    -0.176, // DefiniteFirst
    -0.005, // DefiniteExplained
    -0.018, // DefiniteExplainedOld
    -0.068, // BareFirst
    -0.051, // BareFirstOld
    0.035, // Bare
    0.010, // BareOld
    0.016, // BareJustSaid
    -0.048, // BareSingle
    -0.296, // BareShortened
    0.103, // BareCommon
    -0.353, // BareCommonFirst
    0.000, // OpensQuotedPronoun
    0.000, // OpensOther
    0.000, // ThatNoun
    0.087, // Figures
    0.246, // Early
    -0.136, // OffTitle
    0.000, // OpensParticiple
    0.000, // Had
    0.000, // Going
    0.000, // Scene
    0.000, // DaysLater
    0.000, // BareIntroduced
] };
