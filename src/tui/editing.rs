//! A brief's file in the editor outside, at the right line, and what is to be said of it afterwards. Called while the
//! terminal is another program's.

use crate::analysis::check;
use crate::brief::finding::Level;
use crate::brief::place::FieldPath;
use crate::brief::yaml;
use crate::library::{BriefId, Library, disk};
use crate::tui::effect::At;
use crate::tui::outside;

/// Opens a brief's file in the editor. Afterwards: whether it was changed, or what its first fault is and in which line.
pub fn brief(library: &Library, id: &str, at: At) -> Result<bool, (String, Option<usize>)> {
    let name = BriefId::new(id).ok_or_else(|| (format!("'{id}' is not the name of a brief"), None))?;
    let path = library.brief_path(&name);
    let text = disk::read_text(&path, yaml::LARGEST as u64).map(|(text, _)| text).unwrap_or_default();
    let line = match (at, yaml::read(text.as_bytes())) {
        (At::Line(line), _) => line,
        // Of a file that is no brief, what makes it none is what is to be mended.
        (_, Err(fault)) => fault.line,
        (At::Top, Ok(_)) => 1,
        (At::Claim(claim), Ok(loaded)) => line_of_claim(&loaded, claim),
    };
    outside::edit(library.root(), &path, line).map_err(|e| (e.to_string(), None))?;
    let (bytes, _) = disk::read(&path, yaml::LARGEST as u64).map_err(|e| (e.to_string(), None))?;
    found(&bytes, &name).map(|()| bytes != text.as_bytes())
}

/// The first thing that is to be said of a brief's file as it is now.
fn found(bytes: &[u8], name: &BriefId) -> Result<(), (String, Option<usize>)> {
    let loaded = match yaml::read(bytes) {
        Ok(loaded) => loaded,
        Err(fault) => {
            return Err((format!("{}: {fault} · e goes back to it", name.brief_file().display()), Some(fault.line)));
        }
    };
    let findings = check::check(&loaded, None);
    let worst = findings.iter().filter(|finding| finding.level != Level::Hint).min_by_key(|f| (f.level, f.line));
    worst.map_or(Ok(()), |finding| {
        let more = match findings.len() {
            1 => String::new(),
            n => format!(" ({} more: epitome check)", n - 1),
        };
        let (line, column) = (finding.line, finding.column);
        let (file, what) = (name.brief_file(), &finding.what);
        let said = format!("{}, line {line}, column {column}: {what}{more} · e goes back to it", file.display());
        Err((said, Some(line)))
    })
}

fn line_of_claim(loaded: &yaml::Loaded, claim: usize) -> usize {
    let claim = loaded.brief.claims.get(claim);
    let place = claim.and_then(|claim| loaded.places.place(&FieldPath::claim(&claim.id)));
    place.map_or(1, |place| place.position.line)
}
