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
    0.000, // Figures
    0.000, // Early
    0.000, // OffTitle
] };

/// Those of German: 708 parts of 40 articles.
#[rustfmt::skip]
#[allow(clippy::approx_constant)] // A weight may look like one over pi.
pub(super) const GERMAN: Weights = Weights { bias: -1.206, cues: [
    0.723, // Rule
    0.138, // Length
    -0.283, // Short
    0.263, // Opens
    -0.276, // Quoted
    -0.187, // MostlyQuoted
    -0.072, // Named
    0.551, // About
    0.066, // BeginsAbout
    0.133, // Names
    -0.226, // NoName
    0.217, // BeginsWithName
    0.174, // ShortForm
    0.100, // NameAbout
    0.004, // NameOld
    0.025, // NameOldFirst
    -0.294, // NameShortened
    0.055, // NameNew
    -0.029, // OpensThe
    0.190, // OpensPronoun
    0.313, // OpensWe
    -0.142, // OpensAdverb
    -0.194, // OpensClause
    0.069, // OpensPreposition
    -0.153, // OpensAmount
    -0.122, // He
    -0.309, // HeFirst
    -0.331, // They
    -0.480, // TheyEarly
    -0.228, // It
    -0.088, // ItEarly
    0.000, // ItQuoted
    -0.948, // BehindComma
    0.000, // I
    -0.470, // IQuoted
    0.000, // We
    -0.195, // WeQuoted
    0.330, // You
    -0.451, // This
    -0.127, // That
    -0.157, // Also
    -0.170, // Other
    0.001, // Both
    -0.354, // Same
    -0.009, // More
    -0.198, // So
    -0.290, // Joining
    0.082, // Later
    -0.140, // There
    0.030, // Said
    0.081, // DefiniteName
    0.087, // DefiniteAbout
    -0.201, // DefiniteKnown
    0.009, // DefiniteFirst
    0.051, // DefiniteExplained
    0.075, // DefiniteExplainedOld
    -0.080, // BareFirst
    0.048, // BareFirstOld
    -0.016, // Bare
    -0.102, // BareOld
    0.119, // BareJustSaid
    -0.015, // BareSingle
    -0.071, // BareShortened
    -0.027, // BareCommon
    -0.117, // BareCommonFirst
    0.000, // OpensQuotedPronoun
    0.000, // OpensOther
    0.000, // ThatNoun
    0.211, // Figures
    0.312, // Early
    -0.152, // OffTitle
] };
