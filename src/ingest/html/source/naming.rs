//! What a page calls its article: the title a reader sees, without the site's name and the line above it.

use super::{Said, alike, field, folded, letters};
use crate::ingest::Field;
use crate::ingest::html::tag::Tag;
use crate::ingest::metadata::title::without_site;

/// The longest title that is taken for one, in characters.
const TITLE: usize = 400;

impl Said<'_> {
    /// The title a reader sees: the headline the page names, the heading it shows.
    pub(super) fn title(&self) -> Option<Field<String>> {
        let sites = self.sites();
        let sites: Vec<&str> = sites.iter().map(String::as_str).collect();
        let clean = |raw: &str| folded(without_site(&folded(raw), &sites));
        let ok = |t: &String| {
            !t.is_empty() && t.chars().count() <= TITLE && !sites.iter().any(|s| s.eq_ignore_ascii_case(t))
        };
        let ld = self.ld.text("headline").map(|t| clean(&t)).filter(ok);
        let og = self.meta(&["og:title", "twitter:title"]).map(|(t, _)| clean(t)).filter(ok);
        let head = self.dom.all().find(|&id| self.dom.tag(id) == Tag::Title);
        let head = head.map(|id| clean(&self.dom.line_within(id))).filter(ok);
        let agrees = |h: &&String| [&ld, &og, &head].into_iter().flatten().any(|other| alike(h, other));
        let h1 = self.h1s.iter().find(agrees).or_else(|| (self.h1s.len() == 1).then(|| self.h1s.first()).flatten());
        let h1 = h1.map(|h| clean(h)).filter(ok);
        // 'Trouble at sea - Ferry runs aground': the line above the heading, run into it.
        let without_kicker = og.clone().filter(|og| ld.iter().chain(&h1).any(|title| ends_in(title, og)));
        let under_kickers = shared_end([h1.as_deref(), og.as_deref(), ld.as_deref()]);
        let whole = |t: &String| !t.ends_with('…') && !t.ends_with("...");
        // Where the browser's tab and the JSON-LD have words for search engines, the page shows what it also shares.
        let is_for_search = |l: &String| head.as_ref().is_some_and(|t| alike(t, l));
        let shown = h1.clone().filter(|h| og.as_ref().is_some_and(|og| letters(og) == letters(h)));
        let shown = shown.filter(|h| ld.as_ref().is_some_and(|l| !alike(l, h) && is_for_search(l)));
        let order = [
            (without_kicker, "og:title", 0.9),
            (under_kickers, "what the page's titles share", 0.85),
            (shown, "h1", 0.9),
            (ld.clone().filter(whole), "json-ld headline", 0.95),
            (h1, "h1", 0.9),
            (og, "og:title", 0.8),
            (ld, "json-ld headline", 0.8),
            (head, "title", 0.6),
        ];
        order.into_iter().find_map(|(value, origin, confidence)| Some(field(value?, origin, confidence)))
    }
}

/// What two titles of a page have in common behind lines above the heading that have nothing in common:
/// `Trouble at sea: Ferry runs aground` and `Fog - Ferry runs aground`.
fn shared_end(titles: [Option<&str>; 3]) -> Option<String> {
    let parted: Vec<(&str, &str)> = titles.into_iter().flatten().filter_map(first_part).collect();
    let mut pairs = parted.iter().enumerate().flat_map(|(i, a)| parted.iter().skip(i + 1).map(move |b| (a, b)));
    let shares = |((a, end), (b, other)): &(&(&str, &str), &(&str, &str))| {
        let words = |s: &str| s.split_whitespace().map(letters).filter(|w| w.len() > 3).collect::<Vec<_>>();
        letters(end) == letters(other)
            && letters(end).len() > letters(a).len().max(letters(b).len())
            && !words(a).iter().any(|word| words(b).contains(word))
            && letters(a) != letters(b)
    };
    pairs.find(shares).map(|((_, end), _)| (*end).to_owned())
}

/// A title parted at its first mark: `Trouble at sea`, and what follows.
fn first_part(title: &str) -> Option<(&str, &str)> {
    const MOST_WORDS: usize = 6;
    let marks = [": ", " - ", " – ", " — ", " | ", " / "];
    let (first, rest) = marks.iter().filter_map(|mark| title.split_once(mark)).min_by_key(|(first, _)| first.len())?;
    (first.split_whitespace().count() <= MOST_WORDS).then_some((first, rest.trim()))
}

/// Whether a title is `end` with a few words and a mark before it.
fn ends_in(title: &str, end: &str) -> bool {
    let before = title.strip_suffix(end).map(str::trim_end).unwrap_or_default();
    before.ends_with([':', '-', '–', '—', '|', '.', '/']) && letters(end).len() > letters(before).len()
}

#[cfg(test)]
mod tests {
    use super::shared_end;

    #[test]
    fn titles_share_what_stands_behind_their_kickers() {
        for (a, b, end) in [
            (
                "Trouble at sea - Ferry runs aground in fog",
                "Fog: Ferry runs aground in fog",
                "Ferry runs aground in fog",
            ),
            (
                "Brannock failed: here is what must be done now",
                "The Brannock failed: here is what must be done now",
                "",
            ),
            ("Fog: Ferry runs aground", "Fog: Ferry runs aground", ""),
            ("Fog: Ferry runs aground", "Ferry runs aground", ""),
        ] {
            assert_eq!(shared_end([Some(a), None, Some(b)]).unwrap_or_default(), end, "{a}");
        }
    }
}
