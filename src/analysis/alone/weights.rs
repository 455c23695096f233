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

/// Those of English: 2,965 parts of 235 articles.
#[rustfmt::skip]
#[allow(clippy::approx_constant)] // A weight may look like one over pi.
pub(super) const ENGLISH: Weights = Weights { bias: -1.462, cues: [
    0.940, // Rule
    0.716, // Length
    -0.497, // Short
    0.353, // Opens
    -0.287, // Quoted
    0.043, // MostlyQuoted
    -0.159, // Named
    1.455, // About
    0.302, // BeginsAbout
    0.163, // Names
    0.129, // NoName
    -0.035, // BeginsWithName
    -0.153, // ShortForm
    0.113, // NameAbout
    -0.066, // NameOld
    -0.096, // NameOldFirst
    -0.336, // NameShortened
    0.042, // NameNew
    -0.153, // OpensThe
    -0.214, // OpensPronoun
    -0.062, // OpensWe
    -1.029, // OpensAdverb
    -0.108, // OpensClause
    -0.012, // OpensPreposition
    0.106, // OpensAmount
    -0.120, // He
    -0.080, // HeFirst
    0.043, // They
    -0.144, // TheyEarly
    0.085, // It
    -0.576, // ItEarly
    -0.032, // ItQuoted
    -0.202, // BehindComma
    -0.290, // I
    0.055, // IQuoted
    -0.064, // We
    -0.147, // WeQuoted
    0.000, // You
    -0.565, // This
    -0.573, // That
    0.012, // Also
    -0.402, // Other
    -0.180, // Both
    -0.429, // Same
    -0.082, // More
    -0.189, // So
    -0.382, // Joining
    0.221, // Later
    -0.200, // There
    -0.051, // Said
    0.117, // DefiniteName
    0.104, // DefiniteAbout
    -0.093, // DefiniteKnown
    -0.336, // DefiniteFirst
    -0.027, // DefiniteExplained
    -0.206, // DefiniteExplainedOld
    -0.248, // BareFirst
    -0.317, // BareFirstOld
    -0.011, // Bare
    -0.239, // BareOld
    -0.234, // BareJustSaid
    -0.175, // BareSingle
    -0.177, // BareShortened
    -0.075, // BareCommon
    -0.160, // BareCommonFirst
    -0.233, // OpensQuotedPronoun
    -1.947, // OpensOther
    -1.399, // ThatNoun
    0.000, // Figures
    0.000, // Early
    0.000, // OffTitle
] };

/// Those of German: 1,295 parts of 66 articles.
#[rustfmt::skip]
#[allow(clippy::approx_constant)] // A weight may look like one over pi.
pub(super) const GERMAN: Weights = Weights { bias: -2.158, cues: [
    1.527, // Rule
    0.275, // Length
    -0.495, // Short
    0.321, // Opens
    -0.285, // Quoted
    -0.097, // MostlyQuoted
    -0.024, // Named
    0.306, // About
    0.068, // BeginsAbout
    0.162, // Names
    -0.220, // NoName
    0.154, // BeginsWithName
    0.125, // ShortForm
    0.128, // NameAbout
    -0.001, // NameOld
    0.159, // NameOldFirst
    -0.287, // NameShortened
    0.031, // NameNew
    -0.051, // OpensThe
    -0.024, // OpensPronoun
    0.140, // OpensWe
    -0.375, // OpensAdverb
    -0.044, // OpensClause
    0.103, // OpensPreposition
    -0.108, // OpensAmount
    -0.206, // He
    -0.315, // HeFirst
    -0.332, // They
    -0.640, // TheyEarly
    -0.214, // It
    0.088, // ItEarly
    -0.210, // ItQuoted
    -1.181, // BehindComma
    0.000, // I
    -0.150, // IQuoted
    0.000, // We
    -0.107, // WeQuoted
    0.669, // You
    -0.532, // This
    -0.016, // That
    -0.130, // Also
    -0.184, // Other
    0.283, // Both
    -0.354, // Same
    -0.007, // More
    -0.371, // So
    -0.289, // Joining
    0.003, // Later
    -0.285, // There
    0.067, // Said
    0.126, // DefiniteName
    0.168, // DefiniteAbout
    -0.134, // DefiniteKnown
    -0.055, // DefiniteFirst
    0.034, // DefiniteExplained
    0.083, // DefiniteExplainedOld
    -0.052, // BareFirst
    0.141, // BareFirstOld
    -0.014, // Bare
    -0.024, // BareOld
    0.098, // BareJustSaid
    -0.024, // BareSingle
    -0.066, // BareShortened
    -0.116, // BareCommon
    -0.080, // BareCommonFirst
    0.000, // OpensQuotedPronoun
    0.000, // OpensOther
    0.000, // ThatNoun
    0.192, // Figures
    0.284, // Early
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
