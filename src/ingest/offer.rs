//! Offers of a shop that a page puts amid its article: what is cheaper, at what price, and that the reader should buy it.
//! Refuses to judge an article that is itself about bargains, and a sentence that only tells of a price.

use crate::article::{Article, Paragraph, ParagraphKind};
use crate::ingest::Extracted;
use crate::text::segment;

/// The longest offer, in bytes.
const LONGEST: usize = 500;
/// Of so many paragraphs at least, one may be an offer: of an article with more it is the matter.
const AMONG: usize = 8;

/// Verbs that bid a reader buy, as they begin a sentence.
const BIDS: [&str; 10] =
    ["Get ", "Grab ", "Buy ", "Shop ", "Order ", "Save ", "Snag ", "Jetzt kaufen", "Jetzt bestellen", "Hol "];
/// What stands behind a share by which something is cheaper.
const CUTS: [&str; 5] = ["% off", " percent off", " per cent off", "% Rabatt", " Prozent Rabatt"];
/// Words of a shop's heading, in lower case.
const SHOP_WORDS: [&str; 9] =
    ["store", "shop", "deal", "deals", "affiliate", "sponsored", "angebot", "angebote", "anzeige"];

/// The article without the offers in it, and without a shop's headings above them.
pub(super) fn without(mut extracted: Extracted) -> Extracted {
    let paragraphs = extracted.article.paragraphs();
    let offers: Vec<bool> = paragraphs.iter().map(is_offer).collect();
    let count = offers.iter().filter(|offer| **offer).count();
    if count == 0 || count * AMONG > paragraphs.len() {
        return extracted;
    }
    let is_at = |i: usize| offers.get(i).copied().unwrap_or(false);
    let goes = |i: usize, p: &Paragraph| is_at(i) || is_at(i + 1) && is_shop_heading(p);
    let kept = paragraphs.iter().enumerate().filter(|&(i, p)| !goes(i, p));
    extracted.article = Article::new(kept.map(|(_, p)| p.clone()));
    extracted
}

/// Whether a paragraph offers something: it is cheaper by a share, has a price, and a sentence bids the reader buy it.
fn is_offer(paragraph: &Paragraph) -> bool {
    let text = paragraph.text.as_str();
    text.len() <= LONGEST
        && CUTS.iter().any(|cut| text.contains(cut))
        && has_price(text)
        && segment::sentences(text).iter().filter_map(|s| s.slice(text)).any(|s| BIDS.iter().any(|b| s.starts_with(b)))
}

fn has_price(text: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(['$', '€', '£']).any(|(at, sign)| {
        let before = text.get(..at).unwrap_or_default().trim_end().chars().next_back();
        let behind = text.get(at + sign.len()..).unwrap_or_default().trim_start().chars().next();
        digit(before) || digit(behind)
    })
}

fn is_shop_heading(paragraph: &Paragraph) -> bool {
    const MOST_WORDS: usize = 8;
    let words = || paragraph.text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let heads = paragraph.kind == ParagraphKind::Heading || !paragraph.text.ends_with('.');
    heads && words().count() <= MOST_WORDS && words().any(|w| SHOP_WORDS.contains(&w.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::without;
    use crate::article::Article;
    use crate::ingest::Extracted;

    #[test]
    fn an_offer_amid_an_article_goes_and_a_bargain_that_is_told_of_stays() {
        let told = "The harbour sells its old lamps at 20% off, for $40 each.";
        let offer = "Tired of the dark? This lamp shines for a week. Get it now for 30 percent off at just $12.";
        let text =
            |among: &str| format!("{}{among}\n\nThe end.\n", "The lamps of the harbour are lit at dusk.\n\n".repeat(9));
        let left =
            |text: &str| without(Extracted { article: Article::parse(text), ..Extracted::default() }).article.to_file();
        for (among, kept) in [
            (offer.to_owned(), ""),
            (format!("FROM THE COAST STORE\n\n{offer}"), ""),
            (format!("The fog\n\n{offer}"), "The fog"),
            (told.to_owned(), told),
        ] {
            assert_eq!(left(&text(&among)), Article::parse(&text(kept)).to_file(), "{among}");
        }
        let bargains = format!("{offer}\n\n{told}\n");
        assert_eq!(left(&bargains), bargains);
    }
}
