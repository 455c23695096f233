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

/// Those of English: 2,962 parts of 235 articles.
#[rustfmt::skip]
#[allow(clippy::approx_constant)] // A weight may look like one over pi.
pub(super) const ENGLISH: Weights = Weights { bias: -1.449, cues: [
    0.932, // Rule
    0.713, // Length
    -0.500, // Short
    0.351, // Opens
    -0.286, // Quoted
    0.041, // MostlyQuoted
    -0.161, // Named
    1.451, // About
    0.306, // BeginsAbout
    0.167, // Names
    0.127, // NoName
    -0.036, // BeginsWithName
    -0.156, // ShortForm
    0.109, // NameAbout
    -0.067, // NameOld
    -0.096, // NameOldFirst
    -0.337, // NameShortened
    0.043, // NameNew
    -0.147, // OpensThe
    -0.214, // OpensPronoun
    -0.063, // OpensWe
    -1.028, // OpensAdverb
    -0.106, // OpensClause
    -0.006, // OpensPreposition
    0.106, // OpensAmount
    -0.117, // He
    -0.083, // HeFirst
    0.042, // They
    -0.147, // TheyEarly
    0.084, // It
    -0.576, // ItEarly
    -0.032, // ItQuoted
    -0.200, // BehindComma
    -0.288, // I
    0.055, // IQuoted
    -0.067, // We
    -0.148, // WeQuoted
    0.000, // You
    -0.577, // This
    -0.576, // That
    0.011, // Also
    -0.403, // Other
    -0.182, // Both
    -0.431, // Same
    -0.083, // More
    -0.190, // So
    -0.381, // Joining
    0.220, // Later
    -0.202, // There
    -0.053, // Said
    0.117, // DefiniteName
    0.102, // DefiniteAbout
    -0.095, // DefiniteKnown
    -0.338, // DefiniteFirst
    -0.024, // DefiniteExplained
    -0.210, // DefiniteExplainedOld
    -0.240, // BareFirst
    -0.325, // BareFirstOld
    -0.011, // Bare
    -0.238, // BareOld
    -0.236, // BareJustSaid
    -0.177, // BareSingle
    -0.179, // BareShortened
    -0.075, // BareCommon
    -0.169, // BareCommonFirst
    -0.235, // OpensQuotedPronoun
    -1.947, // OpensOther
    -1.401, // ThatNoun
    0.000, // Figures
    0.000, // Early
    0.000, // OffTitle
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
] };
