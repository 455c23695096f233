//! A list of facts as rows: a byline, the facts of a brief. Rows end between the facts, and nothing of what parts them
//! stands at an edge. Refuses to part a word.

use super::width::width;
use super::wrap::{Row, Setting, wrap};
use super::{Offset, Span};

/// What stands between the facts of a list: this, or its stand-in of ASCII.
pub const BETWEEN: [&str; 2] = [" · ", " - "];
/// What stands between several of one kind: authors.
const AMONG: &str = ", ";

/// Sets a list of facts in rows of `room` cells. A fact that is longer than a row is broken between the names in it, and a
/// name that is longer between its words.
pub fn listed(text: &str, room: usize) -> Vec<Row> {
    let mut rows = Rows { text, room, shown: Vec::new() };
    for fact in parted(text, Span::whole(text), &BETWEEN, 0) {
        if rows.extend(fact) {
            continue;
        }
        // The comma stays with the name before it.
        for name in parted(text, fact, &[AMONG], 1) {
            if !rows.extend(name) {
                rows.break_up(name);
            }
        }
    }
    rows.set()
}

/// The parts of a span of a text between these signs, each with the first `kept` bytes of the one behind it.
fn parted(text: &str, span: Span, between: &[&str], kept: usize) -> Vec<Span> {
    let slice = span.slice(text).unwrap_or_default();
    let mut signs: Vec<(usize, usize)> =
        between.iter().flat_map(|sign| slice.match_indices(sign).map(|(at, _)| (at, at + sign.len()))).collect();
    signs.sort_unstable();
    let mut from = 0;
    let mut parts = Vec::with_capacity(signs.len() + 1);
    for (at, end) in signs {
        parts.push(Span::new(from, at + kept));
        from = end;
    }
    parts.push(Span::new(from, slice.len()));
    parts.into_iter().filter(|part| !part.is_empty()).map(|part| part.within(span.start())).collect()
}

/// The rows so far, by what of the text they show.
struct Rows<'a> {
    text: &'a str,
    room: usize,
    shown: Vec<Span>,
}

impl Rows<'_> {
    fn fits(&self, span: Span) -> bool {
        span.slice(self.text).is_none_or(|text| width(text) <= self.room)
    }

    /// Puts a part on the last row, or on one of its own; false where it is longer than a row.
    fn extend(&mut self, part: Span) -> bool {
        if let Some(last) = self.shown.last().copied().map(|last| last.hull(part)).filter(|longer| self.fits(*longer)) {
            self.shown.pop();
            self.shown.push(last);
            return true;
        }
        let fits = self.fits(part);
        self.shown.extend(fits.then_some(part));
        fits
    }

    fn break_up(&mut self, part: Span) {
        let rows = wrap(part.slice(self.text).unwrap_or_default(), &Setting::new(self.room));
        self.shown.extend(rows.into_iter().map(|row| row.shown.within(part.start())));
    }

    /// As rows to which every byte of the text belongs.
    fn set(self) -> Vec<Row> {
        let ends = self.shown.iter().skip(1).map(|next| next.start()).chain([Offset::new(self.text.len())]);
        let mut from = Offset::default();
        let row = |(shown, end): (&Span, Offset)| {
            let width = width(shown.slice(self.text).unwrap_or_default());
            let span = Span::new(from, end);
            from = end;
            Row { span, shown: *shown, hyphen: false, indent: 0, width }
        };
        self.shown.iter().zip(ends).map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::listed;
    use crate::text::width::width;

    fn rows(text: &str, room: usize) -> Vec<String> {
        listed(text, room).iter().map(|row| row.drawn(text)).collect()
    }

    #[test]
    fn rows_end_between_the_facts() {
        for (text, room, expected) in [
            ("", 20, &[][..]),
            ("one", 20, &["one"]),
            ("Ann Lee · The Post · 3 May 2031", 40, &["Ann Lee · The Post · 3 May 2031"]),
            ("Ann Lee · The Post · 3 May 2031", 24, &["Ann Lee · The Post", "3 May 2031"]),
            ("Ann Lee · The Post · 3 May 2031", 12, &["Ann Lee", "The Post", "3 May 2031"]),
            ("Ann Lee, Bo Ray · The Post", 12, &["Ann Lee,", "Bo Ray", "The Post"]),
            ("Ann Lee, Bo Ray · The Post", 20, &["Ann Lee, Bo Ray", "The Post"]),
            ("The Post of All Governance · 3 May", 15, &["The Post of All", "Governance", "3 May"]),
            ("The Post of All Governance · 3 May", 20, &["The Post of All", "Governance · 3 May"]),
            ("report - 5 words - draft", 14, &["report", "5 words", "draft"]),
            ("9 claims, 5 to accept · draft", 21, &["9 claims, 5 to accept", "draft"]),
            ("Llanfairpwll · x", 6, &["Llanfa", "irpwll", "x"]),
        ] {
            assert_eq!(rows(text, room), *expected, "{text} in {room}");
        }
    }

    proptest! {
        #[test]
        fn every_byte_belongs_to_one_row(text in "([a-zé]{1,9}( · |, | |-)){0,9}[a-z]{1,4}", room in 1usize..30) {
            let rows = listed(&text, room);
            let mut at = 0;
            for row in &rows {
                prop_assert_eq!(row.span.start().bytes(), at);
                prop_assert!(row.span.covers(row.shown));
                at = row.span.end().bytes();
                let shown = row.drawn(&text);
                prop_assert!(width(&shown) <= room && !shown.starts_with('·') && !shown.ends_with('·'));
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
