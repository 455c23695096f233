//! Whether the day that a brief gives for a claim is against its passages. Refuses to ask for one: a passage without a date
//! says nothing against any.

use super::{Gate, Heard};
use crate::analysis::evidence::Place;
use crate::analysis::figures::When;
use crate::analysis::when::when;
use crate::article::{Date, Edtf};

impl Gate<'_> {
    /// Whether passages name dates, and each of them is apart from the date that a claim is given. The day of the source is
    /// against none: what is reported is reported then.
    pub fn is_other_date(&self, claimed: Edtf, evidence: &[Place]) -> bool {
        if self.published.is_some_and(|day| !day.is_apart_from(claimed)) {
            return false;
        }
        let touched = self.sentences.iter().filter(|sentence| sentence.is_touched(evidence));
        let apart: Vec<bool> = touched.flat_map(|sentence| self.apart_in(sentence, claimed)).collect();
        !apart.is_empty() && apart.iter().all(|apart| *apart)
    }

    /// For each date of a sentence whether it is apart from one.
    fn apart_in(&self, sentence: &Heard<'_>, claimed: Edtf) -> Vec<bool> {
        let tag = self.language.tag();
        let named = self.figures_of(sentence).iter().filter_map(|figure| figure.when);
        let reckoned = when(sentence.text, tag, self.published).map(|date| date.is_apart_from(claimed));
        named.filter_map(|when| is_apart(when, claimed)).chain(reckoned).collect()
    }
}

/// Whether a date as it is named is apart from another; `None` where it names neither year nor month.
fn is_apart(named: When, claimed: Edtf) -> Option<bool> {
    let of_year = |year: u16| Date::new(year, named.month, named.month.and(named.day));
    match (named.year, named.month) {
        (Some(year), _) if named.decade => {
            let decade = Edtf::Interval(Date::new(year, None, None)?, Date::new(year + 9, None, None)?);
            Some(decade.is_apart_from(claimed))
        }
        (Some(year), _) => of_year(year).map(|date| Edtf::Date(date).is_apart_from(claimed)),
        (None, Some(_)) => {
            let years = claimed.first().year()..=claimed.last().year();
            Some(years.filter_map(of_year).all(|date| Edtf::Date(date).is_apart_from(claimed)))
        }
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::evidence::Place;
    use crate::analysis::gate::Gate;
    use crate::article::{Article, Edtf, ParagraphNo};
    use crate::text::Span;

    #[test]
    fn a_date_is_told_that_is_against_its_passage() {
        let date = |text: &str| Some(Edtf::Date(text.parse().unwrap()));
        for (passage, claimed, other) in [
            ("The mole broke on 12 March 2031.", "2031-03-12", false),
            ("The mole broke on 12 March 2031.", "2031", false),
            ("The mole broke on 12 March 2031.", "2031-03-13", true),
            ("The mole broke on 12 March.", "2031-03-12", false),
            ("The mole broke on 12 March.", "2031-04", true),
            ("The mole broke in 2014, and again in 2019.", "2019", false),
            ("The mole broke in the 1990s.", "1994", false),
            ("The mole broke on Friday.", "2031-05-02", false),
            ("The mole broke last year.", "2024", true),
            ("The mole broke in 2014.", "2031-05-03", false),
            ("The mole broke.", "2019", false),
        ] {
            let article = Article::parse(passage);
            let gate = Gate::of(&article, Some("en")).published(date("2031-05-03"));
            let place = Place { paragraph: ParagraphNo::at(0), span: Span::new(0, passage.len()) };
            assert_eq!(gate.is_other_date(date(claimed).unwrap(), &[place]), other, "{passage} {claimed}");
        }
    }
}
