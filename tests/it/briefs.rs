//! The briefs that come with epitome: that they read, and that what they say is held by what they were written from.
//! The sample pair has its articles beside it. The five real articles are not ours to ship: where they are at hand,
//! `EPITOME_ARTICLES` names their folder; without it those tests say loudly that they were skipped, and prove nothing.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use epitome::article::{Article, Paragraph, ParagraphKind, ParagraphNo, sha256};
use epitome::brief::anchor::{Finder, State};
use epitome::brief::{Brief, Status, yaml};

/// The variable that names the folder of the five articles as they were pasted.
const ARTICLES: &str = "EPITOME_ARTICLES";
const SAMPLE_PAIR: [&str; 2] = ["harbourpost-2031-ferry", "coastdaily-2031-ferry"];
/// As many words in a row as nobody finds by chance.
const RUN: usize = 8;

#[test]
fn seven_briefs_come_with_epitome_and_all_are_in_good_order() {
    let briefs = briefs();
    assert_eq!(briefs.len(), 7);
    for (id, brief) in &briefs {
        assert_eq!(brief.made.status, Status::Reviewed, "{id}");
        assert!(brief.title.is_some() != brief.label.is_some(), "{id}: a title, or a label in its place");
        assert!((8..=12).contains(&brief.claims.len()), "{id}: {} claims", brief.claims.len());
        let kinds: BTreeSet<_> = brief.claims.iter().map(|c| c.kind).collect();
        assert!(kinds.len() >= 3, "{id}: only {kinds:?}");
        let ids: BTreeSet<_> = brief.claims.iter().map(|c| &c.id).collect();
        assert_eq!(ids.len(), brief.claims.len(), "{id}: a claim's name stands twice");
        assert!(brief.claims.iter().all(|c| !c.evidence.is_empty() && !c.unsupported), "{id}");
    }
}

#[test]
fn the_sample_pair_stands_as_it_was_quoted() {
    let briefs = briefs();
    for id in SAMPLE_PAIR {
        let file = std::fs::read_to_string(briefs_folder().join(format!("{id}.txt"))).unwrap();
        let article = Article::parse(&file);
        assert_eq!(article.to_file(), file, "{id}.txt is not an article file");
        holds(id, &briefs[id], &article);
    }
}

#[test]
fn the_five_articles_hold_what_their_briefs_say() {
    let Some(folder) = articles_folder() else { return };
    let briefs = briefs();
    let specs = specs();
    assert_eq!(specs.len() + SAMPLE_PAIR.len(), briefs.len());
    for (id, spec) in &specs {
        let raw = std::fs::read(folder.join(&spec.file)).unwrap();
        let brief = &briefs[id];
        let article_ref = brief.source.article.as_ref().unwrap();
        assert_eq!(article_ref.origin_sha256, Some(sha256(&raw)), "{id}: {} is another file", spec.file);
        let article = spec.clean(&String::from_utf8(raw).unwrap());
        assert_eq!(article_ref.kinds, kinds(&article), "{id}");
        assert_eq!(brief.source.standfirst, None, "{id}: a standfirst is the article's own text");
        holds(id, brief, &article);
    }
}

#[test]
fn no_file_of_ours_repeats_eight_words_of_an_article() {
    let Some(folder) = articles_folder() else { return };
    let mut theirs: HashSet<Vec<String>> = HashSet::new();
    for spec in specs().values() {
        let raw = std::fs::read_to_string(folder.join(&spec.file)).unwrap();
        theirs.extend(runs(&spec.clean(&raw).to_file()));
        theirs.extend(runs(&raw));
    }
    // A title and its author are named, not repeated.
    let named = |b: &Brief| b.title.as_deref().map(|title| format!("{title} {}", b.source.authors.join(" ")));
    let titles: HashSet<_> =
        briefs().values().filter_map(named).flat_map(|names| runs(&names).collect::<Vec<_>>()).collect();
    theirs.retain(|run| !titles.contains(run));
    assert!(theirs.len() > 4000, "the articles are not these");
    let Some(files) = committed_files() else { return };
    assert!(files.len() > 10);
    let mut found = Vec::new();
    for file in files {
        // What is not text, or was deleted since, repeats nothing.
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        let repeated = runs(&text).find(|run| theirs.contains(run));
        found.extend(repeated.map(|run| format!("{}: {}", file.display(), run.join(" "))));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn figures_are_the_same_in_digits_and_in_words() {
    for (text, expected) in [
        ("250,000 troops in 2014.", "2014 250000"),
        ("Three lifeboats, twenty-one men", "20 3"),
        ("2.5 tonnes at 9.40 p.m.", "2.5 9.40"),
        ("from 2006-2007, one shrine", "2006 2007"),
    ] {
        let expected: BTreeSet<String> = expected.split(' ').map(str::to_owned).collect();
        assert_eq!(figures(text), expected, "{text}");
    }
}

/// Asserts that a brief was written from this text, that each of its passages stands where the brief says, and that
/// no claim has a figure that its passages lack.
fn holds(id: &str, brief: &Brief, article: &Article) {
    let article_ref = brief.source.article.as_ref().unwrap();
    assert_eq!(article_ref.sha256, article.sha256(), "{id}: not the text that the brief was written from");
    assert_eq!(article_ref.words, article.words(), "{id}");
    assert_eq!(article_ref.paragraphs, article.paragraphs().len(), "{id}");
    let finder = Finder::new(article);
    for claim in &brief.claims {
        let mut held = BTreeSet::new();
        for anchor in &claim.evidence {
            let found = finder.resolve(anchor);
            assert_eq!(found.state, State::Exact, "{id}: {:?}: {anchor:?}", claim.text);
            let (paragraph, span) = found.place.unwrap();
            held.extend(figures(span.slice(&article.paragraph(paragraph).unwrap().text).unwrap()));
        }
        let said = figures(&claim.text);
        assert!(said.is_subset(&held), "{id}: {:?} says {said:?}, its passages {held:?}", claim.text);
    }
}

/// The figures of a text, in digits, whether they were written in digits or as words. 'One' is no figure here: it is
/// mostly a pronoun.
fn figures(text: &str) -> BTreeSet<String> {
    const WORDS: &str = "two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 \
        thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 \
        forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000 million=1000000 \
        billion=1000000000 dozen=12 dozens=12";
    let words: BTreeMap<&str, &str> = WORDS.split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
    let figure = |token: &str| {
        let digits = token.trim_matches(|c: char| !c.is_ascii_digit()).replace(',', "");
        let word = words.get(token.to_lowercase().trim_matches('.')).map(|n| (*n).to_owned());
        if digits.is_empty() { word } else { Some(digits) }
    };
    text.split(|c: char| !c.is_alphanumeric() && !".,".contains(c)).filter_map(figure).collect()
}

/// Every run of [`RUN`] words of a text, however it is punctuated and broken into lines.
fn runs(text: &str) -> impl Iterator<Item = Vec<String>> {
    let text: String = text.chars().filter(|c| !"'’".contains(*c)).flat_map(char::to_lowercase).collect();
    let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let last = (words.len() + 1).saturating_sub(RUN);
    (0..last).map(move |i| words[i..i + RUN].to_vec())
}

/// Every file that git keeps; `None`, loudly, where git does not answer.
fn committed_files() -> Option<Vec<PathBuf>> {
    let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output();
    let Some(listed) = listed.ok().filter(|out| out.status.success()) else {
        skipped("git does not list the files here, so nobody looked whether they repeat an article");
        return None;
    };
    let names = String::from_utf8(listed.stdout).unwrap();
    Some(names.split_terminator('\0').map(|name| root().join(name)).collect())
}

/// Says so past the test harness, which keeps back what a passing test prints.
pub fn skipped(why: &str) {
    std::io::stderr().write_all(format!("SKIPPED: {why}\n").as_bytes()).unwrap();
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn briefs_folder() -> PathBuf {
    root().join("briefs")
}

/// The folder of the five articles; `None`, loudly, where nobody said where they are.
fn articles_folder() -> Option<PathBuf> {
    let folder = std::env::var_os(ARTICLES).filter(|value| !value.is_empty()).map(PathBuf::from);
    if folder.is_none() {
        skipped(&format!("{ARTICLES} does not name the folder of the five articles, so their briefs are not proved"));
    }
    folder
}

/// The briefs whose articles are at hand, with these: the sample pair always.
pub fn with_articles() -> BTreeMap<String, (Brief, Article)> {
    let mut briefs = briefs();
    let mut articles = BTreeMap::new();
    for id in SAMPLE_PAIR {
        let file = std::fs::read_to_string(briefs_folder().join(format!("{id}.txt"))).unwrap();
        articles.insert(id.to_owned(), Article::parse(&file));
    }
    if let Some(folder) = articles_folder() {
        for (id, spec) in specs() {
            let raw = std::fs::read_to_string(folder.join(&spec.file)).unwrap();
            articles.insert(id, spec.clean(&raw));
        }
    }
    articles.into_iter().filter_map(|(id, article)| briefs.remove(&id).map(|brief| (id, (brief, article)))).collect()
}

/// Every brief of the folder, by its id, each read without a finding.
fn briefs() -> BTreeMap<String, Brief> {
    let files = std::fs::read_dir(briefs_folder()).unwrap().map(|entry| entry.unwrap().path());
    let yamls = files.filter(|path| path.extension().is_some_and(|e| e == "yaml") && !is_study(path));
    yamls
        .map(|path| {
            let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let loaded = yaml::read(&std::fs::read(&path).unwrap()).unwrap_or_else(|fault| panic!("{id}: {fault}"));
            assert!(loaded.findings.is_empty(), "{id}: {:?}", loaded.findings);
            (id, loaded.brief)
        })
        .collect()
}

fn is_study(path: &Path) -> bool {
    path.to_str().is_some_and(|p| p.ends_with(".study.yaml"))
}

/// The paragraphs that are not running text, by kind.
fn kinds(article: &Article) -> BTreeMap<ParagraphKind, Vec<ParagraphNo>> {
    let mut kinds: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (i, paragraph) in article.paragraphs().iter().enumerate() {
        if paragraph.kind != ParagraphKind::Text {
            kinds.entry(paragraph.kind).or_default().push(ParagraphNo::at(i));
        }
    }
    kinds
}

/// Which lines of a pasted file are its article: `tests/articles.json`, as `tests/clean_articles.py` explains it.
struct Spec {
    file: String,
    paragraphs: Vec<(usize, usize, ParagraphKind)>,
    drop: Vec<(usize, usize)>,
    keep_hyphen: Vec<usize>,
}

fn specs() -> BTreeMap<String, Spec> {
    let file = std::fs::read_to_string(root().join("tests/articles.json")).unwrap();
    let json: BTreeMap<String, serde_json::Value> = serde_json::from_str(&file).unwrap();
    json.into_iter().map(|(id, spec)| (id, Spec::of(&spec))).collect()
}

impl Spec {
    fn of(json: &serde_json::Value) -> Self {
        let list = |name: &str| json[name].as_array().cloned().unwrap_or_default();
        let number = |value: &serde_json::Value| usize::try_from(value.as_u64().unwrap()).unwrap();
        let kind = |value: &serde_json::Value| value.as_str().map(|name| ParagraphKind::named(name).unwrap());
        Self {
            file: json["file"].as_str().unwrap().to_owned(),
            paragraphs: list("paragraphs")
                .iter()
                .map(|p| (number(&p[0]), number(&p[1]), kind(&p[2]).unwrap_or_default()))
                .collect(),
            drop: list("drop").iter().map(|p| (number(&p[0]), number(&p[1]))).collect(),
            keep_hyphen: list("keep_hyphen").iter().map(number).collect(),
        }
    }

    /// The article of a pasted file.
    fn clean(&self, raw: &str) -> Article {
        let lines: Vec<&str> = raw.split('\n').collect();
        let paragraph = |&(first, last, kind): &(usize, usize, ParagraphKind)| {
            let numbers = (first..=last).filter(|n| !self.drop.iter().any(|(a, b)| (a..=b).contains(&n)));
            let joined = numbers.fold((String::new(), 0), |so_far, n| self.join(so_far, n, lines[n - 1].trim()));
            Paragraph { kind, text: joined.0 }
        };
        Article::new(self.paragraphs.iter().map(paragraph))
    }

    /// A paragraph so far and the number of its last line, with one line more.
    fn join(&self, (mut text, before): (String, usize), number: usize, line: &str) -> (String, usize) {
        if line.is_empty() {
            return (text, before);
        }
        if !text.ends_with('-') {
            text.push(' ');
        } else if !self.keep_hyphen.contains(&before) {
            text.pop();
        }
        text.push_str(line);
        (text, number)
    }
}
