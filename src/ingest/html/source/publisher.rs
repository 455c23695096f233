//! Who a page says published it: the names it gives its site and its publisher, its lines of rights, the name behind its
//! title. Of several, the one that goes with the address; written as the page writes it best. Refuses addresses and
//! handles as names, and names nobody whom the page does not name.

use super::house::{House, initials, is_foreign, is_same};
use super::{Said, alike, field, folded, letters};
use crate::ingest::Field;
use crate::ingest::html::content::Page;
use crate::ingest::html::dom::Attr;
use crate::ingest::html::json_ld::unescaped;
use crate::ingest::html::tag::Tag;
use crate::ingest::plain::sign::copyright_owner;

/// The longest name, in characters.
const NAME: usize = 80;
/// What stands between a name and what it is all about: `Harbour Post - News, Sport, Weather`.
const PARTERS: [&str; 6] = [" | ", " - ", " – ", " — ", " · ", " :: "];
/// What stands between a title and the name behind it.
const BEHIND_TITLE: [&str; 8] = [" | ", " - ", " – ", " — ", "｜", "ㅣ", "--", "_"];
/// Words at the end of a name that say it is a page's.
const SITE_WORDS: [&str; 3] = [" Website", " Homepage", " RSS"];
/// Legal forms of companies, which no outlet's name ends with.
const FORMS: [&str; 18] = [
    "GmbH & Co. KG",
    "GmbH",
    "AG",
    "SE",
    "KG",
    "Inc.",
    "Inc",
    "LLC",
    "Ltd.",
    "Ltd",
    "Limited",
    "S.A.",
    "SA",
    "B.V.",
    "Oy",
    "A.Ş.",
    "S.p.A.",
    "Co.",
];
/// The longest line of rights that is read, and the longest text in which a name may stand as a sign, in bytes.
const LINE: usize = 300;
const SIGN: usize = 120;

impl Said<'_> {
    /// Who published it, by the name that goes with the address where the page gives several.
    pub(super) fn publisher(&self, page: &Page<'_>) -> Option<Field<String>> {
        let host = self.host().unwrap_or_default();
        let Some(house) = House::of(&host) else { return self.named_publishers(&|_| false).into_iter().next() };
        let is_ours = |name: &str| house.has(name);
        let named = self.named_publishers(&is_ours);
        let best = named.iter().find(|f| is_ours(&f.value)).or(named.first()).cloned();
        let best = best.or_else(|| Some(field(self.named_in_title(&is_ours)?, "behind the title", 0.8)));
        let best = best.or_else(|| self.signed(page, &house));
        match best {
            None => self.spelled(page, &house, 1),
            Some(best) if is_foreign(&best.value) && !is_ours(&best.value) => {
                let latin = house.in_latin(&owners(page), &self.accounts());
                Some(latin.map_or(best, |(name, origin)| field(name, origin, 0.7)))
            }
            Some(best) => Some(self.written_out(written_best(best, &named), page, &house)),
        }
    }

    /// The owner of the page's rights, where the address or an account is of the same name.
    fn signed(&self, page: &Page<'_>, house: &House) -> Option<Field<String>> {
        let accounts = self.accounts();
        let is_called = |n: &String| house.is_called(n) || accounts.iter().any(|account| is_same(account, n));
        Some(field(owners(page).into_iter().find(is_called)?, "copyright", 0.75))
    }

    /// A name that is run together, or that is only an abbreviation, as the page writes the address's name in words.
    fn written_out(&self, best: Field<String>, page: &Page<'_>, house: &House) -> Field<String> {
        let name = &best.value;
        let least = if is_run_together(name) && house.is_called(&without_ending(name)) {
            2
        } else if is_short(name) && !house.has(name) {
            1
        } else {
            return best;
        };
        self.spelled(page, house, least).unwrap_or(best)
    }

    /// The names in the places where a page gives its publisher's, the surest first.
    fn named_publishers(&self, is_ours: &impl Fn(&str) -> bool) -> Vec<Field<String>> {
        let og = self.meta(&["og:site_name"]).map(|(v, name)| field(v.to_owned(), name, 0.9));
        let ld = self.ld.things("publisher").into_iter().next().map(|t| field(t.name, "json-ld publisher", 0.9));
        let site = self.ld.site().map(|name| field(name, "json-ld WebSite", 0.8));
        let app =
            self.meta(&["application-name", "apple-mobile-web-app-title", "citation_journal_title", "dc.publisher"]);
        let app = app.map(|(v, name)| field(v.to_owned(), name, 0.7));
        let short = |f: Field<String>| Field { value: in_short(&folded(&f.value), is_ours), ..f };
        let ok = |f: &Field<String>| {
            !f.value.is_empty() && f.value.chars().count() <= NAME && !f.value.contains("://") && !f.value.contains('@')
        };
        [og, ld, site, app].into_iter().flatten().map(short).filter(ok).collect()
    }

    /// The name behind the title in the browser's tab or in what is shared, where the heading shows the title without
    /// it, and the address is of the same name or a sign on the page says nothing else.
    fn named_in_title(&self, is_ours: &impl Fn(&str) -> bool) -> Option<String> {
        let dom = self.dom;
        let head = dom.all().find(|&id| dom.tag(id) == Tag::Title).map(|id| dom.line_within(id));
        let titles = self.metas("og:title").map(folded).chain(head.map(|t| folded(&unescaped(&t))));
        let is_sign = |name: &str| dom.all().any(|id| dom.attr(id, Attr::Alt).is_some_and(|alt| alt.trim() == name));
        titles.into_iter().find_map(|title| {
            let ends = BEHIND_TITLE.iter().filter_map(|mark| title.rsplit_once(mark));
            let (rest, name) = ends.min_by_key(|(_, name)| name.len())?;
            let name = name.trim();
            let is_behind = self.h1s.iter().any(|h| alike(h, rest));
            (is_behind && (is_ours(name) || is_sign(name))).then(|| name.to_owned())
        })
    }

    /// The address's own name as the page writes it, in several words, at least so often.
    fn spelled(&self, page: &Page<'_>, house: &House, least: usize) -> Option<Field<String>> {
        let dom = self.dom;
        let said = dom.all().filter_map(|id| dom.attr(id, Attr::Alt).or(dom.attr(id, Attr::Title)));
        let shown = page.blocks.iter().map(|b| b.text.as_str());
        let metas = self.metas.iter().map(|(_, value)| value.as_str());
        let head = dom.all().find(|&id| dom.tag(id) == Tag::Title).map(|id| dom.line_within(id));
        let texts = head.as_deref().into_iter().chain(metas).chain(said).chain(shown).filter(|t| t.len() <= SIGN);
        let (name, count) = house.spelled(texts)?;
        (count >= least).then(|| field(name, "the page's own words", 0.7))
    }

    /// The accounts elsewhere that the page calls its publisher's, by their names there.
    fn accounts(&self) -> Vec<String> {
        let metas = ["twitter:site", "article:publisher", "twitter:creator"].into_iter().flat_map(|n| self.metas(n));
        let named = metas.map(str::to_owned).chain(self.ld.accounts());
        let tail = |account: String| {
            let end = account.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
            end.split('?').next().unwrap_or_default().trim_start_matches('@').to_owned()
        };
        named.map(tail).filter(|name| (3..=40).contains(&name.len())).collect()
    }
}

/// Whom the page's lines of rights name, without their legal forms.
fn owners(page: &Page<'_>) -> Vec<String> {
    let signed = |text: &str| text.contains(['©', 'ⓒ']) || text.contains("opyright") || text.contains("OPYRIGHT");
    let lines = page.blocks.iter().map(|b| b.text.as_str()).filter(|t| t.len() <= LINE && signed(t));
    lines.flat_map(line_owners).map(|name| without_form(&name).to_owned()).collect()
}

/// Whom a line of rights names, behind its mark or before it: `Harbour Post © 2031`.
fn line_owners(line: &str) -> Vec<String> {
    let line = line.replace('ⓒ', "©").replace("(C)", "©").replace("(c)", "©");
    let behind = |part: &str| part.rsplit_once('©').map_or(part, |(_, rest)| rest).trim().to_owned();
    let parts = line.split(" | ").filter_map(|part| copyright_owner(&format!("Copyright {}", behind(part))));
    let before = line.split_once('©').map(|(before, _)| before.rsplit(['.', '|', '•', '·']).next().unwrap_or_default());
    let before = before.map(|b| b.trim().trim_end_matches("Copyright").trim().to_owned());
    let name = |n: &String| (1..=6).contains(&n.split_whitespace().count()) && n.starts_with(char::is_uppercase);
    parts.chain(before.filter(name)).collect()
}

fn without_form(name: &str) -> &str {
    let name = name.trim();
    FORMS
        .iter()
        .find_map(|form| name.strip_suffix(form)?.strip_suffix(' '))
        .map_or(name, |n| n.trim_end_matches([' ', ',']))
}

/// A name without what it says of itself: of several parts the one that goes with the address, else the first of many.
fn in_short(name: &str, is_ours: &impl Fn(&str) -> bool) -> String {
    const LONG: usize = 30;
    let name = SITE_WORDS.iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name).trim();
    let Some(parter) = PARTERS.iter().find(|p| name.contains(**p)) else { return name.to_owned() };
    let mut parts = name.split(parter).map(str::trim).filter(|p| !p.is_empty());
    let ours = parts.clone().find(|part| is_ours(part));
    ours.or_else(|| parts.next().filter(|_| name.chars().count() > LONG)).unwrap_or(name).to_owned()
}

/// A name as the page writes it best: in words rather than run together or by its initials alone.
fn written_best(best: Field<String>, named: &[Field<String>]) -> Field<String> {
    let bare = |name: &str| letters(name).strip_prefix("the").map_or_else(|| letters(name), str::to_owned);
    let wordy = |f: &&Field<String>| {
        let (name, words) = (f.value.as_str(), f.value.contains(' ') && !best.value.contains(' '));
        words && (bare(name) == bare(&best.value) || initials(name.trim_start_matches("The ")) == letters(&best.value))
    };
    let capital = |f: &&Field<String>| {
        letters(&f.value) == letters(&best.value)
            && f.value.starts_with(char::is_uppercase)
            && best.value.starts_with(char::is_lowercase)
    };
    named.iter().find(wordy).or_else(|| named.iter().find(capital)).cloned().unwrap_or(best)
}

/// Whether a name may be several words in one: no space, and small throughout, a capital within, or an address.
fn is_run_together(name: &str) -> bool {
    let inner = name.chars().skip(1).any(char::is_uppercase) && name.chars().any(char::is_lowercase);
    !name.contains(' ') && (name.contains('.') || inner || !name.chars().any(char::is_uppercase))
}

/// A name that is an address without its ending.
fn without_ending(name: &str) -> String {
    name.split('.').next().unwrap_or_default().to_owned()
}

/// Whether a name is no more than an abbreviation.
fn is_short(name: &str) -> bool {
    name.chars().count() <= 5 && !name.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::{in_short, line_owners, without_form};

    #[test]
    fn a_name_is_told_from_its_slogan() {
        for (name, short) in [
            ("Harbour Post - News, Sport, Weather", "Harbour Post"),
            ("News | Sport | Harbour Post", "Harbour Post"),
            ("Coast Daily - all the news of the coast", "Coast Daily"),
            ("Coast - Daily", "Coast - Daily"),
            ("Harbour Post Website", "Harbour Post"),
        ] {
            assert_eq!(in_short(name, &|n: &str| n == "Harbour Post"), short, "{name}");
        }
    }

    #[test]
    fn a_line_of_rights_names_the_house() {
        for (line, name) in [
            ("© 2031 Harbour Post GmbH", "Harbour Post"),
            ("Harbour Post © 2031", "Harbour Post"),
            ("© 2031, harbourpost.example | Harbour Post GmbH | All rights reserved", "Harbour Post"),
            ("Copyright (C) Harbour Post. All Rights Reserved", "Harbour Post"),
            ("Copyright THE HARBOUR POST. All rights reserved.", "THE HARBOUR POST"),
        ] {
            let owners = line_owners(line);
            assert!(owners.iter().any(|o| without_form(o) == name), "{line}: {owners:?}");
        }
    }
}
