//! An interview: paragraphs that ask and paragraphs that answer by turns, and who answers. By the question marks at the ends of
//! paragraphs and by the name before an answer's colon. Refuses to name who answers where the page does not.

use std::collections::BTreeMap;

use crate::analysis::lexicon::SAYING;
use crate::analysis::reading::Reading;
use crate::article::{Paragraph, ParagraphKind};
use crate::text::segment;

/// Questions that make an interview without names before its answers, at least.
const QUESTIONS: usize = 3;

/// Questions beside which a label that comes again is somebody who answers.
const LABELLED_QUESTIONS: usize = 2;

/// What a paragraph does in an interview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// It is told by the article.
    #[default]
    Told,
    /// It asks.
    Asks,
    /// It answers.
    Answers {
        /// Who, by the place in the interview's names; nobody knows, where there is none.
        who: Option<usize>,
        /// How long the name before the answer is, in bytes, with its colon.
        label: usize,
    },
}

/// Who answers, and where.
#[derive(Debug)]
pub(super) struct Interview {
    /// Those who answer, as the page has their names.
    pub(super) names: Vec<String>,
    /// By the index of a paragraph, what it does.
    turns: Vec<Turn>,
}

fn is_question(paragraph: &Paragraph) -> bool {
    let asks = paragraph.text.trim_end_matches(['"', '”', '’', ' ']).ends_with('?');
    asks && matches!(paragraph.kind, ParagraphKind::Text | ParagraphKind::Heading)
}

impl Interview {
    /// The interview that a German article is: one with one name before answers, and no other.
    pub(super) fn of_german(reading: &Reading<'_>) -> Option<Self> {
        let paragraphs = reading.article.paragraphs();
        if paragraphs.iter().filter(|paragraph| is_question(paragraph)).count() < QUESTIONS {
            return None;
        }
        let mut turns = vec![Turn::Told; paragraphs.len()];
        let mut names: Vec<&str> = Vec::new();
        let (mut asked, last) = (false, paragraphs.iter().rposition(is_question)?);
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let label = german_label(&paragraph.text);
            if is_question(paragraph) {
                asked = true;
            } else if asked && paragraph.kind == ParagraphKind::Text && !paragraph.text.contains("? ") {
                names.extend(label.filter(|name| !names.contains(name)));
                if let Some(turn) = turns.get_mut(at) {
                    *turn = Turn::Answers { who: Some(0), label: 0 };
                }
            }
            // Behind the last answer may stand anything.
            asked &= at <= last;
        }
        let [name] = names.as_slice() else { return None };
        Some(Self { names: vec![(*name).to_owned()], turns })
    }

    /// The interview that an English article is. `subject` is whom it is about, in full, where that is one person: who
    /// answers where no names stand before the answers.
    pub(super) fn of_english(reading: &Reading<'_>, subject: impl Fn() -> Option<String>) -> Option<Self> {
        let paragraphs = reading.article.paragraphs();
        let questions = paragraphs.iter().filter(|paragraph| is_question(paragraph)).count();
        if questions < LABELLED_QUESTIONS {
            return None;
        }
        Self::labelled(paragraphs).or_else(|| Self::unlabelled(paragraphs, questions, subject))
    }

    /// One with names before the answers, each of them more than once.
    fn labelled(paragraphs: &[Paragraph]) -> Option<Self> {
        let labels: Vec<Option<&str>> = paragraphs.iter().map(label).collect();
        // How often a label stands before a paragraph, and how often before a question.
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for (name, paragraph) in labels.iter().zip(paragraphs).filter_map(|(name, p)| Some(((*name)?, p))) {
            let (all, asking) = counts.entry(name).or_default();
            *all += 1;
            *asking += usize::from(is_question(paragraph));
        }
        counts.retain(|_, (all, _)| *all > 1);
        let answers = |name: &str| counts.get(name).is_some_and(|(all, asking)| asking * 2 < *all && name != "Q");
        let names: Vec<&str> = counts.keys().copied().filter(|name| answers(name)).collect();
        let first = labels.iter().position(|name| name.is_some_and(|name| counts.contains_key(name)))?;
        let mut turns = vec![Turn::Told; paragraphs.len()];
        let mut turn = Turn::Told;
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let own = labels.get(at).copied().flatten();
            let next = labels.get(at + 1).copied().flatten();
            let who = own.and_then(|own| names.iter().position(|name| *name == own));
            turn = match (who, own, turn) {
                (Some(who), Some(own), _) => {
                    Turn::Answers { who: Some(who), label: label_length(&paragraph.text, own) }
                }
                (None, Some(_), _) => Turn::Asks,
                _ if at + 1 < first => Turn::Told,
                _ if is_question(paragraph) => Turn::Asks,
                // What stands before an answer with its name asked for it.
                _ if next.is_some_and(answers) => Turn::Asks,
                (_, _, Turn::Answers { who, .. }) => Turn::Answers { who, label: 0 },
                (_, _, other) => other,
            };
            if let Some(place) = turns.get_mut(at) {
                *place = turn;
            }
        }
        let names = names.into_iter().map(as_name).collect::<Vec<_>>();
        (!names.is_empty()).then_some(Self { names, turns })
    }

    /// One whose questions are told by their marks, and its answers by somebody's 'I'.
    fn unlabelled(paragraphs: &[Paragraph], questions: usize, subject: impl Fn() -> Option<String>) -> Option<Self> {
        let first = paragraphs.iter().position(is_question)?;
        let last = paragraphs.iter().rposition(is_question)?;
        let mut turns = vec![Turn::Told; paragraphs.len()];
        let (mut answers, mut own) = (0, 0);
        for (at, (paragraph, turn)) in paragraphs.iter().zip(&mut turns).enumerate().skip(first) {
            let personal = is_personal(&paragraph.text);
            if is_question(paragraph) {
                *turn = Turn::Asks;
            } else if paragraph.kind == ParagraphKind::Text && (at < last || personal) {
                *turn = Turn::Answers { who: Some(0), label: 0 };
                answers += 1;
                own += usize::from(personal);
            }
        }
        // An article that asks itself now and then is no interview, nor is a list of questions answered by the page.
        if questions <= QUESTIONS || own * 2 < answers || answers > 4 * questions || answers < questions / 2 {
            return None;
        }
        let name = subject();
        if name.is_none() {
            let nobody = |turn: &mut Turn| {
                if let Turn::Answers { who, .. } = turn {
                    *who = None;
                }
            };
            turns.iter_mut().for_each(nobody);
        }
        Some(Self { names: name.into_iter().collect(), turns })
    }

    /// What a paragraph does, by its index.
    pub(super) fn turn(&self, paragraph: usize) -> Turn {
        self.turns.get(paragraph).copied().unwrap_or_default()
    }
}

/// Whether somebody speaks of themselves.
fn is_personal(text: &str) -> bool {
    segment::words(text).any(|(_, word)| {
        matches!(word.split(['\'', '’']).next(), Some("I" | "my" | "My" | "we" | "We" | "our" | "Our" | "me"))
    })
}

/// The name before an English paragraph's colon: up to three words, each with a capital.
fn label(paragraph: &Paragraph) -> Option<&str> {
    let (name, rest) = paragraph.text.split_once(':').filter(|_| paragraph.kind == ParagraphKind::Text)?;
    let capital = |word: &str| word.starts_with(char::is_uppercase) && !SAYING.contains(word);
    let letters = |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '’' | '\''));
    let named = name.split(' ').count() <= 3 && name.split(' ').all(|word| capital(word) && letters(word));
    let begins = rest.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '[' | '…'));
    (named && begins).then_some(name)
}

/// How long a label is with its colon and what stands between it and the answer.
fn label_length(text: &str, label: &str) -> usize {
    let rest = text.get(label.len()..).unwrap_or("").trim_start_matches([':', ' ']);
    text.len() - rest.len()
}

/// A label as a name: 'Tom Hale' for 'TOM HALE'.
fn as_name(label: &str) -> String {
    let shouted = label.chars().count() > 3 && !label.contains(char::is_lowercase);
    if !shouted {
        return label.to_owned();
    }
    let small = |word: &str| {
        let mut chars = word.chars();
        chars.next().into_iter().chain(chars.flat_map(char::to_lowercase)).collect::<String>()
    };
    label.split(' ').map(small).collect::<Vec<_>>().join(" ")
}

/// The name before a German paragraph's first colon: two words or three, each with a capital.
fn german_label(text: &str) -> Option<&str> {
    let (name, rest) = text.split_once(": ")?;
    let words: Vec<&str> = name.split(' ').collect();
    let named = words.iter().all(|word| word.starts_with(char::is_uppercase) && !SAYING.contains(*word));
    let only = words.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '’')));
    ((2..=3).contains(&words.len()) && named && only && rest.starts_with(char::is_uppercase)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{Interview, Turn};
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
            let found = Interview::of_german(&reading);
            assert_eq!(found.as_ref().map(|one| one.names.join("")).as_deref(), name, "{text}");
            let answers = |one: &Interview, at: usize| matches!(one.turn(at), Turn::Answers { .. });
            assert!(found.is_none_or(|one| answers(&one, 1) && answers(&one, 5) && !answers(&one, 2)), "{text}");
        }
    }

    #[test]
    fn english_answers_are_told_by_labels_or_by_the_person_an_interview_is_about() {
        const PLAIN: &str = "Why was the light out?\n\nI think the oil was gone.\n\nWho saw it?\n\nNobody at all.\n\nWas it \
            cold?\n\nWe froze.\n\nAnd now?\n\nI mend it.\n\nThe port was built in 1902.";
        const LABELS: &str = "The port is old.\n\nThe Post: Why was the light out?\n\nHALE:The oil was gone.\n\nThe fog came.\
            \n\nSo the ship sank.\n\nHALE: It did.\n\nWho saw it?\n\nHALE: Nobody.";
        const PAGE: &str = "Why was the light out?\n\nThe oil was gone.\n\nWho saw it?\n\nNobody.\n\nWas it cold?\n\nIt \
            was.\n\nAnd now?\n\nIt is mended.";
        let of = |text: &str, subject: Option<&str>| {
            let article = Article::parse(text);
            let reading = Reading::of(&article, Language::of_tag("en"), &[]);
            let found = Interview::of_english(&reading, || subject.map(str::to_owned))?;
            let letter = |turn| match turn {
                Turn::Told => '-',
                Turn::Asks => '?',
                Turn::Answers { who: None, .. } => '!',
                Turn::Answers { label: 0, .. } => 'a',
                Turn::Answers { .. } => 'A',
            };
            let turns = (0..article.paragraphs().len()).map(|at| letter(found.turn(at))).collect::<String>();
            Some(format!("{} {turns}", found.names.join("+")))
        };
        assert_eq!(of(PLAIN, Some("Tom Hale")).as_deref(), Some("Tom Hale ?a?a?a?a-"));
        assert_eq!(of(PLAIN, None).as_deref(), Some(" ?!?!?!?!-"));
        assert_eq!(of(LABELS, None).as_deref(), Some("Hale -?Aa?A?A"));
        assert_eq!(of(PAGE, Some("Tom Hale")), None);
        assert_eq!(of("Price: Ten.\n\nIt is old.\n\nPrice: Six.", None), None);
    }
}
