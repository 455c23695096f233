//! Paragraphs that are no part of the article's telling: a caption with its credit, a teaser that breaks off. By how they end.
//! Refuses to judge a paragraph that ends as a sentence does.

use crate::article::Paragraph;
use crate::text::segment;

/// Paragraphs at the end of a page among which a teaser that breaks off is looked for.
const LAST: usize = 4;

/// The longest caption or teaser, in bytes: nothing longer is looked through.
const LONGEST: usize = 900;

/// Names of agencies and words of credits.
const CREDITS: &[&str] = &[
    "AP",
    "AFP",
    "EPA",
    "Reuters",
    "REUTERS",
    "Getty",
    "Images",
    "Photo",
    "Photos",
    "Photograph",
    "Corbis",
    "Shutterstock",
    "WireImage",
    "Bloomberg",
    "Alamy",
    "Rex",
    "iStock",
    "Flickr",
    "Handout",
];

/// Whether the paragraph numbered `at`, counted from 0, is a caption or a teaser.
pub(super) fn is_page_matter(paragraphs: &[Paragraph], at: usize) -> bool {
    let text = paragraphs.get(at).map(|paragraph| paragraph.text.trim_end());
    let Some(text) = text.filter(|text| text.len() <= LONGEST) else { return false };
    let last = at + LAST >= paragraphs.len();
    ends_in_credit(text) || last && at > LAST && breaks_off(text)
}

/// 'Fans cheer on the pier. AP', 'Fans cheer. Tom Hale/Getty Images'
fn ends_in_credit(text: &str) -> bool {
    if text.ends_with(|c: char| !c.is_alphanumeric()) {
        return false;
    }
    let Some((before, credit)) = text.rsplit_once(". ") else { return false };
    let words: Vec<&str> = credit.split([' ', '/']).collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let shouted = |word: &str| (2..=6).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    let named = words.iter().any(|word| CREDITS.contains(word)) || matches!(words.as_slice(), [one] if shouted(one));
    named && words.len() <= 6 && words.iter().all(capital) && segment::word_count(before) < 60
}

/// 'The ferry is old. It...'
fn breaks_off(text: &str) -> bool {
    let bare = text.trim_end_matches([']', ')']);
    let cut = bare.trim_end_matches(['.', '…', ' ', '[', '(']);
    let dots = bare.get(cut.len()..).unwrap_or("");
    (dots.contains("...") || dots.contains('…'))
        && cut.ends_with(char::is_alphanumeric)
        && !text.contains(['"', '“', '‘', '«'])
}

#[cfg(test)]
mod tests {
    use super::is_page_matter;
    use crate::article::Article;

    #[test]
    fn a_caption_and_a_teaser_are_told_by_their_ends() {
        for (text, matter) in [
            ("Fans cheer on the pier of Kerrick. AP", true),
            ("Fans cheer on the pier of Kerrick. Tom Hale/Getty Images", true),
            ("The ferry was built by the port. It was old", false),
            ("The ferry is the oldest of the bay. It...", true),
            ("The ferry is the oldest of the bay.", false),
            ("“The ferry is the oldest of the bay...", false),
        ] {
            let article = Article::parse(&format!("{}{text}", "The port is old.\n\n".repeat(6)));
            assert_eq!(is_page_matter(article.paragraphs(), 6), matter, "{text}");
        }
        let article = Article::parse("The ferry is the oldest of the bay. It...\n\nThe port is old.");
        assert!(!is_page_matter(article.paragraphs(), 0));
    }
}
