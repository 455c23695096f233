//! Fitted weights of `alone`, in the order of its cues. Refuses to be edited by hand: `tests/scores/fit_alone.py` prints
//! this file.
//!
//! Data: 2,066 parts of sentences of 138 articles, each judged beside its whole article; those just
//! about let stand count for 0.6. Logistic regression, L2, C = 0.005 on standardised cues, written back to plain
//! ones. AUC on articles not seen: see `tests/scores/README.md`.

use super::cue::CUES;

/// Log odds where no cue is there.
pub(super) const BIAS: f32 = -1.238;

/// What each cue adds to the log odds, each time.
#[rustfmt::skip]
pub(super) const WEIGHTS: [f32; CUES] = [
    0.932, // Rule
    0.575, // Length
    -0.555, // Short
    0.292, // Opens
    -0.265, // Quoted
    -0.060, // MostlyQuoted
    -0.166, // Named
    1.100, // About
    0.262, // BeginsAbout
    0.162, // Names
    0.065, // NoName
    0.031, // BeginsWithName
    -0.248, // ShortForm
    0.103, // NameAbout
    -0.111, // NameOld
    -0.178, // NameOldFirst
    0.086, // NameNew
    -0.049, // OpensThe
    -0.258, // OpensPronoun
    0.005, // OpensWe
    -0.863, // OpensAdverb
    -0.092, // OpensClause
    -0.032, // OpensPreposition
    0.153, // OpensAmount
    -0.054, // He
    -0.122, // HeFirst
    0.052, // They
    -0.510, // TheyEarly
    0.030, // It
    -0.536, // ItEarly
    0.010, // ItQuoted
    -0.767, // BehindComma
    -0.212, // I
    0.030, // IQuoted
    0.009, // We
    -0.181, // WeQuoted
    0.000, // You
    -0.477, // This
    -0.615, // That
    -0.104, // Also
    -0.330, // Other
    -0.214, // Both
    -0.276, // Same
    -0.050, // More
    -0.241, // So
    -0.380, // Joining
    0.254, // Later
    -0.190, // There
    -0.027, // Said
    0.094, // DefiniteName
    0.060, // DefiniteAbout
    0.064, // DefiniteKnown
    -0.240, // DefiniteFirst
    -0.079, // DefiniteExplained
    -0.232, // DefiniteExplainedOld
    -0.333, // BareFirst
    -0.255, // BareFirstOld
    -0.026, // Bare
    -0.228, // BareOld
    -0.203, // BareJustSaid
    -0.117, // BareSingle
    -0.261, // BareShortened
    -0.197, // BareCommon
    -0.176, // BareCommonFirst
];
