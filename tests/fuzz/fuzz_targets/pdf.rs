//! Bytes as a PDF.
#![no_main]

use epitome::ingest::{Hint, Input, pdf};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let hint = Hint::default();
    let input = Input { bytes: &bytes.into(), hint: &hint };
    let _ = pdf::extract(&input);
});
