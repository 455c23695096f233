//! An article to a brief; two briefs to a comparison. One step a file.

pub mod again;
pub mod attribution;
pub mod check;
pub mod choose;
pub mod claims;
pub mod compare;
pub mod coverage;
pub mod draft;
pub mod evidence;
pub mod figures;
pub mod fit;
pub mod gate;
pub mod identity;
pub mod kind;
pub mod lexicon;
pub mod likeness;
pub mod people;
pub mod pointers;
pub mod polarity;
pub mod rank;
pub mod reading;
pub mod same;
pub mod support;
pub mod trim;
pub mod weights;
pub mod when;
