//! One page to its glyphs: what stands where, how large, in which style, and where pictures are. Draws nothing and
//! decodes no image. Coordinates are points, x to the right and y downwards from the page's upper left corner.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Dict, String as PdfString};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, RenderContent, SoftMask, TransformExt, interpret_page,
};

use super::metadata::text_string;
use crate::ingest::limits;

/// Pictures of a page that are remembered.
const MOST_PICTURES: usize = 400;

/// A character where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// The character.
    pub c: char,
    /// Its left edge.
    pub x0: f32,
    /// Its right edge: where the next character would begin.
    pub x1: f32,
    /// Its baseline.
    pub y: f32,
    /// The font's size.
    pub size: f32,
    /// Whether the font is bold.
    pub bold: bool,
    /// Whether the font is slanted.
    pub italic: bool,
    /// Whether the document itself says that this is no part of its text (running heads, page numbers).
    pub artifact: bool,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Left.
    pub x0: f32,
    /// Top.
    pub y0: f32,
    /// Right.
    pub x1: f32,
    /// Bottom.
    pub y1: f32,
}

/// What stands on a page.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// Its characters, in the order in which they were drawn.
    pub glyphs: Vec<Glyph>,
    /// Its pictures: images, and drawn shapes of some size.
    pub pictures: Vec<Area>,
    /// Whether it holds an image.
    pub has_image: bool,
}

/// Reads a page. Of more than `most` characters the rest is left out.
pub fn read<'a>(page: &Page<'a>, cache: &InterpreterCache<'a>, most: usize) -> Sheet {
    let (width, height) = page.render_dimensions();
    let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let upright = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(upright, bounds, cache, page.xref(), settings);
    let mut reader = Reader::new(width, height, most);
    interpret_page(page, &mut context, &mut reader);
    reader.finish()
}

/// A character with the direction of its line, before the page is turned upright.
#[derive(Clone, Copy)]
struct Placed {
    glyph: Glyph,
    turn: Turn,
    visible: bool,
}

/// Which way a line runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Right,
    Down,
    Left,
    Up,
    Askew,
}

/// What a marked part of the page is.
enum Mark {
    Plain,
    Artifact,
    /// Its text as the document gives it, and how many characters there were before it.
    Said(String, usize),
}

struct Reader {
    sheet: Sheet,
    placed: Vec<Placed>,
    marks: Vec<Mark>,
    artifacts: usize,
    most: usize,
}

impl Reader {
    fn new(width: f32, height: f32, most: usize) -> Self {
        let sheet = Sheet { width, height, ..Sheet::default() };
        Self { sheet, placed: Vec::new(), marks: Vec::new(), artifacts: 0, most }
    }

    fn put(&mut self, drawn: &Drawn<'_>, at: Affine, visible: bool) {
        let [a, b, c, d, ..] = at.as_coeffs();
        let (across, up) = ((a.hypot(b) * 1000.0) as f32, (c.hypot(d) * 1000.0) as f32);
        if !(0.5..2000.0).contains(&up) {
            return;
        }
        // A substituted font is stretched to the width that the document gives; its advance is that width already.
        let advance = advance(drawn).unwrap_or(500.0) / 1000.0 * across.min(up);
        let turn = turn(a, b);
        let origin = at * Point::ZERO;
        let (bold, italic) = style(drawn);
        // A slanted baseline in an upright font is a slanted face.
        let italic = italic || (c * a + d * b).abs() > 0.1 * a.hypot(b) * c.hypot(d);
        let (x, y) = match turn {
            Turn::Right | Turn::Askew => (origin.x, origin.y),
            Turn::Left => (f64::from(self.sheet.width) - origin.x, f64::from(self.sheet.height) - origin.y),
            Turn::Down => (origin.y, f64::from(self.sheet.width) - origin.x),
            Turn::Up => (f64::from(self.sheet.height) - origin.y, origin.x),
        };
        let x = x as f32;
        let blank = Glyph { c: ' ', x0: x, x1: x, y: y as f32, size: up, bold, italic, artifact: self.artifacts > 0 };
        let text = unicode(drawn);
        let count = text.chars().count().max(1) as f32;
        for (i, c) in text.chars().enumerate() {
            let (x0, x1) = (x + advance * i as f32 / count, x + advance * (i + 1) as f32 / count);
            self.placed.push(Placed { glyph: Glyph { c, x0, x1, ..blank }, turn, visible });
        }
    }

    /// Puts what the document says a part reads as in the place of what was drawn for it.
    fn replace(&mut self, said: &str, from: usize) {
        const MOST: usize = 24;
        let Some(drawn) = self.placed.get(from..) else { return };
        let (Some(first), Some(last)) = (drawn.first().copied(), drawn.last().copied()) else { return };
        let one_line =
            drawn.iter().all(|p| p.turn == first.turn && (p.glyph.y - first.glyph.y).abs() < 0.5 * p.glyph.size);
        if !one_line || drawn.len() > MOST || said.chars().count() > MOST {
            return;
        }
        self.placed.truncate(from);
        let count = said.chars().count() as f32;
        let width = (last.glyph.x1 - first.glyph.x0) / count.max(1.0);
        for (i, c) in said.chars().enumerate() {
            let x0 = first.glyph.x0 + width * i as f32;
            self.placed.push(Placed { glyph: Glyph { c, x0, x1: x0 + width, ..first.glyph }, ..first });
        }
    }

    fn picture(&mut self, bounds: Rect) {
        const LEAST: f64 = 24.0;
        let page = Rect::new(0.0, 0.0, f64::from(self.sheet.width), f64::from(self.sheet.height));
        let seen = bounds.intersect(page);
        if seen.width() >= LEAST && seen.height() >= LEAST && self.sheet.pictures.len() < MOST_PICTURES {
            let (x0, y0, x1, y1) = (seen.x0 as f32, seen.y0 as f32, seen.x1 as f32, seen.y1 as f32);
            self.sheet.pictures.push(Area { x0, y0, x1, y1 });
        }
    }

    /// The page as it is read: turned as most of its lines run, of visible text where there is some, else of the text
    /// laid invisibly over a scan.
    fn finish(mut self) -> Sheet {
        let visible = self.placed.iter().filter(|p| p.visible && p.glyph.c.is_alphanumeric()).count();
        let hidden = self.placed.iter().filter(|p| !p.visible && p.glyph.c.is_alphanumeric()).count();
        let want_visible = visible >= hidden;
        let count = |turn: Turn| self.placed.iter().filter(|p| p.turn == turn).count();
        let turns = [Turn::Right, Turn::Down, Turn::Left, Turn::Up];
        let turn = turns.into_iter().rev().max_by_key(|&t| count(t)).unwrap_or(Turn::Right);
        if matches!(turn, Turn::Down | Turn::Up) {
            (self.sheet.width, self.sheet.height) = (self.sheet.height, self.sheet.width);
        }
        if turn != Turn::Right {
            self.sheet.pictures.clear();
        }
        let (width, height) = (self.sheet.width, self.sheet.height);
        let on_page = |g: &Glyph| (-1.0..=width + 1.0).contains(&g.x0) && (-1.0..=height + 1.0).contains(&g.y);
        let kept = self.placed.iter().filter(|p| p.turn == turn && p.visible == want_visible).map(|p| p.glyph);
        self.sheet.glyphs = kept.filter(on_page).collect();
        unmark_if_all_is_marked(&mut self.sheet.glyphs);
        self.sheet
    }
}

/// Some programs mark the whole page as no text; then the marks say nothing.
fn unmark_if_all_is_marked(glyphs: &mut [Glyph]) {
    let marked = glyphs.iter().filter(|g| g.artifact).count();
    if marked * 2 > glyphs.len() {
        glyphs.iter_mut().for_each(|g| g.artifact = false);
    }
}

fn turn(a: f64, b: f64) -> Turn {
    const SLOPE: f64 = 0.05;
    if b.abs() <= SLOPE * a.abs() {
        if a >= 0.0 { Turn::Right } else { Turn::Left }
    } else if a.abs() <= SLOPE * b.abs() {
        if b >= 0.0 { Turn::Down } else { Turn::Up }
    } else {
        Turn::Askew
    }
}

fn advance(drawn: &Drawn<'_>) -> Option<f32> {
    match drawn {
        Drawn::Outline(glyph) => glyph.advance_width(),
        Drawn::Type3(glyph) => glyph.advance_width(),
    }
    .filter(|w| w.is_finite())
}

/// Bold and italic, by the font's own description or by its name.
fn style(drawn: &Drawn<'_>) -> (bool, bool) {
    let Drawn::Outline(glyph) = drawn else { return (false, false) };
    let Some(font) = glyph.font_data() else { return (false, false) };
    let name = font.postscript_name.unwrap_or_default().to_ascii_lowercase();
    let named = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    let bold = font.weight.is_some_and(|w| w >= 600) || named(&["bold", "black", "heavy", "semibold", "-bd"]);
    (bold, font.is_italic || named(&["italic", "oblique", "slanted"]))
}

/// What a glyph reads as; U+FFFD when the document does not say.
fn unicode(drawn: &Drawn<'_>) -> String {
    match drawn.as_unicode() {
        Some(BfString::Char(c)) => c.to_string(),
        Some(BfString::String(s)) => s,
        None => char::REPLACEMENT_CHARACTER.to_string(),
    }
}

impl<'a> Device<'a> for Reader {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        limits::checkpoint();
        self.picture(props.transform.transform_rect_bbox(path.bounding_box()));
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, _: &DrawMode) {
        limits::checkpoint();
        self.picture(props.transform.transform_rect_bbox(*rect));
    }

    fn draw_image(&mut self, _: Image<'a, '_>, props: ImageDrawProps<'a>) {
        limits::checkpoint();
        self.sheet.has_image = true;
        self.picture(props.transform.transform_rect_bbox(Rect::new(0.0, 0.0, 1.0, 1.0)));
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        limits::checkpoint();
        for glyph in run.glyphs() {
            if self.placed.len() < self.most {
                self.put(glyph, props.transform * glyph.transform(), !matches!(mode, DrawMode::Invisible));
            }
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let said = properties.and_then(|p| p.get::<PdfString<'_>>("ActualText"));
        let mark = match said {
            _ if tag == b"Artifact" => Mark::Artifact,
            Some(said) => Mark::Said(text_string(said.as_bytes()), self.placed.len()),
            None => Mark::Plain,
        };
        self.artifacts += usize::from(matches!(mark, Mark::Artifact));
        self.marks.push(mark);
    }

    fn end_marked_content(&mut self) {
        match self.marks.pop() {
            Some(Mark::Artifact) => self.artifacts = self.artifacts.saturating_sub(1),
            Some(Mark::Said(said, from)) => self.replace(&said, from),
            Some(Mark::Plain) | None => {}
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        limits::checkpoint();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
