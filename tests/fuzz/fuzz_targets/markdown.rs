//! Bytes as Markdown, its front matter too.
#![no_main]

use epitome::ingest::{Hint, Input, markdown};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let hint = Hint::default();
    let input = Input { bytes: &bytes.into(), hint: &hint };
    let _ = (markdown::is(&input), markdown::extract(&input));
});
