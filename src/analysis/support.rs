//! How likely a passage supports a claim, by their words and what is near to them, as one number; for pairs of any origin.
//! Refuses to understand: a negation turns nothing around, and no single figure or name decides; that is for `gate`.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::text::segment;
use crate::text::stem::Language;

mod measures;
mod model;

use measures::{MEASURES, Reader};

/// What is known of how rare words are: from the texts among which claims are judged.
pub struct Rarity {
    supporter: Supporter,
    having: HashMap<Rc<str>, usize>,
    texts: usize,
}

impl Rarity {
    /// Counts the words of texts in one language; each text counts once.
    pub fn of<'t>(language: &Language, texts: impl Iterator<Item = &'t str>) -> Self {
        let distinct: HashSet<&str> = texts.collect();
        let supporter = Supporter::new(language.tag());
        let mut having = HashMap::new();
        for text in &distinct {
            let terms: HashSet<Rc<str>> = segment::words(text).map(|(_, word)| supporter.0.stem(word)).collect();
            for term in terms {
                *having.entry(term).or_insert(0) += 1;
            }
        }
        Self { supporter, having, texts: distinct.len() }
    }

    /// How rare a term is: 1 where no text has it, towards 0 where all do.
    fn of_term(&self, term: &str) -> f32 {
        let having = self.having.get(term).copied().unwrap_or(0);
        let all = (self.texts + 1) as f32;
        ((all / (having + 1) as f32).ln() + 1.0) / (all.ln() + 1.0)
    }

    /// How likely a passage supports a claim, 0 to 1.
    pub fn support(&self, claim: &str, passage: &str) -> f32 {
        self.measures(claim, passage).map_or(0.0, |measures| model::likelihood(&measures))
    }

    fn measures(&self, claim: &str, passage: &str) -> Option<[f32; MEASURES]> {
        let spans = segment::sentences(passage);
        let sentences: Vec<&str> = spans.iter().filter_map(|span| span.slice(passage)).collect();
        self.supporter.0.measures(claim, &sentences, |term| self.of_term(term))
    }
}

/// Says of sentences how likely they support a claim. It remembers what it has read: the sentences of an article are asked
/// for one claim after another.
pub struct Supporter(Reader);

impl Supporter {
    /// For a language, by its BCP 47 tag.
    pub fn new(tag: Option<&str>) -> Self {
        Self(Reader::new(tag))
    }

    /// How likely sentences of a passage support a claim, 0 to 1; nothing supports a claim without words, and no words
    /// support any. `rarity` says of a term how rare it is where the passage comes from, from 0 to 1.
    pub fn support(&self, claim: &str, sentences: &[&str], rarity: impl Fn(&str) -> f32) -> f32 {
        self.0.measures(claim, sentences, rarity).map_or(0.0, |measures| model::likelihood(&measures))
    }
}

#[cfg(test)]
mod tests {
    use super::Rarity;
    use crate::text::stem::Language;

    #[test]
    fn a_passage_that_says_it_supports_it_more_than_one_that_does_not() {
        let passage = "The ferry ran aground in fog. It carried 212 passengers and their luggage to Kerrick.";
        let claims = ["The ferry carried 212 passengers.", "The ferry carried mail.", "A bridge fell in Norland."];
        let rarity = Rarity::of(&Language::of_tag("en"), claims.into_iter().chain([passage]));
        let [first, second, third] = claims.map(|claim| rarity.support(claim, passage));
        assert!(first > second && second > third, "{first} {second} {third}");
        assert_eq!(rarity.support("", passage), 0.0);
        assert_eq!(rarity.support(claims[0], ""), 0.0);
    }

    /// Not a check of its own: `tests/scores/fit_support.py` fits the weights to what this prints.
    #[test]
    #[ignore = "prints the measures of the pairs in the file that EPITOME_PAIRS names, for fitting"]
    fn measures_are_printed_for_fitting() {
        let file = std::fs::read_to_string(std::env::var("EPITOME_PAIRS").unwrap()).unwrap();
        let pairs: Vec<(&str, &str)> = file.lines().map(|line| line.split_once('\t').unwrap()).collect();
        let rarity = Rarity::of(&Language::guess(&file), pairs.iter().flat_map(|(claim, passage)| [*claim, *passage]));
        for (claim, passage) in pairs {
            let measures = rarity.measures(claim, passage).unwrap();
            assert!(measures.iter().all(|measure| measure.is_finite()), "{claim}");
            println!("row {}", measures.map(|measure| measure.to_string()).join(" "));
        }
    }
}
