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

/// Those of English: 2,993 parts of 235 articles.
#[rustfmt::skip]
#[allow(clippy::approx_constant)] // A weight may look like one over pi.
pub(super) const ENGLISH: Weights = Weights { bias: -1.464, cues: [
    0.918, // Rule
    0.726, // Length
    -0.511, // Short
    0.349, // Opens
    -0.294, // Quoted
    0.034, // MostlyQuoted
    -0.106, // Named
    1.445, // About
    0.320, // BeginsAbout
    0.170, // Names
    0.114, // NoName
    -0.036, // BeginsWithName
    -0.161, // ShortForm
    0.096, // NameAbout
    -0.067, // NameOld
    -0.103, // NameOldFirst
    -0.373, // NameShortened
    0.048, // NameNew
    -0.159, // OpensThe
    -0.226, // OpensPronoun
    -0.053, // OpensWe
    -1.036, // OpensAdverb
    -0.105, // OpensClause
    -0.023, // OpensPreposition
    0.100, // OpensAmount
    -0.124, // He
    -0.079, // HeFirst
    0.050, // They
    -0.216, // TheyEarly
    0.081, // It
    -0.529, // ItEarly
    -0.055, // ItQuoted
    -0.288, // BehindComma
    -0.292, // I
    0.047, // IQuoted
    -0.077, // We
    -0.144, // WeQuoted
    0.000, // You
    -0.575, // This
    -0.575, // That
    0.013, // Also
    -0.400, // Other
    -0.182, // Both
    -0.400, // Same
    -0.078, // More
    -0.199, // So
    -0.328, // Joining
    0.228, // Later
    -0.197, // There
    -0.044, // Said
    0.119, // DefiniteName
    0.110, // DefiniteAbout
    -0.088, // DefiniteKnown
    -0.329, // DefiniteFirst
    -0.027, // DefiniteExplained
    -0.210, // DefiniteExplainedOld
    -0.218, // BareFirst
    -0.350, // BareFirstOld
    -0.014, // Bare
    -0.240, // BareOld
    -0.245, // BareJustSaid
    -0.159, // BareSingle
    -0.150, // BareShortened
    -0.056, // BareCommon
    -0.174, // BareCommonFirst
    -0.213, // OpensQuotedPronoun
    -1.949, // OpensOther
    -1.402, // ThatNoun
    0.000, // Figures
    0.000, // Early
    0.000, // OffTitle
] };

/// Those of German: 708 parts of 40 articles.
#[rustfmt::skip]
#[allow(clippy::approx_constant)] // A weight may look like one over pi.
pub(super) const GERMAN: Weights = Weights { bias: -1.192, cues: [
    0.708, // Rule
    0.139, // Length
    -0.285, // Short
    0.263, // Opens
    -0.274, // Quoted
    -0.186, // MostlyQuoted
    -0.108, // Named
    0.554, // About
    0.066, // BeginsAbout
    0.132, // Names
    -0.225, // NoName
    0.215, // BeginsWithName
    0.174, // ShortForm
    0.101, // NameAbout
    0.005, // NameOld
    0.043, // NameOldFirst
    -0.279, // NameShortened
    0.055, // NameNew
    -0.029, // OpensThe
    0.188, // OpensPronoun
    0.317, // OpensWe
    -0.140, // OpensAdverb
    -0.195, // OpensClause
    0.070, // OpensPreposition
    -0.152, // OpensAmount
    -0.122, // He
    -0.309, // HeFirst
    -0.331, // They
    -0.481, // TheyEarly
    -0.228, // It
    -0.088, // ItEarly
    0.000, // ItQuoted
    -0.949, // BehindComma
    0.000, // I
    -0.470, // IQuoted
    0.000, // We
    -0.195, // WeQuoted
    0.329, // You
    -0.452, // This
    -0.127, // That
    -0.158, // Also
    -0.171, // Other
    0.001, // Both
    -0.355, // Same
    -0.007, // More
    -0.198, // So
    -0.289, // Joining
    0.083, // Later
    -0.140, // There
    0.029, // Said
    0.081, // DefiniteName
    0.087, // DefiniteAbout
    -0.201, // DefiniteKnown
    0.008, // DefiniteFirst
    0.051, // DefiniteExplained
    0.075, // DefiniteExplainedOld
    -0.079, // BareFirst
    0.049, // BareFirstOld
    -0.017, // Bare
    -0.102, // BareOld
    0.119, // BareJustSaid
    -0.014, // BareSingle
    -0.072, // BareShortened
    -0.028, // BareCommon
    -0.117, // BareCommonFirst
    0.000, // OpensQuotedPronoun
    0.000, // OpensOther
    0.000, // ThatNoun
    0.210, // Figures
    0.313, // Early
    -0.153, // OffTitle
] };
