//! Bytes of whatever they are, through the one way in.
#![no_main]

use epitome::ingest::{self, Hint, IngestError, limits::Cause};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Err(IngestError::Overrun(overrun)) = ingest::extract(bytes, &Hint::default()) {
        assert_ne!(overrun.cause, Cause::Fault);
    }
});
