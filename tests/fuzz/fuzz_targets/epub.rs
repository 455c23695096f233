//! Bytes as an EPUB.
#![no_main]

use epitome::ingest::{Hint, Input, epub};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let hint = Hint::default();
    let input = Input { bytes: &bytes.into(), hint: &hint };
    let _ = epub::extract(&input);
});
