//! Draws what is said: in the bottom line, and over as many lines above it as the sentence takes. Cuts nothing short
//! without saying where the whole is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::wrap::{Setting, wrap};
use crate::tui::model::{Model, Notice};
use crate::tui::theme::{Role, Sign};
use crate::tui::view::{clear, fill, put_right, put_wrapped};

/// The most lines of the screen that a message covers.
const LINES: u16 = 4;
/// Where a longer one is to be read.
const WHOLE: &str = "gm shows it whole";

/// Draws a message in the bottom line; over lines above it when it is longer than that.
pub fn draw(model: &Model, notice: &Notice, foot: Rect, buffer: &mut Buffer) {
    let inner = Rect { x: foot.x + 1, width: foot.width.saturating_sub(2), ..foot };
    let rows = wrap(&notice.text, &Setting::new(usize::from(inner.width).max(1))).len();
    let height = u16::try_from(rows).unwrap_or(u16::MAX).clamp(1, LINES.min(foot.y.max(1)));
    // What is typed keeps the bottom line.
    let bottom = foot.bottom().saturating_sub(u16::from(model.prompt.is_some()));
    let panel = Rect { y: bottom.saturating_sub(height), height, ..foot };
    clear(buffer, panel, model.theme.style(Role::Text));
    if height > 1 && panel.y > 0 {
        let rule = Rect { y: panel.y - 1, height: 1, ..panel };
        clear(buffer, rule, model.theme.style(Role::Text));
        fill(buffer, rule, model.theme.sign(Sign::Across), model.theme.style(Role::Rule));
    }
    let style = model.theme.style(if notice.bad { Role::Bad } else { Role::Notice });
    put_wrapped(model, buffer, Rect { x: inner.x, width: inner.width, ..panel }, &notice.text, style);
    if rows > usize::from(height) {
        let more = format!(" {} {WHOLE}", model.theme.sign(Sign::Ellipsis));
        let last = Rect { y: panel.bottom() - 1, height: 1, ..inner };
        put_right(buffer, last, &more, model.theme.style(Role::Dim));
    }
}
