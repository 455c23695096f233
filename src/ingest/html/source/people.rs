//! Who a page says wrote its article. Names the page gives as an author's are taken as they stand; names in a byline only
//! where they have the shape of one.

use super::{Said, field, folded, letters};
use crate::ingest::Field;
use crate::ingest::html::content::Page;
use crate::ingest::html::dom::{Attr, Dom, NodeId};
use crate::ingest::html::json_ld::Thing;
use crate::ingest::html::names::names_author;
use crate::ingest::html::tag::Tag;
use crate::ingest::metadata::byline;
use crate::ingest::metadata::date::{self, Slashes};

/// The longest name of a person, in characters.
const NAME: usize = 60;

/// Metas that name the author, the surest first.
const AUTHOR_METAS: [&str; 12] = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "cXenseParse:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "DCSext.author",
    "citation_author",
    "article:author_name",
    "creator",
];

impl Said<'_> {
    /// The people the page names as its authors. An organisation counts only where the page names no people but says in
    /// so many words that the organisation is the author.
    pub(super) fn authors(&self, page: &Page<'_>, chosen: &[usize]) -> Option<Field<Vec<String>>> {
        let (organisations, people): (Vec<Thing>, Vec<Thing>) =
            self.ld.things("author").into_iter().partition(|t| t.types.iter().any(|t| t.ends_with("Organization")));
        let sites = self.sites();
        let is_site = |name: &str| sites.iter().any(|site| letters(site) == letters(name));
        let (houses, people): (Vec<Thing>, Vec<Thing>) = people.into_iter().partition(|t| is_site(&t.name));
        let named = |things: Vec<Thing>| distinct(things.iter().flat_map(|t| given_names(&t.name)));
        let meta = |name: &'static str| {
            // A site's name with its town behind it is an imprint, not a list of people.
            let values = self.metas(name).filter(|v| !v.split(',').any(&is_site));
            Some(field(distinct(values.flat_map(split_names))?, name, 0.85))
        };
        named(people)
            .map(|names| field(names, "json-ld author", 0.95))
            .or_else(|| AUTHOR_METAS.into_iter().find_map(meta))
            .or_else(|| Some(field(distinct(self.labelled_authors().into_iter())?, "twitter:label", 0.85)))
            .or_else(|| Some(field(distinct(self.shown_authors(page, chosen).into_iter())?, "byline", 0.75)))
            .or_else(|| Some(field(named(houses).or_else(|| named(organisations))?, "json-ld author", 0.6)))
    }

    /// Names that a page gives to be shown beside a link to it: `Written by`, and who.
    fn labelled_authors(&self) -> Vec<String> {
        let numbered = ["1", "2", "3"].into_iter().filter_map(|n| {
            let value = |what: &str| self.metas(&format!("twitter:{what}{n}")).next().map(str::to_owned);
            Some((value("label")?, value("data")?))
        });
        let named = self.metas("twitter:misc:Written by").map(|value| ("Written by".to_owned(), value.to_owned()));
        let all = numbered.chain(named);
        all.into_iter().find_map(|(label, value)| byline::authors(&format!("{label} {value}"))).unwrap_or_default()
    }

    /// Names in a byline between the heading and the text, or right behind the text.
    fn shown_authors(&self, page: &Page<'_>, chosen: &[usize]) -> Vec<String> {
        let dom = self.dom;
        let block = |i: Option<&usize>| i.and_then(|&i| page.blocks.get(i));
        let (Some(first), Some(last)) = (block(chosen.first()), block(chosen.last())) else { return Vec::new() };
        let start = self.head_of(first.at);
        let article = dom.ancestors(last.at).find(|&a| matches!(dom.tag(a), Tag::Article | Tag::Main));
        let end = article.map_or(last.at, |a| dom.end(a));
        let is_near = |id: NodeId| (id > start && id < first.at) || (id > last.at && id < end);
        let says =
            |id: NodeId, attr| dom.attr(id, attr).is_some_and(|v| v.split_ascii_whitespace().any(|w| w == "author"));
        let is_author = |id: NodeId| says(id, Attr::Rel) || says(id, Attr::ItemProp) || names_author(dom, id);
        for id in dom.all().filter(|&id| is_near(id) && is_author(id)) {
            let name = dom.within(id).find(|&inner| dom.attr(inner, Attr::ItemProp) == Some("name"));
            let text = spaced(dom, name.unwrap_or(id));
            let names = byline::authors(&text).or_else(|| byline::names(&text));
            if let Some(names) = names.filter(|_| text.chars().count() <= 120) {
                return names;
            }
        }
        let lines = self.lines_above(page, chosen);
        lines.flat_map(|text| text.split(['|', '·', '•'])).find_map(byline::authors).unwrap_or_default()
    }

    /// Whom the authors write for, by the names that the page gives as theirs and by its byline.
    pub(super) fn house_of_authors(&self, page: &Page<'_>, chosen: &[usize]) -> Option<Field<String>> {
        let named = self.ld.things("author").into_iter().map(|thing| thing.name);
        let metas = AUTHOR_METAS.into_iter().flat_map(|name| self.metas(name)).map(str::to_owned);
        let given = named.chain(metas).find_map(|name| byline::house(&name));
        let is_source = |text: &&str| byline::authors(text).is_some() || !date::find(text, Slashes::Unknown).is_empty();
        let shown = || self.lines_above(page, chosen).filter(is_source).find_map(byline::house);
        given.or_else(shown).map(|name| field(name, "byline", 0.6))
    }

    /// The short lines between the heading and the text, and among its first.
    fn lines_above<'p>(&self, page: &'p Page<'_>, chosen: &[usize]) -> impl Iterator<Item = &'p str> + use<'p> {
        let block = |i: usize| chosen.get(i).and_then(|&i| page.blocks.get(i));
        let first = block(0).map(|b| b.at);
        let start = first.map(|at| self.head_of(at));
        let opening = block(2).map(|b| b.at).or(first);
        let is_above = move |at: NodeId| start.is_some_and(|s| at > s) && opening.is_some_and(|o| at < o);
        page.blocks.iter().filter(move |b| is_above(b.at) && b.weight <= 100).map(|b| b.text.as_str())
    }
}

/// The text of an element with a comma between its parts, as they stand apart on the screen.
fn spaced(dom: &Dom, id: NodeId) -> String {
    let parts = dom.within(id).map(|inner| folded(dom.text(inner))).filter(|t| !t.is_empty());
    folded(&parts.collect::<Vec<_>>().join(" "))
}

fn distinct(names: impl Iterator<Item = String>) -> Option<Vec<String>> {
    let mut people: Vec<String> = Vec::new();
    let bare = |n: String| n.strip_suffix("기자").map_or(n.clone(), |name| name.trim().to_owned());
    for name in names.map(bare).filter(|n| may_be_author(n)) {
        if !people.iter().any(|known| letters(known) == letters(&name)) {
            people.push(name);
        }
    }
    (!people.is_empty()).then_some(people)
}

/// The people in a name that the page gives as an author's: as it stands, but for callings and several in one.
fn given_names(text: &str) -> Vec<String> {
    let text = folded(text);
    let text = byline::without_lead(&text).unwrap_or(&text);
    if text.contains([',', ';', '|', '/', '&']) || text.split(' ').count() > 3 {
        split_names(text)
    } else {
        vec![text.to_owned()]
    }
}

/// A text that may name several people.
fn split_names(text: &str) -> Vec<String> {
    let text = folded(text);
    let text = byline::without_lead(&text).unwrap_or(&text);
    if let Some(names) = byline::names(text) {
        return names;
    }
    text.split([',', ';', '|']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// Whether a name the page gives as its author's can be one: no address, no handle, no sentence.
fn may_be_author(name: &str) -> bool {
    let count = name.chars().count();
    (2..=NAME).contains(&count)
        && !name.contains("://")
        && !name.contains(['@', '{', '<', '#', '_', ':', '('])
        && name.split_whitespace().count() <= 7
        && name.chars().any(char::is_alphabetic)
        && name.chars().filter(char::is_ascii_digit).count() <= 2
}
