//! An article to a brief; two briefs to a comparison. One step a file.
