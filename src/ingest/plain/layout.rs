//! How a text was broken into lines: how wide, how spaced, with what at the ends; read from the text itself. Says of two
//! lines whether a paragraph goes on from one to the other, and refuses to know what they tell.

use crate::ingest::limits;
use crate::ingest::metadata::byline;
use crate::ingest::plain::breaks::{Running, Setting};
use crate::ingest::plain::furniture::Apart;
use crate::ingest::plain::hyphen::broken;
use crate::ingest::plain::lexicon::Lexicon;
use crate::ingest::plain::lines::Line;
use crate::ingest::plain::shape::{ends_open, first_letter, is_caseless, is_item, is_unspaced, starts_lower};

/// How a text was broken into lines.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Its paragraphs were broken into lines; else every line stands for itself.
    pub wrapped: bool,
    /// Blank lines between two lines of one paragraph: 1 in a double-spaced text.
    pub base: u8,
    /// Lines that go on end in a space, and last lines of paragraphs do not.
    spaced: bool,
    lexicon: Lexicon,
    setting: Setting,
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
        let edge = quantile(full.map(|&(_, a, b)| reach(a, b, piece)), 0.05);
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
        let base = u8::from(doubled * 2 > sure.len());
        let unhyphened: Vec<_> = sure.iter().filter(|(_, a, _)| broken(&a.text).is_none()).collect();
        let spaced = unhyphened.iter().filter(|(_, a, _)| a.spaced).count();
        let numbers: Vec<usize> = sure.iter().map(|&(i, _, _)| i).collect();
        Self {
            wrapped,
            base,
            spaced: spaced * 20 >= unhyphened.len() * 19 && lines.iter().any(|l| !l.spaced),
            setting: if wrapped { Setting::learn(lines, &numbers, piece, base) } else { Setting::default() },
            lexicon: if wrapped { Lexicon::of(sample(lines)) } else { Lexicon::default() },
        }
    }

    /// Whether the paragraph of the line before line number `at` goes on in it. `apart`: what is known of each line as one
    /// that stands apart. `run`: the paragraph so far.
    pub fn goes_on(&self, lines: &[Line<'_>], apart: &[Apart], at: usize, run: Running) -> bool {
        let Some((before, (a, b))) = at.checked_sub(1).and_then(|i| Some((i, (lines.get(i)?, lines.get(at)?)))) else {
            return false;
        };
        let mark = |i: usize| apart.get(i).copied().unwrap_or_default();
        if mark(before) == Apart::Alone || mark(at) != Apart::No {
            return false;
        }
        let open = ends_open(&a.text);
        let lower = starts_lower(&b.text);
        if b.blanks > self.base || b.page {
            return open && (lower || is_hyphened(a)) && self.setting.is_long(before, a);
        }
        let full = self.setting.is_full(before, a, b);
        if mark(before) == Apart::Caption {
            return full;
        }
        if is_hyphened(a) {
            return true;
        }
        let dashed = open && is_dash_amid(&b.text) && !self.setting.is_short(before, a, b);
        if is_source_line(&b.text) || (is_item(&b.text) && !(open && full) && !dashed) {
            return false;
        }
        if self.spaced {
            return a.spaced && (open || full);
        }
        if open && lower {
            return self.setting.is_long(before, a);
        }
        !self.setting.is_short(before, a, b)
            && self.setting.odds(before, run, (a, b, lines.get(at + 1)), &self.lexicon) <= 0.0
    }

    /// The length of a text as the lines are measured.
    pub fn length(&self, text: &str) -> f32 {
        self.setting.length(text)
    }

    /// The usual length of full lines around line number `at`.
    pub fn column_at(&self, at: usize) -> f32 {
        self.setting.usual_at(at)
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

/// Letters that a hyphen leaves at a line's end at most, where words are hyphened.
const HYPHENED_PIECE: u32 = 5;

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

/// Whether a line begins with a dash amid a sentence, not with an item of a list.
fn is_dash_amid(text: &str) -> bool {
    text.trim_start_matches(['–', '—']).strip_prefix(' ').is_some_and(starts_lower)
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
    limits::checkpoint();
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
