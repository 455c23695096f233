//! How a text was broken into lines: how wide, how spaced, with what at the ends; read from the text itself. Says of two
//! lines whether a paragraph goes on from one to the other, and refuses to know what they tell.

use crate::ingest::metadata::byline;
use crate::ingest::plain::furniture::Apart;
use crate::ingest::plain::hyphen::broken;
use crate::ingest::plain::lexicon::Lexicon;
use crate::ingest::plain::lines::Line;
use crate::ingest::plain::shape::{
    ends_open, ends_sentence, first_letter, is_caseless, is_item, is_unspaced, starts_lower,
};

/// How a text was broken into lines.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Its paragraphs were broken into lines; else every line stands for itself.
    pub wrapped: bool,
    /// Blank lines between two lines of one paragraph: 1 in a double-spaced text.
    pub base: u8,
    /// Lines that go on end in a space, and last lines of paragraphs do not.
    spaced: bool,
    /// Where lines were broken, by line: had the next word ended before this column, it would have stood on the line.
    edges: Vec<(usize, u32)>,
    /// The same for the text as a whole.
    edge: u32,
    /// How long a line that goes on usually is.
    usual: u32,
    /// The most letters of a next word that a line had to have room for: words that are longer were broken.
    piece: u32,
    /// How many paragraphs end for one sentence that ends within a paragraph; 0 where blank lines part paragraphs.
    ends: f32,
    lexicon: Lexicon,
}

/// Lines shorter than this say nothing of how a text was broken.
const TELLING: u32 = 20;

impl Layout {
    /// Reads how lines were broken.
    pub fn of(lines: &[Line<'_>]) -> Self {
        let mut widths: Vec<u32> = lines.iter().map(|l| l.width).filter(|&w| w >= TELLING).collect();
        widths.sort_unstable();
        let wide = widths.get(widths.len() * 9 / 10).copied().unwrap_or(0);
        let pairs: Vec<(usize, &Line<'_>, &Line<'_>)> = lines
            .windows(2)
            .enumerate()
            .filter_map(|(i, pair)| if let [a, b] = pair { Some((i, a, b)) } else { None })
            .collect();
        let sure: Vec<_> = pairs.iter().filter(|(_, a, b)| surely_goes_on(a, b, wide)).copied().collect();
        let usual = quantile(sure.iter().map(|(_, a, _)| a.width), 0.5);
        let alike = pairs.iter().filter(|(_, a, _)| a.width * 4 >= usual * 3 && a.width * 3 <= usual * 4).count();
        let hyphened = sure.iter().filter(|(_, a, _)| is_hyphened(a) || a.width * 5 > usual * 8).count();
        let piece = if hyphened * 20 >= sure.len() { HYPHENED_PIECE } else { u32::MAX };
        let full = sure.iter().filter(|(_, a, _)| a.width * 3 >= usual * 2);
        let edges: Vec<(usize, u32)> = full.map(|&(i, a, b)| (i, reach(a, b, piece))).collect();
        let edge = quantile(edges.iter().map(|&(_, sum)| sum), 0.05);
        let chars = |wide: bool| -> u64 {
            lines.iter().filter(|l| !wide || l.width > edge * 8 / 5).map(|l| u64::from(l.width)).sum()
        };
        // Long lines are paragraphs that nobody broke, unless nearly every other line goes on in the next: then a reader of
        // PDF put the halves of hyphened words, and with them whole lines, together.
        let (long, all) = (chars(true), chars(false));
        let often = sure.len() >= 3 && sure.len() * 4 >= alike && long * 10 < all * 4;
        let mostly = sure.len() >= 5 && sure.len() * 2 >= alike && long * 10 < all * 7;
        let wrapped = often || mostly;
        let doubled = sure.iter().filter(|(_, _, b)| b.blanks > 0).count();
        let unhyphened: Vec<_> = sure.iter().filter(|(_, a, _)| broken(&a.text).is_none()).collect();
        let spaced = unhyphened.iter().filter(|(_, a, _)| a.spaced).count();
        let mut layout = Self {
            wrapped,
            base: u8::from(doubled * 2 > sure.len()),
            spaced: spaced * 20 >= unhyphened.len() * 19 && lines.iter().any(|l| !l.spaced),
            edges,
            edge,
            usual,
            piece,
            ends: 0.0,
            lexicon: if wrapped { Lexicon::of(sample(lines)) } else { Lexicon::default() },
        };
        if wrapped {
            layout.ends = layout.ends_for_sentences(sample(lines));
        }
        layout
    }

    /// Counts paragraphs that surely end, by the room their last lines leave, and sentences that end within lines.
    fn ends_for_sentences(&self, lines: &[Line<'_>]) -> f32 {
        // So few ends tell nothing.
        const FEW: usize = 4;
        let (mut ends, mut parted, mut within) = (0usize, 0usize, 0usize);
        for (i, (a, b)) in lines.iter().zip(lines.iter().skip(1)).enumerate().filter(|(_, (a, _))| a.width >= TELLING) {
            within += sentences_within(&a.text);
            if !ends_open(&a.text) && self.room(i + 1, a, b) != Room::None {
                ends += 1;
                parted += usize::from(b.blanks > self.base);
            }
        }
        if parted * 2 > ends || ends < FEW { 0.0 } else { ends as f32 / within.max(1) as f32 }
    }

    /// Whether a full line that ends a sentence ends its paragraph too. Of sentences and of paragraphs the same share ends
    /// at a line's end by chance; quotations begin and end paragraphs more often than not.
    fn ends_paragraph(&self, a: &Line<'_>, b: &Line<'_>) -> bool {
        const QUOTED: f32 = 1.6;
        let opens = b.text.starts_with(['“', '„', '«', '"', '‘', '–', '—']);
        let closes = a.text.ends_with(['”', '“', '»', '"', '’']);
        let odds = self.ends * if opens { QUOTED } else { 1.0 } * if closes { QUOTED } else { 1.0 };
        odds > 0.75
    }

    /// The column by which lines around line `at` were broken.
    fn edge_at(&self, at: usize) -> u32 {
        const AROUND: usize = 10;
        let here = self.edges.partition_point(|&(i, _)| i < at);
        let near =
            self.edges.get(here.saturating_sub(AROUND)..(here + AROUND).min(self.edges.len())).unwrap_or_default();
        if near.len() < AROUND {
            return self.edge;
        }
        quantile(near.iter().map(|&(_, sum)| sum), 0.1).max(self.edge * 9 / 10)
    }

    /// Whether a reader of PDF put this line together from several.
    fn is_joined(&self, line: &Line<'_>) -> bool {
        line.width * 5 > self.usual * 8
    }

    /// Whether the next word would have had room on line `a`, and how much of the line's width it would have filled.
    fn room(&self, at: usize, a: &Line<'_>, b: &Line<'_>) -> Room {
        let edge = self.edge_at(at);
        let reach = reach(a, b, self.piece);
        let last_row = if self.is_joined(a) { reach - (reach - 1) / self.usual.max(1) * self.usual } else { reach };
        if last_row >= edge {
            Room::None
        } else if last_row * 20 >= edge * 17 {
            Room::Little
        } else {
            Room::Much
        }
    }

    /// Whether the paragraph of line `a` goes on in line `b`, which is line number `at` of the text; each with what is
    /// known of it as a line that stands apart. `begins`: `a` is the first line of its paragraph.
    pub fn goes_on(
        &self,
        at: usize,
        begins: bool,
        (a, apart): (&Line<'_>, Apart),
        (b, b_apart): (&Line<'_>, Apart),
    ) -> bool {
        if apart == Apart::Alone || b_apart != Apart::No {
            return false;
        }
        let open = ends_open(&a.text);
        if b.blanks > self.base || b.page {
            return open && (starts_lower(&b.text) || is_hyphened(a)) && a.width * 2 > self.edge;
        }
        let room = self.room(at, a, b);
        if apart == Apart::Caption {
            return room == Room::None;
        }
        if is_hyphened(a) {
            return true;
        }
        if is_source_line(&b.text) || (is_item(&b.text) && !(open && room == Room::None)) {
            return false;
        }
        match (open, starts_lower(&b.text)) {
            _ if self.spaced => a.spaced && (open || room == Room::None),
            (true, true) => a.width * 20 > self.edge_at(at) * 7,
            // One line of words without a full stop, and then a new sentence: a heading.
            (true, false) if begins && self.lexicon.begins_sentence(&b.text) => false,
            (true, false) => room != Room::Much || self.is_joined(a),
            (false, _) => room == Room::None && !self.ends_paragraph(a, b),
        }
    }

    /// Whether lines of a text that was not broken are one sentence, into which someone put a break.
    pub fn broke_by_hand(a: &Line<'_>, b: &Line<'_>) -> bool {
        b.blanks == 0
            && a.width >= 2 * TELLING
            && ends_open(&a.text)
            && a.text.ends_with(|c: char| c.is_alphabetic() || c == ',')
            && starts_lower(&b.text)
            && b.width >= TELLING
    }
}

/// As many lines as tell enough of a text.
fn sample<'a, 'b>(lines: &'a [Line<'b>]) -> &'a [Line<'b>] {
    const ENOUGH: usize = 20_000;
    lines.get(..ENOUGH).unwrap_or(lines)
}

/// How much room a line had left for the next word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Room {
    /// None: the line was full.
    None,
    /// A little: less than a seventh of the line.
    Little,
    /// More than that.
    Much,
}

/// Letters that a hyphen leaves at a line's end at most, where words are hyphened.
const HYPHENED_PIECE: u32 = 5;

/// Sentences that end within a line, not at its end.
fn sentences_within(text: &str) -> usize {
    let words = text.split(' ');
    let pairs = words.clone().zip(words.skip(1));
    pairs
        .filter(|(a, b)| {
            a.len() > 3
                && !a.ends_with(char::is_alphanumeric)
                && ends_sentence(a)
                && first_letter(b).is_some_and(char::is_uppercase)
        })
        .count()
}

fn is_hyphened(line: &Line<'_>) -> bool {
    line.soft || broken(&line.text).is_some()
}

/// Whether a line is a byline, whole: it begins nothing else, and nothing goes on in it.
fn is_source_line(text: &str) -> bool {
    const LONGEST: usize = 80;
    text.len() <= LONGEST
        && text.starts_with(char::is_uppercase)
        && (byline::authors(text).is_some() || text.starts_with("By "))
}

/// The length a line would have had with the first word of the next one, or with so many letters of it.
fn reach(a: &Line<'_>, b: &Line<'_>, piece: u32) -> u32 {
    let word = b.text.split([' ', '\t']).next().unwrap_or_default();
    let unspaced = word.chars().next().is_some_and(is_unspaced);
    let letters = u32::try_from(word.chars().count()).unwrap_or(u32::MAX);
    let more = match () {
        () if broken(&a.text).is_some() => 2,
        () if unspaced => 1,
        () => letters.min(piece).saturating_add(1),
    };
    a.width.saturating_add(more)
}

/// Whether a line surely goes on in the next one, by what its end and that one's beginning are. In scripts without
/// capitals only lines near the full width (`wide`) tell.
fn surely_goes_on(a: &Line<'_>, b: &Line<'_>, wide: u32) -> bool {
    let caseless = first_letter(&b.text).is_some_and(is_caseless);
    a.width >= TELLING
        && b.blanks < 2
        && ends_open(&a.text)
        && (starts_lower(&b.text) || (caseless && a.width * 10 >= wide * 8 && wide < 200))
}

fn quantile(values: impl Iterator<Item = u32>, share: f32) -> u32 {
    let mut values: Vec<u32> = values.collect();
    values.sort_unstable();
    let at = (values.len() as f32 * share) as usize;
    values.get(at).copied().unwrap_or(0)
}
