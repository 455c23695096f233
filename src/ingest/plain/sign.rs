//! What a single block is by its own words and shape: a caption, a pointer to another article, a notice, a label, running
//! words. Refuses to look at its neighbours: that is the business of `body`.

use std::sync::LazyLock;

use crate::ingest::limits;
use crate::ingest::metadata::byline;
use crate::ingest::metadata::date::{self, Slashes};
use crate::ingest::plain::phrases::Phrases;
use crate::ingest::plain::shape::{Shape, ends_sentence, is_item};
use crate::ingest::plain::words::{
    CALLINGS, CAPTION_LEADS, COPYRIGHT, CREDIT_LEADS, ENDINGS, FIRST_STOOD, IS_A, LABELS, NOTE_LEADS, NOTICES,
    PICTURE_HOUSES, POINTERS, SELF,
};
use crate::ingest::plain::wrap::Block;

static CALLING: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(CALLINGS));
static CAPTION: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(CAPTION_LEADS));
static CREDIT: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(CREDIT_LEADS));
static END: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(ENDINGS));
static LABEL: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(LABELS));
static NOTE: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(NOTE_LEADS));
static NOTICE: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(NOTICES));
static SELVES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(SELF));
static STOOD: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(FIRST_STOOD));
static PICTURES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(PICTURE_HOUSES));
static POINTER: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(POINTERS));

/// What a block is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Running words, in sentences, as long as a paragraph.
    Prose,
    /// One short sentence or two.
    Sentence,
    /// A few words that are no sentence: a heading, a link, a button.
    Words,
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
    /// Who wrote it.
    Byline,
    /// When it was published, with few words beside.
    Dateline,
    /// What a picture shows or who made it.
    Caption,
    /// A button, a label, a control of a player, a page number.
    Label,
    /// A pointer to another article or a service.
    Pointer,
    /// Law, data protection, subscriptions.
    Notice,
    /// Behind it there is no article any more.
    Ending,
    /// A note of the editors, a footnote.
    Note,
    /// Who the author is.
    Bio,
}

impl Sign {
    /// Whether it may be the article's own text.
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Prose | Self::Sentence)
    }

    /// Whether it is never the article's own text, wherever it stands.
    pub const fn is_page(self) -> bool {
        matches!(
            self,
            Self::Byline | Self::Dateline | Self::Caption | Self::Label | Self::Pointer | Self::Notice | Self::Ending
        )
    }
}

/// Reads the sign of a block.
pub fn of(block: &Block) -> Sign {
    if block.furniture { Sign::Label } else { of_text(&block.text) }
}

/// The same, of a block whose shape is known: `shape` must be [`Shape::of`] its text.
pub fn of_shaped(block: &Block, shape: &Shape) -> Sign {
    if block.furniture { Sign::Label } else { of_shaped_text(&block.text, shape) }
}

/// Reads the sign of a text.
pub fn of_text(text: &str) -> Sign {
    of_shaped_text(text, &Shape::of(text))
}

fn of_shaped_text(text: &str, shape: &Shape) -> Sign {
    limits::checkpoint();
    if text.contains('\t') && !text.starts_with('\t') {
        return Sign::Row;
    }
    let low = Low::of(text);
    marked(text, shape, &low).unwrap_or_else(|| by_shape(text, shape))
}

/// A text in lower case, apostrophes made alike: all of it where it is short, else its beginning and its end.
struct Low {
    text: String,
    /// Where the beginning ends and the end begins.
    head_end: usize,
    tail_start: usize,
    whole: bool,
}

impl Low {
    /// A longer text is no notice and no caption: only its ends are read.
    const SHORT: usize = 1200;
    const HEAD: usize = 100;
    const TAIL: usize = 140;

    fn of(text: &str) -> Self {
        let whole = text.len() <= Self::SHORT;
        let head = text.char_indices().nth(Self::HEAD).map_or(text.len(), |(at, _)| at);
        let tail = text.char_indices().rev().nth(Self::TAIL - 1).map_or(0, |(at, _)| at);
        let kept = if whole {
            lower(text)
        } else {
            lower(text.get(..head).unwrap_or_default()) + "\n" + &lower(text.get(tail..).unwrap_or_default())
        };
        let head_end = kept.char_indices().nth(Self::HEAD).map_or(kept.len(), |(at, _)| at);
        let tail_start = kept.char_indices().rev().nth(Self::TAIL - 1).map_or(0, |(at, _)| at);
        Self { text: kept, head_end, tail_start, whole }
    }

    fn head(&self) -> &str {
        self.text.get(..self.head_end).unwrap_or_default()
    }

    fn tail(&self) -> &str {
        self.text.get(self.tail_start..).unwrap_or_default()
    }
}

fn lower(text: &str) -> String {
    let low = text.to_lowercase();
    if low.contains('’') { low.replace('’', "'") } else { low }
}

fn marked(text: &str, shape: &Shape, low: &Low) -> Option<Sign> {
    let short = shape.mass() <= 90;
    let sign = if shape.lower + shape.words == 0 || is_label(low, shape) {
        Sign::Label
    } else if NOTE.begin(low.head()) || is_footnote(text) {
        Sign::Note
    } else if is_caption(text, shape, low) {
        Sign::Caption
    } else if is_notice(shape, low) {
        Sign::Notice
    } else if short && !ends_sentence(text) && END.begin(low.head()) {
        Sign::Ending
    } else if shape.mass() <= 160 && POINTER.begin(low.head()) && (short || !ends_sentence(text)) {
        Sign::Pointer
    } else if is_dateline(text, shape) {
        Sign::Dateline
    } else if is_byline(text, shape) {
        Sign::Byline
    } else if is_bio(text, shape, low) {
        Sign::Bio
    } else {
        return None;
    };
    Some(sign)
}

fn by_shape(text: &str, shape: &Shape) -> Sign {
    let running = shape.lower_share() >= 0.4 && shape.words >= 5;
    let ended = ends_sentence(text) || (text.ends_with(':') && shape.words >= 6);
    if is_item(text) {
        Sign::Item
    } else if running && (ended && shape.mass() >= 100 || shape.mass() >= 180) {
        Sign::Prose
    } else if (running || shape.words >= 4) && ended && shape.mass() >= 20 && shape.lower >= 2 || is_terse(text, shape)
    {
        Sign::Sentence
    } else {
        Sign::Words
    }
}

/// 'Nobody was hurt.': three words are a sentence where they end like one and all but the first begin small. A button
/// says as little, but hardly ever with a full stop.
fn is_terse(text: &str, shape: &Shape) -> bool {
    shape.words >= 3 && shape.lower + 1 >= shape.words && shape.mass() >= 12 && text.ends_with(['.', '。'])
}

fn is_label(low: &Low, shape: &Shape) -> bool {
    if shape.mass() > 60 {
        return false;
    }
    let bare = low.head().trim_matches(|c: char| !c.is_alphanumeric());
    let letters = low.head().chars().filter(|c| c.is_alphabetic()).count();
    let clock = low.head().contains(':') && letters <= 8 && shape.digits >= 3;
    bare.is_empty() || LABEL.is(bare) || letters == 0 || clock || is_page_number(low.head())
}

/// `Page 3 of 12`, `- 3 -`, `3/12`: digits and at most two short words, of which nothing else is made.
fn is_page_number(low: &str) -> bool {
    const PAGE: &[&str] = &[
        "page",
        "seite",
        "página",
        "pagina",
        "strona",
        "sida",
        "side",
        "sivu",
        "strana",
        "страница",
        "sayfa",
        "oldal",
        "p",
        "s",
    ];
    let mut words = low.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let first = words.next().unwrap_or_default();
    let number = |w: &str| w.bytes().all(|b| b.is_ascii_digit());
    PAGE.contains(&first) && words.clone().any(number) && words.all(|w| number(w) || w.chars().count() <= 3)
}

/// Whether a line is a page's number, alone or in so many words.
pub fn is_page_mark(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| c == '-' || c == '–' || c.is_whitespace());
    let number = !bare.is_empty() && bare.len() <= 4 && bare.bytes().all(|b| b.is_ascii_digit());
    number || (text.len() <= 40 && is_page_number(&lower(text)))
}

/// Whether a line begins a caption by naming the maker of its picture.
pub fn begins_credit(text: &str) -> bool {
    text.len() <= 120 && text.contains(':') && names_maker(&lower(text))
}

/// A footnote: a number run on to a capital, `1See there`, or in brackets, `[1] See`.
fn is_footnote(text: &str) -> bool {
    let bracketed = text.strip_prefix('[').and_then(|t| t.split_once(']')).is_some_and(|(n, rest)| {
        !n.is_empty() && n.len() <= 3 && n.bytes().all(|b| b.is_ascii_digit()) && rest.len() > 10
    });
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    let run_on = (1..=2).contains(&digits) && rest.starts_with(char::is_uppercase) && ends_sentence(text);
    bracketed || (run_on && rest.chars().nth(1).is_some_and(char::is_lowercase))
}

fn is_caption(text: &str, shape: &Shape, low: &Low) -> bool {
    if shape.mass() > 600 {
        return false;
    }
    if CAPTION.begin(low.head()) || ends_in_duration(low.tail()) {
        return true;
    }
    if text.starts_with('©') || text.starts_with("(c)") {
        return shape.mass() <= 90;
    }
    let head: String = low.head().chars().take(30).collect();
    let tail_from = low.tail().char_indices().rev().nth(89).map_or(0, |(at, _)| at);
    let tail = low.tail().get(tail_from..).unwrap_or_default();
    let short = shape.mass() <= 400;
    (shape.mass() <= 200 && names_maker(&head))
        || (short && names_maker(tail))
        || in_brackets(tail).is_some_and(names_maker)
        || (short && tail.contains('©'))
        || (short && in_brackets(tail).is_some_and(|inner| inner.contains('/') || is_picture_house(inner)))
        || (short && tail.rsplit_once('/').is_some_and(|(_, last)| is_picture_house(last)))
}

/// Whether a text ends with how long a film is: `… | 3:18 min`.
fn ends_in_duration(low: &str) -> bool {
    let clock = low.strip_suffix(" min").and_then(|rest| rest.rsplit([' ', '|']).next());
    clock.and_then(|clock| clock.split_once(':')).is_some_and(|(minutes, seconds)| {
        let digits = |s: &str| !s.is_empty() && s.len() <= 3 && s.bytes().all(|b| b.is_ascii_digit());
        digits(minutes) && seconds.len() == 2 && digits(seconds)
    })
}

/// Whether a text names the maker of a picture: `Foto: Jane Doe/AFP`, `(Photo by Jane Doe)`. The word stands at its
/// beginning or behind a mark, not within a sentence.
fn names_maker(low: &str) -> bool {
    CREDIT.find(low).any(|(at, lead)| {
        let before = low.get(..at).unwrap_or_default().trim_end().chars().next_back();
        let rest = low.get(at + lead.len()..).unwrap_or_default().trim_start();
        before.is_none_or(|c| !c.is_alphabetic() && c != ':')
            && [":", "by ", "von ", "courtesy "].iter().any(|mark| rest.starts_with(mark))
    })
}

/// What stands in brackets at a text's very end.
fn in_brackets(low: &str) -> Option<&str> {
    let inside = low.trim_end_matches('.').strip_suffix([')', ']'])?;
    inside.rsplit_once(['(', '[']).map(|(_, inner)| inner).filter(|inner| inner.len() <= 80)
}

fn is_picture_house(low: &str) -> bool {
    let bare = low.trim_matches(|c: char| !c.is_alphanumeric());
    bare.chars().count() > 1 && (PICTURES.is(bare) || bare.ends_with(" images") || bare.starts_with("getty"))
}

fn is_notice(shape: &Shape, low: &Low) -> bool {
    if !low.whole {
        return false;
    }
    // Two phrases at one place, `subscribe` and `subscribers`, are one.
    let mut places: Vec<usize> = NOTICE.find(&low.text).map(|(at, _)| at).collect();
    places.dedup();
    let hits = places.len();
    hits >= 3 || (hits == 2 && shape.mass() <= 450) || (hits == 1 && shape.mass() <= 110)
}

fn is_dateline(text: &str, shape: &Shape) -> bool {
    if shape.mass() > 160 || shape.digits < 5 || (ends_sentence(text) && shape.lower > 5) {
        return false;
    }
    let found = date::find(text, Slashes::DayFirst);
    let spent: usize = found.iter().map(|f| f.span.len()).sum();
    !found.is_empty() && shape.mass() <= spent + 90 && (shape.lower <= 5 || spent * 3 >= shape.mass())
}

/// A byline: a lead and names; in English also a lead and the name of a desk or a house.
fn is_byline(text: &str, shape: &Shape) -> bool {
    let house = || {
        let rest = text.strip_prefix("By ").or_else(|| text.strip_prefix("BY "));
        shape.mass() <= 60 && !ends_sentence(text) && rest.is_some_and(|rest| rest.split(' ').count() <= 5)
    };
    shape.mass() <= 200 && (byline::authors(text).is_some() || house())
}

/// `Jane Doe is a senior analyst at …`: a name, a word for being, a calling, near the beginning.
fn is_bio(text: &str, shape: &Shape, low: &Low) -> bool {
    if shape.mass() > 500 || shape.words < 4 {
        return false;
    }
    CALLING.find(low.head()).next().is_some() && bio_name(text).is_some()
}

/// The name that a line which says who somebody is begins with.
pub fn bio_name(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').take(8).collect();
    (2..=5).find_map(|n| {
        let name = words.get(..n)?.join(" ");
        let rest = words.get(n..)?.join(" ");
        let is = IS_A.iter().any(|is| rest.strip_prefix(is).is_some_and(|r| r.starts_with(' ')));
        (is && byline::is_name(&name)).then_some(name)
    })
}

/// `Copyright © 2014, Centre for Security Governance. All rights reserved.`: the owner.
pub fn copyright_owner(text: &str) -> Option<String> {
    let at = text.find('©').map(|at| at + '©'.len_utf8()).or_else(|| text.find("(c) ").map(|at| at + 4));
    let at = at.or_else(|| text.find("Copyright ").map(|at| at + "Copyright ".len()))?;
    let rest = text.get(at..)?;
    let starts_with_year = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let copyright = COPYRIGHT.iter().any(|word| text.to_lowercase().contains(word) && *word != "©");
    if !(starts_with_year || copyright) || Shape::of(text).mass() > 250 {
        return None;
    }
    let skip =
        |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '.' | ':' | '|' | '©');
    let rest = rest.trim_start_matches(skip).trim_start_matches("by ").trim_start_matches("Copyright ");
    let name = rest.split(['.', '|', '•', '·', ';', '©']).next()?.split(" - ").next()?.trim();
    let name = COPYRIGHT.iter().fold(name, |name, word| cut_before(name, word));
    let name = name.trim_matches(|c: char| skip(c) || c == '(' || c == ')');
    let words = name.split_whitespace().count();
    ((1..=7).contains(&words) && name.starts_with(char::is_uppercase) && name.chars().count() > 2)
        .then(|| name.to_owned())
}

/// A text up to a word, whatever its case.
fn cut_before<'a>(text: &'a str, word: &str) -> &'a str {
    match text.to_lowercase().find(word) {
        Some(at) if at > 0 => text.get(..at).unwrap_or(text),
        _ => text,
    }
}

/// Whether a text says of itself that it stood elsewhere before: a note of the editors.
pub fn stood_elsewhere(text: &str) -> bool {
    const LONGEST: usize = 1500;
    if text.len() > LONGEST {
        return false;
    }
    let low = lower(text);
    SELVES.find(&low).next().is_some() && STOOD.find(&low).next().is_some()
}
