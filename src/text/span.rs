//! Positions in text. An offset is a count of UTF-8 bytes from the start of one text; which text is said by whoever
//! hands the offset out. Refuses to slice off a character boundary: every slice is an `Option`.

/// A position in a text: UTF-8 bytes from its start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Offset(usize);

impl Offset {
    /// The offset `bytes` UTF-8 bytes from the start.
    pub const fn new(bytes: usize) -> Self {
        Self(bytes)
    }

    /// Bytes from the start of the text.
    pub const fn bytes(self) -> usize {
        self.0
    }

    /// This offset, `bytes` further on.
    pub const fn plus(self, bytes: usize) -> Self {
        Self(self.0 + bytes)
    }

    /// This offset, `bytes` nearer to the start; never before it.
    pub const fn minus(self, bytes: usize) -> Self {
        Self(self.0.saturating_sub(bytes))
    }
}

impl From<usize> for Offset {
    fn from(bytes: usize) -> Self {
        Self(bytes)
    }
}

/// A half-open range of a text, `start..end`, with `start <= end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: Offset,
    end: Offset,
}

impl Span {
    /// The span between two offsets, in whichever order they are given.
    pub fn new(a: impl Into<Offset>, b: impl Into<Offset>) -> Self {
        let (a, b) = (a.into(), b.into());
        Self { start: a.min(b), end: a.max(b) }
    }

    /// The whole of a text.
    pub fn whole(text: &str) -> Self {
        Self::new(0, text.len())
    }

    /// Where it begins.
    pub const fn start(self) -> Offset {
        self.start
    }

    /// Where it ends: the first offset that is not in it.
    pub const fn end(self) -> Offset {
        self.end
    }

    /// Length in UTF-8 bytes.
    pub const fn len(self) -> usize {
        self.end.0 - self.start.0
    }

    /// Whether it holds nothing.
    pub const fn is_empty(self) -> bool {
        self.end.0 == self.start.0
    }

    /// Whether the byte at `at` is in it.
    pub fn contains(self, at: Offset) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether every byte of `other` is in it.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// What the two share, if they share a byte.
    pub fn meet(self, other: Span) -> Option<Span> {
        self.overlaps(other).then(|| Span { start: self.start.max(other.start), end: self.end.min(other.end) })
    }

    /// The smallest span that covers both.
    pub fn hull(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span in a text in which this one's text begins at `base`.
    pub fn within(self, base: Offset) -> Span {
        Span { start: self.start.plus(base.0), end: self.end.plus(base.0) }
    }

    /// The same span seen from `base`, which must not lie behind its start.
    pub fn from(self, base: Offset) -> Option<Span> {
        (base <= self.start).then(|| Span { start: self.start.minus(base.0), end: self.end.minus(base.0) })
    }

    /// The text it marks; `None` when it reaches past the end or cuts a character.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.start.0..self.end.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Offset, Span};

    #[test]
    fn a_span_that_cuts_a_character_or_ends_behind_the_text_marks_nothing() {
        assert_eq!(Span::new(1, 3).slice("aéb"), Some("é"));
        assert_eq!(Span::new(1, 2).slice("aéb"), None);
        assert_eq!(Span::new(3, 9).slice("aéb"), None);
        assert_eq!(Span::new(3, 1), Span::new(1, 3));
    }

    #[test]
    fn spans_meet_only_where_they_share_a_byte() {
        assert_eq!(Span::new(0, 4).meet(Span::new(2, 9)), Some(Span::new(2, 4)));
        assert_eq!(Span::new(0, 4).meet(Span::new(4, 9)), None);
        assert_eq!(Span::new(0, 2).hull(Span::new(5, 9)), Span::new(0, 9));
        assert_eq!(Span::new(2, 4).within(Offset::new(10)).from(Offset::new(10)), Some(Span::new(2, 4)));
    }
}
