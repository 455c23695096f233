//! How wide text is on the screen, in cells, cluster by cluster: by the rule that ratatui draws by, measured on what is
//! shown and not on the raw characters. Refuses to break lines.

use std::borrow::Cow;
use std::collections::VecDeque;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Span, safe};

/// The most characters that are shown of one cluster; what more there are becomes one replacement character. The longest
/// emoji sequence and the longest Indic conjunct in use have about ten.
pub const LONGEST: usize = 32;

/// How many bytes are looked at together where a text is not plain ASCII.
const CHUNK: usize = 512;

/// What fills a cell, or two: the smallest piece of text that is drawn, and never parted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster<'a> {
    /// The bytes of the text it stands for. Characters without width belong to the cluster before them.
    pub span: Span,
    /// What is drawn: safe for a terminal, on one line; empty only if nothing in its text has any width.
    pub shown: Cow<'a, str>,
    /// How many cells that takes.
    pub width: usize,
}

/// The clusters of `text`, in order. Together their spans cover every byte once.
pub fn clusters(text: &str) -> Clusters<'_> {
    Clusters { text, at: 0, ready: VecDeque::new() }
}

/// How many cells `text` takes on one line: the sum over its clusters.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return text.len();
    }
    clusters(text).map(|cluster| cluster.width).sum()
}

/// Iterates over the clusters of a text: see [`clusters`]. Looks at a bounded piece of the text at a time.
#[derive(Clone, Debug)]
pub struct Clusters<'a> {
    text: &'a str,
    at: usize,
    ready: VecDeque<Cluster<'a>>,
}

impl<'a> Iterator for Clusters<'a> {
    type Item = Cluster<'a>;

    fn next(&mut self) -> Option<Cluster<'a>> {
        if let Some(cluster) = self.ready.pop_front() {
            return Some(cluster);
        }
        let bytes = self.text.as_bytes();
        let start = self.at;
        if stands_alone(bytes, start) {
            self.at += 1;
            let span = Span::new(start, start + 1);
            return Some(Cluster { span, shown: Cow::Borrowed(span.slice(self.text)?), width: 1 });
        }
        (self.ready, self.at) = next_chunk(self.text, start);
        self.ready.pop_front()
    }
}

/// Whether the byte at `at` is a cluster whatever stands before it: printable ASCII with the like, or nothing, behind it.
fn stands_alone(bytes: &[u8], at: usize) -> bool {
    let printable = |b: &u8| (0x20..0x7f).contains(b);
    bytes.get(at).is_some_and(printable) && bytes.get(at + 1).is_none_or(printable)
}

/// The clusters from `start` to the next place that is surely between two clusters, and that place.
fn next_chunk(text: &str, start: usize) -> (VecDeque<Cluster<'_>>, usize) {
    let bytes = text.as_bytes();
    let mut most = CHUNK;
    loop {
        let end = (start + 1..text.len())
            .find(|&at| stands_alone(bytes, at) || (at - start >= most && text.is_char_boundary(at)))
            .map_or(text.len(), |at| if stands_alone(bytes, at) { at + 1 } else { at });
        let Some(chunk) = text.get(start..end) else { return (VecDeque::new(), text.len()) };
        let mut found = clusters_of(chunk, start);
        if end == text.len() || stands_alone(bytes, end - 1) {
            return (found, end);
        }
        // Cut somewhere in the middle: the last cluster may go on.
        if let (true, Some(last)) = (found.len() > 1, found.pop_back()) {
            return (found, last.span.start().bytes());
        }
        most = most.saturating_mul(2);
    }
}

/// The clusters of `text`, which begins at byte `base` of the whole.
fn clusters_of(text: &str, base: usize) -> VecDeque<Cluster<'_>> {
    let mut out = Joined { clusters: VecDeque::new(), base, start: 0, dropped: false };
    match safe::line(text) {
        Cow::Borrowed(text) => {
            let mut end = 0;
            for drawn in text.graphemes(true) {
                end += drawn.len();
                out.push(end, Cow::Borrowed(drawn), false);
            }
        }
        Cow::Owned(shown) => push_replaced(text, &shown, &mut out),
    }
    out.clusters
}

/// The clusters of a text in which something had to be replaced, so that what is shown and its bytes must be brought
/// together again.
fn push_replaced<'a>(text: &'a str, shown: &str, out: &mut Joined<'a>) {
    let mut raw = safe::shown_in_line(text).peekable();
    for drawn in shown.graphemes(true) {
        let mut left = drawn.chars().count();
        // The flood's replacement character stays with the cluster whose marks it stands for.
        let flood = raw
            .peek()
            .is_some_and(|&(_, c, s)| s == Some('\u{fffd}') && safe::stand_in(c).is_none() && c != '\u{fffd}');
        while let Some((_, _, s)) = raw.next_if(|&(_, _, s)| left > 0 || s.is_none()) {
            left -= usize::from(s.is_some());
        }
        let end = raw.peek().map_or(text.len(), |&(at, _, _)| at);
        out.push(end, Cow::Owned(drawn.to_owned()), flood);
    }
}

/// Clusters as they are put together: those without width join a neighbour.
struct Joined<'a> {
    clusters: VecDeque<Cluster<'a>>,
    base: usize,
    start: usize,
    dropped: bool,
}

impl<'a> Joined<'a> {
    fn push(&mut self, end: usize, drawn: Cow<'a, str>, join: bool) {
        let drawn = cut(drawn);
        let width = cell_width(&drawn);
        let span = Span::new(self.base + self.start, self.base + end);
        self.start = end;
        if std::mem::replace(&mut self.dropped, width == 0) && width > 0 {
            self.keep_apart(&drawn);
        }
        match self.clusters.back_mut() {
            Some(last) if width == 0 => last.span = last.span.hull(span),
            Some(last) if last.width == 0 => *last = Cluster { span: last.span.hull(span), shown: drawn, width },
            Some(last) if join => {
                last.span = last.span.hull(span);
                last.shown.to_mut().push_str(&drawn);
                last.width += width;
            }
            _ => {
                let shown = if width == 0 { Cow::Borrowed("") } else { drawn };
                self.clusters.push_back(Cluster { span, shown, width });
            }
        }
    }

    /// Puts a word joiner in the place of a dropped character, if what stood on its two sides would become one cluster.
    fn keep_apart(&mut self, drawn: &str) {
        let Some(last) = self.clusters.back_mut().filter(|last| last.width > 0) else { return };
        let together = last.shown.as_ref().to_owned() + drawn;
        if together.graphemes(true).count() < last.shown.graphemes(true).count() + drawn.graphemes(true).count() {
            last.shown.to_mut().push('\u{2060}');
        }
    }
}

/// `drawn`, cut to [`LONGEST`] characters.
fn cut(drawn: Cow<'_, str>) -> Cow<'_, str> {
    if drawn.len() <= LONGEST {
        return drawn;
    }
    match drawn.char_indices().nth(LONGEST - 1) {
        Some((at, last)) if at + last.len_utf8() < drawn.len() => {
            Cow::Owned(drawn.get(..at).unwrap_or_default().to_owned() + "\u{fffd}")
        }
        _ => drawn,
    }
}

/// The cells ratatui gives one cluster: unicode-width's, and one more for each half-width voiced sound mark, which
/// terminals draw in a cell of its own.
fn cell_width(drawn: &str) -> usize {
    if drawn.len() == 1 {
        return 1;
    }
    drawn.width() + drawn.chars().filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}')).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop, prop_assert, prop_assert_eq, proptest};
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::{clusters, width};
    use crate::text::Span;

    /// The cells that ratatui fills when it draws what is shown of `text`.
    fn drawn_by_ratatui(text: &str) -> usize {
        let shown: String = clusters(text).map(|c| c.shown.into_owned()).collect();
        let room = u16::try_from(shown.len() * 2 + 2).unwrap_or(u16::MAX);
        let mut buffer = Buffer::empty(Rect::new(0, 0, room, 1));
        usize::from(buffer.set_stringn(0, 0, &shown, usize::MAX, Style::default()).0)
    }

    #[test]
    fn clusters_are_what_a_reader_sees_as_one_sign() {
        for (text, want) in [
            ("abc", vec![("a", 1), ("b", 1), ("c", 1)]),
            ("e\u{301}é", vec![("e\u{301}", 1), ("é", 1)]),
            ("漢字", vec![("漢", 2), ("字", 2)]),
            ("👩‍👩‍👧!", vec![("👩‍👩‍👧", 2), ("!", 1)]),
            ("🇩🇪🇫🇷", vec![("🇩🇪", 2), ("🇫🇷", 2)]),
            ("a\tb", vec![("a", 1), (" ", 1), ("b", 1)]),
            ("a\u{1b}b", vec![("a", 1), ("␛", 1), ("b", 1)]),
            ("co\u{ad}op", vec![("c", 1), ("o", 1), ("o", 1), ("p", 1)]),
            ("\u{200b}a", vec![("a", 1)]),
            ("", vec![]),
        ] {
            let found: Vec<_> = clusters(text).collect();
            let found: Vec<_> = found.iter().map(|c| (c.shown.as_ref(), c.width)).collect();
            assert_eq!(found, want, "{text:?}");
        }
    }

    #[test]
    fn a_character_without_width_belongs_to_its_neighbour() {
        let spans =
            |text: &str| clusters(text).map(|c| (c.span.start().bytes(), c.span.end().bytes())).collect::<Vec<_>>();
        assert_eq!(spans("a\u{ad}b"), [(0, 3), (3, 4)]);
        assert_eq!(spans("\u{200b}b"), [(0, 4)]);
        assert_eq!(spans("\u{200b}"), [(0, 3)]);
        assert_eq!(width("\u{200b}"), 0);
    }

    #[test]
    fn a_flood_is_one_cluster_of_bounded_length() {
        for flood in [
            "a".to_owned() + &"\u{301}".repeat(100_000),
            "👩".to_owned() + &"\u{200d}👩".repeat(100_000),
            "\u{1100}".repeat(100_000),
            "क".to_owned() + &"\u{94d}क".repeat(100_000),
        ] {
            let found: Vec<_> = clusters(&flood).collect();
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].span, Span::whole(&flood));
            assert!(found[0].shown.chars().count() <= 32 && found[0].width <= 64);
        }
    }

    proptest! {
        #[test]
        fn clusters_cover_every_byte_once_and_are_as_wide_as_drawn(text in any::<String>()) {
            let mut at = 0;
            for cluster in clusters(&text) {
                prop_assert_eq!(cluster.span.start().bytes(), at);
                prop_assert!(cluster.span.slice(&text).is_some_and(|s| !s.is_empty()));
                at = cluster.span.end().bytes();
            }
            prop_assert_eq!(at, text.len());
            prop_assert_eq!(width(&text), drawn_by_ratatui(&text));
        }

        #[test]
        fn hard_characters_are_as_wide_as_drawn(
            parts in prop::collection::vec(prop::sample::select(vec![
                "a", " ", "\t", "\r\n", "\u{301}", "\u{200d}", "\u{200b}", "\u{ad}", "\u{fe0f}", "👩", "🇩", "क", "\u{94d}", "ष",
                "\u{93f}", "\u{202e}", "\u{600}", "1", "漢", "\u{1100}", "\u{1161}", "\u{11a8}", "ﾞ", "ﾟ", "ｶ", "ا", "ل", "\u{feff}",
                "\u{1b}", "🏽", "\u{200f}", "\u{3099}", "か", "#", "\u{20e3}", "\u{fffd}", "\u{e0041}",
            ]), 0..400)
        ) {
            let text = parts.concat();
            let covered: usize = clusters(&text).map(|c| c.span.len()).sum();
            prop_assert_eq!(covered, text.len());
            prop_assert_eq!(width(&text), drawn_by_ratatui(&text));
        }
    }
}
