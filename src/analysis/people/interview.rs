//! An interview: paragraphs that ask and paragraphs that answer by turns, and who answers. By the question marks at the ends of
//! paragraphs and by the name before an answer's colon. Refuses one whose answerer is not named so, or that two answer.

use crate::analysis::lexicon::SAYING;
use crate::analysis::reading::Reading;
use crate::article::{Paragraph, ParagraphKind};

/// Questions that make an interview, at least.
const QUESTIONS: usize = 3;

/// Who answers, and where.
#[derive(Debug)]
pub(super) struct Interview {
    /// As the page has the name before an answer.
    pub(super) name: String,
    /// By the index of a paragraph, whether it answers.
    answers: Vec<bool>,
}

impl Interview {
    /// The interview that an article is.
    pub(super) fn of(reading: &Reading<'_>) -> Option<Self> {
        let paragraphs = reading.article.paragraphs();
        let asks = |paragraph: &Paragraph| {
            matches!(paragraph.kind, ParagraphKind::Text | ParagraphKind::Heading) && paragraph.text.ends_with('?')
        };
        if paragraphs.iter().filter(|paragraph| asks(paragraph)).count() < QUESTIONS {
            return None;
        }
        let mut answers = vec![false; paragraphs.len()];
        let mut names: Vec<&str> = Vec::new();
        let (mut asked, last) = (false, paragraphs.iter().rposition(asks)?);
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let label = label(&paragraph.text);
            if asks(paragraph) {
                asked = true;
            } else if asked && paragraph.kind == ParagraphKind::Text && !paragraph.text.contains("? ") {
                names.extend(label.filter(|name| !names.contains(name)));
                if let Some(answer) = answers.get_mut(at) {
                    *answer = true;
                }
            }
            // Behind the last answer may stand anything.
            asked &= at <= last;
        }
        let [name] = names.as_slice() else { return None };
        Some(Self { name: (*name).to_owned(), answers })
    }

    /// Whether a paragraph answers, by its index.
    pub(super) fn answers(&self, paragraph: usize) -> bool {
        self.answers.get(paragraph) == Some(&true)
    }
}

/// The name before a paragraph's first colon: two words or three, each with a capital.
fn label(text: &str) -> Option<&str> {
    let (name, rest) = text.split_once(": ")?;
    let words: Vec<&str> = name.split(' ').collect();
    let named = words.iter().all(|word| word.starts_with(char::is_uppercase) && !SAYING.contains(*word));
    let only = words.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '’')));
    ((2..=3).contains(&words.len()) && named && only && rest.starts_with(char::is_uppercase)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::Interview;
    use crate::analysis::reading::Reading;
    use crate::article::Article;
    use crate::text::stem::Language;

    #[test]
    fn questions_and_answers_by_turns_are_an_interview_where_one_is_named_who_answers() {
        const REST: &str = "Wer hat es gesehen?\n\nNiemand im Hafen.\n\nUnd nun?\n\nDas Licht wird neu.";
        for (text, name) in [
            (format!("Warum war das Licht aus?\n\nInes Hale: Der Strom war weg.\n\n{REST}"), Some("Ines Hale")),
            (format!("Warum war das Licht aus?\n\nDer Strom war weg.\n\n{REST}"), None),
            ("Warum war das Licht aus?\n\nInes Hale: Der Strom war weg.".to_owned(), None),
            (format!("Wer kam?\n\nInes Hale: Der Lotse.\n\nWarum?\n\nTom Maddock: Wegen des Lichts.\n\n{REST}"), None),
        ] {
            let article = Article::parse(&text);
            let reading = Reading::of(&article, Language::of_tag("de"), &[]);
            let found = Interview::of(&reading);
            assert_eq!(found.as_ref().map(|one| one.name.as_str()), name, "{text}");
            assert!(found.is_none_or(|one| one.answers(1) && one.answers(5) && !one.answers(2)), "{text}");
        }
    }
}
