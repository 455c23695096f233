//! An article to a brief; two briefs to a comparison. One step a file.

pub mod choose;
pub mod claims;
pub mod draft;
pub mod evidence;
pub mod likeness;
pub mod rank;
pub mod reading;
pub mod weights;
pub mod when;
