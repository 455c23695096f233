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
pub(super) const ENGLISH: Weights = Weights { bias: -1.460, cues: [
    0.922, // Rule
    0.723, // Length
    -0.504, // Short
    0.347, // Opens
    -0.299, // Quoted
    0.033, // MostlyQuoted
    -0.123, // Named
    1.358, // About
    0.314, // BeginsAbout
    0.174, // Names
    0.112, // NoName
    -0.033, // BeginsWithName
    -0.161, // ShortForm
    0.103, // NameAbout
    -0.069, // NameOld
    -0.106, // NameOldFirst
    -0.374, // NameShortened
    0.047, // NameNew
    -0.157, // OpensThe
    -0.223, // OpensPronoun
    -0.058, // OpensWe
    -1.042, // OpensAdverb
    -0.104, // OpensClause
    -0.023, // OpensPreposition
    0.098, // OpensAmount
    -0.123, // He
    -0.064, // HeFirst
    0.050, // They
    -0.218, // TheyEarly
    0.082, // It
    -0.532, // ItEarly
    -0.051, // ItQuoted
    -0.306, // BehindComma
    -0.301, // I
    0.045, // IQuoted
    -0.076, // We
    -0.142, // WeQuoted
    0.000, // You
    -0.573, // This
    -0.573, // That
    0.019, // Also
    -0.401, // Other
    -0.180, // Both
    -0.397, // Same
    -0.078, // More
    -0.203, // So
    -0.324, // Joining
    0.229, // Later
    -0.196, // There
    -0.043, // Said
    0.120, // DefiniteName
    0.119, // DefiniteAbout
    -0.091, // DefiniteKnown
    -0.341, // DefiniteFirst
    -0.027, // DefiniteExplained
    -0.210, // DefiniteExplainedOld
    -0.221, // BareFirst
    -0.350, // BareFirstOld
    -0.013, // Bare
    -0.241, // BareOld
    -0.243, // BareJustSaid
    -0.162, // BareSingle
    -0.154, // BareShortened
    -0.061, // BareCommon
    -0.174, // BareCommonFirst
    -0.223, // OpensQuotedPronoun
    -1.948, // OpensOther
    -1.398, // ThatNoun
] };

/// Those of German: 710 parts of 40 articles.
#[rustfmt::skip]
#[allow(clippy::approx_constant)] // A weight may look like one over pi.
pub(super) const GERMAN: Weights = Weights { bias: -1.330, cues: [
    0.809, // Rule
    0.214, // Length
    -0.316, // Short
    0.283, // Opens
    -0.309, // Quoted
    -0.171, // MostlyQuoted
    -0.030, // Named
    0.748, // About
    0.100, // BeginsAbout
    0.161, // Names
    -0.322, // NoName
    0.245, // BeginsWithName
    0.157, // ShortForm
    0.112, // NameAbout
    -0.022, // NameOld
    -0.068, // NameOldFirst
    -0.285, // NameShortened
    0.054, // NameNew
    -0.050, // OpensThe
    0.203, // OpensPronoun
    0.327, // OpensWe
    -0.165, // OpensAdverb
    -0.195, // OpensClause
    0.069, // OpensPreposition
    -0.137, // OpensAmount
    -0.119, // He
    -0.288, // HeFirst
    -0.346, // They
    -0.490, // TheyEarly
    -0.232, // It
    -0.107, // ItEarly
    0.000, // ItQuoted
    -0.910, // BehindComma
    0.000, // I
    -0.513, // IQuoted
    0.000, // We
    -0.206, // WeQuoted
    0.280, // You
    -0.463, // This
    -0.152, // That
    -0.186, // Also
    -0.185, // Other
    -0.004, // Both
    -0.363, // Same
    -0.026, // More
    -0.213, // So
    -0.243, // Joining
    0.080, // Later
    -0.117, // There
    0.029, // Said
    0.039, // DefiniteName
    0.093, // DefiniteAbout
    -0.231, // DefiniteKnown
    -0.017, // DefiniteFirst
    0.067, // DefiniteExplained
    0.104, // DefiniteExplainedOld
    -0.002, // BareFirst
    0.014, // BareFirstOld
    -0.024, // Bare
    -0.140, // BareOld
    0.117, // BareJustSaid
    -0.002, // BareSingle
    -0.080, // BareShortened
    -0.007, // BareCommon
    0.449, // BareCommonFirst
    0.000, // OpensQuotedPronoun
    0.000, // OpensOther
    0.000, // ThatNoun
] };
