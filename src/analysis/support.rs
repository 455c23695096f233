//! How likely a passage supports a claim, by their words and what is near to them, as one number; for pairs of any origin.
//! Refuses to understand: a negation turns nothing around, and no single figure or name decides; that is for `gate`.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::text::segment;
use crate::text::stem::Language;

mod measures;
mod model;
mod weights;

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
        self.supporter.0.measures(claim, &self.supporter.0.passage(passage), |term| self.of_term(term))
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
        self.0
            .measures(claim, &self.0.sentences(sentences), rarity)
            .map_or(0.0, |measures| model::likelihood(&measures))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};

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

    const NAMES: [&str; 5] = ["Maddock", "Kerrick", "Norland", "Brannock", "Ines"];
    const WORDS: [&str; 12] = [
        "ferry", "carried", "212", "sacks", "mail", "struck", "harbour", "inquiry", "will", "begin", "tonnes", "owners",
    ];

    fn sentence() -> impl Strategy<Value = String> {
        let word = prop::sample::select([&NAMES[..], &WORDS[..]].concat());
        prop::collection::vec(word, 3..9).prop_map(|words| format!("The {}.", words.join(" ")))
    }

    proptest! {
        #[test]
        fn any_two_texts_get_a_likelihood_and_always_the_same(claim in ".{0,60}", passage in ".{0,200}") {
            let rarity = Rarity::of(&Language::of_tag("en"), [claim.as_str(), passage.as_str()].into_iter());
            let support = rarity.support(&claim, &passage);
            prop_assert!((0.0..=1.0).contains(&support), "{support}");
            prop_assert_eq!(rarity.support(&claim, &passage), support);
            let other = Rarity::of(&Language::of_tag("en"), [passage.as_str(), claim.as_str()].into_iter());
            prop_assert_eq!(other.support(&claim, &passage), support);
        }

        #[test]
        fn a_sentence_of_the_passage_is_supported_by_it(sentences in prop::collection::vec(sentence(), 1..5)) {
            let passage = sentences.join(" ");
            let rarity = Rarity::of(&Language::of_tag("en"), sentences.iter().map(String::as_str));
            for claim in &sentences {
                prop_assert!(rarity.support(claim, &passage) > 0.5, "{claim}: {passage}");
            }
        }

        #[test]
        fn a_claim_of_which_the_passage_has_nothing_is_not(passage in sentence()) {
            let claim = "Quarterly dividends pleased Zanzibar.";
            let rarity = Rarity::of(&Language::of_tag("en"), [claim, passage.as_str()].into_iter());
            prop_assert!(rarity.support(claim, &passage) < 0.2);
        }
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
