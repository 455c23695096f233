//! Fitted weights of `alone`, in the order of its cues. Refuses to be edited by hand: `tests/scores/fit_alone.py` prints
//! this file.
//!
//! Data: 2,062 parts of sentences of 138 articles, each judged beside its whole article; those just
//! about let stand count for 0.6. Logistic regression, L2, C = 0.005 on standardised cues, written back to plain
//! ones. AUC on articles not seen: see `tests/scores/README.md`.

use super::cue::CUES;

/// Log odds where no cue is there.
pub(super) const BIAS: f32 = -1.235;

/// What each cue adds to the log odds, each time.
#[rustfmt::skip]
pub(super) const WEIGHTS: [f32; CUES] = [
    0.945, // Rule
    0.566, // Length
    -0.535, // Short
    0.286, // Opens
    -0.268, // Quoted
    -0.047, // MostlyQuoted
    -0.184, // Named
    1.094, // About
    0.262, // BeginsAbout
    0.162, // Names
    0.072, // NoName
    0.033, // BeginsWithName
    -0.247, // ShortForm
    0.097, // NameAbout
    -0.109, // NameOld
    -0.181, // NameOldFirst
    0.086, // NameNew
    -0.043, // OpensThe
    -0.254, // OpensPronoun
    0.017, // OpensWe
    -0.863, // OpensAdverb
    -0.093, // OpensClause
    -0.033, // OpensPreposition
    0.177, // OpensAmount
    -0.052, // He
    -0.126, // HeFirst
    0.072, // They
    -0.525, // TheyEarly
    0.027, // It
    -0.540, // ItEarly
    0.019, // ItQuoted
    -0.773, // BehindComma
    -0.214, // I
    0.048, // IQuoted
    0.009, // We
    -0.187, // WeQuoted
    0.000, // You
    -0.482, // This
    -0.620, // That
    -0.021, // Also
    -0.322, // Other
    -0.214, // Both
    -0.279, // Same
    -0.053, // More
    -0.247, // So
    -0.363, // Joining
    0.245, // Later
    -0.204, // There
    -0.035, // Said
    0.096, // DefiniteName
    0.058, // DefiniteAbout
    0.034, // DefiniteKnown
    -0.241, // DefiniteFirst
    -0.079, // DefiniteExplained
    -0.220, // DefiniteExplainedOld
    -0.327, // BareFirst
    -0.288, // BareFirstOld
    -0.024, // Bare
    -0.226, // BareOld
    -0.210, // BareJustSaid
    -0.123, // BareSingle
    -0.271, // BareShortened
    -0.187, // BareCommon
    -0.173, // BareCommonFirst
];
