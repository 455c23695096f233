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

/// Those of English: 2,660 parts of 187 articles.
#[rustfmt::skip]
#[allow(clippy::approx_constant)] // A weight may look like one over pi.
pub(super) const ENGLISH: Weights = Weights { bias: -1.439, cues: [
    0.957, // Rule
    0.691, // Length
    -0.518, // Short
    0.284, // Opens
    -0.300, // Quoted
    -0.008, // MostlyQuoted
    -0.157, // Named
    1.212, // About
    0.295, // BeginsAbout
    0.199, // Names
    0.122, // NoName
    -0.021, // BeginsWithName
    -0.233, // ShortForm
    0.079, // NameAbout
    -0.063, // NameOld
    -0.106, // NameOldFirst
    -0.355, // NameShortened
    0.084, // NameNew
    -0.103, // OpensThe
    -0.271, // OpensPronoun
    -0.036, // OpensWe
    -1.071, // OpensAdverb
    -0.123, // OpensClause
    -0.076, // OpensPreposition
    0.094, // OpensAmount
    -0.104, // He
    -0.156, // HeFirst
    0.093, // They
    -0.696, // TheyEarly
    0.039, // It
    -0.588, // ItEarly
    -0.008, // ItQuoted
    -0.478, // BehindComma
    -0.306, // I
    0.053, // IQuoted
    -0.070, // We
    -0.171, // WeQuoted
    0.000, // You
    -0.495, // This
    -0.558, // That
    0.013, // Also
    -0.447, // Other
    -0.127, // Both
    -0.361, // Same
    -0.058, // More
    -0.280, // So
    -0.291, // Joining
    0.260, // Later
    -0.229, // There
    -0.046, // Said
    0.145, // DefiniteName
    0.120, // DefiniteAbout
    -0.058, // DefiniteKnown
    -0.364, // DefiniteFirst
    -0.022, // DefiniteExplained
    -0.218, // DefiniteExplainedOld
    -0.215, // BareFirst
    -0.292, // BareFirstOld
    0.019, // Bare
    -0.221, // BareOld
    -0.282, // BareJustSaid
    -0.153, // BareSingle
    -0.179, // BareShortened
    -0.071, // BareCommon
    -0.215, // BareCommonFirst
] };

/// Those of German: 712 parts of 40 articles.
#[rustfmt::skip]
#[allow(clippy::approx_constant)] // A weight may look like one over pi.
pub(super) const GERMAN: Weights = Weights { bias: -1.301, cues: [
    0.785, // Rule
    0.207, // Length
    -0.318, // Short
    0.280, // Opens
    -0.303, // Quoted
    -0.167, // MostlyQuoted
    -0.073, // Named
    0.753, // About
    0.101, // BeginsAbout
    0.159, // Names
    -0.321, // NoName
    0.249, // BeginsWithName
    0.160, // ShortForm
    0.113, // NameAbout
    -0.022, // NameOld
    -0.066, // NameOldFirst
    -0.283, // NameShortened
    0.051, // NameNew
    -0.047, // OpensThe
    0.209, // OpensPronoun
    0.331, // OpensWe
    -0.159, // OpensAdverb
    -0.191, // OpensClause
    0.076, // OpensPreposition
    -0.133, // OpensAmount
    -0.131, // He
    -0.281, // HeFirst
    -0.345, // They
    -0.490, // TheyEarly
    -0.235, // It
    -0.155, // ItEarly
    0.000, // ItQuoted
    -0.906, // BehindComma
    0.000, // I
    -0.513, // IQuoted
    0.000, // We
    -0.206, // WeQuoted
    0.285, // You
    -0.462, // This
    -0.148, // That
    -0.184, // Also
    -0.183, // Other
    -0.001, // Both
    -0.358, // Same
    -0.023, // More
    -0.211, // So
    -0.240, // Joining
    0.084, // Later
    -0.114, // There
    0.034, // Said
    0.042, // DefiniteName
    0.094, // DefiniteAbout
    -0.237, // DefiniteKnown
    -0.014, // DefiniteFirst
    0.067, // DefiniteExplained
    0.102, // DefiniteExplainedOld
    0.001, // BareFirst
    0.016, // BareFirstOld
    -0.029, // Bare
    -0.138, // BareOld
    0.123, // BareJustSaid
    -0.008, // BareSingle
    -0.083, // BareShortened
    -0.002, // BareCommon
    0.449, // BareCommonFirst
] };
