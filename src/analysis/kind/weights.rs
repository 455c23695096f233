//! Fitted weights of `leaning` and `point`, in the order of their measures. Refuses to be edited by hand:
//! `tests/scores/fit_kind.py` prints this file.
//!
//! Method: logistic regression (L2), judgement against fact where cues say nothing else, figure against the rest where an
//! amount is stated. Data: claims whose kinds were given by reading, one by one.

use super::leaning::{MEASURES, Weights, german};
use super::point;

/// Judgement against fact, English: 1,522 claims of 249 articles.
#[rustfmt::skip]
pub(super) const ENGLISH: Weights<MEASURES> = Weights { bias: -1.96, of: [2.79, 1.16, 1.42, 0.85, 1.40, 0.46, 0.94, -0.20, -0.25, -0.71, -0.88, 1.30, -0.53] };

/// Judgement against fact, German: 573 claims of 66 articles.
#[rustfmt::skip]
pub(super) const GERMAN: Weights<{ german::MEASURES }> = Weights { bias: -1.37, of: [0.97, 0.79, 0.55, 0.45, 0.25, 0.79, 0.60, 0.61, 0.52, 0.34, 1.21, 0.57, -0.81, 0.50, -0.03, -0.36, -0.34, 0.72, 0.57] };

/// Figure against the rest, any language: 366 claims of 186 articles.
#[rustfmt::skip]
pub(super) const POINT: Weights<{ point::MEASURES }> = Weights { bias: -1.83, of: [1.96, 0.80, 1.24, -0.81, 0.25, -0.39, -0.32, 0.47, 0.32, -0.52, 0.39, 0.53, 0.55, -1.39] };
