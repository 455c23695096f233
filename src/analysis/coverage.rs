//! How much of an article its brief covers, and which of the paragraphs that it does not cover deserve a look first.
//! Refuses to judge what a paragraph means: it counts what a reader would not want to have missed.

use crate::analysis::figures::{Figure, bare_figures_in};
use crate::article::{Article, Paragraph, ParagraphKind, ParagraphNo};
use crate::text::Span;
use crate::text::segment::{word_count, words};

/// How much of an article is covered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// Words in the passages of the claims, each counted once.
    pub covered: usize,
    /// Words of all paragraphs but headings.
    pub words: usize,
    /// Paragraphs with at least one passage.
    pub touched: usize,
    /// All paragraphs but headings.
    pub paragraphs: usize,
    /// The paragraphs without a passage, the most telling first.
    pub uncovered: Vec<Uncovered>,
}

/// A paragraph without a passage, and what stands in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncovered {
    /// Which.
    pub paragraph: ParagraphNo,
    /// Words with a digit, but for dates: a year or a day of the month is no figure, so many years are one.
    pub figures: usize,
    /// Opening quotation marks.
    pub quotations: usize,
    /// Words that deny.
    pub negations: usize,
    /// Words that qualify.
    pub caveats: usize,
}

/// Words that deny, in the languages with the most readers here.
const NEGATIONS: &[&str] = &[
    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "denied", "denies",
    "refused", "nicht", "kein", "keine", "keinen", "nie", "niemals", "ohne", "pas", "jamais", "aucun", "aucune",
    "sans", "nunca", "ningún", "ninguna", "sin", "non", "mai", "senza", "não", "nem", "sem", "niet", "geen", "nooit",
];
/// Words that qualify.
const CAVEATS: &[&str] = &[
    "however",
    "but",
    "although",
    "though",
    "despite",
    "unless",
    "may",
    "might",
    "could",
    "reportedly",
    "allegedly",
    "unclear",
    "estimated",
    "yet",
    "aber",
    "jedoch",
    "obwohl",
    "trotz",
    "könnte",
    "angeblich",
    "mais",
    "cependant",
    "pourtant",
    "pourrait",
    "malgré",
    "pero",
    "aunque",
    "podría",
    "presuntamente",
    "ma",
    "tuttavia",
    "potrebbe",
    "mas",
    "embora",
    "poderia",
    "maar",
    "echter",
    "hoewel",
    "zou",
];
/// Marks that open a quotation.
const OPENING: &[char] = &['“', '„', '«', '「', '『', '‹'];

impl Uncovered {
    fn of(paragraph: ParagraphNo, text: &str, language: Option<&str>) -> Self {
        let mut found = Self { paragraph, figures: 0, quotations: 0, negations: 0, caveats: 0 };
        let dates: Vec<Figure> =
            bare_figures_in(text, language).into_iter().filter(|figure| figure.when.is_some()).collect();
        let is_dated = |span: Span| dates.iter().any(|date| date.span.overlaps(span));
        for (span, word) in words(text) {
            let word = word.to_lowercase();
            let word = word.strip_suffix("n't").map_or(word.as_str(), |_| "not");
            found.figures += usize::from(word.contains(|c: char| c.is_numeric()) && !is_dated(span));
            found.negations += usize::from(NEGATIONS.contains(&word));
            found.caveats += usize::from(CAVEATS.contains(&word));
        }
        let straight = text.matches('"').count() / 2;
        found.quotations = text.matches(OPENING).count() + straight;
        found
    }

    /// How much it deserves a look: figures before quotations and denials, those before caveats.
    pub const fn weight(&self) -> usize {
        4 * self.figures + 3 * self.quotations + 3 * self.negations + 2 * self.caveats
    }

    /// What stands in it, in words: `2 figures, a quotation`; empty when there is nothing of that kind.
    pub fn reason(&self) -> String {
        let counted = [
            (self.figures, "a figure", "figures"),
            (self.quotations, "a quotation", "quotations"),
            (self.negations, "a denial", "denials"),
            (self.caveats, "a caveat", "caveats"),
        ];
        let parts = counted.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| match n {
            1 => (*one).to_owned(),
            n => format!("{n} {many}"),
        });
        parts.collect::<Vec<_>>().join(", ")
    }
}

/// What the passages of a brief's claims cover of its article, which is in that language. Passages that overlap count once.
pub fn coverage(article: &Article, passages: &[(ParagraphNo, Span)], language: Option<&str>) -> Coverage {
    let mut coverage = Coverage::default();
    let counted = |paragraph: &&Paragraph| paragraph.kind != ParagraphKind::Heading;
    for (i, paragraph) in article.paragraphs().iter().enumerate().filter(|(_, p)| counted(p)) {
        let no = ParagraphNo::at(i);
        let mut here: Vec<Span> = passages.iter().filter(|(at, _)| *at == no).map(|(_, span)| *span).collect();
        coverage.paragraphs += 1;
        coverage.words += word_count(&paragraph.text);
        if here.is_empty() {
            coverage.uncovered.push(Uncovered::of(no, &paragraph.text, language));
            continue;
        }
        coverage.touched += 1;
        here.sort_unstable();
        here.dedup_by(|next, last| {
            let joined = next.start() <= last.end();
            if joined {
                *last = last.hull(*next);
            }
            joined
        });
        let words = here.iter().filter_map(|span| span.slice(&paragraph.text)).map(word_count);
        coverage.covered += words.sum::<usize>();
    }
    coverage.uncovered.sort_by_key(|paragraph| (std::cmp::Reverse(paragraph.weight()), paragraph.paragraph));
    coverage
}

#[cfg(test)]
mod tests {
    use super::coverage;
    use crate::article::{Article, ParagraphNo};
    use crate::text::Span;

    #[test]
    fn passages_that_overlap_count_once_and_the_telling_paragraphs_come_first() {
        let article = Article::parse(
            "Nothing much here at all.\n\nOne two three four five.\n\nIt cost 40 euros, but “not 41”, she said.\n\nPlain words.\n",
        );
        let at = |n, a, b| (ParagraphNo::new(n).unwrap(), Span::new(a, b));
        let got = coverage(&article, &[at(2, 0, 13), at(2, 8, 18), at(2, 0, 7)], None);
        assert_eq!((got.covered, got.words, got.touched, got.paragraphs), (4, 21, 1, 4));
        let order: Vec<u32> = got.uncovered.iter().map(|u| u.paragraph.get()).collect();
        assert_eq!(order, [3, 1, 4]);
        assert_eq!(got.uncovered[0].reason(), "2 figures, a quotation, a denial, a caveat");
    }

    #[test]
    fn a_date_is_no_figure_and_a_count_of_years_is_one() {
        for (text, language, figures) in [
            ("The light was built in 1904 and lit on 3 May 1905.", "en", 0),
            ("It was dark from 1939 to 1945, and all through the 1990s.", "en", 0),
            ("It was dark between 1939–1945.", "en", 0),
            ("On May 3 it was lit.", "en", 0),
            ("It burned for 12 years.", "en", 1),
            ("In 2031 it was seen by 40 ships.", "en", 1),
            ("It cost $2,014 and stands 1,904 feet high.", "en", 2),
            ("Am 3. Mai 2031 brannte es 12 Jahre lang.", "de", 1),
            ("El 3 de mayo de 2031 costaba 40 coronas.", "es", 1),
        ] {
            let article = Article::parse(text);
            let got = coverage(&article, &[], Some(language));
            assert_eq!(got.uncovered[0].figures, figures, "{text}");
        }
    }
}
