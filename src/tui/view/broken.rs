//! Draws what stands where a brief would that cannot be read.

use std::rc::Rc;

use ratatui::buffer::Buffer;

use crate::tui::layout::{self, Areas, MARGIN};
use crate::tui::model::Model;
use crate::tui::pane::Pane;
use crate::tui::screen::broken;
use crate::tui::sheet::Sheet;
use crate::tui::view::chrome;
use crate::tui::view::sheet::{self, Marks};

/// Draws the screen of a brief that cannot be read, and why.
pub fn draw(model: &Model, id: &str, why: &str, buffer: &mut Buffer) {
    let areas = Areas::single(model.size);
    let measure = layout::measure(areas.left, MARGIN, model.measure);
    let mut pane = Pane::default();
    pane.set(Rc::new(Sheet::new(broken::of(&model.desk, id, why), measure, MARGIN)), usize::from(areas.left.height));
    sheet::draw(model, &pane, areas.left, Marks::default(), buffer);
    let keys = [("e", "edit"), ("q", "back"), ("?", "keys")];
    let without_editor = usize::from(model.is_unsaved());
    chrome::foot_with(model, areas.foot, "", keys.get(without_editor..).unwrap_or_default(), buffer);
}
