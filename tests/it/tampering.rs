//! Whether the gate lets honest claims pass and stops those that were tampered with: the briefs that come with epitome,
//! their claims as they stand, and each of them with a figure changed, a name swapped, a 'not' put in, or held against the
//! passages of another claim. No chance in it: the same claims are made at every run.

use std::collections::BTreeSet;

use epitome::analysis::evidence::Place;
use epitome::analysis::gate::Gate;
use epitome::article::Article;
use epitome::brief::anchor::Finder;
use epitome::brief::{Brief, Claim};

use crate::briefs::with_articles;

/// A claim and the passages that are said to support it.
type Held = (String, Vec<Place>);

/// What was done to a claim.
const KINDS: [&str; 5] = ["nothing", "figure", "name", "denial", "elsewhere"];

/// How many claims of a kind there were, and how many the gate stopped.
#[derive(Clone, Copy, Default, Debug)]
struct Tally {
    stopped: usize,
    all: usize,
}

impl Tally {
    fn share(self) -> f64 {
        self.stopped as f64 / self.all.max(1) as f64
    }
}

#[test]
fn the_gate_stops_what_was_tampered_with_and_lets_pass_what_was_not() {
    let mut tallies = [Tally::default(); 5];
    let mut alarms = Vec::new();
    let articles = with_articles();
    for (id, (brief, article)) in &articles {
        let gate = Gate::of(article, brief.source.language.as_deref()).published(brief.source.published);
        let honest = honest(brief, article);
        for (at, claim) in honest.iter().enumerate() {
            let kinds: [Option<Held>; 5] = [
                Some(claim.clone()),
                other_figure(&claim.0).map(|text| (text, claim.1.clone())),
                other_name(&claim.0, article, &claim.1, at).map(|text| (text, claim.1.clone())),
                denied(&claim.0).map(|text| (text, claim.1.clone())),
                elsewhere(&honest, at).map(|places| (claim.0.clone(), places)),
            ];
            for (kind, (tally, held)) in tallies.iter_mut().zip(kinds).enumerate() {
                let Some((text, places)) = held else { continue };
                let verdict = gate.judge(&text, brief.claims[at].said_by.as_deref(), &places);
                tally.all += 1;
                tally.stopped += usize::from(!verdict.passes());
                if (kind == 0) != verdict.passes() {
                    alarms.push(format!("{} {id} {at} {text} {verdict:?}", KINDS[kind]));
                }
            }
        }
    }
    let said = format!("{tallies:?}\n{}", alarms.join("\n"));
    println!("{said}");
    let [honest, figure, name, denial, elsewhere] = tallies;
    assert!(honest.all >= 16 && honest.stopped <= 1, "harmless claims: {said}");
    assert!(figure.share() >= 0.94, "changed figures: {said}");
    assert!(name.share() >= 0.94, "swapped names: {said}");
    assert!(denial.share() >= 0.85, "denials: {said}");
    assert!(elsewhere.share() >= 0.97, "passages of other claims: {said}");
}

/// The claims of a brief, each with its passages.
fn honest(brief: &Brief, article: &Article) -> Vec<Held> {
    let finder = Finder::new(article);
    let places =
        |c: &Claim| c.evidence.iter().filter_map(|anchor| finder.resolve(anchor).place).map(Place::from).collect();
    brief.claims.iter().map(|claim| (claim.text.clone(), places(claim))).collect()
}

/// The claim with its first number one greater.
fn other_figure(claim: &str) -> Option<String> {
    let digits: String = claim.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let number: u64 = digits.parse().ok()?;
    Some(claim.replacen(&digits, &(number + 1).to_string(), 1))
}

/// The words of a text with their signs taken off, without the first.
fn inner_words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().skip(1).map(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare)
    })
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    inner_words(text).filter(|word| word.len() > 3 && word.starts_with(char::is_uppercase))
}

/// The claim with its last name replaced by one that stands in the article, and not in these passages or beside them.
fn other_name(claim: &str, article: &Article, places: &[Place], seed: usize) -> Option<String> {
    let name = names(claim).last()?;
    let paragraphs: BTreeSet<u32> = places.iter().map(|place| place.paragraph.get()).collect();
    let mut near = String::new();
    let mut far: BTreeSet<&str> = BTreeSet::new();
    for (at, paragraph) in article.paragraphs().iter().enumerate() {
        if paragraphs.contains(&(at as u32 + 1)) {
            near.push_str(&paragraph.text);
        } else {
            far.extend(names(&paragraph.text));
        }
    }
    let kin = |a: &str, b: &str| a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count() > 3;
    let text = article.to_file();
    let common = |word: &str| text.split(|c: char| !c.is_alphanumeric()).any(|w| w == word.to_lowercase());
    far.retain(|other| {
        !common(other) && !other.contains('-') && !near.contains(*other) && !claim.contains(*other) && !kin(other, name)
    });
    let other = far.iter().nth(seed % far.len().max(1))?;
    Some(claim.replace(name, other))
}

/// The claim with a 'not' behind its first verb of these; none where it denies already.
fn denied(claim: &str) -> Option<String> {
    const VERBS: &[&str] = &["was", "were", "is", "are", "has", "have", "had", "will", "would", "could", "may", "can"];
    const DENYING: &[&str] = &["not", "no", "never", "nobody", "none", "without", "cannot", "nor", "hardly"];
    let words: Vec<&str> = claim.split(' ').collect();
    if words.iter().any(|word| DENYING.contains(&word.trim_matches(',').to_lowercase().as_str())) {
        return None;
    }
    let at = words.iter().position(|word| VERBS.contains(word))?;
    Some([&words[..=at], &["not"], &words[at + 1..]].concat().join(" "))
}

/// The passages of another claim, none of them in or beside a paragraph of this one.
fn elsewhere(claims: &[Held], at: usize) -> Option<Vec<Place>> {
    let own = &claims[at].1;
    let apart =
        |other: &&Held| other.1.iter().all(|o| own.iter().all(|p| o.paragraph.get().abs_diff(p.paragraph.get()) > 1));
    claims.iter().cycle().skip(at + 1).take(claims.len() - 1).find(apart).map(|other| other.1.clone())
}
