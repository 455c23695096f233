//! Whether a paragraph ends with a line that was full, or nearly so: the odds, from how the lines of this text are set,
//! from what stands at the end of the one line and at the beginning of the next. Weighs only; certain cases are `layout`'s.

use crate::ingest::limits;
use crate::ingest::plain::hyphen::broken;
use crate::ingest::plain::lexicon::Lexicon;
use crate::ingest::plain::lines::Line;
use crate::ingest::plain::measure::Measure;
use crate::ingest::plain::shape::{ends_open, ends_sentence, first_letter, is_unspaced, starts_lower};

/// What is known of the paragraph that line `a` ends or does not end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Running {
    /// Its lines.
    pub lines: u32,
    /// Sentences that ended in it.
    sentences: u32,
    /// A quotation was opened and not closed.
    quoting: bool,
}

impl Running {
    /// Takes a line in.
    pub fn add(&mut self, text: &str) {
        self.lines += 1;
        self.sentences += sentences_within(text) + u32::from(ends_sentence(text));
        for c in text.chars() {
            match c {
                '„' => self.quoting = true,
                '”' => self.quoting = false,
                // The same mark opens in one language and closes in another.
                '“' | '«' | '»' | '"' => self.quoting = !self.quoting,
                _ => {}
            }
        }
    }
}

/// Sentences that end within a line, not at its end.
pub fn sentences_within(text: &str) -> u32 {
    let words = text.split(' ');
    let pairs = words.clone().zip(words.skip(1));
    let ended = pairs.filter(|(a, b)| {
        a.len() > 3
            && !a.ends_with(char::is_alphanumeric)
            && ends_sentence(a)
            && first_letter(b).is_some_and(char::is_uppercase)
    });
    u32::try_from(ended.count()).unwrap_or(u32::MAX)
}

/// Words amid sentences: how many begin with a capital, and how many there are.
fn capitals_within(text: &str) -> (u32, u32) {
    let words = text.split(' ');
    let amid = words.clone().zip(words.skip(1)).filter(|(a, _)| a.ends_with(char::is_alphanumeric));
    amid.fold((0, 0), |(upper, all), (_, b)| (upper + u32::from(b.starts_with(char::is_uppercase)), all + 1))
}

/// The weight of each feature where a sentence ended with the line, and where none did. By logistic regression on 43,000 line
/// ends of 111 press articles of 78 sites, set in one to three columns, in two book faces and one even one, justified and
/// ragged, with hyphens and without, and pasted out of PDF; and of their pages as pasted, broken at 66 to 81 letters.
/// Held out by site it erred at 229 line ends of those pages, where rules by hand had erred at 387.
const WEIGHTS: [(&str, f32, f32); 26] = [
    ("bias", -0.51, -3.42),
    ("any_room", 0.46, 0.15),
    ("room1", 0.96, 0.75),
    ("room", 0.38, 0.70),
    ("joined_room", -0.85, -1.25),
    ("sharp_room", -0.07, 0.11),
    ("full1", -0.72, -1.21),
    ("full", 0.11, -0.13),
    ("short", -0.17, -0.56),
    ("short2", 0.18, 0.19),
    ("joined", 1.42, -0.26),
    ("indented", 0.63, 0.38),
    ("b_room", -0.54, -1.50),
    ("b_head", 0.44, -0.82),
    ("prior", 0.72, 0.34),
    ("sents", 0.74, -0.92),
    ("quoting", -1.73, -2.66),
    ("opens", 0.03, 0.11),
    ("closes", 0.93, 1.76),
    ("colon", -1.40, 0.00),
    ("digit", 1.50, -0.70),
    ("lower", -2.48, 0.00),
    ("upper", 0.00, 0.27),
    ("first", 0.00, 0.39),
    ("begins", 0.00, 2.60),
    ("first_begins", 0.00, 1.00),
];

/// A line that goes on: how long it is, and how long it would be with the next word.
#[derive(Clone, Copy, Debug)]
struct Full {
    at: usize,
    length: f32,
    reach: f32,
}

/// How the lines of a text are set.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    measure: Measure,
    piece: u32,
    full: Vec<Full>,
    /// The column around every [`STRIDE`]th of them.
    columns: Vec<Column>,
    /// For the text as a whole.
    column: Column,
    /// How much the lengths of full lines differ.
    spread: f32,
    /// No line that goes on had room for the next word.
    sharp: bool,
    /// How far first lines of paragraphs are set in, in letters.
    indent: f32,
    /// The share of words amid sentences that begin with a capital.
    capitals: f32,
    /// Paragraphs for one sentence that ends within a paragraph.
    ends: f32,
}

/// Full lines for which one column is looked at.
const STRIDE: usize = 4;

/// How long full lines are.
#[derive(Clone, Copy, Debug, Default)]
struct Column {
    usual: f32,
    edge: f32,
}

impl Setting {
    /// Learns it. `sure`: numbers of lines that surely go on in the next. `piece`: the most letters of a next word that a
    /// line had to have room for.
    pub fn learn(lines: &[Line<'_>], sure: &[usize], piece: u32, base: u8) -> Self {
        let of = |measure: Measure| Self { measure, piece, ..Self::default() }.with_columns(lines, sure);
        let (even, book) = (of(Measure::Even), of(Measure::Book));
        let mut setting = if book.blur() < even.blur() { book } else { even };
        setting.learn_paragraphs(lines, base);
        setting
    }

    /// How badly its measure tells lines that had room from lines that had none.
    fn blur(&self) -> f32 {
        let long = quantile(self.full.iter().map(|f| f.length), 0.95);
        let near = quantile(self.full.iter().map(|f| f.reach), 0.05);
        (long - near) / self.column.usual.max(1.0)
    }

    fn with_columns(mut self, lines: &[Line<'_>], sure: &[usize]) -> Self {
        let all: Vec<Full> = sure.iter().filter_map(|&at| self.full_line(lines, at)).collect();
        let usual = quantile(all.iter().map(|f| f.length), 0.5);
        self.full =
            all.into_iter().filter(|f| f.length * 3.0 >= usual * 2.0 && f.length * 5.0 <= usual * 8.0).collect();
        self.column = Column::of(&self.full);
        self.columns = self.columns();
        let here: Vec<f32> = self.full.iter().map(|f| f.length - self.column_at(f.at).usual).collect();
        let quartile = |share: f32| quantile(here.iter().copied(), share);
        self.spread = ((quartile(0.75) - quartile(0.25)) * 0.74).max(usual * 0.01).max(0.3);
        self.sharp = self.blur() <= 0.0;
        self
    }

    fn full_line(&self, lines: &[Line<'_>], at: usize) -> Option<Full> {
        limits::checkpoint();
        let (a, b) = (lines.get(at)?, lines.get(at + 1)?);
        Some(Full { at, length: self.measure.of(&a.text), reach: self.reach(a, b) })
    }

    fn learn_paragraphs(&mut self, lines: &[Line<'_>], base: u8) {
        const ENOUGH: usize = 20_000;
        let lines = lines.get(..ENOUGH).unwrap_or(lines);
        let (mut ends, mut within) = (0u32, 0u32);
        let (mut capitals, mut words) = (0u32, 0u32);
        let mut firsts = Vec::new();
        for (at, pair) in lines.windows(2).enumerate() {
            let [a, b] = pair else { continue };
            within += sentences_within(&a.text);
            let (upper, all) = capitals_within(&a.text);
            capitals += upper;
            words += all;
            if self.room(at, a, b) > 2.0 * self.spread && !ends_open(&a.text) {
                ends += u32::from(b.blanks <= base);
                let goes_on = self.full.binary_search_by_key(&(at + 1), |f| f.at).is_ok();
                if goes_on {
                    firsts.push(self.column_at(at + 1).usual - self.measure.of(&b.text));
                }
            }
        }
        let n = firsts.len() as f32;
        self.indent = quantile(firsts.into_iter(), 0.5).clamp(0.0, 6.0) * n / (n + 2.0);
        self.capitals = (capitals as f32 + 2.0) / (words as f32 + 20.0);
        self.ends = (ends as f32 + 1.0) / (within as f32 + 2.0);
    }

    /// How much room line `a` had left when the next word is taken in; negative when it had none.
    fn room(&self, at: usize, a: &Line<'_>, b: &Line<'_>) -> f32 {
        let column = self.column_at(at);
        let reach = self.reach(a, b);
        column.edge - if self.is_joined(reach, column) { reach % column.usual.max(1.0) } else { reach }
    }

    /// The column around a line.
    fn column_at(&self, at: usize) -> Column {
        let here = self.full.partition_point(|f| f.at < at);
        self.columns.get(here / STRIDE).copied().unwrap_or(self.column)
    }

    /// The columns that [`Self::column_at`] gives.
    fn columns(&self) -> Vec<Column> {
        const AROUND: usize = 10;
        let around = |here: usize| {
            let near = self.full.get(here.saturating_sub(AROUND)..(here + AROUND).min(self.full.len()));
            near.filter(|near| near.len() >= AROUND).map_or(self.column, Column::of)
        };
        (0..self.full.len()).step_by(STRIDE).map(around).collect()
    }

    fn reach(&self, a: &Line<'_>, b: &Line<'_>) -> f32 {
        let word = b.text.split([' ', '\t']).next().unwrap_or_default();
        let length = self.measure.of(&a.text);
        if broken(&a.text).is_some() {
            return length + 2.0;
        }
        if word.chars().next().is_some_and(is_unspaced) {
            return length + 1.0;
        }
        let piece: String = word.chars().take(self.piece as usize).collect();
        length + self.measure.of(" ") + self.measure.of(&piece)
    }

    /// The length of a text, in letters.
    pub fn length(&self, text: &str) -> f32 {
        self.measure.of(text)
    }

    /// The usual length of full lines around a line.
    pub fn usual_at(&self, at: usize) -> f32 {
        self.column_at(at).usual
    }

    /// Whether there was no room for the next word on line `a`, which is line number `at` of the text.
    pub fn is_full(&self, at: usize, a: &Line<'_>, b: &Line<'_>) -> bool {
        self.room(at, a, b) <= 0.0
    }

    /// Whether line `a`, put together by nobody, had room for the next word and much more.
    pub fn is_short(&self, at: usize, a: &Line<'_>, b: &Line<'_>) -> bool {
        let column = self.column_at(at);
        self.room(at, a, b) > column.edge * 0.15 && !self.is_joined(self.measure.of(&a.text), column)
    }

    /// Whether a line fills more than a third of its column.
    pub fn is_long(&self, at: usize, a: &Line<'_>) -> bool {
        self.measure.of(&a.text) > self.column_at(at).edge * 0.35
    }

    /// The odds, as a logarithm, that the paragraph of line `a` ends with it; `at`: its number in the text, `b`: the line
    /// behind it, `c`: the one behind that.
    pub fn odds(
        &self,
        at: usize,
        run: Running,
        lines: (&Line<'_>, &Line<'_>, Option<&Line<'_>>),
        lexicon: &Lexicon,
    ) -> f32 {
        let open = ends_open(&lines.0.text);
        let features = self.features(at, run, lines, lexicon);
        features.iter().zip(WEIGHTS).map(|(x, (_, ended, opened))| x * if open { opened } else { ended }).sum()
    }

    fn features(
        &self,
        at: usize,
        run: Running,
        (a, b, c): (&Line<'_>, &Line<'_>, Option<&Line<'_>>),
        lexicon: &Lexicon,
    ) -> [f32; WEIGHTS.len()] {
        let flag = |yes: bool| f32::from(u8::from(yes));
        let column = self.column_at(at);
        let length = self.measure.of(&a.text);
        let joined = self.is_joined(length, column);
        let letters = self.room(at, a, b);
        let room = letters / self.spread;
        // A line that is longer than the column is none of its lines.
        let short =
            if length > 1.2 * column.usual { 0.0 } else { ((column.usual - length) / self.spread).clamp(-3.0, 4.0) };
        let first = first_letter(&b.text);
        let begins = lexicon.begins_sentence(&b.text);
        let behind = self.behind(at + 1, b, c);
        [
            1.0,
            flag(room > 0.0),
            room.clamp(0.0, 1.0),
            room.clamp(0.0, 4.0),
            flag(joined) * room.clamp(0.0, 4.0),
            flag(self.sharp) * letters.clamp(0.0, 3.0),
            (-room).clamp(0.0, 1.0),
            (-room).clamp(0.0, 4.0),
            short,
            short.max(0.0).powi(2),
            flag(joined),
            behind.indented,
            behind.room,
            behind.head,
            self.ends.ln().clamp(-3.0, 1.5),
            (run.sentences as f32 * self.ends).min(4.0),
            flag(run.quoting),
            flag(b.text.starts_with(['“', '„', '«', '"', '‘'])),
            flag(a.text.trim_end_matches(['.', ',']).ends_with(['”', '“', '»', '"', '’'])),
            flag(a.text.ends_with([':', ';'])),
            flag(first.is_some_and(|c| c.is_ascii_digit())),
            flag(starts_lower(&b.text)),
            flag(first.is_some_and(char::is_uppercase)) * -self.capitals.ln(),
            flag(run.lines == 1),
            flag(begins),
            flag(begins && run.lines == 1),
        ]
    }

    /// What the line behind says, if it goes on itself.
    fn behind(&self, at: usize, b: &Line<'_>, c: Option<&Line<'_>>) -> Behind {
        let column = self.column_at(at);
        let length = self.measure.of(&b.text);
        if !ends_open(&b.text) || self.is_joined(length, column) {
            return Behind::default();
        }
        let (indent, spread) = (self.indent, self.spread);
        let indented = (indent * (column.usual - length) - indent * indent / 2.0) / (spread * spread);
        let room = c.map_or(0.0, |c| (self.room(at, b, c) / spread).clamp(0.0, 4.0));
        let lower = c.is_some_and(|c| starts_lower(&c.text));
        Behind {
            indented: indented.clamp(-4.0, 4.0),
            room: if lower { room } else { 0.0 },
            head: if lower { 0.0 } else { room },
        }
    }

    /// Whether a reader of PDF put a line of this length together from several.
    fn is_joined(&self, length: f32, column: Column) -> bool {
        length > 1.6 * column.usual
    }
}

/// What the line behind says of whether it begins a paragraph.
#[derive(Clone, Copy, Debug, Default)]
struct Behind {
    /// How much likelier its length is for a line that is set in.
    indented: f32,
    /// Room it had for the next word, which does not begin with a capital: it must have been set in.
    room: f32,
    /// Room it had for the next word, which begins with a capital: it is a heading.
    head: f32,
}

impl Column {
    fn of(full: &[Full]) -> Self {
        Self { usual: quantile(full.iter().map(|f| f.length), 0.5), edge: quantile(full.iter().map(|f| f.reach), 0.07) }
    }
}

fn quantile(values: impl Iterator<Item = f32>, share: f32) -> f32 {
    let mut values: Vec<f32> = values.collect();
    values.sort_unstable_by(f32::total_cmp);
    let at = (values.len() as f32 * share) as usize;
    values.get(at).copied().unwrap_or(0.0)
}
