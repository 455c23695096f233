//! The gate that every claim must pass, whoever wrote it: its numbers and names stand in its evidence, it denies nothing
//! that nothing there denies, and two sentences there carry most of its words or say the same in others. Refuses to say
//! that a claim is true: only that its passages do or do not carry it.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::analysis::evidence::Place;
use crate::analysis::figures::{Figure, figures_in, is_carried};
use crate::analysis::polarity::{Cue, CueKind, Polarity};
use crate::analysis::support::Supporter;
use crate::article::{Article, ParagraphNo};
use crate::text::lookup::{Map, Set};
use crate::text::stem::{Language, fold};
use crate::text::{Span, segment};

/// The least coverage by the best two sentences at which a claim passes.
pub const COVERAGE: f32 = 0.6;

/// The least likelihood, by the words and their nearness ([`support`](crate::analysis::support)), at which a claim with a
/// smaller coverage passes still: said in other words.
pub const SUPPORT: f32 = 0.2;

/// Below this coverage no likelihood helps: some words must be the passage's own.
const LEAST_COVERAGE: f32 = 1.0 / 3.0;

/// A land that one of so many of an article's first paragraphs names, or one in so many of all, is the one that it is about.
const LEAD: u32 = 2;
const COMMON: usize = 4;

/// Words that qualify more than they deny: a claim with no other is not taken for a denial.
const QUALIFYING: &[&str] = &["hardly", "barely", "scarcely", "unable"];

/// How far behind one sentence of a passage the other of a pair may stand: no passage of a real brief is so long.
const PAIRS: usize = 200;

/// What the gate found of one claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Numbers of the claim that do not stand in its evidence, as the claim has them.
    pub missing_figures: Vec<String>,
    /// Names of the claim that do not stand in its evidence, as the claim has them.
    pub missing_names: Vec<String>,
    /// The share of the claim's words, weighed by rarity in the article, that the best two sentences of its evidence have.
    pub coverage: f32,
    /// How likely the evidence says it in whatever words, 0 to 1; 1 where the coverage is enough and it was not asked.
    pub support: f32,
    /// Whether the claim denies something and nothing of its evidence does.
    pub turned: bool,
}

impl Verdict {
    /// Whether the evidence carries the claim.
    pub fn passes(&self) -> bool {
        self.missing_figures.is_empty() && self.missing_names.is_empty() && !self.turned && self.carries_words()
    }

    /// Whether the evidence has the claim's words, or others for them.
    pub fn carries_words(&self) -> bool {
        self.coverage >= COVERAGE || self.coverage >= LEAST_COVERAGE && self.support >= SUPPORT
    }
}

/// Judges claims against the passages of one article. Built once an article.
pub struct Gate<'a> {
    language: Language,
    sentences: Vec<Heard<'a>>,
    /// The terms of the article's words, by the words as they are written.
    terms: Map<&'a str, Rc<str>>,
    /// How many sentences have each term.
    having: Map<Rc<str>, usize>,
    /// The words that stand with a capital inside a sentence, folded.
    capitals: Set<String>,
    /// In how many paragraphs each of them stands, and whether in one of the first.
    subjects: Map<Rc<str>, Subject>,
    paragraphs: usize,
    /// Made when it is first asked.
    supporter: OnceCell<Supporter>,
}

/// Where an article has a name.
#[derive(Clone, Copy, Default)]
struct Subject {
    paragraphs: usize,
    last: Option<ParagraphNo>,
    leads: bool,
}

/// A sentence of the article, as the gate sees it.
struct Heard<'a> {
    place: Place,
    text: &'a str,
    terms: Set<Rc<str>>,
    /// The terms of the words with a capital, at the head too.
    names: Set<Rc<str>>,
    /// Read when a claim with figures first asks.
    figures: OnceCell<Vec<Figure>>,
}

impl Heard<'_> {
    fn figures(&self, language: Option<&str>) -> &[Figure] {
        self.figures.get_or_init(|| figures_in(self.text, language))
    }
}

impl<'a> Gate<'a> {
    /// A gate for an article; `language` is a BCP 47 tag, without which it is guessed.
    pub fn of(article: &'a Article, language: Option<&str>) -> Self {
        let sample: String = article.paragraphs().iter().take(12).map(|p| format!("{}\n", p.text)).collect();
        let language = Language::of(language, &sample);
        let mut gate = Self {
            language,
            sentences: Vec::new(),
            terms: Map::default(),
            having: Map::default(),
            capitals: Set::default(),
            subjects: Map::default(),
            paragraphs: article.paragraphs().len(),
            supporter: OnceCell::new(),
        };
        for (at, paragraph) in article.paragraphs().iter().enumerate() {
            for span in segment::sentences(&paragraph.text) {
                let Some(text) = span.slice(&paragraph.text) else { continue };
                gate.hear(Place { paragraph: ParagraphNo::at(at), span }, text);
            }
        }
        gate
    }

    fn hear(&mut self, place: Place, text: &'a str) {
        let (mut terms, mut names) = (Set::default(), Set::default());
        for (at, (_, word)) in segment::words(text).enumerate() {
            let term = self.terms.entry(word).or_insert_with(|| self.language.term(word).into());
            let capital = word.starts_with(char::is_uppercase);
            if capital {
                names.insert(term.clone());
            }
            if at > 0 && capital {
                self.capitals.insert(fold(word).into_owned());
                let subject = self.subjects.entry(term.clone()).or_default();
                subject.paragraphs += usize::from(subject.last != Some(place.paragraph));
                subject.last = Some(place.paragraph);
                subject.leads |= place.paragraph.get() <= LEAD;
            }
            if terms.insert(term.clone()) {
                *self.having.entry(term.clone()).or_default() += 1;
            }
        }
        self.sentences.push(Heard { place, text, terms, names, figures: OnceCell::new() });
    }

    /// The term of a word; most words of a claim are the article's.
    fn term(&self, word: &str) -> Rc<str> {
        self.terms.get(word).cloned().unwrap_or_else(|| self.language.term(word).into())
    }

    /// Judges a claim by the passages that are to support it. Without a passage nothing of it is supported.
    pub fn judge(&self, claim: &str, evidence: &[Place]) -> Verdict {
        let tag = self.language.tag();
        let around = self.window(evidence);
        let coverage = self.coverage(claim, &around);
        let support = if coverage >= COVERAGE { 1.0 } else { self.support(claim, &texts(&around)) };
        let mut window = around;
        window.retain(|sentence| evidence.iter().any(|place| place.paragraph == sentence.place.paragraph));
        let heard = texts(&window);
        let missing_figures = missing_figures(claim, &window, tag);
        let missing_names = self.missing_names(claim, &window);
        let turned = denies(claim, tag) && heard.iter().all(|sentence| Polarity::of(sentence, tag).cues.is_empty());
        Verdict { missing_figures, missing_names, coverage, support, turned }
    }

    /// The names of a claim that are none in the window, nor of the land that the article is about.
    fn missing_names(&self, claim: &str, window: &[&Heard<'a>]) -> Vec<String> {
        // An article that is all in small letters has no names to be told from words.
        let small = self.capitals.is_empty();
        let has = |name: &Span| {
            let term = self.term(name.slice(claim).unwrap_or_default());
            let mut names = window.iter().flat_map(|sentence| if small { &sentence.terms } else { &sentence.names });
            names.any(|known| *known == term || is_of(known, &term)) || self.is_of_the_land(&term)
        };
        let said = |name: &Span| {
            let term = self.term(name.slice(claim).unwrap_or_default());
            window.iter().any(|sentence| sentence.terms.contains(&term))
        };
        let mut missing = Vec::new();
        for run in runs(claim, self.names(claim)) {
            // A title before a name may be written small in the passage: "Prime Minister" and "prime minister".
            let titled = run.last().is_some_and(has);
            let lacks = |name: &&Span| !(has(name) || titled && said(name));
            missing.extend(run.iter().filter(lacks).filter_map(|name| name.slice(claim)).map(str::to_owned));
        }
        missing
    }

    fn support(&self, claim: &str, sentences: &[&str]) -> f32 {
        let rarest = (1.0 + self.sentences.len() as f32).ln();
        let supporter = self.supporter.get_or_init(|| Supporter::new(self.language.tag()));
        supporter.support(claim, sentences, |term| self.rarity(term) / rarest)
    }

    /// Whether a name is of the land that the whole article is about, by its own name and by its people's. A claim stands
    /// alone and says "Iraq's parliament", where a passage need not say it again.
    fn is_of_the_land(&self, term: &str) -> bool {
        let forms: Vec<(&Rc<str>, &Subject)> =
            self.subjects.iter().filter(|(name, _)| ***name == *term || is_of(name, term)).collect();
        let two_forms = forms.iter().any(|(a, _)| forms.iter().any(|(b, _)| a != b && is_of(a, b)));
        let everywhere = |subject: &Subject| subject.leads || subject.paragraphs * COMMON >= self.paragraphs;
        two_forms && forms.iter().any(|(_, subject)| everywhere(subject))
    }

    /// The sentences of the passages, and one before and behind each.
    fn window(&self, evidence: &[Place]) -> Vec<&Heard<'a>> {
        let touches = |sentence: &Heard<'_>| {
            evidence.iter().any(|e| e.paragraph == sentence.place.paragraph && e.span.overlaps(sentence.place.span))
        };
        let touched: Vec<bool> = self.sentences.iter().map(touches).collect();
        let at = |index: usize| touched.get(index).copied().unwrap_or(false);
        let near = |index: usize| at(index) || at(index + 1) || index.checked_sub(1).is_some_and(at);
        self.sentences.iter().enumerate().filter(|(index, _)| near(*index)).map(|(_, sentence)| sentence).collect()
    }

    fn coverage(&self, claim: &str, window: &[&Heard<'a>]) -> f32 {
        let mut terms: Vec<(Rc<str>, f32)> = Vec::new();
        for (_, word) in segment::words(claim).filter(|(_, word)| !self.language.is_function_word(word)) {
            let term = self.term(word);
            if !terms.iter().any(|(known, _)| *known == term) {
                let weight = self.rarity(&term);
                terms.push((term, weight));
            }
        }
        let total: f32 = terms.iter().map(|(_, weight)| weight).sum();
        if total == 0.0 {
            return if window.is_empty() { 0.0 } else { 1.0 };
        }
        let mut best = 0.0f32;
        for (at, first) in window.iter().enumerate() {
            for second in window.iter().skip(at).take(PAIRS) {
                let has = |term: &str| first.terms.contains(term) || second.terms.contains(term);
                best = best.max(terms.iter().filter(|(term, _)| has(term)).map(|(_, weight)| weight).sum());
            }
        }
        best / total
    }

    /// How much a term says: more, the fewer sentences of the article have it.
    fn rarity(&self, term: &str) -> f32 {
        let having = self.having.get(term).copied().unwrap_or(1);
        (1.0 + self.sentences.len() as f32 / having as f32).ln()
    }

    /// The words of a claim that are written as names: with a capital inside a sentence; at its head, only where the
    /// article has the word with a capital inside a sentence too.
    fn names(&self, claim: &str) -> Vec<Span> {
        let heads: Vec<Span> = segment::sentences(claim).iter().filter_map(|s| first_word(claim, *s)).collect();
        let is_name = |span: Span, word: &str| {
            let capital = word.starts_with(char::is_uppercase) && !self.language.is_function_word(word);
            let head = heads.contains(&span) || opens_quotation(claim, span);
            capital && word.chars().nth(1).is_some() && (!head || self.capitals.contains(&*fold(word)))
        };
        segment::words(claim).filter(|(span, word)| is_name(*span, word)).map(|(span, _)| span).collect()
    }
}

fn texts<'a>(sentences: &[&Heard<'a>]) -> Vec<&'a str> {
    sentences.iter().map(|sentence| sentence.text).collect()
}

/// The names of a text in runs, of which only a space parts each from the next.
fn runs(text: &str, names: Vec<Span>) -> Vec<Vec<Span>> {
    let mut runs: Vec<Vec<Span>> = Vec::new();
    for name in names {
        let after = |last: &Span| text.get(last.end().bytes()..name.start().bytes()) == Some(" ");
        match runs.last_mut().filter(|run| run.last().is_some_and(after)) {
            Some(run) => run.push(name),
            None => runs.push(vec![name]),
        }
    }
    runs
}

/// The figures of a claim that no sentence carries, and the second of two that are the same and side by side, which no
/// sentence would say: "in 2007 and 2007".
fn missing_figures(claim: &str, sentences: &[&Heard<'_>], language: Option<&str>) -> Vec<String> {
    let figures = figures_in(claim, language);
    let is_missing = |figure: &&Figure| !is_carried(figure, sentences.iter().flat_map(|s| s.figures(language)));
    let mut missing: Vec<String> = figures.iter().filter(is_missing).map(|figure| figure.text.clone()).collect();
    for (first, second) in figures.iter().zip(figures.iter().skip(1)) {
        let between = claim.get(first.span.end().bytes()..second.span.start().bytes()).unwrap_or_default();
        if first.text == second.text && matches!(between.trim(), "and" | "to" | "or" | "-" | "–") {
            missing.push(second.text.clone());
        }
    }
    missing
}

/// Whether one name is made of the other: the people, the language or the adjective of a country.
fn is_of(name: &str, other: &str) -> bool {
    const LANDS: &[&str] = &["", "y", "ey", "ain"];
    const PEOPLE: &[&str] = &["", "i", "n", "an", "ian", "ish", "es", "ese", "isch", "ien"];
    let common: usize = name.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    let (Some(a), Some(b)) = (name.get(common..), other.get(common..)) else { return false };
    common >= 4 && (LANDS.contains(&a) && PEOPLE.contains(&b) || PEOPLE.contains(&a) && LANDS.contains(&b))
}

/// Whether a claim plainly says that something is not so.
fn denies(claim: &str, language: Option<&str>) -> bool {
    let polarity = Polarity::of(claim, language);
    let plain = |cue: &Cue| {
        let said = cue.span.slice(claim).unwrap_or_default();
        cue.kind == CueKind::Negation && !QUALIFYING.contains(&said.to_lowercase().as_str())
    };
    polarity.is_negative() && polarity.cues.iter().any(plain)
}

fn first_word(text: &str, sentence: Span) -> Option<Span> {
    segment::words(sentence.slice(text)?).next().map(|(span, _)| span.within(sentence.start()))
}

fn opens_quotation(text: &str, word: Span) -> bool {
    text.get(..word.start().bytes()).is_some_and(|before| before.ends_with(['"', '“', '„', '«', '‘', '\'', ':']))
}

#[cfg(test)]
mod tests {
    use super::Gate;
    use crate::analysis::evidence::Place;
    use crate::article::{Article, ParagraphNo};
    use crate::text::Span;

    const ARTICLE: &str = "The ferry Brannock Star ran aground on Friday in thick fog. It carried 14,000 sacks of mail, \
        Captain Ines Maddock said. Two lifeboats came within the hour. Nobody was hurt, and no fuel leaked from the hull. \
        The owners of the ship are based in Kerrick. An inquiry will begin in June.";

    #[test]
    fn a_claim_passes_only_when_its_passage_carries_it() {
        let article = Article::parse(ARTICLE);
        let gate = Gate::of(&article, Some("en"));
        let second = Place { paragraph: ParagraphNo::at(0), span: Span::new(60, 118) };
        for (claim, figures, names, passes) in [
            ("The ferry carried 14,000 sacks of mail.", "", "", true),
            ("The ferry carried 14000 sacks of mail.", "", "", true),
            ("The ferry carried 15,000 sacks of mail.", "15,000", "", false),
            ("The Brannock Star carried 14,000 sacks of mail.", "", "", true),
            ("The Kerrick Star carried 14,000 sacks of mail.", "", "Kerrick", false),
            ("Maddock said that 2 lifeboats came within the hour.", "", "", true),
            ("The owners will be tried for their crimes at sea.", "", "", false),
        ] {
            let verdict = gate.judge(claim, &[second]);
            assert_eq!(verdict.missing_figures.join(" "), figures, "{claim}");
            assert_eq!(verdict.missing_names.join(" "), names, "{claim}");
            assert_eq!(verdict.passes(), passes, "{claim} {verdict:?}");
        }
        assert!(!gate.judge("The ferry carried 14,000 sacks of mail.", &[]).passes());
    }

    #[test]
    fn a_name_is_met_by_a_name_and_a_figure_by_one_as_exact() {
        let article = Article::parse(
            "The prime minister, Ines Maddock, united the parties at one point. About 90 tonnes were lost in 2006.\n\n\
             Later the United Front met in Point Kerrick.",
        );
        let gate = Gate::of(&article, Some("en"));
        let first = Place { paragraph: ParagraphNo::at(0), span: Span::new(0, 66) };
        for (claim, missing) in [
            ("The parties that Prime Minister Maddock united at one point", ""),
            ("The parties that Maddock united at Point", "Point"),
            ("The parties that united in Kerrick", "Kerrick"),
            ("The parties were united when 90 tonnes were lost", ""),
            ("The parties were united when 91 tonnes were lost", "91 tonnes"),
            ("The parties were united in 2006 and 2006", "2006"),
        ] {
            let verdict = gate.judge(claim, &[first]);
            assert_eq!([verdict.missing_figures, verdict.missing_names].concat().join(" "), missing, "{claim}");
        }
    }

    #[test]
    fn a_land_need_not_be_named_again_where_the_article_is_about_it() {
        let article = Article::parse(
            "In the north of Norland the Norlandian army lost a town, Kerrick, on Friday.\n\nThe parliament met at once.\n\n\
             It asked for help.\n\nThe army was not told.",
        );
        let gate = Gate::of(&article, Some("en"));
        let third = |end| Place { paragraph: ParagraphNo::at(1), span: Span::new(0, end) };
        for (claim, passes) in [
            ("At once Norland's parliament met.", true),
            ("At once the Norlandian parliament met.", true),
            ("At once Kerrick's parliament met.", false),
            ("The parliament did not meet at once.", false),
            ("The parliament hardly met at once.", true),
        ] {
            assert_eq!(gate.judge(claim, &[third(27)]).passes(), passes, "{claim}");
        }
    }
}
