//! A whole brief held against its article, whoever wrote it: which of its claims, and whether its summary, the article does
//! not carry, and what was not looked at. Refuses to believe what a brief says of itself, and to find passages: that is for
//! [`anchor`](crate::brief::anchor).

mod mended;

pub use mended::mended;

use crate::analysis::evidence::Place;
use crate::analysis::figures::{self, Figure, Unit};
use crate::analysis::gate::{Gate, Verdict};
use crate::analysis::polarity::{Contrary, Kind};
use crate::analysis::reckoned::is_meant;
use crate::article::Article;
use crate::brief::anchor::Found;
use crate::brief::{Anchor, Brief, Claim, Source};
use crate::text::lookup::Set;
use crate::text::segment;

mod bounds;

/// So many claims of a brief are judged: twice what [`check`](crate::brief::check) allows. Each costs time, and a file may
/// hold thousands.
pub const MOST_CLAIMS: usize = 2 * crate::brief::check::MOST_CLAIMS;
/// So many passages of a claim, and so many sentences of a summary.
pub const MOST_PASSAGES: usize = 32;

/// The least share of the words of a summary's sentence that stand anywhere in its article.
const SUMMARY_WORDS: f32 = 0.3;

/// The least share of them in a sentence that denies what the article says: below, it may say something else.
const DENIED_WORDS: f32 = 0.75;

/// For so many dates of a text that no passage carries it is asked whether they would without their year: each time, all
/// passages are read.
const DATES: usize = 16;

/// Where the passages of a brief were found, in the order of its file.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Those of the summary.
    pub summary: Vec<Found>,
    /// Those of each claim.
    pub claims: Vec<Vec<Found>>,
}

impl Places {
    /// Finds the passages of a brief's anchors, each by `find`.
    pub fn of(brief: &Brief, find: impl Fn(&Anchor) -> Found) -> Self {
        let all = |anchors: &[Anchor]| anchors.iter().map(&find).collect();
        Self { summary: all(&brief.summary_evidence), claims: brief.claims.iter().map(|c| all(&c.evidence)).collect() }
    }
}

/// What part of a brief is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The summary.
    Summary,
    /// A claim, by its index.
    Claim(usize),
}

impl Part {
    /// The name of a part in messages and JSON: a claim's id, or `summary`.
    pub fn name(self, brief: &Brief) -> &str {
        match self {
            Self::Summary => "summary",
            Self::Claim(at) => brief.claims.get(at).map_or("", |claim| &claim.id.0),
        }
    }
}

/// A part of a brief that its article does not carry.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// Which.
    pub part: Part,
    /// What is missing; `None` for a claim without a passage whose article is not here.
    pub verdict: Option<Verdict>,
    /// Whether it names no passage at all.
    pub bare: bool,
    /// Whether the brief says so itself.
    pub owned: bool,
}

/// A part of a brief that was not judged, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unjudged {
    /// Which.
    pub part: Part,
    /// Why not, in words.
    pub why: &'static str,
    /// Whether it is because the brief is larger than any may be.
    pub too_much: bool,
}

/// What came of holding a brief against its article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Audit {
    /// What its article does not carry.
    pub doubts: Vec<Doubt>,
    /// What was not judged though the article is here.
    pub unjudged: Vec<Unjudged>,
}

impl Audit {
    /// Holds a brief against its article. Without one, only claims that name no passage are doubted.
    pub fn of(brief: &Brief, article: Option<&Article>, places: &Places) -> Self {
        let Some(article) = article else {
            let mut audit = Self::default();
            audit.without_article(brief);
            return audit;
        };
        let mended = mended(brief, article, places);
        let (article, places) = mended.as_ref().map_or((article, places), |(article, places)| (article, places));
        Self::of_mended(brief, article, places)
    }

    /// Holds a brief against its article, whose parted words are whole again ([`mended`]).
    pub fn of_mended(brief: &Brief, article: &Article, places: &Places) -> Self {
        let mut audit = Self::default();
        let gate = || Gate::of(article, brief.source.language.as_deref()).published(brief.source.published);
        let gate = (!bounds::is_too_large(article)).then(gate).filter(Gate::has_heard_all);
        audit.summary(brief, article, gate.as_ref(), &places.summary);
        let judged = bounds::judged(brief, article);
        for (at, claim) in brief.claims.iter().enumerate() {
            let found = places.claims.get(at).map(Vec::as_slice).unwrap_or_default();
            if at >= MOST_CLAIMS {
                audit.pass_over(Part::Claim(at), "a brief has at most 30 claims");
            } else if at >= judged && gate.is_some() {
                audit.pass_over(Part::Claim(at), bounds::LONG_CLAIMS);
            } else {
                audit.claim((at, claim), brief, article, gate.as_ref(), found);
            }
        }
        audit
    }

    /// Notes that a part is larger than what is judged.
    fn pass_over(&mut self, part: Part, why: &'static str) {
        self.unjudged.push(Unjudged { part, why, too_much: true });
    }

    /// Whether every part that does not call itself unsupported was judged and carried.
    pub fn passes(&self) -> bool {
        self.doubts.iter().all(|doubt| doubt.owned) && !self.unjudged.iter().any(|one| one.too_much)
    }

    /// What is doubted of a part.
    pub fn doubt(&self, part: Part) -> Option<&Doubt> {
        self.doubts.iter().find(|doubt| doubt.part == part)
    }

    /// Why a part was not judged, where it was not though the article is here.
    pub fn unjudged(&self, part: Part) -> Option<&'static str> {
        self.unjudged.iter().find(|one| one.part == part).map(|one| one.why)
    }

    fn without_article(&mut self, brief: &Brief) {
        for (at, claim) in brief.claims.iter().enumerate().filter(|(_, claim)| claim.evidence.is_empty()) {
            self.doubts.push(Doubt { part: Part::Claim(at), verdict: None, bare: true, owned: claim.unsupported });
        }
    }

    fn claim(
        &mut self,
        (at, claim): (usize, &Claim),
        brief: &Brief,
        article: &Article,
        gate: Option<&Gate<'_>>,
        found: &[Found],
    ) {
        let part = Part::Claim(at);
        if found.len() > MOST_PASSAGES {
            return self.pass_over(part, "it names too many passages");
        }
        let Some(places) = places(found) else {
            self.unjudged.push(Unjudged { part, why: "a passage of it was not found", too_much: false });
            return;
        };
        if bounds::is_too_long(claim) {
            return self.pass_over(part, bounds::TOO_LONG);
        }
        let Some(gate) = gate else { return self.pass_over(part, bounds::LARGE_ARTICLE) };
        if bounds::is_too_much_around(gate.bytes_around(&places)) {
            return self.pass_over(part, bounds::LONG_PASSAGES);
        }
        let other_date = claim.when.is_some_and(|when| gate.is_other_date(when, &places));
        let mut verdict = Verdict { other_date, ..gate.judge(&claim.text, claim.said_by.as_deref(), &places) };
        if !found.is_empty() {
            let unsaid = unsaid(&claim.text, article, found, &brief.source);
            add_figures(&mut verdict, unsaid);
        }
        name_once(&mut verdict);
        if !verdict.passes() {
            self.doubts.push(Doubt { part, verdict: Some(verdict), bare: found.is_empty(), owned: claim.unsupported });
        }
    }

    fn summary(&mut self, brief: &Brief, article: &Article, gate: Option<&Gate<'_>>, found: &[Found]) {
        let passages = places(found).unwrap_or_default();
        if passages.len() > MOST_PASSAGES {
            return self.pass_over(Part::Summary, "it names too many passages");
        }
        if bounds::has_too_long_a_summary(brief) {
            return self.pass_over(Part::Summary, bounds::TOO_LONG);
        }
        let Some(gate) = gate else { return self.pass_over(Part::Summary, bounds::LARGE_ARTICLE) };
        if bounds::is_too_much_around(gate.bytes_around(&passages)) {
            return self.pass_over(Part::Summary, bounds::LONG_PASSAGES);
        }
        let (mut whole, source) = (Verdict::GOOD, words_of_source(brief));
        let sentences = segment::sentences(&brief.summary);
        for sentence in sentences.iter().take(MOST_PASSAGES).filter_map(|span| span.slice(&brief.summary)) {
            let verdict = gate.judge_condensed(sentence.trim(), &passages);
            // The text of an article need not have who wrote or published it.
            let known = |name: &String| source.contains(name.trim_end_matches("'s").trim_end_matches("’s"));
            whole.missing_names.extend(verdict.missing_names.into_iter().filter(|name| !known(name)));
            // What is condensed may deny in words of its own what is said in many: 'nothing changes unless'.
            let in_own_words = verdict.coverage < DENIED_WORDS || sentence.contains(" unless ");
            let is_contrary = |contrary: &Contrary| contrary.kind != Kind::Denied || !in_own_words;
            whole.contrary = whole.contrary.or(verdict.contrary.filter(is_contrary));
            whole.coverage = whole.coverage.min(verdict.coverage);
        }
        if sentences.len() > MOST_PASSAGES {
            self.pass_over(Part::Summary, "it has too many sentences");
        }
        whole.missing_figures = unsaid_in_summary(brief, article, found);
        if !whole.missing_figures.is_empty()
            || !whole.missing_names.is_empty()
            || whole.contrary.is_some()
            || whole.coverage < SUMMARY_WORDS
        {
            // Some words of a summary are its own: they are named only where they are the reason.
            let coverage = if whole.coverage < SUMMARY_WORDS { whole.coverage } else { 1.0 };
            let support = if coverage < 1.0 { 0.0 } else { 1.0 };
            name_once(&mut whole);
            let verdict = Some(Verdict { coverage, support, ..whole });
            self.doubts.push(Doubt { part: Part::Summary, verdict, bare: false, owned: false });
        }
    }
}

/// The words of the names of who wrote and who published the article.
fn words_of_source(brief: &Brief) -> Set<&str> {
    let source = brief.source.authors.iter().chain(&brief.source.publisher);
    source.flat_map(|of| segment::words(of)).map(|(_, word)| word).collect()
}

/// The places of passages, when all were found.
fn places(found: &[Found]) -> Option<Vec<Place>> {
    found.iter().map(|found| found.place.map(Place::from)).collect()
}

fn add_figures(verdict: &mut Verdict, unsaid: Vec<String>) {
    for figure in unsaid {
        if !verdict.missing_figures.iter().any(|known| known.contains(&figure) || figure.contains(known.as_str())) {
            verdict.missing_figures.push(figure);
        }
    }
}

/// What is missing as part of a figure, a month of a date, is not named again.
fn name_once(verdict: &mut Verdict) {
    let Verdict { missing_figures, missing_names, .. } = verdict;
    let is_of_figure = |name: &String| {
        missing_figures.iter().any(|figure| segment::words(figure).any(|(_, word)| word == name.as_str()))
    };
    missing_names.retain(|name| !is_of_figure(name));
}

/// The figures of a text that none of its passages carries, as they are written, when all of these were found; none where
/// it or they are too long to be looked through.
pub fn unsaid(text: &str, article: &Article, found: &[Found], source: &Source) -> Vec<String> {
    if !bounds::are_figures_looked_for(text, found) {
        return Vec::new();
    }
    let passage = |found: &Found| Place::from(found.place?).text(article);
    let passages: Option<Vec<&str>> = found.iter().map(passage).collect();
    let uncarried = passages.map(|passages| uncarried(text, &passages, source)).unwrap_or_default();
    uncarried.into_iter().map(|figure| figure.text).collect()
}

/// The figures of a text that no passage carries; not a date that follows from the day of the source.
fn uncarried(text: &str, passages: &[&str], source: &Source) -> Vec<Figure> {
    let language = source.language.as_deref();
    let mut figures = figures::unsupported(text, passages, language);
    let mut asked = 0;
    figures.retain(|figure| {
        asked += usize::from(figure.when.is_some());
        asked > DATES || !is_meant(text, figure, passages, language, source.published)
    });
    figures
}

/// The figures of the summary that its passages do not carry; where it has none, or one that was not found, that the
/// whole article does not carry. Of three at most in words, whoever condenses may have counted them.
fn unsaid_in_summary(brief: &Brief, article: &Article, found: &[Found]) -> Vec<String> {
    const COUNTED: f64 = 3.0;
    if !found.is_empty() && found.iter().all(|found| found.place.is_some()) {
        return unsaid(&brief.summary, article, found, &brief.source);
    }
    let all: Vec<&str> = article.paragraphs().iter().map(|paragraph| paragraph.text.as_str()).collect();
    let counted = |figure: &Figure| {
        figure.unit == Unit::Count && figure.value <= COUNTED && !figure.text.contains(|c: char| c.is_ascii_digit())
    };
    let uncarried = uncarried(&brief.summary, &all, &brief.source).into_iter();
    uncarried.filter(|figure| !counted(figure)).map(|figure| figure.text).collect()
}

impl Doubt {
    /// Why it is doubted, in one line.
    pub fn why(&self) -> String {
        let mut why = Vec::new();
        if self.bare {
            why.push("it names no passage".to_owned());
        }
        if let Some(verdict) = &self.verdict {
            let named =
                |what: &str, which: &[String]| (!which.is_empty()).then(|| format!("{what}: {}", which.join(", ")));
            why.extend(named("figures not there", &verdict.missing_figures));
            why.extend(named("names not there", &verdict.missing_names));
            why.extend(named("not said there so", &verdict.missing_quotations));
            why.extend(named("others stand there in the place of", &verdict.misplaced));
            why.extend(verdict.dropped_hedge.as_ref().map(|hedge| format!("it leaves out the '{hedge}' there")));
            why.extend(verdict.added.as_ref().map(|added| format!("nothing there has '{added}'")));
            why.extend(verdict.contrary.as_ref().map(in_words));
            if verdict.other_speaker {
                why.push("whom it credits does not speak there".to_owned());
            }
            if verdict.other_date {
                why.push("its date is not the one there".to_owned());
            }
            if !verdict.carries_words() && !self.bare {
                why.push(format!("{:.0}% of its words are there", verdict.coverage * 100.0));
            }
        }
        why.join("; ")
    }
}

/// By what a text is the contrary of its passages, as a person reads it.
fn in_words(contrary: &Contrary) -> String {
    let there = contrary.passage.as_deref().map(|word| format!("'{word}'")).unwrap_or_default();
    match contrary.kind {
        Kind::Denied => "it denies what nothing there denies".to_owned(),
        Kind::Asserted => format!("it says what is denied there by {there}"),
        Kind::Opposite => format!("it says the opposite of {there}"),
        Kind::Amount => format!("it makes more or less of {there}"),
    }
}
