//! What could not be saved when the program was left: said in a line each, and the words of notes kept in a file.

use std::path::Path;

use crate::brief::study::Change;
use crate::library::{BriefId, unsaved};
use crate::tui::deed::{Act, Deed};
use crate::tui::msg::Msg;
use crate::tui::writing::Writing;

/// What was not saved: the notes that were refused while the program ran, and what the answers tell that nobody took.
pub(super) fn unkept(state: Option<&Path>, refused: &[Writing], answers: impl Iterator<Item = Msg>) -> Vec<String> {
    let kept = |id: &str, words: &str| BriefId::new(id).map(|id| unsaved::said(state, &id, words));
    let line = |what: String, why: &str, words: Option<String>| match words {
        Some(words) => format!("not saved: {what}: {why}{words}"),
        None => format!("not saved: {what}: {}", why.trim_end_matches("; ")),
    };
    let earlier = refused.iter().map(|writing| {
        line(format!("note on {} of {}", writing.title, writing.id), "", kept(&writing.id, &writing.edit.text()))
    });
    let last = answers.filter_map(|msg| match msg {
        Msg::Done(deed, _, Err(why)) => {
            let words = words(&deed).and_then(|words| kept(&deed.id, words));
            Some(line(format!("{} of {}", deed.what, deed.id), &format!("{why}; "), words))
        }
        _ => None,
    });
    earlier.chain(last).collect()
}

/// The words of a note that a deed was to keep.
fn words(deed: &Deed) -> Option<&str> {
    let Act::Study(changes) = &deed.act else { return None };
    changes.iter().find_map(|change| match change {
        Change::AddNote { text, .. } | Change::EditNote { text, .. } => Some(text.as_str()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::unkept;
    use crate::brief::study::{Change, Target};
    use crate::tui::deed::{Act, Deed, Why};
    use crate::tui::edit::Edit;
    use crate::tui::msg::Msg;
    use crate::tui::writing::Writing;

    #[test]
    fn the_words_of_a_note_that_was_not_saved_are_in_a_file_that_is_named() {
        let state = std::env::temp_dir().join(format!("epitome-unkept-{}", std::process::id()));
        let mut writing = Writing::new("kerrick", Target::Brief, "the brief".to_owned());
        writing.edit = Edit::page("the first words");
        let note = Change::AddNote { on: Target::Brief, text: "the last words".to_owned() };
        let deed = |act| Deed { id: "kerrick".to_owned(), what: "note on claim 1".to_owned(), act: Act::Study(act) };
        let failed = |act| Msg::Done(deed(act), Why::Asked, Err("the disk is full".to_owned()));
        let answers = [failed(vec![note]), failed(vec![Change::SetStar(true)])];
        let lines = unkept(Some(&state), &[writing], answers.into_iter());
        let folder = state.join("not-saved");
        assert_eq!(
            lines,
            [
                format!("not saved: note on the brief of kerrick: the words are kept in {}", at(&folder, 1)),
                format!(
                    "not saved: note on claim 1 of kerrick: the disk is full; the words are kept in {}",
                    at(&folder, 2)
                ),
                "not saved: note on claim 1 of kerrick: the disk is full".to_owned(),
            ]
        );
        assert_eq!(std::fs::read_to_string(at(&folder, 2)).unwrap(), "the last words\n");
        std::fs::remove_dir_all(state).unwrap();
    }

    fn at(folder: &std::path::Path, n: u8) -> String {
        folder.join(format!("kerrick.note-{n}.txt")).display().to_string()
    }
}
