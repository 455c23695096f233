//! An article as a writer of briefs reads it: its sentences, the terms in them, and how often and where each term stands.
//! Refuses to judge: what matters is the business of `rank`.

use std::borrow::Cow;
use std::rc::Rc;

use crate::article::{Article, ParagraphKind, ParagraphNo};
use crate::text::lookup::{Map, Set};
use crate::text::stem::{Language, Stems, fold};
use crate::text::{Span, segment};

/// The most sentences that are read; of a longer text, the first ones.
pub const SENTENCES: usize = 400;

/// The most words of a sentence that is read: what is longer is no sentence, and would cost time without end.
const WORDS: usize = 300;

/// The bytes of a paragraph that are looked at for sentences: more than [`SENTENCES`] of [`WORDS`] words have.
const BYTES: usize = 2 << 20;

/// An article, read.
pub struct Reading<'a> {
    /// What was read.
    pub article: &'a Article,
    /// Its language, which remembers the terms of its words.
    pub language: Rc<Stems>,
    /// The sentences of its running text, in order.
    pub sentences: Vec<Sentence<'a>>,
    /// Where the sentences of a paragraph stand, for those that were parted wholly.
    parted: Map<usize, Vec<Span>>,
    /// Its terms; a sentence's words point here.
    pub terms: Vec<Term>,
    /// The terms of title, standfirst and headings, other than function words.
    pub about: Set<usize>,
    /// The terms of the title, other than function words; where there is none, those of the standfirst.
    pub title: Set<usize>,
    /// The terms by their words and by their stems, folded.
    ids: Map<Rc<str>, Id>,
}

/// A term by one of its words, or by its stem.
#[derive(Clone, Copy)]
struct Id {
    term: usize,
    /// Whether it was met as a word.
    is_word: bool,
}

/// A sentence of an article.
pub struct Sentence<'a> {
    /// The paragraph it stands in.
    pub paragraph: ParagraphNo,
    /// Where it stands in that paragraph.
    pub span: Span,
    /// Its text.
    pub text: &'a str,
    /// Its length in words, as a reader counts them.
    pub length: usize,
    /// Its words, in order.
    pub words: Vec<Word>,
    /// Whether it is the first of its paragraph.
    pub opens: bool,
}

impl<'a> Sentence<'a> {
    /// Its words as they are written, and where they stand.
    pub fn written(&self) -> impl Iterator<Item = (Span, &'a str)> {
        let text = self.text;
        self.words.iter().filter_map(move |word| Some((word.span, word.span.slice(text)?)))
    }
}

/// An occurrence of a term.
#[derive(Clone, Copy)]
pub struct Word {
    /// Where it stands in its sentence.
    pub span: Span,
    /// Index into [`Reading::terms`].
    pub term: usize,
    /// Whether it begins with a capital though it does not begin the sentence.
    pub capital: bool,
    /// Whether it begins without a capital.
    pub small: bool,
}

/// A term of an article.
#[derive(Clone, Debug)]
pub struct Term {
    /// The stem.
    pub stem: Rc<str>,
    /// Whether it is a function word.
    pub function: bool,
    /// Occurrences in the article.
    pub count: usize,
    /// Sentences it stands in.
    pub sentences: usize,
    /// Occurrences as [`Word::capital`].
    pub capitals: usize,
    /// Occurrences as [`Word::small`].
    pub small: usize,
    /// The first sentence it stands in.
    pub first: usize,
    /// Whether one of its words has another stem, and is itself the stem of the others.
    pub is_mixed: bool,
}

impl Term {
    /// A term that was not met yet.
    const fn new(stem: Rc<str>, function: bool) -> Self {
        Self { stem, function, count: 0, sentences: 0, capitals: 0, small: 0, first: 0, is_mixed: false }
    }

    /// Whether it is written in digits.
    pub fn is_number(&self) -> bool {
        self.stem.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether it carries meaning, as far as its language's function words are known.
    pub fn is_content(&self) -> bool {
        !self.function && (self.stem.len() > 1)
    }
}

/// The language of an article by a BCP 47 tag, without which it is guessed from the first paragraphs.
pub fn language_of(article: &Article, tag: Option<&str>) -> Language {
    const FIRST: usize = 12;
    let sample = || article.paragraphs().iter().take(FIRST).map(|p| format!("{}\n", p.text)).collect::<String>();
    tag.map_or_else(|| Language::guess(&sample()), Language::of_tag)
}

impl<'a> Reading<'a> {
    /// Reads an article. `head` is what stands above its text: title, standfirst.
    pub fn of(article: &'a Article, language: Language, head: &[&str]) -> Self {
        let mut terms = Terms::with_room(language, words_in(article));
        let Parted { sentences, parted } = Parted::of(article, &mut terms);
        terms.count(&sentences);
        let headings =
            article.paragraphs().iter().filter(|p| p.kind == ParagraphKind::Heading).map(|p| p.text.as_str());
        let title: Set<usize> = head.first().into_iter().flat_map(|text| terms.known_in(text)).collect();
        let others = head.iter().copied().skip(1).chain(headings).flat_map(|text| terms.known_in(text));
        let about = title.iter().copied().chain(others).collect();
        Self { article, language: terms.language, sentences, parted, terms: terms.terms, about, title, ids: terms.ids }
    }

    /// Where the sentences of a paragraph stand.
    pub fn spans(&self, paragraph: ParagraphNo) -> Cow<'_, [Span]> {
        let text = || self.article.paragraph(paragraph).map_or("", |paragraph| paragraph.text.as_str());
        match self.parted.get(&paragraph.index()) {
            Some(spans) => Cow::Borrowed(spans),
            None => Cow::Owned(segment::sentences(text())),
        }
    }

    /// Whether the article writes a word with a capital inside a sentence too, and never without one.
    pub fn is_capitalised(&self, word: &str) -> bool {
        self.term(word).is_some_and(|t| t.capitals > 0 && t.small == 0)
    }

    /// Whether the article writes a word without a capital anywhere.
    pub fn is_written_small(&self, word: &str) -> bool {
        self.term(word).is_some_and(|t| t.small > 0)
    }

    /// The term of a word that the article has.
    fn term(&self, word: &str) -> Option<&Term> {
        self.ids.get(&*fold(word)).and_then(|id| self.terms.get(id.term))
    }

    /// Whether a word stands in title, standfirst or a heading.
    pub fn is_about(&self, word: &str) -> bool {
        self.ids.get(&*fold(word)).is_some_and(|id| self.about.contains(&id.term))
    }

    /// The terms of a sentence that carry meaning, in order.
    pub fn content(&self, sentence: &Sentence<'_>) -> Vec<usize> {
        let is_content = |id: &usize| self.terms.get(*id).is_some_and(Term::is_content);
        sentence.words.iter().map(|word| word.term).filter(is_content).collect()
    }
}

/// The terms met so far, by their words as written.
struct Terms {
    language: Rc<Stems>,
    ids: Map<Rc<str>, Id>,
    terms: Vec<Term>,
}

/// About how many different words an article has; of a long one, no more than need room from the start.
fn words_in(article: &Article) -> usize {
    const BYTES_OF_EACH: usize = 12;
    const MOST: usize = 2000;
    let bytes: usize = article.paragraphs().iter().map(|paragraph| paragraph.text.len()).sum();
    (bytes / BYTES_OF_EACH).min(MOST)
}

impl Terms {
    fn with_room(language: Language, words: usize) -> Self {
        Self {
            language: Rc::new(Stems::of(language)),
            ids: Map::with_capacity_and_hasher(words, Default::default()),
            terms: Vec::with_capacity(words),
        }
    }

    fn id(&mut self, word: &str) -> usize {
        let folded = fold(word);
        if let Some(id) = self.ids.get_mut(&*folded) {
            if !id.is_word {
                id.is_word = true;
                let stem = self.language.term_of_folded(&folded);
                if let Some(term) = self.terms.get_mut(id.term) {
                    term.is_mixed |= term.stem != stem;
                }
            }
            return id.term;
        }
        let function = self.language.is_folded_function_word(&folded);
        let (word, term) = self.language.remembered(&folded);
        let stem = if function { Rc::clone(&word) } else { term };
        let known = self.ids.get(&*stem).filter(|id| self.terms.get(id.term).is_some_and(|t| t.function == function));
        let term = known.map(|id| id.term).unwrap_or_else(|| {
            self.terms.push(Term::new(Rc::clone(&stem), function));
            self.terms.len() - 1
        });
        if *stem != *word {
            self.ids.entry(stem).or_insert(Id { term, is_word: false });
        }
        self.ids.insert(word, Id { term, is_word: true });
        term
    }

    fn count(&mut self, sentences: &[Sentence<'_>]) {
        let mut last_seen = vec![None; self.terms.len()];
        let words = sentences.iter().enumerate().flat_map(|(at, sentence)| sentence.words.iter().map(move |w| (at, w)));
        for (at, word) in words {
            let (Some(term), Some(last)) = (self.terms.get_mut(word.term), last_seen.get_mut(word.term)) else {
                continue;
            };
            if term.count == 0 {
                term.first = at;
            }
            term.count += 1;
            term.capitals += usize::from(word.capital);
            term.small += usize::from(word.small);
            term.sentences += usize::from(last.replace(at) != Some(at));
        }
    }

    /// The terms of the article that stand in a text, without function words.
    fn known_in(&mut self, text: &str) -> Vec<usize> {
        let ids: Vec<usize> = segment::words(text).map(|(_, word)| self.id(word)).collect();
        ids.into_iter().filter(|&id| self.terms.get(id).is_some_and(|t| t.count > 0 && t.is_content())).collect()
    }
}

/// An article parted in sentences.
#[derive(Default)]
struct Parted<'a> {
    sentences: Vec<Sentence<'a>>,
    parted: Map<usize, Vec<Span>>,
}

impl<'a> Parted<'a> {
    /// The sentences of running text; where there is none, of whatever there is.
    fn of(article: &'a Article, terms: &mut Terms) -> Self {
        let running = |kind| matches!(kind, ParagraphKind::Text | ParagraphKind::Item | ParagraphKind::Quote);
        let any_running = article.paragraphs().iter().any(|p| running(p.kind));
        let mut all = Self::default();
        let read = article.paragraphs().iter().enumerate().filter(|(_, p)| running(p.kind) || !any_running);
        for (index, paragraph) in read {
            let looked_at = paragraph.text.get(..paragraph.text.floor_char_boundary(BYTES)).unwrap_or(&paragraph.text);
            let spans = segment::sentences(looked_at);
            for (at, span) in spans.iter().enumerate() {
                if all.sentences.len() == SENTENCES {
                    return all;
                }
                all.sentences.extend(sentence(ParagraphNo::at(index), looked_at, *span, at == 0, terms));
            }
            if looked_at.len() == paragraph.text.len() {
                all.parted.insert(index, spans);
            }
        }
        all
    }
}

/// A sentence of a paragraph, unless it is too long to be one.
fn sentence<'a>(
    paragraph: ParagraphNo,
    whole: &'a str,
    span: Span,
    opens: bool,
    terms: &mut Terms,
) -> Option<Sentence<'a>> {
    let text = span.slice(whole)?;
    let length = segment::length(text);
    (length <= WORDS).then(|| Sentence { paragraph, span, text, length, words: words_of(text, terms), opens })
}

fn words_of(text: &str, terms: &mut Terms) -> Vec<Word> {
    let mut opens = true;
    segment::each_word(text, |(span, word)| {
        let upper = word.starts_with(char::is_uppercase);
        let first = std::mem::replace(&mut opens, false);
        Word { span, term: terms.id(word), capital: upper && !first, small: !upper }
    })
}

#[cfg(test)]
mod tests {
    use super::Reading;
    use crate::article::Article;
    use crate::text::stem::Language;

    #[test]
    fn terms_are_counted_as_their_words_stand() {
        let article = Article::parse(
            "The Ark sank. An ark is no ship, and no Ark floats.\n\nShips float; the ship's Ark did not.",
        );
        let reading = Reading::of(&article, Language::of_tag("en"), &["The Ark"]);
        for (stem, count, sentences, capitals, small, first) in
            [("ark", 4, 3, 3, 1, 0), ("ship", 3, 2, 0, 2, 1), ("float", 2, 2, 0, 2, 1), ("the", 2, 2, 0, 1, 0)]
        {
            let term = reading.terms.iter().find(|term| &*term.stem == stem).unwrap();
            assert_eq!(
                (term.count, term.sentences, term.capitals, term.small, term.first),
                (count, sentences, capitals, small, first),
                "{stem}"
            );
        }
        assert_eq!(reading.about.len(), 1);
    }
}
