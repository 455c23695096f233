//! Fitted weights of `alone`, in the order of its cues. Refuses to be edited by hand: `tests/scores/fit_alone.py` prints
//! this file.
//!
//! Data: 2,062 parts of sentences of 138 articles, each judged beside its whole article; those just
//! about let stand count for 0.6. Logistic regression, L2, C = 0.005 on standardised cues, written back to plain
//! ones. AUC on articles not seen: see `tests/scores/README.md`.

use super::cue::CUES;

/// Log odds where no cue is there.
pub(super) const BIAS: f32 = -1.234;

/// What each cue adds to the log odds, each time.
#[rustfmt::skip]
pub(super) const WEIGHTS: [f32; CUES] = [
    0.941, // Rule
    0.566, // Length
    -0.548, // Short
    0.286, // Opens
    -0.268, // Quoted
    -0.048, // MostlyQuoted
    -0.183, // Named
    1.097, // About
    0.263, // BeginsAbout
    0.162, // Names
    0.073, // NoName
    0.033, // BeginsWithName
    -0.247, // ShortForm
    0.097, // NameAbout
    -0.108, // NameOld
    -0.182, // NameOldFirst
    0.086, // NameNew
    -0.043, // OpensThe
    -0.254, // OpensPronoun
    0.016, // OpensWe
    -0.863, // OpensAdverb
    -0.094, // OpensClause
    -0.033, // OpensPreposition
    0.177, // OpensAmount
    -0.053, // He
    -0.125, // HeFirst
    0.072, // They
    -0.524, // TheyEarly
    0.029, // It
    -0.541, // ItEarly
    0.018, // ItQuoted
    -0.773, // BehindComma
    -0.212, // I
    0.047, // IQuoted
    0.008, // We
    -0.187, // WeQuoted
    0.000, // You
    -0.477, // This
    -0.621, // That
    -0.022, // Also
    -0.323, // Other
    -0.215, // Both
    -0.279, // Same
    -0.054, // More
    -0.248, // So
    -0.365, // Joining
    0.244, // Later
    -0.192, // There
    -0.034, // Said
    0.095, // DefiniteName
    0.058, // DefiniteAbout
    0.034, // DefiniteKnown
    -0.241, // DefiniteFirst
    -0.078, // DefiniteExplained
    -0.221, // DefiniteExplainedOld
    -0.327, // BareFirst
    -0.287, // BareFirstOld
    -0.024, // Bare
    -0.226, // BareOld
    -0.210, // BareJustSaid
    -0.123, // BareSingle
    -0.271, // BareShortened
    -0.187, // BareCommon
    -0.173, // BareCommonFirst
];
