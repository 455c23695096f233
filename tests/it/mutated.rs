//! Every parser on documents with random faults: a bounded stand-in for the fuzz targets under `tests/fuzz`, which need a
//! nightly compiler. The seed is fixed, so a failure comes again. `EPITOME_MUTATE_SECONDS` and `EPITOME_MUTATE_SEED` make
//! it run longer on each kind of document, and on other faults.

use std::time::{Duration, Instant};

use epitome::ingest::limits::Cause;
use epitome::ingest::{self, Hint, IngestError};

use crate::paper;

/// Time for each kind of document, and the most rounds, where nothing else is asked for.
const TIME: Duration = Duration::from_millis(1000);
const ROUNDS: usize = 600;
const SEED: u64 = 0x5eed_f00d_1234_5678;

/// A number that the environment gives.
fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// A kind of document, one of it, and what is strewn into it.
type Seed<'a> = (&'a str, &'a [u8], &'a [&'a [u8]]);

/// A generator of numbers (Marsaglia's xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % n.max(1)
    }

    /// The document with one to eight faults.
    fn spoil(&mut self, seed: &[u8], words: &[&[u8]]) -> Vec<u8> {
        let mut out = seed.to_vec();
        for _ in 0..=self.below(8) {
            let at = self.below(out.len());
            match self.below(6) {
                0 => out.truncate(at),
                1 => out[at] = self.below(256) as u8,
                2 => {
                    let end = (at + self.below(64)).min(out.len());
                    out.drain(at..end);
                }
                3 => {
                    let end = (at + self.below(200)).min(out.len());
                    let again = out[at..end].repeat(1 + self.below(20));
                    out.splice(at..at, again);
                }
                4 => {
                    let word = words[self.below(words.len())];
                    out.splice(at..at, word.iter().copied());
                }
                _ => out[at] ^= 1 << self.below(8),
            }
            if out.is_empty() {
                return out;
            }
        }
        out
    }
}

#[test]
fn no_fault_in_a_document_is_one_of_the_program() {
    let text = "The ferry struck a sandbank (in fog) with 212 aboard.";
    let page = vec![(60.0, 780.0, 20.0, "Ferry"), (60.0, 700.0, 10.0, text), (60.0, 688.0, 10.0, "1 note - hy-")];
    let pdf = paper::pdf(&[page.clone(), page], "/Title(Ferry)/Author(Ines Maddock)");
    let epub =
        paper::epub("<dc:title>Fog</dc:title><dc:date>2031</dc:date>", &["<h1>Fog</h1><p>Text &amp; <b>more</b></p>"]);
    let markdown =
        b"---\ntitle: \"Fog\"\nauthor: [A B, 'C']\n---\n# Fog\n\n*By Ines Maddock*\n\n3 May 2031\n\n- a\n  - b\n\n\
                     | a | b |\n|---|---|\n| 1 | 2 |\n\n> q [l](http://a) `c`[^1]\n\n[^1]: n\n\n<div>x</div>\n";
    let plain =
        "By Ines Maddock\n\n3 May 2031\n\nThe ferry struck a sand-\nbank “in fog”, with Bö 212 aboard.\n".as_bytes();
    let page =
        b"<html><head><meta charset=utf-8><title>Fog</title></head><body><article><h1>Fog</h1><p>Text.</p></article>";
    let seeds: [Seed<'_>; 5] = [
        (
            "pdf",
            &pdf,
            &[b"<<", b">>", b"[", b" 0 R", b"stream\n", b"endobj", b" 99999999999 ", b"/Kids[2 0 R]", b"BT", b" Tm "],
        ),
        ("epub", &epub, &[b"PK\x01\x02", b"PK\x03\x04", b"\xff\xff\xff\xff", b"\0\0\0\0"]),
        (
            "markdown",
            markdown,
            &[b"\n\n", b"[", b"](", b"**", b"> ", b"    ", b"---\n", b"|", b"`", b"&#x110000;", b"\xc3"],
        ),
        (
            "text",
            plain,
            &[b"\n", b"\r\n\n", b"\xad", b"\xe2\x80\xa8", b"\xff\xfe", b"\0", b"\xf0\x9f", b"By ", b" 31 12 9999"],
        ),
        ("page", page, &[b"<", b"</", b"<table>", b"<p ", b"&", b"\"", b"<script>", b"<!--", b"<svg>", b"\xc0"]),
    ];
    let asked_time = asked("EPITOME_MUTATE_SECONDS").map(Duration::from_secs);
    let rounds = asked_time.map_or(ROUNDS, |_| usize::MAX);
    // Seeds that differ little must not begin alike: the multiplier spreads them over all bits.
    let mut dice = Dice(asked("EPITOME_MUTATE_SEED").map_or(SEED, |s| (s + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)));
    for (name, seed, words) in seeds {
        let began = Instant::now();
        for round in 0..rounds {
            if began.elapsed() > asked_time.unwrap_or(TIME) {
                break;
            }
            let spoilt = dice.spoil(seed, words);
            if let Err(IngestError::Overrun(overrun)) = ingest::extract(spoilt.as_slice(), &Hint::default()) {
                assert_ne!(
                    overrun.cause,
                    Cause::Fault,
                    "{name}, round {round}: {:?}",
                    String::from_utf8_lossy(&spoilt)
                );
            }
        }
    }
}
