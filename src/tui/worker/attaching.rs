//! A brief gets its article from the reader: as `epitome attach` does, but that it replaces nothing and stores no text in
//! which a passage is not found.

use crate::library::attaching::{self, Kept};
use crate::library::{BriefId, Library, making};
use crate::text::counted;
use crate::tui::path;

/// Lays the article at a path or an address beside a brief; what to say then.
///
/// # Errors
/// Why it is not attached, in one line; then nothing has changed.
pub fn attach(library: &Library, id: &str, what: &str) -> Result<String, String> {
    let named = |e: &dyn ToString| format!("Not attached: {what}: {}", e.to_string());
    let name = BriefId::new(id).ok_or_else(|| format!("'{id}' is not the name of a brief"))?;
    let brief = library.load(&name).map_err(|e| format!("Not attached: {e}"))?.brief;
    let path = path::meant(what, super::home().as_deref());
    let (bytes, hint) = making::read(&path).map_err(|e| named(&e))?;
    let article = attaching::article(bytes, &hint, &brief).map_err(|e| named(&e))?;
    let title = brief.heading(id);
    let (lost, all) = attaching::lost(&brief, &article);
    if lost > 0 {
        let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        return Err(format!("Not attached: {lost} of {} are not in {file}", counted(all, "passage")));
    }
    match attaching::keep(library, &name, &article, false).map_err(|e| format!("Not attached: {e}"))? {
        Kept::Not => Err(format!("Not attached: another text is there as the article of ‘{title}’")),
        Kept::Beside | Kept::InPlaceOf(_) => Ok(format!("Attached: all passages of ‘{title}’ are in it.")),
    }
}
