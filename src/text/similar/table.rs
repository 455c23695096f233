//! The table of token vectors and its WordPiece tokenizer. Reads the one table that is built into the program, as it lies
//! there; refuses to read any other.
//!
//! Format, little endian: `STAB`, u8 version, u8 bits, u16 dimensions, u32 rows; for each row an f16 scale; for each row
//! its values, two in a byte, low nibble first, value = (nibble − 8) · scale; then the vocabulary, one token a line.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

static BYTES: &[u8] = include_bytes!("similar-256-int4.table");

/// How many dimensions a vector has.
pub(super) const DIMENSIONS: usize = 256;
const ROW_BYTES: usize = DIMENSIONS / 2;
const HEADER: usize = 12;
/// No word of the vocabulary is longer, in bytes; a longer run is not looked up.
const LONGEST: usize = 24;

/// Where each token of the vocabulary has its row.
type Rows = HashMap<&'static str, u32, BuildHasherDefault<Fnv>>;

/// The hash of Fowler, Noll and Vo, FNV-1a: the keys are short and come from the built-in table, so that nobody can choose
/// them to collide, and a word is looked up once for each of its beginnings.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A sum of rows, before it is scaled to length 1.
pub(super) type Sum = [f32; DIMENSIONS];

/// The table, ready to be asked.
pub(super) struct Table {
    scales: &'static [u8],
    rows: &'static [u8],
    whole: Rows,
    inside: Rows,
}

impl Table {
    /// The built-in table; its vocabulary is indexed at the first call.
    pub(super) fn get() -> &'static Self {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(|| Self::parse(BYTES).unwrap_or_else(Self::empty))
    }

    fn empty() -> Self {
        Self { scales: &[], rows: &[], whole: Rows::default(), inside: Rows::default() }
    }

    fn parse(bytes: &'static [u8]) -> Option<Self> {
        let count = u32::from_le_bytes(bytes.get(8..HEADER)?.try_into().ok()?) as usize;
        let expected = [1, 4, (DIMENSIONS & 0xff) as u8, (DIMENSIONS >> 8) as u8];
        if bytes.get(..4)? != b"STAB" || bytes.get(4..8)? != expected {
            return None;
        }
        let scales = bytes.get(HEADER..)?.get(..count * 2)?;
        let rows = bytes.get(HEADER + count * 2..)?.get(..count * ROW_BYTES)?;
        let vocabulary = std::str::from_utf8(bytes.get(HEADER + count * 2 + count * ROW_BYTES..)?).ok()?;
        let room = |tokens| Rows::with_capacity_and_hasher(tokens, BuildHasherDefault::default());
        let mut table = Self { scales, rows, whole: room(count), inside: room(8192) };
        for (row, token) in (0..count as u32).zip(vocabulary.split('\n')) {
            match token.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => table.inside.insert(rest, row),
                _ => table.whole.insert(token, row),
            };
        }
        Some(table)
    }

    /// Adds the rows of a word's pieces to `sum`: the longest piece that the vocabulary holds, again and again. A word
    /// that cannot be pieced together adds nothing, and the answer is `false`. `word` is in lower case without accents.
    pub(super) fn add(&self, word: &str, sum: &mut Sum) -> bool {
        let mut pieces = Vec::with_capacity(4);
        let mut rest = word;
        while !rest.is_empty() {
            let known = if pieces.is_empty() { &self.whole } else { &self.inside };
            let Some((row, after)) = longest(known, rest) else { return false };
            pieces.push(row);
            rest = after;
        }
        pieces.iter().for_each(|row| self.add_row(*row as usize, sum));
        !pieces.is_empty()
    }

    fn add_row(&self, row: usize, sum: &mut Sum) {
        let (Some(scale), Some(values)) =
            (self.scales.get(row * 2..row * 2 + 2), self.rows.get(row * ROW_BYTES..(row + 1) * ROW_BYTES))
        else {
            return;
        };
        let scale = half(u16::from_le_bytes([scale[0], scale[1]]));
        for (pair, byte) in sum.chunks_exact_mut(2).zip(values) {
            pair[0] += (f32::from(byte & 15) - 8.0) * scale;
            pair[1] += (f32::from(byte >> 4) - 8.0) * scale;
        }
    }
}

/// The longest beginning of `text` that is known, and what follows it.
fn longest<'a>(known: &Rows, text: &'a str) -> Option<(u32, &'a str)> {
    (1..=text.len().min(LONGEST)).rev().find_map(|end| {
        let (piece, rest) = text.split_at_checked(end)?;
        known.get(piece).map(|row| (*row, rest))
    })
}

/// A half-precision number of IEEE 754.
fn half(bits: u16) -> f32 {
    let (exponent, fraction) = (i32::from(bits >> 10 & 31), f32::from(bits & 1023));
    let size = match exponent {
        0 => fraction / 1024.0 * 2f32.powi(-14),
        _ => (1.0 + fraction / 1024.0) * 2f32.powi(exponent - 15),
    };
    if bits >> 15 == 1 { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::{DIMENSIONS, Table, half};

    #[test]
    fn the_built_in_table_can_be_read_and_knows_common_words() {
        let table = Table::get();
        let mut sum = [0.0; DIMENSIONS];
        assert!(table.add("police", &mut sum) && table.add("marram", &mut sum));
        assert!(sum.iter().any(|value| *value != 0.0));
        assert!(!table.add("\u{1f6a2}", &mut sum));
    }

    #[test]
    fn half_precision_is_read_as_it_is_meant() {
        for (bits, value) in [(0x3c00, 1.0), (0xc000, -2.0), (0x3555, 0.333_251_95), (0x0001, 5.960_464_5e-8)] {
            assert_eq!(half(bits), value);
        }
    }
}
