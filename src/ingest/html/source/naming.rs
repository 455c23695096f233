//! What a page calls its article, and who it says published it.

use super::{Said, alike, field, folded, letters};
use crate::ingest::Field;
use crate::ingest::html::json_ld::unescaped;
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
        let whole = |t: &String| !t.ends_with('…') && !t.ends_with("...");
        // Where the browser's tab and the JSON-LD have words for search engines, the page shows what it also shares.
        let is_for_search = |l: &String| head.as_ref().is_some_and(|t| alike(t, l));
        let shown = h1.clone().filter(|h| og.as_ref().is_some_and(|og| letters(og) == letters(h)));
        let shown = shown.filter(|h| ld.as_ref().is_some_and(|l| !alike(l, h) && is_for_search(l)));
        let order = [
            (without_kicker, "og:title", 0.9),
            (shown, "h1", 0.9),
            (ld.clone().filter(whole), "json-ld headline", 0.95),
            (h1, "h1", 0.9),
            (og, "og:title", 0.8),
            (ld, "json-ld headline", 0.8),
            (head, "title", 0.6),
        ];
        order.into_iter().find_map(|(value, origin, confidence)| Some(field(value?, origin, confidence)))
    }

    /// Who published it, by the name that goes with the address where it gives several.
    pub(super) fn publisher(&self) -> Option<Field<String>> {
        let ld = self.ld.things("publisher").into_iter().next().map(|t| field(t.name, "json-ld publisher", 0.9));
        let og = self.meta(&["og:site_name"]).map(|(v, name)| field(folded(v), name, 0.9));
        let app =
            self.meta(&["application-name", "apple-mobile-web-app-title", "citation_journal_title", "dc.publisher"]);
        let app = app.map(|(v, name)| field(folded(v), name, 0.7));
        let site = self.ld.site().map(|name| field(name, "json-ld WebSite", 0.8));
        let ok = |f: &Field<String>| {
            !f.value.is_empty() && f.value.chars().count() <= 80 && !f.value.contains("://") && !f.value.contains('@')
        };
        let host = self.host().unwrap_or_default();
        let all: Vec<Field<String>> = [og, ld, site, app].into_iter().flatten().filter(ok).collect();
        let best = all.iter().find(|f| names_host(&f.value, &host)).or(all.first()).cloned();
        best.or_else(|| Some(field(self.named_in_title(&host)?, "behind the title", 0.8)))
    }

    /// The name behind the title in the browser's tab or in what is shared, where the heading shows the title without
    /// it and the address is of the same name.
    fn named_in_title(&self, host: &str) -> Option<String> {
        let head = self.dom.all().find(|&id| self.dom.tag(id) == Tag::Title).map(|id| self.dom.line_within(id));
        let titles = self.metas("og:title").map(folded).chain(head.map(|t| folded(&unescaped(&t))));
        titles.into_iter().find_map(|title| {
            let (rest, name) = [" | ", " - ", " – ", " — "]
                .iter()
                .filter_map(|mark| title.rsplit_once(mark))
                .min_by_key(|(_, name)| name.len())?;
            let is_behind = self.h1s.iter().any(|h| alike(h, rest));
            (is_behind && names_host(name, host)).then(|| name.trim().to_owned())
        })
    }
}

/// Whether a title is `end` with a few words and a mark before it.
fn ends_in(title: &str, end: &str) -> bool {
    let before = title.strip_suffix(end).map(str::trim_end).unwrap_or_default();
    before.ends_with([':', '-', '–', '—', '|', '.', '/']) && letters(end).len() > letters(before).len()
}

/// Whether a name and a host are of the same house: `The Harbour Post` and `harbourpost.example`.
fn names_host(name: &str, host: &str) -> bool {
    let plain = |s: &str| letters(s).replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
    let name = plain(name);
    let name = name.strip_prefix("the").unwrap_or(&name);
    let label = letters(&host.replace("www.", "").split('.').map(str::to_owned).rev().nth(1).unwrap_or_default());
    !label.is_empty() && name.len() > 2 && (name.contains(&label) || label.contains(name))
}
