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

/// Those of English: 2,667 parts of 187 articles.
#[rustfmt::skip]
pub(super) const ENGLISH: Weights = Weights { bias: -1.470, cues: [
    0.976, // Rule
    0.698, // Length
    -0.525, // Short
    0.287, // Opens
    -0.297, // Quoted
    -0.006, // MostlyQuoted
    -0.154, // Named
    1.204, // About
    0.296, // BeginsAbout
    0.198, // Names
    0.121, // NoName
    -0.016, // BeginsWithName
    -0.232, // ShortForm
    0.080, // NameAbout
    -0.062, // NameOld
    -0.103, // NameOldFirst
    -0.360, // NameShortened
    0.085, // NameNew
    -0.096, // OpensThe
    -0.266, // OpensPronoun
    -0.031, // OpensWe
    -1.069, // OpensAdverb
    -0.120, // OpensClause
    -0.075, // OpensPreposition
    0.100, // OpensAmount
    -0.103, // He
    -0.154, // HeFirst
    0.096, // They
    -0.696, // TheyEarly
    0.040, // It
    -0.587, // ItEarly
    -0.008, // ItQuoted
    -0.475, // BehindComma
    -0.301, // I
    0.055, // IQuoted
    -0.065, // We
    -0.170, // WeQuoted
    0.000, // You
    -0.487, // This
    -0.554, // That
    0.015, // Also
    -0.455, // Other
    -0.126, // Both
    -0.356, // Same
    -0.057, // More
    -0.278, // So
    -0.290, // Joining
    0.263, // Later
    -0.225, // There
    -0.047, // Said
    0.143, // DefiniteName
    0.118, // DefiniteAbout
    -0.056, // DefiniteKnown
    -0.363, // DefiniteFirst
    -0.025, // DefiniteExplained
    -0.222, // DefiniteExplainedOld
    -0.212, // BareFirst
    -0.291, // BareFirstOld
    0.020, // Bare
    -0.229, // BareOld
    -0.282, // BareJustSaid
    -0.156, // BareSingle
    -0.178, // BareShortened
    -0.065, // BareCommon
    -0.214, // BareCommonFirst
] };

/// Those of German: 760 parts of 40 articles.
#[rustfmt::skip]
pub(super) const GERMAN: Weights = Weights { bias: -0.756, cues: [
    0.000, // Rule
    0.237, // Length
    -0.283, // Short
    0.299, // Opens
    -0.483, // Quoted
    -0.375, // MostlyQuoted
    0.505, // Named
    0.579, // About
    0.132, // BeginsAbout
    0.182, // Names
    -0.317, // NoName
    0.221, // BeginsWithName
    0.198, // ShortForm
    0.120, // NameAbout
    -0.024, // NameOld
    -0.074, // NameOldFirst
    -0.317, // NameShortened
    0.072, // NameNew
    0.035, // OpensThe
    0.316, // OpensPronoun
    0.213, // OpensWe
    -0.521, // OpensAdverb
    -0.088, // OpensClause
    0.070, // OpensPreposition
    -0.025, // OpensAmount
    -0.114, // He
    -0.209, // HeFirst
    -0.297, // They
    -0.486, // TheyEarly
    -0.223, // It
    -0.149, // ItEarly
    0.000, // ItQuoted
    -0.872, // BehindComma
    0.000, // I
    -0.375, // IQuoted
    0.000, // We
    -0.074, // WeQuoted
    -0.039, // You
    -0.450, // This
    -0.094, // That
    -0.169, // Also
    -0.095, // Other
    0.009, // Both
    -0.436, // Same
    -0.078, // More
    -0.126, // So
    -0.260, // Joining
    0.026, // Later
    -0.172, // There
    -0.044, // Said
    0.057, // DefiniteName
    0.124, // DefiniteAbout
    -0.215, // DefiniteKnown
    -0.020, // DefiniteFirst
    0.076, // DefiniteExplained
    0.064, // DefiniteExplainedOld
    -0.000, // BareFirst
    -0.030, // BareFirstOld
    -0.000, // Bare
    -0.094, // BareOld
    0.123, // BareJustSaid
    -0.009, // BareSingle
    -0.074, // BareShortened
    -0.025, // BareCommon
    0.487, // BareCommonFirst
] };
