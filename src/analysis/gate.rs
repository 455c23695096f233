//! The gate that every claim must pass, whoever wrote it: its numbers and names stand in its evidence, it denies nothing
//! that nothing there denies, and two sentences there carry most of its words or say the same in others. Refuses to say
//! that a claim is true: only that its passages do or do not carry it.

use std::collections::{HashMap, HashSet};

use crate::analysis::evidence::Place;
use crate::analysis::polarity::{Cue, CueKind, Polarity};
use crate::analysis::support::support;
use crate::article::{Article, ParagraphNo};
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
    /// How many sentences have each term.
    having: HashMap<String, usize>,
    /// The words that stand with a capital inside a sentence, folded.
    capitals: HashSet<String>,
    /// In how many paragraphs each of them stands, and whether in one of the first.
    subjects: HashMap<String, Subject>,
    paragraphs: usize,
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
    terms: HashSet<String>,
}

impl<'a> Gate<'a> {
    /// A gate for an article; `language` is a BCP 47 tag, without which it is guessed.
    pub fn of(article: &'a Article, language: Option<&str>) -> Self {
        let sample: String = article.paragraphs().iter().take(12).map(|p| format!("{}\n", p.text)).collect();
        let language = Language::of(language, &sample);
        let mut gate = Self {
            language,
            sentences: Vec::new(),
            having: HashMap::new(),
            capitals: HashSet::new(),
            subjects: HashMap::new(),
            paragraphs: article.paragraphs().len(),
        };
        let mut stems = HashMap::new();
        for (at, paragraph) in article.paragraphs().iter().enumerate() {
            for span in segment::sentences(&paragraph.text) {
                let Some(text) = span.slice(&paragraph.text) else { continue };
                gate.hear(Place { paragraph: ParagraphNo::at(at), span }, text, &mut stems);
            }
        }
        gate
    }

    fn hear(&mut self, place: Place, text: &'a str, stems: &mut HashMap<&'a str, String>) {
        let mut terms = HashSet::new();
        for (at, (_, word)) in segment::words(text).enumerate() {
            let term = stems.entry(word).or_insert_with(|| self.language.term(word));
            if at > 0 && word.starts_with(char::is_uppercase) {
                self.capitals.insert(fold(word));
                let subject = self.subjects.entry(term.clone()).or_default();
                subject.paragraphs += usize::from(subject.last != Some(place.paragraph));
                subject.last = Some(place.paragraph);
                subject.leads |= place.paragraph.get() <= LEAD;
            }
            if !terms.contains(term) {
                *self.having.entry(term.clone()).or_default() += 1;
                terms.insert(term.clone());
            }
        }
        self.sentences.push(Heard { place, text, terms });
    }

    /// Judges a claim by the passages that are to support it. Without a passage nothing of it is supported.
    pub fn judge(&self, claim: &str, evidence: &[Place]) -> Verdict {
        let window = self.window(evidence);
        let heard: Vec<&str> = window.iter().map(|sentence| sentence.text).collect();
        let figures: HashSet<String> = heard.iter().flat_map(|text| figures(text)).flat_map(|f| f.values).collect();
        let known = |figure: &Figure| figure.values.iter().any(|value| figures.contains(value));
        let missing_figures = figures_of(claim).into_iter().filter(|f| !known(f)).map(|f| f.written).collect();
        let has = |name: &str| {
            let term = self.language.term(name);
            let has = |sentence: &&Heard<'_>| sentence.terms.iter().any(|t| *t == term || is_of(t, &term));
            window.iter().any(has) || self.is_of_the_land(&term)
        };
        let missing_names = self.names(claim).into_iter().filter(|name| !has(name)).map(str::to_owned).collect();
        let coverage = self.coverage(claim, &window);
        let support = if coverage >= COVERAGE { 1.0 } else { self.support(claim, &heard) };
        let tag = self.language.tag();
        let turned = denies(claim, tag) && heard.iter().all(|sentence| Polarity::of(sentence, tag).cues.is_empty());
        Verdict { missing_figures, missing_names, coverage, support, turned }
    }

    fn support(&self, claim: &str, sentences: &[&str]) -> f32 {
        let rarest = (1.0 + self.sentences.len() as f32).ln();
        support(&self.language, claim, sentences, |term| self.rarity(term) / rarest)
    }

    /// Whether a name is of the land that the whole article is about, by its own name and by its people's. A claim stands
    /// alone and says "Iraq's parliament", where a passage need not say it again.
    fn is_of_the_land(&self, term: &str) -> bool {
        let forms: Vec<(&String, &Subject)> =
            self.subjects.iter().filter(|(name, _)| *name == term || is_of(name, term)).collect();
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
        let mut terms: Vec<(String, f32)> = Vec::new();
        for (_, word) in segment::words(claim).filter(|(_, word)| !self.language.is_function_word(word)) {
            let term = self.language.term(word);
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
    fn names<'t>(&self, claim: &'t str) -> Vec<&'t str> {
        let heads: Vec<Span> = segment::sentences(claim).iter().filter_map(|s| first_word(claim, *s)).collect();
        let is_name = |span: Span, word: &str| {
            let capital = word.starts_with(char::is_uppercase) && !self.language.is_function_word(word);
            let head = heads.contains(&span) || opens_quotation(claim, span);
            capital && word.chars().nth(1).is_some() && (!head || self.capitals.contains(&fold(word)))
        };
        segment::words(claim).filter(|(span, word)| is_name(*span, word)).map(|(_, word)| word).collect()
    }
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

/// A number as a text has it, and the values it may mean.
struct Figure {
    written: String,
    values: Vec<String>,
}

/// Numbers as words, in English; 'one' is too often a pronoun.
const NUMBERS: &[(&str, u32)] = &[
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// The numbers of a text, in order.
fn figures_of(text: &str) -> Vec<Figure> {
    segment::words(text).filter_map(|(_, word)| figure(word)).collect()
}

fn figures(text: &str) -> Vec<Figure> {
    let mut found = figures_of(text);
    // The passage may say in words what the claim says in digits, 'one' too.
    if segment::words(text).any(|(_, word)| word.eq_ignore_ascii_case("one")) {
        found.push(Figure { written: "one".to_owned(), values: vec!["1".to_owned()] });
    }
    found
}

fn figure(word: &str) -> Option<Figure> {
    let written = word.to_owned();
    let lower = fold(word);
    if let Some((_, value)) = NUMBERS.iter().find(|(name, _)| *name == lower) {
        return Some(Figure { written, values: vec![value.to_string()] });
    }
    lower.contains(|c: char| c.is_numeric()).then(|| Figure { written, values: values(&lower) })
}

/// The values that digits may mean: '14,000' is 14000, '14.000' may be 14 or 14000, '3,5' may be 3.5.
fn values(digits: &str) -> Vec<String> {
    let plain: String = digits.chars().filter(|c| !matches!(c, ',' | '.' | '\'' | '\u{a0}' | '_')).collect();
    let decimal = digits.rsplit_once([',', '.']).map(|(whole, part)| {
        let whole: String = whole.chars().filter(|c| c.is_alphanumeric()).collect();
        match part.trim_end_matches('0') {
            "" => whole,
            part => format!("{whole}.{part}"),
        }
    });
    let grouped = digits.rsplit_once([',', '.']).is_none_or(|(_, part)| part.len() == 3);
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|suffix| plain.strip_suffix(suffix)).map(str::to_owned);
    Some(plain.clone()).filter(|_| grouped).into_iter().chain(decimal).chain(ordinal).collect()
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
