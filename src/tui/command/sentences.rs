//! What a command's sentence is on one screen, where the table's own speaks of several; and the keys that change
//! what is typed, which are no commands. Refuses to bind a key.

use crate::tui::command::{Command, Row, Scope};

/// The sentences of single screens.
const OWN: &[(Scope, Command, &str)] = &[
    (Scope::Shelf, Command::Down, "Goes to the next brief; with a number, that many."),
    (Scope::Shelf, Command::Up, "Goes to the brief before; with a number, that many."),
    (Scope::Shelf, Command::First, "Goes to the first brief; with a number, to the one of that number."),
    (Scope::Shelf, Command::Last, "Goes to the last brief; with a number, to the one of that number."),
    (Scope::Shelf, Command::Enter, "Opens the brief."),
    (Scope::Shelf, Command::Find, "Finds briefs by title, publisher, author or topic; n and N go through them."),
    (
        Scope::Shelf,
        Command::Compare,
        "Compares the two selected; else chooses this one, then the one it is pressed on next.",
    ),
    (Scope::Shelf, Command::Note, "Writes a note on the brief."),
    (Scope::Shelf, Command::CopyClaimCited, "Copies the summary with the reference."),
    (Scope::Shelf, Command::CopyClaim, "Copies the summary."),
    (Scope::Shelf, Command::Edit, "Opens the brief's file in your editor."),
    (Scope::Shelf, Command::OtherPane, "Goes to the preview, and back to the list."),
    (Scope::Shelf, Command::Leave, "Goes back; on the first screen, quits."),
    (Scope::Shelf, Command::Cancel, "Takes back what is begun: a search, the selection, the filter."),
    (Scope::Shelf, Command::Reload, "Reads the library's folder again."),
    (Scope::Reader, Command::Down, "Goes to the next claim; with a number, that many."),
    (Scope::Reader, Command::Up, "Goes to the claim before; with a number, that many."),
    (Scope::Reader, Command::First, "Goes to the head of the brief; with a number, to that claim."),
    (Scope::Reader, Command::Last, "Goes to the last claim; with a number, to that claim."),
    (Scope::Reader, Command::Enter, "Goes to the claim's passage in the article."),
    (Scope::Reader, Command::Find, "Finds text in the brief and in the evidence; n and N go through the matches."),
    (Scope::Reader, Command::Compare, "Chooses this brief to be compared with the one where it is pressed next."),
    (Scope::Reader, Command::Note, "Writes a note on the claim; on the head, on the brief."),
    (Scope::Reader, Command::NextPassage, "Shows the claim's next passage."),
    (Scope::Reader, Command::PreviousPassage, "Shows the claim's passage before."),
    (Scope::Reader, Command::OtherPane, "Goes to the evidence, and back to the brief."),
    (Scope::Article, Command::Down, "Goes a line on; with a number, that many."),
    (Scope::Article, Command::Up, "Goes a line back; with a number, that many."),
    (Scope::Article, Command::First, "Goes to the beginning; with a number, to that line."),
    (Scope::Article, Command::Last, "Goes to the end; with a number, to that line."),
    (Scope::Article, Command::Enter, "Goes from the passage to the claim that rests on it."),
    (Scope::Article, Command::Find, "Finds text in the article; n and N go through the matches."),
    (Scope::Article, Command::Compare, "Chooses this brief to be compared with the one where it is pressed next."),
    (Scope::Article, Command::Note, "Writes a note on the passage, else on the brief."),
    (Scope::Article, Command::NextPassage, "Goes to the next passage that a claim rests on."),
    (Scope::Article, Command::PreviousPassage, "Goes to the passage before that a claim rests on."),
    (
        Scope::Article,
        Command::Accept,
        "Accepts the drafted claim whose passage one is at, and goes to the passage of the next that waits.",
    ),
    (Scope::Article, Command::NextLeft, "Goes to the passage of the next claim that waits to be accepted."),
    (Scope::Article, Command::PreviousLeft, "Goes to the passage of the claim before that waits to be accepted."),
    (Scope::Selecting, Command::Down, "Carries the selection a line down."),
    (Scope::Selecting, Command::Up, "Carries the selection a line up."),
    (Scope::Selecting, Command::Note, "Writes a note on what is selected."),
    (Scope::Selecting, Command::Cancel, "Lets the selection go."),
    (Scope::Compare, Command::Down, "Goes to the next row; with a number, that many."),
    (Scope::Compare, Command::Up, "Goes to the row before; with a number, that many."),
    (Scope::Compare, Command::First, "Goes to the first row; with a number, to that row."),
    (Scope::Compare, Command::Last, "Goes to the last row; with a number, to that row."),
    (Scope::Compare, Command::Enter, "Shows the passages of both claims."),
    (Scope::Compare, Command::Find, "Finds text on both sides; n and N go through the matches."),
    (Scope::Compare, Command::Note, "Writes a note on the claim of this side."),
    (Scope::Compare, Command::OtherPane, "Goes to the other side."),
];

/// Where a command is called otherwise on a screen, or is wanted more or less in its footer: its place there and its title.
const FOOTERS: &[(Scope, Command, u8, &str)] = &[
    (Scope::Shelf, Command::Leave, 2, "quit"),
    (Scope::Reader, Command::Enter, 10, "article"),
    (Scope::Reader, Command::Leave, 8, "back"),
    (Scope::Reader, Command::NextPassage, 7, "passage"),
    (Scope::Article, Command::Enter, 10, "claim"),
    (Scope::Article, Command::Leave, 8, "back"),
    (Scope::Article, Command::NextPassage, 8, "passage"),
    (Scope::Article, Command::NextUncovered, 7, "uncovered"),
    (Scope::Article, Command::Compare, 4, "compare"),
    (Scope::Article, Command::NextBrief, 4, "next brief"),
    (Scope::Selecting, Command::Right, 10, "on"),
    (Scope::Selecting, Command::Left, 10, "back"),
    (Scope::Selecting, Command::Cancel, 9, "let go"),
    (Scope::Selecting, Command::Note, 8, "note"),
    (Scope::Compare, Command::Enter, 9, "passages"),
    (Scope::Compare, Command::Leave, 8, "back"),
    (Scope::Passages, Command::Enter, 9, "article"),
    (Scope::Passages, Command::Leave, 8, "back"),
    (Scope::Help, Command::Leave, 9, "back"),
    (Scope::List, Command::ChooseNext, 8, "next"),
    (Scope::List, Command::ChooseBefore, 8, "before"),
];

/// The keys that change what is typed, wherever that is: they are those of a shell, and no commands.
pub const EDITING: (&str, &[(&str, &str)]) = (
    "Whatever is typed",
    &[
        ("C-a  C-e", "Goes to the beginning and to the end."),
        ("M-b  M-f", "Goes back and on by words."),
        ("C-w  C-u  C-k", "Deletes the word before, all before, all behind."),
    ],
);

impl Row {
    /// Its sentence on a screen.
    pub fn help_in(&self, screen: Scope) -> &'static str {
        let own = OWN.iter().find(|(scope, command, _)| *scope == screen && *command == self.command);
        own.map_or(self.help, |(.., sentence)| sentence)
    }

    /// Its place in the footer of a screen, the most wanted first, 0 where it is none of it; and what it is called there.
    pub fn footer_in(&self, screen: Scope) -> (u8, &'static str) {
        let own = FOOTERS.iter().find(|(scope, command, ..)| *scope == screen && *command == self.command);
        own.map_or((self.footer, self.title), |(_, _, place, title)| (*place, title))
    }
}

#[cfg(test)]
mod tests {
    use super::{EDITING, FOOTERS, OWN};
    use crate::tui::command::TABLE;

    #[test]
    fn keys_fit_into_the_margin_of_the_help() {
        let typed = EDITING.1.iter().map(|(keys, _)| (*keys).to_owned());
        let keys = TABLE.iter().map(|row| row.keys.join("  ")).chain(typed);
        keys.for_each(|keys| assert!(keys.len() <= 14, "{keys}"));
    }

    #[test]
    fn a_screens_own_sentence_is_of_a_command_that_it_has() {
        for (i, (scope, command, sentence)) in OWN.iter().enumerate() {
            let row = command.row().unwrap();
            assert!(row.understood_in(*scope), "{scope:?} has no {}", row.name);
            assert!(sentence.ends_with('.') && *sentence != row.help, "{sentence}");
            let twice = OWN.iter().take(i).any(|(other, same, _)| other == scope && same == command);
            assert!(!twice, "{scope:?} {} twice", row.name);
        }
    }

    #[test]
    fn a_screens_own_footer_is_of_commands_that_it_has() {
        for (i, (scope, command, place, title)) in FOOTERS.iter().enumerate() {
            let row = command.row().unwrap();
            assert!(row.understood_in(*scope) && *place > 0 && !title.is_empty(), "{scope:?} {}", row.name);
            let twice = FOOTERS.iter().take(i).any(|(other, same, ..)| other == scope && same == command);
            assert!(!twice, "{scope:?} {} twice", row.name);
        }
    }
}
