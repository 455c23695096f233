//! How likely a passage supports a claim, reckoned from the measures with the fitted weights. Refuses to measure.
//!
//! Method: networks of one hidden layer (rectified) on standardised measures, their log odds averaged; written as one network
//! here. No measure of what is found lowers the likelihood, none of what is missing raises it: the fit holds them to that.

use super::measures::MEASURES;
use super::weights::{BIAS, DEVIATIONS, MEANS, UNITS};

/// No measure counts for more than so many standard deviations.
const FARTHEST: f32 = 4.0;

/// A unit of the hidden layer: the weights of the measures, its bias, and what it adds to the log odds.
pub(super) type Unit = ([f32; MEASURES], f32, f32);

/// How likely a passage with these measures supports its claim, 0 to 1.
pub(super) fn likelihood(measures: &[f32; MEASURES]) -> f32 {
    let mut standard = [0f32; MEASURES];
    for (at, value) in standard.iter_mut().enumerate() {
        *value = ((measures[at] - MEANS[at]) / DEVIATIONS[at]).clamp(-FARTHEST, FARTHEST);
    }
    let log_odds = UNITS.iter().fold(BIAS, |sum, (weights, bias, out)| {
        let input: f32 = weights.iter().zip(&standard).map(|(weight, value)| weight * value).sum();
        sum + out * (input + bias).max(0.0)
    });
    1.0 / (1.0 + (-log_odds).exp())
}
