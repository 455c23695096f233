//! Numbers, texts and stamps as bytes, put down and read back: what the derived files of a library are made of. Refuses to know
//! what they stand for.

use super::disk::Stamp;

pub(super) fn put<const N: usize>(out: &mut Vec<u8>, bytes: [u8; N]) {
    out.extend_from_slice(&bytes);
}

pub(super) fn put_text(out: &mut Vec<u8>, text: &str) -> Option<()> {
    put(out, u32::try_from(text.len()).ok()?.to_le_bytes());
    out.extend_from_slice(text.as_bytes());
    Some(())
}

pub(super) fn put_stamp(out: &mut Vec<u8>, stamp: Stamp) {
    put(out, stamp.size.to_le_bytes());
    put(out, stamp.modified.to_le_bytes());
    put(out, stamp.changed.to_le_bytes());
    put(out, stamp.inode.to_le_bytes());
}

/// What is left to read. Every step is `None` at the end.
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        self.take::<1>().map(|[b]| b)
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    pub(super) fn u64(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    pub(super) fn i64(&mut self) -> Option<i64> {
        self.take().map(i64::from_le_bytes)
    }

    /// So many numbers.
    pub(super) fn u32s(&mut self, count: usize) -> Option<Vec<u32>> {
        let (bytes, rest) = self.0.split_at_checked(count.checked_mul(4)?)?;
        self.0 = rest;
        Some(bytes.as_chunks::<4>().0.iter().map(|word| u32::from_le_bytes(*word)).collect())
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        let len = self.u32()? as usize;
        let (text, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }

    pub(super) fn stamp(&mut self) -> Option<Stamp> {
        Some(Stamp { size: self.u64()?, modified: self.i64()?, changed: self.i64()?, inode: self.u64()? })
    }
}

/// A sum over bytes that a torn or damaged file does not keep; not made to withstand anyone who means harm, who could as
/// well write the file anew. Four lanes, so that the processor need not wait for one multiplication after another.
pub(super) fn checksum(parts: &[&[u8]]) -> u64 {
    const PRIME: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |sum: u64, word: u64| (sum ^ word).wrapping_mul(PRIME).rotate_left(29);
    parts.iter().fold(0, |sum, bytes| {
        let mut lanes = [sum, 2, 3, bytes.len() as u64];
        let (blocks, rest) = bytes.as_chunks::<32>();
        for block in blocks {
            let (words, _) = block.as_chunks::<8>();
            for (lane, word) in lanes.iter_mut().zip(words) {
                *lane = mix(*lane, u64::from_le_bytes(*word));
            }
        }
        let tail = rest.iter().fold(1, |sum, byte| mix(sum, u64::from(*byte)));
        lanes.into_iter().fold(tail, mix)
    })
}
