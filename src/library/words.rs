//! What briefs say at length: summaries, and the text that searches go through. The shelf's first screen shows none of
//! it, so it is kept in a file of its own beside the catalogue and read when it is first asked for. Derived like the
//! catalogue: one that is gone or damaged is as good as none, and nothing here writes a file.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use super::disk;
use super::record::checksum;

/// The largest file of words that is read back, in bytes.
const LIMIT: u64 = 1 << 30;

/// Text that is at hand, or is read when it is first asked for.
#[derive(Debug)]
pub(super) struct Words {
    text: OnceLock<Option<String>>,
    /// Where it is kept, and its [`checksum`].
    kept: Option<(PathBuf, u64)>,
}

impl Words {
    /// Text that is at hand.
    pub fn at_hand(text: String) -> Self {
        Self { text: OnceLock::from(Some(text)), kept: None }
    }

    /// Text that is kept in a file and has that checksum.
    pub fn kept(file: PathBuf, sum: u64) -> Self {
        Self { text: OnceLock::new(), kept: Some((file, sum)) }
    }

    /// The text; `None` when its file is gone, or is not the one that is meant.
    pub fn text(&self) -> Option<&str> {
        self.text.get_or_init(|| self.read()).as_deref()
    }

    fn read(&self) -> Option<String> {
        let (file, sum) = self.kept.as_ref()?;
        let (text, _) = disk::read_text(file, LIMIT).ok()?;
        (checksum(&[text.as_bytes()]) == *sum).then_some(text)
    }
}

/// What one brief says, as parts of a text that the cards of a catalogue share.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub words: Arc<Words>,
    /// Where its summary begins.
    pub start: u32,
    /// Where its summary ends, and where what is searched ends, which begins there.
    pub ends: [u32; 2],
}

impl Said {
    /// A summary, and what is searched, as a text of their own.
    pub fn new(summary: &str, searched: &str) -> Self {
        let end = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        let ends = [end(summary.len()), end(summary.len() + searched.len())];
        Self { words: Arc::new(Words::at_hand([summary, searched].concat())), start: 0, ends }
    }

    /// The summary.
    pub fn summary(&self) -> &str {
        self.slice(self.start, self.ends[0])
    }

    /// What is searched.
    pub fn searched(&self) -> &str {
        self.slice(self.ends[0], self.ends[1])
    }

    /// Both.
    pub fn whole(&self) -> &str {
        self.slice(self.start, self.ends[1])
    }

    fn slice(&self, start: u32, end: u32) -> &str {
        self.words.text().and_then(|text| text.get(start as usize..end as usize)).unwrap_or_default()
    }
}
