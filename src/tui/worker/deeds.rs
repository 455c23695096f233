//! What a reader does to files, carried out. Refuses to put anything over what somebody else wrote meanwhile.

use std::collections::BTreeSet;

use crate::brief::study::Moment;
use crate::brief::yaml::{self, Loaded};
use crate::brief::{ClaimId, merge, splice};
use crate::library::store::Store;
use crate::library::trash;
use crate::library::{BriefId, Library, LibraryError};
use crate::tui::deed::{Act, Deed, Done};

/// Does something to the files of a brief.
///
/// # Errors
/// Why it could not be done, in one line; then nothing has changed.
pub fn carry_out(library: &Library, store: &Store, deed: &Deed, now: Moment) -> Result<Done, String> {
    let id = BriefId::new(&deed.id).ok_or_else(|| format!("'{}' is not the name of a brief", deed.id))?;
    match &deed.act {
        Act::Study(changes) => {
            let applied = store.apply(&id, changes, now)?;
            Ok(Done {
                inverse: Act::Study(applied.inverse),
                study: Some(Box::new(applied.study)),
                remarks: applied.remarks.iter().map(ToString::to_string).collect(),
                missed: applied.missed.iter().map(|missed| missed.why.to_owned()).collect(),
            })
        }
        Act::Revise { was, to } => rewrite(library, &id, |loaded| {
            if loaded.brief != **was {
                return Err("the brief's file was changed meanwhile; R reads it again".to_owned());
            }
            splice::revise(loaded, to).map_err(|fault| fault.to_string())
        }),
        Act::Trash(ids) => {
            let ids: Vec<BriefId> = ids.iter().filter_map(|id| BriefId::new(id)).collect();
            let thrown = trash::throw(library, &ids).map_err(|e| unmoved(&e))?;
            Ok(Done::without_study(Act::Untrash(thrown)))
        }
        Act::Untrash(thrown) => {
            trash::restore(library, thrown).map_err(|e| unmoved(&e))?;
            Ok(Done::without_study(Act::Trash(thrown.iter().map(|trashed| trashed.id.to_string()).collect())))
        }
        Act::Restore { was, to } => {
            rewrite(
                library,
                &id,
                |loaded| {
                    if loaded.text == *was { Ok(to.clone()) } else { restored(was, to, &loaded.text) }
                },
            )
        }
    }
}

/// What is to be put back, in a file that was changed since: where that touched other lines, both stand.
fn restored(was: &str, to: &str, now: &str) -> Result<String, String> {
    let both = merge::merge(was, to, now).filter(|text| {
        let Ok(Loaded { brief, .. }) = yaml::read(text.as_bytes()) else { return false };
        let ids: BTreeSet<&ClaimId> = brief.claims.iter().map(|claim| &claim.id).collect();
        ids.len() == brief.claims.len()
    });
    both.ok_or_else(|| "the brief's file was changed in the same place since; it is left as it is".to_owned())
}

/// Why a brief stays where it is.
fn unmoved(e: &LibraryError) -> String {
    use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
    match e {
        LibraryError::Write(_, why) if matches!(why.kind(), PermissionDenied | ReadOnlyFilesystem) => {
            "this library can only be read".to_owned()
        }
        e => e.to_string(),
    }
}

/// Replaces the text of a brief's file by another; what takes it back puts the old one there again.
fn rewrite(
    library: &Library,
    id: &BriefId,
    change: impl FnOnce(&Loaded) -> Result<String, String>,
) -> Result<Done, String> {
    let (to, was) = library.revise(id, |loaded, _| change(loaded))?;
    Ok(Done::without_study(Act::Restore { was, to }))
}
