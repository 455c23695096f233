//! Where things stand on a screen of a given size: used by `update` to set text and by `view` to draw it.

use ratatui::layout::Rect;

/// From this many columns on two panes stand side by side.
pub const TWO_PANES: u16 = 100;
/// From this many columns on the shelf shows a preview beside its list.
pub const PREVIEWED: u16 = 108;
/// The fewest cells of the list beside a preview: a title has 44 of them.
const LIST: u16 = 66;
/// As many columns give a list room for title and publisher.
const ENOUGH: u16 = 140;
/// Text is set at most so many cells wide, unless the reader asks for more.
pub const MEASURE: u16 = 72;
/// The narrowest and the widest that the reader can ask for, in cells.
pub const MEASURES: (u16, u16) = (40, 100);
/// The smallest screen that is drawn on, in columns and rows.
pub const SMALLEST: (u16, u16) = (40, 12);
/// Cells left of a text for the bar, a number and a space.
pub const MARGIN: u16 = 4;

/// The same for a brief, with a cell for what the reader added.
pub const BRIEF_MARGIN: u16 = 5;
/// The same for an article, beside which the numbers of several claims may stand.
pub const ARTICLE_MARGIN: u16 = 6;

/// The fewest and the most lines of the page on which a note is written.
const NOTE: (u16, u16) = (3, 8);

/// Where a note of so many lines is written: its head, the page and the keys below it.
pub fn note(size: (u16, u16), lines: usize) -> Rect {
    let page = u16::try_from(lines).unwrap_or(u16::MAX).clamp(NOTE.0, NOTE.1);
    let height = (page + 2).min(size.1.saturating_sub(4)).max(3).min(size.1);
    Rect::new(0, size.1 - height, size.0, height)
}

/// The cells that a note's text may fill.
pub fn note_measure(size: (u16, u16), widest: u16) -> u16 {
    size.0.saturating_sub(MARGIN + 2).min(widest)
}

/// Whether the screen is too small to draw on.
pub const fn too_small(size: (u16, u16)) -> bool {
    size.0 < SMALLEST.0 || size.1 < SMALLEST.1
}

/// The parts of a screen with one or two panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// The line at the top, where the screen has one.
    pub head: Rect,
    /// The rule below it.
    pub head_rule: Rect,
    /// The left pane, or the only one.
    pub left: Rect,
    /// The line between the panes.
    pub between: Rect,
    /// The right pane; empty when there is one pane only.
    pub right: Rect,
    /// The rule above the footer.
    pub foot_rule: Rect,
    /// The line at the bottom.
    pub foot: Rect,
}

impl Areas {
    /// Divides a screen: `head` lines at the top, and the left of two panes so many columns wide.
    fn new(size: (u16, u16), head: u16, left: Option<u16>) -> Self {
        let (w, h) = size;
        let rule = u16::from(head > 0);
        let foot_rule = u16::from(h >= 14);
        let body = h.saturating_sub(head + rule + foot_rule + 1);
        let top = head + rule;
        let row = |y, height| Rect::new(0, y, w, height);
        let left_width = left.map_or(w, |left| left.min(w));
        Self {
            head: row(0, head),
            head_rule: row(head, rule),
            left: Rect::new(0, top, left_width, body),
            between: Rect::new(left_width, top, u16::from(left.is_some()), body),
            right: Rect::new(left_width + u16::from(left.is_some()), top, w.saturating_sub(left_width + 1), body),
            foot_rule: row(top + body, foot_rule),
            foot: row(h.saturating_sub(1), 1),
        }
    }

    /// The shelf: a list, and beside it a preview where titles lose nothing by it.
    pub fn shelf(size: (u16, u16)) -> Self {
        Self::new(size, 1, (size.0 >= PREVIEWED).then(|| list(size.0)))
    }

    /// The reader: a brief, and beside it the evidence where the screen is `split`; on a tall screen with a line of air
    /// above, in which the title stands once it has scrolled away.
    pub fn reader(size: (u16, u16), split: bool) -> Self {
        let areas = Self::new(size, 0, split.then_some(size.0.div_ceil(2)));
        let air = u16::from(size.1 >= 24);
        let lower = |area: Rect| Rect { y: area.y + air, height: area.height.saturating_sub(air), ..area };
        let head = Rect { height: air, ..areas.left };
        Self { head, left: lower(areas.left), right: lower(areas.right), ..areas }
    }

    /// The head of the evidence pane (which paragraph, its state; below it so many lines of what is said of it), and the
    /// text below it.
    pub fn evidence(pane: Rect, said: usize) -> (Rect, Rect) {
        let air = if pane.height >= 16 { 2 } else { 1 };
        let said = u16::try_from(said.saturating_sub(1)).unwrap_or(u16::MAX).min(pane.height / 2);
        let head = (1 + said + air).min(pane.height);
        (Rect { height: head, ..pane }, Rect { y: pane.y + head, height: pane.height - head, ..pane })
    }

    /// A single text.
    pub fn single(size: (u16, u16)) -> Self {
        Self::new(size, 1, None)
    }

    /// An article: title and byline, and how much of it the brief covers.
    pub fn article(size: (u16, u16)) -> Self {
        Self::new(size, if size.1 >= 20 { 2 } else { 1 }, None)
    }

    /// Two briefs: their titles, bylines and the counts at the top; two equal sides, or one below the other.
    pub fn compare(size: (u16, u16)) -> Self {
        let head = if two(size) || size.1 < 22 { 3 } else { 5 };
        Self::new(size, head, two(size).then_some(size.0.saturating_sub(1) / 2))
    }

    /// The passages of two claims: whose they are, the claims in so many lines each, then two equal panes; one over the
    /// other on a narrow screen, where a claim leaves room for some lines of its passage.
    pub fn passages(size: (u16, u16), claims: [u16; 2]) -> SideBySide {
        if two(size) {
            let most = size.1.saturating_sub(12).max(1);
            let tall = claims[0].max(claims[1]).clamp(1, most);
            let areas = Self::new(size, 1 + tall, Some(size.0.saturating_sub(1) / 2));
            let claim = |pane: Rect| Rect { y: areas.head.y + 1, height: tall.min(areas.head.height), ..pane };
            let panes = [areas.left, areas.right];
            return SideBySide { areas, claims: panes.map(claim), panes };
        }
        let areas = Self::new(size, 2, None);
        let upper = areas.left.height.saturating_sub(1) / 2;
        let below = (upper + 1).min(areas.left.height);
        let halves = [
            Rect { height: upper, ..areas.left },
            Rect { y: areas.left.y + below, height: areas.left.height - below, ..areas.left },
        ];
        let tall = |side: usize| claims[side].min(halves[side].height.saturating_sub(5));
        let claim = |side: usize| Rect { height: tall(side), ..halves[side] };
        let pane = |side: usize| {
            let (half, tall) = (halves[side], tall(side));
            Rect { y: half.y + tall, height: half.height - tall, ..half }
        };
        SideBySide { areas, claims: [claim(0), claim(1)], panes: [pane(0), pane(1)] }
    }

    /// Whether there are two panes.
    pub const fn two_panes(&self) -> bool {
        self.between.width > 0
    }
}

/// Where two claims stand, and the passages of each.
#[derive(Clone, Copy, Debug)]
pub struct SideBySide {
    /// The screen.
    pub areas: Areas,
    /// The claims.
    pub claims: [Rect; 2],
    /// The passages.
    pub panes: [Rect; 2],
}

/// The cells of the shelf's list beside the preview: most of a screen, and of what is more than enough for a title and a
/// publisher the half.
fn list(columns: u16) -> u16 {
    let most = columns.min(ENOUGH);
    (most * 3 / 5).max(LIST) + (columns - most) / 2
}

/// Whether a screen is wide enough for two panes.
pub const fn two(size: (u16, u16)) -> bool {
    size.0 >= TWO_PANES
}

/// The cells text may fill in a pane: at most `widest`, a margin at its left and some air at its right.
pub fn measure(pane: Rect, margin: u16, widest: u16) -> u16 {
    let air = if pane.width >= 60 { 2 } else { 1 };
    pane.width.saturating_sub(margin + air).clamp(1, widest.max(1))
}

/// A pane's text area: the pane itself, or its middle when the text does not fill it.
pub fn column(pane: Rect, measure: u16, margin: u16) -> Rect {
    let free = pane.width.saturating_sub(measure + margin);
    let shift = if free > 8 { free / 2 - margin.min(free / 2) / 2 } else { 0 };
    Rect { x: pane.x + shift, width: pane.width - shift, ..pane }
}

#[cfg(test)]
mod tests {
    use super::Areas;

    #[test]
    fn the_parts_of_a_screen_never_overlap_nor_leave_it() {
        for w in [0, 1, 39, 40, 60, 99, 100, 120, 200, 1000] {
            for h in [0, 1, 5, 12, 13, 14, 24, 50, 300] {
                for areas in [
                    Areas::shelf((w, h)),
                    Areas::reader((w, h), w >= 100),
                    Areas::single((w, h)),
                    Areas::compare((w, h)),
                ] {
                    let body = [areas.left, areas.between, areas.right];
                    assert!(
                        body.iter().all(|r| r.right() <= w.max(1) + 1 && (h < 12 || r.bottom() <= h)),
                        "{w}x{h} {areas:?}"
                    );
                    if h >= 12 {
                        assert_eq!(areas.left.bottom() + areas.foot_rule.height + 1, h, "{w}x{h}");
                    }
                }
            }
        }
    }
}
