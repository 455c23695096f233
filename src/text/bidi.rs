//! Right-to-left text: the direction of a paragraph, and the order in which a row of it is drawn on a terminal that does
//! not reorder by itself. Refuses to shape letters (the terminal's font does) and to obey bidi controls: they are shown.

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

use super::language::primary;
use super::listed;
use super::width::{Cluster, clusters};
use super::{Span, safe};

/// What stands between the facts of a list that are ordered each by itself.
const BETWEEN: &str = listed::BETWEEN[0];

/// First strong isolate, and its end (annex 9). They cannot stand in a text whose order is found: [`neutral`].
const ISOLATE: char = '\u{2068}';
const END: char = '\u{2069}';

/// From which edge a paragraph is read and set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From the left edge.
    #[default]
    LeftToRight,
    /// From the right edge.
    RightToLeft,
}

impl Direction {
    /// The direction of the first letter that has one; left to right when none has. Unicode annex 9, rules P2 and P3.
    pub fn of(text: &str) -> Self {
        let strong = |c| match bidi_class(c) {
            BidiClass::L => Some(Self::LeftToRight),
            BidiClass::R | BidiClass::AL => Some(Self::RightToLeft),
            _ => None,
        };
        text.chars().find_map(strong).unwrap_or_default()
    }

    /// The direction of a paragraph in a language (a BCP 47 tag): one in a language written from the right runs so even
    /// when it begins with a Latin name, if it has letters from the right at all. Else as [`Direction::of`].
    pub fn in_language(text: &str, language: Option<&str>) -> Self {
        const FROM_THE_RIGHT: [&str; 14] =
            ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "ps", "sd", "syc", "ug", "ur", "yi"];
        let primary = language.map(primary).unwrap_or_default();
        if FROM_THE_RIGHT.contains(&&*primary) && is_mixed(text) { Self::RightToLeft } else { Self::of(text) }
    }

    fn level(self) -> Level {
        match self {
            Self::LeftToRight => Level::ltr(),
            Self::RightToLeft => Level::rtl(),
        }
    }
}

/// Whether anything in `text` is drawn from right to left, so that its rows need [`Order`] at all.
pub fn is_mixed(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN))
}

/// The order of one paragraph: make it once, ask it for each row.
#[derive(Clone, Debug)]
pub struct Order {
    levels: Vec<Level>,
}

impl Order {
    /// The order of the paragraph `text` by the Unicode Bidirectional Algorithm, with `base` as its own direction. The
    /// parts of a list of facts, with ` · ` between, are ordered each by itself, as if they stood in isolates.
    pub fn new(text: &str, base: Direction) -> Self {
        let neutral: String = text.chars().map(neutral).collect();
        if !neutral.contains(BETWEEN) {
            return Self { levels: BidiInfo::new(&neutral, Some(base.level())).levels };
        }
        let parts: Vec<String> = neutral.split(BETWEEN).map(|part| format!("{ISOLATE}{part}{END}")).collect();
        let isolated = parts.join(BETWEEN);
        let levels = BidiInfo::new(&isolated, Some(base.level())).levels;
        let bytes = isolated.char_indices().filter(|(_, c)| !matches!(c, &(ISOLATE | END)));
        let levels = bytes.flat_map(|(at, c)| levels.get(at..at + c.len_utf8()).unwrap_or_default()).copied();
        Self { levels: levels.collect() }
    }

    /// The clusters of a row of `text` (what was given to [`Order::new`]) from left to right. Their spans are those of the
    /// text; brackets within right-to-left runs are turned.
    pub fn visual<'a>(&self, text: &'a str, row: Span) -> Vec<Cluster<'a>> {
        let logical = clusters(row.slice(text).unwrap_or_default());
        let logical: Vec<_> = logical.map(|c| Cluster { span: c.span.within(row.start()), ..c }).collect();
        let level = |c: &Cluster| self.levels.get(c.span.start().bytes()).copied().unwrap_or(Level::ltr());
        let levels: Vec<Level> = logical.iter().map(level).collect();
        let order = BidiInfo::reorder_visual(&levels);
        order.into_iter().filter_map(|i| Some(turned(logical.get(i)?.clone(), levels.get(i)?.is_rtl()))).collect()
    }
}

/// A cluster as it is drawn in a run of that direction.
fn turned(cluster: Cluster<'_>, rtl: bool) -> Cluster<'_> {
    let mut shown = cluster.shown.chars();
    match (rtl, shown.next().and_then(mirrored), shown.next()) {
        (true, Some(mirror), None) => Cluster { shown: mirror.to_string().into(), ..cluster },
        _ => cluster,
    }
}

/// What stands for a character while the order is found: controls count as the plain sign that is shown for them, of
/// as many bytes, so that positions stay.
fn neutral(c: char) -> char {
    match c.len_utf8() {
        _ if c != '\n' && c != '\t' && safe::stand_in(c).is_none() => c,
        1 => ' ',
        2 => '¦',
        3 => '\u{fffd}',
        _ => '🛑',
    }
}

/// The bracket that looks like `c` seen in a mirror.
fn mirrored(c: char) -> Option<char> {
    const PAIRS: &str = "()[]{}<>«»‹›≤≥≪≫⟨⟩⟦⟧〈〉《》「」『』【】〔〕⁽⁾₍₎";
    let at = PAIRS.chars().position(|pair| pair == c)?;
    PAIRS.chars().nth(at ^ 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::{Direction, Order, is_mixed};
    use crate::text::Span;
    use crate::text::width::clusters;

    fn visual(text: &str) -> String {
        let order = Order::new(text, Direction::of(text));
        order.visual(text, Span::whole(text)).into_iter().map(|c| c.shown.into_owned()).collect()
    }

    #[test]
    fn a_paragraph_runs_as_its_first_letter_does() {
        for (text, want) in [
            ("English", Direction::LeftToRight),
            ("עברית", Direction::RightToLeft),
            ("العربية", Direction::RightToLeft),
            ("“123 שלום", Direction::RightToLeft),
            ("NATO אמר", Direction::LeftToRight),
            ("2014", Direction::LeftToRight),
            ("", Direction::LeftToRight),
        ] {
            assert_eq!(Direction::of(text), want, "{text}");
        }
    }

    #[test]
    fn in_a_language_from_the_right_a_latin_name_does_not_turn_a_paragraph() {
        for (text, language, want) in [
            ("NATO אמר", Some("he"), Direction::RightToLeft),
            ("NATO قال", Some("ar-EG"), Direction::RightToLeft),
            ("NATO אמר", Some("en"), Direction::LeftToRight),
            ("NATO אמר", None, Direction::LeftToRight),
            ("NATO said", Some("he"), Direction::LeftToRight),
            ("אמר", Some("en"), Direction::RightToLeft),
        ] {
            assert_eq!(Direction::in_language(text, language), want, "{text} {language:?}");
        }
    }

    #[test]
    fn rows_are_drawn_from_left_to_right() {
        for (text, want) in [
            ("abc", "abc"),
            ("אבג", "גבא"),
            ("אב 123 גד", "דג 123 בא"),
            ("אב NATO גד", "דג NATO בא"),
            ("he said אבג.", "he said גבא."),
            ("אב (גד) ה", "ה (דג) בא"),
            ("a (אב) b", "a (בא) b"),
            ("ש\u{5b8}ב", "בש\u{5b8}"),
            ("a\u{202e}bc", "a\u{fffd}bc"),
            ("Ann · אבג · 3 May 2031", "Ann · גבא · 3 May 2031"),
            ("אבג · 3 May 2031", "3 May 2031 · גבא"),
        ] {
            assert_eq!(visual(text), want, "{text}");
        }
    }

    #[test]
    fn only_text_with_letters_from_the_right_needs_an_order() {
        assert!(is_mixed("he said אבג") && is_mixed("العربية"));
        assert!(!is_mixed("café 漢字 2014"));
    }

    proptest! {
        #[test]
        fn every_cluster_of_a_row_is_drawn_once(text in any::<String>()) {
            let order = Order::new(&text, Direction::of(&text));
            let mut spans: Vec<_> = order.visual(&text, Span::whole(&text)).into_iter().map(|c| c.span).collect();
            spans.sort();
            prop_assert_eq!(spans, clusters(&text).map(|c| c.span).collect::<Vec<_>>());
        }
    }
}
