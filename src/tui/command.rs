//! The one table of commands. From it come the key map, the footer, the help screen, `epitome keys` and the manual. Refuses
//! to know how a command is carried out: that is `update`'s.

pub mod listing;
mod sentences;

pub use sentences::EDITING;

/// Where a command is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// On every screen.
    Everywhere,
    /// The list of briefs.
    Shelf,
    /// One brief, with the evidence of its claims.
    Reader,
    /// A whole article.
    Article,
    /// Text being selected in an article.
    Selecting,
    /// Two briefs side by side.
    Compare,
    /// The passages of two claims side by side.
    Passages,
    /// The list of keys.
    Help,
    /// A note being written.
    Writing,
    /// A line being typed at the bottom of the screen.
    Prompt,
    /// A list to pick from, which what is typed narrows.
    List,
}

impl Scope {
    /// Every scope, in the order of the help screen.
    pub const ALL: [Scope; 11] = [
        Self::Everywhere,
        Self::Shelf,
        Self::Reader,
        Self::Article,
        Self::Selecting,
        Self::Compare,
        Self::Passages,
        Self::Help,
        Self::Writing,
        Self::Prompt,
        Self::List,
    ];
    /// Those in which text is typed: the keys of the screens mean nothing there.
    pub const TYPED: [Scope; 3] = [Self::Writing, Self::Prompt, Self::List];

    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Shelf => "shelf",
            Self::Reader => "reader",
            Self::Article => "article",
            Self::Selecting => "selecting",
            Self::Compare => "compare",
            Self::Passages => "passages",
            Self::Help => "help",
            Self::Writing => "writing",
            Self::Prompt => "prompt",
            Self::List => "list",
        }
    }

    /// Its name on the help screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::Shelf => "Shelf",
            Self::Reader => "Reader",
            Self::Article => "Article",
            Self::Selecting => "Selecting text",
            Self::Compare => "Side by side",
            Self::Passages => "Passages side by side",
            Self::Help => "This list",
            Self::Writing => "Writing a note",
            Self::Prompt => "Prompts",
            Self::List => "Lists",
        }
    }
}

/// One row of the table.
#[derive(Debug)]
pub struct Row {
    /// What is done.
    pub command: Command,
    /// Its name for configuration and the palette: lower case, words joined by hyphens.
    pub name: &'static str,
    /// Where it is understood.
    pub scopes: &'static [Scope],
    /// The keys that do it: alternatives, each a sequence spelled with spaces.
    pub keys: &'static [&'static str],
    /// One or two words for the footer and for the menu of a pending key.
    pub title: &'static str,
    /// One sentence for help and manual.
    pub help: &'static str,
    /// Its place in the footer, the most wanted first; 0 keeps it out.
    pub footer: u8,
}

macro_rules! commands {
    ($($command:ident $name:literal [$($scope:ident)+] [$($key:literal)*] $footer:literal $title:literal $help:literal;)+) => {
        /// Something the reader can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $(#[doc = $help] $command,)+
        }

        /// The table.
        pub const TABLE: &[Row] = &[
            $(Row {
                command: Command::$command,
                name: $name,
                scopes: &[$(Scope::$scope),+],
                keys: &[$($key),*],
                title: $title,
                help: $help,
                footer: $footer,
            },)+
        ];
    };
}

commands! {
    Down "down" [Everywhere] ["j" "down"] 0 "down" "Goes to the next line, claim or brief; with a number, that many.";
    Up "up" [Everywhere] ["k" "up"] 0 "up" "Goes to the line, claim or brief before; with a number, that many.";
    First "first" [Everywhere] ["g g" "home"] 0 "first" "Goes to the first; with a number, to the one of that number.";
    Last "last" [Everywhere] ["G" "end"] 0 "last" "Goes to the last; with a number, to the one of that number.";
    HalfDown "half-down" [Everywhere] ["C-d"] 0 "half down" "Goes half a screen on.";
    HalfUp "half-up" [Everywhere] ["C-u"] 0 "half up" "Goes half a screen back.";
    PageDown "page-down" [Everywhere] ["C-f" "pgdn"] 0 "page down" "Goes a screen on.";
    PageUp "page-up" [Everywhere] ["C-b" "pgup"] 0 "page up" "Goes a screen back.";
    Enter "enter" [Shelf Reader Article Compare Passages] ["enter"] 9 "open" "Goes in: from the shelf to the brief, from a claim to its passage in the article, from a passage to its claim.";
    Find "find" [Everywhere] ["/"] 3 "find" "Finds text on the screen, also where it is broken over lines (on the shelf: in all briefs and their articles; enter opens one at it); small letters match large ones, plain ones those with accents.";
    FindNext "find-next" [Everywhere] ["n"] 0 "next match" "Goes to the next match, after a search of the shelf on to the next brief that has one; on another screen, looks for the same there.";
    FindPrevious "find-previous" [Everywhere] ["N"] 0 "match before" "Goes to the match before.";
    Palette "palette" [Everywhere] [":"] 0 "commands" "Finds a command by its name.";
    Messages "messages" [Everywhere] ["g m"] 0 "messages" "Shows what was said so far.";
    Page "page" [Reader Article Compare Passages Help] ["space"] 8 "page" "Reads on: a screen further.";
    Select "select" [Shelf] ["space"] 8 "select" "Picks the brief for an action, or lets it go, and goes to the next.";
    Compare "compare" [Shelf Reader Article] ["c"] 7 "compare" "Lays two briefs side by side: the two selected, or this one and the one where it is pressed again.";
    NextBrief "next-brief" [Reader Article] ["J"] 6 "next brief" "Opens the next brief of the shelf.";
    PreviousBrief "previous-brief" [Reader Article] ["K"] 0 "previous brief" "Opens the brief before on the shelf.";
    NextPassage "next-passage" [Reader Article Passages] ["] p"] 0 "next passage" "Shows the next passage: of the claim in the reader, of the brief in the article.";
    PreviousPassage "previous-passage" [Reader Article Passages] ["[ p"] 0 "previous passage" "Shows the passage before.";
    SelectText "select-text" [Reader Article] ["v"] 5 "select" "Selects text of the article, to highlight, note or copy it.";
    Left "left" [Selecting] ["h" "left"] 0 "back" "Carries the selection back by a word, sentence or paragraph.";
    Right "right" [Selecting] ["l" "right"] 0 "on" "Carries the selection on by a word, sentence or paragraph.";
    ByWord "by-word" [Selecting] ["w"] 6 "word" "Selects by words.";
    BySentence "by-sentence" [Selecting] ["s"] 6 "sentence" "Selects by sentences.";
    ByParagraph "by-paragraph" [Selecting] ["p"] 6 "paragraph" "Selects by paragraphs.";
    Highlight "highlight" [Selecting] ["H"] 8 "highlight" "Highlights what is selected, or takes the highlight away.";
    CopySelected "copy-selected" [Selecting] ["y"] 7 "copy" "Copies what is selected.";
    NewClaim "new-claim" [Selecting] ["C"] 5 "new claim" "Makes a claim of what is selected, with it as its evidence.";
    ReAnchor "re-anchor" [Selecting] ["r"] 5 "anchor" "Gives the claim one came from what is selected, for a passage that is not found.";
    Note "note" [Shelf Reader Article Selecting Compare Passages] ["a"] 5 "note" "Writes a note on the claim, the selected passage or the brief.";
    Star "star" [Shelf Reader Article] ["*"] 0 "star" "Keeps the brief for later, or no longer.";
    DoneNext "done-next" [Shelf Reader Article] ["d"] 3 "done" "Marks the brief as read and goes to the next.";
    Reviewed "reviewed" [Reader] ["M"] 0 "reviewed" "Marks the brief as reviewed, its claims accepted with it; or as a draft again.";
    Accept "accept" [Reader Article] ["A"] 0 "accept" "Accepts a drafted claim, so that it is yours and stays when the brief is made again, and goes to the next that waits.";
    NextLeft "next-drafted" [Reader Article] ["] a"] 0 "next drafted" "Goes to the next claim that waits to be accepted.";
    PreviousLeft "previous-drafted" [Reader Article] ["[ a"] 0 "drafted before" "Goes to the claim before that waits to be accepted.";
    Drop "drop" [Reader] ["X"] 0 "drop" "Drops the claim from the brief.";
    NextUncovered "next-uncovered" [Reader Article] ["] u"] 0 "next uncovered" "Goes to the next paragraph that no claim covers, the most telling first.";
    PreviousUncovered "previous-uncovered" [Reader Article] ["[ u"] 0 "uncovered before" "Goes to the uncovered paragraph before.";
    NextNote "next-note" [Reader Article] ["] n"] 0 "next note" "Goes to the next note or highlight.";
    PreviousNote "previous-note" [Reader Article] ["[ n"] 0 "note before" "Goes to the note or highlight before.";
    CopyClaimCited "copy-claim-cited" [Shelf Reader Article Compare Passages] ["y y"] 0 "claim, cited" "Copies the claim with its citation; on the head, the summary with the reference.";
    CopyClaim "copy-claim" [Shelf Reader Article Compare Passages] ["y c"] 0 "claim" "Copies the claim.";
    CopyPassage "copy-passage" [Reader Article Compare Passages] ["y p"] 0 "passage" "Copies the passage with its citation.";
    CopyReference "copy-reference" [Shelf Reader Article Compare Passages] ["y r"] 0 "reference" "Copies the reference of the article.";
    OpenSource "open-source" [Shelf Reader Article] ["o"] 0 "browser" "Opens the article's address in the browser.";
    Edit "edit" [Shelf Reader Article] ["e"] 0 "edit" "Opens the brief's file in your editor, at the claim.";
    Contents "contents" [Reader Article] ["g o"] 0 "contents" "Lists the headings of the article.";
    GoNotes "go-notes" [Everywhere] ["g n"] 0 "notes" "Lists every note and highlight of the library.";
    Tag "tag" [Shelf Reader Article] ["g t"] 0 "tag" "Puts a tag on the brief, or takes it off.";
    SetBookmark "bookmark" [Everywhere] ["m"] 0 "bookmark" "Names the place with the letter typed next, a to z.";
    GoBookmark "go-bookmark" [Everywhere] ["'"] 0 "go to bookmark" "Goes to the place named with the letter typed next.";
    Undo "undo" [Everywhere] ["u"] 0 "undo" "Takes the last change back.";
    Redo "redo" [Everywhere] ["C-r"] 0 "redo" "Makes the change again that was taken back.";
    Wider "wider" [Reader Article Compare Passages] ["+"] 0 "wider" "Sets the text wider.";
    Narrower "narrower" [Reader Article Compare Passages] ["-"] 0 "narrower" "Sets the text narrower.";
    Zen "zen" [Reader Article] ["z"] 0 "zen" "Shows nothing but the text, or everything again.";
    Swap "swap" [Compare Passages] ["x"] 6 "swap" "Swaps the two sides.";
    NextDifference "next-difference" [Compare] ["] d"] 7 "difference" "Goes to the next row in which the two differ.";
    PreviousDifference "previous-difference" [Compare] ["[ d"] 0 "difference before" "Goes to the row before in which the two differ.";
    ShowAgree "show-agree" [Compare] ["f a"] 0 "agree" "Shows only the rows that agree.";
    ShowDiffer "show-differ" [Compare] ["f d"] 0 "differ" "Shows only the rows that differ.";
    ShowRelated "show-related" [Compare] ["f r"] 0 "related" "Shows only the rows that are related.";
    ShowOnlyA "show-only-a" [Compare] ["f <"] 0 "only A" "Shows only what A alone says.";
    ShowOnlyB "show-only-b" [Compare] ["f >"] 0 "only B" "Shows only what B alone says.";
    ShowAll "show-all" [Compare] ["f f"] 0 "all" "Shows every row again, as esc does.";
    CorrectAgree "correct-agree" [Compare] ["C a"] 0 "they agree" "Says of the row's two claims that they agree.";
    CorrectDiffer "correct-differ" [Compare] ["C d"] 0 "they differ" "Says of the row's two claims that they differ.";
    CorrectRelated "correct-related" [Compare] ["C r"] 0 "related" "Says of the row's two claims that they are related.";
    CorrectNone "correct-none" [Compare] ["C n"] 0 "not related" "Says that the row's two claims have nothing to do with each other.";
    CorrectBack "correct-back" [Compare] ["C p"] 0 "pair, or take back" "Lays a claim that stands alone beside one of the other side, picked from a list; on a row of two claims takes back what was said of them.";
    Filter "filter" [Shelf] ["f"] 6 "filter" "Shows only the briefs that have these words in title, names, topics, summary or claims, \"a phrase\", -without, is:unread, is:starred, is:draft, tag:x, tag:\"two words\", tag:be*, 2014, 2014..2021; esc shows all.";
    Trash "trash" [Shelf] ["D"] 0 "trash" "Moves the brief, or those selected, to the library's trash; u brings them back.";
    Add "add" [Shelf] ["A"] 0 "add" "Takes an article in, by its path or address, and drafts a brief of it.";
    Attach "attach" [Shelf Reader Article] ["@"] 0 "attach" "Gives a brief without its article that article, by its path or address, if its passages are in it.";
    Related "related" [Reader Compare Passages] ["r"] 0 "related" "Lists the claims of other briefs that are nearest to this one.";
    Sort "sort" [Shelf] ["s"] 5 "sort" "Orders the shelf by the next of: date, added, title, publisher, claims, unread.";
    OtherPane "other-pane" [Shelf Reader Compare Passages] ["tab"] 5 "other pane" "Goes to the other pane or side.";
    OtherPaneBack "other-pane-back" [Shelf Reader Compare Passages] ["S-tab"] 0 "pane before" "Goes to the pane or side before.";
    GoShelf "go-shelf" [Everywhere] ["g h"] 0 "shelf" "Goes to the shelf.";
    GoArticle "go-article" [Shelf Reader Compare Passages] ["g a"] 4 "article" "Opens the whole article.";
    JumpBack "jump-back" [Everywhere] ["C-o"] 0 "back" "Goes back to where you were before the last jump.";
    JumpForward "jump-forward" [Everywhere] ["C-n"] 0 "forward" "Goes forward again after going back.";
    Reload "reload" [Shelf Reader Article Compare Passages] ["R"] 0 "read again" "Reads the library's folder again, and what is open.";
    Cancel "cancel" [Everywhere] ["esc"] 0 "cancel" "Cancels what is begun; else goes back.";
    Leave "leave" [Everywhere] ["q"] 2 "back" "Goes back; quits on the first screen.";
    Help "help" [Everywhere] ["?"] 1 "keys" "Shows every key of this screen.";
    Quit "quit" [Everywhere] ["Q"] 0 "quit" "Quits.";
    Interrupt "interrupt" [Everywhere] ["C-c"] 0 "stop" "Stops the work that is going on; quits when there is none.";
    Suspend "suspend" [Everywhere] ["C-z"] 0 "suspend" "Gives the terminal back to the shell until `fg`.";
    Redraw "redraw" [Everywhere] ["C-l"] 0 "redraw" "Draws the whole screen again.";
    KeepNote "keep-note" [Writing] ["esc" "C-s"] 9 "keep" "Keeps the note; an empty one goes away.";
    DropNote "drop-note" [Writing] ["C-c"] 8 "drop" "Drops what was written; u opens it again.";
    EditNote "edit-note" [Writing] ["C-x C-e"] 7 "your editor" "Goes on in your editor.";
    Accede "accede" [Prompt List] ["enter"] 9 "do it" "Does it, or goes there.";
    Withdraw "withdraw" [Prompt List] ["esc" "C-g" "C-c"] 7 "back" "Leaves it.";
    ChooseNext "choose-next" [Prompt List] ["down" "C-n"] 8 "choose" "Chooses the next; when finding or adding, what was typed after.";
    ChooseBefore "choose-before" [Prompt List] ["up" "C-p"] 0 "choose before" "Chooses the one before; when finding or adding, what was typed before.";
    ChooseFarDown "choose-far-down" [List] ["pgdn" "C-f" "C-d"] 0 "page down" "Chooses a screen further.";
    ChooseFarUp "choose-far-up" [List] ["pgup"] 0 "page up" "Chooses a screen back.";
    Complete "complete" [Prompt] ["tab"] 6 "complete" "Completes the name of a command, a path, a tag or a term of a filter.";
}

impl Command {
    /// Its row.
    pub fn row(self) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.command == self)
    }
}

impl Row {
    /// Whether it is understood on that screen.
    pub fn understood_in(&self, screen: Scope) -> bool {
        let everywhere = self.scopes.contains(&Scope::Everywhere) && !Scope::TYPED.contains(&screen);
        everywhere || self.scopes.contains(&screen)
    }
}

#[cfg(test)]
mod tests {
    use super::{Scope, TABLE};
    use crate::tui::key::{sequence, spelled};

    #[test]
    fn every_command_has_a_name_of_its_own_a_key_and_a_sentence() {
        for (i, row) in TABLE.iter().enumerate() {
            assert!(!row.keys.is_empty(), "{} has no key", row.name);
            assert!(row.help.ends_with('.') && !row.title.is_empty(), "{} is not explained", row.name);
            assert!(!TABLE.iter().take(i).any(|other| other.name == row.name), "{} twice", row.name);
        }
    }

    #[test]
    fn no_key_stands_twice_in_a_scope_and_none_begins_another() {
        for screen in Scope::ALL {
            let rows = TABLE.iter().filter(|row| row.understood_in(screen));
            let bound: Vec<_> =
                rows.flat_map(|row| row.keys.iter().map(|k| (row.name, sequence(k).unwrap()))).collect();
            for (i, (name, keys)) in bound.iter().enumerate() {
                for (other, taken) in bound.iter().skip(i + 1) {
                    let clash = keys.starts_with(taken) || taken.starts_with(keys);
                    assert!(!clash, "{screen:?}: {name} {} and {other} {}", spelled(keys), spelled(taken));
                }
            }
        }
    }

    #[test]
    fn every_key_reads_back_as_it_is_spelled() {
        for row in TABLE {
            for key in row.keys {
                let keys = sequence(key).unwrap();
                let again: Vec<_> = keys.iter().map(ToString::to_string).collect();
                assert_eq!(again.join(" "), *key, "{}", row.name);
            }
        }
    }
}
